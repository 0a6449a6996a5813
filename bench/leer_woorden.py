"""Learn the weights of words from the phrasings that may be read, and write them as tables: woordgewichten.csv, woordgewichten_leden.csv.

python bench/leer_woorden.py [--uit MAP] [--sets FILE ...]     (MAP: checks; needs the extra "test")

One table is for running text and one, of words alone, for the articles of a verordening. Every phrasing counts under its key; what must not
count, and ordinary sentences and leden, count under "anders". A linear support vector machine gives their weight per key to each word, each
two that follow each other more often, and those concepts of the audit that tell most. The same input gives the same tables. Phrasings that
are held out are not opened.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.svm import LinearSVC

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from inspectie_formuleringen import lees_formuleringen, vul
from inspectie_teksten import MAP, bouwstenen
from verordening_tool._paths import data_map
from verordening_tool.auditing.uitspraken import begrippen
from verordening_tool.auditing.vindplaatsen import Vindplaatsen
from verordening_tool.language.begrippen import Span
from verordening_tool.language.folding import fold
from verordening_tool.language.woordgewichten import ALTIJD, kenmerken, paren
from verordening_tool.norms.loader import lees_begrippen

ANDERS = "anders"
_WAARDEN = {"gemeente": "wij", "werkbedrijf": "het werkbedrijf", "jaar": 2015, "buur": "buurgemeente", "getal": 34, "bedrag": "€ 1"}
_GEREGELD = ("omvang.", "voorselectie.")  # said in articles alone
_IN_ARTIKEL = ".verordening"
_ZINNEN = re.compile(r"(?<=[.?!]) ")
_MINST, _MINST_PAAR = 2, 6  # sentences that a word, or two together, stand in: what stands in one tells nothing of the next
_EVENWICHT = 0.75  # 0: every sentence weighs the same; 1: every key does
_STRENGHEID = 3.0  # how much a sentence under the wrong key costs
_MAAT_PAAR = 0.7  # what two words together count for beside each of them
_MAAT = 0.15  # what a concept counts for beside the words of a sentence, which together have length one
_BEGRIPPEN = 100  # concepts kept: those that weigh most
_KLEINST = 0.05  # what weighs less says nothing
_KLEINST_PAAR = 0.3  # two words that nowhere weigh more together say little beside each of them
_GEWONE_ZINNEN = MAP / "gewone_zinnen.txt"
SETS = sorted(MAP.glob("formuleringen_gezien*.yaml"))
_GEWONE_LEDEN = MAP / "gewone_leden.txt"
_BEKENDE_ZINNEN = MAP / "bekende_zinnen.csv"
_BASIS = MAP / "formuleringen_gezien.yaml"
_KEREN = 4  # as often count the sentences of these two and the fixed leden: what an audit must read without fault, or once misread


def voorbeelden(sets: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Sentences with the key that each counts under."""
    for pad in sets:
        formuleringen = lees_formuleringen(pad)
        for sleutel, zinnen in formuleringen.zinnen.items():
            if not _is_lid(sleutel):
                yield from _keren(pad) * [(vul(zin, _WAARDEN, 7), sleutel.removesuffix(".stuk")) for zin in zinnen]
        yield from _keren(pad) * [(vul(afleider.tekst, _WAARDEN), ANDERS) for afleider in formuleringen.afleiders]
    stenen = bouwstenen()
    for groep in ("toelichting", "inleiding", "kader", "slotzin"):
        yield from ((zin, ANDERS) for alinea in stenen[groep] for zin in _ZINNEN.split(alinea))
    yield from ((vul(zin, _WAARDEN, 7), ANDERS) for zin in _GEWONE_ZINNEN.read_text(encoding="utf-8").splitlines())
    with _BEKENDE_ZINNEN.open(encoding="utf-8", newline="") as bestand:
        yield from _KEREN * [(rij["zin"], rij["feit"]) for rij in csv.DictReader(bestand, delimiter=";")]


