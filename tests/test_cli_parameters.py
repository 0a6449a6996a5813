"""Words on the command line: dates, choices, codes, wildcards, pairs of format and file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening_tool._bestanden import schrijf_bestand
from verordening_tool.cli.parameters import Codes, Keuze, bestanden, lees_datum
from verordening_tool.cli.uitvoer import Uitvoer, keur_doelen, koppel
from verordening_tool.document.dates import dutch_date
from verordening_tool.fouten import Gebruiksfout, Schrijffout

EXTENSIES = {".json": "json", ".txt": "tekst"}
F, U = "formaat", "uitvoer"


@given(st.dates(min_value=date(1000, 1, 1)))
def test_all_ways_to_write_a_date_are_read(dag: date) -> None:
    assert lees_datum(dag.isoformat()) == lees_datum(f"{dag.day}-{dag.month}-{dag.year}") == dag
    assert lees_datum(dutch_date(dag)) == lees_datum(dutch_date(dag).upper()) == dag


@pytest.mark.parametrize("tekst", ["1 Januari 2024", "01 januari 2024", " 2024-01-01 ", "1  januari  2024", "01/01/2024", "1.1.2024"])
def test_dates_may_be_written_loosely(tekst: str) -> None:
    assert lees_datum(tekst) == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("tekst", "bericht"),
    [
        ("31-12-24", "geen datum die ik herken"),
        ("31-12/2024", "geen datum die ik herken"),
        ("31-02-2024", "bestaat niet"),
        ("12-31-2024", "bestaat niet"),
        ("2024", "geen datum die ik herken"),
        ("", "geen datum die ik herken"),
        ("1 janvier 2024", "geen datum die ik herken"),
        ("2023-02-29", "bestaat niet"),
        ("31 april 2024", "bestaat niet"),
        ("0000-01-01", "bestaat niet"),
        ("٢٠٢٤-٠١-٠١", "geen datum die ik herken"),
    ],
)
def test_a_wrong_date_gives_one_sentence_and_the_remedy(tekst: str, bericht: str) -> None:
    with pytest.raises(Gebruiksfout, match=bericht) as gevangen:
        lees_datum(tekst)
    assert gevangen.value.advies


def test_choice_names_the_words_and_the_one_that_was_meant() -> None:
    keuze = Keuze("drempel", ("verplicht", "aanbevolen"))
    assert keuze.convert("Verplicht", None, None) == "verplicht"
    with pytest.raises(Gebruiksfout) as gevangen:
        keuze.convert("verplich", None, None)
    assert gevangen.value.advies == "Bedoelt u verplicht? Kies uit: verplicht, aanbevolen."


@pytest.mark.parametrize(
    ("tekst", "codes"), [("", ()), ("bw-06", ("BW-06",)), ("BW-06,GR", ("BW-06", "GR")), ("BW-06, BW-07", ("BW-06", "BW-07"))]
)
def test_codes(tekst: str, codes: tuple[str, ...]) -> None:
    assert Codes().convert(tekst, None, None) == codes


@pytest.mark.parametrize("tekst", ["BW06", "BW-6", "BW-06;BW-07", "*"])
def test_what_is_no_code_is_refused(tekst: str) -> None:
    with pytest.raises(Gebruiksfout, match="geen code"):
        Codes().convert(tekst, None, None)


@pytest.fixture
def stukken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for naam in ("a.docx", "b.docx", "~$a.docx", "c.txt", "concept [v2].docx", "sub/d.docx"):
        pad = tmp_path / naam
        pad.parent.mkdir(exist_ok=True)
        pad.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("patronen", "namen"),
    [
        (["a.docx"], ["a.docx"]),
        (["*.docx"], ["a.docx", "b.docx", "concept [v2].docx"]),
        (["concept [v2].docx"], ["concept [v2].docx"]),
        (["**/*.docx"], ["a.docx", "b.docx", "concept [v2].docx", "sub/d.docx"]),
        (["b.docx", "a.docx", "*.docx"], ["b.docx", "a.docx", "concept [v2].docx"]),
    ],
    ids=["plain", "wildcard-without-lock-file", "brackets-in-a-name", "deep", "each-file-once"],
)
def test_wildcards_are_expanded(stukken: Path, patronen: list[str], namen: list[str]) -> None:
    assert [pad.as_posix() for pad in bestanden(patronen)] == namen


@pytest.mark.parametrize(
    ("patroon", "bericht"),
    [
        ("weg.docx", "Het bestand weg.docx bestaat niet"),
        ("*.pdf", r"Geen bestand past op \*\.pdf"),
        ("sub", "sub is een map"),
        ("x" * 5000, "bestaat niet"),
        ("nul\0byte", "bestaat niet"),
    ],
    ids=["missing", "no-match", "folder", "too-long", "null-byte"],
)
def test_a_wrong_file_name_gives_one_sentence(stukken: Path, patroon: str, bericht: str) -> None:
    with pytest.raises(Gebruiksfout, match=bericht) as gevangen:
        bestanden([patroon])
    assert gevangen.value.advies


@pytest.mark.parametrize(
    ("volgorde", "paren"),
    [
        ([], [("tekst", None)]),
        ([(F, "json")], [("json", None)]),
        ([(F, "json"), (U, "a.json")], [("json", "a.json")]),
        ([(U, "a.json"), (F, "json")], [("json", "a.json")]),
        ([(F, "tekst"), (F, "json"), (U, "a.json")], [("tekst", None), ("json", "a.json")]),
        ([(F, "json"), (U, "a.json"), (F, "tekst")], [("json", "a.json"), ("tekst", None)]),
        ([(F, "json"), (U, "a.json"), (F, "tekst"), (U, "a.txt")], [("json", "a.json"), ("tekst", "a.txt")]),
        ([(U, "a.json"), (F, "json"), (U, "a.txt"), (F, "tekst")], [("json", "a.json"), ("tekst", "a.txt")]),
        ([(U, "a.json")], [("json", "a.json")]),
    ],
)
def test_format_and_file_come_in_pairs(volgorde: list[tuple[str, str]], paren: list[tuple[str, str | None]]) -> None:
    assert koppel(volgorde, EXTENSIES, "tekst") == tuple(Uitvoer(naam, Path(pad) if pad else None) for naam, pad in paren)


@pytest.mark.parametrize(
    ("volgorde", "bericht"),
    [([(F, "json"), (F, "tekst")], "maar een formaat op het scherm"), ([(U, "rapport.docx")], "Welk formaat")],
    ids=["two-on-screen", "unknown-extension"],
)
def test_pairs_that_can_not_be(volgorde: list[tuple[str, str]], bericht: str) -> None:
    with pytest.raises(Gebruiksfout, match=bericht):
        koppel(volgorde, EXTENSIES, "tekst")


@pytest.mark.parametrize(
    ("doelen", "bericht"),
    [
        (["a.docx"], "zelf invoer"),
        (["./sub/../a.docx"], "zelf invoer"),
        (["sub"], "is een map"),
        (["weg/rapport.json"], "map weg bestaat niet"),
        (["r.json", "r.json"], "twee keer"),
    ],
)
def test_a_wrong_target_is_refused_before_any_work(stukken: Path, doelen: list[str], bericht: str) -> None:
    with pytest.raises(Gebruiksfout, match=bericht):
        keur_doelen([Uitvoer("json", Path(doel)) for doel in doelen], [Path("a.docx")])


def test_a_link_to_the_input_is_refused(stukken: Path) -> None:
    try:
        Path("link.json").hardlink_to("a.docx")
    except OSError:
        pytest.skip("no hard links here")
    with pytest.raises(Gebruiksfout, match="zelf invoer"):
        keur_doelen([Uitvoer("json", Path("link.json"))], [Path("a.docx")])


def test_writing_replaces_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    doel = tmp_path / "rapport.json"
    schrijf_bestand(doel, b"een")
    schrijf_bestand(doel, b"twee")
    assert doel.read_bytes() == b"twee"

    def op_slot(self: Path, target: Path) -> Path:
        raise PermissionError(13, "in use", str(target))

    monkeypatch.setattr(Path, "replace", op_slot)
    with pytest.raises(Schrijffout, match="open in een ander programma") as gevangen:
        schrijf_bestand(doel, b"drie")
    assert "Sluit het bestand" in gevangen.value.advies
    assert doel.read_bytes() == b"twee"
    assert list(tmp_path.iterdir()) == [doel]
