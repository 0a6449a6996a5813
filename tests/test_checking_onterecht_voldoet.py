"""Leden on beschut werk that offer something else, or tell who, how many or when: none of them is the duty to offer beschut werk.

A wrong "voldoet" costs as much trust as a false alarm. The leden were written without sight of the rules.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from gevallen import toets_geval
from verordening_tool.checking.oordeel import Oordeel, Uitkomst
from verordening_tool.norms.schema import Geval

LEDEN = Path(__file__).with_name("leden_zonder_aanbod.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("lid", LEDEN)
def test_a_lid_that_offers_something_else_is_no_duty(lid: str) -> None:
    tekst = f"Artikel 9 Beschut werk\n1. De regels in dit artikel gaan over beschut werk.\n2. {lid}\n"
    geval = Geval(id="lid", tekst=tekst, peildatum="2024-01-01", soort="verordening", onderwerp="re-integratie", oordeel="voldoet")
    oordeel = toets_geval("BW-09", geval)
    assert isinstance(oordeel, Oordeel)
    assert oordeel.oordeel is not Uitkomst.VOLDOET, [plaats.citaat for plaats in oordeel.plaatsen]
