"""Reasons in words that nobody foresaw: where in a letter they count, and what belongs to the sentence beside them."""

from __future__ import annotations

import pytest

from auditing.test_feiten import GEEN, WEL, brief, sleutels

_IETS_ANDERS = ("Op maandag is het loket dicht.", "De nieuwe website komt in mei.", "De fietsenstalling wordt vernieuwd.") * 5


@pytest.mark.parametrize(
    ("zin", "redenen"),
    [
        pytest.param("Deze inwoners hebben dit nodig om te kunnen werken.", {"maatwerk_doelgroep"}, id="it tells a reason of its own"),
        pytest.param("De bibliotheek past goed bij deze wijk.", set(), id="about something else"),
    ],
)
def test_far_from_the_offer_a_clear_reason_counts(zin: str, redenen: set[str]) -> None:
    assert sleutels(brief(WEL, *_IETS_ANDERS, zin), "redenen_wel") == redenen


@pytest.mark.parametrize(
    "alinea",
    [
        "Het past bij jongeren die elders vastlopen. Uit het fonds van de regio komt geld bij het eigen budget.",
        "Er is genoeg geld op de begroting. Hier komt deze groep tot bloei.",
    ],
    ids=["the clearer one behind", "the clearer one first"],
)
def test_a_clear_reason_does_not_silence_the_one_beside_it(alinea: str) -> None:
    assert sleutels(brief(WEL, alinea), "redenen_wel") == {"maatwerk_doelgroep", "middelen_beschikbaar"}


def test_a_number_that_is_not_named_has_the_reason_beside_it() -> None:
    alinea = "De vormgeving van beschut werk is nog onderwerp van regionaal overleg. Een getal is in dit stadium niet te geven."
    assert sleutels(brief(WEL, alinea), "redenen_geen_aantal") == {"beleid_in_ontwikkeling"}


@pytest.mark.parametrize(
    "zin",
    [
        "De nota waarin wij dit regelen ligt nog bij de cliëntenraad voor advies, zodat wij thans geen aantal kunnen vermelden.",
        "Per aanmelding bekijken wij of iemand tot de doelgroep behoort, zodat zich vooraf geen totaal laat geven.",
    ],
    ids=["that names another body", "that tells how a case is decided"],
)
def test_a_sentence_that_clearly_tells_why_there_is_no_number_counts(zin: str) -> None:
    assert sleutels(brief(WEL, zin), "redenen_geen_aantal")


def test_a_reason_in_favour_is_none_where_beschut_werk_is_turned_down() -> None:
    assert not sleutels(brief(GEEN, "Deze inwoners hebben dit nodig om te kunnen werken."), "redenen_wel")
