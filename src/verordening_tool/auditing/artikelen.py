"""What the articles of a verordening say of the way the number of places is set, and of the voorselectie.

The evidence of BW-05 and BW-03 goes first; where that finds nothing, or does not tell which way it is, wider words of the articles on
beschut werk do. Last comes the weight of words, which also settles what they clearly tell otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from verordening_tool.auditing.artikelzinnen import Zin, bewijs_van, gevouwen, heeft, met_vervolg, plaats_van, vind
from verordening_tool.auditing.gewogen_leden import DUIDELIJK, GewogenLeden
from verordening_tool.auditing.model import Omvangwijze, Voorselectie
from verordening_tool.auditing.uitspraken import begrippen
from verordening_tool.checking.context import Context
from verordening_tool.checking.evidence import Treffer
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.language.begrippen import Span
from verordening_tool.norms.loader import lees_normen

_OMVANG, _VOORSELECTIE = "BW-05", "BW-03"  # the norms that ask for them
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


def omvang(context: Context, leden: GewogenLeden, dag: date | None) -> tuple[Omvangwijze, Plaats | None]:
    """How the number of places is set, by rules, or else, in a verordening that holds from ``dag``, by the weight of words."""
    gevonden = _omvang_volgens_regels(context)
    if gevonden[0] not in (Omvangwijze.ZWIJGT, Omvangwijze.ANDERS):
        return gevonden
    lid = leden.sterkste("omvang", ruim=_gevraagd(_OMVANG, dag))
    return (Omvangwijze(lid.sleutel), context.laag.hele_plaats(lid.passage)) if lid else gevonden


def _omvang_volgens_regels(context: Context) -> tuple[Omvangwijze, Plaats | None]:
    """By what a sentence on the number says, or the lid around it, else by the evidence."""
    over = [
        zin
        for zin in met_vervolg(context, "omvang_strikt", "omvang_terug", "omvang_bericht")
        if not heeft(context, zin[1], "omvang_van_uren")
    ]
    leden = [(passage, Span(passage.start, passage.eind)) for passage, _ in over]
    for venster in (over, leden):
        if gevonden := _eerste_wijze(context, venster):
            return gevonden
    treffer = bewijs_van(context, _OMVANG)
    over_aantal = treffer is not None and bool(begrippen().vind("omvang_onderwerp", gevouwen(p.citaat for p in treffer.plaatsen)))
    zeker = over_aantal and treffer is not None and treffer.regel.id not in ("bepaald_zonder_wijze", "alleen_plafond", "vraag_bepaalt")
    if treffer is not None and zeker and (wijze := _wijze(treffer)) is not None:
        return wijze, treffer.plaatsen[0]
    for wijze, begrip in _WIJZEN:
        for passage, zin in over:
            if spans := vind(context, zin, begrip):
                return wijze, plaats_van(context, passage, spans[0])
    if treffer is None or not zeker:
        return Omvangwijze.ZWIJGT, None
    return Omvangwijze.ANDERS, treffer.plaatsen[0]


def _eerste_wijze(context: Context, zinnen: Sequence[Zin]) -> tuple[Omvangwijze, Plaats] | None:
    """The first way that one of the sentences tells in so many words."""
    for passage, zin in zinnen:
        for wijze, alle in _WIJZEN_STERK:
            if (spans := vind(context, zin, alle[0])) and all(heeft(context, zin, begrip) for begrip in alle):
                return wijze, plaats_van(context, passage, spans[0])
    return None


def _wijze(treffer: Treffer) -> Omvangwijze | None:
    """The way that the quotes of a rule of BW-05 tell."""
    tekst = gevouwen(plaats.citaat for plaats in treffer.plaatsen)
    if treffer.regel.id == "vraag_bepaalt":
        return Omvangwijze.PLAFOND if begrippen().vind("omvang_door_plafond", tekst) else Omvangwijze.VRAAG
    gevonden = next((wijze for wijze, begrip in _WIJZEN if begrippen().vind(begrip, tekst)), None)
    return gevonden or (Omvangwijze.BELEIDSPLAN if treffer.regel.id == "gedelegeerd" else None)


def voorselectie(context: Context, leden: GewogenLeden, dag: date | None) -> tuple[Voorselectie, Plaats | None]:
    """How it is decided who is considered, in a verordening that holds from ``dag``: by criteria in it, or as the college decides."""
    gevonden = _voorselectie_volgens_regels(context)
    lid = leden.sterkste("voorselectie", ruim=_gevraagd(_VOORSELECTIE, dag))
    noemt_criteria = lid is not None and lid.sleutel == Voorselectie.CRITERIA.value and lid.marge >= DUIDELIJK
    if lid and (gevonden[0] is Voorselectie.ZWIJGT or noemt_criteria):
        return Voorselectie(lid.sleutel), context.laag.hele_plaats(lid.passage)
    return gevonden


def _voorselectie_volgens_regels(context: Context) -> tuple[Voorselectie, Plaats | None]:
    over = [zin for zin in met_vervolg(context, "selectie_ruim", "selectie_terug") if not heeft(context, zin[1], "selectie_vaststelling")]
    gedelegeerd = [
        (passage, zin)
        for passage, zin in over
        if any(heeft(context, zin, begrip) for begrip in ("selectie_gedelegeerd", "selectie_aan_college")) and not _criterium(context, zin)
    ]
    inhoud = [(passage, zin) for passage, zin in over if (passage, zin) not in gedelegeerd and heeft(context, zin, "selectie_inhoud")]
    if inhoud:
        return Voorselectie.CRITERIA, plaats_van(context, *inhoud[0])
    if gedelegeerd:
        return Voorselectie.DELEGATIE, plaats_van(context, *gedelegeerd[0])
    genoemd = [(passage, zin) for passage, zin in over if heeft(context, zin, "selectie_onderwerp") and heeft(context, zin, "verstrekker")]
    if genoemd:
        return Voorselectie.DELEGATIE, plaats_van(context, *genoemd[0])
    treffer = bewijs_van(context, _VOORSELECTIE)
    if treffer is None:
        return Voorselectie.ZWIJGT, None
    return (Voorselectie.DELEGATIE if treffer.regel.id in ("gedelegeerd", "alleen_genoemd") else Voorselectie.CRITERIA), treffer.plaatsen[0]


def _criterium(context: Context, zin: Span) -> bool:
    """Whether the sentence tells of whom it speaks, and leaves no rules on that to others."""
    return heeft(context, zin, "selectie_criterium") and not heeft(context, zin, "selectie_overgelaten")


def _gevraagd(code: str, dag: date | None) -> bool:
    """Whether a norm asks it of a verordening that holds from ``dag``: nearly every one then tells it."""
    return dag is not None and lees_normen().checks[code].geldig.op(dag)
