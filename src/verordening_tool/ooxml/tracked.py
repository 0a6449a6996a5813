"""Tracked changes of one author in a Word file: new paragraphs and words in the place of others, and how to undo or keep them.

Nothing of other people is touched: words that stand in their change, in a link or in a simple field are refused, not changed. Changes
carry no date: a time would make every run give another file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from verordening_tool.document.blok import Bron
from verordening_tool.ooxml.anchors import TextRange, drop
from verordening_tool.ooxml.edited_lists import EditedLists
from verordening_tool.ooxml.package import Package, parse_to_edit
from verordening_tool.ooxml.rewrite import rewrite, to_bytes
from verordening_tool.ooxml.runs import SPACE, Place, can_cut, cut, is_text, join, like, local_name, normal_place

_MARKS = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "bookmarkStart", "commentRangeStart")
_NOT_COPIED = frozenset({"rPrChange", "pPrChange", "ins", "del", "moveFrom", "moveTo", "sectPr"})


@dataclass(frozen=True, slots=True)
class NewParagraph:
    """A paragraph behind ``after`` (and behind what was put there before it) that looks like ``model``.

    ``plain_number``: the text holds its own number, so that the automatic one of the model is switched off. ``new_list``: automatic
    numbering starts again at this paragraph; those behind it that look like it go on counting. ``deeper``: one level of automatic
    numbering below the model.
    """

    after: Bron
    model: Bron
    text: str
    plain_number: bool = False
    new_list: bool = False
    deeper: bool = False


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words that go and the text that comes in their place ("" for none). A range without words is a place to insert at."""

    range: TextRange
    text: str


def with_changes(
    data: bytes, paragraphs: Sequence[NewParagraph], replacements: Sequence[Replacement], auteur: str
) -> tuple[bytes, list[int]]:
    """The file with these changes, and the numbers of ``replacements`` that can not be made where they stand."""
    package = Package(data)
    root = parse_to_edit(package.read(package.main))
    editor = _Editor(root, auteur)
    numbering = EditedLists(package)
    refused = editor.replace(replacements)
    editor.insert(paragraphs, numbering)
    return rewrite(data, {package.main: to_bytes(root), **numbering.written()}), refused


def without_changes(data: bytes, auteur: str) -> bytes:
    """The file as it was before the changes of ``auteur``: rejected."""
    return _settled(data, auteur, accept=False)


def with_accepted(data: bytes, auteur: str) -> bytes:
    """The file with the changes of ``auteur`` accepted."""
    return _settled(data, auteur, accept=True)


def _in_paragraph_mark(mark: etree._Element) -> bool:
    parent = mark.getparent()
    return parent is not None and local_name(parent) == "rPr"


