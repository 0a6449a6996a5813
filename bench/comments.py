"""Put comments on random passages of real Word files, hold the result against the source, and measure the speed.

Usage: python bench/comments.py FOLDER... [--shared FOLDER] [--keep FOLDER] [--seed N] [--speed-only]

Per file and view: nothing but our comments may differ (both views, comments of people, look, revisions, every other part),
each comment stands on its words, document and comments parts stay valid where they were, twice gives the same bytes.
``--keep`` writes the results, to open them elsewhere. The speed: 200 comments in a document of a hundred pages, warm.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from comment_checks import AUTEUR, add, faults, invalid_parts, quoted, reads_back
from docx_maker import make, p
from verordening_tool.document.blok import Document, Weergave
from verordening_tool.fouten import VerordeningFout
from verordening_tool.ooxml.comments import without_comments
from verordening_tool.readers.docx import read_docx

Place = tuple[int, int, int]


def places(document: Document, choice: random.Random, count: int) -> list[Place]:
    """Random words of random paragraphs that have a source."""
    blokken = [blok for blok in document.blokken if blok.bron is not None and blok.deel.value not in {"koptekst", "voettekst"}]
    found = []
    for _ in range(count if blokken else 0):
        blok = choice.choice(blokken)
        start = choice.randrange(max(len(blok.tekst), 1))
        found.append((blok.alinea, start, choice.randint(start, len(blok.tekst))))
    return [(nr, start, max(eind, start + 1)) for nr, start, eind in found]


def check(data: bytes, weergave: Weergave, choice: random.Random, shared: Path | None) -> tuple[list[str], bytes, int, int]:
    """Complaints, the result, comments put on exact words, and those read back."""
    document = read_docx(data, weergave)
    wanted = places(document, choice, 3)
    if not wanted:
        return [], data, 0, 0
    result = add(data, wanted, weergave)
    wrong = faults(data, result)
    if add(result, wanted, weergave) != result:
        wrong.append("a second run gives another file")
    if faults(data, without_comments(result, AUTEUR)):
        wrong.append("taking the comments away does not give the source")
    if shared is not None:
        wrong += [f"{part} is no longer valid" for part in invalid_parts(result, shared) - invalid_parts(data, shared)]
    exact = same = 0
    read = {text.partition("\n")[0].removesuffix("Tweede alinea."): words for text, words in quoted(result, weergave).values()}
    for i, (nr, start, eind) in enumerate(wanted):
        blok = document.blokken[nr]
        if reads_back(data, blok, start, eind):
            exact += 1
            same += squeezed(blok.tekst[start:eind]) == squeezed(read.get(f"Opmerking {i}", ""))
    return wrong, result, exact, same


def squeezed(text: str) -> str:
    """Text without what a reader does not see, and blanks as they come."""
    unseen = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff"))
    return " ".join(text.replace("\u2011", "-").translate(unseen).split())


def speed(rounds: int = 7) -> float:
    """Median seconds for 200 comments in a document of a hundred pages."""
    sentence = "Het college biedt de belanghebbende een voorziening aan die past bij zijn mogelijkheden en omstandigheden. "
    data = make("".join(p(sentence * 4) for _ in range(1000)))
    wanted = [(nr * 5, 110 + nr % 40, 160 + nr % 50) for nr in range(200)]
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        add(data, wanted)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    complaints: Counter[str] = Counter()
    files = read = exact = same = 0
    for path in (path for folder in args.folders for path in sorted(folder.rglob("*")) if path.suffix in {".docx", ".docm", ".dotx"}):
        files += 1
        data = path.read_bytes()
        try:
            read_docx(data)
        except VerordeningFout:
            continue
        read += 1
        for weergave in Weergave:
            wrong, result, wanted, found = check(data, weergave, random.Random(f"{args.seed}{path.name}{weergave}"), args.shared)
            exact, same = exact + wanted, same + found
            for complaint in wrong:
                complaints[complaint] += 1
                print(f"{path.name} ({weergave.value}): {complaint}")
            if wanted != found:
                print(f"{path.name} ({weergave.value}): {wanted - found} of {wanted} comments not on their exact words")
            if args.keep and weergave is Weergave.DEFINITIEF and result != data:
                (args.keep / f"{read:03}-{path.name}").write_bytes(result)
    if files:
        print(f"{files} files, {read} read; {sum(complaints.values())} complaints; {same} of {exact} comments on their exact words")
    print(f"200 comments, 100 pages: {speed():.3f} s")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
