"""Lays text out for a terminal or a pipe: width, colour, and signs that the reader's console can print.

One road for every place: rich does the wrapping, with or without colour. Signs are replaced before the layout, so that
columns stay straight on a console that has only ASCII.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

SMALST, BREEDST = 40, 110
BREEDTE_ZONDER_SCHERM = 100
BREEDSTE_VASTE_KOLOM = 26
_WOORD = re.compile(r"\s*\S+\s*")
_GEEN_BREUK = "\ue000"  # stands for a blank that no line ends at, until all is laid out

# Signs that old Windows consoles (cp437, cp850, cp1252) may lack.
_VERVANGING = str.maketrans(
    {
        "✔": "+",
        "✘": "x",
        "━": "-",
        "§": "par.",
        "→": "->",
        "…": "...",
        "·": "-",
        "–": "-",
        "—": "-",
        "“": '"',
        "”": '"',
        "„": '"',
        "‘": "'",
        "’": "'",
        "•": "-",
        "€": "EUR",
        "°": "o",
        "≥": ">=",
        "≤": "<=",
        "\u00a0": " ",
        "\u2011": "-",
    }
)


@dataclass(frozen=True, slots=True)
class Scherm:
    """Where the text goes: width in columns, whether colour may be used, and the encoding (a Python codec name)."""

    breedte: int = BREEDTE_ZONDER_SCHERM
    kleur: bool = False
    codering: str = "utf-8"


def afdrukbaar(tekst: str, codering: str) -> str:
    """The text with every character that ``codering`` lacks replaced: by its stand-in, else without accent, else "?"."""
    try:
        tekst.encode(codering)
    except UnicodeEncodeError:
        return "".join(_teken(teken, codering) for teken in tekst)
    return tekst


def _teken(teken: str, codering: str) -> str:
    for poging in (teken, teken.translate(_VERVANGING), unicodedata.normalize("NFKD", teken).encode("ascii", "ignore").decode()):
        if poging:
            try:
                poging.encode(codering)
            except UnicodeEncodeError:
                continue
            return poging
    return "?"


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of text with a style of rich ("bold red"); the style is lost where there is no colour.

    ``heel``: it stays on one line, so that a user can copy it.
    """

    tekst: str
    stijl: str = ""
    heel: bool = False


Regeltekst = str | Stuk | Sequence[str | Stuk]


class Opmaak:
    """Collects lines and tables and gives them back as one text."""

    def __init__(self, scherm: Scherm) -> None:
        from rich.console import Console

        self._scherm = scherm
        self._buffer = io.StringIO()
        self._console = Console(
            file=self._buffer,
            width=min(max(scherm.breedte, SMALST), BREEDST),
            force_terminal=scherm.kleur,
            color_system="standard" if scherm.kleur else None,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
        )

    @property
    def kleur(self) -> bool:
        """Whether there is colour."""
        return self._scherm.kleur

    def _text(self, inhoud: Regeltekst, stijl: str = "") -> Text:
        from rich.text import Text

        delen = [inhoud] if isinstance(inhoud, (str, Stuk)) else inhoud
        text = Text(style=stijl)
        for deel in delen:
            stuk = Stuk(deel) if isinstance(deel, str) else deel
            woorden = afdrukbaar(zonder_stuurtekens(stuk.tekst), self._scherm.codering)
            text.append(woorden.replace(" ", _GEEN_BREUK) if stuk.heel else woorden, style=stuk.stijl or None)
        return text

    def _toon(self, inhoud: RenderableType, inspringing: int = 0) -> None:
        from rich.padding import Padding

        self._console.print(Padding(inhoud, (0, 0, 0, inspringing)))

    def ingekort(self, tekst: str, *, inspringing: int = 0) -> None:
        """One line, cut at a word where the screen ends."""
        self.regel(ingekort(tekst, self._console.width - inspringing), inspringing=inspringing)

    def wit(self) -> None:
        """An empty line."""
        self._console.print()

    def regel(self, inhoud: Regeltekst, *, inspringing: int = 0, stijl: str = "") -> None:
        """A paragraph, wrapped between words, every line of it indented; a word that is too long goes on beyond the margin."""
        from rich.text import Text

        text = self._text(inhoud, stijl)
        for regel in text.divide(_regeleinden(text.plain, self._console.width - inspringing)):
            self._console.print(Text(" " * inspringing).append_text(regel), soft_wrap=True)

    def kop(self, tekst: str) -> None:
        """A heading with an empty line above it."""
        self.wit()
        self.regel(tekst, stijl="bold")

    def tabel(
        self, rijen: Sequence[Sequence[Regeltekst]], *, inspringing: int = 2, vast: int = 1, breedst: int = BREEDSTE_VASTE_KOLOM
    ) -> None:
        """Columns without lines; the first ``vast`` columns keep their width up to ``breedst``, the others give way on a narrow screen."""
        from rich.table import Table

        cellen = [[self._text(cel) for cel in rij] for rij in rijen]
        tabel = Table.grid(padding=(0, 3, 0, 0))
        for nummer, kolom in enumerate(zip_longest(*cellen)):
            breedte = max(cel.cell_len for cel in kolom if cel is not None)
            tabel.add_column(width=min(breedte, breedst) if nummer < vast else None, overflow="fold")
        for rij in cellen:
            tabel.add_row(*rij)
        self._toon(tabel, inspringing)

    def met_rechts(self, links: Regeltekst, rechts: Regeltekst, *, inspringing: int = 2) -> None:
        """One line with a text at the left and one at the right margin."""
        from rich.table import Table

        tabel = Table.grid(padding=(0, 2, 0, 0), expand=True)
        tabel.add_column(ratio=1, overflow="fold")
        tabel.add_column(justify="right")
        tabel.add_row(self._text(links), self._text(rechts))
        self._toon(tabel, inspringing)

    def tekst(self) -> str:
        """Everything so far, without blanks at the end of lines."""
        regels = self._buffer.getvalue().replace(_GEEN_BREUK, " ").split("\n")
        return "\n".join(regel.rstrip() for regel in regels).rstrip("\n") + "\n"


def _regeleinden(tekst: str, breedte: int) -> list[int]:
    """Where lines begin, the first one left out."""
    from rich.cells import cell_len

    einden, plek = [], 0
    for woord in _WOORD.finditer(tekst):
        if plek and plek + cell_len(woord[0].rstrip()) > breedte:
            einden.append(woord.start())
            plek = 0
        plek += cell_len(woord[0])
    return einden


def zonder_stuurtekens(tekst: str) -> str:
    """The text without control characters: a document must not be able to steer the reader's terminal."""
    return tekst if tekst.isprintable() else "".join(_zichtbaar(teken) for teken in tekst)


def _zichtbaar(teken: str) -> str:
    if teken in "\t\n\r\v\f":
        return " "
    return "" if unicodedata.category(teken) in {"Cc", "Cf"} else teken


def ingekort(tekst: str, lengte: int) -> str:
    """The text on one line, cut at a word when it is longer than ``lengte`` characters."""
    plat = " ".join(tekst.split())
    return plat if len(plat) <= lengte else plat[: lengte - 1].rsplit(" ", 1)[0] + " …"
