"""The report for a person: the order of ux, the answer first, nothing that counts is hidden."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sample_results import CONCEPT, IN_ORDE, MEMO, STUK, oordeel, rapport
from verordening_tool.checking.oordeel import ZONDER_BASIS, Gewicht, NietBeoordeeld, Oordeel, Peildatum, Toetsresultaat, Uitkomst
from verordening_tool.checking.opties import Toetsopties
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import Onderwerp, Soort, Stadium
from verordening_tool.reports import tekst
from verordening_tool.reports.antwoord import antwoord
from verordening_tool.reports.opmaak import Scherm
from verordening_tool.reports.rapport import Drempel, bevindingen, stel_op, waarom_niet


def render(*resultaten: Toetsresultaat, scherm: Scherm | None = None, **anders: object) -> str:
    return tekst.render(rapport(*resultaten, **anders), scherm or Scherm())


def met(*oordelen: Oordeel, **anders: object) -> Toetsresultaat:
    return replace(CONCEPT, **({"oordelen": oordelen, "niet_beoordeeld": ()} | anders))


def test_the_eye_finds_the_answer_first() -> None:
    gevonden = render(CONCEPT)
    volgorde = [
        "concept.docx · verordening (concept) · gemeente Voorbeeldstad",
        "Re-integratieverordening Participatiewet Voorbeeldstad 2024 · 24 artikelen · beoordeeld naar de wet",
        "op 15 februari 2024 (datum van inwerkingtreding, artikel 24)",
        "Nog niet klaar voor de raad: 1 verplicht punt niet aangetroffen, 1 in strijd met de wet",
        "Kernvragen beschut werk",
        "Wat moet anders",
        "BW-07 ✘ Voorzieningen tot de dienstbetrekking begint",
        "Dichtstbij   artikel 10, vijfde lid: “Het college plaatst de persoon op een wachtlijst.”",
        "Een wachtlijst is geen voorziening.",
        "Bron         Participatiewet, artikel 10b, zevende lid (geldt sinds 1 januari 2017)",
        "Doen         Advies bij BW-07. Voorbeeldtekst: verordening uitleg BW-07",
        "BW-09 ✘",
        "Waar         artikel 10, eerste lid: “Het college kan beschut werk aanbieden.”",
        "Twijfel: laat hier een mens naar kijken",
        "BW-24 ?",
        "Let op (1) · Wijkt af van de schrijfregels (1) · In orde (2) · Niet van toepassing (1)",
        "verordening toets concept.docx --alles",
    ]
    plekken = [gevonden.find(stuk) for stuk in volgorde]
    assert -1 not in plekken, volgorde[plekken.index(-1)]
    assert plekken == sorted(plekken)


def test_kernvragen_have_a_row_each() -> None:
    blok = render(CONCEPT, scherm=Scherm(110)).split("Kernvragen beschut werk\n")[1].split("\n\n")[0]
    assert [regel.split("  ")[1] for regel in blok.splitlines() if regel[2] != " "] == ["Voorselectie", "Voorzieningen", "Omvang"]
    assert "geregeld in artikel 10, derde lid" in blok
    assert "niet meer gevraagd; mag geen poort" in blok
    assert "tot de dienstbetrekking begint: niet" in blok
    assert "✘ verplicht" in blok
    assert "geen hoger aantal vastgesteld" in blok


@pytest.mark.parametrize(
    ("resultaat", "verwacht"),
    [
        pytest.param(met(oordeel("BW-06", Uitkomst.VOLDOET)), "Geen verplichte punten open.", id="all-well"),
        pytest.param(
            met(oordeel("BW-06", Uitkomst.TWIJFEL)), "Geen verplichte punten open · 1 keer twijfel.", id="twijfel-is-shown-not-counted"
        ),
        pytest.param(
            met(oordeel("GR-01", Uitkomst.STRIJDIG, Gewicht.AANBEVOLEN), oordeel("WT-01", Uitkomst.STRIJDIG, Gewicht.STIJL)),
            "Geen verplichte punten open · 1 keer let op · 1 keer wijkt af.",
            id="only-light",
        ),
        pytest.param(
            met(oordeel("BW-06", Uitkomst.NIET_AANGETROFFEN), oordeel("BW-07", Uitkomst.NIET_AANGETROFFEN)),
            "Nog niet klaar voor de raad: 2 verplichte punten niet aangetroffen.",
            id="plural",
        ),
        pytest.param(
            met(oordeel("BW-06", Uitkomst.STRIJDIG), stadium=Stadium.BEKENDGEMAAKT),
            "Voldoet niet aan de wet: 1 in strijd met de wet.",
            id="published",
        ),
        pytest.param(
            met(oordeel("BW-11", Uitkomst.STRIJDIG), soort=Soort.BELEIDSREGELS),
            "Nog niet klaar voor het college: 1 in strijd met de wet.",
            id="college",
        ),
        pytest.param(met(oordeel("BW-06", Uitkomst.NVT)), "Geen van de normen is op dit stuk van toepassing.", id="nothing-applies"),
        pytest.param(
            met(oordeel("BW-06", Uitkomst.NVT), onderwerp=Onderwerp.ANDERS),
            "Dit stuk gaat over iets anders dan de Participatiewet. Geen van de normen is van toepassing.",
            id="other-subject",
        ),
        pytest.param(
            met(oordeel("BW-06", Uitkomst.NVT), niet_beoordeeld=(NietBeoordeeld("BW-07", "datum onbekend, geef --peildatum"),)),
            "Nog geen antwoord mogelijk: 1 punt niet beoordeeld.",
            id="nothing-could-be-judged",
        ),
        pytest.param(
            met(
                oordeel("BW-06", Uitkomst.VOLDOET),
                peildatum=Peildatum(None, "onbekend"),
                niet_beoordeeld=(NietBeoordeeld("BW-07", "datum onbekend, geef --peildatum"),),
            ),
            "Nog geen antwoord mogelijk: de datum is onbekend. Geef de datum van inwerkingtreding mee met --peildatum.",
            id="date-unknown",
        ),
        pytest.param(
            met(oordeel("GR-01", Uitkomst.VOLDOET), niet_beoordeeld=(NietBeoordeeld("BW-09", ZONDER_BASIS),)),
            "Nog geen antwoord mogelijk: er veranderen woorden in een artikel dat hier niet staat. Geef de hele tekst mee met --basis.",
            id="changes-words-that-are-not-seen",
        ),
        pytest.param(
            met(oordeel("RV-02", Uitkomst.VOLDOET), soort=Soort.RAADSVOORSTEL, aantal_artikelen=8),
            "Nog geen antwoord mogelijk: in dit bestand staan ook 8 artikelen van een regeling. Die zijn niet beoordeeld. "
            "Bewaar de regeling als apart bestand en toets die, of toets de stukken samen met --dossier.",
            id="a-proposal-with-the-regulation-in-it",
        ),
        pytest.param(
            met(oordeel("RV-02", Uitkomst.NVT), soort=Soort.RAADSBESLUIT, aantal_artikelen=2),
            "Nog geen antwoord mogelijk: in dit bestand staan ook 2 artikelen van een regeling. Die zijn niet beoordeeld. "
            "Bewaar de regeling als apart bestand en toets die, of toets de stukken samen met --dossier.",
            id="nothing-applies-to-what-stands-around-the-regulation",
        ),
        pytest.param(
            met(oordeel("GR-01", Uitkomst.VOLDOET), peildatum=Peildatum(date(2013, 6, 1), "optie")),
            "Niet aan de Participatiewet getoetst: die gold op deze datum nog niet.",
            id="before-the-law",
        ),
        pytest.param(
            met(oordeel("GR-01", Uitkomst.VOLDOET), peildatum=Peildatum(date(2015, 1, 1), "optie")),
            "Geen verplichte punten open.",
            id="first-day-of-the-law",
        ),
        pytest.param(
            met(
                oordeel("GR-01", Uitkomst.VOLDOET),
                peildatum=Peildatum(date(2014, 12, 1), "documentdatum"),
                soort=Soort.RAADSINFORMATIEBRIEF,
                aantal_artikelen=0,
            ),
            "Geen verplichte punten open.",
            id="letter-from-before-the-law",
        ),
    ],
)
def test_answer(resultaat: Toetsresultaat, verwacht: str) -> None:
    assert antwoord(resultaat) == verwacht


@pytest.mark.parametrize(
    ("dag", "gewaarschuwd"), [(date(2026, 7, 1), False), (date(2026, 7, 2), True)], ids=["last-known-day", "day-after"]
)
def test_first_line_warns_about_a_date_after_the_known_law(dag: date, gewaarschuwd: bool) -> None:
    gevonden = render(replace(CONCEPT, peildatum=Peildatum(dag, "optie")))
    assert gevonden.startswith("Let op: beoordeeld naar de wet zoals die bekend is tot en met 1 juli 2026.") is gewaarschuwd


@pytest.mark.parametrize(
    ("dag", "gewaarschuwd"), [(date(2014, 12, 31), True), (date(2015, 1, 1), False)], ids=["day-before-the-law", "first-day"]
)
def test_first_line_warns_about_a_date_before_the_law(dag: date, gewaarschuwd: bool) -> None:
    gevonden = render(replace(CONCEPT, peildatum=Peildatum(dag, "optie")))
    assert gevonden.startswith(f"Let op: {dutch_date(dag)} ligt vóór de Participatiewet.") is gewaarschuwd


@pytest.mark.parametrize(
    ("titel", "bron", "gewaarschuwd"),
    [
        ("Verordening participatie 2015", "vandaag", True),
        ("Verordening participatie 2026", "vandaag", False),
        ("Verordening participatie", "vandaag", False),
        ("Verordening participatie 2015", "slotbepaling", False),
    ],
)
def test_first_line_warns_when_the_title_names_an_older_year(titel: str, bron: str, gewaarschuwd: bool) -> None:
    gevonden = render(replace(CONCEPT, titel=titel, peildatum=Peildatum(date(2026, 3, 1), bron)))
    assert gevonden.startswith("Let op: de titel noemt 2015") is gewaarschuwd


@pytest.mark.parametrize(("dag", "gewaarschuwd"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True)], ids=str)
def test_first_line_tells_that_a_text_has_ended(dag: date, gewaarschuwd: bool) -> None:
    gevonden = render(replace(CONCEPT, vervalt=date(2026, 1, 1), peildatum=Peildatum(dag, "optie")))
    assert ("volgens de tekst zelf geldt zij niet meer vanaf 1 januari 2026." in gevonden) is gewaarschuwd


def test_a_year_in_the_title_does_not_hide_that_later_law_is_unknown() -> None:
    gevonden = render(replace(CONCEPT, titel="Verordening participatie 2015", peildatum=Peildatum(date(2026, 9, 1), "vandaag")))
    assert gevonden.startswith("Let op: beoordeeld naar de wet zoals die bekend is tot en met 1 juli 2026.")
    assert "Let op: de titel noemt 2015" in " ".join(gevonden.split())


@pytest.mark.parametrize(
    ("peildatum", "verwacht"),
    [
        (Peildatum(date(2024, 1, 1), "optie"), "op 1 januari 2024 (de datum die u opgaf)"),
        (Peildatum(date(2024, 1, 1), "geschat"), "op 1 januari 2024 (geschat: datum van vaststelling plus acht dagen)"),
        (Peildatum(None, "onbekend"), "de datum is onbekend, daarom beoordeeld naar de wet van elke periode sinds 2015"),
    ],
    ids=["option", "guessed", "unknown"],
)
def test_head_says_where_the_date_comes_from(peildatum: Peildatum, verwacht: str) -> None:
    assert verwacht in " ".join(render(replace(CONCEPT, peildatum=peildatum)).split())


@pytest.mark.parametrize(
    ("drempel", "alles", "getoond", "codes"),
    [
        (Drempel.VERPLICHT, False, {"BW-07", "BW-09"}, ["BW-07", "BW-09"]),
        (Drempel.AANBEVOLEN, False, {"BW-07", "BW-09", "GR-01"}, ["BW-07", "BW-09", "GR-01"]),
        (Drempel.STIJL, False, {"BW-07", "BW-09", "GR-01", "WT-03"}, ["BW-07", "BW-09", "GR-01", "WT-03"]),
        (Drempel.NOOIT, False, {"BW-07", "BW-09"}, []),
        (Drempel.VERPLICHT, True, {"BW-07", "BW-09", "GR-01", "WT-03"}, ["BW-07", "BW-09"]),
    ],
)
def test_drempel_decides_what_counts_and_what_is_written_out(drempel: Drempel, alles: bool, getoond: set[str], codes: list[str]) -> None:
    gevonden = render(CONCEPT, drempel=drempel, alles=alles)
    assert {code for code in ("BW-07", "BW-09", "GR-01", "WT-03") if f"{code} ✘" in gevonden} == getoond
    assert [gevonden_.code for gevonden_ in bevindingen(CONCEPT, drempel)] == codes


def test_halves_are_told_apart() -> None:
    gevonden = render(CONCEPT)
    assert "Onderdelen   ✔ duur en intensiteit (artikel 7, tweede lid)" in gevonden
    assert "? borging: Borging is onduidelijk." in gevonden


def test_a_kernvraag_in_doubt_names_the_place() -> None:
    kernvraag = replace(CONCEPT.kernvragen[1], oordeel=Uitkomst.TWIJFEL, antwoord="niet geregeld")
    gevonden = render(replace(CONCEPT, kernvragen=(kernvraag,)))
    assert "werk mogelijk maken: misschien in artikel 10, tweede lid   ? verplicht" in gevonden


def test_alles_names_every_code() -> None:
    gevonden = render(CONCEPT, alles=True)
    codes = {geval.code for geval in (*CONCEPT.oordelen, *CONCEPT.niet_beoordeeld)}
    assert all(code in gevonden for code in codes)
    assert "Geen strijd gevonden: gezocht naar een maximum." in gevonden
    assert "--alles" not in gevonden


def test_ascii_console_gets_straight_columns() -> None:
    gevonden = render(CONCEPT, IN_ORDE, scherm=Scherm(codering="ascii"), alles=True)
    assert gevonden.isascii()
    assert "BW-07 x Voorzieningen" in gevonden


@pytest.mark.parametrize("kleur", [True, False])
def test_colour_only_when_asked(kleur: bool) -> None:
    assert ("\x1b[" in render(CONCEPT, scherm=Scherm(kleur=kleur))) is kleur


def test_several_files_end_in_a_summary() -> None:
    samenvatting = render(CONCEPT, IN_ORDE, MEMO, STUK).split("Samenvatting\n")[1].splitlines()
    assert [regel.split()[0] for regel in samenvatting if regel[2] != " "] == ["concept.docx", "in", "memo.docx", "stuk.docx"]
    assert "✘ 2 verplichte punten open" in samenvatting[0]
    assert "✔ geen verplichte punten open" in "".join(samenvatting)
    assert "geen regeling, niet beoordeeld" in "".join(samenvatting)
    assert "niet gelezen" in samenvatting[-1]


def test_summary_does_not_call_a_document_in_order_that_no_norm_is_about() -> None:
    samenvatting = render(CONCEPT, met(oordeel("BW-06", Uitkomst.NVT), bestand="map/honden.docx")).split("Samenvatting\n")[1]
    assert samenvatting.splitlines()[-1].split("  ")[1::2][0] == "honden.docx"
    assert samenvatting.rstrip().endswith("– niet van toepassing")


def test_an_unknown_date_is_never_called_in_order() -> None:
    onbekend = met(
        oordeel("BW-01", Uitkomst.VOLDOET), peildatum=Peildatum(None, "onbekend"), niet_beoordeeld=(NietBeoordeeld("BW-07", "datum"),)
    )
    assert render(onbekend, CONCEPT).split("Samenvatting\n")[1].splitlines()[0].endswith("? datum onbekend, geef --peildatum")


def test_what_was_not_judged_is_told_once_per_reason() -> None:
    gevallen = tuple(NietBeoordeeld(code, reden) for code, reden in (("BW-03", "datum"), ("BW-17", "elders"), ("BW-04", "datum")))
    gevonden = render(met(oordeel("BW-01", Uitkomst.VOLDOET), niet_beoordeeld=gevallen), alles=True)
    assert gevonden.endswith("Niet beoordeeld\n  BW-03, BW-04   datum\n  BW-17          elders\n")


def test_the_advice_repeats_the_date_that_was_given() -> None:
    gevonden = render(replace(CONCEPT, peildatum=Peildatum(date(2015, 6, 1), "optie")))
    assert "verordening toets concept.docx --peildatum 2015-06-01 --alles" in " ".join(gevonden.split())


@pytest.mark.parametrize(
    ("opties", "verwacht"),
    [
        pytest.param(Toetsopties(), False, id="none"),
        pytest.param(Toetsopties(peildata=(date(2024, 1, 1),), vandaag=date(2026, 1, 1)), False, id="date"),
        pytest.param(Toetsopties(selecteer=("BW",)), True, id="codes"),
        pytest.param(Toetsopties(basis=Path("oud.docx")), True, id="basis"),
        pytest.param(Toetsopties(vastgesteld=date(2024, 1, 1)), True, id="vastgesteld"),
    ],
)
def test_the_advice_names_no_command_that_would_judge_otherwise(opties: Toetsopties, verwacht: bool) -> None:
    samen = stel_op([IN_ORDE], opties=opties)
    gevonden = " ".join(tekst.render(samen, Scherm()).split())
    assert samen.meer_opties is verwacht
    assert ("geef dezelfde opdracht met --alles" in gevonden) is verwacht


def test_nothing_judged_gives_no_report() -> None:
    assert render(MEMO, STUK) == ""


def test_a_document_that_is_no_regulation_says_what_it_is() -> None:
    fout = waarom_niet(MEMO)
    assert fout is not None
    assert fout.bericht == "memo.docx lijkt een memo, geen regeling. Het is niet beoordeeld."
    assert "--soort" in fout.advies
    assert waarom_niet(CONCEPT) is None


def test_file_name_with_a_space_is_quoted_in_the_advice() -> None:
    assert 'verordening toets "in orde.docx" --alles' in render(IN_ORDE)


@pytest.mark.parametrize(
    ("code", "anders", "getoond"),
    [
        ("RV-02", {"soort": Soort.RAADSINFORMATIEBRIEF}, True),
        ("PK-03", {"soort": Soort.VERORDENING}, True),
        ("GR-06", {"soort": Soort.VERORDENING}, False),
    ],
    ids=["letter", "contradiction-in-a-dossier", "verordening"],
)
def test_what_is_not_obligatory_is_told_in_full_where_it_is_looked_for(code: str, anders: dict[str, object], getoond: bool) -> None:
    alarm = replace(oordeel(code, Uitkomst.STRIJDIG), gewicht=Gewicht.AANBEVOLEN)
    gevonden = render(met(alarm, **anders))
    assert (f"{code} ✘" in gevonden) is getoond
    assert ("Let op (1)" in gevonden) is not getoond
