"""Questions in the terminal: defaults, explanation, back, stop and go on, and a package at the end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from verordening_tool.drafting.gegevensbestand import lees_gegevens
from verordening_tool.drafting.vragen import VRAGEN, als_gegevens, uit_gegevens

NAMEN = ["Z-1", "G. Griffier", "B. Meester", "S. Secretaris", "W. Wethouder", "", "B. Handelaar", "0573-1"]
TOT_KENMERK = ["Lochem", "2026-07-01", "", "", "", "", "", "", "", "", ""]


def _draai(map_: Path, *antwoorden: str) -> subprocess.CompletedProcess[str]:
    opdracht = [sys.executable, "-m", "verordening_tool", "nieuw", "-o", "uit"]
    invoer = "".join(f"{antwoord}\n" for antwoord in antwoorden)
    return subprocess.run(opdracht, cwd=map_, input=invoer, capture_output=True, text=True, encoding="utf-8", check=False)


def test_defaults_give_a_clean_package(tmp_path: Path) -> None:
    uit = _draai(tmp_path, *TOT_KENMERK, *NAMEN)
    assert uit.returncode == 0, uit.stdout + uit.stderr
    assert "Alles in orde" in uit.stdout
    assert (tmp_path / "uit" / "raadsvoorstel.docx").is_file()
    gelezen = lees_gegevens(tmp_path / "uit" / "gegevens.yaml")
    assert (gelezen.gemeente, gelezen.minimum, gelezen.personen.wethouder.portefeuille) == ("Lochem", 16, "Werk en Inkomen")


def test_stop_and_go_on(tmp_path: Path) -> None:
    eerst = _draai(tmp_path, *TOT_KENMERK[:6], "q")
    assert eerst.returncode == 0
    assert "Ga verder met" in eerst.stderr
    verder = _draai(tmp_path, *TOT_KENMERK[6:], *NAMEN)
    assert verder.returncode == 0, verder.stdout + verder.stderr
    assert verder.stdout.startswith("Dag van de raadsvergadering?")


def test_explanation_back_and_wrong_answers(tmp_path: Path) -> None:
    uit = _draai(tmp_path, "?", "Lochum", "Lochem", "31 februari 2026", "2026-07-01", "<", "1 januari 2026", "verordning", "q")
    assert "Naam of CBS-code van de gemeente." in uit.stderr
    assert "Bedoelt u Lochem" in uit.stderr
    assert "geen datum" in uit.stderr
    assert "Kies uit re-integratieverordening" in uit.stderr.replace("'", "")
    assert "Traceback" not in uit.stderr
    bewaard = yaml.safe_load((tmp_path / "uit" / "gegevens.yaml").read_text(encoding="utf-8"))
    assert bewaard == {"gemeente": "Lochem", "data": {"inwerkingtreding": "2026-01-01"}}


def test_input_that_ends_loses_nothing(tmp_path: Path) -> None:
    uit = _draai(tmp_path, "Lochem")
    assert uit.returncode == 130
    assert yaml.safe_load((tmp_path / "uit" / "gegevens.yaml").read_text(encoding="utf-8")) == {"gemeente": "Lochem"}


@pytest.mark.parametrize("vraag", VRAGEN, ids=lambda vraag: vraag.veld)
def test_every_question_is_explained(vraag: object) -> None:
    assert vraag.uitleg  # type: ignore[attr-defined]


def test_answers_survive_the_file() -> None:
    antwoorden = {"gemeente": "Lochem", "voorganger.titel": "", "data.raad": "2026-01-01"}
    assert uit_gegevens(als_gegevens(antwoorden)) == antwoorden | {"beschut_werk.hoger_aantal.extra": ""}
