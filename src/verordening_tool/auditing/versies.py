"""Copies and versions: the same text under two names, and regulations that a later one of the same gemeente took the place of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from math import ceil

from verordening_tool.auditing.model import Stuk, Uitslag
from verordening_tool.document.regeling import Onderwerp, Soort, Stadium
from verordening_tool.language.folding import fold
from verordening_tool.norms.gemeentelijst import naamsleutel

_REGELINGEN = frozenset({Soort.VERORDENING, Soort.BELEIDSREGELS, Soort.NADERE_REGELS})
_ZELFDE_TEKST = 0.8  # part of the lines that copies in two formats share at least
_ZELFDE_REGELING = 0.3  # part of the lines that versions of one regulation share, whatever their title
_ZELFDE_TITEL = 0.5  # part of the telling words of their titles
_MINST_REGELS = 5
_WOORD = re.compile(r"[a-z]+")
_OVERAL = """
de het een van en op in voor tot over bij met inzake houdende regels regeling regelingen nadere beleidsregel beleidsregels verordening
gemeente gemeentelijke gem raad college burgemeester wethouders participatiewet pw wet nieuwe eerste tweede concept ontwerp versie
definitief wijziging nr nummer
"""
_ZEGT_NIETS = frozenset(_OVERAL.split())

_Groep = tuple[str | None, Soort, tuple[date | None, ...], frozenset[str]]


def dubbelen(stukken: Sequence[Stuk]) -> dict[str, str]:
    """Path of each copy → path of the first file (by path) with the same text."""
    eerste: dict[tuple[str | None, str], str] = {}
    groepen: dict[_Groep, list[Stuk]] = {}
    gevonden: dict[str, str] = {}
    for stuk in sorted(stukken, key=lambda stuk: stuk.bestand.pad):
        uitslag, pad = stuk.bestand.uitslag, stuk.bestand.pad
        if uitslag.fout is not None or not uitslag.regelhashes:
            continue
        gelijk = eerste.setdefault((stuk.herkend.code, uitslag.teksthash), pad)
        if gelijk == pad:
            groepen.setdefault(_groep(stuk), []).append(stuk)
        else:
            gevonden[pad] = gelijk
    for groep in groepen.values():
        gevonden.update(_in_ander_formaat(groep))
    return gevonden


def _in_ander_formaat(groep: Sequence[Stuk]) -> Iterator[tuple[str, str]]:
    """The copies within a group that share nearly all lines with an earlier file, and that file.

    Compared are only files that share one of their rarest lines: texts with nearly all lines in common always do, and comparing every
    pair of thousands of files would take hours. (Prefix filtering: Chaudhuri, Ganti and Kaushik, ICDE 2006.)
    """
    aantal = Counter(regel for stuk in groep for regel in stuk.bestand.uitslag.regelhashes)
    met_regel: dict[int, list[int]] = {}
    for nr, stuk in enumerate(groep):
        regels = sorted(stuk.bestand.uitslag.regelhashes, key=lambda regel: (aantal[regel], regel))
        zeldzaam = regels[: len(regels) - ceil(_ZELFDE_TEKST * len(regels)) + 1]
        mogelijk = sorted({ander for regel in zeldzaam for ander in met_regel.get(regel, ())})
        gelijk = next((groep[ander] for ander in mogelijk if _is_zelfde_tekst(stuk, groep[ander])), None)
        if gelijk is not None:
            yield stuk.bestand.pad, gelijk.bestand.pad
            continue
        for regel in zeldzaam:
            met_regel.setdefault(regel, []).append(nr)


def opvolgers(stukken: Sequence[Stuk]) -> dict[str, str]:
    """Path of each older version → path of the next version of the same regulation. ``stukken`` without copies."""
    gevonden: dict[str, str] = {}
    for reeks in _reeksen([stuk for stuk in stukken if stuk.bestand.uitslag.fout is None and stuk.bestand.uitslag.soort in _REGELINGEN]):
        vast = [stuk for stuk in reeks if stuk.bestand.uitslag.stadium is not Stadium.CONCEPT]
        gedateerd = sorted(
            (stuk for stuk in vast if stuk.bestand.uitslag.dag), key=lambda stuk: (stuk.bestand.uitslag.dag or date.min, stuk.bestand.pad)
        )
        for ouder, nieuwer in pairwise(gedateerd):
            if ouder.bestand.uitslag.dag != nieuwer.bestand.uitslag.dag:
                gevonden[ouder.bestand.pad] = nieuwer.bestand.pad
        for concept in (stuk for stuk in reeks if stuk.bestand.uitslag.stadium is Stadium.CONCEPT):
            if (vervanger := _vastgesteld_na(concept, vast)) is not None:
                gevonden[concept.bestand.pad] = vervanger.bestand.pad
    return gevonden


def _vastgesteld_na(concept: Stuk, vast: Sequence[Stuk]) -> Stuk | None:
    """The adopted text that a draft became: the first that is not older than the draft."""
    eigen = concept.bestand.uitslag.dag
    later = [stuk for stuk in vast if eigen is None or (dag := stuk.bestand.uitslag.dag) is None or dag >= eigen]
    return min(later, key=lambda stuk: (stuk.bestand.uitslag.dag or date.max, stuk.bestand.pad), default=None)


def _reeksen(stukken: Sequence[Stuk]) -> Iterator[list[Stuk]]:
    """Groups of versions of one regulation: same gemeente, kind and subject, and a title or text that is nearly the same."""
    groepen: dict[tuple[str, Soort, Onderwerp], list[list[Stuk]]] = {}
    for stuk in sorted(stukken, key=lambda stuk: stuk.bestand.pad):
        wie = stuk.herkend.code or stuk.herkend.naam
        if wie is None or stuk.bestand.uitslag.onderwerp is Onderwerp.ANDERS:
            continue
        reeksen = groepen.setdefault((wie, stuk.bestand.uitslag.soort, stuk.bestand.uitslag.onderwerp), [])
        passend = [reeks for reeks in reeksen if any(_is_zelfde_regeling(stuk, ander) for ander in reeks)]
        samen = [stuk, *(ander for reeks in passend for ander in reeks)]
        reeksen[:] = [reeks for reeks in reeksen if reeks not in passend] + [samen]
    for reeksen in groepen.values():
        yield from reeksen


def _groep(stuk: Stuk) -> _Groep:
    """What copies have in common: owner, kind, days and the telling words of the title. Only files of one group are compared."""
    uitslag = stuk.bestand.uitslag
    dagen = (uitslag.vastgesteld, uitslag.inwerkingtreding, uitslag.documentdatum)
    return stuk.herkend.code, uitslag.soort, dagen, _titelwoorden(stuk)


def _is_zelfde_tekst(een: Stuk, ander: Stuk) -> bool:
    """Whether two files of one group hold one text in two formats: nearly all lines."""
    a, b = een.bestand.uitslag, ander.bestand.uitslag
    return min(len(a.regelhashes), len(b.regelhashes)) >= _MINST_REGELS and _gedeeld(a, b) >= _ZELFDE_TEKST


def _is_zelfde_regeling(een: Stuk, ander: Stuk) -> bool:
    a, b = _titelwoorden(een), _titelwoorden(ander)
    titel = len(a & b) / len(a | b) if a | b else float(een.bestand.uitslag.titel is not None and ander.bestand.uitslag.titel is not None)
    return titel >= _ZELFDE_TITEL or _gedeeld(een.bestand.uitslag, ander.bestand.uitslag) >= _ZELFDE_REGELING


def _gedeeld(een: Uitslag, ander: Uitslag) -> float:
    """Estimate of the part of all lines that both texts have: of the smallest hashes of the two together, how many are in both."""
    a, b = set(een.regelhashes), set(ander.regelhashes)
    schets = sorted(a | b)[: max(len(a), len(b))]
    return sum(regel in a and regel in b for regel in schets) / len(schets) if schets else 0.0


def _titelwoorden(stuk: Stuk) -> frozenset[str]:
    """The telling words of the title: no years, no name of the gemeente, "re-integratieverordening" as "reintegratie"."""
    titel = fold(stuk.bestand.uitslag.titel or "").replace("re-integratie", "reintegratie").replace("verordening", " verordening ")
    naam = set(naamsleutel(stuk.herkend.naam or "").split())
    return frozenset(woord for woord in _WOORD.findall(titel) if len(woord) > 1 and woord not in _ZEGT_NIETS and woord not in naam)
