"""What is proposed for a draft, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verordening_tool.checking.oordeel import Gewicht, Oordeel, Toetsresultaat, Uitkomst


class Voorstelsoort(StrEnum):
    """What kind of change a proposal makes."""

    LID = "nieuw lid"
    ARTIKEL = "nieuw artikel"
    AANHEF = "aanhef"
    VERVANGING = "andere woorden"
    VERNUMMERING = "vernummerd"


@dataclass(frozen=True, slots=True)
class Voorstel:
    """Text put into the draft: for which codes, where (as a lawyer names it), which words, and the alinea of the draft beside it."""

    soort: Voorstelsoort
    codes: tuple[str, ...]
    plek: str
    tekst: str
    alinea: int | None = None


@dataclass(frozen=True, slots=True)
class Vraag:
    """What a person must decide, the alinea of the draft that it stands at, and the place of the proposal that it is about."""

    codes: tuple[str, ...]
    tekst: str
    alinea: int | None = None
    bij: str | None = None


@dataclass(frozen=True, slots=True)
class Aanvulling:
    """The draft with proposals and questions in it, and the verdicts on it before and after (all proposals accepted)."""

    bestand: str
    inhoud: bytes
    voorstellen: tuple[Voorstel, ...]
    vragen: tuple[Vraag, ...]
    voor: Toetsresultaat
    na: Toetsresultaat
    meldingen: tuple[str, ...] = ()

    @property
    def hersteld(self) -> tuple[Oordeel, ...]:
        """The verdicts that the proposals put right, as they are now."""
        mis = {oordeel.code for oordeel in self.voor.oordelen if is_mis(oordeel)}
        return tuple(oordeel for oordeel in self.na.oordelen if oordeel.code in mis and not is_mis(oordeel))

    @property
    def over(self) -> tuple[Oordeel, ...]:
        """What is left for a person: findings, doubt about what the law asks, and what the proposals themselves brought."""
        eerder = {oordeel.code for oordeel in self.voor.oordelen if is_mis(oordeel)}
        return tuple(oordeel for oordeel in self.na.oordelen if _is_over(oordeel) or (is_mis(oordeel) and oordeel.code not in eerder))


def _is_over(oordeel: Oordeel) -> bool:
    """Tell whether this stands in the way of a draft that is ready."""
    if oordeel.oordeel is Uitkomst.TWIJFEL:
        return oordeel.gewicht is Gewicht.VERPLICHT
    return is_mis(oordeel) and oordeel.gewicht is not Gewicht.STIJL


def is_mis(oordeel: Oordeel) -> bool:
    """Tell whether this is a finding."""
    return oordeel.oordeel in {Uitkomst.NIET_AANGETROFFEN, Uitkomst.STRIJDIG}
