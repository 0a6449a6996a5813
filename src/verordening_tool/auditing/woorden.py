"""Plain Dutch for what an audit finds: answers, reasons, alternatives, days."""

from __future__ import annotations

from collections.abc import Mapping

from verordening_tool.auditing.model import Aanbod, Feiten, Moment, Omvangwijze, Voorselectie
from verordening_tool.checking.oordeel import Uitkomst

AANBOD: Mapping[Aanbod, str] = {
    Aanbod.BIEDT: "biedt beschut werk aan",
    Aanbod.KAN: "kan beschut werk aanbieden",
    Aanbod.BIEDT_NIET: "biedt geen beschut werk aan",
    Aanbod.ZWIJGT: "zegt er niets over",
}
GEEN_STUK = "geen_stuk"  # beside the values of Aanbod: no document is on the subject
AANBOD_GEEN_STUK = "geen stuk over het onderwerp"
OMVANG: Mapping[Omvangwijze, str] = {
    Omvangwijze.BELEIDSPLAN: "het college, in een beleidsplan",
    Omvangwijze.BEGROTING: "de raad, bij de begroting",
    Omvangwijze.VRAAG: "naar het aantal mensen dat zich meldt",
    Omvangwijze.PLAFOND: "naar het budget (plafond)",
    Omvangwijze.ANDERS: "op een andere manier",
    Omvangwijze.ZWIJGT: "zegt er niets over",
}
VOORSELECTIE: Mapping[Voorselectie, str] = {
    Voorselectie.CRITERIA: "noemt criteria",
    Voorselectie.DELEGATIE: "laat dit over aan het college",
    Voorselectie.ZWIJGT: "zegt er niets over",
}
REDENEN_WEL = {
    "maatwerk_doelgroep": "maatwerk voor de doelgroep, past bij het beleid",
    "middelen_beschikbaar": "er zijn middelen beschikbaar",
}
REDENEN_NIET = {
    "kosten_hoog": "kosten per plek te hoog of middelen te laag",
    "financieel_risico": "financieel risico te groot, gevolgen op lange termijn onzeker",
    "veel_geld_kleine_groep": "veel geld naar een kleine groep",
    "doorgroei_regulier": "ontneemt het perspectief op doorgroei naar regulier werk",
}
REDENEN_GEEN_AANTAL = {
    "beleid_in_ontwikkeling": "het beleid wordt nog uitgewerkt",
    "hangt_af_van_aanmeldingen": "bewust geen aantal, het hangt af van de aanmeldingen",
}
ALTERNATIEVEN = {
    "regulier_met_lks_jobcoach": "regulier werk met loonkostensubsidie en jobcoach",
    "arbeidsmatige_dagbesteding": "arbeidsmatige dagbesteding",
    "vrijwilligerswerk_activering": "vrijwilligerswerk of sociale activering",
    "werkervaringsplaats": "werkervaringsplaats",
}
VERMELDINGEN: Mapping[str, Mapping[str, str]] = {
    "redenen_wel": REDENEN_WEL,
    "redenen_niet": REDENEN_NIET,
    "redenen_geen_aantal": REDENEN_GEEN_AANTAL,
    "alternatieven": ALTERNATIEVEN,
}
VELDEN: Mapping[str, str] = {sleutel: veld for veld, woorden in VERMELDINGEN.items() for sleutel in woorden}
UITKOMSTEN: Mapping[Uitkomst, str] = {
    Uitkomst.VOLDOET: "in orde",
    Uitkomst.TWIJFEL: "twijfel",
    Uitkomst.NIET_AANGETROFFEN: "niet aangetroffen",
    Uitkomst.STRIJDIG: "in strijd",
    Uitkomst.NVT: "niet van toepassing",
}
NIET_BEOORDEELD = "niet beoordeeld"
AANVAARD = "aanvaard"
MOMENTEN: Mapping[Moment, str] = {
    Moment.OPTIE: "op de gevraagde datum",
    Moment.VANDAAG: "vandaag",
    Moment.INWERKINGTREDING: "bij inwerkingtreding",
}
BRONNEN = {
    "tekst": "de tekst",
    "metadata": "de gegevens bij het bestand",
    "bestandsnaam": "de bestandsnaam",
    "mapnaam": "de naam van de map",
    "buren": "de andere bestanden in de map",
}
KLASSEN = ("G4", "G40", "overig")
ONBEKEND = "onbekend"


def aanbod_kort(feiten: Feiten) -> str:
    """What is done with beschut werk in two words, and whether that is only presumed: for a cell of a table."""
    return feiten.aanbod.value.replace("_", " ") + (" (vermoedelijk)" if feiten.aanbod_vermoed else "")


def vermelding_voluit(sleutel: str) -> str:
    """A reason or alternative in words; one that has no words yet keeps its own name."""
    woorden = VERMELDINGEN.get(VELDEN.get(sleutel, ""), {})
    return woorden.get(sleutel, sleutel.replace("_", " "))


def getal_voluit(getal: float) -> str:
    """A number as the Dutch write it: 1 412 (with spaces that do not break), 12,5."""
    heel, _, breuk = f"{getal:,.1f}".replace(",", "\u00a0").partition(".")
    return heel if breuk == "0" else f"{heel},{breuk}"
