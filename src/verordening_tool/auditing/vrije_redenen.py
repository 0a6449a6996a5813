"""Reasons and alternatives in words that nobody foresaw: what the words of a sentence, or of two in a row, speak for by their weight.

They count only where it is settled which way the gemeente goes, and where no clearer rule claims the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from math import inf

from verordening_tool.auditing.gewogen import BIJ_AANBOD, BIJ_WEIGERING, REDENGROEPEN, Feit, geraden
from verordening_tool.auditing.uitspraken import Treffer, Uitspraken, Zin
from verordening_tool.language.begrippen import Span

_WEL = "redenen_wel"
_GEEN_AANTAL = "redenen_geen_aantal"  # "a number we do not name" belongs to the reason beside it, whatever it says alone
_GENOEG = 0.25  # margin from which a sentence in its place tells a thing
_GENOEG_WEL = -0.1  # the same for a reason in favour; what speaks against is more often told of something else
_OP_ZICHZELF = 1.2  # margin from which it tells a thing of its own, and one in a list or table too
_DUIDELIJK = 0.8  # margin from which it does so where another seems to speak
_WOORDEN = 6  # of a cell or item that tells a thing; what is shorter is a heading
_OMDAT = re.compile(
    rb"\b(?:omdat|want|doordat|aangezien|vanwege|wegens|gezien|gelet op|daar|immers|reden(?:en)? (?:daarvoor|hiervoor|is|zijn))\b|:"
)


def vrij(tekst: Uitspraken, groep: str, bezet: Collection[Span], anker: Callable[[Zin], bool]) -> Iterator[Treffer]:
    """The key of ``groep`` that each sentence not in ``bezet`` speaks for, alone or with the sentence beside it.

    It must stand in or beside a paragraph of which a sentence meets ``anker``, or in which something was found; in a text on beschut werk
    one that tells a thing of its own need not.
    """
    bij = {zin.passage.nr for zin in tekst.zinnen if anker(zin)}
    te_gaan = []
    for treffer, marge in _overal(tekst, groep, bezet):
        if tekst.omgeving.document and marge >= _OP_ZICHZELF:
            bij.add(treffer.zin.passage.nr)
        te_gaan.append(treffer)
    while naast := [treffer for treffer in te_gaan if any(abs(treffer.zin.passage.nr - nr) <= 1 for nr in bij)]:
        bij |= {treffer.zin.passage.nr for treffer in naast}
        te_gaan = [treffer for treffer in te_gaan if treffer not in naast]
        yield from naast


def _overal(tekst: Uitspraken, groep: str, bezet: Collection[Span]) -> Iterator[tuple[Treffer, float]]:
    """What is told anywhere, and by what margin."""
    eigen = {zin.span for zin in tekst.zinnen}
    genoeg = _genoeg(groep)
    naast = {zin.span for zin in tekst.zinnen if _nodig(tekst, zin, genoeg) <= genoeg} | set(bezet)
    for zin in tekst.misschien_eigen:
        if zin.span in bezet or _nodig(tekst, zin, genoeg) == inf:
            continue
        gevonden = _verteld(tekst, groep, ((zin, False), *((deel, False) for deel in _waarom(tekst, zin))))
        if not gevonden or gevonden[0][0].marge < _OP_ZICHZELF or groep == _GEEN_AANTAL:
            buren = [(buur, samen) for buur, samen in tekst.met_buren(zin) if buur.span in naast]
            if gevonden:  # then what only the other tells is not what this one does
                buren = [(buur, samen) for buur, samen in buren if not _zegt_buur(tekst, groep, buur, samen)]
            gevonden += _verteld(tekst, groep, ((samen, buur.span in bezet) for buur, samen in buren))
        if not gevonden:
            continue
        feit, venster, al_verteld = max(gevonden, key=lambda mogelijk: mogelijk[0].marge)
        nodig = max(_nodig(tekst, venster, genoeg), genoeg if zin.span in eigen else _DUIDELIJK)
        if feit.groep == groep and not al_verteld and feit.marge >= nodig:
            yield Treffer(feit.sleutel, zin, zin.span, tekst.plaats(venster.span)), feit.marge


def _verteld(tekst: Uitspraken, groep: str, vensters: Iterable[tuple[Zin, bool]]) -> list[tuple[Feit, Zin, bool]]:
    """What the words of each window speak for, where that is a reason or an alternative; with each window whether it was told before."""
    feiten = ((_zegt(tekst, groep, venster), venster, al_verteld) for venster, al_verteld in vensters)
    return [(feit, venster, al_verteld) for feit, venster, al_verteld in feiten if feit is not None and feit.groep in REDENGROEPEN]


def _zegt(tekst: Uitspraken, groep: str, zin: Zin) -> Feit | None:
    """What a sentence speaks for, that goes with ``groep``."""
    return geraden(tekst, zin, BIJ_WEIGERING if groep in BIJ_AANBOD else BIJ_AANBOD, _genoeg(groep))


def _zegt_buur(tekst: Uitspraken, groep: str, buur: Zin, samen: Zin) -> bool:
    """Whether what two sentences tell together is what one of them, ``buur``, tells alone."""
    alleen, beide = _zegt(tekst, groep, buur), _zegt(tekst, groep, samen)
    return alleen is not None and beide is not None and alleen.sleutel == beide.sleutel


def _genoeg(groep: str) -> float:
    return _GENOEG_WEL if groep == _WEL else _GENOEG


def _nodig(tekst: Uitspraken, zin: Zin, genoeg: float) -> float:
    """The margin that a sentence must have to tell a thing."""
    if tekst.is_vraag(zin):
        return inf
    if tekst.inleiding(zin) is not None:
        return _OP_ZICHZELF
    is_kop = not tekst.is_volzin(zin) and len(tekst.tekst(zin).split()) < _WOORDEN
    return inf if is_kop else genoeg


def _waarom(tekst: Uitspraken, zin: Zin) -> Iterator[Zin]:
    """Of a sentence that tells of the offer, the part behind "omdat" or "vanwege"."""
    feit = geraden(tekst, zin)
    if feit is not None and feit.groep not in REDENGROEPEN:
        for omdat in _OMDAT.finditer(tekst.gevouwen, zin.span.start, zin.span.eind):
            yield replace(zin, span=Span(omdat.end(), zin.span.eind))
