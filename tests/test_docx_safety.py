"""Files that could do harm, or are no Word files, are refused with a code and two Dutch sentences; nothing else is raised."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import warnings
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docx_maker import abstract, level, make, num, numbered, p, pack, part, run, style
from verordening_tool.document.blok import Weergave
from verordening_tool.fouten import Leesfout, OnveiligBestand, VerordeningFout
from verordening_tool.ooxml.package import is_ole
from verordening_tool.readers.docx import read_docx

GOOD = make(p("tekst"))
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
MAIN = "word/document.xml"


def document(inner: str, prolog: str = "") -> bytes:
    return pack({MAIN: part("document", f"<w:body>{inner}</w:body>").replace("?>", f"?>{prolog}", 1).encode()})


def encrypted() -> bytes:
    """The good file with the flag of an encrypted entry in its central directory."""
    data = bytearray(GOOD)
    at = data.rfind(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.rfind(b"PK\x01\x02", 0, at)
    return bytes(data)


def duplicate() -> bytes:
    buffer = io.BytesIO(GOOD)
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(MAIN, b"<x/>")
    return buffer.getvalue()


def lying_size() -> bytes:
    """A part that says it is small, and is not."""
    data = bytearray(pack({MAIN: part("document", f"<w:body>{p('a' * 100_000)}</w:body>").encode()}))
    struct.pack_into("<I", data, data.rfind(b"PK\x01\x02") + 24, 500)
    return bytes(data)


HOSTILE = [
    ("bomb", lambda: pack({MAIN: b"A" * 70_000_000}), OnveiligBestand, "ONVEILIG"),
    ("dense part", lambda: document("<w:p/>" * 400_000), OnveiligBestand, "ONVEILIG"),
    ("too many parts", lambda: pack({f"{i}": b"" for i in range(10_001)}), OnveiligBestand, "ONVEILIG"),
    ("entities", lambda: document(p("&a;"), '<!DOCTYPE x [<!ENTITY a "aaaa">]>'), OnveiligBestand, "ONVEILIG"),
    ("external entity", lambda: document(p("&e;"), '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'), OnveiligBestand, "ONVEILIG"),
    ("deep", lambda: document("<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000), OnveiligBestand, "ONVEILIG"),
    ("name that leads out", lambda: pack({"../x": b"", MAIN: b""}), OnveiligBestand, "ONVEILIG"),
    ("same part twice", duplicate, OnveiligBestand, "ONVEILIG"),
    ("encrypted entry", encrypted, Leesfout, "BEVEILIGD"),
    ("lying size", lying_size, Leesfout, "BESCHADIGD"),
    ("no main part", lambda: pack({"x.xml": b"<x/>"}), Leesfout, "GEEN_WORD"),
    ("a spreadsheet", lambda: pack({MAIN: b"<workbook/>"}), Leesfout, "GEEN_WORD"),
    ("empty main part", lambda: pack({MAIN: b""}), Leesfout, "BESCHADIGD"),
    ("truncated", lambda: GOOD[: len(GOOD) // 2], Leesfout, "BESCHADIGD"),
    ("text", lambda: b"geen zip", Leesfout, "BESCHADIGD"),
    ("nothing", lambda: b"", Leesfout, "LEEG"),
    ("old .doc", lambda: OLE + bytes(600) + "WordDocument".encode("utf-16-le"), Leesfout, "OUD_WORD"),
    ("password", lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), Leesfout, "BEVEILIGD"),
    ("old or protected", lambda: OLE + bytes(4096), Leesfout, "OUD_WORD"),
]


@pytest.mark.parametrize(("build", "kind", "code"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_refused(build: Callable[[], bytes], kind: type[Leesfout], code: str) -> None:
    with pytest.raises(kind) as caught:
        read_docx(build())
    assert caught.value.code == code
    assert caught.value.bericht.endswith(".")
    assert caught.value.advies.endswith(".")
    assert caught.value.exitcode == 3


def test_ole_is_told_from_zip() -> None:
    assert is_ole(OLE + b"x")
    assert not is_ole(GOOD)


NESTED = [
    ("tables", "<w:tbl><w:tr><w:tc>" * 60 + p("diep") + "</w:tc></w:tr></w:tbl>" * 60),
    (
        "text boxes",
        "<w:p><w:r><w:pict><v:textbox><w:txbxContent>" * 45 + p("diep") + "</w:txbxContent></v:textbox></w:pict></w:r></w:p>" * 45,
    ),
    ("insertions", "<w:p>" + "<w:ins>" * 240 + run("diep") + "</w:ins>" * 240 + "</w:p>"),
]


@pytest.mark.parametrize("body", [case[1] for case in NESTED], ids=[case[0] for case in NESTED])
def test_deep_but_allowed_is_read(body: str) -> None:
    assert [blok.tekst for blok in read_docx(make(body)).blokken] == ["diep"]


@pytest.mark.parametrize(("mode", "expected"), [("Internal", ["geheim", "x"]), ("External", ["x"])])
def test_external_relationship_is_not_followed(mode: str, expected: list[str]) -> None:
    """Not even when its target is the name of a part."""
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="c" Type="x/aFChunk" TargetMode="{mode}" Target="deel.txt"/></Relationships>'
    )
    body = part("document", f'<w:body><w:altChunk r:id="c"/>{p("x")}</w:body>')
    data = pack({MAIN: body.encode(), "word/_rels/document.xml.rels": rels.encode(), "word/deel.txt": b"geheim"})
    assert [b.tekst for b in read_docx(data).blokken] == expected


def test_long_chain_of_styles_is_quick() -> None:
    chain = "".join(style(f"s{i}", based_on=f"s{i - 1}") for i in range(2000))
    body = "".join(p("x", f'<w:pStyle w:val="s{i}"/>') for i in range(2000))
    assert len(read_docx(make(body, styles=chain)).blokken) == 2000


SEED = make(
    p("kop", '<w:pStyle w:val="K"/>' + numbered(1))
    + p(run("a", "<w:b/>") + '<w:fldSimple w:instr=" REF x \\r "><w:r><w:t>1</w:t></w:r></w:fldSimple>'),
    styles=style("K"),
    numbering=abstract(0, level(0, "Artikel %1")) + num(1, 0),
    comments=f'<w:comment w:id="0" w:author="a">{p("b")}</w:comment>',
)


def mutated(data: bytes, rng: random.Random) -> bytes:
    """``data`` with a few bytes changed, removed, doubled or cut off."""
    changed = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(changed))
        match rng.randrange(5):
            case 0:
                changed[at] = rng.randrange(256)
            case 1:
                del changed[at : at + rng.randint(1, 20)]
            case 2:
                changed[at:at] = changed[at : at + rng.randint(1, 40)]
            case 3:
                changed[at : at + 4] = rng.choice([b"\xff\xff\xff\xff", b"\0\0\0\0", b"PK\x01\x02", b"PK\x05\x06"])
            case _:
                changed[at : at + 1] = bytes([changed[at] ^ (1 << rng.randrange(8))])
        if not changed:
            break
    return bytes(changed)


def repacked(data: bytes, rng: random.Random) -> bytes:
    """``data`` with the bytes of one part mutated, and the zip around it intact: this reaches the XML and what reads it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = rng.choice(sorted(files))
    files[name] = mutated(files[name] or b"x", rng)
    return pack(files)


