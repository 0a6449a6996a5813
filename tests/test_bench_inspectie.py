"""The generated corpus of the Inspectie case: truths add up, the same seed gives the same files, every file can be read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from verordening_tool.api import lees
from verordening_tool.fouten import VerordeningFout

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "bench"))

import inspectie_gewoon  # noqa: E402
from inspectie import maak  # noqa: E402
from inspectie_formuleringen import MINST, Formuleringen, in_woorden, lees_formuleringen, nodig, vul  # noqa: E402
from inspectie_rijen import VERMELDINGEN, Document, Gemeente, lees_waarheid_van  # noqa: E402
from inspectie_waarheid import AANBIEDERS, Waarheid, lees_waarheid, schaal, verdeel  # noqa: E402

MAP = ROOT / "bench" / "inspectie"
NAMEN = [pad.stem.removeprefix("formuleringen_") for pad in sorted(MAP.glob("formuleringen_*.yaml"))]
GEZIEN, BLIND = ([naam for naam in NAMEN if naam.startswith(soort)] for soort in ("gezien", "blind"))
GEWOON = lees_waarheid(MAP / "waarheid.yaml")


def _bestanden(map_: Path) -> dict[str, bytes]:
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in sorted(map_.rglob("*")) if pad.is_file()}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Gemeente], list[Document]]:
    doel = tmp_path_factory.mktemp("inspectie")
    return doel, *maak(doel, schaal(GEWOON, 24), lees_formuleringen(MAP / "formuleringen_gezien.yaml"), seed=7)


# --- truths -----------------------------------------------------------------------------------------------------------


@st.composite
def waarheden(draw: st.DrawFn) -> Waarheid:
    gemeenten = draw(st.integers(1, 60))
    biedt = draw(st.integers(0, gemeenten))
    kan = draw(st.integers(0, gemeenten - biedt))
    niet = draw(st.integers(0, gemeenten - biedt - kan))
    met = draw(st.integers(0, biedt + kan))
    grootste = draw(st.integers(1, 30))

    def telling(sleutels: tuple[str, ...], groep: int, *, ieder: bool) -> dict[str, int]:
        uit = {sleutel: draw(st.integers(0, groep)) for sleutel in sleutels[1:]}
        return {sleutels[0]: draw(st.integers(max(0, groep - sum(uit.values())) if ieder else 0, groep)), **uit}

    def alles(sleutels: tuple[str, ...]) -> dict[str, int]:
        snedes = sorted(draw(st.integers(0, gemeenten)) for _ in sleutels[1:])
        grenzen = [0, *snedes, gemeenten]
        return {sleutel: grenzen[n + 1] - grenzen[n] for n, sleutel in enumerate(sleutels)}

    vastgesteld = draw(st.integers(0, gemeenten))
    return Waarheid.model_validate(
        {
            "gemeenten": gemeenten,
            "vastgesteld": vastgesteld,
            "op_tijd": draw(st.integers(0, vastgesteld)),
            "aanbod": {"biedt": biedt, "kan": kan, "biedt_niet": niet},
            "plekken": {"gemeenten": met, "samen": draw(st.integers(met, met * grootste)), "grootste": grootste},
            "redenen_geen_aantal": telling(("beleid_in_ontwikkeling", "hangt_af_van_aanmeldingen"), biedt + kan - met, ieder=True),
            "redenen_wel": telling(("maatwerk_doelgroep", "middelen_beschikbaar"), biedt + kan, ieder=False),
            "redenen_niet": telling(("kosten_hoog", "financieel_risico", "doorgroei_regulier"), niet, ieder=True),
            "alternatieven": telling(("arbeidsmatige_dagbesteding", "werkervaringsplaats"), niet, ieder=True),
            "omvang": alles(("beleidsplan", "begroting", "zwijgt")),
            "voorselectie": alles(("criteria", "delegatie", "zwijgt")),
        }
    )


def _klopt(waarheid: Waarheid, rijen: list[Any]) -> None:
    bieden = [rij for rij in rijen if rij.aanbod in AANBIEDERS]
    niet = [rij for rij in rijen if rij.aanbod == "biedt_niet"]
    zonder = [rij for rij in bieden if rij.aantal is None]
    assert len(rijen) == waarheid.gemeenten
    assert sum(rij.vastgesteld for rij in rijen) == waarheid.vastgesteld
    assert sum(rij.op_tijd for rij in rijen) == waarheid.op_tijd
    for soort, aantal in waarheid.aanbod.items():
        assert sum(rij.aanbod == soort for rij in rijen) == aantal
    met = [rij.aantal for rij in rijen if rij.aantal is not None]
    assert (len(met), sum(met)) == (waarheid.plekken.gemeenten, waarheid.plekken.samen)
    assert all(1 <= aantal <= waarheid.plekken.grootste for aantal in met)
    for naam, groep, ieder in (
        ("redenen_geen_aantal", zonder, True),
        ("redenen_wel", bieden, False),
        ("redenen_niet", niet, True),
        ("alternatieven", niet, True),
    ):
        for sleutel, aantal in getattr(waarheid, naam).items():
            assert sum(sleutel in getattr(rij, naam) for rij in groep) == aantal, sleutel
        assert sum(len(getattr(rij, naam)) for rij in rijen) == sum(getattr(waarheid, naam).values())
        assert not ieder or all(getattr(rij, naam) for rij in groep)


@given(waarheden(), st.integers(0, 99))
@settings(max_examples=60)
def test_parts_add_up_to_any_truth(waarheid: Waarheid, seed: int) -> None:
    delen = verdeel(waarheid, [f"G{n}" for n in range(waarheid.gemeenten)], Random(seed))
    _klopt(waarheid, delen)
    for naam in ("omvang", "voorselectie"):
        for sleutel, aantal in getattr(waarheid, naam).items():
            assert sum(getattr(deel, naam) == sleutel for deel in delen) == aantal


def test_default_truth_is_that_of_the_letter() -> None:
    assert (GEWOON.gemeenten, GEWOON.vastgesteld, GEWOON.aanbieders, GEWOON.aanbod["biedt_niet"]) == (393, 393, 320, 73)
    assert (GEWOON.plekken.gemeenten, GEWOON.plekken.samen) == (114, 422)


@pytest.mark.parametrize("gemeenten", [1, 2, 5, 12, 25, 100, 392, 800])
def test_scaled_truth_is_a_truth(gemeenten: int) -> None:
    waarheid = schaal(GEWOON, gemeenten)
    assert waarheid.gemeenten == gemeenten
    _klopt(waarheid, verdeel(waarheid, [f"G{n}" for n in range(gemeenten)], Random(1)))


@pytest.mark.parametrize(
    ("verander", "reden"),
    [
        ({"aanbod": {"biedt": 300, "kan": 92, "biedt_niet": 73}}, "meer gemeenten"),
        ({"plekken": {"gemeenten": 321, "samen": 422}}, "dan er aanbieden"),
        ({"plekken": {"gemeenten": 114, "samen": 113}}, "plekken.samen"),
        ({"op_tijd": 394}, "op_tijd"),
        ({"alternatieven": {"werkervaringsplaats": 70}}, "alternatieven is te weinig"),
        ({"redenen_niet": {"kosten_hoog": 74}}, "redenen_niet telt"),
        ({"omvang": {"begroting": 1}}, "omvang telt niet op"),
        ({"aanbood": {}}, "aanbood"),
    ],
    ids=lambda waarde: waarde if isinstance(waarde, str) else "",
)
def test_truth_that_can_not_be_is_refused_with_the_reason(tmp_path: Path, verander: dict[str, Any], reden: str) -> None:
    inhoud = yaml.safe_load((MAP / "waarheid.yaml").read_text(encoding="utf-8")) | verander
    pad = tmp_path / "w.yaml"
    pad.write_text(yaml.safe_dump(inhoud), encoding="utf-8")
    with pytest.raises(ValueError, match=reden):
        lees_waarheid(pad)


@pytest.mark.parametrize(
    "anders",
    [
        {"gemeenten": 1},
        {"gemeenten": 6, "vastgesteld": 0, "op_tijd": 0},
        {"gemeenten": 6, "aanbod": {}},
        {"gemeenten": 6, "aanbod": {"biedt_niet": 6}, "redenen_niet": {"kosten_hoog": 6}, "alternatieven": {"werkervaringsplaats": 6}},
        {"gemeenten": 6, "aanbod": {"biedt": 6}, "plekken": {"gemeenten": 6, "samen": 500, "grootste": 99}},
        {"gemeenten": 6, "aanbod": {"kan": 6}, "redenen_geen_aantal": {"hangt_af_van_aanmeldingen": 6}, "jaar": 2016},
    ],
    ids=["one gemeente", "nothing adopted", "all silent", "nobody offers", "all name a number", "all may offer, 2016"],
)
def test_corpus_of_an_extreme_truth(tmp_path: Path, anders: dict[str, Any]) -> None:
    niets = {naam: {} for naam in ("redenen_geen_aantal", "redenen_wel", "redenen_niet", "alternatieven")}
    gemeenten = anders["gemeenten"]
    alles = {"omvang": {"zwijgt": gemeenten}, "voorselectie": {"zwijgt": gemeenten}, "vastgesteld": gemeenten, "op_tijd": gemeenten}
    waarheid = Waarheid.model_validate({"aanbod": {}, "plekken": {"gemeenten": 0, "samen": 0}} | niets | alles | anders)
    rijen, documenten = maak(tmp_path, waarheid, lees_formuleringen(MAP / "formuleringen_gezien.yaml"), seed=2)
    _klopt(waarheid, rijen)
    assert all(not lees(tmp_path / "documenten" / rij.pad).regeling.data.vastgesteld for rij in documenten if not waarheid.vastgesteld)


# --- phrasings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", [*GEZIEN, *BLIND])
def test_set_of_phrasings_is_full(naam: str) -> None:
    formuleringen = lees_formuleringen(MAP / f"formuleringen_{naam}.yaml")
    per_sleutel: dict[str, int] = {}
    for sleutel, zinnen in formuleringen.zinnen.items():
        hoofd = "plekken" if sleutel.startswith("plekken.") else sleutel
        per_sleutel[hoofd] = per_sleutel.get(hoofd, 0) + len(zinnen)
        assert len(set(zinnen)) == len(zinnen)
    assert {sleutel: aantal for sleutel, aantal in per_sleutel.items() if aantal < MINST} == {}
    assert nodig(GEWOON) <= set(formuleringen.zinnen)


def test_what_is_held_out_is_nowhere_taught_and_is_a_sixth() -> None:
    gezien, blind = (
        {zin for naam in namen for zin in _zinnen(lees_formuleringen(MAP / f"formuleringen_{naam}.yaml"))} for namen in (GEZIEN, BLIND)
    )
    brieven = set(_regels("gewone_brieven_blind.txt"))
    geleerd = gezien.union(_regels("gewone_zinnen.txt"), (regel.partition(";")[2] for regel in _regels("bekende_zinnen.csv")))
    assert (blind | brieven) & geleerd == set()
    assert len(blind) * 6 >= len(gezien | blind)


def _zinnen(formuleringen: Formuleringen) -> Iterator[str]:
    yield from chain.from_iterable(formuleringen.zinnen.values())
    yield from (afleider.tekst for afleider in formuleringen.afleiders)


def _regels(naam: str) -> list[str]:
    return [regel for regel in (MAP / naam).read_text(encoding="utf-8").splitlines() if regel]


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        ("plekken: {stuk: ['Er komen plekken.']}", "geen aantal"),
        ("redenen_wel: {maatwerk_doelgroep: ['In {stad} kan het.']}", "stad"),
        ("aanbod: {biedt: {verordening: ['| a | b |']}}", "tabel"),
    ],
    ids=["no number", "unknown place", "table in a regulation"],
)
def test_wrong_phrasing_is_refused(tmp_path: Path, inhoud: str, reden: str) -> None:
    pad = tmp_path / "f.yaml"
    pad.write_text(inhoud, encoding="utf-8")
    with pytest.raises(ValueError, match=reden):
        lees_formuleringen(pad)


def test_missing_key_is_named(tmp_path: Path) -> None:
    pad = tmp_path / "f.yaml"
    pad.write_text("plekken: {stuk: ['{n} {plek|plekken}.']}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"aanbod\.biedt\.verordening"):
        maak(tmp_path / "uit", schaal(GEWOON, 3), lees_formuleringen(pad), seed=1)


@pytest.mark.parametrize(
    ("aantal", "tekst"),
    [
        (1, "Er is één plek (1)."),
        (3, "Er zijn drie plekken (3)."),
        (22, "Er zijn tweeëntwintig plekken (22)."),
        (34, "Er zijn vierendertig plekken (34)."),
    ],
)
def test_number_is_filled_in(aantal: int, tekst: str) -> None:
    assert vul("Er {is|zijn} {woord} {plek|plekken} ({n}).", {}, aantal) == tekst


@pytest.mark.parametrize(
    ("getal", "woord"), [(0, "nul"), (12, "twaalf"), (20, "twintig"), (21, "eenentwintig"), (43, "drieënveertig"), (120, "120")]
)
def test_number_in_words(getal: int, woord: str) -> None:
    assert in_woorden(getal) == woord


# --- the corpus -------------------------------------------------------------------------------------------------------


def test_rows_add_up_to_the_truth(corpus: tuple[Path, list[Gemeente], list[Document]]) -> None:
    _, gemeenten, _ = corpus
    _klopt(schaal(GEWOON, 24), gemeenten)


def test_every_fact_of_a_gemeente_stands_in_a_document_of_it(corpus: tuple[Path, list[Gemeente], list[Document]]) -> None:
    _, gemeenten, documenten = corpus
    for gemeente in gemeenten:
        eigen = [rij for rij in documenten if rij.gemeente == gemeente.gemeente and rij.opgevolgd_door is None]
        assert {rij.aantal for rij in eigen} - {None} == {gemeente.aantal} - {None}
        assert gemeente.aanbod in {"kan", "zwijgt", *(rij.aanbod for rij in eigen)}
        for naam in VERMELDINGEN:
            assert {sleutel for rij in eigen for sleutel in getattr(rij, naam)} == set(getattr(gemeente, naam))


def test_truth_is_read_back(corpus: tuple[Path, list[Gemeente], list[Document]]) -> None:
    doel, gemeenten, documenten = corpus
    assert lees_waarheid_van(doel / "waarheid") == (gemeenten, documenten)


def test_rows_and_files_are_the_same(corpus: tuple[Path, list[Gemeente], list[Document]]) -> None:
    doel, _, documenten = corpus
    paden = [rij.pad for rij in documenten]
    assert len(paden) == len({pad.lower() for pad in paden})
    assert set(_bestanden(doel / "documenten")) == set(paden)
    for rij in documenten:
        assert rij.dubbel_van is None or (doel / "documenten" / rij.dubbel_van).read_bytes() == (doel / "documenten" / rij.pad).read_bytes()
        assert rij.opgevolgd_door is None or rij.opgevolgd_door in paden


def test_every_file_can_be_read(corpus: tuple[Path, list[Gemeente], list[Document]]) -> None:
    doel, _, documenten = corpus
    for rij in documenten:
        pad = doel / "documenten" / rij.pad
        if not rij.leesbaar:
            with pytest.raises(VerordeningFout):
                lees(pad)
            continue
        regeling = lees(pad).regeling
        if rij.soort == "verordening":
            assert regeling.soort.value == "verordening", rij.pad
            assert regeling.artikelen, rij.pad


def test_same_seed_gives_the_same_bytes_and_another_seed_another_corpus(tmp_path: Path) -> None:
    waarheid = schaal(GEWOON, 8)
    for naam, seed in (("a", 3), ("b", 3), ("c", 4)):
        maak(tmp_path / naam, waarheid, lees_formuleringen(MAP / "formuleringen_gezien.yaml"), seed)
    a, b, c = (_bestanden(tmp_path / naam) for naam in "abc")
    assert a == b
    assert a != c


def test_whole_corpus_uses_every_phrasing_and_every_shape(tmp_path: Path) -> None:
    formuleringen = lees_formuleringen(MAP / "formuleringen_gezien.yaml")
    _, documenten = maak(tmp_path, GEWOON, formuleringen, seed=2015)
    gebruikt = {sleutel for sleutel, stapel in formuleringen._stapels.items() if len(stapel) < len(formuleringen.zinnen[sleutel])}
    assert gebruikt >= nodig(GEWOON)
    assert {rij.formaat for rij in documenten} == {"docx", "huisstijl", "odt", "html", "xml", "txt", "md", "pdf"}
    assert {rij.soort for rij in documenten} == {"verordening", "raadsinformatiebrief", "raadsvoorstel", "anders", None}
    assert any(rij.dubbel_van for rij in documenten)
    assert any(rij.opgevolgd_door for rij in documenten)


# --- ordinary letters -------------------------------------------------------------------------------------------------


def test_facts_in_ordinary_letters_are_counted_behind_each_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    brieven = tmp_path / "brieven.txt"
    brieven.write_text("De bibliotheek is weer open.\n\nIn 2015 komen er vijf plekken beschut werk in {gemeente}.\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["inspectie_gewoon.py", str(brieven)])
    inspectie_gewoon.main()
    regels = capsys.readouterr().out.splitlines()
    assert [regel.split()[:3] for regel in regels] == [[naam, "2", "brieven:"] for naam in ("biedt", "biedt_niet", "zwijgt")]
    assert all("plekken 1," in regel for regel in regels)
    assert "aanbod anders 0," in regels[0]
