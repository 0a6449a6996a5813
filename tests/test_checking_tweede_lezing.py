"""The second reading of a verdict by what words weigh: when it doubts, what it leaves alone, and that the table is what the sets teach."""

from __future__ import annotations

import csv
import sys
from datetime import date
from pathlib import Path

import pytest

from gevallen import toets_geval
from verordening_tool._paths import data_map
from verordening_tool.checking import tweede_lezing
from verordening_tool.checking.normenset import maak_normenset
from verordening_tool.checking.oordeel import Oordeel, Uitkomst
from verordening_tool.fouten import Normfout
from verordening_tool.language.oordeelgewichten import Oordeelgewichten, kenmerken_en_paren, lees_oordeelgewichten
from verordening_tool.norms.schema import Geval

ROOT = Path(__file__).resolve().parents[1]
_PLICHT = "Artikel 3 Beschut werk\n1. Het college biedt beschut werk aan.\n2. De klompen staan in de gang.\n"
_BEVOEGD = "Artikel 3 Beschut werk\n1. Het college kan beschut werk aanbieden.\n2. De klompen staan in de gang.\n"
_ZONDER = "Artikel 3 Beschut werk\n1. De klompen van wie beschut werk doet, staan in de gang.\n"


def _oordeel(tekst: str, code: str = "BW-09", soort: str = "verordening") -> Oordeel:
    oordeel = toets_geval(code, Geval(id="los", tekst=tekst, soort=soort, peildatum=date(2024, 3, 1), oordeel="voldoet"))
    assert isinstance(oordeel, Oordeel)
    return oordeel


@pytest.mark.parametrize(
    ("code", "soort", "tekst", "gewicht", "verwacht", "twijfel_om"),
    [
        ("BW-09", "verordening", _PLICHT, 0.0, "voldoet", None),
        ("BW-09", "verordening", _PLICHT, 99.0, "twijfel", "De klompen staan in de gang."),
        ("BW-09", "verordening", _PLICHT, -99.0, "voldoet", None),
        ("BW-09", "verordening", _BEVOEGD, -99.0, "twijfel", None),
        ("BW-09", "verordening", _BEVOEGD, 99.0, "strijdig", None),
        ("BW-09", "verordening", _ZONDER, -99.0, "niet_aangetroffen", None),
        ("BW-10", "verordening", _PLICHT, 99.0, "twijfel", "De klompen staan in de gang."),
        ("RV-02", "raadsinformatiebrief", "Geachte raad,\nDe klompen staan in de gang.\n", 99.0, "voldoet", None),
        ("WT-03", "verordening", _PLICHT, 99.0, "voldoet", None),
    ],
    ids=[
        "words say nothing",
        "words speak against a voldoet",
        "words speak for a voldoet",
        "words speak for a strijdig",
        "words speak against a strijdig",
        "what is not there is not read again",
        "no evidence: the articles on beschut werk are read",
        "no evidence in a letter: nothing is read",
        "a norm on form has no weights",
    ],
)
def test_when_words_make_a_doubt(
    code: str, soort: str, tekst: str, gewicht: float, verwacht: str, twijfel_om: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    gewichten = Oordeelgewichten({}, {norm: {b"klompen staan": gewicht} for norm in ("BW-09", "BW-10", "RV-02")})
    eerst = _zonder_gewichten(tekst, code, soort, monkeypatch)
    monkeypatch.setattr(tweede_lezing, "oordeelgewichten", lambda: gewichten)
    oordeel = _oordeel(tekst, code, soort)
    assert oordeel.oordeel.value == verwacht
    assert oordeel.plaatsen == eerst.plaatsen  # evidence stays
    assert (oordeel.dichtstbij.citaat if oordeel.dichtstbij else None) == twijfel_om
    if verwacht == "twijfel":
        assert oordeel.bericht.startswith(f"{eerst.bericht} Maar de woorden lijken op die van teksten die ")


def _zonder_gewichten(tekst: str, code: str, soort: str, monkeypatch: pytest.MonkeyPatch) -> Oordeel:
    monkeypatch.setattr(tweede_lezing, "oordeelgewichten", lambda: Oordeelgewichten({}, {}))
    return _oordeel(tekst, code, soort)


def test_of_two_halves_only_the_doubtful_one(monkeypatch: pytest.MonkeyPatch) -> None:
    tekst = (
        "Artikel 4 Vervoer\n1. Het college kan een vergoeding voor vervoer, een intermediaire activiteit en een meeneembare voorziening "
        "verstrekken.\nArtikel 5 Voortgezette ondersteuning\n1. Het college biedt integrale en voortgezette ondersteuning bij de overgang "
        "van onderwijs naar werk, van werk naar onderwijs en van werk naar werk. De klompen staan in de gang.\n"
    )
    eerst = _zonder_gewichten(tekst, "BW-26", "verordening", monkeypatch)
    assert {deel.oordeel for deel in eerst.deeloordelen} == {Uitkomst.VOLDOET}
    monkeypatch.setattr(tweede_lezing, "oordeelgewichten", lambda: Oordeelgewichten({}, {"BW-26": {b"klompen staan": 99.0}}))
    oordeel = _oordeel(tekst, "BW-26")
    assert oordeel.oordeel is Uitkomst.TWIJFEL
    assert {deel.oordeel for deel in oordeel.deeloordelen if "meeneembare" in deel.plaatsen[0].citaat} == {Uitkomst.VOLDOET}
    assert {deel.oordeel for deel in oordeel.deeloordelen if "overgang" in deel.plaatsen[0].citaat} == {Uitkomst.TWIJFEL}


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("niet aan", {b"niet", b"niet aan"}),
        ("weigert 12 weken", {b"weigert", b"weige*", b"0", b"weken", b"weigert 0", b"0 weken"}),
        ("", set()),
    ],
    ids=["a pair; a word of any text only in it", "a long word also by its beginning, any number as one", "nothing"],
)
def test_words_and_pairs(tekst: str, verwacht: set[bytes]) -> None:
    assert kenmerken_en_paren(tekst.encode()) == verwacht


