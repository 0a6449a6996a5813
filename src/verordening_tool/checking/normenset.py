"""The norms to judge by, ready for use: ours, and those of a gemeente (``--kader``) laid over them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from verordening_tool.checking.onderzoek import ONDERZOEKEN
from verordening_tool.fouten import Normfout
from verordening_tool.language.begrippen import Begrippen
from verordening_tool.norms.kader import lees_kader
from verordening_tool.norms.loader import lees_normen
from verordening_tool.norms.schema import Check


@dataclass(frozen=True)
class Normenset:
    """Checks by code in the order of the report, the concepts they use, and the file of each check of the gemeente."""

    checks: Mapping[str, Check]
    begrippen: Begrippen
    eigen: Mapping[str, Path] = field(default_factory=dict)


def maak_normenset(kader: Path | None = None) -> Normenset:
    """Our norms, with those in folder ``kader``. Raises Normfout when something in that folder does not hold to its form."""
    if kader is None:
        return _onze_normen()
    eigen = lees_kader(kader, lees_normen(), ONDERZOEKEN)
    begrippen = Begrippen(eigen.normen.vormen)
    for naam, plek in eigen.begrippen.items():
        try:
            begrippen.keur(naam)
        except Normfout as fout:
            raise Normfout(f"{plek}: {fout.bericht[:1].lower()}{fout.bericht[1:]}", fout.advies) from fout
    return Normenset(eigen.normen.checks, begrippen, eigen.bestanden)


@lru_cache(maxsize=1)
def _onze_normen() -> Normenset:
    normen = lees_normen()
    return Normenset(normen.checks, Begrippen(normen.vormen))
