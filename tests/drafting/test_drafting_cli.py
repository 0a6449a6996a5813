"""The command: what it prints, its exit code, and what it never writes over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from drafting_data import als_tekst, gegevens


def _draai(map_: Path, *woorden: str, inhoud: str | None = None) -> subprocess.CompletedProcess[str]:
    (map_ / "gemeente.yaml").write_text(inhoud if inhoud is not None else als_tekst(gegevens()), encoding="utf-8")
    opdracht = [sys.executable, "-m", "verordening_tool", "genereer", *woorden, "--gegevens", "gemeente.yaml", "-o", "uit"]
    return subprocess.run(opdracht, cwd=map_, capture_output=True, text=True, encoding="utf-8", check=False)


def test_package_clean_and_repeatable(tmp_path: Path) -> None:
    eerste = _draai(tmp_path)
    assert eerste.returncode == 0, eerste.stdout + eerste.stderr
    assert "Alles in orde" in eerste.stdout
    assert (tmp_path / "uit" / "re-integratieverordening.docx").is_file()
    assert _draai(tmp_path).returncode == 0  # what we wrote ourselves may be replaced


def test_what_a_person_changed_is_never_replaced(tmp_path: Path) -> None:
    _draai(tmp_path, "raadsvoorstel", "toelichting", "--zonder-controle")
    stuk = tmp_path / "uit" / "raadsvoorstel.docx"
    stuk.write_bytes(stuk.read_bytes() + b"\n")
    voor = {pad.name: pad.read_bytes() for pad in (tmp_path / "uit").iterdir()}
    opnieuw = _draai(tmp_path, "raadsvoorstel", "toelichting", "--zonder-controle")
    assert opnieuw.returncode == 2
    assert "raadsvoorstel.docx" in opnieuw.stderr
    assert {pad.name: pad.read_bytes() for pad in (tmp_path / "uit").iterdir()} == voor
    ernaast = _draai(tmp_path, "raadsvoorstel", "--zonder-controle", "--nieuwe-versie")
    assert ernaast.returncode == 0
    assert stuk.read_bytes() == voor["raadsvoorstel.docx"]
    assert (tmp_path / "uit" / "raadsvoorstel-2.docx").is_file()


def test_a_file_that_was_there_before_is_a_persons(tmp_path: Path) -> None:
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "toelichting.docx").write_bytes(b"van iemand anders")
    assert _draai(tmp_path, "toelichting", "--zonder-controle").returncode == 2
    assert (tmp_path / "uit" / "toelichting.docx").read_bytes() == b"van iemand anders"


@pytest.mark.parametrize(
    ("woorden", "inhoud", "bericht"),
    [
        (("raadsvorstel",), None, "raadsvorstel is geen stuk dat ik kan maken"),
        (("wijzigingsverordening",), None, "De gegevens gaan over een re-integratieverordening"),
        ((), "gemeente: Lochum\n", "Bedoelt u Lochem"),
        (("--huisstijl", "gemeente.yaml"), None, "geen bruikbaar Word-document"),
        (("--sjablonen", "weg"), None, "De map met sjablonen weg bestaat niet"),
    ],
    ids=["unknown document", "other regulation", "bad data", "house style", "templates"],
)
def test_wrong_use_writes_nothing(tmp_path: Path, woorden: tuple[str, ...], inhoud: str | None, bericht: str) -> None:
    uit = _draai(tmp_path, *woorden, inhoud=inhoud)
    assert uit.returncode == 2
    assert bericht in uit.stderr
    assert "Traceback" not in uit.stderr
    assert not (tmp_path / "uit").exists()


def test_own_template_that_breaks_the_law_is_not_called_done(tmp_path: Path) -> None:
    (tmp_path / "eigen" / "delen").mkdir(parents=True)
    (tmp_path / "eigen" / "delen" / "beschut-werk-leden.txt").write_text(
        "1. @aanbod Het college kan beschut werk aanbieden.\n1. @aanvang Wie wacht, komt op een wachtlijst.\n", encoding="utf-8"
    )
    uit = _draai(tmp_path, "re-integratieverordening", "--sjablonen", "eigen")
    assert uit.returncode == 1
    assert "BW-09" in uit.stdout
    assert "Nog niet klaar" in uit.stdout


def test_writing_does_not_load_spacy(tmp_path: Path) -> None:
    (tmp_path / "gemeente.yaml").write_text(als_tekst(gegevens()), encoding="utf-8")
    code = (
        "import sys; from verordening_tool import api;"
        "api.genereer('gemeente.yaml', 'uit', (), api.Genereeropties(controle=False)); sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False).returncode == 0
