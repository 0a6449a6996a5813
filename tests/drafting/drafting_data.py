"""Data files for tests: one that is right, and variations on it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import yaml
from hypothesis import strategies as st

from verordening_tool.drafting.gegevens import Gegevens
from verordening_tool.drafting.gegevensbestand import lees_tekst
from verordening_tool.norms.gemeenten import ministerieel_aantal, vind_gemeente

OVERBRUGGING = ("scholing", "werkstage", "sociale_activering", "arbeidsmatige_dagbesteding", "vrijwilligerswerk")
VOORZIENINGEN = (
    "begeleiding",
    "aanpassing_werkplek",
    "aanpassing_werkomgeving",
    "hulpmiddelen",
    "uitsplitsing_taken",
    "werktempo",
    "arbeidsduur",
)
GEMEENTEN = (
    "Lochem",
    "Amsterdam",
    "'s-Gravenhage",
    "Súdwest-Fryslân",
    "Horst aan de Maas",
    "Bergen (NH.)",
    "De Ronde Venen",
    "Rozendaal",
    "Schiermonnikoog",
)
REGIMES = (
    date(2015, 1, 1),
    date(2015, 12, 31),
    date(2016, 1, 1),
    date(2017, 1, 1),
    date(2018, 1, 1),
    date(2023, 6, 30),
    date(2023, 7, 1),
    date(2025, 7, 1),
    date(2026, 1, 1),
)


def gegevens(dag: date = date(2026, 1, 1), **keuzes: Any) -> dict[str, Any]:
    """A data file that enters into force on ``dag``; ``keuzes`` replace fields of the top level."""
    uit: dict[str, Any] = {
        "gemeente": "Lochem",
        "kenmerk": "Z-2025-0412",
        "data": {
            "advies": dag - timedelta(70),
            "college": dag - timedelta(58),
            "raad": dag - timedelta(20),
            "bekendmaking": dag - timedelta(9),
            "inwerkingtreding": dag,
        },
        "personen": {
            "griffier": "M. van der Laan",
            "burgemeester": "A. Willems",
            "secretaris": "J. de Groot",
            "wethouder": {"naam": "K. Evers", "portefeuille": "Werk en Participatie"},
            "behandelaar": {"naam": "S. Bakker", "telefoon": "0573-123456"},
        },
    }
    werk = dict(keuzes.pop("beschut_werk", {}))
    gemeente = vind_gemeente(keuzes.get("gemeente", uit["gemeente"]))
    if dag.year >= 2017 and ministerieel_aantal(gemeente, dag.year) is None:
        werk.setdefault("minimumaantal", "onbekend")
    return uit | keuzes | {"beschut_werk": werk}


def als_tekst(inhoud: dict[str, Any]) -> str:
    return yaml.safe_dump(inhoud, allow_unicode=True, sort_keys=False)


def lees(inhoud: dict[str, Any]) -> Gegevens:
    return lees_tekst(als_tekst(inhoud), "gemeente.yaml")


def met_regel(tekst: str, veld: str, regel: str) -> str:
    """The text with the line of ``veld`` replaced."""
    nieuw, keren = re.subn(rf"^(\s*){veld}:.*$", lambda treffer: treffer[1] + regel, tekst, count=1, flags=re.MULTILINE)
    assert keren == 1, veld
    return nieuw


_NAMEN = st.sampled_from(["J. de Groot", "mr. dr. A.B.C. van 't Hof-Özdemir", "Ç. Yılmaz", "P. & Q. Dekker", "O'Brien", "K. < L.", "§ 3"])


@st.composite
def geldige_gegevens(draw: st.DrawFn) -> dict[str, Any]:
    """Any valid data file."""
    dag = draw(st.sampled_from(REGIMES) | st.dates(date(2015, 1, 1), date(2026, 12, 31)))
    plicht = dag >= date(2017, 1, 1)
    gemeente = draw(st.sampled_from(GEMEENTEN))
    regeling = draw(st.sampled_from(["re-integratieverordening", "verordening-beschut-werk", "wijzigingsverordening"]))
    werkgever = draw(
        st.sampled_from(
            [
                {"soort": "mensontwikkelbedrijf"},
                {"soort": "werkbedrijf", "naam": "Werkbedrijf Zeewind & Zn."},
                {"soort": "gemeente"},
                {"soort": "gemeenschappelijke_regeling", "naam": "Samenwerking De Stroom"},
            ]
        )
    )
    werk: dict[str, Any] = {
        "werkgever": werkgever,
        "voorzieningen": draw(st.lists(st.sampled_from(VOORZIENINGEN), min_size=2, unique=True)),
        "tot_aanvang": draw(st.lists(st.sampled_from(OVERBRUGGING), min_size=1, unique=True)),
        "situatie": draw(st.sampled_from(["invoering", "voortzetting"])),
        "gerealiseerd": draw(st.none() | st.integers(0, 60)),
    }
    if plicht and draw(st.booleans()):
        werk["hoger_aantal"] = {
            "extra": draw(st.integers(1, 60)),
            "volgorde": draw(st.sampled_from(["besluitdatum", "jongeren_eerst"])),
        }
    inhoud = gegevens(
        dag,
        gemeente=gemeente,
        regeling=regeling,
        raadsbesluit=draw(st.sampled_from(["bijlage", "een_geheel"])),
        adviesorgaan={
            "naam": draw(st.sampled_from([f"Cliëntenraad {gemeente}", "de Adviesraad Sociaal Domein", "Platform Werk en Inkomen"])),
            "strekking": draw(st.sampled_from(["positief", "positief_met_aandachtspunten", "kritisch"])),
        },
        financien={
            "bedrag": draw(st.none() | st.integers(1, 9_000_000)),
            "dekking": draw(st.sampled_from(["begroting", "begrotingswijziging"])),
        },
        beschut_werk=werk,
    )
    inhoud["personen"] |= {rol: draw(_NAMEN) for rol in ("griffier", "burgemeester", "secretaris")}
    if draw(st.booleans()):
        inhoud["data"]["brief"] = inhoud["data"]["raad"] - timedelta(draw(st.integers(0, 30)))
    if regeling == "wijzigingsverordening":
        wijze = draw(st.sampled_from([{"wijze": "vervangen"}, {"wijze": "invoegen", "nieuw_nummer": "10a"}]))
        inhoud["wijziging"] = {"titel": f"Re-integratieverordening Participatiewet {gemeente} 2014", "artikel": "10", **wijze}
    elif draw(st.booleans()):
        soort = draw(st.sampled_from(["Verordening beschut werk", "Re-integratieverordening Participatiewet"]))
        inhoud["voorganger"] = {
            "titel": f"{soort} {gemeente} 2014",
            "overgangsrecht": draw(st.sampled_from(["behoud", "behoud_een_jaar"])),
        }
    return inhoud
