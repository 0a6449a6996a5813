"""Comments in the Word file: what they say, where they stand, and the road from the command line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from comment_checks import faults, quoted
from docx_maker import make, p, run
from sample_results import CONCEPT, oordeel, rapport
from verordening_tool import api
from verordening_tool.checking.oordeel import Gewicht, NietBeoordeeld, Oordeel, Peildatum, Plaats, Toetsresultaat, Uitkomst
from verordening_tool.cli.groep import verordening
from verordening_tool.document.blok import Deel
from verordening_tool.fouten import Gebruiksfout, VerordeningFout
from verordening_tool.readers import lees_bytes
from verordening_tool.reports.docx_opmerkingen import maak, met_opmerkingen
from verordening_tool.reports.rapport import stel_op
from verordening_tool.reports.wijzigingen import gevolgen

ROOT = Path(__file__).resolve().parents[1]
HEADING = '<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="0"/>'
REGELING = make(
    p("Verordening participatie gemeente Proefstad 2024", HEADING)
    + p("De raad van de gemeente Proefstad;")
    + p("gelet op artikel 8a van de Participatiewet;")
    + p("besluit vast te stellen: de Verordening participatie gemeente Proefstad 2024")
    + p("Artikel 1 Begrippen")
    + p("Het college is het college van burgemeester en wethouders.")
    + p("Artikel 2 Beschut werk")
    + p("1. " + "Het college kan beschut werk aanbieden.")
    + p(run("2. Wie wacht, komt op de ") + run("wachtlijst", "<w:b/>") + run("."))
    + p("Artikel 3 Proefplaats")
    + p("Het college kan een proefplaats aanbieden.")
)
KAN = "Het college kan beschut werk aanbieden."
SOORTEN = {".docx", ".docm"}


def alinea(tekst: str) -> int:
    return next(blok.alinea for blok in lees_bytes(REGELING, "v.docx").blokken if tekst in blok.tekst)


def plaats(citaat: str, **anders: Any) -> Plaats:
    return Plaats(Deel.LICHAAM, citaat, "2", "1", None, alinea(citaat), **anders)


def bevinding(code: str = "BW-07", uitkomst: Uitkomst = Uitkomst.NIET_AANGETROFFEN, **anders: Any) -> Oordeel:
    return oordeel(code, uitkomst, **({"naam": "beschut-werk.voorbeeld"} | anders))


def comments(*resultaten: Toetsresultaat, bron: bytes = REGELING) -> list[tuple[str, str]]:
    """Text (a line per alinea) and words of each comment, in their order."""
    result = met_opmerkingen(bron, "v.docx", resultaten, rapport(*resultaten))
    assert faults(bron, result) == []
    assert met_opmerkingen(result, "v.docx", resultaten, rapport(*resultaten)) == result
    return list(quoted(result).values())


def met(*oordelen: Oordeel, **anders: Any) -> Toetsresultaat:
    return replace(CONCEPT, oordelen=oordelen, niet_beoordeeld=(), **anders)


# --- where ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("oordeel_", "words"),
    [
        pytest.param(bevinding("BW-09", Uitkomst.STRIJDIG, plaatsen=(plaats(KAN),)), [KAN], id="quote-without-the-number"),
        pytest.param(bevinding(plaatsen=(plaats("op de wachtlijst"),)), ["op de wachtlijst"], id="quote-over-runs"),
        pytest.param(
            bevinding("BW-09", Uitkomst.STRIJDIG, plaatsen=(plaats(KAN), plaats("wachtlijst"))), [KAN, "wachtlijst"], id="several-places"
        ),
        pytest.param(bevinding(plaatsen=(plaats(KAN), plaats(KAN))), [KAN], id="a-place-once"),
        pytest.param(bevinding(dichtstbij=plaats("wachtlijst")), ["wachtlijst"], id="absent-nearest"),
        pytest.param(bevinding(), ["Beschut werk"], id="absent-heading-of-the-article"),
        pytest.param(bevinding("BW-24", naam="re-integratie.proefplaats"), ["Proefplaats"], id="absent-other-subject"),
        pytest.param(
            bevinding("GR-01", naam="grondslag.beschut-werk-genoemd"), ["gelet op artikel 8a van de Participatiewet;"], id="absent-aanhef"
        ),
        pytest.param(bevinding("WT-01", naam="wetstechniek.iets"), ["Verordening participatie gemeente Proefstad 2024"], id="absent-title"),
        pytest.param(bevinding(plaatsen=(replace(plaats(KAN), citaat="staat er niet"),)), [KAN], id="not-literal-whole-paragraph"),
        pytest.param(bevinding(plaatsen=(replace(plaats(KAN), alinea=None),)), ["Beschut werk"], id="place-without-alinea"),
        pytest.param(bevinding(plaatsen=(replace(plaats(KAN), alinea=99),)), ["Beschut werk"], id="alinea-out-of-range"),
    ],
)
def test_a_comment_stands_on_the_words_of_its_finding(oordeel_: Oordeel, words: list[str]) -> None:
    found = comments(met(oordeel_))
    assert found[0][1] == "Verordening participatie gemeente Proefstad 2024"
    assert [text for _, text in found[1:]] == words


def test_the_quote_at_its_own_place_when_the_words_stand_there_twice() -> None:
    bron = make(p("Verordening Proefstad") + p("een twee een twee"))
    oordeel_ = bevinding("BW-09", Uitkomst.STRIJDIG, plaatsen=(Plaats(Deel.LICHAAM, "een", alinea=1, voor="een twee ", na=" twee"),))
    result = met_opmerkingen(bron, "v.docx", [met(oordeel_)], rapport())
    from verordening_tool.ooxml.package import Package

    xml = Package(result).read("word/document.xml").decode()
    assert xml.index("een twee ") < xml.index('commentRangeStart w:id="1"') < xml.index(">een<") < xml.index('commentRangeEnd w:id="1"')


def test_without_a_heading_the_article_that_other_verdicts_name() -> None:
    bron = make(p("Verordening Proefstad") + p("Artikel 1 Begrippen") + p("Tekst een.") + p("Artikel 2 Plekken") + p("Tekst twee."))
    ander = bevinding("BW-06", Uitkomst.VOLDOET, plaatsen=(Plaats(Deel.LICHAAM, "Tekst twee.", "2", None, None, 4),))
    assert comments(met(bevinding(), ander), bron=bron)[1][1] == "Plekken"


def test_a_finding_in_a_header_stands_at_the_title() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'
    bron = make(p("Verordening Proefstad") + p("Tekst.") + section, header=p("Kop van de bladzijde"))
    found = Plaats(Deel.KOPTEKST, "Kop", alinea=2)
    assert [words for _, words in comments(met(bevinding(plaatsen=(found,), naam="x.y")), bron=bron)][1] == "Verordening Proefstad"


# --- what -----------------------------------------------------------------------------------------------------------


def test_the_full_comment() -> None:
    (text, _) = comments(met(bevinding(dichtstbij=plaats("wachtlijst", bericht="Een wachtlijst is geen voorziening."))))[1]
    assert text.split("\n") == [
        "BW-07 · niet aangetroffen · verplicht",
        "Bericht bij BW-07. Een wachtlijst is geen voorziening.",
        "Doen: Advies bij BW-07.",
        "Bron: Participatiewet, artikel 10b, zevende lid (geldt sinds 1 januari 2017): https://wetten.overheid.nl/",
    ]


@pytest.mark.parametrize(
    ("oordeel_", "kop"),
    [
        pytest.param(bevinding("BW-09", Uitkomst.STRIJDIG), "BW-09 · in strijd met de wet · verplicht", id="conflict"),
        pytest.param(bevinding("BW-24", Uitkomst.TWIJFEL), "BW-24 · twijfel · verplicht", id="doubt"),
        pytest.param(bevinding("GR-01", gewicht=Gewicht.AANBEVOLEN), "GR-01 · niet aangetroffen · aanbevolen", id="lighter"),
        pytest.param(bevinding("WT-03", Uitkomst.STRIJDIG, gewicht=Gewicht.STIJL), "WT-03 · wijkt af · stijl", id="style"),
    ],
)
def test_the_first_line(oordeel_: Oordeel, kop: str) -> None:
    (text, _) = comments(met(oordeel_))[1]
    assert text.split("\n")[0] == kop
    assert ("Laat hier een mens naar kijken; dit telt niet mee." in text) is (oordeel_.oordeel is Uitkomst.TWIJFEL)


def test_a_further_place_has_a_short_comment() -> None:
    found = comments(met(bevinding("BW-09", Uitkomst.STRIJDIG, plaatsen=(plaats(KAN), plaats("wachtlijst")))))
    assert found[2][0] == "BW-09 · in strijd met de wet · ook hier\nZie de opmerking bij artikel 2, eerste lid."


def test_no_comment_on_what_is_in_order() -> None:
    assert len(comments(met(bevinding("BW-06", Uitkomst.VOLDOET, plaatsen=(plaats(KAN),)), bevinding("BW-19", Uitkomst.NVT)))) == 1


def test_the_summary() -> None:
    open_ = (NietBeoordeeld("PR-03", "Kan het programma niet zien."), NietBeoordeeld("PR-04", "Kan het programma niet zien."))
    text = comments(replace(met(bevinding()), niet_beoordeeld=open_))[0][0].split("\n")
    assert text == [
        "Nog niet klaar voor de raad: 1 verplicht punt niet aangetroffen.",
        "Beoordeeld naar de wet op 15 februari 2024 (datum van inwerkingtreding, artikel 24).",
        "Niet beoordeeld: PR-03, PR-04 (Kan het programma niet zien).",
        "De normen zijn bijgewerkt tot en met 1 juli 2026.",
    ]


def test_a_later_date_warns() -> None:
    text = comments(met(bevinding(), peildatum=Peildatum(date(2030, 1, 1), "optie")))[0][0]
    assert "Latere wijzigingen van de wet zijn niet meegenomen." in text


def test_several_dates_in_one_file() -> None:
    oud = met(bevinding("BW-04"), bevinding("BW-07"), peildatum=Peildatum(date(2015, 6, 1), "optie"))
    nieuw = met(bevinding("BW-07"), peildatum=Peildatum(date(2024, 6, 1), "optie"))
    found = [text.split("\n") for text, _ in comments(oud, nieuw)]
    assert found[0][0] == "Beoordeeld naar de wet op 2 dagen"
    assert [text[0] for text in found[1:]] == [
        "BW-04 · niet aangetroffen · verplicht · naar de wet op 1 juni 2015",
        "BW-07 · niet aangetroffen · verplicht",
    ]


def test_never_more_than_five_lines() -> None:
    eerst = met(bevinding("BW-09", Uitkomst.STRIJDIG))
    veel = replace(
        met(bevinding("BW-24", Uitkomst.TWIJFEL, bericht="Lang. " * 200, plaatsen=(plaats(KAN, bericht="Ook dit."),))),
        niet_beoordeeld=(NietBeoordeeld("PR-03", "reden"),), peildatum=Peildatum(date(2030, 1, 1), "optie"), oorspronkelijk=eerst,
    )  # fmt: skip
    assert all(len(text.split("\n")) <= 5 and max(map(len, text.split("\n"))) <= 420 for text, _ in comments(veel))


# --- both views -----------------------------------------------------------------------------------------------------

UITKOMSTEN = [
    pytest.param(Uitkomst.STRIJDIG, Uitkomst.VOLDOET, "BW-09 hersteld (in strijd met de wet → in orde)", id="repaired"),
    pytest.param(Uitkomst.VOLDOET, Uitkomst.NIET_AANGETROFFEN, "BW-09 gaat mis (in orde → niet aangetroffen)", id="broken"),
    pytest.param(Uitkomst.TWIJFEL, Uitkomst.STRIJDIG, "BW-09 gaat mis (twijfel → in strijd met de wet)", id="doubt-broken"),
    pytest.param(Uitkomst.STRIJDIG, Uitkomst.NVT, "BW-09 vervalt (in strijd met de wet → niet van toepassing)", id="gone"),
    pytest.param(None, Uitkomst.STRIJDIG, "BW-09 gaat mis (niet beoordeeld → in strijd met de wet)", id="new"),
    pytest.param(Uitkomst.STRIJDIG, None, "BW-09 vervalt (in strijd met de wet → niet beoordeeld)", id="no-longer-judged"),
    pytest.param(
        Uitkomst.STRIJDIG, Uitkomst.NIET_AANGETROFFEN, "BW-09 verandert (in strijd met de wet → niet aangetroffen)", id="other-alarm"
    ),
]


@pytest.mark.parametrize(("was", "wordt", "zin"), UITKOMSTEN)
def test_what_changes_do(was: Uitkomst | None, wordt: Uitkomst | None, zin: str) -> None:
    eerst, nu = (met(*([bevinding("BW-09", uitkomst)] if uitkomst else [])) for uitkomst in (was, wordt))
    assert [verandering.zin for verandering in gevolgen(replace(nu, oorspronkelijk=eerst))] == [zin]


def test_the_same_verdict_is_no_change() -> None:
    resultaat = met(bevinding(), bevinding("BW-24", Uitkomst.TWIJFEL))
    assert gevolgen(replace(resultaat, oorspronkelijk=resultaat)) == ()
    assert gevolgen(resultaat) == ()
    assert "veranderen geen enkel oordeel" in comments(replace(resultaat, oorspronkelijk=resultaat))[0][0]


def met_wijziging() -> bytes:
    nieuw = p(
        run("1. Het college ")
        + '<w:del w:id="1" w:author="J"><w:r><w:t>x</w:t></w:r></w:del>'.replace("w:t>", "w:delText>").replace("x", "kan")
        + run(" beschut werk ")
        + '<w:del w:id="3" w:author="J"><w:r><w:delText>aanbieden</w:delText></w:r></w:del>'
        + '<w:ins w:id="2" w:author="J"><w:r><w:t>biedt aan</w:t></w:r></w:ins>'
        + run(".")
    )
    return make(
        p("Re-integratieverordening Participatiewet gemeente Proefstad 2024", HEADING)
        + p("De raad van de gemeente Proefstad;")
        + p("gelet op artikel 8a, eerste lid, onder e, van de Participatiewet;")
        + p("besluit vast te stellen: de Re-integratieverordening Participatiewet gemeente Proefstad 2024")
        + p("Artikel 1 Beschut werk")
        + nieuw
        + p("Artikel 2 Inwerkingtreding")
        + p("Deze verordening treedt in werking op 1 maart 2024.")
    )


def invoke(*words: str) -> Result:
    return CliRunner().invoke(verordening, words, prog_name="verordening")


def test_both_views_from_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("c.docx").write_bytes(met_wijziging())
    result = invoke("toets", "c.docx", "--weergave", "beide", "-o", "c.json", "-f", "json", "-f", "tekst", "-f", "docx", "-o", "uit.docx")
    assert "Wat de wijzigingen doen\n  BW-09 hersteld" in result.stdout
    assert '"weergave": "definitief"' in Path("c.json").read_text("utf-8")
    assert '"weergave": "oorspronkelijk"' in Path("c.json").read_text("utf-8")
    summary = next(iter(quoted(Path("uit.docx").read_bytes()).values()))[0]
    assert "Wat de wijzigingen doen: BW-09 hersteld (" in summary


def test_both_views_of_a_text_without_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("c.docx").write_bytes(make(p("Verordening Proefstad") + p("Artikel 1 Doel") + p("Tekst.")))
    result = invoke("toets", "c.docx", "--weergave", "beide", "--soort", "verordening")
    assert "geen bijgehouden wijzigingen" in result.stderr
    assert "Wat de wijzigingen doen" not in result.stdout


# --- files ----------------------------------------------------------------------------------------------------------


def test_one_file_and_its_own_name_in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a").mkdir()
    for name in ("x.docx", "a/x.docx", "y.toets.docx"):
        Path(name).write_bytes(REGELING)
    assert invoke("toets", "x.docx", "-f", "docx", "-o", "uit.docx").exit_code in {0, 1}
    assert quoted(Path("uit.docx").read_bytes())
    result = invoke("toets", "x.docx", "a/x.docx", "y.toets.docx", "-f", "docx", "-o", "map")
    assert result.exit_code in {0, 1}, result.output
    assert sorted(path.name for path in Path("map").iterdir()) == ["x-2.toets.docx", "x.toets.docx", "y.toets.docx"]
    assert Path("x.docx").read_bytes() == REGELING


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(["x.docx", "-f", "docx"], "kan niet op het scherm", id="screen"),
        pytest.param(["x.docx", "-f", "docx", "-o", "x.docx"], "niet overheen geschreven", id="over-the-input"),
        pytest.param(["x.docx", "-f", "docx", "-o", "uit.doc"], "niet de goede extensie", id="extension"),
        pytest.param(["x.txt", "-f", "docx", "-o", "uit.docx", "--soort", "verordening"], "geen Word-bestand", id="not-word"),
        pytest.param(["y.toets.docx", "x.docx", "-f", "docx", "-o", "."], "niet overheen geschreven", id="folder-of-the-input"),
    ],
)
def test_refusals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], message: str) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("x.docx", "y.toets.docx"):
        Path(name).write_bytes(REGELING)
    Path("x.txt").write_text("Verordening Proefstad\n\nArtikel 1 Doel\nDe tekst.\n", "utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())
    result = invoke("toets", *words)
    assert (result.exit_code, message in result.stderr) == (2, True), result.output
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_file_that_is_not_word_is_said_so() -> None:
    with pytest.raises(Gebruiksfout, match="geen Word-bestand"):
        met_opmerkingen(b"Artikel 1", "v.txt", [CONCEPT], rapport())


# --- documents of our own and labelled ones -------------------------------------------------------------------------


def documents(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.suffix in SOORTEN]


def misplaced(path: Path) -> tuple[int, list[str]]:
    """How many quotes were commented on, and those whose comment does not stand on exactly these words."""
    resultaten = list(api.toets([path]))
    bestanden = maak(stel_op(resultaten))
    if not bestanden:
        return 0, []
    found = list(quoted(bestanden[0].inhoud).values())
    assert faults(path.read_bytes(), bestanden[0].inhoud) == []
    wrong, checked = [], 0
    for oordeel_ in resultaten[0].oordelen:
        if oordeel_.oordeel in {Uitkomst.STRIJDIG, Uitkomst.NIET_AANGETROFFEN, Uitkomst.TWIJFEL}:
            places = oordeel_.plaatsen or tuple(filter(None, [oordeel_.dichtstbij]))[:1]
            words = [" ".join(text.split()) for comment, text in found if comment.startswith(oordeel_.code)]
            assert words, oordeel_.code
            for place in places:
                checked += 1
                if " ".join(place.citaat.split()) not in words:
                    wrong.append(f"{path.name} {oordeel_.code}: {place.citaat!r} / {words}")
    return checked, wrong


def totals(paths: list[Path]) -> tuple[int, list[str]]:
    checked, wrong = 0, []
    for path in paths:
        try:
            number, misses = misplaced(path)
        except VerordeningFout:
            continue
        checked += number
        wrong += misses
    return checked, wrong


def test_comments_stand_on_their_quotes_in_the_corpus() -> None:
    checked, wrong = totals(documents(ROOT / "corpus" / "documenten"))
    assert (wrong, checked >= 15) == ([], True)


def test_comments_stand_on_their_quotes_in_labelled_documents(shared: Path) -> None:
    checked, wrong = totals(documents(shared / "voorbeelden" / "docs"))
    assert (wrong, checked > 5) == ([], True)
