"""One pass over the files of an audit: what is kept is used again, the rest is judged by workers and kept as it comes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from verordening_tool.auditing import sleutel
from verordening_tool.auditing.model import Leesfout
from verordening_tool.auditing.opslag import Opslag, Rij
from verordening_tool.auditing.opties import Auditopties
from verordening_tool.auditing.verzamelen import Gevonden
from verordening_tool.auditing.werker import Beoordeeld, Mislukt
from verordening_tool.fouten import VerordeningFout
from verordening_tool.readers import lees_inhoud

Voortgang = Callable[[int, int], None]  # told how many files are done, and of how many


@dataclass
class Ronde:
    """A pass over folder ``bron`` with the store ``opslag``.

    ``nieuw``: how many files were judged; ``begonnen``: the store knows of this run.
    """

    opslag: Opslag
    opties: Auditopties
    bron: str
    voortgang: Voortgang | None = None
    nieuw: int = 0
    begonnen: bool = False
    totaal: int = 0
    _rijen: dict[str, Rij] = field(default_factory=dict)
    _onderweg: dict[str, list[Rij]] = field(default_factory=dict)  # by key: the files with the contents that a worker has in hand

    def __post_init__(self) -> None:
        """Work out what the keys of this run share."""
        self._oordeelopties = sleutel.oordeelopties(self.opties)
        self.basis = sleutel.basis(sleutel.programma(self.opties.toets.kader), self._oordeelopties)

    def beoordeel(self, bestanden: Sequence[Gevonden]) -> tuple[Rij, ...]:
        """The row of every file, by path."""
        self.totaal = len(bestanden)
        self._meld()
        te_doen = self._te_beoordelen(bestanden)
        eerste = next(te_doen, None)
        if eerste is not None:
            self._laat_beoordelen(eerste, te_doen)
        return tuple(self._rijen[naam] for naam in sorted(self._rijen))

    def begin(self) -> None:
        """Note the run in the store, once."""
        if not self.begonnen:
            self.opslag.begin(self._oordeelopties, self.basis, self.bron)
            self.begonnen = True

    def _te_beoordelen(self, bestanden: Sequence[Gevonden]) -> Iterator[Gevonden]:
        """The files of which nothing is kept, the first of each contents; files of which something is kept get their row."""
        for gevonden in bestanden:
            rij = self._rij(gevonden)
            if rij.sleutel is None or self.opslag.heeft(rij.sleutel):
                self._zet(rij)
            elif rij.sleutel in self._onderweg:
                self._onderweg[rij.sleutel].append(rij)
            else:
                self._onderweg[rij.sleutel] = [rij]
                yield gevonden

    def _rij(self, gevonden: Gevonden) -> Rij:
        try:
            inhoud = lees_inhoud(gevonden.pad)
        except VerordeningFout as fout:
            return Rij(gevonden.naam, 0, None, None, Leesfout(fout.code, fout.bericht, fout.advies))
        sha256 = hashlib.sha256(inhoud).hexdigest()
        return Rij(gevonden.naam, len(inhoud), sha256, sleutel.sleutel(self.basis, sha256, gevonden.naam))

    def _laat_beoordelen(self, eerste: Gevonden, rest: Iterator[Gevonden]) -> None:
        from verordening_tool.api import gekozen_codes
        from verordening_tool.auditing.pool import Pool

        gekozen_codes(self.opties.toets)  # a code that does not exist and a wrong norm are refused before anything begins
        self.begin()
        sleutels = {rijen[0].pad: sleutel_ for sleutel_, rijen in self._onderweg.items()}

        def taken() -> Iterator[Gevonden]:
            yield eerste
            for gevonden in rest:
                sleutels[gevonden.naam] = next(reversed(self._onderweg))
                yield gevonden

        with Pool(self.opties.toets, self.opties.vandaag, self.opties.aantal_werkers, self.opties.limieten) as pool:
            for gevonden, antwoord in pool.verwerk(taken()):
                self._neem(sleutels.pop(gevonden.naam), antwoord)

    def _neem(self, sleutel_: str, antwoord: Beoordeeld | Mislukt) -> None:
        """Keep what a worker answered, for every file with these contents."""
        rijen = self._onderweg.pop(sleutel_)
        self.nieuw += 1
        if isinstance(antwoord, Beoordeeld) and antwoord.sha256 == rijen[0].sha256:
            self.opslag.bewaar(sleutel_, antwoord.uitslag, antwoord.oordelen)
            for rij in rijen:
                self._zet(rij)
            return
        for rij in rijen:
            fout = antwoord.fout if isinstance(antwoord, Mislukt) else _veranderd(rij.pad)
            self._zet(replace(rij, sleutel=None, fout=fout))

    def _zet(self, rij: Rij) -> None:
        self._rijen[rij.pad] = rij
        self._meld()

    def _meld(self) -> None:
        if self.voortgang is not None:
            self.voortgang(len(self._rijen), self.totaal)


def _veranderd(pad: str) -> Leesfout:
    return Leesfout("VERANDERD", f"{pad} veranderde tijdens de audit en is niet beoordeeld.", "Geef de opdracht nog eens.")