class _Editor:
    """Makes changes in the main part."""

    def __init__(self, root: etree._Element, auteur: str) -> None:
        self._root = root
        self._auteur = auteur
        self._free = _first_free(root)

    def _mark(self, name: str) -> etree._Element:
        mark = etree.Element(like(self._root, name))
        mark.set(like(self._root, "id"), str(self._free))
        mark.set(like(self._root, "author"), self._auteur)
        self._free += 1
        return mark

    def _at(self, bron: Bron) -> etree._Element:
        element = self._root
        for index in bron.pad:
            element = element[index]
        return element

    # --- words ------------------------------------------------------------------------------------------------

    def replace(self, replacements: Sequence[Replacement]) -> list[int]:
        """Replace words, the last ones first, so that the paths to the others stay right."""
        found = [(nr, self._runs(wanted.range), wanted) for nr, wanted in enumerate(replacements)]
        refused = [nr for nr, spots, _ in found if spots is None]
        spots_of = [(spots, wanted) for _, spots, wanted in found if spots is not None]
        for (first, start, last, end), wanted in reversed(spots_of):
            self._replace(first, start, last, end, wanted.text)
        return refused

    def _runs(self, wanted: TextRange) -> tuple[etree._Element, Place, etree._Element, Place] | None:
        """First and last run with the places in them; None when the words stand in something that may not be cut."""
        first, last = self._run(wanted, begin=True), self._run(wanted, begin=False)
        if first is None or last is None:
            return None
        between = [first[0]]
        while between[-1] is not last[0]:
            following = between[-1].getnext()
            if following is None or local_name(following) != "r" or not _only_text(following):
                return None
            between.append(following)
        return (*first, *last)

    def _run(self, wanted: TextRange, *, begin: bool) -> tuple[etree._Element, Place] | None:
        point = wanted.start if begin else wanted.eind
        if not point.pad:
            return None
        paragraph = self._at(point.bron)
        run = paragraph[point.pad[0]]
        if len(point.pad) != 2 or local_name(run) != "r" or not _only_text(run):
            return None
        text = run[point.pad[1]]
        if not is_text(text) or not can_cut(text):
            return None
        return run, normal_place(run, point.pad[1], point.offset)

    def _replace(self, first: etree._Element, start: Place, last: etree._Element, end: Place, text: str) -> None:
        if first is last and start == end:
            pieces = cut(first, [start]) if start != (0, 0) and start[0] < len(first) else [first]
            behind = pieces[0] if start != (0, 0) else None
            insertion = self._insertion(first, text)
            if behind is None:
                first.addprevious(insertion)
            else:
                behind.addnext(insertion)
            return
        tail = cut(last, [end])[0] if end[0] < len(last) else last
        head = first
        if start != (0, 0):
            head = cut(first, [start])[-1]
            tail = head if last is first else tail
        gone = [head]
        while gone[-1] is not tail:
            gone.append(gone[-1].getnext())  # type: ignore[arg-type]  # _runs saw that they follow each other
        deletion = self._mark("del")
        gone[0].addprevious(deletion)
        for run in gone:
            deletion.append(run)
            for element in run:
                if local_name(element) == "t":
                    element.tag = like(element, "delText")
        if text:
            deletion.addnext(self._insertion(gone[-1], text))

    def _insertion(self, model: etree._Element | None, text: str) -> etree._Element:
        insertion = self._mark("ins")
        insertion.append(_run_like(self._root, model, text))
        return insertion

    # --- paragraphs -------------------------------------------------------------------------------------------

    def insert(self, paragraphs: Sequence[NewParagraph], numbering: EditedLists) -> None:
        """Put paragraphs in, each behind those that were put at the same place before it."""
        placed = [(self._at(new.after), self._at(new.model), new) for new in paragraphs]
        last: dict[etree._Element, etree._Element] = {}
        lists: dict[etree._Element, dict[str, str]] = {}
        for after, model, new in placed:
            paragraph = self._paragraph(model, new, numbering, lists.setdefault(after, {}))
            last.get(after, after).addnext(paragraph)
            last[after] = paragraph

    def _paragraph(self, model: etree._Element, new: NewParagraph, numbering: EditedLists, lists: dict[str, str]) -> etree._Element:
        paragraph = etree.Element(like(self._root, "p"))
        properties = _copied_properties(model, self._root)
        paragraph.append(properties)
        if new.plain_number:
            _switch_off(properties)
        else:
            _renumber(properties, numbering, lists, new)
        marks = properties.find(like(self._root, "rPr"))
        if marks is None:
            marks = etree.SubElement(properties, like(self._root, "rPr"))
            _in_order(properties, marks)
        marks.insert(0, self._mark("ins"))
        runs = [run for run in model.iter(like(self._root, "r")) if any(is_text(child) for child in run)]
        if new.text:
            paragraph.append(self._insertion(runs[0] if runs else None, new.text))
        return paragraph


def _first_free(root: etree._Element) -> int:
    marks = root.iter(*(like(root, name) for name in _MARKS))
    ids = [mark.get(like(mark, "id")) or "" for mark in marks]
    return max((int(text) for text in ids if text.isascii() and text.isdigit()), default=0) + 1


def _only_text(run: etree._Element) -> bool:
    return all(local_name(child) in {"rPr", "t", "tab", "noBreakHyphen", "softHyphen"} for child in run)


def _run_like(root: etree._Element, model: etree._Element | None, text: str) -> etree._Element:
    """A run with ``text`` and the look of ``model``; a tab in the text is a tab in the file."""
    run = etree.Element(like(root, "r"))
    properties = model.find(like(root, "rPr")) if model is not None else None
    if properties is not None:
        copy = deepcopy(properties)
        for child in list(copy):
            if local_name(child) in _NOT_COPIED:
                copy.remove(child)
        run.append(copy)
    for nr, piece in enumerate(text.split("\t")):
        if nr:
            etree.SubElement(run, like(root, "tab"))
        if piece:
            element = etree.SubElement(run, like(root, "t"))
            element.text = piece
            if piece != piece.strip():
                element.set(SPACE, "preserve")
    return run


def _copied_properties(model: etree._Element, root: etree._Element) -> etree._Element:
    found = model.find(like(root, "pPr"))
    properties = deepcopy(found) if found is not None else etree.Element(like(root, "pPr"))
    properties.tail = None
    for child in list(properties):
        if local_name(child) in _NOT_COPIED:
            properties.remove(child)
    marks = properties.find(like(root, "rPr"))
    for child in list(marks) if marks is not None else []:
        if local_name(child) in _NOT_COPIED:
            marks.remove(child)  # type: ignore[union-attr]
    return properties


