"""Walks a regulation in XML, whatever family its tags are of, and gives each paragraph the name that the format gives it.

CVDR, officiële publicaties, BWB and STOP/IMOP tell the same story in different words; a Vocabulary translates those words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from verordening_tool.document.blok import Blok, Bron, Cel, Deel, Rol
from verordening_tool.readers.collector import Collector, clean
from verordening_tool.readers.safe_xml import local_name


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Local names of elements per part of a regulation. What is named nowhere is a container."""

    structure: Mapping[str, Rol]  # hoofdstuk, paragraaf …: have a heading, hold articles
    sections: Mapping[str, tuple[Deel, Rol]]  # aanhef, slot, toelichting …: all paragraphs inside belong to it
    article: frozenset[str]
    paragraph: frozenset[str]  # leaves with running text
    heading: frozenset[str]  # kop
    heading_label: frozenset[str]
    heading_number: frozenset[str]
    subheading: frozenset[str]
    lid: frozenset[str]
    item: frozenset[str]
    number: frozenset[str]  # number of a lid or an item, as a child
    definition: frozenset[str]  # term and meaning, read as one paragraph
    note: frozenset[str]
    skip: frozenset[str]
    bold: frozenset[str]
    stand_in: Mapping[str, str] = field(default_factory=dict)  # empty elements that a reader sees as words


class _Place(NamedTuple):
    """Where the walk is: what holds for the next paragraph."""

    deel: Deel = Deel.LICHAAM
    rol: Rol | None = None
    fixed: bool = False  # a section (aanhef, toelichting …) names all that is in it
    depth: int = 0  # of headings
    items: int = 0  # how many lists deep
    in_lid: bool = False
    cel: Cel | None = None
    pad: tuple[int, ...] = ()


_LID_NUMBER = re.compile(r"\d{1,2}[a-z]?[.)]?$")


