"""The questions of `verordening nieuw`: which field each fills, its default, and when it is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from verordening_tool._yaml import zin
from verordening_tool.document.dates import dutch_date
from verordening_tool.drafting.gegevens import PLICHT, volgend_nummer
from verordening_tool.drafting.gegevensbestand import groep_op, wat_is_er_mis
from verordening_tool.fouten import Gebruiksfout
from verordening_tool.norms.gemeenten import Gemeente, lijkt_op, ministerieel_aantal, vind_gemeente

Antwoorden = dict[str, Any]  # field ("data.raad") → value as it stands in the data file; "" is an optional field that stays empty
_WACHTTIJD = timedelta(days=120)  # from the first draft to the entry into force, as a suggestion
_JA_NEE = {"j": True, "ja": True, "n": False, "nee": False}
_TYP = {  # what to type in the terminal, where the data file asks for another form
    "bool_type": "is geen ja of nee. Typ j of n",
    "bool_parsing": "is geen ja of nee. Typ j of n",
    "string_pattern_mismatch": "heeft niet de goede vorm. Typ alleen het nummer, bijvoorbeeld 10 of 10a",
}
_BIJ_NAAM = {  # choices that do not explain themselves
    "mensontwikkelbedrijf": "een mensontwikkelbedrijf",
    "werkbedrijf": "het werkbedrijf",
    "gemeente": "de gemeente zelf",
    "gemeenschappelijke_regeling": "een gemeenschappelijke regeling",
    "verordening-beschut-werk": "losse verordening beschut werk",
    "wijzigingsverordening": "wijziging van een bestaande verordening",
    "re-integratieverordening": "hele re-integratieverordening",
    "behoud": "tot hun eigen einde",
    "behoud_een_jaar": "hoogstens een jaar",
    "vervangen": "een bestaand artikel vervangen",
    "invoegen": "een nieuw artikel invoegen",
    "besluitdatum": "wie het langst een besluit heeft",
    "jongeren_eerst": "eerst jongeren, dan wie het langst een besluit heeft",
    "bijlage": "als bijlage bij het besluit",
    "een_geheel": "besluit en verordening zijn een geheel",
    "begroting": "staat in de begroting",
    "begrotingswijziging": "vraagt een begrotingswijziging",
    "invoering": "beschut werk is nieuw in de gemeente",
    "voortzetting": "de gemeente biedt het al aan",
    "concept": "nog niet",
    "vastgesteld": "al vastgesteld",
}


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question. ``verstek`` gives the default from earlier answers (None: that of the schema); ``geldt`` whether it is asked."""

    veld: str
    tekst: str | Callable[[Antwoorden], str]
    verstek: Callable[[Antwoorden], object] = lambda _: None
    geldt: Callable[[Antwoorden], bool] = lambda _: True
    mag_leeg: bool = False

    @property
    def uitleg(self) -> str:
        """What the schema says of the field."""
        return _veld(self.veld).description or ""

    @property
    def keuzes(self) -> tuple[str, ...]:
        """The values to choose from; empty for an open question."""
        return _keuzes(_veld(self.veld).annotation)

    @property
    def meer(self) -> bool:
        """Whether more than one of ``keuzes`` may be chosen."""
        return get_origin(_veld(self.veld).annotation) is tuple

    def kop(self, antwoorden: Antwoorden) -> str:
        """The question in a line, without choices and default."""
        return self.tekst if isinstance(self.tekst, str) else self.tekst(antwoorden)

    def stel(self, antwoorden: Antwoorden) -> str:
        """The question as a person reads it, with the choices numbered and the default in brackets."""
        kop = self.kop(antwoorden)
        keuzes = "".join(f"\n  {nummer} {_BIJ_NAAM.get(keuze, keuze.replace('_', ' '))}" for nummer, keuze in enumerate(self.keuzes, 1))
        verstek = self.verstek_als_tekst(antwoorden)
        slot = f" [{verstek}]" if verstek else ""
        return f"{kop}?{keuzes}\n {slot}" if keuzes else f"{kop}?{slot}"

    def verstek_als_tekst(self, antwoorden: Antwoorden) -> str:
        """The default as it may be typed; "" when there is none."""
        waarde = self.verstek(antwoorden)
        if waarde is None and not self.mag_leeg and not _veld(self.veld).is_required():
            waarde = _veld(self.veld).default
        if isinstance(waarde, tuple):
            return ",".join(str(self.keuzes.index(deel) + 1) for deel in waarde)
        if isinstance(waarde, bool):
            return "j" if waarde else "n"
        if isinstance(waarde, date):
            return dutch_date(waarde)
        if isinstance(waarde, str) and waarde in self.keuzes:
            return str(self.keuzes.index(waarde) + 1)
        return "" if waarde is None else str(waarde)


