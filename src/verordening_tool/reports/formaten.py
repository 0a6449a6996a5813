"""The formats in which toets can report. A format is a module with a function that turns a Rapport into text or files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from verordening_tool.reports.opmaak import Scherm
from verordening_tool.reports.rapport import Rapport


@dataclass(frozen=True, slots=True)
class Formaat:
    """A format: the module that makes it and the extension of its files.

    The module has ``render``, which gives text: laid out for a Scherm when the format is ``voor_mensen``, otherwise for
    programs and always UTF-8. With ``maakt_bestanden`` it has ``maak(rapport) -> tuple[Bestand, ...]`` instead; that is
    never for the screen, and for a report on several documents the target is a folder; with ``per_peildatum`` also for one
    document that is judged on several dates.
    """

    module: str
    extensie: str
    voor_mensen: bool = False
    maakt_bestanden: bool = False
    per_peildatum: bool = False


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file to write. ``naam``: its name in the target folder; None when it is the target itself.

    ``extensie``: the one that the target must have; None when any will do.
    """

    naam: str | None
    inhoud: bytes
    extensie: str | None = None


TOETSFORMATEN: Mapping[str, Formaat] = {
    "tekst": Formaat("verordening_tool.reports.tekst", ".txt", voor_mensen=True),
    "json": Formaat("verordening_tool.reports.json_toets", ".json"),
    "html": Formaat("verordening_tool.reports.html", ".html", maakt_bestanden=True, per_peildatum=True),
    "docx": Formaat("verordening_tool.reports.docx_opmerkingen", ".docx", maakt_bestanden=True),
    "sarif": Formaat("verordening_tool.reports.sarif", ".sarif"),
    "junit": Formaat("verordening_tool.reports.junit", ".xml"),
    "csv": Formaat("verordening_tool.reports.csv", ".csv"),
}


def render(naam: str, rapport: Rapport, scherm: Scherm) -> str:
    """The report as text in the format of this name. The module is imported only now."""
    formaat = TOETSFORMATEN[naam]
    module = import_module(formaat.module)
    tekst: str = module.render(rapport, scherm) if formaat.voor_mensen else module.render(rapport)
    return tekst


def maak_bestanden(naam: str, rapport: Rapport) -> tuple[Bestand, ...]:
    """The report as files in the format of this name; text is one file in UTF-8."""
    formaat = TOETSFORMATEN[naam]
    if not formaat.maakt_bestanden:
        return (Bestand(None, render(naam, rapport, Scherm()).encode("utf-8", "replace")),)
    bestanden: tuple[Bestand, ...] = import_module(formaat.module).maak(rapport)
    return bestanden
