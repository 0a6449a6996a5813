"""Loads checks/: the checks themselves, their gevallen and the concepts they use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from verordening_tool import _yaml
from verordening_tool._paths import data_map
from verordening_tool.fouten import Gebruiksfout, Normfout
from verordening_tool.norms.schema import VORMEN, Begrippenbestand, Check, Geval, Gevallen

PAKKETTEN = (
    "beschut_werk",
    "grondslag",
    "procedure",
    "wetstechniek",
    "velden",
    "nummering",
    "beleidsregels",
    "raadsstukken",
    "dossier",
    "gereedheid",
)
BIJGEWERKT_TOT = "2026-07-01"  # the law in checks/ is known up to this day

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ADVIES = "Verbeter dit; docs/normen.md beschrijft elk veld."
_SCHEIDING = "\n---\n"
_M = TypeVar("_M", bound=BaseModel)


@dataclass(frozen=True)
class Normen:
    """All checks by code, in order, and the word forms by concept."""

    checks: Mapping[str, Check]
    vormen: Mapping[str, tuple[str, ...]]


def lees_check(bestand: Path) -> Check:
    """The check in one file. Raises Normfout with file, line and field."""
    check = valideer(Check, _lees(bestand).split(_SCHEIDING, 1)[0], bestand.name)
    if check.code != bestand.stem:
        raise Normfout(f"{bestand.name}: dit bestand bevat code {check.code}.", "Geef het bestand de naam van zijn code.")
    return check


def lees_gevallen(bestand: Path) -> tuple[Geval, ...]:
    """The cases that go with a check: the second YAML document of its file. Raises Normfout with file, line and field."""
    norm, scheiding, gevallen = _lees(bestand).partition(_SCHEIDING)
    return valideer(Gevallen, gevallen, bestand.name, norm.count("\n") + 3).gevallen if scheiding else ()


def keur_velden(bestand: Path) -> None:
    """That no field in a file stands there twice, which YAML itself lets pass: the last one would count. Raises Normfout with the line."""
    regel = 1
    for deel in _lees(bestand).split(_SCHEIDING):
        if deel.strip():
            _yaml.ontleed(deel, bestand.name, Normfout, regel)
        regel += deel.count("\n") + 2


def lees_begrippen(bestand: Path) -> Mapping[str, tuple[str, ...]]:
    """The concepts in one file with their word forms. Raises Normfout with file, line and field."""
    return valideer(Begrippenbestand, _lees(bestand), bestand.name).begrippen


def checkbestanden() -> list[Path]:
    """The files of all checks that travel with the program, in the order in which they are reported."""
    return [bestand for pakket in PAKKETTEN for bestand in sorted((data_map("checks") / pakket).glob("*.yaml"))]


@lru_cache(maxsize=1)
def lees_normen() -> Normen:
    """The checks and concepts that travel with the program. Raises Normfout when a file does not hold to its form."""
    checks = {check.code: check for check in map(lees_check, checkbestanden())}
    vormen: dict[str, tuple[str, ...]] = {}
    for bestand in sorted((data_map("checks") / "begrippen").glob("*.yaml")):
        for naam, woorden in lees_begrippen(bestand).items():
            if naam in vormen:
                raise Normfout(
                    f"{bestand.name}: begrip {naam} staat ook in een ander bestand.", "Zet alle woordvormen van een begrip bij elkaar."
                )
            vormen[naam] = woorden
    for check in checks.values():
        if onbekend := check.begrippen() - vormen.keys():
            raise Normfout(
                f"{check.code} noemt een begrip dat niet bestaat: {', '.join(sorted(onbekend))}.",
                "Controleer de naam, of voeg het begrip toe in checks/begrippen.",
            )
    return Normen(checks, vormen)


def check_met_code(code: str, checks: Mapping[str, Check]) -> Check:
    """The one of ``checks`` with this code, in any case ("bw-07"). Raises Gebruiksfout with the nearest codes."""
    if code.upper() in checks:
        return checks[code.upper()]
    pakket = [bekend for bekend in checks if bekend[:2] == code.upper()[:2]]
    raise Gebruiksfout(f"Code {code} bestaat niet.", f"Kies een van: {', '.join(pakket or checks)}.")


def valideer(model: type[_M], tekst: str, naam: str, eerste_regel: int = 1) -> _M:
    """The ``model`` that a text in YAML describes; it stands in file ``naam`` from ``eerste_regel`` on.

    Raises Normfout that names file, line and field of everything that is wrong.
    """
    try:
        return model.model_validate(yaml.load(tekst, Loader=_Loader))  # noqa: S506 - C version of the safe loader
    except (yaml.YAMLError, ValueError, RecursionError) as fout:  # once more, slowly, with lines
        wortel = _yaml.ontleed(tekst, naam, Normfout, eerste_regel)
        _yaml.bouw(wortel, naam, Normfout, eerste_regel)
        if not isinstance(fout, ValidationError):
            raise
        regels = sorted(_bericht(detail, model, wortel, naam, eerste_regel) for detail in fout.errors())
        raise Normfout("\n".join(bericht for _, bericht in regels), _ADVIES) from fout


def _lees(bestand: Path) -> str:
    return _yaml.lees_tekst(bestand, Normfout)


def _bericht(detail: ErrorDetails, model: type[BaseModel], wortel: yaml.Node, naam: str, eerste_regel: int) -> tuple[int, str]:
    """Line and sentence of one error of pydantic."""
    pad = tuple(deel for deel in detail["loc"] if deel != "[key]")
    regel = _yaml.regel_van(wortel, pad) + eerste_regel - 1
    wat = _yaml.wat_is_er_mis(detail, model, pad)
    if detail["type"] == "string_pattern_mismatch":
        wat += f". {VORMEN[detail['ctx']['pattern']]}"
    return regel, f"{naam}, regel {regel}: {_yaml.veldnaam(pad)}{':' if detail['type'] == 'value_error' else ''} {_yaml.zin(wat)}"
