"""How a comparison becomes a verdict, and how the other document is named."""

from __future__ import annotations

from collections.abc import Sequence

from verordening_tool.checking.dossier import Stuk
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.zaak import Bevinding


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
