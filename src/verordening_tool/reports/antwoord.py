"""The sentences that every report for people says alike: the answer, the date, the kernvragen, how a file stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from verordening_tool.checking.oordeel import (
    ZONDER_BASIS,
    Consolidatie,
    Gewicht,
    Kernvraag,
    NietBeoordeeld,
    Peildatum,
    Toetsresultaat,
    Uitkomst,
)
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import REGELINGEN, Onderwerp, Soort, Stadium
from verordening_tool.norms.regimes import EDGES, VOOR_2015
from verordening_tool.reports.rapport import Rapport, aanvaarde, alarmen, is_buiten_bereik, met_uitkomst, waarom_niet
from verordening_tool.reports.woorden import ONDERWERPEN, SOORTEN, STADIA, aantal, geldigheid_voluit, is_eigen_plicht, plaats_voluit

TEKENS: Mapping[Uitkomst, str] = {
    Uitkomst.VOLDOET: "✔",
    Uitkomst.TWIJFEL: "?",
    Uitkomst.NIET_AANGETROFFEN: "✘",
    Uitkomst.STRIJDIG: "✘",
    Uitkomst.NVT: "–",
}
_JAAR = re.compile(r"\b20[0-4]\d\b")
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
_NIET_GETOETST = {"GEEN_REGELING": "geen regeling, niet beoordeeld", "GEEN_BASIS": "niet de tekst die wordt gewijzigd"}
_KERNVRAAG_ONDERDELEN = {"tot aanvang": "tot de dienstbetrekking begint"}
_KERNVRAAG_EISEN = {
    "niet gevraagd": "op deze datum niet gevraagd",
    "niet als poort": "sinds 2017 niet meer gevraagd; mag geen poort zijn",
    "hoger aantal mag": "minimum door de minister; meer mag",
}


# --- the document and its date --------------------------------------------------------------------------------------


def soort_voluit(resultaat: Toetsresultaat) -> str:
    """What kind of document it is and how far it is: "verordening (concept)"."""
    return f"{SOORTEN[resultaat.soort]} ({STADIA[resultaat.stadium]})"


def beslisser(resultaat: Toetsresultaat) -> str:
    """The body that decides on this document: "de raad" or "het college"."""
    return _BESLISSERS.get(resultaat.soort, "de raad")


def consolidatie_voluit(samen: Consolidatie) -> list[str]:
    """What was judged with --basis: the changed text, and each opdracht that did not fit it, with the reason."""
    zinnen = [f"Gekeken is naar de tekst van {samen.basis} met de wijzigingen erin ({aantal(samen.uitgevoerd, 'opdracht', 'opdrachten')})."]
    zinnen += [f"Niet uitgevoerd (alinea {een.alinea + 1}): “{een.opdracht}” Want {een.reden}." for een in samen.niet_gepast]
    zinnen.append("De aanhef en ondertekening van de wijzigingsverordening zelf zijn hier niet beoordeeld; toets die zonder --basis.")
    return zinnen


def peildatum_voluit(peildatum: Peildatum) -> str:
    """By the law of which day the document was judged, and where that day comes from."""
    if peildatum.datum is None:
        return "de datum is onbekend, daarom beoordeeld naar de wet van elke periode sinds 2015"
    bron = _BRONNEN.get(peildatum.bron, peildatum.bron)
    artikel = f", artikel {peildatum.artikel}" if peildatum.artikel else ""
    return f"beoordeeld naar de wet op {dutch_date(peildatum.datum)} ({bron}{artikel})"


def waarschuwing(resultaat: Toetsresultaat, bijgewerkt_tot: date) -> str | None:
    """What the reader must know before the verdicts: with what it was not compared, and of the law that was applied. None when nothing."""
    zinnen = []
    if resultaat.niet_vergeleken:
        zinnen.append(f"Let op: de stukken zijn niet met de verordening vergeleken. {resultaat.niet_vergeleken}")
    if resultaat.zelfde_als:
        zinnen.append(f"Dit is dezelfde tekst als {resultaat.zelfde_als}. De andere stukken zijn met dat bestand vergeleken.")
    if resultaat.doorgehaald:
        zinnen.append("Let op: er staan doorgehaalde woorden in de tekst. Die zijn gelezen alsof ze blijven staan. Haal weg wat vervalt.")
    return " ".join([*zinnen, *over_de_wet(resultaat, bijgewerkt_tot)]) or None


def over_de_wet(resultaat: Toetsresultaat, bijgewerkt_tot: date) -> list[str]:
    """That the law was not yet there, is not known after ``bijgewerkt_tot`` or is perhaps of another day; that the text has ended."""
    dag = resultaat.peildatum.datum
    if dag is None:
        return []
    if dag <= VOOR_2015:
        te_vroeg = (
            f"Let op: {dutch_date(dag)} ligt vóór de Participatiewet. Die geldt sinds {dutch_date(EDGES[0])}. "
            "Op die dag vroeg zij nog niets. Klopt het jaar niet, geef dan een andere datum met --peildatum."
        )
        return [te_vroeg]
    zinnen = []
    if resultaat.vervalt is not None and resultaat.vervalt <= dag:
        zinnen.append(f"Let op: volgens de tekst zelf geldt zij niet meer vanaf {dutch_date(resultaat.vervalt)}.")
    if dag > bijgewerkt_tot:
        zinnen.append(
            f"Let op: beoordeeld naar de wet zoals die bekend is tot en met {dutch_date(bijgewerkt_tot)}. "
            "Latere wijzigingen van de wet zijn niet meegenomen."
        )
    if (jaar := _jaar_in_titel(resultaat)) is not None:
        zinnen.append(
            f"Let op: de titel noemt {jaar}, maar de tekst noemt geen datum. Er is beoordeeld naar de wet van vandaag. "
            "Geldt de tekst vanaf een andere dag, geef die dan mee met --peildatum."
        )
    return zinnen


def _jaar_in_titel(resultaat: Toetsresultaat) -> int | None:
    """The year in the title of a text without a date, when it is not that of the law it was judged by; None otherwise."""
    if resultaat.peildatum.bron != "vandaag" or resultaat.peildatum.datum is None:
        return None
    jaren = [int(jaar) for jaar in _JAAR.findall(resultaat.titel or "")]
    return jaren[-1] if jaren and jaren[-1] < resultaat.peildatum.datum.year else None


def geldigheid(rapport: Rapport, code: str) -> str:
    """When the norm with this code binds, between brackets and with a space before it; empty when not known."""
    check = rapport.checks.get(code)
    return geldigheid_voluit(check.geldig.van, check.geldig.tot) if check else ""


# --- the answer -----------------------------------------------------------------------------------------------------


def antwoord(resultaat: Toetsresultaat) -> str:
    """The answer in one sentence: may this go on, and what is still open."""
    if is_buiten_bereik(resultaat) and not _bevat_regeling(resultaat):
        return _buiten_bereik(resultaat)
    verplicht = alarmen(resultaat, Gewicht.VERPLICHT)
    afwezig = sum(oordeel.oordeel is Uitkomst.NIET_AANGETROFFEN for oordeel in verplicht)
    eigen = sum(oordeel.oordeel is Uitkomst.STRIJDIG and is_eigen_plicht(oordeel) for oordeel in verplicht)
    strijdig = len(verplicht) - afwezig - eigen
    open_punten = [
        *([f"{aantal(afwezig, 'verplicht punt', 'verplichte punten')} niet aangetroffen"] if afwezig else []),
        *([f"{strijdig} in strijd met de wet"] if strijdig else []),
        *([f"{eigen} in strijd met eigen normen"] if eigen else []),
    ]
    tellingen = [
        *([", ".join(open_punten)] if open_punten else []),
        *_tellingen_zonder_verplicht(resultaat),
    ]
    if verplicht:
        return f"{_nog_niet(resultaat)}: {' · '.join(tellingen)}."
    if _is_van_voor_de_wet(resultaat):
        return " · ".join(["Niet aan de Participatiewet getoetst: die gold op deze datum nog niet", *tellingen]) + "."
    if (reden := _waarom_geen_antwoord(resultaat)) is not None:
        return f"Nog geen antwoord mogelijk: {reden.voluit}"
    return " · ".join(["Geen verplichte punten open", *tellingen]) + "."


def stand(resultaat: Toetsresultaat) -> tuple[Uitkomst, str]:
    """How a file stands, in a few words for a list of files, and the outcome whose sign goes with it."""
    if (reden := waarom_niet(resultaat)) is not None:
        return Uitkomst.NVT, _NIET_GETOETST.get(reden.code, "niet gelezen")
    if is_buiten_bereik(resultaat) and not _bevat_regeling(resultaat):
        return Uitkomst.NVT, "niet beoordeeld" if resultaat.niet_beoordeeld else "niet van toepassing"
    verplicht = len(alarmen(resultaat, Gewicht.VERPLICHT))
    if not verplicht and _is_van_voor_de_wet(resultaat):
        return Uitkomst.NVT, " · ".join(["datum vóór de Participatiewet", *_tellingen_zonder_verplicht(resultaat)])
    if not verplicht and (geen := _waarom_geen_antwoord(resultaat)) is not None:
        return Uitkomst.TWIJFEL, geen.kort
    woorden = f"{aantal(verplicht, 'verplicht punt', 'verplichte punten')} open" if verplicht else "geen verplichte punten open"
    zonder = Uitkomst.TWIJFEL if resultaat.niet_vergeleken else Uitkomst.VOLDOET
    return (
        Uitkomst.STRIJDIG if verplicht else zonder,
        " · ".join([woorden, *_tellingen_zonder_verplicht(resultaat)]),
    )


def _is_van_voor_de_wet(resultaat: Toetsresultaat) -> bool:
    """Whether nothing that the law asks of a regeling could be judged, since the law was not yet there."""
    dag = resultaat.peildatum.datum
    return dag is not None and dag <= VOOR_2015 and resultaat.soort in REGELINGEN


class _GeenAntwoord(NamedTuple):
    """Why there is no answer yet, as a sentence with the remedy and in a few words for a list of files."""

    voluit: str
    kort: str


def _waarom_geen_antwoord(resultaat: Toetsresultaat) -> _GeenAntwoord | None:
    """What keeps the answer, although nothing obligatory is open; None when there is an answer."""
    if resultaat.peildatum.datum is None and resultaat.niet_beoordeeld:
        return _GeenAntwoord(
            "de datum is onbekend. Geef de datum van inwerkingtreding mee met --peildatum.", "datum onbekend, geef --peildatum"
        )
    if _bevat_regeling(resultaat):
        return _GeenAntwoord(
            f"in dit bestand staan ook {resultaat.aantal_artikelen} artikelen van een regeling. Die zijn niet beoordeeld. "
            "Bewaar de regeling als apart bestand en toets die, of toets de stukken samen met --dossier.",
            "de regeling in dit bestand is niet beoordeeld",
        )
    if any(geval.reden == ZONDER_BASIS for geval in resultaat.niet_beoordeeld):
        return _GeenAntwoord(
            "er veranderen woorden in een artikel dat hier niet staat. Geef de hele tekst mee met --basis.",
            "geef de tekst die wordt gewijzigd mee met --basis",
        )
    return None


def _bevat_regeling(resultaat: Toetsresultaat) -> bool:
    """Whether a proposal, letter or decision holds the articles of a regulation as well: only the document around them is judged."""
    return resultaat.soort not in {*REGELINGEN, Soort.ANDERS} and resultaat.aantal_artikelen > 1


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
        (len(aanvaarde(resultaat)), "aanvaard"),
        (len(resultaat.consolidatie.niet_gepast) if resultaat.consolidatie else 0, "een opdracht niet uitgevoerd"),
    ]
    los = ["niet vergeleken"] if resultaat.niet_vergeleken else []
    return [*(f"{getal} keer {naam}" for getal, naam in tellingen if getal), *los]


def _nog_niet(resultaat: Toetsresultaat) -> str:
    if resultaat.stadium is Stadium.CONCEPT:
        return f"Nog niet klaar voor {beslisser(resultaat)}"
    alleen_eigen = all(is_eigen_plicht(oordeel) for oordeel in alarmen(resultaat, Gewicht.VERPLICHT))
    return "Voldoet niet aan de eigen normen" if alleen_eigen else "Voldoet niet aan de wet"


# --- the three kernvragen -------------------------------------------------------------------------------------------


def kernantwoord(kernvraag: Kernvraag) -> str:
    """What the document says on a kernvraag, with its place: "geregeld in artikel 10, tweede lid"."""
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


def kerneis(kernvraag: Kernvraag) -> tuple[Uitkomst | None, str]:
    """What the law asked on a kernvraag, and the outcome whose sign goes with it (None where a sign would say nothing)."""
    met_teken = kernvraag.eis == "verplicht" or kernvraag.oordeel in {Uitkomst.STRIJDIG, Uitkomst.TWIJFEL}
    return kernvraag.oordeel if met_teken else None, _KERNVRAAG_EISEN.get(kernvraag.eis, kernvraag.eis)


# --- what was not judged --------------------------------------------------------------------------------------------


def per_reden(gevallen: Sequence[NietBeoordeeld]) -> list[tuple[tuple[str, ...], str]]:
    """The codes that were not judged, together where the reason is the same."""
    codes: dict[str, list[str]] = {}
    for geval in gevallen:
        codes.setdefault(geval.reden, []).append(geval.code)
    return [(tuple(groep), reden) for reden, groep in codes.items()]
