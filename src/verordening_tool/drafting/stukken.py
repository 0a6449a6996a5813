"""The lines of a filled-in template as pieces: title, article, lid, note … Numbers are not known yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from verordening_tool.drafting.sjabloon import Bronregel


class Stuksoort(StrEnum):
    """What a line is; the value is how docs/sjablonen.md calls it."""

    TITEL = "titel"
    AANHEF = "aanhef"
    HOOFDSTUK = "hoofdstuk"
    ARTIKEL = "artikel"
    LID = "lid"  # a numbered point outside an article too
    ONDERDEEL = "onderdeel"
    BEGRIP = "begrip"
    TEKST = "tekst"
    KOP = "kop"
    TABEL = "tabel"
    SLOT = "slot"
    BIJLAGE = "bijlage"
    OPDRACHT = "opdracht"  # [regeling], [artikelsgewijs], [ingevoegd artikel …], [einde]


@dataclass(slots=True)
class Stuk:
    """One piece: its text without number, label, depth of an onderdeel or kop, the codes it satisfies and the notes on an article."""

    soort: Stuksoort
    tekst: str
    bron: Bronregel
    label: str | None = None
    diepte: int = 0
    cellen: tuple[str, ...] = ()
    codes: list[str] = field(default_factory=list)
    noten: list[str] = field(default_factory=list)


_ARTIKEL = re.compile(r"##\s+artikel\s+(?P<label>[\w-]+)\s*:\s*(?P<tekst>.+)")
_KOP = re.compile(r"(?P<hekjes>#{3,4})\s+(?P<tekst>.+)")
_HOOFDSTUK = re.compile(r"#\s+(?P<tekst>.+)")
_LID = re.compile(r"\d{1,2}\.\s+(?:@(?P<label>[\w-]+)\s+)?(?P<tekst>.+)")
_ONDERDEEL = re.compile(r"\s*(?:(?P<letter>[a-z])\.|(?P<graad>\d{1,2})°\.)\s+(?P<tekst>.+)")
_NORM = re.compile(r"norm:\s*(?P<codes>[A-Z]{2}-\d{2}(?:,\s*[A-Z]{2}-\d{2})*)\s*")
_OPDRACHT = re.compile(r"\[(?P<tekst>[^\]]+)\]")
_TEKENS = {"=": Stuksoort.TITEL, "~": Stuksoort.AANHEF, "-": Stuksoort.BEGRIP, "&": Stuksoort.SLOT, "*": Stuksoort.BIJLAGE}


def lees_stukken(regels: Iterable[Bronregel]) -> list[Stuk]:
    """The pieces of these lines, in order. Raises Sjabloonfout for a line that can not be placed."""
    stukken: list[Stuk] = []
    for regel in regels:
        tekst = regel.tekst
        if (norm := _NORM.fullmatch(tekst.strip())) is not None:
            _laatste(stukken, regel, "een norm hoort onder het lid of artikel dat eraan voldoet").codes.extend(
                code.strip() for code in norm["codes"].split(",")
            )
        elif tekst.startswith(">"):
            _artikel(stukken, regel).noten.append(tekst[1:].strip())
        elif tekst[:1] in " \t" and not _ONDERDEEL.fullmatch(tekst):
            vorige = _laatste(stukken, regel, "deze regel springt in, maar er is niets om op verder te gaan")
            vorige.tekst = f"{vorige.tekst} {tekst.strip()}"
        else:
            stukken.append(_stuk(regel))
    return _met_begrippen_op_volgorde(stukken)


def _laatste(stukken: Sequence[Stuk], regel: Bronregel, wat: str) -> Stuk:
    if not stukken:
        raise regel.fout(f"{wat}.")
    return stukken[-1]


def _artikel(stukken: Sequence[Stuk], regel: Bronregel) -> Stuk:
    for stuk in reversed(stukken):
        if stuk.soort is Stuksoort.ARTIKEL:
            return stuk
    raise regel.fout("een toelichting (>) hoort onder een artikel.")


def _stuk(regel: Bronregel) -> Stuk:  # noqa: PLR0911 - one return per form of line
    tekst = regel.tekst
    if tekst.startswith("##") and (artikel := _ARTIKEL.fullmatch(tekst)) is not None:
        return Stuk(Stuksoort.ARTIKEL, artikel["tekst"], regel, artikel["label"])
    if (kop := _KOP.fullmatch(tekst)) is not None:
        return Stuk(Stuksoort.KOP, kop["tekst"], regel, diepte=len(kop["hekjes"]) - 2)
    if (hoofdstuk := _HOOFDSTUK.fullmatch(tekst)) is not None:
        return Stuk(Stuksoort.HOOFDSTUK, hoofdstuk["tekst"], regel)
    if tekst.startswith("#"):
        raise regel.fout("deze kop heeft niet de vorm “## artikel label: opschrift”.")
    if (lid := _LID.fullmatch(tekst)) is not None:
        return Stuk(Stuksoort.LID, lid["tekst"], regel, lid["label"])
    if (onderdeel := _ONDERDEEL.fullmatch(tekst)) is not None:
        return Stuk(Stuksoort.ONDERDEEL, onderdeel["tekst"], regel, diepte=1 if onderdeel["graad"] else 0)
    if tekst.startswith("|"):
        cellen = tuple(cel.strip() for cel in tekst.strip().strip("|").split("|"))
        return Stuk(Stuksoort.TABEL, "", regel, cellen=cellen)
    if (opdracht := _OPDRACHT.fullmatch(tekst)) is not None:
        return Stuk(Stuksoort.OPDRACHT, opdracht["tekst"].strip(), regel)
    if tekst[1:2] == " " and tekst[0] in _TEKENS:
        return Stuk(_TEKENS[tekst[0]], tekst[2:].strip(), regel)
    return Stuk(Stuksoort.TEKST, tekst.strip(), regel)


def _met_begrippen_op_volgorde(stukken: list[Stuk]) -> list[Stuk]:
    """Definitions stand in the order of the alphabet, whatever the choices made; the last one ends with a full stop."""
    i = 0
    while i < len(stukken):
        if stukken[i].soort is not Stuksoort.BEGRIP:
            i += 1
            continue
        einde = i
        while einde < len(stukken) and stukken[einde].soort is Stuksoort.BEGRIP:
            einde += 1
        rij = sorted(stukken[i:einde], key=lambda stuk: stuk.tekst.casefold())
        for stuk in rij:
            stuk.tekst = stuk.tekst.rstrip(".;") + (";" if stuk is not rij[-1] else ".")
        stukken[i:einde] = rij
        i = einde
    return stukken
