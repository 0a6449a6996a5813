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
from verordening_tool.document.regeling import Artikel, Regeling, Soort
from verordening_tool.language.folding import fold

_BESLUIT = re.compile(r"\s*(?:ontwerp|concept)?[\s-]*(?:raads)?besluit\b", re.IGNORECASE)
_OPENING = 3  # blokken in which a decision says that it is one
_PUNTEN = 2  # so many alineas below "besluit" make a dictum of more than one point


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
        if regeling.soort in (Soort.VERORDENING, Soort.WIJZIGINGSVERORDENING):
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
        return " ".join(" ".join(fold(blok.tekst).split()) for blok in self.regeling.blokken)

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


@dataclass(frozen=True, eq=False)
class Dossier:
    """The documents that were handed in together, in that order."""

    stukken: tuple[Stuk, ...]

    def stuk_van(self, regeling: Regeling) -> Stuk:
        """The document that was read as ``regeling``."""
        return next(stuk for stuk in self.stukken if stuk.regeling is regeling)

    @cached_property
    def verordeningen(self) -> tuple[Stuk, ...]:
        """The verordeningen; when none has a document of its own, those that stand below a decision."""
        los = tuple(stuk for stuk in self.stukken if stuk.rol is Rol.VERORDENING)
        return los or tuple(stuk for stuk in self.stukken if stuk.rol is Rol.BESLUIT and stuk.artikelen)

    def verordening_bij(self, stuk: Stuk) -> Stuk | None:
        """The verordening that ``stuk`` speaks of: the only one, or the one whose title it names; None when that is not clear."""
        if len(self.verordeningen) == 1 or stuk in self.verordeningen:
            return self.verordeningen[0] if len(self.verordeningen) == 1 else stuk
        genoemd = [ander for ander in self.verordeningen if ander.titel and " ".join(fold(ander.titel).split()) in stuk.tekst]
        return genoemd[0] if len(genoemd) == 1 else None

    def anderen(self, stuk: Stuk, rollen: Sequence[Rol]) -> tuple[Stuk, ...]:
        """The other documents with one of these roles."""
        return tuple(ander for ander in self.stukken if ander is not stuk and ander.rol in rollen)
