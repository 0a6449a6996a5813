"""Who was asked for advice and who signed: what a decision of the raad says about its own making."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from verordening_tool.checking.context import Context
from verordening_tool.checking.onderzoek.citeren import citeer, vind, zin_op
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.zaak import Bevinding, NietTeBeoordelen, Zaak
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Alinea, Orgaan, Regeling, Soort, Stadium
from verordening_tool.norms.schema import Check

_ADVIES_VAN = re.compile(r"\badvies\s+(?:d\.?d\.?\s.{4,20}\s)?van\s+(?:de|het)?\s*(?P<wie>[\w\[…].{2,80})", re.IGNORECASE)
_LAATSTE_REGELS = 14  # blokken at the end in which signatures stand when no closing formula was recognised
_ROLREGEL = 60
_MEESTE_PLAATSEN = 6  # of the signature; what stands below it is no part of it
_GRIFFIER = re.compile(r"\b(?:raads)?griffier\b", re.IGNORECASE)
_VOORZITTER = re.compile(r"\b(?:voorzitter|burgemeester)\b", re.IGNORECASE)
_SECRETARIS = re.compile(r"\b(?:gemeente)?secretaris\b", re.IGNORECASE)


def advies(check: Check, zaak: Zaak, dag: date) -> Bevinding | NietTeBeoordelen:  # noqa: ARG001 - the shape of every onderzoek
    """Whether the clients' council was asked for advice, and is named."""
    regeling = zaak.context.laag.regeling
    if regeling.soort is Soort.RAADSVOORSTEL:
        return _advies_in_voorstel(zaak.context)
    return _advies_in_aanhef(zaak.context)


def _advies_in_aanhef(context: Context) -> Bevinding | NietTeBeoordelen:
    regeling = context.laag.regeling
    for alinea in regeling.aanhef.alineas:
        if (plaats := _eerste(context, alinea, "adviesorgaan", ontkend=False)) is not None:
            return Bevinding(Uitkomst.VOLDOET, "De aanhef noemt het advies van een cliëntenraad of adviesraad.", (plaats,))
    for alinea in regeling.aanhef.gezien:
        treffer = _ADVIES_VAN.search(alinea.tekst)
        if treffer is not None and not vind(context, "geen_adviesorgaan", treffer["wie"]):
            plaats = citeer(regeling, alinea.nr)
            return Bevinding(Uitkomst.TWIJFEL, "De aanhef noemt een advies; of dit van een cliëntenraad is, blijkt niet.", (plaats,))
    if not regeling.aanhef.alineas and regeling.stadium is Stadium.BEKENDGEMAAKT:
        return NietTeBeoordelen("Deze publicatie heeft geen aanhef.")
    elders = next((plaats for alinea in _buiten_aanhef(regeling) if (plaats := _met_advies(context, alinea))), None)
    andere = next((citeer(regeling, alinea.nr) for alinea in regeling.aanhef.gezien), None)
    return Bevinding(Uitkomst.NIET_AANGETROFFEN, "De aanhef noemt geen advies van een cliëntenraad of adviesraad.", (), elders or andere)


def _buiten_aanhef(regeling: Regeling) -> Iterator[Alinea]:
    yield from regeling.toelichting.alineas
    yield from regeling.lopende_tekst


def _advies_in_voorstel(context: Context) -> Bevinding:
    regeling = context.laag.regeling
    later: Plaats | None = None
    genoemd: Plaats | None = None
    for alinea in (*regeling.lopende_tekst, *regeling.aanhef.alineas):
        for span in vind(context, "adviesorgaan", alinea.tekst):
            zin = zin_op(alinea.tekst, span.start)
            plaats = citeer(regeling, alinea.nr, zin=zin)
            genoemd = genoemd or plaats
            if vind(context, "advies_niet_gevraagd", plaats.citaat):
                bericht = "Volgens het voorstel is de cliëntenraad of adviesraad niet om advies gevraagd."
                return Bevinding(Uitkomst.NIET_AANGETROFFEN, bericht, (), plaats)
            if vind(context, "advies_later", plaats.citaat):
                later = later or plaats
            elif _geadviseerd(context, plaats.citaat, alinea.tekst):
                return Bevinding(Uitkomst.VOLDOET, "Het voorstel noemt het advies van een cliëntenraad of adviesraad.", (plaats,))
    if later is not None:
        bericht = "Volgens het voorstel komt het advies nog; de raad heeft het dan misschien niet op tijd."
        return Bevinding(Uitkomst.TWIJFEL, bericht, (later,))
    return Bevinding(Uitkomst.NIET_AANGETROFFEN, "Het voorstel noemt geen advies van een cliëntenraad of adviesraad.", (), genoemd)


