"""Hold a Word file with comments against the file it was made of: what is different that may not be?"""

from __future__ import annotations

import hashlib
import io
import re
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree

from verordening_tool.document.blok import Blok, Deel, Document, Weergave
from verordening_tool.ooxml.anchors import text_range
from verordening_tool.ooxml.comments import Comment, with_comments, without_comments
from verordening_tool.ooxml.names import w
from verordening_tool.ooxml.package import Package, parse_xml
from verordening_tool.ooxml.runs import SPACE, local_name
from verordening_tool.readers.docx import read_docx

AUTEUR, INITIALEN = "verordening-tool", "VT"
PRIVATE = re.compile("[\ue000-\uf8ff]")
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
BODY = {Deel.LICHAAM, Deel.INHOUDSOPGAVE}


def comment(blok: Blok, start: int, eind: int, tekst: str) -> Comment:
    found = text_range(blok, start, eind)
    assert found is not None
    return Comment(found, (((tekst, True),), (("Tweede alinea.", False),)))


def add(data: bytes, places: Sequence[tuple[int, int, int]], weergave: Weergave = Weergave.DEFINITIEF) -> bytes:
    """Put a comment on each (alinea, start, end), the tool's way: first its own comments away, then read, then write."""
    clean = without_comments(data, AUTEUR)
    document = read_docx(clean, weergave)
    comments = [comment(document.blokken[nr], start, eind, f"Opmerking {i}") for i, (nr, start, eind) in enumerate(places)]
    return with_comments(clean, comments, AUTEUR, INITIALEN)


def faults(source: bytes, result: bytes) -> list[str]:
    """What differs between the two besides the tool's own comments."""
    return [
        *(f"text of {weergave.value} differs" for weergave in Weergave if shown(source, weergave) != shown(result, weergave)),
        *_other_parts(source, result),
        *_people(source, result),
        *([] if _look(source) == _look(result) else ["look or revisions of the text differ"]),
        *_marks(result),
    ]


@lru_cache(maxsize=8)
def shown(data: bytes, weergave: Weergave) -> Document:
    """All that a view shows, without where it stands; of the comments those of people."""
    document = read_docx(data, weergave)
    blokken = tuple(replace(blok, runs=(), bron=None) for blok in document.blokken)
    people = tuple(opmerking for opmerking in document.opmerkingen if opmerking.auteur != AUTEUR)
    return replace(document, blokken=blokken, opmerkingen=people)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def comments_part(data: bytes) -> str | None:
    package = Package(data)
    return next((rel.target for rel in package.relationships(package.main).values() if rel.soort == "comments"), None)


def _other_parts(source: bytes, result: bytes) -> Iterator[str]:
    before, after = _parts(source), _parts(result)
    main = Package(source).main
    folder, _, base = main.rpartition("/")
    may = {main, comments_part(result), "[Content_Types].xml", f"{folder}/_rels/{base}.rels".lstrip("/")}
    if list(after)[: len(before)] != list(before):
        yield "entries are in another order"
    for name, content in before.items():
        if after.get(name) != content and name not in may:
            yield f"{name} differs"
    if extra := set(after) - set(before) - may:
        yield f"new parts: {extra}"
    if comments_part(source) and any(after[name] != before[name] for name in before if name in may - {main, comments_part(result)}):
        yield "relationships or content types differ"


def _comments(data: bytes) -> list[Any]:
    part = comments_part(data)
    return [] if part is None or part not in Package(data) else [c for c in Package(data).xml(part) if local_name(c) == "comment"]


def _people(source: bytes, result: bytes) -> Iterator[str]:
    def own(data: bytes) -> list[bytes]:
        return [etree.tostring(c, method="c14n", with_tail=False) for c in _comments(data) if c.get(w("author")) != AUTEUR]

    if own(source) != own(result):
        yield "comments of people differ"


def _own_ids(data: bytes) -> set[str]:
    return {c.get(w("id")) or "" for c in _comments(data) if c.get(w("author")) == AUTEUR}


