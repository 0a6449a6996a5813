"""Pdf with a text layer: paragraphs in reading order, without running headers, footers and page numbers.

PDFium (pypdfium2) gives the characters and their places; what is a line, a column and a paragraph is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from verordening_tool.document.blok import Bron, Deel, Document
from verordening_tool.fouten import Leesfout, OnveiligBestand
from verordening_tool.readers.collector import Collector, clean
from verordening_tool.readers.lines import Line, Paragraph, join_lines, page_lines
from verordening_tool.readers.pdf_page import PdfLine, Piece, ordered_lines, page_pieces, right_edge
from verordening_tool.readers.publicatie import as_publication

MAX_PAGES = 1500
MAX_CHARS = 3_000_000

_NOTE = re.compile(r"(?:\d{1,3}|\*{1,3}|\[\d{1,3}\])\s*\S")
_LINE_GAP = 1.45  # of the usual distance between lines: more means a new paragraph
_NOT_READABLE = re.compile("[\ufffd\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class _Page:
    lines: list[PdfLine]
    notes: list[PdfLine]


def read_pdf(data: bytes) -> Document:
    """Document of a pdf.

    Raises Leesfout: WACHTWOORD, BESCHADIGD, SCAN (pictures only) or PDF_TEKENS (letters that can not be recognised);
    OnveiligBestand when there is too much of it.
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _opening_error(error) from error
    with closing(pdf):
        pieces, pictures = _pieces(pdf)
    _check_text(pieces, pictures)
    right = right_edge(pieces)
    pages = [_without_notes(ordered_lines(page, right)) for page in pieces]
    collector = Collector()
    for paragraph, bold in _paragraphs([page.lines for page in pages]):
        collector.add(paragraph.text, vet=bold, bron=Bron("", (paragraph.nr,)))
    for paragraph, bold in _paragraphs([page.notes for page in pages if page.notes]):
        collector.add(paragraph.text, vet=bold, deel=Deel.VOETNOOT, bron=Bron("", (paragraph.nr,)))
    return as_publication(Document(blokken=collector.blokken(), formaat="pdf"))


def _opening_error(error: pypdfium2.PdfiumError) -> Leesfout:
    if "password" in str(error).lower() or "security" in str(error).lower():
        return Leesfout(
            "Het bestand is een pdf met een wachtwoord.",
            "Open de pdf, sla haar op zonder wachtwoord en probeer het opnieuw.",
            code="WACHTWOORD",
        )
    return Leesfout("Het bestand is een beschadigde pdf.", "Vraag de pdf nog eens op, of lever het Word-document aan.", code="BESCHADIGD")


def _pieces(pdf: pypdfium2.PdfDocument) -> tuple[list[list[Piece]], int]:
    """Pieces of text per page, and the number of pages that hold a picture."""
    if len(pdf) > MAX_PAGES:
        raise _too_much(f"{MAX_PAGES} bladzijden")
    pages: list[list[Piece]] = []
    pictures = total = 0
    for index in range(len(pdf)):
        try:
            with closing(pdf[index]) as page, closing(page.get_textpage()) as textpage:
                found = page_pieces(textpage.raw)
                if not found:
                    pictures += _has_picture(page)
        except pypdfium2.PdfiumError:
            found = []  # one broken page does not take the others away
        pages.append(found)
        total += sum(len(piece.text) for piece in found)
        if total > MAX_CHARS:
            raise _too_much(f"{MAX_CHARS} tekens")
    return pages, pictures


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    kinds = {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM, pdfium.FPDF_PAGEOBJ_PATH}
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, index)) in kinds
        for index in range(min(pdfium.FPDFPage_CountObjects(page.raw), 50))
    )


def _too_much(limit: str) -> OnveiligBestand:
    return OnveiligBestand(f"Het bestand is een pdf met meer dan {limit}.", "Bewaar alleen de bladzijden met de regeling.", code="TE_GROOT")


def _check_text(pages: Sequence[Sequence[Piece]], pictures: int) -> None:
    text = "".join(piece.text for page in pages for piece in page)
    if len(text) < 20 * max(pictures, 1) and pictures:
        raise Leesfout(
            "Het bestand is een scan: een pdf met afbeeldingen van bladzijden, zonder tekst.",
            "Lever het Word-document of een pdf met tekst aan, of laat de scan eerst met tekstherkenning (OCR) omzetten.",
            code="SCAN",
        )
    if len(_NOT_READABLE.findall(text)) > 0.3 * len(text) > 0:
        raise Leesfout(
            "Het bestand is een pdf waarvan de letters niet te herkennen zijn.",
            "Lever het Word-document aan, of maak de pdf opnieuw.",
            code="PDF_TEKENS",
        )


def _without_notes(lines: list[PdfLine]) -> _Page:
    """Footnotes apart: the small lines at the foot of a page, from the first that begins with a number."""
    if len(lines) < 4:
        return _Page(lines, [])
    usual = median(line.size for line in lines)
    start = len(lines)
    while start > 0 and lines[start - 1].size < 0.92 * usual:
        start -= 1
    while start < len(lines) and not _NOTE.match(lines[start].text):
        start += 1
    return _Page(lines[:start], lines[start:]) if start < len(lines) else _Page(lines, [])


def _paragraphs(pages: Sequence[Sequence[PdfLine]]) -> Iterator[tuple[Paragraph, bool]]:
    """Paragraphs over all pages, each with whether it is bold."""
    texts, layout = _as_text(pages)
    lines = [_laid_out(line, layout) for line in page_lines(texts)]
    marked: list[Line] = []
    for previous, line in pairwise([None, *lines]):
        if line is None:
            continue
        changed = previous is not None and _changes_look(layout[previous.nr], layout[line.nr])
        marked.append(replace(line, apart=True) if changed else line)
    for paragraph in join_lines(marked, width=0):
        first = layout[paragraph.nr]
        yield paragraph, first is not None and first.bold


def _as_text(pages: Sequence[Sequence[PdfLine]]) -> tuple[list[list[str]], list[PdfLine | None]]:
    """Lines as text with a blank line where a gap parts paragraphs; and the layout of each of them."""
    pitch = _usual_gap(pages)
    texts: list[list[str]] = []
    layout: list[PdfLine | None] = []
    for page in pages:
        own: list[str] = []
        for line in page:
            if own and not 0 <= line.gap <= pitch * _LINE_GAP:
                own.append("")
                layout.append(None)
            own.append(clean(line.text))
            layout.append(line)
        texts.append(own)
    return texts, layout


def _usual_gap(pages: Sequence[Sequence[PdfLine]]) -> float:
    gaps = [line.gap for page in pages for line in page if 0.5 < line.gap < 3]
    return median(gaps) if gaps else 1.3


def _laid_out(line: Line, layout: Sequence[PdfLine | None]) -> Line:
    found = layout[line.nr]
    return replace(line, room=found.room) if found is not None else line


def _changes_look(above: PdfLine | None, below: PdfLine | None) -> bool:
    """A heading ends where bold ends or the letters become another size."""
    if above is None or below is None or len(above.text) <= 6:  # a number before its text
        return False
    return above.bold != below.bold or abs(above.size - below.size) > 0.15 * max(above.size, below.size)
