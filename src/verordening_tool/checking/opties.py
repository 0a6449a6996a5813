"""How to judge: what a user may choose, apart from how the verdicts are shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from verordening_tool.document.blok import Weergave
from verordening_tool.document.regeling import Soort, Stadium


@dataclass(frozen=True, slots=True)
class Toetsopties:
    """How to judge. Empty ``peildata``: the date is found in the document; ``selecteer`` empty: all codes."""

    peildata: tuple[date, ...] = ()
    vastgesteld: date | None = None
    soort: Soort | None = None
    stadium: Stadium | None = None
    weergave: Weergave = Weergave.DEFINITIEF
    vergelijk_weergaven: bool = False  # judge the text without its tracked changes as well
    selecteer: tuple[str, ...] = ()
    negeer: tuple[str, ...] = ()
    vandaag: date | None = None  # None: the day of the run
    dossier: bool = False  # the files belong together: judge them with each other as well
    kader: Path | None = None  # folder with own norms
    basis: Path | None = None  # the text that a wijzigingsverordening changes: judged with the changes made
    afwijkingen: Path | None = None  # list of accepted findings
