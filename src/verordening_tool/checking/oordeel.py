"""What judging returns: plain data, the same that the JSON of toets shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from verordening_tool.document.blok import Deel, Weergave
from verordening_tool.document.regeling import Onderwerp, Soort, Stadium
from verordening_tool.fouten import VerordeningFout


class Uitkomst(StrEnum):
    """The verdict on one norm."""

    VOLDOET = "voldoet"
    TWIJFEL = "twijfel"
    NIET_AANGETROFFEN = "niet_aangetroffen"
    STRIJDIG = "strijdig"
    NVT = "nvt"


class Gewicht(StrEnum):
    """How heavy a finding weighs."""

    VERPLICHT = "verplicht"
    AANBEVOLEN = "aanbevolen"
    STIJL = "stijl"


@dataclass(frozen=True, slots=True)
class Plaats:
    """A literal quote and where it stands. ``voor`` and ``na``: the rest of its alinea, so that it can be shown in context."""

    deel: Deel
    citaat: str
    artikel: str | None = None
    lid: str | None = None
    onderdeel: str | None = None
    alinea: int | None = None
    bericht: str | None = None
    voor: str = ""
    na: str = ""


@dataclass(frozen=True, slots=True)
class Norm:
    """The rule of law a verdict rests on."""

    wet: str
    bwb: str | None = None
    artikel: str | None = None
    lid: str | None = None
    onderdeel: str | None = None
    jci: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Deeloordeel:
    """The verdict on one half of a norm."""

    onderdeel: str
    oordeel: Uitkomst
    bericht: str
    plaatsen: tuple[Plaats, ...] = ()


@dataclass(frozen=True, slots=True)
class Aanvaarding:
    """Why people accept a finding, who decided that and when."""

    reden: str
    door: str = ""
    datum: date | None = None


@dataclass(frozen=True, slots=True)
class Oordeel:
    """The verdict on one norm for one document on one date."""

    code: str
    naam: str
    titel: str
    aard: str  # gebod of verbod
    oordeel: Uitkomst
    gewicht: Gewicht
    norm: Norm
    bericht: str
    advies: str = ""
    plaatsen: tuple[Plaats, ...] = ()
    dichtstbij: Plaats | None = None
    deeloordelen: tuple[Deeloordeel, ...] = ()
    aanvaard: Aanvaarding | None = None  # the whole finding was accepted (--afwijkingen)


ZONDER_BASIS = "De wijziging verandert woorden in een artikel dat niet in dit stuk staat; geef de hele tekst mee met --basis."


@dataclass(frozen=True, slots=True)
class NietBeoordeeld:
    """A norm that no check could judge, and why."""

    code: str
    reden: str


@dataclass(frozen=True, slots=True)
class Kernvraag:
    """One of the three questions on beschut werk, answered on any date."""

    vraag: str  # voorselectie, voorzieningen, omvang
    onderdeel: str | None
    antwoord: str  # geregeld, niet geregeld, gedelegeerd, afgezien
    eis: str  # verplicht, niet gevraagd, niet als poort, hoger aantal mag
    oordeel: Uitkomst
    plaatsen: tuple[Plaats, ...] = ()


@dataclass(frozen=True, slots=True)
class Peildatum:
    """The date a document is judged on, and where that date comes from.

    ``bron``: optie, slotbepaling, metadata, documentdatum, geschat, vandaag, onbekend. ``datum`` is None when unknown.
    ``artikel`` names the article of the slotbepaling.
    """

    datum: date | None
    bron: str
    artikel: str | None = None


@dataclass(frozen=True, slots=True)
class Nietgepast:
    """An opdracht that does not fit the text that it changes: its words, its place in the wijzigingsverordening and why."""

    opdracht: str
    alinea: int
    reden: str


@dataclass(frozen=True, slots=True)
class Consolidatie:
    """That not the wijzigingsverordening was judged but the text of ``basis`` with its changes: how many were made, which did not fit."""

    basis: str
    uitgevoerd: int
    niet_gepast: tuple[Nietgepast, ...] = ()


@dataclass(frozen=True, slots=True)
class Toetsresultaat:
    """All verdicts on one file for one peildatum, or the error that kept it from being read.

    ``oorspronkelijk``: the result on the text without its tracked changes, when both views were asked for and differ.
    ``dossier``: the files that it was judged with, itself included. ``zelfde_als``: the file with the same text that they were
    held against instead of this one; ``niet_vergeleken``: why it was held against no verordening though the dossier has one.
    ``doorgehaald``: words that were struck out by hand were read as if they stay.
    """

    bestand: str
    soort: Soort = Soort.ANDERS
    aard: str | None = None
    onderwerp: Onderwerp = Onderwerp.ANDERS
    stadium: Stadium = Stadium.CONCEPT
    gemeente: str | None = None
    titel: str | None = None
    aantal_artikelen: int = 0
    vastgesteld: date | None = None
    inwerkingtreding: date | None = None
    vervalt: date | None = None
    peildatum: Peildatum = Peildatum(None, "onbekend")
    oordelen: tuple[Oordeel, ...] = ()
    kernvragen: tuple[Kernvraag, ...] = ()
    niet_beoordeeld: tuple[NietBeoordeeld, ...] = ()
    fout: VerordeningFout | None = None
    weergave: Weergave = Weergave.DEFINITIEF
    oorspronkelijk: Toetsresultaat | None = None
    consolidatie: Consolidatie | None = None
    dossier: tuple[str, ...] = ()
    zelfde_als: str | None = None
    niet_vergeleken: str | None = None
    doorgehaald: bool = False
