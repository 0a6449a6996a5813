"""structure.ontleed: aanhef, list of contents, slot, toelichting, bijlagen."""

from __future__ import annotations

import pytest

from structure_shapes import AANHEF, SLOT, TITEL, cellen, lees, regeling
from verordening_tool.document.blok import Deel


@pytest.mark.parametrize(
    ("orgaan", "verwacht"),
    [
        ("De raad van de gemeente Proefstad;", "raad"),
        ("De gemeenteraad van Proefstad,", "raad"),
        ("DE RAAD DER GEMEENTE PROEFSTAD,", "raad"),
        ("Het college van burgemeester en wethouders van Proefstad;", "college"),
        ("Burgemeester en wethouders van Proefstad,", "college"),
        ("Het college van B&W van de gemeente Proefstad,", "college"),
        ("De burgemeester van Proefstad;", "burgemeester"),
    ],
)
def test_orgaan(orgaan: str, verwacht: str) -> None:
    uit = lees("Regels Proefstad", orgaan, "gelet op artikel 1 van de wet;", "besluit:", "Artikel 1 Doel", "Tekst.")
    assert uit.aanhef.orgaan == verwacht
    assert uit.gemeente == "Proefstad"
    assert len(uit.artikelen) == 1


@pytest.mark.parametrize(
    "besluit",
    [
        "besluit:",
        "Besluit:",
        "BESLUIT:",
        "b e s l u i t :",
        "B E S L U I T :",
        "besluiten:",
        "b e s l u i t e n :",
        "besluit vast te stellen:",
        "BESLUIT vast te stellen",
        "B e s l u i t   vast te stellen de",
    ],
)
def test_besluit_in_any_form(besluit: str) -> None:
    uit = lees(TITEL, AANHEF[0], AANHEF[2], besluit, TITEL, "Artikel 1 Doel", "Tekst.")
    assert [alinea.tekst for alinea in uit.aanhef.besluit] == [besluit, TITEL]
    assert [alinea.tekst for alinea in uit.aanhef.gelet_op] == [AANHEF[2]]


def test_parts_of_the_aanhef() -> None:
    uit = lees(
        TITEL,
        "De raad van de gemeente Proefstad;",
        "gelezen het voorstel van het college;",
        "gelet op:",
        "- artikel 8a Participatiewet;",
        "- Artikel 149 Gemeentewet",
        "gelet op artikel 35 van de IOAW; gezien het advies van de cliëntenraad;",
        "overwegende dat regels nodig zijn;",
        "besluit:",
        "vast te stellen de Verordening re-integratie Proefstad 2024.",
        "Artikel 1 Doel",
        "Tekst.",
    )
    aanhef = uit.aanhef
    assert [len(deel) for deel in (aanhef.gelezen, aanhef.gelet_op, aanhef.gezien, aanhef.overwegende, aanhef.besluit)] == [1, 4, 1, 1, 2]
    assert [a.nummer for a in uit.artikelen] == ["1"]
    assert uit.opschrift == TITEL


def test_points_of_a_decision() -> None:
    uit = lees(
        "Raadsbesluit",
        *AANHEF[:3],
        "besluit:",
        "1. in te trekken de Verordening re-integratie 2015;",
        "2. de Nota werk vast te stellen;",
        "3. te bepalen dat dit op 1 juli 2024 in werking treedt.",
        *SLOT,
    )
    assert uit.soort == "raadsbesluit"
    assert [alinea.tekst[:2] for alinea in uit.aanhef.besluit] == ["be", "in", "de", "te"]
    assert str(uit.data.inwerkingtreding) == "2024-07-01"


@pytest.mark.parametrize(
    "inhoud",
    [
        ["Inhoudsopgave", "Hoofdstuk 1 Algemeen\t2", "Artikel 1 Begrippen ........ 2", "Artikel 2 Doel\t3", "Toelichting 5"],
        ["Inhoud", "Hoofdstuk 1 Algemeen", "Artikel 1 Begrippen", "Artikel 2 Doel"],
        ["Hoofdstuk 1 Algemeen", "Artikel 1 Begrippen", "Artikel 2 Doel"],
    ],
    ids=["page-numbers", "repeated", "repeated-without-title"],
)
def test_list_of_contents_is_no_text(inhoud: list[str]) -> None:
    uit = lees(TITEL, *inhoud, *AANHEF, "Hoofdstuk 1 Algemeen", "Artikel 1 Begrippen", "Tekst een.", "Artikel 2 Doel", "Tekst twee.", *SLOT)
    assert [(a.nummer, a.tekst) for a in uit.artikelen] == [("1", "Tekst een."), ("2", "Tekst twee.")]
    assert {uit.blokken[nr].deel for nr in range(1, 1 + len(inhoud))} == {Deel.INHOUDSOPGAVE}
    assert uit.opschrift == TITEL


