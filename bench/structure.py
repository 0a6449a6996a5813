"""How well documents are understood: labelled folders and the openings of real documents.

python bench/structure.py --labels FOLDER          structure, soort, gemeente and dates against labels/*.yaml beside docs/
python bench/structure.py --pages pages.jsonl      soort and gemeente of openings (fields url, type, gemeente, excerpt)
python bench/structure.py --speed 3000             milliseconds for an invented document of that many paragraphs
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from verordening_tool.document.blok import Blok, Document
from verordening_tool.document.regeling import Regeling, Soort
from verordening_tool.readers import lees_bestand
from verordening_tool.structure import ontleed

# Types of the openings → kinds of ours that are right for them.
_SOORTEN = {
    "verordening": {Soort.VERORDENING, Soort.WIJZIGINGSVERORDENING},
    "beleidsregel": {Soort.BELEIDSREGELS, Soort.NADERE_REGELS},
    "raadsvoorstel": {Soort.RAADSVOORSTEL},
    "raadsbrief": {Soort.RAADSINFORMATIEBRIEF},
    "raadsinformatiebrief": {Soort.RAADSINFORMATIEBRIEF},
    "raadsbesluit": {Soort.RAADSBESLUIT},
    "toelichting": {Soort.TOELICHTING},
    "other": {Soort.ANDERS},
}
_GEEN_GEMEENTE = ("onbekend", "rijk", "provincie", "gr ", "zuid-kennemerland", "landelijk")


def _pages(path: Path, *, verbose: bool) -> None:
    soort_goed = soort_totaal = gemeente_goed = gemeente_totaal = 0
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        regeling = ontleed(opening(row["excerpt"]))
        verwacht = _SOORTEN.get(row["type"])
        if verwacht is not None:
            soort_totaal += 1
            soort_goed += regeling.soort in verwacht
            if verbose and regeling.soort not in verwacht:
                print(f"soort    {row['type']:14} {regeling.soort.value:22} {regeling.aard}  {row['title'][:80]}")
        naam = row["gemeente"]
        if not naam.lower().startswith(_GEEN_GEMEENTE):
            gemeente_totaal += 1
            gemeente_goed += regeling.gemeente == naam
            if verbose and regeling.gemeente != naam:
                print(f"gemeente {naam:20} {regeling.gemeente!s:30}  {row['title'][:80]}")
    for naam, goed, totaal in (("soort", soort_goed, soort_totaal), ("gemeente", gemeente_goed, gemeente_totaal)):
        print(f"openings: {naam} {goed}/{totaal} = {goed / max(totaal, 1):.0%}")


def opening(tekst: str) -> Document:
    """An opening as a Document: one Blok per line of text."""
    regels = [regel.strip() for regel in tekst.splitlines()]
    return Document(tuple(Blok(nr, regel) for nr, regel in enumerate(r for r in regels if r)))


def _labels(folder: Path, *, verbose: bool) -> None:
    goed: dict[str, int] = {}
    totaal: dict[str, int] = {}
    for pad in sorted((folder / "labels").glob("*.yaml")):
        label = yaml.safe_load(pad.read_text(encoding="utf-8"))
        regeling = ontleed(lees_bestand(folder / label["bestand"]))
        for naam, verwacht, gevonden in _vergelijk(label, regeling):
            totaal[naam] = totaal.get(naam, 0) + 1
            goed[naam] = goed.get(naam, 0) + (verwacht == gevonden)
            if verbose and verwacht != gevonden:
                print(f"{pad.stem} {naam}: label {verwacht}, found {gevonden}")
    print("labels: " + ", ".join(f"{naam} {goed[naam]}/{aantal}" for naam, aantal in totaal.items()))


def _vergelijk(label: dict[str, Any], regeling: Regeling) -> Iterator[tuple[str, object, object]]:
    yield "soort", label["soort"], regeling.soort.value
    yield "gemeente", label["gemeente"], regeling.gemeente
    structuur = label.get("structuur")
    if structuur:
        yield "artikelen", [str(n) for n in structuur["artikelnummers"]], [a.nummer for a in regeling.artikelen]
        verwachte_leden = structuur.get("leden_per_artikel")
        leden = [sum(lid.nummer is not None for lid in artikel.leden) for artikel in regeling.artikelen]
        if verwachte_leden is not None:
            yield "leden", verwachte_leden, leden
    data = regeling.data
    if label.get("vaststelling"):
        yield "vaststelling", str(label["vaststelling"]), str(data.vastgesteld)
    if label.get("inwerkingtreding") and data.inwerkingtreding_wijze in {None, "datum", "dag_van_vaststelling"}:
        yield "inwerkingtreding", str(label["inwerkingtreding"]), str(data.inwerkingtreding)


def _speed(aantal: int) -> None:
    teksten = [
        "Verordening re-integratie Proefstad 2024",
        "De raad van de gemeente Proefstad;",
        "gelet op artikel 8a van de Participatiewet;",
        "besluit:",
    ]
    nummer = 0
    while len(teksten) < aantal:
        nummer += 1
        teksten.append(f"Artikel {nummer}. Ondersteuning bij werk {nummer}")
        for lid in range(1, 5):
            teksten.append(f"{lid}. Het college biedt de inwoner een voorziening aan die past bij zijn mogelijkheden, waaronder:")
            teksten.extend(f"{letter}. een vorm van begeleiding die in artikel {nummer} is genoemd en die nodig is;" for letter in "abcd")
    document = Document(tuple(Blok(nr, tekst) for nr, tekst in enumerate(teksten)))
    ontleed(document)
    tijden = []
    for _ in range(9):
        begin = time.process_time()
        ontleed(document)
        tijden.append((time.process_time() - begin) * 1000)
    print(f"speed: {len(teksten)} paragraphs, median {statistics.median(tijden):.0f} ms")


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labels", type=Path, action="append", default=[])
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--speed", type=int)
    parser.add_argument("-v", "--verbose", action="store_true")
    opties = parser.parse_args()
    for folder in opties.labels:
        _labels(folder, verbose=opties.verbose)
    if opties.pages:
        _pages(opties.pages, verbose=opties.verbose)
    if opties.speed:
        _speed(opties.speed)


if __name__ == "__main__":
    main()
