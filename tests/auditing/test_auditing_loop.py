"""A whole audit: what it writes, when it writes again, and against what it compares."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from auditmap import maak_map
from verordening_tool.auditing.loop import audit
from verordening_tool.auditing.namen import BEOORDELING, DOCUMENTEN, FOUTEN, GEGEVENS, OVERZICHT, WERKMAP
from verordening_tool.auditing.opties import Auditopties
from verordening_tool.checking.opties import Toetsopties
from verordening_tool.fouten import Gebruiksfout, Gegevensfout

OPTIES = Auditopties(Toetsopties(vandaag=date(2026, 7, 1)), werkers=1)


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = maak_map(tmp_path_factory.mktemp("stukken"), 4)
    (map_ / "leeg.docx").write_bytes(b"")
    return map_


@pytest.fixture
def uit(map_: Path, tmp_path: Path) -> Path:
    audit(map_, tmp_path / "audit", OPTIES)
    return tmp_path / "audit"


def test_all_outputs_stand_there(uit: Path) -> None:
    assert {pad.name for pad in uit.iterdir() if pad.is_file()} == {BEOORDELING, DOCUMENTEN, FOUTEN, GEGEVENS, OVERZICHT, WERKMAP}
    assert '"leeg.docx"' in (uit / FOUTEN).read_text(encoding="utf-8-sig")


def test_a_lost_output_is_written_again_without_judging(map_: Path, uit: Path) -> None:
    (uit / OVERZICHT).unlink()
    resultaat = audit(map_, uit, OPTIES)
    assert (resultaat.nieuw, resultaat.veranderd, resultaat.overzicht is None) == (0, False, False)
    assert (uit / OVERZICHT).exists()


def test_a_decision_of_a_person_is_taken_in_and_kept(map_: Path, uit: Path) -> None:
    regel = "BW-06;deel 0/0000.txt;strijdig;Dit is geen voorziening in de zin van de wet.;J. de Vries;2026-07-01\r\n"
    beoordeling = uit / BEOORDELING
    beoordeling.write_bytes(beoordeling.read_bytes() + regel.encode())
    inhoud = beoordeling.read_bytes()
    resultaat = audit(map_, uit, OPTIES)
    assert resultaat.nieuw == 0
    assert resultaat.overzicht is not None
    assert len(resultaat.overzicht.herzien.toegepast) == 1
    assert beoordeling.read_bytes() == inhoud
    assert audit(map_, uit, OPTIES).overzicht is None


def test_a_wrong_decision_file_loses_nothing(map_: Path, uit: Path) -> None:
    beoordeling = uit / BEOORDELING
    goed = beoordeling.read_bytes()
    beoordeling.write_bytes(goed + b"BW-06;;strijdig;reden;wie;gisteren\r\n")
    with pytest.raises(Gegevensfout, match="regel 2"):
        audit(map_, uit, OPTIES)
    beoordeling.write_bytes(goed)
    assert audit(map_, uit, OPTIES).nieuw == 0


def test_compare_with_an_earlier_audit(uit: Path, tmp_path: Path) -> None:
    later = maak_map(tmp_path / "later", 4)
    (later / "deel 1" / "0001.txt").write_text("De raad van de gemeente Altena besluit.", encoding="utf-8")
    opties = Auditopties(OPTIES.toets, werkers=1, vergelijk=uit)
    resultaat = audit(later, tmp_path / "nu", opties)
    assert resultaat.overzicht is not None
    veranderd = resultaat.overzicht.tabel("veranderde_documenten")
    assert {rij.sleutel for rij in veranderd.rijen} == {"deel 1/0001.txt", "leeg.docx"}
    assert audit(later, tmp_path / "nu", opties).overzicht is None


@pytest.mark.parametrize(("eerdere", "zegt"), [("leeg", "staat geen audit"), ("audit", "waarin deze audit zelf komt")])
def test_what_can_not_be_compared_with(eerdere: str, zegt: str, map_: Path, uit: Path) -> None:
    with pytest.raises(Gebruiksfout, match=zegt):
        audit(map_, uit, Auditopties(OPTIES.toets, werkers=1, vergelijk=uit.parent / eerdere))


def test_own_norms_count_by_their_contents(map_: Path, uit: Path, tmp_path: Path) -> None:
    """The same norms in another folder change nothing; another norm judges anew."""
    kaders = [tmp_path / "kader een", tmp_path / "kader twee"]
    for kader in kaders:
        (kader / "begrippen").mkdir(parents=True)
        (kader / "begrippen" / "eigen.yaml").write_text(
            "toelichting: Een woord van de gemeente.\nbegrippen:\n  eigen_woord:\n    - groeibaan\n", encoding="utf-8"
        )
    resultaten = [audit(map_, uit, Auditopties(Toetsopties(vandaag=date(2026, 7, 1), kader=kader), werkers=1)) for kader in kaders]
    assert [resultaat.nieuw > 0 for resultaat in resultaten] == [True, False]


def test_an_earlier_audit_within_the_folder_is_not_read_and_that_is_said(tmp_path: Path) -> None:
    stukken = maak_map(tmp_path / "stukken", 2)
    audit(stukken, stukken / "audit", OPTIES)
    resultaat = audit(stukken, stukken / "audit-2", Auditopties(OPTIES.toets, werkers=1, vergelijk=stukken / "audit"))
    assert resultaat.aantal == 2
    assert re.search(r"Overgeslagen +uitkomsten van een eerdere audit: audit$", resultaat.samenvatting, re.MULTILINE)


@pytest.mark.parametrize("naam", [OVERZICHT, WERKMAP, DOCUMENTEN, FOUTEN, "tabellen/omvang.csv", "gemeenten/0193.html"])
def test_what_a_user_made_is_not_written_over(naam: str, map_: Path, tmp_path: Path) -> None:
    (tmp_path / naam).parent.mkdir(exist_ok=True)
    (tmp_path / naam).write_bytes(b"mijn werk")
    with pytest.raises(Gebruiksfout, match="niet van een audit"):
        audit(map_, tmp_path, OPTIES)
    assert [pad for pad in tmp_path.rglob("*") if pad.is_file()] == [tmp_path / naam]


def test_going_on_is_refused_over_other_documents_and_not_over_a_folder_with_a_new_name(tmp_path: Path) -> None:
    verder = Auditopties(OPTIES.toets, werkers=1, hervat=True)
    een, ander = (maak_map(tmp_path / naam, 2) for naam in ("een", "ander"))
    audit(een, tmp_path / "uit", OPTIES)
    with pytest.raises(Gebruiksfout, match="andere stukken"):
        audit(ander, tmp_path / "uit", verder)
    assert audit(een.rename(tmp_path / "nieuwe naam"), tmp_path / "uit", verder).nieuw == 0


@pytest.mark.parametrize(
    ("bestanden", "zegt"),
    [({}, "staan geen stukken"), ({"leeg.docx": b""}, "geen enkel bestand kon worden gelezen")],
    ids=["empty folder", "nothing can be read"],
)
def test_a_folder_without_anything_to_judge(bestanden: dict[str, bytes], zegt: str, tmp_path: Path) -> None:
    (tmp_path / "stukken").mkdir()
    for naam, inhoud in bestanden.items():
        (tmp_path / "stukken" / naam).write_bytes(inhoud)
    assert zegt in " ".join(audit(tmp_path / "stukken", tmp_path / "uit", OPTIES).samenvatting.split())


def test_the_folder_has_a_name_also_when_it_is_here(map_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(map_)
    resultaat = audit(".", tmp_path / "uit", OPTIES)
    assert resultaat.overzicht is not None
    assert resultaat.overzicht.bron == map_.name


def test_a_decision_on_a_document_that_is_not_there_is_named(map_: Path, uit: Path) -> None:
    beoordeling = uit / BEOORDELING
    beoordeling.write_bytes(beoordeling.read_bytes() + b"BW-06;weg.docx;strijdig;Daarom.;J. de Vries;2026-07-01\r\n")
    assert re.search(r"Niet gevonden +weg\.docx, genoemd in beoordeling\.csv", audit(map_, uit, OPTIES).samenvatting)
