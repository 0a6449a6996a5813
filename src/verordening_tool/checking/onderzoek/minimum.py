"""Whether the numbers of places that a letter or proposal names are right for the minister's number of that gemeente and year (RV-03).

The minister sets, per gemeente, how many dienstbetrekkingen there are at the least at the end of a year (Participatiewet 10b, lid 4). A
number of new places in a year, of people or of fte is another thing and is not compared with it. The raad may set a higher number, but
only in a verordening (lid 5).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from verordening_tool.checking.oordeel import Uitkomst
from verordening_tool.checking.zaak import Bevinding, NietTeBeoordelen, Zaak
from verordening_tool.document.regeling import Regeling
from verordening_tool.fouten import Gebruiksfout
from verordening_tool.norms.gemeenten import Aantal, Gemeente, ministerieel_aantal, vind_gemeente
from verordening_tool.norms.schema import Check
from verordening_tool.references.grondslag import citaties

if TYPE_CHECKING:
    from verordening_tool.checking.plekken import Plekkental

_EERSTE_JAAR = 2017  # before that the minister set no number
_EXTRA = re.compile(r"\b(?:extra|met \w+ \w+ boven|aan toe|bovenop|erbij|daarboven)\b", re.IGNORECASE)
_BIJ = re.compile(r"\bkom(?:t|en) er\b[^.;]{0,60}\bbij\b|\bstijging met\b", re.IGNORECASE)
_MINISTER = re.compile(r"\bministeri?\w*|\btaakstelling\b", re.IGNORECASE)
_BEPAALD = re.compile(
    r"\b(?:bepaald|vastgesteld|het aantal|bedraagt|gaat het\b[^.;]{0,40}?\bom|komt (?:dit|dat)\b[^.;]{0,40}?\bneer|betekent (?:dit|dat))\b",
    re.IGNORECASE,
)
_BEPAALD_DAT = r"\b(?:bepaalt|bepaalde?|vastgesteld|voorgeschreven)\s+dat\b[^.;,]{0,40}\b(?:ten minste|minimaal|minstens)\s+"
_EIGEN_KEUZE = re.compile(r"\b(?:wij|we|raad|college|verordening|ambitie|streven|streeft|willen|hoger|meer dan|extra)\b", re.IGNORECASE)
# what is left, not what must be there
_OVER = re.compile(
    r"\b(?:nog (?:maar|slechts|enkele)|nog \w+ (?:(?:is|zijn) )?nodig|vrije?|nog over|onbezet\w*"
    r"|nog \w+ (?:plek(?:ken)?|plaats(?:en|ing(?:en)?)?|dienstbetrekking(?:en)?|baan|banen) (?:(?:is|zijn) )?"
    r"(?:nodig|te gaan|vrij|open|(?:in )?te vullen))\b",
    re.IGNORECASE,
)
_ERVOOR = 3  # lines: the paragraph before, and the heading between
_HOGER = re.compile(
    r"\b(?:hoger aantal|boven (?:het|dit|dat) (?:minimum)?(?:aantal)?|extra (?:plekken|dienstbetrekkingen))\b", re.IGNORECASE
)


def plekken_minister(check: Check, zaak: Zaak, dag: date) -> Bevinding | NietTeBeoordelen:  # noqa: ARG001 - the shape of every onderzoek
    """The numbers in the document against those of the minister."""
    from verordening_tool.checking.plekken import vind_plekken  # only letters and proposals need it

    regeling = zaak.context.laag.regeling
    tallen = [tal for tal in vind_plekken(zaak.context) if _moet_er_komen(tal)]
    if not tallen:
        return Bevinding(Uitkomst.NVT, "Het stuk noemt geen aantal plekken dat er moet komen.")
    gemeente = _gemeente(zaak)
    if gemeente is None:
        return NietTeBeoordelen(
            f"Het stuk noemt een aantal plekken, maar de gemeente ({regeling.gemeente or 'niet genoemd'}) is niet bekend."
        )
    bevindingen = [
        _beoordeel(replace(tal, van_minister=tal.van_minister or _door_minister(tal, regeling)), gemeente, zaak) for tal in tallen
    ]
    strijdig = [een for een in bevindingen if isinstance(een, Bevinding) and een.uitkomst is Uitkomst.STRIJDIG]
    if strijdig:
        plaatsen = tuple(plaats for een in strijdig for plaats in een.plaatsen)
        return Bevinding(Uitkomst.STRIJDIG, "Het aantal plekken klopt niet met het aantal dat de minister bepaalde.", plaatsen)
    if goed := [een.bericht for een in bevindingen if isinstance(een, Bevinding)]:
        return Bevinding(Uitkomst.VOLDOET, " ".join(dict.fromkeys(goed)))
    if all(tal.jaar is not None and tal.jaar < _EERSTE_JAAR for tal in tallen):
        return Bevinding(Uitkomst.NVT, f"Voor {_EERSTE_JAAR} bepaalde de minister geen aantal.")
    return NietTeBeoordelen(" ".join(dict.fromkeys(een.reden for een in bevindingen if isinstance(een, NietTeBeoordelen))))


def _moet_er_komen(tal: Plekkental) -> bool:
    """Whether a number says how many places there must be, and not how many there are, are left or come on top."""
    moet = re.search(rf"{_BEPAALD_DAT}{int(tal.aantal)}\b", tal.plaats.citaat, re.IGNORECASE)  # "bepaald dat … zijn gerealiseerd"
    bestaat = tal.bestaand and moet is None
    return not (bestaat or _OVER.search(tal.plaats.citaat) or _alleen_extra(tal))


def _alleen_extra(tal: Plekkental) -> bool:
    """Whether it counts only what comes on top of the minister's number ("drie plekken extra", "24 erbij, samen 378")."""
    komt_bij = tal.aard != "in_jaar" and _BIJ.search(tal.plaats.citaat)
    if tal.van_minister or not (komt_bij or _EXTRA.search(tal.plaats.citaat)):
        return False
    return re.search(rf"\b(?:samen|totaal|daarmee)\D{{0,30}}\b{int(tal.aantal)}\b", tal.plaats.citaat) is None


