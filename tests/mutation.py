"""Injures files at random, for fuzz tests: bytes, the tree of an XML file, or one part inside a package."""

from __future__ import annotations

import copy
import io
import random
import zipfile

from lxml import etree

TOKENS = (
    b"<", b">", b"</", b"/>", b"&", b"&amp;", b"&#0;", b"&#x110000;", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?", b"<!DOCTYPE x [",
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b"\x0c", b"-\n", b"1.\n", b"<table>", b"<li>", b"<al>", b"<p>", b"<br>", b"**",
    b"| |", b"%PDF-", b"endobj", b"PK\x03\x04", b"9" * 30, b"-1", b"\xf0\x9f\x98\x80",
)  # fmt: skip
VALUES = ("", "0", "-1", "9" * 25, "1", "a", "true", "none", "\u00b2", "\u0663", "x" * 400, "1.2", "%d", "list1", "L", "d1", "i1")


def variant(data: bytes, rng: random.Random) -> bytes:
    """An injured copy of ``data``; of what holds XML, mostly one that is still well-formed, so that it reaches far."""
    if data.startswith(b"PK"):
        return _in_package(data, rng) if rng.random() < 0.8 else injured(data, rng)
    if data.lstrip()[:1] == b"<" and rng.random() < 0.6:
        return reshaped(data, rng)
    return injured(data, rng)


def injured(data: bytes, rng: random.Random) -> bytes:
    """``data`` with one to eight wounds in its bytes."""
    body = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        at, size = rng.randrange(len(body) + 1), rng.choice((1, 2, 4, 16, 64, 400))
        match rng.randrange(7):
            case 0 if at < len(body):
                body[at] = rng.randrange(256)
            case 1:
                del body[at : at + size]
            case 2:
                body[at:at] = rng.choice(TOKENS)
            case 3:
                start = rng.randrange(len(body) + 1)
                body[at:at] = body[start : start + size]
            case 4:
                body[at : at + size] = rng.randbytes(size)
            case 5:
                body[at:at] = rng.choice(TOKENS) * rng.choice((2, 10, 300))
            case _:
                del body[at + 1 :]
        body = body or bytearray(b" ")
    return bytes(body)


def reshaped(data: bytes, rng: random.Random) -> bytes:
    """An XML file with elements moved, doubled, renamed, emptied or wrapped, and attributes changed; still well-formed."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return injured(data, rng)
    for _ in range(rng.randint(1, 8)):
        elements = [element for element in root.iter(etree.Element) if element is not root]
        if not elements:
            break
        _reshape(rng.choice(elements), rng.choice(elements), rng)
    return etree.tostring(root, encoding="utf-8")


def _reshape(one: etree._Element, other: etree._Element, rng: random.Random) -> None:
    parent = one.getparent()
    if parent is None:
        return
    match rng.randrange(8):
        case 0:
            parent.remove(one)
        case 1:
            parent.insert(rng.randrange(len(parent) + 1), copy.deepcopy(one))
        case 2:
            one.tag = other.tag
        case 3:
            other.append(copy.deepcopy(one))
        case 4:
            one.text, one.tail = (
                rng.choice((other.text, None, " ", "1.", "-", "Artikel 1", "x" * 500)),
                rng.choice((None, " ", "los", "\n")),
            )
        case 5 if one.attrib:
            one.set(rng.choice(list(one.attrib)), rng.choice(VALUES))
        case 6:
            for name, value in other.attrib.items():
                one.set(name, value)
        case _:
            del one[:]


def _in_package(data: bytes, rng: random.Random) -> bytes:
    """A package with one XML part injured; the checksums hold."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(target, "w") as out:
        names = list(dict.fromkeys(package.namelist()))
        chosen = rng.choice([name for name in names if name.endswith((".xml", ".rels"))] or names)
        for name in names:
            part = package.read(name)
            if name == chosen:
                part = reshaped(part, rng) if rng.random() < 0.7 else injured(part, rng)
            out.writestr(name, part)
    return target.getvalue()
