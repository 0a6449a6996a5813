"""Tables for a spreadsheet, made like the csv of toets: ``;`` between columns, UTF-8 with a mark, no cell a formula."""

from __future__ import annotations

import csv
import io
from datetime import date

from verordening_tool.auditing.tabelmodel import Cel, Tabel
from verordening_tool.reports.csv import cel

_BOM = "\ufeff"


def render(tabel: Tabel) -> bytes:
    """The table as a file. Dates as 2024-01-31, numbers with a decimal comma, percentages as whole numbers."""
    buffer = io.StringIO()
    schrijver = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    schrijver.writerow(kolom.titel for kolom in tabel.kolommen)
    for rij in tabel.rijen:
        schrijver.writerow(map(_cel, rij.cellen))
    return (_BOM + buffer.getvalue()).encode("utf-8", "replace")  # the name of a file may hold anything


def _cel(waarde: Cel) -> str:
    if isinstance(waarde, str):
        return cel(waarde)
    if isinstance(waarde, date):
        return waarde.isoformat()
    return "" if waarde is None else str(waarde).replace(".", ",")
