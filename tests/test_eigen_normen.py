"""Own norms of a gemeente (--kader): laid over ours, refused with file, line and field when something is wrong."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from verordening_tool import api
from verordening_tool.checking.normenset import maak_normenset
from verordening_tool.checking.proef import beproef
from verordening_tool.cli.groep import verordening
from verordening_tool.fouten import Normfout, VerordeningFout
from verordening_tool.norms.kader import GERESERVEERD
from verordening_tool.norms.loader import lees_normen

VOORBEELDEN = Path(__file__).resolve().parents[1] / "docs" / "voorbeelden"
KADER = VOORBEELDEN / "kader"
CONCEPT = VOORBEELDEN / "concept-dalerbroek.txt"


@pytest.fixture
def kader(tmp_path: Path) -> Path:
    return Path(shutil.copytree(KADER, tmp_path / "kader"))


def oordelen(kader: Path | None) -> dict[str, str]:
    resultaat = next(api.toets([CONCEPT], api.Toetsopties(kader=kader)))
    return {oordeel.code: oordeel.oordeel.value for oordeel in resultaat.oordelen}


def draai(*woorden: str) -> tuple[int, str]:
    done = CliRunner().invoke(verordening, woorden, prog_name="verordening")
    return done.exit_code, done.output


def test_own_norms_stand_behind_ours() -> None:
    eerst, met = oordelen(None), oordelen(KADER)
    assert (met.pop("DB-01"), met.pop("DB-02")) == ("niet_aangetroffen", "strijdig")
    assert list(met) == list(eerst)


def test_a_word_added_to_a_concept_of_ours_changes_what_our_norm_sees() -> None:
    assert (oordelen(None)["BW-12"], oordelen(KADER)["BW-12"]) == ("voldoet", "strijdig")
    assert [code for code, oordeel in oordelen(None).items() if oordelen(KADER)[code] != oordeel] == ["BW-12"]


def test_ours_stay_as_they_are() -> None:
    maak_normenset(KADER)
    assert "werkmakelaar*" not in lees_normen().vormen["poort_wie"]
    assert maak_normenset() is maak_normenset()


def test_every_pack_of_ours_has_letters_that_others_can_not_take() -> None:
    assert {code.split("-")[0] for code in lees_normen().checks} <= GERESERVEERD


def test_own_norms_hold_to_what_we_ask_of_ours() -> None:
    proeven = beproef(maak_normenset(KADER))
    assert [f"{proef.code} {proef.geval.id}: {proef.kreeg}" for proef in proeven if not proef.goed] == []
    for code in ("DB-01", "DB-02"):
        verwacht = [proef.geval.oordeel for proef in proeven if proef.code == code]
        assert verwacht.count("voldoet") >= 3
        assert sum(oordeel in {"strijdig", "niet_aangetroffen", "twijfel"} for oordeel in verwacht) >= 3
        assert "nvt" in verwacht


DB1, DB2, WOORDEN = "huisregels/DB-01.yaml", "huisregels/DB-02.yaml", "begrippen/dalerbroek.yaml"
NAAM_VAN_ONS = f"naam: {lees_normen().checks['BW-02'].naam}"
FOUTEN = [
    (DB1, "gewicht: aanbevolen", "gewichtt: aanbevolen", ["DB-01.yaml, regel 6: gewichtt bestaat niet. Bedoelt u gewicht"]),
    (DB1, "gewicht: aanbevolen", "gewicht: zwaar", ["regel 6: gewicht is “zwaar”. Kies uit verplicht, aanbevolen of stijl"]),
    (DB1, "gewicht: aanbevolen\n", "", ["gewicht ontbreekt"]),
    (DB1, "{van: 2024-07-01}", "{van: 1 juli 2024}", ["regel 10: geldig.van is geen datum"]),
    (DB1, "{van: 2024-07-01}", "{van: 2024-06-31}", ["hier staat een waarde die niet bestaat"]),
    (DB1, "[verordening]", "[verordeningen]", ["regel 8: geldt_voor.soort.1 is “verordeningen”. Kies uit verordening"]),
    (DB1, "    waar: lichaam\n", "    waar: overal\n", ["regel 28: bewijs.1.waar is “overal”. Kies uit beschut_werk"]),
    (DB1, "code: DB-01", "code: db01", ["regel 1: code heeft niet de goede vorm. Schrijf twee tot vier hoofdletters"]),
    (DB1, "code: DB-01", "code: DB-07", ["DB-01.yaml: dit bestand bevat code DB-07"]),
    (DB1, "naam: huisregels.hardheidsclausule", "naam: Hardheid", ["regel 2: naam heeft niet de goede vorm"]),
    (DB1, "naam: huisregels.hardheidsclausule", NAAM_VAN_ONS, ["regel 2, naam:", "is al de naam van BW-02"]),
    (DB1, "[afwijken, hardheid]", "[afwijken, hardhijd]", ["huisregels/DB-01.yaml, regel 30: het begrip hardhijd bestaat niet"]),
    (DB1, "vraag: Kan", "vraag: let op: Kan", ["DB-01.yaml, regel 12: dit is geen geldige YAML"]),
    (DB1, "vraag: Kan", "titel: Kan", ["regel 12: titel staat er twee keer"]),
    (DB1, "gewicht: aanbevolen", "gewicht: aanbevolen\ngewicht: stijl", ["regel 7: gewicht staat er twee keer"]),
    (DB1, "oordeel: nvt", "oordeel: nvt\n    oordeel: nvt", ["regel 87: gevallen.7.oordeel staat er twee keer"]),
    (DB1, "{van: 2024-07-01}", "{van: 2024-07-01, tot: 2023-01-01}", ["regel 10: geldig: tot ligt vóór van"]),
    (
        WOORDEN,
        "  poort_wie:",
        "  poort_wie:\n    - poortje\n  poort_wie:",
        ["regel 7: begrippen.poort_wie staat er twee keer"],
    ),
    (DB1, "oordeel: nvt", "oordeel: goed", ["DB-01.yaml, regel 86: gevallen.7.oordeel is “goed”"]),
    (DB1, "peildatum: 2024-06-30\n", "\n", ["gevallen.7.peildatum ontbreekt"]),
    (DB2, "kind: passage", "kind: onderzoek\nonderzoek: orgaann", ["DB-02.yaml, regel 6, onderzoek: orgaann bestaat niet", "orgaan,"]),
    (DB2, "kind: passage", "kind: delen", ["DB-02.yaml, regel 1: het geheel: een check van het soort delen mist"]),
    (DB2, "naam: huisregels.werkmakelaar", "naam: huisregels.hardheidsclausule", ["is al de naam van DB-01"]),
    (WOORDEN, "- werkmakelaar*", "- '*'", ["dalerbroek.yaml, regel 6: begrippen.poort_wie.1 heeft niet de goede vorm"]),
    (WOORDEN, "- werkmakelaar*", "- (werkmakelaar|regisseur", ["begrippen/dalerbroek.yaml, regel 5: begrip poort_wie"]),
    (WOORDEN, "- werkmakelaar*", "- <werkmakelaar>", ["dalerbroek.yaml, regel 5: begrip werkmakelaar bestaat niet"]),
    (WOORDEN, "- werkmakelaar*", "werkmakelaar*", ["dalerbroek.yaml, regel 5: begrippen.poort_wie is geen lijst"]),
    (WOORDEN, "  poort_wie:", "  Poort wie:", ["regel 5: begrippen.Poort wie heeft niet de goede vorm"]),
]


@pytest.mark.parametrize(("bestand", "oud", "nieuw", "berichten"), FOUTEN, ids=[geval[3][-1][:60] for geval in FOUTEN])
def test_refused_with_file_line_and_field(kader: Path, bestand: str, oud: str, nieuw: str, berichten: list[str]) -> None:
    tekst = (kader / bestand).read_text(encoding="utf-8")
    assert oud in tekst
    (kader / bestand).write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")
    with pytest.raises(Normfout) as fout:
        maak_normenset(kader)
    assert all(bericht in str(fout.value) for bericht in berichten), fout.value
    assert fout.value.advies
    code, uitvoer = draai("normen", "--kader", str(kader))
    assert code == 2
    assert "Traceback" not in uitvoer


def _code_van_ons(kader: Path) -> None:
    (kader / "huisregels" / "DB-01.yaml").rename(kader / "huisregels" / "BW-07.yaml")
    pad = kader / "huisregels" / "BW-07.yaml"
    pad.write_text(pad.read_text(encoding="utf-8").replace("DB-01", "BW-07"), encoding="utf-8")


def _twee_keer(kader: Path) -> None:
    (kader / "ander").mkdir()
    shutil.copy(kader / "huisregels" / "DB-01.yaml", kader / "ander" / "DB-01.yaml")


def _begrip_twee_keer(kader: Path) -> None:
    shutil.copy(kader / "begrippen" / "dalerbroek.yaml", kader / "begrippen" / "zuid.yaml")


def _leeg(kader: Path) -> None:
    shutil.rmtree(kader)
    kader.mkdir()


MAPPEN = [
    pytest.param(lambda kader: (kader / "wetten").mkdir(), "een eigen kader kan ze niet veranderen", id="law index"),
    pytest.param(lambda kader: (kader / "los.yaml").write_text("a: 1"), "los.yaml staat los in", id="check without pack"),
    pytest.param(
        lambda kader: (kader / "huisregels" / "DB-03.yml").write_text("a: 1"), "Noem het bestand DB-03.yaml", id="other extension"
    ),
    pytest.param(lambda kader: (kader / "huisregels" / "DB-03.yaml").write_bytes(b"\xff\xfe\x00"), "geen tekst in UTF-8", id="no text"),
    pytest.param(_code_van_ons, "huisregels/BW-07.yaml, regel 1, code: BW is van de normen van het programma", id="letters of ours"),
    pytest.param(_twee_keer, "code: DB-01 is al gebruikt", id="code twice"),
    pytest.param(
        _begrip_twee_keer, "zuid.yaml, regel 5: begrip poort_wie staat ook in begrippen/dalerbroek.yaml, regel 5", id="concept twice"
    ),
    pytest.param(_leeg, "bevat geen normen", id="empty"),
    pytest.param(shutil.rmtree, "bestaat niet", id="absent"),
]


@pytest.mark.parametrize(("verander", "bericht"), MAPPEN)
def test_folder_that_is_not_right(kader: Path, verander, bericht: str) -> None:
    verander(kader)
    with pytest.raises(VerordeningFout) as fout:
        maak_normenset(kader)
    assert bericht in str(fout.value)


def test_files_beside_the_norms_are_left_alone(kader: Path) -> None:
    (kader / "LEESMIJ.md").write_text("Onze normen", encoding="utf-8")
    (kader / ".git").mkdir()
    assert set(maak_normenset(kader).eigen) == {"DB-01", "DB-02"}


def test_notepad_leaves_a_mark_in_front(kader: Path) -> None:
    for pad in (kader / "huisregels" / "DB-01.yaml", kader / "begrippen" / "dalerbroek.yaml"):
        pad.write_bytes(b"\xef\xbb\xbf" + pad.read_bytes().replace(b"\n", b"\r\n"))
    assert all(proef.goed for proef in beproef(maak_normenset(kader)))


def test_word_forms_alone_are_enough(kader: Path) -> None:
    shutil.rmtree(kader / "huisregels")
    assert oordelen(kader)["BW-12"] == "strijdig"


def test_commands_know_own_norms(kader: Path) -> None:
    assert "DB-02" in draai("normen", "--kader", str(KADER))[1]
    assert draai("uitleg", "db-01", "--kader", str(KADER))[0] == 0
    assert draai("uitleg", "DB-01")[0] == 2
    code, uitvoer = draai("toets", str(CONCEPT), "--kader", str(KADER), "--selecteer", "DB", "--drempel", "stijl")
    assert code == 1
    assert f"uitleg DB-01 --kader {KADER}".split()[-1] in uitvoer.replace("\n", "").replace(" ", "")


def test_trial_tells_which_geval_went_wrong(kader: Path) -> None:
    assert draai("normen", "--kader", str(kader), "--proef") == (0, "DB-01 7 van 7 gevallen goed\nDB-02 7 van 7 gevallen goed\n")
    pad = kader / "huisregels" / "DB-02.yaml"
    pad.write_text(pad.read_text(encoding="utf-8").replace("een casemanager", "hulp"), encoding="utf-8")
    code, uitvoer = draai("normen", "--kader", str(kader), "--proef")
    assert code == 1
    assert "DB-02 6 van 7 gevallen goed\n  samenstelling: verwacht strijdig, kreeg voldoet" in uitvoer
    assert draai("normen", "--proef")[0] == 2


@pytest.mark.parametrize(
    ("bwb", "woorden"), [("", "in strijd met eigen normen"), (", bwb: BWBR0015703", "in strijd met de wet")], ids=["own", "law"]
)
def test_what_a_gemeente_asks_itself_is_not_called_the_law(kader: Path, bwb: str, woorden: str) -> None:
    pad = kader / "huisregels" / "DB-02.yaml"
    tekst = pad.read_text(encoding="utf-8").replace("gewicht: stijl", "gewicht: verplicht").replace('artikel: "3"}', f'artikel: "3"{bwb}}}')
    pad.write_text(tekst, encoding="utf-8")
    uitvoer = draai("toets", str(CONCEPT), "--kader", str(kader), "--selecteer", "DB-02")[1]
    assert woorden in " ".join(uitvoer.split())


def test_the_day_decides_for_own_norms_too() -> None:
    geldig = {check.code for check in api.normen(date(2024, 6, 30), None, KADER)}
    assert "DB-01" not in geldig
    assert "DB-02" in geldig
