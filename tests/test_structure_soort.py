"""structure.ontleed: kind, subject, stage, gemeente, dates and citeertitel."""

from __future__ import annotations

from datetime import date

import pytest

from verordening_tool.document.blok import Blok, Document, Metadata
from verordening_tool.document.regeling import Regeling
from verordening_tool.structure import ontleed
from verordening_tool.structure.data import eerste_datum

RAAD = ["De raad van de gemeente Proefstad;", "gelet op artikel 8a van de Participatiewet;", "besluit:"]
COLLEGE = [
    "Het college van burgemeester en wethouders van Proefstad;",
    "gelet op artikel 4:81 van de Algemene wet bestuursrecht;",
    "besluit:",
]
ARTIKELEN = [
    "Artikel 1 Begrippen",
    "In deze regeling wordt verstaan onder wet: Participatiewet.",
    "Artikel 2 Aanbod",
    "Het college biedt aan.",
]


def lees(*regels: str, metadata: Metadata | None = None) -> Regeling:
    """Understand these lines."""
    return ontleed(Document(tuple(Blok(nr, tekst) for nr, tekst in enumerate(regels)), metadata or Metadata()))


@pytest.mark.parametrize(
    ("regels", "soort"),
    [
        (["Re-integratieverordening Proefstad 2024", *RAAD, *ARTIKELEN], "verordening"),
        (["Verordening beschut werk Proefstad", *RAAD, *ARTIKELEN], "verordening"),
        (["1e gewijzigde Re-integratieverordening Proefstad 2017", *RAAD, *ARTIKELEN], "verordening"),
        (
            ["Raadsbesluit", "Onderwerp: Verordening beschut werk", *RAAD, "vast te stellen de Verordening beschut werk", *ARTIKELEN],
            "verordening",
        ),
        (["Beleidsregels beschut werk Proefstad", *COLLEGE, *ARTIKELEN], "beleidsregels"),
        (["Beleidsregel van het college van Proefstad over beschut werk", *COLLEGE, *ARTIKELEN], "beleidsregels"),
        (["Beleidsregels bij de Re-integratieverordening Proefstad", *COLLEGE, *ARTIKELEN], "beleidsregels"),
        (["Beleidsregels beschut werk", "Inleiding", "1. Wie", "Iedereen.", "Vastgesteld door het college op 3 mei 2021"], "beleidsregels"),
        (
            [
                "Collegebesluit",
                "Het college van burgemeester en wethouders van de gemeente Proefstad;",
                "gelet op artikel 4:81, eerste lid, van de Algemene wet bestuursrecht;",
                "besluit:",
                "1. de bijgevoegde Beleidsregels beschut werk Proefstad 2024 vast te stellen;",
                "2. de beleidsregels bekend te maken in het gemeenteblad.",
            ],
            "anders",
        ),
        (["Nadere regels loonkostensubsidie Proefstad", *COLLEGE, *ARTIKELEN], "nadere_regels"),
        (["Uitvoeringsbesluit re-integratie Proefstad", *COLLEGE, *ARTIKELEN], "nadere_regels"),
        (
            ["Raadsvoorstel", "Onderwerp: Verordening beschut werk", "Aan de raad,", "Beslispunten", "1. De verordening vast te stellen."],
            "raadsvoorstel",
        ),
        (
            [
                "Voorstel aan de raad",
                "Samenvatting",
                "Wij stellen u voor de verordening vast te stellen.",
                *RAAD,
                "1. de verordening vast te stellen.",
            ],
            "raadsvoorstel",
        ),
        (
            ["Raadsvoorstel en ontwerpbesluit", "Inleiding", "Tekst.", *RAAD, "1. de Verordening beschut werk vast te stellen."],
            "raadsvoorstel",
        ),
        (
            ["Gemeenteraad van Proefstad", "Geachte raad,", "Beslispunten", "U wordt voorgesteld de verordening vast te stellen."],
            "raadsvoorstel",
        ),
        (["Raadsinformatiebrief", "Onderwerp: beschut werk", "Geachte raadsleden,", "Wij informeren u."], "raadsinformatiebrief"),
        (
            [
                "Aan de leden van de gemeenteraad",
                "Datum 1 mei 2024",
                "Geachte leden van de raad,",
                "Graag informeren wij u over beschut werk.",
                "Hoogachtend,",
            ],
            "raadsinformatiebrief",
        ),
        (
            ["Aan de dames en heren,", "Invoering nieuw beschut werk", "Geachte raadsleden,", "Graag informeren wij u."],
            "raadsinformatiebrief",
        ),
        (["Raadsbesluit", *RAAD, "1. de begroting 2024 vast te stellen;", "2. het college op te dragen te rapporteren."], "raadsbesluit"),
        (["Raadsbesluit", *RAAD, "1. de Eerste wijzigingsverordening beschut werk Proefstad vast te stellen."], "raadsbesluit"),
        (["Besluit van de raad", *RAAD[:2], "besluit de Verordening beschut werk Proefstad vast te stellen."], "raadsbesluit"),
        (["Verordening tot wijziging van de Verordening beschut werk", *RAAD, "Zie de bijlage."], "verordening"),
        (
            ["Raadsbesluit", *RAAD, "1. vast te stellen de Verordening X;", "2. het college op te dragen de beleidsregels aan te passen."],
            "raadsbesluit",
        ),
        (
            [
                "Raadsinformatiebrief",
                "Onderwerp: beschut werk",
                "Geachte raad,",
                "Het raadsvoorstel over de begroting is van 1 september 2026.",
            ],
            "raadsinformatiebrief",
        ),
        (["Toelichting bij de Re-integratieverordening Proefstad 2024", "Algemeen", "Tekst."], "toelichting"),
        (
            ["Memo", "Aan: teamleiders", "Van: beleid", "Betreft: beschut werk", "Artikel 10b van de Participatiewet is gewijzigd."],
            "anders",
        ),
        (["Omgevingsvergunning Dorpsstraat 1", "Wij hebben besloten de vergunning te verlenen."], "anders"),
        (["ECLI:NL:RBAMS:2020:123", "Rechtbank Amsterdam", "Uitspraak", "1. Procesverloop"], "anders"),
        (
            [
                "Convenant samenwerking beschut werk",
                "De ondergetekenden:",
                "Artikel 1 Doel",
                "Samen werken.",
                "Artikel 2 Duur",
                "Een jaar.",
            ],
            "anders",
        ),
        (["Beleidsnota Participatie 2020-2024", "1. Inleiding", "Tekst."], "anders"),
        (["Gemeenschappelijke regeling Werkbedrijf", "Artikel 1 Begrippen", "Tekst.", "Artikel 2 Doel", "Tekst."], "anders"),
        (["Mandaatbesluit Proefstad 2020", *COLLEGE, *ARTIKELEN], "anders"),
        (["Aan de raad van Proefstad", "Onderwerp: motie 7", "Geacht raadslid,", "U vroeg naar beschut werk."], "raadsinformatiebrief"),
        (["Aan de raad der gemeente Proefstad", "Mijne dames en heren,", "Het Rijk heeft een aantal bepaald."], "raadsinformatiebrief"),
        (["Gemeente Proefstad", "GEVRAAGDE BESLISSING", "De raad wordt gevraagd de verordening vast te stellen."], "raadsvoorstel"),
        (
            [
                "Raadsbesluit",
                *RAAD,
                "1. vast te stellen de Verordening werk;",
                "2. kennis te nemen van het voornemen om nadere regels te stellen.",
            ],
            "raadsbesluit",
        ),
        (["Wet van 2 juli 2014 tot wijziging van de Wet werk en bijstand", "Wij Willem-Alexander", "Artikel I", "Tekst."], "anders"),
        (["Jaarverslag 2023", "Beschut werk: 12 plekken."], "anders"),
        (["Boodschappen", "melk", "brood"], "anders"),
        ([], "anders"),
    ],
)
def test_soort(regels: list[str], soort: str) -> None:
    assert lees(*regels).soort == soort


