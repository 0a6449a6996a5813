"""Where the concepts stand in the passages of one document, searched no more than a rule needs.

A concept is searched only in passages that hold the words that it asks for, one by one, when they are asked about: searching a long
document for every concept is what costs time.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

from verordening_tool.language.begrippen import Begrippen, Span
from verordening_tool.language.kernwoorden import Woordenlijst
from verordening_tool.language.verzameling import ALLE, nummers

_NOWHERE: Sequence[Span] = ()


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
        self._spans: dict[tuple[int, str], Sequence[Span]] = {}
        self._gezocht: dict[str, tuple[int, int]] = {}  # where a concept was searched, and where of those it stands
        self._mogelijk: dict[str, int] = {}

    @cached_property
    def woorden(self) -> Woordenlijst:
        """The words of the passages."""
        return Woordenlijst(self._gevouwen, [(passage.start, passage.eind) for passage in self._passages])

    def spans(self, nr: int, begrip: str) -> Sequence[Span]:
        """The places of a concept in passage ``nr``."""
        if not self.mogelijk(begrip) >> nr & 1:
            return _NOWHERE
        spans = self._spans.get((nr, begrip))
        if spans is None:
            passage = self._passages[nr]
            spans = self._spans[nr, begrip] = self._begrippen.vind(begrip, self._gevouwen, passage.start, passage.eind)
        return spans

    def mogelijk(self, begrip: str, binnen: int = ALLE) -> int:
        """The passages of ``binnen`` with the words that the concept asks; no other can hold it."""
        passages = self._mogelijk.get(begrip)
        if passages is None:
            passages = self._mogelijk[begrip] = self.woorden.met_eis(self._begrippen.eis(begrip), self.mogelijk)
        return passages & binnen

    def met(self, begrip: str, binnen: int = ALLE) -> int:
        """The passages of ``binnen`` with a place of the concept."""
        gezocht, gevonden = self._gezocht.get(begrip, (0, 0))
        te_zoeken = self.mogelijk(begrip) & binnen & ~gezocht
        for nr in nummers(te_zoeken):
            if self.spans(nr, begrip):
                gevonden |= 1 << nr
        self._gezocht[begrip] = (gezocht | te_zoeken, gevonden)
        return gevonden & binnen
