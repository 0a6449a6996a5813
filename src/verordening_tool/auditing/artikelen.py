"""What the articles of a verordening say beside the norms: the offer, the way the number is set, and the voorselectie.

The evidence of BW-09, BW-05 and BW-03 goes first; where that finds nothing, or does not tell which way it is, wider words of the
articles on beschut werk do. Last comes the weight of words, which also settles what they clearly tell otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from verordening_tool.auditing.gewogen_leden import GewogenLeden, GewogenLid
from verordening_tool.auditing.model import Aanbod, Omvangwijze, Voorselectie
from verordening_tool.auditing.uitspraken import begrippen
from verordening_tool.checking.context import Context
from verordening_tool.checking.evidence import Treffer, eerste_treffer
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.passages import Passage
from verordening_tool.document.regeling import Soort
from verordening_tool.language.begrippen import Span
from verordening_tool.language.folding import fold
from verordening_tool.language.ontkenning import is_ontkend, ontkende_stukken
from verordening_tool.norms.loader import lees_normen
from verordening_tool.norms.schema import Waar

_Zin = tuple[Passage, Span]
_EERST_VOORWAARDE = re.compile(
    rb"(?:[^:;,]{1,30}[:;] )?(?:is|zijn|raakt|wordt|worden|blijkt|heeft|komt|staat) [^,;]{3,80},? (?:dan|en)\b"
)  # "is het plafond bereikt, dan", "op is op: is het plafond bereikt, dan"
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
_DUIDELIJK = 1.2  # margin from which words go before what a rule found
_VOORSPRONG = 0.5  # margin above the other offers from which they tell which one it is
_BEVOEGD = frozenset({"bevoegdheid", "bevoegdheid_in_kern", "naar_eigen_oordeel", "vrijblijvend"})
_BEVOEGD_OVER_GEVAL = frozenset({"naar_eigen_oordeel", "vrijblijvend"})  # in beleidsregels said of a case
_PLICHT = frozenset({"plicht_uitdrukkelijk", "plicht", "plicht_in_kern", "in_aanmerking", "misschien", "misschien_in_kern"})
_OVER_GEVALLEN = frozenset({Soort.BELEIDSREGELS, Soort.NADERE_REGELS})
_WIJZEN = (
    (Omvangwijze.PLAFOND, "omvang_door_plafond"),
    (Omvangwijze.BEGROTING, "omvang_in_begroting"),
    (Omvangwijze.BELEIDSPLAN, "omvang_in_plan"),
    (Omvangwijze.VRAAG, "omvang_naar_vraag"),
)
_WIJZEN_STERK = (  # concepts that must stand together
    (Omvangwijze.PLAFOND, ("omvang_tot_bedrag",)),
    (Omvangwijze.BEGROTING, ("omvang_in_begroting_zelf",)),
    (Omvangwijze.BELEIDSPLAN, ("omvang_in_stuk",)),
    (Omvangwijze.VRAAG, ("omvang_naar_aantal_mensen", "omvang_bepalend")),
)


def aanbod(context: Context, leden: GewogenLeden) -> tuple[tuple[Aanbod, Plaats | None], bool]:
    """Whether beschut werk is offered, may be or is not; where that stands, and whether it is only presumed.

    Rules tell, unless the words of a lid clearly tell otherwise, or tell of the duty of which BW-09 has the evidence too. Presumed is an
    offer of which an article only lays down the rest, and what words tell with some doubt.
    """
    treffer = _bewijs_van_aanbod(context)
    regels, plaats = _aanbod_volgens_regels(context, treffer)
    lid = leden.sterkste("aanbod")
    if lid is not None and lid.voorsprong >= _VOORSPRONG and lid.sleutel != regels.value and not _weigert_niemand(context, treffer, lid):
        plicht = lid.sleutel == Aanbod.BIEDT.value and treffer is not None and treffer.regel.id in _PLICHT
        zeker = plicht or lid.marge >= _DUIDELIJK
        if plaats is None or (zeker and not _zegt_kan(context, plaats, None if plicht else lid.passage)):
            return (Aanbod(lid.sleutel), context.laag.hele_plaats(lid.passage)), not zeker
    if plaats is not None:
        return (regels, plaats), False
    geregeld = _geregeld(context)
    return (Aanbod.BIEDT if geregeld else Aanbod.ZWIJGT, geregeld), geregeld is not None


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
    bevoegd = lid is not None and _heeft(context, Span(lid.start, lid.eind), "artikel_bevoegd")
    return bevoegd or plaats == _niet_verplicht(context, list(_zinnen(context)))


def _bewijs_van_aanbod(context: Context) -> Treffer | None:
    """The evidence of BW-09; a power to give rules is none to offer."""
    treffer = _bewijs(context, "BW-09")
    over_regels = treffer and begrippen().vind("artikel_bevoegd_tot_regels", _gevouwen(plaats.citaat for plaats in treffer.plaatsen))
    return None if over_regels else treffer


def _aanbod_volgens_regels(context: Context, treffer: Treffer | None) -> tuple[Aanbod, Plaats | None]:
    """What a lid says in so many words: a denial goes before a power, and that before a duty.

    Beleidsregels say who gets it and who does not: what they deny or leave open in a case is not the offer.
    """
    regel = treffer.regel.id if treffer is not None else ""
    zinnen = list(_zinnen(context))
    vrij = [(passage, zin) for passage, zin in zinnen if not _over_iets_anders(context, zin)]
    per_geval = context.laag.regeling.soort in _OVER_GEVALLEN
    bevoegd = _BEVOEGD - _BEVOEGD_OVER_GEVAL if per_geval else _BEVOEGD
    for soort, plaats in (
        (Aanbod.BIEDT_NIET, _eerste(context, zinnen, _ziet_af if per_geval else _geen_aanbod)),
        (Aanbod.KAN, treffer.plaatsen[0] if treffer is not None and regel in bevoegd else None),
        (Aanbod.BIEDT_NIET, None if per_geval else _eerste(context, vrij, _ontkend_aanbod)),
        (Aanbod.KAN, None if per_geval else _eerste(context, zinnen, _bevoegd)),
        (Aanbod.KAN, None if per_geval else _eerste(context, vrij, _kan_aanbieden)),
        (Aanbod.KAN, _niet_verplicht(context, zinnen)),
        (Aanbod.BIEDT, treffer.plaatsen[0] if treffer is not None and regel in _PLICHT else None),
        (Aanbod.BIEDT, _eerste(context, vrij, lambda context, _, zin: next(iter(_vind(context, zin, "artikel_biedt")), None))),
    ):
        if plaats is not None:
            return soort, plaats
    return Aanbod.ZWIJGT, None


def omvang(context: Context, leden: GewogenLeden) -> tuple[Omvangwijze, Plaats | None]:
    """How the number of places is set, by rules or else by the weight of words."""
    gevonden = _omvang_volgens_regels(context)
    if gevonden[0] is not Omvangwijze.ZWIJGT:
        return gevonden
    lid = leden.sterkste("omvang")
    return (Omvangwijze(lid.sleutel), context.laag.hele_plaats(lid.passage)) if lid else gevonden


def _omvang_volgens_regels(context: Context) -> tuple[Omvangwijze, Plaats | None]:
    """By what a sentence on the number says, or the lid around it, else by the evidence."""
    over = [
        zin
        for zin in _met_vervolg(context, "omvang_strikt", "omvang_terug", "omvang_bericht")
        if not _heeft(context, zin[1], "omvang_van_uren")
    ]
    leden = [(passage, Span(passage.start, passage.eind)) for passage, _ in over]
    for venster in (over, leden):
        if gevonden := _eerste_wijze(context, venster):
            return gevonden
    treffer = _bewijs(context, "BW-05")
    over_aantal = treffer is not None and bool(begrippen().vind("omvang_onderwerp", _gevouwen(p.citaat for p in treffer.plaatsen)))
    zeker = over_aantal and treffer is not None and treffer.regel.id not in ("bepaald_zonder_wijze", "alleen_plafond", "vraag_bepaalt")
    if treffer is not None and zeker and (wijze := _wijze(treffer)) is not None:
        return wijze, treffer.plaatsen[0]
    for wijze, begrip in _WIJZEN:
        for passage, zin in over:
            if spans := _vind(context, zin, begrip):
                return wijze, _plaats(context, passage, spans[0])
    if treffer is None or not zeker:
        return Omvangwijze.ZWIJGT, None
    return Omvangwijze.ANDERS, treffer.plaatsen[0]


def _eerste_wijze(context: Context, zinnen: Sequence[_Zin]) -> tuple[Omvangwijze, Plaats] | None:
    """The first way that one of the sentences tells in so many words."""
    for passage, zin in zinnen:
        for wijze, alle in _WIJZEN_STERK:
            if (spans := _vind(context, zin, alle[0])) and all(_heeft(context, zin, begrip) for begrip in alle):
                return wijze, _plaats(context, passage, spans[0])
    return None


def voorselectie(context: Context, leden: GewogenLeden) -> tuple[Voorselectie, Plaats | None]:
    """How it is decided who is considered: by criteria that stand here, or as the college decides."""
    gevonden = _voorselectie_volgens_regels(context)
    lid = leden.sterkste("voorselectie")
    noemt_criteria = lid is not None and lid.sleutel == Voorselectie.CRITERIA.value and lid.marge >= _DUIDELIJK
    if lid and (gevonden[0] is Voorselectie.ZWIJGT or noemt_criteria):
        return Voorselectie(lid.sleutel), context.laag.hele_plaats(lid.passage)
    return gevonden


def _voorselectie_volgens_regels(context: Context) -> tuple[Voorselectie, Plaats | None]:
    over = [zin for zin in _met_vervolg(context, "selectie_ruim", "selectie_terug") if not _heeft(context, zin[1], "selectie_vaststelling")]
    gedelegeerd = [
        (passage, zin)
        for passage, zin in over
        if any(_heeft(context, zin, begrip) for begrip in ("selectie_gedelegeerd", "selectie_aan_college")) and not _criterium(context, zin)
    ]
    inhoud = [(passage, zin) for passage, zin in over if (passage, zin) not in gedelegeerd and _heeft(context, zin, "selectie_inhoud")]
    if inhoud:
        return Voorselectie.CRITERIA, _plaats(context, *inhoud[0])
    if gedelegeerd:
        return Voorselectie.DELEGATIE, _plaats(context, *gedelegeerd[0])
    genoemd = [
        (passage, zin) for passage, zin in over if _heeft(context, zin, "selectie_onderwerp") and _heeft(context, zin, "verstrekker")
    ]
    if genoemd:
        return Voorselectie.DELEGATIE, _plaats(context, *genoemd[0])
    treffer = _bewijs(context, "BW-03")
    if treffer is None:
        return Voorselectie.ZWIJGT, None
    return (Voorselectie.DELEGATIE if treffer.regel.id in ("gedelegeerd", "alleen_genoemd") else Voorselectie.CRITERIA), treffer.plaatsen[0]


def _criterium(context: Context, zin: Span) -> bool:
    """Whether the sentence tells of whom it speaks, and leaves no rules on that to others."""
    return _heeft(context, zin, "selectie_criterium") and not _heeft(context, zin, "selectie_overgelaten")


def _wijze(treffer: Treffer) -> Omvangwijze | None:
    """The way that the quotes of a rule of BW-05 tell."""
    tekst = _gevouwen(plaats.citaat for plaats in treffer.plaatsen)
    if treffer.regel.id == "vraag_bepaalt":
        return Omvangwijze.PLAFOND if begrippen().vind("omvang_door_plafond", tekst) else Omvangwijze.VRAAG
    gevonden = next((wijze for wijze, begrip in _WIJZEN if begrippen().vind(begrip, tekst)), None)
    return gevonden or (Omvangwijze.BELEIDSPLAN if treffer.regel.id == "gedelegeerd" else None)


def _gevouwen(teksten: Iterator[str]) -> bytes:
    return fold(" ".join(teksten)).encode("ascii", "replace")


def _bewijs(context: Context, code: str) -> Treffer | None:
    return eerste_treffer(lees_normen().checks[code].bewijs, context, None)


def _zinnen(context: Context) -> Iterator[tuple[Passage, Span]]:
    """The sentences of the passages on beschut werk."""
    for passage in context.passages(Waar.BESCHUT_WERK):
        for zin in context.laag.zinnen(passage):
            yield passage, zin


def _met_vervolg(context: Context, onderwerp: str, terug: str, niet: str | None = None) -> Iterator[_Zin]:
    """The sentences on a subject, each with the next of its article that points back to it ("De raad besluit hierover …")."""
    vorige: Passage | None = None
    for passage, zin in _zinnen(context):
        if not _heeft(context, zin, onderwerp):
            sluit_aan = vorige is not None and vorige.artikel_nr == passage.artikel_nr and _heeft(context, zin, terug)
            if not sluit_aan or (niet is not None and _heeft(context, zin, niet)):
                vorige = None
                continue
        vorige = passage
        yield passage, zin


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
    if _heeft(context, zin, "artikel_selectie") and not _heeft(context, zin, "artikel_geen_zelf"):
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
    if not _heeft(context, zin, "onze_stem") or _heeft(context, zin, "artikel_over_geval") or _elders_of_dubbel(context, zin):
        return None
    return next(iter(_vind(context, zin, "afzien_van_beschut_werk")), None)


def _elders_of_dubbel(context: Context, zin: Span) -> bool:
    """Whether a sentence with a negation denies no offer: it denies a denial, or says of what no rules stand here."""
    return _heeft(context, zin, "dubbel_ontkend") or _heeft(context, zin, "artikel_elders_geregeld")


def _echt(context: Context, zin: Span, begrip: str) -> list[Span]:
    """Where conditions stand that limit what is said: not "als bedoeld in", nor "zolang deze verordening geldt"."""
    schijn = _vind(context, zin, "artikel_schijnvoorwaarde")
    return [span for span in _vind(context, zin, begrip) if not any(vals.start <= span.start < vals.eind for vals in schijn)]


def _eerste(context: Context, zinnen: Sequence[_Zin], zoek: Callable[[Context, Passage, Span], Span | None]) -> Plaats | None:
    """The first place that ``zoek`` finds in the sentences."""
    for passage, zin in zinnen:
        if (span := zoek(context, passage, zin)) is not None:
            return _plaats(context, passage, span)
    return None


def _kan_aanbieden(context: Context, _: Passage, zin: Span) -> Span | None:
    spans = _vind_in_kern(context, zin, "artikel_kan")
    return spans[0] if spans and _heeft(context, zin, "beschut_werk") and not _heeft(context, zin, "over_aantal") else None


def _bevoegd(context: Context, passage: Passage, zin: Span) -> Span | None:
    """Where a sentence makes of offering beschut werk, or a dienstbetrekking in its article, what the college may do."""
    over = _heeft(context, zin, "bw") or (passage.artikel_nr in context.kern and _heeft(context, zin, "dienst"))
    if not over or _heeft(context, zin, "artikel_bevoegd_anders"):
        return None
    return next(iter(_vind_in_kern(context, zin, "artikel_bevoegd")), None)


def _niet_verplicht(context: Context, zinnen: Sequence[_Zin]) -> Plaats | None:
    """Where the sentence behind an offer takes the duty out of it ("Het college is daartoe niet verplicht")."""
    for (vorige, aanbod), (passage, zin) in pairwise(zinnen):
        if vorige.artikel_nr != passage.artikel_nr or not (spans := _vind(context, zin, "artikel_niet_verplicht")):
            continue
        biedt = _heeft(context, aanbod, "artikel_biedt") or _heeft(context, aanbod, "plicht_aanbod_beschut_werk")
        if biedt and _heeft(context, aanbod, "bw") and not _over_iets_anders(context, aanbod):
            return _plaats(context, passage, spans[0])
    return None


def _geregeld(context: Context) -> Plaats | None:
    """The first words of an article on beschut werk that lays down who, how many or with what help: it is there to be had."""
    if context.laag.regeling.soort not in (Soort.VERORDENING, Soort.WIJZIGINGSVERORDENING):
        return None
    passages = context.passages(Waar.BESCHUT_WERK_KERN)
    zinnen = [zin for passage in passages for zin in context.laag.zinnen(passage) if not passage.is_kop]
    regelt = any(_heeft(context, zin, "bw") and not _legt_uit(context, zin) for zin in zinnen)
    for passage in passages:
        if any(context.laag.heeft(passage, begrip) for begrip in ("voorselectie", "voorziening_werk", "omvang_aanbod")):
            return context.laag.hele_plaats(passage)
        dienst = [zin for zin in context.laag.zinnen(passage) if _heeft(context, zin, "dienst_strikt")]
        if dienst and (regelt or not all(_heeft(context, zin, "artikel_dienst_uitleg") for zin in dienst)):
            return context.laag.hele_plaats(passage)
    return None


def _legt_uit(context: Context, zin: Span) -> bool:
    """Whether the sentence says that beschut werk is done in a dienstbetrekking, as the law has it, or is not about the offer at all."""
    if _heeft(context, zin, "artikel_dienst_uitleg") or _heeft(context, zin, "artikel_elders_geregeld"):
        return True
    return _over_iets_anders(context, zin)


def _over_iets_anders(context: Context, zin: Span) -> bool:
    """Whether the sentence is about advice, selection, numbers, subsidy or where an article applies, and not about the offer."""
    return bool(_echt(context, zin, "artikel_geen_aanbod")) or _heeft(context, zin, "artikel_niet_van_toepassing")


def _ontkend_aanbod(context: Context, _: Passage, zin: Span) -> Span | None:
    """Where a sentence without conditions denies beschut werk."""
    if _elders_of_dubbel(context, zin) or _heeft(context, zin, "niet_over_aanbod") or _echt(context, zin, "artikel_voorwaarde"):
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


def _vind(context: Context, zin: Span, begrip: str) -> list[Span]:
    return begrippen().vind(begrip, context.laag.gevouwen, zin.start, zin.eind)


def _heeft(context: Context, zin: Span, begrip: str) -> bool:
    return bool(_vind(context, zin, begrip))


def _plaats(context: Context, passage: Passage, span: Span) -> Plaats:
    return context.laag.plaatsen(passage, [span])[0]


def _binnen(context: Context, plaats: Plaats, waar: tuple[Passage, Span]) -> bool:
    """Whether a quote overlaps a sentence."""
    eigen = _plaats(context, waar[0], waar[1])
    return plaats.alinea == eigen.alinea and (plaats.citaat in eigen.citaat or eigen.citaat in plaats.citaat)