@pytest.mark.parametrize(
    "formule",
    [
        "Aldus vastgesteld in de openbare vergadering van 20 juni 2023.",
        "Aldus besloten in de raadsvergadering van 20 juni 2023.",
        "Vastgesteld in de openbare vergadering van 20 juni 2023.",
        "Vastgesteld op 20 juni 2023.",
        "Vastgesteld d.d. 20-06-2023",
        "Besloten in de vergadering van 20 juni 2023",
    ],
)
def test_slot(formule: str) -> None:
    uit = lees(TITEL, *AANHEF, "Artikel 1 Doel", "Tekst.", formule, "de griffier,", "A. Bakker", "de voorzitter,", "B. Smid")
    assert [alinea.tekst for alinea in uit.slot.alineas] == [formule]
    assert len(uit.slot.ondertekening) == 4
    assert uit.slot.rollen == ("griffier", "voorzitter")
    assert str(uit.data.vastgesteld) == "2023-06-20"
    assert uit.stadium == "vastgesteld"


def test_place_and_date_above_the_signatures() -> None:
    uit = lees(
        TITEL,
        *AANHEF,
        "Artikel 1 Doel",
        "Tekst.",
        "Proefstad, 20 juni 2023",
        "De raad voornoemd,",
        "A. Bakker, griffier",
        "B. Smid, voorzitter",
    )
    assert [alinea.tekst for alinea in uit.slot.alineas] == ["Proefstad, 20 juni 2023"]
    assert str(uit.data.vastgesteld) == "2023-06-20"


def test_signature_of_the_college_without_formula() -> None:
    uit = lees(
        "Beleidsregels werk",
        "Burgemeester en wethouders van Proefstad,",
        "besluiten:",
        "Artikel 1 Doel",
        "Tekst.",
        "Burgemeester en wethouders van Proefstad,",
        "de secretaris,",
        "de burgemeester,",
    )
    assert uit.slot.rollen == ("burgemeester", "secretaris", "wethouder")
    assert uit.artikelen[0].tekst == "Tekst."


def test_articles_in_the_toelichting_are_no_articles() -> None:
    uit = regeling("Artikel 1 Doel", "Tekst.", "Artikel 2 Werk", "Tekst.")
    met = lees(
        *[b.tekst if not b.nummer else f"{b.nummer} {b.tekst}" for b in uit.blokken],
        "Toelichting",
        "Algemeen",
        "Waarom.",
        "Artikelsgewijze toelichting",
        "Artikel 1 Doel",
        "Uitleg een.",
        "Artikel 2. Uitleg twee.",
        "Bijlage 1 Lijst",
        "Iets.",
    )
    assert [a.nummer for a in met.artikelen] == ["1", "2"]
    assert [nummer for nummer, _ in met.toelichting.artikelsgewijs] == ["1", "2"]
    assert [alinea.tekst for alinea in met.toelichting.algemeen][:3] == ["Toelichting", "Algemeen", "Waarom."]
    assert [bijlage.opschrift for bijlage in met.bijlagen] == ["Bijlage 1 Lijst"]


def test_toelichting_between_the_articles() -> None:
    uit = regeling(
        "Artikel 1 A",
        "Een.",
        "Toelichting",
        "Uitleg een.",
        "Artikel 2 B",
        "Twee.",
        "Toelichting artikel 2",
        "Uitleg twee.",
        "Artikel 3 C",
        "Drie.",
    )
    assert [(a.nummer, a.tekst) for a in uit.artikelen] == [("1", "Een."), ("2", "Twee."), ("3", "Drie.")]
    assert len(uit.toelichting.alineas) == 4


def test_toelichting_as_a_document_of_its_own() -> None:
    uit = lees(
        "Toelichting op de Re-integratieverordening Proefstad",
        "Algemeen",
        "Waarom.",
        "Artikel 1 Doel",
        "Uitleg.",
        "Artikel 2 Werk",
        "Uitleg.",
    )
    assert uit.soort == "toelichting"
    assert uit.artikelen == ()
    assert [nummer for nummer, _ in uit.toelichting.artikelsgewijs] == ["1", "2"]


def test_table_with_document_data_is_no_title() -> None:
    uit = lees(
        *cellen(["Gemeente", "Proefstad"], ["Onderwerp", "Verordening werk"], ["Datum raadsvergadering", "20 juni 2023"]),
        TITEL,
        *AANHEF,
        "Artikel 1 Doel",
        "Tekst.",
    )
    assert uit.opschrift == TITEL
    assert str(uit.data.documentdatum) == "2023-06-20"


def test_decision_with_the_regulation_as_its_annex() -> None:
    uit = lees(
        "Raadsbesluit",
        *AANHEF[:3],
        "besluit:",
        "1. de Verordening werk 2024 vast te stellen.",
        *SLOT,
        "Bijlage bij het besluit",
        "Verordening werk 2024",
        "Artikel 1 Doel",
        "Tekst.",
        "Artikel 2 Slot",
        "Tekst.",
    )
    assert uit.soort == "verordening"
    assert [a.nummer for a in uit.artikelen] == ["1", "2"]
    assert uit.opschrift == "Verordening werk 2024"
