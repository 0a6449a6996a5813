"""Accepted findings (--afwijkingen): read with line and column of every mistake, matched on quote, shown everywhere, counted nowhere."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from lxml import etree

from sample_results import CONCEPT, MEMO, WACHTLIJST, oordeel, rapport
from verordening_tool.checking.afwijkingen import KOLOMMEN, lees_afwijkingen, leg_over, met_afwijkingen, ongebruikte, zonder_document
from verordening_tool.checking.oordeel import Aanvaarding, Oordeel, Plaats, Toetsresultaat, Uitkomst
from verordening_tool.cli.groep import verordening
from verordening_tool.document.blok import Deel
from verordening_tool.fouten import Gegevensfout
from verordening_tool.reports import csv as csv_rapport
from verordening_tool.reports import docx_opmerkingen, html, json_toets, junit, sarif, tekst
from verordening_tool.reports.opmaak import Scherm
from verordening_tool.reports.rapport import Drempel, Rapport, bevindingen

ROOT = Path(__file__).resolve().parents[1]
CODES = frozenset({"BW-06", "BW-07", "BW-09", "BW-24", "WT-02"})
REDEN = "De raad koos hier bewust voor."
DOOR = "J. Verkade"


def lijst(pad: Path, *rijen: str, kop: str = ";".join(KOLOMMEN)) -> Path:
    pad.write_text("\n".join([kop, *rijen]) + "\n", encoding="utf-8")
    return pad


def _beoordeeld(*resultaten: Toetsresultaat) -> list[tuple[str, tuple[Oordeel, ...]]]:
    return [(resultaat.bestand, resultaat.oordelen) for resultaat in resultaten]


def rij(code: str, citaat: str, document: str = "concept.docx", reden: str = REDEN, datum: str = "2026-03-01") -> str:
    return f'{code};{document};"{citaat}";{reden};{DOOR};{datum}'


def met(tmp_path: Path, oordelen: tuple[Oordeel, ...], *rijen: str, bestand: str = "concept.docx") -> tuple[Oordeel, ...]:
    return leg_over(oordelen, bestand, lees_afwijkingen(lijst(tmp_path / "a.csv", *rijen), CODES))


KAN = Plaats(Deel.LICHAAM, "Het college kan ‘beschut werk’ aanbieden.", "10", "1", None, 55)
STRIJDIG = oordeel("BW-09", Uitkomst.STRIJDIG, plaatsen=(KAN,))
AFWEZIG = oordeel("BW-07", Uitkomst.NIET_AANGETROFFEN, dichtstbij=WACHTLIJST)
DOOD = (Plaats(Deel.LICHAAM, "artikel 41, tweede lid", "3"), Plaats(Deel.LICHAAM, "bedoeld in hoofdstuk 9", "5", bericht="Bestaat niet."))


# --- reading --------------------------------------------------------------------------------------------------------

MISTAKES = [
    ([rij("BW-99", "Het college kan beschut werk aanbieden.")], "regel 2, kolom code: BW-99 bestaat niet"),
    ([rij("", "Het college kan beschut werk aanbieden.")], "regel 2, kolom code: is leeg"),
    ([rij("BW-09", "Het college kan beschut werk aanbieden.", document="")], "regel 2, kolom document: is leeg"),
    ([rij("BW-09", "Het college kan beschut werk aanbieden.", reden="")], "regel 2, kolom reden: is leeg. Zonder reden"),
    ([rij("BW-09", "Het college kan beschut werk aanbieden.", reden="ok")], "kolom reden: “ok” is te kort"),
    ([rij("BW-09", "het")], "kolom citaat: “het” is te kort"),
    (
        [rij("BW-07", ""), rij("BW-09", "Het college kan het aanbieden.", datum="30-2-2026")],
        "regel 3, kolom datum: “30-2-2026” is geen datum",
    ),
    ([rij("BW-07", "") + ";meer"], "regel 2, kolom 7: hier staat tekst zonder kolom"),
    ([rij("BW-07", 'een "los teken')], "regel 2: de aanhalingstekens kloppen niet"),
]


@pytest.mark.parametrize(("rijen", "bericht"), MISTAKES, ids=[bericht[:50] for _, bericht in MISTAKES])
def test_mistakes_name_line_and_column(tmp_path: Path, rijen: list[str], bericht: str) -> None:
    with pytest.raises(Gegevensfout) as fout:
        lees_afwijkingen(lijst(tmp_path / "a.csv", *rijen), CODES)
    assert f"a.csv, {bericht}" in fout.value.bericht or bericht in fout.value.bericht
    assert fout.value.advies


def test_every_mistake_is_named(tmp_path: Path) -> None:
    with pytest.raises(Gegevensfout) as fout:
        lees_afwijkingen(lijst(tmp_path / "a.csv", rij("BW-99", "het", reden="")), CODES)
    assert len(fout.value.bericht.splitlines()) == 3


@pytest.mark.parametrize(
    ("inhoud", "bericht"),
    [(None, "bestaat niet"), (b"code;document\r\n", "de kolom citaat, reden, door, datum is er niet"), (b"PK\x03\x04\x00", "is geen csv")],
    ids=["absent", "columns", "no csv"],
)
def test_files_that_are_no_list(tmp_path: Path, inhoud: bytes | None, bericht: str) -> None:
    if inhoud is not None:
        (tmp_path / "a.csv").write_bytes(inhoud)
    with pytest.raises(Gegevensfout) as fout:
        lees_afwijkingen(tmp_path / "a.csv", CODES)
    assert bericht in fout.value.bericht


@pytest.mark.parametrize("datum", ["2026-03-01", "1-3-2026", "01-03-2026", "1 maart 2026"])
@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252"])
def test_as_a_spreadsheet_writes_it(tmp_path: Path, datum: str, codering: str) -> None:
    kop, rij_ = ";".join(KOLOMMEN).upper(), rij("bw-09", "Het college kan ‘beschut werk’ aanbieden.", datum=datum)
    (tmp_path / "a.csv").write_bytes(f"{kop}\r\n{rij_}\r\n;;;;;\r\n".encode(codering))
    (afwijking,) = lees_afwijkingen(tmp_path / "a.csv", CODES)
    assert (afwijking.code, afwijking.aanvaarding) == ("BW-09", Aanvaarding(REDEN, DOOR, date(2026, 3, 1)))


# --- matching -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("citaat", "aanvaard"),
    [
        ("Het college kan ‘beschut werk’ aanbieden.", True),
        ("het  college kan 'beschut werk' aanbieden", True),
        ("kan ‘beschut werk’ aanbieden", True),
        ("1. Het college kan ‘beschut werk’ aanbieden. Het vraagt advies.", True),
        ("Het college kan ‘beschut werk’ …", True),
        ("Het college biedt beschut werk aan.", False),
        ("", False),
    ],
    ids=["as quoted", "blanks and capitals", "part", "whole lid", "cut off", "other words", "no quote"],
)
def test_quotes(tmp_path: Path, citaat: str, aanvaard: bool) -> None:
    (na,) = met(tmp_path, (STRIJDIG,), rij("BW-09", citaat))
    assert (na.aanvaard is not None) is aanvaard
    assert replace(na, aanvaard=None) == STRIJDIG


@pytest.mark.parametrize(
    ("document", "bestand", "past"),
    [
        ("concept.docx", "concept.docx", True),
        ("concept.docx", "stukken/2026/Concept.DOCX", True),
        ("2026/concept.docx", "stukken/2026/concept.docx", True),
        (".\\2026\\concept.docx", "stukken/2026/concept.docx", True),
        ("concept*.docx", "stukken/concept-3.docx", True),
        ("*", "stukken/concept.docx", True),
        ("2025/concept.docx", "stukken/2026/concept.docx", False),
        ("concept.docx", "mijnconcept.docx", False),
        ("concept.odt", "concept.docx", False),
    ],
)
def test_documents(tmp_path: Path, document: str, bestand: str, past: bool) -> None:
    (na,) = met(tmp_path, (STRIJDIG,), rij("BW-09", KAN.citaat, document=document), bestand=bestand)
    assert (na.aanvaard is not None) is past


@pytest.mark.parametrize(
    ("geval", "code", "citaat", "aanvaard"),
    [
        (AFWEZIG, "BW-07", "", True),
        (AFWEZIG, "BW-07", "plaatst de persoon op een wachtlijst", True),
        (AFWEZIG, "BW-07", "iets heel anders dan dit", False),
        (AFWEZIG, "BW-06", "", False),
        (oordeel("BW-24", Uitkomst.TWIJFEL), "BW-24", "", True),
        (oordeel("BW-06", Uitkomst.VOLDOET), "BW-06", "", False),
        (oordeel("BW-06", Uitkomst.NVT), "BW-06", "", False),
    ],
    ids=["absent", "absent, by what is near", "absent, other quote", "other norm", "doubt", "in order", "not applicable"],
)
def test_verdicts(tmp_path: Path, geval: Oordeel, code: str, citaat: str, aanvaard: bool) -> None:
    (na,) = met(tmp_path, (geval,), rij(code, citaat))
    assert (na.aanvaard is not None) is aanvaard


def test_a_finding_with_several_places_is_accepted_when_each_is(tmp_path: Path) -> None:
    voor = oordeel("WT-02", Uitkomst.STRIJDIG, plaatsen=DOOD)
    een = rij("WT-02", "bedoeld in hoofdstuk 9", reden="Hoofdstuk 9 komt in maart.")
    (half,) = met(tmp_path, (voor,), een)
    assert half.aanvaard is None
    assert [(plaats.citaat, plaats.bericht) for plaats in half.plaatsen] == [
        ("artikel 41, tweede lid", None),
        ("bedoeld in hoofdstuk 9", "Bestaat niet. Aanvaard: Hoofdstuk 9 komt in maart."),
    ]
    (heel,) = met(tmp_path, (voor,), een, rij("WT-02", "artikel 41, tweede lid", reden="Artikel 41 komt in april."))
    assert heel.aanvaard == Aanvaarding("Artikel 41 komt in april.; Hoofdstuk 9 komt in maart.", DOOR, date(2026, 3, 1))
    assert heel.plaatsen == DOOD


# --- what was not used ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rij_", "waarom"),
    [
        (rij("BW-09", "Het college kan beschut werk aanbieden."), None),
        (rij("BW-09", "Het college mag beschut werk aanbieden."), "op andere woorden: “Het college kan beschut werk aanbieden.”"),
        (rij("BW-09", ""), "op andere woorden"),
        (rij("BW-06", "Het college biedt begeleiding."), "Deze bevinding is er niet meer"),
        (rij("BW-07", "Een heel andere passage."), "Laat citaat leeg"),
        (rij("WT-02", "Een heel andere passage."), None),
    ],
    ids=["used", "other quote", "no quote", "in order now", "no passage", "norm not asked for"],
)
def test_unused_rows_tell_why(tmp_path: Path, rij_: str, waarom: str | None) -> None:
    afwijkingen = lees_afwijkingen(lijst(tmp_path / "a.csv", rij_), CODES)
    gevonden = ongebruikte(afwijkingen, _beoordeeld(met_afwijkingen(CONCEPT, afwijkingen), MEMO))
    assert [geval.waarom for geval in gevonden] == [] if waarom is None else waarom in gevonden[0].waarom


def test_rows_on_other_documents_are_told_apart(tmp_path: Path) -> None:
    afwijkingen = lees_afwijkingen(lijst(tmp_path / "a.csv", rij("BW-07", "", document="ander.docx")), CODES)
    assert ongebruikte(afwijkingen, _beoordeeld(CONCEPT)) == ()
    assert [afwijking.document for afwijking in zonder_document(afwijkingen, _beoordeeld(CONCEPT))] == ["ander.docx"]


# --- reports --------------------------------------------------------------------------------------------------------


@pytest.fixture
def aanvaard(tmp_path: Path) -> Toetsresultaat:
    rijen = (rij("BW-09", "Het college kan beschut werk aanbieden."), rij("BW-24", ""))
    return met_afwijkingen(CONCEPT, lees_afwijkingen(lijst(tmp_path / "a.csv", *rijen), CODES))


def test_an_accepted_finding_does_not_count(aanvaard: Toetsresultaat) -> None:
    assert [geval.code for geval in bevindingen(CONCEPT, Drempel.VERPLICHT)] == ["BW-07", "BW-09"]
    assert [geval.code for geval in bevindingen(aanvaard, Drempel.VERPLICHT)] == ["BW-07"]


def _sarif(bron: Rapport) -> str:
    (uit,) = [een for een in sarif.als_gegevens(bron)["runs"][0]["results"] if een["ruleId"] == "BW-09"]
    assert (uit["kind"], uit["suppressions"][0]["status"]) == ("fail", "accepted")
    return str(uit["suppressions"][0]["justification"])


def _junit(bron: Rapport) -> str:
    (case,) = etree.fromstring(junit.render(bron).encode("utf-8")).xpath("//testcase[starts-with(@name, 'BW-09')]")
    assert case.find("failure") is None
    return str(case.find("skipped").get("message"))


def _csv(bron: Rapport) -> str:
    (uit,) = [een for een in csv.DictReader(io.StringIO(csv_rapport.render(bron)[1:]), delimiter=";") if een["code"] == "BW-09"]
    assert uit["bevinding"] == "nee"
    return uit["aanvaard"]


def _json(bron: Rapport) -> str:
    gegevens = json_toets.als_gegevens(bron)
    jsonschema.validate(gegevens, json.loads((ROOT / "docs" / "schemas" / "verordening-toets-1.json").read_text(encoding="utf-8")))
    (uit,) = [een for een in gegevens["bestanden"][0]["oordelen"] if een["code"] == "BW-09"]
    assert not any("afwijking" in een for een in gegevens["bestanden"][0]["oordelen"] if een["code"] not in {"BW-09", "BW-24"})
    return f"Aanvaard door {uit['afwijking']['door']} op 1 maart 2026: {uit['afwijking']['reden']}"


def _tekst(bron: Rapport) -> str:
    uit = " ".join(tekst.render(bron, Scherm(200, False, "utf-8")).split())
    assert "2 keer aanvaard" in uit
    assert uit.index("Wat moet anders") < uit.index("BW-07") < uit.index("Aanvaarde afwijkingen") < uit.index("BW-09")
    return uit


def _html(bron: Rapport) -> str:
    boom = etree.HTML(html.maak(bron)[0].inhoud)
    (sectie,) = boom.xpath("//section[@aria-labelledby='aanvaard']")
    assert boom.xpath("//section[@aria-labelledby='anders']//article/@id") == ["BW-07"]
    return " ".join("".join(sectie.itertext()).split())


def _docx(bron: Rapport) -> str:
    (geval,) = [een for een in bron.resultaten[0].oordelen if een.code == "BW-09"]
    regels = [
        "".join(stuk for stuk, _ in alinea)
        for alinea in docx_opmerkingen._tekst(docx_opmerkingen._Bevinding(geval, bron.resultaten[0]), bron)
    ]
    assert regels[0].startswith("BW-09 · in strijd met de wet · verplicht · aanvaard")
    assert not any(regel.startswith("Doen:") for regel in regels)
    return "\n".join(regels)


@pytest.mark.parametrize("vorm", [_tekst, _json, _html, _docx, _sarif, _junit, _csv], ids=lambda vorm: vorm.__name__[1:])
def test_every_report_shows_who_accepted_it_when_and_why(vorm, aanvaard: Toetsresultaat) -> None:
    bron = rapport(aanvaard, drempel=Drempel.STIJL, alles=True)
    assert f"Aanvaard door {DOOR} op 1 maart 2026: {REDEN}" in vorm(bron)


# --- the command ----------------------------------------------------------------------------------------------------


def test_the_worked_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "docs" / "voorbeelden")
    opdracht = ("toets", "concept-dalerbroek.txt", "--kader", "kader", "--selecteer", "DB,BW-09", "--drempel", "stijl", "-f", "json")
    assert CliRunner().invoke(verordening, opdracht).exit_code == 1
    done = CliRunner().invoke(verordening, (*opdracht, "--afwijkingen", "afwijkingen.csv"))
    assert done.exit_code == 0
    assert "afwijkingen.csv, regel 4: BW-09 in concept-dalerbroek*.txt is niet gebruikt." in done.stderr
    gegevens = json.loads(done.stdout)
    assert [een["code"] for een in gegevens["ongebruikte_afwijkingen"]] == ["BW-09"]
    assert [een["code"] for een in gegevens["bestanden"][0]["oordelen"] if "afwijking" in een] == ["DB-01", "DB-02"]
    assert gegevens["normen"]["kader"] == "kader"
