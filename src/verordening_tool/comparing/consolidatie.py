"""A wijzigingsverordening and the text it changes, read as the one text that holds from then on."""

from __future__ import annotations

from dataclasses import replace

from verordening_tool.comparing.opdrachtlezer import KENT_NIET
from verordening_tool.comparing.toepassen import Toegepast, pas_toe
from verordening_tool.document.blok import Document
from verordening_tool.document.regeling import Regeling
from verordening_tool.fouten import Gebruiksfout
from verordening_tool.structure import ontleed


def consolideer(basis: tuple[Document, Regeling], wijzigend: tuple[Document, Regeling]) -> tuple[Toegepast, Regeling]:
    """The changed text, and its reading: it holds from the day on which the changes do, and is as far on its way as they are."""
    toegepast = pas_toe(*basis, wijzigend[0], wijzigend[1].wijzigingen)
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


def keur(toegepast: Toegepast, wijziging: str, basis: str) -> None:
    """Raises Gebruiksfout when nothing of the file ``wijziging`` could be carried out on the file ``basis``: that text was not changed."""
    if toegepast.uitgevoerd:
        return
    reden = next((f" “{een.opdracht}” is niet uitgevoerd, want {een.reden}." for een in toegepast.niet_gepast), "")
    onbekend = toegepast.niet_gepast and all(een.reden.startswith(KENT_NIET) for een in toegepast.niet_gepast)
    raise Gebruiksfout(
        f"Nog geen antwoord mogelijk over {wijziging}: geen enkele wijzigingsopdracht is uitgevoerd op de tekst van {basis}.{reden}",
        "Verwerk de wijziging zelf in de tekst, en toets die." if onbekend else "Geef als basis de tekst die wordt gewijzigd.",
        code="GEEN_BASIS",
    )
