"""Words that do not belong in a rule, or no longer: every place of every rule of the check, each with its own message."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from verordening_tool.checking.evidence import Treffer, alle_treffers
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.zaak import Bevinding, Zaak
from verordening_tool.norms.schema import Check

_MEEST = 40  # places in one verdict: whoever sees forty has seen the pattern


def vindplaatsen(check: Check, zaak: Zaak, dag: date) -> Bevinding:
    """All places at which a rule of ``bewijs`` is met; the worst verdict counts and its places are shown."""
    treffers = alle_treffers(check.bewijs, zaak.context, dag)
    return bundel(check, treffers)


def bundel(check: Check, treffers: list[Treffer]) -> Bevinding:
    """One finding out of what was met: the places of the worst verdict, in reading order; ``anders`` when nothing was met."""
    for uitkomst in (Uitkomst.STRIJDIG, Uitkomst.TWIJFEL):
        ergste = [treffer for treffer in treffers if treffer.regel.uitkomst == uitkomst.value]
        if ergste:
            plaatsen = [replace(plaats, bericht=treffer.regel.bericht) for treffer in ergste for plaats in treffer.plaatsen]
            bericht = " ".join(dict.fromkeys(treffer.regel.bericht for treffer in ergste))
            return Bevinding(uitkomst, bericht, tuple(sorted(_per_zin(plaatsen), key=lambda plaats: plaats.alinea or 0))[:_MEEST])
    assert check.anders is not None  # noqa: S101 - the schema asks it of a check with rules
    return Bevinding(Uitkomst(check.anders.uitkomst), check.anders.bericht)


def _per_zin(plaatsen: list[Plaats]) -> list[Plaats]:
    """One place per sentence and message."""
    return list({(plaats.alinea, plaats.citaat, plaats.bericht): plaats for plaats in plaatsen}.values())
