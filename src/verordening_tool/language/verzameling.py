"""Sets of passages: a number in which each passage has a bit, so that a whole document is weighed at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

ALLE = -1  # every passage


def verzameling(nummers: Iterable[int]) -> int:
    """The passages with these numbers."""
    return samen(1 << nr for nr in nummers)


def samen(verzamelingen: Iterable[int]) -> int:
    """The passages that stand in one of the sets."""
    passages = 0
    for ander in verzamelingen:
        passages |= ander
    return passages


def nummers(passages: int) -> Iterator[int]:
    """The passages of a set by number, in order."""
    while passages:
        laagste = passages & -passages
        yield laagste.bit_length() - 1
        passages ^= laagste


class Verband:
    """Which passages go with which others."""

    def __init__(self, paren: Iterable[tuple[int, int]]) -> None:
        """``paren``: passages by number, and one that goes with each."""
        self._naar: dict[int, int] = {}
        for bron, doel in paren:
            self._naar[bron] = self._naar.get(bron, 0) | 1 << doel
        self._bronnen = verzameling(self._naar)

    def van(self, passages: int) -> int:
        """The passages that go with one of ``passages``."""
        return samen(self._naar[nr] for nr in nummers(passages & self._bronnen))
