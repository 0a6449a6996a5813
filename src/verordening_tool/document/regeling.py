"""What structure/ makes of a Document: a Regeling with aanhef, artikelen, leden, onderdelen and the rest.

Every piece of text is an Alinea: the index of its Blok and the text of that Blok without its number, so
that a quote can always be led back to its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from verordening_tool.document.blok import Blok, Deel, Documentfeiten, Metadata


class Soort(StrEnum):
    """Kind of document (contract)."""

    VERORDENING = "verordening"
    WIJZIGINGSVERORDENING = "wijzigingsverordening"
    BELEIDSREGELS = "beleidsregels"
    NADERE_REGELS = "nadere_regels"
    RAADSVOORSTEL = "raadsvoorstel"
    RAADSBESLUIT = "raadsbesluit"
    RAADSINFORMATIEBRIEF = "raadsinformatiebrief"
    TOELICHTING = "toelichting"
    ANDERS = "anders"


VERORDENINGEN = frozenset({Soort.VERORDENING, Soort.WIJZIGINGSVERORDENING})
REGELINGEN = VERORDENINGEN | {Soort.BELEIDSREGELS, Soort.NADERE_REGELS}


class Onderwerp(StrEnum):
    """What the document is about, as far as the norms need to know."""

    RE_INTEGRATIE = "re-integratie"
    LOSSE_BESCHUT_WERK = "losse_beschut_werk"
    PARTICIPATIEWET_OVERIG = "participatiewet_overig"
    ANDERS = "anders"


class Stadium(StrEnum):
    """How far the document is on its way."""

    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"
    BEKENDGEMAAKT = "bekendgemaakt"


class Orgaan(StrEnum):
    """The body that decides."""

    RAAD = "raad"
    COLLEGE = "college"
    BURGEMEESTER = "burgemeester"


class Alinea(NamedTuple):
    """Text of one Blok, without its number."""

    nr: int  # Blok.alinea
    tekst: str


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """An item of an enumeration: a., 1°., i., –. ``nummer`` without punctuation ("a", "1°", "–"), "" for an item without one."""

    nummer: str
    alineas: tuple[Alinea, ...]
    onderdelen: tuple[Onderdeel, ...] = ()

    @property
    def tekst(self) -> str:
        """Own text, without that of the items below."""
        return " ".join(alinea.tekst for alinea in self.alineas)


@dataclass(frozen=True, slots=True)
class Lid:
    """A lid; ``nummer`` is None in an article without numbered leden (which has exactly one Lid)."""

    nummer: str | None
    alineas: tuple[Alinea, ...]
    onderdelen: tuple[Onderdeel, ...] = ()

    @property
    def tekst(self) -> str:
        """Own text, without that of its onderdelen."""
        return " ".join(alinea.tekst for alinea in self.alineas)


@dataclass(frozen=True, slots=True)
class Artikel:
    """An article. ``pad`` names the headings above it, outermost first ("Hoofdstuk 3 Beschut werk", …)."""

    nummer: str  # "1", "1a", "10b", "2:3", "4.1"; "I" in a wijzigingsverordening
    opschrift: str | None
    leden: tuple[Lid, ...]
    pad: tuple[str, ...] = ()
    kop: Alinea | None = None  # the Blok of the heading

    @property
    def tekst(self) -> str:
        """All text of the article, heading left out."""
        return " ".join(alinea.tekst for alinea in alineas_van_artikel(self))


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """A heading above articles: hoofdstuk, paragraaf, afdeling or titel."""

    soort: str
    nummer: str | None
    opschrift: str | None
    diepte: int  # 0 is outermost
    kop: Alinea
    artikelen: tuple[str, ...] = ()  # numbers of the articles below it


@dataclass(frozen=True, slots=True)
class Aanhef:
    """The opening: who decides, on what proposal, by which power, on whose advice."""

    alineas: tuple[Alinea, ...] = ()
    orgaan: Orgaan | None = None
    gelezen: tuple[Alinea, ...] = ()
    gelet_op: tuple[Alinea, ...] = ()
    gezien: tuple[Alinea, ...] = ()
    overwegende: tuple[Alinea, ...] = ()
    besluit: tuple[Alinea, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """Closing formula and signatures."""

    alineas: tuple[Alinea, ...] = ()
    ondertekening: tuple[Alinea, ...] = ()
    rollen: tuple[str, ...] = ()  # griffier, voorzitter, burgemeester, secretaris, wethouder


@dataclass(frozen=True, slots=True)
class Toelichting:
    """Explanatory notes: never operative text."""

    alineas: tuple[Alinea, ...] = ()
    algemeen: tuple[Alinea, ...] = ()
    artikelsgewijs: tuple[tuple[str, tuple[Alinea, ...]], ...] = ()  # article number → its notes


@dataclass(frozen=True, slots=True)
class Bijlage:
    """An annex."""

    opschrift: str
    alineas: tuple[Alinea, ...] = ()


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One wijzigingsopdracht with the text it inserts or puts in the place of another."""

    soort: str  # "vervangen", "invoegen", "vervallen", "anders"
    opdracht: tuple[Alinea, ...]
    doel: str | None = None  # "artikel 5, tweede lid", as written
    regeling: str | None = None  # title of the regulation that is changed
    artikelen: tuple[Artikel, ...] = ()  # inserted or replaced whole articles
    leden: tuple[Lid, ...] = ()  # inserted or replaced leden of article ``doel``
    tekst: tuple[Alinea, ...] = ()  # all inserted text
    kader: str | None = None  # the place that the opdracht above it is about, as written


