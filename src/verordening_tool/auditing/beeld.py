"""What the tables need of one gemeente, worked out once: size class, province, the day its rules began to hold, where passages stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verordening_tool.auditing.dossiers import ONBEKEND
from verordening_tool.auditing.model import Aanbod, Dossier, Feiten, Moment, Plekken, Stuk, Uitslag
from verordening_tool.auditing.tabelmodel import Bron, gemeentesleutel
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.document.regeling import VERORDENINGEN, Onderwerp, Soort, Stadium
from verordening_tool.norms.gemeentelijst import grootteklasse, naamsleutel, provincie
from verordening_tool.norms.gemeenten import Aantal, Gemeente, ministerieel_aantal

PLICHT_VANAF = date(2017, 1, 1)  # from this day the college must offer: "kan aanbieden" is no offer any more
_REGELS_OVER_BESCHUT_WERK = "BW-02"
_EENHEDEN = ("plekken", "personen", "fte")
_BESCHUT_WERK = frozenset({Onderwerp.RE_INTEGRATIE, Onderwerp.LOSSE_BESCHUT_WERK})


@dataclass(frozen=True, slots=True)
class Beeld:
    """One gemeente. ``dag``: the day on which its rules began to hold (None: unknown).

    ``passages``: in which file each passage stands; ``jaren``: of which year each file is, when that is known.
    """

    dossier: Dossier
    provincie: str | None
    klasse: str
    dag: date | None
    passages: Mapping[Plaats, str]
    jaren: Mapping[str, int]

    @property
    def feiten(self) -> Feiten:
        """What its documents say together."""
        return self.dossier.feiten

    @property
    def naam(self) -> str:
        """Name of the gemeente."""
        return self.dossier.naam

    @property
    def code(self) -> str:
        """CBS code; empty for a gemeente that is not on the list."""
        return self.dossier.code or ""

    @property
    def sleutel(self) -> str:
        """What tells it apart from others, see gemeentesleutel."""
        return gemeentesleutel(self.dossier.code, self.naam)

    @property
    def biedt(self) -> bool:
        """Whether it offers beschut werk; until 2017 "kan aanbieden" was an offer too."""
        aanbod = self.feiten.aanbod
        return aanbod is Aanbod.BIEDT or (aanbod is Aanbod.KAN and self.dag is not None and self.dag < PLICHT_VANAF)

    def bron(self, plaats: Plaats | None = None) -> Bron:
        """What a figure on this gemeente rests on: the passage, else its verordening."""
        pad = self.passages.get(plaats) if plaats else None
        return Bron(self.dossier.code, self.naam, pad or self.dossier.verordening, plaats)

    def plekken(self) -> Plekken | None:
        """The number of places that counts: one that its document names for its own year or the next, or for no year at all.

        Places and persons go before fte; the first year of the rules goes before a number without a year, and that before other years.
        """
        eerste = max(self.dag.year, 2015) if self.dag else 2015

        def rang(plekken: Plekken) -> tuple[int, int]:
            eenheid = _EENHEDEN.index(plekken.eenheid) if plekken.eenheid in _EENHEDEN else len(_EENHEDEN)
            return (eenheid // 2, -1 if plekken.jaar == eerste else 0 if plekken.jaar is None else 1 + abs(plekken.jaar - eerste))

        return min(filter(self._van_nu, self.feiten.plekken), key=rang, default=None)

    def _van_nu(self, plekken: Plekken) -> bool:
        """Whether a number is about the time of its document, not about some far year ("in 2018 moeten het er 60 zijn")."""
        jaar = self.jaren.get(self.passages.get(plekken.plaats, ""))
        return plekken.jaar is None or jaar is None or plekken.jaar - jaar in (0, 1)

    def ministerieel(self, jaar: int | None) -> Aantal | None:
        """The number that the minister set for a year, when it is known."""
        return ministerieel_aantal(Gemeente(self.code, self.naam), jaar) if self.code and jaar else None

    def telt_mee(self) -> Plekken | None:
        """The number of places that counts in the sum: of a gemeente that offers, and not in fte."""
        plekken = self.plekken() if self.biedt else None
        return plekken if plekken and plekken.eenheid != "fte" else None

    def over_onderwerp(self) -> bool:
        """Whether one of its documents is on re-integratie or beschut werk, so that its silence tells something."""
        uitslagen = (stuk.bestand.uitslag for stuk in self.dossier.stukken)
        return any(uitslag.fout is None and (uitslag.onderwerp in _BESCHUT_WERK or uitslag.feiten != Feiten()) for uitslag in uitslagen)

    def verordeningen(self) -> Iterator[Stuk]:
        """Its regulations on re-integratie or beschut werk, older versions and concepts too."""
        for stuk in self.dossier.stukken:
            uitslag = stuk.bestand.uitslag
            if uitslag.soort in VERORDENINGEN and uitslag.onderwerp in _BESCHUT_WERK:
                yield stuk

    def vastgesteld(self) -> bool:
        """Whether a verordening that says something on beschut werk was adopted: it says when, or it is no concept any more."""
        eigen = self.dossier.verordening if self.dossier.vastgesteld else None
        gedateerd = (stuk for stuk in self.dossier.stukken if stuk.bestand.pad == eigen)
        vast = (stuk for stuk in self.verordeningen() if stuk.bestand.uitslag.stadium is not Stadium.CONCEPT)
        return not all(_zwijgt(stuk.bestand.uitslag) for stuk in (*gedateerd, *vast))


def maak_beelden(dossiers: Sequence[Dossier]) -> tuple[Beeld, ...]:
    """The gemeenten that count in tables, by name: known, and with a document that says something."""
    bekend = [dossier for dossier in dossiers if is_bekend(dossier) and any(map(_spreekt, dossier.stukken))]
    return tuple(maak_beeld(dossier) for dossier in sorted(bekend, key=op_naam))


def maak_beeld(dossier: Dossier) -> Beeld:
    """What the tables need of one dossier."""
    passages: dict[Plaats, str] = {}
    for stuk in sorted(dossier.stukken, key=lambda stuk: (stuk.dubbel_van is not None, stuk.opgevolgd_door is not None, stuk.bestand.pad)):
        for plaats in _plaatsen(stuk.bestand.uitslag.feiten):
            passages.setdefault(plaats, stuk.bestand.pad)
    code = dossier.code or ""
    return Beeld(dossier, provincie(code), grootteklasse(code), _dag(dossier), passages, _jaren(dossier))


def op_naam(dossier: Dossier) -> tuple[bool, str, str]:
    """The order of dossiers: by name as a Dutch reader looks it up, the documents without a gemeente last."""
    return not is_bekend(dossier), naamsleutel(dossier.naam), dossier.code or ""


def is_bekend(dossier: Dossier) -> bool:
    """Whether it is known whose documents these are: by code, or at least by a name."""
    return dossier.code is not None or dossier.naam != ONBEKEND


def _spreekt(stuk: Stuk) -> bool:
    uitslag = stuk.bestand.uitslag
    return uitslag.fout is None and (uitslag.soort is not Soort.ANDERS or uitslag.feiten != Feiten())


def _zwijgt(uitslag: Uitslag) -> bool:
    """Whether a regulation holds no rule on beschut werk."""
    if uitslag.feiten != Feiten() or uitslag.onderwerp is Onderwerp.LOSSE_BESCHUT_WERK:
        return False
    return any(
        oordeel.code == _REGELS_OVER_BESCHUT_WERK and oordeel.oordeel is Uitkomst.NIET_AANGETROFFEN
        for beoordeling in uitslag.beoordelingen
        for oordeel in beoordeling.oordelen
    )


def _jaren(dossier: Dossier) -> dict[str, int]:
    """The year of each document: in which it began to hold or was written, else as recognised."""
    jaren = {}
    for stuk in dossier.stukken:
        uitslag = stuk.bestand.uitslag
        dag = uitslag.inwerkingtreding or uitslag.documentdatum or uitslag.vastgesteld
        if jaar := dag.year if dag else stuk.herkend.jaar:
            jaren[stuk.bestand.pad] = jaar
    return jaren


def _plaatsen(feiten: Feiten) -> Iterator[Plaats]:
    yield from filter(None, (feiten.aanbod_plaats, feiten.omvang_plaats, feiten.voorselectie_plaats))
    for lijst in (feiten.plekken, feiten.redenen_wel, feiten.redenen_niet, feiten.redenen_geen_aantal, feiten.alternatieven):
        yield from (vermelding.plaats for vermelding in lijst)


def _dag(dossier: Dossier) -> date | None:
    """The day asked for, else that of entry into force or adoption of the verordening.

    A verordening without a date is of the year that it bears: of its oldest document of that year, or else of its first day. What bears no
    year either is of the oldest document, or else of the day on which it was judged.
    """
    eigen = next((stuk for stuk in dossier.stukken if stuk.bestand.pad == dossier.verordening), None)
    beoordelingen = eigen.bestand.uitslag.beoordelingen if eigen else ()
    geoordeeld = {beoordeling.moment: beoordeling for beoordeling in beoordelingen}
    eerste = geoordeeld.get(Moment.OPTIE) or geoordeeld.get(Moment.INWERKINGTREDING)
    if eerste is not None and eerste.peildatum is not None and eerste.peildatum_bron != "vandaag":
        return eerste.peildatum
    if dag := eigen and (eigen.bestand.uitslag.inwerkingtreding or eigen.bestand.uitslag.vastgesteld):
        return dag
    if dossier.vastgesteld:
        return dossier.vastgesteld
    jaar = eigen.herkend.jaar if eigen else None
    data = (stuk.bestand.uitslag.documentdatum or stuk.bestand.uitslag.vastgesteld for stuk in dossier.stukken)
    oudste = min((dag for dag in data if dag and jaar in (None, dag.year)), default=None)
    return oudste or (date(jaar, 1, 1) if jaar else eerste.peildatum if eerste else None)
