"""structure.ontleed: leden and onderdelen."""

from __future__ import annotations

from typing import Any

import pytest

from structure_shapes import blok, cellen, leden, regeling
from verordening_tool.readers.tekst import read_tekst
from verordening_tool.structure import ontleed


@pytest.mark.parametrize(
    ("regels", "verwacht"),
    [
        (["1. Een.", "2. Twee."], ["1", "2"]),
        (["1.\tEen.", "2.\tTwee."], ["1", "2"]),
        (["1 Een.", "2 Twee."], ["1", "2"]),
        (["(1) Een.", "(2) Twee."], ["1", "2"]),
        (["1) Een.", "2) Twee."], ["1", "2"]),
        (["lid 1 Een.", "lid 2 Twee."], ["1", "2"]),
        (["• 1. Een.", "• 2. Twee."], ["1", "2"]),
        (["1.Een.", "2.Twee."], ["1", "2"]),
        (["1.", "Een.", "2.", "Twee."], ["1", "2"]),
        (["Het college biedt aan.", "Het college betaalt."], [None]),
        (["2 jaar na de start vervalt de premie."], [None]),
        (["1 januari 2024 is de peildatum."], [None]),
        (["1. Een.", "1a. Tussen.", "2. Twee."], ["1", "1a", "2"]),
        (["1. Een:", "a. x;", "b. y.", "2. Twee:", "a) x;", "b) y."], [("1", ["a", "b"]), ("2", ["a", "b"])]),
        (["Aanhef:", "a. x:", "1°. p;", "2°. q;", "b. y."], [(None, [("a", ["1°", "2°"]), "b"])]),
        (["Aanhef:", "a. x:", "i. p;", "ii. q;", "iii. r;", "b. y."], [(None, [("a", ["i", "ii", "iii"]), "b"])]),
        (["Aanhef:", *[f"{c}. x;" for c in "abcdefghijk"]], [(None, list("abcdefghijk"))]),
        (["Aanhef:", "a. x:", "a. p;", "b. q;", "b. y."], [(None, [("a", ["a", "b"]), "b"])]),
        (["Aanhef:", "i. p;", "ii. q;", "iii. r;", "iv. s;", "v. t;", "vi. u."], [(None, ["i", "ii", "iii", "iv", "v", "vi"])]),
        (["Aanhef:", "– eerste;", "– tweede."], [(None, ["–", "–"])]),
        (["Aanhef:", "a. x:", "– eerste;", "– tweede;", "b. y."], [(None, [("a", ["–", "–"]), "b"])]),
        (["Het college kan:", "1. een;", "2. twee."], [(None, ["1", "2"])]),
        (["1. Een:", "1. p;", "2. q.", "2. Twee.", "3. Drie."], [("1", ["1", "2"]), "2", "3"]),
        (["5.1 Een.", "5.2 Twee."], ["5.1", "5.2"]),
        (["1. Een.", "a. x;"], [("1", ["a"])]),
    ],
)
def test_leden_typed(regels: list[str], verwacht: list[Any]) -> None:
    assert leden(regeling("Artikel 5 Proef", *regels)) == verwacht


def test_paragraph_that_continues_and_text_after_a_list() -> None:
    uit = regeling(
        "Artikel 1 Proef",
        "1. Het college biedt:",
        "a. begeleiding;",
        "die past bij de inwoner;",
        "b. scholing.",
        "Dit geldt ook voor de werkgever.",
        "2. Het tweede lid.",
        "Een vervolg van het tweede lid.",
    )
    eerste, tweede = uit.artikelen[0].leden
    assert eerste.tekst == "Het college biedt: Dit geldt ook voor de werkgever."
    assert [o.tekst for o in eerste.onderdelen] == ["begeleiding; die past bij de inwoner;", "scholing."]
    assert tweede.tekst == "Het tweede lid. Een vervolg van het tweede lid."


def test_leden_with_computed_numbers() -> None:
    uit = regeling(
        "Artikel 1 Proef",
        blok("Een:", "1.", niveau=0),
        blok("x:", "a.", niveau=1),
        blok("p;", "i.", niveau=2),
        blok("q;", "ii.", niveau=2),
        blok("y.", "b.", niveau=1),
        blok("Twee.", "2.", niveau=0),
        "Artikel 2 Loopt door",
        blok("Drie.", "3.", niveau=0),
        "Artikel 3 Streepjes",
        "Het college kan:",
        blok("eerste:", "•", niveau=0),
        blok("daaronder;", "•", niveau=1),
        blok("tweede.", "•", niveau=0),
    )
    assert leden(uit, 0) == [("1", [("a", ["i", "ii"]), "b"]), "2"]
    assert leden(uit, 1) == ["3"]
    assert leden(uit, 2) == [(None, [("•", ["•"]), "•"])]


def test_leden_in_a_table_and_definitions_in_a_table() -> None:
    uit = regeling(
        "Artikel 1 Begrippen",
        "In deze verordening wordt verstaan onder:",
        *cellen(["Begrip", "Omschrijving"], ["wet", "Participatiewet;"], ["UWV", "Uitvoeringsinstituut."]),
        "Artikel 2 Aanbod",
        *cellen(["1.", "Het college biedt aan."], ["2.", "Het college betaalt."], tabel=1),
    )
    begrippen = uit.artikelen[0].leden[0].onderdelen
    assert [o.tekst for o in begrippen] == ["wet Participatiewet;", "UWV Uitvoeringsinstituut."]
    assert [(lid.nummer, lid.tekst) for lid in uit.artikelen[1].leden] == [("1", "Het college biedt aan."), ("2", "Het college betaalt.")]


def test_a_number_in_a_further_column_is_what_the_row_tells() -> None:
    uit = regeling(
        "Artikel 1 Aanbod",
        "Het college biedt beschut werk aan.",
        *cellen(["Jaar", "Aantal plekken"], ["2015", "1"], ["2016", "2"]),
    )
    assert [blok.tekst for blok in uit.blokken if blok.cel is not None][2:] == ["2015", "1", "2016", "2"]


def test_definitions_without_numbers() -> None:
    uit = regeling(
        "Artikel 1 Begrippen",
        "In deze verordening wordt verstaan onder:",
        "inwoner: persoon;",
        "werk: betaalde arbeid;",
        "wet: Participatiewet.",
    )
    assert [o.tekst for o in uit.artikelen[0].leden[0].onderdelen] == [
        "inwoner: persoon;",
        "werk: betaalde arbeid;",
        "wet: Participatiewet.",
    ]


def test_absurd_nesting_stays_shallow() -> None:
    uit = regeling("Artikel 1 Diep", *[blok(f"tekst {i}", "•", niveau=i, inspringing=i * 300) for i in range(2000)])
    diepte, onderdelen = 0, uit.artikelen[0].leden[0].onderdelen
    while onderdelen:
        diepte, onderdelen = diepte + 1, onderdelen[-1].onderdelen
    assert diepte < 30
    assert len(uit.artikelen[0].tekst.split("tekst")) == 2001


def test_a_sentence_of_the_college_is_no_signature() -> None:
    tekst = "Artikel 8 Beschut werk\nHet college legt bij het UWV de gegevens voor van personen die:\na. beschut werken;\nb. dat vragen.\n"
    (artikel,) = ontleed(read_tekst(tekst.encode())).artikelen
    assert [onderdeel.nummer for onderdeel in artikel.leden[0].onderdelen] == ["a", "b"]