def _door_minister(tal: Plekkental, regeling: Regeling) -> bool:
    """Whether the lines before speak of the minister, and the sentence goes on with what that is here ("is bepaald op 26 plekken")."""
    if not _BEPAALD.search(tal.plaats.citaat) or _EIGEN_KEUZE.search(tal.plaats.citaat) or tal.plaats.alinea is None:
        return False
    ervoor = [blok.tekst for blok in regeling.blokken if blok.alinea < tal.plaats.alinea and blok.tekst.strip()][-_ERVOOR:]
    return any(_MINISTER.search(tekst) for tekst in (*ervoor, tal.plaats.voor))


def _gemeente(zaak: Zaak) -> Gemeente | None:
    """The gemeente of the document, else that of the dossier."""
    stukken = zaak.dossier.stukken if zaak.dossier else ()
    namen = [zaak.context.laag.regeling.gemeente, *(stuk.regeling.gemeente for stuk in stukken)]
    return next((gemeente for naam in dict.fromkeys(namen) if (gemeente := gemeente_met_naam(naam)) is not None), None)


def gemeente_met_naam(naam: str | None) -> Gemeente | None:
    """The gemeente with this present or former name; None when there is none."""
    try:
        return vind_gemeente(naam) if naam else None
    except Gebruiksfout:
        return None


def _beoordeel(tal: Plekkental, gemeente: Gemeente, zaak: Zaak) -> Bevinding | NietTeBeoordelen:
    """One number: right, wrong, or why that can not be said."""
    if tal.jaar is None:
        return NietTeBeoordelen("Het stuk noemt bij het aantal plekken geen jaar.")
    if tal.eenheid == "fte" or (tal.eenheid == "personen" and not tal.van_minister):
        return NietTeBeoordelen(f"Het stuk telt {tal.eenheid}; het aantal van de minister telt dienstbetrekkingen.")
    if tal.jaar < _EERSTE_JAAR:
        return NietTeBeoordelen(f"In {tal.jaar} bepaalde de minister nog geen aantal.")
    if tal.aard == "in_jaar" and not tal.van_minister and tal.jaar != _EERSTE_JAAR:
        return NietTeBeoordelen(
            f"Het stuk noemt nieuwe plekken in {tal.jaar}; het aantal van de minister is dat aan het einde van het jaar."
        )
    minimum = ministerieel_aantal(gemeente, tal.jaar)
    if minimum is None:
        return NietTeBeoordelen(f"Het aantal van de minister voor {gemeente.naam} in {tal.jaar} is hier niet bekend.")
    return _vergelijk(tal, minimum, gemeente, zaak)


def _vergelijk(tal: Plekkental, minimum: Aantal, gemeente: Gemeente, zaak: Zaak) -> Bevinding | NietTeBeoordelen:
    bekend = f"Voor {gemeente.naam} bepaalde de minister voor eind {tal.jaar} ten minste {minimum.aantal} ({minimum.bron})."
    if tal.aantal == minimum.aantal:
        return Bevinding(Uitkomst.VOLDOET, f"Het aantal is gelijk aan dat van de minister. {bekend}")
    if tal.van_minister and not tal.precies:
        return NietTeBeoordelen(f"Het stuk noemt het aantal niet precies. {bekend}")
    if tal.van_minister or tal.aantal < minimum.aantal:
        return _strijdig(tal, bekend if tal.van_minister else f"{bekend} Minder mag niet.")
    return _hoger(tal, bekend, zaak)


def _hoger(tal: Plekkental, bekend: str, zaak: Zaak) -> Bevinding | NietTeBeoordelen:
    """More than the minister's number, which only a verordening can set."""
    verordeningen = zaak.dossier.verordeningen if zaak.dossier else ()
    if any(_stelt_hoger_aantal_vast(stuk.regeling) for stuk in verordeningen):
        return Bevinding(Uitkomst.VOLDOET, f"Het aantal is hoger, en de verordening stelt een hoger aantal vast. {bekend}")
    if verordeningen:
        return _strijdig(tal, f"{bekend} Een hoger aantal kan alleen in de verordening; {verordeningen[0].naam} regelt dat niet.")
    return NietTeBeoordelen(f"{bekend} Het stuk noemt er meer; of de verordening dat regelt, blijkt alleen in een dossier (--dossier).")


def _strijdig(tal: Plekkental, bericht: str) -> Bevinding:
    return Bevinding(Uitkomst.STRIJDIG, bericht, (replace(tal.plaats, bericht=bericht),))


def _stelt_hoger_aantal_vast(regeling: Regeling) -> bool:
    """Whether a verordening uses lid 5: it cites it, or its articles say so."""
    citeert = any(doel.artikel == "10b" and doel.lid == "5" for citaat in citaties(regeling) for doel in citaat.verwijzing.doelen)
    ingevoegd = (artikel for wijziging in regeling.wijzigingen for artikel in wijziging.artikelen)
    return citeert or any(_HOGER.search(artikel.tekst) for artikel in (*regeling.artikelen, *ingevoegd))
