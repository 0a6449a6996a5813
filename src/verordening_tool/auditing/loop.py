"""A whole audit: the files of a folder → findings in the store → what is derived from them → outputs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from verordening_tool.auditing import sleutel
from verordening_tool.auditing.namen import BEOORDELING, DOCUMENTEN, FOUTEN, GEGEVENS, GEMEENTEN, OVERZICHT, TABELLEN, WERKMAP
from verordening_tool.auditing.opslag import Opslag, is_audit
from verordening_tool.auditing.opties import Auditopties
from verordening_tool.auditing.ronde import Ronde, Voortgang
from verordening_tool.auditing.verzamelen import verzamel
from verordening_tool.fouten import Gebruiksfout, Schrijffout

if TYPE_CHECKING:
    from verordening_tool.auditing.overzicht import Overzicht

_UITVOER = (OVERZICHT, WERKMAP, DOCUMENTEN, FOUTEN)


@dataclass(frozen=True, slots=True)
class Auditresultaat:
    """What an audit did.

    ``nieuw``: how many files were judged now; ``veranderd``: the store is not what it was before; ``bevindingen``: by gewicht, how
    many verdicts are strijdig or niet_aangetroffen; ``samenvatting``: what a terminal shows, without colour; ``overzicht``: all
    that the outputs show, None when they were as they should be and nothing was derived.
    """

    map: Path
    aantal: int
    nieuw: int
    veranderd: bool
    bevindingen: Mapping[str, int]
    samenvatting: str
    overzicht: Overzicht | None = None


def audit(map_: str | Path, uitvoer: str | Path, opties: Auditopties | None = None, voortgang: Voortgang | None = None) -> Auditresultaat:
    """Judge every file below ``map_`` and write store and overviews to folder ``uitvoer``.

    What an earlier audit in ``uitvoer`` found is used again where file, options, day and norms are the same; outputs are written
    when they would be others than those that stand there. ``voortgang`` is told how many files are done, and of how many. Workers
    are processes: a script must call this under ``if __name__ == "__main__":``. Raises VerordeningFout for wrong use and when
    nothing can be written; a file that can not be judged never stops the audit.
    """
    bron, doel, opties = Path(map_), Path(uitvoer), opties or Auditopties()
    verzameld = verzamel(bron, doel)
    _keur_eerdere(opties.vergelijk, doel)
    _keur_afwijkingen(opties)
    _keur_doel(doel)
    _maak(doel)
    with Opslag(doel) as opslag:
        ronde = Ronde(opslag, _hervat(opslag, bron, opties), _volledig(bron), voortgang)
        rijen = ronde.beoordeel(verzameld.bestanden)
        veranderd = ronde.begonnen or rijen != opslag.rijen()
        if veranderd:
            ronde.begin()
            opslag.rond_af(rijen)
        samenvatting, overzicht = _lever(opslag, bron, doel, opties, verzameld.eerdere_audits, repr((ronde.basis, rijen)))
        bevindingen = json.loads(opslag.uitvoer("bevindingen") or "{}")
        return Auditresultaat(doel, len(verzameld.bestanden), ronde.nieuw, veranderd, bevindingen, samenvatting, overzicht)


def _lever(
    opslag: Opslag, bron: Path, doel: Path, opties: Auditopties, eerdere_audits: tuple[str, ...], gevonden: str
) -> tuple[str, Overzicht | None]:
    """Derive and write the outputs, unless those that stand there were made from the same."""
    samenvatting = opslag.uitvoer("samenvatting")
    gevonden = "\n".join((gevonden, *eerdere_audits))
    gelijk = opslag.uitvoer("kenmerk") == _kenmerk(gevonden, bron, doel, opties)
    if samenvatting is not None and gelijk and all((doel / naam).exists() for naam in _UITVOER):
        return samenvatting, None
    from verordening_tool.auditing import samenvatting as terminal
    from verordening_tool.auditing import uitvoer
    from verordening_tool.auditing.afleiding import leid_af
    from verordening_tool.reports.opmaak import Scherm

    naam = str(bron) if bron.name not in {"", ".."} else bron.resolve().name or str(bron.resolve())
    if opties.vergelijk:
        with Opslag(opties.vergelijk) as toen:
            overzicht = leid_af(naam, opslag.bestanden(), doel, opties.toets, (toen.bestanden(), opties.vergelijk))
    else:
        overzicht = leid_af(naam, opslag.bestanden(), doel, opties.toets)
    overzicht = replace(overzicht, eerdere_audits=eerdere_audits)
    uitvoer.schrijf(doel, overzicht)
    samenvatting = terminal.render(overzicht, doel, Scherm())
    kenmerk = _kenmerk(gevonden, bron, doel, opties)  # beoordeling.csv may have been made just now
    bevindingen = json.dumps(overzicht.bevindingen)
    opslag.bewaar_uitvoer({"bron": _volledig(bron), "kenmerk": kenmerk, "samenvatting": samenvatting, "bevindingen": bevindingen})
    return samenvatting, overzicht


def _volledig(bron: Path) -> str:
    """The folder as it can be found again from anywhere; what is no text in its name is escaped, so that it can be stored."""
    return str(bron.resolve()).encode("utf-8", "backslashreplace").decode("utf-8")


def _kenmerk(gevonden: str, bron: Path, doel: Path, opties: Auditopties) -> str:
    """A hash of all that the outputs are made from."""
    eerdere, lijst = opties.vergelijk, opties.toets.afwijkingen
    geheel = hashlib.sha256("\n".join((gevonden, str(bron), _volledig(bron), str(doel), str(eerdere))).encode("utf-8", "backslashreplace"))
    for pad in (doel / BEOORDELING, *((eerdere / GEGEVENS, eerdere / BEOORDELING) if eerdere else ()), *([lijst] if lijst else ())):
        geheel.update(hashlib.sha256(pad.read_bytes()).digest() if pad.is_file() else b"-")
    return geheel.hexdigest()


def _keur_eerdere(eerdere: Path | None, doel: Path) -> None:
    """Refuse an earlier audit that is not there, or is the one that will be written over. Raises Gebruiksfout."""
    if eerdere is None:
        return
    if not (eerdere / GEGEVENS).is_file():
        raise Gebruiksfout(f"In {eerdere} staat geen audit.", "Geef achter --vergelijk de map die bij de eerdere audit achter -o stond.")
    if doel.exists() and eerdere.samefile(doel):
        raise Gebruiksfout(
            f"{eerdere} is de map waarin deze audit zelf komt.", "Kies achter -o een andere map, en achter --vergelijk de map van toen."
        )


def _keur_doel(doel: Path) -> None:
    """Refuse a folder that holds files under the names that an audit writes, and that no audit made. Raises Gebruiksfout."""
    if is_audit(doel):
        return
    mappen = (doel / TABELLEN).glob("*.csv"), (doel / GEMEENTEN).glob("*.html")
    bestaand = next((pad for pad in (*(doel / naam for naam in _UITVOER), *chain(*mappen)) if pad.exists()), None)
    if bestaand is not None:
        raise Gebruiksfout(
            f"{bestaand} bestaat al en is niet van een audit. De audit zou dit bestand overschrijven.", "Kies achter -o een nieuwe map."
        )


def _keur_afwijkingen(opties: Auditopties) -> None:
    """Refuse a list of accepted findings that does not hold to its form, before anything is judged. Raises Gegevensfout."""
    if opties.toets.afwijkingen is not None:
        from verordening_tool.checking.afwijkingen import lees_afwijkingen
        from verordening_tool.checking.normenset import maak_normenset

        lees_afwijkingen(opties.toets.afwijkingen, maak_normenset(opties.toets.kader).checks)


def _maak(doel: Path) -> None:
    try:
        doel.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise Schrijffout(f"De map {doel} kan niet worden gemaakt.", "Kies achter -o een andere map.") from fout


def _hervat(opslag: Opslag, bron: Path, opties: Auditopties) -> Auditopties:
    """The options of this run: one that goes on judges by the day on which it was begun. Raises Gebruiksfout.

    It must be over the same folder; one that is not there any more may have another name now.
    """
    run = opslag.laatste_run()
    if not opties.hervat or run is None:
        return opties
    toen = opslag.uitvoer("bron")
    if toen is not None and Path(toen).is_dir() and not bron.samefile(toen):
        raise Gebruiksfout(
            f"{opslag.pad} hoort bij een audit van andere stukken, uit de map {toen}.",
            "Kies achter -o de map die bij deze stukken hoort. Of begin opnieuw: laat --hervat weg en kies achter -o een nieuwe map.",
        )
    if run.klaar:
        return opties
    begonnen = date.fromisoformat(json.loads(run.opties)["vandaag"])
    verder = replace(opties, toets=replace(opties.toets, vandaag=opties.toets.vandaag or begonnen))
    if sleutel.oordeelopties(verder) != run.opties:
        raise Gebruiksfout(
            "De onderbroken audit oordeelde met andere opties.",
            "Geef dezelfde opties als toen, of laat --hervat weg: dan begint een nieuwe audit.",
        )
    return verder
