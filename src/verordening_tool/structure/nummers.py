"""Numbers in front of a lid or onderdeel: what kind, which value, how many characters."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple


class Telling(StrEnum):
    """How an item is counted."""

    CIJFER = "cijfer"  # 1. 1) (1) 1 lid 1
    DECIMAAL = "decimaal"  # 1.1 5.2.3
    LETTER = "letter"  # a. a) aa.
    ROMEIN = "romein"  # i. ii. iv.
    HOOFDLETTER = "hoofdletter"  # A. B.
    ROMEIN_HOOFD = "romein_hoofd"  # I. II.
    GRAAD = "graad"  # 1°. a°.
    STREEP = "streep"  # – • *


class Nummer(NamedTuple):
    """A number as read. ``waarde`` is its rank (1, 2, 3…), ``tekst`` its form without punctuation.

    ``lengte``: characters it takes in the paragraph, white space behind it included. ``zeker`` is False for
    forms that are also plain words or amounts ("2 jaar", "I ..."), which count only where they fit the row.
    """

    telling: Telling
    tekst: str
    waarde: int
    weergave: str
    lengte: int = 0
    zeker: bool = True


_STREPEN = "•·▪◦●○■□–—‒‐-*o\uf0b7\uf0a7\uf02d➢►✓"
_KOGEL = re.compile(r"[\s\u00a0]*[•·▪◦●○■□\uf0b7\uf0a7–—\-*][\s\u00a0]+(?=\(?(?:\d{1,3}|[a-zA-Z]{1,2})(?:[.)°º\]]|\s*$))")
_NUMMER = re.compile(
    r"[\s\u00a0]*(?P<heel>(?P<lid>lid[\s\u00a0]+)?(?P<open>[(\[])?"
    r"(?:(?P<deci>\d{1,3}(?:\.\d{1,3}){1,3})|(?P<cijfer>\d{1,3})(?P<na>[a-z](?![a-z]))?"
    r"|(?P<letter>[ivx]{1,5}|[a-z]{1,2})|(?P<hoofd>[IVX]{1,5}|[A-Z]))"
    r"(?P<graad>[\s\u00a0]?[°º˚])?(?P<punt>[.:)\]\-]{0,2}))"
    r"(?P<wit>[\s\u00a0]+|$|(?=[A-Z“‘\"'€(\[][a-z ]?)|(?=[a-zé]{2}))"
)
_STREEP = re.compile(r"[\s\u00a0]*(?P<teken>[" + re.escape(_STREPEN.replace("o", "")) + r"])(?:[\s\u00a0]+|(?=[A-Za-z]{3}))|o[\t](?=\S)")
_ROMEIN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMEIN_VORM = re.compile(r"(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$", re.IGNORECASE)
_EERSTE = frozenset("•·▪◦●○■□–—‒‐-*(\uf0b7\uf0a7\uf02d➢►✓[")


@cache
def romein(tekst: str) -> int | None:
    """Value of a roman number (any case), None when it is none."""
    laag = tekst.lower()
    if not laag or not _ROMEIN_VORM.match(laag) or any(teken not in _ROMEIN for teken in laag):
        return None
    som = 0
    for teken, volgende in zip(laag, [*laag[1:], ""], strict=True):
        waarde = _ROMEIN[teken]
        som += -waarde if volgende and _ROMEIN[volgende] > waarde else waarde
    return som


def rang_letter(tekst: str) -> int:
    """Rank of a letter number: a is 1, z 26, aa 27."""
    laag = tekst.lower()
    return ord(laag[0]) - 96 if len(laag) == 1 else 26 + ord(laag[-1]) - 96


def lees(tekst: str) -> Nummer | None:
    """The typed number that ``tekst`` begins with, or None. A bullet before a number is taken with it."""
    if not tekst:
        return None
    eerste = tekst[0]
    if not (eerste.isdigit() or eerste.isspace() or eerste in _EERSTE or _kort_woord(tekst)):
        return None
    vooraf = 0
    if (eerste in _EERSTE or eerste.isspace()) and (kogel := _KOGEL.match(tekst)) is not None:
        vooraf = kogel.end()
    treffer = _NUMMER.match(tekst, vooraf)
    nummer = _uit_treffer(treffer, tekst, vooraf) if treffer else None
    if nummer is not None:
        return nummer
    if (streep := _STREEP.match(tekst)) is not None and streep.end() < len(tekst):
        teken = streep["teken"] or "o"
        return Nummer(Telling.STREEP, teken, 0, teken, streep.end())
    return None


def ontleed_nummer(weergave: str) -> Nummer:
    """The kind and value of a number that Word computed or the format named ("1.", "a.", "•")."""
    schoon = weergave.strip()
    treffer = _NUMMER.match(schoon)
    if treffer and treffer.end() == len(schoon):
        nummer = _uit_treffer(treffer, schoon, 0, gegeven=True)
        if nummer is not None:
            return nummer
    return Nummer(Telling.STREEP, schoon, 0, weergave)


def _kort_woord(tekst: str) -> bool:
    """Cheap test: whether the text could begin with a letter number ("a.", "iv)", "lid 1")."""
    kop = tekst[:7]
    return kop.startswith("lid ") or not kop[1:3].isalpha() or (kop[:1].lower() in "ivx" and not kop.isalpha())


def _uit_treffer(treffer: re.Match[str], tekst: str, vooraf: int, *, gegeven: bool = False) -> Nummer | None:
    punt, wit = treffer["punt"], treffer["wit"]
    alleen = treffer.end() >= len(tekst.rstrip())
    if not (wit or alleen or punt[-1:] in {".", ")", "]"}):
        return None
    vast = gegeven or bool(punt or treffer["open"] or treffer["lid"] or vooraf or treffer["graad"]) or "\t" in wit
    if treffer["graad"]:
        return _graad(treffer)
    if treffer["deci"] or treffer["cijfer"]:
        gevolgd_door_zin = tekst[treffer.end() : treffer.end() + 1].isupper()
        past = not punt.startswith("-") and (vast or alleen or gevolgd_door_zin)
        return _cijfer(treffer, zeker=vast or alleen) if treffer["deci"] or past else None
    return _letter(treffer) if (vast or alleen) and not punt.startswith("-") else None


def _graad(treffer: re.Match[str]) -> Nummer | None:
    kern = (treffer["cijfer"] or treffer["letter"] or "").strip()
    if not kern:
        return None
    waarde = int(kern) if kern.isdigit() else rang_letter(kern)
    return Nummer(Telling.GRAAD, f"{kern}°", waarde, treffer["heel"].strip(), treffer.end())


def _cijfer(treffer: re.Match[str], *, zeker: bool) -> Nummer:
    heel, lengte = treffer["heel"].strip(), treffer.end()
    if treffer["deci"]:
        return Nummer(Telling.DECIMAAL, treffer["deci"], int(treffer["deci"].rpartition(".")[2]), heel, lengte, zeker)
    return Nummer(Telling.CIJFER, treffer["cijfer"] + (treffer["na"] or ""), int(treffer["cijfer"]), heel, lengte, zeker)


def _letter(treffer: re.Match[str]) -> Nummer | None:
    """A letter or roman number; capitals count only where they fit the row, since initials look the same."""
    kern = treffer["letter"] or treffer["hoofd"]
    klein = treffer["letter"] is not None
    rang = romein(kern)
    heel, lengte = treffer["heel"].strip(), treffer.end()
    if rang is not None and (len(kern) > 1 or kern in "iI"):
        return Nummer(Telling.ROMEIN if klein else Telling.ROMEIN_HOOFD, kern, rang, heel, lengte, zeker=klein)
    if len(kern) > (2 if klein else 1) or (len(kern) == 2 and kern[0] not in {kern[1], "a"}):
        return None
    return Nummer(Telling.LETTER if klein else Telling.HOOFDLETTER, kern, rang_letter(kern), heel, lengte, zeker=klein)
