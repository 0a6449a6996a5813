"""Words of a citation: one regular expression that names what stands at a place in the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from verordening_tool.references.telwoorden import RANGWOORD

# 10b · 4:81 · 3.7 · 2.1.3a · 78ee* · 10da
NUMMER = r"\d+(?:[.:]\d+)*(?:[a-z]{1,2})?\*?(?![\w°º])(?![.,:]\d)"
_RANGCIJFER = (
    r"\d{1,2}(?:ste|de|e)(?=(?:\s*(?:,|en|of|t/m|tot\s+en\s+met)\s*(?:het\s+|de\s+)?\d{1,2}(?:ste|de|e))*\s+(?:lid|leden|(?:vol)?zin)\b)"
)

_PATROON = rf"""\s*(?:
  (?P<komma>,)
 |(?P<artikel>artikel(?:en|\(en\))?(?![\w]) | artikel(?=\d) | artt?\.(?=\s*[\da-z]) | artt?(?=\s+\d))
 |(?P<bereik>tot\s+en\s+met\b | t/m | t\.?e\.?m\.? (?=\s) | [-–—](?=\s*[\da-z]))
 |(?P<ev>e\.?\s?v\.(?!\w) | ev\b | en\s+volgende\b | en\s+verder\b)
 |(?P<voeg>en/of\b | en\b | of\b | alsmede\b | alsook\b | evenals\b | dan\s+wel\b | danwel\b | respectievelijk\b | resp\.
    | onderscheidenlijk\b | juncto\b | j°\.? | jo\b\.? | in\s+(?:samenhang|verbinding)\s+met\b | gelezen\s+in\s+samenhang\s+met\b | & | /)
 |(?P<aanhef>(?:de\s+)?aanhef\b)
 |(?P<lidcijfer>(?:het\s+|de\s+)?(?:lid|leden|lid\.)\s*(?=\d))
 |(?P<lid>lid\b | leden\b)
 |(?P<rang>(?:het\s+|de\s+)?(?P<rangwoord>{RANGWOORD}(?!\w) | {_RANGCIJFER}))
 |(?P<onder>(?:het\s+bepaalde\s+)?(?:de\s+|het\s+)?
      (?P<onderwoord>onderdelen | onderdeel | onder | subonderdeel | sub | letters? | ond\.)(?=[\s.:]))\.?
 |(?P<graad>\d{{1,2}}\s?[°º]\.?)
 |(?P<nummer>{NUMMER})
 |(?P<letter>(?P<een>[a-z])(?P=een)?(?![\w'’])(?!\.\w)(?:\.(?=\s*(?:,|;|en\b|of\b|tot\b|van\b)))?)
 |(?P<zin>(?:vol)?zin(?:nen)?\b | gedachtestreepje\b | aandachtstreepje\b)
)"""


class Token(NamedTuple):
    """Kind, stretch and text of one word of a citation."""

    soort: str
    start: int
    eind: int
    tekst: str


_TOKEN = re.compile(_PATROON, re.IGNORECASE | re.VERBOSE)


def lees_token(tekst: str, pos: int) -> Token | None:
    """The word of a citation at ``pos`` (white space before it is passed over), or None."""
    gevonden = _TOKEN.match(tekst, pos)
    if gevonden is None:
        return None
    soort = gevonden.lastgroup or ""
    start, eind = gevonden.span(soort)
    if soort == "rang":
        return Token(soort, start, eind, gevonden.group("rangwoord"))
    if soort == "onder":
        return Token(soort, start, gevonden.end(), gevonden.group("onderwoord").lower())
    return Token(soort, start, eind, gevonden.group(soort))
