"""What citations in one text say about each other: a law named once for a whole list, "dat artikel", "die wet"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from verordening_tool.references.model import Doel, Verwijzing, Verwijzingsoort
from verordening_tool.references.wetstaart import Staart, laatste_wet

# Between two citations that share the law at the end of the list: nothing but words that join.
VERBINDING = re.compile(
    r"\s*[,/]?\s*(?:(?:en/of|en|of|alsmede|alsook|dan\s+wel|danwel|respectievelijk|resp\.|onderscheidenlijk|juncto|jo\b\.?|noch|evenals"
    r"|in\s+(?:samenhang|verbinding)\s+met|gelezen\s+in\s+samenhang\s+met)\s*,?\s*)?"
    r"(?:(?:op|in|van|met|ook)\s+)?(?:(?:de|het)\s+)?"
)
# "artikel 5, met uitzondering van het tweede lid": the second is a place inside the first.
_UITZONDERING = re.compile(
    r"\s*,?\s*\(?(?:met\s+uitzondering\s+van|behalve|behoudens|uitgezonderd|met\s+inbegrip\s+van|in\s+het\s+bijzonder|niet\s+zijnde)\s+(?:(?:het|de)\s+)?",
    re.IGNORECASE,
)
_VERWIJST_TERUG = frozenset({"dat artikel", "dat lid"})


@dataclass(slots=True)
class Ruw:
    """A citation as read, before its neighbours have been looked at."""

    start: int
    eind: int
    doelen: tuple[Doel, ...]
    staart: Staart | None
    stijl_afwijking: bool
    beschadigd: bool
    wet: str | None = None
    bwb: str | None = None
    extern: bool = False


def verbind(tekst: str, ruwe: list[Ruw]) -> None:
    """Fill in law and soort of every citation from its own tail and from its neighbours (in place)."""
    for nummer, ruw in enumerate(ruwe):
        if ruw.staart is not None and not ruw.staart.intern:
            _eigen_wet(tekst, ruw.staart, ruwe[:nummer], ruw)
    for vorige, ruw in pairwise(ruwe):
        if _past_in(vorige, ruw) and _UITZONDERING.fullmatch(tekst, vorige.eind, max(ruw.start, vorige.eind)):
            _plaats_in(vorige, ruw)
    for nummer in range(len(ruwe) - 2, -1, -1):
        ruw, volgende = ruwe[nummer], ruwe[nummer + 1]
        if (
            ruw.staart is None
            and volgende.extern
            and _deelbaar(ruw)
            and VERBINDING.fullmatch(tekst, ruw.eind, max(volgende.start, ruw.eind))
        ):
            ruw.wet, ruw.bwb, ruw.extern = volgende.wet, volgende.bwb, True
    for nummer, ruw in enumerate(ruwe):
        for doel in ruw.doelen:
            if doel.relatief in _VERWIJST_TERUG:
                _wijs_terug(ruwe[:nummer], ruw, doel.relatief)
                break


def _past_in(geheel: Ruw, ruw: Ruw) -> bool:
    """Whether ``ruw`` names leden or onderdelen only, and ``geheel`` an article that may hold them."""
    if ruw.staart is not None or not geheel.doelen[-1].artikel:
        return False
    return not any(doel.artikel or doel.relatief or doel.deel for doel in ruw.doelen)


def _plaats_in(geheel: Ruw, ruw: Ruw) -> None:
    """Read the leden or onderdelen of ``ruw`` inside the last article or lid of ``geheel``."""
    bron = geheel.doelen[-1]
    ruw.doelen = tuple(doel._replace(artikel=bron.artikel, lid=doel.lid or bron.lid) for doel in ruw.doelen)
    ruw.wet, ruw.bwb, ruw.extern = geheel.wet, geheel.bwb, geheel.extern


def _deelbaar(ruw: Ruw) -> bool:
    return all((doel.artikel or doel.deel) and not doel.relatief for doel in ruw.doelen)


def _eigen_wet(tekst: str, staart: Staart, eerdere: list[Ruw], ruw: Ruw) -> None:
    ruw.wet, ruw.bwb, ruw.extern = staart.wet, staart.bwb, True
    if staart.anafoor:
        vorige = next((oud for oud in reversed(eerdere) if oud.wet and staart.anafoor in oud.wet.lower()), None)
        genoemd = laatste_wet(tekst[vorige.eind if vorige else 0 : ruw.start])
        if genoemd and staart.anafoor in genoemd.naam.lower():
            ruw.wet, ruw.bwb = genoemd.naam, genoemd.bwb
        elif vorige:
            ruw.wet, ruw.bwb = vorige.wet, vorige.bwb
    if staart.boek:
        ruw.doelen = tuple(doel._replace(artikel=f"{staart.boek}:{doel.artikel}") if doel.artikel else doel for doel in ruw.doelen)


def _wijs_terug(eerdere: list[Ruw], ruw: Ruw, relatief: str) -> None:
    """Put the article that was named before in the place of "dat artikel" and "dat lid"."""
    for oud in reversed(eerdere):
        bron = oud.doelen[-1]
        if not bron.artikel and not (relatief == "dat lid" and bron.lid):
            continue
        ruw.doelen = tuple(_vul_aan(doel, bron, relatief) for doel in ruw.doelen)
        if ruw.staart is None:
            ruw.wet, ruw.bwb, ruw.extern = oud.wet, oud.bwb, oud.extern
        return


def _vul_aan(doel: Doel, bron: Doel, relatief: str) -> Doel:
    lid = bron.lid if relatief == "dat lid" else doel.lid
    return doel._replace(artikel=bron.artikel, lid=lid, relatief=None)


def als_verwijzing(tekst: str, start: int, eind: int, ruw: Ruw) -> Verwijzing:
    """The finished citation; ``tekst[start:eind]`` is the original, not the cleaned text."""
    soort: Verwijzingsoort = "extern" if ruw.extern else "intern"
    return Verwijzing(tekst[start:eind], start, eind, soort, ruw.wet, ruw.bwb, ruw.doelen, ruw.stijl_afwijking, ruw.beschadigd)
