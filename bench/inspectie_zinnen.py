"""Every phrasing of a set in a document of its own: which facts are found in it, and which should be.

python bench/inspectie_zinnen.py [FORMULERINGEN] [--alleen-scores] [--helft even|oneven] [--zonder-aanbod]
    per key: goed (this fact and no other), raak (this fact), mis (something that is not there), van (all)

Much faster than an audit of a whole corpus (inspectie.py), and each error has one sentence. Letters get the frames of the corpus in turn.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from corpus.source import Alinea

from inspectie_bestanden import Schrijver
from inspectie_dossier import Stuk
from inspectie_formuleringen import lees_formuleringen, vul
from inspectie_rijen import VERMELDINGEN
from inspectie_teksten import MAP, Dagen, Verordeningen, alineas_van, bouwstenen, gevuld, kies_mensen, maak_gegevens
from verordening_tool.api import begrippen
from verordening_tool.auditing.feiten import vind_feiten
from verordening_tool.auditing.model import Feiten
from verordening_tool.checking.toetsing import maak_context
from verordening_tool.readers import lees_bytes
from verordening_tool.structure import ontleed

GEMEENTE, BUUR, JAAR, AANTAL = "Zwolle", "Deventer", 2015, 7
HELFTEN = {"even": 0, "oneven": 1}
_WAARDEN = {
    "gemeente": GEMEENTE, "werkbedrijf": "het werkbedrijf", "jaar": JAAR, "buur": BUUR, "getal": 34, "bedrag": "€ 1.240.000",
}  # fmt: skip
_NIET = "Het college kiest ervoor om geen beschut werk aan te bieden."
_WEL = "Het college heeft besloten om beschut werk aan te bieden."
_LID = "Het college biedt beschut werk aan de persoon aan die daarop is aangewezen."
_PLAATS = {
    "aanbod": "aanbod", "redenen_wel": "redenen", "redenen_niet": "redenen", "redenen_geen_aantal": "aantal", "plekken": "aantal",
    "alternatieven": "alternatieven", "afleiders": "afleiders",
}  # fmt: skip
_HOUDING = {"redenen_niet": "biedt_niet", "alternatieven": "biedt_niet", "redenen_wel": "biedt", "redenen_geen_aantal": "biedt"}
_IN_VERORDENING = frozenset({"omvang", "voorselectie"})


@dataclass(frozen=True, slots=True)
class Proef:
    """A document with one phrasing: under which key it counts, and what is to be found (fact and value)."""

    sleutel: str
    zin: str
    alineas: Sequence[Alinea]
    soort: str
    verwacht: frozenset[tuple[str, str]]


class Proevenmaker:
    """Puts phrasings in letters and regulations."""

    def __init__(self, *, zonder_aanbod: bool) -> None:
        self.zonder_aanbod = zonder_aanbod
        self._verordeningen = Verordeningen()
        self._schrijver = Schrijver()
        self._beurt = 0

    def maak(self, sleutel: str, zin: str) -> Iterator[Proef]:
        """The documents for one phrasing."""
        groep, _, rest = sleutel.partition(".")
        waarde = rest.partition(".")[0]
        tekst = vul(zin, _WAARDEN, AANTAL)
        if groep in _IN_VERORDENING or rest.endswith("verordening"):
            yield self._verordening(sleutel, groep, waarde, tekst)
            return
        houding = _HOUDING.get(groep, waarde if groep == "aanbod" else "biedt")
        verwacht = {(groep, f"{AANTAL}" if groep == "plekken" else waarde)}
        if groep != "aanbod" and not self.zonder_aanbod:
            verwacht |= {("aanbod", houding)}
        yield self._brief(sleutel, tekst, groep, houding, frozenset(verwacht))

    def afleider(self, sleutel: str, tekst: str, niet: frozenset[str]) -> Iterator[Proef]:
        """A phrasing that must not count, in a letter that offers and in one that does not."""
        for houding in ("biedt", "biedt_niet"):
            if houding not in niet:
                yield self._brief(f"{sleutel} ({houding})", vul(tekst, _WAARDEN), "afleiders", houding, frozenset({("aanbod", houding)}))

    def _brief(self, sleutel: str, tekst: str, groep: str, houding: str, verwacht: frozenset[tuple[str, str]]) -> Proef:
        geraamten = [(soort, geraamte) for soort, rij in bouwstenen()["geraamten"].items() for geraamte in rij]
        self._beurt += 1
        soort, geraamte = geraamten[self._beurt % len(geraamten)]
        gezaaid: dict[str, list[str]] = {naam: [] for naam in set(_PLAATS.values())}
        if groep != "aanbod" and not (self.zonder_aanbod and groep != "afleiders"):
            gezaaid["aanbod"].append(_WEL if houding == "biedt" else _NIET)
        gezaaid[_PLAATS[groep]].append(tekst)
        waarden = dict.fromkeys(("kenmerk", "behandelaar", "wethouder", "secretaris", "burgemeester"), "A. Jansen") | {
            "aan": f"de leden van de gemeenteraad van {GEMEENTE}",
            "namens": f"burgemeester en wethouders van {GEMEENTE}",
            "plaats": f"{GEMEENTE}, ",
            "datum": "3 maart 2015",
            "raad": "21 april 2015",
            "titel": f"Re-integratieverordening {GEMEENTE} 2015",
        }
        return Proef(sleutel, tekst, gevuld(geraamte, waarden, gezaaid, Random(self._beurt)), soort, verwacht)

    def _verordening(self, sleutel: str, groep: str, waarde: str, tekst: str) -> Proef:
        self._beurt += 1
        rng = Random(self._beurt)
        titel, dagen, vast = f"Re-integratieverordening {GEMEENTE} 2015", Dagen.vanaf(date(2015, 3, 24)), bouwstenen()["leden"]
        gegevens = maak_gegevens(GEMEENTE, titel, False, dagen, kies_mensen(rng), "15.00412", rng)
        eigen = [tekst] if groep == "aanbod" else [_LID]
        rest = [vast["rest"][0]] if waarde == "biedt_niet" else [rng.choice(vast["vaststelling"]), rng.choice(vast["dienstbetrekking"])]
        leden = [*eigen, *([tekst] if groep == "voorselectie" else []), *rest, *([tekst] if groep in {"omvang", "plekken"} else [])]
        concept = self._verordeningen.maak(gegevens, gegevens.regeling, leden, [bouwstenen()["toelichting"][0]])
        verwacht = {("aanbod", waarde if groep == "aanbod" else "biedt")}
        if groep != "aanbod":
            verwacht.add((groep, f"{AANTAL}" if groep == "plekken" else waarde))
        return Proef(sleutel, tekst, alineas_van(concept, toelichting=False), "verordening", frozenset(verwacht))

    def feiten(self, proef: Proef) -> Feiten:
        """What the audit finds in the document."""
        dagen = Dagen.vanaf(date(2015, 3, 24)) if proef.soort == "verordening" else None
        stuk = Stuk(proef.soort, "proef", proef.alineas, dagen=dagen, titel=f"Re-integratieverordening {GEMEENTE} 2015")
        inhoud, extensie = self._schrijver.schrijf(stuk, GEMEENTE, "md", Random(1))
        regeling = ontleed(lees_bytes(inhoud, f"proef.{extensie}"))
        return vind_feiten(regeling, maak_context(regeling, (), begrippen()))


def gevonden_in(proef: Proef, feiten: Feiten) -> frozenset[tuple[str, str]]:
    """Facts and values that were found, as far as they count for this kind of document."""
    uit = {("aanbod", feiten.aanbod.value)} - {("aanbod", "zwijgt")}
    uit |= {("plekken", f"{tal.aantal:g}") for tal in feiten.plekken if tal.jaar in {None, JAAR}}
    uit |= {(veld, vermelding.sleutel) for veld in VERMELDINGEN for vermelding in getattr(feiten, veld)}
    if proef.soort == "verordening":
        uit |= {("omvang", feiten.omvang.value), ("voorselectie", feiten.voorselectie.value)}
        vrij = {veld for veld in _IN_VERORDENING if veld not in {naam for naam, _ in proef.verwacht}}
        uit = {paar for paar in uit if paar[0] not in vrij}
    return frozenset(uit)


def proeven(pad: Path, maker: Proevenmaker, helft: int | None) -> Iterator[Proef]:
    """All documents for a set of phrasings, or for every other phrasing of each key."""
    formuleringen = lees_formuleringen(pad)
    for sleutel, zinnen in formuleringen.zinnen.items():
        for nummer, zin in enumerate(zinnen):
            if helft in {None, nummer % 2}:
                yield from maker.maak(sleutel, zin)
    for nummer, afleider in enumerate(formuleringen.afleiders):
        if helft in {None, nummer % 2}:
            yield from maker.afleider(f"afleiders.{afleider.soort}", afleider.tekst, afleider.niet)


def main() -> int:
    """Print per key how many phrasings are right, and the others with what was found."""
    ontleder = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ontleder.add_argument("formuleringen", nargs="?", type=Path, default=MAP / "formuleringen_gezien.yaml")
    ontleder.add_argument("--alleen-scores", action="store_true", help="no sentences, for a set that is held out")
    ontleder.add_argument("--helft", choices=HELFTEN, help="every other phrasing of each key")
    ontleder.add_argument("--zonder-aanbod", action="store_true", help="letters that do not say whether beschut werk is offered")
    args = ontleder.parse_args()
    maker = Proevenmaker(zonder_aanbod=args.zonder_aanbod)
    goed, totaal, raak, mis = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    fouten: list[str] = []
    for proef in proeven(args.formuleringen, maker, HELFTEN.get(args.helft)):
        uit = gevonden_in(proef, maker.feiten(proef))
        eigen = {paar for paar in proef.verwacht if paar[0] == proef.sleutel.partition(".")[0]}
        totaal[proef.sleutel] += 1
        goed[proef.sleutel] += uit == proef.verwacht
        raak[proef.sleutel] += eigen <= uit
        mis[proef.sleutel] += bool(uit - proef.verwacht)
        if uit != proef.verwacht:
            fouten.append(
                f"{proef.sleutel}\n    {proef.zin}\n    gemist {_toon(proef.verwacht - uit)}; te veel {_toon(uit - proef.verwacht)}"
            )
    _druk(goed, totaal, raak, mis)
    if not args.alleen_scores:
        print("\n" + "\n".join(fouten))
    return int(bool(fouten))


def _toon(paren: frozenset[tuple[str, str]]) -> str:
    return " ".join(sorted(f"{feit}.{waarde}" for feit, waarde in paren)) or "-"


def _druk(goed: Mapping[str, int], totaal: Mapping[str, int], raak: Mapping[str, int], mis: Mapping[str, int]) -> None:
    print(f"{'':48}{'goed':>6}{'raak':>6}{'mis':>6}{'van':>6}")
    groepen: dict[str, Counter[str]] = {}
    for sleutel in totaal:
        groep = groepen.setdefault(sleutel.partition(".")[0], Counter())
        for naam, telling in (("goed", goed), ("raak", raak), ("mis", mis), ("van", totaal)):
            groep[naam] += telling[sleutel]
        print(f"  {sleutel:46}{goed[sleutel]:>6}{raak[sleutel]:>6}{mis[sleutel]:>6}{totaal[sleutel]:>6}")
    print()
    for groep_naam, telling in groepen.items():
        print(f"{groep_naam:48}{telling['goed']:>6}{telling['raak']:>6}{telling['mis']:>6}{telling['van']:>6}")


if __name__ == "__main__":
    sys.exit(main())
