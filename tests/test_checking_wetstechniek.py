"""Drafting rules: sentences, lists of definitions, rows of numbers and openings in many shapes, each with its verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevallen import toets_tekst, uitkomst
from verordening_tool.checking.definities import begripsbepalingen
from verordening_tool.checking.normenset import maak_normenset
from verordening_tool.checking.onderzoek.nummering import doorlopend
from verordening_tool.checking.oordeel import Oordeel
from verordening_tool.checking.toetsing import maak_context
from verordening_tool.checking.zaak import Zaak
from verordening_tool.document.blok import Metadata
from verordening_tool.document.regeling import Data, Regeling, Soort, Stadium
from verordening_tool.readers.tekst import read_tekst
from verordening_tool.structure import ontleed

DAG = date(2020, 6, 1)

ZINNEN = [
    ("WT-04", "De werkgever moet meewerken.", "strijdig"),
    ("WT-04", "Deelnemers moeten beschikbaar zijn, tenzij zij ziek zijn.", "strijdig"),
    ("WT-04", "Het plan dat is vastgesteld, moet worden nageleefd.", "strijdig"),
    ("WT-04", "Dat plan moet worden nageleefd.", "strijdig"),
    ("WT-04", "De kosten die hij moet maken, worden vergoed.", "voldoet"),
    ("WT-04", "Een aanvraag dient schriftelijk te worden ingediend.", "strijdig"),
    ("WT-04", "Aanvragen dienen voor 1 mei te zijn ontvangen.", "strijdig"),
    ("WT-04", "De aanvrager dient het formulier in.", "voldoet"),
    ("WT-04", "De werkgever dient daartoe een verzoek in te dienen.", "strijdig"),
    ("WT-04", "Het overleg dient ertoe de afspraken te bespreken.", "voldoet"),
    ("WT-04", "De voorziening is tijdelijk en / of in deeltijd.", "strijdig"),
    ("WT-04", "De cliënt of diens vertegenwoordiger tekent.", "voldoet"),
    ("WT-04", "De cliënt laat weten of hij of zij akkoord is.", "strijdig"),
    ("WT-04", "De cliënt krijgt hem of haar toegewezen begeleider.", "strijdig"),
    ("WT-04", "De werkcoach respectievelijk de jobcoach helpt.", "voldoet"),
    ("WT-04", "De deelnemer cq. zijn werkgever meldt dit.", "strijdig"),
    ("WT-03", "De persoon, zoals bedoeld in artikel 7, eerste lid, krijgt hulp.", "strijdig"),
    ("WT-03", "De voorziening zoals genoemd onder b eindigt.", "strijdig"),
    ("WT-03", "De voorziening zoals omschreven in het plan eindigt.", "voldoet"),
    ("WT-03", "Het bedrag zoals genoemd in de begroting geldt.", "voldoet"),
    ("WT-03", "De groep, zoals in het tweede lid bedoeld, krijgt hulp.", "strijdig"),
    ("WT-07", "Op grond van de Wwb ontvangt de inwoner bijstand.", "strijdig"),
    ("WT-07", "Trajecten die onder de Wet werk en bijstand zijn gestart, lopen door.", "voldoet"),
    ("WT-07", "De Verordening Wet werk en bijstand 2012 vervalt.", "voldoet"),
    ("WT-07", "De Wbp is van toepassing op persoonsgegevens.", "strijdig"),
    ("WT-07", "De inwoner ontvangt een langdurigheidstoeslag.", "strijdig"),
    ("WT-07", "Voor beschut werk komt in aanmerking de inwoner met een Wsw-indicatie.", "strijdig"),
    ("WT-07", "Werknemers met een Wsw-indicatie die op 31 december 2014 in dienst waren, houden hun baan.", "voldoet"),
    ("WT-07", "Het college kan de werkgever een no-riskpolis verstrekken.", "twijfel"),
    ("WT-07", "Het college wijst de werkgever op de no-riskpolis van het UWV.", "voldoet"),
    ("WT-07", "Wij helpen u bij het vinden van werk.", "voldoet"),
    ("WT-02", "Artikel 1 is van toepassing.", "voldoet"),
    ("WT-02", "Artikel 2 van de Participatiewet is van toepassing.", "voldoet"),
    ("WT-02", "Artikel 14 is van toepassing.", "strijdig"),
    ("WT-02", "Artikel 7, lid 1, sub a, van de Participatiewet is van toepassing.", "strijdig"),
    ("VW-01", "Artikel 10b, derde lid, van de Participatiewet is van toepassing.", "voldoet"),
    ("VW-01", "Artikel 10b, elfde lid, van de Participatiewet is van toepassing.", "strijdig"),
    ("VW-01", "Artikel 36a van de Participatiewet, zoals dat tot 2016 gold, blijft van toepassing.", "voldoet"),
]


def _regeling(*artikelen: str) -> str:
    return "\n".join(["Re-integratieverordening Voorbeeldstad 2020", *artikelen])


def _uitkomst(tekst: str, code: str) -> str:
    return uitkomst(toets_tekst(tekst, code, DAG))


@pytest.mark.parametrize(("code", "zin", "verwacht"), ZINNEN, ids=[f"{code} {zin}" for code, zin, _ in ZINNEN])
def test_sentence(code: str, zin: str, verwacht: str) -> None:
    assert _uitkomst(_regeling("Artikel 1 Aanbod", "Het college biedt hulp.", "Artikel 2 Bepaling", zin), code) == verwacht


def test_every_place_has_its_own_message() -> None:
    zinnen = ("1. De werkgever moet meewerken.", "2. De cliënt tekent c.q. belt.", "3. Hulp en/of scholing is mogelijk.")
    oordeel = toets_tekst(_regeling("Artikel 1 Aanbod", *zinnen), "WT-04", DAG)
    assert isinstance(oordeel, Oordeel)
    assert [plaats.lid for plaats in oordeel.plaatsen] == ["1", "2", "3"]
    assert len({plaats.bericht for plaats in oordeel.plaatsen}) == 3


def test_form_alone_weighs_less_than_a_dead_reference() -> None:
    vorm = toets_tekst(_regeling("Artikel 1 A", "Zie art. 7, lid 1, van de Participatiewet."), "WT-02", DAG)
    loos = toets_tekst(_regeling("Artikel 1 A", "Artikel 8 is van toepassing."), "WT-02", DAG)
    assert isinstance(vorm, Oordeel)
    assert isinstance(loos, Oordeel)
    assert (vorm.gewicht.value, loos.gewicht.value) == ("stijl", "aanbevolen")


class TestDefinities:
    """The typed model of definitions."""

    @staticmethod
    def _lees(*regels: str) -> Regeling:
        kop = ("Artikel 1 Begrippen", "In deze verordening wordt verstaan onder:")
        return ontleed(read_tekst("\n".join([*kop, *regels, "Artikel 2 Slot", "Het college helpt."]).encode()))

    @pytest.mark.parametrize(
        ("regels", "termen"),
        [
            (["deelnemer: persoon;", "wet: Participatiewet."], ["deelnemer", "wet"]),
            (["a. de deelnemer: persoon;", "b. 'wet': Participatiewet."], ["deelnemer", "wet"]),
            (["- deelnemer: persoon;", "- het plan van aanpak: afspraken."], ["deelnemer", "plan van aanpak"]),
            (["• deelnemer – persoon met een plan;", "• wet – Participatiewet."], ["deelnemer", "wet"]),
            (["u: degene die hulp vraagt;", "wet: Participatiewet."], ["wet"]),
            (["•", "deelnemer: persoon;", "•", "wet: Participatiewet."], ["deelnemer", "wet"]),
        ],
        ids=["plain", "letters", "dashes", "dash-between", "you", "bullet-on-its-own-line"],
    )
    def test_terms(self, regels: list[str], termen: list[str]) -> None:
        (lijst,) = begripsbepalingen(self._lees(*regels).artikelen[:1])
        assert [definitie.term for definitie in lijst.definities] == termen
        assert all(definitie.alinea.tekst[definitie.start :].startswith(definitie.term) for definitie in lijst.definities)

    def test_sentence_that_defines(self) -> None:
        regeling = ontleed(read_tekst(b"Artikel 1 Plan\nOnder plan wordt in deze verordening verstaan de afspraken met het college."))
        (lijst,) = begripsbepalingen(regeling.artikelen)
        assert [(definitie.term, lijst.is_lijst) for definitie in lijst.definities] == [("plan", False)]

    def test_sub_items_belong_to_the_meaning(self) -> None:
        regels = ["a. deelnemer: persoon die:", "1°. een uitkering heeft; of", "2°. werk zoekt;", "b. wet: Participatiewet."]
        (lijst,) = begripsbepalingen(self._lees(*regels).artikelen[:1])
        assert [definitie.nummer for definitie in lijst.definities] == ["a", "b"]
        assert "werk zoekt" in lijst.definities[0].betekenis

    def test_name_in_brackets(self) -> None:
        (lijst,) = begripsbepalingen(self._lees("Uitvoeringsinstituut (UWV): uitvoerder;", "wet: Participatiewet.").artikelen[:1])
        assert lijst.definities[0].namen == ("uitvoeringsinstituut", "uwv")

    @pytest.mark.parametrize(
        ("termen", "buiten_orde"),
        [
            (["arbeid", "Beschut werk", "college"], []),
            (["werk", "werk zoeken", "werkgever"], []),
            (["werk", "werkgever", "werk zoeken"], []),
            (["re-integratie", "reiskosten"], []),
            (["wet", "werk"], ["werk"]),
            (["cliënt", "college"], []),
        ],
        ids=["capitals", "word-by-word", "letter-by-letter", "hyphen", "wrong", "accent"],
    )
    def test_order(self, termen: list[str], buiten_orde: list[str]) -> None:
        (lijst,) = begripsbepalingen(self._lees(*(f"{term}: omschrijving;" for term in termen)).artikelen[:1])
        assert [tweede.term for _, tweede in lijst.buiten_orde()] == buiten_orde


GEBRUIK = [
    ("voorziening", "Het college zet voorzieningen in.", True),
    ("baan", "Het college biedt banen aan.", True),
    ("brief", "Het college verstuurt brieven.", True),
    ("persoonlijke ondersteuning bij werk", "De persoonlijke ondersteuning duurt kort op het werk.", True),
    ("bijstandsuitkering", "De bijstandsuitkeringen worden betaald.", True),
    ("uitkering", "De bijstandsuitkeringen worden betaald.", True),
    ("wet", "Het college volgt de Participatiewet.", False),
    ("jobcoach", "Het college helpt.", False),
]


@pytest.mark.parametrize(("term", "zin", "gebruikt"), GEBRUIK, ids=[f"{term}: {zin}" for term, zin, _ in GEBRUIK])
def test_use_of_a_term(term: str, zin: str, gebruikt: bool) -> None:
    tekst = _regeling(
        "Artikel 1 Begrippen",
        "In deze verordening wordt verstaan onder:",
        "aanvrager: degene die vraagt;",
        f"{term}: omschrijving.",
        "Artikel 2 Aanbod",
        f"1. {zin}",
        "2. De aanvrager krijgt bericht.",
    )
    assert _uitkomst(tekst, "WT-05") == ("voldoet" if gebruikt else "strijdig")


NUMMERS = [
    (["1", "2", "3"], "voldoet"),
    (["1", "1a", "1b", "2"], "voldoet"),
    (["1.1", "1.2", "2.1", "2.2"], "voldoet"),
    (["1:1", "1:2", "2:1"], "voldoet"),
    (["8", "9", "1", "11", "12"], "voldoet"),
    (["16", "17", "1", "19"], "voldoet"),
    (["1", "2", "4"], "strijdig"),
    (["1", "2", "2", "3"], "strijdig"),
    (["1", "3", "2", "4"], "strijdig"),
    (["1", "1b", "2"], "strijdig"),
    (["1.1", "1.3", "2.1"], "strijdig"),
    (["1.1", "1.2", "2.2"], "strijdig"),
]


def _met_nummers(nummers: list[str]) -> str:
    return _regeling(*(regel for i, nummer in enumerate(nummers) for regel in (f"Artikel {nummer} Onderwerp {i}", "Het college helpt.")))


@pytest.mark.parametrize(("nummers", "verwacht"), NUMMERS, ids=[" ".join(nummers) for nummers, _ in NUMMERS])
def test_numbers_of_articles(nummers: list[str], verwacht: str) -> None:
    assert _uitkomst(_met_nummers(nummers), "WT-06") == verwacht


@given(st.integers(4, 30), st.data())
def test_an_article_left_out_is_a_gap(aantal: int, data: st.DataObject) -> None:
    weg = data.draw(st.integers(2, aantal - 1))
    alle = [str(nummer) for nummer in range(1, aantal + 1)]
    assert _uitkomst(_met_nummers(alle), "WT-06") == "voldoet"
    oordeel = toets_tekst(_met_nummers([nummer for nummer in alle if nummer != str(weg)]), "WT-06", DAG)
    assert isinstance(oordeel, Oordeel)
    assert oordeel.bericht == f"Artikel {weg} ontbreekt."


AANHEF = [
    (["gelezen het voorstel;", "gelet op artikel 8a;", "gezien het advies;"], "voldoet"),
    (["gelezen het voorstel;", "gehoord de commissie;", "gelet op artikel 8a;"], "voldoet"),
    (["gezien het voorstel;", "gelet op artikel 8a;"], "voldoet"),
    (["gelezen het voorstel;", "gezien het advies;", "gelet op artikel 8a;"], "strijdig"),
    (["gelezen het voorstel;"], "strijdig"),
    (["gelezen het voorstel;", "gelet op artikel 8a;", "overwegende dat regels nodig zijn;"], "strijdig"),
    (["gelet op artikel 8a;"], "twijfel"),
]


@pytest.mark.parametrize(("regels", "verwacht"), AANHEF, ids=[" ".join(regels) for regels, _ in AANHEF])
def test_aanhef(regels: list[str], verwacht: str) -> None:
    titel = "Re-integratieverordening Voorbeeldstad 2020"
    tekst = [titel, "De raad van de gemeente Voorbeeldstad;", *regels, f"besluit vast te stellen de {titel}."]
    tekst += ["Artikel 1 Aanbod", "Het college helpt.", "Artikel 2 Naam", f"Deze verordening wordt aangehaald als: {titel}."]
    assert _uitkomst("\n".join(tekst), "WT-01") == verwacht


TITELS = [
    ("Re-integratieverordening X 2020", "Re-integratieverordening X 2020", "voldoet"),
    ("RE-INTEGRATIEVERORDENING X 2020", "de Re-integratieverordening X 2020", "voldoet"),
    ("Verordening van de gemeente X houdende regels over werk", "Re-integratieverordening X 2020", "voldoet"),
    ("Re-integratieverordening X 2020", "Reintegratieverordening X 2020", "voldoet"),
    ("Re-integratieverordening X 2020", "Re-integratieverordening X 2019", "strijdig"),
    ("Re-integratieverordening gemeente X 2020", "Re-integratieverordening X 2020", "strijdig"),
]


@pytest.mark.parametrize(("opschrift", "citeertitel", "verwacht"), TITELS, ids=[f"{een} / {twee}" for een, twee, _ in TITELS])
def test_citeertitel(opschrift: str, citeertitel: str, verwacht: str) -> None:
    tekst = [
        opschrift,
        "De raad van de gemeente X;",
        "gelezen het voorstel;",
        "gelet op artikel 8a;",
        f"besluit vast te stellen de {opschrift}.",
    ]
    tekst += ["Artikel 1 Aanbod", "Het college helpt.", "Artikel 2 Naam", f"Deze verordening wordt aangehaald als: {citeertitel}."]
    assert _uitkomst("\n".join(tekst), "WT-01") == verwacht


@pytest.mark.parametrize(
    ("inwerkingtreding", "verwacht"), [(date(2020, 7, 1), "strijdig"), (date(2023, 1, 1), "twijfel")], ids=["first", "later"]
)
def test_gap_in_a_published_text(inwerkingtreding: date, verwacht: str) -> None:
    gelezen = ontleed(read_tekst(_met_nummers(["1", "2", "4"]).encode()))
    regeling = replace(
        gelezen,
        soort=Soort.VERORDENING,
        stadium=Stadium.BEKENDGEMAAKT,
        data=Data(vastgesteld=date(2020, 6, 1)),
        metadata=Metadata(inwerkingtreding=inwerkingtreding),
    )
    normen = maak_normenset()
    zaak = Zaak(maak_context(regeling, (), normen.begrippen), (), (None, None))
    assert doorlopend(normen.checks["WT-06"], zaak, DAG).uitkomst.value == verwacht
