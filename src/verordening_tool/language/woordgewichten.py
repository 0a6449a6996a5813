"""Guesses what a sentence says by the weight of its words, learned from sentences of which it is known (a linear classifier).

Rules find what they foresee. A sentence in words that nobody foresaw still holds words that are common where a thing is said and rare
elsewhere: "enkelingen" speaks for *veel geld voor een kleine groep*, "loonkostensubsidie" against it. The weights stand in a table that
can be read and changed: a row for each word ("handjevol") or beginning of a word ("begel*"), a column for each thing that can be said.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from verordening_tool.fouten import Normfout
from verordening_tool.language.folding import fold

_WOORD = re.compile(rb"[a-z]+|[0-9]+")
_GETAL = b"0"  # stands for any number
_BEGIN = 5  # letters of the beginning of a word
ALTIJD = "(altijd)"  # the row that counts for every sentence


def kenmerken(gevouwen: bytes) -> set[bytes]:
    """The words of a folded text, each once, and how the longer ones begin."""
    woorden = {_GETAL if woord.isdigit() else woord for woord in _WOORD.findall(gevouwen)}
    return woorden | {woord[:_BEGIN] + b"*" for woord in woorden if len(woord) > _BEGIN}


@dataclass(frozen=True)
class Woordgewichten:
    """``altijd`` and ``per_kenmerk``: how much speaks for each of ``sleutels``."""

    sleutels: tuple[str, ...]
    altijd: tuple[float, ...]
    per_kenmerk: Mapping[bytes, tuple[tuple[int, float], ...]]

    def scores(self, gevouwen: bytes) -> dict[str, float]:
        """How much the words of a text speak for each key; above nought they speak for it."""
        gevonden = kenmerken(gevouwen)
        som = [0.0] * len(self.sleutels)
        for kenmerk in sorted(gevonden):  # sorted: a sum of fractions depends on the order
            for nummer, gewicht in self.per_kenmerk.get(kenmerk, ()):
                som[nummer] += gewicht
        lengte = sqrt(len(gevonden) or 1)
        return {sleutel: altijd + deel / lengte for sleutel, altijd, deel in zip(self.sleutels, self.altijd, som, strict=True)}


def lees_gewichten(pad: Path, sleutels: Collection[str]) -> Woordgewichten:
    """Read a table of weights: "woord" and the keys in the first row, then a word or the beginning of one ("koste*") and its weights.

    ``sleutels``: the keys that must be there. A decimal comma will do. Raises Normfout that names file, line and what does not hold.
    """
    with pad.open(encoding="utf-8-sig", newline="", errors="replace") as bestand:
        lezer = csv.reader(bestand, delimiter=";")
        kop = next(lezer, [])[1:]
        if ontbreekt := set(sleutels) - set(kop):
            raise Normfout(
                f"In {pad.name} ontbreekt de kolom {min(ontbreekt)}.",
                "Zet in de eerste regel het woord “woord” en alle kolommen, met ; ertussen.",
            )
        per_woord = {rij[0]: _gewichten(rij, len(kop), f"{pad.name}, regel {lezer.line_num}") for rij in lezer if rij}
    altijd = dict(per_woord.pop(ALTIJD, ()))
    per_kenmerk = {fold(woord).encode("ascii", "replace"): gewichten for woord, gewichten in per_woord.items()}
    return Woordgewichten(tuple(kop), tuple(altijd.get(nummer, 0.0) for nummer in range(len(kop))), per_kenmerk)


def _gewichten(rij: Sequence[str], kolommen: int, plek: str) -> tuple[tuple[int, float], ...]:
    """The weights in a row, by number of the column."""
    woord, *cellen = rij
    if woord.endswith("*") and len(woord) != _BEGIN + 1:
        raise Normfout(
            f"{plek}: “{woord}” past op geen woord.", f"Schrijf het hele woord, of de eerste {_BEGIN} letters met een * erachter."
        )
    try:
        return tuple((nummer, float(cel.replace(",", "."))) for nummer, cel in enumerate(cellen[:kolommen]) if cel.strip())
    except ValueError as fout:
        raise Normfout(f"{plek} ({woord}): een gewicht is geen getal.", "Schrijf een getal als 0.25, of laat de cel leeg.") from fout
