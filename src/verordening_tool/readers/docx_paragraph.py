"""The inside of a Word paragraph: runs, tracked changes, fields, links, content controls, symbols → text with its source.

A ``Paragraph`` collects what one paragraph shows; ``InlineReader`` walks the elements and fills it. Both are mutable
working material of one read; what leaves the reader is frozen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from verordening_tool.document.blok import Bron, Cel, Revisie, Run
from verordening_tool.ooxml.names import M_NS, MC_NS, VAL, w
from verordening_tool.ooxml.revisions import View
from verordening_tool.ooxml.styles import Style, Styles, on
from verordening_tool.ooxml.symbols import symbol
from verordening_tool.readers.docx_fields import OpenField, ReadField, shown_instruction

Path = tuple[int, ...]

R, T, R_PR, P_PR = w("r"), w("t"), w("rPr"), w("pPr")
_R_STYLE, _R_FONTS, _B, _VANISH, _R_PR_CHANGE = w("rStyle"), w("rFonts"), w("b"), w("vanish"), w("rPrChange")
_DEL_TEXT, _INSTR, _DEL_INSTR, _FLD_CHAR, _FLD_SIMPLE, _SYM = (
    w("delText"),
    w("instrText"),
    w("delInstrText"),
    w("fldChar"),
    w("fldSimple"),
    w("sym"),
)
_FIXED = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_SHAPES = frozenset({w("drawing"), w("pict"), w("object")})
TXBX = w("txbxContent")
SDT, SDT_CONTENT = w("sdt"), w("sdtContent")
ALTERNATE, _CHOICE = f"{{{MC_NS}}}AlternateContent", f"{{{MC_NS}}}Choice"
_RUBY_BASE = w("rubyBase")
_MATH_TEXT = f"{{{M_NS}}}t"
_BOOKMARK_START, _BOOKMARK_END = w("bookmarkStart"), w("bookmarkEnd")
_COMMENT_START, _COMMENT_REF = w("commentRangeStart"), w("commentReference")
_NOTE_REFS = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
# Elements without anything that shows, and properties that must not be walked into.
_SILENT = frozenset(
    {
        P_PR,
        R_PR,
        w("sdtPr"),
        w("sdtEndPr"),
        w("smartTagPr"),
        w("customXmlPr"),
        w("proofErr"),
        w("rt"),
        w("rubyPr"),
        w("fldData"),
        w("ffData"),
    }
    | {f"{{{M_NS}}}{name}" for name in ("ctrlPr", "rPr", "sPr", "dPr", "fPr", "naryPr", "accPr", "radPr")}
)
# Characters that a search would trip over: other blanks become a blank, what is never seen goes, symbol fonts become signs.
_SPECIAL = re.compile("[\n\r\t\xa0\u2007\u202f\u2011\xad\u200b\u200c\u200d\u2060\ufeff\u2028\u2029\ue000-\uf8ff]")
_BLANKS = dict.fromkeys(map(ord, "\n\r\t\xa0\u2007\u202f"), " ") | {0x2011: "-", 0x2028: "\n", 0x2029: "\n"}
_UNSEEN = re.compile("[\xad\u200b\u200c\u200d\u2060\ufeff]+")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


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


class InlineReader:
    """Walks what stands inside paragraphs of one part; fields run on from one paragraph to the next."""

    def __init__(self, styles: Styles, view: View, ignored_fields: frozenset[Path]) -> None:
        self.styles = styles
        self.view = view
        self.fields: list[OpenField] = []
        self.muted = 0  # open fields of which the instruction is being read
        self.notes: list[tuple[str, str]] = []
        self._ignored_fields = ignored_fields
        self._bookmarks: dict[str, tuple[Paragraph, Bookmark]] = {}
        self._waiting_bookmarks: list[etree._Element] = []
        self._p: Paragraph
        self._base_bold = self._base_hidden = False
        self._style = styles.default

    def read(self, paragraph: Paragraph, element: etree._Element, style: Style) -> None:
        """Add what ``element`` (a w:p) shows to ``paragraph``."""
        self._p = paragraph
        self._style = style
        self._base_bold = style.bold or self.styles.default_bold
        self._base_hidden = style.hidden
        for waiting in self._waiting_bookmarks:
            self._bookmark(waiting)
        self._waiting_bookmarks.clear()
        self._inline(element, (), Revisie.GEEN)

    def between(self, element: etree._Element) -> None:
        """Note a bookmark that stands between paragraphs: it begins at the next one."""
        if element.tag == _BOOKMARK_START:
            self._waiting_bookmarks.append(element)
        elif element.tag == _BOOKMARK_END:
            self._bookmarks.pop(element.get(w("id")) or "", None)

    def _inline(self, parent: etree._Element, path: Path, revisie: Revisie) -> None:
        for i, child in enumerate(parent):
            tag = child.tag
            if tag == R:
                self._run(child, (*path, i), revisie)
            elif tag in _SILENT or not isinstance(tag, str) or tag in self.view.gone:
                continue
            elif tag in self.view.marked:
                self._inline(child, (*path, i), Revisie.VERWIJDERD if self.view.original else Revisie.INGEVOEGD)
            elif tag == _BOOKMARK_START:
                self._bookmark(child)
            elif tag == _BOOKMARK_END:
                self._end_bookmark(child)
            elif tag == _FLD_SIMPLE:
                self._simple_field(child, (*path, i), revisie)
            elif tag == _COMMENT_START:
                self._p.comments.append(child.get(w("id")) or "")
            elif tag == ALTERNATE:
                for k, branch in chosen_branch(child):
                    self._inline(branch, (*path, i, k), revisie)
            elif tag == TXBX:
                self._p.boxes.append((child, (*path, i)))
            elif tag == _MATH_TEXT:
                self._text(child, (*path, i), revisie, bold=False, hidden=False, font=None)
            else:  # hyperlink, smartTag, sdt, customXml, bdo, ruby, formula …: what they hold is on the page
                self._inline(child, (*path, i), revisie)

    def _run(self, run: etree._Element, path: Path, revisie: Revisie) -> None:
        bold, hidden, font = self._base_bold, self._base_hidden, None
        for i, child in enumerate(run):
            tag = child.tag
            if tag == T:
                self._text(child, (*path, i), revisie, bold=bold, hidden=hidden, font=font)
            elif tag == R_PR:
                bold, hidden, font = self._formatting(child)
            elif tag in _FIXED:
                self._add(_FIXED[tag], (*path, i), revisie, bold=bold, hidden=hidden)
            elif tag == _FLD_CHAR:
                self._field_char(child, (*path, i))
            elif tag in {_INSTR, _DEL_INSTR}:
                if self.fields:
                    self.fields[-1].instruction.append(child.text or "")
            elif tag == _DEL_TEXT:
                if self.view.original:
                    self._text(child, (*path, i), revisie, bold=bold, hidden=hidden, font=font)
            elif tag == _SYM:
                code = int(child.get(w("char")) or "0", 16) if _is_hex(child.get(w("char"))) else 0
                self._add(symbol(code, child.get(w("font"))), (*path, i), revisie, bold=bold, hidden=hidden)
            elif tag in _SHAPES:
                self._find_boxes(child, (*path, i))
            elif tag == ALTERNATE:
                for k, branch in chosen_branch(child):
                    self._run(branch, (*path, i, k), revisie)
            elif tag in _NOTE_REFS:
                self.notes.append((_NOTE_REFS[tag], child.get(w("id")) or ""))
            elif tag == _COMMENT_REF:
                self._p.comments.append(child.get(w("id")) or "")
            elif tag == w("ruby"):
                self._inline(child, (*path, i), revisie)

    def _formatting(self, properties: etree._Element) -> tuple[bool, bool, str | None]:
        """Bold, hidden and font of a run: its own word goes first; styles are toggles that undo each other."""
        current = self.view.properties(properties, _R_PR_CHANGE)
        bold, hidden, font = self._base_bold, self._base_hidden, None
        own_bold = own_hidden = None
        for child in current if current is not None else ():
            tag = child.tag
            if tag == _B:
                own_bold = on(child)
            elif tag == _VANISH:
                own_hidden = on(child)
            elif tag == _R_FONTS:
                font = child.get(w("ascii")) or child.get(w("hAnsi"))
            elif tag == _R_STYLE:
                style = self.styles.character(child.get(VAL) or "")
                bold = (self._style.bold != style.bold) or self.styles.default_bold
                hidden = self._style.hidden != style.hidden
        return bold if own_bold is None else own_bold, hidden if own_hidden is None else own_hidden, font

    def _text(self, element: etree._Element, path: Path, revisie: Revisie, *, bold: bool, hidden: bool, font: str | None) -> None:
        text = element.text
        if not text or self.muted:
            return
        if not _SPECIAL.search(text):
            self._add(text, path, revisie, bold=bold, hidden=hidden)
            return
        text = _PRIVATE.sub(lambda match: symbol(ord(match[0]), font), text).translate(_BLANKS)
        position = 0
        for match in _UNSEEN.finditer(text):
            self._add(text[position : match.start()], path, revisie, bold=bold, hidden=hidden, shift=position)
            position = match.end()
        self._add(text[position:], path, revisie, bold=bold, hidden=hidden, shift=position)

    def _add(self, text: str, path: Path, revisie: Revisie, *, bold: bool, hidden: bool, shift: int = 0) -> None:
        if not text or self.muted:
            return
        p = self._p
        if not p.runs:
            p.in_contents = any(field.kind == "TOC" for field in self.fields)
        start = p.length
        p.length = end = start + len(text)
        p.pieces.append(text)
        p.runs.append(Run(start, end, revisie, bold, hidden, path, shift, p.source))

    def _field_char(self, element: etree._Element, path: Path) -> None:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            place = (*(self._p.source or self._p.bron).pad, *path)
            if place not in self._ignored_fields:
                self.fields.append(OpenField(self._p, self._p.length, place))
                self.muted += 1
        elif not self.fields:
            return
        elif kind == "separate":
            if self.fields[-1].separate():
                self.muted -= 1
                self.fields[-1].start = self._p.length
                self.fields[-1].paragraph = self._p
        elif kind == "end":
            open_field = self.fields.pop()
            if open_field.separate():  # a field without result: what it shows is in its instruction, if anything
                self.muted -= 1
                self._add(shown_instruction(open_field.text), path, Revisie.GEEN, bold=self._base_bold, hidden=self._base_hidden)
            elif open_field.paragraph is self._p and self._p.length > open_field.start:
                self._p.fields.append(ReadField(open_field.start, self._p.length, open_field.text))

    def _simple_field(self, element: etree._Element, path: Path, revisie: Revisie) -> None:
        open_field = OpenField(self._p, self._p.length, path, [element.get(w("instr")) or ""])
        open_field.separate()
        self.fields.append(open_field)
        self._inline(element, path, revisie)
        if open_field in self.fields:  # not when a stray end inside closed it
            self.fields.remove(open_field)
        if self._p.length > open_field.start:
            self._p.fields.append(ReadField(open_field.start, self._p.length, open_field.text))

    def _bookmark(self, element: etree._Element) -> None:
        bookmark = Bookmark(element.get(w("name")) or "", self._p.length)
        self._p.bookmarks.append(bookmark)
        self._bookmarks[element.get(w("id")) or ""] = (self._p, bookmark)

    def _end_bookmark(self, element: etree._Element) -> None:
        paragraph, bookmark = self._bookmarks.pop(element.get(w("id")) or "", (None, None))
        if bookmark is not None and paragraph is self._p:
            bookmark.end = self._p.length

    def _find_boxes(self, element: etree._Element, path: Path) -> None:
        for i, child in enumerate(element):
            if child.tag == TXBX:
                self._p.boxes.append((child, (*path, i)))
            elif child.tag == ALTERNATE:
                for k, branch in chosen_branch(child):
                    self._find_boxes(branch, (*path, i, k))
            elif len(child):
                self._find_boxes(child, (*path, i))


def chosen_branch(alternate: etree._Element) -> list[tuple[int, etree._Element]]:
    """The one branch of mc:AlternateContent that shows, with its index: the first Choice, else the Fallback."""
    branches = [(i, child) for i, child in enumerate(alternate) if isinstance(child.tag, str)]
    choices = [branch for branch in branches if branch[1].tag == _CHOICE]
    return (choices or branches)[:1]


def _is_hex(text: str | None) -> bool:
    return bool(text) and all(sign in "0123456789abcdefABCDEF" for sign in text or "") and len(text or "") <= 6
