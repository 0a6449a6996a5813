"""Whether the articles of a verordening offer beschut werk: the duty, the power or the refusal.

The evidence of BW-09 goes first; where that finds nothing, or does not tell which way it is, wider words of the articles on beschut werk
do. Last comes the weight of words, which also settles what they clearly tell otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from verordening_tool.auditing.artikelzinnen import Zin, bewijs_van, gevouwen, heeft, plaats_van, vind, zinnen_over_beschut_werk
from verordening_tool.auditing.gewogen_leden import DUIDELIJK, GewogenLeden, GewogenLid
from verordening_tool.auditing.model import Aanbod, Vondst
from verordening_tool.auditing.uitspraken import begrippen
from verordening_tool.checking.context import Context
from verordening_tool.checking.evidence import Treffer
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.passages import Passage
from verordening_tool.document.regeling import VERORDENINGEN, Soort
from verordening_tool.language.begrippen import Span
from verordening_tool.language.ontkenning import is_ontkend, ontkende_stukken
from verordening_tool.norms.schema import Waar

_EERST_VOORWAARDE = re.compile(
    rb"(?:[^:;,]{1,30}[:;] )?(?:is|zijn|raakt|wordt|worden|blijkt|heeft|komt|staat|dreigt|dreigen) [^,;]{3,80},? (?:dan|en)\b"
    rb"|(?:zodra|als|indien|wanneer|nadat|is|zijn)\b[^,;]*\b(?:uitgeput|bereikt|besteed|verbruikt|op|vol|vervuld|bezet)\b[^,;]{0,20},"
)  # "is het plafond bereikt, dan", "op is op: is het plafond bereikt, dan", "zodra het bedrag is uitgeput,"
_TOT_ANDER_BESLUIT = re.compile(rb"\b(?:zolang|totdat|tenzij|tot|zodra)\b[^,;]{0,40}\b(?:anders|ander|nader)\b[^,;]{0,40},?")
_NIET_MEER = re.compile(rb"\b(?:geen|niet)\b[^,;.]{0,40}\bmeer\b")
_WIE = (
    rb"(?:persoon|personen|degenen?|inwoners?|mensen|kandidaat|kandidaten|ieder|iedereen|hen|burgers?|klanten?|betrokkenen?|doelgroep"
    rb"|belanghebbenden?|clienten?|deelnemers?|jongeren?|werkzoekenden?)"
)
_OVER_WIE = re.compile(
    rb"\b" + _WIE + rb"(?: aan)?,? (?:die|dat|(?:van|bij|voor|aan|uit) wie|wie|wiens)\b[^,;]*(?:,? en niet\b[^,;]*)?"
    rb"|\b(?:aan |voor |van |bij )?wie\b[^,;]*"
    rb"|\bmaar niet (?:aan|voor|als|indien)\b[^;]*"
)  # for whom: "niet" and "geen" there deny no offer
_IN_EEN_GEVAL = re.compile(rb"\b(?:zolang|als|indien|wanneer|tenzij|zodra)\b[^;]*\b(?:" + _WIE + rb"|hij|zij|u|er)\b")
_VOORSPRONG = 0.5  # margin above the other offers from which they tell which one it is
_BEVOEGD = frozenset({"bevoegdheid", "bevoegdheid_in_kern", "naar_eigen_oordeel", "vrijblijvend"})
_BEVOEGD_OVER_GEVAL = frozenset({"naar_eigen_oordeel", "vrijblijvend"})  # in beleidsregels said of a case
_PLICHT = frozenset(
    # the last four: an offer, with a limit that the law does not know
    {"plicht_uitdrukkelijk", "plicht", "plicht_in_kern", "in_aanmerking", "misschien", "misschien_in_kern"}
    | {"voorwaarde", "duur", "weigeren", "groep_uitgezonderd"}
)
_MISSCHIEN = frozenset({"misschien", "misschien_in_kern"})  # something is given where beschut werk is
_OVER_GEVALLEN = frozenset({Soort.BELEIDSREGELS, Soort.NADERE_REGELS})


def aanbod_in_artikelen(context: Context, leden: GewogenLeden) -> Vondst:
    """Whether beschut werk is offered, may be or is not; where that stands, and whether it is only presumed.

    Rules tell, unless the words of a lid clearly tell otherwise, or tell of the duty of which BW-09 has the evidence too. Presumed is an
    offer of which BW-09 doubts, what words tell with some doubt, and what a verordening only lets presume.
    """
    treffer = _bewijs_van_aanbod(context)
    regels, plaats = _aanbod_volgens_regels(context, treffer)
    lid = leden.sterkste("aanbod")
    if lid is not None and lid.voorsprong >= _VOORSPRONG and lid.sleutel != regels.value and not _weigert_niemand(context, treffer, lid):
        plicht = lid.sleutel == Aanbod.BIEDT.value and treffer is not None and treffer.regel.id in _PLICHT
        zeker = plicht or lid.marge >= DUIDELIJK
        if plaats is None or (zeker and not _zegt_kan(context, plaats, None if plicht else lid.passage)):
            return Vondst(Aanbod(lid.sleutel), context.laag.hele_plaats(lid.passage), vermoed=not zeker)
    if plaats is not None:
        vaag = regels is Aanbod.BIEDT and treffer is not None and treffer.regel.id in _MISSCHIEN and plaats == treffer.plaatsen[0]
        return Vondst(regels, plaats, vermoed=vaag)
    return _vermoed(context, leden) if context.laag.regeling.soort in VERORDENINGEN else Vondst()


def _vermoed(context: Context, leden: GewogenLeden) -> Vondst:
    """What is presumed when no lid tells the offer: a power that words lean to, or an offer, as the article says for whom or how many."""
    lid = leden.sterkste("aanbod", ruim=True)
    if lid is not None and lid.sleutel == Aanbod.KAN.value and lid.voorsprong >= _VOORSPRONG:
        return Vondst(Aanbod.KAN, context.laag.hele_plaats(lid.passage), vermoed=True)
    geregeld = _geregeld(context)
    return Vondst(Aanbod.BIEDT, geregeld, vermoed=True) if geregeld else Vondst()


def _weigert_niemand(context: Context, treffer: Treffer | None, lid: GewogenLid) -> bool:
    """Whether words weigh for a refusal only because they tell for whom the offer is, or when someone has to wait."""
    if lid.sleutel != Aanbod.BIEDT_NIET.value:
        return False
    plicht = treffer is not None and treffer.regel.id in ("plicht", "plicht_uitdrukkelijk")
    if plicht or context.laag.regeling.soort in _OVER_GEVALLEN:
        return True
    return _IN_EEN_GEVAL.search(context.laag.gevouwen, lid.passage.start, lid.passage.eind) is not None


def _zegt_kan(context: Context, plaats: Plaats, lid: Passage | None) -> bool:
    """Whether ``plaats`` takes the duty out of an offer, or a lid makes a power of it in so many words."""
    bevoegd = lid is not None and heeft(context, Span(lid.start, lid.eind), "artikel_bevoegd")
    return bevoegd or plaats == _niet_verplicht(context, list(zinnen_over_beschut_werk(context)))


def _bewijs_van_aanbod(context: Context) -> Treffer | None:
    """The evidence of BW-09; a power to give rules is none to offer."""
    treffer = bewijs_van(context, "BW-09")
    over_regels = treffer and begrippen().vind("artikel_bevoegd_tot_regels", gevouwen(plaats.citaat for plaats in treffer.plaatsen))
    return None if over_regels else treffer


def _aanbod_volgens_regels(context: Context, treffer: Treffer | None) -> tuple[Aanbod, Plaats | None]:
    """What a lid says in so many words: a denial goes before a power, and that before a duty.

    Beleidsregels say who gets it and who does not: what they deny or leave open in a case is not the offer.
    """
    regel = treffer.regel.id if treffer is not None else ""
    zinnen = list(zinnen_over_beschut_werk(context))
    vrij = [(passage, zin) for passage, zin in zinnen if not _over_iets_anders(context, zin)]
    per_geval = context.laag.regeling.soort in _OVER_GEVALLEN
    bevoegd = _BEVOEGD - _BEVOEGD_OVER_GEVAL if per_geval else _BEVOEGD
    for soort, plaats in (
        (Aanbod.BIEDT_NIET, None if per_geval else _eerste(context, zinnen, _weigert)),
        (Aanbod.BIEDT_NIET, _eerste(context, zinnen, _ziet_af if per_geval else _geen_aanbod)),
        (Aanbod.KAN, treffer.plaatsen[0] if treffer is not None and regel in bevoegd else None),
        (Aanbod.BIEDT_NIET, None if per_geval else _eerste(context, vrij, _ontkend_aanbod)),
        (Aanbod.KAN, None if per_geval else _eerste(context, zinnen, _bevoegd)),
        (Aanbod.KAN, None if per_geval else _eerste(context, vrij, _kan_aanbieden)),
        (Aanbod.KAN, _niet_verplicht(context, zinnen)),
        (Aanbod.BIEDT, treffer.plaatsen[0] if treffer is not None and regel in _PLICHT else None),
        (Aanbod.BIEDT, _eerste(context, vrij, lambda context, _, zin: next(iter(vind(context, zin, "artikel_biedt")), None))),
    ):
        if plaats is not None:
            return soort, plaats
    return Aanbod.ZWIJGT, None


def _weigert(context: Context, _: Passage, zin: Span) -> Span | None:
    """Where a sentence turns beschut werk down, whatever else in it "kan"."""
    if heeft(context, zin, "artikel_elders_geregeld"):
        return None
    return next(iter(_vind_in_kern(context, zin, "artikel_weigert")), None)


def _geen_aanbod(context: Context, passage: Passage, zin: Span) -> Span | None:
    laag = context.laag
    gevonden = (_vind_in_kern(context, zin, begrip) for begrip in ("geen_bw", "artikel_biedt_niet", "artikel_nihil"))
    spans = next(filter(None, gevonden), [])
    if (
        not spans
        or _IN_EEN_GEVAL.search(laag.gevouwen, spans[0].start, zin.eind)
        or _elders_of_dubbel(context, zin)
        or _EERST_VOORWAARDE.match(laag.gevouwen, zin.start, zin.eind)
    ):
        return None
    if heeft(context, zin, "artikel_selectie") and not heeft(context, zin, "artikel_geen_zelf"):
        return None  # who is not put forward for it: that says nothing of the offer
    if _NIET_MEER.search(laag.gevouwen, zin.start, zin.eind):
        return None
    tot_nader = _TOT_ANDER_BESLUIT.match(laag.gevouwen, zin.start, zin.eind)
    if not tot_nader and _echt(context, Span(passage.start, passage.eind), "fase_zeker"):
        return None
    if any(laag.spans(passage, begrip, ontkend=None) for begrip in ("grens_is_rijksaantal", "bevoegd_aanbod_beschut_werk")):
        return None
    begin = tot_nader.end() if tot_nader else zin.start
    return None if _echt(context, Span(begin, max(begin, spans[0].start)), "onder_voorwaarde") else spans[0]


def _ziet_af(context: Context, _: Passage, zin: Span) -> Span | None:
    """Where a sentence says that the gemeente itself does without beschut werk, whoever asks."""
    if not heeft(context, zin, "onze_stem") or heeft(context, zin, "artikel_over_geval") or _elders_of_dubbel(context, zin):
        return None
    return next(iter(vind(context, zin, "afzien_van_beschut_werk")), None)


def _elders_of_dubbel(context: Context, zin: Span) -> bool:
    """Whether a sentence with a negation denies no offer: it denies a denial, or says of what no rules stand here."""
    return heeft(context, zin, "dubbel_ontkend") or heeft(context, zin, "artikel_elders_geregeld")


def _echt(context: Context, zin: Span, begrip: str) -> list[Span]:
    """Where conditions stand that limit what is said: not "als bedoeld in", nor "zolang deze verordening geldt"."""
    schijn = vind(context, zin, "artikel_schijnvoorwaarde")
    return [span for span in vind(context, zin, begrip) if not any(vals.start <= span.start < vals.eind for vals in schijn)]


def _eerste(context: Context, zinnen: Sequence[Zin], zoek: Callable[[Context, Passage, Span], Span | None]) -> Plaats | None:
    """The first place that ``zoek`` finds in the sentences."""
    for passage, zin in zinnen:
        if (span := zoek(context, passage, zin)) is not None:
            return plaats_van(context, passage, span)
    return None


def _kan_aanbieden(context: Context, _: Passage, zin: Span) -> Span | None:
    spans = _vind_in_kern(context, zin, "artikel_kan")
    anders = heeft(context, zin, "over_aantal") or heeft(context, zin, "benut_bevoegdheid")
    return spans[0] if spans and heeft(context, zin, "beschut_werk") and not anders else None


def _bevoegd(context: Context, passage: Passage, zin: Span) -> Span | None:
    """Where a sentence makes of offering beschut werk, or a dienstbetrekking in its article, what the college may do."""
    over = heeft(context, zin, "bw") or (passage.artikel_nr in context.kern and heeft(context, zin, "dienst"))
    if not over or heeft(context, zin, "artikel_bevoegd_anders") or heeft(context, zin, "benut_bevoegdheid"):
        return None
    return next(iter(_vind_in_kern(context, zin, "artikel_bevoegd")), None)


def _niet_verplicht(context: Context, zinnen: Sequence[Zin]) -> Plaats | None:
    """Where the sentence behind an offer takes the duty out of it ("Het college is daartoe niet verplicht")."""
    for (vorige, aanbod), (passage, zin) in pairwise(zinnen):
        if vorige.artikel_nr != passage.artikel_nr or not (spans := vind(context, zin, "artikel_niet_verplicht")):
            continue
        biedt = heeft(context, aanbod, "artikel_biedt") or heeft(context, aanbod, "plicht_aanbod_beschut_werk")
        if biedt and heeft(context, aanbod, "bw") and not _over_iets_anders(context, aanbod):
            return plaats_van(context, passage, spans[0])
    return None


def _geregeld(context: Context) -> Plaats | None:
    """The first words of an article on beschut werk that lay down for whom it is or how many: it is there to be had.

    That it is done in a dienstbetrekking and with what help, as the law has it, tells nothing of the offer.
    """
    for passage in context.passages(Waar.BESCHUT_WERK_KERN):
        if any(context.laag.heeft(passage, begrip) for begrip in ("voorselectie", "omvang_aanbod")):
            return context.laag.hele_plaats(passage)
    return None


def _over_iets_anders(context: Context, zin: Span) -> bool:
    """Whether the sentence is about advice, selection, numbers, subsidy or where an article applies, and not about the offer."""
    return bool(_echt(context, zin, "artikel_geen_aanbod")) or heeft(context, zin, "artikel_niet_van_toepassing")


def _ontkend_aanbod(context: Context, _: Passage, zin: Span) -> Span | None:
    """Where a sentence without conditions denies beschut werk."""
    if _elders_of_dubbel(context, zin) or heeft(context, zin, "niet_over_aanbod") or _echt(context, zin, "artikel_voorwaarde"):
        return None
    ontkend = ontkende_stukken(context.laag.begrippen, _kern(context, zin))
    for span in _vind_in_kern(context, zin, "bw"):
        eigen = Span(span.start - zin.start, span.eind - zin.start)
        if is_ontkend(eigen, ontkend) and not _IN_EEN_GEVAL.search(context.laag.gevouwen, span.start, zin.eind):
            return span
    return None


def _kern(context: Context, zin: Span) -> bytes:
    """The sentence with what it says of the people concerned left blank, so that every place stays where it was."""
    return _OVER_WIE.sub(lambda treffer: b" " * len(treffer[0]), context.laag.gevouwen[zin.start : zin.eind])


def _vind_in_kern(context: Context, zin: Span, begrip: str) -> list[Span]:
    """The places of a concept, leaving out what the sentence says of the people concerned."""
    return [Span(zin.start + span.start, zin.start + span.eind) for span in begrippen().vind(begrip, _kern(context, zin))]
