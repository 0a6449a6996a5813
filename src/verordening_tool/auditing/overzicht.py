"""The whole of an audit as every output shows it: the tables, the matrix, the gemeenten before and after the inspector."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from verordening_tool.auditing import stukkentabellen
from verordening_tool.auditing.aanvaarden import Aanvaard
from verordening_tool.auditing.beeld import Beeld, maak_beelden, op_naam
from verordening_tool.auditing.feitentabellen import feitentabellen
from verordening_tool.auditing.gemeententabel import gemeenten
from verordening_tool.auditing.menselijk import Herzien
from verordening_tool.auditing.model import Dossier, Stuk
from verordening_tool.auditing.normtabellen import Checks, Matrix, maak_matrix, normtabellen
from verordening_tool.auditing.stukkentabellen import Telling
from verordening_tool.auditing.tabelmodel import Tabel, naast
from verordening_tool.auditing.vergelijking import Verschil
from verordening_tool.reports.rapport import Drempel, Rapport, is_bevinding

VOOR_MENS = "voor beoordeling"
EERDER = "eerdere audit"


@dataclass(frozen=True, slots=True)
class Overzicht:
    """Everything an output needs. ``bron``: the folder that was audited, as the user named it; ``rapport``: the norms and versions.

    ``eerdere_audits``: the folders in it that were left out because an audit wrote them.
    ``tabellen`` holds the short tables, ``lange_tabellen`` those with a row per document or verdict.
    """

    bron: str
    rapport: Rapport
    telling: Telling
    dossiers: tuple[Dossier, ...]
    beelden: tuple[Beeld, ...]
    matrix: Matrix
    tabellen: tuple[Tabel, ...]
    lange_tabellen: tuple[Tabel, ...]
    fouten: Tabel
    herzien: Herzien
    aanvaard: Aanvaard
    eerdere_audits: tuple[str, ...] = ()

    @property
    def bevindingen(self) -> dict[str, int]:
        """By gewicht: how many verdicts on the documents, on all their days, are findings that nobody accepted."""
        return dict(
            Counter(
                oordeel.gewicht.value
                for dossier in self.dossiers
                for stuk in dossier.stukken
                for beoordeling in stuk.bestand.uitslag.beoordelingen
                for oordeel in beoordeling.oordelen
                if is_bevinding(oordeel, Drempel.STIJL)
            )
        )

    def tabel(self, sleutel: str) -> Tabel:
        """The table with this key. Raises KeyError."""
        for tabel in (*self.tabellen, *self.lange_tabellen, self.fouten):
            if tabel.sleutel == sleutel:
                return tabel
        raise KeyError(sleutel)


def stel_samen(
    *,
    bron: str,
    rapport: Rapport,
    voor: Sequence[Dossier],
    na: Sequence[Dossier],
    herzien: Herzien,
    aanvaard: Aanvaard,
    verschil: Verschil | None = None,
) -> Overzicht:
    """The overview of dossiers ``na`` the inspector's decisions; where they changed a table, its figures from ``voor`` stand beside them.

    The result does not depend on the order of the dossiers.
    """
    beelden = maak_beelden(na)
    tabellen = _tabellen(beelden, rapport.checks)
    if herzien.toegepast:
        tabellen = _naast(tabellen, _tabellen(maak_beelden(voor), rapport.checks), VOOR_MENS)
    if verschil is not None:
        tabellen = _naast(tabellen, _tabellen(verschil.eerder, rapport.checks), EERDER)
        tabellen = (*tabellen, *verschil.tabellen)
    stukken = sorted((stuk for dossier in na for stuk in dossier.stukken), key=_pad)
    tabellen = (
        *tabellen,
        *(
            tabel
            for tabel in (
                stukkentabellen.door_mensen(herzien),
                stukkentabellen.aanvaarde(aanvaard),
                stukkentabellen.niet_op_de_lijst(beelden),
                stukkentabellen.zonder_gemeente(na),
            )
            if tabel.rijen
        ),
        stukkentabellen.documenten(stukken),
    )
    kort = tuple(tabel for tabel in tabellen if not tabel.lang)
    return Overzicht(
        bron,
        rapport,
        stukkentabellen.tel(stukken),
        tuple(sorted(na, key=op_naam)),
        beelden,
        maak_matrix(beelden, rapport.checks),
        kort,
        (stukkentabellen.onderbouwing(kort), *(tabel for tabel in tabellen if tabel.lang)),
        stukkentabellen.fouten(stukken),
        herzien,
        aanvaard,
    )


def _tabellen(beelden: Sequence[Beeld], checks: Checks) -> tuple[Tabel, ...]:
    return (gemeenten(beelden), *feitentabellen(beelden), *normtabellen(beelden, checks))


def _pad(stuk: Stuk) -> str:
    return stuk.bestand.pad


def _naast(tabellen: Sequence[Tabel], eerdere: Sequence[Tabel], kop: str) -> tuple[Tabel, ...]:
    """Each table with the other figures beside it, when they differ."""
    per_sleutel = {tabel.sleutel: tabel for tabel in eerdere}
    return tuple(
        naast(tabel, per_sleutel[tabel.sleutel], kop) if _cellen(tabel) != _cellen(per_sleutel[tabel.sleutel]) else tabel
        for tabel in tabellen
    )


def _cellen(tabel: Tabel) -> list[object]:
    return [(rij.sleutel, rij.cellen) for rij in tabel.rijen]
