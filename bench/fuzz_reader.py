"""Read mutated Word files until something else than our own errors comes out, or until COUNT inputs were read.

Usage: python bench/fuzz_reader.py COUNT [FOLDER of .docx] [--seed N]

Bytes of whole files, and of single parts in an otherwise intact zip, are changed, removed and doubled. Prints how many
were read and refused, the slowest input, and every defect with its input (kept in fuzz-finds/).
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from test_docx_safety import SEED, mutated, repacked
from verordening_tool.document.blok import Weergave
from verordening_tool.fouten import VerordeningFout
from verordening_tool.readers.docx import read_docx

LARGEST = 40_000


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    seeds = [SEED]
    if arguments.folder:
        paths = sorted(path for path in arguments.folder.rglob("*.do[ct]?") if path.stat().st_size < LARGEST)
        seeds += [data for data in (path.read_bytes() for path in paths) if data.startswith(b"PK") and is_readable(data)]
    rng = random.Random(arguments.seed)
    read = refused = defects = 0
    slowest = 0.0
    for i in range(arguments.count):
        seed = rng.choice(seeds)
        data = (repacked if rng.random() < 0.8 else mutated)(seed, rng)
        begin = time.perf_counter()
        try:
            read_docx(data, rng.choice(list(Weergave)))
            read += 1
        except VerordeningFout:
            refused += 1
        except Exception:  # noqa: BLE001 - this is what is looked for
            defects += 1
            kept = Path("fuzz-finds") / f"{arguments.seed}-{i}.docx"
            kept.parent.mkdir(exist_ok=True)
            kept.write_bytes(data)
            print(kept, traceback.format_exc(limit=-2))
        slowest = max(slowest, time.perf_counter() - begin)
    print(f"{arguments.count} inputs from {len(seeds)} seeds: {read} read, {refused} refused, {defects} defects; slowest {slowest:.2f} s")
    sys.exit(1 if defects else 0)


def is_readable(data: bytes) -> bool:
    try:
        read_docx(data)
    except VerordeningFout:
        return False
    return True


if __name__ == "__main__":
    main()
