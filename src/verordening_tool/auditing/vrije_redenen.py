"""Reasons and alternatives in words that nobody foresaw: small families of words that stand together in a sentence, or in two in a row.

They count only where it is settled which way the gemeente goes, and where no clearer rule claims the sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from verordening_tool.auditing.feitregels import Feitregel
from verordening_tool.auditing.uitspraken import Treffer, Uitspraken, Zin
from verordening_tool.language.begrippen import Span

NIET: Mapping[str, Sequence[Feitregel]] = {
    "veel_geld_kleine_groep": (
        Feitregel(hoe_dan_ook=("vrij_enkelen", "vrij_verdeel")),
        Feitregel(hoe_dan_ook=("vrij_velen", "vrij_verdeel")),
        Feitregel(hoe_dan_ook=("vrij_enkelen", "vrij_velen")),
    ),
    "doorgroei_regulier": (Feitregel(hoe_dan_ook=("vrij_verder", "vrij_rem"), geen=("vrij_duur",)),),
    "financieel_risico": (
        Feitregel(hoe_dan_ook=("vrij_ongewis", "vrij_lang"), geen=("aanmeldingen", "vrij_instrument")),
        Feitregel(hoe_dan_ook=("vrij_lange_duur", "vrij_verbonden"), geen=("aanmeldingen", "vrij_instrument")),
    ),
    "kosten_hoog": (Feitregel(hoe_dan_ook=("vrij_duur", "vrij_te_veel"), geen=("maar_een_keer",)),),
}
_ANDERS = ("vrij_geld", "geen_reden", "vrij_ander_geld", "vrij_instrument")
WEL: Mapping[str, Sequence[Feitregel]] = {
    "middelen_beschikbaar": (
        Feitregel(hoe_dan_ook=("vrij_geld", "vrij_er_is"), geen=("vrij_tegen_geld", "vrij_ander_geld")),
        Feitregel(hoe_dan_ook=("vrij_geld", "vrij_geld_genoeg"), geen=("vrij_ander_geld",), terug_te_nemen=False),
    ),
    "maatwerk_doelgroep": (
        Feitregel(hoe_dan_ook=("vrij_mensen", "vrij_waarde", "vrij_overtuiging"), geen=_ANDERS),
        Feitregel(hoe_dan_ook=("vrij_mensen", "vrij_waarde_sterk"), geen=_ANDERS),
        Feitregel(hoe_dan_ook=("onze_stem", "vrij_waarde_sterk"), geen=_ANDERS),
        Feitregel(("past_bij_beleid",), geen=_ANDERS),
    ),
}
GEEN_AANTAL: Mapping[str, Sequence[Feitregel]] = {
    "hangt_af_van_aanmeldingen": (
        Feitregel(hoe_dan_ook=("vrij_mensen_komen", "vrij_onbepaald"), geen=("niet_bepalend",), terug_te_nemen=False),
    ),
    "beleid_in_ontwikkeling": (Feitregel(hoe_dan_ook=("vrij_nog", "vrij_beleid"), terug_te_nemen=False),),
}


def vrij(
    tekst: Uitspraken, regels: Mapping[str, Sequence[Feitregel]], bezet: Collection[Span], geen: Sequence[str], anker: Callable[[Zin], bool]
) -> Iterator[Treffer]:
    """The first key of ``regels`` that each sentence not in ``bezet`` and without ``geen`` meets, alone or with the sentence behind it.

    It must stand in or beside a paragraph of which a sentence meets ``anker``, or in which something was found.
    """
    bij = {zin.passage.nr for zin in tekst.zinnen if anker(zin)}
    te_gaan = list(_overal(tekst, regels, bezet, geen))
    while naast := [treffer for treffer in te_gaan if any(abs(treffer.zin.passage.nr - nr) <= 1 for nr in bij)]:
        bij |= {treffer.zin.passage.nr for treffer in naast}
        te_gaan = [treffer for treffer in te_gaan if treffer not in naast]
        yield from naast


def _overal(
    tekst: Uitspraken, regels: Mapping[str, Sequence[Feitregel]], bezet: Collection[Span], geen: Sequence[str]
) -> Iterator[Treffer]:
    for zin in tekst.zinnen:
        if zin.span in bezet or _zegt_niets(tekst, zin, geen):
            continue
        for venster in (zin, _met_volgende(tekst, zin, bezet, geen)):
            sleutel = venster and next((naam for naam, mogelijk in regels.items() if tekst.voldoet(venster, mogelijk) is not None), None)
            if venster and sleutel:
                yield Treffer(sleutel, zin, zin.span, tekst.plaats(venster.span))
                break


def _zegt_niets(tekst: Uitspraken, zin: Zin, geen: Sequence[str]) -> bool:
    """Whether a sentence is a question, a heading, or about something that ``geen`` names."""
    woorden = tekst.tekst(zin).rstrip()
    return woorden[-1:] not in (b".", b"!", b";") or any(tekst.heeft(zin, begrip) for begrip in geen)


def _met_volgende(tekst: Uitspraken, zin: Zin, bezet: Collection[Span], geen: Sequence[str]) -> Zin | None:
    volgende = tekst.volgende(zin)
    if volgende is None or volgende.span in bezet or _zegt_niets(tekst, volgende, geen):
        return None
    return tekst.tot_en_met(zin, volgende)
