"""The words that a concept can not do without: a passage that lacks them need not be searched, and most passages lack them.

"<persoon> .. biedt [zelf] werk*" asks for a word of *persoon*, for *biedt*, and for a word that begins with *werk*.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Union

from verordening_tool.language.verzameling import samen, verzameling

TOKEN = re.compile(
    r"<(?P<begrip>[a-z0-9_]+)>|(?P<ver> ?\.\.\. ?)|(?P<nabij> ?\.\. ?)|(?P<ster>\*)|(?P<teken>[()|])"
    r"|(?P<mag_voor>\[(?P<voor>[^\]]*)\] )|(?P<mag_na> \[(?P<na>[^\]]*)\])|(?P<ruimte> +)|(?P<woord>[a-z0-9]+)|(?P<letter>.)"
)
_GEEN_WOORD = bytes(teken if bytes((teken,)).isalnum() else 0x20 for teken in range(256))  # what parts words becomes a blank
_NA_Z = b"{"  # comes behind every letter


class Deel(NamedTuple):
    """What will do for one part of a form: one of these words, of these pieces of a word, or of these others.

    ``begin`` is how a word begins; of the other pieces b"plek " is how one ends, and b"trekk" may stand anywhere in it; the others
    are concepts by name, or parts that are all asked.
    """

    woorden: frozenset[bytes] = frozenset()
    begin: frozenset[bytes] = frozenset()
    stukken: frozenset[bytes] = frozenset()
    anders: tuple[str | Eis, ...] = ()


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
    anders: dict[str | Eis, None] = dict.fromkeys(ander for deel in enkele for ander in deel.anders)
    anders |= dict.fromkeys(eis for eis in eisen if len(eis) > 1)
    leeg: frozenset[bytes] = frozenset()
    return (
        Deel(
            leeg.union(*(deel.woorden for deel in enkele)),
            leeg.union(*(deel.begin for deel in enkele)),
            leeg.union(*(deel.stukken for deel in enkele)),
            tuple(anders),
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
        elif token["woord"]:
            woord = token["woord"].encode()
            delen.append(_deel_van(woord, begint=begint, eindigt=eindigt))
        elif token["begrip"]:
            delen.append(Deel(anders=(token["begrip"],)))
    # What is told by few words first: where they are not, the others need no look.
    return tuple(sorted(delen, key=lambda deel: (len(deel.anders), len(deel.stukken), len(deel.begin), len(deel.woorden))))


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
    if vorige["mag_voor"]:
        return _begint(reeks, nr - 1, links)
    return any(vorige[soort] for soort in ("ruimte", "nabij", "ver", "letter"))


def _eindigt(reeks: Sequence[re.Match[str] | _Boom], nr: int, rechts: bool) -> bool:
    """Whether a word ends behind token ``nr``."""
    if nr == len(reeks) - 1:
        return rechts
    volgende = reeks[nr + 1]
    if isinstance(volgende, list):
        return False
    if volgende["mag_na"]:
        return _eindigt(reeks, nr + 1, rechts)
    return any(volgende[soort] for soort in ("ruimte", "nabij", "letter"))


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
    """Which passages hold a word, or all that a concept asks. A set of passages is a number in which each has a bit."""

    def __init__(self, gevouwen: bytes, passages: Sequence[tuple[int, int]], eis: Callable[[str], Eis]) -> None:
        """``passages``: where each begins and ends in the folded text; ``eis``: what the concept of a name asks."""
        self._eis = eis
        self._begrippen: dict[str, int] = {}
        self._nummers: dict[bytes, list[int]] = defaultdict(list)
        woorden = gevouwen.translate(_GEEN_WOORD)
        for nr, (start, eind) in enumerate(passages):
            for woord in set(woorden[start:eind].split()):
                self._nummers[woord].append(nr)
        self._overal = (1 << len(passages)) - 1
        self._woorden = _PerWoord(self._nummers)
        self._per_begin = _PerBegin(self._woorden, self._nummers)
        self._per_stuk = _PerStuk(self._woorden, self._nummers)
        self._bekend = frozenset(self._nummers)
        self._beginnen = frozenset([woord[:eind] for woord in self._nummers for eind in range(1, len(woord) + 1)])

    def met_begrip(self, naam: str) -> int:
        """The passages that hold the words that a concept asks."""
        passages = self._begrippen.get(naam)
        if passages is None:
            passages = self._begrippen[naam] = self._met_eis(self._eis(naam))
        return passages

    def met_woord(self, patroon: re.Pattern[bytes]) -> int:
        """The passages with a word that is as ``patroon`` says."""
        return samen(self._woorden[woord] for woord in self._nummers if patroon.fullmatch(woord))

    def _met_eis(self, eis: Eis) -> int:
        passages = self._overal
        for woorden, begin, stukken, anders in eis:
            een_van = 0
            for woord in self._bekend.intersection(woorden):
                een_van |= self._woorden[woord]
            for stuk in self._beginnen.intersection(begin):
                een_van |= self._per_begin[stuk]
            for stuk in stukken:
                een_van |= self._per_stuk[stuk]
            for ander in anders:
                een_van |= self.met_begrip(ander) if isinstance(ander, str) else self._met_eis(ander)
            passages &= een_van
            if not passages:
                break
        return passages
