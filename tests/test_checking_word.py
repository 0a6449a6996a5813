"""What Word keeps up to date: fields and automatic numbers in real packages, judged from the file on."""

from __future__ import annotations

from pathlib import Path

import pytest

from docx_maker import abstract, level, make, num, numbered, p, run
from verordening_tool.api import Toetsopties, toets
from verordening_tool.checking.oordeel import Oordeel

LISTS = abstract(0, level(0, "Artikel %1"), level(1, "%2.")) + num(1, 0)
OPTIES = Toetsopties(selecteer=("VW-02", "NR-01"))
KOP = p(run("Verordening werk Voorbeeldstad 2024")) + p(run("De raad van de gemeente Voorbeeldstad; gelet op artikel 8a; besluit:"))


def artikel(naam: str, anker: str) -> str:
    return p(f'<w:bookmarkStart w:id="{anker}" w:name="{anker}"/>{run(naam)}<w:bookmarkEnd w:id="{anker}"/>', numbered(1))


def lid(tekst: str) -> str:
    return p(run(tekst), numbered(1, 1))


def veld(doel: str, getoond: str) -> str:
    return f'<w:fldSimple w:instr=" REF {doel} \\r \\h ">{run(getoond)}</w:fldSimple>'


def oordelen(body: str, map_: Path) -> dict[str, Oordeel]:
    pad = map_ / "concept.docx"
    pad.write_bytes(make(KOP + body, numbering=LISTS))
    (resultaat,) = toets([pad], OPTIES)
    return {oordeel.code: oordeel for oordeel in resultaat.oordelen}


@pytest.mark.parametrize(
    ("getoond", "verwacht"),
    [("Artikel 2", "voldoet"), ("2", "voldoet"), ("artikel 2", "voldoet"), ("Artikel 3", "strijdig"), ("3", "strijdig")],
)
def test_fields(getoond: str, verwacht: str, tmp_path: Path) -> None:
    body = (
        artikel("Aanbod", "een") + lid("Het college helpt.") + lid("Er is een plan.") + artikel("Duur", "twee") + lid("De hulp duurt kort.")
    )
    body += p(run("Zie ") + veld("twee", getoond) + run("."), numbered(1, 1))
    oordeel = oordelen(body, tmp_path)["VW-02"]
    assert oordeel.oordeel.value == verwacht
    assert [plaats.citaat for plaats in oordeel.plaatsen] == ([getoond] if verwacht == "strijdig" else [])


def test_typed_number_in_a_counted_row(tmp_path: Path) -> None:
    body = artikel("Aanbod", "een") + lid("Het college helpt.") + lid("Er is een plan.") + p(run("3. De duur is een jaar."))
    oordeel = oordelen(body, tmp_path)["NR-01"]
    assert [(plaats.artikel, plaats.lid, plaats.citaat) for plaats in oordeel.plaatsen] == [("1", "3", "De duur is een jaar.")]


def test_counted_rows_alone(tmp_path: Path) -> None:
    body = artikel("Aanbod", "een") + lid("Het college helpt.") + lid("Er is een plan.")
    assert oordelen(body, tmp_path)["NR-01"].oordeel.value == "voldoet"
