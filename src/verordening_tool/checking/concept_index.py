"""Where the concepts stand in the passages of one document, searched no more than a rule needs.

A concept is looked up in a single passage when few passages are left to judge, and in the whole text at once when many ask
for it: searching everything for every concept is what costs time in a long document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence, Set
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

    def nummers(self, begrip: str, binnen: Set[int] | None = None) -> set[int]:
        """The numbers of the passages with a place of the concept; with ``binnen``, only of those."""
        everywhere = begrip in self._spans and begrip not in self._searched
        if binnen is None or everywhere or len(binnen) * _FEW > len(self._passages):
            found = self._everywhere(begrip)
            return set(found) if binnen is None else {nr for nr in binnen if nr in found}
        return {nr for nr in binnen if self.spans(nr, begrip)}

    def _everywhere(self, begrip: str) -> dict[int, list[Span]]:
        if begrip not in self._spans or begrip in self._searched:
            groups: dict[int, list[Span]] = {}
            for span in self._begrippen.vind(begrip, self._gevouwen):
                groups.setdefault(self._nr(span.start), []).append(span)
            self._spans[begrip] = groups
            self._searched.pop(begrip, None)
        return self._spans[begrip]

    def _nr(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)
