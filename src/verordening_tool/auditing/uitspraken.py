"""What a gemeente says in running text: its sentences, who speaks in them, and the facts that rules find there.

Letters, proposals and notes tell also what others do and think: other gemeenten, the Inspectie, the law, critics. Such sentences do not
count, unless our gemeente joins them ("ook wij"), nor do those that are contradicted in the same sentence or the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import takewhile

from verordening_tool._paths import data_map
from verordening_tool.auditing.feitregels import Feitregel
from verordening_tool.auditing.vindplaatsen import Vindplaatsen
from verordening_tool.checking.context import Context
from verordening_tool.checking.nabijheid import Nabijheid, Omgeving
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.passages import Passage
from verordening_tool.document.blok import Deel
from verordening_tool.language.begrippen import Begrippen, Span
from verordening_tool.language.folding import fold
from verordening_tool.norms.loader import lees_begrippen, lees_normen
from verordening_tool.structure.gemeente import genoemd

_IN_DELEN = frozenset({Deel.LICHAAM, Deel.TOELICHTING, Deel.BIJLAGE})
_ZINSDEEL = re.compile(rb"[;:,]|\b(?:en|maar|terwijl|want|omdat|waardoor|zodat|bovendien|daarnaast)\b")
_ARTIKELKOP = re.compile(
    rb"(?:artikel|hoofdstuk|paragraaf|afdeling) [0-9ivx]+[^.;]{0,80}$"
)  # in the notes: names what follows, says nothing
_WIJ = b"wij"
_DEN_HAAG = frozenset({"den haag", "'s-gravenhage"})
_JA_OF_NEE = 6  # letters
_ANTWOORDT = re.compile(rb"(?:ja|nee|neen|kan|kan-bepaling|niet|wel)\b.{0,50}$")  # a cell that begins with the answer
_VOORWAARDE = re.compile(rb"\b(?:als|indien|wanneer|zolang|zodra|tenzij|mocht|stel|voordat|totdat|zou|zouden|bij wie|wie|of)\b[^,;]*$")


@cache
def begrippen() -> Begrippen:
    """The concepts of the checks and those of an audit, which go before a namesake; patterns are compiled when first asked for."""
    vormen = dict(lees_normen().vormen)
    for bestand in sorted((data_map("checks") / "begrippen" / "audit").glob("*.yaml")):
        vormen.update(lees_begrippen(bestand))
    return Begrippen(vormen)


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence of running text. ``met``: what is read along with it, the rest of its row of a table or of its enumeration."""

    passage: Passage
    span: Span
    nabij: Nabijheid
    met: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Treffer:
    """A rule that is met in a sentence, at ``span`` of the shared text."""

    sleutel: str
    zin: Zin
    span: Span
    plaats: Plaats


def _met_eigen_naam(gevouwen: bytes, gemeente: str | None) -> bytes:
    """The text in which the name of our gemeente stands for "wij", at the same offsets: "Zwolle biedt …" is what we say of ourselves."""
    naam = fold(gemeente or "").encode("ascii", "replace")
    if len(naam) < len(_WIJ):
        return gevouwen
    return re.sub(rb"\b" + re.escape(naam) + rb"\b", _WIJ.ljust(len(naam)), gevouwen)


