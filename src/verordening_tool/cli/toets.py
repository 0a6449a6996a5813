"""``verordening toets``: judges drafts and regulations."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from verordening_tool.cli.commando import Commando
from verordening_tool.cli.exitcode import Exitcode
from verordening_tool.cli.keuzes import (
    keur_basis,
    kies_afwijkingen,
    kies_basis,
    kies_drempel,
    kies_kader,
    kies_normen,
    kies_wat_geldt,
    kies_weergave,
)
from verordening_tool.cli.parameters import Keuze, bestanden
from verordening_tool.cli.uitvoer import Uitvoer, keur_doelen, koppel, meld, scherm, schrijf_bestanden, toon, toon_utf8
from verordening_tool.document.blok import Weergave
from verordening_tool.document.regeling import Soort, Stadium
from verordening_tool.fouten import Gebruiksfout
from verordening_tool.reports.formaten import TOETSFORMATEN, maak_bestanden, render
from verordening_tool.reports.rapport import Drempel, Rapport, bevindingen, stel_op, waarom_niet

_EXTENSIES = {formaat.extensie: naam for naam, formaat in TOETSFORMATEN.items()}
_BEIDE = "beide"
_VOLGORDE = "verordening_tool.volgorde"


class Toetscommando(Commando):
    """Remembers in which order formats and files were typed, since they come in pairs."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and keep the order of -f and -o in ``ctx.meta``."""
        rest = super().parse_args(ctx, list(args))
        waarden, _, volgorde = self.make_parser(ctx).parse_args(list(args))
        rijen = {naam: iter(waarden.get(naam, ())) for naam in ("formaat", "uitvoer")}
        ctx.meta[_VOLGORDE] = [(param.name, next(rijen[param.name])) for param in volgorde if param.name in rijen]
        return rest


@click.command(
    "toets",
    cls=Toetscommando,
    help="Toets een of meer bestanden aan de wet. Het rapport zegt eerst of het stuk zo verder kan, dan wat er anders moet, waar en hoe.",
    epilog="Eindcode: 0 geen bevindingen, 1 bevindingen, 2 verkeerd gebruik, 3 een bestand is niet te lezen.",
)
@click.argument("bestand", nargs=-1, required=True, metavar="BESTAND...")
@click.option("--dossier", is_flag=True, help="De stukken horen bij elkaar: vergelijk ze ook met elkaar. Een map mag dan ook.")
@click.option(
    "-f",
    "--formaat",
    multiple=True,
    type=Keuze("formaat", TOETSFORMATEN),
    metavar="FORMAAT",
    help=f"{', '.join(TOETSFORMATEN)}; standaard tekst. Mag vaker.",
)
@click.option("-o", "--uitvoer", multiple=True, metavar="PAD", help="Schrijf het formaat ernaast naar dit bestand. Mag vaker.")
@kies_wat_geldt
@kies_weergave(
    "Bij bijgehouden wijzigingen: definitief (alles aanvaard, standaard), oorspronkelijk of beide: wat doen de wijzigingen?", _BEIDE
)
@kies_basis
@kies_normen
@kies_kader
@kies_afwijkingen
@kies_drempel("Vanaf welk gewicht iets een bevinding is: verplicht (standaard), aanbevolen, stijl of nooit.", Drempel.VERPLICHT)
@click.option("--alles", is_flag=True, help="Toon ook wat in orde, niet van toepassing of niet beoordeeld is.")
@click.pass_context
def toets(
    ctx: click.Context,
    bestand: tuple[str, ...],
    dossier: bool,
    formaat: tuple[str, ...],  # noqa: ARG001 - read in the order typed, from ctx.meta
    uitvoer: tuple[str, ...],  # noqa: ARG001
    peildatum: tuple[date, ...],
    vastgesteld: date | None,
    soort: Soort | None,
    stadium: Stadium | None,
    weergave: str,
    basis: Path | None,
    selecteer: tuple[str, ...],
    negeer: tuple[str, ...],
    kader: Path | None,
    afwijkingen: Path | None,
    drempel: Drempel,
    alles: bool,
) -> Exitcode:
    """Judge the files, report, and give the exit code."""
    paden = bestanden(bestand, mappen=dossier)
    doelen = koppel(ctx.meta[_VOLGORDE], _EXTENSIES, "tekst")
    if basis is not None and any(doel.formaat == "docx" for doel in doelen):
        raise Gebruiksfout(
            "Opmerkingen in Word kunnen niet samen met --basis: het oordeel gaat over een tekst die niet in dat bestand staat.",
            "Kies -f html of -f tekst, of laat --basis weg.",
        )
    keur_doelen(doelen, paden, _doelsoorten(len(paden), len(peildatum)))

    from verordening_tool import api

    opties = api.Toetsopties(
        peildata=peildatum,
        vastgesteld=vastgesteld,
        soort=soort,
        stadium=stadium,
        weergave=Weergave.DEFINITIEF if weergave == _BEIDE else Weergave(weergave),
        vergelijk_weergaven=weergave == _BEIDE,
        selecteer=selecteer,
        negeer=negeer,
        dossier=dossier,
        basis=basis,
        kader=kader,
        afwijkingen=afwijkingen,
    )
    rapport = stel_op(api.toets(paden, opties), drempel, alles=alles, opties=opties)
    keur_basis(basis, gevonden=any(resultaat.consolidatie or resultaat.fout for resultaat in rapport.resultaten))
    _meld_ongebruikt(rapport)
    if opties.vergelijk_weergaven:
        _meld_zonder_wijzigingen(rapport)
    _lever(rapport, doelen, paden)
    return _exitcode(rapport)


