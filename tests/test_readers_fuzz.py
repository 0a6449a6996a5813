"""Injured files of every format give text or one of our own errors. ``bench/fuzz_formats.py`` does the same at length."""

from __future__ import annotations

import random

import pytest

from mutation import variant
from pdf_maker import lines, pdf
from test_readers_html import PAGE
from test_readers_odt import CHANGES, DECIMAL, item, lijst, odt
from test_readers_pdf import ARTICLE
from test_readers_tekst import WRAPPED
from test_readers_xml import CVDR, STOP
from verordening_tool.fouten import VerordeningFout
from verordening_tool.readers import lees_bytes

SEEDS = {
    "cvdr.xml": CVDR.encode(),
    "stop.xml": STOP.encode(),
    "pagina.html": PAGE.encode(),
    "stuk.txt": WRAPPED.encode(),
    "stuk.md": f"# Kop\n\n**vet**\n\n| a | b |\n\n{WRAPPED}".encode(),
    "stuk.odt": odt(CHANGES + lijst(item("een", lijst(item("x"), style="")), item("twee")), automatic=DECIMAL),
    "stuk.pdf": pdf([lines(ARTICLE)] * 2),
}


@pytest.mark.parametrize("naam", SEEDS)
@pytest.mark.parametrize("seed", range(3))
def test_injured_files(naam: str, seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(40):
        data = variant(SEEDS[naam], rng)
        try:
            document = lees_bytes(data, naam)
        except VerordeningFout as fout:
            assert fout.bericht.endswith((".", ")"))  # noqa: PT017
        else:
            assert [blok.alinea for blok in document.blokken] == list(range(len(document.blokken)))
