"""The report of toets for a person at a terminal: may this go to the raad → what to mend → where → how."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from verordening_tool.checking.oordeel import Deeloordeel, Gewicht, Kernvraag, Oordeel, Plaats, Toetsresultaat, Uitkomst
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import REGELINGEN
from verordening_tool.reports.antwoord import (
    TEKENS,
    antwoord,
    consolidatie_voluit,
    geldigheid,
    kernantwoord,
    kerneis,
    peildatum_voluit,
    per_reden,
    soort_voluit,
    stand,
    waarschuwing,
)
from verordening_tool.reports.opmaak import Opmaak, Regeltekst, Scherm, Stuk, ingekort
from verordening_tool.reports.rapport import (
    ALARM,
    Rapport,
    aanvaarde,
    alarmen,
    is_bevinding,
    met_uitkomst,
    op_de_regel,
    uitlegopdracht,
    waarom_niet,
)
from verordening_tool.reports.wijzigingen import gevolgen, zonder_gevolgen
from verordening_tool.reports.woorden import (
    aantal,
    aanvaarding_voluit,
    dichtstbij_voluit,
    hoofdletter,
    norm_voluit,
    oordeel_voluit,
    plaats_voluit,
)

CITAATLENGTE = 240
MEESTE_PLAATSEN = 3
_SAMENHANG = "PK-"  # the pack on what the documents of a dossier say to one another

_STIJLEN = {
    Uitkomst.VOLDOET: "green",
    Uitkomst.TWIJFEL: "yellow",
    Uitkomst.NIET_AANGETROFFEN: "red",
    Uitkomst.STRIJDIG: "red",
    Uitkomst.NVT: "dim",
}


def render(rapport: Rapport, scherm: Scherm) -> str:
    """One report per file and peildatum that was judged, and a summary of all when there is more than one.

    Why a file was not judged (see waarom_niet) is a message to the user, not a report; the summary only names it.
    """
    opmaak = Opmaak(scherm)
    beoordeeld = [resultaat for resultaat in rapport.resultaten if waarom_niet(resultaat) is None]
    for volgnummer, resultaat in enumerate(beoordeeld):
        if volgnummer:
            opmaak.wit()
            opmaak.regel("━" * 40, stijl="dim")
            opmaak.wit()
        _bestand(opmaak, rapport, resultaat)
    if beoordeeld and len(rapport.resultaten) > 1:
        _samenvatting(opmaak, rapport)
    return opmaak.tekst() if beoordeeld else ""


def _bestand(opmaak: Opmaak, rapport: Rapport, resultaat: Toetsresultaat) -> None:
    _hoofd(opmaak, rapport.bijgewerkt_tot, resultaat)
    opmaak.wit()
    opmaak.regel(antwoord(resultaat), inspringing=2, stijl="bold")
    _kernvragen(opmaak, resultaat)
    _bevindingen(opmaak, rapport, resultaat)
    _aanvaard(opmaak, resultaat)
    _wijzigingen(opmaak, resultaat)
    if rapport.alles:
        _rest(opmaak, resultaat)
    else:
        _telling(opmaak, rapport, resultaat)


# --- head -----------------------------------------------------------------------------------------------------------


def _hoofd(opmaak: Opmaak, bijgewerkt_tot: date, resultaat: Toetsresultaat) -> None:
    if let_op := waarschuwing(resultaat, bijgewerkt_tot):
        opmaak.regel(let_op, stijl="yellow")
    kop = [resultaat.bestand, soort_voluit(resultaat), *([f"gemeente {resultaat.gemeente}"] if resultaat.gemeente else [])]
    opmaak.regel(" · ".join(kop), stijl="bold")
    regel = [
        *([resultaat.titel] if resultaat.titel else []),
        *([aantal(resultaat.aantal_artikelen, "artikel", "artikelen")] if resultaat.aantal_artikelen else []),
        peildatum_voluit(resultaat.peildatum),
    ]
    opmaak.regel(hoofdletter(" · ".join(regel)))
    if resultaat.consolidatie:
        for zin in consolidatie_voluit(resultaat.consolidatie):
            opmaak.regel(zin)


# --- the three kernvragen -------------------------------------------------------------------------------------------


def _kernvragen(opmaak: Opmaak, resultaat: Toetsresultaat) -> None:
    if not resultaat.kernvragen:
        return
    opmaak.kop("Kernvragen beschut werk")
    vorige, rijen = "", []
    for kernvraag in resultaat.kernvragen:
        naam = "" if kernvraag.vraag == vorige else hoofdletter(kernvraag.vraag)
        rijen.append((naam, kernantwoord(kernvraag), _kerneis(kernvraag)))
        vorige = kernvraag.vraag
    opmaak.tabel(rijen)


def _kerneis(kernvraag: Kernvraag) -> Sequence[str | Stuk]:
    uitkomst, eis = kerneis(kernvraag)
    return [_teken(uitkomst), f" {eis}"] if uitkomst else [eis]


# --- findings -------------------------------------------------------------------------------------------------------


def _bevindingen(opmaak: Opmaak, rapport: Rapport, resultaat: Toetsresultaat) -> None:
    blokken: tuple[tuple[str, Sequence[Oordeel]], ...] = (
        ("Wat moet anders", alarmen(resultaat, Gewicht.VERPLICHT)),
        ("Twijfel: laat hier een mens naar kijken (telt niet mee)", met_uitkomst(resultaat, Uitkomst.TWIJFEL)),
        ("Let op", _te_tonen(rapport, resultaat, Gewicht.AANBEVOLEN)),
        ("Wijkt af van de schrijfregels", _te_tonen(rapport, resultaat, Gewicht.STIJL)),
    )
    for kop, oordelen in blokken:
        if oordelen:
            opmaak.kop(kop)
        for oordeel in oordelen:
            _bevinding(opmaak, rapport, oordeel)


def _te_tonen(rapport: Rapport, resultaat: Toetsresultaat, gewicht: Gewicht) -> list[Oordeel]:
    """The findings of this gewicht that are told in full: those that count, and what a letter or a dossier is checked for.

    What a letter says wrongly of the law is never obligatory to mend, and so would never be seen; nor would a contradiction between
    documents by who asks for their dossier.
    """
    stuk = resultaat.soort not in REGELINGEN
    return [
        oordeel
        for oordeel in alarmen(resultaat, gewicht)
        if rapport.alles
        or is_bevinding(oordeel, rapport.drempel)
        or (gewicht is Gewicht.AANBEVOLEN and (stuk or oordeel.code.startswith(_SAMENHANG)))
    ]


def _bevinding(opmaak: Opmaak, rapport: Rapport, oordeel: Oordeel) -> None:
    stijl = {Gewicht.VERPLICHT: "red", Gewicht.AANBEVOLEN: "yellow", Gewicht.STIJL: "cyan"}[oordeel.gewicht]
    kop: list[str | Stuk] = [Stuk(oordeel.code, "bold"), " ", _teken(oordeel.oordeel), " ", Stuk(oordeel.titel, "bold")]
    opmaak.met_rechts(kop, Stuk(oordeel_voluit(oordeel), stijl if oordeel.oordeel in ALARM else "yellow"))
    opmaak.regel(oordeel.bericht, inspringing=5)
    rijen: list[tuple[str, Regeltekst]] = [
        *((("Onderdelen" if not nummer else ""), _deelregel(deel)) for nummer, deel in enumerate(oordeel.deeloordelen)),
        *((("Waar" if not nummer else ""), _citaat(plaats)) for nummer, plaats in enumerate(oordeel.plaatsen[:MEESTE_PLAATSEN])),
        *_meer_plaatsen(oordeel.plaatsen),
        *_dichtstbij(oordeel),
        ("Bron", norm_voluit(oordeel.norm) + geldigheid(rapport, oordeel.code)),
        ("Doen", [f"{oordeel.advies} Voorbeeldtekst: ".lstrip(), Stuk(uitlegopdracht(rapport, oordeel.code), heel=True)]),
    ]
    opmaak.tabel([(label.ljust(len("Dichtstbij")), inhoud) for label, inhoud in rijen], inspringing=5)


def _deelregel(deel: Deeloordeel) -> Sequence[str | Stuk]:
    naam = deel.onderdeel.replace("_", " ")
    if deel.oordeel is Uitkomst.VOLDOET:
        plaats = f" ({plaats_voluit(deel.plaatsen[0])})" if deel.plaatsen else ""
        return [_teken(deel.oordeel), f" {naam}{plaats}"]
    return [_teken(deel.oordeel), f" {naam}: {deel.bericht}"]


def _citaat(plaats: Plaats) -> str:
    bericht = f" {plaats.bericht}" if plaats.bericht else ""
    return f"{plaats_voluit(plaats)}: “{ingekort(plaats.citaat, CITAATLENGTE)}”{bericht}"


def _meer_plaatsen(plaatsen: Sequence[Plaats]) -> list[tuple[str, str]]:
    rest = len(plaatsen) - MEESTE_PLAATSEN
    return [("", f"en nog {aantal(rest, 'plaats', 'plaatsen')}")] if rest > 0 else []


def _dichtstbij(oordeel: Oordeel) -> list[tuple[str, str]]:
    plaats = oordeel.dichtstbij
    if plaats is None:
        return []
    citaat = (dichtstbij_voluit(oordeel), f"{plaats_voluit(plaats)}: “{ingekort(plaats.citaat, CITAATLENGTE)}”")
    return [citaat, ("", plaats.bericht)] if plaats.bericht else [citaat]


def _aanvaard(opmaak: Opmaak, resultaat: Toetsresultaat) -> None:
    """The findings that the gemeente accepts, with the reason."""
    aanvaard = aanvaarde(resultaat)
    if aanvaard:
        opmaak.kop("Aanvaarde afwijkingen (tellen niet mee)")
    for oordeel in aanvaard:
        opmaak.met_rechts([Stuk(oordeel.code, "bold"), f" {oordeel.titel}"], Stuk(oordeel_voluit(oordeel), "dim"))
        for plaats in oordeel.plaatsen[:MEESTE_PLAATSEN]:
            opmaak.regel(_citaat(plaats), inspringing=5)
        if oordeel.aanvaard:
            opmaak.regel(aanvaarding_voluit(oordeel.aanvaard), inspringing=5)


def _wijzigingen(opmaak: Opmaak, resultaat: Toetsresultaat) -> None:
    """What the tracked changes do to the verdicts, when both views were judged."""
    if resultaat.oorspronkelijk is None:
        return
    opmaak.kop("Wat de wijzigingen doen")
    veranderd = gevolgen(resultaat)
    if not veranderd:
        opmaak.regel(zonder_gevolgen(resultaat), inspringing=2)
        return
    opmaak.tabel([(f"{regel.code} {regel.gevolg}", f"{regel.titel} ({regel.was} → {regel.wordt})") for regel in veranderd])


# --- the rest -------------------------------------------------------------------------------------------------------


def _telling(opmaak: Opmaak, rapport: Rapport, resultaat: Toetsresultaat) -> None:
    def verzwegen(gewicht: Gewicht) -> list[Oordeel]:
        getoond = _te_tonen(rapport, resultaat, gewicht)
        return [oordeel for oordeel in alarmen(resultaat, gewicht) if oordeel not in getoond]

    tellingen: list[tuple[str, Sequence[object]]] = [
        ("Let op", verzwegen(Gewicht.AANBEVOLEN)),
        ("Wijkt af van de schrijfregels", verzwegen(Gewicht.STIJL)),
        ("In orde", met_uitkomst(resultaat, Uitkomst.VOLDOET)),
        ("Niet van toepassing", met_uitkomst(resultaat, Uitkomst.NVT)),
        ("Niet beoordeeld", resultaat.niet_beoordeeld),
    ]
    getallen = [f"{naam} ({len(gevallen)})" for naam, gevallen in tellingen if gevallen]
    if getallen:
        opmaak.wit()
        opmaak.regel([f"{' · '.join(getallen)}: ", Stuk(f"{_opdracht(rapport, resultaat)} --alles", heel=True)])


def _opdracht(rapport: Rapport, resultaat: Toetsresultaat) -> str:
    if resultaat.dossier or rapport.meer_opties:
        return "geef dezelfde opdracht met"
    peildatum = resultaat.peildatum
    opties = [
        *([f"--peildatum {peildatum.datum.isoformat()}"] if peildatum.datum and peildatum.bron == "optie" else []),
        *([f"--kader {op_de_regel(rapport.kader)}"] if rapport.kader else []),
        *([f"--afwijkingen {op_de_regel(rapport.afwijkingen)}"] if rapport.afwijkingen else []),
    ]
    return " ".join(["verordening toets", op_de_regel(resultaat.bestand), *opties])


def _rest(opmaak: Opmaak, resultaat: Toetsresultaat) -> None:
    in_orde = met_uitkomst(resultaat, Uitkomst.VOLDOET)
    if in_orde:
        opmaak.kop("In orde")
        for oordeel in in_orde:
            opmaak.regel([Stuk(oordeel.code, "bold"), " ", _teken(oordeel.oordeel), f" {oordeel.titel}"], inspringing=2)
            for plaats in oordeel.plaatsen[:MEESTE_PLAATSEN]:
                opmaak.regel(_citaat(plaats), inspringing=5)
            if not oordeel.plaatsen:
                opmaak.regel(oordeel.bericht, inspringing=5)
    nvt = met_uitkomst(resultaat, Uitkomst.NVT)
    if nvt:
        opmaak.kop("Niet van toepassing")
        opmaak.tabel([(oordeel.code, f"{oordeel.titel}: {oordeel.bericht}") for oordeel in nvt])
    if resultaat.niet_beoordeeld:
        opmaak.kop("Niet beoordeeld")
        opmaak.tabel([(", ".join(codes), reden) for codes, reden in per_reden(resultaat.niet_beoordeeld)])


# --- several files --------------------------------------------------------------------------------------------------


def _samenvatting(opmaak: Opmaak, rapport: Rapport) -> None:
    opmaak.kop("Samenvatting")
    korte_naam = {resultaat.bestand: Path(resultaat.bestand).name for resultaat in rapport.resultaten}
    uniek = len(set(korte_naam.values())) == len(korte_naam)
    opmaak.tabel(
        [
            (korte_naam[resultaat.bestand] if uniek else resultaat.bestand, _dag(resultaat), _stand(resultaat))
            for resultaat in rapport.resultaten
        ]
    )


def _dag(resultaat: Toetsresultaat) -> str:
    if waarom_niet(resultaat) is not None:
        return ""
    return dutch_date(resultaat.peildatum.datum) if resultaat.peildatum.datum else "datum onbekend"


def _stand(resultaat: Toetsresultaat) -> Sequence[str | Stuk]:
    uitkomst, woorden = stand(resultaat)
    return [_teken(uitkomst), f" {woorden}"]


def _teken(uitkomst: Uitkomst) -> Stuk:
    return Stuk(TEKENS[uitkomst], _STIJLEN[uitkomst])
