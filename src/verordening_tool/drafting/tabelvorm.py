"""How a table looks in everything we write: thin lines between the rows, marks for readers aloud."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table

_KANTEN = ("top", "bottom", "insideH")


def zet_lijnen(tabel: Table) -> None:
    """Thin lines between the rows and marks for readers aloud; no style of the base is needed."""
    eigenschappen = tabel._tbl.tblPr  # noqa: SLF001
    for oud in [*eigenschappen.findall(qn("w:tblLook")), *eigenschappen.findall(qn("w:tblStyle"))]:
        eigenschappen.remove(oud)
    randen = OxmlElement("w:tblBorders")
    for kant in _KANTEN:
        rand = OxmlElement(f"w:{kant}")
        for naam, waarde in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "BFC5CD")):
            rand.set(qn(f"w:{naam}"), waarde)
        randen.append(rand)
    opmaak = eigenschappen.find(qn("w:tblLayout"))
    if opmaak is not None:
        opmaak.addprevious(randen)
    else:
        eigenschappen.append(randen)
    aanblik = OxmlElement("w:tblLook")
    for naam, waarde in (("val", "0080"), ("firstRow", "0"), ("firstColumn", "1"), ("noVBand", "1"), ("noHBand", "1")):
        aanblik.set(qn(f"w:{naam}"), waarde)
    eigenschappen.append(aanblik)
