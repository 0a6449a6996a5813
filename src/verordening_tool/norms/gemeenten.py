"""Gemeenten by name or CBS code, and the number of places beschut werk that the minister sets for them.

The facts stand in checks/gemeenten: ``gemeenten.csv`` (code and name) and ``aantallen.csv`` (code, year, number, source). A year that
is not in the list is unknown: nothing is ever estimated.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cache

from verordening_tool.fouten import Gebruiksfout
from verordening_tool.norms.gemeentelijst import gemeenten, met_naam, naamsleutel, namen, rijen


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
    """The gemeente with this name or CBS code ("1507", "GM1507", "262"), of today or of before a herindeling.

    Raises Gebruiksfout, with the names that look like it, for one that is not known and for a name that several have.
    """
    gevraagd = " ".join(naam_of_code.split())
    sleutel = naamsleutel(gevraagd)
    cijfers = sleutel.removeprefix("gm")
    codes = {cijfers.zfill(4)} & gemeenten().keys() if cijfers.isdecimal() else set(met_naam(gevraagd))
    if len(codes) == 1:
        code = codes.pop()
        zo_geschreven = (naam for bekend, naam in namen() if bekend == code and naamsleutel(naam) == sleutel)
        return Gemeente(code, next(zo_geschreven, gemeenten()[code].naam))
    raise Gebruiksfout(f"De gemeente “{gevraagd}” ken ik niet.", f"{_suggestie(gevraagd)}Noem de naam of de CBS-code van vier cijfers.")


def ministerieel_aantal(gemeente: Gemeente, jaar: int) -> Aantal | None:
    """The number for the end of ``jaar``, or None when it is not known."""
    return _aantallen().get((gemeente.code, jaar))


def lijkt_op(naam: str) -> tuple[Gemeente, ...]:
    """The gemeenten, three at most, whose name holds or looks like ``naam``."""
    if codes := met_naam(naam):
        return tuple(Gemeente(code, gemeenten()[code].naam) for code in codes[:3])
    sleutel = naamsleutel(naam)
    bekend = {naamsleutel(zo): Gemeente(code, zo) for code, zo in namen()}
    dichtbij = [een for een in bekend if len(sleutel) >= 4 and sleutel in een] or difflib.get_close_matches(sleutel, bekend, n=3)
    return tuple(bekend[een] for een in dichtbij[:3])


def _suggestie(naam: str) -> str:
    dichtbij = [f"{gemeente.naam} ({gemeente.code})" for gemeente in lijkt_op(naam)]
    return f"Bedoelt u {' of '.join(dichtbij)}? " if dichtbij else ""


@cache
def _aantallen() -> dict[tuple[str, int], Aantal]:
    return {(rij["cbs_code"], int(rij["jaar"])): Aantal(int(rij["aantal"]), rij["bron"]) for rij in rijen("aantallen.csv")}
