"""The norms themselves for a person: the list that holds on a date, and the page of one norm."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from verordening_tool.checking.oordeel import NietBeoordeeld, Norm
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import Onderwerp, Soort
from verordening_tool.norms.schema import Check, NormBron
from verordening_tool.reports.opmaak import Opmaak, Scherm, Stuk
from verordening_tool.reports.woorden import ONDERWERPEN, SOORTEN, aantal, geldigheid_voluit, norm_voluit, opsomming

if TYPE_CHECKING:
    from verordening_tool.checking.proef import Proef

_PAKKETTEN = {
    "BW": "Beschut werk",
    "GR": "Grondslag",
    "PR": "Procedure",
    "WT": "Wetstechniek",
    "VW": "Verwijzingen",
    "NR": "Nummering",
    "PK": "Stukken onderling",
    "BR": "Beleidsregels",
    "RV": "Raadsvoorstel en raadsbrief",
    "DR": "Gereed voor de griffie",
}


def render_lijst(checks: Sequence[Check], peildatum: date | None, bijgewerkt_tot: date, scherm: Scherm, *, kader: bool = False) -> str:
    """The norms, per pack: code, gewicht, title and source. ``kader``: own norms are among them."""
    opmaak = Opmaak(scherm)
    wanneer = f"op {dutch_date(peildatum)}" if peildatum else "op enige datum sinds 2015"
    opmaak.regel(
        f"{aantal(len(checks), 'norm geldt', 'normen gelden')} {wanneer}. De wet is verwerkt tot en met {dutch_date(bijgewerkt_tot)}."
    )
    for pakket, groep in groupby(checks, key=lambda check: check.code.split("-")[0]):
        opmaak.kop(_PAKKETTEN.get(pakket, pakket))
        opmaak.tabel(
            [(Stuk(check.code, "bold"), check.gewicht, _titel(check, peildatum), _voluit(check.bron_op(peildatum))) for check in groep],
            vast=2,
        )
    opmaak.wit()
    opmaak.regel(f"Meer over een norm: verordening uitleg CODE{' --kader MAP' if kader else ''}")
    return opmaak.tekst()


def render_uitleg(check: Check, scherm: Scherm) -> str:
    """The page of one norm: question, why, source, what counts and what does not, examples, what to do."""
    opmaak = Opmaak(scherm)
    opmaak.regel([Stuk(check.code, "bold"), " ", Stuk(check.titel, "bold")])
    opmaak.regel(check.vraag, inspringing=2)
    opmaak.kop("Waarom")
    opmaak.regel(check.uitleg, inspringing=2)
    for kop, regels in (("Wat telt", check.telt), ("Wat niet telt", check.telt_niet)):
        if regels:
            opmaak.kop(kop)
            opmaak.tabel([("–", regel) for regel in regels])
    for kop, tekst in (("Zo kan het", check.voorbeeld.goed), ("Zo niet", check.voorbeeld.fout), ("Wat te doen", check.advies)):
        opmaak.kop(kop)
        opmaak.regel(tekst.strip(), inspringing=2)
    opmaak.kop("De norm")
    rijen = [
        ("Bron", f"{_voluit(check.norm)}{geldigheid_voluit(check.geldig.van, check.geldig.tot)}"),
        *(("", f"tot en met {dutch_date(bron.tot)}: {_voluit(bron)}") for bron in check.eerder),
        ("Gewicht", check.gewicht),
        ("Aard", "dit moet erin staan" if check.aard == "gebod" else "dit mag er niet in staan"),
        ("Voor", opsomming([SOORTEN[Soort(soort)] for soort in check.geldt_voor.soort])),
        ("Over", opsomming([ONDERWERPEN[Onderwerp(onderwerp)] for onderwerp in check.geldt_voor.onderwerp])),
        ("Naam", check.naam),
        ("Stand", _stand(check)),
    ]
    opmaak.tabel(rijen)
    return opmaak.tekst()


def render_proef(proeven: Sequence[Proef], scherm: Scherm) -> str:
    """Per own norm how many of its gevallen gave the verdict they should, and what the others gave."""
    opmaak = Opmaak(scherm)
    for code, groep in groupby(proeven, key=lambda proef: proef.code):
        alle = list(groep)
        goed = sum(proef.goed for proef in alle)
        opmaak.regel([Stuk(code, "bold"), f" {goed} van {aantal(len(alle), 'geval', 'gevallen')} goed"])
        for proef in alle:
            if not proef.goed:
                verwacht = proef.geval.oordeel.replace("_", " ")
                opmaak.regel(f"{proef.geval.id}: verwacht {verwacht}, kreeg {proef.kreeg.replace('_', ' ')}", inspringing=2)
                opmaak.regel(proef.oordeel.reden if isinstance(proef.oordeel, NietBeoordeeld) else proef.oordeel.bericht, inspringing=4)
    return opmaak.tekst()


def _titel(check: Check, peildatum: date | None) -> str:
    return check.titel if peildatum else check.titel + geldigheid_voluit(check.geldig.van, check.geldig.tot)


def _voluit(bron: NormBron) -> str:
    return norm_voluit(Norm(bron.wet, bron.bwb, bron.artikel, bron.lid, bron.onderdeel))


def _stand(check: Check) -> str:
    stand = {"concept": "concept, nog niet door een jurist getoetst", "getoetst": f"getoetst door {check.status.getoetst_door}"}[
        check.status.stand
    ]
    return f"{stand}; opnieuw bekijken voor {dutch_date(check.status.herzien_voor)}"
