"""Numbers of places beschut werk: what counts, for which year, of what kind, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from structure_shapes import cellen, lees
from verordening_tool.api import begrippen
from verordening_tool.checking.context import Context
from verordening_tool.checking.passages import maak_tekstlaag
from verordening_tool.checking.plekken import Plekkental, vind_plekken
from verordening_tool.document.blok import Blok
from verordening_tool.language.getallen import waarde

BRIEF = ("Raadsinformatiebrief", "Aan de leden van de raad van de gemeente Zwolle", "Datum: 3 maart 2015", "Geachte raadsleden,")


def tallen(*delen: str | Blok) -> tuple[Plekkental, ...]:
    """The numbers in a letter of Zwolle of 3 March 2015 with these paragraphs."""
    return vind_plekken(Context(maak_tekstlaag(lees(*BRIEF, *delen, "Hoogachtend,"), begrippen())))


def kort(gevonden: tuple[Plekkental, ...]) -> list[tuple[float, str, int | None, str]]:
    return [(tal.aantal, tal.eenheid, tal.jaar, tal.aard) for tal in gevonden]


EEN_GETAL = [
    ("In 2015 stellen wij vier plekken beschut werk beschikbaar.", (4, "plekken", 2015, "onbekend")),
    ("De gemeente Zwolle biedt in 2015 twaalf beschutte werkplekken aan.", (12, "plekken", 2015, "onbekend")),
    ("Voor 2015 hebben wij 3 plaatsen voor beschut werk gereserveerd.", (3, "plekken", 2015, "onbekend")),
    ("Dit jaar gaat het om vijf dienstbetrekkingen beschut werk.", (5, "plekken", 2015, "onbekend")),
    ("Volgend jaar komen er 6 plekken voor beschut werk.", (6, "plekken", 2016, "onbekend")),
    ("Eind 2016 moeten er 14 beschut werkplekken zijn.", (14, "plekken", 2016, "ultimo")),
    ("Ultimo 2018 zijn er eenentwintig plekken beschut werk.", (21, "plekken", 2018, "ultimo")),
    ("Wij realiseren in 2015 tien nieuwe plekken beschut werk.", (10, "plekken", 2015, "in_jaar")),
    ("Ieder jaar komen er twee plekken beschut werk bij.", (2, "plekken", None, "in_jaar")),
    ("Het aantal plekken beschut werk bedraagt in 2015 acht.", (8, "plekken", 2015, "onbekend")),
    ("Het aantal beschutte werkplekken voor 2015 is vastgesteld op 7.", (7, "plekken", 2015, "onbekend")),
    ("De omvang van het aanbod van beschut werk komt in 2015 uit op 9 plekken.", (9, "plekken", 2015, "onbekend")),
    ("Voor beschut werk is 3,5 fte begroot in 2015.", (3.5, "fte", 2015, "onbekend")),
    ("Wij willen in 2015 acht inwoners een beschutte werkplek bieden.", (8, "personen", 2015, "onbekend")),
    ("In 2015 krijgen 15 personen een dienstverband voor beschut werk.", (15, "personen", 2015, "onbekend")),
    ("Voor 2015 reserveren wij één plek beschut werk.", (1, "plekken", 2015, "onbekend")),
    ("In 2015 willen wij maximaal 20 plekken voor beschut werk inrichten.", (20, "plekken", 2015, "onbekend")),
    ("Wij denken voor 2015 aan circa dertig plekken beschut werk.", (30, "plekken", 2015, "onbekend")),
    ("In 2015 gaat het om twaalf (12) plekken beschut werk.", (12, "plekken", 2015, "onbekend")),
    ("Van de landelijk 1600 plekken beschut werk in 2015 zijn er 12 voor onze gemeente.", (12, "plekken", 2015, "onbekend")),
    ("De regio telt in 2015 40 plekken beschut werk, waarvan 6 voor onze gemeente.", (6, "plekken", 2015, "onbekend")),
    ("Voor 2015 staan 11 bw-plekken in de begroting.", (11, "plekken", 2015, "onbekend")),
    ("Ons voornemen voor 2015: 4 arbeidsplaatsen in beschut werk.", (4, "plekken", 2015, "onbekend")),
    ("Wij zetten in 2015 in op honderdvijf plekken beschut werk.", (105, "plekken", 2015, "onbekend")),
]

GEEN_GETAL = [
    "Landelijk gaat het om 30.000 plekken beschut werk.",
    "Het kabinet rekent op 1600 plekken beschut werk in 2015.",
    "De vijf gemeenten in de regio bieden samen 40 plekken beschut werk.",
    "De gemeente Deventer biedt in 2015 twaalf plekken beschut werk.",
    "In Bergen (L.) worden 33 beschutte werkplekken gerealiseerd; die keuze is aan die gemeente.",
    "In de buurgemeenten zijn 9 plekken beschut werk.",
    "De gemeente noemt geen aantal plekken beschut werk.",
    "Wij hebben een tiental plekken beschut werk in gedachten.",
    "Er komen enkele plekken beschut werk.",
    "De plek beschut werk is er voor ten minste 31 uur per week.",
    "Een plek beschut werk kost 25.000 euro per jaar.",
    "Een plek beschut werk kost € 12.000.",
    "De gemeente heeft nog 120 Wsw-plekken; beschut werk staat daar los van.",
    "Naast beschut werk zijn er 15 garantiebanen.",
    "Zie voor beschut werk artikel 12 van de verordening.",
    "Er hebben 8 personen beschut werk aangevraagd.",
    "Op de wachtlijst voor beschut werk staan 14 mensen.",
    "Het UWV gaf 5 personen een positief advies voor beschut werk.",
    "Als wij 10 plekken beschut werk zouden aanbieden, kost dat te veel.",
    "Voor beschut werk bieden wij een plek die past.",
    "Over beschut werk spraken wij met drie werkgevers.",
    "Wij realiseren geen 12 plekken beschut werk.",
    "Naar schatting 40 inwoners behoren tot de doelgroep beschut werk.",
    "In 2015 zijn er 25 stageplekken naast beschut werk.",
    "Het advies over beschut werk volgt binnen acht weken.",
    "De cliëntenraad bepleit voor beschut werk een aantal van 20 plekken.",
    "Bij de themabijeenkomst over beschut werk waren 25 inwoners.",
    "Naast beschut werk bespraken wij het verslag van de Wsw, waarin 60 arbeidsplaatsen staan.",
]


@pytest.mark.parametrize(("zin", "verwacht"), EEN_GETAL, ids=[zin for zin, _ in EEN_GETAL])
def test_a_number_of_places(zin: str, verwacht: tuple[float, str, int | None, str]) -> None:
    assert kort(tallen(zin)) == [verwacht]


@pytest.mark.parametrize("zin", GEEN_GETAL)
def test_what_is_no_number_of_places(zin: str) -> None:
    assert kort(tallen(zin)) == []


LIJSTEN = [
    ("In 2015 gaat het bij beschut werk om 3 plekken, in 2016 om 5 en in 2017 om 8.", [(3, 2015), (5, 2016), (8, 2017)]),
    ("Voor beschut werk zijn in 2015, 2016 en 2017 respectievelijk 3, 5 en acht plekken nodig.", [(3, 2015), (5, 2016), (8, 2017)]),
    ("Beschut werk: 4 plekken in 2015, 6 plekken in 2016 en 9 plekken in 2017.", [(4, 2015), (6, 2016), (9, 2017)]),
    ("Plekken beschut werk: 2015: 2, 2016: 4, 2017: 6.", [(2, 2015), (4, 2016), (6, 2017)]),
]


@pytest.mark.parametrize(("zin", "verwacht"), LIJSTEN, ids=[zin for zin, _ in LIJSTEN])
def test_lists_per_year(zin: str, verwacht: list[tuple[int, int]]) -> None:
    assert [(tal.aantal, tal.jaar) for tal in tallen(zin)] == verwacht


@pytest.mark.parametrize(
    "rijen",
    [
        [("Jaar", "Plekken beschut werk"), ("2015", "3"), ("2016", "5")],
        [("Beschut werk", "2015", "2016"), ("Aantal plekken", "3", "5")],
        [("Jaar", "Plekken", "Kosten"), ("2015", "3", "75"), ("2016", "vijf", "125")],
        [("Gemeente", "2015", "2016"), ("Deventer", "8", "9"), ("Zwolle", "3", "5"), ("Totaal", "11", "14")],
    ],
    ids=["years down", "years across", "with costs", "with other gemeenten"],
)
def test_tables(rijen: list[tuple[str, ...]]) -> None:
    gevonden = tallen("Het aantal plekken beschut werk per jaar:", *cellen(*rijen))
    assert [(tal.aantal, tal.jaar) for tal in gevonden] == [(3, 2015), (5, 2016)]


@pytest.mark.parametrize(
    ("alineas", "verwacht"),
    [
        (["Voor 2015 hebben wij afgesproken:", "3 plekken beschut werk;", "begeleiding door het werkbedrijf."], [(3, 2015)]),
        (["Voor 2015 hebben wij afgesproken:", "begeleiding door het werkbedrijf; en", "3 plekken beschut werk."], [(3, 2015)]),
        (["In 2016 volgt een evaluatie.", "Afgesproken is:", "3 plekken beschut werk;"], [(3, None)]),
        (["Voor 2015 is afgesproken:", "begeleiding.", "Er komen 3 plekken beschut werk."], [(3, None)]),
        (["Tussen 2015 en 2018 is afgesproken:", "3 plekken beschut werk;"], [(3, None)]),
        (["Voor 2015 hebben wij afgesproken:", "in 2016 komen er 3 plekken beschut werk;"], [(3, 2016)]),
    ],
    ids=["first point", "later point", "the opening names none", "no longer in the list", "two years in the opening", "a year of its own"],
)
def test_points_of_a_list(alineas: list[str], verwacht: list[tuple[int, int | None]]) -> None:
    assert [(tal.aantal, tal.jaar) for tal in tallen(*alineas)] == verwacht


def test_lines_that_are_a_table() -> None:
    gevonden = tallen("Wij hebben deze aantallen plekken beschut werk in gedachten:", "2015 | 3", "2016 | 5")
    assert [(tal.aantal, tal.jaar) for tal in gevonden] == [(3, 2015), (5, 2016)]


def test_a_table_of_something_else() -> None:
    assert tallen("Beschut werk staat in de verordening.", *cellen(("Jaar", "Bijstandsgerechtigden"), ("2015", "300"))) == ()


def test_number_near_its_subject() -> None:
    assert kort(tallen("Beschut werk is nieuw in onze gemeente.", "Wij beginnen in 2015 met zes plekken.")) == [
        (6, "plekken", 2015, "onbekend")
    ]


def test_number_in_another_section() -> None:
    assert tallen("Schuldhulp", "Er zijn in 2015 zes plekken in de cursus.") == ()


def test_a_number_once() -> None:
    assert len(tallen("In 2015 komen er vier plekken beschut werk.", "Die 4 plekken beschut werk in 2015 kosten geld.")) == 1


def test_what_exists_is_not_what_is_planned() -> None:
    gevonden = tallen("Op dit moment zijn drie plekken beschut werk bezet.", "In 2016 komen er 5 plekken beschut werk.")
    assert [(tal.aantal, tal.bestaand) for tal in gevonden] == [(3, True), (5, False)]


def test_number_of_the_minister() -> None:
    (gevonden,) = tallen("De minister bepaalt het aantal; voor Zwolle gaat het om 57 plekken beschut werk aan het einde van 2024.")
    assert (gevonden.aantal, gevonden.jaar, gevonden.aard, gevonden.van_minister) == (57, 2024, "ultimo", True)


def test_quote_is_the_sentence() -> None:
    (gevonden,) = tallen("Wij informeren u. In 2015 komen er vier plekken beschut werk. Daarover later meer.")
    assert gevonden.plaats.citaat == "In 2015 komen er vier plekken beschut werk."


def test_dictum_of_a_raadsbesluit() -> None:
    regeling = lees(
        "Raadsbesluit",
        "De raad van de gemeente Zwolle;",
        "gelezen het voorstel van 3 maart 2015;",
        "gelet op artikel 10b van de Participatiewet;",
        "besluit:",
        "1. het aantal plekken beschut werk voor 2015 vast te stellen op vier;",
        "Aldus vastgesteld op 2 april 2015.",
    )
    assert [(tal.aantal, tal.jaar) for tal in vind_plekken(Context(maak_tekstlaag(regeling, begrippen())))] == [(4, 2015)]


def test_article_of_a_verordening() -> None:
    regeling = lees(
        "Verordening beschut werk Zwolle 2015",
        "De raad van de gemeente Zwolle;",
        "besluit vast te stellen de Verordening beschut werk Zwolle 2015.",
        "Artikel 3 Omvang",
        "1. In 2015 zijn er ten hoogste negen plekken.",
        "2. De plek omvat ten minste 12 uur per week.",
    )
    gevonden = vind_plekken(Context(maak_tekstlaag(regeling, begrippen())))
    assert [(tal.aantal, tal.jaar, tal.plaats.artikel, tal.plaats.lid) for tal in gevonden] == [(9, 2015, "3", "1")]


@given(st.integers(min_value=2, max_value=999))
def test_figures_are_found_whatever_the_number(aantal: int) -> None:
    assert [tal.aantal for tal in tallen(f"In 2015 komen er {aantal} plekken beschut werk.")] == [aantal]


@pytest.mark.parametrize(
    ("woord", "getal"),
    [("twaalf", 12), ("eenentwintig", 21), ("honderd", 100), ("tweehonderdvijftig", 250), ("3,5", 3.5), ("1.200", 1200),
     ("tiental", None), ("elfde", None)],
)  # fmt: skip
def test_value_of_a_number_word(woord: str, getal: float | None) -> None:
    assert waarde(woord) == getal
