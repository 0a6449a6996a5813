"""Words for values: dates, amounts, numbers and enumerations as a Dutch text writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from verordening_tool.document.dates import dutch_date

_TELWOORDEN = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
    "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
)  # fmt: skip


def bedrag(euro: int) -> str:
    """An amount with points: € 420.000."""
    return f"€ {euro:,}".replace(",", ".")


def telwoord(getal: int) -> str:
    """A number in words up to twenty, else in figures."""
    return _TELWOORDEN[getal] if 0 <= getal < len(_TELWOORDEN) else f"{getal:,}".replace(",", ".")


def opsomming(delen: Iterable[str], voegwoord: str = "en") -> str:
    """The parts as one enumeration: a, b en c."""
    lijst = list(delen)
    return f"{', '.join(lijst[:-1])} {voegwoord} {lijst[-1]}" if len(lijst) > 1 else "".join(lijst)


def hoofdletter(tekst: str) -> str:
    """The text with a capital."""
    return tekst[:1].upper() + tekst[1:]


def datum(dag: date) -> str:
    """A date in words."""
    return dutch_date(dag)


FILTERS: dict[str, Callable[..., Any]] = {
    "bedrag": bedrag,
    "datum": datum,
    "hoofdletter": hoofdletter,
    "opsomming": opsomming,
    "telwoord": telwoord,
}
