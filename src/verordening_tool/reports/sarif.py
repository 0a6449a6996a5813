"""The report of toets as SARIF 2.1.0 (OASIS), for tools that gather the results of checks, such as code scanning.

Every verdict is a result: voldoet is pass, twijfel review, niet_aangetroffen and strijdig fail, nvt notApplicable, and what
was not judged is open. A document has no lines: ``startLine`` counts its alineas, from 1 on, as ``verordening lees`` does.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from verordening_tool.checking.oordeel import Aanvaarding, Gewicht, NietBeoordeeld, Oordeel, Plaats, Toetsresultaat, Uitkomst
from verordening_tool.norms.schema import Check
from verordening_tool.references.links import jci, url
from verordening_tool.reports.rapport import ALARM, Rapport, waarom_niet
from verordening_tool.reports.woorden import aanvaarding_voluit, plaats_voluit

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "verordeningToets/v1"

_SOORTEN: Mapping[Uitkomst, str] = {
    Uitkomst.VOLDOET: "pass",
    Uitkomst.TWIJFEL: "review",
    Uitkomst.NIET_AANGETROFFEN: "fail",
    Uitkomst.STRIJDIG: "fail",
    Uitkomst.NVT: "notApplicable",
}
_NIVEAUS: Mapping[Gewicht, str] = {Gewicht.VERPLICHT: "error", Gewicht.AANBEVOLEN: "warning", Gewicht.STIJL: "note"}


def render(rapport: Rapport) -> str:
    """The report as SARIF text: one run, a rule per norm that was considered, a result per verdict."""
    return json.dumps(als_gegevens(rapport), ensure_ascii=False, indent=2) + "\n"


def als_gegevens(rapport: Rapport) -> dict[str, Any]:
    """The same as dicts and lists."""
    bestanden = list(dict.fromkeys(resultaat.bestand for resultaat in rapport.resultaten))
    regels = _regels(rapport)
    vaker = {bestand for bestand, getal in Counter(resultaat.bestand for resultaat in rapport.resultaten).items() if getal > 1}
    meldingen = [melding for resultaat in rapport.resultaten if (melding := _melding(resultaat))]
    driver = {
        "name": "verordening-tool",
        "version": rapport.versie,
        "language": "nl",
        "properties": {"normen": rapport.normen_versie, "bijgewerkt_tot": rapport.bijgewerkt_tot.isoformat()},
        "rules": list(regels.values()),
    }
    run = {
        "tool": {"driver": driver},
        "language": "nl",
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not meldingen, "toolExecutionNotifications": meldingen}],
        "artifacts": [{"location": {"uri": _uri(bestand)}, "roles": ["analysisTarget"]} for bestand in bestanden],
        "results": [
            gegeven | {"ruleIndex": list(regels).index(gegeven["ruleId"])}
            for resultaat in rapport.resultaten
            if waarom_niet(resultaat) is None
            for gegeven in _resultaten(resultaat, eigen_datum=resultaat.bestand in vaker)
        ],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


# --- rules ----------------------------------------------------------------------------------------------------------


def _regels(rapport: Rapport) -> dict[str, dict[str, Any]]:
    """The norms that were considered, by code, in the order in which they were first met."""
    regels: dict[str, dict[str, Any]] = {}
    for resultaat in rapport.resultaten:
        gevallen: tuple[Oordeel | NietBeoordeeld, ...] = (*resultaat.oordelen, *resultaat.niet_beoordeeld)
        for geval in gevallen:
            if geval.code not in regels:
                check = rapport.checks.get(geval.code)
                regels[geval.code] = _regel(check) if check else {"id": geval.code}
    return regels


def _regel(check: Check) -> dict[str, Any]:
    norm, geldig = check.norm, check.geldig
    link = {"helpUri": url(jci(norm.bwb, norm.artikel, norm.lid, norm.onderdeel))} if norm.bwb else {}
    return {
        "id": check.code,
        "name": check.naam,
        "shortDescription": {"text": check.titel},
        "fullDescription": {"text": check.vraag},
        "help": _hulp(check),
        "defaultConfiguration": {"level": _NIVEAUS[Gewicht(check.gewicht)]},
        "properties": {
            "tags": ["beschut-werk", check.gewicht, check.aard],
            "geldig_van": geldig.van.isoformat() if geldig.van else None,
            "geldig_tot": geldig.tot.isoformat() if geldig.tot else None,
        },
        **link,
    }


def _hulp(check: Check) -> dict[str, str]:
    """The page of ``uitleg`` in short, as text and as Markdown."""
    delen = [
        ("Waarom", [check.uitleg]),
        ("Wat telt", list(check.telt)),
        ("Wat niet telt", list(check.telt_niet)),
        ("Wat te doen", [check.advies]),
        ("Zo kan het", [check.voorbeeld.goed.strip()]),
    ]
    gevuld = [(kop, regels) for kop, regels in delen if regels]
    return {
        "text": "\n\n".join(f"{kop}: {'; '.join(regels)}" for kop, regels in gevuld),
        "markdown": "\n\n".join(f"**{kop}**\n\n" + "\n".join(f"- {regel}" for regel in regels) for kop, regels in gevuld),
    }


# --- results --------------------------------------------------------------------------------------------------------


def _resultaten(resultaat: Toetsresultaat, *, eigen_datum: bool) -> list[dict[str, Any]]:
    datum = resultaat.peildatum.datum.isoformat() if resultaat.peildatum.datum else None
    bijzonder = datum if eigen_datum else None
    return [
        *(_oordeel(oordeel, resultaat.bestand, datum, bijzonder) for oordeel in resultaat.oordelen),
        *(_open(geval, resultaat.bestand, datum, bijzonder) for geval in resultaat.niet_beoordeeld),
    ]


def _oordeel(oordeel: Oordeel, bestand: str, datum: str | None, bijzonder: str | None) -> dict[str, Any]:
    alarm = oordeel.oordeel in ALARM
    plaatsen = oordeel.plaatsen or ((oordeel.dichtstbij,) if oordeel.dichtstbij else ())
    return {
        "ruleId": oordeel.code,
        "kind": _SOORTEN[oordeel.oordeel],
        "level": _NIVEAUS[oordeel.gewicht] if alarm else "none",
        "message": {"text": " ".join(filter(None, (oordeel.bericht, oordeel.advies)))},
        "locations": [_locatie(bestand, plaats) for plaats in plaatsen] or [_locatie(bestand, None)],
        "partialFingerprints": {FINGERPRINT: _fingerprint(oordeel.code, oordeel.oordeel, oordeel.plaatsen[:1], bijzonder)},
        "properties": {"oordeel": oordeel.oordeel.value, "gewicht": oordeel.gewicht.value, "peildatum": datum},
        **_onderdrukt(oordeel.aanvaard),
    }


def _onderdrukt(aanvaarding: Aanvaarding | None) -> dict[str, Any]:
    """An accepted finding stays in the log, suppressed with its reason."""
    if aanvaarding is None:
        return {}
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": aanvaarding_voluit(aanvaarding)}]}


def _open(geval: NietBeoordeeld, bestand: str, datum: str | None, bijzonder: str | None) -> dict[str, Any]:
    return {
        "ruleId": geval.code,
        "kind": "open",
        "level": "none",
        "message": {"text": geval.reden},
        "locations": [_locatie(bestand, None)],
        "partialFingerprints": {FINGERPRINT: _fingerprint(geval.code, "niet_beoordeeld", (), bijzonder)},
        "properties": {"oordeel": "niet_beoordeeld", "peildatum": datum},
    }


def _fingerprint(code: str, uitkomst: str, plaatsen: Sequence[Plaats], bijzonder: str | None) -> str:
    """The same for the same finding when text around it moves or articles are numbered anew.

    It rests on the code, the verdict and the quoted words; the date counts only when a document is judged on several.
    """
    woorden = [" ".join(plaats.citaat.casefold().split()) for plaats in plaatsen]
    return hashlib.sha256("\n".join([code, uitkomst, *woorden, bijzonder or ""]).encode("utf-8", "replace")).hexdigest()


def _locatie(bestand: str, plaats: Plaats | None) -> dict[str, Any]:
    fysiek: dict[str, Any] = {"artifactLocation": {"uri": _uri(bestand)}}
    if plaats is None:
        return {"physicalLocation": fysiek}
    fysiek["region"] = {"startLine": (plaats.alinea or 0) + 1, "snippet": {"text": plaats.citaat}}
    locatie: dict[str, Any] = {"physicalLocation": fysiek, "logicalLocations": [_logisch(plaats)]}
    return locatie | {"message": {"text": plaats.bericht}} if plaats.bericht else locatie


def _logisch(plaats: Plaats) -> dict[str, str]:
    stappen = [("artikel", plaats.artikel), ("lid", plaats.lid), ("onderdeel", plaats.onderdeel)]
    gevuld = [(soort, nummer) for soort, nummer in stappen if nummer is not None]
    return {
        "name": plaats_voluit(plaats),
        "fullyQualifiedName": "/".join([plaats.deel.value, *(f"{soort} {nummer}" for soort, nummer in gevuld)]),
        "kind": gevuld[-1][0] if gevuld else plaats.deel.value,
    }


def _melding(resultaat: Toetsresultaat) -> dict[str, Any] | None:
    fout = waarom_niet(resultaat)
    if fout is None:
        return None
    return {
        "descriptor": {"id": fout.code},
        "level": "error",
        "message": {"text": str(fout)},
        "locations": [_locatie(resultaat.bestand, None)],
    }


def _uri(bestand: str) -> str:
    """The file as a relative reference with forward slashes, seen from the folder of the run; absolute when it lies elsewhere."""
    pad = Path(bestand)
    if pad.is_absolute():
        hier = Path.cwd()
        if not pad.is_relative_to(hier):
            return pad.as_uri()
        pad = pad.relative_to(hier)
    return quote(pad.as_posix())
