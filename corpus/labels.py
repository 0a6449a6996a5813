"""Labels of the corpus, in the format of an independently labelled set: a verdict per code, and the structure.

The source gives the verdicts in short (``BW-06: voldoet | artikel 5 | waarom``). Codes that do not belong to the kind of document or
the regime of its peildatum are added as ``nvt``. A code that is in neither was left out on purpose.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from corpus.source import Soort, Source

OORDELEN = ("voldoet", "twijfel", "niet_aangetroffen", "strijdig", "nvt")
BW = tuple(f"BW-{n:02}" for n in (*range(1, 18), *range(19, 25), 26))
GR = tuple(f"GR-{n:02}" for n in (1, 2, 3, 5, 6))
BR = tuple(f"BR-{n:02}" for n in range(1, 5))
RV = tuple(f"RV-{n:02}" for n in range(1, 5))
CODES = (*BW, *GR, *(f"PR-{n:02}" for n in range(1, 6)), *(f"WT-{n:02}" for n in range(1, 9)), *BR, *RV)
SOORTEN = (
    "verordening",
    "wijzigingsverordening",
    "beleidsregels",
    "nadere_regels",
    "raadsvoorstel",
    "raadsbesluit",
    "raadsinformatiebrief",
    "toelichting",
    "anders",
)

_2016, _2017, _2023 = date(2016, 1, 1), date(2017, 1, 1), date(2023, 7, 1)
_ANDER_SOORT = "hoort bij een ander soort document"
# First and last day (exclusive) of norms that did not hold throughout.
_GELDIG: dict[str, tuple[date, date]] = {
    **dict.fromkeys(("BW-03", "BW-04", "BW-05"), (date.min, _2017)),
    **dict.fromkeys((*(f"BW-{n:02}" for n in range(6, 13)), "BW-15", "GR-02", "GR-03"), (_2017, date.max)),
    "BW-19": (date.min, _2016),
    "BW-21": (date.min, _2023),
    **dict.fromkeys(("BW-22", "BW-23", "BW-24", "BW-26", "GR-05"), (_2023, date.max)),
}
# In a separate regulation on beschut werk these may stand elsewhere: no verdict, not even nvt.
_ELDERS = {"BW-17", "BW-20", "BW-22", "BW-23", "BW-24", "BW-26"}


def label(source: Source) -> dict[str, Any]:
    """Give the label of a source as plain data, ready for YAML; ValueError on an unknown code or verdict."""
    gegevens = source.gegevens
    oordelen = _nvt(source)
    for code, kort in gegevens["oordelen"].items():
        oordeel, plaats, waarom = (*(deel.strip() for deel in str(kort).split("|", 2)), "", "")[:3]
        if code not in CODES or oordeel not in OORDELEN:
            raise ValueError(f"{source.naam}: {code}: {kort}")
        oordelen[code] = {"oordeel": oordeel, "plaats": plaats or None, "waarom": waarom or None}
    return {
        "bestand": f"documenten/{source.bestand}",
        "soort": gegevens["soort"],
        "gemeente": gegevens["gemeente"],
        "vaststelling": gegevens.get("vaststelling"),
        "inwerkingtreding": gegevens.get("inwerkingtreding"),
        "peildatum": gegevens.get("peildatum"),
        "oordelen": {code: oordelen[code] for code in CODES if code in oordelen},
        **_structuur(source),
    }


def _nvt(source: Source) -> dict[str, dict[str, str | None]]:
    gegevens = source.gegevens
    soort, weg = gegevens["soort"], set(gegevens.get("zonder_oordeel", ()))
    redenen: dict[str, str] = {}
    if soort in {"verordening", "wijzigingsverordening"}:
        redenen |= dict.fromkeys((*BR, *RV), _ANDER_SOORT)
        if gegevens.get("onderwerp") == "anders":
            redenen |= dict.fromkeys((*BW, *GR), "gaat niet over re-integratie of beschut werk")
        else:
            redenen |= _buiten_regime(gegevens["peildatum"])
        if gegevens.get("onderwerp") == "losse_beschut_werk":
            weg |= _ELDERS
    elif soort == "beleidsregels":
        redenen |= dict.fromkeys((*BW[:9], "BW-16", *BW[16:], *GR, *RV), _ANDER_SOORT)
    elif soort == "anders":
        redenen |= dict.fromkeys((*BW, *GR, *BR, *RV), _ANDER_SOORT)
    elif soort != "raadsbesluit":
        redenen |= dict.fromkeys((*BW[:9], "BW-16", *BW[16:], *GR, *BR), _ANDER_SOORT)
    return {code: {"oordeel": "nvt", "plaats": None, "waarom": waarom} for code, waarom in redenen.items() if code not in weg}


def _buiten_regime(peildatum: date) -> dict[str, str]:
    redenen = {}
    for code, (van, tot) in _GELDIG.items():
        if peildatum < van:
            redenen[code] = f"geldt pas vanaf {van.isoformat()}"
        elif peildatum >= tot:
            redenen[code] = f"gold tot {tot.isoformat()}"
    # From 2017 on the condition of the norm has to be met too; a source that sets a higher number says so itself.
    redenen.setdefault("BW-08", "geen hoger aantal")
    return redenen


def _structuur(source: Source) -> dict[str, Any]:
    nummers: list[str] = []
    leden: list[int] = []
    for alinea in source.alineas:
        if alinea.vervallen:
            continue
        if alinea.soort is Soort.DEEL:
            break
        if alinea.soort is Soort.ARTIKEL:
            nummers.append(alinea.nummer)
            leden.append(0)
        elif alinea.soort is Soort.LID and leden:
            leden[-1] += 1
    if not nummers:
        return {}
    structuur: dict[str, Any] = {"aantal_artikelen": len(nummers), "artikelnummers": nummers}
    if source.gegevens["soort"] != "wijzigingsverordening":
        structuur["leden_per_artikel"] = leden
    if "loze_verwijzingen" in source.gegevens:
        structuur["loze_verwijzingen"] = source.gegevens["loze_verwijzingen"]
    return {"structuur": structuur}
