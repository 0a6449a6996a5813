"""Plain text and Markdown."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from verordening_tool.document.blok import Bron, Cel, Document
from verordening_tool.fouten import Leesfout
from verordening_tool.readers.collector import Collector
from verordening_tool.readers.decode import decode
from verordening_tool.readers.lines import Line, Paragraph, join_lines, page_lines
from verordening_tool.readers.publicatie import as_publication

MAX_BYTES = 9 * 1024 * 1024
MAX_LINES = 100_000
MAX_RULE = 300  # characters of a ruled line
MAX_MARKED = 50_000  # characters of a paragraph in which marks are still looked for

_HEADING = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*$")
_TIGHT_HEADING = re.compile(r"(#{1,6})(?=[^\s#])(.*?)\s*#*$")
_UNDERLINED = re.compile(r"^(?![ \t]*(?:[-*#|>]|\d+[.)])\s)(\S.*)\n(=+|-{3,})[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$|\s*[=_~-]{4,}$")
_BOLD_LINE = re.compile(r"\s*(\*\*|__)(?=[^*_])(?:(?!\1).)+\1\s*$")
_BOLD = re.compile(r"(\*\*)(?=[^*])(.+?)\1")
_BOLD_LOW = re.compile(r"(?<!\w)(__)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_ITALIC = re.compile(r"(?<![\w*\\])(\*)(?![\s*])([^*\n]+?)(?<![\s*])\1(?![\w*])")
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?\)")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*$")
_TABLE_RULE = re.compile(r"[\s|:-]+$")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]{0,300}|!--.*?--)>")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>|-])")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_TWIPS_PER_COLUMN = 120


def read_tekst(data: bytes, *, markdown: bool = False) -> Document:
    """Document of a text file in any common encoding.

    Bold lines and ``#`` headings in Markdown's way are understood in .txt too, since texts are often kept so;
    ``markdown`` adds the rest of it (underlined headings, links, tags). Raises Leesfout when ``data`` is no text or too much.
    """
    text = _text_of(data)
    if markdown:
        text = _UNDERLINED.sub(lambda match: f"{'#' if match.group(2)[0] == '=' else '##'} {match.group(1)}", _FRONT_MATTER.sub("", text))
    lines = page_lines([page.split("\n") for page in text.split("\f")])
    collector = Collector()
    writer = _Writer(collector, markdown=markdown)
    for paragraph in join_lines(_set_apart(lines, markdown=markdown)):
        writer.add(paragraph)
    return as_publication(Document(blokken=collector.blokken(), formaat="markdown" if markdown else "tekst"))


def _text_of(data: bytes) -> str:
    if len(data) > MAX_BYTES or max(data.count(b"\n"), data.count(b"\r")) + data.count(b"\f") > MAX_LINES:
        raise Leesfout(
            f"Het bestand is te groot om te lezen (het maximum is {MAX_BYTES // 1_000_000} MB en {MAX_LINES} regels).",
            "Splits het bestand, of bewaar alleen de tekst van de regeling.",
            code="TE_GROOT",
        )
    text = decode(data)
    if len(_CONTROL.findall(text[:100_000])) > max(4, min(len(text), 100_000) // 100):
        raise Leesfout(
            "Het bestand is geen leesbare tekst.", "Lever de tekst aan als .docx, .odt, .pdf, .html, .xml of .txt.", code="ONBEKEND"
        )
    for newline in ("\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x85"):
        text = text.replace(newline, "\n")
    return text


def _set_apart(lines: list[Line], *, markdown: bool) -> list[Line]:
    """Mark headings, bold lines and table rows, and what follows them, as paragraphs of their own; drop ruled lines."""
    marked: list[Line] = []
    after_special = False
    for line in lines:
        if len(line.text) < MAX_RULE and _RULE.match(line.text):
            after_special = True
            continue
        special = _is_special(line.text, markdown=markdown)
        marked.append(replace(line, apart=True) if special or after_special else line)
        after_special = special
    return marked


def _is_special(text: str, *, markdown: bool) -> bool:
    stripped = text.strip()
    return bool(
        _HEADING.match(stripped) or (markdown and _TIGHT_HEADING.match(stripped)) or _BOLD_LINE.match(text) or _TABLE_ROW.match(text)
    )


class _Writer:
    """Turns paragraphs into Blokken, Markdown marks resolved."""

    def __init__(self, collector: Collector, *, markdown: bool) -> None:
        self._collector = collector
        self._markdown = markdown
        self._table: int | None = None
        self._row = 0

    def add(self, paragraph: Paragraph) -> None:
        if _TABLE_ROW.match(paragraph.text):
            self._table_row(paragraph)
            return
        self._table = None
        text, bron = paragraph.text.strip(), Bron("", (paragraph.nr,))
        heading = _HEADING.match(text) or (_TIGHT_HEADING.match(text) if self._markdown else None)
        if heading:
            self._collector.add(self._plain(heading.group(2)), kopniveau=len(heading.group(1)), vet=True, bron=bron)
            return
        if self._markdown:
            text = text.lstrip("> ")
        self._collector.add(
            self._plain(text), vet=bool(_BOLD_LINE.match(text)), inspringing=paragraph.indent * _TWIPS_PER_COLUMN, bron=bron
        )

    def _table_row(self, paragraph: Paragraph) -> None:
        if _TABLE_RULE.match(paragraph.text):
            return
        if self._table is None:
            self._table, self._row = self._collector.new_table(), 0
        for column, cell in enumerate(paragraph.text.strip().strip("|").split("|")):
            bold = bool(_BOLD_LINE.match(cell))
            self._collector.add(self._plain(cell), vet=bold, cel=Cel(self._table, self._row, column), bron=Bron("", (paragraph.nr,)))
        self._row += 1

    def _plain(self, text: str) -> str:
        if len(text) > MAX_MARKED:
            return text
        text = _BOLD.sub(r"\2", text)
        if not self._markdown:
            return text
        text = _ITALIC.sub(r"\2", _BOLD_LOW.sub(r"\2", _LINK.sub(r"\1", text)))
        return html.unescape(_ESCAPE.sub(r"\1", _TAG.sub(" ", text)))
