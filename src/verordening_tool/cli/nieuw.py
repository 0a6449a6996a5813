"""``verordening nieuw``: asks, then writes the data file and the documents."""

from __future__ import annotations

from pathlib import Path

import click

from verordening_tool._bestanden import schrijf_bestand
from verordening_tool.cli.commando import Commando
from verordening_tool.cli.exitcode import Exitcode
from verordening_tool.cli.uitvoer import meld, scherm, toon
from verordening_tool.drafting.vragen import VRAGEN, Antwoorden, Vraag, als_gegevens, lees_antwoord, uit_gegevens
from verordening_tool.fouten import Gebruiksfout, Gegevensfout, Schrijffout


@click.command(
    "nieuw",
    cls=Commando,
    help="Beantwoord een aantal vragen en krijg het gegevensbestand en het pakket stukken. U kunt stoppen en later verdergaan.",
    epilog="Bij elke vraag: Enter = het voorgestelde antwoord, ? = uitleg, < = terug, q = bewaren en stoppen.",
)
@click.option("-o", "--uitvoer", default="pakket", metavar="MAP", help="Map voor de stukken en gegevens.yaml (standaard: pakket).")
def nieuw(uitvoer: str) -> Exitcode:
    """Ask, save after each answer, then write the package."""
    from verordening_tool import api
    from verordening_tool.reports import herleidbaarheid

    bestand = Path(uitvoer) / "gegevens.yaml"
    if not _vraag_alles(bestand, _eerder(bestand)):
        meld(f"Bewaard in {bestand}. Ga verder met: verordening nieuw -o {uitvoer}")
        return Exitcode.GOED
    try:
        pakket = api.genereer(bestand, uitvoer)
    except Gegevensfout as fout:
        raise Gegevensfout(fout.bericht, f"Verbeter {bestand} en draai: verordening genereer --gegevens {bestand} -o {uitvoer}") from fout
    toon(herleidbaarheid.tekst(pakket, scherm()))
    return Exitcode.GOED if pakket.in_orde else Exitcode.BEVINDINGEN


def _vraag_alles(bestand: Path, antwoorden: Antwoorden) -> bool:
    """Ask what is not answered yet; False when the user stops."""
    meld("Enter = het voorgestelde antwoord, ? = uitleg, < = terug, q = bewaren en stoppen.")
    while (vraag := next((v for v in VRAGEN if v.veld not in antwoorden and v.geldt(antwoorden)), None)) is not None:
        tekst = _stel(vraag, antwoorden)
        if tekst == "q":
            _bewaar(bestand, antwoorden)
            return False
        if tekst == "?":
            meld(f"  {vraag.uitleg}")
        elif tekst == "<":
            if antwoorden:
                antwoorden.popitem()
        else:
            try:
                antwoorden[vraag.veld] = lees_antwoord(vraag, tekst)
            except Gebruiksfout as fout:
                meld(f"  {fout}")
                continue
            _bewaar(bestand, antwoorden)
    return True


def _stel(vraag: Vraag, antwoorden: Antwoorden) -> str:
    verstek = vraag.verstek(antwoorden)
    keuze = f" [{verstek}]" if verstek else ""
    antwoord: str = click.prompt(f"{vraag.tekst}?{keuze}", prompt_suffix=" ", default="", show_default=False)
    return antwoord.strip() or verstek or ""


def _eerder(bestand: Path) -> Antwoorden:
    """The answers of an earlier run."""
    import yaml

    if not bestand.is_file():
        return {}
    try:
        inhoud = yaml.safe_load(bestand.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as fout:
        raise Gebruiksfout(f"{bestand} kan niet worden gelezen.", "Kies achter -o een andere map, of verwijder het bestand.") from fout
    return uit_gegevens(inhoud) if isinstance(inhoud, dict) else {}


def _bewaar(bestand: Path, antwoorden: Antwoorden) -> None:
    import yaml

    try:
        bestand.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise Schrijffout(f"De map {bestand.parent} kan niet worden gemaakt.", "Kies achter -o een andere map.") from fout
    tekst = yaml.safe_dump(als_gegevens(antwoorden), allow_unicode=True, sort_keys=False)
    schrijf_bestand(bestand, tekst.encode())
