"""One story of an OpenDocument text (body, header, note) → Blokken, with computed numbers and one view of tracked changes.

A deletion keeps its text apart, in a region that a point in the text refers to; an insertion is text between two marks.
So the final view is the text as it stands, and the original view leaves insertions out and puts deletions back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from verordening_tool.document.blok import Bron, Cel, Deel, Nummerbron, Weergave
from verordening_tool.readers.collector import Collector, clean
from verordening_tool.readers.odt_styles import MAX_LEVEL, TEXT, Counter, Level, OdtStyles, small_number
from verordening_tool.readers.safe_xml import local_name, namespace

_SILENT = frozenset(
    {
        "tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "forms", "dde-connection-decls", "table-column",
        "table-columns", "table-header-columns", "image", "object", "object-ole", "plugin", "event-listeners",
        "index-title-template", "ruby-text", "alphabetical-index-auto-mark-file", "table-of-content-source", "illustration-index-source",
        "alphabetical-index-source", "math",
    }
)  # fmt: skip
_INDEXES = frozenset(
    {"table-of-content", "illustration-index", "table-index", "alphabetical-index", "user-index", "object-index", "bibliography"}
)
_ROWS = frozenset({"table-row", "table-rows", "table-header-rows", "table-row-group"})
MAX_REPEATED_SPACES = 100


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is read."""

    element: etree._Element
    place: _Place
    parts: list[tuple[str, bool, bool]] = field(default_factory=list)  # text, bold, hidden
    number: str | None = None
    level: int | None = None


class _Place(NamedTuple):
    """What holds for the paragraphs inside an element."""

    deel: Deel
    list_style: str | None = None
    level: int = -1  # of the list, from 0
    cel: Cel | None = None
    hidden: bool = False
    pad: tuple[int, ...] = ()


