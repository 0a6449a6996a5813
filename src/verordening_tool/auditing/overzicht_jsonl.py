"""documenten.jsonl: one line of JSON per document with everything that was found in it, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from verordening_tool.auditing.model import Beoordeling, Dossier, Feiten, Stuk
from verordening_tool.auditing.overzicht import Overzicht
from verordening_tool.checking.oordeel import Oordeel, Plaats, Uitkomst
from verordening_tool.reports.json_toets import daggegevens, kernvraaggegevens, oordeelgegevens, plaatsgegevens

SCHEMA = "verordening-audit/1"
_VAN_HET_DOCUMENT = frozenset({"code", "oordeel", "gewicht", "plaatsen", "dichtstbij", "deeloordelen", "bericht", "afwijking"})


def regels(geheel: Overzicht) -> Iterator[bytes]:
    """The lines, by path, each with its end of line. Always UTF-8; the keys stand in the same order on every line."""
    door_mens: dict[str, list[str]] = {}
    for item in geheel.herzien.toegepast:
        door_mens.setdefault(item.pad, []).append(item.rij.code)
    paren = [(stuk, dossier) for dossier in geheel.dossiers for stuk in dossier.stukken]
    for stuk, dossier in sorted(paren, key=lambda paar: paar[0].bestand.pad):
        inhoud = _stuk(stuk, dossier)
        inhoud["door_mens"] = door_mens.get(stuk.bestand.pad, [])
        yield (json.dumps(inhoud, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _stuk(stuk: Stuk, dossier: Dossier) -> dict[str, Any]:
    bestand, uitslag = stuk.bestand, stuk.bestand.uitslag
    return {
        "schema": SCHEMA,
        "document": bestand.pad,
        "sha256": bestand.sha256,
        "bytes": bestand.grootte,
        "gemeente": {"code": stuk.herkend.code, "naam": stuk.herkend.naam, "gevonden_in": stuk.herkend.bron},
        "jaar": stuk.herkend.jaar,
        "zelfde_tekst_als": stuk.dubbel_van,
        "opgevolgd_door": stuk.opgevolgd_door,
        "is_de_verordening": dossier.verordening == bestand.pad,
        "soort": uitslag.soort.value,
        "onderwerp": uitslag.onderwerp.value,
        "stadium": uitslag.stadium.value,
        "titel": uitslag.titel,
        "nummer": uitslag.identificatie,
        "artikelen": uitslag.aantal_artikelen,
        "data": {naam: daggegevens(getattr(uitslag, naam)) for naam in ("vastgesteld", "inwerkingtreding", "documentdatum", "vervalt")},
        "feiten": _feiten(uitslag.feiten),
        "beoordelingen": [_beoordeling(beoordeling) for beoordeling in uitslag.beoordelingen],
        "fout": {"code": uitslag.fout.code, "bericht": uitslag.fout.bericht, "advies": uitslag.fout.advies} if uitslag.fout else None,
    }


def _feiten(feiten: Feiten) -> dict[str, Any]:
    """Every field of the facts by its own name, but for what the dossier has settled; passages as places."""
    return {veld.name: _waarde(getattr(feiten, veld.name)) for veld in fields(feiten) if veld.name != "mits"}


def _waarde(waarde: object) -> object:
    if isinstance(waarde, Plaats):
        return plaatsgegevens(waarde)
    if isinstance(waarde, tuple):
        return [{veld.name: _waarde(getattr(item, veld.name)) for veld in fields(item)} for item in waarde]
    return waarde


def _beoordeling(beoordeling: Beoordeling) -> dict[str, Any]:
    return {
        "moment": beoordeling.moment.value,
        "peildatum": daggegevens(beoordeling.peildatum),
        "peildatum_bron": beoordeling.peildatum_bron,
        "oordelen": [_oordeel(oordeel) for oordeel in beoordeling.oordelen if oordeel.oordeel is not Uitkomst.NVT],
        "nvt": [oordeel.code for oordeel in beoordeling.oordelen if oordeel.oordeel is Uitkomst.NVT],
        "kernvragen": [kernvraaggegevens(vraag) for vraag in beoordeling.kernvragen],
        "niet_beoordeeld": [{"code": geval.code, "reden": geval.reden} for geval in beoordeling.niet_beoordeeld],
    }


def _oordeel(oordeel: Oordeel) -> dict[str, Any]:
    """A verdict without what belongs to the norm itself: that is the same for every document."""
    gegevens = oordeelgegevens(oordeel)
    return {naam: waarde for naam, waarde in gegevens.items() if naam in _VAN_HET_DOCUMENT and waarde}
