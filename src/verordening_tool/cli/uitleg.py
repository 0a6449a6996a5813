"""``verordening uitleg``: the page of one norm."""

from __future__ import annotations

import click

from verordening_tool.cli.commando import Commando
from verordening_tool.cli.exitcode import Exitcode
from verordening_tool.cli.uitvoer import scherm, toon


@click.command("uitleg", cls=Commando, help="Leg een norm uit: de vraag, waarom, de bron, wat telt en wat niet, met voorbeelden.")
@click.argument("code", metavar="CODE")
def uitleg(code: str) -> Exitcode:
    """Explain the norm with this code."""
    from verordening_tool import api
    from verordening_tool.reports.tekst_normen import render_uitleg

    toon(render_uitleg(api.uitleg(code), scherm()))
    return Exitcode.GOED
