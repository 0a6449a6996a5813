"""Comments on exact words: every construct of Word, comments of people, odd packages, and any way a text is cut in runs."""

from __future__ import annotations

import io
import random
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from comment_checks import AUTEUR, add, faults, invalid_parts, quoted, shown
from docx_maker import NAMESPACES, OFFICE, W, make, p, pack, run
from verordening_tool.document.blok import Weergave
from verordening_tool.fouten import VerordeningFout
from verordening_tool.ooxml.comments import without_comments
from verordening_tool.ooxml.names import w
from verordening_tool.ooxml.package import Package
from verordening_tool.ooxml.rewrite import rewrite
from verordening_tool.ooxml.runs import cut, join, normal_place
from verordening_tool.readers.docx import read_docx

BOLD = "<w:b/>"
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
SMART = '<w:smartTag w:uri="urn:x" w:element="plaats">{}</w:smartTag>'
INS = '<w:ins w:id="7" w:author="Jansen" w:date="2024-01-01T00:00:00Z">{}</w:ins>'
DEL = '<w:del w:id="8" w:author="Jansen" w:date="2024-01-01T00:00:00Z"><w:r><w:delText xml:space="preserve">{}</w:delText></w:r></w:del>'
SDT = '<w:sdt><w:sdtPr><w:alias w:val="x"/>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
BOUND = '<w:dataBinding w:xpath="/a" w:storeItemID="{00000000-0000-0000-0000-000000000000}"/>'
CELL = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
LINK = '<w:hyperlink w:anchor="x">{}</w:hyperlink>'


def only(data: bytes, weergave: Weergave = Weergave.DEFINITIEF) -> str:
    """The words that the one comment stands on."""
    ((_, words),) = quoted(data, weergave).values()
    return words


