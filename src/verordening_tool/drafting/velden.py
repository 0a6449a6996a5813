"""The kinds of value in a data file: text that is safe to put in a document, and dates."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from verordening_tool.structure.data import eerste_datum

_JINJA = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_MARKUP = re.compile(r"</?[A-Za-z!][^<>]*>")
_PLAATSHOUDER = re.compile(r"\[[^\]]*\]|…{1,}|\.{4,}|_{3,}|\bXX+\b|\bPM\b|\b20\.\.")
_LIDWOORD = re.compile(r"(de|het)\s+(?=\S)", re.IGNORECASE)
_LANGSTE = 200
_LANGSTE_DATUM = 20


class Veldgroep(BaseModel):
    """A group of fields: unknown fields are refused, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _keur_tekst(tekst: str) -> str:
    """One line of plain text. Raises ValueError with a Dutch sentence."""
    schoon = tekst.strip()
    if not schoon:
        raise ValueError("is leeg. Vul een waarde in, of haal het veld weg")
    if len(schoon) > _LANGSTE:
        raise ValueError(f"is langer dan {_LANGSTE} tekens. Maak de tekst korter")
    if not schoon.isprintable() and any(not teken.isprintable() and teken != "\u00a0" for teken in schoon):
        raise ValueError("bevat een regeleinde of een onzichtbaar teken. Zet de tekst op een regel")
    if any("\ue000" <= teken <= "\uf8ff" for teken in schoon):
        raise ValueError("bevat een teken dat niet in elk lettertype bestaat. Haal het weg")
    if "|" in schoon or schoon.startswith("@"):
        raise ValueError("bevat een teken met een eigen betekenis in de sjablonen (| of @ aan het begin). Schrijf het anders")
    if _JINJA.search(schoon):
        raise ValueError("bevat accolades van een sjabloon ({{ of {%). Hier hoort gewone tekst")
    if _MARKUP.search(schoon):
        raise ValueError("bevat opmaakcode tussen < en >. Hier hoort gewone tekst")
    if _PLAATSHOUDER.search(schoon):
        raise ValueError("lijkt nog niet ingevuld. Vul de echte waarde in, of haal het veld weg")
    return schoon


def splits_lidwoord(tekst: str) -> tuple[str | None, str]:
    """The article that was typed before a name ("De Adviesraad"), and the name without it."""
    treffer = _LIDWOORD.match(tekst)
    return (treffer[1].lower(), tekst[treffer.end() :]) if treffer else (None, tekst)


def _zonder_lidwoord(titel: str) -> str:
    return splits_lidwoord(titel)[1]


def _lees_datum(waarde: object) -> object:
    """A date typed in words becomes a date; anything else is left to pydantic."""
    if isinstance(waarde, str) and len(waarde.strip()) <= _LANGSTE_DATUM and (dag := eerste_datum(waarde)) is not None:
        return dag
    return waarde


Tekst = Annotated[str, Field(min_length=1, max_length=_LANGSTE), AfterValidator(_keur_tekst)]
Titel = Annotated[Tekst, AfterValidator(_zonder_lidwoord)]  # our texts put the article before it
Datum = Annotated[date, BeforeValidator(_lees_datum)]
