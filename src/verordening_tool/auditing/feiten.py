"""What one document says about beschut werk beside the norms: the offer, how many places, by what way, why, and what instead.

In a verordening the articles decide on the offer, by the evidence of BW-09; in letters, proposals and notes the sentences do. Reasons and
alternatives stand in running text. A reason against of a gemeente that offers is a remark on the other side, no reason; so is one in
favour of a gemeente that does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from verordening_tool.auditing import artikelen, feitregels
from verordening_tool.auditing.model import Aanbod, Feiten, Omvangwijze, Plekken, Vermelding, Voorselectie
from verordening_tool.auditing.redenen import alternatieven, eigen_woorden, redenen_geen_aantal, redenen_niet, redenen_wel
from verordening_tool.auditing.uitspraken import Treffer, Uitspraken, Zin
from verordening_tool.checking.context import Context
from verordening_tool.checking.nabijheid import contexten
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.plekken import vind_plekken
from verordening_tool.document.regeling import Regeling, Soort
from verordening_tool.language.begrippen import Span

_REGELS = frozenset({Soort.VERORDENING, Soort.WIJZIGINGSVERORDENING, Soort.BELEIDSREGELS, Soort.NADERE_REGELS})
_RIJK = re.compile(
    r"(?:aan )?de (?:minister|staatssecretaris|voorzitter van de (?:tweede|eerste) kamer)\b|tweede kamer, vergaderjaar", re.IGNORECASE
)
_Gevonden = tuple[Aanbod, Plaats | None]
_ALTIJD = 9999  # year of a document without a date: every number counts
_EERSTE_WOORDEN = 25  # letters of an answer that tell yes or no
_ANTWOORDEN = ((Aanbod.BIEDT_NIET, "antwoord_nee"), (Aanbod.BIEDT, "antwoord_ja"), (Aanbod.KAN, "antwoord_kan"))
_ZWIJGT: _Gevonden = (Aanbod.ZWIJGT, None)
_VERONDERSTELD = re.compile(rb"\b(?:zou|zouden|mocht|stel|zolang|totdat|voordat|tenzij|of (?:wij|we|het|de|er|ons))\b")
_ZONDER = re.compile(rb"\bzonder (?:[a-z]+ )?$")  # "zonder deze voorziening is er niets": what would be, not what is
_GEEN_BESLUIT = ("vroeger", "in_plaats_van_bw", "dubbel_ontkend", "niet_over_ons_besluit", "besluit_open")


def vind_feiten(regeling: Regeling, context: Context) -> Feiten:
    """The facts in ``regeling``, of which ``context`` holds the passages. A text that nowhere names beschut werk has none."""
    teksten = [Uitspraken(deel, regeling.gemeente) for deel in contexten(context)]
    if _van_het_rijk(regeling) or not any(tekst.omgeving.document or tekst.laag.passages_met("beschut_werk") for tekst in teksten):
        return Feiten()
    in_artikelen = artikelen.aanbod(context) if regeling.soort in _REGELS else _ZWIJGT
    in_tekst = _sterkste(_aanbod_in_tekst(tekst) for tekst in teksten)
    aanbod = in_artikelen if in_artikelen[0] is not Aanbod.ZWIJGT else in_tekst
    eigen = [eigen_woorden(tekst) for tekst in teksten]
    houding = Aanbod.BIEDT_NIET if Aanbod.BIEDT_NIET in (in_tekst[0], aanbod[0]) else aanbod[0]
    if houding is Aanbod.ZWIJGT:
        houding = _leunt(eigen)
    plekken = tuple(
        Plekken(tal.aantal, tal.eenheid, tal.jaar, tal.aard, tal.plaats) for tal in vind_plekken(context) if not tal.bestaand
    )  # fmt: skip
    geregeld = regeling.soort in _REGELS
    omvang = artikelen.omvang(context) if geregeld else (Omvangwijze.ZWIJGT, None)
    voorselectie = artikelen.voorselectie(context) if geregeld else (Voorselectie.ZWIJGT, None)
    biedt = houding in (Aanbod.BIEDT, Aanbod.KAN)
    return Feiten(
        aanbod=aanbod[0],
        aanbod_plaats=aanbod[1],
        aanbod_vermoed=aanbod[0] is Aanbod.BIEDT and aanbod is in_artikelen and aanbod[1] == artikelen.geregeld(context),
        omvang=omvang[0],
        omvang_plaats=omvang[1],
        voorselectie=voorselectie[0],
        voorselectie_plaats=voorselectie[1],
        plekken=plekken,
        redenen_wel=() if houding is Aanbod.BIEDT_NIET else _vermeldingen(redenen_wel(tekst, houding) for tekst in eigen),
        redenen_niet=() if biedt else _vermeldingen(redenen_niet(tekst, houding) for tekst in eigen),
        redenen_geen_aantal=()
        if houding is Aanbod.BIEDT_NIET or any(tal.jaar is None or tal.jaar <= _jaar(regeling) + 1 for tal in plekken)
        else _vermeldingen(redenen_geen_aantal(tekst) for tekst in eigen),
        alternatieven=() if biedt else _vermeldingen(alternatieven(tekst, houding) for tekst in eigen),
    )


def _leunt(teksten: Sequence[Uitspraken]) -> Aanbod:
    """Which way a document without a word on the offer leans, by the reasons that it gives outright."""
    tegen, voor = False, False
    for tekst in teksten:
        tegen = tegen or any(True for _ in redenen_niet(tekst, Aanbod.ZWIJGT))
        voor = voor or any(True for _ in redenen_wel(tekst, Aanbod.ZWIJGT)) or any(True for _ in redenen_geen_aantal(tekst))
    if tegen or voor:
        return Aanbod.ZWIJGT if tegen and voor else Aanbod.BIEDT_NIET if tegen else Aanbod.BIEDT
    wel = {treffer.zin.span for tekst in teksten for treffer in redenen_wel(tekst, Aanbod.BIEDT)}
    niet = {treffer.zin.span for tekst in teksten for treffer in redenen_niet(tekst, Aanbod.BIEDT_NIET)}
    if wel and len(wel - niet) >= len(niet - wel):
        return Aanbod.BIEDT
    return Aanbod.BIEDT_NIET if niet else Aanbod.ZWIJGT


def _jaar(regeling: Regeling) -> int:
    """The year of the document; a number for years far behind it leaves open how many there are now."""
    data = regeling.data
    dag = data.inwerkingtreding or data.vastgesteld or data.documentdatum
    return dag.year if dag else _ALTIJD


def _van_het_rijk(regeling: Regeling) -> bool:
    """Whether it is a letter of a minister or the like: it tells of gemeenten, but none of them speaks."""
    if regeling.soort is not Soort.ANDERS or regeling.gemeente is not None:
        return False
    return any(_RIJK.match(blok.tekst.strip()) for blok in regeling.blokken)


def _vermeldingen(per_tekst: Iterable[Iterable[Treffer]]) -> tuple[Vermelding, ...]:
    """Each key once, with its first passage."""
    eerste: dict[str, Vermelding] = {}
    for treffers in per_tekst:
        for treffer in treffers:
            eerste.setdefault(treffer.sleutel, Vermelding(treffer.sleutel, treffer.plaats))
    return tuple(eerste.values())


def _sterkste(gevonden: Iterable[_Gevonden]) -> _Gevonden:
    volgorde = (Aanbod.BIEDT_NIET, Aanbod.BIEDT, Aanbod.KAN, Aanbod.ZWIJGT)
    return min(gevonden, key=lambda paar: volgorde.index(paar[0]), default=_ZWIJGT)


def _aanbod_in_tekst(tekst: Uitspraken) -> _Gevonden:
    """What running text says on the offer. A plain "geen beschut werk" goes before all that speaks of offering."""
    gevonden: dict[Aanbod, Plaats] = {}
    for zin in tekst.zinnen:
        if antwoord := _antwoord(tekst, zin):
            return antwoord
        if tekst.tekst(zin).rstrip().endswith(b"?") or _verworpen(tekst, zin) or tekst.heeft(zin, "besluit_open"):
            continue
        if _over_de_doelgroep(tekst, zin):
            continue
        if plaats := _geen_aanbod(tekst, zin):
            return Aanbod.BIEDT_NIET, plaats
        if tekst.heeft(zin, "geen_bw") and not tekst.heeft(zin, "dubbel_ontkend"):
            continue
        benut = tekst.heeft(zin, "benut_bevoegdheid")
        for aanbod, begrip in ((Aanbod.BIEDT, "wel_bw"),) if benut else ((Aanbod.KAN, "kan_bw"), (Aanbod.BIEDT, "wel_bw")):
            spans = tekst.spans(zin, begrip)
            if spans and not any(tekst.heeft(zin, anders) for anders in ("vroeger", "in_plaats_van_bw", "besluit_niet")):
                gevonden.setdefault(aanbod, tekst.plaats(spans[0]))
                break
    duidelijk = next(((aanbod, gevonden[aanbod]) for aanbod in (Aanbod.BIEDT, Aanbod.KAN) if aanbod in gevonden), None)
    return duidelijk or _sterkste(_aanbod_in_vrije_woorden(tekst, zin) for zin in tekst.zinnen)


def _antwoord(tekst: Uitspraken, zin: Zin) -> _Gevonden | None:
    """The answer to a question on the offer: behind it, or in the paragraph below ("Biedt u beschut werk aan?" – "Nee.")."""
    vraag, teken, rest = tekst.tekst(zin).partition(b"?")
    deel = Zin(zin.passage, Span(zin.span.start, zin.span.start + len(vraag)), zin.nabij)
    gevraagd = teken and tekst.heeft(deel, "vraag_aanbod") and not tekst.heeft(deel, "vraag_anders")
    if not gevraagd and not (tekst.heeft(deel, "beschut_werk") and tekst.kort_antwoord(deel)):
        return None
    onder = Zin(zin.passage, Span(deel.span.eind + 1, zin.span.eind), zin.nabij) if rest.strip() else tekst.eronder(zin)
    if onder is None:
        return None
    begin = Zin(onder.passage, Span(onder.span.start, min(onder.span.start + _EERSTE_WOORDEN, onder.span.eind)), zin.nabij)
    gevonden = [(span, aanbod) for aanbod, begrip in _ANTWOORDEN for span in tekst.spans(begin, begrip, ontkend=None)]
    if not gevonden:
        return None
    span, aanbod = min(gevonden, key=lambda paar: (paar[0].start, -paar[0].eind))  # the first word tells, and what belongs to it
    return aanbod, tekst.plaats(span)


def _aanbod_in_vrije_woorden(tekst: Uitspraken, zin: Zin) -> _Gevonden:
    """What a sentence says on the offer in words of its own: who decides, what we do, and beschut werk, denied or not."""
    if tekst.tekst(zin).rstrip().endswith(b"?") or any(tekst.heeft(zin, begrip) for begrip in _GEEN_BESLUIT):
        return _ZWIJGT
    antwoordt_op_anders = b"?" in tekst.tekst(zin) and tekst.heeft(zin, "vraag_anders")
    if antwoordt_op_anders or _verworpen(tekst, zin) or _over_de_doelgroep(tekst, zin):
        return _ZWIJGT
    spans, redengevend = _over_beschut_werk(tekst, zin), _redengevend(tekst, zin)
    inleiding = tekst.inleiding(zin)
    zin = tekst.samen(zin)
    besluit = tekst.heeft(zin, "onze_stem") or tekst.heeft(zin, "besluitvorm")
    if not spans or not besluit or not _besluit(tekst, zin) or redengevend:
        return _ZWIJGT
    plaats = tekst.plaats(spans[0])
    ontkend = _ontkend_besluit(tekst, zin) or (inleiding is not None and tekst.heeft(inleiding, "verband_ontkenning"))
    if tekst.heeft(zin, "besluit_niet") or ontkend:
        wijst_anders_af = any(tekst.heeft(zin, begrip) for begrip in ("niet_over_besluit", "geen_reden", "geen_weigering"))
        anders = wijst_anders_af or tekst.voorwaardelijk(zin, spans[0])
        return _ZWIJGT if anders else (Aanbod.BIEDT_NIET, plaats)
    if any(tekst.heeft(zin, begrip) for begrip in ("over_aantal", "geen_daad", "reden_gewogen")) or _VERONDERSTELD.search(tekst.tekst(zin)):
        return _ZWIJGT
    return (Aanbod.KAN if tekst.heeft(zin, "besluit_kan") else Aanbod.BIEDT), plaats


def _verworpen(tekst: Uitspraken, zin: Zin) -> bool:
    """Whether the sentence tells of a plan that was turned down, and not what follows from that."""
    return tekst.heeft(zin, "verworpen_plan") and not tekst.heeft(zin, "gevolg_niet")


def _over_de_doelgroep(tekst: Uitspraken, zin: Zin) -> bool:
    """Whether the sentence names beschut werk only to say whom it is about, and then speaks of another instrument."""
    if not tekst.heeft(zin, "ander_aanbod"):
        return False
    doelgroep = tekst.spans(zin, "bw_doelgroep", ontkend=None)
    return bool(doelgroep) and all(
        any(wie.start <= span.start < wie.eind for wie in doelgroep) for span in tekst.spans(zin, "bw", ontkend=None)
    )


def _besluit(tekst: Uitspraken, zin: Zin) -> bool:
    return any(tekst.heeft(zin, begrip) for begrip in ("besluit_woord", "besluit_niet"))


def _ontkend_besluit(tekst: Uitspraken, zin: Zin) -> bool:
    """Whether beschut werk, or what is decided on what the sentence points back to, is denied: not what a clause beside it denies."""
    if tekst.heeft(zin, "bw"):
        ontkend = tekst.spans(zin, "bw", ontkend=True)
        if ontkend or tekst.spans(zin, "besluit_woord"):
            return any(_ZONDER.search(tekst.gevouwen, zin.span.start, span.start) is None for span in ontkend)
        delen = [tekst.zinsdeel(zin, span) for span in tekst.spans(zin, "bw")]
        niet = tekst.spans(zin, "besluit_woord", ontkend=True)  # "aan beschut werk geven wij geen uitvoering"
        return any(deel.start <= span.start < deel.eind for deel in delen for span in niet)
    return tekst.heeft(zin, "besluit_woord", ontkend=True)


def _over_beschut_werk(tekst: Uitspraken, zin: Zin) -> list[Span]:
    """Where the sentence names beschut werk, or points back (or ahead, in the same paragraph) to a sentence that does."""
    if spans := tekst.spans(zin, "bw", ontkend=None):
        return spans
    if tekst.heeft(zin, "ander_instrument"):
        return []
    buren = (tekst.vorige(zin), tekst.volgende(zin))
    if any(buur is not None and tekst.heeft(buur, "beschut_werk") for buur in buren):
        return tekst.spans(zin, "bw_terug", ontkend=None)
    return tekst.spans(zin, "bw_voorziening", ontkend=None) if tekst.omgeving.document else []


def _redengevend(tekst: Uitspraken, zin: Zin) -> bool:
    """Whether the sentence tells why, and not what: costs, risk, growth to regular work, or what is done instead."""
    regels = (*feitregels.REDENEN_NIET.values(), *feitregels.ALTERNATIEVEN.values())
    return any(tekst.voldoet(zin, mogelijk) is not None for mogelijk in regels)


def _geen_aanbod(tekst: Uitspraken, zin: Zin) -> Plaats | None:
    """The place where a sentence says that our gemeente does not offer beschut werk."""
    if tekst.heeft(zin, "dubbel_ontkend") or tekst.heeft(zin, "over_aantal"):
        return None
    spans = [span for span in tekst.spans(zin, "geen_bw", ontkend=None) if not tekst.voorwaardelijk(zin, span)]
    return next((tekst.plaats(span) for span in spans if not _weigert_niet(tekst, zin, span)), None)


def _weigert_niet(tekst: Uitspraken, zin: Zin, weigering: Span) -> bool:
    """Whether what reads as a refusal turns down something else, or the refusal itself, in the clauses that deny beschut werk."""
    anders = tekst.spans(zin, "geen_weigering", ontkend=None)
    ontkend = [span for span in tekst.spans(zin, "bw", ontkend=True) if weigering.start <= span.start < weigering.eind]
    delen = [tekst.zinsdeel(zin, span) for span in ontkend or [weigering]]
    return all(any(ander.start < deel.eind and deel.start < ander.eind for ander in anders) for deel in delen)
