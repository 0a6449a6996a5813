"""HTML: publication pages, pages saved by Word, plain pages; and what of a page is not the text."""
# ruff: noqa: E501 - pages in long lines

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from verordening_tool.document.blok import Deel, Nummerbron, Rol
from verordening_tool.readers import lees_bestand, lees_bytes
from verordening_tool.readers.html import read_html


def texts(page: str) -> list[str]:
    return [blok.tekst for blok in read_html(page.encode()).blokken]


def numbers(page: str) -> list[tuple[str | None, str, int | None]]:
    return [(blok.nummer, blok.tekst, blok.niveau) for blok in read_html(page.encode()).blokken]


NOISE = [
    "<nav>weg</nav>",
    "<header><nav>weg</nav></header>",
    "<footer>weg</footer>",
    "<aside>weg</aside>",
    "<script>weg()</script>",
    "<style>p{weg:1}</style>",
    "<noscript>weg</noscript>",
    "<p hidden>weg</p>",
    "<p style='display: none'>weg</p>",
    "<div class='breadcrumb'>weg</div>",
    "<div id='kopregel'>weg</div>",
    "<div class='inhoudsopgave'><ul><li>weg</li></ul></div>",
    "<ul class='toc'><li>weg</li></ul>",
    "<div role='navigation'>weg</div>",
    "<div class='cookie-banner'>weg</div>",
    "<span class='sr-only'>weg</span>",
    "<button>weg</button>",
    "<form><label>weg</label><input value='weg'></form>",
    "<p>Ziet u een fout in deze regeling? Meld het ons op regelgeving@overheid.nl!</p>",
    "<del>weg</del>",
]


