"""Numbers of places that a document names for its own gemeente."""

from __future__ import annotations

import pytest

from auditing.test_feiten import WEL, brief, verordening

Genoemd = list[tuple[float, int | None]]


def genoemd(*zinnen: str) -> Genoemd:
    return [(tal.aantal, tal.jaar) for tal in brief(WEL, *zinnen).plekken]


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        pytest.param("Voor 2015 gaan wij uit van acht plekken beschut werk.", [(8, 2015)], id="a sentence"),
        pytest.param("De rekentool van het ministerie komt voor het jaar 2048 uit op 62 plekken.", [], id="a model for a far year"),
        pytest.param("Motie van het raadslid Smit: verzoekt het college 39 beschutte werkplekken te openen.", [], id="a motion"),
        pytest.param("Uit de pilot bleek dat één dienstverband fors meer kostte dan begroot.", [], id="the price of a place"),
        pytest.param("| Beschut werk in Zwolle | 8 plekken |", [(8, None)], id="a row"),
        pytest.param("| Deventer | Beschut werk: ja, 34 plekken |", [], id="a row of another gemeente"),
        pytest.param("In Deventer ligt dat anders: die gemeente biedt dit jaar 15 beschutte werkplekken aan.", [], id="that gemeente"),
        pytest.param("| Raming SZW, alle gemeenten samen | 34 plekken beschut werk |", [], id="a row of the country"),
        pytest.param("In 2055 zijn er in Zwolle twaalf plekken beschut werk.", [(12, 2055)], id="a year after 2050"),
        pytest.param("Om hoeveel plekken beschut werk gaat het in 2015? Om zeven.", [(7, 2015)], id="by its words alone"),
        pytest.param("Hoeveel plekken komen er in 2015? Antwoord: acht.", [(8, 2015)], id="once"),
        pytest.param("Vraag 2: hoeveel plekken beschut werk komen er?", [], id="number of a question"),
        pytest.param("In 2015 gaat het om één inwoner die beschut gaat werken.", [(1, 2015)], id="one, and not an article"),
        pytest.param("| Beschut werk | Wij gaan in 2015 uit van één plek |", [(1, 2015)], id="one, in the row of a table"),
        pytest.param("Inmiddels zijn in Zwolle drie plekken beschut werk bezet.", [], id="how many there are"),
        pytest.param("Om hoeveel plekken beschut werk gaat het in 2015? Dat zijn er nu vijf.", [(5, 2015)], id="how many there are, asked"),
    ],
)
def test_number_in_a_letter(zin: str, verwacht: Genoemd) -> None:
    assert genoemd(zin) == verwacht


@pytest.mark.parametrize(
    ("lid", "verwacht"),
    [
        pytest.param("Het aantal plekken beschut werk bedraagt in 2015 ten hoogste 7.", [(7, 2015)], id="foreseen"),
        pytest.param("De bovengrens voor het aantal beschutte werkplekken ligt in 2015 bij 7.", [(7, 2015)], id="by its words alone"),
        pytest.param("De dienstbetrekking, bedoeld in artikel 7, duurt ten minste 12 maanden.", [], id="reference and time"),
    ],
)
def test_number_in_an_article(lid: str, verwacht: Genoemd) -> None:
    gevonden = verordening("Het college biedt beschut werk aan.", lid).plekken
    assert [(tal.aantal, tal.jaar) for tal in gevonden] == verwacht
