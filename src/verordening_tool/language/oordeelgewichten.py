"""How much the words of a text speak for meeting a norm or against it, learned from texts of which it is known (a linear classifier).

The weights stand in a table that can be read and changed, a row each: the norm ("alle" for every norm), a word ("weigert"), how a longer
word begins ("weige*") or two words that follow each other ("niet aan"), and what they weigh. Above nought speaks against the text.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, sqrt
from pathlib import Path

from verordening_tool.fouten import Normfout
from verordening_tool.language.folding import fold
from verordening_tool.language.woordgewichten import ALTIJD, kenmerken, paren

ALLE = "alle"
_ALTIJD = ALTIJD.encode()
_OVERAL = frozenset(  # words of any text, that say nothing by themselves
    b"aan als bij dat de deze die dit door een en er het hij in is met of om ook op te tot u van voor wie wij ze zich zij zijn".split()
)
_MINST = 60  # words and pairs of a short lid
_KOP = ["norm", "woord", "gewicht"]


@lru_cache(maxsize=256)
def kenmerken_en_paren(gevouwen: bytes) -> frozenset[bytes]:
    """The words of a folded text, how the longer ones begin, and each two that follow each other; each once."""
    return frozenset(kenmerken(gevouwen) - _OVERAL).union(paren(gevouwen))


@dataclass(frozen=True, slots=True)
class Oordeelgewichten:
    """What words weigh, by norm; ``alle`` for every norm beside that."""

    alle: Mapping[bytes, float]
    per_norm: Mapping[str, Mapping[bytes, float]]

    def score(self, norm: str, kenmerken: AbstractSet[bytes]) -> float:
        """How much ``kenmerken`` speak against the text for ``norm`` (one of ``per_norm``); under nought they speak for it."""
        eigen = self.per_norm[norm]
        som = fsum(tabel[kenmerk] for tabel in (self.alle, eigen) for kenmerk in kenmerken if kenmerk in tabel)
        return self.alle.get(_ALTIJD, 0.0) + eigen.get(_ALTIJD, 0.0) + som / lengte(kenmerken)


def lengte(kenmerken: AbstractSet[bytes]) -> float:
    """What a text is divided by, so that a long one does not weigh more; a few words do not weigh as much as an article."""
    return sqrt(max(len(kenmerken), _MINST))


def lees_oordeelgewichten(pad: Path) -> Oordeelgewichten:
    """Read a table of weights: "norm;woord;gewicht" in the first row. A decimal comma will do.

    Raises Normfout that names file, line and what does not hold.
    """
    with pad.open(encoding="utf-8-sig", newline="", errors="replace") as bestand:
        lezer = csv.reader(bestand, delimiter=";")
        if next(lezer, []) != _KOP:
            raise Normfout(f"{pad.name} begint niet met {';'.join(_KOP)}.", "Zet die woorden in de eerste regel, met ; ertussen.")
        rijen = [_rij(rij, f"{pad.name}, regel {lezer.line_num}") for rij in lezer if rij]
    gevouwen = fold("\n".join(woord for _, woord, _ in rijen)).encode("ascii", "replace").split(b"\n")  # at once: folding is dear
    per_norm: dict[str, dict[bytes, float]] = {ALLE: {}}
    for (norm, _, gewicht), woord in zip(rijen, gevouwen, strict=False):  # an empty table folds into one empty word
        per_norm.setdefault(norm, {})[woord] = gewicht
    return Oordeelgewichten(per_norm.pop(ALLE), per_norm)


def _rij(rij: list[str], plek: str) -> tuple[str, str, float]:
    try:
        norm, woord, gewicht = rij
        return norm, woord, float(gewicht.replace(",", "."))
    except ValueError as fout:
        raise Normfout(
            f"{plek}: een norm, een woord en een gewicht worden verwacht.", "Schrijf bijvoorbeeld BW-09;kan;0.35, of haal de regel weg."
        ) from fout
