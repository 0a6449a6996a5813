"""What the words of a sentence weigh: the table that ships, how it is read, and that it is what the sets teach."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from verordening_tool._paths import data_map
from verordening_tool.fouten import Normfout
from verordening_tool.language.folding import fold
from verordening_tool.language.woordgewichten import kenmerken, lees_gewichten

ROOT = Path(__file__).resolve().parents[1]
TABEL = data_map("checks") / "woordgewichten.csv"


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


def test_a_table_that_a_person_wrote(tmp_path: Path) -> None:
    (tmp_path / "tabel.csv").write_text("woord;duur;anders\n(altijd);-1;0.5\nkoste*;4;\nniets;;2\n", encoding="utf-8")
    gewichten = lees_gewichten(tmp_path / "tabel.csv")
    assert gewichten.scores(b"de kosten zijn") == {"duur": -1 + 4 / 2, "anders": 0.5}  # three words and a beginning: the root of four
    assert gewichten.scores(b"") == {"duur": -1, "anders": 0.5}


def test_a_decimal_comma_will_do_and_a_word_for_a_number_is_named(tmp_path: Path) -> None:
    tabel = tmp_path / "tabel.csv"
    tabel.write_text("woord;duur;anders\nkost;0,5;\n", encoding="utf-8-sig")
    assert lees_gewichten(tabel).scores(b"kost")["duur"] == 0.5
    tabel.write_text("woord;duur;anders\nkost;0.5;\nprijs;veel;\n", encoding="utf-8")
    with pytest.raises(Normfout, match=r"tabel\.csv, regel 3 \(prijs\)"):
        lees_gewichten(tabel)


@pytest.mark.parametrize(
    ("zin", "feit"),
    [
        ("Een handjevol inwoners krijgt dan het hele budget.", "redenen_niet.veel_geld_kleine_groep"),
        ("De uitgaven per plek lopen te hoog op en het tekort is voor onze rekening.", "redenen_niet.kosten_hoog"),
        ("Zij kunnen naar de dagbesteding bij een zorgboerderij.", "alternatieven.arbeidsmatige_dagbesteding"),
        ("De accountant heeft de jaarrekening goedgekeurd.", "anders"),
    ],
)
def test_what_a_sentence_speaks_for(zin: str, feit: str) -> None:
    scores = lees_gewichten(TABEL).scores(fold(zin).encode())
    assert max(scores, key=lambda naam: scores[naam]) == feit


def test_the_table_is_what_the_sets_teach(tmp_path: Path) -> None:
    sys.path.insert(0, str(ROOT / "bench"))
    from leer_woorden import SETS, leer, schrijf, voorbeelden

    assert not any("blind" in pad.name for pad in SETS)
    schrijf(tmp_path / "opnieuw.csv", *leer(list(voorbeelden(SETS))))
    opnieuw, tabel = lees_gewichten(tmp_path / "opnieuw.csv"), lees_gewichten(TABEL)
    assert opnieuw.sleutels == tabel.sleutels
    for zin in ("wij vinden het te duur", "het college biedt beschut werk aan", "vrijwilligers in de wijk"):
        assert opnieuw.scores(zin.encode()) == pytest.approx(tabel.scores(zin.encode()), abs=0.05)
    assert len(opnieuw.per_kenmerk.keys() ^ tabel.per_kenmerk.keys()) < len(tabel.per_kenmerk) / 100  # rounding may tip a small weight
