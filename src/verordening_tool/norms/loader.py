"""Loads checks/: the checks themselves, their gevallen and the concepts they use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from verordening_tool._paths import data_map
from verordening_tool.fouten import Gebruiksfout, Normfout
from verordening_tool.norms.schema import Begrippenbestand, Check, Geval, Gevallen

PAKKETTEN = ("beschut_werk", "grondslag")
BIJGEWERKT_TOT = "2026-07-01"  # the law in checks/ is known up to this day

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BEGRIP_ADVIES = "Controleer de naam, of voeg het begrip toe in checks/begrippen."
_SCHEIDING = "\n---\n"
_M = TypeVar("_M", bound=BaseModel)


@dataclass(frozen=True)
class Normen:
    """All checks by code, in order, and the word forms by concept."""

    checks: dict[str, Check]
    vormen: dict[str, tuple[str, ...]]


def _valideer(model: type[_M], inhoud: object, bestand: Path) -> _M:
    try:
        return model.model_validate(inhoud)
    except ValidationError as fout:
        eerste = fout.errors()[0]
        veld = ".".join(str(deel) for deel in eerste["loc"]) or "(geheel)"
        raise Normfout(f"{bestand.name}, veld {veld}: {eerste['msg']}.", "Verbeter dit veld; docs/normen.md beschrijft de vorm.") from fout


def _yaml(tekst: str, bestand: Path) -> object:
    try:
        return yaml.load(tekst, Loader=_Loader)  # noqa: S506 - C version of the safe loader
    except yaml.YAMLError as fout:
        mark = getattr(fout, "problem_mark", None)
        regel = f", regel {mark.line + 1}" if mark else ""
        raise Normfout(
            f"{bestand.name}{regel}: dit is geen geldige YAML.", "Controleer inspringing, dubbele punten en aanhalingstekens."
        ) from fout


def lees_check(bestand: Path) -> Check:
    """The check in one file. Raises Normfout with file, line and field."""
    tekst = bestand.read_text(encoding="utf-8").split(_SCHEIDING, 1)[0]
    check = _valideer(Check, _yaml(tekst, bestand), bestand)
    if check.code != bestand.stem:
        raise Normfout(f"{bestand.name} bevat code {check.code}.", "Geef het bestand de naam van zijn code.")
    return check


def lees_gevallen(bestand: Path) -> tuple[Geval, ...]:
    """The cases that go with a check: the second YAML document of its file."""
    delen = bestand.read_text(encoding="utf-8").split(_SCHEIDING, 1)
    if len(delen) == 1:
        return ()
    return _valideer(Gevallen, _yaml(delen[1], bestand), bestand).gevallen


def checkbestanden(map_: Path | None = None) -> list[Path]:
    """The files of all checks, in the order in which they are reported."""
    basis = map_ or data_map("checks")
    return [bestand for pakket in PAKKETTEN for bestand in sorted((basis / pakket).glob("*.yaml"))]


@lru_cache(maxsize=4)
def lees_normen(map_: Path | None = None) -> Normen:
    """All checks and concepts. Raises Normfout when a file does not hold to its form."""
    basis = map_ or data_map("checks")
    checks = {check.code: check for check in map(lees_check, checkbestanden(map_))}
    vormen: dict[str, tuple[str, ...]] = {}
    for bestand in sorted((basis / "begrippen").glob("*.yaml")):
        for naam, woorden in _valideer(Begrippenbestand, _yaml(bestand.read_text(encoding="utf-8"), bestand), bestand).begrippen.items():
            if naam in vormen:
                raise Normfout(
                    f"{bestand.name}: begrip {naam} staat ook in een ander bestand.", "Zet alle woordvormen van een begrip bij elkaar."
                )
            vormen[naam] = woorden
    for check in checks.values():
        if onbekend := check.begrippen() - vormen.keys():
            raise Normfout(f"{check.code} noemt een begrip dat niet bestaat: {', '.join(sorted(onbekend))}.", _BEGRIP_ADVIES)
    return Normen(checks, vormen)


def check_met_code(code: str) -> Check:
    """The check with this code, in any case ("bw-07"). Raises Gebruiksfout with the nearest codes."""
    checks = lees_normen().checks
    if code.upper() in checks:
        return checks[code.upper()]
    pakket = [bekend for bekend in checks if bekend[:2] == code.upper()[:2]]
    raise Gebruiksfout(f"Code {code} bestaat niet.", f"Kies een van: {', '.join(pakket or checks)}.")
