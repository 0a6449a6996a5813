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
from inspectie_controle import Uitkomst, vergelijk  # noqa: E402
from inspectie_formuleringen import lees_formuleringen  # noqa: E402
from inspectie_waarheid import Waarheid, lees_waarheid, schaal  # noqa: E402

MAP = ROOT / "bench" / "inspectie"
GEMEENTEN = 25
FEITEN = (
    *("bestanden", "leesbaar", "gemeente", "soort", "dubbel", "aanbod", "omvang", "voorselectie", "plekken", "jaar bij plekken"),
    *("redenen_geen_aantal", "redenen_wel", "redenen_niet", "alternatieven"),
)
_ZES_ZWIJGEN = {  # and three have a concept only
    "vastgesteld": 22,
    "op_tijd": 20,
    "aanbod": {"biedt": 8, "kan": 5, "biedt_niet": 6},
    "plekken": {"gemeenten": 5, "samen": 31, "grootste": 12},
    "redenen_geen_aantal": {"beleid_in_ontwikkeling": 5, "hangt_af_van_aanmeldingen": 4},
    "redenen_wel": {"maatwerk_doelgroep": 9, "middelen_beschikbaar": 5},
    "redenen_niet": {"kosten_hoog": 3, "financieel_risico": 3, "doorgroei_regulier": 2},
    "alternatieven": {"regulier_met_lks_jobcoach": 4, "arbeidsmatige_dagbesteding": 3},
    "omvang": {"zwijgt": 25},
    "voorselectie": {"zwijgt": 25},
}


@pytest.fixture(scope="module", params=[{}, _ZES_ZWIJGEN], ids=["as in 2015", "with silence and concepts"])
def uitkomst(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Uitkomst:
    map_ = tmp_path_factory.mktemp("inspectie")
    geschaald = schaal(lees_waarheid(MAP / "waarheid.yaml"), GEMEENTEN)
    gedaante = geschaald.gedaante.model_copy(
        update={"losse_verordening": 0.0} if request.param else {}
    )  # its concept stands beside an adopted text
    waarheid = Waarheid.model_validate(geschaald.model_dump() | request.param | {"gedaante": gedaante})
    maak(map_, waarheid, lees_formuleringen(MAP / "formuleringen_gezien.yaml"), seed=3)
    audit(map_ / "documenten", map_ / "audit", Auditopties(Toetsopties(vandaag=date(2026, 7, 1)), werkers=1))
    return vergelijk(map_ / "audit", map_ / "waarheid")


def test_every_total_is_what_is_true(uitkomst: Uitkomst) -> None:
    assert [totaal for totaal in uitkomst.totalen if totaal[1] != totaal[2]] == []


def test_every_gemeente_is_right(uitkomst: Uitkomst) -> None:
    assert uitkomst.per_gemeente.scores["herkend"].goed == GEMEENTEN
    assert uitkomst.per_gemeente.fouten == []


@pytest.mark.parametrize("feit", FEITEN)
def test_fact_is_right_in_every_document(uitkomst: Uitkomst, feit: str) -> None:
    assert uitkomst.per_document.scores[feit].totaal
    assert [fout for fout in uitkomst.per_document.fouten if fout.feit == feit] == []
