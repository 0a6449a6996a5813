"""Fold text for matching, character by character, so that every offset keeps its meaning.

The folded text is ASCII, lower case and as long as the original: a span found in it slices the literal
quote out of the original. Confusions of a text layer ("artike1", "co1lege") are folded away as well.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

_SPACES = dict.fromkeys(map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t\r\x0b\x0c"), " ")
_SIGNS = {
    ord(sign): plain
    for plain, signs in {
        "'": "\u2018\u2019\u201a\u201b`\u00b4",
        '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb",
        "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad",
        "*": "\u2022\u25cf\u25aa\u00b7",
        "e": "\u20ac",
    }.items()
    for sign in signs
}
_ONE_IN_WORD = re.compile(r"(?<=[a-z])1(?=[a-z])|(?<=[a-z]{4})1\b")
_DIGIT_AFTER_LETTER = re.compile(r"[01](?<=[a-z][01])")  # looks at the digits only: there are fewer of them than letters
_NOUGHT_IN_WORD = re.compile(r"(?<=[a-z])0(?=[a-z])")


class _Table(dict[int, str]):
    """One ASCII character for one character: base letter when there is one, else a question mark."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = char if code < 128 else unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode("ascii").lower()
        self[code] = base if len(base) == 1 else "?"
        return self[code]


_TABLE = _Table({**_SPACES, **_SIGNS})
_PER_TEKEN = "verordening-tool.per-teken"


def _vervang(fout: UnicodeError) -> tuple[str, int]:
    """What stands for the characters that ASCII does not have, and where to go on."""
    if not isinstance(fout, UnicodeEncodeError):
        raise fout
    return fout.object[fout.start : fout.end].translate(_TABLE), fout.end


codecs.register_error(_PER_TEKEN, _vervang)


def fold(text: str) -> str:
    """Return ``text`` in lower case ASCII, of the same length."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters grow in lower case
        lower = "".join(char.lower() if len(char.lower()) == 1 else "?" for char in text)
    folded = lower if lower.isascii() else lower.encode("ascii", _PER_TEKEN).decode("ascii")  # looks at the others alone
    if "\t" in folded or "\r" in folded:
        folded = folded.translate(_SPACES)
    if ("1" in folded or "0" in folded) and _DIGIT_AFTER_LETTER.search(folded):
        folded = _NOUGHT_IN_WORD.sub("o", _ONE_IN_WORD.sub("l", folded))
    return folded
