"""Keeps the screens in README.md and of the pages in docs/ equal to what the program really prints.

A screen is a fenced block "console": lines that begin with ``$ verordening`` are run from the root of the repository,
what follows is their output (stdout and stderr, 100 columns wide). Without arguments: compare, exit code 1 when
something differs. With --write: put the real output in the place of the old.
"""

from __future__ import annotations

import difflib
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILES = (ROOT / "README.md", *(ROOT / "docs" / page for page in ("handleiding.md", "normen.md", "dossier.md", "vergelijken.md")))
SCREEN = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PROMPT = "$ verordening "


def output_of(command: str) -> str:
    """What the command prints, stdout and stderr together."""
    words = shlex.split(command.removeprefix(PROMPT))
    env = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "verordening_tool", *words],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def renewed(text: str) -> str:
    """The page with the real output below every command."""

    def screen(match: re.Match[str]) -> str:
        commands = [line for line in match[1].splitlines() if line.startswith(PROMPT)]
        return "```console\n" + "\n".join(f"{command}\n{output_of(command)}" for command in commands) + "```"

    return SCREEN.sub(screen, text)


def main() -> int:
    """Compare or write; the exit code."""
    differs = False
    for file in FILES:
        old = file.read_text(encoding="utf-8")
        new = renewed(old)
        if new == old:
            continue
        differs = True
        if "--write" in sys.argv[1:]:
            file.write_text(new, encoding="utf-8", newline="\n")
        else:
            sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), file.name, "real output"))
    return int(differs and "--write" not in sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
