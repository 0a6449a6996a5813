"""Gemeenten through the years: what they were called, which went up in which, province, size class; and finding one by name.

The facts stand in checks/gemeenten (LEESMIJ.md there tells how sure they are).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from verordening_tool._paths import data_map
from verordening_tool.language.folding import fold

OVERIG = "overig"
_LETTERS = re.compile(r"[^a-z0-9]+")
_AAN_DE = re.compile(r"\ba ?[/.]? ?d\b\.?")
_VOORVOEGSEL = re.compile(r"^(?:de )?(?:gemeente|gem)\b ?")
_LIDWOORD_S = re.compile(r"^'?s ?-? ?(?=(?:gravenhage|hertogenbosch)\b)")


@dataclass(frozen=True, slots=True)
class Gemeentejaren:
    """A gemeente under one name: CBS code of four digits, and from which day until (not including) which day it was so."""

    code: str
    naam: str
    van: date | None
    tot: date | None


@dataclass(frozen=True, slots=True)
class Opvolging:
    """What became of a gemeente. ``soort``: samenvoeging, splitsing (the first code took most of it), naam (only name and code changed)."""

    codes: tuple[str, ...]
    datum: date
    soort: str


@cache
def gemeenten() -> dict[str, Gemeentejaren]:
    """Every known gemeente since 2014 by code, with its official name."""
    bekend: dict[str, Gemeentejaren] = {}
    for rij in rijen("gemeenten.csv"):
        jaren = Gemeentejaren(rij["cbs_code"], rij["gemeente"], _dag(rij["van"]), _dag(rij["tot"]))
        bekend.setdefault(jaren.code, jaren)
    return bekend


def op(dag: date) -> tuple[Gemeentejaren, ...]:
    """The gemeenten that existed on ``dag`` (2014 or later), by code."""
    return tuple(g for _, g in sorted(gemeenten().items()) if (g.van is None or g.van <= dag) and (g.tot is None or dag < g.tot))


@cache
def _opvolgingen() -> dict[str, Opvolging]:
    codes: dict[str, list[str]] = {}
    overig: dict[str, tuple[date, str]] = {}
    for rij in rijen("herindelingen.csv"):
        codes.setdefault(rij["oude_code"], []).append(rij["nieuwe_code"])
        overig[rij["oude_code"]] = (date.fromisoformat(rij["datum"]), rij["soort"])
    return {oud: Opvolging(tuple(nieuw), *overig[oud]) for oud, nieuw in codes.items()}


def opvolging(code: str) -> Opvolging | None:
    """What became of the gemeente, or None when it is still there (or unknown)."""
    return _opvolgingen().get(code)


def provincie(code: str) -> str | None:
    """The province that the gemeente lies in."""
    return _provincies().get(code)


def grootteklasse(code: str) -> str:
    """Size class: "G4", "G40" (members of the network of today) or "overig"."""
    return _klassen().get(code, OVERIG)


def op_datum(code: str, dag: date | None) -> str:
    """The code that goes with a document of ``dag`` by the gemeente with this code.

    A gemeente that only changed its name is one and the same; one that had gone by that day speaks for what it became.
    """
    gevolg = opvolging(code)
    while gevolg is not None and (gevolg.soort == "naam" or (dag is not None and gevolg.datum <= dag)):
        code = gevolg.codes[0]
        gevolg = opvolging(code)
    return code


def bestond_op(code: str, dag: date) -> bool:
    """Whether the gemeente was there on ``dag``, under this name or an earlier one; one that is not on the list was."""
    jaren = gemeenten().get(code)
    if jaren is None or jaren.van is None or jaren.van <= dag:
        return True
    eerder = (oud for oud, gevolg in _opvolgingen().items() if gevolg.soort == "naam" and code in gevolg.codes)
    return any(bestond_op(oud, dag) for oud in eerder)


def naamsleutel(naam: str) -> str:
    """A name without what spellings differ in: case, accents, signs, "gemeente", "a/d"; words with one space between."""
    kaal = _AAN_DE.sub("aan de ", fold(naam).replace("?", "").replace("_", " "))
    kaal = _LIDWOORD_S.sub("s ", _VOORVOEGSEL.sub("", kaal.strip()))
    return " ".join(_LETTERS.split(kaal)).strip()


def met_naam(naam: str) -> tuple[str, ...]:
    """The codes of the gemeenten that this name may stand for; more than one when it is not clear which ("Bergen")."""
    return sleutels().get(naamsleutel(naam), ())


@cache
def namen() -> tuple[tuple[str, str], ...]:
    """Code and name as the list writes them; a gemeente may have two official names."""
    return tuple((rij["cbs_code"], rij["gemeente"]) for rij in rijen("gemeenten.csv"))


@cache
def sleutels() -> dict[str, tuple[str, ...]]:
    """Every spelling (as ``naamsleutel``) with the codes it may stand for."""
    gevonden: dict[str, set[str]] = {}
    spellingen = ((rij["cbs_code"], rij["spelling"]) for rij in rijen("spellingen.csv"))
    for code, naam in (*namen(), *spellingen):
        for vorm in {naam, re.sub(r"\s*\(.*\)", "", naam), re.sub(r"^['’]s-", "", naam)}:
            gevonden.setdefault(naamsleutel(vorm), set()).add(code)
    return {sleutel: tuple(sorted(codes)) for sleutel, codes in gevonden.items()}


@cache
def _provincies() -> dict[str, str]:
    return {rij["cbs_code"]: rij["provincie"] for rij in rijen("provincies.csv")}


@cache
def _klassen() -> dict[str, str]:
    return {rij["cbs_code"]: rij["klasse"] for rij in rijen("grootteklassen.csv")}


def _dag(tekst: str) -> date | None:
    return date.fromisoformat(tekst) if tekst else None


def rijen(bestand: str) -> list[dict[str, str]]:
    """The rows of a file in checks/gemeenten."""
    with (data_map("checks") / "gemeenten" / bestand).open(encoding="utf-8", newline="") as stroom:
        return list(csv.DictReader(stroom))
