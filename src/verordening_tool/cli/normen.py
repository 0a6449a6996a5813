"""``verordening normen``: which norms hold on a date."""

from __future__ import annotations

from datetime import date

import click

from verordening_tool.cli.commando import Commando
from verordening_tool.cli.exitcode import Exitcode
from verordening_tool.cli.parameters import Datum, Keuze
from verordening_tool.cli.uitvoer import scherm, toon
from verordening_tool.document.regeling import Soort


@click.command(
    "normen", cls=Commando, help="Laat zien welke normen op een datum gelden, met hun gewicht en bron. Zonder datum: alle normen."
)
@click.option("--peildatum", type=Datum(), metavar="DATUM", help="Alleen normen die op deze datum gelden, zoals 2024-01-01.")
@click.option(
    "--soort", type=Keuze("soort", tuple(Soort), Soort), metavar="SOORT", help="Alleen normen voor deze soort, zoals verordening."
)
def normen(peildatum: date | None, soort: Soort | None) -> Exitcode:
    """List the norms."""
    from verordening_tool import api
    from verordening_tool.norms.loader import BIJGEWERKT_TOT
    from verordening_tool.reports.tekst_normen import render_lijst

    toon(render_lijst(api.normen(peildatum, soort), peildatum, date.fromisoformat(BIJGEWERKT_TOT), scherm()))
    return Exitcode.GOED
