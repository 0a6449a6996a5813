"""Comments in the margin of a Word file: take away those of one author, put in new ones, leave all else as it is.

Comments carry no date: a time would make every run give another file. What a person did stays: their comments with the
parts that belong to them, and a comment of ours that someone has answered.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from lxml import etree

from verordening_tool.ooxml.anchors import Mark, TextRange, drop, remove_marks, set_marks
from verordening_tool.ooxml.names import RELS_NS, STRICT, TYPES_NS, W14_NS, W15_NS, W_NS
from verordening_tool.ooxml.package import Package, parse_to_edit
from verordening_tool.ooxml.rewrite import rewrite, to_bytes
from verordening_tool.ooxml.runs import SPACE, like, local_name

_OFFICE_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_STRICT_W = STRICT[0][0].decode()
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NO_RELS = f'<Relationships xmlns="{RELS_NS}"/>'.encode()
_NOTES = (("footnotes", "footnoteReference"), ("endnotes", "endnoteReference"))
_PARA_ID = f"{{{W14_NS}}}paraId"
_EXTRA_PARTS = ("commentsExtended", "commentsIds", "commentsExtensible")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on a range. Each alinea is a row of pieces: text, and whether it is bold."""

    range: TextRange
    alineas: tuple[tuple[tuple[str, bool], ...], ...]

    @property
    def tekst(self) -> str:
        """The text, a line per alinea."""
        return "\n".join("".join(text for text, _ in alinea) for alinea in self.alineas)


