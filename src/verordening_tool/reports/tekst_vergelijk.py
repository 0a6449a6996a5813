"""Two versions compared, as text for a terminal: how much changed, what, what it does to the verdicts, and the orders."""

from __future__ import annotations

from collections.abc import Sequence

from verordening_tool.comparing.model import Vergelijkresultaat, Woorden
from verordening_tool.comparing.opdrachten import als_regels
from verordening_tool.reports.antwoord import consolidatie_voluit, peildatum_voluit
from verordening_tool.reports.opmaak import Opmaak, Scherm, Stuk
from verordening_tool.reports.verschillen import DELEN, Rij, ingekort, niet_beoordeeld, regels, rijen, samenvatting
from verordening_tool.reports.wijzigingen import gevolgen

_STIJL = {"weg": "red strike", "erbij": "green underline", "gelijk": ""}
_TEKENS = {"weg": ("[-", "-]"), "erbij": ("{+", "+}"), "gelijk": ("", "")}


def render(resultaat: Vergelijkresultaat, scherm: Scherm) -> str:
    """The comparison; without colour "[-old words-]" and "{+new words+}"."""
    opmaak = Opmaak(scherm)
    vergelijking = resultaat.vergelijking
    opmaak.regel([Stuk(resultaat.oud, "bold"), " → ", Stuk(resultaat.nieuw, "bold")])
    if resultaat.oordelen.consolidatie:
        for zin in consolidatie_voluit(resultaat.oordelen.consolidatie):
            opmaak.regel(zin)
    opmaak.wit()
    opmaak.regel(samenvatting(vergelijking), inspringing=2)
    if vergelijking.gelijk:
        return opmaak.tekst()
    if not opmaak.kleur:
        opmaak.regel("[-staat er niet meer in-] {+is nieuw+}", inspringing=2)
    opmaak.kop("Was en wordt")
    for rij in rijen(vergelijking):
        _rij(opmaak, rij)
    for verschil in vergelijking.overig:
        opmaak.regel(Stuk(DELEN[verschil.deel], "bold"), inspringing=2)
        opmaak.regel(_met_tekens(ingekort(verschil.woorden), kleur=opmaak.kleur), inspringing=4)
    _oordelen(opmaak, resultaat)
    _opdrachten(opmaak, resultaat)
    return opmaak.tekst()


def _rij(opmaak: Opmaak, rij: Rij) -> None:
    plek = rij.was if rij.was == rij.wordt else " → ".join(deel for deel in (rij.was, rij.wordt) if deel)
    opmaak.regel([Stuk(plek, "bold"), f" {rij.opschrift}" if rij.opschrift else "", Stuk(f"  {rij.gevolg}", "dim")], inspringing=2)
    for regel in regels(ingekort(rij.woorden)):
        opmaak.regel(_met_tekens(regel, kleur=opmaak.kleur), inspringing=4)


def _met_tekens(woorden: Sequence[Woorden], *, kleur: bool) -> list[str | Stuk]:
    if kleur:
        return [Stuk(stuk.tekst, _STIJL[stuk.soort]) for stuk in woorden]
    return [_omgeven(stuk) for stuk in woorden]


def _omgeven(stuk: Woorden) -> str:
    """The words between signs, white space outside them."""
    kaal = stuk.tekst.strip()
    if stuk.soort == "gelijk" or not kaal:
        return stuk.tekst
    voor, na = _TEKENS[stuk.soort]
    begin = stuk.tekst[: len(stuk.tekst) - len(stuk.tekst.lstrip())]
    return f"{begin}{voor}{kaal}{na}{stuk.tekst[len(begin) + len(kaal) :]}"


def _oordelen(opmaak: Opmaak, resultaat: Vergelijkresultaat) -> None:
    opmaak.kop("Wat dit doet met de oordelen")
    if reden := niet_beoordeeld(resultaat):
        opmaak.regel(reden, inspringing=2)
        return
    opmaak.regel(f"Beide versies: {peildatum_voluit(resultaat.oordelen.peildatum)}.", inspringing=2)
    veranderd = gevolgen(resultaat.oordelen)
    if not veranderd:
        opmaak.regel("Geen enkel oordeel verandert.", inspringing=2)
    opmaak_rijen = [(v.code, v.titel, f"{v.gevolg} ({v.was} → {v.wordt})") for v in veranderd]
    if opmaak_rijen:
        opmaak.tabel(opmaak_rijen)


def _opdrachten(opmaak: Opmaak, resultaat: Vergelijkresultaat) -> None:
    if not resultaat.opdrachten:
        return
    oud = resultaat.vergelijking.oud
    opmaak.kop("Wijzigingsopdrachten")
    for regel in als_regels(resultaat.opdrachten, oud.citeertitel or oud.opschrift or "verordening"):
        opmaak.regel(regel, inspringing=2)
