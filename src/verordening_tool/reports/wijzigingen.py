"""What the tracked changes of a draft do to the verdicts: the text as it was beside the text as it will be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verordening_tool.checking.oordeel import Oordeel, Toetsresultaat, Uitkomst
from verordening_tool.reports.rapport import ALARM, waarom_niet
from verordening_tool.reports.woorden import oordeel_voluit

NIET_BEOORDEELD = "niet beoordeeld"


class Gevolg(StrEnum):
    """What happens to a verdict, as a user reads it; in order of weight."""

    VERBROKEN = "gaat mis"
    HERSTELD = "hersteld"
    VERVALT = "vervalt"
    ANDERS = "verandert"


@dataclass(frozen=True, slots=True)
class Verandering:
    """A verdict that the changes alter: in plain words what it was and what it becomes."""

    code: str
    titel: str
    gevolg: Gevolg
    was: str
    wordt: str

    @property
    def zin(self) -> str:
        """All of it in one line: "BW-09 hersteld (in strijd met de wet → in orde)"."""
        return f"{self.code} {self.gevolg} ({self.was} → {self.wordt})"


def gevolgen(resultaat: Toetsresultaat) -> tuple[Verandering, ...]:
    """The verdicts that differ from those on the original text, heaviest first; none when that was not judged."""
    if resultaat.oorspronkelijk is None or waarom_niet(resultaat.oorspronkelijk):
        return ()
    was = {oordeel.code: oordeel for oordeel in resultaat.oorspronkelijk.oordelen}
    wordt = {oordeel.code: oordeel for oordeel in resultaat.oordelen}
    paren = [(was.get(code), wordt.get(code)) for code in sorted(was.keys() | wordt.keys())]
    anders = [_verandering(eerst, nu) for eerst, nu in paren if _uitkomst(eerst) is not _uitkomst(nu)]
    return tuple(sorted(anders, key=lambda verandering: list(Gevolg).index(verandering.gevolg)))


def zonder_gevolgen(resultaat: Toetsresultaat) -> str:
    """What there is to say when the changes alter no verdict that is known."""
    fout = waarom_niet(resultaat.oorspronkelijk) if resultaat.oorspronkelijk else None
    if fout is not None:
        return f"De tekst zonder de wijzigingen kon niet worden beoordeeld. {fout.bericht}"
    return "De bijgehouden wijzigingen veranderen geen enkel oordeel."


def _uitkomst(oordeel: Oordeel | None) -> Uitkomst | None:
    return oordeel.oordeel if oordeel else None


def _verandering(eerst: Oordeel | None, nu: Oordeel | None) -> Verandering:
    van, naar = _uitkomst(eerst), _uitkomst(nu)
    if naar in ALARM and van not in ALARM:
        gevolg = Gevolg.VERBROKEN
    elif van in ALARM and naar is Uitkomst.VOLDOET:
        gevolg = Gevolg.HERSTELD
    elif naar in {None, Uitkomst.NVT}:
        gevolg = Gevolg.VERVALT
    else:
        gevolg = Gevolg.ANDERS
    oordeel = nu or eerst
    code, titel = (oordeel.code, oordeel.titel) if oordeel else ("", "")
    return Verandering(code, titel, gevolg, _woorden(eerst), _woorden(nu))


def _woorden(oordeel: Oordeel | None) -> str:
    return oordeel_voluit(oordeel) if oordeel else NIET_BEOORDEELD
