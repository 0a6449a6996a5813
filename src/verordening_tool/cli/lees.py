"""``verordening lees``: shows what was read from a file."""

from __future__ import annotations

from pathlib import Path

import click

from verordening_tool.cli.commando import Commando
from verordening_tool.cli.exitcode import Exitcode
from verordening_tool.cli.keuzes import keur_basis, kies_basis
from verordening_tool.cli.parameters import Keuze, een_bestand
from verordening_tool.cli.uitvoer import meld, scherm, toon, toon_utf8
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
@kies_basis
def lees(bestand: str, formaat: str, weergave: Weergave, basis: Path | None) -> Exitcode:
    """Read the file and show it."""
    pad = een_bestand(bestand, "Noem er een; verordening toets kan er meer aan.")

    from verordening_tool import api

    gelezen = api.lees(pad, weergave, basis=basis)
    keur_basis(basis, gevonden=gelezen.consolidatie is not None)
    for een in gelezen.consolidatie.niet_gepast if gelezen.consolidatie else ():
        meld(f"Niet uitgevoerd (alinea {een.alinea + 1}): “{een.opdracht}” Want {een.reden}.")
    inhoud = (gelezen.bestand, gelezen.document, gelezen.regeling, gelezen.verwijzingen)
    if formaat == "json":
        from verordening_tool.reports import json_lees

        toon_utf8(json_lees.render(*inhoud))
    else:
        from verordening_tool.reports import tekst_lees

        toon(tekst_lees.render(*inhoud, scherm()))
    return Exitcode.GOED
