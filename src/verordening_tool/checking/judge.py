"""Judges one check for one document on one day: pure, by the kind of the check."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from verordening_tool.checking.citations import beoordeel_citaat
from verordening_tool.checking.context import Context
from verordening_tool.checking.evidence import eerste_treffer
from verordening_tool.checking.onderzoek import ONDERZOEKEN, OVER_HET_BESLUIT, VAN_DE_TEKST
from verordening_tool.checking.oordeel import Gewicht, NietBeoordeeld, Norm, Oordeel, Uitkomst
from verordening_tool.checking.tweede_lezing import herlees
from verordening_tool.checking.zaak import Bevinding, NietTeBeoordelen, Zaak, uit_treffer, van_delen
from verordening_tool.document.regeling import Soort
from verordening_tool.norms.schema import Check, Regel, Toestand, Waar
from verordening_tool.references.links import jci, url


def nvt(check: Check, reden: str) -> Oordeel:
    """The verdict that a check does not belong to this document or date."""
    return maak_oordeel(check, Bevinding(Uitkomst.NVT, reden), None)


def geldt_op(check: Check, dag: date) -> bool:
    """Whether the norm holds on ``dag``. A norm on the aanhef has days of its own and always holds here."""
    return check.geldig.beslist == "aanhef" or check.geldig.op(dag)


def beoordeel(check: Check, zaak: Zaak, dag: date) -> Oordeel | NietBeoordeeld:
    """The verdict of ``check`` on ``dag``, whatever the period in which the norm holds; or why this document can not tell."""
    bevinding = _bevinding(check, zaak, dag)
    if isinstance(bevinding, NietTeBeoordelen):
        return NietBeoordeeld(check.code, bevinding.reden)
    if (
        zaak.context.laag.regeling.soort is Soort.WIJZIGINGSVERORDENING
        and bevinding.uitkomst is Uitkomst.NIET_AANGETROFFEN
        and not _raakt(check, zaak)
    ):
        bevinding = Bevinding(Uitkomst.NVT, "De wijziging raakt dit onderwerp niet; wat zij niet wijzigt, is niet beoordeeld.")
    if check.kind != "delen":  # there each half is read again
        bevinding = herlees(check.code, bevinding, zaak.context)
    return maak_oordeel(check, bevinding, dag)


def _bevinding(check: Check, zaak: Zaak, dag: date) -> Bevinding | NietTeBeoordelen:
    context = zaak.context
    if check.alleen_als_geregeld and not context.geregeld and context.laag.per_artikel:
        return Bevinding(Uitkomst.NVT, check.nvt_bericht or "De tekst regelt geen beschut werk.")
    if check.onderzoek is not None:
        return _onderzocht(check.onderzoek, check, zaak, dag)
    if check.kind == "delen":
        return _delen(check, context, dag)
    if check.kind == "citaat":
        return _citaat(check, zaak)
    return _passage(check.bewijs, check.anders, context, dag)


def _onderzocht(naam: str, check: Check, zaak: Zaak, dag: date) -> Bevinding | NietTeBeoordelen:
    bewaard = zaak.context.onderzocht
    if naam in bewaard:
        return bewaard[naam]
    bevinding = ONDERZOEKEN[naam](check, zaak, dag)
    if naam in VAN_DE_TEKST:
        bewaard[naam] = bevinding
    return bevinding


def _citaat(check: Check, zaak: Zaak) -> Bevinding:
    laag = zaak.context.laag
    mag = bool(check.citaat and any(laag.passages_met(begrip) for begrip in check.citaat.mag_zonder_lid_bij))
    oordeel = beoordeel_citaat(check, laag.regeling, zaak.citaties, zaak.aanhefdata, zonder_lid_mag=mag)
    return Bevinding(oordeel.uitkomst, oordeel.bericht, oordeel.plaatsen, oordeel.dichtstbij)


def _passage(regels: Sequence[Regel], anders: Toestand | None, context: Context, dag: date) -> Bevinding:
    treffer = eerste_treffer(regels, context, dag)
    if treffer is not None:
        return uit_treffer(treffer)
    if anders is None:
        return Bevinding(Uitkomst.NIET_AANGETROFFEN, "Niet aangetroffen.")
    return Bevinding(Uitkomst(anders.uitkomst), anders.bericht)


def _delen(check: Check, context: Context, dag: date) -> Bevinding:
    return van_delen(
        [(deel.onderdeel, herlees(check.code, _passage(deel.bewijs, deel.anders, context, dag), context)) for deel in check.delen]
    )


def _raakt(check: Check, zaak: Zaak) -> bool:
    """Whether a wijzigingsverordening sets a whole article on the subject of the check, so that silence is a gap."""
    context = zaak.context
    if check.onderzoek in OVER_HET_BESLUIT:
        return True
    if check.kind == "citaat":
        return context.geregeld
    over_beschut_werk = any(regel.waar in (Waar.BESCHUT_WERK, Waar.BESCHUT_WERK_KERN) for regel in check.alle_regels())
    return over_beschut_werk and any(context.gaat_over_beschut_werk(nr) for nr in context.laag.per_artikel)


def maak_oordeel(check: Check, bevinding: Bevinding, dag: date | None) -> Oordeel:
    """The verdict on a norm from what was found; ``dag`` dates the link to the law."""
    norm = check.bron_op(dag)
    return Oordeel(
        code=check.code,
        naam=check.naam,
        titel=check.titel,
        aard=check.aard,
        oordeel=bevinding.uitkomst,
        gewicht=bevinding.gewicht or Gewicht(check.gewicht),
        norm=_norm_op(norm.wet, norm.bwb, norm.artikel, norm.lid, norm.onderdeel, dag),
        bericht=bevinding.bericht,
        advies=check.advies if bevinding.uitkomst in (Uitkomst.STRIJDIG, Uitkomst.NIET_AANGETROFFEN, Uitkomst.TWIJFEL) else "",
        plaatsen=bevinding.plaatsen,
        dichtstbij=bevinding.dichtstbij,
        deeloordelen=bevinding.delen,
    )


@lru_cache(maxsize=1024)
def _norm_op(wet: str, bwb: str | None, artikel: str | None, lid: str | None, onderdeel: str | None, dag: date | None) -> Norm:
    """The rule of law with its links on ``dag``; kept, since every document of an audit is judged by the same on the same day."""
    link = jci(bwb, artikel, lid, onderdeel, dag) if bwb else None
    return Norm(wet, bwb, artikel, lid, onderdeel, link, url(link) if link else None)
