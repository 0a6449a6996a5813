"""The report of toets for a person at a terminal: may this go to the raad → what to mend → where → how."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from verordening_tool.checking.oordeel import (
    Deeloordeel,
    Gewicht,
    Kernvraag,
    NietBeoordeeld,
    Oordeel,
    Peildatum,
    Plaats,
    Toetsresultaat,
    Uitkomst,
)
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import Onderwerp, Soort, Stadium
from verordening_tool.reports.opmaak import Opmaak, Scherm, Stuk, ingekort
from verordening_tool.reports.rapport import ALARM, Drempel, Rapport, alarmen, is_bevinding, is_buiten_bereik, met_uitkomst, waarom_niet
from verordening_tool.reports.woorden import (
    ONDERWERPEN,
    SOORTEN,
    STADIA,
    aantal,
    geldigheid_voluit,
    hoofdletter,
    norm_voluit,
    oordeel_voluit,
    plaats_voluit,
)

CITAATLENGTE = 240
MEESTE_PLAATSEN = 3

_TEKENS = {
    Uitkomst.VOLDOET: Stuk("✔", "green"),
    Uitkomst.TWIJFEL: Stuk("?", "yellow"),
    Uitkomst.NIET_AANGETROFFEN: Stuk("✘", "red"),
    Uitkomst.STRIJDIG: Stuk("✘", "red"),
    Uitkomst.NVT: Stuk("–", "dim"),
}
_BRONNEN = {
    "optie": "de datum die u opgaf",
    "slotbepaling": "datum van inwerkingtreding",
    "metadata": "datum uit de gegevens bij de publicatie",
    "documentdatum": "datum van het stuk",
    "geschat": "geschat: datum van vaststelling plus acht dagen",
    "vandaag": "vandaag, want het concept noemt geen datum",
}
_BESLISSERS = {
    Soort.BELEIDSREGELS: "het college",
    Soort.NADERE_REGELS: "het college",
}
_KERNVRAAG_ONDERDELEN = {"tot aanvang": "tot de dienstbetrekking begint"}
_KERNVRAAG_EISEN = {
    "niet gevraagd": "op deze datum niet gevraagd",
    "niet als poort": "sinds 2017 niet meer gevraagd; mag geen poort zijn",
    "hoger aantal mag": "minimum door de minister; meer mag",
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
    if rapport.alles:
        _rest(opmaak, resultaat)
    else:
        _telling(opmaak, rapport.drempel, resultaat)


# --- head -----------------------------------------------------------------------------------------------------------


def _hoofd(opmaak: Opmaak, bijgewerkt_tot: date, resultaat: Toetsresultaat) -> None:
    peildatum = resultaat.peildatum
    if peildatum.datum is not None and peildatum.datum > bijgewerkt_tot:
        opmaak.regel(
            f"Let op: beoordeeld naar de wet zoals die bekend is tot en met {dutch_date(bijgewerkt_tot)}. "
            "Latere wijzigingen van de wet zijn niet meegenomen.",
            stijl="yellow",
        )
    soort = f"{SOORTEN[resultaat.soort]} ({STADIA[resultaat.stadium]})"
    kop = [resultaat.bestand, soort, *([f"gemeente {resultaat.gemeente}"] if resultaat.gemeente else [])]
    opmaak.regel(" · ".join(kop), stijl="bold")
    regel = [
        *([resultaat.titel] if resultaat.titel else []),
        *([aantal(resultaat.aantal_artikelen, "artikel", "artikelen")] if resultaat.aantal_artikelen else []),
        _peildutch_date(peildatum),
    ]
    opmaak.regel(hoofdletter(" · ".join(regel)))


def _peildutch_date(peildatum: Peildatum) -> str:
    if peildatum.datum is None:
        return "de datum is onbekend, daarom beoordeeld naar de wet van elke periode sinds 2015"
    bron = _BRONNEN.get(peildatum.bron, peildatum.bron)
    artikel = f", artikel {peildatum.artikel}" if peildatum.artikel else ""
    return f"beoordeeld naar de wet op {dutch_date(peildatum.datum)} ({bron}{artikel})"


def antwoord(resultaat: Toetsresultaat) -> str:
    """The answer in one sentence: may this go on, and what is still open."""
    if is_buiten_bereik(resultaat):
        return _buiten_bereik(resultaat)
    verplicht = alarmen(resultaat, Gewicht.VERPLICHT)
    afwezig = sum(oordeel.oordeel is Uitkomst.NIET_AANGETROFFEN for oordeel in verplicht)
    strijdig = len(verplicht) - afwezig
    open_punten = [
        *([f"{aantal(afwezig, 'verplicht punt', 'verplichte punten')} niet aangetroffen"] if afwezig else []),
        *([f"{strijdig} in strijd met de wet"] if strijdig else []),
    ]
    tellingen = [
        *([", ".join(open_punten)] if open_punten else []),
        *_tellingen_zonder_verplicht(resultaat),
    ]
    if verplicht:
        return f"{_nog_niet(resultaat)}: {' · '.join(tellingen)}."
    if _hangt_van_de_datum_af(resultaat):
        return "Nog geen antwoord mogelijk: de datum is onbekend. Geef de datum van inwerkingtreding mee met --peildatum."
    return " · ".join(["Geen verplichte punten open", *tellingen]) + "."


def _hangt_van_de_datum_af(resultaat: Toetsresultaat) -> bool:
    return resultaat.peildatum.datum is None and bool(resultaat.niet_beoordeeld)


def _buiten_bereik(resultaat: Toetsresultaat) -> str:
    if resultaat.niet_beoordeeld:
        return f"Nog geen antwoord mogelijk: {aantal(len(resultaat.niet_beoordeeld), 'punt', 'punten')} niet beoordeeld."
    if resultaat.onderwerp in {Onderwerp.PARTICIPATIEWET_OVERIG, Onderwerp.ANDERS}:
        return f"Dit stuk gaat over {ONDERWERPEN[resultaat.onderwerp]}. Geen van de normen is van toepassing."
    return "Geen van de normen is op dit stuk van toepassing."


def _tellingen_zonder_verplicht(resultaat: Toetsresultaat) -> list[str]:
    tellingen = [
        (len(alarmen(resultaat, Gewicht.AANBEVOLEN)), "let op"),
        (len(alarmen(resultaat, Gewicht.STIJL)), "wijkt af"),
        (len(met_uitkomst(resultaat, Uitkomst.TWIJFEL)), "twijfel"),
    ]
    return [f"{getal} keer {naam}" for getal, naam in tellingen if getal]


def _nog_niet(resultaat: Toetsresultaat) -> str:
    if resultaat.stadium is Stadium.CONCEPT:
        return f"Nog niet klaar voor {_BESLISSERS.get(resultaat.soort, 'de raad')}"
    return "Voldoet niet aan de wet"


# --- the three kernvragen -------------------------------------------------------------------------------------------


def _kernvragen(opmaak: Opmaak, resultaat: Toetsresultaat) -> None:
    if not resultaat.kernvragen:
        return
    opmaak.kop("Kernvragen beschut werk")
    vorige, rijen = "", []
    for kernvraag in resultaat.kernvragen:
        naam = "" if kernvraag.vraag == vorige else hoofdletter(kernvraag.vraag)
        rijen.append((naam, _kernantwoord(kernvraag), _kerneis(kernvraag)))
        vorige = kernvraag.vraag
    opmaak.tabel(rijen)


def _kernantwoord(kernvraag: Kernvraag) -> str:
    plaats = plaats_voluit(kernvraag.plaatsen[0]) if kernvraag.plaatsen else ""
    nergens = "geen hoger aantal vastgesteld" if kernvraag.eis == "hoger aantal mag" else "niet aangetroffen"
    zinnen = {
        "geregeld": f"geregeld in {plaats}" if plaats else "geregeld",
        "niet geregeld": nergens,
        "gedelegeerd": f"overgelaten aan het college{f' in {plaats}' if plaats else ''}",
        "afgezien": f"de gemeente ziet hiervan af{f', {plaats}' if plaats else ''}",
    }
    zin = zinnen[kernvraag.antwoord]
    if kernvraag.oordeel is Uitkomst.TWIJFEL and plaats:
        zin = f"misschien in {plaats}"
    onderdeel = _KERNVRAAG_ONDERDELEN.get(kernvraag.onderdeel or "", kernvraag.onderdeel)
    return f"{onderdeel}: {zin}" if onderdeel else zin


def _kerneis(kernvraag: Kernvraag) -> Sequence[str | Stuk]:
    eis = _KERNVRAAG_EISEN.get(kernvraag.eis, kernvraag.eis)
    if kernvraag.eis == "verplicht" or kernvraag.oordeel in {Uitkomst.STRIJDIG, Uitkomst.TWIJFEL}:
        return [_TEKENS[kernvraag.oordeel], f" {eis}"]
    return [eis]


# --- findings -------------------------------------------------------------------------------------------------------


def _bevindingen(opmaak: Opmaak, rapport: Rapport, resultaat: Toetsresultaat) -> None:
    def te_tonen(gewicht: Gewicht) -> list[Oordeel]:
        return [oordeel for oordeel in alarmen(resultaat, gewicht) if rapport.alles or is_bevinding(oordeel, rapport.drempel)]

    blokken: tuple[tuple[str, Sequence[Oordeel]], ...] = (
        ("Wat moet anders", alarmen(resultaat, Gewicht.VERPLICHT)),
        ("Twijfel: laat hier een mens naar kijken (telt niet mee)", met_uitkomst(resultaat, Uitkomst.TWIJFEL)),
        ("Let op", te_tonen(Gewicht.AANBEVOLEN)),
        ("Wijkt af van de schrijfregels", te_tonen(Gewicht.STIJL)),
    )
    for kop, oordelen in blokken:
        if oordelen:
            opmaak.kop(kop)
        for oordeel in oordelen:
            _bevinding(opmaak, rapport, oordeel)


def _bevinding(opmaak: Opmaak, rapport: Rapport, oordeel: Oordeel) -> None:
    stijl = {Gewicht.VERPLICHT: "red", Gewicht.AANBEVOLEN: "yellow", Gewicht.STIJL: "cyan"}[oordeel.gewicht]
    kop: list[str | Stuk] = [Stuk(oordeel.code, "bold"), " ", _TEKENS[oordeel.oordeel], " ", Stuk(oordeel.titel, "bold")]
    opmaak.met_rechts(kop, Stuk(oordeel_voluit(oordeel), stijl if oordeel.oordeel in ALARM else "yellow"))
    opmaak.regel(oordeel.bericht, inspringing=5)
    rijen = [
        *((("Onderdelen" if not nummer else ""), _deelregel(deel)) for nummer, deel in enumerate(oordeel.deeloordelen)),
        *((("Waar" if not nummer else ""), _citaat(plaats)) for nummer, plaats in enumerate(oordeel.plaatsen[:MEESTE_PLAATSEN])),
        *_meer_plaatsen(oordeel.plaatsen),
        *_dichtstbij(oordeel.dichtstbij),
        ("Bron", norm_voluit(oordeel.norm) + _geldigheid(rapport, oordeel.code)),
        ("Doen", " ".join([*([oordeel.advies] if oordeel.advies else []), f"Voorbeeldtekst: verordening uitleg {oordeel.code}"])),
    ]
    opmaak.tabel([(label.ljust(len("Dichtstbij")), inhoud) for label, inhoud in rijen], inspringing=5)


def _deelregel(deel: Deeloordeel) -> Sequence[str | Stuk]:
    naam = deel.onderdeel.replace("_", " ")
    if deel.oordeel is Uitkomst.VOLDOET:
        plaats = f" ({plaats_voluit(deel.plaatsen[0])})" if deel.plaatsen else ""
        return [_TEKENS[deel.oordeel], f" {naam}{plaats}"]
    return [_TEKENS[deel.oordeel], f" {naam}: {deel.bericht}"]


def _citaat(plaats: Plaats) -> str:
    bericht = f" {plaats.bericht}" if plaats.bericht else ""
    return f"{plaats_voluit(plaats)}: “{ingekort(plaats.citaat, CITAATLENGTE)}”{bericht}"


def _meer_plaatsen(plaatsen: Sequence[Plaats]) -> list[tuple[str, str]]:
    rest = len(plaatsen) - MEESTE_PLAATSEN
    return [("", f"en nog {aantal(rest, 'plaats', 'plaatsen')}")] if rest > 0 else []


def _dichtstbij(plaats: Plaats | None) -> list[tuple[str, str]]:
    if plaats is None:
        return []
    citaat = ("Dichtstbij", f"{plaats_voluit(plaats)}: “{ingekort(plaats.citaat, CITAATLENGTE)}”")
    return [citaat, ("", plaats.bericht)] if plaats.bericht else [citaat]


def _geldigheid(rapport: Rapport, code: str) -> str:
    geldigheid = rapport.geldigheid.get(code)
    return geldigheid_voluit(geldigheid.van, geldigheid.tot) if geldigheid else ""


# --- the rest -------------------------------------------------------------------------------------------------------


def _telling(opmaak: Opmaak, drempel: Drempel, resultaat: Toetsresultaat) -> None:
    verzwegen = [
        ("Let op", [oordeel for oordeel in alarmen(resultaat, Gewicht.AANBEVOLEN) if not is_bevinding(oordeel, drempel)]),
        ("Wijkt af van de schrijfregels", [oordeel for oordeel in alarmen(resultaat, Gewicht.STIJL) if not is_bevinding(oordeel, drempel)]),
        ("In orde", met_uitkomst(resultaat, Uitkomst.VOLDOET)),
        ("Niet van toepassing", met_uitkomst(resultaat, Uitkomst.NVT)),
        ("Niet beoordeeld", resultaat.niet_beoordeeld),
    ]
    getallen = [f"{naam} ({len(gevallen)})" for naam, gevallen in verzwegen if gevallen]
    if getallen:
        opmaak.wit()
        opmaak.regel(f"{' · '.join(getallen)}: {_opdracht(resultaat)} --alles")


def _opdracht(resultaat: Toetsresultaat) -> str:
    bestand = f'"{resultaat.bestand}"' if " " in resultaat.bestand else resultaat.bestand
    peildatum = resultaat.peildatum
    optie = f" --peildatum {peildatum.datum.isoformat()}" if peildatum.datum and peildatum.bron == "optie" else ""
    return f"verordening toets {bestand}{optie}"


def _rest(opmaak: Opmaak, resultaat: Toetsresultaat) -> None:
    in_orde = met_uitkomst(resultaat, Uitkomst.VOLDOET)
    if in_orde:
        opmaak.kop("In orde")
        for oordeel in in_orde:
            opmaak.regel([Stuk(oordeel.code, "bold"), " ", _TEKENS[oordeel.oordeel], f" {oordeel.titel}"], inspringing=2)
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
        opmaak.tabel(_per_reden(resultaat.niet_beoordeeld))


def _per_reden(gevallen: Sequence[NietBeoordeeld]) -> list[tuple[str, str]]:
    codes: dict[str, list[str]] = {}
    for geval in gevallen:
        codes.setdefault(geval.reden, []).append(geval.code)
    return [(", ".join(groep), reden) for reden, groep in codes.items()]


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
    if waarom_niet(resultaat) is not None:
        return [_TEKENS[Uitkomst.NVT], " niet gelezen" if resultaat.fout else " geen regeling, niet beoordeeld"]
    if is_buiten_bereik(resultaat):
        return [_TEKENS[Uitkomst.NVT], " niet beoordeeld" if resultaat.niet_beoordeeld else " niet van toepassing"]
    verplicht = len(alarmen(resultaat, Gewicht.VERPLICHT))
    if not verplicht and _hangt_van_de_datum_af(resultaat):
        return [_TEKENS[Uitkomst.TWIJFEL], " datum onbekend, geef --peildatum"]
    teken = _TEKENS[Uitkomst.STRIJDIG if verplicht else Uitkomst.VOLDOET]
    stand = f"{aantal(verplicht, 'verplicht punt', 'verplichte punten')} open" if verplicht else "geen verplichte punten open"
    return [teken, " ", " · ".join([stand, *_tellingen_zonder_verplicht(resultaat)])]
