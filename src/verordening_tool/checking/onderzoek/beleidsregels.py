"""Beleidsregels: who sets them and on what ground, their title and publication, and what they may not regulate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from verordening_tool.checking.context import Context
from verordening_tool.checking.onderzoek.citeren import citeer, vind
from verordening_tool.checking.onderzoek.werking import te_vroeg
from verordening_tool.checking.oordeel import Gewicht, Plaats, Uitkomst
from verordening_tool.checking.passages import Passage
from verordening_tool.checking.zaak import Bevinding, Zaak, van_delen
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Alinea, Onderwerp, Orgaan, Regeling, Stadium
from verordening_tool.language.begrippen import Span
from verordening_tool.norms.schema import Check, Waar

_AWB = "BWBR0005537"
_ALGEMEEN = re.compile(r"\b4:8[1-4]\b|\btitel\s+4\.3\b", re.IGNORECASE)
_BELEIDSREGEL = re.compile(r"\bbeleidsregel", re.IGNORECASE)
_COLLEGE = re.compile(r"\bcollege\b|\bburgemeester\b|\bB&W\b", re.IGNORECASE)
_NAMENS = re.compile(r"^(?:de\s+)?(?:concern)?directeur\b|^het\s+hoofd\s+van\s+de\s+afdeling\b", re.IGNORECASE)
_BESTUUR = re.compile(r"^(?:het\s+)?(?:dagelijks|algemeen)\s+bestuur\b", re.IGNORECASE)
_SAMENWERKING = "het bestuur van een samenwerkingsverband; kijk of de taken volledig zijn overgedragen (artikel 8c van de Participatiewet)"
_RAAD = re.compile(r"\b(?:de|door de)\s+(?:gemeente)?raad\b", re.IGNORECASE)
_OPENING = 12  # blokken in which a document names who decides
_OVER_BESCHUT_WERK = frozenset({Onderwerp.RE_INTEGRATIE, Onderwerp.LOSSE_BESCHUT_WERK})


def orgaan_en_grondslag(check: Check, zaak: Zaak, dag: date) -> Bevinding:  # noqa: ARG001 - the shape of every onderzoek
    """Whether the college sets them for a power of its own, and names that power."""
    return van_delen([("orgaan", _orgaan(zaak)), ("grondslag", _grondslag(zaak))])


def _orgaan(zaak: Zaak) -> Bevinding:
    regeling = zaak.context.laag.regeling
    eerste = tuple(citeer(regeling, alinea.nr) for alinea in regeling.aanhef.alineas[:1])
    match regeling.aanhef.orgaan:
        case Orgaan.COLLEGE | Orgaan.BURGEMEESTER:
            return Bevinding(Uitkomst.VOLDOET, f"De aanhef noemt het bestuursorgaan ({regeling.aanhef.orgaan.value}).", eerste)
        case Orgaan.RAAD:
            if zaak.context.laag.passages_met("verstrekker") or _bevoegdheden(zaak):
                bericht = "De raad stelt beleidsregels vast voor een bevoegdheid van het college. Dat doet het college zelf."
                return Bevinding(Uitkomst.STRIJDIG, bericht, eerste)
            return Bevinding(
                Uitkomst.TWIJFEL, "De raad stelt de beleidsregels vast; of de bevoegdheid van de raad is, blijkt niet.", eerste
            )
    return _orgaan_elders(regeling)


def _orgaan_elders(regeling: Regeling) -> Bevinding:
    """The body as the publication, the first lines or the signature name it."""
    door = regeling.metadata.vastgesteld_door or ""
    if _COLLEGE.search(door):
        return Bevinding(Uitkomst.VOLDOET, "De gegevens van de publicatie noemen het bestuursorgaan.", (Plaats(Deel.METADATA, door),))
    for alinea in _begin_en_slot(regeling):
        for patroon, wie in ((_NAMENS, "een ambtenaar; kijk of het college dat heeft gemandateerd"), (_BESTUUR, _SAMENWERKING)):
            if patroon.search(alinea.tekst):
                return Bevinding(Uitkomst.TWIJFEL, f"De beleidsregels komen van {wie}.", (citeer(regeling, alinea.nr),))
        if _COLLEGE.search(alinea.tekst):
            return Bevinding(Uitkomst.VOLDOET, "De tekst noemt wie de beleidsregels vaststelt.", (citeer(regeling, alinea.nr),))
        if _RAAD.search(alinea.tekst):
            bericht = "De tekst noemt de raad als het orgaan dat vaststelt; of de bevoegdheid van de raad is, blijkt niet."
            return Bevinding(Uitkomst.TWIJFEL, bericht, (citeer(regeling, alinea.nr),))
    if not regeling.aanhef.alineas:
        return Bevinding(
            Uitkomst.TWIJFEL, "De tekst heeft geen aanhef en noemt niet wie de beleidsregels vaststelt.", (citeer(regeling, 0),)
        )
    return Bevinding(Uitkomst.NIET_AANGETROFFEN, "De tekst noemt niet wie de beleidsregels vaststelt.")


def _begin_en_slot(regeling: Regeling) -> Iterator[Alinea]:
    yield from (Alinea(blok.alinea, blok.tekst) for blok in regeling.blokken[:_OPENING])
    yield from regeling.slot.alineas
    yield from regeling.slot.ondertekening


def _bevoegdheden(zaak: Zaak) -> list[int]:
    """The lines of the aanhef that name a power: an article of another law than the Awb, or of a verordening."""
    uit_wet = [citatie.alinea for citatie in zaak.citaties if citatie.verwijzing.bwb != _AWB and citatie.verwijzing.doelen]
    uit_verordening = [alinea.nr for alinea in zaak.context.laag.regeling.aanhef.gelet_op if "verordening" in alinea.tekst.lower()]
    return sorted({*uit_wet, *uit_verordening})


def _grondslag(zaak: Zaak) -> Bevinding:
    regeling = zaak.context.laag.regeling
    bronnen = regeling.metadata.grondslagen
    bevoegdheid = _bevoegdheden(zaak)
    algemeen = [alinea.nr for alinea in regeling.aanhef.gelet_op if _ALGEMEEN.search(alinea.tekst)]
    plaatsen = [citeer(regeling, nr) for nr in sorted({*bevoegdheid, *algemeen})]
    plaatsen += [Plaats(Deel.METADATA, bron) for bron in bronnen if not plaatsen]
    genoemd = bool(bevoegdheid) or any("4:8" not in bron for bron in bronnen)
    if genoemd and (algemeen or any(_ALGEMEEN.search(bron) for bron in bronnen)):
        return Bevinding(Uitkomst.VOLDOET, "De aanhef noemt artikel 4:81 van de Awb en de bevoegdheid.", tuple(plaatsen))
    if genoemd:
        bericht = "De aanhef noemt de bevoegdheid, maar niet artikel 4:81 van de Awb."
        return Bevinding(Uitkomst.TWIJFEL, bericht, tuple(plaatsen), gewicht=Gewicht.AANBEVOLEN)
    if algemeen:
        bericht = "De aanhef noemt artikel 4:81 van de Awb, maar niet de bevoegdheid waarover de regels gaan."
        return Bevinding(Uitkomst.TWIJFEL, bericht, tuple(plaatsen), gewicht=Gewicht.AANBEVOLEN)
    if not regeling.aanhef.alineas:
        bericht = "De tekst heeft geen aanhef en noemt geen bevoegdheid."
        return Bevinding(Uitkomst.TWIJFEL, bericht, (citeer(regeling, 0),), gewicht=Gewicht.AANBEVOLEN)
    bericht = "De aanhef noemt niet op welke bevoegdheid de beleidsregels rusten."
    dichtstbij = next((citeer(regeling, alinea.nr) for alinea in regeling.aanhef.alineas), None)
    return Bevinding(Uitkomst.NIET_AANGETROFFEN, bericht, (), dichtstbij, gewicht=Gewicht.AANBEVOLEN)


def titel_en_bekendmaking(check: Check, zaak: Zaak, dag: date) -> Bevinding:  # noqa: ARG001 - the shape of every onderzoek
    """Whether the title says what it is, and whether the text can have been published before it holds."""
    return van_delen([("titel", _titel(zaak.context)), ("bekendmaking", _bekendmaking(zaak))])


def _titel(context: Context) -> Bevinding:
    regeling = context.laag.regeling
    for alinea in _titelregels(regeling):
        if _BELEIDSREGEL.search(alinea.tekst):
            return Bevinding(Uitkomst.VOLDOET, "De titel noemt het een beleidsregel.", (citeer(regeling, alinea.nr),))
    naam = next((naam for naam in (regeling.opschrift, regeling.citeertitel, regeling.metadata.titel) if naam), "")
    if _BELEIDSREGEL.search(naam):
        return Bevinding(Uitkomst.VOLDOET, "De titel noemt het een beleidsregel.", (Plaats(Deel.OPSCHRIFT, naam),))
    dichtstbij = Plaats(Deel.OPSCHRIFT, naam) if naam else None
    return Bevinding(Uitkomst.NIET_AANGETROFFEN, "De titel noemt het woord beleidsregel niet.", (), dichtstbij, gewicht=Gewicht.STIJL)


def _titelregels(regeling: Regeling) -> Iterator[Alinea]:
    yield from (Alinea(blok.alinea, blok.tekst) for blok in regeling.blokken[:_OPENING] if blok.deel is Deel.OPSCHRIFT)
    yield from regeling.aanhef.besluit


def _bekendmaking(zaak: Zaak) -> Bevinding:
    context = zaak.context
    regeling = context.laag.regeling
    for passage in context.laag.passages_met("niet_bekendgemaakt"):
        zegt = context.laag.plaatsen(passage, context.laag.spans(passage, "niet_bekendgemaakt", ontkend=None))
        if plaatsen := tuple(plaats for plaats in zegt if _BELEIDSREGEL.search(plaats.citaat)):
            return Bevinding(
                Uitkomst.STRIJDIG, "Volgens de tekst worden de beleidsregels niet bekendgemaakt. Dan gelden zij niet.", plaatsen
            )
    vroeg = te_vroeg(regeling, zaak.aanhefdata[0])
    if vroeg is not None:
        return vroeg
    if regeling.metadata.bekendgemaakt:
        return Bevinding(Uitkomst.VOLDOET, "De beleidsregels zijn bekendgemaakt.", (Plaats(Deel.METADATA, regeling.metadata.titel or ""),))
    wat = "Een concept is nog niet bekendgemaakt." if regeling.stadium is Stadium.CONCEPT else "Dit stuk laat de bekendmaking niet zien."
    return Bevinding(Uitkomst.NVT, wat)


_NIEUW = (
    ("plicht_burger", None, "Een plicht voor mensen vraagt een wettelijk voorschrift; een beleidsregel kan haar niet opleggen."),
    (
        "weigering_als_straf",
        "weigering_woord",
        "Een weigeringsgrond vraagt een wettelijk voorschrift; een beleidsregel kan haar niet maken.",
    ),
    ("eigen_bijdrage", None, "Een eigen bijdrage vraagt een wettelijk voorschrift; een beleidsregel kan haar niet vragen."),
)


def nieuwe_regels(check: Check, zaak: Zaak, dag: date) -> Bevinding:  # noqa: ARG001 - the shape of every onderzoek
    """Whether they lay duties, grounds for refusal or contributions on people that no law or verordening knows."""
    context = zaak.context
    over = context.laag.regeling.onderwerp in _OVER_BESCHUT_WERK
    plaatsen: dict[Plaats, None] = {}
    for passage in context.passages(Waar.OPERATIEF):
        for begrip, ook, bericht in _NIEUW if over else _NIEUW[:1]:
            for span in _zonder_basis(context, passage, begrip, ook):
                plaatsen.update(dict.fromkeys(context.laag.plaatsen(passage, [span], bericht)))
    if not plaatsen:
        return Bevinding(
            Uitkomst.VOLDOET, "Gezocht naar plichten, weigeringsgronden en bijdragen zonder wettelijk voorschrift; niet gevonden."
        )
    if over:
        bericht = "De beleidsregels leggen mensen iets op wat alleen in een wettelijk voorschrift kan staan."
        return Bevinding(Uitkomst.STRIJDIG, bericht, tuple(plaatsen))
    bericht = "De beleidsregels noemen een plicht zonder wettelijk voorschrift erbij. Ga na of de wet of een verordening haar kent."
    return Bevinding(Uitkomst.TWIJFEL, bericht, tuple(plaatsen))


def _zonder_basis(context: Context, passage: Passage, begrip: str, ook: str | None) -> Iterator[Span]:
    """The places of a concept in sentences that name no law for it, and that hold ``ook`` when that is asked."""
    laag = context.laag
    if not laag.heeft(passage, begrip):
        return
    ontkend = None if ook else False  # "wie niet meewerkt, wordt geweigerd": the negation belongs to the ground
    for span in laag.spans(passage, begrip, ontkend=ontkend):
        zin = next((zin for zin in laag.zinnen(passage) if zin.start <= span.start < zin.eind), Span(passage.start, passage.eind))
        if not _in_zin(context, passage, zin, "wettelijke_basis") and (ook is None or _in_zin(context, passage, zin, ook)):
            yield span


def _in_zin(context: Context, passage: Passage, zin: Span, begrip: str) -> bool:
    return any(zin.start <= plek.start < zin.eind for plek in context.laag.spans(passage, begrip, ontkend=None))


def afwijking(check: Check, zaak: Zaak, dag: date) -> Bevinding:  # noqa: ARG001 - the shape of every onderzoek
    """Whether a clause of their own on deviation is narrower than the law is."""
    context = zaak.context
    laag = context.laag
    eigen: list[Plaats] = []
    for passage in context.passages(Waar.LICHAAM):
        over_afwijken = _over_afwijken(context, passage)
        if not over_afwijken:
            continue
        for begrip, bericht in (
            (
                "afwijken_uitgesloten",
                "De tekst sluit afwijken uit. Het college moet van beleidsregels afwijken als de gevolgen onevenredig zijn.",
            ),
            ("afwijken_nauw", "De tekst laat afwijken minder vaak toe dan artikel 4:84 van de Awb."),
        ):
            spans = laag.spans(passage, begrip, ontkend=None)
            if spans:
                return Bevinding(Uitkomst.STRIJDIG, bericht, tuple(laag.plaatsen(passage, spans)))
        eigen.append(laag.hele_plaats(passage))
    if eigen:
        bericht = "De eigen bepaling over afwijken is niet nodig, maar ook niet nauwer dan artikel 4:84 van de Awb."
        return Bevinding(Uitkomst.VOLDOET, bericht, tuple(eigen[:1]))
    return Bevinding(Uitkomst.VOLDOET, "Gezocht naar een bepaling die afwijken beperkt; geen strijd gevonden.")


def _over_afwijken(context: Context, passage: Passage) -> bool:
    """Whether a passage is about deviating from these rules (not from the advice of the UWV)."""
    laag = context.laag
    kop = laag.koppen.get(passage.artikel_nr)
    if kop is not None and vind(context, "kop_hardheid", kop.stukken[0].alinea.tekst.split(" / ", 1)[0]):
        return True
    return laag.heeft(passage, "afwijken_van_regels") and not laag.heeft(passage, "afwijken_advies")
