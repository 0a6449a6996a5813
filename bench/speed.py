"""How fast ``toets`` is, side by side with what a user would run instead; only the ratios of one run mean something.

python bench/speed.py FOLDER [--runs 9]     FOLDER holds s.docx and l.docx (about 5k and 100k words)

Prints the median of alternating runs for: cold ``toets`` of s.docx against starting spaCy, ``toets`` of l.docx in a warm process
(reading included) against docx2python reading the same file, and ``--help``. Needs docx2python.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from verordening_tool import api


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def process(*arguments: str) -> Callable[[], object]:
    """A whole Python process, its output thrown away."""
    return lambda: subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def compare(name: str, ours: Callable[[], object], theirs: Callable[[], object], bar: float, runs: int) -> None:
    """Print the medians of alternating runs and their ratio, beside the bar."""
    times = [(seconds(ours), seconds(theirs)) for _ in range(runs)]
    mine, other = (statistics.median(column) for column in zip(*times, strict=True))
    ratio = statistics.median(a / b for a, b in times)
    print(f"{name:<46} {mine:7.3f} s  against {other:7.3f} s  ratio {ratio:5.2f}  (bar {bar})")


def main() -> None:
    """Run the comparisons."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=9)
    args = parser.parse_args()
    small, large = args.folder / "s.docx", args.folder / "l.docx"

    tool = "verordening_tool"
    cold = process("-m", tool, "toets", str(small))
    compare("toets s.docx, cold / spacy.blank('nl')", cold, process("-c", "import spacy; spacy.blank('nl')"), 1.4, args.runs)

    from docx2python import docx2python

    list(api.toets([large]))
    compare("toets l.docx, warm / docx2python reading", lambda: list(api.toets([large])), lambda: docx2python(large).text, 0.7, args.runs)
    help_times = [seconds(process("-m", tool, "--help")) for _ in range(args.runs)]
    print(f"{'--help':<46} {statistics.median(help_times):7.3f} s  (bar 0.25)")


if __name__ == "__main__":
    main()
