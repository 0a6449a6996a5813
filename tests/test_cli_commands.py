"""The commands through click: exit codes, bad input, what is written and what is not. Verdicts are hand-made here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sample_results import CONCEPT, MEMO, STUK, oordeel
from verordening_tool import __version__, api
from verordening_tool.checking.oordeel import Gewicht, Toetsresultaat, Uitkomst
from verordening_tool.cli.groep import verordening
from verordening_tool.fouten import Leesfout, Normfout


def met(*gevallen: tuple[Uitkomst, Gewicht]) -> Toetsresultaat:
    return replace(CONCEPT, oordelen=tuple(oordeel("BW-06", uitkomst, gewicht) for uitkomst, gewicht in gevallen))


WEL = met((Uitkomst.VOLDOET, Gewicht.VERPLICHT))
TWIJFEL = met((Uitkomst.TWIJFEL, Gewicht.VERPLICHT))
AFWEZIG = met((Uitkomst.NIET_AANGETROFFEN, Gewicht.VERPLICHT))
LICHT = met((Uitkomst.STRIJDIG, Gewicht.AANBEVOLEN))
STIJL = met((Uitkomst.STRIJDIG, Gewicht.STIJL))


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "concept.docx").write_bytes(b"origineel")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(verordening, words, prog_name="verordening")


def toets(monkeypatch: pytest.MonkeyPatch, resultaten: list[Toetsresultaat], *words: str) -> tuple[Result, list[Any]]:
    gevraagd: list[Any] = []

    def nep(paden: Any, opties: Any) -> Iterator[Toetsresultaat]:
        gevraagd.extend([list(paden), opties])
        yield from resultaten

    monkeypatch.setattr(api, "toets", nep)
    return run("toets", "concept.docx", *words), gevraagd


@pytest.mark.parametrize(
    ("resultaten", "drempel", "code"),
    [
        pytest.param([WEL], None, 0, id="in-order"),
        pytest.param([TWIJFEL], None, 0, id="twijfel-does-not-count"),
        pytest.param([AFWEZIG], None, 1, id="absent"),
        pytest.param([AFWEZIG], "nooit", 0, id="absent-never"),
        pytest.param([LICHT], None, 0, id="light"),
        pytest.param([LICHT], "aanbevolen", 1, id="light-counts"),
        pytest.param([STIJL], "aanbevolen", 0, id="style"),
        pytest.param([STIJL], "stijl", 1, id="style-counts"),
        pytest.param([WEL, AFWEZIG], None, 1, id="one-of-two"),
        pytest.param([STUK], None, 3, id="unreadable"),
        pytest.param([AFWEZIG, STUK], None, 3, id="unreadable-before-findings"),
        pytest.param([STUK], "nooit", 3, id="unreadable-never"),
        pytest.param([MEMO], None, 3, id="no-regulation"),
    ],
)
def test_exit_code_of_toets(
    map_: Path, monkeypatch: pytest.MonkeyPatch, resultaten: list[Toetsresultaat], drempel: str | None, code: int
) -> None:
    uitkomst, _ = toets(monkeypatch, resultaten, *(["--drempel", drempel] if drempel else []))
    assert uitkomst.exit_code == code


@pytest.mark.parametrize(
    ("fout", "code"),
    [
        (Leesfout("Stuk.", "Repareer."), 3),
        (Normfout("BW-06.yaml: leeg.", "Verbeter."), 2),
        (KeyboardInterrupt(), 130),
        (ValueError("x"), 4),
    ],
    ids=["unreadable", "norm", "interrupted", "defect"],
)
def test_exit_code_of_an_error(map_: Path, monkeypatch: pytest.MonkeyPatch, fout: BaseException, code: int) -> None:
    def stuk(*_: object, **__: object) -> None:
        raise fout

    monkeypatch.setattr(api, "lees", stuk)
    uitkomst = run("lees", "concept.docx")
    assert uitkomst.exit_code == code
    assert uitkomst.stdout == ""
    assert "Traceback" not in uitkomst.output
    assert uitkomst.stderr.strip()


@pytest.mark.parametrize("debug", [True, False])
def test_a_defect_shows_its_traceback_only_when_asked(map_: Path, monkeypatch: pytest.MonkeyPatch, debug: bool) -> None:
    monkeypatch.setenv("VERORDENING_DEBUG", "1" if debug else "")
    monkeypatch.setattr(api, "lees", lambda *_, **__: 1 / 0)
    uitkomst = run("lees", "concept.docx")
    assert ("Traceback" in uitkomst.stderr) is debug
    assert "VERORDENING_DEBUG=1" in uitkomst.stderr
    assert __version__ in uitkomst.stderr


@pytest.mark.parametrize(
    ("words", "bericht"),
    [
        pytest.param(["toets"], "Er ontbreekt iets op de regel: BESTAND...", id="no-file"),
        pytest.param(["toets", "weg.docx"], "Het bestand weg.docx bestaat niet.", id="missing-file"),
        pytest.param(["toets", "."], "is een map, geen bestand.", id="folder"),
        pytest.param(["toets", "*.odt"], "Geen bestand past op *.odt.", id="no-match"),
        pytest.param(["toets", "concept.docx", "--peildatum", "31-12"], "geen datum die ik herken", id="wrong-date"),
        pytest.param(["toets", "concept.docx", "--vastgesteld", "2024-02-30"], "bestaat niet", id="impossible-date"),
        pytest.param(["toets", "concept.docx", "--soort", "wet"], "geen soort", id="wrong-kind"),
        pytest.param(["toets", "concept.docx", "--soort", "anders"], "geen soort", id="kind-that-is-none"),
        pytest.param(["toets", "concept.docx", "--weergave", "allebei"], "geen weergave", id="wrong-view"),
        pytest.param(["toets", "concept.docx", "-f", "pdf"], "geen formaat", id="wrong-format"),
        pytest.param(["toets", "concept.docx", "-f"], "Achter optie -f hoort een waarde.", id="option-without-value"),
        pytest.param(["toets", "concept.docx", "--alles=ja"], "Achter optie --alles hoort geen waarde.", id="flag-with-value"),
        pytest.param(["toets", "concept.docx", "--ales"], "Optie --ales bestaat niet. Bedoelt u --alles?", id="wrong-option"),
        pytest.param(["toets", "concept.docx", "--selecteer", "ZZ-99"], "Code ZZ-99 bestaat niet.", id="unknown-code"),
        pytest.param(["toets", "concept.docx", "-f", "json", "-o", "concept.docx"], "zelf invoer", id="output-over-input"),
        pytest.param(["toets", "concept.docx", "-f", "json", "-o", "weg/r.json"], "De map weg bestaat niet.", id="no-output-folder"),
        pytest.param(["toest", "concept.docx"], "Opdracht toest bestaat niet.", id="wrong-command"),
        pytest.param(["lees"], "Er ontbreekt iets op de regel: BESTAND", id="lees-no-file"),
        pytest.param(["lees", "concept.docx", "ander.docx"], "Te veel woorden op de regel: ander.docx.", id="lees-two-files"),
        pytest.param(["normen", "--peildatum", "gisteren"], "geen datum die ik herken", id="normen-wrong-date"),
        pytest.param(["uitleg", "BW-99"], "Code BW-99 bestaat niet.", id="uitleg-unknown-code"),
        pytest.param(["uitleg"], "Er ontbreekt iets op de regel: CODE", id="uitleg-no-code"),
        pytest.param([], "Gebruik: verordening", id="no-command"),
    ],
)
def test_wrong_use_gives_a_dutch_sentence_and_writes_nothing(map_: Path, words: list[str], bericht: str) -> None:
    uitkomst = run(*words)
    assert uitkomst.exit_code == 2
    assert bericht in uitkomst.stderr
    assert uitkomst.stdout == ""
    assert len(uitkomst.stderr.strip().splitlines()) >= 2, "the remedy is missing"
    assert [pad.name for pad in map_.iterdir()] == ["concept.docx"]
    assert (map_ / "concept.docx").read_bytes() == b"origineel"


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["toets", "--help"], ["lees", "-h"], ["normen", "--help"], ["uitleg", "--help"]])
def test_help_is_dutch(words: list[str]) -> None:
    uitkomst = run(*words)
    assert uitkomst.exit_code == 0
    assert "Gebruik: verordening" in uitkomst.stdout
    assert "Toon deze hulp." in uitkomst.stdout
    for engels in ("Usage", "Options", "Commands", "Show", "Error", "OPTIONS", "default:", "required"):
        assert engels not in uitkomst.stdout


def test_version() -> None:
    assert run("--version").stdout == f"verordening {__version__}\n"


def test_options_reach_the_api(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    datums = ["--peildatum", "2016-12-31", "--peildatum", "1 januari 2017", "--vastgesteld", "2024-01-30"]
    keuzes = ["--soort", "beleidsregels", "--stadium", "concept", "--weergave", "oorspronkelijk"]
    codes = ["--selecteer", "BW-06,GR", "--negeer", "bw-06"]
    _, (paden, opties) = toets(monkeypatch, [WEL], *datums, *keuzes, *codes)
    assert paden == [Path("concept.docx")]
    assert [dag.isoformat() for dag in opties.peildata] == ["2016-12-31", "2017-01-01"]
    assert opties.vastgesteld.isoformat() == "2024-01-30"
    assert (opties.soort, opties.stadium, opties.weergave) == ("beleidsregels", "concept", "oorspronkelijk")
    assert (opties.selecteer, opties.negeer) == (("BW-06", "GR"), ("BW-06",))


def test_several_outputs_in_one_run(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    uitkomst, _ = toets(monkeypatch, [AFWEZIG], "-f", "json", "-o", "r.json", "-f", "tekst", "-o", "r.txt", "-f", "tekst")
    assert json.loads((map_ / "r.json").read_text(encoding="utf-8"))["schema"] == "verordening-toets/1"
    assert (map_ / "r.txt").read_text(encoding="utf-8").startswith("concept.docx · verordening")
    assert uitkomst.stdout.startswith("concept.docx · verordening")
    assert uitkomst.stderr.splitlines() == ["Geschreven: r.json", "Geschreven: r.txt"]
    assert sorted(pad.name for pad in map_.iterdir()) == ["concept.docx", "r.json", "r.txt"]


@pytest.mark.parametrize("resultaten", [[STUK], [MEMO], [STUK, MEMO]], ids=["unreadable", "memo", "both"])
def test_nothing_is_written_when_nothing_was_judged(map_: Path, monkeypatch: pytest.MonkeyPatch, resultaten: list[Toetsresultaat]) -> None:
    uitkomst, _ = toets(monkeypatch, resultaten, "-f", "json", "-o", "r.json", "-f", "tekst")
    assert not (map_ / "r.json").exists()
    assert uitkomst.stdout == ""
    assert len(uitkomst.stderr.splitlines()) == 2 * len(resultaten)


def test_json_on_screen_keeps_the_files_that_failed(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    uitkomst, _ = toets(monkeypatch, [WEL, STUK], "-f", "json")
    bestanden = json.loads(uitkomst.stdout)["bestanden"]
    assert [bestand["fout"] is None for bestand in bestanden] == [True, False]
    assert "stuk.docx is beschadigd." in uitkomst.stderr
