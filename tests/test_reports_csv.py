"""The csv: columns as documented, a row per verdict, one line per row, and no cell that is a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_results import corpusresultaten
from sample_results import CONCEPT, MEMO, STUK, oordeel, rapport
from verordening_tool.checking.oordeel import Plaats, Toetsresultaat, Uitkomst
from verordening_tool.document.blok import Deel
from verordening_tool.reports import csv as csv_rapport
from verordening_tool.reports.rapport import Rapport, bevindingen, stel_op, waarom_niet

UITVOER = Path(__file__).resolve().parents[1] / "docs" / "uitvoer.md"
FORMULES = "=+-@\t\r＝＋－＠"


def rijen(bron: Rapport) -> list[dict[str, str]]:
    tekst = csv_rapport.render(bron)
    assert tekst.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(tekst[1:], newline=""), delimiter=";"))


def rij(code: str, *resultaten: Toetsresultaat) -> dict[str, str]:
    (gevonden,) = [rij for rij in rijen(rapport(*resultaten or (CONCEPT,))) if rij["code"] == code]
    return gevonden


def test_every_verdict_of_the_corpus_is_a_row_on_one_line() -> None:
    bron = stel_op(corpusresultaten())
    verwacht = sum(
        1 if waarom_niet(resultaat) else len(resultaat.oordelen) + len(resultaat.niet_beoordeeld) for resultaat in corpusresultaten()
    )
    gelezen = rijen(bron)
    assert len(gelezen) == verwacht
    assert len(csv_rapport.render(bron).splitlines()) == verwacht + 1
    assert all(not waarde.startswith(tuple(FORMULES)) for rij_ in gelezen for waarde in rij_.values())
    geteld = sum(len(bevindingen(resultaat, bron.drempel)) for resultaat in corpusresultaten())
    assert sum(rij_["bevinding"] == "ja" for rij_ in gelezen) == geteld


def test_columns_are_documented_in_their_order() -> None:
    regels = [regel for regel in UITVOER.read_text(encoding="utf-8").splitlines() if regel.startswith("| `")]
    genoemd = [regel.split("`")[1] for regel in regels]
    assert [kolom for kolom in genoemd if kolom in csv_rapport.KOLOMMEN] == list(csv_rapport.KOLOMMEN)


def test_a_row() -> None:
    assert rij("BW-09") == {
        "bestand": "concept.docx",
        "soort": "verordening",
        "gemeente": "Voorbeeldstad",
        "titel": "Re-integratieverordening Participatiewet Voorbeeldstad 2024",
        "peildatum": "2024-02-15",
        "peildatum_bron": "slotbepaling",
        "code": "BW-09",
        "norm_titel": "Titel van BW-09",
        "oordeel": "strijdig",
        "gewicht": "verplicht",
        "bevinding": "ja",
        "vindplaats": "plaats",
        "plaats": "artikel 10, eerste lid",
        "alinea": "55",
        "citaat": "Het college kan beschut werk aanbieden.",
        "meer_plaatsen": "0",
        "bericht": "Bericht bij BW-09.",
        "advies": "Advies bij BW-09.",
        "norm": "Participatiewet, artikel 10b, zevende lid",
        "link": "https://wetten.overheid.nl/",
        "aanvaard": "",
    }


@pytest.mark.parametrize(
    ("code", "velden"),
    [
        pytest.param("BW-07", {"vindplaats": "dichtstbij", "plaats": "artikel 10, vijfde lid", "bevinding": "ja"}, id="nearest"),
        pytest.param("GR-01", {"vindplaats": "", "citaat": "", "bevinding": "nee"}, id="below-the-drempel"),
        pytest.param("BW-24", {"oordeel": "twijfel", "bevinding": "nee"}, id="twijfel"),
        pytest.param("BW-20", {"oordeel": "niet_beoordeeld", "bericht": "Kan in een andere verordening staan."}, id="not-judged"),
    ],
)
def test_fields_of_a_row(code: str, velden: dict[str, str]) -> None:
    gevonden = rij(code)
    assert {naam: gevonden[naam] for naam in velden} == velden


def test_a_file_that_was_not_judged_is_a_row() -> None:
    gevonden = [(rij_["bestand"], rij_["code"], rij_["oordeel"]) for rij_ in rijen(rapport(MEMO, STUK))]
    assert gevonden == [("memo.docx", "GEEN_REGELING", "niet_gelezen"), ("stuk.docx", "BESCHADIGD", "niet_gelezen")]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        pytest.param("=1+1", "'=1+1", id="is"),
        pytest.param("+31 6", "'+31 6", id="plus"),
        pytest.param("-1", "'-1", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'=1", id="tab"),
        pytest.param("\r=1", "'=1", id="carriage-return"),
        pytest.param("  =1", "'=1", id="spaces"),
        pytest.param("\x00=1", "'=1", id="null"),
        pytest.param("\u200b=1", "'=1", id="zero-width"),
        pytest.param("＝1", "'＝1", id="full-width"),
        pytest.param('=HYPERLINK("http://x";"y")', '\'=HYPERLINK("http://x";"y")', id="hyperlink"),
        pytest.param("– een streepje", "– een streepje", id="dash-is-text"),
        pytest.param("eerste\r\ntweede\u2028derde", "eerste tweede derde", id="lines"),
        pytest.param("a=1", "a=1", id="inside"),
        pytest.param("", "", id="empty"),
    ],
)
def test_no_cell_is_a_formula(tekst: str, verwacht: str) -> None:
    assert csv_rapport.cel(tekst) == verwacht


lastig = st.lists(st.one_of(st.sampled_from([*FORMULES, ";", '"', "\n", "\u2028", "\x85"]), st.text(max_size=5)), max_size=6).map("".join)


@given(lastig)
def test_no_text_breaks_out_of_its_cell(waarde: str) -> None:
    plaats = Plaats(Deel.LICHAAM, waarde, waarde or None, None, None, 1)
    vol = oordeel("BW-09", Uitkomst.STRIJDIG, titel=waarde, bericht=waarde, advies=waarde, plaatsen=(plaats,))
    bron = rapport(replace(CONCEPT, bestand=waarde, titel=waarde, gemeente=waarde, oordelen=(vol,), niet_beoordeeld=()))
    (gelezen,) = rijen(bron)
    assert set(gelezen) == set(csv_rapport.KOLOMMEN)
    assert all(not cel.startswith(tuple(FORMULES)) for cel in gelezen.values())
    assert len(csv_rapport.render(bron).splitlines()) == 2
    assert gelezen["code"] == "BW-09"
