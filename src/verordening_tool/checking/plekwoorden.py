"""Patterns over folded text for numbers of places: how they are written, and what shows that a number counts something else."""

from __future__ import annotations

import re

from verordening_tool.language.getallen import CIJFERS, TELWOORD

GETAL = rf"(?:{CIJFERS}|{TELWOORD})"
_VOOR = r"(?:(?:bw|wbw|nbw|beschut|beschutte|beschutwerk|beschut-werk|nieuw-beschut|werk|arbeids|ontwikkel|voltijds?|deeltijd)-?)*"
PLEK = (
    rf"{_VOOR}(?:plekken|plek|plaatsen|plaats|banen|baan|dienstbetrekking(?:en)?|dienstverband(?:en)?|arbeidsovereenkomst(?:en)?"
    r"|arbeidscontract(?:en)?|contracten|aanstellingen|betrekkingen|arbeidsrelaties|plaatsingen|bwx(?:dienst)?)"
)
MENS = (
    r"(?:personen|persoon|mensen|inwoners?|kandidaten|kandidaat|clienten|client|klanten|deelnemers?|medewerkers?|werknemers?|burgers"
    r"|stadgenoten|stadgenoot|dorpsgenoten|dorpsgenoot|beschutwerkers|bijstandsgerechtigden|uitkeringsgerechtigden|belanghebbenden)"
)
FTE = r"(?:fte'?s?|ftes|formatieplaatsen|arbeidsjaren|voltijdsequivalenten|voltijdseenheden|voltijdplaatsen)"
_BIJVOEGLIJK = (
    r"(?:(?:extra|nieuwe?|nieuw beschut(?:te)?|beschut(?:te)?|beschut werk|beschermde|betaalde|volledige|zulke|aanvullende|additionele"
    r"|structurele|tijdelijke|gemeentelijke|fulltime|verschillende|beschikbare|dergelijke|deze|van deze|van die|van zulke|eigen|vaste"
    r"|concrete|gerealiseerde|te realiseren|passende|bijkomende|gesubsidieerde|voltijdse|van de|reguliere|bestaande|bezette|lokale|eerste"
    r"|onze) +){0,3}?"
)
BENADERING = (
    r"(?:circa|ca\.?|ongeveer|om en nabij de?|rond de|zo'n|een kleine|ruim|bijna|naar schatting|naar verwachting|plusminus|tegen de"
    r"|tussen de|\+/-)"
)
_TOT = rf"(?:maximaal|minimaal|ten minste|ten hoogste|hoogstens|minstens|voorlopig|vooralsnog|{BENADERING})"