def _dagen_na(veld: str, dagen: int) -> Callable[[Antwoorden], object]:
    return lambda antwoorden: date.fromisoformat(antwoorden[veld]) + timedelta(dagen)


def _volgende_ingang(_: Antwoorden) -> date:
    """The first 1 January or 1 July that leaves time for advice, the raad and publication."""
    vroegst = date.today() + _WACHTTIJD  # noqa: DTZ011 - the user's own day
    dagen = (date(jaar, maand, 1) for jaar in (vroegst.year, vroegst.year + 1) for maand in (1, 7))
    return min(dag for dag in dagen if dag >= vroegst)


def _ingang(antwoorden: Antwoorden) -> date:
    return date.fromisoformat(antwoorden["data.inwerkingtreding"])


def _plicht(antwoorden: Antwoorden) -> bool:
    return _ingang(antwoorden) >= PLICHT


def _minimum(antwoorden: Antwoorden) -> int | None:
    bekend = ministerieel_aantal(vind_gemeente(antwoorden["gemeente"]), _ingang(antwoorden).year)
    return bekend.aantal if bekend else None


def _vraag_naar_meer(antwoorden: Antwoorden) -> str:
    minimum = _minimum(antwoorden)
    bekend = f" van {minimum} (eind {_ingang(antwoorden).year})" if minimum is not None else ""
    return f"Hoeveel plekken wilt u meer dan het wettelijk minimum{bekend} (leeg: geen)"


def _is(veld: str, *waarden: str) -> Callable[[Antwoorden], bool]:
    return lambda antwoorden: antwoorden.get(veld) in waarden


def _ingevuld(veld: str) -> Callable[[Antwoorden], bool]:
    return lambda antwoorden: antwoorden.get(veld, "") != ""


_WIJZIGING = _is("regeling", "wijzigingsverordening")
_HEEL = _is("regeling", "re-integratieverordening")
_GR = "gemeenschappelijke_regeling"

