"""``verordening uitleg``: the page of one norm."""

from __future__ import annotations

from pathlib import Path

import click

from verordening_tool.cli.commando import Commando
from verordening_tool.cli.exitcode import Exitcode
from verordening_tool.cli.keuzes import kies_kader
from verordening_tool.cli.uitvoer import scherm, toon


@click.command("uitleg", cls=Commando, help="Leg een norm uit: de vraag, waarom, de bron, wat telt en wat niet, met voorbeelden.")
@click.argument("code", metavar="CODE")
@kies_kader
def uitleg(code: str, kader: Path | None) -> Exitcode:
    """Explain the norm with this code."""
    from verordening_tool import api
    from verordening_tool.reports.tekst_normen import render_uitleg

    toon(render_uitleg(api.uitleg(code, kader), scherm()))
    return Exitcode.GOED
