"""Judges a fragment of text with one check: what the gevallen, and sets of phrasings, are measured with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from verordening_tool.checking.citations import Citatie
from verordening_tool.checking.oordeel import NietBeoordeeld, Oordeel, Peildatum
from verordening_tool.checking.toetsing import beoordeel_regeling
from verordening_tool.document.regeling import Onderwerp, Regeling, Soort, Stadium
from verordening_tool.language.begrippen import Begrippen
from verordening_tool.norms.loader import lees_normen
from verordening_tool.norms.schema import Geval
from verordening_tool.norms.wetten import lees_index
from verordening_tool.readers.tekst import read_tekst
from verordening_tool.references.grondslag import citaties
from verordening_tool.references.resolve import los_op
from verordening_tool.structure import ontleed

NIET_BEOORDEELD = "niet_beoordeeld"


def toets_tekst(
    tekst: str,
    code: str,
    peildatum: date,
    *,
    soort: str = "verordening",
    onderwerp: str = "re-integratie",
    stadium: str = "concept",
    vastgesteld: date | None = None,
) -> Oordeel | NietBeoordeeld:
    """The verdict of check ``code`` on ``tekst``, a fragment of a document of this soort and onderwerp."""
    regeling = replace(_ontleed(tekst), soort=Soort(soort), onderwerp=Onderwerp(onderwerp), stadium=Stadium(stadium))
    uitslag = beoordeel_regeling(
        regeling,
        [lees_normen().checks[code]],
        _begrippen(),
        los_op(regeling, lees_index(), peildatum),
        tuple(Citatie(geplaatst.alinea, geplaatst.verwijzing) for geplaatst in citaties(regeling)),
        Peildatum(peildatum, "optie"),
        vastgesteld,
    )
    return uitslag.oordelen[0] if uitslag.oordelen else uitslag.niet_beoordeeld[0]


def toets_geval(code: str, geval: Geval) -> Oordeel | NietBeoordeeld:
    """The verdict of check ``code`` on a case."""
    return toets_tekst(
        geval.tekst,
        code,
        geval.peildatum,
        soort=geval.soort,
        onderwerp=geval.onderwerp,
        stadium=geval.stadium,
        vastgesteld=geval.vastgesteld,
    )


def uitkomst(oordeel: Oordeel | NietBeoordeeld, onderdeel: str | None = None) -> str:
    """The verdict in one word: of the whole, or of its half ``onderdeel``."""
    if isinstance(oordeel, NietBeoordeeld):
        return NIET_BEOORDEELD
    if onderdeel is None or not oordeel.deeloordelen:
        return oordeel.oordeel.value
    return next(deel.oordeel.value for deel in oordeel.deeloordelen if deel.onderdeel == onderdeel)


@lru_cache(maxsize=4)
def _ontleed(tekst: str) -> Regeling:
    return ontleed(read_tekst(tekst.encode("utf-8")))


@lru_cache(maxsize=1)
def _begrippen() -> Begrippen:
    return Begrippen(lees_normen().vormen)
