"""Judges a fragment of text with one check: what the gevallen of a norm, ours or a gemeente's own, are tried with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from verordening_tool.checking.citations import Citatie
from verordening_tool.checking.context import Context
from verordening_tool.checking.dossier import Dossier, Stuk
from verordening_tool.checking.normenset import Normenset
from verordening_tool.checking.oordeel import NietBeoordeeld, Oordeel, Peildatum
from verordening_tool.checking.toetsing import beoordeel_context, maak_context
from verordening_tool.document.blok import Blok, Documentfeiten, Nummerbron, Opmerking, Veld
from verordening_tool.document.regeling import Onderwerp, Regeling, Soort, Stadium
from verordening_tool.language.begrippen import Begrippen
from verordening_tool.norms.loader import lees_gevallen
from verordening_tool.norms.schema import Check, Geval
from verordening_tool.norms.wetten import lees_index
from verordening_tool.readers.tekst import read_tekst
from verordening_tool.references.grondslag import citaties
from verordening_tool.references.resolve import los_op
from verordening_tool.structure import ontleed

NIET_BEOORDEELD = "niet_beoordeeld"


@dataclass(frozen=True, slots=True)
class Proef:
    """One geval of a norm and the verdict on it."""

    code: str
    geval: Geval
    oordeel: Oordeel | NietBeoordeeld

    @property
    def kreeg(self) -> str:
        """The verdict in one word."""
        return uitkomst(self.oordeel, self.geval.onderdeel)

    @property
    def goed(self) -> bool:
        """Whether the verdict is the one that the geval asks."""
        return self.kreeg == self.geval.oordeel


def beproef(normenset: Normenset) -> tuple[Proef, ...]:
    """Every geval of the own norms in ``normenset``, judged. Raises Normfout for gevallen that do not hold to their form."""
    return tuple(
        Proef(code, geval, toets_geval(normenset.checks[code], normenset.begrippen, geval))
        for code, bestand in normenset.eigen.items()
        for geval in lees_gevallen(bestand)
    )


def toets_geval(check: Check, begrippen: Begrippen, geval: Geval) -> Oordeel | NietBeoordeeld:
    """The verdict of ``check`` on a case; with a dossier, on its text as one document of that dossier."""
    context = lees_geval(begrippen, geval)
    uitslag = beoordeel_context(
        context,
        [check],
        tuple(Citatie(geplaatst.alinea, geplaatst.verwijzing) for geplaatst in citaties(context.laag.regeling)),
        Peildatum(geval.peildatum, "optie"),
        geval.vastgesteld,
        dossier=_dossier(context, begrippen, geval),
    )
    return uitslag.oordelen[0] if uitslag.oordelen else uitslag.niet_beoordeeld[0]


def lees_geval(begrippen: Begrippen, geval: Geval) -> Context:
    """The text of a case, ready to be searched."""
    gelezen = _ontleed(geval.tekst)
    stijlen = (*geval.stijlen, *[None] * len(gelezen.blokken))
    regeling = replace(
        gelezen,
        soort=Soort(geval.soort),
        onderwerp=Onderwerp(geval.onderwerp),
        stadium=Stadium(geval.stadium),
        blokken=tuple(_blok(blok, nr, stijl, geval) for nr, (blok, stijl) in enumerate(zip(gelezen.blokken, stijlen, strict=False), 1)),
        feiten=Documentfeiten(geval.revisies, tuple(Opmerking("steller", tekst, 0) for tekst in geval.opmerkingen)),
    )
    return _context(regeling, begrippen, geval)


def _blok(blok: Blok, nr: int, stijl: str | None, geval: Geval) -> Blok:
    """A line as the program that a geval tells of would give it."""
    velden = tuple(
        Veld(plek, plek + len(getoond), "REF", None, nu) for getoond, nu in geval.velden.items() if (plek := blok.tekst.find(getoond)) >= 0
    )
    return replace(blok, stijl=stijl, velden=velden, nummerbron=Nummerbron.BEREKEND if nr in geval.automatisch else blok.nummerbron)


def _context(regeling: Regeling, begrippen: Begrippen, geval: Geval) -> Context:
    return maak_context(regeling, los_op(regeling, lees_index(), geval.peildatum), begrippen)


def _dossier(context: Context, begrippen: Begrippen, geval: Geval) -> Dossier | None:
    """The text of the case with the other documents that it names ("concept.verordening": its text)."""
    if not geval.dossier:
        return None
    stukken = [Stuk("dit stuk", context)]
    for naam, tekst in geval.dossier.items():
        ander = replace(_ontleed(tekst), soort=Soort(naam.partition(".")[2]))
        stukken.append(Stuk(naam, _context(ander, begrippen, geval)))
    return Dossier(tuple(stukken))


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
