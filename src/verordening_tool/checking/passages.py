"""The text of a Regeling as passages (one per lid or paragraph), ready to be searched.

All passages share one folded text, so that each concept is searched once per document. Offsets lead back to the
alinea, and so to the literal quote.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from verordening_tool.checking.concept_index import ConceptIndex
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Alinea, Artikel, Lid, Onderdeel, Regeling, Soort
from verordening_tool.language.begrippen import Begrippen, Span
from verordening_tool.language.folding import fold
from verordening_tool.language.ontkenning import ONTKENNINGEN, is_ontkend, ontkende_stukken
from verordening_tool.language.verzameling import nummers
from verordening_tool.language.zinnen import is_aangehaald, splits

_OPSOMMING = re.compile(rb": ?(?:\n|[a1][.)]|[-*] )")  # the colon before the first item
_VERVOLG = re.compile(r"(?:Dan|Daarna|In dat geval|Dit maximum|Dat maximum|Deze grens|Die grens)\b")
_HELE_ZIN = re.compile(r"[^a-z].*[.?!]\s*", re.DOTALL)


_TERM = re.compile(r"[^:.;]{2,60}:\s")  # "term: meaning"
_STAND_IN = b"bwx"  # a word form of beschut_werk that no text has
_STAND_IN_DIENST = b"bwxdienst"  # and one of a dienstbetrekking too


_LONG_VOWEL = re.compile(rb"(aa|ee|oo|uu)([bdfgklmnprst])$")


def _verbogen(term: bytes) -> list[bytes]:
    """A folded noun and its plural and diminutive, as patterns: plek, plekken; baan, banen, baantje."""
    vormen = [re.escape(term) + rb"(?:en|n|s|t?je|t?jes)?", re.escape(term + term[-1:]) + b"en"]
    if lang := _LONG_VOWEL.search(term):
        vormen.append(re.escape(term[: lang.start()] + lang[1][:1] + lang[2]) + b"en")
    return vormen


class Stuk(NamedTuple):
    """The text of one alinea within the shared text."""

    start: int
    alinea: Alinea
    onderdeel: str | None = None

    @property
    def eind(self) -> int:
        """End in the shared text."""
        return self.start + len(self.alinea.tekst)


class Passage(NamedTuple):
    """A lid, a heading or a paragraph of running text."""

    nr: int
    deel: Deel
    stukken: tuple[Stuk, ...]
    artikel: str | None = None
    artikel_nr: int = -1  # index of the article in the Regeling: numbers may be doubled
    lid: str | None = None
    is_kop: bool = False

    @property
    def start(self) -> int:
        """Start in the shared text."""
        return self.stukken[0].start

    @property
    def eind(self) -> int:
        """End in the shared text."""
        return self.stukken[-1].eind

    def letterlijk(self, span: Span) -> str:
        """A stretch of the passage as written, as long as the folded one."""
        begin, eind = span
        stukken = (stuk for stuk in self.stukken if stuk.start < eind and begin < stuk.eind)
        return "\n".join(stuk.alinea.tekst[max(begin - stuk.start, 0) : eind - stuk.start] for stuk in stukken)


@dataclass
class Tekstlaag:
    """All passages of a Regeling with their concepts, sentences and negations (found when asked for, then kept)."""

    regeling: Regeling
    begrippen: Begrippen
    passages: tuple[Passage, ...]
    gevouwen: bytes
    _zinnen: dict[int, tuple[Span, ...]] = field(default_factory=dict)
    _ontkend: dict[int, tuple[Span, ...]] = field(default_factory=dict)

    @cached_property
    def koppen(self) -> dict[int, Passage]:
        """The heading of each article, by index of the article."""
        return {passage.artikel_nr: passage for passage in self.passages if passage.is_kop}

    @cached_property
    def per_artikel(self) -> dict[int, tuple[Passage, ...]]:
        """The leden of each article, by index of the article."""
        groepen: dict[int, list[Passage]] = {}
        for passage in self.passages:
            if passage.artikel_nr >= 0 and not passage.is_kop:
                groepen.setdefault(passage.artikel_nr, []).append(passage)
        return {nr: tuple(groep) for nr, groep in groepen.items()}

    @cached_property
    def per_alinea(self) -> dict[int, Passage]:
        """The passage of each alinea, by number of the alinea."""
        return {stuk.alinea.nr: passage for passage in self.passages for stuk in passage.stukken}

    @cached_property
    def index(self) -> ConceptIndex:
        """Where the concepts stand."""
        return ConceptIndex(self.begrippen, self.gevouwen, self.passages)

    def spans(self, passage: Passage, begrip: str, *, ontkend: bool | None = False) -> Sequence[Span]:
        """Places of a concept in a passage: not negated (default), negated (True) or either (None)."""
        gevonden = self.index.spans(passage.nr, begrip)
        if ontkend is None or not gevonden:
            return gevonden
        stukken = self.ontkend(passage)
        return [span for span in gevonden if is_ontkend(span, stukken) == ontkend] if stukken or ontkend else gevonden

    def heeft(self, passage: Passage, begrip: str) -> bool:
        """Whether the passage holds a place of the concept, negated or not."""
        return bool(self.index.spans(passage.nr, begrip))

    def passages_met(self, begrip: str) -> list[Passage]:
        """Every passage with a place of the concept."""
        return [self.passages[nr] for nr in nummers(self.index.met(begrip))]

    def passage_op(self, plek: int) -> Passage:
        """The passage that holds an offset of the shared text."""
        return self.passages[max(bisect_right(self._starts, plek) - 1, 0)]

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.start for passage in self.passages]

    def met_eigen_termen(self, termen: Iterable[bytes]) -> Tekstlaag:
        """The same text in which each of ``termen`` (folded) stands for beschut werk, wherever a concept looks for that.

        The stand-in is as long as the term, so that every offset and quote stays as it was.
        """
        vormen = b"|".join(vorm for term in sorted(termen, key=lambda term: (-len(term), term)) for vorm in _verbogen(term))
        patroon = re.compile(rb"(?<!\bin )\b(?:" + vormen + rb")\b|\b(?:" + vormen + rb")\b(?! van\b)")

        def stand_in(match: re.Match[bytes]) -> bytes:
            dienst = len(match[0]) >= len(_STAND_IN_DIENST) and self.begrippen.vind("dienst_strikt", match[0])
            return (_STAND_IN_DIENST if dienst else _STAND_IN).ljust(len(match[0]))

        vervangen = patroon.sub(stand_in, self.gevouwen)
        return Tekstlaag(self.regeling, self.begrippen, self.passages, vervangen)

    def zinnen(self, passage: Passage) -> tuple[Span, ...]:
        """The sentences of a passage; an enumeration is one sentence with the words that introduce it, a question one with its answer."""
        if passage.nr not in self._zinnen:
            self._zinnen[passage.nr] = tuple(self._bepaal_zinnen(passage))
        return self._zinnen[passage.nr]

    def ontkend(self, passage: Passage) -> tuple[Span, ...]:
        """The stretches of a passage under a negation."""
        if passage.nr not in self._ontkend:
            self._ontkend[passage.nr] = tuple(self._bepaal_ontkend(passage))
        return self._ontkend[passage.nr]

    def plaatsen(self, passage: Passage, spans: Iterable[Span], bericht: str | None = None) -> list[Plaats]:
        """A literal quote per alinea that holds one of ``spans``: the sentence around them."""
        plaatsen = []
        for stuk in passage.stukken:
            binnen = [span for span in spans if stuk.start <= span.start < stuk.eind]
            if not binnen:
                continue
            zinnen = splits(stuk.alinea.tekst) or (Span(0, len(stuk.alinea.tekst)),)
            eerste, laatste = min(span.start for span in binnen) - stuk.start, max(span.start for span in binnen) - stuk.start
            start = max((zin.start for zin in zinnen if zin.start <= eerste), default=0)
            eind = min((zin.eind for zin in zinnen if zin.eind > laatste), default=len(stuk.alinea.tekst))
            plaatsen.append(_citeer(passage, stuk, start, eind, bericht))
        return plaatsen

    def hele_plaats(self, passage: Passage, bericht: str | None = None) -> Plaats:
        """The first alinea of a passage as a quote."""
        stuk = passage.stukken[0]
        return _citeer(passage, stuk, 0, len(stuk.alinea.tekst), bericht)

    def _bepaal_zinnen(self, passage: Passage) -> Iterator[Span]:
        opsomming: Span | None = None
        for stuk in passage.stukken:
            if opsomming and stuk.onderdeel:
                opsomming = Span(opsomming.start, stuk.eind)
                continue
            if opsomming:
                yield opsomming
                opsomming = None
            zinnen = [Span(stuk.start + zin.start, stuk.start + zin.eind) for zin in _voeg_samen(stuk.alinea.tekst)]
            if zinnen and (stuk.onderdeel or stuk.alinea.tekst.rstrip().endswith(":")):
                opsomming = zinnen.pop()
            yield from zinnen
        if opsomming:
            yield opsomming

    def _bepaal_ontkend(self, passage: Passage) -> Iterator[Span]:
        if not any(self.index.mogelijk(ontkenning) >> passage.nr & 1 for ontkenning in ONTKENNINGEN):
            return
        for zin in self.zinnen(passage):
            for stuk in ontkende_stukken(self.begrippen, self.gevouwen[zin.start : zin.eind]):
                start, eind = zin.start + stuk.start, zin.start + stuk.eind
                # "… worden niet aangeboden:" negates the whole enumeration behind it
                tot_opsomming = _OPSOMMING.match(self.gevouwen, eind) is not None
                yield Span(start, zin.eind if tot_opsomming else eind)


def _voeg_samen(tekst: str) -> list[Span]:
    """The sentences of an alinea; a question is one with its answer, and what begins with "Dan" or "Daarna" with what it follows.

    "Hebt u nog geen werkplek? Dan krijgt u scholing." is a condition with its consequence, cut in two for the reader's ease.
    """
    zinnen: list[Span] = []
    for zin in splits(tekst):
        if zinnen and (tekst[zinnen[-1].eind - 1] == "?" or _VERVOLG.match(tekst, zin.start)):
            zinnen[-1] = Span(zinnen[-1].start, zin.eind)
        else:
            zinnen.append(zin)
    return zinnen


def _citeer(passage: Passage, stuk: Stuk, start: int, eind: int, bericht: str | None) -> Plaats:
    """The characters ``start`` to ``eind`` of one alinea as a quote, with the rest of that alinea around it."""
    tekst = stuk.alinea.tekst
    return Plaats(
        passage.deel,
        tekst[start:eind],
        passage.artikel,
        passage.lid,
        stuk.onderdeel,
        stuk.alinea.nr,
        bericht,
        voor=tekst[:start],
        na=tekst[eind:],
    )


@dataclass
class _Bouwer:
    """Collects passages and the text they share."""

    passages: list[Passage] = field(default_factory=list)
    tekst: list[str] = field(default_factory=list)
    lengte: int = 0

    def voeg_toe(self, deel: Deel, alineas: list[tuple[Alinea, str | None]], *, artikel: Artikel | None = None, artikel_nr: int = -1,
                 lid: str | None = None, is_kop: bool = False) -> None:  # fmt: skip
        stukken = []
        for alinea, onderdeel in alineas:
            if not alinea.tekst:
                continue
            stukken.append(Stuk(self.lengte, alinea, onderdeel))
            self.tekst.append(alinea.tekst)
            self.lengte += len(alinea.tekst) + 1
        if stukken:
            nummer = artikel.nummer if artikel else None
            self.passages.append(Passage(len(self.passages), deel, tuple(stukken), nummer, artikel_nr, lid, is_kop))


def _onderdelen(onderdelen: tuple[Onderdeel, ...], voor: str = "") -> Iterator[tuple[Alinea, str | None]]:
    for onderdeel in onderdelen:
        label = f"{voor}, {onderdeel.nummer}" if voor else onderdeel.nummer
        yield from ((alinea, label) for alinea in onderdeel.alineas)
        yield from _onderdelen(onderdeel.onderdelen, label)


def _alineas(lid: Lid) -> list[tuple[Alinea, str | None]]:
    alles: list[tuple[Alinea, str | None]] = [(alinea, None) for alinea in lid.alineas]
    alles.extend(_onderdelen(lid.onderdelen))
    return sorted(alles, key=lambda paar: paar[0].nr)


def maak_tekstlaag(regeling: Regeling, begrippen: Begrippen) -> Tekstlaag:
    """The passages of ``regeling``: articles (of a wijzigingsverordening the inserted ones), gelet op, running text, toelichting."""
    bouwer = _Bouwer()
    for alinea in regeling.aanhef.gelet_op:
        bouwer.voeg_toe(Deel.AANHEF, [(alinea, None)])
    for nr, artikel in enumerate(te_beoordelen_artikelen(regeling)):
        kop = Alinea(artikel.kop.nr if artikel.kop else -1, " / ".join((artikel.opschrift or "", *reversed(artikel.pad))))
        bouwer.voeg_toe(Deel.LICHAAM, [(kop, None)], artikel=artikel, artikel_nr=nr, is_kop=True)
        begripsartikel = _heeft(begrippen, "kop_begrippen", artikel.opschrift or "")
        for lid in artikel.leden:
            alineas = _alineas(lid)
            definieert = begripsartikel or (alineas and _heeft(begrippen, "verstaan_onder", alineas[0][0].tekst))
            for groep in _definities(lid) if definieert else _als_leden(lid) or [alineas]:
                bouwer.voeg_toe(Deel.LICHAAM, groep, artikel=artikel, artikel_nr=nr, lid=lid.nummer)
    for alinea in regeling.lopende_tekst:
        if is_aangehaald(alinea.tekst):
            continue
        bouwer.voeg_toe(Deel.LICHAAM, [(alinea, None)])
    for alinea in regeling.toelichting.alineas:
        bouwer.voeg_toe(Deel.TOELICHTING, [(alinea, None)])
    for bijlage in regeling.bijlagen:
        for alinea in bijlage.alineas:
            bouwer.voeg_toe(Deel.BIJLAGE, [(alinea, None)])
    gevouwen = fold("\n".join(bouwer.tekst)).encode("ascii", "replace")
    return Tekstlaag(regeling, begrippen, tuple(bouwer.passages), gevouwen)


def _als_leden(lid: Lid) -> list[list[tuple[Alinea, str | None]]]:
    """Onderdelen that nothing introduces and that are whole sentences stand on their own, as leden do; empty for an enumeration."""
    eigen = any(alinea.tekst.strip() for alinea in lid.alineas)
    groepen = [list(_onderdelen((onderdeel,))) for onderdeel in lid.onderdelen]
    heel = all(groep and _HELE_ZIN.fullmatch(groep[-1][0].tekst) and _HELE_ZIN.match(groep[0][0].tekst) for groep in groepen)
    return groepen if heel and not eigen and len(groepen) > 1 else []


def _definities(lid: Lid) -> list[list[tuple[Alinea, str | None]]]:
    """Definitions are used one by one: each is a passage of its own (term and meaning may stand in two cells)."""
    groepen: list[list[tuple[Alinea, str | None]]] = [[(alinea, None)] for alinea in lid.alineas]
    for onderdeel in lid.onderdelen:
        groepen.append([])
        for paar in _onderdelen((onderdeel,)):
            if groepen[-1] and _TERM.match(paar[0].tekst):
                groepen.append([])
            groepen[-1].append(paar)
    return sorted(groepen, key=lambda groep: groep[0][0].nr if groep else -1)


def _heeft(begrippen: Begrippen, begrip: str, tekst: str) -> bool:
    return bool(begrippen.vind(begrip, fold(tekst).encode("ascii", "replace")))


def te_beoordelen_artikelen(regeling: Regeling) -> tuple[Artikel, ...]:
    """The articles whose text is judged: the own ones, or what a wijzigingsverordening inserts."""
    if not regeling.wijzigingen or (regeling.soort is Soort.VERORDENING and len(regeling.artikelen) > len(regeling.wijzigingen)):
        return regeling.artikelen
    ingevoegd: list[Artikel] = []
    for wijziging in regeling.wijzigingen:
        ingevoegd.extend(wijziging.artikelen)
        if wijziging.leden:
            nummer = re.search(r"artikel\s+([\w.:]+)", wijziging.doel or "", re.IGNORECASE)
            ingevoegd.append(Artikel(nummer[1] if nummer else "", None, wijziging.leden))
        elif wijziging.tekst and not wijziging.artikelen:
            nummer = re.search(r"artikel\s+([\w.:]+)", wijziging.doel or "", re.IGNORECASE)
            ingevoegd.append(Artikel(nummer[1] if nummer else "", None, (Lid(None, wijziging.tekst),)))
    return tuple(ingevoegd)
