"""Quotes from any part of a document, and concepts looked up in a text that is no passage."""

from __future__ import annotations

from collections.abc import Iterator

from verordening_tool.checking.context import Context
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.document.regeling import Alinea, Artikel, Lid, Onderdeel, Regeling
from verordening_tool.language.begrippen import Span
from verordening_tool.language.folding import fold
from verordening_tool.language.ontkenning import is_ontkend, ontkende_stukken
from verordening_tool.language.zinnen import splits


def citeer(regeling: Regeling, nr: int, bericht: str | None = None, zin: Span | None = None) -> Plaats:
    """Alinea ``nr``, or the stretch ``zin`` of it, as a literal quote in its place."""
    blok = regeling.blokken[nr]
    zin = zin or Span(0, len(blok.tekst))
    artikel, lid, onderdeel = _vindplaats(regeling, nr)
    return Plaats(
        blok.deel,
        blok.tekst[zin.start : zin.eind],
        artikel,
        lid,
        onderdeel,
        nr,
        bericht,
        voor=blok.tekst[: zin.start],
        na=blok.tekst[zin.eind :],
    )


def zin_op(tekst: str, plek: int) -> Span:
    """The sentence of ``tekst`` around offset ``plek``."""
    return next((zin for zin in splits(tekst) if zin.start <= plek < zin.eind), Span(0, len(tekst)))


def vind(context: Context, begrip: str, tekst: str, *, ontkend: bool | None = None) -> list[Span]:
    """Places of a concept in ``tekst``: negated (True), not negated (False) or either (None)."""
    begrippen = context.laag.begrippen
    gevouwen = fold(tekst).encode("ascii", "replace")
    spans = begrippen.vind(begrip, gevouwen)
    if ontkend is None or not spans:
        return spans
    uit = []
    for span in spans:
        zin = zin_op(tekst, span.start)
        stukken = ontkende_stukken(begrippen, gevouwen[zin.start : zin.eind])
        if is_ontkend(Span(span.start - zin.start, span.eind - zin.start), stukken) == ontkend:
            uit.append(span)
    return uit


def met_vindplaats(artikel: Artikel) -> Iterator[tuple[Alinea, Lid, str | None]]:
    """Every alinea of an article with the lid and the onderdeel that it stands in."""
    for lid in artikel.leden:
        yield from ((alinea, lid, None) for alinea in lid.alineas)
        for onderdeel in lid.onderdelen:
            yield from ((alinea, lid, label) for alinea, label in _van_onderdeel(onderdeel, ""))


def _van_onderdeel(onderdeel: Onderdeel, boven: str) -> Iterator[tuple[Alinea, str]]:
    label = f"{boven}, {onderdeel.nummer}" if boven else onderdeel.nummer
    yield from ((alinea, label) for alinea in onderdeel.alineas)
    for kind in onderdeel.onderdelen:
        yield from _van_onderdeel(kind, label)


def _vindplaats(regeling: Regeling, nr: int) -> tuple[str | None, str | None, str | None]:
    ingevoegd = (artikel for wijziging in regeling.wijzigingen for artikel in wijziging.artikelen)
    for artikel in (*regeling.artikelen, *ingevoegd):
        if artikel.kop is not None and artikel.kop.nr == nr:
            return artikel.nummer, None, None
        for alinea, lid, onderdeel in met_vindplaats(artikel):
            if alinea.nr == nr:
                return artikel.nummer, lid.nummer, onderdeel
    return None, None, None
