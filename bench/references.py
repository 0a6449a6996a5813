"""What the grammar of citations finds in real texts, and what it may have missed: to read with one's own eyes.

python bench/references.py FILE|FOLDER ...     per alinea each citation between « », with status and target
    --gemist     only alineas with a word of citations (artikel 5, eerste lid, hoofdstuk 3 …) that no citation covers, that word between ‹ ›
    --steekproef N    a random N of them (same seed, same choice)        --tellen    only the counts

Text of others passes through the screen only: keep none of it in the repository.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from verordening_tool.api import lees
from verordening_tool.document.blok import Blok
from verordening_tool.fouten import VerordeningFout
from verordening_tool.norms.wetten import lees_index
from verordening_tool.readers.tekst import read_tekst
from verordening_tool.references.model import GeplaatsteVerwijzing
from verordening_tool.references.resolve import los_op
from verordening_tool.structure import ontleed

_ORDINAL = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|\d{1,2}(?:e|de|ste))"
# Crude on purpose: it may point at too much, but at every form that a person would call a citation.
_CRUDE = re.compile(
    rf"\b(?:art(?:ikel(?:en)?|\.)\s*\d+[:.\d]*[a-z]{{0,2}}\b|{_ORDINAL}(?:\s+(?:en|of|tot\s+en\s+met)\s+(?:het\s+)?{_ORDINAL})?\s+lid\b"
    r"|(?:lid|leden)\s+\d+|onderdel?en?\s+[a-z0-9]\b|onder\s+[a-z]\b(?=[,;. ])|sub\s+[a-z0-9]\b"
    r"|(?:hoofdstuk|paragraaf|afdeling|bijlage|titel|§)\s*(?:\d|[IVX]+\b|[A-Z]\b)"
    r"|\d{1,3}[a-z]?\s+(?:van\s+de\s+)?(?:Pw|Awb|PW|AWB|Participatiewet|Gemeentewet|IOAW|IOAZ)\b"
    r"|(?:dit|dat|deze|vorige?|voorgaande?)\s+(?:artikel(?:en)?|lid|leden|paragraaf|hoofdstuk|afdeling))",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\s*(?:artikel|art\.|hoofdstuk|paragraaf|afdeling|titel|bijlage|§|\w+ lid)\s*\S{0,8}\s*(?:$|[A-Z.:–-])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Alinea:
    """One alinea with its citations."""

    file: str
    nr: int
    text: str
    citations: tuple[GeplaatsteVerwijzing, ...]

    def misses(self) -> list[tuple[int, int]]:
        """Crude matches that no citation touches; headings left aside."""
        taken = [(each.start, each.eind) for each in self.citations]
        found = [match.span() for match in _CRUDE.finditer(self.text)]
        free = [span for span in found if not any(start < span[1] and span[0] < end for start, end in taken)]
        return [span for span in free if not (span[0] <= 1 and _HEADING.match(self.text))]

    def shown(self) -> str:
        """The text with every citation marked, and below it what each means."""
        marks = [(each.start, "«") for each in self.citations] + [(each.eind, "»") for each in self.citations]
        marks += [(at, sign) for span in self.misses() for at, sign in zip(span, "‹›", strict=True)]
        text = self.text
        for at, sign in sorted(marks, key=lambda mark: (mark[0], mark[1] in "«‹"), reverse=True):
            text = text[:at] + sign + text[at:]
        targets = [f"{each.opgelost.doel} [{each.opgelost.verwijzing.wet or '-'}; {each.opgelost.status}]" for each in self.citations]
        return f"{self.file}:{self.nr} {text}\n" + "".join(f"        = {target}\n" for target in targets)


def alineas(path: Path) -> Iterator[Alinea]:
    """The alineas of a file that hold a citation or a word of one; a .jsonl holds excerpts, one per line."""
    if path.suffix == ".jsonl":
        for nr, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            record = json.loads(line)
            regeling = ontleed(read_tekst(str(record.get("excerpt") or record.get("text") or "").encode()))
            yield from _of(f"{path.name}:{nr}", regeling.blokken, los_op(regeling, lees_index(), None))
        return
    try:
        read = lees(path)
    except VerordeningFout as fout:
        print(f"{path.name}: {fout.bericht}", file=sys.stderr)
        return
    yield from _of(path.name, read.regeling.blokken, read.verwijzingen)


def _of(name: str, blokken: Sequence[Blok], citations: Sequence[GeplaatsteVerwijzing]) -> Iterator[Alinea]:
    per_nr: dict[int, list[GeplaatsteVerwijzing]] = {}
    for each in citations:
        per_nr.setdefault(each.alinea, []).append(each)
    for nr, blok in enumerate(blokken):
        alinea = Alinea(name, nr, blok.tekst, tuple(per_nr.get(nr, ())))
        if alinea.citations or alinea.misses():
            yield alinea


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--gemist", action="store_true")
    parser.add_argument("--steekproef", type=int, default=0)
    parser.add_argument("--tellen", action="store_true")
    args = parser.parse_args()
    files = [file for path in args.paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path]) if file.is_file()]
    found = [alinea for file in files for alinea in alineas(file)]
    print(
        f"{sum(len(each.citations) for each in found)} citations, {sum(len(each.misses()) for each in found)} words without",
        file=sys.stderr,
    )
    chosen = [each for each in found if each.misses() or not args.gemist]
    if args.steekproef:
        chosen = sorted(random.Random(1).sample(chosen, min(args.steekproef, len(chosen))), key=found.index)
    for alinea in chosen if not args.tellen else ():
        print(alinea.shown())


if __name__ == "__main__":
    main()
