"""Names of gemeenten for a corpus: those that we know, then invented ones."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from random import Random

from inspectie_teksten import bouwstenen
from verordening_tool._paths import data_map

_ZWAAR = {"Amsterdam": 12.0, "Rotterdam": 12.0, "'s-Gravenhage": 10.0, "Utrecht": 8.0}


@dataclass(frozen=True, slots=True)
class Naam:
    """A gemeente: name, CBS code when it is a real one, and how large a number of places is likely to be."""

    naam: str
    code: str | None
    zwaarte: float = 1.0


def namen_van(jaar: int, aantal: int, rng: Random) -> list[Naam]:
    """``aantal`` gemeenten of ``jaar``, large ones first in; invented names when we know too few."""
    with (data_map("checks") / "gemeenten" / "gemeenten.csv").open(encoding="utf-8", newline="") as stroom:
        bekend = [Naam(rij["gemeente"], rij["cbs_code"], _ZWAAR.get(rij["gemeente"], 1.0)) for rij in csv.DictReader(stroom)]
    rng.shuffle(bekend)
    reserve = [Naam(naam, None) for naam in bouwstenen()["reserve"]]
    if aantal > len(bekend) + len(reserve):
        raise ValueError(f"er zijn {len(bekend) + len(reserve)} namen van gemeenten in {jaar}, gevraagd zijn er {aantal}")
    return [*bekend, *reserve][:aantal]
