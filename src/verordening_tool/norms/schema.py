"""The form of a check (checks/<pakket>/<CODE>.yaml), validated with a message that names the field.

A check file holds two YAML documents: the norm with its manual page, and behind ``---`` its ``gevallen``. Only the
first is read at run time.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

_CODE = r"^[A-Z]{2,4}-\d{2}$"
_NAAM = r"^[a-z0-9-]+\.[a-z0-9-]+$"
_ID = r"^[a-z0-9_]+$"
_STUK = (
    r"^[a-z0-9-]+\.(?:verordening|wijzigingsverordening|beleidsregels|nadere_regels|raadsvoorstel|raadsbesluit|raadsinformatiebrief"
    r"|toelichting)$"
)
_WOORDVORM = r"[^\s*.()|\[\]]"
# Per pattern how it is said to a user.
VORMEN = {
    _CODE: "Schrijf twee tot vier hoofdletters, een streepje en twee cijfers, zoals BW-07",
    _NAAM: "Schrijf het pakket, een punt en het onderwerp, in kleine letters met streepjes, zoals beschut-werk.geen-wachtlijst",
    _ID: "Gebruik alleen kleine letters, cijfers en een laag streepje, zoals geen_plafond",
    _WOORDVORM: "Schrijf ten minste een letter; deze vorm past op elk woord",
    _STUK: "Schrijf een naam, een punt en de soort van het stuk, zoals concept.verordening",
}

Code = Annotated[str, Field(pattern=_CODE)]
Naam = Annotated[str, Field(pattern=_NAAM)]
Id = Annotated[str, Field(pattern=_ID)]
Stuknaam = Annotated[str, Field(pattern=_STUK)]
Woordvorm = Annotated[str, Field(pattern=_WOORDVORM)]
SoortNaam = Literal[
    "verordening",
    "wijzigingsverordening",
    "beleidsregels",
    "nadere_regels",
    "raadsvoorstel",
    "raadsbesluit",
    "raadsinformatiebrief",
    "toelichting",
]
OnderwerpNaam = Literal["re-integratie", "losse_beschut_werk", "participatiewet_overig", "anders"]
UitkomstNaam = Literal["voldoet", "twijfel", "niet_aangetroffen", "strijdig", "nvt"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Waar(StrEnum):
    """Which passages a rule looks at."""

    BESCHUT_WERK = "beschut_werk"  # articles and leden that regulate beschut werk
    BESCHUT_WERK_KERN = "beschut_werk_kern"  # only articles that are about beschut werk
    OPERATIEF = "operatief"  # every article but definitions and closing provisions
    OPERATIEF_OVERIG = "operatief_overig"  # of those, the articles that are not about beschut werk
    BEGRIPPEN = "begrippen"  # definitions
    LICHAAM = "lichaam"  # every article
    AANHEF = "aanhef"  # the "gelet op" lines
    TOELICHTING = "toelichting"


class Bereik(StrEnum):
    """Within what one piece of evidence must stand together."""

    ZIN = "zin"
    LID = "lid"
    ARTIKEL = "artikel"
    REGELING = "regeling"


class Regel(_Model):
    """One way in which the text answers the question. The first rule that is met decides."""

    id: Id
    uitkomst: UitkomstNaam
    waar: Waar = Waar.BESCHUT_WERK
    bereik: Bereik = Bereik.LID
    alle: tuple[str, ...] = ()  # each of these concepts, not negated
    een_van: tuple[str, ...] = ()  # at least one of these, not negated
    een_van_ook: tuple[str, ...] = ()  # and at least one of these, not negated
    ten_minste: int = 1  # how many different words of een_van
    ontkend: tuple[str, ...] = ()  # each of these, negated
    hoe_dan_ook: tuple[str, ...] = ()  # each of these, negated or not (word forms that hold a negation themselves)
    geen: tuple[str, ...] = ()  # none of these, negated or not
    lid_zonder: tuple[str, ...] = ()  # none of these in the whole lid, for a rule on a sentence
    zin_zonder: tuple[str, ...] = ()  # a sentence with one of these gives no evidence ("het college stelt nadere regels over …")
    niet_in: tuple[str, ...] = ()  # a place within one of these gives no evidence ("krijgt" in "krijgt een vergoeding")
    kop: tuple[str, ...] = ()  # the heading of the article holds one of these
    kop_niet: tuple[str, ...] = ()  # the article's own heading holds none of these
    kop_telt: tuple[str, ...] = ()  # concepts that may also stand in the heading
    verwijzing: bool = True  # text that the passage refers to counts as well
    tenzij: tuple[str, ...] = ()  # not when one of these rules (ids) is met anywhere
    van: date | None = None  # the rule holds on peildata from … up to and including
    tot: date | None = None
    soort: tuple[SoortNaam, ...] = ()  # only for these kinds of document
    bericht: str

    @model_validator(mode="after")
    def _asks_something(self) -> Regel:
        if not (self.alle or self.een_van or self.ontkend or self.hoe_dan_ook or self.kop):
            raise ValueError("een regel vraagt ten minste één begrip (alle, een_van, ontkend, hoe_dan_ook of kop)")
        return self

    def begrippen(self) -> tuple[str, ...]:
        """The names of all concepts that the rule looks for."""
        gevraagd = (*self.alle, *self.een_van, *self.een_van_ook, *self.ontkend, *self.hoe_dan_ook)
        return (*gevraagd, *self.geen, *self.lid_zonder, *self.zin_zonder, *self.niet_in, *self.kop, *self.kop_niet, *self.kop_telt)


class Toestand(_Model):
    """What holds when no rule is met."""

    uitkomst: UitkomstNaam
    bericht: str


class Deel(_Model):
    """One half of a norm, judged apart."""

    onderdeel: str
    titel: str
    bewijs: tuple[Regel, ...]
    anders: Toestand


class Citaat(_Model):
    """A citation in the aanhef that must, or may not, be there."""

    bwb: tuple[str, ...]
    artikel: str
    lid: str | None = None
    onderdeel: str | None = None
    alleen_met_lid: bool = False  # a citation without lid is no hit (for a gebod: twijfel)
    mag_zonder_lid_bij: tuple[str, ...] = ()  # verbod: a citation without lid is right when the text holds one of these concepts
    bericht_gevonden: str
    bericht_afwezig: str


class NormBron(_Model):
    """The rule of law that a check rests on."""

    wet: str
    bwb: str | None = None
    artikel: str | None = None
    lid: str | None = None
    onderdeel: str | None = None


class EerdereNorm(NormBron):
    """The rule of law that held before, up to and including ``tot``."""

    tot: date


class Geldig(_Model):
    """From when until when (inclusive) the norm holds, and which date decides."""

    van: date | None = None
    tot: date | None = None
    beslist: Literal["peildatum", "aanhef"] = "peildatum"  # aanhef: vaststelling and first inwerkingtreding

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> Geldig:
        if self.van and self.tot and self.tot < self.van:
            raise ValueError("tot ligt vóór van, dus de norm geldt nooit. Draai de data om, of verbeter er een")
        return self

    def op(self, dag: date) -> bool:
        """Whether the norm holds on ``dag``."""
        return (self.van is None or self.van <= dag) and (self.tot is None or dag <= self.tot)


class GeldtVoor(_Model):
    """For which documents the norm is meant."""

    soort: tuple[SoortNaam, ...]
    onderwerp: tuple[OnderwerpNaam, ...]


class Status(_Model):
    """Who looked at the check, and until when that look is good."""

    stand: Literal["concept", "getoetst"]
    getoetst_door: str | None = None
    herzien_voor: date


class Voorbeeld(_Model):
    """A good and a bad example for the manual page."""

    goed: str
    fout: str


class Check(_Model):
    """One check: manual page and evidence."""

    code: Code
    naam: Naam
    titel: str
    aard: Literal["gebod", "verbod"]
    kind: Literal["passage", "delen", "citaat", "onderzoek"]
    gewicht: Literal["verplicht", "aanbevolen", "stijl"]
    geldt_voor: GeldtVoor
    geldig: Geldig
    norm: NormBron
    eerder: tuple[EerdereNorm, ...] = ()  # oldest first: where the same rule stood before
    vraag: str
    uitleg: str
    telt: tuple[str, ...]
    telt_niet: tuple[str, ...] = ()
    advies: str
    voorbeeld: Voorbeeld
    modelclausule: str | None = None
    nvt_bericht: str | None = None
    alleen_als_geregeld: bool = False  # nvt in a document that does not regulate beschut werk
    bewijs: tuple[Regel, ...] = ()
    anders: Toestand | None = None
    delen: tuple[Deel, ...] = ()
    citaat: Citaat | None = None
    onderzoek: str | None = None  # name of the function that looks into it
    status: Status

    @model_validator(mode="after")
    def _kind_has_its_parts(self) -> Check:
        nodig = {"passage": self.bewijs and self.anders, "delen": self.delen, "citaat": self.citaat, "onderzoek": self.onderzoek}
        if not nodig.get(self.kind, True):
            raise ValueError(f"een check van het soort {self.kind} mist zijn bewijs, delen, citaat of onderzoek")
        namen = [regel.id for regel in self.alle_regels()]
        if len(namen) != len(set(namen)):
            raise ValueError("twee regels hebben dezelfde id")
        if onbekend := {id_ for regel in self.alle_regels() for id_ in regel.tenzij} - set(namen):
            raise ValueError(f"tenzij noemt een regel die niet bestaat: {', '.join(sorted(onbekend))}")
        return self

    def begrippen(self) -> frozenset[str]:
        """The names of all concepts that the check looks for."""
        uit_regels = (begrip for regel in self.alle_regels() for begrip in regel.begrippen())
        return frozenset((*uit_regels, *(self.citaat.mag_zonder_lid_bij if self.citaat else ())))

    def bron_op(self, dag: date | None) -> NormBron:
        """Where in the law the rule stood on ``dag``; where it stands now when that is None."""
        return next((bron for bron in self.eerder if dag is not None and dag <= bron.tot), self.norm)

    def alle_regels(self) -> tuple[Regel, ...]:
        """The rules of the check and of its halves."""
        return (*self.bewijs, *(regel for deel in self.delen for regel in deel.bewijs))


class Geval(_Model):
    """A case that the check must judge right: its own test."""

    id: Id
    soort: SoortNaam = "verordening"
    onderwerp: OnderwerpNaam = "re-integratie"
    stadium: Literal["concept", "vastgesteld", "bekendgemaakt"] = "concept"
    peildatum: date
    vastgesteld: date | None = None
    tekst: str
    opmerkingen: tuple[str, ...] = ()  # open comments in the margin, of a person
    revisies: bool = False  # the text has tracked changes that nobody accepted or rejected
    stijlen: tuple[str, ...] = ()  # names of paragraph styles, line by line
    velden: dict[str, str] = {}  # what a cross-reference of Word shows, and what its target shows now
    automatisch: tuple[int, ...] = ()  # lines, from 1, whose number Word counts
    dossier: dict[Stuknaam, str] = {}  # the other documents, by name and soort: "concept.verordening"
    oordeel: Literal[UitkomstNaam, "niet_beoordeeld"]
    onderdeel: str | None = None  # the half that this verdict is about
    waarom: str | None = None


class Gevallen(_Model):
    """The second document of a check file."""

    gevallen: tuple[Geval, ...]


class Begrippenbestand(_Model):
    """A file in checks/begrippen: concepts with their word forms."""

    toelichting: str
    begrippen: dict[Id, tuple[Woordvorm, ...]]
