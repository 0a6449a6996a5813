"""Whether the documents name the same numbers of places beschut werk (PK-04)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from verordening_tool.checking.dossier import Dossier, Stuk
from verordening_tool.checking.onderzoek.dossier.verschil import bevinding, eenduidig, eerdere_stukken, plek
from verordening_tool.checking.onderzoek.minimum import gemeente_met_naam
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.plekken import Plekkental
from verordening_tool.checking.zaak import Bevinding
from verordening_tool.norms.gemeenten import ministerieel_aantal

_Sleutel = tuple[str, str, int | None]  # what is counted, unit, year
_EXTRA = re.compile(
    r"\b(?:extra|hoger aantal|boven (?:het|dit|dat) (?:aantal|minimum)|bovenop|aan toe(?:gevoegd)?|toe te voegen)\b", re.IGNORECASE
)


def vergelijk(stuk: Stuk, verordening: Stuk, dossier: Dossier) -> Bevinding:
    """Numbers in ``stuk`` of the same thing, unit and year as in a document that comes before it, and not the same."""
    eigen = _enige(stuk)
    verschillen: list[Plaats] = []
    gezien: set[_Sleutel] = set()
    for ander in eerdere_stukken(stuk, verordening, dossier):
        for sleutel, juist in _enige(ander).items():
            hier = eigen.get(sleutel)
            if hier is None or sleutel in gezien:
                continue
            gezien.add(sleutel)
            if hier.aantal != juist.aantal:
                waar = plek(ander, juist.plaats.artikel, juist.plaats.lid)
                verschillen.append(replace(hier.plaats, bericht=f"{waar} noemt {_getal(juist)}: “{juist.plaats.citaat}”"))
    return bevinding(
        verschillen,
        (),
        "Dit stuk noemt een ander aantal plekken dan een ander stuk in het dossier.",
        "",
        f"Gezocht naar aantallen plekken; {len(gezien)} vergeleken, geen verschil gevonden.",
    )


def _enige(stuk: Stuk) -> dict[_Sleutel, Plekkental]:
    """The numbers that a document is of one mind about, by what they count."""
    return eenduidig(_met_sleutel(stuk), lambda tal: tal.aantal)


def _met_sleutel(stuk: Stuk) -> Iterator[tuple[_Sleutel, Plekkental]]:
    for tal in stuk.plekken:
        if tal.bestaand or not tal.precies or _is_bekend(tal, stuk):
            continue
        if _EXTRA.search(tal.plaats.citaat):
            yield ("extra", tal.eenheid, None), tal
        elif tal.jaar is not None and (tal.van_minister or tal.aard == "ultimo"):
            yield ("ultimo", tal.eenheid, tal.jaar), tal
        elif tal.jaar is not None and tal.aard == "in_jaar":
            yield ("in_jaar", tal.eenheid, tal.jaar), tal


def _is_bekend(tal: Plekkental, stuk: Stuk) -> bool:
    """Whether RV-03 can hold the minister's number against the list: then it says which document is wrong."""
    gemeente = gemeente_met_naam(stuk.regeling.gemeente) if tal.van_minister and tal.jaar and not _EXTRA.search(tal.plaats.citaat) else None
    return gemeente is not None and tal.jaar is not None and ministerieel_aantal(gemeente, tal.jaar) is not None


def _getal(tal: Plekkental) -> str:
    aantal = int(tal.aantal) if tal.aantal.is_integer() else tal.aantal
    return f"{str(aantal).replace('.', ',')} {tal.eenheid}"
