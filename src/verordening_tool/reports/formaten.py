"""The formats in which toets can report. A format is a module with a function that turns a Rapport into text or bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from verordening_tool.reports.opmaak import Scherm
from verordening_tool.reports.rapport import Rapport


@dataclass(frozen=True, slots=True)
class Formaat:
    """A format: the module that makes it and the extension of its files.

    ``voor_mensen``: laid out for a Scherm; otherwise it is for programs, and always UTF-8.
    """

    module: str
    extensie: str
    voor_mensen: bool = False


TOETSFORMATEN: Mapping[str, Formaat] = {
    "tekst": Formaat("verordening_tool.reports.tekst", ".txt", voor_mensen=True),
    "json": Formaat("verordening_tool.reports.json_toets", ".json"),
}


def render(naam: str, rapport: Rapport, scherm: Scherm) -> str:
    """The report in the format of this name. The module is imported only now."""
    formaat = TOETSFORMATEN[naam]
    module = import_module(formaat.module)
    tekst: str = module.render(rapport, scherm) if formaat.voor_mensen else module.render(rapport)
    return tekst
