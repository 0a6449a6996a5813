"""The workbook: a sheet per table, with typed columns, a filter and a frozen head. Text is written as text: no cell is a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from verordening_tool.auditing.tabelmodel import Cel, Kolomsoort, Tabel
from verordening_tool.reports.csv import FORMULE
from verordening_tool.reports.opmaak import zonder_stuurtekens

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LANGSTE_CEL = 32_767  # characters, a limit of Excel
_MEESTE_RIJEN = 1_048_575  # below the head
_NIET_IN_XML = re.compile("[\ufffe\uffff\ud800-\udfff]")
_SMALST, _BREEDST = 9, 60
_MAAK = datetime(2015, 1, 1)  # noqa: DTZ001 - a fixed day: the same audit gives the same bytes
_OPMAAK: dict[Kolomsoort, dict[str, Any]] = {
    Kolomsoort.TEKST: {"text_wrap": True},
    Kolomsoort.GETAL: {"num_format": "#,##0.##;-#,##0.##;0"},
    Kolomsoort.PROCENT: {"num_format": "0%"},
    Kolomsoort.DATUM: {"num_format": "d-m-yyyy", "align": "left"},
}


def render(tabellen: Sequence[Tabel], titel: str) -> bytes:
    """The workbook with these tables, and in front a sheet that says what each of them shows."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(buffer, opties) as boek:
        boek.set_properties({"title": _schoon(titel), "created": _MAAK})
        inhoud = boek.add_worksheet("Inhoud")
        bladen = _bladnamen(tabellen)
        opmaak = _Opmaak(boek)
        for naam, tabel in zip(bladen, tabellen, strict=True):
            _schrijf(boek.add_worksheet(naam), tabel, opmaak)
        _schrijf_inhoud(inhoud, list(zip(bladen, tabellen, strict=True)), titel, opmaak)
    return buffer.getvalue()


class _Opmaak:
    """The formats of cells; one that begins like a formula is marked as text, so that editing it does not make it one."""

    def __init__(self, boek: Workbook) -> None:
        top = {"valign": "top"}
        self.kop: Format = boek.add_format({"bold": True, "bottom": 1, "text_wrap": True, **top})
        self.titel: Format = boek.add_format({"bold": True, "font_size": 14})
        self.soorten: dict[Kolomsoort, Format] = {soort: boek.add_format({**top, **vorm}) for soort, vorm in _OPMAAK.items()}
        self.letterlijk: Format = boek.add_format({**top, "text_wrap": True, "quote_prefix": True})
        self.schakel: Format = boek.add_format({**top, "font_color": "#0b4a9e", "underline": 1})

    def tekst(self, waarde: str) -> Format:
        return self.letterlijk if waarde.startswith(FORMULE) else self.soorten[Kolomsoort.TEKST]


def _bladnamen(tabellen: Iterable[Tabel]) -> list[str]:
    """A name per sheet: at most 31 characters, none that Excel forbids, no two alike."""
    namen: list[str] = []
    for tabel in tabellen:
        naam = basis = re.sub(r"[\[\]:*?/\\']", "", tabel.titel)[:31]
        nummer = 2
        while naam.lower() in {"inhoud", *(eerder.lower() for eerder in namen)}:
            naam, nummer = f"{basis[:28]} {nummer}", nummer + 1
        namen.append(naam)
    return namen


def _schrijf(blad: Worksheet, tabel: Tabel, opmaak: _Opmaak) -> None:
    rijen = tabel.rijen[:_MEESTE_RIJEN]
    for nummer, kolom in enumerate(tabel.kolommen):
        blad.write_string(0, nummer, _schoon(kolom.titel), opmaak.kop)
        blad.set_column(nummer, nummer, _breedte(kolom.titel, [rij.cellen[nummer] for rij in rijen[:500]]))
    for regel, rij in enumerate(rijen, start=1):
        for nummer, (kolom, waarde) in enumerate(zip(tabel.kolommen, rij.cellen, strict=True)):
            _schrijf_cel(blad, regel, nummer, waarde, kolom.soort, opmaak)
    blad.freeze_panes(1, 1)
    blad.autofilter(0, 0, max(len(rijen), 1), len(tabel.kolommen) - 1)


def _schrijf_cel(blad: Worksheet, regel: int, nummer: int, waarde: Cel, soort: Kolomsoort, opmaak: _Opmaak) -> None:
    if waarde is None:
        return
    if isinstance(waarde, str):
        tekst = _schoon(waarde)
        blad.write_string(regel, nummer, tekst, opmaak.tekst(tekst))
    elif isinstance(waarde, date):
        if waarde.year >= 1900:  # Excel knows no earlier day
            blad.write_datetime(regel, nummer, datetime.combine(waarde, time()), opmaak.soorten[Kolomsoort.DATUM])
        else:
            blad.write_string(regel, nummer, waarde.isoformat(), opmaak.soorten[Kolomsoort.TEKST])
    else:
        blad.write_number(regel, nummer, waarde / 100 if soort is Kolomsoort.PROCENT else waarde, opmaak.soorten[soort])


def _schrijf_inhoud(blad: Worksheet, tabellen: Sequence[tuple[str, Tabel]], titel: str, opmaak: _Opmaak) -> None:
    """The first sheet: each table with the number of its rows and what it shows."""
    blad.write_string(0, 0, _schoon(titel), opmaak.titel)
    for nummer, (kop, breedte) in enumerate((("Blad", 34), ("Rijen", 8), ("Wat erin staat", 110))):
        blad.write_string(2, nummer, kop, opmaak.kop)
        blad.set_column(nummer, nummer, breedte)
    for regel, (naam, tabel) in enumerate(tabellen, start=3):
        blad.write_url(regel, 0, f"internal:'{naam}'!A1", opmaak.schakel, naam)
        blad.write_number(regel, 1, len(tabel.rijen), opmaak.soorten[Kolomsoort.GETAL])
        weg = len(tabel.rijen) - _MEESTE_RIJEN
        meer = f" Een blad is te klein voor alle rijen: de laatste {weg} staan alleen in het csv-bestand." if weg > 0 else ""
        blad.write_string(regel, 2, _schoon(tabel.uitleg) + meer, opmaak.soorten[Kolomsoort.TEKST])
    blad.freeze_panes(3, 0)


def _schoon(tekst: str) -> str:
    """The text as XML and Excel take it: no control characters, not too long."""
    schoon = _NIET_IN_XML.sub("\ufffd", zonder_stuurtekens(tekst))
    return schoon if len(schoon) <= _LANGSTE_CEL else schoon[: _LANGSTE_CEL - 2] + " …"


def _breedte(titel: str, waarden: Iterable[Cel]) -> float:
    """A width that fits most cells; what is longer wraps."""
    langste = max((len(str(waarde)) for waarde in waarden if waarde is not None), default=0)
    return float(min(max(langste + 2, max(map(len, titel.split())) + 4, _SMALST), _BREEDST))
