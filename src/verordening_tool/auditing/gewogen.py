"""Which fact the words of a sentence speak for by their weight, beside what rules find in it (checks/woordgewichten.csv).

Facts are named as in that table: "redenen_niet.kosten_hoog". "anders" stands for sentences that tell none of them: what counts is the
margin above it, since long sentences weigh less for everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from verordening_tool._paths import data_map
from verordening_tool.auditing import feitregels
from verordening_tool.auditing.model import Aanbod
from verordening_tool.auditing.uitspraken import Uitspraken, Zin
from verordening_tool.language.begrippen import Span
from verordening_tool.language.woordgewichten import Woordgewichten, lees_gewichten

_ANDERS = "anders"
_GENOEG = 0.1  # margin from which words alone tell a fact
_STRIJDIG = -0.5  # margin under which they speak against it
_VAST = 0.5  # margin from which they do so whatever else they tell
_MEER = 0.5  # by so much more for another reason or alternative, it is that one
_VEEL_MEER = 0.7  # the same for an offer, of which a sentence can tell in passing
_AANBOD = "aanbod"
_REDENEN = {
    "redenen_wel": feitregels.REDENEN_WEL,
    "redenen_niet": feitregels.REDENEN_NIET,
    "redenen_geen_aantal": feitregels.REDENEN_GEEN_AANTAL,
    "alternatieven": feitregels.ALTERNATIEVEN,
}
REDENGROEPEN = frozenset(_REDENEN)
_FEITEN = (
    _ANDERS,
    *(f"{_AANBOD}.{aanbod.value}" for aanbod in Aanbod if aanbod is not Aanbod.ZWIJGT),
    *(f"{groep}.{sleutel}" for groep, regels in _REDENEN.items() for sleutel in regels),
)


class Feit(NamedTuple):
    """What the words of a sentence speak for most, and by what margin."""

    groep: str
    sleutel: str
    marge: float


def geraden(tekst: Uitspraken, zin: Zin) -> Feit | None:
    """The fact that the words of a sentence speak for, or None when they tell none."""
    marges = _marges(tekst.tekst(zin))
    naam = max(marges, key=lambda feit: marges[feit])
    groep, _, sleutel = naam.partition(".")
    return Feit(groep, sleutel, marges[naam]) if marges[naam] >= _GENOEG else None


def past(tekst: Uitspraken, zin: Zin, span: Span, groep: str, sleutel: str) -> bool:
    """Whether a reason or alternative fits the words of a sentence, of the clause around ``span``, or of it and the one beside it.

    What is said in an enumeration, or of us and others alike, is too little or too much to weigh.
    """
    if tekst.inleiding(zin) is not None or zin.met or tekst.heeft(zin, "ook_wij"):
        return True
    vensters = (zin, replace(zin, span=tekst.zinsdeel(zin, span)), *(samen for _, samen in tekst.met_buren(zin)))
    return any(_past(_marges(tekst.tekst(venster)), f"{groep}.{sleutel}") for venster in vensters)


def spreekt_voor_ander_aanbod(tekst: Uitspraken, zin: Zin, aanbod: Aanbod) -> bool:
    """Whether the words of a sentence speak clearly for another offer than ``aanbod``."""
    if tekst.inleiding(zin) is not None:
        return False
    marges = _marges(tekst.tekst(zin))
    feit = f"{_AANBOD}.{aanbod.value}"
    ander = max(marge for naam, marge in marges.items() if naam.startswith(_AANBOD) and naam != feit)
    return ander >= _GENOEG and ander - marges[feit] >= _VEEL_MEER


def _past(marges: Mapping[str, float], feit: str) -> bool:
    ander = max(marge for naam, marge in marges.items() if naam.partition(".")[0] in REDENGROEPEN)
    return marges[feit] >= _VAST or (marges[feit] >= _STRIJDIG and ander - marges[feit] < _MEER)


@lru_cache(maxsize=2048)
def _marges(woorden: bytes) -> Mapping[str, float]:
    """By how much the words speak more for each fact than for none."""
    scores = gewichten().scores(woorden)
    anders = scores.pop(_ANDERS)
    return {feit: score - anders for feit, score in scores.items()}


@cache
def gewichten() -> Woordgewichten:
    """The table of weights. Raises Normfout when it does not hold to its format."""
    return lees_gewichten(data_map("checks") / "woordgewichten.csv", _FEITEN)
