"""Checks that ask for more than words: each a pure function on one subject, that a check file names in ``onderzoek``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from verordening_tool.checking.onderzoek import dossier, kern
from verordening_tool.checking.zaak import Bevinding, NietTeBeoordelen, Zaak
from verordening_tool.norms.schema import Check

Onderzoek = Callable[[Check, Zaak, date], Bevinding | NietTeBeoordelen]

ONDERZOEKEN: dict[str, Onderzoek] = {
    "dossier_artikelen": dossier.artikelen,
    "dossier_bedragen": dossier.bedragen,
    "dossier_bijlage": dossier.bijlage,
    "dossier_data": dossier.data,
    "dossier_plekken": dossier.plekken,
    "dossier_titels": dossier.titels,
    "dossier_toelichting": dossier.toelichting,
    "orgaan": kern.orgaan,
    "regeling_beschut_werk": kern.regeling_beschut_werk,
}
