"""The JSON of lees, schema "verordening-lees/1": a contract, described in docs/schemas/verordening-lees-1.json.

Every key is always there; what is not known is null.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from verordening_tool.document.blok import Blok, Document
from verordening_tool.document.regeling import Alinea, Artikel, Bijlage, Lid, Onderdeel, Regeling, Slot, Wijziging
from verordening_tool.references.model import GeplaatsteVerwijzing

SCHEMA = "verordening-lees/1"


def render(bestand: str, document: Document, regeling: Regeling, verwijzingen: Sequence[GeplaatsteVerwijzing]) -> str:
    """What was read from one file as JSON text, two spaces deep, with a line end."""
    return json.dumps(als_gegevens(bestand, document, regeling, verwijzingen), ensure_ascii=False, indent=2) + "\n"


def als_gegevens(bestand: str, document: Document, regeling: Regeling, verwijzingen: Sequence[GeplaatsteVerwijzing]) -> dict[str, Any]:
    """The same as dicts and lists, keys in the order of the contract."""
    return {
        "schema": SCHEMA,
        "bestand": bestand,
        "soort": regeling.soort.value,
        "onderwerp": regeling.onderwerp.value,
        "opschrift": regeling.opschrift,
        "gemeente": regeling.gemeente,
        "data": {
            "vastgesteld": _dag(regeling.data.vastgesteld),
            "inwerkingtreding": _dag(regeling.data.inwerkingtreding),
            "citeertitel": regeling.citeertitel,
        },
        "metadata": {"grondslag": list(document.metadata.grondslagen)},
        "aanhef": _teksten(regeling.aanhef.alineas),
        "artikelen": [_artikel(artikel) for artikel in regeling.artikelen],
        "wijzigingen": [_wijziging(wijziging) for wijziging in regeling.wijzigingen],
        "slot": slotteksten(regeling.slot),
        "toelichting": _teksten(regeling.toelichting.alineas),
        "bijlagen": [_bijlage(bijlage) for bijlage in regeling.bijlagen],
        "verwijzingen": [_verwijzing(verwijzing) for verwijzing in verwijzingen],
        "blokken": [_blok(blok) for blok in regeling.blokken],
    }


def slotteksten(slot: Slot) -> list[str]:
    """The closing formula and the signatures, in reading order, each alinea once."""
    op_volgorde = {alinea.nr: alinea.tekst for alinea in (*slot.alineas, *slot.ondertekening)}
    return [op_volgorde[nr] for nr in sorted(op_volgorde)]


def _dag(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


def _teksten(alineas: Iterable[Alinea]) -> list[str]:
    return [alinea.tekst for alinea in alineas]


def _artikel(artikel: Artikel) -> dict[str, Any]:
    return {
        "nummer": artikel.nummer,
        "opschrift": artikel.opschrift,
        "pad": list(artikel.pad),
        "leden": [_lid(lid) for lid in artikel.leden],
    }


def _lid(lid: Lid) -> dict[str, Any]:
    return {"nummer": lid.nummer, "tekst": lid.tekst, "onderdelen": [_onderdeel(onderdeel) for onderdeel in lid.onderdelen]}


def _onderdeel(onderdeel: Onderdeel) -> dict[str, Any]:
    return {
        "nummer": onderdeel.nummer,
        "tekst": onderdeel.tekst,
        "onderdelen": [_onderdeel(kind) for kind in onderdeel.onderdelen],
    }


def _wijziging(wijziging: Wijziging) -> dict[str, Any]:
    return {
        "soort": wijziging.soort,
        "opdracht": " ".join(_teksten(wijziging.opdracht)),
        "doel": wijziging.doel,
        "regeling": wijziging.regeling,
        "artikelen": [_artikel(artikel) for artikel in wijziging.artikelen],
        "leden": [_lid(lid) for lid in wijziging.leden],
        "tekst": _teksten(wijziging.tekst),
    }


def _bijlage(bijlage: Bijlage) -> dict[str, Any]:
    return {"opschrift": bijlage.opschrift, "tekst": _teksten(bijlage.alineas)}


def _verwijzing(geplaatst: GeplaatsteVerwijzing) -> dict[str, Any]:
    opgelost = geplaatst.opgelost
    return {
        "tekst": opgelost.verwijzing.tekst,
        "alinea": geplaatst.alinea,
        "start": geplaatst.start,
        "eind": geplaatst.eind,
        "plaats": {"artikel": geplaatst.plaats.artikel, "lid": geplaatst.plaats.lid},
        "soort": opgelost.verwijzing.soort,
        "wet": opgelost.verwijzing.wet,
        "jci": opgelost.jci,
        "status": opgelost.status,
        "doel": opgelost.doel,
    }


def _blok(blok: Blok) -> dict[str, Any]:
    return {"alinea": blok.alinea, "nummer": blok.nummer, "tekst": blok.tekst, "deel": blok.deel.value, "verborgen": blok.verborgen}
