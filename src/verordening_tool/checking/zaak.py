"""What a check looks at, and what it finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from verordening_tool.checking.citations import Citatie
from verordening_tool.checking.context import Context
from verordening_tool.checking.evidence import Treffer
from verordening_tool.checking.oordeel import Deeloordeel, Gewicht, Plaats, Uitkomst

if TYPE_CHECKING:
    from verordening_tool.checking.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Zaak:
    """What a check looks at: the document, its citations, the days on which its aanhef is judged, and the dossier it belongs to."""

    context: Context
    citaties: Sequence[Citatie]
    aanhefdata: tuple[date | None, date | None]
    dossier: Dossier | None = None


@dataclass(frozen=True, slots=True)
class Bevinding:
    """What a check finds: the verdict, why, and where; ``gewicht`` where it weighs other than the check says."""

    uitkomst: Uitkomst
    bericht: str
    plaatsen: tuple[Plaats, ...] = ()
    dichtstbij: Plaats | None = None
    delen: tuple[Deeloordeel, ...] = ()
    gewicht: Gewicht | None = None


@dataclass(frozen=True, slots=True)
class NietTeBeoordelen:
    """What an onderzoek returns when this document alone can not tell, and why."""

    reden: str


_ERGST_EERST = (Uitkomst.STRIJDIG, Uitkomst.NIET_AANGETROFFEN, Uitkomst.TWIJFEL, Uitkomst.VOLDOET, Uitkomst.NVT)


def van_delen(delen: Sequence[tuple[str, Bevinding]]) -> Bevinding:
    """The verdict on a norm from those on its halves, by name: the worst half counts, and the message says what is wrong with which."""
    ergste = min((bevinding.uitkomst for _, bevinding in delen), key=_ERGST_EERST.index)
    toon = [bevinding for _, bevinding in delen if bevinding.uitkomst is ergste]
    berichten = dict.fromkeys(bevinding.bericht for bevinding in toon)
    return Bevinding(
        ergste,
        next(iter(berichten)) if ergste in (Uitkomst.VOLDOET, Uitkomst.NVT) else " ".join(berichten),
        tuple(dict.fromkeys(plaats for bevinding in toon for plaats in bevinding.plaatsen)),
        next((bevinding.dichtstbij for bevinding in toon if bevinding.dichtstbij), None),
        tuple(Deeloordeel(naam, bevinding.uitkomst, bevinding.bericht, bevinding.plaatsen) for naam, bevinding in delen),
        _zwaarste(toon),
    )


def _zwaarste(bevindingen: Sequence[Bevinding]) -> Gewicht | None:
    """The heaviest of what was found; None (what the check says) as soon as one of them names no gewicht of its own."""
    gewichten = [bevinding.gewicht for bevinding in bevindingen]
    return next((gewicht for gewicht in (None, *Gewicht) if gewicht in gewichten), None)


def uit_treffer(treffer: Treffer) -> Bevinding:
    """What the rule that was met says."""
    uitkomst = Uitkomst(treffer.regel.uitkomst)
    if uitkomst is Uitkomst.NIET_AANGETROFFEN:
        return Bevinding(uitkomst, treffer.regel.bericht, (), treffer.plaatsen[0])
    if uitkomst is Uitkomst.NVT:
        return Bevinding(uitkomst, treffer.regel.bericht)
    return Bevinding(uitkomst, treffer.regel.bericht, treffer.plaatsen)


_MEEST_BERICHTEN = 3


def uit_plaatsen(uitkomst: Uitkomst, plaatsen: Sequence[Plaats]) -> Bevinding:
    """A finding on several places, each with its message; one message for all of them stands with the finding alone."""
    berichten = list(dict.fromkeys(plaats.bericht for plaats in plaatsen if plaats.bericht))
    if len(berichten) == 1:
        return Bevinding(uitkomst, berichten[0], tuple(replace(plaats, bericht=None) for plaats in plaatsen))
    rest = len(berichten) - _MEEST_BERICHTEN
    slot = [f"En nog {rest}."] if rest > 0 else []
    return Bevinding(uitkomst, " ".join([*berichten[:_MEEST_BERICHTEN], *slot]), tuple(plaatsen))
