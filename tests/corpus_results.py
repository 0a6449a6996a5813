"""The results of judging corpus/, made once per process: real verdicts for the tests of reports."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from verordening_tool import api
from verordening_tool.checking.oordeel import Toetsresultaat

DOCUMENTEN = Path(__file__).resolve().parents[1] / "corpus" / "documenten"


@lru_cache(maxsize=1)
def corpusresultaten() -> tuple[Toetsresultaat, ...]:
    """A result for every document, in the order of their names."""
    return tuple(api.toets(sorted(DOCUMENTEN.iterdir())))