@pytest.mark.parametrize("mutate", [mutated, repacked])
def test_mutated_bytes_raise_nothing_else(mutate: Callable[[bytes, random.Random], bytes]) -> None:
    rng = random.Random(20260101)
    for _ in range(300):
        data = mutate(SEED, rng)
        for weergave in Weergave:
            with contextlib.suppress(VerordeningFout):
                read_docx(data, weergave)


NAMES = [
    "p",
    "r",
    "t",
    "pPr",
    "rPr",
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "tbl",
    "tr",
    "tc",
    "trPr",
    "tcPr",
    "sdt",
    "sdtContent",
    "sdtPr",
    "hyperlink",
]
NAMES += [
    "fldChar",
    "fldSimple",
    "instrText",
    "numPr",
    "numId",
    "ilvl",
    "txbxContent",
    "drawing",
    "pict",
    "sym",
    "br",
    "tab",
    "bookmarkStart",
]
NAMES += [
    "bookmarkEnd",
    "altChunk",
    "sectPr",
    "footnoteReference",
    "commentReference",
    "pPrChange",
    "rPrChange",
    "b",
    "vanish",
    "framePr",
    "delText",
]
VALUES = st.sampled_from(
    ["", "0", "1", "-1", "99999999999999999999", "begin", "separate", "end", " REF x \\r ", "F0B7", "zz", "drop", "chunk0", "x"]
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["w:val", "w:id", "w:name", "w:fldCharType", "w:instr", "w:char", "w:font", "r:id", "w:dropCap"]), VALUES, max_size=3
)


def element(name: str, attributes: dict[str, str], children: list[str]) -> str:
    shown = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<w:{name}{shown}>{''.join(children)}</w:{name}>"


TREES = st.recursive(
    st.sampled_from(["", "tekst", " ", "<!-- c -->", "<?pi x?>"]) | st.builds(element, st.sampled_from(NAMES), ATTRIBUTES, st.just([])),
    lambda inner: st.builds(element, st.sampled_from(NAMES), ATTRIBUTES, st.lists(inner, max_size=4)),
    max_leaves=25,
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TREES, max_size=4), st.sampled_from(list(Weergave)))
def test_any_tree_of_elements_is_read(trees: list[str], weergave: Weergave) -> None:
    """Elements in places where they do not belong: read as well as may be, and every path leads back to its source."""
    data = make("".join(trees), numbering=abstract(0, level(0, "%1")) + num(1, 0), styles=style("x"), footnotes="", comments="")
    document = read_docx(data, weergave)
    for blok in document.blokken:
        assert blok.alinea == document.blokken.index(blok)
        assert "".join(blok.tekst[r.start : r.eind] for r in blok.runs) == blok.tekst
