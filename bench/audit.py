"""The audit beside a loop that a handy user would write, in one run, on the same files.

python bench/audit.py --loop PATH/reference_loop.py --documenten PATH/make_documents.py [--aantal 200] [--keren 3] [--werkers 1 2]
                      [--map FOLDER]

Runs alternate; the median counts. Printed: seconds, the ratio to the loop with one worker, the gain of more workers, an unchanged
re-audit as a share of a cold one, and the largest memory of a worker while it ran.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from statistics import median

import psutil

_MB = 1024 * 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--loop", type=Path)
    parser.add_argument("--documenten", type=Path)
    parser.add_argument("--aantal", type=int, default=200)
    parser.add_argument("--keren", type=int, default=3)
    parser.add_argument("--werkers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--map", type=Path)
    args = parser.parse_args()
    tijden: dict[str, list[float]] = defaultdict(list)
    geheugen: dict[str, int] = defaultdict(int)
    with tempfile.TemporaryDirectory() as tijdelijk:
        basis = Path(tijdelijk)
        map_ = args.map or _maak(args.documenten, basis / "stukken", args.aantal)
        for keer in range(args.keren):
            if args.loop:
                tijden["loop"].append(_meet([sys.executable, str(args.loop), str(map_)])[0])
            for aantal in args.werkers:
                uit = basis / f"uit {keer} {aantal}"
                opdracht = [sys.executable, "-m", "verordening_tool", "audit", str(map_), "-o", str(uit), "-j", str(aantal)]
                seconden, hoogste = _meet(opdracht)
                tijden[f"audit -j {aantal}"].append(seconden)
                geheugen[f"audit -j {aantal}"] = max(hoogste, geheugen[f"audit -j {aantal}"])
            tijden["again, unchanged"].append(_meet(opdracht)[0])
            print({naam: round(rij[-1], 2) for naam, rij in tijden.items()}, flush=True)
        aantal_bestanden = sum(1 for pad in map_.rglob("*") if pad.is_file())
    _toon(tijden, geheugen, aantal_bestanden, args.werkers)


def _maak(programma: Path, doel: Path, aantal: int) -> Path:
    subprocess.run([sys.executable, str(programma), str(doel), "--count", str(aantal), "--seed", "7"], check=True)
    return doel


def _meet(opdracht: list[str]) -> tuple[float, int]:
    """Seconds of a command, and the most memory that one of its children had."""
    begin = time.perf_counter()
    hoogste = 0
    with subprocess.Popen(opdracht, stdout=subprocess.DEVNULL) as proces:
        ouder = psutil.Process(proces.pid)
        while proces.poll() is None:
            for kind in _kinderen(ouder):
                hoogste = max(hoogste, kind)
            time.sleep(0.1)
    if proces.returncode:
        sys.exit(f"{' '.join(opdracht)} ended with code {proces.returncode}")
    return time.perf_counter() - begin, hoogste


def _kinderen(ouder: psutil.Process) -> list[int]:
    try:
        return [kind.memory_info().rss for kind in ouder.children(recursive=True)]
    except psutil.Error:
        return []


def _toon(tijden: dict[str, list[float]], geheugen: dict[str, int], bestanden: int, werkers: list[int]) -> None:
    midden = {naam: median(rij) for naam, rij in tijden.items()}
    print(f"\n{bestanden} files, median of {len(next(iter(tijden.values())))}")
    for naam, seconden in midden.items():
        mb = f"  worker at most {geheugen[naam] // _MB} MB" if geheugen.get(naam) else ""
        print(f"{naam:20} {seconden:8.2f} s  {bestanden / seconden:7.1f} files/s{mb}")
    eerste = midden[f"audit -j {werkers[0]}"]
    if "loop" in midden:
        print(f"audit -j {werkers[0]} is {midden['loop'] / eerste:.2f} × as fast as the loop")
    for aantal in werkers[1:]:
        print(f"-j {aantal} is {eerste / midden[f'audit -j {aantal}']:.2f} × as fast as -j {werkers[0]}")
    print(f"again, unchanged: {midden['again, unchanged'] / eerste:.3f} of cold")


if __name__ == "__main__":
    main()
