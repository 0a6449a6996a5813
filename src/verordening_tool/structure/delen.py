"""Which part every line belongs to: voorwerk, inhoudsopgave, opschrift, aanhef, lichaam, slot, toelichting, bijlage."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from verordening_tool.document.blok import Deel
from verordening_tool.structure import aanhef, slot, toelichting
from verordening_tool.structure.koppen import volgt_op
from verordening_tool.structure.regels import Kopsoort, Regel, plat
from verordening_tool.structure.woorden import een_van

_PAGINA = re.compile(r"[\s\u00a0.…_]*[\t.…][\s\u00a0.…]*\d{1,3}\s*$|\s{2,}\d{1,3}\s*$|\s\d{1,3}\s*$")
_INHOUD = re.compile(r"[\s\u00a0*#]*(?:inhoud(?:sopgave)?|inhoudsopgaaf)\s*[:.]?\s*$", re.IGNORECASE)
_TITELWOORD = een_van(
    r"verordening|beleidsregel|nadere\s+regels?|besluit|regeling\b|reglement|statuut|protocol",
    r"raadsvoorstel|voorstel|brief|memo|notitie|nota\b|toelichting",
)
_TITELSTIJL = een_van(r"title|titel|op_?titel|opschrift|intitul")
_ZIN = een_van(r"[\s\u00a0]*(?:in deze|deze|dit|wij|we|u|het|er)\b.*[.:]\s*$")  # running text, no title
_ONDERWERP = een_van(r"[\s\u00a0]*(?:onderwerp|betreft)\s*:\s*(?P<wat>\S.{4,200})")
_VOORSTEL = een_van(r"[\s\u00a0]*(?:raads|commissie|initiatief)?voorstel\b", r"[\s\u00a0]*geachte\s+")
_WENDWOORDEN = ("toelichting", "bijlage", "tarie", "vastgeste", "aldus", "a1dus", "besl", "gedaan")
_INTITULE = een_van(r"[\s\u00a0]*intitul[ée]\s*$")
# Lines of a letterhead or publication page that are no title.
_LABEL = een_van(
    r"[\s\u00a0]*(?:onderwerp|datum|gemeente|nummer|nr\.?|zaaknummer|kenmerk|registratienummer|agendapunt|steller|portefeuillehouder)\b",
    r"[\s\u00a0]*(?:versie|status|concept|gemeenteblad|officiële uitgave|http|download|save\s+this|transcriptie|maat:|weergave)\b",
    r"[\s\u00a0]*(?:pagina\s+delen|permanente link|ziet u een fout|geldend van|regeling vervallen|wetstechnische|gegevens\s+van)\b",
    r"[\s\u00a0]*(?:(?:overheids)?organisatie|officiële\s+naam|citeertitel|vastgesteld\s+door|opmerkingen|wettelijke\s+grondslag)\b",
    r"[\s\u00a0]*(?:regelgeving\s+die|overzicht\s+van|tekst\s+van\s+de\s+regeling|intitul)",
)


class Vorm(StrEnum):
    """How a document is built."""

    REGELING = "regeling"  # an aanhef or articles
    BRIEF = "brief"  # a letter, proposal, memo: one body of running text
    BRIEF_MET_REGELING = "brief_met_regeling"  # a proposal with the whole regulation behind it


@dataclass(frozen=True, slots=True)
class Verdeling:
    """What ``verdeel`` found besides the parts it set on the lines."""

    vorm: Vorm
    opschrift: str | None


def verdeel(regels: Sequence[Regel], vorm: Vorm) -> Verdeling:
    """Set ``Regel.deel`` for every line.

    ``vorm`` BRIEF_MET_REGELING is a guess by the first lines: it stays so only when running text stands above the aanhef.
    """
    _merk_inhoudsopgave(regels)
    open_regels = [regel for regel in regels if regel.deel is None]
    if vorm is Vorm.BRIEF:
        opschrift = _onderwerpregel(regels) or _opschrift(regels, open_regels[:1])
        _verdeel_brief(open_regels)
        return Verdeling(vorm, opschrift)
    vanaf = next((i for i, regel in enumerate(open_regels) if _INTITULE.match(regel.tekst)), 0)
    plek = aanhef.vind(open_regels, vanaf)
    genoemd = [regel for regel in regels if regel.deel is Deel.AANHEF]
    if plek is not None and not genoemd:
        for regel in open_regels[plek[0] : plek[1]]:
            regel.deel = Deel.AANHEF
            regel.kop = None
        voorwerk, romp = open_regels[: plek[0]], open_regels[plek[1] :]
    else:
        eerste = _eerste_van_romp(open_regels, genoemd)
        voorwerk, romp = open_regels[:eerste], open_regels[eerste:]
        if not (plek or genoemd) and any(toelichting.is_toelichtingkop(regel) for regel in open_regels[:2]):
            for regel in romp:  # a toelichting that is a document of its own
                regel.deel = Deel.TOELICHTING
    brief = vorm is Vorm.BRIEF_MET_REGELING and plek is not None and any(_is_lopend(regel) for regel in voorwerk)
    opschrift = _opschrift(regels, voorwerk, eerste_titel=brief)
    for regel in voorwerk:
        regel.deel = regel.deel or (Deel.LICHAAM if brief else Deel.METADATA)
        regel.kop = None
    _verdeel_romp(romp)
    if brief:
        return Verdeling(vorm, opschrift)
    return Verdeling(Vorm.REGELING, _titel_in_bijlage(romp) or opschrift)


def _is_lopend(regel: Regel) -> bool:
    """Whether the line is running text: it says "voorstel" as a heading, or is a whole sentence."""
    tekst = regel.tekst.strip()
    return regel.blok.cel is None and (bool(_VOORSTEL.match(tekst)) or (len(tekst) > 60 and tekst.endswith(".")))


def _eerste_van_romp(regels: Sequence[Regel], genoemd: Sequence[Regel]) -> int:
    """Without an aanhef in words: the body begins at the first heading, or behind the named aanhef."""
    if genoemd:
        achter = genoemd[-1].plaats
        return next((i for i, regel in enumerate(regels) if regel.plaats > achter), len(regels))
    for i, regel in enumerate(regels):
        if regel.kop is not None and regel.kop.soort is not Kopsoort.KOP and not (i == 0 and len(regels) == 1):
            return i
    return min(1, len(regels))


# --- inhoudsopgave ------------------------------------------------------------------------------------------


def _merk_inhoudsopgave(regels: Sequence[Regel]) -> None:
    """A typed list of contents: below its heading, or three headings or more in a row that come back later."""
    tellen: Counter[str] | None = None
    i = 0
    while i < len(regels):
        regel = regels[i]
        if regel.deel is not None:
            i += 1
            continue
        kop = _INHOUD.match(regel.tekst) is not None
        if not kop and not all(r.kop is not None for r in regels[i : i + 3]):
            i += 1
            continue
        if tellen is None:
            tellen = Counter(_zonder_pagina(r) for r in regels if len(r.tekst) < 200 and (r.kop is not None or len(r.tekst) < 60))
        begin = i + 1 if kop else i
        einde = begin
        while einde < len(regels) and _is_inhoudsregel(regels[einde], tellen, onder_kop=kop):
            for r in (regels[einde],):
                tellen[_zonder_pagina(r)] -= 1
            einde += 1
        if einde - begin >= (1 if kop else 3):
            for r in regels[i:einde]:
                r.deel = Deel.INHOUDSOPGAVE
                r.kop = None
        i = max(einde, i + 1)


def _zonder_pagina(regel: Regel) -> str:
    tekst = f"{regel.blok.nummer} {regel.tekst}" if regel.blok.nummer else regel.tekst
    return re.sub(r"[\s.:\u00a0*]+", "", _PAGINA.sub("", plat(tekst)))


def _is_inhoudsregel(regel: Regel, tellen: Counter[str], *, onder_kop: bool) -> bool:
    if regel.deel is not None or len(regel.tekst) > 200:
        return False
    komt_terug = tellen[_zonder_pagina(regel)] > 1
    if onder_kop:
        return komt_terug or bool(_PAGINA.search(regel.tekst) and regel.tekst.strip()[-1:].isdigit() and len(regel.tekst.strip()) > 3)
    return regel.kop is not None and komt_terug


# --- opschrift ----------------------------------------------------------------------------------------------


def _opschrift(regels: Sequence[Regel], voorwerk: Sequence[Regel], *, eerste_titel: bool = False) -> str | None:
    genoemd = [regel for regel in regels if regel.deel is Deel.OPSCHRIFT]
    if genoemd:
        return _heel(genoemd[:2])
    intitule = next((i for i, r in enumerate(voorwerk) if _INTITULE.match(r.tekst)), None)
    achter = voorwerk[intitule + 1 :] if intitule is not None else voorwerk
    kandidaten = [r for r in achter or voorwerk if r.blok.cel is None and r.tekst.strip() and not _LABEL.match(r.tekst)]
    keus = next((r for r in kandidaten if r.blok.stijl and _TITELSTIJL.search(r.blok.stijl)), None)
    if keus is None:
        titels = [r for r in kandidaten if _TITELWOORD.search(r.tekst) and len(r.tekst) <= 400]
        titels = [r for r in titels if not (_ZIN.match(r.tekst) or _is_lopend(r))] or titels
        keus = next((r for r in titels if r.blok.kopniveau is not None), None) or (titels[0 if eerste_titel else -1] if titels else None)
    if keus is None:
        keus = next((r for r in kandidaten if len(r.tekst) <= 250), None)
    if keus is None:
        return None
    keus.deel = Deel.OPSCHRIFT
    return " ".join(keus.tekst.strip(" *#_").split())


def _onderwerpregel(regels: Sequence[Regel]) -> str | None:
    """What a letter or proposal says it is about, unless it has a title of its own."""
    if any(regel.blok.stijl and _TITELSTIJL.search(regel.blok.stijl) for regel in regels[:3]):
        return None
    for regel in regels[:20]:
        if (treffer := _ONDERWERP.match(regel.tekst)) is not None:
            return " ".join(treffer["wat"].split())
    return None


def _heel(regels: Sequence[Regel]) -> str:
    eerste = " ".join(regels[0].tekst.split())
    if len(regels) > 1 and len(regels[1].tekst) < 200 and not _TITELWOORD.search(eerste):
        return f"{eerste} {' '.join(regels[1].tekst.split())}"
    return eerste


# --- the body -----------------------------------------------------------------------------------------------


def _verdeel_romp(regels: Sequence[Regel]) -> None:
    """Walk through the body: lichaam, slot, toelichting and bijlagen may follow each other in any order."""
    deel = Deel.LICHAAM
    artikel: str | None = None  # number of the last article of the lichaam
    slot_gezien = False
    terug: Regel | None = None  # article at which the lichaam goes on behind a toelichting between articles
    for i, regel in enumerate(regels):
        if regel.deel is not None:
            continue
        if terug is regel:
            deel, terug = Deel.LICHAAM, None
        deel_nu = _overgang(regels, i, deel, artikel, slot_gezien=slot_gezien)
        if deel_nu is Deel.TOELICHTING and deel is Deel.LICHAAM and artikel is not None:
            terug = _vervolg_artikel(regels, i + 1, artikel)
        deel = deel_nu
        regel.deel = deel
        if deel is Deel.LICHAAM and regel.kop is not None and regel.kop.soort is Kopsoort.ARTIKEL:
            artikel = regel.kop.nummer or artikel
        elif deel is Deel.SLOT:
            slot_gezien = True
            regel.kop = None
        elif deel is not Deel.LICHAAM and deel is not Deel.TOELICHTING:
            regel.kop = None


def _overgang(regels: Sequence[Regel], i: int, deel: Deel, artikel: str | None, *, slot_gezien: bool) -> Deel:
    """The part that line ``i`` belongs to when the line before it belongs to ``deel``."""
    regel = regels[i]
    if not regel.tekst.strip():
        return deel
    if (nieuw := _door_woorden(regels, i, deel, artikel, slot_gezien=slot_gezien)) is not None:
        return nieuw
    kop = regel.kop
    if deel is Deel.LICHAAM:
        return Deel.SLOT if _sluit_zonder_formule(regels, i, artikel) else deel
    if deel is Deel.SLOT and artikel is None and aanhef.begint(regels, i) and not slot.is_ondertekening(regel.tekst):
        return Deel.AANHEF
    verder = kop is not None and not kop.zin and (artikel is None or volgt_op(artikel, kop.nummer))
    opent = kop is not None and kop.soort is not Kopsoort.KOP
    if (deel is Deel.SLOT and verder) or (deel in {Deel.AANHEF, Deel.METADATA} and opent):
        return Deel.LICHAAM
    return deel


def _door_woorden(regels: Sequence[Regel], i: int, deel: Deel, artikel: str | None, *, slot_gezien: bool) -> Deel | None:
    """The part that the words of line ``i`` open: toelichting, bijlage or slot."""
    regel = regels[i]
    if i and _is_kaal_artikel(regels[i - 1]):
        return None  # "Toelichting" as the title below a bare "Artikel 3"
    laag = regel.tekst[:60].lower()
    for woord in _WENDWOORDEN:
        if woord in laag:
            break
    else:
        return None
    if deel is not Deel.TOELICHTING and "toelichting" in laag and toelichting.is_toelichtingkop(regel):
        return Deel.TOELICHTING
    bijlage = ("bijlage" in laag or "tarie" in laag) and (artikel is not None or slot_gezien) and toelichting.is_bijlagekop(regel)
    if bijlage and artikel is None and _heeft_artikel(regels[i + 1 :]):
        return Deel.METADATA  # the regulation itself is the annex of the decision
    if bijlage and deel is not Deel.BIJLAGE:
        return Deel.BIJLAGE
    return Deel.SLOT if not slot_gezien and slot.is_formule(regel.tekst) else None


def _is_kaal_artikel(regel: Regel) -> bool:
    kop = regel.kop
    return kop is not None and kop.soort is Kopsoort.ARTIKEL and kop.lengte >= len(regel.tekst.rstrip())


def _heeft_artikel(regels: Sequence[Regel]) -> bool:
    return sum(regel.kop is not None and regel.kop.soort is Kopsoort.ARTIKEL for regel in regels) >= 2


def _titel_in_bijlage(regels: Sequence[Regel]) -> str | None:
    """The title of a regulation that is the annex of the decision above it."""
    for regel in regels:
        if regel.deel is Deel.METADATA and _TITELWOORD.search(regel.tekst) and not toelichting.is_bijlagekop(regel):
            regel.deel = Deel.OPSCHRIFT
            return " ".join(regel.tekst.split())
    return None


def _sluit_zonder_formule(regels: Sequence[Regel], i: int, artikel: str | None) -> bool:
    """Signatures without a closing formula: a role or "… voornoemd" behind the last article."""
    regel = regels[i]
    if artikel is None or len(regel.tekst) > 160:
        return False
    if slot.is_dagtekening(regel.tekst):
        return any(slot.is_ondertekening(r.tekst) for r in regels[i + 1 : i + 4])
    if regel.kop is not None or regel.blok.nummer is not None or not slot.is_ondertekening(regel.tekst):
        return False
    return not any(r.kop is not None and r.kop.soort is Kopsoort.ARTIKEL for r in _tot_toelichting(regels, i + 1))


def _tot_toelichting(regels: Sequence[Regel], i: int) -> Sequence[Regel]:
    einde = i
    while einde < len(regels) and regels[einde].deel is None and not toelichting.is_toelichtingkop(regels[einde]):
        einde += 1
    return regels[i:einde]


def _vervolg_artikel(regels: Sequence[Regel], i: int, artikel: str) -> Regel | None:
    """The next article of the lichaam when the toelichting stands between the articles, else None."""
    for regel in regels[i:]:
        if slot.is_formule(regel.tekst):
            return None
        kop = regel.kop
        if kop is not None and kop.soort is Kopsoort.ARTIKEL:
            return regel if volgt_op(artikel, kop.nummer) and not kop.zin else None
    return None


def _verdeel_brief(regels: Sequence[Regel]) -> None:
    """A letter or proposal is one body, with a greeting and signature as slot."""
    deel = Deel.LICHAAM
    for i, regel in enumerate(regels):
        if deel is Deel.LICHAAM and slot.is_groet(regel.tekst) and i > len(regels) // 3:
            deel = Deel.SLOT
        if regel.deel is None:
            regel.deel = deel
