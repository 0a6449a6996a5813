"""What the terminal says when an audit is done: how many files, the main figures, where everything is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from verordening_tool.auditing.feitentabellen import som_plekken
from verordening_tool.auditing.namen import BEOORDELING, FOUTEN, GEGEVENS, OVERZICHT, WERKMAP
from verordening_tool.auditing.normtabellen import is_verplicht_alarm
from verordening_tool.auditing.overzicht import Overzicht
from verordening_tool.auditing.tabelmodel import procent
from verordening_tool.auditing.woorden import AANBOD_GEEN_STUK, GEEN_STUK, MOMENTEN, getal_voluit
from verordening_tool.checking.oordeel import Uitkomst
from verordening_tool.reports.opmaak import Opmaak, Regeltekst, Scherm, Stuk
from verordening_tool.reports.woorden import aantal

_MEESTE_NORMEN = 3
_MEESTE_NAMEN = 3
_BREEDSTE_KOP = 32
_AANBOD = {"biedt": "biedt", "biedt_niet": "biedt niet", "kan": "kan aanbieden", "zwijgt": "zwijgt"}


def render(geheel: Overzicht, doel: Path, scherm: Scherm) -> str:
    """The summary for this screen; without colour and special signs where it has none. ``doel``: the folder with the outputs."""
    opmaak = Opmaak(scherm)
    opmaak.regel(_bestanden(geheel, doel))
    opmaak.wit()
    opmaak.tabel([(Stuk(kop, "bold"), tekst) for kop, tekst in _hoofdpunten(geheel)], inspringing=0, breedst=_BREEDSTE_KOP)
    opmaak.wit()
    plaatsen = [("Overzicht", OVERZICHT), ("Tabellen", WERKMAP), ("Gegevens", GEGEVENS)]
    opmaak.tabel([(f"{kop}:", str(doel / naam)) for kop, naam in plaatsen], inspringing=0)
    return opmaak.tekst()


def _bestanden(geheel: Overzicht, doel: Path) -> str:
    telling = geheel.telling
    delen = [
        f"{getal_voluit(telling.bestanden)} {'bestand' if telling.bestanden == 1 else 'bestanden'}",
        f"{getal_voluit(telling.beoordeeld)} beoordeeld",
    ]
    if telling.geen_regeling:
        delen.append(f"{getal_voluit(telling.geen_regeling)} geen regeling")
    if telling.onleesbaar:
        delen.append(f"{getal_voluit(telling.onleesbaar)} onleesbaar (zie {doel / FOUTEN})")
    return " · ".join(delen)


def _hoofdpunten(geheel: Overzicht) -> Iterator[tuple[str, Regeltekst]]:
    """What is odd, and the figures as on the overview, a line each."""
    yield from _let_op(geheel)
    yield f"Beschut werk in {aantal(len(geheel.beelden), 'gemeente', 'gemeenten')}", _aanbod(geheel)
    if vermoedelijk := sum(beeld.feiten.aanbod_vermoed for beeld in geheel.beelden):
        yield "Antwoord vermoedelijk", f"bij {aantal(vermoedelijk, 'gemeente', 'gemeenten')}, zie de tabel Gemeenten"
    yield from _plekken(geheel)
    yield from _verplicht(geheel)
    lengte = {tabel.sleutel: len(tabel.rijen) for tabel in (*geheel.tabellen, *geheel.lange_tabellen)}
    toegepast, ongebruikt = len(geheel.herzien.toegepast), len(geheel.herzien.ongebruikt)
    if toegepast or ongebruikt:
        weg = f" · {aantal(ongebruikt, 'regel', 'regels')} van beoordeling.csv niet gebruikt" if ongebruikt else ""
        yield "Beoordeeld door een mens", f"{aantal(toegepast, 'oordeel', 'oordelen')} verwerkt{weg}"
    if geheel.aanvaard.rijen:
        los = geheel.aanvaard.ongebruikt
        weg = f" · {aantal(los, 'regel', 'regels')} van {geheel.aanvaard.bestand} niet gebruikt" if los else ""
        yield "Aanvaard met reden", f"{aantal(geheel.aanvaard.bevindingen, 'bevinding', 'bevindingen')}{weg}"
    if geheel.herzien.onvindbaar:
        yield "Niet gevonden", f"{_opsomming(geheel.herzien.onvindbaar)}, genoemd in {BEOORDELING}"
    if "zonder_gemeente" in lengte:
        yield "Gemeente niet herkend", f"{aantal(lengte['zonder_gemeente'], 'document', 'documenten')}, niet meegeteld"
    if "veranderd" in lengte:
        wat = (
            ("veranderd", "antwoord", "antwoorden"),
            ("veranderde_oordelen", "oordeel", "oordelen"),
            ("veranderde_documenten", "document", "documenten"),
        )
        yield "Veranderd", " · ".join(aantal(lengte[sleutel], een, meer) for sleutel, een, meer in wat)


def _let_op(geheel: Overzicht) -> Iterator[tuple[str, Regeltekst]]:
    """What is odd about the folder as a whole."""
    if geheel.eerdere_audits:
        yield "Overgeslagen", f"uitkomsten van een eerdere audit: {_opsomming(geheel.eerdere_audits)}"
    if not geheel.telling.bestanden:
        yield "Let op", f"in de map {geheel.bron} staan geen stukken. Klopt de naam van de map?"
    elif geheel.telling.onleesbaar == geheel.telling.bestanden:
        yield "Let op", f"geen enkel bestand kon worden gelezen. In {FOUTEN} staat bij elk wat u kunt doen."


def _opsomming(namen: Sequence[str]) -> str:
    """The names, the first few when there are many."""
    over = len(namen) - _MEESTE_NAMEN
    return ", ".join(namen[:_MEESTE_NAMEN]) + (f" en nog {over}" if over > 0 else "")


def _aanbod(geheel: Overzicht) -> str:
    """What gemeenten do, in shares of those with a document on the subject."""
    tellingen = [(rij.sleutel, len({bron.gemeente for bron in rij.bronnen})) for rij in geheel.tabel("aanbod").rijen]
    samen = sum(getal for sleutel, getal in tellingen if sleutel != GEEN_STUK)
    return " · ".join(
        f"{AANBOD_GEEN_STUK} {getal}" if sleutel == GEEN_STUK else f"{_AANBOD[sleutel]} {getal} ({procent(getal, samen)} %)"
        for sleutel, getal in tellingen
    )


def _plekken(geheel: Overzicht) -> Iterator[tuple[str, str]]:
    bieden = [beeld for beeld in geheel.beelden if beeld.biedt]
    genoemd = sum(beeld.plekken() is not None for beeld in bieden)
    if bieden:
        samen = f", samen {getal_voluit(som_plekken(bieden))} plekken" if genoemd else ""
        yield "Aantal plekken genoemd", f"{genoemd} van {len(bieden)} ({procent(genoemd, len(bieden))} %){samen}"


def _verplicht(geheel: Overzicht) -> Iterator[tuple[str, str]]:
    """The obligatory norms that most gemeenten lack, at the moment that the overview shows."""
    moment = geheel.matrix.moment
    if moment is None:
        return
    afwezig = Counter(
        rij.code
        for _, cellen in geheel.matrix.rijen
        for rij in cellen
        if rij and rij.oordeel and rij.oordeel.oordeel is Uitkomst.NIET_AANGETROFFEN and is_verplicht_alarm(rij.oordeel)
    )
    meeste = sorted(afwezig.items(), key=lambda item: (-item[1], item[0]))[:_MEESTE_NORMEN]
    if meeste:
        (code, getal), *overig = meeste
        delen = [f"{code} {aantal(getal, 'gemeente', 'gemeenten')}", *(f"{code} {getal}" for code, getal in overig)]
        yield "Verplicht en niet aangetroffen", f"{' · '.join(delen)} ({MOMENTEN[moment]})"
    else:
        yield "Verplicht en niet aangetroffen", f"geen ({MOMENTEN[moment]})"
