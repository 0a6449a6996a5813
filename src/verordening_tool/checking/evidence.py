"""Applies the rules of a check to the passages of a document: the first rule that is met decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby
from typing import NamedTuple

from verordening_tool.checking.context import Context
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.passages import Passage
from verordening_tool.language.begrippen import Span
from verordening_tool.language.verzameling import nummers, samen
from verordening_tool.norms.schema import Bereik, Regel

_MOST_PLACES = 4


@dataclass(frozen=True, slots=True)
class Treffer:
    """A rule that is met, and where."""

    regel: Regel
    plaatsen: tuple[Plaats, ...]


class _Venster(NamedTuple):
    """Passages that count together, and the stretches of them that do (a sentence, or all)."""

    passages: tuple[Passage, ...]
    zin: Span | None = None


def eerste_treffer(regels: Sequence[Regel], context: Context, dag: date | None) -> Treffer | None:
    """The first of ``regels`` that is met on ``dag`` (None: rules without dates only), with its places."""
    op_id = {regel.id: regel for regel in regels}
    for regel in regels:
        if not _geldt(regel, context, dag):
            continue
        plaatsen = _plaatsen(regel, context)
        if plaatsen and not any(_geldt(op_id[id_], context, dag) and _plaatsen(op_id[id_], context) for id_ in regel.tenzij):
            return Treffer(regel, tuple(plaatsen))
    return None


def alle_treffers(regels: Sequence[Regel], context: Context, dag: date | None) -> list[Treffer]:
    """Every one of ``regels`` that is met on ``dag``, each with all of its places: for what may not be there at all."""
    treffers = []
    for regel in regels:
        if not _geldt(regel, context, dag):
            continue
        plaatsen = _plaatsen(regel, context, alle=True)
        if plaatsen:
            treffers.append(Treffer(regel, tuple(plaatsen)))
    return treffers


def _geldt(regel: Regel, context: Context, dag: date | None) -> bool:
    if regel.soort and context.laag.regeling.soort.value not in regel.soort:
        return False
    if dag is None:
        return regel.van is None and regel.tot is None
    return (regel.van is None or dag >= regel.van) and (regel.tot is None or dag <= regel.tot)


def _plaatsen(regel: Regel, context: Context, *, alle: bool = False) -> Sequence[Plaats]:
    """Quotes of the first window in which the rule is met, or of all; empty when it is met nowhere.

    The day plays no part: found once, kept.
    """
    if (bewaard := context.gevonden.get((id(regel), alle))) is not None:
        return bewaard[1]
    per_venster = _per_venster(regel, context)
    plaatsen = tuple(dict.fromkeys(chain.from_iterable(per_venster))) if alle else tuple(next(per_venster, ())[:_MOST_PLACES])
    context.gevonden[id(regel), alle] = (regel, plaatsen)
    return plaatsen


def _per_venster(regel: Regel, context: Context) -> Iterator[list[Plaats]]:
    """The quotes of each window in which the rule is met."""
    for venster in _vensters(regel, context):
        gevonden = _in_venster(regel, venster, context)
        if gevonden is not None:
            yield [plaats for passage, spans in gevonden for plaats in context.laag.plaatsen(passage, spans)]


def _vensters(regel: Regel, context: Context) -> Iterator[_Venster]:
    """The windows that the rule looks through, in reading order."""
    laag = context.laag
    over = _onder_passende_kop(regel, context.verzameling(regel.waar), context)
    if regel.bereik is Bereik.REGELING:  # all articles, or all under a heading that the rule asks
        if over:
            yield _Venster(tuple(laag.passages[nr] for nr in nummers(over)))
        return
    kandidaten = _kandidaten(regel, over, context) & ~samen(laag.index.met(begrip) for begrip in regel.lid_zonder)
    passages = [laag.passages[nr] for nr in nummers(kandidaten)]
    if regel.bereik is Bereik.ZIN:
        yield from (_Venster((passage,), zin) for passage in passages for zin in laag.zinnen(passage))
    elif regel.bereik is Bereik.LID:
        yield from (_Venster(_met_verwijzingen(regel, [passage], context)) for passage in passages)
    else:
        per_artikel = groupby(passages, key=lambda passage: (passage.artikel_nr, passage.nr if passage.artikel_nr < 0 else 0))
        yield from (_Venster(_met_verwijzingen(regel, groep, context)) for _, groep in per_artikel)


def _onder_passende_kop(regel: Regel, passages: int, context: Context) -> int:
    """Those of ``passages`` under a heading that has what the rule asks of it; a chapter's words do not exclude its articles."""
    if regel.kop:
        passages &= samen(context.onder_kop_met(begrip) for begrip in regel.kop)
    return passages & ~samen(context.onder_kop_met(begrip, eigen=True) for begrip in regel.kop_niet)


