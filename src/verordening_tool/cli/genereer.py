"""``verordening genereer``: writes a package of documents from one data file."""

from __future__ import annotations

from pathlib import Path

import click

from verordening_tool.cli.commando import Commando
from verordening_tool.cli.exitcode import Exitcode
from verordening_tool.cli.uitvoer import scherm, toon


@click.command(
    "genereer",
    cls=Commando,
    help="Schrijf een pakket stukken voor de raad vanuit een gegevensbestand, en toets wat er geschreven is. Zonder SOORT: alle stukken.",
    epilog="Eindcode: 0 geschreven en in orde, 1 geschreven maar niet in orde, 2 verkeerd gebruik of foute gegevens.",
)
@click.argument("soort", nargs=-1, metavar="[SOORT...]")
@click.option("--gegevens", required=True, metavar="BESTAND", help="Gegevensbestand, zoals gemeente.yaml.")
@click.option("-o", "--uitvoer", required=True, metavar="MAP", help="Map voor de stukken. Wat u daar zelf veranderde, blijft staan.")
@click.option("--huisstijl", metavar="BESTAND", help="Word-document met de stijlen, kop- en voettekst en marges van uw gemeente.")
@click.option("--sjablonen", metavar="MAP", help="Eigen sjablonen, in plaats van of naast die van ons.")
@click.option("--zonder-controle", is_flag=True, help="Toets de geschreven stukken niet.")
@click.option("--nieuwe-versie", is_flag=True, help="Zet een nieuw stuk naast een stuk dat u zelf veranderde.")
def genereer(
    soort: tuple[str, ...],
    gegevens: str,
    uitvoer: str,
    huisstijl: str | None,
    sjablonen: str | None,
    zonder_controle: bool,
    nieuwe_versie: bool,
) -> Exitcode:
    """Write the documents and say how they were judged."""
    from verordening_tool import api
    from verordening_tool.reports import herleidbaarheid

    opties = api.Genereeropties(
        huisstijl=Path(huisstijl) if huisstijl else None,
        sjablonen=Path(sjablonen) if sjablonen else None,
        controle=not zonder_controle,
        nieuwe_versie=nieuwe_versie,
    )
    pakket = api.genereer(gegevens, uitvoer, soort, opties)
    toon(herleidbaarheid.tekst(pakket, scherm()))
    return Exitcode.GOED if pakket.in_orde else Exitcode.BEVINDINGEN
