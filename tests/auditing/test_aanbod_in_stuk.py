"""A whole letter weighed: what its sentences together say on the offer, where one of them alone would be misread."""

from __future__ import annotations

import pytest

from auditing.test_feiten import GEEN, WEL, brief, sleutels
from verordening_tool.auditing import aanbod_in_stuk
from verordening_tool.auditing.model import Aanbod

RISICO = "Het financiële risico is voor onze gemeente te groot."
TEGEN = ("De kosten per plek zijn te hoog.", "In plaats daarvan bieden wij arbeidsmatige dagbesteding aan.")
VERMEENDE_KEUZE = "De raad heeft het eens gehad over beschut werk op deze plek."  # a rule takes it for a choice in favour
NIET_ONZE_TAAK = "Onze gemeente ziet beschut werk niet als haar taak."
VOOR = ("Deze inwoners hebben maatwerk nodig.", "Voor de uitvoering zijn voldoende middelen beschikbaar.")


@pytest.mark.parametrize(
    ("zinnen", "verwacht", "vermoed"),
    [
        pytest.param((GEEN, *VOOR), Aanbod.BIEDT_NIET, False, id="reasons alone do not overrule what is told plainly"),
        pytest.param((WEL, *TEGEN), Aanbod.BIEDT, False, id="nor do reasons against"),
        pytest.param((WEL, *VOOR), Aanbod.BIEDT, False, id="told, and borne out"),
        pytest.param(("Wij hebben de boot van beschut werk laten varen.", *TEGEN), Aanbod.BIEDT_NIET, False, id="an image, borne out"),
        pytest.param(
            (VERMEENDE_KEUZE, NIET_ONZE_TAAK, *TEGEN), Aanbod.BIEDT_NIET, True, id="misread by a rule, and all the rest is against"
        ),
        pytest.param((WEL, RISICO, *TEGEN), Aanbod.BIEDT, False, id="against all the rest, and borne out by its own words"),
        pytest.param(TEGEN, Aanbod.ZWIJGT, False, id="reasons without a word on the offer"),
        pytest.param(("Biedt de gemeente beschut werk aan?",), Aanbod.ZWIJGT, False, id="a question"),
        pytest.param(("In maart ontvangt u de jaarcijfers van beschut werk.",), Aanbod.ZWIJGT, False, id="an ordinary sentence"),
    ],
)
def test_what_a_letter_as_a_whole_says(zinnen: tuple[str, ...], verwacht: Aanbod, vermoed: bool) -> None:
    gevonden = brief(*zinnen)
    assert (gevonden.aanbod, gevonden.aanbod_vermoed) == (verwacht, vermoed)


@pytest.mark.parametrize(("rest", "vermoed"), [((RISICO, *TEGEN), True), (VOOR, False)], ids=["against all the rest", "with the rest"])
def test_a_rule_that_no_words_bear_out_is_presumed_only_against_the_rest(
    monkeypatch: pytest.MonkeyPatch, rest: tuple[str, ...], vermoed: bool
) -> None:
    monkeypatch.setattr(aanbod_in_stuk, "_DUIDELIJK", 9.0)  # no words are clear enough
    gevonden = brief(WEL, *rest)
    assert (gevonden.aanbod, gevonden.aanbod_vermoed) == (Aanbod.BIEDT, vermoed)


def test_a_letter_that_only_leans_one_way_still_tells_its_reasons() -> None:
    gevonden = brief(*TEGEN)
    assert (sleutels(gevonden, "redenen_niet"), sleutels(gevonden, "redenen_wel")) == ({"kosten_hoog"}, set())


@pytest.mark.parametrize(
    ("zin", "veld"),
    [
        pytest.param("Voor beschut werk is geen cent beschikbaar.", "redenen_wel", id="no money, where offered"),
        pytest.param("Deze groep heeft de begeleiding van beschut werk juist nodig.", "redenen_niet", id="in favour, where refused"),
    ],
)
def test_a_reason_for_the_other_side_is_no_reason(zin: str, veld: str) -> None:
    assert sleutels(brief(WEL if veld == "redenen_wel" else GEEN, zin), veld) == set()
