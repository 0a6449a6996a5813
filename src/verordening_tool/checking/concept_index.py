"""Where the concepts stand in the passages of one document, searched no more than a rule needs.

A concept is looked up in a single passage when few passages are left to judge, and in the whole text at once when many ask
for it: searching everything for every concept is what costs time in a long document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set
from typing import Protocol

from verordening_tool.language.begrippen import Begrippen, Span

_NOWHERE: Sequence[Span] = ()
_FEW = 8  # a concept is searched in the whole text once a part of 1/_FEW of the passages has asked for it


class Stretch(Protocol):
    """A passage, as far as searching goes: its number and its place in the shared text."""

    @property
    def nr(self) -> int:
        """Index in the row of passages."""

    @property
    def start(self) -> int:
        """First offset."""

    @property
    def eind(self) -> int:
        """Offset behind the last character."""


class ConceptIndex:
    """The places of concepts by passage, found when asked for."""

    def __init__(self, begrippen: Begrippen, gevouwen: bytes, passages: Sequence[Stretch]) -> None:
        """``gevouwen``: the folded text that the passages share; ``passages[i].nr == i``."""
        self._begrippen = begrippen
        self._gevouwen = gevouwen
        self._passages = passages
        self._starts = [passage.start for passage in passages]
        self._spans: dict[str, dict[int, list[Span]]] = {}
        self._searched: dict[str, set[int]] = {}  # passages searched one by one; a concept searched everywhere is not in it

    def spans(self, nr: int, begrip: str) -> Sequence[Span]:
        """The places of a concept in passage ``nr``."""
        if begrip in self._spans and begrip not in self._searched:
            return self._spans[begrip].get(nr, _NOWHERE)
        searched = self._searched.setdefault(begrip, set())
        if nr not in searched:
            if len(searched) * _FEW > len(self._passages):
                return self._everywhere(begrip).get(nr, _NOWHERE)
            searched.add(nr)
            passage = self._passages[nr]
            if found := self._begrippen.vind(begrip, self._gevouwen, passage.start, passage.eind):
                self._spans.setdefault(begrip, {})[nr] = found
        return self._spans.get(begrip, {}).get(nr, _NOWHERE)

    def nummers(self, begrip: str, binnen: Set[int] | None = None) -> Set[int]:
        """The numbers of the passages with a place of the concept: all of them, or at least those of ``binnen``."""
        if binnen is None or self.overal((begrip,), len(binnen)):
            return self._everywhere(begrip).keys()
        return {nr for nr in binnen if self.spans(nr, begrip)}

    def overal(self, begrippen: Iterable[str], passages: int) -> bool:
        """Whether the whole text is searched for these concepts: it was before, or so many ``passages`` ask for them."""
        return passages * _FEW > len(self._passages) or not self.nog_te_zoeken(begrippen)

    def nog_te_zoeken(self, begrippen: Iterable[str]) -> int:
        """How many of these concepts were not yet searched in the whole text."""
        return sum(begrip not in self._spans or begrip in self._searched for begrip in begrippen)

    def _everywhere(self, begrip: str) -> dict[int, list[Span]]:
        if begrip not in self._spans or begrip in self._searched:
            self._spans[begrip] = self._per_passage(self._begrippen.vind(begrip, self._gevouwen))
            self._searched.pop(begrip, None)
        return self._spans[begrip]

    def _per_passage(self, spans: Sequence[Span]) -> dict[int, list[Span]]:
        """Places in order, grouped by the passage in which they start."""
        groups: dict[int, list[Span]] = {}
        einde = -1
        groep: list[Span] = []
        for span in spans:
            if span[0] >= einde:
                nr = max(bisect_right(self._starts, span[0]) - 1, 0)
                einde = self._starts[nr + 1] if nr + 1 < len(self._starts) else span[0] + len(self._gevouwen)
                groep = groups[nr] = []
            groep.append(span)
        return groups
