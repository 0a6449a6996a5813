"""``verordening lees``: shows what was read from a file."""

from __future__ import annotations

import click

from verordening_tool.cli.commando import Commando
from verordening_tool.cli.exitcode import Exitcode
from verordening_tool.cli.parameters import Keuze, een_bestand
from verordening_tool.cli.uitvoer import scherm, toon, toon_utf8
from verordening_tool.document.blok import Weergave


@click.command(
    "lees",
    cls=Commando,
    help="Laat zien wat er in een bestand is gelezen: aanhef, artikelen, leden en onderdelen, toelichting en verwijzingen.",
)
@click.argument("bestand", metavar="BESTAND")
@click.option(
    "-f", "--formaat", type=Keuze("formaat", ("tekst", "json")), default="tekst", metavar="FORMAAT", help="tekst (standaard) of json."
)
@click.option(
    "--weergave",
    type=Keuze("weergave", tuple(Weergave), Weergave),
    default=Weergave.DEFINITIEF.value,
    metavar="WEERGAVE",
    help="Bij bijgehouden wijzigingen: definitief (alles aanvaard, standaard) of oorspronkelijk.",
)
def lees(bestand: str, formaat: str, weergave: Weergave) -> Exitcode:
    """Read the file and show it."""
    pad = een_bestand(bestand, "Noem er een; verordening toets kan er meer aan.")

    from verordening_tool import api

    gelezen = api.lees(pad, weergave)
    inhoud = (gelezen.bestand, gelezen.document, gelezen.regeling, gelezen.verwijzingen)
    if formaat == "json":
        from verordening_tool.reports import json_lees

        toon_utf8(json_lees.render(*inhoud))
    else:
        from verordening_tool.reports import tekst_lees

        toon(tekst_lees.render(*inhoud, scherm()))
    return Exitcode.GOED
