"""Styles and list numbers of OpenDocument text, resolved as an office program shows them (OASIS ODF 1.2, parts 16 and 19.880)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from verordening_tool.ooxml.number_formats import letter, roman
from verordening_tool.ooxml.symbols import symbol
from verordening_tool.readers.list_numbers import letters
from verordening_tool.readers.safe_xml import local_name

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

MAX_LEVEL = 10
_MAX_CHAIN = 32
_LENGTH = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)(cm|mm|in|pt|pc|px)$")
_TWIPS = {"cm": 566.93, "mm": 56.693, "in": 1440.0, "pt": 20.0, "pc": 240.0, "px": 15.0}
_ESCAPE = re.compile(r"_([0-9a-f]{2})_")


@dataclass(slots=True)
class ParagraphStyle:
    """What a paragraph or span style sets; None is left to its parent."""

    name: str
    shown: str
    parent: str | None
    list_style: str | None = None
    outline: int | None = None
    bold: bool | None = None
    hidden: bool | None = None
    indent: int | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list style."""

    kind: str  # "number", "bullet" or "" (image, nothing)
    number_format: str = ""
    prefix: str = ""
    suffix: str = ""
    display: int = 1
    start: int = 1
    bullet: str = "•"
    letter_sync: bool = False


@dataclass(slots=True)
class Counter:
    """Counts items of one list per level; the value is None before the first item."""

    values: list[int | None] = field(default_factory=lambda: [None] * MAX_LEVEL)


class OdtStyles:
    """All styles of a document, by family and name."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles: dict[tuple[str, str], ParagraphStyle] = {}
        self._lists: dict[str, list[Level]] = {}
        self.outline: list[Level] = []
        for root in roots:
            for element in root.iter(f"{STYLE}style"):
                self._add(element)
            for element in root.iter(f"{TEXT}list-style"):
                self._lists[element.get(f"{STYLE}name", "")] = _levels(element)
            for element in root.iter(f"{TEXT}outline-style"):
                self.outline = _levels(element)

    def shown_name(self, name: str | None) -> str | None:
        """Name of the style as a user sees it; an automatic style goes by the name of its parent."""
        for style in self._chain("paragraph", name):
            if not re.fullmatch(r"P\d+", style.name):
                return style.shown
        return None

    def bold(self, family: str, name: str | None) -> bool | None:
        """Whether text in this style is bold; None when the style does not say."""
        return next((style.bold for style in self._chain(family, name) if style.bold is not None), None)

    def hidden(self, family: str, name: str | None) -> bool:
        """Whether text in this style is not shown."""
        return bool(next((style.hidden for style in self._chain(family, name) if style.hidden is not None), None))

    def outline_level(self, name: str | None) -> int | None:
        """Heading level that the paragraph style gives."""
        return next((style.outline for style in self._chain("paragraph", name) if style.outline is not None), None)

    def indent(self, name: str | None) -> int:
        """Left indent in twips."""
        return next((style.indent for style in self._chain("paragraph", name) if style.indent is not None), 0)

    def list_style(self, name: str | None) -> str | None:
        """List style that the paragraph style carries."""
        return next((style.list_style for style in self._chain("paragraph", name) if style.list_style is not None), None)

    def level(self, list_style: str | None, index: int) -> Level:
        """Level ``index`` (from 0) of a list style; an unknown style shows bullets, as office programs do."""
        levels = self._lists.get(list_style or "")
        if levels is None:
            return Level("bullet")
        return levels[index] if index < len(levels) else Level("")

    def label(self, levels: list[Level], counter: Counter, index: int) -> str:
        """The number of an item at level ``index`` with the numbers of the levels above that it displays."""
        own = levels[index]
        if own.kind != "number" or not own.number_format:
            return ""
        shown = []
        for above in range(max(index - own.display + 1, 0), index + 1):
            level = levels[above]
            value = counter.values[above]
            if level.number_format:
                shown.append(_formatted(value if value is not None else level.start, level))
        return f"{own.prefix}{'.'.join(shown)}{own.suffix}"

    def levels(self, list_style: str | None) -> list[Level]:
        """All levels of a list style, always MAX_LEVEL of them."""
        return [self.level(list_style, index) for index in range(MAX_LEVEL)]

    def _add(self, element: etree._Element) -> None:
        family, name = element.get(f"{STYLE}family", ""), element.get(f"{STYLE}name", "")
        text = element.find(f"{STYLE}text-properties")
        paragraph = element.find(f"{STYLE}paragraph-properties")
        weight = text.get(f"{FO}font-weight") if text is not None else None
        display = text.get(f"{TEXT}display") if text is not None else None
        outline = small_number(element.get(f"{STYLE}default-outline-level"), 0)
        self._styles[family, name] = ParagraphStyle(
            name=name,
            shown=element.get(f"{STYLE}display-name") or _ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), name),
            parent=element.get(f"{STYLE}parent-style-name"),
            list_style=element.get(f"{STYLE}list-style-name"),
            outline=outline if 0 < outline < 10 else None,
            bold=None if weight is None else weight == "bold" or small_number(weight, 0) >= 600,
            hidden=None if display is None else display == "none",
            indent=_twips(paragraph.get(f"{FO}margin-left")) if paragraph is not None else None,
        )

    def _chain(self, family: str, name: str | None) -> Iterable[ParagraphStyle]:
        for _ in range(_MAX_CHAIN):
            style = self._styles.get((family, name or ""))
            if style is None:
                return
            yield style
            name = style.parent


def _levels(element: etree._Element) -> list[Level]:
    levels = [Level("")] * MAX_LEVEL
    for child in element:
        index = small_number(child.get(f"{TEXT}level"), 0) - 1
        if not 0 <= index < MAX_LEVEL:
            continue
        name = local_name(child)
        levels[index] = Level(
            kind="number"
            if name in {"list-level-style-number", "outline-level-style"}
            else "bullet"
            if name == "list-level-style-bullet"
            else "",
            number_format=child.get(f"{STYLE}num-format", ""),
            prefix=child.get(f"{STYLE}num-prefix", ""),
            suffix=child.get(f"{STYLE}num-suffix", ""),
            display=max(small_number(child.get(f"{TEXT}display-levels"), 1), 1),
            start=small_number(child.get(f"{TEXT}start-value"), 1),
            bullet=_bullet(child),
            letter_sync=child.get(f"{STYLE}num-letter-sync") == "true",
        )
    return levels


def _bullet(element: etree._Element) -> str:
    """The sign before an item; signs of symbol fonts as the characters they show."""
    properties = element.find(f"{STYLE}text-properties")
    font = (properties.get(f"{STYLE}font-name") or properties.get(f"{FO}font-family")) if properties is not None else None
    return "".join(symbol(ord(sign), font) for sign in element.get(f"{TEXT}bullet-char") or "•")


def _formatted(number: int, level: Level) -> str:
    kind = level.number_format
    if kind in {"a", "A"} and number > 0:
        text = letter(number) if level.letter_sync else letters(number)
    elif kind in {"i", "I"}:
        text = roman(number)
    else:
        return str(number)
    return text.upper() if kind.isupper() else text


def small_number(text: str | None, default: int) -> int:
    """Number in an attribute; ``default`` when it is absent, no number, or too long to be meant."""
    return int(text) if text and text.isdecimal() and len(text) < 8 else default


def _twips(length: str | None) -> int | None:
    match = _LENGTH.match(length or "")
    return round(float(match.group(1)) * _TWIPS[match.group(2)]) if match and len(match.group(1)) < 12 else None
