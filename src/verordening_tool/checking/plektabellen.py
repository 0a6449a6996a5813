"""Numbers of places beschut werk that stand in a table, or in lines that are one ("2015 | 3").

A cell counts when the headings of its row and column, or the line above the table, say that the table is about places beschut werk,
and none of them says that it is about money, hours, the Wsw, a region or another gemeente.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verordening_tool.checking.context import Context
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.document.blok import Blok, Deel
from verordening_tool.language.folding import fold
from verordening_tool.language.getallen import CIJFERS, TELWOORD, waarde
from verordening_tool.structure.gemeente import genoemd

_GETAL = re.compile(
    rf" *(?P<getal>{CIJFERS}|{TELWOORD})(?: (?:beschutte )?(?:plekken|plek|plaatsen|werkplekken|personen|fte|dienstbetrekkingen|banen))? *"
)
_JAAR = re.compile(r"\b20[1-4]\d\b")
_PLEKKEN = re.compile(
    r"\b\w*(?:plekken|plek|plaatsen|dienstbetrekking\w*|banen|aantal|aantallen|fte|personen|omvang|inwoners|kandidaten|taakstelling)\b"
)
_NIET = re.compile(
    r"\b(?:euro|eur|bedrag\w*|kosten|budget\w*|middelen|lasten|baten|subsidie\w*|uur|uren|procent|percentage|wsw\w*|sw-\w+"
    r"|garantieba\w+|afspraakba\w+|landelijk\w*|nederland|regio\w*|leeftijd|lid|artikel|bladzijde|pagina|telefoon|postcode|nummer|kenmerk|nr|dagbesteding"
    r"|advi\w+|aanvra\w+|wachtlijst|banenafspraak|loonwaarde|prijs)\b|%|(?:^| )e(?: |$)"
)
_REGEL = re.compile(
    rf"[ |*•-]*(?P<jaar>20[1-4]\d)(?: *(?:[|:;=–-]|\t| {{2,}})+ *| (?=\S+$))(?P<getal>{CIJFERS}|{TELWOORD})(?P<na>[^0-9]{{0,60}})$"
)
_CAPTION_ALINEAS = 3


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A number in a table: value, year, the headings that belong to it (folded), and its row as a quote."""

    aantal: float
    jaar: int | None
    label: str
    plaats: Plaats


def cijfers_in_tabellen(context: Context, meeste: int) -> Iterator[Cijfer]:
    """The numbers up to ``meeste`` in the tables of the document and in lines that are rows."""
    blokken = context.laag.regeling.blokken
    tabellen: dict[int, list[Blok]] = {}
    for blok in blokken:
        if blok.cel is not None and not blok.verborgen:
            tabellen.setdefault(blok.cel.tabel, []).append(blok)
    for cellen in tabellen.values():
        boven = [blok.tekst for blok in blokken if blok.cel is None and blok.tekst.strip() and blok.alinea < cellen[0].alinea]
        yield from _in_tabel(context, cellen, " ".join(boven[-_CAPTION_ALINEAS:]), meeste)
    yield from _in_regels(context, meeste)


def _in_tabel(context: Context, cellen: list[Blok], boven: str, meeste: int) -> Iterator[Cijfer]:
    rijen: dict[int, dict[int, Blok]] = {}
    for blok in cellen:
        if blok.cel is not None:
            rijen.setdefault(blok.cel.rij, {}).setdefault(blok.cel.kolom, blok)
    kop = rijen[min(rijen)]
    onderschrift = fold(boven)
    for nr, rij in rijen.items():
        for kolom, blok in rij.items():
            match = _GETAL.fullmatch(fold(_tekst(blok)))
            aantal = waarde(match["getal"]) if match else None
            if aantal is None or aantal > meeste or _JAAR.fullmatch(blok.tekst.strip()):
                continue
            eerste = rij.get(min(rij)) if min(rij) != kolom else None
            koppen = [_tekst(deel) for deel in (eerste, kop.get(kolom) if nr != min(rijen) else None) if deel is not None]
            label = fold(" / ".join(koppen))
            if not koppen or not _gaat_over_plekken(context, label, onderschrift) or not _van_ons(context, koppen):
                continue
            jaren = _JAAR.findall(label) or _JAAR.findall(onderschrift)
            citaat = " | ".join(_tekst(deel) for deel in rij.values())
            plaats = Plaats(blok.deel if blok.deel in (Deel.BIJLAGE, Deel.TOELICHTING) else Deel.LICHAAM, citaat, alinea=blok.alinea)
            yield Cijfer(aantal, int(jaren[0]) if len(set(jaren)) == 1 else None, label, plaats)


def _tekst(blok: Blok) -> str:
    """The text of a cell with its number: a lone "3" may have been read as one."""
    return " ".join(filter(None, ((blok.nummer or "").strip(), blok.tekst.strip())))


def _gaat_over_plekken(context: Context, label: str, onderschrift: str) -> bool:
    if _NIET.search(label):
        return False
    vind = context.laag.begrippen.vind
    beschut_hier = bool(vind("beschut_werk", label.encode("ascii", "replace"))) or "bwx" in label
    beschut_boven = bool(vind("beschut_werk", onderschrift.encode("ascii", "replace")))
    if not (beschut_hier or beschut_boven):
        return False
    return (
        bool(_PLEKKEN.search(label))
        or (bool(_JAAR.search(label)) and bool(_PLEKKEN.search(onderschrift)))
        or (beschut_hier and bool(_JAAR.search(label)))
    )


def _van_ons(context: Context, koppen: list[str]) -> bool:
    """Whether the headings name no other gemeente and no sum."""
    gemeente = (context.laag.regeling.gemeente or "").casefold()
    namen = [naam.casefold() for kop in koppen for _, naam in genoemd(kop)]
    if namen:
        return gemeente in namen
    return not any(re.match(r"totaal|som|samen", kop.casefold()) for kop in koppen)


def _in_regels(context: Context, meeste: int) -> Iterator[Cijfer]:
    """Lines "2015 | 3" below a line that speaks of places beschut werk."""
    eerder: list[str] = []
    for blok in context.laag.regeling.blokken:
        if blok.cel is not None:
            continue
        regel = _tekst(blok)
        tekst = fold(regel) if "20" in regel else ""  # most lines name no year
        match = _REGEL.match(tekst)
        if match is None:
            eerder = [*eerder[-2:], regel]
            continue
        boven = fold(" ".join(eerder))
        aantal = waarde(match["getal"])
        gaat_erover = context.laag.begrippen.vind("beschut_werk", boven.encode("ascii", "replace")) and _PLEKKEN.search(f"{boven} {tekst}")
        if aantal is None or aantal > meeste or not gaat_erover or _NIET.search(match["na"]):
            continue
        yield Cijfer(
            aantal,
            int(match["jaar"]),
            f"{match['na']} {fold(eerder[-1]) if eerder else ''}",
            Plaats(Deel.LICHAAM, blok.tekst, alinea=blok.alinea),
        )
