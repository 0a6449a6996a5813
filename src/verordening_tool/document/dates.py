"""Dates as Dutch texts write them."""

from __future__ import annotations

import re
from datetime import date

MAANDEN = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_CIJFERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", re.ASCII)
_VOLUIT = re.compile(rf"(\d{{1,2}})\s+({'|'.join(MAANDEN)})\s+(\d{{4}})", re.ASCII | re.IGNORECASE)


def dutch_date(dag: date) -> str:
    """A day in words: 15 februari 2024."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def read_date(text: str) -> date | None:
    """The day in "2024-01-01", "1 januari 2024" or "1-1-2024" (also with / or .), or None when it is written otherwise.

    Raises ValueError for a day that does not exist.
    """
    bare = text.strip()
    if iso := _ISO.fullmatch(bare):
        return date(*map(int, iso.groups()))
    if figures := _CIJFERS.fullmatch(bare):
        return date(int(figures[4]), int(figures[3]), int(figures[1]))
    if words := _VOLUIT.fullmatch(bare):
        return date(int(words[3]), MAANDEN.index(words[2].lower()) + 1, int(words[1]))
    return None
