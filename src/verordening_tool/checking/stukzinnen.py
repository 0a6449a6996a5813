"""The sentences of a whole document, letters and tables too, each with the places where its words stand.

A letter that was saved as plain text breaks its sentences over lines; a table says in two cells what a sentence says ("Raadsvergadering" |
"30 januari 2024"). Both are put together here, so that who compares documents sees sentences only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verordening_tool.checking.oordeel import Plaats
from verordening_tool.document.blok import Blok, Deel
from verordening_tool.document.regeling import Alinea, Onderdeel, Regeling
from verordening_tool.language.zinnen import splits

_BUITEN = frozenset({Deel.KOPTEKST, Deel.VOETTEKST, Deel.INHOUDSOPGAVE, Deel.METADATA})
_VOLLE_REGEL = 60  # characters; a shorter line without a stop is a heading, not the first half of a sentence
_STOP = (".", ":", ";", "?", "!")
_AFGEKORT = re.compile(r"\(\w{1,4}\.\)\s*$")
_STREEPJES = ("-", "–", "•", "*")


@dataclass(frozen=True, slots=True)
class _Vindbaar:
    """Where an alinea stands in the regulation."""

    artikel: str | None = None
    lid: str | None = None
    onderdeel: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one alinea within a sentence: ``begin`` in the sentence, ``start`` to ``eind`` in the alinea."""

    begin: int
    alinea: Alinea
    start: int
    eind: int
    deel: Deel


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence. ``noot`` names the article that it explains (toelichting); ``in_tabel``: the cells of one row."""

    tekst: str
    segmenten: tuple[Segment, ...]
    artikel: str | None = None
    lid: str | None = None
    onderdeel: str | None = None
    noot: str | None = None
    in_tabel: bool = False

    @property
    def deel(self) -> Deel:
        """The part of the document that the sentence begins in."""
        return self.segmenten[0].deel

    def plaats(self, start: int = 0, bericht: str | None = None) -> Plaats:
        """The words around offset ``start`` as a literal quote: the part of the sentence that stands in one alinea."""
        segment = next((deel for deel in reversed(self.segmenten) if deel.begin <= start), self.segmenten[0])
        tekst = segment.alinea.tekst
        return Plaats(
            segment.deel,
            tekst[segment.start : segment.eind],
            self.artikel,
            self.lid,
            self.onderdeel,
            segment.alinea.nr,
            bericht,
            voor=tekst[: segment.start],
            na=tekst[segment.eind :],
        )


def zinnen_van(regeling: Regeling) -> tuple[Zin, ...]:
    """All sentences of ``regeling`` in reading order, headers and footers left out."""
    plekken = _plekken(regeling)
    noten = {alinea.nr: nummer for nummer, alineas in regeling.toelichting.artikelsgewijs for alinea in alineas}
    return tuple(zin for groep in _groepen(regeling.blokken, plekken) for zin in _zinnen(groep, plekken, noten))


def _plekken(regeling: Regeling) -> dict[int, _Vindbaar]:
    plekken: dict[int, _Vindbaar] = {}
    ingevoegd = (artikel for wijziging in regeling.wijzigingen for artikel in wijziging.artikelen)
    for artikel in (*regeling.artikelen, *ingevoegd):
        if artikel.kop is not None:
            plekken[artikel.kop.nr] = _Vindbaar(artikel.nummer)
        for lid in artikel.leden:
            plekken |= {alinea.nr: _Vindbaar(artikel.nummer, lid.nummer) for alinea in lid.alineas}
            for onderdeel in lid.onderdelen:
                plekken |= dict(_van_onderdeel(onderdeel, artikel.nummer, lid.nummer))
    return plekken


def _van_onderdeel(onderdeel: Onderdeel, artikel: str, lid: str | None) -> Iterator[tuple[int, _Vindbaar]]:
    yield from ((alinea.nr, _Vindbaar(artikel, lid, onderdeel.nummer)) for alinea in onderdeel.alineas)
    for kind in onderdeel.onderdelen:
        yield from _van_onderdeel(kind, artikel, lid)


def _groepen(blokken: Sequence[Blok], plekken: dict[int, _Vindbaar]) -> Iterator[list[Blok]]:
    """Blokken that belong together: the cells of a row, the lines of a broken sentence."""
    groep: list[Blok] = []
    for blok in blokken:
        if blok.verborgen or blok.deel in _BUITEN or not blok.tekst.strip():
            continue
        if groep and not _hoort_bij(groep[-1], blok, plekken):
            yield groep
            groep = []
        groep.append(blok)
    if groep:
        yield groep


def _hoort_bij(vorig: Blok, blok: Blok, plekken: dict[int, _Vindbaar]) -> bool:
    if vorig.cel is not None or blok.cel is not None:
        return vorig.cel is not None and blok.cel is not None and (vorig.cel.tabel, vorig.cel.rij) == (blok.cel.tabel, blok.cel.rij)
    if vorig.alinea in plekken or blok.alinea in plekken or blok.nummer or vorig.deel is not blok.deel:
        return False
    begin, eind = blok.tekst.lstrip(), vorig.tekst.rstrip()
    if eind.endswith(_STOP) or begin.startswith(_STREEPJES):
        return False
    return begin[:1].islower() or begin[:1] == "(" or len(eind) >= _VOLLE_REGEL


def _grenzen(tekst: str) -> list[tuple[int, int]]:
    """Where sentences begin and end: not behind an abbreviation in brackets ("Bergen (NH.) 2024")."""
    grenzen: list[tuple[int, int]] = []
    for span in splits(tekst):
        if grenzen and _AFGEKORT.search(tekst[grenzen[-1][0] : grenzen[-1][1]]):
            grenzen[-1] = (grenzen[-1][0], span.eind)
        else:
            grenzen.append((span.start, span.eind))
    return grenzen


def _zinnen(groep: list[Blok], plekken: dict[int, _Vindbaar], noten: dict[int, str]) -> Iterator[Zin]:
    in_tabel = groep[0].cel is not None
    tekst, randen = "", []
    for blok in groep:
        if tekst:
            tekst += ": " if in_tabel and not tekst.endswith(":") else " "
        randen.append((len(tekst), blok))
        tekst += blok.tekst
    plek = plekken.get(groep[0].alinea, _Vindbaar())
    for start, eind in [(0, len(tekst))] if in_tabel else _grenzen(tekst):
        segmenten = tuple(
            Segment(
                max(begin - start, 0),
                Alinea(blok.alinea, blok.tekst),
                max(start - begin, 0),
                min(eind - begin, len(blok.tekst)),
                blok.deel,
            )
            for begin, blok in randen
            if begin < eind and start < begin + len(blok.tekst)
        )
        if segmenten:
            yield Zin(tekst[start:eind], segmenten, plek.artikel, plek.lid, plek.onderdeel, noten.get(groep[0].alinea), in_tabel)
