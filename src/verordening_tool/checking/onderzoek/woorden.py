"""Words that do not belong in a rule, or no longer: every place of every rule of the check, each with its own message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from verordening_tool.checking.evidence import Treffer, alle_treffers
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.zaak import Bevinding, Zaak, uit_plaatsen
from verordening_tool.norms.schema import Check

# "het bedrag dat hij moet terugbetalen": the clause tells of a duty that follows from something else, and imposes none.
_BIJZIN = re.compile(
    r"(?:\b(?:die|wat|waar\w+|welke|als|indien|wanneer|omdat|doordat|nadat)|(?<=[a-z,] )dat)\s+(?:[^\s,.;:]+\s+){0,12}?"
    r"(?:moet|moeten|moest|moesten)\b(?:\s+\w+\s+(?:dan\s+wel|en|of)\s+moet(?:en)?\b)?"
    r"(?=(?:\s+[^\s,.;:]+){1,4}?\s*(?:[,.;:]|$|\s(?:in|op|dan|en|of|met|bij|van|voor)\s))",
    re.IGNORECASE,
)
# "dient dit binnen een week te melden", but not "dient de aanvraag in bij …" or "dient om te …".
_DIENEN = re.compile(
    r"\bdien(?:t|en|de|den)\b(?!\s+(?:om|ter|tot|als|ertoe)\b)"
    r"(?:(?!\bin\s*(?:[,;.]|\b(?:bij|via|binnen|voor|op|door|en|of|met)\b)|\bom\b)[^.;])*?\bte\s+\w+n\b",
    re.IGNORECASE,
)
_MOETEN = re.compile(r"\bmoe(?:t|ten|st|sten)\b", re.IGNORECASE)
_MEEST = 40  # places in one verdict: whoever sees forty has seen the pattern


def vindplaatsen(check: Check, zaak: Zaak, dag: date) -> Bevinding:
    """All places at which a rule of ``bewijs`` is met; the worst verdict counts and its places are shown."""
    return bundel(check, alle_treffers(check.bewijs, zaak.context, dag))


def woordkeus(check: Check, zaak: Zaak, dag: date) -> Bevinding:
    """As vindplaatsen; a "moeten" that only tells of a duty, and "dienen" in another meaning, are left alone."""
    return bundel(
        check, [replace(treffer, plaatsen=tuple(_gebiedend(treffer))) for treffer in alle_treffers(check.bewijs, zaak.context, dag)]
    )


def _gebiedend(treffer: Treffer) -> Iterator[Plaats]:
    for plaats in treffer.plaatsen:
        match treffer.regel.id:  # the rules of WT-04 on these two verbs
            case "moeten":
                telt = _MOETEN.search(_BIJZIN.sub("", plaats.citaat)) is not None
            case "dienen":
                telt = _DIENEN.search(plaats.citaat) is not None
            case _:
                telt = True
        if telt:
            yield plaats


def bundel(check: Check, treffers: list[Treffer]) -> Bevinding:
    """One finding out of what was met: the places of the worst verdict, in reading order; ``anders`` when nothing was met."""
    for uitkomst in (Uitkomst.STRIJDIG, Uitkomst.TWIJFEL):
        ergste = [treffer for treffer in treffers if treffer.regel.uitkomst == uitkomst.value and treffer.plaatsen]
        if ergste:
            plaatsen = [replace(plaats, bericht=treffer.regel.bericht) for treffer in ergste for plaats in treffer.plaatsen]
            return uit_plaatsen(uitkomst, sorted(_per_zin(plaatsen), key=lambda plaats: plaats.alinea or 0)[:_MEEST])
    assert check.anders is not None  # noqa: S101 - the schema asks it of a check with rules
    return Bevinding(Uitkomst(check.anders.uitkomst), check.anders.bericht)


def _per_zin(plaatsen: list[Plaats]) -> list[Plaats]:
    """One place per sentence and message."""
    return list({(plaats.alinea, plaats.citaat, plaats.bericht): plaats for plaats in plaatsen}.values())
