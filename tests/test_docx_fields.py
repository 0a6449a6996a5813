"""Fields: their kind, target and what a cross-reference ought to show now."""

from __future__ import annotations

import pytest

from docx_maker import abstract, level, make, num, numbered, p, run
from verordening_tool.document.blok import Veld
from verordening_tool.readers.docx import read_docx

LISTS = (
    abstract(0, level(0, "Artikel %1"), level(1, "%2."), level(2, "%3.", "lowerLetter"))
    + num(1, 0)
    + abstract(1, level(0, "%1."), level(1, "%1.%2."), level(2, "(%3)", "lowerLetter"))
    + num(2, 1)
)


def bookmark(name: str, inner: str) -> str:
    return f'<w:bookmarkStart w:id="{name}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{name}"/>'


BODY = (
    p(bookmark("art1", run("Doel")), numbered(1))
    + p(bookmark("art2", run("Inhoud")), numbered(1))
    + p("een", numbered(1, 1))
    + p(bookmark("lid", run("twee")), numbered(1, 1))
    + p(bookmark("letter", run("bij a")), numbered(1, 2))
    + p(bookmark("drie", run("los nummer")), numbered(2))
    + p(bookmark("drie2", run("sub")), numbered(2, 1))
    + p(bookmark("drie2a", run("subsub")), numbered(2, 2))
    + p(bookmark("typed", run("artikel 7")) + run(" blijft"))
    + f'<w:bookmarkStart w:id="90" w:name="tussen"/>{p("erna", numbered(1))}<w:bookmarkEnd w:id="90"/>'
)


def read(instruction: str, result: str, properties: str = "") -> Veld:
    last = p(run("zie ") + f'<w:fldSimple w:instr="{instruction}">{run(result)}</w:fldSimple>' + run("."), properties)
    blok = read_docx(make(BODY + last, numbering=LISTS)).blokken[-1]
    (veld,) = blok.velden
    assert blok.tekst[veld.start : veld.eind] == result
    return veld


@pytest.mark.parametrize(
    ("instruction", "result", "expected"),
    [
        pytest.param(" REF art2 \\r \\h ", "Artikel 2", "Artikel 2", id="right"),
        pytest.param(" REF art2 \\r \\h ", "Artikel 4", "Artikel 2", id="stale"),
        pytest.param(" REF art2 \\r \\t \\h ", "4", "2", id="stale, number only"),
        pytest.param(" REF lid \\w \\h ", "x", "Artikel 22", id="full context"),
        pytest.param(" REF lid \\n \\h ", "x", "2", id="own number only"),
        pytest.param(" REF lid \\n \\h ", "Artikel 22", "Artikel 22", id="right in another form is not stale"),
        pytest.param(" REF drie2 \\w \\h ", "x", "1.1", id="number that holds its parent"),
        pytest.param(" REF drie2a \\w \\h ", "x", "1.1.(a)", id="letter under it"),
        pytest.param(" REF typed \\h ", "artikel 6", "artikel 7", id="text of the bookmark"),
        pytest.param(" REF typed \\* Upper \\h ", "ARTIKEL 7", "ARTIKEL 7", id="in capitals"),
        pytest.param(" REF tussen \\r ", "x", "Artikel 3", id="bookmark between paragraphs"),
        pytest.param(" REF tussen ", "x", None, id="bookmark around a paragraph has no text of its own"),
        pytest.param(" REF typed \\r \\h ", "0", None, id="target without number"),
        pytest.param(" REF art2 \\r \\p \\h ", "Artikel 2 hierboven", None, id="above or below is not worked out"),
        pytest.param(" REF weg \\r \\h ", "Artikel 9", None, id="target is gone"),
    ],
)
def test_expected_result(instruction: str, result: str, expected: str | None) -> None:
    veld = read(instruction, result)
    assert (veld.soort, veld.doel, veld.verwacht) == ("REF", instruction.split()[1], expected)


@pytest.mark.parametrize(
    ("own_levels", "expected"),
    [([2], "a"), ([1, 2], "2.a"), ([0, 1, 2], "Artikel 12.a")],
    ids=["same lid", "same artikel", "another artikel"],
)
def test_relative_number_leaves_out_what_is_shared(own_levels: list[int], expected: str) -> None:
    """The target is Artikel 1, lid 2, letter a; the field stands further on in the same list."""
    target = "".join(p("x", numbered(1, ilvl)) for ilvl in (0, 1, 1)) + p(bookmark("doel", run("x")), numbered(1, 2))
    steps = "".join(p("x", numbered(1, ilvl)) for ilvl in own_levels[:-1])
    own = p(f'<w:fldSimple w:instr=" REF doel \\r ">{run("?")}</w:fldSimple>', numbered(1, own_levels[-1]))
    (veld,) = read_docx(make(target + steps + own, numbering=LISTS)).blokken[-1].velden
    assert veld.verwacht == expected


def test_level_that_names_a_deeper_level_ends() -> None:
    lists = abstract(0, level(0, "%9."), level(1, "%9.")) + num(1, 0)
    body = p(bookmark("doel", run("x")), numbered(1, 1)) + p(f'<w:fldSimple w:instr=" REF doel \\w ">{run("?")}</w:fldSimple>')
    (veld,) = read_docx(make(body, numbering=lists)).blokken[-1].velden
    assert veld.verwacht == "0.0"


@pytest.mark.parametrize(
    ("instruction", "kind", "target"),
    [
        (" PAGEREF art1 \\h ", "PAGEREF", "art1"),
        (' HYPERLINK \\l "art1" ', "HYPERLINK", "art1"),
        (' HYPERLINK "https://example.org" ', "HYPERLINK", None),
        (" DATE \\@ d ", "DATE", None),
    ],
)
def test_other_fields(instruction: str, kind: str, target: str | None) -> None:
    veld = read(instruction.replace('"', "&quot;"), "x")
    assert (veld.soort, veld.doel, veld.verwacht) == (kind, target, None)
