"""How well the checks judge: precision and recall per code on labelled documents, accuracy on sets of phrasings.

python bench/quality.py --labels FOLDER [FOLDER ...]      labels/*.yaml (bestand, peildatum, vaststelling, oordelen) beside the documents
python bench/quality.py --phrasings FOLDER [FOLDER ...]   one <CODE>.yaml per check: gevallen with tekst, peildatum, oordeel, waarom
    --codes BW-05,BW-17    only these          --fout    print what was judged wrong, with its text

A finding is strijdig or niet_aangetroffen. Peildatum and vaststelling of the label are given to the tool only where the document
itself does not state them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from verordening_tool.api import Toetsopties, lees, toets
from verordening_tool.checking.oordeel import NietBeoordeeld, Oordeel, Plaats
from verordening_tool.checking.peildatum import bepaal_peildatum
from verordening_tool.fouten import VerordeningFout
from verordening_tool.norms.schema import Geval, Gevallen

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from gevallen import toets_geval, uitkomst

_BEVINDING = frozenset({"strijdig", "niet_aangetroffen"})
_GESTELD = frozenset({"slotbepaling", "metadata", "documentdatum"})
_OOK_GOED = {("BW-08", "nvt"): "voldoet"}  # both are right when no higher number is set
_VANDAAG = date(2026, 7, 1)


@dataclass
class Telling:
    """Counts of one code."""

    aantal: int = 0
    goed: int = 0
    terecht: int = 0  # findings that the label has as well
    gevonden: int = 0
    verwacht: int = 0
    twijfel: int = 0
    fouten: list[str] = field(default_factory=list)

    def tel(self, code: str, verwacht: str, kreeg: str) -> bool:
        """Count one verdict; whether it was right."""
        goed = kreeg == verwacht or _OOK_GOED.get((code, verwacht)) == kreeg
        self.aantal += 1
        self.goed += goed
        self.gevonden += kreeg in _BEVINDING
        self.verwacht += verwacht in _BEVINDING
        self.terecht += kreeg in _BEVINDING and verwacht in _BEVINDING
        self.twijfel += kreeg == "twijfel"
        return goed


def labelled(folder: Path, codes: frozenset[str]) -> Iterator[tuple[str, str, str, str]]:
    """Per label: code, expected verdict, verdict, and a line that tells the difference."""
    for pad in sorted((folder / "labels").glob("*.yaml")):
        label: dict[str, Any] = yaml.safe_load(pad.read_text(encoding="utf-8"))
        bestand = folder / label["bestand"]
        try:
            resultaat = next(iter(toets([bestand], _opties(bestand, label))))
        except VerordeningFout as fout:
            print(f"{bestand.name}: {fout}", file=sys.stderr)
            continue
        kreeg: dict[str, Oordeel] = {oordeel.code: oordeel for oordeel in resultaat.oordelen}
        redenen = {rest.code: rest.reden for rest in resultaat.niet_beoordeeld}
        for code, verwacht in label["oordelen"].items():
            if (codes and code not in codes) or (code not in kreeg and code not in redenen):
                continue
            oordeel = kreeg.get(code)
            woord = oordeel.oordeel.value if oordeel else "niet_beoordeeld"
            regel = (
                f"{bestand.name:34} verwacht {verwacht['oordeel']:18} kreeg {woord:18} {verwacht['plaats'] or '-'} ({verwacht['waarom']})"
            )
            waar = _waar(oordeel) if oordeel else redenen[code]
            yield code, verwacht["oordeel"], woord, f"{regel}\n{'':12}{waar}"


def _opties(bestand: Path, label: dict[str, Any]) -> Toetsopties:
    regeling = lees(bestand, vandaag=_VANDAAG).regeling
    gesteld = bepaal_peildatum(regeling, _VANDAAG).bron in _GESTELD
    vastgesteld = None if regeling.data.vastgesteld or regeling.metadata.vaststelling else label.get("vaststelling")
    peildata = () if gesteld or not label.get("peildatum") else (label["peildatum"],)
    return Toetsopties(peildata=peildata, vastgesteld=vastgesteld, vandaag=_VANDAAG)


def _waar(oordeel: Oordeel) -> str:
    """The first place of a verdict with its message; of a check with halves those that are not voldoet."""
    plaats: Plaats | None = next(iter(oordeel.plaatsen), oordeel.dichtstbij)
    citaat = f"art. {plaats.artikel} lid {plaats.lid}: {plaats.citaat[:150]}" if plaats else "(geen plaats)"
    delen = ", ".join(f"{deel.onderdeel} {deel.oordeel}" for deel in oordeel.deeloordelen if deel.oordeel != "voldoet")
    return f"{citaat} [{delen or oordeel.bericht}]"


def phrasings(folder: Path, codes: frozenset[str]) -> Iterator[tuple[str, str, str, str]]:
    """Per phrasing: code, expected verdict, verdict, and the text with the reason."""
    for pad in sorted(folder.glob("*.yaml")):
        if codes and pad.stem not in codes:
            continue
        inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
        rijen = Gevallen(gevallen=inhoud["gevallen"] if isinstance(inhoud, dict) else inhoud).gevallen
        for geval in rijen:
            oordeel = toets_geval(pad.stem, geval)
            yield pad.stem, geval.oordeel, uitkomst(oordeel, geval.onderdeel), _als_tekst(geval, oordeel)


def _als_tekst(geval: Geval, oordeel: Oordeel | NietBeoordeeld) -> str:
    waar = _waar(oordeel) if isinstance(oordeel, Oordeel) else oordeel.reden
    kreeg = uitkomst(oordeel, geval.onderdeel)
    tekst = geval.tekst.rstrip().replace("\n", f"\n{'':12}")
    return f"{geval.id} ({geval.peildatum}) verwacht {geval.oordeel}, kreeg {kreeg}: {geval.waarom or ''}\n{'':12}{tekst}\n{'':12}-> {waar}"


def report(rijen: Iterable[tuple[str, str, str, str]], *, with_misses: bool) -> None:
    """Print the counts per code and in total, and the misses when asked."""
    tellingen: dict[str, Telling] = {}
    for code, verwacht, kreeg, regel in rijen:
        telling = tellingen.setdefault(code, Telling())
        if not telling.tel(code, verwacht, kreeg):
            telling.fouten.append(regel)
    print(f"{'code':8}{'n':>5}{'goed':>8}{'precisie':>10}{'recall':>8}{'twijfel':>9}")
    for code, telling in sorted(tellingen.items()):
        _row(code, telling)
        for regel in telling.fouten if with_misses else ():
            print(f"        {regel}")
    som = Telling()
    for telling in tellingen.values():
        for naam in ("aantal", "goed", "terecht", "gevonden", "verwacht", "twijfel"):
            setattr(som, naam, getattr(som, naam) + getattr(telling, naam))
    _row("samen", som)


def _row(naam: str, telling: Telling) -> None:
    precisie = f"{telling.terecht / telling.gevonden:.0%}" if telling.gevonden else "-"
    recall = f"{telling.terecht / telling.verwacht:.0%}" if telling.verwacht else "-"
    deel = f"{telling.goed / telling.aantal:.0%}" if telling.aantal else "-"
    print(f"{naam:8}{telling.aantal:>5}{deel:>8}{precisie:>10}{recall:>8}{telling.twijfel:>9}")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labels", type=Path, nargs="+", default=[], metavar="FOLDER")
    parser.add_argument("--phrasings", type=Path, nargs="+", default=[], metavar="FOLDER")
    parser.add_argument("--codes", default="")
    parser.add_argument("--fout", action="store_true")
    args = parser.parse_args()
    codes = frozenset(filter(None, args.codes.upper().split(",")))
    for folder in args.labels:
        print(f"\n{folder}")
        report(labelled(folder, codes), with_misses=args.fout)
    for folder in args.phrasings:
        print(f"\n{folder}")
        report(phrasings(folder, codes), with_misses=args.fout)


if __name__ == "__main__":
    main()
