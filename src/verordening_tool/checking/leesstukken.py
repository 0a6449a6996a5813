"""The pieces of a text on which a verdict rests: the articles, or in running text the paragraphs, in which its evidence stands.

A verdict that rests on what does not stand in the text rests on all articles on beschut werk together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from verordening_tool.checking.context import Context
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.passages import Passage, Tekstlaag
from verordening_tool.language.oordeelgewichten import kenmerken_en_paren
from verordening_tool.norms.schema import Waar


@dataclass(frozen=True, slots=True)
class Leesstuk:
    """The leden of one or more articles, or a paragraph of running text, and the words that stand in it."""

    passages: tuple[Passage, ...]
    kenmerken: frozenset[bytes]


def leesstukken(plaatsen: Sequence[Plaats], context: Context) -> list[Leesstuk]:
    """The pieces that ``plaatsen`` stand in, in reading order; without places, the articles on beschut werk as one."""
    laag = context.laag
    if plaatsen:
        gevonden = (laag.per_alinea.get(plaats.alinea) for plaats in plaatsen if plaats.alinea is not None)
        return [_stuk(leden, laag) for leden in _artikelen(filter(None, gevonden), laag)]
    leden = chain.from_iterable(_artikelen(context.passages(Waar.BESCHUT_WERK), laag)) if laag.per_artikel else ()
    return [_stuk(alles, laag)] if (alles := tuple(leden)) else []


def _artikelen(passages: Iterable[Passage], laag: Tekstlaag) -> Iterable[tuple[Passage, ...]]:
    """The leden of each article in which one of ``passages`` stands; what stands in no article stands alone."""
    return dict.fromkeys(laag.per_artikel.get(passage.artikel_nr, (passage,)) for passage in passages)


def _stuk(passages: tuple[Passage, ...], laag: Tekstlaag) -> Leesstuk:
    return Leesstuk(passages, kenmerken_en_paren(b"\n".join(laag.gevouwen[passage.start : passage.eind] for passage in passages)))
