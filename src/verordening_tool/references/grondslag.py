"""The legal bases that an aanhef names: every citation in the "gelet op" lines, with its place."""

from __future__ import annotations

import re
from dataclasses import replace

from verordening_tool.document.regeling import Regeling
from verordening_tool.references.begrippen import wetnamen
from verordening_tool.references.grammar import vind_verwijzingen
from verordening_tool.references.model import Grondslagcitaat, Verwijzing
from verordening_tool.references.wetnamen import PARTICIPATIEWET

# Items of a list in the aanhef are joined more loosely than citations in a sentence.
_LIJST = re.compile(
    r"[\s,;•·–—\-*]*(?:(?:[a-z\d]{1,2}[.)])\s+)?(?:(?:en|of|alsmede|alsook|mede|ook|gelet|gezien|juncto|jo\.?)\s+)*(?:(?:op|het\s+bepaalde\s+in|in|de|het|van)\s+)*"
)
_VERLOREN_ACHT = "8a"  # "a, eerste lid": a text layer that dropped every 8


def citaties(regeling: Regeling) -> tuple[Grondslagcitaat, ...]:
    """Every citation of the "gelet op" lines, in order, each with its law: also where the law is named once at the end."""
    alineas = regeling.aanhef.gelet_op
    tekst = "\n".join(alinea.tekst for alinea in alineas)
    gevonden = citaties_in(tekst, wetnamen(regeling))
    geplaatst: list[Grondslagcitaat] = []
    begin = 0
    for alinea in alineas:
        lengte = len(alinea.tekst)
        geplaatst.extend(
            Grondslagcitaat(alinea.nr, citaat.start - begin, min(citaat.eind - begin, lengte), citaat)
            for citaat in gevonden
            if begin <= citaat.start < begin + lengte + 1
        )
        begin += lengte + 1
    return tuple(geplaatst)


def citaties_in(tekst: str, begrippen: dict[str, str] | None = None) -> tuple[Verwijzing, ...]:
    """The citations of a text that names legal bases (aanhef, metadata of a publication); none of them is internal."""
    gevonden = list(vind_verwijzingen(tekst, begrippen))
    for nummer in range(len(gevonden) - 2, -1, -1):
        huidig, volgende = gevonden[nummer], gevonden[nummer + 1]
        if huidig.wet is None and volgende.wet and _LIJST.fullmatch(tekst, huidig.eind, max(volgende.start, huidig.eind)):
            gevonden[nummer] = replace(huidig, wet=volgende.wet, bwb=volgende.bwb)
    for nummer in range(1, len(gevonden)):
        huidig, vorige = gevonden[nummer], gevonden[nummer - 1]
        if huidig.wet is None and vorige.wet and _LIJST.fullmatch(tekst, vorige.eind, max(huidig.start, vorige.eind)):
            gevonden[nummer] = replace(huidig, wet=vorige.wet, bwb=vorige.bwb)
    return tuple(_hersteld(replace(citaat, soort="extern")) for citaat in gevonden)


def _hersteld(citaat: Verwijzing) -> Verwijzing:
    """Put back the 8 that a text layer lost in "artikel 8a"; the citation stays marked as damaged."""
    if not citaat.beschadigd or citaat.wet != PARTICIPATIEWET:
        return citaat
    return replace(citaat, doelen=tuple(replace(doel, artikel=_VERLOREN_ACHT) if doel.artikel == "a" else doel for doel in citaat.doelen))
