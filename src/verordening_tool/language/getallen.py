"""Cardinal numbers in figures and Dutch words, up to the thousands: "12", "3,5", "twaalf", "honderdvijfentwintig".

Vague amounts ("een tiental", "tientallen", "enkele") are no numbers. Everything works on folded text (language.folding).
"""

from __future__ import annotations

import re

_EENHEDEN = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TIEN_TOT_TWINTIG = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TIENTALLEN = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


def _onder_honderd() -> dict[str, int]:
    waarden = {woord: nummer for nummer, woord in enumerate((*_EENHEDEN, *_TIEN_TOT_TWINTIG), 1)}
    for tien, tiental in enumerate(_TIENTALLEN, 2):
        waarden[tiental] = tien * 10
        waarden |= {f"{eenheid}en{tiental}": tien * 10 + een for een, eenheid in enumerate(_EENHEDEN, 1)}
    return waarden


_ONDER_HONDERD = _onder_honderd()
_KLEIN = (
    r"(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)en(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
    r"|(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig|elf|twaalf|(?:der|veer|vijf|zes|zeven|acht|negen)?tien"
    r"|een|twee|drie|vier|vijf|zes|zeven|acht|negen)"
)
_HONDERD = r"(?:(?:twee|drie|vier|vijf|zes|zeven|acht|negen|elf|twaalf)?honderd(?:en)?" + _KLEIN + r"?)"
TELWOORD = rf"(?:{_HONDERD}|{_KLEIN})"  # a number in words, in folded text
CIJFERS = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:[.,][0-9]{1,2})?(?![0-9])"  # in figures: 12, 3,5, 1.200
_MET_HONDERD = re.compile(rf"(?P<voor>{_KLEIN}|elf|twaalf)?honderd(?:en)?(?P<na>{_KLEIN})?")
_DUIZENDTALLEN = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")


def waarde(gevouwen: str) -> float | None:
    """The value of a number in figures or words (folded, nothing around it); None when it is no number."""
    if gevouwen[:1].isdigit():
        heel = gevouwen.replace(".", "") if _DUIZENDTALLEN.match(gevouwen) else gevouwen
        try:
            return float(heel.replace(",", "."))
        except ValueError:
            return None
    if gevouwen in _ONDER_HONDERD:
        return float(_ONDER_HONDERD[gevouwen])
    honderd = _MET_HONDERD.fullmatch(gevouwen)
    if honderd is None:
        return None
    voor = _ONDER_HONDERD[honderd["voor"]] if honderd["voor"] else 1
    return float(100 * voor + (_ONDER_HONDERD[honderd["na"]] if honderd["na"] else 0))
