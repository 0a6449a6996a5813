"""structure.ontleed: wijzigingsopdrachten and the text they insert."""

from __future__ import annotations

import pytest

from structure_shapes import AANHEF, SLOT, cellen, items, lees, regeling
from verordening_tool.document.regeling import Regeling


def wijziging(*lichaam: str) -> Regeling:
    """A wijzigingsverordening with this lichaam."""
    return lees("Verordening tot wijziging van de Re-integratieverordening Proefstad 2020", *AANHEF[:3], "besluit:", *lichaam, *SLOT)


@pytest.mark.parametrize(
    ("een", "twee"),
    [("Artikel I", "Artikel II"), ("Artikel 1 Wijzigingen", "Artikel 2 Inwerkingtreding"), ("Artikel I.", "Artikel II.")],
)
@pytest.mark.parametrize("quote", ["", "“", '"'])
def test_inserted_articles_are_not_those_of_the_wijzigingsverordening(een: str, twee: str, quote: str) -> None:
    sluit = {"": "", "“": "”", '"': '"'}[quote]
    uit = wijziging(
        een,
        "De Re-integratieverordening Proefstad 2020 wordt als volgt gewijzigd:",
        "A. Artikel 10 komt te luiden:",
        f"{quote}Artikel 10 Beschut werk",
        "1. Het college biedt aan:",
        "a. begeleiding;",
        f"b. vervoer.{sluit}",
        "B. Na artikel 10 wordt een artikel ingevoegd, luidende:",
        f"{quote}Artikel 10a Proefplaats",
        f"Een proefplaats duurt twee maanden.{sluit}",
        "C. In artikel 5, tweede lid, wordt “drie” vervangen door “twee”.",
        "D. Artikel 12 vervalt.",
        twee,
        "Deze verordening treedt in werking op 1 juli 2023.",
    )
    assert uit.soort == "wijzigingsverordening"
    assert len(uit.artikelen) == 2
    assert [w.soort for w in uit.wijzigingen if w.doel] == ["vervangen", "invoegen", "vervangen", "vervallen"]
    ingevoegd = [artikel for w in uit.wijzigingen for artikel in w.artikelen]
    assert [(a.nummer, a.opschrift) for a in ingevoegd] == [("10", "Beschut werk"), ("10a", "Proefplaats")]
    assert items(ingevoegd[0].leden[0].onderdelen) == ["a", "b"]
    assert [w.doel for w in uit.wijzigingen if w.doel] == ["Artikel 10", "artikel 10", "artikel 5, tweede lid", "Artikel 12"]
    assert str(uit.data.inwerkingtreding) == "2023-07-01"


def test_inserted_leden_and_the_article_named_above() -> None:
    uit = wijziging(
        "Artikel I",
        "A",
        "Artikel 8 wordt als volgt gewijzigd:",
        "1. Het tweede lid vervalt.",
        "2. Er wordt een lid toegevoegd, luidende:",
        "3. Het college beslist binnen acht weken.",
        "B",
        "Aan artikel 9 wordt een lid toegevoegd, luidende: “4. Het college betaalt.”",
        "Artikel II",
        "Deze verordening treedt in werking op 1 juli 2023.",
    )
    gevonden = [(w.soort, w.doel, [lid.nummer for lid in w.leden]) for w in uit.wijzigingen]
    assert gevonden == [
        ("anders", "Artikel 8", []),
        ("vervallen", "Artikel 8", []),
        ("invoegen", "Artikel 8", ["3"]),
        ("invoegen", "artikel 9", ["4"]),
    ]
    assert [a.nummer for a in uit.artikelen] == ["I", "II"]


@pytest.mark.parametrize(
    ("besluit", "opdracht", "einde"),
    [
        (
            "besluit de Re-integratieverordening als volgt te wijzigen:",
            "A. Artikel 10 komt te luiden:",
            "B. Deze wijziging treedt in werking op 1 juli 2023.",
        ),
        ("besluit:", "1. Artikel 10 te wijzigen en als volgt te laten luiden:", "2. Dit besluit treedt in werking op 1 juli 2023."),
    ],
    ids=["lettered", "points"],
)
def test_change_without_articles_of_its_own(besluit: str, opdracht: str, einde: str) -> None:
    uit = lees(
        "Wijziging Re-integratieverordening Proefstad",
        *AANHEF[:3],
        besluit,
        opdracht,
        "Artikel 10 Werk",
        "1. Een.",
        "2. Twee.",
        einde,
        *SLOT,
    )
    assert uit.soort == "wijzigingsverordening"
    assert uit.artikelen == ()
    assert [len(artikel.leden) for artikel in uit.wijzigingen[0].artikelen] == [2]
    assert str(uit.data.inwerkingtreding) == "2023-07-01"


@pytest.mark.parametrize(
    "onbekend",
    [
        "In artikel 5 komt het eerste lid te luiden:",
        "Het tweede en derde lid van artikel 2 vervallen.",
        "De citeertitel van de verordening wordt: Verordening Proefstad.",
        "Art. 5 lid 1 wordt gewijzigd als volgt: “Het college beslist.”",
        "Artikel 5 gaat eruit.",
    ],
)
@pytest.mark.parametrize(
    "ervoor",
    [(), ("Artikel 3 vervalt.", "B"), ("Na artikel 3 wordt een artikel ingevoegd, luidende:", "Artikel 3a", "Tekst.", "B")],
    ids=["alleen", "na_een_opdracht", "na_nieuwe_tekst"],
)
def test_each_line_below_a_kader_is_an_opdracht(onbekend: str, ervoor: tuple[str, ...]) -> None:
    uit = wijziging(
        "Artikel I",
        "De Re-integratieverordening Proefstad 2020 wordt als volgt gewijzigd:",
        "A",
        *ervoor,
        onbekend,
        "Artikel II",
        "Deze verordening treedt in werking op 1 juli 2023.",
        "Zij wordt bekendgemaakt.",
    )
    assert uit.soort == "wijzigingsverordening"
    assert [w.opdracht[0].tekst for w in uit.wijzigingen] == [
        "De Re-integratieverordening Proefstad 2020 wordt als volgt gewijzigd:",
        *ervoor[:1],
        onbekend,
    ]


