"""The bench that shows quality: counts per code, and the gains and losses between two versions."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))
from quality_cases import Case, counted, keep, kept, report_changes, report_counts, total

CASES = [
    Case("a.docx", "BW-06", "strijdig", "strijdig"),
    Case("b.docx", "BW-06", "voldoet", "niet_aangetroffen", "b.docx: tekst van het vals alarm"),
    Case("c.docx", "BW-06", "niet_aangetroffen", "twijfel"),
    Case("d.docx", "BW-06", "voldoet", "voldoet"),
    Case("e.docx", "BW-08", "nvt", "voldoet"),
    Case("e.docx", "WT-02", None, "strijdig"),
]


def test_counts_per_code() -> None:
    counts = counted(CASES)
    bw06 = counts["BW-06"]
    assert (bw06.cases, bw06.right, bw06.precision, bw06.recall, bw06.doubt) == (4, 2, "50%", "50%", 1)
    assert counts["BW-08"].right == 1  # a norm that may be silent
    assert (counts["WT-02"].cases, counts["WT-02"].loose) == (0, 1)
    assert (total(counts.values()).cases, total(counts.values()).loose) == (5, 1)


def test_misses_are_shown_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    report_counts(counted(CASES), with_misses=False)
    assert "vals alarm" not in capsys.readouterr().out
    report_counts(counted(CASES), with_misses=True)
    assert "tekst van het vals alarm" in capsys.readouterr().out


def now(**verdicts: str) -> list[Case]:
    """The same cases with other verdicts on BW-06."""
    return [Case(case.name, case.code, case.expected, verdicts.get(case.name[0], case.got)) for case in CASES]


@pytest.mark.parametrize(
    ("cases", "lines"),
    [
        (now(), ["verloren: 0, gewonnen: 0, anders, nog fout: 0, los alarm erbij: 0, nieuw gemeten: 0, niet meer gemeten: 0"]),
        (now(b="voldoet"), ["gewonnen         BW-06  b.docx: niet_aangetroffen -> voldoet (label: voldoet)", "precisie 50% -> 100%"]),
        (now(a="nvt"), ["verloren         BW-06  a.docx: strijdig -> nvt (label: strijdig)", "recall 50% -> 0%"]),
        (now(c="voldoet"), ["anders, nog fout BW-06  c.docx: twijfel -> voldoet"]),
        ([*now(), Case("d.docx", "WT-04", None, "strijdig")], ["los alarm erbij  WT-04  d.docx: - -> strijdig (label: -)"]),
        ([*now(), Case("f.docx", "BW-06", "voldoet", "voldoet")], ["nieuw gemeten: 1"]),
        (now()[1:], ["niet meer gemeten: 1"]),
    ],
    ids=["same", "gain", "loss", "still wrong", "alarm without label", "new document", "document gone"],
)
def test_changes_since_an_earlier_run(cases: list[Case], lines: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(CASES, tmp_path / "eerst.json")
    report_changes(cases, kept(tmp_path / "eerst.json"))
    printed = capsys.readouterr().out
    assert [line for line in lines if line not in printed] == [], printed


def test_what_is_kept_holds_no_text(tmp_path: Path) -> None:
    keep(CASES, tmp_path / "eerst.json")
    assert "vals alarm" not in (tmp_path / "eerst.json").read_text(encoding="utf-8")
