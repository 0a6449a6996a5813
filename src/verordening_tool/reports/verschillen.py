"""Two versions side by side in plain words: what the text, the JSON and the Word table of vergelijk share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verordening_tool.comparing.model import Artikelverschil, Lidverschil, Lot, Vergelijking, Vergelijkresultaat, Woorden
from verordening_tool.comparing.verschil import artikeltekst
from verordening_tool.document.regeling import Lid
from verordening_tool.reports.rapport import waarom_niet
from verordening_tool.reports.woorden import aantal, lid_voluit, opsomming

DELEN = {
    "opschrift": "Titel",
    "aanhef": "Aanhef",
    "koppen": "Hoofdstukken en paragrafen",
    "slot": "Slot",
    "toelichting": "Toelichting",
    "bijlage": "Bijlagen",
}


@dataclass(frozen=True, slots=True)
class Rij:
    """One line of the table was-wordt: the place in both versions, the words, and what became of it."""

    was: str  # "Artikel 5, tweede lid"; "" when it is new
    wordt: str
    opschrift: str
    woorden: tuple[Woorden, ...]
    gevolg: str


def samenvatting(vergelijking: Vergelijking) -> str:
    """How many articles changed, are new, lapsed, were renumbered or moved, and stayed: "2 artikelen gewijzigd · 1 nieuw"."""
    if vergelijking.gelijk:
        return "De twee versies zeggen hetzelfde."
    artikelen = vergelijking.artikelen
    tellingen = [
        (sum(a.lot is Lot.GEWIJZIGD for a in artikelen), "gewijzigd"),
        (sum(a.lot is Lot.NIEUW for a in artikelen), "nieuw"),
        (sum(a.lot is Lot.VERVALLEN for a in artikelen), "vervallen"),
        (sum(a.vernummerd for a in artikelen), "vernummerd"),
        (sum(a.verplaatst for a in artikelen), "verplaatst"),
        (sum(a.lot is Lot.GELIJK and not (a.vernummerd or a.verplaatst) for a in artikelen), "gelijk"),
    ]
    genoemd = [(getal, woord) for getal, woord in tellingen if getal]
    delen = [f"{getal} {woord}" for getal, woord in genoemd]
    if genoemd:
        delen[0] = f"{aantal(genoemd[0][0], 'artikel', 'artikelen')} {genoemd[0][1]}"
    return " · ".join(delen) or "Alleen buiten de artikelen is iets anders."


def gevolg(verschil: Artikelverschil | Lidverschil) -> str:
    """What became of an article or lid: "gewijzigd, vernummerd", "nieuw, was een deel van artikel 5"."""
    wat = "artikel " if isinstance(verschil, Artikelverschil) else ""
    delen = [] if verschil.lot is Lot.GELIJK else [verschil.lot.value]
    if verschil.vernummerd:
        delen.append("vernummerd")
    if verschil.verplaatst:
        delen.append("verplaatst")
    if verschil.gesplitst_van:
        delen.append(f"was een deel van {wat}{_plek(verschil.gesplitst_van, wat)}")
    if verschil.opgegaan_in:
        delen.append(f"staat nu in {wat}{_plek(verschil.opgegaan_in, wat)}")
    return ", ".join(delen)


def _plek(nummer: str, wat: str) -> str:
    return nummer if wat else f"het {lid_voluit(nummer)}"


def niet_beoordeeld(resultaat: Vergelijkresultaat) -> str | None:
    """Why the verdicts on both versions can not be compared; None when they can."""
    beide = (resultaat.oordelen.oorspronkelijk, resultaat.oordelen)
    fout = next((fout for een in beide if een is not None and (fout := waarom_niet(een))), None)
    return fout.bericht if fout else None


def rijen(vergelijking: Vergelijking) -> Iterator[Rij]:
    """Every difference in the articles: a whole article when it is new or lapsed, else the leden and the heading that differ."""
    for verschil in vergelijking.artikelen:
        if verschil.lot is Lot.GELIJK and not (verschil.vernummerd or verschil.verplaatst):
            continue
        yield from _van_artikel(verschil)


def _van_artikel(verschil: Artikelverschil) -> Iterator[Rij]:
    oud, nieuw = verschil.oud, verschil.nieuw
    was = f"Artikel {oud.nummer}" if oud else ""
    wordt = f"Artikel {nieuw.nummer}" if nieuw else ""
    kop = nieuw or oud
    opschrift = (kop.opschrift if kop else "") or ""
    if oud is None or nieuw is None:
        artikel = oud or nieuw
        tekst = artikeltekst(artikel) if artikel else ""
        yield Rij(was, wordt, opschrift, (Woorden("weg" if nieuw is None else "erbij", tekst),), gevolg(verschil))
        return
    over_geheel = [woord for woord in gevolg(verschil).split(", ") if woord != "gewijzigd"]
    anders = any(stuk.soort != "gelijk" for stuk in verschil.opschrift)
    if over_geheel or anders:
        yield Rij(
            was,
            wordt,
            opschrift,
            verschil.opschrift if anders else (),
            ", ".join([*(["opschrift gewijzigd"] if anders else []), *over_geheel]),
        )
    for lid in verschil.leden:
        if lid.lot is not Lot.GELIJK or lid.vernummerd or lid.verplaatst:
            woorden = lid.woorden if lid.lot is not Lot.GELIJK else ()
            yield Rij(_met_lid(was, lid.oud), _met_lid(wordt, lid.nieuw), "", woorden, gevolg(lid))


def _met_lid(artikel: str, lid: Lid | None) -> str:
    if lid is None:
        return ""
    return f"{artikel}, {lid_voluit(lid.nummer)}" if lid.nummer else artikel


def ingekort(woorden: Sequence[Woorden], context: int = 8) -> list[Woorden]:
    """The changes with some words around them; "…" for what is left out."""
    uit: list[Woorden] = []
    for nr, stuk in enumerate(woorden):
        delen = stuk.tekst.split(" ")
        if stuk.soort != "gelijk" or len(delen) <= 2 * context + 2:
            uit.append(stuk)
            continue
        begin = " ".join(delen[:context]) if nr else ""
        eind = " ".join(delen[-context:]) if nr < len(woorden) - 1 else ""
        uit.append(Woorden("gelijk", f"{begin} … {eind}"))
    return uit


def regels(woorden: Sequence[Woorden]) -> Iterator[list[Woorden]]:
    """The words by line: each lid and onderdeel on its own."""
    regel: list[Woorden] = []
    for stuk in woorden:
        eerste, *verder = stuk.tekst.split("\n")
        regel.append(Woorden(stuk.soort, eerste))
        for tekst in verder:
            yield regel
            regel = [Woorden(stuk.soort, tekst)]
    if regel:
        yield regel


def delen_voluit(vergelijking: Vergelijking) -> str:
    """The parts outside the articles that differ, as a list."""
    return opsomming([DELEN[verschil.deel].lower() for verschil in vergelijking.overig])
