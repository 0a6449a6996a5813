"""A power that must be a duty: "kan … aanbieden" becomes "biedt … aan"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verordening_tool.checking.oordeel import Plaats, Toetsresultaat, Uitkomst
from verordening_tool.proposing.ingreep import Concepttekst, Vervanging
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


def plichtplannen(concept: Concepttekst, resultaat: Toetsresultaat) -> Iterator[Sequence[Woordplan]]:
    """The alternatives for the sentence that makes a power of the offer, best first."""
    for oordeel in resultaat.oordelen:
        if oordeel.code == _CODE and oordeel.oordeel is Uitkomst.STRIJDIG and oordeel.plaatsen:
            yield list(_plannen(concept, oordeel.plaatsen[0]))


def _plannen(concept: Concepttekst, plaats: Plaats) -> Iterator[Woordplan]:
    if plaats.alinea is None:
        return
    tekst = concept.blok(plaats.alinea).tekst
    begin = tekst.find(plaats.citaat)
    if begin < 0:
        return
    eind = begin + len(plaats.citaat)
    for vervangingen in (*_bedrijvend(plaats.alinea, tekst, begin, eind), *_lijdend(plaats.alinea, tekst, begin, eind)):
        nieuw = _gewijzigd(tekst, vervangingen)[begin:]
        lid = f", {rangwoord(plaats.lid) or plaats.lid} lid" if plaats.lid else ""
        plek = f"artikel {plaats.artikel}{lid}" if plaats.artikel else plaats.deel.value
        yield Woordplan((_CODE,), Voorstel(Voorstelsoort.VERVANGING, (_CODE,), plek, nieuw), vervangingen)


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
