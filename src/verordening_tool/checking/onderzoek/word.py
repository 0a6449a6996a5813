"""What Word keeps up to date and people overtake: cross-reference fields, and numbers typed where Word counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.plaatsen import citeer, hele_alinea
from verordening_tool.checking.zaak import Bevinding, Zaak
from verordening_tool.document.blok import Blok, Deel, Nummerbron
from verordening_tool.document.regeling import Alinea, Vindplaats
from verordening_tool.norms.schema import Check

_KAPOT = re.compile(
    r"(?:Fout!|Error!)\s*(?:Verwijzingsbron niet gevonden|Bladwijzer niet gedefinieerd|Reference source not found|Bookmark not defined)\.?"
)
_WOORD = re.compile(r"[^\W\d_]{2,}")


def velden(check: Check, zaak: Zaak, dag: date) -> Bevinding:  # noqa: ARG001 - the shape of every onderzoek
    """Cross-reference fields that show another number than their target has, or that lost their target."""
    blokken = zaak.context.laag.regeling.blokken
    plaatsen = tuple(plaats for blok in blokken for plaats in _verouderd(blok))
    if plaatsen:
        return Bevinding(Uitkomst.STRIJDIG, "Een automatische verwijzing in Word is niet bijgewerkt.", plaatsen)
    if not any(veld.verwacht for blok in blokken for veld in blok.velden):
        return Bevinding(Uitkomst.NVT, "Dit bestand heeft geen automatische verwijzingen.")
    return Bevinding(Uitkomst.VOLDOET, "Gezocht naar automatische verwijzingen die niet zijn bijgewerkt; geen strijd gevonden.")


def _verouderd(blok: Blok) -> Iterator[Plaats]:
    plek = Vindplaats(blok.deel, alinea=blok.alinea)
    for veld in blok.velden:
        getoond = blok.tekst[veld.start : veld.eind]
        if veld.verwacht is not None and getoond.strip() and _kaal(getoond) != _kaal(veld.verwacht):
            yield citeer(blok.tekst, plek, veld.start, veld.eind, f'Dit veld hoort nu "{veld.verwacht.strip()}" te tonen.')
    for kapot in _KAPOT.finditer(blok.tekst) if "!" in blok.tekst else ():
        yield citeer(blok.tekst, plek, *kapot.span(), "Het doel van deze automatische verwijzing bestaat niet meer.")


def _kaal(tekst: str) -> str:
    """What a reader compares: the number without the word before it, or the words when there is no number."""
    zonder_woorden = _WOORD.sub("", tekst)
    kern = zonder_woorden if any(teken.isalnum() for teken in zonder_woorden) else tekst
    return "".join(kern.split()).strip(".:;,)(").casefold()


def getypte_nummers(check: Check, zaak: Zaak, dag: date) -> Bevinding:  # noqa: ARG001 - the shape of every onderzoek
    """Typed numbers in a list that Word counts: leden of one article, onderdelen of one lid, articles of one regulation."""
    regeling = zaak.context.laag.regeling
    blokken = regeling.blokken
    if not any(blok.nummerbron is Nummerbron.BEREKEND for blok in blokken):
        return Bevinding(Uitkomst.VOLDOET, "Gezocht naar getypte nummers naast automatische; geen strijd gevonden.")
    plaatsen: list[Plaats] = []
    koppen = [(artikel.kop, artikel.nummer, None) for artikel in regeling.artikelen if artikel.kop is not None]
    plaatsen += _gemengd(blokken, koppen)
    for artikel in regeling.artikelen:
        plaatsen += _gemengd(blokken, [(lid.alineas[0], artikel.nummer, lid.nummer) for lid in artikel.leden if lid.alineas and lid.nummer])
        for lid in artikel.leden:
            rij = [onderdeel for onderdeel in lid.onderdelen if onderdeel.alineas and onderdeel.nummer[:1].isalnum()]
            plaatsen += _gemengd(blokken, [(onderdeel.alineas[0], artikel.nummer, lid.nummer) for onderdeel in rij])
    if not plaatsen:
        return Bevinding(Uitkomst.VOLDOET, "Gezocht naar getypte nummers naast automatische; geen strijd gevonden.")
    bericht = "Een getypt nummer staat tussen nummers die Word zelf telt."
    return Bevinding(Uitkomst.STRIJDIG, bericht, tuple(dict.fromkeys(plaatsen)))


def _gemengd(blokken: Sequence[Blok], rij: Sequence[tuple[Alinea, str, str | None]]) -> list[Plaats]:
    """The typed ones of a row that holds both kinds."""
    if not {Nummerbron.BEREKEND, Nummerbron.GETYPT} <= {blokken[alinea.nr].nummerbron for alinea, _, _ in rij}:
        return []
    return [
        hele_alinea(alinea, Deel.LICHAAM, f'Het nummer "{blokken[alinea.nr].nummer}" is getypt.', artikel=artikel, lid=lid)
        for alinea, artikel, lid in rij
        if blokken[alinea.nr].nummerbron is Nummerbron.GETYPT
    ]