class Uitspraken:
    """The sentences of one document in which our gemeente speaks, ready to be searched."""

    def __init__(self, context: Context, gemeente: str | None) -> None:
        """``gemeente``: our own name, when it is known."""
        self.laag = context.laag
        self.omgeving = Omgeving(context)
        self.gevouwen = _met_eigen_naam(context.laag.gevouwen, gemeente)
        self.marges: dict[Span, Mapping[str, float]] = {}  # what gewogen reckoned for a sentence, kept
        self._vindplaatsen = Vindplaatsen(begrippen(), self.gevouwen, self.laag.passages)
        self._gemeente = (gemeente or "").casefold()

    @cached_property
    def misschien_eigen(self) -> tuple[Zin, ...]:
        """The sentences outside articles, anywhere near beschut werk, that are not taken back and not about another gemeente."""
        alle = (
            Zin(passage, span, self.omgeving.van(passage, span))
            for passage in self.laag.passages
            if passage.artikel_nr < 0 and passage.deel in _IN_DELEN and not _ARTIKELKOP.match(self.gevouwen, passage.start, passage.eind)
            for span in self.laag.zinnen(passage)
        )
        nabij = (zin for zin in alle if zin.nabij > Nabijheid.GEEN)
        return tuple(zin for zin in nabij if not self._teruggenomen(zin) and not self._over_een_ander(self.rij(zin)))

    @cached_property
    def zinnen(self) -> tuple[Zin, ...]:
        """Those in which nobody but our gemeente speaks."""
        return tuple(zin for zin in self.misschien_eigen if not self._ander_spreekt(zin))

    def heeft(self, zin: Zin, begrip: str, *, ontkend: bool | None = None) -> bool:
        """Whether the sentence holds the concept (by default negated or not)."""
        return bool(self.spans(zin, begrip, ontkend=ontkend))

    def spans(self, zin: Zin, begrip: str, *, ontkend: bool | None = False) -> list[Span]:
        """The places of a concept in the sentence: not negated (default), negated (True), either (None)."""
        gevonden = self._vindplaatsen.spans(zin.passage.nr, zin.span, begrip, ontkend=ontkend)
        for passage in zin.met:
            gevonden += self.spans(Zin(passage, Span(passage.start, passage.eind), zin.nabij), begrip, ontkend=ontkend)
        return gevonden

    def zonder(self, laat_weg: Callable[[Zin], bool]) -> Uitspraken:
        """The same text, of which some sentences do not count."""
        ander = copy(self)
        ander.misschien_eigen = tuple(zin for zin in self.misschien_eigen if not laat_weg(zin))
        ander.zinnen = tuple(zin for zin in self.zinnen if not laat_weg(zin))
        return ander

    def begrippen(self, zin: Zin, namen: Iterable[str]) -> dict[str, bool]:
        """Those of the concepts ``namen`` that stand in the sentence itself, and whether they are denied there."""
        return self._vindplaatsen.begrippen(zin.passage.nr, zin.span, namen)

    def voorwaardelijk(self, zin: Zin, span: Span) -> bool:
        """Whether the place stands in a condition or supposition, or tells of earlier days."""
        voor = self.gevouwen[zin.span.start : span.start]
        return _VOORWAARDE.search(voor) is not None or self.heeft(zin, "vroeger")

    def alle(self, sleutel: str, regels: Sequence[Feitregel]) -> Iterator[Treffer]:
        """The sentences that meet one of ``regels``, in reading order."""
        for zin in self.zinnen:
            if (span := self.voldoet(zin, regels)) is not None:
                yield Treffer(sleutel, zin, span, self.plaats(span))

    def voldoet(self, zin: Zin, regels: Sequence[Feitregel]) -> Span | None:
        """The place in the sentence where the first of ``regels`` that it meets is met, or None."""
        return next((span for regel in regels if (span := self._voldoet(zin, regel)) is not None), None)

    def plaats(self, span: Span) -> Plaats:
        """The literal quote of the sentence around ``span``."""
        return self.laag.plaatsen(self.laag.passage_op(span.start), [span])[0]

    def samen(self, zin: Zin) -> Zin:
        """The sentence with all that belongs to it: the row and the heads of a table, or the enumeration and what introduces it."""
        return replace(zin, met=tuple(passage for passage in self._reeksen.get(zin.passage.nr, ()) if passage is not zin.passage))

    def rij(self, zin: Zin) -> Zin:
        """The row of a table that the sentence stands in, read as one; elsewhere the sentence itself."""
        if (plek := self._cellen.get(zin.passage.nr)) is None:
            return zin
        rij = self._rijen[plek]
        return replace(zin, span=Span(rij[0].start, rij[-1].eind))

    def inleiding(self, zin: Zin) -> Zin | None:
        """What introduces the enumeration or heads the table that the sentence stands in."""
        reeks = self._reeksen.get(zin.passage.nr)
        return Zin(reeks[0], Span(reeks[0].start, reeks[0].eind), zin.nabij) if reeks and reeks[0] is not zin.passage else None

    def zinsdeel(self, zin: Zin, span: Span) -> Span:
        """The clause of the sentence around a place."""
        tekst = self.gevouwen
        links = max((match.end() for match in _ZINSDEEL.finditer(tekst, zin.span.start, span.start)), default=zin.span.start)
        rechts = _ZINSDEEL.search(tekst, span.eind, zin.span.eind)
        return Span(links, rechts.start() if rechts else zin.span.eind)

    def kop(self, zin: Zin) -> Zin | None:
        """The heading above a sentence, as one."""
        kop = self.omgeving.kop_boven(zin.passage)
        return Zin(kop, Span(kop.start, kop.eind), zin.nabij) if kop else None

    def vorige(self, zin: Zin) -> Zin | None:
        """The sentence before, in the same passage or at the end of the one above it."""
        eerder = [ander for ander in self.laag.zinnen(zin.passage) if ander.start < zin.span.start]
        if eerder:
            return Zin(zin.passage, eerder[-1], zin.nabij)
        if zin.passage.nr == 0:
            return None
        boven = self.laag.passages[zin.passage.nr - 1]
        zinnen = self.laag.zinnen(boven)
        return Zin(boven, zinnen[-1], zin.nabij) if zinnen else None

    def over_beschut_werk(self, zin: Zin) -> bool:
        """Whether the sentence stands near beschut werk in a text on it, or in the notes of an article on it."""
        return zin.nabij >= Nabijheid.OMGEVING and (self.omgeving.document or zin.passage.deel is Deel.TOELICHTING)

    def tekst(self, zin: Zin) -> bytes:
        """The folded text of a sentence."""
        return self.gevouwen[zin.span.start : zin.span.eind]

    def letterlijk(self, zin: Zin) -> str:
        """A sentence, or the row of a table read as one, as written: as long as the folded text."""
        vanaf = self.laag.passages[self.laag.passage_op(zin.span.start).nr :]
        return "\n".join(passage.letterlijk(zin.span) for passage in takewhile(lambda passage: passage.start < zin.span.eind, vanaf))

    def eronder(self, zin: Zin) -> Zin | None:
        """The first sentence of the passage below."""
        if zin.passage.nr + 1 >= len(self.laag.passages):
            return None
        onder = self.laag.passages[zin.passage.nr + 1]
        return Zin(onder, self.laag.zinnen(onder)[0], zin.nabij) if self.laag.zinnen(onder) else None

    def kort_antwoord(self, zin: Zin) -> bool:
        """Whether the next cell of the row that the sentence stands in holds a yes or no, and little more."""
        onder = self.eronder(zin)
        rij = self._reeksen.get(zin.passage.nr, ())
        if onder is None or onder.passage not in rij:
            return False
        return onder.span.eind - onder.span.start <= _JA_OF_NEE or _ANTWOORDT.match(self.gevouwen, *onder.span) is not None

    def volgende(self, zin: Zin) -> Zin | None:
        """The sentence behind it in the same passage."""
        later = next((ander for ander in self.laag.zinnen(zin.passage) if ander.start > zin.span.start), None)
        return Zin(zin.passage, later, zin.nabij) if later else None

    def met_buren(self, zin: Zin) -> Iterator[tuple[Zin, Zin]]:
        """The sentence before it in its passage and the one behind it, each with the two read as one."""
        vorige, volgende = self.vorige(zin), self.volgende(zin)
        if vorige is not None and vorige.passage is zin.passage:
            yield vorige, self.tot_en_met(vorige, zin)
        if volgende is not None:
            yield volgende, self.tot_en_met(zin, volgende)

    def is_vraag(self, zin: Zin) -> bool:
        """Whether it asks."""
        return self.tekst(zin).rstrip().endswith(b"?")

    def is_volzin(self, zin: Zin) -> bool:
        """Whether it ends as a statement does: no question, no heading, no introduction of a list."""
        return self.tekst(zin).rstrip(b" '\")").endswith((b".", b"!", b";"))

    @staticmethod
    def tot_en_met(zin: Zin, volgende: Zin) -> Zin:
        """Two sentences of one passage in a row, read as one."""
        return replace(zin, span=Span(zin.span.start, volgende.span.eind))

    @cached_property
    def _reeksen(self) -> Mapping[int, tuple[Passage, ...]]:
        """By number of a passage: what it makes one thought with."""
        uit: dict[int, tuple[Passage, ...]] = {}
        reeks: list[Passage] = []
        for passage in (passage for passage in self.laag.passages if passage.artikel_nr < 0 and passage.nr not in self._cellen):
            if not (reeks and passage.nr == reeks[-1].nr + 1 and self._hoort_bij(reeks[-1], passage)):
                reeks = []
            reeks.append(passage)
            if len(reeks) > 1:
                uit.update(dict.fromkeys((lid.nr for lid in reeks), tuple(reeks)))
        for (tabel, rij), eigen in self._rijen.items():
            hoofd = self._rijen.get((tabel, 0), ()) if rij else ()
            uit.update(dict.fromkeys((cel.nr for cel in eigen), (*hoofd, *eigen)))
        return uit

    @cached_property
    def _cellen(self) -> Mapping[int, tuple[int, int]]:
        """By number of a passage in a table: which table, and which row of it."""
        cellen = {blok.alinea: blok.cel for blok in self.laag.regeling.blokken if blok.cel is not None}
        per_passage = ((passage.nr, cellen.get(passage.stukken[0].alinea.nr)) for passage in self.laag.passages if passage.artikel_nr < 0)
        return {nr: (cel.tabel, cel.rij) for nr, cel in per_passage if cel is not None}

    @cached_property
    def _rijen(self) -> Mapping[tuple[int, int], tuple[Passage, ...]]:
        """The cells of each row of each table."""
        rijen: dict[tuple[int, int], tuple[Passage, ...]] = {}
        for nr, plek in self._cellen.items():
            rijen[plek] = (*rijen.get(plek, ()), self.laag.passages[nr])
        return rijen

    def _hoort_bij(self, vorige: Passage, passage: Passage) -> bool:
        """Whether a paragraph is an item of the enumeration that ``vorige`` introduces or stands in."""
        einde = self.gevouwen[vorige.start : vorige.eind].rstrip()[-1:]
        begin = passage.stukken[0].alinea.tekst.lstrip("-*•· ")[:1]
        return begin.islower() and einde in {b":", b"?", b";", b","}

    def _voldoet(self, zin: Zin, regel: Feitregel) -> Span | None:
        """The place of the first concept that a met rule asks for, or None."""
        if zin.nabij < regel.nabij:
            return None
        eerste: Span | None = None
        for begrip, ontkend in (*((begrip, False) for begrip in regel.alle), *((begrip, None) for begrip in regel.hoe_dan_ook)):
            gevonden = self.spans(zin, begrip, ontkend=ontkend)
            if not gevonden:
                return None
            eerste = eerste or gevonden[0]
        if any(self.heeft(zin, begrip) for begrip in regel.geen):
            return None
        if regel.terug_te_nemen and any(self.heeft(zin, begrip) for begrip in ("geen_reden", "telt_niet_mee")):
            return None
        if regel.terug_te_nemen and self.spans(zin, "valt_mee"):
            return None
        return eerste if not regel.redengevend or self._geeft_redenen(zin) else None

    def _geeft_redenen(self, zin: Zin) -> bool:
        """Whether the sentence gives a reason: it says so, follows an offer or a reason, or names beschut werk outside the finances."""
        if self.heeft(zin, "reden_woord"):
            return True
        kop, vorige = self.kop(zin), self.vorige(zin)
        if kop is not None and self.heeft(kop, "kop_financien"):
            return False
        erboven = ((kop, "kop_reden"), (vorige, "reden_woord"), (vorige, "wel_bw"))
        return zin.nabij is Nabijheid.ZIN or any(self.heeft(ander, begrip) for ander, begrip in erboven if ander is not None)

    def _ander_spreekt(self, zin: Zin) -> bool:
        """Whether the sentence names another speaker, whom our gemeente does not join."""
        uit_de_wet = self.heeft(zin, "maatwerk_uit_de_wet") and self.heeft(zin, "beschut_werk_doet_dat")  # "and so we do"
        return self.heeft(zin, "andere_spreker") and not self.heeft(zin, "ook_wij") and not uit_de_wet

    def _teruggenomen(self, zin: Zin) -> bool:
        """Whether the sentence, or the one behind it, says that it does not hold."""
        if self.heeft(zin, "weerlegd") and self.heeft(zin, "andere_spreker"):
            return True
        volgende = self.volgende(zin)
        return volgende is not None and self._neemt_terug(volgende)

    def _over_een_ander(self, zin: Zin) -> bool:
        """Whether the sentence names another gemeente and not ours."""
        namen = {naam.casefold() for naam in self._namen(zin)}
        if self.heeft(zin, "rijk_als_betaler"):  # "Den Haag" pays: the state, not the gemeente of that name
            namen -= _DEN_HAAG
        return bool(namen) and self._gemeente not in namen and not self.heeft(zin, "ook_wij_met_naam")

    def _neemt_terug(self, zin: Zin) -> bool:
        """Whether a sentence takes back the one before it; "that we can not justify" bears it out."""
        return self.heeft(zin, "geen_standpunt") or (self.heeft(zin, "weerlegd") and not self.heeft(zin, "bevestigt"))

    def _namen(self, zin: Zin) -> list[str]:
        """The gemeenten that the sentence names."""
        begin, eind = zin.span
        stukken = [stuk for stuk in zin.passage.stukken if stuk.start < eind and begin < stuk.eind]
        return [naam for stuk in stukken for plek, naam in genoemd(stuk.alinea.tekst) if begin <= stuk.start + plek < eind]
