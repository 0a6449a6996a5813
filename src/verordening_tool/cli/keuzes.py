"""The options that commands share: which norms, and how to judge."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from verordening_tool.cli.parameters import Codes, Datum, Keuze
from verordening_tool.document.blok import Weergave
from verordening_tool.document.regeling import Soort, Stadium
from verordening_tool.fouten import Gebruiksfout
from verordening_tool.reports.rapport import Drempel

_TE_TOETSEN = tuple(soort.value for soort in Soort if soort is not Soort.ANDERS)
_F = TypeVar("_F", bound=Callable[..., Any])


def kies_wat_geldt(functie: _F) -> _F:
    """Dates, soort and stadium, where the document does not say them or is misunderstood."""
    return _opties(
        functie,
        click.option("--peildatum", multiple=True, type=Datum(), metavar="DATUM", help="Beoordeel naar de wet op deze datum. Mag vaker."),
        click.option("--vastgesteld", type=Datum(), metavar="DATUM", help="Datum van vaststelling, als het stuk die niet noemt."),
        click.option(
            "--soort",
            type=Keuze("soort", _TE_TOETSEN, Soort),
            metavar="SOORT",
            help=f"Soort stuk, als die niet goed wordt herkend: {', '.join(_TE_TOETSEN)}.",
        ),
        click.option("--stadium", type=Keuze("stadium", tuple(Stadium), Stadium), metavar="STADIUM", help=f"{', '.join(Stadium)}."),
    )


def kies_weergave(help_: str, *meer: str) -> Callable[[_F], _F]:
    """Which view of tracked changes is judged: one of Weergave, or one of the words ``meer``."""
    return click.option(
        "--weergave", type=Keuze("weergave", (*Weergave, *meer)), default=Weergave.DEFINITIEF.value, metavar="WEERGAVE", help=help_
    )


def kies_normen(functie: _F) -> _F:
    """Which norms are reported."""
    return _opties(
        functie,
        click.option("--selecteer", type=Codes(), default="", metavar="CODES", help="Alleen deze normen, bijvoorbeeld BW-06,BW-07 of BW."),
        click.option("--negeer", type=Codes(), default="", metavar="CODES", help="Deze normen niet."),
    )


def kies_basis(functie: _F) -> _F:
    """The text that a wijzigingsverordening changes."""
    help_ = "Tekst die een wijzigingsverordening wijzigt: neem de wijzigingen daarin over en kijk naar het geheel."
    return click.option("--basis", type=click.Path(path_type=Path), metavar="BESTAND", help=help_)(functie)


def keur_basis(basis: Path | None, *, gevonden: bool) -> None:
    """Raises Gebruiksfout when --basis was given and no document changes a text."""
    if basis is not None and not gevonden:
        raise Gebruiksfout("Er is geen wijzigingsverordening bij, dus --basis heeft geen zin.", "Laat --basis weg, of noem het goede stuk.")


def kies_kader(functie: _F) -> _F:
    """The own norms of a gemeente, laid over ours."""
    help_ = "Neem ook de eigen normen in deze map mee; zie docs/normen.md."
    return click.option("--kader", type=click.Path(path_type=Path), metavar="MAP", help=help_)(functie)


def kies_afwijkingen(functie: _F) -> _F:
    """The findings that a gemeente accepts."""
    help_ = "Csv-bestand met bevindingen die u aanvaardt, met de reden. Zij blijven zichtbaar, maar tellen niet mee."
    return click.option("--afwijkingen", type=click.Path(path_type=Path), metavar="BESTAND", help=help_)(functie)


def kies_drempel(help_: str, standaard: Drempel | None) -> Callable[[_F], _F]:
    """From which gewicht on something is a finding."""
    return click.option(
        "--drempel",
        type=Keuze("drempel", tuple(Drempel), Drempel),
        default=standaard.value if standaard else None,
        metavar="GEWICHT",
        help=help_,
    )


def _opties(functie: _F, *opties: Callable[[_F], _F]) -> _F:
    """Put the options on a command, shown in the order given."""
    for optie in reversed(opties):
        functie = optie(functie)
    return functie