_BEFORE_NUMBERING = frozenset({"pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"})
_BEHIND_MARKS = frozenset({"sectPr", "pPrChange"})


def _in_order(properties: etree._Element, element: etree._Element) -> None:
    """Put a new child of the properties where the schema wants it."""
    properties.remove(element)
    name = local_name(element)
    if name == "numPr":
        place = sum(local_name(child) in _BEFORE_NUMBERING for child in properties)
    else:
        place = sum(local_name(child) not in _BEHIND_MARKS for child in properties)
    properties.insert(place, element)


def _renumber(properties: etree._Element, numbering: EditedLists, lists: dict[str, str], new: NewParagraph) -> None:
    """Let a list begin again, and go on in the list that began again before."""
    found = numbering.of(properties)
    if found is None:
        return
    old, level = found
    if new.new_list:
        fresh = numbering.restarted(old, level)
        if fresh is not None:
            lists[old] = fresh
    if old in lists or new.deeper:
        _number_by(properties, lists.get(old, old), str(int(level) + new.deeper))


def _switch_off(properties: etree._Element) -> None:
    """No automatic number, whatever the style says."""
    _number_by(properties, "0", "0")


def _number_by(properties: etree._Element, number: str, level: str) -> None:
    old = properties.find(like(properties, "numPr"))
    if old is not None:
        properties.remove(old)
    new = etree.SubElement(properties, like(properties, "numPr"))
    for name, value in (("ilvl", level), ("numId", number)):
        etree.SubElement(new, like(new, name)).set(like(new, "val"), value)
    _in_order(properties, new)


# --- undoing and keeping ----------------------------------------------------------------------------------------


def _settled(data: bytes, auteur: str, *, accept: bool) -> bytes:
    package = Package(data)
    root = parse_to_edit(package.read(package.main))
    own = [mark for mark in root.iter(like(root, "ins"), like(root, "del")) if mark.get(like(root, "author")) == auteur]
    if not own:
        return data
    in_text = [mark for mark in own if not _in_paragraph_mark(mark)]
    of_paragraphs = [mark for mark in own if _in_paragraph_mark(mark)]
    numbering = EditedLists(package)
    lists = {} if accept else _lists_of(of_paragraphs)
    for mark in (*in_text, *of_paragraphs):
        _settle(mark, keep=(local_name(mark) == "ins") == accept)
    numbering.forget(set(lists) - set(_lists_in(root)))
    return rewrite(data, {package.main: to_bytes(root), **numbering.written()})


def _lists_of(marks: Iterable[etree._Element]) -> dict[str, None]:
    """Ids of the lists that the paragraphs of these marks stand in."""
    properties = (mark.getparent().getparent() for mark in marks)  # type: ignore[union-attr]  # a mark stands in w:pPr/w:rPr
    return {number: None for element in properties if element is not None for number in _lists_in(element)}


def _lists_in(element: etree._Element) -> Iterator[str]:
    for number in element.iter(like(element, "numId")):
        yield number.get(like(number, "val")) or ""


def _settle(mark: etree._Element, *, keep: bool) -> None:
    parent = mark.getparent()
    if parent is None:
        return
    if local_name(parent) == "rPr":
        _settle_paragraph(mark, parent, keep=keep)
        return
    row = [mark.getprevious(), *(mark if keep else ()), mark.getnext()]
    if keep:
        for run in list(mark):
            for element in run:
                if local_name(element) == "delText":
                    element.tag = like(element, "t")
            mark.addprevious(run)
    drop(mark)
    for left, right in dict.fromkeys(((row[-2], row[-1]), (row[0], row[1]))):  # only there a run was cut; what lies between never was one
        if left is None or right is None:
            continue
        if local_name(left) == local_name(right) == "r" and left.getnext() is right:
            join(left, right)


def _settle_paragraph(mark: etree._Element, marks: etree._Element, *, keep: bool) -> None:
    """A paragraph mark that was put in: kept, or gone; what others put in the paragraph then goes to the next one, as in Word."""
    properties = marks.getparent()
    paragraph = properties.getparent() if properties is not None else None
    if paragraph is None or properties is None:
        return
    if keep:
        marks.remove(mark)
        if not len(marks):
            properties.remove(marks)
        return
    following = paragraph.getnext()
    others = [child for child in paragraph if child is not properties]
    if others and (following is None or local_name(following) != "p"):
        return
    if others and following is not None:
        start = 1 if len(following) and local_name(following[0]) == "pPr" else 0
        for nr, child in enumerate(others):
            following.insert(start + nr, child)
    drop(paragraph)