def _kandidaten(regel: Regel, over: int, context: Context) -> int:
    """Those of ``over`` in which the rule could be met: each concept it asks stands there, or where it refers to.

    For an article the whole article stays when each concept stands somewhere in it.
    """
    index = context.laag.index
    verwijst = regel.verwijzing and regel.bereik is not Bereik.ZIN
    vragen = [*((begrip,) for begrip in (*regel.alle, *regel.hoe_dan_ook, *regel.ontkend)), regel.een_van, regel.een_van_ook]
    for nodig in filter(None, vragen):
        met = samen(index.mogelijk(begrip) for begrip in nodig)
        if verwijst:
            met |= context.bronnen(met)
        met |= samen(context.onder_kop_met(begrip) for begrip in nodig if begrip in regel.kop_telt)
        over &= context.hele_artikelen(met & over) if regel.bereik is Bereik.ARTIKEL else met
        if not over:
            break
    return over


def _met_verwijzingen(regel: Regel, passages: Iterable[Passage], context: Context) -> tuple[Passage, ...]:
    """The passages, and behind them what they refer to in the same text."""
    samen = {passage.nr: passage for passage in passages}
    if regel.verwijzing:
        for passage in tuple(samen.values()):
            for doel in context.verwijst_naar.get(passage.nr, ()):
                samen.setdefault(doel.nr, doel)
    return tuple(samen.values())


_Hit = tuple[Passage, Span]
_Gevonden = list[tuple[Passage, list[Span]]]
_BEWAARD = 6  # places kept per group of concepts


def _in_venster(regel: Regel, venster: _Venster, context: Context) -> _Gevonden | None:
    """The places that meet the rule within one window, or None."""

    def zoek(begrip: str, ontkend: bool | None = False) -> list[_Hit]:
        return _zoek(regel, venster, context, begrip, ontkend)

    bewijs: list[_Hit] = []
    for begrippen, ontkend in ((regel.alle, False), (regel.ontkend, True), (regel.hoe_dan_ook, None)):
        for begrip in begrippen:
            hits = zoek(begrip, ontkend)
            if not hits:
                return None
            bewijs.extend(hits[: 1 if len(begrippen) > 1 else 3])
    for groep, minimum in ((regel.een_van, regel.ten_minste), (regel.een_van_ook, 1)):
        hits = [hit for begrip in groep for hit in zoek(begrip)]
        if groep and len({context.laag.gevouwen[span.start : span.eind] for _, span in hits}) < minimum:
            return None
        bewijs.extend(hits[:_BEWAARD])
    if any(zoek(begrip, None) for begrip in regel.geen):
        return None
    if regel.bereik is Bereik.LID and not any(_eigen(passage, venster) for passage, _ in bewijs):
        return None  # "in gevallen waarin de artikelen 4 en 5 niet voorzien": it only names what stands elsewhere
    return _per_passage(bewijs, venster)


def _eigen(passage: Passage, venster: _Venster) -> bool:
    """Whether evidence stands in the lid itself, or in the heading above it."""
    lid = venster.passages[0]
    return passage.nr == lid.nr or (passage.is_kop and passage.artikel_nr == lid.artikel_nr)


def _zoek(regel: Regel, venster: _Venster, context: Context, begrip: str, ontkend: bool | None) -> list[_Hit]:
    """The places of a concept within the window; in the heading when the rule lets that count."""
    mogelijk = context.laag.index.mogelijk(begrip)
    hits = [
        (passage, span)
        for passage in venster.passages
        if mogelijk >> passage.nr & 1
        for span in context.laag.spans(passage, begrip, ontkend=ontkend)
        if (venster.zin is None or venster.zin.start <= span.start < venster.zin.eind)
        and _zin_telt(regel, passage, span, context)
        and not _ligt_in(regel, passage, span, context)
    ]
    if hits or begrip not in regel.kop_telt:
        return hits
    kop = context.laag.koppen.get(venster.passages[0].artikel_nr)
    return [(kop, span) for span in context.laag.spans(kop, begrip, ontkend=None)] if kop else []


def _zin_telt(regel: Regel, passage: Passage, span: Span, context: Context) -> bool:
    """Whether the sentence around a place holds none of the concepts that take its value as evidence away."""
    uitsluiters = [plek.start for begrip in regel.zin_zonder for plek in context.laag.spans(passage, begrip, ontkend=None)]
    if not uitsluiters:
        return True
    zin = next((zin for zin in context.laag.zinnen(passage) if zin.start <= span.start < zin.eind), None)
    return zin is None or not any(zin.start <= start < zin.eind for start in uitsluiters)


def _ligt_in(regel: Regel, passage: Passage, span: Span, context: Context) -> bool:
    """Whether a place lies within one of the concepts that take its value as evidence away."""
    return any(
        om.start <= span.start and span.eind <= om.eind
        for begrip in regel.niet_in
        for om in context.laag.spans(passage, begrip, ontkend=None)
    )


def _per_passage(bewijs: Iterable[_Hit], venster: _Venster) -> _Gevonden:
    """The evidence by passage; headings are never quoted, so when only the heading had it the passage stands for it."""
    gevonden: dict[int, tuple[Passage, list[Span]]] = {}
    for passage, span in bewijs:
        if not passage.is_kop:
            gevonden.setdefault(passage.nr, (passage, []))[1].append(span)
    if not gevonden:
        eerste = venster.passages[0]
        return [(eerste, [Span(eerste.start, eerste.start + 1)])]
    return list(gevonden.values())
