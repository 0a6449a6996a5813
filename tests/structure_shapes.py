"""Blokken and small regulations to test structure.ontleed with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from verordening_tool.document.blok import Blok, Cel, Document, Nummerbron
from verordening_tool.document.regeling import Onderdeel, Regeling
from verordening_tool.structure import ontleed

AANHEF = [
    "De raad van de gemeente Proefstad;",
    "gelezen het voorstel van burgemeester en wethouders van 1 mei 2023;",
    "gelet op artikel 8a, eerste lid, van de Participatiewet;",
    "besluit vast te stellen de Verordening re-integratie Proefstad 2024.",
]
SLOT = ["Aldus vastgesteld in de openbare vergadering van 20 juni 2023.", "De griffier, A. Bakker", "De voorzitter, B. Smid"]
TITEL = "Verordening re-integratie Proefstad 2024"


def blok(tekst: str, nummer: str | None = None, **velden: Any) -> Blok:
    """A Blok whose number, when given, was computed."""
    bron = Nummerbron.BEREKEND if nummer else Nummerbron.GEEN
    return Blok(0, tekst, nummer=nummer, nummerbron=velden.pop("nummerbron", bron), **velden)


def cellen(*rijen: Sequence[str], tabel: int = 0) -> list[Blok]:
    """The Blokken of a table."""
    return [blok(tekst, cel=Cel(tabel, r, k)) for r, rij in enumerate(rijen) for k, tekst in enumerate(rij)]


def lees(*delen: str | Blok) -> Regeling:
    """Understand these lines."""
    blokken = [replace(deel if isinstance(deel, Blok) else Blok(0, deel), alinea=nr) for nr, deel in enumerate(delen)]
    return ontleed(Document(tuple(blokken)))


def regeling(*lichaam: str | Blok) -> Regeling:
    """A verordening with this lichaam."""
    return lees(TITEL, *AANHEF, *lichaam, *SLOT)


def items(onderdelen: Sequence[Onderdeel]) -> list[Any]:
    """Numbers of onderdelen; one with children as a pair."""
    return [(o.nummer, items(o.onderdelen)) if o.onderdelen else o.nummer for o in onderdelen]


def leden(uit: Regeling, artikel: int = 0) -> list[Any]:
    """Leden of an article: the number, or a pair of number and onderdelen."""
    return [(lid.nummer, items(lid.onderdelen)) if lid.onderdelen else lid.nummer for lid in uit.artikelen[artikel].leden]
