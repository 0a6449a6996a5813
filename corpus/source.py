"""Read a source of the corpus: one YAML file with the text in a line markup, the producer shape and the verdicts.

Markup, one paragraph per line:
``= titel`` · ``~ aanhef`` · ``# kop`` or ``# Hoofdstuk 1 | kop`` · ``## Paragraaf 1.1 | kop`` · ``@ 5 | artikelkop`` · ``1. lid`` ·
``a. onderdeel`` · ``1°. subonderdeel`` · ``* item`` · ``% bold line`` · ``| cel | cel |`` · ``& slot`` · ``! deel`` · ``!! kop`` · text.
A line may start with ``--`` (deleted), ``++`` (inserted), ``<<`` (moved from here) or ``>>`` (moved to here). Inside a line:
``{+inserted+}``, ``{-deleted-}``, ``{!comment!}``, ``{^footnote^}``, ``{=BOOKMARK text=}`` (REF field), ``{[content control]}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml


class Soort(StrEnum):
    """What a paragraph of the source is."""

    TITEL = "titel"
    AANHEF = "aanhef"
    HOOFDSTUK = "hoofdstuk"
    PARAGRAAF = "paragraaf"
    ARTIKEL = "artikel"
    LID = "lid"
    ONDERDEEL = "onderdeel"
    ITEM = "item"
    VET = "vet"
    TABEL = "tabel"
    SLOT = "slot"
    DEEL = "deel"
    KOP = "kop"
    TEKST = "tekst"


class Vorm(StrEnum):
    """What a stretch of text inside a paragraph is."""

    GEWOON = "gewoon"
    INGEVOEGD = "ingevoegd"
    VERWIJDERD = "verwijderd"
    OPMERKING = "opmerking"
    VOETNOOT = "voetnoot"
    VELD = "veld"
    KEUZE = "keuze"


class Revisie(StrEnum):
    """Revision state of a whole paragraph."""

    GEEN = ""
    INGEVOEGD = "++"
    VERWIJDERD = "--"
    WEG = "<<"
    HIERHEEN = ">>"


@dataclass(frozen=True, slots=True)
class Stuk:
    """A stretch of text with one form; ``doel`` is the bookmark of a field."""

    tekst: str
    vorm: Vorm = Vorm.GEWOON
    doel: str = ""


@dataclass(frozen=True, slots=True)
class Alinea:
    """One paragraph of the source; ``nummer`` is the number a reader sees, without full stop."""

    soort: Soort
    tekst: str
    nummer: str = ""
    diepte: int = 0
    revisie: Revisie = Revisie.GEEN
    rijen: tuple[tuple[str, ...], ...] = ()

    @property
    def stukken(self) -> list[Stuk]:
        """The text cut into stretches of one form."""
        return list(_stukken(self.tekst))

    @property
    def aanvaard(self) -> str:
        """The text with all changes accepted, without comments and footnotes."""
        weg = {Vorm.VERWIJDERD, Vorm.OPMERKING, Vorm.VOETNOOT}
        return "".join(stuk.tekst for stuk in self.stukken if stuk.vorm not in weg)

    @property
    def vervallen(self) -> bool:
        """True when the paragraph is not in the accepted text."""
        return self.revisie in {Revisie.VERWIJDERD, Revisie.WEG}


@dataclass(frozen=True, slots=True)
class Source:
    """A document of the corpus: what it says, how it looks and how it is judged."""

    naam: str
    gegevens: dict[str, Any]
    vorm: dict[str, Any]
    alineas: tuple[Alinea, ...]

    @property
    def bestand(self) -> str:
        """File name of the generated document."""
        soort = self.vorm["soort"]
        return f"{self.naam}.{'docx' if soort == 'lo-docx' else soort}"

    @property
    def titel(self) -> str:
        """The first title, or the name of the source."""
        return next((a.aanvaard for a in self.alineas if a.soort is Soort.TITEL), self.naam)


_TEKENS = {"= ": Soort.TITEL, "~ ": Soort.AANHEF, "* ": Soort.ITEM, "% ": Soort.VET, "& ": Soort.SLOT, "!! ": Soort.KOP, "! ": Soort.DEEL}
_STUK = re.compile(r"\{\+(.*?)\+\}|\{-(.*?)-\}|\{!(.*?)!\}|\{\^(.*?)\^\}|\{=(\w+) (.*?)=\}|\{\[(.*?)\]\}")
_VORMEN = (Vorm.INGEVOEGD, Vorm.VERWIJDERD, Vorm.OPMERKING, Vorm.VOETNOOT)
_GENUMMERD = ((re.compile(r"(\d+[a-z]?)\. (.*)"), 0), (re.compile(r"([a-z])\. (.*)"), 1), (re.compile(r"(\d+°)\. (.*)"), 2))


def read_source(path: Path) -> Source:
    """Read one source file; ValueError when the markup or a required key is wrong."""
    gegevens = yaml.safe_load(path.read_text(encoding="utf-8"))
    missing = {"soort", "gemeente", "vorm", "tekst", "oordelen"} - set(gegevens)
    if missing:
        raise ValueError(f"{path.name}: {sorted(missing)} not given")
    return Source(path.stem, gegevens, gegevens["vorm"], tuple(parse_markup(gegevens["tekst"])))


def parse_markup(markup: str) -> Iterator[Alinea]:
    """Paragraphs of a text in the line markup; rows of one table are taken together."""
    rijen: list[tuple[str, ...]] = []
    for raw in markup.splitlines():
        line = raw.strip(" ")
        if line.startswith("| "):
            rijen.append(tuple(cel.strip() for cel in line.strip("| ").split(" | ")))
            continue
        if rijen:
            yield Alinea(Soort.TABEL, "", rijen=tuple(rijen))
            rijen = []
        if line:
            yield _alinea(line)
    if rijen:
        yield Alinea(Soort.TABEL, "", rijen=tuple(rijen))


def _alinea(line: str) -> Alinea:
    for revisie in Revisie:
        if revisie and line.startswith(f"{revisie} "):
            return replace(_alinea(line[3:]), revisie=revisie)
    for teken, soort in _TEKENS.items():
        if line.startswith(teken):
            return Alinea(soort, line[len(teken) :])
    for teken, soort in (("## ", Soort.PARAGRAAF), ("# ", Soort.HOOFDSTUK), ("@ ", Soort.ARTIKEL)):
        if line.startswith(teken):
            nummer, streep, kop = line[len(teken) :].partition(" | ")
            return Alinea(soort, kop, nummer) if streep else Alinea(soort, nummer)
    for pattern, diepte in _GENUMMERD:
        if found := pattern.fullmatch(line):
            return Alinea(Soort.ONDERDEEL if diepte else Soort.LID, found[2], found[1], diepte)
    return Alinea(Soort.TEKST, line)


def _stukken(tekst: str) -> Iterator[Stuk]:
    einde = 0
    for found in _STUK.finditer(tekst):
        if found.start() > einde:
            yield Stuk(tekst[einde : found.start()])
        einde = found.end()
        if found[6] is not None:
            yield Stuk(found[6], Vorm.VELD, found[5])
        elif found[7] is not None:
            yield Stuk(found[7], Vorm.KEUZE)
        else:
            index = next(i for i in range(4) if found[i + 1] is not None)
            yield Stuk(found[index + 1], _VORMEN[index])
    if einde < len(tekst):
        yield Stuk(tekst[einde:])
