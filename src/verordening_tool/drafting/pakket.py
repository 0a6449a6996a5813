"""The package: which documents belong to these data, what they have in common, and in which order they are built."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from verordening_tool.document.regeling import Data, Soort, Stadium
from verordening_tool.drafting.gegevens import PARTICIPATIEWET, PLICHT, Gegevens
from verordening_tool.drafting.nummering import Art, art, lid
from verordening_tool.drafting.opbouw import Concept, Omslag, bouw
from verordening_tool.drafting.sjabloon import Sjablonen, keur, vul_in
from verordening_tool.drafting.stukken import lees_stukken
from verordening_tool.drafting.woorden import opsomming
from verordening_tool.fouten import Gebruiksfout
from verordening_tool.norms.gemeenten import ministerieel_aantal, vind_gemeente

REGELINGEN = ("re-integratieverordening", "verordening-beschut-werk", "wijzigingsverordening")
_SOORTEN: dict[str, Soort] = {
    "re-integratieverordening": Soort.VERORDENING,
    "verordening-beschut-werk": Soort.VERORDENING,
    "wijzigingsverordening": Soort.WIJZIGINGSVERORDENING,
    "toelichting": Soort.TOELICHTING,
    "raadsvoorstel": Soort.RAADSVOORSTEL,
    "raadsbesluit": Soort.RAADSBESLUIT,
    "raadsinformatiebrief": Soort.RAADSINFORMATIEBRIEF,
    "beleidsregels": Soort.BELEIDSREGELS,
}
_VOLGORDE = (
    *REGELINGEN,
    "toelichting",
    "raadsvoorstel",
    "raadsbesluit",
    "raadsinformatiebrief",
    "beleidsregels",
    "collegebesluit",
    "publicatieblad",
)


@dataclass(frozen=True, slots=True)
class Titels:
    """Titles as every document quotes them."""

    regeling: str
    beleidsregels: str


def titels(gegevens: Gegevens) -> Titels:
    """The titles: the usual ones, or the one that the data give."""
    jaar = gegevens.data.inwerkingtreding.year
    gewoon = {
        "re-integratieverordening": f"Re-integratieverordening Participatiewet {gegevens.gemeente} {jaar}",
        "verordening-beschut-werk": f"Verordening beschut werk {gegevens.gemeente} {jaar}",
        "wijzigingsverordening": f"Verordening tot wijziging van de {gegevens.wijziging.titel if gegevens.wijziging else ''}",
    }
    return Titels(gegevens.titel or gewoon[gegevens.regeling], f"Beleidsregels beschut werk {gegevens.gemeente} {jaar}")


def kies_soorten(gegevens: Gegevens, gevraagd: Sequence[str], sjablonen: Sjablonen) -> tuple[str, ...]:
    """The documents to write, in order: those asked for, else the whole package. Raises Gebruiksfout."""
    bekend = sjablonen.soorten
    for soort in gevraagd:
        if soort not in bekend:
            raise Gebruiksfout(f"{soort} is geen stuk dat ik kan maken.", f"Kies uit: {', '.join(_op_volgorde(bekend))}.")
        if soort in REGELINGEN and soort != gegevens.regeling:
            raise Gebruiksfout(
                f"De gegevens gaan over een {gegevens.regeling}, niet over een {soort}.", f"Zet in het gegevensbestand regeling: {soort}."
            )
    gekozen = gevraagd or [soort for soort in bekend if soort not in REGELINGEN or soort == gegevens.regeling]
    return tuple(soort for soort in _op_volgorde(bekend) if soort in gekozen)


def _op_volgorde(soorten: Sequence[str]) -> list[str]:
    return sorted(soorten, key=lambda soort: (_VOLGORDE.index(soort) if soort in _VOLGORDE else len(_VOLGORDE), soort))


def stel_samen(gegevens: Gegevens, soorten: Sequence[str], sjablonen: Sjablonen) -> tuple[Concept, ...]:
    """Build the documents ``soorten``. Raises Sjabloonfout before anything is written."""
    context = maak_context(gegevens, sjablonen, soorten)
    keur(sjablonen, context)
    regeling = _bouw(gegevens.regeling, gegevens, sjablonen, context, None)
    return tuple(regeling if soort == gegevens.regeling else _bouw(soort, gegevens, sjablonen, context, regeling) for soort in soorten)


def _bouw(soort: str, gegevens: Gegevens, sjablonen: Sjablonen, context: dict[str, Any], basis: Concept | None) -> Concept:
    return bouw(lees_stukken(vul_in(sjablonen, soort, context)), _omslag(soort, gegevens), basis)


def _omslag(soort: str, gegevens: Gegevens) -> Omslag:
    data, genoemd = gegevens.data, titels(gegevens)
    if soort == "raadsbesluit":
        dagen = Data(vastgesteld=data.raad, inwerkingtreding=data.inwerkingtreding, documentdatum=data.raad)
    elif soort in REGELINGEN:
        dagen = Data(vastgesteld=data.raad, inwerkingtreding=data.inwerkingtreding)
    elif soort == "beleidsregels":
        dagen = Data(vastgesteld=beleidsdag(gegevens), inwerkingtreding=data.inwerkingtreding)
    elif soort == "raadsinformatiebrief":
        dagen = Data(documentdatum=data.brief or data.raad)
    else:
        dagen = Data(documentdatum=data.raad if soort == "raadsvoorstel" else None)
    citeertitel = (
        genoemd.beleidsregels if soort == "beleidsregels" else genoemd.regeling if soort in {*REGELINGEN, "raadsbesluit"} else None
    )
    return Omslag(
        naam=soort,
        soort=_SOORTEN.get(soort, Soort.ANDERS),
        gemeente=gegevens.gemeente,
        citeertitel=citeertitel,
        data=dagen,
        stadium=Stadium(gegevens.stadium),
        romeins=gegevens.regeling == "wijzigingsverordening" and soort in {"wijzigingsverordening", "raadsbesluit"},
    )


def beleidsdag(gegevens: Gegevens) -> date:
    """The day on which the college adopts the beleidsregels."""
    return gegevens.data.beleidsregels or gegevens.data.raad


def over_het_aantal(gegevens: Gegevens) -> str:
    """What is known of the number that the minister set, in a sentence for the user."""
    jaar = gegevens.data.inwerkingtreding.year
    if gegevens.data.inwerkingtreding < PLICHT:
        return f"In {jaar} stelde de minister nog geen aantal plekken vast."
    bekend = ministerieel_aantal(vind_gemeente(gegevens.gemeente), jaar)
    if bekend is not None:
        return f"Aantal plekken van de minister voor {gegevens.gemeente} in {jaar}: {bekend.aantal} ({bekend.bron})."
    if gegevens.minimum is not None:
        return (
            f"Aantal plekken van de minister voor {gegevens.gemeente} in {jaar}: {gegevens.minimum}, volgens uw gegevens; controleer dit."
        )
    return f"Het aantal plekken van de minister voor {gegevens.gemeente} in {jaar} is niet ingevuld; de stukken noemen geen aantal."


def maak_context(gegevens: Gegevens, sjablonen: Sjablonen, soorten: Sequence[str]) -> dict[str, Any]:
    """What a template may use: the data as they are, and what follows from them."""
    data, werk = gegevens.data, gegevens.beschut_werk
    brief = data.brief or data.raad
    genoemd = titels(gegevens)

    def vanaf(dag: str) -> bool:
        return data.inwerkingtreding >= date.fromisoformat(dag)

    return gegevens.model_dump() | {
        "art": art,
        "Art": Art,
        "lid": lid,
        "vanaf": vanaf,
        "titel": genoemd.regeling,
        "titel_beleidsregels": genoemd.beleidsregels,
        "jaar": data.inwerkingtreding.year,
        "minimum": gegevens.minimum,
        "totaal": None if gegevens.minimum is None else gegevens.minimum + (werk.hoger_aantal.extra if werk.hoger_aantal else 0),
        "werkgever": _werkgever(gegevens, sjablonen),
        "adviesorgaan_genoemd": gegevens.adviesorgaan.genoemd,
        "dag_brief": brief,
        "dag_verzending": data.verzending or brief,
        "dag_beleidsregels": beleidsdag(gegevens),
        "plaats_beschut_werk": _plaats_beschut_werk(gegevens, genoemd.regeling),
        "brief_na_vaststelling": brief >= data.raad,
        "brief_voor_participatiewet": brief < PARTICIPATIEWET,
        "brief_voor_plicht": brief < PLICHT,
        "soorten": tuple(soorten),
        "voorzieningen_genoemd": opsomming(sjablonen.woorden["voorziening"][keuze] for keuze in werk.voorzieningen),
        "overbrugging_genoemd": opsomming((sjablonen.woorden["overbrugging"][keuze] for keuze in werk.tot_aanvang), "of"),
        "woorden": sjablonen.woorden,
    }


def _plaats_beschut_werk(gegevens: Gegevens, titel: str) -> str:
    """Where beschut werk stands once the raad has decided: after a change, in the verordening that is changed."""
    if (wijziging := gegevens.wijziging) is None:
        return f"{art('beschut-werk')} van de {titel}"
    return f"artikel {wijziging.nieuw_nummer or wijziging.artikel} van de {wijziging.titel}"


def _werkgever(gegevens: Gegevens, sjablonen: Sjablonen) -> str:
    keuze = gegevens.beschut_werk.werkgever
    woord: str = sjablonen.woorden["werkgever"][keuze.soort]
    if keuze.naam is None:
        return woord
    return f"{woord} {keuze.naam}" if keuze.soort == "gemeenschappelijke_regeling" else keuze.naam
