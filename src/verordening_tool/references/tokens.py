"""Words of a citation: what stands at a place in the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from verordening_tool.references.telwoorden import RANGWOORD

# 10b · 4:81 · 3.7 · 2.1.3a · 78ee* · 10da · 5a.9 · 3A:17
NUMMER = r"\d+(?:(?:[a-z]{1,2})?[.:]\d+)*(?:[a-z]{1,2})?\*?(?![\w°º])(?![.,:]\d)"
_RANGCIJFER = (
    r"\d{1,2}(?:ste|de|e)(?=(?:\s*(?:,|en|of|t/m|tot\s+en\s+met)\s*(?:het\s+|de\s+)?\d{1,2}(?:ste|de|e))*\s+(?:lid|leden|(?:vol)?zin)\b)"
)

# Kind, the characters with which it may begin, and its form; the first that fits counts. Only those that can begin with the
# character at hand are tried.
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SOORTEN = (
    ("artikel", "a", r"artikel(?:en|\(en\))?(?![\w]) | artikel(?=\d) | artt?\.(?=\s*[\da-z]) | artt?(?=\s+\d)"),
    ("bereik", "t-–—", r"tot\s+en\s+met\b | t/m | t\.?e\.?m\.? (?=\s) | [-–—](?=\s*[\da-z])"),
    ("ev", "e", r"e\.?\s?v\.(?!\w) | ev\b | en\s+volgende\b | en\s+verder\b"),
    (
        "voeg",
        "eoadrjig&/",
        r"""en/of\b | en\b | of\b | alsmede\b | alsook\b | evenals\b | dan\s+wel\b | danwel\b | respectievelijk\b | resp\.
            | onderscheidenlijk\b | juncto\b | j°\.? | jo\b\.? | in\s+(?:samenhang|verbinding)\s+met\b
            | gelezen\s+in\s+samenhang\s+met\b | & | /""",
    ),
    ("aanhef", "da", r"(?:de\s+)?aanhef\b"),
    ("lidcijfer", "hdl", r"(?:het\s+|de\s+)?(?:lid|leden|lid\.)\s*(?=\d)"),
    ("lid", "l", r"lid\b | leden\b"),
    ("rang", "edtvzanh0", rf"(?:het\s+|de\s+)?(?P<rangwoord>{RANGWOORD}(?!\w) | {_RANGCIJFER})"),
    (
        "onder",
        "hdosl",
        r"""(?:het\s+bepaalde\s+)?(?:de\s+|het\s+)?
            (?P<onderwoord>onderdelen | onderdeel | onder | subonderdeel | sub | letters? | ond\.)(?=[\s.:])""",
    ),
    ("graad", "0", r"\d{1,2}\s?[°º]\.?"),
    ("nummer", "0", NUMMER),
    ("letter", _LETTERS, r"(?P<een>[a-z])(?P=een)?(?![\w'’])(?!\.\w)(?:\.(?=\s*(?:,|;|en\b|of\b|tot\b|van\b)))?"),
    ("zin", "vzgal", r"(?:laatste\s+)?(?:(?:vol)?zin(?:nen)?|alinea)\b | gedachtestreepje\b | aandachtstreepje\b"),
)


class Token(NamedTuple):
    """Kind, stretch and text of one word of a citation."""

    soort: str
    start: int
    eind: int
    tekst: str


@lru_cache(maxsize=64)
def _vorm(begin: str) -> re.Pattern[str]:
    """Every kind that may begin with this character ("0" stands for any figure)."""
    vormen = (f"(?P<{soort}>{vorm})" for soort, tekens, vorm in _SOORTEN if begin in tekens)
    return re.compile(" | ".join(vormen) or r"(?!)", re.IGNORECASE | re.VERBOSE)


@lru_cache(maxsize=256)
def lees_token(tekst: str, pos: int) -> Token | None:
    """The word of a citation at ``pos`` (white space before it is passed over), or None. Kept for a while: a parser looks twice."""
    einde = len(tekst)
    while pos < einde and tekst[pos].isspace():
        pos += 1
    if pos == einde:
        return None
    begin = tekst[pos].lower()
    if begin == ",":
        return Token("komma", pos, pos + 1, ",")
    gevonden = _vorm("0" if begin.isdecimal() else begin).match(tekst, pos)
    if gevonden is None:
        return None
    soort = gevonden.lastgroup or ""
    if soort == "rang":
        return Token(soort, pos, gevonden.end(), gevonden["rangwoord"])
    if soort == "onder":
        eind = gevonden.end()
        return Token(soort, pos, eind + tekst.startswith(".", eind), gevonden["onderwoord"].lower())
    return Token(soort, pos, gevonden.end(), gevonden.group())
