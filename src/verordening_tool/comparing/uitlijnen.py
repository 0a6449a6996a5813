"""Which text of the old version is which of the new one: by words, number and heading; what moved, was split or merged.

Works on cards, so that articles and the leden of one article are laid side by side in the same way.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from verordening_tool.language.folding import fold

_WOORD = re.compile(r"[a-z0-9]+")
_GELIJKEND = 0.45  # as much of two texts must be the same for one to be the other
_ZELFDE_PLEK = 0.2  # under the same number or heading, this much is enough
_BEVAT = 0.7  # as much of a text must stand in another to be a part of it
_ALLES_BEKIJKEN = 2_500  # pairs: in a text of ordinary length each is looked at
_ZELDZAAM = 20  # texts: words that stand in more of them say little
_BESTE = 6
_BONUS_NUMMER, _BONUS_KOP = 0.12, 0.15


@dataclass(frozen=True)
class Kaart:
    """One article or lid: its number, heading and text."""

    nummer: str | None
    kop: str
    tekst: str

    @cached_property
    def paren(self) -> frozenset[tuple[str, str]]:
        """Pairs of neighbouring words, the ends of the text included."""
        woorden = ["", *_WOORD.findall(fold(self.tekst)), ""]
        return frozenset(pairwise(woorden))

    @cached_property
    def gevouwen_kop(self) -> str:
        """The heading without capitals and accents."""
        return fold(self.kop).strip(" .")


@dataclass(frozen=True, slots=True)
class Uitlijning:
    """``paren``: indexes (old, new) that belong together; which of them moved; where the rest came from or went."""

    paren: tuple[tuple[int, int], ...]
    verplaatst: frozenset[int] = frozenset()  # new indexes
    gesplitst_van: dict[int, int] = field(default_factory=dict)  # new index → old index it was part of
    opgegaan_in: dict[int, int] = field(default_factory=dict)  # old index → new index it became part of


def lijn_uit(oud: Sequence[Kaart], nieuw: Sequence[Kaart]) -> Uitlijning:
    """Pair the cards; each is used once, the best pairs first."""
    paren = _zelfde_tekst(oud, nieuw)
    paren |= _gelijkende(oud, nieuw, paren)
    geordend = tuple(sorted(paren.items()))
    bij_nieuw = {n: o for o, n in geordend}
    los_oud = [o for o in range(len(oud)) if o not in paren]
    los_nieuw = [n for n in range(len(nieuw)) if n not in bij_nieuw]
    gesplitst = {n: o for n in los_nieuw if (o := _deel_van(nieuw[n], oud, {p: nieuw[q] for p, q in geordend})) is not None}
    opgegaan = {o: n for o in los_oud if (n := _deel_van(oud[o], nieuw, {q: oud[p] for p, q in geordend})) is not None}
    return Uitlijning(geordend, _verplaatst(geordend), gesplitst, opgegaan)


def _zelfde_tekst(oud: Sequence[Kaart], nieuw: Sequence[Kaart]) -> dict[int, int]:
    """Cards with the same words; of several the one with the same number, else in order."""
    wachtend: dict[str, list[int]] = {}
    for nr, kaart in enumerate(nieuw):
        wachtend.setdefault(_sleutel(kaart), []).append(nr)
    paren: dict[int, int] = {}
    for precies in (True, False):
        for nr, kaart in enumerate(oud):
            kandidaten = wachtend.get(_sleutel(kaart), [])
            keuze = next((n for n in kandidaten if not precies or nieuw[n].nummer == kaart.nummer), None)
            if nr not in paren and keuze is not None:
                paren[nr] = keuze
                kandidaten.remove(keuze)
    return paren


def _sleutel(kaart: Kaart) -> str:
    return " ".join(kaart.tekst.split())


def _gelijkende(oud: Sequence[Kaart], nieuw: Sequence[Kaart], paren: dict[int, int]) -> dict[int, int]:
    bezet = set(paren.values())
    los_oud = [o for o in range(len(oud)) if o not in paren]
    los_nieuw = [n for n in range(len(nieuw)) if n not in bezet]
    scores = sorted((-score, o, n) for o, n in _kandidaten(oud, nieuw, los_oud, los_nieuw) if (score := _score(oud[o], nieuw[n])) > 0)
    gevonden: dict[int, int] = {}
    for _, o, n in scores:
        if o not in gevonden and n not in bezet:
            gevonden[o] = n
            bezet.add(n)
    return gevonden


def _kandidaten(oud: Sequence[Kaart], nieuw: Sequence[Kaart], los_oud: Sequence[int], los_nieuw: Sequence[int]) -> set[tuple[int, int]]:
    """The pairs worth a closer look: the same number or heading, or some words that few others have."""
    if len(los_oud) * len(los_nieuw) <= _ALLES_BEKIJKEN:
        return {(o, n) for o in los_oud for n in los_nieuw}
    bij_paar: dict[tuple[str, str], list[int]] = {}
    bij_naam: dict[str, list[int]] = {}
    for o in los_oud:
        for paar in oud[o].paren:
            bij_paar.setdefault(paar, []).append(o)
        for naam in (oud[o].nummer, oud[o].gevouwen_kop):
            if naam:
                bij_naam.setdefault(naam, []).append(o)
    gevonden: set[tuple[int, int]] = set()
    for n in los_nieuw:
        gedeeld = Counter(o for paar in nieuw[n].paren if len(rij := bij_paar.get(paar, [])) <= _ZELDZAAM for o in rij)
        gevonden.update((o, n) for o, _ in gedeeld.most_common(_BESTE))
        gevonden.update((o, n) for naam in (nieuw[n].nummer, nieuw[n].gevouwen_kop) if naam for o in bij_naam.get(naam, [])[:_BESTE])
    return gevonden


def _score(een: Kaart, twee: Kaart) -> float:
    """How likely one card is the other; 0 when it is not."""
    samen = len(een.paren & twee.paren)
    gelijkenis = 2 * samen / (len(een.paren) + len(twee.paren))
    zelfde_nummer = een.nummer == twee.nummer
    zelfde_kop = bool(een.kop) and een.gevouwen_kop == twee.gevouwen_kop
    bekend = (zelfde_nummer or zelfde_kop) and gelijkenis >= _ZELFDE_PLEK
    if not (gelijkenis >= _GELIJKEND or bekend or (zelfde_nummer and zelfde_kop)):
        return 0
    return gelijkenis + _BONUS_NUMMER * zelfde_nummer + _BONUS_KOP * zelfde_kop


def _deel_van(kaart: Kaart, anderen: Sequence[Kaart], partner: dict[int, Kaart]) -> int | None:
    """The card of the other version that this one is a part of, when the partner of that card has not got that part."""
    beste, meest = None, _BEVAT * len(kaart.paren)
    for nr, ander in enumerate(anderen):
        gedeeld = kaart.paren & ander.paren
        if len(gedeeld) >= meest and nr in partner and len(gedeeld - partner[nr].paren) >= _BEVAT * len(gedeeld):
            beste, meest = nr, len(gedeeld)
    return beste


def _verplaatst(paren: Iterable[tuple[int, int]]) -> frozenset[int]:
    """What must have moved: the pairs outside the longest run that kept its order."""
    staarten: list[int] = []
    voor: dict[int, int | None] = {}
    plek: list[int] = []
    for _, n in paren:
        i = bisect_left(staarten, n)
        voor[n] = plek[i - 1] if i else None
        if i == len(staarten):
            staarten.append(n)
            plek.append(n)
        else:
            staarten[i] = plek[i] = n
    blijft: set[int] = set()
    huidig = plek[-1] if plek else None
    while huidig is not None:
        blijft.add(huidig)
        huidig = voor[huidig]
    return frozenset(voor) - blijft
