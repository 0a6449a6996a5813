"""What a document is about, as far as the norms need to know, and how far it is on its way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verordening_tool.document.blok import Metadata
from verordening_tool.document.regeling import Onderwerp, Stadium
from verordening_tool.structure.soort import PUBLICATIE
from verordening_tool.structure.woorden import een_van

_OPENING = 3_000  # characters in which an aanhef stands
_GENOEG = 60_000  # characters that tell what a long text is about
_REINT_WOORD = r"re-?\s?[iï]ntegratie|re[ïi]ntegratie"
_REINT = een_van(_REINT_WOORD, r"arbeidsinschakeling", r"toeleiding naar werk", r"werk en participatie")
_REINT_VERORDENING = een_van(r"(?:" + _REINT_WOORD + r")\w*verordening", r"verordening\s+(?:" + _REINT_WOORD + r")")
_PW = een_van(r"participatiewet", r"\bPW\b", r"wet werk en bijstand", r"\bWWB\b", r"\bIOAW\b", r"bijstand")
_BESCHUT = een_van(
    r"\b(?:beschut|beschutte|beschermde?)\s+(?:arbeid\w*|werk\w*|baan|banen|plek\w*|plaats\w*|omgeving\w*|dienst\w*)\b",
    r"\bbeschut aan\b",
    r"\baangepaste omstandigheden\b",
)
_GRONDSLAG = re.compile(r"\bartikel(?:en)?\s[^;]{0,80}?\b8a\b(?P<rest>[^;]{0,90})", re.IGNORECASE)
_ONDERDELEN = re.compile(
    r"\b(?:onder|onderdelen|onderdeel|letters?|sub)\s+(?P<letters>[a-e](?:(?:,|\s|en|tot|met|\b[a-e])*\b[a-e]\b)?)", re.IGNORECASE
)
_TITEL_OVERIG = een_van(
    r"afstemming|maatregel|handhaving|boete|verrekening|fraude",
    r"toeslag|minima|individuele|giften|bijzondere bijstand|kinderopvang",
    r"cli[ëe]nten(?:participatie|raad)|participatieraad",
    r"tegenprestatie|loonkostensubsidie|terugvordering|invordering",
)
_TITEL_BREED = een_van(
    _REINT_WOORD,
    r"participatieverordening|verzamelverordening",
    r"verordening\s+(?:werk\b|participatie\b|participatiewet\b|sociaal domein)",
    r"(?<!beschut\s)(?<!beschutte\s)werk,?\s+(?:en\s+)?(?:inkomen|participatie)",
)
_TITEL_GEHEEL = een_van(_REINT_WOORD, r"verzamel")
_VOORZIENING = een_van(
    r"participatieplaats|proefplaats|werkstage|werkervaringsplaats|detachering|leer-?werktraject",
    r"persoonlijke ondersteuning|jobcoach|sociale activering|scholing|meeneembare",
    r"no-?risk|loonkostensubsidie|uitstroompremie",
    r"evenwichtige verdeling|beschut|arbeidsinschakeling",
)
_CONCEPT = een_van(
    r"(?:^|\n)[\s\u00a0\[(]*(?:concept|ontwerp)\b",
    r"\b(?:concept|ontwerp)[- ]?(?:verordening|besluit|raadsbesluit|beleidsregels?|versie|tekst)\b",
)
_VAAK_IN_BRIEF = 2
_LEEG = re.compile(r"\[\s*(?:datum|dag|…|\.\.\.|_|invullen)|…{1,}|\.{4,}|_{3,}|\bXX\b|\b20\.\.|\bPM\b")


def bepaal_onderwerp(titels: Sequence[str], koppen: Sequence[str], tekst: str, *, kop: str = "", brief: bool = False) -> Onderwerp:
    """What it is about: from the titles first, then the headings of its articles, then the text as a whole.

    ``brief``: a letter, proposal or decision, which speaks of a regulation in its first lines (``kop``).
    """
    titel = " ".join(titels)
    over_beschut_werk = _BESCHUT.search(titel) is not None
    if brief and not over_beschut_werk and _REINT_VERORDENING.search(kop):
        return Onderwerp.RE_INTEGRATIE
    eigen = titels[0] if titels and not brief else ""
    if _BESCHUT.search(eigen) and not _TITEL_BREED.search(eigen):
        return Onderwerp.LOSSE_BESCHUT_WERK  # whatever else the decision says of other regulations
    if (breed := _van_brede_titel(titel, koppen, tekst)) is not None:
        return breed
    if over_beschut_werk:
        return Onderwerp.LOSSE_BESCHUT_WERK
    if brief and len(_BESCHUT.findall(tekst)) >= _VAAK_IN_BRIEF:
        return Onderwerp.LOSSE_BESCHUT_WERK  # a letter need not name the Participatiewet
    return _van_inhoud(titel, koppen, tekst)


def _van_brede_titel(titel: str, koppen: Sequence[str], tekst: str) -> Onderwerp | None:
    """A title that may cover re-integration: does the text regulate it."""
    if not _TITEL_BREED.search(titel) or not (_REINT.search(titel) or _PW.search(tekst)):
        return None
    if _TITEL_OVERIG.search(titel) and not _TITEL_GEHEEL.search(titel):
        return None
    regelt = _REINT.search(titel) or _regelt_voorzieningen(koppen, tekst) or _BESCHUT.search(tekst)
    return Onderwerp.RE_INTEGRATIE if regelt else Onderwerp.PARTICIPATIEWET_OVERIG


def _van_inhoud(titel: str, koppen: Sequence[str], tekst: str) -> Onderwerp:
    if not _PW.search(tekst):
        return Onderwerp.ANDERS
    if _TITEL_OVERIG.search(titel):
        return Onderwerp.RE_INTEGRATIE if len(_voorzieningen(koppen)) >= 3 else Onderwerp.PARTICIPATIEWET_OVERIG
    if (gegrond := _van_grondslag(tekst)) is not None:
        return gegrond
    if _regelt_voorzieningen(koppen, tekst):
        return Onderwerp.RE_INTEGRATIE
    if len(_BESCHUT.findall(tekst)) >= 3:
        return Onderwerp.LOSSE_BESCHUT_WERK
    return Onderwerp.PARTICIPATIEWET_OVERIG if _PW.search(titel) or len(_PW.findall(tekst)) >= 3 else Onderwerp.ANDERS


def _van_grondslag(tekst: str) -> Onderwerp | None:
    """What the aanhef says the regulation rests on: article 8a of the Participatiewet, for beschut werk alone or for more."""
    grondslag = _GRONDSLAG.search(tekst, 0, _OPENING)
    if grondslag is None or not _PW.search(tekst, 0, _OPENING):
        return None
    genoemd = _ONDERDELEN.search(grondslag["rest"])
    letters = set(re.findall(r"\b[a-e]\b", genoemd["letters"].lower())) if genoemd else {"a"}
    if letters == {"e"}:
        return Onderwerp.LOSSE_BESCHUT_WERK
    return Onderwerp.RE_INTEGRATIE if letters & {"a", "c", "d", "e"} else None


def _regelt_voorzieningen(koppen: Sequence[str], tekst: str) -> bool:
    if any(_REINT.search(kop) for kop in koppen) or len(_voorzieningen(koppen)) >= 2:
        return True
    return len(_voorzieningen([tekst[:_GENOEG]])) >= 4


def _voorzieningen(teksten: Sequence[str]) -> set[str]:
    return {treffer.group().lower() for tekst in teksten for treffer in _VOORZIENING.finditer(tekst)}


def bepaal_stadium(kop: str, slot: str, *, gedateerd: bool, metadata: Metadata) -> Stadium:
    """Published, adopted (closing formula with a date) or concept."""
    if metadata.bekendgemaakt or PUBLICATIE.search(kop):
        return Stadium.BEKENDGEMAAKT
    if gedateerd and not _LEEG.search(slot) and not _CONCEPT.search(kop):
        return Stadium.VASTGESTELD
    return Stadium.CONCEPT
