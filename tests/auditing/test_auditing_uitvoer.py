"""What is written: nothing of a document is executed, links lead somewhere, types are right, the same audit gives the same bytes."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from lxml import html as lxml_html
from maker import dossier, feiten, gemeente, landelijk, onleesbaar, oordeel, oordelen, overzicht, plaats, stuk, uitslag, vermelding

from verordening_tool.auditing import menselijk, samenvatting, uitvoer, woorden
from verordening_tool.auditing.dossiers import ONBEKEND
from verordening_tool.auditing.ingreep import ingreep_voor
from verordening_tool.auditing.model import Aanbod, Beoordeling, Dossier, Leesfout, Moment
from verordening_tool.auditing.overzicht import Overzicht
from verordening_tool.auditing.vergelijking import vergelijk
from verordening_tool.checking.oordeel import Gewicht, Uitkomst
from verordening_tool.document.regeling import Onderwerp, Soort
from verordening_tool.fouten import Schrijffout
from verordening_tool.reports.opmaak import Scherm

KWAAD = [
    "=cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd",
    "+1+cmd",
    "-2+3",
    "＝1+1",
    '=HYPERLINK("http://kwaad.example","klik")',
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "{{ 7*7 }}{% include 'x' %}",
    "\x1b[31mrood\x00\x08\u202e",
    "\ud800\ufffe_x000D_",
    "file:///etc/passwd",
]


def met_tekst(kwaad: str) -> Dossier:
    """A gemeente in which every text that comes from outside is this one."""
    bewijs = plaats(kwaad, artikel=kwaad)
    gevonden = feiten(Aanbod.BIEDT_NIET, 3, aanbod_plaats=bewijs, redenen_niet=(replace(vermelding("kosten_hoog"), plaats=bewijs),))
    verdict = oordeel("BW-06", Uitkomst.VOLDOET, plaatsen=(bewijs,), bericht=kwaad, advies=kwaad, titel=kwaad)
    alarm = oordeel("BW-07", Uitkomst.NIET_AANGETROFFEN, dichtstbij=bewijs, bericht=kwaad, advies=kwaad)
    alarm = replace(alarm, norm=replace(alarm.norm, url=kwaad))
    beoordeling = Beoordeling(Moment.VANDAAG, date(2026, 1, 5), kwaad, (verdict, alarm), (), ())
    inhoud = uitslag(feiten=gevonden, titel=kwaad, identificatie=kwaad, gemeente=kwaad, beoordelingen=(beoordeling,))
    een = stuk(f"{kwaad}/a.docx", inhoud, "9001", kwaad, dubbel_van=kwaad)
    fout = stuk(f"{kwaad}/b.docx", uitslag(fout=Leesfout(kwaad, kwaad, kwaad)), "9001", kwaad, opgevolgd_door=kwaad)
    return dossier(een, fout, code="9001", naam=kwaad)


def met_mens(kwaad: str) -> Overzicht:
    """The same with an inspector, an earlier audit and documents that nobody can place."""
    een = met_tekst(kwaad)
    rij = menselijk.MenselijkOordeel(2, "aanbod", kwaad, kwaad, kwaad, kwaad, date(2026, 1, 1), ingreep_voor("aanbod", "kan", {}))
    herzien = menselijk.Herzien(een.stukken, (menselijk.Toegepast(rij, f"{kwaad}/a.docx", kwaad),), (menselijk.Ongebruikt(rij, kwaad),))
    los = dossier(stuk(f"los {kwaad}.docx", uitslag(titel=kwaad), None, None), code=None, naam=ONBEKEND)
    eerder = [replace(een, feiten=feiten(Aanbod.KAN), naam=kwaad)]
    return overzicht(een, los, bron=kwaad, herzien=herzien, verschil=vergelijk(eerder, [een, los]))


def paginas(map_: Path) -> Iterator[tuple[Path, lxml_html.HtmlElement]]:
    for pad in [map_ / "overzicht.html", *sorted((map_ / "gemeenten").iterdir())]:
        yield pad, lxml_html.document_fromstring(pad.read_bytes().decode("utf-8"))


@pytest.mark.parametrize("kwaad", KWAAD, ids=range(len(KWAAD)))
def test_nothing_of_a_document_is_executed(tmp_path: Path, kwaad: str) -> None:
    geheel = met_mens(kwaad)
    uitvoer.schrijf(tmp_path, geheel)
    for pad, pagina in paginas(tmp_path):
        assert len(pagina.findall(".//script")) == (pad.name == "overzicht.html")
        assert not pagina.xpath("//img | //iframe | //object | //embed | //form | //base | //link")
        assert not pagina.xpath("//@*[starts-with(name(), 'on')]")
        assert {verwijzing.split(":")[0] for verwijzing in pagina.xpath("//@href") if ":" in verwijzing.split("/")[0]} <= {"https"}
        assert not any(teken in pagina.text_content() for teken in "\x00\x08\x1b\u202e")
        assert "49" not in {cel.text_content() for cel in pagina.iter("td", "dd", "p")}
    boek = openpyxl.load_workbook(tmp_path / "overzicht.xlsx")
    assert not [cel for blad in boek for rij in blad.iter_rows() for cel in rij if cel.data_type == "f"]
    assert {cel.hyperlink.target for blad in boek for rij in blad.iter_rows() for cel in rij if cel.hyperlink} == {None}
    for pad in [tmp_path / "fouten.csv", *(tmp_path / "tabellen").iterdir()]:
        for rij in csv.reader(io.StringIO(pad.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"):
            assert not [cel for cel in rij if cel.startswith(tuple("=+@＝\t\r")) or (cel.startswith("-") and not cel[1:].isdigit())]
    assert len((tmp_path / "documenten.jsonl").read_bytes().decode("utf-8").splitlines()) == 3
    assert not set("\x00\x08\x1b\u202e") & set(samenvatting.render(geheel, tmp_path, Scherm()))


def test_text_of_documents_arrives_whole(tmp_path: Path) -> None:
    """The test above could also pass on outputs that show nothing."""
    uitvoer.schrijf(tmp_path, met_mens(KWAAD[0]))
    assert KWAAD[0] in {pad.name: pagina.text_content() for pad, pagina in paginas(tmp_path)}["9001.html"]
    boek = openpyxl.load_workbook(tmp_path / "overzicht.xlsx")
    assert boek["Gemeenten"]["A2"].value == KWAAD[0]
    assert boek["Gemeenten"]["A2"].quotePrefix
    assert "'" + KWAAD[0] in (tmp_path / "tabellen" / "gemeenten.csv").read_text(encoding="utf-8-sig")


@pytest.fixture(scope="module")
def gewoon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of a small audit in which every table has rows."""
    map_ = tmp_path_factory.mktemp("audit")
    dossiers = [replace(een, **_oordelen(een, nummer)) for nummer, een in enumerate(landelijk(6, 3, 2, 9, kan=1))]
    dossiers.append(
        gemeente(
            40, feiten(Aanbod.BIEDT_NIET, redenen_niet=(vermelding("kosten_hoog"),), alternatieven=(vermelding("werkervaringsplaats"),))
        )
    )
    los = dossier(stuk("los.docx", uitslag(), None, None), onleesbaar(), code=None, naam=ONBEKEND)
    uitvoer.schrijf(map_, overzicht(*dossiers, los, verschil=vergelijk(dossiers[:5], [*dossiers, los])))
    return map_


