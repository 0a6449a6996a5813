"""From words of a Blok to places in its XML, and marks of comments set at those places.

A range runs from before its first to behind its last word; runs are cut where that is needed. It goes into links,
insertions, content controls, smart tags and fields; what may not be cut (formulas, drawings, ruby, a control that is
filled from data) is taken whole. The reference of a comment stands at the level of the paragraph, so that rejecting a
change or updating a field does not take the comment away. A comment on a text box stands at the box.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from verordening_tool.document.blok import Blok, Bron
from verordening_tool.ooxml.runs import Place, can_cut, cut, is_inline, is_text, join, like, local_name, normal_place

_TRANSPARENT = frozenset(
    {"ins", "del", "moveTo", "moveFrom", "hyperlink", "smartTag", "fldSimple", "customXml", "bdo", "dir", "sdt", "sdtContent"}
)


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the text of a part: paragraph, path to the source element (empty: the whole paragraph), offset in its text."""

    bron: Bron
    pad: tuple[int, ...] = ()
    offset: int = 0


@dataclass(frozen=True, slots=True)
class TextRange:
    """The words between two points: the second is behind the last word, in that word's element."""

    start: Point
    eind: Point


def text_range(blok: Blok, start: int = 0, eind: int | None = None) -> TextRange | None:
    """Where ``blok.tekst[start:eind]`` stands; the whole paragraph when these are no characters. None without a source."""
    if blok.bron is None:
        return None
    eind = len(blok.tekst) if eind is None else eind
    runs = [run for run in blok.runs if run.start < eind and run.eind > start]
    if not runs:
        return TextRange(Point(blok.bron), Point(blok.bron))
    first, last = runs[0], runs[-1]
    return TextRange(
        Point(first.bron or blok.bron, first.pad, first.verschuiving + max(start - first.start, 0)),
        Point(last.bron or blok.bron, last.pad, last.verschuiving + min(eind, last.eind) - last.start),
    )


