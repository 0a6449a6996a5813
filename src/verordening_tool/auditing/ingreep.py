"""What one row of beoordeling.csv does to what was found in a document: overrule the verdict on a norm, or a fact."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from verordening_tool.auditing.model import Aanbod, Beoordeling, Feiten, Omvangwijze, Plekken, Uitslag, Vermelding, Voorselectie
from verordening_tool.auditing.woorden import UITKOMSTEN, VELDEN, getal_voluit
from verordening_tool.checking.judge import maak_oordeel
from verordening_tool.checking.oordeel import Oordeel, Plaats, Uitkomst
from verordening_tool.checking.zaak import Bevinding
from verordening_tool.document.blok import Deel
from verordening_tool.norms.schema import Check


class Ingreep(Protocol):
    """A decision on one code. It is laid over the findings of a document and knows what they said before."""

    @property
    def code(self) -> str:
        """The norm or fact it is about."""
        ...

    def eerst(self, uitslag: Uitslag) -> str | None:
        """What the tool had said, in words; None when it said nothing on this document at all."""
        ...

    def leg_over(self, uitslag: Uitslag, bericht: str) -> Uitslag:
        """The findings with the decision in them, ``bericht`` telling whose it is."""
        ...


def ingreep_voor(code: str, oordeel: str, checks: Mapping[str, Check]) -> Ingreep:
    """The decision that a code and an oordeel stand for; ``checks``: the norms by code.

    Raises LookupError for the code, ValueError for the oordeel (Dutch).
    """
    if code.upper() in checks:
        return _Normingreep(checks[code.upper()], _uitkomst(oordeel))
    kaal = code.lower().replace(" ", "_")
    if kaal in _KEUZES:
        return _Feitingreep(kaal, _keuze(_KEUZES[kaal], oordeel))
    if kaal == "plekken":
        return _Plekkeningreep(_aantal(oordeel))
    if kaal in VELDEN:
        return _Vermeldingingreep(kaal, _ja_of_nee(oordeel))
    feiten = [*_KEUZES, "plekken", *VELDEN]
    dichtbij = difflib.get_close_matches(kaal, feiten, 1)
    suggestie = (
        f"Bedoelt u {dichtbij[0]}?" if dichtbij else f"Gebruik de code van een norm (verordening normen) of een van: {', '.join(feiten)}."
    )
    raise LookupError(f"“{code}” ken ik niet. {suggestie}")


# --- the words of the inspector -------------------------------------------------------------------------------------

_KEUZES: Mapping[str, type[StrEnum]] = {"aanbod": Aanbod, "omvang": Omvangwijze, "voorselectie": Voorselectie}
_SYNONIEMEN = {
    "in_orde": Uitkomst.VOLDOET,
    "in_strijd": Uitkomst.STRIJDIG,
    "in_strijd_met_de_wet": Uitkomst.STRIJDIG,
    "ontbreekt": Uitkomst.NIET_AANGETROFFEN,
    "niet_van_toepassing": Uitkomst.NVT,
}


def _plat(tekst: str) -> str:
    return "_".join(tekst.lower().replace(".", "").split())


def _uitkomst(tekst: str) -> Uitkomst:
    plat = _plat(tekst)
    return _SYNONIEMEN[plat] if plat in _SYNONIEMEN else Uitkomst(_keuze(Uitkomst, tekst))


def _keuze(soort: type[StrEnum], tekst: str) -> StrEnum:
    try:
        return soort(_plat(tekst))
    except ValueError:
        raise ValueError(f"“{tekst}” kan hier niet. Kies een van: {', '.join(woord.value for woord in soort)}.") from None


def _aantal(tekst: str) -> float | None:
    if _plat(tekst) in {"geen", "niet_genoemd", "onbekend"}:
        return None
    try:
        aantal = float(tekst.replace(",", "."))
    except ValueError:
        aantal = -1
    if not 0 <= aantal < 1_000_000:
        raise ValueError(f"“{tekst}” is geen aantal plekken. Schrijf een getal, of “geen”.")
    return aantal


def _ja_of_nee(tekst: str) -> bool:
    if _plat(tekst) not in {"ja", "nee"}:
        raise ValueError(f"“{tekst}” kan hier niet. Kies ja of nee.")
    return _plat(tekst) == "ja"


# --- what they do ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Normingreep:
    """Another verdict on a norm, on every day on which the document was judged and the norm was not without meaning."""

    check: Check
    uitkomst: Uitkomst

    @property
    def code(self) -> str:
        return self.check.code

    def eerst(self, uitslag: Uitslag) -> str | None:
        if not uitslag.beoordelingen:
            return None
        gevonden = [oordeel for beoordeling in uitslag.beoordelingen if (oordeel := self._oordeel(beoordeling)) is not None]
        sprekend = [oordeel for oordeel in gevonden if oordeel.oordeel is not Uitkomst.NVT] or gevonden
        return ", ".join(dict.fromkeys(UITKOMSTEN[oordeel.oordeel] for oordeel in sprekend)) or "niet beoordeeld"

    def leg_over(self, uitslag: Uitslag, bericht: str) -> Uitslag:
        raakt = [beoordeling for beoordeling in uitslag.beoordelingen if self._is_van_belang(beoordeling)] or uitslag.beoordelingen
        nieuw = [self._herzien(beoordeling, bericht) if beoordeling in raakt else beoordeling for beoordeling in uitslag.beoordelingen]
        return replace(uitslag, beoordelingen=tuple(nieuw))

    def _oordeel(self, beoordeling: Beoordeling) -> Oordeel | None:
        return next((oordeel for oordeel in beoordeling.oordelen if oordeel.code == self.code), None)

    def _is_van_belang(self, beoordeling: Beoordeling) -> bool:
        oordeel = self._oordeel(beoordeling)
        return oordeel is None or oordeel.oordeel is not Uitkomst.NVT

    def _herzien(self, beoordeling: Beoordeling, bericht: str) -> Beoordeling:
        eerder = self._oordeel(beoordeling)
        nieuw = maak_oordeel(self.check, Bevinding(self.uitkomst, bericht, eerder.plaatsen if eerder else ()), beoordeling.peildatum)
        oordelen = tuple(nieuw if oordeel is eerder else oordeel for oordeel in beoordeling.oordelen)
        return replace(
            beoordeling,
            oordelen=oordelen if eerder else (*oordelen, nieuw),
            niet_beoordeeld=tuple(geval for geval in beoordeling.niet_beoordeeld if geval.code != self.code),
        )


def _op_feiten(uitslag: Uitslag, verandering: Callable[[Feiten], Feiten]) -> Uitslag:
    return replace(uitslag, feiten=verandering(uitslag.feiten))


@dataclass(frozen=True, slots=True)
class _Feitingreep:
    """Another answer to a question with a few possible answers."""

    code: str
    waarde: StrEnum

    def eerst(self, uitslag: Uitslag) -> str | None:
        return None if uitslag.fout else str(getattr(uitslag.feiten, self.code)).replace("_", " ")

    def leg_over(self, uitslag: Uitslag, bericht: str) -> Uitslag:
        plaats = getattr(uitslag.feiten, f"{self.code}_plaats")
        velden = {self.code: self.waarde, f"{self.code}_plaats": _met_bericht(plaats, bericht)}
        if self.code == "aanbod":
            velden["aanbod_vermoed"] = False  # a person said so
        return _op_feiten(uitslag, lambda feiten: replace(feiten, **velden))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class _Plekkeningreep:
    """Another number of places, or none."""

    aantal: float | None
    code: str = "plekken"

    def eerst(self, uitslag: Uitslag) -> str | None:
        if uitslag.fout:
            return None
        return ", ".join(getal_voluit(plekken.aantal) for plekken in uitslag.feiten.plekken) or "geen"

    def leg_over(self, uitslag: Uitslag, bericht: str) -> Uitslag:
        if self.aantal is None:
            return _op_feiten(uitslag, lambda feiten: replace(feiten, plekken=()))
        eerder = uitslag.feiten.plekken[0] if uitslag.feiten.plekken else Plekken(0, "plekken", None, "onbekend", _zonder_passage())
        nieuw = replace(eerder, aantal=self.aantal, plaats=_met_bericht(eerder.plaats, bericht))
        return _op_feiten(uitslag, lambda feiten: replace(feiten, plekken=(nieuw,)))


@dataclass(frozen=True, slots=True)
class _Vermeldingingreep:
    """A reason or alternative that the document gives after all, or does not give."""

    code: str
    genoemd: bool

    def _vermeldingen(self, uitslag: Uitslag) -> Iterable[Vermelding]:
        vermeldingen: Iterable[Vermelding] = getattr(uitslag.feiten, VELDEN[self.code])
        return vermeldingen

    def eerst(self, uitslag: Uitslag) -> str | None:
        if uitslag.fout:
            return None
        return "ja" if any(vermelding.sleutel == self.code for vermelding in self._vermeldingen(uitslag)) else "nee"

    def leg_over(self, uitslag: Uitslag, bericht: str) -> Uitslag:
        overig = tuple(vermelding for vermelding in self._vermeldingen(uitslag) if vermelding.sleutel != self.code)
        eigen = next((vermelding.plaats for vermelding in self._vermeldingen(uitslag) if vermelding.sleutel == self.code), None)
        nieuw = (Vermelding(self.code, _met_bericht(eigen, bericht)),) if self.genoemd else ()
        mits = tuple(vermelding for vermelding in uitslag.feiten.mits if vermelding.sleutel != self.code)
        return _op_feiten(uitslag, lambda feiten: replace(feiten, mits=mits, **{VELDEN[self.code]: (*overig, *nieuw)}))  # type: ignore[arg-type]


def _zonder_passage() -> Plaats:
    return Plaats(Deel.METADATA, "")


def _met_bericht(plaats: Plaats | None, bericht: str) -> Plaats:
    return replace(plaats or _zonder_passage(), bericht=bericht)
