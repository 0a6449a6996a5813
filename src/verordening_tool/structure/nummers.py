"""Numbers in front of a lid or onderdeel: what kind, which value, how many characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Nummer:
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
    lengte = treffer.end()
    heel = treffer["heel"].strip()
    alleen = lengte >= len(tekst.rstrip())
    if not wit and not alleen and not (punt and punt[-1] in ".)]"):
        return None
    vast = gegeven or bool(punt) or "\t" in wit or bool(treffer["open"]) or bool(treffer["lid"]) or bool(vooraf) or bool(treffer["graad"])
    if treffer["graad"]:
        kern = (treffer["cijfer"] or treffer["letter"] or "").strip()
        if not kern:
            return None
        waarde = int(kern) if kern.isdigit() else rang_letter(kern)
        return Nummer(Telling.GRAAD, f"{kern}°", waarde, heel, lengte)
    if treffer["deci"]:
        delen = treffer["deci"].split(".")
        return Nummer(Telling.DECIMAAL, treffer["deci"], int(delen[-1]), heel, lengte, zeker=vast or alleen)
    if treffer["cijfer"]:
        na = treffer["na"] or ""
        vervolg = tekst[lengte : lengte + 1]
        zeker = vast or alleen
        if punt.startswith("-") or (not vast and not vervolg.isupper() and not alleen):
            return None
        return Nummer(Telling.CIJFER, treffer["cijfer"] + na, int(treffer["cijfer"]), heel, lengte, zeker=zeker)
    return _letter(treffer["letter"], treffer["hoofd"], heel, lengte, vast=(vast or alleen) and not punt.startswith("-"))


def _letter(letter: str | None, hoofd: str | None, heel: str, lengte: int, *, vast: bool) -> Nummer | None:
    if not vast:
        return None
    if letter:
        rang = romein(letter)
        if rang is not None and (len(letter) > 1 or letter == "i"):
            return Nummer(Telling.ROMEIN, letter, rang, heel, lengte)
        if len(letter) == 2 and letter[0] != letter[1] and letter[0] != "a":
            return None
        return Nummer(Telling.LETTER, letter, rang_letter(letter), heel, lengte)
    if hoofd:
        rang = romein(hoofd)
        if rang is not None and (len(hoofd) > 1 or hoofd == "I"):
            return Nummer(Telling.ROMEIN_HOOFD, hoofd, rang, heel, lengte, zeker=False)
        return Nummer(Telling.HOOFDLETTER, hoofd, rang_letter(hoofd), heel, lengte, zeker=False) if len(hoofd) == 1 else None
    return None
