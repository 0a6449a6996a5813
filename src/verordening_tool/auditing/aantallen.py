"""The numbers of places that a document names for its own gemeente, by rules and by the weight of words.

Rules find a number with its unit. What the words around it speak against is left out: a model for a far year, a motion, a sentence on the
price of a place. Where a sentence or a lid tells how many and no rule foresaw how, or where that was asked, the one number in it counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from verordening_tool.auditing import gewogen
from verordening_tool.auditing.gewogen_leden import GewogenLeden
from verordening_tool.auditing.model import Plekken
from verordening_tool.auditing.uitspraken import Uitspraken, Zin
from verordening_tool.checking.context import Context
from verordening_tool.checking.nabijheid import Nabijheid
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.plekken import Plekkental, enig_getal, vind_plekken
from verordening_tool.language.begrippen import Span

_TEGEN = -1.0  # margin under which words speak against a number
_WOORDEN = 3  # what is shorter, as a row of a table with a year and a number, is too little to weigh
_GENOEG = 0.5  # margin from which they tell that a sentence names how many


def genoemde_plekken(context: Context, leden: GewogenLeden, teksten: Sequence[Uitspraken]) -> tuple[Plekken, ...]:
    """The numbers of places in a document of which ``teksten`` hold the running text; those found by rules first."""
    volgens_regels = vind_plekken(context)
    telt = [tal for tal in volgens_regels if _telt(teksten, tal)]
    bekend = {tal.aantal for tal in volgens_regels}
    in_artikelen = () if any(tal.plaats.artikel for tal in volgens_regels) else _in_artikelen(context, leden)
    nieuw: dict[float, Plekken] = {}
    for tal in chain(in_artikelen, *map(_in_tekst, teksten)):
        if tal.aantal not in bekend:
            nieuw.setdefault(tal.aantal, tal)
    return (*(Plekken(tal.aantal, tal.eenheid, tal.jaar, tal.aard, tal.plaats) for tal in telt), *nieuw.values())


def _telt(teksten: Sequence[Uitspraken], tal: Plekkental) -> bool:
    """Whether a number is one of ours: to come, or there already and asked for; and no words around it speak against it."""
    gevonden = ((tekst, _zin_op(tekst, tal.plaats)) for tekst in teksten)
    erom = [(tekst, zin) for tekst, zin in gevonden if zin is not None and len(tekst.tekst(zin).split()) >= _WOORDEN]
    if tal.bestaand:
        return any(_gevraagd(tekst, zin) for tekst, zin in erom)
    return not any(_spreekt_tegen(tekst, zin, tal) for tekst, zin in erom)


def _spreekt_tegen(tekst: Uitspraken, zin: Zin, tal: Plekkental) -> bool:
    """Whether a sentence speaks against a number as a number of ours; not where our gemeente is named, or where it was asked."""
    gemeente = tekst.laag.regeling.gemeente
    genoemd = gemeente is not None and gemeente.casefold() in tal.plaats.citaat.casefold()
    return not genoemd and gewogen.marge(tekst, zin, gewogen.PLEKKEN) < _TEGEN and not _gevraagd(tekst, zin)


def _zin_op(tekst: Uitspraken, plaats: Plaats) -> Zin | None:
    """The sentence of running text, or the row of a table, that a quote begins in."""
    for passage in tekst.laag.passages:
        stuk = next((stuk for stuk in passage.stukken if stuk.alinea.nr == plaats.alinea), None)
        if stuk is not None and passage.artikel_nr < 0:
            begin = stuk.start + len(plaats.voor)
            span = max((span for span in tekst.laag.zinnen(passage) if span.start <= begin), default=None)
            return tekst.rij(Zin(passage, span, Nabijheid.ZIN)) if span else None
    return None


def _in_tekst(tekst: Uitspraken) -> Iterator[Plekken]:
    """What sentences of running text tell by their words, or in answer to a question."""
    for zin in map(tekst.rij, tekst.zinnen):
        feit = gewogen.geraden(tekst, zin)
        if feit is not None and feit.groep != gewogen.PLEKKEN:
            continue
        verteld = feit is not None and feit.marge >= _GENOEG
        if verteld or (_gevraagd(tekst, zin) and gewogen.marge(tekst, zin, gewogen.PLEKKEN) >= _TEGEN):
            yield from _enige(tekst.tekst(zin), tekst.letterlijk(zin), tekst.plaats(zin.span))


def _gevraagd(tekst: Uitspraken, zin: Zin) -> bool:
    """Whether the heading above a statement, or the question before it, asks how many."""
    if tekst.is_vraag(zin):
        return False
    kop, vorige = tekst.kop(zin), tekst.vorige(zin)
    vraag = vorige if vorige is not None and tekst.is_vraag(vorige) else None
    return any(ander is not None and tekst.heeft(ander, "aantal_woord") for ander in (kop, vraag))


def _in_artikelen(context: Context, leden: GewogenLeden) -> Iterator[Plekken]:
    """What that lid on beschut werk tells that most clearly speaks of a number."""
    lid = leden.sterkste(gewogen.PLEKKEN)
    if lid is not None:
        passage, span = lid.passage, Span(lid.passage.start, lid.passage.eind)
        yield from _enige(context.laag.gevouwen[span.start : span.eind], passage.letterlijk(span), context.laag.hele_plaats(passage))


def _enige(gevouwen: bytes, letterlijk: str, plaats: Plaats) -> Iterator[Plekken]:
    """The one number of places in a text, folded and as written."""
    if (getal := enig_getal(gevouwen.decode("ascii", "replace"), letterlijk)) is not None:
        yield Plekken(getal[0], "plekken", getal[1], "onbekend", plaats)
