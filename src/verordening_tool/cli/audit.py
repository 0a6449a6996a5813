"""``verordening audit``: judges a whole folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verordening_tool.checking.oordeel import Gewicht
from verordening_tool.cli.commando import Commando
from verordening_tool.cli.exitcode import Exitcode
from verordening_tool.cli.keuzes import kies_afwijkingen, kies_drempel, kies_kader, kies_normen, kies_wat_geldt, kies_weergave
from verordening_tool.cli.parameters import Aantal
from verordening_tool.cli.uitvoer import meld, scherm, toon
from verordening_tool.cli.voortgang import voortgangsbalk
from verordening_tool.document.blok import Weergave
from verordening_tool.document.regeling import Soort, Stadium
from verordening_tool.reports.opmaak import afdrukbaar
from verordening_tool.reports.rapport import Drempel, telt_mee

if TYPE_CHECKING:
    from verordening_tool.auditing.loop import Auditresultaat


@click.command(
    "audit",
    cls=Commando,
    help=(
        "Beoordeel alle stukken in een map, met alles wat daaronder ligt, en maak er een overzicht van per gemeente. Elk stuk wordt "
        "beoordeeld naar de wet op de dag dat het in werking trad en naar de wet van vandaag.\n\n"
        "Nog eens dezelfde opdracht geven mag altijd: alleen wat nieuw of veranderd is, wordt dan opnieuw beoordeeld. Is een audit "
        "onderbroken, ga dan verder met --hervat: ook de dag van beoordelen blijft dan die van toen."
    ),
    epilog="Eindcode: 0 klaar, 1 klaar met bevindingen (alleen met --drempel), 2 verkeerd gebruik, 130 onderbroken.",
)
@click.argument("map_", metavar="MAP")
@click.option("-o", "--uitvoer", required=True, metavar="MAP", help="Map voor overzicht, tabellen en gegevens.")
@click.option("-j", "--werkers", type=Aantal(), metavar="N", help="Hoeveel bestanden tegelijk; standaard een per processorkern.")
@click.option("--hervat", is_flag=True, help="Ga verder met een audit die werd onderbroken.")
@click.option("--vergelijk", metavar="MAP", help="Laat ook zien wat er veranderde sinds de audit in deze map.")
@kies_wat_geldt
@kies_weergave("Bij bijgehouden wijzigingen: definitief (alles aanvaard, standaard) of oorspronkelijk.")
@kies_normen
@kies_kader
@kies_afwijkingen
@kies_drempel("Eindig met code 1 als er een bevinding is van dit gewicht of zwaarder: verplicht, aanbevolen, stijl of nooit.", None)
def audit(
    map_: str,
    uitvoer: str,
    werkers: int | None,
    hervat: bool,
    vergelijk: str | None,
    peildatum: tuple[date, ...],
    vastgesteld: date | None,
    soort: Soort | None,
    stadium: Stadium | None,
    weergave: str,
    selecteer: tuple[str, ...],
    negeer: tuple[str, ...],
    kader: Path | None,
    afwijkingen: Path | None,
    drempel: Drempel | None,
) -> Exitcode:
    """Audit the folder, print the summary, and give the exit code."""
    from verordening_tool.auditing import loop
    from verordening_tool.auditing.opties import Auditopties
    from verordening_tool.checking.opties import Toetsopties

    opties = Auditopties(
        Toetsopties(
            peildata=peildatum,
            vastgesteld=vastgesteld,
            soort=soort,
            stadium=stadium,
            weergave=Weergave(weergave),
            selecteer=selecteer,
            negeer=negeer,
            kader=kader,
            afwijkingen=afwijkingen,
        ),
        werkers=werkers,
        hervat=hervat,
        vergelijk=Path(vergelijk) if vergelijk else None,
    )
    try:
        with voortgangsbalk() as voortgang:
            resultaat = loop.audit(map_, uitvoer, opties, voortgang)
    except KeyboardInterrupt:
        meld("Onderbroken. Wat al is beoordeeld, is bewaard. Verder gaan: dezelfde opdracht, met --hervat erbij.")
        return Exitcode.ONDERBROKEN
    toon(_samenvatting(resultaat))
    return Exitcode.BEVINDINGEN if drempel and any(telt_mee(Gewicht(naam), drempel) for naam in resultaat.bevindingen) else Exitcode.GOED


def _samenvatting(resultaat: Auditresultaat) -> str:
    """The summary for this screen; the one that was kept when nothing had to be derived."""
    if resultaat.overzicht is None:
        return afdrukbaar(resultaat.samenvatting, scherm().codering)
    from verordening_tool.auditing import samenvatting

    return samenvatting.render(resultaat.overzicht, resultaat.map, scherm())
