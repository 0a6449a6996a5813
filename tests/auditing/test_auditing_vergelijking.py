"""What changed since an earlier audit."""

from __future__ import annotations

import pytest
from maker import dossier, feiten, gemeente, oordelen, overzicht, stuk

from verordening_tool.auditing.model import Aanbod, Dossier
from verordening_tool.auditing.vergelijking import vergelijk
from verordening_tool.checking.oordeel import Uitkomst


def rijen(sleutel: str, eerder: list[Dossier], nu: list[Dossier]) -> list[tuple[object, ...]]:
    tabellen = {tabel.sleutel: tabel for tabel in vergelijk(eerder, nu).tabellen}
    return [rij.cellen for rij in tabellen[sleutel].rijen]


def test_nothing_changed() -> None:
    dossiers = [gemeente(0, feiten(), beoordelingen=oordelen(("BW-06", Uitkomst.VOLDOET)))]
    assert not any(tabel.rijen for tabel in vergelijk(dossiers, dossiers).tabellen)


def test_gemeenten_with_another_answer() -> None:
    eerder = [gemeente(0, feiten(Aanbod.BIEDT)), gemeente(1, feiten()), gemeente(2, feiten())]
    nu = [gemeente(0, feiten(Aanbod.BIEDT_NIET)), gemeente(1, feiten(aantal=12)), gemeente(3, feiten())]
    assert [(cellen[0], *cellen[2:5]) for cellen in rijen("veranderd", eerder, nu)] == [
        ("Voorbeeldstad 0", "aanbod", "biedt beschut werk aan", "biedt geen beschut werk aan"),
        ("Voorbeeldstad 1", "aantal plekken", "niet genoemd", "12 plekken"),
        ("Voorbeeldstad 2", "in de audit", "stond erin", "staat er niet meer in"),
        ("Voorbeeldstad 3", "in de audit", "stond er niet in", "staat erin"),
    ]


def test_verdicts_that_changed() -> None:
    eerder = [gemeente(0, feiten(), beoordelingen=oordelen(("BW-06", Uitkomst.VOLDOET), ("BW-07", Uitkomst.NIET_AANGETROFFEN)))]
    nu = [gemeente(0, feiten(), beoordelingen=oordelen(("BW-06", Uitkomst.VOLDOET), ("BW-07", Uitkomst.VOLDOET)))]
    assert [cellen[2:4] + cellen[5:7] for cellen in rijen("veranderde_oordelen", eerder, nu)] == [
        ("vandaag", "BW-07", "niet aangetroffen", "in orde"),
        ("bij inwerkingtreding", "BW-07", "niet aangetroffen", "in orde"),
    ]


@pytest.mark.parametrize(
    ("eerder", "nu", "wat"),
    [
        ({"a": "1"}, {"a": "1"}, []),
        ({"a": "1"}, {"a": "2"}, [("a", "veranderd")]),
        ({}, {"a": "1"}, [("a", "nieuw")]),
        ({"a": "1"}, {}, [("a", "verdwenen")]),
        ({"a": "1"}, {"b": "1"}, [("b", "andere naam of map, eerder a")]),
        ({"a": "1"}, {"a": "1", "b": "1"}, [("b", "nieuw")]),
    ],
    ids=["same", "changed", "new", "gone", "moved", "copied"],
)
def test_documents(eerder: dict[str, str], nu: dict[str, str], wat: list[tuple[str, str]]) -> None:
    from dataclasses import replace

    def maak(bestanden: dict[str, str]) -> list[Dossier]:
        stukken = [stuk(pad) for pad in bestanden]
        stukken = [replace(een, bestand=replace(een.bestand, sha256=bestanden[een.bestand.pad])) for een in stukken]
        return [dossier(*stukken)] if stukken else []

    assert [(cellen[0], cellen[2]) for cellen in rijen("veranderde_documenten", maak(eerder), maak(nu))] == wat


def test_figures_of_the_earlier_audit_stand_beside_those_of_now() -> None:
    eerder = [gemeente(0, feiten(Aanbod.BIEDT)), gemeente(1, feiten(Aanbod.BIEDT))]
    nu = [gemeente(0, feiten(Aanbod.BIEDT)), gemeente(1, feiten(Aanbod.BIEDT_NIET))]
    tabel = overzicht(*nu, verschil=vergelijk(eerder, nu)).tabel("aanbod")
    assert [rij.cellen for rij in tabel.rijen] == [("biedt (aan)", 1, 2, 50, 100), ("biedt niet", 1, 0, 50, 0)]


def test_audits_that_judged_other_norms_on_other_days_can_be_compared() -> None:
    toen = oordelen(("BW-06", Uitkomst.VOLDOET))[:1]
    eerder = [gemeente(0, feiten(), beoordelingen=toen), gemeente(1, feiten(), beoordelingen=toen)]
    nu = [gemeente(0, feiten(aantal=3), beoordelingen=oordelen(("BW-07", Uitkomst.NIET_AANGETROFFEN)))]
    geheel = overzicht(*nu, verschil=vergelijk(eerder, nu))
    for tabel in (*geheel.tabellen, *geheel.lange_tabellen):
        assert {len(rij.cellen) for rij in tabel.rijen} <= {len(tabel.kolommen)}, tabel.sleutel
    assert [rij.cellen[0] for rij in geheel.tabel("gemeenten").rijen] == ["Voorbeeldstad 0", "Voorbeeldstad 1"]