def _oordelen(een: Dossier, nummer: int) -> dict[str, object]:
    paren = (
        ("BW-06", Uitkomst.VOLDOET),
        ("BW-07", Uitkomst.STRIJDIG if nummer % 2 else Uitkomst.NIET_AANGETROFFEN),
        ("BW-24", Uitkomst.TWIJFEL),
    )
    inhoud = replace(een.stukken[0].bestand.uitslag, beoordelingen=oordelen(*paren))
    opnieuw = dossier(stuk(een.stukken[0].bestand.pad, inhoud, een.code, een.naam), code=een.code, naam=een.naam)
    return {"stukken": opnieuw.stukken, "oordelen": opnieuw.oordelen}


def test_every_link_leads_somewhere(gewoon: Path) -> None:
    alle = {pad.resolve(): pagina for pad, pagina in paginas(gewoon)}
    verwijzingen = 0
    for pad, pagina in alle.items():
        for verwijzing in pagina.xpath("//a/@href"):
            if verwijzing.startswith("https://"):
                continue
            bestand, _, anker = verwijzing.partition("#")
            doel = (pad.parent / bestand).resolve() if bestand else pad
            assert doel in alle, verwijzing
            assert not anker or alle[doel].get_element_by_id(anker, None) is not None, verwijzing
            verwijzingen += 1
    assert verwijzingen > 100


