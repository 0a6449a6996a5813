"""A folder to audit, the contents of a store without its times, and runs that are killed half-way."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "documenten"
VANDAAG = "2026-07-01"
_TEKST = """Re-integratieverordening Participatiewet {gemeente} {jaar}

De raad van de gemeente {gemeente};
gelet op artikel 8a, eerste lid, onderdeel e, en artikel 10b, zevende lid, van de Participatiewet;
besluit vast te stellen de Re-integratieverordening Participatiewet {gemeente} {jaar}:

Artikel 1 Beschut werk
1. Het college biedt beschut werk aan in een dienstbetrekking, in {jaar} op {plekken} plekken.
2. Om dat werk mogelijk te maken biedt het college begeleiding en aanpassing van de werkplek.

Artikel 2 Inwerkingtreding
Deze verordening treedt in werking op 1 februari {jaar}.

Aldus vastgesteld in de openbare vergadering van 15 januari {jaar}.
De griffier, de voorzitter,
"""


def tekst(nummer: int) -> str:
    """A small verordening; every number gives another one."""
    gemeente = ("Voorbeeldstad", "Horst aan de Maas", "Altena", "Assen")[nummer % 4]
    return _TEKST.format(gemeente=gemeente, jaar=2015 + nummer % 11, plekken=nummer + 2)


def maak_map(map_: Path, aantal: int) -> Path:
    """A folder with ``aantal`` small verordeningen in a few folders."""
    for nummer in range(aantal):
        plek = map_ / f"deel {nummer % 3}"
        plek.mkdir(parents=True, exist_ok=True)
        (plek / f"{nummer:04}.txt").write_text(tekst(nummer), encoding="utf-8")
    return map_


def maak_bonte_map(map_: Path) -> Path:
    """A folder with many formats, doubles and files that can not be read."""
    maak_map(map_, 5)
    for bron in sorted(CORPUS.glob("*"))[::9]:
        shutil.copyfile(bron, map_ / bron.name)
    eerste = map_ / "deel 0" / "0000.txt"
    shutil.copyfile(eerste, map_ / "kopie.txt")
    shutil.copyfile(eerste, map_ / "kopie.md")
    (map_ / "leeg.docx").write_bytes(b"")
    (map_ / "ook leeg.docx").write_bytes(b"")
    (map_ / "oud.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (map_ / "kapot.docx").write_bytes(b"PK\x03\x04" + bytes(40))
    (map_ / "foto.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with zipfile.ZipFile(map_ / "archief.zip", "w") as archief:
        archief.writestr("een.txt", "tekst")
    return map_


def inhoud(uitvoer: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the store in ``uitvoer``, in a fixed order; times and the number of the run aside."""
    with closing(sqlite3.connect(uitvoer / "audit.sqlite")) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        vragen = {
            "runs": "SELECT opties, basis, klaar IS NOT NULL FROM runs",
            "bestanden": "SELECT * FROM bestanden ORDER BY pad",
            "uitslagen": "SELECT * FROM uitslagen ORDER BY sleutel",
            "oordelen": "SELECT * FROM oordelen ORDER BY sleutel, moment, peildatum, code",
        }
        return {naam: db.execute(vraag).fetchall() for naam, vraag in vragen.items()}


def opdracht(map_: Path, uitvoer: Path, *meer: str) -> list[str]:
    """The command that audits ``map_``."""
    return [sys.executable, "-m", "verordening_tool", "audit", str(map_), "-o", str(uitvoer), *meer]


def draai(map_: Path, uitvoer: Path, *meer: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return subprocess.run(opdracht(map_, uitvoer, *meer), capture_output=True, text=True, encoding="utf-8", timeout=600, check=False)


def onderbreek(map_: Path, uitvoer: Path, na: float, meer: Sequence[str] = ()) -> bool:
    """Start the command and kill it (-9) after ``na`` seconds; whether it was still busy then."""
    with subprocess.Popen(opdracht(map_, uitvoer, *meer), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as proces:
        time.sleep(na)
        bezig = proces.poll() is None
        proces.kill()
    return bezig


def werkers_van(pid: int) -> list[int]:
    """The processes that process ``pid`` has started."""
    import psutil

    return [kind.pid for kind in psutil.Process(pid).children(recursive=True)] if psutil.pid_exists(pid) else []


def omgeving() -> dict[str, str]:
    """The environment without what changes the output."""
    return {naam: waarde for naam, waarde in os.environ.items() if naam not in {"NO_COLOR", "COLUMNS", "PYTHONIOENCODING"}}
