"""What a concept asks of the words of a passage: never so much that a passage in which it stands is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from verordening_tool.auditing.uitspraken import begrippen
from verordening_tool.checking.concept_index import ConceptIndex
from verordening_tool.checking.passages import maak_tekstlaag
from verordening_tool.language.begrippen import Begrippen
from verordening_tool.language.folding import fold
from verordening_tool.language.kernwoorden import Woordenlijst
from verordening_tool.language.verzameling import nummers
from verordening_tool.readers import lees_bestand
from verordening_tool.structure import ontleed

VOORBEELDEN = Path(__file__).parents[1] / "corpus"


def _met(vorm: str, *passages: str) -> list[int]:
    alle = Begrippen({"proef": [vorm], "dienst": ["dienstbetrekking*"]})
    tekst, plekken = "", []
    for passage in passages:
        plekken.append((len(tekst), len(tekst) + len(passage)))
        tekst += passage + "\n"
    woorden = Woordenlijst(fold(tekst).encode(), plekken)

    def met_begrip(naam: str) -> int:
        return woorden.met_eis(alle.eis(naam), met_begrip)

    return list(nummers(met_begrip("proef")))


@pytest.mark.parametrize(
    ("vorm", "wel", "niet"),
    [
        ("werk", "het werk is", "werken en huiswerk"),
        ("werk*", "werkplek", "huiswerk"),
        ("*werk", "huiswerk", "werken"),
        ("(dienst|arbeids)betrekking", "een arbeidsbetrekking", "een betrekking"),
        ("werk .. plek", "werk op een plek", "werkplek"),
        ("werk ... plek", "werk aan de plek", "werk"),
        ("[heel] klein werk", "klein werk", "heel klein"),
        ("werk [aan de] winkel", "werk winkel", "werk aan de"),
        ("geen <dienst>", "geen dienstbetrekkingen", "geen baan"),
        ("(een baan|werk) (is|was)", "werk was", "een werk"),
        ("no-risk*", "no-riskpolis", "no risico"),
        ("<getal> procent", "12 procent", "12 euro"),
    ],
)
def test_a_passage_is_left_out_only_when_it_lacks_a_word(vorm: str, wel: str, niet: str) -> None:
    assert _met(vorm, wel, niet, wel) == [0, 2]


def test_what_asks_no_word_may_stand_anywhere() -> None:
    assert _met("<getal>", "een", "twee") == [0, 1]


@pytest.mark.parametrize("bestand", sorted(VOORBEELDEN.rglob("*.docx"))[:12], ids=lambda bestand: bestand.stem)
def test_no_place_is_missed_in_whole_documents(bestand: Path) -> None:
    laag = maak_tekstlaag(ontleed(lees_bestand(bestand)), begrippen())
    index = ConceptIndex(begrippen(), laag.gevouwen, laag.passages)
    for begrip in begrippen().namen:
        gemist = {laag.passage_op(span.start).nr for span in begrippen().vind(begrip, laag.gevouwen)} - set(nummers(index.met(begrip)))
        assert not gemist, begrip
