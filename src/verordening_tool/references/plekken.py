"""Every stretch of text of a Regeling with the place where it stands, in the order in which references are resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import (
    Alinea,
    Artikel,
    Lid,
    Onderdeel,
    Regeling,
    Vindplaats,
    alineas_van_artikel,
    alineas_van_lid,
)


class Plek(NamedTuple):
    """An alinea and what is around it; ``gewijzigd``: it belongs to a text that this document changes or inserts."""

    alinea: Alinea
    deel: Deel
    artikel: Artikel | None = None
    lid: Lid | None = None
    onderdeel: Onderdeel | None = None
    gewijzigd: bool = False

    @property
    def vindplaats(self) -> Vindplaats:
        """The place as a lawyer names it."""
        return Vindplaats(
            self.deel,
            self.artikel.nummer if self.artikel else None,
            self.lid.nummer if self.lid else None,
            self.onderdeel.nummer if self.onderdeel else None,
            self.alinea.nr,
        )


def plekken(regeling: Regeling) -> Iterator[Plek]:
    """Each alinea once, in reading order of the parts."""
    gezien: set[int] = set()
    for plek in _alle(regeling):
        if plek.alinea.nr not in gezien:
            gezien.add(plek.alinea.nr)
            yield plek


def _alle(regeling: Regeling) -> Iterator[Plek]:
    yield from (Plek(alinea, Deel.AANHEF) for alinea in regeling.aanhef.alineas)
    gewijzigd = {alinea.nr for alinea in _alineas_van_wijzigingen(regeling)}
    for artikel in regeling.artikelen:
        for plek in _in_artikel(artikel):
            yield plek._replace(gewijzigd=True) if plek.alinea.nr in gewijzigd else plek
    yield from (Plek(alinea, Deel.LICHAAM, gewijzigd=True) for alinea in _alineas_van_wijzigingen(regeling))
    yield from (Plek(alinea, Deel.LICHAAM) for alinea in regeling.lopende_tekst)
    for nummer, alineas in regeling.toelichting.artikelsgewijs:
        yield from (Plek(alinea, Deel.TOELICHTING, regeling.artikel(nummer)) for alinea in alineas)
    yield from (Plek(alinea, Deel.TOELICHTING) for alinea in (*regeling.toelichting.algemeen, *regeling.toelichting.alineas))
    for bijlage in regeling.bijlagen:
        yield from (Plek(alinea, Deel.BIJLAGE) for alinea in bijlage.alineas)


def _in_artikel(artikel: Artikel) -> Iterator[Plek]:
    for lid in artikel.leden:
        yield from (Plek(alinea, Deel.LICHAAM, artikel, lid) for alinea in lid.alineas)
        yield from _in_onderdelen(artikel, lid, lid.onderdelen)


def _in_onderdelen(artikel: Artikel, lid: Lid, onderdelen: Iterable[Onderdeel]) -> Iterator[Plek]:
    for onderdeel in onderdelen:
        yield from (Plek(alinea, Deel.LICHAAM, artikel, lid, onderdeel) for alinea in onderdeel.alineas)
        yield from _in_onderdelen(artikel, lid, onderdeel.onderdelen)


def _alineas_van_wijzigingen(regeling: Regeling) -> Iterator[Alinea]:
    for wijziging in regeling.wijzigingen:
        yield from wijziging.opdracht
        yield from wijziging.tekst
        for artikel in wijziging.artikelen:
            yield from alineas_van_artikel(artikel)
        for lid in wijziging.leden:
            yield from alineas_van_lid(lid)
