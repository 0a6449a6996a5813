"""What a gemeente decided on the offer by all its documents, and what that tells of those that leave it open.

The verordening decides when it speaks, letters and proposals when it does not. When it leaves the choice open they tell whether the choice
was not to offer: outright, or presumed when they also tell why or came later; unless another says outright that it is offered. When none
speaks, a letter that tells both why not and what there is instead lets presume that it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from verordening_tool.auditing.gewogen import BIJ_AANBOD, BIJ_WEIGERING
from verordening_tool.auditing.model import Aanbod, Feiten, Stuk, Vermelding, Vondst
from verordening_tool.auditing.woorden import VELDEN
from verordening_tool.document.regeling import REGELINGEN, VERORDENINGEN

BIEDT = frozenset({Aanbod.BIEDT, Aanbod.KAN})


def besluit_over_aanbod(stukken: Sequence[Stuk]) -> Vondst:
    """What was decided, and where that stands. ``stukken``: the documents that count, those that weigh most first."""
    spreekt = [stuk for stuk in stukken if _feiten(stuk).aanbod is not Aanbod.ZWIJGT]
    besluit = next((stuk for stuk in spreekt if stuk.bestand.uitslag.soort in VERORDENINGEN), None) or min(
        spreekt,
        key=lambda stuk: (stuk.bestand.uitslag.soort not in REGELINGEN, _feiten(stuk).aanbod_vermoed, -_dag(stuk).toordinal()),
        default=None,
    )
    if besluit is None:
        return _stille_weigering(stukken) or Vondst()
    if _feiten(besluit).aanbod is Aanbod.KAN or _feiten(besluit).aanbod_vermoed:
        return _weigering(besluit, stukken) or _vondst(besluit)
    return _vondst(besluit)


def in_het_licht_van(aanbod: Aanbod, stuk: Stuk) -> Stuk:
    """A document that leaves the offer open, with the reasons and alternatives that it tells now that the gemeente decided so."""
    feiten = _feiten(stuk)
    if not feiten.mits:
        return stuk
    passend = BIJ_AANBOD if aanbod in BIEDT else BIJ_WEIGERING if aanbod is Aanbod.BIEDT_NIET else frozenset()
    tegengesteld = feiten.aanbod_vermoed and passend and (feiten.aanbod in BIEDT) is not (aanbod in BIEDT)
    velden: dict[str, tuple[Vermelding, ...]] = {"mits": ()}
    for veld in ("redenen_wel", "redenen_niet", "alternatieven"):
        if veld in passend:
            bekend: tuple[Vermelding, ...] = getattr(feiten, veld)
            sleutels = {vermelding.sleutel for vermelding in bekend}
            velden[veld] = bekend + tuple(v for v in feiten.mits if VELDEN[v.sleutel] == veld and v.sleutel not in sleutels)
        elif tegengesteld:  # read as if the gemeente had decided otherwise
            velden[veld] = ()
    uitslag = replace(stuk.bestand.uitslag, feiten=replace(feiten, **velden))  # type: ignore[arg-type]
    return replace(stuk, bestand=replace(stuk.bestand, uitslag=uitslag))


def _weigering(open_: Stuk, stukken: Sequence[Stuk]) -> Vondst | None:
    """Where beschut werk is turned down while ``open_`` leaves the choice open.

    A letter that tells both why not and what there is instead lets presume so too, whatever else it says.
    """
    weigeren = [stuk for stuk in stukken if _feiten(stuk).aanbod is Aanbod.BIEDT_NIET]
    zeker = next((stuk for stuk in weigeren if not _feiten(stuk).aanbod_vermoed), None)
    if zeker or any(_feiten(stuk).aanbod is Aanbod.BIEDT and not _feiten(stuk).aanbod_vermoed for stuk in stukken):
        return _vondst(zeker) if zeker else None
    if met_reden := next((stuk for stuk in weigeren if _feiten(stuk).redenen_niet), None):
        return _vondst(met_reden)
    if stil := _stille_weigering(stukken):
        return stil
    if any(_feiten(stuk).aanbod is Aanbod.BIEDT and stuk.bestand.uitslag.soort in REGELINGEN for stuk in stukken):
        return None
    vanaf = open_.bestand.uitslag.vastgesteld or _dag(open_)
    later = next((stuk for stuk in weigeren if _dag(stuk) > vanaf), None)
    return _vondst(later) if later else None


def _stille_weigering(stukken: Sequence[Stuk]) -> Vondst | None:
    """Why there is no beschut werk, in a letter that does not say that there is none."""
    stil = next(filter(_zegt_waarom_niet, stukken), None)
    return Vondst(Aanbod.BIEDT_NIET, _feiten(stil).redenen_niet[0].plaats, vermoed=True) if stil else None


def _zegt_waarom_niet(stuk: Stuk) -> bool:
    """Whether a letter that is silent on the offer tells why there is none, and what there is instead."""
    feiten = _feiten(stuk)
    stil = feiten.aanbod is Aanbod.ZWIJGT and stuk.bestand.uitslag.soort not in REGELINGEN
    return stil and bool(feiten.redenen_niet) and bool(feiten.alternatieven)


def _vondst(stuk: Stuk) -> Vondst:
    feiten = _feiten(stuk)
    return Vondst(feiten.aanbod, feiten.aanbod_plaats, feiten.aanbod_vermoed)


def _feiten(stuk: Stuk) -> Feiten:
    return stuk.bestand.uitslag.feiten


def _dag(stuk: Stuk) -> date:
    return stuk.bestand.uitslag.dag or date.min
