"""Reads a data file: YAML → Gegevens, with errors that name file, line, field and remedy."""

from __future__ import annotations

import difflib
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from verordening_tool.drafting.gegevens import Gegevens
from verordening_tool.drafting.velden import Veldgroep
from verordening_tool.fouten import Gegevensfout

_GROOTST = 1_000_000  # bytes; a data file has a few thousand
_ADVIES = "Verbeter het bestand en probeer het opnieuw; docs/voorbeelden/gemeente.yaml is een goed voorbeeld."
Pad = tuple[str | int, ...]


def lees_gegevens(bestand: Path) -> Gegevens:
    """The data in ``bestand``. Raises Gegevensfout that names every error in it."""
    try:
        if bestand.stat().st_size > _GROOTST:
            raise Gegevensfout(f"{bestand} is te groot voor een gegevensbestand.", "Geef het goede bestand op.")
        tekst = bestand.read_text(encoding="utf-8-sig")
    except OSError as fout:
        raise Gegevensfout(f"Het gegevensbestand {bestand} kan niet worden gelezen.", "Controleer de naam en de map.") from fout
    except UnicodeDecodeError as fout:
        raise Gegevensfout(f"{bestand} is geen tekst in UTF-8.", "Bewaar het bestand in uw tekstprogramma met codering UTF-8.") from fout
    return lees_tekst(tekst, bestand.name)


def lees_tekst(tekst: str, naam: str) -> Gegevens:
    """The data in a text; ``naam`` is what errors call it. Raises Gegevensfout."""
    wortel = _ontleed(tekst, naam)
    if not isinstance(wortel, yaml.MappingNode):
        raise Gegevensfout(f"{naam} bevat geen gegevens.", _ADVIES)
    dubbel = next(_dubbele(wortel, ()), None)
    if dubbel is not None:
        raise Gegevensfout(f"{naam}, regel {dubbel[1]}: {dubbel[0]} staat er twee keer.", "Haal een van beide weg.")
    inhoud = _bouw(wortel, naam)
    try:
        return Gegevens.model_validate(inhoud)
    except ValidationError as fout:
        regels = sorted(_bericht(detail, wortel, naam) for detail in fout.errors())
        raise Gegevensfout("\n".join(tekst for _, tekst in regels), _ADVIES) from fout


def _ontleed(tekst: str, naam: str) -> yaml.Node | None:
    try:
        tokens = yaml.scan(tekst, Loader=yaml.SafeLoader)
        if any(isinstance(token, yaml.AliasToken) for token in tokens):
            raise Gegevensfout(f"{naam} gebruikt een verwijzing (*).", "Schrijf de waarde uit.")
        return yaml.compose(tekst, Loader=yaml.SafeLoader)
    except yaml.YAMLError as fout:
        mark = getattr(fout, "problem_mark", None)
        plek = f", regel {mark.line + 1}" if mark else ""
        raise Gegevensfout(
            f"{naam}{plek}: dit is geen geldige YAML.",
            "Controleer inspringing en dubbele punten; zet tekst met : of # erin tussen aanhalingstekens.",
        ) from fout
    except RecursionError as fout:
        raise Gegevensfout(f"{naam} is te diep genest.", _ADVIES) from fout


def _bouw(wortel: yaml.Node, naam: str) -> object:
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_document(wortel)
    except (yaml.YAMLError, ValueError) as fout:
        mark = getattr(fout, "problem_mark", None)
        plek = f", regel {mark.line + 1}" if mark else ""
        raise Gegevensfout(f"{naam}{plek}: hier staat een waarde die niet bestaat, zoals 31 februari.", _ADVIES) from fout
    finally:
        loader.dispose()


