"""Hand-made documents and dossiers of an audit: the fields that a test does not care about are filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from sample_results import oordeel
from verordening_tool.auditing.aanvaarden import Aanvaard
from verordening_tool.auditing.menselijk import Herzien
from verordening_tool.auditing.model import (
    Aanbod,
    Beoordeling,
    Bestand,
    Dossier,
    Feiten,
    Herkend,
    Leesfout,
    Moment,
    Oordeelrij,
    Plekken,
    Stuk,
    Uitslag,
    Vermelding,
)
from verordening_tool.auditing.overzicht import Overzicht, stel_samen
from verordening_tool.checking.oordeel import NietBeoordeeld, Oordeel, Plaats, Uitkomst
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Onderwerp, Soort, Stadium
from verordening_tool.reports.rapport import stel_op

_nummers = count()
IN_WERKING = date(2015, 1, 1)


def plaats(citaat: str = "Het college biedt beschut werk aan.", artikel: str = "10") -> Plaats:
    """A passage; every one stands in an alinea of its own."""
    return Plaats(Deel.LICHAAM, citaat, artikel, "1", alinea=next(_nummers))


def feiten(aanbod: Aanbod = Aanbod.BIEDT, aantal: float | None = None, **anders: object) -> Feiten:
    """Facts: an offer, and perhaps a number of places."""
    plekken = () if aantal is None else (Plekken(aantal, "plekken", 2015, "in_jaar", plaats(f"In 2015 {aantal} plekken.")),)
    return replace(Feiten(aanbod, plaats() if aanbod is not Aanbod.ZWIJGT else None, plekken=plekken), **anders)  # type: ignore[arg-type]


def vermelding(sleutel: str, citaat: str = "Omdat het zo is.") -> Vermelding:
    """A reason or alternative."""
    return Vermelding(sleutel, plaats(citaat))


def uitslag(soort: Soort = Soort.VERORDENING, **anders: object) -> Uitslag:
    """What a worker found in a verordening that began to hold on the first day of 2015."""
    velden: dict[str, object] = {
        "onderwerp": Onderwerp.RE_INTEGRATIE,
        "stadium": Stadium.BEKENDGEMAAKT,
        "titel": "Re-integratieverordening Participatiewet",
        "vastgesteld": date(2014, 12, 15),
        "inwerkingtreding": IN_WERKING,
    }
    return Uitslag(soort, **(velden | anders))  # type: ignore[arg-type]


def beoordeling(moment: Moment, dag: date, *oordelen: Oordeel, niet: Sequence[str] = ()) -> Beoordeling:
    """Verdicts on one day."""
    return Beoordeling(moment, dag, "slotbepaling", oordelen, (), tuple(NietBeoordeeld(code, "Kan elders staan.") for code in niet))


def stuk(pad: str, inhoud: Uitslag | None = None, code: str | None = "0262", naam: str | None = "Lochem", **anders: object) -> Stuk:
    """A file of a gemeente."""
    bestand = Bestand(pad, f"{abs(hash(pad)):064x}", 1000, inhoud or uitslag())
    return Stuk(bestand, Herkend(code, naam, "tekst" if code else None, 2015), **anders)  # type: ignore[arg-type]


def onleesbaar(pad: str = "kapot.docx") -> Stuk:
    """A file that could not be read."""
    return stuk(pad, Uitslag(fout=Leesfout("BESCHADIGD", f"{pad} is beschadigd.", "Bewaar het opnieuw.")), None, None)


def dossier(*stukken: Stuk, code: str | None = "0262", naam: str = "Lochem", **anders: object) -> Dossier:
    """What a gemeente has: the facts and verdicts of its first document."""
    eerste = stukken[0].bestand if stukken else stuk(f"{naam}/verordening.docx", code=code, naam=naam).bestand
    stukken = stukken or (Stuk(eerste, Herkend(code, naam, "tekst", 2015)),)
    velden: dict[str, object] = {
        "oordelen": tuple(
            (
                deel.moment,
                (
                    *(Oordeelrij(oordeel.code, oordeel, None, eerste.pad) for oordeel in deel.oordelen),
                    *(Oordeelrij(geval.code, None, geval.reden, eerste.pad) for geval in deel.niet_beoordeeld),
                ),
            )
            for deel in eerste.uitslag.beoordelingen
        ),
        "feiten": eerste.uitslag.feiten,
        "vastgesteld": eerste.uitslag.vastgesteld,
        "verordening": eerste.pad if eerste.uitslag.soort is Soort.VERORDENING else None,
    }
    return Dossier(code, naam, stukken, **(velden | anders))  # type: ignore[arg-type]


def gemeente(nummer: int, wat: Feiten, **anders: object) -> Dossier:
    """The dossier of an invented gemeente."""
    code, naam = f"9{nummer:03}", f"Voorbeeldstad {nummer}"
    return dossier(stuk(f"{naam}/verordening.docx", uitslag(feiten=wat, **anders), code, naam), code=code, naam=naam)


def landelijk(biedt: int, biedt_niet: int, met_aantal: int, plekken: int, *, kan: int = 0) -> tuple[Dossier, ...]:
    """As many gemeenten as a truth asks for. Of those that offer, ``kan`` say "kan aanbieden" and ``met_aantal`` name a number."""
    per_plek = [plekken // met_aantal + (nummer < plekken % met_aantal) for nummer in range(met_aantal)]
    aanbieders = [
        gemeente(nummer, feiten(Aanbod.KAN if nummer < kan else Aanbod.BIEDT, per_plek[nummer] if nummer < met_aantal else None))
        for nummer in range(biedt)
    ]
    return (*aanbieders, *(gemeente(biedt + nummer, feiten(Aanbod.BIEDT_NIET)) for nummer in range(biedt_niet)))


def oordelen(*paren: tuple[str, Uitkomst]) -> tuple[Beoordeling, ...]:
    """The same verdicts at entry into force and today."""
    lijst = tuple(oordeel(code, uitkomst, plaatsen=(plaats(),) if uitkomst is Uitkomst.VOLDOET else ()) for code, uitkomst in paren)
    return (
        beoordeling(Moment.INWERKINGTREDING, IN_WERKING, *lijst, niet=["BW-20"]),
        beoordeling(Moment.VANDAAG, date(2026, 1, 5), *lijst, niet=["BW-20"]),
    )


def overzicht(*dossiers: Dossier, **anders: object) -> Overzicht:
    """The overview of these dossiers, without an inspector."""
    velden: dict[str, object] = {
        "bron": "stukken",
        "voor": dossiers,
        "na": dossiers,
        "herzien": Herzien(()),
        "aanvaard": Aanvaard(),
        "rapport": stel_op(()),
    }
    return stel_samen(**(velden | anders))  # type: ignore[arg-type]
