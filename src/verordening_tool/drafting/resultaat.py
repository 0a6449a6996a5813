"""What generating returns: the documents, where they went, and how our own check judged them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from verordening_tool.checking.oordeel import Oordeel, Toetsresultaat, Uitkomst
from verordening_tool.drafting.opbouw import Clausule, Concept

NIET_GOED = frozenset({Uitkomst.STRIJDIG, Uitkomst.NIET_AANGETROFFEN, Uitkomst.TWIJFEL})


@dataclass(frozen=True, slots=True)
class Stuk:
    """One document. ``toets`` is None when it was not judged: no norms for this kind, or the user did not want it."""

    concept: Concept
    pad: Path
    toets: Toetsresultaat | None = None

    @property
    def bezwaren(self) -> tuple[Oordeel, ...]:
        """Verdicts that keep the document from being done: strijdig, niet aangetroffen and twijfel of any weight."""
        return tuple(oordeel for oordeel in self.toets.oordelen if oordeel.oordeel in NIET_GOED) if self.toets else ()

    @property
    def clausules(self) -> tuple[Clausule, ...]:
        """Which text of this document satisfies which norms."""
        return self.concept.clausules


@dataclass(frozen=True, slots=True)
class Pakket:
    """A package in a folder. ``gecontroleerd`` is false when the user left our check out."""

    map: Path
    stukken: tuple[Stuk, ...]
    gecontroleerd: bool
    aantal: str  # what is known of the minister's number, in a sentence
    naast: tuple[str, ...] = ()  # names of what comes beside the documents

    @property
    def in_orde(self) -> bool:
        """Whether our check has no objection to any document and could read them all."""
        return all(not stuk.bezwaren and (stuk.toets is None or stuk.toets.fout is None) for stuk in self.stukken)
