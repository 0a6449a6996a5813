"""A wijzigingsverordening with the text it changes: judged and shown as one, from the command line too."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from teksten import TITEL

from verordening_tool import api
from verordening_tool.comparing.opdrachten import vorm
from verordening_tool.fouten import Gegevensfout

BASIS = f"""{TITEL}
De raad van de gemeente Proefstad;
gelet op artikel 8a, eerste lid, aanhef en onder e, en artikel 10b, zevende lid, van de Participatiewet;
besluit vast te stellen de {TITEL}.
Artikel 1 Beschut werk
1. Het college biedt beschut werk aan in een dienstbetrekking.
2. Om het werk mogelijk te maken zet het college begeleiding en aanpassing van de werkplek in.
Artikel 2 Slot
Deze verordening treedt in werking op 1 januari 2020.
Aldus vastgesteld in de openbare vergadering van 10 december 2019.
"""
WIJZIGING = f"""Verordening tot wijziging van de {TITEL}
De raad van de gemeente Proefstad;
gelet op artikel 10b, zevende lid, van de Participatiewet;
besluit:
Artikel I
De {TITEL} wordt als volgt gewijzigd:
A
Aan artikel 1 wordt een lid toegevoegd, luidende:
3. Tot de dienstbetrekking aanvangt, biedt het college scholing en een werkstage aan.
B
Artikel 7 vervalt.
Artikel II
Deze verordening treedt in werking op 1 maart 2024.
"""


@pytest.fixture
def stukken(tmp_path: Path) -> tuple[Path, Path]:
    basis, wijziging = tmp_path / "basis.txt", tmp_path / "wijziging.txt"
    basis.write_text(BASIS, encoding="utf-8")
    wijziging.write_text(WIJZIGING, encoding="utf-8")
    return basis, wijziging


def test_the_whole_is_judged_by_the_law_of_the_change(stukken: tuple[Path, Path]) -> None:
    basis, wijziging = stukken
    alleen = next(api.toets([basis], api.Toetsopties(peildata=(date(2024, 3, 1),), selecteer=("BW-06", "BW-07"))))
    samen = next(api.toets([wijziging], api.Toetsopties(basis=basis, selecteer=("BW-06", "BW-07"))))
    assert [o.oordeel.value for o in alleen.oordelen] == ["voldoet", "niet_aangetroffen"]
    assert [o.oordeel.value for o in samen.oordelen] == ["voldoet", "voldoet"]
    assert (samen.soort.value, samen.peildatum.datum, samen.aantal_artikelen) == ("verordening", date(2024, 3, 1), 2)
    assert samen.consolidatie is not None
    assert samen.consolidatie.uitgevoerd == 1
    assert [(een.opdracht, een.reden) for een in samen.consolidatie.niet_gepast] == [
        ("Artikel 7 vervalt.", "artikel 7 staat niet in de basistekst")
    ]


def _draai(*woorden: str | Path) -> subprocess.CompletedProcess[str]:
    opdracht = [sys.executable, "-m", "verordening_tool", *map(str, woorden)]
    return subprocess.run(opdracht, capture_output=True, text=True, encoding="utf-8", check=False)


def test_on_the_command_line(stukken: tuple[Path, Path]) -> None:
    basis, wijziging = stukken
    gelezen = _draai("lees", wijziging, "--basis", basis)
    assert gelezen.returncode == 0
    assert "3. Tot de dienstbetrekking aanvangt" in gelezen.stdout
    assert "Artikel 7 vervalt." in gelezen.stderr
    tekst = " ".join(_draai("toets", wijziging, "--basis", basis).stdout.split())
    assert "met de wijzigingen erin (1 opdracht)" in tekst
    assert "artikel 7 staat niet in de basistekst" in tekst
    assert "1 keer een opdracht niet uitgevoerd" in tekst
    data = json.loads(_draai("toets", wijziging, "--basis", basis, "-f", "json").stdout)
    assert data["bestanden"][0]["basis"]["niet_gepast"][0]["reden"] == "artikel 7 staat niet in de basistekst"


@pytest.mark.parametrize(
    ("van", "naar", "reden"),
    [
        pytest.param("artikel 1", "artikel 12", "artikel 12 staat niet in de basistekst", id="geen_opdracht_past"),
        pytest.param(TITEL, TITEL.replace("2020", "2018"), "en de basistekst is de", id="titel_met_een_ander_jaar"),
    ],
)
@pytest.mark.parametrize("opdracht", ["toets", "lees"])
def test_a_basis_that_is_not_the_text_that_is_changed(stukken: tuple[Path, Path], opdracht: str, van: str, naar: str, reden: str) -> None:
    basis, wijziging = stukken
    wijziging.write_text(WIJZIGING.replace(van, naar), encoding="utf-8")
    uit = _draai(opdracht, wijziging, "--basis", basis)
    gezegd = " ".join(uit.stderr.split())
    assert (uit.returncode, uit.stdout) == (2, "")
    assert "Nog geen antwoord mogelijk" in gezegd
    assert reden in gezegd
    assert "Geef als basis de tekst die wordt gewijzigd." in gezegd


def test_an_order_that_begins_on_another_day_is_told(stukken: tuple[Path, Path]) -> None:
    basis, wijziging = stukken
    op_een_dag = "Deze verordening treedt in werking op 1 maart 2024"
    zin = f"{op_een_dag}, met uitzondering van artikel I, onderdeel B, dat in werking treedt op 1 mei 2024."
    wijziging.write_text(WIJZIGING.replace(f"{op_een_dag}.", zin), encoding="utf-8")
    samen = next(api.toets([wijziging], api.Toetsopties(basis=basis, selecteer=("BW-07",))))
    assert samen.consolidatie is not None
    assert samen.consolidatie.niet_gepast[-1].opdracht == zin
    assert "gelden vanaf een andere dag" in samen.consolidatie.niet_gepast[-1].reden


@pytest.mark.parametrize("opdracht", ["toets", "lees"])
def test_an_order_that_would_give_a_number_twice_asks_for_no_other_text(stukken: tuple[Path, Path], opdracht: str) -> None:
    basis, wijziging = stukken
    begin, _, rest = WIJZIGING.partition("A\n")
    slot = rest.partition("Artikel II")[2]
    nieuw = "A\nNa artikel 1 wordt een artikel ingevoegd, luidende:\nArtikel 2 Nieuw\nTekst.\n"
    wijziging.write_text(f"{begin}{nieuw}Artikel II{slot}", encoding="utf-8")
    uit = _draai(opdracht, wijziging, "--basis", basis)
    gezegd = " ".join(uit.stderr.split())
    assert uit.returncode == 2
    assert "artikel 2 komt dan 2 keer voor" in gezegd
    assert "Verwerk de wijziging zelf in de tekst, en toets die." in gezegd


@pytest.mark.parametrize("opdracht", ["toets", "lees"])
def test_a_lone_order_that_is_not_known_is_named(stukken: tuple[Path, Path], opdracht: str) -> None:
    basis, wijziging = stukken
    begin, _, rest = WIJZIGING.partition("A\n")
    slot = rest.partition("Artikel II")[2]
    wijziging.write_text(f"{begin}De citeertitel wordt: Verordening Proefstad 2024.\nArtikel II{slot}", encoding="utf-8")
    uit = _draai(opdracht, wijziging, "--basis", basis)
    gezegd = " ".join(uit.stderr.split())
    assert (uit.returncode, uit.stdout) == (2, "")
    assert "“De citeertitel wordt: Verordening Proefstad 2024.” is niet uitgevoerd, want deze opdracht kent het programma niet" in gezegd
    assert "Verwerk de wijziging zelf in de tekst" in gezegd


@pytest.mark.parametrize("opdracht", ["toets", "lees"])
def test_a_basis_for_what_changes_nothing_is_refused(stukken: tuple[Path, Path], opdracht: str) -> None:
    uit = _draai(opdracht, stukken[0], "--basis", stukken[0])
    assert uit.returncode == 2
    assert "geen wijzigingsverordening" in uit.stderr


def _gegevens(**anders: Any) -> dict[str, Any]:
    return {
        "gemeente": "Lochem",
        "kenmerk": "Z-1",
        "data": {"college": "2025-10-01", "raad": "2025-12-01", "bekendmaking": "2025-12-08", "inwerkingtreding": "2026-01-01"},
        "personen": {
            "griffier": "G",
            "burgemeester": "B",
            "secretaris": "S",
            "wethouder": {"naam": "W"},
            "behandelaar": {"naam": "H", "telefoon": "1"},
        },
        **anders,
    }


@pytest.mark.parametrize("wijze", [{"wijze": "vervangen", "artikel": "11"}, {"wijze": "invoegen", "artikel": "11", "nieuw_nummer": "11a"}])
def test_what_genereer_changes_is_what_genereer_would_write_anew(tmp_path: Path, wijze: dict[str, str]) -> None:
    werk = {"voorzieningen": ["begeleiding", "hulpmiddelen"], "tot_aanvang": ["scholing"], "voorschakeltraject": True}
    titel = "Re-integratieverordening Participatiewet Lochem 2026"
    bestanden = {
        "basis": (_gegevens(), "re-integratieverordening"),
        "anders": (_gegevens(beschut_werk=werk, regeling="verordening-beschut-werk"), "verordening-beschut-werk"),
        "wijziging": (
            _gegevens(beschut_werk=werk, regeling="wijzigingsverordening", wijziging={"titel": titel, **wijze}),
            "wijzigingsverordening",
        ),
    }
    for naam, (inhoud, soort) in bestanden.items():
        (tmp_path / f"{naam}.yaml").write_text(yaml.safe_dump(inhoud), encoding="utf-8")
        api.genereer(tmp_path / f"{naam}.yaml", tmp_path / naam, [soort], api.Genereeropties(controle=False))
    samen = api.lees(tmp_path / "wijziging" / "wijzigingsverordening.docx", basis=tmp_path / "basis" / "re-integratieverordening.docx")
    assert samen.consolidatie is not None
    assert not samen.consolidatie.niet_gepast
    nummer = wijze.get("nieuw_nummer", wijze["artikel"])
    los = api.lees(tmp_path / "anders" / "verordening-beschut-werk.docx").regeling.artikelen
    nieuw = samen.regeling.artikel(nummer)
    model = max(los, key=lambda artikel: len(artikel.leden))
    assert nieuw is not None
    assert vorm(nieuw)[2] == vorm(model)[2]
    eerder = {
        artikel.nummer: vorm(artikel) for artikel in api.lees(tmp_path / "basis" / "re-integratieverordening.docx").regeling.artikelen
    }
    later = {artikel.nummer: vorm(artikel) for artikel in samen.regeling.artikelen}
    assert {n: v for n, v in later.items() if n != nummer} == {n: v for n, v in eerder.items() if n != nummer or "nieuw_nummer" in wijze}


@pytest.mark.parametrize("regeling", ["re-integratieverordening", "wijzigingsverordening"])
def test_a_package_holds_the_table_when_the_earlier_text_is_there(tmp_path: Path, regeling: str) -> None:
    (tmp_path / "basis.yaml").write_text(yaml.safe_dump(_gegevens()), encoding="utf-8")
    api.genereer(tmp_path / "basis.yaml", tmp_path / "oud", ["re-integratieverordening"], api.Genereeropties(controle=False))
    titel = "Re-integratieverordening Participatiewet Lochem 2026"
    eerder = {"titel": titel, "bestand": "oud/re-integratieverordening.docx"}
    keuze = {"wijziging": {**eerder, "artikel": "11"}} if regeling == "wijzigingsverordening" else {"titel": "Nieuw", "voorganger": eerder}
    (tmp_path / "nieuw.yaml").write_text(yaml.safe_dump(_gegevens(regeling=regeling, **keuze)), encoding="utf-8")
    pakket = api.genereer(tmp_path / "nieuw.yaml", tmp_path / "uit", [regeling], api.Genereeropties(controle=False))
    assert pakket.naast == ("was-wordt.docx",)
    tekst = [alinea.text for alinea in docx.Document(str(tmp_path / "uit" / "was-wordt.docx")).paragraphs]
    assert tekst[0] == "Was-wordt-tabel"
    assert "Wijzigingsopdrachten" not in tekst  # the package itself withdraws or changes the earlier text


def test_an_earlier_text_that_is_not_there_is_named(tmp_path: Path) -> None:
    inhoud = _gegevens(voorganger={"titel": "Verordening Lochem 2014", "bestand": "weg.docx"})
    (tmp_path / "g.yaml").write_text(yaml.safe_dump(inhoud), encoding="utf-8")
    with pytest.raises(Gegevensfout, match=r"g\.yaml noemt weg\.docx"):
        api.genereer(tmp_path / "g.yaml", tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


def test_comments_in_word_are_refused_with_a_basis(stukken: tuple[Path, Path], tmp_path: Path) -> None:
    uit = _draai("toets", stukken[1], "--basis", stukken[0], "-f", "docx", "-o", tmp_path / "x.docx")
    assert uit.returncode == 2
    assert "Opmerkingen in Word kunnen niet samen met --basis" in uit.stderr
