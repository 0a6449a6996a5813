"""What articles say in freer words: the offer, the way of setting the number, the voorselectie."""

from __future__ import annotations

import pytest

from auditing.test_feiten import brief, verordening
from verordening_tool.auditing import aanbod_in_artikelen
from verordening_tool.auditing.model import Aanbod, Omvangwijze, Voorselectie

AANBOD = {
    Aanbod.BIEDT: [
        "Wie door het college is aangewezen op beschut werk, krijgt een dienstbetrekking.",
        "Een persoon die uitsluitend onder aangepaste omstandigheden kan werken, heeft aanspraak op een plek voor beschut werk.",
        "De gemeente stelt beschut werk open voor inwoners die daarop zijn aangewezen.",
        "Bij een positieve vaststelling volgt een aanstelling bij het leerwerkbedrijf.",
        "Het college voorziet in beschut werk voor personen die niet bij een gewone werkgever terechtkunnen.",
        "Het college maakt gebruik van de bevoegdheid in artikel 10b van de Participatiewet en biedt beschut werk aan.",
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
        "Beschut werk vormt geen onderdeel van wat op grond van deze verordening kan worden toegekend.",
        "Een inwoner kan op beschut werk geen aanspraak maken, omdat deze voorziening niet wordt verstrekt.",
        "Aan deze bepaling kan niemand beschut werk ontlenen, want de gemeente biedt die voorziening niet.",
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


@pytest.mark.parametrize(
    ("lid", "verwacht", "vermoed"),
    [
        ("De raad bepaalt bij de begroting hoeveel plekken er voor beschut werk zijn.", Aanbod.BIEDT, True),
        ("Om het werk mogelijk te maken zijn er hulpmiddelen en begeleiding op de werkplek.", Aanbod.ZWIJGT, False),
        ("Wie beschut werkt, heeft een dienstbetrekking.", Aanbod.ZWIJGT, False),
        ("De raad ziet van beschut werk af.", Aanbod.BIEDT_NIET, False),
        ("Het college biedt beschut werk aan.", Aanbod.BIEDT, False),
    ],
    ids=["it lays down how many", "it only lays down the help", "it only lays down the contract", "by clear words", "in so many words"],
)
def test_what_an_article_tells_or_only_lets_presume(lid: str, verwacht: Aanbod, vermoed: bool) -> None:
    gevonden = verordening(lid)
    assert (gevonden.aanbod, gevonden.aanbod_vermoed) == (verwacht, vermoed)


@pytest.mark.parametrize(("drempel", "vermoed"), [(0.1, False), (9.0, True)], ids=["clear", "in doubt"])
def test_an_offer_by_the_weight_of_words_is_presumed_where_they_leave_doubt(
    monkeypatch: pytest.MonkeyPatch, drempel: float, vermoed: bool
) -> None:
    monkeypatch.setattr(aanbod_in_artikelen, "DUIDELIJK", drempel)
    gevonden = verordening("Beschut werk hoort in deze gemeente niet thuis.")
    assert (gevonden.aanbod, gevonden.aanbod_vermoed) == (Aanbod.BIEDT_NIET, vermoed)


def test_who_can_work_in_shelter_makes_no_power_of_a_duty() -> None:
    lid = "Inwoners die volgens het college alleen onder beschutte omstandigheden kunnen werken, krijgen beschut werk aangeboden."
    gevonden = verordening(lid)
    assert (gevonden.aanbod, gevonden.aanbod_vermoed) == (Aanbod.BIEDT, False)


@pytest.mark.parametrize(
    ("verwacht", "leden"),
    [
        (Aanbod.ZWIJGT, ["Bij een beschutte werkplek behoort een dienstbetrekking."]),
        (Aanbod.ZWIJGT, ["Beschut werk wordt steeds verricht in een dienstbetrekking."]),
        (Aanbod.ZWIJGT, ["Mensen die beschut werken, hebben een arbeidsovereenkomst."]),
        (Aanbod.BIEDT, ["Beschut werk wordt steeds verricht in een dienstbetrekking.", "Het werkbedrijf voert beschut werk uit."]),
        (Aanbod.BIEDT, ["Het college laat wie daarop is aangewezen beschut werk doen."]),
        (Aanbod.BIEDT, ["Inwoners die daarop zijn aangewezen, worden op een beschutte werkplek geplaatst."]),
        (Aanbod.BIEDT, ["Er zijn in de gemeente beschutte werkplekken."]),
        (Aanbod.BIEDT, ["Het college wijst een beschutte werkplek toe.", "Het college zal beschut werk inrichten."]),
        (Aanbod.KAN, ["Een inwoner krijgt van de gemeente een beschutte werkplek. De gemeente is hiertoe niet gehouden."]),
        (Aanbod.KAN, ["Het college biedt beschut werk aan.", "Een recht daarop bestaat niet."]),
        (Aanbod.BIEDT, ["Het college biedt beschut werk aan.", "De inwoner is daartoe niet verplicht."]),
        (Aanbod.BIEDT, ["Het college biedt beschut werk aan.", "Het college is bevoegd criteria vast te stellen voor beschut werk."]),
        (Aanbod.BIEDT_NIET, ["De gemeente verstrekt niet:", "a. scholing;", "b. beschut werk als genoemd in artikel 10b van de wet."]),
        (Aanbod.BIEDT, ["De gemeente verstrekt:", "a. scholing;", "b. beschut werk als genoemd in artikel 10b van de wet."]),
        (Aanbod.BIEDT_NIET, ["Zo lang deze verordening van kracht is, richt de gemeente geen beschutte werkplekken in."]),
        (Aanbod.BIEDT, ["Zolang deze verordening geldt, biedt de gemeente beschut werk aan."]),
        (Aanbod.BIEDT, [BIEDT, "Zolang het budget op is, worden geen beschutte werkplekken beschikbaar gesteld."]),
        (Aanbod.BIEDT, [BIEDT, "In welke volgorde mensen beschut werk krijgen, is niet in dit artikel geregeld."]),
        (Aanbod.BIEDT, [BIEDT, "Deze verordening bepaalt niet wie voor beschut werk wordt gekozen."]),
        (Aanbod.BIEDT_NIET, ["Beschut werk is niet in deze verordening opgenomen als voorziening."]),
        (Aanbod.BIEDT_NIET, ["Het college helpt deze mensen op een andere manier dan met beschut werk."]),
        (Aanbod.BIEDT, [BIEDT, "Let wel: is het geld verbruikt, dan komen er geen beschutte plekken bij."]),
        (Aanbod.BIEDT, [BIEDT, "Zodra het bedrag voor beschut werk is verbruikt, komen er geen nieuwe dienstbetrekkingen."]),
        (Aanbod.BIEDT, [BIEDT, "Dreigt het budget tekort te schieten, dan komen er geen nieuwe beschutte dienstbetrekkingen."]),
        (Aanbod.BIEDT, [BIEDT, "Het college kan voor beschut werk een subsidieplafond instellen."]),
        (Aanbod.BIEDT, [BIEDT, "Bij de begroting wordt bepaald hoeveel mensen in een beschutte omgeving kunnen worden geplaatst."]),
    ],
    ids=[
        "belongs to it", "is done in it", "people have it", "explained beside a rule", "lets do", "are placed", "there are places",
        "assigns a place", "not bound to it", "no right to it", "the person is not bound", "power to give criteria",
        "list of what is not offered",
        "list of what is offered", "denied while it is in force", "offered while it is in force", "a real condition", "order not ruled",
        "who not ruled here", "not itself here", "in another manner", "condition behind a colon",
        "until the money is spent", "when money runs short", "power to set a ceiling", "how many can be placed",
    ],
)  # fmt: skip
def test_offer_of_leden_together(verwacht: Aanbod, leden: list[str]) -> None:
    assert verordening(*_met_onderdelen(leden)).aanbod is verwacht


def _met_onderdelen(leden: list[str]) -> list[str]:
    """The leden, each with the onderdelen behind it."""
    samen: list[str] = []
    for lid in leden:
        if lid[1:3] == ". ":
            samen[-1] += f"\n{lid}"
        else:
            samen.append(lid)
    return samen


@pytest.mark.parametrize(
    ("verwacht", "leden"),
    [
        (Omvangwijze.BEGROTING, ["Het college raamt het aantal plekken.", "De raad neemt daarover een besluit in de programmabegroting."]),
        (Omvangwijze.BELEIDSPLAN, ["Het college bepaalt het aantal plekken.", "Het informeert de raad daarover bij de begroting."]),
        (Omvangwijze.PLAFOND, ["Zijn de middelen voor beschut werk besteed, dan plaatst het college dat jaar niemand meer."]),
        (Omvangwijze.PLAFOND, ["Raakt het budget voor beschut werk op, dan volgt geen nieuwe plaatsing."]),
        (Omvangwijze.PLAFOND, ["Overschrijding van het krediet voor beschut werk leidt tot een stop."]),
        (Omvangwijze.PLAFOND, ["Beschut werk wordt geweigerd als het budget is verbruikt."]),
        (Omvangwijze.PLAFOND, ["Meer plaatsen dan het bedrag voor beschut werk toestaat, zijn er niet."]),
        (Omvangwijze.PLAFOND, ["Een budgettair kader is de bovengrens van het aantal plaatsen."]),
        (Omvangwijze.VRAAG, ["Er geldt geen maximum voor beschut werk: wat inwoners nodig hebben, is leidend."]),
        (Omvangwijze.ZWIJGT, ["Het budget voor beschut werk is op 1 januari vastgesteld."]),
    ],
    ids=[
        "decided in the next lid", "reported in the next lid", "money is spent", "budget runs out", "overspending",
        "refused for the budget", "more than the sum allows", "budgetary frame", "no maximum", "budget set on a day",
    ],
)  # fmt: skip
def test_number_over_leden(verwacht: Omvangwijze, leden: list[str]) -> None:
    assert verordening(BIEDT, *leden).omvang is verwacht


@pytest.mark.parametrize(
    ("verwacht", "leden"),
    [
        (Voorselectie.CRITERIA, ["Het college meldt bij het UWV mensen aan van wie blijkt dat zij intensieve begeleiding nodig hebben."]),
        (Voorselectie.CRITERIA, ["Het college draagt kandidaten voor.", "Hierbij weegt het college de leeftijd en de motivatie."]),
        (Voorselectie.CRITERIA, ["De gemeente zoekt eerst naar mensen die:", "a. een Wajong-uitkering hebben;", "b. jong zijn."]),
        (Voorselectie.CRITERIA, ["Voor de aanvraag toetst het college of iemand voldoet aan een loonwaarde onder 40 procent."]),
        (Voorselectie.CRITERIA, ["Zijn er meer kandidaten dan plaatsen, dan gaat wie het langst werkloos is voor."]),
        (Voorselectie.DELEGATIE, ["Het college stelt regels op voor de selectie van mensen die begeleiding nodig hebben."]),
        (Voorselectie.DELEGATIE, ["Er is een voorselectie.", "Het college legt in een werkinstructie vast op welke wijze deze gebeurt."]),
        (Voorselectie.DELEGATIE, ["Op welke manier mensen voor beschut werk worden uitgekozen, bepaalt het college."]),
        (Voorselectie.DELEGATIE, ["Het college maakt een voorselectie.", "Daarna zorgt het college voor begeleiding."]),
    ],
    ids=[
        "of whom it appears", "weighed in the next lid", "looked for first", "tested before the request", "more people than places",
        "rules for people with a need", "manner laid down elsewhere", "manner of choosing", "guidance is no criterion",
    ],
)  # fmt: skip
def test_voorselectie_over_leden(verwacht: Voorselectie, leden: list[str]) -> None:
    assert verordening(BIEDT, *_met_onderdelen(leden)).voorselectie is verwacht


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


@pytest.mark.parametrize(
    ("lid", "wijze"),
    [
        ("Nieuwe plaatsingen blijven uit vanaf het moment dat het bedrag voor beschut werk van dat jaar op is.", Omvangwijze.PLAFOND),
        ("De raad neemt ieder najaar in de programmabegroting op op hoeveel mensen het aanbod is berekend.", Omvangwijze.BEGROTING),
        ("Het college bericht de raad over de uitvoering van dit artikel.", Omvangwijze.ZWIJGT),
    ],
)
def test_way_of_setting_the_number_by_the_weight_of_words(lid: str, wijze: Omvangwijze) -> None:
    assert verordening(BIEDT, lid).omvang is wijze


@pytest.mark.parametrize(("jaar", "wijze"), [(2016, Omvangwijze.BEGROTING), (2017, Omvangwijze.ZWIJGT)], ids=["asked", "not asked"])
def test_words_settle_sooner_what_the_law_of_the_day_asks(jaar: int, wijze: Omvangwijze) -> None:
    slot = f"Deze verordening treedt in werking met ingang van 1 januari {jaar}."
    assert verordening(BIEDT, "De raad praat ieder jaar over de plaatsen en het geld.", slot).omvang is wijze


def test_criteria_by_the_weight_of_words() -> None:
    lid = "Aan het UWV worden personen voorgelegd die ten minste twaalf uur per week belastbaar zijn en gemotiveerd om te werken."
    assert verordening(BIEDT, lid).voorselectie is Voorselectie.CRITERIA
    assert verordening(BIEDT, "Het aanbod geldt ongeacht de uitkering van de persoon.").voorselectie is Voorselectie.ZWIJGT


@pytest.mark.parametrize(
    ("verwacht", "leden"),
    [
        pytest.param(
            Aanbod.BIEDT,
            ["Het college biedt beschut werk aan.", "Het college verdeelt deze plekken naar eigen inzicht."],
            id="how to divide is no power to offer",
        ),
        pytest.param(
            Aanbod.BIEDT_NIET, ["Op grond van deze verordening wordt niemand een dienstbetrekking beschut werk aangeboden."], id="nobody"
        ),
        pytest.param(Aanbod.BIEDT_NIET, ["Het college biedt niemand beschut werk aan."], id="to nobody"),
        pytest.param(
            Aanbod.BIEDT,
            ["Het college biedt beschut werk aan.", "Niemand wordt van beschut werk uitgesloten."],
            id="nobody is left out",
        ),
        pytest.param(
            Aanbod.KAN,
            ["Is vastgesteld dat de inwoner alleen beschut kan werken, dan is het college bevoegd hem een dienstbetrekking aan te bieden."],
            id="a power in so many words",
        ),
        pytest.param(
            Aanbod.BIEDT,
            ["Het college biedt beschut werk aan.", "Het eerste lid beperkt het aanbod van beschut werk niet."],
            id="a lid that limits nothing",
        ),
    ],
)
def test_offer_by_the_weight_of_words(verwacht: Aanbod, leden: list[str]) -> None:
    assert verordening(*leden).aanbod is verwacht
