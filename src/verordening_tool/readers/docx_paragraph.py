"""The inside of a Word paragraph: runs, tracked changes, fields, links, content controls, symbols → text with its source.

A ``Paragraph`` collects what one paragraph shows; ``InlineReader`` walks the elements and fills it. Both are mutable
working material of one read; what leaves the reader is frozen.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from lxml import etree

from verordening_tool.document.blok import Bron, Cel, Revisie, Run
from verordening_tool.ooxml.names import M_NS, MC_NS, VAL, w
from verordening_tool.ooxml.revisions import View
from verordening_tool.ooxml.styles import Style, Styles, on
from verordening_tool.ooxml.symbols import symbol
from verordening_tool.readers.docx_fields import OpenField, ReadField, form_result

Path = tuple[int, ...]

R_PR, P_PR, SDT, TXBX = w("rPr"), w("pPr"), w("sdt"), w("txbxContent")
TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"  # WordArt, watermarks
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"  # SmartArt
ALTERNATE, _CHOICE = f"{{{MC_NS}}}AlternateContent", f"{{{MC_NS}}}Choice"
_R, _T, _FF_DATA, _INSTR = w("r"), w("t"), w("ffData"), w("instr")
_R_STYLE, _R_FONTS, _B, _VANISH, _R_PR_CHANGE = w("rStyle"), w("rFonts"), w("b"), w("vanish"), w("rPrChange")
_STRIKES = frozenset({w("strike"), w("dstrike")})
_ID, _NAME = w("id"), w("name")
_FIXED = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_NOTE_REFS = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
# Elements without anything that shows, and properties that must not be walked into.
_SILENT = frozenset(
    {P_PR, w("sdtPr"), w("sdtEndPr"), w("smartTagPr"), w("customXmlPr"), w("proofErr"), w("rt"), w("rubyPr"), w("fldData")}
    | {f"{{{M_NS}}}{name}" for name in ("ctrlPr", "rPr", "sPr", "dPr", "fPr", "naryPr", "accPr", "radPr")}
)
# Characters that a search would trip over: other blanks become a blank, what is never seen goes, symbol fonts become signs.
_SPECIAL = re.compile("[\n\r\t\xa0\u2007\u202f\u2011\xad\u200b\u2060\ufeff\u2028\u2029\ue000-\uf8ff]")
_BLANKS = dict.fromkeys(map(ord, "\n\r\t\xa0\u2007\u202f"), " ") | {0x2011: "-", 0x2028: "\n", 0x2029: "\n"}
_UNSEEN = re.compile("[\xad\u200b\u2060\ufeff]+")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BOXES = frozenset({TXBX, TEXT_PATH, DIAGRAM})
_HEX = re.compile("[0-9A-Fa-f]{1,6}")


class Look(NamedTuple):
    """How the text of a run looks."""

    revisie: Revisie = Revisie.GEEN
    bold: bool = False
    hidden: bool = False
    font: str | None = None
    struck: bool = False


Handler: TypeAlias = "Callable[[etree._Element, Path, Look], None]"  # noqa: SLF001 - the name lxml gives its elements


@dataclass(slots=True)
class Bookmark:
    """A bookmark that begins in a paragraph; ``end`` is None when it reaches into another paragraph."""

    name: str
    start: int
    end: int | None = None


@dataclass(slots=True)
class Paragraph:
    """What is collected of one paragraph, or of several that a tracked change joins."""

    bron: Bron
    cel: Cel | None = None
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[Run] = field(default_factory=list)
    fields: list[ReadField] = field(default_factory=list)
    boxes: list[tuple[etree._Element, Path]] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    style: Style | None = None
    source: Bron | None = None  # of the runs being read, when it is not ``bron``
    in_contents: bool = False
    struck: list[str] = field(default_factory=list)

    @property
    def here(self) -> Path:
        """Path of the source paragraph that is being read."""
        return (self.source or self.bron).pad


class InlineReader:
    """Walks what stands inside paragraphs of one part; fields run on from one paragraph to the next."""

    def __init__(self, styles: Styles, view: View, ignored_fields: frozenset[Path]) -> None:
        self.styles = styles
        self.view = view
        self.fields: list[OpenField] = []
        self.notes: list[tuple[str, str]] = []
        self._muted = 0  # open fields of which the instruction is being read
        self._ignored_fields = ignored_fields
        self._bookmarks: dict[str, tuple[Paragraph, Bookmark]] = {}
        self._waiting_bookmarks: list[etree._Element] = []
        self._p: Paragraph
        self._style = styles.default
        self._looks: dict[str, Look] = {}  # of plain text, by paragraph style
        # What to do with an element, by name. Unknown ones are looked into in a paragraph, passed over in a run.
        walk: Handler = self._walk
        self._in_paragraph: dict[str, Handler] = {
            _R: self._run_content,
            R_PR: self._nothing,
            w("bookmarkStart"): self._bookmark,
            w("bookmarkEnd"): self._end_bookmark,
            w("commentRangeStart"): self._comment,
            w("fldSimple"): self._simple_field,
            ALTERNATE: self._alternate(walk),
            TXBX: self._box,
            f"{{{M_NS}}}t": self._text,
            **dict.fromkeys(_SILENT, self._nothing),
            **dict.fromkeys(view.gone, self._nothing),
            **dict.fromkeys(view.marked, self._revision),
        }
        self._in_run: dict[str, Handler] = {
            **dict.fromkeys(_FIXED, self._fixed),
            w("fldChar"): self._field_char,
            w("instrText"): self._instruction,
            w("delInstrText"): self._instruction,
            w("sym"): self._symbol,
            w("drawing"): self._shapes,
            w("pict"): self._shapes,
            w("object"): self._shapes,
            ALTERNATE: self._alternate(self._run_content),
            **dict.fromkeys(_NOTE_REFS, self._note),
            w("commentReference"): self._comment,
            w("ruby"): walk,
        }
        if view.original:
            self._in_run[w("delText")] = self._text

    def read(self, paragraph: Paragraph, element: etree._Element, style: Style) -> None:
        """Add what ``element`` (a w:p) shows to ``paragraph``."""
        self._p = paragraph
        self._style = style
        look = self._looks.get(style.id)
        if look is None:
            look = self._looks[style.id] = Look(Revisie.GEEN, style.bold or self.styles.default_bold, style.hidden)
        for waiting in self._waiting_bookmarks:
            self._bookmark(waiting, (), look)
        self._waiting_bookmarks.clear()
        self._walk(element, (), look)

    def between(self, element: etree._Element) -> None:
        """Note a bookmark that stands between paragraphs: it begins at the next one."""
        if element.tag == w("bookmarkStart"):
            self._waiting_bookmarks.append(element)
        elif element.tag == w("bookmarkEnd"):
            self._bookmarks.pop(element.get(_ID) or "", None)

    def _walk(self, parent: etree._Element, path: Path, look: Look) -> None:
        handlers = self._in_paragraph
        for i, child in enumerate(parent):
            handler = handlers.get(child.tag)
            if handler is not None:
                handler(child, (*path, i), look)
            elif len(child):  # hyperlink, smartTag, sdt, customXml, bdo, formula …: what they hold is on the page
                self._walk(child, (*path, i), look)

    def _run_content(self, run: etree._Element, path: Path, look: Look) -> None:
        for i, child in enumerate(run):
            tag = child.tag
            if tag == _T:
                self._text(child, (*path, i), look)
            elif tag == R_PR:
                look = self._formatting(child, look)
            else:
                handler = self._in_run.get(tag)
                if handler is not None:
                    handler(child, (*path, i), look)

    def _nothing(self, _element: etree._Element, _path: Path, _look: Look) -> None:
        """Pass over an element."""

    def _revision(self, element: etree._Element, path: Path, look: Look) -> None:
        self._walk(element, path, look._replace(revisie=self.view.revision))

    def _alternate(self, read: Handler) -> Handler:
        def chosen(element: etree._Element, path: Path, look: Look) -> None:
            for k, branch in chosen_branch(element):
                read(branch, (*path, k), look)

        return chosen

    def _formatting(self, properties: etree._Element, look: Look) -> Look:
        """Bold, hidden and font of a run: its own word goes first; styles are toggles that undo each other."""
        bold, hidden, font = look.bold, look.hidden, None
        own_bold = own_hidden = None
        struck = False
        for child in self.view.properties(properties, _R_PR_CHANGE):
            tag = child.tag
            if tag == _B:
                own_bold = on(child)
            elif tag == _VANISH:
                own_hidden = on(child)
            elif tag in _STRIKES:
                struck = struck or on(child)
            elif tag == _R_FONTS:
                font = child.get(w("ascii")) or child.get(w("hAnsi"))
            elif tag == _R_STYLE:
                style = self.styles.character(child.get(VAL) or "")
                bold = (self._style.bold != style.bold) or self.styles.default_bold
                hidden = self._style.hidden != style.hidden
        return Look(look.revisie, bold if own_bold is None else own_bold, hidden if own_hidden is None else own_hidden, font, struck)

    def _text(self, element: etree._Element, path: Path, look: Look) -> None:
        text = element.text
        if not text or self._muted:
            return
        if not _SPECIAL.search(text):
            self._add(text, path, look)
            return
        text = _PRIVATE.sub(lambda match: symbol(ord(match[0]), look.font), text).translate(_BLANKS)
        position = 0
        for match in _UNSEEN.finditer(text):
            self._add(text[position : match.start()], path, look, position)
            position = match.end()
        self._add(text[position:], path, look, position)

    def _add(self, text: str, path: Path, look: Look, shift: int = 0) -> None:
        if not text or self._muted:
            return
        p = self._p
        if not p.runs:
            p.in_contents = bool(self.fields) and any(field.kind == "TOC" for field in self.fields)
        start = p.length
        p.length = end = start + len(text)
        p.pieces.append(text)
        if look.struck and not text.isspace():
            p.struck.append(text)
        p.runs.append(Run(start, end, look.revisie, look.bold, look.hidden, path, shift, p.source))

    def _fixed(self, element: etree._Element, path: Path, look: Look) -> None:
        self._add(_FIXED[str(element.tag)], path, look)

    def _symbol(self, element: etree._Element, path: Path, look: Look) -> None:
        code = element.get(w("char")) or ""
        if _HEX.fullmatch(code):
            self._add(symbol(int(code, 16), element.get(w("font"))), path, look)

    def _note(self, element: etree._Element, _path: Path, _look: Look) -> None:
        self.notes.append((_NOTE_REFS[str(element.tag)], element.get(_ID) or ""))

    def _comment(self, element: etree._Element, _path: Path, _look: Look) -> None:
        self._p.comments.append(element.get(_ID) or "")

    def _instruction(self, element: etree._Element, _path: Path, _look: Look) -> None:
        if self.fields:
            self.fields[-1].instruction.append(element.text or "")

    def _field_char(self, element: etree._Element, path: Path, look: Look) -> None:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            place = (*self._p.here, *path)
            if place not in self._ignored_fields:
                self.fields.append(OpenField(self._p, self._p.length, place, form=element.find(_FF_DATA)))
                self._muted += 1
        elif kind == "separate" and self.fields and self.fields[-1].separate():
            self._muted -= 1
            self.fields[-1].start = self._p.length
            self.fields[-1].paragraph = self._p
        elif kind == "end" and self.fields:
            self._end_field(self.fields.pop(), path, look)

    def _end_field(self, field: OpenField, path: Path, look: Look) -> None:
        if field.separate():
            self._muted -= 1
        if field.paragraph is self._p and self._p.length == field.start:  # no result: what shows follows from the instruction
            self._add(form_result(field), path, look)
        if field.paragraph is self._p and self._p.length > field.start:
            self._p.fields.append(ReadField(field.start, self._p.length, field.text))

    def _simple_field(self, element: etree._Element, path: Path, look: Look) -> None:
        field = OpenField(self._p, self._p.length, path, [element.get(_INSTR) or ""])
        field.separate()
        self.fields.append(field)
        self._walk(element, path, look)
        if field in self.fields:  # not when a stray end inside closed it
            self.fields.remove(field)
        if self._p.length > field.start:
            self._p.fields.append(ReadField(field.start, self._p.length, field.text))

    def _bookmark(self, element: etree._Element, _path: Path, _look: Look) -> None:
        bookmark = Bookmark(element.get(_NAME) or "", self._p.length)
        self._p.bookmarks.append(bookmark)
        self._bookmarks[element.get(_ID) or ""] = (self._p, bookmark)

    def _end_bookmark(self, element: etree._Element, _path: Path, _look: Look) -> None:
        paragraph, bookmark = self._bookmarks.pop(element.get(_ID) or "", (None, None))
        if bookmark is not None and paragraph is self._p:
            bookmark.end = self._p.length

    def _box(self, element: etree._Element, path: Path, _look: Look) -> None:
        self._p.boxes.append((element, (*self._p.here, *path)))

    def _shapes(self, element: etree._Element, path: Path, look: Look) -> None:
        """Find the text boxes in a drawing; what they hold is read after this paragraph."""
        for i, child in enumerate(element):
            if child.tag in _BOXES:
                self._box(child, (*path, i), look)
            elif child.tag == ALTERNATE:
                for k, branch in chosen_branch(child):
                    self._shapes(branch, (*path, i, k), look)
            elif len(child):
                self._shapes(child, (*path, i), look)


def chosen_branch(alternate: etree._Element) -> list[tuple[int, etree._Element]]:
    """Give the one branch of mc:AlternateContent that shows, with its index: the first Choice, else the Fallback."""
    branches = [(i, child) for i, child in enumerate(alternate) if isinstance(child.tag, str)]
    choices = [branch for branch in branches if branch[1].tag == _CHOICE]
    return (choices or branches)[:1]
