"""structure.ontleed on the reference documents: labelled examples, full texts and openings of real regulations."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from verordening_tool.document.blok import Blok, Document
from verordening_tool.document.regeling import Soort
from verordening_tool.readers import lees_bestand
from verordening_tool.structure import ontleed

_SOORTEN = {
    "verordening": {Soort.VERORDENING, Soort.WIJZIGINGSVERORDENING},
    "beleidsregel": {Soort.BELEIDSREGELS, Soort.NADERE_REGELS},
    "raadsvoorstel": {Soort.RAADSVOORSTEL},
    "raadsbrief": {Soort.RAADSINFORMATIEBRIEF},
    "other": {Soort.ANDERS},
}


def test_labelled_examples(shared: Path) -> None:
    fouten = []
    paden = sorted((shared / "voorbeelden" / "labels").glob("*.yaml"))
    for pad in paden:
        label = yaml.safe_load(pad.read_text(encoding="utf-8"))
        uit = ontleed(lees_bestand(shared / "voorbeelden" / label["bestand"]))
        if uit.soort != label["soort"]:
            fouten.append((pad.stem, "soort", uit.soort))
        structuur = label.get("structuur")
        if structuur:
            gevonden = [artikel.nummer for artikel in uit.artikelen]
            leden = [sum(lid.nummer is not None for lid in artikel.leden) for artikel in uit.artikelen]
            if (gevonden, leden) != ([str(nummer) for nummer in structuur["artikelnummers"]], structuur["leden_per_artikel"]):
                fouten.append((pad.stem, "structuur", list(zip(gevonden, leden, strict=True))))
        if label.get("vaststelling") and str(uit.data.vastgesteld) != str(label["vaststelling"]):
            fouten.append((pad.stem, "vaststelling", uit.data.vastgesteld))
        if uit.data.inwerkingtreding is not None and str(uit.data.inwerkingtreding) != str(label["inwerkingtreding"]):
            fouten.append((pad.stem, "inwerkingtreding", uit.data.inwerkingtreding))
    assert paden
    assert fouten == []


@pytest.mark.parametrize(
    ("naam", "artikelen"),
    [
        ("yaml_Beleidsregels_bijzondere_bijstand_Rotterdam_2024", 54),
        ("yaml_Beleidsregels_giften_en_kostenvoordelen_Participatiewet_Rotterdam_2023", 4),
        ("Gouda_hondenbelasting_2025", 13),
        ("Bunschoten_begrafenisrechten_2025", 12),
    ],
)
def test_full_texts(shared: Path, naam: str, artikelen: int) -> None:
    """Articles and leden equal a plain count of the lines that begin with "Artikel n" and "n."."""
    pad = shared / "realdata" / "text" / f"{naam}.txt"
    geteld: list[list[object]] = []
    tellen = True
    for regel in pad.read_text(encoding="utf-8").splitlines():
        if (kop := re.match(r"\s*Artikel (\d+(?:\.\d+)?)\.?(?=\s|$)", regel)) is not None:
            geteld.append([kop[1], 0])
        elif re.match(r"Bijlage|Aldus|Tarieventabel", regel):
            tellen = False
        elif tellen and geteld and re.match(r"\s?\d{1,2}\.\s", regel):
            geteld[-1][1] = int(str(geteld[-1][1])) + 1
    uit = ontleed(lees_bestand(pad))
    assert [[a.nummer, sum(lid.nummer is not None for lid in a.leden)] for a in uit.artikelen] == geteld
    assert len(uit.artikelen) == artikelen


def test_openings_of_real_documents(shared: Path) -> None:
    rijen = [json.loads(rij) for rij in (shared / "realdata" / "pages.jsonl").read_text(encoding="utf-8").splitlines()]
    soort = gemeente = met_gemeente = 0
    for rij in rijen:
        regels = [regel.strip() for regel in rij["excerpt"].splitlines() if regel.strip()]
        uit = ontleed(Document(tuple(Blok(nr, regel) for nr, regel in enumerate(regels))))
        soort += uit.soort in _SOORTEN[rij["type"]]
        if not rij["gemeente"].lower().startswith(("onbekend", "rijk", "provincie", "gr ", "zuid-kennemerland")):
            met_gemeente += 1
            gemeente += uit.gemeente == rij["gemeente"]
    assert soort / len(rijen) >= 0.9
    assert gemeente / met_gemeente >= 0.9


@pytest.mark.parametrize("naam", ["gmb.xml", "prb.xml", "rechtspraak1.xml", "stb.xml", "stcrt.xml", "bwb_toestand_3.xml", "bgr.xml"])
def test_other_publications_are_no_regulations_of_a_gemeente(shared: Path, naam: str) -> None:
    uit = ontleed(lees_bestand(shared / "realdata" / "xml" / naam))
    assert uit.soort is Soort.ANDERS
    assert uit.aard is not None
