"""--afwijkingen and --kader in an audit: accepted findings stay and do not count, own norms stand in every table."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from maker import dossier, oordelen, overzicht, stuk, uitslag

from auditmap import draai
from verordening_tool.auditing.aanvaarden import aanvaard, verantwoord
from verordening_tool.auditing.dossiers import maak_dossiers
from verordening_tool.auditing.model import Moment, Stuk
from verordening_tool.checking.afwijkingen import KOLOMMEN, Afwijking
from verordening_tool.checking.oordeel import Aanvaarding, Gewicht, Uitkomst

VOORBEELDEN = Path(__file__).resolve().parents[2] / "docs" / "voorbeelden"
REDEN = "De raad koos hier bewust voor."


def rij(code: str, document: str = "a.docx", citaat: str = "") -> Afwijking:
    return Afwijking(2, code, document, citaat, Aanvaarding(REDEN, "J. Verkade", None))


def met(*paren: tuple[str, Uitkomst], pad: str = "Lochem/a.docx") -> Stuk:
    return stuk(pad, uitslag(beoordelingen=oordelen(*paren)))


def test_an_accepted_conflict_does_not_count_and_stays() -> None:
    voor = met(("BW-07", Uitkomst.NIET_AANGETROFFEN), ("BW-06", Uitkomst.STRIJDIG))
    (na,) = maak_dossiers(aanvaard([voor], [rij("BW-07"), rij("BW-06")]))
    geheel = overzicht(na)
    assert overzicht(*maak_dossiers([voor])).bevindingen == {Gewicht.VERPLICHT: 4}  # two norms on two days
    assert geheel.bevindingen == {}
    assert not geheel.tabel("verplicht").rijen
    assert [rij.cellen[6] for rij in geheel.tabel("oordelen").rijen if rij.cellen[3] == "BW-07"] == ["aanvaard"] * 2


@pytest.mark.parametrize(
    ("ander", "telt"),
    [(Uitkomst.VOLDOET, Uitkomst.VOLDOET), (Uitkomst.STRIJDIG, Uitkomst.STRIJDIG), (Uitkomst.NIET_AANGETROFFEN, None)],
    ids=["better elsewhere", "in conflict elsewhere", "missing elsewhere"],
)
def test_what_is_accepted_in_one_text_and_said_in_another(ander: Uitkomst, telt: Uitkomst | None) -> None:
    stukken = [met(("BW-07", Uitkomst.STRIJDIG)), met(("BW-07", ander), pad="Lochem/b.docx")]
    (na,) = maak_dossiers(aanvaard(stukken, [rij("BW-07")]))
    oordeel = next(rij.oordeel for rij in dict(na.oordelen)[Moment.VANDAAG] if rij.code == "BW-07")
    assert oordeel is not None
    assert (oordeel.aanvaard is not None) == (telt is None)
    assert telt is None or oordeel.oordeel is telt


@pytest.mark.parametrize(
    ("afwijking", "waarom"),
    [
        (rij("BW-07"), None),
        (rij("BW-07", "weg.docx"), "Dit document zit niet in de map."),
        (rij("BW-24"), "Deze norm is op dit stuk niet beoordeeld."),
        (rij("BW-06"), "Deze bevinding is er niet meer. Haal de regel weg."),
    ],
    ids=["used", "no such document", "not judged", "in order"],
)
def test_every_row_is_accounted_for(afwijking: Afwijking, waarom: str | None) -> None:
    stukken = aanvaard([met(("BW-07", Uitkomst.NIET_AANGETROFFEN), ("BW-06", Uitkomst.VOLDOET))], [afwijking])
    uit = verantwoord("lijst.csv", [afwijking], stukken)
    assert [verwerkt.waarom_niet for verwerkt in uit.rijen] == [waarom]
    assert (uit.bevindingen, uit.ongebruikt) == ((1, 0) if waarom is None else (0, 1))
    geheel = overzicht(dossier(*stukken), aanvaard=uit)
    assert geheel.tabel("aanvaard").rijen[0].cellen[-1] == ("ja" if waarom is None else f"nee: {waarom}")


def test_an_audit_with_own_norms_and_a_list(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    shutil.copy(VOORBEELDEN / "concept-dalerbroek.txt", tmp_path / "in")
    lijst = tmp_path / "lijst.csv"
    lijst.write_text("\n".join([";".join(KOLOMMEN), f"DB-01;concept-dalerbroek.txt;;{REDEN};;", ""]), encoding="utf-8")
    opties = ("--kader", str(VOORBEELDEN / "kader"), "--selecteer", "DB", "--drempel", "aanbevolen")

    zonder = draai(tmp_path / "in", tmp_path / "uit", *opties)
    assert (zonder.returncode, zonder.stderr) == (1, "")
    assert _matrix(tmp_path / "uit") == {"DB-01": "niet aangetroffen", "DB-02": "in strijd"}

    aanvaard_ = draai(tmp_path / "in", tmp_path / "uit", *opties, "--afwijkingen", str(lijst))
    assert (aanvaard_.returncode, aanvaard_.stderr) == (0, "")
    assert "1 bevinding" in aanvaard_.stdout
    assert _matrix(tmp_path / "uit") == {"DB-01": "aanvaard", "DB-02": "in strijd"}
    assert REDEN in (tmp_path / "uit/gemeenten/gemeente-dalerbroek.html").read_text(encoding="utf-8")
    regel = json.loads((tmp_path / "uit/documenten.jsonl").read_text(encoding="utf-8"))
    assert regel["beoordelingen"][0]["oordelen"][0]["afwijking"]["reden"] == REDEN

    lijst.write_text("\n".join([";".join(KOLOMMEN), "DB-01;concept-dalerbroek.txt;;;;", ""]), encoding="utf-8")
    fout = draai(tmp_path / "in", tmp_path / "uit", *opties, "--afwijkingen", str(lijst))
    assert fout.returncode == 2
    assert "lijst.csv, regel 2, kolom reden" in fout.stderr


def _matrix(uit: Path) -> dict[str, str]:
    with (uit / "tabellen" / "matrix.csv").open(encoding="utf-8-sig", newline="") as stroom:
        (een,) = csv.DictReader(stroom, delimiter=";")
    return {code: een[code] for code in ("DB-01", "DB-02")}
