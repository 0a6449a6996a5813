"""A dated index of articles, leden and onderdelen of laws: what stood in the law on a day, as far as was read.

The rules are those of checks/wetten/LEESMIJ.md. What the index does not know is "onbekend", never a guess.
Dates are kept as ISO strings, which sort as dates do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from verordening_tool.references.model import Status

Leden = Mapping[str, str]  # lid ("" when the article has none) → letters ("a-j;m-o", "" none, "?" not known)
Sleutel = tuple[int | str, ...]

_NUMMER = re.compile(r"(\d+)(?:[:.](\d+))?(.*)")
_LID = re.compile(r"(?P<lid>[^\s(]*)(?:\((?P<letters>[^)]*)\))?")
AANGEKONDIGD_ZONDER_DAG = ""


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What was read of one version of a law: everything (``bereik`` None) or stretches of articles, ends included."""

    versie: str
    bereik: tuple[tuple[str, str], ...] | None

    def omvat(self, artikel: str) -> bool:
        """Whether this article, present or not, lies within what was read."""
        if self.bereik is None:
            return True
        plaats = sorteersleutel(artikel)
        return any(sorteersleutel(van) <= plaats <= sorteersleutel(tot) for van, tot in self.bereik)


@dataclass(frozen=True, slots=True)
class Wijziging:
    """The exact day on which something came ("erbij"), went ("weg") or both; "*" stands for all below it."""

    artikel: str
    lid: str
    onderdeel: str
    soort: str
    datum: str

    def raakt(self, artikel: str, lid: str | None, onderdeel: str | None, *, erbij: bool) -> bool:
        """Whether this change is about this place and in this direction."""
        return (
            self.artikel in {"*", artikel}
            and self.lid in {"*", lid}
            and self.onderdeel in {"*", onderdeel}
            and self.soort in {"beide", "erbij" if erbij else "weg"}
        )


@dataclass(frozen=True)
class Wet:
    """Everything the index knows of one law."""

    bwb: str
    naam: str
    regels: tuple[tuple[str, str, str], ...]  # artikel, leden, versions in which it stood like that
    gelezen: tuple[Gelezen, ...]
    wijzigingen: tuple[Wijziging, ...] = ()
    ongewijzigd: Mapping[str, str] = field(default_factory=dict)  # artikel → day since which it is as in ``ijkversie``
    vervallen: Mapping[str, str] = field(default_factory=dict)  # artikel → day
    aangekondigd: Mapping[tuple[str, str], str] = field(default_factory=dict)  # artikel, lid → day, or "" when not known

    @cached_property
    def ijkversie(self) -> str:
        """The last version that was read as a whole; ``ongewijzigd`` counts back from it."""
        return max((gelezen.versie for gelezen in self.gelezen if gelezen.bereik is None), default="")

    @cached_property
    def artikelen(self) -> Mapping[str, Mapping[str, str]]:
        """Artikel → version → leden as written in the table."""
        per_artikel: dict[str, dict[str, str]] = {}
        for artikel, leden, versies in self.regels:
            per_artikel.setdefault(artikel, {}).update(dict.fromkeys(versies.split(), leden))
        return per_artikel

    def _waarnemingen(self, artikel: str) -> dict[str, str | None]:
        """Day → leden of the article as seen on that day, None when it was not there; only what was read."""
        gezien: dict[str, str | None] = {}
        versies = self.artikelen.get(artikel, {})
        for gelezen in self.gelezen:
            if gelezen.versie in versies:
                gezien[gelezen.versie] = versies[gelezen.versie]
            elif gelezen.omvat(artikel):
                gezien[gelezen.versie] = None
        sinds = self.ongewijzigd.get(artikel)
        if sinds and self.ijkversie in versies:
            gezien.setdefault(sinds, versies[self.ijkversie])
        per = self.vervallen.get(artikel)
        if per:
            gezien[per] = None
        return gezien

    def status(self, artikel: str, lid: str | None, onderdeel: str | None, dag: str) -> Status:
        """Status of one place on one day (ISO date)."""
        punten = [
            (datum, aanwezig)
            for datum, leden in sorted(self._waarnemingen(artikel).items())
            if (aanwezig := _staat_er(leden, lid, onderdeel)) is not None
        ]
        if not punten or dag < punten[0][0]:
            return "onbekend"
        ingang = self.aangekondigd.get((artikel, ""), self.aangekondigd.get((artikel, lid or "")))
        if ingang is not None and (dag < ingang if ingang else dag <= punten[-1][0]):
            return "nog_niet_geldig"
        if dag > punten[-1][0]:
            return "onbekend"
        geldig = self._op_dag(punten, artikel, lid, onderdeel, dag)
        if geldig is None or geldig:
            return "geldig" if geldig else "onbekend"
        if dag >= self.vervallen.get(artikel, "9999") or any(aanwezig and datum <= dag for datum, aanwezig in punten):
            return "vervallen"
        return "nog_niet_geldig" if any(aanwezig for _, aanwezig in punten) else "dood"

    def _op_dag(self, punten: list[tuple[str, bool]], artikel: str, lid: str | None, onderdeel: str | None, dag: str) -> bool | None:
        """Whether the place stood in the law on a day between the first and the last observation; None when that is not known."""
        links = max(punt for punt in punten if punt[0] <= dag)
        if links[0] == dag:
            return links[1]
        rechts = min(punt for punt in punten if punt[0] > dag)
        if links[1] == rechts[1]:
            return links[1]
        for wijziging in self.wijzigingen:
            if links[0] < wijziging.datum <= rechts[0] and wijziging.raakt(artikel, lid, onderdeel, erbij=rechts[1]):
                return rechts[1] if dag >= wijziging.datum else links[1]
        per = self.vervallen.get(artikel)
        return links[1] if per == rechts[0] else None