# with a unit behind it, as in: twaalf (12) nieuwe plekken; 10 tot 12 personen
TELLING = re.compile(
    rf"(?<![\w.,/-])(?P<getal>{GETAL})(?: ?\({GETAL}\))?(?: ?(?:-|a|tot|tot en met|of) ?(?P<tweede>{GETAL}))?"
    rf" +{_BIJVOEGLIJK}(?:(?P<plek>{PLEK})|(?P<mens>{MENS})|(?P<fte>{FTE}))(?![\w])"
)
# "het aantal plekken bedraagt in 2015 acht": the unit first
AANTAL = re.compile(
    r"(?:\b(?:aantal|aantallen|omvang|aanbod|formatie|capaciteit|taakstelling|getal|minimum|opdracht|opgave|volume|ambitie|streefgetal"
    rf"|streefcijfer)\b|\b{PLEK}\b)[^.;?!\n]{{0,110}}?"
    r"(?:\b(?:is|zijn|bedraagt|bedragen|wordt|worden|komt|komen|op|van|naar|staat|uit|gelijk aan|telt|beloopt|namelijk|te weten)|[:=])"
    r" +(?:(?:in|voor|over|per|eind) 20[1-4]\d )?"
    rf"(?:(?:{_TOT}|vastgesteld|bepaald|gesteld|geraamd|uit|op|aan|dus|daarmee) +){{0,3}}(?P<getal>{GETAL})(?![\w])"
)
# an answer ("hoeveel plekken komen er? Antwoord: acht"), or what stands behind a colon
ANTWOORD = re.compile(
    rf"(?:\bhoeveel (?:\w+ )?{PLEK}\b[^?\n]{{0,80}}\?(?: (?:het )?antwoord(?: is| luidt)?)?:?|\bbeschut(?: werk\w*)?(?: in 20[1-4]\d)?:"
    rf"|\baantal van) +(?P<getal>{GETAL})(?![\w])"
)
# our part of a larger number: "van de 1600 plekken zijn er 12 voor onze gemeente"
DEEL = re.compile(
    r"\b(?:waarvan(?: er)?|zijn (?:dat |het )?er|is dat|komen er|gaat het (?:hier |dan )?om|neer op|betekent dat"
    r"|daarvan(?: zijn| komen)?(?: er)?"
    rf"|aandeel(?: \w+){{0,4}}?(?: is| van| op)?) +(?:{BENADERING} +)?(?P<getal>{GETAL})(?![\w])"
)
# what stands before tells what is counted: "Hoeveel plekken er minimaal zijn … Voor Zutphen zijn dat er 66"
VERWIJST_TERUG = re.compile(r"\W*(?:voor|in|bij) (?:de gemeente )?[\w -]{3,30}? (?:is|zijn|was|waren|gaat|komt|betekent) (?:dat|dit|het)\b")
# by year, in both orders
JAAR_GETAL = re.compile(
    r"(?P<jaar>20[1-4]\d)(?: ?[:=,|-]| (?:zijn|gaat|het|dat|er|om|komen|worden|is|nog|daar|bij|naar|dan|tot|op))*"
    rf" +(?P<getal>{GETAL})(?![\w.]*\d)(?![\w])"
)
GETAL_JAAR = re.compile(
    rf"(?<![\w.,/-])(?P<getal>{GETAL})(?: {_BIJVOEGLIJK}{PLEK})?(?: beschut werk)?"
    r" (?:(?:in|voor|over|per|eind|ultimo) )+(?P<jaar>20[1-4]\d)"
)
RESPECTIEVELIJK = re.compile(
    r"(?P<jaren>20[1-4]\d(?:(?:, ?| en )20[1-4]\d)+)[^.;]{0,60}?"
    r"\b(?:respectievelijk|achtereenvolgens|onderscheidenlijk) +"
    rf"(?P<getallen>{GETAL}(?:(?:, ?| en ){GETAL})+)"
)
JAAR = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d/])(?!-\d{3})")
NA_LOS_GETAL = re.compile(  # what may follow a number that has no noun of its own
    r" *(?:$|[^a-z0-9 %-])| +(?:(?:en|of|in|voor|per|over|bij|ervan|daarvan|gesteld|vastgesteld|bepaald|vast|geraamd"
    r"|begroot|afgesproken|aan|extra|uit|tot|te|zijn|is|worden|wordt|komen|gaan|gereserveerd|opgenomen|beschikbaar|nieuwe|beschut\w*)\b"
    rf"|{_BIJVOEGLIJK}(?:{PLEK}|{MENS}|{FTE})\b)"
)