def _geadviseerd(context: Context, zin: str, alinea: str) -> bool:
    """Whether a sentence that names the council says that it gave advice; when it does not speak of advice, what stands beside it may."""
    if vind(context, "advies_gegeven", zin):
        return bool(vind(context, "advies_gegeven", zin, ontkend=False) and vind(context, "adviesorgaan", zin, ontkend=False))
    return bool(vind(context, "advies_gegeven", alinea, ontkend=False))


def _eerste(context: Context, alinea: Alinea, begrip: str, *, ontkend: bool) -> Plaats | None:
    spans = vind(context, begrip, alinea.tekst, ontkend=ontkend)
    return citeer(context.laag.regeling, alinea.nr, zin=zin_op(alinea.tekst, spans[0].start)) if spans else None


def _met_advies(context: Context, alinea: Alinea) -> Plaats | None:
    plaats = _eerste(context, alinea, "adviesorgaan", ontkend=False)
    return plaats if plaats is not None and vind(context, "advies_gegeven", plaats.citaat) else None


def ondertekening(check: Check, zaak: Zaak, dag: date) -> Bevinding | NietTeBeoordelen:  # noqa: ARG001 - the shape of every onderzoek
    """Whether griffier and voorzitter sign, with the day of the meeting."""
    regeling = zaak.context.laag.regeling
    if regeling.aanhef.orgaan is Orgaan.COLLEGE:
        return Bevinding(Uitkomst.NVT, "Volgens de aanhef besluit het college; BW-01 en BR-01 zeggen of dat mag.")
    regels = _slotregels(regeling)
    tekst = "\n".join(alinea.tekst for alinea in regels)
    griffier, voorzitter = _GRIFFIER.search(tekst), _VOORZITTER.search(tekst)
    plaatsen = tuple(citeer(regeling, alinea.nr) for alinea in regels if alinea.tekst.strip())[:_MEESTE_PLAATSEN]
    if griffier and voorzitter:
        if regeling.stadium is Stadium.CONCEPT or zaak.aanhefdata[0] or regeling.data.documentdatum:
            wat = "Er is plaats voor de handtekening van" if regeling.stadium is Stadium.CONCEPT else "Ondertekend door"
            return Bevinding(Uitkomst.VOLDOET, f"{wat} griffier en voorzitter.", plaatsen)
        return Bevinding(Uitkomst.NIET_AANGETROFFEN, "Bij de ondertekening staat geen datum van de vergadering.", (), plaatsen[0])
    if regeling.stadium is Stadium.BEKENDGEMAAKT or regeling.metadata.bekendgemaakt:
        return NietTeBeoordelen("Een publicatie laat de namen onder het besluit vaak weg; kijk in het ondertekende stuk.")
    if _SECRETARIS.search(tekst) and not griffier:
        bericht = "Onder het stuk staat de secretaris. Stukken van de raad worden getekend door de voorzitter en de griffier."
        return Bevinding(Uitkomst.STRIJDIG, bericht, plaatsen)
    wie = "geen griffier" if voorzitter else "geen voorzitter" if griffier else "geen voorzitter en geen griffier"
    return Bevinding(Uitkomst.NIET_AANGETROFFEN, f"De ondertekening noemt {wie}.", (), plaatsen[0] if plaatsen else None)


def _slotregels(regeling: Regeling) -> Sequence[Alinea]:
    """Closing formula and signatures; when none was recognised, the short lines at the end that name a role."""
    if regeling.slot.alineas or regeling.slot.ondertekening:
        return (*regeling.slot.alineas, *regeling.slot.ondertekening)
    laatste = [blok for blok in regeling.blokken if blok.deel not in (Deel.TOELICHTING, Deel.BIJLAGE, Deel.VOETTEKST)][-_LAATSTE_REGELS:]
    rollen = (_GRIFFIER, _VOORZITTER, _SECRETARIS)
    return [
        Alinea(blok.alinea, blok.tekst)
        for blok in laatste
        if len(blok.tekst) <= _ROLREGEL and any(rol.search(blok.tekst) for rol in rollen)
    ]
