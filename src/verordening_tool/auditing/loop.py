"""A whole audit: the files of a folder → findings in the store → what is derived from them → outputs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from verordening_tool.auditing import sleutel
from verordening_tool.auditing.opslag import Opslag
from verordening_tool.auditing.opties import Auditopties
from verordening_tool.auditing.ronde import Ronde, Voortgang
from verordening_tool.auditing.verzamelen import verzamel
from verordening_tool.fouten import Gebruiksfout, Schrijffout


@dataclass(frozen=True, slots=True)
class Auditresultaat:
    """What an audit did.

    ``nieuw``: how many files were judged now; ``veranderd``: the store is not what it was before; ``bevindingen``: by gewicht, how
    many verdicts are strijdig or niet_aangetroffen.
    """

    map: Path
    aantal: int
    nieuw: int
    veranderd: bool
    bevindingen: Mapping[str, int]


def audit(map_: str | Path, uitvoer: str | Path, opties: Auditopties | None = None, voortgang: Voortgang | None = None) -> Auditresultaat:
    """Judge every file below ``map_`` and write store and overviews to folder ``uitvoer``.

    What an earlier audit in ``uitvoer`` found is used again where file, options, day and norms are the same. ``voortgang`` is told
    how many files are done, and of how many. Workers are processes: a script must call this under ``if __name__ == "__main__":``.
    Raises VerordeningFout for wrong use and when nothing can be written; a file that can not be judged never stops the audit.
    """
    bron, doel = Path(map_), Path(uitvoer)
    bestanden = verzamel(bron, doel)
    _maak(doel)
    with Opslag(doel) as opslag:
        ronde = Ronde(opslag, _hervat(opslag, opties or Auditopties()), voortgang)
        rijen = ronde.beoordeel(bestanden)
        veranderd = ronde.begonnen or rijen != opslag.rijen()
        if veranderd:
            ronde.begin()
            opslag.rond_af(rijen)
        bevindingen = opslag.bevindingen()
    return Auditresultaat(doel, len(bestanden), ronde.nieuw, veranderd, bevindingen)


def _maak(doel: Path) -> None:
    try:
        doel.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise Schrijffout(f"De map {doel} kan niet worden gemaakt.", "Kies achter -o een andere map.") from fout


def _hervat(opslag: Opslag, opties: Auditopties) -> Auditopties:
    """The options of this run: one that goes on judges by the day on which it was begun. Raises Gebruiksfout."""
    run = opslag.laatste_run()
    if not opties.hervat or run is None or run.klaar:
        return opties
    begonnen = date.fromisoformat(json.loads(run.opties)["vandaag"])
    verder = replace(opties, toets=replace(opties.toets, vandaag=opties.toets.vandaag or begonnen))
    if sleutel.oordeelopties(verder) != run.opties:
        raise Gebruiksfout(
            "De onderbroken audit oordeelde met andere opties.",
            "Geef dezelfde opties als toen, of laat --hervat weg: dan begint een nieuwe audit.",
        )
    return verder
