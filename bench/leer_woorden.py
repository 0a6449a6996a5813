"""Learn the weights of words from the phrasings that may be read, and write them as a table (checks/woordgewichten.csv).

python bench/leer_woorden.py [--uit FILE] [--sets FILE ...]     (needs the extra "test")

Every phrasing counts under its key; what must not count, and ordinary sentences of letters, count under "anders". A linear support vector
machine gives each word its weight per key. The same input gives the same table. Phrasings that are held out are not opened.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from math import sqrt
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.svm import LinearSVC

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from inspectie_formuleringen import lees_formuleringen, vul
from inspectie_teksten import MAP, bouwstenen
from verordening_tool._paths import data_map
from verordening_tool.language.folding import fold
from verordening_tool.language.woordgewichten import ALTIJD, kenmerken

ANDERS = "anders"
_WAARDEN = {"gemeente": "wij", "werkbedrijf": "het werkbedrijf", "jaar": 2015, "buur": "buurgemeente", "getal": 34, "bedrag": "€ 1"}
_GEREGELD = ("omvang.", "voorselectie.")  # said in articles alone, where structure tells
_ZINNEN = re.compile(r"(?<=[.?!]) ")
_MINST = 2  # sentences that a word stands in: what stands in one tells nothing of the next
_EVENWICHT = 0.75  # 0: every sentence weighs the same; 1: every key does
_STRENGHEID = 3.0  # how much a sentence under the wrong key costs
_KLEINST = 0.05  # what weighs less says nothing
_GEWONE_ZINNEN = MAP / "gewone_zinnen.txt"
SETS = sorted(MAP.glob("formuleringen_gezien*.yaml"))
_BEKENDE_ZINNEN = MAP / "bekende_zinnen.csv"


def voorbeelden(sets: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Sentences with the key that each counts under."""
    for pad in sets:
        formuleringen = lees_formuleringen(pad)
        for sleutel, zinnen in formuleringen.zinnen.items():
            if not sleutel.startswith(_GEREGELD) and not sleutel.endswith(".verordening"):
                yield from ((vul(zin, _WAARDEN, 7), sleutel.removesuffix(".stuk")) for zin in zinnen)
        yield from ((vul(afleider.tekst, _WAARDEN), ANDERS) for afleider in formuleringen.afleiders)
    stenen = bouwstenen()
    for groep in ("toelichting", "inleiding", "kader", "slotzin"):
        yield from ((zin, ANDERS) for alinea in stenen[groep] for zin in _ZINNEN.split(alinea))
    yield from ((vul(zin, _WAARDEN, 7), ANDERS) for zin in _GEWONE_ZINNEN.read_text(encoding="utf-8").splitlines())
    with _BEKENDE_ZINNEN.open(encoding="utf-8", newline="") as bestand:
        yield from ((rij["zin"], rij["feit"]) for rij in csv.DictReader(bestand, delimiter=";"))


def leer(rijen: Sequence[tuple[str, str]]) -> tuple[list[str], dict[str, list[float]]]:
    """The keys, and per word the weight for each of them."""
    per_zin = [sorted(kenmerken(fold(zin).encode("ascii", "replace"))) for zin, _ in rijen]
    telling = Counter(chain.from_iterable(per_zin))
    vectoren = [
        {kenmerk.decode("ascii"): 1 / sqrt(len(gevonden)) for kenmerk in gevonden if telling[kenmerk] >= _MINST} for gevonden in per_zin
    ]
    tabel = DictVectorizer()
    matrix = tabel.fit_transform(vectoren)
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    sleutels = [sleutel for _, sleutel in rijen]
    per_sleutel = Counter(sleutels)
    # What is rare weighs more, yet less than evenly: a thousand sentences that tell nothing should count for more than ten that do.
    klassen = {sleutel: (len(rijen) / len(per_sleutel) / aantal) ** _EVENWICHT for sleutel, aantal in per_sleutel.items()}
    machine = LinearSVC(C=_STRENGHEID, class_weight=klassen, random_state=0, max_iter=20_000)
    machine.fit(matrix, sleutels)
    gewichten = {ALTIJD: list(machine.intercept_)}
    gewichten |= {woord: list(machine.coef_[:, nummer]) for woord, nummer in sorted(tabel.vocabulary_.items())}
    return list(machine.classes_), gewichten


def schrijf(pad: Path, sleutels: Sequence[str], gewichten: dict[str, list[float]]) -> None:
    """The table: a row per word that weighs anything."""
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.writer(bestand, delimiter=";", lineterminator="\n")
        schrijver.writerow(["woord", *sleutels])
        for woord, rij in gewichten.items():
            cellen = [f"{gewicht:.2f}" if abs(gewicht) >= _KLEINST else "" for gewicht in rij]
            if any(cellen):
                schrijver.writerow([woord, *cellen])


def main() -> None:
    """Learn and write."""
    ontleder = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ontleder.add_argument("--uit", type=Path, default=data_map("checks") / "woordgewichten.csv")
    ontleder.add_argument("--sets", type=Path, nargs="+", default=SETS)
    args = ontleder.parse_args()
    rijen = list(voorbeelden(args.sets))
    sleutels, gewichten = leer(rijen)
    schrijf(args.uit, sleutels, gewichten)
    print(f"{len(rijen)} zinnen, {len(sleutels)} sleutels, {len(gewichten)} woorden")


if __name__ == "__main__":
    main()
