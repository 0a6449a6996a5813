"""Whose document it is, and which files are copies or older versions."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening_tool.auditing.herkenning import herken, in_padnaam
from verordening_tool.auditing.model import Bestand, Herkend, Leesfout, Stuk, Uitslag
from verordening_tool.document.regeling import Onderwerp, Soort, Stadium

REGELS = tuple(range(100, 130))


def bestand(pad: str, gemeente: str | None = None, **velden: object) -> Bestand:
    """A verordening that was adopted, with a text of its own."""
    basis: dict[str, object] = {
        "soort": Soort.VERORDENING,
        "onderwerp": Onderwerp.RE_INTEGRATIE,
        "stadium": Stadium.VASTGESTELD,
        "titel": "Re-integratieverordening",
        "gemeente": gemeente,
        "teksthash": pad,
        "regelhashes": tuple(sorted(hash((pad, nr)) % 10**9 for nr in range(30))),
    }
    return Bestand(pad, f"sha-{pad}", 1, Uitslag(**(basis | velden)))  # type: ignore[arg-type]


def een(gevonden: Bestand) -> Herkend:
    (stuk,) = herken([gevonden])
    return stuk.herkend


def op_pad(*bestanden: Bestand) -> dict[str, Stuk]:
    return {stuk.bestand.pad: stuk for stuk in herken(bestanden)}


@pytest.mark.parametrize(
    ("gevonden", "code", "bron"),
    [
        (bestand("a.docx", "Zwolle"), "0193", "tekst"),
        (bestand("deventer/deventer.docx", "Zwolle", gemeente_metadata="Deventer"), "0193", "tekst"),
        (bestand("deventer.docx", gemeente_metadata="Gemeente Zwolle"), "0193", "metadata"),
        (bestand("deventer/Zwolle_2015.docx"), "0193", "bestandsnaam"),
        (bestand("overijssel/gemeente-zwolle/rib.pdf"), "0193", "mapnaam"),
        (bestand("deventer/oud/zwolle/rib.pdf"), "0193", "mapnaam"),
        (bestand("x.pdf", "'s-Gravenhage"), "0518", "tekst"),
        (bestand("x.pdf", "Den Haag"), "0518", "tekst"),
        (bestand("x.pdf", "Sudwest-Fryslan"), "1900", "tekst"),
        (bestand("bergen_nh/x.pdf", "Bergen"), "0373", "mapnaam"),
        (bestand("limburg/Bergen-L.pdf", "Bergen"), "0893", "bestandsnaam"),
        (bestand("zwolle.pdf", "Nergenshuizen"), "0193", "bestandsnaam"),
        (bestand("gem Hof van Twente - antwoord.txt", "Almelo", gemeente_terloops=True), "1735", "bestandsnaam"),
        (bestand("Hof van Twente/antwoord.txt", "Almelo", gemeente_terloops=True), "1735", "mapnaam"),
        (bestand("antwoorden/antwoord.txt", "Almelo", gemeente_terloops=True), "0141", "tekst"),
        (bestand("x.pdf", "Groesbeek", inwerkingtreding=date(2015, 1, 1)), "1945", "tekst"),
        (bestand("x.pdf", "Bussum", inwerkingtreding=date(2015, 1, 1)), "0381", "tekst"),
        (bestand("x.pdf", "Bussum", inwerkingtreding=date(2017, 1, 1)), "1942", "tekst"),
        (bestand("x.pdf", "De Friese Meren"), "1940", "tekst"),
    ],
    ids=lambda waarde: waarde.pad if isinstance(waarde, Bestand) else None,
)
def test_gemeente(gevonden: Bestand, code: str, bron: str) -> None:
    herkend = een(gevonden)
    assert (herkend.code, herkend.bron) == (code, bron)


@pytest.mark.parametrize(
    ("naam", "codes"),
    [
        ("Verordening_beschut_werk_Zwolle_2015", ("0193",)),
        ("VerordeningZwolle2015", ("0193",)),
        ("2015-zwolle-definitief", ("0193",)),
        ("gem. Zwolle", ("0193",)),
        ("s-hertogenbosch", ("0796",)),
        ("den_bosch_rib", ("0796",)),
        ("SudwestFryslan", ("1900",)),
        ("sudwest-fryslan_verordening", ("1900",)),
        ("alphen-aan-den-rijn", ("0484",)),
        ("GM0193", ("0193",)),
        ("0193_rib", ("0193",)),
        ("midden-groningen", ("1952",)),
        ("verordening_best_2015", ("0753",)),
        ("Best", ("0753",)),
        ("best_practices", ()),
        ("huizen_en_wonen", ()),
        ("provincie Utrecht", ()),
        ("1900 verordening", ()),
        ("stuf0302-rev2959", ()),
        ("0302", ("0302",)),
        ("15ini00412", ()),
        ("zwolle en deventer", ("0150", "0193")),
        ("rib beschut werk", ()),
        ("Bergen", ("0373", "0893")),
    ],
)
def test_name_of_a_file_or_folder(naam: str, codes: tuple[str, ...]) -> None:
    assert in_padnaam(naam) == codes


def test_neighbours_when_all_else_is_silent() -> None:
    stukken = op_pad(bestand("map/a.docx", "Zwolle"), bestand("map/b.docx"), bestand("ander/c.docx"))
    assert (stukken["map/b.docx"].herkend.code, stukken["map/b.docx"].herkend.bron) == ("0193", "buren")
    assert stukken["ander/c.docx"].herkend.code is None


def test_neighbours_that_disagree() -> None:
    assert op_pad(bestand("a.docx", "Zwolle"), bestand("b.docx", "Deventer"), bestand("c.docx"))["c.docx"].herkend.code is None


def test_a_copy_tells_whose_it_is() -> None:
    stukken = op_pad(bestand("x/a.docx", teksthash="h"), bestand("zwolle/b.docx", teksthash="h"))
    assert stukken["x/a.docx"].herkend.code == "0193"


def test_unknown_gemeente_keeps_its_name() -> None:
    assert een(bestand("a.docx", "Nergenshuizen")) == Herkend(None, "Nergenshuizen", "tekst", None)


@pytest.mark.parametrize(
    ("gevonden", "jaar"),
    [
        (bestand("2019/x2018.docx", inwerkingtreding=date(2015, 1, 1), vastgesteld=date(2014, 12, 1)), 2015),
        (bestand("2019/x2018.docx", vastgesteld=date(2014, 12, 1)), 2014),
        (bestand("2019/x2018.docx", documentdatum=date(2016, 3, 1)), 2016),
        (bestand("2019/x2018.docx", titel="Verordening 2017"), 2017),
        (bestand("2019/x2018.docx"), 2018),
        (bestand("2019/x.docx"), 2019),
        (bestand("x.docx"), None),
    ],
    ids=["entry into force", "adoption", "date of the letter", "title", "file name", "folder", "none"],
)
def test_year(gevonden: Bestand, jaar: int | None) -> None:
    assert een(gevonden).jaar == jaar


def test_same_text_under_two_names() -> None:
    stukken = op_pad(bestand("b.pdf", "Zwolle", teksthash="h"), bestand("a.docx", "Zwolle", teksthash="h"))
    assert (stukken["a.docx"].dubbel_van, stukken["b.pdf"].dubbel_van) == (None, "a.docx")


def test_same_lines_in_two_formats() -> None:
    stukken = op_pad(bestand("a.docx", "Zwolle", regelhashes=REGELS), bestand("b.pdf", "Zwolle", regelhashes=(*REGELS[:-2], 7)))
    assert stukken["b.pdf"].dubbel_van == "a.docx"


def _gedeeld(een: set[int], ander: set[int]) -> float:
    schets = sorted(een | ander)[: max(len(een), len(ander))]
    return len(een & ander & set(schets)) / len(schets)


@given(st.lists(st.sets(st.integers(0, 14), min_size=5, max_size=12), max_size=12))
def test_copies_are_found_as_if_every_pair_were_compared(teksten: list[set[int]]) -> None:
    verwacht: dict[str, str] = {}
    eerder: list[str] = []
    for nr, regels in enumerate(teksten):
        gelijk = next((pad for pad in eerder if _gedeeld(teksten[int(pad[:2])], regels) >= 0.8), None)
        if gelijk is None:
            eerder.append(f"{nr:02}.docx")
        else:
            verwacht[f"{nr:02}.docx"] = gelijk
    bestanden = [bestand(f"{nr:02}.docx", "Zwolle", regelhashes=tuple(sorted(regels))) for nr, regels in enumerate(teksten)]
    assert {stuk.bestand.pad: stuk.dubbel_van for stuk in herken(bestanden) if stuk.dubbel_van} == verwacht


def test_files_without_text_are_no_copies() -> None:
    leeg = {"teksthash": "leeg", "regelhashes": ()}
    assert all(stuk.dubbel_van is None for stuk in herken([bestand("a.docx", "Zwolle", **leeg), bestand("b.docx", "Zwolle", **leeg)]))


OUD = bestand("oud.docx", "Zwolle", titel="Re-integratieverordening Zwolle 2015", inwerkingtreding=date(2015, 1, 1))
MIDDEN = bestand(
    "midden.docx", "Zwolle", titel="Verordening re-integratie Participatiewet gemeente Zwolle 2017", inwerkingtreding=date(2017, 1, 1)
)
NIEUW = bestand("nieuw.docx", "Zwolle", titel="Re-integratieverordening 2023", inwerkingtreding=date(2023, 7, 1))


def test_older_versions_know_the_next_one() -> None:
    stukken = op_pad(NIEUW, OUD, MIDDEN)
    assert [stukken[pad].opgevolgd_door for pad in ("oud.docx", "midden.docx", "nieuw.docx")] == ["midden.docx", "nieuw.docx", None]


@pytest.mark.parametrize(
    "ander",
    [
        bestand("ander.docx", "Deventer", titel="Re-integratieverordening Zwolle", inwerkingtreding=date(2020, 1, 1)),
        bestand("ander.docx", "Zwolle", titel="Re-integratieverordening", soort=Soort.BELEIDSREGELS, inwerkingtreding=date(2020, 1, 1)),
        bestand(
            "ander.docx",
            "Zwolle",
            titel="Verordening beschut werk",
            onderwerp=Onderwerp.LOSSE_BESCHUT_WERK,
            inwerkingtreding=date(2020, 1, 1),
        ),
        bestand("ander.docx", "Zwolle", titel="Verordening tegenprestatie", inwerkingtreding=date(2020, 1, 1)),
        bestand("ander.docx", "Zwolle", titel="Re-integratieverordening", inwerkingtreding=date(2015, 1, 1)),
        bestand("ander.docx", "Zwolle", titel="Re-integratieverordening"),
        bestand(
            "ander.docx", "Zwolle", titel="Re-integratieverordening", soort=Soort.WIJZIGINGSVERORDENING, inwerkingtreding=date(2020, 1, 1)
        ),
    ],
    ids=["gemeente", "soort", "onderwerp", "title", "same day", "no day", "an amendment"],
)
def test_no_later_version(ander: Bestand) -> None:
    assert op_pad(OUD, ander)["oud.docx"].opgevolgd_door is None


def test_same_lines_make_a_version_under_another_title() -> None:
    a = bestand("a.docx", "Zwolle", titel="Kansen", regelhashes=REGELS, inwerkingtreding=date(2015, 1, 1))
    b = bestand("b.docx", "Zwolle", titel="Meedoen", regelhashes=(*range(20), *REGELS[:20]), inwerkingtreding=date(2020, 1, 1))
    assert op_pad(a, b)["a.docx"].opgevolgd_door == "b.docx"


def test_a_draft_gives_way_to_what_was_adopted_and_never_the_reverse() -> None:
    concept = bestand("concept.docx", "Zwolle", stadium=Stadium.CONCEPT, inwerkingtreding=date(2015, 1, 1))
    nieuw_concept = bestand("plan.docx", "Zwolle", stadium=Stadium.CONCEPT, inwerkingtreding=date(2025, 1, 1))
    stukken = op_pad(concept, OUD, nieuw_concept)
    assert {pad: stuk.opgevolgd_door for pad, stuk in stukken.items()} == {"concept.docx": "oud.docx", "oud.docx": None, "plan.docx": None}


def test_a_file_that_could_not_be_read_counts_nowhere() -> None:
    kapot = Bestand("zwolle/kapot.docx", "x", 1, Uitslag(fout=Leesfout("LEEG", "leeg", "")))
    (stuk,) = herken([kapot])
    assert (stuk.herkend.code, stuk.dubbel_van, stuk.opgevolgd_door) == ("0193", None, None)


def test_order_of_files_does_not_matter() -> None:
    bestanden = [
        OUD,
        MIDDEN,
        NIEUW,
        bestand("map/x.docx"),
        bestand("map/y.docx", "Deventer", teksthash="h"),
        bestand("z.docx", "Deventer", teksthash="h"),
    ]
    verwacht = herken(bestanden)
    assert all(herken(volgorde) == verwacht for volgorde in list(permutations(bestanden))[::37])


@pytest.mark.parametrize(
    ("naam", "codes"),
    [
        ("rheden-verordening beschut werk", ("0275",)),
        ("Losser - RIB beschut werk", ("0168",)),
        ("Sluis - voorstel", ("1714",)),
        ("De Bilt - brief", ("0310",)),
        ("Best practices 2015", ()),
        ("huizen en wonen", ()),
    ],
)
def test_a_name_that_is_a_word_too_at_the_start_of_a_path(naam: str, codes: tuple[str, ...]) -> None:
    assert in_padnaam(naam) == codes
