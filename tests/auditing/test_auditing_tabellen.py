"""The tables: the figures of the Inspectie, what percentages are of, and what each row rests on."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maker import beoordeling, dossier, feiten, gemeente, landelijk, onleesbaar, oordelen, overzicht, plaats, stuk, uitslag, vermelding

from verordening_tool.auditing.dossiers import ONBEKEND
from verordening_tool.auditing.model import Aanbod, Beoordeling, Dossier, Feiten, Moment, Omvangwijze, Plekken, Uitslag, Voorselectie
from verordening_tool.auditing.tabelmodel import Kolom, Kolomsoort, Rij, Tabel, naast, procent
from verordening_tool.checking.oordeel import Uitkomst
from verordening_tool.document.regeling import Onderwerp, Soort, Stadium


def tel(sleutel: str, *dossiers: Dossier) -> dict[str, tuple[object, ...]]:
    """The rows of a table by key, without their first cell."""
    return {rij.sleutel: rij.cellen[1:] for rij in overzicht(*dossiers).tabel(sleutel).rijen}


@pytest.mark.parametrize(
    ("waarheid", "aanbod", "aantal"),
    [
        pytest.param(
            (320, 73, 114, 422), {"biedt": (320, 81), "biedt_niet": (73, 19)}, {"ja": (114, 36, 422), "nee": (206, 64, None)}, id="2015"
        ),
        pytest.param(
            (100, 293, 33, 100), {"biedt": (100, 25), "biedt_niet": (293, 75)}, {"ja": (33, 33, 100), "nee": (67, 67, None)}, id="other"
        ),
    ],
)
@pytest.mark.parametrize("kan", [0, 40])
def test_the_figures_of_the_inspectie(
    waarheid: tuple[int, int, int, int], aanbod: dict[str, object], aantal: dict[str, object], kan: int
) -> None:
    dossiers = landelijk(*waarheid, kan=kan)
    assert tel("aanbod", *dossiers) == aanbod
    assert tel("aantal", *dossiers) == aantal
    assert tel("vastgesteld", *dossiers) == {"ja": (393, 100), "geen": (0, 0)}
    assert tel("termijn", *dossiers) == {"op_tijd": (393, 100), "te_laat": (0, 0)}
    assert tel("aanbod_letterlijk", *dossiers)["kan"][0] == kan


@pytest.mark.parametrize(
    ("aanbod", "dag", "groep"),
    [
        (Aanbod.KAN, date(2014, 12, 31), "biedt"),
        (Aanbod.KAN, date(2016, 12, 31), "biedt"),
        (Aanbod.KAN, date(2017, 1, 1), "kan"),
        (Aanbod.BIEDT, date(2017, 1, 1), "biedt"),
        (Aanbod.BIEDT_NIET, date(2015, 1, 1), "biedt_niet"),
        (Aanbod.ZWIJGT, date(2015, 1, 1), "zwijgt"),
    ],
)
def test_kan_is_an_offer_until_2017(aanbod: Aanbod, dag: date | None, groep: str) -> None:
    een = gemeente(0, feiten(aanbod), inwerkingtreding=dag, vastgesteld=None)
    rijen = tel("aanbod", een)
    assert rijen[groep] == (1, 100)
    assert sum(int(str(cellen[0])) for cellen in rijen.values()) == 1


@pytest.mark.parametrize(
    ("dag", "groep"),
    [
        (date(2014, 12, 15), "op_tijd"),
        (date(2015, 7, 1), "op_tijd"),
        (date(2015, 7, 2), "te_laat"),
        (date(2016, 12, 31), "te_laat"),
        (date(2017, 1, 1), "later"),
        (None, "onbekend"),
    ],
)
def test_adopted_in_time(dag: date | None, groep: str) -> None:
    assert tel("termijn", gemeente(0, feiten(), vastgesteld=dag))[groep] == (1, 100)


@pytest.mark.parametrize(
    ("code", "groep"),
    [("1942", "nvt"), ("0262", "te_laat"), ("1940", "te_laat")],
    ids=["Gooise Meren, since 2016", "Lochem", "De Fryske Marren, only another name since July 2015"],
)
def test_the_deadline_is_not_for_a_gemeente_that_did_not_exist_yet(code: str, groep: str) -> None:
    een = dossier(stuk("v.docx", uitslag(feiten=feiten(), vastgesteld=date(2016, 3, 9)), code, "x"), code=code, naam="x")
    assert tel("termijn", een)[groep] == (1, 100)


def test_silence_counts_only_of_gemeenten_with_a_document_on_the_subject() -> None:
    stil, ander = gemeente(1, feiten(Aanbod.ZWIJGT)), gemeente(2, feiten(Aanbod.ZWIJGT), onderwerp=Onderwerp.ANDERS)
    geheel = overzicht(gemeente(0, feiten()), stil, ander)
    for sleutel in ("aanbod", "aanbod_letterlijk"):
        cellen = {rij.sleutel: rij.cellen[1:] for rij in geheel.tabel(sleutel).rijen}
        assert (cellen["biedt"], cellen["zwijgt"], cellen["geen_stuk"]) == ((1, 50), (1, 50), (1, None))
    assert [rij.cellen[5] for rij in geheel.tabel("gemeenten").rijen] == ["biedt", "zwijgt", "geen stuk over het onderwerp"]
    assert [rij.cellen[1] for rij in geheel.tabel("grootte").rijen] == [2]


def test_an_answer_that_is_presumed_says_so() -> None:
    geheel = overzicht(gemeente(0, feiten(aanbod_vermoed=True)), gemeente(1, feiten(Aanbod.BIEDT_NIET)))
    assert [rij.cellen[5] for rij in geheel.tabel("gemeenten").rijen] == ["biedt (vermoedelijk)", "biedt niet"]
    assert "Bij 1 gemeente is het antwoord vermoedelijk" in geheel.tabel("aanbod").uitleg
    assert "vermoedelijk" not in overzicht(gemeente(0, feiten())).tabel("aanbod").uitleg


def test_the_row_of_a_gemeente_shows_the_number_that_counts() -> None:
    fte = replace(feiten(Aanbod.BIEDT, 3), plekken=(Plekken(3, "fte", 2015, "in_jaar", plaats()),))
    geheel = overzicht(gemeente(0, feiten(Aanbod.BIEDT, 4)), gemeente(1, feiten(Aanbod.BIEDT_NIET, 25)), gemeente(2, fte))
    assert [rij.cellen[6] for rij in geheel.tabel("gemeenten").rijen] == [4, None, None]
    assert [rij.cellen[6] for rij in geheel.tabel("plekken").rijen] == ["ja", "nee", "nee"]


def test_an_older_version_in_the_folder_shows_that_it_was_in_time() -> None:
    nieuw = stuk("nieuw.docx", uitslag(vastgesteld=date(2023, 9, 1)))
    oud = stuk("oud.docx", uitslag(vastgesteld=date(2015, 3, 1)), opgevolgd_door="nieuw.docx")
    assert tel("termijn", dossier(nieuw, oud))["op_tijd"] == (1, 100)


_ZONDER_REGELS = oordelen(("BW-02", Uitkomst.NIET_AANGETROFFEN))


@pytest.mark.parametrize(
    ("anders", "groep"),
    [
        ({}, "ja"),
        ({"stadium": Stadium.CONCEPT, "vastgesteld": None}, "concept"),
        ({"soort": Soort.RAADSINFORMATIEBRIEF, "vastgesteld": None}, "geen"),
        ({"onderwerp": Onderwerp.ANDERS, "vastgesteld": None}, "geen"),
        ({"feiten": Feiten(), "beoordelingen": _ZONDER_REGELS}, "zwijgt"),
        ({"feiten": Feiten(), "beoordelingen": _ZONDER_REGELS, "stadium": Stadium.CONCEPT, "vastgesteld": None}, "concept"),
        ({"feiten": Feiten(), "beoordelingen": oordelen(("BW-02", Uitkomst.VOLDOET))}, "ja"),
        ({"beoordelingen": _ZONDER_REGELS}, "ja"),
    ],
    ids=[
        "adopted",
        "concept",
        "only a letter",
        "about something else",
        "nothing on beschut werk",
        "concept with nothing on beschut werk",
        "rules, but no fact",
        "an offer in other words",
    ],
)
def test_verordening_adopted(anders: dict[str, object], groep: str) -> None:
    een = dossier(stuk("v.docx", uitslag(**({"feiten": feiten()} | anders))))  # type: ignore[arg-type]
    assert tel("vastgesteld", een)[groep] == (1, 100)


def test_reasons_count_gemeenten_not_mentions_and_name_the_document() -> None:
    hoog, klein = vermelding("kosten_hoog", "De kosten zijn te hoog."), vermelding("veel_geld_kleine_groep")
    brief = stuk("brief.docx", uitslag(Soort.RAADSINFORMATIEBRIEF, feiten=feiten(Aanbod.ZWIJGT, redenen_niet=(hoog, klein))))
    verordening = stuk("verordening.docx", uitslag(feiten=feiten(Aanbod.BIEDT_NIET)))
    beide = dossier(verordening, brief, feiten=feiten(Aanbod.BIEDT_NIET, redenen_niet=(hoog, vermelding("kosten_hoog"), klein)))
    tabel = overzicht(beide, gemeente(0, feiten(Aanbod.BIEDT_NIET)), gemeente(1, feiten(Aanbod.BIEDT))).tabel("redenen_niet")
    cellen = {rij.sleutel: rij.cellen[1:] for rij in tabel.rijen}
    assert cellen["kosten_hoog"] == (1, 50)
    assert cellen["veel_geld_kleine_groep"] == (1, 50)
    assert cellen["doorgroei_regulier"] == (0, 0)
    assert cellen["niets"] == (1, 50)
    rij = tabel.rij("kosten_hoog")
    assert rij is not None
    assert (rij.bronnen[0].pad, rij.bronnen[0].plaats) == ("brief.docx", hoog.plaats)


@pytest.mark.parametrize(
    ("aantallen", "gekozen"),
    [
        ([(5, "plekken", 2015), (9, "plekken", 2016)], 5),
        ([(9, "plekken", 2016), (5, "plekken", 2015)], 5),
        ([(9, "plekken", 2018), (7, "plekken", None)], 7),
        ([(9, "plekken", 2016), (7, "plekken", 2014)], 9),
        ([(3.5, "fte", 2015), (7, "personen", None)], 7),
        ([(3.5, "fte", 2015)], 0),
    ],
    ids=["first year", "order", "without year", "nearest year that is not past", "persons before fte", "fte is known but not summed"],
)
def test_one_number_per_gemeente_is_summed(aantallen: list[tuple[float, str, int | None]], gekozen: float) -> None:
    plekken = tuple(Plekken(aantal, eenheid, jaar, "ultimo", plaats()) for aantal, eenheid, jaar in aantallen)
    tabel = overzicht(gemeente(0, feiten(plekken=plekken)))
    ja = tabel.tabel("aantal").rij("ja")
    assert ja is not None
    assert ja.cellen[1:] == (1, 100, gekozen)
    assert [rij.cellen[6] for rij in tabel.tabel("plekken").rijen].count("ja") == (gekozen > 0)


@pytest.mark.parametrize(
    ("geschreven", "jaar", "telt"),
    [(2015, 2015, 1), (2014, 2015, 1), (2015, 2016, 1), (2015, 2018, 0), (2024, 2024, 1), (2024, 2020, 0), (None, 2018, 1)],
    ids=["own year", "next year", "year after", "far", "later letter", "history", "letter without date"],
)
def test_a_number_for_a_far_year_is_not_what_a_gemeente_plans_now(geschreven: int | None, jaar: int, telt: int) -> None:
    genoemd = feiten(Aanbod.ZWIJGT, plekken=(Plekken(12, "plekken", jaar, "ultimo", plaats()),))
    dag = date(geschreven, 12, 1) if geschreven else None
    brief = stuk(
        "brief.docx", uitslag(Soort.RAADSINFORMATIEBRIEF, feiten=genoemd, vastgesteld=None, inwerkingtreding=None, documentdatum=dag)
    )
    brief = replace(brief, herkend=replace(brief.herkend, jaar=None))
    een = dossier(stuk("verordening.docx"), brief, feiten=feiten(plekken=genoemd.plekken))
    ja = overzicht(een).tabel("aantal").rij("ja")
    assert ja is not None
    assert ja.cellen[1] == telt


@pytest.mark.parametrize(("jaar", "minimum", "verschil"), [(2026, 16, 4), (2025, None, None), (None, None, None)])
def test_numbers_beside_those_of_the_minister(jaar: int | None, minimum: int | None, verschil: int | None) -> None:
    lochem = dossier(stuk("a.docx", uitslag(feiten=feiten(plekken=(Plekken(20, "plekken", jaar, "ultimo", plaats()),)))))
    (rij,) = overzicht(lochem).tabel("plekken").rijen
    assert rij.cellen[:4] == ("Lochem", "0262", jaar, 20)
    assert rij.cellen[7:9] == (minimum, verschil)


def test_omvang_and_voorselectie() -> None:
    een = gemeente(0, feiten(omvang=Omvangwijze.BEGROTING, voorselectie=Voorselectie.DELEGATIE))
    assert tel("omvang", een)["begroting"] == (1, 100)
    assert tel("voorselectie", een, gemeente(1, feiten()))["delegatie"] == (1, 50)


@pytest.mark.parametrize(
    ("dag", "periode"),
    [
        (date(2014, 12, 31), "voor 2015"),
        (date(2015, 1, 1), "2015"),
        (date(2016, 6, 1), "2016"),
        (date(2017, 1, 1), "2017"),
        (date(2018, 1, 1), "1 januari 2018 tot en met 30 juni 2023"),
        (date(2023, 7, 1), "1 juli 2023 tot en met 30 juni 2025"),
        (date(2026, 1, 1), "vanaf 1 januari 2026"),
    ],
)
def test_periods_of_the_law(dag: date, periode: str) -> None:
    assert list(tel("regime", gemeente(0, feiten(), inwerkingtreding=dag, vastgesteld=None))) == [periode]


_GESCHAT = beoordeling(Moment.INWERKINGTREDING, date(2018, 1, 1))
_VANDAAG = replace(_GESCHAT, peildatum=date(2026, 7, 1), peildatum_bron="vandaag")


@pytest.mark.parametrize(
    ("jaar", "brief", "beoordeeld", "periode", "groep"),
    [
        (2015, date(2015, 6, 3), _VANDAAG, "2015", "biedt"),
        (None, date(2015, 6, 3), _VANDAAG, "2015", "biedt"),
        (2017, date(2016, 11, 8), _VANDAAG, "2017", "kan"),
        (2023, date(2023, 9, 5), _VANDAAG, "1 juli 2023 tot en met 30 juni 2025", "kan"),
        (2016, None, _VANDAAG, "2016", "biedt"),
        (None, None, _VANDAAG, "vanaf 1 januari 2026", "kan"),
        (2016, None, _GESCHAT, "1 januari 2018 tot en met 30 juni 2023", "kan"),
        (None, None, None, "onbekend", "kan"),
    ],
    ids=[
        "a letter of its year",
        "no year, but a letter",
        "a letter of the year before",
        "a letter of the second half",
        "the year of its title",
        "judged today for want of a day",
        "a day that was estimated",
        "nothing at all",
    ],
)
def test_when_a_verordening_without_a_date_belongs(
    jaar: int | None, brief: date | None, beoordeeld: Beoordeling | None, periode: str, groep: str
) -> None:
    beoordelingen = (beoordeeld,) if beoordeeld else ()
    eigen = stuk("concept.docx", uitslag(feiten=feiten(Aanbod.KAN), inwerkingtreding=None, vastgesteld=None, beoordelingen=beoordelingen))
    eigen = replace(eigen, herkend=replace(eigen.herkend, jaar=jaar))
    ernaast = (stuk("brief.docx", Uitslag(Soort.RAADSVOORSTEL, documentdatum=brief)),) if brief else ()
    een = dossier(eigen, *ernaast)
    assert list(tel("regime", een)) == [periode]
    assert tel("aanbod", een)[groep] == (1, 100)


@pytest.mark.parametrize(
    ("code", "provincie", "grootte"),
    [("0363", "Noord-Holland", "G4"), ("0014", "Groningen", "G40"), ("0262", "Gelderland", "overig"), ("9999", "onbekend", "overig")],
)
def test_by_province_and_size(code: str, provincie: str, grootte: str) -> None:
    een = dossier(stuk("a.docx", uitslag(feiten=feiten(aantal=4)), code), code=code)
    cijfers = (1, 1, 100, 0, 0, 0, 1, 100, 4)
    assert tel("provincie", een) == {provincie: cijfers}
    assert tel("grootte", een) == {grootte: cijfers}


def test_gemeenten_stand_where_a_reader_looks_for_them() -> None:
    namen = ["Zwolle", "'s-Hertogenbosch", "Súdwest-Fryslân", "Aalsmeer"]
    dossiers = [dossier(stuk(f"{naam}.docx"), code=f"90{nummer:02}", naam=naam) for nummer, naam in enumerate(namen)]
    gevonden = [rij.cellen[0] for rij in overzicht(*dossiers).tabel("gemeenten").rijen]
    assert gevonden == ["Aalsmeer", "'s-Hertogenbosch", "Súdwest-Fryslân", "Zwolle"]


def test_obligatory_and_not_found_most_gemeenten_first() -> None:
    een = gemeente(0, feiten(), beoordelingen=oordelen(("BW-06", Uitkomst.STRIJDIG), ("BW-07", Uitkomst.NIET_AANGETROFFEN)))
    twee = gemeente(1, feiten(), beoordelingen=oordelen(("BW-06", Uitkomst.VOLDOET), ("BW-07", Uitkomst.NIET_AANGETROFFEN)))
    tabel = overzicht(een, twee).tabel("verplicht")
    assert [(rij.sleutel, rij.cellen[2:5]) for rij in tabel.rijen] == [("BW-07", (2, 100, 0)), ("BW-06", (0, 0, 1))]
    assert [kolom.titel for kolom in tabel.kolommen][2].endswith("vandaag")
    assert [bron.naam for bron in tabel.rijen[1].bronnen] == [een.naam]


def test_matrix_leaves_out_norms_that_apply_to_nobody() -> None:
    een = gemeente(0, feiten(), beoordelingen=oordelen(("BW-06", Uitkomst.VOLDOET), ("BW-19", Uitkomst.NVT)))
    geheel = overzicht(een)
    assert [norm.code for norm in geheel.matrix.normen] == ["BW-06"]
    assert [rij.cellen[2:] for rij in geheel.tabel("matrix").rijen] == [("in orde",)]
    assert len(geheel.tabel("oordelen").rijen) == 4  # one verdict and one not judged, on two days


def test_documents_that_nobody_can_place_or_read_do_not_count() -> None:
    los = stuk("los.docx", uitslag(), None, None)
    geheel = overzicht(gemeente(0, feiten()), dossier(los, onleesbaar(), code=None, naam=ONBEKEND))
    assert len(geheel.beelden) == 1
    assert [rij.sleutel for rij in geheel.tabel("zonder_gemeente").rijen] == ["los.docx"]
    assert [rij.sleutel for rij in geheel.fouten.rijen] == ["kapot.docx"]
    assert (geheel.telling.bestanden, geheel.telling.beoordeeld, geheel.telling.onleesbaar) == (3, 2, 1)


def test_the_order_of_dossiers_does_not_matter() -> None:
    dossiers = list(landelijk(8, 4, 5, 17, kan=2))
    eerst = overzicht(*dossiers)
    random.Random(3).shuffle(dossiers)
    assert overzicht(*dossiers) == eerst


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_percentages_are_whole_and_halves_go_up(deel: int, geheel: int) -> None:
    assert abs(procent(deel, geheel) - 100 * deel / geheel) <= 0.5
    assert procent(1, 200) == 1


def test_a_table_beside_another_keeps_rows_that_are_gone() -> None:
    kolommen = (Kolom("Wie"), Kolom("Aantal", Kolomsoort.GETAL, naast=True))
    nu = Tabel("t", "T", "", kolommen, (Rij("a", ("A", 3)), Rij("b", ("B", 1))))
    toen = Tabel("t", "T", "", kolommen, (Rij("a", ("A", 2)), Rij("c", ("C", 5))))
    samen = naast(nu, toen, "eerder")
    assert [kolom.titel for kolom in samen.kolommen] == ["Wie", "Aantal", "Aantal (eerder)"]
    assert [rij.cellen for rij in samen.rijen] == [("A", 3, 2), ("B", 1, 0), ("C", 0, 5)]


def test_a_table_beside_two_others_of_which_one_has_other_columns() -> None:
    kolommen = (Kolom("Wie"), Kolom("BW-06", naast=True), Kolom("BW-07", naast=True))
    nu = Tabel("t", "T", "", kolommen, (Rij("a", ("A", "ja", "nee")),))
    voor = Tabel("t", "T", "", kolommen, (Rij("a", ("A", "nee", "nee")),))
    eerder = Tabel("t", "T", "", (Kolom("Wie"), Kolom("BW-07")), (Rij("a", ("A", "ja")), Rij("b", ("B", "ja"))))
    samen = naast(naast(nu, voor, "voor"), eerder, "eerder")
    assert [kolom.titel for kolom in samen.kolommen] == ["Wie", "BW-06", "BW-06 (voor)", "BW-07", "BW-07 (eerder)", "BW-07 (voor)"]
    assert [rij.cellen for rij in samen.rijen] == [("A", "ja", "nee", "nee", "ja", "nee"), ("B", None, None, None, "ja", None)]
