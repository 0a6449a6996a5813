"""Reads a data file: YAML → Gegevens, with errors that name file, line, field and remedy."""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from verordening_tool import _yaml
from verordening_tool._yaml import Pad
from verordening_tool.drafting.gegevens import Gegevens
from verordening_tool.fouten import Gegevensfout

_GROOTST = 1_000_000  # bytes; a data file has a few thousand
_ADVIES = "Verbeter het bestand en probeer het opnieuw; docs/voorbeelden/gemeente.yaml is een goed voorbeeld."
_EIGEN = {
    "string_pattern_mismatch": "heeft niet de goede vorm. Schrijf alleen het nummer, bijvoorbeeld 10 of 10a, tussen aanhalingstekens",
    "date_type": "is geen datum. Schrijf die als 2026-01-01 of als 1 januari 2026",
    "date_parsing": "is geen datum. Schrijf die als 2026-01-01 of als 1 januari 2026",
    "date_from_datetime_parsing": "is geen datum. Schrijf die als 2026-01-01 of als 1 januari 2026",
}


def lees_gegevens(bestand: Path) -> Gegevens:
    """The data in ``bestand``. Raises Gegevensfout that names every error in it."""
    if bestand.is_file() and bestand.stat().st_size > _GROOTST:
        raise Gegevensfout(f"{bestand} is te groot voor een gegevensbestand.", "Geef het goede bestand op.")
    return lees_tekst(_yaml.lees_tekst(bestand, Gegevensfout), bestand.name)


def lees_tekst(tekst: str, naam: str) -> Gegevens:
    """The data in a text; ``naam`` is what errors call it. Raises Gegevensfout."""
    wortel = _yaml.ontleed(tekst, naam, Gegevensfout)
    inhoud = _yaml.bouw(wortel, naam, Gegevensfout)
    try:
        return Gegevens.model_validate(inhoud)
    except ValidationError as fout:
        regels = sorted(_bericht(detail, wortel, naam) for detail in fout.errors())
        raise Gegevensfout("\n".join(tekst for _, tekst in regels), _ADVIES) from fout


def fout_in_veld(bestand: Path, veld: str, wat: str) -> Gegevensfout:
    """An error about one field ("wijziging.artikel") of a data file that was read before, with its line."""
    wortel = _yaml.ontleed(_yaml.lees_tekst(bestand, Gegevensfout), bestand.name, Gegevensfout)
    regel = _yaml.regel_van(wortel, tuple(veld.split(".")))
    return Gegevensfout(f"{bestand.name}, regel {regel}: {_yaml.zin(f'{veld} {wat}')}", _ADVIES)


def wat_niet_past(inhoud: object) -> tuple[str, str] | None:
    """The first field of ``inhoud`` (a data file as nested values) that is wrong, and what is wrong with it; None when all is right."""
    try:
        Gegevens.model_validate(inhoud)
    except ValidationError as fout:
        detail = fout.errors()[0]
        pad = tuple(deel for deel in detail["loc"] if isinstance(deel, str) and deel.isidentifier())
        wat, veld = wat_is_er_mis(detail, pad)
        return ".".join((*pad, *([veld] if veld else ()))), wat
    return None


def _bericht(detail: ErrorDetails, wortel: yaml.Node, naam: str) -> tuple[int, str]:
    """Line and sentence of one error of pydantic."""
    pad = tuple(deel for deel in detail["loc"] if isinstance(deel, int) or deel.isidentifier())
    wat, veld = wat_is_er_mis(detail, pad)
    regel = _yaml.regel_van(wortel, (*pad, *veld.split(".")) if veld else pad)
    return regel, f"{naam}, regel {regel}: {_yaml.zin(f'{_yaml.veldnaam((*pad, *([veld] if veld else ())))} {wat}')}"


def wat_is_er_mis(detail: ErrorDetails, pad: Pad) -> tuple[str, str]:
    """What is wrong, and the field below ``pad`` that it is about when the error is of the group as a whole."""
    eigen = None if detail["input"] is None else _EIGEN.get(detail["type"])
    tekst = eigen or _yaml.wat_is_er_mis(detail, Gegevens, pad)
    if detail["type"] == "value_error":
        veld, _, rest = tekst.partition(" ")
        groep = groep_op(pad)
        if groep is not None and veld.split(".")[0] in groep.model_fields:
            return rest, veld
    return tekst, ""


def groep_op(pad: Pad) -> type[BaseModel] | None:
    """The group of fields at ``pad``; None when there is none."""
    return _yaml.groep_op(Gegevens, pad)
