"""The command vul-aan: what it prints and writes, and what it refuses."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from voorstellen import CORPUS, GEGEVENS

from verordening_tool.cli.groep import verordening
from verordening_tool.readers.docx import read_docx

BRON = CORPUS / "06-participatie-2016-velden.docx"


def run(*args: object) -> Result:
    return CliRunner().invoke(verordening, ["vul-aan", *map(str, args)])


def test_writes_and_tells(tmp_path: Path) -> None:
    doel = tmp_path / "voorstel.docx"
    result = run(BRON, "--gegevens", GEGEVENS, "-o", doel)
    assert result.exit_code == 0
    assert "artikel 6, derde lid" in result.output
    assert "Daarmee in orde" in result.output
    assert any("mogelijk te maken" in blok.tekst for blok in read_docx(doel.read_bytes()).blokken)


@pytest.mark.parametrize(
    ("args", "woorden"),
    [
        pytest.param((BRON,), "--gegevens", id="no-data"),
        pytest.param((BRON, "--gegevens", GEGEVENS), "-o", id="no-target"),
        pytest.param((BRON, "--gegevens", "bestaat-niet.yaml", "-o", "uit.docx"), "bestaat-niet.yaml", id="data-not-there"),
        pytest.param((BRON, "--gegevens", GEGEVENS, "-o", "uit.pdf"), "extensie", id="target-not-word"),
        pytest.param((CORPUS / "40-memo-2024.docx", "--gegevens", GEGEVENS, "-o", "uit.docx"), "geen verordening", id="memo"),
    ],
)
def test_wrong_use(args: tuple[object, ...], woorden: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*args)
    assert result.exit_code == 2
    assert woorden in result.output
    assert not list(tmp_path.iterdir())


def test_never_over_the_draft(tmp_path: Path) -> None:
    bestand = tmp_path / "concept.docx"
    shutil.copy(BRON, bestand)
    result = run(bestand, "--gegevens", GEGEVENS, "-o", bestand)
    assert result.exit_code == 2
    assert bestand.read_bytes() == BRON.read_bytes()
