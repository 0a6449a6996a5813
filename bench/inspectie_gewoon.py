"""Facts that are found in ordinary letters, where there are none: what the recognition of reasons costs in false ones.

python bench/inspectie_gewoon.py [BESTAND]      (BESTAND: letters of one sentence a line, an empty line between two)

Each letter is read three times: behind a sentence that offers beschut werk, behind one that turns it down, and behind neither. Only counts
are printed, since the letters are held out (inspectie/LEESMIJ.md).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from inspectie_formuleringen import vul
from inspectie_rijen import VERMELDINGEN
from inspectie_teksten import MAP
from verordening_tool.api import begrippen
from verordening_tool.auditing.feiten import vind_feiten
from verordening_tool.checking.toetsing import maak_context
from verordening_tool.readers import lees_bytes
from verordening_tool.structure import ontleed

_OPENING = {
    "biedt": "Het college heeft besloten om beschut werk aan te bieden.",
    "biedt_niet": "Het college kiest ervoor om geen beschut werk aan te bieden.",
    "zwijgt": "Deze brief gaat over beschut werk.",
}
_KOP = ("Raadsinformatiebrief", "Burgemeester en wethouders van Zwolle", "3 maart 2015")
_WAARDEN = {"gemeente": "Zwolle", "werkbedrijf": "het werkbedrijf", "jaar": 2015, "getal": 34, "bedrag": "€ 1.240.000"}
_PER_ALINEA = 3  # sentences


def main() -> None:
    """Print per opening how many letters there are and what was found in them."""
    ontleder = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ontleder.add_argument("bestand", nargs="?", type=Path, default=MAP / "gewone_brieven_blind.txt")
    brieven = [brief.splitlines() for brief in ontleder.parse_args().bestand.read_text(encoding="utf-8").split("\n\n") if brief.strip()]
    for houding, opening in _OPENING.items():
        telling: Counter[str] = Counter()
        for brief in brieven:
            zinnen = [vul(zin, _WAARDEN) for zin in brief]
            alineas = [" ".join(zinnen[nr : nr + _PER_ALINEA]) for nr in range(0, len(zinnen), _PER_ALINEA)]
            regeling = ontleed(lees_bytes("\n\n".join((*_KOP, opening, *alineas)).encode(), "brief.txt"))
            feiten = vind_feiten(regeling, maak_context(regeling, (), begrippen()))
            telling["aanbod anders"] += feiten.aanbod.value != houding
            telling["plekken"] += len(feiten.plekken)
            telling.update({veld: len(getattr(feiten, veld)) for veld in VERMELDINGEN})
        print(f"{houding:12}{len(brieven)} brieven: " + ", ".join(f"{naam} {aantal}" for naam, aantal in telling.items()))


if __name__ == "__main__":
    main()
