"""Workers that are started once, and the parent's eye on what each file costs them.

A worker that takes too much time or memory, or dies, is replaced; the file is tried once more, alone and in a fresh worker.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from time import monotonic
from types import TracebackType

import psutil

from verordening_tool.auditing.model import Leesfout
from verordening_tool.auditing.opties import Limieten
from verordening_tool.auditing.verzamelen import Gevonden
from verordening_tool.auditing.werker import Beoordeeld, Mislukt, werk
from verordening_tool.checking.opties import Toetsopties
from verordening_tool.fouten import VerordeningFout

_SPAWN = multiprocessing.get_context("spawn")
_OP_VOORRAAD = 2  # files sent to a worker at once, so that it never waits for the parent
_TIK = 0.2  # seconds between two looks at the workers
_STARTTIJD = 120.0  # seconds
_MAX_MISLUKTE_STARTS = 3
_OPNIEUW = "Een volgende audit probeert het opnieuw. Sla het bestand opnieuw op, of splits het; laat het anders buiten de map."


class Afbreking(Enum):
    """Why a worker was lost while it had a file in hand."""

    REKENTIJD = "REKENTIJD"
    WACHTTIJD = "WACHTTIJD"
    GEHEUGEN = "GEHEUGEN"
    GESTOPT = "GESTOPT"


class PoolFout(VerordeningFout):
    """Workers can not be started at all."""

    code = "WERKERS"


Uitkomst = tuple[Gevonden, Beoordeeld | Mislukt]
Werker = Callable[[Connection, Toetsopties, date], None]
_Ruw = tuple[Gevonden, Beoordeeld | Mislukt | Afbreking]


@dataclass(eq=False)
class _Werker:
    """A process with the files it has in hand; the first of them is the one it works at."""

    proces: BaseProcess
    verbinding: Connection
    meter: psutil.Process
    gereed: bool = False
    vol: bool = False
    taken: deque[Gevonden] = field(default_factory=deque)
    begonnen: float = field(default_factory=monotonic)
    rekentijd: float = 0.0  # of the process, when it began its present file

    def verbruik(self) -> tuple[float, int]:
        """CPU seconds of the process so far and its memory in bytes; zero when it has just died."""
        try:
            tijden = self.meter.cpu_times()
            return tijden.user + tijden.system, int(self.meter.memory_info().rss)
        except psutil.Error:
            return 0.0, 0

    def overschrijding(self, limieten: Limieten) -> Afbreking | None:
        """The limit that the present file has passed."""
        if not self.gereed:
            return Afbreking.GESTOPT if monotonic() - self.begonnen > _STARTTIJD else None
        if not self.taken:
            return None
        rekentijd, geheugen = self.verbruik()
        if rekentijd - self.rekentijd > limieten.rekentijd:
            return Afbreking.REKENTIJD
        if geheugen > limieten.geheugen:
            return Afbreking.GEHEUGEN
        return Afbreking.WACHTTIJD if monotonic() - self.begonnen > limieten.wachttijd else None

    def sluit(self) -> None:
        """End the process at once; what it had in hand is lost."""
        self.proces.kill()
        self.proces.join()
        self.verbinding.close()


class Pool:
    """At most ``aantal`` workers, each started when there is a file for it. A context manager: at its end no process is left."""

    def __init__(self, toets: Toetsopties, vandaag: date, aantal: int, limieten: Limieten, doel: Werker = werk) -> None:
        """``doel``: what the process of a worker does, see werker.werk."""
        self._doel = doel
        self._opties = (toets, vandaag)
        self._aantal = aantal
        self._limieten = limieten
        self._werkers: list[_Werker] = []
        self._mislukte_starts = 0

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None) -> None:
        self._sluit_alle()

    def verwerk(self, taken: Iterator[Gevonden]) -> Iterator[Uitkomst]:
        """Judge files as they come from ``taken``; answers come in any order, one for each. Raises PoolFout."""
        nog_eens: list[tuple[Gevonden, Afbreking]] = []
        for taak, uitkomst in self._ronde(taken, self._aantal):
            if isinstance(uitkomst, Afbreking):
                nog_eens.append((taak, uitkomst))
            else:
                yield taak, uitkomst
        for taak, _ in nog_eens:
            self._sluit_alle()
            for _, uitkomst in self._ronde(iter((taak,)), 1):
                yield taak, Mislukt(self._te_zwaar(taak, uitkomst)) if isinstance(uitkomst, Afbreking) else uitkomst

    def _ronde(self, taken: Iterator[Gevonden], aantal: int) -> Iterator[_Ruw]:
        """Judge ``taken`` with ``aantal`` workers. What a lost worker had waiting behind its file goes to another."""
        terug: deque[Gevonden] = deque()
        op = False
        while True:
            while not op or terug:
                werker = self._met_ruimte(aantal)
                if werker is None:
                    break
                taak = terug.popleft() if terug else next(taken, None)
                if taak is None:
                    op = True
                    break
                self._geef(werker, taak)
            if op and not terug and not any(werker.taken for werker in self._werkers):
                return
            yield from self._wacht(terug)

    def _met_ruimte(self, aantal: int) -> _Werker | None:
        """The worker with the fewest files that can take one more; a new one when all have some and there may be more of them."""
        vrij = [werker for werker in self._werkers if not werker.vol and len(werker.taken) < _OP_VOORRAAD]
        minst = min(vrij, key=lambda werker: len(werker.taken), default=None)
        if (minst is None or minst.taken) and len(self._werkers) < aantal:
            return self._start()
        return minst

    def _geef(self, werker: _Werker, taak: Gevonden) -> None:
        if not werker.taken:
            werker.begonnen = monotonic() if werker.gereed else werker.begonnen
            werker.rekentijd = werker.verbruik()[0]
        werker.taken.append(taak)
        with suppress(OSError):  # it has died; the wait that follows finds out
            werker.verbinding.send((taak.pad, taak.naam))

    def _wacht(self, terug: deque[Gevonden]) -> Iterator[_Ruw]:
        """Take in what is ready, and end what costs too much."""
        klaar = set(wait([werker.verbinding for werker in self._werkers], _TIK))
        for werker in list(self._werkers):
            if werker.verbinding in klaar:
                yield from self._ontvang(werker, terug)
            elif (reden := werker.overschrijding(self._limieten)) is not None:
                yield from self._verlies(werker, reden, terug)

    def _ontvang(self, werker: _Werker, terug: deque[Gevonden]) -> Iterator[_Ruw]:
        try:
            bericht = werker.verbinding.recv()
        except (EOFError, OSError):
            yield from self._verlies(werker, Afbreking.GESTOPT, terug)
            return
        rekentijd, geheugen = werker.verbruik()
        werker.begonnen, werker.rekentijd = monotonic(), rekentijd
        if isinstance(bericht, VerordeningFout):
            raise bericht
        if bericht is None:
            werker.gereed, self._mislukte_starts = True, 0
            return
        yield werker.taken.popleft(), bericht
        werker.vol = geheugen > self._limieten.werker_vol
        if werker.vol and not werker.taken:
            self._werkers.remove(werker)
            werker.sluit()

    def _verlies(self, werker: _Werker, reden: Afbreking, terug: deque[Gevonden]) -> Iterator[_Ruw]:
        """End a worker. The file it worked at is reported; one that it had not begun, or that came before it was ready, is not lost."""
        self._werkers.remove(werker)
        werker.sluit()
        if not werker.gereed:
            self._mislukte_starts += 1
            if self._mislukte_starts >= _MAX_MISLUKTE_STARTS:
                raise PoolFout(
                    "De processen die de bestanden beoordelen, kunnen niet starten.",
                    'Probeer het met -j 1. In een eigen Python-programma hoort de aanroep onder: if __name__ == "__main__":',
                )
        elif werker.taken:
            yield werker.taken.popleft(), reden
        terug.extend(werker.taken)

    def _start(self) -> _Werker:
        hier, daar = _SPAWN.Pipe()
        proces = _SPAWN.Process(target=self._doel, args=(daar, *self._opties), daemon=True)
        proces.start()
        daar.close()
        werker = _Werker(proces, hier, psutil.Process(proces.pid))
        self._werkers.append(werker)
        return werker

    def _sluit_alle(self) -> None:
        for werker in self._werkers:
            werker.sluit()
        self._werkers.clear()

    def _te_zwaar(self, taak: Gevonden, reden: Afbreking) -> Leesfout:
        """The row of a file that was tried twice."""
        match reden:
            case Afbreking.REKENTIJD:
                wat = f"kost meer dan {self._limieten.rekentijd:.0f} seconden rekentijd"
            case Afbreking.WACHTTIJD:
                wat = f"is na {self._limieten.wachttijd:.0f} seconden nog niet klaar"
            case Afbreking.GEHEUGEN:
                wat = f"vraagt meer dan {self._limieten.geheugen // 1024 // 1024} MB geheugen"
            case Afbreking.GESTOPT:
                wat = "laat het programma vastlopen"
        return Leesfout(reden.value, f"{taak.naam} {wat}. Het is twee keer geprobeerd en niet beoordeeld.", _OPNIEUW)
