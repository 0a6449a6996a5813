"""The verdict does not depend on the program that saved the file: every Word document of corpus/, saved again by LibreOffice."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml

from verordening_tool.api import Toetsopties, toets

# Norms on the file itself: LibreOffice keeps other fields, and lets numbers begin again where Word lets them go on.
OVER_HET_BESTAND = ("VW-", "NR-", "DR-", "WT-06")
CORPUS = Path(__file__).resolve().parents[1] / "corpus"
LABELS = [label for label in sorted((CORPUS / "labels").glob("*.yaml")) if ".docx" in label.read_text(encoding="utf-8")]


@pytest.fixture(scope="module", params=["docx", "odt"])
def resaved(request, soffice: str, tmp_path_factory) -> Path:
    map_ = tmp_path_factory.mktemp(request.param)
    bron = [str(bestand) for bestand in sorted((CORPUS / "documenten").glob("*.docx"))]
    profiel = f"-env:UserInstallation={(map_ / 'profiel').as_uri()}"
    opdracht = [soffice, "--headless", profiel, "--convert-to", request.param, "--outdir", str(map_), *bron]
    subprocess.run(opdracht, check=True, capture_output=True, timeout=300)
    return map_


@pytest.mark.parametrize("label", LABELS, ids=[label.stem for label in LABELS])
def test_same_verdicts_after_saving_again(label: Path, resaved: Path) -> None:
    gegevens = yaml.safe_load(label.read_text(encoding="utf-8"))
    origineel = CORPUS / gegevens["bestand"]
    opnieuw = next(resaved.glob(f"{origineel.stem}.*"))
    opties = Toetsopties(peildata=(gegevens["peildatum"],), vastgesteld=gegevens.get("vaststelling"))
    eerst, later = (_oordelen(pad, opties) for pad in (origineel, opnieuw))
    assert later == eerst


def _oordelen(pad: Path, opties: Toetsopties) -> dict[str, str]:
    oordelen = next(iter(toets([pad], opties))).oordelen
    return {o.code: o.oordeel.value for o in oordelen if not o.code.startswith(OVER_HET_BESTAND)}
