"""All documents of one gemeente judged together, and their facts merged.

Copies, older versions and files that could not be read do not count. For a norm the best verdict counts, since an element may stand in a
second verordening; but a conflict in a regulation stays visible whatever another text says. Reasons, numbers and alternatives of all are
put together, as they go with what was decided on the offer (aanbod_in_dossier).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from verordening_tool.auditing.aanbod_in_dossier import BIEDT, besluit_over_aanbod, in_het_licht_van
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
    Vondst,
    Voorselectie,
)
from verordening_tool.checking.oordeel import Oordeel, Uitkomst
from verordening_tool.document.regeling import REGELINGEN, Onderwerp, Soort, Stadium

ONBEKEND = "Gemeente onbekend"
_RANG_SOORT = (Soort.VERORDENING, Soort.WIJZIGINGSVERORDENING, Soort.NADERE_REGELS, Soort.BELEIDSREGELS, Soort.RAADSBESLUIT)
_RANG_ONDERWERP = (Onderwerp.LOSSE_BESCHUT_WERK, Onderwerp.RE_INTEGRATIE, Onderwerp.PARTICIPATIEWET_OVERIG, Onderwerp.ANDERS)
_BEST_EERST = (Uitkomst.VOLDOET, Uitkomst.TWIJFEL, Uitkomst.STRIJDIG, Uitkomst.NIET_AANGETROFFEN)


def maak_dossiers(stukken: Iterable[Stuk]) -> tuple[Dossier, ...]:
    """A dossier per gemeente, by name; documents of which the gemeente is unknown share one at the end."""
    per_gemeente: dict[tuple[str | None, str], list[Stuk]] = {}
    for stuk in sorted(stukken, key=lambda stuk: stuk.bestand.pad):
        per_gemeente.setdefault((stuk.herkend.code, stuk.herkend.naam or ONBEKEND), []).append(stuk)
    volgorde = sorted(per_gemeente, key=lambda wie: (wie[0] is None, wie[1] == ONBEKEND, wie[1].casefold(), wie[0] or ""))
    return tuple(_dossier(code, naam, per_gemeente[code, naam]) for code, naam in volgorde)


def _dossier(code: str | None, naam: str, stukken: Sequence[Stuk]) -> Dossier:
    besluit = besluit_over_aanbod(_tellend(stukken))
    stukken = [in_het_licht_van(besluit.aanbod, stuk) for stuk in stukken]
    tellend = _tellend(stukken)
    verordening = _verordening(tellend)
    return Dossier(
        code=code,
        naam=naam,
        stukken=tuple(stukken),
        oordelen=tuple(_oordelen(tellend)),
        feiten=_feiten(tellend, besluit),
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
    dag = uitslag.dag
    return (
        min(soort, 1) if soort < 2 else soort,
        _RANG_ONDERWERP.index(uitslag.onderwerp),
        -(dag or date.min).toordinal(),
        stuk.bestand.pad,
    )


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


def _feiten(tellend: Sequence[Stuk], besluit: Vondst) -> Feiten:
    """The facts of all documents together. ``besluit``: what was decided on the offer."""
    alle = [stuk.bestand.uitslag.feiten for stuk in tellend]
    regels = [stuk.bestand.uitslag.feiten for stuk in tellend if stuk.bestand.uitslag.soort in REGELINGEN]
    omvang = next((feiten for feiten in regels + alle if feiten.omvang is not Omvangwijze.ZWIJGT), Feiten())
    keuze = next((feiten for feiten in regels + alle if feiten.voorselectie is not Voorselectie.ZWIJGT), Feiten())
    plekken = _plekken(alle)
    biedt, biedt_niet = besluit.aanbod in BIEDT, besluit.aanbod is Aanbod.BIEDT_NIET
    return Feiten(
        aanbod=besluit.aanbod,
        aanbod_plaats=besluit.plaats,
        aanbod_vermoed=besluit.vermoed,
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


def _noemt_aantal(plekken: Sequence[Plekken], tellend: Sequence[Stuk]) -> bool:
    """Whether one of the numbers is for the years of the documents, and not for some later day."""
    laatste = max((dag.year for stuk in tellend if (dag := stuk.bestand.uitslag.dag)), default=None)
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
