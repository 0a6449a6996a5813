"""JUnit XML: what the schema of Jenkins (junit-10.xsd) allows, and failures that agree with the exit code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from corpus_results import corpusresultaten
from sample_results import CONCEPT, IN_ORDE, MEMO, STUK, oordeel, rapport
from verordening_tool.checking.oordeel import Gewicht, Peildatum, Plaats, Toetsresultaat, Uitkomst
from verordening_tool.document.blok import Deel
from verordening_tool.reports import junit
from verordening_tool.reports.rapport import Drempel, bevindingen, stel_op

# Per element: attributes that must be there, attributes that may, and elements that may stand in it.
SCHEMA: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors"}, {"skipped", "time", "timestamp", "id", "package"}, {"properties", "testcase"}),
    "properties": (set(), set(), {"property"}),
    "property": ({"name", "value"}, set(), set()),
    "testcase": ({"name"}, {"classname", "time"}, {"skipped", "error", "failure"}),
    **{naam: (set(), {"type", "message"}, set()) for naam in ("skipped", "error", "failure")},
}


def lees(*resultaten: Toetsresultaat, **anders: object) -> etree._Element:
    return etree.fromstring(junit.render(rapport(*resultaten, **anders)).encode("utf-8"))


def voldoet(root: etree._Element) -> bool:
    for element in root.iter():
        verplicht, mag, kinderen = SCHEMA[element.tag]
        eigen = set(element.attrib)
        if not (verplicht <= eigen <= verplicht | mag and {kind.tag for kind in element} <= kinderen):
            return False
    return root.tag == "testsuites"


def case(root: etree._Element, code: str) -> etree._Element:
    (gevonden,) = [geval for geval in root.iter("testcase") if geval.get("name", "").startswith(code)]
    return gevonden


def test_the_corpus_holds_to_the_schema() -> None:
    root = etree.fromstring(junit.render(stel_op(corpusresultaten())).encode("utf-8"))
    assert voldoet(root)
    assert len(root) == len(corpusresultaten())


@pytest.mark.parametrize("drempel", Drempel)
def test_failures_are_what_counts_for_the_exit_code(drempel: Drempel) -> None:
    root = etree.fromstring(junit.render(stel_op(corpusresultaten(), drempel)).encode("utf-8"))
    aantal = sum(len(bevindingen(resultaat, drempel)) for resultaat in corpusresultaten())
    assert int(root.get("failures")) == len(list(root.iter("failure"))) == aantal


@pytest.mark.parametrize(
    ("code", "element", "bericht"),
    [
        pytest.param("BW-06", None, None, id="voldoet"),
        pytest.param("BW-07", "failure", "Bericht bij BW-07.", id="niet-aangetroffen"),
        pytest.param("BW-09", "failure", "Bericht bij BW-09.", id="strijdig"),
        pytest.param("BW-24", "skipped", "twijfel: Bericht bij BW-24.", id="twijfel"),
        pytest.param("GR-01", "skipped", "niet aangetroffen: Bericht bij GR-01.", id="below-the-drempel"),
        pytest.param("BW-19", "skipped", "niet van toepassing: Gold alleen in 2015.", id="nvt"),
        pytest.param("BW-20", "skipped", "niet beoordeeld: Kan in een andere verordening staan.", id="not-judged"),
    ],
)
def test_a_verdict(code: str, element: str | None, bericht: str | None) -> None:
    gevonden = [(kind.tag, kind.get("message")) for kind in case(lees(CONCEPT), code)]
    assert gevonden == ([(element, bericht)] if element else [])


def test_a_failure_says_where_and_what_to_do() -> None:
    tekst = case(lees(CONCEPT), "BW-07")[0].text
    assert tekst.splitlines() == [
        "Dichtstbij: artikel 10, vijfde lid: “Het college plaatst de persoon op een wachtlijst.” Een wachtlijst is geen voorziening.",
        "Doen: Advies bij BW-07.",
        "Bron: Participatiewet, artikel 10b, zevende lid https://wetten.overheid.nl/",
    ]


def test_counts_add_up() -> None:
    root = lees(CONCEPT, IN_ORDE, MEMO, STUK)
    assert {naam: root.get(naam) for naam in ("tests", "failures", "errors")} == {"tests": "12", "failures": "2", "errors": "2"}
    assert [suite.get("skipped") for suite in root] == ["5", "0", "0", "0"]
    assert [fout.get("type") for fout in root.iter("error")] == ["GEEN_REGELING", "BESCHADIGD"]


def test_a_document_on_two_dates_is_two_suites_and_a_name_without_a_package() -> None:
    root = lees(CONCEPT, replace(CONCEPT, peildatum=Peildatum(date(2026, 1, 1), "optie")))
    assert [suite.get("name") for suite in root] == ["concept.docx op 2024-02-15", "concept.docx op 2026-01-01"]
    assert {geval.get("classname") for geval in root.iter("testcase")} == {"concept_docx op 2024-02-15", "concept_docx op 2026-01-01"}


@given(st.text(st.characters(), min_size=1))
def test_any_text_gives_xml_that_can_be_read(waarde: str) -> None:
    plaats = Plaats(Deel.LICHAAM, waarde, waarde, None, None, 1, waarde)
    vol = oordeel("BW-09", Uitkomst.STRIJDIG, Gewicht.VERPLICHT, titel=waarde, bericht=waarde, advies=waarde, plaatsen=(plaats,))
    root = lees(replace(CONCEPT, bestand=waarde, oordelen=(vol,)))
    assert voldoet(root)
    assert len(list(root.iter("failure"))) == 1
