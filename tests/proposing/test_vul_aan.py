"""Proposals in drafts: at the place where a lawyer puts them, in the form of the draft, and gone without a trace when rejected."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
from voorstellen import AANBOD, CORPUS, GEGEVENS, KAAL, WACHT, WERK, concept, look, settled, texts

from comment_checks import invalid_parts
from verordening_tool import api
from verordening_tool.document.blok import EIGEN_AUTEUR
from verordening_tool.fouten import Gebruiksfout
from verordening_tool.ooxml.comments import without_comments
from verordening_tool.ooxml.tracked import with_accepted, without_changes
from verordening_tool.proposing.model import Aanvulling, is_mis
from verordening_tool.readers.docx import read_docx
from verordening_tool.structure import ontleed

AANGEVULD = [  # document of the corpus, codes put right, where
    ("02-verzamel-2015-zonder-stijlen", {"BW-05", "BW-19"}, ["artikel 7, vierde lid", "artikel 8a Vergoeding bij ziekte"]),
    ("06-participatie-2016-velden", {"BW-04"}, ["artikel 6, derde lid"]),
    ("07-reintegratie-2017-koop", {"BW-07", "BW-09"}, ["aanhef", "artikel 6, eerste lid", "artikel 6, vijfde lid"]),
    ("20-losse-2024-revisies-opmerkingen", {"BW-06", "BW-07"}, ["artikel 2, vierde lid", "artikel 2, vijfde lid"]),
    ("21-reintegratie-2025-autonummers", {"BW-13", "BW-24"}, ["artikel 5, derde lid", "artikel 9, derde lid", "artikel 9, vierde lid"]),
    ("22-participatie-2025-velden-voetnoten", {"BW-07"}, ["artikel 5, vijfde lid"]),
    ("25-participatie-2026-rommelig", {"BW-09", "BW-10"}, ["artikel 6, eerste lid"]),
    ("42-reintegratie-2024-zonder-beschut-werk", {"BW-02", "BW-06", "BW-07"}, ["artikel 4a Beschut werk"]),
]
MET_VRAGEN = [
    "09-participatie-2018-tabellen",
    "12-reintegratie-2021-stijlnummers",
    "24-losse-2026-tabellen",
    "41-reintegratie-2018-college",
]
ALLE = [naam for naam, _, _ in AANGEVULD] + MET_VRAGEN


@lru_cache
def aangevuld(naam: str) -> Aanvulling:
    return api.vul_aan(CORPUS / f"{naam}.docx", GEGEVENS)


def vul_aan(tmp_path: Path, inhoud: bytes, gegevens: str | None = None) -> Aanvulling:
    bestand, data = tmp_path / "concept.docx", tmp_path / "gemeente.yaml"
    bestand.write_bytes(inhoud)
    data.write_text(gegevens or GEGEVENS.read_text(encoding="utf-8"), encoding="utf-8")
    return api.vul_aan(bestand, data)


def regels(aanvulling: Aanvulling) -> list[str]:
    return texts(with_accepted(aanvulling.inhoud, EIGEN_AUTEUR))


def mis(pad: Path) -> set[str]:
    return {oordeel.code for oordeel in next(api.toets([pad])).oordelen if is_mis(oordeel)}


# --- documents of the corpus ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("naam", "codes", "plekken"), AANGEVULD, ids=[naam for naam, _, _ in AANGEVULD])
def test_corpus(naam: str, codes: set[str], plekken: list[str], tmp_path: Path) -> None:
    aanvulling = aangevuld(naam)
    assert {oordeel.code for oordeel in aanvulling.hersteld} == codes
    assert [voorstel.plek for voorstel in aanvulling.voorstellen] == plekken
    (tmp_path / "over.docx").write_bytes(with_accepted(aanvulling.inhoud, EIGEN_AUTEUR))
    assert not mis(tmp_path / "over.docx") & codes


def test_new_articles_come_behind_what_the_draft_says_on_their_subject() -> None:
    opties = api.Toetsopties(peildata=(date(2026, 1, 1),))
    aanvulling = api.vul_aan(CORPUS / "06-participatie-2016-velden.docx", GEGEVENS, opties)
    artikelen = ontleed(read_docx(with_accepted(aanvulling.inhoud, EIGEN_AUTEUR))).artikelen
    hoofdstuk = {artikel.nummer: artikel.pad[0] for artikel in artikelen}
    nieuw = {nummer: naam for nummer, naam in hoofdstuk.items() if nummer[-1].isalpha()}
    assert nieuw == {  # behind all on beschut werk (articles 6 to 8), and in the chapter on loonkostensubsidie
        **dict.fromkeys(("8a", "8b", "8c", "8d"), "Hoofdstuk 2 Naar werk"),
        "10a": "Hoofdstuk 3 Loonkostensubsidie",
    }
    assert [artikel.nummer for artikel in artikelen][7:15] == ["8", "8a", "8b", "8c", "8d", "9", "10", "10a"]


@pytest.mark.parametrize(
    ("begrip", "verwacht", "gevraagd"),
    [
        pytest.param("klant: persoon als bedoeld in artikel 7, eerste lid, onder a, van de wet;", "een klant die", False, id="own_word"),
        pytest.param("doelgroep: personen als bedoeld in artikel 7 van de wet;", "persoon uit de doelgroep die", False, id="same_word"),
        pytest.param(
            "doelgroep loonkostensubsidie: personen als bedoeld in artikel 6 van de wet;",
            "persoon uit de doelgroep die",
            True,
            id="another_doelgroep",
        ),
    ],
)
def test_people_are_called_as_the_draft_calls_them(begrip: str, verwacht: str, tmp_path: Path, *, gevraagd: bool) -> None:
    bron = concept("1. " + AANBOD, "2. " + WERK, "3. " + WACHT, begrip=begrip, titel="Re-integratieverordening Participatiewet Lochem 2024")
    aanvulling = vul_aan(tmp_path, bron)
    ondersteuning = next(regel for regel in regels(aanvulling) if "biedt persoonlijke ondersteuning" in regel)
    assert verwacht in ondersteuning
    assert any("“doelgroep”" in vraag.tekst for vraag in aanvulling.vragen) is gevraagd


@pytest.mark.parametrize("naam", ALLE)
def test_rejected_is_the_draft_again(naam: str) -> None:
    inhoud = aangevuld(naam).inhoud
    afgewezen = without_comments(without_changes(inhoud, EIGEN_AUTEUR), EIGEN_AUTEUR)
    assert look(afgewezen) == look((CORPUS / f"{naam}.docx").read_bytes())


@pytest.mark.parametrize("naam", ALLE)
def test_a_second_run_gives_the_same_file(naam: str, tmp_path: Path) -> None:
    (tmp_path / "voorstel.docx").write_bytes(aangevuld(naam).inhoud)
    assert api.vul_aan(tmp_path / "voorstel.docx", GEGEVENS).inhoud == aangevuld(naam).inhoud


@pytest.mark.parametrize("naam", ALLE)
def test_schema(naam: str, shared: Path) -> None:
    bron = (CORPUS / f"{naam}.docx").read_bytes()
    assert invalid_parts(aangevuld(naam).inhoud, shared) <= invalid_parts(bron, shared)


def test_documents_of_others(shared: Path) -> None:
    hersteld = 0
    for pad in sorted((shared / "voorbeelden" / "docs").glob("*.docx")):
        try:
            aanvulling = api.vul_aan(pad, GEGEVENS)
        except Gebruiksfout:
            continue
        over = {o.code for o in aanvulling.over if o.code.startswith("BW-") and o.oordeel.value == "niet_aangetroffen"}
        assert (pad.name, over) == (pad.name, set())
        afgewezen = without_comments(without_changes(aanvulling.inhoud, EIGEN_AUTEUR), EIGEN_AUTEUR)
        assert (pad.name, look(afgewezen) == look(pad.read_bytes())) == (pad.name, True)
        hersteld += len(aanvulling.hersteld)
    assert hersteld >= 2


def test_libreoffice_settles_them(soffice: str, tmp_path: Path) -> None:
    bestanden = []
    for naam in ALLE:
        bestanden.append(tmp_path / f"{naam}.docx")
        bestanden[-1].write_bytes(aangevuld(naam).inhoud)
    bronnen = tmp_path / "bronnen"
    bronnen.mkdir()
    over = settled(soffice, tmp_path, bestanden, "AcceptAllTrackedChanges")
    terug = settled(soffice, tmp_path, bestanden, "RejectAllTrackedChanges")
    (bronnen / "profile").symlink_to(tmp_path / "profile")
    gewoon = settled(soffice, bronnen, [CORPUS / f"{naam}.docx" for naam in ALLE], "RejectAllTrackedChanges")
    for naam, na, weer, bron in zip(ALLE, over, terug, gewoon, strict=True):
        codes = {oordeel.code for oordeel in aangevuld(naam).hersteld}
        assert (naam, mis(na) & codes) == (naam, set())
        assert (naam, _gezien(weer)) == (naam, _gezien(bron))


def _gezien(pad: Path) -> list[tuple[object, ...]]:
    return [(blok.nummer, blok.tekst, blok.stijl, blok.vet, blok.inspringing) for blok in read_docx(pad.read_bytes()).blokken]


# --- the form of the draft ------------------------------------------------------------------------------------------


def test_changes_and_comments_of_people_stay() -> None:
    naam = "20-losse-2024-revisies-opmerkingen"
    voor, na = read_docx((CORPUS / f"{naam}.docx").read_bytes()), read_docx(aangevuld(naam).inhoud)
    mensen = [opmerking for opmerking in na.opmerkingen if opmerking.auteur != EIGEN_AUTEUR]
    assert [opmerking.tekst for opmerking in mensen] == [opmerking.tekst for opmerking in voor.opmerkingen]
    assert read_docx(with_accepted(aangevuld(naam).inhoud, EIGEN_AUTEUR)).heeft_revisies


def test_automatic_numbers_go_on_and_begin_again() -> None:
    blokken = read_docx(aangevuld("42-reintegratie-2024-zonder-beschut-werk").inhoud).blokken
    begin = next(nr for nr, blok in enumerate(blokken) if blok.tekst == "Artikel 4a Beschut werk")
    nummers = [blok.nummer for blok in blokken[begin + 1 : begin + 16]]
    assert nummers == ["1.", "2.", "3.", "4.", "a.", "b.", "c.", "d.", "e.", "5.", "a.", "b.", "c.", "6.", "Artikel 5"]


@pytest.mark.parametrize(
    ("leden", "verwacht"),
    [
        pytest.param(("1. " + AANBOD, "2. " + WERK), r"3\. Tot het moment", id="point-and-blank"),
        pytest.param(("1 " + AANBOD, "2 " + WERK), r"3 Tot het moment", id="bare-number"),
        pytest.param(("1) " + AANBOD, "2) " + WERK), r"3\) Tot het moment", id="bracket"),
        pytest.param((f"{AANBOD} {WERK}",), r"2\. Tot het moment", id="lone-lid"),
    ],
)
def test_typed_numbers(leden: tuple[str, ...], verwacht: str, tmp_path: Path) -> None:
    aanvulling = vul_aan(tmp_path, concept(*leden))
    assert [voorstel.codes for voorstel in aanvulling.voorstellen] == [("BW-07",)]
    na = regels(aanvulling)
    assert any(re.match(verwacht, regel) for regel in na)
    assert leden[0] in na or f"1. {leden[0]}" in na


def test_the_law_is_named_as_the_draft_names_it() -> None:
    met, zonder = aangevuld("42-reintegratie-2024-zonder-beschut-werk"), aangevuld("41-reintegratie-2018-college")
    assert "van de wet" in met.voorstellen[0].tekst
    assert not [voorstel.tekst for voorstel in zonder.voorstellen if re.search(r"\bde wet\b", voorstel.tekst)]


# --- words ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gelet", "verwacht"),
    [
        pytest.param(
            "gelet op artikel 8a, eerste lid, aanhef en onder e, en artikel 10b, vierde lid, van de Participatiewet;",
            "gelet op artikel 8a, eerste lid, aanhef en onder e, en artikel 10b, zevende lid, van de Participatiewet;",
            id="stale-lid",
        ),
        pytest.param(
            "gelet op de artikelen 6, tweede lid, 8a, eerste lid, aanhef en onder e, en 10b, zevende lid, van de Participatiewet;",
            "gelet op de artikelen 8a, eerste lid, aanhef en onder e, en 10b, zevende lid, van de Participatiewet;",
            id="lapsed-article-in-a-list",
        ),
        pytest.param(
            "gelet op artikel 6, tweede lid, artikel 8a, eerste lid, aanhef en onder e, en artikel 10b, zevende lid, van de"
            " Participatiewet;",
            "gelet op artikel 8a, eerste lid, aanhef en onder e, en artikel 10b, zevende lid, van de Participatiewet;",
            id="lapsed-article-by-itself",
        ),
        pytest.param(
            "gelet op artikel 8a, eerste lid, aanhef en onderdelen a en c, en artikel 10b, zevende lid, van de Participatiewet;",
            "gelet op artikel 8a, eerste lid, aanhef en onderdelen a, c en e, en artikel 10b, zevende lid, van de Participatiewet;",
            id="one-more-onderdeel",
        ),
        pytest.param(
            "gelet op artikel 8a, eerste lid, aanhef en onder e, van de Participatiewet;",
            "gelet op artikel 8a, eerste lid, aanhef en onder e, en artikel 10b, zevende lid, van de Participatiewet;",
            id="one-more-article",
        ),
        pytest.param(
            "gelet op artikel 149 van de Gemeentewet;",
            "gelet op artikel 149 van de Gemeentewet en artikel 8a, eerste lid, aanhef en onder e, en artikel 10b, zevende lid,"
            " van de Participatiewet;",
            id="no-citation-of-the-law-yet",
        ),
        pytest.param(
            "", "gelet op artikel 8a, eerste lid, aanhef en onder e, en artikel 10b, zevende lid, van de Participatiewet;", id="none"
        ),
    ],
)
def test_legal_bases(gelet: str, verwacht: str, tmp_path: Path) -> None:
    aanvulling = vul_aan(tmp_path, concept("1. " + AANBOD, "2. " + WERK, "3. " + WACHT, gelet=gelet))
    assert [regel for regel in regels(aanvulling) if regel.startswith("gelet")] == [verwacht]
    assert not [oordeel.code for oordeel in aanvulling.over if oordeel.code.startswith("GR-")]


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        pytest.param(
            "Het college kan de persoon die na advies van het UWV beschut kan werken een dienstbetrekking in beschut werk aanbieden.",
            "Het college biedt de persoon die na advies van het UWV beschut kan werken een dienstbetrekking in beschut werk aan.",
            id="separable",
        ),
        pytest.param(
            "Burgemeester en wethouders kunnen een dienstbetrekking in beschut werk verstrekken.",
            "Burgemeester en wethouders verstrekken een dienstbetrekking in beschut werk.",
            id="plural",
        ),
        pytest.param(
            "Een dienstbetrekking in beschut werk kan worden aangeboden als het UWV daartoe adviseert.",
            "Een dienstbetrekking in beschut werk wordt aangeboden als het UWV daartoe adviseert.",
            id="passive",
        ),
        pytest.param(
            "Indien de middelen dat toelaten, kan het college een persoon die na advies van het UWV is aangewezen, beschut werk aanbieden.",
            "Het college biedt een persoon die na advies van het UWV is aangewezen, beschut werk aan.",
            id="condition_first",
        ),
        pytest.param(
            "Het college kan, voor zover het budget toereikend is, na advies van het UWV beschut werk aanbieden.",
            "Het college biedt na advies van het UWV beschut werk aan.",
            id="condition_between",
        ),
        pytest.param(
            "Het college kan de persoon naar eigen oordeel beschut werk aanbieden, als de begroting dat toelaat.",
            "Het college biedt de persoon beschut werk aan.",
            id="two_conditions",
        ),
        pytest.param(
            "Als werken alleen in een beschutte omgeving mogelijk is, kan het college na advies van het UWV beschut werk aanbieden.",
            "Als werken alleen in een beschutte omgeving mogelijk is, biedt het college na advies van het UWV beschut werk aan.",
            id="condition_of_the_law",
        ),
    ],
)
def test_a_power_becomes_a_duty(zin: str, verwacht: str, tmp_path: Path) -> None:
    aanvulling = vul_aan(tmp_path, concept("1. " + zin, "2. " + WERK, "3. " + WACHT))
    assert f"1. {verwacht}" in regels(aanvulling)
    assert "BW-09" in {oordeel.code for oordeel in aanvulling.hersteld}


@pytest.mark.parametrize(
    "zin",
    [
        "Als er budget is en het UWV dat adviseert, kan het college de persoon beschut werk aanbieden.",
        "Indien de middelen dat toelaten, kan aan iemand met een beperking beschut werk worden aangeboden.",
        "Het college kan de persoon na advies van het UWV beschut werk aanbieden, als de omstandigheden dat toelaten.",
    ],
    ids=["joined_to_another", "no_actor_behind_it", "of_the_person_or_of_money"],
)
def test_a_condition_that_can_not_be_taken_out_is_left_to_a_person(zin: str, tmp_path: Path) -> None:
    aanvulling = vul_aan(tmp_path, concept("1. " + zin, "2. " + WERK, "3. " + WACHT))
    assert f"1. {zin}" in regels(aanvulling)
    assert "BW-09" in {oordeel.code for oordeel in aanvulling.over}
    assert "BW-09" in {code for vraag in aanvulling.vragen for code in vraag.codes}


# --- what a person must decide --------------------------------------------------------------------------------------


def test_an_amount_that_nobody_gave_is_asked_for(tmp_path: Path) -> None:
    bron = (CORPUS / "41-reintegratie-2018-college.docx").read_bytes()
    aanvulling = vul_aan(tmp_path, bron, KAAL)
    voorgesteld = " ".join(voorstel.tekst for voorstel in aanvulling.voorstellen)
    assert "€" not in voorgesteld
    assert "procent" not in voorgesteld
    vragen = [vraag.tekst for vraag in aanvulling.vragen]
    assert any("premie" in vraag and "€ … per zes maanden" in vraag for vraag in vragen)
    assert any("… procent" in vraag for vraag in vragen)
    opmerkingen = [opmerking.tekst for opmerking in read_docx(aanvulling.inhoud).opmerkingen]
    assert len(opmerkingen) == len(vragen)


def test_our_own_choice_is_put_as_a_question(tmp_path: Path) -> None:
    aanvulling = vul_aan(tmp_path, concept("1. " + AANBOD, "2. " + WERK), KAAL)
    assert [vraag.codes for vraag in aanvulling.vragen] == [("BW-07",)]
    assert "gebruikelijke keuze" in aanvulling.vragen[0].tekst


def test_what_is_against_the_law_is_a_question_at_its_place() -> None:
    aanvulling = aangevuld("24-losse-2026-tabellen")
    assert [vraag.codes for vraag in aanvulling.vragen] == [("BW-11",), ("BW-15",)]
    assert all(vraag.alinea is not None for vraag in aanvulling.vragen)


def test_doubt_about_what_the_law_asks_is_left(tmp_path: Path) -> None:
    aanbod = "1. Het college biedt beschut werk aan in een dienstbetrekking, mits een werkgever daartoe bereid is."
    aanvulling = vul_aan(tmp_path, concept(aanbod, "2. " + WERK, "3. " + WACHT))
    assert "BW-09" in {oordeel.code for oordeel in aanvulling.over}


def test_what_the_proposals_bring_themselves_is_told() -> None:
    aanvulling = aangevuld("42-reintegratie-2024-zonder-beschut-werk")
    assert "NR-01" in {oordeel.code for oordeel in aanvulling.over}
    assert any("Met --vernummer telt Word verder" in melding for melding in aanvulling.meldingen)


# --- refusals and the command line ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bestand", "woorden"),
    [
        ("32-raadsvoorstel-2017.docx", "geen verordening"),
        ("13-wijziging-2017.docx", "geen verordening"),
        ("10-reintegratie-2019-markdown.md", "geen Word-bestand"),
        ("14-losse-2022-odt.odt", "geen Word-bestand"),
    ],
)
def test_refused(bestand: str, woorden: str) -> None:
    with pytest.raises(Gebruiksfout, match=woorden):
        api.vul_aan(CORPUS / bestand, GEGEVENS)
