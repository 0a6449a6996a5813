"""What a letter announces, held against the verordening and the beleidsregels in the dossier (RV-04)."""

from __future__ import annotations

import re

from verordening_tool.checking.dossier import Dossier, Rol, Stuk
from verordening_tool.checking.onderzoek.dossier.verschil import plek
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.stukzinnen import Zin
from verordening_tool.checking.zaak import Bevinding, NietTeBeoordelen
from verordening_tool.document.dates import dutch_date

_BELEIDSREGELS = re.compile(r"\b(?:beleidsregels?|nadere regels)\b", re.IGNORECASE)
_VERORDENING = re.compile(r"\b\w*verordening\b", re.IGNORECASE)
_IS_VASTGESTELD = re.compile(r"\b(?:heeft|hebt|is|zijn|werd)\b[^.;]{0,120}\b(?:vastgesteld|ingestemd|aangenomen)\b", re.IGNORECASE)


def aankondiging(aangekondigd: list[Zin], stuk: Stuk, dossier: Dossier) -> Bevinding | NietTeBeoordelen:
    """Whether the dossier holds what the sentences ``aangekondigd`` of a letter point to."""
    verordening = dossier.verordening_bij(stuk)
    over_verordening = [zin for zin in aangekondigd if _VERORDENING.search(zin.tekst)]
    if over_verordening and verordening is None:
        reden = (
            dossier.waarom_zonder(stuk) if dossier.verordeningen else "De brief verwijst naar een verordening die niet in het dossier zit."
        )
        return NietTeBeoordelen(reden)
    if verordening is not None and (eerder := _voor_vaststelling(over_verordening, stuk, verordening)) is not None:
        return Bevinding(Uitkomst.STRIJDIG, "De brief noemt de verordening vastgesteld, maar is van voor de vaststelling.", (eerder,))
    over_beleidsregels = [zin for zin in aangekondigd if _BELEIDSREGELS.search(zin.tekst)]
    if over_beleidsregels and not dossier.anderen(stuk, (Rol.BELEIDSREGELS,)):
        zin = over_beleidsregels[0]
        gevonden = _BELEIDSREGELS.search(zin.tekst)
        bericht = "In het dossier zitten geen beleidsregels. Zijn zij er nog niet, maak ze dan en maak ze bekend."
        return Bevinding(
            Uitkomst.TWIJFEL,
            "De brief kondigt regels aan die niet in het dossier zitten.",
            (zin.plaats(gevonden.start() if gevonden else 0, bericht),),
        )
    aanwezig = [een.naam for een in dossier.anderen(stuk, (Rol.VERORDENING, Rol.BESLUIT, Rol.BELEIDSREGELS))]
    return Bevinding(Uitkomst.VOLDOET, f"Wat de brief aankondigt, zit in het dossier ({', '.join(aanwezig)}); geen strijd gevonden.")


def _voor_vaststelling(zinnen: list[Zin], stuk: Stuk, verordening: Stuk) -> Plaats | None:
    """A sentence that calls the verordening adopted, in a letter from before that day."""
    brief, vastgesteld = stuk.regeling.data.documentdatum, verordening.regeling.data.vastgesteld
    if brief is None or vastgesteld is None or brief >= vastgesteld:
        return None
    zin = next((zin for zin in zinnen if _IS_VASTGESTELD.search(zin.tekst)), None)
    return (
        zin.plaats(0, f"De brief is van {dutch_date(brief)}; {plek(verordening)} is vastgesteld op {dutch_date(vastgesteld)}.")
        if zin
        else None
    )
