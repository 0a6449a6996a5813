"""The JSON of vergelijk, schema "verordening-vergelijk/1", described in docs/schemas/verordening-vergelijk-1.json.

Every key is always there; what is not known is null.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from verordening_tool.checking.oordeel import Nietgepast
from verordening_tool.comparing.model import Artikelverschil, Lidverschil, Vergelijkresultaat, Woorden
from verordening_tool.reports.verschillen import niet_beoordeeld
from verordening_tool.reports.wijzigingen import Verandering, gevolgen

SCHEMA = "verordening-vergelijk/1"


def render(resultaat: Vergelijkresultaat) -> str:
    """The comparison as JSON text, two spaces deep, with a line end."""
    return json.dumps(als_gegevens(resultaat), ensure_ascii=False, indent=2) + "\n"


def als_gegevens(resultaat: Vergelijkresultaat) -> dict[str, Any]:
    """The same as dicts and lists."""
    return {
        "schema": SCHEMA,
        "oud": resultaat.oud,
        "nieuw": resultaat.nieuw,
        "gelijk": resultaat.vergelijking.gelijk,
        "niet_gepast": [{"opdracht": een.opdracht, "alinea": een.alinea, "reden": een.reden} for een in _niet_gepast(resultaat)],
        "artikelen": [_artikel(verschil) for verschil in resultaat.vergelijking.artikelen],
        "overig": [{"deel": verschil.deel, "woorden": _woorden(verschil.woorden)} for verschil in resultaat.vergelijking.overig],
        "opdrachten": [{"opdracht": opdracht.tekst, "nieuw": list(opdracht.nieuw)} for opdracht in resultaat.opdrachten],
        "niet_beoordeeld": niet_beoordeeld(resultaat),
        "peildatum": dag.isoformat() if (dag := resultaat.oordelen.peildatum.datum) else None,
        "oordelen": [_oordeel(verandering) for verandering in gevolgen(resultaat.oordelen)],
    }


def _niet_gepast(resultaat: Vergelijkresultaat) -> Sequence[Nietgepast]:
    """Of a wijzigingsverordening: the opdrachten that did not fit the old text."""
    samen = resultaat.oordelen.consolidatie
    return samen.niet_gepast if samen else ()


def _oordeel(verandering: Verandering) -> dict[str, str]:
    return {
        "code": verandering.code,
        "titel": verandering.titel,
        "gevolg": verandering.gevolg.value,
        "was": verandering.was,
        "wordt": verandering.wordt,
    }


def _artikel(verschil: Artikelverschil) -> dict[str, Any]:
    return {
        "was": verschil.oud.nummer if verschil.oud else None,
        "wordt": verschil.nieuw.nummer if verschil.nieuw else None,
        **_lot(verschil),
        "opschrift": _woorden(verschil.opschrift),
        "leden": [
            {
                "was": lid.oud.nummer if lid.oud else None,
                "wordt": lid.nieuw.nummer if lid.nieuw else None,
                **_lot(lid),
                "woorden": _woorden(lid.woorden),
            }
            for lid in verschil.leden
        ],
    }


def _lot(verschil: Artikelverschil | Lidverschil) -> dict[str, Any]:
    return {
        "lot": verschil.lot.value,
        "vernummerd": verschil.vernummerd,
        "verplaatst": verschil.verplaatst,
        "gesplitst_van": verschil.gesplitst_van,
        "opgegaan_in": verschil.opgegaan_in,
    }


def _woorden(woorden: Sequence[Woorden]) -> list[dict[str, str]]:
    return [{"soort": stuk.soort, "tekst": stuk.tekst} for stuk in woorden]
