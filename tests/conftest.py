"""Fixtures: reference material beside the checkout and LibreOffice; absent is a skip at home and a failure in CI."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no defect: examples have no deadline.
settings.register_profile("huis", deadline=None)
settings.load_profile("huis")

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("VERORDENING_SHARED", ROOT.parent / "shared"))


def _absent(what: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing, and CI must have it")
    pytest.skip(f"{what} is not on this machine")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder with reference documents (design, voorbeelden, realdata)."""
    if not SHARED.is_dir():
        _absent("the folder with reference documents (VERORDENING_SHARED)")
    return SHARED


@pytest.fixture(scope="session")
def uno_python() -> str:
    """A Python that has the uno module of LibreOffice (UNO_PYTHON names another)."""
    python = os.environ.get("UNO_PYTHON", "/usr/bin/python3")
    if shutil.which(python) is None or subprocess.run([python, "-c", "import uno"], check=False, capture_output=True).returncode:
        _absent("a Python with the uno module of LibreOffice (UNO_PYTHON)")
    return python


@pytest.fixture(scope="session")
def soffice() -> str:
    """The LibreOffice program."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        _absent("LibreOffice (soffice)")
    return str(program)
