"""Judges a fragment of text with one of our checks: what the gevallen, and sets of phrasings, are measured with."""

from __future__ import annotations

from datetime import date

from verordening_tool.checking import proef
from verordening_tool.checking.normenset import maak_normenset
from verordening_tool.checking.oordeel import NietBeoordeeld, Oordeel
from verordening_tool.checking.proef import uitkomst
from verordening_tool.norms.schema import Geval

__all__ = ["toets_geval", "toets_tekst", "uitkomst"]


def toets_tekst(tekst: str, code: str, peildatum: date) -> Oordeel | NietBeoordeeld:
    """The verdict of check ``code`` on ``tekst``, a fragment of a verordening in concept on re-integratie."""
    return toets_geval(code, Geval(id="los", tekst=tekst, peildatum=peildatum, oordeel="voldoet"))


def toets_geval(code: str, geval: Geval) -> Oordeel | NietBeoordeeld:
    """The verdict of check ``code`` on a case."""
    normen = maak_normenset()
    return proef.toets_geval(normen.checks[code], normen.begrippen, geval)
