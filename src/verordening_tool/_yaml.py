"""YAML that people write: read safely, with the line of every field, and in Dutch what is wrong with it."""

from __future__ import annotations

import difflib
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path
from typing import get_args

import yaml
from pydantic import BaseModel
from pydantic_core import ErrorDetails

from verordening_tool.fouten import VerordeningFout

Pad = tuple[str | int, ...]
_WAARDE = "Verbeter de waarde."
_SYNTAX = "Controleer inspringing en dubbele punten; zet tekst met : of # erin tussen aanhalingstekens."


def lees_tekst(bestand: Path, fout: type[VerordeningFout]) -> str:
    """The text of a file in UTF-8, with or without byte order mark. Raises ``fout``."""
    try:
        return bestand.read_text(encoding="utf-8-sig")
    except OSError as oorzaak:
        raise fout(f"{bestand} kan niet worden gelezen.", "Controleer de naam en de map.") from oorzaak
    except UnicodeDecodeError as oorzaak:
        raise fout(f"{bestand} is geen tekst in UTF-8.", "Bewaar het bestand in uw tekstprogramma met codering UTF-8.") from oorzaak


def ontleed(tekst: str, naam: str, fout: type[VerordeningFout], eerste_regel: int = 1) -> yaml.MappingNode:
    """The fields of a text with their places. ``naam`` is what errors call it, ``eerste_regel`` where it begins in its file.

    Raises ``fout`` for what is no YAML, holds no fields, names a field twice or uses an alias.
    """
    try:
        tokens = yaml.scan(tekst, Loader=yaml.SafeLoader)
        if any(isinstance(token, yaml.AliasToken) for token in tokens):
            raise fout(f"{naam} gebruikt een verwijzing (*).", "Schrijf de waarde uit, of zet haar tussen aanhalingstekens.")
        wortel = yaml.compose(tekst, Loader=yaml.SafeLoader)
    except yaml.YAMLError as oorzaak:
        raise fout(f"{naam}{_plek(oorzaak, eerste_regel)}: dit is geen geldige YAML.", _SYNTAX) from oorzaak
    except RecursionError as oorzaak:
        raise fout(f"{naam} is te diep genest.", "Haal lagen weg.") from oorzaak
    if not isinstance(wortel, yaml.MappingNode):
        raise fout(f"{naam} bevat geen gegevens.", "Schrijf elk gegeven op een eigen regel: naam, dubbele punt, waarde.")
    dubbel = next(_dubbele(wortel, ()), None)
    if dubbel is not None:
        raise fout(f"{naam}, regel {dubbel[1] + eerste_regel - 1}: {dubbel[0]} staat er twee keer.", "Haal een van beide weg.")
    return wortel


def bouw(wortel: yaml.Node, naam: str, fout: type[VerordeningFout], eerste_regel: int = 1) -> object:
    """The values below ``wortel``. Raises ``fout`` for a value that does not exist, such as 31 februari."""
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_document(wortel)
    except (yaml.YAMLError, ValueError) as oorzaak:
        wat = "hier staat een waarde die niet bestaat, zoals 31 februari"
        raise fout(f"{naam}{_plek(oorzaak, eerste_regel) or _plek_van_waarde(loader, wortel, eerste_regel)}: {wat}.", _WAARDE) from oorzaak
    finally:
        loader.dispose()


def _plek_van_waarde(loader: yaml.SafeLoader, knoop: yaml.Node, eerste_regel: int) -> str:
    """Where the first value stands that can not be made."""
    if isinstance(knoop, yaml.ScalarNode):
        try:
            loader.construct_document(knoop)
        except ValueError:
            return f", regel {knoop.start_mark.line + eerste_regel}"
        return ""
    delen = [deel for paar in knoop.value for deel in (paar if isinstance(paar, tuple) else (paar,))]
    return next((plek for deel in delen if (plek := _plek_van_waarde(loader, deel, eerste_regel))), "")


def regel_van(knoop: yaml.Node, pad: Pad) -> int:
    """Line (from 1) of the deepest field of ``pad`` that is there."""
    regel = knoop.start_mark.line + 1
    for deel in pad:
        volgende: yaml.Node | None = None
        if isinstance(knoop, yaml.MappingNode):
            for sleutel, waarde in knoop.value:
                if sleutel.value == deel:
                    volgende, regel = waarde, sleutel.start_mark.line + 1
        elif isinstance(knoop, yaml.SequenceNode) and isinstance(deel, int) and deel < len(knoop.value):
            volgende = knoop.value[deel]
            regel = volgende.start_mark.line + 1
        if volgende is None:
            break
        knoop = volgende
    return regel


