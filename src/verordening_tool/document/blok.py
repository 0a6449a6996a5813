"""What a reader returns: a Document, a flat row of Blokken in reading order.

A Blok is one paragraph as a person sees it, in one view (weergave) of the file. It knows where it
comes from, so that a later step can put a comment or a change exactly there.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

EIGEN_AUTEUR = "verordening-tool"  # comments in the margin by this name are ours, not a person's


class Weergave(StrEnum):
    """Which view of a document with tracked changes is read."""

    DEFINITIEF = "definitief"  # all changes accepted
    OORSPRONKELIJK = "oorspronkelijk"  # all changes rejected


class Deel(StrEnum):
    """The part of a document that a Blok belongs to (contract, JSON of toets)."""

    OPSCHRIFT = "opschrift"
    AANHEF = "aanhef"
    LICHAAM = "lichaam"
    SLOT = "slot"
    TOELICHTING = "toelichting"
    BIJLAGE = "bijlage"
    INHOUDSOPGAVE = "inhoudsopgave"
    KOPTEKST = "koptekst"
    VOETTEKST = "voettekst"
    VOETNOOT = "voetnoot"
    EINDNOOT = "eindnoot"
    TEKSTVAK = "tekstvak"
    METADATA = "metadata"


class Rol(StrEnum):
    """What a Blok is, when the format itself says so (CVDR and STOP name their articles)."""

    OPSCHRIFT = "opschrift"
    AANHEF = "aanhef"
    HOOFDSTUK = "hoofdstuk"
    PARAGRAAF = "paragraaf"
    ARTIKEL = "artikel"
    LID = "lid"
    ONDERDEEL = "onderdeel"
    TEKST = "tekst"
    SLOT = "slot"
    ONDERTEKENING = "ondertekening"
    TOELICHTING = "toelichting"
    BIJLAGE = "bijlage"


class Nummerbron(StrEnum):
    """Where the number of a Blok comes from."""

    GEEN = "geen"
    BEREKEND = "berekend"  # automatic numbering (Word, LibreOffice)
    GETYPT = "getypt"  # characters in the text
    BENOEMD = "benoemd"  # the format names it (CVDR: <lidnr>, <nr>, <li nr=…>)


class Revisie(StrEnum):
    """Revision state of a run in the view that was read."""

    GEEN = "geen"
    INGEVOEGD = "ingevoegd"
    VERWIJDERD = "verwijderd"


class Bron(NamedTuple):
    """Handle to a source paragraph: part of the package and path of child indexes (never a live node)."""

    deel: str
    pad: tuple[int, ...] = ()


class Run(NamedTuple):
    """A stretch of ``Blok.tekst`` (``start`` ≤ i < ``eind``) with one formatting and one source element.

    ``pad`` is the path of child indexes from the paragraph to the text element; ``verschuiving`` the
    offset inside that element's text where this stretch begins. ``bron`` is the source paragraph when it
    is another than that of the Blok: a tracked change of a paragraph mark joins two paragraphs into one.
    """

    start: int
    eind: int
    revisie: Revisie = Revisie.GEEN
    vet: bool = False
    verborgen: bool = False
    pad: tuple[int, ...] = ()
    verschuiving: int = 0
    bron: Bron | None = None


@dataclass(frozen=True, slots=True)
class Veld:
    """A field (REF and the like) whose result is ``Blok.tekst[start:eind]``.

    ``doel`` is the bookmark it points at; ``verwacht`` the number that the target has now, when known.
    """

    start: int
    eind: int
    soort: str
    doel: str | None = None
    verwacht: str | None = None


class Cel(NamedTuple):
    """Place of a Blok in a table: number of the table in the document, row and column (from 0)."""

    tabel: int
    rij: int
    kolom: int


@dataclass(frozen=True, slots=True)
class Blok:
    """One paragraph as a person sees it, without its own number.

    ``nummer`` is the number a reader sees ("1.", "a.", "Artikel 3"), typed or computed; it is then not
    repeated in ``tekst``. ``alinea`` is the index of the Blok in the Document.
    """

    alinea: int
    tekst: str
    nummer: str | None = None
    nummerbron: Nummerbron = Nummerbron.GEEN
    niveau: int | None = None  # level of automatic numbering, from 0
    deel: Deel = Deel.LICHAAM
    rol: Rol | None = None
    stijl: str | None = None  # name of the paragraph style, as shown to a user ("Heading 2", "OP_Lid")
    kopniveau: int | None = None  # outline level 1…9 of a heading, through style or paragraph
    vet: bool = False  # every visible character is bold
    verborgen: bool = False
    inspringing: int = 0  # left indent in twips (1/1440 inch)
    cel: Cel | None = None
    runs: tuple[Run, ...] = ()
    velden: tuple[Veld, ...] = ()
    bron: Bron | None = None
    nummer_revisie: Revisie = Revisie.GEEN
    doorgehaald: tuple[str, ...] = ()  # what a person struck out by hand: it is still in the text

    def zonder_voorvoegsel(self, lengte: int, nummer: str) -> Blok:
        """The same Blok with its first ``lengte`` characters taken off as a typed ``nummer``; runs follow."""
        runs = self.runs and tuple(
            run._replace(
                start=max(run.start - lengte, 0),
                eind=run.eind - lengte,
                verschuiving=run.verschuiving + max(lengte - run.start, 0),
            )
            for run in self.runs
            if run.eind > lengte
        )
        velden = self.velden and tuple(
            replace(veld, start=max(veld.start - lengte, 0), eind=veld.eind - lengte) for veld in self.velden if veld.eind > lengte
        )
        # Field by field: dataclasses.replace costs five times as much, and this runs for every lid of every document.
        return Blok(
            self.alinea,
            self.tekst[lengte:],
            nummer,
            Nummerbron.GETYPT,
            self.niveau,
            self.deel,
            self.rol,
            self.stijl,
            self.kopniveau,
            self.vet,
            self.verborgen,
            self.inspringing,
            self.cel,
            runs,
            velden,
            self.bron,
            self.nummer_revisie,
            self.doorgehaald,
        )


@dataclass(frozen=True, slots=True)
class Opmerking:
    """A comment that a person put in the margin: never a Blok, never evidence."""

    auteur: str
    tekst: str
    alinea: int | None = None
    opgelost: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file or publication says about itself, apart from its text."""

    titel: str | None = None
    citeertitel: str | None = None
    gemeente: str | None = None
    vastgesteld_door: str | None = None
    soort: str | None = None
    onderwerp: str | None = None
    grondslagen: tuple[str, ...] = ()
    vaststelling: date | None = None
    inwerkingtreding: date | None = None
    uitwerkingtreding: date | None = None
    terugwerkend_tot: date | None = None
    documentdatum: date | None = None
    bekendgemaakt: bool = False  # the file is a publication (CVDR, gemeenteblad)
    kenmerken: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """One file in one view, as read."""

    blokken: tuple[Blok, ...]
    metadata: Metadata = Metadata()
    formaat: str = "tekst"  # docx, odt, pdf, cvdr, stop, html, tekst, markdown
    weergave: Weergave = Weergave.DEFINITIEF
    opmerkingen: tuple[Opmerking, ...] = ()
    heeft_revisies: bool = False


@dataclass(frozen=True, slots=True)
class Documentfeiten:
    """What is true of the file rather than of its text: work that people have not finished."""

    heeft_revisies: bool = False  # tracked changes that nobody accepted or rejected
    opmerkingen: tuple[Opmerking, ...] = ()  # of people, our own left out

    @classmethod
    def van(cls, document: Document) -> Documentfeiten:
        """The facts of ``document``."""
        return cls(document.heeft_revisies, tuple(opmerking for opmerking in document.opmerkingen if opmerking.auteur != EIGEN_AUTEUR))
