"""What a proposal asks of the raad, held against the decision that stands in the same document (RV-01)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from verordening_tool.checking.context import Context
from verordening_tool.checking.onderzoek.citeren import citeer, vind
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.titelvorm import Gelijkenis, gelijkenis, titels_in
from verordening_tool.checking.zaak import Bevinding, NietTeBeoordelen, Zaak
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import Alinea, Regeling, Soort
from verordening_tool.norms.schema import Check
from verordening_tool.structure.data import eerste_datum, zoek_inwerkingtreding

_KOP = 60  # characters; longer is no heading
_MEESTE_PUNTEN = 25
_EEN_PUNT = 2  # alineas of a decision that only says "besluit vast te stellen de …"
_VERORDENINGEN = frozenset({Soort.VERORDENING, Soort.WIJZIGINGSVERORDENING})
_INTREKKEN = re.compile(r"\bintrek|\bingetrokken|\bin\s+te\s+trekken|\bvervallen\b", re.IGNORECASE)
_VASTSTELLEN = re.compile(r"vast\s*(?:te\s*)?stell|vaststel|vastgesteld|in\s*(?:te\s*)?stemmen|wijzig", re.IGNORECASE)
_WERKING = re.compile(r"\bin\s+werking|\binwerking|\bingaan\b|\bingaat\b", re.IGNORECASE)
_BESLUIT = re.compile(r"\bb\s?e\s?s\s?l\s?u\s?i\s?t(?:\s?e\s?n)?\s*:?\s*$", re.IGNORECASE)
_BESLUIT_VAST = re.compile(r"\s*besluit(?:en)?\s+(?:vast|in)\s+te\s+(?:stellen|trekken)\b", re.IGNORECASE)  # all in one line
_EINDE = re.compile(
    r"\s*(?:aldus\b|namens\b|burgemeester\s+en\s+wethouders\b|de\s+griffier|de\s+voorzitter|de\s+secretaris|het\s+college\s+van)",
    re.IGNORECASE,
)


class Handeling(StrEnum):
    """What a point of a decision does."""

    VASTSTELLEN = "vaststellen"
    INTREKKEN = "intrekken"


@dataclass(frozen=True, slots=True)
class Lijst:
    """The points of a proposal or of a decision: titles by what is done with them, and the day of entry into force."""

    titels: dict[Handeling, list[tuple[str, Alinea]]]
    dag: tuple[date, Alinea] | None
    eerste: Alinea


def beslispunten(check: Check, zaak: Zaak, dag: date) -> Bevinding | NietTeBeoordelen:  # noqa: ARG001 - the shape of every onderzoek
    """Whether the points of the proposal, the decision and the annexed verordening say the same."""
    if zaak.dossier is not None:
        from verordening_tool.checking.onderzoek.dossier import besluit as in_dossier  # compares documents: needed only here

        if (bevinding := in_dossier.beslispunten(zaak.dossier.stuk_van(zaak.context.laag.regeling), zaak.dossier)) is not None:
            return bevinding
    context = zaak.context
    regeling = context.laag.regeling
    besluit = lijst(dictum(context))
    if regeling.soort in _VERORDENINGEN and (besluit is None or len(regeling.aanhef.besluit) <= _EEN_PUNT):
        return Bevinding(Uitkomst.NVT, "Boven de verordening staat geen besluit met meer punten.")
    if regeling.soort is not Soort.RAADSVOORSTEL or besluit is None:
        if besluit is None or not regeling.artikelen:
            return NietTeBeoordelen("Het stuk dat hierbij hoort, staat niet in dit bestand; toets de stukken samen met --dossier.")
        return _uitslag(regeling, besluit, [*_met_bijlage(regeling, besluit)])
    voorstel = lijst(punten(context))
    if voorstel is None:
        return NietTeBeoordelen("De beslispunten van het voorstel zijn niet herkend.")
    verschillen = [*_vergelijk(regeling, voorstel, besluit), *(_met_bijlage(regeling, besluit) if regeling.artikelen else ())]
    return _uitslag(regeling, voorstel, verschillen)


def _uitslag(regeling: Regeling, gelezen: Lijst, verschillen: Sequence[Plaats]) -> Bevinding:
    if not verschillen:
        bericht = "De beslispunten zijn gelijk aan het besluit."
        return Bevinding(Uitkomst.VOLDOET, bericht, (citeer(regeling, gelezen.eerste.nr),))
    return Bevinding(Uitkomst.STRIJDIG, "Voorstel, besluit en verordening zeggen niet hetzelfde.", tuple(dict.fromkeys(verschillen)))


def punten(context: Context) -> list[Alinea]:
    """The points that the proposal asks the raad to decide: below their heading, up to the next heading.

    A heading with points that name a verordening goes before one with a summary ("Voorstel aan de raad").
    """
    alineas = context.laag.regeling.lopende_tekst
    eerste: list[Alinea] = []
    for i, alinea in enumerate(alineas):
        if len(alinea.tekst) <= _KOP and vind(context, "kop_beslispunten", alinea.tekst):
            gevonden = list(_tot_kop(context, alineas[i + 1 :]))
            if lijst(gevonden) is not None:
                return gevonden
            if not eerste and any(_is_punt(punt.tekst) for punt in gevonden):
                eerste = gevonden
    return eerste


def dictum(context: Context) -> list[Alinea]:
    """The points of the decision: in the aanhef of the regulation, or below "besluit" at the end of the proposal."""
    regeling = context.laag.regeling
    if regeling.aanhef.besluit:
        return list(regeling.aanhef.besluit)
    alineas = regeling.lopende_tekst
    for i in range(len(alineas) - 1, -1, -1):
        tekst = alineas[i].tekst
        if _BESLUIT_VAST.match(tekst):
            return list(_tot_kop(context, alineas[i:]))
        if (
            len(tekst) <= _KOP and "raad" not in tekst.lower() and vind(context, "kop_beslispunten", tekst)
        ):  # "Voorgesteld besluit" heads what is asked
            continue
        if _BESLUIT.search(tekst) and (len(tekst) <= _KOP or "raad" in tekst.lower()):
            gevonden = list(_tot_kop(context, alineas[i + 1 :]))
            if any(_is_punt(punt.tekst) for punt in gevonden):
                return gevonden
    return []


def _tot_kop(context: Context, alineas: Sequence[Alinea]) -> Iterator[Alinea]:
    blokken = context.laag.regeling.blokken
    gezien = False
    for alinea in alineas[:_MEESTE_PUNTEN]:
        blok = blokken[alinea.nr]
        punt = _is_punt(alinea.tekst)
        if _EINDE.match(alinea.tekst) and not punt:
            return
        kop = blok.kopniveau is not None or (blok.nummer is None and len(alinea.tekst) <= _KOP and alinea.tekst.rstrip()[-1:] not in ".;:,")
        if gezien and kop and not punt:
            return
        gezien = gezien or punt
        yield alinea


def _is_punt(tekst: str) -> bool:
    return any(patroon.search(tekst) for patroon in (_VASTSTELLEN, _INTREKKEN, _WERKING))


def lijst(alineas: Sequence[Alinea]) -> Lijst | None:
    """The points with their titles and day; None when none of them sets or withdraws a verordening."""
    titels: dict[Handeling, list[tuple[str, Alinea]]] = {handeling: [] for handeling in Handeling}
    dag: tuple[date, Alinea] | None = None
    for alinea in alineas:
        genoemd = [titel.tekst for titel in titels_in(alinea.tekst)]
        if _INTREKKEN.search(alinea.tekst):
            titels[Handeling.INTREKKEN] += [(titel, alinea) for titel in genoemd]
        elif _VASTSTELLEN.search(alinea.tekst):
            titels[Handeling.VASTSTELLEN] += [(titel, alinea) for titel in genoemd]
        if _WERKING.search(alinea.tekst) and (gevonden := eerste_datum(alinea.tekst)) is not None:
            dag = (gevonden, alinea)
    eerste = next((alinea for alinea in alineas if _is_punt(alinea.tekst)), None)
    return Lijst(titels, dag, eerste) if eerste is not None and any(titels.values()) else None


def _vergelijk(regeling: Regeling, voorstel: Lijst, besluit: Lijst) -> Iterator[Plaats]:
    """Where the proposal and the decision differ, as places in the decision (or in the proposal, for what the decision lacks)."""
    for handeling in Handeling:
        gevraagd, besloten = voorstel.titels[handeling], besluit.titels[handeling]
        for titel, alinea in besloten:
            if gevraagd and not any(zelfde_titel(ander, titel) for ander, _ in gevraagd):
                yield citeer(regeling, alinea.nr, f"De beslispunten noemen “{gevraagd[0][0]}”, het besluit “{titel}”.")
        if gevraagd and not besloten:
            yield citeer(regeling, gevraagd[0][1].nr, f"Het besluit zegt niets over dit beslispunt ({handeling.value}).")
        if besloten and not gevraagd:
            yield citeer(regeling, besloten[0][1].nr, f"De beslispunten zeggen niets over dit deel van het besluit ({handeling.value}).")
    if voorstel.dag and besluit.dag and voorstel.dag[0] != besluit.dag[0]:
        dagen = [dutch_date(een.dag[0]) for een in (voorstel, besluit) if een.dag]
        bericht = f"De beslispunten noemen {dagen[0]} als dag van inwerkingtreding, het besluit {dagen[1]}."
        yield citeer(regeling, besluit.dag[1].nr, bericht)


def _met_bijlage(regeling: Regeling, besluit: Lijst) -> Iterator[Plaats]:
    """Where the decision differs from the verordening that stands below it."""
    titel = regeling.citeertitel
    vast = besluit.titels[Handeling.VASTSTELLEN]
    if titel and vast and not any(zelfde_titel(ander, titel) for ander, _ in vast):
        yield citeer(regeling, vast[0][1].nr, f"De verordening hieronder heet “{titel}”.")
    eigen = zoek_inwerkingtreding(regeling.artikelen)
    if besluit.dag and eigen and eigen.datum and eigen.datum != besluit.dag[0]:
        yield citeer(regeling, besluit.dag[1].nr, f"De verordening hieronder treedt in werking op {dutch_date(eigen.datum)}.")


def zelfde_titel(titel: str, ander: str) -> bool:
    """Whether two titles mean the same: equal, or one of them shorter."""
    return gelijkenis(titel, ander) in (Gelijkenis.GELIJK, Gelijkenis.KORTER) or gelijkenis(ander, titel) is Gelijkenis.KORTER
