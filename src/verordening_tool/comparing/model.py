"""What comparing finds: articles and leden of two versions in pairs, each with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from verordening_tool.checking.oordeel import Toetsresultaat
from verordening_tool.document.regeling import Artikel, Lid, Regeling


class Lot(StrEnum):
    """What became of an article or lid."""

    GELIJK = "gelijk"
    GEWIJZIGD = "gewijzigd"
    NIEUW = "nieuw"
    VERVALLEN = "vervallen"


@dataclass(frozen=True, slots=True)
class Woorden:
    """A run of words that both versions have, or only one of them."""

    soort: Literal["gelijk", "weg", "erbij"]
    tekst: str


@dataclass(frozen=True, slots=True)
class Lidverschil:
    """A lid in both versions (``oud`` or ``nieuw`` None: only in one). ``woorden``: the text of both, word by word."""

    oud: Lid | None
    nieuw: Lid | None
    lot: Lot
    vernummerd: bool = False
    verplaatst: bool = False
    gesplitst_van: str | None = None  # number of the old lid that this new one was part of
    opgegaan_in: str | None = None  # number of the new lid that this old one became part of
    woorden: tuple[Woorden, ...] = ()


@dataclass(frozen=True, slots=True)
class Artikelverschil:
    """An article in both versions; the words of its heading and its leden."""

    oud: Artikel | None
    nieuw: Artikel | None
    lot: Lot
    vernummerd: bool = False
    verplaatst: bool = False
    gesplitst_van: str | None = None
    opgegaan_in: str | None = None
    opschrift: tuple[Woorden, ...] = ()
    leden: tuple[Lidverschil, ...] = ()


@dataclass(frozen=True, slots=True)
class Tekstverschil:
    """A part that is no article: title, aanhef, closing words, toelichting, annex."""

    deel: str
    woorden: tuple[Woorden, ...]


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Everything that differs between two versions; ``artikelen`` in the order of the new text, what lapsed at its old place."""

    oud: Regeling
    nieuw: Regeling
    artikelen: tuple[Artikelverschil, ...]
    overig: tuple[Tekstverschil, ...] = ()

    @property
    def gelijk(self) -> bool:
        """Whether the two versions say the same."""
        stil = all(a.lot is Lot.GELIJK and not (a.vernummerd or a.verplaatst) for a in self.artikelen)
        return stil and not self.overig


@dataclass(frozen=True, slots=True)
class Wijzigingsopdracht:
    """One order and the lines of new text that go with it."""

    tekst: str
    nieuw: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vergelijkresultaat:
    """Two files compared: what differs, the orders that make the one the other, and the verdicts on both.

    ``oordelen``: those on the new text, with those on the old one as ``oorspronkelijk``, by the law of the same day.
    """

    oud: str
    nieuw: str
    vergelijking: Vergelijking
    opdrachten: tuple[Wijzigingsopdracht, ...]
    oordelen: Toetsresultaat
