"""What articles say in freer words: the offer, the way of setting the number, the voorselectie."""

from __future__ import annotations

import pytest

from auditing.test_feiten import brief, verordening
from verordening_tool.auditing.model import Aanbod, Omvangwijze, Voorselectie

AANBOD = {
    Aanbod.BIEDT: [
        "Wie door het college is aangewezen op beschut werk, krijgt een dienstbetrekking.",
        "Een persoon die uitsluitend onder aangepaste omstandigheden kan werken, heeft aanspraak op een plek voor beschut werk.",
        "De gemeente stelt beschut werk open voor inwoners die daarop zijn aangewezen.",
        "Bij een positieve vaststelling volgt een aanstelling bij het leerwerkbedrijf.",
        "Het college voorziet in beschut werk voor personen die niet bij een gewone werkgever terechtkunnen.",
    ],
    Aanbod.KAN: [
        "Het college heeft de mogelijkheid een persoon beschut werk aan te bieden.",
        "Het staat het college vrij beschut werk in te zetten.",
        "Het college beslist per persoon of beschut werk wordt aangeboden.",
        "Een persoon kan voor beschut werk in aanmerking worden gebracht.",
        "Een beschutte werkplek behoort tot de mogelijkheden.",
    ],
    Aanbod.BIEDT_NIET: [
        "Aan artikel 10b van de Participatiewet wordt geen toepassing gegeven.",
        "Beschut werk is van de voorzieningen in deze verordening uitgesloten.",
        "Er worden geen dienstbetrekkingen voor beschut werk gerealiseerd.",
        "De mogelijkheid van beschut werk blijft in deze gemeente buiten toepassing.",
        "Het college zet beschut werk niet in als voorziening.",
    ],
}
OMVANG = {
    Omvangwijze.BEGROTING: [
        "In de gemeentebegroting staat hoeveel mensen beschut kunnen werken.",
        "Het aantal volgt uit de programmabegroting.",
    ],
    Omvangwijze.BELEIDSPLAN: [
        "Hoeveel beschutte werkplekken er komen, legt het college vast in een plan.",
        "Het college bepaalt het aantal plekken.",
    ],
    Omvangwijze.VRAAG: ["Voor iedereen die erop is aangewezen, is een plek.", "De omvang van het aanbod volgt de vraag."],
    Omvangwijze.PLAFOND: ["Er zijn zoveel plekken als het beschikbare budget toelaat.", "Plekken worden verdeeld tot het bedrag op is."],
}
VOORSELECTIE = {
    Voorselectie.CRITERIA: [
        "Personen met een loonwaarde onder de helft van het minimumloon worden door het college voorgelegd aan het UWV."
    ],
    Voorselectie.DELEGATIE: [
        "De wijze waarop personen worden geselecteerd, regelt het college.",
        "Het college legt in een uitvoeringsbesluit vast hoe kandidaten worden gekozen.",
    ],
}
BIEDT = "Het college biedt beschut werk aan."


@pytest.mark.parametrize(("verwacht", "lid"), [(aanbod, lid) for aanbod, leden in AANBOD.items() for lid in leden])
def test_offer(verwacht: Aanbod, lid: str) -> None:
    gevonden = verordening(lid)
    assert gevonden.aanbod is verwacht
    assert gevonden.aanbod_plaats is not None
    assert gevonden.aanbod_plaats.artikel == "5"


@pytest.mark.parametrize(("verwacht", "lid"), [(wijze, lid) for wijze, leden in OMVANG.items() for lid in leden])
def test_way_of_setting_the_number(verwacht: Omvangwijze, lid: str) -> None:
    assert verordening(BIEDT, lid).omvang is verwacht


@pytest.mark.parametrize(("verwacht", "lid"), [(keuze, lid) for keuze, leden in VOORSELECTIE.items() for lid in leden])
def test_voorselectie(verwacht: Voorselectie, lid: str) -> None:
    assert verordening(BIEDT, lid).voorselectie is verwacht


@pytest.mark.parametrize(
    ("verwacht", "lid"),
    [
        (Aanbod.BIEDT, "Wie minder dan twaalf uur kan werken, wordt niet voor een beoordeling beschut werk voorgedragen."),
        (Aanbod.BIEDT, "De raad laat de regels over de voorselectie van beschut werk over aan het college."),
        (Aanbod.BIEDT_NIET, "Het college selecteert niemand en richt geen beschutte werkplekken in."),
    ],
    ids=["not put forward", "left to the college", "no places either"],
)
def test_a_lid_on_selection_beside_the_offer(verwacht: Aanbod, lid: str) -> None:
    assert verordening("Het college stelt beschutte werkplekken beschikbaar voor mensen uit de doelgroep.", lid).aanbod is verwacht


def test_a_denial_of_persons_as_the_law_means_them() -> None:
    lid = (
        "Aan personen als bedoeld in artikel 10b, eerste lid, van de wet wordt geen dienstbetrekking in een beschutte omgeving aangeboden."
    )
    assert verordening(lid).aanbod is Aanbod.BIEDT_NIET


def test_a_power_goes_before_the_duty_that_follows_it() -> None:
    gevonden = verordening(
        "Het staat het college vrij beschut werk in te zetten.",
        "Het college zorgt ervoor dat de persoon uit het eerste lid beschut werk doet in een dienstbetrekking.",
    )
    assert gevonden.aanbod is Aanbod.KAN


def test_another_article_that_does_not_apply_is_no_offer() -> None:
    assert verordening("Dit artikel is niet van toepassing op beschut werk.", kop="Artikel 5 Proefplaats").aanbod is Aanbod.ZWIJGT


def test_an_article_that_only_regulates_it_offers_it() -> None:
    gevonden = verordening("Om het werk mogelijk te maken zijn er hulpmiddelen, een aangepast tempo en begeleiding op de werkplek.")
    assert gevonden.aanbod is Aanbod.BIEDT


@pytest.mark.parametrize(
    ("verwacht", "zinnen"),
    [
        (Aanbod.BIEDT_NIET, ("Biedt uw gemeente beschut werk aan?", "Nee, dat doen wij dit jaar niet.")),
        (Aanbod.BIEDT, ("Biedt uw gemeente beschut werk aan?", "Ja, sinds januari.")),
        (Aanbod.KAN, ("Biedt uw gemeente beschut werk aan?", "Soms, als het past.")),
        (Aanbod.BIEDT_NIET, ("Voert u beschut werk in? Nee.",)),
        (Aanbod.ZWIJGT, ("Waarom biedt een gemeente beschut werk aan?", "Ja, dat is een goede vraag.")),
    ],
)
def test_question_with_its_answer(verwacht: Aanbod, zinnen: tuple[str, ...]) -> None:
    assert brief(*zinnen).aanbod is verwacht
