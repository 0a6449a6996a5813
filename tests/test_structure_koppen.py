"""structure.ontleed: what is a heading, of articles and above them."""

from __future__ import annotations

from typing import Any

import pytest

from structure_shapes import blok, leden, regeling
from verordening_tool.document.blok import Blok, Nummerbron, Rol


@pytest.mark.parametrize(
    ("kop", "nummer", "opschrift"),
    [
        ("Artikel 5 Beschut werk", "5", "Beschut werk"),
        ("Artikel 5. Beschut werk", "5", "Beschut werk"),
        ("Artikel 5.\tBeschut werk", "5", "Beschut werk"),
        ("Artikel 5: Beschut werk", "5", "Beschut werk"),
        ("Artikel 5 - Beschut werk", "5", "Beschut werk"),
        ("Artikel 5 – Beschut werk", "5", "Beschut werk"),
        ("Artikel 5\nBeschut werk", "5", "Beschut werk"),
        ("Artikel 5 beschut werk", "5", "beschut werk"),
        ("ARTIKEL 5 BESCHUT WERK", "5", "BESCHUT WERK"),
        ("Art. 5 Beschut werk", "5", "Beschut werk"),
        ("artikel 5. Beschut werk", "5", "Beschut werk"),
        ("Artike1 5 Beschut werk", "5", "Beschut werk"),
        ("• Artikel 5\tBeschut werk", "5", "Beschut werk"),
        ("**Artikel 5** Beschut werk", "5", "Beschut werk"),
        ("Artikel 1a Extra", "1a", "Extra"),
        ("Artikel 10b De weken ervoor", "10b", "De weken ervoor"),
        ("Artikel 10 b Extra", "10b", "Extra"),
        ("Artikel 2:3 Melding", "2:3", "Melding"),
        ("Artikel 4.1 Melding", "4.1", "Melding"),
        ("Artikel 4.1. Melding", "4.1", "Melding"),
        ("Artikel 1.1.2 Melding", "1.1.2", "Melding"),
        ("Artikel 7 De weken ervoor", "7", "De weken ervoor"),
        ("Artikel 8 Ontstaan van de belastingschuld.", "8", "Ontstaan van de belastingschuld."),
        ("Artikel 9", "9", None),
    ],
)
def test_heading_of_an_article(kop: str, nummer: str, opschrift: str | None) -> None:
    uit = regeling(kop, "Het college biedt een voorziening aan.")
    assert [(a.nummer, a.opschrift) for a in uit.artikelen] == [(nummer, opschrift)]
    assert uit.artikelen[0].tekst == "Het college biedt een voorziening aan."


@pytest.mark.parametrize(
    "zin",
    [
        "Artikel 5, tweede lid, is van overeenkomstige toepassing.",
        "Artikel 5 is van toepassing op de werkgever.",
        "Artikel 10b van de wet blijft van toepassing.",
        "Artikel 7 Participatiewet is niet van toepassing.",
        "artikel 8a van de Participatiewet;",
        "Hoofdstuk 3 van de wet is niet van toepassing.",
        "Titel 4.2 van de Algemene wet bestuursrecht is van toepassing.",
        "Artikelen 3 en 4 gelden niet.",
    ],
)
def test_a_sentence_that_begins_with_an_article_is_no_heading(zin: str) -> None:
    uit = regeling("Artikel 1 Toepassing", zin, "Artikel 2 Slot", "Tekst.")
    assert [a.nummer for a in uit.artikelen] == ["1", "2"]
    assert uit.artikelen[0].tekst == zin


def test_title_on_the_next_line_and_text_on_the_heading_line() -> None:
    uit = regeling(
        "Artikel 1",
        "Begrippen",
        "Wet is de Participatiewet.",
        "Artikel 2. Het college stelt nadere regels.",
        "Artikel 3.",
        "1. Eerste.",
        "2. Tweede.",
    )
    assert [(a.nummer, a.opschrift, [lid.nummer for lid in a.leden]) for a in uit.artikelen] == [
        ("1", "Begrippen", [None]),
        ("2", None, [None]),
        ("3", None, ["1", "2"]),
    ]
    assert uit.artikelen[1].tekst == "Het college stelt nadere regels."


def test_toelichting_as_the_title_of_an_article() -> None:
    uit = regeling("Artikel 1", "Toelichting bij de aanvraag", "De aanvrager licht de aanvraag toe.", "Artikel 2", "Slot", "Tekst.")
    assert [a.opschrift for a in uit.artikelen] == ["Toelichting bij de aanvraag", "Slot"]


def test_typed_number_is_split_off() -> None:
    uit = regeling("Artikel 5. Beschut werk", "1.\tHet college biedt aan.")
    kop, lid = uit.blokken[5], uit.blokken[6]
    assert (kop.nummer, kop.tekst, kop.nummerbron) == ("Artikel 5.", "Beschut werk", Nummerbron.GETYPT)
    assert (lid.nummer, lid.tekst) == ("1.", "Het college biedt aan.")


def test_chapters_of_several_kinds() -> None:
    uit = regeling(
        "HOOFDSTUK I ALGEMEEN",
        "§ 1 Begrippen",
        "Artikel 1 Begrippen",
        "Tekst.",
        "Paragraaf 1.2. Doel",
        "Artikel 2 Doel",
        "Tekst.",
        "Hoofdstuk 2",
        "Voorzieningen",
        "Artikel 3 Werk",
        "Tekst.",
    )
    assert [(h.soort, h.nummer, h.opschrift, h.diepte, h.artikelen) for h in uit.hoofdstukken] == [
        ("hoofdstuk", "I", "ALGEMEEN", 0, ("1", "2")),
        ("paragraaf", "1", "Begrippen", 1, ("1",)),
        ("paragraaf", "1.2", "Doel", 1, ("2",)),
        ("hoofdstuk", "2", "Voorzieningen", 0, ("3",)),
    ]
    assert uit.artikelen[1].pad == ("Hoofdstuk I ALGEMEEN", "Paragraaf 1.2 Doel")