@dataclass(frozen=True, slots=True)
class Data:
    """Dates the text itself states. ``inwerkingtreding_wijze`` says how when no day is named."""

    vastgesteld: date | None = None
    inwerkingtreding: date | None = None
    # "datum", "dag_na_bekendmaking", "achtste_dag", "maand_na_bekendmaking", "dag_van_bekendmaking", "nader_besluit",
    # "dag_van_vaststelling" (the date is then known), "andere_dag", "gelijk_met_andere_regeling"
    inwerkingtreding_wijze: str | None = None
    inwerkingtreding_plaats: tuple[str, int] | None = None  # article number ("" in a text without articles) and alinea of the clause
    terugwerkend_tot: date | None = None
    documentdatum: date | None = None  # date of a letter, proposal or meeting
    vervalt: date | None = None  # the first day on which it no longer holds


@dataclass(frozen=True, slots=True)
class Regeling:
    """A document understood. A document that is no regulation has soort ``anders`` and ``aard`` says what it looks like."""

    blokken: tuple[Blok, ...]
    soort: Soort = Soort.ANDERS
    onderwerp: Onderwerp = Onderwerp.ANDERS
    stadium: Stadium = Stadium.CONCEPT
    aard: str | None = None  # for soort anders: "memo", "vergunning", "uitspraak", "bekendmaking", …
    opschrift: str | None = None
    gemeente: str | None = None
    gemeente_terloops: bool = False  # it is only spoken of; no title, letterhead or signature names it
    citeertitel: str | None = None
    data: Data = Data()
    aanhef: Aanhef = Aanhef()
    hoofdstukken: tuple[Hoofdstuk, ...] = ()
    artikelen: tuple[Artikel, ...] = ()
    wijzigingen: tuple[Wijziging, ...] = ()
    slot: Slot = Slot()
    toelichting: Toelichting = Toelichting()
    bijlagen: tuple[Bijlage, ...] = ()
    lopende_tekst: tuple[Alinea, ...] = ()  # letters, proposals: body text outside articles
    metadata: Metadata = field(default_factory=Metadata)
    feiten: Documentfeiten = field(default_factory=Documentfeiten)

    def artikel(self, nummer: str) -> Artikel | None:
        """The article with this number (first one when doubled), or None."""
        return next((artikel for artikel in self.artikelen if artikel.nummer.lower() == nummer.lower()), None)


class Vindplaats(NamedTuple):
    """Where something stands, as a lawyer names it."""

    deel: Deel
    artikel: str | None = None
    lid: str | None = None
    onderdeel: str | None = None
    alinea: int | None = None


def alineas_van_onderdeel(onderdeel: Onderdeel) -> Iterator[Alinea]:
    """All text of an item and the items below it, in order."""
    yield from onderdeel.alineas
    for kind in onderdeel.onderdelen:
        yield from alineas_van_onderdeel(kind)


def alineas_van_lid(lid: Lid) -> Iterator[Alinea]:
    """All text of a lid and its onderdelen, in reading order."""
    if not lid.onderdelen:
        yield from lid.alineas
        return
    alles = list(lid.alineas)
    for onderdeel in lid.onderdelen:
        alles.extend(alineas_van_onderdeel(onderdeel))
    yield from sorted(alles, key=attrgetter("nr"))


def alineas_van_artikel(artikel: Artikel) -> Iterator[Alinea]:
    """All text of an article in reading order, its heading left out."""
    for lid in artikel.leden:
        yield from alineas_van_lid(lid)
