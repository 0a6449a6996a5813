"""Cut runs of text in pieces that look the same, and make one run of such pieces again.

A cut is canonical: a piece says xml:space="preserve" when its own text needs it and only then. So what was cut can be
joined and cut again with the same result, which ``joins`` holds every pair of runs against.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXTS = frozenset({"t", "delText"})
_INLINE = _TEXTS | {"tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "ptab"}  # what stands in one run with text
_NEEDS_PRESERVE = re.compile(r"^[ \t\r\n]|[ \t\r\n]$|[ \t\r\n]{2}|[\t\r\n]")
_BLANK_ENDS = re.compile(r"^[ \t\r\n]|[ \t\r\n]$")

Place = tuple[int, int]  # in a run: index of a child, offset in its text


def like(element: etree._Element, name: str) -> str:
    """``name`` in the namespace of ``element``: WordprocessingML has two, transitional and strict."""
    return str(element.tag).rpartition("}")[0] + "}" + name


def is_text(element: etree._Element) -> bool:
    """Tell whether this is the text of a run, deleted text included."""
    return local_name(element) in _TEXTS


def is_inline(element: etree._Element) -> bool:
    """Tell whether this is text or a sign between text, at which a run may be cut."""
    return local_name(element) in _INLINE


def local_name(element: etree._Element) -> str:
    """Name without namespace; "" for a comment or processing instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def can_cut(text: etree._Element) -> bool:
    """Tell whether a text may be cut: Word drops blanks at the ends of one that does not preserve them."""
    return text.get(SPACE) == "preserve" or not _BLANK_ENDS.search(text.text or "")


def normal_place(run: etree._Element, child: int, offset: int) -> Place:
    """The one way to name a place in a run: never at the end of a child, and 0 when only properties come before it."""
    if offset and offset >= len(run[child].text or ""):
        child, offset = child + 1, 0
    if not offset and all(element.tag == like(run, "rPr") for element in list(run)[:child]):
        return 0, 0
    return child, offset


def cut(run: etree._Element, places: Iterable[Place]) -> list[etree._Element]:
    """Cut a run at normal places inside it, in its parent; gives the pieces in order, the run itself first."""
    pieces = [run]
    for child, offset in sorted(set(places), reverse=True):
        if (child, offset) != (0, 0) and child < len(run):
            pieces.insert(1, _cut_off(run, child, offset))
    return pieces


def _cut_off(run: etree._Element, child: int, offset: int) -> etree._Element:
    """Move all from a place on to a new run behind this one."""
    piece = _empty_copy(run)
    properties = run.find(like(run, "rPr"))
    if properties is not None:
        piece.append(deepcopy(properties))
    if offset:
        text = run[child]
        words = text.text or ""
        tail = _empty_copy(text)
        piece.append(tail)
        _set_text(text, words[:offset])
        _set_text(tail, words[offset:])
        child += 1
    piece.extend(list(run)[child:])
    piece.tail, run.tail = run.tail, None
    run.addnext(piece)
    return piece


def _empty_copy(element: etree._Element) -> etree._Element:
    copy = etree.Element(element.tag)
    for name, value in element.items():
        copy.set(name, value)
    return copy


def _set_text(element: etree._Element, text: str) -> None:
    element.text = text
    if _NEEDS_PRESERVE.search(text):
        element.set(SPACE, "preserve")
    elif SPACE in element.attrib:
        del element.attrib[SPACE]


def join(first: etree._Element, second: etree._Element) -> bool:
    """Make one run of two that follow each other, when cutting that one would give these two again."""
    if not joins(first, second):
        return False
    content = [element for element in second if element.tag != like(second, "rPr")]
    if is_text(first[-1]) and first[-1].tag == content[0].tag:
        _set_text(first[-1], (first[-1].text or "") + (content[0].text or ""))
        del content[0]
    first.extend(content)
    first.tail = second.tail
    parent = second.getparent()
    if parent is not None:
        second.tail = None
        parent.remove(second)
    return True


def joins(first: etree._Element, second: etree._Element) -> bool:
    """Tell whether two runs are what cutting one run gives."""
    if first.tag != second.tag or first.attrib != second.attrib or first.tail or not len(first) or not len(second):
        return False
    name = like(first, "rPr")
    properties, other = first.find(name), second.find(name)
    if (properties is None) != (other is None):
        return False
    if properties is not None and other is not None and _canonical(properties) != _canonical(other):
        return False
    start = 0 if other is None else 1
    if first[-1].tag == name or len(second) == start:
        return False
    return all(is_inline(element) and _is_canonical(element) for element in (first[-1], second[start]))


def _is_canonical(element: etree._Element) -> bool:
    if not is_text(element):
        return True
    words = element.text or ""
    expected = [(SPACE, "preserve")] if _NEEDS_PRESERVE.search(words) else []
    return bool(words) and element.items() == expected


def _canonical(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True)
