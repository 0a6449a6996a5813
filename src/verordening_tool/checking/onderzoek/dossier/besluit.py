"""What a proposal asks of the raad, held against the decision and the verordening in the dossier (RV-01)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from verordening_tool.checking.dossier import Dossier, Rol, Stuk
from verordening_tool.checking.onderzoek.beslispunten import Handeling, Lijst, dictum, lijst, punten, zelfde_titel
from verordening_tool.checking.onderzoek.citeren import citeer
from verordening_tool.checking.onderzoek.dossier.verschil import plek
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.titelvorm import titels_in
from verordening_tool.checking.zaak import Bevinding
from verordening_tool.document.dates import dutch_date


def beslispunten(stuk: Stuk, dossier: Dossier) -> Bevinding | None:
    """The verdict on a proposal or a decision within its dossier; None where the document is judged by itself."""
    verordening = dossier.verordening_bij(stuk)
    if stuk.rol is Rol.VOORSTEL and (gevraagd := lijst(punten(stuk.context))) is not None:
        if lijst(dictum(stuk.context)) is not None:
            return None  # the decision stands in the proposal itself
        besluiten = [ander for ander in dossier.anderen(stuk, (Rol.BESLUIT,)) if dossier.verordening_bij(ander) is verordening]
        besloten = next(((ander, gelezen) for ander in besluiten if (gelezen := lijst(dictum(ander.context))) is not None), None)
        if besloten is not None:
            return _uitslag(stuk, gevraagd, list(_met_besluit(stuk, gevraagd, *besloten, verordening)), besloten[0])
        if verordening is not None:
            return _uitslag(stuk, gevraagd, list(_met_verordening(stuk, gevraagd, verordening)), verordening)
    if stuk.rol is Rol.BESLUIT and verordening not in (None, stuk) and (besluit := lijst(dictum(stuk.context))) is not None:
        return _uitslag(stuk, besluit, list(_met_verordening(stuk, besluit, verordening)), verordening)
    return None


def alineas_van_punten(stuk: Stuk) -> frozenset[int]:
    """The alineas that RV-01 holds against the other documents, so that no other comparison reports them again."""
    besluit = dictum(stuk.context)
    if stuk.rol is Rol.BESLUIT and lijst(besluit) is not None:
        return frozenset(alinea.nr for alinea in besluit)
    gevraagd = punten(stuk.context) if stuk.rol is Rol.VOORSTEL and lijst(besluit) is None else []
    return frozenset(alinea.nr for alinea in gevraagd) if lijst(gevraagd) is not None else frozenset()


def _uitslag(stuk: Stuk, gelezen: Lijst, verschillen: list[Plaats], ander: Stuk) -> Bevinding:
    if verschillen:
        return Bevinding(Uitkomst.STRIJDIG, f"Dit stuk en {ander.naam} zeggen niet hetzelfde.", tuple(dict.fromkeys(verschillen)))
    plaats = citeer(stuk.regeling, gelezen.eerste.nr)
    return Bevinding(Uitkomst.VOLDOET, f"De punten in dit stuk en in {ander.naam} zeggen hetzelfde.", (plaats,))


def _met_besluit(stuk: Stuk, voorstel: Lijst, ander: Stuk, besluit: Lijst, verordening: Stuk | None) -> Iterator[Plaats]:
    """Points of the proposal that the decision does not have, and the other way round; places in the proposal."""
    for handeling in Handeling:
        gevraagd, besloten = voorstel.titels[handeling], besluit.titels[handeling]
        for titel, alinea in gevraagd:
            if besloten and not any(zelfde_titel(titel, een) for een, _ in besloten):
                yield citeer(stuk.regeling, alinea.nr, f"{plek(ander)} noemt hier “{besloten[0][0]}”.")
        if gevraagd and not besloten and not (handeling is Handeling.INTREKKEN and _trekt_in(gevraagd[0][0], ander, verordening)):
            yield citeer(stuk.regeling, gevraagd[0][1].nr, f"{plek(ander)} zegt hier niets over ({handeling.value}).")
        if besloten and not gevraagd:
            yield citeer(stuk.regeling, voorstel.eerste.nr, f"{plek(ander)} besluit ook: “{besloten[0][1].tekst}”.")
    if besluit.dag is not None:
        yield from _dag(stuk, voorstel, ander, besluit.dag[0])
    elif verordening is not None:
        yield from _dag(stuk, voorstel, verordening, verordening.regeling.data.inwerkingtreding)


def _trekt_in(titel: str, *stukken: Stuk | None) -> bool:
    """Whether an article of one of these documents withdraws the verordening with this title."""
    artikelen = (artikel.tekst for stuk in stukken if stuk is not None for artikel in stuk.artikelen.values())
    return any("ingetrokken" in tekst and any(zelfde_titel(titel, een.tekst) for een in titels_in(tekst, [titel])) for tekst in artikelen)


def _met_verordening(stuk: Stuk, gelezen: Lijst, verordening: Stuk) -> Iterator[Plaats]:
    """Title and day in the points that are not those of the verordening."""
    vast = gelezen.titels[Handeling.VASTSTELLEN]
    if vast and verordening.titels and not any(zelfde_titel(titel, een) for titel, _ in vast for een in verordening.titels):
        yield citeer(stuk.regeling, vast[0][1].nr, f"{plek(verordening)} heet “{verordening.titel}”.")
    yield from _dag(stuk, gelezen, verordening, verordening.regeling.data.inwerkingtreding)


def _dag(stuk: Stuk, gelezen: Lijst, ander: Stuk, juist: date | None) -> Iterator[Plaats]:
    if gelezen.dag is not None and juist is not None and gelezen.dag[0] != juist:
        yield citeer(stuk.regeling, gelezen.dag[1].nr, f"{plek(ander)} noemt {dutch_date(juist)} als dag van inwerkingtreding.")