class Story:
    """Reads one root element; ``comments`` gathers annotations with the alinea they stand in."""

    def __init__(
        self, collector: Collector, styles: OdtStyles, root: etree._Element, weergave: Weergave, *, deel: Deel = Deel.LICHAAM
    ) -> None:
        self._collector = collector
        self._styles = styles
        self._original = weergave is Weergave.OORSPRONKELIJK
        self._deel = deel
        self._regions = {str(region.get(f"{TEXT}id") or _xml_id(region)): region for region in root.iter(f"{TEXT}changed-region")}
        self._inserted: set[str] = set()  # insertions that are open here
        self._counters: dict[str, Counter] = {}  # by id of the list
        self._last_of_style: dict[str, Counter] = {}
        self._outline = Counter()
        self._open: _Paragraph | None = None  # a paragraph whose end is not part of this view
        self._notes: list[tuple[Deel, etree._Element]] = []
        self._item_number: tuple[str, int] | None = None
        self.comments: list[tuple[etree._Element, int]] = []

    def read(self, root: etree._Element) -> None:
        """All paragraphs below ``root``, text boxes after the paragraph they are anchored in."""
        self._children(root, _Place(self._deel))
        self._finish()

    def read_notes(self) -> list[tuple[etree._Element, int]]:
        """The notes met so far, footnotes first; gives the comments inside them."""
        before = len(self.comments)
        for deel in (Deel.VOETNOOT, Deel.EINDNOOT):
            for note in [note for kind, note in self._notes if kind is deel]:
                body = note.find(f"{TEXT}note-body")
                citation = clean(note.findtext(f"{TEXT}note-citation") or "")
                self._item_number = (citation, 0) if citation else None
                if body is not None:
                    self._children(body, _Place(deel))
                    self._finish()
                self._item_number = None
        found = self.comments[before:]
        del self.comments[before:]
        return found

    def _children(self, element: etree._Element, place: _Place) -> None:
        for index, child in enumerate(element):
            self._element(child, place._replace(pad=(*place.pad, index)))

    def _element(self, element: etree._Element, place: _Place) -> None:
        name = local_name(element)
        if not name or _is_silent(element, name):
            return
        if name in {"p", "h"}:
            self._paragraph(element, name, place)
        elif name == "list":
            self._list(element, place)
        elif name == "table":
            self._table(element, place)
        elif name == "numbered-paragraph":
            self._numbered_paragraph(element, place)
        elif name in _INDEXES:
            self._children(element, place._replace(deel=Deel.INHOUDSOPGAVE))
        elif name == "section":
            hidden = element.get(f"{TEXT}display") == "none"
            self._children(element, place._replace(hidden=place.hidden or hidden))
        elif name in {"change-start", "change-end", "change"}:
            self._change(element, name, place)
        else:
            self._children(element, place)

    def _paragraph(self, element: etree._Element, name: str, place: _Place) -> None:
        style = element.get(f"{TEXT}style-name")
        paragraph = self._open
        if paragraph is None:
            number, level = self._number_of(element, name, style, place)
            paragraph = _Paragraph(element, place, number=number, level=level)
        self._open = paragraph
        boxes: list[tuple[etree._Element, _Place]] = []
        bold = bool(self._styles.bold("paragraph", style))
        self._inline(element, paragraph, bold=bold, hidden=place.hidden or self._styles.hidden("paragraph", style), boxes=boxes)
        if self._original and self._inserted:
            return  # the end of this paragraph was inserted: in the original it runs on
        self._finish()
        for box, inside in boxes:
            self._children(box, inside)
            self._finish()

    def _finish(self) -> None:
        paragraph, self._open = self._open, None
        if paragraph is None:
            return
        style = paragraph.element.get(f"{TEXT}style-name")
        own = small_number(paragraph.element.get(f"{TEXT}outline-level"), 0) if local_name(paragraph.element) == "h" else 0
        kop = own or self._styles.outline_level(style)
        seen = [(text, bold, hidden) for text, bold, hidden in paragraph.parts if clean(text)]
        self._collector.add(
            "".join(text for text, _, _ in paragraph.parts),
            nummer=paragraph.number,
            nummerbron=Nummerbron.BEREKEND,
            niveau=paragraph.level,
            deel=paragraph.place.deel,
            kopniveau=kop if kop and kop < 10 else None,
            vet=bool(seen) and all(bold for _, bold, _ in seen),
            verborgen=bool(seen) and all(hidden for _, _, hidden in seen),
            inspringing=self._styles.indent(style),
            stijl=self._styles.shown_name(style),
            cel=paragraph.place.cel,
            bron=Bron("content.xml", paragraph.place.pad),
        )

    def _inline(
        self, element: etree._Element, paragraph: _Paragraph, *, bold: bool, hidden: bool, boxes: list[tuple[etree._Element, _Place]]
    ) -> None:
        self._say(paragraph, element.text, bold=bold, hidden=hidden)
        for child in element:
            name = local_name(child)
            place = paragraph.place
            if name in {"s", "tab", "line-break"}:
                spaces = min(small_number(child.get(f"{TEXT}c"), 1), MAX_REPEATED_SPACES)
                self._say(paragraph, " " * spaces, bold=bold, hidden=hidden)
            elif name == "note":
                if not (self._original and self._inserted):
                    kind = Deel.EINDNOOT if child.get(f"{TEXT}note-class") == "endnote" else Deel.VOETNOOT
                    self._notes.append((kind, child))
            elif name == "annotation":
                self.comments.append((child, len(self._collector.blokken())))
            elif name in {"change-start", "change-end", "change"}:
                self._change(child, name, place)
                paragraph = self._open or paragraph
            elif "drawing" in namespace(child) and name != "a":
                boxes.append((child, place._replace(deel=Deel.TEKSTVAK, list_style=None, level=-1)))
            elif name in {"hidden-text", "hidden-paragraph"}:
                self._inline(child, paragraph, bold=bold, hidden=True, boxes=boxes)
            elif name and not _is_silent(child, name):
                own = self._styles.bold("text", child.get(f"{TEXT}style-name")) if name in {"span", "a"} else None
                unseen = hidden or (name == "span" and self._styles.hidden("text", child.get(f"{TEXT}style-name")))
                self._inline(child, paragraph, bold=bold if own is None else own, hidden=unseen, boxes=boxes)
            self._say(paragraph, child.tail, bold=bold, hidden=hidden)

    def _say(self, paragraph: _Paragraph, text: str | None, *, bold: bool, hidden: bool) -> None:
        if text and not (self._original and self._inserted):
            paragraph.parts.append((text, bold, hidden))

    def _change(self, element: etree._Element, name: str, place: _Place) -> None:
        change = element.get(f"{TEXT}change-id", "")
        region = self._regions.get(change)
        kind = next((local_name(child) for child in region if local_name(child)), "") if region is not None else ""
        if name == "change-start" and kind == "insertion":
            self._inserted.add(change)
        elif name == "change-end":
            self._inserted.discard(change)
        elif name == "change" and kind == "deletion" and region is not None and self._original:
            self._put_back(region, place)

    def _put_back(self, region: etree._Element, place: _Place) -> None:
        """A deleted stretch: its first paragraph belongs to the one it was cut from, and its last runs on into what follows."""
        for index, element in enumerate(region.iter(f"{TEXT}p", f"{TEXT}h")):
            if index:
                if self._open is not None:
                    self._finish()
                self._open = _Paragraph(element, place)
            elif self._open is None:
                self._open = _Paragraph(element, place)
            bold = bool(self._styles.bold("paragraph", element.get(f"{TEXT}style-name")))
            self._inline(element, self._open, bold=bold, hidden=False, boxes=[])

    def _number_of(self, element: etree._Element, name: str, style: str | None, place: _Place) -> tuple[str | None, int | None]:
        """Number and level of a paragraph: of its list item, or of the outline for a heading outside a list."""
        if self._item_number is not None:
            number, level = self._item_number
            self._item_number = None
            return number or None, level
        if place.level >= 0:
            return None, place.level
        outline = small_number(element.get(f"{TEXT}outline-level"), 0)
        if name == "h" and outline and self._styles.outline and element.get(f"{TEXT}is-list-header") != "true":
            level = min(outline, MAX_LEVEL) - 1
            if level >= 0 and self._styles.list_style(style) != "":
                self._step(self._outline, self._styles.outline, level, element.get(f"{TEXT}start-value"))
                return self._styles.label(self._styles.outline, self._outline, level) or None, level
        return None, None

    def _list(self, element: etree._Element, place: _Place) -> None:
        style = element.get(f"{TEXT}style-name") or place.list_style
        level = min(place.level + 1, MAX_LEVEL - 1)
        if level == 0:
            self._counters["*"] = self._counter_of(element, style or "")
        inside = place._replace(list_style=style, level=level)
        for index, child in enumerate(element):
            name = local_name(child)
            at = inside._replace(pad=(*place.pad, index))
            if name == "list-item":
                self._item(child, at)
            else:
                self._element(child, at) if name in {"change-start", "change-end", "change"} else self._children(child, at)

    def _counter_of(self, element: etree._Element, style: str) -> Counter:
        """A list counts anew, unless it says that it goes on where another stopped."""
        continued = element.get(f"{TEXT}continue-list")
        counter = self._counters.get(f"id:{continued}") if continued else None
        if counter is None and element.get(f"{TEXT}continue-numbering") == "true":
            counter = self._last_of_style.get(style)
        counter = counter or Counter()
        identity = _xml_id(element) or element.get(f"{TEXT}id")
        if identity:
            self._counters[f"id:{identity}"] = counter
        self._last_of_style[style] = counter
        return counter

    def _item(self, element: etree._Element, place: _Place) -> None:
        """The number goes with the first paragraph of an item; an item that begins with a list below it has none of its own."""
        first = next((child for child in element if local_name(child) in {"p", "h", "list", "table", "numbered-paragraph"}), None)
        self._item_number = None
        if first is not None and local_name(first) in {"p", "h"}:
            levels = self._styles.levels(place.list_style)
            own, counter = levels[place.level], self._counters["*"]
            skipped = self._original and bool(self._inserted)
            if own.kind == "number" and not skipped:
                self._step(counter, levels, place.level, element.get(f"{TEXT}start-value"))
            label = own.bullet if own.kind == "bullet" else self._styles.label(levels, counter, place.level)
            self._item_number = (label, place.level)
        self._children(element, place)
        self._item_number = None

    def _numbered_paragraph(self, element: etree._Element, place: _Place) -> None:
        level = min(max(small_number(element.get(f"{TEXT}level"), 1), 1), MAX_LEVEL) - 1
        style = element.get(f"{TEXT}style-name")
        counter = self._counters.setdefault(f"numbered:{element.get(f'{TEXT}list-id') or style}", Counter())
        levels = self._styles.levels(style)
        self._step(counter, levels, level, element.get(f"{TEXT}start-value"))
        label = levels[level].bullet if levels[level].kind == "bullet" else self._styles.label(levels, counter, level)
        self._item_number = (label, level)
        self._children(element, place._replace(list_style=style, level=level))
        self._item_number = None

    @staticmethod
    def _step(counter: Counter, levels: Sequence[Level], level: int, given: str | None) -> None:
        """Count one item; a level above that was skipped counts as begun, levels below begin anew."""
        for above in range(level):
            if counter.values[above] is None:
                counter.values[above] = levels[above].start
        value = counter.values[level]
        following = levels[level].start if value is None else value + 1
        counter.values[level] = small_number(given, following)
        for deeper in range(level + 1, MAX_LEVEL):
            counter.values[deeper] = None

    def _table(self, element: etree._Element, place: _Place) -> None:
        table = self._collector.new_table()
        for row_index, row in enumerate(_rows(element)):
            cells = [cell for cell in row if local_name(cell) in {"table-cell", "covered-table-cell"}]
            for column, cell in enumerate(cells):
                inside = place._replace(cel=Cel(table, row_index, column), list_style=None, level=-1, pad=(*place.pad, row_index, column))
                self._children(cell, inside)


def _is_silent(element: etree._Element, name: str) -> bool:
    """Whether an element shows no text; the title and description of a drawing do not, those of the document do."""
    return name in _SILENT or "svg" in namespace(element)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        name = local_name(child)
        if name == "table-row":
            yield child
        elif name in _ROWS:
            yield from _rows(child)


def _xml_id(element: etree._Element) -> str | None:
    return element.get("{http://www.w3.org/XML/1998/namespace}id")
