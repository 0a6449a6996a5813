"""What vul-aan proposed, as text for a terminal: which text where, what is in order with it, and what is left for a person."""

from __future__ import annotations

from verordening_tool.proposing.model import Aanvulling
from verordening_tool.reports.opmaak import Opmaak, Scherm, Stuk, ingekort
from verordening_tool.reports.woorden import oordeel_voluit

_LANGSTE = 300  # characters of a proposed text


def render(aanvulling: Aanvulling, scherm: Scherm) -> str:
    """Proposals, what they put right, questions and what is left."""
    opmaak = Opmaak(scherm)
    opmaak.regel(Stuk(aanvulling.bestand, "bold"))
    for melding in aanvulling.meldingen:
        opmaak.regel(melding, inspringing=2)
    if not (aanvulling.voorstellen or aanvulling.vragen):
        opmaak.wit()
        opmaak.regel("Er is niets voor te stellen.", inspringing=2)
    if aanvulling.voorstellen:
        opmaak.kop("Voorgesteld, als bijgehouden wijziging")
    for voorstel in aanvulling.voorstellen:
        opmaak.regel([Stuk(voorstel.plek, "bold"), Stuk(f"  {voorstel.soort.value} · {', '.join(voorstel.codes)}", "dim")], inspringing=2)
        opmaak.regel(ingekort(voorstel.tekst, _LANGSTE), inspringing=4)
    if aanvulling.hersteld:
        opmaak.kop("Daarmee in orde, als alle voorstellen worden overgenomen")
        opmaak.tabel([(oordeel.code, oordeel.titel, "") for oordeel in aanvulling.hersteld])
    if aanvulling.vragen:
        opmaak.kop("Vragen aan u, als opmerking in het document")
    for vraag in aanvulling.vragen:
        opmaak.regel([Stuk(", ".join(vraag.codes), "bold"), f"  {vraag.bij}" if vraag.bij else ""], inspringing=2)
        opmaak.regel(ingekort(vraag.tekst, _LANGSTE), inspringing=4)
    if aanvulling.over:
        opmaak.kop("Dan nog over")
        opmaak.tabel([(oordeel.code, oordeel.titel, oordeel_voluit(oordeel)) for oordeel in aanvulling.over])
    return opmaak.tekst()
