"""OpenDocument text: computed numbers, both views of tracked changes, notes, tables, headings."""
# ruff: noqa: E501 - XML in long lines

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pytest

from verordening_tool.document.blok import Deel, Nummerbron, Weergave
from verordening_tool.fouten import Leesfout, OnveiligBestand
from verordening_tool.readers import lees_bestand, lees_bytes
from verordening_tool.readers.odt import read_odt

NAMES = {
    "office": "office:1.0", "text": "text:1.0", "style": "style:1.0", "table": "table:1.0", "fo": "xsl-fo-compatible:1.0",
    "draw": "drawing:1.0", "svg": "svg-compatible:1.0",
}  # fmt: skip
SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{value}"' for name, value in NAMES.items())
SPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'


def odt(body: str, *, styles: str = "", automatic: str = "", **parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        out.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        out.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        out.writestr("styles.xml", f"<office:document-styles {SPACES}>{styles}</office:document-styles>")
        for name, text in parts.items():
            out.writestr(name.replace("__", "/"), text)
    return target.getvalue()


def level(number: int, kind: str, *, suffix: str = ".", display: int = 1, more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{number}" style:num-format="{kind}" style:num-suffix="{suffix}" text:display-levels="{display}" {more}/>'


def list_style(name: str, *levels: str) -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def item(*inside: str, more: str = "") -> str:
    return f"<text:list-item {more}>{''.join(part if part.startswith('<') else f'<text:p>{part}</text:p>' for part in inside)}</text:list-item>"


def lijst(*items: str, style: str = "L", more: str = "") -> str:
    return f'<text:list text:style-name="{style}" {more}>{"".join(items)}</text:list>'


DECIMAL = list_style("L", level(1, "1"), level(2, "a"), level(3, "i"))
LEGAL = list_style("L", level(1, "1", suffix=""), level(2, "1", suffix="", display=2))


@pytest.mark.parametrize(
    ("style", "body", "expected"),
    [
        (DECIMAL, lijst(item("een"), item("twee")), ["1. een", "2. twee"]),
        (DECIMAL, lijst(item("een", lijst(item("x"), item("y"), style="")), item("twee")), ["1. een", "a. x", "b. y", "2. twee"]),
        (DECIMAL, lijst(item("een", "vervolg"), item("twee")), ["1. een", "vervolg", "2. twee"]),
        (DECIMAL, lijst(item("een")) + "<text:p>x</text:p>" + lijst(item("weer")), ["1. een", "x", "1. weer"]),
        (
            DECIMAL,
            lijst(item("een")) + "<text:p>x</text:p>" + lijst(item("twee"), more='text:continue-numbering="true"'),
            ["1. een", "x", "2. twee"],
        ),
        (
            DECIMAL,
            lijst(item("een"), more='xml:id="a"') + lijst(item("los")) + lijst(item("twee"), more='text:continue-list="a"'),
            ["1. een", "1. los", "2. twee"],
        ),
        (DECIMAL, lijst(item("vijf", more='text:start-value="5"'), item("zes")), ["5. vijf", "6. zes"]),
        (DECIMAL, lijst(item(lijst(item("diep"), style="")), item("een")), ["a. diep", "2. een"]),
        (DECIMAL, lijst("<text:list-header><text:p>kop</text:p></text:list-header>", item("een")), ["kop", "1. een"]),
        (
            LEGAL,
            lijst(item("een", lijst(item("x"), item("y"), style="")), item("twee", lijst(item("z"), style=""))),
            ["1 een", "1.1 x", "1.2 y", "2 twee", "2.1 z"],
        ),
        (
            list_style("L", level(1, "A", suffix=")")),
            lijst(*[item("x")] * 28),
            [f"{n}) x" for n in [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AA", "AB"]],
        ),
        (list_style("L", level(1, "I", suffix="", more='text:start-value="4"')), lijst(item("x"), item("y")), ["IV x", "V y"]),
        (list_style("L", level(1, "1", suffix="", more='style:num-prefix="Artikel "')), lijst(item("Begrippen")), ["Artikel 1 Begrippen"]),
        (
            '<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>',
            lijst(item("x")),
            ["– x"],
        ),
        (list_style("L", level(1, "")), lijst(item("x")), ["x"]),
        ('<text:list-style style:name="L"/>', lijst(item("x")), ["x"]),
    ],
    ids=[
        "plain",
        "nested",
        "second-paragraph",
        "anew",
        "continued",
        "continued-by-name",
        "start-value",
        "skipped-level",
        "header",
        "legal",
        "letters",
        "roman",
        "prefix",
        "bullet",
        "no-format",
        "empty-style",
    ],
)
def test_numbers(style: str, body: str, expected: list[str]) -> None:
    blokken = read_odt(odt(body, automatic=style)).blokken
    assert [f"{blok.nummer or ''} {blok.tekst}".strip() for blok in blokken] == expected
    assert {blok.nummerbron for blok in blokken if blok.nummer} <= {Nummerbron.BEREKEND}


@pytest.mark.parametrize("value", ["²", "٣", "-1", "x", "9" * 5000, ""], ids=["square", "arabic", "negative", "letter", "long", "empty"])
def test_odd_numbers_in_attributes(value: str) -> None:
    body = lijst(item("een", more=f'text:start-value="{value}"')) + f'<text:p>a<text:s text:c="{value}"/>b</text:p>'
    body += f'<text:h text:outline-level="{value}">kop</text:h><text:numbered-paragraph text:level="{value}"><text:p>los</text:p></text:numbered-paragraph>'
    style = list_style(
        "L", f'<text:list-level-style-number text:level="1" style:num-format="1" text:start-value="{value}" text:display-levels="{value}"/>'
    )
    assert [blok.tekst for blok in read_odt(odt(body, automatic=style)).blokken] == ["een", "a b", "kop", "los"]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = f'<text:outline-style>{"".join(f"""<text:outline-level-style text:level="{n}" style:num-format="1" text:display-levels="{n}"/>""" for n in (1, 2))}</text:outline-style>'
    headings = "".join(
        f'<text:h text:outline-level="{n}">{text}</text:h>' for n, text in ((1, "Een"), (2, "Onder"), (2, "Nog"), (1, "Twee"), (2, "Weer"))
    )
    blokken = read_odt(odt(headings, styles=outline)).blokken
    assert [(blok.nummer, blok.tekst, blok.kopniveau) for blok in blokken] == [
        ("1", "Een", 1),
        ("1.1", "Onder", 2),
        ("1.2", "Nog", 2),
        ("2", "Twee", 1),
        ("2.1", "Weer", 2),
    ]


CHANGES = (
    "<text:tracked-changes>"
    '<text:changed-region text:id="i1"><text:insertion/></text:changed-region><text:changed-region text:id="i2"><text:insertion/></text:changed-region>'
    '<text:changed-region text:id="d1"><text:deletion><text:p>oude </text:p></text:deletion></text:changed-region>'
    '<text:changed-region text:id="d2"><text:deletion><text:p> eind</text:p><text:p>Weg </text:p></text:deletion></text:changed-region>'
    "</text:tracked-changes>"
    '<text:p>De <text:change text:change-id="d1"/><text:change-start text:change-id="i1"/>nieuwe <text:change-end text:change-id="i1"/>stoel.</text:p>'
    '<text:p>Eerste <text:change-start text:change-id="i2"/>alinea.</text:p><text:p>Tweede <text:change-end text:change-id="i2"/>helft.</text:p>'
    '<text:p>Begin<text:change text:change-id="d2"/>en slot.</text:p>'
)


@pytest.mark.parametrize(
    ("weergave", "expected"),
    [
        (Weergave.DEFINITIEF, ["De nieuwe stoel.", "Eerste alinea.", "Tweede helft.", "Beginen slot."]),
        (Weergave.OORSPRONKELIJK, ["De oude stoel.", "Eerste helft.", "Begin eind", "Weg en slot."]),
    ],
)
def test_tracked_changes(weergave: Weergave, expected: list[str]) -> None:
    document = lees_bytes(odt(CHANGES), "x.odt", weergave)
    assert [blok.tekst for blok in document.blokken] == expected
    assert (document.heeft_revisies, document.weergave) == (True, weergave)


def test_everything_on_the_page() -> None:
    automatic = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Kop_20_1"/>'
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="P2" style:family="paragraph"><style:paragraph-properties fo:margin-left="1in"/></style:style>'
    )
    styles = (
        '<style:style style:name="Kop_20_1" style:display-name="Kop 1" style:family="paragraph" style:default-outline-level="1"/>'
        "<office:master-styles><style:master-page><style:header><text:p>Koptekst</text:p></style:header><style:footer><text:p>Voet</text:p></style:footer>"
        "<style:header-first><text:p>Koptekst</text:p></style:header-first></style:master-page></office:master-styles>"
    )
    body = (
        "<text:table-of-content><text:index-body><text:p>Inhoud 3</text:p></text:index-body></text:table-of-content>"
        '<text:p text:style-name="P1">Kop</text:p>'
        '<text:p text:style-name="P2"><text:span text:style-name="T1">vet</text:span><text:s text:c="3"/><text:span text:style-name="T1">ook</text:span></text:p>'
        '<text:p><text:span text:style-name="T2">verborgen</text:span></text:p>'
        '<text:p>met<text:tab/>noot<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>De noot.</text:p></text:note-body></text:note>'
        "<office:annotation><dc:creator>Anna</dc:creator><text:p>Klopt dit?</text:p></office:annotation> en <text:soft-page-break/><text:a>koppeling</text:a><text:line-break/>slot</text:p>"
        "<text:p>kader<draw:frame><draw:text-box><text:p>in kader</text:p></draw:text-box><svg:desc>weg</svg:desc></draw:frame></text:p>"
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table-header-rows>"
        "<table:table-row><table:table-cell><text:p>b</text:p><table:table><table:table-row><table:table-cell><text:p>diep</text:p></table:table-cell></table:table-row></table:table></table:table-cell>"
        "<table:covered-table-cell/><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>"
        '<text:section text:display="none"><text:p>weg</text:p></text:section>'
    )
    document = read_odt(odt(body, styles=styles, automatic=automatic))
    assert [(blok.deel.value, blok.nummer, blok.tekst) for blok in document.blokken] == [
        ("inhoudsopgave", None, "Inhoud 3"),
        ("lichaam", None, "Kop"),
        ("lichaam", None, "vet ook"),
        ("lichaam", None, "verborgen"),
        ("lichaam", None, "met noot en koppeling slot"),
        ("lichaam", None, "kader"),
        ("tekstvak", None, "in kader"),
        ("lichaam", None, "a"),
        ("lichaam", None, "b"),
        ("lichaam", None, "diep"),
        ("lichaam", None, "c"),
        ("lichaam", None, "weg"),
        ("koptekst", None, "Koptekst"),
        ("voettekst", None, "Voet"),
        ("voetnoot", "1", "De noot."),
    ]
    blokken = document.blokken
    assert (blokken[1].kopniveau, blokken[1].stijl) == (1, "Kop 1")
    assert (blokken[2].vet, blokken[2].inspringing) == (True, 1440)
    assert [blok.verborgen for blok in blokken[3:5]] == [True, False]
    assert blokken[11].verborgen
    assert [(blok.cel.tabel, blok.cel.rij, blok.cel.kolom) for blok in blokken if blok.cel] == [(0, 0, 0), (0, 1, 0), (1, 0, 0), (0, 1, 2)]
    assert [(note.auteur, note.tekst, note.alinea) for note in document.opmerkingen] == [("Anna", "Klopt dit?", 4)]


def test_flat_document() -> None:
    text = f'<?xml version="1.0"?><office:document {SPACES}><office:automatic-styles>{DECIMAL}</office:automatic-styles><office:body><office:text>{lijst(item("een"))}</office:text></office:body></office:document>'
    assert [(blok.nummer, blok.tekst) for blok in lees_bytes(text.encode(), "x.fodt").blokken] == [("1.", "een")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (odt("<text:p>x</text:p>", **{"META-INF__manifest.xml": "<m><manifest:encryption-data/></m>"}), "WACHTWOORD"),
        (odt("<text:p/>"), "GEEN_TEKST"),
        (odt("<text:p>x"), "BESCHADIGD"),
        (odt("<text:p>x</text:p>")[:-30], "BESCHADIGD"),
    ],
    ids=["password", "empty", "broken-xml", "cut-off"],
)
def test_what_can_not_be_read(data: bytes, code: str) -> None:
    with pytest.raises(Leesfout) as caught:
        lees_bytes(data, "x.odt")
    assert caught.value.code == code


def test_entities_are_refused() -> None:
    data = odt("<text:p>x</text:p>", **{"meta.xml": "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"})
    with pytest.raises(OnveiligBestand):
        lees_bytes(data, "x.odt")


def test_saved_by_libreoffice_it_reads_as_the_word_file(shared: Path, soffice: str, tmp_path: Path) -> None:
    source = shared / "voorbeelden" / "docs" / "05.docx"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path), str(source)],
        check=True,
        timeout=120,
        capture_output=True,
    )
    word, office = lees_bestand(source), lees_bestand(tmp_path / "05.odt")
    keep = {Deel.LICHAAM}
    assert [(blok.nummer, " ".join(blok.tekst.split())) for blok in word.blokken if blok.deel in keep] == [
        (blok.nummer, blok.tekst) for blok in office.blokken if blok.deel in keep
    ]