def _tabel(map_: Path, *regels: str) -> Path:
    (map_ / "tabel.csv").write_text("\n".join(regels) + "\n", encoding="utf-8-sig")
    return map_ / "tabel.csv"


def test_a_table_that_a_person_wrote(tmp_path: Path) -> None:
    regels = ("norm;woord;gewicht", "alle;(altijd);-0,5", "alle;niet;1", "", "BW-09;Niet;2", "BW-09;(altijd);0.25", "BW-10;één;3")
    gewichten = lees_oordeelgewichten(_tabel(tmp_path, *regels))
    assert gewichten.score("BW-09", frozenset({b"niet"})) == pytest.approx(-0.5 + 0.25 + (1 + 2) / 60**0.5)  # a few words weigh little
    assert gewichten.score("BW-10", frozenset({b"een", *(b"%d" % nr for nr in range(99))})) == pytest.approx(-0.5 + 3 / 10)
    assert gewichten.score("BW-10", frozenset()) == -0.5
    assert lees_oordeelgewichten(_tabel(tmp_path, "norm;woord;gewicht")).per_norm == {}


@pytest.mark.parametrize(
    ("regels", "melding"),
    [
        (["woord;gewicht"], r"tabel\.csv begint niet met norm;woord;gewicht"),
        (["norm;woord;gewicht", "", "BW-09;kan;veel"], r"tabel\.csv, regel 3: een norm, een woord en een gewicht"),
        (["norm;woord;gewicht", "BW-09;kan"], r"tabel\.csv, regel 2: een norm, een woord en een gewicht"),
    ],
    ids=["other head", "a word for a number", "a cell too few"],
)
def test_a_table_that_does_not_hold(regels: list[str], melding: str, tmp_path: Path) -> None:
    with pytest.raises(Normfout, match=melding):
        lees_oordeelgewichten(_tabel(tmp_path, *regels))


def test_the_table_weighs_for_norms_that_exist() -> None:
    assert tweede_lezing.oordeelgewichten().per_norm.keys() <= maak_normenset().checks.keys()


def test_the_table_is_what_the_sets_teach(tmp_path: Path) -> None:
    sys.path.insert(0, str(ROOT / "bench"))
    from leer_oordelen import DOCUMENTEN, FORMULERINGEN, leer, schrijf, teksten

    assert not {"blind_d", "blind_g", "blind_h"} & {map_.name for map_ in FORMULERINGEN}
    assert not {"blind_m", "blind_r"} & {map_.name for map_ in DOCUMENTEN}
    schrijf(tmp_path / "opnieuw.csv", leer(teksten()))
    opnieuw, tabel = _cellen(tmp_path / "opnieuw.csv"), _cellen(data_map("checks") / "woordgewichten_normen.csv")
    assert {cel for cel in opnieuw.keys() & tabel.keys() if abs(opnieuw[cel] - tabel[cel]) > _AFGEROND} == set()
    assert {cel for cel in opnieuw.keys() ^ tabel.keys() if abs((opnieuw | tabel)[cel]) > _KLEINST + _AFGEROND} == set()


_AFGEROND = 0.011  # the same input gives the same weights, but for the last figure
_KLEINST = 0.3  # what weighs less is left out


def _cellen(pad: Path) -> dict[tuple[str, str], float]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        return {(rij["norm"], rij["woord"]): float(rij["gewicht"]) for rij in csv.DictReader(bestand, delimiter=";")}
