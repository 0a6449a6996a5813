"""What a proposal asks of the raad, held against the decision and the verordening in the dossier (RV-01)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from verordening_tool.checking.dossier import Dossier, Rol, Stuk
from verordening_tool.checking.onderzoek.beslispunten import NIET_GELEZEN
from verordening_tool.checking.onderzoek.citeren import citeer
from verordening_tool.checking.onderzoek.dossier.verschil import plek
from verordening_tool.checking.onderzoek.puntenlijst import Handeling, Lijst, dictum, gevraagd, lijst, voorstel, zelfde_titel
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.titelvorm import titels_in
from verordening_tool.checking.zaak import Bevinding, NietTeBeoordelen
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import Artikel
from verordening_tool.structure.data import eerste_datum

_INGETROKKEN = re.compile(r"\b(?:ingetrokken|vervalt|vervallen)\b", re.IGNORECASE)
_MET_INGANG = re.compile(r"\b(?:per|met\s+ingang\s+van)\s+(?=\d)", re.IGNORECASE)
_ZELFDE_MOMENT = timedelta(days=1)  # the last day of the one or the first of the other


def beslispunten(stuk: Stuk, dossier: Dossier) -> Bevinding | NietTeBeoordelen | None:
    """The verdict on a proposal or a decision within its dossier; None where the document is judged by itself."""
    verordening = dossier.verordening_bij(stuk)
    besluit = lijst(dictum(stuk.context))
    if stuk.rol is Rol.VOORSTEL and besluit is None and (punten := voorstel(stuk.context)) is not None:
        return _van_voorstel(stuk, punten, verordening, dossier)
    if stuk.rol is Rol.BESLUIT and besluit is not None and verordening not in (None, stuk):
        return _uitslag(stuk, besluit, list(_met_verordening(stuk, besluit, verordening)), verordening)
    return None


def _van_voorstel(stuk: Stuk, punten: Lijst, verordening: Stuk | None, dossier: Dossier) -> Bevinding | NietTeBeoordelen | None:
    """The verdict on a proposal: against the decision, or where there is none against the verordening."""
    besluiten = [ander for ander in dossier.anderen(stuk, (Rol.BESLUIT,)) if dossier.verordening_bij(ander) is verordening]
    for ander in besluiten:
        if (besloten := lijst(dictum(ander.context))) is not None:
            verschillen = list(_met_besluit(stuk, punten, ander, besloten, verordening))
            if not verschillen and verordening is not None and list(_ingetrokken_titel(ander, besloten, verordening)):
                return Bevinding(Uitkomst.VOLDOET, f"Geen verschil met {verordening.naam}; een verschil met {ander.naam} staat daar.")
            return _uitslag(stuk, punten, verschillen, ander)
    if verordening is None:
        return None
    verschillen = list(_met_verordening(stuk, punten, verordening))
    if besluiten and not verschillen:
        return NietTeBeoordelen(f"De punten van het besluit in {besluiten[0].naam} zijn niet herkend.")
    return _uitslag(stuk, punten, verschillen, verordening)


def alineas_van_punten(stuk: Stuk) -> frozenset[int]:
    """The alineas that RV-01 holds against the other documents, so that no other comparison reports them again."""
    besluit = dictum(stuk.context)
    if stuk.rol is Rol.BESLUIT and lijst(besluit) is not None:
        return frozenset(alinea.nr for alinea in besluit)
    punten = gevraagd(stuk.context) if stuk.rol is Rol.VOORSTEL and lijst(besluit) is None else []
    return frozenset(alinea.nr for alinea in punten) if lijst(punten) is not None else frozenset()


def _uitslag(stuk: Stuk, gelezen: Lijst, verschillen: list[Plaats], ander: Stuk) -> Bevinding | NietTeBeoordelen:
    if verschillen:
        return Bevinding(Uitkomst.STRIJDIG, f"Dit stuk en {ander.naam} zeggen niet hetzelfde.", tuple(dict.fromkeys(verschillen)))
    if not gelezen.volledig:
        return NietTeBeoordelen(NIET_GELEZEN)
    plaats = citeer(stuk.regeling, gelezen.eerste.nr)
    bericht = f"De punten in dit stuk en in {ander.naam} noemen dezelfde titels, intrekking en data. Bedragen zijn niet vergeleken."
    return Bevinding(Uitkomst.VOLDOET, bericht, (plaats,))


def _met_besluit(stuk: Stuk, punten: Lijst, ander: Stuk, besluit: Lijst, verordening: Stuk | None) -> Iterator[Plaats]:
    """Points of the proposal that the decision does not have, and the other way round; places in the proposal."""
    for handeling in Handeling:
        yield from _titels(stuk, punten, ander, besluit, handeling, verordening)
    for tekst, alinea in punten.alleen_hier(besluit):
        yield citeer(stuk.regeling, alinea.nr, f"{plek(ander)} heeft dit punt niet: “{tekst}”.")
    for tekst, _ in besluit.alleen_hier(punten) if punten.volledig else ():
        yield citeer(stuk.regeling, punten.eerste.nr, f"{plek(ander)} besluit ook: “{tekst}”.")
    if besluit.intrekdag is not None:
        yield from _intrekking(stuk, punten, ander, besluit.intrekdag[0])
    elif verordening is not None:
        yield from _intrekking(stuk, punten, verordening, _dag_van_intrekking(verordening))
    if besluit.dag is not None:
        yield from _dag(stuk, punten, ander, besluit.dag[0])
    elif verordening is not None:
        yield from _dag(stuk, punten, verordening, verordening.regeling.data.inwerkingtreding)


def _titels(stuk: Stuk, punten: Lijst, ander: Stuk, besluit: Lijst, handeling: Handeling, verordening: Stuk | None) -> Iterator[Plaats]:
    """Titles that the one sets or withdraws and the other does not; what the verordening withdraws is right."""
    in_voorstel, besloten = punten.titels[handeling], besluit.titels[handeling]
    elders = (ander, verordening) if handeling is Handeling.INTREKKEN else ()
    if besloten and not in_voorstel and punten.volledig:
        yield citeer(stuk.regeling, punten.eerste.nr, f"{plek(ander)} besluit ook: “{besloten[0][1].tekst}”.")
    for titel, alinea in in_voorstel:
        if any(zelfde_titel(titel, een) for een, _ in besloten) or _trekt_in(titel, *elders):
            continue
        anders = f"noemt hier “{besloten[0][0]}”" if besloten else f"zegt hier niets over ({handeling.value})"
        yield citeer(stuk.regeling, alinea.nr, f"{plek(ander)} {anders}.")


def _trekt_in(titel: str, *stukken: Stuk | None) -> bool:
    """Whether an article of one of these documents withdraws the verordening with this title."""
    genoemd = (
        een.tekst for stuk in stukken if stuk is not None for artikel in _intrekkend(stuk) for een in titels_in(artikel.tekst, [titel])
    )
    return any(zelfde_titel(titel, een) for een in genoemd)


def _intrekkend(stuk: Stuk) -> list[Artikel]:
    """The articles that withdraw another verordening."""
    return [artikel for artikel in stuk.artikelen.values() if _INGETROKKEN.search(artikel.tekst) and next(titels_in(artikel.tekst), None)]


def _dag_van_intrekking(verordening: Stuk) -> date | None:
    """The day on which the verordening withdraws another one: the day that it names, else that of its entry into force."""
    artikelen = _intrekkend(verordening)
    if len(artikelen) != 1:
        return None
    zinnen = [zin.tekst for zin in verordening.zinnen if zin.artikel == artikelen[0].nummer and _INGETROKKEN.search(zin.tekst)]
    if len(zinnen) != 1 or "uitzondering" in zinnen[0]:
        return None
    if (vanaf := _MET_INGANG.search(zinnen[0])) is not None:
        return eerste_datum(zinnen[0][vanaf.end() :])
    return verordening.regeling.data.inwerkingtreding if eerste_datum(zinnen[0]) is None else None


def _met_verordening(stuk: Stuk, gelezen: Lijst, verordening: Stuk) -> Iterator[Plaats]:
    """Title and day in the points that are not those of the verordening."""
    vast = gelezen.titels[Handeling.VASTSTELLEN]
    if vast and verordening.titels and not any(zelfde_titel(titel, een) for titel, _ in vast for een in verordening.titels):
        yield citeer(stuk.regeling, vast[0][1].nr, f"{plek(verordening)} heet “{verordening.titel}”.")
    yield from _ingetrokken_titel(stuk, gelezen, verordening)
    yield from _intrekking(stuk, gelezen, verordening, _dag_van_intrekking(verordening))
    yield from _dag(stuk, gelezen, verordening, verordening.regeling.data.inwerkingtreding)


def _ingetrokken_titel(stuk: Stuk, gelezen: Lijst, verordening: Stuk) -> Iterator[Plaats]:
    """That the points withdraw one verordening, and the articles another."""
    hier = gelezen.titels[Handeling.INTREKKEN]
    artikelen = _intrekkend(verordening)
    daar = [een.tekst for artikel in artikelen for een in titels_in(artikel.tekst) if not zelfde_titel(een.tekst, verordening.titel or "")]
    if len(hier) == 1 and len(set(daar)) == 1 and not zelfde_titel(hier[0][0], daar[0]):
        yield citeer(stuk.regeling, hier[0][1].nr, f"{plek(verordening, artikelen[0].nummer)} trekt “{daar[0]}” in.")


def _intrekking(stuk: Stuk, gelezen: Lijst, ander: Stuk, juist: date | None) -> Iterator[Plaats]:
    if gelezen.intrekdag is not None and juist is not None and abs(gelezen.intrekdag[0] - juist) > _ZELFDE_MOMENT:
        yield citeer(stuk.regeling, gelezen.intrekdag[1].nr, f"Volgens {plek(ander)} is {dutch_date(juist)} de dag van intrekking.")


def _dag(stuk: Stuk, gelezen: Lijst, ander: Stuk, juist: date | None) -> Iterator[Plaats]:
    if gelezen.dag is not None and juist is not None and gelezen.dag[0] != juist:
        yield citeer(stuk.regeling, gelezen.dag[1].nr, f"{plek(ander)} noemt {dutch_date(juist)} als dag van inwerkingtreding.")
