"""Which passages regulate beschut werk, which are definitions, closing provisions, and so on.

Words on beschut werk also stand in definitions, in the fair distribution of voorzieningen and in articles on
loonkostensubsidie; only the articles that regulate it count as such (norms 7.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.passages import Passage, Tekstlaag
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Onderwerp
from verordening_tool.language.folding import fold
from verordening_tool.language.verzameling import Verband, nummers, samen, verzameling
from verordening_tool.norms.schema import Regel, Waar
from verordening_tool.references.model import Doel, GeplaatsteVerwijzing

if TYPE_CHECKING:
    from verordening_tool.checking.zaak import Bevinding, NietTeBeoordelen

_KLEIN_HOOFDSTUK = 8  # articles; a larger chapter has more than one subject
_BEGRIP = re.compile(rb"^(?:de |het |een )?\s*([a-z][a-z0-9 ()'/-]{2,60}?)\s*(?::|\n|\bis\b|\bzijn\b)")
# A definition of people ("deelnemer: persoon die beschut werkt …") names no work.
_PERSOON = re.compile(
    rb"\s*(?:(?:de|een|iedere?|elke|alle|natuurlijke?)\s+)*"
    rb"(?:persoon|personen|degenen?|diegene|eenieder|ieder(?:een)?(?= die)|iemand|inwoners?|mensen|burger|jongere|wie"
    # nor does that of a number or a decision ("ministerieel aantal: aantal dienstbetrekkingen …")
    rb"|(?:\w+ )?(?:aantal|aantallen|minimum\w*|getal|omvang|advies|besluit|vaststelling|lijst|bedrag|budget|regeling|artikel|commissie))\b"
)
_HIERNA = re.compile(rb"hierna(?: te noemen| ook)?:? *['\"]?(?:de |het |een )?([a-z][a-z -]{3,40}?)['\"]?[,);]")


@dataclass
class Context:
    """The passages of a document sorted by what they do."""

    laag: Tekstlaag
    verwijzingen: Sequence[GeplaatsteVerwijzing] = ()
    # by id of a rule (kept alive beside it), the first or all: the places that meet it, whatever the day
    gevonden: dict[tuple[int, bool], tuple[Regel, Sequence[Plaats]]] = field(default_factory=dict, repr=False)
    # by name of an onderzoek: what it found, where that does not hang on the day
    onderzocht: dict[str, Bevinding | NietTeBeoordelen] = field(default_factory=dict, repr=False)
    _onder_kop: dict[tuple[str, bool], int] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Let the terms that the document itself defines for beschut werk count as such, also within other concepts."""
        self.gevouwen = self.laag.gevouwen  # as written: own terms still stand in it
        if termen := self._eigen_termen():
            self.laag = self.laag.met_eigen_termen(termen)
            self.__dict__.pop("_begrippen", None)

    def passages(self, waar: Waar) -> tuple[Passage, ...]:
        """The passages that a rule with this ``waar`` looks at."""
        return self._per_waar[waar]

    def verzameling(self, waar: Waar) -> int:
        """These passages as a set."""
        return self._verzamelingen[waar]

    @cached_property
    def _verzamelingen(self) -> dict[Waar, int]:
        return {waar: verzameling(passage.nr for passage in passages) for waar, passages in self._per_waar.items()}

    def hele_artikelen(self, passages: int) -> int:
        """All passages of the articles in which one of ``passages`` stands; what stands in no article goes together."""
        return samen(artikel for artikel in self._artikelen if artikel & passages)

    @cached_property
    def _artikelen(self) -> Sequence[int]:
        per_artikel: dict[int, int] = {}
        for passage in self.laag.passages:
            per_artikel[passage.artikel_nr] = per_artikel.get(passage.artikel_nr, 0) | 1 << passage.nr
        return tuple(per_artikel.values())

    def onder_kop_met(self, begrip: str, *, eigen: bool = False) -> int:
        """The passages of the articles with the concept in their heading; with ``eigen`` in their own, not the chapter's."""
        if (begrip, eigen) not in self._onder_kop:
            koppen = self._eigen_koppen_met(begrip) if eigen else self.laag.index.met(begrip, self._koppen)
            self._onder_kop[begrip, eigen] = self.hele_artikelen(koppen)
        return self._onder_kop[begrip, eigen]

    def _eigen_koppen_met(self, begrip: str) -> int:
        koppen = (self.laag.passages[nr] for nr in nummers(self.laag.index.met(begrip, self._koppen)))
        return verzameling(kop.nr for kop in koppen if self._eigen_kop(kop, begrip))

    @cached_property
    def _koppen(self) -> int:
        return verzameling(kop.nr for kop in self.laag.koppen.values())

    @cached_property
    def geregeld(self) -> bool:
        """Whether beschut werk is regulated: in an article of its own, in the whole document, or by an offer in some lid."""
        return bool(self.kern) or any(
            True
            for begrip in ("plicht_aanbod_beschut_werk", "bevoegd_aanbod_beschut_werk")
            for passage in self.passages(Waar.BESCHUT_WERK)
            if not self._over_iets_anders(passage)
            for _ in self.laag.spans(passage, begrip)
        )

    def _over_iets_anders(self, passage: Passage) -> bool:
        """Whether the article's own heading names another subject, such as loonkostensubsidie, that beschut werk is only mentioned in."""
        kop = self.laag.koppen.get(passage.artikel_nr)
        if kop is None or passage.artikel_nr in self.kern or self._eigen_kop(kop, "dienst"):
            return False
        return self._eigen_kop(kop, "kop_ander_onderwerp")

    def gaat_over_beschut_werk(self, artikel_nr: int) -> bool:
        """Whether the article's own heading names beschut werk: then all of its rules belong there."""
        kop = self.laag.koppen.get(artikel_nr)
        return kop is not None and self._eigen_kop(kop, "beschut_werk")

    @cached_property
    def kern(self) -> frozenset[int]:
        """Indexes of the articles that are about beschut werk."""
        laag = self.laag
        if laag.regeling.onderwerp is Onderwerp.LOSSE_BESCHUT_WERK or self._titel_noemt_beschut_werk():
            return frozenset(nr for nr in laag.per_artikel if nr not in self._begrippen | self._slot)
        kern = set()
        for nr, leden in laag.per_artikel.items():
            if nr in self._begrippen or nr in self._slot or nr in self._uitgezonderd:
                continue
            kop = laag.koppen.get(nr)
            if kop is not None and laag.heeft(kop, "beschut_werk"):
                kern.add(nr)
                continue
            if kop is not None and laag.heeft(kop, "kop_ander_onderwerp"):
                continue
            begint_ermee = laag.heeft(leden[0], "beschut_werk") and not laag.heeft(leden[0], "zorgtaken")
            if begint_ermee or (nr - 1 in kern and kop is not None and self._vervolgt(kop, leden)):
                kern.add(nr)
        return frozenset(kern | self._rest_van_hoofdstukken(kern))

    def _rest_van_hoofdstukken(self, kern: set[int]) -> set[int]:
        """The other articles of a chapter that begins with the offer of beschut werk and has no other subject.

        Such a chapter need not name beschut werk in every article ("Wat voor baan is het?").
        """
        hoofdstukken: dict[bytes, list[int]] = {}
        for nr, kop in self.laag.koppen.items():
            if naam := self._hoofdstuk(kop):
                hoofdstukken.setdefault(naam, []).append(nr)
        rest: set[int] = set()
        for nrs in hoofdstukken.values():
            if nrs[0] in kern and len(nrs) <= _KLEIN_HOOFDSTUK and self._begint_met_aanbod(nrs[0]) and not self._noemt_ander(nrs):
                rest.update(nrs)
        return rest - self._begrippen - self._slot

    def _hoofdstuk(self, kop: Passage) -> bytes:
        """The headings of the chapter and paragraph in which an article stands, folded; empty when there are none."""
        eigen, _, hoger = kop.stukken[0].alinea.tekst.partition(" / ")
        return self.laag.gevouwen[kop.start + len(eigen) + 3 : kop.eind] if hoger else b""

    def _begint_met_aanbod(self, nr: int) -> bool:
        leden = self.laag.per_artikel[nr]
        return any(self.laag.heeft(lid, "beschut_werk") and self.laag.heeft(lid, "plicht_aanbod_beschut_werk") for lid in leden)

    def _noemt_ander(self, nrs: Sequence[int]) -> bool:
        """Whether the chapter, or an article in it, has a heading that names another subject, or voorzieningen in general."""
        koppen = [self.laag.koppen[nr] for nr in nrs]
        return any(self.laag.heeft(kop, begrip) for kop in koppen for begrip in ("kop_ander_onderwerp", "hoofdstuk_breder"))

    def _titel_noemt_beschut_werk(self) -> bool:
        """Whether the title of the document is about beschut werk and nothing wider: then all of its articles are."""
        titel = fold(self.laag.regeling.opschrift or "").encode("ascii", "replace")
        vind = self.laag.begrippen.vind
        return bool(titel and vind("beschut_werk", titel) and not vind("titel_breder", titel))

    def _vervolgt(self, kop: Passage, leden: Sequence[Passage]) -> bool:
        """Whether an article goes on about the one before it: the time before the work begins, the number of places."""
        in_kop = any(self._eigen_kop(kop, begrip) for begrip in ("fase_strikt", "vervolg_beschut_werk"))
        return in_kop or any(self.laag.heeft(passage, "fase_strikt") for passage in leden)

    @cached_property
    def verwijst_naar(self) -> dict[int, tuple[Passage, ...]]:
        """Per passage (nr) the other passages of this text that it refers to, by article number or by a defined term."""
        op_alinea = {stuk.alinea.nr: passage for passage in self.laag.passages if not passage.is_kop for stuk in passage.stukken}
        op_nummer: dict[str, int] = {}
        for nr, leden in self.laag.per_artikel.items():
            op_nummer.setdefault((leden[0].artikel or "").lower(), nr)
        gevonden: dict[int, dict[int, Passage]] = {}
        for geplaatst in self.verwijzingen:
            bron = op_alinea.get(geplaatst.alinea)
            verwijzing = geplaatst.opgelost.verwijzing
            if bron is None or verwijzing.soort != "intern":
                continue
            for passage in (passage for doel in verwijzing.doelen for passage in self._aangewezen(doel, bron, op_nummer)):
                gevonden.setdefault(bron.nr, {})[passage.nr] = passage
        for term, definitie in self._definities:
            for plek in term.finditer(self.laag.gevouwen):
                passage = self.laag.passage_op(plek.start())
                if passage.artikel_nr not in self._begrippen and not passage.is_kop:
                    gevonden.setdefault(passage.nr, {})[definitie.nr] = definitie
        return {nr: tuple(doelen.values()) for nr, doelen in gevonden.items()}

    def _aangewezen(self, doel: Doel, bron: Passage, op_nummer: dict[str, int]) -> Iterator[Passage]:
        """The other leden that ``doel`` points to; "voor de toepassing van dit artikel" points at no rule in it."""
        if doel.artikel is None and doel.lid is None:
            return
        artikel_nr = op_nummer.get(doel.artikel.lower(), -1) if doel.artikel else bron.artikel_nr
        for passage in self.laag.per_artikel.get(artikel_nr, ()):
            if passage.nr != bron.nr and (doel.lid is None or passage.lid == doel.lid):
                yield passage

    def doelen(self, bronnen: int) -> int:
        """The passages that those of ``bronnen`` refer to."""
        return self._doelen.van(bronnen)

    def bronnen(self, doelen: int) -> int:
        """The passages that refer to those of ``doelen``."""
        return self._bronnen.van(doelen)

    @cached_property
    def _doelen(self) -> Verband:
        return Verband((bron, doel.nr) for bron, doelen in self.verwijst_naar.items() for doel in doelen)

    @cached_property
    def _bronnen(self) -> Verband:
        return Verband((doel.nr, bron) for bron, doelen in self.verwijst_naar.items() for doel in doelen)

    @cached_property
    def _definities(self) -> list[tuple[re.Pattern[bytes], Passage]]:
        """Terms for a set of voorzieningen ("ondersteuningspakket: begeleiding en …") with the passage that defines them."""
        laag = self.laag
        gevonden = []
        for nr in self._begrippen:
            for passage in laag.per_artikel.get(nr, ()):
                tekst = laag.gevouwen[passage.start : passage.eind]
                term = _BEGRIP.match(tekst)
                if (
                    term
                    and len(term[1]) > 4
                    and not laag.begrippen.vind("beschut_werk", tekst)
                    and not laag.begrippen.vind("persoon_of_groep", term[1])
                ):
                    gevonden.append((re.compile(rb"\b" + re.escape(term[1]) + rb"(?:en|s)?\b"), passage))
        return gevonden

    @property
    def begripsartikelen(self) -> frozenset[int]:
        """Indexes of the articles that define terms."""
        return self._begrippen

    @cached_property
    def _begrippen(self) -> frozenset[int]:
        return self._artikelen_met("kop_begrippen", "verstaan_onder")

    @cached_property
    def _slot(self) -> frozenset[int]:
        return self._artikelen_met("kop_slot")

    @cached_property
    def _verdeelt(self) -> frozenset[int]:
        """Indexes of the articles on the fair distribution of voorzieningen, which name beschut werk as one of the circumstances."""
        return self._artikelen_met("kop_verdeling") - self.kern

    @cached_property
    def _uitgezonderd(self) -> frozenset[int]:
        """Indexes of the articles that say of themselves not to hold for beschut werk."""
        artikelen = {passage.artikel_nr for passage in self.laag.passages_met("artikel_zonder_beschut_werk") if not passage.is_kop}
        return frozenset(nr for nr in artikelen if not self.gaat_over_beschut_werk(nr))

    @cached_property
    def _uitgezonderde_leden(self) -> frozenset[int]:
        """Passages (nr) of which another lid says that they do not hold for beschut werk ("Het eerste lid geldt niet voor …")."""
        laag = self.laag
        return frozenset(
            doel.nr
            for passage in laag.passages_met("lid_zonder_beschut_werk")
            if not passage.is_kop
            for doel in self.verwijst_naar.get(passage.nr, ())
            if doel.artikel_nr == passage.artikel_nr
        )

    def _artikelen_met(self, kop_begrip: str, begin_begrip: str | None = None) -> frozenset[int]:
        laag = self.laag
        uit_kop = {laag.passages[nr].artikel_nr for nr in nummers(self._eigen_koppen_met(kop_begrip))}
        uit_begin = {nr for nr, leden in laag.per_artikel.items() if begin_begrip and laag.heeft(leden[0], begin_begrip)}
        return frozenset(uit_kop | uit_begin)

    def _eigen_kop(self, kop: Passage, begrip: str) -> bool:
        """Whether the article's own heading (not the chapter's) holds the concept."""
        tekst = kop.stukken[0].alinea.tekst
        eigen = kop.start + len(tekst.split(" / ", 1)[0])
        return any(span.start < eigen for span in self.laag.spans(kop, begrip, ontkend=None))

    @cached_property
    def _per_waar(self) -> dict[Waar, tuple[Passage, ...]]:
        lichaam = tuple(passage for passage in self.laag.passages if passage.deel is Deel.LICHAAM and not passage.is_kop)
        buiten = self._begrippen | self._slot
        operatief = tuple(passage for passage in lichaam if passage.artikel_nr not in buiten)
        kern = tuple(passage for passage in operatief if passage.artikel_nr in self.kern and passage.nr not in self._uitgezonderde_leden)
        heeft_artikelen = bool(self.laag.per_artikel)
        over = tuple(passage for passage in operatief if self._over_beschut_werk(passage)) if heeft_artikelen else operatief
        return {
            Waar.BESCHUT_WERK: over,
            Waar.BESCHUT_WERK_KERN: kern if heeft_artikelen else operatief,
            Waar.OPERATIEF: operatief,
            Waar.OPERATIEF_OVERIG: tuple(passage for passage in operatief if passage.artikel_nr not in self.kern),
            Waar.BEGRIPPEN: tuple(passage for passage in lichaam if passage.artikel_nr in self._begrippen),
            Waar.LICHAAM: lichaam,
            Waar.AANHEF: tuple(passage for passage in self.laag.passages if passage.deel is Deel.AANHEF),
            Waar.TOELICHTING: tuple(passage for passage in self.laag.passages if passage.deel is Deel.TOELICHTING),
        }

    def _over_beschut_werk(self, passage: Passage) -> bool:
        """In an article on beschut werk, or a lid that names it or refers to such an article."""
        if passage.nr in self._uitgezonderde_leden:
            return False
        if passage.artikel_nr in self.kern:
            return True
        if passage.artikel_nr in self._uitgezonderd | self._verdeelt:
            return False
        if self.laag.heeft(passage, "beschut_werk"):
            return not self.laag.heeft(passage, "zorgtaken")
        return any(doel.artikel_nr in self.kern for doel in self.verwijst_naar.get(passage.nr, ()))

    def _eigen_termen(self) -> frozenset[bytes]:
        """Terms that the definitions give to beschut werk ("ontwikkelbaan: dienstbetrekking als bedoeld in artikel 10b")."""
        laag = self.laag
        termen: set[bytes] = set()
        for nr in self._begrippen:
            for passage in laag.per_artikel.get(nr, ()):
                tekst = laag.gevouwen[passage.start : passage.eind]
                term = _BEGRIP.match(tekst)
                kern = laag.begrippen.vind("beschut_werk", tekst) or laag.begrippen.vind("beschut_werk_omschreven", tekst)
                if term and kern and not laag.begrippen.vind("persoon_of_groep", term[1]) and not _PERSOON.match(tekst, term.end()):
                    termen.add(term[1])
        for passage in laag.passages_met("beschut_werk"):
            termen.update(match[1] for match in _HIERNA.finditer(laag.gevouwen, passage.start, passage.eind))
        return frozenset(term for term in termen if len(term) > 3 and not laag.begrippen.vind("beschut_werk", term))
