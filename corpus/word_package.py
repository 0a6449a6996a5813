"""The parts of a .docx that are the same for every document: content types, styles, numbering, and a zip that is byte-stable."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DATUM = "2024-01-08T09:00:00Z"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PARTS = ("styles", "numbering", "settings", "comments", "footnotes", "header1", "footer1")

# id, name, base style, bold, size in half points; per family of styles.
_STYLES: dict[str, list[tuple[str, str, str, bool, int]]] = {
    "koppen": [
        ("Title", "Title", "Normal", True, 36),
        *((f"Heading{n}", f"heading {n}", "Normal", True, 32 - 2 * n) for n in (1, 2, 3)),
        ("ListParagraph", "List Paragraph", "Normal", False, 22),
        ("TOC1", "toc 1", "Normal", False, 20),
    ],
    "kop_nl": [
        ("Titel", "Title", "Standaard", True, 36),
        *((f"Kop{n}", f"heading {n}", "Standaard", True, 32 - 2 * n) for n in (1, 2, 3)),
        ("Lijstalinea", "List Paragraph", "Standaard", False, 22),
        ("Inhopg1", "toc 1", "Standaard", False, 20),
    ],
    "koop": [
        ("OP_Titel", "OP_Titel", "Normal", True, 32),
        ("OP_Aanhef", "OP_Aanhef", "Normal", False, 20),
        ("OP_Hoofdstuk_Titel", "OP_Hoofdstuk_Titel", "Normal", True, 26),
        ("OP_Paragraaf_Titel", "OP_Paragraaf_Titel", "Normal", True, 24),
        ("OP_Artikel_Titel", "OP_Artikel_Titel", "Normal", True, 22),
        ("OP_Lid", "OP_Lid", "Normal", False, 20),
        ("OP_Onderdeel", "OP_Onderdeel", "OP_Lid", False, 20),
        ("OP_Ondertekening", "OP_Ondertekening", "Normal", False, 20),
        ("OP_Toelichting_Titel", "OP_Toelichting_Titel", "Normal", True, 26),
    ],
    "eigen": [
        ("Artikelkop", "Artikelkop", "Normal", True, 22),
        ("Hoofdstukkop", "Hoofdstukkop", "Normal", True, 28),
        ("Lidtekst", "Lidtekst", "Normal", False, 22),
        ("Onderdeeltekst", "Onderdeeltekst", "Lidtekst", False, 22),
        ("Title", "Title", "Normal", True, 36),
    ],
    "geen": [],
}
# Level text and format of the one multi-level list; level 0 is the hoofdstuk, 1 the artikel, 2 the lid, 3 the onderdeel, 4 below it.
_LEVELS = (
    ("Hoofdstuk %1", "decimal"),
    ("Artikel %2", "decimal"),
    ("%3.", "decimal"),
    ("%4.", "lowerLetter"),
    ("%5°.", "decimal"),
)
# Numbering instances: the whole list, bullets, chapters alone, articles and what is below them; FIRST_LOOSE and on: separate lists.
NUM_ALL, NUM_BULLET, NUM_CHAPTER, NUM_ARTICLE, FIRST_LOOSE = 1, 2, 4, 5, 11
_LEVEL_STYLES = {"eigen": ("Hoofdstukkop", "Artikelkop", "Lidtekst", "Onderdeeltekst", "")}


def styles_xml(family: str) -> str:
    """Give the styles part; ``eigen`` carries the numbering in its paragraph styles."""
    normal = "Standaard" if family == "kop_nl" else "Normal"
    styles = [f'<w:style w:type="paragraph" w:default="1" w:styleId="{normal}"><w:name w:val="Normal"/><w:qFormat/></w:style>']
    numbered = _LEVEL_STYLES.get(family, ())
    for style, name, base, bold, size in _STYLES[family]:
        numpr = f'<w:numPr><w:ilvl w:val="{numbered.index(style)}"/><w:numId w:val="1"/></w:numPr>' if style in numbered else ""
        outline = f'<w:outlineLvl w:val="{int(name[-1]) - 1}"/>' if name.startswith("heading") else ""
        styles.append(
            f'<w:style w:type="paragraph" w:customStyle="{int(name == style)}" w:styleId="{style}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="{base}"/><w:qFormat/>'
            f'<w:pPr>{numpr}<w:spacing w:before="{120 if bold else 0}" w:after="80"/>{outline}</w:pPr>'
            f'<w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="{size}"/></w:rPr></w:style>'
        )
    return f"{HEADER}<w:styles {NAMESPACES}>{''.join(styles)}</w:styles>"


def numbering_xml(family: str, restarts: int) -> str:
    """Give the numbering part: list 1 multi-level, list 2 bullets, lists 11 … the separate lists that each start at 1 or a again."""
    linked = _LEVEL_STYLES.get(family, ("",) * len(_LEVELS))
    levels = "".join(_level(n, n, style=linked[n], restart=n != 1) for n in range(len(_LEVELS)))
    articles = "".join(_level(n - 1, n, shift=1) for n in range(1, len(_LEVELS)))
    bullet = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl>'
    )
    loose = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:lvlText w:val="%{i + 1}{teken}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{(i + 1) * 425}" w:hanging="425"/></w:pPr></w:lvl>'
        for i, (fmt, teken) in enumerate((("decimal", "."), ("lowerLetter", "."), ("decimal", "°.")))
    )
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>{body}</w:abstractNum>'
        for n, body in (
            (1, levels),
            (2, bullet),
            (3, loose),
            (4, _level(0, 0)),
            (5, articles),
        )
    )
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (NUM_ALL, NUM_BULLET, NUM_CHAPTER, NUM_ARTICLE))
    nums += "".join(
        f'<w:num w:numId="{FIRST_LOOSE + n}"><w:abstractNumId w:val="3"/>'
        + "".join(f'<w:lvlOverride w:ilvl="{i}"><w:startOverride w:val="1"/></w:lvlOverride>' for i in range(3))
        + "</w:num>"
        for n in range(restarts)
    )
    return f"{HEADER}<w:numbering {NAMESPACES}>{abstracts}{nums}</w:numbering>"


def _level(ilvl: int, n: int, *, shift: int = 0, style: str = "", restart: bool = True) -> str:
    """Give one level of a list; ``shift`` is how far the counters lie below those of the whole list."""
    text, fmt = _LEVELS[n]
    text = text.replace(f"%{n + 1}", f"%{n + 1 - shift}")
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/>'
        + ("" if restart else '<w:lvlRestart w:val="0"/>')
        + (f'<w:pStyle w:val="{style}"/>' if style else "")
        + f'<w:suff w:val="{"space" if n < 2 else "tab"}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{max(0, n - 1) * 425}" w:hanging="{425 if n > 1 else 0}"/></w:pPr></w:lvl>'
    )


def package(parts: Mapping[str, str], title: str) -> bytes:
    """Pack a .docx of the given parts of word/ (name without extension → XML); the same input gives the same bytes."""
    names = ["document", *(name for name in _PARTS if name in parts)]
    kinds = {"document": "document.main", "header1": "header", "footer1": "footer"}
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}{kinds.get(name, name)}+xml"/>' for name in names)
    files = {
        "[Content_Types].xml": f'{HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": _relations({"document": "word/document.xml"})
        .replace(
            "</Relationships>",
            '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/></Relationships>',
        )
        .replace(f"{_REL}document", f"{_REL}officeDocument"),
        "docProps/core.xml": f"{HEADER}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(title)}</dc:title>'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{DATUM}</dcterms:created></cp:coreProperties>',
        "word/_rels/document.xml.rels": _relations({name: f"{name}.xml" for name in names[1:]}),
        **{f"word/{name}.xml": parts[name] for name in names},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 8, 9, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _relations(targets: Mapping[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}{name.rstrip("1")}" Target="{target}"/>'
        for n, (name, target) in enumerate(targets.items(), start=1)
    )
    return f'{HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