VRAGEN: tuple[Vraag, ...] = (
    Vraag("gemeente", "Gemeente (naam of CBS-code)"),
    Vraag("data.inwerkingtreding", "Wanneer moet de verordening ingaan", _volgende_ingang),
    Vraag("regeling", "Welke verordening maakt u"),
    Vraag("wijziging.titel", "Welke verordening wordt gewijzigd (titel zonder lidwoord)", geldt=_WIJZIGING),
    Vraag("wijziging.wijze", "Hoe wijzigt u die verordening", geldt=_WIJZIGING),
    Vraag("wijziging.artikel", "Welk artikel wordt vervangen, of na welk artikel komt het nieuwe (nummer)", geldt=_WIJZIGING),
    Vraag(
        "wijziging.nieuw_nummer",
        "Welk nummer krijgt het nieuwe artikel",
        lambda a: volgend_nummer(a["wijziging.artikel"]),
        _is("wijziging.wijze", "invoegen"),
    ),
    Vraag(
        "voorganger.titel",
        "Welke verordening wordt ingetrokken (titel zonder lidwoord; leeg: geen)",
        geldt=lambda a: not _WIJZIGING(a),
        mag_leeg=True,
    ),
    Vraag("voorganger.overgangsrecht", "Hoe lang blijven besluiten van voor die tijd gelden", geldt=_ingevuld("voorganger.titel")),
    Vraag("raadsbesluit", "Hoe gaat de verordening naar de raad"),
    Vraag("stadium", "Heeft de raad al besloten"),
    Vraag("beschut_werk.situatie", "Waar staat de gemeente nu"),
    Vraag(
        "beschut_werk.minimumaantal",
        "Aantal plekken van de minister voor dat jaar (een getal, of onbekend)",
        lambda _: "onbekend",
        lambda a: _plicht(a) and _minimum(a) is None,
    ),
    Vraag("beschut_werk.hoger_aantal.extra", _vraag_naar_meer, geldt=_plicht, mag_leeg=True),
    Vraag("beschut_werk.hoger_aantal.volgorde", "Wie krijgt eerst een extra plek", geldt=_ingevuld("beschut_werk.hoger_aantal.extra")),
    Vraag("beschut_werk.gerealiseerd", "Hoeveel plekken zijn nu bezet (leeg: niet noemen)", mag_leeg=True),
    Vraag("beschut_werk.werkgever.soort", "Wie is werkgever bij beschut werk"),
    Vraag("beschut_werk.werkgever.naam", "Naam van de gemeenschappelijke regeling", geldt=_is("beschut_werk.werkgever.soort", _GR)),
    Vraag("beschut_werk.voorzieningen", "Welke voorzieningen maken het werk mogelijk (nummers met een komma ertussen)"),
    Vraag("beschut_werk.tot_aanvang", "Welke voorzieningen zijn er tot het werk begint (nummers met een komma ertussen)", geldt=_plicht),
    Vraag("beschut_werk.voorschakeltraject", "Biedt u een vrijwillig voorschakeltraject aan (j/n)", geldt=_plicht),
    Vraag("re_integratie.premie", "Premie bij een participatieplaats, in euro per zes maanden", geldt=_HEEL),
    Vraag("re_integratie.aandeel_beperking", "Deel van het budget voor mensen met een arbeidsbeperking, in procenten", geldt=_HEEL),
    Vraag("re_integratie.aandeel_langdurig", "Deel van het budget voor wie langer dan drie jaar bijstand heeft, in procenten", geldt=_HEEL),
    Vraag(
        "re_integratie.uren_ondersteuning",
        "Hoogste aantal uren persoonlijke ondersteuning per maand",
        geldt=lambda a: _HEEL(a) and _ingang(a) >= date(2023, 7, 1),
    ),
    Vraag("financien.bedrag", "Bedrag per jaar voor beschut werk, in euro (leeg: niet noemen)", mag_leeg=True),
    Vraag("financien.dekking", "Waar komt het geld vandaan"),
    Vraag("data.raad", "Dag van de raadsvergadering", _dagen_na("data.inwerkingtreding", -28)),
    Vraag("data.college", "Dag waarop het college het voorstel vaststelt", _dagen_na("data.raad", -42)),
    Vraag("data.advies", "Dag van het advies van de cliëntenraad", _dagen_na("data.college", -14)),
    Vraag("data.bekendmaking", "Dag van bekendmaking in het gemeenteblad", _dagen_na("data.raad", 7)),
    Vraag("adviesorgaan.naam", "Naam van de cliëntenraad of adviesraad", lambda a: f"Cliëntenraad Participatiewet {a['gemeente']}"),
    Vraag("adviesorgaan.strekking", "Wat houdt het advies in"),
    Vraag("kenmerk", "Zaaknummer of kenmerk"),
    Vraag("personen.griffier", "Naam van de griffier"),
    Vraag("personen.burgemeester", "Naam van de burgemeester"),
    Vraag("personen.secretaris", "Naam van de gemeentesecretaris"),
    Vraag("personen.wethouder.naam", "Naam van de wethouder die de brief ondertekent"),
    Vraag("personen.wethouder.portefeuille", "Portefeuille van de wethouder"),
    Vraag("personen.behandelaar.naam", "Naam van de behandelaar"),
    Vraag("personen.behandelaar.telefoon", "Telefoonnummer van de behandelaar"),
)


def bijna(vraag: Vraag, tekst: str) -> Gemeente | None:
    """The one gemeente that is probably meant by an answer that names none."""
    if vraag.veld != "gemeente":
        return None
    gevonden = lijkt_op(tekst)
    return gevonden[0] if len(gevonden) == 1 else None


