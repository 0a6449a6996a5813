"""Where a lawyer would put it: which article of the draft is which of the model, and behind which article a new one comes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verordening_tool.checking.oordeel import Oordeel, Plaats, Toetsresultaat, Uitkomst
from verordening_tool.comparing.uitlijnen import Kaart, lijn_uit
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Artikel, Regeling
from verordening_tool.language.folding import fold
from verordening_tool.proposing.modeltekst import Modelartikel
from verordening_tool.proposing.vorm import is_begrippen, laatste_alinea

BESCHUT_WERK = "beschut-werk"
_KERN = {
    "BW-02": 2,
    "BW-03": 2,
    "BW-09": 2,
    "BW-04": 1,
    "BW-05": 1,
    "BW-06": 1,
    "BW-07": 1,
    "BW-13": 1,
}  # how well a code shows the article
_SLOT = re.compile(
    r"intrek|inwerking|citeertitel|slotbepaling|overgang|hardheid|onvoorzien|oude regels|tot slot|start en naam", re.IGNORECASE
)
_BESCHUT = re.compile(r"beschut", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plek:
    """A place for a new article: the article of the draft (by index) that its number follows, and the alinea it stands behind."""

    achter: int
    na: int


@dataclass(frozen=True, slots=True)
class Plaatsing:
    """``partner``: label of a model article → index of the article of the draft that is about the same.

    ``blok``: indexes of the articles in a row that are about beschut werk.
    """

    model: Sequence[Modelartikel]
    regeling: Regeling
    partner: Mapping[str, int]
    blok: range = range(0)

    def plekken(self, artikel: Modelartikel) -> list[Plek]:
        """Where this model article can come, best first: behind what the draft says on its subject, else beside a neighbour in the model.

        The nearest neighbour comes first, one in its own chapter before others.
        """
        hier = self.model.index(artikel)
        kansen = sorted(
            (een.hoofdstuk != artikel.hoofdstuk, abs(nr - hier), nr > hier, self.partner[een.label])
            for nr, een in enumerate(self.model)
            if een.label in self.partner
        )
        plekken = [self._voor(partner) if ervoor else self._achter(partner) for _, _, ervoor, partner in kansen]
        verwant = [self._achter(nr) for nr in self._over(artikel.onderwerp)[-1:]]
        return list(dict.fromkeys([*verwant, *plekken, self._achter(self._slot() - 1)]))

    def _over(self, onderwerp: str) -> list[int]:
        """The articles that have this subject in their heading, or in that of their chapter."""
        koppen = [" ".join((artikel.opschrift or "", *artikel.pad[-1:])) for artikel in self.regeling.artikelen]
        return [nr for nr, kop in enumerate(koppen) if fold(onderwerp) in fold(kop) and nr < self._slot()]

    def _achter(self, nr: int) -> Plek:
        """Behind an article, but never behind the closing ones, nor among those on beschut werk."""
        nr = self.blok[-1] if nr in self.blok else nr
        nr = max(min(nr, self._slot() - 1), 0)
        return Plek(nr, laatste_alinea(self.regeling.artikelen[nr]))

    def _voor(self, nr: int) -> Plek:
        """Before an article, behind the heading of its chapter."""
        nr = self.blok[0] if nr in self.blok else nr
        kop = self.regeling.artikelen[nr].kop
        return Plek(nr - 1, kop.nr - 1) if kop is not None and 0 < nr < self._slot() else self._achter(nr - 1)

    def _slot(self) -> int:
        """Index of the first of the closing articles."""
        artikelen = self.regeling.artikelen
        eerste = len(artikelen)
        while eerste > 1 and _SLOT.search(artikelen[eerste - 1].opschrift or ""):
            eerste -= 1
        return eerste


def plaats(model: Sequence[Modelartikel], regeling: Regeling, resultaat: Toetsresultaat) -> Plaatsing:
    """Find the partners: by what the verdicts point to, else by heading and words."""
    kaarten = [Kaart(str(nr + 1), artikel.opschrift, artikel.tekst) for nr, artikel in enumerate(model)]
    concept = [Kaart(artikel.nummer, artikel.opschrift or "", artikel.tekst) for artikel in regeling.artikelen]
    partner = {model[een].label: twee for een, twee in lijn_uit(kaarten, concept).paren}
    oordelen = {oordeel.code: oordeel for oordeel in resultaat.oordelen}
    for artikel in model:
        if artikel.label == "begrippen":
            partner |= dict.fromkeys([artikel.label], next((nr for nr, een in enumerate(regeling.artikelen) if is_begrippen(een)), 0))
        elif artikel.label != BESCHUT_WERK and (gevonden := _aangewezen(artikel, oordelen, regeling)) is not None:
            partner[artikel.label] = gevonden
    partner.pop(BESCHUT_WERK, None)
    if (beschut := _beschut_werk(oordelen, regeling)) is not None:
        partner[BESCHUT_WERK] = beschut
    return Plaatsing(model, regeling, partner, _blok(beschut, oordelen, regeling) if beschut is not None else range(0))


def _blok(nr: int, oordelen: Mapping[str, Oordeel], regeling: Regeling) -> range:
    """The articles around this one that have beschut werk in their heading, or say what the law on it asks or forbids."""
    plaatsen = [plek for oordeel in oordelen.values() if oordeel.norm.artikel == "10b" for plek in _goede_plaatsen(oordeel)]
    erover = {_index(plek, regeling) for plek in plaatsen}
    erover |= {nr for nr, artikel in enumerate(regeling.artikelen) if _BESCHUT.search(artikel.opschrift or "")}
    eerste = laatste = nr
    while eerste - 1 in erover:
        eerste -= 1
    while laatste + 1 in erover:
        laatste += 1
    return range(eerste, laatste + 1)


def _aangewezen(artikel: Modelartikel, oordelen: Mapping[str, Oordeel], regeling: Regeling) -> int | None:
    """The article in which the draft satisfies codes of the model article, wholly or in part."""
    telling = Counter(
        nr
        for code in artikel.codes
        if code in oordelen and oordelen[code].aard == "gebod"
        for plek in _goede_plaatsen(oordelen[code])
        if (nr := _index(plek, regeling)) is not None
    )
    return telling.most_common(1)[0][0] if telling else None


def _beschut_werk(oordelen: Mapping[str, Oordeel], regeling: Regeling) -> int | None:
    telling: Counter[int] = Counter()
    for code, gewicht in _KERN.items():
        if code in oordelen:
            treffers = {nr for plek in _goede_plaatsen(oordelen[code]) if (nr := _index(plek, regeling)) is not None}
            telling.update(dict.fromkeys(treffers, gewicht))
    kern = oordelen.get("BW-02")
    if telling and (kern is None or kern.oordeel is not Uitkomst.NIET_AANGETROFFEN):
        return max(telling, key=lambda nr: (telling[nr], -nr))
    koppen = [nr for nr, artikel in enumerate(regeling.artikelen) if _BESCHUT.search(artikel.opschrift or "") and not is_begrippen(artikel)]
    return koppen[0] if koppen else None


def _goede_plaatsen(oordeel: Oordeel) -> list[Plaats]:
    """Where the draft says what the norm asks, or says it in the wrong form."""
    if oordeel.deeloordelen:
        return [plek for deel in oordeel.deeloordelen if deel.oordeel is not Uitkomst.NIET_AANGETROFFEN for plek in deel.plaatsen]
    return list(oordeel.plaatsen)


def _index(plek: Plaats, regeling: Regeling) -> int | None:
    if plek.deel is not Deel.LICHAAM or plek.artikel is None:
        return None
    gevonden = (nr for nr, artikel in enumerate(regeling.artikelen) if artikel.nummer == plek.artikel and not is_begrippen(artikel))
    return next(gevonden, None)


def partner_lid(artikel: Modelartikel, nummer: str, concept: Artikel, resultaat: Toetsresultaat) -> str | None:
    """The number of the lid of a draft's article that says what lid ``nummer`` of the model says; None when none does for sure."""
    kaarten = [Kaart(lid.nummer, "", " ".join((lid.tekst, *lid.onderdelen))) for lid in artikel.leden]
    leden = [Kaart(lid.nummer, "", lid.tekst) for lid in concept.leden]
    bij = {artikel.leden[een].nummer: concept.leden[twee].nummer for een, twee in lijn_uit(kaarten, leden).paren}
    if bij.get(nummer):
        return bij[nummer]
    codes = next((lid.codes for lid in artikel.leden if lid.nummer == nummer), ())
    plekken = {
        plek.lid
        for oordeel in resultaat.oordelen
        if oordeel.code in codes and oordeel.aard == "gebod"
        for plek in _goede_plaatsen(oordeel)
        if plek.artikel == concept.nummer and plek.lid
    }
    return plekken.pop() if len(plekken) == 1 else None
