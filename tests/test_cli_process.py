"""The command as a process of its own: start-up, consoles of old, pipes, the module form."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("spacy", "lxml", "pydantic", "rich", "re2", "yaml", "jinja2", "docx")
TEXT = """Verordening beschut werk Voorbeeldstad 2024

De raad van de gemeente Voorbeeldstad;
gelet op artikel 8a, eerste lid, onderdeel e, en artikel 10b, zevende lid, van de Participatiewet;
besluit vast te stellen de Verordening beschut werk Voorbeeldstad 2024:

Artikel 1 Beschut werk
1. Het college biedt beschut werk aan in een dienstbetrekking.
2. Om dat werk mogelijk te maken biedt het college begeleiding en aanpassing van de werkplek.

Artikel 2 Inwerkingtreding
Deze verordening treedt in werking op 15 februari 2024.
"""


def run(*words: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam not in {"NO_COLOR", "COLUMNS", "PYTHONIOENCODING"}}
    opdracht = [sys.executable, "-m", "verordening_tool", *words]
    return subprocess.run(opdracht, capture_output=True, env=omgeving | (env or {}), timeout=120, check=False)


def modules_after(*words: str) -> set[str]:
    """The heavy modules that are in memory when the command is done."""
    code = (
        "import sys; from verordening_tool.cli import main\n"
        f"sys.argv = ['verordening', *{words!r}]\n"
        "try: main()\n"
        "except SystemExit as einde: assert not einde.code\n"
        f"print(*(set({HEAVY!r}) & set(sys.modules)))"
    )
    gedaan = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    return set(gedaan.stdout.splitlines()[-1].split())


@pytest.fixture(scope="module")
def concept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("stukken") / "concept.txt"
    pad.write_text(TEXT, encoding="utf-8")
    return pad


@pytest.mark.parametrize("opdracht", [[], ["toets"], ["lees"], ["normen"], ["uitleg"]], ids=lambda opdracht: " ".join(opdracht) or "group")
def test_help_imports_nothing_heavy(opdracht: list[str]) -> None:
    assert modules_after(*opdracht, "--help") == set()


def test_version_imports_nothing_heavy() -> None:
    assert modules_after("--version") == set()


@pytest.mark.parametrize("words", [["normen"], ["normen", "--peildatum", "1 januari 2024", "--soort", "verordening"], ["uitleg", "bw-07"]])
def test_normen_and_uitleg_do_without_spacy(words: list[str]) -> None:
    assert "spacy" not in modules_after(*words)


@pytest.mark.parametrize("codering", ["utf-8", "cp1252", "cp437", "cp850", "ascii"])
def test_any_console_can_print_the_report(concept: Path, codering: str) -> None:
    gedaan = run("toets", str(concept), env={"PYTHONIOENCODING": codering})
    tekst = gedaan.stdout.decode(codering)
    assert gedaan.returncode in {0, 1}, gedaan.stderr
    assert "Wat moet anders" in tekst
    assert ("✘" in tekst) is (codering == "utf-8")
    assert "BW-07 x" in tekst or codering == "utf-8"
    assert not gedaan.stderr


@pytest.mark.parametrize("codering", ["cp1252", "ascii"])
def test_json_is_utf8_on_any_console(concept: Path, codering: str) -> None:
    gedaan = run("lees", str(concept), "-f", "json", env={"PYTHONIOENCODING": codering})
    assert gedaan.returncode == 0
    assert json.loads(gedaan.stdout.decode("utf-8"))["artikelen"][0]["nummer"] == "1"


def test_piped_text_has_no_colour_and_equals_the_one_with_no_color(concept: Path) -> None:
    gewoon, zonder = run("toets", str(concept)), run("toets", str(concept), env={"NO_COLOR": "1"})
    assert b"\x1b" not in gewoon.stdout
    assert gewoon.stdout == zonder.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are for unix")
@pytest.mark.parametrize(
    ("env", "kleur"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)], ids=["terminal", "NO_COLOR", "dumb"]
)
def test_colour_on_a_terminal(concept: Path, env: dict[str, str], kleur: bool) -> None:
    import pty

    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam != "NO_COLOR"} | {"TERM": "xterm-256color"} | env
    meester, slaaf = pty.openpty()
    with subprocess.Popen([sys.executable, "-m", "verordening_tool", "toets", str(concept)], stdout=slaaf, env=omgeving):
        os.close(slaaf)
        gelezen = b""
        try:
            while stuk := os.read(meester, 65536):
                gelezen += stuk
        except OSError:  # the other side has closed
            pass
    os.close(meester)
    assert "Wat moet anders" in gelezen.decode()
    assert (b"\x1b[" in gelezen) is kleur


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell with head")
def test_a_reader_that_goes_away_gives_no_noise() -> None:
    gedaan = subprocess.run(
        f'"{sys.executable}" -m verordening_tool normen | head -1', shell=True, capture_output=True, text=True, timeout=60, check=True
    )
    assert gedaan.stdout.count("\n") == 1
    assert gedaan.stderr == ""


def test_messages_fit_a_console_without_accents() -> None:
    gedaan = run("toets", "bestaat-niet-€.docx", env={"PYTHONIOENCODING": "ascii"})
    assert gedaan.returncode == 2
    assert gedaan.stderr.decode("ascii").startswith("Het bestand bestaat-niet-EUR.docx bestaat niet.")