# body, words to comment on, words between the marks when they are others
CONSTRUCTS = [
    pytest.param(p("Het college biedt werk aan."), "biedt werk", None, id="middle-of-a-run"),
    pytest.param(p("Het college biedt werk aan."), "Het", None, id="start-of-a-run"),
    pytest.param(p("Het college biedt werk aan."), "aan.", None, id="end-of-a-run"),
    pytest.param(p(run("Het college ") + run("biedt", BOLD) + run(" werk aan.")), "college biedt werk", None, id="over-runs"),
    pytest.param(p(run("Het college ") + run("biedt", BOLD) + run(" werk.")), "biedt", None, id="whole-run"),
    pytest.param(p("<w:r><w:t>een</w:t><w:tab/><w:t>twee drie</w:t><w:br/><w:t>vier</w:t></w:r>"), "twee drie", None, id="tab-and-break"),
    pytest.param(p("<w:r><w:t>een</w:t><w:tab/><w:t>twee</w:t></w:r>"), "een\ttwee", None, id="over-a-tab"),
    pytest.param(p("<w:r><w:t>  een twee</w:t></w:r>"), "twee", "  een twee", id="blanks-that-word-drops-are-not-cut"),
    pytest.param(p(run("zie ") + LINK.format(run("artikel 5 van de wet"))), "artikel 5", None, id="in-a-link"),
    pytest.param(p(run("zie ") + LINK.format(run("de wet")) + run(" en meer")), "wet en", None, id="out-of-a-link"),
    pytest.param(p(run("a ") + SDT.format("", run("keuze een")) + run(" b")), "een", None, id="in-a-control"),
    pytest.param(p(run("a ") + SDT.format(BOUND, run("keuze een")) + run(" b")), "een", "keuze een", id="bound-control-is-taken-whole"),
    pytest.param(SDT.format("", p("In een blok.")), "een blok", None, id="in-a-block-control"),
    pytest.param(p(run("oud ") + INS.format(run("nieuwe tekst")) + run(" slot")), "nieuwe", None, id="in-an-insertion"),
    pytest.param(p(run("oud ") + INS.format(run("nieuw")) + DEL.format("weg") + run(" slot")), "nieuw slot", None, id="over-revisions"),
    pytest.param(p(SMART.format(run("Gemeente Proefstad"))), "Proefstad", None, id="in-a-smart-tag"),
    pytest.param(p(f'<w:fldSimple w:instr="REF x">{run("artikel 5")}</w:fldSimple>'), "5", None, id="in-a-simple-field"),
    pytest.param(
        p(run("zie ") + BEGIN + '<w:r><w:instrText> REF x </w:instrText></w:r>' + SEPARATE + run("artikel 5") + END + run(" lid")),
        "artikel", None, id="in-a-field",
    ),
    pytest.param(CELL.format(p("In de cel.")), "de cel", None, id="in-a-table"),
    pytest.param(CELL.format(CELL.format(p("Diep in de cel.")) + p()), "Diep", None, id="in-a-nested-table"),
    pytest.param(p(run("a") + BOX.format(p("In het kader."))), "kader", "", id="text-box-at-the-box"),
    pytest.param(p(run("a ") + "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), "x=1", None, id="formula-is-taken-whole"),
    pytest.param(
        p("<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>boven</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>onder</w:t></w:r></w:rubyBase></w:ruby></w:r>"),
        "onder", "bovenonder", id="ruby-is-taken-whole",
    ),
    pytest.param(
        "<w:p><w:pPr><w:rPr><w:del w:id='9' w:author='J'/></w:rPr></w:pPr>" + run("Een zin ") + "</w:p>" + p("in twee delen."),
        "zin in twee", None, id="joined-paragraphs",
    ),
    pytest.param(p("af\xadbreken\xa0en door"), "afbreken en", "af\xadbreken\xa0en", id="unseen-signs"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words", "marked"), CONSTRUCTS)
def test_constructs(body: str, words: str, marked: str | None) -> None:
    source = make(body)
    blok = next(blok for blok in read_docx(source).blokken if words in blok.tekst)
    place = (blok.alinea, blok.tekst.index(words), blok.tekst.index(words) + len(words))
    result = add(source, [place])
    assert only(result) == (words if marked is None else marked)
    assert faults(source, result) == []
    assert add(result, [place]) == result
    assert faults(source, without_comments(result, AUTEUR)) == []


def test_deleted_text_in_the_original_view() -> None:
    source = make(p(run("Het ") + DEL.format("oude stuk") + INS.format(run("nieuwe stuk"))))
    result = add(source, [(0, 4, 8)], Weergave.OORSPRONKELIJK)
    assert only(result, Weergave.OORSPRONKELIJK) == "oude"
    assert faults(source, result) == []


def paragraph_children(data: bytes) -> list[str]:
    paragraph = next(Package(data).xml(Package(data).main).iter(w("p")))
    return [child.tag.rpartition("}")[2] + ("*" if child.find(w("commentReference")) is not None else "") for child in paragraph]


@pytest.mark.parametrize(
    ("body", "words", "children"),
    [
        pytest.param(p(INS.format(run("nieuw"))), "nieuw", ["ins", "r*"], id="insertion"),
        pytest.param(p(LINK.format(run("de wet"))), "wet", ["hyperlink", "r*"], id="link"),
        pytest.param(
            p(BEGIN + "<w:r><w:instrText>REF x</w:instrText></w:r>" + SEPARATE + run("art. 5") + END + run(" b")), "5",
            ["r", "r", "r", "r", "commentRangeStart", "r", "commentRangeEnd", "r", "r*", "r"], id="field",
        ),
    ],
)  # fmt: skip
def test_the_reference_survives_a_rejection_or_an_update(body: str, words: str, children: list[str]) -> None:
    source = make(body)
    start = read_docx(source).blokken[0].tekst.index(words)
    assert paragraph_children(add(source, [(0, start, start + len(words))])) == children


def test_a_comment_on_a_note_stands_where_the_note_is_called() -> None:
    notes = '<w:footnote w:id="2">' + p("In de noot.") + "</w:footnote>"
    source = make(p(run("Tekst") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" door")), footnotes=notes)
    result = add(source, [(1, 3, 5)])
    assert paragraph_children(result) == ["r", "commentRangeStart", "r", "commentRangeEnd", "r*", "r"]
    assert faults(source, result) == []


# --- several comments -----------------------------------------------------------------------------------------------


def test_overlapping_and_adjoining_comments_keep_their_order() -> None:
    source = make(p(run("een twee ") + run("drie vier", BOLD)) + p("vijf"))
    places = [(0, 0, 8), (0, 4, 13), (0, 4, 8), (0, 9, 13), (0, 0, 18), (1, 0, 4)]
    result = add(source, places)
    assert [words for _, words in quoted(result).values()] == ["een twee", "twee drie", "twee", "drie", "een twee drie vier", "vijf"]
    order = [mark.get(w("id")) for mark in Package(result).xml("word/document.xml").iter(w("commentReference"))]
    assert order == ["0", "2", "1", "3", "4", "5"]
    assert faults(source, result) == []
    assert add(result, places) == result


# --- comments of people ---------------------------------------------------------------------------------------------

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
EXTRA = {"commentsExtended": W15, "commentsIds": CID, "commentsExtensible": CEX}


def remark(number: int, author: str, text: str, para_id: str) -> str:
    return (
        f'<w:comment w:id="{number}" w:author="{author}" w:date="2024-01-01T00:00:00Z" w:initials="J">'
        f'<w:p w14:paraId="{para_id}"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
    )


def marked(number: int, inner: str) -> str:
    reference = f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeStart w:id="{number}"/>{inner}<w:commentRangeEnd w:id="{number}"/>{reference}'


def with_extra(data: bytes, entries: dict[str, str]) -> bytes:
    """The package with the parts in which newer versions of Word keep more about comments."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    rels = ""
    for name, inner in entries.items():
        prefix = {"commentsExtended": "w15", "commentsIds": "w16cid", "commentsExtensible": "w16cex"}[name]
        files[f"word/{name}.xml"] = f'<{prefix}:{name} xmlns:{prefix}="{EXTRA[name]}">{inner}</{prefix}:{name}>'.encode()
        rels += f'<Relationship Id="{name}" Type="http://schemas.microsoft.com/office/{name}" Target="{name}.xml"/>'
    key = "word/_rels/document.xml.rels"
    files[key] = files[key].replace(b"</Relationships>", f"{rels}</Relationships>".encode())
    return pack(files)


PEOPLE = with_extra(
    make(
        p(run("Een ") + marked(4, run("gewone")) + run(" zin.")) + p(marked(9, run("Opgelost")) + marked(10, run(""))),
        comments=remark(4, "Jansen", "vraag", "00000004")
        + remark(9, "De Vries", "klaar", "00000009")
        + remark(10, "Jansen", "ja", "00000010"),
    ),
    {
        "commentsExtended": '<w15:commentEx w15:paraId="00000009" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000010" w15:paraIdParent="00000009" w15:done="1"/>',
        "commentsIds": '<w16cid:commentId w16cid:paraId="00000009" w16cid:durableId="12345678"/>',
        "commentsExtensible": '<w16cex:commentExtensible w16cex:durableId="12345678" w16cex:dateUtc="2024-01-01T00:00:00Z"/>',
    },
)  # fmt: skip


def test_comments_of_people_stay_with_their_answers_and_state() -> None:
    result = add(PEOPLE, [(0, 0, 10), (1, 0, 4)])
    assert faults(PEOPLE, result) == []
    assert sorted(quoted(result)) == ["11", "12"]
    assert add(result, [(0, 0, 10), (1, 0, 4)]) == result
    assert [(o.auteur, o.opgelost) for o in shown(result, Weergave.DEFINITIEF).opmerkingen] == [
        ("Jansen", False), ("De Vries", True), ("Jansen", True),
    ]  # fmt: skip
    before, after = (
        re.findall(rb"<w:comment .*?</w:comment>", Package(data).read("word/comments.xml"), re.DOTALL) for data in (PEOPLE, result)
    )
    assert after[: len(before)] == before


def ours(number: int, text: str, para_id: str) -> str:
    return remark(number, AUTEUR, text, para_id)


def test_what_word_kept_about_our_comments_goes_with_them() -> None:
    source = with_extra(
        make(p(marked(0, run("zin")) + marked(1, run("twee"))), comments=ours(0, "oud", "0000000A") + remark(1, "Jansen", "x", "0000000B")),
        {
            "commentsExtended": '<w15:commentEx w15:paraId="0000000A" w15:done="1"/><w15:commentEx w15:paraId="0000000B" w15:done="0"/>',
            "commentsIds": '<w16cid:commentId w16cid:paraId="0000000A" w16cid:durableId="1"/>'
            '<w16cid:commentId w16cid:paraId="0000000B" w16cid:durableId="2"/>',
            "commentsExtensible": '<w16cex:commentExtensible w16cex:durableId="1"/><w16cex:commentExtensible w16cex:durableId="2"/>',
        },
    )  # fmt: skip
    package = Package(without_comments(source, AUTEUR))
    assert [name for name in EXTRA for old in (b"0000000A", b'durableId="1"') if old in package.read(f"word/{name}.xml")] == []
    assert all(len(package.xml(f"word/{name}.xml")) == 1 for name in EXTRA)
    assert b"oud" not in package.read("word/comments.xml")


def test_our_comment_that_someone_answered_stays_and_is_not_doubled() -> None:
    source = with_extra(
        make(
            p(marked(0, run("zin")) + marked(1, run(" twee"))),
            comments=ours(0, "Opmerking 0", "0000000A").replace("</w:comment>", f"{p('Tweede alinea.')}</w:comment>")
            + remark(1, "Jansen", "mee eens", "0000000B"),
        ),
        {"commentsExtended": '<w15:commentEx w15:paraId="0000000A"/><w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A"/>'},
    )  # fmt: skip
    assert without_comments(source, AUTEUR) == source
    result = add(source, [(0, 0, 3), (0, 4, 8)])
    assert sorted(quoted(result)) == ["0", "2"]
    assert faults(source, result) == []


def test_an_id_that_a_person_uses_too_keeps_its_marks() -> None:
    source = make(p(marked(0, run("zin"))), comments=ours(0, "oud", "0000000A") + remark(0, "Jansen", "x", "0000000B"))
    assert [
        mark.get(w("id")) for mark in Package(without_comments(source, AUTEUR)).xml("word/document.xml").iter(w("commentReference"))
    ] == ["0"]


def test_nothing_of_ours_nothing_changes() -> None:
    assert without_comments(PEOPLE, AUTEUR) is PEOPLE
    plain = make(p("tekst"))
    assert without_comments(plain, AUTEUR) is plain


# --- packages -------------------------------------------------------------------------------------------------------

STRICT_W, STRICT_R = "http://purl.oclc.org/ooxml/wordprocessingml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships"


def strict(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return pack(
        {name: text.replace(W.encode(), STRICT_W.encode()).replace(OFFICE.encode(), STRICT_R.encode()) for name, text in files.items()}
    )


def at_the_root(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return pack({name.removeprefix("x/"): archive.read(name).replace(b"x/hoofd", b"hoofd") for name in archive.namelist()})


@pytest.mark.parametrize(
    ("source", "part_name"),
    [
        pytest.param(make(p("Een zin.")), "word/comments.xml", id="new-part"),
        pytest.param(make(p("Een zin."), main="inhoud/hoofd.xml"), "inhoud/comments.xml", id="renamed-main-part"),
        pytest.param(at_the_root(make(p("Een zin."), main="x/hoofd.xml")), "comments.xml", id="main-part-at-the-root"),
        pytest.param(make(p("Een zin."), extra={"word/comments.xml": b"<x/>"}), "word/comments1.xml", id="name-is-taken"),
        pytest.param(make(p("Een zin."), comments=""), "word/comments.xml", id="empty-part"),
        pytest.param(strict(make(p("Een zin."))), "word/comments.xml", id="strict"),
    ],
)
def test_packages(source: bytes, part_name: str) -> None:
    result = add(source, [(0, 4, 7)])
    package = Package(result)
    rels = package.relationships(package.main).values()
    assert [rel.target for rel in rels if rel.soort == "comments"] == [part_name]
    assert package.read("[Content_Types].xml").count(f'PartName="/{part_name}"'.encode()) == 1
    assert only(result) == "zin"
    assert faults(source, result) == []
    assert add(result, [(0, 4, 7)]) == result


def test_a_strict_package_stays_strict() -> None:
    result = Package(add(strict(make(p("Een zin."))), [(0, 4, 7)]))
    assert STRICT_W.encode() in result.read("word/comments.xml")
    assert W.encode() not in result.read("word/document.xml") + result.read("word/comments.xml")
    assert f'Type="{STRICT_R}/comments"'.encode() in result.read("word/_rels/document.xml.rels")


def test_other_entries_keep_their_compressed_bytes_times_and_order() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, method in (
            ("a.bin", zipfile.ZIP_STORED),
            ("map/", zipfile.ZIP_STORED),
            ("é.xml", zipfile.ZIP_DEFLATED),
            ("b", zipfile.ZIP_DEFLATED),
        ):
            info = zipfile.ZipInfo(name, (2020, 5, 17, 12, 34, 56))
            info.external_attr, info.compress_type = 0o644 << 16, method
            archive.writestr(info, b"" if name.endswith("/") else b"inhoud " * 50)
    source = buffer.getvalue()
    result = rewrite(source, {"b": b"anders", "nieuw": b"x"})
    assert rewrite(result, {}) == result
    with zipfile.ZipFile(io.BytesIO(source)) as before, zipfile.ZipFile(io.BytesIO(result)) as after:
        assert after.testzip() is None
        assert after.namelist() == ["a.bin", "map/", "é.xml", "b", "nieuw"]
        assert [after.read(name) for name in ("a.bin", "é.xml", "b", "nieuw")] == [b"inhoud " * 50, b"inhoud " * 50, b"anders", b"x"]
        for old, new in zip(before.infolist()[:3], after.infolist(), strict=False):
            assert (old.date_time, old.external_attr, old.compress_type, old.CRC) == (
                new.date_time,
                new.external_attr,
                new.compress_type,
                new.CRC,
            )
        assert after.getinfo("b").date_time == (2020, 5, 17, 12, 34, 56)
        assert after.getinfo("nieuw").date_time == (1980, 1, 1, 0, 0, 0)


def test_sizes_behind_the_data_are_brought_forward() -> None:
    class Unseekable(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

        def seek(self, *args: int) -> int:
            raise OSError

    buffer = Unseekable()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"inhoud " * 50)
    result = rewrite(buffer.getvalue(), {})
    with zipfile.ZipFile(io.BytesIO(result)) as archive:
        assert archive.read("a") == b"inhoud " * 50
        assert not archive.getinfo("a").flag_bits & 0x8


# --- any text in any runs -------------------------------------------------------------------------------------------

WORDS = st.text(alphabet="ab é  \xa0\xad-", min_size=1, max_size=8)
PROPERTIES = st.sampled_from(["", BOLD, "<w:i/>", '<w:rStyle w:val="x"/><w:b/>'])
WRAPPERS = st.sampled_from(["{}", LINK, INS, SDT.replace("{}", "", 1), SMART])


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    inner = ""
    for _ in range(draw(st.integers(1, 5))):
        runs = "".join(run(draw(WORDS), draw(PROPERTIES)) for _ in range(draw(st.integers(1, 3))))
        inner += draw(WRAPPERS).format(runs)
    return p(inner)


@settings(max_examples=150, deadline=None)
@given(body=st.lists(paragraphs(), min_size=1, max_size=3), data=st.data())
def test_any_ranges_in_any_runs(body: list[str], data: st.DataObject) -> None:
    source = make("".join(body) + p("slot"))
    bloks = read_docx(source).blokken
    places = []
    for _ in range(data.draw(st.integers(1, 5))):
        blok = data.draw(st.sampled_from(bloks))
        start = data.draw(st.integers(0, len(blok.tekst) - 1))
        places.append((blok.alinea, start, data.draw(st.integers(start + 1, len(blok.tekst)))))
    result = add(source, places)
    assert faults(source, result) == []
    assert add(result, places) == result
    assert faults(source, without_comments(result, AUTEUR)) == []
    words = [text.replace("\xad", "").replace("\xa0", " ") for _, text in quoted(result).values()]
    assert words == [bloks[nr].tekst[start:eind] for nr, start, eind in places]


@given(texts=st.lists(st.text(alphabet="ab  \t", min_size=1, max_size=6), min_size=1, max_size=3), data=st.data())
def test_cutting_and_joining_give_the_run_again(texts: list[str], data: st.DataObject) -> None:
    paragraph = etree.fromstring(f"<w:p {NAMESPACES}>{run('|'.join(texts), BOLD)}</w:p>")
    before = etree.tostring(paragraph)
    (element,) = paragraph
    length = len("|".join(texts))
    offsets = data.draw(st.sets(st.integers(1, length - 1), max_size=4)) if length > 1 else set()
    pieces = cut(element, {normal_place(element, 1, offset) for offset in offsets})
    assert "".join("".join(piece.itertext()) for piece in pieces) == "|".join(texts)
    while len(pieces) > 1:
        assert join(pieces[-2], pieces[-1])
        pieces.pop()
    needs = not offsets or re.search(r"^\s|\s$|\s\s|\t", "|".join(texts))
    assert etree.tostring(paragraph) == (before if needs else before.replace(b' xml:space="preserve"', b""))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(run("a", BOLD), run("b"), id="other-look"),
        pytest.param("<w:r><w:t>a</w:t></w:r>", '<w:r w:rsidR="00AA"><w:t>b</w:t></w:r>', id="other-revision-mark"),
        pytest.param("<w:r><w:t>a</w:t></w:r>", BEGIN, id="field-mark"),
        pytest.param("<w:r><w:t>a </w:t></w:r>", "<w:r><w:t>b</w:t></w:r>", id="not-as-a-cut-leaves-it"),
        pytest.param("<w:r/>", "<w:r><w:t>b</w:t></w:r>", id="empty"),
    ],
)
def test_runs_that_were_not_cut_from_one_are_not_joined(first: str, second: str) -> None:
    paragraph = etree.fromstring(f"<w:p {NAMESPACES}>{first}{second}</w:p>")
    before = etree.tostring(paragraph)
    assert not join(*paragraph)
    assert etree.tostring(paragraph) == before


# --- real files -----------------------------------------------------------------------------------------------------


def real_files(shared: Path, below: int) -> list[Path]:
    """Real Word files of at most ``below`` bytes: the whole set is for bench/comments.py."""
    folder = shared / "realdata" / "docx"
    return [path for path in sorted(folder.rglob("*.doc[xm]")) if path.stat().st_size < below]


def random_places(data: bytes, choice: random.Random) -> list[tuple[int, int, int]]:
    bloks = [blok for blok in read_docx(data).blokken if blok.bron and blok.tekst and blok.deel.value not in {"koptekst", "voettekst"}]
    picked = [choice.choice(bloks) for _ in range(3)] if bloks else []
    starts = [choice.randrange(len(blok.tekst)) for blok in picked]
    return [(blok.alinea, start, choice.randint(start + 1, len(blok.tekst))) for blok, start in zip(picked, starts, strict=True)]


def test_real_files(shared: Path) -> None:
    done = 0
    for path in real_files(shared, 30_000)[::3]:
        data = path.read_bytes()
        try:
            places = random_places(data, random.Random(path.name))
        except VerordeningFout:
            continue
        if not places:
            continue
        result = add(data, places)
        assert (path.name, faults(data, result)) == (path.name, [])
        assert (path.name, invalid_parts(result, shared) - invalid_parts(data, shared)) == (path.name, set())
        assert add(result, places) == result, path.name
        done += 1
    assert done >= 40


def test_libreoffice_opens_them(shared: Path, soffice: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    names = []
    for path in real_files(shared, 40_000)[::5]:
        data = path.read_bytes()
        try:
            places = random_places(data, random.Random(path.name))
        except VerordeningFout:
            continue
        if places and len(names) < 40:
            (tmp_path / "in" / f"{len(names):02}.docx").write_bytes(add(data, places))
            names.append(path.name)
    files = sorted(map(str, (tmp_path / "in").iterdir()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path / "out"), *files],
        check=True,
        timeout=300,
        capture_output=True,
    )
    assert [name for i, name in enumerate(names) if not (tmp_path / "out" / f"{i:02}.txt").is_file()] == []
    assert len(names) >= 20


def test_schema(shared: Path) -> None:
    without_schema = {"ruby-is-taken-whole", "text-box-at-the-box", "joined-paragraphs"}
    body = "".join(str(case.values[0]) for case in CONSTRUCTS if case.id not in without_schema)
    source = make(body + p("slot"), comments=remark(3, "Jansen", "x", "").replace(' w14:paraId=""', ""))
    result = add(source, [(blok.alinea, 1, 3) for blok in read_docx(source).blokken])
    assert (invalid_parts(source, shared), invalid_parts(result, shared)) == (set(), set())
