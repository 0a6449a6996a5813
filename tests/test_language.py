"""Folding, word forms, sentences and negation."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening_tool.fouten import Normfout
from verordening_tool.language.begrippen import Begrippen, Span
from verordening_tool.language.folding import fold
from verordening_tool.language.ontkenning import is_ontkend, ontkende_stukken
from verordening_tool.language.zinnen import _by_pipeline, _plain_sentences, splits
from verordening_tool.norms.loader import lees_normen


@given(st.text())
def test_folding_keeps_every_offset(tekst: str) -> None:
    gevouwen = fold(tekst)
    assert len(gevouwen) == len(tekst)
    assert gevouwen.isascii()


@pytest.mark.parametrize(
    ("tekst", "gevouwen"),
    [
        ("Artike1 10b", "artikel 10b"),
        ("co1lege en d0elgroep", "college en doelgroep"),
        ("vóór de cliënt", "voor de client"),
        ("€ 1.500 in 2011", "e 1.500 in 2011"),
        ("lid 1", "lid 1"),
        ("tab\there\u00a0now", "tab here now"),
    ],
)
def test_folding(tekst: str, gevouwen: str) -> None:
    assert fold(tekst) == gevouwen


@pytest.mark.parametrize(
    ("vorm", "tekst", "gevonden"),
    [
        ("werk*", "het werkbedrijf", ["werkbedrijf"]),
        ("werk", "het werkbedrijf", []),
        ("(scholing|training)", "een training", ["training"]),
        ("niet [meer] dan", "niet dan, niet meer dan", ["niet dan", "niet meer dan"]),
        ("tot .. aanvang", "tot de dag van aanvang", ["tot de dag van aanvang"]),
        ("tot .. aanvang", "tot een twee drie vier vijf zes aanvang", []),
        ("zolang ... nog niet", "zolang het werk, hoe dan ook, nog niet", ["zolang het werk, hoe dan ook, nog niet"]),
        ("zolang ... nog niet", "zolang het kan. Dan nog niet", []),
        ("geld ... op", "het geld is op", ["geld is op"]),
        ("geld ... op", "dat geldt als het op is", []),
        ("<getal> plekken", "maximaal 1.250 plekken", ["1.250 plekken"]),
        ("<dienst> begint", "de dienstbetrekking begint", ["dienstbetrekking begint"]),
        ("cliënt", "de client en de cliënt", ["client", "cliënt"]),
        ('"*training"', 'een "vaktraining"', []),
        ("*training", "een vaktraining", ["vaktraining"]),
    ],
)
def test_word_forms(vorm: str, tekst: str, gevonden: list[str]) -> None:
    begrippen = Begrippen({"proef": [vorm], "dienst": ["dienstbetrekking*"]})
    spans = begrippen.vind("proef", fold(tekst).encode("ascii"))
    assert [tekst[span.start : span.eind] for span in spans] == gevonden


@pytest.mark.parametrize(
    ("vormen", "woord"),
    [
        ({"a": ["<b>"]}, "bestaat niet"),
        ({"a": ["<b>"], "b": ["<a>"]}, "verwijst naar zichzelf"),
        ({"a": ["(een|twee"]}, "niet te lezen"),
    ],
    ids=["unknown", "circle", "bracket"],
)
def test_a_wrong_word_form_is_named(vormen: dict[str, list[str]], woord: str) -> None:
    with pytest.raises(Normfout, match=woord):
        Begrippen(vormen).vind("a", b"tekst")


@pytest.mark.parametrize(
    "zinnen",
    [
        ["Het college beslist op grond van art. 10b jo. artikel 8a, d.d. 1 jan. 2015.", "Daarna volgt nr. 3."],
        ["Zie het besluit d.d. 3 mrt. 2024, Stb. 2022, 499.", "Dit geldt ook voor de IOAW."],
        ["Is er nog geen plek?", "Dan krijgt u een cursus."],
        ["De premie is € 1.500.", "Zij wordt per 1-1-2025 betaald."],
        ["Het college biedt o.a. scholing, m.b.t. het werk, aan.", "Het kan meer doen."],
        ["een enkele regel zonder punt"],
    ],
    ids=lambda zinnen: zinnen[0][:25],
)
def test_sentences(zinnen: list[str]) -> None:
    tekst = " ".join(zinnen)
    assert [tekst[zin.start : zin.eind] for zin in splits(tekst)] == zinnen


_ZIN = """Het college biedt scholing aan de art. bijv. 1.500 10b lid. werk. Wie begint? nr. Dan (o.a. deze)"""
_WOORDEN = _ZIN.split()


@given(st.lists(st.sampled_from(_WOORDEN), min_size=1, max_size=14))
def test_plain_sentences_are_those_of_the_pipeline(woorden: list[str]) -> None:
    tekst = " ".join(woorden)
    zonder_twijfel = _plain_sentences(tekst)
    assert zonder_twijfel in (None, _by_pipeline(tekst))


@given(st.text(alphabet="aB .!?\n,1", max_size=60))
def test_sentences_lose_no_word(tekst: str) -> None:
    zinnen = splits(tekst)
    assert "".join("".join(tekst[zin.start : zin.eind].split()) for zin in zinnen) == "".join(tekst.split())
    assert all(eerder.eind <= later.start for eerder, later in pairwise(zinnen))


@pytest.mark.parametrize(
    ("zin", "woord", "ontkend"),
    [
        ("Het college biedt geen voorselectie aan", "voorselectie", True),
        ("Voorselectie blijft achterwege", "voorselectie", True),
        ("De gemeente ziet af van begeleiding", "begeleiding", True),
        ("Het tweede lid is niet van toepassing op scholing", "scholing", True),
        ("Zolang de dienstbetrekking nog niet is begonnen, is er scholing", "dienstbetrekking", False),
        ("Niet het UWV maar het college beslist", "college", False),
        ("Niet het UWV maar het college beslist", "uwv", True),
        ("Niet alleen scholing wordt aangeboden", "scholing", False),
        ("Wie niet zelfstandig kan werken en daarom is aangewezen, krijgt begeleiding", "begeleiding", False),
        ("Een inwoner zonder startkwalificatie krijgt een opleiding", "opleiding", False),
        ("Een inwoner zonder opleiding krijgt een cursus", "opleiding", True),
        ("Het traject duurt niet langer dan twee maanden", "traject", False),
        ("Het college biedt begeleiding, tenzij dat niet nodig is", "begeleiding", False),
    ],
)
def test_negation(zin: str, woord: str, *, ontkend: bool) -> None:
    begrippen = Begrippen(lees_normen().vormen)
    gevouwen = fold(zin)
    start = gevouwen.index(woord)
    stukken = ontkende_stukken(begrippen, gevouwen.encode("ascii"))
    assert is_ontkend(Span(start, start + len(woord)), stukken) is ontkend
