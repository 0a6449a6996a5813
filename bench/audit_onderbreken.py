"""Kills an audit (-9) at random moments, resumes it, and holds the store against that of an undisturbed run, times aside.

python bench/audit_onderbreken.py [--bestanden 2000] [--keren 200] [--zaad 7] [--langst SECONDS] [--documenten FOLDER]

Without --documenten the files are small verordeningen of our own. A folder is killed until the run is done before the next kill, then
a new output folder is begun, until --keren kills are made. --langst: the most time between two kills, by default half of an undisturbed
run. Exit code 1 when a store differs.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from auditmap import draai, inhoud, maak_map, onderbreek


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bestanden", type=int, default=2000)
    parser.add_argument("--keren", type=int, default=200)
    parser.add_argument("--zaad", type=int, default=7)
    parser.add_argument("--langst", type=float)
    parser.add_argument("--documenten", type=Path)
    args = parser.parse_args()
    toeval = random.Random(args.zaad)
    with tempfile.TemporaryDirectory() as tijdelijk:
        basis = Path(tijdelijk)
        map_ = args.documenten or maak_map(basis / "stukken", args.bestanden)
        begin = time.monotonic()
        _keur(draai(map_, basis / "ongestoord").returncode == 0, "the undisturbed run failed")
        duur = time.monotonic() - begin
        verwacht = inhoud(basis / "ongestoord")
        print(f"{len(verwacht['bestanden'])} files, undisturbed {duur:.1f} s", flush=True)
        gedood = ronde = 0
        while gedood < args.keren:
            ronde += 1
            uit = basis / f"uit {ronde}"
            eerst = gedood
            while gedood < args.keren and onderbreek(map_, uit, toeval.uniform(0.05, args.langst or duur / 2), ["--hervat"]):
                gedood += 1
            _keur(draai(map_, uit, "--hervat").returncode == 0, "the resumed run failed")
            _keur(inhoud(uit) == verwacht, f"the store after kills {eerst + 1} to {gedood} differs")
            print(f"kills {eerst + 1} to {gedood}: the store is that of the undisturbed run", flush=True)
    print(f"{gedood} kills, {ronde} stores, all equal")
    return 0


def _keur(goed: bool, wat: str) -> None:
    if not goed:
        sys.exit(wat)


if __name__ == "__main__":
    sys.exit(main())
