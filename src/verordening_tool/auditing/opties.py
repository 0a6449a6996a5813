"""What a user may choose for an audit. Imports nothing heavy: an unchanged re-audit must start at once."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from verordening_tool.checking.opties import Toetsopties

MAX_WERKERS = 60  # Windows can not wait for more processes at once
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limieten:
    """What one file may cost, and from what size on a worker is replaced between two files. Seconds and bytes."""

    rekentijd: float = 180.0
    wachttijd: float = 900.0  # clock time, for a file on a drive that does not answer
    geheugen: int = 1500 * _MEGABYTE
    werker_vol: int = 320 * _MEGABYTE


@dataclass(frozen=True, slots=True)
class Auditopties:
    """How to audit. ``toets``: how to judge; ``vergelijk``: output folder of an earlier audit; ``werkers`` None: one per processor."""

    toets: Toetsopties = field(default_factory=Toetsopties)
    werkers: int | None = None
    hervat: bool = False
    vergelijk: Path | None = None
    limieten: Limieten = field(default_factory=Limieten)

    @property
    def vandaag(self) -> date:
        """The day on which "today" is judged."""
        return self.toets.vandaag or date.today()  # noqa: DTZ011 - the user's own day

    @property
    def aantal_werkers(self) -> int:
        """How many processes judge at the same time."""
        return min(self.werkers or _processoren(), MAX_WERKERS)


def _processoren() -> int:
    beschikbaar = getattr(os, "sched_getaffinity", None)
    return len(beschikbaar(0)) if beschikbaar else os.cpu_count() or 1
