"""Which files belong to an audit."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from verordening_tool.auditing.opslag import Opslag
from verordening_tool.auditing.verzamelen import verzamel
from verordening_tool.fouten import Gebruiksfout


@pytest.mark.parametrize(
    ("naam", "telt"),
    [
        ("verordening.docx", True),
        ("diep/er/in/brief.pdf", True),
        ("zonder extensie", True),
        ("é ü 文.txt", True),
        ("onbekend.xyz", True),
        (".verborgen", False),
        (".git/config.txt", False),
        ("~$verordening.docx", False),
        (".~lock.brief.odt#", False),
        ("Thumbs.db", False),
        ("__MACOSX/a.docx", False),
        ("audit/overzicht.html", False),  # the output folder
        ("elders/audit/a.docx", True),
    ],
)
def test_what_counts(naam: str, telt: bool, tmp_path: Path) -> None:
    pad = tmp_path / naam
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_bytes(b"x")
    assert [bestand.naam for bestand in verzamel(tmp_path, tmp_path / "audit").bestanden] == ([naam] if telt else [])


def test_sorted_by_path(tmp_path: Path) -> None:
    for naam in ("b/a.txt", "a/z.txt", "c.txt", "a.txt"):
        (tmp_path / naam).parent.mkdir(exist_ok=True)
        (tmp_path / naam).write_bytes(b"x")
    assert [bestand.naam for bestand in verzamel(tmp_path, tmp_path / "uit").bestanden] == ["a.txt", "a/z.txt", "b/a.txt", "c.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is always text")
def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    pad = tmp_path / os.fsdecode(b"caf\xe9.txt")
    pad.write_bytes(b"x")
    [bestand] = verzamel(tmp_path, tmp_path / "uit").bestanden
    assert bestand.naam == "caf\\xe9.txt"
    assert bestand.pad.read_bytes() == b"x"


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "een").mkdir()
    try:
        (tmp_path / "een" / "rond").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this machine makes no links")
    assert verzamel(tmp_path, tmp_path / "uit").bestanden == ()


def test_what_another_audit_wrote_is_left_out_and_named(tmp_path: Path) -> None:
    for map_ in ("audit", "oud/audit 2015"):
        (tmp_path / map_).mkdir(parents=True)
        with Opslag(tmp_path / map_):
            (tmp_path / map_ / "overzicht.html").write_bytes(b"x")
    for eigen in ("eigen/audit.sqlite", "eigen/overzicht.html"):
        (tmp_path / eigen).parent.mkdir(exist_ok=True)
        (tmp_path / eigen).write_bytes(b"no database")
    gevonden = verzamel(tmp_path, tmp_path / "uit")
    assert gevonden.eerdere_audits == ("audit", "oud/audit 2015")
    assert [bestand.naam for bestand in gevonden.bestanden] == ["eigen/audit.sqlite", "eigen/overzicht.html"]


@pytest.mark.parametrize("soort", ["ontbreekt", "bestand", "zichzelf", "andere audit"])
def test_refused(soort: str, tmp_path: Path) -> None:
    pad = tmp_path / "stukken"
    if soort == "bestand":
        pad.write_bytes(b"x")
    elif soort != "ontbreekt":
        pad.mkdir()
    if soort == "andere audit":
        with Opslag(pad):
            pass
    with pytest.raises(Gebruiksfout):
        verzamel(pad, tmp_path / "uit" if soort == "andere audit" else pad)
