"""Tracked changes in real files and in every construct: rejected gives the file back, accepted reads as the definitive view did."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from voorstellen import look, texts

from comment_checks import invalid_parts
from docx_maker import abstract, level, make, num, numbered, p, run
from verordening_tool.document.blok import Blok
from verordening_tool.fouten import VerordeningFout
from verordening_tool.ooxml.anchors import text_range
from verordening_tool.ooxml.package import Package
from verordening_tool.ooxml.tracked import NewParagraph, Replacement, with_accepted, with_changes, without_changes
from verordening_tool.readers.docx import read_docx

AUTEUR = "verordening-tool"
BOLD = "<w:b/>"
THEIRS = '<w:ins w:id="7" w:author="Jansen" w:date="2024-01-01T00:00:00Z">{}</w:ins>'
OURS = '<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="verordening-tool"/></w:rPr></w:pPr>{}</w:p>'


def replaced(blok: Blok, start: int, eind: int, tekst: str) -> Replacement:
    found = text_range(blok, start, eind)
    assert found is not None
    return Replacement(found, tekst)


def changed(data: bytes, replacements: Sequence[tuple[int, int, int, str]]) -> bytes:
    """The file with words of (alinea, start, end) replaced, none refused."""
    blokken = read_docx(data).blokken
    result, refused = with_changes(data, [], [replaced(blokken[nr], start, eind, tekst) for nr, start, eind, tekst in replacements], AUTEUR)
    assert refused == []
    return result


@pytest.mark.parametrize(
    ("body", "start", "eind", "new", "expected"),
    [
        pytest.param(p("een twee drie"), 4, 8, "2", "een 2 drie", id="inside-a-run"),
        pytest.param(p("een twee drie"), 0, 3, "1", "1 twee drie", id="at-the-start"),
        pytest.param(p("een twee drie"), 9, 13, "3", "een twee 3", id="at-the-end"),
        pytest.param(p("een twee drie"), 4, 4, "en ", "een en twee drie", id="nothing-goes"),
        pytest.param(p("een twee drie"), 4, 9, "", "een drie", id="nothing-comes"),
        pytest.param(f"<w:p>{run('een ')}{run('twee', BOLD)}{run(' drie')}</w:p>", 2, 10, "xx", "eexxrie", id="three-runs"),
        pytest.param(p("een twee drie"), 0, 13, "alles", "alles", id="the-whole-run"),
    ],
)
def test_words(body: str, start: int, eind: int, new: str, expected: str) -> None:
    source = make(body)
    result = changed(source, [(0, start, eind, new)])
    assert texts(result) == [expected]
    assert texts(with_accepted(result, AUTEUR)) == [expected]
    assert look(without_changes(result, AUTEUR)) == look(source)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<w:p>{run('van ')}{THEIRS.format(run('Jansen'))}</w:p>", id="in-a-change-of-another"),
        pytest.param(f'<w:p>{run("van ")}<w:hyperlink w:anchor="x">{run("Jansen")}</w:hyperlink></w:p>', id="in-a-link"),
    ],
)
def test_words_of_others_are_refused(body: str) -> None:
    source = make(body)
    blok = read_docx(source).blokken[0]
    result, refused = with_changes(source, [], [replaced(blok, 5, 8, "x")], AUTEUR)
    assert refused == [0]
    assert look(result) == look(source)


def test_what_a_person_typed_in_our_paragraph_stays_when_it_is_rejected() -> None:
    source = make(OURS.format(THEIRS.format(run("van een ander "))) + p("rest"))
    back = without_changes(source, AUTEUR)
    assert texts(back) == ["van een ander rest"]


def test_our_paragraph_at_the_end_stays_for_what_a_person_typed_in_it() -> None:
    source = make(p("rest") + OURS.format(THEIRS.format(run("van een ander"))))
    assert texts(without_changes(source, AUTEUR)) == ["rest", "van een ander"]


def test_a_new_list_leaves_the_letters_of_the_lists_behind_it() -> None:
    lists = abstract(0, level(0, "%1.", "lowerLetter")) + num(1, 0)
    source = make(p("eerst") + p("dan") + "".join(p(f"punt {nr}", numbered(1)) for nr in range(3)), numbering=lists)
    after, model = (read_docx(source).blokken[nr].bron for nr in (0, 2))
    assert after is not None
    assert model is not None
    nieuw = [NewParagraph(after, model, f"nieuw {nr}", new_list=nr == 0) for nr in range(2)]
    result, _ = with_changes(source, nieuw, [], AUTEUR)
    assert [blok.nummer for blok in read_docx(result).blokken] == [None, "a.", "b.", None, "a.", "b.", "c."]
    assert look(without_changes(result, AUTEUR)) == look(source)


def test_changes_of_others_are_left_alone() -> None:
    source = make(f"<w:p>{run('een ')}{THEIRS.format(run('twee'))}</w:p>")
    assert without_changes(source, AUTEUR) == source
    assert with_accepted(source, AUTEUR) == source


def _places(data: bytes, choice: random.Random) -> list[Blok]:
    main = Package(data).main
    bloks = [blok for blok in read_docx(data).blokken if blok.bron and blok.bron.deel == main and len(blok.bron.pad) > 1 and blok.tekst]
    return choice.sample(bloks, min(4, len(bloks)))


def test_real_files(shared: Path) -> None:
    done = 0
    for path in sorted((shared / "realdata" / "docx").rglob("*.docx"))[::4]:
        data = path.read_bytes()
        choice = random.Random(path.name)
        try:
            places = _places(data, choice)
        except VerordeningFout:
            continue
        if len(places) < 2 or len(data) > 60_000:
            continue
        paragraphs = [
            NewParagraph(blok.bron, places[0].bron, f"Nieuw {nr}\tonderdeel", plain_number=nr % 2 == 0, new_list=nr % 2 == 1)
            for nr, blok in enumerate(places)
            if blok.bron and places[0].bron
        ]
        starts = [choice.randrange(len(blok.tekst)) for blok in places]
        words = [
            replaced(blok, start, start + choice.randrange(9), choice.choice(["", "nieuw "]))
            for blok, start in zip(places, starts, strict=True)
        ]
        result, _ = with_changes(data, paragraphs, words, AUTEUR)
        back = without_changes(result, AUTEUR)
        assert (path.name, look(back) == look(data)) == (path.name, True)
        assert (path.name, texts(with_accepted(result, AUTEUR))) == (path.name, texts(result))
        assert (path.name, invalid_parts(result, shared) - invalid_parts(data, shared)) == (path.name, set())
        done += 1
    assert done >= 25
