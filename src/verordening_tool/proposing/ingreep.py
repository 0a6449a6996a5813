"""Changes in a draft, named by its alineas, and how they are put into the file as tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from verordening_tool.document.blok import EIGEN_AUTEUR, Blok, Bron, Document
from verordening_tool.document.regeling import Regeling
from verordening_tool.ooxml.anchors import Point, TextRange, text_range
from verordening_tool.ooxml.tracked import NewParagraph, Replacement, with_changes
from verordening_tool.readers import lees_bytes
from verordening_tool.structure import ontleed

_STUKJE = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Nieuw:
    """A paragraph to put in behind alinea ``na``, that looks like ``als``.

    ``nummer``: the number that Word must show before it (None: the text holds its own, or there is none). ``getypt``: no automatic number,
    though the paragraph it looks like has one. ``nieuwe_lijst``: automatic numbering begins again here; ``dieper``: it is one level
    below that of ``als``.
    """

    na: int
    als: Bron
    tekst: str
    nummer: str | None = None
    getypt: bool = False
    nieuwe_lijst: bool = False
    dieper: bool = False


@dataclass(frozen=True, slots=True)
class Vervanging:
    """Words ``start`` to ``eind`` of alinea ``alinea`` that become ``tekst``; counted with a typed number, as the reader gives the text."""

    alinea: int
    start: int
    eind: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Ingreep:
    """All changes of a draft."""

    nieuw: tuple[Nieuw, ...] = ()
    vervangingen: tuple[Vervanging, ...] = ()


@dataclass(frozen=True)
class Concepttekst:
    """A draft as it was read: bytes, paragraphs as they stand and the reading of them."""

    inhoud: bytes
    naam: str
    document: Document
    regeling: Regeling

    @classmethod
    def van(cls, inhoud: bytes, naam: str) -> Concepttekst:
        """Read the definitive view. Raises Leesfout."""
        document = lees_bytes(inhoud, naam)
        return cls(inhoud, naam, document, ontleed(document))

    def blok(self, alinea: int) -> Blok:
        """The paragraph with its typed number."""
        return self.document.blokken[alinea]

    def getypt_nummer(self, alinea: int) -> str:
        """The typed number with what follows it, "" when there is none."""
        return self.blok(alinea).tekst.removesuffix(self.regeling.blokken[alinea].tekst) if self.regeling.blokken[alinea].tekst else ""

    def bron(self, alinea: int) -> Bron:
        """The last source paragraph: a tracked change of a paragraph mark makes one alinea of several."""
        blok = self.blok(alinea)
        bronnen = [run.bron for run in blok.runs if run.bron] + ([blok.bron] if blok.bron else [])
        return max(bronnen, key=lambda bron: bron.pad)


def voer_uit(concept: Concepttekst, ingreep: Ingreep) -> tuple[bytes, tuple[Vervanging, ...]]:
    """The file with the changes in it, and the replacements that could not be made."""
    vervangingen = sorted(ingreep.vervangingen, key=lambda vervanging: (vervanging.alinea, vervanging.start))
    plaatsen = [(vervanging, _plaats(concept.blok(vervanging.alinea), vervanging)) for vervanging in vervangingen]
    mogelijk = [(vervanging, plaats) for vervanging, plaats in plaatsen if plaats is not None]
    alineas = [
        NewParagraph(concept.bron(nieuw.na), nieuw.als, nieuw.tekst, nieuw.getypt, nieuw.nieuwe_lijst, nieuw.dieper)
        for nieuw in ingreep.nieuw
    ]
    woorden = [Replacement(plaats, vervanging.tekst) for vervanging, plaats in mogelijk]
    inhoud, geweigerd = with_changes(concept.inhoud, alineas, woorden, EIGEN_AUTEUR)
    niet = [mogelijk[nr][0] for nr in geweigerd] + [vervanging for vervanging, plaats in plaatsen if plaats is None]
    return inhoud, tuple(niet)


def _plaats(blok: Blok, vervanging: Vervanging) -> TextRange | None:
    """The place in the file; a place between words is the end of the word before it, or the begin of the first."""
    start, eind = vervanging.start, vervanging.eind
    if start < eind:
        return text_range(blok, start, eind)
    gevonden = text_range(blok, max(start - 1, 0), max(start, 1))
    if gevonden is None or not gevonden.start.pad:
        return None
    punt: Point = gevonden.eind if start else gevonden.start
    return TextRange(punt, punt)


def nieuwe_plekken(concept: Concepttekst, ingreep: Ingreep) -> tuple[dict[int, int], tuple[int, ...]]:
    """Where alineas are once the changes are in: old → new, and the alineas of the new paragraphs that have text, in their order."""
    rij: list[tuple[int, int]] = []  # (order of the new paragraph or -1, alinea of the draft)
    per_plek: dict[int, list[int]] = {}
    for nr, nieuw in enumerate(ingreep.nieuw):
        if nieuw.tekst:
            per_plek.setdefault(nieuw.na, []).append(nr)
    for blok in concept.document.blokken:
        rij.append((-1, blok.alinea))
        rij.extend((nr, blok.alinea) for nr in per_plek.get(blok.alinea, ()))
    oud = {alinea: plek for plek, (nr, alinea) in enumerate(rij) if nr < 0}
    nieuw_op = {nr: plek for plek, (nr, _) in enumerate(rij) if nr >= 0}
    return oud, tuple(nieuw_op[nr] for nr in sorted(nieuw_op))


def anders(alinea: int, oud: str, nieuw: str, verschuiving: int = 0) -> tuple[Vervanging, ...]:
    """The words to replace so that ``oud`` (found at ``verschuiving`` in the alinea) becomes ``nieuw``: as few as can be."""
    return tuple(Vervanging(alinea, start + verschuiving, eind + verschuiving, tekst) for start, eind, tekst in _verschillen(oud, nieuw))


def _verschillen(oud: str, nieuw: str) -> Iterator[tuple[int, int, str]]:
    een, twee = _STUKJE.findall(oud), _STUKJE.findall(nieuw)
    begin = [0]
    for stuk in een:
        begin.append(begin[-1] + len(stuk))
    vorige: tuple[int, int, str] | None = None
    for soort, a, b, c, d in SequenceMatcher(None, een, twee, autojunk=False).get_opcodes():
        if soort == "equal":
            continue
        start, eind, tekst = begin[a], begin[b], "".join(twee[c:d])
        if vorige is not None and not oud[vorige[1] : start].strip():  # only white space between: one change
            vorige = (vorige[0], eind, vorige[2] + oud[vorige[1] : start] + tekst)
            continue
        if vorige is not None:
            yield vorige
        vorige = (start, eind, tekst)
    if vorige is not None:
        yield vorige
