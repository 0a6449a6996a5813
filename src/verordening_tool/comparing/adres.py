"""Reads the place that a wijzigingsopdracht names: "artikel 3, eerste en tweede lid", "onderdeel b van artikel 11".

Every word counts: a place of which a word is not understood is no place, since the rest of it points at something bigger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verordening_tool.references.bouw import reeks
from verordening_tool.references.model import Doel
from verordening_tool.references.telwoorden import RANGWOORD, rangnummer

NUMMER = r"(?!\d+(?:e|de|ste)\b[^,.;:]{0,25}\s(?:lid|leden)\b)\d+[a-z]{0,2}(?:[.:]\d+[a-z]{0,2})*(?![\w°])"
LETTER = r"(?:\d{1,2}°?|(?:[ivx]{2,4}|aa|bb|cc|dd|[a-z])°?)(?![\w°])"
RANG = rf"(?:{RANGWOORD}|\d+(?:e|de|ste))(?!\w)"
_TUSSEN = r"(?:\s*,\s*(?:en\s+)?|\s+en\s+|\s+tot\s+en\s+met\s+|\s+t/m\s+)"
_TOT = re.compile(r"tot\s+en\s+met|t/m", re.IGNORECASE)
_STUK = re.compile(rf"tot\s+en\s+met|t/m|{NUMMER}|[\w°]+", re.IGNORECASE)
_VOOR_PUNT = re.compile(r".*[.:]")


def rij(nummer: str) -> str:
    """The pattern of a list of such numbers: "3, 5 en 7 tot en met 9"."""
    return rf"{nummer}(?:{_TUSSEN}{nummer})*"


_DEEL = re.compile(
    rf"(?P<artikel>art(?:ikel(?:en)?|\.)\s+{rij(NUMMER)})"
    rf"|(?P<lid>{rij(RANG)}\s+(?:lid|leden)\b|(?:lid|leden)\s+{rij(NUMMER)})"
    rf"|(?P<onderdeel>(?:onderde(?:el|len)|onder|sub|letters?)\s+{rij(LETTER)})"
    rf"|(?P<aanhef>aanhef\b)|(?P<los>{NUMMER})|(?P<van>van\b)|(?P<lijm>(?:het|dit)\s+artikel\b(?!\s*\d)|(?:in|aan|het|de|en|alsmede|evenals)\b|[,;.])|(?P<woord>[^\s,;.]+)",
    re.IGNORECASE,
)
_KOPWOORD = re.compile(r"^(?:art(?:ikel(?:en)?|\.)|lid|leden|onderde(?:el|len)|onder|sub|letters?)\s|\s(?:lid|leden)$", re.IGNORECASE)
_GEEN = Doel()


class OnbegrepenError(Exception):
    """Words that this program does not know in a wijzigingsopdracht."""


class _Deel(NamedTuple):
    """One step of a place: "eerste en tweede lid"."""

    niveau: str
    nummers: Sequence[tuple[str, bool]]
    tekst: str
    begin: int


def lees_plaats(tekst: str, binnen: Doel = _GEEN, *, alleen_dieper: bool = False) -> tuple[Doel, ...]:
    """The places in words, within ``binnen`` unless they name a place beside it (with ``alleen_dieper``: never); none without words.

    Raises OnbegrepenError when a word is left over, or when it is not certain which places are meant.
    """
    stukken: list[list[_Deel]] = [[]]
    onbekend: list[_Deel] = []
    for deel in _delen(tekst):
        if deel.niveau == "van":  # what follows holds what stands before it
            stukken.append([])
        elif deel.niveau == "woord" or (deel.niveau == "los" and "artikelen" not in tekst.lower()):
            onbekend.append(deel)
        else:
            stukken[-1].append(deel._replace(niveau="artikel") if deel.niveau == "los" else deel)
    if onbekend:
        raise OnbegrepenError(tekst[onbekend[0].begin : onbekend[-1].begin + len(onbekend[-1].tekst)])
    if len(stukken) > 1 and not all(stukken):
        raise OnbegrepenError(tekst.strip())
    doelen: tuple[Doel, ...] = (binnen,)
    for stuk in reversed(stukken):
        if len(doelen) > 1:
            raise OnbegrepenError(tekst.strip())
        doelen = tuple(_stap_voor_stap(stuk, doelen[0], alleen_dieper=alleen_dieper or stuk is not stukken[-1]))
    return doelen


def nummers(tekst: str) -> list[tuple[str, bool]]:
    """The numbers in a list such as "derde tot en met vijfde", "11, 12 en 14", "c en d"; ranges written out, with what nobody named."""
    uit: list[tuple[str, bool]] = []
    bereik = False
    for stuk in _STUK.findall(tekst):
        laag = stuk.lower()
        if _TOT.fullmatch(laag):
            bereik = True
        elif laag != "en":
            nummer = laag if re.fullmatch(NUMMER, laag) and not re.fullmatch(RANG, laag) else rangnummer(laag) or laag
            if bereik:
                if not uit or _kop(uit[-1][0]) != _kop(nummer):
                    raise OnbegrepenError(tekst.strip())
                uit.extend((midden, True) for midden in reeks(uit[-1][0], nummer))
            uit.append((nummer, False))
            bereik = False
    return uit


def _kop(nummer: str) -> str:
    """What stands before the last point or colon of a number: a range does not go beyond it."""
    voor = _VOOR_PUNT.match(nummer)
    return voor[0] if voor else ""


def _delen(tekst: str) -> Iterator[_Deel]:
    for treffer in _DEEL.finditer(tekst):
        niveau = treffer.lastgroup or ""
        if niveau != "lijm":
            telt = niveau in {"artikel", "lid", "onderdeel", "los"}
            yield _Deel(niveau, nummers(_KOPWOORD.sub("", treffer[0])) if telt else [("", False)], treffer[0], treffer.start())


def _stap_voor_stap(delen: Sequence[_Deel], binnen: Doel, *, alleen_dieper: bool) -> list[Doel]:
    """Deeper words specify the last place, others name one beside it."""
    doelen: list[Doel] = []
    vorige: _Deel | None = None
    for deel in delen:
        basis = doelen[-1] if doelen else binnen
        niveau = "sub" if _is_sub(deel, basis) else deel.niveau
        dieper = _DIEPTE.index(niveau) > diepte(basis)
        if alleen_dieper and _DIEPTE.index(niveau) <= diepte(binnen):
            raise OnbegrepenError(deel.tekst)
        if dieper and vorige is not None:
            if len(vorige.nummers) > 1 and vorige.niveau != "artikel":
                raise OnbegrepenError(f"{vorige.tekst}, {deel.tekst}")
            doelen.pop()
        doelen.extend(_daar(basis, niveau, nummer)._replace(tussen=tussen) for nummer, tussen in deel.nummers)
        vorige = deel
    return doelen


_DIEPTE = ("", "artikel", "lid", "onderdeel", "sub", "aanhef")


def diepte(doel: Doel) -> int:
    """How deep a place lies: 0 nowhere, 1 an article, 2 a lid, 3 an onderdeel, 4 below that, 5 the aanhef of one of these."""
    return next((nr for nr in range(len(_DIEPTE) - 1, 0, -1) if getattr(doel, _DIEPTE[nr])), 0)


def _is_sub(deel: _Deel, basis: Doel) -> bool:
    """Whether "onder 2°" lies below the onderdeel that was named before it."""
    in_graden = deel.niveau == "onderdeel" and all(nummer.endswith("°") for nummer, _ in deel.nummers)
    return in_graden and basis.onderdeel is not None and not basis.onderdeel.endswith("°")


def _daar(basis: Doel, niveau: str, nummer: str) -> Doel:
    if niveau == "aanhef":
        return basis._replace(aanhef=True)
    if niveau == "artikel":
        return Doel(nummer)
    if niveau == "lid":
        return Doel(basis.artikel, nummer)
    if niveau == "onderdeel":
        return Doel(basis.artikel, basis.lid, nummer)
    return Doel(basis.artikel, basis.lid, basis.onderdeel, nummer)
