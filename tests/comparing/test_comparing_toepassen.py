"""Orders of a wijzigingsverordening carried out on the text that they change, one form at a time."""

from __future__ import annotations

import pytest
from teksten import TITEL, lees

from verordening_tool.checking.oordeel import Nietgepast
from verordening_tool.comparing.opdrachten import vorm
from verordening_tool.comparing.toepassen import pas_toe
from verordening_tool.document.regeling import Artikel
from verordening_tool.readers.tekst import read_tekst
from verordening_tool.structure import ontleed

BASIS = (
    "Hoofdstuk 1 Aanbod",
    "Artikel 1 Begeleiding",
    "1. Het college biedt:",
    "a. training;",
    "b. bemiddeling;",
    "c. nazorg.",
    "2. De training duurt drie maanden en kost niets.",
    "3. De nazorg duurt drie weken, en in overleg nog drie weken.",
    "Artikel 2 Premie",
    "De premie is honderd euro.",
    "Artikel 3 Vervoer",
    "1. Er rijdt een bus.",
    "2. De bus is gratis.",
    "Hoofdstuk 2 Slot",
    "Artikel 4 Slot",
    "Deze verordening treedt in werking op 1 januari 2020.",
)


def voer_uit(*opdracht: str, titel: str = TITEL) -> tuple[dict[str, Artikel], tuple[Nietgepast, ...]]:
    """The articles by number after these lines of a wijzigingsverordening, and what did not fit."""
    basis, regeling = lees(BASIS)
    kop = [f"Verordening tot wijziging van de {titel}", "Artikel I", f"De {titel} wordt als volgt gewijzigd:", "A"]
    wijzigend = read_tekst("\n".join([*kop, *opdracht, "Artikel II", "Deze verordening treedt in werking op 1 juli 2023."]).encode())
    toegepast = pas_toe(basis, regeling, wijzigend, ontleed(wijzigend).wijzigingen)
    nieuw = ontleed(toegepast.document)
    assert nieuw.soort == regeling.soort
    return {artikel.nummer: artikel for artikel in nieuw.artikelen}, toegepast.niet_gepast


def tekst(artikel: Artikel) -> str:
    """An article in one line: heading | 1 text (a item; b item) | 2 text."""
    leden = []
    for lid in artikel.leden:
        items = "; ".join(f"{onderdeel.nummer} {onderdeel.tekst.rstrip(';.')}" for onderdeel in lid.onderdelen)
        leden.append(" ".join(deel for deel in (lid.nummer or "", lid.tekst, f"({items})" if items else "") if deel))
    return " | ".join([artikel.opschrift or "", *leden])


EERSTE = "1 Het college biedt: (a training; b bemiddeling; c nazorg)"
TWEEDE = "2 De training duurt drie maanden en kost niets."
DERDE = "3 De nazorg duurt drie weken, en in overleg nog drie weken."


