"""Right law for the date: judging a 2024 draft by the list of 2015, or the reverse, is the worst mistake."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from gevallen import toets_tekst
from verordening_tool.api import Toetsopties, begrippen, toets
from verordening_tool.checking.oordeel import NietBeoordeeld, Oordeel, Peildatum, Uitkomst
from verordening_tool.checking.peildatum import aanhefdata, bepaal_peildatum
from verordening_tool.checking.toetsing import beoordeel_regeling
from verordening_tool.document.blok import Metadata
from verordening_tool.document.regeling import Data, Onderwerp, Regeling, Soort, Stadium
from verordening_tool.norms.loader import lees_normen
from verordening_tool.norms.regimes import EDGES
from verordening_tool.readers.tekst import read_tekst
from verordening_tool.reports.opmaak import Scherm
from verordening_tool.reports.tekst_normen import render_lijst
from verordening_tool.reports.woorden import norm_voluit
from verordening_tool.structure import ontleed

VANDAAG = date(2026, 7, 1)
DAG = timedelta(days=1)

# Per code: first and last day on which the law asks it (norms 7).
PERIODE = {
    "BW-01": (date(2015, 1, 1), None),
    "BW-02": (date(2015, 1, 1), None),
    "BW-03": (date(2015, 1, 1), date(2016, 12, 31)),
    "BW-04": (date(2015, 1, 1), date(2016, 12, 31)),
    "BW-05": (date(2015, 1, 1), date(2016, 12, 31)),
    "BW-06": (date(2017, 1, 1), None),
    "BW-07": (date(2017, 1, 1), None),
    "BW-09": (date(2017, 1, 1), None),
    "BW-10": (date(2017, 1, 1), None),
    "BW-11": (date(2017, 1, 1), None),
    "BW-12": (date(2017, 1, 1), None),
    "BW-13": (date(2015, 1, 1), None),
    "BW-14": (date(2015, 1, 1), None),
    "BW-15": (date(2017, 1, 1), None),
    "BW-16": (date(2015, 1, 1), None),
    "BW-17": (date(2015, 1, 1), None),
    "BW-19": (date(2015, 1, 1), date(2015, 12, 31)),
    "BW-20": (date(2015, 1, 1), None),
    "BW-21": (date(2015, 1, 1), date(2023, 6, 30)),
    "BW-22": (date(2023, 7, 1), None),
    "BW-23": (date(2023, 7, 1), None),
    "BW-24": (date(2023, 7, 1), None),
    "BW-26": (date(2023, 7, 1), None),
}

TEKST = """Re-integratieverordening Voorbeeldstad
De raad van de gemeente Voorbeeldstad;
gelet op artikel 8a van de Participatiewet;
besluit vast te stellen de Re-integratieverordening Voorbeeldstad.
Artikel 1 Beschut werk
1. Het college biedt beschut werk aan.
2. Het college kan daarbij hulp bieden.
"""


def _oordelen(peildatum: Peildatum) -> dict[str, Oordeel | NietBeoordeeld]:
    regeling = replace(ontleed(read_tekst(TEKST.encode())), onderwerp=Onderwerp.RE_INTEGRATIE, soort=Soort.VERORDENING)
    uitslag = beoordeel_regeling(regeling, lees_normen().checks.values(), begrippen(), (), (), peildatum)
    return {uitkomst.code: uitkomst for uitkomst in (*uitslag.oordelen, *uitslag.niet_beoordeeld)}


@pytest.mark.parametrize("dag", [dag for edge in EDGES for dag in (edge - DAG, edge)], ids=str)
def test_each_norm_holds_in_its_own_period_only(dag: date) -> None:
    oordelen = _oordelen(Peildatum(dag, "optie"))
    geldt = {code for code in PERIODE if isinstance(oordelen[code], Oordeel) and oordelen[code].oordeel is not Uitkomst.NVT}
    assert geldt == {code for code, (van, tot) in PERIODE.items() if dag >= van and (tot is None or dag <= tot)}


@pytest.mark.parametrize(
    ("code", "dag", "verwacht"),
    [
        ("BW-13", date(2016, 12, 31), "Participatiewet, artikel 10b, derde lid"),
        ("BW-13", date(2017, 1, 1), "Participatiewet, artikel 10b, eerste lid"),
        ("BW-20", date(2015, 12, 31), "Participatiewet, artikel 8a, tweede lid, onder c"),
        ("BW-20", date(2016, 1, 1), "Participatiewet, artikel 8a, tweede lid, onder b"),
        ("PR-03", date(2021, 6, 30), "Gemeentewet, artikel 139"),
        ("PR-03", date(2021, 7, 1), "Bekendmakingswet, artikel 8"),
    ],
)
def test_a_norm_names_the_place_in_the_law_of_the_day(code: str, dag: date, verwacht: str) -> None:
    check = lees_normen().checks[code]
    lijst = render_lijst([check], dag, dag, Scherm(breedte=200))
    assert verwacht.rpartition(", ")[2] in lijst
    oordeel = _oordelen(Peildatum(dag, "optie"))[code]
    assert not isinstance(oordeel, Oordeel) or norm_voluit(oordeel.norm) == verwacht


def test_an_unknown_date_gives_a_verdict_only_where_every_regime_agrees() -> None:
    oordelen = _oordelen(Peildatum(None, "onbekend"))
    beoordeeld = {code for code in PERIODE if isinstance(oordelen[code], Oordeel)}
    altijd = {code for code, (van, tot) in PERIODE.items() if van == date(2015, 1, 1) and tot is None}
    assert beoordeeld == altijd
    assert all("--peildatum" in oordelen[code].reden for code in PERIODE.keys() - altijd)


@pytest.mark.parametrize(
    ("dag", "niet_beoordeeld"),
    [
        (date(2016, 11, 15), {"BW-03", "BW-04", "BW-05", "BW-06", "BW-07"}),
        (date(2016, 10, 1), set()),
        (date(2017, 1, 2), set()),
    ],
    ids=["change within sixty days", "change far away", "just after a change"],
)
def test_an_estimated_date_close_to_a_change_is_judged_under_both_laws(dag: date, niet_beoordeeld: set[str]) -> None:
    oordelen = _oordelen(Peildatum(dag, "geschat"))
    inhoud = {"BW-03", "BW-04", "BW-05", "BW-06", "BW-07"}
    assert {code for code in inhoud if isinstance(oordelen[code], NietBeoordeeld)} == niet_beoordeeld


def _regeling(
    soort: Soort = Soort.VERORDENING, stadium: Stadium = Stadium.CONCEPT, metadata: Metadata | None = None, **data: object
) -> Regeling:
    return Regeling((), soort=soort, stadium=stadium, data=Data(**data), metadata=metadata or Metadata())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("regeling", "optie", "verwacht"),
    [
        (_regeling(inwerkingtreding=date(2024, 2, 15)), date(2020, 1, 1), Peildatum(date(2020, 1, 1), "optie")),
        (
            _regeling(inwerkingtreding=date(2024, 2, 15), inwerkingtreding_plaats=("24", 9)),
            None,
            Peildatum(date(2024, 2, 15), "slotbepaling", "24"),
        ),
        (
            _regeling(inwerkingtreding=date(2023, 7, 1), terugwerkend_tot=date(2023, 7, 1), vastgesteld=date(2024, 6, 20)),
            None,
            Peildatum(date(2024, 6, 20), "slotbepaling"),
        ),
        (_regeling(metadata=Metadata(inwerkingtreding=date(2019, 3, 1))), None, Peildatum(date(2019, 3, 1), "metadata")),
        (_regeling(Soort.RAADSINFORMATIEBRIEF, documentdatum=date(2023, 12, 19)), None, Peildatum(date(2023, 12, 19), "documentdatum")),
        (_regeling(stadium=Stadium.VASTGESTELD, vastgesteld=date(2017, 6, 1)), None, Peildatum(date(2017, 6, 9), "geschat")),
        (_regeling(), None, Peildatum(VANDAAG, "vandaag")),
        (_regeling(stadium=Stadium.VASTGESTELD), None, Peildatum(None, "onbekend")),
    ],
    ids=["option", "own closing provision", "retroactive", "metadata", "letter", "estimate", "draft", "unknown"],
)
def test_peildatum(regeling: Regeling, optie: date | None, verwacht: Peildatum) -> None:
    assert bepaal_peildatum(regeling, VANDAAG, optie) == verwacht


@pytest.mark.parametrize(
    ("vastgesteld", "inwerking", "verwacht"),
    [
        (date(2016, 11, 24), date(2017, 1, 1), (date(2016, 11, 24), date(2017, 1, 1))),
        (date(2014, 12, 2), date(2023, 7, 1), (date(2014, 12, 2), date(2014, 12, 10))),
        (None, date(2019, 1, 1), (None, date(2019, 1, 1))),
    ],
    ids=["adopted before the change", "later version left aside", "adoption unknown"],
)
def test_days_on_which_the_aanhef_is_judged(vastgesteld: date | None, inwerking: date, verwacht: tuple[date | None, date | None]) -> None:
    regeling = _regeling(vastgesteld=vastgesteld, inwerkingtreding=inwerking)
    assert aanhefdata(regeling, bepaal_peildatum(regeling, VANDAAG)) == verwacht


def test_kan_was_right_until_2017_and_is_wrong_since() -> None:
    tekst = "Artikel 8 Beschut werk\nHet college kan beschut werk aanbieden."
    voor, na = (toets_tekst(tekst, "BW-09", dag) for dag in (date(2016, 12, 31), date(2017, 1, 1)))
    assert (voor.oordeel, na.oordeel) == (Uitkomst.NVT, Uitkomst.STRIJDIG)


def test_two_peildata_give_two_results(tmp_path) -> None:
    bestand = tmp_path / "concept.txt"
    bestand.write_text(TEKST, encoding="utf-8")
    resultaten = list(toets([bestand], Toetsopties(peildata=(date(2016, 12, 31), date(2017, 1, 1)))))
    assert [resultaat.peildatum.datum for resultaat in resultaten] == [date(2016, 12, 31), date(2017, 1, 1)]
    kern = [{vraag.onderdeel or vraag.vraag: vraag.eis for vraag in resultaat.kernvragen} for resultaat in resultaten]
    assert kern[0] == {
        "voorselectie": "verplicht",
        "werk mogelijk maken": "verplicht",
        "tot aanvang": "niet gevraagd",
        "omvang": "verplicht",
    }
    assert kern[1] == {
        "voorselectie": "niet als poort",
        "werk mogelijk maken": "verplicht",
        "tot aanvang": "verplicht",
        "omvang": "hoger aantal mag",
    }


@pytest.mark.parametrize("bestand", ["01-reintegratie-2015-koppen.docx", "02-verzamel-2015-zonder-stijlen.docx"])
def test_a_document_judged_on_two_days_is_judged_on_each_as_on_that_day_alone(bestand: str) -> None:
    pad = Path(__file__).parents[1] / "corpus" / "documenten" / bestand
    dagen = (date(2016, 3, 1), date(2024, 3, 1))
    samen = list(toets([pad], Toetsopties(peildata=dagen, vandaag=VANDAAG)))
    los = [uitslag for dag in dagen for uitslag in toets([pad], Toetsopties(peildata=(dag,), vandaag=VANDAAG))]
    assert [uitslag.oordelen for uitslag in samen] == [uitslag.oordelen for uitslag in los]
