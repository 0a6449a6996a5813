"""The points of a proposal or a decision, however they are written: one line, several, or one sentence."""

from __future__ import annotations

from datetime import date

import pytest

from verordening_tool.checking.onderzoek.puntenlijst import Handeling, Lijst, lijst
from verordening_tool.document.regeling import Alinea

NIEUW, OUD = "Verordening beschut werk Zandstad 2026", "Verordening beschut werk Zandstad 2018"


def gelezen(*regels: str) -> Lijst:
    uit = lijst([Alinea(nr, regel) for nr, regel in enumerate(regels)])
    assert uit is not None
    return uit


@pytest.mark.parametrize(
    "tekst",
    [
        f"De {NIEUW} vast te stellen, de {OUD} in te trekken en te bepalen dat de verordening op 1 juni 2026 in werking treedt.",
        f"1. De {NIEUW} vast te stellen.\n2. De {OUD} in te trekken.\n3. De verordening op 1 juni 2026 in werking te laten treden.",
        f"vast te stellen de {NIEUW} per 1 juni 2026; in te trekken de {OUD}",
        f"de {NIEUW} vast te stellen per 1 juni 2026 onder gelijktijdige intrekking van de {OUD};",
        f"vast te stellen de {NIEUW}, ingaande 1 juni 2026, onder intrekking van de {OUD}, vastgesteld op 3 maart 2018.",
        f"De {OUD}, vastgesteld op 3 maart 2018 en later gewijzigd, in te trekken; de {NIEUW} vast te stellen met ingang van 1 juni 2026.",
        f"de {NIEUW} vast te stellen per 1 juni 2026 en daarmee de {OUD} in te trekken",
    ],
)
def test_set_and_withdrawn_in_one_alinea(tekst: str) -> None:
    uit = gelezen(tekst)
    assert [titel for titel, _ in uit.titels[Handeling.VASTSTELLEN]] == [NIEUW]
    assert [titel for titel, _ in uit.titels[Handeling.INTREKKEN]] == [OUD]
    assert uit.dag is not None
    assert uit.dag[0] == date(2026, 6, 1)
    assert uit.intrekdag is None
    assert not uit.overig


@pytest.mark.parametrize(
    ("tekst", "titels"),
    [
        ("vast te stellen de Verordening A 2026 en de Verordening B 2026", ["Verordening A 2026", "Verordening B 2026"]),
        ("de Verordening A 2026 en de Verordening B 2026 vast te stellen", ["Verordening A 2026", "Verordening B 2026"]),
        ("De Verordening A 2026 en de bijbehorende toelichting vast te stellen.", ["Verordening A 2026"]),
        ("De Tweede wijzigingsverordening Verordening A 2026 vast te stellen", ["Tweede wijzigingsverordening Verordening A 2026"]),
    ],
)
def test_what_is_set(tekst: str, titels: list[str]) -> None:
    assert [titel for titel, _ in gelezen(tekst).titels[Handeling.VASTSTELLEN]] == titels


@pytest.mark.parametrize(
    ("regel", "dag"),
    [
        (f"de {OUD} in te trekken per 1 mei 2026;", date(2026, 5, 1)),
        (f"de {OUD} met ingang van 1 mei 2026 in te trekken;", date(2026, 5, 1)),
        (f"de {OUD}, vastgesteld op 1 mei 2018, in te trekken;", None),
        ("te bepalen dat de verordening in werking treedt per 1 mei 2026 en de oude is ingetrokken;", None),
    ],
)
def test_the_day_of_withdrawal(regel: str, dag: date | None) -> None:
    uit = gelezen(f"de {NIEUW} vast te stellen;", regel)
    assert (uit.intrekdag[0] if uit.intrekdag else None) == dag


@pytest.mark.parametrize(
    ("punt", "besluit", "alleen_hier"),
    [
        ("een bedrag van € 84.000 beschikbaar te stellen uit de reserve;", "", True),
        ("een bedrag van € 84.000 beschikbaar te stellen uit de reserve;", "uit de reserve € 84.000 beschikbaar te stellen;", False),
        ("de Beleidsregels beschut werk Zandstad 2026 vast te stellen;", "", True),
        ("het college op te dragen de verordening in 2028 te evalueren;", "", True),
        ("het college op te dragen de verordening in 2028 te evalueren;", "op te dragen aan het college te evalueren in 2028;", False),
        ("artikel 16 van de verordening te laten vervallen;", "", True),
        ("kennis te nemen van het advies van de adviesraad;", "", False),
        ("de verordening op 1 juni 2026 in werking te laten treden;", "", False),
        ("de verordening bekend te maken;", "", False),
    ],
)
def test_a_point_that_the_other_does_not_have(punt: str, besluit: str, *, alleen_hier: bool) -> None:
    vast = f"de {NIEUW} vast te stellen;"
    assert bool([*gelezen(vast, punt).alleen_hier(gelezen(vast, besluit))]) == alleen_hier


@pytest.mark.parametrize(
    "zin",
    [
        "Voor 2017 heeft de staatssecretaris het aantal bepaald op zes. Het lukte niet dat te halen.",
        "De proefplaats krijgt een eigen artikel: twee maanden, te verlengen met ten hoogste vier.",
        "De bevoegdheid van uw raad om over beschut werk regels te stellen, is gelegen in artikel 10b van de wet.",
        "Artikel 8a van de Participatiewet draagt aan de raad op regels te stellen over voorzieningen.",
    ],
)
def test_what_is_told_below_the_points_is_no_point(zin: str) -> None:
    uit = gelezen(f"de {NIEUW} vast te stellen;", zin, "Het lukt niet het college op te dragen dit te doen.")
    assert not uit.overig


def test_the_points_end_where_the_telling_begins() -> None:
    punt = "een krediet van € 84.000 beschikbaar te stellen;"
    assert gelezen(f"de {NIEUW} vast te stellen;", "kennis te nemen van het advies;", punt).overig
    assert not gelezen(f"de {NIEUW} vast te stellen;", "Het college heeft hierover advies gevraagd.", punt).overig
