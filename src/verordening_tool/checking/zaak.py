"""What a check looks at, and what it finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verordening_tool.checking.citations import Citatie
from verordening_tool.checking.context import Context
from verordening_tool.checking.evidence import Treffer
from verordening_tool.checking.oordeel import Deeloordeel, Plaats, Uitkomst


@dataclass(frozen=True, slots=True)
class Zaak:
    """What a check looks at: the document, its citations and the days on which its aanhef is judged."""

    context: Context
    citaties: Sequence[Citatie]
    aanhefdata: tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Bevinding:
    """What a check finds: the verdict, why, and where."""

    uitkomst: Uitkomst
    bericht: str
    plaatsen: tuple[Plaats, ...] = ()
    dichtstbij: Plaats | None = None
    delen: tuple[Deeloordeel, ...] = ()


def uit_treffer(treffer: Treffer) -> Bevinding:
    """What the rule that was met says."""
    uitkomst = Uitkomst(treffer.regel.uitkomst)
    if uitkomst is Uitkomst.NIET_AANGETROFFEN:
        return Bevinding(uitkomst, treffer.regel.bericht, (), treffer.plaatsen[0])
    if uitkomst is Uitkomst.NVT:
        return Bevinding(uitkomst, treffer.regel.bericht)
    return Bevinding(uitkomst, treffer.regel.bericht, treffer.plaatsen)
