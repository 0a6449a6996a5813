"""OpenDocument text (.odt): LibreOffice's own format, and what officielebekendmakingen.nl offers beside pdf.

Order of the Blokken: the body with its text boxes, then headers and footers, then footnotes and endnotes, as for Word.
"""

from __future__ import annotations

from lxml import etree

from verordening_tool.document.blok import Blok, Deel, Document, Metadata, Opmerking, Weergave
from verordening_tool.fouten import Leesfout
from verordening_tool.ooxml.package import Package
from verordening_tool.readers.collector import Collector, clean
from verordening_tool.readers.odt_story import Story
from verordening_tool.readers.odt_styles import STYLE, TEXT, OdtStyles
from verordening_tool.readers.safe_xml import local_name, parse_xml

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MANIFEST = "META-INF/manifest.xml"
_HEADERS = (("header", Deel.KOPTEKST), ("footer", Deel.VOETTEKST))


def read_odt(data: bytes, weergave: Weergave = Weergave.DEFINITIEF) -> Document:
    """Document of an .odt file (bytes) in one view of its tracked changes.

    Raises Leesfout when the file is damaged, protected or no text document; OnveiligBestand when it breaks a guard.
    """
    package = Package(data)
    if _MANIFEST in package and b"encryption-data" in package.read(_MANIFEST):
        raise Leesfout(
            "Het bestand is met een wachtwoord beveiligd.",
            "Open het, sla het op zonder wachtwoord en probeer het opnieuw.",
            code="WACHTWOORD",
        )
    content = parse_xml(package.read("content.xml"))
    styles = parse_xml(package.read("styles.xml")) if "styles.xml" in package else None
    meta = parse_xml(package.read("meta.xml")) if "meta.xml" in package else None
    return odt_document(content, styles, meta, weergave)


def odt_document(content: etree._Element, styles: etree._Element | None, meta: etree._Element | None, weergave: Weergave) -> Document:
    """Document of parsed parts; a flat .fodt file is all three at once."""
    body = next(content.iter(f"{_OFFICE}text"), None)
    if body is None:
        raise Leesfout("Het bestand is geen tekstdocument.", "Lever de tekst aan als .docx of .odt.", code="GEEN_TEKST")
    named = OdtStyles([content] if styles is None or styles is content else [styles, content])
    collector = Collector()
    story = Story(collector, named, body, weergave)
    story.read(body)
    if styles is not None:
        _headers(styles, collector, named, weergave)
    notes = story.read_notes()
    blokken = collector.blokken()
    return Document(
        blokken=blokken,
        metadata=Metadata(titel=_title(meta)),
        formaat="odt",
        weergave=weergave,
        opmerkingen=tuple(_comment(element, alinea, blokken) for element, alinea in (*story.comments, *notes)),
        heeft_revisies=next(content.iter(f"{TEXT}changed-region"), None) is not None,
    )


def _headers(root: etree._Element, collector: Collector, styles: OdtStyles, weergave: Weergave) -> None:
    """Headers and footers of all kinds of pages, each text once."""
    seen: set[str] = set()
    for kind, deel in _HEADERS:
        for element in root.iter(f"{STYLE}{kind}", f"{STYLE}{kind}-left", f"{STYLE}{kind}-first"):
            text = clean("".join(str(part) for part in element.itertext()))
            if text not in seen:
                seen.add(text)
                Story(collector, styles, element, weergave, deel=deel).read(element)


def _comment(element: etree._Element, alinea: int, blokken: tuple[Blok, ...]) -> Opmerking:
    author = clean(element.findtext(f"{_DC}creator") or "")
    tekst = "\n".join(clean("".join(str(part) for part in p.itertext())) for p in element.iter(f"{TEXT}p"))
    resolved = any(
        local_name(element) == "annotation" and value == "true" for name, value in element.items() if str(name).endswith("resolved")
    )
    return Opmerking(author, tekst, alinea if alinea < len(blokken) else None, resolved)


def _title(meta: etree._Element | None) -> str | None:
    title = next(meta.iter(f"{_DC}title"), None) if meta is not None else None
    return clean(title.text or "") or None if title is not None else None
