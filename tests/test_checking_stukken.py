"""Packs PR, BR, RV and DR on phrasings beside their gevallen, on Word files, and on the two letters that the project grew from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docx_maker import make, p, run
from gevallen import toets_geval, uitkomst
from verordening_tool.api import Toetsopties, toets
from verordening_tool.checking.oordeel import Oordeel, Toetsresultaat
from verordening_tool.document.blok import EIGEN_AUTEUR, Documentfeiten, Opmerking
from verordening_tool.document.regeling import Soort
from verordening_tool.norms.schema import Geval
from verordening_tool.readers.docx import read_docx
from verordening_tool.reports.antwoord import waarschuwing

VERORDENING = (
    "Re-integratieverordening X 2024\nDe raad van de gemeente X;\n{}\nbesluit:\nArtikel 1 Doel\nDeze verordening regelt hulp bij werk.\n"
)
VOORSTEL = "Raadsvoorstel Re-integratieverordening\nAan de raad,\n{}"
BRIEF = "Raadsbrief beschut werk\nGeachte raadsleden,\n{}"
SLOT = "Verordening beschut werk X\nArtikel 1 Doel\nDeze verordening regelt beschut werk.\nArtikel 2 Slot\n{}"
REGELS = "Beleidsregels beschut werk X\nHet college van burgemeester en wethouders van X;\nbesluit:\nArtikel 1 Regels\n{}"
DAG = date(2024, 3, 1)


def oordeel(code: str, tekst: str, peildatum: date = DAG, **velden: object) -> str:
    geval = Geval.model_validate({"id": "los", "tekst": tekst, "oordeel": "voldoet", "peildatum": peildatum, **velden})
    return uitkomst(toets_geval(code, geval))


@pytest.mark.parametrize(
    "regel",
    [
        "gezien het advies van de Wmo-raad van 3 maart;",
        "gehoord het cliëntenpanel Werk;",
        "gezien de adviezen van de Seniorenraad en de Cliëntenraad;",
        "gezien het gezamenlijk advies van de cliëntenraden van de regio;",
        "gezien de inspraakreactie van het Platform Participatie;",
        "gezien het advies van de Wmo- en Jeugdraad;",
        "gezien het advies van de Adviescommissie Sociaal Domein;",
    ],
)
def test_names_of_councils(regel: str) -> None:
    assert oordeel("PR-01", VERORDENING.format(regel)) == "voldoet"


@pytest.mark.parametrize(
    "regel",
    [
        "gezien het advies van de commissie Sociaal;",
        "gehoord de commissie Inwoners;",
        "gezien het advies van het presidium;",
        "gelezen het voorstel van burgemeester en wethouders van 3 april;",
    ],
)
def test_bodies_that_are_no_council(regel: str) -> None:
    assert oordeel("PR-01", VERORDENING.format(regel)) == "niet_aangetroffen"


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        ("De cliëntenraad kon zich vinden in het voorstel en heeft geen opmerkingen.", "voldoet"),
        ("Het concept is voorgelegd aan het cliëntenplatform. Het platform stemt in.", "voldoet"),
        ("Bijlage 3: advies Adviesraad Sociaal Domein", "voldoet"),
        ("De cliëntenraad wordt na de vaststelling geïnformeerd.", "niet_aangetroffen"),
        ("Vanwege de korte tijd is geen advies aan de cliëntenraad gevraagd.", "niet_aangetroffen"),
    ],
)
def test_advice_in_a_proposal(zin: str, verwacht: str) -> None:
    assert oordeel("PR-01", VOORSTEL.format(zin), soort="raadsvoorstel") == verwacht


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        ("Deze verordening treedt in werking daags na de bekendmaking.", "voldoet"),
        ("Deze verordening treedt in werking op een door het college te bepalen tijdstip.", "voldoet"),
        ("Deze verordening treedt in werking met terugwerkende kracht tot 1 januari 2024.", "voldoet"),
        ("Deze verordening treedt in werking op 31 januari 2024.", "voldoet"),
        ("Zij treedt onmiddellijk na vaststelling in werking.", "strijdig"),
        ("Deze verordening treedt in werking op de dag van haar vaststelling door de raad.", "strijdig"),
        ("Deze verordening treedt in werking met ingang van 1 januari 2024.", "strijdig"),
    ],
)
def test_entry_into_force(zin: str, verwacht: str) -> None:
    assert oordeel("PR-03", SLOT.format(zin), stadium="vastgesteld", vastgesteld=date(2024, 1, 30)) == verwacht


@pytest.mark.parametrize("dag", [date(2021, 6, 30), date(2021, 7, 1)], ids=str)
def test_the_norm_on_publication_moved_to_another_law(dag: date) -> None:
    geval = Geval(
        id="los",
        tekst=SLOT.format("Deze verordening treedt in werking op de dag na de bekendmaking."),
        peildatum=dag,
        vastgesteld=date(2021, 6, 1),
        stadium="vastgesteld",
        oordeel="voldoet",
    )
    gevonden = toets_geval("PR-03", geval)
    assert isinstance(gevonden, Oordeel)
    assert gevonden.norm.wet == ("Gemeentewet" if dag < date(2021, 7, 1) else "Bekendmakingswet")


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        ("De “Re-integratieverordening X 2018” wordt ingetrokken. Besluiten op grond daarvan blijven gelden.", "voldoet"),
        ("Hiermee trekt de raad de Re-integratieverordening X 2018 in. Aanvragen van eerder worden volgens die afgehandeld.", "voldoet"),
        ("De Re-integratieverordening X 2018 vervalt per 1 maart 2024.", "niet_aangetroffen"),
        ("Alle voorgaande regelingen vervallen. Lopende zaken worden afgemaakt.", "strijdig"),
        ("De huidige Re-integratieverordening wordt ingetrokken. Lopende zaken gaan door.", "twijfel"),
        ("Een besluit op grond van deze verordening wordt ingetrokken als de gegevens onjuist waren.", "niet_beoordeeld"),
    ],
)  # fmt: skip
def test_withdrawal(zin: str, verwacht: str) -> None:
    assert oordeel("PR-05", SLOT.format(zin)) == verwacht


@pytest.mark.parametrize(
    ("code", "zin", "verwacht"),
    [
        ("BR-03", "Het college is verplicht binnen acht weken te beslissen.", "voldoet"),
        ("BR-03", "Wie een plek weigert, blijft op de lijst staan.", "voldoet"),
        ("BR-03", "De inwoner voldoet aan de verplichtingen, genoemd in artikel 9 van de wet.", "voldoet"),
        ("BR-03", "Deelname aan de training is verplicht.", "strijdig"),
        ("BR-03", "Bij een beëindiging door eigen schuld wordt gedurende twee jaar geen beschut werk aangeboden.", "strijdig"),
        ("BR-03", "Voor begeleiding vraagt het college een eigen bijdrage van € 15 per maand.", "strijdig"),
        ("BR-04", "Het college wijkt af van deze regels als onverkorte toepassing onevenredig is.", "voldoet"),
        ("BR-04", "Van het advies van het UWV wordt alleen bij hoge uitzondering afgeweken.", "voldoet"),
        ("BR-04", "In afwijking van artikel 2 geldt een termijn van zes weken.", "voldoet"),
        ("BR-04", "In gevallen waarin deze beleidsregels niet voorzien, beslist het college.", "voldoet"),
        ("BR-04", "Afwijking van deze beleidsregels is niet mogelijk.", "strijdig"),
        ("BR-04", "Het college kan om dringende redenen van deze regels afwijken.", "strijdig"),
    ],
)
def test_beleidsregels(code: str, zin: str, verwacht: str) -> None:
    assert oordeel(code, REGELS.format(zin), soort="beleidsregels", onderwerp="losse_beschut_werk") == verwacht


@pytest.mark.parametrize(
    ("jaar", "zin", "verwacht"),
    [
        (2024, "Tot en met 2016 was het aanbieden van beschut werk nog vrijblijvend; nu niet meer.", "voldoet"),
        (2024, "In 2016 waren gemeenten niet verplicht beschut werk aan te bieden.", "voldoet"),
        (2024, "Boven het aantal van de minister zijn wij niet verplicht extra beschut werk aan te bieden.", "voldoet"),
        (2024, "Het Rijk stelt maximaal € 8.500 per plek beschikbaar.", "voldoet"),
        (2024, "Een voorselectie vraagt de wet sinds 2017 niet meer.", "voldoet"),
        (2024, "De uitvoering van beschut werk is een bevoegdheid van het college.", "voldoet"),
        (2024, "Wij bieden geen beschut werk aan als het UWV negatief adviseert.", "voldoet"),
        (2024, "Er was dit jaar geen beschut werk nodig omdat niemand was aangewezen.", "voldoet"),
        (2024, "Of wij beschut werk aanbieden, mogen wij zelf bepalen.", "strijdig"),
        (2024, "Het aantal dat het Rijk noemt, is het maximum dat wij mogen realiseren.", "strijdig"),
        (2024, "Het UWV beslist wie voor beschut werk in aanmerking komt.", "strijdig"),
        (2024, "Alleen het college kan bij het UWV advies vragen over beschut werk.", "strijdig"),
        (2024, "Alleen mensen met een bijstandsuitkering kunnen beschut werk krijgen.", "strijdig"),
        (2024, "De wet vraagt een voorselectie in de verordening.", "strijdig"),
        (2024, "Sinds 2017 heeft onze gemeente geen beschut werk aangeboden.", "strijdig"),
        (2016, "Gemeenten kunnen zelf kiezen of zij beschut werk aanbieden.", "voldoet"),
        (2016, "Vanaf 2017 wordt beschut werk verplicht.", "voldoet"),
        (2016, "Elke gemeente moet beschut werk aanbieden.", "strijdig"),
    ],
)
def test_the_law_in_a_letter(jaar: int, zin: str, verwacht: str) -> None:
    gevonden = oordeel("RV-02", BRIEF.format(zin), date(jaar, 3, 1), soort="raadsinformatiebrief", onderwerp="losse_beschut_werk")
    assert gevonden == verwacht


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        ("Deze criteria worden niet in de verordening vastgelegd.", "strijdig"),
        ("Wij kiezen ervoor hierover geen beleidsregels vast te stellen; de consulent beslist.", "strijdig"),
        ("In artikel 4 van de Verordening beschut werk staat voor wie het is.", "niet_beoordeeld"),
        ("Het gesprek met werkgevers loopt goed.", "voldoet"),
    ],
)
def test_norms_that_a_letter_announces(zin: str, verwacht: str) -> None:
    assert oordeel("RV-04", BRIEF.format(zin), soort="raadsinformatiebrief", onderwerp="losse_beschut_werk") == verwacht


@pytest.mark.parametrize(
    "zin",
    [
        "Het college wijst [naam organisatie] aan.",
        "De premie is € PM.",
        "Zie het besluit van .. maart 2024.",
        "Dit geldt vanaf 1 januari 20xx.",
        "De subsidie bedraagt € ____ per jaar.",
        "Zie besluit nr. …",
        "<naam gemeente> biedt hulp.",
        "Klik of tik om tekst in te voeren.",
        "{{ gemeente }} biedt hulp.",
    ],
)
def test_places_to_fill_in(zin: str) -> None:
    assert oordeel("DR-01", SLOT.format(zin)) == "strijdig"


@pytest.mark.parametrize(
    "zin",
    [
        "De subsidie is € 500 p.m.",
        "Artikel 12 [vervallen].",
        "Het gaat om fijnstof PM10 en PM 2,5.",
        "De maat is XXL.",
        "De aanvrager vult het formulier in en kan de plek invullen.",
        "Zie https://www.voorbeeld.nl/xx.",
        "De wachttijd wordt nader bepaald; enzovoort...",
        "________________________________",
    ],
)
def test_what_only_looks_like_a_place_to_fill_in(zin: str) -> None:
    assert oordeel("DR-01", SLOT.format(zin)) == "voldoet"


class TestWordFiles:
    def test_our_own_comments_are_no_open_comments(self) -> None:
        van_ons, van_een_mens = Opmerking(EIGEN_AUTEUR, "let op", 0), Opmerking("A. Mens", "klopt dit?", 0)
        gelezen = replace(read_docx(make("<w:p><w:r><w:t>a</w:t></w:r></w:p>")), opmerkingen=(van_ons, van_een_mens))
        assert Documentfeiten.van(gelezen) == Documentfeiten(heeft_revisies=False, opmerkingen=(van_een_mens,))

    def test_tracked_changes_are_quoted(self, tmp_path: Path) -> None:
        alineas = ["Verordening beschut werk", "Artikel 1 Doel", "Deze verordening regelt beschut werk."]
        body = "".join(f"<w:p><w:r><w:t>{alinea}</w:t></w:r></w:p>" for alinea in alineas)
        body += '<w:p><w:ins w:author="A"><w:r><w:t>Zij geldt vanaf 1 maart.</w:t></w:r></w:ins></w:p>'
        pad = tmp_path / "concept.docx"
        pad.write_bytes(make(body))
        gevonden = _van(pad, "DR-03", soort=Soort.VERORDENING)
        assert (gevonden.oordeel.value, [plaats.citaat for plaats in gevonden.plaatsen]) == ("strijdig", ["Zij geldt vanaf 1 maart."])

    @pytest.mark.parametrize(
        ("opmaak", "verwacht"),
        [
            ("<w:strike/>", ["De klompen staan"]),
            ("<w:dstrike/>", ["De klompen staan"]),
            ('<w:strike w:val="0"/>', []),
            ("<w:u w:val='single'/>", []),
        ],
        ids=["struck", "struck twice", "not struck", "underlined"],
    )
    def test_words_struck_out_by_hand_are_told(self, opmaak: str, verwacht: list[str], tmp_path: Path) -> None:
        alineas = ["Verordening beschut werk", "Artikel 1 Doel", "Deze verordening regelt beschut werk."]
        body = "".join(p(alinea) for alinea in alineas) + p(run("De klompen staan", opmaak) + run(" De sokken liggen buiten."))
        pad = tmp_path / "concept.docx"
        pad.write_bytes(make(body))
        resultaat = _toets(pad, "DR-03", Soort.VERORDENING)
        (gevonden,) = resultaat.oordelen
        assert [plaats.citaat for plaats in gevonden.plaatsen] == verwacht
        assert gevonden.oordeel.value == ("strijdig" if verwacht else "voldoet")
        assert ("doorgehaalde woorden" in (waarschuwing(resultaat, date(2030, 1, 1)) or "")) == bool(verwacht)


class TestLettersThatTheProjectGrewFrom:
    def test_letter_of_2015_says_nothing_wrong(self, shared: Path) -> None:
        pad = shared / "seeds" / "kamerbrief-30545-189.txt"
        assert _van(pad, "RV-02", soort=Soort.RAADSINFORMATIEBRIEF, dag=date(2015, 11, 15)).oordeel.value == "voldoet"

    def test_letter_of_2023_tells_that_the_duty_was_not_met(self, shared: Path) -> None:
        gevonden = _van(shared / "seeds" / "raadsbrief-invoering-nieuw-beschut-werk-2024.txt", "RV-02")
        assert gevonden.oordeel.value == "strijdig"
        assert len(gevonden.plaatsen) == 1
        assert "artikel 10b, eerste lid" in (gevonden.plaatsen[0].bericht or "")

    def test_letter_of_2023_needs_its_dossier(self, shared: Path) -> None:
        resultaat = _toets(shared / "seeds" / "raadsbrief-invoering-nieuw-beschut-werk-2024.txt", "RV-04")
        assert [weg.code for weg in resultaat.niet_beoordeeld] == ["RV-04"]


def _toets(pad: Path, code: str, soort: Soort | None = None, dag: date | None = None) -> Toetsresultaat:
    return next(iter(toets([pad], Toetsopties(selecteer=(code,), soort=soort, peildata=(dag,) if dag else ()))))


def _van(pad: Path, code: str, soort: Soort | None = None, dag: date | None = None) -> Oordeel:
    return _toets(pad, code, soort, dag).oordelen[0]
