"""Properties of the grammar: what is written in the canonical form reads back the same; offsets always slice back; nothing is raised."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from verordening_tool.references.bouw import reeks
from verordening_tool.references.grammar import vind_verwijzingen
from verordening_tool.references.model import Doel
from verordening_tool.references.normaal import normaal

NUMMERS = st.one_of(
    st.integers(1, 99).map(str),
    st.tuples(st.integers(1, 99), st.sampled_from("abcdefgh")).map(lambda paar: f"{paar[0]}{paar[1]}"),
    st.tuples(st.integers(1, 12), st.integers(1, 99)).map(lambda paar: f"{paar[0]}:{paar[1]}"),
    st.tuples(st.integers(1, 9), st.integers(1, 30)).map(lambda paar: f"{paar[0]}.{paar[1]}"),
    st.from_regex(r"[1-9][a-d][.:](?:[1-9]|[12][0-9])", fullmatch=True),
)
WETTEN = st.sampled_from([None, "Participatiewet", "Algemene wet bestuursrecht", "Gemeentewet", "Besluit advisering beschut werk"])
LETTERS = st.lists(st.sampled_from("abcdefghijklm"), min_size=1, max_size=4, unique=True).map(sorted)


@st.composite
def onderdelen(draw: st.DrawFn, artikel: str | None, lid: str | None) -> list[Doel]:
    """The onderdelen of one lid: none, some letters (with a range), or one letter with subs."""
    vorm = draw(st.sampled_from(["geen", "letters", "reeks", "subs"]))
    aanhef = draw(st.booleans())
    if vorm == "geen":
        return [Doel(artikel, lid)]
    letters = draw(LETTERS)
    if vorm == "letters":
        return [Doel(artikel, lid, letter, aanhef=aanhef) for letter in letters]
    if vorm == "subs":
        subs = draw(st.lists(st.integers(1, 5), min_size=1, max_size=3, unique=True).map(sorted))
        return [Doel(artikel, lid, letters[0], f"{sub}°", aanhef) for sub in subs]
    tot = chr(ord(letters[0]) + draw(st.integers(2, 5)))
    tussen = [Doel(artikel, lid, letter, aanhef=aanhef, tussen=True) for letter in reeks(letters[0], tot)]
    return [Doel(artikel, lid, letters[0], aanhef=aanhef), *tussen, Doel(artikel, lid, tot, aanhef=aanhef)]


@st.composite
def citaten(draw: st.DrawFn) -> list[Doel]:
    """Targets of one citation in the order in which a text would name them."""
    artikelen = draw(st.lists(NUMMERS, min_size=1, max_size=3, unique=True))
    doelen: list[Doel] = []
    for artikel in artikelen:
        leden = draw(st.lists(st.integers(1, 31), max_size=3, unique=True).map(sorted))
        if not leden:
            doelen.extend(draw(onderdelen(artikel, None)))
        for lid in leden:
            doelen.extend(draw(onderdelen(artikel, str(lid))))
    return doelen


@given(citaten(), WETTEN)
@settings(max_examples=400)
def test_what_is_written_reads_back_the_same(doelen: list[Doel], wet: str | None) -> None:
    tekst = normaal(tuple(doelen), wet)
    (verwijzing,) = vind_verwijzingen(f"op grond van {tekst} kan dat")
    assert verwijzing.tekst == tekst
    assert list(verwijzing.doelen) == doelen
    assert verwijzing.wet == wet
    assert normaal(verwijzing.doelen, verwijzing.wet) == tekst
    assert not verwijzing.stijl_afwijking


@st.composite
def relatief(draw: st.DrawFn) -> list[Doel]:
    """A place that depends on where the citation stands, with leden or onderdelen below it."""
    basis = draw(st.sampled_from(["dit artikel", "dat artikel", "dit lid", "dat lid", "vorig lid", "vorig artikel"]))
    lid = draw(st.one_of(st.none(), st.integers(1, 31).map(str))) if basis.endswith("artikel") else None
    letters = draw(st.one_of(st.just([None]), LETTERS))
    return [Doel(lid=lid, onderdeel=letter, relatief=basis) for letter in letters]


@given(relatief())
@settings(max_examples=200)
def test_places_nearby_read_back_the_same(doelen: list[Doel]) -> None:
    tekst = normaal(tuple(doelen))
    (verwijzing,) = vind_verwijzingen(f"op grond van {'het ' if doelen[0].relatief.startswith('vorig') else ''}{tekst} kan dat")
    assert verwijzing.tekst == tekst
    assert list(verwijzing.doelen) == doelen
    assert verwijzing.wet is None


LOSSE_WOORDEN = """
artikel artikelen art. Artikel lid leden eerste tweede 3e onder onderdeel sub a b e.v. aanhef en of tot met , ; . ( ) 5 10b 4:81 2.1 1°
dit dat het de van deze die verordening wet Participatiewet Pw IOAW IOAZ hoofdstuk paragraaf bijlage I II vorige boek 7 volzin İ € -
"""
WOORDEN = st.sampled_from([*LOSSE_WOORDEN.split(), "\n", "\u00ad", "\u00a0"])


@given(st.lists(WOORDEN, max_size=40), st.booleans())
@settings(max_examples=500)
def test_any_text_gives_citations_that_slice_back(woorden: list[str], los: bool) -> None:
    tekst = (" " if los else "").join(woorden)
    gevonden = vind_verwijzingen(tekst, {"de wet": "Participatiewet", "verordening": "deze verordening"})
    for verwijzing in gevonden:
        assert tekst[verwijzing.start : verwijzing.eind] == verwijzing.tekst
        assert verwijzing.tekst
        assert verwijzing.doelen
        assert normaal(verwijzing.doelen, verwijzing.wet)
    assert list(gevonden) == sorted(gevonden, key=lambda een: een.start)


@given(st.text(max_size=200))
def test_no_text_breaks_the_grammar(tekst: str) -> None:
    assert all(tekst[een.start : een.eind] == een.tekst for een in vind_verwijzingen(tekst))
