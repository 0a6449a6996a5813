"""A run that is killed at any moment goes on, and ends as one that was never disturbed."""

from __future__ import annotations

import random
import time
from pathlib import Path

import psutil
import pytest

from auditmap import draai, inhoud, maak_map, onderbreek
from verordening_tool.auditing.loop import audit
from verordening_tool.auditing.opties import Auditopties

BESTANDEN = 40
KEREN = 20


class Genoeg(Exception):  # noqa: N818 - a Dutch name
    """Ends a run from within."""


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return maak_map(tmp_path_factory.mktemp("stukken"), BESTANDEN)


@pytest.fixture(scope="module")
def ongestoord(map_: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, list[tuple[object, ...]]], float]:
    """The store of an undisturbed run, and how many seconds that took."""
    uit = tmp_path_factory.mktemp("ongestoord")
    begin = time.monotonic()
    gedaan = draai(map_, uit)
    assert gedaan.returncode == 0, gedaan.stderr
    return inhoud(uit), time.monotonic() - begin


def test_killed_at_random_moments(map_: Path, ongestoord: tuple[dict[str, object], float], tmp_path: Path) -> None:
    """Twenty kills spread over the run; a folder is killed until it is done, then the next folder is begun."""
    verwacht, duur = ongestoord
    toeval = random.Random(20260701)
    gedood = ronde = 0
    while gedood < KEREN:
        ronde += 1
        uit = tmp_path / str(ronde)
        while gedood < KEREN and onderbreek(map_, uit, toeval.uniform(0.05, duur), ["--hervat"]):
            gedood += 1
        gedaan = draai(map_, uit, "--hervat")
        assert gedaan.returncode == 0, gedaan.stderr
        assert inhoud(uit) == verwacht
    assert not _wezen(map_)


def test_what_was_done_is_not_done_again(map_: Path, ongestoord: tuple[dict[str, object], float], tmp_path: Path) -> None:
    """A run that is killed late leaves few files to judge."""

    def tot_dertig(klaar: int, totaal: int) -> None:
        if klaar == 30:
            raise Genoeg

    with pytest.raises(Genoeg):
        audit(map_, tmp_path, Auditopties(werkers=1), tot_dertig)
    gedaan = audit(map_, tmp_path, Auditopties(werkers=1, hervat=True))
    assert 0 < gedaan.nieuw <= BESTANDEN - 30 + 1
    assert inhoud(tmp_path) == ongestoord[0]


def _wezen(map_: Path) -> list[psutil.Process]:
    """Workers that outlived their parent; they get a moment to notice."""
    for _ in range(50):
        over = [proces for proces in psutil.process_iter(["cmdline", "ppid"]) if _is_wees(proces)]
        if not over:
            return []
        time.sleep(0.1)
    return over


def _is_wees(proces: psutil.Process) -> bool:
    try:
        return proces.ppid() == 1 and "multiprocessing.spawn" in " ".join(proces.cmdline())
    except psutil.Error:
        return False
