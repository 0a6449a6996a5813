"""What a letter or proposal says about the law, held against the law of the day that the sentence speaks of (RV-02)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from verordening_tool.checking.context import Context
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.stukzinnen import Zin, zinnen_van
from verordening_tool.checking.zaak import Bevinding, Zaak
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Onderwerp
from verordening_tool.language.begrippen import Span
from verordening_tool.language.folding import fold
from verordening_tool.language.ontkenning import is_ontkend, ontkende_stukken
from verordening_tool.language.zinnen import is_aangehaald
from verordening_tool.norms.schema import Check, Regel

_PLICHT_VANAF = date(2017, 1, 1)
_DAG_ERVOOR = timedelta(days=1)
_JAAR = re.compile(
    rb"\b(?P<woord>voor|tot en met|tot|sinds|vanaf|per|met ingang van|in|na|medio|eind|begin)"
    rb"(?: het jaar| de jaren)? (?:\d{1,2} )?(?:[a-z]{3,9} )?(?P<jaar>20[0-4]\d)(?: en (?P<tweede>20[0-4]\d))?\b"
)
_SINDS = frozenset({b"sinds", b"vanaf", b"per", b"met ingang van"})
_ERBIJ = 4  # sentences after one on beschut werk that still speak of it
_ERKEND = "tekort_erkend"
_GEVRAAGD = "gevraagd_of"  # "u vroeg of het UWV beslist": that is not what the letter says
_TEKORT = "tekort"  # id of the rule on what was not offered


class _Tijd(NamedTuple):
    """The first and the last day that a statement speaks of."""

    begin: date
    eind: date


@dataclass(frozen=True, slots=True)
class _Gelezen:
    """A sentence with its folded text and whether it is about beschut werk."""

    zin: Zin
    tekst: bytes
    erover: bool


def wetsuitleg(check: Check, zaak: Zaak, dag: date) -> Bevinding:
    """Whether the statements about the law are right for the day they speak of; the rules of the check name the wrong ones."""
    context = zaak.context
    zinnen = list(_zinnen(context))
    erkend = any(context.laag.begrippen.vind(_ERKEND, gelezen.tekst) for gelezen in zinnen)
    regels = [regel for regel in check.bewijs if not (erkend and regel.id == _TEKORT)]
    plaatsen: dict[Plaats, None] = {}
    for gelezen in zinnen:
        vraag = gelezen.zin.tekst.rstrip().endswith("?") or context.laag.begrippen.vind(_GEVRAAGD, gelezen.tekst)
        for regel in regels if gelezen.erover and not vraag else ():
            spans = _past(regel, gelezen.tekst, context)
            if spans and _geldt(regel, _tijd(gelezen.tekst, spans[0], dag, context)):
                plaatsen[gelezen.zin.plaats(spans[0].start, regel.bericht)] = None
    if not plaatsen:
        return Bevinding(Uitkomst.VOLDOET, "Gezocht naar onjuiste uitspraken over de wet; geen strijd gevonden.")
    berichten = dict.fromkeys(plaats.bericht or "" for plaats in plaatsen)
    return Bevinding(Uitkomst.STRIJDIG, " ".join(berichten), tuple(plaatsen))


def _zinnen(context: Context) -> Iterator[_Gelezen]:
    """The sentences of the letter itself, with whether each is about beschut werk."""
    regeling = context.laag.regeling
    vind = context.laag.begrippen.vind
    titel = fold(regeling.opschrift or "").encode("ascii", "replace")
    geheel = regeling.onderwerp is Onderwerp.LOSSE_BESCHUT_WERK or bool(vind("beschut_werk", titel))
    laatste = -_ERBIJ - 1
    eigen = (zin for zin in zinnen_van(regeling) if zin.artikel is None and zin.deel is not Deel.VOETNOOT and not is_aangehaald(zin.tekst))
    for nr, zin in enumerate(eigen):
        tekst = fold(zin.tekst).encode("ascii", "replace")
        if vind("beschut_werk", tekst):
            laatste = nr
        yield _Gelezen(zin, tekst, geheel or nr - laatste <= _ERBIJ)


def _past(regel: Regel, tekst: bytes, context: Context) -> Sequence[Span]:
    """The places that meet a rule within one sentence; empty when it is not met."""
    vind = context.laag.begrippen.vind
    if any(vind(begrip, tekst) for begrip in regel.geen):
        return ()
    ontkend = ontkende_stukken(context.laag.begrippen, tekst) if regel.alle or regel.een_van else ()

    def bevestigd(begrip: str) -> list[Span]:
        return [span for span in vind(begrip, tekst) if not is_ontkend(span, ontkend)]

    gevonden = [bevestigd(begrip) for begrip in regel.alle] + [vind(begrip, tekst) for begrip in regel.hoe_dan_ook]
    if regel.een_van:
        gevonden.append([span for begrip in regel.een_van for span in bevestigd(begrip)])
    return gevonden[0] if gevonden and all(gevonden) else ()


def _geldt(regel: Regel, tijd: _Tijd | None) -> bool:
    """Whether the statement of a rule is wrong somewhere in that time; None is a past without a date: too little to say so."""
    if tijd is None:
        return regel.van is None and regel.tot is None
    return (regel.van is None or tijd.eind >= regel.van) and (regel.tot is None or tijd.begin <= regel.tot)


def _tijd(tekst: bytes, span: Span, dag: date, context: Context) -> _Tijd | None:
    """The time that a statement speaks of: by the year nearest before it, else by its tense; ``dag`` is the day of the document."""
    jaren = list(_JAAR.finditer(tekst))
    ervoor = [jaar for jaar in jaren if jaar.start() <= span.eind]
    if ervoor or jaren:
        jaar = (ervoor or jaren[:1])[-1]
        moment = _dag_van(jaar, dag)
        sinds = jaar["woord"] in _SINDS and jaar.start() >= span.start  # "verplicht sinds 2015": all that time
        return _Tijd(min(date(int(jaar["jaar"]), 1, 1), moment) if sinds else moment, moment)
    vind = context.laag.begrippen.vind
    if vind("vroeger_woord", tekst):
        toen = min(dag, _PLICHT_VANAF - _DAG_ERVOOR)
        return _Tijd(toen, toen)
    if vind("verleden_tijd", tekst) and not vind("tegenwoordige_tijd", tekst):
        return None if dag >= _PLICHT_VANAF else _Tijd(dag, dag)
    return _Tijd(dag, dag)


def _dag_van(jaar: re.Match[bytes], dag: date) -> date:
    """A day in the time that words like "vóór 2017", "sinds 1 januari 2017" and "in 2015 en 2016" mean."""
    eerste = date(int(jaar["jaar"]), 1, 1)
    match jaar["woord"]:
        case b"voor" | b"tot":
            return eerste - _DAG_ERVOOR
        case b"sinds" | b"vanaf" | b"per" | b"met ingang van" | b"na":
            return max(eerste, dag) if eerste <= dag else eerste
    laatste = date(int(jaar["tweede"] or jaar["jaar"]), 12, 31)
    return min(laatste, dag) if eerste <= dag else laatste
