"""JSON of toets and lees: a contract. Keys, their order, and null for what is unknown."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sample_results import CONCEPT, MEMO, STUK, rapport
from verordening_tool.document.blok import Blok, Deel, Document, Metadata
from verordening_tool.document.regeling import (
    Aanhef,
    Alinea,
    Artikel,
    Bijlage,
    Data,
    Lid,
    Onderdeel,
    Regeling,
    Slot,
    Soort,
    Toelichting,
    Vindplaats,
    Wijziging,
)
from verordening_tool.references.model import GeplaatsteVerwijzing, Opgelost, Verwijzing
from verordening_tool.reports import json_lees, json_toets

SCHEMAS = Path(__file__).resolve().parents[1] / "docs" / "schemas"

TEKST = Alinea(1, "Zie artikel 5, tweede lid.")
ARTIKEL = Artikel("10", "Beschut werk", (Lid("1", (TEKST,), (Onderdeel("a", (Alinea(2, "werk;"),)),)),), ("Hoofdstuk 3",), Alinea(0, "Kop"))
BLOKKEN = (Blok(0, "Beschut werk", "Artikel 10"), Blok(1, TEKST.tekst, "1."))
REGELING = Regeling(
    blokken=BLOKKEN,
    soort=Soort.VERORDENING,
    opschrift="Verordening",
    citeertitel="Verordening 2024",
    data=Data(vastgesteld=date(2024, 1, 30)),
    aanhef=Aanhef((Alinea(9, "De raad;"),)),
    artikelen=(ARTIKEL,),
    wijzigingen=(Wijziging("vervangen", (Alinea(3, "Artikel 5 komt te luiden:"),), "artikel 5", artikelen=(ARTIKEL,), tekst=(TEKST,)),),
    slot=Slot((Alinea(20, "Aldus vastgesteld."), Alinea(21, "de griffier,")), (Alinea(21, "de griffier,"), Alinea(22, "A. Naam"))),
    toelichting=Toelichting((Alinea(30, "Algemeen."),)),
    bijlagen=(Bijlage("Bijlage 1", (Alinea(40, "Tabel."),)),),
)
DOCUMENT = Document((Blok(0, "Artikel 10 Beschut werk"), Blok(1, f"1. {TEKST.tekst}")), Metadata(grondslagen=("art. 8a",)))
VERWIJZING = GeplaatsteVerwijzing(
    1,
    4,
    25,
    Vindplaats(Deel.LICHAAM, "10", "1"),
    Opgelost(Verwijzing("artikel 5, tweede lid", 4, 25, "intern", None, None, ()), "geldig", None, None, "artikel 5, tweede lid"),
)


def keys(gegevens: dict[str, Any]) -> list[str]:
    return list(gegevens)


def schema(naam: str) -> dict[str, Any]:
    inhoud: dict[str, Any] = json.loads((SCHEMAS / naam).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(inhoud)
    return inhoud


@pytest.fixture(scope="module")
def toets() -> dict[str, Any]:
    gegevens: dict[str, Any] = json.loads(json_toets.render(rapport(CONCEPT, MEMO, STUK)))
    return gegevens


@pytest.fixture(scope="module")
def lees() -> dict[str, Any]:
    gegevens: dict[str, Any] = json.loads(json_lees.render("v.docx", DOCUMENT, REGELING, [VERWIJZING]))
    return gegevens


def test_toets_holds_to_its_schema(toets: dict[str, Any]) -> None:
    jsonschema.validate(toets, schema("verordening-toets-1.json"))


def test_lees_holds_to_its_schema(lees: dict[str, Any]) -> None:
    jsonschema.validate(lees, schema("verordening-lees-1.json"))


def test_keys_of_toets_stand_in_the_order_of_the_contract(toets: dict[str, Any]) -> None:
    bestand = toets["bestanden"][0]
    oordeel = bestand["oordelen"][1]
    assert keys(toets) == ["schema", "versie", "normen", "bestanden"]
    assert keys(bestand) == [
        "bestand",
        "soort",
        "onderwerp",
        "stadium",
        "gemeente",
        "titel",
        "data",
        "oordelen",
        "kernvragen",
        "niet_beoordeeld",
        "fout",
    ]
    assert keys(bestand["data"]) == ["vastgesteld", "inwerkingtreding", "peildatum", "peildatum_bron"]
    assert keys(oordeel) == [
        "code",
        "naam",
        "titel",
        "aard",
        "oordeel",
        "gewicht",
        "norm",
        "plaatsen",
        "dichtstbij",
        "deeloordelen",
        "bericht",
        "advies",
    ]
    assert keys(oordeel["norm"]) == ["wet", "bwb", "artikel", "lid", "jci", "url"]
    assert keys(oordeel["dichtstbij"]) == ["deel", "artikel", "lid", "onderdeel", "alinea", "citaat", "bericht"]
    assert keys(bestand["kernvragen"][0]) == ["vraag", "onderdeel", "antwoord", "eis", "oordeel", "plaatsen"]
    assert keys(bestand["niet_beoordeeld"][0]) == ["code", "reden"]


def test_toets_shows_every_code_and_plain_values(toets: dict[str, Any]) -> None:
    bestand = toets["bestanden"][0]
    assert [oordeel["code"] for oordeel in bestand["oordelen"]] == [oordeel.code for oordeel in CONCEPT.oordelen]
    assert bestand["data"] == {
        "vastgesteld": "2024-01-30",
        "inwerkingtreding": "2024-02-15",
        "peildatum": "2024-02-15",
        "peildatum_bron": "slotbepaling",
    }
    assert toets["normen"]["bijgewerkt_tot"] == "2026-07-01"
    assert bestand["fout"] is None


def test_a_file_that_could_not_be_read_has_no_verdicts(toets: dict[str, Any]) -> None:
    stuk = toets["bestanden"][2]
    assert stuk["fout"] == {
        "code": "BESCHADIGD",
        "bericht": "stuk.docx is beschadigd.",
        "advies": "Open het in Word en sla het opnieuw op.",
    }
    assert stuk["soort"] is None
    assert stuk["oordelen"] == stuk["kernvragen"] == stuk["niet_beoordeeld"] == []


@pytest.mark.parametrize(
    ("pad", "waarde"),
    [
        pytest.param(("bestanden", 0, "oordelen", 0, "oordeel"), "misschien", id="unknown-verdict"),
        pytest.param(("bestanden", 2, "soort"), "verordening", id="soort-beside-fout"),
        pytest.param(("bestanden", 0, "data", "peildatum"), "15 februari 2024", id="date-in-words"),
        pytest.param(("schema",), "verordening-toets/2", id="other-version"),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_know(pad: tuple[str | int, ...], waarde: str) -> None:
    gegevens: Any = json_toets.als_gegevens(rapport(CONCEPT, MEMO, STUK))
    doel = gegevens
    for stap in pad[:-1]:
        doel = doel[stap]
    doel[pad[-1]] = waarde
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(gegevens, schema("verordening-toets-1.json"))


def test_keys_of_lees_stand_in_the_order_of_the_contract(lees: dict[str, Any]) -> None:
    assert keys(lees) == [
        "schema",
        "bestand",
        "soort",
        "onderwerp",
        "opschrift",
        "gemeente",
        "data",
        "metadata",
        "aanhef",
        "artikelen",
        "wijzigingen",
        "slot",
        "toelichting",
        "bijlagen",
        "verwijzingen",
        "blokken",
    ]
    assert keys(lees["data"]) == ["vastgesteld", "inwerkingtreding", "citeertitel"]
    assert keys(lees["artikelen"][0]) == ["nummer", "opschrift", "pad", "leden"]
    assert keys(lees["verwijzingen"][0]) == ["tekst", "alinea", "start", "eind", "plaats", "soort", "wet", "jci", "status", "doel"]
    assert keys(lees["blokken"][0]) == ["alinea", "nummer", "tekst", "deel", "verborgen"]


def test_lees_tells_the_text(lees: dict[str, Any]) -> None:
    assert lees["artikelen"][0]["leden"] == [
        {"nummer": "1", "tekst": TEKST.tekst, "onderdelen": [{"nummer": "a", "tekst": "werk;", "onderdelen": []}]}
    ]
    assert lees["slot"] == ["Aldus vastgesteld.", "de griffier,", "A. Naam"]
    assert lees["metadata"] == {"grondslag": ["art. 8a"]}
    verwijzing = lees["verwijzingen"][0]
    assert lees["blokken"][verwijzing["alinea"]]["tekst"][verwijzing["start"] : verwijzing["eind"]] == verwijzing["tekst"]