class RegelingWalker:
    """One walk over one tree. ``blokken`` gives the result."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._words = vocabulary
        self._collector = Collector()
        self._number: str | None = None  # of the lid or item whose first paragraph is still to come
        self._number_rol: Rol | None = None

    def walk(self, root: etree._Element, *, deel: Deel = Deel.LICHAAM, rol: Rol | None = None) -> None:
        """Read everything below ``root`` in document order."""
        self._element(root, _Place(deel=deel, rol=rol))

    def blokken(self) -> tuple[Blok, ...]:
        """All paragraphs, in reading order."""
        return self._collector.blokken()

    def _element(self, element: etree._Element, place: _Place) -> None:
        words, name = self._words, local_name(element)
        if not name or name in words.skip or _is_removed(element):
            return
        if name in words.paragraph:
            self._paragraph(element, place)
        elif name in words.heading:
            self._heading(element, place)
        elif name in words.subheading:
            self._emit(_text(element, words), place._replace(items=0), kopniveau=place.depth + 1, vet=_bold(element, words))
        elif name in words.structure or name in words.article:
            self._structure(element, place, words.structure.get(name, Rol.ARTIKEL))
        else:
            self._body_element(element, name, place)

    def _body_element(self, element: etree._Element, name: str, place: _Place) -> None:
        words = self._words
        if name in words.lid:
            self._numbered(element, place._replace(in_lid=True), Rol.LID)
        elif name in words.item:
            self._item(element, place)
        elif name in words.definition:
            self._definition(element, place)
        elif name in words.stand_in:
            self._emit(words.stand_in[name], place)
        elif name == "table":
            self._table(element, place)
        elif name in words.sections:
            self._section(element, place, *words.sections[name])
        else:
            self._children(element, place)

    def _children(self, element: etree._Element, place: _Place) -> None:
        """Everything inside a container; text that stands loose in it becomes a paragraph of its own."""
        loose: list[str] = [element.text or ""]
        for index, child in enumerate(element):
            if self._is_inline(child):
                loose += [_text(child, self._words), child.tail or ""]
                continue
            self._flush(loose, place)
            self._element(child, place._replace(pad=(*place.pad, index)))
            loose.append(child.tail or "")
        self._flush(loose, place)

    def _flush(self, loose: list[str], place: _Place) -> None:
        text = "".join(loose)
        loose.clear()
        if clean(text):
            self._emit(text, place)

    def _is_inline(self, element: etree._Element) -> bool:
        """Whether an element stands in running text; the office of a signatory does when text stands beside it."""
        name = local_name(element)
        if name not in _SIGNATORY:
            return name in _INLINE
        parent = element.getparent()
        return parent is not None and bool(clean(parent.text or "") or any(clean(child.tail or "") for child in parent))

    def _paragraph(self, element: etree._Element, place: _Place) -> None:
        if not len(element) and not element.text:
            return
        self._emit(_text(element, self._words), place, vet=_bold(element, self._words))
        for apart in _outermost(element, self._words.note | _TABLE):
            if local_name(apart) == "table":
                self._table(apart, place._replace(items=0))
            else:
                self._note(apart, place._replace(deel=Deel.VOETNOOT, rol=None, items=0, fixed=True))

    def _note(self, note: etree._Element, place: _Place) -> None:
        before, self._number = self._number, _direct_text(note, _NOTE_NUMBERS)
        self._children(note, place)
        self._number = before

    def _emit(self, text: str, place: _Place, *, kopniveau: int | None = None, vet: bool = False) -> None:
        number, rol = self._number, place.rol
        if number is not None and not place.fixed:
            rol = self._number_rol
        if not clean(text) and number is None:
            return
        self._number = None
        self._collector.add(
            text,
            nummer=number,
            deel=place.deel,
            rol=rol,
            niveau=place.items - 1 if place.items else None,
            kopniveau=kopniveau,
            vet=vet,
            cel=place.cel,
            bron=Bron("", place.pad),
        )

    def _heading(self, element: etree._Element, place: _Place) -> None:
        words = self._words
        label = number = ""
        titles: list[str] = []
        for child in element:
            name, text = local_name(child), clean(_text(child, words))
            if name in words.heading_label:
                label = f"{label} {text}".strip()
            elif name in words.heading_number:
                number = text
            elif name not in words.skip and text:
                titles.append(text)
        title = " ".join([clean(element.text or ""), *titles]).strip()
        if number:
            nummer, tekst = f"{label} {number}".strip(), title
        else:  # the number stands typed in label or title, or there is none
            nummer, tekst = None, f"{label} {title}".strip()
        self._collector.add(
            tekst, nummer=nummer, deel=place.deel, rol=place.rol, kopniveau=place.depth + 1, cel=place.cel, bron=Bron("", place.pad)
        )

    def _structure(self, element: etree._Element, place: _Place, rol: Rol) -> None:
        """A hoofdstuk, paragraaf or artikel: its heading carries the role, what follows is text or has a role of its own."""
        self._number = None
        head = place if place.fixed else place._replace(rol=rol)
        body = place._replace(rol=place.rol if place.fixed else Rol.TEKST, depth=place.depth + 1, items=0, in_lid=False)
        for index, child in enumerate(element):
            pad = (*place.pad, index)
            if local_name(child) in self._words.heading:
                self._heading(child, head._replace(pad=pad))
            else:
                self._element(child, body._replace(pad=pad))

    def _section(self, element: etree._Element, place: _Place, deel: Deel, rol: Rol) -> None:
        """An aanhef, slot, toelichting or bijlage: it names all that is in it, but for signatures below a slot."""
        if not place.fixed or (rol is Rol.ONDERTEKENING and place.deel is Deel.SLOT):
            place = place._replace(deel=deel, rol=rol, fixed=True)
        headed = any(local_name(child) in self._words.heading for child in element)
        if not headed:
            self._children(element, place)
            return
        for index, child in enumerate(element):
            below = 0 if local_name(child) in self._words.heading else 1
            self._element(child, place._replace(depth=place.depth + below, pad=(*place.pad, index)))

    def _numbered(self, element: etree._Element, place: _Place, rol: Rol, number: str | None = None) -> None:
        """A lid or item: its number goes with the first paragraph inside, later paragraphs have none."""
        self._number = clean(number or "") or _direct_text(element, self._words.number)
        self._number_rol = rol
        if self._number and not _has_paragraph_first(element, self._words):
            self._emit("", place)  # the number stands alone, above a list
        self._children_without_number(element, place)
        if self._number is not None:
            self._emit("", place)

    def _children_without_number(self, element: etree._Element, place: _Place) -> None:
        loose: list[str] = [element.text or ""]
        for index, child in enumerate(element):
            if local_name(child) in self._words.number:
                loose.append(child.tail or "")
            elif self._is_inline(child):
                loose += [_text(child, self._words), child.tail or ""]
            else:
                self._flush(loose, place)
                self._element(child, place._replace(pad=(*place.pad, index)))
                loose.append(child.tail or "")
        self._flush(loose, place)

    def _item(self, element: etree._Element, place: _Place) -> None:
        number = element.get("nr") or element.get("nummer") or _direct_text(element, self._words.number)
        inside = place._replace(items=place.items + 1)
        rol = Rol.LID if self._is_lid(element, number or "", place) else Rol.ONDERDEEL
        self._numbered(element, inside, rol, number)

    def _is_lid(self, element: etree._Element, number: str, place: _Place) -> bool:
        """Many publications write leden as a list: numbers, straight below the article, with no sentence that leads in."""
        if place.items or place.in_lid or place.fixed or not _LID_NUMBER.match(clean(number)):
            return False
        lijst = element.getparent()
        owner = lijst.getparent() if lijst is not None else None
        if lijst is None or owner is None or local_name(owner) not in self._words.article | _ARTICLE_BODY:
            return False
        return not any(
            clean(_text(sibling, self._words)) for sibling in lijst.itersiblings(preceding=True) if not self._is_heading(sibling)
        )

    def _is_heading(self, element: etree._Element) -> bool:
        return local_name(element) in self._words.heading or local_name(element) in {"lijst", "Lijst"}

    def _definition(self, element: etree._Element, place: _Place) -> None:
        """A term and what it means, side by side on the page: one paragraph."""
        number = _direct_text(element, self._words.number)
        parts = [clean(_text(child, self._words)) for child in element if local_name(child) not in self._words.number | self._words.skip]
        parts = [part for part in parts if part]
        text = " ".join(parts)
        if len(parts) > 1 and not parts[0].endswith((":", ";")):
            text = f"{parts[0]}: {' '.join(parts[1:])}"
        self._number, self._number_rol = number, Rol.ONDERDEEL
        self._emit(text, place._replace(items=place.items + 1, rol=place.rol if place.fixed else Rol.ONDERDEEL))

    def _table(self, element: etree._Element, place: _Place) -> None:
        table = self._collector.new_table()
        inside = place._replace(items=0)
        for child in element:
            if local_name(child) in {"title", "Title", "titel"}:
                self._emit(_text(child, self._words), inside)
        for row_index, row in enumerate(_rows(element)):
            cells = [cell for cell in row if local_name(cell) in {"entry", "td", "th"}]
            for column, cell in enumerate(cells):
                self._children(cell, inside._replace(cel=Cel(table, row_index, _column(cell, column)), pad=(*place.pad, row_index, column)))


_INLINE = frozenset(
    {"extref", "intref", "nadruk", "vet", "cursief", "sup", "inf", "ExtRef", "IntRef", "IntIoRef", "ExtIoRef", "b", "i", "u"}
)
_SIGNATORY = frozenset({"functie", "organisatie"})
_APART = frozenset({"voornaam", "achternaam"})
_ARTICLE_BODY = frozenset({"Inhoud", "artikel-tekst"})
_NOTE_NUMBERS = frozenset({"noot.nr", "noot.lijst.nr", "NootNummer"})
_TABLE = frozenset({"table"})


def _is_removed(element: etree._Element) -> bool:
    """STOP marks what a change takes away; it is no text of the result."""
    return (element.get("wijzigactie") or "").startswith("verwijder")


def _text(element: etree._Element, words: Vocabulary) -> str:
    """All text inside, notes and what is skipped left out; a line break is a space."""
    return "".join(_pieces(element, words))


def _pieces(element: etree._Element, words: Vocabulary) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = local_name(child)
        if name in {"br", "nl", "tab"}:
            yield " "
        elif name and name not in words.skip | words.note and name != "table" and not _is_removed(child):
            block = name in words.paragraph or name in words.item or name in _APART
            yield " " if block else ""
            yield from _pieces(child, words)
            yield " " if block else ""
        yield child.tail or ""


def _bold(element: etree._Element, words: Vocabulary) -> bool:
    """Every visible character stands in a bold element."""
    if clean(element.text or ""):
        return False
    seen = False
    for child in element:
        name = local_name(child)
        if clean(child.tail or ""):
            return False
        if not clean(_text(child, words)):
            continue
        is_bold = name in words.bold and (name not in {"nadruk", "emphasis"} or child.get("type", "").startswith("vet"))
        if not is_bold and not _bold(child, words):
            return False
        seen = True
    return seen


def _direct_text(element: etree._Element, names: frozenset[str]) -> str | None:
    """Text of the first child with one of ``names``, or None."""
    for child in element:
        if local_name(child) in names:
            return clean("".join(str(part) for part in child.itertext())) or None
    return None


def _has_paragraph_first(element: etree._Element, words: Vocabulary) -> bool:
    """Whether the first thing with text below is a paragraph of its own, not an item of a list."""
    if clean(element.text or ""):
        return True
    for child in element.iterdescendants():
        name = local_name(child)
        if name in words.item or name in words.definition or name == "table":
            return False
        if name in words.number:
            continue
        if name in words.stand_in or clean(_text(child, words) if name in words.paragraph | words.subheading else child.text or ""):
            return True
    return False


def _outermost(element: etree._Element, names: frozenset[str]) -> Iterator[etree._Element]:
    for child in element:
        if local_name(child) in names:
            yield child
        else:
            yield from _outermost(child, names)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Rows of a table, without those of tables inside its cells."""
    for child in table:
        if local_name(child) in {"row", "tr"}:
            yield child
        elif local_name(child) in {"tgroup", "thead", "tbody", "tfoot"}:
            yield from _rows(child)


def _column(cell: etree._Element, fallback: int) -> int:
    """Column of a cell: CALS names it ``col3``; else its position in the row."""
    name = cell.get("namest") or cell.get("colname") or ""
    digits = re.search(r"(\d{1,3})$", name)
    return int(digits.group(1)) - 1 if digits and int(digits.group(1)) else fallback
