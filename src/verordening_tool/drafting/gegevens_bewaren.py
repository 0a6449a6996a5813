"""Writes answers to a data file and leaves what a person added to it as it was: comments, order, other fields."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError

from verordening_tool.drafting.vragen import VRAGEN, als_gegevens
from verordening_tool.fouten import Gegevensfout

_KOP = "Gegevens voor `verordening genereer`. Alles staat hier één keer; elk stuk haalt het hiervandaan."
_DATUMVELDEN = "data."


def bewaar(tekst: str, antwoorden: Mapping[str, Any]) -> str:
    """``tekst`` (a data file, or "" for a new one) with the answers in it; a field of an answer that is gone is taken out.

    Each field that is new gets its explanation behind it. Raises Gegevensfout when the text is no YAML.
    """
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 200
    try:
        boom = yaml.load(tekst) if tekst.strip() else CommentedMap()
    except YAMLError as fout:
        raise Gegevensfout("Het gegevensbestand is geen geldige YAML.", "Verbeter het, of kies achter -o een andere map.") from fout
    if not tekst.strip():
        boom.yaml_set_start_comment(_KOP)
    for vraag in VRAGEN:
        if antwoorden.get(vraag.veld, "") == "":
            _haal_weg(boom, vraag.veld.split("."))
    uitleg = {vraag.veld: vraag.uitleg for vraag in VRAGEN}
    for veld, waarde in _velden(als_gegevens(antwoorden)):
        _zet(boom, veld, date.fromisoformat(waarde) if veld.startswith(_DATUMVELDEN) else waarde, uitleg.get(veld, ""))
    uit = io.StringIO()
    yaml.dump(boom, uit)
    return uit.getvalue()


def _velden(groep: Mapping[str, Any], voor: str = "") -> Iterator[tuple[str, Any]]:
    for naam, waarde in groep.items():
        if isinstance(waarde, dict):
            yield from _velden(waarde, f"{voor}{naam}.")
        else:
            yield f"{voor}{naam}", waarde


def _zet(boom: CommentedMap, veld: str, waarde: object, uitleg: str) -> None:
    *groepen, naam = veld.split(".")
    for groep in groepen:
        boom = boom.setdefault(groep, CommentedMap())
    nieuw = naam not in boom
    if nieuw or boom[naam] != waarde:
        boom[naam] = waarde
    if nieuw and uitleg:
        boom.yaml_add_eol_comment(uitleg, naam)


def _haal_weg(boom: CommentedMap, pad: list[str]) -> None:
    """Take a field out, and the groups that are empty without it."""
    naam, *rest = pad
    if naam not in boom:
        return
    if rest and isinstance(boom[naam], dict):
        _haal_weg(boom[naam], rest)
        if not boom[naam]:
            del boom[naam]
    elif not rest:
        del boom[naam]
