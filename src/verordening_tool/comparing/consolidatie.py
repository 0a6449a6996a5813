"""A wijzigingsverordening and the text it changes, read as the one text that holds from then on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from verordening_tool.checking.oordeel import Nietgepast
from verordening_tool.comparing.toepassen import Toegepast, pas_toe
from verordening_tool.document.blok import Document
from verordening_tool.document.regeling import Regeling
from verordening_tool.fouten import Gebruiksfout
from verordening_tool.structure import ontleed

_ANDERE_TEKST = ("in de basistekst", "de opdracht gaat over")  # the reasons that a wrong base text gives
_LATER = re.compile(r"\bmet\s+uitzondering\s+van\b[^.;]{0,60}\bonderde(?:el|len)\s+[A-Z]\b[^.;]*\bin\s+werking", re.DOTALL)


def consolideer(basis: tuple[Document, Regeling], wijzigend: tuple[Document, Regeling]) -> tuple[Toegepast, Regeling]:
    """The changed text, and its reading: it holds from the day on which the changes do, and is as far on its way as they are."""
    toegepast = pas_toe(*basis, wijzigend[0], wijzigend[1].wijzigingen)
    toegepast = replace(toegepast, niet_gepast=(*toegepast.niet_gepast, *_later_van_kracht(wijzigend[0])))
    regeling = ontleed(toegepast.document)
    van, stadium = wijzigend[1].data, wijzigend[1].stadium
    ingang = van.inwerkingtreding or wijzigend[1].metadata.inwerkingtreding
    data = replace(
        regeling.data,
        inwerkingtreding=ingang,
        inwerkingtreding_wijze=van.inwerkingtreding_wijze,
        inwerkingtreding_plaats=None,  # it stands in the other text
        terugwerkend_tot=van.terugwerkend_tot,
    )
    metadata = replace(regeling.metadata, inwerkingtreding=ingang)
    return toegepast, replace(regeling, data=data, metadata=metadata, stadium=stadium)


def _later_van_kracht(wijzigend: Document) -> Iterator[Nietgepast]:
    """The sentence that lets some of the opdrachten begin on another day: this text has them all."""
    for blok in wijzigend.blokken:
        if _LATER.search(blok.tekst):
            yield Nietgepast(blok.tekst, blok.alinea, "die onderdelen gelden vanaf een andere dag, en zijn in deze tekst al verwerkt")


def keur(toegepast: Toegepast, wijziging: str, basis: str) -> None:
    """Raises Gebruiksfout when nothing of the file ``wijziging`` could be carried out on the file ``basis``: that text was not changed."""
    if toegepast.uitgevoerd:
        return
    reden = next((f" “{een.opdracht}” is niet uitgevoerd, want {een.reden}." for een in toegepast.niet_gepast), "")
    andere_tekst = any(deel in een.reden for een in toegepast.niet_gepast for deel in _ANDERE_TEKST)
    raise Gebruiksfout(
        f"Nog geen antwoord mogelijk over {wijziging}: geen enkele wijzigingsopdracht is uitgevoerd op de tekst van {basis}.{reden}",
        "Geef als basis de tekst die wordt gewijzigd."
        if andere_tekst or not toegepast.niet_gepast
        else "Verwerk de wijziging zelf in de tekst, en toets die.",
        code="GEEN_BASIS",
    )
