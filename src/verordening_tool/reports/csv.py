"""The report of toets as a table for a spreadsheet: a row per verdict, columns as described in docs/uitvoer.md.

Made for Excel as it is set in the Netherlands: ``;`` between columns, UTF-8 with a byte order mark, lines that end in CR LF.
Every cell is one line, and none can be a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from verordening_tool.checking.oordeel import Oordeel, Plaats, Toetsresultaat
from verordening_tool.reports.opmaak import zonder_stuurtekens
from verordening_tool.reports.rapport import Rapport, is_bevinding, waarom_niet
from verordening_tool.reports.woorden import aanvaarding_voluit, norm_voluit, plaats_voluit

KOLOMMEN = (
    "bestand",
    "soort",
    "gemeente",
    "titel",
    "peildatum",
    "peildatum_bron",
    "code",
    "norm_titel",
    "oordeel",
    "gewicht",
    "bevinding",
    "vindplaats",
    "plaats",
    "alinea",
    "citaat",
    "meer_plaatsen",
    "bericht",
    "advies",
    "norm",
    "link",
    "aanvaard",
)
FORMULE = tuple("=+-@＝＋－＠")  # what begins a formula in Excel and LibreOffice, full-width forms included
_BOM = "\ufeff"


def render(rapport: Rapport) -> str:
    """The report as text, byte order mark included."""
    buffer = io.StringIO()
    schrijver = csv.DictWriter(buffer, KOLOMMEN, restval="", delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    schrijver.writeheader()
    for resultaat in rapport.resultaten:
        for rij in _rijen(rapport, resultaat):
            schrijver.writerow({kolom: cel(waarde) for kolom, waarde in rij.items()})
    return _BOM + buffer.getvalue()


def cel(tekst: str) -> str:
    """The text on one line; with an apostrophe before it when a spreadsheet would take it for a formula."""
    regel = " ".join(zonder_stuurtekens(tekst).split())
    return f"'{regel}" if regel.startswith(FORMULE) else regel


def _rijen(rapport: Rapport, resultaat: Toetsresultaat) -> Iterator[dict[str, str]]:
    fout = waarom_niet(resultaat)
    if fout is not None:
        yield {"bestand": resultaat.bestand, "code": fout.code, "oordeel": "niet_gelezen", "bericht": fout.bericht, "advies": fout.advies}
        return
    datum = resultaat.peildatum.datum
    document = {
        "bestand": resultaat.bestand,
        "soort": resultaat.soort.value,
        "gemeente": resultaat.gemeente or "",
        "titel": resultaat.titel or "",
        "peildatum": datum.isoformat() if datum else "",
        "peildatum_bron": resultaat.peildatum.bron,
    }
    for oordeel in resultaat.oordelen:
        yield document | _oordeel(rapport, oordeel)
    for geval in resultaat.niet_beoordeeld:
        check = rapport.checks.get(geval.code)
        yield document | {
            "code": geval.code,
            "norm_titel": check.titel if check else "",
            "oordeel": "niet_beoordeeld",
            "bevinding": "nee",
            "bericht": geval.reden,
        }


def _oordeel(rapport: Rapport, oordeel: Oordeel) -> dict[str, str]:
    rij = {
        "code": oordeel.code,
        "norm_titel": oordeel.titel,
        "oordeel": oordeel.oordeel.value,
        "gewicht": oordeel.gewicht.value,
        "bevinding": "ja" if is_bevinding(oordeel, rapport.drempel) else "nee",
        "bericht": oordeel.bericht,
        "advies": oordeel.advies,
        "norm": norm_voluit(oordeel.norm),
        "link": oordeel.norm.url or "",
        "aanvaard": aanvaarding_voluit(oordeel.aanvaard) if oordeel.aanvaard else "",
    }
    if oordeel.plaatsen:
        return rij | _plaats("plaats", oordeel.plaatsen[0]) | {"meer_plaatsen": str(len(oordeel.plaatsen) - 1)}
    return rij | _plaats("dichtstbij", oordeel.dichtstbij) if oordeel.dichtstbij else rij


def _plaats(soort: str, plaats: Plaats) -> dict[str, str]:
    return {
        "vindplaats": soort,
        "plaats": plaats_voluit(plaats),
        "alinea": "" if plaats.alinea is None else str(plaats.alinea),
        "citaat": plaats.citaat,
    }
