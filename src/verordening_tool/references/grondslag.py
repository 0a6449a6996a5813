"""The legal bases that an aanhef names: every citation in the "gelet op" lines, with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping

from verordening_tool.document.regeling import Alinea, Regeling
from verordening_tool.references.begrippen import wetnamen
from verordening_tool.references.grammar import vind_verwijzingen
from verordening_tool.references.model import Grondslagcitaat, Verwijzing
from verordening_tool.references.wetnamen import PARTICIPATIEWET, bekende_wet

# Items of a list in the aanhef are joined more loosely than citations in a sentence.
_LIJST = re.compile(
    r"[\s,;•·–—\-*]*(?:(?:[a-z\d]{1,2}[.)])\s+)?(?:(?:en|of|alsmede|alsook|mede|ook|gelet|gezien|juncto|jo\.?)\s+)*(?:(?:op|het\s+bepaalde\s+in|in|de|het|van)\s+)*",
    re.IGNORECASE,
)
_OP_GROND_VAN = re.compile(r"\b(?:op grond van|krachtens|gelet op)\b", re.IGNORECASE)
_WET_VOOROP = re.compile(
    r"\b(?:de|der)\s+([A-Z][\w-]*wet)\s*,\s*(?:(?:en )?(?:(?:meer )?in het bijzonder|met name|meer bepaald|wel)\s+)?(?:op )?(?:de )?$"
)
_VERLOREN_ACHT = "8a"  # "a, eerste lid": a text layer that dropped every 8


def citaties(regeling: Regeling, namen: Mapping[str, str] | None = None) -> tuple[Grondslagcitaat, ...]:
    """Every citation of the "gelet op" lines, in order, each with its law: also where the law is named once at the end.

    ``namen`` are the ``wetnamen`` of the regulation, for whoever has them already.
    An aanhef in plain language ("De raad maakt deze regels op grond van …") has no such line; its opening words count then.
    """
    alineas = regeling.aanhef.gelet_op or _opening(regeling)
    tekst = "\n".join(alinea.tekst for alinea in alineas)
    gevonden = citaties_in(tekst, wetnamen(regeling) if namen is None else namen)
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


def citaties_in(tekst: str, begrippen: Mapping[str, str] | None = None) -> tuple[Verwijzing, ...]:
    """The citations of a text that names legal bases (aanhef, metadata of a publication); none of them is internal."""
    gevonden = list(vind_verwijzingen(tekst, begrippen))
    for nummer in range(len(gevonden) - 2, -1, -1):
        huidig, volgende = gevonden[nummer], gevonden[nummer + 1]
        if huidig.wet is None and volgende.wet and _LIJST.fullmatch(tekst, huidig.eind, max(volgende.start, huidig.eind)):
            gevonden[nummer] = huidig._replace(wet=volgende.wet, bwb=volgende.bwb)
    for nummer in range(1, len(gevonden)):
        huidig, vorige = gevonden[nummer], gevonden[nummer - 1]
        if huidig.wet is None and vorige.wet and _LIJST.fullmatch(tekst, vorige.eind, max(huidig.start, vorige.eind)):
            gevonden[nummer] = huidig._replace(wet=vorige.wet, bwb=vorige.bwb)
    for nummer, citaat in enumerate(gevonden):
        vooraf = _WET_VOOROP.search(tekst, 0, citaat.start)
        if citaat.wet is None and vooraf and (wet := bekende_wet(vooraf[1])):
            gevonden[nummer] = citaat._replace(wet=wet.naam, bwb=wet.bwb)
        elif nummer and citaat.wet is None and _LIJST.fullmatch(tekst, gevonden[nummer - 1].eind, citaat.start):
            gevonden[nummer] = citaat._replace(wet=gevonden[nummer - 1].wet, bwb=gevonden[nummer - 1].bwb)
    return tuple(_hersteld(citaat._replace(soort="extern")) for citaat in gevonden)


def _opening(regeling: Regeling) -> tuple[Alinea, ...]:
    """The lines before the first article that say on what the regulation rests."""
    eerste = min((artikel.kop.nr for artikel in regeling.artikelen if artikel.kop), default=0)
    return tuple(Alinea(blok.alinea, blok.tekst) for blok in regeling.blokken[:eerste] if _OP_GROND_VAN.search(blok.tekst))


def _hersteld(citaat: Verwijzing) -> Verwijzing:
    """Put back the 8 that a text layer lost in "artikel 8a"; the citation stays marked as damaged."""
    if not citaat.beschadigd or citaat.wet != PARTICIPATIEWET:
        return citaat
    return citaat._replace(doelen=tuple(doel._replace(artikel=_VERLOREN_ACHT) if doel.artikel == "a" else doel for doel in citaat.doelen))