@pytest.mark.parametrize(
    ("opdracht", "nummer", "verwacht"),
    [
        pytest.param(
            ["Artikel 2 komt te luiden:", "Artikel 2 Premies", "De premie is twee euro."],
            "2",
            "Premies | De premie is twee euro.",
            id="artikel",
        ),
        pytest.param(
            ["Artikel 2 komt te luiden:", "“Artikel 2 Premies", "De premie is twee euro.”"],
            "2",
            "Premies | De premie is twee euro.",
            id="artikel_tussen_aanhalingstekens",
        ),
        pytest.param(
            ["Artikel 1, tweede lid, komt te luiden:", "2. De training is kort."],
            "1",
            f"Begeleiding | {EERSTE} | 2 De training is kort. | {DERDE}",
            id="lid",
        ),
        pytest.param(
            ["Het tweede lid van artikel 1 komt als volgt te luiden:", "2. De training is kort."],
            "1",
            f"Begeleiding | {EERSTE} | 2 De training is kort. | {DERDE}",
            id="lid_andersom",
        ),
        pytest.param(
            ["Artikel 1, eerste lid, onder b, komt te luiden:", "b. scholing;"],
            "1",
            f"Begeleiding | 1 Het college biedt: (a training; b scholing; c nazorg) | {TWEEDE} | {DERDE}",
            id="onderdeel",
        ),
        pytest.param(
            ["In artikel 2 wordt “honderd” vervangen door “tweehonderd”."], "2", "Premie | De premie is tweehonderd euro.", id="woord"
        ),
        pytest.param(
            ['In artikel 2 wordt "honderd euro" vervangen door: "tien euro per maand".'],
            "2",
            "Premie | De premie is tien euro per maand.",
            id="woorden_rechte_aanhalingstekens",
        ),
        pytest.param(
            ["In artikel 1, derde lid, wordt telkens “drie weken” vervangen door “een maand”."],
            "1",
            f"Begeleiding | {EERSTE} | {TWEEDE} | 3 De nazorg duurt een maand, en in overleg nog een maand.",
            id="telkens",
        ),
        pytest.param(
            ['In artikel 2 wordt "is" vervangen door "kan" en wordt na "honderd euro" ingevoegd "zijn".'],
            "2",
            "Premie | De premie kan honderd euro zijn.",
            id="twee_wijzigingen_in_een_zin",
        ),
        pytest.param(
            ["In artikel 1, derde lid, worden “De nazorg” vervangen door “Dit”, telkens “drie weken” door “vier” en vervalt “overleg”."],
            "1",
            f"Begeleiding | {EERSTE} | {TWEEDE} | 3 Dit duurt vier, en in nog vier.",
            id="drie_wijzigingen_met_een_werkwoord",
        ),
        pytest.param(
            ["In artikel 1, tweede lid, wordt “drie” vervangen door “vier” en in het derde lid vervalt “, en in overleg nog drie weken”."],
            "1",
            f"Begeleiding | {EERSTE} | 2 De training duurt vier maanden en kost niets. | 3 De nazorg duurt drie weken.",
            id="twee_leden_in_een_zin",
        ),
        pytest.param(
            ["In artikel 2 wordt vóór het woord ‘honderd’ ingevoegd ‘meer dan’."],
            "2",
            "Premie | De premie is meer dan honderd euro.",
            id="woorden_ervoor",
        ),
        pytest.param(
            ["In artikel 2 wordt na “premie” ingevoegd “voor werk”."],
            "2",
            "Premie | De premie voor werk is honderd euro.",
            id="woorden_erbij",
        ),
        pytest.param(
            ["In artikel 1, tweede lid, vervalt “en kost niets”."],
            "1",
            f"Begeleiding | {EERSTE} | 2 De training duurt drie maanden. | {DERDE}",
            id="woorden_weg",
        ),
        pytest.param(
            ["Het opschrift van artikel 3 komt te luiden: Reizen"],
            "3",
            "Reizen | 1 Er rijdt een bus. | 2 De bus is gratis.",
            id="opschrift",
        ),
        pytest.param(
            ["Na artikel 2 wordt een artikel ingevoegd, luidende:", "Artikel 2a Boeken", "Boeken zijn gratis."],
            "2a",
            "Boeken | Boeken zijn gratis.",
            id="artikel_erbij",
        ),
        pytest.param(
            ["Voor artikel 1 wordt een artikel ingevoegd, luidende:", "Artikel 0 Doel", "Het doel is werk."],
            "0",
            "Doel | Het doel is werk.",
            id="artikel_ervoor",
        ),
        pytest.param(
            ["Aan artikel 3 wordt een lid toegevoegd, luidende:", "3. De bus is groen."],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 2 De bus is gratis. | 3 De bus is groen.",
            id="lid_erbij",
        ),
        pytest.param(
            ["Aan artikel 3 wordt een lid toegevoegd, luidende: “3. De bus is groen.”"],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 2 De bus is gratis. | 3 De bus is groen.",
            id="lid_erbij_in_de_regel",
        ),
        pytest.param(
            [
                "In artikel 3 wordt, onder vernummering van het tweede lid tot derde lid, na het eerste lid een lid ingevoegd, luidende:",
                "2. De bus is groen.",
            ],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 2 De bus is groen. | 3 De bus is gratis.",
            id="lid_ertussen",
        ),
        pytest.param(
            ["Aan artikel 1, eerste lid, wordt een onderdeel toegevoegd, luidende:", "d. vervoer."],
            "1",
            f"Begeleiding | 1 Het college biedt: (a training; b bemiddeling; c nazorg; d vervoer) | {TWEEDE} | {DERDE}",
            id="onderdeel_erbij",
        ),
        pytest.param(
            ["Artikel 1, tweede lid, vervalt, onder vernummering van het derde lid tot tweede lid."],
            "1",
            f"Begeleiding | {EERSTE} | 2 De nazorg duurt drie weken, en in overleg nog drie weken.",
            id="lid_weg_en_vernummerd",
        ),
        pytest.param(["In artikel 1 vervalt het derde lid."], "1", f"Begeleiding | {EERSTE} | {TWEEDE}", id="lid_weg"),
        pytest.param(
            ["Artikel 1, eerste lid, onder c, vervalt."],
            "1",
            f"Begeleiding | 1 Het college biedt: (a training; b bemiddeling) | {TWEEDE} | {DERDE}",
            id="onderdeel_weg",
        ),
        pytest.param(
            ["Artikel 3 wordt vernummerd tot artikel 3b."], "3b", "Vervoer | 1 Er rijdt een bus. | 2 De bus is gratis.", id="vernummerd"
        ),
        pytest.param(
            ["De artikelen 3 en 4 worden vernummerd tot 4 en 5."],
            "4",
            "Vervoer | 1 Er rijdt een bus. | 2 De bus is gratis.",
            id="vernummerd_in_elkaars_plaats",
        ),
        pytest.param(
            [
                "Artikel 3 wordt als volgt gewijzigd:",
                "1. Het tweede lid vervalt.",
                "2. Er wordt een lid toegevoegd, luidende:",
                "2. De bus is groen.",
            ],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 2 De bus is groen.",
            id="onder_een_kader",
        ),
    ],
)
def test_an_order_is_carried_out(opdracht: list[str], nummer: str, verwacht: str) -> None:
    artikelen, mis = voer_uit(*opdracht)
    assert not mis
    assert tekst(artikelen[nummer]) == verwacht


