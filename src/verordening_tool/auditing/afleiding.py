"""What is derived from the store after a run, in the parent: whose document it is, dossiers, tables. Pure, and anew in every run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from verordening_tool.auditing import menselijk
from verordening_tool.auditing.aanvaarden import Aanvaard, aanvaard, verantwoord
from verordening_tool.auditing.dossiers import maak_dossiers
from verordening_tool.auditing.herkenning import herken
from verordening_tool.auditing.model import Bestand, Stuk
from verordening_tool.auditing.namen import BEOORDELING
from verordening_tool.auditing.normtabellen import Checks
from verordening_tool.auditing.overzicht import Overzicht, stel_samen
from verordening_tool.auditing.vergelijking import vergelijk
from verordening_tool.checking.afwijkingen import Afwijking, lees_afwijkingen
from verordening_tool.checking.opties import Toetsopties
from verordening_tool.reports.rapport import stel_op


def leid_af(
    bron: str, bestanden: Iterable[Bestand], doel: Path, toets: Toetsopties, eerdere: tuple[Iterable[Bestand], Path] | None = None
) -> Overzicht:
    """The overview of ``bestanden``, with what an inspector decided in ``doel`` and what the list of ``toets`` accepts.

    ``bron``: the folder as the user named it; ``eerdere``: files and folder of an earlier audit, over which the same list is laid.
    Raises Gegevensfout when beoordeling.csv or the list does not hold to its form.
    """
    rapport = stel_op((), opties=toets)
    checks = rapport.checks
    afwijkingen = lees_afwijkingen(toets.afwijkingen, checks) if toets.afwijkingen else ()
    stukken = herken(bestanden)
    na, herzien = _herzien(stukken, doel, checks, afwijkingen)
    dossiers = maak_dossiers(na)
    verschil = None
    if eerdere:
        toen, map_ = eerdere
        verschil = vergelijk(maak_dossiers(_herzien(herken(toen), map_, checks, afwijkingen)[0]), dossiers)
    return stel_samen(
        bron=bron,
        rapport=rapport,
        voor=maak_dossiers(aanvaard(stukken, afwijkingen)) if herzien.toegepast else dossiers,
        na=dossiers,
        herzien=herzien,
        aanvaard=verantwoord(toets.afwijkingen.name, afwijkingen, na) if toets.afwijkingen else Aanvaard(),
        verschil=verschil,
    )


def _herzien(
    stukken: Sequence[Stuk], doel: Path, checks: Checks, afwijkingen: Sequence[Afwijking]
) -> tuple[tuple[Stuk, ...], menselijk.Herzien]:
    """The documents after what the inspector of the audit in ``doel`` decided, and then with what is accepted."""
    herzien = menselijk.pas_toe(stukken, menselijk.lees(doel / BEOORDELING, checks))
    return aanvaard(herzien.stukken, afwijkingen), herzien
