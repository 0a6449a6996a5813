"""Where the data that travels with the package stands: checks/, templates/."""

from __future__ import annotations

from pathlib import Path


def data_map(naam: str) -> Path:
    """Folder ``naam`` ("checks", "templates"): inside the wheel when installed, else in the checkout."""
    pakket = Path(__file__).resolve().parent
    in_wheel = pakket / "_data" / naam
    return in_wheel if in_wheel.is_dir() else pakket.parents[1] / naam
