"""The form of the draft itself: how its articles, leden and onderdelen are numbered, spaced and styled, for new ones beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from lxml import etree

from verordening_tool.document.blok import Bron, Nummerbron
from verordening_tool.document.regeling import Alinea, Artikel, Lid, Onderdeel, alineas_van_artikel
from verordening_tool.ooxml.package import Package
from verordening_tool.ooxml.runs import is_text, local_name
from verordening_tool.proposing.ingreep import Concepttekst, Ingreep, Nieuw, Vervanging, nieuwe_plekken, voer_uit
from verordening_tool.readers import lees_bytes

_BEGRIPPEN = re.compile(r"begrip|definitie|verstaan|bedoelen|betekent", re.IGNORECASE)
_LETTER = re.compile(r"[a-z]")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NIET_KAAL = re.compile(r"[^\w°]")


def is_begrippen(artikel: Artikel) -> bool:
    """Tell whether this is the article with definitions."""
    return _BEGRIPPEN.search(artikel.opschrift or "") is not None


def laatste_alinea(artikel: Artikel) -> int:
    """The last alinea of an article, its heading when it has no text."""
    return max((alinea.nr for alinea in alineas_van_artikel(artikel)), default=artikel.kop.nr if artikel.kop else -1)


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """A paragraph of the draft to look like: its alinea and number, typed with what follows it ("3. ") or automatic (None)."""

    alinea: int
    nummer: str
    getypt: str | None

    def voorvoegsel(self, nummer: str) -> str:
        """What stands before the text of a paragraph with this number, when numbers are typed."""
        return self.getypt.replace(self.nummer, nummer, 1) if self.getypt is not None else f"{nummer}. "


@dataclass(frozen=True)
class Vorm:
    """Gives paragraphs in the form of the draft."""

    concept: Concepttekst

    @property
    def artikelen(self) -> Sequence[Artikel]:
        """The articles of the draft."""
        return self.concept.regeling.artikelen

    # --- examples ---------------------------------------------------------------------------------------------

    def lid(self, bij: int) -> Voorbeeld | None:
        """A numbered lid: the last of article ``bij``, else of the nearest article that has one."""
        for artikel in self._vanaf(bij):
            for lid in reversed(artikel.leden):
                if lid.nummer is not None and lid.alineas:
                    return self._voorbeeld(lid.alineas[0].nr, lid.nummer)
        return None

    def zonder_nummer(self, bij: int) -> int | None:
        """The text of an article without numbered leden, as near to article ``bij`` as can be."""
        for artikel in self._vanaf(bij):
            if len(artikel.leden) == 1 and artikel.leden[0].nummer is None and artikel.leden[0].alineas and not is_begrippen(artikel):
                return artikel.leden[0].alineas[0].nr
        return None

    def onderdeel(self, bij: int) -> Voorbeeld | None:
        """An onderdeel with a letter, from article ``bij`` or the nearest that has one."""
        for artikel in self._vanaf(bij):
            for onderdeel in self._onderdelen(artikel.leden):
                if _LETTER.fullmatch(onderdeel.nummer):
                    return self._voorbeeld(onderdeel.alineas[0].nr, onderdeel.nummer)
        return None

    def _vanaf(self, bij: int) -> Iterator[Artikel]:
        """The articles, nearest first; those with definitions last."""
        orde = sorted(range(len(self.artikelen)), key=lambda nr: (is_begrippen(self.artikelen[nr]), abs(nr - bij), nr > bij))
        return (self.artikelen[nr] for nr in orde)

    def _onderdelen(self, leden: Iterable[Lid]) -> Iterator[Onderdeel]:
        return (onderdeel for lid in leden for onderdeel in lid.onderdelen if onderdeel.alineas)

    def _voorbeeld(self, alinea: int, nummer: str) -> Voorbeeld:
        automatisch = self.concept.regeling.blokken[alinea].nummerbron is Nummerbron.BEREKEND
        return Voorbeeld(alinea, nummer, None if automatisch else self.concept.getypt_nummer(alinea))

    # --- white lines --------------------------------------------------------------------------------------------

    def lege_regel_voor(self, alinea: int) -> Bron | None:
        """The empty paragraph before an alinea, when there is one."""
        bron = self.concept.blok(alinea).bron
        if bron is None or len(bron.pad) < 2 or not bron.pad[-1]:
            return None
        vorige = Bron(bron.deel, (*bron.pad[:-1], bron.pad[-1] - 1))
        element = self._wortel
        for index in vorige.pad:
            element = element[index]
        leeg = local_name(element) == "p" and not any(
            is_text(kind) or local_name(kind) in {"sectPr", "drawing", "br"} for kind in element.iter()
        )
        return vorige if leeg else None

    @cached_property
    def _wortel(self) -> etree._Element:
        package = Package(self.concept.inhoud)
        return package.xml(package.main)

    # --- new paragraphs -----------------------------------------------------------------------------------------

    def nieuw_lid(self, bij: int, na: int, nummer: str | None, tekst: str, onderdelen: Sequence[str], *, eerste: bool) -> Iterator[Nieuw]:
        """A lid in article ``bij`` (``eerste``: the first of a new one behind it) with its onderdelen, behind alinea ``na``."""
        lid = self.lid(bij)
        los = self.zonder_nummer(bij)
        if nummer is None:
            als = los if los is not None else lid.alinea if lid is not None else na
            yield Nieuw(na, self.concept.bron(als), tekst, getypt=los is None)
        elif lid is None:
            als = los if los is not None else na
            yield Nieuw(na, self.concept.bron(als), f"{nummer}. {tekst}")
        else:
            wit = None if eerste else self._wit_tussen_leden(lid)
            if wit is not None:
                yield Nieuw(na, wit, "", getypt=True)
            bron = self.concept.bron(lid.alinea)
            if lid.getypt is None:
                yield Nieuw(na, bron, tekst, nummer, nieuwe_lijst=eerste)
            else:
                yield Nieuw(na, bron, lid.voorvoegsel(nummer) + tekst)
        yield from self.onderdelen(bij, na, onderdelen, lid if nummer is not None else None)

    def _wit_tussen_leden(self, lid: Voorbeeld) -> Bron | None:
        return self.lege_regel_voor(lid.alinea) if lid.nummer != "1" else None

    def onderdelen(self, bij: int, na: int, onderdelen: Sequence[str], lid: Voorbeeld | None) -> Iterator[Nieuw]:
        """The onderdelen of a new lid that looks like ``lid`` (None: like nothing that is numbered)."""
        voorbeeld = self.onderdeel(bij)
        for nr, tekst in enumerate(onderdelen):
            letter = _LETTERS[nr % 26]
            if voorbeeld is None and lid is not None and lid.getypt is None:
                yield Nieuw(na, self.concept.bron(lid.alinea), tekst, letter, dieper=True)
            elif voorbeeld is None:
                yield Nieuw(na, self.concept.bron(lid.alinea if lid is not None else na), f"{letter}. {tekst}")
            elif voorbeeld.getypt is None:
                bron = self.concept.bron(voorbeeld.alinea)
                yield Nieuw(na, bron, tekst, letter, nieuwe_lijst=not nr and not self._zelfde_lijst(voorbeeld, lid))
            else:
                yield Nieuw(na, self.concept.bron(voorbeeld.alinea), voorbeeld.voorvoegsel(letter) + tekst)

    def _zelfde_lijst(self, onderdeel: Voorbeeld, lid: Voorbeeld | None) -> bool:
        """Tell whether the letters begin again by themselves behind a lid: a deeper level of the same numbering."""
        if lid is None or lid.getypt is not None:
            return False
        diep, hoog = self.concept.blok(onderdeel.alinea).niveau, self.concept.blok(lid.alinea).niveau
        return diep is not None and hoog is not None and diep > hoog

    def nieuwe_kop(self, bij: int, na: int, nummer: str, opschrift: str, *, gewoon: bool) -> Iterator[Nieuw]:
        """The heading of an article that looks like article ``bij``; ``gewoon``: its number is the next one, which may be automatic."""
        kop = self.artikelen[bij].kop
        if kop is None:
            yield Nieuw(na, self.concept.bron(na), f"Artikel {nummer} {opschrift}", getypt=True)
            return
        wit = self.lege_regel_voor(kop.nr) or (self.lege_regel_voor(ander.nr) if (ander := self._volgende_kop(bij)) else None)
        if wit is not None:
            yield Nieuw(na, wit, "", getypt=True)
        blok, oud = self.concept.regeling.blokken[kop.nr], self.artikelen[bij].nummer
        los = not blok.tekst and bool(self.artikelen[bij].opschrift)  # the heading stands in a paragraph of its own
        vooraf = self.concept.getypt_nummer(kop.nr) or self.concept.blok(kop.nr).tekst
        automatisch = self.telt_word(bij)
        if automatisch:
            vooraf = f"{blok.nummer} "
        if not vooraf or oud not in vooraf:
            vooraf = f"Artikel {oud} "
        titel = "" if los or self.artikelen[bij].opschrift is None else opschrift
        if automatisch and gewoon and titel:
            yield Nieuw(na, self.concept.bron(kop.nr), titel, (blok.nummer or "").replace(oud, nummer, 1))
            return
        yield Nieuw(na, self.concept.bron(kop.nr), (vooraf.replace(oud, nummer, 1) + titel).rstrip(), getypt=automatisch)
        if los:
            yield Nieuw(na, self.concept.bron(kop.nr + 1), opschrift)

    def telt_word(self, bij: int) -> bool:
        """Tell whether Word itself counts the number of this article."""
        kop = self.artikelen[bij].kop
        return kop is not None and self.concept.regeling.blokken[kop.nr].nummerbron is Nummerbron.BEREKEND

    def _volgende_kop(self, bij: int) -> Alinea | None:
        return self.artikelen[bij + 1].kop if bij + 1 < len(self.artikelen) else None

    def eerste_nummer(self, artikel: Artikel, bij: int) -> Vervanging:
        """The number "1" before the only lid of an article, that gets a second one."""
        voorbeeld = self.lid(bij)
        tekst = voorbeeld.voorvoegsel("1") if voorbeeld is not None and voorbeeld.getypt is not None else "1. "
        return Vervanging(artikel.leden[0].alineas[0].nr, 0, 0, tekst)


def met_goede_nummers(concept: Concepttekst, ingreep: Ingreep) -> Ingreep:
    """The changes with automatic numbers that come out right: where Word would count on, the list begins again; else numbers are typed."""
    for stap in (_andere_lijst, _getypt):
        fout = _foute_nummers(concept, ingreep)
        if not fout:
            break
        ingreep = Ingreep(tuple(stap(nieuw, nr, fout) for nr, nieuw in enumerate(ingreep.nieuw)), ingreep.vervangingen)
    return ingreep


def _foute_nummers(concept: Concepttekst, ingreep: Ingreep) -> frozenset[int]:
    """Which new paragraphs get another number than they should."""
    met_tekst = [nr for nr, nieuw in enumerate(ingreep.nieuw) if nieuw.tekst]
    if not any(ingreep.nieuw[nr].nummer for nr in met_tekst):
        return frozenset()
    blokken = lees_bytes(voer_uit(concept, ingreep)[0], concept.naam).blokken
    _, plekken = nieuwe_plekken(concept, ingreep)
    wil = ((nr, ingreep.nieuw[nr].nummer, blokken[plek].nummer) for nr, plek in zip(met_tekst, plekken, strict=True))
    return frozenset(nr for nr, nummer, is_nu in wil if nummer is not None and _kaal(is_nu or "") != _kaal(nummer))


def _kaal(nummer: str) -> str:
    return _NIET_KAAL.sub("", nummer)


def _andere_lijst(nieuw: Nieuw, nr: int, fout: frozenset[int]) -> Nieuw:
    """Begin the list again at the first wrong number, or do not when that was wrong."""
    eerste = nr in fout and nieuw.nummer in {"1", "a"} and not nieuw.dieper
    return replace(nieuw, nieuwe_lijst=not nieuw.nieuwe_lijst) if eerste else nieuw


def _getypt(nieuw: Nieuw, nr: int, fout: frozenset[int]) -> Nieuw:
    """The number in the text. Onderdelen of a deeper level that fails stand in the text too, at the level of the lid."""
    if nr not in fout:
        return nieuw
    punt = "." if len(nieuw.nummer or "") <= 2 else ""  # not behind the number of an article
    return replace(nieuw, tekst=f"{nieuw.nummer}{punt} {nieuw.tekst}", nummer=None, getypt=True, nieuwe_lijst=False, dieper=False)
