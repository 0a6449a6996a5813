"""Plain numbers for new articles: headings and references move up, in every way that a text names them."""

from __future__ import annotations

import pytest
from voorstellen import CORPUS, GEGEVENS, look, texts

from docx_maker import make, p
from verordening_tool import api
from verordening_tool.document.blok import EIGEN_AUTEUR
from verordening_tool.ooxml.tracked import with_accepted, without_changes
from verordening_tool.proposing.ingreep import Concepttekst, Ingreep, voer_uit
from verordening_tool.proposing.vernummeren import vernummer
from verordening_tool.readers.docx import read_docx


def concept(zin: str, koppen: tuple[str, ...] = ("Artikel 1", "Artikel 2", "Artikel 3", "Artikel 4", "Artikel 5")) -> Concepttekst:
    regels = ["Verordening re-integratie Lochem 2024", "De raad van de gemeente Lochem;", "besluit vast te stellen de verordening."]
    for nr, kop in enumerate(koppen):
        regels += [f"{kop} Onderwerp {'abcde'[nr]}", "1. Het college besluit.", "2. Het college beslist." if nr else f"2. {zin}"]
    return Concepttekst.van(make("".join(p(regel) for regel in regels)), "concept.docx")


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        pytest.param("Dit geldt ook voor artikel 4.", "Dit geldt ook voor artikel 5.", id="article"),
        pytest.param("Artikel 2, tweede lid, geldt niet.", "Artikel 2, tweede lid, geldt niet.", id="before-the-new-one"),
        pytest.param(
            "Het recht, bedoeld in artikel 3, lid 2, vervalt.", "Het recht, bedoeld in artikel 4, lid 2, vervalt.", id="lid-in-figures"
        ),
        pytest.param("De artikelen 2, 3 en 5 gelden niet.", "De artikelen 2, 4 en 6 gelden niet.", id="list"),
        pytest.param("De artikelen 3 tot en met 5 gelden niet.", "De artikelen 4 tot en met 6 gelden niet.", id="range"),
        pytest.param("Op grond van artikel 4 van de Participatiewet.", "Op grond van artikel 4 van de Participatiewet.", id="of-a-law"),
        pytest.param("Binnen 4 weken en voor 5 personen.", "Binnen 4 weken en voor 5 personen.", id="no-article"),
    ],
)
def test_references(zin: str, verwacht: str) -> None:
    tekst = concept(zin)
    gevonden = vernummer(tekst, [1])
    assert gevonden is not None
    assert gevonden.nieuw == ("3",)
    inhoud, niet = voer_uit(tekst, Ingreep(vervangingen=gevonden.vervangingen))
    assert niet == ()
    na = texts(with_accepted(inhoud, EIGEN_AUTEUR))
    assert f"2. {verwacht}" in na
    assert [regel.split(" Onderwerp")[0] for regel in na if "Onderwerp" in regel] == [f"Artikel {nr}" for nr in (1, 2, 4, 5, 6)]
    assert look(without_changes(inhoud, EIGEN_AUTEUR)) == look(tekst.inhoud)


@pytest.mark.parametrize(
    ("koppen", "achter"),
    [
        pytest.param(("Artikel 1", "Artikel 2", "Artikel 2a", "Artikel 3", "Artikel 4"), [1], id="a-letter-comes-next"),
        pytest.param(("Artikel 1.1", "Artikel 1.2", "Artikel 2.1", "Artikel 2.2", "Artikel 2.3"), [1], id="numbers-per-chapter"),
        pytest.param(("Artikel 1", "Artikel 2", "Artikel 3", "Artikel 4", "Artikel 5"), [], id="nothing-new"),
    ],
)
def test_no_plain_number(koppen: tuple[str, ...], achter: list[int]) -> None:
    assert vernummer(concept("Het college beslist.", koppen), achter) is None


@pytest.mark.parametrize("vorm", ["Artikel {}:", "Artikel {}.", "Art. {} -", "ARTIKEL {}"])
def test_headings(vorm: str) -> None:
    tekst = concept("Het college beslist.", tuple(vorm.format(nr) for nr in range(1, 6)))
    gevonden = vernummer(tekst, [1])
    assert gevonden is not None
    na = texts(with_accepted(voer_uit(tekst, Ingreep(vervangingen=gevonden.vervangingen))[0], EIGEN_AUTEUR))
    assert [regel.split(" Onderwerp")[0] for regel in na if "Onderwerp" in regel] == [vorm.format(nr) for nr in (1, 2, 4, 5, 6)]


def test_two_articles_at_different_places() -> None:
    gevonden = vernummer(concept("Het college beslist."), [0, 3])
    assert gevonden is not None
    assert gevonden.nieuw == ("2", "6")
    assert gevonden.wordt == {"2": "3", "3": "4", "4": "5", "5": "7"}


@pytest.mark.parametrize(
    ("naam", "nummers"),
    [
        ("41-reintegratie-2018-college", [str(nr) for nr in range(1, 15)]),  # typed
        ("42-reintegratie-2024-zonder-beschut-werk", [str(nr) for nr in range(1, 12)]),  # automatic
    ],
)
def test_documents(naam: str, nummers: list[str]) -> None:
    bron = CORPUS / f"{naam}.docx"
    aanvulling = api.vul_aan(bron, GEGEVENS, vernummer=True)
    assert len(aanvulling.meldingen) == 1  # the data are of another gemeente
    blokken = read_docx(with_accepted(aanvulling.inhoud, EIGEN_AUTEUR)).blokken
    koppen = [(blok.nummer or blok.tekst).split()[1].rstrip(".") for blok in blokken if (blok.nummer or blok.tekst).startswith("Artikel ")]
    assert koppen[: len(nummers)] == nummers
    assert {oordeel.code for oordeel in aanvulling.over} <= {"BW-01", "PR-01"}
