"""Whether a place inside the document exists: an article, a lid, an onderdeel, a chapter, "het vorige lid"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Artikel, Lid, Onderdeel, Regeling
from verordening_tool.references.model import Doel
from verordening_tool.references.plekken import Plek

Bestaan = Literal["geldig", "dood", "onbekend"]
_DEELSOORTEN = ("hoofdstuk", "paragraaf", "afdeling", "titel")


class Inwendig:
    """Looks up targets in one Regeling."""

    def __init__(self, regeling: Regeling) -> None:
        self._regeling = regeling
        self._artikelen: dict[str, list[Artikel]] = {}
        self._gezocht: dict[Doel, Bestaan] = {}
        self._leden: dict[int, dict[str, list[Lid]]] = {}
        for artikel in regeling.artikelen:
            self._artikelen.setdefault(_sleutel(artikel.nummer), []).append(artikel)
        gedeeld = {_is_gedeeld(nummer) for nummer in self._artikelen}
        self._gedeeld = gedeeld.pop() if len(gedeeld) == 1 else None  # None: some are, some are not
        self._koppen: dict[str, set[str]] = {}
        for kop in regeling.hoofdstukken:
            if kop.nummer:
                self._koppen.setdefault(kop.soort, set()).add(_sleutel(kop.nummer))

    def heeft_artikel(self, nummer: str) -> bool:
        """Whether an article with this number stands in the document."""
        return _sleutel(nummer) in self._artikelen

    def andere_nummering(self, nummer: str) -> bool:
        """Whether the document numbers its articles 1.1, 1.2 … and this number is plain, or the other way round."""
        return self._gedeeld is not None and self._gedeeld != _is_gedeeld(nummer)

    def bestaat(self, doel: Doel, plek: Plek) -> Bestaan:
        """Whether ``doel``, read at ``plek``, exists. "onbekend" where the document can not tell."""
        if doel.deel:
            return self._deel(doel.deel, plek)
        if doel.relatief and doel.relatief not in {"dit artikel", "dat artikel", "dat lid"}:
            return self._relatief(doel.relatief, plek)
        if doel.artikel:
            gezocht = self._gezocht.get(doel)
            if gezocht is None:
                kandidaten = self._artikelen.get(_sleutel(doel.artikel), [])
                gezocht = self._gezocht[doel] = (
                    _beste([self._in_artikel(artikel, doel) for artikel in kandidaten]) if kandidaten else "dood"
                )
            return gezocht
        if plek.artikel is None or (doel.relatief and doel.relatief != "dit artikel"):
            return "onbekend"
        if doel.lid is None and doel.onderdeel and plek.lid and plek.deel is Deel.LICHAAM and not doel.relatief:
            return _beste([_in_lid(plek.lid, doel, plek.onderdeel), self._in_artikel(plek.artikel, doel)])
        return self._in_artikel(plek.artikel, doel)

    def _in_artikel(self, artikel: Artikel, doel: Doel) -> Bestaan:
        if doel.lid is None:
            return _beste([_in_lid(lid, doel, None) for lid in artikel.leden]) if doel.onderdeel else "geldig"
        genummerd = self._genummerde_leden(artikel)
        if not genummerd:
            return "onbekend" if _telbaar(artikel.leden) else "dood"
        gevonden = genummerd.get(doel.lid.lower())
        if not gevonden:
            return "dood"
        return _beste([_in_lid(lid, doel, None) for lid in gevonden]) if doel.onderdeel else "geldig"

    def _genummerde_leden(self, artikel: Artikel) -> dict[str, list[Lid]]:
        """The leden with a number, by number; kept per article, for some have hundreds."""
        if id(artikel) not in self._leden:
            leden = self._leden[id(artikel)] = {}
            for lid in artikel.leden:
                if lid.nummer is not None:
                    leden.setdefault(_sleutel(lid.nummer), []).append(lid)
        return self._leden[id(artikel)]

    def _relatief(self, relatief: str, plek: Plek) -> Bestaan:
        wijze, _, soort = relatief.partition(" ")
        if plek.artikel is None:
            return "geldig" if soort == "bijlage" and plek.deel is Deel.BIJLAGE else "onbekend"
        if wijze in {"vorig", "volgend"}:
            reeks: Sequence[object] = plek.artikel.leden if soort == "lid" else self._regeling.artikelen if soort == "artikel" else ()
            if soort == "lid" and plek.lid is not None and plek.lid.nummer is None:
                return "onbekend" if _telbaar((plek.lid,)) else "dood"
            hier: object = plek.lid if soort == "lid" else plek.artikel
            if hier is None or hier not in reeks:
                return "onbekend"
            doel = reeks.index(hier) + (1 if wijze == "volgend" else -1)
            return "geldig" if 0 <= doel < len(reeks) else "dood"
        if soort in {"lid", "onderdeel"}:
            return "geldig"
        # "die paragraaf" points back to what was just spoken of, perhaps of another text
        return "onbekend" if wijze in {"die", "dat"} else self._eigen_deel(soort, plek.artikel)

    def _eigen_deel(self, soort: str, artikel: Artikel) -> Bestaan:
        """Whether the article stands under a division of this kind ("deze paragraaf")."""
        if soort not in _DEELSOORTEN:
            return "onbekend"
        onder = any(deel.soort == soort and artikel.nummer in deel.artikelen for deel in self._regeling.hoofdstukken)
        return "geldig" if onder or any(_is_kop(kop, soort) for kop in artikel.pad) else "dood"

    def _deel(self, deel: str, plek: Plek) -> Bestaan:
        kern = deel.partition(" van ")[0]
        soort, _, nummer = kern.partition(" ")
        if soort == "bijlage":
            return self._bijlage(nummer)
        if soort not in _DEELSOORTEN:
            return "onbekend"
        nummers = self._koppen.get(soort, set())
        if not nummers and plek.deel is not Deel.LICHAAM:
            return "onbekend"
        if "." in nummer and self.heeft_artikel(nummer):
            return "geldig"  # "paragraaf 4.2" for a rule that has its number only
        return "geldig" if _sleutel(nummer) in nummers or any(gevonden.endswith(f".{_sleutel(nummer)}") for gevonden in nummers) else "dood"

    def _bijlage(self, nummer: str) -> Bestaan:
        """An annex may be a file of its own: only when others with a number are here, a missing one is dead."""
        woorden = [bijlage.opschrift.lower().replace(":", " ").replace(".", " ").split() for bijlage in self._regeling.bijlagen]
        nummers = [rij[1] for rij in woorden if len(rij) > 1 and rij[0] == "bijlage"]
        if nummer.lower() in nummers:
            return "geldig"
        return "dood" if any(gevonden.isdecimal() == nummer.isdecimal() and len(gevonden) <= 4 for gevonden in nummers) else "onbekend"


def _sleutel(nummer: str) -> str:
    return nummer.lower().strip(" .")


def _is_gedeeld(nummer: str) -> bool:
    """Whether a number of an article holds that of its chapter: 1.1, 2:3."""
    return "." in nummer or ":" in nummer


def _is_kop(kop: str, soort: str) -> bool:
    return kop.lower().startswith(soort) or (soort == "paragraaf" and kop.startswith("§"))


def _beste(uitkomsten: Sequence[Bestaan]) -> Bestaan:
    if "geldig" in uitkomsten:
        return "geldig"
    return "onbekend" if "onbekend" in uitkomsten else "dood"


def _in_lid(lid: Lid, doel: Doel, hier: Onderdeel | None) -> Bestaan:
    """Whether an onderdeel stands in this lid; at ``hier`` a bare "onder 2°" may mean the level below."""
    if doel.onderdeel is None:
        return "geldig"
    if hier is not None and doel.sub is None and _zoek(hier.onderdelen, doel.onderdeel):
        return "geldig"
    gevonden = _zoek(lid.onderdelen, doel.onderdeel)
    if gevonden:
        if doel.sub is None or any(_zoek(onderdeel.onderdelen, doel.sub) for onderdeel in gevonden):
            return "geldig"
        return "onbekend" if any(_zonder_nummers(onderdeel.onderdelen) for onderdeel in gevonden) else "dood"
    # A list with dashes, or one that runs on in the text, can not be held against a letter.
    opsomming = len(lid.alineas) > 1 and any(alinea.tekst.rstrip().endswith(":") for alinea in lid.alineas)
    return "onbekend" if _zonder_nummers(lid.onderdelen) or (not lid.onderdelen and opsomming) else "dood"


def _zoek(onderdelen: Sequence[Onderdeel], nummer: str) -> list[Onderdeel]:
    kaal = nummer.lower().rstrip("°")
    return [onderdeel for onderdeel in onderdelen if onderdeel.nummer.lower().rstrip("°.)") == kaal]


def _telbaar(leden: Sequence[Lid]) -> bool:
    """Paragraphs without numbers, or with a bullet where the number of a lid belongs: a reader may count them, we do not."""
    return sum(len(lid.alineas) for lid in leden) > 1 or any(_zonder_nummers(lid.onderdelen) and not lid.alineas for lid in leden)


def _zonder_nummers(onderdelen: Sequence[Onderdeel]) -> bool:
    return bool(onderdelen) and not any(onderdeel.nummer[:1].isalnum() for onderdeel in onderdelen)
