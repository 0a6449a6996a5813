"""XML of any kind: finds out which family it is of. What is no regulation is read to text, with a hint what it looks like."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from verordening_tool.document.blok import Bron, Deel, Document, Metadata, Rol, Weergave
from verordening_tool.fouten import Leesfout
from verordening_tool.readers.collector import Collector, clean
from verordening_tool.readers.cvdr import KOOP, cvdr_document, freed_body
from verordening_tool.readers.dates import iso_date
from verordening_tool.readers.html import html_document
from verordening_tool.readers.odt import odt_document
from verordening_tool.readers.regeling_xml import RegelingWalker
from verordening_tool.readers.safe_xml import local_name, namespace, parse_xml
from verordening_tool.readers.stop import is_stop, stop_document

# Containers of an officiële publicatie that hold a notice, not an act.
_NOTICES = frozenset({"zakelijke-mededeling", "circulaire", "verkeersbesluit", "vergunning"})
_NATIONAL = frozenset({"staatsblad", "staatscourant", "tractatenblad"})
_GEMEENTE = re.compile(r"van (?:de )?gemeente\s+(.+?)\.?$", re.IGNORECASE)


def read_xml(data: bytes) -> Document:
    """Document of an XML file: CVDR, officiële publicatie, BWB, STOP/IMOP, xhtml, or anything else read as plain text.

    ``metadata.soort`` hints at what is no municipal regulation ("uitspraak", "bekendmaking", "landelijke regeling",
    "metadata", "onbekende xml"). Raises Leesfout when the XML is damaged and OnveiligBestand when it is refused.
    """
    root = parse_xml(data)
    name, space = local_name(root), namespace(root)
    if name == "document" and "opendocument" in space:
        return odt_document(root, root, root, Weergave.DEFINITIEF)
    if "schemas.microsoft.com/office" in space:
        raise Leesfout(
            "Het bestand is een Word-document dat als XML is bewaard.",
            "Open het in Word, kies Opslaan als → Word-document (.docx) en probeer het opnieuw.",
            code="WORD_XML",
        )
    if name not in _FAMILIES and is_stop(root):
        return stop_document(root)
    return _FAMILIES.get(name, _plain)(root)


def _publication(root: etree._Element) -> Document:
    """Gemeenteblad, provinciaal blad, Staatscourant …: the masthead tells the sheet and the municipality, the rest is text."""
    masthead = next((child for child in root if local_name(child) == "kop"), None)
    walker = RegelingWalker(KOOP)
    names = {local_name(element) for element in root.iter(etree.Element)}
    sheet = next((child for child in root if local_name(child) not in {"kop", "metadata"}), None)
    titel = None
    if sheet is not None:
        title = next((child for child in sheet if local_name(child) in {"kop", "intitule"}), None)
        titel = clean(_all_text(title)) if title is not None else None
        for child in sheet:
            if local_name(child) == "kop":  # the title of what is published, not of a part of it
                walker.walk(child, deel=Deel.OPSCHRIFT, rol=Rol.OPSCHRIFT)
            else:
                walker.walk(child)
    subtitle = clean(_all_text(masthead)) if masthead is not None else ""
    gemeente = _GEMEENTE.search(subtitle)
    soort = "bekendmaking" if names & _NOTICES else "landelijke regeling" if names & _NATIONAL else None
    kenmerken = {"publicatieblad": local_name(sheet)} if sheet is not None else {}
    metadata = Metadata(
        titel=titel or None, gemeente=gemeente.group(1) if gemeente else None, soort=soort, bekendgemaakt=True, kenmerken=kenmerken
    )
    return Document(blokken=freed_body(walker.blokken()), metadata=metadata, formaat="publicatie")


def _national(root: etree._Element) -> Document:
    walker = RegelingWalker(KOOP)
    walker.walk(root)
    title, short = (next(root.iter(f"{{*}}{name}"), None) for name in ("intitule", "citeertitel"))
    kenmerken = {"identificatie": root.get("bwb-id", "")} if root.get("bwb-id") else {}
    metadata = Metadata(
        titel=_own_text(title),
        citeertitel=_own_text(short),
        soort="landelijke regeling",
        inwerkingtreding=iso_date(root.get("inwerkingtreding", "")),
        bekendgemaakt=True,
        kenmerken=kenmerken,
    )
    return Document(blokken=walker.blokken(), metadata=metadata, formaat="bwb")


def _plain(root: etree._Element) -> Document:
    """Any other XML: each element that has text of its own is a paragraph, as is a ``name``/``content`` pair."""
    collector = Collector()
    _plain_element(collector, root, ())
    soort = "uitspraak" if local_name(root) == "open-rechtspraak" else "onbekende xml"
    if local_name(root) in {"metadata_gegevens", "record", "owms-metadata", "work", "metadata"}:
        soort = "metadata"
    return Document(blokken=collector.blokken(), metadata=Metadata(soort=soort), formaat="xml")


def _plain_element(collector: Collector, element: etree._Element, pad: tuple[int, ...]) -> None:
    if local_name(element) in {"RDF", "schema"} and len(pad) == 1:  # metadata before a court ruling
        return
    bron = Bron("", pad)
    if element.get("name") and element.get("content"):
        collector.add(f"{element.get('name')}: {element.get('content')}", deel=Deel.METADATA, bron=bron)
    if clean(element.text or "") or any(clean(child.tail or "") for child in element):
        collector.add(_all_text(element), bron=bron)
        return
    for index, child in enumerate(element):
        _plain_element(collector, child, (*pad, index))


def _own_text(element: etree._Element | None) -> str | None:
    """Text of an element without that of the administration inside it."""
    return clean(element.text or "") or None if element is not None else None


def _all_text(element: etree._Element) -> str:
    """All text inside; elements count as word boundaries, so that no two words run together."""
    return " ".join(str(part) for part in element.itertext())


_FAMILIES: dict[str, Callable[[etree._Element], Document]] = {
    "cvdr": cvdr_document,
    "officiele-publicatie": _publication,
    "html": html_document,
    **dict.fromkeys(["toestand", "wetgeving", "wet-besluit", "verdrag"], _national),
}
