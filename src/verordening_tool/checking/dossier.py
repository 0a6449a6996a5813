"""The documents of one decision, read together: which is the verordening, and which speak of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from verordening_tool.checking.context import Context
from verordening_tool.checking.plekken import Plekkental, vind_plekken
from verordening_tool.checking.stukzinnen import Zin, zinnen_van
from verordening_tool.document.regeling import VERORDENINGEN, Artikel, Regeling, Soort
from verordening_tool.language.folding import fold

_BESLUIT = re.compile(r"\s*(?:ontwerp|concept)?[\s-]*(?:raads)?besluit\b", re.IGNORECASE)
_OPENING = 3  # blokken in which a decision says that it is one
_PUNTEN = 2  # so many alineas below "besluit" make a dictum of more than one point
_LEESTEKENS = re.compile(r"\W|_")
_VOORKEUR = (".docx", ".odt", ".xml", ".html", ".md", ".txt")  # of one text in two files the first is used; a pdf comes last
_GEEN = "In het dossier zit geen verordening om dit stuk mee te vergelijken."
_WELKE = "In het dossier zit meer dan een verordening, en dit stuk noemt van geen daarvan de titel. Noem de titel in dit stuk."


class Rol(IntEnum):
    """What a document is in the dossier; of two that disagree the one with the highest value is the one to mend."""

    VERORDENING = 0
    BESLUIT = 1
    VOORSTEL = 2
    TOELICHTING = 3
    BELEIDSREGELS = 4
    BRIEF = 5
    OVERIG = 6


_ROLLEN = {
    Soort.VERORDENING: Rol.VERORDENING,
    Soort.WIJZIGINGSVERORDENING: Rol.VERORDENING,
    Soort.RAADSBESLUIT: Rol.BESLUIT,
    Soort.RAADSVOORSTEL: Rol.VOORSTEL,
    Soort.TOELICHTING: Rol.TOELICHTING,
    Soort.BELEIDSREGELS: Rol.BELEIDSREGELS,
    Soort.NADERE_REGELS: Rol.BELEIDSREGELS,
    Soort.RAADSINFORMATIEBRIEF: Rol.BRIEF,
}


@dataclass(frozen=True, eq=False)
class Stuk:
    """One document: the name a reader knows it by, and what was read."""

    naam: str
    context: Context

    @property
    def regeling(self) -> Regeling:
        """The document understood."""
        return self.context.laag.regeling

    @cached_property
    def rol(self) -> Rol:
        """What it is in the dossier: a verordening below a decision with a dictum of its own is that decision."""
        regeling = self.regeling
        if regeling.soort in VERORDENINGEN:
            opening = (blok.tekst for blok in regeling.blokken[:_OPENING])
            if len(regeling.aanhef.besluit) > _PUNTEN or any(_BESLUIT.fullmatch(tekst) for tekst in opening):
                return Rol.BESLUIT
        return _ROLLEN.get(regeling.soort, Rol.OVERIG)

    @cached_property
    def zinnen(self) -> tuple[Zin, ...]:
        """All its sentences."""
        return zinnen_van(self.regeling)

    @cached_property
    def tekst(self) -> str:
        """All its text, folded, spaces single."""
        return " ".join(_gevouwen(blok.tekst) for blok in self.regeling.blokken)

    @cached_property
    def letters(self) -> str:
        """Letters and digits of its articles: the same for one text in Word and in pdf."""
        return "|".join(_LEESTEKENS.sub("", fold(f"{nr}{een.opschrift or ''}{een.tekst}")) for nr, een in self.artikelen.items())

    @cached_property
    def plekken(self) -> tuple[Plekkental, ...]:
        """The numbers of places it names."""
        return vind_plekken(self.context)

    @cached_property
    def artikelen(self) -> dict[str, Artikel]:
        """Its articles by number; of a wijzigingsverordening those that it sets in the other verordening as well."""
        eigen = {artikel.nummer.lower(): artikel for artikel in reversed(self.regeling.artikelen)}
        return eigen | {artikel.nummer.lower(): artikel for een in self.regeling.wijzigingen for artikel in een.artikelen}

    @cached_property
    def titels(self) -> tuple[str, ...]:
        """The titles that it has itself: citeertitel first."""
        return tuple(dict.fromkeys(filter(None, (self.regeling.citeertitel, self.regeling.opschrift))))

    @property
    def titel(self) -> str | None:
        """How it is cited."""
        return self.titels[0] if self.titels else None

    def trekt_in(self, ander: Stuk) -> bool:
        """Whether an article of this verordening withdraws the verordening ``ander``."""
        titel = _gevouwen(ander.titel)
        teksten = (_gevouwen(artikel.tekst) for artikel in self.artikelen.values())
        return titel not in ("", _gevouwen(self.titel)) and any(titel in tekst and "ingetrokken" in tekst for tekst in teksten)


@dataclass(frozen=True, eq=False)
class Dossier:
    """The documents that were handed in together, in that order."""

    stukken: tuple[Stuk, ...]

    def stuk_van(self, regeling: Regeling) -> Stuk:
        """The document that was read as ``regeling``."""
        return next(stuk for stuk in self.stukken if stuk.regeling is regeling)

    @cached_property
    def verordeningen(self) -> tuple[Stuk, ...]:
        """The verordeningen, a text that is there twice once; when none has a document of its own, those that stand below a decision."""
        return tuple(stuk for stuk in self._met_dubbelen if stuk not in self.dubbelen)

    @cached_property
    def _met_dubbelen(self) -> tuple[Stuk, ...]:
        los = tuple(stuk for stuk in self.stukken if stuk.rol is Rol.VERORDENING)
        return los or tuple(stuk for stuk in self.stukken if stuk.rol is Rol.BESLUIT and stuk.artikelen)

    @cached_property
    def dubbelen(self) -> dict[Stuk, Stuk]:
        """The verordeningen with the same text as another one (a pdf beside the Word file), and the one that is used for both."""
        eerste: dict[str, Stuk] = {}
        for stuk in sorted(self._met_dubbelen, key=_voorkeur):
            if stuk.artikelen:
                eerste.setdefault(stuk.letters, stuk)
        return {stuk: een for stuk in self._met_dubbelen if (een := eerste.get(stuk.letters, stuk)) is not stuk}

    def verordening_bij(self, stuk: Stuk) -> Stuk | None:
        """The verordening that ``stuk`` is or speaks of: the only one, or the one whose title it names; None when that is not clear."""
        mogelijk = self._mogelijk(stuk)
        return mogelijk[0] if len(mogelijk) == 1 else None

    def waarom_zonder(self, stuk: Stuk) -> str:
        """Why ``verordening_bij`` knows none, with the remedy."""
        mogelijk = self._mogelijk(stuk)
        if not mogelijk:
            return _WELKE if self.verordeningen else _GEEN
        namen = " en ".join(een.naam for een in mogelijk)
        if len({_gevouwen(een.titel) for een in mogelijk}) == 1:
            return (
                f"In het dossier zit meer dan een verordening met de titel “{mogelijk[0].titel}”, en de tekst verschilt: {namen}. "
                "Laat alleen de tekst in het dossier die naar de raad gaat."
            )
        return f"Dit stuk noemt meer dan een verordening uit het dossier: {namen}. Geef alleen de verordening waar het bij hoort."

    def niet_vergeleken(self, stuk: Stuk) -> str | None:
        """Why ``stuk`` is held against no verordening though the dossier has one; None when it is."""
        return self.waarom_zonder(stuk) if self.verordeningen and self.verordening_bij(stuk) is None else None

    def _mogelijk(self, stuk: Stuk) -> tuple[Stuk, ...]:
        """The verordeningen that ``stuk`` may be or speak of; one that another of them withdraws only when it is that one itself."""
        if stuk in self.dubbelen:
            return (self.dubbelen[stuk],)
        if len(self.verordeningen) < 2:
            return self.verordeningen
        if stuk in self.verordeningen:
            return tuple(een for een in self.verordeningen if een is stuk or (stuk.titel and _gevouwen(een.titel) == _gevouwen(stuk.titel)))
        genoemd = tuple(een for een in self.verordeningen if een.titel and _gevouwen(een.titel) in stuk.tekst)
        return tuple(een for een in genoemd if not any(ander.trekt_in(een) for ander in genoemd)) or genoemd

    def anderen(self, stuk: Stuk, rollen: Sequence[Rol]) -> tuple[Stuk, ...]:
        """The other documents with one of these roles."""
        return tuple(ander for ander in self.stukken if ander is not stuk and ander.rol in rollen)


def _gevouwen(tekst: str | None) -> str:
    return " ".join(fold(tekst or "").split())


def _voorkeur(stuk: Stuk) -> int:
    return next((nr for nr, eind in enumerate(_VOORKEUR) if stuk.naam.lower().endswith(eind)), len(_VOORKEUR))
