"""What one document says about beschut werk beside the norms: the offer, how many places, by what way, why, and what instead.

In a verordening the articles decide on the offer, by the evidence of BW-09; in letters, proposals and notes the sentences do. Reasons and
alternatives stand in running text. A reason against of a gemeente that offers is a remark on the other side, no reason; so is one in
favour of a gemeente that does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verordening_tool.auditing.model import Aanbod, Feiten, Omvangwijze, Plekken, Vermelding, Voorselectie
from verordening_tool.auditing.redenen import alternatieven, redenen_geen_aantal, redenen_niet, redenen_wel
from verordening_tool.auditing.uitspraken import Treffer, Uitspraken, Zin, begrippen
from verordening_tool.checking.context import Context
from verordening_tool.checking.evidence import eerste_treffer
from verordening_tool.checking.nabijheid import Nabijheid, contexten
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.passages import Passage
from verordening_tool.checking.plekken import vind_plekken
from verordening_tool.document.regeling import Regeling, Soort
from verordening_tool.language.begrippen import Span
from verordening_tool.language.folding import fold
from verordening_tool.norms.loader import lees_normen
from verordening_tool.norms.schema import Waar

_REGELS = frozenset({Soort.VERORDENING, Soort.WIJZIGINGSVERORDENING, Soort.BELEIDSREGELS, Soort.NADERE_REGELS})
_BEVOEGD = frozenset({"bevoegdheid", "bevoegdheid_in_kern", "naar_eigen_oordeel", "vrijblijvend"})
_PLICHT = frozenset({"plicht", "plicht_in_kern", "in_aanmerking"})
_RIJK = re.compile(
    r"(?:aan )?de (?:minister|staatssecretaris|voorzitter van de (?:tweede|eerste) kamer)\b|tweede kamer, vergaderjaar", re.IGNORECASE
)
_Gevonden = tuple[Aanbod, Plaats | None]
_ZWIJGT: _Gevonden = (Aanbod.ZWIJGT, None)


def vind_feiten(regeling: Regeling, context: Context) -> Feiten:
    """The facts in ``regeling``, of which ``context`` holds the passages. A text that nowhere names beschut werk has none."""
    teksten = [Uitspraken(deel, regeling.gemeente) for deel in contexten(context)]
    if _van_het_rijk(regeling) or not any(tekst.omgeving.document or tekst.laag.passages_met("beschut_werk") for tekst in teksten):
        return Feiten()
    in_artikelen = _aanbod_in_artikelen(context) if regeling.soort in _REGELS else _ZWIJGT
    in_tekst = _sterkste(_aanbod_in_tekst(tekst) for tekst in teksten)
    aanbod = in_artikelen if in_artikelen[0] is not Aanbod.ZWIJGT else in_tekst
    houding = Aanbod.BIEDT_NIET if Aanbod.BIEDT_NIET in (in_tekst[0], aanbod[0]) else aanbod[0]
    plekken = tuple(
        Plekken(tal.aantal, tal.eenheid, tal.jaar, tal.aard, tal.plaats) for tal in vind_plekken(context) if not tal.bestaand
    )  # fmt: skip
    omvang, voorselectie = (_omvang(context), _voorselectie(context)) if regeling.soort in _REGELS else (None, None)
    biedt = houding in (Aanbod.BIEDT, Aanbod.KAN)
    return Feiten(
        aanbod=aanbod[0],
        aanbod_plaats=aanbod[1],
        omvang=omvang[0] if omvang else Omvangwijze.ZWIJGT,
        omvang_plaats=omvang[1] if omvang else None,
        voorselectie=voorselectie[0] if voorselectie else Voorselectie.ZWIJGT,
        voorselectie_plaats=voorselectie[1] if voorselectie else None,
        plekken=plekken,
        redenen_wel=() if houding is Aanbod.BIEDT_NIET else _vermeldingen(redenen_wel(tekst, houding) for tekst in teksten),
        redenen_niet=() if biedt else _vermeldingen(redenen_niet(tekst, houding) for tekst in teksten),
        redenen_geen_aantal=()
        if plekken or houding is Aanbod.BIEDT_NIET
        else _vermeldingen(redenen_geen_aantal(tekst) for tekst in teksten),
        alternatieven=() if biedt else _vermeldingen(alternatieven(tekst, houding) for tekst in teksten),
    )


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
        if zin.nabij is not Nabijheid.ZIN:
            continue
        if plaats := _geen_aanbod(tekst, zin):
            return Aanbod.BIEDT_NIET, plaats
        if tekst.heeft(zin, "geen_bw"):
            continue
        for aanbod, begrip in ((Aanbod.KAN, "kan_bw"), (Aanbod.BIEDT, "wel_bw")):
            spans = tekst.spans(zin, begrip)
            if spans and not tekst.heeft(zin, "vroeger") and not tekst.heeft(zin, "in_plaats_van_bw"):
                gevonden.setdefault(aanbod, tekst.plaats(zin, spans[0]))
                break
    duidelijk = next(((aanbod, gevonden[aanbod]) for aanbod in (Aanbod.BIEDT, Aanbod.KAN) if aanbod in gevonden), None)
    return duidelijk or _sterkste(_aanbod_in_vrije_woorden(tekst, zin) for zin in tekst.zinnen if zin.nabij is Nabijheid.ZIN)


def _aanbod_in_vrije_woorden(tekst: Uitspraken, zin: Zin) -> _Gevonden:
    """What a sentence says on the offer in words of its own: we, what we do, and beschut werk, denied or not."""
    if not tekst.heeft(zin, "onze_stem") or any(tekst.heeft(zin, begrip) for begrip in ("vroeger", "in_plaats_van_bw", "dubbel_ontkend")):
        return _ZWIJGT
    ontkend = [span for span in tekst.spans(zin, "bw", ontkend=True) if not tekst.voorwaardelijk(zin, span)]
    if ontkend and not tekst.heeft(zin, "niet_over_aanbod"):
        return Aanbod.BIEDT_NIET, tekst.plaats(zin, ontkend[0])
    spans = [span for span in tekst.spans(zin, "bw") if not tekst.voorwaardelijk(zin, span)]
    if spans and tekst.spans(zin, "onze_daad") and not tekst.heeft(zin, "geen_daad"):
        return Aanbod.BIEDT, tekst.plaats(zin, spans[0])
    return _ZWIJGT


def _geen_aanbod(tekst: Uitspraken, zin: Zin) -> Plaats | None:
    """The place where a sentence says that our gemeente does not offer beschut werk."""
    spans = [span for span in tekst.spans(zin, "geen_bw", ontkend=None) if not tekst.voorwaardelijk(zin, span)]
    return tekst.plaats(zin, spans[0]) if spans and not tekst.heeft(zin, "dubbel_ontkend") else None


def _aanbod_in_artikelen(context: Context) -> _Gevonden:
    """What articles say on the offer: that it is not made, that it may be made, or that it is made."""
    laag = context.laag
    for passage in context.passages(Waar.BESCHUT_WERK):
        for zin in laag.zinnen(passage):
            if span := _geen_aanbod_in_artikel(context, passage, zin):
                return Aanbod.BIEDT_NIET, laag.plaatsen(passage, [span])[0]
    treffer = eerste_treffer(lees_normen().checks["BW-09"].bewijs, context, None)
    if treffer is None:
        return _ZWIJGT
    aanbod = Aanbod.KAN if treffer.regel.id in _BEVOEGD else Aanbod.BIEDT if treffer.regel.id in _PLICHT else Aanbod.ZWIJGT
    return aanbod, treffer.plaatsen[0]


def _geen_aanbod_in_artikel(context: Context, passage: Passage, zin: Span) -> Span | None:
    tekst = context.laag.gevouwen
    spans = begrippen().vind("geen_bw", tekst, zin.start, zin.eind)
    if not spans or begrippen().vind("dubbel_ontkend", tekst, zin.start, zin.eind):
        return None
    if any(
        context.laag.spans(passage, begrip, ontkend=None)
        for begrip in ("fase_zeker", "grens_is_rijksaantal", "bevoegd_aanbod_beschut_werk")
    ):
        return None
    return None if begrippen().vind("onder_voorwaarde", tekst, zin.start, spans[0].start) else spans[0]


def _omvang(context: Context) -> tuple[Omvangwijze, Plaats | None]:
    """How the number of places is set, by the evidence of BW-05."""
    treffer = eerste_treffer(lees_normen().checks["BW-05"].bewijs, context, None)
    if treffer is None or treffer.regel.id == "bepaald_zonder_wijze":
        return Omvangwijze.ZWIJGT, None
    plaats = treffer.plaatsen[0]
    if treffer.regel.id in ("alleen_plafond", "vraag_bepaalt"):
        return (Omvangwijze.PLAFOND if treffer.regel.id == "alleen_plafond" else Omvangwijze.VRAAG), plaats
    tekst = fold(" ".join(plaats.citaat for plaats in treffer.plaatsen)).encode("ascii", "replace")
    for wijze, begrip in (
        (Omvangwijze.PLAFOND, "omvang_door_plafond"),
        (Omvangwijze.BEGROTING, "omvang_in_begroting"),
        (Omvangwijze.BELEIDSPLAN, "omvang_in_plan"),
        (Omvangwijze.VRAAG, "omvang_naar_vraag"),
    ):
        if begrippen().vind(begrip, tekst):
            return wijze, plaats
    return (Omvangwijze.BELEIDSPLAN if treffer.regel.id == "gedelegeerd" else Omvangwijze.ANDERS), plaats


def _voorselectie(context: Context) -> tuple[Voorselectie, Plaats | None]:
    """How it is decided who is considered, by the evidence of BW-03."""
    treffer = eerste_treffer(lees_normen().checks["BW-03"].bewijs, context, None)
    if treffer is None:
        return Voorselectie.ZWIJGT, None
    delegatie = treffer.regel.id in ("gedelegeerd", "alleen_genoemd")
    return Voorselectie.DELEGATIE if delegatie else Voorselectie.CRITERIA, treffer.plaatsen[0]
