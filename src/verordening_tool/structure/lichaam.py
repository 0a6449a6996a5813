"""The lichaam: headings with articles below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from verordening_tool.document.regeling import Alinea, Artikel, Hoofdstuk
from verordening_tool.structure.koppen import rang
from verordening_tool.structure.leden import bouw_leden
from verordening_tool.structure.nummers import lees
from verordening_tool.structure.regels import Kop, Kopsoort, Regel

_DIEPTE = {soort: diepte for diepte, soort in enumerate(Kopsoort)}
_EINDTEKEN = ".;:,"


@dataclass(slots=True)
class Lichaam:
    """What the lines of a lichaam hold. ``los``: lines above the first article or below a heading."""

    artikelen: list[Artikel] = field(default_factory=list)
    hoofdstukken: list[Hoofdstuk] = field(default_factory=list)
    los: list[Regel] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A heading that is still open, with the articles below it."""

    soort: Kopsoort
    titel: str
    index: int
    artikelen: list[str] = field(default_factory=list)


def bouw_lichaam(regels: Sequence[Regel]) -> Lichaam:
    """Articles and headings of these lines; typed numbers are split off the Blokken."""
    uit = Lichaam()
    open_: list[_Open] = []
    i = 0
    while i < len(regels):
        regel = regels[i]
        kop = regel.kop
        if kop is None:
            uit.los.append(regel)
            i += 1
        elif kop.soort is Kopsoort.ARTIKEL:
            einde = _einde_artikel(regels, i + 1)
            nummer = kop.nummer or _nummer_uit_buren(uit.artikelen)
            uit.artikelen.append(_artikel(regels[i:einde], kop, nummer, tuple(o.titel for o in open_)))
            for boven in open_:
                boven.artikelen.append(nummer)
            i = einde
        else:
            i += _hoofdstuk(regels, i, kop, open_, uit)
    for index, artikelen in _artikelen_per_kop(uit, open_):
        uit.hoofdstukken[index] = _met_artikelen(uit.hoofdstukken[index], artikelen)
    return uit


def _einde_artikel(regels: Sequence[Regel], i: int) -> int:
    while i < len(regels) and regels[i].kop is None:
        i += 1
    return i


def _nummer_uit_buren(artikelen: Sequence[Artikel]) -> str:
    """The number of an article whose digits were lost: one more than the article before."""
    vorige = rang(artikelen[-1].nummer) if artikelen else None
    if vorige is None:
        return str(len(artikelen) + 1)
    delen = [*vorige[:-1], (vorige[-1][0] + 1, "")]
    return ".".join(f"{getal}{letter}" for getal, letter in delen)


def _artikel(regels: Sequence[Regel], kop: Kop, nummer: str, pad: tuple[str, ...]) -> Artikel:
    regel, rest = regels[0], list(regels[1:])
    if kop.lengte:
        regel.splits(kop.lengte, kop.weergave or f"Artikel {nummer}")
    if kop.zin:  # the first sentence stands on the line of the heading, perhaps below a title and a line break
        titel, breuk, _ = regel.tekst.strip().partition("\n")
        return Artikel(nummer, (schoon_opschrift(titel) or None) if breuk and len(titel) <= 160 else None, bouw_leden(regels, nummer), pad)
    titel = schoon_opschrift(regel.tekst)
    alinea: Alinea | None = regel.alinea
    if not titel and rest and _is_titelregel(rest):
        titelregel = rest.pop(0)
        titel = schoon_opschrift(titelregel.tekst)
        alinea = titelregel.alinea
    return Artikel(nummer, titel or None, bouw_leden(rest, nummer), pad, alinea)


def _is_titelregel(rest: Sequence[Regel]) -> bool:
    """Whether the line below a bare "Artikel 5" is its title."""
    regel = rest[0]
    tekst = regel.tekst.strip()
    if not tekst or len(tekst) > 160 or regel.blok.nummer is not None or _is_genummerd(tekst):
        return False
    if regel.blok.vet or tekst.startswith("**"):
        return len(rest) > 1 or tekst[-1] not in _EINDTEKEN
    return tekst[-1] not in _EINDTEKEN and len(tekst) <= 100 and not tekst[0].isdigit() and len(rest) > 1 and tekst[0] not in "-–•("


def _is_genummerd(tekst: str) -> bool:
    nummer = lees(tekst)
    return nummer is not None and nummer.zeker and not tekst.startswith("**")


def schoon_opschrift(tekst: str) -> str:
    """A title without separators, stars and white space around it."""
    return " ".join(tekst.strip(" \t\u00a0*_|:–—-").split()).rstrip('"“”') if tekst else ""


def _hoofdstuk(regels: Sequence[Regel], i: int, kop: Kop, open_: list[_Open], uit: Lichaam) -> int:
    """Add the heading at ``i``; returns the number of lines it takes (2 when its title stands below it)."""
    regel = regels[i]
    if kop.lengte:
        regel.splits(kop.lengte, kop.weergave or "")
    genomen = 1
    titel = schoon_opschrift(regel.tekst)
    alinea = regel.alinea
    if not titel and i + 1 < len(regels) and _is_titel_onder_kop(regels, i + 1):
        titel, alinea, genomen = schoon_opschrift(regels[i + 1].tekst), regels[i + 1].alinea, 2
    while open_ and _DIEPTE[open_[-1].soort] >= _DIEPTE[kop.soort]:
        _sluit(open_.pop(), uit)
    naam = " ".join(deel for deel in (_label(kop), titel) if deel)
    uit.hoofdstukken.append(Hoofdstuk(kop.soort.value, kop.nummer, titel or None, len(open_), alinea))
    open_.append(_Open(kop.soort, naam, len(uit.hoofdstukken) - 1))
    return genomen


def _label(kop: Kop) -> str:
    if kop.nummer is None or kop.soort is Kopsoort.KOP:
        return kop.nummer or ""
    return f"{kop.soort.value.capitalize()} {kop.nummer}"


def _is_titel_onder_kop(regels: Sequence[Regel], i: int) -> bool:
    regel = regels[i]
    tekst = regel.tekst.strip()
    if not tekst or regel.blok.nummer is not None or len(tekst) > 120 or tekst[-1] in _EINDTEKEN:
        return False
    if regel.kop is not None:
        return regel.kop.soort is not Kopsoort.ARTIKEL and regel.kop.nummer is None
    return i + 1 < len(regels) and (regels[i + 1].kop is not None or regel.blok.vet)


def _sluit(kop: _Open, uit: Lichaam) -> None:
    uit.hoofdstukken[kop.index] = _met_artikelen(uit.hoofdstukken[kop.index], kop.artikelen)


def _met_artikelen(kop: Hoofdstuk, artikelen: Sequence[str]) -> Hoofdstuk:
    return Hoofdstuk(kop.soort, kop.nummer, kop.opschrift, kop.diepte, kop.kop, tuple(artikelen))


def _artikelen_per_kop(uit: Lichaam, open_: Sequence[_Open]) -> list[tuple[int, list[str]]]:
    return [(kop.index, kop.artikelen) for kop in open_ if kop.index < len(uit.hoofdstukken)]
