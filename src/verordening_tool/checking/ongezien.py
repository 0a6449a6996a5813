"""What a wijzigingsverordening changes without showing it: words in an article whose text stands in another document."""

from __future__ import annotations

import re

from verordening_tool.document.dates import MAANDEN
from verordening_tool.document.regeling import Regeling, Soort, Wijziging
from verordening_tool.language.folding import fold
from verordening_tool.references.telwoorden import rangnummer
from verordening_tool.structure.wijzigingen import CITAAT

_IN_REGEL = re.compile(r"\b(?:ingevoegd|toegevoegd|vervangen\s+door)\s*:(?P<tekst>.*)", re.IGNORECASE)
_GEEN_REGEL = re.compile(r"\bbegrip|\bdefinitie|\bopschrift\b|\bcitee?rtitel\b", re.IGNORECASE)
_WOORD = re.compile(r"[a-z]{3,}")
_VERWIJZEND = frozenset(
    ("artikel", "artikelen", "lid", "leden", "onder", "onderdeel", "onderdelen", "aanhef", "van", "het", "wet", "tot", "met", *MAANDEN)
)


def wijzigt_ongezien(regeling: Regeling) -> bool:
    """Whether words of a rule change that the reader does not see; another number, date or reference changes no rule."""
    return regeling.soort is Soort.WIJZIGINGSVERORDENING and any(map(_wijzigt_woorden, regeling.wijzigingen))


def _wijzigt_woorden(wijziging: Wijziging) -> bool:
    tekst = " ".join(alinea.tekst for alinea in wijziging.opdracht)
    if wijziging.doel is None or wijziging.tekst or _GEEN_REGEL.search(tekst):
        return False
    in_regel = _IN_REGEL.search(tekst)
    woorden = [*(citaat[0] for citaat in CITAAT.finditer(tekst)), in_regel["tekst"] if in_regel else ""]
    return any(not (woord in _VERWIJZEND or rangnummer(woord)) for woord in _WOORD.findall(fold(" ".join(woorden))))
