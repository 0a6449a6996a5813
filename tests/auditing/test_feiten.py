"""Facts of one document: offer, reasons, alternatives, way of setting the number; told in many ways, and what only looks like it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from drafting.drafting_data import als_tekst, gegevens
from structure_shapes import lees
from verordening_tool.api import Genereeropties, begrippen, genereer
from verordening_tool.api import lees as lees_bestand
from verordening_tool.auditing.feiten import vind_feiten
from verordening_tool.auditing.model import Aanbod, Feiten, Omvangwijze, Voorselectie
from verordening_tool.checking.context import Context
from verordening_tool.checking.passages import maak_tekstlaag
from verordening_tool.document.regeling import Onderwerp, Regeling, Soort

KOP = ("Raadsinformatiebrief", "Aan de leden van de raad van de gemeente Zwolle", "Datum: 3 maart 2015", "Geachte raadsleden,")
OPENING = "Met deze brief informeren wij u over beschut werk."
GEEN = "Onze gemeente biedt in 2015 geen beschut werk aan."
WEL = "Onze gemeente biedt in 2015 beschut werk aan."


def feiten(regeling: Regeling) -> Feiten:
    return vind_feiten(regeling, Context(maak_tekstlaag(regeling, begrippen())))


def brief(*zinnen: str) -> Feiten:
    """The facts in a letter of Zwolle with these paragraphs."""
    return feiten(lees(*KOP, OPENING, *zinnen, "Hoogachtend,"))


def verordening(*leden: str, kop: str = "Artikel 5 Beschut werk") -> Feiten:
    """The facts in a re-integratieverordening with an article of these leden."""
    genummerd = [f"{nr}. {lid}" for nr, lid in enumerate(leden, 1)]
    regeling = lees(
        "Re-integratieverordening Zwolle 2015",
        "De raad van de gemeente Zwolle;",
        "gelet op artikel 8a van de Participatiewet;",
        "besluit vast te stellen de Re-integratieverordening Zwolle 2015.",
        kop,
        *genummerd,
    )
    return feiten(replace(regeling, soort=Soort.VERORDENING, onderwerp=Onderwerp.RE_INTEGRATIE))


def sleutels(gevonden: Feiten, veld: str) -> set[str]:
    return {vermelding.sleutel for vermelding in getattr(gevonden, veld)}


def _paren(tabel: dict[str, list[str]]) -> list[pytest.param]:
    return [pytest.param(sleutel, zin, id=f"{sleutel}: {zin[:60]}") for sleutel, zinnen in tabel.items() for zin in zinnen]


REDENEN_NIET = {
    "kosten_hoog": [
        "Een beschutte werkplek is voor ons te duur.",
        "De kosten per plek zijn hoog en het participatiebudget is daarvoor te laag.",
        "Het geld dat wij van het Rijk krijgen, is bij lange na niet genoeg om zo'n plek te betalen.",
        "Op elke plek moeten wij fors toeleggen.",
        "De hoge begeleidingskosten wegen voor het college het zwaarst.",
        "De rijksbijdrage dekt de uitgaven voor een werkplek niet.",
        "Per persoon lopen de lasten op tot een bedrag dat wij niet kunnen opbrengen.",
        "Zo'n plek kost de gemeente veel meer dan zij ervoor ontvangt.",
        "De beschikbare middelen zijn ontoereikend.",
        "Financieel is beschut werk voor een gemeente van onze omvang niet haalbaar.",
        "Het prijskaartje van een dienstbetrekking is te hoog.",
        "Wij zouden er geld op moeten bijleggen uit de algemene middelen.",
    ],
    "financieel_risico": [
        "Het college vindt het financiële risico te groot.",
        "Wij hebben onvoldoende zicht op de gevolgen op de lange termijn.",
        "Met een dienstbetrekking gaan wij verplichtingen aan voor tientallen jaren.",
        "De rechtspositionele gevolgen zijn niet te overzien.",
        "Het is een openeinderegeling waarvan niemand de uitkomst kent.",
        "Als werkgever lopen wij een aanzienlijk risico bij ziekte.",
        "Wat dit over tien jaar betekent voor onze financiën, is onzeker.",
        "Wij vinden het te riskant om ons voor onbepaalde tijd te binden.",
        "De toekomstige rijksbijdrage is onzeker.",
        "Wij durven dit avontuur niet aan: de lasten voor latere jaren zijn moeilijk in te schatten.",
        "Vaste contracten binden de gemeente tot het pensioen van de medewerker.",
        "Het is onduidelijk welke verplichtingen wij ons daarmee op de hals halen.",
    ],
    "veel_geld_kleine_groep": [
        "Er zou relatief veel geld naar een kleine groep gaan.",
        "Een handvol inwoners zou een onevenredig deel van het budget krijgen.",
        "Met hetzelfde bedrag kunnen wij veel meer mensen aan het werk helpen.",
        "Een paar plekken zouden het leeuwendeel van de middelen opslokken voor enkele personen.",
        "Het budget gaat dan voor een groot deel naar weinig mensen.",
        "Wij willen ons geld niet concentreren bij een beperkt aantal mensen; het budget is er voor iedereen.",
        "Dat gaat ten koste van het budget voor andere inwoners.",
        "Er blijft dan te weinig geld over voor de rest van de doelgroep.",
        "Onevenredig veel budget komt terecht bij een klein aantal inwoners.",
        "Voor dat geld kunnen wij een grotere groep mensen begeleiden.",
    ],
    "doorgroei_regulier": [
        "Beschut werk ontneemt mensen het perspectief op doorgroei naar gewoon werk.",
        "Wie eenmaal beschut werkt, stroomt zelden nog door.",
        "Wij zien beschut werk als een eindstation.",
        "Het belemmert de stap naar een reguliere werkgever.",
        "Mensen blijven hangen op zo'n plek.",
        "De kans op een betaalde baan in het bedrijfsleven wordt er kleiner door.",
        "Een beschutte plek houdt mensen vast en remt hun ontwikkeling.",
        "De weg naar de reguliere arbeidsmarkt wordt zo afgesneden.",
        "Van doorstroming komt in de praktijk weinig terecht, er is nauwelijks uitstroom.",
        "Het haalt de prikkel weg om naar gewoon werk te groeien.",
    ],
}

NIET_GEEN_REDEN = {
    "kosten_hoog": [
        "De kosten zijn geen reden om beschut werk te laten.",
        "Andere gemeenten vinden een plek te duur.",
        "De gemeente Deventer vindt de kosten per plek te hoog.",
        "De kosten vallen mee.",
        "Over de kosten informeren wij u bij de begroting.",
        "De kosten zijn niet hoog.",
    ],
    "financieel_risico": [
        "De financiële gevolgen staan in de begroting.",
        "Sommige gemeenten achten het financiële risico te groot.",
        "Het financiële risico speelt geen rol.",
        "De Inspectie meldt dat het risico groot wordt gevonden.",
        "De risico's zijn beheersbaar.",
    ],
    "veel_geld_kleine_groep": [
        "Wij helpen meer mensen dan vorig jaar aan werk.",
        "Het gaat om een kleine groep inwoners.",
        "Veel gemeenten vinden dat er veel geld naar een kleine groep gaat.",
        "Het budget is voldoende voor de groep.",
    ],
    "doorgroei_regulier": [
        "Wij helpen mensen door te groeien naar gewoon werk.",
        "Doorgroei naar regulier werk blijft ons doel.",
        "Veel gemeenten zien beschut werk als een eindstation.",
        "Critici zeggen dat mensen op zo'n plek blijven hangen.",
        "Beschut werk is geen eindstation.",
    ],
}


@pytest.mark.parametrize(("sleutel", "zin"), _paren(REDENEN_NIET))
def test_reason_against(sleutel: str, zin: str) -> None:
    gevonden = brief(GEEN, zin)
    assert sleutels(gevonden, "redenen_niet") == {sleutel}
    assert gevonden.redenen_niet[0].plaats.citaat in zin


@pytest.mark.parametrize(("sleutel", "zin"), _paren(NIET_GEEN_REDEN))
def test_no_reason_against(sleutel: str, zin: str) -> None:
    assert sleutel not in sleutels(brief(GEEN, zin), "redenen_niet")


REDENEN_WEL = {
    "maatwerk_doelgroep": [
        "Wij doen dat omdat wij maatwerk willen bieden aan deze doelgroep.",
        "Ook voor deze inwoners willen wij een passende werkplek, want iedereen telt mee.",
        "Zonder beschut werk vallen deze mensen tussen wal en schip.",
        "Niemand mag aan de kant blijven staan.",
        "Met beschut werk krijgt deze groep ondersteuning die past bij hun mogelijkheden, en daarom kiezen wij ervoor.",
        "Beschut werk past bij de opdracht om ieder mens ondersteuning op maat te geven.",
        "Juist deze mensen verdienen een kans op werk, vinden wij.",
        "Daarom willen wij dat iedereen mee kan doen.",
        "De reden is dat de doelgroep recht heeft op een passend aanbod.",
        "Deze kwetsbare inwoners mogen niet buiten de boot vallen.",
    ],
    "middelen_beschikbaar": [
        "Het Rijk heeft hiervoor middelen beschikbaar gesteld.",
        "In de integratie-uitkering zit geld voor begeleiding en aanpassing van de werkplek.",
        "Wij krijgen er van het Rijk budget voor.",
        "Er is geld voor beschut werk, dus wij zetten het daarvoor in.",
        "Omdat er voldoende middelen zijn, kunnen wij plekken maken.",
        "Via het gemeentefonds ontvangen wij een bedrag dat hiervoor bestemd is.",
        "De raad heeft budget vrijgemaakt voor beschut werk.",
        "Dat kan, want de financiering is geregeld.",
        "Bovendien zijn de middelen toereikend.",
        "In het participatiebudget is ruimte opgenomen voor deze plekken.",
    ],
}

WEL_GEEN_REDEN = {
    "maatwerk_doelgroep": [
        "De verordening regelt de doelgroep van loonkostensubsidie.",
        "Andere gemeenten willen maatwerk bieden aan de doelgroep.",
        "Wij kijken per persoon naar de omstandigheden en naar wat iemand kan leren.",
        "Volgens de Inspectie is maatwerk voor de doelgroep een reden.",
        "Tot de dienstbetrekking begint, staat niemand stil.",
    ],
    "middelen_beschikbaar": [
        "Het Rijk stelt te weinig middelen beschikbaar.",
        "Er zijn geen middelen beschikbaar.",
        "Het college verantwoordt de uitgaven in de jaarrekening.",
        "Andere gemeenten hebben voldoende budget.",
    ],
}


@pytest.mark.parametrize(("sleutel", "zin"), _paren(REDENEN_WEL))
def test_reason_in_favour(sleutel: str, zin: str) -> None:
    assert sleutels(brief(WEL, zin), "redenen_wel") == {sleutel}


@pytest.mark.parametrize(("sleutel", "zin"), _paren(WEL_GEEN_REDEN))
def test_no_reason_in_favour(sleutel: str, zin: str) -> None:
    assert sleutel not in sleutels(brief(WEL, zin), "redenen_wel")


def test_money_in_the_financial_section_is_no_reason() -> None:
    assert sleutels(brief(WEL, "Financiën", "In de begroting 2015 is hiervoor geld opgenomen."), "redenen_wel") == set()


REDENEN_GEEN_AANTAL = {
    "beleid_in_ontwikkeling": [
        "Een aantal noemen wij nog niet, omdat ons beleid nog in ontwikkeling is.",
        "Wij werken de plannen nog uit en kunnen daarom geen aantal geven.",
        "Hoeveel plekken het worden, is nog niet te zeggen: de uitwerking volgt in het najaar.",
        "De aanpak is nog niet uitgekristalliseerd; een getal volgt later.",
        "Wij zijn nog bezig met de vormgeving en noemen nog geen aantallen.",
        "Het beleidsplan is nog in voorbereiding. Een aantal plekken staat er nog niet in.",
        "Omdat het uitvoeringsplan nog niet klaar is, ontbreekt een aantal.",
        "Wij zitten in de opbouwfase en kunnen nog niet zeggen hoeveel plekken er komen.",
        "Het aantal plekken leggen wij vast als de besluitvorming over de invulling is afgerond; die loopt nog.",
    ],
    "hangt_af_van_aanmeldingen": [
        "Het aantal hangt af van het aantal mensen dat zich meldt.",
        "Bewust noemen wij geen aantal: de vraag is leidend.",
        "Hoeveel plekken er komen, laten wij afhangen van de aanmeldingen.",
        "Wij noemen geen getal vooraf, want wij weten niet wie zich zal melden; de behoefte bepaalt het.",
        "De omvang volgt de vraag van inwoners.",
        "Het aantal plekken is afhankelijk van de instroom.",
        "Wij werken vraaggestuurd en stellen daarom vooraf geen aantal vast; wie zich meldt, krijgt een plek.",
        "Er is geen streefgetal, omdat het aantal kandidaten bepalend is.",
        "Naargelang er zich meer mensen aandienen, maken wij meer plekken.",
    ],
}

GEEN_AANTAL_GEEN_REDEN = {
    "beleid_in_ontwikkeling": [
        "Hoe het college zijn bevoegdheden gebruikt, werken wij uit in beleidsregels.",
        "Andere gemeenten noemen nog geen aantal omdat hun beleid in ontwikkeling is.",
        "Het beleid is vastgesteld.",
        "Het aantal inwoners van onze gemeente groeit.",
    ],
    "hangt_af_van_aanmeldingen": [
        "Hoeveel mensen op beschut werk zijn aangewezen, is vooraf niet precies te zeggen. Wij volgen het aantal en melden afwijkingen.",
        "Volgens de Inspectie laten gemeenten het aantal afhangen van de aanmeldingen.",
        "Of iemand een plek krijgt, hangt af van het advies van het UWV.",
        "Wij melden u ieder jaar het aantal plekken.",
    ],
}


@pytest.mark.parametrize(("sleutel", "zin"), _paren(REDENEN_GEEN_AANTAL))
def test_reason_to_name_no_number(sleutel: str, zin: str) -> None:
    assert sleutels(brief(WEL, zin), "redenen_geen_aantal") == {sleutel}


@pytest.mark.parametrize(("sleutel", "zin"), _paren(GEEN_AANTAL_GEEN_REDEN))
def test_no_reason_to_name_no_number(sleutel: str, zin: str) -> None:
    assert sleutel not in sleutels(brief(WEL, zin), "redenen_geen_aantal")


ALTERNATIEVEN = {
    "regulier_met_lks_jobcoach": [
        "In plaats daarvan plaatsen wij mensen bij gewone werkgevers, met loonkostensubsidie en een jobcoach.",
        "Wij zetten in op reguliere banen met loonkostensubsidie.",
        "Voor deze groep zoeken wij werk bij een reguliere werkgever met begeleiding op de werkvloer.",
        "Met een jobcoach en subsidie op het loon helpen wij hen aan de slag bij bedrijven.",
        "Het alternatief is een gewone baan met ondersteuning van een jobcoach.",
        "Wij begeleiden deze inwoners liever naar gewoon werk, met hulp op de werkplek.",
        "Werkgevers die iemand uit de groep in dienst nemen, krijgen van ons loonkostensubsidie en begeleiding door een jobcoach.",
        "Wij kiezen voor plaatsing in het bedrijfsleven met behulp van loonkostensubsidie.",
    ],
    "arbeidsmatige_dagbesteding": [
        "Voor deze inwoners is er arbeidsmatige dagbesteding.",
        "Wel kunnen zij terecht in de dagbesteding vanuit de Wmo.",
        "Wij verwijzen hen naar dagactiviteiten met een werkkarakter.",
        "Het alternatief is dagbesteding.",
        "Mensen uit de doelgroep krijgen een plek op een zorgboerderij.",
        "In plaats van beschut werk bieden wij arbeidsmatige activiteiten.",
        "Wie niet bij een werkgever terecht kan, bieden wij een zinvolle daginvulling.",
        "Wij gebruiken hiervoor de dagbesteding van de Wmo.",
    ],
    "vrijwilligerswerk_activering": [
        "Wij bieden deze mensen vrijwilligerswerk.",
        "Sociale activering is voor deze groep ons alternatief.",
        "Wij helpen hen aan een plek als vrijwilliger.",
        "Via maatschappelijke participatie blijven zij actief; dat bieden wij wel.",
        "Wij zetten in op activering in de buurt.",
        "Zij kunnen met hulp van de gemeente vrijwillig werk doen.",
        "In plaats daarvan is er een activeringstraject.",
        "Wij begeleiden hen naar onbetaald werk bij verenigingen en naar vrijwilligersplekken.",
    ],
    "werkervaringsplaats": [
        "Wij bieden hun een werkervaringsplaats.",
        "In plaats van beschut werk zijn er leerwerkplekken.",
        "Zij kunnen bij ons ervaring opdoen op een werkstage.",
        "Voor hen organiseren wij stages bij lokale bedrijven.",
        "Wij laten deze groep werkervaring opdoen.",
        "Het college zet werkervaringsplekken in.",
        "Wij kiezen voor werken met behoud van uitkering.",
        "Als alternatief krijgen mensen een proefplaatsing of stage.",
    ],
}

GEEN_ALTERNATIEF = {
    "regulier_met_lks_jobcoach": [
        "Loonkostensubsidie is geen alternatief voor een reguliere baan.",
        "Andere gemeenten plaatsen mensen bij gewone werkgevers met een jobcoach.",
        "De kosten bestaan vooral uit loonkostensubsidie.",
        "Wij bieden geen loonkostensubsidie aan reguliere werkgevers.",
    ],
    "arbeidsmatige_dagbesteding": [
        "Dagbesteding is geen alternatief voor beschut werk.",
        "Andere gemeenten zetten arbeidsmatige dagbesteding in.",
        "Beschut werk is iets anders dan dagbesteding.",
        "De gemeente Deventer biedt dagbesteding aan.",
    ],
    "vrijwilligerswerk_activering": [
        "Vrijwilligerswerk is geen alternatief.",
        "De Inspectie noemt vrijwilligerswerk als alternatief.",
        "Wij bieden geen sociale activering aan.",
        "Sommige gemeenten bieden vrijwilligerswerk.",
    ],
    "werkervaringsplaats": [
        "Een stage is geen alternatief voor beschut werk.",
        "Andere gemeenten bieden een werkervaringsplaats.",
        "Wij bieden geen werkervaringsplaatsen.",
        "Volgens de VNG zetten gemeenten werkstages in.",
    ],
}


@pytest.mark.parametrize(("sleutel", "zin"), _paren(ALTERNATIEVEN))
def test_alternative(sleutel: str, zin: str) -> None:
    assert sleutels(brief(GEEN, zin), "alternatieven") == {sleutel}


@pytest.mark.parametrize(("sleutel", "zin"), _paren(GEEN_ALTERNATIEF))
def test_no_alternative(sleutel: str, zin: str) -> None:
    assert sleutel not in sleutels(brief(GEEN, zin), "alternatieven")


@pytest.mark.parametrize("zinnen", ALTERNATIEVEN.values(), ids=list(ALTERNATIEVEN))
def test_what_is_done_beside_beschut_werk_is_no_alternative(zinnen: list[str]) -> None:
    assert brief(WEL, zinnen[0]).alternatieven == ()


AANBOD = {
    Aanbod.BIEDT_NIET: [
        "Wij bieden geen beschut werk aan.",
        "De gemeente ziet af van beschut werk.",
        "Het college heeft besloten beschut werk niet in te voeren.",
        "Wij kiezen er niet voor om beschut werk aan te bieden.",
        "Van de mogelijkheid om beschut werk aan te bieden, maken wij geen gebruik.",
        "Beschut werk wordt in onze gemeente niet aangeboden.",
        "In onze gemeente komen geen plekken voor beschut werk.",
        "Wij laten beschut werk achterwege.",
        "Voor beschut werk kiezen wij in 2015 niet.",
        "Wij zijn niet van plan beschut werk in te richten.",
        "Beschut werk maakt geen deel uit van ons aanbod.",
        "Wij beginnen niet aan beschut werk.",
        "Het college stelt voor om beschut werk voorlopig niet aan te bieden.",
        "Omdat wij geen beschut werk aanbieden, staat er geen bedrag in de begroting.",
    ],
    Aanbod.BIEDT: [
        "Wij bieden beschut werk aan.",
        "De gemeente voert beschut werk in.",
        "Het college heeft besloten beschut werk in te voeren.",
        "Vanaf 2015 is beschut werk beschikbaar voor inwoners die het nodig hebben.",
        "Wij kiezen voor beschut werk.",
        "In onze gemeente wordt beschut werk aangeboden bij het werkbedrijf.",
        "Wij starten dit jaar met beschut werk.",
        "Wij gaan beschut werk organiseren samen met het leerwerkbedrijf.",
        "Er komen plekken voor beschut werk.",
        "De gemeente blijft beschut werk aanbieden.",
        "Het college is voornemens beschut werk aan te bieden.",
        "Wij stellen plekken beschut werk beschikbaar.",
    ],
    Aanbod.KAN: [
        "Het college kan beschut werk aanbieden.",
        "Wij kunnen iemand beschut werk aanbieden als dat nodig is.",
        "Wij houden de mogelijkheid open om beschut werk aan te bieden.",
        "Per geval bekijken wij of beschut werk passend is.",
    ],
    Aanbod.ZWIJGT: [
        "De raad regelt in de verordening de voorselectie voor beschut werk.",
        "Andere gemeenten bieden geen beschut werk aan.",
        "De gemeente Deventer biedt beschut werk aan.",
        "Volgens de Inspectie biedt een vijfde van de gemeenten geen beschut werk aan.",
        "De Participatiewet biedt de mogelijkheid om beschut werk aan te bieden.",
        "Als een gemeente geen beschut werk aanbiedt, moet zij dat uitleggen.",
        "Het UWV adviseert over beschut werk.",
        "Is dat passend, dan is beschut werk niet aan de orde.",
        "Beschut werk is geen dagbesteding.",
    ],
}


@pytest.mark.parametrize(
    ("verwacht", "zin"),
    [pytest.param(aanbod, zin, id=f"{aanbod.value}: {zin[:60]}") for aanbod, zinnen in AANBOD.items() for zin in zinnen],
)
def test_offer_in_a_letter(verwacht: Aanbod, zin: str) -> None:
    gevonden = brief(zin)
    assert gevonden.aanbod is verwacht
    assert gevonden.aanbod_plaats is None if verwacht is Aanbod.ZWIJGT else gevonden.aanbod_plaats.citaat in zin  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("verwacht", "lid"),
    [
        (Aanbod.BIEDT, "Het college biedt de persoon van wie dat is vastgesteld beschut werk aan."),
        (Aanbod.BIEDT, "Het college zorgt ervoor dat de persoon uit het eerste lid beschut werk kan doen in een dienstbetrekking."),
        (Aanbod.KAN, "Het college kan een persoon de voorziening beschut werk aanbieden."),
        (Aanbod.KAN, "Beschut werk kan door het college worden aangeboden."),
        (Aanbod.BIEDT_NIET, "Het college biedt geen beschut werk aan."),
        (Aanbod.BIEDT_NIET, "De gemeente maakt geen gebruik van de bevoegdheid om beschut werk aan te bieden."),
        (Aanbod.BIEDT_NIET, "Van het aanbieden van beschut werk wordt afgezien."),
        (Aanbod.ZWIJGT, "Het college vraagt het UWV om advies over de doelgroep."),
    ],
)  # fmt: skip
def test_offer_in_a_verordening(verwacht: Aanbod, lid: str) -> None:
    assert verordening(lid).aanbod is verwacht


@pytest.mark.parametrize(
    ("verwacht", "lid"),
    [
        (Omvangwijze.BEGROTING, "De raad stelt jaarlijks bij de begroting vast hoeveel plekken beschut werk er zijn."),
        (Omvangwijze.BELEIDSPLAN, "Het college legt het aantal plekken beschut werk jaarlijks vast in een uitvoeringsplan."),
        (Omvangwijze.VRAAG, "Voor ieder die op beschut werk is aangewezen, is een plek beschikbaar; een maximum geldt niet."),
        (Omvangwijze.PLAFOND, "Het college stelt een budgetplafond in voor beschut werk."),
        (Omvangwijze.ZWIJGT, "Het college biedt beschut werk aan."),
    ],
)  # fmt: skip
def test_way_of_setting_the_number(verwacht: Omvangwijze, lid: str) -> None:
    assert verordening(lid).omvang is verwacht


@pytest.mark.parametrize(
    ("verwacht", "lid"),
    [
        (Voorselectie.CRITERIA, "Het college selecteert voor beschut werk personen die blijvend intensieve begeleiding nodig hebben."),
        (Voorselectie.DELEGATIE, "Het college stelt nadere regels over de voorselectie voor beschut werk."),
        (Voorselectie.ZWIJGT, "Het college biedt beschut werk aan."),
    ],
)  # fmt: skip
def test_voorselectie(verwacht: Voorselectie, lid: str) -> None:
    assert verordening(lid).voorselectie is verwacht


def test_several_reasons_in_one_sentence() -> None:
    gevonden = brief(GEEN, "De kosten per plek zijn te hoog, het financiële risico is te groot en er gaat veel geld naar een kleine groep.")
    assert sleutels(gevonden, "redenen_niet") == {"kosten_hoog", "financieel_risico", "veel_geld_kleine_groep"}


def test_same_words_about_a_small_group_are_no_second_reason() -> None:
    assert sleutels(brief(GEEN, "Er gaan relatief hoge kosten naar een kleine groep."), "redenen_niet") == {"veel_geld_kleine_groep"}


def test_reason_that_the_next_sentence_rejects() -> None:
    assert brief("Een plek is duur. Dat geldt voor ons niet.").redenen_niet == ()


def test_reason_that_we_share_with_others() -> None:
    gevonden = brief(GEEN, "Net als andere gemeenten vinden wij een plek te duur.")
    assert sleutels(gevonden, "redenen_niet") == {"kosten_hoog"}


def test_the_other_side_in_a_letter_that_offers_is_no_reason() -> None:
    assert brief(WEL, "Een plek is duur.").redenen_niet == ()


def test_reasons_without_a_word_on_the_offer() -> None:
    assert sleutels(brief("Een plek voor beschut werk is te duur."), "redenen_niet") == {"kosten_hoog"}


def test_number_and_no_reason_for_its_absence() -> None:
    gevonden = brief(WEL, "In 2015 zijn er vier plekken beschut werk.", "Later hangt het aantal af van wie zich meldt.")
    assert [(plek.aantal, plek.jaar) for plek in gevonden.plekken] == [(4, 2015)]
    assert gevonden.redenen_geen_aantal == ()


def test_earlier_refusal_is_no_refusal_now() -> None:
    assert brief("Tot nu toe boden wij geen beschut werk aan.", "Vanaf dit jaar voeren wij beschut werk in.").aanbod is Aanbod.BIEDT


def test_a_document_about_something_else() -> None:
    assert feiten(lees(*KOP, "De hondenbelasting is te duur.", "Wij bieden vrijwilligerswerk aan.")) == Feiten()


def test_reasons_in_the_notes_of_a_verordening() -> None:
    regeling = lees(
        "Re-integratieverordening Zwolle 2015",
        "De raad van de gemeente Zwolle;",
        "besluit vast te stellen de Re-integratieverordening Zwolle 2015.",
        "Artikel 5 Beschut werk",
        "Het college biedt geen beschut werk aan.",
        "Toelichting",
        "Artikel 5",
        "Beschut werk is te duur voor onze gemeente.",
    )
    gevonden = feiten(regeling)
    assert gevonden.aanbod is Aanbod.BIEDT_NIET
    assert sleutels(gevonden, "redenen_niet") == {"kosten_hoog"}


VRIJE_WOORDEN = [
    (GEEN, "redenen_niet", "kosten_hoog", "Onze begroting kan deze last niet dragen."),
    (GEEN, "redenen_niet", "kosten_hoog", "Er zit een flink gat tussen wat wij krijgen en wat wij uitgeven."),
    (GEEN, "redenen_niet", "kosten_hoog", "Volgens onze berekening is iedere plek verliesgevend."),
    (GEEN, "redenen_niet", "financieel_risico", "Financieel vinden wij het een sprong in het diepe."),
    (GEEN, "redenen_niet", "financieel_risico", "Niemand kan nu zeggen wat ons dat over twintig jaar kost."),
    (GEEN, "redenen_niet", "financieel_risico", "Wat er na 2018 met de bekostiging gebeurt, weet niemand."),
    (GEEN, "redenen_niet", "veel_geld_kleine_groep", "Wij willen dat het re-integratiebudget zoveel mogelijk mensen bereikt."),
    (GEEN, "redenen_niet", "veel_geld_kleine_groep", "Andere werkzoekenden zouden hierdoor minder hulp krijgen."),
    (GEEN, "redenen_niet", "doorgroei_regulier", "Gewoon werk raakt dan uit beeld."),
    (GEEN, "redenen_niet", "doorgroei_regulier", "De prikkel om door te groeien valt weg."),
    (GEEN, "redenen_niet", "doorgroei_regulier", "Zo leggen we mensen vast in een positie waar ze niet uitkomen."),
    (WEL, "redenen_wel", "maatwerk_doelgroep", "Wij voelen ons verantwoordelijk voor inwoners die nergens anders terechtkunnen."),
    (WEL, "redenen_wel", "maatwerk_doelgroep", "Wij vinden het belangrijk dat ook deze mensen aan het werk kunnen."),
    (WEL, "redenen_wel", "middelen_beschikbaar", "Omdat het Rijk meebetaalt, is het voor ons haalbaar."),
    (WEL, "redenen_geen_aantal", "beleid_in_ontwikkeling", "Eerst maken wij het beleid af, dan volgt het aantal."),
    (WEL, "redenen_geen_aantal", "hangt_af_van_aanmeldingen", "Pas als inwoners zich melden, weten wij hoeveel plekken nodig zijn."),
]


@pytest.mark.parametrize(("basis", "veld", "sleutel", "zin"), VRIJE_WOORDEN, ids=[zin[:60] for *_, zin in VRIJE_WOORDEN])
def test_free_words_count_beside_the_offer(basis: str, veld: str, sleutel: str, zin: str) -> None:
    assert sleutels(brief(basis, zin), veld) == {sleutel}
    assert sleutels(brief(f"{basis} {zin}"), veld) == {sleutel}


@pytest.mark.parametrize(
    "zin",
    [
        "Volgende maand betalen wij de rekening van de nieuwe gymzaal niet.",
        "Het gaat om tien inwoners die geen vervoer hebben.",
        "De regeling is onduidelijk voor ouders.",
    ],
)
def test_free_words_elsewhere_do_not(zin: str) -> None:
    assert brief(GEEN, "Sport", "De gemeente bouwt.", "Er komt een school.", "De bouw loopt goed.", zin).redenen_niet == ()


def test_money_of_the_refusal_itself_is_no_reason() -> None:
    assert brief("Omdat wij geen beschut werk aanbieden, staat er geen bedrag in de begroting.").redenen_niet == ()


def test_refusal_and_reason_in_one_sentence() -> None:
    gevonden = brief("Wij bieden geen beschut werk aan, omdat de prijs voor ons niet te rechtvaardigen is.")
    assert sleutels(gevonden, "redenen_niet") == {"kosten_hoog"}


def test_reason_for_and_reason_for_no_number_in_one_paragraph() -> None:
    gevonden = brief(
        "Wij bieden beschut werk aan, omdat wij maatwerk willen bieden aan de doelgroep. "
        "Een aantal noemen wij niet, want het aantal hangt af van wie zich meldt."
    )
    assert sleutels(gevonden, "redenen_wel") == {"maatwerk_doelgroep"}
    assert sleutels(gevonden, "redenen_geen_aantal") == {"hangt_af_van_aanmeldingen"}


def test_lines_that_were_broken_off_are_one_sentence() -> None:
    gevonden = brief(
        "Onze gemeente biedt in 2015 geen beschut werk aan, omdat de kosten die wij per", "plek moeten maken voor ons te hoog zijn."
    )
    assert sleutels(gevonden, "redenen_niet") == {"kosten_hoog"}


def test_a_letter_of_the_state_says_nothing_of_a_gemeente() -> None:
    regeling = lees(
        "De voorzitter van de Tweede Kamer",
        "Gemeenten bieden beschut werk aan. Wij vinden de kosten te hoog.",
        "De Staatssecretaris van Sociale Zaken",
    )
    assert feiten(replace(regeling, soort=Soort.ANDERS, gemeente=None)) == Feiten()


@pytest.mark.parametrize("dag", ["2015-07-01", "2024-01-01"])
@pytest.mark.parametrize("situatie", ["invoering", "voortzetting"])
def test_own_documents_give_no_reasons_that_nobody_gave(dag: str, situatie: str, tmp_path: Path) -> None:
    inhoud = gegevens(date.fromisoformat(dag), beschut_werk={"situatie": situatie})
    (tmp_path / "gemeente.yaml").write_text(als_tekst(inhoud), encoding="utf-8")
    pakket = genereer(tmp_path / "gemeente.yaml", tmp_path / "uit", (), Genereeropties(controle=False))
    per_soort = {stuk.concept.regeling.soort: feiten(lees_bestand(stuk.pad).regeling) for stuk in pakket.stukken}
    assert all(not (f.redenen_wel or f.redenen_niet or f.redenen_geen_aantal or f.alternatieven) for f in per_soort.values())
    assert {per_soort[soort].aanbod for soort in (Soort.VERORDENING, Soort.RAADSVOORSTEL, Soort.RAADSINFORMATIEBRIEF)} == {Aanbod.BIEDT}


@pytest.mark.parametrize(
    ("zin", "aanbod"),
    [
        ("De nieuwe participatievoorziening gaan wij niet gebruiken voor beschut werk.", Aanbod.BIEDT_NIET),
        ("Beschut werk laten wij vooralsnog achterwege.", Aanbod.BIEDT_NIET),
        ("Er is niet besloten tot het inrichten van beschut werk.", Aanbod.BIEDT_NIET),
        ("Wie niet bij een gewone werkgever terechtkan, krijgt bij ons een plek in beschut werk.", Aanbod.BIEDT),
        ("Het college kan per geval besluiten beschut werk in te zetten.", Aanbod.KAN),
        ("Vrijwilligerswerk is voor deze groep geen antwoord en zetten wij daarvoor niet in.", Aanbod.ZWIJGT),
    ],
)
def test_offer_in_words_of_its_own(zin: str, aanbod: Aanbod) -> None:
    assert brief(zin).aanbod is aanbod


@pytest.mark.parametrize(
    "zin",
    [
        pytest.param("Dagbesteding is voor kandidaten voor beschut werk niet passend.", id="an alternative is turned down"),
        pytest.param("Het bezwaar dat een beschutte werkplek te veel vraagt, deelt het college niet.", id="an objection is turned down"),
        pytest.param("De kosten van beschut werk speelden bij ons besluit geen rol.", id="a reason that did not weigh"),
        pytest.param("Geen beschut werk inzetten was een mogelijkheid die wij hebben bekeken.", id="the refusal was one option"),
        pytest.param("Het idee om van beschut werk af te zien hebben wij niet overgenomen.", id="the refusal is turned down"),
        pytest.param("Meer beschutte werkplekken voorzien wij voor volgend jaar niet.", id="no more than there are"),
        pytest.param("Het Rijk geeft geld voor beschut werk en dat laten wij niet liggen.", id="money is not left"),
        pytest.param("De helft van de gemeenten biedt nog geen beschut werk aan.", id="others do not"),
        pytest.param("Uit een enquête blijkt dat buurgemeenten geen beschut werk inzetten.", id="an inquiry among others"),
        pytest.param("Is beschut werk riskant? Nee, dat valt mee.", id="an answer to another question"),
        pytest.param("Moet een gemeente beschut werk regelen? Nee.", id="an answer on what must be"),
        pytest.param("De eerste versie van de nota koos tegen beschut werk.", id="an earlier plan"),
        pytest.param("De cursus over beschut werk gaat dit najaar niet door.", id="a course about it"),
        pytest.param("Over beschut werk zijn drie opties onderzocht: niet, soms of altijd aanbieden.", id="options"),
        pytest.param("Voor mensen met een indicatie voor beschut werk zetten wij in op werk bij gewone bedrijven.", id="the target group"),
    ],
)
def test_what_says_nothing_of_the_offer(zin: str) -> None:
    assert brief(zin).aanbod is Aanbod.ZWIJGT


@pytest.mark.parametrize(
    ("zin", "aanbod"),
    [
        ("De wet laat beschut werk aan ons over. Voor onze gemeente is dat een stap te groot.", Aanbod.BIEDT_NIET),
        ("Er zijn gemeenten die beschut werk opzetten. Die weg gaan wij niet op.", Aanbod.BIEDT_NIET),
        ("De raad heeft het plan voor beschut werk verworpen, zodat het hier niet bestaat.", Aanbod.BIEDT_NIET),
        ("Wij besloten geen gevolg te geven aan deze bepaling.", Aanbod.BIEDT_NIET),
        ("Wij bieden geen beschut werk aan, want dat hoeft niet.", Aanbod.BIEDT_NIET),
        ("De vrees voor hoge lasten is voor ons reden om geen beschut werk aan te bieden.", Aanbod.BIEDT_NIET),
        ("Het college van onze gemeente zet noch dit jaar noch volgend jaar beschut werk in.", Aanbod.BIEDT_NIET),
        ("Beschut werk houden wij in 2015 buiten ons voorzieningenpakket.", Aanbod.BIEDT_NIET),
        ("Het college gaat voorlopig niet over tot het inrichten van beschutte werkplekken.", Aanbod.BIEDT_NIET),
        ("Beschut werk bestaat bij ons slechts op papier.", Aanbod.BIEDT_NIET),
        ("Onze gemeente is niet verplicht tot beschut werk. Toch bieden wij het aan.", Aanbod.BIEDT),
        ("Anders dan in omliggende gemeenten kunnen mensen bij ons terecht voor beschut werk.", Aanbod.BIEDT),
        ("Beschut werk mag van de raad, het moet niet.", Aanbod.KAN),
        ("Per inwoner beslist het college of het een beschutte werkplek aanbiedt.", Aanbod.KAN),
        ("Over beschut werk is gesproken. De slotsom is dat wij het gaan doen.", Aanbod.BIEDT),
        ("Samen met het werkbedrijf organiseren wij vanaf mei het beschutte werk.", Aanbod.BIEDT),
        ("De keuze over beschut werk is aan het college overgelaten. Wij mogen het inzetten.", Aanbod.KAN),
        ("Een consulent kan scholing inzetten, een proefplaats en desnoods beschut werk.", Aanbod.KAN),
        ("In een bijzonder geval kan een inwoner via de regio een beschutte plek krijgen.", Aanbod.KAN),
    ],
)
def test_offer_over_two_sentences_or_by_a_turn_of_phrase(zin: str, aanbod: Aanbod) -> None:
    assert brief(zin).aanbod is aanbod


@pytest.mark.parametrize(
    ("zin", "sleutel"),
    [
        ("Zo hoeft niemand in onze stad aan de zijlijn te staan, en daarom kiezen wij hiervoor.", "maatwerk_doelgroep"),
        ("Het rijksgeld dat hiervoor is overgeheveld, volstaat en is al opgenomen in onze begroting.", "middelen_beschikbaar"),
    ],
)
def test_reason_in_favour_in_free_words(zin: str, sleutel: str) -> None:
    assert sleutel in sleutels(brief(f"{WEL} {zin}"), "redenen_wel")


@pytest.mark.parametrize(
    "zin",
    [
        "Vanuit de oude Wsw zijn er bij ons nog 40 beschutte arbeidsplaatsen.",
        "De 25 bestaande beschutte plekken lopen geleidelijk terug.",
        "In Duiven komen er 12 beschutte werkplekken.",
    ],
)
def test_places_of_the_old_law_or_of_others_are_none_of_ours(zin: str) -> None:
    assert brief(WEL, zin).plekken == ()


def test_a_number_for_a_far_year_leaves_open_how_many_there_are_now() -> None:
    gevonden = brief(WEL, "In 2020 hopen wij op 40 plekken beschut werk.", "Hoeveel plekken er nu komen, hangt af van de aanmeldingen.")
    assert "hangt_af_van_aanmeldingen" in sleutels(gevonden, "redenen_geen_aantal")


@pytest.mark.parametrize(
    ("regels", "sleutel"),
    [
        (("Wat bieden wij dan wel?", "- een gewone werkgever;", "- een jobcoach voor de werknemer."), "regulier_met_lks_jobcoach"),
        (("Wat wij deze inwoners aanreiken:", "- een plek als vrijwilliger;", "- hulp bij het zoeken."), "vrijwilligerswerk_activering"),
    ],
    ids=["split over items", "offered by the introduction"],
)
def test_alternative_in_an_enumeration(regels: tuple[str, ...], sleutel: str) -> None:
    assert sleutels(brief(GEEN, *regels), "alternatieven") == {sleutel}


@pytest.mark.parametrize(
    "zin",
    [
        "Een werkstage is overwogen, maar dat idee is voor deze mensen van tafel.",
        "Een werkstage lost voor deze mensen niets op.",
        "Voor statushouders hebben wij stages ingekocht.",
        "Een raadslid vroeg of stages een vervanging kunnen zijn.",
    ],
)
def test_what_was_turned_down_or_is_for_others_is_no_alternative(zin: str) -> None:
    assert brief(GEEN, zin).alternatieven == ()


@pytest.mark.parametrize(
    ("zin", "anders"),
    [
        ("Een motie om geen beschut werk aan te bieden is verworpen.", WEL),
        ("Het voorstel van een fractie om van beschut werk af te zien kreeg geen meerderheid.", WEL),
        ("Een eerder plan om beschut werk wel in te voeren is losgelaten.", GEEN),
    ],
)
def test_plan_that_was_voted_down_says_nothing_of_the_offer(zin: str, anders: str) -> None:
    assert brief(zin).aanbod is Aanbod.ZWIJGT
    assert brief(anders, zin).aanbod is brief(anders).aanbod


def test_reason_that_is_denied_to_be_bearable() -> None:
    assert sleutels(brief(GEEN, "De verplichtingen voor latere jaren zijn niet te overzien."), "redenen_niet") == {"financieel_risico"}
    assert brief(GEEN, "De verplichtingen voor latere jaren zijn goed te overzien.").redenen_niet == ()


@pytest.mark.parametrize(
    ("zin", "veld", "sleutel"),
    [
        ("Wie intensieve begeleiding nodig heeft, verdient ook een baan.", "redenen_wel", "maatwerk_doelgroep"),
        ("Aan geld ontbreekt het niet.", "redenen_wel", "middelen_beschikbaar"),
        ("Een klein groepje zou het gros van het budget opmaken.", "redenen_niet", "veel_geld_kleine_groep"),
        ("De sprong naar een gewone baan wordt lastiger.", "redenen_niet", "doorgroei_regulier"),
    ],
)
def test_reasons_in_a_letter_that_is_silent_on_the_offer(zin: str, veld: str, sleutel: str) -> None:
    assert sleutels(brief(zin), veld) == {sleutel}


@pytest.mark.parametrize(
    ("regels", "aanbod"),
    [
        (("Wat doen wij niet?", "- beschut werk aanbieden;", "- nieuwe mensen in dienst nemen."), Aanbod.BIEDT_NIET),
        (("Wat bieden wij aan?", "- beschut werk;", "- proefplaatsing."), Aanbod.BIEDT),
    ],
)
def test_offer_in_an_enumeration(regels: tuple[str, ...], aanbod: Aanbod) -> None:
    assert brief(*regels).aanbod is aanbod


@pytest.mark.parametrize(
    ("zin", "aantallen"),
    [
        ("Hoeveel plekken komen er in 2015? Antwoord: acht.", [8]),
        ("Voor beschut werk is in 2015 een aantal van 6 afgesproken.", [6]),
        ("E\u00e9n plek beschut werk kost ons ieder jaar meer.", []),
        ("Een motie om in 2015 twintig plekken beschut werk in te richten is verworpen.", []),
        ("Een fractie stelde twintig plekken beschut werk voor. Dat voorstel haalde het niet.", []),
    ],
)
def test_number_in_an_answer_and_the_price_of_a_place(zin: str, aantallen: list[int]) -> None:
    assert [tal.aantal for tal in brief(WEL, zin).plekken] == aantallen


# --- the offer in free words ------------------------------------------------------------------------------------------

AANBOD_VRIJ = {
    Aanbod.BIEDT: [
        "Er is voor gekozen gebruik te maken van de bevoegdheid die artikel 10b geeft.",
        "Voorgesteld wordt in te stemmen met de inrichting van beschutte werkplekken.",
        "Met de gemeenten in de regio is afgesproken dat wij beschut werk aanbieden.",
        "Beschut werk blijft in Zwolle bestaan.",
        "Als het UWV positief adviseert, volgt er in onze gemeente een beschutte baan.",
        "Vanaf dit voorjaar stromen de eerste mensen in op een beschutte werkplek.",
        "Beschut werk: ja.",
        "De wet biedt de mogelijkheid van beschut werk. Die benutten wij.",
    ],
    Aanbod.KAN: [
        "Beschut werk behoort tot de mogelijkheden, maar is geen automatisme.",
        "De tekst van de verordening luidt bewust dat het college beschut werk kan aanbieden.",
        "Beschut werk is in onze gemeente een kan-bepaling.",
        "Bij uitzondering kan iemand een dienstverband in een beschutte omgeving krijgen.",
    ],
    Aanbod.BIEDT_NIET: [
        "Van de bevoegdheid in artikel 10b wordt geen gebruik gemaakt.",
        "Aan beschut werk geven wij geen invulling.",
        "Het college zal geen uitvoering geven aan artikel 10b van de Participatiewet.",
        "Het antwoord op de vraag of wij beschut werk aanbieden luidt nee.",
        "Onze keuze is om beschut werk niet als voorziening op te nemen.",
        "Onze gemeente slaat beschut werk over.",
        "Wij leggen deze mogelijkheid naast ons neer.",
        "Van invoering van beschut werk is voorlopig geen sprake.",
        "Beschut werk: nee.",
        "Met artikel 10b doen wij vooralsnog niets.",
        "De wet biedt de mogelijkheid van beschut werk. Die laten wij voorlopig liggen.",
    ],
    Aanbod.ZWIJGT: [
        "Over beschut werk is nog geen besluit genomen.",
        "Wij weten nog niet of wij beschut werk gaan aanbieden.",
        "Voordat beschut werk wordt aangeboden, moet de raad een besluit nemen.",
        "Het UWV beoordeelt of iemand in aanmerking komt voor beschut werk.",
        "Beschut werk is een nieuwe voorziening in de Participatiewet.",
        "De gemeente is niet verplicht beschut werk aan te bieden.",
        "De participatieraad pleit voor beschut werk in onze gemeente.",
        "Wij hopen u hiermee voldoende te hebben geïnformeerd.",
    ],
}


@pytest.mark.parametrize(("aanbod", "zin"), _paren(AANBOD_VRIJ))
def test_offer_in_free_words(aanbod: Aanbod, zin: str) -> None:
    assert brief(zin).aanbod is aanbod


def _alle_sleutels(gevonden: Feiten) -> set[str]:
    velden = ("redenen_wel", "redenen_niet", "redenen_geen_aantal", "alternatieven")
    return {sleutel for veld in velden for sleutel in sleutels(gevonden, veld)}


# In a letter that offers: why, and why no number; a sentence on who gets it, or how that is decided, is neither.
WAAROM_WEL = {
    "maatwerk_doelgroep": [
        "Beschut werk dicht het gat voor kandidaten die bij een werkgever vastlopen.",
        "De een werkt zelfstandig, de ander heeft een beschutte plek nodig.",
        "De wet verlangt dat iedereen meedoet. Met beschut werk voldoen wij daaraan voor wie veel hulp nodig heeft.",
        "Volgens de Participatiewet werkt ieder naar vermogen. Voor deze inwoners is dat een beschutte werkplek.",
        "De Participatiewet wil maatwerk en daar hoort beschut werk bij.",
        "Wij bieden het aan voor wie nergens anders werk vindt, omdat ook zij meetellen.",
        "Mensen die veel begeleiding nodig hebben, verdienen een plek die bij hen past.",
        "Wij zetten beschut werk in, want deze inwoners redden het niet bij een gewone werkgever.",
        "Een andere vorm van werk is er voor deze groep niet.",
        "Daarmee krijgen ook inwoners met een zware beperking de kans om te werken.",
        "Voor hen is dit de enige mogelijkheid om aan het werk te komen.",
        "Wij willen deze groep een eigen plaats op de arbeidsmarkt niet onthouden.",
        "Elk mens is anders; voor deze groep past een beschutte plek het best.",
        "Beschut werk vult de leemte voor mensen die bij een werkgever niet mee kunnen komen.",
        "Wij willen voor elke inwoner een oplossing die op zijn situatie is afgestemd, ook voor wie veel hulp nodig heeft.",
        "Standaardvoorzieningen helpen deze inwoners niet verder; beschut werk wel.",
        "Wat voor de een werkt, werkt niet voor de ander. Voor deze inwoners werkt beschut werk.",
        "Andere instrumenten bieden deze groep te weinig.",
    ],
    "niets": [
        "Gevraagd is hoeveel inwoners een plek nodig hebben.",
        "Een lid vraagt of mensen die vastlopen hier wel tot hun recht komen.",
        "Het is werk voor wie veel hulp nodig heeft. Het UWV onderzoekt of een inwoner daarbij hoort.",
        "Inwoners met een beschutte plek tellen niet mee bij het quotum.",
        "Een gemeente die een plek geeft, laat kwetsbare mensen niet vallen.",
        "Wie niet zonder hulp kan werken, nemen wij bij het werkbedrijf in dienst.",
        "Indien iemand op geen andere manier aan het werk komt, mogen wij een plek geven.",
        "Wie een positief advies heeft, krijgt van ons een beschutte werkplek.",
        "Beschut werk is beschikbaar voor inwoners die daarop zijn aangewezen.",
        "Het college bekijkt per inwoner of beschut werk de juiste vorm is.",
        "Waar nodig zetten wij beschut werk in.",
        "Mocht iemand elders niet aan de slag komen, dan kan het college beschut werk inzetten.",
        "Personen met een indicatie kunnen bij ons terecht voor een beschutte plek.",
        "Wij kunnen een plek geven als de consulent dat passend vindt.",
        "Een plek is mogelijk wanneer de klantmanager dat voor de inwoner de beste weg acht.",
        "Hebben deze inwoners behoefte aan een beschutte plek?",
        "Mensen die meer begeleiding nodig hebben dan een werkgever kan geven, kunnen daarvoor bij het werkbedrijf terecht.",
        "De plekken zijn er voor inwoners die door een beperking alleen in een aangepaste omgeving kunnen werken.",
        "Een werkervaringsplaats is voor deze groep geen oplossing.",
        "Dagbesteding zien wij niet als passende oplossing voor deze inwoners.",
        "Of het college een plek geeft, hangt af van het oordeel van de consulent.",
        "Of iemand een beroep kan doen op beschut werk, hangt af van zijn situatie.",
        "Per inwoner wordt beoordeeld of hij gebruik kan maken van beschut werk.",
        "Ooit is gedacht aan 40 plekken in 2025. Hierover is geen besluit genomen.",
        "Ons beleid is inmiddels vastgesteld en bekendgemaakt.",
    ],
    "hangt_af_van_aanmeldingen": [
        "Een vast aantal noemen wij niet: hoe meer inwoners zich melden, hoe meer plekken er komen.",
        "Dienen zich meer kandidaten aan, dan stijgt het aantal plekken.",
        "Het aantal plekken is de uitkomst van het aantal adviezen.",
        "Een aantal geven wij niet. Dat volgt uit de verzoeken die wij krijgen.",
        "Een getal vooraf heeft geen zin; wij zien wel hoeveel mensen er binnenkomen.",
        "Komen er minder aanvragen, dan zijn er minder plekken nodig; een aantal staat dus niet vast.",
    ],
    "beleid_in_ontwikkeling": [
        "Een aantal is er niet: wij schaven nu aan het uitvoeringsplan.",
        "Een aantal ontbreekt nog, want eerst beschrijven wij in een notitie de werkwijze.",
        "Eerst stellen wij een kader op. Dan pas volgt het aantal plekken.",
        "Het uitvoeringsplan krijgt in het najaar vorm; tot die tijd noemen wij geen aantallen.",
    ],
}


@pytest.mark.parametrize(("sleutel", "zin"), _paren(WAAROM_WEL))
def test_what_a_letter_that_offers_tells_of_why(sleutel: str, zin: str) -> None:
    assert _alle_sleutels(brief(WEL, zin)) == {sleutel} - {"niets"}


# In a letter that does not offer: why, and what instead; what is turned down as well, or has nothing to do with it, is neither.
WAAROM_NIET = {
    "kosten_hoog": [
        "De exploitatie van een beschutte plek is zwaar negatief.",
        "De inkomsten van een plek wegen niet op tegen de loonkosten.",
        "Per plek zijn wij een som kwijt die wij niet kunnen uitleggen.",
        "De vergoeding van het Rijk valt in het niet bij wat een werkplek ons kost.",
        "Het geld uit Den Haag weegt niet op tegen de uitgaven per plaats.",
        "Elke plek sluit met een negatief saldo.",
        "Bij iedere plaatsing moet stevig worden bijgelegd.",
        "Wat wij ontvangen, is te weinig om een beschutte plek van te betalen.",
    ],
    "veel_geld_kleine_groep": [
        "Een flink deel van het re-integratiebudget gaat eraan op, terwijl het bereik nog geen drie procent is.",
        "Het is veel geld voor weinig begunstigden.",
        "De groep is klein en de uitgaven zijn groot. Dat vinden wij niet in verhouding.",
        "Enkele inwoners krijgen dan een onevenredig hoog bedrag. Dat vinden wij niet eerlijk.",
        "Een paar mensen krijgen veel, en voor de overige werkzoekenden schiet er nauwelijks iets over.",
        "De kosten zijn onevenredig als je kijkt naar het geringe aantal mensen dat ermee geholpen wordt.",
        "Het geld kan maar één keer worden besteed en zou hier aan enkelen toevallen.",
        "Voor de meeste bijstandsgerechtigden blijft er dan geen budget over.",
        "Het aantal inwoners dat wij ermee bereiken, staat in geen verhouding tot het geld dat het vraagt.",
        "Als enkelingen zoveel budget krijgen, heeft de grote groep het nakijken.",
        "De baten vallen toe aan een klein groepje.",
    ],
    "doorgroei_regulier": [
        "Een plek voor onbepaalde tijd neemt de prikkel om bij een gewone werkgever te gaan werken weg.",
        "De ervaring is dat niemand vanuit zo'n plek naar een gewone baan doorstroomt.",
        "Een beschutte plek zet een rem op de groei naar een gewone baan.",
        "Zo'n plek is funest voor de ontwikkelkansen van onze inwoners.",
        "Wij vrezen dat een beschutte plek de laatste halte wordt.",
        "Wij willen niemand afschermen van de gewone arbeidsmarkt.",
        "Iedereen moet een stap vooruit kunnen zetten. Beschut werk verhindert dat.",
    ],
    "financieel_risico": [
        "Hoe de financiering er over enkele jaren uitziet, is koffiedik kijken.",
        "De langetermijngevolgen voor onze begroting zijn nog niet in beeld.",
        "Over de toekomstige bekostiging tasten wij in het duister.",
        "De lasten voor latere jaren kennen wij niet.",
    ],
    "niets": [
        "Mevrouw De Wit vroeg of een plek niet veel te duur is.",
        "Van de tribune kwam de vraag of vrijwilligerswerk dan ook mag.",
        "Onze accountant wijst op de hoge kosten van een plek.",
        "De stelling dat een plek te duur is, is door het college ontzenuwd.",
        "Wij delen de zorg niet dat de kosten te hoog zijn.",
        "Wat een plek kost, heeft ons besluit op geen enkele wijze beinvloed.",
        "Een plek zou te duur zijn. Niets is minder waar.",
        "Iedere gemeente die beschut werk inricht, krijgt te maken met hoge kosten.",
        "Er komt geld van het Rijk. Hoe die regeling zal luiden, is nog onbekend.",
        "Bij de sociale werkplaats verandert er voor u niets.",
        "Het verlies bij het oude sw-bedrijf staat hier los van.",
        "De kosten van de Wsw hebben niets te maken met ons besluit over beschut werk.",
        "Voor ons zijn de kosten geen beslissend argument geweest.",
        "Van onverantwoorde risico's voor onze begroting is volgens ons geen sprake.",
        "De redenering dat mensen blijven hangen, spreekt ons niet aan.",
        "Met stages beginnen wij niet, omdat het risico op verdringing groot is.",
        "Dagbesteding is er voor een andere doelgroep en kost de gemeente al veel geld.",
        "Vrijwilligerswerk wijzen wij af, want dat houdt mensen weg bij gewoon werk.",
        "Een gewone baan met een jobcoach is voor hen niet weggelegd.",
        "Een stage levert deze mensen te weinig op.",
        "Vrijwilligerswerk viel af als vervanging.",
        "In de regio komen 120 banen voor mensen met een beperking.",
    ],
    "regulier_met_lks_jobcoach": [
        "Wij zoeken een baan bij een bedrijf voor hen. De ondernemer ontvangt een tegemoetkoming en een coach komt langs.",
        "Onze keuze is de gewone werkgever. Met een tegemoetkoming en een coach is dat goed mogelijk.",
        "Wij brengen deze mensen onder bij bedrijven in de buurt. Daarbij zetten wij een jobcoach in.",
        "Voor hen zoeken wij een baan bij een ondernemer. Via loonkostensubsidie lukt dat meestal.",
        "Werkgevers nemen deze inwoners in dienst. Zij krijgen daarvoor subsidie en hulp van een coach.",
    ],
    "arbeidsmatige_dagbesteding": [
        "Volgens de Wmo 2015, die dagbesteding kent, helpen wij deze inwoners.",
        "U kunt meedoen op een dagbestedingslocatie, zoals een kwekerij.",
        "De zorginstelling heeft dagbesteding met een werkend karakter. Daar kunnen onze inwoners naartoe.",
        "Arbeidsmatige dagbesteding komt hiervoor in de plaats.",
    ],
    "werkervaringsplaats": [
        "Deze inwoners doen bij het werkbedrijf zonder loon arbeidservaring op.",
        "Er zijn leerplekken bij het werkbedrijf. Die bieden wij deze groep aan.",
    ],
    "vrijwilligerswerk_activering": [
        "Wellicht is vrijwilligerswerk iets voor u.",
        "In de wijk is vrijwilligerswerk te vinden. Wij helpen deze inwoners daarnaartoe.",
    ],
}


@pytest.mark.parametrize(("sleutel", "zin"), _paren(WAAROM_NIET))
def test_what_a_letter_that_refuses_tells_of_why(sleutel: str, zin: str) -> None:
    assert _alle_sleutels(brief(GEEN, zin)) == {sleutel} - {"niets"}


@pytest.mark.parametrize(
    ("zin", "veld", "verwacht"),
    [
        ("Een enkeling zou zo het budget van vele anderen verbruiken.", "redenen_niet", {"veel_geld_kleine_groep"}),
        (
            "Deze inwoners helpen bij de voetbalclub of in het buurthuis als vrijwilliger.",
            "alternatieven",
            {"vrijwilligerswerk_activering"},
        ),
        ("Zij lopen een half jaar stage in het leerwerkbedrijf om ervaring op te doen.", "alternatieven", {"werkervaringsplaats"}),
        ("Voor de jeugdzorg zijn de uitgaven vorig jaar hoger dan de middelen.", "alternatieven", set()),
        ("Zij lopen geen stage en ervaring doen zij elders op?", "alternatieven", set()),
    ],
    ids=["reason", "alternative", "another alternative", "of another subject", "a question"],
)
def test_words_that_no_rule_foresaw(zin: str, veld: str, verwacht: set[str]) -> None:
    assert sleutels(brief(GEEN, zin), veld) == verwacht


def test_words_that_speak_for_another_reason_than_a_rule_found() -> None:
    gevonden = brief(GEEN, "De beperkte middelen zijn dan op aan een handjevol mensen, terwijl honderden anderen met lege handen staan.")
    assert sleutels(gevonden, "redenen_niet") == {"veel_geld_kleine_groep"}


@pytest.mark.parametrize(
    ("zin", "aanbod"),
    [
        ("Wij laten deze vorm van werk aan ons voorbijgaan en doen aan beschut werk niet mee.", Aanbod.BIEDT_NIET),
        ("Wij maken komend jaar een begin met beschut werk voor onze inwoners.", Aanbod.BIEDT),
        ("Zeewijk", Aanbod.ZWIJGT),
    ],
)
def test_offer_by_the_weight_of_words(zin: str, aanbod: Aanbod) -> None:
    assert brief("Deze brief gaat over beschut werk.", zin).aanbod is aanbod


@pytest.mark.parametrize(
    ("zin", "aanbod", "vermoed"),
    [
        ("Onze gemeente is niet in beschut werk gestapt.", Aanbod.BIEDT_NIET, True),
        ("Onze gemeente blijft van beschut werk af.", Aanbod.BIEDT_NIET, False),
        ("Van beschut werk neemt onze gemeente afstand.", Aanbod.BIEDT_NIET, False),
        ("Onze gemeente neemt geen afstand van beschut werk en zet het in.", Aanbod.BIEDT, False),
        ("Beschut werk is bij ons niet in de ijskast gezet maar in gebruik genomen.", Aanbod.BIEDT, False),
        ("Met beschut werk gaat onze gemeente in zee.", Aanbod.BIEDT, False),
        ("Beschut werk is een bevoegdheid van het college.", Aanbod.ZWIJGT, False),
        ("In het voorjaar vroeg u ons hoe het staat met beschut werk.", Aanbod.ZWIJGT, False),
        ("Wat wij doen", Aanbod.ZWIJGT, False),
        ("Wij bieden geen beschut werk aan.", Aanbod.BIEDT_NIET, False),
        ("Bij ons krijgt niemand een plek voor beschut werk.", Aanbod.BIEDT_NIET, False),
        ("Wij bieden beschut werk aan.", Aanbod.BIEDT, False),
    ],
)
def test_an_offer_that_only_words_weigh_for_is_presumed_when_they_leave_doubt(zin: str, aanbod: Aanbod, vermoed: bool) -> None:
    gevonden = brief("Deze brief gaat over beschut werk.", zin)
    assert (gevonden.aanbod, gevonden.aanbod_vermoed) == (aanbod, vermoed)


@pytest.mark.parametrize(
    ("zin", "vermoed"),
    [
        ("De raad heeft het eens gehad over beschut werk op deze plek.", True),  # a rule reads a choice, and no word bears it out
        ("De raad heeft besloten beschut werk in te voeren.", False),
    ],
    ids=["not borne out", "borne out by its words"],
)
def test_a_choice_that_a_rule_reads_in_free_words_is_presumed_unless_words_bear_it_out(zin: str, vermoed: bool) -> None:
    assert brief("Deze brief gaat over beschut werk.", zin).aanbod_vermoed is vermoed


@pytest.mark.parametrize(
    "zin",
    [
        "De veronderstelling dat onze gemeente geen beschutte plekken heeft, klopt niet.",
        "Dat wij geen beschut werk aanbieden, is een misverstand.",
        "Aan beschut werk wordt in onze gemeente niet getornd.",
        "Onze gemeente kiest ervoor beschut werk niet onbenut te laten.",
        "Een inwoner kan zich niet beroepen op gebrek aan beschut werk.",
    ],
)
def test_a_denied_denial_is_no_refusal(zin: str) -> None:
    assert brief("Deze brief gaat over beschut werk.", zin).aanbod is not Aanbod.BIEDT_NIET


def test_refusal_in_a_sentence_that_names_others() -> None:
    van_ons = brief("Deze brief gaat over beschut werk.", "Aan uw ministerie berichten wij dat wij van beschut werk geen gebruik maken.")
    van_een_ander = brief("Deze brief gaat over beschut werk.", "De gemeente Deventer bericht dat zij van beschut werk geen gebruik maakt.")
    assert (van_ons.aanbod, van_een_ander.aanbod) == (Aanbod.BIEDT_NIET, Aanbod.ZWIJGT)


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        ("Wij bieden geen beschut werk aan, omdat de prijs voor ons niet te rechtvaardigen is.", {"kosten_hoog"}),
        ("* De uitgaven per plek lopen te hoog op voor onze gemeente", {"kosten_hoog"}),
        ("Hoge kosten", set()),
        ("Een plek is duur. Dat geldt voor ons niet.", set()),
    ],
    ids=["behind because", "an item without a full stop", "a heading", "taken back"],
)
def test_where_a_reason_in_free_words_may_stand(zin: str, verwacht: set[str]) -> None:
    assert sleutels(brief(GEEN, zin), "redenen_niet") == verwacht


def test_what_words_weigh_for_does_not_go_before_the_articles() -> None:
    regels = (
        "Artikel 5 Beschut werk",
        "1. Het college biedt beschut werk aan.",
        "Toelichting",
        "Onze gemeente blijft van beschut werk af.",
    )
    waarom = "Wij kiezen voor maatwerk, want deze inwoners verdienen een plek die bij hen past."
    gevonden = feiten(lees("Verordening beschut werk Zwolle 2015", "De raad van de gemeente Zwolle;", "besluit:", *regels, waarom))
    assert (gevonden.aanbod, gevonden.aanbod_vermoed) == (Aanbod.BIEDT, False)
    assert sleutels(gevonden, "redenen_wel") == {"maatwerk_doelgroep"}


def test_what_is_there_instead_stands_beside_an_offer_that_is_only_presumed() -> None:
    gevonden = brief(
        "Deze brief gaat over beschut werk.",
        "Met beschut werk gaat onze gemeente in zee.",
        "In plaats van beschut werk bieden wij deze inwoners ook arbeidsmatige dagbesteding aan.",
    )
    assert sleutels(gevonden, "alternatieven") == {"arbeidsmatige_dagbesteding"}


@pytest.mark.parametrize(
    "lid",
    [
        "Het college biedt beschut werk aan aan personen die niet bij een reguliere werkgever kunnen werken.",
        "Het college biedt beschut werk aan aan personen die (nog) niet in een reguliere baan kunnen werken.",
        "Het college verstrekt beschut werk aan de persoon bij wie is gebleken dat hij niet zonder beschutte omgeving kan werken.",
        "Het college biedt beschut werk aan personen aan die alleen in een beschutte omgeving en niet in een gewone baan terechtkunnen.",
        "Het college biedt beschut werk aan, maar niet aan personen die de pensioengerechtigde leeftijd hebben bereikt.",
        "Aan wie geen werk bij een gewone werkgever kan vinden, wordt beschut werk aangeboden.",
    ],
)
def test_for_whom_the_offer_is_denies_none(lid: str) -> None:
    assert verordening(lid).aanbod is Aanbod.BIEDT


@pytest.mark.parametrize(
    ("zinnen", "verwacht"),
    [
        (("U vraagt of wij beschut werk aanbieden. Het antwoord is kort. Nee.",), Aanbod.BIEDT_NIET),
        (("De inspectie vroeg of wij beschut werk inzetten.", "Ja, sinds dit voorjaar."), Aanbod.BIEDT),
        (("Wij overwegen om beschut werk aan te bieden. Een besluit is er nog niet.",), Aanbod.ZWIJGT),
        (("Wij bieden beschut werk aan, maar een aantal kunnen wij u niet geven.",), Aanbod.BIEDT),
        (("Wij bieden arbeidsmatige dagbesteding aan in plaats van beschut werk.",), Aanbod.BIEDT_NIET),
        (("Het college heeft besloten beschut werk aan te bieden. Wij zien in de prijs geen reden om dat niet te doen.",), Aanbod.BIEDT),
    ],
    ids=["asked and denied", "asked and confirmed", "being weighed", "without a number", "something else instead", "despite the price"],
)
def test_an_offer_in_a_letter(zinnen: tuple[str, ...], verwacht: Aanbod) -> None:
    assert brief(*zinnen).aanbod is verwacht


@pytest.mark.parametrize(
    "lid",
    [
        "Dagbesteding is geen beschut werk.",
        "Een afzonderlijk tarief voor beschut werk hanteert het college niet.",
        "Zonder advies van het UWV wordt het verzoek om beschut werk afgewezen; dan bieden wij u geen beschut werk aan.",
        "Spaargeld speelt bij beschut werk geen rol.",
    ],
)
def test_beleidsregels_that_deny_something_in_a_case_do_not_refuse(lid: str) -> None:
    regeling = lees(
        "Beleidsregels beschut werk Zwolle 2018",
        "Burgemeester en wethouders van Zwolle;",
        "gelet op artikel 4:81 van de Algemene wet bestuursrecht;",
        "besluiten vast te stellen de Beleidsregels beschut werk Zwolle 2018.",
        "Artikel 1 Beschut werk",
        "1. Het college biedt wie daarop is aangewezen een dienstbetrekking aan.",
        f"2. {lid}",
    )
    assert feiten(replace(regeling, soort=Soort.BELEIDSREGELS)).aanbod is Aanbod.BIEDT
