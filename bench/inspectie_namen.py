"""Names of gemeenten for a corpus: those that existed in its year, then invented ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from inspectie_teksten import bouwstenen
from verordening_tool.norms import gemeentelijst

_ZWAARTE = {"G4": 8.0, "G40": 2.5}


@dataclass(frozen=True, slots=True)
class Naam:
    """A gemeente: name, CBS code when it is a real one, and how large a number of places is likely to be."""

    naam: str
    code: str | None
    zwaarte: float = 1.0


def namen_van(jaar: int, aantal: int, rng: Random) -> list[Naam]:
    """``aantal`` gemeenten of ``jaar``, in any order; invented names when there were fewer. Raises ValueError when those run out too."""
    bekend = [
        Naam(een.naam, een.code, _ZWAARTE.get(gemeentelijst.grootteklasse(een.code), 1.0)) for een in gemeentelijst.op(date(jaar, 1, 1))
    ]
    rng.shuffle(bekend)
    reserve = [Naam(naam, None) for naam in bouwstenen()["reserve"]]
    if aantal > len(bekend) + len(reserve):
        raise ValueError(f"er zijn {len(bekend) + len(reserve)} namen van gemeenten in {jaar}, gevraagd zijn er {aantal}")
    return [*bekend, *reserve][:aantal]
