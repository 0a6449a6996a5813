"""Plain Dutch for places, norms, counts and terms of validity."""

from __future__ import annotations

from datetime import date

import pytest

from sample_results import oordeel
from verordening_tool.checking.oordeel import Gewicht, Norm, Plaats, Uitkomst
from verordening_tool.document.blok import Deel
from verordening_tool.reports import woorden


@pytest.mark.parametrize(
    ("lid", "verwacht"),
    [
        ("1", "eerste lid"),
        ("23", "drieëntwintigste lid"),
        ("1, 4 en 6", "eerste, vierde en zesde lid"),
        ("1;2", "eerste en tweede lid"),
        ("1a", "lid 1a"),
        ("120", "lid 120"),
    ],
)
def test_lid(lid: str, verwacht: str) -> None:
    assert woorden.lid_voluit(lid) == verwacht


@pytest.mark.parametrize(
    ("plaats", "verwacht"),
    [
        (Plaats(Deel.LICHAAM, "", "10", "2", "a"), "artikel 10, tweede lid, onder a"),
        (Plaats(Deel.LICHAAM, "", "10b"), "artikel 10b"),
        (Plaats(Deel.LICHAAM, "", "1", None, "•"), "artikel 1"),
        (Plaats(Deel.LICHAAM, "", "1", None, "b, –, 1°"), "artikel 1, onder b, 1°"),
        (Plaats(Deel.LICHAAM, ""), "lopende tekst"),
        (Plaats(Deel.AANHEF, ""), "aanhef"),
        (Plaats(Deel.TOELICHTING, "", "5"), "toelichting bij artikel 5"),
        (Plaats(Deel.LICHAAM, "", "I", None, "A"), "artikel I, onder A"),
    ],
)
def test_plaats(plaats: Plaats, verwacht: str) -> None:
    assert woorden.plaats_voluit(plaats) == verwacht


@pytest.mark.parametrize(
    ("norm", "verwacht"),
    [
        (Norm("Participatiewet", None, "10b", "7"), "Participatiewet, artikel 10b, zevende lid"),
        (Norm("Participatiewet", None, "8a", "2", "a"), "Participatiewet, artikel 8a, tweede lid, onder a"),
        (Norm("Besluit advisering beschut werk"), "Besluit advisering beschut werk"),
    ],
)
def test_norm(norm: Norm, verwacht: str) -> None:
    assert woorden.norm_voluit(norm) == verwacht


@pytest.mark.parametrize(
    ("uitkomst", "gewicht", "verwacht"),
    [
        (Uitkomst.STRIJDIG, Gewicht.VERPLICHT, "in strijd met de wet"),
        (Uitkomst.STRIJDIG, Gewicht.AANBEVOLEN, "let op"),
        (Uitkomst.STRIJDIG, Gewicht.STIJL, "wijkt af"),
        (Uitkomst.NIET_AANGETROFFEN, Gewicht.STIJL, "niet aangetroffen"),
        (Uitkomst.VOLDOET, Gewicht.VERPLICHT, "in orde"),
    ],
)
def test_oordeel(uitkomst: Uitkomst, gewicht: Gewicht, verwacht: str) -> None:
    assert woorden.oordeel_voluit(oordeel("BW-06", uitkomst, gewicht)) == verwacht


@pytest.mark.parametrize(
    ("van", "tot", "verwacht"),
    [
        (None, None, ""),
        (date(2017, 1, 1), None, " (geldt sinds 1 januari 2017)"),
        (date(2015, 1, 1), date(2016, 12, 31), " (gold van 1 januari 2015 tot en met 31 december 2016)"),
    ],
)
def test_geldigheid(van: date | None, tot: date | None, verwacht: str) -> None:
    assert woorden.geldigheid_voluit(van, tot) == verwacht
