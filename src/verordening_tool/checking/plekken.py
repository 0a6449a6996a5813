"""Numbers of places beschut werk that a text names: how many, of what, for which year, as a stock or as new ones.

Read from sentences ("in 2015 twaalf plekken, in 2016 vijftien"), from "het aantal … bedraagt 8", from lists per year and from tables. Left
out: what is counted for the whole country, a region or another gemeente, what is no beschut werk (Wsw, garantiebanen, stages), people
who only applied or were advised, amounts of money and time, references, and what is denied or only supposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from verordening_tool.checking import plekwoorden as woorden
from verordening_tool.checking.context import Context
from verordening_tool.checking.nabijheid import Nabijheid, Omgeving, contexten
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.passages import Passage, Tekstlaag
from verordening_tool.checking.plekjaren import enig_jaar, jaar_bij, jaar_eerder, jaar_van_document
from verordening_tool.checking.plektabellen import Cijfer, cijfers_in_tabellen
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Regeling
from verordening_tool.language.begrippen import Span
from verordening_tool.language.folding import fold
from verordening_tool.language.getallen import TELWOORD, waarde
from verordening_tool.language.ontkenning import is_ontkend
from verordening_tool.language.verzameling import nummers, verzameling
from verordening_tool.structure.gemeente import genoemd

MEESTE = 1500  # more places than any gemeente has: a number of the whole country
_IN_DELEN = frozenset({Deel.LICHAAM, Deel.TOELICHTING, Deel.BIJLAGE})
# Words of which a passage must hold one of each: a number (but "een" only when written "één"), and what it counts.
_GETAL = re.compile(rb"[a-z0-9]*[0-9][a-z0-9]*|(?!een$)" + TELWOORD.encode() + rb"[a-z0-9]*")
_EEN = re.compile(rb"een")
_EEN_MET_ACCENT = re.compile(r"\b(?:één|éen)\b", re.IGNORECASE)
_GETELD = re.compile(rf"(?:{woorden.PLEK}|{woorden.MENS}|{woorden.FTE}|beschut[a-z0-9]*)".encode())
_OVER_PLEKKEN = re.compile(rf"\b(?:{woorden.PLEK}|beschut\w*)\b")
_LOS = re.compile(rf"(?<![\w.,/€-])(?P<getal>{woorden.GETAL})(?!\w)")
_NUMMER = re.compile(r" *[0-9]+[.)] ")
_GETYPTE_RIJ = re.compile(r"\|(?P<kop>[^|]+)\|.")


@dataclass(frozen=True, slots=True)
class Plekkental:
    """A number of places. ``eenheid``: plekken, personen, fte; ``aard``: ultimo (stock at the end of ``jaar``), in_jaar (new), onbekend.

    ``van_minister``: the text calls it the number that the minister set; ``bestaand``: it says how many there are, not how many
    there will be; ``precies``: not "circa" and no range (of a range the lowest).
    """

    aantal: float
    eenheid: str
    jaar: int | None
    aard: str
    plaats: Plaats
    van_minister: bool = False
    bestaand: bool = False
    precies: bool = True


@dataclass(frozen=True, slots=True)
class _Getal:
    """A number within a sentence: value, place, unit, and the year when the form itself ties one to it."""

    aantal: float
    span: Span
    eenheid: str = "plekken"
    jaar: int | None = None
    precies: bool = True


@dataclass(frozen=True, slots=True)
class _Zin:
    """A sentence: folded, where it stands, and the first cell of its row when that is a row."""

    tekst: str
    passage: Passage
    span: Span
    rijkop: str

    @property
    def letterlijk(self) -> str:
        """The sentence as written, as long as the folded one."""
        return self.passage.letterlijk(self.span)


def vind_plekken(context: Context) -> tuple[Plekkental, ...]:
    """All numbers of places in the document of ``context``, in reading order; each number, unit and year once."""
    alle = [tal for deel in contexten(context) for tal in _in_tekst(deel)]
    alle.extend(_uit_tabel(cijfer) for cijfer in cijfers_in_tabellen(context, MEESTE))
    alle.sort(key=lambda tal: -1 if tal.plaats.alinea is None else tal.plaats.alinea)
    standaard = jaar_van_document(context.laag.regeling)
    uniek: dict[tuple[float, str, int | None, bool], Plekkental] = {}
    for tal in alle:
        gedateerd = replace(tal, jaar=standaard) if tal.jaar is None else tal
        uniek.setdefault((gedateerd.aantal, gedateerd.eenheid, gedateerd.jaar, gedateerd.bestaand), gedateerd)
    return tuple(uniek.values())


def enig_getal(gevouwen: str, letterlijk: str) -> tuple[float, int | None] | None:
    """The one number in a text, folded and as written, that may count places, with the one year in it; None when there are more or none.

    For a text of which it is known that it tells how many. A leading number is that of the lid; "één" is one, "een" is none.
    """
    for een in _EEN_MET_ACCENT.finditer(letterlijk):
        gevouwen = f"{gevouwen[: een.start()]}1  {gevouwen[een.end() :]}"
    begin = _NUMMER.match(gevouwen)
    los = (
        waarde(match["getal"])
        for match in _LOS.finditer(gevouwen, begin.end() if begin else 0)
        if _is_los(gevouwen, match) and not woorden.VERWIJZING.search(gevouwen[: match.start()])
    )
    aantallen = {aantal for aantal in los if aantal is not None and 0 < aantal <= MEESTE}
    return (aantallen.pop(), enig_jaar(gevouwen)) if len(aantallen) == 1 else None


def _in_tekst(context: Context) -> Iterator[Plekkental]:
    laag = context.laag
    omgeving, rijkoppen = Omgeving(context), _rijkoppen(laag.regeling)
    for nr in nummers(_met_getallen(laag)):
        passage = laag.passages[nr]
        rijkop = rijkoppen.get(passage.stukken[0].alinea.nr, "")
        if passage.deel not in _IN_DELEN or passage.is_kop or not _noemt_ons(rijkop, fold(rijkop), laag.regeling.gemeente):
            continue
        for span in laag.zinnen(passage):
            yield from _in_zin(context, omgeving, _Zin(laag.gevouwen[span.start : span.eind].decode("ascii"), passage, span, rijkop))


def _rijkoppen(regeling: Regeling) -> dict[int, str]:
    """By alinea: the first cell of the row, in a table or in a line typed as one ("| Zwolle | 12 plekken |")."""
    cellen = [(blok, blok.cel) for blok in regeling.blokken if blok.cel is not None]
    eerste = {(cel.tabel, cel.rij): blok for blok, cel in reversed(cellen)}
    koppen = {blok.alinea: kop.tekst for blok, cel in cellen if (kop := eerste[cel.tabel, cel.rij]) is not blok}
    return koppen | {blok.alinea: match["kop"] for blok in regeling.blokken if (match := _GETYPTE_RIJ.match(blok.tekst)) is not None}


def _met_getallen(laag: Tekstlaag) -> int:
    """The passages that may number places, by their words."""
    geteld = laag.index.woorden.met_woord(_GETELD)
    in_cijfers_of_letters = laag.index.woorden.met_woord(_GETAL)
    misschien = nummers(laag.index.woorden.met_woord(_EEN) & geteld & ~in_cijfers_of_letters)
    met_accent = (nr for nr in misschien if any("é" in stuk.alinea.tekst.lower() for stuk in laag.passages[nr].stukken))
    return geteld & in_cijfers_of_letters | verzameling(met_accent)


def _in_zin(context: Context, omgeving: Omgeving, zin: _Zin) -> Iterator[Plekkental]:
    nabij = omgeving.van(zin.passage, zin.span)
    if nabij is Nabijheid.GEEN:
        return
    getallen = sorted(_getallen(zin.tekst, erover=_gaat_over_plekken(context, zin)), key=lambda getal: getal.span)
    if not getallen or _is_verworpen(context, zin):
        return
    laag = context.laag
    for getal in getallen:
        in_laag = Span(zin.span.start + getal.span.start, zin.span.start + getal.span.eind)
        if is_ontkend(in_laag, laag.ontkend(zin.passage)) or not _telt(getal, zin, nabij, laag.regeling.gemeente):
            continue
        deel = _zinsdeel(zin.tekst, getal.span)
        yield Plekkental(
            getal.aantal,
            getal.eenheid,
            getal.jaar or jaar_bij(getal.span, zin.tekst) or enig_jaar(zin.rijkop) or jaar_eerder(context.laag, zin.passage, zin.span),
            _aard(deel),
            laag.plaatsen(zin.passage, [in_laag])[0],
            van_minister=woorden.MINISTER.search(zin.tekst) is not None,
            bestaand=woorden.BESTAAND.search(deel) is not None and woorden.NOG_TE.search(deel) is None,
            precies=getal.precies,
        )


def _is_verworpen(context: Context, zin: _Zin) -> bool:
    """Whether the sentence, or the one behind it, tells that the plan with this number was turned down."""
    volgende = next((later for deze, later in pairwise(context.laag.zinnen(zin.passage)) if deze == zin.span), None)
    erna = context.laag.gevouwen[volgende.start : volgende.eind].decode("ascii") if volgende else ""
    return any(woorden.VERWORPEN.search(tekst) and woorden.PLAN.search(tekst) for tekst in (zin.tekst, erna))


def _gaat_over_plekken(context: Context, zin: _Zin) -> bool:
    """Whether the sentence speaks of places, or says of the one before it how many ("Voor Zutphen zijn dat er 66")."""
    if _OVER_PLEKKEN.search(zin.tekst):
        return True
    vorige = next((eerder for eerder, deze in pairwise(context.laag.zinnen(zin.passage)) if deze == zin.span), None)
    if vorige is None or not woorden.VERWIJST_TERUG.match(zin.tekst):
        return False
    return _OVER_PLEKKEN.search(context.laag.gevouwen[vorige.start : vorige.eind].decode("ascii")) is not None


def _getallen(tekst: str, *, erover: bool) -> Iterator[_Getal]:
    """Every number in a folded sentence that may count places; each stretch of text once. ``erover``: it is about places."""
    bezet: list[Span] = []
    for getal in (*(_lijst(tekst) if erover else ()), *_tellingen(tekst), *(_losse(tekst) if erover else ())):
        if not any(getal.span.start < ander.eind and ander.start < getal.span.eind for ander in bezet):
            bezet.append(getal.span)
            yield getal


def _tellingen(tekst: str) -> Iterator[_Getal]:
    """Numbers with their unit: "twaalf nieuwe plekken", "10 tot 12 personen", "3,5 fte"."""
    for match in woorden.TELLING.finditer(tekst):
        aantal = waarde(match["getal"])
        if aantal is None or woorden.JAAR.fullmatch(match["getal"]):
            continue
        eenheid = "plekken" if match["plek"] else "personen" if match["mens"] else "fte"
        eind = match.end("tweede") if match["tweede"] else match.end("getal")
        yield _Getal(aantal, Span(match.start("getal"), eind), eenheid, None, not match["tweede"] and _is_precies(tekst, match.start()))


def _lijst(tekst: str) -> Iterator[_Getal]:
    """Numbers by year: "in 2015 3 en in 2016 5", "3 in 2015, 5 in 2016", "in 2015 en 2016 respectievelijk 3 en 5"."""
    samen = woorden.RESPECTIEVELIJK.search(tekst)
    if samen:
        jaren = woorden.JAAR.findall(samen["jaren"])
        getallen = list(re.finditer(woorden.GETAL, samen["getallen"]))
        begin = samen.start("getallen")
        if len(jaren) == len(getallen):
            for jaar, getal in zip(jaren, getallen, strict=True):
                yield _Getal(waarde(getal[0]) or 0, Span(begin + getal.start(), begin + getal.end()), jaar=int(jaar))
        return
    per_vorm = [
        [match for match in patroon.finditer(tekst) if _is_los(tekst, match)] for patroon in (woorden.GETAL_JAAR, woorden.JAAR_GETAL)
    ]
    paren = max(per_vorm, key=lambda matches: (len(matches), -matches[0].start() if matches else 0))
    if len(paren) >= 2 or (paren and re.match(r"\W*20\d\d\W", tekst)):
        yield from (_Getal(waarde(match["getal"]) or 0, Span(*match.span("getal")), jaar=int(match["jaar"])) for match in paren)


def _losse(tekst: str) -> Iterator[_Getal]:
    """Numbers whose unit stands elsewhere: "het aantal plekken bedraagt 8", "waarvan 6 voor onze gemeente"."""
    for patroon in (woorden.AANTAL, woorden.DEEL, woorden.ANTWOORD):
        for match in patroon.finditer(tekst):
            if _is_los(tekst, match):
                precies = _is_precies(tekst, match.start("getal"))
                yield _Getal(waarde(match["getal"]) or 0, Span(*match.span("getal")), precies=precies)


def _is_los(tekst: str, match: re.Match[str]) -> bool:
    """Whether a bare number counts what the sentence is about, and not the noun behind it; a year is no number."""
    if match["getal"] == "een" or woorden.JAAR.fullmatch(match["getal"]):
        return False
    return woorden.NA_LOS_GETAL.match(tekst, match.end("getal")) is not None


def _is_precies(tekst: str, tot: int) -> bool:
    return re.search(rf"{woorden.BENADERING} *$", tekst[:tot]) is None


def _telt(getal: _Getal, zin: _Zin, nabij: Nabijheid, gemeente: str | None) -> bool:
    """Whether the number counts places beschut werk of our gemeente, as a plan or a fact."""
    voor = zin.tekst[: getal.span.start]
    if getal.aantal > MEESTE or woorden.VERWIJZING.search(voor) or woorden.ONTKEND_ERVOOR.search(voor) or _is_prijs(getal, zin, voor):
        return False
    if zin.tekst[getal.span.start : getal.span.eind] == "een" and not _heeft_accent(zin, getal.span):
        return False
    deel = _zinsdeel(zin.tekst, getal.span)
    voorbehoud = woorden.VERONDERSTELD.search(voor) or woorden.GEOPPERD.search(voor) or woorden.ZOU.search(zin.tekst)
    if voorbehoud or not _van_ons(zin, deel, gemeente):
        return False
    if _van_ander_werk(deel) or _van_de_oude_regeling(deel) or (getal.eenheid == "fte" and nabij < Nabijheid.OMGEVING):
        return False
    if getal.eenheid != "personen":
        return True
    return nabij >= Nabijheid.OMGEVING and woorden.PLAATSING.search(deel) is not None and woorden.GEEN_PLAATSING.search(deel) is None


def _is_prijs(getal: _Getal, zin: _Zin, voor: str) -> bool:
    """Whether it is said what so many places cost."""
    return woorden.PRIJS.match(zin.tekst, getal.span.eind) is not None or woorden.PRIJS_VAN.search(voor) is not None


def _van_ons(zin: _Zin, deel: str, gemeente: str | None) -> bool:
    """Whether the clause speaks of our gemeente: not of another one, the region or the country."""
    begin, eind = zin.tekst.find(deel), zin.tekst.find(deel) + len(deel)
    # A clause may begin inside a name: "in Bergen (L.) zijn er 33".
    begin = min((plek for plek, naam in genoemd(zin.letterlijk) if plek < begin <= plek + len(naam)), default=begin)
    if woorden.DIE_GEMEENTE.search(deel):  # "in Leeuwarden ligt dat anders: die gemeente biedt er 15 aan"
        return _noemt_ons(zin.letterlijk, fold(zin.letterlijk), gemeente)
    return _noemt_ons(zin.letterlijk[begin:eind], deel, gemeente)


def _noemt_ons(letterlijk: str, gevouwen: str, gemeente: str | None) -> bool:
    """Whether words name our gemeente, or nobody else: no other gemeente, region or country."""
    namen = [naam for _, naam in genoemd(letterlijk)]
    if namen:
        return gemeente is not None and any(naam.casefold() == gemeente.casefold() for naam in namen)
    if woorden.ONZE.search(gevouwen):
        return True
    return woorden.LANDELIJK.search(gevouwen) is None and woorden.ELDERS.search(woorden.MET_ANDEREN.sub(" ", gevouwen)) is None


def _van_ander_werk(deel: str) -> bool:
    """Whether the clause counts other work; "naast de Wsw" beside beschut werk does not make it so."""
    zonder = re.sub(r"\b(?:naast|buiten|los van|in plaats van|zoals) (?:de |het |een )?[\w-]+", " ", deel)
    return woorden.ANDER_WERK.search(zonder) is not None and re.search(r"\bbeschut", zonder) is None


def _van_de_oude_regeling(deel: str) -> bool:
    """Whether the clause counts places that were there before the Participatiewet, and that only grow fewer."""
    return woorden.OUDE_REGELING.search(deel) is not None and woorden.NIEUW.search(deel) is None


def _zinsdeel(tekst: str, span: Span) -> str:
    """The clause of a folded sentence around a number."""
    grenzen = [0, *(match.start() for match in woorden.ZINSDEEL.finditer(tekst, 0, span.start))]
    links = grenzen.pop()
    if grenzen and woorden.WAARIN.match(tekst, links):  # "het jaarverslag Wsw, waarin 34 plekken …"
        links = grenzen.pop()
    rechts = woorden.ZINSDEEL.search(tekst, span.eind)
    return tekst[links : rechts.start() if rechts else len(tekst)]


def _heeft_accent(zin: _Zin, span: Span) -> bool:
    """Whether "een" was written "één": the number, not the article."""
    return "é" in zin.letterlijk[span.start : span.eind].lower()


def _aard(deel: str) -> str:
    if woorden.ULTIMO.search(deel):
        return "ultimo"
    return "in_jaar" if woorden.IN_JAAR.search(deel) else "onbekend"


def _uit_tabel(cijfer: Cijfer) -> Plekkental:
    label = cijfer.label
    eenheid = "fte" if re.search(rf"\b{woorden.FTE}\b", label) else "personen" if re.search(rf"\b{woorden.MENS}\b", label) else "plekken"
    bestaand = re.search(r"\b(?:gerealiseerd|bezet|ingevuld|realisatie)\b", label) is not None
    van_minister = woorden.MINISTER.search(label) is not None
    return Plekkental(cijfer.aantal, eenheid, cijfer.jaar, _aard(label), cijfer.plaats, van_minister, bestaand)
