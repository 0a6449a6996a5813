"""LibreOffice as outside judge: it shows the same words, list labels and text boxes as we read, in both views."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from docx_maker import make, p, style
from test_docx_numbering import CASES, LINKED, LIST, TRACKED, items, numbered
from test_docx_probe import CONSTRUCTS
from verordening_tool.document.blok import Weergave

BENCH = Path(__file__).resolve().parents[1] / "bench" / "against_libreoffice.py"
# Where LibreOffice 7.4 differs from Word, or has no paragraph to compare (see docs/lezer.md).
APART = {
    "formula",
    "placeholder button",
    "choice",
    "two bodies",
    "deleted cell",
    "inserted cell",
    "moved from",
    "deleted row",
    "inserted row",
}
APART |= {"never restarts", "restarts after the first level only", "legal numbers", "level override", "empty item counts", "custom format"}
APART |= {
    "inserted, then deleted",
    "field without end",
    "inserted content control",
    "hidden items do not count",
    "links in a circle",
    "list without definition",
}
APART |= {"number that speaks stands without text", "start override starts again, once", "symbol, unknown font"}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lo")
    normal = style("Normal", default=True)
    for name, body, *_ in CONSTRUCTS:
        if name not in APART:
            (folder / f"{name.replace(' ', '_').replace(',', '')}.docx").write_bytes(make(body + p("slot"), styles=normal))
    for name, body, lists, _ in CASES:
        if name not in APART:
            (folder / f"n_{name.replace(' ', '_').replace(',', '')}.docx").write_bytes(
                make(body + p("slot"), numbering=lists, styles=normal)
            )
    for name, mark, content, *_ in TRACKED[:2]:
        body = items(0) + p(content, numbered(1) + mark) + items(0)
        (folder / f"t_{name.replace(' ', '_')}.docx").write_bytes(make(body, numbering=LIST, styles=normal))
    heading = style("Kop1", f"<w:pPr>{numbered(1)}</w:pPr>")
    body = p("een", '<w:pStyle w:val="Kop1"/>') + p("twee", '<w:pStyle w:val="Kop1"/>')
    (folder / "styles.docx").write_bytes(make(body, numbering=LINKED, styles=normal + heading))
    return folder


@pytest.mark.usefixtures("soffice")
@pytest.mark.parametrize("weergave", list(Weergave))
def test_libreoffice_shows_the_same(uno_python: str, files: Path, weergave: Weergave) -> None:
    answer = subprocess.run(
        [sys.executable, str(BENCH), str(files), "--view", str(weergave), "--uno-python", uno_python],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert "NOT OPENED" not in answer, answer
    differing = [line for line in answer.splitlines() if line.startswith(("WORDS", "LABELS", "BOXES", "NOTES", "CRASH", "REFUSED"))]
    assert differing == [], answer
    assert len(list(files.iterdir())) > 40
