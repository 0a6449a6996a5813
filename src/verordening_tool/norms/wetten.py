"""Loads the dated index of laws from checks/wetten (plain tables that a lawyer can read and mend)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from verordening_tool._paths import data_map
from verordening_tool.fouten import Normfout
from verordening_tool.references.wettenindex import Gelezen, Wet, Wettenindex, Wijziging


@lru_cache(maxsize=1)
def lees_index() -> Wettenindex:
    """The index that travels with the program. Raises Normfout when a table is missing or malformed."""
    return lees_index_uit(data_map("checks") / "wetten")


def lees_index_uit(map_: Path) -> Wettenindex:
    """The index in another folder of the same form."""
    kolommen = {naam: _per_wet(map_ / f"{naam}.csv", breedte) for naam, breedte in _TABELLEN.items()}
    wetten = {}
    for kort, ((bwb, naam),) in kolommen["wetten"].items():
        wetten[bwb] = Wet(
            bwb=bwb,
            naam=naam,
            regels=tuple((artikel, leden, versies) for artikel, leden, versies in kolommen["artikelen"].get(kort, ())),
            gelezen=tuple(_gelezen(*cellen) for cellen in kolommen["gelezen"].get(kort, ())),
            wijzigingen=tuple(Wijziging(*cellen) for cellen in kolommen["wijzigingen"].get(kort, ())),
            ongewijzigd=dict(_per_artikel(kolommen["ongewijzigd"].get(kort, ()))),
            vervallen=dict(_per_artikel(kolommen["vervallen"].get(kort, ()))),
            aangekondigd={(artikel, lid): ingang for artikel, lid, ingang in kolommen["aangekondigd"].get(kort, ())},
        )
    return Wettenindex(wetten)


_TABELLEN = {"wetten": 3, "artikelen": 4, "gelezen": 4, "wijzigingen": 6, "ongewijzigd": 3, "vervallen": 3, "aangekondigd": 4}
Rijen = list[list[str]]


def _per_wet(pad: Path, breedte: int) -> dict[str, Rijen]:
    """Rows of a table by their first cell (the law), that cell left out. No cell holds a comma, so a plain split will do."""
    try:
        regels = pad.read_text(encoding="utf-8").splitlines()
    except OSError as fout:
        raise Normfout(f"De wettenindex mist het bestand {pad.name}.", "Installeer het programma opnieuw.") from fout
    per_wet: dict[str, Rijen] = {}
    for nummer, regel in enumerate(regels[1:], 2):
        cellen = regel.split(",")
        if len(cellen) != breedte:
            raise Normfout(
                f"{pad.name}, regel {nummer}: er staan {len(cellen)} cellen, het moeten er {breedte} zijn.",
                "Herstel deze regel. Een cel mag geen komma bevatten.",
            )
        per_wet.setdefault(cellen[0], []).append(cellen[1:])
    return per_wet


def _gelezen(versie: str, bereik: str, afwezig: str) -> Gelezen:
    if bereik == "alle":
        return Gelezen(versie, None)
    stukken = (stuk.partition("-") for stuk in f"{bereik} {afwezig}".split())
    return Gelezen(versie, tuple((van, tot or van) for van, _, tot in stukken))


def _per_artikel(rijen: Rijen | tuple[()]) -> Iterator[tuple[str, str]]:
    for dag, artikelen in rijen:
        for artikel in artikelen.split():
            yield artikel, dag
