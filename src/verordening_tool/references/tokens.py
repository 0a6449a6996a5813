"""Words of a citation: what stands at a place in the text, and what stands between two of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from verordening_tool.references.telwoorden import RANGWOORD

Scheiding = Literal["", "komma", "voeg", "bereik"]
Woord = re.Match[str]  # a word of a citation; ``lastgroup`` is its kind

# 10b · 4:81 · 3.7 · 2.1.3a · 78ee* · 10da · 5a.9 · 3A:17
NUMMER = r"\d+(?:[a-z]{0,2}[.:]\d+)*[a-z]{0,2}\*?(?![\w°º])(?![.,:]\d)"
_RANGCIJFER = (
    r"\d{1,2}(?:ste|de|e)(?=(?:\s*(?:,|en|of|t/m|tot\s+en\s+met)\s*(?:het\s+|de\s+)?\d{1,2}(?:ste|de|e))*\s+(?:lid|leden|(?:vol)?zin)\b)"
)
_HET_LID = r"(?:\s+(?P<lidwoord>lid|leden)\b(?!\.?\s*\d))?"  # read along with the ordinal: it follows nearly always

# By first letter: every word that joins would else be tried at every place.
_VOEG = r"""e(?:n/of\b | n\b(?!\s+(?:volgende|verder)\b) | venals\b) | o(?:f | nderscheidenlijk)\b | als(?:mede|ook)\b | dan\s*wel\b
    | respectievelijk\b | resp\. | j(?:uncto\b | °\.? | o\b\.?) | (?:gelezen\s+)?in\s+samenhang\s+met\b | in\s+verbinding\s+met\b | & | /"""
_BEREIK = r"t(?:ot\s+en\s+met\b | /m | \.?e\.?m\.? (?=\s)) | [-–—](?=\s*[\da-z])"
# The group that closed last tells what it comes down to: the last word that joins, and a comma only when there is no such word.
_SCHEIDING = re.compile(
    rf"\s*(?P<komma>,[\s,]*)?(?:(?:(?:{_VOEG})(?P<voeg>) | (?:{_BEREIK})(?P<bereik>))[\s,]*)*+", re.IGNORECASE | re.VERBOSE
)
# Kind, the characters with which it may begin, and its form; the first that fits counts. Only those that can begin with the
# character at hand are tried.
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SOORTEN = (
    ("artikel", "a", r"artikel(?:en|\(en\))?(?![\w]) | artikel(?=\d) | artt?\.(?=\s*[\da-z]) | artt?(?=\s+\d)"),
    ("ev", "e", r"e\.?\s?v\.(?!\w) | ev\b | en\s+volgende\b | en\s+verder\b"),
    ("aanhef", "da", r"(?:de\s+)?aanhef\b"),
    ("lidcijfer", "hdl", r"(?:het\s+|de\s+)?(?:lid|leden|lid\.)\s*(?=\d)"),
    ("lid", "l", r"lid\b | leden\b"),
    ("rang", "0", rf"(?P<rangwoord>{_RANGCIJFER}){_HET_LID}"),
    ("rang", "edtvzanh", rf"(?:het\s+|de\s+)?(?P<rangwoord>{RANGWOORD}(?!\w) | {_RANGCIJFER}){_HET_LID}"),
    (
        "onder",
        "hdosl",
        r"""(?:het\s+bepaalde\s+)?(?:de\s+|het\s+)?
            (?P<onderwoord>onderdelen | onderdeel | onder | subonderdeel | sub | letters? | ond\.)(?=[\s.:])\.?""",
    ),
    ("graad", "0", r"\d{1,2}\s?[°º]\.?"),
    ("nummer", "0", NUMMER),
    ("nummer", _LETTERS, r"(?-i:[IVXLC]+[.:]\d{1,3}|[A-Z][.:]?\d{1,2})[a-z]?(?![\w°º])(?![.,:]\d)"),  # IV.2 · B3
    ("letter", _LETTERS, r"(?!t/m|j°)(?P<een>[a-z])(?P=een)?(?![\w'’])(?!\.\w)(?:\.(?=\s*(?:,|;|en\b|of\b|tot\b|van\b)))?"),
    ("zin", "vz", r"(?:vol)?zin(?:nen)?\b"),
    ("zin", "l", r"laatste\s+(?:(?:vol)?zin(?:nen)?|alinea)\b"),
    ("zin", "ag", r"alinea\b | (?:gedachte|aandacht)streepje\b"),
)


@lru_cache(maxsize=256)
def _vorm(begin: str) -> re.Pattern[str]:
    """Every kind that may begin with this character ("0" stands for any figure)."""
    teken = "0" if begin.isdecimal() else begin.lower()
    vormen = (f"(?P<{soort}>{vorm})" for soort, tekens, vorm in _SOORTEN if teken and teken in tekens)
    return re.compile(" | ".join(vormen) or r"(?!)", re.IGNORECASE | re.VERBOSE)


def lees_woord(tekst: str, pos: int) -> Woord | None:
    """The word of a citation at ``pos`` (white space before it is passed over), or None."""
    begin = tekst[pos : pos + 1]
    while begin.isspace():
        pos += 1
        begin = tekst[pos : pos + 1]
    return _vorm(begin).match(tekst, pos)


def lees_scheiding(tekst: str, pos: int) -> tuple[int, Scheiding]:
    """Commas and words like "en", "of", "tot en met" from ``pos`` on: where they end and what they are."""
    gevonden = _SCHEIDING.match(tekst, pos)
    if gevonden is None:
        return pos, ""
    soort: Scheiding = gevonden.lastgroup or ""  # type: ignore[assignment]
    return gevonden.end(), soort
