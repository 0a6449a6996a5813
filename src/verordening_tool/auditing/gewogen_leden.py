"""Which fact a lid on beschut werk speaks for by the weight of its words (checks/woordgewichten_leden.csv).

It settles what no rule foresaw of the offer, the number, the way it is set, and the voorselectie.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from math import inf
from typing import NamedTuple

from verordening_tool._paths import data_map
from verordening_tool.auditing.model import Aanbod, Omvangwijze, Voorselectie
from verordening_tool.checking.context import Context
from verordening_tool.checking.passages import Passage
from verordening_tool.language.woordgewichten import Woordgewichten, lees_gewichten
from verordening_tool.norms.schema import Waar

_ANDERS = "anders"
DUIDELIJK = 1.2  # margin from which words go before what a rule found
_GENOEG = 0.8  # margin above all else from which a lid tells a fact
_GENOEG_RUIM = 0.1  # the same where it is likely that a lid tells it
_OMVANG = (Omvangwijze.BELEIDSPLAN, Omvangwijze.BEGROTING, Omvangwijze.VRAAG, Omvangwijze.PLAFOND)
_FEITEN = (
    _ANDERS,
    "plekken",
    *(f"aanbod.{aanbod.value}" for aanbod in Aanbod if aanbod is not Aanbod.ZWIJGT),
    *(f"omvang.{wijze.value}" for wijze in _OMVANG),
    *(f"voorselectie.{keuze.value}" for keuze in (Voorselectie.CRITERIA, Voorselectie.DELEGATIE)),
)


class GewogenLid(NamedTuple):
    """What a lid speaks for, by what margin above everything of another kind, and above the rest of its own kind."""

    sleutel: str
    marge: float
    voorsprong: float
    passage: Passage


class GewogenLeden:
    """The leden on beschut werk of one document, weighed once, when first asked for."""

    def __init__(self, context: Context) -> None:
        """``context``: the passages of the document."""
        self._context = context

    def sterkste(self, groep: str, *, ruim: bool = False) -> GewogenLid | None:
        """The lid that speaks most clearly for a key of ``groep``, or None when none does.

        ``ruim``: a small margin will do, where it is likely that a lid tells it.
        """
        gewogen = (_gewogen(passage, scores, groep) for passage, scores in self._scores)
        genoeg = _GENOEG_RUIM if ruim else _GENOEG
        return max((lid for lid in gewogen if lid.marge >= genoeg), key=lambda lid: lid.marge, default=None)

    @cached_property
    def _scores(self) -> Sequence[tuple[Passage, Mapping[str, float]]]:
        """How much each lid speaks for each key."""
        gevouwen, tabel = self._context.laag.gevouwen, gewichten_leden()
        leden = (passage for passage in self._context.passages(Waar.BESCHUT_WERK) if passage.artikel_nr >= 0 and not passage.is_kop)
        return [(lid, tabel.scores(gevouwen[lid.start : lid.eind])) for lid in leden]


def _gewogen(passage: Passage, scores: Mapping[str, float], groep: str) -> GewogenLid:
    eigen = {naam: score for naam, score in scores.items() if naam.startswith(groep)}
    beste = max(eigen, key=lambda naam: eigen[naam])
    voorsprong = eigen[beste] - max((score for naam, score in eigen.items() if naam != beste), default=-inf)
    marge = eigen[beste] - max(score for naam, score in scores.items() if naam not in eigen)
    return GewogenLid(beste.partition(".")[2], marge, voorsprong, passage)


@cache
def gewichten_leden() -> Woordgewichten:
    """The table of weights. Raises Normfout when it does not hold to its format."""
    return lees_gewichten(data_map("checks") / "woordgewichten_leden.csv", _FEITEN)