@lru_cache(maxsize=4)
def _look(data: bytes) -> bytes:  # noqa: C901 - one walk
    """Digest of every character with its formatting and what it stands in, and of all else in order, but for our marks."""
    own = _own_ids(data)
    digest = hashlib.sha256()

    text: list[str] = []
    of: list[object] = []

    def note(*facts: object) -> None:
        if text:
            digest.update(repr((of, "".join(text))).encode("utf-8", "surrogatepass"))
            text.clear()
        digest.update(repr(facts).encode("utf-8", "surrogatepass"))

    def walk(element: Any, depth: int) -> None:
        for child in element:
            name = local_name(child)
            if name.startswith("commentR") and child.get(w("id")) in own:
                continue
            if name == "r":
                run(child, depth)
            elif name and len(child) and name not in {"rPr", "pPr", "sectPr"}:
                note(depth, name, child.items())
                walk(child, depth + 1)
            else:
                note(depth, _key(child))

    def run(element: Any, depth: int) -> None:
        kids = [kid for kid in element if local_name(kid) != "rPr"]
        if kids and all(local_name(kid) == "commentReference" and kid.get(w("id")) in own for kid in kids):
            return
        properties = element.find(w("rPr"))
        look = (depth, element.items(), None if properties is None else _key(properties))
        for kid in kids:
            if local_name(kid) in {"t", "delText"}:
                if of != [look, local_name(kid)]:
                    note()
                    of[:] = [look, local_name(kid)]
                text.append(kid.text or "")
            else:
                note(look, _key(kid))
        if not kids:
            note(look)

    package = Package(data)
    walk(package.xml(package.main), 0)
    note()
    return digest.digest()


def _key(element: Any) -> object:
    """All that an element holds, in a form to compare."""
    return (str(element.tag) if local_name(element) else str(element), element.items(), element.text, [_key(kid) for kid in element])


def _marks(data: bytes) -> Iterator[str]:
    package = Package(data)
    root = package.xml(package.main)
    ids = [c.get(w("id")) for c in _comments(data)]
    own = _own_ids(data)
    for number in own:
        for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            if sum(mark.get(w("id")) == number for mark in root.iter(w(name))) != 1:
                yield f"comment {number} has not one {name}"
        if ids.count(number) != 1:
            yield f"comment id {number} is not unique"


def reads_back(data: bytes, blok: Blok, start: int, eind: int) -> bool:
    """Whether ``quoted`` can find these words: in the running text, and each character stands in the XML as it is shown."""
    main, root = _main(data)
    if blok.bron is None or blok.bron.deel != main or blok.deel not in BODY:
        return False
    for run in blok.runs:
        if run.start < eind and run.eind > start:
            element = root
            for index in (*(run.bron or blok.bron).pad, *run.pad):
                element = element[index]
                if local_name(element) in {"oMath", "oMathPara", "ruby", "txbxContent"} or _is_bound(element):
                    return False
            blank_ends = (element.text or "") != (element.text or "").strip() and not element.get(SPACE)
            if local_name(element) not in {"t", "delText", *SIGNS} or blank_ends or PRIVATE.search(element.text or ""):
                return False
    return True


@lru_cache(maxsize=1)
def _main(data: bytes) -> tuple[str, Any]:
    package = Package(data)
    return package.main, package.xml(package.main)


def _is_bound(element: Any) -> bool:
    return local_name(element) == "sdt" and next(element.iter(w("dataBinding")), None) is not None


def quoted(data: bytes, weergave: Weergave = Weergave.DEFINITIEF) -> dict[str, tuple[str, str]]:
    """Per comment of the tool: its text and the words between its marks, read from the XML in one view."""
    package = Package(data)
    texts = {c.get(w("id")): "\n".join("".join(p.itertext()) for p in c) for c in _comments(data) if c.get(w("author")) == AUTEUR}
    gone = {"del", "moveFrom"} if weergave is Weergave.DEFINITIEF else {"ins", "moveTo"}
    open_: dict[str, list[str]] = {}
    closed: dict[str, str] = {}

    def walk(element: Any) -> None:
        for child in element:
            name = local_name(child)
            if name == "commentRangeStart":
                open_[child.get(w("id"))] = []
            elif name == "commentRangeEnd":
                closed[child.get(w("id"))] = "".join(open_.pop(child.get(w("id")), []))
            elif name in gone or name in {"Fallback", "instrText", "delInstrText", "pPr", "rPr", "txbxContent"}:
                continue
            elif name in {"t", "delText"} and not len(child):
                for piece in open_.values():
                    piece.append(child.text or "")
            elif name in SIGNS:
                for piece in open_.values():
                    piece.append(SIGNS[name])
            else:
                walk(child)

    walk(package.xml(package.main))
    return {number: (text or "", closed.get(number or "", "")) for number, text in texts.items() if number is not None}


@lru_cache(maxsize=1)
def _schema(shared: Path) -> tuple[Any, Any]:
    sys.path.insert(0, str(shared / "schemas"))
    import validate_docx  # type: ignore[import-not-found]

    return etree.XMLSchema(etree.parse(str(shared / "schemas" / "ooxml" / "wordprocessing.xsd"))), validate_docx.processed


def invalid_parts(data: bytes, shared: Path) -> set[str]:
    """Which of main document and comments are not valid (strict namespaces read as transitional)."""
    schema, processed = _schema(shared)
    package = Package(data)
    wrong = set()
    for kind, part in (("document", package.main), ("comments", comments_part(data))):
        if part is not None and part in package and not schema.validate(processed(parse_xml(package.read(part)))):
            wrong.add(kind)
    return wrong
