"""Every geval of every check, and what a check must have to be one (design 7)."""

from __future__ import annotations

import re

import pytest

from gevallen import toets_geval, uitkomst
from verordening_tool.language.begrippen import Begrippen
from verordening_tool.norms.loader import checkbestanden, lees_check, lees_gevallen, lees_normen
from verordening_tool.norms.schema import Geval

_ALARM = frozenset({"strijdig", "niet_aangetroffen", "twijfel"})
_BESTANDEN = checkbestanden()
_GEVALLEN = [(bestand.stem, geval) for bestand in _BESTANDEN for geval in lees_gevallen(bestand)]


@pytest.mark.parametrize(("code", "geval"), _GEVALLEN, ids=[f"{code}-{geval.id}" for code, geval in _GEVALLEN])
def test_geval(code: str, geval: Geval) -> None:
    oordeel = toets_geval(code, geval)
    assert uitkomst(oordeel, geval.onderdeel) == geval.oordeel, oordeel


@pytest.mark.parametrize("bestand", _BESTANDEN, ids=[bestand.stem for bestand in _BESTANDEN])
class TestCheck:
    def test_has_a_source_and_a_manual_page(self, bestand) -> None:
        check = lees_check(bestand)
        assert check.norm.wet
        assert check.norm.artikel or check.norm.wet == "praktijk"
        assert check.telt
        leeg = [veld for veld in ("titel", "vraag", "uitleg", "advies") if len(getattr(check, veld)) < 15]
        assert not leeg
        assert check.voorbeeld.goed != check.voorbeeld.fout

    def test_has_enough_gevallen(self, bestand) -> None:
        gevallen = lees_gevallen(bestand)
        uitkomsten = [geval.oordeel for geval in gevallen]
        assert sum(oordeel == "voldoet" for oordeel in uitkomsten) >= 3
        assert sum(oordeel in _ALARM for oordeel in uitkomsten) >= 3
        assert "nvt" in uitkomsten
        assert len({geval.id for geval in gevallen}) == len(gevallen)

    def test_names_only_concepts_that_exist(self, bestand) -> None:
        check = lees_check(bestand)
        assert check.begrippen() <= set(lees_normen().vormen)


def test_every_concept_can_be_read() -> None:
    normen = lees_normen()
    begrippen = Begrippen(normen.vormen)
    assert sum(len(begrippen.vind(naam, b"het college biedt beschut werk aan")) for naam in normen.vormen) > 0


def test_word_forms_hold_no_signs_that_mean_nothing() -> None:
    vreemd = [f"{naam}: {vorm}" for naam, vormen in lees_normen().vormen.items() for vorm in vormen if re.search(r"[?^$\\{}+]", vorm)]
    assert not vreemd


def test_names_are_unique() -> None:
    checks = lees_normen().checks.values()
    assert len({check.naam for check in checks}) == len(checks)