@pytest.mark.parametrize(
    ("kop", "extra"),
    [("Slotbepalingen", {"vet": True}), ("SLOTBEPALINGEN", {}), ("B. Slotbepalingen", {}), ("Slotbepalingen", {"kopniveau": 1})],
    ids=["bold", "capitals", "lettered", "outline"],
)
def test_heading_without_a_word_above_an_article(kop: str, extra: dict[str, Any]) -> None:
    uit = regeling("Artikel 1 Doel", "Tekst.", blok(kop, **extra), "Artikel 2 Slot", "Tekst.")
    assert [h.artikelen for h in uit.hoofdstukken] == [("2",)]
    assert uit.artikelen[0].tekst == "Tekst."


@pytest.mark.parametrize(
    ("hoofdstuk", "artikel"),
    [
        ({"nummer": "Hoofdstuk 1", "kopniveau": 1}, {"nummer": "Artikel {}", "kopniveau": 2}),
        ({"nummer": "1", "kopniveau": 1}, {"nummer": "{}.", "kopniveau": 2}),
        ({"kopniveau": 1}, {"nummer": "{}", "kopniveau": 2}),
        ({"kopniveau": 2}, {"kopniveau": 3}),
        ({"stijl": "OP_Hoofdstuk_Titel"}, {"stijl": "OP_Artikel_Titel", "nummer": "{}"}),
        ({"rol": Rol.HOOFDSTUK, "nummer": "1"}, {"rol": Rol.ARTIKEL, "nummer": "{}"}),
        ({"vet": True, "nummer": "Hoofdstuk 1"}, {"nummer": "Artikel {}."}),
    ],
    ids=["word-computed", "bare-computed", "chapters-unnumbered", "styles-only", "koop-styles", "named", "no-styles"],
)
def test_headings_whose_number_word_computes_or_only_style_tells(hoofdstuk: dict[str, Any], artikel: dict[str, Any]) -> None:
    def kop(tekst: str, vorm: dict[str, Any], nr: int) -> Blok:
        velden = dict(vorm)
        nummer = velden.pop("nummer", None)
        return blok(tekst, nummer.format(nr) if nummer else None, **velden)

    uit = regeling(
        kop("Algemeen", hoofdstuk, 1),
        kop("Begrippen", artikel, 1),
        "In deze verordening wordt verstaan onder:",
        "wet: Participatiewet.",
        kop("Aanbod", artikel, 2),
        blok("Het college biedt aan.", "1.", niveau=0),
        blok("Het college betaalt.", "2.", niveau=0),
    )
    assert [(a.nummer, a.opschrift) for a in uit.artikelen] == [("1", "Begrippen"), ("2", "Aanbod")]
    assert [h.opschrift for h in uit.hoofdstukken] == ["Algemeen"]
    assert leden(uit, 1) == ["1", "2"]


def test_numbers_are_kept_as_they_are() -> None:
    uit = regeling("Artikel 1 A", "1. Een.", "1. Weer een.", "4. Vier.", "Artikel 4 B", "Tekst.", "Artikel 4 C", "Tekst.")
    assert [a.nummer for a in uit.artikelen] == ["1", "4", "4"]
    assert leden(uit) == ["1", "1", "4"]


def test_a_lost_digit_is_read_from_the_neighbours() -> None:
    uit = regeling(
        blok("Artikel 7 Scholing", vet=True),
        "Tekst.",
        blok("Artikel Activering", vet=True),
        "Tekst.",
        blok("Artikel 9 Premie", vet=True),
        "Tekst.",
    )
    assert [a.nummer for a in uit.artikelen] == ["7", "8", "9"]


@pytest.mark.parametrize(
    ("nummers", "verwacht"),
    [
        pytest.param(("I.1.", "I.2.", "II.1."), ["I.1", "I.2", "II.1"], id="roman chapter"),
        pytest.param(("A1 ", "A2 ", "B1 "), ["A1", "A2", "B1"], id="letter of the part"),
        pytest.param(("A.1 ", "A.2 ", "B.1 "), ["A.1", "A.2", "B.1"], id="letter and dot"),
    ],
)
def test_article_numbers_that_name_their_chapter(nummers: tuple[str, ...], verwacht: list[str]) -> None:
    uit = regeling(*(deel for nummer in nummers for deel in (f"Artikel {nummer} Hulp", "Het college biedt hulp.")))
    assert [artikel.nummer for artikel in uit.artikelen] == verwacht


def test_a_road_is_no_article() -> None:
    uit = regeling("Artikel 1 Wegen", "De weg loopt langs de A12 en de N3.", "Artikel 2 Slot", "Dit is het slot.")
    assert [artikel.nummer for artikel in uit.artikelen] == ["1", "2"]


def test_a_chapter_with_the_number_of_its_articles() -> None:
    uit = regeling(
        *("1. Algemeen", "Artikel 1.1 Begrippen", "Dit zijn de begrippen.", "Artikel 1.2 Doel", "Het doel is werk."),
        *("2. Het voortraject", "Artikel 2.1 Volgorde", "1. Eerst dit.", "2. Dan dat."),
    )
    assert [(artikel.nummer, artikel.pad) for artikel in uit.artikelen] == [
        ("1.1", ("Hoofdstuk 1 Algemeen",)),
        ("1.2", ("Hoofdstuk 1 Algemeen",)),
        ("2.1", ("Hoofdstuk 2 Het voortraject",)),
    ]
