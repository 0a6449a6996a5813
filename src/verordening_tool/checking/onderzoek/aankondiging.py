"""What a letter announces: norms belong in a verordening or in beleidsregels, and those must be there (RV-04)."""

from __future__ import annotations

import re
from datetime import date

from verordening_tool.checking.context import Context
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.stukzinnen import Zin, zinnen_van
from verordening_tool.checking.zaak import Bevinding, NietTeBeoordelen, Zaak
from verordening_tool.document.dates import dutch_date
from verordening_tool.language.folding import fold
from verordening_tool.norms.schema import Check
from verordening_tool.structure.data import zoek_data

_GRENS = re.compile(rb"[,;:]| en (?=die |dat |wij |is |wordt |hij |zij )")


def aankondiging(check: Check, zaak: Zaak, dag: date) -> Bevinding | NietTeBeoordelen:  # noqa: ARG001 - the shape of every onderzoek
    """What one letter can tell: norms kept out of the regulations on purpose, and a decision dated after the letter."""
    context = zaak.context
    strijdig: list[Plaats] = []
    twijfel: list[Plaats] = []
    noemt: list[Zin] = []
    for zin in zinnen_van(context.laag.regeling):
        tekst = fold(zin.tekst).encode("ascii", "replace")
        vind = context.laag.begrippen.vind
        if (plaats := _strijdig(context, zin, tekst, dag)) is not None:
            strijdig.append(plaats)
        elif (spans := vind("in_werkinstructie", tekst)) and not vind("aankondiging", tekst):
            twijfel.append(zin.plaats(spans[0].start, "Wat hier voor inwoners geldt, hoort in de verordening of in beleidsregels."))
        if vind("aankondiging", tekst):
            noemt.append(zin)
    if strijdig:
        return Bevinding(Uitkomst.STRIJDIG, " ".join(dict.fromkeys(plaats.bericht or "" for plaats in strijdig)), tuple(strijdig))
    if twijfel:
        return Bevinding(Uitkomst.TWIJFEL, twijfel[0].bericht or "", tuple(twijfel))
    if noemt and zaak.dossier is not None:
        from verordening_tool.checking.onderzoek.dossier import aankondiging as in_dossier  # compares documents: needed only here

        return in_dossier.aankondiging(noemt, zaak.dossier.stuk_van(context.laag.regeling), zaak.dossier)
    if noemt:
        return NietTeBeoordelen("De brief verwijst naar een verordening of kondigt regels aan; geef het hele dossier met --dossier.")
    return Bevinding(Uitkomst.VOLDOET, "Gezocht naar normen die buiten de verordening en de beleidsregels blijven; geen strijd gevonden.")


def _strijdig(context: Context, zin: Zin, tekst: bytes, dag: date) -> Plaats | None:
    """A sentence that keeps a norm out of the regulations, applies one before its time, or tells of a decision yet to come."""
    vind = context.laag.begrippen.vind
    if (spans := vind("niet_vastgelegd", tekst)) and not vind("wel_vastgelegd", tekst):
        return zin.plaats(spans[0].start, "Deze norm komt niet in de verordening of in beleidsregels, maar gaat wel gelden.")
    if spans := vind("vooruit_toegepast", tekst):
        return zin.plaats(spans[0].start, "De regel wordt toegepast voordat hij is vastgesteld en bekendgemaakt.")
    return _later_vastgesteld(context, zin, tekst, dag)


def _zinsdeel(tekst: bytes, plek: int) -> tuple[int, int]:
    """Where the clause around ``plek`` begins and ends."""
    grenzen = [0, *(match.start() for match in _GRENS.finditer(tekst)), len(tekst)]
    return max(grens for grens in grenzen if grens <= plek), min(grens for grens in grenzen if grens > plek)


def _later_vastgesteld(context: Context, zin: Zin, tekst: bytes, dag: date) -> Plaats | None:
    """A sentence that tells of a decision of the raad on a day after that of the letter."""
    vind = context.laag.begrippen.vind
    if not vind("raad_of_verordening", tekst):
        return None
    for plek, gevonden in zoek_data(zin.tekst):
        begin, eind = _zinsdeel(tekst, plek)
        besloten = vind("raad_stemde_in", tekst, begin, eind) and not vind("plicht_later", tekst, begin, eind)
        if besloten and gevonden > dag and "werking" not in zin.tekst[max(plek - 60, 0) : plek + 40]:
            return zin.plaats(plek, f"Volgens de brief is op {dutch_date(gevonden)} besloten; de brief is van {dutch_date(dag)}.")
    return None
