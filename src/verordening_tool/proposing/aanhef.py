"""Legal bases in the aanhef: stale citations taken out or replaced, missing ones put in, in the words that the aanhef uses itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from verordening_tool.checking.oordeel import Toetsresultaat, Uitkomst
from verordening_tool.proposing.ingreep import Concepttekst, Nieuw, anders
from verordening_tool.proposing.model import Voorstel, Voorstelsoort
from verordening_tool.proposing.plan import Woordplan
from verordening_tool.references.grondslag import citaties
from verordening_tool.references.model import Doel, Grondslagcitaat
from verordening_tool.references.normaal import normaal
from verordening_tool.references.wetnamen import PARTICIPATIEWET

_CODES = ("GR-02", "GR-05", "GR-06", "GR-01", "GR-03")
_ERIN = {"GR-01": Doel("8a", "1", "e", aanhef=True), "GR-03": Doel("10b", "7")}  # what must be cited
_ERUIT = {"GR-02": ("10b", "4"), "GR-05": ("6", "2")}  # what may not be cited any more
_IOAW_IOAZ = ("BWBR0004044", "BWBR0004163")
_STAART = re.compile(r",?\s+(?:van\s+)?(?:de\s+)?(?:Participatiewet|P-?wet|PW|Pw)$")
_TUSSEN = re.compile(r"(?:\s*,\s*|\s+en\s+|\s*,\s*en\s+|\s+)")
_EINDE = re.compile(r"[\s;,.]*$")


def aanhefplannen(concept: Concepttekst, resultaat: Toetsresultaat) -> Iterator[Sequence[Woordplan]]:
    """All findings on the citations together; and each by itself, when that does not put them right."""
    mis = tuple(code for code in _CODES if _is_mis(resultaat, code))
    if not mis:
        return
    samen = _plan(concept, mis)
    yield [samen] if samen is not None else []
    if len(mis) > 1:
        for code in mis:
            apart = _plan(concept, (code,))
            yield [apart] if apart is not None else []


def _is_mis(resultaat: Toetsresultaat, code: str) -> bool:
    """A finding, or a citation that is right on one of two days."""
    goed = {Uitkomst.VOLDOET, Uitkomst.NVT}
    return any(oordeel.code == code and oordeel.oordeel not in goed for oordeel in resultaat.oordelen)


def _plan(concept: Concepttekst, codes: tuple[str, ...]) -> Woordplan | None:
    erin = [_ERIN[code] for code in codes if code in _ERIN]
    if "GR-02" in codes and _ERIN["GR-03"] not in erin:
        erin.append(_ERIN["GR-03"])
    aanhef = concept.regeling.aanhef
    if not aanhef.gelet_op:
        return _nieuwe_regel(concept, codes, erin)
    gevonden = citaties(concept.regeling)
    nieuw: dict[int, str] = {}
    for alinea in aanhef.gelet_op:
        hier = [citaat for citaat in gevonden if citaat.alinea == alinea.nr]
        tekst = _Regel(alinea.tekst, hier).zonder(codes)
        if tekst is None:
            return None
        nieuw[alinea.nr] = tekst
    for doel in erin:
        nieuw = _met(nieuw, doel, concept)
    vervangingen = tuple(
        vervanging
        for alinea in aanhef.gelet_op
        if nieuw[alinea.nr] != alinea.tekst
        for vervanging in anders(alinea.nr, alinea.tekst, nieuw[alinea.nr], len(concept.getypt_nummer(alinea.nr)))
    )
    if not vervangingen:
        return None
    tekst = " ".join(nieuw[alinea.nr] for alinea in aanhef.gelet_op if nieuw[alinea.nr] != alinea.tekst)
    return Woordplan(codes, Voorstel(Voorstelsoort.AANHEF, codes, "aanhef", tekst), vervangingen)


def _nieuwe_regel(concept: Concepttekst, codes: tuple[str, ...], erin: Sequence[Doel]) -> Woordplan | None:
    """A line "gelet op" behind the lines before it."""
    aanhef = concept.regeling.aanhef
    vooraf = aanhef.gelezen or aanhef.alineas[:1]
    if not vooraf or not erin:
        return None
    tekst = f"gelet op {_los(erin)};"
    regel = Nieuw(vooraf[-1].nr, concept.bron(vooraf[-1].nr), tekst)
    return Woordplan(codes, Voorstel(Voorstelsoort.AANHEF, codes, "aanhef", tekst), nieuw=(regel,))


def _los(doelen: Sequence[Doel]) -> str:
    return f"{', en '.join(normaal((doel,)) for doel in doelen)}, van de {PARTICIPATIEWET}"


@dataclass(frozen=True, slots=True)
class _Regel:
    """A line of the aanhef with its citations."""

    tekst: str
    citaten: Sequence[Grondslagcitaat]

    def zonder(self, codes: Sequence[str]) -> str | None:
        """The line without what may not be cited; None when that can not be done well."""
        weg = [_ERUIT[code] for code in codes if code in _ERUIT]
        tekst, eruit = self.tekst, []
        for nr in reversed(range(len(self.citaten))):
            citaat = self.citaten[nr]
            verwijzing = citaat.verwijzing
            if "GR-06" in codes and verwijzing.bwb in _IOAW_IOAZ:
                eruit.append(nr)
                continue
            over = tuple(doel for doel in verwijzing.doelen if not (verwijzing.wet == PARTICIPATIEWET and _valt_weg(doel, weg)))
            if "GR-02" in codes and len(over) < len(verwijzing.doelen) and any(doel.artikel == "10b" for doel in verwijzing.doelen):
                over = _gevoegd(over, _ERIN["GR-03"])
            if not over:
                eruit.append(nr)
            elif over != verwijzing.doelen:
                herschreven = _herschreven(self.tekst[citaat.start : citaat.eind], verwijzing.doelen, over)
                if herschreven is None:
                    return None
                tekst = tekst[: citaat.start] + herschreven + tekst[citaat.eind :]
        return self._geschrapt(tekst, eruit)

    def _geschrapt(self, tekst: str, eruit: Sequence[int]) -> str | None:
        """Take whole citations out, with the words that joined them to the others. ``eruit``: from the last to the first."""
        blijft = [nr for nr in range(len(self.citaten)) if nr not in eruit]
        if not blijft:
            return None if eruit else tekst
        for nr in eruit:
            citaat = self.citaten[nr]
            verder = [ander for ander in blijft if ander > nr]
            if verder:  # up to the next one that stays
                tussen = self.citaten[verder[0]].start if nr + 1 == verder[0] else self.citaten[nr + 1].start
                tekst = tekst[: citaat.start] + tekst[tussen:]
            elif citaat.verwijzing.wet == PARTICIPATIEWET:  # the ones before it may borrow the name of the law
                return None
            else:
                vorige = self.citaten[nr - 1]
                if not _TUSSEN.fullmatch(tekst[vorige.eind : citaat.start].replace("de artikelen", "").replace("artikel", "") or " "):
                    return None
                tekst = tekst[: vorige.eind] + tekst[citaat.eind :]
        return tekst


def _valt_weg(doel: Doel, weg: Sequence[tuple[str, str]]) -> bool:
    return any((doel.artikel or "").lower() == artikel and doel.lid in {lid, None} for artikel, lid in weg)


def _gevoegd(doelen: Sequence[Doel], nieuw: Doel) -> tuple[Doel, ...]:
    """The targets with one more, behind those of the same article and lid, in order."""
    if any((doel.artikel, doel.lid, doel.onderdeel) == (nieuw.artikel, nieuw.lid, nieuw.onderdeel) for doel in doelen):
        return tuple(doelen)
    zelfde = [nr for nr, doel in enumerate(doelen) if doel.artikel == nieuw.artikel and _orde(doel) < _orde(nieuw)]
    if not zelfde and (later := [nr for nr, doel in enumerate(doelen) if doel.artikel == nieuw.artikel]):
        return (*doelen[: later[0]], nieuw, *doelen[later[0] :])
    plek = zelfde[-1] + 1 if zelfde else len(doelen)
    return (*doelen[:plek], nieuw, *doelen[plek:])


def _orde(doel: Doel) -> tuple[int, str]:
    return (int(doel.lid) if doel.lid and doel.lid.isdecimal() else 0, doel.onderdeel or "")


def _herschreven(tekst: str, oud: Sequence[Doel], nieuw: Sequence[Doel]) -> str | None:
    """The words of a citation with other targets, in its own way of writing; None when that way is not known."""
    staart = _STAART.search(tekst)
    kern = tekst[: staart.start()] if staart else tekst
    for woord in ("onder", "onderdeel", "onderdelen"):
        if normaal(tuple(oud)).replace(" onder ", f" {woord} ") == kern:
            meer = sum(doel.onderdeel is not None for doel in nieuw) > 1
            beter = woord if woord == "onder" else "onderdelen" if meer else "onderdeel"
            return normaal(tuple(nieuw)).replace(" onder ", f" {beter} ") + (staart[0] if staart else "")
    if [doel for doel in oud if doel not in nieuw] == [Doel("10b", "4")]:
        return re.sub(r"vierde(?=\s+lid)|(?<=lid )4\b", lambda treffer: "7" if treffer[0] == "4" else "zevende", tekst, count=1)
    return None


def _met(regels: Mapping[int, str], doel: Doel, concept: Concepttekst) -> dict[int, str]:
    """The lines with one more citation: in the citation of the same article, else behind the last one of the Participatiewet."""
    uit = dict(regels)
    plekken = [(nr, citaat) for nr, citaat in _opnieuw(uit, concept) if citaat.verwijzing.wet == PARTICIPATIEWET]
    if any(doel in citaat.verwijzing.doelen for _, citaat in plekken):
        return uit
    for nr, citaat in plekken:
        if any(ander.artikel == doel.artikel for ander in citaat.verwijzing.doelen):
            tekst = uit[nr][citaat.start : citaat.eind]
            herschreven = _herschreven(tekst, citaat.verwijzing.doelen, _gevoegd(citaat.verwijzing.doelen, doel))
            if herschreven is not None:
                uit[nr] = uit[nr][: citaat.start] + herschreven + uit[nr][citaat.eind :]
                return uit
    if plekken:
        nr, citaat = plekken[-1]
        tekst = uit[nr][citaat.start : citaat.eind]
        staart = _STAART.search(tekst)
        kern, wet = (tekst[: staart.start()], staart[0].lstrip(",")) if staart else (tekst, "")
        komma = "," if any(ander.lid for ander in citaat.verwijzing.doelen) else ""
        uit[nr] = f"{uit[nr][: citaat.start]}{kern}{komma} en {normaal((doel,))},{wet}{uit[nr][citaat.eind :]}"
        return uit
    nr, tekst = list(uit.items())[-1]
    kaal = _EINDE.sub("", tekst)
    uit[nr] = f"{kaal} en {_los([doel])}{tekst[len(kaal) :]}"
    return uit


def _opnieuw(regels: Mapping[int, str], concept: Concepttekst) -> list[tuple[int, Grondslagcitaat]]:
    """The citations of lines that were changed."""
    aanhef = concept.regeling.aanhef
    gelet_op = tuple(alinea._replace(tekst=regels[alinea.nr]) for alinea in aanhef.gelet_op)
    return [(citaat.alinea, citaat) for citaat in citaties(replace(concept.regeling, aanhef=replace(aanhef, gelet_op=gelet_op)))]