@pytest.mark.parametrize("noise", NOISE)
def test_what_belongs_to_the_page_is_no_text(noise: str) -> None:
    assert texts(f"<html><body>{noise}<h1>Reglement</h1><p>Zitten mag.</p></body></html>") == ["Reglement", "Zitten mag."]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<ul><li>een<li>twee</ul>", [("•", "een", 0), ("•", "twee", 0)]),
        ("<ol><li>een<li>twee</ol>", [("1.", "een", 0), ("2.", "twee", 0)]),
        ("<ol type=a start=2><li>een<li value=5>twee</ol>", [("b.", "een", 0), ("e.", "twee", 0)]),
        ("<ol type=I><li>een</ol>", [("I.", "een", 0)]),
        ("<ol style='list-style-type:lower-roman'><li>een<li>twee</ol>", [("i.", "een", 0), ("ii.", "twee", 0)]),
        ("<ul style='list-style:none'><li>a. een</ul>", [(None, "a. een", 0)]),
        ("<ul><li><span class='bullet'>•</span> <b>1.</b><p>een</p></ul>", [("1.", "een", 0)]),
        ("<ul><li><span class='bullet'>•</span> <p>een</p></ul>", [("•", "een", 0)]),
        ("<ul><li><p>• 1.</p><p>een</p></ul>", [("1.", "een", 0)]),
        ("<ul><li>1. een</ul>", [(None, "1. een", 0)]),
        ("<ul><li><span class='ol'>a. </span>een<p>nog iets</p></ul>", [("a.", "een", 0), (None, "nog iets", 0)]),
        ("<ol class=expliciet><li><span class=li-nr>10a.</span>een</ol>", [("10a.", "een", 0)]),
        ("<ul><li><b>1.</b><ul><li><b>a.</b>een</ul></ul>", [("1.", "", 0), ("a.", "een", 1)]),
        ("<ol><li>een<ol type=a><li>onder</ol><li>twee</ol>", [("1.", "een", 0), ("a.", "onder", 1), ("2.", "twee", 0)]),
        ("<table><tr><td>1.<td>een<tr><td>2.<td>twee</table>", [("1.", "een", None), ("2.", "twee", None)]),
        ("<p style='mso-list:l0 level1'><span style='mso-list:Ignore'>a.<span>&nbsp; </span></span>een</p>", [("a.", "een", None)]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_numbers_of_items(page: str, expected: list[tuple[str | None, str, int | None]]) -> None:
    assert numbers(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>een<br>twee gaat door<br>Drie</p>", ["een twee gaat door", "Drie"]),
        ("<p>gelezen het voorstel;<br>gelet op artikel 1;<br/></p>", ["gelezen het voorstel;", "gelet op artikel 1;"]),
        ("<div>los <b>en</b> vast<p>alinea</p>staart</div>", ["los en vast", "alinea", "staart"]),
        ("<p>Artikel&nbsp;1&shy;0 &euro;&#160;5 &lt;x&gt;</p>", ["Artikel 10 € 5 <x>"]),
        ("<p>niet<em>teg</em>enstaande</p>", ["niettegenstaande"]),
        ("<pre>regel een\nregel twee</pre>", ["regel een regel twee"]),
        ("<dl><dt>stoel</dt><dd>een zetel</dd></dl>", ["stoel", "een zetel"]),
        ("<p>noot<sup><a href='#n1'>1</a></sup> en m<sup>2</sup></p>", ["noot en m2"]),
        ("zonder <i>enige</i> alinea", ["zonder enige alinea"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_paragraphs(page: str, expected: list[str]) -> None:
    assert texts(page) == expected


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset=utf-8><p>één €</p>".encode(),
        "<meta charset=iso-8859-1><p>één €</p>".encode("cp1252"),
        "<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'><p>één €</p>".encode("cp1252"),
        "<p>één €</p>".encode("cp1252"),
        "<p>één €</p>".encode("utf-16"),
        "<meta charset=utf-16><p>één €</p>".encode(),
        "<meta charset=bestaat-niet><p>één €</p>".encode(),
    ],
    ids=["utf-8", "latin-1", "http-equiv", "cp1252", "utf-16", "utf-8-said-utf-16", "unknown-name"],
)
def test_encodings(data: bytes) -> None:
    assert [blok.tekst for blok in lees_bytes(data, "x.html").blokken] == ["één €"]


PAGE = """<!DOCTYPE html><html><head><title>Stoelenverordening | Lokale wet- en regelgeving</title></head><body>
<header><a href="/">Lokale wet- en regelgeving</a></header><h1>Stoelenverordening Voorbeeldstad</h1>
<p>Geldend van 15-02-2024 t/m 31-05-2025 met terugwerkende kracht vanaf 01-01-2024</p>
<div class="regeling"><p>Intitulé</p><h2>Stoelenverordening Voorbeeldstad</h2>
<div class="aanhef"><p>De raad;</p><ul><li>-&nbsp;gelet op niets;</li></ul></div>
<h3 class="hoofdstuk_kop">Hoofdstuk 1 Zitten</h3><h3 class="paragraaf_kop">Paragraaf 1</h3>
<h4 class="artikel_kop">Artikel 1&nbsp;Begrippen</h4><p>stoel: een zetel.</p>
<div class="artikel"><h4>Artikel 2</h4><div class="lid"><span class="lidnr">1.</span><p>Zit.</p></div></div>
<table><tr><th>soort<th>prijs<tr><td>stoel<td>€ 5</table>
<p class="slot">Aldus vastgesteld.</p><p class="ondertekening">De griffier</p>
<div class="nota-toelichting"><h2>Toelichting</h2><p>Over stoelen.</p></div><div class="bijlage"><p>Tarief.</p></div></div>
<footer>Ziet u een fout?</footer></body></html>"""


def test_publication_page() -> None:
    document = lees_bytes(PAGE.encode(), "pagina.html")
    assert [(blok.deel, blok.rol, blok.tekst) for blok in document.blokken] == [
        (Deel.LICHAAM, None, "Stoelenverordening Voorbeeldstad"),
        (Deel.AANHEF, Rol.AANHEF, "De raad;"),
        (Deel.AANHEF, Rol.AANHEF, "- gelet op niets;"),
        (Deel.LICHAAM, Rol.HOOFDSTUK, "Hoofdstuk 1 Zitten"),
        (Deel.LICHAAM, Rol.PARAGRAAF, "Paragraaf 1"),
        (Deel.LICHAAM, Rol.ARTIKEL, "Artikel 1 Begrippen"),
        (Deel.LICHAAM, None, "stoel: een zetel."),
        (Deel.LICHAAM, Rol.ARTIKEL, "Artikel 2"),
        (Deel.LICHAAM, Rol.LID, "Zit."),
        (Deel.LICHAAM, None, "soort"),
        (Deel.LICHAAM, None, "prijs"),
        (Deel.LICHAAM, None, "stoel"),
        (Deel.LICHAAM, None, "€ 5"),
        (Deel.SLOT, Rol.SLOT, "Aldus vastgesteld."),
        (Deel.SLOT, Rol.ONDERTEKENING, "De griffier"),
        (Deel.TOELICHTING, Rol.TOELICHTING, "Toelichting"),
        (Deel.TOELICHTING, Rol.TOELICHTING, "Over stoelen."),
        (Deel.BIJLAGE, Rol.BIJLAGE, "Tarief."),
    ]
    assert [blok.alinea for blok in document.blokken] == list(range(18))
    lid = document.blokken[8]
    assert (lid.nummer, lid.nummerbron) == ("1.", Nummerbron.BENOEMD)
    metadata = document.metadata
    assert (metadata.titel, metadata.bekendgemaakt) == ("Stoelenverordening Voorbeeldstad", True)
    assert (metadata.inwerkingtreding, metadata.uitwerkingtreding) == (date(2024, 2, 15), date(2025, 5, 31))
    assert metadata.terugwerkend_tot == date(2024, 1, 1)


INFORMATION = [
    "Voorbeeldstad", "Stoelenverordening Voorbeeldstad", "Wetstechnische informatie", "Gegevens van de regeling", "OrganisatieVoorbeeldstad",
    "OrganisatietypeGemeente", "Officiële naam regelingStoelenverordening Voorbeeldstad", "Citeertitel", "Stoelenverordening",
    "Vastgesteld door", "gemeenteraad", "Onderwerp", "meubels", "Eigen onderwerp", "Opmerkingen met betrekking tot de regeling", "Geen",
    "Wettelijke grondslag(en) of bevoegdheid waarop de regeling is gebaseerd", "1. Stoelenwet, art. 1", "Gemeentewet, art. 149",
    "Regelgeving die op deze regeling is gebaseerd (gedelegeerde regelgeving)", "Geen", "Overzicht van in de tekst verwerkte wijzigingen",
    "Datum inwerkingtreding", "Terugwerkende kracht tot en met", "Datum uitwerkingtreding", "Betreft", "Datum ondertekening",
    "Bron bekendmaking", "Kenmerk voorstel", "15-02-2024", "nieuwe regeling", "30-01-2024", "gmb-2024-1", "Tekst van de regeling", "Intitulé",
    "Stoelenverordening Voorbeeldstad", "De raad van de gemeente Voorbeeldstad;",
]  # fmt: skip


@pytest.mark.parametrize("naam", ["pagina.html", "pagina.txt"])
def test_information_about_the_regulation_is_metadata(naam: str) -> None:
    lines = [f"<p>{line}</p>" for line in INFORMATION] if naam.endswith("html") else INFORMATION
    separator = "" if naam.endswith("html") else "\n\n"
    document = lees_bytes(separator.join(lines).encode(), naam)
    assert [blok.tekst for blok in document.blokken] == ["Stoelenverordening Voorbeeldstad", "De raad van de gemeente Voorbeeldstad;"]
    metadata = document.metadata
    assert (metadata.titel, metadata.citeertitel) == ("Stoelenverordening Voorbeeldstad", "Stoelenverordening")
    assert (metadata.gemeente, metadata.vastgesteld_door, metadata.onderwerp) == ("Voorbeeldstad", "gemeenteraad", "meubels")
    assert metadata.grondslagen == ("Stoelenwet, art. 1", "Gemeentewet, art. 149")
    assert (metadata.inwerkingtreding, metadata.vaststelling) == (date(2024, 2, 15), date(2024, 1, 30))


def test_lapsed_regulation() -> None:
    page = (
        "<p>Regeling vervallen per 01-07-2023</p><h1>Stoelen</h1><p>Geldend van 01-01-2018 t/m 30-06-2023</p><p>Intitulé</p><p>Stoelen</p>"
    )
    assert read_html(page.encode()).metadata.uitwerkingtreding == date(2023, 6, 30)


def test_word_names_its_parts() -> None:
    page = "<p class=MsoToc1>1 Zitten 3</p><p class=MsoNormal>Tekst</p><p class=MsoFootnoteText>Noot</p><div class=MsoHeader>Kop</div>"
    assert [blok.deel for blok in read_html(page.encode()).blokken] == [Deel.INHOUDSOPGAVE, Deel.LICHAAM, Deel.VOETNOOT, Deel.KOPTEKST]


@pytest.mark.parametrize(
    ("naam", "blokken", "soort"), [("gmb", 18, "bekendmaking"), ("stb", 19, "landelijke regeling"), ("stcrt", 9, "bekendmaking")]
)
def test_real_pages(shared: Path, naam: str, blokken: int, soort: str) -> None:
    document = lees_bestand(shared / "realdata" / "html" / f"{naam}.html")
    assert (len(document.blokken), document.metadata.soort) == (blokken, soort)
    joined = " ".join(blok.tekst for blok in document.blokken)
    assert not any(word in joined for word in ("Skip navigatie", "Snelzoeken", "Inhoudsopgave", "window.onload", "Permanente link"))
