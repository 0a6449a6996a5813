"""What a new regulation does with the one it replaces: withdrawn by its title, with a rule for what is running."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from verordening_tool.checking.context import Context
from verordening_tool.checking.onderzoek.citeren import citeer, vind
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.zaak import Bevinding, NietTeBeoordelen, Zaak, van_delen
from verordening_tool.document.regeling import Alinea, Artikel, Onderwerp, Regeling, Soort, alineas_van_artikel
from verordening_tool.language.begrippen import Span
from verordening_tool.language.folding import fold
from verordening_tool.language.zinnen import splits
from verordening_tool.norms.schema import Check
from verordening_tool.references.titels import lees_titel

_INTREKKEN = re.compile(
    r"(?<!niet )\bingetrokken\b|\bin\s+te\s+trekken\b"
    r"|\bintrekk(?:en|ing)\s+van\b|\btrek(?:t|ken)\b.{0,200}\bin\b|\bkom(?:t|en)\s+te\s+vervallen\b|\bvervalt\b|\bvervallen\b",
    re.IGNORECASE,
)
_SPOREN = ("getrok", "ntrekk", "trekken", "trekt", "rval")  # one of these stands in all of that; it is found faster
_HOOFDLETTER = re.compile(r"(?<![\w-])[A-Z][\w-]*")
_REGELING = re.compile(r"verordening|regeling|besluit|reglement|beleidsregel", re.IGNORECASE)
# Before a title that is only spoken of: what rests on it, or a part of it, is withdrawn.
_ERVOOR = re.compile(
    r"(?:krachtens|op\s+grond\s+van|ingevolge|bedoeld\s+in|volgens|\bartikel\b.{0,40}\bvan)\s+(?:de|het)?\s*[\"“'‘]?$", re.IGNORECASE
)
_KLEIN = re.compile(
    r"\b(?:de|het)\s+(?P<naam>[\w-]*(?:verordening|regeling)\b(?:(?!\b(?:wordt|worden|is|zijn|vervalt|komt|in\s+te|met\s+ingang|per)\b)[^,;.])*)",
    re.IGNORECASE,
)
_ALGEMEEN = re.compile(
    r"\b(?:alle|eerdere|voorgaande|vorige|oude|vroegere|huidige|bestaande|geldende|voorafgaande)\b[^.;]{0,40}\b[\w-]*(?:verordening(?:en)?|regeling(?:en)?)\b",
    re.IGNORECASE,
)
_JAAR = re.compile(r"\b(?:19|20)\d\d\b")
_ANDERS_DAN_OVERGANG = re.compile(
    r"in\s+werking|aangehaald|citeertitel|\bingetrokken\s*(?:[.;,]|worden)|bekendgemaakt|bekendmaking", re.IGNORECASE
)
_OUDE_TIJD = ("ingetrokken", "eerdere", "inwerkingtreding", "voor de datum", "vóór")
_GENOEG = 2  # words that make a title more than "de verordening"


def opvolging(check: Check, zaak: Zaak, dag: date) -> Bevinding | NietTeBeoordelen:  # noqa: ARG001 - the shape of every onderzoek
    """Whether the replaced verordening is withdrawn by its full title, with a rule for what is running."""
    context = zaak.context
    regeling = context.laag.regeling
    gevonden = list(_intrekkingen(regeling))
    if regeling.soort is Soort.VERORDENING and all(_trekt_beleidsregels_in(alinea, zin) for _, alinea, zin in gevonden):
        gevonden = []  # beleidsregels of the college are no predecessor of a verordening
    if not gevonden:
        return _zonder_intrekking(context)
    return van_delen([("titel", _titel(regeling, gevonden)), ("overgangsrecht", _overgangsrecht(context, gevonden))])


def _intrekkingen(regeling: Regeling) -> Iterator[tuple[Artikel | None, Alinea, Span]]:
    """The sentences that withdraw a whole regulation, in the articles and in the decision above them."""
    for artikel in regeling.artikelen:
        opsomming = False  # "Ingetrokken worden:", with the titles in a list below it
        for alinea in alineas_van_artikel(artikel):
            zinnen = list(_intrekkende_zinnen(alinea.tekst))
            if opsomming and not zinnen and _naam(alinea.tekst):
                zinnen = [Span(0, len(alinea.tekst))]
            else:
                opsomming = alinea.tekst.rstrip().endswith(":") and _INTREKKEN.search(alinea.tekst) is not None
            yield from ((artikel, alinea, zin) for zin in zinnen)
    for alinea in regeling.aanhef.besluit:
        yield from ((None, alinea, zin) for zin in _intrekkende_zinnen(alinea.tekst))


def _intrekkende_zinnen(tekst: str) -> Iterator[Span]:
    if not any(deel in tekst for deel in _SPOREN) or not _INTREKKEN.search(tekst):
        return
    for zin in splits(tekst):
        stuk = tekst[zin.start : zin.eind]
        if _INTREKKEN.search(stuk) and (_naam(stuk) or _ALGEMEEN.search(stuk)):
            yield zin


def _naam(zin: str) -> str | None:
    """The title of the regulation that a sentence withdraws; None when it is about something else ("de voorziening wordt ingetrokken")."""
    for begin in _HOOFDLETTER.finditer(zin):
        eind = lees_titel(zin, begin.start(), los=True)
        if eind is not None and _REGELING.search(zin, begin.start(), eind) and not _ERVOOR.search(zin[: begin.start()]):
            return zin[begin.start() : eind]
    klein = _KLEIN.search(zin)
    if klein is None or _ERVOOR.search(zin[: klein.start()]) or _ALGEMEEN.search(zin):
        return None
    return klein["naam"].strip() if len(klein["naam"].split()) >= _GENOEG else None


def _trekt_beleidsregels_in(alinea: Alinea, zin: Span) -> bool:
    return (_naam(alinea.tekst[zin.start : zin.eind]) or "").lower().startswith("beleidsregel")


def _titel(regeling: Regeling, gevonden: list[tuple[Artikel | None, Alinea, Span]]) -> Bevinding:
    plaatsen: list[Plaats] = []
    kort: list[Plaats] = []
    for _, alinea, zin in gevonden:
        stuk = alinea.tekst[zin.start : zin.eind]
        naam = _naam(stuk)
        plaats = citeer(regeling, alinea.nr, zin=zin)
        if naam is None:
            return Bevinding(Uitkomst.STRIJDIG, "De tekst trekt eerdere verordeningen in zonder hun titel te noemen.", (plaats,))
        (plaatsen if len(naam.split()) >= _GENOEG or _JAAR.search(stuk) else kort).append(plaats)
    if kort and not plaatsen:
        return Bevinding(Uitkomst.TWIJFEL, "De titel van de ingetrokken verordening lijkt niet volledig.", tuple(kort))
    return Bevinding(Uitkomst.VOLDOET, "De vervangen verordening wordt met haar titel ingetrokken.", tuple(plaatsen))


def _overgangsrecht(context: Context, gevonden: list[tuple[Artikel | None, Alinea, Span]]) -> Bevinding:
    regeling = context.laag.regeling
    plaats = _plaats_overgang(context, gevonden)
    if plaats is not None:
        return Bevinding(Uitkomst.VOLDOET, "Er is overgangsrecht.", (plaats,))
    _, alinea, zin = gevonden[0]
    plaats = citeer(regeling, alinea.nr, zin=zin)
    if regeling.onderwerp not in (Onderwerp.RE_INTEGRATIE, Onderwerp.LOSSE_BESCHUT_WERK):
        bericht = "De tekst regelt niet wat er met lopende besluiten gebeurt; mogelijk zijn die er niet."
        return Bevinding(Uitkomst.TWIJFEL, bericht, (plaats,))
    return Bevinding(Uitkomst.NIET_AANGETROFFEN, "De tekst regelt niet wat er met lopende voorzieningen en aanvragen gebeurt.", (), plaats)


def _plaats_overgang(context: Context, gevonden: list[tuple[Artikel | None, Alinea, Span]]) -> Plaats | None:
    """A rule for what is running: beside the withdrawal, below a heading that says so, or in words that only such a rule has."""
    regeling = context.laag.regeling
    intrekkend = [artikel for artikel, _, _ in gevonden if artikel is not None]
    ingetrokken = {(alinea.nr, zin.start) for _, alinea, zin in gevonden}
    met_kop = [artikel for artikel in regeling.artikelen if vind(context, "overgangsrecht", artikel.opschrift or "")]
    for artikel in dict.fromkeys((*intrekkend, *met_kop)):
        for alinea in alineas_van_artikel(artikel):
            for zin in splits(alinea.tekst):
                if (alinea.nr, zin.start) not in ingetrokken and _is_overgang(context, alinea.tekst[zin.start : zin.eind]):
                    return citeer(regeling, alinea.nr, zin=zin)
    for artikel in reversed(regeling.artikelen):
        for alinea in alineas_van_artikel(artikel):
            if any(woord in alinea.tekst for woord in _OUDE_TIJD) and vind(context, "overgangsrecht", alinea.tekst):
                return citeer(regeling, alinea.nr)
    return None


def _is_overgang(context: Context, zin: str) -> bool:
    """A sentence beside the withdrawal that says what goes on: by its words, or because it is about nothing else."""
    if vind(context, "overgangsrecht", zin):
        return True
    intrekking = _INTREKKEN.search(zin) is not None and (_naam(zin) is not None or _ALGEMEEN.search(zin) is not None)
    return not intrekking and not _ANDERS_DAN_OVERGANG.search(zin) and not fold(zin).startswith("deze verordening")


def _zonder_intrekking(context: Context) -> Bevinding | NietTeBeoordelen:
    regeling = context.laag.regeling
    for artikel in regeling.artikelen:
        if not vind(context, "overgangsrecht", artikel.opschrift or ""):
            continue
        for alinea in alineas_van_artikel(artikel):
            if _naam(alinea.tekst) and vind(context, "overgangsrecht", alinea.tekst):
                bericht = "Het overgangsrecht noemt een eerdere verordening, maar de tekst trekt haar niet in."
                return Bevinding(Uitkomst.NIET_AANGETROFFEN, bericht, (), citeer(regeling, alinea.nr))
    for alinea in regeling.toelichting.alineas:
        if vind(context, "voorganger_genoemd", alinea.tekst):
            bericht = "De toelichting noemt een eerdere verordening; de tekst trekt haar niet in. Dat kan ook in het raadsbesluit staan."
            return Bevinding(Uitkomst.TWIJFEL, bericht, (citeer(regeling, alinea.nr),))
    return NietTeBeoordelen("De tekst trekt niets in; of er een eerdere verordening is, staat er niet.")