def veldnaam(pad: Sequence[str | int]) -> str:
    """A field as a user reads it, items of a list counted from 1: "gevallen.2.tekst"."""
    return ".".join(str(deel + 1) if isinstance(deel, int) else deel for deel in pad) or "het geheel"


def zin(tekst: str) -> str:
    """The sentence with its full stop, unless it ends as a question."""
    return tekst if tekst.endswith("?") else f"{tekst}."


def wat_is_er_mis(detail: ErrorDetails, model: type[BaseModel], pad: Pad) -> str:
    """What is wrong with the field at ``pad`` of ``model``, and what to do: the rest of a Dutch sentence without its full stop."""
    soort, extra = detail["type"], detail.get("ctx", {})
    if soort == "value_error":
        return str(extra.get("error", detail["msg"]))
    if soort == "extra_forbidden":
        groep = groep_op(model, pad[:-1])
        lijkt = difflib.get_close_matches(str(pad[-1]), list(groep.model_fields) if groep else [], n=1)
        return f"bestaat niet. {f'Bedoelt u {lijkt[0]}?' if lijkt else 'Haal het weg'}"
    if soort in {"literal_error", "enum"}:
        keuzes = str(extra.get("expected", "")).replace("'", "").replace(" or ", " of ")
        return f"is “{detail['input']}”. Kies uit {keuzes}"
    if detail["input"] is None and soort.endswith("_type") and soort not in {"model_type", "dict_type"}:
        return "is leeg. Vul een waarde in"
    return _EENVOUDIG.get(soort, "is niet goed. Controleer de waarde").format(**{str(k): v for k, v in extra.items()})


def groep_op(model: type[BaseModel], pad: Pad) -> type[BaseModel] | None:
    """The model of the group of fields at ``pad``; None when there is none."""
    groep: type[BaseModel] | None = model
    for deel in pad:
        if isinstance(deel, int):
            continue
        veld = groep.model_fields.get(deel) if groep else None
        groep = _model_in(veld.annotation) if veld else None
    return groep


def _model_in(soort: object) -> type[BaseModel] | None:
    if isinstance(soort, type) and issubclass(soort, BaseModel):
        return soort
    return next((model for deel in get_args(soort) if (model := _model_in(deel))), None)


def _plek(oorzaak: Exception, eerste_regel: int) -> str:
    mark = getattr(oorzaak, "problem_mark", None)
    return f", regel {mark.line + eerste_regel}" if mark else ""


def _dubbele(knoop: yaml.Node, pad: Pad) -> Iterator[tuple[str, int]]:
    """Fields that stand twice in one group, with their line."""
    if isinstance(knoop, yaml.MappingNode):
        gezien: set[Hashable] = set()
        for sleutel, waarde in knoop.value:
            if sleutel.value in gezien:
                yield veldnaam((*pad, sleutel.value)), sleutel.start_mark.line + 1
            gezien.add(sleutel.value)
            yield from _dubbele(waarde, (*pad, sleutel.value))
    elif isinstance(knoop, yaml.SequenceNode):
        for nummer, waarde in enumerate(knoop.value):
            yield from _dubbele(waarde, (*pad, nummer))


_EENVOUDIG = {
    "missing": "ontbreekt. Vul het in",
    "string_type": "is geen tekst. Zet de waarde tussen aanhalingstekens",
    "string_too_short": "is leeg. Vul een waarde in, of haal het veld weg",
    "string_too_long": "is langer dan {max_length} tekens. Maak de tekst korter",
    "string_pattern_mismatch": "heeft niet de goede vorm",
    "int_type": "is geen heel getal. Vul een getal in, zonder punten en zonder euroteken",
    "int_parsing": "is geen heel getal. Vul een getal in, zonder punten en zonder euroteken",
    "int_from_float": "is geen heel getal. Rond het af",
    "bool_type": "is geen ja of nee. Vul true (ja) of false (nee) in",
    "bool_parsing": "is geen ja of nee. Vul true (ja) of false (nee) in",
    "greater_than_equal": "is te laag. Vul ten minste {ge} in",
    "less_than_equal": "is te hoog. Vul ten hoogste {le} in",
    "too_short": "noemt te weinig. Noem er ten minste {min_length}",
    "tuple_type": "is geen lijst. Zet elke waarde op een eigen regel, met een streepje ervoor",
    "model_type": "heeft velden onder zich. Zet ze eronder, met twee spaties ervoor",
    "dict_type": "heeft velden onder zich. Zet ze eronder, met twee spaties ervoor",
    "date_type": "is geen datum. Schrijf die als 2026-01-01",
    "date_parsing": "is geen datum. Schrijf die als 2026-01-01",
    "date_from_datetime_parsing": "is geen datum. Schrijf die als 2026-01-01",
    "date_from_datetime_inexact": "bevat een tijd. Schrijf alleen de dag, als 2026-01-01",
}