class _File:
    """A Word file that is being changed: parts are parsed when asked for, and written when they were changed."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.package = Package(data)
        self.main = self.package.main
        self.changed: dict[str, etree._Element] = {}

    def edit(self, name: str, empty: bytes | None = None) -> etree._Element:
        """Root of a part that will be written again; made of ``empty`` when the file does not have it."""
        if name not in self.changed:
            new = empty is not None and name not in self.package
            self.changed[name] = parse_to_edit(empty if empty is not None and new else self.package.read(name))
        return self.changed[name]

    def related(self, kind: str) -> str | None:
        """Name of the part of the main document with this kind of relationship, there or not."""
        return next((rel.target for rel in self.package.relationships(self.main).values() if rel.soort == kind), None)

    def written(self) -> bytes:
        """The bytes of the file as it is now."""
        return rewrite(self.data, {name: to_bytes(root) for name, root in self.changed.items()})


def without_comments(data: bytes, auteur: str) -> bytes:
    """The file without the comments of ``auteur``, but for those that another has answered; the same bytes when there are none."""
    file = _File(data)
    part = file.related("comments")
    if part is None or part not in file.package:
        return data
    root = file.edit(part)
    own = [comment for comment in _comments(root) if comment.get(like(comment, "author")) == auteur]
    answered = _answered(file, root, auteur)
    gone = [comment for comment in own if not answered.intersection(_para_ids(comment))]
    if not gone:
        return data
    ids = {comment.get(like(comment, "id")) or "" for comment in gone}
    ids -= {comment.get(like(comment, "id")) or "" for comment in _comments(root) if comment not in gone}
    para_ids = {para_id for comment in gone for para_id in _para_ids(comment)}
    for comment in gone:
        drop(comment)
    remove_marks(file.edit(file.main), frozenset(ids))
    if para_ids:
        _forget(file, para_ids)
    return file.written()


def with_comments(data: bytes, comments: Sequence[Comment], auteur: str, initialen: str) -> bytes:
    """The file with these comments of ``auteur``; one that already stands there word for word, answered, is not put in again."""
    file = _File(data)
    body = file.edit(file.main)
    part = _comments_part(file)
    namespace = etree.QName(body).namespace or W_NS
    root = file.edit(part, f'<w:comments xmlns:w="{namespace}"/>'.encode())
    present = {_text(comment) for comment in _comments(root) if comment.get(like(comment, "author")) == auteur}
    wanted = [comment for comment in comments if comment.tekst not in present]
    if not wanted:
        return data
    first = _first_free(body, root)
    marks = []
    style = _comment_style(file)
    for number, comment in enumerate(wanted, first):
        root.append(_element(root, comment, (str(number), auteur, initialen), style))
        marks.append(Mark(str(number), comment.range))
    set_marks(body, marks, _notes(file))
    return file.written()


def _comments(root: etree._Element) -> list[etree._Element]:
    return [child for child in root if local_name(child) == "comment"]


def _text(comment: etree._Element) -> str:
    paragraphs = (child for child in comment if local_name(child) == "p")
    return "\n".join("".join(text.text or "" for text in p.iter(like(p, "t"))) for p in paragraphs)


def _para_ids(comment: etree._Element) -> list[str]:
    return [para_id for p in comment.iter(like(comment, "p")) if (para_id := p.get(_PARA_ID))]


def _answered(file: _File, root: etree._Element, auteur: str) -> set[str]:
    """Paragraph ids of the comments that a comment by another answers."""
    part = file.related("commentsExtended")
    if part is None or part not in file.package:
        return set()
    others = {para for comment in _comments(root) if comment.get(like(comment, "author")) != auteur for para in _para_ids(comment)}
    entries = file.package.xml(part)
    return {
        parent for entry in entries if (parent := entry.get(f"{{{W15_NS}}}paraIdParent")) and entry.get(f"{{{W15_NS}}}paraId") in others
    }


def _forget(file: _File, para_ids: set[str]) -> None:
    """Take comments that are gone out of the parts in which newer versions of Word keep more about them."""
    durable: set[str] = set()
    for kind in _EXTRA_PARTS:
        part = file.related(kind)
        if part is None or part not in file.package:
            continue
        entries = [(entry, _by_local_name(entry)) for entry in file.package.xml(part) if local_name(entry)]
        known = [i for i, (_, names) in enumerate(entries) if names.get("paraId") in para_ids or names.get("durableId") in durable]
        if not known:
            continue
        durable |= {entries[i][1].get("durableId", "") for i in known} - {""}
        elements = [entry for entry in file.edit(part) if local_name(entry)]
        for i in known:
            drop(elements[i])


def _by_local_name(element: etree._Element) -> dict[str, str]:
    return {str(name).rpartition("}")[2]: str(value) for name, value in element.attrib.items()}


def _first_free(body: etree._Element, comments: etree._Element) -> int:
    """A number above every id of a comment, also of one that is only marked in the text."""
    marks = body.iter(*(like(body, name) for name in ("commentRangeStart", "commentRangeEnd", "commentReference")))
    ids = [element.get(like(element, "id")) or "" for element in (*_comments(comments), *marks)]
    return max((int(text) for text in ids if text.isascii() and text.isdigit()), default=-1) + 1


def _notes(file: _File) -> Iterator[tuple[str, etree._Element, str]]:
    for kind, reference in _NOTES:
        part = file.related(kind)
        if part is not None and part in file.package:
            yield part, parse_to_edit(file.package.read(part)), reference


def _comments_part(file: _File) -> str:
    """Name of the part for comments; when it is new, its relationship and content type are made."""
    name = file.related("comments")
    if name is not None and name in file.package:
        return name
    if name is None:
        name = _free_name(file)
        _relate(file, name)
    types = file.edit("[Content_Types].xml", f'<Types xmlns="{TYPES_NS}"/>'.encode())
    override = f"{{{TYPES_NS}}}Override"
    if all(known.get("PartName") != f"/{name}" for known in types.iter(override)):
        etree.SubElement(types, override, {"PartName": f"/{name}", "ContentType": _COMMENTS_TYPE})
    return name


def _free_name(file: _File) -> str:
    folder = posixpath.dirname(file.main)
    name, number = posixpath.join(folder, "comments.xml"), 1
    while name in file.package:
        name, number = posixpath.join(folder, f"comments{number}.xml"), number + 1
    return name


def _relate(file: _File, name: str) -> None:
    folder, base = posixpath.split(file.main)
    rels = file.edit(posixpath.join(folder, "_rels", f"{base}.rels"), _NO_RELS)
    taken = {rel.get("Id") for rel in rels}
    rel_id = next(candidate for i in count(len(taken) + 1) if (candidate := f"rId{i}") not in taken)
    strict = etree.QName(file.edit(file.main)).namespace == _STRICT_W
    kind = f"{_STRICT_RELS if strict else _OFFICE_RELS}/comments"
    etree.SubElement(rels, f"{{{RELS_NS}}}Relationship", {"Id": rel_id, "Type": kind, "Target": posixpath.basename(name)})


def _comment_style(file: _File) -> str | None:
    """Id of the style that Word gives to the text of comments, when the file has it."""
    part = file.related("styles")
    if part is None or part not in file.package:
        return None
    root = parse_to_edit(file.package.read(part))
    names = (name for name in root.iter(like(root, "name")) if name.get(like(root, "val")) == "annotation text")
    style = next((name.getparent() for name in names), None)
    return None if style is None else style.get(like(root, "styleId"))


def _element(root: etree._Element, comment: Comment, names: tuple[str, str, str], style: str | None) -> etree._Element:
    number, auteur, initialen = names
    element = etree.Element(like(root, "comment"))
    for name, value in (("id", number), ("author", auteur), ("initials", initialen)):
        element.set(like(root, name), value)
    for alinea in comment.alineas:
        p = etree.SubElement(element, like(root, "p"))
        properties = etree.SubElement(p, like(root, "pPr"))
        if style:
            etree.SubElement(properties, like(root, "pStyle")).set(like(root, "val"), style)
        etree.SubElement(properties, like(root, "spacing")).set(like(root, "after"), "0")
        for text, bold in alinea:
            _run(p, text, bold=bold, small=not style)
    return element


def _run(p: etree._Element, text: str, *, bold: bool, small: bool) -> None:
    run = etree.SubElement(p, like(p, "r"))
    if bold or small:
        properties = etree.SubElement(run, like(p, "rPr"))
        if bold:
            etree.SubElement(properties, like(p, "b"))
        if small:
            etree.SubElement(properties, like(p, "sz")).set(like(p, "val"), "20")
    element = etree.SubElement(run, like(p, "t"))
    element.text = text
    if text != text.strip():
        element.set(SPACE, "preserve")
