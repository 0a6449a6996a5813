"""Plain text and Markdown: encodings, wrapped lines, hyphens, page furniture, marks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening_tool.fouten import VerordeningFout
from verordening_tool.readers import lees_bestand, lees_bytes
from verordening_tool.readers.tekst import read_tekst

SENTENCE = "De gemeenteraad van ’s-Hertogenbosch stelt één coördinator aan; kosten: € 25."
PLAIN = "De raad stelt één coördinator aan; reïntegratie is privé."


def texts(text: str, **options: bool) -> list[str]:
    return [blok.tekst for blok in read_tekst(text.encode(), **options).blokken]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (SENTENCE.encode("utf-8"), SENTENCE),
        (SENTENCE.encode("utf-8-sig"), SENTENCE),
        (SENTENCE.encode("utf-16"), SENTENCE),
        (b"\xfe\xff" + SENTENCE.encode("utf-16-be"), SENTENCE),
        (SENTENCE.encode("utf-16-le"), SENTENCE),
        (SENTENCE.encode("utf-16-be"), SENTENCE),
        (SENTENCE.encode("cp1252"), SENTENCE),
        ("Eén lid.".encode("cp1252"), "Eén lid."),
        ("Premie: € 5".encode("cp1252"), "Premie: € 5"),
        (PLAIN.encode("cp850"), PLAIN),
        (PLAIN.encode("mac_roman"), PLAIN),
        (SENTENCE.encode("utf-8") + b" \xff einde", SENTENCE + " \N{REPLACEMENT CHARACTER} einde"),
        (b"regel een\rregel twee"[:9], "regel een"),
    ],
    ids=[
        "utf-8",
        "utf-8-bom",
        "utf-16-bom",
        "utf-16be-bom",
        "utf-16le",
        "utf-16be",
        "cp1252",
        "cp1252-one-accent",
        "cp1252-euro",
        "cp850",
        "mac",
        "utf-8-damaged",
        "ascii",
    ],
)
def test_encodings(data: bytes, expected: str) -> None:
    assert [blok.tekst for blok in lees_bytes(data, "stuk.txt").blokken] == [expected]


WRAPPED = """\
REGLEMENT OP DE STOELEN VAN DE GEMEENTE VOORBEELDSTAD

De raad van de gemeente Voorbeeldstad;
gelezen het voorstel van burgemeester en wethouders d.d. 3 maart 2024, nr. 12;
gelet op artikel 149 van de Gemeentewet en de artikelen 3, tweede lid, en 4, eerste
lid, van de Stoelen-
wet;
besluit vast te stellen het Reglement op de stoelen.

Artikel 1. Begrippen
In dit reglement wordt verstaan onder:
a. de wet: de Stoelenwet;
b. stoel: een zitmeubel met een rugleuning dat door de gemeente is gekocht op of na
1 januari 2015 en dat niet is weggegeven.

Artikel 2. Stoelen
1. Het college verstrekt stoelen aan wie dat vraagt en houdt daarbij rekening met goed-
of afkeuring door de stoelen- en krukkencommissie, bedoeld in artikel
12. Zitten mag.
2. De re-
integratie van oude stoelen en het UWV-
advies over zitten zijn verplicht. Een ex-
voorzitter mag blijven zitten op de stoel van de plaats-

Reglement op de stoelen              pagina 1 van 2

