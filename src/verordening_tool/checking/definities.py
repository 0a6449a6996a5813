"""The begripsbepalingen of a regulation as data: which term means what, under which letter, in which order.

A definition is an item of the list below "wordt verstaan onder:" ("term: meaning"), a row of a table with a term in one cell and
its meaning in the next, or a sentence ("Onder term wordt verstaan …"). What has none of these forms is left out: never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verordening_tool.document.regeling import Alinea, Artikel, Lid, Onderdeel, alineas_van_onderdeel
from verordening_tool.language.folding import fold

_BEGIN = re.compile(r"[\s•·▪*–—-]*(?:(?:de|het|een)\s+)?[\"'‘’“”„\s]*(?:(?:de|het|een)\s+)?", re.IGNORECASE)
_QUOTES = "\"'‘’“”„ \t\u00a0"
_REGEL = re.compile(r"(?P<term>[^:;.]{1,90}?|[^:;]{1,40}?)\s*(?::|\s[–—-]\s)(?P<rest>.*)", re.DOTALL)
_VERSTAAN = (
    re.compile(
        r"\bonder\s+(?P<term>[^.;:]{2,80}?)\s+(?:wordt|worden)\b[^.;:]{0,60}?\bverstaan\b\s*:?\s*(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL
    ),
    re.compile(
        r"\b(?:wordt|worden)\b[^.;:]{0,60}?\bverstaan\s+onder\s+(?P<term>[^.;:]{2,80}?)\s*:\s*(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL
    ),
)
_WERKWOORD = re.compile(r"\b(?:wordt|worden|is|zijn|kan|kunnen|heeft|hebben|krijgt|komt|geldt)\b", re.IGNORECASE)
_INLEIDING = re.compile(r"verstaan|bedoel|beteken|begrip|definitie|omschrijving|termen", re.IGNORECASE)
_LANGSTE_TERM = 9  # words
_BEREIK = re.compile(r"\bin\s+(?:dit|deze)\s+(?P<deel>hoofdstuk|paragraaf|afdeling|artikel|titel)\b", re.IGNORECASE)
_BERUSTEND = re.compile(r"\bberustende?\s+(?:bepaling|regel)", re.IGNORECASE)
_CEL = re.compile(r"(?!.*[;.:]\s*$)(?:\S+\s*){1,7}$")  # a term that stands alone: few words, no sign at the end
_AANGESPROKEN = frozenset({"u", "ik"})  # "u: degene die …" is no letter of a list
_LETTER = re.compile(r"[^\W\d_]")
_HAAKJES = re.compile(r"\s*\(([^)]*)\)\s*")


@dataclass(frozen=True, slots=True)
class Definitie:
    """One term with its meaning.

    ``term`` as written, without article and quotation marks; ``sleutel`` folded, for comparing. ``nummer`` is the letter or number
    of the item, None for an item without one (a bullet is none). ``alinea`` holds the term, from ``start`` on.
    """

    term: str
    sleutel: str
    betekenis: str
    nummer: str | None
    alinea: Alinea
    start: int
    alineas: tuple[int, ...]  # numbers of all alineas of the definition

    @property
    def namen(self) -> tuple[str, ...]:
        """The folded names: the term, and what stands for it in brackets ("uitvoeringsinstituut (uwv)")."""
        kaal = _HAAKJES.sub(" ", self.sleutel).strip()
        kort = [binnen for binnen in _HAAKJES.findall(self.sleutel) if len(binnen) > 1]
        los = [naam.strip() for naam in re.split(r" of |/", kaal)] if " of " in kaal or "/" in kaal else []
        return tuple(dict.fromkeys(naam for naam in (kaal, *kort, *los) if naam))

    @property
    def orde(self) -> str:
        """What the alphabet looks at: letters and figures only."""
        return re.sub(r"[^a-z0-9 ]", "", self.sleutel).strip()


@dataclass(frozen=True, slots=True)
class Begripsbepaling:
    """One list of definitions: a lid that defines terms.

    ``bereik``: the part it holds for ("hoofdstuk", "paragraaf", "artikel"), None for the whole regulation. ``berustend``: the terms
    also hold in rules that rest on this regulation.
    """

    artikel: Artikel
    lid: Lid
    inleiding: Alinea | None
    definities: tuple[Definitie, ...]
    bereik: str | None
    berustend: bool

    @property
    def is_lijst(self) -> bool:
        """Whether the definitions stand as items below each other."""
        return len({definitie.alinea.nr for definitie in self.definities}) > 1

    @property
    def geletterd(self) -> bool:
        """Whether the items bear letters or numbers."""
        return self.is_lijst and sum(definitie.nummer is not None for definitie in self.definities) * 2 > len(self.definities)

    def buiten_orde(self) -> tuple[tuple[Definitie, Definitie], ...]:
        """Neighbours that do not stand in alphabetical order, read word by word and letter by letter alike."""
        paren = zip(self.definities, self.definities[1:], strict=False)
        return tuple(
            (eerste, tweede)
            for eerste, tweede in paren
            if eerste.orde > tweede.orde and eerste.orde.replace(" ", "") > tweede.orde.replace(" ", "")
        )


def begripsbepalingen(artikelen: Iterable[Artikel]) -> tuple[Begripsbepaling, ...]:
    """The lists of definitions in ``artikelen`` (those that define terms), in order."""
    return tuple(bepaling for artikel in artikelen for lid in artikel.leden if (bepaling := _uit_lid(artikel, lid)) is not None)


def _term(tekst: str) -> re.Match[str] | None:
    """A line as term and meaning; what holds a verb before the colon is a sentence."""
    regel = _REGEL.match(tekst)
    return None if regel is None or _WERKWOORD.search(regel["term"]) or len(regel["term"].split()) > _LANGSTE_TERM else regel


def _uit_lid(artikel: Artikel, lid: Lid) -> Begripsbepaling | None:
    inleiding = lid.alineas[0] if lid.alineas else None
    lijst = _INLEIDING.search(f"{artikel.opschrift or ''} {inleiding.tekst if inleiding else ''}") is not None
    definities = tuple(_uit_alineas(lid.alineas)) + (tuple(_uit_onderdelen(lid.onderdelen)) if lijst else ())
    if not definities:
        return None
    tekst = inleiding.tekst if inleiding else ""
    bereik = _BEREIK.search(tekst)
    return Begripsbepaling(
        artikel,
        lid,
        inleiding,
        tuple(sorted(definities, key=lambda definitie: definitie.alinea.nr)),
        bereik["deel"].lower() if bereik else None,
        _BERUSTEND.search(tekst) is not None,
    )


def _uit_alineas(alineas: Iterable[Alinea]) -> Iterator[Definitie]:
    """Definitions that stand in the lid itself: a sentence, or paragraphs below the opening words."""
    rest = iter(alineas)
    for alinea in rest:
        if (zin := next(filter(None, (vorm.search(alinea.tekst) for vorm in _VERSTAAN)), None)) is not None:
            yield _definitie(alinea, zin.start("term"), zin["term"], zin["rest"], None, (alinea.nr,))
        elif alinea.tekst.rstrip().endswith(":") and _INLEIDING.search(alinea.tekst):
            yield from _uit_regels(rest)


def _uit_regels(alineas: Iterable[Alinea]) -> Iterator[Definitie]:
    for alinea in alineas:
        if (regel := _term(alinea.tekst)) is not None and regel["rest"].strip():
            yield _definitie(alinea, regel.start("term"), regel["term"], regel["rest"], None, (alinea.nr,))


def _uit_onderdelen(onderdelen: Iterable[Onderdeel]) -> Iterator[Definitie]:
    for onderdeel in onderdelen:
        met_tekst = tuple(alinea for alinea in onderdeel.alineas if _LETTER.search(alinea.tekst))  # not a bullet on a line of its own
        if not met_tekst or onderdeel.nummer in _AANGESPROKEN:
            yield from _uit_regels(met_tekst)
            continue
        eerste = met_tekst[0]
        alineas = tuple(alinea.nr for alinea in alineas_van_onderdeel(onderdeel))
        rest = " ".join(alinea.tekst for alinea in alineas_van_onderdeel(onderdeel) if alinea.nr != eerste.nr)
        nummer = onderdeel.nummer if onderdeel.nummer[:1].isalnum() else None
        regel = _term(eerste.tekst)
        if regel is not None and (regel["rest"].strip() or rest):
            yield _definitie(eerste, regel.start("term"), regel["term"], f"{regel['rest']} {rest}", nummer, alineas)
        elif len(met_tekst) > 1 and _CEL.match(eerste.tekst):  # two cells of a row
            yield _definitie(eerste, 0, eerste.tekst, rest, nummer, alineas)


def _definitie(alinea: Alinea, start: int, term: str, betekenis: str, nummer: str | None, alineas: tuple[int, ...]) -> Definitie:
    begin = _BEGIN.match(term)
    voor = begin.end() if begin else 0
    kaal = term[voor:].strip(_QUOTES + ".;,")
    return Definitie(kaal, " ".join(fold(kaal).split()), " ".join(betekenis.split()), nummer, alinea, start + voor, alineas)
