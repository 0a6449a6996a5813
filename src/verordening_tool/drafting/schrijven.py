"""Writes a Concept as a Word file: one paragraph per Blok, typed numbers, no empty paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby, pairwise

from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Cm, Length
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from verordening_tool.document.blok import Blok, Cel, Deel, Rol
from verordening_tool.document.regeling import Regeling, Soort
from verordening_tool.drafting.opbouw import ONDER, Concept
from verordening_tool.drafting.stijlen import INSPRING, Basis
from verordening_tool.drafting.tabelvorm import zet_lijnen

_STIJL = {
    Rol.OPSCHRIFT: "OP_Titel",
    Rol.AANHEF: "OP_Aanhef",
    Rol.HOOFDSTUK: "OP_Hoofdstuk_Titel",
    Rol.ARTIKEL: "OP_Artikel_Titel",
    Rol.LID: "OP_Lid",
    Rol.ONDERDEEL: "DRP_Lijstalinea",
    Rol.SLOT: "OP_Ondertekening",
    Rol.ONDERTEKENING: "OP_Ondertekening",
    Rol.BIJLAGE: "OP_Bijlage_Titel",
}
_IN_BRIEF = {Rol.OPSCHRIFT: "Title", Rol.SLOT: "Normal", Rol.ONDERTEKENING: "Normal"}
_BRIEVEN = frozenset({Soort.RAADSVOORSTEL, Soort.RAADSINFORMATIEBRIEF, Soort.ANDERS})
_TABELBREEDTE = Cm(16)
_NA_TABEL = Cm(0.6)
_LABELBREEDTE = Cm(5.4)
_RUIMTE_VOOR_HANDTEKENING = Cm(1.4)
_SLOTREGELS = frozenset({Rol.SLOT, Rol.ONDERTEKENING})


def schrijf(concept: Concept, basis: Basis) -> bytes:
    """The Word file of this document, with the styles, header, footer and margins of ``basis``."""
    document = basis.document()
    regeling = concept.regeling
    _eigenschappen(document, regeling)
    bijeen = _bij_volgende(regeling.blokken)
    na_tabel = False
    for tabel, groep in groupby(regeling.blokken, key=lambda blok: blok.cel.tabel if blok.cel else None):
        if tabel is not None:
            _tabel(document, list(groep))
            na_tabel = True
            continue
        for blok in groep:
            alinea = document.add_paragraph()
            _alinea(alinea, blok, regeling, basis)
            if blok.alinea in bijeen:
                alinea.paragraph_format.keep_with_next = True
            if na_tabel:
                alinea.paragraph_format.space_before = _NA_TABEL
            na_tabel = False
    stroom = BytesIO()
    document.save(stroom)
    return stroom.getvalue()


def _bij_volgende(blokken: Sequence[Blok]) -> frozenset[int]:
    """Paragraphs that stay on the page of the next one: above a list, and above the lines with the signatures."""
    return frozenset(
        eerst.alinea
        for eerst, daarna in pairwise(blokken)
        if (daarna.rol in {Rol.ONDERDEEL, Rol.SLOT} and eerst.rol is not daarna.rol) or eerst.tekst.endswith(":")
    )


def _eigenschappen(document: Document, regeling: Regeling) -> None:
    kern = document.core_properties
    kern.title = regeling.opschrift or ""
    kern.author = f"Gemeente {regeling.gemeente}"
    kern.language = "nl-NL"
    kern.comments = kern.keywords = kern.subject = kern.last_modified_by = ""
    kern.created = kern.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def _alinea(alinea: Paragraph, blok: Blok, regeling: Regeling, basis: Basis) -> None:
    naam = _stijlnaam(blok, regeling)
    alinea._p.style = basis.ids[naam]  # noqa: SLF001 - by id: looking a style up by name goes through all of them
    tekst = _vast(blok.tekst)
    if blok.rol in {Rol.ARTIKEL, Rol.HOOFDSTUK}:
        alinea.add_run(f"{blok.nummer} {tekst}")
    elif blok.nummer:
        alinea.add_run(f"{blok.nummer}\t{tekst}")
        _spring_in(alinea, _stappen(blok))
    else:
        alinea.add_run(tekst)
        if blok.rol is Rol.ONDERDEEL:
            _spring_in(alinea, 0)
    if naam in basis.genummerd:
        _zonder_nummering(alinea)
    if blok.rol is Rol.BIJLAGE:
        alinea.paragraph_format.page_break_before = True
    elif blok.rol in _SLOTREGELS and naam == "Normal":
        alinea.paragraph_format.space_before = _RUIMTE_VOOR_HANDTEKENING if blok.rol is Rol.ONDERTEKENING else _NA_TABEL
        alinea.paragraph_format.keep_with_next = blok.rol is Rol.SLOT or None


def _vast(tekst: str) -> str:
    """An amount does not break at the end of a line."""
    return tekst.replace("€ ", "€\u00a0")


def _stijlnaam(blok: Blok, regeling: Regeling) -> str:
    if blok.kopniveau is not None:
        return f"Heading {blok.kopniveau}"
    rol = blok.rol or Rol.TEKST
    if regeling.soort in _BRIEVEN and rol in _IN_BRIEF:
        return _IN_BRIEF[rol]
    if rol is Rol.OPSCHRIFT and regeling.soort is Soort.TOELICHTING:
        return "OP_NotaToelichting_Titel"
    if rol is Rol.TEKST and blok.deel is Deel.AANHEF:
        return "OP_Aanhef"
    return _STIJL.get(rol, "Normal")


def _stappen(blok: Blok) -> int:
    if blok.rol is Rol.ONDERDEEL:
        return 3 if blok.niveau == ONDER else 2
    return 1


def _spring_in(alinea: Paragraph, stappen: int) -> None:
    """Indent ``stappen`` steps; the text hangs one step behind its number."""
    vorm = alinea.paragraph_format
    vorm.left_indent = Length(INSPRING * stappen)
    vorm.first_line_indent = Length(-INSPRING) if stappen else Length(0)


def _zonder_nummering(alinea: Paragraph) -> None:
    nummering = alinea._p.get_or_add_pPr().get_or_add_numPr()  # type: ignore[attr-defined]  # noqa: SLF001 - not in the types of python-docx
    nummering.get_or_add_ilvl().val = 0
    nummering.get_or_add_numId().val = 0


# --- tables ---------------------------------------------------------------------------------------------------


def _tabel(document: Document, blokken: Sequence[Blok]) -> None:
    """Two columns: labels with their values. More columns: the first row is a header row."""
    cellen = [(blok, blok.cel) for blok in blokken if blok.cel is not None]
    rijen = 1 + max(cel.rij for _, cel in cellen)
    kolommen = 1 + max(cel.kolom for _, cel in cellen)
    tabel = document.add_table(rijen, kolommen)
    tabel.autofit = False
    zet_lijnen(tabel)
    breedtes = [_LABELBREEDTE, Length(_TABELBREEDTE - _LABELBREEDTE)] if kolommen == 2 else [Length(_TABELBREEDTE // kolommen)] * kolommen
    for kolom, breedte in zip(tabel.columns, breedtes, strict=True):
        kolom.width = breedte
    for blok, cel in cellen:
        plek = tabel.cell(cel.rij, cel.kolom)
        plek.width = breedtes[cel.kolom]
        _vul_cel(plek, _vast(blok.tekst), vet=_is_kop(cel, kolommen))
    if kolommen > 2:
        rij = tabel.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001
        rij.append(OxmlElement("w:tblHeader"))


def _is_kop(cel: Cel, kolommen: int) -> bool:
    return cel.kolom == 0 if kolommen == 2 else cel.rij == 0


def _vul_cel(cel: _Cell, tekst: str, *, vet: bool) -> None:
    alinea = cel.paragraphs[0]
    run = alinea.add_run(tekst)
    run.bold = vet or None
    alinea.paragraph_format.space_after = Cm(0.08)
    alinea.paragraph_format.space_before = Cm(0.08)
