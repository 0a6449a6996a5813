"""The edges of the law, and which regime a day belongs to."""

from __future__ import annotations

from datetime import date

EDGES = (
    date(2015, 1, 1),
    date(2016, 1, 1),  # no-risk gone
    date(2017, 1, 1),  # beschut werk a duty, 10b renewed
    date(2018, 1, 1),
    date(2023, 7, 1),  # breed offensief
    date(2025, 7, 1),  # at the latest
    date(2026, 1, 1),  # in balans
)
VOOR_2015 = date(2014, 12, 31)


def regimedagen() -> tuple[date, ...]:
    """One day in each regime since 2015, oldest first."""
    return EDGES


def wijziging_binnen(dag: date, dagen: int) -> bool:
    """Whether the law changes within ``dagen`` days after ``dag``."""
    return any(0 < (edge - dag).days <= dagen for edge in EDGES)
