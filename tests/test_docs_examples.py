"""The documentation shows what the program really prints, and its links lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import BaseModel

from verordening_tool.norms import schema

ROOT = Path(__file__).resolve().parents[1]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]


def test_screens_are_real_output() -> None:
    done = subprocess.run(
        [sys.executable, "bench/readme_output.py"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"renew with: python bench/readme_output.py --write\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_to_files_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if not (page.parent / link).exists()]
    assert missing == []


MODELS = (schema.Check, schema.Regel, schema.Citaat, schema.Geldig, schema.GeldtVoor, schema.NormBron, schema.Status, schema.Geval)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_of_a_norm_is_explained(model: type[BaseModel]) -> None:
    page = (ROOT / "docs" / "normen.md").read_text(encoding="utf-8")
    assert [field for field in model.model_fields if f"`{field}`" not in page] == []
