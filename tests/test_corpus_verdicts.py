"""Every document of corpus/ is judged as its label says, and what does not hang on the wording does not change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from verordening_tool.api import Leesresultaat, Toetsopties, lees, toets_regeling
from verordening_tool.checking.oordeel import Toetsresultaat
from verordening_tool.document.blok import Blok, Nummerbron
from verordening_tool.document.regeling import Alinea, Artikel, Lid, Regeling
from verordening_tool.norms.loader import lees_normen
from verordening_tool.norms.wetten import lees_index
from verordening_tool.references.resolve import los_op

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
LABELS = sorted((CORPUS / "labels").glob("*.yaml"))
CODES = frozenset(lees_normen().checks)
IDS = [label.stem for label in LABELS]


@cache
def _label(pad: Path) -> dict:
    return yaml.safe_load(pad.read_text(encoding="utf-8"))


@cache
def _lees(pad: Path) -> Leesresultaat:
    label = _label(pad)
    return lees(CORPUS / label["bestand"], peildatum=label["peildatum"])


def _toets(gelezen: Leesresultaat, label: dict) -> Toetsresultaat:
    opties = Toetsopties(peildata=(label["peildatum"],), vastgesteld=label.get("vaststelling"))
    return next(toets_regeling(gelezen.regeling, gelezen.verwijzingen, opties, CODES, label["bestand"]))


def _uitkomsten(resultaat: Toetsresultaat) -> dict[str, str]:
    return {
        **{oordeel.code: oordeel.oordeel.value for oordeel in resultaat.oordelen},
        **{weg.code: "niet_beoordeeld" for weg in resultaat.niet_beoordeeld},
    }


@pytest.mark.parametrize("pad", LABELS, ids=IDS)
def test_verdicts(pad: Path) -> None:
    label = _label(pad)
    gegeven = _uitkomsten(_toets(_lees(pad), label))
    verwacht = {code: oordeel["oordeel"] for code, oordeel in label["oordelen"].items() if code in CODES}
    # a number that is not used may be called either (design 4)
    verschil = {
        code: (gegeven[code], wil) for code, wil in verwacht.items() if gegeven[code] != wil and {gegeven[code], wil} != {"nvt", "voldoet"}
    }
    assert not verschil


@pytest.mark.parametrize("pad", LABELS, ids=IDS)
def test_every_quote_is_literal_and_in_its_place(pad: Path) -> None:
    gelezen = _lees(pad)
    resultaat = _toets(gelezen, _label(pad))
    plaatsen = [plaats for oordeel in resultaat.oordelen for plaats in (*oordeel.plaatsen, *filter(None, [oordeel.dichtstbij]))]
    blokken = gelezen.regeling.blokken
    los = [plaats for plaats in plaatsen if plaats.alinea is not None and plaats.citaat not in blokken[plaats.alinea].tekst]
    assert not los


@pytest.mark.parametrize("pad", LABELS, ids=IDS)
def test_a_neutral_article_changes_nothing(pad: Path) -> None:
    gelezen, label = _lees(pad), _label(pad)
    if not gelezen.regeling.artikelen or gelezen.regeling.wijzigingen:
        return
    uitgebreid = _met_neutraal_artikel(gelezen.regeling)
    verwijzingen = los_op(uitgebreid, lees_index(), label["peildatum"])
    ander = _toets(replace(gelezen, regeling=uitgebreid, verwijzingen=verwijzingen), label)
    assert _zonder_nummering(_uitkomsten(ander)) == _zonder_nummering(_uitkomsten(_toets(gelezen, label)))


def _zonder_nummering(uitkomsten: dict[str, str]) -> dict[str, str]:
    """A new article is typed: what looks at numbers may see that (design 8)."""
    return {code: uitkomst for code, uitkomst in uitkomsten.items() if not code.startswith("NR-")}


def _met_neutraal_artikel(regeling: Regeling) -> Regeling:
    midden = len(regeling.artikelen) // 2
    buur = regeling.artikelen[midden]
    nr = len(regeling.blokken)
    stijl = regeling.blokken[buur.kop.nr].stijl if buur.kop else None  # typed behind its neighbour, it looks like it
    kop = Blok(nr, "Bereikbaarheid", f"Artikel {buur.nummer}a", Nummerbron.GETYPT, stijl=stijl)
    tekst = Blok(nr + 1, "De openingstijden van het loket staan op de website van de gemeente.")
    leden = (Lid(None, (Alinea(tekst.alinea, tekst.tekst),)),)
    nieuw = Artikel(f"{buur.nummer}a", kop.tekst, leden, buur.pad, Alinea(kop.alinea, kop.tekst))
    blokken = (*regeling.blokken, kop, tekst)
    return replace(regeling, blokken=blokken, artikelen=(*regeling.artikelen[: midden + 1], nieuw, *regeling.artikelen[midden + 1 :]))


@pytest.mark.parametrize("pad", LABELS, ids=IDS)
def test_every_code_is_accounted_for(pad: Path) -> None:
    resultaat = _toets(_lees(pad), _label(pad))
    genoemd = [oordeel.code for oordeel in resultaat.oordelen] + [weg.code for weg in resultaat.niet_beoordeeld]
    assert sorted(genoemd) == sorted(CODES)


def test_regimes_are_all_in_the_corpus() -> None:
    jaren = {_label(pad)["peildatum"] for pad in LABELS}
    grenzen = [date(2015, 1, 1), date(2016, 1, 1), date(2017, 1, 1), date(2023, 7, 1), date(2026, 1, 1), date(2027, 1, 1)]
    assert all(any(van <= jaar < tot for jaar in jaren) for van, tot in pairwise(grenzen))
