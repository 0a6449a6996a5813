"""The report of toets to hand over: one self-contained page per document, and a page that leads to them all.

A page needs no network and no script, follows WCAG 2.1 AA and prints well. Templates and style stand in html_templates/;
every text that comes from a document or a norm is escaped there.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from verordening_tool.checking.oordeel import Gewicht, Oordeel, Toetsresultaat, Uitkomst
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import Stadium
from verordening_tool.fouten import VerordeningFout
from verordening_tool.reports.antwoord import (
    TEKENS,
    antwoord,
    beslisser,
    consolidatie_voluit,
    geldigheid,
    kernantwoord,
    kerneis,
    over_de_wet,
    peildatum_voluit,
    soort_voluit,
    stand,
    waarschuwing,
)
from verordening_tool.reports.formaten import Bestand
from verordening_tool.reports.opmaak import zonder_stuurtekens
from verordening_tool.reports.rapport import ALARM, Rapport, aanvaarde, alarmen, met_uitkomst, waarom_niet
from verordening_tool.reports.woorden import (
    aantal,
    aanvaarding_voluit,
    hoofdletter,
    is_eigen_plicht,
    norm_voluit,
    oordeel_voluit,
    plaats_voluit,
)

if TYPE_CHECKING:
    from jinja2 import Environment

OVERZICHT = "index.html"
CONTEXT = 300  # characters of the alinea that are shown before and after a quote
MEEST_VOORKOMEND = 10
_GERESERVEERD = frozenset({"index", "con", "prn", "aux", "nul", *(f"{naam}{nr}" for naam in ("com", "lpt") for nr in range(1, 10))})
_LANGSTE_NAAM = 80


@dataclass(frozen=True, slots=True)
class _Groep:
    """Findings under one heading; ``anker`` is the id of that heading."""

    anker: str
    kop: str
    inleiding: str
    oordelen: tuple[Oordeel, ...]


@dataclass(frozen=True, slots=True)
class _Rij:
    """One document in the overview; ``pagina`` is None when it was not judged, ``fout`` says why."""

    resultaat: Toetsresultaat
    pagina: str | None
    uitkomst: Uitkomst
    woorden: str
    fout: VerordeningFout | None


def maak(rapport: Rapport) -> tuple[Bestand, ...]:
    """The pages: one when there is one result, else an overview (index.html) and a page for each that was judged."""
    if len(rapport.resultaten) == 1:
        return (Bestand(None, _pagina(rapport, rapport.resultaten[0])),)
    namen = _paginanamen(rapport.resultaten)
    rijen = [
        _Rij(resultaat, None if waarom_niet(resultaat) else naam, *stand(resultaat), waarom_niet(resultaat))
        for resultaat, naam in zip(rapport.resultaten, namen, strict=True)
    ]
    paginas = [Bestand(rij.pagina, _pagina(rapport, rij.resultaat, OVERZICHT)) for rij in rijen if rij.pagina is not None]
    return (Bestand(OVERZICHT, _overzicht(rapport, rijen)), *paginas)


# --- one document ---------------------------------------------------------------------------------------------------


def _pagina(rapport: Rapport, resultaat: Toetsresultaat, terug: str | None = None) -> bytes:
    """The page on one result; ``terug`` leads back to the overview."""
    groepen = _groepen(resultaat)
    return _render(
        "rapport.html.j2",
        rapport=rapport,
        resultaat=resultaat,
        terug=terug,
        fout=waarom_niet(resultaat),
        uitkomst=stand(resultaat)[0],
        groepen=groepen,
        uitgewerkt={oordeel.code for groep in groepen for oordeel in groep.oordelen},
        kernvragen=[(kernvraag, kernantwoord(kernvraag), *kerneis(kernvraag)) for kernvraag in resultaat.kernvragen],
        tellingen=_tellingen(resultaat),
        is_concept=resultaat.stadium is Stadium.CONCEPT,
        ongetoetst=_nog_niet_door_een_jurist(rapport, resultaat),
    )


def _groepen(resultaat: Toetsresultaat) -> list[_Groep]:
    """The findings, heaviest first; a report to hand over shows them all, whatever the drempel."""
    verplicht = alarmen(resultaat, Gewicht.VERPLICHT)
    waaraan = "de wet of aan de eigen normen" if any(map(is_eigen_plicht, verplicht)) else "de wet"
    groepen = [
        _Groep("anders", "Wat moet anders", f"Op deze punten voldoet het stuk niet aan {waaraan}.", verplicht),
        _Groep(
            "twijfel",
            "Twijfel",
            "Hier kon het programma niet beslissen. Laat iemand met kennis van de regeling kijken.",
            met_uitkomst(resultaat, Uitkomst.TWIJFEL),
        ),
        _Groep("let-op", "Let op", "De wet verplicht dit niet, maar veranderen is verstandig.", alarmen(resultaat, Gewicht.AANBEVOLEN)),
        _Groep("wijkt-af", "Wijkt af van de schrijfregels", "Dit raakt de inhoud niet.", alarmen(resultaat, Gewicht.STIJL)),
        _Groep(
            "aanvaard",
            "Aanvaarde afwijkingen",
            "Deze punten heeft de gemeente bekeken en aanvaard. Zij tellen niet mee.",
            aanvaarde(resultaat),
        ),
    ]
    return [groep for groep in groepen if groep.oordelen]


def _tellingen(resultaat: Toetsresultaat) -> list[tuple[str, int]]:
    """What the counters at the top say, in the order of the report."""
    return [
        ("verplicht, open", len(alarmen(resultaat, Gewicht.VERPLICHT))),
        ("twijfel", len(met_uitkomst(resultaat, Uitkomst.TWIJFEL))),
        ("let op", len(alarmen(resultaat, Gewicht.AANBEVOLEN))),
        ("wijkt af", len(alarmen(resultaat, Gewicht.STIJL))),
        *([("aanvaard", len(aanvaarde(resultaat)))] if aanvaarde(resultaat) else []),
        ("in orde", len(met_uitkomst(resultaat, Uitkomst.VOLDOET))),
        ("niet van toepassing", len(met_uitkomst(resultaat, Uitkomst.NVT))),
        ("niet beoordeeld", len(resultaat.niet_beoordeeld)),
    ]


def _nog_niet_door_een_jurist(rapport: Rapport, resultaat: Toetsresultaat) -> int:
    """How many of the norms that were applied no lawyer has reviewed yet."""
    codes = [oordeel.code for oordeel in resultaat.oordelen if oordeel.oordeel is not Uitkomst.NVT]
    return sum(code in rapport.checks and rapport.checks[code].status.stand == "concept" for code in codes)


# --- several documents ----------------------------------------------------------------------------------------------


def _overzicht(rapport: Rapport, rijen: Sequence[_Rij]) -> bytes:
    """The page with a row per result, the totals, and the norms that are most often not met."""
    beoordeeld = [rij.resultaat for rij in rijen if rij.pagina is not None]
    met_open = sum(bool(alarmen(resultaat, Gewicht.VERPLICHT)) for resultaat in beoordeeld)
    zonder_open = sum(rij.uitkomst is Uitkomst.VOLDOET for rij in rijen)
    tellingen = [
        ("met verplichte punten open", met_open),
        ("zonder verplichte punten open", zonder_open),
        ("zonder oordeel of niet van toepassing", len(beoordeeld) - met_open - zonder_open),
        ("niet gelezen of geen regeling", len(rijen) - len(beoordeeld)),
    ]
    vaak = Counter(
        (oordeel.code, oordeel.titel)
        for resultaat in beoordeeld
        for oordeel in resultaat.oordelen
        if oordeel.oordeel in ALARM and not oordeel.aanvaard
    )
    return _render(
        "overzicht.html.j2",
        rapport=rapport,
        rijen=rijen,
        tellingen=tellingen,
        vaak=sorted(vaak.items(), key=lambda item: (-item[1], item[0]))[:MEEST_VOORKOMEND],
        let_op=next((zin for resultaat in beoordeeld for zin in over_de_wet(resultaat, rapport.bijgewerkt_tot)), None),
    )


def _paginanamen(resultaten: Iterable[Toetsresultaat]) -> list[str]:
    """A file name for every result: that of the document, with the peildatum or a number where that is not enough."""
    resultaten = tuple(resultaten)
    per_document = Counter(_kale_naam(resultaat.bestand) for resultaat in resultaten)
    gebruikt: set[str] = set(_GERESERVEERD)
    namen = []
    for resultaat in resultaten:
        naam = _kale_naam(resultaat.bestand)
        dag = resultaat.peildatum.datum
        if per_document[naam] > 1 and dag is not None:
            naam = f"{naam}-{dag.isoformat()}"
        vrij = naam
        nummer = 2
        while vrij in gebruikt:
            vrij, nummer = f"{naam}-{nummer}", nummer + 1
        gebruikt.add(vrij)
        namen.append(f"{vrij}.html")
    return namen


def _kale_naam(bestand: str) -> str:
    """A name that every file system and every address takes: small letters, digits and hyphens."""
    ascii_ = unicodedata.normalize("NFKD", PurePath(bestand).stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_).strip("-")[:_LANGSTE_NAAM] or "document"


# --- templates ------------------------------------------------------------------------------------------------------


def _render(sjabloon: str, **gegevens: Any) -> bytes:
    return paginaomgeving().get_template(sjabloon).render(**gegevens).encode("utf-8", "replace")  # the name of a file may hold anything


@lru_cache(maxsize=1)
def paginaomgeving() -> Environment:
    """Jinja with autoescape, our words as filters, and control characters taken out of whatever is printed."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def schoon(waarde: object) -> object:
        return zonder_stuurtekens(waarde) if isinstance(waarde, str) and not isinstance(waarde, Markup) else waarde

    omgeving = Environment(
        loader=PackageLoader("verordening_tool.reports", "html_templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=schoon,
    )
    omgeving.filters.update(
        aantal=aantal,
        aanvaarding=aanvaarding_voluit,
        datum=dutch_date,
        hoofdletter=hoofdletter,
        norm=norm_voluit,
        oordeel=oordeel_voluit,
        plaats=plaats_voluit,
        begin_ingekort=_begin_ingekort,
        eind_ingekort=_eind_ingekort,
        bestandsnaam=lambda bestand: PurePath(bestand).name,
    )
    omgeving.globals.update(
        TEKENS=TEKENS,
        Uitkomst=Uitkomst,
        antwoord=antwoord,
        beslisser=beslisser,
        geldigheid=geldigheid,
        consolidatie_voluit=consolidatie_voluit,
        peildatum_voluit=peildatum_voluit,
        soort_voluit=soort_voluit,
        waarschuwing=waarschuwing,
    )
    return omgeving


def _begin_ingekort(tekst: str) -> str:
    """What stands before a quote, its begin cut off at a word when it is long."""
    return tekst if len(tekst) <= CONTEXT else "… " + tekst[-CONTEXT:].partition(" ")[2]


def _eind_ingekort(tekst: str) -> str:
    """What stands behind a quote, its end cut off at a word when it is long."""
    return tekst if len(tekst) <= CONTEXT else tekst[:CONTEXT].rpartition(" ")[0] + " …"
