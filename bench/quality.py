"""How well the checks judge: precision and recall per code on labelled documents, accuracy on sets of phrasings.

python bench/quality.py --labels FOLDER [FOLDER ...]      labels/*.yaml (bestand, peildatum, vaststelling, oordelen) beside the documents
python bench/quality.py --phrasings FOLDER [FOLDER ...]   one <CODE>.yaml per check: gevallen with tekst, peildatum, oordeel, waarom
    --codes BW-05,WT       only these codes or packs       --fout    print what was judged wrong, with its text
    --bewaar FILE          keep every verdict (names and codes only, no text)
    --tegen FILE           print which verdicts are gained and lost since that was kept, and what it does to precision and recall

What a change of a word list does: keep the verdicts, make the change, compare.

    python bench/quality.py --labels corpus --bewaar /tmp/eerst.json
    python bench/quality.py --labels corpus --tegen /tmp/eerst.json

A finding is strijdig or niet_aangetroffen. Column "los": findings on a code that the label does not speak of; read them.
Peildatum and vaststelling of the label are given to the tool only where the document itself does not state them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from gevallen import toets_geval, uitkomst
from quality_cases import Case, counted, is_finding, keep, kept, report_changes, report_counts
from verordening_tool.api import Toetsopties, lees, toets
from verordening_tool.checking.oordeel import NietBeoordeeld, Oordeel, Plaats
from verordening_tool.checking.peildatum import bepaal_peildatum
from verordening_tool.fouten import VerordeningFout
from verordening_tool.norms.schema import Geval, Gevallen

_GESTELD = frozenset({"slotbepaling", "metadata", "documentdatum"})
VANDAAG = date(2026, 7, 1)


def labelled(folder: Path) -> Iterator[Case]:
    """The verdicts on the documents of a folder: those with a label, and findings without."""
    for pad in sorted((folder / "labels").glob("*.yaml")):
        label: dict[str, Any] = yaml.safe_load(pad.read_text(encoding="utf-8"))
        bestand = folder / label["bestand"]
        try:
            resultaat = next(iter(toets([bestand], opties(bestand, label))))
        except VerordeningFout as fout:
            print(f"{bestand.name}: {fout}", file=sys.stderr)
            continue
        kreeg: dict[str, Oordeel] = {oordeel.code: oordeel for oordeel in resultaat.oordelen}
        redenen = {rest.code: rest.reden for rest in resultaat.niet_beoordeeld}
        for code, verwacht in label["oordelen"].items():
            if code not in kreeg and code not in redenen:
                continue
            oordeel = kreeg.get(code)
            woord = oordeel.oordeel.value if oordeel else "niet_beoordeeld"
            gelabeld = f"{bestand.name:34} verwacht {verwacht['oordeel']:18} kreeg {woord:18} {verwacht['plaats'] or '-'}"
            waar = _waar(oordeel) if oordeel else redenen[code]
            yield Case(
                f"{folder.name}/{bestand.name}", code, verwacht["oordeel"], woord, f"{gelabeld} ({verwacht['waarom']})\n{'':12}{waar}"
            )
        for code, oordeel in kreeg.items():
            if code not in label["oordelen"] and is_finding(oordeel.oordeel):
                uitleg = f"{bestand.name:34} zonder label, kreeg {oordeel.oordeel}\n{'':12}{_waar(oordeel)}"
                yield Case(f"{folder.name}/{bestand.name}", code, None, oordeel.oordeel.value, uitleg)


def opties(bestand: Path, label: dict[str, Any]) -> Toetsopties:
    regeling = lees(bestand, vandaag=VANDAAG).regeling
    gesteld = bepaal_peildatum(regeling, VANDAAG).bron in _GESTELD
    vastgesteld = None if regeling.data.vastgesteld or regeling.metadata.vaststelling else label.get("vaststelling")
    peildata = () if gesteld or not label.get("peildatum") else (label["peildatum"],)
    return Toetsopties(peildata=peildata, vastgesteld=vastgesteld, vandaag=VANDAAG)


def _waar(oordeel: Oordeel) -> str:
    """The first place of a verdict with its message; of a check with halves those that are not voldoet."""
    plaats: Plaats | None = next(iter(oordeel.plaatsen), oordeel.dichtstbij)
    citaat = f"art. {plaats.artikel} lid {plaats.lid}: {plaats.citaat[:150]}" if plaats else "(geen plaats)"
    delen = ", ".join(f"{deel.onderdeel} {deel.oordeel}" for deel in oordeel.deeloordelen if deel.oordeel != "voldoet")
    return f"{citaat} [{delen or oordeel.bericht}]"


def phrasings(folder: Path) -> Iterator[Case]:
    """The verdicts on the phrasings of a folder."""
    for pad in sorted(folder.glob("*.yaml")):
        inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
        for geval in Gevallen(gevallen=inhoud["gevallen"] if isinstance(inhoud, dict) else inhoud).gevallen:
            oordeel = toets_geval(pad.stem, geval)
            kreeg = uitkomst(oordeel, geval.onderdeel)
            yield Case(f"{folder.name}/{geval.id}", pad.stem, geval.oordeel, kreeg, _als_tekst(geval, oordeel))


def _als_tekst(geval: Geval, oordeel: Oordeel | NietBeoordeeld) -> str:
    waar = _waar(oordeel) if isinstance(oordeel, Oordeel) else oordeel.reden
    kreeg = uitkomst(oordeel, geval.onderdeel)
    tekst = geval.tekst.rstrip().replace("\n", f"\n{'':12}")
    return f"{geval.id} ({geval.peildatum}) verwacht {geval.oordeel}, kreeg {kreeg}: {geval.waarom or ''}\n{'':12}{tekst}\n{'':12}-> {waar}"


def _chosen(cases: Iterable[Case], names: Sequence[str]) -> list[Case]:
    """The cases of these codes or packs; all when there are none."""
    return [case for case in cases if not names or case.code in names or case.code.partition("-")[0] in names]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labels", type=Path, nargs="+", default=[], metavar="FOLDER")
    parser.add_argument("--phrasings", type=Path, nargs="+", default=[], metavar="FOLDER")
    parser.add_argument("--codes", default="")
    parser.add_argument("--fout", action="store_true")
    parser.add_argument("--bewaar", type=Path, metavar="FILE")
    parser.add_argument("--tegen", type=Path, metavar="FILE")
    args = parser.parse_args()
    names = tuple(filter(None, args.codes.upper().split(",")))
    every: list[Case] = []
    for folder, read in (*((folder, labelled) for folder in args.labels), *((folder, phrasings) for folder in args.phrasings)):
        cases = _chosen(read(folder), names)
        print(f"\n{folder}")
        report_counts(counted(cases), with_misses=args.fout)
        every += cases
    if args.tegen:
        report_changes(every, kept(args.tegen))
    if args.bewaar:
        keep(every, args.bewaar)


if __name__ == "__main__":
    main()
