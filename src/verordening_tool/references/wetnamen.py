"""The laws that municipal texts cite, with the abbreviations in use and their number in the Basiswettenbestand.

Numbers stand only where they were seen in an official text; a law without one is recognised all the same.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Wet(NamedTuple):
    """A law: official name, BWB number (None when not known here) and the short names in use."""

    naam: str
    bwb: str | None
    afkortingen: tuple[str, ...] = ()


PARTICIPATIEWET = "Participatiewet"
IOAW = "Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte werkloze werknemers"
IOAZ = "Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte gewezen zelfstandigen"

WETTEN: tuple[Wet, ...] = (
    Wet(PARTICIPATIEWET, "BWBR0015703", ("Pw", "PW", "P-wet", "Pwet", "PWet", "Part.wet")),
    Wet("Algemene wet bestuursrecht", "BWBR0005537", ("Awb", "AWB")),
    Wet("Gemeentewet", "BWBR0005416", ("Gemw", "Gem.w.", "Gemw.", "GemW")),
    Wet("Bekendmakingswet", "BWBR0004287", ("Bekw",)),
    Wet(IOAW, "BWBR0004044", ("IOAW", "Ioaw")),
    Wet(IOAZ, "BWBR0004163", ("IOAZ", "Ioaz")),
    Wet("Besluit advisering beschut werk", "BWBR0035947"),
    Wet("Regeling Participatiewet, IOAW en IOAZ", "BWBR0015738"),
    Wet(
        "Besluit bijstandverlening zelfstandigen 2004",
        "BWBR0015711",
        ("Bbz 2004", "BBZ 2004", "Bbz", "BBZ", "Besluit bijstandsverlening zelfstandigen 2004", "Besluit bijstandverlening zelfstandigen"),
    ),
    Wet("Wet werk en bijstand", None, ("WWB", "Wwb")),
    Wet("Algemene bijstandswet", "BWBR0007333", ("Abw", "ABW")),
    Wet("Wet investeren in jongeren", "BWBR0026054", ("WIJ", "Wij")),
    Wet("Wet inkomensvoorziening oudere werklozen", "BWBR0024394", ("IOW",)),
    Wet("Wet sociale werkvoorziening", "BWBR0008903", ("Wsw", "WSW")),
    Wet("Wet inschakeling werkzoekenden", "BWBR0009083", ("Wiw", "WIW")),
    Wet("Wet structuur uitvoeringsorganisatie werk en inkomen", "BWBR0013060", ("Wet SUWI", "Wet suwi", "Wet Suwi", "SUWI", "Suwi")),
    Wet("Besluit SUWI", None, ("Besluit Suwi",)),
    Wet("Wet maatschappelijke ondersteuning 2015", "BWBR0035362", ("Wmo 2015", "WMO 2015", "Wmo", "WMO")),
    Wet("Jeugdwet", "BWBR0034925", ("Jw",)),
    Wet("Wet langdurige zorg", "BWBR0035917", ("Wlz", "WLZ")),
    Wet("Zorgverzekeringswet", "BWBR0018450", ("Zvw", "ZVW")),
    Wet("Wet op de zorgtoeslag", "BWBR0018451"),
    Wet("Wet op de huurtoeslag", None, ("Wht",)),
    Wet("Wet op het kindgebonden budget", "BWBR0022751", ("WKB", "Wkb")),
    Wet("Algemene wet inkomensafhankelijke regelingen", "BWBR0018472", ("Awir", "AWIR")),
    Wet("Ziektewet", "BWBR0001888", ("ZW",)),
    Wet("Werkloosheidswet", "BWBR0004045", ("WW",)),
    Wet("Wet werk en inkomen naar arbeidsvermogen", "BWBR0019057", ("Wet WIA", "WIA")),
    Wet("Wet op de arbeidsongeschiktheidsverzekering", "BWBR0002524", ("WAO",)),
    Wet("Wet arbeidsongeschiktheidsverzekering zelfstandigen", "BWBR0008656", ("WAZ", "Waz")),
    Wet("Wet arbeidsongeschiktheidsvoorziening jonggehandicapten", "BWBR0008657", ("Wet Wajong", "Wajong")),
    Wet("Wet arbeidsongeschiktheidsvoorziening militairen", "BWBR0002822", ("Wamil", "WAMIL")),
    Wet("Toeslagenwet", "BWBR0004043", ("TW",)),
    Wet("Algemene nabestaandenwet", "BWBR0007795", ("Anw", "ANW")),
    Wet("Algemene Ouderdomswet", "BWBR0002221", ("AOW",)),
    Wet("Algemene Kinderbijslagwet", "BWBR0002368", ("AKW",)),
    Wet("Wet minimumloon en minimumvakantiebijslag", "BWBR0002638", ("WML", "Wml")),
    Wet("Besluit minimumjeugdloon", "BWBR0003599"),
    Wet("Besluit loonkostensubsidie Participatiewet", None),
    Wet("Besluit participatiewet", None),
    Wet("Wet arbeid en zorg", "BWBR0013008", ("Wazo", "WAZO")),
    Wet("Wet financiering sociale verzekeringen", "BWBR0017745", ("Wfsv",)),
    Wet("Wet inburgering 2021", "BWBR0044770", ("Wi 2021", "WI2021")),
    Wet("Wet inburgering", "BWBR0020611"),
    Wet("Wet taaleis Participatiewet", "BWBR0036496", ("Wet taaleis",)),
    Wet("Invoeringswet Participatiewet", "BWBR0035333"),
    Wet("Invoeringswet Wet werk en bijstand", "BWBR0015704"),
    Wet("Wet gemeenschappelijke regelingen", "BWBR0003740", ("Wgr", "WGR")),
    Wet("Wet gemeentelijke schuldhulpverlening", None, ("Wgs", "WGS")),
    Wet("Wet basisregistratie personen", None, ("Wet BRP", "Wet brp", "Wbrp")),
    Wet("Wet bescherming persoonsgegevens", None, ("Wbp", "WBP")),
    Wet("Algemene verordening gegevensbescherming", None, ("AVG",)),
    Wet("Uitvoeringswet Algemene verordening gegevensbescherming", None, ("UAVG",)),
    Wet("Wet openbaarheid van bestuur", None, ("Wob", "WOB")),
    Wet("Wet open overheid", None, ("Woo", "WOO")),
    Wet("Wet bevordering integriteitsbeoordelingen door het openbaar bestuur", None, ("Wet Bibob", "Wet BIBOB", "Wet bibob")),
    Wet("Financiële-verhoudingswet", "BWBR0008290", ("Fvw",)),
    Wet("Burgerlijk Wetboek", None, ("BW",)),
    Wet("Wetboek van Strafrecht", "BWBR0001854", ("WvSr", "Sr")),
    Wet("Wetboek van Strafvordering", None, ("WvSv", "Sv")),
    Wet("Wetboek van Burgerlijke Rechtsvordering", "BWBR0001827", ("Rv",)),
    Wet("Grondwet", None, ("Gw",)),
    Wet("Invorderingswet 1990", None, ("IW 1990", "IW")),
    Wet("Algemene wet inzake rijksbelastingen", None, ("Awr", "AWR")),
    Wet("Wet waardering onroerende zaken", None, ("Wet WOZ",)),
    Wet("Wet inkomstenbelasting 2001", "BWBR0011353", ("Wet IB 2001",)),
    Wet("Wet op de loonbelasting 1964", "BWBR0002471", ("Wet LB 1964",)),
    Wet("Algemene termijnenwet", None, ("Atw",)),
    Wet("Vreemdelingenwet 2000", "BWBR0011823", ("Vw 2000", "Vw")),
    Wet("Wet Centraal Orgaan opvang asielzoekers", "BWBR0006685", ("Wet COA",)),
    Wet("Wet studiefinanciering 2000", "BWBR0011453", ("WSF 2000", "Wsf 2000", "WSF", "Wsf")),
    Wet("Wet tegemoetkoming onderwijsbijdrage en schoolkosten", "BWBR0012438", ("WTOS", "Wtos")),
    Wet("Wet educatie en beroepsonderwijs", "BWBR0007625", ("WEB",)),
    Wet("Wet op het hoger en wetenschappelijk onderwijs", "BWBR0005682"),
    Wet("Wet op het hoger onderwijs en wetenschappelijk onderzoek", None, ("WHW",)),
    Wet("Wet voortgezet onderwijs 2020", "BWBR0044212", ("WVO 2020",)),
    Wet("Wet op het voortgezet onderwijs", None, ("WVO",)),
    Wet("Wet op het primair onderwijs", None, ("WPO",)),
    Wet("Wet op de expertisecentra", "BWBR0003549", ("WEC",)),
    Wet("Leerplichtwet 1969", None, ("Leerplichtwet", "Lpw")),
    Wet("Wet kinderopvang", "BWBR0017017", ("Wko",)),
    Wet("Wet verplichte geestelijke gezondheidszorg", "BWBR0040635", ("Wvggz",)),
    Wet("Wet zorg en dwang psychogeriatrische en verstandelijk gehandicapte cliënten", "BWBR0040632", ("Wzd",)),
    Wet("Wet publieke gezondheid", None, ("Wpg",)),
    Wet("Handelsregisterwet 2007", "BWBR0021777", ("Hrw",)),
    Wet("Wet op de identificatieplicht", "BWBR0006297"),
    Wet("Rijkswet op het Nederlanderschap", "BWBR0003738"),
    Wet("Ambtenarenwet 2017", None),
    Wet("Ambtenarenwet", "BWBR0001947"),
    Wet("Pensioenwet", "BWBR0020809"),
    Wet("Wet op het financieel toezicht", "BWBR0020368", ("Wft",)),
    Wet("Wet algemene bepalingen omgevingsrecht", None, ("Wabo", "WABO")),
    Wet("Wet ruimtelijke ordening", None, ("Wro", "WRO")),
    Wet("Wet milieubeheer", None, ("Wm",)),
    Wet("Omgevingswet", None, ("Ow",)),
    Wet("Woningwet", None),
    Wet("Huisvestingswet 2014", None, ("Huisvestingswet",)),
    Wet("Monumentenwet 1988", None),
    Wet("Erfgoedwet", None),
    Wet("Wegenverkeerswet 1994", None, ("WVW 1994", "Wvw 1994")),
    Wet("Opiumwet", None),
    Wet("Paspoortwet", None),
    Wet("Kieswet", None),
    Wet("Faillissementswet", None, ("Fw",)),
    Wet("Archiefwet 1995", None, ("Archiefwet",)),
    Wet("Wet op de lijkbezorging", None, ("Wlb",)),
    Wet("Wet overige OCW-subsidies", "BWBR0009458"),
)

# Laws whose articles are numbered alike and that texts cite in one breath ("artikel 35 van de IOAW en de IOAZ").
ZUSTERWETTEN = frozenset({IOAW, IOAZ})


def _soepel(naam: str) -> str:
    """Pattern of a name in which any white space may stand between the words (a break at the end of a line too)."""
    return r"\s+".join(re.escape(woord) for woord in naam.split())


_PER_NAAM = {wet.naam.lower(): wet for wet in WETTEN}
_PER_AFKORTING = {kort: wet for wet in WETTEN for kort in wet.afkortingen}


def _een_van(namen: list[str]) -> str:
    return "|".join(_soepel(naam) for naam in sorted(namen, key=len, reverse=True))


_NAAM = rf"(?P<naam>(?i:{_een_van([wet.naam for wet in WETTEN])}))"
_KORT = rf"(?P<kort>{_een_van([kort for wet in WETTEN for kort in wet.afkortingen])})"
BEKENDE_WET = re.compile(rf"(?<!\w)(?:{_NAAM}|{_KORT})(?!\w|-\w)")


def bekende_wet(naam: str) -> Wet | None:
    """The law with this official name or abbreviation, or None."""
    plat = " ".join(naam.split())
    return _PER_NAAM.get(plat.lower()) or _PER_AFKORTING.get(plat)


def wet_aan_het_eind(tekst: str) -> tuple[int, Wet] | None:
    """The law whose name a text ends with, and where that name begins."""
    namen = [naam for naam in BEKENDE_WET.finditer(tekst) if naam.end() == len(tekst)]
    wet = bekende_wet(namen[-1].group()) if namen else None
    return (namen[-1].start(), wet) if wet else None
