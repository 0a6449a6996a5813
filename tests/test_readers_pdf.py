"""Pdf: lines to paragraphs, columns, hyphens, running headers, notes; and what can not be read."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypdfium2
import pytest

from pdf_maker import lines, pdf
from verordening_tool.document.blok import Deel
from verordening_tool.fouten import Leesfout
from verordening_tool.readers import lees_bestand, lees_bytes
from verordening_tool.readers.pdf import read_pdf

ARTICLE = [
    "Artikel 1. Stoelen in het gemeentehuis",
    "1. Het college verstrekt stoelen aan wie dat vraagt en houdt daarbij rekening met de leef-",
    "tijd van de aanvrager en met de re-",
    "integratie van oude stoelen.",
    "2. De stoel is van hout.",
    "a. met kussen; of",
    "b. zonder.",
]


def texts(data: bytes) -> list[str]:
    return [blok.tekst for blok in read_pdf(data).blokken]


def test_lines_become_paragraphs() -> None:
    document = read_pdf(pdf([lines(ARTICLE)], bold=frozenset(ARTICLE[:1])))
    assert [blok.tekst for blok in document.blokken] == [
        "Artikel 1. Stoelen in het gemeentehuis",
        (
            "1. Het college verstrekt stoelen aan wie dat vraagt en houdt daarbij rekening met de leeftijd van de aanvrager en met de "
            "re-integratie van oude stoelen."
        ),
        "2. De stoel is van hout.",
        "a. met kussen; of",
        "b. zonder.",
    ]
    assert [blok.vet for blok in document.blokken] == [True, False, False, False, False]
    assert document.formaat == "pdf"


def test_short_lines_are_paragraphs_of_their_own() -> None:
    long = "Deze regel is zo lang als alle volle regels op deze bladzijde en loopt tot de kantlijn"
    assert texts(pdf([lines(["Lijst van Stoelen", "Tafels en Banken", long, "Gemeente Voorbeeldstad"])])) == [
        "Lijst van Stoelen",
        "Tafels en Banken",
        long + " Gemeente Voorbeeldstad",
    ]


def test_columns_are_read_one_after_the_other() -> None:
    left = [f"de linker kolom regel {index} van de tekst loopt door" for index in range(10)]
    right = [f"en de rechter kolom regel {index} van de tekst gaat" for index in range(10)]
    above = lines(["Boven beide kolommen staat een regel over de hele breedte van deze bladzijde, echt waar."])
    page = [*above, *lines(left, x=70, top=740), *lines(right, x=320, top=740)]
    joined = " ".join(texts(pdf([page])))
    assert joined.startswith("Boven beide kolommen")
    assert joined.index("linker kolom regel 9") < joined.index("rechter kolom regel 0")


def test_a_table_is_read_row_by_row() -> None:
    page = [text for row in range(8) for text in ((70, 780 - 13 * row, f"stoel {row}"), (320, 780 - 13 * row, f"prijs {row}"))]
    joined = " ".join(texts(pdf([page])))
    assert joined.index("prijs 0") < joined.index("stoel 1")


def test_running_headers_footers_and_page_numbers_go() -> None:
    pages = [
        lines(["Reglement stoelen, versie 2", "", f"Hoofdtekst van bladzijde {word} over het zitten op de vrij-"])
        + lines([f"{word}willige stoelen.", "", f"{nr}"], top=700)
        for nr, word in enumerate(("een", "twee", "drie"), 1)
    ]
    joined = " ".join(texts(pdf(pages)))
    assert "versie 2" not in joined
    assert not any(character.isdigit() for character in joined)


def test_a_word_cut_by_the_end_of_a_page_is_whole() -> None:
    first = [*lines(["Het college zoekt een alternatief in de vorm van dagbesteding of vrij-"]), (200, 40, "Pagina 1 van 2")]
    second = [*lines(["willigerswerk met behoud van uitkering, zo nodig."]), (200, 40, "Pagina 2 van 2")]
    assert texts(pdf([first, second])) == [
        "Het college zoekt een alternatief in de vorm van dagbesteding of vrijwilligerswerk met behoud van uitkering, zo nodig."
    ]


def test_watermark_is_left_out() -> None:
    slanted = "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm (CONCEPT) Tj ET"
    assert "CONCEPT" not in " ".join(texts(pdf([lines(ARTICLE)], extra=slanted)))


def test_footnotes_stand_apart() -> None:
    small = "BT /F1 7 Tf 1 0 0 1 70 60 Tm (1 Een noot over stoelen.) Tj ET"
    blokken = read_pdf(pdf([lines(ARTICLE)], extra=small)).blokken
    assert [(blok.deel, blok.tekst) for blok in blokken if blok.deel is Deel.VOETNOOT] == [(Deel.VOETNOOT, "1 Een noot over stoelen.")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf([[]], picture=True), "SCAN"),
        (pdf([[], [(70, 700, "3")]], picture=True), "SCAN"),
        (pdf([[]]), "GEEN_TEKST"),
        (pdf([lines(ARTICLE)])[:200], "BESCHADIGD"),
        (b"%PDF-1.7\nonzin", "BESCHADIGD"),
    ],
    ids=["scan", "scan-with-page-number", "empty-page", "cut-off", "nonsense"],
)
def test_what_can_not_be_read(data: bytes, code: str) -> None:
    with pytest.raises(Leesfout) as caught:
        lees_bytes(data, "stuk.pdf")
    assert caught.value.code == code
    assert "stuk.pdf" in caught.value.bericht


def test_password(monkeypatch: pytest.MonkeyPatch) -> None:
    def protected(*_: object) -> None:
        raise pypdfium2.PdfiumError("Failed to load document (PDFium: Incorrect password error).")

    monkeypatch.setattr(pypdfium2, "PdfDocument", protected)
    with pytest.raises(Leesfout, match="wachtwoord") as caught:
        lees_bytes(pdf([lines(ARTICLE)]), "geheim.pdf")
    assert caught.value.code == "WACHTWOORD"


def test_same_text_as_the_page_it_was_printed_from(shared: Path, soffice: str, tmp_path: Path) -> None:
    source = shared / "voorbeelden" / "docs" / "05.docx"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    seen = [f"{blok.nummer or ''} {blok.tekst}" for blok in lees_bestand(source).blokken]
    printed = [blok.tekst for blok in lees_bestand(tmp_path / "05.pdf").blokken]
    assert "".join("".join(printed).split()) == "".join("".join(seen).split())
