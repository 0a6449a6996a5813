"""The pieces of a text on which a verdict rests: the articles, or in running text the paragraphs, in which its evidence stands.

Where a verdict rests on what does not stand in the text, the pieces are the articles on beschut werk, unless those are too many to tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verordening_tool.checking.context import Context
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.passages import Passage, Tekstlaag
from verordening_tool.language.oordeelgewichten import kenmerken_en_paren
from verordening_tool.norms.schema import Waar

_MEEST_STUKKEN = 6  # one of many pieces is soon like something else


@dataclass(frozen=True, slots=True)
class Leesstuk:
    """The leden of an article, or a paragraph of running text, and the words that stand in it."""

    passages: tuple[Passage, ...]
    kenmerken: frozenset[bytes]


def leesstukken(plaatsen: Sequence[Plaats], context: Context) -> list[Leesstuk]:
    """The pieces that ``plaatsen`` stand in, in reading order; without places, the articles on beschut werk."""
    laag = context.laag
    if plaatsen:
        gevonden = (laag.per_alinea.get(plaats.alinea) for plaats in plaatsen if plaats.alinea is not None)
        return list(_stukken(filter(None, gevonden), laag))
    stukken = list(_stukken(context.passages(Waar.BESCHUT_WERK), laag)) if laag.per_artikel else []
    return stukken if len(stukken) <= _MEEST_STUKKEN else []


def _stukken(passages: Iterable[Passage], laag: Tekstlaag) -> Iterator[Leesstuk]:
    for leden in dict.fromkeys(laag.per_artikel.get(passage.artikel_nr, (passage,)) for passage in passages):
        yield Leesstuk(leden, kenmerken_en_paren(laag.gevouwen[leden[0].start : leden[-1].eind]))
