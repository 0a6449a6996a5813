"""Ordinals in words, up to the ninety-ninth: "eerste" ↔ 1, "eenendertigste" ↔ 31."""

from __future__ import annotations

_EERSTE = (
    "eerste",
    "tweede",
    "derde",
    "vierde",
    "vijfde",
    "zesde",
    "zevende",
    "achtste",
    "negende",
    "tiende",
    "elfde",
    "twaalfde",
    "dertiende",
    "veertiende",
    "vijftiende",
    "zestiende",
    "zeventiende",
    "achttiende",
    "negentiende",
    "twintigste",
)
_TIENTALLEN = ("twintigste", "dertigste", "veertigste", "vijftigste", "zestigste", "zeventigste", "tachtigste", "negentigste")
_EENHEDEN = ("eenen", "tweeën", "drieën", "vieren", "vijfen", "zesen", "zevenen", "achten", "negenen")


def _reeks() -> list[str]:
    woorden = list(_EERSTE)
    for tiental in _TIENTALLEN:
        if tiental != "twintigste":
            woorden.append(tiental)
        woorden.extend(eenheid + tiental for eenheid in _EENHEDEN)
    return woorden


RANGWOORDEN: tuple[str, ...] = tuple(_reeks())
_WAARDE = {woord: str(nummer) for nummer, woord in enumerate(RANGWOORDEN, 1)}
_WAARDE |= {woord.replace("ë", "e"): nummer for woord, nummer in _WAARDE.items()}

_TIG = "(?:twin|der|veer|vijf|zes|zeven|tach|negen)tigste"
_EN_TIG = f"[eë]n{_TIG}"
# One alternation, written out by hand by first letters: ninety-nine words in a row would be tried one by one.
RANGWOORD = (
    rf"(?:ee(?:rste|n{_EN_TIG})|elfde|t(?:weede|wee{_EN_TIG}|iende|waalfde|wintigste|achtigste)|d(?:er(?:de|tiende|tigste)|rie{_EN_TIG})"
    rf"|v(?:ier(?:de|{_EN_TIG})|ijf(?:de|tiende|tigste|{_EN_TIG})|eer(?:tiende|tigste))|zes(?:de|tiende|tigste|{_EN_TIG})"
    rf"|zeven(?:de|tiende|tigste|{_EN_TIG})|acht(?:ste|tiende|{_EN_TIG})|negen(?:de|tiende|tigste|{_EN_TIG}))"
)


def rangnummer(woord: str) -> str | None:
    """Number of an ordinal in words or figures ("derde", "3e", "3de") as a string; None for any other word."""
    laag = woord.lower()
    if laag in _WAARDE:
        return _WAARDE[laag]
    cijfers = laag.rstrip("edst")
    return cijfers if cijfers.isdecimal() and laag != cijfers else None


def rangwoord(nummer: str) -> str | None:
    """Ordinal in words for a plain number from 1 to 99; None for anything else ("8*", "1a")."""
    if nummer.isdecimal() and 1 <= int(nummer) <= len(RANGWOORDEN):
        return RANGWOORDEN[int(nummer) - 1]
    return None
