"""What the documents of a dossier say of each other: each module compares one thing of a document with the verordening it speaks of.

A disagreement is reported once, at the document that should be mended: the one that speaks of the other.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Protocol

from verordening_tool.checking.oordeel import Uitkomst
from verordening_tool.checking.zaak import Bevinding, NietTeBeoordelen, Zaak
from verordening_tool.norms.schema import Check

SAMEN = "Geef de stukken samen met --dossier; dan worden zij met elkaar vergeleken."
_DUBBEL = "Dit is dezelfde tekst als {naam}; de andere stukken zijn met dat bestand vergeleken."
_ZELF = "Met deze verordening zijn de andere stukken vergeleken; een verschil staat bij dat andere stuk."


class _Vergelijker(Protocol):
    """A module of this package."""

    vergelijk: Callable[..., Bevinding | NietTeBeoordelen]


def _met_verordening(module: str) -> Callable[[Check, Zaak, date], Bevinding | NietTeBeoordelen]:
    """The onderzoek that ``module`` does, where there is a dossier with a verordening; only then is the module loaded."""

    def onderzoek(check: Check, zaak: Zaak, dag: date) -> Bevinding | NietTeBeoordelen:  # noqa: ARG001 - the shape of every onderzoek
        if zaak.dossier is None:
            return NietTeBeoordelen(SAMEN)
        stuk = zaak.dossier.stuk_van(zaak.context.laag.regeling)
        verordening = zaak.dossier.verordening_bij(stuk)
        if verordening is None:
            return NietTeBeoordelen(zaak.dossier.waarom_zonder(stuk))
        if stuk in zaak.dossier.dubbelen:
            return Bevinding(Uitkomst.NVT, _DUBBEL.format(naam=verordening.naam))
        if verordening is stuk:
            return Bevinding(Uitkomst.NVT, _ZELF)
        vergelijker: _Vergelijker = import_module(f"{__name__}.{module}")
        return vergelijker.vergelijk(stuk, verordening, zaak.dossier)

    return onderzoek


titels = _met_verordening("titels")
data = _met_verordening("data")
artikelen = _met_verordening("artikelen")
plekken = _met_verordening("plekken")
bedragen = _met_verordening("bedragen")
toelichting = _met_verordening("toelichting")
bijlage = _met_verordening("bijlage")
