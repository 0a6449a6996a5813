"""A table as data: columns with a type, rows with what they rest on. Every output format writes the same tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from verordening_tool.checking.oordeel import Plaats
from verordening_tool.norms.gemeentelijst import naamsleutel

Cel = str | int | float | date | None


class Kolomsoort(StrEnum):
    """What the cells of a column hold. PROCENT: whole numbers from 0 to 100."""

    TEKST = "tekst"
    GETAL = "getal"
    PROCENT = "procent"
    DATUM = "datum"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column. ``naast``: worth showing beside its value of another moment, see ``naast``."""

    titel: str
    soort: Kolomsoort = Kolomsoort.TEKST
    naast: bool = False


def gemeentesleutel(code: str | None, naam: str) -> str:
    """What tells gemeenten apart, and names their pages: the CBS code, else the name in small letters and hyphens."""
    return code or f"gemeente-{naamsleutel(naam).replace(' ', '-')[:80]}"


@dataclass(frozen=True, slots=True)
class Bron:
    """What a figure rests on: a gemeente (``code`` None: not on the list), the path of its document, and the passage."""

    code: str | None
    naam: str
    pad: str | None = None
    plaats: Plaats | None = None

    @property
    def gemeente(self) -> str:
        """Its gemeentesleutel."""
        return gemeentesleutel(self.code, self.naam)


@dataclass(frozen=True, slots=True)
class Rij:
    """A row: a key that stays the same between runs, a cell per column, and what it rests on."""

    sleutel: str
    cellen: tuple[Cel, ...]
    bronnen: tuple[Bron, ...] = ()


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table. ``sleutel`` names it in files; ``uitleg`` says in plain Dutch what is counted, and of what the percentages are.

    ``lang``: a row per document, norm or passage; too long for a page to read.
    """

    sleutel: str
    titel: str
    uitleg: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]
    lang: bool = False

    def rij(self, sleutel: str) -> Rij | None:
        """The row with this key."""
        return next((rij for rij in self.rijen if rij.sleutel == sleutel), None)


def procent(deel: int, geheel: int) -> int:
    """A whole percentage, halves rounded up; 0 of nothing."""
    return (200 * deel + geheel) // (2 * geheel) if geheel else 0


def naast(tabel: Tabel, ander: Tabel, kop: str) -> Tabel:
    """The table with, behind each column marked ``naast``, the cells of the same rows in ``ander`` under "title (kop)".

    Columns belong together by their title; one that ``ander`` lacks has nothing beside it. A row that only ``ander`` has is added at
    the end: what it is about stays, its own values are gone.
    """
    toen = {rij.sleutel: rij for rij in ander.rijen}
    plek = {kolom.titel: nummer for nummer, kolom in enumerate(ander.kolommen)}
    gevraagd = [kolom.naast and kolom.titel in plek for kolom in tabel.kolommen]

    def verweven(eigen: Sequence[Cel], rij: Rij | None) -> tuple[Cel, ...]:
        cellen: list[Cel] = []
        for kolom, cel, met in zip(tabel.kolommen, eigen, gevraagd, strict=True):
            cellen.append(cel)
            if met:
                cellen.append(rij.cellen[plek[kolom.titel]] if rij else _leeg(kolom.soort))
        return tuple(cellen)

    def verdwenen(rij: Rij) -> list[Cel]:
        return [_leeg(kolom.soort) if kolom.naast or kolom.titel not in plek else rij.cellen[plek[kolom.titel]] for kolom in tabel.kolommen]

    kolommen: list[Kolom] = []
    for kolom, met in zip(tabel.kolommen, gevraagd, strict=True):
        kolommen += [kolom, Kolom(f"{kolom.titel} ({kop})", kolom.soort)] if met else [kolom]
    rijen = [replace(rij, cellen=verweven(rij.cellen, toen.pop(rij.sleutel, None))) for rij in tabel.rijen]
    rijen += [Rij(rij.sleutel, verweven(verdwenen(rij), rij)) for rij in toen.values()]
    return replace(tabel, kolommen=tuple(kolommen), rijen=tuple(rijen))


def _leeg(soort: Kolomsoort) -> Cel:
    return 0 if soort in {Kolomsoort.GETAL, Kolomsoort.PROCENT} else None