def leden(sets: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Leden of articles with the key that each counts under."""
    for pad in sets:
        for sleutel, zinnen in lees_formuleringen(pad).zinnen.items():
            if _is_lid(sleutel):
                yield from _keren(pad) * [(vul(zin, _WAARDEN, 7), sleutel.removesuffix(_IN_ARTIKEL)) for zin in zinnen]
    yield from _KEREN * [(zin, ANDERS) for groep in bouwstenen()["leden"].values() for zin in groep]
    yield from ((zin, ANDERS) for zin in _GEWONE_LEDEN.read_text(encoding="utf-8").splitlines())


def _keren(pad: Path) -> int:
    return _KEREN if pad.name == _BASIS.name else 1


def _is_lid(sleutel: str) -> bool:
    return sleutel.startswith(_GEREGELD) or sleutel.endswith(_IN_ARTIKEL)


class _Zin(NamedTuple):
    """A sentence as a passage of one long text."""

    nr: int
    start: int
    eind: int


def per_begrip(zinnen: Sequence[bytes]) -> list[dict[str, bool]]:
    """Per folded sentence the concepts of the audit that stand in it, and whether they are denied there."""
    plekken, plek = [], 0
    for nr, zin in enumerate(zinnen):
        plekken.append(_Zin(nr, plek, plek + len(zin)))
        plek += len(zin) + 1
    vindplaatsen = Vindplaatsen(begrippen(), b"\n".join(zinnen), plekken)
    bestanden = sorted((data_map("checks") / "begrippen" / "audit").glob("*.yaml"))
    namen = [naam for bestand in bestanden for naam in lees_begrippen(bestand) if not naam.startswith("ontkenning")]
    return [vindplaatsen.begrippen(zin.nr, Span(zin.start, zin.eind), namen) for zin in plekken]


def leer(rijen: Sequence[tuple[str, str]]) -> tuple[list[str], dict[str, list[float]]]:
    """The keys, and per word and concept the weight for each of them."""
    sleutels = [sleutel for _, sleutel in rijen]
    zinnen = _gevouwen(rijen)
    woorden = [eigen | samen for eigen, samen in zip(_woorden(zinnen), _paren(zinnen), strict=True)]
    concepten = [
        {kenmerk: _MAAT for naam, ontkend in gevonden.items() for kenmerk in (f"<{naam}>", f"<niet {naam}>")[: 1 + ontkend]}
        for gevonden in per_begrip(zinnen)
    ]
    _, eerst = _pas([a | b for a, b in zip(woorden, concepten, strict=True)], sleutels)
    zwaarst = {naam: max(map(abs, rij)) for naam, rij in eerst.items() if naam.startswith("<")}
    blijft = frozenset(sorted(zwaarst, key=lambda naam: (-zwaarst[naam], naam))[:_BEGRIPPEN])
    return _pas([a | {naam: maat for naam, maat in b.items() if naam in blijft} for a, b in zip(woorden, concepten, strict=True)], sleutels)


def leer_leden(rijen: Sequence[tuple[str, str]]) -> tuple[list[str], dict[str, list[float]]]:
    """The keys, and per word the weight for each of them."""
    return _pas(_woorden(_gevouwen(rijen)), [sleutel for _, sleutel in rijen])


def _gevouwen(rijen: Sequence[tuple[str, str]]) -> list[bytes]:
    return [fold(zin.replace("\n", " ")).encode("ascii", "replace") for zin, _ in rijen]


def _woorden(zinnen: Sequence[bytes]) -> list[dict[str, float]]:
    """Per sentence its words and how they begin, together of length one."""
    return _vaak_genoeg(zinnen, kenmerken, _MINST)


def _paren(zinnen: Sequence[bytes]) -> list[dict[str, float]]:
    """Per sentence each two words that follow each other."""
    return _vaak_genoeg(zinnen, paren, _MINST_PAAR)


def _vaak_genoeg(zinnen: Sequence[bytes], zoek: Callable[[bytes], set[bytes]], minst: int) -> list[dict[str, float]]:
    """Per sentence what ``zoek`` finds in it, where that stands in ``minst`` different sentences at least; weighed by its length."""
    gevonden = {zin: sorted(zoek(zin)) for zin in zinnen}
    telling = Counter(chain.from_iterable(gevonden.values()))
    namen = {kenmerk: kenmerk.decode("ascii") for kenmerk, aantal in telling.items() if aantal >= minst}
    return [
        {naam: _maat(naam) / sqrt(len(kenmerken(zin)) or 1) for kenmerk in gevonden[zin] if (naam := namen.get(kenmerk))} for zin in zinnen
    ]


def _maat(naam: str) -> float:
    """What a word, two words together, or a concept counts for."""
    return _MAAT if naam.startswith("<") else _MAAT_PAAR if " " in naam else 1.0


def _pas(vectoren: Sequence[Mapping[str, float]], sleutels: Sequence[str]) -> tuple[list[str], dict[str, list[float]]]:
    """The keys, and per feature the weight for each of them, that a linear support vector machine finds."""
    tabel = DictVectorizer()
    matrix = tabel.fit_transform(vectoren)
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    per_sleutel = Counter(sleutels)
    # What is rare weighs more, yet less than evenly: a thousand sentences that tell nothing should count for more than ten that do.
    klassen = {sleutel: (len(sleutels) / len(per_sleutel) / aantal) ** _EVENWICHT for sleutel, aantal in per_sleutel.items()}
    machine = LinearSVC(C=_STRENGHEID, class_weight=klassen, random_state=0, max_iter=20_000)
    machine.fit(matrix, sleutels)
    gewichten = {ALTIJD: list(machine.intercept_)}
    gewichten |= {naam: list(_maat(naam) * machine.coef_[:, nummer]) for naam, nummer in sorted(tabel.vocabulary_.items())}
    return list(machine.classes_), gewichten


def schrijf(pad: Path, sleutels: Sequence[str], gewichten: dict[str, list[float]]) -> None:
    """The table: a row per word or concept that weighs anything, and per two words together that weigh much."""
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.writer(bestand, delimiter=";", lineterminator="\n")
        schrijver.writerow(["woord", *sleutels])
        for woord, rij in gewichten.items():
            cellen = [f"{gewicht:.2f}" if abs(gewicht) >= _KLEINST else "" for gewicht in rij]
            if max(map(abs, rij)) >= (_KLEINST_PAAR if _maat(woord) == _MAAT_PAAR else _KLEINST):
                schrijver.writerow([woord, *cellen])


def main() -> None:
    """Learn and write."""
    ontleder = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ontleder.add_argument("--uit", type=Path, default=data_map("checks"))
    ontleder.add_argument("--sets", type=Path, nargs="+", default=SETS)
    args = ontleder.parse_args()
    for naam, rijen, leren in (
        ("woordgewichten.csv", list(voorbeelden(args.sets)), leer),
        ("woordgewichten_leden.csv", list(leden(args.sets)), leer_leden),
    ):
        sleutels, gewichten = leren(rijen)
        schrijf(args.uit / naam, sleutels, gewichten)
        print(f"{naam}: {len(rijen)} zinnen, {len(sleutels)} sleutels, {len(gewichten)} woorden en begrippen")


if __name__ == "__main__":
    main()
