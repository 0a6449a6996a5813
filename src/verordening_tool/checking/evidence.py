"""Applies the rules of a check to the passages of a document: the first rule that is met decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from verordening_tool.checking.context import Context
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.passages import Passage
from verordening_tool.language.begrippen import Span
from verordening_tool.norms.schema import Bereik, Regel

_MOST_PLACES = 4


@dataclass(frozen=True, slots=True)
class Treffer:
    """A rule that is met, and where."""

    regel: Regel
    plaatsen: tuple[Plaats, ...]


@dataclass(frozen=True, slots=True)
class _Venster:
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
        gevonden = (_in_venster(regel, venster, context) for venster in _vensters(regel, context))
        plaatsen = [plaats for paren in gevonden if paren for passage, spans in paren for plaats in context.laag.plaatsen(passage, spans)]
        if plaatsen:
            treffers.append(Treffer(regel, tuple(dict.fromkeys(plaatsen))))
    return treffers


def _geldt(regel: Regel, context: Context, dag: date | None) -> bool:
    if regel.soort and context.laag.regeling.soort.value not in regel.soort:
        return False
    if dag is None:
        return regel.van is None and regel.tot is None
    return (regel.van is None or dag >= regel.van) and (regel.tot is None or dag <= regel.tot)


def _plaatsen(regel: Regel, context: Context) -> Sequence[Plaats]:
    """Quotes of the first window in which the rule is met; empty when it is met nowhere. The day plays no part: found once, kept."""
    if (bewaard := context.gevonden.get(id(regel))) is not None:
        return bewaard[1]
    plaatsen = tuple(_eerste_plaatsen(regel, context))
    context.gevonden[id(regel)] = (regel, plaatsen)
    return plaatsen


def _eerste_plaatsen(regel: Regel, context: Context) -> list[Plaats]:
    for venster in _vensters(regel, context):
        gevonden = _in_venster(regel, venster, context)
        if gevonden is not None:
            plaatsen = [plaats for passage, spans in gevonden for plaats in context.laag.plaatsen(passage, spans)]
            return plaatsen[:_MOST_PLACES]
    return []


def _vensters(regel: Regel, context: Context) -> Iterator[_Venster]:
    """The windows that the rule looks through, in reading order."""
    passages = context.passages(regel.waar)
    if regel.bereik is Bereik.REGELING:  # all articles, or all under a heading that the rule asks
        if samen := _onder_passende_kop(regel, passages, context):
            yield _Venster(samen)
        return
    kandidaten = _kandidaten(regel, passages, context)
    passages = _onder_passende_kop(regel, (passage for passage in passages if passage.nr in kandidaten), context)
    if regel.bereik is Bereik.ZIN:
        yield from (_Venster((passage,), zin) for passage in passages for zin in context.laag.zinnen(passage))
    elif regel.bereik is Bereik.LID:
        yield from (_Venster(_met_verwijzingen(regel, [passage], context)) for passage in passages)
    else:
        per_artikel = groupby(passages, key=lambda passage: (passage.artikel_nr, passage.nr if passage.artikel_nr < 0 else 0))
        yield from (_Venster(_met_verwijzingen(regel, groep, context)) for _, groep in per_artikel)


def _kandidaten(regel: Regel, passages: Sequence[Passage], context: Context) -> set[int]:
    """The numbers of the passages in which the rule could be met: each concept it asks stands there, or where it refers to.

    For an article the whole article stays when each concept stands somewhere in it.
    """
    over = {passage.nr for passage in passages}
    per_artikel = regel.bereik is Bereik.ARTIKEL
    verwijst = regel.verwijzing and regel.bereik is not Bereik.ZIN
    vragen = [*((begrip,) for begrip in (*regel.alle, *regel.hoe_dan_ook, *regel.ontkend)), regel.een_van, regel.een_van_ook]
    # What was searched before costs nothing now, and leaves less text to search for the others.
    for nodig in sorted(filter(None, vragen), key=context.laag.index.nog_te_zoeken):
        met = _passages_met(nodig, over, context, verwijst=verwijst)
        met |= _onder_kop_met([begrip for begrip in nodig if begrip in regel.kop_telt], over, context)
        if per_artikel:
            artikelen = {context.laag.passages[nr].artikel_nr for nr in met & over}
            over = {nr for nr in over if context.laag.passages[nr].artikel_nr in artikelen}
        else:
            over &= met
        if not over:
            break
    return over


def _passages_met(begrippen: Sequence[str], binnen: set[int], context: Context, *, verwijst: bool) -> set[int]:
    """The passages with one of the concepts, at least those ``binnen``; with ``verwijst`` also those that refer to one."""
    index = context.laag.index
    if verwijst and not index.overal(begrippen, len(binnen)):
        binnen = binnen.union(*(context.doelen_van.get(nr, ()) for nr in binnen))
    met: set[int] = set().union(*(index.nummers(begrip, binnen) for begrip in begrippen))
    return met.union(*(context.verwezen_door.get(nr, ()) for nr in met)) if verwijst else met


def _onder_kop_met(begrippen: Sequence[str], passages: Set[int], context: Context) -> set[int]:
    """Those of ``passages`` (by number) whose article has one of the concepts in its heading."""
    if not begrippen:
        return set()
    laag = context.laag
    koppen = {laag.koppen[artikel].nr for artikel in {laag.passages[nr].artikel_nr for nr in passages} if artikel in laag.koppen}
    met = {laag.passages[nr].artikel_nr for begrip in begrippen for nr in laag.index.nummers(begrip, koppen)}
    return {nr for nr in passages if laag.passages[nr].artikel_nr in met}


def _onder_passende_kop(regel: Regel, passages: Iterable[Passage], context: Context) -> tuple[Passage, ...]:
    """The passages under a heading that has what the rule asks of it."""
    if not (regel.kop or regel.kop_niet):
        return tuple(passages)
    past: dict[int, bool] = {}  # by article: its leden share the heading
    for passage in (rij := tuple(passages)):
        if passage.artikel_nr not in past:
            past[passage.artikel_nr] = _kop_past(regel, context.laag.koppen.get(passage.artikel_nr), context)
    return tuple(passage for passage in rij if past[passage.artikel_nr])


def _kop_past(regel: Regel, kop: Passage | None, context: Context) -> bool:
    if kop is None:
        return not regel.kop
    eigen = kop.start + len(kop.stukken[0].alinea.tekst.split(" / ", 1)[0])  # a chapter's words do not exclude its articles
    if any(span.start < eigen for begrip in regel.kop_niet for span in context.laag.spans(kop, begrip, ontkend=None)):
        return False
    return not regel.kop or any(True for begrip in regel.kop for _ in context.laag.spans(kop, begrip, ontkend=None))


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

    if any(zoek(begrip, None) for begrip in regel.geen):
        return None
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
    if regel.bereik is Bereik.LID and not any(_eigen(passage, venster) for passage, _ in bewijs):
        return None  # "in gevallen waarin de artikelen 4 en 5 niet voorzien": it only names what stands elsewhere
    return _per_passage(bewijs, venster)


def _eigen(passage: Passage, venster: _Venster) -> bool:
    """Whether evidence stands in the lid itself, or in the heading above it."""
    lid = venster.passages[0]
    return passage.nr == lid.nr or (passage.is_kop and passage.artikel_nr == lid.artikel_nr)


def _zoek(regel: Regel, venster: _Venster, context: Context, begrip: str, ontkend: bool | None) -> list[_Hit]:
    """The places of a concept within the window; in the heading when the rule lets that count."""
    hits = [
        (passage, span)
        for passage in venster.passages
        for span in context.laag.spans(passage, begrip, ontkend=ontkend)
        if (venster.zin is None or venster.zin.start <= span.start < venster.zin.eind) and _zin_telt(regel, passage, span, context)
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