@pytest.mark.parametrize(
    ("regels", "aard"),
    [
        (["Memo", "Aan: teamleiders"], "memo"),
        (["ECLI:NL:RBAMS:2020:123", "Rechtbank Amsterdam"], "uitspraak"),
        (["Besluitenlijst college van 30 oktober 2018"], "besluitenlijst"),
        (["Mandaatbesluit Proefstad 2020", *COLLEGE, *ARTIKELEN], "mandaatbesluit"),
        (["Convenant beschut werk", "De ondergetekenden:"], "overeenkomst"),
        (["Aanvraag omgevingsvergunning Dorpsstraat 1"], "vergunning"),
    ],
)
def test_aard_of_what_is_no_regulation(regels: list[str], aard: str) -> None:
    assert lees(*regels).aard == aard


def test_a_proposal_that_contains_the_whole_text_stays_a_proposal() -> None:
    voorstel = [
        "Raadsvoorstel",
        "Onderwerp: Verordening beschut werk",
        "Aan de raad,",
        "Inleiding",
        "De wet vraagt om regels. Artikel 5 regelt het aantal.",
    ]
    uit = lees(*voorstel, "Concept-raadsbesluit", *RAAD, "vast te stellen de Verordening beschut werk Proefstad", *ARTIKELEN)
    assert uit.soort == "raadsvoorstel"
    assert uit.opschrift == "Raadsvoorstel"
    assert [artikel.nummer for artikel in uit.artikelen] == ["1", "2"]
    assert voorstel[-1] in [alinea.tekst for alinea in uit.lopende_tekst]


