"""Plain numbers for new articles: the later articles, the references to them and their notes move up, as tracked changes too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from verordening_tool.document.blok import Nummerbron
from verordening_tool.document.regeling import Artikel
from verordening_tool.norms.wetten import lees_index
from verordening_tool.proposing.ingreep import Concepttekst, Vervanging
from verordening_tool.references.model import Verwijzing
from verordening_tool.references.resolve import los_op

_NUMMER = re.compile(r"(\d+)([a-z]?)")
_GEEN_ARTIKEL = re.compile(r"(?:\blid|\bonder|\bonderdeel)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Vernummering:
    """New numbers: of the articles to put in, in order, and of those that are there (old → new, only where they differ)."""

    nieuw: tuple[str, ...]
    wordt: Mapping[str, str] = field(default_factory=dict)
    vervangingen: tuple[Vervanging, ...] = ()


def vernummer(concept: Concepttekst, achter: Sequence[int]) -> Vernummering | None:
    """Numbers for articles behind those with these indexes (ascending); None when the articles have no plain numbers in order."""
    artikelen = concept.regeling.artikelen
    if not achter or any(_NUMMER.fullmatch(artikel.nummer) is None for artikel in artikelen):
        return None
    if any(nr + 1 < len(artikelen) and _getal(artikelen[nr + 1]) == _getal(artikelen[nr]) for nr in achter):
        return None  # 10 and 10a: what comes between them has no plain number
    nieuw = tuple(str(_getal(artikelen[nr]) + hoeveelste) for hoeveelste, nr in enumerate(achter, 1))
    wordt = {
        artikel.nummer: f"{_getal(artikel) + erbij}{artikel.nummer.lstrip('0123456789')}"
        for nr, artikel in enumerate(artikelen)
        if (erbij := sum(voor < nr for voor in achter))
    }
    plekken = {(een.alinea, een.start): een for een in (*_koppen(concept, wordt), *_verwijzingen(concept, wordt), *_noten(concept, wordt))}
    return Vernummering(nieuw, wordt, tuple(plekken[plek] for plek in sorted(plekken)))


def _getal(artikel: Artikel) -> int:
    treffer = _NUMMER.fullmatch(artikel.nummer)
    return int(treffer[1]) if treffer else 0


def _koppen(concept: Concepttekst, wordt: Mapping[str, str]) -> Iterator[Vervanging]:
    """The typed numbers in headings; automatic ones move up by themselves."""
    for artikel in concept.regeling.artikelen:
        if artikel.kop is None or artikel.nummer not in wordt:
            continue
        if concept.regeling.blokken[artikel.kop.nr].nummerbron is not Nummerbron.BEREKEND:
            yield from _in_tekst(concept.blok(artikel.kop.nr).tekst, artikel.kop.nr, 0, [artikel.nummer], wordt)


def _verwijzingen(concept: Concepttekst, wordt: Mapping[str, str]) -> Iterator[Vervanging]:
    for geplaatst in los_op(concept.regeling, lees_index(), None):
        verwijzing = geplaatst.opgelost.verwijzing
        if verwijzing.soort != "intern":
            continue
        tekst = concept.regeling.blokken[geplaatst.alinea].tekst[geplaatst.start : geplaatst.eind]
        begin = len(concept.getypt_nummer(geplaatst.alinea)) + geplaatst.start
        yield from _in_tekst(tekst, geplaatst.alinea, begin, _genoemd(verwijzing), wordt)


def _genoemd(verwijzing: Verwijzing) -> list[str]:
    """The numbers of articles as the text names them, in order."""
    return list(dict.fromkeys(doel.artikel for doel in verwijzing.doelen if doel.artikel and not doel.tussen))


def _noten(concept: Concepttekst, wordt: Mapping[str, str]) -> Iterator[Vervanging]:
    """The headings of the notes on each article."""
    for nummer, alineas in concept.regeling.toelichting.artikelsgewijs:
        if nummer in wordt and alineas:
            blok = concept.blok(alineas[0].nr)
            kop = re.match(r"\s*artikel(?:en)?\s+\S+", blok.tekst, re.IGNORECASE)
            if kop is not None:
                yield from _in_tekst(kop[0], blok.alinea, 0, [nummer], wordt)


def _in_tekst(tekst: str, alinea: int, begin: int, nummers: Iterable[str], wordt: Mapping[str, str]) -> Iterator[Vervanging]:
    """The places of these numbers, each behind the one before it."""
    plek = 0
    for nummer in nummers:
        for treffer in re.compile(rf"(?<![\w.:]){re.escape(nummer)}(?!\w|[.:]\d)").finditer(tekst, plek):
            if _GEEN_ARTIKEL.search(tekst[: treffer.start()]) is None:
                plek = treffer.end()
                if nummer in wordt:
                    yield Vervanging(alinea, begin + treffer.start(), begin + plek, wordt[nummer])
                break
