"""The process of one worker: compiles the norms once, then judges the files it is sent and returns findings, never documents."""

from __future__ import annotations

import gc
import hashlib
import os
import signal
import sys
import threading
import traceback
from dataclasses import dataclass
from datetime import date
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING

from verordening_tool.auditing.codering import Oordeelregel, naar_bytes, oordeelregels
from verordening_tool.auditing.model import Leesfout
from verordening_tool.checking.opties import Toetsopties
from verordening_tool.fouten import VerordeningFout

if TYPE_CHECKING:
    from verordening_tool.auditing.werk import Beoordelaar

DEBUG = "VERORDENING_DEBUG"


@dataclass(frozen=True, slots=True)
class Beoordeeld:
    """The findings in a file as they are stored (see codering), and the hash of the bytes that they are about."""

    sha256: str
    uitslag: bytes
    oordelen: tuple[Oordeelregel, ...] = ()


@dataclass(frozen=True, slots=True)
class Mislukt:
    """Why there are no findings this time; never kept for a next audit. ``sha256`` None: the file could not be opened."""

    fout: Leesfout
    sha256: str | None = None


def werk(verbinding: Connection, toets: Toetsopties, vandaag: date) -> None:
    """Answer every (path, name) on ``verbinding`` with Beoordeeld or Mislukt, until None comes or the parent is gone.

    The first message is None when the worker is ready, or the VerordeningFout that keeps it from starting.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends its workers
    threading.Thread(target=_eindig_met_ouder, daemon=True).start()
    from verordening_tool.auditing.werk import maak_beoordelaar

    try:
        beoordelaar = maak_beoordelaar(toets, vandaag)
    except VerordeningFout as fout:
        verbinding.send(fout)
        return
    _ruim_zelf_op()
    verbinding.send(None)
    try:
        while (opdracht := verbinding.recv()) is not None:
            verbinding.send(_beoordeel(beoordelaar, *opdracht))
            gc.collect(0)  # what this file left; what was there before it stays
    except (EOFError, OSError):  # the parent has gone
        return


def _ruim_zelf_op() -> None:
    """Look for circular garbage between files only, and never among the norms: doing so within a file costs a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.disable()


def _beoordeel(beoordelaar: Beoordelaar, pad: Path, naam: str) -> Beoordeeld | Mislukt:
    from verordening_tool.readers import lees_inhoud

    try:
        inhoud = lees_inhoud(pad)
    except VerordeningFout as fout:
        return Mislukt(Leesfout(fout.code, fout.bericht, fout.advies))
    sha256 = hashlib.sha256(inhoud).hexdigest()
    try:
        uitslag = beoordelaar(inhoud, naam)
        return Beoordeeld(sha256, naar_bytes(uitslag), oordeelregels(uitslag))
    except Exception as fout:  # noqa: BLE001 - a defect of ours in one file must not stop an audit of thousands
        if os.environ.get(DEBUG) == "1":
            traceback.print_exc(file=sys.stderr)
        return Mislukt(_defect(fout, naam), sha256)


def _defect(fout: Exception, naam: str) -> Leesfout:
    bericht = f"Bij {naam} ging iets mis dat niet aan u ligt ({type(fout).__name__}). Het is niet beoordeeld."
    return Leesfout("INTERN", bericht, "Meld dit bij de makers, zo mogelijk met het bestand erbij.")


def _eindig_met_ouder() -> None:
    """End this process when its parent ends, also in the middle of a file: nobody is left to watch it."""
    ouder = parent_process()
    if ouder is not None:
        wait([ouder.sentinel])
        os._exit(1)
