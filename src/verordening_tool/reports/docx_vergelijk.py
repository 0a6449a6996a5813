"""The was-wordt-tabel as a Word file: was | wordt | toelichting, and below it the wijzigingsopdrachten, in the house style."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Cm, Length
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from verordening_tool.comparing.model import Vergelijkresultaat, Woorden
from verordening_tool.comparing.opdrachten import als_regels
from verordening_tool.drafting.stijlen import Basis
from verordening_tool.drafting.tabelvorm import zet_lijnen
from verordening_tool.reports.antwoord import consolidatie_voluit
from verordening_tool.reports.opmaak import zonder_stuurtekens
from verordening_tool.reports.verschillen import DELEN, Rij, rijen, samenvatting

_KOPPEN = ("Was", "Wordt", "Toelichting")
_BREEDTES = (Cm(10), Cm(10), Cm(4.7))


def maak(resultaat: Vergelijkresultaat, basis: Basis) -> bytes:
    """The Word file, on its side, so that both texts can stand beside each other."""
    document = basis.document()
    sectie = document.sections[0]
    if sectie.orientation is not WD_ORIENT.LANDSCAPE:
        sectie.orientation = WD_ORIENT.LANDSCAPE
        sectie.page_width, sectie.page_height = sectie.page_height, sectie.page_width
    oud, nieuw = resultaat.vergelijking.oud, resultaat.vergelijking.nieuw
    document.core_properties.title = "Was-wordt-tabel"
    document.core_properties.language = "nl-NL"
    _alinea(document, "Was-wordt-tabel", "Title", basis)
    _alinea(document, f"Was: {oud.citeertitel or oud.opschrift or resultaat.oud}", "Normal", basis)
    _alinea(document, f"Wordt: {nieuw.citeertitel or nieuw.opschrift or resultaat.nieuw}", "Normal", basis)
    for zin in consolidatie_voluit(resultaat.oordelen.consolidatie) if resultaat.oordelen.consolidatie else ():
        _alinea(document, zin, "Normal", basis)
    _alinea(document, samenvatting(resultaat.vergelijking), "Normal", basis)
    _tabel(document, list(_alle_rijen(resultaat)))
    if resultaat.opdrachten:
        _alinea(document, "Wijzigingsopdrachten", "Heading 1", basis)
        for regel in als_regels(resultaat.opdrachten, oud.citeertitel or oud.opschrift or "verordening"):
            _alinea(document, regel, "Normal", basis)
    stroom = BytesIO()
    document.save(stroom)
    return stroom.getvalue()


def _alle_rijen(resultaat: Vergelijkresultaat) -> Iterable[Rij]:
    yield from rijen(resultaat.vergelijking)
    for verschil in resultaat.vergelijking.overig:
        yield Rij(DELEN[verschil.deel], DELEN[verschil.deel], "", verschil.woorden, "gewijzigd")


def _alinea(document: Document, tekst: str, stijl: str, basis: Basis) -> Paragraph:
    alinea = document.add_paragraph(zonder_stuurtekens(tekst))
    alinea._p.style = basis.ids[stijl]  # noqa: SLF001 - by id, as the documents of a package do
    return alinea


def _tabel(document: Document, inhoud: Sequence[Rij]) -> None:
    if not inhoud:
        return
    tabel = document.add_table(1 + len(inhoud), len(_KOPPEN))
    tabel.autofit = False
    zet_lijnen(tabel)
    for kolom, (kop, breedte) in enumerate(zip(_KOPPEN, _BREEDTES, strict=True)):
        tabel.columns[kolom].width = breedte
        _cel(tabel, 0, kolom).paragraphs[0].add_run(kop).bold = True
    kopregel = tabel.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001
    kopregel.append(OxmlElement("w:tblHeader"))
    for nr, rij in enumerate(inhoud, 1):
        _vul(_cel(tabel, nr, 0), rij.was, rij.opschrift, [stuk for stuk in rij.woorden if stuk.soort != "erbij"])
        _vul(_cel(tabel, nr, 1), rij.wordt, rij.opschrift, [stuk for stuk in rij.woorden if stuk.soort != "weg"])
        _cel(tabel, nr, 2).paragraphs[0].add_run(rij.gevolg[:1].upper() + rij.gevolg[1:])


def _cel(tabel: Table, rij: int, kolom: int) -> _Cell:
    cel = tabel.rows[rij].cells[kolom]
    cel.width = Length(_BREEDTES[kolom])
    return cel


def _vul(cel: _Cell, plek: str, opschrift: str, woorden: Sequence[Woorden]) -> None:
    """The place in bold, below it the text: words that go are struck out, new ones underlined."""
    if not plek:
        return
    kop = cel.paragraphs[0]
    kop.add_run(f"{plek} {opschrift}".strip()).bold = True
    alinea: Paragraph | None = None
    for stuk in woorden:
        for nr, regel in enumerate(zonder_regeleinden(stuk.tekst)):
            if alinea is None or nr:
                alinea = cel.add_paragraph()
            run = alinea.add_run(regel)
            run.font.strike = stuk.soort == "weg" or None
            run.font.underline = stuk.soort == "erbij" or None


def zonder_regeleinden(tekst: str) -> list[str]:
    """The lines of a text, each fit for a Word file."""
    return [zonder_stuurtekens(regel) for regel in tekst.split("\n")]
