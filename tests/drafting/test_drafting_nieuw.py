"""Questions in the terminal: defaults, explanation, back, stop and go on, and a package at the end."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from verordening_tool.drafting.gegevens_bewaren import bewaar
from verordening_tool.drafting.gegevensbestand import lees_gegevens, lees_tekst
from verordening_tool.drafting.vragen import VRAGEN, Antwoorden, als_gegevens, lees_antwoord, uit_gegevens
from verordening_tool.fouten import Gebruiksfout

GEGEVEN = {
    "gemeente": "Lochem",
    "data.inwerkingtreding": "2026-07-01",
    "kenmerk": "Z-1",
    "personen.griffier": "G. Griffier",
    "personen.burgemeester": "B. Meester",
    "personen.secretaris": "S. Secretaris",
    "personen.wethouder.naam": "W. Wethouder",
    "personen.behandelaar.naam": "B. Handelaar",
    "personen.behandelaar.telefoon": "0573-1",
}
_VRAAG = {vraag.veld: vraag for vraag in VRAGEN}


def _regels(**anders: str) -> list[tuple[str, str]]:
    """Field and line typed for every question that is asked: those of GEGEVEN and ``anders``, for the rest only Enter."""
    getypt = GEGEVEN | {veld.replace("__", "."): tekst for veld, tekst in anders.items()}
    antwoorden: Antwoorden = {}
    regels = []
    for vraag in VRAGEN:
        if vraag.geldt(antwoorden):
            tekst = getypt.get(vraag.veld, "")
            regels.append((vraag.veld, tekst))
            antwoorden[vraag.veld] = lees_antwoord(vraag, tekst or vraag.verstek_als_tekst(antwoorden))
    return regels


def _draai(map_: Path, *antwoorden: str) -> subprocess.CompletedProcess[str]:
    opdracht = [sys.executable, "-m", "verordening_tool", "nieuw", "-o", "uit"]
    invoer = "".join(f"{antwoord}\n" for antwoord in antwoorden)
    return subprocess.run(opdracht, cwd=map_, input=invoer, capture_output=True, text=True, encoding="utf-8", check=False)


def _bewaard(map_: Path) -> Any:
    return yaml.safe_load((map_ / "uit" / "gegevens.yaml").read_text(encoding="utf-8"))


def test_defaults_give_a_clean_package(tmp_path: Path) -> None:
    uit = _draai(tmp_path, *(tekst for _, tekst in _regels()))
    assert uit.returncode == 0, uit.stdout + uit.stderr
    assert "Alles in orde" in uit.stdout
    assert (tmp_path / "uit" / "raadsvoorstel.docx").is_file()
    gelezen = lees_gegevens(tmp_path / "uit" / "gegevens.yaml")
    assert (gelezen.gemeente, gelezen.minimum, gelezen.personen.wethouder.portefeuille) == ("Lochem", 16, "Werk en Inkomen")


def test_every_choice_of_the_schema_reaches_the_file(tmp_path: Path) -> None:
    regels = _regels(
        regeling="3",
        wijziging__titel="Re-integratieverordening Lochem 2020",
        wijziging__wijze="2",
        wijziging__artikel="10",
        beschut_werk__hoger_aantal__extra="4",
        beschut_werk__hoger_aantal__volgorde="jongeren_eerst",
        beschut_werk__werkgever__soort="4",
        beschut_werk__werkgever__naam="De Stroom",
        beschut_werk__voorzieningen="1, 4",
        beschut_werk__tot_aanvang="scholing",
        beschut_werk__voorschakeltraject="ja",
    )
    uit = _draai(tmp_path, *(tekst for _, tekst in regels))
    assert uit.returncode == 0, uit.stdout + uit.stderr
    gelezen = lees_gegevens(tmp_path / "uit" / "gegevens.yaml")
    werk = gelezen.beschut_werk
    assert gelezen.wijziging is not None
    assert (gelezen.regeling, gelezen.wijziging.nieuw_nummer) == ("wijzigingsverordening", "10a")
    assert (werk.voorzieningen, werk.tot_aanvang, werk.voorschakeltraject) == (("begeleiding", "hulpmiddelen"), ("scholing",), True)
    assert werk.hoger_aantal is not None
    assert (werk.hoger_aantal.extra, werk.hoger_aantal.volgorde, werk.werkgever.naam) == (4, "jongeren_eerst", "De Stroom")


def test_a_number_that_does_not_follow_is_asked_again(tmp_path: Path) -> None:
    regels = _regels(
        regeling="3",
        wijziging__titel="de Re-integratieverordening Lochem 2020",
        wijziging__wijze="2",
        wijziging__artikel="11",
        wijziging__nieuw_nummer="7a",
    )
    uit = _draai(tmp_path, *(tekst for _, tekst in regels), "")
    assert uit.returncode == 0, uit.stdout + uit.stderr
    assert "Welk nummer krijgt het nieuwe artikel: dit antwoord is 7a, maar dat volgt niet op artikel 11." in uit.stderr
    assert _bewaard(tmp_path)["wijziging"]["nieuw_nummer"] == "11a"
    assert _bewaard(tmp_path)["wijziging"]["titel"] == "Re-integratieverordening Lochem 2020"


@pytest.mark.parametrize(
    ("veld", "antwoord", "bericht"),
    [
        ("beschut_werk.voorschakeltraject", "misschien", "Dit antwoord is geen ja of nee. Typ j of n."),
        ("beschut_werk.tot_aanvang", "9", "Dit antwoord is geen van de keuzes. Typ nummers met een komma ertussen, van 1 tot en met 5."),
        ("wijziging.artikel", "elf", "Dit antwoord heeft niet de goede vorm. Typ alleen het nummer, bijvoorbeeld 10 of 10a."),
    ],
    ids=lambda waarde: waarde if "." in waarde and " " not in waarde else None,
)
def test_what_to_type_instead_speaks_of_what_is_on_screen(veld: str, antwoord: str, bericht: str) -> None:
    with pytest.raises(Gebruiksfout) as fout:
        lees_antwoord(_VRAAG[veld], antwoord)
    assert fout.value.bericht == bericht


def test_stop_and_go_on(tmp_path: Path) -> None:
    regels = _regels()
    stop = next(nummer for nummer, (veld, _) in enumerate(regels) if veld == "data.raad")
    eerst = _draai(tmp_path, *(tekst for _, tekst in regels[:stop]), "q")
    assert eerst.returncode == 0
    assert "Ga verder met" in eerst.stderr
    verder = _draai(tmp_path, *(tekst for _, tekst in regels[stop:]))
    assert verder.returncode == 0, verder.stdout + verder.stderr
    assert verder.stdout.startswith("Dag van de raadsvergadering?")


def test_explanation_back_and_wrong_answers(tmp_path: Path) -> None:
    uit = _draai(tmp_path, "?", "Nergenshuizen", "Lochem", "31 februari 2026", "2026-07-01", "<", "1 januari 2026", "verordning", "9", "q")
    assert "Naam of CBS-code van de gemeente." in uit.stderr
    assert "ken ik niet" in uit.stderr
    assert "geen datum" in uit.stderr
    assert uit.stderr.count("Dit antwoord is geen van de keuzes. Typ een nummer van 1 tot en met 3.") == 2
    assert "Traceback" not in uit.stderr
    assert _bewaard(tmp_path) == {"gemeente": "Lochem", "data": {"inwerkingtreding": date(2026, 1, 1)}}


@pytest.mark.parametrize(("antwoord", "gemeente"), [("j", "Lochem"), ("", "Lochem"), ("n", None)])
def test_a_name_that_is_nearly_right_is_asked_back(tmp_path: Path, antwoord: str, gemeente: str | None) -> None:
    uit = _draai(tmp_path, "Lochum", antwoord, "q")
    assert "Bedoelt u Lochem (0262)? [J/n]" in uit.stdout
    assert (_bewaard(tmp_path) or {}).get("gemeente") == gemeente


def test_the_number_of_the_minister_stands_in_the_question(tmp_path: Path) -> None:
    regels = [tekst for veld, tekst in _regels() if veld.startswith(("gemeente", "data.inw", "regeling", "voorganger", "raadsb", "stad"))]
    uit = _draai(tmp_path, *regels, "", "q")
    assert "het wettelijk minimum van 16 (eind 2026)" in uit.stdout


def test_what_does_not_fit_is_asked_again(tmp_path: Path) -> None:
    regels = _regels(data__bekendmaking="2026-07-02")
    uit = _draai(tmp_path, *(tekst for _, tekst in regels), "2026-08-01")
    assert "Wanneer moet de verordening ingaan: dit antwoord (1 juli 2026) ligt niet na de bekendmaking (2 juli 2026)" in uit.stderr
    assert _bewaard(tmp_path)["data"]["inwerkingtreding"] == date(2026, 8, 1)


def test_input_that_ends_loses_nothing(tmp_path: Path) -> None:
    uit = _draai(tmp_path, "Lochem")
    assert uit.returncode == 130
    assert _bewaard(tmp_path) == {"gemeente": "Lochem"}


def test_what_a_person_wrote_in_the_file_stays() -> None:
    tekst = "# afgestemd met de griffie\ngemeente: Lochem # let op\nfinancien:\n  bedrag: 5000 # van de controller\nkenmerk: 'Z-1'\n"
    nieuw = bewaar(tekst, uit_gegevens(yaml.safe_load(tekst)) | {"kenmerk": "Z-2", "personen.griffier": "G. Griffier"})
    for regel in ("# afgestemd met de griffie", "gemeente: Lochem # let op", "bedrag: 5000 # van de controller"):
        assert regel in nieuw
    assert yaml.safe_load(nieuw)["personen"] == {"griffier": "G. Griffier"}
    assert yaml.safe_load(nieuw)["kenmerk"] == "Z-2"


def test_an_answer_that_is_taken_back_leaves_the_file() -> None:
    tekst = bewaar("", {"gemeente": "Lochem", "voorganger.titel": "Verordening Lochem 2014"})
    assert yaml.safe_load(bewaar(tekst, {"gemeente": "Lochem", "voorganger.titel": ""})) == {"gemeente": "Lochem"}


@pytest.mark.parametrize("vraag", VRAGEN, ids=lambda vraag: vraag.veld)
def test_every_question_is_explained_and_its_default_is_right(vraag: Any) -> None:
    assert vraag.uitleg
    verstek = vraag.verstek_als_tekst({"gemeente": "Lochem", "wijziging.artikel": "10"} | dict.fromkeys(DATA, "2026-01-01"))
    if verstek:
        assert lees_antwoord(vraag, verstek) is not None


DATA = ("data.inwerkingtreding", "data.raad", "data.college")


@pytest.mark.parametrize("antwoord", ["0", "8", "begeleiding", "1", "1,1", "iets"])
def test_a_choice_outside_the_list_is_refused(antwoord: str) -> None:
    with pytest.raises(Gebruiksfout):
        lees_antwoord(_VRAAG["beschut_werk.voorzieningen"], antwoord)


def test_answers_survive_the_file() -> None:
    antwoorden = {"gemeente": "Lochem", "voorganger.titel": "", "data.raad": "2026-01-01"}
    leeg = {vraag.veld: "" for vraag in VRAGEN[: VRAGEN.index(_VRAAG["data.raad"])] if vraag.mag_leeg}
    assert uit_gegevens(als_gegevens(antwoorden)) == antwoorden | leeg
    assert uit_gegevens(yaml.safe_load(bewaar("", antwoorden))) == antwoorden | leeg


def test_a_file_that_was_written_can_be_read(tmp_path: Path) -> None:
    antwoorden = {veld: lees_antwoord(_VRAAG[veld], tekst or _VRAAG[veld].verstek_als_tekst({})) for veld, tekst in _regels() if tekst}
    dagen = {"data.raad": "2026-06-01", "data.college": "2026-05-01", "data.bekendmaking": "2026-06-08"}
    assert lees_tekst(bewaar("", antwoorden | dagen), "gegevens.yaml").kenmerk == "Z-1"
