"""What every report format of toets receives, and the one way to group verdicts.

A report judges nothing: it shows verdicts that checking/ has reached. Which of them count as a finding depends on
the drempel alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from verordening_tool import __version__
from verordening_tool.checking.oordeel import Gewicht, Oordeel, Toetsresultaat, Uitkomst
from verordening_tool.document.regeling import Soort
from verordening_tool.fouten import Leesfout, VerordeningFout

if TYPE_CHECKING:
    from verordening_tool.checking.afwijkingen import Afwijking, Ongebruikt
    from verordening_tool.checking.opties import Toetsopties
    from verordening_tool.norms.schema import Check

ALARM = frozenset({Uitkomst.STRIJDIG, Uitkomst.NIET_AANGETROFFEN})


class Drempel(StrEnum):
    """From which gewicht on an alarm is a finding."""

    VERPLICHT = "verplicht"
    AANBEVOLEN = "aanbevolen"
    STIJL = "stijl"
    NOOIT = "nooit"


_TELT_MEE: Mapping[Drempel, frozenset[Gewicht]] = {
    Drempel.VERPLICHT: frozenset({Gewicht.VERPLICHT}),
    Drempel.AANBEVOLEN: frozenset({Gewicht.VERPLICHT, Gewicht.AANBEVOLEN}),
    Drempel.STIJL: frozenset(Gewicht),
    Drempel.NOOIT: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Rapport:
    """Everything a report of toets may say: the verdicts and how they came about.

    ``bijgewerkt_tot`` is the day up to which the law is in the norms; ``checks`` holds the norms themselves by code: when
    they bind, why they are there, an example. ``opgesteld`` is the day of the run. ``eigen`` are the codes of the own norms in
    ``kader``; ``ongebruikt`` the accepted findings that are not there, ``zonder_document`` those in documents that were not judged.
    ``meer_opties``: judged with options that decide on the verdicts beside the date, the own norms and the list.
    """

    resultaten: tuple[Toetsresultaat, ...]
    versie: str
    normen_versie: str
    bijgewerkt_tot: date
    checks: Mapping[str, Check] = field(default_factory=dict)
    drempel: Drempel = Drempel.VERPLICHT
    alles: bool = False
    opgesteld: date | None = None
    kader: Path | None = None
    eigen: frozenset[str] = frozenset()
    afwijkingen: Path | None = None
    ongebruikt: tuple[Ongebruikt, ...] = ()
    zonder_document: tuple[Afwijking, ...] = ()
    meer_opties: bool = False


def alarmen(resultaat: Toetsresultaat, gewicht: Gewicht) -> tuple[Oordeel, ...]:
    """Verdicts strijdig and niet_aangetroffen of this gewicht that nobody accepted, in the order of the codes given."""
    return tuple(oordeel for oordeel in _open(resultaat) if oordeel.oordeel in ALARM and oordeel.gewicht is gewicht)


def met_uitkomst(resultaat: Toetsresultaat, uitkomst: Uitkomst) -> tuple[Oordeel, ...]:
    """Verdicts with this outcome that nobody accepted."""
    return tuple(oordeel for oordeel in _open(resultaat) if oordeel.oordeel is uitkomst)


def aanvaarde(resultaat: Toetsresultaat) -> tuple[Oordeel, ...]:
    """The findings and doubts that people accepted."""
    return tuple(oordeel for oordeel in resultaat.oordelen if oordeel.aanvaard)


def _open(resultaat: Toetsresultaat) -> tuple[Oordeel, ...]:
    return tuple(oordeel for oordeel in resultaat.oordelen if oordeel.aanvaard is None)


def telt_mee(gewicht: Gewicht, drempel: Drempel) -> bool:
    """Whether an alarm of this gewicht is a finding."""
    return gewicht in _TELT_MEE[drempel]


def is_bevinding(oordeel: Oordeel, drempel: Drempel) -> bool:
    """Whether a verdict counts: an alarm with a gewicht at or above the drempel that nobody accepted. Twijfel never counts."""
    return oordeel.oordeel in ALARM and oordeel.aanvaard is None and telt_mee(oordeel.gewicht, drempel)


def bevindingen(resultaat: Toetsresultaat, drempel: Drempel) -> tuple[Oordeel, ...]:
    """The verdicts that count as a finding."""
    return tuple(oordeel for oordeel in resultaat.oordelen if is_bevinding(oordeel, drempel))


def is_buiten_bereik(resultaat: Toetsresultaat) -> bool:
    """Whether no norm says anything about this document: every verdict is nvt."""
    return all(oordeel.oordeel is Uitkomst.NVT for oordeel in resultaat.oordelen)


def stel_op(
    resultaten: Iterable[Toetsresultaat], drempel: Drempel = Drempel.VERPLICHT, *, alles: bool = False, opties: Toetsopties | None = None
) -> Rapport:
    """The report on these results, with the norms that were applied; ``opties``: how they were judged."""
    from verordening_tool.checking.afwijkingen import lees_afwijkingen, ongebruikte, zonder_document
    from verordening_tool.checking.normenset import maak_normenset
    from verordening_tool.norms.loader import BIJGEWERKT_TOT

    resultaten = tuple(resultaten)
    kader, lijst = (opties.kader, opties.afwijkingen) if opties else (None, None)
    normenset = maak_normenset(kader)
    afwijkingen = lees_afwijkingen(lijst, normenset.checks) if lijst else ()
    beoordeeld = [(resultaat.bestand, resultaat.oordelen) for resultaat in resultaten]
    return Rapport(
        resultaten,
        __version__,
        __version__,
        date.fromisoformat(BIJGEWERKT_TOT),
        normenset.checks,
        drempel,
        alles,
        date.today(),  # noqa: DTZ011 - the user's own day
        kader,
        frozenset(normenset.eigen),
        lijst,
        ongebruikte(afwijkingen, beoordeeld),
        zonder_document(afwijkingen, beoordeeld),
        opties is not None and _meer(opties),
    )


def _meer(opties: Toetsopties) -> bool:
    """Whether more was asked than a date, own norms and a list of accepted findings."""
    from verordening_tool.checking.opties import Toetsopties

    rest = replace(opties, peildata=(), kader=None, afwijkingen=None, vandaag=None, dossier=False)
    return rest != Toetsopties()


def uitlegopdracht(rapport: Rapport, code: str) -> str:
    """What a user types to read the page of a norm."""
    return f"verordening uitleg {code}" + (f" --kader {op_de_regel(rapport.kader)}" if rapport.kader and code in rapport.eigen else "")


def op_de_regel(pad: object) -> str:
    """A path as a user types it on the command line."""
    return f'"{pad}"' if " " in str(pad) else str(pad)


def waarom_niet(resultaat: Toetsresultaat) -> VerordeningFout | None:
    """Why a file was not judged: it could not be read, or it is nothing that the norms speak about. None when it was."""
    if resultaat.fout is None and resultaat.soort is Soort.ANDERS:
        wat = f"lijkt een {resultaat.aard}, geen regeling" if resultaat.aard else "is niet te herkennen als regeling"
        return Leesfout(
            f"{resultaat.bestand} {wat}. Het is niet beoordeeld.",
            "De andere stukken van het dossier zijn wel beoordeeld."
            if resultaat.dossier
            else "Is het toch een stuk dat u wilt toetsen? Noem dan de soort, bijvoorbeeld: --soort verordening",
            code="GEEN_REGELING",
        )
    return resultaat.fout