def test_a_regulation_that_only_names_its_proposal_is_a_regulation() -> None:
    uit = lees("Behoort bij raadsvoorstel 2024-12", "Verordening beschut werk", *RAAD, *ARTIKELEN)
    assert uit.soort == "verordening"
    assert uit.opschrift == "Verordening beschut werk"


@pytest.mark.parametrize(
    ("titel", "artikelen", "onderwerp"),
    [
        ("Re-integratieverordening Participatiewet Proefstad", [], "re-integratie"),
        ("Reïntegratieverordening Proefstad", [], "re-integratie"),
        ("Participatieverordening Proefstad 2024", ["Artikel 2 Scholing", "x", "Artikel 3 Beschut werk", "x"], "re-integratie"),
        (
            "Verzamelverordening Participatiewet Proefstad",
            ["Artikel 2 Proefplaats", "x", "Artikel 3 Persoonlijke ondersteuning", "x"],
            "re-integratie",
        ),
        ("Verordening werk en inkomen Proefstad", ["Artikel 2 Participatieplaats", "x", "Artikel 3 Scholing", "x"], "re-integratie"),
        ("Verordening beschut werk Proefstad 2017", [], "losse_beschut_werk"),
        ("Verordening participatievoorziening beschut werk Proefstad", [], "losse_beschut_werk"),
        ("Verordening beschut werk Participatiewet gemeente Proefstad 2015", [], "losse_beschut_werk"),
        ("Verordening werk en participatie Proefstad", ["Artikel 2 Beschut werk", "x"], "re-integratie"),
        ("Verordening beschutte arbeidsplaatsen Proefstad", [], "losse_beschut_werk"),
        ("Afstemmingsverordening Participatiewet Proefstad", [], "participatiewet_overig"),
        ("Verordening loonkostensubsidie Participatiewet Proefstad", [], "participatiewet_overig"),
        ("Verordening individuele inkomenstoeslag Proefstad", [], "participatiewet_overig"),
        ("Verordening cliëntenparticipatie Participatiewet Proefstad", [], "participatiewet_overig"),
        ("Verordening tegenprestatie Participatiewet Proefstad", [], "participatiewet_overig"),
    ],
)
def test_onderwerp(titel: str, artikelen: list[str], onderwerp: str) -> None:
    assert lees(titel, *RAAD, "Artikel 1 Begrippen", "wet: Participatiewet.", *artikelen).onderwerp == onderwerp


def test_a_separate_verordening_that_points_to_the_wider_one() -> None:
    uit = lees(
        "Verordening beschut werk Proefstad 2025",
        *RAAD[:-1],
        "besluit vast te stellen de Verordening beschut werk Proefstad 2025.",
        "Waarom apart? De regels over scholing staan in de Re-integratieverordening Proefstad.",
        "Artikel 1 Wie is wie?",
        "u: de inwoner.",
    )
    assert uit.onderwerp == "losse_beschut_werk"


@pytest.mark.parametrize(
    "titel",
    [
        "Verordening hondenbelasting Proefstad",
        "Algemene plaatselijke verordening Proefstad",
        "Participatieverordening Proefstad (inspraak)",
    ],
)
def test_other_subjects(titel: str) -> None:
    uit = lees(
        titel,
        "De raad van de gemeente Proefstad;",
        "gelet op artikel 149 van de Gemeentewet;",
        "besluit:",
        "Artikel 1 Begrippen",
        "inwoner: ingezetene van de gemeente.",
    )
    assert uit.onderwerp == "anders"


