"""Reads a table that a person keeps in a spreadsheet program: ``;`` or ``,`` between columns, UTF-8 or the Windows code page."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from verordening_tool.document.dates import read_date
from verordening_tool.fouten import Gegevensfout

_GROOTST = 20_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Regel:
    """A row that is not empty: its line in the file (of its first cell), and its cells by column, without blanks around them."""

    nummer: int
    cellen: Mapping[str, str]


def lees_regels(pad: Path, kolommen: Sequence[str]) -> tuple[Regel, ...]:
    """The rows of the file; none when it does not exist. Columns may stand in any order, in capitals too; others are left aside.

    Raises Gegevensfout when it can not be read, or a column is missing, or a row has more cells than the header.
    """
    try:
        if pad.stat().st_size > _GROOTST:
            raise Gegevensfout(f"{pad.name} is te groot.", "Geef het goede bestand op.")
        inhoud = pad.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as fout:
        raise Gegevensfout(f"{pad.name} kan niet worden gelezen.", "Sluit het bestand in Excel en probeer het opnieuw.") from fout
    return _regels(_tekst(inhoud, pad.name), pad.name, kolommen)


def lees_dag(cel: str) -> date | None:
    """A date as we write it (2024-01-31, 31 januari 2024), or as a spreadsheet makes it: 31-1-2024. None for anything else."""
    try:
        return read_date(cel)
    except ValueError:
        return None


def _tekst(inhoud: bytes, naam: str) -> str:
    """The text: UTF-8, else as Excel on a Dutch Windows writes a .csv."""
    for codering in ("utf-8-sig", "cp1252"):
        try:
            tekst = inhoud.decode(codering)
        except UnicodeDecodeError:
            continue
        if "\0" not in tekst:
            return tekst
    raise Gegevensfout(f"{naam} is geen csv.", "Bewaar het bestand in Excel als “CSV UTF-8 (door lijstscheidingsteken gescheiden)”.")


def _regels(tekst: str, naam: str, kolommen: Sequence[str]) -> tuple[Regel, ...]:
    eerste = tekst.lstrip("\r\n").partition("\n")[0]
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=";" if eerste.count(";") >= eerste.count(",") else ",", strict=True)
    kop: list[str] | None = None
    regels: list[Regel] = []
    begin = 1
    try:
        for rij in lezer:
            cellen = [cel.strip() for cel in rij]
            nummer, begin = begin, lezer.line_num + 1
            if not any(cellen):
                continue
            if kop is None:
                kop = [cel.lower() for cel in cellen]
                _keur_kop(kop, naam, kolommen)
            elif any(cellen[len(kop) :]):
                raise Gegevensfout(
                    f"{naam}, regel {nummer}, kolom {len(kop) + 1}: hier staat tekst zonder kolom.",
                    "Zet tekst met een puntkomma of komma erin tussen aanhalingstekens, of haal de puntkomma of komma weg.",
                )
            else:
                cellen += [""] * (len(kop) - len(cellen))
                regels.append(Regel(nummer, {kolom: cellen[kop.index(kolom)] for kolom in kolommen}))
    except csv.Error as fout:
        raise Gegevensfout(f"{naam}, regel {lezer.line_num}: de aanhalingstekens kloppen niet.", "Verbeter deze regel.") from fout
    return tuple(regels)


def _keur_kop(kop: Sequence[str], naam: str, kolommen: Sequence[str]) -> None:
    afwezig = [kolom for kolom in kolommen if kolom not in kop]
    if afwezig:
        raise Gegevensfout(
            f"{naam}, regel 1: de kolom {', '.join(afwezig)} is er niet.", f"De eerste regel van het bestand is: {';'.join(kolommen)}"
        )
