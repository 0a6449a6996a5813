"""Builds the row of Doelen while a citation is read: deeper words specify the last target, equal ones add to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from verordening_tool.references.model import Doel
from verordening_tool.references.tokens import Scheiding

Niveau = Literal["deel", "artikel", "lid", "onderdeel", "sub"]
_LAATSTE_GETAL = re.compile(r"^(?P<voor>(?:\d+[a-z]{0,2}[.:])*)(?P<getal>\d+)(?P<letter>[a-z]{0,2})$")
_GEEN = Doel()
GRENS = 200  # more articles than this in one range is a misreading


def reeks(van: str, tot: str) -> list[str]:
    """What lies between two numbers of one kind ("4"–"6", "a"–"e", "10a"–"10c", "8"–"8c", "1°"–"3°"), ends left out."""
    if van.endswith("°") and tot.endswith("°"):
        return [f"{nummer}°" for nummer in reeks(van[:-1], tot[:-1])]
    if len(van) == len(tot) == 1 and van.isalpha() and tot.isalpha():
        return [chr(code) for code in range(ord(van) + 1, ord(tot))]
    een, twee = _LAATSTE_GETAL.match(van), _LAATSTE_GETAL.match(tot)
    if een is None or twee is None or een["voor"] != twee["voor"]:
        return []
    begin, einde = int(een["getal"]), int(twee["getal"])
    if begin == einde and len(twee["letter"]) == 1:
        eerste = een["letter"] or chr(ord("a") - 1)
        return [f"{een['voor']}{begin}{chr(code)}" for code in range(ord(eerste) + 1, ord(twee["letter"]))] if len(eerste) == 1 else []
    if einde - begin > GRENS:
        return []
    laatste = einde if twee["letter"] else einde - 1
    return [f"{een['voor']}{nummer}" for nummer in range(begin + 1, laatste + 1)]


@dataclass(slots=True)
class Bouw:
    """Targets read so far, and at which level the last word stood."""

    doelen: list[Doel] = field(default_factory=list)
    niveau: Niveau = "artikel"
    eind: int = 0
    meervoud: bool = False
    lid_in_cijfers: bool = False
    lid_met_lidwoord: bool = False
    onderdeel_in_cijfers: bool = False
    stijl_afwijking: bool = False
    beschadigd: bool = False

    @property
    def laatste(self) -> Doel:
        """The target that was read last (an empty one at the start)."""
        return self.doelen[-1] if self.doelen else _GEEN

    def _plaats(self, doel: Doel, *, verdiep: bool) -> None:
        if verdiep and self.doelen:
            self.doelen[-1] = doel
        else:
            self.doelen.append(doel)

    def _tussen(self, veld: str, van: str | None, tot: str) -> None:
        """The targets between the last one and ``tot``, in a range."""
        if van is not None:
            basis = self.laatste
            self.doelen.extend(basis._replace(**{veld: waarde}, tussen=True) for waarde in reeks(van, tot))  # type: ignore[arg-type]

    def artikel(self, nummer: str, scheiding: Scheiding) -> None:
        """Another article."""
        if scheiding == "bereik" and (vorige := self.laatste.artikel):
            self.doelen.extend(Doel(waarde, tussen=True) for waarde in reeks(vorige, nummer))
        self.doelen.append(Doel(nummer))
        self.niveau = "artikel"

    def lid(self, nummer: str, scheiding: Scheiding) -> None:
        """A lid of the last article, or another one."""
        vorige = self.laatste
        if scheiding == "bereik":
            self._tussen("lid", vorige.lid, nummer)
        nieuw = Doel(vorige.artikel, nummer, relatief=vorige.relatief)
        self._plaats(nieuw, verdiep=vorige.lid is None and vorige.onderdeel is None)
        self.niveau = "lid"

    def onderdeel(self, letter: str, scheiding: Scheiding) -> None:
        """An onderdeel of the last lid or article, or another one."""
        vorige = self.laatste
        if scheiding == "bereik":
            self._tussen("onderdeel", vorige.onderdeel, letter)
        nieuw = Doel(vorige.artikel, vorige.lid, letter, None, vorige.aanhef, vorige.deel, vorige.relatief)
        self._plaats(nieuw, verdiep=vorige.onderdeel is None)
        self.niveau = "onderdeel"

    def sub(self, nummer: str, scheiding: Scheiding) -> None:
        """A level below the last onderdeel."""
        vorige = self.laatste
        if scheiding == "bereik":
            self._tussen("sub", vorige.sub, nummer)
        self._plaats(vorige._replace(sub=nummer, tussen=False), verdiep=vorige.sub is None)
        self.niveau = "sub"

    def aanhef(self) -> None:
        """The opening words of the last target."""
        self._plaats(self.laatste._replace(aanhef=True), verdiep=True)
