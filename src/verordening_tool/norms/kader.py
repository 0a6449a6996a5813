"""Own norms of a gemeente (``--kader``): a folder of the same form as checks/, laid over the norms that travel with the program.

It may add checks under letters of its own, add word forms to concepts and add concepts. It can change no norm of ours, and not the
law index.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from verordening_tool.fouten import Normfout
from verordening_tool.norms.loader import Normen, keur_velden, lees_begrippen, lees_check, lees_gevallen
from verordening_tool.norms.schema import Check

_BEGRIPPEN = "begrippen"
_VAST = frozenset({"wetten", "gemeenten"})
# Letters of codes that the program has, or may have later.
GERESERVEERD = frozenset({"BW", "GR", "WT", "PR", "BR", "RV", "VW", "NR", "PK", "DR"})


@dataclass(frozen=True)
class Kader:
    """Our norms with the own ones behind them. ``bestanden``: file per own code; ``begrippen``: file and line per concept added to."""

    normen: Normen
    bestanden: Mapping[str, Path]
    begrippen: Mapping[str, str]


def lees_kader(map_: Path, normen: Normen, onderzoeken: Collection[str]) -> Kader:
    """The own norms in ``map_`` laid over ``normen``; ``onderzoeken`` are the names a check may mention.

    Raises Normfout that names file, line and field.
    """
    if not map_.is_dir():
        wat = "is een bestand, geen map" if map_.exists() else "bestaat niet"
        raise Normfout(f"De map {map_} met eigen normen {wat}.", "Controleer de naam achter --kader; docs/normen.md beschrijft de map.")
    pakketten = sorted(deel for deel in map_.iterdir() if deel.is_dir() and not deel.name.startswith((".", "_")))
    _keur_vorm(map_, pakketten)
    vormen, plekken = _voeg_begrippen_toe(map_, normen)
    eigen: dict[str, Check] = {}
    bestanden: dict[str, Path] = {}
    for pakket in pakketten:
        if pakket.name != _BEGRIPPEN:
            for bestand in sorted(pakket.glob("*.yaml")):
                check = lees_check(bestand)
                keur_velden(bestand)
                _keur_check(check, bestand, {**normen.checks, **eigen}, vormen, onderzoeken)
                lees_gevallen(bestand)
                eigen[check.code], bestanden[check.code] = check, bestand
    if not eigen and not plekken:
        raise Normfout(f"De map {map_} bevat geen normen.", "Zet elke norm in een map van haar pakket: PAKKET/CODE.yaml.")
    return Kader(Normen({**normen.checks, **eigen}, vormen), bestanden, plekken)


def _keur_vorm(map_: Path, pakketten: list[Path]) -> None:
    """The folder holds packs and begrippen, nothing that would be passed over in silence."""
    if vast := next((pakket.name for pakket in pakketten if pakket.name in _VAST), None):
        raise Normfout(
            f"De map {map_} bevat een map {vast}. Die gegevens horen bij het programma; een eigen kader kan ze niet veranderen.",
            f"Haal de map {vast} weg.",
        )
    if los := next(iter(sorted(map_.glob("*.y*ml"))), None):
        raise Normfout(f"{los.name} staat los in {map_}.", "Zet een norm in de map van haar pakket, en woordvormen in de map begrippen.")
    for pakket in pakketten:
        if fout := next(iter(sorted(pakket.glob("*.yml"))), None):
            raise Normfout(f"{pakket.name}/{fout.name} wordt zo niet gelezen.", f"Noem het bestand {fout.stem}.yaml.")


def _voeg_begrippen_toe(map_: Path, normen: Normen) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """All concepts with their word forms, and where each concept of the kader stands."""
    vormen = dict(normen.vormen)
    plekken: dict[str, str] = {}
    for bestand in sorted((map_ / _BEGRIPPEN).glob("*.yaml")):
        begrippen = lees_begrippen(bestand)
        keur_velden(bestand)
        for naam, woorden in begrippen.items():
            if naam in plekken:
                wat = f"begrip {naam} staat ook in {plekken[naam]}"
                raise Normfout(f"{_plek(bestand, naam)}: {wat}.", "Zet alle woordvormen van een begrip bij elkaar.")
            vormen[naam] = (*vormen.get(naam, ()), *woorden)
            plekken[naam] = _plek(bestand, naam)
    return vormen, plekken


def _keur_check(
    check: Check, bestand: Path, bekend: Mapping[str, Check], vormen: Mapping[str, object], onderzoeken: Collection[str]
) -> None:
    """What a check can not see from its own file alone."""
    for woord, bericht, advies in _bezwaren(check, bekend, vormen, onderzoeken):
        raise Normfout(f"{_plek(bestand, woord)}{bericht}.", advies)


def _bezwaren(
    check: Check, bekend: Mapping[str, Check], vormen: Mapping[str, object], onderzoeken: Collection[str]
) -> Iterator[tuple[str, str, str]]:
    """What is wrong: the word that stands in the line it is about, field and sentence, remedy."""
    letters = check.code.split("-")[0]
    if letters in GERESERVEERD:
        advies = f"Kies eigen letters, zoals KR-01. Bezet zijn {', '.join(sorted(GERESERVEERD))}."
        yield check.code, f", code: {letters} is van de normen van het programma", advies
    if check.code in bekend:
        yield check.code, f", code: {check.code} is al gebruikt", "Geef elke norm een eigen nummer."
    if ander := next((een.code for een in bekend.values() if een.naam == check.naam), None):
        yield check.naam, f", naam: {check.naam} is al de naam van {ander}", "Geef elke norm een eigen naam."
    for begrip in sorted(check.begrippen() - vormen.keys()):
        yield begrip, f": het begrip {begrip} bestaat niet", "Controleer de naam, of zet het begrip in de map begrippen."
    if check.onderzoek and check.onderzoek not in onderzoeken:
        advies = f"Kies uit {', '.join(sorted(onderzoeken))}, of gebruik kind: passage."
        yield check.onderzoek, f", onderzoek: {check.onderzoek} bestaat niet", advies


def _plek(bestand: Path, woord: str) -> str:
    """File, and the first line with ``woord`` in it, as errors name them."""
    heel = re.compile(rf"(?<![\w-]){re.escape(woord)}(?![\w-])")
    regels = bestand.read_text(encoding="utf-8-sig").splitlines()
    nummer = next((nummer for nummer, regel in enumerate(regels, 1) if heel.search(regel)), None)
    return f"{bestand.parent.name}/{bestand.name}" + (f", regel {nummer}" if nummer else "")
