"""Reasons and alternatives in words that nobody foresaw: what the words of a sentence, or of two in a row, speak for by their weight.

They count only where it is settled which way the gemeente goes, and where no clearer rule claims the sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from verordening_tool.auditing.gewogen import REDENGROEPEN, Feit, geraden
from verordening_tool.auditing.uitspraken import Treffer, Uitspraken, Zin
from verordening_tool.language.begrippen import Span

_GEEN_AANTAL = "redenen_geen_aantal"  # "a number we do not name" belongs to the reason beside it, whatever it says alone
_OP_ZICHZELF = 1.2  # margin from which a sentence tells a thing of its own


def vrij(tekst: Uitspraken, groep: str, bezet: Collection[Span], geen: Sequence[str], anker: Callable[[Zin], bool]) -> Iterator[Treffer]:
    """The key of ``groep`` that each sentence not in ``bezet`` and without ``geen`` speaks for, alone or with the sentence beside it.

    It must stand in or beside a paragraph of which a sentence meets ``anker``, or in which something was found.
    """
    bij = {zin.passage.nr for zin in tekst.zinnen if anker(zin)}
    te_gaan = list(_overal(tekst, groep, bezet, geen))
    while naast := [treffer for treffer in te_gaan if any(abs(treffer.zin.passage.nr - nr) <= 1 for nr in bij)]:
        bij |= {treffer.zin.passage.nr for treffer in naast}
        te_gaan = [treffer for treffer in te_gaan if treffer not in naast]
        yield from naast


def _overal(tekst: Uitspraken, groep: str, bezet: Collection[Span], geen: Sequence[str]) -> Iterator[Treffer]:
    for zin in tekst.zinnen:
        if zin.span in bezet or _zegt_niets(tekst, zin, geen):
            continue
        gevonden = _verteld(tekst, ((zin, False),))
        if not gevonden or gevonden[0][0].marge < _OP_ZICHZELF or groep == _GEEN_AANTAL:
            gevonden += _verteld(tekst, _met_buren(tekst, zin, bezet, geen))
        if not gevonden:
            continue
        feit, venster, al_verteld = max(gevonden, key=lambda mogelijk: mogelijk[0].marge)
        if feit.groep == groep and not al_verteld:
            yield Treffer(feit.sleutel, zin, zin.span, tekst.plaats(venster.span))


def _verteld(tekst: Uitspraken, vensters: Iterable[tuple[Zin, bool]]) -> list[tuple[Feit, Zin, bool]]:
    """What the words of each window speak for, where that is a reason or an alternative."""
    feiten = ((geraden(tekst, venster), venster, al_verteld) for venster, al_verteld in vensters)
    return [(feit, venster, al_verteld) for feit, venster, al_verteld in feiten if feit is not None and feit.groep in REDENGROEPEN]


def _zegt_niets(tekst: Uitspraken, zin: Zin, geen: Sequence[str]) -> bool:
    """Whether a sentence is a question, a heading, part of an enumeration, or about something that ``geen`` names."""
    return not tekst.is_volzin(zin) or tekst.inleiding(zin) is not None or any(tekst.heeft(zin, begrip) for begrip in geen)


def _met_buren(tekst: Uitspraken, zin: Zin, bezet: Collection[Span], geen: Sequence[str]) -> Iterator[tuple[Zin, bool]]:
    """The sentence with the one before and behind it in its paragraph, and whether that one told something already."""
    for buur, samen in tekst.met_buren(zin):
        if buur.span in bezet or not _zegt_niets(tekst, buur, geen):
            yield samen, buur.span in bezet
