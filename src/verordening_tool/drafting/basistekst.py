"""What a wijzigingsverordening changes: the article that the data name must be there, and speak of beschut werk when it is replaced."""

from __future__ import annotations

import re

from verordening_tool.document.regeling import Artikel, Regeling
from verordening_tool.drafting.gegevens import Wijziging, artikelvolgorde
from verordening_tool.drafting.woorden import opsomming

_BESCHUT_WERK = re.compile(r"\bbeschut(?:te)?\s+(?:werk|arbeid|dienstbetrekking|omgeving)", re.IGNORECASE)
_TE_ORDENEN = re.compile(r"\d{1,3}[a-z]?")


def wat_past_niet(wijziging: Wijziging, basis: Regeling, bestand: str) -> tuple[str, str] | None:
    """The field of ``wijziging`` that does not fit the verordening in ``bestand``, and what is wrong with it; None when all is right."""
    artikel = next((a for a in basis.artikelen if a.nummer == wijziging.artikel), None)
    if artikel is None:
        return "artikel", f"is {wijziging.artikel}, maar {bestand} heeft geen artikel {wijziging.artikel}. Noem een artikel dat er is"
    if wijziging.nieuw_nummer is not None:
        return _wat_past_niet_aan_nummer(wijziging.artikel, wijziging.nieuw_nummer, basis, bestand)
    erover = _over_beschut_werk(basis)
    if artikel in erover:
        return None
    wat = f"is {artikel.nummer}, maar artikel {artikel.nummer} van {bestand}{_genoemd(artikel)} gaat niet over beschut werk"
    if erover:
        nummers = opsomming((a.nummer for a in erover), "of")
        return "artikel", f"{wat}. Noem artikel {nummers}, dat gaat daar wel over"
    return "artikel", f"{wat}, en een ander artikel ook niet. Kies bij wijze voor invoegen"


def _wat_past_niet_aan_nummer(artikel: str, nieuw: str, basis: Regeling, bestand: str) -> tuple[str, str] | None:
    nummers = [a.nummer for a in basis.artikelen if _TE_ORDENEN.fullmatch(a.nummer)]
    if nieuw in nummers:
        return "nieuw_nummer", f"is {nieuw}, maar {bestand} heeft al een artikel {nieuw}. Kies een nummer dat nog vrij is"
    tussen = [n for n in nummers if artikelvolgorde(artikel) < artikelvolgorde(n) < artikelvolgorde(nieuw)]
    if tussen:
        return "nieuw_nummer", f"is {nieuw}, maar in {bestand} volgt op artikel {artikel} eerst artikel {tussen[0]}. Verbeter een van beide"
    return None


def _over_beschut_werk(basis: Regeling) -> list[Artikel]:
    """The articles on beschut werk: those whose heading names it, and only when none does those whose text speaks of it."""
    genoemd = [a for a in basis.artikelen if _BESCHUT_WERK.search(a.opschrift or "")]
    return genoemd or [a for a in basis.artikelen if _BESCHUT_WERK.search(a.tekst)]


def _genoemd(artikel: Artikel) -> str:
    return f" ({artikel.opschrift})" if artikel.opschrift else ""
