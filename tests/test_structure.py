"""structure.ontleed on Blokken made here: headings, leden, onderdelen, aanhef, slot, toelichting, wijzigingen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

import pytest

from verordening_tool.document.blok import Blok, Bron, Cel, Deel, Document, Nummerbron, Revisie, Rol, Run, Veld
from verordening_tool.document.regeling import Onderdeel, Regeling
from verordening_tool.structure import ontleed

AANHEF = [
    "De raad van de gemeente Proefstad;",
    "gelezen het voorstel van burgemeester en wethouders van 1 mei 2023;",
    "gelet op artikel 8a, eerste lid, van de Participatiewet;",
    "besluit vast te stellen de Verordening re-integratie Proefstad 2024.",
]
SLOT = ["Aldus vastgesteld in de openbare vergadering van 20 juni 2023.", "De griffier, A. Bakker", "De voorzitter, B. Smid"]
TITEL = "Verordening re-integratie Proefstad 2024"


def blok(tekst: str, nummer: str | None = None, **velden: Any) -> Blok:
    """A Blok whose number, when given, was computed."""
    bron = Nummerbron.BEREKEND if nummer else Nummerbron.GEEN
    return Blok(0, tekst, nummer=nummer, nummerbron=velden.pop("nummerbron", bron), **velden)


def cellen(*rijen: Sequence[str], tabel: int = 0) -> list[Blok]:
    """The Blokken of a table."""
    return [blok(tekst, cel=Cel(tabel, r, k)) for r, rij in enumerate(rijen) for k, tekst in enumerate(rij)]


def lees(*delen: str | Blok) -> Regeling:
    """Understand these lines."""
    blokken = [replace(deel if isinstance(deel, Blok) else Blok(0, deel), alinea=nr) for nr, deel in enumerate(delen)]
    return ontleed(Document(tuple(blokken)))


def regeling(*lichaam: str | Blok) -> Regeling:
    """A verordening with this lichaam."""
    return lees(TITEL, *AANHEF, *lichaam, *SLOT)


def items(onderdelen: Sequence[Onderdeel]) -> list[Any]:
    """Numbers of onderdelen; one with children as a pair."""
    return [(o.nummer, items(o.onderdelen)) if o.onderdelen else o.nummer for o in onderdelen]


def leden(uit: Regeling, artikel: int = 0) -> list[Any]:
    """Leden of an article: the number, or a pair of number and onderdelen."""
    return [(lid.nummer, items(lid.onderdelen)) if lid.onderdelen else lid.nummer for lid in uit.artikelen[artikel].leden]


# --- headings -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kop", "nummer", "opschrift"),
    [
        ("Artikel 5 Beschut werk", "5", "Beschut werk"),
        ("Artikel 5. Beschut werk", "5", "Beschut werk"),
        ("Artikel 5.\tBeschut werk", "5", "Beschut werk"),
        ("Artikel 5: Beschut werk", "5", "Beschut werk"),
        ("Artikel 5 - Beschut werk", "5", "Beschut werk"),
        ("Artikel 5 – Beschut werk", "5", "Beschut werk"),
        ("Artikel 5\nBeschut werk", "5", "Beschut werk"),
        ("Artikel 5 beschut werk", "5", "beschut werk"),
        ("ARTIKEL 5 BESCHUT WERK", "5", "BESCHUT WERK"),
        ("Art. 5 Beschut werk", "5", "Beschut werk"),
        ("artikel 5. Beschut werk", "5", "Beschut werk"),
        ("Artike1 5 Beschut werk", "5", "Beschut werk"),
        ("• Artikel 5\tBeschut werk", "5", "Beschut werk"),
        ("**Artikel 5** Beschut werk", "5", "Beschut werk"),
        ("Artikel 1a Extra", "1a", "Extra"),
        ("Artikel 10b De weken ervoor", "10b", "De weken ervoor"),
        ("Artikel 10 b Extra", "10b", "Extra"),
        ("Artikel 2:3 Melding", "2:3", "Melding"),
        ("Artikel 4.1 Melding", "4.1", "Melding"),
        ("Artikel 4.1. Melding", "4.1", "Melding"),
        ("Artikel 1.1.2 Melding", "1.1.2", "Melding"),
        ("Artikel 7 De weken ervoor", "7", "De weken ervoor"),
        ("Artikel 8 Ontstaan van de belastingschuld.", "8", "Ontstaan van de belastingschuld."),
        ("Artikel 9", "9", None),
    ],
)
def test_heading_of_an_article(kop: str, nummer: str, opschrift: str | None) -> None:
    uit = regeling(kop, "Het college biedt een voorziening aan.")
    assert [(a.nummer, a.opschrift) for a in uit.artikelen] == [(nummer, opschrift)]
    assert uit.artikelen[0].tekst == "Het college biedt een voorziening aan."


@pytest.mark.parametrize(
    "zin",
    [
        "Artikel 5, tweede lid, is van overeenkomstige toepassing.",
        "Artikel 5 is van toepassing op de werkgever.",
        "Artikel 10b van de wet blijft van toepassing.",
        "Artikel 7 Participatiewet is niet van toepassing.",
        "artikel 8a van de Participatiewet;",
        "Hoofdstuk 3 van de wet is niet van toepassing.",
        "Titel 4.2 van de Algemene wet bestuursrecht is van toepassing.",
        "Artikelen 3 en 4 gelden niet.",
    ],
)
def test_a_sentence_that_begins_with_an_article_is_no_heading(zin: str) -> None:
    uit = regeling("Artikel 1 Toepassing", zin, "Artikel 2 Slot", "Tekst.")
    assert [a.nummer for a in uit.artikelen] == ["1", "2"]
    assert uit.artikelen[0].tekst == zin


def test_title_on_the_next_line_and_text_on_the_heading_line() -> None:
    uit = regeling(
        "Artikel 1",
        "Begrippen",
        "Wet is de Participatiewet.",
        "Artikel 2. Het college stelt nadere regels.",
        "Artikel 3.",
        "1. Eerste.",
        "2. Tweede.",
    )
    assert [(a.nummer, a.opschrift, [lid.nummer for lid in a.leden]) for a in uit.artikelen] == [
        ("1", "Begrippen", [None]),
        ("2", None, [None]),
        ("3", None, ["1", "2"]),
    ]
    assert uit.artikelen[1].tekst == "Het college stelt nadere regels."


def test_typed_number_is_split_off() -> None:
    uit = regeling("Artikel 5. Beschut werk", "1.\tHet college biedt aan.")
    kop, lid = uit.blokken[5], uit.blokken[6]
    assert (kop.nummer, kop.tekst, kop.nummerbron) == ("Artikel 5.", "Beschut werk", Nummerbron.GETYPT)
    assert (lid.nummer, lid.tekst) == ("1.", "Het college biedt aan.")


def test_chapters_of_several_kinds() -> None:
    uit = regeling(
        "HOOFDSTUK I ALGEMEEN",
        "§ 1 Begrippen",
        "Artikel 1 Begrippen",
        "Tekst.",
        "Paragraaf 1.2. Doel",
        "Artikel 2 Doel",
        "Tekst.",
        "Hoofdstuk 2",
        "Voorzieningen",
        "Artikel 3 Werk",
        "Tekst.",
    )
    assert [(h.soort, h.nummer, h.opschrift, h.diepte, h.artikelen) for h in uit.hoofdstukken] == [
        ("hoofdstuk", "I", "ALGEMEEN", 0, ("1", "2")),
        ("paragraaf", "1", "Begrippen", 1, ("1",)),
        ("paragraaf", "1.2", "Doel", 1, ("2",)),
        ("hoofdstuk", "2", "Voorzieningen", 0, ("3",)),
    ]
    assert uit.artikelen[1].pad == ("Hoofdstuk I ALGEMEEN", "Paragraaf 1.2 Doel")


@pytest.mark.parametrize(
    ("kop", "extra"),
    [("Slotbepalingen", {"vet": True}), ("SLOTBEPALINGEN", {}), ("B. Slotbepalingen", {}), ("Slotbepalingen", {"kopniveau": 1})],
    ids=["bold", "capitals", "lettered", "outline"],
)
def test_heading_without_a_word_above_an_article(kop: str, extra: dict[str, Any]) -> None:
    uit = regeling("Artikel 1 Doel", "Tekst.", blok(kop, **extra), "Artikel 2 Slot", "Tekst.")
    assert [h.artikelen for h in uit.hoofdstukken] == [("2",)]
    assert uit.artikelen[0].tekst == "Tekst."


@pytest.mark.parametrize(
    ("hoofdstuk", "artikel"),
    [
        ({"nummer": "Hoofdstuk 1", "kopniveau": 1}, {"nummer": "Artikel {}", "kopniveau": 2}),
        ({"nummer": "1", "kopniveau": 1}, {"nummer": "{}.", "kopniveau": 2}),
        ({"kopniveau": 1}, {"nummer": "{}", "kopniveau": 2}),
        ({"kopniveau": 2}, {"kopniveau": 3}),
        ({"stijl": "OP_Hoofdstuk_Titel"}, {"stijl": "OP_Artikel_Titel", "nummer": "{}"}),
        ({"rol": Rol.HOOFDSTUK, "nummer": "1"}, {"rol": Rol.ARTIKEL, "nummer": "{}"}),
        ({"vet": True, "nummer": "Hoofdstuk 1"}, {"nummer": "Artikel {}."}),
    ],
    ids=["word-computed", "bare-computed", "chapters-unnumbered", "styles-only", "koop-styles", "named", "no-styles"],
)
def test_headings_whose_number_word_computes_or_only_style_tells(hoofdstuk: dict[str, Any], artikel: dict[str, Any]) -> None:
    def kop(tekst: str, vorm: dict[str, Any], nr: int) -> Blok:
        velden = dict(vorm)
        nummer = velden.pop("nummer", None)
        return blok(tekst, nummer.format(nr) if nummer else None, **velden)

    uit = regeling(
        kop("Algemeen", hoofdstuk, 1),
        kop("Begrippen", artikel, 1),
        "In deze verordening wordt verstaan onder:",
        "wet: Participatiewet.",
        kop("Aanbod", artikel, 2),
        blok("Het college biedt aan.", "1.", niveau=0),
        blok("Het college betaalt.", "2.", niveau=0),
    )
    assert [(a.nummer, a.opschrift) for a in uit.artikelen] == [("1", "Begrippen"), ("2", "Aanbod")]
    assert [h.opschrift for h in uit.hoofdstukken] == ["Algemeen"]
    assert leden(uit, 1) == ["1", "2"]


def test_numbers_are_kept_as_they_are() -> None:
    uit = regeling("Artikel 1 A", "1. Een.", "1. Weer een.", "4. Vier.", "Artikel 4 B", "Tekst.", "Artikel 4 C", "Tekst.")
    assert [a.nummer for a in uit.artikelen] == ["1", "4", "4"]
    assert leden(uit) == ["1", "1", "4"]


def test_a_lost_digit_is_read_from_the_neighbours() -> None:
    uit = regeling(
        blok("Artikel 7 Scholing", vet=True),
        "Tekst.",
        blok("Artikel Activering", vet=True),
        "Tekst.",
        blok("Artikel 9 Premie", vet=True),
        "Tekst.",
    )
    assert [a.nummer for a in uit.artikelen] == ["7", "8", "9"]


# --- leden and onderdelen -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("regels", "verwacht"),
    [
        (["1. Een.", "2. Twee."], ["1", "2"]),
        (["1.\tEen.", "2.\tTwee."], ["1", "2"]),
        (["1 Een.", "2 Twee."], ["1", "2"]),
        (["(1) Een.", "(2) Twee."], ["1", "2"]),
        (["1) Een.", "2) Twee."], ["1", "2"]),
        (["lid 1 Een.", "lid 2 Twee."], ["1", "2"]),
        (["• 1. Een.", "• 2. Twee."], ["1", "2"]),
        (["1.Een.", "2.Twee."], ["1", "2"]),
        (["1.", "Een.", "2.", "Twee."], ["1", "2"]),
        (["Het college biedt aan.", "Het college betaalt."], [None]),
        (["2 jaar na de start vervalt de premie."], [None]),
        (["1 januari 2024 is de peildatum."], [None]),
        (["1. Een.", "1a. Tussen.", "2. Twee."], ["1", "1a", "2"]),
        (["1. Een:", "a. x;", "b. y.", "2. Twee:", "a) x;", "b) y."], [("1", ["a", "b"]), ("2", ["a", "b"])]),
        (["Aanhef:", "a. x:", "1°. p;", "2°. q;", "b. y."], [(None, [("a", ["1°", "2°"]), "b"])]),
        (["Aanhef:", "a. x:", "i. p;", "ii. q;", "iii. r;", "b. y."], [(None, [("a", ["i", "ii", "iii"]), "b"])]),
        (["Aanhef:", *[f"{c}. x;" for c in "abcdefghijk"]], [(None, list("abcdefghijk"))]),
        (["Aanhef:", "a. x:", "a. p;", "b. q;", "b. y."], [(None, [("a", ["a", "b"]), "b"])]),
        (["Aanhef:", "i. p;", "ii. q;", "iii. r;", "iv. s;", "v. t;", "vi. u."], [(None, ["i", "ii", "iii", "iv", "v", "vi"])]),
        (["Aanhef:", "– eerste;", "– tweede."], [(None, ["–", "–"])]),
        (["Aanhef:", "a. x:", "– eerste;", "– tweede;", "b. y."], [(None, [("a", ["–", "–"]), "b"])]),
        (["Het college kan:", "1. een;", "2. twee."], [(None, ["1", "2"])]),
        (["1. Een:", "1. p;", "2. q.", "2. Twee.", "3. Drie."], [("1", ["1", "2"]), "2", "3"]),
        (["5.1 Een.", "5.2 Twee."], ["5.1", "5.2"]),
        (["1. Een.", "a. x;"], [("1", ["a"])]),
    ],
)
def test_leden_typed(regels: list[str], verwacht: list[Any]) -> None:
    assert leden(regeling("Artikel 5 Proef", *regels)) == verwacht


def test_paragraph_that_continues_and_text_after_a_list() -> None:
    uit = regeling(
        "Artikel 1 Proef",
        "1. Het college biedt:",
        "a. begeleiding;",
        "die past bij de inwoner;",
        "b. scholing.",
        "Dit geldt ook voor de werkgever.",
        "2. Het tweede lid.",
        "Een vervolg van het tweede lid.",
    )
    eerste, tweede = uit.artikelen[0].leden
    assert eerste.tekst == "Het college biedt: Dit geldt ook voor de werkgever."
    assert [o.tekst for o in eerste.onderdelen] == ["begeleiding; die past bij de inwoner;", "scholing."]
    assert tweede.tekst == "Het tweede lid. Een vervolg van het tweede lid."


def test_leden_with_computed_numbers() -> None:
    uit = regeling(
        "Artikel 1 Proef",
        blok("Een:", "1.", niveau=0),
        blok("x:", "a.", niveau=1),
        blok("p;", "i.", niveau=2),
        blok("q;", "ii.", niveau=2),
        blok("y.", "b.", niveau=1),
        blok("Twee.", "2.", niveau=0),
        "Artikel 2 Loopt door",
        blok("Drie.", "3.", niveau=0),
        "Artikel 3 Streepjes",
        "Het college kan:",
        blok("eerste:", "•", niveau=0),
        blok("daaronder;", "•", niveau=1),
        blok("tweede.", "•", niveau=0),
    )
    assert leden(uit, 0) == [("1", [("a", ["i", "ii"]), "b"]), "2"]
    assert leden(uit, 1) == ["3"]
    assert leden(uit, 2) == [(None, [("•", ["•"]), "•"])]


def test_leden_in_a_table_and_definitions_in_a_table() -> None:
    uit = regeling(
        "Artikel 1 Begrippen",
        "In deze verordening wordt verstaan onder:",
        *cellen(["Begrip", "Omschrijving"], ["wet", "Participatiewet;"], ["UWV", "Uitvoeringsinstituut."]),
        "Artikel 2 Aanbod",
        *cellen(["1.", "Het college biedt aan."], ["2.", "Het college betaalt."], tabel=1),
    )
    begrippen = uit.artikelen[0].leden[0].onderdelen
    assert [o.tekst for o in begrippen] == ["wet Participatiewet;", "UWV Uitvoeringsinstituut."]
    assert [(lid.nummer, lid.tekst) for lid in uit.artikelen[1].leden] == [("1", "Het college biedt aan."), ("2", "Het college betaalt.")]


def test_definitions_without_numbers() -> None:
    uit = regeling(
        "Artikel 1 Begrippen",
        "In deze verordening wordt verstaan onder:",
        "inwoner: persoon;",
        "werk: betaalde arbeid;",
        "wet: Participatiewet.",
    )
    assert [o.tekst for o in uit.artikelen[0].leden[0].onderdelen] == [
        "inwoner: persoon;",
        "werk: betaalde arbeid;",
        "wet: Participatiewet.",
    ]


# --- aanhef -------------------------------------------------------------------------------------------------


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


# --- around the lichaam -------------------------------------------------------------------------------------


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


# --- wijzigingen --------------------------------------------------------------------------------------------


def wijziging(*lichaam: str) -> Regeling:
    """A wijzigingsverordening with this lichaam."""
    return lees("Verordening tot wijziging van de Re-integratieverordening Proefstad 2020", *AANHEF[:3], "besluit:", *lichaam, *SLOT)


@pytest.mark.parametrize(
    ("een", "twee"),
    [("Artikel I", "Artikel II"), ("Artikel 1 Wijzigingen", "Artikel 2 Inwerkingtreding"), ("Artikel I.", "Artikel II.")],
)
@pytest.mark.parametrize("quote", ["", "“", '"'])
def test_inserted_articles_are_not_those_of_the_wijzigingsverordening(een: str, twee: str, quote: str) -> None:
    sluit = {"": "", "“": "”", '"': '"'}[quote]
    uit = wijziging(
        een,
        "De Re-integratieverordening Proefstad 2020 wordt als volgt gewijzigd:",
        "A. Artikel 10 komt te luiden:",
        f"{quote}Artikel 10 Beschut werk",
        "1. Het college biedt aan:",
        "a. begeleiding;",
        f"b. vervoer.{sluit}",
        "B. Na artikel 10 wordt een artikel ingevoegd, luidende:",
        f"{quote}Artikel 10a Proefplaats",
        f"Een proefplaats duurt twee maanden.{sluit}",
        "C. In artikel 5, tweede lid, wordt “drie” vervangen door “twee”.",
        "D. Artikel 12 vervalt.",
        twee,
        "Deze verordening treedt in werking op 1 juli 2023.",
    )
    assert uit.soort == "wijzigingsverordening"
    assert len(uit.artikelen) == 2
    assert [w.soort for w in uit.wijzigingen if w.doel] == ["vervangen", "invoegen", "vervangen", "vervallen"]
    ingevoegd = [artikel for w in uit.wijzigingen for artikel in w.artikelen]
    assert [(a.nummer, a.opschrift) for a in ingevoegd] == [("10", "Beschut werk"), ("10a", "Proefplaats")]
    assert items(ingevoegd[0].leden[0].onderdelen) == ["a", "b"]
    assert [w.doel for w in uit.wijzigingen if w.doel] == ["Artikel 10", "artikel 10", "artikel 5, tweede lid", "Artikel 12"]
    assert str(uit.data.inwerkingtreding) == "2023-07-01"


def test_inserted_leden_and_the_article_named_above() -> None:
    uit = wijziging(
        "Artikel I",
        "A",
        "Artikel 8 wordt als volgt gewijzigd:",
        "1. Het tweede lid vervalt.",
        "2. Er wordt een lid toegevoegd, luidende:",
        "3. Het college beslist binnen acht weken.",
        "B",
        "Aan artikel 9 wordt een lid toegevoegd, luidende: “4. Het college betaalt.”",
        "Artikel II",
        "Deze verordening treedt in werking op 1 juli 2023.",
    )
    gevonden = [(w.soort, w.doel, [lid.nummer for lid in w.leden]) for w in uit.wijzigingen]
    assert gevonden == [
        ("anders", "Artikel 8", []),
        ("vervallen", "Artikel 8", []),
        ("invoegen", "Artikel 8", ["3"]),
        ("invoegen", "artikel 9", ["4"]),
    ]
    assert [a.nummer for a in uit.artikelen] == ["I", "II"]


def test_table_with_old_and_new_text() -> None:
    tabel = cellen(
        ["Oude tekst", "Nieuwe tekst"],
        ["Artikel 10 Beschut werk", "Artikel 10 Beschut werk"],
        ["1. Het college kan aanbieden.", "1. Het college biedt aan."],
    )
    uit = lees(
        "Verordening tot wijziging van de Re-integratieverordening",
        *AANHEF[:3],
        "besluit:",
        "Artikel I",
        "De verordening wordt als volgt gewijzigd:",
        *tabel,
        "Artikel II",
        "Deze verordening treedt in werking op 1 juli 2024.",
    )
    assert [a.nummer for a in uit.artikelen] == ["I", "II"]
    nieuw = next(w for w in uit.wijzigingen if w.artikelen)
    assert (nieuw.soort, nieuw.artikelen[0].nummer, nieuw.artikelen[0].tekst) == ("vervangen", "10", "Het college biedt aan.")


def test_an_ordinary_text_in_which_something_lapses_has_no_wijzigingen() -> None:
    uit = regeling("Artikel 1 Termijn", "De eerste termijn vervalt na een maand.", "Artikel 2 Slot", "Artikel 1 vervalt op 1 januari 2026.")
    assert uit.wijzigingen == ()
    assert uit.soort == "verordening"


# --- the shared model ---------------------------------------------------------------------------------------


def test_splitting_a_number_keeps_every_other_field() -> None:
    vol = Blok(
        3, "1. Tekst", None, Nummerbron.GEEN, 2, Deel.SLOT, Rol.LID, "Lid", 4, True, True, 360, Cel(1, 2, 3),
        (Run(0, 8),), (Veld(3, 8, "REF"),), Bron("word/document.xml", (1,)), Revisie.INGEVOEGD,
    )  # fmt: skip
    na = vol.zonder_voorvoegsel(3, "1.")
    anders = {veld.name for veld in fields(Blok) if getattr(na, veld.name) != getattr(vol, veld.name)}
    assert anders == {"tekst", "nummer", "nummerbron", "runs", "velden"}
    assert (na.tekst, na.runs[0].start, na.runs[0].eind, na.runs[0].verschuiving, na.velden[0].start) == ("Tekst", 0, 5, 3, 0)
