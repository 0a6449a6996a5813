"""The grammar of citations: a table of shapes with exact offsets and expanded targets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from verordening_tool.references.grammar import vind_verwijzingen
from verordening_tool.references.model import Doel, Verwijzing
from verordening_tool.references.wetnamen import bekende_wet

VORMEN = Path(__file__).parent / "vormen.txt"
BEGRIPPEN = {"wet": "Participatiewet"}
_DOEL = re.compile(r"(?P<tussen>~)?(?:\[(?P<deel>[^\]]+)\]|(?:\{(?P<relatief>[^}]+)\}|(?P<artikel>[^/^~]*))(?P<rest>.*))")
_STUK = re.compile(r"\[[^\]]+\]|~?\{[^}]+\}\S*|\S+")


def gevallen() -> list[pytest.param]:
    uit = []
    for nummer, regel in enumerate(VORMEN.read_text(encoding="utf-8").splitlines(), 1):
        if regel and not regel.startswith("#"):
            tekst, _, verwacht = regel.partition(" =>")
            uit.append(pytest.param(tekst.strip().replace("⏎", "\n"), verwacht.strip(), id=f"{nummer}: {tekst.strip()[:60]}"))
    return uit


def lees_doel(stuk: str) -> Doel:
    delen = _DOEL.fullmatch(stuk)
    assert delen, stuk
    if delen["deel"]:
        return Doel(deel=delen["deel"])
    _, lid, onderdeel, sub, *_ = [*(delen["rest"] or "").split("/"), "", "", "", ""]
    return Doel(
        artikel=delen["artikel"] or None,
        lid=lid or None,
        onderdeel=onderdeel.lstrip("^") or None,
        sub=sub or None,
        aanhef=onderdeel.startswith("^"),
        relatief=delen["relatief"],
        tussen=bool(delen["tussen"]),
    )


def lees_verwacht(verwacht: str) -> list[tuple[str, tuple[Doel, ...]]]:
    uit = []
    stukken = verwacht.removesuffix("!").split("|") if verwacht else []
    for stuk in map(str.strip, stukken):
        if stuk.startswith('"'):
            wet, _, rest = stuk[1:].partition('"')
        else:
            wet, _, rest = stuk.partition(" ")
        uit.append((wet, tuple(lees_doel(doel) for doel in _STUK.findall(rest))))
    return uit


def gemarkeerd(tekst: str) -> tuple[str, list[tuple[int, int]]]:
    kaal, plekken, start = "", [], 0
    for teken in tekst:
        if teken == "«":
            start = len(kaal)
        elif teken == "»":
            plekken.append((start, len(kaal)))
        else:
            kaal += teken
    return kaal, plekken


def wet_van(verwijzing: Verwijzing, verwacht: str) -> str:
    if verwijzing.soort == "intern":
        return "-"
    if verwijzing.wet is None:
        return "?"
    bekend = bekende_wet({"Babw": "Besluit advisering beschut werk", "Wwb": "WWB", "Suwi": "SUWI"}.get(verwacht, verwacht))
    return verwacht if bekend and bekend.naam == verwijzing.wet else verwijzing.wet


def test_table_is_large_enough():
    assert len(gevallen()) >= 300


@pytest.mark.parametrize(("tekst", "verwacht"), gevallen())
def test_shape(tekst: str, verwacht: str) -> None:
    kaal, plekken = gemarkeerd(tekst)
    gevonden = vind_verwijzingen(kaal, BEGRIPPEN)
    verwachte = lees_verwacht(verwacht)
    assert [(wet_van(een, wet), een.doelen) for een, (wet, _) in zip(gevonden, verwachte, strict=False)] == verwachte
    assert len(gevonden) == len(verwachte), [een.tekst for een in gevonden]
    eigen = [een for een in gevonden if not een.tekst.endswith(("IOAZ", "de IOAZ")) or (een.start, een.eind) in plekken]
    assert [(een.start, een.eind) for een in eigen] == plekken, [een.tekst for een in gevonden]
    assert all(kaal[een.start : een.eind] == een.tekst for een in gevonden)
    assert any(een.stijl_afwijking for een in gevonden) is verwacht.endswith("!")