@pytest.mark.parametrize(
    ("regels", "onderwerp"),
    [
        (
            [
                "Raadsvoorstel",
                "Onderwerp: vaststellen Re-integratieverordening 2024",
                "Beslispunten",
                "De verordening regelt ook beschut werk.",
            ],
            "re-integratie",
        ),
        (
            ["Raadsinformatiebrief", "Onderwerp: aantallen beschut werk", "Geachte raad,", "De Participatiewet kent beschut werk."],
            "losse_beschut_werk",
        ),
        (["Beleidsregels beschut werk", *COLLEGE, *ARTIKELEN], "losse_beschut_werk"),
    ],
)
def test_subject_of_letters_and_policy_rules(regels: list[str], onderwerp: str) -> None:
    assert lees(*regels).onderwerp == onderwerp


@pytest.mark.parametrize(
    ("slot", "stadium"),
    [
        (["Aldus vastgesteld in de vergadering van 3 juni 2024.", "de griffier,", "de voorzitter,"], "vastgesteld"),
        (["Aldus vastgesteld in de vergadering van [datum].", "de griffier,", "de voorzitter,"], "concept"),
        (["Aldus vastgesteld in de vergadering van … juni 2024.", "de griffier,", "de voorzitter,"], "concept"),
        (["Aldus vastgesteld in de vergadering van ........ 2024."], "concept"),
        ([], "concept"),
    ],
)
def test_stadium(slot: list[str], stadium: str) -> None:
    assert lees("Verordening beschut werk", *RAAD, *ARTIKELEN, *slot).stadium == stadium


def test_stadium_of_a_publication_and_of_a_marked_draft() -> None:
    slot = ["Aldus vastgesteld in de vergadering van 3 juni 2024."]
    assert lees("Verordening beschut werk", *RAAD, *ARTIKELEN, metadata=Metadata(bekendgemaakt=True)).stadium == "bekendgemaakt"
    assert lees("CONCEPT", "Verordening beschut werk", *RAAD, *ARTIKELEN, *slot).stadium == "concept"
    assert lees("Verordening beschut werk", RAAD[0], "gelezen het conceptvoorstel;", *RAAD[1:], *ARTIKELEN, *slot).stadium == "vastgesteld"


@pytest.mark.parametrize(
    ("regels", "gemeente"),
    [
        (["De raad van de gemeente Waterlandse Broek;"], "Waterlandse Broek"),
        (["De raad van de gemeente 's-Hertogenbosch;"], "'s-Hertogenbosch"),
        (["De raad der gemeente Bergen op Zoom,"], "Bergen op Zoom"),
        (["De raad van Loon op Zand,"], "Loon op Zand"),
        (["DE RAAD VAN DE GEMEENTE HEERENVEEN,"], "Heerenveen"),
        (["De gemeenteraad van Dijk en Waard;"], "Dijk en Waard"),
        (["Burgemeester en wethouders van Goeree-Overflakkee,"], "Goeree-Overflakkee"),
        (["Het college van burgemeester en wethouders van de gemeente Het Hogeland;"], "Het Hogeland"),
        (["De raad van de gemeente Nieuw-Zuidveen;"], "Nieuw-Zuidveen"),
        (["De raad van de gemeente Bergen (NH.);"], "Bergen (NH.)"),
    ],
)
def test_gemeente_of_the_aanhef(regels: list[str], gemeente: str) -> None:
    uit = lees("Verordening beschut werk", *regels, "gelet op artikel 8a van de wet;", "besluit:", *ARTIKELEN)
    assert uit.gemeente.replace("’", "'") == gemeente


@pytest.mark.parametrize(
    ("regels", "gemeente"),
    [
        (["Gemeente Oudveen", "Raadsvoorstel", "Beslispunten"], "Oudveen"),
        (["GEMEENTE ROERMOND. Onderwerp: nota", "Raadsvoorstel"], "Roermond"),
        (["Raadsinformatiebrief", "Geachte raad,", "Tekst.", "Hoogachtend,", "Burgemeester en wethouders van Oudveen,"], "Oudveen"),
        (["Participatieverordening Zutphen 2020", "Artikel 1 Doel", "Tekst."], "Zutphen"),
        (["Verordening werk", "Artikel 1 Doel", "college: het college van de gemeente Oudveen."], "Oudveen"),
        (["Voorstel aan de raad", "Beslispunt", "In te stemmen met de Verordening beschut werk Duinveenhout 2025."], "Duinveenhout"),
        (["Verordening werk 's-Hertogenbosch 2020", "Artikel 1 Doel", "Tekst."], "'s-Hertogenbosch"),
        (["Verordening werk Den Haag 2020", "Artikel 1 Doel", "Tekst."], "Den Haag"),
        (["Memo", "Geen naam hier."], None),
        (["Uitspraak", "Raad van State", "Afdeling bestuursrechtspraak"], None),
    ],
)
def test_gemeente_elsewhere(regels: list[str], gemeente: str | None) -> None:
    assert lees(*regels).gemeente == gemeente