def lees_antwoord(vraag: Vraag, tekst: str) -> object:
    """The value for the data file. Raises Gebruiksfout that says what is wrong with the answer."""
    kaal = tekst.strip()
    if not kaal and vraag.mag_leeg:
        return ""
    if not kaal:
        raise Gebruiksfout("Hier is een antwoord nodig.", "Met q bewaart u de antwoorden en gaat u later verder.")
    if vraag.veld == "gemeente":
        return vind_gemeente(kaal).naam
    veld = _veld(vraag.veld)
    soort: Any = Annotated[(veld.annotation, *veld.metadata)] if veld.metadata else veld.annotation
    try:
        waarde = TypeAdapter(soort).validate_python(_uit_tekst(vraag, kaal))
    except ValidationError as fout:
        raise Gebruiksfout(zin(f"Dit antwoord {_wat_is_er_mis(vraag, fout)}")) from fout
    if isinstance(waarde, tuple):
        return list(waarde)
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def _wat_is_er_mis(vraag: Vraag, fout: ValidationError) -> str:
    """What is wrong with an answer, and what to type instead: a person here sees numbers, not the words of the data file."""
    detail = fout.errors()[0]
    if vraag.keuzes and detail["type"] == "literal_error":
        typ = "nummers met een komma ertussen," if vraag.meer else "een nummer"
        return f"is geen van de keuzes. Typ {typ} van 1 tot en met {len(vraag.keuzes)}"
    return _TYP.get(detail["type"]) or wat_is_er_mis(detail, tuple(vraag.veld.split(".")))[0]


def _uit_tekst(vraag: Vraag, kaal: str) -> object:
    """What was typed, with the number of a choice replaced by the choice."""
    if vraag.keuzes:
        delen = [vraag.keuzes[int(deel) - 1] if _is_nummer(deel, vraag.keuzes) else deel for deel in _delen(kaal)]
        return tuple(delen) if vraag.meer else " ".join(delen)
    soort = _veld(vraag.veld).annotation
    if soort is bool:
        return _JA_NEE.get(kaal.lower(), kaal)
    return int(kaal) if kaal.isdecimal() and int in (soort, *get_args(soort), *map(_kern, get_args(soort))) else kaal


def _delen(kaal: str) -> list[str]:
    return [deel for deel in kaal.replace(",", " ").replace(";", " ").split() if deel]


def _is_nummer(deel: str, keuzes: tuple[str, ...]) -> bool:
    return deel.isdecimal() and 1 <= int(deel) <= len(keuzes)


def _kern(soort: object) -> object:
    """The type below an Annotated."""
    return get_args(soort)[0] if get_args(soort) else soort


def _keuzes(soort: object) -> tuple[str, ...]:
    if get_origin(soort) is tuple:
        return _keuzes(get_args(soort)[0])
    return get_args(soort) if get_origin(soort) is Literal else ()


def als_gegevens(antwoorden: Mapping[str, Any]) -> dict[str, Any]:
    """The answers as the nested fields of a data file; empty answers stay out."""
    uit: dict[str, Any] = {}
    for veld, waarde in antwoorden.items():
        if waarde == "":
            continue
        *groepen, naam = veld.split(".")
        plek = uit
        for groep in groepen:
            plek = plek.setdefault(groep, {})
        plek[naam] = waarde
    return uit


def uit_gegevens(inhoud: Mapping[str, Any]) -> Antwoorden:
    """The answers that a data file holds already; an optional one that is not there was left empty when a later one is."""
    gevonden = {vraag.veld: waarde for vraag in VRAGEN if (waarde := _waarde(inhoud, vraag.veld)) is not None}
    laatste = max((nummer for nummer, vraag in enumerate(VRAGEN) if vraag.veld in gevonden), default=-1)
    return {
        vraag.veld: gevonden.get(vraag.veld, "")
        for nummer, vraag in enumerate(VRAGEN)
        if vraag.veld in gevonden or (vraag.mag_leeg and nummer < laatste)
    }


def _waarde(inhoud: Mapping[str, Any], veld: str) -> object:
    waarde: Any = inhoud
    for deel in veld.split("."):
        waarde = waarde.get(deel) if isinstance(waarde, Mapping) else None
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def _veld(pad: str) -> FieldInfo:
    *groepen, naam = pad.split(".")
    groep = groep_op(tuple(groepen))
    assert groep is not None  # noqa: S101 - the questions name fields of the schema; a test holds it
    return groep.model_fields[naam]
