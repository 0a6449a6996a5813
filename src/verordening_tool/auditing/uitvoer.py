"""Writes what an audit found to its folder: overview, workbook, tables, lines of JSON. Every file is written whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from verordening_tool._bestanden import schrijf_bestand
from verordening_tool.auditing import menselijk, overzicht_csv, overzicht_html, overzicht_jsonl, overzicht_xlsx
from verordening_tool.auditing.namen import BEOORDELING, DOCUMENTEN, FOUTEN, GEMEENTEN, OVERZICHT, TABELLEN, WERKMAP
from verordening_tool.auditing.overzicht import Overzicht
from verordening_tool.fouten import Schrijffout

_EIGEN_PAGINA = re.compile(rf"(?:\d{{4}}|gemeente-[a-z0-9-]*)\.html|{re.escape(overzicht_html.ZONDER_GEMEENTE)}")
_SOMS = frozenset(
    {"beoordeling", "aanvaard", "zonder_gemeente", "niet_op_de_lijst", "veranderd", "veranderde_oordelen", "veranderde_documenten"}
)


def schrijf(doel: Path, geheel: Overzicht) -> None:
    """Write all outputs to ``doel``, which exists. beoordeling.csv belongs to the inspector: it is only made when it is not there.

    Pages and tables of ours that this audit no longer has are taken away. Raises Schrijffout.
    """
    for naam in (GEMEENTEN, TABELLEN):
        _maak(doel / naam)
    geschreven = set()
    for naam, inhoud in _bestanden(geheel):
        schrijf_bestand(doel / naam, inhoud)
        geschreven.add(doel / naam)
    if not (doel / BEOORDELING).exists():
        schrijf_bestand(doel / BEOORDELING, menselijk.LEEG)
    oud = [pad for pad in (doel / GEMEENTEN).iterdir() if _EIGEN_PAGINA.fullmatch(pad.name)]
    oud += [doel / TABELLEN / f"{sleutel}.csv" for sleutel in _SOMS]
    for pad in oud:
        if pad not in geschreven:
            with suppress(OSError):
                pad.unlink(missing_ok=True)


def _bestanden(geheel: Overzicht) -> Iterator[tuple[str, bytes | Iterable[bytes]]]:
    """Names and contents; the overview last, since it leads to all others."""
    for naam, inhoud in overzicht_html.gemeentepaginas(geheel):
        yield f"{GEMEENTEN}/{naam}", inhoud
    for tabel in (*geheel.tabellen, *geheel.lange_tabellen):
        yield f"{TABELLEN}/{tabel.sleutel}.csv", overzicht_csv.render(tabel)
    yield FOUTEN, overzicht_csv.render(geheel.fouten)
    yield DOCUMENTEN, overzicht_jsonl.regels(geheel)
    alle = (*geheel.tabellen, geheel.fouten, *geheel.lange_tabellen)
    yield WERKMAP, overzicht_xlsx.render(alle, f"Audit beschut werk: {geheel.bron}")
    yield OVERZICHT, overzicht_html.overzichtspagina(geheel)


def _maak(map_: Path) -> None:
    try:
        map_.mkdir(exist_ok=True)
    except OSError as fout:
        raise Schrijffout(f"De map {map_} kan niet worden gemaakt.", "Kies achter -o een andere map.") from fout
