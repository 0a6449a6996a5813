"""``verordening vul-aan``: what a draft misses, put into the draft itself as tracked changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from verordening_tool.cli.commando import Commando
from verordening_tool.cli.exitcode import Exitcode
from verordening_tool.cli.parameters import Datum, een_bestand
from verordening_tool.cli.uitvoer import Uitvoer, keur_doelen, meld, scherm, schrijf_bestanden, toon
from verordening_tool.fouten import Gebruiksfout


@click.command(
    "vul-aan",
    cls=Commando,
    help="Zet in een concept wat daar volgens de wet nog in moet staan, als bijgehouden wijzigingen: een lid waar het hoort, een"
    " nieuw artikel, de grondslag in de aanhef. Wat alleen u kunt beslissen, staat als vraag in de kantlijn.",
    epilog="Wijst u in Word alles af, dan hebt u uw concept terug. Een tweede keer vul-aan vervangt de eerdere voorstellen; wijzigingen en"
    " opmerkingen van mensen blijven staan.",
)
@click.argument("bestand", metavar="BESTAND")
@click.option("--gegevens", type=Path, metavar="BESTAND", help="Gegevensbestand (.yaml) met de keuzes van de gemeente.  [verplicht]")
@click.option("-o", "--uitvoer", type=Path, metavar="PAD", help="Word-bestand waarin het concept met de voorstellen komt.  [verplicht]")
@click.option("--peildatum", type=Datum(), metavar="DATUM", help="Vul aan naar de wet op deze datum.")
@click.option("--vernummer", is_flag=True, help="Geef nieuwe artikelen een gewoon nummer; latere artikelen en verwijzingen schuiven op.")
def vul_aan(bestand: str, gegevens: Path | None, uitvoer: Path | None, peildatum: date | None, vernummer: bool) -> Exitcode:
    """Propose, write the file and show what was proposed."""
    if gegevens is None or uitvoer is None:
        voorbeeld = "verordening vul-aan concept.docx --gegevens gemeente.yaml -o concept.voorstel.docx"
        raise Gebruiksfout(f"Er ontbreekt iets op de regel: {'--gegevens' if gegevens is None else '-o'}", f"Bijvoorbeeld: {voorbeeld}")
    pad = een_bestand(bestand, "Vul een concept tegelijk aan.")
    keur_doelen([Uitvoer("docx", uitvoer)], (pad, gegevens))

    from verordening_tool import api
    from verordening_tool.reports import tekst_voorstellen
    from verordening_tool.reports.formaten import Bestand

    aanvulling = api.vul_aan(pad, gegevens, api.Toetsopties(peildata=(peildatum,) if peildatum else ()), vernummer=vernummer)
    schrijf_bestanden(uitvoer, [Bestand(None, aanvulling.inhoud, ".docx")], (pad, gegevens))
    toon(tekst_voorstellen.render(aanvulling, scherm()))
    meld(f"Geschreven: {uitvoer}")
    return Exitcode.GOED
