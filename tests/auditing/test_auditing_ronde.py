"""The result of an audit does not depend on the order of the files, the number of workers, or what was kept before."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from auditmap import inhoud, maak_bonte_map, maak_map
from verordening_tool.auditing.loop import audit
from verordening_tool.auditing.opslag import Opslag
from verordening_tool.auditing.opties import Auditopties
from verordening_tool.auditing.ronde import Ronde
from verordening_tool.auditing.verzamelen import verzamel
from verordening_tool.checking.opties import Toetsopties

TOETS = Toetsopties(vandaag=date(2026, 7, 1))


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return maak_bonte_map(tmp_path_factory.mktemp("stukken"))


@pytest.fixture(scope="module")
def uit(map_: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a plain run with one worker."""
    uit = tmp_path_factory.mktemp("gewoon")
    audit(map_, uit, Auditopties(TOETS, werkers=1))
    return uit


@pytest.fixture(scope="module")
def gewoon(uit: Path) -> dict[str, list[tuple[object, ...]]]:
    """The store of that run."""
    return inhoud(uit)


def test_every_file_is_accounted_for(map_: Path, gewoon: dict[str, list[tuple[object, ...]]]) -> None:
    paden = [rij[0] for rij in gewoon["bestanden"]]
    assert paden == sorted(pad.relative_to(map_).as_posix() for pad in map_.rglob("*") if pad.is_file())
    assert len(gewoon["uitslagen"]) == len({rij[3] for rij in gewoon["bestanden"]})  # doubles are kept once


@pytest.mark.parametrize("werkers", [2, 4])
def test_worker_count(werkers: int, map_: Path, gewoon: dict[str, object], tmp_path: Path) -> None:
    audit(map_, tmp_path, Auditopties(TOETS, werkers=werkers))
    assert inhoud(tmp_path) == gewoon


def test_file_order(map_: Path, gewoon: dict[str, object], tmp_path: Path) -> None:
    bestanden = list(verzamel(map_, tmp_path).bestanden)
    random.Random(7).shuffle(bestanden)
    with Opslag(tmp_path) as opslag:
        opslag.rond_af(Ronde(opslag, Auditopties(TOETS, werkers=2), str(map_)).beoordeel(bestanden))
    assert inhoud(tmp_path) == gewoon


@pytest.mark.parametrize("eerst", ["half", "andere dag", "vol"])
def test_cache_state(eerst: str, map_: Path, gewoon: dict[str, object], tmp_path: Path) -> None:
    match eerst:
        case "half":
            with Opslag(tmp_path) as opslag:
                opslag.rond_af(Ronde(opslag, Auditopties(TOETS, werkers=1), str(map_)).beoordeel(verzamel(map_, tmp_path).bestanden[::2]))
        case "andere dag":
            audit(map_ / "deel 1", tmp_path, Auditopties(Toetsopties(vandaag=date(2017, 1, 1)), werkers=1))
        case "vol":
            audit(map_, tmp_path, Auditopties(TOETS, werkers=1))
    resultaat = audit(map_, tmp_path, Auditopties(TOETS, werkers=2))
    assert inhoud(tmp_path) == gewoon
    assert (resultaat.nieuw == 0) == (not resultaat.veranderd) == (eerst == "vol")


def test_unchanged_reaudit_writes_nothing(map_: Path, uit: Path) -> None:
    eerst = {pad: (pad.stat().st_mtime_ns, pad.read_bytes()) for pad in uit.rglob("*") if pad.is_file()}
    assert audit(map_, uit, Auditopties(TOETS)).nieuw == 0
    assert {pad: (pad.stat().st_mtime_ns, pad.read_bytes()) for pad in uit.rglob("*") if pad.is_file()} == eerst


def test_a_changed_and_a_vanished_file(map_: Path, tmp_path: Path) -> None:
    stukken, uit = maak_map(tmp_path / "stukken", 4), tmp_path / "audit"
    audit(stukken, uit, Auditopties(TOETS, werkers=1))
    (stukken / "deel 0" / "0000.txt").unlink()
    (stukken / "deel 1" / "0001.txt").write_text("De raad van de gemeente Altena besluit.", encoding="utf-8")
    assert audit(stukken, uit, Auditopties(TOETS, werkers=1)).nieuw == 1
    vers = tmp_path / "vers"
    audit(stukken, vers, Auditopties(TOETS, werkers=1))
    assert inhoud(uit) == inhoud(vers)


@pytest.mark.parametrize(
    ("naam", "code", "begin"),
    [
        ("leeg.docx", "LEEG", "leeg.docx is leeg"),
        ("ook leeg.docx", "LEEG", "ook leeg.docx is leeg"),  # the same contents, each under its own name
        ("oud.doc", "WORD_OUD", "oud.doc is een Word-bestand van vóór 2007"),
        ("foto.png", "AFBEELDING", "foto.png is een afbeelding"),
        ("archief.zip", "ARCHIEF", "archief.zip is een archief"),
    ],
)
def test_errors_name_their_file(naam: str, code: str, begin: str, uit: Path) -> None:
    with Opslag(uit) as opslag:
        fout = next(bestand.uitslag.fout for bestand in opslag.bestanden() if bestand.pad == naam)
    assert fout is not None
    assert fout.code == code
    assert fout.bericht.startswith(begin)


def test_peildatum_takes_the_place_of_both_days(tmp_path: Path) -> None:
    stukken = maak_map(tmp_path / "stukken", 1)
    dagen = (date(2016, 6, 1), date(2024, 1, 1))
    audit(stukken, tmp_path / "uit", Auditopties(Toetsopties(peildata=dagen, vandaag=date(2026, 7, 1))))
    rijen = inhoud(tmp_path / "uit")["oordelen"]
    assert {(rij[1], rij[2]) for rij in rijen} == {("optie", "2016-06-01"), ("optie", "2024-01-01")}
