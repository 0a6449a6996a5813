"""The sentences that a generated corpus sows, read from a file that can be swapped, and dealt out such that all of them are used.

inspectie/LEESMIJ.md describes the form. A sentence is text in the markup of the corpus with places to fill in: ``{gemeente}``, ``{n}``
and ``{woord}`` for the number, ``{plek|plekken}`` for a word that follows the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import yaml

from inspectie_waarheid import AANBIEDERS, ZWIJGT, Waarheid

MINST = 12  # phrasings per key that a full set has
_PLEK = re.compile(r"\{([^{}]*)\}")
_BEKEND = frozenset({"gemeente", "werkbedrijf", "jaar", "n", "woord", "Woord", "buur", "getal", "bedrag"})
_PLAATSEN = ("verordening", "stuk")
_EENHEDEN = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TIENTALLEN = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


@dataclass(frozen=True, slots=True)
class Afleider:
    """A sentence that must not count. ``niet``: keys that may not be true of a gemeente whose document has it."""

    soort: str
    tekst: str
    niet: frozenset[str]


@dataclass(slots=True)
class Formuleringen:
    """Sentences by key ("aanbod.biedt.stuk"), each dealt out in turn from a shuffled deck."""

    zinnen: Mapping[str, Sequence[str]]
    afleiders: Sequence[Afleider]
    _stapels: dict[str, list[str]] = field(default_factory=dict)

    def kies(self, sleutel: str, rng: Random, *, kort: bool = False) -> str:
        """The next sentence for ``sleutel``; ``kort``: one that fits on a line, for a place where no list or table can stand."""
        stapel = self._stapels.setdefault(sleutel, [])
        for _ in range(2):
            for index in range(len(stapel) - 1, -1, -1):
                if not kort or "\n" not in stapel[index]:
                    return stapel.pop(index)
            stapel[:0] = rng.sample(list(self.zinnen[sleutel]), len(self.zinnen[sleutel]))
        raise ValueError(f"geen korte formulering voor {sleutel}")

    def kies_afleiders(self, hoeveel: int, waar: frozenset[str], rng: Random) -> list[Afleider]:
        """Some sentences of different kinds that must not count in a document of a gemeente of which ``waar`` is true."""
        soorten = sorted({afleider.soort for afleider in self.afleiders})
        mogelijk = {soort: [a for a in self.afleiders if a.soort == soort and not a.niet & waar] for soort in soorten}
        return [rng.choice(mogelijk[soort]) for soort in rng.sample(soorten, min(hoeveel, len(soorten))) if mogelijk[soort]]


def lees_formuleringen(pad: Path) -> Formuleringen:
    """Read a set of phrasings. Raises ValueError that names the key with an unknown place to fill in, or without a number."""
    inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
    afleiders = [
        Afleider(soort, rij["tekst"].strip(), frozenset(rij.get("niet", ())))
        for soort, rijen in inhoud.pop("afleiders", {}).items()
        for rij in rijen
    ]
    zinnen = {sleutel: tuple(zin.strip() for zin in rij) for sleutel, rij in _rijen(inhoud)}
    for sleutel, rij in (*zinnen.items(), *((f"afleiders.{a.soort}", [a.tekst]) for a in afleiders)):
        for zin in rij:
            vreemd = {naam for naam in _PLEK.findall(zin) if "|" not in naam} - _BEKEND
            if vreemd:
                raise ValueError(f"{pad.name}, {sleutel}: onbekend in te vullen woord {sorted(vreemd)}")
            if sleutel.startswith("plekken.") and not re.search(r"\{(n|woord|Woord)\}", zin):
                raise ValueError(f"{pad.name}, {sleutel}: geen aantal in “{zin}”")
            if sleutel.split(".")[-1] == "verordening" and re.search(r"(?m)^(\||\* )", zin):
                raise ValueError(f"{pad.name}, {sleutel}: een verordening heeft geen tabel of losse lijst: “{zin}”")
    return Formuleringen(zinnen, afleiders)


def _rijen(boom: Mapping[str, Any], pad: str = "") -> Iterator[tuple[str, Sequence[str]]]:
    for naam, tak in boom.items():
        if isinstance(tak, Mapping):
            yield from _rijen(tak, f"{pad}{naam}.")
        else:
            yield f"{pad}{naam}", tak


def nodig(waarheid: Waarheid) -> set[str]:
    """The keys that a set of phrasings must have for this truth."""
    uit = {f"aanbod.{soort}.{plaats}" for soort in waarheid.aanbod for plaats in _PLAATSEN}
    if waarheid.plekken.gemeenten:
        uit |= {f"plekken.{plaats}" for plaats in _PLAATSEN}
    for groep in ("redenen_geen_aantal", "redenen_wel", "redenen_niet", "alternatieven"):
        uit |= {f"{groep}.{sleutel}" for sleutel, aantal in getattr(waarheid, groep).items() if aantal}
    for groep in ("omvang", "voorselectie"):
        uit |= {f"{groep}.{sleutel}" for sleutel, aantal in getattr(waarheid, groep).items() if aantal and sleutel != ZWIJGT}
    if waarheid.gedaante.niet_ondanks_kan and "biedt_niet" in waarheid.aanbod:
        uit |= {f"aanbod.{AANBIEDERS[1]}.verordening"}
    return uit


def in_woorden(getal: int) -> str:
    """A number up to ninety-nine in words ("tweeëntwintig"), larger ones in figures."""
    if not 0 <= getal < 100:
        return str(getal)
    if getal < len(_EENHEDEN):
        return _EENHEDEN[getal]
    tiental, eenheid = _TIENTALLEN[getal // 10 - 2], getal % 10
    if not eenheid:
        return tiental
    woord = "een" if eenheid == 1 else _EENHEDEN[eenheid]
    return f"{woord}{'ën' if woord.endswith('e') else 'en'}{tiental}"


def vul(zin: str, waarden: Mapping[str, object], aantal: int | None = None) -> str:
    """The sentence with its places filled in; ``aantal`` is the number that it names."""
    woord = in_woorden(aantal or 0)
    alle = {**waarden, "n": aantal, "woord": woord, "Woord": woord.capitalize()}

    def waarde(treffer: re.Match[str]) -> str:
        enkel, streep, meer = treffer[1].partition("|")
        if streep:
            return enkel if aantal == 1 else meer
        return str(alle[enkel])

    uit = _PLEK.sub(waarde, zin)
    return uit[:1].upper() + uit[1:]
