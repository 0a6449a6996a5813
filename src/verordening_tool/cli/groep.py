"""The group ``verordening``: its commands, and what happens when one of them fails."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import traceback
from typing import Any, NoReturn

import click

from verordening_tool import __version__
from verordening_tool.cli.commando import Commandogroep
from verordening_tool.cli.exitcode import Exitcode
from verordening_tool.cli.uitvoer import meld, zwijg_na_breuk
from verordening_tool.fouten import VerordeningFout

DEBUG = "VERORDENING_DEBUG"
_OPDRACHTEN = {
    "toets": "Toets concepten en verordeningen aan de wet.",
    "lees": "Laat zien wat er in een bestand is gelezen.",
    "genereer": "Schrijf een pakket stukken vanuit een gegevensbestand.",
    "nieuw": "Stel vragen en schrijf daarmee een pakket stukken.",
    "vul-aan": "Zet wat een concept mist erin, als bijgehouden wijzigingen.",
    "vergelijk": "Leg twee versies naast elkaar, met wijzigingsopdrachten.",
    "audit": "Beoordeel een hele map met stukken en maak een overzicht.",
    "normen": "Laat zien welke normen op een datum gelden.",
    "uitleg": "Leg een norm uit, met bron en voorbeelden.",
}


class Verordening(Commandogroep):
    """The whole command line. Every way to end goes through ``main``: a code, never a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run a command and exit with its code (see Exitcode)."""
        _maak_stromen_veilig()
        kwargs |= {"standalone_mode": False, "windows_expand_args": False}
        sys.exit(self._code(*args, **kwargs))

    def _code(self, *args: Any, **kwargs: Any) -> int:
        try:
            return int(super().main(*args, **kwargs) or Exitcode.GOED)
        except VerordeningFout as fout:
            meld(str(fout))
            return fout.exitcode
        except click.Abort:
            meld("Onderbroken.")
            return Exitcode.ONDERBROKEN
        except BrokenPipeError:
            zwijg_na_breuk()
            return Exitcode.GOED
        except Exception as fout:  # noqa: BLE001 - the last net: whatever is left is a defect of ours
            _meld_defect(fout)
            return Exitcode.INTERNE_FOUT


def _maak_stromen_veilig() -> None:
    """Let no sign that a console lacks end a run: what could not be replaced before is printed as a question mark."""
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            with contextlib.suppress(ValueError, OSError):
                stroom.reconfigure(errors="replace")


def _meld_defect(fout: Exception) -> None:
    meld(
        f"Er ging iets mis dat niet aan u ligt ({type(fout).__name__}); uw bestanden zijn niet veranderd.\n"
        f"Meld dit bij de makers, met de opdracht die u gaf en het versienummer {__version__}. "
        f"Met de omgevingsvariabele {DEBUG}=1 verschijnt de technische melding die zij nodig hebben."
    )
    if os.environ.get(DEBUG) == "1":
        meld("".join(traceback.format_exception(fout)))


def _toon_versie(ctx: click.Context, param: click.Parameter, gevraagd: bool) -> None:  # noqa: ARG001 - signature of click
    if gevraagd and not ctx.resilient_parsing:
        click.echo(f"verordening {__version__}")
        ctx.exit()


@click.group(
    "verordening",
    cls=Verordening,
    pakket="verordening_tool.cli",
    opdrachten=_OPDRACHTEN,
    invoke_without_command=True,
    help="Toetst verordeningen over beschut werk (artikel 10b van de Participatiewet) aan de wet. Alles gebeurt op uw eigen computer.",
    epilog="Hulp bij een opdracht: verordening OPDRACHT --help",
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_toon_versie, help="Toon het versienummer.")
@click.pass_context
def verordening(ctx: click.Context) -> None:
    """Show the help when no command is named: that is wrong use."""
    if ctx.invoked_subcommand is None:
        meld(ctx.get_help())
        ctx.exit(Exitcode.VERKEERD_GEBRUIK)
