"""The Inspectie case in small: an audit of a generated corpus gives the tables that are true."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from verordening_tool.auditing.loop import audit
from verordening_tool.auditing.opties import Auditopties
from verordening_tool.checking.opties import Toetsopties

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench"))

from inspectie import maak  # noqa: E402
from inspectie_controle import Score, Uitkomst, vergelijk  # noqa: E402
from inspectie_formuleringen import lees_formuleringen  # noqa: E402
from inspectie_waarheid import lees_waarheid, schaal  # noqa: E402

MAP = ROOT / "bench" / "inspectie"
GEMEENTEN = 25
# What an audit must be wholly right in, and the least part of the documents in which it must be right; a floor only ever goes up.
GEHEEL = ("bestanden", "leesbaar", "soort", "dubbel")
VLOER = {
    "gemeente": 0.97,
    "aanbod": 0.7,
    "omvang": 0.7,
    "voorselectie": 0.9,
    "plekken": 0.95,
    "redenen_geen_aantal": 0.9,
    "redenen_wel": 0.8,
    "redenen_niet": 0.9,
    "alternatieven": 0.9,
}


@pytest.fixture(scope="module")
def uitkomst(tmp_path_factory: pytest.TempPathFactory) -> Uitkomst:
    map_ = tmp_path_factory.mktemp("inspectie")
    waarheid = schaal(lees_waarheid(MAP / "waarheid.yaml"), GEMEENTEN)
    maak(map_, waarheid, lees_formuleringen(MAP / "formuleringen_gezien.yaml"), seed=3)
    audit(map_ / "documenten", map_ / "audit", Auditopties(Toetsopties(vandaag=date(2026, 7, 1)), werkers=1))
    return vergelijk(map_ / "audit", map_ / "waarheid")


def _deel(score: Score) -> float:
    return score.goed / score.totaal


def test_every_gemeente_is_recognised_and_has_a_regulation(uitkomst: Uitkomst) -> None:
    assert uitkomst.per_gemeente.scores["herkend"].goed == GEMEENTEN
    assert uitkomst.totalen[0][1:] == (str(GEMEENTEN), str(GEMEENTEN))
    assert uitkomst.totalen[1][1] == uitkomst.totalen[1][2]  # in time


@pytest.mark.parametrize("feit", GEHEEL)
def test_fact_is_right_in_every_document(uitkomst: Uitkomst, feit: str) -> None:
    assert [fout for fout in uitkomst.per_document.fouten if fout.feit == feit] == []


@pytest.mark.parametrize("feit", VLOER)
def test_fact_is_right_in_most_documents(uitkomst: Uitkomst, feit: str) -> None:
    assert _deel(uitkomst.per_document.scores[feit]) >= VLOER[feit], [fout for fout in uitkomst.per_document.fouten if fout.feit == feit]
