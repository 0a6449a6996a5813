"""Word lists made into one pattern."""

from __future__ import annotations

import re


def een_van(*vormen: str, regels: bool = False) -> re.Pattern[str]:
    """One pattern, capitals or not, that finds any of these forms; with ``regels`` a ``^`` is the start of any line."""
    return re.compile("|".join(vormen), re.IGNORECASE | (re.MULTILINE if regels else 0))
