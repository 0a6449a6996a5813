"""What travels through an audit: what a worker found in one file, whose file it is, and what one gemeente has in all of its files.

Everything here is plain, frozen and picklable: a worker returns findings, never a document. A ``Uitslag`` depends on the bytes of the
file, the options and the norms alone, so that it may be kept; a ``Stuk`` and a ``Dossier`` also depend on path and neighbours and are
derived anew in every run.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from verordening_tool.checking.oordeel import Kernvraag, NietBeoordeeld, Oordeel, Plaats
from verordening_tool.document.regeling import Onderwerp, Soort, Stadium

NAAMLOOS = "⟨bestand⟩"  # stands in a kept error for the name of the file: the same contents may have many names


class Moment(StrEnum):
    """The days on which an audit judges a document, each by the law of that day."""

    INWERKINGTREDING = "inwerkingtreding"
    VANDAAG = "vandaag"
    OPTIE = "optie"  # asked for with --peildatum


class Aanbod(StrEnum):
    """What a gemeente does with beschut werk."""

    BIEDT = "biedt"
    KAN = "kan"
    BIEDT_NIET = "biedt_niet"
    ZWIJGT = "zwijgt"


class Vondst(NamedTuple):
    """What words say on the offer, where, and whether that is only presumed."""

    aanbod: Aanbod = Aanbod.ZWIJGT
    plaats: Plaats | None = None
    vermoed: bool = False


class Omvangwijze(StrEnum):
    """How the number of places is set (norms 6, table 4)."""

    BELEIDSPLAN = "beleidsplan"  # by the college, in a plan
    BEGROTING = "begroting"  # by the raad, with the budget
    VRAAG = "vraaggestuurd"  # by the number of people who apply
    PLAFOND = "budgetplafond"
    ANDERS = "anders"
    ZWIJGT = "zwijgt"


class Voorselectie(StrEnum):
    """How it is decided who is considered (norms 6, table 5)."""

    CRITERIA = "criteria"
    DELEGATIE = "delegatie"
    ZWIJGT = "zwijgt"


@dataclass(frozen=True, slots=True)
class Vermelding:
    """Something the text says, by the name of its concept ("kosten_hoog"), with the passage."""

    sleutel: str
    plaats: Plaats


@dataclass(frozen=True, slots=True)
class Plekken:
    """A number of places that the text names. ``eenheid``: plekken, personen, fte; ``aard``: ultimo, in_jaar, onbekend."""

    aantal: float
    eenheid: str
    jaar: int | None
    aard: str
    plaats: Plaats


@dataclass(frozen=True, slots=True)
class Feiten:
    """What one document says about beschut werk, beside the norms.

    ``aanbod_vermoed``: no words say so outright; it follows from rules on who, how many or with what help, or from words that leave doubt.
    ``mits``: reasons and alternatives that a document leaving the offer open would tell, each if the gemeente decided as it goes with;
    a dossier settles them.
    """

    aanbod: Aanbod = Aanbod.ZWIJGT
    aanbod_plaats: Plaats | None = None
    omvang: Omvangwijze = Omvangwijze.ZWIJGT
    omvang_plaats: Plaats | None = None
    voorselectie: Voorselectie = Voorselectie.ZWIJGT
    voorselectie_plaats: Plaats | None = None
    plekken: tuple[Plekken, ...] = ()
    redenen_wel: tuple[Vermelding, ...] = ()
    redenen_niet: tuple[Vermelding, ...] = ()
    redenen_geen_aantal: tuple[Vermelding, ...] = ()
    alternatieven: tuple[Vermelding, ...] = ()
    aanbod_vermoed: bool = False
    mits: tuple[Vermelding, ...] = ()


@dataclass(frozen=True, slots=True)
class Leesfout:
    """Why a file has no verdicts."""

    code: str
    bericht: str
    advies: str


@dataclass(frozen=True, slots=True)
class Beoordeling:
    """The verdicts on one document by the law of one day (``peildatum`` None: unknown)."""

    moment: Moment
    peildatum: date | None
    peildatum_bron: str
    oordelen: tuple[Oordeel, ...]
    kernvragen: tuple[Kernvraag, ...]
    niet_beoordeeld: tuple[NietBeoordeeld, ...]


@dataclass(frozen=True, slots=True)
class Uitslag:
    """All that a worker returns about one file."""

    soort: Soort = Soort.ANDERS
    aard: str | None = None
    onderwerp: Onderwerp = Onderwerp.ANDERS
    stadium: Stadium = Stadium.CONCEPT
    gemeente: str | None = None  # as the text names it
    gemeente_terloops: bool = False  # the text only speaks of it
    gemeente_metadata: str | None = None
    identificatie: str | None = None  # CVDR or publication number
    titel: str | None = None
    aantal_artikelen: int = 0
    vastgesteld: date | None = None
    inwerkingtreding: date | None = None
    documentdatum: date | None = None
    vervalt: date | None = None
    teksthash: str = ""  # of the folded text: the same text under two names or formats
    regelhashes: tuple[int, ...] = ()  # small sketch of the text, to find versions of the same regulation
    beoordelingen: tuple[Beoordeling, ...] = ()
    feiten: Feiten = Feiten()
    fout: Leesfout | None = None

    @property
    def dag(self) -> date | None:
        """The day of the document: of entry into force, else of adoption, else its own."""
        return self.inwerkingtreding or self.vastgesteld or self.documentdatum


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file of the folder (``pad`` relative, with forward slashes) and what was found in it."""

    pad: str
    sha256: str
    grootte: int
    uitslag: Uitslag


@dataclass(frozen=True, slots=True)
class Herkend:
    """Whose document it is. ``bron`` tells where the gemeente was found: tekst, metadata, bestandsnaam, mapnaam, buren."""

    code: str | None  # CBS code of the gemeente as it was on the day of the document; under its new name when only that changed
    naam: str | None
    bron: str | None
    jaar: int | None


@dataclass(frozen=True, slots=True)
class Stuk:
    """A file with its owner and its place among its neighbours."""

    bestand: Bestand
    herkend: Herkend
    dubbel_van: str | None = None  # pad of the first file with the same text
    opgevolgd_door: str | None = None  # pad of a later version of the same regulation


@dataclass(frozen=True, slots=True)
class Oordeelrij:
    """The verdict on one norm for one gemeente: the best that any of its documents gives, and which document that is."""

    code: str
    oordeel: Oordeel | None  # None: not judged
    reden: str | None
    pad: str | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """All documents of one gemeente judged together, per moment. ``code`` None: documents of which the gemeente is unknown."""

    code: str | None
    naam: str
    stukken: tuple[Stuk, ...]
    oordelen: tuple[tuple[Moment, tuple[Oordeelrij, ...]], ...]
    feiten: Feiten  # merged: the verordening decides what letters leave open
    vastgesteld: date | None  # of the verordening on beschut werk
    verordening: str | None  # pad
