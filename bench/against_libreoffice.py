"""Hold the words and list labels that our reader finds against those that LibreOffice shows, file by file.

Usage: python bench/against_libreoffice.py FOLDER [--view oorspronkelijk] [--cache FOLDER] [--show N] [--uno-python PATH]

Per file: words of our view against LibreOffice's text export, made after accepting (or rejecting) all tracked changes
through its API and with list labels switched off; list labels of numbered paragraphs and what the export leaves out
(footnotes, text boxes) apart. Differences that follow from what LibreOffice's export is, not from what was read, are
counted under a name of their own (see EXPLAINED). Prints figures and the files that differ, the worst first.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from verordening_tool.document.blok import Deel, Document, Weergave
from verordening_tool.fouten import VerordeningFout
from verordening_tool.ooxml.package import Package
from verordening_tool.readers.docx import read_docx

WORD = re.compile(r"\w+")
UNSEEN = re.compile("[\xad\u200b\u2060\ufeff]")
CALCULATED = {
    "REF",
    "PAGEREF",
    "NOTEREF",
    "PAGE",
    "NUMPAGES",
    "SECTIONPAGES",
    "STYLEREF",
    "SEQ",
    "DATE",
    "TIME",
    "DOCPROPERTY",
    "FORMDROPDOWN",
}
BODY = {Deel.LICHAAM, Deel.INHOUDSOPGAVE}
SECONDS_PER_FILE = 120
EXPLAINED = {
    "field": "results of fields that LibreOffice calculates anew",
    "frame": "passages that stand in a frame for one and in the body for the other",
    "formula": "formulas, which the export leaves out",
    "embedded": "embedded documents (altChunk), which LibreOffice leaves out",
    "symbol": "characters of symbol fonts, which the export leaves in the private area",
    "space": "differences in white space only",
}
PRIVATE = re.compile("[\ue000-\uf8ff]")
FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
CHUNK = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}altChunk"


class LibreOffice:
    """A LibreOffice with its own profile; started again when it hangs or dies."""

    def __init__(self, uno_python: str, command: str) -> None:
        self.uno_python = uno_python
        self.command = command
        self.office: subprocess.Popen[bytes] | None = None
        self.helper: Any = None  # a Popen with pipes

    def start(self) -> None:
        self.profile = tempfile.mkdtemp(prefix="lo-profile-")
        pipe = Path(self.profile).name
        program = shutil.which("soffice") or shutil.which("libreoffice")
        if program is None:
            sys.exit("LibreOffice (soffice) is not on this machine")
        self.office = subprocess.Popen(
            [
                program,
                "--headless",
                "--norestore",
                "--nologo",
                f"-env:UserInstallation={Path(self.profile).as_uri()}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        helper = Path(__file__).with_name("libreoffice_text.py")
        self.helper = subprocess.Popen(
            [self.uno_python, str(helper), pipe, self.command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def stop(self) -> None:
        if self.helper:
            self.helper.kill()
            self.helper.wait()
        if self.office:
            os.killpg(self.office.pid, signal.SIGKILL)  # soffice is a script around the program itself
            self.office.wait()
            shutil.rmtree(self.profile, ignore_errors=True)
        self.helper = self.office = None

    def read(self, path: Path) -> dict[str, Any]:
        if self.helper is None:
            self.start()
        questions, answers = self.helper.stdin, self.helper.stdout
        try:
            questions.write(f"{path}\n")
            questions.flush()
            ready, _, _ = select.select([answers], [], [], SECONDS_PER_FILE)
            line = answers.readline() if ready else ""
        except BrokenPipeError:
            line = ""
        if not line:
            self.stop()
            return {"error": "LibreOffice hangs or dies"}
        answer: dict[str, Any] = json.loads(line)
        if "Disposed" in answer.get("error", ""):
            self.stop()
            answer = {"error": "LibreOffice dies"}
        return answer


@dataclass
class Result:
    """How one file compares; ``lo_only`` and ``ours_only`` are words."""

    path: Path
    words: int = 0
    lo_only: list[str] = field(default_factory=list)
    ours_only: list[str] = field(default_factory=list)
    explained: Counter[str] = field(default_factory=Counter)
    labels: int = 0
    label_differences: list[tuple[str, str, str]] = field(default_factory=list)
    box_difference: list[str] = field(default_factory=list)
    note_difference: list[str] = field(default_factory=list)
    refused: str = ""
    crashed: str = ""
    seconds: float = 0.0


def words(text: str) -> list[str]:
    return WORD.findall(UNSEEN.sub("", text))


def compare(path: Path, lo: dict[str, Any], weergave: Weergave) -> Result:
    result = Result(path)
    begin = time.perf_counter()
    try:
        document = read_docx(path.read_bytes(), weergave)
    except VerordeningFout as error:
        result.refused = f"{error.code}: {error.bericht}"
        return result
    except Exception as error:  # noqa: BLE001 - a defect of ours, to be reported
        result.crashed = repr(error)
        return result
    finally:
        result.seconds = time.perf_counter() - begin
    if "error" in lo:
        return result
    compare_words(result, document, lo, known_of(path, document, lo))
    compare_labels(result, document, lo)
    everything = " ".join(b.tekst for b in document.blokken)
    boxes = " ".join(b.tekst for b in document.blokken if b.deel is Deel.TEKSTVAK)
    result.box_difference = [f"+{word}" for word in lacking(boxes, " ".join([lo["text"], *lo["boxes"]]))]
    result.box_difference += [f"-{word}" for word in lacking(" ".join(lo["boxes"]), everything)]
    notes = " ".join(b.tekst for b in document.blokken if b.deel in {Deel.VOETNOOT, Deel.EINDNOOT})
    result.note_difference = [f"+{word}" for word in lacking(notes, " ".join(lo["notes"]))]
    result.note_difference += [f"-{word}" for word in lacking(" ".join(lo["notes"]), notes)]
    return result


def lacking(text: str, other: str) -> list[str]:
    """Words of ``text`` that ``other`` has less often."""
    return list((Counter(words(text)) - Counter(words(other))).elements())


def compare_words(result: Result, document: Document, lo: dict[str, Any], known: Known) -> None:
    """Words of the body in order, first whole lines, then words in the lines that differ."""
    ours: list[list[tuple[str, bool]]] = []
    for blok in document.blokken:
        if blok.deel in BODY:
            spans = [(veld.start, veld.eind) for veld in blok.velden if veld.soort in CALCULATED]
            begin = 0
            for line in blok.tekst.split("\n"):
                ours.append([(m[0], any(s < begin + m.end() and begin + m.start() < e for s, e in spans)) for m in WORD.finditer(line)])
                begin += len(line) + 1
    ours = [line for line in ours if line]
    raw = [line for line in lo["text"].split("\n") if words(line)]
    theirs = [words(line) for line in raw]
    result.words = sum(map(len, theirs))
    our_lines = [" ".join(word for word, _ in line) for line in ours]
    for kind, i, j, k, m in differences([" ".join(line) for line in theirs], our_lines):
        if kind == "equal":
            continue
        lo_words = [word for line in theirs[i:j] for word in line]
        mine = [item for line in ours[k:m] for item in line]
        for word_kind, a, b, c, d in differences(lo_words, [word for word, _ in mine]):
            if word_kind == "equal":
                continue
            missing, extra = lo_words[a:b], mine[c:d]
            near = extra or mine[max(c - 1, 0) : d + 1]
            reason = explanation(missing, extra, near, known, "\n".join(raw[i:j]))
            if reason:
                result.explained[reason] += 1
            else:
                result.lo_only += missing
                result.ours_only += [word for word, _ in extra]


@dataclass
class Known:
    """What of a file is known to stand elsewhere, or nowhere, in LibreOffice's export."""

    our_boxes: Counter[str]
    lo_boxes: Counter[str]
    formulas: Counter[str]
    chunks: bool


