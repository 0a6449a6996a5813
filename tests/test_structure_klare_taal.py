"""structure.ontleed: verordeningen that are written to the reader, with questions for headings and no set words."""

from __future__ import annotations

from datetime import date

import pytest

from structure_shapes import blok, lees
from verordening_tool.document.regeling import Orgaan, Soort

VERTELD = (
    "MEEDOEN IN ZUIDERVELD",
    "Verordening van de gemeente Zuiderveld over werk",
    "Wie maakte deze regels?",
    "De gemeenteraad van Zuiderveld. Wij deden dat op 14 november 2023.",
    "Waarom mag dat?",
    "De Participatiewet vraagt het van ons. Het staat in artikel 8a, eerste lid, onder e, en in artikel 10b, zevende lid, van die wet.",
    "Wij besluiten dat dit geldt:",
    "Artikel 1. Voor wie is dit?",
    "Deze regels zijn voor u als u werk zoekt.",
    "Artikel 2. Vanaf wanneer geldt dit?",
    "Vanaf 1 januari 2024.",
)
GENUMMERD = (
    "Verordening werk Zuiderveld 2024",
    "De gemeenteraad van Zuiderveld,",
    "gelet op artikel 8a, eerste lid, van de Participatiewet,",
    "besluit de volgende verordening vast te stellen:",
    "1. Waar gaat het over?",
    "1.1 Voor wie is de hulp?",
    "a. De hulp is voor inwoners.",
    "b. Een werkgever mag ook hulp vragen.",
    "1.2 Welke hulp is er?",
    "Er is scholing.",
    "2. Beschut werk",
    "2.1 Wat bieden wij?",
    "Wij bieden beschut werk aan.",
)


def test_an_aanhef_that_tells_who_decides_and_why() -> None:
    uit = lees(*VERTELD)
    assert (uit.soort, uit.aanhef.orgaan, len(uit.artikelen)) == (Soort.VERORDENING, Orgaan.RAAD, 2)
    assert uit.opschrift == "Verordening van de gemeente Zuiderveld over werk"
    assert [alinea.tekst[:20] for alinea in uit.aanhef.gelet_op[:1]] == ["De Participatiewet v"]


def test_a_question_for_a_heading_and_the_date_as_its_answer() -> None:
    data = lees(*VERTELD).data
    assert (data.inwerkingtreding, data.inwerkingtreding_plaats and data.inwerkingtreding_plaats[0]) == (date(2024, 1, 1), "2")


def test_an_aanhef_in_the_present_tense() -> None:
    uit = lees(
        "Verordening werk Zuiderveld 2024",
        "De gemeenteraad van Zuiderveld,",
        "- leest het voorstel van het college van 3 oktober 2023;",
        "- let op artikel 8a, eerste lid, onder e, van de Participatiewet;",
        "- weegt mee wat de adviesraad heeft geadviseerd;",
        "en besluit de Verordening werk Zuiderveld 2024 vast te stellen.",
        "In deze verordening leest u welke hulp er is.",
        "Artikel 1 Hulp",
        "Er is hulp.",
    )
    delen = [len(getattr(uit.aanhef, naam)) for naam in ("gelezen", "gelet_op", "gezien")]
    assert (uit.opschrift, uit.aanhef.orgaan, delen) == ("Verordening werk Zuiderveld 2024", Orgaan.RAAD, [1, 1, 1])


def test_headings_that_only_bear_a_number() -> None:
    uit = lees(*GENUMMERD)
    assert [(artikel.nummer, artikel.opschrift) for artikel in uit.artikelen] == [
        ("1.1", "Voor wie is de hulp?"),
        ("1.2", "Welke hulp is er?"),
        ("2.1", "Wat bieden wij?"),
    ]
    assert [hoofdstuk.nummer for hoofdstuk in uit.hoofdstukken] == ["1", "2"]


@pytest.mark.parametrize(
    "regels",
    [
        ("1.1 Dit is een zin met een punt.", "Tekst.", "1.2 Nog een zin.", "Tekst.", "1.3 En nog een.", "Tekst."),
        ("1.2 Begint te laat", "Tekst.", "1.3 Volgt daarop", "Tekst.", "1.4 En nog een", "Tekst."),
        ("1.1 Een kop", "Tekst.", "1.2 Nog een kop", "Tekst."),
    ],
    ids=["sentences", "does not begin at 1.1", "only two"],
)
def test_numbered_lines_that_are_no_articles(regels: tuple[str, ...]) -> None:
    assert not lees("Verordening werk Zuiderveld", "De raad van de gemeente Zuiderveld;", "besluit:", *regels).artikelen


GETELD = (
    "GEMEENTE ZUIDERVELD",
    "Werkverordening Zuiderveld 2024",
    "De raad van de gemeente Zuiderveld heeft op 29 januari 2024 deze verordening vastgesteld.",
    "De raad deed dat",
    "> op voorstel van burgemeester en wethouders,",
    "> op grond van artikel 8a, eerste lid, onder e, en artikel 10b, zevende lid, van de Participatiewet, en",
    "> nadat de inwonersraad zijn mening had gegeven.",
    "DEEL A. Om te beginnen",
    "1. Over wie gaat het?",
    "(1) Met 'u' bedoelen wij iedereen die hulp kan krijgen.",
    "(2) Met 'wij' bedoelen wij het college.",
    "2. Hoe verdelen wij de hulp?",
    "Wij letten op de zorg die u voor kinderen heeft.",
    "3. Leren",
    "U kunt een cursus doen.",
    "DEEL B. Beschut werk",
    "4. Een baan",
    "(1) Wij bieden u een baan aan.",
    "5. Tot het zover is",
    "U krijgt een cursus.",
    "6. Wanneer begint dit?",
    "Deze verordening treedt in werking op 1 maart 2024.",
)


