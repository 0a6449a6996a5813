"""Orders of a wijzigingsverordening carried out on the text that they change, one form at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    "Artikel 5 Einde",
    "De begeleiding stopt als de persoon:",
    "a. verhuist;",
    "b. werk heeft;",
    "c. dat vraagt.",
)


def voer_uit(*opdracht: str, titel: str = TITEL, regels: Sequence[str] = BASIS) -> tuple[dict[str, Artikel], tuple[Nietgepast, ...]]:
    """The articles by number after these lines of a wijzigingsverordening, and what did not fit."""
    basis, regeling = lees(regels)
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
EINDE = "Einde | De begeleiding stopt als de persoon:"


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
            ["Artikel 3 wordt als volgt gewijzigd:", "1. Het opschrift komt te luiden: “Reizen”.", "2. Het tweede lid vervalt."],
            "3",
            "Reizen | 1 Er rijdt een bus.",
            id="opschrift_onder_een_kader",
        ),
        pytest.param(
            ["Artikel 3 wordt als volgt gewijzigd:", "1. Aan het artikel wordt een lid toegevoegd, luidende:", "3. De bus is groen."],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 2 De bus is gratis. | 3 De bus is groen.",
            id="het_artikel_van_het_kader",
        ),
        pytest.param(
            ["In artikel 3 wordt het tweede lid vernummerd tot derde lid."],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 3 De bus is gratis.",
            id="lid_van_een_artikel_vernummerd",
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
            ["De artikelen 3, 4 en 5 worden vernummerd tot 4, 5 en 6."],
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
        pytest.param(["In artikel 5 vervalt onderdeel b."], "5", f"{EINDE} (a verhuist; c dat vraagt)", id="onderdeel_achteraan"),
        pytest.param(
            ["In artikel 5 vervalt onderdeel a, onder verlettering van b en c tot a en b."],
            "5",
            f"{EINDE} (a werk heeft; b dat vraagt)",
            id="onderdeel_weg_en_verletterd",
        ),
        pytest.param(
            ["In artikel 5 komt onderdeel b te luiden:", "b. genoeg verdient;"],
            "5",
            f"{EINDE} (a verhuist; b genoeg verdient; c dat vraagt)",
            id="onderdeel_tussen_komt_en_luiden",
        ),
        pytest.param(
            ["In artikel 3 komt het tweede lid te luiden:", "2. De bus is groen."],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 2 De bus is groen.",
            id="lid_tussen_komt_en_luiden",
        ),
        pytest.param(
            ["Artikel 3, tweede lid, komt te luiden: “De bus is groen.”"],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 2 De bus is groen.",
            id="lid_zonder_zijn_nummer",
        ),
        pytest.param(["Het tweede en derde lid van artikel 1 vervallen."], "1", f"Begeleiding | {EERSTE}", id="leden_voor_hun_artikel"),
        pytest.param(
            ["In artikel 3 vervalt het tweede lid, alsmede de aanduiding “1.” voor het eerste lid."],
            "3",
            "Vervoer | Er rijdt een bus.",
            id="lid_en_aanduiding_weg",
        ),
        pytest.param(
            ["Artikel 3 wordt als volgt gewijzigd:", "1. Het tweede lid vervalt.", "2. De aanduiding “1.” voor het eerste lid vervalt."],
            "3",
            "Vervoer | Er rijdt een bus.",
            id="aanduiding_weg_als_eigen_opdracht",
        ),
        pytest.param(
            ["Voor de tekst van artikel 2 wordt de aanduiding “1.” geplaatst en er wordt een lid toegevoegd, luidende:", "2. Per jaar."],
            "2",
            "Premie | 1 De premie is honderd euro. | 2 Per jaar.",
            id="aanduiding_en_lid_erbij",
        ),
        pytest.param(
            ["In artikel 1, derde lid, en artikel 3, tweede lid, wordt “De” vervangen door “Die”."],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 2 Die bus is gratis.",
            id="woord_in_twee_artikelen",
        ),
        pytest.param(
            ["In de artikelen 1, tweede en derde lid, en 3, tweede lid, wordt “De” vervangen door “Die”."],
            "1",
            f"Begeleiding | {EERSTE} | {TWEEDE} | {DERDE}".replace(" De ", " Die "),
            id="woord_in_leden_van_twee_artikelen",
        ),
        pytest.param(
            ["In artikel 3 worden de woorden “gratis” gewijzigd in “groen”."],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 2 De bus is groen.",
            id="woord_gewijzigd_in",
        ),
        pytest.param(
            ["In artikel 3, tweede lid, wordt het woord “gratis” geschrapt."],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 2 De bus is.",
            id="woord_geschrapt",
        ),
        pytest.param(
            ["Artikel 3, tweede lid, komt te luiden:", "“2. De bus is groen.”"],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 2 De bus is groen.",
            id="lid_tussen_aanhalingstekens",
        ),
        pytest.param(
            ["Aan artikel 3 worden twee leden toegevoegd, luidende:", "“3. De bus is groen.", "4. De bus is snel.”"],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 2 De bus is gratis. | 3 De bus is groen. | 4 De bus is snel.",
            id="leden_tussen_aanhalingstekens",
        ),
        pytest.param(
            ["In artikel 5 komt onderdeel b te luiden:", "“b. genoeg verdient;”"],
            "5",
            f"{EINDE} (a verhuist; b genoeg verdient; c dat vraagt)",
            id="onderdeel_tussen_aanhalingstekens",
        ),
        pytest.param(
            ["Artikel 3, tweede lid, luidt als volgt: “2. De bus is vandaag groen.”"],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 2 De bus is vandaag groen.",
            id="lid_luidt_als_volgt",
        ),
        pytest.param(
            ["Artikel 5, aanhef, komt te luiden: De begeleiding eindigt zodra de persoon:"],
            "5",
            "Einde | De begeleiding eindigt zodra de persoon: (a verhuist; b werk heeft; c dat vraagt)",
            id="aanhef",
        ),
        pytest.param(
            ["Artikel 1, eerste lid, aanhef, komt te luiden:", "1. Er is:"],
            "1",
            f"Begeleiding | 1 Er is: (a training; b bemiddeling; c nazorg) | {TWEEDE} | {DERDE}",
            id="aanhef_van_een_lid",
        ),
        pytest.param(
            [
                "Artikel 5 wordt als volgt gewijzigd:",
                "1. In de aanhef wordt “stopt” vervangen door “eindigt”.",
                "2. Onderdeel b komt te luiden:",
                "b. genoeg verdient;",
                "3. Onderdeel a vervalt, onder verlettering van de onderdelen b en c tot a en b.",
            ],
            "5",
            "Einde | De begeleiding eindigt als de persoon: (a genoeg verdient; b dat vraagt)",
            id="aanhef_en_onderdelen_onder_een_kader",
        ),
        pytest.param(
            [
                "Artikel 1 wordt als volgt gewijzigd:",
                "1. Het tweede lid wordt als volgt gewijzigd:",
                "a. “drie maanden” wordt vervangen door “kort”.",
                "2. In het derde lid vervalt “, en in overleg nog drie weken”.",
            ],
            "1",
            f"Begeleiding | {EERSTE} | 2 De training duurt kort en kost niets. | 3 De nazorg duurt drie weken.",
            id="kader_in_een_kader",
        ),
        pytest.param(
            ["Na artikel 2 wordt een nieuw artikel 2a ingevoegd, dat luidt als volgt:", "Artikel 2a Boeken", "Boeken zijn gratis."],
            "2a",
            "Boeken | Boeken zijn gratis.",
            id="nieuw_artikel_met_nummer",
        ),
        pytest.param(
            [
                "Aan artikel 5 wordt een onderdeel toegevoegd, luidende: “d. niet meer komt.”",
            ],
            "5",
            f"{EINDE} (a verhuist; b werk heeft; c dat vraagt; d niet meer komt)",
            id="onderdeel_erbij_in_de_regel",
        ),
        pytest.param(
            [
                "Onder verlettering van b en c tot c en d wordt in artikel 5 na onderdeel a een onderdeel ingevoegd, luidende:",
                "b. stopt;",
            ],
            "5",
            f"{EINDE} (a verhuist; b stopt; c werk heeft; d dat vraagt)",
            id="onderdeel_ertussen",
        ),
        pytest.param(
            [
                "In artikel 3 wordt na het eerste lid, onder vernummering van het tweede tot derde lid, een lid ingevoegd, luidende:",
                "2. De bus is groen.",
            ],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 2 De bus is groen. | 3 De bus is gratis.",
            id="vernummering_met_een_keer_lid",
        ),
        pytest.param(
            [f"Artikel 3 van de {TITEL} komt te luiden:", "Artikel 3 Reizen", "Er rijdt een bus."],
            "3",
            "Reizen | Er rijdt een bus.",
            id="met_de_naam_van_de_regeling",
        ),
        pytest.param(
            [
                "Artikel 3 wordt als volgt gewijzigd:",
                "- het eerste lid komt te luiden:",
                "1. Er is een trein.",
                "- in het tweede lid wordt “bus” vervangen door “trein”.",
            ],
            "3",
            "Vervoer | 1 Er is een trein. | 2 De trein is gratis.",
            id="streepjes_met_nieuwe_tekst_ertussen",
        ),
        pytest.param(
            ["Aan artikel 3 wordt een derde lid toegevoegd, luidende:", "De bus is groen."],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 2 De bus is gratis. | 3 De bus is groen.",
            id="nieuw_lid_zonder_nummer",
        ),
        pytest.param(
            ["In artikel 3 wordt onder vernummering van het tweede lid tot derde lid een lid ingevoegd, luidende:", "2. De bus is groen."],
            "3",
            "Vervoer | 1 Er rijdt een bus. | 2 De bus is groen. | 3 De bus is gratis.",
            id="plaats_volgt_uit_het_nummer",
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
    assert list(artikelen) == ["1", "3", "4", "5"]
    for nummer, artikel in artikelen.items():
        assert (vorm(artikel), artikel.pad) == (vorm(voor[nummer]), voor[nummer].pad)


def test_articles_that_are_named_one_by_one_all_lapse() -> None:
    artikelen, mis = voer_uit("Artikel 2 en artikel 3 vervallen.")
    assert (list(artikelen), mis) == (["1", "4", "5"], ())


def test_the_stop_before_a_new_onderdeel_changes() -> None:
    opdracht = "Aan artikel 5 wordt, onder vervanging van de punt door een puntkomma, een onderdeel toegevoegd, luidende:"
    artikelen, _ = voer_uit(opdracht.replace("door een puntkomma", "door een puntkomma aan het slot van onderdeel c"), "d. stopt.")
    assert [onderdeel.tekst for onderdeel in artikelen["5"].leden[0].onderdelen][2:] == ["dat vraagt;", "stopt."]


def test_the_stop_before_an_onderdeel_that_lapses_changes() -> None:
    opdracht = "Artikel 5, onderdeel c, vervalt, onder vervanging van de puntkomma aan het slot van onderdeel b door een punt."
    artikelen, mis = voer_uit(opdracht)
    assert (mis, [onderdeel.tekst for onderdeel in artikelen["5"].leden[0].onderdelen]) == ((), ["verhuist;", "werk heeft."])


@pytest.mark.parametrize(
    ("opdracht", "nummers"),
    [
        pytest.param(["Artikel 2 vervalt."], "1 3 4 5", id="vervalt"),
        pytest.param(["In artikel 2 wordt “honderd” vervangen door “tien”."], "1 2 3 4 5", id="woord"),
        pytest.param(["Aan artikel 3 wordt een lid toegevoegd, luidende:", "3. De bus is groen."], "1 2 3 4 5", id="lid_erbij"),
        pytest.param(["Na artikel 2 wordt een artikel ingevoegd, luidende:", "Artikel 2a Boeken", "Gratis."], "1 2 2a 3 4 5", id="erbij"),
        pytest.param(["Artikel 5 wordt vernummerd tot artikel 6."], "1 2 3 4 6", id="een_nummer"),
        pytest.param(["De artikelen 3 tot en met 5 worden vernummerd tot 4 tot en met 6."], "1 2 4 5 6", id="reeks"),
        pytest.param(["De artikelen 3 tot en met 5 worden vernummerd tot artikelen 4 tot en met 6."], "1 2 4 5 6", id="reeks_artikelen"),
    ],
)
@pytest.mark.parametrize("hoofdstuk", ["7.", "7:"])
def test_numbers_with_that_of_the_hoofdstuk(opdracht: list[str], nummers: str, hoofdstuk: str) -> None:
    def met_hoofdstuk(regel: str) -> str:
        return re.sub(r"\b(artikel(?:en)?|met|tot)(?= \d) ", rf"\1 {hoofdstuk}", regel, flags=re.IGNORECASE)

    artikelen, mis = voer_uit(*map(met_hoofdstuk, opdracht), regels=[met_hoofdstuk(regel) for regel in BASIS])
    assert not mis
    assert list(artikelen) == [f"{hoofdstuk}{nummer}" for nummer in nummers.split()]


ONBEKEND = "deze opdracht kent het programma niet"


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
        (["Artikel 1, tweede lid, eerste volzin, vervalt."], f"{ONBEKEND}: “eerste volzin”"),
        (["In artikel 1 vervalt de eerste volzin van het tweede lid."], f"{ONBEKEND}: “eerste volzin”"),
        (["Artikel 1 van de verordening tweede lid vervalt."], f"{ONBEKEND}: “lid”"),
        (["In artikel 1 vervalt het begrip ‘nazorg’."], f"{ONBEKEND}: “begrip ‘nazorg’”"),
        (["Het begrip ‘nazorg’ in artikel 1 komt te luiden:", "nazorg: hulp achteraf;"], f"{ONBEKEND}: “begrip ‘nazorg’”"),
        (["De toelichting op artikel 1 komt te luiden:", "Dit artikel gaat over hulp."], f"{ONBEKEND}: “toelichting op”"),
        (["Hoofdstuk 2 vervalt."], f"{ONBEKEND}: “Hoofdstuk 2”"),
        (
            ["Hoofdstuk 2 wordt als volgt gewijzigd:", "1. Het opschrift komt te luiden: Slotbepalingen"],
            "alleen het opschrift van een artikel",
        ),
        (["In bijlage 1 wordt “€ 30” vervangen door “€ 35”."], f"{ONBEKEND}: “bijlage 1”"),
        (["In het opschrift van artikel 3 wordt “Vervoer” vervangen door “Bus”."], f"{ONBEKEND}: “opschrift”"),
        (["In de verordening wordt “bus” telkens vervangen door “trein”."], ONBEKEND),
        (["Artikel 3 vervalt, behalve het tweede lid."], f"{ONBEKEND}: “behalve”"),
        (["Artikel 3, tweede lid, vervalt en aan artikel 2 wordt een lid toegevoegd, luidende:", "2. Meer."], ONBEKEND),
        (["Na artikel 3 wordt een nieuw hoofdstuk ingevoegd, luidende:", "Hoofdstuk 1a Meer", "Artikel 3a Meer", "Meer."], ONBEKEND),
        (["De citeertitel van de verordening wordt: Verordening Proefstad 2023."], f"{ONBEKEND}: “citeertitel”"),
        (["Artikel 3 wordt als volgt gewijzigd:", "Artikel 3 Vervoer", "Er rijdt een trein."], ONBEKEND),
        (["Beschut werk gaat uit artikel 3."], f"{ONBEKEND}: “Beschut werk gaat uit”"),
        (
            ["Er wordt een nieuw artikel 6 toegevoegd, luidende:", "Artikel 6 Meer", "Meer."],
            "de opdracht zegt niet waar de nieuwe tekst komt",
        ),
        (["Na artikel 2 wordt een artikel ingevoegd, luidende:", "Artikel 3 Meer", "Meer."], "artikel 3 komt dan 2 keer voor"),
        (["Artikel 2 wordt vernummerd tot artikel 3."], "artikel 3 komt dan 2 keer voor"),
        (["Aan artikel 3 wordt een lid toegevoegd, luidende:", "2. Meer."], "artikel 3, tweede lid komt dan 2 keer voor"),
        (["In artikel 5 wordt na onderdeel b een onderdeel ingevoegd, luidende:", "c. meer;"], "artikel 5, onder c komt dan 2 keer voor"),
        (["Aan artikel 3 wordt een lid toegevoegd, luidende:", "“2. Meer.”"], "artikel 3, tweede lid komt dan 2 keer voor"),
        (["Aan artikel 3 wordt een lid toegevoegd, luidende:", "0. Meer."], "de nummers zouden dan niet op volgorde staan"),
        (["Artikel 3, tweede lid, komt te luiden, onder vernummering van het eerste lid tot derde lid:", "2. De bus is groen."], ONBEKEND),
        (["De aanduiding “1.” voor het eerste lid van artikel 3 wordt “2.”."], ONBEKEND),
        (["De artikelen 2 en 4 komen te luiden:", "Artikel 2 A", "Tekst.", "Artikel 4 B", "Tekst."], "die niet naast elkaar staan"),
        (["Artikel 3, tweede lid, komt te luiden:", "3. De bus is groen."], "de nieuwe tekst past niet bij de opdracht"),
        (["Artikel 3, tweede lid, komt te luiden:", "2. De bus is groen.", "3. En snel."], "de nieuwe tekst past niet bij de opdracht"),
        (["Aan artikel 5 wordt een lid toegevoegd, luidende:", "d. stopt."], "de nieuwe tekst past niet bij de opdracht"),
        (
            ["In artikel 1, tweede lid, en artikel 3 wordt “bus” vervangen door “trein”."],
            "staan in artikel 1, tweede lid niet in de basistekst",
        ),
        (["In artikel 1 vervalt de aanduiding “2.” voor het eerste lid."], "de aanduiding “2.” staat daar niet"),
        (["Aan artikel 3 worden twee leden toegevoegd, luidende:", "De bus is groen.", "De bus is nieuw."], "de nieuwe tekst past niet"),
    ],
    ids=lambda waarde: waarde[0][:40] if isinstance(waarde, list) else None,
)
def test_what_does_not_fit_is_told(opdracht: list[str], reden: str) -> None:
    artikelen, mis = voer_uit(*opdracht)
    assert [reden in een.reden for een in mis] == [True], mis
    assert mis[0].opdracht in {regel.removeprefix("1. ") for regel in opdracht}
    assert [vorm(artikel) for artikel in artikelen.values()] == [vorm(artikel) for artikel in lees(BASIS)[1].artikelen]


@pytest.mark.parametrize(
    "kader",
    [
        "De toelichting op artikel 3 wordt als volgt gewijzigd:",
        "Artikel 3, tweede volzin, wordt als volgt gewijzigd:",
        "Hoofdstuk 1 wordt als volgt gewijzigd:",
    ],
)
def test_under_a_kader_that_is_not_understood_nothing_is_carried_out(kader: str) -> None:
    artikelen, mis = voer_uit(kader, "1. Het tweede lid vervalt.", "B", "Artikel 2 vervalt.")
    assert [een.opdracht for een in mis] == ["Het tweede lid vervalt."]
    assert (list(artikelen), len(artikelen["3"].leden)) == (["1", "3", "4", "5"], 2)


def test_an_order_that_is_not_known_is_no_new_text_of_the_one_before_it() -> None:
    opdracht = ["Aan artikel 3 wordt een lid toegevoegd, luidende:", "3. De bus is groen.", "B", "Op artikel 4 komt een dak.", "C"]
    artikelen, mis = voer_uit(*opdracht, "Artikel 2 vervalt.")
    assert [een.opdracht for een in mis] == ["Op artikel 4 komt een dak."]
    assert list(artikelen) == ["1", "3", "4", "5"]
    assert artikelen["3"].leden[-1].tekst == "De bus is groen."


def test_a_range_that_holds_more_than_its_numbers_is_told() -> None:
    regels = [*BASIS[:9], "Artikel 1a Tussen", "Ook dit.", *BASIS[9:]]
    artikelen, mis = voer_uit("De artikelen 1 tot en met 3 vervallen.", regels=regels)
    assert [een.reden for een in mis] == ["artikel 1a ligt ook tussen de artikelen die de opdracht noemt"]
    assert len(artikelen) == 6


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