def known_of(path: Path, document: Document, lo: dict[str, Any]) -> Known:
    package = Package(path.read_bytes())
    root = package.xml(package.main)
    return Known(
        Counter(words(" ".join(b.tekst for b in document.blokken if b.deel is Deel.TEKSTVAK))),
        Counter(words(" ".join(lo["boxes"]))),
        Counter("".join(text.text or "" for text in root.iter(FORMULA))),
        next(root.iter(CHUNK), None) is not None,
    )


def explanation(missing: list[str], extra: list[tuple[str, bool]], near: list[tuple[str, bool]], known: Known, lines: str) -> str:
    """Name of the reason why these words differ, "" when there is none."""
    ours = [word for word, _ in extra]
    reasons = {
        "field": any(calculated for _, calculated in near),
        "space": "".join(missing) == "".join(ours),
        "frame": not Counter(missing) - known.our_boxes and not Counter(ours) - known.lo_boxes,
        "formula": not missing and not Counter("".join(ours)) - known.formulas,
        "embedded": not missing and known.chunks,
        "symbol": not missing and bool(PRIVATE.search(lines)),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def differences(a: list[Any], b: list[Any]) -> Sequence[tuple[str, int, int, int, int]]:
    return difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()


def compare_labels(result: Result, document: Document, lo: dict[str, Any]) -> None:
    """Labels of numbered paragraphs with text, by the words that follow them; signs of bullets all count as one."""
    ours = [(label(b.nummer), tuple(words(b.tekst))[:4]) for b in document.blokken if b.deel in BODY and b.nummer]
    theirs = [(label(text), tuple(words(rest))[:4]) for text, rest in lo["labels"] if words(rest) and text.strip()]
    ours = [item for item in ours if item[1]]
    result.labels = len(theirs)
    for kind, i, j, k, m in differences(theirs, ours):
        if kind != "equal":
            mine = {text: number for number, text in ours[k:m]}
            for number, text in theirs[i:j]:
                result.label_differences.append((number, mine.pop(text, "-"), " ".join(text[:5])))
            result.label_differences += [("-", number, " ".join(text[:5])) for text, number in mine.items()]


def label(text: str | None) -> str:
    text = (text or "").strip()
    return text if WORD.search(text) and text not in {"o"} else "•" if text else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, help="keep LibreOffice's answers here, by content of the file")
    parser.add_argument("--show", type=int, default=40, help="how many differing files to show")
    parser.add_argument("--view", choices=[str(view) for view in Weergave], default=str(Weergave.DEFINITIEF))
    parser.add_argument("--uno-python", default="/usr/bin/python3", help="a Python that can import uno")
    arguments = parser.parse_args()
    cache = arguments.cache or Path(tempfile.mkdtemp(prefix="lo-answers-"))
    cache.mkdir(parents=True, exist_ok=True)
    weergave = Weergave(arguments.view)
    office = LibreOffice(arguments.uno_python, "Accept" if weergave is Weergave.DEFINITIEF else "Reject")
    paths = sorted(path for path in arguments.folder.rglob("*") if path.suffix.lower() in {".docx", ".docm", ".dotx"})
    results, unopened = [], []
    try:
        for path in paths:
            kept = cache / f"{hashlib.sha256(path.read_bytes()).hexdigest()}-{weergave}.json"
            if not kept.exists():
                kept.write_text(json.dumps(office.read(path)), encoding="utf-8")
            answer = json.loads(kept.read_text(encoding="utf-8"))
            results.append(compare(path, answer, weergave))
            if "error" in answer:
                unopened.append((path, answer["error"]))
    finally:
        office.stop()
    report(results, unopened, arguments.show)


