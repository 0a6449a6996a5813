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

_GEEN_AANTAL = "redenen_geen_aantal"  # "a number we do not name" belongs to the reason beside it, whatever it says alone
_GENOEG = 0.3  # margin from which a sentence in its place tells a thing
_OP_ZICHZELF = 1.2  # margin from which it tells a thing of its own, and one in a list or table too
_DUIDELIJK = 0.8  # margin from which it does so where another seems to speak
_WOORDEN = 6  # of a cell or item that tells a thing; what is shorter is a heading
_OMDAT = re.compile(
    rb"\b(?:omdat|want|doordat|aangezien|vanwege|wegens|gezien|gelet op|daar|immers|reden(?:en)? (?:daarvoor|hiervoor|is|zijn))\b|:"
)


def vrij(tekst: Uitspraken, groep: str, bezet: Collection[Span], anker: Callable[[Zin], bool]) -> Iterator[Treffer]:
    """The key of ``groep`` that each sentence not in ``bezet`` speaks for, alone or with the sentence beside it.

    It must stand in or beside a paragraph of which a sentence meets ``anker``, or in which something was found.
    """
    bij = {zin.passage.nr for zin in tekst.zinnen if anker(zin)}
    te_gaan = list(_overal(tekst, groep, bezet))
    while naast := [treffer for treffer in te_gaan if any(abs(treffer.zin.passage.nr - nr) <= 1 for nr in bij)]:
        bij |= {treffer.zin.passage.nr for treffer in naast}
        te_gaan = [treffer for treffer in te_gaan if treffer not in naast]
        yield from naast


def _overal(tekst: Uitspraken, groep: str, bezet: Collection[Span]) -> Iterator[Treffer]:
    eigen = {zin.span for zin in tekst.zinnen}
    naast = {zin.span for zin in tekst.zinnen if _nodig(tekst, zin) <= _GENOEG} | set(bezet)
    for zin in tekst.misschien_eigen:
        if zin.span in bezet or _nodig(tekst, zin) == inf:
            continue
        gevonden = _verteld(tekst, groep, ((zin, False), *((deel, False) for deel in _waarom(tekst, zin))))
        if not gevonden or gevonden[0][0].marge < _OP_ZICHZELF or groep == _GEEN_AANTAL:
            gevonden += _verteld(tekst, groep, ((samen, buur.span in bezet) for buur, samen in tekst.met_buren(zin) if buur.span in naast))
        if not gevonden:
            continue
        feit, venster, al_verteld = max(gevonden, key=lambda mogelijk: mogelijk[0].marge)
        nodig = max(_nodig(tekst, venster), _GENOEG if zin.span in eigen else _DUIDELIJK)
        if feit.groep == groep and not al_verteld and feit.marge >= nodig:
            yield Treffer(feit.sleutel, zin, zin.span, tekst.plaats(venster.span))


def _verteld(tekst: Uitspraken, groep: str, vensters: Iterable[tuple[Zin, bool]]) -> list[tuple[Feit, Zin, bool]]:
    """What the words of each window speak for, where that is a reason or an alternative; with each window whether it was told before."""
    zonder = BIJ_WEIGERING if groep in BIJ_AANBOD else BIJ_AANBOD
    feiten = ((geraden(tekst, venster, zonder, _GENOEG), venster, al_verteld) for venster, al_verteld in vensters)
    return [(feit, venster, al_verteld) for feit, venster, al_verteld in feiten if feit is not None and feit.groep in REDENGROEPEN]


def _nodig(tekst: Uitspraken, zin: Zin) -> float:
    """The margin that a sentence must have to tell a thing."""
    if tekst.is_vraag(zin):
        return inf
    if tekst.inleiding(zin) is not None:
        return _OP_ZICHZELF
    is_kop = not tekst.is_volzin(zin) and len(tekst.tekst(zin).split()) < _WOORDEN
    return inf if is_kop else _GENOEG


def _waarom(tekst: Uitspraken, zin: Zin) -> Iterator[Zin]:
    """Of a sentence that tells of the offer, the part behind "omdat" or "vanwege"."""
    feit = geraden(tekst, zin)
    if feit is not None and feit.groep not in REDENGROEPEN:
        for omdat in _OMDAT.finditer(tekst.gevouwen, zin.span.start, zin.span.eind):
            yield replace(zin, span=Span(omdat.end(), zin.span.eind))