def _dubbele(knoop: yaml.Node, pad: Pad) -> Iterator[tuple[str, int]]:
    """Fields that stand twice in one group, with their line."""
    if isinstance(knoop, yaml.MappingNode):
        gezien: set[Hashable] = set()
        for sleutel, waarde in knoop.value:
            if sleutel.value in gezien:
                yield ".".join(map(str, (*pad, sleutel.value))), sleutel.start_mark.line + 1
            gezien.add(sleutel.value)
            yield from _dubbele(waarde, (*pad, sleutel.value))
    elif isinstance(knoop, yaml.SequenceNode):
        for nummer, waarde in enumerate(knoop.value):
            yield from _dubbele(waarde, (*pad, nummer))


def _bericht(detail: ErrorDetails, wortel: yaml.Node, naam: str) -> tuple[int, str]:
    """Line and sentence of one error of pydantic."""
    pad = tuple(deel for deel in detail["loc"] if isinstance(deel, int) or deel.isidentifier())
    wat, veld = wat_is_er_mis(detail, pad)
    regel = _regel(wortel, (*pad, *veld.split(".")) if veld else pad)
    volledig = ".".join(str(deel + 1) if isinstance(deel, int) else deel for deel in (*pad, *([veld] if veld else ())))
    return regel, f"{naam}, regel {regel}: {volledig or 'het geheel'} {wat}."


def wat_is_er_mis(detail: ErrorDetails, pad: Pad) -> tuple[str, str]:
    """What is wrong, and the field below ``pad`` that it is about when the error is of the group as a whole."""
    soort, extra = detail["type"], detail.get("ctx", {})
    if soort == "value_error":
        tekst = str(extra.get("error", detail["msg"]))
        veld, _, rest = tekst.partition(" ")
        groep = groep_op(pad)
        if groep is not None and veld.split(".")[0] in groep.model_fields:
            return rest, veld
        return tekst, ""
    if soort == "extra_forbidden":
        groep = groep_op(pad[:-1])
        lijkt = difflib.get_close_matches(str(pad[-1]), list(groep.model_fields) if groep else [], n=1)
        return f"bestaat niet. {f'Bedoelt u {lijkt[0]}' if lijkt else 'Haal het weg'}", ""
    if soort == "literal_error":
        keuzes = str(extra.get("expected", "")).replace("'", "").replace(" or ", " of ")
        return f"is “{detail['input']}”. Kies uit {keuzes}", ""
    return _EENVOUDIG.get(soort, "is niet goed. Controleer de waarde").format(**{str(k): v for k, v in extra.items()}), ""


_EENVOUDIG = {
    "missing": "ontbreekt. Vul het in",
    "string_type": "is geen tekst. Zet de waarde tussen aanhalingstekens",
    "string_too_short": "is leeg. Vul een waarde in, of haal het veld weg",
    "string_too_long": "is langer dan {max_length} tekens. Maak de tekst korter",
    "string_pattern_mismatch": "heeft niet de goede vorm. Schrijf alleen het nummer, bijvoorbeeld 10 of 10a, tussen aanhalingstekens",
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
    "date_type": "is geen datum. Schrijf die als 2026-01-01 of als 1 januari 2026",
    "date_parsing": "is geen datum. Schrijf die als 2026-01-01 of als 1 januari 2026",
    "date_from_datetime_parsing": "is geen datum. Schrijf die als 2026-01-01 of als 1 januari 2026",
    "date_from_datetime_inexact": "bevat een tijd. Schrijf alleen de dag, als 2026-01-01",
}


def groep_op(pad: Pad) -> type[Veldgroep] | None:
    """The group of fields at ``pad``; None when there is none."""
    groep: Any = Gegevens
    for deel in pad:
        veld = getattr(groep, "model_fields", {}).get(deel)
        if veld is None:
            return None
        soorten = [veld.annotation, *getattr(veld.annotation, "__args__", ())]
        groep = next((soort for soort in soorten if isinstance(soort, type) and issubclass(soort, Veldgroep)), None)
        if groep is None:
            return None
    return groep  # type: ignore[no-any-return]


def _regel(knoop: yaml.Node, pad: Pad) -> int:
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
