"""A file that costs too much, or takes its worker down, costs the audit one row."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

import psutil
import pytest

from verordening_tool.auditing.model import Leesfout
from verordening_tool.auditing.opties import Limieten
from verordening_tool.auditing.pool import Pool, PoolFout
from verordening_tool.auditing.verzamelen import Gevonden
from verordening_tool.auditing.werker import Beoordeeld, Mislukt
from verordening_tool.checking.opties import Toetsopties
from verordening_tool.fouten import Normfout

LIMIETEN = Limieten(rekentijd=0.6, wachttijd=2.0, geheugen=400 * 1024 * 1024)
GEDULD = replace(LIMIETEN, rekentijd=60.0, wachttijd=60.0)  # on a busy machine the memory is not there at once
DAG = date(2026, 7, 1)


def struikelaar(verbinding: Connection, toets: Toetsopties, vandaag: date) -> None:
    """A worker that does what the name of its file says, and counts in that file how often it was tried."""
    verbinding.send(None)
    vol: list[bytes | bytearray] = []
    while (opdracht := verbinding.recv()) is not None:
        pad, naam = opdracht
        keren = int(pad.read_text()) + 1 if pad.exists() else 1
        pad.write_text(str(keren))
        soort = naam.split(" ")[0]
        if soort == "draait" or (soort == "eenmaal" and keren == 1):
            while True:
                sum(range(10_000))
        elif soort == "slaapt":
            time.sleep(60)
        elif soort == "slokt":
            vol.append(b"x" * 500_000_000)  # at once: copying bit by bit would cost as much time as memory
            time.sleep(60)
        elif soort == "sterft":
            os._exit(9)
        elif soort == "groeit":
            vol.append(bytearray(b"x" * 30_000_000))
        verbinding.send(Beoordeeld(str(os.getpid()), naam.encode()))


def start_niet(verbinding: Connection, toets: Toetsopties, vandaag: date) -> None:
    os._exit(1)


def weigert(verbinding: Connection, toets: Toetsopties, vandaag: date) -> None:
    verbinding.send(Normfout("BW-01.yaml is niet goed.", "Verbeter het."))


def taken(map_: Path, *namen: str) -> list[Gevonden]:
    return [Gevonden(naam, map_ / naam) for naam in namen]


@pytest.mark.parametrize("werkers", [1, 3])
@pytest.mark.parametrize(
    ("soort", "code"),
    [("draait", "REKENTIJD"), ("slaapt", "WACHTTIJD"), ("slokt", "GEHEUGEN"), ("sterft", "GESTOPT")],
)
def test_a_bad_file_is_tried_twice_and_the_others_go_on(soort: str, code: str, werkers: int, tmp_path: Path) -> None:
    namen = ["a", "b", f"{soort} 1", "c", "d", "e"]
    with Pool(Toetsopties(), DAG, werkers, GEDULD if soort == "slokt" else LIMIETEN, struikelaar) as pool:
        uit = {gevonden.naam: antwoord for gevonden, antwoord in pool.verwerk(iter(taken(tmp_path, *namen)))}
    assert sorted(uit) == sorted(namen)
    assert all(isinstance(antwoord, Beoordeeld) for naam, antwoord in uit.items() if len(naam) == 1)
    fout = uit[f"{soort} 1"]
    assert isinstance(fout, Mislukt)
    assert fout.fout.code == code
    assert "twee keer geprobeerd" in fout.fout.bericht
    assert (tmp_path / f"{soort} 1").read_text() == "2"
    assert all((tmp_path / naam).read_text() == "1" for naam in "abcde")


def test_what_goes_well_the_second_time_is_a_result(tmp_path: Path) -> None:
    with Pool(Toetsopties(), DAG, 2, LIMIETEN, struikelaar) as pool:
        uit = {gevonden.naam: antwoord for gevonden, antwoord in pool.verwerk(iter(taken(tmp_path, "a", "eenmaal 1", "b")))}
    assert all(isinstance(antwoord, Beoordeeld) for antwoord in uit.values())
    assert (tmp_path / "eenmaal 1").read_text() == "2"


def test_a_worker_that_grows_is_replaced_between_files(tmp_path: Path) -> None:
    limieten = Limieten(werker_vol=200 * 1024 * 1024)
    with Pool(Toetsopties(), DAG, 1, limieten, struikelaar) as pool:
        uit = list(pool.verwerk(iter(taken(tmp_path, *(f"groeit {nummer}" for nummer in range(16))))))
    assert len(uit) == 16
    assert all(isinstance(antwoord, Beoordeeld) for _, antwoord in uit)
    assert 2 <= len({antwoord.sha256 for _, antwoord in uit if isinstance(antwoord, Beoordeeld)}) <= 8


def test_workers_are_started_once(tmp_path: Path) -> None:
    with Pool(Toetsopties(), DAG, 2, Limieten(), struikelaar) as pool:
        uit = [antwoord for _, antwoord in pool.verwerk(iter(taken(tmp_path, *(f"bestand {nummer}" for nummer in range(40)))))]
    assert 1 <= len({antwoord.sha256 for antwoord in uit if isinstance(antwoord, Beoordeeld)}) <= 2


def test_no_process_is_left(tmp_path: Path) -> None:
    eerst = set(psutil.Process().children())
    with Pool(Toetsopties(), DAG, 2, Limieten(), struikelaar) as pool:
        next(pool.verwerk(iter(taken(tmp_path, "a", "slaapt 1", "b"))))
        assert set(psutil.Process().children()) - eerst
    assert not [proces for proces in set(psutil.Process().children()) - eerst if "tracker" not in " ".join(proces.cmdline())]


def test_workers_that_do_not_start(tmp_path: Path) -> None:
    with Pool(Toetsopties(), DAG, 2, LIMIETEN, start_niet) as pool, pytest.raises(PoolFout, match="niet starten"):
        list(pool.verwerk(iter(taken(tmp_path, "a", "b"))))


def test_an_error_of_the_user_ends_the_run(tmp_path: Path) -> None:
    with Pool(Toetsopties(), DAG, 1, LIMIETEN, weigert) as pool, pytest.raises(Normfout, match="BW-01"):
        list(pool.verwerk(iter(taken(tmp_path, "a"))))


def test_the_row_of_a_lost_file_is_plain_dutch(tmp_path: Path) -> None:
    with Pool(Toetsopties(), DAG, 1, LIMIETEN, struikelaar) as pool:
        [(_, antwoord)] = list(pool.verwerk(iter(taken(tmp_path, "sterft x.docx"))))
    assert isinstance(antwoord, Mislukt)
    assert antwoord.fout == Leesfout(
        "GESTOPT",
        "sterft x.docx laat het programma vastlopen. Het is twee keer geprobeerd en niet beoordeeld.",
        "Een volgende audit probeert het opnieuw. Sla het bestand opnieuw op, of splits het; laat het anders buiten de map.",
    )
