"""A power that must be a duty: "kan … aanbieden" becomes "biedt … aan", without the condition that there is money or that it suits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verordening_tool.checking.oordeel import Plaats, Toetsresultaat, Uitkomst
from verordening_tool.proposing.ingreep import Concepttekst, Vervanging, anders
from verordening_tool.proposing.model import Voorstel, Voorstelsoort
from verordening_tool.proposing.plan import Woordplan
from verordening_tool.references.telwoorden import rangwoord

_CODE = "BW-09"
# infinitive → third person, plural, and the part that stays at the end
_WERKWOORDEN = {
    "aanbieden": ("biedt", "bieden", "aan"),
    "aangaan": ("gaat", "gaan", "aan"),
    "aanwijzen": ("wijst", "wijzen", "aan"),
    "bieden": ("biedt", "bieden", ""),
    "geven": ("geeft", "geven", ""),
    "inzetten": ("zet", "zetten", "in"),
    "leveren": ("levert", "leveren", ""),
    "organiseren": ("organiseert", "organiseren", ""),
    "plaatsen": ("plaatst", "plaatsen", ""),
    "realiseren": ("realiseert", "realiseren", ""),
    "regelen": ("regelt", "regelen", ""),
    "stellen": ("stelt", "stellen", ""),  # beschikbaar stellen
    "toekennen": ("kent", "kennen", "toe"),
    "toewijzen": ("wijst", "wijzen", "toe"),
    "verlenen": ("verleent", "verlenen", ""),
    "verschaffen": ("verschaft", "verschaffen", ""),
    "verstrekken": ("verstrekt", "verstrekken", ""),
    "zorgen": ("zorgt", "zorgen", ""),
}
_KAN = re.compile(r"\b(kan|mag|kunnen|mogen)\b", re.IGNORECASE)
_INFINITIEF = re.compile(rf"\b({'|'.join(_WERKWOORDEN)})\b")
_WORDEN = re.compile(r"\bworden\b")
_BEVOEGD = re.compile(r"\bbevoegd\b")
_GRENS = "BW-10"  # what is found in the same sentence must be gone with it
_ALS = r"\b(?:indien|als|wanneer|voor\s?zover|zolang|mits|tenzij)\b[^,.;]*"
_VOORWAARDE = re.compile(  # money, or what the college thinks of it: the law knows no such condition
    rf"{_ALS}\b(?:middelen|\w*budget\w*|financi\w+|begroting|bekosti\w+|wenselijk|opportuun|nodig\s+(?:acht|vindt|oordeelt))\b[^,.;]*"
    r"|\bnaar\s+eigen\s+(?:oordeel|inzicht)\b|\bbinnen\s+(?:de|het)\s+(?:\w+\s+){0,2}(?:budget|middelen|begroting)\b"
    r"|\b(?:zo|indien|waar)\s+mogelijk\b|\bdesgewenst\b",
    re.IGNORECASE,
)
_ONZEKER = re.compile(rf"{_ALS}\b(?:toela(?:at|ten)|ruimte)\b", re.IGNORECASE)  # it may be about the person, or about money
_SAMENGESTELD = re.compile(r"\b(?:en|of)\b")
_WERKWOORD_EERST = re.compile(
    r"(\w+)\s+(het\s+(?:dagelijks\s+bestuur|college|werkbedrijf)|de\s+gemeente|burgemeester\s+en\s+wethouders|beschut\s+werk)\b"
)


def plichtplannen(concept: Concepttekst, resultaat: Toetsresultaat) -> Iterator[Sequence[Woordplan]]:
    """The alternatives for the sentence that makes a power of the offer, best first."""
    strijdig = {oordeel.code: oordeel.plaatsen for oordeel in resultaat.oordelen if oordeel.oordeel is Uitkomst.STRIJDIG}
    for plaats in strijdig.get(_CODE, ())[:1]:
        grens = any(plek.alinea == plaats.alinea for plek in strijdig.get(_GRENS, ()))
        yield list(_plannen(concept, plaats, (_CODE, _GRENS) if grens else (_CODE,)))


def _plannen(concept: Concepttekst, plaats: Plaats, codes: tuple[str, ...]) -> Iterator[Woordplan]:
    if plaats.alinea is None:
        return
    tekst = concept.blok(plaats.alinea).tekst
    begin = tekst.find(plaats.citaat)
    if begin < 0:
        return
    eind = begin + len(plaats.citaat)
    for vervangingen in (*_bedrijvend(plaats.alinea, tekst, begin, eind), *_lijdend(plaats.alinea, tekst, begin, eind)):
        zin = _zonder_voorwaarden(_gewijzigd(tekst[:eind], vervangingen)[begin:])
        if zin is None:
            continue
        lid = f", {rangwoord(plaats.lid) or plaats.lid} lid" if plaats.lid else ""
        plek = f"artikel {plaats.artikel}{lid}" if plaats.artikel else plaats.deel.value
        voorstel = Voorstel(Voorstelsoort.VERVANGING, codes, plek, zin + tekst[eind:])
        yield Woordplan(codes, voorstel, anders(plaats.alinea, tekst, tekst[:begin] + zin + tekst[eind:]))


def _zonder_voorwaarden(zin: str) -> str | None:
    """The sentence without its conditions; None when one can not be taken out as it stands, or may be a good one."""
    while voorwaarde := _VOORWAARDE.search(zin):
        if _SAMENGESTELD.search(voorwaarde[0]):
            return None
        voor, na = zin[: voorwaarde.start()].rstrip(), zin[voorwaarde.end() :]
        if voor:
            tussen_kommas = voor.endswith(",")
            zin = voor.removesuffix(",") + (na.removeprefix(",") if tussen_kommas else na)
            continue
        omgekeerd = _WERKWOORD_EERST.match(na.lstrip(", "))
        if omgekeerd is None:
            return None
        werkwoord, wie = omgekeerd.groups()
        zin = f"{wie[0].upper()}{wie[1:]} {werkwoord}{na.lstrip(', ')[omgekeerd.end() :]}"
    return None if _ONZEKER.search(zin) else zin


def _bedrijvend(alinea: int, tekst: str, begin: int, eind: int) -> Iterator[tuple[Vervanging, ...]]:
    """Each "kan" with an infinitive behind it, the farthest first: others stand in clauses between."""
    for kan in _KAN.finditer(tekst, begin, eind):
        for infinitief in reversed(list(_INFINITIEF.finditer(tekst, kan.end(), eind))):
            enkel, meer, deel = _WERKWOORDEN[infinitief[1]]
            vorm = enkel if kan[1].lower() in {"kan", "mag"} else meer
            vorm = vorm.capitalize() if kan[1][0].isupper() else vorm
            eerst = Vervanging(alinea, kan.start(), kan.end(), vorm)
            if deel:
                yield eerst, Vervanging(alinea, infinitief.start(), infinitief.end(), deel)
            elif tekst[infinitief.start() - 1] == " ":
                yield eerst, Vervanging(alinea, infinitief.start() - 1, infinitief.end(), "")
    for bevoegd in _BEVOEGD.finditer(tekst, begin, eind):
        yield (Vervanging(alinea, bevoegd.start(), bevoegd.end(), "verplicht"),)


def _lijdend(alinea: int, tekst: str, begin: int, eind: int) -> Iterator[tuple[Vervanging, ...]]:
    """In the passive: "kan worden aangeboden" becomes "wordt aangeboden"."""
    for kan in _KAN.finditer(tekst, begin, eind):
        for worden in _WORDEN.finditer(tekst, kan.end(), eind):
            vorm = "wordt" if kan[1].lower() in {"kan", "mag"} else "worden"
            vorm = vorm.capitalize() if kan[1][0].isupper() else vorm
            yield Vervanging(alinea, kan.start(), kan.end(), vorm), Vervanging(alinea, worden.start() - 1, worden.end(), "")


def _gewijzigd(tekst: str, vervangingen: Sequence[Vervanging]) -> str:
    for vervanging in reversed(vervangingen):
        tekst = tekst[: vervanging.start] + vervanging.tekst + tekst[vervanging.eind :]
    return tekst
