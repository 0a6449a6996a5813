"""What is derived from the store after a run, in the parent: whose document it is, dossiers, tables. Pure, and anew in every run."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from verordening_tool.auditing import menselijk
from verordening_tool.auditing.dossiers import maak_dossiers
from verordening_tool.auditing.herkenning import herken
from verordening_tool.auditing.model import Bestand, Dossier
from verordening_tool.auditing.namen import BEOORDELING
from verordening_tool.auditing.overzicht import Overzicht, stel_samen
from verordening_tool.auditing.vergelijking import vergelijk


def leid_af(bron: str, bestanden: Iterable[Bestand], doel: Path, eerdere: tuple[Iterable[Bestand], Path] | None = None) -> Overzicht:
    """The overview of ``bestanden``, with what an inspector decided in ``doel``; ``eerdere``: files and folder of an earlier audit.

    ``bron``: the folder as the user named it. Raises Gegevensfout when beoordeling.csv does not hold to its form.
    """
    stukken = herken(bestanden)
    herzien = menselijk.pas_toe(stukken, menselijk.lees(doel / BEOORDELING))
    na = maak_dossiers(herzien.stukken)
    voor = maak_dossiers(stukken) if herzien.toegepast else na
    verschil = vergelijk(_dossiers(*eerdere), na) if eerdere else None
    return stel_samen(bron=bron, voor=voor, na=na, herzien=herzien, verschil=verschil)


def _dossiers(bestanden: Iterable[Bestand], doel: Path) -> tuple[Dossier, ...]:
    return maak_dossiers(menselijk.pas_toe(herken(bestanden), menselijk.lees(doel / BEOORDELING)).stukken)
