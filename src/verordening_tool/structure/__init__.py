"""Document → Regeling: headings, aanhef, articles, slot, toelichting; kind, subject, gemeente and dates.

Pure and total: any Document gives a Regeling, odd input a poor one, never an error.
"""

from __future__ import annotations

from verordening_tool.document.blok import Document
from verordening_tool.document.regeling import Regeling
from verordening_tool.structure.geheel import ontleed_document

__all__ = ["ontleed"]


def ontleed(document: Document) -> Regeling:
    """Understand ``document``.

    Every Alinea of the result names a Blok of ``Regeling.blokken`` with exactly that text: the Blokken of the
    document, with typed numbers split off and their ``deel`` set.
    """
    return ontleed_document(document)
