"""All documents of one gemeente judged together, and their facts merged.

Copies, older versions and files that could not be read do not count. For a norm the best verdict counts, since an element may stand in a
second verordening; but a conflict in a regulation stays visible whatever another text says. The verordening decides on the offer when it
speaks, letters and proposals when it does not, or when it leaves the choice open and they tell that the choice was not to offer
(one that only lets presume so decides too when it tells why or came later, unless another says outright that it is offered); reasons,
numbers and alternatives of all are put together. Of a letter that leaves the offer open, the reasons count that go with what was decided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from verordening_tool.auditing.gewogen import BIJ_AANBOD, BIJ_WEIGERING
from verordening_tool.auditing.model import (
    Aanbod,
    Beoordeling,
    Dossier,
    Feiten,
    Moment,
    Omvangwijze,
    Oordeelrij,
    Plekken,
    Stuk,
    Vermelding,
    Voorselectie,
)
from verordening_tool.auditing.woorden import VELDEN
from verordening_tool.checking.oordeel import Oordeel, Uitkomst
from verordening_tool.document.regeling import REGELINGEN, Onderwerp, Soort, Stadium

ONBEKEND = "Gemeente onbekend"
_VERORDENING = frozenset({Soort.VERORDENING, Soort.WIJZIGINGSVERORDENING})
_RANG_SOORT = (Soort.VERORDENING, Soort.WIJZIGINGSVERORDENING, Soort.NADERE_REGELS, Soort.BELEIDSREGELS, Soort.RAADSBESLUIT)
_RANG_ONDERWERP = (Onderwerp.LOSSE_BESCHUT_WERK, Onderwerp.RE_INTEGRATIE, Onderwerp.PARTICIPATIEWET_OVERIG, Onderwerp.ANDERS)
_BEST_EERST = (Uitkomst.VOLDOET, Uitkomst.TWIJFEL, Uitkomst.STRIJDIG, Uitkomst.NIET_AANGETROFFEN)
_BIEDT = frozenset({Aanbod.BIEDT, Aanbod.KAN})


def maak_dossiers(stukken: Iterable[Stuk]) -> tuple[Dossier, ...]:
    """A dossier per gemeente, by name; documents of which the gemeente is unknown share one at the end."""
    per_gemeente: dict[tuple[str | None, str], list[Stuk]] = {}
    for stuk in sorted(stukken, key=lambda stuk: stuk.bestand.pad):
        per_gemeente.setdefault((stuk.herkend.code, stuk.herkend.naam or ONBEKEND), []).append(stuk)
    volgorde = sorted(per_gemeente, key=lambda wie: (wie[0] is None, wie[1] == ONBEKEND, wie[1].casefold(), wie[0] or ""))
    return tuple(_dossier(code, naam, per_gemeente[code, naam]) for code, naam in volgorde)


def _dossier(code: str | None, naam: str, stukken: Sequence[Stuk]) -> Dossier:
    besluit = _besluit(_tellend(stukken))
    aanbod = besluit.bestand.uitslag.feiten.aanbod if besluit else Aanbod.ZWIJGT
    stukken = [_in_het_licht_van(aanbod, stuk) for stuk in stukken]
    tellend = _tellend(stukken)
    verordening = _verordening(tellend)
    return Dossier(
        code=code,
        naam=naam,
        stukken=tuple(stukken),
        oordelen=tuple(_oordelen(tellend)),
        feiten=_feiten(tellend),
        vastgesteld=_vastgesteld(verordening, tellend),
        verordening=verordening.bestand.pad if verordening else None,
    )


def _tellend(stukken: Sequence[Stuk]) -> list[Stuk]:
    """The documents that count, those that weigh most first; of drafts only those beside which nothing was adopted."""
    goed = [stuk for stuk in stukken if stuk.dubbel_van is None and stuk.opgevolgd_door is None and stuk.bestand.uitslag.fout is None]
    vast = {_regelt(stuk) for stuk in goed if stuk.bestand.uitslag.soort in REGELINGEN and not _is_concept(stuk)}
    tellend = [stuk for stuk in goed if stuk.bestand.uitslag.soort not in REGELINGEN or not _is_concept(stuk) or _regelt(stuk) not in vast]
    return sorted(tellend, key=_gewicht)


def _regelt(stuk: Stuk) -> tuple[Soort, Onderwerp]:
    return stuk.bestand.uitslag.soort, stuk.bestand.uitslag.onderwerp


def _is_concept(stuk: Stuk) -> bool:
    return stuk.bestand.uitslag.stadium is Stadium.CONCEPT


def _gewicht(stuk: Stuk) -> tuple[int, int, int, str]:
    """Order of weight: verordening before rules of the college before the rest; on beschut werk itself first; the newest first."""
    uitslag = stuk.bestand.uitslag
    soort = _RANG_SOORT.index(uitslag.soort) if uitslag.soort in _RANG_SOORT else len(_RANG_SOORT)
    dag = _dag(stuk)
    return (
        min(soort, 1) if soort < 2 else soort,
        _RANG_ONDERWERP.index(uitslag.onderwerp),
        -(dag or date.min).toordinal(),
        stuk.bestand.pad,
    )


def _dag(stuk: Stuk) -> date | None:
    uitslag = stuk.bestand.uitslag
    return uitslag.inwerkingtreding or uitslag.vastgesteld or uitslag.documentdatum


def _oordelen(tellend: Sequence[Stuk]) -> Iterator[tuple[Moment, tuple[Oordeelrij, ...]]]:
    """The verdicts per moment, by code."""
    for moment in Moment:
        beoordeeld = [
            (stuk, beoordeling)
            for stuk in tellend
            for beoordeling in stuk.bestand.uitslag.beoordelingen
            if beoordeling.moment is moment and not _vervallen(stuk, beoordeling)
        ]
        if beoordeeld:
            yield moment, tuple(_rijen(beoordeeld))


def _vervallen(stuk: Stuk, beoordeling: Beoordeling) -> bool:
    """Whether the document was no longer in force on the day it was judged on."""
    vervalt = stuk.bestand.uitslag.vervalt
    return vervalt is not None and beoordeling.peildatum is not None and beoordeling.peildatum >= vervalt


def _rijen(beoordeeld: Sequence[tuple[Stuk, Beoordeling]]) -> Iterator[Oordeelrij]:
    per_code: dict[str, list[tuple[tuple[int, int], Oordeelrij]]] = {}
    for nr, (stuk, beoordeling) in enumerate(beoordeeld):
        pad = stuk.bestand.pad
        for oordeel in beoordeling.oordelen:
            rij = Oordeelrij(oordeel.code, oordeel, None, pad)
            per_code.setdefault(oordeel.code, []).append(((_rang(oordeel, stuk), nr), rij))
        for niet in beoordeling.niet_beoordeeld:
            per_code.setdefault(niet.code, []).append(((len(_BEST_EERST), nr), Oordeelrij(niet.code, None, niet.reden, pad)))
    for _, rijen in sorted(per_code.items()):
        yield min(rijen, key=lambda paar: paar[0])[1]


def _rang(oordeel: Oordeel, stuk: Stuk) -> int:
    """The lowest counts: a conflict in a regulation that nobody accepted, then the best verdict; what does not apply comes last."""
    if oordeel.aanvaard:
        return _BEST_EERST.index(Uitkomst.TWIJFEL)
    if oordeel.oordeel is Uitkomst.STRIJDIG and stuk.bestand.uitslag.soort in REGELINGEN:
        return -1
    return _BEST_EERST.index(oordeel.oordeel) if oordeel.oordeel in _BEST_EERST else len(_BEST_EERST) + 1


def _verordening(tellend: Sequence[Stuk]) -> Stuk | None:
    """The verordening on beschut werk: one of its own, else the re-integratieverordening, else one that says something on the offer."""
    kandidaten = [stuk for stuk in tellend if stuk.bestand.uitslag.soort is Soort.VERORDENING]
    kandidaten += [stuk for stuk in tellend if stuk.bestand.uitslag.soort is Soort.WIJZIGINGSVERORDENING]
    over = [stuk for stuk in kandidaten if stuk.bestand.uitslag.onderwerp in _RANG_ONDERWERP[:2]]
    spreekt = [stuk for stuk in kandidaten if stuk.bestand.uitslag.feiten.aanbod is not Aanbod.ZWIJGT]
    return next((stuk for stuk in over if stuk in spreekt), None) or next(iter(over), None) or next(iter(spreekt), None)


def _vastgesteld(verordening: Stuk | None, tellend: Sequence[Stuk]) -> date | None:
    """The day on which the raad adopted it: by its own text, else by the raadsbesluit on the same subject."""
    if verordening is None:
        return None
    uitslag = verordening.bestand.uitslag
    besluiten = (
        stuk.bestand.uitslag.vastgesteld or stuk.bestand.uitslag.documentdatum
        for stuk in tellend
        if stuk.bestand.uitslag.soort is Soort.RAADSBESLUIT and stuk.bestand.uitslag.onderwerp is uitslag.onderwerp
    )
    return uitslag.vastgesteld or min(filter(None, besluiten), default=None)


def _in_het_licht_van(aanbod: Aanbod, stuk: Stuk) -> Stuk:
    """A document that leaves the offer open, with the reasons and alternatives that it tells now that the gemeente decided so."""
    feiten = stuk.bestand.uitslag.feiten
    if not feiten.mits:
        return stuk
    passend = BIJ_AANBOD if aanbod in _BIEDT else BIJ_WEIGERING if aanbod is Aanbod.BIEDT_NIET else frozenset()
    tegengesteld = feiten.aanbod_vermoed and passend and (feiten.aanbod in _BIEDT) is not (aanbod in _BIEDT)
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


def _besluit(tellend: Sequence[Stuk]) -> Stuk | None:
    """The document that decides on the offer."""
    spreekt = [stuk for stuk in tellend if stuk.bestand.uitslag.feiten.aanbod is not Aanbod.ZWIJGT]
    besluit = next((stuk for stuk in spreekt if stuk.bestand.uitslag.soort in _VERORDENING), None) or min(
        spreekt,
        key=lambda stuk: (
            stuk.bestand.uitslag.soort not in REGELINGEN,
            stuk.bestand.uitslag.feiten.aanbod_vermoed,
            -(_dag(stuk) or date.min).toordinal(),
            _gewicht(stuk),
        ),
        default=None,
    )
    if besluit is not None and _laat_open(besluit.bestand.uitslag.feiten):
        return _weigering(besluit, tellend) or besluit
    return besluit


def _feiten(tellend: Sequence[Stuk]) -> Feiten:
    """The facts of all documents together."""
    alle = [stuk.bestand.uitslag.feiten for stuk in tellend]
    regels = [stuk.bestand.uitslag.feiten for stuk in tellend if stuk.bestand.uitslag.soort in REGELINGEN]
    besluit = _besluit(tellend)
    basis = besluit.bestand.uitslag.feiten if besluit else Feiten()
    omvang = next((feiten for feiten in regels + alle if feiten.omvang is not Omvangwijze.ZWIJGT), Feiten())
    keuze = next((feiten for feiten in regels + alle if feiten.voorselectie is not Voorselectie.ZWIJGT), Feiten())
    plekken = _plekken(alle)
    biedt, biedt_niet = basis.aanbod in _BIEDT, basis.aanbod is Aanbod.BIEDT_NIET
    return replace(
        basis,
        omvang=omvang.omvang,
        omvang_plaats=omvang.omvang_plaats,
        voorselectie=keuze.voorselectie,
        voorselectie_plaats=keuze.voorselectie_plaats,
        plekken=plekken,
        redenen_wel=_samen(alle, lambda feiten: feiten.redenen_wel, zonder_houding=not biedt_niet),
        redenen_niet=_samen(alle, lambda feiten: feiten.redenen_niet, zonder_houding=not biedt),
        redenen_geen_aantal=()
        if _noemt_aantal(plekken, tellend)
        else _samen(alle, lambda feiten: feiten.redenen_geen_aantal, zonder_houding=not biedt_niet),
        alternatieven=_samen(alle, lambda feiten: feiten.alternatieven, zonder_houding=not biedt),
    )


def _weigering(open_: Stuk, tellend: Sequence[Stuk]) -> Stuk | None:
    """The document that turns beschut werk down where ``open_`` leaves the choice open.

    It does so outright, lets presume so and tells why, or is a later letter that lets presume so. A letter that tells both why not and
    what there is instead lets presume so too, whatever else it says.
    """
    weigeren = [stuk for stuk in tellend if stuk.bestand.uitslag.feiten.aanbod is Aanbod.BIEDT_NIET]
    zeker = next((stuk for stuk in weigeren if not stuk.bestand.uitslag.feiten.aanbod_vermoed), None)
    if zeker or any(map(_biedt_zeker, tellend)):
        return zeker
    if met_reden := next((stuk for stuk in weigeren if stuk.bestand.uitslag.feiten.redenen_niet), None):
        return met_reden
    if stilzwijgend := next(filter(_zegt_waarom_niet, tellend), None):
        return _als_weigering(stilzwijgend)
    vanaf = open_.bestand.uitslag.vastgesteld or _dag(open_) or date.min
    later = (stuk for stuk in weigeren if (_dag(stuk) or date.min) > vanaf)
    return None if any(map(_regelt_aanbod, tellend)) else next(later, None)


def _biedt_zeker(stuk: Stuk) -> bool:
    """Whether a document says outright that beschut werk is offered."""
    feiten = stuk.bestand.uitslag.feiten
    return feiten.aanbod is Aanbod.BIEDT and not feiten.aanbod_vermoed


def _regelt_aanbod(stuk: Stuk) -> bool:
    """Whether a regulation lets presume that it is."""
    return stuk.bestand.uitslag.feiten.aanbod is Aanbod.BIEDT and stuk.bestand.uitslag.soort in REGELINGEN


def _zegt_waarom_niet(stuk: Stuk) -> bool:
    """Whether a letter that is silent on the offer tells why there is none, and what there is instead."""
    uitslag = stuk.bestand.uitslag
    stil = uitslag.feiten.aanbod is Aanbod.ZWIJGT and uitslag.soort not in REGELINGEN
    return stil and bool(uitslag.feiten.redenen_niet) and bool(uitslag.feiten.alternatieven)


def _als_weigering(stuk: Stuk) -> Stuk:
    """The document read as one that lets presume a refusal, by its first reason."""
    uitslag = stuk.bestand.uitslag
    feiten = replace(uitslag.feiten, aanbod=Aanbod.BIEDT_NIET, aanbod_vermoed=True, aanbod_plaats=uitslag.feiten.redenen_niet[0].plaats)
    return replace(stuk, bestand=replace(stuk.bestand, uitslag=replace(uitslag, feiten=feiten)))


def _laat_open(feiten: Feiten) -> bool:
    """Whether a verordening does not settle the offer: it says kan, or only supposes it."""
    return feiten.aanbod is Aanbod.KAN or feiten.aanbod_vermoed


def _noemt_aantal(plekken: Sequence[Plekken], tellend: Sequence[Stuk]) -> bool:
    """Whether one of the numbers is for the years of the documents, and not for some later day."""
    laatste = max((dag.year for stuk in tellend if (dag := _dag(stuk))), default=None)
    return any(laatste is None or tal.jaar is None or tal.jaar <= laatste + 1 for tal in plekken)


def _samen(alle: Sequence[Feiten], welke: Callable[[Feiten], tuple[Vermelding, ...]], *, zonder_houding: bool) -> tuple[Vermelding, ...]:
    """Each key once, with the passage of the document that weighs most.

    A document that does not say whether beschut werk is offered counts only ``zonder_houding``: when its reasons go with the offer.
    """
    eerste: dict[str, Vermelding] = {}
    for feiten in alle:
        if zonder_houding or feiten.aanbod is not Aanbod.ZWIJGT:
            for vermelding in welke(feiten):
                eerste.setdefault(vermelding.sleutel, vermelding)
    return tuple(eerste[sleutel] for sleutel in sorted(eerste))


def _plekken(alle: Sequence[Feiten]) -> tuple[Plekken, ...]:
    """Each number once."""
    uniek: dict[tuple[float, str, int | None, str], Plekken] = {}
    for feiten in alle:
        for plekken in feiten.plekken:
            uniek.setdefault((plekken.aantal, plekken.eenheid, plekken.jaar, plekken.aard), plekken)
    return tuple(uniek.values())
