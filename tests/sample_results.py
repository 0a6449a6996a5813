"""Hand-made verdicts, one of every kind, for the tests of reports and of the command line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from verordening_tool.checking.oordeel import (
    Deeloordeel,
    Gewicht,
    Kernvraag,
    NietBeoordeeld,
    Norm,
    Oordeel,
    Peildatum,
    Plaats,
    Toetsresultaat,
    Uitkomst,
)
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Onderwerp, Soort, Stadium
from verordening_tool.fouten import Leesfout
from verordening_tool.norms.loader import lees_normen
from verordening_tool.reports.rapport import Rapport

LID_7 = Norm("Participatiewet", "BWBR0015703", "10b", "7", None, "jci1.3:c:BWBR0015703&artikel=10b&lid=7", "https://wetten.overheid.nl/")
WACHTLIJST = Plaats(
    Deel.LICHAAM, "Het college plaatst de persoon op een wachtlijst.", "10", "5", None, 61, "Een wachtlijst is geen voorziening."
)


def oordeel(code: str, uitkomst: Uitkomst, gewicht: Gewicht = Gewicht.VERPLICHT, **anders: object) -> Oordeel:
    """A verdict with the fields that a test does not care about filled in."""
    velden: dict[str, object] = {
        "naam": "beschut-werk.voorbeeld",
        "titel": f"Titel van {code}",
        "aard": "gebod",
        "norm": LID_7,
        "bericht": f"Bericht bij {code}.",
        "advies": f"Advies bij {code}.",
    }
    return Oordeel(code=code, oordeel=uitkomst, gewicht=gewicht, **(velden | anders))  # type: ignore[arg-type]


CONCEPT = Toetsresultaat(
    bestand="concept.docx",
    soort=Soort.VERORDENING,
    onderwerp=Onderwerp.RE_INTEGRATIE,
    stadium=Stadium.CONCEPT,
    gemeente="Voorbeeldstad",
    titel="Re-integratieverordening Participatiewet Voorbeeldstad 2024",
    aantal_artikelen=24,
    vastgesteld=date(2024, 1, 30),
    inwerkingtreding=date(2024, 2, 15),
    peildatum=Peildatum(date(2024, 2, 15), "slotbepaling", "24"),
    oordelen=(
        oordeel("BW-06", Uitkomst.VOLDOET, plaatsen=(Plaats(Deel.LICHAAM, "Het college biedt begeleiding.", "10", "2", "a", 57),)),
        oordeel("BW-07", Uitkomst.NIET_AANGETROFFEN, dichtstbij=WACHTLIJST, titel="Voorzieningen tot de dienstbetrekking begint"),
        oordeel(
            "BW-09", Uitkomst.STRIJDIG, plaatsen=(Plaats(Deel.LICHAAM, "Het college kan beschut werk aanbieden.", "10", "1", None, 55),)
        ),
        oordeel("BW-10", Uitkomst.VOLDOET, aard="verbod", bericht="Geen strijd gevonden: gezocht naar een maximum."),
        oordeel(
            "BW-24",
            Uitkomst.TWIJFEL,
            deeloordelen=(
                Deeloordeel("duur_en_intensiteit", Uitkomst.VOLDOET, "Staat er.", (Plaats(Deel.LICHAAM, "Een jaar.", "7", "2"),)),
                Deeloordeel("borging", Uitkomst.TWIJFEL, "Borging is onduidelijk."),
            ),
        ),
        oordeel("GR-01", Uitkomst.NIET_AANGETROFFEN, Gewicht.AANBEVOLEN),
        oordeel("WT-03", Uitkomst.STRIJDIG, Gewicht.STIJL, aard="verbod"),
        oordeel("BW-19", Uitkomst.NVT, bericht="Gold alleen in 2015."),
    ),
    kernvragen=(
        Kernvraag("voorselectie", None, "geregeld", "niet als poort", Uitkomst.VOLDOET, (Plaats(Deel.LICHAAM, "…", "10", "3"),)),
        Kernvraag(
            "voorzieningen", "werk mogelijk maken", "geregeld", "verplicht", Uitkomst.VOLDOET, (Plaats(Deel.LICHAAM, "…", "10", "2"),)
        ),
        Kernvraag("voorzieningen", "tot aanvang", "niet geregeld", "verplicht", Uitkomst.NIET_AANGETROFFEN),
        Kernvraag("omvang", None, "niet geregeld", "hoger aantal mag", Uitkomst.NVT),
    ),
    niet_beoordeeld=(NietBeoordeeld("BW-20", "Kan in een andere verordening staan."),),
)
IN_ORDE = replace(CONCEPT, bestand="in orde.docx", oordelen=CONCEPT.oordelen[:1], kernvragen=(), niet_beoordeeld=())
MEMO = Toetsresultaat("memo.docx", aard="memo")
STUK = Toetsresultaat("stuk.docx", fout=Leesfout("stuk.docx is beschadigd.", "Open het in Word en sla het opnieuw op.", code="BESCHADIGD"))


def rapport(*resultaten: Toetsresultaat, **anders: object) -> Rapport:
    """A report on these results."""
    velden: dict[str, object] = {
        "versie": "0.1.0",
        "normen_versie": "2026.1",
        "bijgewerkt_tot": date(2026, 7, 1),
        "checks": lees_normen().checks,
        "opgesteld": date(2024, 2, 1),
    }
    return Rapport(resultaten=resultaten, **(velden | anders))  # type: ignore[arg-type]
