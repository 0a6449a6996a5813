"""Judges what the aanhef cites, on two days: vaststelling and first inwerkingtreding of the base text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.document.blok import Deel
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import Regeling
from verordening_tool.language.begrippen import Span
from verordening_tool.language.zinnen import splits
from verordening_tool.norms.schema import Check, Citaat
from verordening_tool.references.model import Verwijzing


@dataclass(frozen=True, slots=True)
class Citatie:
    """A reference in the "gelet op" of the aanhef, and the alinea it stands in."""

    alinea: int
    verwijzing: Verwijzing


@dataclass(frozen=True, slots=True)
class Citaatoordeel:
    """Outcome with message and places."""

    uitkomst: Uitkomst
    bericht: str
    plaatsen: tuple[Plaats, ...] = ()
    dichtstbij: Plaats | None = None


def beoordeel_citaat(
    check: Check,
    regeling: Regeling,
    citaties: Sequence[Citatie],
    aanhefdata: tuple[date | None, date | None],
    *,
    zonder_lid_mag: bool = False,
) -> Citaatoordeel:
    """The verdict on a citation check.

    ``aanhefdata``: vaststelling and first inwerkingtreding; when the second is None, vaststelling alone counts.
    ``zonder_lid_mag``: a forbidden citation that names no lid is right in this document.
    """
    vaststelling, inwerking = aanhefdata
    eis = check.citaat
    if eis is None:  # the schema makes sure of it
        raise ValueError(check.code)
    gevonden = [citatie for citatie in citaties if _noemt(eis, citatie.verwijzing)]
    if zonder_lid_mag:
        gevonden = [citatie for citatie in gevonden if any(doel.lid for doel in citatie.verwijzing.doelen)]
    gezocht, eerste = inwerking or vaststelling, vaststelling or inwerking
    dagen = _Dagen(
        op_inwerking=gezocht is None or check.geldig.op(gezocht),
        op_vaststelling=eerste is None or check.geldig.op(eerste),
        namen=_twee_data(vaststelling, gezocht),
    )
    if not dagen.op_inwerking and not (check.aard == "verbod" and dagen.op_vaststelling):
        return Citaatoordeel(Uitkomst.NVT, "Deze eis gold niet op de dagen waarop de aanhef wordt beoordeeld.")
    if check.aard == "verbod":
        return _verbod(eis, regeling, gevonden, dagen)
    return _gebod(eis, regeling, gevonden, citaties, dagen)


@dataclass(frozen=True, slots=True)
class _Dagen:
    """Whether the norm held on the two days; ``namen`` says them in words."""

    op_inwerking: bool
    op_vaststelling: bool
    namen: str


def _verbod(eis: Citaat, regeling: Regeling, gevonden: Sequence[Citatie], dagen: _Dagen) -> Citaatoordeel:
    if not gevonden:
        return Citaatoordeel(Uitkomst.VOLDOET, eis.bericht_afwezig)
    plaatsen = tuple(dict.fromkeys(_plaats(regeling, citatie) for citatie in gevonden))
    if dagen.op_inwerking and not dagen.op_vaststelling:
        nog = f"Bij de vaststelling was de verwijzing nog juist, op de dag van inwerkingtreding niet meer ({dagen.namen})."
        return Citaatoordeel(Uitkomst.TWIJFEL, f"{eis.bericht_gevonden} {nog}", plaatsen)
    return Citaatoordeel(Uitkomst.STRIJDIG, eis.bericht_gevonden, plaatsen)


def _gebod(eis: Citaat, regeling: Regeling, gevonden: Sequence[Citatie], citaties: Sequence[Citatie], dagen: _Dagen) -> Citaatoordeel:
    if gevonden:
        return Citaatoordeel(
            Uitkomst.VOLDOET, eis.bericht_gevonden, tuple(dict.fromkeys(_plaats(regeling, citatie) for citatie in gevonden))
        )
    dichtstbij = _dichtstbij(eis, regeling, citaties)
    if not dagen.op_vaststelling:
        nog = f"Bij de vaststelling hoefde dat nog niet, op de dag van inwerkingtreding wel ({dagen.namen})."
        return Citaatoordeel(Uitkomst.TWIJFEL, f"{eis.bericht_afwezig} {nog}", (), dichtstbij)
    zonder_lid = [citatie for citatie in citaties if eis.alleen_met_lid and _noemt_zonder_lid(eis, citatie.verwijzing)]
    if zonder_lid:
        bericht = f"De aanhef noemt artikel {eis.artikel} zonder lid. {eis.bericht_afwezig}"
        return Citaatoordeel(Uitkomst.TWIJFEL, bericht, (_plaats(regeling, zonder_lid[0]),))
    return Citaatoordeel(Uitkomst.NIET_AANGETROFFEN, eis.bericht_afwezig, (), dichtstbij)


def _noemt_zonder_lid(eis: Citaat, verwijzing: Verwijzing) -> bool:
    """Whether the article is cited as a whole."""
    doelen = [doel for doel in verwijzing.doelen if (doel.artikel or "").lower() == eis.artikel]
    return verwijzing.bwb in eis.bwb and bool(doelen) and not any(doel.lid for doel in doelen)


def _noemt(eis: Citaat, verwijzing: Verwijzing) -> bool:
    """Whether a reference names the provision; one that names no lid stands for the whole article."""
    if verwijzing.bwb not in eis.bwb:
        return False
    for doel in verwijzing.doelen:
        if (doel.artikel or "").lower() != eis.artikel:
            continue
        if eis.lid is not None and doel.lid != eis.lid and (doel.lid is not None or eis.alleen_met_lid):
            continue
        if eis.onderdeel is None or doel.onderdeel in (eis.onderdeel, None):
            return True
    return False


def _plaats(regeling: Regeling, citatie: Citatie) -> Plaats:
    tekst = regeling.blokken[citatie.alinea].tekst
    zin = next((zin for zin in splits(tekst) if zin.start <= citatie.verwijzing.start < zin.eind), Span(0, len(tekst)))
    return Plaats(Deel.AANHEF, tekst[zin.start : zin.eind], alinea=citatie.alinea, voor=tekst[: zin.start], na=tekst[zin.eind :])


def _dichtstbij(eis: Citaat, regeling: Regeling, citaties: Sequence[Citatie]) -> Plaats | None:
    """A citation of the same law, best of the same article."""
    zelfde_wet = [citatie for citatie in citaties if citatie.verwijzing.bwb in eis.bwb]
    zelfde_artikel = [
        citatie for citatie in zelfde_wet if any((doel.artikel or "").lower() == eis.artikel for doel in citatie.verwijzing.doelen)
    ]
    if beste := (zelfde_artikel or zelfde_wet):
        return _plaats(regeling, beste[0])
    gelet_op = regeling.aanhef.gelet_op
    return Plaats(Deel.AANHEF, gelet_op[0].tekst, alinea=gelet_op[0].nr) if gelet_op else None


def _twee_data(vaststelling: date | None, inwerking: date | None) -> str:
    delen = []
    if vaststelling:
        delen.append(f"vastgesteld {dutch_date(vaststelling)}")
    if inwerking:
        delen.append(f"in werking {dutch_date(inwerking)}")
    return ", ".join(delen)
