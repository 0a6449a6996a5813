"""Holds every reference of a Regeling against the document itself and against the dated law index."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter

from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Regeling, Soort, Vindplaats
from verordening_tool.references.begrippen import wetnamen
from verordening_tool.references.grammar import vind_verwijzingen
from verordening_tool.references.grondslag import citaties
from verordening_tool.references.intern import Inwendig
from verordening_tool.references.links import jci, url
from verordening_tool.references.model import Doel, GeplaatsteVerwijzing, Opgelost, Status, Verwijzing
from verordening_tool.references.normaal import normaal
from verordening_tool.references.plekken import Plek, plekken
from verordening_tool.references.wetstaart import EIGEN
from verordening_tool.references.wettenindex import Wettenindex

_ERNST: tuple[Status, ...] = ("dood", "vervallen", "nog_niet_geldig", "onbekend", "geldig")
_ZINSEINDE = re.compile(r"[.;](?:\s|$)")
# "… wordt ingetrokken, met dien verstande dat artikel 5 van toepassing blijft": an article of what is repealed.
_INGETROKKEN = re.compile(
    r"\bingetrokken\b.*\b(?:uitzondering|behoudens|behalve|verstande|waarbij|maar|blijft|blijven)\b", re.IGNORECASE | re.DOTALL
)
_OUD = re.compile(r"\s*,?\s*(?:\(oud\)|zoals\s+(?:dat|die|dit|deze)\s+(?:artikel\s+|lid\s+)?(?:luid|gold|was|tot)|oud\b)", re.IGNORECASE)
# "artikel 7, artikel 7a of een van de uitkeringen van artikel 10b van de wet": one law for all, with some words between.
_LOS_VERBONDEN = re.compile(r"\s*,?\s*(?:en|of|dan\s+wel|alsmede|,)\s+(?:[^\s.;:]+\s+){0,8}", re.IGNORECASE)
_NOEMT_ZICHZELF = re.compile(r"(?:verordening|regeling|regels?|besluit|reglement)\b", re.IGNORECASE)
_EIGEN_NAMEN = {
    Soort.VERORDENING: ("verordening",),
    Soort.BELEIDSREGELS: ("beleidsregels", "beleidsregel"),
    Soort.NADERE_REGELS: ("nadere regels",),
}


def los_op(regeling: Regeling, index: Wettenindex, peildatum: date | None) -> tuple[GeplaatsteVerwijzing, ...]:
    """All references of a document, each with its place and status.

    Internal ones are held against the Regeling, the others against ``index`` on ``peildatum`` (None: onbekend).
    In the text that a wijzigingsverordening changes or inserts, internal references are onbekend.
    """
    return _Oplosser(regeling, index, peildatum).alles()


class _Oplosser:
    def __init__(self, regeling: Regeling, index: Wettenindex, peildatum: date | None) -> None:
        self.regeling = regeling
        self.index = index
        self.dag = peildatum
        self.inwendig = Inwendig(regeling)
        self.wetnamen = wetnamen(regeling)
        self.artikelen_van_wetten: set[str] = set()

    def alles(self) -> tuple[GeplaatsteVerwijzing, ...]:
        gelet_op = citaties(self.regeling, self.wetnamen)
        namen = _eigen_namen(self.regeling) | self.wetnamen
        in_grondslag = {alinea.nr for alinea in self.regeling.aanhef.gelet_op}
        gevonden = [
            (plek, vind_verwijzingen(plek.alinea.tekst, namen)) for plek in plekken(self.regeling) if plek.alinea.nr not in in_grondslag
        ]
        for verwijzing in (*(citaat.verwijzing for citaat in gelet_op), *(een for _, rij in gevonden for een in rij)):
            if verwijzing.soort == "extern":
                self.artikelen_van_wetten.update(doel.artikel for doel in verwijzing.doelen if doel.artikel)
        uit = [
            GeplaatsteVerwijzing(citaat.alinea, citaat.start, citaat.eind, _in_aanhef(citaat.alinea), self.extern(citaat.verwijzing))
            for citaat in gelet_op
        ]
        for plek, rij in gevonden:
            vindplaats = plek.vindplaats if rij else None
            for nummer, verwijzing in enumerate(rij, 1):
                if vindplaats and not _is_opschrift(verwijzing, plek):
                    opgelost = self.los(verwijzing, plek, rij[nummer:])
                    uit.append(GeplaatsteVerwijzing(plek.alinea.nr, verwijzing.start, verwijzing.eind, vindplaats, opgelost))
        return tuple(sorted(uit, key=attrgetter("alinea", "start")))

    def los(self, verwijzing: Verwijzing, plek: Plek, volgende: Sequence[Verwijzing]) -> Opgelost:
        """One reference at its place; ``volgende`` are the ones after it in the same alinea."""
        if verwijzing.soort == "extern":
            return self.extern(verwijzing)
        if self._over_andere_regeling(verwijzing, plek):
            return self.extern(verwijzing._replace(soort="extern"))
        statussen = tuple([self._intern(doel, verwijzing, plek) for doel in verwijzing.doelen])
        if "dood" in statussen and (wet := _wet_verderop(verwijzing, volgende, plek.alinea.tekst)):
            return self.extern(verwijzing._replace(soort="extern", wet=wet.wet, bwb=wet.bwb))
        status = _slechtste(verwijzing.doelen, statussen)
        loos = _loos(verwijzing.doelen, statussen) if status == "dood" else ()
        return Opgelost(verwijzing, status, None, None, normaal(verwijzing.doelen), statussen, loos)

    def extern(self, verwijzing: Verwijzing) -> Opgelost:
        """A reference into another regulation."""
        statussen = tuple([self._in_wet(doel, verwijzing.bwb) for doel in verwijzing.doelen])
        link = _link(verwijzing.bwb, verwijzing.doelen, self.dag) if verwijzing.bwb else None
        status = _slechtste(verwijzing.doelen, statussen)
        loos = _loos(verwijzing.doelen, statussen, verwijzing.wet) if status == "dood" else ()
        doel = normaal(verwijzing.doelen, verwijzing.wet)
        return Opgelost(verwijzing, status, link, url(link) if link else None, doel, statussen, loos)

    def _in_wet(self, doel: Doel, bwb: str | None) -> Status:
        status = self.index.status(bwb, doel.artikel, doel.lid, doel.onderdeel, self.dag)
        return "onbekend" if doel.sub and status == "geldig" else status

    def _intern(self, doel: Doel, verwijzing: Verwijzing, plek: Plek) -> Status:
        bestaat = self.inwendig.bestaat(doel, plek)
        if plek.gewijzigd and not _romeins(doel):
            return "onbekend"
        if bestaat == "dood" and self._mag_elders_zijn(doel, verwijzing, plek):
            return "onbekend"
        return bestaat

    def _mag_elders_zijn(self, doel: Doel, verwijzing: Verwijzing, plek: Plek) -> bool:
        """Whether a place that is not here may well be meant to be in another text."""
        if self.regeling.soort is Soort.WIJZIGINGSVERORDENING and not _romeins(doel):
            return True
        if plek.deel is Deel.BIJLAGE and not _NOEMT_ZICHZELF.search(verwijzing.tekst):
            return True
        if verwijzing.beschadigd or _OUD.match(plek.alinea.tekst, verwijzing.eind):
            return True
        if doel.artikel is None or self.inwendig.heeft_artikel(doel.artikel):
            return False
        if self.inwendig.andere_nummering(doel.artikel):
            return True
        # The law is left out, but the same article of a law is named elsewhere in the document.
        return doel.artikel in self.artikelen_van_wetten and (plek.deel is not Deel.LICHAAM or doel.artikel[-1].isalpha())

    def _over_andere_regeling(self, verwijzing: Verwijzing, plek: Plek) -> bool:
        """Outside a regulation with articles, or behind the words that repeal another one, nothing is internal."""
        if not self.regeling.artikelen:
            return True
        tekst = plek.alinea.tekst
        if plek.deel is not Deel.AANHEF and "ingetrokken" not in tekst:
            return False
        if _NOEMT_ZICHZELF.search(verwijzing.tekst):
            return False
        if plek.deel is Deel.AANHEF:
            return True
        einde = [zin.end() for zin in _ZINSEINDE.finditer(tekst, 0, verwijzing.start)]
        zin = tekst[einde[-1] if einde else 0 : verwijzing.start]
        return any(doel.artikel for doel in verwijzing.doelen) and _INGETROKKEN.search(zin) is not None


def _eigen_namen(regeling: Regeling) -> dict[str, str]:
    """The names by which the regulation calls itself."""
    namen = dict.fromkeys(_EIGEN_NAMEN.get(regeling.soort, ()), EIGEN)
    for titel in (regeling.citeertitel, regeling.opschrift):
        if titel and len(titel.split()) > 1 and regeling.artikelen:
            namen[" ".join(titel.lower().split())] = EIGEN
    return namen


def _in_aanhef(alinea: int) -> Vindplaats:
    return Vindplaats(Deel.AANHEF, alinea=alinea)


def _is_opschrift(verwijzing: Verwijzing, plek: Plek) -> bool:
    """In a toelichting a line that is nothing but "Artikel 5, tweede lid" is a heading."""
    return plek.deel is Deel.TOELICHTING and plek.alinea.tekst.strip(" .:\t") == verwijzing.tekst and verwijzing.tekst[0].isupper()


def _wet_verderop(verwijzing: Verwijzing, volgende: Sequence[Verwijzing], tekst: str) -> Verwijzing | None:
    """The next reference that names its law, when the words between only join the two."""
    eind = verwijzing.eind
    if not any(ander.soort == "extern" for ander in volgende):
        return None
    for ander in volgende:
        if not _LOS_VERBONDEN.fullmatch(tekst, eind, max(ander.start, eind)):
            return None
        if ander.soort == "extern":
            return ander
        eind = ander.eind
    return None


def _loos(doelen: Sequence[Doel], statussen: Sequence[Status], wet: str | None = None) -> tuple[str, ...]:
    """The targets that do not exist, each in words; what lies inside a range was not named."""
    return tuple(normaal((doel,), wet) for doel, status in zip(doelen, statussen, strict=True) if status == "dood" and not doel.tussen)


def _slechtste(doelen: Sequence[Doel], statussen: Sequence[Status]) -> Status:
    """The worst status; what lies inside a range was not named and does not count."""
    if len(statussen) == 1:
        return statussen[0]
    genoemd = [status for doel, status in zip(doelen, statussen, strict=True) if not doel.tussen]
    return min(genoemd, key=_ERNST.index, default="onbekend")


def _romeins(doel: Doel) -> bool:
    return bool(doel.artikel) and not (doel.artikel or "")[0].isdigit()


@lru_cache(maxsize=4096)
def _link(bwb: str, doelen: tuple[Doel, ...], dag: date | None) -> str:
    """The jci link to what all targets of a reference share. Kept, since a text cites the same places over and over."""
    eerste = doelen[0]
    delen: dict[str, str] = {}
    for veld in ("artikel", "lid", "onderdeel"):
        waarde = getattr(eerste, veld)
        if waarde is not None and all(getattr(doel, veld) == waarde for doel in doelen):
            delen[veld] = waarde
        elif any(getattr(doel, veld) is not None for doel in doelen):
            break
    return jci(bwb, dag=dag, **delen)
