"""Learn what words speak for or against meeting a norm from texts with a known verdict, and write checks/woordgewichten_normen.csv.

python bench/leer_oordelen.py [--uit MAP]     (MAP: checks; needs the extra "test")

The texts are the gevallen of the norms, the phrasings and the labelled documents that may be read; what is held out is not opened.
A linear support vector machine gives each word, its beginning, and each two words that follow each other, a weight for all norms and
one for each norm.
The pieces of text are those that the second reading looks at, so the same input and the same rules give the same table.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import yaml
from sklearn.feature_extraction import DictVectorizer
from sklearn.svm import LinearSVC

from quality import VANDAAG, opties
from verordening_tool._paths import data_map
from verordening_tool.api import lees
from verordening_tool.checking import proef
from verordening_tool.checking.citations import Citatie
from verordening_tool.checking.context import Context
from verordening_tool.checking.leesstukken import leesstukken
from verordening_tool.checking.normenset import Normenset, maak_normenset
from verordening_tool.checking.oordeel import Deeloordeel, NietBeoordeeld, Oordeel, Peildatum
from verordening_tool.checking.peildatum import bepaal_peildatum
from verordening_tool.checking.toetsing import beoordeel_context, maak_context
from verordening_tool.language.oordeelgewichten import ALLE, kenmerken_en_paren, lengte
from verordening_tool.language.woordgewichten import ALTIJD
from verordening_tool.norms.loader import lees_gevallen
from verordening_tool.norms.schema import Geval, Gevallen
from verordening_tool.references.grondslag import citaties

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
GEWONE_BEPALINGEN = ROOT / "tests" / "gewone_bepalingen.yaml"
FORMULERINGEN = [CORPUS / "formuleringen" / naam for naam in ("blind_a", "blind_b", "blind_c", "blind_e", "blind_f")]
FORMULERINGEN += sorted((CORPUS / "formuleringen").glob("leer_*"))
DOCUMENTEN = [CORPUS, *(CORPUS / f"blind_{letter}" for letter in "cdefghijklnopq")]
NORMEN = frozenset(  # on content; the others count, compare or look at form
    f"BW-{nr:02}" for nr in (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20, 22, 23, 24, 26)
) | {"BR-01", "BR-02", "BR-03", "BR-04", "PR-01", "PR-04", "PR-05", "RV-02", "RV-03"}  # fmt: skip
_TEGEN = frozenset({"strijdig", "niet_aangetroffen", "twijfel"})
_MINST = 2  # texts that a word stands in: what stands in one tells nothing of the next
_EVENWICHT = 0.75  # 0: every text weighs the same; 1: for and against do
_STRENGHEID = 1.0  # how much a text on the wrong side costs
_NORM = 0.3  # what the norm itself counts for beside the words, which together have length one
_EIGEN = 2.0  # by how much a word counts more for its own norm than for all
_KLEINST = 0.3  # what weighs less says nothing


class Tekst(NamedTuple):
    """A piece of text, the norm it is judged by, and whether it fails to meet it."""

    norm: str
    kenmerken: frozenset[bytes]
    tegen: bool


def teksten() -> list[Tekst]:
    """All that may be learned from, each once."""
    normen = maak_normenset()
    bronnen = (_uit_gevallen(normen), _uit_formuleringen(normen), _uit_documenten(normen), _uit_gewone_bepalingen(normen))
    return list(dict.fromkeys(chain.from_iterable(bronnen)))


def _uit_gevallen(normen: Normenset) -> Iterator[Tekst]:
    for pad in sorted(data_map("checks").glob("*/*-[0-9]*.yaml")):
        if pad.stem in NORMEN:
            yield from _uit_reeks(pad.stem, lees_gevallen(pad), normen)


def _uit_formuleringen(normen: Normenset) -> Iterator[Tekst]:
    for map_ in FORMULERINGEN:
        for pad in sorted(map_.glob("*.yaml")):
            if pad.stem in NORMEN:
                inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
                gevallen = inhoud["gevallen"] if isinstance(inhoud, dict) else inhoud
                yield from _uit_reeks(pad.stem, Gevallen(gevallen=gevallen).gevallen, normen)


def _uit_reeks(code: str, gevallen: Iterable[Geval], normen: Normenset) -> Iterator[Tekst]:
    for geval in gevallen:
        if geval.dossier or geval.oordeel not in _TEGEN | {"voldoet"}:
            continue
        context = proef.lees_geval(normen.begrippen, geval)
        oordeel = proef.toets_geval(normen.checks[code], normen.begrippen, geval)
        for deel in _delen(oordeel, geval.onderdeel):
            yield from _stukken(code, deel, context, geval.oordeel) or _alles(code, context, geval.oordeel)


def _uit_documenten(normen: Normenset) -> Iterator[Tekst]:
    for pad in (pad for map_ in DOCUMENTEN for pad in sorted((map_ / "labels").glob("*.yaml"))):
        label = yaml.safe_load(pad.read_text(encoding="utf-8"))
        bestand = pad.parents[1] / label["bestand"]
        optie = opties(bestand, label)
        gelezen = lees(bestand, vandaag=VANDAAG)
        regeling = gelezen.regeling
        context = maak_context(regeling, gelezen.verwijzingen, normen.begrippen)
        peildatum = bepaal_peildatum(regeling, VANDAAG, next(iter(optie.peildata), None), optie.vastgesteld)
        gegrond = tuple(Citatie(citaat.alinea, citaat.verwijzing) for citaat in citaties(regeling))
        uitslag = beoordeel_context(context, normen.checks.values(), gegrond, peildatum, optie.vastgesteld, NORMEN)
        for oordeel in uitslag.oordelen:
            verwacht = label["oordelen"].get(oordeel.code, {}).get("oordeel")
            if verwacht == "voldoet" or (verwacht in _TEGEN and oordeel.plaatsen):
                for deel in _delen(oordeel):
                    yield from _stukken(oordeel.code, deel, context, verwacht)


def _uit_gewone_bepalingen(normen: Normenset) -> Iterator[Tekst]:
    """Provisions in which nothing is wrong, for the norms that forbid something: most of what those look at is on other subjects."""
    for rij in yaml.safe_load(GEWONE_BEPALINGEN.read_text(encoding="utf-8")):
        geval = Geval(**rij, oordeel="voldoet")
        context = proef.lees_geval(normen.begrippen, geval)
        uitslag = beoordeel_context(context, normen.checks.values(), (), Peildatum(geval.peildatum, "optie"), codes=NORMEN)
        for oordeel in uitslag.oordelen:
            if not oordeel.plaatsen and oordeel.oordeel.value in {"voldoet", "twijfel"}:
                yield from _stukken(oordeel.code, oordeel, context, "voldoet")


def _delen(oordeel: Oordeel | NietBeoordeeld, onderdeel: str | None = None) -> Sequence[Oordeel | Deeloordeel | None]:
    """The parts of a verdict that are read again: its halves (or one of them), or itself."""
    if isinstance(oordeel, NietBeoordeeld):
        return [None]
    return [deel for deel in oordeel.deeloordelen if onderdeel in (None, deel.onderdeel)] or [oordeel]


def _stukken(code: str, deel: Oordeel | Deeloordeel | None, context: Context, verwacht: str) -> list[Tekst]:
    stukken = leesstukken(deel.plaatsen if deel else (), context)
    return [Tekst(code, stuk.kenmerken, verwacht in _TEGEN) for stuk in stukken]


def _alles(code: str, context: Context, verwacht: str) -> list[Tekst]:
    """The whole of a short text in which nothing is on the subject."""
    return [Tekst(code, kenmerken_en_paren(context.laag.gevouwen), verwacht in _TEGEN)]


def leer(rijen: Sequence[Tekst]) -> dict[tuple[str, str], float]:
    """The weight of each norm and word."""
    telling = Counter(kenmerk for kenmerken in {rij.kenmerken for rij in rijen} for kenmerk in kenmerken)
    bekend = frozenset(kenmerk for kenmerk, aantal in telling.items() if aantal >= _MINST)
    tabel = DictVectorizer()
    matrix = tabel.fit_transform([_vector(rij, bekend) for rij in rijen])
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    tegen = [rij.tegen for rij in rijen]
    deel = sum(tegen) / len(tegen)
    klassen = {True: (0.5 / deel) ** _EVENWICHT, False: (0.5 / (1 - deel)) ** _EVENWICHT}
    machine = LinearSVC(C=_STRENGHEID, class_weight=klassen, fit_intercept=False, random_state=0, max_iter=20_000)
    machine.fit(matrix, tegen)
    gewichten = {}
    for naam, nummer in sorted(tabel.vocabulary_.items()):
        norm, woord = naam.split("\t")
        gewichten[norm, woord] = float(machine.coef_[0, nummer]) * (_NORM if woord == ALTIJD else _maat(norm))
    return gewichten


def _vector(rij: Tekst, bekend: frozenset[bytes]) -> dict[str, float]:
    """The words of a text, each for all norms and for its own, and the norm."""
    maat = lengte(rij.kenmerken)
    woorden = [woord.decode("ascii") for woord in rij.kenmerken & bekend]
    vector = {f"{norm}\t{woord}": _maat(norm) / maat for norm in (ALLE, rij.norm) for woord in woorden}
    return vector | {f"{rij.norm}\t{ALTIJD}": _NORM}


def _maat(norm: str) -> float:
    return 1.0 if norm == ALLE else _EIGEN


def schrijf(pad: Path, gewichten: dict[tuple[str, str], float]) -> None:
    """The table: a row per norm and word that weighs anything."""
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.writer(bestand, delimiter=";", lineterminator="\n")
        schrijver.writerow(["norm", "woord", "gewicht"])
        for (norm, woord), gewicht in sorted(gewichten.items()):
            if abs(gewicht) >= _KLEINST or woord == ALTIJD:
                schrijver.writerow([norm, woord, f"{gewicht:.2f}"])


def main() -> None:
    """Learn and write."""
    ontleder = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ontleder.add_argument("--uit", type=Path, default=data_map("checks"))
    args = ontleder.parse_args()
    rijen = teksten()
    gewichten = leer(rijen)
    schrijf(args.uit / "woordgewichten_normen.csv", gewichten)
    print(f"woordgewichten_normen.csv: {len(rijen)} teksten, {sum(rij.tegen for rij in rijen)} tegen, {len(gewichten)} gewichten")


if __name__ == "__main__":
    main()
