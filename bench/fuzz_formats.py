"""Injured files of any format through the one door that opens files: anything but text or our own errors is a defect.

Usage: python bench/fuzz_formats.py FOLDER_OR_FILE... [--count 100000] [--seed 1] [--keep FOLDER]
Prints how many inputs were read, refused and failed, and the slowest. With --keep, inputs that fail or are slow are written there.
(bench/fuzz_reader.py does this for Word files, in both views.)
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from mutation import variant
from verordening_tool.fouten import VerordeningFout
from verordening_tool.readers import lees_bytes

MAX_SIZE = 60_000  # longer texts are cut, so that many inputs fit in the time
SLOW = 2.0  # seconds


def sources(paths: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Name and contents of every file."""
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                data = file.read_bytes()
                yield file.name, data if data[:2] == b"PK" or data[:4] == b"%PDF" else data[:MAX_SIZE]


def run(paths: Sequence[Path], count: int, seed: int, keep: Path | None) -> int:
    """Number of inputs that failed; prints the figures."""
    rng = random.Random(seed)
    files = list(sources(paths))
    outcome: Counter[str] = Counter()
    slowest: tuple[float, str] = (0.0, "")
    failures = 0
    for number in range(count):
        naam, original = files[number % len(files)]
        data = variant(original, rng)
        failed = False
        start = time.perf_counter()
        try:
            lees_bytes(data, naam)
            outcome["read"] += 1
        except VerordeningFout as fout:
            outcome[f"refused {fout.code}"] += 1
        except Exception:  # noqa: BLE001 - that is what is looked for
            failed = True
            failures += 1
            print(f"--- {naam}, input {number}\n{traceback.format_exc(limit=-3)}")
        took = time.perf_counter() - start
        slowest = max(slowest, (took, f"{naam}, input {number}"))
        if keep is not None and (failed or took > SLOW):
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{number}-{naam}").write_bytes(data)
    print(f"{count} inputs from {len(files)} files, seed {seed}: {failures} failures; slowest {slowest[0]:.2f} s ({slowest[1]})")
    for what, times in outcome.most_common():
        print(f"{times:8} {what}")
    return failures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    raise SystemExit(1 if run(options.paths, options.count, options.seed, options.keep) else 0)


if __name__ == "__main__":
    main()
