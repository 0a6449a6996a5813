"""How near a sentence is to beschut werk: it names it itself, its surroundings do, or the document as a whole is about it.

Letters and proposals name their subject once and then go on with "de plekken", "de kosten", "de doelgroep".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cached_property

from verordening_tool.checking.context import Context
from verordening_tool.checking.passages import Passage, maak_tekstlaag
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Alinea, Onderwerp, Regeling, Soort, Toelichting
from verordening_tool.language.begrippen import Span
from verordening_tool.language.folding import fold

_KOP_LENGTE = 90
_TERUG = 12  # passages back to a heading
_TERUG_ZONDER_KOP = 4
_DEEL_VAN_TEKST = 12  # a document in which one in twelve passages names beschut werk, and three at least, is about it

_MINST = 3
_KORT = 6000  # letters of a letter or proposal that has room for one subject only
_ARTIKEL_10B = re.compile(rb"\bartikel 10b,? (?:van de )?(?:participatiewet|pw|wet)\b")  # the article on beschut werk
_STUKKEN = frozenset({Soort.RAADSINFORMATIEBRIEF, Soort.RAADSVOORSTEL, Soort.ANDERS})
_VOLLE_REGEL = 45  # letters of a line that was broken off because it was full
_AFGEBROKEN = re.compile(r"[a-zà-ÿ]-$")

_ANDER_ARTIKEL = re.compile(rb"artikel(?:en)? [0-9][0-9a-z.:]*[ .:-]+[a-z]{3}")  # with a title of its own


class Nabijheid(IntEnum):
    """From nowhere near to in the sentence itself."""

    GEEN = 0
    DOCUMENT = 1
    OMGEVING = 2
    ZIN = 3


@dataclass
class Omgeving:
    """The surroundings of the sentences of one document."""

    context: Context
    _per_passage: dict[int, bool] = field(default_factory=dict)

    def van(self, passage: Passage, zin: Span) -> Nabijheid:
        """How near the sentence ``zin`` of ``passage`` is to beschut werk."""
        spans = self.context.laag.spans(passage, "beschut_werk", ontkend=None)
        if any(zin.start <= span.start < zin.eind for span in spans):
            return Nabijheid.ZIN
        if any(span.start < zin.start for span in spans) or self._omgeving_noemt(passage):
            return Nabijheid.OMGEVING
        per_artikel = passage.deel is Deel.TOELICHTING or self.context.laag.regeling.soort is Soort.TOELICHTING
        return Nabijheid.DOCUMENT if self.document and not per_artikel else Nabijheid.GEEN

    @cached_property
    def document(self) -> bool:
        """Whether the document is about beschut werk: by its title, by how often it is named, or as a short letter that names it."""
        laag = self.context.laag
        regeling = laag.regeling
        if regeling.onderwerp is Onderwerp.LOSSE_BESCHUT_WERK:
            return True
        titels = (regeling.opschrift, regeling.citeertitel, regeling.metadata.titel, regeling.metadata.onderwerp)
        if any(laag.begrippen.vind("beschut_werk", fold(titel).encode("ascii", "replace")) for titel in titels if titel):
            return True
        vrij = [passage for passage in laag.passages if passage.artikel_nr < 0]
        noemt = {passage.nr for passage in laag.passages_met("beschut_werk")}
        in_vrij = sum(passage.nr in noemt for passage in vrij)
        kort = not regeling.artikelen and regeling.soort in _STUKKEN and len(laag.gevouwen) <= _KORT
        if kort and (in_vrij or _ARTIKEL_10B.search(laag.gevouwen)):
            return True
        return in_vrij >= _MINST and in_vrij * _DEEL_VAN_TEKST >= len(vrij)

    def is_kop(self, passage: Passage) -> bool:
        """Whether a passage of running text is a heading: short, without a stop, and no cell of a table."""
        tekst = passage.stukken[0].alinea.tekst.rstrip()
        if passage.artikel_nr >= 0 or len(passage.stukken) > 1 or len(tekst) > _KOP_LENGTE:
            return False
        return tekst[-1:] not in ".;,:" and passage.stukken[0].alinea.nr not in self._cellen

    def kop_boven(self, passage: Passage) -> Passage | None:
        """The heading of the section of running text that ``passage`` stands in."""
        for eerder in reversed(self.context.laag.passages[max(passage.nr - _TERUG, 0) : passage.nr]):
            if eerder.deel is not passage.deel or eerder.artikel_nr >= 0:
                return None
            if self.is_kop(eerder):
                return eerder
        return None

    @cached_property
    def _cellen(self) -> frozenset[int]:
        return frozenset(blok.alinea for blok in self.context.laag.regeling.blokken if blok.cel is not None)

    def _omgeving_noemt(self, passage: Passage) -> bool:
        if passage.nr not in self._per_passage:
            self._per_passage[passage.nr] = self._zoek_omgeving(passage)
        return self._per_passage[passage.nr]

    def _zoek_omgeving(self, passage: Passage) -> bool:
        if passage.artikel_nr >= 0:
            return passage.artikel_nr in self.context.kern
        laag = self.context.laag
        kop = self.kop_boven(passage)
        if kop is not None and _ANDER_ARTIKEL.match(laag.gevouwen, kop.start, kop.eind) and not laag.heeft(kop, "beschut_werk"):
            return False  # notes on another article: what they say of beschut werk is by the way
        begin = kop.nr if kop else max(passage.nr - _TERUG_ZONDER_KOP, 0)
        zelfde = [eerder for eerder in laag.passages[begin : passage.nr] if eerder.deel is passage.deel and eerder.artikel_nr < 0]
        return any(laag.heeft(ander, "beschut_werk") for ander in (*zelfde, *(self._verder_onder(kop, passage) if kop else ())))

    def _verder_onder(self, kop: Passage, passage: Passage) -> Iterator[Passage]:
        """What stands below a passage under the same heading."""
        for later in self.context.laag.passages[passage.nr + 1 : kop.nr + _TERUG]:
            if later.deel is not passage.deel or later.artikel_nr >= 0 or self.is_kop(later):
                return
            yield later


def contexten(context: Context) -> Iterator[Context]:
    """The document, with lines that were broken off joined again; and as a text of its own what an aanhef considers and decides.

    The passages of a Context leave that last out. A quote from joined lines stands on the first of them.
    """
    regeling = context.laag.regeling
    lopend, toelichting = _samengevoegd(regeling.lopende_tekst), _samengevoegd(regeling.toelichting.alineas)
    if (len(lopend), len(toelichting)) == (len(regeling.lopende_tekst), len(regeling.toelichting.alineas)):
        yield context
    else:
        heel = replace(regeling, lopende_tekst=lopend, toelichting=replace(regeling.toelichting, alineas=toelichting))
        yield Context(maak_tekstlaag(heel, context.laag.begrippen), context.verwijzingen)
    besluit = () if regeling.artikelen else regeling.aanhef.besluit
    if regeling.aanhef.overwegende or besluit:
        leeg = {"artikelen": (), "wijzigingen": (), "bijlagen": (), "toelichting": Toelichting()}
        losse: Regeling = replace(regeling, lopende_tekst=(*regeling.aanhef.overwegende, *besluit), **leeg)  # type: ignore[arg-type]
        yield Context(maak_tekstlaag(losse, context.laag.begrippen))


def _samengevoegd(alineas: tuple[Alinea, ...]) -> tuple[Alinea, ...]:
    """The paragraphs, with lines of a text that was wrapped joined: a full line without a stop, and one that goes on in small letters."""
    heel: list[Alinea] = []
    vorige = ""
    for alinea in alineas:
        tekst = alinea.tekst.strip()
        if heel and len(vorige) >= _VOLLE_REGEL and vorige[-1:] not in ".:;?!" and (tekst[:1].islower() or tekst[:1].isdigit()):
            eerder = heel[-1].tekst.rstrip()
            samen = eerder[:-1] + tekst if _AFGEBROKEN.search(eerder) and tekst[:1].islower() else f"{eerder} {tekst}"
            heel[-1] = Alinea(heel[-1].nr, samen)
        else:
            heel.append(alinea)
        vorige = tekst
    return tuple(heel)
