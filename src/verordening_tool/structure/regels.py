"""The workbench: one Regel per visible Blok, refined in place while the structure is found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from verordening_tool.document.blok import Blok, Deel, Document, Rol
from verordening_tool.document.regeling import Alinea


class Kopsoort(StrEnum):
    """Kinds of heading, outermost first (the order gives the depth)."""

    DEEL = "deel"
    HOOFDSTUK = "hoofdstuk"
    TITEL = "titel"
    AFDELING = "afdeling"
    PARAGRAAF = "paragraaf"
    KOP = "kop"
    ARTIKEL = "artikel"


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading. ``lengte``: characters of ``Blok.tekst`` that the number takes (0 when computed or absent).

    ``zin``: the rest of the paragraph is not a title but the first sentence of the article.
    ``sterk``: style, format or bold face says it too.
    """

    soort: Kopsoort
    nummer: str | None
    lengte: int = 0
    weergave: str | None = None
    zin: bool = False
    sterk: bool = False


@dataclass(slots=True, eq=False)
class Regel:
    """One visible paragraph on its way: ``blok`` is replaced when a number is split off."""

    blok: Blok
    plaats: int  # index in Document.blokken
    deel: Deel | None = None
    kop: Kop | None = None

    @property
    def tekst(self) -> str:
        """Text of the Blok as it is now."""
        return self.blok.tekst

    @property
    def alinea(self) -> Alinea:
        """The Blok as it is now, as an Alinea."""
        return Alinea(self.blok.alinea, self.blok.tekst)

    def is_waarde(self, lengte: int) -> bool:
        """Whether a number of this length is all that stands in a further column of a table: the row tells it, it numbers nothing."""
        cel = self.blok.cel
        return cel is not None and cel.kolom > 0 and not self.blok.tekst[lengte:].strip()

    def splits(self, lengte: int, nummer: str) -> None:
        """Take a typed number off the text."""
        self.blok = self.blok.zonder_voorvoegsel(lengte, nummer)


_BUITEN = frozenset({Deel.KOPTEKST, Deel.VOETTEKST, Deel.VOETNOOT, Deel.EINDNOOT, Deel.TEKSTVAK, Deel.METADATA})
_DEEL_VAN_ROL = {
    Rol.OPSCHRIFT: Deel.OPSCHRIFT,
    Rol.AANHEF: Deel.AANHEF,
    Rol.SLOT: Deel.SLOT,
    Rol.ONDERTEKENING: Deel.SLOT,
    Rol.TOELICHTING: Deel.TOELICHTING,
    Rol.BIJLAGE: Deel.BIJLAGE,
}
_WIT = re.compile(r"[\s\u00a0]+")


def maak_regels(document: Document) -> list[Regel]:
    """The visible paragraphs of the running text; headers, notes, text boxes and hidden text stay out."""
    regels: list[Regel] = []
    for plaats, blok in enumerate(document.blokken):
        if blok.deel in _BUITEN or blok.verborgen or not (blok.nummer or blok.tekst.strip()):
            continue
        deel: Deel | None = None if blok.deel is Deel.LICHAAM else blok.deel
        if deel is None and blok.rol is not None:
            deel = _DEEL_VAN_ROL.get(blok.rol)
        if deel is None and blok.stijl and _is_inhoudsstijl(blok.stijl):
            deel = Deel.INHOUDSOPGAVE
        regels.append(Regel(blok, plaats, deel))
    return regels


def _is_inhoudsstijl(stijl: str) -> bool:
    laag = stijl.lower()
    return laag.startswith(("toc ", "toc1", "toc2", "toc3", "inhopg", "inhoudsopgave"))


def verfijnde_blokken(document: Document, regels: Sequence[Regel]) -> tuple[Blok, ...]:
    """All Blokken of the document, with the numbers and delen that were found."""
    blokken = list(document.blokken)
    for regel in regels:
        deel = regel.deel or Deel.LICHAAM
        blokken[regel.plaats] = regel.blok if regel.blok.deel is deel else replace(regel.blok, deel=deel)
    return tuple(blokken)


def plat(tekst: str) -> str:
    """Text with single spaces, in lower case, to compare with."""
    return _WIT.sub(" ", tekst).strip().lower()
