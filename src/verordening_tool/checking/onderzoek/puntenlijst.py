"""Where the points of a proposal or a decision stand, and what they say: what is set, what is withdrawn, from which day, and what else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from verordening_tool.checking.context import Context
from verordening_tool.checking.onderzoek.citeren import vind
from verordening_tool.checking.titelvorm import Gelijkenis, Titel, gelijkenis, titels_in
from verordening_tool.document.regeling import Alinea, Soort
from verordening_tool.language.folding import fold
from verordening_tool.language.zinnen import splits
from verordening_tool.structure.data import eerste_datum

_KOP = 60  # characters; longer is no heading
_MEESTE_PUNTEN = 25
_INTREKKEN = re.compile(r"\bintrek|\bingetrokken|\bin\s+te\s+trekken|\bvervallen\b", re.IGNORECASE)
_VASTSTELLEN = re.compile(  # not: "de Verordening X, vastgesteld op 3 maart 2018 en later gewijzigd, in te trekken"
    r"vast\s*(?:te\s*)?stell|vaststel|vastgesteld(?!\s+(?:op|bij|door|in)\b)|in\s*(?:te\s*)?stemmen|(?<!ge)wijzig", re.IGNORECASE
)
_WERKING = re.compile(r"\bin\s+werking|\binwerking|\bingaan\b|\bingaat\b", re.IGNORECASE)
_MET_INGANG = re.compile(r"\b(?:per|met\s+ingang\s+van|ingaande)\s+(?=\d)", re.IGNORECASE)
_BESLUIT = re.compile(r"\bb\s?e\s?s\s?l\s?u\s?i\s?t(?:\s?e\s?n)?(?:\s+om)?\s*:?\s*$", re.IGNORECASE)
_BESLUIT_VAST = re.compile(r"\s*besluit(?:en)?\s+(?:vast|in)\s+te\s+(?:stellen|trekken)\b", re.IGNORECASE)  # all in one line
_EINDE = re.compile(
    r"\s*(?:aldus\b|namens\b|burgemeester\s+en\s+wethouders\b|de\s+griffier|de\s+voorzitter|de\s+secretaris|het\s+college\s+van)",
    re.IGNORECASE,
)
# A sentence in which the college asks something of the raad, with or without the points in it.
_VRAAGT = re.compile(
    r"\b(?:wij|we|college|burgemeester\s+en\s+wethouders)\b[^.:]*\b(?:stel(?:t|len)|advise(?:ert|ren)|verzoek(?:t|en)|vra(?:agt|gen))\b"
    r"|\braad\s+wordt\s+(?:gevraagd|voorgesteld|verzocht|geadviseerd)\b",
    re.IGNORECASE,
)
_LEIDT_IN = re.compile(r"(?::|\bom)\s*$", re.IGNORECASE)
_REGEL = re.compile(r"\n|;\s+")  # a cell of a table holds all points, each on a line
_NUMMER = re.compile(r"^\s*(?:\d{1,2}|[a-z]|[IVX]{1,4})[.)]\s+")
# Where within one sentence the next point begins.
_ZINSDEEL = re.compile(
    r",?\s+en\s+(?=(?:om\s+|daarmee\s+|daarbij\s+|tevens\s+|gelijktijdig\s+)?"
    r"(?:de\s+(?:[\w-]+\s+)?[\w-]*verordening|te\s+bepalen|in\s+te\s+trekken|vast\s+te\s+stellen|intrekk))"
    r"|,\s+(?=(?:de|daarbij|te\s+bepalen)\b)",
    re.IGNORECASE,
)
_HOEVEELSTE = re.compile(r"\b(?:eerste|tweede|derde|vierde|vijfde|zesde)\s+wijziging\w*\s+(?:van\s+de\s+)?$", re.IGNORECASE)
# A point is one infinitive ("een bedrag beschikbaar te stellen"); a sentence with a verb of its own is text below the points.
_ZIN = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|kan|kunnen|mag|mogen|moet|moeten|zal|zullen|krijgt|krijgen|gaat|gaan|komt"
    r"|komen|kwam|kwamen|blijft|blijven|geeft|geven|vraagt|vragen|biedt|bieden|draagt|ligt|bestaat|volgt|staat|staan|wil|willen|om)\b|\.\s+[a-z]"
)
_BIJZIN = re.compile(r"\b(?:dat|die|zoals|welke|waarin|waarmee|zodra|als)\b.*")
_TE_DOEN = re.compile(r"\bte\s+\w+en\b|\w{4,}en\s*[.;]?\s*$")
_BESLIST_IETS = re.compile(r"\bte\s+(?!nemen|bepalen|informeren)\w+en\b")
_OOK_OVER_VERORDENING = re.compile(r"\bop\s+te\s+dragen\b|\bbeschikbaar\s+te\b|\bevalu")
_OVER_ARTIKEL = re.compile(r"\W*artikel(?:en)?\s+\d", re.IGNORECASE)
_KENNISNEMEN = re.compile(r"\bkennis\s?(?:te\s+)?nemen\b|\bter\s+kennis")
_WOORD = re.compile(r"[a-z]{5,}")
_GEWOON = frozenset(("stellen", "trekken", "bepalen", "besluiten", "gemeente", "bedrag"))
_STAM = 6  # letters that two forms of a word share


class Handeling(StrEnum):
    """What a point of a decision does."""

    VASTSTELLEN = "vaststellen"
    INTREKKEN = "intrekken"


@dataclass(frozen=True, slots=True)
class Lijst:
    """The points of a proposal or of a decision: titles by what is done with them, the days, and what else is decided.

    ``volledig`` is False for a sentence in the text that may not name all of them.
    """

    titels: dict[Handeling, list[tuple[str, Alinea]]]
    dag: tuple[date, Alinea] | None
    intrekdag: tuple[date, Alinea] | None
    overig: list[tuple[str, Alinea]]
    tekst: str
    eerste: Alinea
    volledig: bool = True

    def alleen_hier(self, ander: Lijst) -> Iterator[tuple[str, Alinea]]:
        """The other points of which ``ander`` has hardly a word; those of the titles are everywhere and tell nothing."""
        titels = fold(" ".join(titel for een in (self, ander) for rij in een.titels.values() for titel, _ in rij))
        for tekst, alinea in self.overig:
            woorden = {woord[:_STAM] for woord in _WOORD.findall(fold(tekst)) if woord not in _GEWOON and woord not in titels}
            if woorden and 2 * sum(woord in ander.tekst for woord in woorden) < len(woorden):
                yield tekst, alinea


# --- where they stand -----------------------------------------------------------------------------------------------


def gevraagd(context: Context) -> list[Alinea]:
    """What a proposal asks the raad to decide: its points, or the decision that opens it in their place ("De raad besluit: …")."""
    eerste = punten(context)
    if lijst(eerste) is not None:
        return eerste
    alineas = context.laag.regeling.lopende_tekst
    besluit = _dictum(context)
    opent = bool(besluit) and besluit[0] in alineas[: len(alineas) // 2]
    return besluit if opent else eerste


def punten(context: Context) -> list[Alinea]:
    """The points that the proposal asks the raad to decide: below their heading, else behind or in a sentence that asks for them."""
    onder_kop = _onder_kop(context)
    return onder_kop if lijst(onder_kop) is not None else next(_in_zinnen(context, context.laag.regeling.lopende_tekst), onder_kop)


def _onder_kop(context: Context) -> list[Alinea]:
    """The points below their heading, up to the next: of several lists that name a verordening the longest, not a summary."""
    alineas = context.laag.regeling.lopende_tekst
    koppen = (i for i, alinea in enumerate(alineas) if len(alinea.tekst) <= _KOP and vind(context, "kop_beslispunten", alinea.tekst))
    gevonden = [list(_tot_kop(context, alineas[i + 1 :])) for i in koppen]
    return max(gevonden, key=lambda rij: (lijst(rij) is not None, sum(_is_punt(punt.tekst) for punt in rij)), default=[])


def _in_zinnen(context: Context, alineas: Sequence[Alinea]) -> Iterator[list[Alinea]]:
    """Points behind a sentence that asks for them, or in that sentence itself."""
    for i, alinea in enumerate(alineas):
        if not _VRAAGT.search(alinea.tekst):
            continue
        if _LEIDT_IN.search(alinea.tekst):
            kandidaten = [list(_tot_kop(context, alineas[i + 1 :]))]
        else:
            zinnen = [alinea.tekst[zin.start : zin.eind] for zin in splits(alinea.tekst)]
            kandidaten = [[Alinea(alinea.nr, zin)] for zin in zinnen if _VRAAGT.search(zin)]
        yield from (gevonden for gevonden in kandidaten if lijst(gevonden) is not None)


def dictum(context: Context) -> list[Alinea]:
    """The points of the decision; in a proposal only when they are not the points that it asks for."""
    gevonden = _dictum(context)
    if context.laag.regeling.soort is not Soort.RAADSVOORSTEL:
        return gevonden
    return [] if {alinea.nr for alinea in gevonden} <= {alinea.nr for alinea in gevraagd(context)} else gevonden


def _dictum(context: Context) -> list[Alinea]:
    """The points in the aanhef of the regulation, or below "besluit" at the end of the proposal."""
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


def voorstel(context: Context) -> Lijst | None:
    """What a proposal asks, read; a lone sentence in the text that names one thing only may not be all of it."""
    alineas = gevraagd(context)
    gelezen = lijst(alineas)
    if gelezen is None or len(alineas) > 1 or alineas == _onder_kop(context):
        return gelezen
    dingen = [*(rij for rij in gelezen.titels.values() if rij), *([gelezen.dag] if gelezen.dag else [])]
    return replace(gelezen, volledig=len(dingen) > 1)


# --- what they say --------------------------------------------------------------------------------------------------


def lijst(alineas: Sequence[Alinea]) -> Lijst | None:
    """The points with their titles and days; None when none of them sets or withdraws a verordening."""
    titels: dict[Handeling, list[tuple[str, Alinea]]] = {handeling: [] for handeling in Handeling}
    dag: tuple[date, Alinea] | None = None
    intrekdag: tuple[date, Alinea] | None = None
    overig: list[tuple[str, Alinea]] = []
    begonnen = False
    in_lijst = True
    for alinea in alineas:
        for regel in _REGEL.split(alinea.tekst):
            in_lijst = in_lijst and (not begonnen or _is_opdracht(fold(regel)))
            if in_lijst and _is_overig(fold(regel)):
                overig.append((_NUMMER.sub("", regel, count=1).strip(" .;"), alinea))
            for deel in (deel for zin in splits(regel) for deel in _zinsdelen(regel[zin.start : zin.eind])):
                for titel in () if _OVER_ARTIKEL.match(deel) else titels_in(deel):
                    if (handeling := _handeling(deel, titel)) is not None:
                        titels[handeling].append((_voluit(deel, titel), alinea))
                if (gevonden := _inwerkingtreding(deel)) is not None:
                    dag = (gevonden, alinea)
                if (gevonden := _intrekdag(deel)) is not None:
                    intrekdag = (gevonden, alinea)
                begonnen = begonnen or _is_punt(deel)
    eerste = next((alinea for alinea in alineas if _is_punt(alinea.tekst)), None)
    if eerste is None or not any(titels.values()):
        return None
    return Lijst(titels, dag, intrekdag, overig, fold(" ".join(een.tekst for een in alineas)), eerste)


def _zinsdelen(zin: str) -> list[str]:
    """The sentence in parts that each say what is done: a part without a verb goes to the next, or to a last that begins with its verb."""
    if not _is_punt(zin):
        return []
    delen: list[str] = []
    wacht = ""
    for deel in _ZINSDEEL.split(zin):
        if _is_punt(deel):
            delen.append(f"{wacht} {deel}".strip())
            wacht = ""
        elif delen and _werkwoord_voorop(delen[-1]):
            delen[-1] += f", {deel}"
        else:
            wacht = f"{wacht} {deel}".strip()
    if wacht:
        delen[-1:] = [", ".join([*delen[-1:], wacht])]
    return delen


def _werkwoord_voorop(deel: str) -> bool:
    titel = next(titels_in(deel), None)
    return titel is not None and _is_punt(deel[: titel.start])


def _handeling(deel: str, titel: Titel) -> Handeling | None:
    """What is done with the title: the first verb behind it, or the last before it when the part begins with its verb."""
    soorten = ((_VASTSTELLEN, Handeling.VASTSTELLEN), (_INTREKKEN, Handeling.INTREKKEN), (_WERKING, None))
    gevonden = sorted((treffer.start(), soort or "") for patroon, soort in soorten for treffer in patroon.finditer(deel))
    voor = [soort for plek, soort in gevonden if plek < titel.start]
    achter = [soort for plek, soort in gevonden if plek >= titel.eind]
    keuze = voor[-1:] if _werkwoord_voorop(deel) else achter[:1] or voor[-1:]
    return Handeling(keuze[0]) if keuze and keuze[0] else None


def _voluit(deel: str, titel: Titel) -> str:
    """The title with "Tweede wijzigingsverordening" before it, which is part of the title of a change."""
    hoeveelste = _HOEVEELSTE.search(deel[: titel.start])
    return f"{hoeveelste[0]}{titel.tekst}" if hoeveelste else titel.tekst


def _inwerkingtreding(deel: str) -> date | None:
    if _WERKING.search(deel):
        return eerste_datum(deel)
    if _VASTSTELLEN.search(deel) and (vanaf := _MET_INGANG.search(deel)):
        tot = _INTREKKEN.search(deel)
        return eerste_datum(deel[vanaf.end() :]) if tot is None or vanaf.start() < tot.start() else None
    return None


def _intrekdag(deel: str) -> date | None:
    vanaf = _MET_INGANG.search(deel)
    if vanaf is None or not _INTREKKEN.search(deel) or _WERKING.search(deel) or _VASTSTELLEN.search(deel):
        return None
    return eerste_datum(deel[vanaf.end() :])


def _is_opdracht(regel: str) -> bool:
    """Whether the line says what to decide, and tells nothing: a list of points ends where the telling begins."""
    hoofdzin = _BIJZIN.sub("", _NUMMER.sub("", regel))
    return not hoofdzin.strip() or _is_punt(regel) or (_TE_DOEN.search(hoofdzin) is not None and _ZIN.search(hoofdzin) is None)


def _is_overig(regel: str) -> bool:
    """Whether the line decides on something else than the verordening, its entry into force or the withdrawal of another."""
    if not _is_opdracht(regel) or _ZIN.search(_BIJZIN.sub("", _NUMMER.sub("", regel))):
        return False
    if _KENNISNEMEN.search(regel) or _WERKING.search(regel) or _VRAAGT.search(regel) or not _BESLIST_IETS.search(regel):
        return False
    return "verordening" not in regel or _OVER_ARTIKEL.match(regel) is not None or _OOK_OVER_VERORDENING.search(regel) is not None


def zelfde_titel(titel: str, ander: str) -> bool:
    """Whether two titles mean the same: equal, or one of them shorter."""
    return gelijkenis(titel, ander) in (Gelijkenis.GELIJK, Gelijkenis.KORTER) or gelijkenis(ander, titel) is Gelijkenis.KORTER