def test_headings_that_are_only_numbered_below_an_aanhef_in_the_past() -> None:
    uit = lees(*GETELD)
    assert (uit.soort, uit.aanhef.orgaan, uit.data.vastgesteld) == (Soort.VERORDENING, Orgaan.RAAD, date(2024, 1, 29))
    assert [artikel.nummer for artikel in uit.artikelen] == list("123456")
    assert [lid.nummer for lid in uit.artikelen[0].leden] == ["1", "2"]
    assert uit.artikelen[3].pad == ("Deel B Beschut werk",)
    assert [alinea.tekst[:22] for alinea in uit.aanhef.gelet_op] == ["> op grond van artikel"]
    assert [alinea.tekst[:7] for alinea in uit.aanhef.gezien] == ["> nadat"]


def test_numbered_points_of_a_plan_are_no_articles() -> None:
    assert lees("Beleidsplan werk 2024", *GETELD[8:]).artikelen == ()


@pytest.mark.parametrize(
    ("regels", "opschrift"),
    [
        pytest.param(
            (
                "Beleidsregels beschut werk Zuiderveld 2025",
                "Vastgesteld door burgemeester en wethouders van Zuiderveld op 15 april 2025, op grond van artikel 4:81 Awb.",
                "Wie meer wil weten, leest ook onze Verordening re-integratie 2023.",
            ),
            "Beleidsregels beschut werk Zuiderveld 2025",
            id="vastgesteld door",
        ),
        pytest.param(
            (
                "Beleidsregel beschut werk gemeente Zuiderveld 2017",
                "Het college van Zuiderveld heeft op 16 mei 2017 deze beleidsregel vastgesteld, op grond van artikel 4:81 Awb.",
            ),
            "Beleidsregel beschut werk gemeente Zuiderveld 2017",
            id="heeft vastgesteld",
        ),
        pytest.param(
            (
                "Besluit van burgemeester en wethouders van Zuiderveld tot vaststelling van de Beleidsregels beschut werk Zuiderveld 2018",
                "De raad heeft de Re-integratieverordening in december 2017 aangepast. Daarover gaan deze beleidsregels.",
                "Burgemeester en wethouders,",
                "gelet op artikel 10b van de Participatiewet en artikel 4:81 van de Algemene wet bestuursrecht,",
                "besluiten:",
            ),
            "Besluit van burgemeester en wethouders van Zuiderveld tot vaststelling van de Beleidsregels beschut werk Zuiderveld 2018",
            id="running text above the aanhef",
        ),
        pytest.param(
            (
                "Uitvoeringskader beschut werk Zuiderveld 2020",
                "Het college van burgemeester en wethouders van Zuiderveld,",
                "gelet op artikel 4:81 van de Algemene wet bestuursrecht en artikel 10b van de Participatiewet,",
                "stelt vast het Uitvoeringskader beschut werk Zuiderveld 2020.",
            ),
            "Uitvoeringskader beschut werk Zuiderveld 2020",
            id="another name",
        ),
    ],
)
@pytest.mark.parametrize(
    "nummers",
    [
        pytest.param(("I. ", "II. ", "III. ", "IV. ", "V. "), id="roman"),
        pytest.param(("A. ", "B. ", "C. ", "D. ", "E. "), id="letters"),
        pytest.param(("1 ", "2 ", "3 ", "4 ", "5 "), id="figures without a dot"),
    ],
)
def test_beleidsregels_with_numbered_headings(regels: tuple[str, ...], opschrift: str, nummers: tuple[str, ...]) -> None:
    koppen = ("Waarover dit gaat", "Wie in aanmerking komt", "Hoeveel plekken", "Loon", "Ingang")
    delen = [deel for paar in zip(nummers, koppen, strict=True) for deel in ("".join(paar), "Het college let hierbij op het advies.")]
    uit = lees(*regels, *delen)
    assert (uit.soort, uit.aanhef.orgaan, uit.opschrift) == (Soort.BELEIDSREGELS, Orgaan.COLLEGE, opschrift)
    assert any("4:81" in alinea.tekst for alinea in uit.aanhef.gelet_op)
    assert [artikel.opschrift for artikel in uit.artikelen] == list(koppen)


def test_a_title_in_a_heading_style_of_its_own_is_no_chapter() -> None:
    uit = lees(
        blok("Beleidsregels beschut werk Zuiderveld", kopniveau=1),
        "Deze beleidsregels zijn vastgesteld door het college van burgemeester en wethouders van Zuiderveld op 3 oktober 2023.",
        *(deel for nr in range(1, 4) for deel in (blok(f"{nr}. Kop {nr}", kopniveau=2), "Wij letten hierbij op het advies.")),
    )
    assert (uit.soort, uit.opschrift, uit.data.vastgesteld) == (
        Soort.BELEIDSREGELS,
        "Beleidsregels beschut werk Zuiderveld",
        date(2023, 10, 3),
    )
    assert [artikel.pad for artikel in uit.artikelen] == [(), (), ()]


def test_rules_that_hold_from_a_day() -> None:
    uit = lees(*VERTELD[:-2], "Artikel 2. Ingang", "Deze regels gelden vanaf 1 mei 2025, na plaatsing in het gemeenteblad.")
    assert (uit.data.inwerkingtreding, uit.data.inwerkingtreding_wijze) == (date(2025, 5, 1), "datum")
