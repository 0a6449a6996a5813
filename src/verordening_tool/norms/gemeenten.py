"""Gemeenten by name or CBS code, and the number of places beschut werk that the minister sets for them.

The facts stand in checks/gemeenten: ``gemeenten.csv`` (code and name) and ``aantallen.csv`` (code, year, number, source). A year that
is not in the list is unknown: nothing is ever estimated.
"""

from __future__ import annotations

import csv
import difflib
import unicodedata
from dataclasses import dataclass
from functools import cache

from verordening_tool._paths import data_map
from verordening_tool.fouten import Gebruiksfout

_APOSTROF = dict.fromkeys(map(ord, "'’‘`"))


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A gemeente: CBS code of four digits and name."""

    code: str
    naam: str


@dataclass(frozen=True, slots=True)
class Aantal:
    """The least number of places that the minister set for one year, and where that stands."""

    aantal: int
    bron: str


def vind_gemeente(naam_of_code: str) -> Gemeente:
    """The gemeente with this name or CBS code ("1507", "GM1507", "507").

    Raises Gebruiksfout, with the names that look like it.
    """
    gevraagd = " ".join(naam_of_code.split())
    kaal = _kaal(gevraagd)
    cijfers = kaal.removeprefix("gm")
    for gemeente in _gemeenten():
        if _kaal(gemeente.naam) == kaal or (cijfers.isdecimal() and gemeente.code == cijfers.zfill(4)):
            return gemeente
    raise Gebruiksfout(f"De gemeente “{gevraagd}” ken ik niet.", f"{_suggestie(gevraagd)}Noem de naam of de CBS-code van vier cijfers.")


def ministerieel_aantal(gemeente: Gemeente, jaar: int) -> Aantal | None:
    """The number for the end of ``jaar``, or None when it is not known."""
    return _aantallen().get((gemeente.code, jaar))


def lijkt_op(naam: str) -> tuple[Gemeente, ...]:
    """The gemeenten, three at most, whose name holds or looks like ``naam``."""
    kaal = _kaal(naam)
    namen = {_kaal(gemeente.naam): gemeente for gemeente in _gemeenten()}
    dichtbij = [bekend for bekend in namen if len(kaal) >= 4 and kaal in bekend] or difflib.get_close_matches(kaal, namen, n=3)
    return tuple(namen[bekend] for bekend in dichtbij[:3])


def _kaal(naam: str) -> str:
    """A name without accents, apostrophe, capitals and the word gemeente: as people type it."""
    letters = unicodedata.normalize("NFKD", " ".join(naam.split())).translate(_APOSTROF)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower().removeprefix("gemeente ")


def _suggestie(naam: str) -> str:
    dichtbij = [f"{gemeente.naam} ({gemeente.code})" for gemeente in lijkt_op(naam)]
    return f"Bedoelt u {' of '.join(dichtbij)}? " if dichtbij else ""


@cache
def _gemeenten() -> tuple[Gemeente, ...]:
    return tuple(Gemeente(rij["cbs_code"], rij["gemeente"]) for rij in _rijen("gemeenten.csv"))


@cache
def _aantallen() -> dict[tuple[str, int], Aantal]:
    return {(rij["cbs_code"], int(rij["jaar"])): Aantal(int(rij["aantal"]), rij["bron"]) for rij in _rijen("aantallen.csv")}


def _rijen(bestand: str) -> list[dict[str, str]]:
    with (data_map("checks") / "gemeenten" / bestand).open(encoding="utf-8", newline="") as stroom:
        return list(csv.DictReader(stroom))
