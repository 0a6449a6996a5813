"""Puts a package in a folder. What a person changed there is never replaced.

A list of hashes beside the documents tells what we wrote. A file that is not in the list, or differs from it, is a person's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from verordening_tool._bestanden import schrijf_bestand
from verordening_tool.fouten import Schrijffout

HERKOMST = "herkomst.json"
_SCHEMA = "verordening-genereer/1"


def schrijf_pakket(map_: Path, bestanden: Mapping[str, bytes], *, nieuwe_versie: bool) -> dict[str, Path]:
    """Write ``bestanden`` (name → bytes) to ``map_``, and give where each went.

    With ``nieuwe_versie`` a document that a person changed stays and the new one goes beside it, with a number behind its name.
    Raises Schrijffout before anything is written when a document was changed and ``nieuwe_versie`` is not asked.
    """
    try:
        map_.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise Schrijffout(f"De map {map_} kan niet worden gemaakt.", "Kies achter -o een andere map.") from fout
    bekend = _lees_herkomst(map_)
    van_mens = [naam for naam in bestanden if _is_van_mens(map_ / naam, bekend.get(naam))]
    if van_mens and not nieuwe_versie:
        raise Schrijffout(
            f"In {map_} is iets veranderd of staat al iets dat hier niet is gemaakt: {', '.join(van_mens)}. Er is niets geschreven.",
            "Kies achter -o een andere map, of zet met --nieuwe-versie de nieuwe stukken ernaast.",
        )
    paden: dict[str, Path] = {}
    for naam, inhoud in bestanden.items():
        doel = _vrije_naam(map_, naam, bekend) if naam in van_mens else naam
        schrijf_bestand(map_ / doel, inhoud)
        bekend[doel] = _hash(inhoud)
        paden[naam] = map_ / doel
        _bewaar_herkomst(map_, bekend)
    return paden


def _is_van_mens(pad: Path, bekend: str | None) -> bool:
    try:
        return pad.exists() and _hash(pad.read_bytes()) != bekend
    except OSError:
        return True


def _vrije_naam(map_: Path, naam: str, bekend: Mapping[str, str]) -> str:
    pad, nummer = Path(naam), 2
    while _is_van_mens(map_ / (nieuw := f"{pad.stem}-{nummer}{pad.suffix}"), bekend.get(nieuw)):
        nummer += 1
    return nieuw


def _lees_herkomst(map_: Path) -> dict[str, str]:
    """Name → hash of what we wrote before; a list that can not be read protects everything that is there."""
    try:
        inhoud = json.loads((map_ / HERKOMST).read_text(encoding="utf-8"))
        return {str(naam): str(hash_) for naam, hash_ in inhoud["bestanden"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _bewaar_herkomst(map_: Path, bekend: Mapping[str, str]) -> None:
    inhoud = {"schema": _SCHEMA, "bestanden": dict(sorted(bekend.items()))}
    schrijf_bestand(map_ / HERKOMST, (json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n").encode())


def _hash(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()
