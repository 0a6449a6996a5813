"""Which fact a sentence speaks for by the weight of its words and concepts, beside what rules find in it (checks/woordgewichten.csv).

Facts are named as in that table: "redenen_niet.kosten_hoog". "anders" stands for sentences that tell none of them: what counts is the
margin above it, since long sentences weigh less for everything.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from verordening_tool._paths import data_map
from verordening_tool.auditing import feitregels
from verordening_tool.auditing.model import Aanbod
from verordening_tool.auditing.uitspraken import Uitspraken, Zin, begrippen
from verordening_tool.fouten import Normfout
from verordening_tool.language.begrippen import Span
from verordening_tool.language.woordgewichten import Woordgewichten, lees_gewichten

_ANDERS = "anders"
_GENOEG = 0.1  # margin from which words alone tell a fact
_STRIJDIG = -0.2  # margin under which they speak against it
_VAST = 0.5  # margin from which they do so whatever else they tell
_MEER = 0.5  # by so much more for another fact, it is that one
_VEEL_MEER = 0.8  # by so much more, it is that one whatever else is told
AANBOD = "aanbod"
PLEKKEN = "plekken"
_REDENEN = {
    "redenen_wel": feitregels.REDENEN_WEL,
    "redenen_niet": feitregels.REDENEN_NIET,
    "redenen_geen_aantal": feitregels.REDENEN_GEEN_AANTAL,
    "alternatieven": feitregels.ALTERNATIEVEN,
}
REDENGROEPEN = frozenset(_REDENEN)
BIJ_AANBOD = frozenset({"redenen_wel", "redenen_geen_aantal"})  # told by who offers
BIJ_WEIGERING = REDENGROEPEN - BIJ_AANBOD
_FEITEN = (
    _ANDERS,
    PLEKKEN,
    *(f"{AANBOD}.{aanbod.value}" for aanbod in Aanbod if aanbod is not Aanbod.ZWIJGT),
    *(f"{groep}.{sleutel}" for groep, regels in _REDENEN.items() for sleutel in regels),
)


class Feit(NamedTuple):
    """What the words of a sentence speak for most, and by what margin."""

    groep: str
    sleutel: str
    marge: float


def geraden(tekst: Uitspraken, zin: Zin, zonder: Collection[str] = (), vanaf: float = _GENOEG) -> Feit | None:
    """The fact that the words of a sentence speak for, or None when they tell none.

    ``zonder``: groups that are out of the question, such as reasons against where beschut werk is offered. What speaks far more for one of
    those ("there is no money for it") tells nothing else either.
    """
    alle = _marges(tekst, zin)
    marges = {feit: marge for feit, marge in alle.items() if feit.partition(".")[0] not in zonder}
    naam = max(marges, key=lambda feit: marges[feit])
    if marges[naam] < vanaf or max(alle.values()) - marges[naam] >= _VEEL_MEER:
        return None
    groep, _, sleutel = naam.partition(".")
    return Feit(groep, sleutel, marges[naam])


def past(tekst: Uitspraken, zin: Zin, span: Span, groep: str, sleutel: str) -> bool:
    """Whether a reason or alternative fits the words of a sentence, of the clause around ``span``, or of it and the one beside it.

    What is said in an enumeration, or of us and others alike, is too little or too much to weigh.
    """
    if tekst.inleiding(zin) is not None or zin.met or tekst.heeft(zin, "ook_wij"):
        return True
    laatste = Span(span.eind - 1, span.eind)  # where it runs over a comma, its last clause counts too
    delen = [replace(zin, span=tekst.zinsdeel(zin, plek)) for plek in (span, laatste)]
    feit = f"{groep}.{sleutel}"
    if all(_is_ander(_marges(tekst, venster), feit) for venster in (zin, *delen)):
        return False
    vensters = (zin, *delen, *(samen for _, samen in tekst.met_buren(zin)))
    return any(_past(_marges(tekst, venster), feit) for venster in vensters)


def marge(tekst: Uitspraken, zin: Zin, feit: str) -> float:
    """By how much the words of a sentence speak more for a fact than for none."""
    return _marges(tekst, zin)[feit]


def spreekt_voor_ander_aanbod(tekst: Uitspraken, zin: Zin, aanbod: Aanbod) -> bool:
    """Whether the words of a sentence speak for another offer than ``aanbod``, clearly and more than for anything else."""
    if tekst.inleiding(zin) is not None:
        return False
    marges = _marges(tekst, zin)
    feit = f"{AANBOD}.{aanbod.value}"
    ander = max(marge for naam, marge in marges.items() if naam.startswith(AANBOD) and naam != feit)
    return ander >= _GENOEG and ander - marges[feit] >= _MEER and ander >= max(marges.values())


def _is_ander(marges: Mapping[str, float], feit: str) -> bool:
    """Whether it is clearly another reason or alternative."""
    ander = _sterkste_reden(marges)
    return ander - marges[feit] >= _VEEL_MEER and ander >= _VAST


def _past(marges: Mapping[str, float], feit: str) -> bool:
    return marges[feit] >= _VAST or (marges[feit] >= _STRIJDIG and _sterkste_reden(marges) - marges[feit] < _MEER)


def _sterkste_reden(marges: Mapping[str, float]) -> float:
    return max(marge for naam, marge in marges.items() if naam.partition(".")[0] in REDENGROEPEN)


def _marges(tekst: Uitspraken, zin: Zin) -> Mapping[str, float]:
    """By how much the words and concepts of a sentence speak more for each fact than for none."""
    if zin.span not in tekst.marges:
        tabel = gewichten()
        scores = tabel.scores(tekst.tekst(zin), tekst.begrippen(zin, tabel.per_begrip))
        anders = scores.pop(_ANDERS)
        tekst.marges[zin.span] = {feit: score - anders for feit, score in scores.items()}
    return tekst.marges[zin.span]


@cache
def gewichten() -> Woordgewichten:
    """The table of weights. Raises Normfout when it does not hold to its format."""
    tabel = lees_gewichten(data_map("checks") / "woordgewichten.csv", _FEITEN)
    if onbekend := tabel.per_begrip.keys() - begrippen().namen:
        raise Normfout(f"woordgewichten.csv: begrip {min(onbekend)} bestaat niet.", "Controleer de naam, of haal de regel weg.")
    return tabel