def test_gemeente_of_the_metadata_comes_first() -> None:
    assert lees("Verordening", *RAAD, *ARTIKELEN, metadata=Metadata(gemeente="Gemeente Oudveen")).gemeente == "Oudveen"


@pytest.mark.parametrize(
    ("tekst", "datum"),
    [
        ("op 1 januari 2024", date(2024, 1, 1)),
        ("op 1-1-2024", date(2024, 1, 1)),
        ("op 01/02/2024", date(2024, 2, 1)),
        ("op 1.2.2024", date(2024, 2, 1)),
        ("op 2024-02-01", date(2024, 2, 1)),
        ("d.d. 9 december 20l4, nr. 04.02.15", date(2014, 12, 9)),
        ("op l januari 2O15", date(2015, 1, 1)),
        ("op 1e januari 2015", date(2015, 1, 1)),
        ("op 3 mrt. 2015", date(2015, 3, 3)),
        ("op 12 MEI 2015", date(2015, 5, 12)),
        ("op 31 februari 2024", None),
        ("in januari 2024", None),
        ("op … juni 2024", None),
    ],
)
def test_dutch_dates(tekst: str, datum: date | None) -> None:
    assert eerste_datum(tekst) == datum


@pytest.mark.parametrize(
    ("zin", "datum", "wijze", "terug"),
    [
        ("Deze verordening treedt in werking op 1 juli 2024.", date(2024, 7, 1), "datum", None),
        ("Deze verordening treedt in werking met ingang van 1-7-2024.", date(2024, 7, 1), "datum", None),
        ("Deze verordening treedt met ingang van 1 juli 2024 in werking.", date(2024, 7, 1), "datum", None),
        ("Zij treedt in werking per 1 juli 2024.", date(2024, 7, 1), "datum", None),
        ("De Verordening beschut werk treedt in werking op 1 juli 2024.", date(2024, 7, 1), "datum", None),
        ("Deze verordening gaat in op 1 juli 2024.", date(2024, 7, 1), "datum", None),
        ("Deze verordening treedt in werking op de dag na die van de bekendmaking.", None, "dag_na_bekendmaking", None),
        ("Deze verordening treedt in werking met ingang van de eerste dag na die van bekendmaking.", None, "dag_na_bekendmaking", None),
        ("Deze verordening treedt in werking op de dag volgend op die van de bekendmaking.", None, "dag_na_bekendmaking", None),
        ("Deze verordening treedt in werking de dag nadat zij is bekendgemaakt.", None, "dag_na_bekendmaking", None),
        ("Met ingang van 1 juli 2024 treedt deze verordening in werking.", date(2024, 7, 1), "datum", None),
        (
            "Deze verordening treedt, onder intrekking van de verordening van 3 mei 2012, in werking op 1 juli 2024.",
            date(2024, 7, 1),
            "datum",
            None,
        ),
        (
            "Dit besluit treedt in werking met ingang van de dag na de datum van uitgifte van het gemeenteblad waarin het wordt geplaatst.",
            None,
            "dag_na_bekendmaking",
            None,
        ),
        ("Deze verordening treedt in werking met ingang van de achtste dag na die van de bekendmaking.", None, "achtste_dag", None),
        (
            "Deze verordening treedt in werking op de eerste dag van de maand na die van de bekendmaking.",
            None,
            "maand_na_bekendmaking",
            None,
        ),
        ("Deze verordening treedt in werking op een door het college te bepalen tijdstip.", None, "nader_besluit", None),
        (
            "Deze verordening treedt in werking op de dag na bekendmaking en werkt terug tot en met 1 januari 2024.",
            None,
            "dag_na_bekendmaking",
            date(2024, 1, 1),
        ),
        (
            "Deze verordening werkt terug tot en met 1 januari 2024 en treedt in werking op 1 juli 2024.",
            date(2024, 7, 1),
            "datum",
            date(2024, 1, 1),
        ),
        ("Deze verordening treedt in werking op 1 juli 2024 en vervalt op 1 januari 2026.", date(2024, 7, 1), "datum", None),
        (
            "Deze verordening treedt in werking op 1 juli 2024, onder gelijktijdige intrekking van de verordening van 3 mei 2015.",
            date(2024, 7, 1),
            "datum",
            None,
        ),
        ("Deze verordening treedt in werking op [datum].", None, None, None),
    ],
)
def test_own_entry_into_force(zin: str, datum: date | None, wijze: str | None, terug: date | None) -> None:
    data = lees("Verordening beschut werk", *RAAD, *ARTIKELEN, "Artikel 3 Inwerkingtreding", zin).data
    assert (data.inwerkingtreding, data.inwerkingtreding_wijze, data.terugwerkend_tot) == (datum, wijze, terug)
    assert data.inwerkingtreding_plaats == ("3", 9)


