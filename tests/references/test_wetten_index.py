"""The dated law index: its tables against the source, its rules day by day."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from verordening_tool.fouten import Normfout
from verordening_tool.norms.wetten import lees_index, lees_index_uit
from verordening_tool.references.wettenindex import lees_leden, sorteersleutel

PW, AWB, GEMW, BEKW = "BWBR0015703", "BWBR0005537", "BWBR0005416", "BWBR0004287"
IOAW, IOAZ, BESLUIT = "BWBR0004044", "BWBR0004163", "BWBR0035947"

# Each line: place, day, status. A change of law stands on the day before and on the day itself.
DAGEN = """
Pw 10b 7 2015-01-01 nog_niet_geldig
Pw 10b 7 2016-12-31 nog_niet_geldig
Pw 10b 7 2017-01-01 geldig
Pw 10b 7 2026-07-01 geldig
Pw 10b 4 2015-01-01 geldig
Pw 10b 4 a 2016-12-31 geldig
Pw 10b 4 a 2017-01-01 vervallen
Pw 10b 4 2020-06-01 geldig
Pw 10b 5 2016-12-31 geldig
Pw 10b 9 2016-12-31 nog_niet_geldig
Pw 10b 9 2017-01-01 geldig
Pw 10b 10 2020-01-01 dood
Pw 8a 2 c 2015-12-31 geldig
Pw 8a 2 c 2016-01-01 vervallen
Pw 8a 2 c 2023-06-30 vervallen
Pw 8a 2 c 2023-07-01 geldig
Pw 8a 2 b 2015-12-31 geldig
Pw 8a 2 b 2016-01-01 geldig
Pw 8a 2 d 2023-06-30 nog_niet_geldig
Pw 8a 2 g 2023-07-01 geldig
Pw 8a 1 e 2015-01-01 geldig
Pw 8a 1 f 2020-01-01 dood
Pw 8a 3 2024-01-01 dood
Pw 8a - e 2024-01-01 onbekend
Pw 6 2 2015-01-01 geldig
Pw 6 2 2023-06-30 geldig
Pw 6 2 2023-07-01 vervallen
Pw 6 2 2025-06-01 vervallen
Pw 6 - h 2023-06-30 onbekend
Pw 6 - h 2023-07-01 geldig
Pw 6 2023-07-01 geldig
Pw 8 1 d 2022-03-31 geldig
Pw 8 1 d 2022-04-01 vervallen
Pw 8 3 2022-03-31 geldig
Pw 8 3 2022-04-01 vervallen
Pw 8 1 e 2016-12-31 geldig
Pw 8 1 e 2017-01-01 vervallen
Pw 8c 1 2017-12-31 geldig
Pw 8c 1 2018-01-01 vervallen
Pw 8d 2016-06-13 nog_niet_geldig
Pw 8d 2016-06-14 geldig
Pw 36a 2015-12-31 geldig
Pw 36a 2016-01-01 vervallen
Pw 36b 3 2022-03-31 nog_niet_geldig
Pw 36b 3 2022-04-01 geldig
Pw 60b 2016-12-31 geldig
Pw 60b 2017-01-01 vervallen
Pw 10d 2 c 2023-06-30 geldig
Pw 10d 2 c 2023-07-01 vervallen
Pw 10d 2 c 2025-12-31 vervallen
Pw 10d 2 c 2026-01-01 geldig
Pw 10d 12 2023-06-30 vervallen
Pw 10d 12 2023-07-01 geldig
Pw 10d 11 2020-01-01 nog_niet_geldig
Pw 10d 10 2015-12-31 nog_niet_geldig
Pw 10d 3 2017-03-01 geldig
Pw 10d 12 2017-03-01 onbekend
Pw 10d 12 2017-07-01 geldig
Pw 10g 2019-01-01 onbekend
Pw 7a 2025-12-31 nog_niet_geldig
Pw 7a 1 a 2026-01-01 geldig
Pw 7 10 2025-12-31 geldig
Pw 7 10 2026-01-01 vervallen
Pw 10f 2025-12-31 geldig
Pw 10f 2026-01-01 vervallen
Pw 12 2026-01-01 vervallen
Pw 18 8* 2026-01-01 geldig
Pw 24a 2026-06-01 nog_niet_geldig
Pw 24a 2027-01-01 onbekend
Pw 56 2020-01-01 nog_niet_geldig
Pw 74a 2016-01-01 vervallen
Pw 47f 2014-10-17 onbekend
Pw 47f 2014-10-18 geldig
Pw 10a 1 2010-01-01 geldig
Pw 10a 1 2009-06-01 onbekend
Pw 10b 7 2026-07-02 onbekend
Pw 36 2026-02-01 onbekend
Pw 4 1 b 2025-01-01 geldig
Pw 99 2020-01-01 dood
Awb 4:81 2015-11-25 onbekend
Awb 4:81 2020-11-10 geldig
Awb 3:42 2 2021-06-30 geldig
Awb 3:42 2 2021-07-01 vervallen
Awb 3:44 3 2021-06-30 nog_niet_geldig
Awb 3:44 3 2021-07-01 geldig
Awb 4:127 2015-11-26 nog_niet_geldig
Awb 1:3 4 2024-01-01 onbekend
Awb 3:35 2020-01-01 dood
Awb 4:10 2015-11-26 dood
Awb 4:84 2026-01-01 geldig
Awb 4:85 2025-06-01 geldig
Gemw 139 2021-06-30 geldig
Gemw 139 2021-07-01 vervallen
Gemw 149 2024-01-01 geldig
Gemw 147 1 2018-01-01 geldig
Gemw 160 4 2018-01-01 onbekend
Gemw 160 4 2021-07-01 vervallen
Gemw 32a 2015-11-24 geldig
Gemw 126 2025-06-01 dood
Bekw 10 2 2021-06-30 geldig
Bekw 6 2021-07-01 geldig
Bekw 7a 2021-06-30 geldig
Bekw 7a 2021-07-01 vervallen
IOAW 35 2015-08-16 onbekend
IOAW 35 2016-01-01 geldig
IOAW 35 1 2016-01-01 dood
IOAW 35 - d 2016-01-01 geldig
IOAZ 35 1 2020-01-01 dood
IOAW 38b 2020-01-01 onbekend
IOAW 38b 2026-01-01 geldig
Besluit 3 2015-01-01 geldig
Besluit 3 2015-01-02 onbekend
Ander 3 2020-01-01 onbekend
"""
WETTEN = {"Pw": PW, "Awb": AWB, "Gemw": GEMW, "Bekw": BEKW, "IOAW": IOAW, "IOAZ": IOAZ, "Besluit": BESLUIT, "Ander": "BWBR0000001"}


def gevallen() -> list[pytest.param]:
    uit = []
    for stuk in DAGEN.strip().splitlines():
        wet, artikel, *plaats, dag, status = stuk.split()
        lid, onderdeel = [None if deel == "-" else deel for deel in (*plaats, "-", "-")[:2]]
        uit.append(pytest.param(wet, artikel, lid, onderdeel, date.fromisoformat(dag), status, id=stuk))
    return uit


@pytest.mark.parametrize(("wet", "artikel", "lid", "onderdeel", "dag", "status"), gevallen())
def test_status(wet: str, artikel: str, lid: str | None, onderdeel: str | None, dag: date, status: str) -> None:
    assert lees_index().status(WETTEN[wet], artikel, lid, onderdeel, dag) == status


def test_without_day_or_law_nothing_is_known() -> None:
    assert lees_index().status(PW, "10b", "7", None, None) == "onbekend"
    assert lees_index().status(None, "10b", "7", None, date(2020, 1, 1)) == "onbekend"


def test_numbered_onderdelen_are_not_in_the_index() -> None:
    assert lees_index().status(PW, "8a", "2", "1°", date(2024, 1, 1)) == "onbekend"
    assert lees_index().status(PW, "8a", "9", "1°", date(2024, 1, 1)) == "dood"


def test_tables_hold_every_observation_of_the_source(shared: Path) -> None:
    bron: dict[tuple[str, str], dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    with (shared / "domain" / "wetten_index.csv").open(encoding="utf-8", newline="") as bestand:
        for rij in csv.DictReader(bestand):
            bron[rij["bwb"], rij["artikel"]][rij["gezien_op"]][rij["lid"]] = rij["onderdelen"]
    index = lees_index()
    gevonden = {
        (bwb, artikel): {versie: lees_leden(leden) for versie, leden in versies.items()}
        for bwb in index.bwb_nummers
        for artikel, versies in index.wet(bwb).artikelen.items()
    }
    assert gevonden.keys() == bron.keys()
    for sleutel, versies in bron.items():
        verwacht = {versie: dict(leden) for versie, leden in versies.items()}
        eigen = {
            versie: {lid: "" if letters == "?" else letters for lid, letters in leden.items()}
            for versie, leden in gevonden[sleutel].items()
        }
        assert eigen == verwacht, sleutel


def test_every_observation_lies_within_what_was_read() -> None:
    index = lees_index()
    for bwb in index.bwb_nummers:
        wet = index.wet(bwb)
        gelezen = {een.versie: een for een in wet.gelezen}
        for artikel, versies in wet.artikelen.items():
            for versie in versies:
                assert gelezen[versie].omvat(artikel), (wet.naam, artikel, versie)


def test_unchanged_since_agrees_with_what_was_read() -> None:
    wet = lees_index().wet(PW)
    for artikel, sinds in wet.ongewijzigd.items():
        versies = wet.artikelen[artikel]
        ijk = lees_leden(versies[wet.ijkversie])
        for versie, leden in versies.items():
            if sinds <= versie <= wet.ijkversie and "?" not in leden:
                assert lees_leden(leden) == ijk, (artikel, versie)


def test_every_exact_change_is_seen_as_a_change() -> None:
    """On the day before and the day itself the status of the place differs."""
    index = lees_index()
    for bwb in index.bwb_nummers:
        for wijziging in index.wet(bwb).wijzigingen:
            if "*" in (wijziging.artikel, wijziging.lid) or wijziging.onderdeel == "*":
                continue
            dag = date.fromisoformat(wijziging.datum)
            plaats = (wijziging.artikel, wijziging.lid, wijziging.onderdeel)
            assert index.status(bwb, *plaats, dag - timedelta(days=1)) != index.status(bwb, *plaats, dag), wijziging


def test_order_of_articles() -> None:
    artikelen = ["6", "6a", "8", "8a", "9", "10", "10d", "10da", "10e", "78ee", "78ee*", "81bis", "124h"]
    assert all(sorteersleutel(een) < sorteersleutel(ander) for een, ander in pairwise(artikelen))
    assert sorteersleutel("3:29") < sorteersleutel("3:40") < sorteersleutel("4:1")


def test_a_damaged_table_names_file_and_line(tmp_path: Path) -> None:
    bron = Path(__file__).parents[2] / "checks" / "wetten"
    for pad in bron.glob("*.csv"):
        (tmp_path / pad.name).write_text(pad.read_text(encoding="utf-8"), encoding="utf-8")
    with (tmp_path / "gelezen.csv").open("a", encoding="utf-8") as bestand:
        bestand.write("Pw,2030-01-01\n")
    with pytest.raises(Normfout, match=r"gelezen\.csv, regel \d+"):
        lees_index_uit(tmp_path)
    (tmp_path / "gelezen.csv").unlink()
    with pytest.raises(Normfout, match=r"gelezen\.csv"):
        lees_index_uit(tmp_path)
