"""Quotes for what was found outside the passages: a stretch of an alinea, with the place where it stands."""

from __future__ import annotations

from verordening_tool.checking.oordeel import Plaats
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Alinea, Vindplaats


def citeer(tekst: str, vindplaats: Vindplaats, start: int, eind: int, bericht: str | None = None) -> Plaats:
    """The characters ``start`` to ``eind`` of the alinea with text ``tekst`` that stands at ``vindplaats``."""
    return Plaats(
        vindplaats.deel,
        tekst[start:eind],
        vindplaats.artikel,
        vindplaats.lid,
        vindplaats.onderdeel,
        vindplaats.alinea,
        bericht,
        voor=tekst[:start],
        na=tekst[eind:],
    )


def hele_alinea(alinea: Alinea, deel: Deel, bericht: str | None = None, *, artikel: str | None = None, lid: str | None = None,
                onderdeel: str | None = None) -> Plaats:  # fmt: skip
    """All of one alinea as a quote."""
    return citeer(alinea.tekst, Vindplaats(deel, artikel, lid, onderdeel, alinea.nr), 0, len(alinea.tekst), bericht)
