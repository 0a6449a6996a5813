"""Writes targets in the form of the Aanwijzingen voor de regelgeving 3.29: "artikel 5, tweede lid, aanhef en onder b, onder 2°"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby

from verordening_tool.references.model import Doel
from verordening_tool.references.telwoorden import rangwoord

_HET = ("Besluit", "Burgerlijk Wetboek", "Wetboek", "Reglement", "Statuut", "Verdrag", "besluit", "reglement")


@lru_cache(maxsize=4096)
def normaal(doelen: tuple[Doel, ...], wet: str | None = None) -> str:
    """The targets in words, with the law when given; "" for none. Kept, since a text cites the same places over and over."""
    if not doelen:
        return ""
    if all(doel.deel for doel in doelen):
        kern = _delen(doelen)
    elif doelen[0].artikel:
        kern = _artikelen(doelen)
    else:
        kern = _relatief(doelen)
    if wet is None:
        return kern
    diep = any(doel.lid or doel.onderdeel for doel in doelen)
    return f"{kern}{',' if diep else ''} van {'het' if wet.startswith(_HET) else 'de'} {wet}"


def _delen(doelen: Sequence[Doel]) -> str:
    soort = (doelen[0].deel or "").partition(" ")[0]
    if len({(doel.deel or "").partition(" ")[0] for doel in doelen}) == 1 and not any(" van " in (doel.deel or "") for doel in doelen):
        return f"{soort} {_opsomming([((doel.deel or '').partition(' ')[2], False) for doel in doelen])}"
    return _opsomming([(doel.deel or "", False) for doel in doelen])


def _relatief(doelen: Sequence[Doel]) -> str:
    basis = doelen[0].relatief
    if basis and basis.startswith(("vorig ", "volgend ")):
        basis = basis.replace(" ", "e ", 1)
    rest = _leden(doelen)
    return ", ".join(stuk for stuk in (basis, rest) if stuk)


def _artikelen(doelen: Sequence[Doel]) -> str:
    groepen = [(artikel or "", list(groep)) for artikel, groep in groupby(doelen, key=lambda doel: doel.artikel)]
    kaal = all(not (doel.lid or doel.onderdeel or doel.aanhef) for doel in doelen)
    if kaal:
        lijst = _opsomming([(artikel, groep[0].tussen) for artikel, groep in groepen])
    else:
        stukken = [artikel + (f", {rest}" if (rest := _leden(groep)) else "") for artikel, groep in groepen]
        lijst = stukken[0] if len(stukken) == 1 else ", ".join(stukken[:-1]) + ", en " + stukken[-1]
    return f"{'artikel' if len(groepen) == 1 else 'artikelen'} {lijst}"


def _leden(doelen: Sequence[Doel]) -> str:
    """The leden of one article, with their onderdelen."""
    groepen = [(lid, list(groep)) for lid, groep in groupby(doelen, key=lambda doel: doel.lid)]
    if groepen[0][0] is None and len(groepen) == 1:
        return _onderdelen(groepen[0][1])
    vlak = all(not (doel.onderdeel or doel.aanhef) for _, groep in groepen for doel in groep)
    if vlak and all(rangwoord(lid or "") for lid, _ in groepen):
        return _opsomming([(rangwoord(lid or "") or "", groep[0].tussen) for lid, groep in groepen]) + " lid"
    stukken = [", ".join(stuk for stuk in (_lid(lid), _onderdelen(groep)) if stuk) for lid, groep in groepen]
    return stukken[0] if len(stukken) == 1 else ", ".join(stukken[:-1]) + ", en " + stukken[-1]


def _lid(lid: str | None) -> str:
    woord = rangwoord(lid or "")
    return f"{woord} lid" if woord else f"lid {lid}" if lid else ""


def _onderdelen(doelen: Sequence[Doel]) -> str:
    aanhef = doelen[0].aanhef
    met = [doel for doel in doelen if doel.onderdeel]
    if not met:
        return "aanhef" if aanhef else ""
    groepen = [(letter or "", list(groep)) for letter, groep in groupby(met, key=lambda doel: doel.onderdeel)]
    if any(doel.sub for doel in met):
        lijst = ", en onder ".join(letter + _subs(groep) for letter, groep in groepen)
    else:
        lijst = _opsomming([(letter, groep[0].tussen) for letter, groep in groepen])
    return f"{'aanhef en ' if aanhef else ''}onder {lijst}"


def _subs(doelen: Iterable[Doel]) -> str:
    subs = [(doel.sub, doel.tussen) for doel in doelen if doel.sub]
    return f", onder {_opsomming(subs)}" if subs else ""


def _opsomming(stukken: Sequence[tuple[str, bool]]) -> str:
    """List such as "a, c tot en met e en g": what is marked stands inside a range and is not written."""
    reeksen: list[str] = []
    in_reeks = False
    for tekst, tussen in stukken:
        if tussen:
            in_reeks = True
        elif in_reeks:
            reeksen[-1] += f" tot en met {tekst}"
            in_reeks = False
        else:
            reeksen.append(tekst)
    return reeksen[0] if len(reeksen) == 1 else ", ".join(reeksen[:-1]) + " en " + reeksen[-1]
