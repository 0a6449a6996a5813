"""Automatic numbers: tables of what Word shows, and a slow, obvious reference implementation held against ours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docx_maker import abstract, level, make, num, numbered, p, run, style
from verordening_tool.document.blok import Revisie, Weergave
from verordening_tool.ooxml.number_formats import format_number, ordinal_text
from verordening_tool.readers.docx import read_docx

WHO = 'w:id="1" w:author="a" w:date="2025-01-01T00:00:00Z"'


def numbers(body: str, numbering: str, styles: str = "", weergave: Weergave = Weergave.DEFINITIEF) -> list[str | None]:
    return [blok.nummer for blok in read_docx(make(body, numbering=numbering, styles=styles), weergave).blokken]


@pytest.mark.parametrize(
    ("number_format", "number", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("lowerLetter", 1, "a"),
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 53, "aaa"),
        ("lowerLetter", 0, ""),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 4, "iv"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("upperRoman", 0, "0"),
        ("ordinal", 3, "3e"),
        ("ordinalText", 1, "Eerste"),
        ("ordinalText", 23, "Drieëntwintigste"),
        ("cardinalText", 21, "Eenentwintig"),
        ("cardinalText", 1203, "Duizendtweehonderddrie"),
        ("none", 5, ""),
        ("001, 002, 003, ...", 7, "007"),
        ("numberInDash", 2, "- 2 -"),
        ("chicago", 5, "**"),
        ("hex", 26, "1A"),
        ("decimalEnclosedCircle", 3, "③"),
        ("onbekend", 8, "8"),
    ],
)
def test_format(number_format: str, number: int, shown: str) -> None:
    assert format_number(number, number_format) == shown


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "eerste"), (2, "tweede"), (3, "derde"), (8, "achtste"), (10, "tiende"), (14, "veertiende"), (20, "twintigste"),
     (21, "eenentwintigste"),
     (100, "honderdste"), (101, "honderdeerste"), (108, "honderdachtste"), (112, "honderdtwaalfde")],
)  # fmt: skip
def test_dutch_ranks(number: int, words: str) -> None:
    assert ordinal_text(number) == words


@pytest.mark.parametrize(
    ("number", "words"), [(1, "first"), (12, "twelfth"), (20, "twentieth"), (21, "twenty-first"), (103, "one hundred third")]
)
def test_english_ranks(number: int, words: str) -> None:
    assert ordinal_text(number, "en") == words


LIST = abstract(0, level(0, "Artikel %1"), level(1, "%2."), level(2, "%3.", "lowerLetter"), level(3, "%4°.")) + num(1, 0)
LEGAL = abstract(0, level(0, "%1", "upperRoman"), level(1, "%1.%2"), level(2, "%1.%2.%3", rest="<w:isLgl/>")) + num(1, 0)


def items(*levels: int, num_id: int = 1) -> str:
    return "".join(p("x", numbered(num_id, ilvl)) for ilvl in levels)


CASES = [
    ("levels start again", items(0, 1, 1, 2, 2, 1, 2, 0, 1), LIST, ["Artikel 1", "1.", "2.", "a.", "b.", "3.", "a.", "Artikel 2", "1."]),
    ("text between", items(0) + p("los") + items(0), LIST, ["Artikel 1", None, "Artikel 2"]),
    ("degree sign", items(0, 1, 2, 3, 3), LIST, ["Artikel 1", "1.", "a.", "1°.", "2°."]),
    ("legal numbers", items(0, 0, 1, 2), LEGAL, ["I", "II", "II.1", "2.1.1"]),
    ("level without its parent", items(1, 1, 0), LEGAL, ["I.1", "I.2", "II"]),
    (
        "two instances share their counters",
        items(0, 0) + items(0, num_id=2) + items(0),
        LIST + num(2, 0),
        ["Artikel 1", "Artikel 2", "Artikel 3", "Artikel 4"],
    ),
    (
        "start override starts again, once",
        items(0, 0) + items(0, 0, num_id=2),
        LIST + num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        ["Artikel 1", "Artikel 2", "Artikel 5", "Artikel 6"],
    ),
    (
        "level override",
        items(0, num_id=2),
        LIST + num(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "§ %1", start=1)}</w:lvlOverride>'),
        ["§ 1"],
    ),
    (
        "never restarts",
        items(0, 1, 0, 1),
        abstract(0, level(0, "%1"), level(1, "%2", rest='<w:lvlRestart w:val="0"/>')) + num(1, 0),
        ["1", "1", "2", "2"],
    ),
    (
        "restarts after the first level only",
        items(0, 1, 2, 1, 2, 0, 2),
        abstract(0, level(0, "%1"), level(1, "%2"), level(2, "%3", rest='<w:lvlRestart w:val="1"/>')) + num(1, 0),
        ["1", "1", "1", "2", "2", "2", "1"],
    ),
    ("start", items(0, 0), abstract(0, level(0, "%1", start=7)) + num(1, 0), ["7", "8"]),
    ("switched off", items(0) + p("x", numbered(0)) + items(0), LIST, ["Artikel 1", None, "Artikel 2"]),
    ("unknown list", items(0, num_id=9), LIST, [None]),
    ("list without definition", items(0), num(1, 7), [None]),
    ("links in a circle", items(0), abstract(0, rest='<w:numStyleLink w:val="L"/>') + num(1, 0), [None]),
    ("empty item counts", items(1) + p("", numbered(1, 1)) + items(1), LIST, ["1.", "3."]),
    ("number that speaks stands without text", p("", numbered(1, 0)) + items(0), LIST, ["Artikel 1", "Artikel 2"]),
    (
        "in a table and a content control",
        items(0) + f"<w:tbl><w:tr><w:tc>{items(0)}</w:tc></w:tr></w:tbl><w:sdt><w:sdtContent>{items(0)}</w:sdtContent></w:sdt>",
        LIST,
        ["Artikel 1", "Artikel 2", "Artikel 3"],
    ),
    (
        "hidden items do not count",
        items(0) + p(run("x", "<w:vanish/>"), numbered(1) + "<w:rPr><w:vanish/></w:rPr>") + items(0),
        LIST,
        ["Artikel 1", None, "Artikel 2"],
    ),
    (
        "custom format",
        items(0),
        abstract(
            0,
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
            '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
            '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>',
        )
        + num(1, 0),
        ["001"],
    ),
    ("plain bullet", items(0), abstract(0, level(0, "–", "bullet")) + num(1, 0), ["–"]),
    (
        "bullets of symbol fonts",
        items(0, 1, 2),
        abstract(
            0,
            *(
                level(i, sign, "bullet").replace("</w:lvl>", f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr></w:lvl>')
                for i, (sign, font) in enumerate((("\uf0b7", "Symbol"), ("o", "Courier New"), ("\uf0a7", "Wingdings")))
            ),
        )
        + num(1, 0),
        ["•", "◦", "▪"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "numbering", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_numbers(body: str, numbering: str, expected: list[str | None]) -> None:
    assert numbers(body, numbering) == expected


HEADINGS = style("Kop1", f"<w:pPr>{numbered(1)}</w:pPr>") + style(
    "Kop2", '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>', based_on="Kop1"
)
LINKED = abstract(0, level(0, "Artikel %1", rest='<w:pStyle w:val="Kop1"/>'), level(1, "%2.", rest='<w:pStyle w:val="Kop2"/>')) + num(1, 0)


@pytest.mark.parametrize(
    ("style_id", "own", "styles", "expected"),
    [
        pytest.param("Kop1", "", HEADINGS, "Artikel 1", id="through its style"),
        pytest.param("Kop2", "", HEADINGS, "1.", id="level linked to a style"),
        pytest.param("Kind", "", HEADINGS + style("Kind", based_on="Kop2"), "1.", id="inherited"),
        pytest.param("Kop1", numbered(0), HEADINGS, None, id="paragraph switches off"),
        pytest.param("Kind", "", HEADINGS + style("Kind", f"<w:pPr>{numbered(0)}</w:pPr>", based_on="Kop1"), None, id="style switches off"),
        pytest.param("Kop1", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', HEADINGS, "1.", id="own level, list of the style"),
        pytest.param("Kring", "", style("Kring", based_on="Kring"), None, id="style based on itself"),
    ],
)
def test_numbers_through_styles(style_id: str, own: str, styles: str, expected: str | None) -> None:
    assert numbers(p("x", f'<w:pStyle w:val="{style_id}"/>{own}'), LINKED, styles) == [expected]


def test_numbering_style_leads_to_the_list() -> None:
    lists = (
        abstract(0, rest='<w:numStyleLink w:val="L"/>')
        + abstract(1, level(0, "(%1)"), rest='<w:styleLink w:val="L"/>')
        + num(1, 0)
        + num(2, 1)
    )
    link = style("L", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', kind="numbering")
    assert numbers(items(0) + items(0, num_id=2), lists, link) == ["(1)", "(2)"]


TRACKED = [
    (
        "deleted item",
        f"<w:rPr><w:del {WHO}/></w:rPr>",
        f"<w:del {WHO}><w:r><w:delText>x</w:delText></w:r></w:del>",
        ["1", "2"],
        ["1", "2", "3"],
    ),
    ("inserted item", f"<w:rPr><w:ins {WHO}/></w:rPr>", f"<w:ins {WHO}>{run('x')}</w:ins>", ["1", "2", "3"], ["1", "2"]),
    (
        "item of which only the text is deleted",
        "",
        f"<w:del {WHO}><w:r><w:delText>x</w:delText></w:r></w:del>",
        ["1", "3"],
        ["1", "2", "3"],
    ),
]


@pytest.mark.parametrize(("mark", "content", "final", "original"), [case[1:] for case in TRACKED], ids=[case[0] for case in TRACKED])
def test_tracked_items(mark: str, content: str, final: list[str], original: list[str]) -> None:
    body = items(0) + p(content, numbered(1) + mark) + items(0)
    lists = abstract(0, level(0, "%1")) + num(1, 0)
    assert numbers(body, lists) == final
    assert numbers(body, lists, weergave=Weergave.OORSPRONKELIJK) == original


def test_inserted_numbering_is_a_revision() -> None:
    tracked = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins {WHO}/></w:numPr>'
    data = make(p("x", tracked), numbering=LIST)
    final, original = (read_docx(data, weergave).blokken[0] for weergave in Weergave)
    assert (final.nummer, final.nummer_revisie) == ("Artikel 1", Revisie.INGEVOEGD)
    assert (original.nummer, original.nummer_revisie) == (None, Revisie.GEEN)


# --- the reference: each number is worked out anew from all paragraphs before it -------------------------------------

DEPTH = 4
ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"]
SHOW = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": lambda n: "abcdefghijklmnopqrstuvwxyz"[n - 1],
    "upperRoman": lambda n: ROMAN[n - 1].upper(),
}


@dataclass(frozen=True)
class RefLevel:
    text: str
    number_format: str
    start: int
    restart: int | None
    legal: bool


@dataclass(frozen=True)
class RefNum:
    key: int
    starts: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class RefDocument:
    lists: tuple[tuple[RefLevel, ...], ...]
    nums: tuple[RefNum, ...]
    items: tuple[tuple[int, int], ...]  # number of the instance, level


def start_of(document: RefDocument, num_index: int, k: int) -> int:
    instance = document.nums[num_index]
    return dict(instance.starts).get(k, document.lists[instance.key][k].start)


@cache
def count_after(document: RefDocument, i: int, k: int, key: int) -> int | None:
    """Count at level ``k`` of list ``key`` after paragraph ``i``; None when it has to start (again)."""
    if i < 0:
        return None
    num_index, ilvl = document.items[i]
    before = count_after(document, i - 1, k, key)
    if document.nums[num_index].key != key:
        return before
    if ilvl < k:
        restart = document.lists[key][k].restart
        return None if restart is None or ilvl + 1 <= restart else before
    first_use = (num_index, k) not in document.items[:i]
    overridden = k in dict(document.nums[num_index].starts)
    if before is None or (ilvl == k and first_use and overridden):
        return start_of(document, num_index, k)
    return before + (ilvl == k)


def shown_by(document: RefDocument, i: int) -> str:
    num_index, ilvl = document.items[i]
    key = document.nums[num_index].key
    own = document.lists[key][ilvl]
    text = own.text
    for k in range(DEPTH):
        number = count_after(document, i, k, key)
        number_format = document.lists[key][k].number_format
        if own.legal and number_format != "decimalZero":
            number_format = "decimal"
        shown = SHOW[number_format](start_of(document, num_index, k) if number is None else number)
        text = text.replace(f"%{k + 1}", shown)
    return text


def reference(document: RefDocument) -> list[str]:
    return [shown_by(document, i) for i in range(len(document.items))]


@st.composite
def documents(draw: st.DrawFn) -> RefDocument:
    lists = []
    for _ in range(draw(st.integers(1, 2))):
        levels = []
        for i in range(DEPTH):
            text = draw(st.sampled_from([f"%{i + 1}.", f"Artikel %{i + 1}", "".join(f"%{k + 1}." for k in range(i + 1)), f"(%1-%{i + 1})"]))
            restart = draw(st.one_of(st.none(), st.integers(0, i)))
            levels.append(RefLevel(text, draw(st.sampled_from(sorted(SHOW))), draw(st.integers(1, 3)), restart, draw(st.booleans())))
        lists.append(tuple(levels))
    nums = []
    for _ in range(draw(st.integers(1, 3))):
        starts = draw(st.dictionaries(st.integers(0, DEPTH - 1), st.integers(1, 5), max_size=2))
        nums.append(RefNum(draw(st.integers(0, len(lists) - 1)), tuple(starts.items())))
    wanted = st.tuples(st.integers(0, len(nums) - 1), st.integers(0, DEPTH - 1))
    return RefDocument(tuple(lists), tuple(nums), tuple(draw(st.lists(wanted, max_size=14))))


def numbering_xml(document: RefDocument) -> str:
    xml = ""
    for key, levels in enumerate(document.lists):
        xml += abstract(
            key,
            *(
                level(
                    i,
                    one.text,
                    one.number_format,
                    start=one.start,
                    rest=(f'<w:lvlRestart w:val="{one.restart}"/>' if one.restart is not None else "")
                    + ("<w:isLgl/>" if one.legal else ""),
                )
                for i, one in enumerate(levels)
            ),
        )
    for i, instance in enumerate(document.nums):
        overrides = (f'<w:lvlOverride w:ilvl="{k}"><w:startOverride w:val="{v}"/></w:lvlOverride>' for k, v in instance.starts)
        xml += num(i + 1, instance.key, "".join(overrides))
    return xml


@settings(max_examples=150, deadline=None)
@given(documents())
def test_numbers_equal_the_reference(document: RefDocument) -> None:
    body = "".join(p("x", numbered(num_index + 1, ilvl)) for num_index, ilvl in document.items)
    assert numbers(body, numbering_xml(document)) == reference(document)


@settings(max_examples=80, deadline=None)
@given(documents(), st.data())
def test_a_view_is_the_document_without_what_is_not_there(document: RefDocument, data: st.DataObject) -> None:
    """Whole paragraphs deleted or inserted: numbers are those of a document that never had them."""
    states = data.draw(st.lists(st.sampled_from(["", "ins", "del"]), min_size=len(document.items), max_size=len(document.items)))

    def paragraph(i: int, state: str) -> str:
        properties = numbered(document.items[i][0] + 1, document.items[i][1])
        if not state:
            return p(f"t{i}", properties)
        content = run(f"t{i}") if state == "ins" else f"<w:r><w:delText>t{i}</w:delText></w:r>"
        return p(f"<w:{state} {WHO}>{content}</w:{state}>", f"{properties}<w:rPr><w:{state} {WHO}/></w:rPr>")

    tracked = make("".join(paragraph(i, state) for i, state in enumerate(states)) + p("slot"), numbering=numbering_xml(document))
    for weergave, gone in ((Weergave.DEFINITIEF, "del"), (Weergave.OORSPRONKELIJK, "ins")):
        plain = make(
            "".join(paragraph(i, "") for i, state in enumerate(states) if state != gone) + p("slot"), numbering=numbering_xml(document)
        )
        shown = [(b.tekst, b.nummer) for b in read_docx(tracked, weergave).blokken]
        assert shown == [(b.tekst, b.nummer) for b in read_docx(plain).blokken]