def report(results: list[Result], unopened: list[tuple[Path, str]], show: int) -> None:
    shut = {path for path, _ in unopened}
    compared = [r for r in results if r.path not in shut and not r.refused and not r.crashed]
    wrong = [r for r in compared if r.lo_only or r.ours_only]
    total = sum(r.words for r in compared)
    off = sum(max(len(r.lo_only), len(r.ours_only)) for r in compared)
    labels = sum(r.labels for r in compared)
    label_off = sum(len(r.label_differences) for r in compared)
    show_differences(compared, wrong, show)
    show_others(results, shut)
    for path, why in unopened:
        print(f"NOT OPENED BY LIBREOFFICE {path.name}: {why}")
    if not compared:
        return
    print(f"{len(results)} files, {len(compared)} compared, {len(unopened)} not opened by LibreOffice")
    print(f"files with equal words   {len(compared) - len(wrong)} of {len(compared)} = {1 - len(wrong) / len(compared):.2%}")
    print(f"words equal              {total - off} of {total} = {1 - off / max(total, 1):.3%}")
    for reason, text in EXPLAINED.items():
        hits = [r for r in compared if r.explained[reason]]
        if hits:
            print(f"                         apart: {sum(r.explained[reason] for r in hits)} in {len(hits)} files: {text}")
    print(f"labels equal             {labels - label_off} of {labels} = {1 - label_off / max(labels, 1):.2%}")


def show_differences(compared: list[Result], wrong: list[Result], show: int) -> None:
    for r in sorted(wrong, key=lambda r: -max(len(r.lo_only), len(r.ours_only)))[:show]:
        print(f"WORDS {r.path.name}: {len(r.lo_only)} only LibreOffice, {len(r.ours_only)} only ours, of {r.words}")
        print(f"   LO:   {' '.join(r.lo_only[:25])}\n   ours: {' '.join(r.ours_only[:25])}")
    for r in sorted((r for r in compared if r.label_differences), key=lambda r: -len(r.label_differences))[:show]:
        print(f"LABELS {r.path.name}: {len(r.label_differences)} of {r.labels}")
        for theirs, ours, text in r.label_differences[:6]:
            print(f"   LO {theirs!r} ours {ours!r}: {text}")
    for r in compared:
        for name, difference in (("BOXES", r.box_difference), ("NOTES", r.note_difference)):
            if difference:
                print(f"{name} {r.path.name}: {' '.join(difference[:20])}")


def show_others(results: list[Result], shut: set[Path]) -> None:
    for r in results:
        if r.refused:
            print(f"REFUSED {r.path.name}: {r.refused}" + ("" if r.path in shut else "  (LibreOffice opens it)"))
        if r.crashed:
            print(f"CRASH {r.path.name}: {r.crashed}")
        if r.seconds > 2:
            print(f"SLOW {r.path.name}: {r.seconds:.1f} s")


if __name__ == "__main__":
    main()
