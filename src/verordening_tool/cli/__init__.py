"""The command line: one module per command. It parses, calls the public API, prints and sets the exit code."""

from __future__ import annotations

from typing import NoReturn


def main() -> NoReturn:
    """Entry point of the command ``verordening``: runs it with the words of the command line and exits."""
    from verordening_tool.cli.groep import verordening

    verordening.main(prog_name="verordening")
    raise SystemExit  # not reached: the group itself exits with its code
