"""With which documents one is compared, how a comparison becomes a verdict, and how the other document is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from verordening_tool.checking.dossier import Dossier, Stuk
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.zaak import Bevinding

_Sleutel = TypeVar("_Sleutel")
_Opgave = TypeVar("_Opgave")


def eerdere_stukken(stuk: Stuk, verordening: Stuk, dossier: Dossier) -> tuple[Stuk, ...]:
    """What ``stuk`` is held against: the verordening, then the documents on it that come before, in order."""
    eerder = [verordening, *sorted((ander for ander in dossier.stukken if ander.rol < stuk.rol), key=lambda ander: ander.rol)]
    return tuple(ander for ander in dict.fromkeys(eerder) if ander is not stuk and dossier.verordening_bij(ander) is verordening)


def eenduidig(opgaven: Iterable[tuple[_Sleutel, _Opgave]], waarde: Callable[[_Opgave], object]) -> dict[_Sleutel, _Opgave]:
    """What a document states with one value only, by what it is about."""
    per_sleutel: dict[_Sleutel, list[_Opgave]] = {}
    for sleutel, opgave in opgaven:
        per_sleutel.setdefault(sleutel, []).append(opgave)
    return {sleutel: rij[0] for sleutel, rij in per_sleutel.items() if len(set(map(waarde, rij))) == 1}


def bevinding(strijdig: Sequence[Plaats], twijfel: Sequence[Plaats], kop: str, kop_twijfel: str, in_orde: str) -> Bevinding:
    """Strijdig when there is a difference for sure, twijfel when there may be one, else voldoet with what was searched (``in_orde``)."""
    if strijdig:
        return Bevinding(Uitkomst.STRIJDIG, kop, (*strijdig, *twijfel))
    if twijfel:
        return Bevinding(Uitkomst.TWIJFEL, kop_twijfel, tuple(twijfel))
    return Bevinding(Uitkomst.VOLDOET, in_orde)


def plek(stuk: Stuk, artikel: str | None = None, lid: str | None = None) -> str:
    """A place in another document, for a message: "verordening.docx, artikel 18"."""
    delen = [stuk.naam, *([f"artikel {artikel}"] if artikel else []), *([f"lid {lid}"] if artikel and lid else [])]
    return ", ".join(delen)
