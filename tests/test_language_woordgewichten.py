"""What the words of a sentence weigh: the table that ships, how it is read, and that it is what the sets teach."""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from verordening_tool._paths import data_map
from verordening_tool.auditing.gewogen import gewichten
from verordening_tool.fouten import Normfout
from verordening_tool.language.folding import fold
from verordening_tool.language.woordgewichten import kenmerken, lees_gewichten, paren

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("de kost", {b"de", b"kost"}),
        ("kosten, kosten", {b"kosten", b"koste*"}),
        ("in 2015 zijn er 7", {b"in", b"0", b"zijn", b"er"}),
        ("", set()),
    ],
    ids=["short words stand for themselves", "longer ones also by their beginning, once", "any number is a number", "nothing"],
)
def test_words_of_a_text(tekst: str, verwacht: set[bytes]) -> None:
    assert kenmerken(tekst.encode()) == verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("geen geld, geen geld", {b"geen geld", b"geld geen"}),
        ("in 2015 of 7 of", {b"in 0", b"0 of", b"of 0"}),
        ("geld", set()),
        ("", set()),
    ],
    ids=["each once, over a comma too", "any number is a number", "one word", "nothing"],
)
def test_words_that_follow_each_other(tekst: str, verwacht: set[bytes]) -> None:
    assert paren(tekst.encode()) == verwacht


def _tabel(map_: Path, *regels: str) -> Path:
    (map_ / "tabel.csv").write_text("\n".join(regels) + "\n", encoding="utf-8-sig")
    return map_ / "tabel.csv"


def test_a_table_that_a_person_wrote(tmp_path: Path) -> None:
    regels = ("(altijd);-1;0,5", "", "KOSTE*;4;", "de Kosten;2;", "niets;;2", "<te_veel>;3;", "<niet te_veel>;-5;")
    gewichten = lees_gewichten(_tabel(tmp_path, "woord;duur;anders", *regels), ["duur", "anders"])
    assert gewichten.scores(b"de kosten zijn") == {"duur": -1 + 6 / 2, "anders": 0.5}  # three words and a beginning: the root of four
    assert gewichten.scores(b"") == {"duur": -1, "anders": 0.5}
    assert gewichten.scores(b"", {"te_veel": False}) == {"duur": -1 + 3, "anders": 0.5}  # a concept counts in full
    assert gewichten.scores(b"", {"te_veel": True}) == {"duur": -1 + 3 - 5, "anders": 0.5}


@pytest.mark.parametrize(
    ("regels", "melding"),
    [
        ([], r"tabel\.csv ontbreekt de kolom duur"),
        (["woord,duur", "kost,1"], r"tabel\.csv ontbreekt de kolom duur"),
        (["woord;duur", "kost;1", "", "prijs;veel"], r"tabel\.csv, regel 4 \(prijs\): een gewicht is geen getal"),
        (["woord;duur", "kost*;1"], r"tabel\.csv, regel 2: “kost\*” past op geen woord"),
    ],
    ids=["empty", "other separator", "a word for a number", "beginning of four letters"],
)
def test_a_table_that_does_not_hold(regels: list[str], melding: str, tmp_path: Path) -> None:
    with pytest.raises(Normfout, match=melding):
        lees_gewichten(_tabel(tmp_path, *regels), ["duur"])


@pytest.mark.parametrize(
    ("zin", "feit"),
    [
        ("Een handjevol inwoners krijgt dan het hele budget.", "redenen_niet.veel_geld_kleine_groep"),
        ("De uitgaven per plek lopen te hoog op en het tekort is voor onze rekening.", "redenen_niet.kosten_hoog"),
        ("Deze inwoners krijgen arbeidsmatige dagbesteding op een zorgboerderij in de buurt.", "alternatieven.arbeidsmatige_dagbesteding"),
        ("De accountant heeft de jaarrekening goedgekeurd.", "anders"),
    ],
)
def test_what_a_sentence_speaks_for(zin: str, feit: str) -> None:
    scores = gewichten().scores(fold(zin).encode())
    assert max(scores, key=lambda naam: scores[naam]) == feit


def test_the_tables_are_what_the_sets_teach(tmp_path: Path) -> None:
    sys.path.insert(0, str(ROOT / "bench"))
    from leer_woorden import SETS, leden, leer, leer_leden, schrijf, voorbeelden

    assert not any("blind" in pad.name for pad in SETS)
    for naam, geleerd in (
        ("woordgewichten.csv", leer(list(voorbeelden(SETS)))),
        ("woordgewichten_leden.csv", leer_leden(list(leden(SETS)))),
    ):
        schrijf(tmp_path / naam, *geleerd)
        opnieuw, tabel = _cellen(tmp_path / naam), _cellen(data_map("checks") / naam)
        anders = {cel for cel in opnieuw.keys() | tabel.keys() if abs(opnieuw.get(cel, 0) - tabel.get(cel, 0)) > _AFGEROND}
        assert {cel for cel in anders if not _is_licht_paar(cel[0], opnieuw, tabel)} == set()


_AFGEROND = 0.061  # what weighs 0.05 in the one may be left out in the other
_LICHT = 0.35  # so may two words that weigh 0.3 together


def _is_licht_paar(woord: str, *tabellen: Mapping[tuple[str, str], float]) -> bool:
    zwaarst = max(abs(gewicht) for tabel in tabellen for (ander, _), gewicht in tabel.items() if ander == woord)
    return " " in woord and not woord.startswith("<") and zwaarst < _LICHT


def _cellen(pad: Path) -> dict[tuple[str, str], float]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        rijen = csv.DictReader(bestand, delimiter=";")
        return {(rij["woord"], feit): float(cel) for rij in rijen for feit, cel in rij.items() if feit != "woord" and cel}
