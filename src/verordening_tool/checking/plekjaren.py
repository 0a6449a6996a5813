"""The year that a number of places is for: what the sentence names beside it, else what the text before it or the document names."""

from __future__ import annotations

import re
from itertools import pairwise

from verordening_tool.checking import plekwoorden as woorden
from verordening_tool.checking.passages import Passage, Tekstlaag
from verordening_tool.document.regeling import VERORDENINGEN, Regeling
from verordening_tool.language.begrippen import Span

_JAREN = range(2000, 2100)
_MEESTE_PUNTEN = 12  # of a list, between its opening and the point with the number
_PUNT = re.compile(rb"[;,](?: en| of)?\s*$")  # how a point ends behind which another comes


def jaar_bij(span: Span, tekst: str) -> int | None:
    """The year that goes with a number: just behind it in the same clause, else the last before it, else the first behind it."""
    jaren = [(match.start(), int(match[0])) for match in woorden.JAAR.finditer(tekst) if int(match[0]) in _JAREN]
    voor = [jaar for plek, jaar in jaren if plek < span.start]
    na = [(plek, jaar) for plek, jaar in jaren if plek >= span.eind]
    if na and (not voor or not re.search(r"[,;:]|\ben\b", tekst[span.eind : na[0][0]])):
        return na[0][1]
    return voor[-1] if voor else None


def jaar_eerder(laag: Tekstlaag, passage: Passage, zin: Span) -> int | None:
    """The year that "dit jaar" stands for, else the one year of the sentence before, or of that which opens the list."""
    data = laag.regeling.data
    datum = data.documentdatum or data.vastgesteld
    if laag.regeling.soort in VERORDENINGEN:
        datum = data.inwerkingtreding or datum
    if datum and woorden.DIT_JAAR.search(laag.gevouwen, zin.start, zin.eind):
        return datum.year
    if datum and woorden.VOLGEND_JAAR.search(laag.gevouwen, zin.start, zin.eind):
        return datum.year + 1
    eerder = next((vorige for vorige, deze in pairwise(laag.zinnen(passage)) if deze == zin), None) or _opening(laag, passage)
    return enig_jaar(laag.gevouwen[eerder.start : eerder.eind].decode("ascii")) if eerder else None


def _opening(laag: Tekstlaag, passage: Passage) -> Span | None:
    """The sentence with a colon that opens the list that ``passage``, of running text, is a point of."""
    if passage.artikel_nr >= 0:
        return None
    for eerder in reversed(laag.passages[max(passage.nr - _MEESTE_PUNTEN, 0) : passage.nr]):
        tekst = laag.gevouwen[eerder.start : eerder.eind].rstrip()
        if eerder.deel is not passage.deel or eerder.artikel_nr >= 0:
            return None
        if tekst.endswith(b":"):
            return laag.zinnen(eerder)[-1]
        if not _PUNT.search(tekst):
            return None
    return None


def enig_jaar(tekst: str) -> int | None:
    """The year in a text, when there is one only."""
    jaren = set(woorden.JAAR.findall(tekst))
    return int(jaren.pop()) if len(jaren) == 1 else None


def jaar_van_document(regeling: Regeling) -> int | None:
    """The one year that the title of a letter or proposal names; a verordening keeps its title for many years."""
    if regeling.soort in VERORDENINGEN:
        return None
    return enig_jaar(" ".join(filter(None, (regeling.opschrift, regeling.metadata.onderwerp))))
