"""Where concepts stand in running text, and whether they are denied there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from verordening_tool.checking.concept_index import ConceptIndex, Stretch
from verordening_tool.language.begrippen import Begrippen, Span
from verordening_tool.language.ontkenning import is_ontkend, ontkende_stukken

_BREUK = re.compile(rb"[,;] maar\b|\b(?:terwijl|hoewel|echter)\b")
_VER = 170  # characters: what one form spans further than this hangs together by chance


class Vindplaatsen:
    """The places of concepts in the sentences of one folded text, found when asked for."""

    def __init__(self, begrippen: Begrippen, gevouwen: bytes, passages: Sequence[Stretch]) -> None:
        """``gevouwen``: the folded text that the passages share; ``passages[i].nr == i``."""
        self._begrippen = begrippen
        self._gevouwen = gevouwen
        self._index = ConceptIndex(begrippen, gevouwen, passages)
        self._ontkenningen: dict[Span, tuple[Span, ...]] = {}

    def spans(self, nr: int, zin: Span, begrip: str, *, ontkend: bool | None = None) -> list[Span]:
        """The places of a concept in a sentence of passage ``nr``: denied (True), not denied (False), either (None)."""
        gevonden = [span for span in self._index.spans(nr, begrip) if zin.start <= span.start < zin.eind and not self._loopt_door(span)]
        if gevonden and ontkend is not None:
            gevonden = [span for span in gevonden if is_ontkend(span, self._ontkend(zin)) == ontkend]
        return gevonden

    def begrippen(self, nr: int, zin: Span, namen: Iterable[str]) -> dict[str, bool]:
        """Those of the concepts ``namen`` that stand in a sentence of passage ``nr``, and whether they are denied there."""
        gevonden = ((naam, self.spans(nr, zin, naam)) for naam in namen)
        return {naam: any(is_ontkend(span, self._ontkend(zin)) for span in spans) for naam, spans in gevonden if spans}

    def _ontkend(self, zin: Span) -> tuple[Span, ...]:
        """The stretches of the sentence under a negation."""
        if zin not in self._ontkenningen:
            stukken = ontkende_stukken(self._begrippen, self._gevouwen[zin.start : zin.eind])
            self._ontkenningen[zin] = tuple(Span(zin.start + a, zin.start + b) for a, b in stukken)
        return self._ontkenningen[zin]

    def _loopt_door(self, span: Span) -> bool:
        """Whether what a form spans is too long, or breaks off on the way, to be one thought."""
        return span.eind - span.start > _VER or _BREUK.search(self._gevouwen, span.start, span.eind) is not None
