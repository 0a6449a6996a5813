"""Checks that ask for more than words: each a pure function on one subject, that a check file names in ``onderzoek``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from verordening_tool.checking.onderzoek import (
    aanhef,
    aankondiging,
    begripsbepalingen,
    beleidsregels,
    beslispunten,
    dossier,
    gereedheid,
    intrekking,
    kern,
    minimum,
    nummering,
    procedure,
    toelichting,
    verwijzing,
    werking,
    wetsuitleg,
    woorden,
    word,
)
from verordening_tool.checking.zaak import Bevinding, NietTeBeoordelen, Zaak
from verordening_tool.norms.schema import Check

Onderzoek = Callable[[Check, Zaak, date], Bevinding | NietTeBeoordelen]

ONDERZOEKEN: dict[str, Onderzoek] = {
    "aanhef_en_titel": aanhef.aanhef_en_titel,
    "aankondiging": aankondiging.aankondiging,
    "advies": procedure.advies,
    "afwijking": beleidsregels.afwijking,
    "begripsbepalingen": begripsbepalingen.begrippen,
    "beslispunten": beslispunten.beslispunten,
    "dossier_artikelen": dossier.artikelen,
    "dossier_bedragen": dossier.bedragen,
    "dossier_bijlage": dossier.bijlage,
    "dossier_data": dossier.data,
    "dossier_plekken": dossier.plekken,
    "dossier_titels": dossier.titels,
    "dossier_toelichting": dossier.toelichting,
    "getypte_nummers": word.getypte_nummers,
    "invulplekken": gereedheid.invulplekken,
    "inwerkingtreding": werking.inwerkingtreding,
    "nieuwe_regels": beleidsregels.nieuwe_regels,
    "nummering": nummering.doorlopend,
    "ondertekening": procedure.ondertekening,
    "opmerkingen": gereedheid.opmerkingen,
    "opvolging": intrekking.opvolging,
    "orgaan": kern.orgaan,
    "orgaan_en_grondslag": beleidsregels.orgaan_en_grondslag,
    "plekken_minister": minimum.plekken_minister,
    "publicatiestijlen": gereedheid.publicatiestijlen,
    "regeling_beschut_werk": kern.regeling_beschut_werk,
    "revisies": gereedheid.revisies,
    "terugwerkend": werking.terugwerkend,
    "titel_en_bekendmaking": beleidsregels.titel_en_bekendmaking,
    "toelichting": toelichting.volgt_de_regels,
    "velden": word.velden,
    "verwijzingen": verwijzing.vorm_en_doel,
    "verwijzingen_naar_wetten": verwijzing.naar_wetten,
    "vindplaatsen": woorden.vindplaatsen,
    "wetsuitleg": wetsuitleg.wetsuitleg,
    "woordkeus": woorden.woordkeus,
}

# These look at the decision itself, not at what it regulates: in a wijzigingsverordening silence is a gap there too.
OVER_HET_BESLUIT = frozenset({"aanhef_en_titel", "advies", "ondertekening", "inwerkingtreding", "terugwerkend"})

# These look at the text alone, whatever the day, the dossier and the words of the check: one look serves every day.
VAN_DE_TEKST = frozenset({"getypte_nummers", "invulplekken", "nummering", "opvolging", "velden", "verwijzingen"})
