"""Drafts for the tests of vul-aan: small ones made here, and settling of changes by LibreOffice."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from docx_maker import make, p
from verordening_tool.ooxml.package import Package
from verordening_tool.ooxml.runs import is_text, local_name
from verordening_tool.readers.docx import read_docx

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "documenten"
GEGEVENS = Path(__file__).resolve().parents[2] / "docs" / "voorbeelden" / "gemeente.yaml"
KAAL = """\
gemeente: Lochem
kenmerk: "1"
data: {college: 2025-11-04, raad: 2025-12-15, bekendmaking: 2025-12-22, inwerkingtreding: 2026-01-01}
personen: {griffier: A, burgemeester: B, secretaris: C, wethouder: {naam: D}, behandelaar: {naam: E, telefoon: "1"}}
"""
GELET = "gelet op artikel 8a, eerste lid, aanhef en onder e, en artikel 10b, zevende lid, van de Participatiewet;"
AANBOD = "Het college biedt de persoon die na advies van het UWV daarop is aangewezen een dienstbetrekking in beschut werk aan."
WERK = "Om het werk mogelijk te maken zet het college begeleiding op de werkplek en aanpassing van de werkplek in."
WACHT = "Tot de dienstbetrekking begint biedt het college scholing of een werkstage aan."
_WET = "In deze verordening wordt verstaan onder wet: Participatiewet."
_KOPPEN = ("Artikel 1 Begripsbepalingen", "Artikel 3 Inwerkingtreding en citeertitel")


def concept(
    *leden: str,
    gelet: str = GELET,
    raad: str = "De raad van de gemeente Lochem;",
    begrip: str = "",
    titel: str = "Verordening beschut werk Lochem 2024",
) -> bytes:
    """A verordening on beschut werk in plain paragraphs, with these alineas in article 2; ``begrip``: a word that it defines."""
    regels = [
        titel,
        raad,
        "gelezen het voorstel van burgemeester en wethouders van 9 januari 2024;",
        *([gelet] if gelet else []),
        f"besluit vast te stellen de {titel}.",
        _KOPPEN[0],
        *(("In deze verordening wordt verstaan onder:", begrip, "wet: Participatiewet.") if begrip else (_WET,)),
        "Artikel 2 Beschut werk",
        *leden,
        _KOPPEN[1],
        "1. Deze verordening treedt in werking met ingang van 1 maart 2024.",
        f"2. Deze verordening wordt aangehaald als: {titel}.",
        "Aldus vastgesteld in de openbare vergadering van 20 februari 2024.",
        "De griffier, A. Jansen",
        "De voorzitter, B. Pietersen",
    ]
    return make("".join(p(regel) for regel in regels))


def look(data: bytes) -> list[object]:
    """The main part in order: every character with the properties of its run, every other element as it is."""
    package = Package(data)
    return list(_walk(package.xml(package.main)))


def _walk(element: etree._Element) -> Iterator[object]:
    if local_name(element) != "r":
        yield element.tag, tuple(sorted(element.attrib.items())), (element.text or "").strip()
        for child in element:
            if isinstance(child.tag, str):
                yield from _walk(child)
        yield local_name(element)
        return
    of = (tuple(sorted(element.attrib.items())), *(_canonical(child) for child in element if local_name(child) == "rPr"))
    for child in element:
        if is_text(child):
            yield from ((of, child.tag, sign) for sign in child.text or "")
        elif local_name(child) != "rPr":
            yield of, _canonical(child)


def _canonical(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", with_tail=False)


def texts(data: bytes) -> list[str]:
    return [blok.tekst for blok in read_docx(data).blokken]


_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Changes"/></library:library>"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">
' References are shown as soon as the pages are laid out, which is sooner on a quiet machine: here always before saving.
Sub Settle(listing As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  Dim none()
  Dim doc, helper, entry As String, parts, file
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  filter(0).Name = "FilterName" : filter(0).Value = "MS Word 2007 XML"
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  file = FreeFile
  Open listing For Input As #file
  Do While Not Eof(file)
    Line Input #file, entry
    parts = Split(entry, "|")
    doc = StarDesktop.loadComponentFromURL(ConvertToURL(parts(0)), "_blank", 0, hidden())
    helper.executeDispatch(doc.CurrentController.Frame, ".uno:" &amp; command, "", 0, none())
    doc.TextFields.refresh()
    doc.storeToURL(ConvertToURL(parts(1)), filter())
    doc.close(True)
  Loop
  Close #file
End Sub
</script:module>"""


def settled(soffice: str, folder: Path, files: Sequence[Path], command: str) -> list[Path]:
    """The files after a command of LibreOffice (AcceptAllTrackedChanges, RejectAllTrackedChanges) on all changes, saved in ``folder``."""
    profile = folder / "profile"
    start = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    if not profile.exists():
        subprocess.run([*start, "--terminate_after_init"], timeout=120, capture_output=True, check=False)
        basic = profile / "user" / "basic"
        (basic / "Standard").mkdir(parents=True, exist_ok=True)
        for name, text in (("script.xlc", _LIBRARIES), ("Standard/script.xlb", _LIBRARY), ("Standard/Changes.xba", _MODULE)):
            (basic / name).write_text(text, encoding="utf-8")
    out = folder / command
    out.mkdir()
    targets = [out / file.name for file in files]
    listing = folder / f"{command}.txt"
    listing.write_text("\n".join(f"{file}|{target}" for file, target in zip(files, targets, strict=True)), encoding="utf-8")
    macro = f"macro:///Standard.Changes.Settle({listing},{command})"
    subprocess.run([*start, macro], timeout=300, capture_output=True, check=True)
    return targets
