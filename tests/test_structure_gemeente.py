"""Of which gemeente a text is: by its sender or title, by what it says in passing, or of none."""

from __future__ import annotations

import pytest

from verordening_tool.readers import lees_bytes
from verordening_tool.structure import ontleed

_INSPECTIE = "Inspectie SZW\nPostbus 90801\n2509 LV Den Haag\n\n22 september 2015\n\nGeachte inspecteur,\n\n"


@pytest.mark.parametrize(
    ("tekst", "gemeente", "terloops"),
    [
        (f"Werkbedrijf De Linde\n\n{_INSPECTIE}Wij bieden beschut werk aan.\n\nHet bestuur", None, False),
        (f"Gemeente Den Haag\n\n{_INSPECTIE}Wij bieden beschut werk aan.", "Den Haag", False),
        ("Werkplein\n\nAan: Inspectie SZW te Den Haag\n\nNamens Assen en Tynaarlo bieden wij beschut werk aan.", None, False),
        ("Aan de Inspectie SZW\nDen Haag\n\nZwolle, 22 september 2015\n\nWij bieden beschut werk aan.", "Zwolle", True),
        (f"Werkbedrijf\n\n{_INSPECTIE}Wij bieden beschut werk aan, met de gemeente Almelo.", "Almelo", True),
        ("gem. Sudwest-Fryslan\n\nWij bieden beschut werk aan.", "Sudwest-Fryslan", False),
        ("gemeente 's Gravenhage\n\nWij bieden beschut werk aan.", "'s Gravenhage", False),
        (
            "burgemeester en wethouders van Nuenen, Gerwen en Nederwetten\n\nWij bieden beschut werk aan.",
            "Nuenen, Gerwen en Nederwetten",
            False,
        ),
        ("Raad van de gemeente Lopik, Gerwen en anderen\n\nWij bieden beschut werk aan.", "Lopik", False),
        ("Besluitenlijst college van Lopik\n\n1. Onderhoud van de sporthal: akkoord", "Lopik", False),
        ("Geachte raad,\n\nWij bieden beschut werk aan.\n\nGroet, B. Smit, gemeente Krimpenerwaard", "Krimpenerwaard", False),
        ("Werkorganisatie BUCH, namens Uitgeest, Castricum en Heiloo\n\nWij bieden beschut werk aan.", None, False),
        ("Verzamelverordening Participatiewet, IOAW, IOAZ en BBZ 2023\n\nArtikel 1 Begrippen\nWet: Participatiewet.", None, False),
        ("Brief van gedeputeerde staten\n\nAan Provinciale Staten van Utrecht\n\nDe provincie Utrecht betaalt mee.", None, False),
        (
            "Nieuwsbericht\n\nCedris\n\n73 gemeenten bieden beschut werk niet aan. De gemeente Amersfoort noemt de kosten te hoog.",
            None,
            False,
        ),
        ("Nieuwsbrief\n\nDe gemeente Tilburg biedt beschut werk aan. De gemeente Breda zegt: “Wij doen dat niet.”", None, False),
        ("Notitie\n\nDe gemeente Tilburg biedt beschut werk aan.", "Tilburg", True),
    ],
    ids=[
        "address of the Inspectie",
        "Den Haag writes itself",
        "addressee in one line",
        "place before the date",
        "a neighbour in passing",
        "gem. without accents",
        "'s Gravenhage",
        "a name with a comma",
        "a name before a comma",
        "college van",
        "name under the letter",
        "several together",
        "abbreviations",
        "a province",
        "news that tells of gemeenten",
        "news that quotes one",
        "a note on one gemeente",
    ],
)
def test_whose_it_is(tekst: str, gemeente: str | None, terloops: bool) -> None:
    regeling = ontleed(lees_bytes(tekst.encode(), "stuk.txt"))
    naam = regeling.gemeente.replace("’", "'") if regeling.gemeente else None
    assert (naam, regeling.gemeente_terloops) == (gemeente, terloops)
