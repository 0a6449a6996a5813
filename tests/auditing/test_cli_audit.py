"""``verordening audit`` as a command: what it says, where, and with which code it ends."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from auditmap import draai, maak_map, omgeving, opdracht
from verordening_tool.cli.voortgang import duur, tempo


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return maak_map(tmp_path_factory.mktemp("stukken"), 6)


@pytest.fixture(scope="module")
def uit(map_: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    uit = tmp_path_factory.mktemp("uit") / "audit"
    assert draai(map_, uit).returncode == 0
    return uit


def test_complete_is_code_nought_and_says_nothing_on_stderr_when_piped(map_: Path, tmp_path: Path) -> None:
    (map_ / "leeg.docx").write_bytes(b"")
    try:
        gedaan = draai(map_, tmp_path / "uit")
    finally:
        (map_ / "leeg.docx").unlink()
    assert (gedaan.returncode, gedaan.stderr) == (0, "")
    assert gedaan.stdout.lstrip().startswith("7 bestanden")


@pytest.mark.parametrize(("drempel", "code"), [("verplicht", 1), ("nooit", 0)])
def test_drempel(drempel: str, code: int, map_: Path, uit: Path) -> None:
    assert draai(map_, uit, "--drempel", drempel).returncode == code


@pytest.mark.parametrize(
    ("woorden", "zegt"),
    [
        (["bestaat-niet", "-o", "uit"], "bestaat-niet bestaat niet."),
        (["{map}"], "Er ontbreekt iets op de regel: -o MAP"),
        (["{map}", "-o", "{map}"], "zijn dezelfde"),
        (["{map}", "-o", "uit", "-j", "0"], "geen aantal"),
        (["{map}", "-o", "uit", "-j", "veel"], "geen aantal"),
        (["{map}", "-o", "uit", "--peildatum", "gisteren"], "geen datum"),
        (["{map}", "-o", "uit", "--selecteer", "XX-99"], "XX-99"),
        (["{map}", "-o", "uit", "--weergave", "beide"], "geen weergave"),
        (["{map}", "-o", "uit", "--kader", "weg"], "weg"),
        (["{map}", "-o", "uit", "--vergelijk", "weg"], "weg"),
        (["{map}", "-o", "uit", "--afwijkingen", "weg.csv"], "weg.csv met afwijkingen bestaat niet"),
    ],
    ids=lambda waarde: " ".join(waarde) if isinstance(waarde, list) else "",
)
def test_wrong_use(woorden: list[str], zegt: str, map_: Path, tmp_path: Path) -> None:
    opdracht_ = [sys.executable, "-m", "verordening_tool", "audit", *(woord.format(map=map_) for woord in woorden)]
    gedaan = subprocess.run(opdracht_, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)
    assert gedaan.returncode == 2
    assert zegt in gedaan.stderr
    assert "Traceback" not in gedaan.stderr


@pytest.mark.parametrize(
    ("soort", "zegt"),
    [("geen sqlite", "beschadigd of geen audit"), ("andere versie", "andere versie van dit programma"), ("bezet", "al een audit bezig")],
)
def test_a_store_that_can_not_be_used(soort: str, zegt: str, map_: Path, tmp_path: Path) -> None:
    winkel = tmp_path / "audit.sqlite"
    if soort == "geen sqlite":
        winkel.write_bytes(b"tekst" * 500)
    with closing(sqlite3.connect(winkel if soort != "geen sqlite" else ":memory:")) as db:
        if soort == "andere versie":
            db.execute("PRAGMA user_version = 999")
            db.commit()
        elif soort == "bezet":
            db.execute("BEGIN EXCLUSIVE")
        gedaan = draai(map_, tmp_path)
    assert gedaan.returncode == 2
    assert zegt in gedaan.stderr


def test_unchanged_reaudit_starts_no_worker_and_never_imports_spacy(map_: Path, uit: Path) -> None:
    code = (
        "import sys; from verordening_tool.cli import main\n"
        f"sys.argv = ['verordening', 'audit', {str(map_)!r}, '-o', {str(uit)!r}]\n"
        "try: main()\n"
        "except SystemExit as einde: assert not einde.code\n"
        "print(*({'spacy', 'lxml', 'pydantic', 're2', 'psutil'} & set(sys.modules)))"
    )
    eerst = {pad: pad.stat().st_mtime_ns for pad in uit.rglob("*")}
    gedaan = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert gedaan.stdout.splitlines()[-1] == ""
    assert {pad: pad.stat().st_mtime_ns for pad in uit.rglob("*")} == eerst


@pytest.mark.skipif(sys.platform == "win32", reason="signals are for unix")
def test_ctrl_c_leaves_a_run_that_goes_on(tmp_path: Path) -> None:
    map_ = maak_map(tmp_path / "stukken", 1500)
    # What runs in the background may be told to ignore Ctrl-C, and hands that on.
    luistert = partial(signal.signal, signal.SIGINT, signal.SIG_DFL) if sys.platform != "win32" else None
    with subprocess.Popen(
        opdracht(map_, tmp_path / "uit", "-j", "1"),
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=luistert,  # noqa: PLW1509 - no other thread runs here
    ) as proces:
        _wacht_op_uitslag(tmp_path / "uit" / "audit.sqlite-wal")
        proces.send_signal(signal.SIGINT)
        _, fout = proces.communicate(timeout=60)
    assert proces.returncode == 130
    assert "Onderbroken." in fout
    assert "--hervat" in fout
    assert "Traceback" not in fout
    anders = draai(map_, tmp_path / "uit", "--hervat", "--negeer", "BW-06")
    assert anders.returncode == 2
    assert "andere opties" in anders.stderr


def _wacht_op_uitslag(wal: Path) -> None:
    for _ in range(600):
        if wal.exists() and wal.stat().st_size > 100_000:
            return
        time.sleep(0.05)
    pytest.fail("nothing was stored within 30 seconds")


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system of a size that can be chosen")
def test_a_full_disk(map_: Path, tmp_path: Path) -> None:
    """A limit on the size of a file stands in for a disk that is full."""
    import resource

    def beperk() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, 90_000))

    groot = maak_map(tmp_path / "stukken", 60)
    with subprocess.Popen(
        opdracht(groot, tmp_path / "uit", "-j", "1"),
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=beperk,  # noqa: PLW1509 - no thread is running
    ) as proces:
        _, fout = proces.communicate(timeout=120)
    assert proces.returncode == 2
    assert "schijf is vol" in fout
    assert "--hervat" in fout
    assert "Traceback" not in fout
    verder = draai(groot, tmp_path / "uit", "--hervat")
    assert verder.returncode == 0, verder.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are for unix")
def test_a_progress_bar_on_a_terminal(tmp_path: Path) -> None:
    import pty

    map_ = maak_map(tmp_path / "stukken", 12)
    meester, slaaf = pty.openpty()
    with subprocess.Popen(
        opdracht(map_, tmp_path / "uit"), stdout=subprocess.DEVNULL, stderr=slaaf, env=omgeving() | {"TERM": "xterm", "COLUMNS": "100"}
    ):
        os.close(slaaf)
        gelezen = b""
        try:
            while stuk := os.read(meester, 65536):
                gelezen += stuk
        except OSError:  # the other side has closed
            pass
    os.close(meester)
    laatste = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", gelezen.decode()).replace("\r", "\n").strip().splitlines()[-1]
    assert re.search(r"12 bestanden .*100 ?% .*per seconde", laatste), laatste


@pytest.mark.parametrize(
    ("seconden", "woorden"),
    [
        (0.2, "1 seconde"),
        (2, "2 seconden"),
        (59, "59 seconden"),
        (60, "1 minuut"),
        (150, "2 minuten"),
        (3600, "1 uur"),
        (7320, "2 uur en 2 minuten"),
    ],
)
def test_time_left_in_words(seconden: float, woorden: str) -> None:
    assert duur(seconden) == woorden


@pytest.mark.parametrize(
    ("snelheid", "over", "woorden"),
    [(None, None, ""), (58.3, None, "58 per seconde"), (2.25, 130, "2,2 per seconde · nog 2 minuten")],
)
def test_rate_in_words(snelheid: float | None, over: float | None, woorden: str) -> None:
    assert tempo(snelheid, over) == woorden


def test_the_public_function_is_the_same(map_: Path, uit: Path, tmp_path: Path) -> None:
    import verordening_tool

    shutil.copytree(uit, tmp_path / "kopie")
    resultaat = verordening_tool.audit(map_, tmp_path / "kopie")
    assert (resultaat.aantal, resultaat.nieuw) == (6, 0)
