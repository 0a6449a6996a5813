"""Gemeenten and the numbers of the minister."""

from __future__ import annotations

import pytest

from verordening_tool.fouten import Gebruiksfout
from verordening_tool.norms import gemeentelijst, gemeenten
from verordening_tool.norms.gemeenten import ministerieel_aantal, vind_gemeente


@pytest.mark.parametrize(
    ("gevraagd", "code"),
    [("Lochem", "0262"), ("lochem", "0262"), ("gemeente Lochem", "0262"), ("0262", "0262"), ("262", "0262"), ("GM0262", "0262")],
)
def test_found_by_name_or_code(gevraagd: str, code: str) -> None:
    assert vind_gemeente(gevraagd).code == code


@pytest.mark.parametrize(("gevraagd", "bedoeld"), [("Horst", "Horst aan de Maas (1507)"), ("Lochum", "Lochem (0262)")])
def test_close_names_are_suggested(gevraagd: str, bedoeld: str) -> None:
    with pytest.raises(Gebruiksfout, match="ken ik niet") as fout:
        vind_gemeente(gevraagd)
    assert bedoeld in fout.value.advies


@pytest.mark.parametrize(
    ("jaar", "aantal"), [(2026, 16), (2025, None), (2016, None), (2027, None)], ids=["known", "gap in the list", "before", "after"]
)
def test_the_number_is_never_estimated(jaar: int, aantal: int | None) -> None:
    gevonden = ministerieel_aantal(vind_gemeente("Lochem"), jaar)
    assert (gevonden.aantal if gevonden else None) == aantal


def test_every_number_belongs_to_a_known_gemeente() -> None:
    codes = gemeentelijst.gemeenten().keys()
    assert {code for code, _ in gemeenten._aantallen()} <= codes
    assert sum(a.aantal for (_, jaar), a in gemeenten._aantallen().items() if jaar == 2026) == 12_823