def test_the_rest_stays_as_it_was() -> None:
    artikelen, _ = voer_uit("Artikel 2 vervalt.")
    voor = {artikel.nummer: artikel for artikel in lees(BASIS)[1].artikelen}
    assert list(artikelen) == ["1", "3", "4"]
    for nummer, artikel in artikelen.items():
        assert (vorm(artikel), artikel.pad) == (vorm(voor[nummer]), voor[nummer].pad)


@pytest.mark.parametrize(
    ("opdracht", "reden"),
    [
        (["Artikel 9 vervalt."], "artikel 9 staat niet in de basistekst"),
        (["Artikel 1, vijfde lid, vervalt."], "artikel 1, vijfde lid staat niet in de basistekst"),
        (["Artikel 1, eerste lid, onder f, komt te luiden:", "f. iets."], "artikel 1, eerste lid, onder f staat niet in de basistekst"),
        (["In artikel 2 wordt “duizend” vervangen door “tien”."], "de woorden “duizend” staan daar niet in de basistekst"),
        (["In artikel 1, derde lid, wordt “drie weken” vervangen door “een maand”."], "staan daar 2 keer; de opdracht zegt niet “telkens”"),
        (
            ["In artikel 2 wordt “premie” vervangen door “som” en wordt na “duizend” ingevoegd “of tien”."],
            "de woorden “duizend” staan daar niet in de basistekst",
        ),
        (["De artikelen 3 en 4 worden vernummerd tot 4."], "de nummers oud en nieuw passen niet bij elkaar"),
    ],
    ids=lambda waarde: waarde[0][:40] if isinstance(waarde, list) else None,
)
def test_what_does_not_fit_is_told(opdracht: list[str], reden: str) -> None:
    artikelen, mis = voer_uit(*opdracht)
    assert [reden in een.reden for een in mis] == [True], mis
    assert mis[0].opdracht == opdracht[0]
    assert [vorm(artikel) for artikel in artikelen.values()] == [vorm(artikel) for artikel in lees(BASIS)[1].artikelen]


@pytest.mark.parametrize(
    ("titel", "past"),
    [
        pytest.param(TITEL, True, id="zelfde"),
        pytest.param("verordening", True, id="zonder_naam"),
        pytest.param(TITEL.replace(" 2020", ""), True, id="zonder_jaar"),
        pytest.param(TITEL.replace("2020", "2018"), False, id="ander_jaar"),
        pytest.param("Verordening tegenprestatie Proefstad 2020", False, id="andere_verordening"),
    ],
)
def test_an_opdracht_for_another_text_is_not_carried_out(titel: str, *, past: bool) -> None:
    artikelen, mis = voer_uit("Artikel 2 vervalt.", titel=titel)
    assert ("2" in artikelen) is not past
    assert [een.reden for een in mis] == ([] if past else [f"de opdracht gaat over de {titel}, en de basistekst is de {TITEL}"])
