"""Automatic numbers as a person sees them: definitions of lists and the counters that run through a document.

Model (ISO 29500-1, 17.9): a w:num is an instance of a w:abstractNum. Instances of one abstractNum share their counters;
an instance with a startOverride starts again the first time one of its levels is used. A level starts again after a
paragraph of a lower level, unless its lvlRestart says otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import zip_longest

from lxml import etree

from verordening_tool.ooxml.names import VAL, w
from verordening_tool.ooxml.number_formats import format_number
from verordening_tool.ooxml.styles import Style, Styles, left_indent, on, whole
from verordening_tool.ooxml.symbols import symbol

LEVELS = 9
MAX_TEXT = 100  # characters in the text of a level; Word allows fewer
_PLACEHOLDER = re.compile(r"%([1-9])")
_PLAIN_BULLETS = {"o": "◦"}  # in Courier New, Word's second bullet; never the letter o


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. ``restart``: the 1-based level after which it starts again; None is every lower one, 0 never."""

    start: int = 0
    number_format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    indent: int | None = None

    @property
    def is_bullet(self) -> bool:
        """A sign instead of a number."""
        return self.number_format == "bullet"


@dataclass(frozen=True, slots=True)
class ListInstance:
    """A w:num with its levels resolved. ``key`` tells which instances share counters."""

    num_id: int
    key: int
    levels: tuple[Level, ...]
    start_overrides: dict[int, int] = field(default_factory=dict)
    _restarts: dict[int, tuple[int, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def restarted_by(self, ilvl: int) -> tuple[int, ...]:
        """The levels that start again after a paragraph at level ``ilvl``."""
        if ilvl not in self._restarts:
            deeper = [(k, self.levels[k].restart) for k in range(ilvl + 1, LEVELS)]
            self._restarts[ilvl] = tuple(k for k, restart in deeper if restart is None or ilvl < restart)
        return self._restarts[ilvl]

    def level_of_style(self, style: Style) -> int | None:
        """The level that is linked to ``style`` or its nearest ancestor."""
        for style_id in style.chain:
            for ilvl, level in enumerate(self.levels):
                if level.style == style_id:
                    return ilvl
        return None


@dataclass(frozen=True, slots=True)
class Number:
    """A computed number. ``text`` is what shows ("3.", "Artikel 4", "•"); ``counts`` the count at every level."""

    text: str
    ilvl: int
    instance: ListInstance
    counts: tuple[int | None, ...]
    language: str = "nl"

    @property
    def level(self) -> Level:
        """The level that this number is of."""
        return self.instance.levels[self.ilvl]

    def first_level(self, ilvl: int) -> int:
        """The lowest level whose number is part of the text of level ``ilvl``."""
        return min([ilvl, *(k for _, k in _template(self.instance.levels[ilvl].text) if k is not None)])

    def label(self, ilvl: int) -> str:
        """Text of the number at a level above this one, as it was last shown."""
        return _label(self.instance, ilvl, self.counts, self.language)


class Numbering:
    """The lists of a document, by numId."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._nums: dict[int, etree._Element] = {}
        self._abstracts: dict[int, etree._Element] = {}
        self._instances: dict[int, ListInstance | None] = {}
        self._styles = styles
        self.language = "en" if styles.language[:2].lower() == "en" else "nl"
        if root is None:
            return
        for child in root:
            if child.tag == w("num"):
                self._nums.setdefault(whole(child.get(w("numId"))) or 0, child)
            elif child.tag == w("abstractNum"):
                self._abstracts.setdefault(whole(child.get(w("abstractNumId"))) or 0, child)

    def instance(self, num_id: int) -> ListInstance | None:
        """The list ``num_id``; None for 0 (numbering switched off) and for a list that is not defined."""
        if num_id not in self._instances:
            self._instances[num_id] = self._build(num_id)
        return self._instances[num_id]

    def locate(self, style: Style, num_id: int | None, ilvl: int | None) -> tuple[ListInstance, int] | None:
        """List and level of a paragraph, given the numId and ilvl of the paragraph itself (None: not said there)."""
        through_style = num_id is None
        number = style.num_id if num_id is None else num_id
        instance = self.instance(number) if number else None
        if instance is None:
            return None
        if ilvl is None:
            linked = instance.level_of_style(style) if through_style else None
            ilvl = linked if linked is not None else style.ilvl or 0
        return instance, min(max(ilvl, 0), LEVELS - 1)

    def _build(self, num_id: int) -> ListInstance | None:
        num = self._nums.get(num_id) if num_id else None
        if num is None:
            return None
        key, abstract = self._abstract(num)
        if abstract is None:
            return None
        levels = {ilvl: _level(element) for element in abstract.iter(w("lvl")) if (ilvl := whole(element.get(w("ilvl")))) is not None}
        starts = {}
        for override in num.findall(w("lvlOverride")):
            ilvl = whole(override.get(w("ilvl")))
            if ilvl is None:
                continue
            own = override.find(w("lvl"))
            if own is not None:
                levels[ilvl] = _level(own)
            start = whole(_val(override, "startOverride"))
            if start is not None:
                starts[ilvl] = start
                levels[ilvl] = replace(levels.get(ilvl, Level()), start=start)
        return ListInstance(num_id, key, tuple(levels.get(ilvl, Level()) for ilvl in range(LEVELS)), starts)

    def _abstract(self, num: etree._Element) -> tuple[int, etree._Element | None]:
        """The abstractNum behind a num, through numStyleLink → numbering style → num."""
        seen: set[int] = set()
        key = whole(_val(num, "abstractNumId"))
        while key is not None and key not in seen:
            seen.add(key)
            abstract = self._abstracts.get(key)
            link = _val(abstract, "numStyleLink") if abstract is not None else None
            if abstract is None or link is None:
                return key, abstract
            linked = self._nums.get(self._styles.numbering_links.get(link, 0))
            key = whole(_val(linked, "abstractNumId")) if linked is not None else self._style_link(link)
        return 0, None

    def _style_link(self, style_id: str) -> int | None:
        return next((key for key, element in self._abstracts.items() if _val(element, "styleLink") == style_id), None)


def _val(element: etree._Element, name: str) -> str | None:
    child = element.find(w(name))
    return None if child is None else child.get(VAL)


def _level(element: etree._Element) -> Level:
    number_format, text, legal = "decimal", "", False
    start = restart = None
    for child in element.iter():  # iter, not children: a custom format hides in mc:AlternateContent, first choice first
        if child.tag == w("numFmt") and number_format == "decimal":
            number_format = child.get(w("format")) or child.get(VAL) or "decimal"
        elif child.tag == w("start"):
            start = whole(child.get(VAL))
        elif child.tag == w("lvlText"):
            text = (child.get(VAL) or "")[:MAX_TEXT]
        elif child.tag == w("lvlRestart"):
            restart = whole(child.get(VAL))
        elif child.tag == w("isLgl"):
            legal = on(child)
    if number_format == "bullet":
        text = _bullet(element, text)
    indent = left_indent(element.find(f"{w('pPr')}/{w('ind')}"))
    return Level(start or 0, number_format, text, restart, legal, _val(element, "pStyle"), indent)


def _bullet(element: etree._Element, text: str) -> str:
    fonts = element.find(f"{w('rPr')}/{w('rFonts')}")
    font = (fonts.get(w("ascii")) or fonts.get(w("hAnsi"))) if fonts is not None else None
    if text in _PLAIN_BULLETS and (font or "").startswith("Courier"):
        return _PLAIN_BULLETS[text]
    return "".join(symbol(ord(sign), font) for sign in text)


class Counters:
    """Numbers given out so far in one story (the body, the text boxes, one header …)."""

    def __init__(self, language: str = "nl") -> None:
        self._counts: dict[int, list[int | None]] = {}
        self._started: set[tuple[int, int]] = set()
        self._language = language

    def next(self, instance: ListInstance, ilvl: int) -> Number:
        """Count one more paragraph at ``ilvl`` (0…8) of ``instance`` and give its number."""
        counts = self._counts.setdefault(instance.key, [None] * LEVELS)
        start = instance.start_overrides.get(ilvl)
        if start is not None and (instance.num_id, ilvl) not in self._started:
            counts[ilvl] = start
        else:
            count = counts[ilvl]
            counts[ilvl] = instance.levels[ilvl].start if count is None else count + 1
        self._started.add((instance.num_id, ilvl))
        for deeper in instance.restarted_by(ilvl):
            counts[deeper] = None
        for above in range(ilvl):
            if counts[above] is None:  # never used: shows, and then counts as, its first number
                counts[above] = instance.levels[above].start
        shown = tuple(counts)
        return Number(_label(instance, ilvl, shown, self._language), ilvl, instance, shown, self._language)


def _label(instance: ListInstance, ilvl: int, counts: tuple[int | None, ...], language: str) -> str:
    level = instance.levels[ilvl]
    if level.is_bullet:
        return level.text
    shown = []
    for literal, k in _template(level.text):
        shown.append(literal)
        if k is not None:
            count, number_format = counts[k], instance.levels[k].number_format
            if level.legal and number_format not in {"none", "bullet", "decimalZero"}:
                number_format = "decimal"
            shown.append(format_number(instance.levels[k].start if count is None else count, number_format, language))
    return "".join(shown)


@lru_cache(maxsize=1024)
def _template(text: str) -> tuple[tuple[str, int | None], ...]:
    """Text of a level cut up: a literal, and the level (from 0) whose number follows it."""
    parts = _PLACEHOLDER.split(text)
    return tuple((literal, int(number) - 1 if number else None) for literal, number in zip_longest(parts[::2], parts[1::2]))