@pytest.mark.parametrize("een", ["Artikel I", "Artikel 1"])
@pytest.mark.parametrize("regel", ["Artikel 8:", "Artikel 8 wordt als volgt gewijzigd:"])
def test_an_article_among_the_opdrachten_is_no_own_article(een: str, regel: str) -> None:
    kader, twee = "De Verordening Proefstad wordt als volgt gewijzigd:", {"Artikel I": "Artikel II", "Artikel 1": "Artikel 2"}[een]
    uit = wijziging(een, kader, "Artikel 3 vervalt.", regel, "Artikel 8 Werk", "1. Een.", "2. Twee.", f"{twee} Slot", "Slot.")
    assert [artikel.nummer for artikel in uit.artikelen] == [een[8:], twee[8:]]
    assert [w.opdracht[0].tekst for w in uit.wijzigingen] == [kader, "Artikel 3 vervalt.", regel]
    assert [artikel.nummer for artikel in uit.wijzigingen[2].artikelen] == ["8"]


@pytest.mark.parametrize("volgende", ["2. Het woord bus gaat eruit.", "2. Onderdeel c vervalt, onder verlettering van d tot c."])
def test_new_text_ends_at_the_next_number_of_the_opdrachten(volgende: str) -> None:
    uit = wijziging(
        "Artikel I",
        "Artikel 8 wordt als volgt gewijzigd:",
        "1. Onderdeel b komt te luiden:",
        "b. scholing;",
        volgende,
        "Artikel II",
        "Slot.",
    )
    assert [w.opdracht[0].tekst for w in uit.wijzigingen][1:] == ["Onderdeel b komt te luiden:", volgende[3:]]
    assert items(uit.wijzigingen[1].leden[0].onderdelen) == ["b"]


def test_a_title_that_says_so_makes_each_line_of_artikel_i_an_opdracht() -> None:
    uit = wijziging("Artikel I", "Artikel 5 gaat eruit.", "Artikel II", "Artikel 6 geldt voor wie eerder begon.")
    assert uit.soort == "wijzigingsverordening"
    assert [w.opdracht[0].tekst for w in uit.wijzigingen] == ["Artikel 5 gaat eruit."]


def test_new_text_makes_each_line_of_its_article_an_opdracht() -> None:
    uit = wijziging(
        "Artikel 1", "Artikel 5 komt te luiden:", "Artikel 5 Werk", "Tekst.", "B", "Artikel 6 gaat eruit.", "Artikel 2", "Slot."
    )
    assert [w.opdracht[0].tekst for w in uit.wijzigingen] == ["Artikel 5 komt te luiden:", "Artikel 6 gaat eruit."]


def test_quoted_words_are_not_the_target() -> None:
    uit = wijziging("Artikel I", "In het eerste lid wordt “artikel 3” vervangen door “artikel 4”.", "Artikel II", "Slot.")
    assert [w.doel for w in uit.wijzigingen] == [None]


def test_the_kader_is_kept_as_written() -> None:
    uit = wijziging(
        "Artikel I",
        "A",
        "Artikel 8 wordt als volgt gewijzigd:",
        "1. Het tweede lid wordt als volgt gewijzigd:",
        "a. Onderdeel b vervalt.",
        "2. Het derde lid vervalt.",
        "B",
        "Artikel 9 vervalt.",
    )
    assert [w.kader for w in uit.wijzigingen] == [None, "Artikel 8", *["Artikel 8, Het tweede lid"] * 2, None]


def test_renumbered_article_is_not_the_target() -> None:
    uit = wijziging(
        "Artikel I",
        "Onder vernummering van artikel 12 tot artikel 13 wordt na artikel 11 een artikel ingevoegd, luidende:",
        "Artikel 12 Nieuw",
        "Tekst.",
    )
    assert uit.wijzigingen[0].doel == "artikel 11"


def test_table_with_old_and_new_text() -> None:
    tabel = cellen(
        ["Oude tekst", "Nieuwe tekst"],
        ["Artikel 10 Beschut werk", "Artikel 10 Beschut werk"],
        ["1. Het college kan aanbieden.", "1. Het college biedt aan."],
    )
    uit = lees(
        "Verordening tot wijziging van de Re-integratieverordening",
        *AANHEF[:3],
        "besluit:",
        "Artikel I",
        "De verordening wordt als volgt gewijzigd:",
        *tabel,
        "Artikel II",
        "Deze verordening treedt in werking op 1 juli 2024.",
    )
    assert [a.nummer for a in uit.artikelen] == ["I", "II"]
    nieuw = next(w for w in uit.wijzigingen if w.artikelen)
    assert (nieuw.soort, nieuw.artikelen[0].nummer, nieuw.artikelen[0].tekst) == ("vervangen", "10", "Het college biedt aan.")


def test_an_ordinary_text_in_which_something_lapses_has_no_wijzigingen() -> None:
    uit = regeling("Artikel 1 Termijn", "De eerste termijn vervalt na een maand.", "Artikel 2 Slot", "Artikel 1 vervalt op 1 januari 2026.")
    assert uit.wijzigingen == ()
    assert uit.soort == "verordening"
