"""The JSON of toets, schema "verordening-toets/1": a contract, described in docs/schemas/verordening-toets-1.json.

Every key is always there, but for ``weergave`` (see there) and what only --kader and --afwijkingen bring; what is not known is null.
A file that could not be read has ``fout`` and no verdicts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from verordening_tool.checking.oordeel import Aanvaarding, Deeloordeel, Kernvraag, Oordeel, Plaats, Toetsresultaat
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
        "normen": {"versie": rapport.normen_versie, "bijgewerkt_tot": rapport.bijgewerkt_tot.isoformat(), **_kader(rapport)},
        "bestanden": [_bestand(resultaat) for resultaat in _weergaven(rapport.resultaten)],
        **_ongebruikt(rapport),
    }


def _kader(rapport: Rapport) -> dict[str, str]:
    return {"kader": rapport.kader.as_posix()} if rapport.kader else {}


def _ongebruikt(rapport: Rapport) -> dict[str, list[dict[str, Any]]]:
    """The rows of the list of accepted findings that no longer hold."""
    if rapport.afwijkingen is None:
        return {}
    rijen = (
        {"regel": geval.afwijking.regel, "code": geval.afwijking.code, "document": geval.afwijking.document, "reden": geval.waarom}
        for geval in rapport.ongebruikt
    )
    return {"ongebruikte_afwijkingen": list(rijen)}


def _weergaven(resultaten: Sequence[Toetsresultaat]) -> Iterator[Toetsresultaat]:
    """Every result, and behind it that on the original text when both views were judged."""
    for resultaat in resultaten:
        yield resultaat
        if resultaat.oorspronkelijk is not None:
            yield resultaat.oorspronkelijk


def _basis(resultaat: Toetsresultaat) -> dict[str, Any]:
    """Only with --basis: the text that was changed, and the opdrachten that did not fit it."""
    samen = resultaat.consolidatie
    if samen is None:
        return {}
    mis = [{"opdracht": een.opdracht, "alinea": een.alinea, "reden": een.reden} for een in samen.niet_gepast]
    return {"basis": {"bestand": samen.basis, "uitgevoerd": samen.uitgevoerd, "niet_gepast": mis}}


def _bestand(resultaat: Toetsresultaat) -> dict[str, Any]:
    gelezen = resultaat.fout is None
    return {
        "bestand": resultaat.bestand,
        **_weergave(resultaat),
        **_basis(resultaat),
        "soort": resultaat.soort.value if gelezen else None,
        "onderwerp": resultaat.onderwerp.value if gelezen else None,
        "stadium": resultaat.stadium.value if gelezen else None,
        "gemeente": resultaat.gemeente,
        "titel": resultaat.titel,
        "data": {
            "vastgesteld": daggegevens(resultaat.vastgesteld),
            "inwerkingtreding": daggegevens(resultaat.inwerkingtreding),
            "peildatum": daggegevens(resultaat.peildatum.datum),
            "peildatum_bron": resultaat.peildatum.bron if gelezen else None,
        },
        "oordelen": [oordeelgegevens(oordeel) for oordeel in resultaat.oordelen],
        "kernvragen": [kernvraaggegevens(kernvraag) for kernvraag in resultaat.kernvragen],
        "niet_beoordeeld": [{"code": geval.code, "reden": geval.reden} for geval in resultaat.niet_beoordeeld],
        "fout": _fout(resultaat.fout),
    }


def _weergave(resultaat: Toetsresultaat) -> dict[str, str]:
    """Which view was judged, where that is not the only one or not the usual one."""
    gewoon = resultaat.weergave is Weergave.DEFINITIEF and resultaat.oorspronkelijk is None
    return {} if gewoon else {"weergave": resultaat.weergave.value}


def daggegevens(dag: date | None) -> str | None:
    """A day as 2024-01-31."""
    return dag.isoformat() if dag else None


def oordeelgegevens(oordeel: Oordeel) -> dict[str, Any]:
    """A verdict."""
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
        "dichtstbij": plaatsgegevens(oordeel.dichtstbij) if oordeel.dichtstbij else None,
        "deeloordelen": [_deeloordeel(deel) for deel in oordeel.deeloordelen],
        "bericht": oordeel.bericht,
        "advies": oordeel.advies,
        **_aanvaard(oordeel.aanvaard),
    }


def _aanvaard(aanvaarding: Aanvaarding | None) -> dict[str, dict[str, str | None]]:
    """Why the finding was accepted, on accepted findings only."""
    if aanvaarding is None:
        return {}
    return {"afwijking": {"reden": aanvaarding.reden, "door": aanvaarding.door or None, "datum": daggegevens(aanvaarding.datum)}}


def _deeloordeel(deel: Deeloordeel) -> dict[str, Any]:
    return {"onderdeel": deel.onderdeel, "oordeel": deel.oordeel.value, "plaatsen": _plaatsen(deel.plaatsen), "bericht": deel.bericht}


def _plaatsen(plaatsen: Sequence[Plaats]) -> list[dict[str, Any]]:
    return [plaatsgegevens(plaats) for plaats in plaatsen]


def plaatsgegevens(plaats: Plaats) -> dict[str, Any]:
    """A passage and where it stands."""
    return {
        "deel": plaats.deel.value,
        "artikel": plaats.artikel,
        "lid": plaats.lid,
        "onderdeel": plaats.onderdeel,
        "alinea": plaats.alinea,
        "citaat": plaats.citaat,
        "bericht": plaats.bericht,
    }


def kernvraaggegevens(kernvraag: Kernvraag) -> dict[str, Any]:
    """The answer to one of the three questions."""
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
