"""Dates as Dutch texts write them."""

from __future__ import annotations

from datetime import date

MAANDEN = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")


def dutch_date(dag: date) -> str:
    """A day in words: 15 februari 2024."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
