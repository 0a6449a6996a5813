"""What was read from a file, as an outline in which a person sees whether every artikel, lid and letter is in its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verordening_tool.document.blok import Document, Weergave
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import Alinea, Artikel, Lid, Onderdeel, Regeling, Slot, Soort, Toelichting, Wijziging
from verordening_tool.references.model import GeplaatsteVerwijzing
from verordening_tool.reports.opmaak import Opmaak, Scherm, Stuk
from verordening_tool.reports.woorden import ONDERWERPEN, SOORTEN, STADIA, aantal, hoofdletter, lid_voluit

_STATUS = {
    "geldig": Stuk("klopt", "green"),
    "dood": Stuk("bestaat niet", "red"),
    "vervallen": Stuk("vervallen", "red"),
    "nog_niet_geldig": Stuk("geldt nog niet", "yellow"),
    "onbekend": Stuk("niet te controleren", "dim"),
}


def render(bestand: str, document: Document, regeling: Regeling, verwijzingen: Sequence[GeplaatsteVerwijzing], scherm: Scherm) -> str:
    """The outline: head, aanhef, articles with leden and letters, slot, toelichting, bijlagen, references with status."""
    opmaak = Opmaak(scherm)
    _hoofd(opmaak, bestand, document, regeling)
    _regels(opmaak, "Aanhef", regeling.aanhef.alineas)
    if regeling.artikelen:
        opmaak.kop(f"Artikelen ({len(regeling.artikelen)})")
    _artikelen(opmaak, regeling.artikelen)
    _wijzigingen(opmaak, regeling.wijzigingen)
    _regels(opmaak, "Tekst", regeling.lopende_tekst)
    _slot(opmaak, regeling.slot)
    _toelichting(opmaak, regeling.toelichting)
    for bijlage in regeling.bijlagen:
        _regels(opmaak, f"Bijlage: {bijlage.opschrift}", bijlage.alineas)
    _verwijzingen(opmaak, verwijzingen)
    return opmaak.tekst()


def _hoofd(opmaak: Opmaak, bestand: str, document: Document, regeling: Regeling) -> None:
    opmaak.regel([Stuk(bestand, "bold"), f" · {_wat(regeling)}"])
    data = regeling.data
    rijen = [
        ("Opschrift", regeling.opschrift),
        ("Citeertitel", regeling.citeertitel),
        ("Gemeente", regeling.gemeente),
        ("Onderwerp", ONDERWERPEN[regeling.onderwerp]),
        ("Vastgesteld", dutch_date(data.vastgesteld) if data.vastgesteld else None),
        ("In werking", dutch_date(data.inwerkingtreding) if data.inwerkingtreding else _wijze(data.inwerkingtreding_wijze)),
        ("Grondslag", "; ".join(document.metadata.grondslagen) or None),
        ("Gelezen", _gelezen(document)),
    ]
    opmaak.tabel([(naam, waarde or "niet gevonden") for naam, waarde in rijen if waarde or naam != "Grondslag"])


def _wat(regeling: Regeling) -> str:
    if regeling.soort is Soort.ANDERS:
        return f"geen regeling, lijkt een {regeling.aard}" if regeling.aard else SOORTEN[Soort.ANDERS]
    return f"{SOORTEN[regeling.soort]} ({STADIA[regeling.stadium]})"


def _wijze(wijze: str | None) -> str | None:
    wijzen = {
        "dag_na_bekendmaking": "de dag na bekendmaking",
        "achtste_dag": "de achtste dag na bekendmaking",
        "nader_besluit": "op een nader te bepalen dag",
    }
    return wijzen.get(wijze or "")


def _gelezen(document: Document) -> str:
    delen = [f"{aantal(len(document.blokken), 'alinea', 'alinea’s')} uit {document.formaat}"]
    if document.heeft_revisies:
        aanvaard = document.weergave is Weergave.DEFINITIEF
        delen.append(f"bijgehouden wijzigingen {'aanvaard' if aanvaard else 'verworpen'}")
    if document.opmerkingen:
        delen.append(f"{aantal(len(document.opmerkingen), 'opmerking', 'opmerkingen')} overgeslagen")
    return ", ".join(delen)


def _regels(opmaak: Opmaak, kop: str, alineas: Iterable[Alinea]) -> None:
    regels = [alinea.tekst for alinea in alineas if alinea.tekst.strip()]
    if regels:
        opmaak.kop(kop)
    for regel in regels:
        opmaak.ingekort(regel, inspringing=2)


def _artikelen(opmaak: Opmaak, artikelen: Sequence[Artikel], inspringing: int = 2) -> None:
    pad: tuple[str, ...] = ()
    for artikel in artikelen:
        for diepte, naam in enumerate(artikel.pad):
            if artikel.pad[: diepte + 1] != pad[: diepte + 1]:
                opmaak.regel(naam, inspringing=inspringing, stijl="dim")
        pad = artikel.pad
        opmaak.regel([Stuk(f"Artikel {artikel.nummer}", "bold"), f" {artikel.opschrift or ''}"], inspringing=inspringing)
        _leden(opmaak, artikel.leden, inspringing + 2)


def _leden(opmaak: Opmaak, leden: Sequence[Lid], inspringing: int) -> None:
    for lid in leden:
        nummer = f"{lid.nummer}. " if lid.nummer is not None else ""
        if nummer or lid.tekst:
            opmaak.ingekort(f"{nummer}{lid.tekst}", inspringing=inspringing)
        _onderdelen(opmaak, lid.onderdelen, inspringing + 3)


def _onderdelen(opmaak: Opmaak, onderdelen: Sequence[Onderdeel], inspringing: int) -> None:
    for onderdeel in onderdelen:
        punt = "." if onderdeel.nummer[-1:].isalnum() else ""
        opmaak.ingekort(f"{onderdeel.nummer}{punt} {onderdeel.tekst}", inspringing=inspringing)
        _onderdelen(opmaak, onderdeel.onderdelen, inspringing + 3)


def _wijzigingen(opmaak: Opmaak, wijzigingen: Sequence[Wijziging]) -> None:
    if wijzigingen:
        opmaak.kop(f"Wijzigingen ({len(wijzigingen)})")
    for wijziging in wijzigingen:
        opmaak.regel([Stuk(hoofdletter(wijziging.soort), "bold"), f" {wijziging.doel or ''}"], inspringing=2)
        opmaak.ingekort(" ".join(alinea.tekst for alinea in wijziging.opdracht), inspringing=4)
        _artikelen(opmaak, wijziging.artikelen, inspringing=6)
        _leden(opmaak, wijziging.leden, inspringing=6)


def _slot(opmaak: Opmaak, slot: Slot) -> None:
    _regels(opmaak, "Slot", slot.alineas)
    if slot.rollen:
        opmaak.regel(f"Ondertekend door: {', '.join(slot.rollen)}", inspringing=2)


def _toelichting(opmaak: Opmaak, toelichting: Toelichting) -> None:
    if not toelichting.alineas:
        return
    opmaak.kop("Toelichting")
    artikelen = [nummer for nummer, _ in toelichting.artikelsgewijs]
    bij = f"; artikelsgewijs bij artikel {', '.join(artikelen)}" if artikelen else ""
    opmaak.regel(f"{aantal(len(toelichting.alineas), 'alinea', 'alinea’s')}{bij}", inspringing=2)


def _verwijzingen(opmaak: Opmaak, verwijzingen: Sequence[GeplaatsteVerwijzing]) -> None:
    if not verwijzingen:
        return
    opmaak.kop(f"Verwijzingen ({len(verwijzingen)})")
    rijen = [
        (_waar(verwijzing), verwijzing.opgelost.verwijzing.tekst, [_STATUS[verwijzing.opgelost.status]]) for verwijzing in verwijzingen
    ]
    opmaak.tabel(rijen)


def _waar(verwijzing: GeplaatsteVerwijzing) -> str:
    plaats = verwijzing.plaats
    if plaats.artikel is None:
        return hoofdletter(plaats.deel.value)
    return f"Artikel {plaats.artikel}" + (f", {lid_voluit(plaats.lid)}" if plaats.lid else "")
