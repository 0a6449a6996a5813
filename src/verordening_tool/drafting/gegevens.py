"""The data file (gemeente.yaml): what a gemeente chooses, with defaults and an explanation per field.

The descriptions of the fields are the questions as a user reads them; docs/schemas/gegevens.schema.json is made from this module.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from verordening_tool.document.dates import dutch_date
from verordening_tool.drafting.velden import Datum, Tekst, Titel, Veldgroep, splits_lidwoord
from verordening_tool.fouten import Gebruiksfout
from verordening_tool.norms.gemeentelijst import gemeenten, opvolging
from verordening_tool.norms.gemeenten import ministerieel_aantal, vind_gemeente

PARTICIPATIEWET = date(2015, 1, 1)
PLICHT = date(2017, 1, 1)  # since then the minister sets a number and the raad may set a higher one
_BESTAND = "Bestand met die verordening, naast het gegevensbestand; dan komt er een was-wordt-tabel in het pakket."
_HET_NAAM = re.compile(
    r"\b[\w-]*(?:(?P<het>platform|comit[eé]|panel|overleg|beraad|netwerk|forum|team|orgaan|collectief)|raad|commissie|groep)\b",
    re.IGNORECASE,
)
_JAAR = re.compile(r"\b20\d\d\b")
_LANGST_VOORUIT = timedelta(days=366)

Regelingsoort = Literal["re-integratieverordening", "verordening-beschut-werk", "wijzigingsverordening"]
Voorziening = Literal[
    "begeleiding", "aanpassing_werkplek", "aanpassing_werkomgeving", "hulpmiddelen", "uitsplitsing_taken", "werktempo", "arbeidsduur"
]
Overbrugging = Literal["scholing", "werkstage", "sociale_activering", "arbeidsmatige_dagbesteding", "vrijwilligerswerk"]


def _geen_dubbele(waarden: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(waarden)) < len(waarden):
        raise ValueError("noemt iets twee keer. Haal de dubbele weg")
    return waarden


class Data(Veldgroep):
    """Dates, as 2026-01-01 or as 1 januari 2026."""

    college: Datum = Field(description="Dag waarop het college het voorstel aan de raad vaststelt.")
    raad: Datum = Field(description="Dag van de raadsvergadering waarin de verordening wordt vastgesteld.")
    bekendmaking: Datum = Field(description="Dag waarop de verordening in het gemeenteblad wordt bekendgemaakt.")
    inwerkingtreding: Datum = Field(description="Dag waarop de verordening ingaat; na de bekendmaking.")
    advies: Datum | None = Field(default=None, description="Dag van het advies van de cliëntenraad of adviesraad.")
    brief: Datum | None = Field(default=None, description="Datum van de raadsinformatiebrief; standaard de dag van de raadsvergadering.")
    verzending: Datum | None = Field(
        default=None, description="Dag waarop de raadsinformatiebrief wordt verzonden; standaard de datum van de brief."
    )
    beleidsregels: Datum | None = Field(
        default=None, description="Dag waarop het college de beleidsregels vaststelt; standaard de dag van de raadsvergadering."
    )

    @model_validator(mode="after")
    def _volgorde(self) -> Self:
        if self.inwerkingtreding < PARTICIPATIEWET:
            raise ValueError("inwerkingtreding ligt voor 1 januari 2015. Toen gold de Participatiewet nog niet; kies een latere dag")
        stappen = [
            ("advies", self.advies, "raad", self.raad),
            ("college", self.college, "raad", self.raad),
            ("raad", self.raad, "bekendmaking", self.bekendmaking),
            ("brief", self.brief, "verzending", self.verzending),
        ]
        for eerst, dag, daarna, later in stappen:
            if dag and later and dag > later:
                raise ValueError(f"{eerst} ({dutch_date(dag)}) ligt na {daarna} ({dutch_date(later)}). Verbeter een van beide")
        if self.inwerkingtreding <= self.bekendmaking:
            raise ValueError(
                f"inwerkingtreding ({dutch_date(self.inwerkingtreding)}) ligt niet na de bekendmaking ({dutch_date(self.bekendmaking)})."
                " Een verordening werkt pas na bekendmaking; verbeter een van beide"
            )
        if self.inwerkingtreding - self.raad > _LANGST_VOORUIT:
            raise ValueError("inwerkingtreding ligt meer dan een jaar na de raadsvergadering. Verbeter een van beide")
        if self.brief and self.brief < self.college:
            raise ValueError(
                f"brief ({dutch_date(self.brief)}) ligt voor college ({dutch_date(self.college)})."
                " De brief noemt het voorstel van het college; kies een latere dag voor de brief"
            )
        if self.beleidsregels and self.beleidsregels >= self.inwerkingtreding:
            raise ValueError(
                f"beleidsregels ({dutch_date(self.beleidsregels)}) ligt niet voor inwerkingtreding ({dutch_date(self.inwerkingtreding)})."
                " Beleidsregels gaan met de verordening in en werken niet terug; kies een eerdere dag"
            )
        if self.beleidsregels and self.beleidsregels < self.raad:
            raise ValueError("beleidsregels ligt voor de raadsvergadering; zij steunen op de verordening. Kies een latere dag")
        return self


class Wethouder(Veldgroep):
    """Who signs the letter to the raad."""

    naam: Tekst = Field(description="Naam van de wethouder.")
    portefeuille: Tekst = Field(default="Werk en Inkomen", description="Portefeuille, zoals die onder de naam staat.")


class Behandelaar(Veldgroep):
    """Whom a councillor may call."""

    naam: Tekst = Field(description="Naam van de behandelaar.")
    telefoon: Tekst = Field(description="Telefoonnummer van de behandelaar.")


class Personen(Veldgroep):
    """Who sign and who answer."""

    griffier: Tekst = Field(description="Naam van de griffier.")
    burgemeester: Tekst = Field(description="Naam van de burgemeester; zit de raad en het college voor.")
    secretaris: Tekst = Field(description="Naam van de gemeentesecretaris.")
    wethouder: Wethouder = Field(description="Wethouder die de brief ondertekent.")
    behandelaar: Behandelaar = Field(description="Medewerker bij wie raadsleden terechtkunnen.")


class Adviesorgaan(Veldgroep):
    """The council of clients (Participatiewet article 47)."""

    naam: Tekst = Field(default="Cliëntenraad Participatiewet", description="Naam van de cliëntenraad of adviesraad.")
    lidwoord: Literal["de", "het"] | None = Field(
        default=None, description="Lidwoord voor die naam; leeg: het voor een platform, panel, beraad en dergelijke, anders de."
    )
    strekking: Literal["positief", "positief_met_aandachtspunten", "kritisch"] = Field(
        default="positief", description="Strekking van het advies, voor het raadsvoorstel."
    )

    @property
    def genoemd(self) -> str:
        """The name with its article, as it stands within a sentence."""
        getypt, naam = splits_lidwoord(self.naam)
        woord = _HET_NAAM.search(naam)
        return f"{self.lidwoord or getypt or ('het' if woord and woord['het'] else 'de')} {naam}"


class Werkgever(Veldgroep):
    """Who is the employer in beschut werk."""

    soort: Literal["mensontwikkelbedrijf", "werkbedrijf", "gemeente", "gemeenschappelijke_regeling"] = Field(
        default="werkbedrijf", description="Wie werkgever is bij beschut werk."
    )
    naam: Tekst | None = Field(default=None, description="Naam van het bedrijf of de gemeenschappelijke regeling.")

    @model_validator(mode="after")
    def _naam_bij_regeling(self) -> Self:
        if self.soort == "gemeenschappelijke_regeling" and self.naam is None:
            raise ValueError("naam ontbreekt. Een gemeenschappelijke regeling heeft een naam; vul die in")
        if self.soort == "gemeente" and self.naam is not None:
            raise ValueError("naam hoort niet bij soort gemeente. Haal de naam weg, of kies een andere soort")
        return self


class HogerAantal(Veldgroep):
    """More places than the minister asks (Participatiewet article 10b, fifth lid)."""

    extra: Annotated[int, Field(ge=1, le=10_000)] = Field(description="Hoeveel plekken boven het aantal van de minister.")
    volgorde: Literal["besluitdatum", "jongeren_eerst"] = Field(
        default="besluitdatum", description="Wie het eerst aan de beurt is voor een extra plek."
    )


class BeschutWerk(Veldgroep):
    """Choices about beschut werk."""

    werkgever: Werkgever = Field(default=Werkgever(), description="Wie werkgever is.")
    voorzieningen: Annotated[tuple[Voorziening, ...], Field(min_length=2), AfterValidator(_geen_dubbele)] = Field(
        default=("begeleiding", "aanpassing_werkplek", "uitsplitsing_taken", "werktempo", "arbeidsduur"),
        description="Voorzieningen die het werk mogelijk maken; ten minste twee.",
    )
    tot_aanvang: Annotated[tuple[Overbrugging, ...], Field(min_length=1), AfterValidator(_geen_dubbele)] = Field(
        default=("scholing", "werkstage", "sociale_activering"), description="Voorzieningen tot de dienstbetrekking begint (vanaf 2017)."
    )
    voorschakeltraject: bool = Field(default=False, description="Of de gemeente een vrijwillig voorschakeltraject aanbiedt (vanaf 2017).")
    minimumaantal: Annotated[int, Field(ge=0, le=100_000)] | Literal["onbekend"] | None = Field(
        default=None,
        description="Aantal dat de minister voor het jaar van inwerkingtreding vaststelt; leeg laten als het bij ons bekend is.",
    )
    hoger_aantal: HogerAantal | None = Field(
        default=None, description="Alleen als de raad meer plekken wil dan de minister vraagt (vanaf 2017)."
    )
    gerealiseerd: Annotated[int, Field(ge=0, le=100_000)] | None = Field(
        default=None, description="Aantal plekken dat nu bezet is, voor de brief."
    )
    situatie: Literal["invoering", "voortzetting"] = Field(
        default="voortzetting", description="Of beschut werk nieuw wordt ingevoerd of al wordt aangeboden, voor de brief en het voorstel."
    )


class ReIntegratie(Veldgroep):
    """Amounts and measures of the re-integratieverordening."""

    premie: Annotated[int, Field(ge=1, le=2000)] = Field(
        default=150, description="Premie bij een participatieplaats, in euro per zes maanden."
    )
    aandeel_beperking: Annotated[int, Field(ge=1, le=100)] = Field(
        default=40, description="Deel van het budget dat er ten minste is voor personen met een arbeidsbeperking, in procenten."
    )
    aandeel_langdurig: Annotated[int, Field(ge=1, le=100)] = Field(
        default=20, description="Deel van het budget dat er ten minste is voor wie langer dan drie jaar bijstand heeft, in procenten."
    )
    uren_ondersteuning: Annotated[int, Field(ge=1, le=40)] = Field(
        default=12, description="Hoogste aantal uren persoonlijke ondersteuning per maand (vanaf 1 juli 2023)."
    )

    @model_validator(mode="after")
    def _samen_hoogstens_alles(self) -> Self:
        if self.aandeel_beperking + self.aandeel_langdurig > 100:
            raise ValueError("aandeel_beperking en aandeel_langdurig zijn samen meer dan 100. Verlaag een van beide")
        return self


class Financien(Veldgroep):
    """Where the money stands."""

    bedrag: Annotated[int, Field(ge=1)] | None = Field(
        default=None, description="Bedrag per jaar in de begroting voor beschut werk, in euro."
    )
    dekking: Literal["begroting", "begrotingswijziging"] = Field(
        default="begroting", description="Of het geld in de vastgestelde begroting staat of de raad een begrotingswijziging vaststelt."
    )


class Voorganger(Veldgroep):
    """The verordening that is replaced."""

    titel: Titel = Field(description="Volledige titel van de verordening die wordt ingetrokken, zonder lidwoord.")
    overgangsrecht: Literal["behoud", "behoud_een_jaar"] = Field(
        default="behoud",
        description="Hoe lang besluiten op grond van de oude verordening blijven gelden: tot hun eigen einde, of hoogstens een jaar.",
    )
    bestand: Tekst | None = Field(default=None, description=_BESTAND)


def artikelvolgorde(nummer: str) -> tuple[int, str]:
    """Where an article with this number stands: 10 before 10a before 10b before 11."""
    cijfers = nummer.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(cijfers), nummer[len(cijfers) :]


def volgend_nummer(artikel: str) -> str:
    """The usual number for an article that is put in behind ``artikel``: 10a behind 10, 10b behind 10a."""
    cijfers, letter = artikelvolgorde(artikel)
    return f"{cijfers}{chr(ord(letter) + 1) if letter else 'a'}" if letter != "z" else str(cijfers + 1)


def _volgt_op(nieuw: str, artikel: str) -> bool:
    """Whether ``nieuw`` can be the number of the article behind ``artikel``: 10a or 11 behind 10, nothing before it or further on."""
    plek = artikelvolgorde(artikel)
    return plek < artikelvolgorde(nieuw) <= (plek[0] + 1, "")


class Wijziging(Veldgroep):
    """The verordening that a wijzigingsverordening changes."""

    titel: Titel = Field(description="Titel van de verordening die wordt gewijzigd, zonder lidwoord.")
    wijze: Literal["vervangen", "invoegen"] = Field(
        default="vervangen", description="Een bestaand artikel vervangen, of een nieuw artikel invoegen."
    )
    artikel: Annotated[str, Field(pattern=r"^\d{1,3}[a-z]?$")] = Field(
        description="Nummer van het artikel dat wordt vervangen, of waarna het nieuwe artikel komt."
    )
    nieuw_nummer: Annotated[str, Field(pattern=r"^\d{1,3}[a-z]?$")] | None = Field(
        default=None, description="Nummer van het nieuwe artikel, bij invoegen; bijvoorbeeld 10a."
    )
    bestand: Tekst | None = Field(default=None, description=_BESTAND)

    @model_validator(mode="after")
    def _nummer_bij_invoegen(self) -> Self:
        if self.wijze == "invoegen" and self.nieuw_nummer is None:
            raise ValueError("nieuw_nummer ontbreekt. Noem bij invoegen het nummer van het nieuwe artikel, bijvoorbeeld 10a")
        if self.wijze == "vervangen" and self.nieuw_nummer is not None:
            raise ValueError("nieuw_nummer hoort niet bij vervangen: het artikel houdt zijn nummer. Haal het weg")
        if self.nieuw_nummer is not None and not _volgt_op(self.nieuw_nummer, self.artikel):
            raise ValueError(
                f"nieuw_nummer is {self.nieuw_nummer}, maar dat volgt niet op artikel {self.artikel}."
                f" Kies een nummer dat daar direct op volgt, bijvoorbeeld {volgend_nummer(self.artikel)}"
            )
        return self


class Gegevens(Veldgroep):
    """Everything that the documents need, once."""

    gemeente: Tekst = Field(description="Naam of CBS-code van de gemeente.")
    regeling: Regelingsoort = Field(
        default="re-integratieverordening",
        description="Waar beschut werk in komt te staan: de hele re-integratieverordening, een losse verordening"
        " of een wijziging van een bestaande verordening.",
    )
    stadium: Literal["concept", "vastgesteld"] = Field(default="concept", description="Of de raad de stukken al heeft vastgesteld.")
    titel: Titel | None = Field(default=None, description="Titel van de verordening, als die anders is dan de gebruikelijke.")
    kenmerk: Tekst = Field(description="Zaaknummer of kenmerk, op alle stukken gelijk.")
    data: Data = Field(description="Datums.")
    personen: Personen = Field(description="Namen.")
    adviesorgaan: Adviesorgaan = Field(default=Adviesorgaan(), description="Cliëntenraad of adviesraad.")
    raadsbesluit: Literal["bijlage", "een_geheel"] = Field(
        default="bijlage", description="Of de verordening als bijlage bij het raadsbesluit gaat of daarmee een geheel is."
    )
    voorganger: Voorganger | None = Field(default=None, description="Verordening die wordt ingetrokken.")
    wijziging: Wijziging | None = Field(default=None, description="Verordening die wordt gewijzigd; alleen bij een wijzigingsverordening.")
    beschut_werk: BeschutWerk = Field(default=BeschutWerk(), description="Keuzes over beschut werk.")
    re_integratie: ReIntegratie = Field(default=ReIntegratie(), description="Bedragen en maten.")
    financien: Financien = Field(default=Financien(), description="Geld.")

    @field_validator("gemeente", mode="before")
    @classmethod
    def _bekende_gemeente(cls, waarde: object, info: ValidationInfo) -> object:  # noqa: ARG003 - signature of pydantic
        """Replace name or code by the name as the CBS writes it."""
        if isinstance(waarde, int) and not isinstance(waarde, bool):
            raise ValueError("is een getal. Zet een CBS-code tussen aanhalingstekens, met de nullen ervoor, of noem de naam")
        if not isinstance(waarde, str):
            return waarde
        try:
            return vind_gemeente(waarde).naam
        except Gebruiksfout as fout:
            raise ValueError(f"is onbekend. {fout.advies}".rstrip(".")) from fout

    @model_validator(mode="after")
    def _gemeente_bestaat_dan(self) -> Self:
        code, dag = vind_gemeente(self.gemeente).code, self.data.inwerkingtreding
        jaren, gevolg = gemeenten()[code], opvolging(code)
        if jaren.tot is not None and dag >= jaren.tot and gevolg is not None:
            nieuw = gemeenten()[gevolg.codes[0]].naam
            raise ValueError(f"gemeente bestaat op {dutch_date(dag)} niet meer: zij ging op in {nieuw}. Noem die, of kies een eerdere dag")
        if jaren.van is not None and dag < jaren.van:
            raise ValueError(
                f"gemeente bestaat op {dutch_date(dag)} nog niet: zij is er sinds {dutch_date(jaren.van)}. Kies een latere dag"
            )
        return self

    @model_validator(mode="after")
    def _past_bij_regime(self) -> Self:
        werk, dag = self.beschut_werk, self.data.inwerkingtreding
        if dag < PLICHT:
            te_vroeg = [
                naam
                for naam, gekozen in (
                    ("minimumaantal", werk.minimumaantal is not None),
                    ("hoger_aantal", werk.hoger_aantal is not None),
                    ("voorschakeltraject", werk.voorschakeltraject),
                )
                if gekozen
            ]
            if te_vroeg:
                raise ValueError(
                    f"beschut_werk.{te_vroeg[0]} kan pas vanaf 1 januari 2017. Haal het weg, of kies een latere inwerkingtreding"
                )
            return self
        bekend = ministerieel_aantal(vind_gemeente(self.gemeente), dag.year)
        if bekend is None and werk.minimumaantal is None:
            raise ValueError(
                f"beschut_werk.minimumaantal ontbreekt. Het aantal van de minister voor {self.gemeente} in {dag.year} is hier niet bekend."
                " Zoek het op in de Regeling Participatiewet, IOAW en IOAZ (bijlage II), of vul onbekend in"
            )
        if bekend is not None and werk.minimumaantal is not None and werk.minimumaantal != bekend.aantal:
            raise ValueError(
                f"beschut_werk.minimumaantal is {werk.minimumaantal}, maar de minister stelde voor {self.gemeente} in {dag.year}"
                f" {bekend.aantal} vast. Haal het veld weg, of verbeter het"
            )
        return self

    @model_validator(mode="after")
    def _past_bij_elkaar(self) -> Self:
        if self.regeling == "wijzigingsverordening" and self.wijziging is None:
            raise ValueError("wijziging ontbreekt. Noem daar welke verordening en welk artikel u wijzigt, of kies een andere regeling")
        if self.regeling != "wijzigingsverordening" and self.wijziging is not None:
            raise ValueError("wijziging hoort alleen bij een wijzigingsverordening. Haal het weg, of kies regeling: wijzigingsverordening")
        if self.regeling == "wijzigingsverordening" and self.voorganger is not None:
            raise ValueError("voorganger hoort niet bij een wijzigingsverordening: die trekt niets in. Haal het weg")
        if self.voorganger is not None and self.titel is not None and self.voorganger.titel.lower() == self.titel.lower():
            raise ValueError("voorganger.titel is dezelfde als titel. Een verordening trekt zichzelf niet in; verbeter een van beide")
        for veld, eerder in (("voorganger", self.voorganger), ("wijziging", self.wijziging)):
            jaren = [int(jaar) for jaar in _JAAR.findall(eerder.titel)] if eerder else []
            if jaren and max(jaren) > self.data.inwerkingtreding.year:
                raise ValueError(
                    f"{veld}.titel noemt het jaar {max(jaren)}, maar de verordening gaat in op {dutch_date(self.data.inwerkingtreding)}."
                    " Verbeter een van beide"
                )
        return self

    @property
    def eerdere_tekst(self) -> str | None:
        """The file with the verordening that is replaced or changed, as the user names it."""
        eerder = self.wijziging or self.voorganger
        return eerder.bestand if eerder else None

    @property
    def minimum(self) -> int | None:
        """The number of the minister for the year of entry into force; None before 2017 and when the user does not know it."""
        if self.data.inwerkingtreding < PLICHT:
            return None
        bekend = ministerieel_aantal(vind_gemeente(self.gemeente), self.data.inwerkingtreding.year)
        if bekend is not None:
            return bekend.aantal
        return self.beschut_werk.minimumaantal if isinstance(self.beschut_werk.minimumaantal, int) else None
