"""Measure our reader beside others on the same file: alternating runs, median of nine, printed as ratios.

Usage: python bench/reader.py [FILE.docx]     without a file: l.docx of make_documents.py in the reference material
       python bench/reader.py --memory FILE   peak memory of one read in a process of its own

Others: lxml (zip, parse, w:t per w:p: the floor), python-docx (every paragraph with its style name), docx2python.
"""

from __future__ import annotations

import argparse
import io
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from verordening_tool.readers.docx import read_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RUNS = 9
SHARED = Path(os.environ.get("VERORDENING_SHARED", Path(__file__).resolve().parents[2] / "shared"))


def ours(data: bytes) -> int:
    return len(read_docx(data).blokken)


def raw_lxml(data: bytes) -> int:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return len(["".join(text.text or "" for text in p.iter(f"{W}t")) for p in root.iter(f"{W}p")])


def python_docx(data: bytes) -> int:
    import docx

    return len([(p.text, p.style.name if p.style else None) for p in docx.Document(io.BytesIO(data)).paragraphs])


def docx2python(data: bytes) -> int:
    from docx2python import docx2python as read

    with read(io.BytesIO(data)) as document:
        return len(document.text)


def measure(data: bytes, programs: list[Callable[[bytes], int]]) -> dict[str, float]:
    """Median seconds per program; the programs take turns, so that a busy machine hits all alike."""
    times: dict[str, list[float]] = {program.__name__: [] for program in programs}
    for program in programs:
        program(data)
    for _ in range(RUNS):
        for program in programs:
            begin = time.perf_counter()
            program(data)
            times[program.__name__].append(time.perf_counter() - begin)
    return {name: statistics.median(values) for name, values in times.items()}


def standard_file() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, str(SHARED / "bench" / "make_documents.py"), folder], check=True, stdout=subprocess.DEVNULL)
        return (Path(folder) / "l.docx").read_bytes()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--memory", action="store_true", help="only read the file, and print the peak memory of this process")
    arguments = parser.parse_args()
    data = arguments.file.read_bytes() if arguments.file else standard_file()
    if arguments.memory:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        begin = time.perf_counter()
        count = ours(data)
        seconds = time.perf_counter() - begin
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"{count} blokken in {seconds:.2f} s; peak {peak / 1024:.0f} MB, of which {before / 1024:.0f} MB before reading")
        return
    medians = measure(data, [ours, raw_lxml, python_docx, docx2python])
    for name, seconds in medians.items():
        print(f"{name:12} {seconds * 1000:8.1f} ms   ours = {medians['ours'] / seconds:5.2f} x {name}")
    print("bars: 0.25 x docx2python, 0.60 x python_docx; aim: 8 x raw_lxml")


if __name__ == "__main__":
    main()
