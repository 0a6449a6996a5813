"""The lists of a Word file to which one is added that begins again, or from which it is taken away."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from verordening_tool.ooxml.anchors import drop
from verordening_tool.ooxml.numbering import Numbering
from verordening_tool.ooxml.package import Package, parse_to_edit
from verordening_tool.ooxml.rewrite import to_bytes
from verordening_tool.ooxml.runs import like, local_name
from verordening_tool.ooxml.styles import Styles, read_styles, whole


class EditedLists:
    """The part with lists: gives a list that begins again."""

    def __init__(self, package: Package) -> None:
        parts = {rel.soort: rel.target for rel in package.relationships(package.main).values() if rel.target in package}
        self._part = parts.get("numbering")
        self._root = parse_to_edit(package.read(self._part)) if self._part is not None else None
        self._styles = read_styles(package.read(parts["styles"])) if "styles" in parts else Styles(None)
        self._lists = Numbering(package.xml(self._part) if self._part is not None else None, self._styles)
        self._changed = False

    def of(self, properties: etree._Element) -> tuple[str, str] | None:
        """List and level of a paragraph with these properties, its own or those of its style; None when it has no number."""
        own = properties.find(like(properties, "numPr"))
        style, number, level = (_val(parent, name) for parent, name in ((properties, "pStyle"), (own, "numId"), (own, "ilvl")))
        found = self._lists.locate(self._styles.paragraph(style), whole(number), whole(level))
        return None if found is None else (str(found[0].num_id), str(found[1]))

    def restarted(self, number: str, level: str) -> str | None:
        """Id of a new list like list ``number`` that begins again at ``level``; None when the file does not have that list.

        It counts for itself: lists of one abstractNum share their counters (ISO 29500-1, 17.9.15), so one that stands behind it
        would go on where it ends.
        """
        if self._root is None:
            return None
        w = like(self._root, "numId")
        known = {num.get(w): num for num in self._root.iter(like(self._root, "num"))}
        base = known.get(number)
        if base is None:
            return None
        new_id = str(max((int(key) for key in known if key and key.isdigit()), default=0) + 1)
        num = etree.Element(like(self._root, "num"))
        num.set(w, new_id)
        if (link := base.find(like(self._root, "abstractNumId"))) is not None:
            num.append(deepcopy(link))
            if (eigen := _with_own_counters(self._root, _val(base, "abstractNumId"))) is not None:
                num[0].set(like(self._root, "val"), eigen)
        override = etree.SubElement(num, like(self._root, "lvlOverride"))
        override.set(like(self._root, "ilvl"), level)
        etree.SubElement(override, like(self._root, "startOverride")).set(like(self._root, "val"), "1")
        list(known.values())[-1].addnext(num)
        self._changed = True
        return new_id

    def forget(self, numbers: set[str]) -> None:
        """Take away lists made by ``restarted`` that no paragraph stands in any more, with their definition."""
        if self._root is None:
            return
        w = like(self._root, "numId")
        for num in list(self._root.iter(like(self._root, "num"))):
            if num.get(w) in numbers and [local_name(child) for child in num] == ["abstractNumId", "lvlOverride"]:
                abstract = _val(num, "abstractNumId")
                drop(num)
                self._changed = True
                if abstract not in {_val(other, "abstractNumId") for other in self._root.iter(like(self._root, "num"))}:
                    _drop_definition(self._root, abstract)

    def written(self) -> dict[str, bytes]:
        """The part, when it changed."""
        return {self._part: to_bytes(self._root)} if self._changed and self._part and self._root is not None else {}


def _with_own_counters(root: etree._Element, abstract: str | None) -> str | None:
    """Id of a copy of an abstractNum; None when it is not there, or is only a link to the list of a style."""
    w = like(root, "abstractNumId")
    known = {definition.get(w): definition for definition in root.iter(like(root, "abstractNum"))}
    source = known.get(abstract)
    if source is None or source.find(like(root, "numStyleLink")) is not None:
        return None
    copied = deepcopy(source)
    copied.set(w, str(max((int(key) for key in known if key and key.isdigit()), default=0) + 1))
    for name in ("nsid", "name", "styleLink"):  # these tell one definition from another
        for child in copied.findall(like(root, name)):
            copied.remove(child)
    list(known.values())[-1].addnext(copied)
    return copied.get(w)


def _drop_definition(root: etree._Element, abstract: str | None) -> None:
    for definition in list(root.iter(like(root, "abstractNum"))):
        if definition.get(like(root, "abstractNumId")) == abstract:
            drop(definition)


def _val(parent: etree._Element | None, name: str) -> str | None:
    element = parent.find(like(parent, name)) if parent is not None else None
    return element.get(like(element, "val")) if element is not None else None
