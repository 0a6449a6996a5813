"""The text that is changed: its paragraphs in reading order, the articles made of them, and where a place is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from verordening_tool.comparing.adres import diepte
from verordening_tool.document.blok import Blok, Document
from verordening_tool.document.regeling import (
    Artikel,
    Lid,
    Onderdeel,
    Regeling,
    alineas_van_artikel,
    alineas_van_lid,
    alineas_van_onderdeel,
)
from verordening_tool.references.model import Doel
from verordening_tool.references.normaal import normaal


class PastNietError(Exception):
    """The base text has not got what the opdracht asks for; the message is a Dutch sentence."""


@dataclass(slots=True)
class Basistekst:
    """Paragraphs by id, their order, and the articles (whose alineas carry those ids), all kept in step while they change."""

    blokken: dict[int, Blok]
    orde: list[int]
    artikelen: list[Artikel]

    @classmethod
    def van(cls, document: Document, regeling: Regeling) -> Basistekst:
        """The text of ``document``, of which ``regeling`` is the reading."""
        blokken = {blok.alinea: blok for blok in document.blokken}
        return cls(blokken, list(blokken), list(regeling.artikelen))

    def kopie(self) -> Basistekst:
        """The same text, to try an opdracht on."""
        return Basistekst(dict(self.blokken), list(self.orde), list(self.artikelen))

    def vers(self, blok: Blok) -> int:
        """Take a paragraph in and give its id; it has no place in the order yet."""
        id_ = max(self.blokken, default=0) + 1
        self.blokken[id_] = replace(blok, alinea=id_, cel=None, bron=None)
        return id_

    def als_blokken(self) -> tuple[Blok, ...]:
        """The paragraphs in order, numbered anew."""
        return tuple(replace(self.blokken[id_], alinea=nr) for nr, id_ in enumerate(self.orde))

    # Finding places. Each raises PastNietError when the place is not there.

    def artikel(self, doel: Doel) -> int:
        """Index of the article."""
        for nr, artikel in enumerate(self.artikelen):
            if artikel.nummer.lower() == (doel.artikel or "").lower():
                return nr
        raise PastNietError(f"artikel {doel.artikel} staat niet in de basistekst")

    def lid(self, doel: Doel) -> tuple[int, int]:
        """Index of the article, and of the lid in it."""
        nr = self.artikel(doel)
        leden = self.artikelen[nr].leden
        if doel.lid is None:
            if len(leden) == 1:
                return nr, 0
            raise PastNietError(f"artikel {doel.artikel} heeft leden; de opdracht noemt er geen")
        for plek, lid in enumerate(leden):
            if (lid.nummer or "").lower() == doel.lid.lower():
                return nr, plek
        raise PastNietError(f"{normaal((Doel(artikel=doel.artikel, lid=doel.lid),))} staat niet in de basistekst")

    def ids(self, doel: Doel) -> list[int]:
        """The paragraphs of a place."""
        if doel.lid is None and doel.onderdeel is None and not doel.aanhef:
            return ids_van_artikel(self.artikelen[self.artikel(doel)])
        nr, plek = self.lid(doel)
        lid = self.artikelen[nr].leden[plek]
        if doel.aanhef:
            boven = lid if doel.onderdeel is None else onderdeel_op(lid.onderdelen, onderdeelpad(lid, doel))
            return [alinea.nr for alinea in boven.alineas]
        if doel.onderdeel is None:
            return [alinea.nr for alinea in alineas_van_lid(lid)]
        return [alinea.nr for alinea in alineas_van_onderdeel(onderdeel_op(lid.onderdelen, onderdeelpad(lid, doel)))]

    def keur_reeks(self, doelen: Sequence[Doel]) -> None:
        """Raises PastNietError when a range of articles in ``doelen`` ("4 tot en met 7") holds one that its numbers do not give."""
        if not any(doel.tussen and diepte(doel) == 1 for doel in doelen):
            return
        genoemd = {(doel.artikel or "").lower() for doel in doelen}
        plekken = [nr for nr, artikel in enumerate(self.artikelen) if artikel.nummer.lower() in genoemd]
        for artikel in self.artikelen[min(plekken, default=0) : max(plekken, default=0)]:
            if artikel.nummer.lower() not in genoemd:
                raise PastNietError(f"artikel {artikel.nummer} ligt ook tussen de artikelen die de opdracht noemt")

    def dubbele(self) -> Counter[Doel]:
        """The places that stand in the text more than once."""
        plaatsen = Counter(doel for artikel in self.artikelen for doel in _plaatsen(artikel))
        return Counter({doel: keren for doel, keren in plaatsen.items() if keren > 1})

    def achter(self, ids: Iterable[int]) -> int:
        """The place in the order behind these paragraphs."""
        return max(self.orde.index(id_) for id_ in ids) + 1

    def voor(self, ids: Iterable[int]) -> int:
        """The place in the order before these paragraphs."""
        return min(self.orde.index(id_) for id_ in ids)

    # Changing them.

    def haal_weg(self, ids: Iterable[int]) -> int:
        """Take paragraphs out of the order; gives the place where the first stood."""
        weg = set(ids)
        plek = self.voor(weg)
        self.orde = [id_ for id_ in self.orde if id_ not in weg]
        return plek

    def zet(self, plek: int, ids: Iterable[int]) -> None:
        """Put paragraphs into the order."""
        self.orde[plek:plek] = list(ids)

    def zet_leden(self, nr: int, leden: Sequence[Lid]) -> None:
        """Give the article at this index other leden."""
        self.artikelen[nr] = replace(self.artikelen[nr], leden=tuple(leden))


def ids_van_artikel(artikel: Artikel) -> list[int]:
    """The paragraphs of an article, heading first."""
    kop = [artikel.kop.nr] if artikel.kop else []
    return list(dict.fromkeys([*kop, *(alinea.nr for alinea in alineas_van_artikel(artikel))]))


def _plaatsen(artikel: Artikel) -> Iterator[Doel]:
    """The article, and all in it that has a number or a letter."""
    nummer = artikel.nummer.lower()
    yield Doel(artikel=nummer)
    for lid in artikel.leden:
        if lid.nummer:
            yield Doel(artikel=nummer, lid=lid.nummer.lower())
        yield from (
            Doel(artikel=nummer, lid=lid.nummer, onderdeel=onderdeel.nummer.lower())
            for onderdeel in lid.onderdelen
            if onderdeel.nummer[:1].isalnum()
        )


def onderdeelpad(lid: Lid, doel: Doel) -> tuple[int, ...]:
    """Path of indexes to the onderdeel within the lid. Raises PastNietError."""
    pad: list[int] = []
    rij: Sequence[Onderdeel] = lid.onderdelen
    for nummer in (doel.onderdeel, doel.sub):
        if nummer is None:
            break
        plek = next((i for i, o in enumerate(rij) if o.nummer.lower().rstrip("°.)") == nummer.lower().rstrip("°")), None)
        if plek is None:
            raise PastNietError(f"{normaal((doel,))} staat niet in de basistekst")
        pad.append(plek)
        rij = rij[plek].onderdelen
    return tuple(pad)


def onderdeel_op(rij: Sequence[Onderdeel], pad: Sequence[int]) -> Onderdeel:
    """The onderdeel at the end of a path."""
    onderdeel = rij[pad[0]]
    for plek in pad[1:]:
        onderdeel = onderdeel.onderdelen[plek]
    return onderdeel


def met_tekst(blok: Blok, tekst: str) -> Blok:
    """The paragraph with another text."""
    return blok if tekst == blok.tekst else replace(blok, tekst=tekst, runs=(), velden=())
