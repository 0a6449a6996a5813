"""The report in html: what stands where, that text never becomes markup, and what WCAG asks of the markup itself."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from corpus_results import corpusresultaten
from sample_results import CONCEPT, IN_ORDE, LID_7, MEMO, STUK, oordeel, rapport
from verordening_tool.checking.oordeel import (
    Deeloordeel,
    Gewicht,
    Kernvraag,
    NietBeoordeeld,
    Norm,
    Peildatum,
    Plaats,
    Toetsresultaat,
    Uitkomst,
)
from verordening_tool.cli.groep import verordening
from verordening_tool.document.blok import Deel
from verordening_tool.reports import html
from verordening_tool.reports.rapport import ALARM, stel_op, waarom_niet

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "documenten"
STIJL = Path(html.__file__).with_name("html_templates") / "stijl.css"


def pagina(resultaat: Toetsresultaat) -> lxml_html.HtmlElement:
    (bestand,) = html.maak(rapport(resultaat))
    assert bestand.naam is None
    return lxml_html.document_fromstring(bestand.inhoud.decode("utf-8"))


def tekst(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


# --- what stands where ----------------------------------------------------------------------------------------------


def test_the_order_is_answer_kernvragen_findings_table_and_how_it_came_about() -> None:
    koppen = [kop.get("id") for kop in pagina(CONCEPT).iter("h2")]
    assert koppen == ["antwoord", "kernvragen", "anders", "twijfel", "let-op", "wijkt-af", "oordelen", "niet-beoordeeld", "verantwoording"]


def test_the_answer_is_a_question_and_a_sentence() -> None:
    antwoord = pagina(CONCEPT).get_element_by_id("antwoord").getparent()
    assert tekst(antwoord).startswith("Kan dit naar de raad? ✘\ufe0e Nog niet klaar voor de raad: 1 verplicht punt niet aangetroffen")


def test_a_finding_has_verdict_quote_place_norm_advice_and_model_text() -> None:
    bevinding = pagina(CONCEPT).get_element_by_id("BW-07")
    gevonden = tekst(bevinding)
    for stuk in (
        "BW-07 Voorzieningen tot de dienstbetrekking begint",
        "niet aangetroffen",
        "Bericht bij BW-07.",
        "artikel 10, vijfde lid",
        "Het college plaatst de persoon op een wachtlijst.",
        "Een wachtlijst is geen voorziening.",
        "Advies bij BW-07.",
        "Zolang de dienstbetrekking nog niet is begonnen, biedt het college",
        "Participatiewet, artikel 10b, zevende lid (geldt sinds 1 januari 2017)",
    ):
        assert stuk in gevonden
    assert [link.get("href") for link in bevinding.iter("a")] == [LID_7.url]


@pytest.mark.parametrize(
    ("voor", "na", "blok"),
    [
        pytest.param("", "", "CITAAT", id="whole-alinea"),
        pytest.param("Eerst. ", " Dan.", "Eerst. <CITAAT> Dan.", id="in-the-middle"),
        pytest.param("woord " * 80, "", "… " + "woord " * 49 + "<CITAAT>", id="long-before"),
        pytest.param("", " woord" * 80, "<CITAAT>" + " woord" * 49 + " …", id="long-after"),
    ],
)
def test_a_quote_is_marked_in_its_alinea_and_never_cut_itself(voor: str, na: str, blok: str) -> None:
    citaat = "CITAAT " * 200 + "einde"
    plaats = Plaats(Deel.LICHAAM, citaat, "10", "1", None, 55, voor=voor, na=na)
    gemaakt = pagina(replace(CONCEPT, oordelen=(oordeel("BW-09", Uitkomst.STRIJDIG, plaatsen=(plaats,)),)))
    (quote,) = gemaakt.iter("blockquote")
    for mark in quote.iter("mark"):
        mark.text = f"<{mark.text}>"
    assert quote.text_content().strip() == blok.replace("CITAAT", citaat)


def test_all_of_a_corpus_is_in_its_pages() -> None:
    resultaten = [resultaat for resultaat in corpusresultaten() if waarom_niet(resultaat) is None]
    assert len(resultaten) > 35
    for resultaat in resultaten:
        gemaakt = lxml_html.document_fromstring(html.maak(stel_op([resultaat]))[0].inhoud.decode("utf-8"))
        koppen = [tekst(kop) for kop in gemaakt.iter("th") if kop.get("scope") == "row"]
        codes = [geval.code for geval in (*resultaat.oordelen, *resultaat.niet_beoordeeld)]
        assert all(any(kop.startswith(code) for kop in koppen) for code in codes)
        for geval in resultaat.oordelen:
            if geval.oordeel in ALARM or geval.oordeel is Uitkomst.TWIJFEL:
                gevonden = tekst(gemaakt.get_element_by_id(geval.code))
                stukken = [geval.bericht, geval.advies, *(plaats.citaat for plaats in geval.plaatsen)]
                assert all(" ".join(stuk.split()) in gevonden for stuk in stukken)


@pytest.mark.parametrize(
    ("dag", "gewaarschuwd"), [(date(2026, 7, 1), False), (date(2026, 7, 2), True)], ids=["last-known-day", "day-after"]
)
def test_a_date_after_the_known_law_gives_a_warning_first(dag: date, gewaarschuwd: bool) -> None:
    gemaakt = pagina(replace(CONCEPT, peildatum=Peildatum(dag, "optie")))
    assert tekst(gemaakt.find(".//header")).startswith("Let op: beoordeeld naar de wet zoals die bekend is") is gewaarschuwd
    assert "De wet is in het programma verwerkt tot en met 1 juli 2026." in tekst(gemaakt)


def test_a_file_that_was_not_judged_says_why() -> None:
    assert "memo.docx lijkt een memo, geen regeling." in tekst(pagina(MEMO))


# --- accessible markup ----------------------------------------------------------------------------------------------

PAGINAS = [
    *(html.maak(rapport(resultaat))[0] for resultaat in (CONCEPT, IN_ORDE, MEMO)),
    *html.maak(rapport(CONCEPT, IN_ORDE, MEMO, STUK)),
]


@pytest.mark.parametrize("bestand", PAGINAS, ids=lambda bestand: bestand.naam or "single")
def test_markup(bestand: html.Bestand) -> None:
    gemaakt = lxml_html.document_fromstring(bestand.inhoud.decode("utf-8"))
    niveaus = [int(kop.tag[1]) for kop in gemaakt.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert gemaakt.get("lang") == "nl"
    assert tekst(gemaakt.find(".//title"))
    assert niveaus[0] == 1
    assert niveaus.count(1) == 1
    assert all(volgende <= vorige + 1 for vorige, volgende in pairwise(niveaus))
    assert all(kop.get("scope") in {"row", "col"} for kop in gemaakt.iter("th"))
    assert all(tekst(kop) for kop in gemaakt.iter("th"))
    ids = [element.get("id") for element in gemaakt.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    verwezen = [link.get("href")[1:] for link in gemaakt.iter("a") if link.get("href").startswith("#")]
    verwezen += [element.get("aria-labelledby") for element in gemaakt.iter() if element.get("aria-labelledby")]
    assert set(verwezen) <= set(ids)
    assert next(gemaakt.iter("a")).get("href") == "#inhoud"


@pytest.mark.parametrize("bestand", PAGINAS, ids=lambda bestand: bestand.naam or "single")
def test_nothing_is_fetched_or_run(bestand: html.Bestand) -> None:
    gemaakt = lxml_html.document_fromstring(bestand.inhoud.decode("utf-8"))
    assert not list(gemaakt.iter("script", "link", "img", "iframe", "object", "embed", "form"))
    assert not re.search(r"url\(|@import|@font-face", STIJL.read_text(encoding="utf-8"))
    paginas = {bestand.naam for bestand in PAGINAS}
    adressen = {link.get("href") for link in gemaakt.iter("a")}
    assert all(adres in paginas or adres.startswith(("#", "https://wetten.overheid.nl/")) for adres in adressen)
    beleid = gemaakt.find(".//meta[@http-equiv='Content-Security-Policy']")
    assert beleid.get("content").startswith("default-src 'none'")


def test_only_an_address_of_the_web_becomes_a_link() -> None:
    norm = Norm("Eigen wet", url="javascript:alert(1)")
    gemaakt = pagina(replace(CONCEPT, oordelen=(oordeel("BW-09", Uitkomst.STRIJDIG, norm=norm),)))
    assert not list(gemaakt.get_element_by_id("BW-09").iter("a"))


KLEUREN = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", STIJL.read_text(encoding="utf-8"))) | {"wit": "#ffffff", "merkstift": "#ffe58a"}


@pytest.mark.parametrize(
    ("voorgrond", "achtergrond"),
    [
        *((kleur, "wit") for kleur in ("inkt", "licht", "link", "fout", "let-op", "goed")),
        *(("inkt", vlak) for vlak in ("vlak", "fout-vlak", "let-op-vlak", "goed-vlak", "merkstift")),
        ("licht", "vlak"),
        ("fout", "fout-vlak"),
        ("goed", "goed-vlak"),
    ],
)
def test_contrast_is_at_least_that_of_wcag_aa(voorgrond: str, achtergrond: str) -> None:
    licht, donker = sorted((_helderheid(KLEUREN[naam]) for naam in (voorgrond, achtergrond)), reverse=True)
    assert (licht + 0.05) / (donker + 0.05) >= 4.5


def _helderheid(kleur: str) -> float:
    kanalen = [int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5)]
    rood, groen, blauw = (kanaal / 12.92 if kanaal <= 0.04045 else ((kanaal + 0.055) / 1.055) ** 2.4 for kanaal in kanalen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


# --- text never becomes markup --------------------------------------------------------------------------------------

LASTIG = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    "</style><b>",
    "<!--",
    "-->",
    "]]>",
    "&lt;b&gt;",
    "&amp;",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "\x00",
    "\u202e",
)
teksten = st.lists(st.one_of(st.sampled_from(LASTIG), st.text(max_size=8)), min_size=1, max_size=4).map("".join)


def vol_met(waarde: str) -> Toetsresultaat:
    """A result with the text in every place where a document or a norm can put text."""
    stuk = f"x{waarde}"
    plaats = Plaats(Deel.LICHAAM, stuk, stuk, stuk, stuk, 3, stuk, voor=stuk, na=stuk)
    deel = Deeloordeel(stuk, Uitkomst.TWIJFEL, stuk, (plaats,))
    norm = Norm(stuk, stuk, stuk, stuk, stuk, stuk, f"https://wetten.overheid.nl/{stuk}")
    velden = {
        "titel": stuk,
        "bericht": stuk,
        "advies": stuk,
        "norm": norm,
        "plaatsen": (plaats,),
        "dichtstbij": plaats,
        "deeloordelen": (deel,),
    }
    return replace(
        CONCEPT,
        bestand=stuk.replace("/", "_"),
        gemeente=stuk,
        titel=stuk,
        peildatum=Peildatum(date(2024, 2, 15), stuk, stuk),
        oordelen=(oordeel("BW-07", Uitkomst.STRIJDIG, **velden), oordeel("BW-99", Uitkomst.TWIJFEL, Gewicht.STIJL, **velden)),
        kernvragen=(Kernvraag(stuk, stuk, "geregeld", stuk, Uitkomst.STRIJDIG, (plaats,)),),
        niet_beoordeeld=(NietBeoordeeld("BW-98", stuk),),
    )


def geraamte(bron: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(str(element.tag), tuple(element.attrib)) for element in lxml_html.document_fromstring(bron).iter()]


@settings(max_examples=60, deadline=None)
@given(teksten)
def test_text_never_becomes_markup(waarde: str) -> None:
    alle = [bestand.inhoud.decode("utf-8") for bestand in html.maak(rapport(vol_met(waarde), STUK))]
    neutraal = [bestand.inhoud.decode("utf-8") for bestand in html.maak(rapport(vol_met("y"), STUK))]
    assert [geraamte(bron) for bron in alle] == [geraamte(bron) for bron in neutraal]


@pytest.mark.parametrize("waarde", [lastig for lastig in LASTIG if lastig.isprintable()])
def test_text_is_shown_as_it_stands(waarde: str) -> None:
    gemaakt = pagina(vol_met(waarde))
    assert waarde in next(gemaakt.iter("mark")).text_content()
    assert waarde in next(gemaakt.iter("h1")).text_content()


# --- several documents ----------------------------------------------------------------------------------------------


def test_an_overview_leads_to_every_page_and_names_what_was_not_judged() -> None:
    bestanden = {bestand.naam: bestand.inhoud.decode("utf-8") for bestand in html.maak(rapport(CONCEPT, IN_ORDE, MEMO, STUK))}
    assert set(bestanden) == {"index.html", "concept.html", "in-orde.html"}
    overzicht = lxml_html.document_fromstring(bestanden["index.html"])
    assert [link.get("href") for link in overzicht.iter("a")] == ["#inhoud", "concept.html", "in-orde.html"]
    tellingen = {tekst(groep.find("dt")): tekst(groep.find("dd")) for groep in overzicht.find(".//dl")}
    assert list(tellingen.values()) == ["1", "1", "0", "2"]
    assert "stuk.docx is beschadigd. Open het in Word en sla het opnieuw op." in tekst(overzicht)
    assert "BW-07 Voorzieningen tot de dienstbetrekking begint" in tekst(overzicht.get_element_by_id("vaak").getparent())
    assert all('<a href="index.html">' in bron for naam, bron in bestanden.items() if naam != "index.html")


@pytest.mark.parametrize(
    ("namen", "data", "verwacht"),
    [
        pytest.param(["map/Concept 3.docx", "b.odt"], [1, 1], ["concept-3.html", "b.html"], id="plain"),
        pytest.param(["a/x.docx", "b/x.docx"], [1, 1], ["x-2024-01-01.html", "x-2024-01-01-2.html"], id="same-name"),
        pytest.param(["x.docx", "x.docx"], [1, 2], ["x-2024-01-01.html", "x-2024-01-02.html"], id="two-dates"),
        pytest.param(["Coördinatie É.md", "….txt"], [1, 1], ["coordinatie-e.html", "document.html"], id="letters"),
        pytest.param(["index.docx", "CON.txt"], [1, 1], ["index-2.html", "con-2.html"], id="reserved"),
        pytest.param(["a" * 200 + ".docx", "b.docx"], [1, 1], ["a" * 80 + ".html", "b.html"], id="long"),
    ],
)
def test_names_of_pages(namen: list[str], data: list[int], verwacht: list[str]) -> None:
    resultaten = [
        replace(IN_ORDE, bestand=naam, peildatum=Peildatum(date(2024, 1, dag), "optie")) for naam, dag in zip(namen, data, strict=True)
    ]
    assert [bestand.naam for bestand in html.maak(rapport(*resultaten))[1:]] == verwacht


@pytest.mark.parametrize(
    ("woorden", "doel", "gemaakt"),
    [
        pytest.param(["13-wijziging-2017.docx"], "r.html", ["r.html"], id="one"),
        pytest.param(
            ["13-wijziging-2017.docx", "39-hondenbelasting-2025.docx"],
            "r",
            ["r/13-wijziging-2017.html", "r/39-hondenbelasting-2025.html", "r/index.html"],
            id="two",
        ),
        pytest.param(
            ["13-wijziging-2017.docx", "--peildatum", "2017-04-10", "--peildatum", "2024-01-01"],
            "r",
            ["r/13-wijziging-2017-2017-04-10.html", "r/13-wijziging-2017-2024-01-01.html", "r/index.html"],
            id="two-dates",
        ),
    ],
)
def test_what_the_command_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, woorden: list[str], doel: str, gemaakt: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    bronnen = [str(CORPUS / woord) if "." in woord else woord for woord in woorden]
    uitkomst = CliRunner().invoke(verordening, ["toets", *bronnen, "-f", "html", "-o", doel])
    assert uitkomst.exit_code in {0, 1}
    assert sorted(pad.relative_to(tmp_path).as_posix() for pad in tmp_path.rglob("*.html")) == gemaakt


@pytest.mark.parametrize(
    ("woorden", "bericht"),
    [
        pytest.param(["13-wijziging-2017.docx"], "kan niet op het scherm", id="no-target"),
        pytest.param(["13-wijziging-2017.docx", "40-memo-2024.docx", "-o", "r.html"], "r.html is een bestand", id="file-for-several"),
    ],
)
def test_a_target_that_can_not_be_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, woorden: list[str], bericht: str) -> None:
    monkeypatch.chdir(tmp_path)
    bronnen = [str(CORPUS / woord) if woord.endswith(".docx") else woord for woord in woorden]
    uitkomst = CliRunner().invoke(verordening, ["toets", "-f", "html", *bronnen])
    assert uitkomst.exit_code == 2
    assert bericht in uitkomst.stderr
    assert not list(tmp_path.iterdir())
