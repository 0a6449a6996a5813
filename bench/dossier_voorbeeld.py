"""Makes docs/voorbeelden/dossier: the package of 2024 with deliberate disagreements, and without its beleidsregels.

Without arguments: compare, exit code 1 when a document is not as it would be made. With --write: make them anew.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "docs" / "voorbeelden" / "2024"
TARGET = ROOT / "docs" / "voorbeelden" / "dossier"
PART = "word/document.xml"

# Per document what is changed. Each of these is found by one check, named behind it.
CHANGES: dict[str, tuple[tuple[str, str], ...]] = {
    "re-integratieverordening.docx": (),
    "raadsbesluit.docx": (("Een werkstage duurt ten hoogste drie maanden", "Een werkstage duurt ten hoogste zes maanden"),),  # PK-07
    "raadsvoorstel.docx": (
        ("in werking treedt met ingang van 15 februari 2024", "in werking treedt met ingang van 1 februari 2024"),  # RV-01
        ("heeft op 7 december 2023 advies", "heeft op 14 december 2023 advies"),  # PK-02
        ("ten minste 13 dienstbetrekkingen", "ten minste 31 dienstbetrekkingen"),  # RV-03
    ),
    "toelichting.docx": (
        (
            "Toelichting bij de Re-integratieverordening Participatiewet Lochem 2024",
            "Toelichting bij de Re-integratieverordening Participatiewet Lochem 2023",
        ),  # PK-01
        ("Artikel 10 Proefplaats", "Artikel 20 Proefplaats"),  # PK-06
    ),
    "raadsinformatiebrief.docx": (  # announces beleidsregels that are not in the dossier: RV-04
        ("in artikel 11 van de", "in artikel 10 van de"),  # PK-03
        ("voegt er drie plekken aan toe, samen 16", "voegt er vier plekken aan toe, samen 17"),  # PK-04
        ("420.000", "402.000"),  # PK-05
    ),
}


def changed(source: bytes, changes: tuple[tuple[str, str], ...]) -> bytes:
    """The document with these words replaced; the same input gives the same bytes. Raises ValueError for words that are not there."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            inhoud = old.read(item)
            if item.filename == PART:
                tekst = inhoud.decode("utf-8")
                for oud, nieuw in changes:
                    if oud not in tekst:
                        raise ValueError(f"not in the document: {oud}")
                    tekst = tekst.replace(oud, nieuw)
                inhoud = tekst.encode("utf-8")
            new.writestr(zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0)), inhoud, zipfile.ZIP_DEFLATED)
    return uit.getvalue()


def contents(docx: bytes) -> dict[str, bytes]:
    """The parts of a document: zip programs may compress the same parts otherwise."""
    with zipfile.ZipFile(io.BytesIO(docx)) as bestand:
        return {naam: bestand.read(naam) for naam in sorted(bestand.namelist())}


def main() -> int:
    """Compare or write; the exit code."""
    verschilt = False
    for naam, changes in CHANGES.items():
        nieuw, doel = changed((SOURCE / naam).read_bytes(), changes), TARGET / naam
        if doel.exists() and contents(doel.read_bytes()) == contents(nieuw):
            continue
        verschilt = True
        if "--write" in sys.argv[1:]:
            TARGET.mkdir(parents=True, exist_ok=True)
            doel.write_bytes(nieuw)
        else:
            sys.stdout.write(f"{naam} is not as it would be made\n")
    return int(verschilt and "--write" not in sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
