"""One part of a Word file (body, header, notes) → Blokken in reading order, with computed numbers.

Paragraph marks may be tracked too: a paragraph whose mark is absent in the view runs on into the next one, and the
properties of the last count, since Word keeps the properties of a paragraph in its mark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from lxml import etree

from verordening_tool.document.blok import Blok, Bron, Cel, Deel, Nummerbron, Revisie
from verordening_tool.ooxml.names import R_ID, R_NS, VAL, w
from verordening_tool.ooxml.numbering import Counters, Number, Numbering
from verordening_tool.ooxml.revisions import View
from verordening_tool.ooxml.styles import Styles, left_indent, on, whole
from verordening_tool.readers.docx_fields import Target, veld
from verordening_tool.readers.docx_paragraph import (
    ALTERNATE,
    P_PR,
    R_PR,
    SDT,
    TEXT_PATH,
    TXBX,
    InlineReader,
    Paragraph,
    Path,
    chosen_branch,
)

_P, _TBL, _TR, _TC, _TC_PR, _TR_PR = w("p"), w("tbl"), w("tr"), w("tc"), w("tcPr"), w("trPr")
_P_STYLE, _NUM_PR, _NUM_ID, _ILVL, _OUTLINE, _IND = w("pStyle"), w("numPr"), w("numId"), w("ilvl"), w("outlineLvl"), w("ind")
_P_PR_CHANGE, _VANISH, _GRID_SPAN, _GRID_BEFORE, _FRAME = w("pPrChange"), w("vanish"), w("gridSpan"), w("gridBefore"), w("framePr")
_ALT_CHUNK, _GALLERY, _SDT_PR = w("altChunk"), w("docPartGallery"), w("sdtPr")
_SKIPPED = frozenset({w("sectPr"), _SDT_PR, w("sdtEndPr"), w("tblPr"), w("tblGrid"), w("customXmlPr"), w("tblPrEx"), _TC_PR, _TR_PR})
_CONTENTS_STYLES = ("toc ", "table of figures")
_DROP_CAPS = frozenset({"drop", "margin"})


@dataclass(slots=True)
class Output:
    """What a read of one file gathers over all its parts."""

    blokken: list[Blok] = field(default_factory=list)
    numbers: list[Number | None] = field(default_factory=list)  # of each Blok
    with_fields: list[tuple[int, Paragraph]] = field(default_factory=list)
    targets: list[tuple[str, Target]] = field(default_factory=list)
    comments: list[tuple[str, int]] = field(default_factory=list)  # comment id, alinea
    notes: list[tuple[str, str]] = field(default_factory=list)  # kind and id, in order of reference
    tables: int = 0

    def sizes(self) -> tuple[int, ...]:
        """Where the output stands now, to go back to."""
        return (*(len(part) for part in self._lists()), self.tables)

    def go_back(self, sizes: tuple[int, ...]) -> None:
        """Forget what was gathered after ``sizes``."""
        for part, size in zip(self._lists(), sizes, strict=False):
            del part[size:]
        self.tables = sizes[-1]

    def _lists(self) -> tuple[list[Any], ...]:
        return (self.blokken, self.numbers, self.with_fields, self.targets, self.comments, self.notes)

    def add(self, blok: Blok, number: Number | None = None) -> None:
        """Put ``blok`` at the end."""
        self.blokken.append(blok)
        self.numbers.append(number)

    def resolve_fields(self) -> None:
        """Give the Blokken their fields, now that every bookmark is known."""
        targets = dict(reversed(self.targets))
        for alinea, paragraph in self.with_fields:
            blok = self.blokken[alinea]
            own = self.numbers[alinea]
            velden = (veld(read, blok.tekst[read.start : read.end], own, targets) for read in paragraph.fields)
            self.blokken[alinea] = replace(blok, velden=tuple(v for v in velden if v is not None))


class ParagraphProperties(NamedTuple):
    """The properties of one paragraph that matter here, in the view that is read."""

    style_id: str | None = None
    num_id: int | None = None
    ilvl: int | None = None
    outline: int | None = None
    indent: int | None = None
    runs_on: bool = False
    mark_hidden: bool = False
    number_revision: Revisie = Revisie.GEEN


_NO_PROPERTIES = ParagraphProperties()


class Source(NamedTuple):
    """What the stories of one file share.

    ``chunk`` gives the Blokken of an altChunk by its relationship id, ``diagram`` the lines of a SmartArt diagram.
    """

    styles: Styles
    numbering: Numbering
    view: View
    chunk: Callable[[str], Iterable[Blok]]
    diagram: Callable[[str], Iterable[str]]


class StoryReader:
    """Reads one part into an ``Output``; text boxes count their numbers apart from the text around them."""

    def __init__(self, part: str, deel: Deel, source: Source, out: Output) -> None:
        self._part = part
        self._deel = deel
        self._source = source
        self._view = source.view
        self._out = out
        self._counters = Counters(source.numbering.language)
        self._box_counters = Counters(source.numbering.language)
        self._inline: InlineReader
        self._pending: Paragraph | None = None
        self._pending_properties = _NO_PROPERTIES
        self._cel: Cel | None = None
        self._contents = 0

    def read(self, root: etree._Element, path: Path = (), ignored_fields: frozenset[Path] = frozenset()) -> list[Path]:
        """Read all under ``root``; give the places of fields that began but never ended."""
        self._inline = InlineReader(self._source.styles, self._view, ignored_fields)
        self._blocks(root, path)
        self._flush()
        self._out.notes.extend(self._inline.notes)
        return [open_field.path for open_field in self._inline.fields]

    def _blocks(self, parent: etree._Element, path: Path) -> None:
        for i, child in enumerate(parent):
            tag = child.tag
            if tag == _P:
                self._paragraph(child, (*path, i))
            elif tag == _TBL:
                self._table(child, (*path, i))
            elif tag in _SKIPPED or not isinstance(tag, str) or tag in self._view.gone:
                continue
            elif tag == ALTERNATE:
                for k, branch in chosen_branch(child):
                    self._blocks(branch, (*path, i, k))
            elif tag == _ALT_CHUNK:
                self._flush()
                for blok in self._source.chunk(child.get(R_ID) or ""):
                    self._out.add(replace(blok, alinea=len(self._out.blokken), cel=blok.cel or self._cel))
            elif len(child):
                contents = tag == SDT and _is_contents(child)
                self._contents += contents
                self._blocks(child, (*path, i))
                self._contents -= contents
            else:
                self._inline.between(child)

    def _table(self, table: etree._Element, path: Path) -> None:
        self._flush()
        number, self._out.tables = self._out.tables, self._out.tables + 1
        outer = self._cel
        rows = (row for row in self._parts(table, path, _TR) if not self._view.takes_away(row[0].find(_TR_PR)))
        for y, (row, row_path) in enumerate(rows):
            x = _grid_value(row.find(_TR_PR), _GRID_BEFORE, 0)
            for cell, cell_path in self._parts(row, row_path, _TC):
                properties = cell.find(_TC_PR)
                if properties is not None and properties.find(self._view.cell_gone) is not None:
                    continue
                self._cel = Cel(number, y, x)
                self._blocks(cell, cell_path)
                self._flush()
                x += _grid_value(properties, _GRID_SPAN, 1)
        self._cel = outer

    def _parts(self, parent: etree._Element, path: Path, wanted: str) -> Iterator[tuple[etree._Element, Path]]:
        """Rows of a table or cells of a row, also those inside content controls and custom XML."""
        for i, child in enumerate(parent):
            if child.tag == wanted:
                yield child, (*path, i)
            elif isinstance(child.tag, str) and child.tag not in _SKIPPED and child.tag not in self._view.gone and len(child):
                yield from self._parts(child, (*path, i), wanted)

    def _paragraph(self, element: etree._Element, path: Path) -> None:
        p_pr = element.find(P_PR)
        properties = self._properties(p_pr) if p_pr is not None else _NO_PROPERTIES
        style = self._source.styles.paragraph(properties.style_id)
        paragraph = self._pending
        if paragraph is None:
            paragraph = Paragraph(Bron(self._part, path), self._cel)
        else:
            paragraph.source = Bron(self._part, path)
            self._pending = None
        paragraph.style = style
        self._inline.read(paragraph, element, style)
        if properties.runs_on:
            self._pending, self._pending_properties = paragraph, properties
        else:
            self._finish(paragraph, properties)

    def _flush(self) -> None:
        """End a paragraph that had nothing left to run on into: it stays when it shows something."""
        paragraph, self._pending = self._pending, None
        if paragraph is not None and (paragraph.runs or paragraph.boxes):
            self._finish(paragraph, self._pending_properties)

    def _properties(self, p_pr: etree._Element) -> ParagraphProperties:
        style_id = num_id = ilvl = outline = indent = None
        runs_on = revised = hidden = False
        for child in self._view.properties(p_pr, _P_PR_CHANGE):
            tag = child.tag
            if tag == _P_STYLE:
                style_id = child.get(VAL)
            elif tag == _NUM_PR:
                num_id, ilvl, revised = self._own_number(child)
            elif tag == _OUTLINE:
                outline = whole(child.get(VAL))
            elif tag == _IND:
                indent = left_indent(child)
            elif tag == _FRAME:  # a big first letter stands in a paragraph of its own
                runs_on = child.get(w("dropCap")) in _DROP_CAPS
        mark = p_pr.find(R_PR)
        if mark is not None and len(mark):
            runs_on = runs_on or self._view.takes_away(mark)
            revised = revised or self._view.marks(mark)
            vanish = mark.find(_VANISH)
            hidden = vanish is not None and on(vanish)
        revision = self._view.revision if revised else Revisie.GEEN
        return ParagraphProperties(style_id, num_id, ilvl, outline, indent, runs_on, hidden, revision)

    def _own_number(self, num_pr: etree._Element) -> tuple[int | None, int | None, bool]:
        """The numId and ilvl of the paragraph itself, and whether that numbering is a revision."""
        num_id = ilvl = None
        if self._view.takes_away(num_pr):
            return None, None, False
        for part in num_pr:
            if part.tag == _NUM_ID:
                num_id = whole(part.get(VAL))
            elif part.tag == _ILVL:
                ilvl = whole(part.get(VAL))
        return num_id, ilvl, self._view.marks(num_pr)

    def _finish(self, paragraph: Paragraph, properties: ParagraphProperties) -> None:
        """Number a complete paragraph and put it in the output, if it shows anything."""
        out, runs = self._out, paragraph.runs
        style = paragraph.style or self._source.styles.default
        tekst = "".join(paragraph.pieces)
        hidden = bool(runs) and all(run.verborgen for run in runs)
        unseen = hidden or (not runs and properties.mark_hidden)
        number, indent = None, properties.indent
        located = self._source.numbering.locate(style, properties.num_id, properties.ilvl)
        if located is not None:
            if indent is None and (properties.num_id is not None or style.indent_from_own_numbering):
                indent = located[0].levels[located[1]].indent
            if not unseen:  # Word does not count what it does not show
                counters = self._box_counters if self._deel is Deel.TEKSTVAK else self._counters
                number = counters.next(*located)
        for bookmark in paragraph.bookmarks:
            text = None if bookmark.end is None else tekst[bookmark.start : bookmark.end]
            out.targets.append((bookmark.name, Target(text or None, number)))
        shows = bool(tekst and not tekst.isspace()) or (number is not None and _speaks(number))
        alinea = len(out.blokken) if shows else max(len(out.blokken) - 1, 0)
        out.comments.extend((comment, alinea) for comment in paragraph.comments)
        if shows:
            if paragraph.fields:
                out.with_fields.append((alinea, paragraph))
            out.add(self._blok(paragraph, properties, (tekst, number, indent), hidden=hidden), number)
        if paragraph.boxes:
            self._boxes(paragraph)

    def _blok(
        self, paragraph: Paragraph, properties: ParagraphProperties, shown: tuple[str, Number | None, int | None], *, hidden: bool
    ) -> Blok:
        tekst, number, indent = shown
        style = paragraph.style or self._source.styles.default
        deel = self._deel
        if deel is Deel.LICHAAM and (self._contents or paragraph.in_contents or style.name.startswith(_CONTENTS_STYLES)):
            deel = Deel.INHOUDSOPGAVE
        outline = style.outline if properties.outline is None else properties.outline
        numbered = number is not None and bool(number.text)
        return Blok(
            alinea=len(self._out.blokken),
            tekst=tekst,
            nummer=number.text if number and numbered else None,
            nummerbron=Nummerbron.BEREKEND if numbered else Nummerbron.GEEN,
            niveau=number.ilvl if number else None,
            deel=deel,
            stijl=style.name or None,
            kopniveau=outline + 1 if outline is not None and 0 <= outline < 9 else None,
            vet=_all_bold(tekst, paragraph),
            verborgen=hidden,
            inspringing=indent if indent is not None else style.indent or 0,
            cel=paragraph.cel,
            runs=tuple(paragraph.runs),
            bron=paragraph.bron,
            nummer_revisie=properties.number_revision if number else Revisie.GEEN,
            doorgehaald=tuple(paragraph.struck),
        )

    def _boxes(self, paragraph: Paragraph) -> None:
        """Read the text boxes of a paragraph right after it, with fields and place of their own."""
        outer = self._deel, self._cel, self._inline, self._contents
        self._cel, self._contents = None, 0
        if self._deel is Deel.LICHAAM:
            self._deel = Deel.TEKSTVAK
        for box, path in paragraph.boxes:
            if box.tag == TXBX:
                self._inline = InlineReader(self._source.styles, self._view, frozenset())
                self._blocks(box, path)
                self._flush()
                self._out.notes.extend(self._inline.notes)
                continue
            lines = [box.get("string") or ""] if box.tag == TEXT_PATH else self._source.diagram(box.get(f"{{{R_NS}}}dm") or "")
            for line in filter(str.strip, lines):
                self._out.add(Blok(len(self._out.blokken), line, deel=self._deel, bron=Bron(self._part, path)))
        self._deel, self._cel, self._inline, self._contents = outer


def _all_bold(tekst: str, paragraph: Paragraph) -> bool:
    some = False
    for run in paragraph.runs:
        if run.verborgen or (not run.vet and tekst[run.start : run.eind].isspace()):
            continue
        if not run.vet:
            return False
        some = True
    return some


def _speaks(number: Number) -> bool:
    """Tell whether a number says something by itself ("Artikel 3"), so that it stands even without text."""
    letters = 0
    for sign in number.text:
        letters = letters + 1 if sign.isalpha() else 0
        if letters > 3:
            return True
    return False


def _is_contents(sdt: etree._Element) -> bool:
    properties = sdt.find(_SDT_PR)
    gallery = next(properties.iter(_GALLERY), None) if properties is not None else None
    return gallery is not None and gallery.get(VAL) == "Table of Contents"


def _grid_value(properties: etree._Element | None, name: str, default: int) -> int:
    found = properties.find(name) if properties is not None else None
    value = whole(found.get(VAL)) if found is not None else None
    return default if value is None else min(max(value, 0), 1000)