ONZE = re.compile(r"\b(?:onze|eigen|deze) gemeente\b|\bbij ons\b|\bvoor ons\b|\bhier\b|\bwij\b|\bons aandeel\b|\bonze\b")
LANDELIJK = re.compile(
    r"\b(?:landelijke?|kabinet|regeerakkoord|rijksoverheid|nederland(?:se)?|nationale?|staatssecretaris|structurele situatie"
    r"|alle gemeenten|gemeenten samen|(?:heel |hele |het |ons )land|sociaal akkoord|inspectie|kamerbrief|tweede kamer|regering"
    r"|wetgever|memorie van toelichting|den haag|vng|cedris|divosa|gemeenten gezamenlijk)\b"
)
DIE_GEMEENTE = re.compile(r"\b(?:die|deze) gemeente\b")  # the one that was named before
ELDERS = re.compile(
    r"\b(?:(?:andere|omliggende|buur|overige|meeste|sommige|regio|de|deze|\w+) ?gemeenten|buurgemeenten?|gemeenten in de regio"
    r"|(?:arbeidsmarkt)?regio|regionale?|regiobreed|samenwerkingsverband|gezamenlijk\w*|provincie)\b"
)
MET_ANDEREN = re.compile(  # with or at whom: says nothing of whose places they are
    r"\b(?:\w*bedrijf|\w*bedrijven|organisatie|\w*dienst|werkplein|stichting|partners?|werkgevers?|ondernemers?|partijen|instellingen)"
    r" (?:in|van|uit|voor) (?:de|onze) (?:arbeidsmarkt)?regio\b"
    r"|\bregionale? (?:\w*bedrijf|\w*dienst|organisatie|uitvoeringsorganisatie)\b"
    r"|\b(?:samen|in overleg|in samenwerking|in afstemming|na overleg) met (?:de )?(?:andere |omliggende |overige )?"
    r"(?:gemeenten|regio\w*|buurgemeenten?)"
)
ANDER_WERK = re.compile(
    r"\b(?:wsw[\w-]*|sw-\w+|wiw\w*|id-banen|garantieba\w+|afspraakba\w+|banenafspraak|participatiepl\w+|werkstages?|stagepl\w+|dagbesteding\w*"
    r"|vrijwilligers\w*|proefplaats\w*|leerwerkp\w+|werkervarings\w+|parkeer\w+|opvangp\w+|reguliere (?:ba|werk)\w+|sociale werkvoorziening"
    r"|detacheringsba\w+|leer-?werk\w*|statushouders|kinderopvang|woning\w*)\b"
)
OUDE_REGELING = re.compile(  # places of the Wsw are beschut too, but from before 2015
    r"\b(?:(?:uit|vanuit|onder|binnen|in|van|krachtens|volgens|via) (?:de |het )?(?:oude |vroegere |voormalige |huidige |bestaande )?"
    r"(?:wsw\b|sw\b|sociale werkvoorziening|wet sociale werkvoorziening)|wsw-|sw-(?:plek|plaats|baan|banen|dienst|werk|mede)|oude stijl"
    r"|oud-wsw|zittende (?:bestand|groep)|verdwijnen|afgebouwd|uitsterf\w*|(?:loopt|lopen) (?:geleidelijk |langzaam )?(?:af|terug)\b"
    r"|wachtlijst\w*|afbouw\w*|nog een wsw|bestaande (?:beschutte )?(?:plekken|plaatsen|werkplekken|arbeidsplaatsen|dienstverbanden)"
    r"|natuurlijk verloop|afvloei\w*)"
)
NIEUW = re.compile(r"\b(?:nieuw\w*|participatiewet|daarnaast|extra|erbij|vervang\w*|in de plaats)\b")
GEEN_PLAATSING = re.compile(  # people who are not (yet) placed
    r"\b(?:wachtlijst|wachten|aangemeld|aanmelding\w*|melden|advies|adviezen|adviseer\w+|aanvrage?n?|aangevraagd|indicatie\w*|geindiceerd\w*"
    r"|naar schatting|doelgroep|uitkering|bijstand|voorgedragen|gescreend|screening|voorselectie|onderzocht|aangewezen|kaartenbak|bestand"
    r"|ontwikkelplan|gesprek\w*|raadsl\w+|potentieel|potentiele|\w*bijeenkomst\w*|bezocht\w*|bezoekers?|aanwezig\w*|toehoorders?)\b"
)
PLAATSING = re.compile(
    r"\b(?:plek\w*|plaats\w*|geplaatst\w*|werkplek\w*|dienst|dienstverband\w*|dienstbetrekking\w*|aanbieden|aangeboden|bieden|biedt|beschut\w*"
    r"|aan het werk|aan de slag|ruimte)\b"
)
VERONDERSTELD = re.compile(
    r"\b(?:stel|stel dat|bijvoorbeeld|bij wijze van|rekenvoorbeeld|fictief|hypothetisch|voor (?:elke|iedere|elk)|op elke)\b"
)
GEOPPERD = re.compile(  # a number that others bring up: who advises, asks or pleads decides nothing
    r"\b(?:adviesraad|clientenraad|participatieraad|fracties?|raadslid|raadsleden|vakbond\w*|insprekers?|belangenorganisatie\w*)\b[^.;]*"
    r"\b(?:vraagt|vragen|vroeg|vroegen|oppert|opperen|opperde\w*|bepleit\w*|pleit\w*|wil|willen|wenst|wensen|stelt voor|suggereer\w*)\b"
)
VERWORPEN = re.compile(  # a plan that did not make it
    r"\b(?:verworpen|verwierp\w*|afgewezen|wees\b.*\baf|ingetrokken|niet (?:aangenomen|overgenomen|gevolgd|gehaald|doorgegaan)|weggestemd"
    r"|(?:geen|onvoldoende|te weinig) (?:meerderheid|steun|draagvlak)|haald\w+ het niet|van tafel|afgevallen|gesneuveld|gestrand|losgelaten"
    r"|ontraden|ontraadd\w+|van de hand|terzijde)\b"
)
PLAN = re.compile(
    r"\b(?:motie|amendement|\w*voorstel|variant|optie|scenario|suggestie|idee|gedachte|verzoek|oproep|pleidooi|plan|wens|fracties?"
    r"|raadslid|raadsleden|aantal|ambitie|dat|die|deze|dit)\b"
)
VERWIJZING = re.compile(
    r"(?:\b(?:artikel(?:en)?|art\.?|lid|leden|hoofdstuk|paragraaf|bijlage|onderdeel|sub|nr\.?|nummer|tabel|pagina|pag\.?|blz\.?|versie"
    r"|kamerstuk|categorie|fase|trede|vraag|punt|ad)|\be|\$) ?$"
)
PRIJS = re.compile(
    r" (?:\w+ )?\w*(?:plek|plaats|baan) (?:(?:voor |in )?beschut\w* werk )?(?:kost|vergt|vraagt|drukt)\b"
)  # what one place costs is no number of places
PRIJS_VAN = re.compile(r"\b(?:geld|prijs|kosten|bedrag|budget) van $")
ONTKEND_ERVOOR = re.compile(r"(?:\bgeen|\bniet|\bper|\belke?|\biedere?|\bvan de) *$")
MINISTER = re.compile(
    r"\b(?:minister\w*|ministeriele|ministerie|taakstelling|rijk|wettelijk\w*|bijlage ii|szw|minimumaantal|verplichte? aantal)\b"
)
BESTAAND = re.compile(
    r"\b(?:op dit moment|momenteel|inmiddels|thans|reeds|tot nu toe|tot op heden|bezet|waren|werden|bestonden|gerealiseerd|ingevuld"
    r"|geplaatst|realiseerden?|plaatsten|vervuld|werkten|werkzaam|afgelopen jaar|vorig jaar|tell?en wij|telden?|bezetten|vullen|gegaan"
    r"|overgegaan|kwamen? er|er zijn er|ingepland)\b"
)
NOG_TE = re.compile(
    r"\b(?:worden|wordt|zullen|zal|te realiseren|te plaatsen|moeten|moet|willen|wil|gaan|gaat|kunnen|kan|komen|komt|voornemen\w*|dienen"
    r"|dient|te hebben|streven|verwachten|verwacht|beogen|plannen|doel|ambitie|streeft|uiterlijk|stelt|beschikbaar|reserveren"
    r"|gereserveerd|begroot|geraamd|voorzien)\b"
)
ULTIMO = re.compile(r"\b(?:ultimo|eind|einde|aan het einde?|per 31 december|op 31 december|31-12|jaareinde|bij afsluiting van)\b")
IN_JAAR = re.compile(
    r"\b(?:nieuwe|extra|erbij|bijkomende|aanvullende|jaarlijks\w*|per jaar|per kalenderjaar|(?:ieder|elk) (?:kalender)?jaar|instroom\w*"
    r"|instromen|realiser\w+|gerealiseerd|creer\w+|gecreeerd|in de loop van|gedurende)\b"
)
ZINSDEEL = re.compile(r"[;:()]|, (?!en\b|de\b)|,? (?:waarvan|maar|terwijl|waarbij|daarvan|zodat)\b| en (?=in 20|in \w+ om |de |wij|het )")
WAARIN = re.compile(r"\W*waarin\b")
ZOU = re.compile(r"\b(?:zou|zouden)\b")
DIT_JAAR = re.compile(rb"\b(?:dit|lopende|huidige) (?:kalender)?jaar\b")
VOLGEND_JAAR = re.compile(rb"\b(?:volgend|komende?|aanstaande) (?:kalender)?jaar\b")
