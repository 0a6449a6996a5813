"""Gemeenten through the years: how many there were, what became of them, and their names in many spellings."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from verordening_tool.norms import gemeentelijst


@pytest.mark.parametrize(
    ("dag", "aantal"),
    [
        (date(2014, 1, 1), 403), (date(2014, 12, 31), 403), (date(2015, 1, 1), 393), (date(2015, 12, 31), 393), (date(2016, 1, 1), 390),
        (date(2017, 1, 1), 388), (date(2018, 1, 1), 380), (date(2019, 1, 1), 355), (date(2020, 1, 1), 355), (date(2021, 1, 1), 352),
        (date(2022, 1, 1), 345), (date(2022, 3, 24), 344), (date(2023, 1, 1), 342), (date(2026, 7, 1), 342),
    ],
    ids=str,
)  # fmt: skip
def test_number_of_gemeenten_on_a_day(dag: date, aantal: int) -> None:
    assert len(gemeentelijst.op(dag)) == aantal


def test_provinces_of_today() -> None:
    tellen = Counter(gemeentelijst.provincie(gemeente.code) for gemeente in gemeentelijst.op(date(2023, 1, 1)))
    assert tellen == {
        "Noord-Brabant": 56, "Gelderland": 51, "Zuid-Holland": 50, "Noord-Holland": 44, "Limburg": 31, "Utrecht": 26, "Overijssel": 25,
        "Fryslân": 18, "Zeeland": 13, "Drenthe": 12, "Groningen": 10, "Flevoland": 6,
    }  # fmt: skip


def test_size_classes() -> None:
    klassen = Counter(gemeentelijst.grootteklasse(gemeente.code) for gemeente in gemeentelijst.op(date(2023, 1, 1)))
    assert klassen == {"G4": 4, "G40": 41, "overig": 297}


def test_what_went_has_a_successor_that_exists() -> None:
    for gemeente in gemeentelijst.gemeenten().values():
        gevolg = gemeentelijst.opvolging(gemeente.code)
        assert (gevolg is not None) == (gemeente.tot is not None)
        assert gevolg is None or set(gevolg.codes) <= {later.code for later in gemeentelijst.op(gevolg.datum)}


@pytest.mark.parametrize(
    ("naam", "code"),
    [
        ("'s-Gravenhage", "0518"), ("’s-Gravenhage", "0518"), ("Den Haag", "0518"), ("s-Gravenhage", "0518"), ("Gravenhage", "0518"),
        ("'s-Hertogenbosch", "0796"), ("s Hertogenbosch", "0796"), ("Den Bosch", "0796"), ("den_bosch", "0796"),
        ("Súdwest-Fryslân", "1900"), ("Sudwest-Fryslan", "1900"), ("sudwest fryslan", "1900"), ("gem. Zwolle", "0193"),
        ("Gemeente Zwolle", "0193"), ("de gemeente Zwolle", "0193"), ("ZWOLLE", "0193"), ("alphen_aan_den_rijn", "0484"),
        ("Alphen a/d Rijn", "0484"), ("Nuenen, Gerwen en Nederwetten", "0820"), ("Nuenen c.a.", "0820"), ("Bergen (NH.)", "0373"),
        ("Bergen (L.)", "0893"), ("Bergen NH", "0373"), ("Utrecht", "0344"), ("Horst aan de Maas", "1507"), ("Bussum", "0381"),
    ],
)  # fmt: skip
def test_spellings(naam: str, code: str) -> None:
    assert gemeentelijst.met_naam(naam) == (code,)


def test_a_name_of_two_gemeenten() -> None:
    assert gemeentelijst.met_naam("Bergen") == ("0373", "0893")


def test_a_name_of_none() -> None:
    assert gemeentelijst.met_naam("Voorbeeldstad") == ()


@pytest.mark.parametrize(
    ("code", "dag", "verwacht"),
    [
        ("0381", date(2015, 6, 1), "0381"),
        ("0381", date(2015, 12, 31), "0381"),
        ("0381", date(2016, 1, 1), "1942"),
        ("0381", None, "0381"),
        ("1921", date(2015, 1, 1), "1940"),
        ("0241", None, "1945"),
        ("0051", date(2016, 1, 1), "1940"),
        ("0193", date(2020, 1, 1), "0193"),
        ("0788", date(2022, 1, 1), "0757"),
    ],
)
def test_who_speaks_on_a_day(code: str, dag: date | None, verwacht: str) -> None:
    assert gemeentelijst.op_datum(code, dag) == verwacht
