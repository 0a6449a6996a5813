"""Ordinary provisions, letters and proposals that are in order: no check may find a conflict in what they say.

A false alarm costs trust. The texts were written without sight of the rules; who finds another one that alarms us wrongly, adds it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from gevallen import toets_geval
from verordening_tool.checking.normenset import maak_normenset
from verordening_tool.checking.oordeel import Oordeel, Uitkomst
from verordening_tool.norms.schema import Geval

BESTAND = Path(__file__).with_name("gewone_bepalingen.yaml")
KOP = {
    "beleidsregels": "Beleidsregels beschut werk Voorbeeldstad\n",
    "raadsinformatiebrief": "Raadsbrief beschut werk\nGeachte raadsleden,\n",
    "raadsvoorstel": "Raadsvoorstel beschut werk\nAan de raad,\n",
}
CODES = (
    *("BW-08", "BW-09", "BW-10", "BW-11", "BW-12", "BW-13", "BW-14", "BW-15", "BW-16", "BW-23"),
    *("BR-03", "BR-04", "RV-02", "RV-03", "RV-04", "WT-07", "GR-02", "GR-05", "GR-06", "PR-04"),
)


@cache
def bepalingen() -> list[dict[str, Any]]:
    return yaml.safe_load(BESTAND.read_text(encoding="utf-8"))


def test_there_are_enough_of_every_kind() -> None:
    soorten = [bepaling["soort"] for bepaling in bepalingen()]
    assert {soort: soorten.count(soort) >= 50 for soort in set(soorten)} == {
        "verordening": True,
        "beleidsregels": True,
        "raadsinformatiebrief": True,
        "raadsvoorstel": True,
    }


@pytest.mark.parametrize("code", CODES)
def test_no_false_alarm(code: str) -> None:
    check = maak_normenset().checks[code]
    alarmen = []
    for bepaling in bepalingen():
        soort, dag = bepaling["soort"], bepaling["peildatum"]
        if soort not in check.geldt_voor.soort or (check.geldig.van and dag < check.geldig.van):
            continue
        geval = Geval(
            id=bepaling["id"],
            tekst=KOP.get(soort, "") + bepaling["tekst"],
            peildatum=dag,
            soort=soort,
            onderwerp="re-integratie" if soort == "verordening" else check.geldt_voor.onderwerp[0],
            oordeel="voldoet",
        )
        oordeel = toets_geval(code, geval)
        if isinstance(oordeel, Oordeel) and oordeel.oordeel is Uitkomst.STRIJDIG:
            alarmen.append((bepaling["id"], oordeel.bericht, [plaats.citaat for plaats in oordeel.plaatsen]))
    assert alarmen == []
