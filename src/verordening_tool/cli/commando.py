"""A click command that speaks Dutch: usage, headings of the help, and what is wrong with the words that were typed."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from verordening_tool.cli.parameters import bedoelt_u
from verordening_tool.fouten import Gebruiksfout
from verordening_tool.reports.opmaak import afdrukbaar

HULPNAMEN = ("-h", "--help")


class Commando(click.Command):
    """A command whose help and errors of use are Dutch."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[OPTIES]")
        kwargs["context_settings"] = {"help_option_names": HULPNAMEN, "allow_extra_args": True, **(kwargs.get("context_settings") or {})}
        super().__init__(*args, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as click does, with errors in Dutch. Raises Gebruiksfout."""
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as fout:
            raise Gebruiksfout(_bericht(fout, ctx), hulpregel(ctx)) from fout
        if ctx.args and not isinstance(self, click.Group):
            raise Gebruiksfout(f"Te veel woorden op de regel: {' '.join(ctx.args)}.", hulpregel(ctx))
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line "Gebruik: …"."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under a Dutch heading."""
        opties = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        regels = [(regel[0], regel[1].replace("[required]", "[verplicht]")) for optie in opties if (regel := optie.get_help_record(ctx))]
        with formatter.section("Opties"):
            formatter.write_dl(regels)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the option ``--help`` with a Dutch text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze hulp."
        return option

    def get_help(self, ctx: click.Context) -> str:
        """Give the help in signs that the console can print."""
        return afdrukbaar(super().get_help(ctx), sys.stdout.encoding or "utf-8")


class Commandogroep(Commando, click.Group):
    """A group that loads the module of a command when that command is asked for.

    ``opdrachten`` gives per command a line of help; package ``pakket`` holds a module of the same name
    ("_" for "-"), with the command in it.
    """

    def __init__(self, *args: Any, pakket: str, opdrachten: dict[str, str], **kwargs: Any) -> None:
        kwargs.setdefault("subcommand_metavar", "OPDRACHT ...")
        super().__init__(*args, **kwargs)
        self._pakket = pakket
        self._opdrachten = opdrachten

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - signature of click
        """Names of the commands, in the order in which a user meets them."""
        return list(self._opdrachten)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - signature of click
        """Load the command, or give None when there is no such command."""
        if cmd_name not in self._opdrachten:
            return None
        naam = cmd_name.replace("-", "_")
        commando = getattr(import_module(f"{self._pakket}.{naam}"), naam)
        assert isinstance(commando, click.Command)  # noqa: S101 - a command module without its command is a defect of ours
        return commando

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command of the first word. Raises Gebruiksfout with what was perhaps meant."""
        naam = args[0]
        if not naam.startswith("-") and naam not in self._opdrachten:
            raise Gebruiksfout(f"Opdracht {naam} bestaat niet.", f"{bedoelt_u(naam, list(self._opdrachten))}{hulpregel(ctx)}")
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write options and commands under Dutch headings."""
        Commando.format_options(self, ctx, formatter)
        with formatter.section("Opdrachten"):
            formatter.write_dl(list(self._opdrachten.items()))


def hulpregel(ctx: click.Context) -> str:
    """Where the help is."""
    return f"Hulp: {ctx.command_path} --help"


def _bericht(fout: click.UsageError, ctx: click.Context) -> str:
    """What is wrong, told from the class and fields of the error, since click's own sentences are English."""
    params = ctx.command.get_params(ctx)
    if isinstance(fout, click.NoSuchOption):
        bekend = [naam for param in params for naam in param.opts]
        return f"Optie {fout.option_name} bestaat niet. {bedoelt_u(fout.option_name, bekend)}".rstrip()
    if isinstance(fout, click.MissingParameter) and fout.param is not None:
        vlag = f"{fout.param.opts[0]} " if isinstance(fout.param, click.Option) else ""
        return f"Er ontbreekt iets op de regel: {vlag}{fout.param.metavar or fout.param.name}"
    if isinstance(fout, click.BadOptionUsage):
        vlaggen = {naam for param in params if isinstance(param, click.Option) and param.is_flag for naam in param.opts}
        return f"Achter optie {fout.option_name} hoort {'geen' if fout.option_name in vlaggen else 'een'} waarde."
    return "De opdracht is niet goed gebruikt."
