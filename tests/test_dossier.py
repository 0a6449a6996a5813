"""Documents judged together: from the command line, with the worked example, and one disagreement at a time."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from verordening_tool import api
from verordening_tool.checking.dossier import Dossier, Stuk
from verordening_tool.checking.normenset import maak_normenset
from verordening_tool.checking.oordeel import Toetsresultaat, Uitkomst
from verordening_tool.checking.opties import Toetsopties
from verordening_tool.checking.toetsing import maak_context
from verordening_tool.cli.groep import verordening
from verordening_tool.document.regeling import Soort
from verordening_tool.fouten import Gebruiksfout

ROOT = Path(__file__).resolve().parents[1]

sys.path.insert(0, str(ROOT / "bench"))
voorbeeld = importlib.import_module("dossier_voorbeeld")

GOED = ROOT / "docs" / "voorbeelden" / "2024"
FOUT = ROOT / "docs" / "voorbeelden" / "dossier"
NIET_GOED = frozenset({Uitkomst.STRIJDIG, Uitkomst.NIET_AANGETROFFEN, Uitkomst.TWIJFEL})
_TITEL = "in de Re-integratieverordening Participatiewet Lochem {}"
STUKKEN = ("re-integratieverordening", "toelichting", "raadsvoorstel", "raadsbesluit", "raadsinformatiebrief", "beleidsregels")


def toets(paden: list[Path]) -> list[Toetsresultaat]:
    return list(api.toets(paden, Toetsopties(dossier=True, selecteer=("PK", "RV"))))


def bezwaren(resultaten: list[Toetsresultaat]) -> list[tuple[str, str]]:
    return sorted((Path(een.bestand).stem, o.code) for een in resultaten for o in een.oordelen if o.oordeel in NIET_GOED)


def met(tmp_path: Path, stuk: str, oud: str, nieuw: str) -> list[Path]:
    """The package of 2024 with one change in one document."""
    paden = []
    for naam in STUKKEN:
        inhoud = (voorbeeld.SOURCE / f"{naam}.docx").read_bytes()
        pad = tmp_path / f"{naam}.docx"
        pad.write_bytes(voorbeeld.changed(inhoud, ((oud, nieuw),)) if naam == stuk else inhoud)
        paden.append(pad)
    return paden


@pytest.mark.parametrize("jaar", ["2015", "2024", "2026"])
def test_a_package_of_ours_agrees_with_itself(jaar: str) -> None:
    assert bezwaren(toets(sorted((ROOT / "docs" / "voorbeelden" / jaar).glob("*.docx")))) == []


def test_the_order_of_the_files_does_not_matter() -> None:
    paden = sorted(FOUT.glob("*.docx"))
    assert bezwaren(toets(paden)) == bezwaren(toets(paden[::-1]))


@pytest.mark.parametrize(
    ("stuk", "oud", "nieuw", "verwacht"),
    [
        ("toelichting", "Participatiewet Lochem 2024", "Participatiewet Lochem 2022", [("toelichting", "PK-01")]),
        ("beleidsregels", "in de Re-integratieverordening Participatiewet Lochem 2024", _TITEL.format(2021), [("beleidsregels", "PK-01")]),
        ("raadsinformatiebrief", "vastgesteld op 30 januari 2024", "vastgesteld op 16 januari 2024", [("raadsinformatiebrief", "PK-02")]),
        ("raadsinformatiebrief", "met ingang van 15 februari 2024", "met ingang van 15 maart 2024", [("raadsinformatiebrief", "PK-02")]),
        ("raadsvoorstel", "30 januari 2024", "23 januari 2024", [("raadsvoorstel", "PK-02")]),
        ("raadsvoorstel", "In artikel 11 van", "In artikel 21 van", [("raadsvoorstel", "PK-03")]),
        ("raadsinformatiebrief", "in artikel 11 van", "in artikel 12 van", [("raadsinformatiebrief", "PK-03")]),
        ("raadsvoorstel", "met drie extra dienstbetrekkingen", "met twee extra dienstbetrekkingen", [("raadsvoorstel", "PK-04")]),
        ("raadsvoorstel", "420.000", "240.000", [("raadsinformatiebrief", "PK-05")]),
        ("toelichting", "Artikel 11 Beschut werk", "Artikel 31 Beschut werk", [("toelichting", "PK-06")]),
        ("raadsbesluit", "Sociale activering", "Sociale activiteiten", [("raadsbesluit", "PK-07")]),
        ("raadsvoorstel", "met ingang van 15 februari 2024", "met ingang van 14 februari 2024", [("raadsvoorstel", "RV-01")]),
        ("raadsbesluit", "Participatiewet Lochem 2023 in te", "Participatiewet Lochem 2019 in te", [("raadsbesluit", "RV-01")]),
        ("raadsinformatiebrief", "om 13 plekken", "om 12 plekken", [("raadsinformatiebrief", "RV-03")]),
    ],
)  # fmt: skip
def test_one_disagreement_gives_one_finding(stuk: str, oud: str, nieuw: str, verwacht: list[tuple[str, str]], tmp_path: Path) -> None:
    assert bezwaren(toets(met(tmp_path, stuk, oud, nieuw))) == verwacht


def test_both_documents_are_named() -> None:
    brief = next(een for een in toets(sorted(FOUT.glob("*.docx"))) if een.soort is Soort.RAADSINFORMATIEBRIEF)
    artikel = next(oordeel for oordeel in brief.oordelen if oordeel.code == "PK-03")
    assert "artikel 10" in artikel.plaatsen[0].citaat
    assert "re-integratieverordening.docx" in (artikel.plaatsen[0].bericht or "")


def test_quotes_are_literal() -> None:
    for resultaat in toets(sorted(FOUT.glob("*.docx"))):
        blokken = {blok.alinea: blok.tekst for blok in api.lees(resultaat.bestand).regeling.blokken}
        for plaats in (plaats for oordeel in resultaat.oordelen for plaats in oordeel.plaatsen):
            assert plaats.alinea is not None
            assert plaats.citaat in blokken[plaats.alinea]


def test_a_toelichting_holds_from_the_day_of_its_verordening() -> None:
    resultaten = toets([GOED / "re-integratieverordening.docx", GOED / "toelichting.docx"])
    assert resultaten[1].peildatum == resultaten[0].peildatum


class TestTwoVerordeningen:
    """The verordening twice in a folder: one text in two files, an old concept beside it, the one that it withdraws."""

    NAAM = "re-integratieverordening"

    def met_kopie(self, tmp_path: Path, kopie: str, *wissels: tuple[str, str]) -> list[Toetsresultaat]:
        paden = met(tmp_path, "raadsinformatiebrief", "vastgesteld op 30 januari 2024", "vastgesteld op 16 januari 2024")
        pad = tmp_path / kopie
        pad.write_bytes(voorbeeld.changed((voorbeeld.SOURCE / f"{self.NAAM}.docx").read_bytes(), wissels))
        return toets([*paden, pad])

    @pytest.mark.parametrize("kopie", ["0 verordening.docx", "zz verordening.docx"])
    def test_the_same_text_twice_is_compared_once(self, kopie: str, tmp_path: Path) -> None:
        resultaten = self.met_kopie(tmp_path, kopie)
        assert bezwaren(resultaten) == [("raadsinformatiebrief", "PK-02")]
        assert [een.zelfde_als for een in resultaten if een.zelfde_als] == [f"{self.NAAM}.docx"]
        assert not any(een.niet_vergeleken for een in resultaten)

    def test_two_texts_with_one_title_are_said_loudly(self, tmp_path: Path) -> None:
        resultaten = self.met_kopie(tmp_path, "oud.docx", ("15 februari 2024", "15 maart 2024"))
        for een in resultaten:
            assert een.niet_vergeleken is not None
            assert f"{self.NAAM}.docx en oud.docx" in een.niet_vergeleken
        uit = CliRunner().invoke(verordening, ["toets", str(tmp_path), "--dossier"], prog_name="verordening").stdout
        assert "de stukken zijn niet met de verordening vergeleken" in " ".join(uit.split())

    def test_the_verordening_that_is_withdrawn_may_lie_beside_it(self, tmp_path: Path) -> None:
        eigen, oud = "Re-integratieverordening Participatiewet Lochem 2024", "Re-integratieverordening Participatiewet Lochem 2023"
        resultaten = self.met_kopie(tmp_path, "oud.docx", (eigen, oud))
        assert [een for een in bezwaren(resultaten) if een[0] != "oud"] == [("raadsinformatiebrief", "PK-02")]


@pytest.mark.parametrize(
    ("namen", "gebruikt"),
    [
        (("a.pdf", "b.docx"), "b.docx"),
        (("a.odt", "b.docx"), "b.docx"),
        (("a.docx", "b.pdf"), "a.docx"),
        (("a.docx", "b.docx"), "a.docx"),
        (("a.pdf", "b.txt"), "b.txt"),
    ],
)
def test_of_one_text_in_two_files_the_word_file_is_used(namen: tuple[str, str], gebruikt: str) -> None:
    gelezen = [api.lees(ROOT / "docs" / "voorbeelden" / "concept-dalerbroek.txt") for _ in namen]
    begrippen = maak_normenset(None).begrippen
    stukken = tuple(Stuk(naam, maak_context(een.regeling, een.verwijzingen, begrippen)) for naam, een in zip(namen, gelezen, strict=True))
    dossier = Dossier(stukken)
    assert [een.naam for een in dossier.verordeningen] == [gebruikt]
    assert {een.naam for een in dossier.dubbelen.values()} == {gebruikt}


class TestCommand:
    def draai(self, *woorden: str) -> tuple[int, str, str]:
        uit = CliRunner().invoke(verordening, ["toets", *woorden], prog_name="verordening")
        return uit.exit_code, uit.stdout, uit.stderr

    def test_a_folder_is_a_dossier(self) -> None:
        code, uit, fout = self.draai(str(GOED), "--dossier", "--selecteer", "PK,RV")
        assert code == 0  # publicatieblad and collegebesluit are no documents to judge, and no error either
        assert "re-integratieverordening.docx · verordening" in " ".join(uit.split())
        assert "publicatieblad.docx" in fout
        assert "herleidbaarheid" not in uit + fout

    def test_a_folder_without_dossier_names_the_remedy(self) -> None:
        code, _, fout = self.draai(str(GOED))
        assert code == 2
        assert "--dossier" in fout

    def test_an_empty_folder(self, tmp_path: Path) -> None:
        code, _, fout = self.draai(str(tmp_path), "--dossier")
        assert code == 2
        assert "geen stukken" in fout

    def test_a_folder_with_folders_names_them(self, tmp_path: Path) -> None:
        (tmp_path / "vergaderstukken").mkdir()
        code, _, fout = self.draai(str(tmp_path), "--dossier")
        assert code == 2
        assert "vergaderstukken" in fout

    def test_every_code_once_per_file(self) -> None:
        _, uit, _ = self.draai(str(FOUT), "--dossier", "-f", "json")
        for bestand in json.loads(uit)["bestanden"]:
            codes = Counter(geval["code"] for geval in (*bestand["oordelen"], *bestand["niet_beoordeeld"]))
            assert set(codes.values()) == {1}
            assert {f"PK-0{nr}" for nr in range(1, 8)} <= set(codes)


@pytest.mark.parametrize(
    ("paden", "opties", "woord"),
    [
        ([GOED / "toelichting.docx"], Toetsopties(dossier=True), "twee stukken"),
        (sorted(GOED.glob("*.docx")), Toetsopties(dossier=True, soort=Soort.VERORDENING), "--soort"),
    ],
    ids=["one_file", "one_soort"],
)
def test_what_is_no_dossier(paden: list[Path], opties: Toetsopties, woord: str) -> None:
    with pytest.raises(Gebruiksfout, match=woord):
        list(api.toets(paden, opties))


def test_the_worked_example_is_as_it_would_be_made() -> None:
    gedaan = subprocess.run(
        [sys.executable, "bench/dossier_voorbeeld.py"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert gedaan.returncode == 0, f"renew with: python bench/dossier_voorbeeld.py --write\n{gedaan.stdout}{gedaan.stderr}"