@pytest.mark.parametrize(
    ("zin", "vervalt"),
    [
        ("Deze verordening treedt in werking op 1 juli 2024 en vervalt op 1 januari 2026.", date(2026, 1, 1)),
        ("Deze verordening treedt in werking op 1 juli 2024 en geldt tot 1 januari 2026.", date(2026, 1, 1)),
        ("Deze verordening treedt in werking op 1 juli 2024 en geldt tot en met 31 december 2025.", date(2026, 1, 1)),
        ("Deze verordening treedt in werking op 1 juli 2024.", None),
    ],
)
def test_first_day_on_which_a_text_no_longer_holds(zin: str, vervalt: date | None) -> None:
    assert lees("Verordening beschut werk", *RAAD, *ARTIKELEN, "Artikel 3 Inwerkingtreding", zin).data.vervalt == vervalt


@pytest.mark.parametrize(
    "zin",
    [
        "De Verordening beschut werk 2015, die op 1 januari 2015 in werking is getreden, wordt ingetrokken.",
        "De Participatiewet treedt in werking op 1 januari 2015.",
        "De wet treedt in werking op 1 januari 2015.",
        "Voor de inwerkingtreding van deze verordening verleende voorzieningen blijven gelden tot 1 januari 2025.",
        "Artikel 5 treedt in werking op 1 januari 2026.",
    ],
)
def test_entry_into_force_of_something_else(zin: str) -> None:
    data = lees(
        "Verordening beschut werk",
        *RAAD,
        *ARTIKELEN,
        "Artikel 3 Slot",
        "1. Deze verordening treedt in werking op 1 juli 2024.",
        f"2. {zin}",
    ).data
    assert data.inwerkingtreding == date(2024, 7, 1)
    assert lees("Verordening beschut werk", *RAAD, *ARTIKELEN, "Artikel 3 Slot", zin).data.inwerkingtreding is None


def test_entry_into_force_in_inserted_text_is_not_the_own_one() -> None:
    uit = lees(
        "Verordening tot wijziging van de Verordening beschut werk",
        *RAAD,
        "Artikel I",
        "Artikel 9 komt te luiden:",
        "Artikel 9 Inwerkingtreding",
        "Deze verordening treedt in werking op 1 januari 2020.",
        "Artikel II",
        "Deze verordening treedt in werking op 1 juli 2024.",
    )
    assert uit.data.inwerkingtreding == date(2024, 7, 1)


@pytest.mark.parametrize(
    "zin",
    [
        "Deze verordening wordt aangehaald als: Verordening beschut werk 2024.",
        "Deze verordening wordt aangehaald als Verordening beschut werk 2024.",
        "Zij wordt aangehaald als: ‘Verordening beschut werk 2024’.",
        "Deze verordening kan worden aangehaald als “Verordening beschut werk 2024”.",
        'Deze verordening kan worden aangehaald als "Verordening beschut werk 2024".',
        "Deze regeling wordt aangehaald onder de naam Verordening beschut werk 2024.",
        "De citeertitel is: Verordening beschut werk 2024.",
        "Citeertitel: Verordening beschut werk 2024",
        "Deze verordening wordt aangehaald als: Verordening beschut werk 2024. Zij treedt in werking op 1 juli 2024.",
        "Deze verordening wordt aangehaald als Verordening beschut werk 2024 en treedt in werking op 1 juli 2024.",
    ],
)
def test_citeertitel(zin: str) -> None:
    assert lees("Verordening beschut werk", *RAAD, *ARTIKELEN, "Artikel 3 Slot", zin).citeertitel == "Verordening beschut werk 2024"
