"""One part of a Word file (body, header, notes) → Blokken in reading order, with computed numbers.

Paragraph marks may be tracked too: a paragraph whose mark is absent in the view runs on into the next one, and the
properties of the last count, since Word keeps the properties of a paragraph in its mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from verordening_tool.document.blok import Blok, Bron, Cel, Deel, Nummerbron, Revisie, Weergave
from verordening_tool.ooxml.names import VAL, w
from verordening_tool.ooxml.numbering import Counters, Number, Numbering
from verordening_tool.ooxml.revisions import View
from verordening_tool.ooxml.styles import Style, Styles, left_indent, on, whole
from verordening_tool.readers.docx_fields import Target, veld
from verordening_tool.readers.docx_paragraph import ALTERNATE, P_PR, R_PR, SDT, InlineReader, Paragraph, Path, chosen_branch

_P, _TBL, _TR, _TC, _TC_PR, _TR_PR = w("p"), w("tbl"), w("tr"), w("tc"), w("tcPr"), w("trPr")
_P_STYLE, _NUM_PR, _NUM_ID, _ILVL, _OUTLINE, _IND = w("pStyle"), w("numPr"), w("numId"), w("ilvl"), w("outlineLvl"), w("ind")
_P_PR_CHANGE, _VANISH, _GRID_SPAN, _GRID_BEFORE = w("pPrChange"), w("vanish"), w("gridSpan"), w("gridBefore")
_ALT_CHUNK, _GALLERY = w("altChunk"), w("docPartGallery")
_SDT_PR, _SECT_PR = w("sdtPr"), w("sectPr")
_SKIPPED = frozenset({_SECT_PR, _SDT_PR, w("sdtEndPr"), w("tblPr"), w("tblGrid"), w("customXmlPr"), w("tblPrEx"), _TC_PR, _TR_PR})
_CONTENTS_STYLES = ("toc ", "table of figures")


@dataclass(slots=True)
class Output:
    """What a read of one file gathers over all its parts."""

    blokken: list[Blok] = field(default_factory=list)
    numbers: list[Number | None] = field(default_factory=list)  # of each Blok
    pending_fields: list[tuple[int, Paragraph]] = field(default_factory=list)
    targets: dict[str, Target] = field(default_factory=dict)
    comments: dict[str, int] = field(default_factory=dict)  # comment id → alinea
    notes: list[tuple[str, str]] = field(default_factory=list)  # kind and id, in order of reference
    chunks: list[tuple[int, str]] = field(default_factory=list)  # alinea before which an altChunk stands, relationship id
    tables: int = 0

    def resolve_fields(self) -> None:
        """Give the Blokken their fields, now that every bookmark is known."""
        for alinea, paragraph in self.pending_fields:
            blok = self.blokken[alinea]
            own = self.numbers[alinea]
            velden = (veld(read, blok.tekst[read.start : read.end], own, self.targets) for read in paragraph.fields)
            object.__setattr__(blok, "velden", tuple(v for v in velden if v is not None))


class ParagraphProperties(NamedTuple):
    """The properties of one paragraph that matter here, in the view that is read."""

    style_id: str | None = None
    num_id: int | None = None
    ilvl: int | None = None
    outline: int | None = None
    indent: int | None = None
    mark_gone: bool = False
    mark_hidden: bool = False
    number_revision: Revisie = Revisie.GEEN


_NO_PROPERTIES = ParagraphProperties()


class StoryReader:
    """Reads one part into an ``Output``; text boxes count their numbers apart from the text around them."""

    def __init__(self, part: str, deel: Deel, styles: Styles, numbering: Numbering, weergave: Weergave, out: Output) -> None:
        self.part = part
        self.deel = deel
        self.view = View(weergave)
        self.styles = styles
        self.numbering = numbering
        self.out = out
        self._counters = Counters(numbering.language)
        self._box_counters = Counters(numbering.language)
        self._pending: Paragraph | None = None
        self._pending_properties = _NO_PROPERTIES
        self._cel: Cel | None = None
        self._contents = 0

    def read(self, root: etree._Element, path: Path = (), ignored_fields: frozenset[Path] = frozenset()) -> list[Path]:
        """Read all under ``root``; give the places of fields that began but never showed a result."""
        self._inline = InlineReader(self.styles, self.view, ignored_fields)
        self._blocks(root, path)
        self._flush()
        self.out.notes.extend(self._inline.notes)
        return [open_field.path for open_field in self._inline.fields if open_field.in_instruction]

    def _blocks(self, parent: etree._Element, path: Path) -> None:
        for i, child in enumerate(parent):
            tag = child.tag
            if tag == _P:
                self._paragraph(child, (*path, i))
            elif tag == _TBL:
                self._table(child, (*path, i))
            elif tag in _SKIPPED or not isinstance(tag, str) or tag in self.view.gone:
                continue
            elif tag == SDT:
                contents = _is_contents(child)
                self._contents += contents
                self._blocks(child, (*path, i))
                self._contents -= contents
            elif tag == ALTERNATE:
                for k, branch in chosen_branch(child):
                    self._blocks(branch, (*path, i, k))
            elif tag == _ALT_CHUNK:
                self._flush()
                self.out.chunks.append((len(self.out.blokken), child.get(f"{{{child.nsmap.get('r', '')}}}id") or ""))
            elif len(child):
                self._blocks(child, (*path, i))
            else:
                self._inline.between(child)

    def _table(self, table: etree._Element, path: Path) -> None:
        self._flush()
        number, self.out.tables = self.out.tables, self.out.tables + 1
        outer = self._cel
        for y, (row, row_path) in enumerate(self._rows(table, path)):
            x = _grid_value(row.find(_TR_PR), _GRID_BEFORE, 0)
            for cell, cell_path in self._parts(row, row_path, _TC):
                properties = cell.find(_TC_PR)
                if properties is not None and properties.find(self.view.cell_gone) is not None:
                    continue
                self._cel = Cel(number, y, x)
                self._blocks(cell, cell_path)
                self._flush()
                x += _grid_value(properties, _GRID_SPAN, 1)
        self._cel = outer

    def _rows(self, table: etree._Element, path: Path) -> Iterator[tuple[etree._Element, Path]]:
        for row, row_path in self._parts(table, path, _TR):
            if not self.view.takes_away(row.find(_TR_PR)):
                yield row, row_path

    def _parts(self, parent: etree._Element, path: Path, wanted: str) -> Iterator[tuple[etree._Element, Path]]:
        """Rows of a table or cells of a row, also those inside content controls and custom XML."""
        for i, child in enumerate(parent):
            if child.tag == wanted:
                yield child, (*path, i)
            elif isinstance(child.tag, str) and child.tag not in _SKIPPED and child.tag not in self.view.gone and len(child):
                yield from self._parts(child, (*path, i), wanted)

    def _paragraph(self, element: etree._Element, path: Path) -> None:
        p_pr = element.find(P_PR)
        properties = self._properties(p_pr) if p_pr is not None else _NO_PROPERTIES
        style = self.styles.paragraph(properties.style_id)
        bron = Bron(self.part, path)
        paragraph = self._pending
        if paragraph is None:
            paragraph = Paragraph(bron, self._cel)
        else:
            paragraph.source = bron
            self._pending = None
        paragraph.style = style
        self._inline.read(paragraph, element, style)
        if properties.mark_gone:
            self._pending, self._pending_properties = paragraph, properties
        else:
            self._finish(paragraph, properties)

    def _flush(self) -> None:
        """End a paragraph that had nothing left to run on into: it stays when it shows something."""
        paragraph, self._pending = self._pending, None
        if paragraph is not None and (paragraph.runs or paragraph.boxes):
            self._finish(paragraph, self._pending_properties)

    def _properties(self, p_pr: etree._Element) -> ParagraphProperties:
        mark = p_pr.find(R_PR)
        mark_gone, mark_revised, mark_hidden = False, False, False
        if mark is not None:
            mark_gone, mark_revised = self.view.takes_away(mark), self.view.marks(mark)
            vanish = mark.find(_VANISH)
            mark_hidden = vanish is not None and on(vanish)
        style_id = num_id = ilvl = outline = indent = None
        current = self.view.properties(p_pr, _P_PR_CHANGE)
        for child in current if current is not None else ():
            tag = child.tag
            if tag == _P_STYLE:
                style_id = child.get(VAL)
            elif tag == _NUM_PR:
                if self.view.takes_away(child):
                    continue
                mark_revised = mark_revised or self.view.marks(child)
                for part in child:
                    if part.tag == _NUM_ID:
                        num_id = whole(part.get(VAL))
                    elif part.tag == _ILVL:
                        ilvl = whole(part.get(VAL))
            elif tag == _OUTLINE:
                outline = whole(child.get(VAL))
            elif tag == _IND:
                indent = left_indent(child)
        revision = Revisie.GEEN
        if mark_revised:
            revision = Revisie.VERWIJDERD if self.view.original else Revisie.INGEVOEGD
        return ParagraphProperties(style_id, num_id, ilvl, outline, indent, mark_gone, mark_hidden, revision)

    def _finish(self, paragraph: Paragraph, properties: ParagraphProperties) -> None:
        style = paragraph.style or self.styles.default
        tekst = "".join(paragraph.pieces)
        runs = paragraph.runs
        hidden = bool(runs) and all(run.verborgen for run in runs)
        number, indent = None, properties.indent
        located = self.numbering.locate(style, properties.num_id, properties.ilvl)
        if located is not None:
            instance, ilvl = located
            if indent is None and (properties.num_id is not None or style.indent_from_own_numbering):
                indent = instance.levels[ilvl].indent
            if not (hidden or (properties.mark_hidden and not runs)):
                counters = self._box_counters if self.deel is Deel.TEKSTVAK else self._counters
                number = counters.next(instance, ilvl)
        blank = not tekst or tekst.isspace()
        for bookmark in paragraph.bookmarks:
            text = None if bookmark.end is None else tekst[bookmark.start : bookmark.end]
            self.out.targets.setdefault(bookmark.name, Target(text or None, number))
        for comment in paragraph.comments:
            self.out.comments.setdefault(comment, len(self.out.blokken) if not blank else max(len(self.out.blokken) - 1, 0))
        if not blank or (number is not None and _speaks(number)):
            if paragraph.fields:
                self.out.pending_fields.append((len(self.out.blokken), paragraph))
            self._emit(paragraph, properties, style, tekst, number, indent, hidden=hidden)
        if paragraph.boxes:
            self._boxes(paragraph)

    def _emit(
        self,
        paragraph: Paragraph,
        properties: ParagraphProperties,
        style: Style,
        tekst: str,
        number: Number | None,
        indent: int | None,
        *,
        hidden: bool,
    ) -> None:
        deel = self.deel
        if deel is Deel.LICHAAM and (self._contents or paragraph.in_contents or style.name.startswith(_CONTENTS_STYLES)):
            deel = Deel.INHOUDSOPGAVE
        outline = style.outline if properties.outline is None else properties.outline
        runs = paragraph.runs
        self.out.numbers.append(number)
        self.out.blokken.append(
            Blok(
                alinea=len(self.out.blokken),
                tekst=tekst,
                nummer=(number.text or None) if number else None,
                nummerbron=Nummerbron.BEREKEND if number and number.text else Nummerbron.GEEN,
                niveau=number.ilvl if number else None,
                deel=deel,
                stijl=style.name or None,
                kopniveau=outline + 1 if outline is not None and 0 <= outline < 9 else None,
                vet=_all_bold(tekst, paragraph),
                verborgen=hidden,
                inspringing=indent if indent is not None else style.indent or 0,
                cel=paragraph.cel,
                runs=tuple(runs),
                bron=paragraph.bron,
                nummer_revisie=properties.number_revision if number else Revisie.GEEN,
            )
        )

    def _boxes(self, paragraph: Paragraph) -> None:
        """Read the text boxes of a paragraph right after it, with fields and place of their own."""
        outer = self.deel, self._cel, self._inline
        self._cel = None
        if self.deel is Deel.LICHAAM:
            self.deel = Deel.TEKSTVAK
        for box, path in paragraph.boxes:
            self._inline = InlineReader(self.styles, self.view, frozenset())
            self._blocks(box, ((paragraph.bron.pad) + path))
            self._flush()
            outer[2].notes.extend(self._inline.notes)
        self.deel, self._cel, self._inline = outer


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
