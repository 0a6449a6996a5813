"""Values on the command line: dates, choices, codes, file names with wildcards. What is wrong is said in Dutch."""

from __future__ import annotations

import difflib
import glob
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from verordening_tool.document.dates import read_date
from verordening_tool.fouten import Gebruiksfout

_SLOTBESTAND = "~$"  # what Word leaves beside a file that it has open
_STUKKEN = (".docx", ".docm", ".doc", ".odt", ".pdf", ".html", ".htm", ".xml", ".txt", ".md")
_VAN_ONS = frozenset({"herleidbaarheid.html", "was-wordt.docx"})  # lies beside a package that was generated
_CODE = re.compile(r"[A-Z]{2,4}(-\d{2})?", re.ASCII)


def lees_datum(tekst: str) -> date:
    """The date in "2024-01-01", "1 januari 2024" or "1-1-2024". Raises Gebruiksfout when it is written otherwise or does not exist."""
    try:
        datum = read_date(tekst)
    except ValueError as fout:
        raise Gebruiksfout(f"De datum {tekst.strip()} bestaat niet.", "Controleer dag en maand.") from fout
    if datum is None:
        raise Gebruiksfout(f"“{tekst}” is geen datum die ik herken.", "Schrijf een datum als 2024-01-01, 1-1-2024 of “1 januari 2024”.")
    return datum


class Datum(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic since click 8.2 only
    """A date, see lees_datum."""

    name = "datum"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ARG002
        """Read the date. Raises Gebruiksfout."""
        return value if isinstance(value, date) else lees_datum(str(value))


class Keuze(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """One of a few words, turned into a value by ``maak`` (an enum, mostly)."""

    name = "keuze"

    def __init__(self, wat: str, woorden: Iterable[str], maak: Callable[[str], object] = str) -> None:
        self._wat = wat
        self._woorden = tuple(woorden)
        self._maak = maak

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> object:  # noqa: ARG002
        """Find the word, in any case. Raises Gebruiksfout that names the words."""
        woord = str(value).lower()
        if woord not in self._woorden:
            raise Gebruiksfout(f"“{value}” is geen {self._wat}.", f"{bedoelt_u(woord, self._woorden)}Kies uit: {', '.join(self._woorden)}.")
        return self._maak(woord)


class Codes(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """Codes of norms or packs, with commas between them: "BW-06,BW-07" or "BW"."""

    name = "codes"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:  # noqa: ARG002
        """Split and check the form of the codes. Raises Gebruiksfout."""
        if isinstance(value, tuple):
            return value
        codes = tuple(deel.upper() for deel in re.split(r"[,\s]+", str(value)) if deel)
        if fout := next((code for code in codes if not _CODE.fullmatch(code)), None):
            raise Gebruiksfout(f"“{fout}” is geen code.", "Schrijf codes als BW-07, met komma's ertussen, of BW voor het hele pakket.")
        return codes


class Aantal(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """A whole number of one or more."""

    name = "aantal"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ARG002
        """Read the number. Raises Gebruiksfout."""
        tekst = str(value).strip()
        if not tekst.isascii() or not tekst.isdigit() or int(tekst) < 1:
            raise Gebruiksfout(f"“{value}” is geen aantal.", "Geef een heel getal vanaf 1.")
        return int(tekst)


def bedoelt_u(woord: str, bekend: Iterable[str]) -> str:
    """The question whether a word that looks like it was meant, with a space behind it; empty when there is none."""
    gelijkend = difflib.get_close_matches(woord, list(bekend), n=1)
    return f"Bedoelt u {gelijkend[0]}? " if gelijkend else ""


def bestanden(patronen: Sequence[str], *, mappen: bool = False) -> tuple[Path, ...]:
    """The files that these words name, wildcards (``*.docx``) expanded, since a Windows shell does not do that.

    With ``mappen`` a folder stands for the documents right in it. Raises Gebruiksfout for a file that does not exist, a pattern without
    a match, a folder without documents, and without ``mappen`` for any folder.
    """
    gevonden: dict[Path, None] = {}
    for patroon in patronen:
        for pad in _paden(patroon):
            if pad.is_dir() and not mappen:
                advies = f"Noem de bestanden, bijvoorbeeld: {pad / '*.docx'}"
                samen = "Horen de stukken in de map bij elkaar, zet er dan --dossier achter."
                raise Gebruiksfout(f"{pad} is een map, geen bestand.", f"{advies}\n{samen}")
            gevonden |= dict.fromkeys(_stukken_in(pad) if pad.is_dir() else [pad])
    return tuple(gevonden)


def een_bestand(patroon: str, advies: str) -> Path:
    """The one file that this word names. Raises Gebruiksfout with ``advies`` when there are more."""
    paden = bestanden([patroon])
    if len(paden) > 1:
        raise Gebruiksfout(f"Op {patroon} passen {len(paden)} bestanden.", advies)
    return paden[0]


def _stukken_in(map_: Path) -> list[Path]:
    """The documents right in a folder; what Word leaves beside an open file and our own overview are none."""
    stukken = [
        pad
        for pad in sorted(map_.iterdir())
        if pad.is_file() and pad.suffix.lower() in _STUKKEN and not pad.name.startswith((_SLOTBESTAND, ".")) and pad.name not in _VAN_ONS
    ]
    if not stukken:
        onder = [str(pad) for pad in sorted(map_.iterdir()) if pad.is_dir()]
        erin = f"\nMappen in een map worden niet gelezen. Noem ze zelf: {', '.join(onder)}" if onder else ""
        advies = f"Zet er de stukken van het dossier in ({', '.join(_STUKKEN)}).{erin}"
        raise Gebruiksfout(f"In de map {map_} staan geen stukken.", advies)
    return stukken


def _paden(patroon: str) -> list[Path]:
    pad = Path(patroon)
    if _bestaat(pad):
        return [pad]
    if not glob.has_magic(patroon):
        advies = "Controleer de naam en de map. Staat er een spatie in de naam, zet er dan aanhalingstekens om."
        raise Gebruiksfout(f"Het bestand {patroon} bestaat niet.", advies)
    treffers = sorted(map(Path, glob.glob(patroon, recursive=True)))  # noqa: PTH207 - a pattern may be absolute
    if not (gewoon := [treffer for treffer in treffers if treffer.is_file() and not treffer.name.startswith(_SLOTBESTAND)]):
        raise Gebruiksfout(f"Geen bestand past op {patroon}.", "Controleer de map en het patroon.")
    return gewoon


def _bestaat(pad: Path) -> bool:
    try:
        return pad.exists()
    except (OSError, ValueError):  # a name too long, or with a null byte
        return False
