"""Whether a gemeente offers beschut werk, as rules find it told in running text: plainly, or in words of its own and then presumed.

A plain "geen beschut werk" goes before all that speaks of offering; what is told plainly goes before what is told in other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verordening_tool.auditing import feitregels
from verordening_tool.auditing.gewogen import spreekt_voor_ander_aanbod
from verordening_tool.auditing.model import Aanbod, Vondst
from verordening_tool.auditing.uitspraken import Uitspraken, Zin
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.language.begrippen import Span

_ZWIJGT = Vondst()
_EERSTE_WOORDEN = 25  # letters of an answer that tell yes or no
_ANTWOORDEN = ((Aanbod.BIEDT_NIET, "antwoord_nee"), (Aanbod.BIEDT, "antwoord_ja"), (Aanbod.KAN, "antwoord_kan"))
_VERONDERSTELD = re.compile(rb"\b(?:zou|zouden|mocht|stel|zolang|totdat|voordat|tenzij|of (?:wij|we|het|de|er|ons))\b")
_ZONDER = re.compile(rb"\bzonder (?:[a-z]+ )?$")  # "zonder deze voorziening is er niets": what would be, not what is
_GEVRAAGD = re.compile(
    rb"\W*(?:u|de inspectie|uw brief|in uw brief)\b[^.;:]{0,60}\b(?:vraagt|vroeg|vragen|wilt|wilde|weten)\b[^.;:]*\bof\b"
)
_AANKONDIGING = re.compile(rb"\W*(?:het|ons) antwoord (?:is|daarop is|hierop is) (?:kort|eenvoudig|duidelijk|helder)\W*$")
_GEEN_BESLUIT = ("vroeger", "in_plaats_van_bw", "dubbel_ontkend", "niet_over_ons_besluit", "besluit_open")
_GEEN_WEIGERING = ("niet_over_besluit", "geen_reden", "geen_weigering")


def aanbod_in_tekst(tekst: Uitspraken) -> Vondst:
    """What running text says on the offer, and where."""
    gevonden: dict[Aanbod, Plaats] = {}
    for zin in tekst.zinnen:
        if antwoord := _antwoord(tekst, zin):
            return antwoord
        if vraagt_of_zwijgt(tekst, zin) or tekst.heeft(zin, "besluit_open"):
            continue
        if (plaats := _geen_aanbod(tekst, zin)) and not spreekt_voor_ander_aanbod(tekst, zin, Aanbod.BIEDT_NIET):
            return Vondst(Aanbod.BIEDT_NIET, plaats)
        if tekst.heeft(zin, "geen_bw") and not tekst.heeft(zin, "dubbel_ontkend"):
            continue
        aanbod, span = _aangeboden(tekst, zin)
        if span is not None and (tekst.heeft(zin, "dubbel_ontkend") or not spreekt_voor_ander_aanbod(tekst, zin, aanbod)):
            gevonden.setdefault(aanbod, tekst.plaats(span))
    duidelijk = next((Vondst(aanbod, gevonden[aanbod]) for aanbod in (Aanbod.BIEDT, Aanbod.KAN) if aanbod in gevonden), None)
    return duidelijk or sterkste(_in_vrije_woorden(tekst, zin) for zin in tekst.zinnen)


def sterkste(gevonden: Iterable[Vondst]) -> Vondst:
    """Of what several texts say, what decides: no before yes, yes before may, and of those what is told outright."""
    volgorde = (Aanbod.BIEDT_NIET, Aanbod.BIEDT, Aanbod.KAN, Aanbod.ZWIJGT)
    return min(gevonden, key=lambda vondst: (volgorde.index(vondst.aanbod), vondst.vermoed), default=_ZWIJGT)


def vraagt_of_zwijgt(tekst: Uitspraken, zin: Zin) -> bool:
    """Whether a sentence asks, or names beschut werk without a word on the offer of it now."""
    gevraagd = tekst.is_vraag(zin) or _GEVRAAGD.match(tekst.tekst(zin)) is not None
    return gevraagd or _verworpen(tekst, zin) or _over_de_doelgroep(tekst, zin)


def _aangeboden(tekst: Uitspraken, zin: Zin) -> tuple[Aanbod, Span | None]:
    """What a sentence says plainly in favour, and where."""
    if any(tekst.heeft(zin, anders) for anders in ("vroeger", "in_plaats_van_bw", "besluit_niet")):
        return Aanbod.ZWIJGT, None
    benut = tekst.heeft(zin, "benut_bevoegdheid")
    for aanbod, begrip in ((Aanbod.BIEDT, "wel_bw"),) if benut else ((Aanbod.KAN, "kan_bw"), (Aanbod.BIEDT, "wel_bw")):
        if spans := tekst.spans(zin, begrip):
            return aanbod, spans[0]
    return Aanbod.ZWIJGT, None


def _antwoord(tekst: Uitspraken, zin: Zin) -> Vondst | None:
    """The answer to a question on the offer: behind it, or in the paragraph below ("Biedt u beschut werk aan?" – "Nee.")."""
    if _GEVRAAGD.match(tekst.tekst(zin)):
        return _ja_of_nee(tekst, _achter(tekst, zin)) if tekst.heeft(zin, "bw") else None
    vraag, teken, rest = tekst.tekst(zin).partition(b"?")
    deel = Zin(zin.passage, Span(zin.span.start, zin.span.start + len(vraag)), zin.nabij)
    gevraagd = teken and tekst.heeft(deel, "vraag_aanbod") and not tekst.heeft(deel, "vraag_anders")
    if not gevraagd and not (tekst.heeft(deel, "beschut_werk") and tekst.kort_antwoord(deel)):
        return None
    onder = Zin(zin.passage, Span(deel.span.eind + 1, zin.span.eind), zin.nabij) if rest.strip() else tekst.eronder(zin)
    return _ja_of_nee(tekst, onder)


def _achter(tekst: Uitspraken, zin: Zin) -> Zin | None:
    """The sentence behind an indirect question, past one that only announces the answer ("Het antwoord is kort.")."""
    volgende = tekst.volgende(zin) or tekst.eronder(zin)
    if volgende is not None and _AANKONDIGING.match(tekst.tekst(volgende)):
        return tekst.volgende(volgende)
    return volgende


def _ja_of_nee(tekst: Uitspraken, onder: Zin | None) -> Vondst | None:
    """The yes or no that a sentence begins with, or None."""
    if onder is None:
        return None
    begin = Zin(onder.passage, Span(onder.span.start, min(onder.span.start + _EERSTE_WOORDEN, onder.span.eind)), onder.nabij)
    gevonden = [(span, aanbod) for aanbod, begrip in _ANTWOORDEN for span in tekst.spans(begin, begrip, ontkend=None)]
    if not gevonden:
        return None
    span, aanbod = min(gevonden, key=lambda paar: (paar[0].start, -paar[0].eind))  # the first word tells, and what belongs to it
    return Vondst(aanbod, tekst.plaats(span))


def _in_vrije_woorden(tekst: Uitspraken, zin: Zin) -> Vondst:
    """What a sentence says on the offer in words of its own, presumed: who decides, what we do, and beschut werk, denied or not."""
    if vraagt_of_zwijgt(tekst, zin) or any(tekst.heeft(zin, begrip) for begrip in _GEEN_BESLUIT):
        return _ZWIJGT
    if b"?" in tekst.tekst(zin) and tekst.heeft(zin, "vraag_anders"):
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
        wijst_anders_af = any(tekst.heeft(zin, begrip) for begrip in _GEEN_WEIGERING)
        anders = wijst_anders_af or tekst.voorwaardelijk(zin, spans[0])
        return (
            _ZWIJGT
            if anders or spreekt_voor_ander_aanbod(tekst, zin, Aanbod.BIEDT_NIET)
            else Vondst(Aanbod.BIEDT_NIET, plaats, vermoed=True)
        )
    if any(tekst.heeft(zin, begrip) for begrip in ("over_aantal", "geen_daad", "reden_gewogen")) or _VERONDERSTELD.search(tekst.tekst(zin)):
        return _ZWIJGT
    aanbod = Aanbod.KAN if tekst.heeft(zin, "besluit_kan") else Aanbod.BIEDT
    return _ZWIJGT if spreekt_voor_ander_aanbod(tekst, zin, aanbod) else Vondst(aanbod, plaats, vermoed=True)


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
