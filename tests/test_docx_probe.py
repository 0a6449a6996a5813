"""Every construct that text hides in, each found once, in both views."""

from __future__ import annotations

import pytest

from docx_maker import W, abstract, level, make, num, numbered, p, pack, part, run, style
from verordening_tool.document.blok import Blok, Deel, Document, Revisie, Weergave
from verordening_tool.fouten import Leesfout
from verordening_tool.readers.docx import read_docx

WHO = 'w:id="1" w:author="a" w:date="2025-01-01T00:00:00Z"'
INS, DEL = f"<w:ins {WHO}>", f"<w:del {WHO.replace('1', '2', 1)}>"
DELETED = "<w:r><w:delText>WEG</w:delText></w:r>"
BOX = f"<w:txbxContent>{p('VAK')}</w:txbxContent>"
TEXT_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
    f"{BOX}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def field(instruction: str, result: str = "", form: str = "") -> str:
    """A complex field; without result it has no separate part either."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
    shown = FIELD.format("separate") + run(result) if result else ""
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{shown}{FIELD.format('end')}"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def texts(data: bytes, weergave: Weergave = Weergave.DEFINITIEF) -> list[str]:
    return [blok.tekst for blok in read_docx(data, weergave).blokken]


SAME = None
CONSTRUCTS = [
    ("plain", p("tekst"), ["tekst"], SAME),
    ("split over runs", p(run("art") + run("ikel 1", "<w:b/>")), ["artikel 1"], SAME),
    ("inserted run", p(run("a") + f"{INS}{run('b')}</w:ins>"), ["ab"], ["a"]),
    ("deleted run", p(run("a") + f"{DEL}{DELETED}</w:del>"), ["a"], ["aWEG"]),
    ("inserted, then deleted", p(run("a") + f"{INS}{DEL}{DELETED}</w:del></w:ins>"), ["a"], ["a"]),
    ("moved to", p(f"<w:moveTo {WHO}>{run('x')}</w:moveTo>"), ["x"], []),
    ("moved from", p(f"<w:moveFrom {WHO}>{run('x')}</w:moveFrom>"), [], ["x"]),
    ("insertion in a link", p(f'<w:hyperlink w:anchor="a">{INS}{run("x")}</w:ins></w:hyperlink>'), ["x"], []),
    ("content control, block", f"<w:sdt><w:sdtPr/><w:sdtContent>{p('x')}</w:sdtContent></w:sdt>", ["x"], SAME),
    ("content control, inline", p(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('x')}</w:sdtContent></w:sdt>"), ["x"], SAME),
    ("inserted content control", f"{INS}<w:sdt><w:sdtContent>{p('x')}</w:sdtContent></w:sdt></w:ins>", ["x"], []),
    ("custom XML", f'<w:customXml w:element="e">{p("x")}</w:customXml>', ["x"], SAME),
    ("smart tag", p(f'<w:smartTag w:uri="u" w:element="e">{run("x")}</w:smartTag>'), ["x"], SAME),
    ("link", p(f'<w:hyperlink w:anchor="a">{run("x")}</w:hyperlink>'), ["x"], SAME),
    ("simple field", p(f'<w:fldSimple w:instr=" REF _Ref1 \\h ">{run("x")}</w:fldSimple>'), ["x"], SAME),
    ("complex field", p(field("REF x", "5")), ["5"], SAME),
    ("field in a field", p(field("IF 1 = 1 ", "") + run("a") + field("REF x", "5")), ["a5"], SAME),
    (
        "field without end",
        p(FIELD.format("begin") + "<w:r><w:instrText>REF x</w:instrText></w:r>" + run("rest")) + p("volgende"),
        ["rest", "volgende"],
        SAME,
    ),
    ("tick box", p(field("FORMCHECKBOX", form="<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>") + run(" ja")), ["☒ ja"], SAME),
    (
        "choice",
        p(
            field(
                "FORMDROPDOWN",
                form='<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="A"/><w:listEntry w:val="B"/></w:ddList></w:ffData>',
            )
        ),
        ["B"],
        SAME,
    ),
    ("placeholder button", p(field("MACROBUTTON NoMacro [typ hier]")), ["[typ hier]"], SAME),
    ("soft break", p("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>"), ["a\nb"], SAME),
    ("tab", p("<w:r><w:t>1.</w:t><w:tab/><w:t>b</w:t></w:r>"), ["1.\tb"], SAME),
    ("non-breaking hyphen", p("<w:r><w:t>re</w:t><w:noBreakHyphen/><w:t>integratie</w:t></w:r>"), ["re-integratie"], SAME),
    ("soft hyphen", p("<w:r><w:t>ver</w:t><w:softHyphen/><w:t>ordening</w:t></w:r>"), ["verordening"], SAME),
    ("typed soft hyphen", p("ver\u00adordening"), ["verordening"], SAME),
    ("non-breaking space", p("artikel\u00a05"), ["artikel 5"], SAME),
    ("symbol", p('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'), ["•"], SAME),
    ("symbol, unknown font", p('<w:r><w:sym w:font="Zapf" w:char="0041"/></w:r>'), ["A"], SAME),
    ("symbol, no code", p('<w:r><w:sym w:font="Symbol" w:char="zz"/></w:r>' + run("a")), ["a"], SAME),
    (
        "ruby",
        p(f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('boven')}</w:rt><w:rubyBase>{run('onder')}</w:rubyBase></w:ruby></w:r>"),
        ["onder"],
        SAME,
    ),
    ("formula", p("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), ["x=1"], SAME),
    ("drop cap", p("D", '<w:framePr w:dropCap="drop"/>') + p("e raad"), ["De raad"], SAME),
    ("empty paragraph", p() + p("   ") + p("x"), ["x"], SAME),
    ("table", table(row(p("a"), p("b"))), ["a", "b"], SAME),
    ("nested table", table(row(table(row(p("b"))) + p("c"))), ["b", "c"], SAME),
    ("content control around a row", table(f"<w:sdt><w:sdtContent>{row(p('a'))}</w:sdtContent></w:sdt>"), ["a"], SAME),
    ("inserted row", table(row(p("a")), row(p("b"), properties=f"<w:ins {WHO}/>")), ["a", "b"], ["a"]),
    ("deleted row", table(row(p("a")), row(p("b"), properties=f"<w:del {WHO}/>")), ["a"], ["a", "b"]),
    ("inserted cell", table(row(p("a"), f"<w:tcPr><w:cellIns {WHO}/></w:tcPr>{p('b')}")), ["a", "b"], ["a"]),
    ("deleted cell", table(row(p("a"), f"<w:tcPr><w:cellDel {WHO}/></w:tcPr>{p('b')}")), ["a"], ["a", "b"]),
    ("two bodies", p("a") + f"</w:body><w:body>{p('b')}", ["a", "b"], SAME),
]


@pytest.mark.parametrize(("body", "final", "original"), [case[1:] for case in CONSTRUCTS], ids=[case[0] for case in CONSTRUCTS])
def test_construct(body: str, final: list[str], original: list[str] | None) -> None:
    data = make(body)
    assert texts(data) == final
    assert texts(data, Weergave.OORSPRONKELIJK) == (final if original is None else original)


MARKS = [
    # the mark of the first paragraph is a tracked change: properties of the last paragraph count
    ("deleted mark joins", DEL, ["eentwee"], ["een", "twee"]),
    ("inserted mark splits", INS, ["een", "twee"], ["eentwee"]),
    ("moved-from mark", f"<w:moveFrom {WHO}>", ["eentwee"], ["een", "twee"]),
    ("moved-to mark", f"<w:moveTo {WHO}>", ["een", "twee"], ["eentwee"]),
]


@pytest.mark.parametrize(("tag", "final", "original"), [case[1:] for case in MARKS], ids=[case[0] for case in MARKS])
def test_tracked_paragraph_mark(tag: str, final: list[str], original: list[str]) -> None:
    data = make(
        p("een", f'<w:pStyle w:val="A"/><w:rPr>{tag[:-1]}/></w:rPr>') + p("twee", '<w:pStyle w:val="B"/>'), styles=style("A") + style("B")
    )
    assert texts(data) == final
    assert texts(data, Weergave.OORSPRONKELIJK) == original
    for weergave in Weergave:
        assert read_docx(data, weergave).blokken[-1].stijl == "B"


def test_joined_paragraph_names_the_source_of_each_run() -> None:
    data = make(p("een", f"<w:rPr>{DEL[:-1]}/></w:rPr>") + p("twee"))
    (blok,) = read_docx(data).blokken
    assert [(run.bron.pad if run.bron else blok.bron and blok.bron.pad) for run in blok.runs] == [(0, 0), (0, 1)]


def test_mark_that_can_not_join_keeps_its_text() -> None:
    mark = f"<w:rPr>{DEL[:-1]}/></w:rPr>"
    assert texts(make(table(row(p("in cel", mark))) + p("na", mark))) == ["in cel", "na"]


def one(document: Document, tekst: str) -> Blok:
    (blok,) = [blok for blok in document.blokken if blok.tekst == tekst]
    return blok


@pytest.fixture(scope="module")
def whole() -> Document:
    """A document with every part of the package."""
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/></w:sectPr>'
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p('Inhoud')}</w:sdtContent></w:sdt>"
    )
    toc_field = p(
        FIELD.format("begin") + "<w:r><w:instrText>TOC \\o</w:instrText></w:r>" + FIELD.format("separate") + run("Artikel 1 2")
    ) + p(run("Artikel 2 3") + FIELD.format("end"))
    body = (
        contents
        + toc_field
        + p(run("lichaam") + TEXT_BOX + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>')
        + p('<w:commentRangeStart w:id="7"/>' + run("besproken") + '<w:r><w:commentReference w:id="7"/></w:r>')
        + p(run("geheim", "<w:vanish/>"))
        + p(run("vet", "<w:b/>"))
        + p(run("niet vet"), '<w:pStyle w:val="Kop2"/><w:ind w:left="700"/>')
        + p("kop", '<w:pStyle w:val="Kop1"/>')
        + section
    )
    return read_docx(
        make(
            body,
            styles=style("Standaard", default=True, name="Normal")
            + style("Kop1", '<w:pPr><w:outlineLvl w:val="0"/><w:ind w:left="360"/></w:pPr><w:rPr><w:b/></w:rPr>', name="heading 1")
            + style("Kop2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b w:val="0"/></w:rPr>', based_on="Kop1", name="heading 2"),
            header=p("kop boven"),
            footer=p("voet onder"),
            footnotes=f'<w:footnote w:id="2">{p("bij de voet")}</w:footnote><w:footnote w:id="3">{p("niet gebruikt")}</w:footnote>',
            endnotes=f'<w:endnote w:id="2">{p("aan het eind")}</w:endnote>',
            comments=f'<w:comment w:id="7" w:author="Jan">{p("een vraag")}</w:comment>',
        )
    )


@pytest.mark.parametrize(
    ("tekst", "deel"),
    [
        ("Inhoud", Deel.INHOUDSOPGAVE),
        ("Artikel 1 2", Deel.INHOUDSOPGAVE),
        ("Artikel 2 3", Deel.INHOUDSOPGAVE),
        ("lichaam", Deel.LICHAAM),
        ("VAK", Deel.TEKSTVAK),
        ("kop boven", Deel.KOPTEKST),
        ("voet onder", Deel.VOETTEKST),
        ("bij de voet", Deel.VOETNOOT),
        ("aan het eind", Deel.EINDNOOT),
    ],
)
def test_part_of_the_document(whole: Document, tekst: str, deel: Deel) -> None:
    assert one(whole, tekst).deel is deel


def test_no_other_text(whole: Document) -> None:
    assert len(whole.blokken) == 14
    assert [blok.alinea for blok in whole.blokken] == list(range(14))


def test_comment_is_no_blok(whole: Document) -> None:
    (comment,) = whole.opmerkingen
    assert (comment.auteur, comment.tekst, comment.alinea) == ("Jan", "een vraag", one(whole, "besproken").alinea)


def test_looks(whole: Document) -> None:
    assert [blok.tekst for blok in whole.blokken if blok.verborgen] == ["geheim"]
    assert [blok.tekst for blok in whole.blokken if blok.vet] == ["vet", "kop"]
    assert (one(whole, "kop").stijl, one(whole, "kop").kopniveau, one(whole, "kop").inspringing) == ("Heading 1", 1, 360)
    assert (one(whole, "niet vet").kopniveau, one(whole, "niet vet").inspringing) == (2, 700)
    assert (one(whole, "lichaam").stijl, one(whole, "lichaam").kopniveau) == ("Normal", None)


def test_cells_know_their_place() -> None:
    wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("a")}'
    document = read_docx(make(table(row(wide, p("b")), row(p("c"))) + table(row(p("d")))))
    assert [(b.tekst, b.cel.tabel, b.cel.rij, b.cel.kolom) for b in document.blokken if b.cel] == [
        ("a", 0, 0, 0),
        ("b", 0, 0, 2),
        ("c", 0, 1, 0),
        ("d", 1, 0, 0),
    ]


def test_revisions_are_marked() -> None:
    data = make(p(run("a") + f"{INS}{run('b')}</w:ins>{DEL}{DELETED}</w:del>"))
    assert [r.revisie for r in read_docx(data).blokken[0].runs] == [Revisie.GEEN, Revisie.INGEVOEGD]
    assert [r.revisie for r in read_docx(data, Weergave.OORSPRONKELIJK).blokken[0].runs] == [Revisie.GEEN, Revisie.VERWIJDERD]
    assert read_docx(data).heeft_revisies
    assert not read_docx(make(p("a"))).heeft_revisies


def test_original_properties_hold_in_the_original_view() -> None:
    changed = f'<w:pStyle w:val="B"/><w:pPrChange {WHO}><w:pPr><w:pStyle w:val="A"/>{numbered(1)}</w:pPr></w:pPrChange>'
    data = make(p("x", changed), styles=style("A") + style("B"), numbering=abstract(0, level(0, "%1.")) + num(1, 0))
    final, original = (read_docx(data, weergave).blokken[0] for weergave in Weergave)
    assert (final.stijl, final.nummer) == ("B", None)
    assert (original.stijl, original.nummer) == ("A", "1.")


def test_main_part_is_found_by_its_relationship() -> None:
    data = make(p("x", numbered(1)), main="inhoud/tekst.xml", numbering=abstract(0, level(0, "%1.")) + num(1, 0))
    assert [b.nummer for b in read_docx(data).blokken] == ["1."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_strict_namespaces(encoding: str) -> None:
    xml = part("document", f"<w:body>{p('streng')}</w:body>").replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    data = pack({"word/document.xml": xml.replace('encoding="UTF-8"', f'encoding="{encoding}"').encode(encoding)})
    assert texts(data) == ["streng"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("deel.html", b"<html><body><p>ingevoegd</p></body></html>"),
        ("deel.txt", b"ingevoegd"),
        ("deel.docx", make(p("ingevoegd"))),
        ("deel.mht", b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>ingevoegd</p></body></html>"),
    ],
)
def test_embedded_document(name: str, content: bytes) -> None:
    data = make(p("voor") + '<w:altChunk r:id="chunk0"/>' + p("na"), extra={f"word/{name}": content})
    assert texts(data) == ["voor", "ingevoegd", "na"]


def test_embedded_document_that_can_not_be_read_is_said() -> None:
    """Leaving it out would lose text that Word shows."""
    with pytest.raises(Leesfout) as caught:
        read_docx(make(p("voor") + '<w:altChunk r:id="chunk0"/>', extra={"word/deel.rtf": b"{\\rtf1 tekst}"}))
    assert caught.value.code == "INGEVOEGD"


def test_diagram_is_read() -> None:
    main = "http://schemas.openxmlformats.org/drawingml/2006/main"
    points = "".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in ("aanvraag", "besluit"))
    data = make(
        p('<w:r><w:drawing><d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="chunk0"/></w:drawing></w:r>'),
        extra={"word/diagrams/data1.xml": f'<d xmlns:a="{main}">{points}</d>'.encode()},
    )
    assert [(b.tekst, b.deel) for b in read_docx(data).blokken] == [("aanvraag", Deel.TEKSTVAK), ("besluit", Deel.TEKSTVAK)]


@pytest.mark.parametrize(
    ("paragraph_bold", "run_properties", "bold"),
    [
        (False, '<w:rStyle w:val="Sterk"/>', True),
        (True, '<w:rStyle w:val="Sterk"/>', False),  # two styles undo each other
        (True, '<w:rStyle w:val="Sterk"/><w:b/>', True),
        (True, '<w:b w:val="0"/>', False),
        (False, "<w:b/>", True),
        (True, "", True),
    ],
)
def test_bold_through_styles(paragraph_bold: bool, run_properties: str, bold: bool) -> None:
    bold_on = "<w:rPr><w:b/></w:rPr>"
    styles = style("Alinea", bold_on if paragraph_bold else "") + style("Sterk", bold_on, kind="character")
    (blok,) = read_docx(make(p(run("x", run_properties), '<w:pStyle w:val="Alinea"/>'), styles=styles)).blokken
    assert blok.vet is bold


def test_run_after_an_unseen_sign_knows_its_offset() -> None:
    (blok,) = read_docx(make(p("ver\u00adordening"))).blokken
    assert [(r.start, r.eind, r.verschuiving, r.pad) for r in blok.runs] == [(0, 3, 0, (0, 0)), (3, 11, 4, (0, 0))]


@pytest.mark.parametrize(
    ("section", "settings", "shown"),
    [
        ("", "", []),
        ("<w:titlePg/>", "", ["kop boven"]),
        ('<w:titlePg w:val="0"/>', "", []),
    ],
)
def test_header_of_the_first_page_shows_only_when_asked(section: str, settings: str, shown: list[str]) -> None:
    body = f'<w:sectPr><w:headerReference w:type="first" r:id="header"/>{section}</w:sectPr>'
    assert texts(make(body, header=p("kop boven"), settings=settings)) == shown


@pytest.mark.parametrize(("settings", "shown"), [("", []), ("<w:evenAndOddHeaders/>", ["kop boven"])])
def test_header_of_even_pages_shows_only_when_asked(settings: str, shown: list[str]) -> None:
    body = '<w:sectPr><w:headerReference w:type="even" r:id="header"/></w:sectPr>'
    assert texts(make(body, header=p("kop boven"), settings=settings)) == shown


def test_notes_stand_in_the_order_of_their_references() -> None:
    body = p('<w:r><w:footnoteReference w:id="3"/></w:r>' + run("x") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    notes = f'<w:footnote w:id="2">{p("tweede")}</w:footnote><w:footnote w:id="3">{p("eerste")}</w:footnote>'
    assert texts(make(body, footnotes=notes)) == ["x", "eerste", "tweede"]


@pytest.mark.parametrize(("done", "solved"), [("1", True), ("0", False)])
def test_comment_that_is_resolved(done: str, solved: bool) -> None:
    comment = '<w:comment w:id="0" w:author="a"><w:p w14:paraId="0A"><w:r><w:t>b</w:t></w:r></w:p></w:comment>'
    name = "http://schemas.microsoft.com/office/word/2012/wordml"
    state = f'<x:commentsEx xmlns:x="{name}"><x:commentEx x:paraId="0A" x:done="{done}"/></x:commentsEx>'
    data = make(p("x"), comments=comment, extra={"word/commentsExtended.xml": state.encode()})
    assert [c.opgelost for c in read_docx(data).opmerkingen] == [solved]


def test_indent_of_a_list_counts_unless_the_style_has_its_own() -> None:
    indented = level(0, "%1.").replace("</w:lvl>", '<w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>')
    list_style = style("Lijst", f"<w:pPr>{numbered(1)}</w:pPr>")
    own_style = style("Eigen", f'<w:pPr>{numbered(1)}<w:ind w:left="100"/></w:pPr>')
    body = p("a", numbered(1)) + p("b", '<w:pStyle w:val="Lijst"/>') + p("c", '<w:pStyle w:val="Eigen"/>')
    body += p("d", '<w:ind w:left="50"/>' + numbered(1))
    document = read_docx(make(body, styles=list_style + own_style, numbering=abstract(0, indented) + num(1, 0)))
    assert [blok.inspringing for blok in document.blokken] == [720, 720, 100, 50]


def test_watermark_is_read() -> None:
    data = make(p("x"), header="")
    assert texts(data) == ["x"]
    shape = '<w:r><w:pict><v:shape><v:textpath string="CONCEPT"/></v:shape></w:pict></w:r>'
    assert texts(make(p(run("x") + shape))) == ["x", "CONCEPT"]
