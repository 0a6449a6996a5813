"""Which gemeente a document is of: from the aanhef, the opschrift, the letterhead or the publication."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from verordening_tool._paths import data_map
from verordening_tool.document.blok import Metadata

_WOORD = r"[A-ZÀ-Þ][\w'’-]*"
_TUSSEN = r"(?:(?:aan|de|den|der|het|'t|’t|op|en|in|bij|van|over|ter|ten|a/d|ad)\s+)*"
_NAAM = r"(?P<naam>(?:['’]s[- ]|['’]t\s)?" + _WOORD + r"(?:(?:[\s\u00a0]+|[/-])" + _TUSSEN + r"(?:" + _WOORD + r"|\(\w+\.?\)))*)"
_VAN_GEMEENTE = re.compile(r"\b[Gg](?:emeente|EMEENTE|em\.)[\s\u00a0]+" + _NAAM)
_VAN_ORGAAN = re.compile(
    r"\b(?i:raad[\s\u00a0]+(?:van|der)(?:[\s\u00a0]+de)?|wethouders[\s\u00a0]+(?:van|der)(?:[\s\u00a0]+de)?|burgemeester[\s\u00a0]+van(?:[\s\u00a0]+de)?|gemeenteraad[\s\u00a0]+(?:van[\s\u00a0]+)?"
    r"|college[\s\u00a0]+van(?:[\s\u00a0]+b[\s\u00a0]?(?:&|en)[\s\u00a0]?w(?:[\s\u00a0]+van)?)?(?![\s\u00a0]+(?:burgemeester|gedeputeerde|b\b)))"
    r"[\s\u00a0]*(?i:gemeente[\s\u00a0]+)?" + _NAAM
)
_CITAAT = re.compile(r"(?:erordening|eleidsregels?)\b[^.;:\n]{0,80}?[\s\u00a0]" + _NAAM + r"[\s\u00a0]+(?:19|20)\d\d\b")
_ONDERWERPEN = frozenset(
    {"Participatiewet", "Wmo", "Jeugdwet", "Werk", "Inkomen", "Participatie", "Wet", "Algemene", "Verordening", "Beleidsregels"}
)
_STOP = frozenset(
    [
        "de",
        "het",
        "een",
        "deze",
        "dit",
        "en",
        "of",
        "in",
        "op",
        "van",
        "voor",
        "bij",
        "artikel",
        "hoofdstuk",
        "datum",
        "commissievoorstel",
        "raadsvoorstel",
        "onderwerp",
        "besluit",
        "gelet",
        "gelezen",
        "gezien",
        "overwegende",
        "nr",
        "nummer",
        "voornoemd",
        "state",
        "toezicht",
        "beroep",
        "bestuur",
        "europa",
        "commissarissen",
        "nederland",
        "verordening",
        "re-integratieverordening",
        "participatiewet",
        "beleidsregels",
        "wmo",
        "jeugdwet",
        "agendapunt",
        "officiële",
        "naam",
        "regeling",
        "organisatie",
        "citeertitel",
    ]
)
_AFKORTING = 4  # letters: what is written in capitals and no longer than this is an abbreviation ("IOAZ"), no name that nobody knows
_RUIM = 100  # letters: longer than any name
_PROVINCIE = re.compile(r"\b(?:provincie|(?:provinciale|gedeputeerde) staten van)[\s\u00a0]$", re.IGNORECASE)
_SAMEN = 3  # gemeenten in one title: it is of them together ("namens Bergen, Castricum en Heiloo")
_ADRES = 100  # letters of a line that tells to whom a letter goes
_ADRESREGELS = 4
_GEADRESSEERDE = re.compile(r"aan\b(?! de orde)|(?:de )?(?:inspectie|ministerie|minister|staatssecretaris|tweede kamer)\b", re.IGNORECASE)
_ADRESREGEL = re.compile(
    r"(?:inspectie|ministerie|directie|afdeling|t\.?a\.?v\.?|de heer|mevrouw|postbus|antwoordnummer)\b.*|\d{4} ?[A-Z]{2}\b.{0,40}"
    r"|(?:te )?(?:['’]s-)?[A-Z][a-z]+(?: [A-Z][a-z]+)?|(?:Den Haag|['’]s-Gravenhage)\b.{0,40}",
    re.IGNORECASE,
)
_IN_DEN_HAAG = re.compile(r"\b25\d\d ?[A-Z]{2}\b")  # where the offices of the state have their post
_EERSTE_PERSOON = re.compile(r"\b(?:wij|we|ons|onze)\b", re.IGNORECASE)
_AANGEHAALD = re.compile(r"[\"“][^\"“”]*[\"”]|‘[^‘’]{20,}’")
_GEMEENTEN = re.compile(r"\bgemeenten\b", re.IGNORECASE)
_STAART = re.compile(r"[\s\u00a0]+(?:\d{4}|houdende|tot|besluit|gelezen|gelet|en[\s\u00a0]+de\b|en[\s\u00a0]+het\b).*$")


@cache
def namen() -> dict[str, str]:
    """Known names of gemeenten: small letters → name as written."""
    pad = data_map("checks") / "gemeenten" / "gemeenten.csv"
    try:
        with pad.open(encoding="utf-8", newline="") as bestand:
            gelezen = [rij["gemeente"] for rij in csv.DictReader(bestand)]
    except OSError:
        return {}
    return {vorm.lower(): vorm for naam in gelezen for vorm in (naam, naam.replace("’", "'"))}


@cache
def _bekend() -> re.Pattern[str]:
    """One pattern of all names, the longest first."""
    op_lengte = sorted(namen().values(), key=len, reverse=True)
    return (
        re.compile(r"(?<![\w-])(?=[A-ZÀ-Þ'’])(?:" + "|".join(re.escape(naam) for naam in op_lengte) + r")(?![\w-])")
        if op_lengte
        else re.compile(r"(?!)")
    )


def van_metadata(metadata: Metadata) -> str | None:
    """The name that the publication gives."""
    kaal = re.sub(r"^\s*gemeente\s+", "", (metadata.gemeente or "").strip(), flags=re.IGNORECASE)
    return namen().get(kaal.lower(), kaal) or None


def van_orgaan(teksten: Iterable[str]) -> str | None:
    """The name behind "de raad van", "burgemeester en wethouders van" and the like, in the first text that has one."""
    return next((naam for tekst in teksten if (naam := _uit_orgaan(tekst)) is not None), None)


def na_woord(teksten: Iterable[str]) -> str | None:
    """The name behind "gemeente" in the first text that has one."""
    return next((naam for tekst in teksten if (naam := _na_gemeente(tekst)) is not None), None)


def zonder_geadresseerde(teksten: Iterable[str]) -> Iterator[str]:
    """The lines without those that say to whom a letter goes and where they live."""
    over = 0
    for tekst in teksten:
        kaal = tekst.strip()
        if len(kaal) < _ADRES and _GEADRESSEERDE.match(kaal):
            over = _ADRESREGELS
        elif _ADRESREGEL.fullmatch(kaal) and (over or _IN_DEN_HAAG.search(kaal)):
            over -= 1
        else:
            over = 0
            yield tekst


def is_van_derden(teksten: Sequence[str]) -> bool:
    """Whether a text tells of gemeenten as others see them: of several, and nowhere of "wij" outside what it quotes."""
    geheel = _AANGEHAALD.sub("", "\n".join(teksten))
    if _EERSTE_PERSOON.search(geheel):
        return False
    return _GEMEENTEN.search(geheel) is not None or len({naam for _, naam in genoemd(geheel)}) > 1


def uit_titel(titels: Iterable[str]) -> str | None:
    """A known name inside a title ("Participatieverordening Marum 2015"): the last one, unless several speak together."""
    gevonden = [treffer.group() for titel in titels for treffer in _bekende(titel)]
    return gevonden[-1] if gevonden and len(set(gevonden)) < _SAMEN else None


def uit_citaat(teksten: Iterable[str]) -> str | None:
    """A name that no list knows, where titles have it: behind the subject and before the year."""
    for tekst in teksten:
        for treffer in _CITAAT.finditer(tekst):
            naam = treffer["naam"].split(" ")[-1] if treffer["naam"].split(" ")[0] in _ONDERWERPEN else treffer["naam"]
            if naam not in _ONDERWERPEN and not _is_afkorting(naam) and not naam.startswith("Provincie") and len(naam) > 2:
                return naam
    return None


def uit_kop(tekst: str) -> str | None:
    """The known name that the first lines use most, names that are also plain words left out; none when two are used as often."""
    tellen = Counter(treffer.group() for treffer in _bekende(tekst) if treffer.group() not in _OOK_WOORD)
    meest = tellen.most_common(2)
    return meest[0][0] if meest and (len(meest) == 1 or meest[0][1] > meest[1][1]) else None


_OOK_WOORD = frozenset(
    {
        "Best",
        "Buren",
        "Huizen",
        "Beek",
        "Stein",
        "Haren",
        "Putten",
        "Leek",
        "Sluis",
        "Hoorn",
        "Borne",
        "Losser",
        "Duiven",
        "Houten",
        "Goes",
        "Voorst",
    }
)

_NAAM_ERVOOR = re.compile(r"(?:\bgemeenten?|\b[Ii]n|\b[Uu]it|\b[Nn]aar|\b[Bb]ij|\bvan|\ben|\bals|\bdat|\bdan|\bburgemeester|,)\s$")
_NAAM_ERNA = re.compile(
    r"\s(?:biedt|kiest|koos|heeft|zet|meldt|noemt|ziet|wil|gaat|doet|is|voert|besloot|stelt|geeft|realiseert|werkt|kent|maakt)\b"
)


def uit_tabel(label: str, waarde: str) -> str | None:
    """The value beside the label "Gemeente" in a table of document data."""
    if label.strip().rstrip(":").lower() in {"gemeente", "organisatie"}:
        return _na_gemeente(waarde) or (waarde.strip() if 1 < len(waarde.strip()) < 40 else None)
    return None


def _bekende(tekst: str) -> Iterator[re.Match[str]]:
    """The known names in a text, those of provinces left out."""
    return (treffer for treffer in _bekend().finditer(tekst) if not _PROVINCIE.search(tekst, 0, treffer.start()))


def _is_afkorting(naam: str) -> bool:
    """Whether all its words with a capital are capitals throughout ("IOAZ en BBZ")."""
    return all(woord.isupper() for woord in naam.split() if woord[0].isupper())


def _uit_orgaan(tekst: str) -> str | None:
    treffer = _VAN_ORGAAN.search(tekst)
    if treffer is None:
        return None
    return _met_lidwoord(tekst, treffer.start("naam")) or _naam(treffer)


def _met_lidwoord(tekst: str, begin: int) -> str | None:
    """The known name that starts with an article before ``begin`` ("De Bilt"), which also stands before other names ("van de Wolden")."""
    lidwoord = re.search(r"\b[DdHh](?:e|en|et)[\s\u00a0]+$", tekst[:begin])
    bekend = _bekend().match(tekst[lidwoord.start()].upper() + tekst[lidwoord.start() + 1 :].replace("\u00a0", " ")) if lidwoord else None
    return bekend.group() if bekend and lidwoord and bekend.end() > begin - lidwoord.start() else None


def _na_gemeente(tekst: str) -> str | None:
    for treffer in _VAN_GEMEENTE.finditer(tekst):
        if (naam := _naam(treffer)) is not None:
            return naam
    return None


def _naam(treffer: re.Match[str]) -> str | None:
    """The name in a match, or the known one that runs on behind a comma ("Nuenen, Gerwen en Nederwetten")."""
    begin = treffer.start("naam")
    vanaf = " ".join(treffer.string[begin : begin + _RUIM].split())
    bekend = _bekend().match(vanaf)
    return bekend.group() if bekend is not None else _schoon(treffer["naam"])


def _schoon(ruw: str) -> str | None:
    """The name without what follows it, as the list writes it when it stands there in other capitals."""
    tekst = " ".join(ruw.split())
    kaal = _STAART.sub("", tekst).strip(" .,;:-")
    if kaal.lower() in namen():
        return namen()[kaal.lower()]
    if _is_afkorting(kaal) and all(len(woord) <= _AFKORTING for woord in kaal.split()):
        return None
    if kaal.isupper():
        kaal = kaal.title()
    eerste = kaal.split(" ")[0].lower() if kaal else ""
    if len(kaal) < 3 or len(kaal) > 45 or (eerste in _STOP and " " not in kaal):
        return None
    woorden = kaal.split(" ")
    while woorden and woorden[-1].lower() in _STOP:
        woorden.pop()
    return " ".join(woorden) or None


def genoemd(tekst: str) -> list[tuple[int, str]]:
    """Every known name in a text with its offset, but for plain words that nothing shows to be a name."""
    return [
        (treffer.start(), namen()[treffer.group().lower()])
        for treffer in _bekende(tekst)
        if treffer.group() not in _OOK_WOORD or _NAAM_ERVOOR.search(tekst, 0, treffer.start()) or _NAAM_ERNA.match(tekst, treffer.end())
    ]
