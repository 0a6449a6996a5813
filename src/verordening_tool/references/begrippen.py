"""Names that a regulation defines for a law or for itself: "wet: Participatiewet", "onder de wet wordt verstaan …", "(hierna: de wet)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from verordening_tool.document.regeling import Alinea, Regeling, alineas_van_artikel
from verordening_tool.references.schoon import maak_schoon
from verordening_tool.references.titels import SAMENSTELLING, lees_titel
from verordening_tool.references.wetnamen import BEKENDE_WET, bekende_wet, wet_aan_het_eind
from verordening_tool.references.wetstaart import EIGEN

_LIDWOORD = r"(?:(?:de|het|een)\s+)?"
_NAAM = r"[‘'\"“]?(?P<naam>[^\W\d_][\w.\-]*(?:\s+[\w.\-]+){0,4}?)[’'\"”]?"
_REGEL = re.compile(rf"\s*{_LIDWOORD}{_NAAM}\s*(?::|=|\t|\s[–—-]\s)\s*{_LIDWOORD}(?=\w)", re.IGNORECASE)
_VERSTAAN = (
    re.compile(rf"\bonder\s+{_LIDWOORD}{_NAAM}\s+(?:wordt|worden)\b[^.;:]{{0,60}}?\bverstaan\s*:?\s*{_LIDWOORD}(?=\w)", re.IGNORECASE),
    re.compile(rf"\bverstaan\s+onder\s*:?\s*{_LIDWOORD}{_NAAM}\s*:\s*{_LIDWOORD}(?=\w)", re.IGNORECASE),
)
_HIERNA = re.compile(
    rf"\(\s*(?:hierna|verder|nader)\b(?:\s+(?:ook\s+)?(?:te\s+noemen|genoemd|aangeduid\s+als))?\s*:?\s*{_LIDWOORD}{_NAAM}\s*\)",
    re.IGNORECASE,
)
_BEGRIPPEN = re.compile(r"begrip|definitie|verstaan\s+onder|wordt\s+verstaan")
_BEGRIPWOORDEN = ("begrip", "definitie", "verstaan")
_ZELF = re.compile(r"deze\s+(?:verordening|regeling|beleidsregels?)\b|onderhavige\s+verordening\b", re.IGNORECASE)
_NAAM_VAN_REGELING = re.compile(
    r"(?:wet|wetboek|besluit|regeling|verordening|regels|reglement)$|^[A-Z][\w.\-]{0,7}(?:\s+20\d\d)?$", re.MULTILINE
)
_SLOT = re.compile(r"\s*(?:\([^)]*\)\s*)?[.;,]?\s*$")


def wetnamen(regeling: Regeling) -> dict[str, str]:
    """Defined names (lower case, without article) → official name of the law, title as written, or "deze verordening"."""
    gevonden: dict[str, str] = {}
    per_artikel = [(artikel, tuple(alineas_van_artikel(artikel))) for artikel in regeling.artikelen]
    for artikel, alineas in per_artikel:
        if _is_begripsbepaling(artikel.opschrift, alineas):
            _uit_regels((alinea.tekst for alinea in alineas), gevonden)
            _uit_regels(_tabelrijen(regeling, alineas), gevonden)
    alle = [
        *regeling.aanhef.alineas,
        *(alinea for _, alineas in per_artikel for alinea in alineas),
        *regeling.lopende_tekst,
    ]
    _uit_lopende_tekst(alle, gevonden)
    return gevonden


def _is_begripsbepaling(opschrift: str | None, alineas: Iterable[Alinea]) -> bool:
    laag = f"{opschrift or ''}\n{' '.join(alinea.tekst for alinea in alineas)}".lower()
    return any(woord in laag for woord in _BEGRIPWOORDEN) and _BEGRIPPEN.search(laag) is not None


def _tabelrijen(regeling: Regeling, alineas: Iterable[Alinea]) -> Iterator[str]:
    """Rows of a table with a term in one cell and its meaning in the next, as "term: meaning"."""
    for vorige, blok in pairwise(regeling.blokken[alinea.nr] for alinea in alineas):
        if vorige.cel and blok.cel and (vorige.cel.tabel, vorige.cel.rij) == (blok.cel.tabel, blok.cel.rij):
            yield f"{vorige.tekst}: {blok.tekst}"


def _uit_regels(regels: Iterable[str], gevonden: dict[str, str]) -> None:
    for regel in regels:
        tekst = maak_schoon(regel).tekst
        term = _REGEL.match(tekst)
        if term:
            _noteer(term["naam"], tekst, term.end(), gevonden)


def _uit_lopende_tekst(alineas: Iterable[Alinea], gevonden: dict[str, str]) -> None:
    for alinea in alineas:
        if "verstaan" in alinea.tekst:
            for vorm in _VERSTAAN:
                for term in vorm.finditer(alinea.tekst):
                    _noteer(term["naam"], alinea.tekst, term.end(), gevonden)
        if "(" in alinea.tekst:
            for term in _HIERNA.finditer(alinea.tekst):
                naam = _regeling_voor(alinea.tekst[: term.start()]) if _NAAM_VAN_REGELING.search(term["naam"]) else None
                if naam:
                    gevonden.setdefault(_sleutel(term["naam"]), naam)


def _regeling_voor(tekst: str) -> str | None:
    """The law or title with which a text ends."""
    kaal = tekst.rstrip()
    bekend = wet_aan_het_eind(kaal)
    if bekend:
        return bekend[1].naam
    for woord in re.finditer(r"(?<!\w)[A-Z]", kaal[-120:]):
        begin = max(0, len(kaal) - 120) + woord.start()
        if lees_titel(kaal, begin, los=True) == len(kaal):
            return kaal[begin:]
    return None


def _noteer(naam: str, tekst: str, pos: int, gevonden: dict[str, str]) -> None:
    """Keep ``naam`` when what stands at ``pos`` is a law, a title or the regulation itself."""
    zelf = _ZELF.match(tekst, pos)
    if zelf:
        if _SLOT.match(tekst, zelf.end()):
            gevonden.setdefault(_sleutel(naam), EIGEN)
        return
    bekend = BEKENDE_WET.match(tekst, pos)
    eind = bekend.end() if bekend else lees_titel(tekst, pos, los=True)
    if eind is None:
        return
    # "wet: Participatiewet, zoals die geldt op …" counts; "uitkering: Participatiewet-uitkering …" does not.
    if not (_SLOT.match(tekst, eind) or SAMENSTELLING.fullmatch(naam) or naam.isupper()):
        return
    wet = bekende_wet(bekend.group()) if bekend else None
    gevonden.setdefault(_sleutel(naam), wet.naam if wet else " ".join(tekst[pos:eind].split()))


def _sleutel(naam: str) -> str:
    return " ".join(naam.lower().split())
