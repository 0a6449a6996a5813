"""Verdicts held against labels: counts per code, and what changed since an earlier run. Used by quality.py."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_FINDING = frozenset({"strijdig", "niet_aangetroffen"})
_ALSO_RIGHT = {("BW-08", "nvt"): "voldoet"}  # both are right when no higher number is set
Kept = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Case:
    """One verdict: on which document or phrasing, what the label asks (None: it does not speak of this code), what came, and the text."""

    name: str
    code: str
    expected: str | None
    got: str
    text: str = ""

    def right(self, got: str | None = None) -> bool:
        """Whether ``got`` (None: what came) is what the label asks; a finding that no label speaks of is never called right."""
        word = got or self.got
        return self.expected is not None and (word == self.expected or _ALSO_RIGHT.get((self.code, self.expected)) == word)


@dataclass
class Count:
    """Counts of one code."""

    cases: int = 0
    right: int = 0
    true: int = 0  # findings that the label has as well
    found: int = 0
    expected: int = 0
    doubt: int = 0
    loose: int = 0  # findings that no label speaks of
    misses: list[str] = field(default_factory=list)

    def add(self, case: Case, got: str) -> None:
        """Count one verdict."""
        if case.expected is None:
            self.loose += is_finding(got)
            return
        self.cases += 1
        self.right += case.right(got)
        self.found += is_finding(got)
        self.expected += is_finding(case.expected)
        self.true += is_finding(got) and is_finding(case.expected)
        self.doubt += got == "twijfel"

    @property
    def precision(self) -> str:
        """Of the findings, how many are right."""
        return f"{self.true / self.found:.0%}" if self.found else "-"

    @property
    def recall(self) -> str:
        """Of what should be found, how much is."""
        return f"{self.true / self.expected:.0%}" if self.expected else "-"


def is_finding(word: str) -> bool:
    """Whether a verdict is an alarm."""
    return word in _FINDING


def counted(cases: Iterable[Case], earlier: Kept | None = None) -> dict[str, Count]:
    """The counts per code; with ``earlier``: of the verdicts that were kept then, on the cases of now."""
    counts: dict[str, Count] = {}
    for case in cases:
        got = case.got if earlier is None else earlier.get(case.name, {}).get(case.code)
        if got is None:
            continue
        counts.setdefault(case.code, Count()).add(case, got)
        if earlier is None and not case.right():
            counts[case.code].misses.append(case.text)
    return counts


def report_counts(counts: Mapping[str, Count], *, with_misses: bool) -> None:
    """Print the counts per code and in total, and the misses when asked."""
    print(f"{'code':8}{'n':>5}{'goed':>8}{'precisie':>10}{'recall':>8}{'twijfel':>9}{'los':>6}")
    for code, count in sorted(counts.items()):
        _row(code, count)
        for text in count.misses if with_misses else ():
            print(f"        {text}")
    _row("samen", total(counts.values()))


def total(counts: Iterable[Count]) -> Count:
    """The counts of all codes together."""
    whole = Count()
    for count in counts:
        for name in ("cases", "right", "true", "found", "expected", "doubt", "loose"):
            setattr(whole, name, getattr(whole, name) + getattr(count, name))
    return whole


def _row(name: str, count: Count) -> None:
    share = f"{count.right / count.cases:.0%}" if count.cases else "-"
    print(f"{name:8}{count.cases:>5}{share:>8}{count.precision:>10}{count.recall:>8}{count.doubt:>9}{count.loose:>6}")


# --- two versions ---------------------------------------------------------------------------------------------------


def keep(cases: Iterable[Case], path: Path) -> None:
    """Write the verdicts by name and code; no text of a document goes along."""
    verdicts: dict[str, dict[str, str]] = {}
    for case in cases:
        verdicts.setdefault(case.name, {})[case.code] = case.got
    lines = (f"{json.dumps(name)}: {json.dumps(dict(sorted(codes.items())))}" for name, codes in sorted(verdicts.items()))
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def kept(path: Path) -> Kept:
    """The verdicts of an earlier run."""
    verdicts: Kept = json.loads(path.read_text(encoding="utf-8"))
    return verdicts


def report_changes(cases: Sequence[Case], earlier: Kept) -> None:
    """Print each verdict that changed, for better or worse, and what that does to precision and recall."""
    groups: dict[str, list[Case]] = {"verloren": [], "gewonnen": [], "anders, nog fout": [], "los alarm erbij": []}
    for case in cases:
        before = earlier.get(case.name, {}).get(case.code)
        if case.expected is None:
            if before is None and case.name in earlier:
                groups["los alarm erbij"].append(case)
        elif before is not None and before != case.got:
            groups[_direction(case, before)].append(case)
    gone = [(name, code) for name, codes in earlier.items() for code in codes if (name, code) not in {(c.name, c.code) for c in cases}]
    new = sum(case.name not in earlier or (case.expected is not None and case.code not in earlier[case.name]) for case in cases)
    print("\nVergeleken met de bewaarde oordelen")
    print(", ".join(f"{name}: {len(group)}" for name, group in groups.items()) + f", nieuw gemeten: {new}, niet meer gemeten: {len(gone)}")
    for name, group in groups.items():
        for case in sorted(group, key=lambda case: (case.code, case.name)):
            was = earlier[case.name].get(case.code, "-")
            print(f"  {name:16} {case.code:6} {case.name}: {was} -> {case.got} (label: {case.expected or '-'})")
    _report_figures(cases, earlier, {case.code for group in groups.values() for case in group})


def _direction(case: Case, before: str) -> str:
    if case.right(before) == case.right():
        return "anders, nog fout"
    return "gewonnen" if case.right() else "verloren"


def _report_figures(cases: Sequence[Case], earlier: Kept, codes: Iterable[str]) -> None:
    old, new = counted(cases, earlier), counted(cases)
    for code in sorted(codes):
        was, now = old.get(code, Count()), new.get(code, Count())
        print(f"  {code:6} precisie {was.precision} -> {now.precision}, recall {was.recall} -> {now.recall}")
