"""Why a gemeente offers beschut werk or not, why it names no number, and what it offers instead.

All read what ``eigen_woorden`` leaves of a text. What says a reason outright counts wherever our gemeente speaks. What says it in freer
words counts in its place: beside the sentence that tells of the offer, beside another reason, or under a heading that announces reasons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

from verordening_tool.auditing import feitregels
from verordening_tool.auditing.feitregels import Feitregel
from verordening_tool.auditing.gewogen import BIJ_AANBOD, BIJ_WEIGERING, geraden, past
from verordening_tool.auditing.model import Aanbod
from verordening_tool.auditing.uitspraken import Treffer, Uitspraken, Zin
from verordening_tool.auditing.vrije_redenen import vrij
from verordening_tool.language.begrippen import Span

_Regels = Mapping[str, Sequence[Feitregel]]
_NIET_EIGEN = ("vraag_van_ander", "mening_van_ander", "in_het_algemeen")
_HOUDING = frozenset({"geen_bw", "wel_bw"})
_MAATWERK = "maatwerk_doelgroep"
_DUIDELIJK = 0.8  # margin from which the words of a sentence tell a reason wherever it stands
_HEEL_DUIDELIJK = 1.2  # the same where it seems to be on the numbers of others, or on one case


def eigen_woorden(tekst: Uitspraken) -> Uitspraken:
    """The text without what others ask or remark, and what holds for any gemeente."""
    return tekst.zonder(lambda zin: _niet_eigen(tekst, zin))


def _niet_eigen(tekst: Uitspraken, zin: Zin) -> bool:
    if any(tekst.heeft(zin, begrip) for begrip in _NIET_EIGEN):
        return True
    volgende = tekst.volgende(zin)
    return volgende is not None and any(tekst.heeft(volgende, begrip) for begrip in ("onzin", "in_het_algemeen"))


def redenen_niet(tekst: Uitspraken, houding: Aanbod) -> Iterator[Treffer]:
    """The reasons against. High costs are told apart from the same words about risk or about a small group."""
    per_sleutel: dict[str, list[Treffer]] = {sleutel: [] for sleutel in feitregels.REDENEN_NIET}
    for treffer in _volgens_regels(tekst, "redenen_niet", feitregels.REDENEN_NIET):
        if not tekst.heeft(treffer.zin, "instrument_afgewezen"):
            per_sleutel[treffer.sleutel].append(treffer)
    anders = [
        (treffer.zin.span, tekst.zinsdeel(treffer.zin, treffer.span))
        for sleutel in ("financieel_risico", "veel_geld_kleine_groep")
        for treffer in per_sleutel[sleutel]
    ]
    per_sleutel["kosten_hoog"] = [t for t in per_sleutel["kosten_hoog"] if (t.zin.span, tekst.zinsdeel(t.zin, t.span)) not in anders]
    for treffers in per_sleutel.values():
        yield from islice(treffers, 1)
    if houding is Aanbod.BIEDT_NIET:
        duidelijk = [treffer for treffers in per_sleutel.values() for treffer in treffers]
        anker, bezet = _anker(tekst, "geen_bw", duidelijk), _bezet(tekst, duidelijk, _ander_onderwerp)
        yield from vrij(tekst, "redenen_niet", bezet, anker)


def redenen_wel(tekst: Uitspraken, houding: Aanbod) -> Iterator[Treffer]:
    """The reasons in favour."""
    duidelijk = list(_volgens_regels(tekst, "redenen_wel", feitregels.REDENEN_WEL))
    duidelijk += list(_uit_de_wet(tekst))
    geen_aantal = list(redenen_geen_aantal(tekst))
    over_aantal = {treffer.zin.span for treffer in geen_aantal if tekst.heeft(treffer.zin, "vrij_aantal")}
    zonder_reden = over_aantal | {zin.span for zin in tekst.zinnen if _alleen_aanbod(tekst, zin) or _alleen_voor_wie(tekst, zin)}
    yield from (treffer for treffer in duidelijk if treffer.sleutel != _MAATWERK or treffer.zin.span not in zonder_reden)
    if houding not in (Aanbod.BIEDT, Aanbod.KAN):
        return
    bezet = _bezet(tekst, [*duidelijk, *geen_aantal], _onder_financien)
    bezet |= {zin.span for zin in tekst.zinnen if _alleen_voor_wie(tekst, zin)}
    anker = _anker(tekst, "vrij_aanbod", duidelijk)
    for treffer in vrij(tekst, "redenen_wel", bezet, anker):
        if treffer.sleutel != _MAATWERK or treffer.zin.span not in zonder_reden:
            yield treffer


def _uit_de_wet(tekst: Uitspraken) -> Iterator[Treffer]:
    """What the law asks for everybody, and beside it, or in the next sentence, that beschut werk answers to it."""
    for zin in tekst.zinnen:
        for eerder in (zin, tekst.vorige(zin)):
            if eerder and tekst.heeft(zin, "beschut_werk_doet_dat") and tekst.heeft(eerder, "maatwerk_uit_de_wet"):
                yield Treffer(_MAATWERK, zin, zin.span, tekst.plaats(zin.span))
                break


def _alleen_voor_wie(tekst: Uitspraken, zin: Zin) -> bool:
    """Whether a sentence asks, turns another thing down, or only tells who gets beschut werk or how that is decided, and not why."""
    if tekst.is_vraag(zin) or tekst.heeft(zin, "instrument_afgewezen") or tekst.heeft(zin, "verworpen_plan"):
        return True
    voor_wie = tekst.heeft(zin, "voor_wie") and tekst.heeft(zin, "wordt_gegeven")
    return (voor_wie or tekst.heeft(zin, "per_geval")) and not tekst.heeft(zin, "zegt_waarom")


def _alleen_aanbod(tekst: Uitspraken, zin: Zin) -> bool:
    """Whether a sentence only tells that beschut werk is to be had, and for whom: no reason."""
    return tekst.heeft(zin, "vrij_aanbod") and not tekst.heeft(zin, "vrij_waarom") and not tekst.heeft(zin, "vrij_maatwerk")


def redenen_geen_aantal(tekst: Uitspraken) -> Iterator[Treffer]:
    """The reasons to name no number: the sentence, or one beside it, is about how many."""
    volgens_regels = _volgens_regels(tekst, "redenen_geen_aantal", feitregels.REDENEN_GEEN_AANTAL)
    duidelijk = [treffer for treffer in volgens_regels if _gaat_over_aantal(tekst, treffer.zin)]
    duidelijk = [treffer for treffer in duidelijk if not _over_iets_anders(tekst, treffer.zin)]
    yield from duidelijk
    bezet = {treffer.zin.span for treffer in duidelijk}
    for treffer in vrij(tekst, "redenen_geen_aantal", bezet, lambda zin: _zegt_geen_aantal(tekst, zin)):
        buren = (treffer.zin, tekst.vorige(treffer.zin), tekst.volgende(treffer.zin))
        if any(buur is not None and _zegt_geen_aantal(tekst, buur) for buur in buren) and not _over_iets_anders(tekst, treffer.zin):
            yield treffer


def _over_iets_anders(tekst: Uitspraken, zin: Zin) -> bool:
    """Whether a sentence is on one case, on policy that is ready, or on a number that was named: no reason to name none."""
    ander_onderwerp = tekst.heeft(zin, "over_een_geval") or tekst.heeft(zin, "vraag_en_antwoord")
    ander_onderwerp = ander_onderwerp and not tekst.heeft(zin, "aantal_woord")
    if tekst.heeft(zin, "beleid_is_af") or (ander_onderwerp and not _verklaart_geen_aantal(tekst, zin, _HEEL_DUIDELIJK)):
        return True
    vorige = tekst.vorige(zin) if tekst.heeft(zin, "wijst_terug") else None
    return any(ander is not None and tekst.heeft(ander, "getal_genoemd") for ander in (zin, vorige))


def alternatieven(tekst: Uitspraken, houding: Aanbod) -> Iterator[Treffer]:
    """What is offered instead: where the gemeente says so, or says what it does in a text that turns beschut werk down."""
    eigen = [zin for zin in tekst.zinnen if not _afgewezen(tekst, zin)]
    paren = [(zin, tekst.volgende(zin)) for zin in eigen]
    zinnen = [tekst.samen(zin) for zin in eigen]
    spans = {zin.span for zin in eigen}
    zinnen += [tekst.tot_en_met(zin, ander) for zin, ander in paren if ander and ander.span in spans and _wijst_terug(tekst, ander)]
    duidelijk = [
        Treffer(sleutel, zin, span, tekst.plaats(span))
        for sleutel, regels in feitregels.ALTERNATIEVEN.items()
        for zin in zinnen
        if (span := tekst.voldoet(zin, regels)) is not None
        and _in_plaats_van(tekst, zin, houding)
        and past(tekst, zin, span, "alternatieven", sleutel)
    ]
    yield from duidelijk
    if houding is Aanbod.BIEDT_NIET:
        gezegd = [treffer.zin.span for treffer in duidelijk]  # also of two sentences at once
        bezet = {zin.span for zin in tekst.zinnen if _afgewezen(tekst, zin) or any(a <= zin.span.start < b for a, b in gezegd)}
        anker = _anker(tekst, "geen_bw", duidelijk)
        yield from vrij(tekst, "alternatieven", bezet, lambda zin: tekst.omgeving.document or anker(zin))


def _afgewezen(tekst: Uitspraken, zin: Zin) -> bool:
    """Whether the sentence turns something down as an alternative: outright, or after it was considered."""
    if tekst.heeft(zin, "geen_alternatief") or tekst.heeft(zin, "instrument_afgewezen"):
        return True
    return tekst.heeft(zin, "overwogen") and tekst.heeft(zin, "verband_ontkenning")


def _wijst_terug(tekst: Uitspraken, zin: Zin) -> bool:
    """Whether a sentence goes on with the one before it, and says nothing of beschut werk being offered or not."""
    return tekst.heeft(zin, "gaat_verder") and not any(tekst.heeft(zin, houding) for houding in _HOUDING)


def _in_plaats_van(tekst: Uitspraken, zin: Zin, houding: Aanbod) -> bool:
    """Whether a sentence tells what is there instead of beschut werk: it says so, or what is offered under or behind words that do."""
    if tekst.heeft(zin, "in_plaats_van"):
        return True
    boven = (tekst.kop(zin), tekst.vorige(zin))
    erboven = houding is Aanbod.BIEDT_NIET or any(ander is not None and tekst.heeft(ander, "in_plaats_van") for ander in boven)
    return erboven and tekst.heeft(zin, "wij_bieden")


def _zegt_geen_aantal(tekst: Uitspraken, zin: Zin) -> bool:
    """Whether a rule finds that the sentence is about how many, or its words clearly tell why there is no number."""
    if _noemt_geen_aantal(tekst, zin):
        return True
    return _verklaart_geen_aantal(tekst, zin, _HEEL_DUIDELIJK if tekst.heeft(zin, "vrij_kader_aantal") else _DUIDELIJK)


def _verklaart_geen_aantal(tekst: Uitspraken, zin: Zin, vanaf: float) -> bool:
    """Whether the words of a sentence tell why there is no number, with a margin of ``vanaf`` at least."""
    feit = geraden(tekst, zin, zonder=BIJ_WEIGERING, vanaf=vanaf)
    return feit is not None and feit.groep == "redenen_geen_aantal"


def _noemt_geen_aantal(tekst: Uitspraken, zin: Zin) -> bool:
    """Whether the sentence, or the heading above it, is about how many places there are, or will be."""
    if tekst.heeft(zin, "vrij_kader_aantal"):
        return False
    kop = tekst.kop(zin)
    return tekst.heeft(zin, "vrij_aantal") or (kop is not None and tekst.heeft(kop, "aantal_woord"))


def _anker(tekst: Uitspraken, houding: str, duidelijk: Sequence[Treffer]) -> Callable[[Zin], bool]:
    """Whether a sentence is near beschut werk in a text on it, tells of the offer, or is a clear reason or under a heading for them."""
    gezegd = {treffer.zin.span for treffer in duidelijk}
    return lambda zin: zin.span in gezegd or tekst.over_beschut_werk(zin) or tekst.heeft(zin, houding) or _onder_redenen(tekst, zin)


def _bezet(tekst: Uitspraken, duidelijk: Sequence[Treffer], ander: Callable[[Uitspraken, Zin], bool]) -> set[Span]:
    """Sentences that already tell something: a reason, or a subject of its own."""
    return {*(treffer.zin.span for treffer in duidelijk), *(zin.span for zin in tekst.zinnen if ander(tekst, zin))}


def _gaat_over_aantal(tekst: Uitspraken, zin: Zin) -> bool:
    buren = (zin, tekst.vorige(zin), tekst.volgende(zin), tekst.kop(zin))
    return any(buur is not None and tekst.heeft(buur, begrip) for buur in buren for begrip in ("aantal_woord", "geen_aantal"))


def _volgens_regels(tekst: Uitspraken, groep: str, regels: _Regels) -> Iterator[Treffer]:
    """What rules find, as far as the words of the sentence do not speak against it."""
    for sleutel, mogelijk in regels.items():
        yield from (treffer for treffer in tekst.alle(sleutel, mogelijk) if past(tekst, treffer.zin, treffer.span, groep, sleutel))


def _ander_onderwerp(tekst: Uitspraken, zin: Zin) -> bool:
    """Whether the sentence stands among the finances, turns an instrument down, or tells what is done instead and no clear reason."""
    if _onder_financien(tekst, zin) or tekst.heeft(zin, "instrument_afgewezen"):
        return True
    if (feit := geraden(tekst, zin, zonder=BIJ_AANBOD, vanaf=_DUIDELIJK)) is not None and feit.groep == "redenen_niet":
        return False
    return any(tekst.voldoet(zin, regels) is not None for regels in feitregels.ALTERNATIEVEN.values())


def _onder_financien(tekst: Uitspraken, zin: Zin) -> bool:
    kop = tekst.kop(zin)
    return kop is not None and tekst.heeft(kop, "kop_financien")


def _onder_redenen(tekst: Uitspraken, zin: Zin) -> bool:
    boven = (tekst.kop(zin), tekst.inleiding(zin))
    return any(kop is not None and tekst.heeft(kop, begrip) for kop in boven for begrip in ("kop_reden", "geen_bw"))
