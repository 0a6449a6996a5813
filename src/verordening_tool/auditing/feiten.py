"""What one document says about beschut werk beside the norms: the offer, how many places, by what way, why, and what instead.

In a verordening the articles decide on the offer, by the evidence of BW-09; in letters, proposals and notes the sentences do. Reasons and
alternatives stand in running text. A reason against of a gemeente that offers is a remark on the other side, no reason; so is one in
favour of a gemeente that does not. Of a document that leaves the offer open, another one of the gemeente may tell which it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from verordening_tool.auditing import artikelen
from verordening_tool.auditing.aanbod_in_artikelen import aanbod_in_artikelen
from verordening_tool.auditing.aanbod_in_stuk import weeg
from verordening_tool.auditing.aanbod_in_tekst import aanbod_in_tekst, sterkste
from verordening_tool.auditing.aantallen import genoemde_plekken
from verordening_tool.auditing.gewogen_leden import GewogenLeden
from verordening_tool.auditing.model import Aanbod, Feiten, Omvangwijze, Vermelding, Vondst, Voorselectie
from verordening_tool.auditing.redenen import alternatieven, eigen_woorden, redenen_geen_aantal, redenen_niet, redenen_wel
from verordening_tool.auditing.uitspraken import Treffer, Uitspraken
from verordening_tool.checking.context import Context
from verordening_tool.checking.nabijheid import contexten
from verordening_tool.document.regeling import REGELINGEN, Regeling, Soort

_RIJK = re.compile(
    r"(?:aan )?de (?:minister|staatssecretaris|voorzitter van de (?:tweede|eerste) kamer)\b|tweede kamer, vergaderjaar", re.IGNORECASE
)


def vind_feiten(regeling: Regeling, context: Context) -> Feiten:
    """The facts in ``regeling``, of which ``context`` holds the passages. A text that nowhere names beschut werk has none."""
    teksten = [Uitspraken(deel, regeling.gemeente) for deel in contexten(context)]
    if _van_het_rijk(regeling) or not any(tekst.omgeving.document or tekst.laag.passages_met("beschut_werk") for tekst in teksten):
        return Feiten()
    eigen = [eigen_woorden(tekst) for tekst in teksten]
    leden = GewogenLeden(context)
    aanbod = aanbod_in_artikelen(context, leden) if regeling.soort in REGELINGEN else Vondst()
    in_tekst = sterkste(aanbod_in_tekst(tekst) for tekst in teksten)
    leunt = Aanbod.ZWIJGT
    if aanbod.aanbod is Aanbod.ZWIJGT:
        aanbod, leunt = weeg(eigen, in_tekst)
        in_tekst = aanbod
    houding = Aanbod.BIEDT_NIET if Aanbod.BIEDT_NIET in (in_tekst.aanbod, aanbod.aanbod) else aanbod.aanbod
    if houding is Aanbod.ZWIJGT:
        houding = leunt
    plekken = genoemde_plekken(context, leden, teksten)
    geregeld = regeling.soort in REGELINGEN
    dag = _dag(regeling)
    omvang = artikelen.omvang(context, leden, dag) if geregeld else (Omvangwijze.ZWIJGT, None)
    voorselectie = artikelen.voorselectie(context, leden, dag) if geregeld else (Voorselectie.ZWIJGT, None)
    biedt = houding in (Aanbod.BIEDT, Aanbod.KAN)
    laat_open = not geregeld and (aanbod.aanbod is Aanbod.ZWIJGT or aanbod.vermoed)
    return Feiten(
        aanbod=aanbod.aanbod,
        aanbod_plaats=aanbod.plaats,
        aanbod_vermoed=aanbod.vermoed,
        omvang=omvang[0],
        omvang_plaats=omvang[1],
        voorselectie=voorselectie[0],
        voorselectie_plaats=voorselectie[1],
        plekken=plekken,
        redenen_wel=() if houding is Aanbod.BIEDT_NIET else _vermeldingen(redenen_wel(tekst, houding) for tekst in eigen),
        redenen_niet=() if biedt else _vermeldingen(redenen_niet(tekst, houding) for tekst in eigen),
        redenen_geen_aantal=()
        if houding is Aanbod.BIEDT_NIET or any(tal.jaar is None or dag is None or tal.jaar <= dag.year + 1 for tal in plekken)
        else _vermeldingen(redenen_geen_aantal(tekst) for tekst in eigen),
        alternatieven=() if biedt and not aanbod.vermoed else _vermeldingen(alternatieven(tekst, houding) for tekst in eigen),
        mits=_vermeldingen(map(_hoe_dan_ook, eigen)) if laat_open else (),
    )


def _hoe_dan_ook(tekst: Uitspraken) -> Iterator[Treffer]:
    """The reasons and alternatives that a text tells if the gemeente offers beschut werk, and those that it tells if not."""
    yield from redenen_wel(tekst, Aanbod.BIEDT)
    yield from redenen_niet(tekst, Aanbod.BIEDT_NIET)
    yield from alternatieven(tekst, Aanbod.BIEDT_NIET)


def _dag(regeling: Regeling) -> date | None:
    """The day of the document; a number for years far behind it leaves open how many there are now."""
    data, metadata = regeling.data, regeling.metadata
    return data.inwerkingtreding or metadata.inwerkingtreding or data.vastgesteld or metadata.vaststelling or data.documentdatum


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
