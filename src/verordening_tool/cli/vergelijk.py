"""``verordening vergelijk``: two versions beside each other, as text, JSON or a was-wordt-tabel in Word."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verordening_tool.cli.commando import Commando
from verordening_tool.cli.exitcode import Exitcode
from verordening_tool.cli.parameters import Datum, Keuze, een_bestand
from verordening_tool.cli.uitvoer import Uitvoer, keur_doelen, meld, scherm, schrijf_bestanden, toon, toon_utf8

if TYPE_CHECKING:
    from verordening_tool.comparing.model import Vergelijkresultaat

_EXTENSIES = {".txt": "tekst", ".json": "json", ".docx": "docx"}


@click.command(
    "vergelijk",
    cls=Commando,
    help="Leg twee versies van een regeling naast elkaar: wat is gewijzigd, nieuw, vervallen, vernummerd of verplaatst, wat doet dat met de"
    " oordelen, en met welke wijzigingsopdrachten wordt de oude tekst de nieuwe.",
    epilog="De bestanden mogen van een ander formaat zijn. De Word-tabel zet was en wordt naast elkaar.",
)
@click.argument("oud", metavar="OUD")
@click.argument("nieuw", metavar="NIEUW")
@click.option("-f", "--formaat", type=Keuze("formaat", _EXTENSIES.values()), metavar="FORMAAT", help="tekst (standaard), json of docx.")
@click.option("-o", "--uitvoer", type=Path, metavar="PAD", help="Schrijf het resultaat naar dit bestand.")
@click.option("--peildatum", type=Datum(), metavar="DATUM", help="Beoordeel beide versies naar de wet op deze datum.")
@click.option("--huisstijl", type=Path, metavar="BESTAND", help="Word-document waarvan de tabel de stijlen, kop- en voettekst overneemt.")
def vergelijk(oud: str, nieuw: str, formaat: str | None, uitvoer: Path | None, peildatum: date | None, huisstijl: Path | None) -> Exitcode:
    """Compare, and show or write the result."""
    paden = tuple(een_bestand(patroon, "Noem de oude en de nieuwe versie elk apart.") for patroon in (oud, nieuw))
    formaat = formaat or (_EXTENSIES.get(uitvoer.suffix.lower()) if uitvoer else None) or "tekst"
    keur_doelen([Uitvoer(formaat, uitvoer)], paden, {"docx": "bestand"})

    from verordening_tool import api

    resultaat = api.vergelijk(paden[0], paden[1], api.Toetsopties(peildata=(peildatum,) if peildatum else ()))
    inhoud = _maak(resultaat, formaat, huisstijl)
    if uitvoer is not None:
        from verordening_tool.reports.formaten import Bestand

        schrijf_bestanden(uitvoer, [Bestand(None, inhoud, ".docx" if formaat == "docx" else None)], paden)
        meld(f"Geschreven: {uitvoer}")
    elif formaat == "json":
        toon_utf8(inhoud.decode())
    else:
        toon(inhoud.decode())
    return Exitcode.GOED


def _maak(resultaat: Vergelijkresultaat, formaat: str, huisstijl: Path | None) -> bytes:
    if formaat == "docx":
        from verordening_tool.drafting.stijlen import lees_huisstijl, maak_basis
        from verordening_tool.reports import docx_vergelijk

        return docx_vergelijk.maak(resultaat, maak_basis(lees_huisstijl(huisstijl) if huisstijl else None))
    if formaat == "json":
        from verordening_tool.reports import json_vergelijk

        return json_vergelijk.render(resultaat).encode()
    from verordening_tool.reports import tekst_vergelijk

    return tekst_vergelijk.render(resultaat, scherm()).encode("utf-8", "replace")
