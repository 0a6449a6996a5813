"""Undoes what text layers and typists do to a citation: soft hyphens, words broken at a line end, a 1 for an l.

What is deleted is kept in a map, so that every offset leads back to the text as it was.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Traces of damage by a character in each of them: one character is found ten times as fast as a string, and most texts have none.
_VERDACHT = {
    "\u00ad": ("\u00ad",),
    "\n": ("-\n", "- \n", "-\r\n"),
    "|": ("rtike|", "rt|kel", " |id"),
    "I": ("rtikeI", " Iid"),
    "1": ("rtike1", "rt1kel", " 1id"),
    "-": ("articipatie- ",),
}
_WEG = re.compile("\u00ad[ \t]*\r?\n[ \t]*|\u00ad|(?<=[a-z])-[ \t]*\r?\n[ \t]*(?=[a-z])|(?<=articipatie)-\\s+(?=wet)")
_ARTIKEL = re.compile(r"(?<!\w)([Aa])rt[il1|]ke[l1I|](?=en?\b|\b|\s)")
_LID = re.compile(r"(?<=[a-z] )[1I|]id(?!\w)")


class Schoon(NamedTuple):
    """Cleaned text; ``kaart[i]`` is the place in the original of character ``i`` (None: same text, same places)."""

    tekst: str
    kaart: tuple[int, ...] | None

    def terug(self, start: int, eind: int) -> tuple[int, int]:
        """The stretch of the original that a stretch of the cleaned text came from."""
        if self.kaart is None:
            return start, eind
        return self.kaart[start], self.kaart[eind - 1] + 1


def maak_schoon(tekst: str) -> Schoon:
    """Clean text for the parser. Most texts need nothing and are returned as they are."""
    if not any(spoor in tekst for teken, sporen in _VERDACHT.items() if teken in tekst for spoor in sporen):
        return Schoon(tekst, None)
    # Character for character first: these keep every offset.
    tekst = _LID.sub("lid", _ARTIKEL.sub(r"\1rtikel", tekst))
    stukken: list[str] = []
    kaart: list[int] = []
    vorige = 0
    for weg in [*_WEG.finditer(tekst), None]:
        tot = weg.start() if weg else len(tekst)
        stukken.append(tekst[vorige:tot])
        kaart.extend(range(vorige, tot))
        vorige = weg.end() if weg else tot
    return Schoon("".join(stukken), tuple(kaart))