def test_markup_that_assistive_technology_needs(gewoon: Path) -> None:
    for pad, pagina in paginas(gewoon):
        assert pagina.get("lang") == "nl"
        assert pagina.findtext(".//title")
        ids = pagina.xpath("//@id")
        assert len(ids) == len(set(ids)), pad
        for tabel in pagina.iter("table"):
            assert pagina.get_element_by_id(tabel.get("aria-labelledby")) is not None
            assert {kop.get("scope") for kop in tabel.iter("th")} <= {"col", "row"}
            assert len(tabel.findall("./tbody/tr/th")) == len(tabel.findall("./tbody/tr"))
        koppen = [int(kop.tag[1]) for kop in pagina.iter("h1", "h2", "h3", "h4")]
        assert koppen[0] == 1
        assert all(later - eerder <= 1 for eerder, later in pairwise(koppen))
        for gebied in pagina.xpath("//*[@role='region']"):
            assert gebied.get("aria-label")
            assert gebied.get("tabindex") == "0"


def test_the_only_script_that_may_run_is_our_own(gewoon: Path) -> None:
    tekst = (gewoon / "overzicht.html").read_text(encoding="utf-8")
    script = tekst.split("<script>")[1].split("</script>")[0]
    assert "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in tekst
    assert "script-src" not in (gewoon / "gemeenten" / "9000.html").read_text(encoding="utf-8")
    assert not any(woord in script for woord in ("http", "fetch", "innerHTML", "eval"))


def test_the_workbook_has_types_filters_and_frozen_heads(gewoon: Path) -> None:
    boek = openpyxl.load_workbook(gewoon / "overzicht.xlsx")
    assert boek.sheetnames[:2] == ["Inhoud", "Gemeenten"]
    for blad in boek.worksheets[1:]:
        assert blad.freeze_panes == "B2"
        assert blad.auto_filter.ref
    gemeenten = boek["Gemeenten"]
    koppen = [cel.value for cel in gemeenten[1]]
    assert gemeenten.cell(2, koppen.index("Verordening vastgesteld") + 1).value.date() == date(2014, 12, 15)
    assert isinstance(gemeenten.cell(2, koppen.index("Documenten") + 1).value, int)
    assert gemeenten.cell(2, koppen.index("CBS-code") + 1).value == "9000"
    aanbod = boek["Beschut werk"]
    deel = aanbod.cell(2, [cel.value for cel in aanbod[1]].index("Percentage") + 1)
    assert [deel.value, deel.number_format] == [0.6, "0%"]
    doelen = [rij[0].hyperlink.location for rij in boek["Inhoud"].iter_rows(min_row=4)]
    assert [doel.split("'")[1] for doel in doelen] == boek.sheetnames[1:]


def test_every_table_is_in_csv_with_dates_and_numbers_as_such(gewoon: Path) -> None:
    namen = {pad.stem for pad in (gewoon / "tabellen").iterdir()}
    assert {"aanbod", "aantal", "gemeenten", "matrix", "oordelen", "documenten", "onderbouwing", "veranderd", "zonder_gemeente"} <= namen
    rijen = list(csv.DictReader((gewoon / "tabellen" / "gemeenten.csv").open(encoding="utf-8-sig", newline=""), delimiter=";"))
    assert rijen[0]["Verordening vastgesteld"] == "2014-12-15"
    assert rijen[0]["Plekken"] == "5"
    basis = list(csv.DictReader((gewoon / "tabellen" / "onderbouwing.csv").open(encoding="utf-8-sig", newline=""), delimiter=";"))
    kosten = [rij for rij in basis if rij["Rij"].startswith("kosten per plek")]
    assert [(rij["Gemeente"], rij["Document"], rij["Citaat"]) for rij in kosten] == [
        ("Voorbeeldstad 40", "Voorbeeldstad 40/verordening.docx", "Omdat het zo is.")
    ]


