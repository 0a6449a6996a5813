"""A wijzigingsopdracht as it was read: what it does, to which place, with which text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from verordening_tool.document.regeling import Wijziging
from verordening_tool.references.model import Doel


class Handeling(StrEnum):
    """What an opdracht does."""

    VERVANGEN = "vervangen"
    INVOEGEN_NA = "invoegen na"
    INVOEGEN_VOOR = "invoegen voor"
    TOEVOEGEN = "toevoegen"
    VERVALLEN = "vervallen"
    VERNUMMEREN = "vernummeren"
    WOORDEN = "woorden vervangen"
    OPSCHRIFT = "opschrift vervangen"
    KADER = "kader"  # only says what the opdrachten below it are about


@dataclass(frozen=True, slots=True)
class Ruil:
    """Words at places, and what comes in their place."""

    doelen: tuple[Doel, ...]
    zoek: str
    door: str
    telkens: bool = False


@dataclass(frozen=True, slots=True)
class Slotteken:
    """The stop at the end of a place (None: of the onderdeel behind which the new one comes), and the one in its place."""

    doel: Doel | None
    oud: str
    nieuw: str


@dataclass(frozen=True, slots=True)
class Opdracht:
    """One opdracht. ``vernummer``: per place its new number; ``aanduiding``: per lid the number it has now and the one it gets ("": none).

    ``ruilen``: the words that change.
    """

    handeling: Handeling
    doelen: tuple[Doel, ...]
    wijziging: Wijziging
    ruilen: tuple[Ruil, ...] = ()
    vernummer: tuple[tuple[Doel, str], ...] = ()
    aanduiding: tuple[tuple[Doel, str, str], ...] = ()
    slotteken: Slotteken | None = None

    def alle_doelen(self) -> Iterator[tuple[Doel, ...]]:
        """The places that the opdracht names, per list of them."""
        yield self.doelen
        yield tuple(doel for doel, _ in self.vernummer)
        yield from (ruil.doelen for ruil in self.ruilen)

    @property
    def tekst(self) -> str:
        """The opdracht as written."""
        return " ".join(alinea.tekst for alinea in self.wijziging.opdracht)
