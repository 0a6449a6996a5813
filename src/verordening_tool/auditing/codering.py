"""An Uitslag as bytes and back: compressed JSON, so that a store from someone else can be read without running anything."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from verordening_tool.auditing.model import Beoordeling, Uitslag
from verordening_tool.checking.oordeel import Oordeel, Plaats, Uitkomst

if TYPE_CHECKING:
    from pydantic import TypeAdapter

# moment, peildatum, code, oordeel, gewicht, artikel, lid, onderdeel, citaat
Oordeelregel = tuple[str, str, str, str, str, str | None, str | None, str | None, str | None]
_SNEL = 4  # compression level: beyond it the size hardly shrinks


def naar_bytes(uitslag: Uitslag) -> bytes:
    """The Uitslag as it is stored; equal values give equal bytes."""
    return zlib.compress(_vorm().dump_json(uitslag, exclude_defaults=True), _SNEL)


def oordeelregels(uitslag: Uitslag) -> tuple[Oordeelregel, ...]:
    """The verdicts of all days as lines of a table, those that do not apply left out; the first place stands for all."""
    return tuple(
        (
            beoordeling.moment.value,
            beoordeling.peildatum.isoformat() if beoordeling.peildatum else "",
            oordeel.code,
            oordeel.oordeel.value,
            oordeel.gewicht.value,
            *_plaats(oordeel.plaatsen[0] if oordeel.plaatsen else oordeel.dichtstbij),
        )
        for beoordeling in uitslag.beoordelingen
        for oordeel in beoordeling.oordelen
        if oordeel.oordeel is not Uitkomst.NVT
    )


def _plaats(plaats: Plaats | None) -> tuple[str | None, str | None, str | None, str | None]:
    return (plaats.artikel, plaats.lid, plaats.onderdeel, plaats.citaat) if plaats else (None, None, None, None)


def lezer() -> Callable[[bytes], Uitslag]:
    """A function that reads stored Uitslagen and shares the verdicts that are the same in many of them.

    Ten thousand documents hold a million verdicts, nearly all without a quote and then alike: one object for all saves gigabytes.
    """
    gedeeld: dict[Oordeel, Oordeel] = {}

    def deel(beoordeling: Beoordeling) -> Beoordeling:
        return replace(beoordeling, oordelen=tuple(gedeeld.setdefault(oordeel, oordeel) for oordeel in beoordeling.oordelen))

    def lees(inhoud: bytes) -> Uitslag:
        uitslag = _vorm().validate_json(zlib.decompress(inhoud))
        return replace(uitslag, beoordelingen=tuple(map(deel, uitslag.beoordelingen)))

    return lees


@lru_cache(maxsize=1)
def _vorm() -> TypeAdapter[Uitslag]:
    from pydantic import TypeAdapter

    return TypeAdapter(Uitslag)
