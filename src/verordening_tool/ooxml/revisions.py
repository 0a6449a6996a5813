"""Which elements a view of tracked changes shows: everything accepted (definitief) or rejected (oorspronkelijk)."""

from __future__ import annotations

from lxml import etree

from verordening_tool.document.blok import Revisie, Weergave
from verordening_tool.ooxml.names import w

INSERTED = frozenset({w("ins"), w("moveTo")})
DELETED = frozenset({w("del"), w("moveFrom")})
CELL_INSERTED = w("cellIns")
CELL_DELETED = w("cellDel")

_CHANGES = (
    *sorted(INSERTED | DELETED),
    CELL_INSERTED,
    CELL_DELETED,
    *(w(f"{name}Change") for name in ("rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "numbering", "tblGrid")),
)


def has_revisions(root: etree._Element) -> bool:
    """Tell whether any tracked change stands under ``root``."""
    return next(root.iter(*_CHANGES), None) is not None


class View:
    """One view of tracked changes, as sets of element names.

    ``gone``: content of these is not there; ``marked``: content of these is there, and is a revision.
    ``revision``: what a revision that this view shows is called.
    """

    def __init__(self, weergave: Weergave) -> None:
        self.original = weergave is Weergave.OORSPRONKELIJK
        self.gone = INSERTED if self.original else DELETED
        self.marked = DELETED if self.original else INSERTED
        self.revision = Revisie.VERWIJDERD if self.original else Revisie.INGEVOEGD
        self.cell_gone = CELL_INSERTED if self.original else CELL_DELETED

    def properties(self, element: etree._Element, change: str) -> etree._Element:
        """Properties (pPr, rPr) that hold in this view; ``change`` is the child that keeps the former ones."""
        if not self.original:
            return element
        former = element.find(change)
        if former is None:
            return element
        return next((child for child in former if child.tag == element.tag), former)

    def takes_away(self, properties: etree._Element | None) -> bool:
        """Tell whether a mark or row with these (current) properties is absent in this view."""
        return properties is not None and not self.gone.isdisjoint([child.tag for child in properties])

    def marks(self, properties: etree._Element | None) -> bool:
        """Tell whether a mark or row with these (current) properties is a revision that this view shows."""
        return properties is not None and not self.marked.isdisjoint([child.tag for child in properties])
