"""Whether a document calls the verordening by the title that it has (PK-01)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verordening_tool.checking.dossier import Dossier, Rol, Stuk
from verordening_tool.checking.onderzoek.dossier.besluit import alineas_van_punten
from verordening_tool.checking.onderzoek.dossier.verschil import bevinding, plek
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.stukzinnen import Zin
from verordening_tool.checking.titelvorm import Gelijkenis, Titel, gelijkenis, titels_in, woorden
from verordening_tool.checking.zaak import Bevinding
from verordening_tool.document.regeling import Regeling
from verordening_tool.language.folding import fold

_ZELFDE = frozenset({Gelijkenis.GELIJK, Gelijkenis.KORTER, Gelijkenis.ANDERE_VERORDENING})
# Where only the verordening of the dossier itself can be meant.
_EROVOOR = re.compile(
    r"(?:vast\s+te\s+stellen|vaststell(?:en|ing)(?:\s+van)?|toelichting\s+(?:bij|op|behorende?\s+bij)|raadsvoorstel|raadsbesluit|onderwerp\s*:?)"
    r"(?:\s*[:\-–])?(?:\s+(?:de|het|van|bijgevoegde|volgende|nieuwe))*\s*$",
    re.IGNORECASE,
)
_ERNA = re.compile(r"\s*,?\s*(?:gewijzigd\s+)?vast\s+te\s+stellen", re.IGNORECASE)
# A sentence on what was before, or on what is set aside.
_VROEGER = re.compile(
    r"\b(?:ingetrokken|in\s+te\s+trekken|intrekk\w+|vervang\w*|vervall?\w*|vorige|oude|huidige|bestaande|geldende|eerdere|destijds|voorganger"
    r"|past(?:en)?\s+niet\s+meer|dateert|dateren|stamt|verouderd|gold(?:en)?|(?:geldt|gelden)\s+(?:sinds|nog)|liep|afgelopen|nog\s+van\s+kracht|tot\s+nu\s+toe|voorheen|opvolger|gewijzigd|wijzig(?:t|en|ing\w*))\b",
    re.IGNORECASE,
)


# The line of an aanhef or an address: "De raad van de gemeente Zandstad;"
_RAAD_VAN = re.compile(
    r"\s*(?:aan\s+)?(?:de\s+)?(?:leden\s+van\s+)?(?:de\s+)?(?:gemeente)?raad\s+van\s+(?:de\s+)?gemeente\s+(?P<naam>\S[^;:,.]{1,40}?)\s*(?:[;:,.]|$)",
    re.IGNORECASE,
)


def vergelijk(stuk: Stuk, verordening: Stuk, dossier: Dossier) -> Bevinding:
    """Titles in ``stuk`` that mean ``verordening`` and are not its title."""
    titel = verordening.titel
    if titel is None:
        return bevinding((), (), "", "", f"{verordening.naam} heeft geen titel; er is niets vergeleken.")
    if gemeente := list(_andere_gemeente(stuk, verordening)):
        return bevinding(gemeente, (), f"Dit stuk noemt een andere gemeente dan {verordening.naam}.", "", "")
    strijdig: list[Plaats] = []
    twijfel: list[Plaats] = []
    gezien: set[tuple[str, ...]] = set()
    aantal = 0
    for zin, genoemd in _genoemd(stuk, verordening):
        soorten = [gelijkenis(genoemd.tekst, naam, verordening.regeling.gemeente) for naam in verordening.titels]
        soort = Gelijkenis.GELIJK if Gelijkenis.GELIJK in soorten else soorten[0]
        aantal += soort is Gelijkenis.GELIJK
        if soort in _ZELFDE or woorden(genoemd.tekst) in gezien:
            continue
        hoofd = _is_hoofdplaats(zin, genoemd)
        if not hoofd and (_is_bekend(genoemd, stuk, dossier) or _VROEGER.search(zin.tekst)):
            continue
        gezien.add(woorden(genoemd.tekst))
        bericht = f"{_waar(verordening)} heet “{titel}”."
        zeker = soort is Gelijkenis.ANDER_JAAR or (hoofd and soort is Gelijkenis.ANDERE_WOORDEN and verordening.regeling.citeertitel)
        (strijdig if zeker else twijfel).append(zin.plaats(genoemd.start, bericht))
    return bevinding(
        strijdig,
        twijfel,
        f"Dit stuk noemt de verordening anders dan {verordening.naam}.",
        f"Dit stuk noemt misschien een andere titel dan {verordening.naam}.",
        f"Gezocht naar de titel van de verordening; {aantal} keer genoemd, gelijk aan die in {verordening.naam}."
        if aantal
        else f"Gezocht naar de titel van de verordening in {verordening.naam}; geen andere titel gevonden.",
    )


def _andere_gemeente(stuk: Stuk, verordening: Stuk) -> Iterator[Plaats]:
    """That the raad in this aanhef or address is that of another gemeente than in the aanhef of the verordening."""
    hier, daar = _gemeenten(stuk), _gemeenten(verordening)
    if len(hier) == len(daar) == 1 and not hier.keys() & daar.keys():
        (zin, _), (_, naam) = next(iter(hier.values())), next(iter(daar.values()))
        yield zin.plaats(0, f"De aanhef van {plek(verordening)} noemt de gemeente {naam}.")


def _gemeenten(stuk: Stuk) -> dict[str, tuple[Zin, str]]:
    """The gemeenten whose raad has a line of its own, by folded name."""
    regels = ((zin, treffer["naam"]) for zin in stuk.zinnen if zin.artikel is None and (treffer := _RAAD_VAN.match(zin.tekst)))
    return {" ".join(fold(naam).split()): (zin, naam) for zin, naam in regels}


def _genoemd(stuk: Stuk, verordening: Stuk) -> Iterator[tuple[Zin, Titel]]:
    """The titles that a document names outside its points (RV-01); of a decision with the verordening below it, those of the decision."""
    elders = alineas_van_punten(stuk)
    for zin in stuk.zinnen:
        if zin.segmenten[0].alinea.nr in elders:
            continue
        if zin.artikel is None or stuk.rol is not Rol.BESLUIT:
            yield from ((zin, titel) for titel in titels_in(zin.tekst, verordening.titels))


def _is_hoofdplaats(zin: Zin, titel: Titel) -> bool:
    return _EROVOOR.search(zin.tekst[: titel.start]) is not None or _ERNA.match(zin.tekst, titel.eind) is not None


def _is_bekend(titel: Titel, stuk: Stuk, dossier: Dossier) -> bool:
    """Whether another document of the dossier has this title or names it: what is withdrawn or changed, for instance."""
    kaal = " ".join(woorden(titel.tekst))
    return any(
        kaal in " ".join(woorden(_over_zichzelf(ander.regeling))) for ander in dossier.stukken if ander is not stuk and ander.artikelen
    )


def _over_zichzelf(regeling: Regeling) -> str:
    return " ".join(blok.tekst for blok in regeling.blokken if "verordening" in blok.tekst.lower())


def _waar(verordening: Stuk) -> str:
    regeling = verordening.regeling
    artikel = next(
        (artikel.nummer for artikel in reversed(regeling.artikelen) if regeling.citeertitel and regeling.citeertitel in artikel.tekst), None
    )
    return f"De verordening ({plek(verordening, artikel)})"
