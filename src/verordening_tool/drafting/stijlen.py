"""The look: styles that every document needs, added to our own plain base or to the Word file with the house style of a gemeente.

Regulations use the style names of KOOP's template (OP_Titel, OP_Lid …; the ids have no underscore), so that publication takes them as
they are. Letters and proposals use the styles that Word itself has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle

from verordening_tool.fouten import Gebruiksfout, VerordeningFout
from verordening_tool.ooxml.package import Package

LETTER = "Arial"
_VAN_WORD = ("Normal", "Title", "Heading 1", "Heading 2")
_VAN_TEMPLATE = frozenset(
    {
        "Normal", "Title", "heading 1", "heading 2", "List Paragraph", "header", "footer",
        "Default Paragraph Font", "Normal Table", "No List",
    }
)  # fmt: skip
_INKT = RGBColor(0x1F, 0x2A, 0x37)
INSPRING = Cm(0.9)


@dataclass(frozen=True, slots=True)
class Stijl:
    """A paragraph style of ours: sizes in points, indent in steps of 0.9 cm (text hangs one step behind its number)."""

    naam: str
    basis: str = "Normal"
    grootte: float | None = None
    vet: bool | None = None
    voor: float = 0
    na: float = 6
    kopniveau: int | None = None
    stappen: int = 0
    bij_volgende: bool = False


_STIJLEN = (
    Stijl("OP_Titel", grootte=18, vet=True, na=18, bij_volgende=True),
    Stijl("OP_Aanhef"),
    Stijl("OP_Hoofdstuk_Titel", grootte=14, vet=True, voor=20, na=8, kopniveau=1, bij_volgende=True),
    Stijl("OP_Paragraaf_Titel", basis="OP_Hoofdstuk_Titel", grootte=12, vet=True, voor=14, na=6, kopniveau=2, bij_volgende=True),
    Stijl("OP_Artikel_Titel", grootte=11, vet=True, voor=14, na=4, kopniveau=2, bij_volgende=True),
    Stijl("OP_Lid", na=4),
    Stijl("DRP_Lijstalinea", basis="List Paragraph", na=3),
    Stijl("OP_Ondertekening", voor=30, bij_volgende=True),
    Stijl("OP_Bijlage_Titel", basis="OP_Hoofdstuk_Titel", grootte=14, vet=True, voor=0, na=10, kopniveau=1, bij_volgende=True),
    Stijl("OP_NotaToelichting_Titel", basis="OP_Bijlage_Titel", grootte=18, vet=True, na=14, kopniveau=1, bij_volgende=True),
)


@dataclass(frozen=True, slots=True)
class Basis:
    """An empty Word file with every style: its bytes, the id of each paragraph style by name, and the styles that number by themselves."""

    inhoud: bytes
    ids: Mapping[str, str]
    genummerd: frozenset[str]

    def document(self) -> Document:
        """A new document on this base."""
        return docx.Document(BytesIO(self.inhoud))


def maak_basis(huisstijl: bytes | None = None) -> Basis:
    """Our own base, or the house style with its header, footer and margins; made once for a whole package."""
    document = docx.Document(BytesIO(huisstijl)) if huisstijl is not None else docx.Document()
    lichaam = document.element.body
    for element in list(lichaam):
        if element.tag != qn("w:sectPr"):
            lichaam.remove(element)
    if huisstijl is None:
        _eigen_basis(document)
    aanwezig = {stijl.name for stijl in document.styles}
    for stijl in _STIJLEN:
        if stijl.naam not in aanwezig:
            _voeg_toe(document, stijl)
    for naam in _VAN_WORD:
        _basisstijl(document, naam)
    stroom = BytesIO()
    document.save(stroom)
    alinea = [stijl for stijl in document.styles if isinstance(stijl, ParagraphStyle)]
    ids = {str(stijl.name): stijl.style_id for stijl in alinea}
    return Basis(stroom.getvalue(), ids, frozenset(str(stijl.name) for stijl in alinea if _nummert(stijl)))


def lees_huisstijl(pad: Path) -> bytes:
    """The bytes of a Word file that can serve as house style. Raises VerordeningFout in Dutch."""
    advies = "Geef een gewoon Word-document (.docx) op met de stijlen, kop- en voettekst van uw gemeente."
    try:
        inhoud = pad.read_bytes()
    except OSError as fout:
        raise Gebruiksfout(f"De huisstijl {pad} kan niet worden gelezen.", advies) from fout
    try:
        _ = Package(inhoud).main  # guards against hostile files
        docx.Document(BytesIO(inhoud))
    except VerordeningFout as fout:
        raise Gebruiksfout(f"De huisstijl {pad} is geen bruikbaar Word-document. {fout.bericht}", advies) from fout
    except (ValueError, KeyError) as fout:
        raise Gebruiksfout(f"De huisstijl {pad} is geen bruikbaar Word-document.", advies) from fout
    return inhoud


def _eigen_basis(document: Document) -> None:
    """Our base: A4, one sans-serif letter, dark ink, Dutch, page numbers in the footer."""
    _zonder_overbodige(document)
    sectie = document.sections[0]
    sectie.page_width, sectie.page_height = Cm(21), Cm(29.7)
    sectie.left_margin = sectie.right_margin = Cm(2.5)
    sectie.top_margin, sectie.bottom_margin = Cm(2.5), Cm(2.2)
    gewoon = document.styles["Normal"]
    _lettertype(gewoon, LETTER, 10.5)
    gewoon.paragraph_format.space_after = Pt(6)
    gewoon.paragraph_format.line_spacing = 1.2
    for naam, grootte, voor, na in (("Title", 20, 0, 14), ("Heading 1", 13, 16, 4), ("Heading 2", 11, 12, 3)):
        stijl = document.styles[naam]
        _lettertype(stijl, LETTER, grootte)
        stijl.font.bold, stijl.font.color.rgb = True, _INKT
        stijl.paragraph_format.space_before, stijl.paragraph_format.space_after = Pt(voor), Pt(na)
        for rand in stijl.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
            rand.getparent().remove(rand)
    for knijpt in document.styles["List Paragraph"].element.findall(f"{qn('w:pPr')}/{qn('w:contextualSpacing')}"):
        knijpt.getparent().remove(knijpt)
    _nederlands(document)
    _paginanummers(document)


def _nummert(stijl: ParagraphStyle) -> bool:
    """Whether the style, or one it rests on, numbers by itself, as in some house styles: our numbers are typed."""
    volgende: BaseStyle | None = stijl
    while volgende is not None:
        if volgende.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
            return True
        volgende = getattr(volgende, "base_style", None)
    return False


def _zonder_overbodige(document: Document) -> None:
    """The template of python-docx brings along many table styles that no document of ours uses."""
    for element in list(document.styles.element.findall(qn("w:style"))):
        naam = element.find(qn("w:name"))
        if naam is not None and naam.get(qn("w:val")) not in _VAN_TEMPLATE:
            document.styles.element.remove(element)
            continue
        for verwijzing in ("w:link", "w:next"):
            if (kind := element.find(qn(verwijzing))) is not None:
                element.remove(kind)


def _voeg_toe(document: Document, stijl: Stijl) -> None:
    """Add a style that the document does not have yet; a style of the house stays as it is."""
    nieuw = document.styles.add_style(stijl.naam, WD_STYLE_TYPE.PARAGRAPH)
    nieuw.element.set(qn("w:styleId"), stijl.naam.replace("_", ""))
    nieuw.base_style = _basisstijl(document, stijl.basis)
    nieuw.quick_style = True
    vorm = nieuw.paragraph_format
    vorm.space_before, vorm.space_after = Pt(stijl.voor), Pt(stijl.na)
    vorm.keep_with_next = stijl.bij_volgende or None
    if stijl.grootte:
        nieuw.font.size = Pt(stijl.grootte)
    if stijl.vet is not None:
        nieuw.font.bold = stijl.vet
    if stijl.kopniveau is not None:
        niveau = OxmlElement("w:outlineLvl")
        niveau.set(qn("w:val"), str(stijl.kopniveau - 1))
        nieuw.element.get_or_add_pPr().append(niveau)


def _basisstijl(document: Document, naam: str) -> ParagraphStyle:
    bestaand = next((stijl for stijl in document.styles if stijl.name == naam and stijl.type == WD_STYLE_TYPE.PARAGRAPH), None)
    if bestaand is None:
        bestaand = document.styles.add_style(naam, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(bestaand, ParagraphStyle)  # noqa: S101 - chosen by type
    return bestaand


def _lettertype(stijl: ParagraphStyle, naam: str, grootte: float) -> None:
    stijl.font.name, stijl.font.size = naam, Pt(grootte)
    lettertypen = stijl.element.get_or_add_rPr().find(qn("w:rFonts"))
    assert lettertypen is not None  # noqa: S101 - font.name has just made it
    for soort in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        lettertypen.attrib.pop(qn(f"w:{soort}"), None)
    for soort in ("eastAsia", "cs"):
        lettertypen.set(qn(f"w:{soort}"), naam)


def _nederlands(document: Document) -> None:
    standaard = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if standaard is None:
        return
    taal = standaard.find(qn("w:lang"))
    if taal is None:
        taal = OxmlElement("w:lang")
        standaard.append(taal)
    taal.set(qn("w:val"), "nl-NL")


def _paginanummers(document: Document) -> None:
    alinea = document.sections[0].footer.paragraphs[0]
    alinea.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.styles["Footer"].font.size = Pt(8.5)
    for tekst, veld in (("Pagina ", "PAGE"), (" van ", "NUMPAGES")):
        alinea.add_run(tekst)
        run = alinea.add_run()
        for soort, inhoud in (("begin", None), (None, veld), ("separate", None), ("tekst", "1"), ("end", None)):
            if soort == "tekst":
                element = OxmlElement("w:t")
                element.text = inhoud
            elif soort is None:
                element = OxmlElement("w:instrText")
                element.text = f" {inhoud} "
            else:
                element = OxmlElement("w:fldChar")
                element.set(qn("w:fldCharType"), soort)
            run._r.append(element)  # noqa: SLF001 - python-docx has no fields
