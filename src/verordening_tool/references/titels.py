"""Titles of regulations that stand in no list: where such a title ends in running text.

A title is taken up to a word or punctuation mark that can not be part of one.
"""

from __future__ import annotations

import re

_SOORTNAAM = (
    r"wet|wetboek|besluit|regeling|verordening|(?:beleids)?regels?|reglement|richtlijn|verdrag|uitvoeringsregels|cao|statuten|overeenkomst"
)
SOORT = re.compile(rf"(?:{_SOORTNAAM})(?!\w|-\w)", re.IGNORECASE)
SAMENSTELLING = re.compile(rf"[\w\-]*(?:{_SOORTNAAM}|statuut|code|convenant)(?!\w|-\w)", re.IGNORECASE)
WOORD = re.compile(r"[^\W\d_][\w'’\-]*")
TUSSENWOORD = re.compile(r"\s+[^\W\d_][\w'’\-]*")
_EINDE = re.compile(
    r"is|zijn|wordt|worden|was|waren|werd|werden|kan|kunnen|mag|mogen|moet|moeten|heeft|hebben|had|geldt|gelden|gold|blijft|blijven|bepaalt"
    r"|bepalen|regelt|staat|stelt|biedt|geeft|volgt|vereist|verplicht|vervalt|vervallen|luidt|luidde|treedt|treden|komt|komen|vindt|dient|niet"
    r"|bedoelde?|genoemde?|vermelde?|gestelde|opgenomen|neergelegde|bepaalde|dan|die|dat|deze|dit|indien|als|wanneer|waarin|waarbij|waarop"
    r"|tenzij|zodat|omdat|mits|zover|alsmede|respectievelijk|juncto|jo|door|per|na|naar|zoals|ook|reeds|nog|hierna|zal|zullen|heen|onder"
    r"|onverminderd|behoudens|artikel|artikelen|aan|uit|ter|wie|hij|zij|men|u|wij|verlangt|vraagt|eist|schrijft|noemt|kent|bevat|legt|maakt"
    r"|gaat|ziet|spreekt|heet|werkt|doet|valt|vallen|tevens|verder|toegepast|toepassing|vastgesteld|bestemd|bestemde",
    re.IGNORECASE,
)
_VERBINDER = re.compile(r"\s+(?:op|van|de|het|en|of|in|inzake|tot|der|voor|bij|tegen|met|over|om)$", re.IGNORECASE)
_ALGEMEEN = re.compile(r"Algemene|Tijdelijke|Nadere|Uitvoerings\w*|Financiële")
_JAAR = re.compile(r"\s+(?:19|20)\d{2}(?:-\d+)?(?!\w)")
MAX_WOORDEN = 14
WOORDEN_VOORAF = 4  # before the word that says what it is ("Algemene plaatselijke verordening")


def lees_titel(tekst: str, pos: int, *, los: bool = False) -> int | None:
    """End of a title that starts at ``pos`` ("Wet op de X", "Algemene subsidieverordening Y 2020"), or None.

    ``los``: no "van de" stands before it; then it must begin with a capital.
    """
    groot = tekst[pos : pos + 1].isupper()
    eind, soort, breed = pos, "", False
    for nummer in range(MAX_WOORDEN):
        stuk = (WOORD if nummer == 0 else TUSSENWOORD).match(tekst, eind)
        woord = stuk.group().strip() if stuk else ""
        if stuk is None or _EINDE.fullmatch(woord):
            break
        if not soort and SAMENSTELLING.fullmatch(woord):
            soort = woord.lower()
            breed = groot and (SOORT.fullmatch(soort) is not None or soort.endswith("verordening"))
        elif not soort and (nummer == WOORDEN_VOORAF or not groot or (los and not _ALGEMEEN.fullmatch(woord) and nummer == 0)):
            return None
        elif soort and not breed and not woord[0].isupper():
            break
        eind = stuk.end()
        jaar = _JAAR.match(tekst, eind)
        if jaar and soort:
            return jaar.end()
    return _zonder_verbinder(tekst, pos, eind) if soort and (groot or not los) else None


def _zonder_verbinder(tekst: str, pos: int, eind: int) -> int:
    """A title does not end in "van de" or "en"."""
    while laatste := _VERBINDER.search(tekst[pos:eind]):
        eind = pos + laatste.start()
    return eind