vervanger, mits die is vrijgekomen.
3. Het college kan nadere regels stellen.
Aldus vastgesteld op 1 april 2024,
de griffier,             de voorzitter,
"""


def test_wrapped_lines_become_paragraphs() -> None:
    assert texts(WRAPPED) == [
        "REGLEMENT OP DE STOELEN VAN DE GEMEENTE VOORBEELDSTAD",
        "De raad van de gemeente Voorbeeldstad;",
        "gelezen het voorstel van burgemeester en wethouders d.d. 3 maart 2024, nr. 12;",
        "gelet op artikel 149 van de Gemeentewet en de artikelen 3, tweede lid, en 4, eerste lid, van de Stoelenwet;",
        "besluit vast te stellen het Reglement op de stoelen.",
        "Artikel 1. Begrippen",
        "In dit reglement wordt verstaan onder:",
        "a. de wet: de Stoelenwet;",
        "b. stoel: een zitmeubel met een rugleuning dat door de gemeente is gekocht op of na 1 januari 2015 en dat niet is weggegeven.",
        "Artikel 2. Stoelen",
        (
            "1. Het college verstrekt stoelen aan wie dat vraagt en houdt daarbij rekening met goed- of afkeuring door de stoelen- en "
            "krukkencommissie, bedoeld in artikel 12. Zitten mag."
        ),
        (
            "2. De re-integratie van oude stoelen en het UWV-advies over zitten zijn verplicht. Een ex-voorzitter mag blijven zitten op de "
            "stoel van de plaatsvervanger, mits die is vrijgekomen."
        ),
        "3. Het college kan nadere regels stellen.",
        "Aldus vastgesteld op 1 april 2024,",
        "de griffier, de voorzitter,",
    ]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("de re-", "integratie van", "de re-integratie van"),
        ("een regel-", "ing over", "een regeling over"),
        ("de zee-", "egel ligt", "de zee-egel ligt"),
        ("een mede-", "eigenaar", "een mede-eigenaar"),
        ("het UWV-", "advies", "het UWV-advies"),
        ("de WSW-", "indicatie", "de WSW-indicatie"),
        ("niet-", "uitkeringsgerechtigde", "niet-uitkeringsgerechtigde"),
        ("goed-", "en afkeuring", "goed- en afkeuring"),
        ("2015-", "2016", "2015-2016"),
        ("Noord-", "Brabant", "Noord-Brabant"),
        ("loonkosten-", "subsidie", "loonkostensubsidie"),
    ],
    ids=lambda value: value,
)
def test_hyphen_at_line_end(before: str, after: str, joined: str) -> None:
    filler = "Dit is een regel die even breed is als alle andere regels hier.\n" * 4
    assert texts(f"{filler}\nZie de tekst over zitten en liggen en over {before}\n{after} verder.")[-1].endswith(f"{joined} verder.")


def test_spelling_elsewhere_in_the_text_decides_about_a_hyphen() -> None:
    filler = "Dit is een regel die even breed is als alle andere regels hier.\n" * 4
    text = f"{filler}\nHet werk-plek-overleg komt bijeen. En dan is er ook weer dat werk-\nplek-overleg dat werkt."
    assert texts(text)[-1].endswith("dat werk-plek-overleg dat werkt.")


@pytest.mark.parametrize(
    "footer",
    ["Pagina 3", "- 3 -", "3 van 12", "3/12", "Reglement stoelen | pagina 3 van 12", "blz. 3", "p. 3 van 9"],
    ids=lambda value: value,
)
def test_page_numbers_are_no_text(footer: str) -> None:
    assert texts(f"Eerste zin over stoelen.\n\n{footer}\n\nTweede zin over tafels.") == [
        "Eerste zin over stoelen.",
        "Tweede zin over tafels.",
    ]


def test_running_headers_between_form_feeds_are_no_text() -> None:
    pages = [
        f"Gemeente Voorbeeldstad\nReglement, versie 2\n\nTekst van bladzijde {word}.\n\n{nr}"
        for nr, word in enumerate(["een", "twee", "drie"], 1)
    ]
    assert texts("\f".join(pages)) == ["Tekst van bladzijde een.", "Tekst van bladzijde twee.", "Tekst van bladzijde drie."]


@pytest.mark.parametrize(
    "line",
    ["1", "12", "Artikel 12", "2015", "Hoofdstuk 3", "nr. 3 van 12 stoelen", "De raad telt 12 zetels, zie bijlage 3"],
    ids=lambda value: value,
)
def test_what_merely_looks_like_a_page_number_stays(line: str) -> None:
    assert line in " ".join(texts(f"Eerste zin.\n\n{line}\n\nTweede zin."))


def test_a_number_alone_on_its_line_goes_with_its_text() -> None:
    assert texts("Artikel 1\n1.\nHet college zit.\n2.\nDe raad staat:\na.\nals het moet;\n-\nof als het mag.\nII\nde rest volgt.") == [
        "Artikel 1",
        "1. Het college zit.",
        "2. De raad staat:",
        "a. als het moet;",
        "- of als het mag.",
        "II de rest volgt.",
    ]


def test_one_paragraph_per_line_is_never_joined() -> None:
    lines = ["Een lange alinea over stoelen " * 8, "begripsbepaling: zonder hoofdletter", "kort", "Nog een lange alinea, over tafels " * 7]
    assert texts("\n".join(lines)) == [line.strip() for line in lines]


def test_ocr_confusions_stay_as_they_are() -> None:
    text = "Artike1 4. Stoelen\nHet co1lege zit sinds 20l4 op de stoel, bedoeld in artike1 10b van de wet."
    assert texts(text) == text.split("\n")


def test_markdown() -> None:
    source = (
        "---\ntitle: x\n---\n# Reglement\n\nHoofdstuk 1\n===\n\n**Artikel 1 Stoelen**\n\n1. Het *college* zit, zie [de wet](https://x.nl/a_(b)).\n"
        "   - eerste\\* item\n\n| kop | **vet** |\n|---|---|\n| a | b |\n\n> citaat &euro; 5<br>\n***\nslot\n"
    )
    blokken = lees_bytes(source.encode(), "x.md").blokken
    assert [(blok.tekst, blok.kopniveau, blok.vet) for blok in blokken] == [
        ("Reglement", 1, True),
        ("Hoofdstuk 1", 1, True),
        ("Artikel 1 Stoelen", None, True),
        ("1. Het college zit, zie de wet.", None, False),
        ("- eerste* item", None, False),
        ("kop", None, False),
        ("vet", None, True),
        ("a", None, False),
        ("b", None, False),
        ("citaat € 5", None, False),
        ("slot", None, False),
    ]
    assert [(blok.cel.rij, blok.cel.kolom) for blok in blokken if blok.cel] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert blokken[4].inspringing > 0


def test_bold_lines_and_headings_count_in_txt_too() -> None:
    document = lees_bytes(b"# Reglement\nArtikel 1\n**Stoelen **\n# 5 is geen kop in een zin\n", "x.txt")
    assert [(blok.tekst, blok.vet) for blok in document.blokken][:3] == [("Reglement", True), ("Artikel 1", False), ("Stoelen", True)]
    assert document.formaat == "tekst"


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_our_own_error(data: bytes) -> None:
    for naam in ("x.txt", "x.md", "x.html", "x.xml", "x.docx", "x"):
        try:
            document = lees_bytes(data, naam)
        except VerordeningFout:
            continue
        assert [blok.alinea for blok in document.blokken] == list(range(len(document.blokken)))


@given(st.text(st.sampled_from("aé -.1\n\tAb;:|*#"), max_size=300))
def test_no_word_is_lost(text: str) -> None:
    def letters(value: str) -> str:
        return re.sub(r"[^\w]", "", value)

    try:
        document = lees_bytes(text.encode(), "x.txt")
    except VerordeningFout:
        assert not re.sub(r"[\W_]", "", text) or re.sub(r"[^\n]", "", text)
        return
    found = letters("".join(blok.tekst for blok in document.blokken))
    assert len(found) >= len(letters(re.sub(r"(?m)^\W*\d+\W*\d*\W*$", "", text)))


def test_real_texts_keep_their_words(shared: Path) -> None:
    for path in sorted((shared / "realdata" / "text").glob("*.txt")):
        source = re.findall(r"\w+", path.read_text(encoding="utf-8"))
        found = re.findall(r"\w+", " ".join(blok.tekst for blok in lees_bestand(path).blokken))
        assert found == source, path.name
