"""What vergelijk shows: text, JSON that holds to its schema, and a Word table with both texts."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import docx
import jsonschema
import pytest

from verordening_tool import api
from verordening_tool.reports import tekst_vergelijk
from verordening_tool.reports.opmaak import Scherm

ROOT = Path(__file__).resolve().parents[2]
MAP = ROOT / "docs" / "voorbeelden" / "vergelijken"
OUD, NIEUW = MAP / "verordening-2020.txt", MAP / "verordening-2024.txt"


def _draai(*woorden: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "verordening_tool", "vergelijk", *map(str, woorden)], capture_output=True, check=False)


def test_text_says_what_changed_and_what_it_does() -> None:
    tekst = tekst_vergelijk.render(api.vergelijk(OUD, NIEUW), Scherm())
    for deel in (
        "2 artikelen gewijzigd · 1 nieuw",
        "[-kan-] {+biedt+}",
        "Artikel 3 Tot het werk begint  nieuw",
        "BW-09",
        "hersteld (in strijd met de wet → in orde)",
        "Na artikel 2 wordt een artikel ingevoegd, luidende:",
        "Beide versies: beoordeeld naar de wet op 1 februari 2024",
    ):
        assert deel in tekst, deel


def test_leden_of_a_new_article_stand_on_lines_of_their_own(tmp_path: Path) -> None:
    bestand = tmp_path / "nieuw.txt"
    erbij = "Artikel 3a Hulp\n1. Er is hulp.\n2. Die kost niets.\n"
    bestand.write_text(NIEUW.read_text(encoding="utf-8").replace("Artikel 4 ", f"{erbij}Artikel 4 "), encoding="utf-8")
    tekst = tekst_vergelijk.render(api.vergelijk(OUD, bestand), Scherm())
    assert "    {+1. Er is hulp.+}\n    {+2. Die kost niets.+}\n" in tekst


def test_the_same_text_twice() -> None:
    assert "De twee versies zeggen hetzelfde." in tekst_vergelijk.render(api.vergelijk(OUD, OUD), Scherm())


@pytest.mark.parametrize("paar", [(OUD, NIEUW), (OUD, OUD), (NIEUW, OUD)], ids=["verder", "zelfde", "terug"])
def test_json_holds_to_its_schema(paar: tuple[Path, Path]) -> None:
    data = json.loads(_draai(*paar, "-f", "json").stdout)
    schema = json.loads((ROOT / "docs" / "schemas" / "verordening-vergelijk-1.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, schema)
    assert data["gelijk"] == (paar[0] == paar[1])


def test_word_table(tmp_path: Path) -> None:
    uit = tmp_path / "was-wordt.docx"
    klaar = _draai(OUD, NIEUW, "-o", uit)
    assert klaar.returncode == 0, klaar.stderr.decode()
    document = docx.Document(io.BytesIO(uit.read_bytes()))
    rijen = [[cel.text for cel in rij.cells] for rij in document.tables[0].rows]
    assert rijen[0] == ["Was", "Wordt", "Toelichting"]
    eerste = rijen[1]
    assert "kan een persoon" in eerste[0]
    assert "biedt een persoon" in eerste[1]
    assert eerste[2] == "Gewijzigd"
    doorgehaald = [run.text for alinea in document.tables[0].cell(1, 0).paragraphs for run in alinea.runs if run.font.strike]
    assert "kan" in " ".join(doorgehaald)


@pytest.mark.parametrize(
    ("woorden", "code", "zin"),
    [
        ((OUD, "weg.docx"), 2, "bestaat niet"),
        ((OUD, NIEUW, "-f", "docx"), 2, "kan niet op het scherm"),
        ((OUD, NIEUW, "-o", OUD), 2, "is zelf invoer"),
        ((OUD, NIEUW, "-f", "pdf"), 2, "is geen formaat"),
    ],
    ids=["verdwenen", "scherm", "invoer", "formaat"],
)
def test_errors_have_a_remedy(woorden: tuple[str | Path, ...], code: int, zin: str) -> None:
    uit = _draai(*woorden)
    assert uit.returncode == code
    assert zin in uit.stderr.decode()


def test_a_text_without_articles_is_refused(tmp_path: Path) -> None:
    memo = tmp_path / "memo.txt"
    memo.write_text("Memo\nAan: de raad\nDit is een memo.\n", encoding="utf-8")
    uit = _draai(memo, NIEUW)
    assert uit.returncode == 2
    assert "heeft geen artikelen om te vergelijken" in uit.stderr.decode()


def test_a_change_that_does_not_fit_is_told() -> None:
    wijziging = MAP / "wijziging-2023.txt"
    tekst = " ".join(tekst_vergelijk.render(api.vergelijk(OUD, wijziging), Scherm()).split())
    assert "artikel 5 staat niet in de basistekst" in tekst
    assert "1 artikel gewijzigd · 1 nieuw" in tekst
    data = json.loads(_draai(OUD, wijziging, "-f", "json").stdout)
    assert [een["opdracht"] for een in data["niet_gepast"]] == ["Artikel 5 vervalt."]


def test_what_was_not_judged_is_not_called_unchanged(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("Beleidsplan werk\nArtikel 1 Doel\nIedereen aan het werk.\nArtikel 2 Middelen\nGeld.\n", encoding="utf-8")
    resultaat = api.vergelijk(plan, NIEUW)
    assert resultaat.oordelen.oorspronkelijk is not None
    assert resultaat.oordelen.oorspronkelijk.soort.value == "anders"
    tekst = tekst_vergelijk.render(resultaat, Scherm())
    assert "Het is niet beoordeeld." in tekst
    assert "Geen enkel oordeel verandert" not in tekst
