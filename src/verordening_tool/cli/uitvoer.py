"""Where results go: the screen as it is, and files that are written whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import click

from verordening_tool._bestanden import schrijf_bestand
from verordening_tool.fouten import Gebruiksfout, Schrijffout
from verordening_tool.reports.formaten import Bestand
from verordening_tool.reports.opmaak import BREEDTE_ZONDER_SCHERM, Scherm, afdrukbaar


@dataclass(frozen=True, slots=True)
class Uitvoer:
    """One result: its format, and the file it goes to (None is the screen)."""

    formaat: str
    pad: Path | None = None


def koppel(volgorde: Sequence[tuple[str, str]], extensies: dict[str, str], standaard: str) -> tuple[Uitvoer, ...]:
    """Pair formats with files in the order in which they were typed.

    ``volgorde`` holds ("formaat", naam) and ("uitvoer", pad); a file belongs to the format beside it that has none yet.
    A file without a format gets the one of its extension (``extensies``). Raises Gebruiksfout.
    """
    paren: list[dict[str, str]] = []
    for soort, waarde in volgorde:
        if not paren or soort in paren[-1]:
            paren.append({})
        paren[-1][soort] = waarde
    uitvoer = tuple(_uitvoer(paar, extensies) for paar in paren) or (Uitvoer(standaard),)
    if sum(deel.pad is None for deel in uitvoer) > 1:
        raise Gebruiksfout("Er kan maar een formaat op het scherm.", "Geef bij de andere formaten een bestand op: -f json -o rapport.json")
    return uitvoer


def _uitvoer(paar: dict[str, str], extensies: dict[str, str]) -> Uitvoer:
    if "uitvoer" not in paar:
        return Uitvoer(paar["formaat"])
    pad = Path(paar["uitvoer"])
    formaat = paar.get("formaat") or extensies.get(pad.suffix.lower())
    if formaat is None:
        raise Gebruiksfout(f"Welk formaat moet {pad} krijgen?", f"Noem het, bijvoorbeeld: -f json -o {pad}")
    return Uitvoer(formaat, pad)


def keur_doelen(uitvoer: Sequence[Uitvoer], invoer: Sequence[Path], niet_op_scherm: Mapping[str, str] | None = None) -> None:
    """Refuse a target that can not be right, before any work is done. Raises Gebruiksfout.

    ``niet_op_scherm``: the formats that can not be shown, each with what it needs behind -o ("bestand" or "map").
    """
    soorten = niet_op_scherm or {}
    doelen = []
    for deel in uitvoer:
        soort = soorten.get(deel.formaat)
        if deel.pad is None:
            if soort is not None:
                advies = (
                    f"Zeg waar het heen moet, bijvoorbeeld: -f {deel.formaat} -o {'map' if soort == 'map' else f'toets.{deel.formaat}'}"
                )
                raise Gebruiksfout(f"Het formaat {deel.formaat} kan niet op het scherm.", advies)
            continue
        doelen.append(deel.pad)
        if soort == "map" and (deel.pad.is_file() or deel.pad.suffix == f".{deel.formaat}"):
            raise Gebruiksfout(f"{deel.pad} is een bestand.", "Bij meer dan een oordeel komt achter -o de naam van een map.")
        if soort != "map" and deel.pad.is_dir():
            raise Gebruiksfout(f"{deel.pad} is een map.", "Geef achter -o de naam van een bestand.")
    for nummer, doel in enumerate(doelen):
        if not doel.parent.is_dir():
            raise Gebruiksfout(f"De map {doel.parent} bestaat niet.", "Maak de map eerst, of kies een andere.")
        if any(_zelfde(doel, bestand) for bestand in invoer):
            raise Gebruiksfout(f"{doel} is zelf invoer; daar wordt niet overheen geschreven.", "Kies achter -o een andere naam.")
        if any(_zelfde(doel, eerder) for eerder in doelen[:nummer]):
            raise Gebruiksfout(f"{doel} staat twee keer achter -o.", "Geef elk formaat een eigen bestand.")


def _zelfde(een: Path, ander: Path) -> bool:
    with suppress(OSError):
        if een.exists() and ander.exists():
            return een.samefile(ander)
    return een.resolve() == ander.resolve()


def schrijf_bestanden(doel: Path, bestanden: Sequence[Bestand], invoer: Sequence[Path]) -> list[Path]:
    """Write the files of one report to ``doel``, and give where they went. Raises Gebruiksfout before anything is written."""
    paden = [doel if bestand.naam is None else doel / bestand.naam for bestand in bestanden]
    for pad, bestand in zip(paden, bestanden, strict=True):
        if bestand.extensie and pad.suffix.lower() != bestand.extensie:
            advies = f"Geef achter -o een naam die eindigt op {bestand.extensie}, anders kan Word het niet openen."
            raise Gebruiksfout(f"{pad} krijgt niet de goede extensie.", advies)
        if any(_zelfde(pad, bron) for bron in invoer):
            raise Gebruiksfout(f"{pad} is zelf invoer; daar wordt niet overheen geschreven.", "Kies achter -o een andere map.")
    for pad, bestand in zip(paden, bestanden, strict=True):
        if bestand.naam is not None:
            _maak_map(pad.parent)
        schrijf_bestand(pad, bestand.inhoud)
    return paden


def _maak_map(pad: Path) -> None:
    try:
        pad.mkdir(exist_ok=True)
    except OSError as fout:
        raise Schrijffout(f"De map {pad} kan niet worden gemaakt.", "Kies achter -o een andere map.") from fout


def scherm() -> Scherm:
    """What stdout can show: width, colour (never when piped or with NO_COLOR) and encoding."""
    kleur = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    breedte = shutil.get_terminal_size((BREEDTE_ZONDER_SCHERM, 24)).columns
    return Scherm(breedte, kleur, sys.stdout.encoding or "utf-8")


def toon(tekst: str) -> None:
    """Print a result on stdout. A reader that has gone away (``| head``) ends the printing quietly."""
    try:
        click.echo(tekst, nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        zwijg_na_breuk()


def toon_utf8(tekst: str) -> None:
    """Print a result on stdout as UTF-8, whatever the console: JSON is read by programs."""
    try:
        sys.stdout.buffer.write(tekst.encode("utf-8", "replace"))  # the name of a file may hold anything
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        zwijg_na_breuk()


def zwijg_na_breuk() -> None:
    """Point stdout at nothing, so that Python does not complain about a broken pipe when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def meld(tekst: str) -> None:
    """Say something to the person at the screen, on stderr."""
    click.echo(afdrukbaar(tekst, sys.stderr.encoding or "utf-8"), err=True)
