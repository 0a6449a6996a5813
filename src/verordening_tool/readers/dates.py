"""Dates as publications write them in their metadata: 2023-03-09, 09-03-2023, 9 maart 2023."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DUTCH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_WRITTEN = re.compile(rf"(\d{{1,2}})\s+({'|'.join(_MONTHS)})\s+(\d{{4}})", re.IGNORECASE)


def iso_date(text: str) -> date | None:
    """The date that ``text`` begins with, written year first; None when there is none."""
    match = _ISO.match(text.strip())
    return _made(*(int(part) for part in match.groups())) if match else None


def dutch_date(text: str) -> date | None:
    """The first date in ``text``, in any of the three ways; None when there is none."""
    match = _DUTCH.search(text)
    if match:
        day, month, year = (int(part) for part in match.groups())
        return _made(year, month, day)
    match = _WRITTEN.search(text)
    if match:
        return _made(int(match.group(3)), _MONTHS.index(match.group(2).lower()) + 1, int(match.group(1)))
    match = _ISO.search(text)
    return iso_date(match.group()) if match else None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
