"""Which files of a folder belong to an audit."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from verordening_tool.auditing.opslag import is_audit
from verordening_tool.fouten import Gebruiksfout

_TIJDELIJK = ("~$", ".~lock.", ".")  # what Word and LibreOffice leave beside an open file; hidden files
_VAN_HET_SYSTEEM = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True, slots=True)
class Gevonden:
    """A file to judge. ``naam``: its path below the folder as it is stored and shown, with forward slashes."""

    naam: str
    pad: Path


@dataclass(frozen=True, slots=True)
class Verzameld:
    """The files to judge, by name; ``eerdere_audits``: the folders below that were left out because an audit wrote them, by name."""

    bestanden: tuple[Gevonden, ...]
    eerdere_audits: tuple[str, ...] = ()


def verzamel(map_: Path, uitvoer: Path) -> Verzameld:
    """The files below ``map_``; hidden and temporary ones, all of folder ``uitvoer`` and of other audits are left out.

    Links to folders are not followed. Raises Gebruiksfout when ``map_`` is no folder, or holds the outputs of this audit or another.
    """
    if not map_.is_dir():
        wat = "is een bestand, geen map" if map_.exists() else "bestaat niet"
        raise Gebruiksfout(f"{map_} {wat}.", "Geef de map met de stukken, bijvoorbeeld: verordening audit stukken -o audit")
    if _zelfde(map_, uitvoer):
        raise Gebruiksfout("De map met stukken en de map voor de uitkomsten zijn dezelfde.", "Kies achter -o een andere map.")
    if is_audit(map_):
        raise Gebruiksfout(f"In {map_} staan de uitkomsten van een audit, geen stukken.", "Geef de map met de stukken.")
    gevonden: list[Gevonden] = []
    eerdere: list[str] = []
    for plek, mappen, bestanden in os.walk(map_):
        hier = Path(plek)
        mappen[:] = [naam for naam in mappen if _telt_mee(naam) and not _zelfde(hier / naam, uitvoer)]
        audits = [naam for naam in mappen if is_audit(hier / naam)]
        mappen[:] = [naam for naam in mappen if naam not in audits]
        eerdere.extend(_toonbaar(hier / naam, map_) for naam in audits)
        gevonden.extend(Gevonden(_toonbaar(hier / naam, map_), hier / naam) for naam in bestanden if _telt_mee(naam))
    return Verzameld(tuple(sorted(gevonden, key=lambda bestand: bestand.naam)), tuple(sorted(eerdere)))


def _telt_mee(naam: str) -> bool:
    return not naam.startswith(_TIJDELIJK) and naam.lower() not in _VAN_HET_SYSTEEM


def _zelfde(een: Path, ander: Path) -> bool:
    try:
        return een.samefile(ander)
    except OSError:  # one of them does not exist (yet)
        return False


def _toonbaar(pad: Path, map_: Path) -> str:
    """The path below the folder; bytes that are no UTF-8 are shown as escapes, so that every name can be stored."""
    return pad.relative_to(map_).as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
