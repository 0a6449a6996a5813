"""Which date a document is judged on, and where that date comes from (first that is there decides)."""

from __future__ import annotations

from datetime import date, timedelta

from verordening_tool.checking.oordeel import Peildatum
from verordening_tool.document.regeling import REGELINGEN, Regeling, Soort, Stadium

_LATER_VERSION = timedelta(days=366)
ACHTSTE_DAG = timedelta(days=8)


def bepaal_peildatum(  # noqa: PLR0911 - one return per source of the date, in their order
    regeling: Regeling, vandaag: date, optie: date | None = None, vastgesteld: date | None = None, verordening: Regeling | None = None
) -> Peildatum:
    """The peildatum of ``regeling``: option, slotbepaling, metadata, date of the document, estimate, today (concepts only).

    A toelichting holds from the day of the ``verordening`` that it explains, when that is known.
    """
    if optie:
        return Peildatum(optie, "optie")
    if regeling.soort is Soort.TOELICHTING and verordening is not None:
        return bepaal_peildatum(verordening, vandaag, None, vastgesteld)
    data, metadata = regeling.data, regeling.metadata
    vaststelling = vastgesteld or data.vastgesteld or metadata.vaststelling
    if data.inwerkingtreding:
        dag = data.inwerkingtreding
        if data.terugwerkend_tot and vaststelling:
            dag = max(dag, vaststelling)
        artikel = data.inwerkingtreding_plaats[0] if data.inwerkingtreding_plaats else None
        return Peildatum(dag, "slotbepaling", artikel)
    if metadata.inwerkingtreding and regeling.soort in REGELINGEN:
        return Peildatum(metadata.inwerkingtreding, "metadata")
    if regeling.soort not in REGELINGEN and (documentdatum := data.documentdatum or vaststelling or metadata.documentdatum):
        return Peildatum(documentdatum, "documentdatum")
    if vaststelling:
        return Peildatum(vaststelling + ACHTSTE_DAG, "geschat")
    if regeling.stadium is Stadium.CONCEPT:
        return Peildatum(vandaag, "vandaag")
    return Peildatum(None, "onbekend")


def aanhefdata(regeling: Regeling, peildatum: Peildatum, vastgesteld: date | None = None) -> tuple[date | None, date | None]:
    """Vaststelling and first inwerkingtreding of the base text: the two days on which citations are judged.

    An inwerkingtreding more than twelve months after vaststelling is that of a later version and is left aside.
    """
    vaststelling = vastgesteld or regeling.data.vastgesteld or regeling.metadata.vaststelling
    inwerking = regeling.data.inwerkingtreding or regeling.metadata.inwerkingtreding
    if inwerking is None and peildatum.bron in ("geschat", "vandaag", "optie"):
        inwerking = peildatum.datum
    if inwerking and vaststelling and inwerking - vaststelling > _LATER_VERSION:
        inwerking = vaststelling + ACHTSTE_DAG
    return vaststelling, inwerking
