"""Negation, after the ConText model: triggers with a reach that ends at the edge of the clause.

Triggers are concepts (checks/begrippen/ontkenning.yaml), so that a lawyer can add one:
``ontkenning_kort`` takes the next two words ("zonder …"), ``ontkenning_rechts`` reaches further ("geen …"),
``ontkenning_zinsdeel`` takes the whole clause
("… niet …", "ziet af van", "blijft achterwege"), ``ontkenning_schijn`` only looks like one ("nog niet", "niet langer dan").
"""

from __future__ import annotations

import re

from verordening_tool.language.begrippen import Begrippen, Span

ONTKENNINGEN = ("ontkenning_kort", "ontkenning_rechts", "ontkenning_zinsdeel")
_CLAUSE_EDGE = re.compile(
    rb"[,;:.?]|\n|\b(?:maar|tenzij|mits|indien|voor zover|omdat|zodat|doch|behalve|waarbij|waarna|en (?:biedt|wordt|worden|krijgt|zorgt))\b"
)
_SUBORDINATE = re.compile(rb"\b(?:die|dat|wie|waar|als|indien|wanneer|omdat|zolang|zodra|totdat|hoewel|of)\b")
_WORDS_RIGHT = re.compile(rb"(?:[^ ]* ){0,7}[^ ]*")
_NEXT_WORDS = re.compile(rb" *(?:[^ ]* ){0,1}[^ ]*")
# "geen voorzieningen zoals een stage, scholing of dagbesteding": the examples neither
_EXAMPLES = re.compile(
    rb"[^,;:.?]{0,60}\b(?:zoals|waaronder|te weten)\b(?:(?!\b(?:maar|tenzij|mits|doch|behalve)\b|\ben (?:biedt|wordt|worden|krijgt|zorgt)\b)[^;:.?])*"
)


def ontkende_stukken(begrippen: Begrippen, zin: bytes) -> tuple[Span, ...]:
    """The stretches of a folded sentence that stand under a negation."""
    stukken: list[Span] = []
    gevonden = [(naam, triggers) for naam in ONTKENNINGEN if (triggers := begrippen.vind(naam, zin))]
    schijn = begrippen.vind("ontkenning_schijn", zin) if gevonden else []
    for naam, triggers in gevonden:
        for trigger in triggers:
            if any(vals.start <= trigger.start and trigger.eind <= vals.eind for vals in schijn):
                continue
            links, rechts = _clause(zin, trigger)
            if naam != "ontkenning_zinsdeel":
                kort = naam == "ontkenning_kort"
                bereik = (_NEXT_WORDS if kort else _WORDS_RIGHT).match(zin, trigger.eind, rechts)
                voorbeelden = None if kort else _EXAMPLES.match(zin, trigger.eind)
                stukken.append(Span(trigger.start, voorbeelden.end() if voorbeelden else bereik.end() if bereik else rechts))
                continue
            bijzin = [match.start() for match in _SUBORDINATE.finditer(zin, links, trigger.start)]
            if bijzin:  # "wie niet zelfstandig kan werken krijgt …": the negation stays in the subordinate clause
                kort = _WORDS_RIGHT.match(zin, trigger.eind, min(rechts, trigger.eind + 30))
                stukken.append(Span(bijzin[-1], kort.end() if kort else trigger.eind))
            else:
                stukken.append(Span(links, rechts))
    return tuple(stukken)


def is_ontkend(span: Span, stukken: tuple[Span, ...]) -> bool:
    """Whether a span starts or ends within a negated stretch."""
    return any(stuk.start <= span.start < stuk.eind or stuk.start < span.eind <= stuk.eind for stuk in stukken)


def _clause(zin: bytes, trigger: Span) -> Span:
    """The clause around a trigger."""
    links = max((match.end() for match in _CLAUSE_EDGE.finditer(zin, 0, trigger.start)), default=0)
    rechts = _CLAUSE_EDGE.search(zin, trigger.eind)
    return Span(links, rechts.start() if rechts else len(zin))
