"""Judges a document: which norms hold for it on which date, each check's verdict, and what can not be judged."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from verordening_tool.checking.citations import Citatie
from verordening_tool.checking.context import Context
from verordening_tool.checking.judge import beoordeel, geldt_op, nvt
from verordening_tool.checking.kernvragen import beantwoord
from verordening_tool.checking.ongezien import wijzigt_ongezien
from verordening_tool.checking.oordeel import ZONDER_BASIS, Kernvraag, NietBeoordeeld, Oordeel, Peildatum, Uitkomst
from verordening_tool.checking.passages import maak_tekstlaag
from verordening_tool.checking.peildatum import aanhefdata
from verordening_tool.checking.zaak import Zaak
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import VERORDENINGEN, Onderwerp, Regeling, Soort
from verordening_tool.language.begrippen import Begrippen
from verordening_tool.norms.regimes import regimedagen, wijziging_binnen
from verordening_tool.norms.schema import Check
from verordening_tool.references.model import GeplaatsteVerwijzing

if TYPE_CHECKING:
    from verordening_tool.checking.dossier import Dossier

_IN_RE_INTEGRATIEVERORDENING = frozenset({"BW-17", "BW-20", "BW-22", "BW-23", "BW-24", "BW-26"})
_DAGEN_ROND_SCHATTING = 60


@dataclass(frozen=True, slots=True)
class Uitslag:
    """All verdicts on one document for one peildatum."""

    oordelen: tuple[Oordeel, ...]
    niet_beoordeeld: tuple[NietBeoordeeld, ...]
    kernvragen: tuple[Kernvraag, ...]


def beoordeel_regeling(
    regeling: Regeling,
    checks: Iterable[Check],
    begrippen: Begrippen,
    verwijzingen: Sequence[GeplaatsteVerwijzing],
    citaties: Sequence[Citatie],
    peildatum: Peildatum,
    vastgesteld: date | None = None,
    codes: Collection[str] | None = None,
) -> Uitslag:
    """Judge ``regeling`` on ``peildatum``; ``codes`` limits what is reported (None: all)."""
    return beoordeel_context(maak_context(regeling, verwijzingen, begrippen), checks, citaties, peildatum, vastgesteld, codes)


def maak_context(regeling: Regeling, verwijzingen: Sequence[GeplaatsteVerwijzing], begrippen: Begrippen) -> Context:
    """The text of ``regeling`` ready to be searched; a document that is judged more than once keeps what was found in it."""
    return Context(maak_tekstlaag(regeling, begrippen), verwijzingen)


def beoordeel_context(
    context: Context,
    checks: Iterable[Check],
    citaties: Sequence[Citatie],
    peildatum: Peildatum,
    vastgesteld: date | None = None,
    codes: Collection[str] | None = None,
    dossier: Dossier | None = None,
) -> Uitslag:
    """As beoordeel_regeling, together with the other documents of ``dossier``.

    A document that is judged on several days keeps what was found in its text in ``context``.
    """
    regeling = context.laag.regeling
    zaak = Zaak(context, citaties, aanhefdata(regeling, peildatum, vastgesteld), dossier)
    dagen = _dagen(peildatum)
    oordelen: list[Oordeel] = []
    niet_beoordeeld: list[NietBeoordeeld] = []
    los_van_datum: dict[str, Oordeel] = {}
    kernvraag_dag = peildatum.datum
    for check in checks:
        op_dag = partial(_op_dag, check, zaak, {})
        past = regeling.soort.value in check.geldt_voor.soort and regeling.onderwerp.value in check.geldt_voor.onderwerp
        if past and kernvraag_dag and check.code.startswith("BW-"):
            los = op_dag(kernvraag_dag)
            if isinstance(los, Oordeel):
                los_van_datum[check.code] = los
        if codes is not None and check.code not in codes:
            continue
        uitkomst = _een_check(check, zaak, dagen, op_dag, past=past)
        if past and isinstance(uitkomst, Oordeel) and _hangt_van_basis_af(check, uitkomst, regeling, dagen):
            uitkomst = NietBeoordeeld(check.code, ZONDER_BASIS)
        (oordelen if isinstance(uitkomst, Oordeel) else niet_beoordeeld).append(uitkomst)  # type: ignore[arg-type]
    kernvragen: tuple[Kernvraag, ...] = ()
    if kernvraag_dag and regeling.soort in VERORDENINGEN and (context.geregeld or regeling.onderwerp is Onderwerp.RE_INTEGRATIE):
        kernvragen = beantwoord(los_van_datum, context, kernvraag_dag)
    return Uitslag(tuple(oordelen), tuple(niet_beoordeeld), kernvragen)


def _op_dag(check: Check, zaak: Zaak, bewaard: dict[date, Oordeel | NietBeoordeeld], dag: date) -> Oordeel | NietBeoordeeld:
    """The verdict on ``dag``, judged once; ``bewaard``: those on the days before."""
    if dag not in bewaard:
        bewaard[dag] = beoordeel(check, zaak, dag)
    return bewaard[dag]


def _dagen(peildatum: Peildatum) -> tuple[date, ...]:
    """The days to judge on: the peildatum, or one day of every regime when the date is unknown or too uncertain."""
    if peildatum.datum is None:
        return regimedagen()
    if peildatum.bron == "geschat" and wijziging_binnen(peildatum.datum, _DAGEN_ROND_SCHATTING):
        later = next(edge for edge in regimedagen() if edge > peildatum.datum)
        return (peildatum.datum, later)
    return (peildatum.datum,)


def _een_check(
    check: Check, zaak: Zaak, dagen: Sequence[date], op_dag: Callable[[date], Oordeel | NietBeoordeeld], *, past: bool
) -> Oordeel | NietBeoordeeld:
    regeling = zaak.context.laag.regeling
    if not past:
        return nvt(check, _waarom_niet(check, regeling))
    los = regeling.onderwerp is Onderwerp.LOSSE_BESCHUT_WERK and regeling.soort is Soort.VERORDENING
    if los and check.code in _IN_RE_INTEGRATIEVERORDENING:
        if not any(geldt_op(check, dag) for dag in dagen):
            return nvt(check, _periode(check))
        return NietBeoordeeld(check.code, "Kan in de re-integratieverordening staan.")
    if check.geldig.beslist == "aanhef" and zaak.aanhefdata == (None, None):
        return NietBeoordeeld(
            check.code, "De datum van vaststelling en van inwerkingtreding is onbekend; geef --vastgesteld of --peildatum."
        )
    per_dag = [op_dag(dag) if geldt_op(check, dag) else nvt(check, _periode(check)) for dag in dagen]
    onbeoordeeld = [uitkomst for uitkomst in per_dag if isinstance(uitkomst, NietBeoordeeld)]
    if not onbeoordeeld and len({oordeel.oordeel for oordeel in per_dag if isinstance(oordeel, Oordeel)}) > 1:
        return NietBeoordeeld(check.code, "De datum is onbekend en het oordeel hangt ervan af; geef --peildatum.")
    return (onbeoordeeld or per_dag)[-1]


def _hangt_van_basis_af(check: Check, oordeel: Oordeel, regeling: Regeling, dagen: Sequence[date]) -> bool:
    """Whether a norm on the content was not met in what is seen of a change, while other words change that are not seen."""
    niets_gezien = oordeel.oordeel in {Uitkomst.NVT, Uitkomst.VOLDOET} and not oordeel.plaatsen
    over_inhoud = check.code.startswith("BW-") and any(geldt_op(check, dag) for dag in dagen)
    return niets_gezien and over_inhoud and wijzigt_ongezien(regeling)


def _waarom_niet(check: Check, regeling: Regeling) -> str:
    if regeling.soort.value not in check.geldt_voor.soort:
        return "Geldt niet voor dit soort document."
    return "Geldt niet voor een document over dit onderwerp."


def _periode(check: Check) -> str:
    van, tot = check.geldig.van, check.geldig.tot
    if van and tot:
        return f"Gold van {dutch_date(van)} tot en met {dutch_date(tot)}."
    return f"Geldt pas vanaf {dutch_date(van)}." if van else f"Gold tot en met {dutch_date(tot)}." if tot else "Geldt niet op deze datum."
