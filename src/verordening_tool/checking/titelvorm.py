"""Titles of verordeningen in running text: where one is named, and whether two titles mean the same verordening."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from verordening_tool.language.folding import fold
from verordening_tool.references.titels import lees_titel

_HOOFDWOORD = re.compile(r"(?<![\w-])(?:[A-Z][\w-]*verordening|Verordening)(?![\w-])")
_AF = re.compile(
    r"\s+(?:vast(?:\s+te\s+stellen)?|in\s+te|in\s+werking|te\s|uiterlijk|bij\s+(?:de|het)\s+(?:raad|besluit)|volgens|inclusief|goed\s).*",
    re.DOTALL,
)
_WOORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_JAAR = re.compile(r"(?:19|20)\d\d")
_KLEIN = frozenset(
    ("de", "het", "een", "van", "der", "voor", "en", "in", "inzake", "tot", "op", "gemeente", "participatiewet", "verordening")
)


class Gelijkenis(StrEnum):
    """How a title that is named stands to the title of a verordening."""

    GELIJK = "gelijk"
    KORTER = "korter"  # the same words, fewer of them
    ANDER_JAAR = "ander_jaar"
    ANDERE_WOORDEN = "andere_woorden"
    ANDERE_VERORDENING = "andere_verordening"


@dataclass(frozen=True, slots=True)
class Titel:
    """A title in a text, at ``start``."""

    tekst: str
    start: int

    @property
    def eind(self) -> int:
        """Where it ends."""
        return self.start + len(self.tekst)


def titels_in(tekst: str, bekend: Iterable[str] = ()) -> Iterator[Titel]:
    """The titles of verordeningen that a text names with a capital ("Re-integratieverordening Participatiewet X 2024").

    ``bekend``: titles that are known to be one, whatever signs stand in them ("… Bergen (NH.) 2024").
    """
    vanaf = 0
    patronen = [_als_patroon(titel) for titel in sorted(bekend, key=len, reverse=True)]
    for woord in _HOOFDWOORD.finditer(tekst):
        if woord.start() < vanaf:
            continue
        heel = next((treffer[0] for patroon in patronen if (treffer := patroon.match(tekst, woord.start()))), None)
        eind = lees_titel(tekst, woord.start(), los=True) or woord.end()
        titel = heel or _AF.sub("", tekst[woord.start() : eind])
        vanaf = woord.start() + len(titel)
        yield Titel(titel, woord.start())


@lru_cache(maxsize=64)
def _als_patroon(titel: str) -> re.Pattern[str]:
    """The title from its first capital word on, whatever the spaces; it ends where a word ends."""
    hoofdwoord = _HOOFDWOORD.search(titel)
    kern = titel[hoofdwoord.start() :] if hoofdwoord else titel
    return re.compile(r"\s+".join(map(re.escape, kern.split())) + r"(?!\w)", re.IGNORECASE)


def woorden(titel: str) -> tuple[str, ...]:
    """The words of a title, folded; "re-integratieverordening" is two."""
    uit: list[str] = []
    for woord in _WOORD.findall(fold(titel)):
        stam = woord.removesuffix("verordening").rstrip("-")
        uit.extend((stam, "verordening") if stam != woord and stam else (woord,))
    return tuple(uit)


def is_eigen_naam(titel: str) -> bool:
    """Whether this tells one verordening from another: "de verordening" does not."""
    return "verordening" in woorden(titel) and len(set(woorden(titel)) - _KLEIN) > 0


def gelijkenis(genoemd: str, titel: str, gemeente: str | None = None) -> Gelijkenis:
    """How ``genoemd`` stands to ``titel``. Words that every title has (verordening, Participatiewet, the gemeente) tell nothing.

    A title with words that the other lacks is that of another verordening, unless both name the same year.
    """
    eigen, ander = woorden(titel), woorden(genoemd)
    if ander == eigen:
        return Gelijkenis.GELIJK
    zonder = frozenset(woorden(gemeente or ""))
    kern, kern_ander = _kern(eigen) - zonder, _kern(ander) - zonder
    jaren, jaren_ander = (frozenset(woord for woord in rij if _JAAR.fullmatch(woord)) for rij in (eigen, ander))
    korter = bool(kern_ander) and kern_ander <= kern
    if not korter and not (kern and kern < kern_ander and jaren & jaren_ander):
        return Gelijkenis.ANDERE_VERORDENING
    if jaren and jaren_ander and not jaren & jaren_ander:
        return Gelijkenis.ANDER_JAAR
    return Gelijkenis.KORTER if set(ander) <= set(eigen) and len(ander) < len(eigen) else Gelijkenis.ANDERE_WOORDEN


def _kern(rij: tuple[str, ...]) -> frozenset[str]:
    """The words that say what the verordening is about, gemeente included."""
    return frozenset(woord for woord in rij if woord not in _KLEIN and not _JAAR.fullmatch(woord))
