"""``verordening nieuw``: asks, then writes the data file and the documents."""

from __future__ import annotations

from pathlib import Path

import click

from verordening_tool._bestanden import schrijf_bestand
from verordening_tool._yaml import zin
from verordening_tool.cli.commando import Commando
from verordening_tool.cli.exitcode import Exitcode
from verordening_tool.cli.uitvoer import meld, scherm, toon
from verordening_tool.drafting.gegevensbestand import wat_niet_past
from verordening_tool.drafting.vragen import VRAGEN, Antwoorden, Vraag, als_gegevens, bijna, lees_antwoord, uit_gegevens
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
    """Ask what is not answered yet, and again what does not fit the rest; False when the user stops."""
    meld("Enter = het voorgestelde antwoord, ? = uitleg, < = terug, q = bewaren en stoppen.")
    while (vraag := _volgende(antwoorden)) is not None:
        verstek = vraag.verstek_als_tekst(antwoorden)
        tekst: str = click.prompt(vraag.stel(antwoorden), prompt_suffix=" ", default="", show_default=False).strip() or verstek
        if tekst == "q":
            _bewaar(bestand, antwoorden)
            return False
        if tekst == "?":
            meld(f"  {vraag.uitleg}")
        elif tekst == "<":
            if antwoorden:
                antwoorden.popitem()
        elif _neem_aan(vraag, tekst, antwoorden):
            _bewaar(bestand, antwoorden)
    return True


def _volgende(antwoorden: Antwoorden) -> Vraag | None:
    """The first question that is still open; when none is, the one whose answer does not fit the others."""
    for vraag in VRAGEN:
        if not vraag.geldt(antwoorden):
            antwoorden.pop(vraag.veld, None)  # from before another answer was changed
        elif vraag.veld not in antwoorden:
            return vraag
    mis = wat_niet_past(als_gegevens(antwoorden))
    fout = next((vraag for vraag in VRAGEN if mis and vraag.veld == mis[0]), None)
    if mis and fout:
        meld(zin(f"  {fout.kop(antwoorden)}: dit antwoord {mis[1]}"))
        antwoorden.pop(fout.veld, None)
    return fout


def _neem_aan(vraag: Vraag, tekst: str, antwoorden: Antwoorden) -> bool:
    """Take the answer in, or say what is wrong with it."""
    try:
        antwoorden[vraag.veld] = lees_antwoord(vraag, tekst)
    except Gebruiksfout as fout:
        bedoeld = bijna(vraag, tekst)
        if bedoeld and click.prompt(f"  Bedoelt u {bedoeld.naam} ({bedoeld.code})? [J/n]", default="j", show_default=False) in "jJ":
            antwoorden[vraag.veld] = bedoeld.naam
            return True
        meld(f"  {fout.bericht if bedoeld else fout}")
        return False
    return True


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
    """Write the answers; what a person added to the file stays."""
    from verordening_tool.drafting.gegevens_bewaren import bewaar

    try:
        bestand.parent.mkdir(parents=True, exist_ok=True)
        eerder = bestand.read_text(encoding="utf-8") if bestand.is_file() else ""
    except OSError as fout:
        raise Schrijffout(f"De map {bestand.parent} kan niet worden gemaakt.", "Kies achter -o een andere map.") from fout
    schrijf_bestand(bestand, bewaar(eerder, antwoorden).encode())
