"""SARIF: valid against the schema of OASIS, one result per verdict, and fingerprints that outlive an edit elsewhere."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from corpus_results import corpusresultaten
from sample_results import CONCEPT, MEMO, STUK, oordeel, rapport
from verordening_tool import api
from verordening_tool.checking.oordeel import Gewicht, Oordeel, Peildatum, Plaats, Toetsresultaat, Uitkomst
from verordening_tool.document.blok import Deel
from verordening_tool.reports import sarif
from verordening_tool.reports.rapport import stel_op, waarom_niet


@lru_cache(maxsize=1)
def _validator(schema: Path) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json.loads(schema.read_text(encoding="utf-8")))


def fouten(shared: Path, rapport_: Any) -> list[str]:
    gegevens = json.loads(sarif.render(rapport_))
    return [fout.message for fout in _validator(shared / "schemas" / "sarif-schema-2.1.0.json").iter_errors(gegevens)]


def run(*resultaten: Toetsresultaat) -> dict[str, Any]:
    return sarif.als_gegevens(rapport(*resultaten))["runs"][0]


def per_code(*resultaten: Toetsresultaat) -> dict[str, dict[str, Any]]:
    return {resultaat["ruleId"]: resultaat for resultaat in run(*resultaten)["results"]}


def met(*oordelen: Oordeel) -> Toetsresultaat:
    return replace(CONCEPT, oordelen=oordelen, niet_beoordeeld=())


def test_the_corpus_is_valid(shared: Path) -> None:
    assert fouten(shared, stel_op(corpusresultaten())) == []


def test_reference_documents_are_valid(shared: Path) -> None:
    documenten = sorted((shared / "voorbeelden" / "docs").iterdir())
    assert documenten
    assert fouten(shared, stel_op(api.toets(documenten))) == []


@pytest.mark.parametrize("resultaten", [(CONCEPT,), (MEMO, STUK), (CONCEPT, MEMO, STUK), ()], ids=["one", "none-judged", "mixed", "empty"])
def test_hand_made_results_are_valid(shared: Path, resultaten: tuple[Toetsresultaat, ...]) -> None:
    assert fouten(shared, rapport(*resultaten)) == []


def test_every_verdict_of_the_corpus_is_a_result() -> None:
    beoordeeld = [resultaat for resultaat in corpusresultaten() if waarom_niet(resultaat) is None]
    gemaakt = sarif.als_gegevens(stel_op(corpusresultaten()))["runs"][0]
    assert len(gemaakt["results"]) == sum(len(resultaat.oordelen) + len(resultaat.niet_beoordeeld) for resultaat in beoordeeld)
    assert all(gemaakt["tool"]["driver"]["rules"][resultaat["ruleIndex"]]["id"] == resultaat["ruleId"] for resultaat in gemaakt["results"])


@pytest.mark.parametrize(
    ("uitkomst", "gewicht", "kind", "level"),
    [
        (Uitkomst.VOLDOET, Gewicht.VERPLICHT, "pass", "none"),
        (Uitkomst.TWIJFEL, Gewicht.VERPLICHT, "review", "none"),
        (Uitkomst.NIET_AANGETROFFEN, Gewicht.VERPLICHT, "fail", "error"),
        (Uitkomst.STRIJDIG, Gewicht.AANBEVOLEN, "fail", "warning"),
        (Uitkomst.STRIJDIG, Gewicht.STIJL, "fail", "note"),
        (Uitkomst.NVT, Gewicht.VERPLICHT, "notApplicable", "none"),
    ],
)
def test_kind_and_level(uitkomst: Uitkomst, gewicht: Gewicht, kind: str, level: str) -> None:
    gemaakt = per_code(met(oordeel("BW-06", uitkomst, gewicht)))["BW-06"]
    assert (gemaakt["kind"], gemaakt["level"]) == (kind, level)


def test_what_was_not_judged_is_open() -> None:
    gemaakt = per_code(CONCEPT)["BW-20"]
    assert (gemaakt["kind"], gemaakt["level"], gemaakt["message"]["text"]) == ("open", "none", "Kan in een andere verordening staan.")


def test_a_rule_explains_itself() -> None:
    regel = next(regel for regel in run(CONCEPT)["tool"]["driver"]["rules"] if regel["id"] == "BW-07")
    assert regel["name"] == "beschut-werk.voorzieningen-tot-aanvang"
    assert regel["helpUri"] == "https://wetten.overheid.nl/jci1.3:c:BWBR0015703&artikel=10b&lid=7"
    assert regel["defaultConfiguration"] == {"level": "error"}
    assert regel["properties"]["geldig_van"] == "2017-01-01"
    assert "Wat niet telt: een wachtlijst" in regel["help"]["text"]
    assert "- een wachtlijst" in regel["help"]["markdown"]


@pytest.mark.parametrize(
    ("plaats", "regel", "logisch"),
    [
        pytest.param(
            Plaats(Deel.LICHAAM, "Citaat.", "10", "2", "a", 57),
            58,
            {"name": "artikel 10, tweede lid, onder a", "fullyQualifiedName": "lichaam/artikel 10/lid 2/onderdeel a", "kind": "onderdeel"},
            id="onderdeel",
        ),
        pytest.param(
            Plaats(Deel.AANHEF, "Citaat.", alinea=2), 3, {"name": "aanhef", "fullyQualifiedName": "aanhef", "kind": "aanhef"}, id="aanhef"
        ),
    ],
)
def test_a_location(plaats: Plaats, regel: int, logisch: dict[str, str]) -> None:
    (locatie,) = per_code(met(oordeel("BW-09", Uitkomst.STRIJDIG, plaatsen=(plaats,))))["BW-09"]["locations"]
    assert locatie["physicalLocation"]["region"] == {"startLine": regel, "snippet": {"text": "Citaat."}}
    assert locatie["logicalLocations"] == [logisch]


def test_something_absent_stands_at_what_comes_nearest_else_at_the_file() -> None:
    gemaakt = per_code(CONCEPT)
    assert gemaakt["BW-07"]["locations"][0]["physicalLocation"]["region"]["snippet"]["text"].endswith("wachtlijst.")
    assert gemaakt["GR-01"]["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "concept.docx"}}}]


@pytest.mark.parametrize(
    ("bestand", "uri"),
    [
        ("concept.docx", "concept.docx"),
        ("stukken/concept 3 é.docx", "stukken/concept%203%20%C3%A9.docx"),
        ("../a#b.txt", "../a%23b.txt"),
        ("{hier}/stukken/x.docx", "stukken/x.docx"),
        ("{elders}/x.docx", "{elders}/x.docx"),
    ],
    ids=["plain", "letters", "signs", "absolute-below", "absolute-elsewhere"],
)
def test_uri_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bestand: str, uri: str) -> None:
    hier = tmp_path / "hier"
    hier.mkdir()
    monkeypatch.chdir(hier)
    gegeven = bestand.format(hier=hier, elders=tmp_path)
    verwacht = uri.format(elders=tmp_path.as_uri())
    assert run(replace(CONCEPT, bestand=gegeven))["artifacts"][0]["location"]["uri"] == verwacht


STRIJD = Plaats(Deel.LICHAAM, "Het college kan beschut werk aanbieden.", "10", "1", None, 55)


@pytest.mark.parametrize(
    ("ander", "zelfde"),
    [
        pytest.param(oordeel("BW-09", Uitkomst.STRIJDIG, plaatsen=(replace(STRIJD, artikel="12", lid="3", alinea=70),)), True, id="moved"),
        pytest.param(
            oordeel("BW-09", Uitkomst.STRIJDIG, plaatsen=(replace(STRIJD, citaat=STRIJD.citaat.replace(" ", "  "), voor="Nieuw. "),)),
            True,
            id="spaces-and-context",
        ),
        pytest.param(oordeel("BW-09", Uitkomst.STRIJDIG, plaatsen=(STRIJD,), bericht="Anders gezegd."), True, id="other-message"),
        pytest.param(oordeel("BW-09", Uitkomst.STRIJDIG, plaatsen=(replace(STRIJD, citaat="Iets anders."),)), False, id="other-words"),
        pytest.param(oordeel("BW-10", Uitkomst.STRIJDIG, plaatsen=(STRIJD,)), False, id="other-code"),
        pytest.param(oordeel("BW-09", Uitkomst.TWIJFEL, plaatsen=(STRIJD,)), False, id="other-verdict"),
    ],
)
def test_a_fingerprint_outlives_a_shift(ander: Oordeel, zelfde: bool) -> None:
    afdrukken = [
        run(met(geval))["results"][0]["partialFingerprints"] for geval in (oordeel("BW-09", Uitkomst.STRIJDIG, plaatsen=(STRIJD,)), ander)
    ]
    assert (afdrukken[0] == afdrukken[1]) is zelfde


def test_fingerprints_of_a_document_are_all_different() -> None:
    later = replace(CONCEPT, peildatum=Peildatum(date(2026, 1, 1), "optie"))
    afdrukken = [resultaat["partialFingerprints"][sarif.FINGERPRINT] for resultaat in run(CONCEPT, later)["results"]]
    assert len(afdrukken) == len(set(afdrukken)) == 2 * (len(CONCEPT.oordelen) + len(CONCEPT.niet_beoordeeld))


def test_a_file_that_was_not_judged_is_a_notification() -> None:
    (aanroep,) = run(CONCEPT, MEMO, STUK)["invocations"]
    assert aanroep["executionSuccessful"] is False
    assert [melding["descriptor"]["id"] for melding in aanroep["toolExecutionNotifications"]] == ["GEEN_REGELING", "BESCHADIGD"]
    assert run(CONCEPT)["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
