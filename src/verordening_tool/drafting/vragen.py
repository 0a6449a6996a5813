"""The questions of `verordening nieuw`: which field each fills, its default, and when it is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from verordening_tool.drafting.gegevens import PLICHT
from verordening_tool.drafting.gegevensbestand import groep_op, wat_is_er_mis
from verordening_tool.fouten import Gebruiksfout
from verordening_tool.norms.gemeenten import ministerieel_aantal, vind_gemeente

Antwoorden = dict[str, Any]  # field ("data.raad") → value as it stands in the data file; "" is an optional field that stays empty
_OPTIONEEL = frozenset({"voorganger.titel", "beschut_werk.hoger_aantal.extra"})


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question. ``verstek`` gives the default from earlier answers (None: there is none); ``geldt`` whether it is asked."""

    veld: str
    tekst: str
    verstek: Callable[[Antwoorden], str | None] = lambda _: None
    geldt: Callable[[Antwoorden], bool] = lambda _: True

    @property
    def uitleg(self) -> str:
        """What the schema says of the field."""
        return _veld(self.veld).description or ""


def _vast(waarde: str) -> Callable[[Antwoorden], str | None]:
    return lambda _: waarde


def _dagen_na(veld: str, dagen: int) -> Callable[[Antwoorden], str | None]:
    return lambda antwoorden: (date.fromisoformat(antwoorden[veld]) + timedelta(dagen)).isoformat()


def _ingang(antwoorden: Antwoorden) -> date:
    return date.fromisoformat(antwoorden["data.inwerkingtreding"])


def _onbekend_aantal(antwoorden: Antwoorden) -> bool:
    dag = _ingang(antwoorden)
    return dag >= PLICHT and ministerieel_aantal(vind_gemeente(antwoorden["gemeente"]), dag.year) is None


def _wijziging(antwoorden: Antwoorden) -> bool:
    return bool(antwoorden["regeling"] == "wijzigingsverordening")


VRAGEN: tuple[Vraag, ...] = (
    Vraag("gemeente", "Gemeente (naam of CBS-code)"),
    Vraag("data.inwerkingtreding", "Wanneer gaat de verordening in (2027-01-01)"),
    Vraag(
        "regeling", "Welke: re-integratieverordening, verordening-beschut-werk of wijzigingsverordening", _vast("re-integratieverordening")
    ),
    Vraag("wijziging.titel", "Welke verordening wordt gewijzigd (titel zonder lidwoord)", geldt=_wijziging),
    Vraag("wijziging.artikel", "Welk artikel daarvan wordt vervangen", geldt=_wijziging),
    Vraag("voorganger.titel", "Welke verordening wordt ingetrokken (leeg: geen)", _vast(""), lambda a: not _wijziging(a)),
    Vraag("beschut_werk.minimumaantal", "Aantal plekken van de minister voor dat jaar", _vast("onbekend"), _onbekend_aantal),
    Vraag(
        "beschut_werk.hoger_aantal.extra",
        "Hoeveel plekken meer dan de minister vraagt (leeg: geen)",
        _vast(""),
        lambda a: _ingang(a) >= PLICHT,
    ),
    Vraag(
        "beschut_werk.werkgever.soort",
        "Werkgever: mensontwikkelbedrijf, werkbedrijf, gemeente of gemeenschappelijke_regeling",
        _vast("werkbedrijf"),
    ),
    Vraag(
        "beschut_werk.werkgever.naam",
        "Naam van de gemeenschappelijke regeling",
        geldt=lambda a: a["beschut_werk.werkgever.soort"] == "gemeenschappelijke_regeling",
    ),
    Vraag("data.raad", "Dag van de raadsvergadering", _dagen_na("data.inwerkingtreding", -28)),
    Vraag("data.college", "Dag waarop het college het voorstel vaststelt", _dagen_na("data.raad", -42)),
    Vraag("data.advies", "Dag van het advies van de cliëntenraad", _dagen_na("data.college", -14)),
    Vraag("data.bekendmaking", "Dag van bekendmaking in het gemeenteblad", _dagen_na("data.raad", 7)),
    Vraag("adviesorgaan.naam", "Naam van de cliëntenraad of adviesraad", lambda a: f"Cliëntenraad Participatiewet {a['gemeente']}"),
    Vraag("kenmerk", "Zaaknummer of kenmerk"),
    Vraag("personen.griffier", "Naam van de griffier"),
    Vraag("personen.burgemeester", "Naam van de burgemeester"),
    Vraag("personen.secretaris", "Naam van de gemeentesecretaris"),
    Vraag("personen.wethouder.naam", "Naam van de wethouder die de brief ondertekent"),
    Vraag("personen.wethouder.portefeuille", "Portefeuille van de wethouder", _vast("Werk en Inkomen")),
    Vraag("personen.behandelaar.naam", "Naam van de behandelaar"),
    Vraag("personen.behandelaar.telefoon", "Telefoonnummer van de behandelaar"),
)


def lees_antwoord(vraag: Vraag, tekst: str) -> object:
    """The value for the data file. Raises Gebruiksfout that says what is wrong with the answer."""
    kaal = tekst.strip()
    if not kaal and vraag.veld in _OPTIONEEL:
        return ""
    if not kaal:
        raise Gebruiksfout("Hier is een antwoord nodig.", "Met q bewaart u de antwoorden en gaat u later verder.")
    if vraag.veld == "gemeente":
        return vind_gemeente(kaal).naam
    veld = _veld(vraag.veld)
    soort: Any = Annotated[(veld.annotation, *veld.metadata)] if veld.metadata else veld.annotation
    try:
        waarde = TypeAdapter(soort).validate_python(int(kaal) if kaal.isdecimal() and veld.annotation is not str else kaal)
    except ValidationError as fout:
        wat, _ = wat_is_er_mis(fout.errors()[0], tuple(vraag.veld.split(".")))
        raise Gebruiksfout(f"Dit antwoord {wat}.") from fout
    return waarde.isoformat() if isinstance(waarde, date) else waarde


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
        if vraag.veld in gevonden or (vraag.veld in _OPTIONEEL and nummer < laatste)
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
