"""From bytes to text, for files that do not say in which encoding they were written."""

from __future__ import annotations

import codecs

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What Dutch office text uses beyond ASCII; anything else speaks against an encoding.
_EXPECTED = frozenset("éëïöüèêçáóàâäîíôúûÉËÏÖÜÈÇÁÓ€–—’‘“”„•…§°½¼²³´·«»\xa0\xad©®")


def decode(data: bytes) -> str:
    """Text of ``data``: by byte order mark, else UTF-16 by its zero bytes, else UTF-8, else the likeliest of cp1252, cp850 and Mac Roman.

    Statistical guessing is avoided on purpose: it errs on short Dutch texts with one or two accents.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace")
    wide = _utf16(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(1 for sign in text if sign > "\x7f") - wrong
    return text if right > 3 * wrong else _single_byte(data)  # a damaged byte does not make it cp1252


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte of western text is zero."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.2:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.2:
        return "utf-16-be"
    return None


def _single_byte(data: bytes) -> str:
    """The single-byte reading with most of the signs Dutch text uses; cp1252 when in doubt."""
    special = bytes(sorted({byte for byte in data if byte > 0x7F}))
    best, best_score = "cp1252", None
    for name in ("cp1252", "cp850", "mac_roman"):
        score = sum(data.count(bytes([byte])) * (1 if bytes([byte]).decode(name, "replace") in _EXPECTED else -1) for byte in special)
        if best_score is None or score > best_score:
            best, best_score = name, score
    return data.decode(best, "replace")
