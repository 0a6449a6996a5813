"""beoordeling.csv: what is read, what is refused and where, what overrules what, and that tables show before and after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from maker import dossier, feiten, onleesbaar, oordelen, overzicht, stuk, uitslag, vermelding

from verordening_tool.auditing import menselijk
from verordening_tool.auditing.model import Aanbod, Moment, Stuk
from verordening_tool.auditing.namen import BEOORDELING
from verordening_tool.checking.oordeel import Uitkomst
from verordening_tool.fouten import Gegevensfout
from verordening_tool.norms.loader import lees_normen

CHECKS = lees_normen().checks
KOP = "code;document;oordeel;reden;door;datum"


def schrijf(map_: Path, *regels: str, kop: str = KOP, codering: str = "utf-8") -> Path:
    pad = map_ / BEOORDELING
    pad.write_bytes("\r\n".join([kop, *regels, ""]).encode(codering))
    return pad


def toegepast(stukken: list[Stuk], map_: Path, *regels: str) -> menselijk.Herzien:
    return menselijk.pas_toe(stukken, menselijk.lees(schrijf(map_, *regels), CHECKS))


def test_no_file_and_an_empty_file_decide_nothing(tmp_path: Path) -> None:
    assert menselijk.lees(tmp_path / "beoordeling.csv", CHECKS) == ()
    (tmp_path / "beoordeling.csv").write_bytes(menselijk.LEEG)
    assert menselijk.lees(tmp_path / "beoordeling.csv", CHECKS) == ()


@pytest.mark.parametrize(
    ("kop", "regel", "codering"),
    [
        (KOP, "BW-07;a.docx;voldoet;Staat in artikel 5;J. de Wit;2026-03-01", "utf-8-sig"),
        (KOP, "bw-07;a.docx;In orde;Staat in artikel 5;J. de Wit;1 maart 2026", "utf-8"),
        (KOP.replace(";", ","), 'BW-07,a.docx,voldoet,Staat in artikel 5,J. de Wit,"1-3-2026"', "utf-8"),
        ("DATUM;door;reden;Oordeel;document;code;opmerking", "01-03-2026;J. de Wit;Staat in artikel 5;voldoet;a.docx;BW-07;x", "cp1252"),
    ],
    ids=["utf-8 with mark", "other words", "commas", "other order, Windows"],
)
def test_the_forms_in_which_people_save_it(tmp_path: Path, kop: str, regel: str, codering: str) -> None:
    (rij,) = menselijk.lees(schrijf(tmp_path, "", regel, kop=kop, codering=codering), CHECKS)
    assert (rij.regel, rij.code, rij.document, rij.reden, rij.door) == (3, "BW-07", "a.docx", "Staat in artikel 5", "J. de Wit")
    assert rij.datum == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("regel", "melding"),
    [
        ("BW-07;a.docx;voldoet;;J.;2026-03-01", "beoordeling.csv, regel 2, kolom reden: is leeg."),
        ("BW-07;;voldoet;x;;2026-03-01", "regel 2, kolom door: is leeg."),
        (
            "BW-77;a.docx;voldoet;x;J.;2026-03-01",
            "regel 2, kolom code: “BW-77” ken ik niet. Gebruik de code van een norm (verordening normen)",
        ),
        ("aanbot;a.docx;biedt;x;J.;2026-03-01", "Bedoelt u aanbod?"),
        ("BW-07;a.docx;goed;x;J.;2026-03-01", "regel 2, kolom oordeel: “goed” kan hier niet. Kies een van: voldoet"),
        ("aanbod;a.docx;misschien;x;J.;2026-03-01", "Kies een van: biedt, kan, biedt_niet, zwijgt."),
        ("plekken;a.docx;veel;x;J.;2026-03-01", "“veel” is geen aantal plekken"),
        ("plekken;a.docx;nan;x;J.;2026-03-01", "“nan” is geen aantal plekken"),
        ("kosten_hoog;a.docx;soms;x;J.;2026-03-01", "Kies ja of nee"),
        ("BW-07;a.docx;voldoet;x;J.;31-2-2026", "regel 2, kolom datum: “31-2-2026” is geen datum"),
        ("BW-07;a.docx;voldoet;x;J.;2026-02-31", "regel 2, kolom datum"),
        ("BW-07;a.docx;voldoet;x;J.;2026-03-01;en; nog", "regel 2, kolom 7: hier staat tekst zonder kolom"),
        ('BW-07;"a.docx;voldoet;x;J.;2026-03-01', "de aanhalingstekens kloppen niet"),
    ],
)
def test_errors_name_line_and_column(tmp_path: Path, regel: str, melding: str) -> None:
    with pytest.raises(Gegevensfout) as fout:
        menselijk.lees(schrijf(tmp_path, regel), CHECKS)
    assert melding in fout.value.bericht
    assert fout.value.advies


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [(b"code;document\r\n", "regel 1: de kolom oordeel, reden, door, datum is er niet"), (b"\x00\x01PK", "is geen csv")],
)
def test_files_that_are_something_else(tmp_path: Path, inhoud: bytes, melding: str) -> None:
    (tmp_path / "beoordeling.csv").write_bytes(inhoud)
    with pytest.raises(Gegevensfout, match=melding):
        menselijk.lees(tmp_path / "beoordeling.csv", CHECKS)


def test_every_wrong_line_is_named(tmp_path: Path) -> None:
    with pytest.raises(Gegevensfout) as fout:
        menselijk.lees(schrijf(tmp_path, *["BW-07;a.docx;goed;;J.;2026-03-01"] * 30), CHECKS)
    assert fout.value.bericht.count("\n") == 20
    assert "En nog 40 fouten." in fout.value.bericht


def test_a_verdict_holds_on_each_day_on_which_the_norm_mattered(tmp_path: Path) -> None:
    een = stuk("a.docx", uitslag(beoordelingen=oordelen(("BW-06", Uitkomst.VOLDOET), ("BW-07", Uitkomst.NIET_AANGETROFFEN))))
    herzien = toegepast([een], tmp_path, "BW-07;a.docx;voldoet;Staat in artikel 5.;J. de Wit;2026-03-01")
    for beoordeling in herzien.stukken[0].bestand.uitslag.beoordelingen:
        per_code = {oordeel.code: oordeel for oordeel in beoordeling.oordelen}
        assert per_code["BW-06"].oordeel is Uitkomst.VOLDOET
        assert per_code["BW-07"].oordeel is Uitkomst.VOLDOET
        assert per_code["BW-07"].bericht == "Beoordeeld door J. de Wit: Staat in artikel 5."
    assert [(item.pad, item.eerst) for item in herzien.toegepast] == [("a.docx", "niet aangetroffen")]


def test_a_norm_that_did_not_apply_on_one_day_stays_so_there(tmp_path: Path) -> None:
    toen, nu = oordelen(("BW-07", Uitkomst.NVT))[0], oordelen(("BW-07", Uitkomst.NIET_AANGETROFFEN))[1]
    herzien = toegepast([stuk("a.docx", uitslag(beoordelingen=(toen, nu)))], tmp_path, "BW-07;a.docx;voldoet;x;J.;2026-03-01")
    gevonden = [beoordeling.oordelen[0].oordeel for beoordeling in herzien.stukken[0].bestand.uitslag.beoordelingen]
    assert gevonden == [Uitkomst.NVT, Uitkomst.VOLDOET]


def test_a_norm_that_was_not_judged_can_be_judged_by_a_person(tmp_path: Path) -> None:
    een = stuk("a.docx", uitslag(beoordelingen=oordelen(("BW-06", Uitkomst.VOLDOET))))
    herzien = toegepast([een], tmp_path, "BW-20;a.docx;strijdig;x;J.;2026-03-01")
    laatste = herzien.stukken[0].bestand.uitslag.beoordelingen[-1]
    assert laatste.moment is Moment.VANDAAG
    assert [(oordeel.code, oordeel.oordeel) for oordeel in laatste.oordelen] == [("BW-06", Uitkomst.VOLDOET), ("BW-20", Uitkomst.STRIJDIG)]
    assert laatste.niet_beoordeeld == ()
    assert herzien.toegepast[0].eerst == "niet beoordeeld"


@pytest.mark.parametrize(
    ("regel", "veld", "waarde", "eerst"),
    [
        ("aanbod;a.docx;biedt niet;x;J.;2026-03-01", "aanbod", Aanbod.BIEDT_NIET, "kan"),
        ("omvang;a.docx;begroting;x;J.;2026-03-01", "omvang", "begroting", "zwijgt"),
        ("plekken;a.docx;12,5;x;J.;2026-03-01", "plekken", [12.5], "7"),
        ("plekken;a.docx;geen;x;J.;2026-03-01", "plekken", [], "7"),
        ("kosten_hoog;a.docx;ja;x;J.;2026-03-01", "redenen_niet", ["doorgroei_regulier", "kosten_hoog"], "nee"),
        ("doorgroei_regulier;a.docx;nee;x;J.;2026-03-01", "redenen_niet", [], "ja"),
    ],
)
def test_facts_can_be_overruled(tmp_path: Path, regel: str, veld: str, waarde: object, eerst: str) -> None:
    een = stuk("a.docx", uitslag(feiten=feiten(Aanbod.KAN, 7, redenen_niet=(vermelding("doorgroei_regulier"),))))
    herzien = toegepast([een], tmp_path, regel)
    gevonden = getattr(herzien.stukken[0].bestand.uitslag.feiten, veld)
    if isinstance(gevonden, tuple):
        gevonden = [item.aantal if veld == "plekken" else item.sleutel for item in gevonden]
    assert gevonden == waarde
    assert herzien.toegepast[0].eerst == eerst


def test_an_offer_that_a_person_tells_is_no_longer_presumed(tmp_path: Path) -> None:
    een = stuk("a.docx", uitslag(feiten=replace(feiten(Aanbod.BIEDT), aanbod_vermoed=True)))
    herzien = toegepast([een], tmp_path, "aanbod;a.docx;biedt niet;x;J.;2026-03-01")
    gevonden = herzien.stukken[0].bestand.uitslag.feiten
    assert (gevonden.aanbod, gevonden.aanbod_vermoed) == (Aanbod.BIEDT_NIET, False)


@pytest.mark.parametrize("naam", ["map/a.docx", "map\\a.docx", "./map/a.docx", "a.docx", "'map/a.docx"])
def test_the_document_is_found_by_path_or_by_a_name_that_is_unique(tmp_path: Path, naam: str) -> None:
    stukken = [stuk("map/a.docx"), stuk("map/b.docx")]
    assert [item.pad for item in toegepast(stukken, tmp_path, f"aanbod;{naam};kan;x;J.;2026-03-01").toegepast] == ["map/a.docx"]


def test_rows_that_change_nothing_are_reported(tmp_path: Path) -> None:
    stukken = [stuk("x/a.docx"), stuk("y/a.docx"), onleesbaar(), stuk("b.docx")]
    herzien = toegepast(
        stukken,
        tmp_path,
        "aanbod;weg.docx;kan;x;J.;2026-03-01",
        "aanbod;a.docx;kan;x;J.;2026-03-01",
        "aanbod;kapot.docx;kan;x;J.;2026-03-01",
        "aanbod;b.docx;kan;x;J.;2026-03-02",
        "aanbod;b.docx;zwijgt;x;J.;2026-03-01",
    )
    assert [(geval.rij.regel, geval.waarom.split()[0]) for geval in herzien.ongebruikt] == [
        (2, "Dit"),
        (3, "Dit"),
        (4, "Het"),
        (6, "Vervangen"),
    ]
    assert [item.rij.regel for item in herzien.toegepast] == [5]
    assert herzien.stukken[3].bestand.uitslag.feiten.aanbod is Aanbod.KAN


def test_copies_of_a_text_are_overruled_together(tmp_path: Path) -> None:
    stukken = [stuk("a.docx"), stuk("a.pdf", dubbel_van="a.docx"), stuk("b.docx")]
    herzien = toegepast(stukken, tmp_path, "aanbod;a.pdf;biedt_niet;x;J.;2026-03-01")
    assert [item.bestand.uitslag.feiten.aanbod for item in herzien.stukken] == [Aanbod.BIEDT_NIET, Aanbod.BIEDT_NIET, Aanbod.ZWIJGT]


def test_tables_show_before_and_after(tmp_path: Path) -> None:
    een = stuk("a.docx", uitslag(feiten=feiten(Aanbod.BIEDT)))
    herzien = toegepast([een], tmp_path, "aanbod;a.docx;biedt niet;De raad zag ervan af.;J.;2026-03-01")
    geheel = overzicht(dossier(*herzien.stukken), voor=(dossier(een),), herzien=herzien)
    tabel = geheel.tabel("aanbod")
    assert [kolom.titel for kolom in tabel.kolommen] == [
        "Antwoord",
        "Gemeenten",
        "Gemeenten (voor beoordeling)",
        "Percentage",
        "Percentage (voor beoordeling)",
    ]
    assert {rij.sleutel: rij.cellen[1:] for rij in tabel.rijen} == {"biedt": (0, 1, 0, 100), "biedt_niet": (1, 0, 100, 0)}
    assert geheel.tabel("beoordeling").rijen[0].cellen[3:6] == ("biedt", "biedt niet", "De raad zag ervan af.")
    assert "voor beoordeling" not in str(geheel.tabel("vastgesteld").kolommen)
