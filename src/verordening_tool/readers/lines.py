"""From lines on a page to paragraphs: joins what a fixed line width cut, and takes page headers and footers out.

Serves plain text and pdf alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_LETTER = "A-Za-zÀ-ÖØ-öø-ÿ"
# OCR reads l and i as 1: the start of a part must still be seen.
_PART = re.compile(
    r"""(?:Art[i1l]ke[l1I]s?|ARTIKEL(?:EN)?|Art\.|Hoofdstuk|HOOFDSTUK|Paragraaf|PARAGRAAF|Afdeling|AFDELING|Titel|TITEL|Deel|Bijlage|BIJLAGE)\s+[0-9A-ZIVX]
    |§\s*[0-9]
    |(?:(?:Algemene|Artikelsgewijze|Nota\ van)\ )?(?:T|t)oelichting\s*$|TOELICHTING
    |Aldus\ |Gedaan\ te|Gegeven\ te|B\ ?E\ ?S\ ?L\ ?U\ ?I\ ?T|b\ e\ s\ l\ u\ i\ t
    |(?:gelezen|gelet|gezien|gehoord|overwegende|overwegend|besluit|besluiten)\b""",
    re.VERBOSE,
)
_ITEM = re.compile(
    r"""(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}[a-z]?[.)°º][.):]?|[a-z]{1,2}[.)]|[a-z][0-9]?°|[ivx]{1,5}[.)]|[IVX]{1,5}[.)]|[A-Z][.)]
    |\([0-9a-z]{1,3}\)|[-–—•·▪●○*o➢])(?:\s|$)""",
    re.VERBOSE,
)
_BARE_NUMBER_ITEM = re.compile(r"[0-9]{1,2}\s+[A-Z]")
_SENTENCE_END = re.compile(r"[.;:!?][\"'”’»)]*$")
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:jo|nr|nrs|art|artt|d\.d|dhr|mevr|mw|mr|drs|dr|ing|ir|prof|bijv|blz|pag|t\.a\.v|o\.a|m\.b\.t|i\.v\.m|e\.d|ca|ten\ minste|[A-Z])\.$", re.IGNORECASE)  # fmt: skip
_EXPECTS_MORE = re.compile(
    r"""(?:^|[\s(])(?:artikel(?:en)?|lid|leden|onder|onderdeel|onderdelen|paragraaf|hoofdstuk|bijlage|nummer|nr|sub|jo|juncto|van|de|het|een|der|en|of
    |in|op|bij|met|voor|aan|tot|door|uit|als|dat|die|te|ten|om|per|onder|over|naar|na|tegen|tussen|zijn|haar|hun|dan|dit|deze|d\.d)\.?,?$""",
    re.VERBOSE,
)
_PAGE = r"(?:pagina|pag\.?|blz\.?|bladzijde|page|p\.)\s*[0-9]{1,3}(?:\s*(?:van|/|of)\s*[0-9]{1,3})?"
_PAGE_LINE = re.compile(rf"(?:.{{0,90}}(?:^|[\s|·–-]){_PAGE}|{_PAGE}.{{0,90}}|[-–—]\s*[0-9]{{1,3}}\s*[-–—]|[0-9]{{1,3}}\s*(?:/|van)\s*[0-9]{{1,3}})$", re.IGNORECASE)  # fmt: skip
_BARE_PAGE = re.compile(r"[0-9]{1,3}$")
_DIGITS = re.compile(r"[0-9]+")
_KEEPS_HYPHEN = frozenset(
    {"niet", "oud", "ex", "non", "anti", "pro", "semi", "quasi", "vice", "loco", "aspirant", "adjunct", "bijna", "interim", "sociaal"}
)
_CLASHES = frozenset({"aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "oe", "oi", "oo", "ou", "ui", "uu", "ij"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; ``nr`` counts from 0 in the file, ``blank_before`` and ``page_before`` tell what precedes it."""

    text: str
    nr: int
    blank_before: bool = False
    page_before: bool = False
    apart: bool = False  # layout says that a paragraph begins here


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines joined to one paragraph; ``nr`` is the number of its first line."""

    text: str
    nr: int
    indent: int = 0


def page_lines(pages: Sequence[Sequence[str]]) -> list[Line]:
    """The lines of all pages without blanks, running headers, footers and page numbers."""
    furniture = _running_lines(pages)
    kept: list[Line] = []
    nr = 0
    page_before = blank = False
    for page in pages:
        filled = [index for index, text in enumerate(page) if text.strip()]
        edges = set(filled[:2] + filled[-2:])
        for index, text in enumerate(page):
            nr += 1
            if not text.strip():
                blank = True
            elif _is_furniture(page, index, at_edge=index in edges and len(pages) > 1, furniture=furniture):
                page_before = True
            else:
                kept.append(Line(text, nr - 1, blank_before=blank, page_before=page_before))
                page_before = blank = False
        page_before = True
    return kept


def _running_lines(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Lines that return at the top or bottom of pages, numbers aside."""
    if len(pages) < 2:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in pages:
        filled = [text for text in page if text.strip()]
        seen.update({_skeleton(text) for text in filled[:2] + filled[-2:] if len(text.strip()) < 120})
    needed = 2 if len(pages) < 5 else max(3, len(pages) // 3)
    return frozenset(key for key, count in seen.items() if count >= needed)


def _skeleton(text: str) -> str:
    return _DIGITS.sub("0", " ".join(text.split())).lower()


def _is_furniture(page: Sequence[str], index: int, *, at_edge: bool, furniture: frozenset[str]) -> bool:
    text = " ".join(page[index].split())
    if at_edge and (_skeleton(text) in furniture or _BARE_PAGE.match(text)):
        return not _PART.match(text)
    if len(text) > 120 or not _PAGE_LINE.match(text):
        return False
    above = index == 0 or not page[index - 1].strip()
    below = index + 1 == len(page) or not page[index + 1].strip()
    return above or below


def join_lines(lines: Sequence[Line], *, width: int | None = None) -> list[Paragraph]:
    """Paragraphs: lines cut by a fixed width put together, hyphens at line ends resolved.

    ``width`` is the line width in characters; None lets the lines themselves tell (0 when they were not cut at all).
    """
    if width is None:
        width = wrap_width([line.text for line in lines])
    vocabulary = _words_of(lines)
    paragraphs: list[Paragraph] = []
    previous: Line | None = None
    for line in lines:
        text = line.text.strip()
        if previous is not None and _continues(previous, line, paragraphs[-1].text, width):
            last = paragraphs[-1]
            paragraphs[-1] = Paragraph(_joined(last.text, text, vocabulary), last.nr, last.indent)
        else:
            paragraphs.append(Paragraph(text, line.nr, _indent(line.text)))
        previous = line
    return paragraphs


def wrap_width(texts: Sequence[str]) -> int:
    """Width at which lines were cut, in characters; 0 when each line is a paragraph of its own."""
    lengths = sorted(len(text.rstrip()) for text in texts if text.strip())
    if len(lengths) < 4:
        return 0
    longest = lengths[-1]
    if longest > 160:  # one outlier (a table row, a link) does not count
        cut = [length for length in lengths if length <= 130]
        if len(cut) < 0.97 * len(lengths):
            return 0
        longest = cut[-1]
    near = sum(1 for length in lengths if longest - 16 <= length <= longest)
    return longest if longest >= 40 and near >= max(2, len(lengths) // 12) else 0


def _continues(previous: Line, line: Line, before: str, width: int) -> bool:
    """Whether ``line`` goes on where ``before`` stopped."""
    text = line.text.strip()
    if line.apart or (line.blank_before and not line.page_before):
        return False
    if _ITEM.fullmatch(before):  # a number alone on its line
        return not _ITEM.match(text) and not _PART.match(text)
    hyphen = _ends_in_hyphen(before)
    lower = text[:1].islower()
    if hyphen and (lower or text[:1].isupper()) and not _ITEM.match(text):
        return bool(width) or lower
    if not width:
        return False
    if _PART.match(text) and _SENTENCE_END.search(before):
        return False
    if _starts_item(text, before):
        return False
    ended = bool(_SENTENCE_END.search(before)) and not _ABBREVIATION.search(before)
    if _PART.match(text) and not lower:
        return False
    if lower:
        return not ended
    if ended:
        return False
    return bool(_EXPECTS_MORE.search(before)) or _is_full(previous.text, text, width)


def _starts_item(text: str, before: str) -> bool:
    """Whether a line begins with a number or letter of an item, and not with a number that the sentence needs."""
    if _EXPECTS_MORE.search(before):
        return bool(re.match(r"[-–—•·▪●○*➢]\s", text))
    if _ITEM.match(text):
        return True
    return bool(_BARE_NUMBER_ITEM.match(text)) and bool(_SENTENCE_END.search(before))


def _is_full(line: str, following: str, width: int) -> bool:
    """The first word of the next line would not have fitted on this one."""
    first = following.split(maxsplit=1)[0]
    return len(line.rstrip()) + 1 + len(first) > width - 2


def _ends_in_hyphen(text: str) -> bool:
    return bool(re.search(rf"[{_LETTER}0-9][-\u2010\u00ad¬]$", text))


def _joined(before: str, after: str, vocabulary: frozenset[str]) -> str:
    if not _ends_in_hyphen(before):
        return f"{before} {after}"
    stem, mark = before[:-1], before[-1]
    if mark in "\u00ad¬":
        return stem + after
    left = re.search(rf"[{_LETTER}0-9-]+$", stem)
    right = re.match(rf"[{_LETTER}0-9]+", after)
    if left is None or right is None:
        return before + after
    if re.match(r"(?:en|of|dan\ wel|respectievelijk|als|tot)\b", after):
        return f"{before} {after}"
    return (before if _keeps_hyphen(left.group(), right.group(), vocabulary) else stem) + after


def _keeps_hyphen(left: str, right: str, vocabulary: frozenset[str]) -> bool:
    """Whether the hyphen at a line end belongs to the word: what the text writes elsewhere decides, then Dutch spelling."""
    if f"{left}{right}".lower() in vocabulary:
        return False
    if f"{left}-{right}".lower() in vocabulary:
        return True
    if right[0].isupper() or right[0].isdigit() or left[-1].isdigit() or left.isupper():
        return True
    last = left.rpartition("-")[2].lower()
    return last in _KEEPS_HYPHEN or (last[-1] + right[0]).lower() in _CLASHES


def _words_of(lines: Sequence[Line]) -> frozenset[str]:
    return frozenset(
        word.lower() for line in lines for word in re.findall(rf"[{_LETTER}0-9]+(?:-[{_LETTER}0-9]+)*(?=[^{_LETTER}0-9-]|$)", line.text)
    )


def _indent(text: str) -> int:
    expanded = text.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())