def _meld_zonder_wijzigingen(rapport: Rapport) -> None:
    """Say of which files both views are the same."""
    gelijk = [resultaat.bestand for resultaat in rapport.resultaten if waarom_niet(resultaat) is None and resultaat.oorspronkelijk is None]
    for bestand in dict.fromkeys(gelijk):
        meld(f"{bestand} heeft geen bijgehouden wijzigingen: beide weergaven zijn gelijk.")


def _meld_ongebruikt(rapport: Rapport) -> None:
    """Say which accepted findings are not there."""
    naam = rapport.afwijkingen.name if rapport.afwijkingen else ""
    for geval in rapport.ongebruikt:
        rij = geval.afwijking
        meld(f"{naam}, regel {rij.regel}: {rij.code} in {rij.document} is niet gebruikt. {geval.waarom}")
    if elders := list(dict.fromkeys(rij.document for rij in rapport.zonder_document)):
        meld(f"{naam} noemt ook stukken die nu niet zijn getoetst: {', '.join(elders)}.")


def _doelsoorten(bestanden: int, peildata: int) -> dict[str, str]:
    """The formats that can not be shown, with what they need behind -o: a "bestand", or for several results a "map"."""
    return {
        naam: "map" if bestanden > 1 or (formaat.per_peildatum and peildata > 1) else "bestand"
        for naam, formaat in TOETSFORMATEN.items()
        if formaat.maakt_bestanden
    }


def _lever(rapport: Rapport, doelen: tuple[Uitvoer, ...], invoer: tuple[Path, ...]) -> None:
    """Say what could not be judged, then print and write the rest. Files are written only when something was judged."""
    redenen = [waarom_niet(resultaat) for resultaat in rapport.resultaten]
    for reden in redenen:
        if reden is not None:
            meld(str(reden))
    if None in redenen:
        naar_bestand = [(doel.pad, maak_bestanden(doel.formaat, rapport)) for doel in doelen if doel.pad is not None]
        for pad, gemaakt in naar_bestand:
            for geschreven in schrijf_bestanden(pad, gemaakt, invoer):
                meld(f"Geschreven: {geschreven}")
    for doel in doelen:
        if doel.pad is None:
            tekst = render(doel.formaat, rapport, scherm())
            if TOETSFORMATEN[doel.formaat].voor_mensen:
                toon(tekst)
            else:
                toon_utf8(tekst)


def _exitcode(rapport: Rapport) -> Exitcode:
    # A dossier also holds letters and tables that are nothing to judge.
    fouten = [resultaat.fout if resultaat.dossier else waarom_niet(resultaat) for resultaat in rapport.resultaten]
    if codes := [fout.exitcode for fout in fouten if fout]:
        return Exitcode(min(codes))  # wrong use before what can not be read
    if any(bevindingen(resultaat, rapport.drempel) for resultaat in rapport.resultaten):
        return Exitcode.BEVINDINGEN
    return Exitcode.GOED