class Wettenindex:
    """The index of all laws, by number in the Basiswettenbestand."""

    def __init__(self, wetten: Mapping[str, Wet]) -> None:
        """``wetten``: BWB number → what is known of that law."""
        self._wetten = wetten
        self._gevonden: dict[tuple[str, str, str | None, str | None, str], Status] = {}

    @property
    def bwb_nummers(self) -> tuple[str, ...]:
        """The laws that the index knows."""
        return tuple(self._wetten)

    def wet(self, bwb: str) -> Wet | None:
        """What is known of one law."""
        return self._wetten.get(bwb)

    def status(self, bwb: str | None, artikel: str | None, lid: str | None, onderdeel: str | None, dag: date | None) -> Status:
        """Whether an article, lid or onderdeel stood in a law on a day: geldig, vervallen, nog_niet_geldig, dood or onbekend.

        ``lid`` and ``onderdeel`` may be None. "vervallen" and "nog_niet_geldig" say that it stood there on an earlier,
        or only on a later day; "dood" that it was in no version read.
        """
        wet = self._wetten.get(bwb or "")
        if wet is None or artikel is None or dag is None:
            return "onbekend"
        if onderdeel is not None and not onderdeel.isalpha():
            # Numbered items are not in the index; that the lid above is missing still counts.
            hoger = self.status(bwb, artikel, lid, None, dag)
            return "onbekend" if hoger == "geldig" else hoger
        vraag = (wet.bwb, artikel.lower(), lid, onderdeel.lower() if onderdeel else None, dag.isoformat())
        gevonden = self._gevonden.get(vraag)
        if gevonden is None:
            gevonden = self._gevonden[vraag] = wet.status(*vraag[1:])
        return gevonden


def sorteersleutel(artikel: str) -> Sleutel:
    """Order of articles in a law: 8 < 8a < 10 < 10d < 10da < 10e; 3:29 < 3:40 < 4:1."""
    nummer = _NUMMER.fullmatch(artikel)
    if nummer is None:
        return (0, 0, artikel)
    return (int(nummer[1]), int(nummer[2] or 0), nummer[3])


def _staat_er(leden: str | None, lid: str | None, onderdeel: str | None) -> bool | None:
    """Whether a lid and onderdeel occur in an article as it was seen; None when that observation can not tell."""
    if leden is None:
        return False
    opbouw = lees_leden(leden)
    if lid is None and onderdeel is None:
        return True
    if lid is None and "" not in opbouw:
        return None  # "artikel 7, onder a" while the article has leden: which one, nobody can say
    if (lid or "") not in opbouw:
        return False
    letters = opbouw[lid or ""]
    if onderdeel is None:
        return True
    return None if letters == "?" else _in_letters(onderdeel, letters)


def lees_leden(leden: str) -> dict[str, str]:
    """Leden as written in the table, "1 2(a-c) 3" → {"1": "", "2": "a-c", "3": ""}; "" → {"": ""}."""
    if not leden:
        return {"": ""}
    return {stuk["lid"]: stuk["letters"] or "" for stuk in map(_LID.fullmatch, leden.split()) if stuk}


def _in_letters(letter: str, letters: str) -> bool:
    for stuk in letters.split(";"):
        van, _, tot = stuk.partition("-")
        tot = tot or van
        if len(letter) == len(van) == len(tot) and van <= letter <= tot:
            return True
    return False
