"""The tail of a citation: "van de Participatiewet", "Awb", "van deze verordening", "van die wet", "van het Besluit X 2004"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from verordening_tool.references.titels import SAMENSTELLING, SOORT, WOORD, lees_titel
from verordening_tool.references.wetnamen import BEKENDE_WET, ZUSTERWETTEN, Wet, bekende_wet

EIGEN = "deze verordening"  # value in ``begrippen`` of a name for the regulation itself


class Staart(NamedTuple):
    """What a citation says about the regulation it points into; ``wet`` None with ``intern`` False: not known which."""

    eind: int
    wet: str | None
    bwb: str | None
    intern: bool = False
    anafoor: str | None = None  # "wet" in "die wet": the one of that kind that was named before
    boek: str | None = None  # "Boek 7 van het Burgerlijk Wetboek"


_VAN = re.compile(
    r"(?P<versie>\s*(?:\((?:oud|nieuw)\)|oud(?=\s)))?"  # "artikel 10b (oud) van de …"
    r"(?:(?P<van>\s*,?\s*(?:der\s+|(?:van|uit)\s+)"
    r"(?:(?P<die>(?:de\s+|het\s+)?(?:die|dat|genoemde|voornoemde|eerdergenoemde|laatstgenoemde|bedoelde|oude|vorige))\s+"
    r"|(?P<deze>deze|dit|onderhavige)\s+|(?:de|het|onze|uw)\s+(?:(?:huidige|geldende|nieuwe|vigerende)\s+)?)?[‘'\"“]?)"
    r"|(?P<los>\s*,?\s*[(\[]?))",
    re.IGNORECASE,
)
_BOEK = re.compile(
    r"(?:titel\s+[\d.]+\s+van\s+)?boek\s+(?P<nr>\d{1,2}[a-z]?)\s+(?:van\s+het\s+)?(?=BW\b|burgerlijk\s+wetboek)", re.IGNORECASE
)
_EIGEN_SOORT = re.compile(
    r"(?:verordening|regeling|beleidsregels?|nadere\s+regels|regels|besluit|reglement|uitvoeringsregels|[\w\-]+verordening)(?!\w|-\w)",
    re.IGNORECASE,
)
_HAAKJES = re.compile(r"\s*\((?P<kort>[A-Z][\w.\-]{0,9}(?:\s+20\d\d)?)\)")
_TWEEDE = re.compile(r"\s*(?:/|,?\s+(?:en|of|en/of|respectievelijk|dan\s+wel)\s+(?:van\s+)?(?:de\s+)?)")
_ANDER_STUK = re.compile(
    r"\s*,?\s*(?:van|uit)\s+(?:de|het|een|onze|uw)\s+(?!(?:artikel|bepaling|bepaalde|lid|leden|vorige|voorgaande|hoofdstuk|paragraaf|college|raad"
    r"|gemeente|gemeenteraad|burgemeester|aanvrager|belanghebbende|persoon|inwoner|cliënt|klant|deelnemer|werk|kandidaat|zijde|kant|minister"
    r"|\w+ste\s|\w+de\s+lid)\w*)[^\W\d_]",
    re.IGNORECASE,
)
_AFKORTING = re.compile(r"(?!UWV|SVB|CIZ|COA|CAK|DUO|NL|EU|II|IV|VI)[A-Z]{2,6}(?:-[A-Z]{2,5})?(?:\s20\d\d)?(?![\w-])")
# A citation whose law comes on the next line.
_BREEKT_AF = re.compile(r"\s*,?\s*(?:van|uit)(?:\s+(?:de|het))?\s*$", re.IGNORECASE)
_EUROPEES = re.compile(
    r"(?:verordening|richtlijn|besluit)\s*(?:\((?:EU|EG|EEG)\)\s*)?(?:nr\.?\s*)?\d{2,4}/\d{2,4}(?:/(?:EU|EG|EEG))?(?!\w)", re.IGNORECASE
)
_NAAMWOORD = re.compile(r"\s+\w[\w'’\-]*")
MAX_NAAMWOORDEN = 12


def zoek_staart(tekst: str, pos: int, begrippen: Mapping[str, str]) -> Staart | None:
    """The regulation that a citation ending at ``pos`` points into, or None when nothing is said about it."""
    van = _VAN.match(tekst, pos)
    begin, los, pos = (van.end(), van.lastgroup == "los", max(pos, van.end("versie"))) if van else (pos, True, pos)
    if van is None or (los and not tekst[begin : begin + 1].isupper()):
        return Staart(pos, None, None) if _BREEKT_AF.match(tekst, pos) else None  # a name without "van" before it has a capital
    if los and van["los"].rstrip().endswith(("(", "[")):
        return _tussen_haakjes(tekst, begin)
    boek = _BOEK.match(tekst, begin)
    begin = boek.end() if boek else begin
    bekend = bekende_wet_op(tekst, begin)
    if bekend:
        eind, wet = bekend
        return Staart(_na_haakjes(tekst, eind), wet.naam, wet.bwb, boek=boek["nr"].lower() if boek else None)
    if not los and van["deze"] and (eigen := _EIGEN_SOORT.match(tekst, begin)):
        return Staart(eigen.end(), None, None, intern=True)
    if not los and (van["die"] or van["deze"]):
        soort = SOORT.match(tekst, begin) or SAMENSTELLING.match(tekst, begin)
        return Staart(soort.end(), None, None, anafoor=soort.group().lower()) if soort else None
    gevonden = _eigen_naam(tekst, begin, begrippen, los=los) or (_hoofdletters(tekst, begin, pos) if los else None)
    # "van de tarieventabel", "van de instructie": some other text, which the citation does not show.
    elders = not los and (_ANDER_STUK.match(tekst, pos) or _BREEKT_AF.match(tekst, pos))
    return gevonden or (Staart(pos, None, None) if elders else None)


def _hoofdletters(tekst: str, begin: int, pos: int) -> Staart | None:
    """An abbreviation from outside the list, right behind the citation: "artikel 2:10 APV"."""
    kort = _AFKORTING.match(tekst, begin) if "," not in tekst[pos:begin] else None
    return Staart(kort.end(), kort.group(), None) if kort and not tekst[:pos].rstrip().isupper() else None


def bekende_wet_op(tekst: str, pos: int) -> tuple[int, Wet] | None:
    """The known law whose name stands at ``pos``, and where the name ends."""
    gevonden = BEKENDE_WET.match(tekst, pos)
    wet = bekende_wet(gevonden.group()) if gevonden else None
    return (gevonden.end(), wet) if gevonden and wet else None


def _tussen_haakjes(tekst: str, begin: int) -> Staart | None:
    """A law in brackets: "artikel 10b (Participatiewet)"."""
    bekend = bekende_wet_op(tekst, begin)
    if bekend is None or not tekst.startswith((")", "]"), bekend[0]):
        return None
    return Staart(bekend[0] + 1, bekend[1].naam, bekend[1].bwb)


@lru_cache(maxsize=1024)
def _zonder_lidwoord(naam: str) -> str:
    woorden = naam.lower().split()
    return " ".join(woorden[1:] if len(woorden) > 1 and woorden[0] in {"de", "het", "een"} else woorden)


def _gedefinieerd(tekst: str, pos: int, begrippen: Mapping[str, str], *, los: bool) -> tuple[int, str] | None:
    """A name that the text defines itself, at ``pos``; without "van de" before it only when written as a name."""
    woord = WOORD.match(tekst, pos) if begrippen else None
    namen = {_zonder_lidwoord(naam): waarde for naam, waarde in begrippen.items()} if woord else begrippen
    beste = None
    for _ in range(MAX_NAAMWOORDEN):
        if woord is None:
            break
        geschreven = tekst[pos : woord.end()]
        naam = " ".join(geschreven.lower().split())
        if naam in namen and not (los and geschreven.islower()):
            beste = (woord.end(), namen[naam])
        woord = _NAAMWOORD.match(tekst, woord.end())
    return beste


def _eigen_naam(tekst: str, begin: int, begrippen: Mapping[str, str], *, los: bool) -> Staart | None:
    """A defined name, a regulation of the European Union, or a title from outside the list."""
    if not los and (europees := _EUROPEES.match(tekst, begin)):
        return Staart(europees.end(), " ".join(europees.group().split()), None)
    titel = lees_titel(tekst, begin, los=los)
    gedefinieerd = _gedefinieerd(tekst, begin, begrippen, los=los)
    if gedefinieerd and (titel is None or gedefinieerd[0] >= titel):
        eind, naam = gedefinieerd
        if naam == EIGEN:
            return Staart(eind, None, None, intern=True)
        wet = bekende_wet(naam)
        return Staart(eind, wet.naam if wet else naam, wet.bwb if wet else None)
    if titel is None:
        return None
    naam = " ".join(tekst[begin:titel].split())
    if SOORT.fullmatch(naam):  # "de wet", "de verordening", and the text does not say which
        return None if los else Staart(titel, None, None)
    return Staart(titel, naam, None)


def _na_haakjes(tekst: str, eind: int) -> int:
    """Past an abbreviation in brackets that repeats the law: "Participatiewet (Pw)"."""
    haakjes = _HAAKJES.match(tekst, eind)
    return haakjes.end() if haakjes and bekende_wet(haakjes["kort"]) else eind


def zusterwet(tekst: str, staart: Staart) -> Staart | None:
    """The second law in "van de IOAW en de IOAZ", whose articles are numbered alike; else None."""
    tussen = _TWEEDE.match(tekst, staart.eind) if staart.wet in ZUSTERWETTEN else None
    bekend = bekende_wet_op(tekst, tussen.end()) if tussen else None
    if bekend is None or bekend[1].naam not in ZUSTERWETTEN or bekend[1].naam == staart.wet:
        return None
    return Staart(bekend[0], bekend[1].naam, bekend[1].bwb)


def laatste_wet(tekst: str) -> Wet | None:
    """The law that was named last in a text, for "die wet"; None when there is none."""
    namen = [gevonden.group() for gevonden in BEKENDE_WET.finditer(tekst)]
    return bekende_wet(namen[-1]) if namen else None
