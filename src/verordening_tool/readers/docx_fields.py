"""Fields of Word: instructions, and what a cross-reference ought to show now."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from verordening_tool.document.blok import Veld
from verordening_tool.ooxml.names import VAL, w
from verordening_tool.ooxml.numbering import Number
from verordening_tool.ooxml.styles import on, whole
from verordening_tool.ooxml.symbols import symbol

if TYPE_CHECKING:
    from verordening_tool.readers.docx_paragraph import Paragraph

_WORDS = re.compile(r'"([^"]*)"|(\S+)')
_TARGETED = frozenset({"REF", "PAGEREF", "NOTEREF"})


@dataclass(slots=True)
class OpenField:
    """A complex field that has begun: first its instruction is read, after ``separate`` its result. ``form``: its w:ffData."""

    paragraph: Paragraph
    start: int
    path: tuple[int, ...]
    instruction: list[str] = field(default_factory=list)
    in_instruction: bool = True
    form: etree._Element | None = None

    def separate(self) -> bool:
        """Go on to the result; False when that was done before."""
        was, self.in_instruction = self.in_instruction, False
        return was

    @property
    def text(self) -> str:
        """The instruction."""
        return "".join(self.instruction)

    @property
    def kind(self) -> str:
        """First word of the instruction in capitals ("REF", "TOC"), once its result is being read."""
        words = self.text.split(None, 1)
        return words[0].upper() if words and not self.in_instruction else ""


@dataclass(frozen=True, slots=True)
class ReadField:
    """A field whose result is ``tekst[start:end]`` of its paragraph."""

    start: int
    end: int
    instruction: str


@dataclass(frozen=True, slots=True)
class Target:
    """What a bookmark stands at: its text (None when it spans paragraphs) and the number of its paragraph."""

    text: str | None
    number: Number | None


def words_of(instruction: str) -> list[str]:
    """Words of an instruction, quoted ones as one."""
    return [match[1] if match[1] is not None else match[2] for match in _WORDS.finditer(instruction)]


def form_result(field: OpenField) -> str:
    """Say what a field without a stored result shows: a box to tick, a chosen entry, the text of a MACROBUTTON; else nothing."""
    if field.form is not None:
        return _form_control(field.form)
    parts = field.text.split(None, 2)
    kind = parts[0].upper() if parts else ""
    if kind in {"MACROBUTTON", "GOTOBUTTON"} and len(parts) == 3:
        return parts[2].strip()
    if kind == "SYMBOL" and len(parts) > 1:
        words = words_of(field.text)
        font = words[words.index("\\f") + 1] if "\\f" in words[:-1] else None
        return symbol(whole(words[1]) or 0, font)
    return ""


def _form_control(form: etree._Element) -> str:
    box, entries = form.find(w("checkBox")), form.find(w("ddList"))
    if box is not None:
        checked = box.find(w("checked"))
        state = checked if checked is not None else box.find(w("default"))
        return "☒" if state is not None and on(state) else "☐"
    if entries is not None:
        chosen = entries.find(w("result"))
        chosen = chosen if chosen is not None else entries.find(w("default"))
        at = (whole(chosen.get(VAL)) or 0) if chosen is not None else 0
        values = [entry.get(VAL) or "" for entry in entries.findall(w("listEntry"))]
        return values[at] if 0 <= at < len(values) else ""
    return ""


def veld(read: ReadField, shown: str, own_number: Number | None, targets: dict[str, Target]) -> Veld | None:
    """Give the field as a fact for later stages; None for an instruction without a word."""
    words = words_of(read.instruction)
    if not words:
        return None
    kind = words[0].upper()
    switches = {word.lower() for word in words if word.startswith("\\")}
    target_name = None
    if kind in _TARGETED and len(words) > 1:
        target_name = words[1]
    elif kind == "HYPERLINK" and "\\l" in switches:
        at = [word.lower() for word in words].index("\\l")
        target_name = words[at + 1] if at + 1 < len(words) else None
    target = targets.get(target_name) if target_name else None
    expected = _expected(switches, shown, own_number, target) if kind == "REF" and target else None
    return Veld(read.start, read.end, kind, target_name, expected)


def _expected(switches: set[str], shown: str, own_number: Number | None, target: Target) -> str | None:
    """Say what a REF shows after updating; None when that is not certain."""
    if "\\p" in switches:  # adds "hierboven" or "hieronder"
        return None
    if not switches & {"\\n", "\\r", "\\w"}:
        return shown if target.text and _plain(target.text) == _plain(shown) else target.text
    number = target.number
    if number is None or number.level.is_bullet:
        return None
    forms = {"\\n": _trimmed(number.text), "\\w": full_number(number)}
    forms["\\r"] = _relative(number, own_number)
    if "\\t" in switches:
        forms = {switch: _without_words(text) for switch, text in forms.items()}
    if shown.strip() in forms.values():  # right in one of its forms: not stale
        return shown.strip()
    return next(forms[switch] for switch in ("\\w", "\\r", "\\n") if switch in switches)


def full_number(number: Number, shared: int = 0) -> str:
    """Give the number with those of the levels above it that it does not hold itself: "3.a" for a. under 3.

    The first ``shared`` levels are left out.
    """
    text, level = number.text, number.first_level(number.ilvl)
    while level > shared:
        text = number.label(level - 1) + text
        level = number.first_level(level - 1)
    return _trimmed(text)


def _relative(number: Number, own: Number | None) -> str:
    """Give the number as seen from a paragraph of the same list: levels that they share are left out."""
    shared = 0
    if own is not None and own.instance.key == number.instance.key:
        while shared < min(number.ilvl, own.ilvl) and number.counts[shared] == own.counts[shared]:
            shared += 1
    return full_number(number, shared)


def _plain(text: str) -> str:
    """Text without what the format switches of a field change: case and blanks."""
    return "".join(text.split()).casefold()


def _trimmed(text: str) -> str:
    return text.strip().rstrip(".")


def _without_words(text: str) -> str:
    return re.sub(r"[^\W\d_]{2,}\.?\s*", "", text).strip()
