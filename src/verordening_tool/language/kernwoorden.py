"""The words that a concept can not do without: a passage that lacks them need not be searched, and most passages lack them.

"<persoon> .. biedt [zelf] werk*" asks for a word of *persoon*, for *biedt*, and for a word that begins with *werk*.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Union

from verordening_tool.language.verzameling import samen, verzameling

TOKEN = re.compile(
    r"<(?P<begrip>[a-z0-9_]+)>|(?P<ver> ?\.\.\. ?)|(?P<nabij> ?\.\. ?)|(?P<ster>\*)|(?P<teken>[()|])"
    r"|(?P<mag_voor>\[(?P<voor>[^\]]*)\] )|(?P<mag_na> \[(?P<na>[^\]]*)\])|(?P<ruimte> +)|(?P<woord>[a-z0-9]+)|(?P<letter>.)"
)
_GEEN_WOORD = bytes(teken if bytes((teken,)).isalnum() else 0x20 for teken in range(256))  # what parts words becomes a blank
_NA_Z = b"{"  # comes behind every letter


@dataclass(frozen=True)
class Deel:
    """What will do for one part of a form: one of these words, of these pieces of a word, of these concepts, or of these sets of parts.

    ``begin`` is how a word begins; of the other pieces b"plek " is how one ends, and b"trekk" may stand anywhere in it. ``samen``:
    parts that are all asked.
    """

    woorden: frozenset[bytes] = frozenset()
    begin: frozenset[bytes] = frozenset()
    stukken: frozenset[bytes] = frozenset()
    begrippen: frozenset[str] = frozenset()
    samen: tuple[Eis, ...] = ()

    @property
    def moeite(self) -> tuple[int, ...]:
        """How much it takes to see where this part stands."""
        return len(self.samen), len(self.begrippen), len(self.stukken), len(self.begin), len(self.woorden)

    @cached_property
    def op_woord(self) -> Mapping[bytes, Sequence[Eis]]:
        """The sets of parts of which the first is words alone, by each of those words: most texts have none of them."""
        per_woord: dict[bytes, list[Eis]] = {}
        for eis in self.samen:
            for woord in eis[0].woorden if eis[0].is_woord else ():
                per_woord.setdefault(woord, []).append(eis)
        return per_woord

    @cached_property
    def overig(self) -> Sequence[Eis]:
        """The other sets of parts."""
        return [eis for eis in self.samen if not eis[0].is_woord]

    @property
    def is_woord(self) -> bool:
        """Whether whole words alone will do."""
        return not (self.begin or self.stukken or self.begrippen or self.samen)


Eis = tuple[Deel, ...]  # every one of the parts
_Boom = list[list[Union[re.Match[str], "_Boom"]]]  # alternatives of tokens; a group is a tree


def begrensd(vorm: str) -> tuple[bool, bool]:
    """Whether a form begins where a word begins, and ends where one ends."""
    kaal = vorm.strip()
    return not kaal.startswith("*"), kaal[-1:].isalnum() or kaal[-1:] in ")]>*"


def eis_van(vormen: Iterable[tuple[str, str]]) -> Eis:
    """What a concept asks, by its forms as written and as folded; nothing when some form asks for no word."""
    eisen = []
    for vorm, gevouwen in vormen:
        boom = _ontleed(TOKEN.finditer(gevouwen))
        links, rechts = begrensd(vorm) if len(boom) == 1 else (False, False)
        eisen.append(_een_van(boom, links=links, rechts=rechts))
    return _samen(eisen)


def _ontleed(tokens: Iterator[re.Match[str]]) -> _Boom:
    """The tokens up to the end of the group."""
    boom: _Boom = [[]]
    for token in tokens:
        match token["teken"]:
            case "(":
                boom[-1].append(_ontleed(tokens))
            case "|":
                boom.append([])
            case ")":
                break
            case _:
                boom[-1].append(token)
    return boom


def _samen(eisen: Sequence[Eis]) -> Eis:
    """What is asked where one of ``eisen`` will do."""
    if not all(eisen):
        return ()
    enkele = [eis[0] for eis in eisen if len(eis) == 1]
    return (
        Deel(
            frozenset(chain.from_iterable(deel.woorden for deel in enkele)),
            frozenset(chain.from_iterable(deel.begin for deel in enkele)),
            frozenset(chain.from_iterable(deel.stukken for deel in enkele)),
            frozenset(chain.from_iterable(deel.begrippen for deel in enkele)),
            (*chain.from_iterable(deel.samen for deel in enkele), *(eis for eis in eisen if len(eis) > 1)),
        ),
    )


def _een_van(boom: _Boom, *, links: bool, rechts: bool) -> Eis:
    return _samen([_alle(reeks, links=links, rechts=rechts) for reeks in boom])


def _alle(reeks: Sequence[re.Match[str] | _Boom], *, links: bool, rechts: bool) -> Eis:
    delen: list[Deel] = []
    for nr, token in enumerate(reeks):
        begint, eindigt = _begint(reeks, nr, links), _eindigt(reeks, nr, rechts)
        if isinstance(token, list):
            delen.extend(_een_van(token, links=begint, rechts=eindigt))
        elif token.lastgroup == "woord":
            delen.append(_deel_van(token.group().encode(), begint=begint, eindigt=eindigt))
        elif token.lastgroup == "begrip":
            delen.append(Deel(begrippen=frozenset({token["begrip"]})))
    # What is told by few words first: where they are not, the others need no look.
    return tuple(sorted(delen, key=attrgetter("moeite")))


def _deel_van(woord: bytes, *, begint: bool, eindigt: bool) -> Deel:
    """What a word of a form asks: itself where it stands alone, else a word that it is a piece of."""
    if not begint:
        return Deel(stukken=frozenset({woord + b" " * eindigt}))
    return Deel(woorden=frozenset({woord})) if eindigt else Deel(begin=frozenset({woord}))


def _begint(reeks: Sequence[re.Match[str] | _Boom], nr: int, links: bool) -> bool:
    """Whether a word begins at token ``nr``: nothing before it runs on into it."""
    if nr == 0:
        return links
    vorige = reeks[nr - 1]
    if isinstance(vorige, list):
        return False
    return _begint(reeks, nr - 1, links) if vorige.lastgroup == "mag_voor" else vorige.lastgroup in {"ruimte", "nabij", "ver", "letter"}


def _eindigt(reeks: Sequence[re.Match[str] | _Boom], nr: int, rechts: bool) -> bool:
    """Whether a word ends behind token ``nr``."""
    if nr == len(reeks) - 1:
        return rechts
    volgende = reeks[nr + 1]
    if isinstance(volgende, list):
        return False
    return _eindigt(reeks, nr + 1, rechts) if volgende.lastgroup == "mag_na" else volgende.lastgroup in {"ruimte", "nabij", "ver", "letter"}


class _PerWoord(dict[bytes, int]):
    """The passages by word, put together when first asked for: most words never are."""

    def __init__(self, nummers: Mapping[bytes, Sequence[int]]) -> None:
        super().__init__()
        self._nummers = nummers

    def __missing__(self, woord: bytes) -> int:
        self[woord] = passages = verzameling(self._nummers[woord])
        return passages


class _PerBegin(dict[bytes, int]):
    """The passages by how a word begins, found when first asked for."""

    def __init__(self, per_woord: _PerWoord, woorden: Iterable[bytes]) -> None:
        super().__init__()
        self._per_woord = per_woord
        self._op_rij = sorted(woorden)

    def __missing__(self, begin: bytes) -> int:
        met = slice(bisect_left(self._op_rij, begin), bisect_left(self._op_rij, begin + _NA_Z))
        self[begin] = passages = samen([self._per_woord[woord] for woord in self._op_rij[met]])
        return passages


class _PerStuk(dict[bytes, int]):
    """The passages by piece of a word that is not its beginning, found when first asked for."""

    def __init__(self, per_woord: _PerWoord, woorden: Iterable[bytes]) -> None:
        super().__init__()
        self._per_woord = per_woord
        self._rij = b" %b " % b" ".join(woorden)

    def __missing__(self, stuk: bytes) -> int:
        self[stuk] = passages = samen([self._per_woord[woord] for woord in self._met(stuk)])
        return passages

    def _met(self, stuk: bytes) -> Iterator[bytes]:
        plek = self._rij.find(stuk)
        while plek >= 0:
            eind = self._rij.index(b" ", plek + 1)
            yield self._rij[self._rij.rfind(b" ", 0, plek) + 1 : eind]
            plek = self._rij.find(stuk, eind)


class Woordenlijst:
    """Which passages hold a word, or all the words that are asked. A set of passages is a number in which each has a bit."""

    def __init__(self, gevouwen: bytes, passages: Sequence[tuple[int, int]]) -> None:
        """``passages``: where each begins and ends in the folded text."""
        self._nummers: dict[bytes, list[int]] = defaultdict(list)
        self._overal = (1 << len(passages)) - 1
        woorden = gevouwen.translate(_GEEN_WOORD)
        for nr, (start, eind) in enumerate(passages):
            for woord in set(woorden[start:eind].split()):
                self._nummers[woord].append(nr)
        self._woorden = _PerWoord(self._nummers)
        self._per_begin = _PerBegin(self._woorden, self._nummers)
        self._per_stuk = _PerStuk(self._woorden, self._nummers)
        self._bekend = frozenset(self._nummers)
        self._beginnen = frozenset([woord[:eind] for woord in self._nummers for eind in range(1, len(woord) + 1)])

    def met_woord(self, patroon: re.Pattern[bytes]) -> int:
        """The passages with a word that is as ``patroon`` says."""
        return samen(self._woorden[woord] for woord in self._nummers if patroon.fullmatch(woord))

    def met_eis(self, eis: Eis, met_begrip: Callable[[str], int]) -> int:
        """The passages with all that ``eis`` asks; ``met_begrip`` gives those that a concept of that name may stand in."""
        passages = self._overal
        for deel in eis:
            passages &= self._met_deel(deel, met_begrip)
            if not passages:
                break
        return passages

    def _met_deel(self, deel: Deel, met_begrip: Callable[[str], int]) -> int:
        passages = 0
        for woord in self._bekend.intersection(deel.woorden):
            passages |= self._woorden[woord]
        for begin in self._beginnen.intersection(deel.begin):
            passages |= self._per_begin[begin]
        for stuk in deel.stukken:
            passages |= self._per_stuk[stuk]
        for begrip in deel.begrippen:
            passages |= met_begrip(begrip)
        if deel.samen:
            op_woord = deel.op_woord
            eisen = chain(deel.overig, *(op_woord[woord] for woord in self._bekend.intersection(op_woord)))
            for eis in eisen:
                passages |= self.met_eis(eis, met_begrip)
        return passages
