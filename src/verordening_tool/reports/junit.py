"""The report of toets as JUnit XML, as Jenkins reads it (schema junit-10.xsd of its xUnit plugin; GitLab reads the same).

A document is a testsuite and a norm a testcase. A finding (see the drempel) is a failure, so that a build fails exactly when
the exit code is 1. Skipped is what needs no mending or can not be decided: twijfel, an alarm below the drempel or accepted, niet van
toepassing, niet beoordeeld; its message says which. A file that was not judged is an error.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePath
from xml.etree import ElementTree as ET

from verordening_tool.checking.oordeel import Oordeel, Plaats, Toetsresultaat, Uitkomst
from verordening_tool.reports.rapport import ALARM, Rapport, is_bevinding, waarom_niet
from verordening_tool.reports.woorden import aanvaarding_voluit, dichtstbij_voluit, norm_voluit, oordeel_voluit, plaats_voluit

_NIET_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(rapport: Rapport) -> str:
    """The report as XML text: a testsuite per file and peildatum."""
    vaker = Counter(resultaat.bestand for resultaat in rapport.resultaten)
    root = ET.Element("testsuites", name="verordening toets")
    for resultaat in rapport.resultaten:
        root.append(_testsuite(rapport, resultaat, met_datum=vaker[resultaat.bestand] > 1))
    for naam in ("tests", "failures", "errors"):
        root.set(naam, str(sum(int(suite.get(naam, "0")) for suite in root)))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _testsuite(rapport: Rapport, resultaat: Toetsresultaat, *, met_datum: bool) -> ET.Element:
    datum = resultaat.peildatum.datum.isoformat() if resultaat.peildatum.datum else "onbekend"
    naam = PurePath(resultaat.bestand).as_posix() + (f" op {datum}" if met_datum else "")
    klasse = naam.replace(".", "_")  # Jenkins takes what stands before a dot for a package
    fout = waarom_niet(resultaat)
    suite = ET.Element("testsuite", name=_schoon(naam))
    if fout is None:
        gegevens = {"soort": resultaat.soort.value, "peildatum": datum, "peildatum_bron": resultaat.peildatum.bron}
        eigenschappen = ET.SubElement(suite, "properties")
        for sleutel, waarde in (gegevens | {"normen": rapport.normen_versie, "drempel": rapport.drempel.value}).items():
            ET.SubElement(eigenschappen, "property", name=sleutel, value=_schoon(waarde))
        for oordeel in resultaat.oordelen:
            _oordeel(_testcase(suite, klasse, f"{oordeel.code} {oordeel.titel}"), rapport, oordeel)
        for geval in resultaat.niet_beoordeeld:
            check = rapport.checks.get(geval.code)
            case = _testcase(suite, klasse, f"{geval.code} {check.titel}" if check else geval.code)
            _voeg_toe(case, "skipped", "niet_beoordeeld", f"niet beoordeeld: {geval.reden}")
    else:
        _voeg_toe(_testcase(suite, klasse, "Het bestand is te beoordelen"), "error", fout.code, fout.bericht, fout.advies)
    for meervoud, soort in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(meervoud, str(sum(1 for _ in suite.iter(soort))))
    return suite


def _testcase(suite: ET.Element, klasse: str, naam: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", classname=_schoon(klasse), name=_schoon(naam))


def _oordeel(case: ET.Element, rapport: Rapport, oordeel: Oordeel) -> None:
    """Nothing inside a testcase that passes."""
    if oordeel.oordeel is Uitkomst.VOLDOET:
        return
    if is_bevinding(oordeel, rapport.drempel):
        _voeg_toe(case, "failure", oordeel.oordeel.value, oordeel.bericht, _uitgeschreven(oordeel))
        return
    tekst = _uitgeschreven(oordeel) if oordeel.oordeel in ALARM or oordeel.oordeel is Uitkomst.TWIJFEL else ""
    bericht = aanvaarding_voluit(oordeel.aanvaard) if oordeel.aanvaard else oordeel.bericht
    _voeg_toe(case, "skipped", oordeel.oordeel.value, f"{oordeel_voluit(oordeel)}: {bericht}", tekst)


def _uitgeschreven(oordeel: Oordeel) -> str:
    norm = oordeel.norm
    return "\n".join(
        [
            *(_citaat("Waar", plaats) for plaats in oordeel.plaatsen),
            *([_citaat(dichtstbij_voluit(oordeel), oordeel.dichtstbij)] if oordeel.dichtstbij else []),
            *([f"Doen: {oordeel.advies}"] if oordeel.advies else []),
            f"Bron: {norm_voluit(norm)}{f' {norm.url}' if norm.url else ''}",
        ]
    )


def _citaat(label: str, plaats: Plaats) -> str:
    return f"{label}: {plaats_voluit(plaats)}: “{plaats.citaat}”{f' {plaats.bericht}' if plaats.bericht else ''}"


def _voeg_toe(case: ET.Element, soort: str, type_: str, bericht: str, tekst: str = "") -> None:
    element = ET.SubElement(case, soort, type=type_, message=_schoon(bericht))
    element.text = _schoon(tekst) or None


def _schoon(tekst: str) -> str:
    """The text without the characters that XML 1.0 does not know."""
    return _NIET_IN_XML.sub("", tekst)