def test_lines_of_json_hold_verdicts_and_facts(gewoon: Path) -> None:
    regels = [json.loads(regel) for regel in (gewoon / "documenten.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [regel["document"] for regel in regels] == sorted(regel["document"] for regel in regels)
    eerste = next(regel for regel in regels if regel["gemeente"]["code"] == "9000")
    assert eerste["schema"] == "verordening-audit/1"
    assert eerste["feiten"]["aanbod"] == "kan"
    assert eerste["feiten"]["plekken"][0]["aantal"] == 5
    assert [oordeel["code"] for oordeel in eerste["beoordelingen"][0]["oordelen"]] == ["BW-06", "BW-07", "BW-24"]
    assert next(regel for regel in regels if regel["document"] == "kapot.docx")["fout"]["code"] == "BESCHADIGD"


def test_the_same_audit_gives_the_same_bytes(tmp_path: Path) -> None:
    dossiers = landelijk(5, 2, 2, 7)
    for naam, volgorde in (("a", dossiers), ("b", dossiers[::-1])):
        (tmp_path / naam).mkdir()
        uitvoer.schrijf(tmp_path / naam, overzicht(*volgorde))
    een, ander = ({pad.relative_to(tmp_path / naam): pad.read_bytes() for pad in (tmp_path / naam).rglob("*.*")} for naam in "ab")
    assert een == ander


def test_what_an_inspector_wrote_stays_and_what_is_no_longer_there_goes(tmp_path: Path) -> None:
    dossiers = landelijk(3, 0, 1, 1)
    uitvoer.schrijf(tmp_path, overzicht(*dossiers, verschil=vergelijk(dossiers[:1], dossiers)))
    assert (tmp_path / "beoordeling.csv").read_bytes() == menselijk.LEEG
    (tmp_path / "beoordeling.csv").write_bytes(b"van mij")
    (tmp_path / "gemeenten" / "notitie.html").write_bytes(b"van mij")
    uitvoer.schrijf(tmp_path, overzicht(*dossiers[:2]))
    assert (tmp_path / "beoordeling.csv").read_bytes() == b"van mij"
    assert sorted(pad.name for pad in (tmp_path / "gemeenten").iterdir()) == ["9000.html", "9001.html", "notitie.html"]
    assert not (tmp_path / "tabellen" / "veranderd.csv").exists()


def test_a_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "gemeenten").write_bytes(b"")
    with pytest.raises(Schrijffout, match="gemeenten"):
        uitvoer.schrijf(tmp_path, overzicht(gemeente(0, feiten())))


@pytest.mark.parametrize(
    ("dossiers", "regels"),
    [
        pytest.param(
            landelijk(320, 73, 114, 422),
            [
                "393 bestanden · 393 beoordeeld",
                "Beschut werk in 393 gemeenten biedt 320 (81 %) · biedt niet 73 (19 %)",
                "Aantal plekken genoemd 114 van 320 (36 %), samen 422 plekken",
            ],
            id="2015",
        ),
        pytest.param(
            (
                gemeente(0, feiten(Aanbod.ZWIJGT), beoordelingen=oordelen(("BW-07", Uitkomst.NIET_AANGETROFFEN))),
                dossier(onleesbaar(), code=None, naam=ONBEKEND),
            ),
            [
                "2 bestanden · 1 beoordeeld · 1 onleesbaar (zie uit/fouten.csv)",
                "Beschut werk in 1 gemeente biedt 0 (0 %) · biedt niet 0 (0 %) · zwijgt 1 (100 %)",
                "Verplicht en niet aangetroffen BW-07 1 gemeente (vandaag)",
            ],
            id="silent and broken",
        ),
        pytest.param(
            (gemeente(0, feiten()), gemeente(1, feiten(Aanbod.ZWIJGT), onderwerp=Onderwerp.ANDERS)),
            ["Beschut werk in 2 gemeenten biedt 1 (100 %) · biedt niet 0 (0 %) · geen stuk over het onderwerp 1"],
            id="nothing on the subject",
        ),
        pytest.param(
            (gemeente(0, feiten(aanbod_vermoed=True)), gemeente(1, feiten())),
            ["Antwoord vermoedelijk bij 1 gemeente, zie de tabel Gemeenten"],
            id="presumed",
        ),
        pytest.param((), ["0 bestanden · 0 beoordeeld"], id="nothing"),
    ],
)
def test_the_summary(dossiers: tuple[Dossier, ...], regels: list[str]) -> None:
    tekst = samenvatting.render(overzicht(*dossiers), Path("uit"), Scherm())
    for regel in regels:
        assert regel in [" ".join(eigen.replace("\\", "/").split()) for eigen in tekst.splitlines()]
    assert "Overzicht:" in tekst


def test_the_summary_on_an_old_console() -> None:
    tekst = samenvatting.render(overzicht(*landelijk(3, 1, 1, 1)), Path("uit"), Scherm(codering="ascii"))
    assert tekst.isascii()
    assert "biedt 3 (75 %) - biedt niet 1 (25 %)" in tekst


def test_verdicts_of_less_weight_are_no_obligatory_points(tmp_path: Path) -> None:
    licht = oordeel("GR-01", Uitkomst.NIET_AANGETROFFEN, Gewicht.AANBEVOLEN)
    een = gemeente(0, feiten(), beoordelingen=(Beoordeling(Moment.VANDAAG, date(2026, 1, 5), "vandaag", (licht,), (), ()),))
    assert not overzicht(een).tabel("verplicht").rijen
    assert "Verplicht en niet aangetroffen geen (vandaag)" in " ".join(samenvatting.render(overzicht(een), tmp_path, Scherm()).split())


def test_the_manual_names_every_table_key_and_code(gewoon: Path) -> None:
    tekst = (Path(__file__).resolve().parents[2] / "docs" / "audit.md").read_text(encoding="utf-8")
    geheel = met_mens("gewoon")
    tabellen = {tabel.sleutel for tabel in (*geheel.tabellen, *geheel.lange_tabellen)} | {
        pad.stem for pad in (gewoon / "tabellen").iterdir()
    }
    sleutels = set(json.loads((gewoon / "documenten.jsonl").read_text(encoding="utf-8").splitlines()[0])) - {"schema"}
    codes = {"aanbod", "omvang", "voorselectie", "plekken", *woorden.VELDEN}
    assert [naam for naam in sorted(tabellen | sleutels | codes) if f"`{naam}`" not in tekst] == []


def test_the_page_of_a_gemeente_shows_what_each_document_says_and_that_they_disagree(tmp_path: Path) -> None:
    verordening = stuk("verordening.docx", uitslag(feiten=feiten(Aanbod.KAN)))
    brief = stuk("brief.docx", uitslag(Soort.RAADSINFORMATIEBRIEF, feiten=feiten(Aanbod.BIEDT_NIET, aanbod_vermoed=True)))
    eens = dossier(
        stuk("v.docx", uitslag(feiten=feiten(Aanbod.KAN)), "9000", "x"), stuk("b.docx", uitslag(feiten=feiten()), "9000", "x"), code="9000"
    )
    uitvoer.schrijf(tmp_path, overzicht(dossier(verordening, brief), eens))
    pagina, ander = (lxml_html.parse(str(tmp_path / "gemeenten" / naam)).getroot() for naam in ("0262.html", "9000.html"))
    rijen = {rij.xpath("string(th)"): rij.xpath("string(td[2])") for rij in pagina.xpath("//table[@aria-labelledby='documenten']/tbody/tr")}
    assert rijen == {"verordening.docx": "Kan beschut werk aanbieden", "brief.docx": "Biedt geen beschut werk aan (vermoedelijk)"}
    assert ["spreken elkaar tegen" in een.text_content() for een in (pagina, ander)] == [True, False]


@pytest.mark.parametrize(("aanbod", "telt"), [(Aanbod.BIEDT, True), (Aanbod.BIEDT_NIET, False)])
def test_the_page_says_of_a_number_that_it_counts_only_when_it_does(aanbod: Aanbod, telt: bool, tmp_path: Path) -> None:
    uitvoer.schrijf(tmp_path, overzicht(gemeente(0, feiten(aanbod, 25))))
    pagina = (tmp_path / "gemeenten" / "9000.html").read_text(encoding="utf-8")
    assert [zin in pagina for zin in ("dit aantal telt mee in het overzicht", "telt hier geen aantal mee")] == [telt, not telt]


def test_a_table_with_figures_beside_those_of_an_earlier_audit_has_the_whole_width(gewoon: Path) -> None:
    tabellen = lxml_html.parse(str(gewoon / "overzicht.html")).getroot().xpath("//section[starts-with(@class, 'tabel')]")
    breed = [tabel for tabel in tabellen if len(tabel.xpath(".//thead/tr/th")) > 4]
    assert breed
    assert all(tabel.get("class") == "tabel ruim" for tabel in breed)
