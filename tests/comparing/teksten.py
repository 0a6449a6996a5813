"""Regulations for tests of comparing: articles as plain tuples, and how to make a Regeling and a Document of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verordening_tool.document.blok import Document
from verordening_tool.document.regeling import Regeling
from verordening_tool.readers.tekst import read_tekst
from verordening_tool.structure import ontleed

TITEL = "Re-integratieverordening Proefstad 2020"

# Sentences that have little in common, so that a test knows which text is which.
ZINNEN = (
    "Het college biedt een beschutte werkplek aan wie daarop is aangewezen.",
    "De raad ontvangt elk jaar voor 1 juni een verslag over de bereikte resultaten.",
    "Wie een opleiding volgt, krijgt de kosten van boeken en reizen vergoed.",
    "Een werkgever meldt binnen een week dat de dienstbetrekking eindigt.",
    "De jobcoach bezoekt de werkplek ten minste twee keer per kwartaal.",
    "Taallessen beginnen uiterlijk een maand na de intake bij het leerplein.",
    "De premie bedraagt honderdvijftig euro en wordt halfjaarlijks uitbetaald.",
    "Voor vervoer van huis naar het bedrijf stelt de gemeente een busje beschikbaar.",
    "Klachten over de begeleiding behandelt een onafhankelijke vertrouwenspersoon.",
    "Deelnemers mogen een hulphond meenemen als de arbeidsdeskundige dat nodig vindt.",
    "Het budget wordt naar rato over de kwartalen verdeeld en in december afgerekend.",
    "Een aanvraag die onvolledig is, kan binnen veertien dagen worden aangevuld.",
    "Zorgtaken thuis tellen mee bij het vaststellen van werktijden en roosters.",
    "Het hulpmiddel blijft eigendom van de leverancier en gaat na afloop terug.",
    "Tijdens een proefplaats behoudt de kandidaat zijn uitkering en verzekering.",
    "Met het regionale mobiliteitscentrum sluit het bestuur een convenant.",
)
KOPPEN = (
    "Aanbod",
    "Verslag",
    "Opleiding",
    "Meldplicht",
    "Jobcoach",
    "Taal",
    "Premie",
    "Vervoer",
    "Klachten",
    "Hulphond",
    "Budget",
    "Aanvraag",
)


class Stuk(NamedTuple):
    """An article: number, heading, texts of its leden (one: without a number)."""

    nummer: str
    kop: str
    leden: tuple[str, ...]


def regels(stukken: Sequence[Stuk]) -> list[str]:
    """The lines of the articles."""
    uit: list[str] = []
    for stuk in stukken:
        uit.append(f"Artikel {stuk.nummer} {stuk.kop}")
        uit.extend(stuk.leden if len(stuk.leden) == 1 else (f"{nr}. {tekst}" for nr, tekst in enumerate(stuk.leden, 1)))
    return uit


def lees(lijnen: Sequence[str], titel: str = TITEL) -> tuple[Document, Regeling]:
    """A regulation with this body."""
    kop = [
        titel,
        "De raad van de gemeente Proefstad;",
        "gelet op artikel 8a van de Participatiewet;",
        f"besluit vast te stellen de {titel}.",
    ]
    document = read_tekst("\n".join([*kop, *lijnen]).encode())
    return document, ontleed(document)


def maak(stukken: Sequence[Stuk]) -> tuple[Document, Regeling]:
    """A regulation with these articles."""
    return lees(regels(stukken))
