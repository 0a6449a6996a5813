"""Numbers of list items as a browser shows them."""

from __future__ import annotations

from lxml import etree

from verordening_tool.ooxml.number_formats import roman

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_ALIASES = {"lower-latin": "lower-alpha", "upper-latin": "upper-alpha"}


def item_number(lijst: etree._Element, item: etree._Element, name: str, count: int) -> tuple[str | None, bool]:
    """Number before ``item``, the ``count``-th (from 1) of ``lijst`` (ol or ul); and whether it is a mere bullet."""
    style = _style(item) or _style(lijst)
    if style == "none":
        return None, True
    if name != "ol":
        return "•", True
    value = _integer(item.get("value"))
    start = _integer(lijst.get("start"))
    number = value if value is not None else (start if start is not None else 1) + count - 1
    kind = style or _TYPES.get(lijst.get("type", "1"), "decimal")
    if kind in {"disc", "circle", "square"}:
        return "•", True
    return f"{formatted(number, kind)}.", False


def formatted(number: int, kind: str) -> str:
    """``number`` in a CSS kind (decimal, lower-alpha, upper-roman …); decimal when it can not be written so."""
    if kind.endswith("alpha") and number > 0:
        text = letters(number)
    elif kind.endswith("roman") and 0 < number < 4000:
        text = roman(number)
    else:
        return str(number)
    return text.upper() if kind.startswith("upper") else text


def letters(number: int) -> str:
    """1 → a, 26 → z, 27 → aa, as browsers and office programs count."""
    text = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text


def _style(element: etree._Element) -> str | None:
    css = (element.get("style") or "").lower().replace(" ", "")
    for property_name in ("list-style-type:", "list-style:"):
        if property_name in css:
            value = css.split(property_name, 1)[1].split(";", 1)[0]
            for known in (
                "none",
                "lower-alpha",
                "upper-alpha",
                "lower-latin",
                "upper-latin",
                "lower-roman",
                "upper-roman",
                "decimal",
                "disc",
                "circle",
                "square",
            ):
                if value.startswith(known):
                    return _ALIASES.get(known, known)
    return None


def _integer(text: str | None) -> int | None:
    try:
        number = int(text) if text and len(text) < 7 else None
    except ValueError:
        return None
    return number
