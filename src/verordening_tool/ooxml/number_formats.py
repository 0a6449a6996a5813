"""Numbers in the formats of WordprocessingML (ST_NumberFormat), as they show in a Dutch or English document."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_NL_UNITS = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
_NL_TENS = ["-", "-", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
_NL_ORDINALS = {"een": "eerste", "twee": "tweede", "drie": "derde", "acht": "achtste", "nul": "nulde"}
_EN_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_EN_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_FOOTNOTE_SIGNS = "*†‡§"


def roman(number: int) -> str:
    """Lower-case roman numeral of 1…3999; a plain number outside that range."""
    if not 0 < number < 4000:
        return str(number)
    signs = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        signs.append(sign * count)
    return "".join(signs)


def letter(number: int) -> str:
    """Letters: a … z, aa, bb … zz, aaa: Word repeats the letter. Zero shows nothing."""
    if not 0 < number <= 780:
        return "" if number == 0 else str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def cardinal_text(number: int, language: str = "nl") -> str:
    """The number in words, up to 9999: "eenentwintig", "twenty-one"."""
    if not 0 <= number < 10_000:
        return str(number)
    return _dutch(number) if language == "nl" else _english(number)


def ordinal_text(number: int, language: str = "nl") -> str:
    """The rank in words: "derde", "third"."""
    words = cardinal_text(number, language)
    if language == "nl":
        for cardinal in ("een", "twee", "drie", "acht", "nul"):
            if words.endswith(cardinal) and not (cardinal == "een" and number % 100 > 20):
                return words[: -len(cardinal)] + _NL_ORDINALS[cardinal]
        below_twenty = number % 100 < 20 and number % 100 != 0
        return words + ("de" if below_twenty else "ste")
    head, separator, last = words.rpartition("-")
    if not separator:
        head, separator, last = words.rpartition(" ")
    return head + separator + (_EN_ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"))


def _dutch(number: int) -> str:
    if number < 20:
        return _NL_UNITS[number]
    if number < 100:
        tens, units = divmod(number, 10)
        joint = "ën" if units in {2, 3} else "en"
        return (f"{_NL_UNITS[units]}{joint}" if units else "") + _NL_TENS[tens]
    size, name = (100, "honderd") if number < 1000 else (1000, "duizend")
    count, rest = divmod(number, size)
    return ("" if count == 1 else _dutch(count)) + name + (_dutch(rest) if rest else "")


def _english(number: int) -> str:
    if number < 20:
        return _EN_UNITS[number]
    if number < 100:
        tens, units = divmod(number, 10)
        return _EN_TENS[tens] + (f"-{_EN_UNITS[units]}" if units else "")
    size, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    count, rest = divmod(number, size)
    return f"{_english(count)} {name}" + (f" {_english(rest)}" if rest else "")


def _ordinal(number: int, language: str) -> str:
    if language == "nl":
        return f"{number}e"
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _in_block(first: int, last: int) -> Callable[[int, str], str]:
    """A row of Unicode signs, of which ``first`` is number 1."""
    return lambda number, _language: chr(first + number - 1) if 1 <= number <= last else str(number)


_FORMATS: dict[str, Callable[[int, str], str]] = {
    "none": lambda _number, _language: "",
    "bullet": lambda _number, _language: "",
    "decimalZero": lambda number, _language: f"{number:02}",
    "lowerLetter": lambda number, _language: letter(number),
    "upperLetter": lambda number, _language: letter(number).upper(),
    "lowerRoman": lambda number, _language: roman(number),
    "upperRoman": lambda number, _language: roman(number).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda number, language: _sentence(cardinal_text(number, language)),
    "ordinalText": lambda number, language: _sentence(ordinal_text(number, language)),
    "numberInDash": lambda number, _language: f"- {number} -",
    "hex": lambda number, _language: f"{number:X}",
    "chicago": lambda number, _language: _FOOTNOTE_SIGNS[(number - 1) % 4] * ((number - 1) // 4 + 1) if 0 < number <= 400 else str(number),
    "decimalEnclosedCircle": _in_block(0x2460, 20),
    "decimalEnclosedCircleChinese": _in_block(0x2460, 20),
    "decimalEnclosedParen": _in_block(0x2474, 20),
    "decimalEnclosedFullstop": _in_block(0x2488, 20),
    "decimalFullWidth": lambda number, _language: "".join(chr(0xFF10 + int(digit)) for digit in str(abs(number))),
}


def format_number(number: int, number_format: str, language: str = "nl") -> str:
    """``number`` in a WordprocessingML number format; decimal for a format that is not known.

    A custom format ("001, 002, 003, ...") pads with zeros to its own width.
    """
    shape = _FORMATS.get(number_format)
    if shape is not None:
        return shape(number, language)
    if number_format[:1].isdigit():
        return str(number).zfill(len(number_format.split(",", 1)[0]))
    return str(number)
