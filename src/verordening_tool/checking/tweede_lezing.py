"""A second reading of a verdict, by what the words weigh (checks/woordgewichten_normen.csv): a verdict that they speak against is a doubt.

Rules find what they foresee. A clause that nobody foresaw, which takes a duty away or only seems to, still holds words that are common
in texts that do not meet the norm, and the other way about. Words alone never make a finding, nor take one away: they make it a twijfel.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from verordening_tool._paths import data_map
from verordening_tool.checking.context import Context
from verordening_tool.checking.leesstukken import Leesstuk, leesstukken
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.zaak import Bevinding
from verordening_tool.language.oordeelgewichten import Oordeelgewichten, kenmerken_en_paren, lees_oordeelgewichten

_TEGEN_VOLDOET = 0.4  # from here words speak too much against a text for a voldoet
_VOOR_STRIJDIG = -0.7  # under this they speak too much for it for a strijdig


def herlees(code: str, bevinding: Bevinding, context: Context) -> Bevinding:
    """``bevinding`` of norm ``code``, or the doubt about it (of a voldoet with the sentence that gives most of it); places stay."""
    gewichten = oordeelgewichten()
    if bevinding.uitkomst not in (Uitkomst.VOLDOET, Uitkomst.STRIJDIG) or code not in gewichten.per_norm:
        return bevinding
    gewogen = [(gewichten.score(code, stuk.kenmerken), nr, stuk) for nr, stuk in enumerate(leesstukken(bevinding.plaatsen, context))]
    if not gewogen:
        return bevinding
    score, _, stuk = max(gewogen)
    voldoet = bevinding.uitkomst is Uitkomst.VOLDOET
    if not (score > _TEGEN_VOLDOET if voldoet else score < _VOOR_STRIJDIG):
        return bevinding
    maar = f"Maar de woorden lijken op die van teksten die {'niet' if voldoet else 'wel'} voldoen. Lees het zelf na."
    zin = _zwaarste_zin(code, stuk, context) if voldoet else None
    return replace(
        bevinding,
        uitkomst=Uitkomst.TWIJFEL,
        bericht=f"{bevinding.bericht} {maar}",
        dichtstbij=zin if zin not in bevinding.plaatsen else None,
    )


def _zwaarste_zin(code: str, stuk: Leesstuk, context: Context) -> Plaats:
    """The sentence that speaks most against the text."""
    laag, gewichten = context.laag, oordeelgewichten()
    zinnen = [(passage, zin) for passage in stuk.passages for zin in laag.zinnen(passage)]
    passage, zin = max(zinnen, key=lambda paar: gewichten.score(code, kenmerken_en_paren(laag.gevouwen[paar[1].start : paar[1].eind])))
    return laag.plaatsen(passage, [zin])[0]


@cache
def oordeelgewichten() -> Oordeelgewichten:
    """The table of weights. Raises Normfout when it does not hold to its format."""
    return lees_oordeelgewichten(data_map("checks") / "woordgewichten_normen.csv")
