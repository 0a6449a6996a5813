"""Findings that gemeenten accept (--afwijkingen), laid over what was found in their documents.

An accepted finding stays in every output, with its reason, and counts no more. As with beoordeling.csv nothing of it is kept with the
verdicts: the list is laid over anew in every run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from verordening_tool.auditing.model import Beoordeling, Stuk
from verordening_tool.checking.afwijkingen import Afwijking, Beoordeeld, leg_over, ongebruikte, zonder_document, zonder_oordeel
from verordening_tool.checking.oordeel import Oordeel


@dataclass(frozen=True, slots=True)
class Verwerkt:
    """A row of the list and, when it accepted nothing, why not."""

    afwijking: Afwijking
    waarom_niet: str | None


@dataclass(frozen=True, slots=True)
class Aanvaard:
    """What became of the list. ``bestand``: its name; ``bevindingen``: on how many norms of how many documents something is accepted."""

    bestand: str = ""
    rijen: tuple[Verwerkt, ...] = ()
    bevindingen: int = 0

    @property
    def ongebruikt(self) -> int:
        """How many rows accepted nothing."""
        return sum(rij.waarom_niet is not None for rij in self.rijen)


def aanvaard(stukken: Iterable[Stuk], afwijkingen: Sequence[Afwijking]) -> tuple[Stuk, ...]:
    """The documents, with the verdicts that the list accepts marked as such."""
    return tuple(_met(stuk, afwijkingen) for stuk in stukken) if afwijkingen else tuple(stukken)


def _met(stuk: Stuk, afwijkingen: Sequence[Afwijking]) -> Stuk:
    uitslag = stuk.bestand.uitslag
    beoordelingen = tuple(_in_beoordeling(een, stuk.bestand.pad, afwijkingen) for een in uitslag.beoordelingen)
    return replace(stuk, bestand=replace(stuk.bestand, uitslag=replace(uitslag, beoordelingen=beoordelingen)))


def _in_beoordeling(beoordeling: Beoordeling, pad: str, afwijkingen: Sequence[Afwijking]) -> Beoordeling:
    return replace(beoordeling, oordelen=leg_over(beoordeling.oordelen, pad, afwijkingen))


def verantwoord(bestand: str, afwijkingen: Sequence[Afwijking], stukken: Sequence[Stuk]) -> Aanvaard:
    """What became of every row, after ``stukken`` got their accepted verdicts."""
    beoordeeld: list[Beoordeeld] = [(stuk.bestand.pad, tuple(_oordelen(stuk))) for stuk in stukken]
    waarom = {geval.afwijking: geval.waarom for geval in ongebruikte(afwijkingen, beoordeeld)}
    waarom |= dict.fromkeys(zonder_oordeel(afwijkingen, beoordeeld), "Deze norm is op dit stuk niet beoordeeld.")
    waarom |= dict.fromkeys(zonder_document(afwijkingen, beoordeeld), "Dit document zit niet in de map.")
    aanvaarde = {(pad, oordeel.code) for pad, oordelen in beoordeeld for oordeel in oordelen if oordeel.aanvaard}
    return Aanvaard(bestand, tuple(Verwerkt(rij, waarom.get(rij)) for rij in afwijkingen), len(aanvaarde))


def _oordelen(stuk: Stuk) -> Iterator[Oordeel]:
    for beoordeling in stuk.bestand.uitslag.beoordelingen:
        yield from beoordeling.oordelen
