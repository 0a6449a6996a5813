"""The JSON of toets, schema "verordening-toets/1": a contract, described in docs/schemas/verordening-toets-1.json.

Every key is always there (but ``weergave``, see there); what is not known is null.
A file that could not be read has ``fout`` and no verdicts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from verordening_tool.checking.oordeel import Deeloordeel, Kernvraag, Oordeel, Plaats, Toetsresultaat
from verordening_tool.document.blok import Weergave
from verordening_tool.fouten import VerordeningFout
from verordening_tool.reports.rapport import Rapport

SCHEMA = "verordening-toets/1"


def render(rapport: Rapport) -> str:
    """The report as JSON text, two spaces deep, with a line end."""
    return json.dumps(als_gegevens(rapport), ensure_ascii=False, indent=2) + "\n"


def als_gegevens(rapport: Rapport) -> dict[str, Any]:
    """The report as dicts and lists, keys in the order of the contract."""
    return {
        "schema": SCHEMA,
        "versie": rapport.versie,
        "normen": {"versie": rapport.normen_versie, "bijgewerkt_tot": rapport.bijgewerkt_tot.isoformat()},
        "bestanden": [_bestand(resultaat) for resultaat in _weergaven(rapport.resultaten)],
    }


def _weergaven(resultaten: Sequence[Toetsresultaat]) -> Iterator[Toetsresultaat]:
    """Every result, and behind it that on the original text when both views were judged."""
    for resultaat in resultaten:
        yield resultaat
        if resultaat.oorspronkelijk is not None:
            yield resultaat.oorspronkelijk


def _bestand(resultaat: Toetsresultaat) -> dict[str, Any]:
    gelezen = resultaat.fout is None
    return {
        "bestand": resultaat.bestand,
        **_weergave(resultaat),
        "soort": resultaat.soort.value if gelezen else None,
        "onderwerp": resultaat.onderwerp.value if gelezen else None,
        "stadium": resultaat.stadium.value if gelezen else None,
        "gemeente": resultaat.gemeente,
        "titel": resultaat.titel,
        "data": {
            "vastgesteld": _dag(resultaat.vastgesteld),
            "inwerkingtreding": _dag(resultaat.inwerkingtreding),
            "peildatum": _dag(resultaat.peildatum.datum),
            "peildatum_bron": resultaat.peildatum.bron if gelezen else None,
        },
        "oordelen": [_oordeel(oordeel) for oordeel in resultaat.oordelen],
        "kernvragen": [_kernvraag(kernvraag) for kernvraag in resultaat.kernvragen],
        "niet_beoordeeld": [{"code": geval.code, "reden": geval.reden} for geval in resultaat.niet_beoordeeld],
        "fout": _fout(resultaat.fout),
    }


def _weergave(resultaat: Toetsresultaat) -> dict[str, str]:
    """Which view was judged, where that is not the only one or not the usual one."""
    gewoon = resultaat.weergave is Weergave.DEFINITIEF and resultaat.oorspronkelijk is None
    return {} if gewoon else {"weergave": resultaat.weergave.value}


def _dag(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


def _oordeel(oordeel: Oordeel) -> dict[str, Any]:
    norm = oordeel.norm
    return {
        "code": oordeel.code,
        "naam": oordeel.naam,
        "titel": oordeel.titel,
        "aard": oordeel.aard,
        "oordeel": oordeel.oordeel.value,
        "gewicht": oordeel.gewicht.value,
        "norm": {"wet": norm.wet, "bwb": norm.bwb, "artikel": norm.artikel, "lid": norm.lid, "jci": norm.jci, "url": norm.url},
        "plaatsen": _plaatsen(oordeel.plaatsen),
        "dichtstbij": _plaats(oordeel.dichtstbij) if oordeel.dichtstbij else None,
        "deeloordelen": [_deeloordeel(deel) for deel in oordeel.deeloordelen],
        "bericht": oordeel.bericht,
        "advies": oordeel.advies,
    }


def _deeloordeel(deel: Deeloordeel) -> dict[str, Any]:
    return {"onderdeel": deel.onderdeel, "oordeel": deel.oordeel.value, "plaatsen": _plaatsen(deel.plaatsen), "bericht": deel.bericht}


def _plaatsen(plaatsen: Sequence[Plaats]) -> list[dict[str, Any]]:
    return [_plaats(plaats) for plaats in plaatsen]


def _plaats(plaats: Plaats) -> dict[str, Any]:
    return {
        "deel": plaats.deel.value,
        "artikel": plaats.artikel,
        "lid": plaats.lid,
        "onderdeel": plaats.onderdeel,
        "alinea": plaats.alinea,
        "citaat": plaats.citaat,
        "bericht": plaats.bericht,
    }


def _kernvraag(kernvraag: Kernvraag) -> dict[str, Any]:
    return {
        "vraag": kernvraag.vraag,
        "onderdeel": kernvraag.onderdeel,
        "antwoord": kernvraag.antwoord,
        "eis": kernvraag.eis,
        "oordeel": kernvraag.oordeel.value,
        "plaatsen": _plaatsen(kernvraag.plaatsen),
    }


def _fout(fout: VerordeningFout | None) -> dict[str, str] | None:
    return {"code": fout.code, "bericht": fout.bericht, "advies": fout.advies} if fout else None
