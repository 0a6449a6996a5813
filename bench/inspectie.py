"""A corpus as the Inspectie SZW met in 2015, with its truth, and a comparison of an audit with that truth.

python bench/inspectie.py OUT [--waarheid FILE] [--formuleringen FILE] [--aantal N] [--seed S]
    writes OUT/documenten (what gemeenten sent) and OUT/waarheid (what is true: csv and JSON lines per gemeente and per document)
verordening audit OUT/documenten -o AUDIT
python bench/inspectie.py --controleer AUDIT OUT/waarheid [--alleen-scores]
    totals beside each other, right and wrong per gemeente and per document for each fact; exit code 1 when something differs

inspectie/LEESMIJ.md describes the data files.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from inspectie_bestanden import Plaatser, Schrijver, kies_formaat
from inspectie_dossier import Dossier, Dossiermaker, Stuk, ruis
from inspectie_formuleringen import Formuleringen, lees_formuleringen, nodig
from inspectie_namen import Naam, namen_van
from inspectie_rijen import Document, Gemeente, document, gemeente, schrijf_waarheid
from inspectie_teksten import MAP, bouwstenen
from inspectie_waarheid import Waarheid, lees_waarheid, schaal, verdeel


def maak(doel: Path, waarheid: Waarheid, formuleringen: Formuleringen, seed: int) -> tuple[list[Gemeente], list[Document]]:
    """Write the corpus and its truth below ``doel``; the same arguments give the same bytes.

    Raises ValueError for phrasings that lack a key.
    """
    if ontbreekt := nodig(waarheid) - set(formuleringen.zinnen):
        raise ValueError(f"de formuleringen missen {', '.join(sorted(ontbreekt))}")
    namen = namen_van(waarheid.jaar, waarheid.gemeenten, Random(f"{seed}|namen"))
    rng = Random(f"{seed}|verdeling")
    delen = verdeel(waarheid, [naam.naam for naam in namen], rng, {naam.naam: naam.zwaarte for naam in namen})
    maker = Dossiermaker(formuleringen, waarheid.gedaante, waarheid.jaar, [naam.naam for naam in namen])
    schrijver = _Corpus(doel / "documenten", waarheid)
    codes = {naam.naam: naam for naam in namen}
    gemeenten = []
    for deel in delen:
        eigen = Random(f"{seed}|{deel.naam}")
        dossier = maker.maak(deel, eigen)
        schrijver.schrijf(dossier, codes[deel.naam], eigen)
        gemeenten.append(gemeente(dossier, codes[deel.naam].code))
    schrijver.ruis(Random(f"{seed}|ruis"), round(waarheid.gedaante.ruis * waarheid.gemeenten), namen)
    schrijf_waarheid(doel / "waarheid", gemeenten, schrijver.documenten)
    return gemeenten, schrijver.documenten


class _Corpus:
    """Writes files and remembers what is true of them."""

    def __init__(self, wortel: Path, waarheid: Waarheid) -> None:
        self.wortel = wortel
        self.gedaante = waarheid.gedaante
        self.documenten: list[Document] = []
        self._schrijver = Schrijver()
        self._plaatser = Plaatser()

    def schrijf(self, dossier: Dossier, naam: Naam, rng: Random) -> None:
        """All documents of a gemeente, some of them twice."""
        indeling = self._plaatser.indeling(naam.naam, naam.code, rng)
        if any(stuk.naamloos for stuk in dossier.stukken) and indeling.startswith("scans/"):
            indeling = f"{naam.naam}/"
        actueel = ""
        rijen = []
        for stuk in dossier.stukken:
            gewichten = self.gedaante.verordening if stuk.dagen else self.gedaante.stuk
            formaat = kies_formaat(gewichten, stuk, rng)
            pad = self._schrijf(stuk, naam.naam, formaat, indeling, rng)
            actueel = actueel or pad
            rijen.append(document(pad, naam.naam, stuk, formaat))
            if rng.random() < self.gedaante.dubbel and not stuk.ouder:
                kopie = self._kopie(pad, stuk, indeling, rng)
                rijen.append(document(kopie, naam.naam, stuk, formaat, dubbel_van=pad))
        self.documenten += [rij.met_opvolger(actueel) for rij in rijen]

    def _schrijf(self, stuk: Stuk, naam: str, formaat: str, indeling: str, rng: Random) -> str:
        inhoud, extensie = self._schrijver.schrijf(stuk, naam, formaat, rng)
        pad = self._plaatser.pad(indeling, stuk, extensie, rng)
        self._bewaar(pad, inhoud)
        return pad

    def _kopie(self, pad: str, stuk: Stuk, indeling: str, rng: Random) -> str:
        """The same bytes under another name."""
        kopie = self._plaatser.pad(indeling, stuk, pad.rpartition(".")[2], rng)
        self._bewaar(kopie, (self.wortel / pad).read_bytes())
        return kopie

    def _bewaar(self, pad: str, inhoud: bytes) -> None:
        doel = self.wortel / pad
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(inhoud)

    def ruis(self, rng: Random, hoeveel: int, namen: Sequence[Naam]) -> None:
        """Files that have nothing to do with it, and two that can not be read."""
        for _ in range(hoeveel):
            naam, soort = rng.choice(namen), rng.choice(bouwstenen()["ruis"])
            stuk = ruis(soort, naam.naam, rng)
            formaat = rng.choice(["docx", "txt", "odt", "pdf"])
            pad = self._schrijf(stuk, naam.naam, formaat, f"{rng.choice(['diversen/', '', 'overig/'])}{soort['naam']} ", rng)
            self.documenten.append(document(pad, naam.naam, stuk, formaat))
        if hoeveel:
            for pad, inhoud in (("diversen/beschadigd.docx", b"PK\x03\x04" + rng.randbytes(900)), ("diversen/leeg.docx", b"")):
                self._bewaar(pad, inhoud)
                self.documenten.append(Document(pad=pad, gemeente=None, soort=None, formaat="docx", leesbaar=False))


def main() -> int:
    """Make a corpus, or compare an audit with the truth of one."""
    ontleder = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ontleder.add_argument("mappen", nargs="+", type=Path, metavar="MAP", help="OUT, or with --controleer AUDIT and WAARHEID")
    ontleder.add_argument("--controleer", action="store_true")
    ontleder.add_argument("--alleen-scores", action="store_true", help="no texts of documents, for a set that is held out")
    ontleder.add_argument("--waarheid", type=Path, default=MAP / "waarheid.yaml")
    ontleder.add_argument("--formuleringen", type=Path, default=MAP / "formuleringen_gezien.yaml")
    ontleder.add_argument("--aantal", type=int)
    ontleder.add_argument("--seed", type=int, default=2015)
    args = ontleder.parse_args()
    if len(args.mappen) != (2 if args.controleer else 1):
        ontleder.error("geef OUT, of met --controleer AUDIT en WAARHEID")
    if args.controleer:
        from inspectie_controle import controleer

        return controleer(args.mappen[0], args.mappen[1], alleen_scores=args.alleen_scores)
    begin = time.perf_counter()
    try:
        waarheid = lees_waarheid(args.waarheid)
        waarheid = schaal(waarheid, args.aantal or waarheid.gemeenten)
        gemeenten, documenten = maak(args.mappen[0], waarheid, lees_formuleringen(args.formuleringen), args.seed)
    except ValueError as fout:
        print(f"Fout: {fout}", file=sys.stderr)
        return 2
    print(f"{len(gemeenten)} gemeenten, {len(documenten)} bestanden in {time.perf_counter() - begin:.1f} s in {args.mappen[0]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
