"""What every reader shares: it gathers paragraphs in reading order and numbers them."""

from __future__ import annotations

import re

from verordening_tool.document.blok import Blok, Bron, Cel, Deel, Nummerbron, Rol
from verordening_tool.fouten import OnveiligBestand

MAX_BLOKKEN = 30_000

_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0x09), *range(0x0E, 0x20), 0x7F])
_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """The text as a person sees it: white space collapsed to single spaces, soft hyphens and control characters gone."""
    if text.isprintable() and "  " not in text and "\u2011" not in text:
        return text.strip()
    return _SPACE.sub(" ", text.translate(_INVISIBLE)).strip()


class Collector:
    """Collects Blokken; skips those with neither text nor number, and gives each its ``alinea``."""

    def __init__(self) -> None:
        self._blokken: list[Blok] = []
        self._tables = 0

    def add(
        self,
        tekst: str,
        *,
        nummer: str | None = None,
        nummerbron: Nummerbron = Nummerbron.BENOEMD,
        niveau: int | None = None,
        deel: Deel = Deel.LICHAAM,
        rol: Rol | None = None,
        kopniveau: int | None = None,
        vet: bool = False,
        verborgen: bool = False,
        inspringing: int = 0,
        stijl: str | None = None,
        cel: Cel | None = None,
        bron: Bron | None = None,
    ) -> bool:
        """Add one paragraph; False when there is nothing to see in it. ``nummerbron`` counts only when there is a ``nummer``."""
        seen, number = clean(tekst), clean(nummer or "") or None
        if not seen and not number:
            return False
        if len(self._blokken) >= MAX_BLOKKEN:
            raise OnveiligBestand(
                f"Het bestand heeft meer dan {MAX_BLOKKEN} alinea's.",
                "Splits het document, of bewaar alleen de tekst van de regeling.",
                code="TE_GROOT",
            )
        self._blokken.append(
            Blok(
                alinea=len(self._blokken),
                tekst=seen,
                nummer=number,
                nummerbron=nummerbron if number else Nummerbron.GEEN,
                niveau=niveau,
                deel=deel,
                rol=rol,
                stijl=stijl,
                kopniveau=kopniveau,
                vet=vet and bool(seen),
                verborgen=verborgen,
                inspringing=inspringing,
                cel=cel,
                bron=bron,
            )
        )
        return True

    def new_table(self) -> int:
        """Number of the next table in the document, from 0."""
        self._tables += 1
        return self._tables - 1

    def blokken(self) -> tuple[Blok, ...]:
        """All paragraphs so far."""
        return tuple(self._blokken)
