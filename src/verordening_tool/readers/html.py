"""HTML: publication pages of the Dutch government, pages saved by Word, and plain pages.

A page is walked once into raw paragraphs; then what the site put around the regulation is taken out (publicatie.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from verordening_tool.document.blok import Bron, Cel, Deel, Document, Nummerbron, Rol
from verordening_tool.fouten import Leesfout
from verordening_tool.readers.collector import Collector, clean
from verordening_tool.readers.decode import decode
from verordening_tool.readers.html_page import (
    OPSCHRIFT_TAGS,
    heading_role,
    is_bold,
    is_noise,
    is_number,
    main_root,
    page_metadata,
    section_of,
    tokens,
    word_part,
)
from verordening_tool.readers.list_numbers import item_number
from verordening_tool.readers.publicatie import merge, split_publication
from verordening_tool.readers.safe_xml import local_name, parse_html, parse_xml

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:-]+)""", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>", re.IGNORECASE)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_SKIP = frozenset(
    [
        "applet",
        "audio",
        "button",
        "canvas",
        "datalist",
        "del",
        "frame",
        "head",
        "iframe",
        "input",
        "label",
        "link",
        "map",
        "math",
        "meta",
        "noframes",
        "noscript",
        "object",
        "option",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    ]
)
_BREAKS = frozenset({"br", "{http://www.w3.org/1999/xhtml}br"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TYPED_NUMBER = re.compile(r"(?:\d{1,3}[a-z]{0,2}|[a-z]{1,2}|[ivx]{1,5})(?:[.)]|[°º]\.?)(?:\s|$)")
_BULLET = re.compile(r"[•·▪●○◦■□‣➢*](?:\s+|$)")
_WHITE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class _Raw:
    """A paragraph as found on the page, before the site's own text is taken out."""

    tekst: str
    nummer: str | None
    nummerbron: Nummerbron
    place: _Place
    kopniveau: int | None
    vet: bool
    stijl: str | None


class _Place(NamedTuple):
    """What holds for the paragraphs inside an element."""

    inside: bool = False  # within the main part of the page
    deel: Deel = Deel.LICHAAM
    rol: Rol | None = None
    fixed: bool = False
    lists: int = 0
    cel: Cel | None = None
    bold: bool = False
    pre: bool = False
    heading: int | None = None
    stijl: str | None = None
    pad: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Number:
    """The number of an item whose text is still to come."""

    text: str
    bron: Nummerbron
    decorative: bool = False


def read_html(data: bytes) -> Document:
    """Document of an HTML page (bytes, encoding as declared or found).

    Raises OnveiligBestand when the page is too large or nested too deep, Leesfout when there is nothing to parse.
    """
    root = _root(data)
    if root is None:
        raise Leesfout("Het bestand bevat geen leesbare HTML.", "Open de pagina in een browser en sla haar opnieuw op.", code="BESCHADIGD")
    return html_document(root)


def html_document(root: etree._Element) -> Document:
    """Document of a parsed page."""
    walker = _Walker(main_root(root))
    walker.element(root, _Place(inside=walker.main is None))
    walker.flush(_Place(inside=walker.main is None))
    raw = walker.raw
    published, kept = split_publication([block.tekst for block in raw])
    metadata = page_metadata(root)
    if published is not None:
        metadata = merge(published, metadata)
    collector = Collector()
    for index in kept:
        _collect(collector, raw[index])
    return Document(blokken=collector.blokken(), metadata=metadata, formaat="html")


def _collect(collector: Collector, block: _Raw) -> None:
    place = block.place
    if not place.inside:
        return
    collector.add(
        block.tekst,
        nummer=block.nummer,
        nummerbron=block.nummerbron,
        niveau=place.lists - 1 if place.lists else None,
        deel=place.deel,
        rol=place.rol,
        kopniveau=block.kopniveau,
        vet=block.vet,
        stijl=block.stijl,
        cel=place.cel,
        bron=Bron("", place.pad),
    )


def _root(data: bytes) -> etree._Element | None:
    """XHTML is parsed as XML when it is well-formed, since an HTML parser misreads its empty elements."""
    text = _decoded(data)
    if "http://www.w3.org/1999/xhtml" in text[:4000]:
        try:
            return parse_xml(re.sub(r"^\s*<\?xml[^>]*\?>", "", _DOCTYPE.sub("", text, count=1)).strip().encode("utf-8", "replace"))
        except Leesfout as fout:
            if fout.code != "BESCHADIGD":
                raise
    return parse_html(text)


def _decoded(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared.group(1).decode("ascii").lower()
        name = "cp1252" if name in {"iso-8859-1", "latin1", "latin-1", "iso8859-1", "us-ascii", "windows-1252"} else name
        try:
            if name not in {"utf-16", "utf-32", "unicode"}:
                return data.decode(name)
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    return decode(data)


class _Walker:
    """Collects raw paragraphs: text gathers until a block element begins or ends."""

    def __init__(self, main: etree._Element | None) -> None:
        self.main = main
        self.raw: list[_Raw] = []
        self._parts: list[tuple[str, bool]] = []
        self._number: _Number | None = None
        self._tables = 0

    def element(self, element: etree._Element, place: _Place) -> None:
        """Walk one element and all below it."""
        name = local_name(element).lower()
        if not name or name in _SKIP or is_noise(element, name):
            return
        if element is self.main:
            place = place._replace(inside=True)
        if name in {"ol", "ul", "menu", "dir"}:
            self._list(element, name, place)
        elif name == "table":
            self._table(element, place)
        elif name in _BLOCKS:
            self._block(element, name, place)
        else:
            self._inline(element, name, place)

    def _children(self, element: etree._Element, place: _Place) -> None:
        self._text(element.text, place)
        for index, child in enumerate(element):
            if child.tag in _BREAKS:
                self._parts.append(("\n", place.bold))
            else:
                self.element(child, place._replace(pad=(*place.pad, index)) if len(place.pad) < 64 else place)
            self._text(child.tail, place)

    def _text(self, text: str | None, place: _Place) -> None:
        if text:
            self._parts.append((text if place.pre else _WHITE.sub(" ", text), place.bold))

    def _inline(self, element: etree._Element, name: str, place: _Place) -> None:
        if name == "sup" and _is_note_mark(element):
            return
        inner = place._replace(bold=place.bold or is_bold(element, name))
        marked = is_number(element)
        if (marked or (place.lists and inner.bold)) and not any(clean(text) for text, _ in self._parts):
            text = clean("".join(str(part) for part in element.itertext()))
            if marked and _BULLET.fullmatch(text):
                return
            if text and len(text) <= 12 and (marked or _TYPED_NUMBER.fullmatch(text)):
                self._number = _Number(text, Nummerbron.BENOEMD)
                return
        self._children(element, inner)

    def _block(self, element: etree._Element, name: str, place: _Place) -> None:
        self.flush(place)
        inner = place._replace(pre=place.pre or name == "pre", bold=place.bold or is_bold(element, name))
        section = section_of(element)
        if section is not None and (not place.fixed or (section[1] is Rol.ONDERTEKENING and place.deel is Deel.SLOT)):
            inner = inner._replace(deel=section[0], rol=section[1], fixed=True)
        part = word_part(element)
        if part is not None:
            inner = inner._replace(deel=part)
        if name in _HEADINGS:
            inner = inner._replace(heading=int(name[1]))
        rol = heading_role(element, name)
        if rol is not None and not place.fixed:
            opschrift = rol is Rol.OPSCHRIFT
            inner = inner._replace(
                rol=rol, deel=Deel.OPSCHRIFT if opschrift else inner.deel, heading=inner.heading or OPSCHRIFT_TAGS.get(rol, 3)
            )
        elif rol is None and "lid" in tokens(element) and not place.fixed:
            inner = inner._replace(rol=Rol.LID)
        inner = inner._replace(stijl=(element.get("class") or "").strip()[:60] or place.stijl)
        self._children(element, inner)
        self.flush(inner)

    def _list(self, element: etree._Element, name: str, place: _Place) -> None:
        self.flush(place)
        if self._number is not None and not self._number.decorative:
            self._emit("", place, bold=False)  # a number that stands alone above the list below it
        count = 0
        for index, child in enumerate(element):
            inner = place._replace(lists=place.lists + 1, pad=(*place.pad, index)) if len(place.pad) < 64 else place
            if local_name(child).lower() != "li":
                self.element(child, inner)
                continue
            if is_noise(child, "li"):
                continue
            count += 1
            number, decorative = item_number(element, child, name, count)
            self._number = _Number(number, Nummerbron.GETYPT if decorative else Nummerbron.BEREKEND, decorative) if number else None
            self._block(child, "li", inner)
            if self._number is not None and not self._number.decorative:
                self._emit("", inner, bold=False)
            self._number = None
        self._text(None, place)

    def _table(self, element: etree._Element, place: _Place) -> None:
        self.flush(place)
        rows = [row for row in element.iter("{*}tr", "tr") if _owner(row) is element]
        is_layout = element.get("role") == "presentation" or all(len(_cells(row)) < 2 for row in rows)
        table = self._tables
        self._tables += 0 if is_layout else 1
        for caption in element:
            if local_name(caption).lower() == "caption":
                self._block(caption, "caption", place)
        for row_index, row in enumerate(rows):
            for column, cell in enumerate(_cells(row)):
                cel = place.cel if is_layout else Cel(table, row_index, column)
                inner = place._replace(cel=cel, bold=place.bold or local_name(cell).lower() == "th")
                self._block(cell, "td", inner._replace(pad=(*place.pad, row_index, column)) if len(place.pad) < 64 else inner)

    def flush(self, place: _Place) -> None:
        """End of a paragraph: what was gathered becomes one, or several when line breaks part them."""
        parts, self._parts = self._parts, []
        if not any(clean(text) for text, _ in parts):
            return
        bold = all(is_bold for text, is_bold in parts if clean(text))
        for line in _split_breaks("".join(text for text, _ in parts)):
            self._emit(line, place, bold=bold)

    def _emit(self, text: str, place: _Place, *, bold: bool) -> None:
        text, number = clean(text), self._number
        if place.lists and _BULLET.match(text):
            text = _BULLET.sub("", text, count=1)
            number = number or _Number("•", Nummerbron.GETYPT, decorative=True)
        in_list = bool(place.lists) or (place.cel is not None and place.cel.kolom == 0)
        if in_list and len(text) <= 8 and _TYPED_NUMBER.fullmatch(text) and (number is None or number.bron is not Nummerbron.BENOEMD):
            self._number = _Number(text, Nummerbron.BENOEMD)
            return
        if number is not None and number.decorative and _TYPED_NUMBER.match(text):
            number = None  # the typed number wins from the bullet before it
        if not text and (number is None or number.decorative):
            return
        self._number = None
        self.raw.append(
            _Raw(
                text,
                number.text if number else None,
                number.bron if number else Nummerbron.GEEN,
                place,
                place.heading,
                bold or place.heading is not None,
                place.stijl,
            )
        )


def _owner(row: etree._Element) -> etree._Element | None:
    """The table that a row belongs to (not one around it)."""
    parent = row.getparent()
    while parent is not None and local_name(parent).lower() != "table":
        parent = parent.getparent()
    return parent


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if local_name(cell).lower() in {"td", "th"}]


def _is_note_mark(element: etree._Element) -> bool:
    link = next(iter(element.iter("{*}a", "a")), None)
    return link is not None and (link.get("href") or "").startswith("#")


def _split_breaks(text: str) -> list[str]:
    """Lines parted by breaks; a line that goes on in the middle of a sentence is joined to the one before."""
    lines: list[str] = []
    for line in text.split("\n"):
        if not clean(line):
            lines.append("")
        elif lines and lines[-1] and clean(line)[:1].islower() and not re.search(r"[.;:,]\s*$", lines[-1]):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return [line for line in lines if line]