@dataclass(frozen=True, slots=True)
class _Spot:
    """A point in the tree: around ``element``, or (of a run) at a place inside it."""

    paragraph: etree._Element
    element: etree._Element | None  # None: the paragraph as a whole
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A range to mark, with the id of its comment."""

    id: str
    range: TextRange


def set_marks(root: etree._Element, marks: Sequence[Mark], notes: Iterable[tuple[str, etree._Element, str]] = ()) -> None:
    """Mark ranges in the main part ``root``. ``notes``: name, root and name of the reference of the parts with notes."""
    spots = _Spots(root, notes)
    found = [(mark, spots.find(mark.range.start, behind=False), spots.find(mark.range.eind, behind=True)) for mark in marks]
    pieces = _cut_runs(spot for _, *pair in found for spot in pair)
    for mark, start, _ in found:
        _set_start(start, pieces, mark.id)
    for mark, _, end in reversed(found):  # each goes right behind its word, so the first comment comes out in front
        _set_end(end, pieces, mark.id)


class _Spots:
    """Finds points in the tree, before anything in it changes."""

    def __init__(self, root: etree._Element, notes: Iterable[tuple[str, etree._Element, str]]) -> None:
        self._root = root
        self._notes = {name: (note_root, reference) for name, note_root, reference in notes}

    def find(self, point: Point, *, behind: bool) -> _Spot:
        if point.bron.deel in self._notes:
            return self._at_note(point)
        chain = _chain(self._root, (*point.bron.pad, *point.pad))
        at = next(i for i, element in enumerate(chain) if local_name(element) == "p")
        return _in_paragraph(chain[at], chain[at + 1 :], point.offset, behind=behind)

    def _at_note(self, point: Point) -> _Spot:
        """The reference to the note: a comment on a note stands where the note is called."""
        note_root, name = self._notes[point.bron.deel]
        note_id = note_root[point.bron.pad[0]].get(like(note_root, "id"))
        for reference in self._root.iter(like(self._root, name)):
            if reference.get(like(reference, "id")) == note_id:
                chain = [reference, *reference.iterancestors()][::-1]
                at = next(i for i, element in enumerate(chain) if local_name(element) == "p")
                return _in_paragraph(chain[at], chain[at + 1 :], 0, behind=False)
        paragraph = next(self._root.iter(like(self._root, "p")))
        return _Spot(paragraph, None)


def _chain(root: etree._Element, path: Iterable[int]) -> list[etree._Element]:
    chain = []
    for index in path:
        root = root[index]
        chain.append(root)
    return chain


def _in_paragraph(paragraph: etree._Element, chain: Sequence[etree._Element], offset: int, *, behind: bool) -> _Spot:
    """The deepest spot on the way to the source element where a mark may stand."""
    for i, element in enumerate(chain):
        name = local_name(element)
        if name == "r":
            rest = chain[i + 1 :]
            return _Spot(paragraph, element, _in_run(element, rest, offset, behind=behind))
        if name not in _TRANSPARENT or _is_bound(element):
            return _Spot(paragraph, element)
    return _Spot(paragraph, None)


def _in_run(run: etree._Element, rest: Sequence[etree._Element], offset: int, *, behind: bool) -> Place:
    """The place in a run of the element that ``rest`` leads to; an end of the run when that may not be cut off."""
    if len(rest) != 1 or not is_inline(rest[0]):
        return (len(run), 0) if behind else (0, 0)
    source = rest[0]
    child = run.index(source)
    if not is_text(source):
        return normal_place(run, child + behind, 0)
    if not can_cut(source):
        offset = len(source.text or "") if behind else 0
    return normal_place(run, child, offset)


def _is_bound(element: etree._Element) -> bool:
    """Tell whether Word fills this content control from data, and would throw away marks inside."""
    properties = element.find(like(element, "sdtPr"))
    return properties is not None and any(local_name(child) == "dataBinding" for child in properties)


Pieces: TypeAlias = "dict[tuple[etree._Element, Place], tuple[etree._Element, etree._Element]]"  # noqa: SLF001 - the name lxml gives its elements


def _cut_runs(spots: Iterable[_Spot]) -> Pieces:
    """Cut every run at all its places; gives the pieces before and behind each place."""
    places: dict[etree._Element, set[Place]] = {}
    for spot in spots:
        if spot.element is not None and spot.place is not None:
            places.setdefault(spot.element, set()).add(spot.place)
    pieces: Pieces = {}
    for run, wanted in places.items():
        size = len(run)
        inside = sorted(place for place in wanted if place != (0, 0) and place[0] < size)
        row = cut(run, inside)
        pieces |= {(run, place): (row[i], row[i + 1]) for i, place in enumerate(inside)}
        pieces |= {(run, place): (row[0], row[0]) if place == (0, 0) else (row[-1], row[-1]) for place in wanted.difference(inside)}
    return pieces


def _pieces_at(spot: _Spot, pieces: Pieces) -> tuple[etree._Element, etree._Element] | None:
    if spot.element is None:
        return None
    return (spot.element, spot.element) if spot.place is None else pieces[spot.element, spot.place]


def _set_start(spot: _Spot, pieces: Pieces, comment: str) -> None:
    mark = _mark(spot.paragraph, "commentRangeStart", comment)
    around = _pieces_at(spot, pieces)
    if around is not None:
        around[1].addprevious(mark)
        return
    spot.paragraph.insert(1 if len(spot.paragraph) and local_name(spot.paragraph[0]) == "pPr" else 0, mark)


def _set_end(spot: _Spot, pieces: Pieces, comment: str) -> None:
    p = spot.paragraph
    end, reference = _mark(p, "commentRangeEnd", comment), etree.Element(like(p, "r"))
    reference.append(_mark(p, "commentReference", comment))
    around = _pieces_at(spot, pieces)
    if around is None:
        p.extend([end, reference])
        return
    element = around[0]
    element.addnext(end)
    top = element
    while top.getparent() is not p:
        parent = top.getparent()
        if parent is None:
            break
        top = parent
    (end if top is element and not _field_depth(p, top) else _behind_fields(p, top)).addnext(reference)


def _mark(paragraph: etree._Element, name: str, comment: str) -> etree._Element:
    return etree.Element(like(paragraph, name), {like(paragraph, "id"): comment})


def _behind_fields(paragraph: etree._Element, child: etree._Element) -> etree._Element:
    """The child of the paragraph with which every field ends that is open behind ``child``; the last when one goes on."""
    depth = _field_depth(paragraph, child)
    for sibling in child.itersiblings():
        if depth <= 0:
            break
        depth += _field_step(paragraph, sibling)
        child = sibling
    return child


def _field_depth(paragraph: etree._Element, last: etree._Element) -> int:
    """How many fields that begin in the paragraph are open behind its child ``last``."""
    depth = 0
    for child in paragraph:
        depth = max(depth + _field_step(paragraph, child), 0)
        if child is last:
            break
    return depth


def _field_step(paragraph: etree._Element, child: etree._Element) -> int:
    """How many more fields begin than end in a child of the paragraph."""
    kinds = [mark.get(like(mark, "fldCharType")) for mark in child.iter(like(paragraph, "fldChar"))]
    return kinds.count("begin") - kinds.count("end")


def remove_marks(root: etree._Element, comments: frozenset[str]) -> None:
    """Take away the marks of these comments, and join runs that were cut for them."""
    names = [like(root, name) for name in ("commentRangeStart", "commentRangeEnd", "commentReference")]
    borders = []
    for mark in list(root.iter(*names)):
        if mark.get(like(mark, "id")) not in comments:
            continue
        parent = mark.getparent()
        if local_name(mark) == "commentReference" and parent is not None and _is_only_content(parent):
            mark = parent  # noqa: PLW2901 - the run holds nothing else
        borders.append((mark.getprevious(), mark.getnext()))
        drop(mark)
    for before, behind in reversed(borders):  # from the back: what is joined takes in what was joined before
        if before is not None and behind is not None and before.getnext() is behind and local_name(before) == "r":
            join(before, behind)


def _is_only_content(run: etree._Element) -> bool:
    return local_name(run) == "r" and len([child for child in run if local_name(child) != "rPr"]) == 1


def drop(element: etree._Element) -> None:
    """Remove an element, and leave the white space behind it where it is."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
        element.tail = None
    parent.remove(element)
