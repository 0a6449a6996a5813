"""Guesses what a sentence says by the weight of its words, learned from sentences of which it is known (a linear classifier).

Rules find what they foresee. A sentence in words that nobody foresaw still holds words that are common where a thing is said and rare
elsewhere: "enkelingen" speaks for *veel geld voor een kleine groep*, "loonkostensubsidie" against it. The weights stand in a table that
can be read and changed: a row for each word ("handjevol"), beginning of a word ("begel*"), two words that follow each other ("geen
geld") or concept ("<kleine_groep>", and "<niet kleine_groep>" where it is denied), a column for each thing that can be said.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from math import fsum, sqrt
from pathlib import Path
from types import MappingProxyType

from verordening_tool.fouten import Normfout
from verordening_tool.language.folding import fold
from verordening_tool.language.getallen import TELWOORD

_Rij = tuple[float, ...]  # a weight for each key
_WOORD = re.compile(rb"[a-z]+|[0-9]+")
_GETAL = b"0"  # stands for any number, in figures or in words
_TELWOORD = re.compile(rb"(?!een$)" + TELWOORD.encode())
_BEGIN = 5  # letters of the beginning of a word
ALTIJD = "(altijd)"  # the row that counts for every sentence
_BEGRIP = re.compile(r"<(?:niet )?([a-z0-9_]+)>")


def kenmerken(gevouwen: bytes) -> set[bytes]:
    """The words of a folded text, each once, and how the longer ones begin."""
    return set(chain.from_iterable(map(_vormen, _WOORD.findall(gevouwen))))


def paren(gevouwen: bytes) -> set[bytes]:
    """Each two words of a folded text that follow each other, any number as the same word."""
    return set(map(b" ".join, pairwise(_vormen(woord)[0] for woord in _WOORD.findall(gevouwen))))


@lru_cache(maxsize=1 << 16)
def _vormen(woord: bytes) -> tuple[bytes, ...]:
    """What a word counts as: a number, or itself and its beginning."""
    if woord.isdigit() or _TELWOORD.fullmatch(woord):
        return (_GETAL,)
    return (woord, woord[:_BEGIN] + b"*") if len(woord) > _BEGIN else (woord,)


@dataclass(frozen=True)
class Woordgewichten:
    """``altijd``, ``per_kenmerk`` and ``per_begrip``: how much speaks for each of ``sleutels``.

    A concept weighs the same in every sentence; words weigh less in a long one. The second of ``per_begrip`` counts where the concept
    is denied.
    """

    sleutels: tuple[str, ...]
    altijd: tuple[float, ...]
    per_kenmerk: Mapping[bytes, _Rij]
    per_begrip: Mapping[str, tuple[_Rij, _Rij]]

    def scores(self, gevouwen: bytes, begrippen: Mapping[str, bool] = MappingProxyType({})) -> dict[str, float]:
        """How much a text speaks for each key; above nought it speaks for it.

        ``begrippen``: the concepts that stand in it, and whether they are denied there.
        """
        gevonden = kenmerken(gevouwen)
        alles = chain(gevonden, paren(gevouwen))
        woorden = self._som([self.per_kenmerk[kenmerk] for kenmerk in alles if kenmerk in self.per_kenmerk])
        overig = self._som([rij for begrip in begrippen for rij in self.per_begrip[begrip][: 1 + begrippen[begrip]]])
        lengte = sqrt(len(gevonden) or 1)
        delen = zip(self.sleutels, self.altijd, woorden, overig, strict=True)
        return {sleutel: altijd + deel / lengte + rest for sleutel, altijd, deel, rest in delen}

    def _som(self, rijen: Sequence[_Rij]) -> list[float]:
        """The exact sum by key, whatever the order."""
        return list(map(fsum, zip(*rijen, strict=True))) if rijen else [0.0] * len(self.sleutels)


def lees_gewichten(pad: Path, sleutels: Collection[str]) -> Woordgewichten:
    """Read a table of weights: "woord" and the keys in the first row, then a word ("koste*" as it begins, or two) and its weights.

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
    geen = (0.0,) * len(kop)
    altijd = per_woord.pop(ALTIJD, geen)
    begrippen = sorted({begrip[1] for woord in per_woord if (begrip := _BEGRIP.fullmatch(woord))})
    per_begrip = {naam: (per_woord.pop(f"<{naam}>", geen), per_woord.pop(f"<niet {naam}>", geen)) for naam in begrippen}
    gevouwen = fold("\n".join(per_woord)).encode("ascii", "replace").split(b"\n")  # at once: folding is dear
    per_kenmerk = dict(zip(gevouwen, per_woord.values(), strict=False))  # an empty table folds into one empty word
    return Woordgewichten(tuple(kop), altijd, per_kenmerk, per_begrip)


def _gewichten(rij: Sequence[str], kolommen: int, plek: str) -> _Rij:
    """The weights in a row; an empty cell weighs nothing."""
    woord, *cellen = rij
    if woord.endswith("*") and len(woord) != _BEGIN + 1:
        raise Normfout(
            f"{plek}: “{woord}” past op geen woord.", f"Schrijf het hele woord, of de eerste {_BEGIN} letters met een * erachter."
        )
    try:
        return tuple(float(cel.replace(",", ".")) if cel.strip() else 0.0 for cel in [*cellen, *[""] * kolommen][:kolommen])
    except ValueError as fout:
        raise Normfout(f"{plek} ({woord}): een gewicht is geen getal.", "Schrijf een getal als 0.25, of laat de cel leeg.") from fout
