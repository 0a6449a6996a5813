"""A wijzigingsverordening without the text that it changes: what can be judged, and what can not."""

from __future__ import annotations

from pathlib import Path

import pytest

from verordening_tool.api import Toetsopties, toets
from verordening_tool.checking.passages import te_beoordelen_artikelen
from verordening_tool.readers.tekst import read_tekst
from verordening_tool.structure import ontleed

TITEL = "Re-integratieverordening Participatiewet Proefstad 2020"


def uitkomst(map_: Path, code: str, *opdracht: str) -> str:
    """The verdict on a wijzigingsverordening with these lines, or "niet_beoordeeld"."""
    regels = [
        f"Verordening tot wijziging van de {TITEL}",
        "De raad van de gemeente Proefstad;",
        "gelet op artikel 8a, eerste lid, aanhef en onder e, en artikel 10b, zevende lid, van de Participatiewet;",
        "besluit:",
        "Artikel I",
        f"De {TITEL} wordt als volgt gewijzigd:",
        *opdracht,
        "Artikel II",
        "Deze verordening treedt in werking op 1 november 2024.",
    ]
    pad = map_ / "wijziging.txt"
    pad.write_text("\n".join(regels), encoding="utf-8")
    resultaat = next(toets([pad], Toetsopties(selecteer=(code,))))
    return resultaat.oordelen[0].oordeel.value if resultaat.oordelen else resultaat.niet_beoordeeld[0].reden


ZONDER_BASIS = "De wijziging verandert woorden in een artikel dat niet in dit stuk staat; geef de hele tekst mee met --basis."


@pytest.mark.parametrize(
    ("opdracht", "code", "verwacht"),
    [
        pytest.param(['A. In artikel 12, eerste lid, wordt "biedt" vervangen door "kan".'], "BW-09", ZONDER_BASIS, id="aanbod"),
        pytest.param(["A. In artikel 12 wordt na “beschut werk” ingevoegd “naar wens”."], "BW-06", ZONDER_BASIS, id="beschut_werk"),
        pytest.param(["A. In artikel 9 vervalt “ten hoogste”."], "BW-23", ZONDER_BASIS, id="ander_onderwerp"),
        pytest.param(["A. In artikel 12 wordt na “aan” ingevoegd “zolang er budget is”."], "BW-10", ZONDER_BASIS, id="verbod"),
        pytest.param(["A. In artikel 9 wordt “1 januari 2020” vervangen door “1 maart 2024”."], "BW-09", "nvt", id="datum"),
        pytest.param(["A. In artikel 9 wordt “artikel 3, tweede lid” vervangen door “artikel 4”."], "BW-09", "nvt", id="verwijzing"),
        pytest.param(["A. In artikel 9 wordt “€ 150” vervangen door “€ 200”."], "BW-20", "nvt", id="bedrag"),
        pytest.param(["A. Artikel 13 vervalt."], "BW-09", "nvt", id="heel_artikel_vervalt"),
        pytest.param(["A. In artikel 12 wordt “biedt” vervangen door “kan”."], "GR-01", "voldoet", id="norm_op_het_besluit"),
        pytest.param(
            [
                "A. In artikel 9 vervalt “ten hoogste”.",
                "B. Artikel 12 komt te luiden:",
                "Artikel 12 Beschut werk",
                "Het college kan beschut werk aanbieden in een dienstbetrekking.",
            ],
            "BW-09",
            "strijdig",
            id="wat_wel_te_zien_is",
        ),
    ],
)
def test_changed_words_of_an_article_that_is_not_there(tmp_path: Path, opdracht: list[str], code: str, verwacht: str) -> None:
    assert uitkomst(tmp_path, code, *opdracht) == verwacht


def test_a_verordening_that_changes_another_in_one_article_is_judged_by_its_own() -> None:
    regels = [
        "Verordening beschut werk Proefstad 2024",
        "De raad van de gemeente Proefstad;",
        "gelet op artikel 8a van de Participatiewet;",
        "besluit vast te stellen de Verordening beschut werk Proefstad 2024.",
        "Artikel 1 Beschut werk",
        "1. Het college biedt beschut werk aan in een dienstbetrekking.",
        "Artikel 2 Begeleiding",
        "Iedereen op een beschutte werkplek krijgt begeleiding.",
        "Artikel 3 Wachttijd",
        "Tot het werk begint, is er scholing.",
        *(regel for nr in range(4, 9) for regel in (f"Artikel {nr} Regel {nr}", "Het college houdt een lijst bij.")),
        "Artikel 9 Andere verordening",
        "De Afstemmingsverordening Proefstad 2021 wordt als volgt gewijzigd:",
        "A",
        "Artikel 7 vervalt.",
        "B",
        "In artikel 8 wordt “drie” vervangen door “vier”.",
        "Artikel 10 Inwerkingtreding",
        "Deze verordening treedt in werking op 1 januari 2024.",
    ]
    regeling = ontleed(read_tekst("\n".join(regels).encode()))
    assert regeling.wijzigingen
    assert [artikel.nummer for artikel in te_beoordelen_artikelen(regeling)] == [artikel.nummer for artikel in regeling.artikelen]
