"""Paragraph and character styles, resolved through inheritance once and then looked up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree

from verordening_tool.ooxml.names import VAL, w
from verordening_tool.ooxml.package import parse_xml

_P_PR, _R_PR, _NUM_PR, _NUM_ID, _ILVL = w("pPr"), w("rPr"), w("numPr"), w("numId"), w("ilvl")
_OUTLINE, _IND, _B, _VANISH = w("outlineLvl"), w("ind"), w("b"), w("vanish")
_OFF = frozenset({"0", "false", "off", "none"})
_MOST_KEPT = 2**20  # bytes of a style part
MAX_ANCESTORS = 32  # Word itself allows eleven
_SHOWN_CAPITALISED = ("heading ", "caption", "header", "footer")


def on(element: etree._Element) -> bool:
    """Value of a yes/no element: present means yes, unless its val says otherwise."""
    return element.get(VAL) not in _OFF


def whole(text: str | None) -> int | None:
    """The whole number in an attribute, or None when there is none (measures such as "1.5" or "12pt" included)."""
    try:
        return int(text or "")
    except ValueError:
        return None


def left_indent(ind: etree._Element | None) -> int | None:
    """Left indent in twips of a w:ind."""
    if ind is None:
        return None
    value = ind.get(w("start"))
    return whole(value if value is not None else ind.get(w("left")))


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything it inherits. ``None`` means: says nothing. ``outline`` is 0…8, 9 is body text."""

    id: str
    name: str
    num_id: int | None = None
    ilvl: int | None = None
    outline: int | None = None
    indent: int | None = None
    bold: bool = False
    hidden: bool = False
    chain: tuple[str, ...] = ()  # ids of the style itself and its ancestors, nearest first
    indent_from_own_numbering: bool = False


_NONE = Style("", "")


class Styles:
    """The style part of a document; ``paragraph`` and ``character`` give resolved styles."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        self.default = _NONE
        self.default_bold = self.default_hidden = False
        self.language = ""
        self.numbering_links: dict[str, int] = {}
        if root is None:
            return
        default = ""
        for style in root.iter(w("style")):
            style_id = style.get(w("styleId")) or ""
            self._elements.setdefault(style_id, style)
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}:
                default = style_id
            if style.get(w("type")) == "numbering":
                num_id = whole(_val(style.find(f"{_P_PR}/{_NUM_PR}/{_NUM_ID}")))
                if num_id is not None:
                    self.numbering_links[style_id] = num_id
        run_defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{_R_PR}")
        if run_defaults is not None:
            self.default_bold = any(on(b) for b in run_defaults.findall(_B))
            language = run_defaults.find(w("lang"))
            self.language = (language.get(VAL) or "") if language is not None else ""
        self.default = self._resolve(default) if default in self._elements else _NONE

    def paragraph(self, style_id: str | None) -> Style:
        """Paragraph style ``style_id``; the default style when it is None or unknown, as Word does."""
        if style_id is None or style_id not in self._elements:
            return self.default
        return self._resolved.get(style_id) or self._resolve(style_id)

    def character(self, style_id: str) -> Style:
        """Character style ``style_id``; one that says nothing when it is unknown."""
        if style_id not in self._elements:
            return _NONE
        return self._resolved.get(style_id) or self._resolve(style_id)

    def _resolve(self, style_id: str) -> Style:
        chain: list[str] = []
        parent: str | None = style_id
        while parent in self._elements and parent not in self._resolved and parent not in chain and len(chain) < MAX_ANCESTORS:
            chain.append(parent)
            parent = _val(self._elements[parent].find(w("basedOn")))
        style = self._resolved.get(parent or "", _NONE)  # none too for a circle of styles
        for heir in reversed(chain):
            ancestors = (heir, *style.chain)[:MAX_ANCESTORS]
            element = self._elements[heir]
            style = replace(_override(style, element), id=heir, chain=ancestors, name=_shown_name(element, heir))
            self._resolved[heir] = style
        return style


def read_styles(part: bytes) -> Styles:
    """The styles in the bytes of a style part. Raises as ``parse_xml`` does."""
    return _kept(part) if len(part) <= _MOST_KEPT else Styles(parse_xml(part))


@lru_cache(maxsize=4)
def _kept(part: bytes) -> Styles:
    """Files from one template hold the same styles, and that part is often the largest of all."""
    return Styles(parse_xml(part))


def _override(style: Style, element: etree._Element) -> Style:
    changes: dict[str, int | bool | None] = {}
    p_pr, r_pr = element.find(_P_PR), element.find(_R_PR)
    if p_pr is not None:
        num_id, ilvl = whole(_val(p_pr.find(f"{_NUM_PR}/{_NUM_ID}"))), whole(_val(p_pr.find(f"{_NUM_PR}/{_ILVL}")))
        outline, indent = whole(_val(p_pr.find(_OUTLINE))), left_indent(p_pr.find(_IND))
        changes |= {"num_id": num_id, "ilvl": ilvl, "outline": outline, "indent": indent}
        changes = {name: value for name, value in changes.items() if value is not None}
        if indent is not None:
            changes["indent_from_own_numbering"] = False
        elif num_id is not None:
            changes["indent_from_own_numbering"] = True
    if r_pr is not None:
        for name, tag in (("bold", _B), ("hidden", _VANISH)):
            found = r_pr.find(tag)
            if found is not None:
                changes[name] = on(found)
    return replace(style, **changes) if changes else style  # type: ignore[arg-type]


def _val(element: etree._Element | None) -> str | None:
    return None if element is None else element.get(VAL)


def _shown_name(element: etree._Element, style_id: str) -> str:
    """Name as Word shows it: built-in headings are stored in lower case."""
    name = _val(element.find(w("name"))) or style_id
    return name[0].upper() + name[1:] if name.startswith(_SHOWN_CAPITALISED) else name
