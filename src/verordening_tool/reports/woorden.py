"""Plain Dutch for the terms of the model: dates, places, norms, kinds of document, outcomes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from verordening_tool.checking.oordeel import Aanvaarding, Gewicht, Norm, Oordeel, Plaats, Uitkomst
from verordening_tool.document.blok import Deel
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import Onderwerp, Soort, Stadium
from verordening_tool.references.telwoorden import rangwoord

SOORTEN: Mapping[Soort, str] = {soort: soort.value.replace("_", " ") for soort in Soort} | {Soort.ANDERS: "geen regeling"}
ONDERWERPEN: Mapping[Onderwerp, str] = {
    Onderwerp.RE_INTEGRATIE: "re-integratie",
    Onderwerp.LOSSE_BESCHUT_WERK: "alleen beschut werk",
    Onderwerp.PARTICIPATIEWET_OVERIG: "iets anders uit de Participatiewet",
    Onderwerp.ANDERS: "iets anders dan de Participatiewet",
}
STADIA: Mapping[Stadium, str] = {Stadium.CONCEPT: "concept", Stadium.VASTGESTELD: "vastgesteld", Stadium.BEKENDGEMAAKT: "bekendgemaakt"}
ALARMWOORDEN: Mapping[Gewicht, str] = {
    Gewicht.VERPLICHT: "in strijd met de wet",
    Gewicht.AANBEVOLEN: "let op",
    Gewicht.STIJL: "wijkt af",
}
_UITKOMSTEN: Mapping[Uitkomst, str] = {
    Uitkomst.VOLDOET: "in orde",
    Uitkomst.TWIJFEL: "twijfel",
    Uitkomst.NIET_AANGETROFFEN: "niet aangetroffen",
    Uitkomst.NVT: "niet van toepassing",
}


def geldigheid_voluit(van: date | None, tot: date | None) -> str:
    """When a norm binds, between brackets and with a space before it; empty when it always did."""
    if van is None:
        return ""
    if tot is None:
        return f" (geldt sinds {dutch_date(van)})"
    return f" (gold van {dutch_date(van)} tot en met {dutch_date(tot)})"


def opsomming(delen: Sequence[str]) -> str:
    """Words as a Dutch list: a, b en c."""
    return " en ".join([", ".join(delen[:-1]), delen[-1]] if len(delen) > 1 else delen)


def aantal(getal: int, enkelvoud: str, meervoud: str) -> str:
    """A number with its noun: 1 artikel, 2 artikelen."""
    return f"{getal} {enkelvoud if getal == 1 else meervoud}"


def dichtstbij_voluit(oordeel: Oordeel) -> str:
    """What a quote is called that does not carry the verdict: what comes near, or what the doubt is about."""
    return "Twijfel om" if oordeel.oordeel is Uitkomst.TWIJFEL else "Dichtstbij"


def oordeel_voluit(oordeel: Oordeel) -> str:
    """The verdict in plain words; a conflict is called by its gewicht, and by its source when that is no law."""
    if oordeel.oordeel is not Uitkomst.STRIJDIG:
        return _UITKOMSTEN[oordeel.oordeel]
    return "in strijd met de eigen norm" if is_eigen_plicht(oordeel) else ALARMWOORDEN[oordeel.gewicht]


def is_eigen_plicht(oordeel: Oordeel) -> bool:
    """Whether a gemeente made this obligatory itself: such a norm rests on no law."""
    return oordeel.gewicht is Gewicht.VERPLICHT and oordeel.norm.bwb is None


def aanvaarding_voluit(aanvaarding: Aanvaarding) -> str:
    """Why a finding was accepted, by whom and when: "Aanvaard door … op 3 maart 2026: …"."""
    wie = f" door {aanvaarding.door}" if aanvaarding.door else ""
    wanneer = f" op {dutch_date(aanvaarding.datum)}" if aanvaarding.datum else ""
    return f"Aanvaard{wie}{wanneer}: {aanvaarding.reden}"


def lid_voluit(lid: str) -> str:
    """A lid, or several ("1, 4 en 6"), as a lawyer writes it: "eerste, vierde en zesde lid". Lid "1a" is "lid 1a"."""
    woorden = [rangwoord(nummer) for nummer in re.split(r"\s*(?:,|;|\ben\b)\s*", lid.strip())]
    bekend = [woord for woord in woorden if woord]
    return f"{opsomming(bekend)} lid" if len(bekend) == len(woorden) else f"lid {lid}"


def plaats_voluit(plaats: Plaats) -> str:
    """Where something stands: "artikel 10, tweede lid, onder a", "aanhef", "toelichting bij artikel 5". A bullet is no name."""
    delen = [] if plaats.artikel is None else [f"artikel {plaats.artikel}"]
    if plaats.lid is not None:
        delen.append(lid_voluit(plaats.lid))
    if genoemd := [stap for stap in (plaats.onderdeel or "").split(", ") if any(teken.isalnum() for teken in stap)]:
        delen.append(f"onder {', '.join(genoemd)}")
    binnen = ", ".join(delen)
    if plaats.deel is Deel.LICHAAM:
        return binnen or "lopende tekst"
    return f"{plaats.deel.value} bij {binnen}" if binnen else plaats.deel.value


def norm_voluit(norm: Norm) -> str:
    """The rule of law: "Participatiewet, artikel 10b, zevende lid"."""
    delen = [norm.wet]
    if norm.artikel:
        delen.append(f"artikel {norm.artikel}")
    if norm.lid:
        delen.append(lid_voluit(norm.lid))
    if norm.onderdeel:
        delen.append(f"onder {norm.onderdeel}")
    return ", ".join(delen)


def hoofdletter(tekst: str) -> str:
    """The text with a capital at its start, the rest untouched."""
    return tekst[:1].upper() + tekst[1:]
