"""The data file: what is right is read, what is wrong is refused with line, field and remedy."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from drafting_data import als_tekst, gegevens, lees, met_regel

from verordening_tool.drafting.gegevens import Gegevens
from verordening_tool.drafting.gegevensbestand import lees_gegevens, lees_tekst
from verordening_tool.fouten import Gegevensfout

ROOT = Path(__file__).resolve().parents[2]
GOED = als_tekst(gegevens())


@pytest.mark.parametrize(
    ("veld", "regel", "bericht"),
    [
        ("gemeente", "gemeente: Lochum", "gemeente is onbekend. Bedoelt u Lochem (0262)?"),
        ("gemeente", "gemeente: 262", "gemeente is een getal"),
        ("kenmerk", "kenmerk: '{{ 7 * 7 }}'", "kenmerk bevat accolades van een sjabloon"),
        ("kenmerk", "kenmerk: '<script>alert(1)</script>'", "kenmerk bevat opmaakcode"),
        ("kenmerk", "kenmerk: '[nummer]'", "kenmerk lijkt nog niet ingevuld"),
        ("kenmerk", "kenmerk: 'a | b'", "kenmerk bevat een teken met een eigen betekenis"),
        ("kenmerk", "kenmerk: ''", "kenmerk is leeg"),
        ("kenmerk", 'kenmerk: "een\\nregel"', "kenmerk bevat een regeleinde"),
        ("kenmerk", 'kenmerk: "een\\ue000teken"', "kenmerk bevat een"),
        ("inwerkingtreding", "inwerkingtreding: 2014-12-31", "data.inwerkingtreding ligt voor 1 januari 2015"),
        ("inwerkingtreding", "inwerkingtreding: 2025-12-22", "data.inwerkingtreding (22 december 2025) ligt niet na de bekendmaking"),
        ("inwerkingtreding", "inwerkingtreding: 31 februari 2026", "data.inwerkingtreding is geen datum"),
        ("raad", "raad: 2025-02-31", "hier staat een waarde die niet bestaat"),
        ("raad", "raad: 2025-10-01", "data.advies (23 oktober 2025) ligt na raad (1 oktober 2025)"),
        ("griffier", "grifier: M. van der Laan", "personen.grifier bestaat niet. Bedoelt u griffier?"),
        ("secretaris", "secretaris:", "personen.secretaris is leeg. Vul een waarde in."),
        ("telefoon", "telefoon: 573123456", "personen.behandelaar.telefoon is geen tekst"),
        ("personen", "personen: niemand\nrest:", "personen heeft velden onder zich"),
    ],
    ids=lambda waarde: waarde[:40] if isinstance(waarde, str) else None,
)
def test_refused_with_line_and_field(veld: str, regel: str, bericht: str) -> None:
    tekst = met_regel(GOED, veld, regel)
    with pytest.raises(Gegevensfout) as fout:
        lees_tekst(tekst, "gemeente.yaml")
    regels = [r for r in fout.value.bericht.splitlines() if bericht in r]
    assert regels, fout.value.bericht
    genoemd = int(regels[0].split("regel ")[1].split(":")[0])
    assert regel.split(":", maxsplit=1)[0] in tekst.splitlines()[genoemd - 1] or "griffier" in regel or "advies" in regels[0]
    assert fout.value.advies


@pytest.mark.parametrize(
    ("werk", "dag", "bericht"),
    [
        ({"minimumaantal": 3}, date(2026, 1, 1), "beschut_werk.minimumaantal is 3, maar de minister stelde voor Lochem in 2026 16 vast"),
        ({"minimumaantal": None}, date(2025, 7, 1), "beschut_werk.minimumaantal ontbreekt"),
        ({"hoger_aantal": {"extra": 0}}, date(2026, 1, 1), "beschut_werk.hoger_aantal.extra is te laag"),
        ({"hoger_aantal": {"extra": 2}}, date(2016, 12, 31), "beschut_werk.hoger_aantal kan pas vanaf 1 januari 2017"),
        ({"voorschakeltraject": True}, date(2015, 1, 1), "beschut_werk.voorschakeltraject kan pas vanaf 1 januari 2017"),
        ({"voorzieningen": ["begeleiding"]}, date(2026, 1, 1), "beschut_werk.voorzieningen noemt te weinig"),
        ({"tot_aanvang": ["scholing", "scholing"]}, date(2026, 1, 1), "beschut_werk.tot_aanvang noemt iets twee keer"),
        ({"tot_aanvang": ["wachtlijst"]}, date(2026, 1, 1), "beschut_werk.tot_aanvang.1 is “wachtlijst”. Kies uit scholing"),
        ({"werkgever": {"soort": "gemeenschappelijke_regeling"}}, date(2026, 1, 1), "beschut_werk.werkgever.naam ontbreekt"),
        ({"werkgever": {"soort": "gemeente", "naam": "X"}}, date(2026, 1, 1), "beschut_werk.werkgever.naam hoort niet bij soort gemeente"),
    ],
    ids=lambda waarde: str(next(iter(waarde))) if isinstance(waarde, dict) else None,
)
def test_choices_that_contradict_law_or_each_other(werk: dict[str, object], dag: date, bericht: str) -> None:
    with pytest.raises(Gegevensfout) as fout:
        lees(gegevens(dag, beschut_werk=werk))
    assert bericht in fout.value.bericht


@pytest.mark.parametrize(
    ("keuzes", "bericht"),
    [
        ({"regeling": "wijzigingsverordening"}, "wijziging ontbreekt. Noem daar welke verordening en welk artikel u wijzigt"),
        ({"wijziging": {"titel": "Verordening X", "artikel": "9"}}, "wijziging hoort alleen bij een wijzigingsverordening"),
        ({"gemeente": "Ten Boer"}, "gemeente bestaat op 1 januari 2026 niet meer: zij ging op in Groningen"),
        ({"voorganger": {"titel": "Verordening Lochem 2030"}}, "voorganger.titel noemt het jaar 2030"),
        ({"titel": "Verordening X", "voorganger": {"titel": "verordening x"}}, "voorganger.titel is dezelfde als titel"),
        ({"re_integratie": {"aandeel_beperking": 90, "aandeel_langdurig": 20}}, "samen meer dan 100"),
    ],
    ids=[
        "change without object",
        "object without change",
        "gemeente that is gone",
        "younger than what follows",
        "withdraws itself",
        "more than all",
    ],
)
def test_groups_that_do_not_fit(keuzes: dict[str, object], bericht: str) -> None:
    with pytest.raises(Gegevensfout) as fout:
        lees(gegevens(**keuzes))
    assert bericht in fout.value.bericht


@pytest.mark.parametrize(
    ("tekst", "bericht"),
    [
        ("", "bevat geen gegevens"),
        ("- een\n- twee\n", "bevat geen gegevens"),
        ("gemeente: [", "regel 1: dit is geen geldige YAML"),
        ("gemeente: &a Lochem\nkenmerk: *a\n", "gebruikt een verwijzing"),
        ("gemeente: Lochem\ngemeente: Lochem\n", "regel 2: gemeente staat er twee keer"),
        ("kenmerk: !!python/object/apply:os.system ['true']\n", "waarde die niet bestaat"),
        ("a: " + "[" * 3000, "gemeente.yaml is te diep genest"),
    ],
    ids=["empty", "list", "broken", "alias", "double", "code", "deep"],
)
def test_files_that_are_no_data(tekst: str, bericht: str) -> None:
    with pytest.raises(Gegevensfout, match=bericht):
        lees_tekst(tekst, "gemeente.yaml")


def test_every_error_is_named_at_once() -> None:
    tekst = met_regel(met_regel(GOED, "gemeente", "gemeente: Nergenshuizen"), "kenmerk", "kenmerk: '[x]'")
    with pytest.raises(Gegevensfout) as fout:
        lees_tekst(tekst, "gemeente.yaml")
    assert len(fout.value.bericht.splitlines()) == 2


@pytest.mark.parametrize(
    ("dag", "werk", "minimum"),
    [
        (date(2026, 1, 1), {}, 16),
        (date(2025, 1, 1), {"minimumaantal": 12}, 12),
        (date(2025, 1, 1), {"minimumaantal": "onbekend"}, None),
        (date(2016, 1, 1), {}, None),
    ],
    ids=["known", "given", "unknown", "before the duty"],
)
def test_the_ministers_number(dag: date, werk: dict[str, object], minimum: int | None) -> None:
    assert lees(gegevens(dag, beschut_werk=werk)).minimum == minimum


@pytest.mark.parametrize(
    ("artikel", "nieuw", "past"),
    [
        ("11", "11a", True),
        ("11", "12", True),
        ("11a", "11b", True),
        ("11a", "12", True),
        ("11", "11", False),
        ("11", "7a", False),
        ("11", "13", False),
        ("11", "12a", False),
        ("11b", "11a", False),
    ],
)
def test_an_inserted_article_follows_the_one_that_is_named(artikel: str, nieuw: str, past: bool) -> None:
    wijziging = {"titel": "Verordening X", "wijze": "invoegen", "artikel": artikel, "nieuw_nummer": nieuw}
    inhoud = gegevens(regeling="wijzigingsverordening", wijziging=wijziging)
    if past:
        assert lees(inhoud).wijziging is not None
    else:
        with pytest.raises(Gegevensfout, match=rf"wijziging.nieuw_nummer is {nieuw}, maar dat volgt niet op artikel {artikel}"):
            lees(inhoud)


@pytest.mark.parametrize(
    ("veld", "dag", "bericht"),
    [
        ("beleidsregels", date(2026, 3, 1), "data.beleidsregels (1 maart 2026) ligt niet voor inwerkingtreding (1 januari 2026)"),
        ("beleidsregels", date(2026, 1, 1), "data.beleidsregels (1 januari 2026) ligt niet voor inwerkingtreding"),
        ("brief", date(2025, 11, 3), "data.brief (3 november 2025) ligt voor college (4 november 2025)"),
    ],
    ids=["beleidsregels look back", "beleidsregels on the day itself", "letter before the proposal that it names"],
)
def test_days_that_would_make_a_document_untrue(veld: str, dag: date, bericht: str) -> None:
    inhoud = gegevens()
    inhoud["data"][veld] = dag
    with pytest.raises(Gegevensfout) as fout:
        lees(inhoud)
    assert bericht in fout.value.bericht


@pytest.mark.parametrize(
    ("orgaan", "genoemd"),
    [
        ({"naam": "Adviesraad Sociaal Domein"}, "de Adviesraad Sociaal Domein"),
        ({"naam": "De Adviesraad"}, "de Adviesraad"),
        ({"naam": "Platform Cliëntenparticipatie"}, "het Platform Cliëntenparticipatie"),
        ({"naam": "Regionaal Cliëntenpanel"}, "het Regionaal Cliëntenpanel"),
        ({"naam": "Cliëntenraad Netwerk Noord"}, "de Cliëntenraad Netwerk Noord"),
        ({"naam": "het Klankbord"}, "het Klankbord"),
        ({"naam": "Klankbord", "lidwoord": "het"}, "het Klankbord"),
    ],
    ids=lambda waarde: waarde["naam"] if isinstance(waarde, dict) else None,
)
def test_the_article_before_the_name_of_the_adviesorgaan(orgaan: dict[str, str], genoemd: str) -> None:
    assert lees(gegevens(adviesorgaan=orgaan)).adviesorgaan.genoemd == genoemd


def test_an_article_typed_before_a_title_is_taken_off() -> None:
    gelezen = lees(gegevens(titel="De Verordening X", voorganger={"titel": "De Re-integratieverordening Lochem 2014"}))
    assert gelezen.voorganger is not None
    assert (gelezen.titel, gelezen.voorganger.titel) == ("Verordening X", "Re-integratieverordening Lochem 2014")


def test_code_and_dates_in_words() -> None:
    inhoud = gegevens(gemeente="0262")
    inhoud["data"]["raad"] = "12 december 2025"
    gelezen = lees(inhoud)
    assert (gelezen.gemeente, gelezen.data.raad) == ("Lochem", date(2025, 12, 12))


def test_example_and_schema_are_up_to_date() -> None:
    import jsonschema
    import yaml

    voorbeeld = ROOT / "docs" / "voorbeelden" / "gemeente.yaml"
    assert lees_gegevens(voorbeeld).gemeente == "Lochem"
    schema = json.loads((ROOT / "docs" / "schemas" / "gegevens.schema.json").read_text(encoding="utf-8"))
    gemaakt = Gegevens.model_json_schema()
    assert {sleutel: schema[sleutel] for sleutel in gemaakt} == gemaakt
    inhoud = yaml.load(voorbeeld.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert jsonschema.Draft202012Validator(schema).is_valid(_getallen(inhoud))


def _getallen(waarde: object) -> object:
    """BaseLoader keeps everything text: numbers and booleans back to what JSON has."""
    if isinstance(waarde, dict):
        return {sleutel: _getallen(kind) if sleutel not in {"kenmerk", "telefoon"} else kind for sleutel, kind in waarde.items()}
    if isinstance(waarde, list):
        return [_getallen(kind) for kind in waarde]
    return {"true": True, "false": False}.get(waarde, int(waarde) if isinstance(waarde, str) and waarde.isdecimal() else waarde)
