"""Whether the articles that a document cites exist in the verordening, and are about what the document says they are about (PK-03)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verordening_tool.checking.dossier import Dossier, Rol, Stuk
from verordening_tool.checking.onderzoek.dossier.verschil import bevinding, plek
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.stukzinnen import Zin
from verordening_tool.checking.titelvorm import Gelijkenis, Titel, gelijkenis, titels_in
from verordening_tool.checking.zaak import Bevinding
from verordening_tool.document.regeling import Artikel, Soort
from verordening_tool.language.folding import fold
from verordening_tool.references.begrippen import wetnamen
from verordening_tool.references.grammar import vind_verwijzingen
from verordening_tool.references.model import Doel, Verwijzing
from verordening_tool.references.normaal import normaal

# "de Verordening X 2024 bevat in artikel 10 …", "de verordening (artikel 10)": the verordening stands right before the article.
_ERVOOR = re.compile(
    r"(?:verordening|(?:19|20)\d\d)\W{0,3}(?:\s*(?:bevat|regelt|staat|noemt|is)?\s*(?:in|onder|zie|met|via)?\s*(?:het|de)?\s*)\(?$",
    re.IGNORECASE,
)
_VERORDENING = re.compile(r"\b[\w-]*verordening\b", re.IGNORECASE)
_ANDERE = re.compile(  # another verordening, or what was before
    r"\b(?:vorige|oude|huidige|bestaande|ingetrokken|in te trekken|voorheen|model\w*|(?:die|dat)\s+(?:verordening|verdrag|wet)"
    r"|verordening\s+(?:van|uit)\s+(?:19|20)\d\d|stond(?:en)?|ging(?:en)?|kende|regelde|bevatte|gold(?:en)?)\b",
    re.IGNORECASE,
)
_VAN_EEN_WET = re.compile(r"\s*,?\s*van\s+(?:de|het|die|dat)\s+(?:wet|verdrag|besluit|richtlijn|grondwet)\b", re.IGNORECASE)
_WET_OF_PUNT = re.compile(r"\bwet\b|\.")
_EEN_ANDERE = frozenset({Gelijkenis.ANDERE_VERORDENING, Gelijkenis.ANDER_JAAR})  # a wrong year in the title is for PK-01
_DICHTBIJ = 30  # characters between a title and the article that belongs to it
_BESCHUT = "beschut"
_KORTSTE_OPSCHRIFT = 6
# Between a subject and the article that it is said to stand in, and behind that article.
_STAAT = r"(?:is|zijn|wordt|worden|staat|staan|gaat over|gaan over)"
_GEREGELD = r"(?:geregeld|opgenomen|beschreven|uitgewerkt|vastgelegd)"
_REGELT = r"(?:regelt|bevat|noemt|beschrijft)"
_VAN_DE_VERORDENING = r"van (?:de|deze|die) (?:nieuwe )?[\w-]*verordening"
_WOORD = re.compile(r"[a-z]{4,}")
_SLOTKOPPEN = frozenset(
    ("citeertitel", "inwerkingtreding", "slotbepalingen", "begripsbepalingen", "begrippen", "definities", "intrekking", "overgangsrecht")
)


@dataclass(frozen=True, slots=True)
class _Citaat:
    """A place in the verordening that a sentence cites.

    ``zeker``: the sentence names the verordening with it; ``enige``: it cites no other article, so that its subject is that of this one.
    """

    zin: Zin
    verwijzing: Verwijzing
    doel: Doel
    zeker: bool
    enige: bool


def vergelijk(stuk: Stuk, verordening: Stuk, dossier: Dossier) -> Bevinding:  # noqa: ARG001 - the shape of every comparison
    """Articles that ``stuk`` cites and ``verordening`` does not have, or that are about something else."""
    strijdig: list[Plaats] = []
    twijfel: list[Plaats] = []
    aantal = 0
    for citaat in _citaten(stuk, verordening):
        aantal += 1
        artikel = verordening.artikelen.get((citaat.doel.artikel or "").lower())
        waar = plek(verordening)
        if artikel is None:
            if _mag_elders(verordening, citaat):
                continue
            bericht = f"{waar} heeft geen artikel {citaat.doel.artikel}."
        elif (lid := citaat.doel.lid) is not None and lid not in _leden(artikel):
            bericht = f"Artikel {artikel.nummer} in {waar} heeft geen {normaal((Doel(lid=lid),))}."
        elif (ander := _gaat_over_ander(citaat, artikel, verordening)) is not None:
            bericht = (
                f"Artikel {artikel.nummer} in {waar} gaat over “{artikel.opschrift}”; “{ander.opschrift}” staat in artikel {ander.nummer}."
            )
        else:
            continue
        (strijdig if citaat.zeker else twijfel).append(citaat.zin.plaats(citaat.verwijzing.start, bericht))
    return bevinding(
        strijdig,
        twijfel,
        f"Dit stuk noemt een artikel dat er in {verordening.naam} niet is of dat over iets anders gaat.",
        f"Dit stuk noemt misschien een artikel dat er in {verordening.naam} niet is.",
        f"Gezocht naar artikelen van de verordening; {aantal} genoemd, alle gevonden in {verordening.naam}."
        if aantal
        else "Gezocht naar artikelen van de verordening; dit stuk noemt er geen.",
    )


def _citaten(stuk: Stuk, verordening: Stuk) -> Iterator[_Citaat]:
    namen = wetnamen(stuk.regeling)
    van_wetten = {
        doel.artikel for zin in stuk.zinnen for een in vind_verwijzingen(zin.tekst, namen) if een.bwb for doel in een.doelen if doel.artikel
    }
    for zin in stuk.zinnen:
        if (zin.artikel is not None and stuk.rol is Rol.BESLUIT) or _ANDERE.search(zin.tekst):
            continue
        verwijzingen = vind_verwijzingen(zin.tekst, namen)
        enige = sum(len(een.doelen) for een in verwijzingen if een.bwb is None) == 1
        for verwijzing in verwijzingen:
            zeker = _naar_verordening(verwijzing, zin, stuk, verordening)
            if zeker is None:
                continue
            for doel in verwijzing.doelen:
                if doel.artikel and not doel.tussen and not (not zeker and doel.artikel in van_wetten):
                    yield _Citaat(zin, verwijzing, doel, zeker, enige)


def _naar_verordening(verwijzing: Verwijzing, zin: Zin, stuk: Stuk, verordening: Stuk) -> bool | None:
    """Whether the reference is to the verordening: True for sure, False perhaps, None when it is to something else."""
    if verwijzing.bwb is not None or _is_kop(verwijzing, zin):
        return None
    if _VERORDENING.search(verwijzing.tekst):
        return None if _noemt_andere(list(titels_in(verwijzing.tekst, verordening.titels)), verordening) else True
    if verwijzing.wet is not None or _VAN_EEN_WET.match(zin.tekst, verwijzing.eind):
        return None
    ervoor = [titel for titel in titels_in(zin.tekst, verordening.titels) if titel.eind <= verwijzing.start]
    if _noemt_andere(ervoor[-1:], verordening):
        return None
    tussen = zin.tekst[ervoor[-1].eind : verwijzing.start] if ervoor else None
    if (tussen is not None and len(tussen) < _DICHTBIJ and not _WET_OF_PUNT.search(tussen)) or _ERVOOR.search(
        zin.tekst[: verwijzing.start]
    ):
        return True
    return False if stuk.rol is Rol.TOELICHTING else None


def _is_kop(verwijzing: Verwijzing, zin: Zin) -> bool:
    """In a toelichting "Artikel 5" alone on a line heads the notes on that article."""
    return verwijzing.tekst[0].isupper() and verwijzing.tekst.strip(" .:") == zin.tekst.strip(" .:")


def _noemt_andere(titels: list[Titel], verordening: Stuk) -> bool:
    """Whether one of these titles is that of another verordening, or of the one before ("Re-integratieverordening" alone is no title)."""
    voluit = (titel.tekst for titel in titels if len(titel.tekst.split()) > 1)
    return any(gelijkenis(titel, verordening.titel or "", verordening.regeling.gemeente) in _EEN_ANDERE for titel in voluit)


def _leden(artikel: Artikel) -> frozenset[str]:
    nummers = frozenset(lid.nummer for lid in artikel.leden if lid.nummer)
    return nummers or frozenset("1")


def _mag_elders(verordening: Stuk, citaat: _Citaat) -> bool:
    """What a wijzigingsverordening leaves as it is stands in the other verordening; without "van de verordening" a law may be meant."""
    if verordening.regeling.soort is Soort.WIJZIGINGSVERORDENING:
        return True
    return not citaat.zeker and not (citaat.doel.artikel or "").isdigit()


def _gaat_over_ander(citaat: _Citaat, artikel: Artikel, verordening: Stuk) -> Artikel | None:
    """The article that the sentence is about by its heading, when the cited article is about something else."""
    if not citaat.zeker or not artikel.opschrift:
        return None
    genoemd = _met_opschrift_in_zin(citaat, artikel, verordening)
    return genoemd or (_met_onderwerp_in_zin(citaat, artikel, verordening) if citaat.enige else None)


def _met_opschrift_in_zin(citaat: _Citaat, artikel: Artikel, verordening: Stuk) -> Artikel | None:
    """The other article whose whole heading the sentence gives to the cited one ("Beschut werk is geregeld in artikel 9 van …")."""
    voor, na = _gevouwen(citaat.zin.tekst[: citaat.verwijzing.start]), _gevouwen(citaat.zin.tekst[citaat.verwijzing.eind :])
    eigen = _gevouwen(artikel.opschrift)
    for ander in verordening.artikelen.values():
        onderwerp = _gevouwen(ander.opschrift)
        if len(onderwerp) < _KORTSTE_OPSCHRIFT or onderwerp in _SLOTKOPPEN or onderwerp in eigen:
            continue
        kop = re.escape(onderwerp)
        ervoor = citaat.enige and re.fullmatch(rf"(?:de |het )?{kop} {_STAAT}(?: {_GEREGELD})?(?: in| onder)?", voor)
        if ervoor or re.match(
            rf"(?:{_VAN_DE_VERORDENING} )?(?:{_STAAT} )?(?:{_REGELT} )?(?:de |het )?{kop}(?= {_GEREGELD}| en in artikel|[.,;]|$)", na
        ):
            return ander
    return None


def _met_onderwerp_in_zin(citaat: _Citaat, artikel: Artikel, verordening: Stuk) -> Artikel | None:
    """The other article whose heading stands in the sentence, when the cited article has not a word of it."""
    zin = _gevouwen(citaat.zin.tekst)
    eigen = _gevouwen(f"{artikel.opschrift} {artikel.tekst}")
    if any(woord in zin for woord in _WOORD.findall(_gevouwen(artikel.opschrift)) if woord not in _SLOTKOPPEN):
        return None
    anderen = []
    for ander in verordening.artikelen.values():
        onderwerp = _gevouwen(ander.opschrift)
        if ander is artikel or len(onderwerp) < _KORTSTE_OPSCHRIFT or onderwerp in _SLOTKOPPEN or onderwerp in eigen:
            continue
        if re.search(rf"\b{re.escape(onderwerp)}\b", zin):
            anderen.append(ander)
    if not anderen and _BESCHUT in zin and _BESCHUT not in eigen:  # the subject of these documents, whatever else the heading says
        return next((ander for ander in verordening.artikelen.values() if _BESCHUT in _gevouwen(ander.opschrift)), None)
    return max(anderen, key=lambda ander: len(ander.opschrift or ""), default=None)


def _gevouwen(tekst: str | None) -> str:
    return " ".join(fold(tekst or "").split())
