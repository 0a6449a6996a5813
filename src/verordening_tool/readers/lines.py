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
    r"""(?:Art[i1l]ke[l1I]s?|ARTIKEL(?:EN)?|Art\.|Hoofdstuk|HOOFDSTUK|Paragraaf|PARAGRAAF|Afdeling|AFDELING|Titel|TITEL|Deel
        |Bijlage|BIJLAGE)\s+[0-9A-ZIVX]
    |§\s*[0-9]
    |(?:(?:Algemene|Artikelsgewijze|Nota\ van)\ )?[Tt]oelichting\s*$|TOELICHTING
    |Aldus\ |Gedaan\ te|Gegeven\ te|B\ ?E\ ?S\ ?L\ ?U\ ?I\ ?T|b\ e\ s\ l\ u\ i\ t
    |(?:gelezen|gelet|gezien|gehoord|overwegende|overwegend|besluit|besluiten)\b""",
    re.VERBOSE,
)
_SIGNATORY = re.compile(
    r"(?:de |het )?(?:loco-|plv\.? |plaatsvervangend |waarnemend |gemeente)?"
    r"(?:voorzitter|griffier|burgemeester|secretaris|wethouder|college)\b.{0,60}$"
)
_LONE_ROMAN = re.compile(r"[IVX]{1,4}$")
_ITEM = re.compile(
    r"""(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}[a-z]?[.)°º][.):]?|[a-z]{1,2}[.)]|[a-z][0-9]?°|[ivx]{1,5}[.)]|[IVX]{1,5}[.)]|[A-Z][.)]
    |\([0-9a-z]{1,3}\)|[-–—•·▪●○*o➢])(?:\s|$)""",
    re.VERBOSE,
)
_BULLETS = re.compile(r"(?:[•·▪●○]\s*)+(?=[•·▪●○]|(?:[0-9]{1,3}[a-z]?|[a-z]{1,2})(?:[.)]|[°º])(?:\s|$))")
_BARE_NUMBER_ITEM = re.compile(r"[0-9]{1,2}\s+[A-Z]")
_SENTENCE_END = re.compile(r"[.;:!?][\"'”’»)]*$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:jo|nrs?|artt?|d\.d|dhr|mevr|mw|mr|drs|dr|ing|ir|prof|bijv|blz|pag|t\.a\.v|o\.a|m\.b\.t|i\.v\.m|e\.d|ca|[A-Z])\.$",
    re.IGNORECASE,
)
_EXPECTS_MORE = re.compile(
    r"""(?:^|[\s(])(?:artikel(?:en)?|lid|leden|onder|onderdeel|onderdelen|paragraaf|hoofdstuk|bijlage|nummer|nr|sub|jo|juncto|van|de|het|een|der|en|of
    |in|op|bij|met|voor|aan|tot|door|uit|als|dat|die|te|ten|om|per|onder|over|naar|na|tegen|tussen|zijn|haar|hun|dan|dit|deze|d\.d)\.?,?$""",
    re.VERBOSE,
)
_EXPECTS_NUMBER = re.compile(
    r"""(?:^|[\s(])(?:artikel(?:en)?|lid|leden|onder|onderdeel|onderdelen|paragraaf|hoofdstuk|bijlage|nummer|nr|sub|jo|juncto|d\.d)\.?$
    |(?:artikelen|artikel|leden|onderdelen|onder)\s[^.;:]{1,30}(?:\ben|\bof|\btot|\bmet|,)$""",
    re.VERBOSE,
)
_PAGE = r"(?:pagina|pag\.?|blz\.?|bladzijde|page|p\.)\s*[0-9]{1,3}(?:\s*(?:van|/|of)\s*[0-9]{1,3})?"
_PAGE_END = re.compile(rf"{_PAGE}$", re.IGNORECASE)
_PAGE_LINE = re.compile(rf"(?:{_PAGE}\b.{{0,90}}|[-–—]\s*[0-9]{{1,3}}\s*[-–—]|[0-9]{{1,3}}\s*(?:/|van)\s*[0-9]{{1,3}})$", re.IGNORECASE)
_BARE_PAGE = re.compile(r"[0-9]{1,3}$")
_DIGITS = re.compile(r"[0-9]+")
_KEEPS_HYPHEN = frozenset(
    {"niet", "oud", "ex", "non", "anti", "pro", "semi", "quasi", "vice", "loco", "aspirant", "adjunct", "bijna", "interim", "sociaal"}
)
_HYPHENS = frozenset("-\u2010\u00ad¬")
_LINKING_WORD = re.compile(r"(?:en|of|dan wel|respectievelijk|als|tot)\b")
_WORD_END = re.compile(rf"[{_LETTER}0-9-]+$")
_WORD_START = re.compile(rf"[{_LETTER}0-9]{{1,60}}(?:-[{_LETTER}0-9]{{1,60}}){{0,4}}")
_WHOLE_WORD = re.compile(rf"[{_LETTER}0-9]+(?:-[{_LETTER}0-9]+)*(?=[^{_LETTER}0-9-]|$)")
_CLASHES = frozenset({"aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "oe", "oi", "oo", "ou", "ui", "uu", "ij"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; ``nr`` counts from 0 in the file, ``blank_before`` and ``page_before`` tell what precedes it."""

    text: str
    nr: int
    blank_before: bool = False
    page_before: bool = False
    apart: bool = False  # layout says that a paragraph begins here
    room: float | None = None  # characters that would still have fitted on the line, when the layout tells


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
                kept.append(Line(_trimmed(text), nr - 1, blank_before=blank, page_before=page_before))
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
    text = " ".join(page[index][:400].split())
    if at_edge and (_skeleton(text) in furniture or _BARE_PAGE.match(text)):
        return not _PART.match(text)
    above = index == 0 or not page[index - 1].strip()
    below = index + 1 == len(page) or not page[index + 1].strip()
    return (above or below) and _is_page_number(text)


def _is_page_number(text: str) -> bool:
    """A short line that ends or begins with the number of the page."""
    if len(text) > 120:
        return False
    found = _PAGE_END.search(text)
    return bool(_PAGE_LINE.match(text)) or (found is not None and (found.start() == 0 or text[found.start() - 1] in " |·–-"))


def join_lines(lines: Sequence[Line], *, width: int | None = None) -> list[Paragraph]:
    """Paragraphs: lines cut by a fixed width put together, hyphens at line ends resolved.

    ``width`` is the line width in characters; None lets the lines themselves tell (0 when they were not cut at all).
    """
    if width is None:
        width = wrap_width([line.text for line in lines])
    hyphens = _Hyphens(lines)
    groups: list[list[str]] = []
    starts: list[Line] = []
    previous: Line | None = None
    for line in lines:
        text = line.text.strip()
        if previous is not None and _continues(previous, line, _tail(groups[-1]), width):
            groups[-1][-1:] = hyphens.joined(groups[-1][-1], text)
        else:
            groups.append([text])
            starts.append(line)
        previous = line
    return [Paragraph("".join(group), start.nr, _indent(start.text)) for group, start in zip(groups, starts, strict=True)]


def _tail(group: Sequence[str]) -> str:
    """The end of a paragraph so far: enough to judge whether it ends, without copying all of it each time."""
    return group[-1][-80:] if len(group) == 1 or len(group[-1]) > 60 else group[-2][-40:] + group[-1]


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
    if line.apart:
        return False
    lower, item = text[:1].islower(), bool(_ITEM.match(text))
    if _ITEM.fullmatch(before) or (_LONE_ROMAN.match(before) and lower):  # a number alone on its line
        return not item and not _PART.match(text)
    if line.blank_before and not line.page_before:
        return False
    if _ends_in_hyphen(before) and not item and (text[:1].isalpha() or (text[:1].isdigit() and before[-2].isdigit())):
        return bool(width) or previous.room is not None or lower
    return (bool(width) or previous.room is not None) and _goes_on(previous, text, before, width)


def _goes_on(line: Line, text: str, before: str, width: int) -> bool:
    """Whether ``text`` is the rest of a sentence that was cut after ``line`` (the last of ``before``)."""
    ended = bool(_SENTENCE_END.search(before)) and not _ABBREVIATION.search(before)
    lower, full = text[:1].islower(), _is_full(line, text, width)
    if ended or _starts_item(text, before) or (_PART.match(text) and not lower):
        return False
    if lower:
        return full or not (_SIGNATORY.match(text) or _PART.match(text))
    return full or bool(_EXPECTS_MORE.search(before))


def _starts_item(text: str, before: str) -> bool:
    """Whether a line begins with a number or letter of an item, and not with a number that the sentence needs."""
    if _EXPECTS_NUMBER.search(before):
        return bool(re.match(r"[-–—•·▪●○*➢]\s", text))
    if _ITEM.match(text):
        return True
    return bool(_BARE_NUMBER_ITEM.match(text)) and bool(_SENTENCE_END.search(before))


def _is_full(line: Line, following: str, width: int) -> bool:
    """The first word of the next line would not have fitted on this one."""
    first = len(following.split(maxsplit=1)[0])
    return first + 1 > line.room if line.room is not None else len(line.text) + 1 + first > width - 2


def _ends_in_hyphen(text: str) -> bool:
    return len(text) > 1 and text[-1] in _HYPHENS and text[-2].isalnum()


class _Hyphens:
    """Decides what becomes of a hyphen at the end of a line; reads the words of the text only when there is one."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._words: frozenset[str] | None = None

    def joined(self, before: str, after: str) -> list[str]:
        """The two pieces, with a space, a hyphen or nothing between them."""
        if not _ends_in_hyphen(before):
            return [f"{before} ", after]
        stem, mark = before[:-1], before[-1]
        left, right = _WORD_END.search(stem[-60:]), _WORD_START.match(after)
        if mark in "\u00ad¬" or left is None or right is None:
            return [stem if mark in "\u00ad¬" else before, after]
        if _LINKING_WORD.match(after):
            return [f"{before} ", after]
        return [before if self._belongs(left.group(), right.group()) else stem, after]

    def _belongs(self, left: str, right: str) -> bool:
        """Whether the hyphen is part of the word: what the text writes elsewhere decides, then Dutch spelling."""
        if self._words is None:
            self._words = frozenset(word.lower() for line in self._lines for word in _WHOLE_WORD.findall(line.text[:5000]))
        if f"{left}{right}".lower() in self._words:
            return False
        if f"{left}-{right}".lower() in self._words:
            return True
        if right[0].isupper() or right[0].isdigit() or left[-1].isdigit() or (left.isupper() and len(left) > 1):
            return True
        last = left.rpartition("-")[2].lower()
        return last in _KEEPS_HYPHEN or (last[-1:] + right[0]).lower() in _CLASHES


def _trimmed(text: str) -> str:
    """Without trailing blanks, with no more leading ones than tell an indent, and without a bullet before a number."""
    body = _BULLETS.sub("", text.strip(), count=1)
    return text[: min(len(text) - len(text.lstrip()), 200)] + body


def _indent(text: str) -> int:
    expanded = text.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())
