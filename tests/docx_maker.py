"""Make small Word files from XML fragments, for the tests of the reader."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "settings", "header", "footer")


def part(root: str, inner: str) -> str:
    """A WordprocessingML part with root element ``root``."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {NAMESPACES}>{inner}</w:{root}>'


def make(body: str, *, extra: Mapping[str, bytes] | None = None, main: str = "word/document.xml", **parts: str) -> bytes:
    """Bytes of a .docx. ``parts``: inner XML of styles, numbering, footnotes, endnotes, comments, settings, header, footer;
    their relationship ids are their names. ``extra``: other parts by name, related as altChunk by id "chunk0", "chunk1" …"""
    folder = main.rpartition("/")[0]
    roots = {"header": "hdr", "footer": "ftr"}
    files = {main: part("document", f"<w:body>{body}</w:body>").encode()}
    relationships, overrides = [], [f'<Override PartName="/{main}" ContentType="{_MAIN_TYPE}.document.main+xml"/>']
    for kind, inner in parts.items():
        assert kind in _KINDS
        files[f"{folder}/{kind}.xml"] = part(roots.get(kind, kind), inner).encode()
        relationships.append(f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>')
        overrides.append(f'<Override PartName="/{folder}/{kind}.xml" ContentType="{_MAIN_TYPE}.{kind}+xml"/>')
    for i, (name, data) in enumerate((extra or {}).items()):
        files[name] = data
        kind = "commentsExtended" if "commentsExtended" in name else "aFChunk"
        relationships.append(f'<Relationship Id="chunk{i}" Type="{OFFICE}/{kind}" Target="/{name}"/>')
    files[f"{folder}/_rels/{main.rpartition('/')[2]}.rels"] = (
        f'<Relationships xmlns="{_RELS}">{"".join(relationships)}</Relationships>'.encode()
    )
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{main}"/></Relationships>'
    ).encode()
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(overrides)}</Types>'
    ).encode()
    return pack(files)


def pack(files: Mapping[str, bytes]) -> bytes:
    """A zip of ``files``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run with text."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inner: str = "", properties: str = "") -> str:
    """A paragraph; ``inner`` is XML or, without any tag, text."""
    content = inner if inner.startswith("<") or not inner else run(inner)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def numbered(num_id: int, ilvl: int = 0) -> str:
    """Paragraph properties of an item of list ``num_id``."""
    return f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num_id}"/></w:numPr>'


def level(ilvl: int, text: str, number_format: str = "decimal", *, start: int = 1, rest: str = "") -> str:
    """A level of a list; ``rest`` goes between its format and its text (pStyle, isLgl, suff) or is a lvlRestart."""
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{rest}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def abstract(key: int, *levels: str, rest: str = "") -> str:
    """An abstractNum."""
    return f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>{rest}{"".join(levels)}</w:abstractNum>'


def num(num_id: int, key: int, rest: str = "") -> str:
    """An instance of a list."""
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{key}"/>{rest}</w:num>'


def style(
    style_id: str, properties: str = "", *, based_on: str = "", name: str = "", kind: str = "paragraph", default: bool = False
) -> str:
    """A style; ``properties`` are pPr and rPr elements."""
    parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    is_default = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{is_default} w:styleId="{style_id}"><w:name w:val="{name or style_id}"/>{parent}{properties}</w:style>'
