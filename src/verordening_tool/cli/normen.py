"""``verordening normen``: which norms hold on a date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from verordening_tool.cli.commando import Commando
from verordening_tool.cli.exitcode import Exitcode
from verordening_tool.cli.keuzes import kies_kader
from verordening_tool.cli.parameters import Datum, Keuze
from verordening_tool.cli.uitvoer import meld, scherm, toon
from verordening_tool.document.regeling import Soort
from verordening_tool.fouten import Gebruiksfout


@click.command(
    "normen", cls=Commando, help="Laat zien welke normen op een datum gelden, met hun gewicht en bron. Zonder datum: alle normen."
)
@click.option("--peildatum", type=Datum(), metavar="DATUM", help="Alleen normen die op deze datum gelden, zoals 2024-01-01.")
@click.option(
    "--soort", type=Keuze("soort", tuple(Soort), Soort), metavar="SOORT", help="Alleen normen voor deze soort, zoals verordening."
)
@kies_kader
@click.option("--proef", is_flag=True, help="Probeer de gevallen van de eigen normen (--kader): geven zij het oordeel dat u verwacht?")
def normen(peildatum: date | None, soort: Soort | None, kader: Path | None, proef: bool) -> Exitcode:
    """List the norms, or try the own ones on their gevallen."""
    if proef:
        return _proef(kader)
    from verordening_tool import api
    from verordening_tool.norms.loader import BIJGEWERKT_TOT
    from verordening_tool.reports.tekst_normen import render_lijst

    toon(
        render_lijst(api.normen(peildatum, soort, kader), peildatum, date.fromisoformat(BIJGEWERKT_TOT), scherm(), kader=kader is not None)
    )
    return Exitcode.GOED


def _proef(kader: Path | None) -> Exitcode:
    """Judge the gevallen of the own norms; the exit code tells whether each gave what it should."""
    from verordening_tool.checking.normenset import maak_normenset
    from verordening_tool.checking.proef import beproef
    from verordening_tool.reports.tekst_normen import render_proef

    if kader is None:
        raise Gebruiksfout("Bij --proef hoort de map met eigen normen.", "Noem haar: verordening normen --kader MAP --proef")
    proeven = beproef(maak_normenset(kader))
    if not proeven:
        meld("De eigen normen hebben nog geen gevallen. Schrijf ze onder de norm, na een regel ---; zie docs/normen.md.")
    toon(render_proef(proeven, scherm()))
    return Exitcode.GOED if all(proef.goed for proef in proeven) else Exitcode.BEVINDINGEN
