"""Words for values: dates, amounts, numbers and enumerations as a Dutch text writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from verordening_tool.document.dates import dutch_date

_TELWOORDEN = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
    "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
)  # fmt: skip


def bedrag(euro: int) -> str:
    """An amount with points: € 420.000."""
    return f"€ {euro:,}".replace(",", ".")


def telwoord(getal: int) -> str:
    """A number in words up to twenty, else in figures."""
    return _TELWOORDEN[getal] if 0 <= getal < len(_TELWOORDEN) else f"{getal:,}".replace(",", ".")


def vorm(getal: int, enkelvoud: str, meervoud: str) -> str:
    """The form that goes with a number: één plek, geen plek, twee plekken."""
    return enkelvoud if getal <= 1 else meervoud


def aantal(getal: int, enkelvoud: str, meervoud: str, *, cijfers: bool = False) -> str:
    """A number with what it counts: geen plek, één plek, drie plekken; with ``cijfers`` numbers from two on in figures."""
    woord = "geen" if getal == 0 else f"{getal:,}".replace(",", ".") if cijfers and getal > 1 else telwoord(getal)
    return f"{woord} {vorm(getal, enkelvoud, meervoud)}"


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
    "aantal": aantal,
    "bedrag": bedrag,
    "datum": datum,
    "hoofdletter": hoofdletter,
    "opsomming": opsomming,
    "telwoord": telwoord,
    "vorm": vorm,
}
