"""What the documents say: words that go with the choices, and nothing that these data make untrue."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drafting_data import als_tekst, gegevens, lees

from verordening_tool import api
from verordening_tool.drafting.pakket import kies_soorten, stel_samen
from verordening_tool.drafting.sjabloon import lees_sjablonen
from verordening_tool.drafting.woorden import aantal
from verordening_tool.fouten import Gegevensfout

LOS = {"regeling": "verordening-beschut-werk"}
_WIJZIGING = {"titel": "Re-integratieverordening Lochem 2020", "artikel": "10"}
WIJZIGT: dict[str, Any] = {"regeling": "wijzigingsverordening", "wijziging": _WIJZIGING}
VOEGT_IN: dict[str, Any] = {
    "regeling": "wijzigingsverordening",
    "wijziging": _WIJZIGING | {"wijze": "invoegen", "nieuw_nummer": "10a"},
}
EEN_EXTRA = {"beschut_werk": {"hoger_aantal": {"extra": 1}}}
DE_GEMEENTE = {"beschut_werk": {"werkgever": {"soort": "gemeente"}}}
PLATFORM = {"adviesorgaan": {"naam": "Platform Werk en Inkomen"}}
SEPTEMBER_2024 = date(2024, 9, 1)


def _teksten(dag: date, keuzes: dict[str, Any]) -> dict[str, str]:
    """The text of each document by its name."""
    sjablonen, data = lees_sjablonen(), lees(gegevens(dag, **keuzes))
    concepten = stel_samen(data, kies_soorten(data, (), sjablonen), sjablonen)
    return {concept.naam: "\n".join(blok.tekst for blok in concept.regeling.blokken) for concept in concepten}


@pytest.mark.parametrize(
    ("getal", "cijfers", "verwacht"),
    [
        (0, False, "geen plek"),
        (1, False, "één plek"),
        (1, True, "één plek"),
        (3, False, "drie plekken"),
        (3, True, "3 plekken"),
        (1200, True, "1.200 plekken"),
    ],
)
def test_a_number_with_what_it_counts(getal: int, cijfers: bool, verwacht: str) -> None:
    assert aantal(getal, "plek", "plekken", cijfers=cijfers) == verwacht


JAN_2026 = date(2026, 1, 1)
_SCHIER: dict[str, Any] = {"gemeente": "Schiermonnikoog"}


@pytest.mark.parametrize(
    ("dag", "keuzes", "stuk", "tekst"),
    [
        (SEPTEMBER_2024, {"gemeente": "Rozendaal"}, "raadsvoorstel", "ten minste één dienstbetrekking is."),
        (SEPTEMBER_2024, {"gemeente": "Rozendaal"}, "raadsinformatiebrief", "gaat het om één plek aan het einde van 2024"),
        (SEPTEMBER_2024, {"gemeente": "Rozendaal"}, "toelichting", "gaat het om één dienstbetrekking aan het einde van 2024"),
        (date(2017, 4, 1), _SCHIER, "raadsvoorstel", "van Schiermonnikoog vraagt de minister er in 2017 geen."),
        (date(2017, 4, 1), _SCHIER, "raadsinformatiebrief", "Van Schiermonnikoog vraagt de minister er in 2017 geen."),
        (JAN_2026, {"beschut_werk": {"gerealiseerd": 0}}, "raadsinformatiebrief", "Op dit moment is geen plek bezet."),
        (JAN_2026, {"beschut_werk": {"gerealiseerd": 0}}, "raadsinformatiebrief", "al aan, maar op dit moment heeft nog niemand een plek."),
        (JAN_2026, {"beschut_werk": {"gerealiseerd": 1}}, "raadsinformatiebrief", "Op dit moment is één plek bezet."),
        (JAN_2026, {"beschut_werk": {"gerealiseerd": 2}}, "raadsinformatiebrief", "Op dit moment zijn twee plekken bezet."),
        (JAN_2026, EEN_EXTRA, "raadsinformatiebrief", "De verordening voegt er één plek aan toe, samen 17."),
        (JAN_2026, EEN_EXTRA, "re-integratieverordening", "wordt één dienstbetrekking extra gerealiseerd"),
        (JAN_2026, EEN_EXTRA, "raadsvoorstel", "met één extra dienstbetrekking."),
        (JAN_2026, EEN_EXTRA, "toelichting", "De raad kiest ervoor daar één aan toe te voegen"),
        (JAN_2026, PLATFORM, "raadsvoorstel", "Het Platform Werk en Inkomen heeft op"),
        (JAN_2026, PLATFORM, "re-integratieverordening", "gezien het advies van het Platform Werk en Inkomen van"),
        (JAN_2026, DE_GEMEENTE, "raadsvoorstel", "De plekken en de begeleiding regelen wij zelf."),
        (JAN_2026, {"beschut_werk": {"voorschakeltraject": True}}, "beleidsregels", "bij hem past, een voorschakeltraject aan."),
        (JAN_2026, {}, "re-integratieverordening", "ten hoogste 12 uur per maand"),
        (
            JAN_2026,
            VOEGT_IN,
            "raadsvoorstel",
            "Met dit voorstel voegt de raad een artikel over beschut werk toe aan de",
        ),
        (date(2015, 1, 1), {}, "raadsinformatiebrief", "Voor andere inwoners komt er beschut werk op grond van de Participatiewet."),
        (date(2017, 1, 1), {}, "raadsinformatiebrief", "In 2015 en 2016 is beschut werk een bevoegdheid"),
    ],
    ids=lambda waarde: waarde[:50] if isinstance(waarde, str) else "",
)
def test_the_document_says(dag: date, keuzes: dict[str, Any], stuk: str, tekst: str) -> None:
    assert tekst in _teksten(dag, keuzes)[stuk]


@pytest.mark.parametrize(
    ("dag", "keuzes", "stuk", "tekst"),
    [
        (JAN_2026, LOS, "raadsvoorstel", "Alle onderwerpen die de wet noemt"),
        (JAN_2026, WIJZIGT, "raadsvoorstel", "Alle onderwerpen die de wet noemt"),
        (JAN_2026, LOS, "raadsvoorstel", "ontvangt ieder jaar een verslag"),
        (JAN_2026, WIJZIGT, "raadsvoorstel", "ontvangt ieder jaar een verslag"),
        (JAN_2026, LOS, "raadsvoorstel", "regels over re-integratie"),
        (JAN_2026, VOEGT_IN, "raadsvoorstel", "past niet meer bij de wet"),
        (JAN_2026, DE_GEMEENTE, "raadsvoorstel", "Met de gemeente maken wij afspraken"),
        (date(2015, 1, 1), {}, "raadsinformatiebrief", "Wij bieden beschut werk al aan"),
        (date(2015, 1, 1), {}, "raadsinformatiebrief", "Sinds 1 januari 2015"),
        (date(2017, 1, 1), {"beschut_werk": {"situatie": "invoering"}}, "raadsinformatiebrief", "sinds 1 januari 2017 vraagt"),
    ],
    ids=lambda waarde: waarde[:50] if isinstance(waarde, str) else "",
)
def test_the_document_does_not_say(dag: date, keuzes: dict[str, Any], stuk: str, tekst: str) -> None:
    assert tekst not in _teksten(dag, keuzes)[stuk]


def test_no_choice_has_a_comma_so_that_a_row_of_them_reads_well() -> None:
    woorden = lees_sjablonen().woorden
    assert not [tekst for soort in ("voorziening", "overbrugging") for tekst in woorden[soort].values() if "," in tekst]


BASIS = """Re-integratieverordening Lochem 2020
De raad van de gemeente Lochem;
gelet op artikel 8a van de Participatiewet;
besluit vast te stellen de Re-integratieverordening Lochem 2020.
Artikel 1 Begripsbepalingen
In deze verordening wordt verstaan onder beschut werk: werk als bedoeld in artikel 10b van de Participatiewet.
Artikel 2 Scholing
Het college kan scholing aanbieden.
Artikel 3 Beschut werk
Het college biedt beschut werk aan.
Artikel 3a Werkstage
Het college kan een werkstage aanbieden.
Artikel 4 Citeertitel
Deze verordening wordt aangehaald als: Re-integratieverordening Lochem 2020.
"""
INVOEGEN = {"wijze": "invoegen"}


@pytest.mark.parametrize(
    ("wijziging", "bericht"),
    [
        ({"artikel": "2"}, "wijziging.artikel is 2, maar artikel 2 van basis.txt (Scholing) gaat niet over beschut werk. Noem artikel 3"),
        ({"artikel": "1"}, "wijziging.artikel is 1, maar artikel 1 van basis.txt (Begripsbepalingen) gaat niet over beschut werk"),
        ({"artikel": "9"}, "wijziging.artikel is 9, maar basis.txt heeft geen artikel 9. Noem een artikel dat er is."),
        (INVOEGEN | {"artikel": "9", "nieuw_nummer": "9a"}, "wijziging.artikel is 9, maar basis.txt heeft geen artikel 9"),
        (INVOEGEN | {"artikel": "2", "nieuw_nummer": "3"}, "wijziging.nieuw_nummer is 3, maar basis.txt heeft al een artikel 3"),
        (
            INVOEGEN | {"artikel": "3", "nieuw_nummer": "3b"},
            "wijziging.nieuw_nummer is 3b, maar in basis.txt volgt op artikel 3 eerst",
        ),
    ],
    ids=["other subject", "only a definition", "no such article", "nothing to stand behind", "number is taken", "out of order"],
)
def test_a_change_fits_the_text_that_it_changes(tmp_path: Path, wijziging: dict[str, str], bericht: str) -> None:
    (tmp_path / "basis.txt").write_text(BASIS, encoding="utf-8")
    heel = {"titel": "Re-integratieverordening Lochem 2020", "bestand": "basis.txt"} | wijziging
    tekst = als_tekst(gegevens(regeling="wijzigingsverordening", wijziging=heel))
    (tmp_path / "gemeente.yaml").write_text(tekst, encoding="utf-8")
    with pytest.raises(Gegevensfout) as fout:
        api.genereer(tmp_path / "gemeente.yaml", tmp_path / "uit")
    assert bericht in fout.value.bericht
    regel = int(fout.value.bericht.split("regel ")[1].split(":")[0])
    assert bericht.split(" ", maxsplit=1)[0].split(".")[1] in tekst.splitlines()[regel - 1]
    assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize(
    "wijziging",
    [{"artikel": "3"}, INVOEGEN | {"artikel": "2", "nieuw_nummer": "2a"}, INVOEGEN | {"artikel": "4", "nieuw_nummer": "5"}],
    ids=["replaced", "between", "behind the last"],
)
def test_a_change_that_fits_is_written(tmp_path: Path, wijziging: dict[str, str]) -> None:
    (tmp_path / "basis.txt").write_text(BASIS, encoding="utf-8")
    heel = {"titel": "Re-integratieverordening Lochem 2020", "bestand": "basis.txt"} | wijziging
    (tmp_path / "gemeente.yaml").write_text(als_tekst(gegevens(regeling="wijzigingsverordening", wijziging=heel)), encoding="utf-8")
    opties = api.Genereeropties(controle=False)
    assert api.genereer(tmp_path / "gemeente.yaml", tmp_path / "uit", ("wijzigingsverordening",), opties).in_orde
