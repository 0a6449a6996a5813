"""Concepts as lists of word forms (checks/begrippen), found in folded text.

A form is plain Dutch with a few signs that a lawyer can learn in a minute:

``werk*``            any ending
``(a|b c)``          one of these
``[heel] klein``     may be left out
``tot .. aanvang``   at most five words in between
``zolang ... niet``  anything in between, within the sentence
``<getal> procent``   a number in figures
``<dienstbetrekking>``  any form of another concept

Matching is done by RE2, which can not be made to hang by an unlucky form.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import re2

from verordening_tool.fouten import Normfout
from verordening_tool.language.folding import fold
from verordening_tool.language.kernwoorden import TOKEN, Eis, begrensd, eis_van

_FAR = r"\b[^.;!?\n]*?[^.;!?\na-z0-9]"
_NEAR = r"(?:[ ,]+[^ .;!?\n]+){0,5}?[ ,]+"
_SPACE = r",? +"
_SIGN = {"(": "(?:", ")": ")", "|": "|"}
_GETAL = "getal"  # the concept of figures
_MEMORY = 64 << 20
_OVERAL = re2._re2.RE2.Anchor.UNANCHORED  # noqa: SLF001


class Span(NamedTuple):
    """Half-open stretch of text."""

    start: int
    eind: int


class Begrippen:
    """The concepts by name. Patterns are compiled when first asked for."""

    def __init__(self, vormen: Mapping[str, Sequence[str]]) -> None:
        """``vormen``: forms per concept name. Raises Normfout when a form names an unknown concept."""
        self._vormen = dict(vormen)
        self._expressies: dict[str, str] = {_GETAL: r"[0-9]+(?:[.,][0-9]+)*"}
        self._patronen: dict[str, re2._Regexp] = {}
        self._eisen: dict[str, Eis] = {_GETAL: ()}

    @cached_property
    def namen(self) -> frozenset[str]:
        """All concept names."""
        return frozenset(self._vormen)

    def vind(self, naam: str, gevouwen: bytes, start: int = 0, eind: int | None = None) -> list[Span]:
        """All places of concept ``naam`` in folded text (as ASCII bytes) from ``start`` up to ``eind``, in order."""
        patroon = self._patronen.get(naam)
        if patroon is None:
            patroon = self._patronen[naam] = self._compileer(naam)
        # The search itself, without the Python layer around it: that costs more than the search.
        zoek = patroon._regexp.Match  # noqa: SLF001
        gevonden: list[Span] = []
        plek, einde = start, len(gevouwen) if eind is None else eind
        while plek < einde:
            begin, slot = zoek(_OVERAL, gevouwen, plek, einde)[0]
            if begin < 0:
                break
            gevonden.append(Span(begin, slot))
            plek = slot if slot > plek else plek + 1
        return gevonden

    def eis(self, naam: str) -> Eis:
        """The words that concept ``naam`` can not do without. Raises Normfout as vind does."""
        if naam not in self._eisen:
            self._expressie(naam, ())
            self._eisen[naam] = eis_van((vorm, fold(vorm.strip())) for vorm in self._vormen[naam])
        return self._eisen[naam]

    def keur(self, naam: str) -> None:
        """Raises Normfout when a form of concept ``naam`` can not be read."""
        self._compileer(naam)

    def _compileer(self, naam: str) -> re2._Regexp:
        expressie = self._expressie(naam, ())
        opties = re2.Options()
        opties.encoding = re2.Options.Encoding.LATIN1
        opties.max_mem = _MEMORY
        opties.log_errors = False
        try:
            return re2.compile(rf"(?:{expressie})".encode("ascii"), opties)
        except re2.error as fout:
            raise Normfout(f"Begrip {naam}: een woordvorm is niet te lezen ({fout}).", "Controleer haakjes en sterretjes.") from fout

    def _expressie(self, naam: str, pad: tuple[str, ...]) -> str:
        if naam in self._expressies:
            return self._expressies[naam]
        if naam in pad:
            raise Normfout(f"Begrip {naam} verwijst naar zichzelf: {' → '.join((*pad, naam))}.", "Haal de kring uit de woordvormen.")
        if naam not in self._vormen:
            bron = f" (genoemd in begrip {pad[-1]})" if pad else ""
            raise Normfout(f"Begrip {naam} bestaat niet{bron}.", "Controleer de naam, of voeg het begrip toe in checks/begrippen.")
        alternatieven = [self._vertaal(vorm, (*pad, naam)) for vorm in self._vormen[naam]]
        self._expressies[naam] = "|".join(alternatieven) or r"[^\x00-\xff]"
        return self._expressies[naam]

    def _vertaal(self, vorm: str, pad: tuple[str, ...]) -> str:
        """One form as a regular expression over folded text."""
        kern = self._vertaal_deel(fold(vorm.strip()), pad)
        links, rechts = begrensd(vorm)
        return (r"\b" if links else "") + kern + (r"\b" if rechts else "")

    def _vertaal_deel(self, vorm: str, pad: tuple[str, ...]) -> str:
        delen: list[str] = []
        for token in TOKEN.finditer(vorm):
            match token.lastgroup:
                case "begrip":
                    delen.append(f"(?:{self._expressie(token['begrip'], pad)})")
                case "ver":
                    delen.append(_FAR)
                case "nabij":
                    delen.append(_NEAR)
                case "ster":
                    delen.append("[a-z0-9-]*")
                case "teken":
                    delen.append(_SIGN[token.group()])
                case "mag_voor":
                    delen.append(f"(?:(?:{self._vertaal_deel(token['voor'], pad)}){_SPACE})?")
                case "mag_na":
                    delen.append(f"(?:{_SPACE}(?:{self._vertaal_deel(token['na'], pad)}))?")
                case "ruimte":
                    delen.append(_SPACE)
                case _:
                    delen.append(re.escape(token.group()))
        return "".join(delen)
