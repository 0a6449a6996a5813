"""Findings that a gemeente accepts (``--afwijkingen``): a table with code, document, citaat, reden, door and datum.

An accepted finding stays in every report, with its reason, and counts no more. A finding with several places is accepted when each of
its places is; until then the accepted ones say so and the finding counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from verordening_tool._invoercsv import Regel, lees_dag, lees_regels
from verordening_tool.checking.oordeel import Aanvaarding, Oordeel, Plaats, Toetsresultaat, Uitkomst
from verordening_tool.fouten import Gegevensfout
from verordening_tool.language.folding import fold

KOLOMMEN = ("code", "document", "citaat", "reden", "door", "datum")
_ADVIES = "Verbeter het bestand. Op elke regel staat: code; document; citaat; reden; door; datum."
_KORTST_CITAAT = 10  # letters; less would accept what nobody looked at
_KORTST_REDEN = 10
_TE_AANVAARDEN = frozenset({Uitkomst.STRIJDIG, Uitkomst.NIET_AANGETROFFEN, Uitkomst.TWIJFEL})

Beoordeeld = tuple[str, Sequence[Oordeel]]  # the name of a file and the verdicts on it


@dataclass(frozen=True, slots=True)
class Afwijking:
    """One row: which finding is accepted and why. ``regel``: its line in the file; ``citaat`` empty: a finding without a passage."""

    regel: int
    code: str
    document: str
    citaat: str
    aanvaarding: Aanvaarding


@dataclass(frozen=True, slots=True)
class Ongebruikt:
    """A row that accepted nothing, and why."""

    afwijking: Afwijking
    waarom: str


# --- reading --------------------------------------------------------------------------------------------------------


def lees_afwijkingen(pad: Path, codes: Collection[str]) -> tuple[Afwijking, ...]:
    """The rows of the file; ``codes`` are those that exist. Raises Gegevensfout that names line and column of every error."""
    if not pad.is_file():
        wat = "is een map" if pad.is_dir() else "bestaat niet"
        raise Gegevensfout(f"Het bestand {pad} met afwijkingen {wat}.", "Controleer de naam achter --afwijkingen.")
    regels = lees_regels(pad, KOLOMMEN)
    fouten = [f"{pad.name}, regel {regel.nummer}, kolom {kolom}: {wat}" for regel in regels for kolom, wat in _fouten(regel, codes)]
    if fouten:
        raise Gegevensfout("\n".join(fouten), _ADVIES)
    return tuple(_afwijking(regel) for regel in regels)


def _fouten(regel: Regel, codes: Collection[str]) -> Iterable[tuple[str, str]]:
    cellen = regel.cellen
    for kolom in ("code", "document", "reden"):
        if not cellen[kolom]:
            yield kolom, "is leeg. Vul dit in." if kolom != "reden" else "is leeg. Zonder reden kan een bevinding niet worden aanvaard."
    if cellen["code"] and cellen["code"].upper() not in codes:
        yield "code", f"{cellen['code']} bestaat niet. Neem de code over uit het rapport."
    if cellen["reden"] and len(cellen["reden"]) < _KORTST_REDEN:
        yield "reden", f"“{cellen['reden']}” is te kort. Schrijf waarom deze afwijking goed is."
    if cellen["citaat"] and len(_kern(cellen["citaat"])) < _KORTST_CITAAT:
        yield "citaat", f"“{cellen['citaat']}” is te kort. Neem de hele passage over uit het rapport."
    if cellen["datum"] and lees_dag(cellen["datum"]) is None:
        yield "datum", f"“{cellen['datum']}” is geen datum. Schrijf 2024-01-31 of 31 januari 2024."


def _afwijking(regel: Regel) -> Afwijking:
    cellen = regel.cellen
    aanvaarding = Aanvaarding(cellen["reden"], cellen["door"], lees_dag(cellen["datum"]))
    return Afwijking(regel.nummer, cellen["code"].upper(), cellen["document"], cellen["citaat"], aanvaarding)


# --- laying over ----------------------------------------------------------------------------------------------------


def met_afwijkingen(resultaat: Toetsresultaat, afwijkingen: Sequence[Afwijking]) -> Toetsresultaat:
    """The result on one file, in both views when both were judged, with what was accepted marked as such."""
    if not afwijkingen:
        return resultaat
    eerst = resultaat.oorspronkelijk
    oordelen = leg_over(resultaat.oordelen, resultaat.bestand, afwijkingen)
    return replace(resultaat, oordelen=oordelen, oorspronkelijk=met_afwijkingen(eerst, afwijkingen) if eerst else None)


def leg_over(oordelen: Sequence[Oordeel], bestand: str, afwijkingen: Sequence[Afwijking]) -> tuple[Oordeel, ...]:
    """The verdicts on ``bestand``, those that were accepted marked as such."""
    hier = [rij for rij in afwijkingen if _is_document(rij, bestand)]
    return tuple(_aanvaard(oordeel, [rij for rij in hier if rij.code == oordeel.code]) for oordeel in oordelen)


def _aanvaard(oordeel: Oordeel, rijen: Sequence[Afwijking]) -> Oordeel:
    if not rijen or oordeel.oordeel not in _TE_AANVAARDEN:
        return oordeel
    if not oordeel.plaatsen:
        rij = next((rij for rij in rijen if _past(rij, oordeel)), None)
        return replace(oordeel, aanvaard=rij.aanvaarding) if rij else oordeel
    per_plaats = [(plaats, next((rij for rij in rijen if rij.citaat and _zelfde(rij.citaat, plaats)), None)) for plaats in oordeel.plaatsen]
    gebruikt = list(dict.fromkeys(rij.aanvaarding for _, rij in per_plaats if rij))
    if all(rij for _, rij in per_plaats):
        redenen = "; ".join(dict.fromkeys(een.reden for een in gebruikt))
        return replace(oordeel, aanvaard=replace(gebruikt[0], reden=redenen))
    nog_open = [plaats for plaats, rij in per_plaats if rij is None]
    al_aanvaard = [replace(plaats, bericht=_bij(plaats, rij.aanvaarding)) for plaats, rij in per_plaats if rij]
    return replace(oordeel, plaatsen=(*nog_open, *al_aanvaard))


def _bij(plaats: Plaats, aanvaarding: Aanvaarding) -> str:
    return f"{f'{plaats.bericht} ' if plaats.bericht else ''}Aanvaard: {aanvaarding.reden}"


def _past(rij: Afwijking, oordeel: Oordeel) -> bool:
    """Whether the row is about this verdict, or about one of its places."""
    if oordeel.plaatsen:
        return bool(rij.citaat) and any(_zelfde(rij.citaat, plaats) for plaats in oordeel.plaatsen)
    return not rij.citaat or (oordeel.dichtstbij is not None and _zelfde(rij.citaat, oordeel.dichtstbij))


def _zelfde(citaat: str, plaats: Plaats) -> bool:
    """Whether two quotes are of the same passage: one lies within the other, whatever the blanks, capitals and kind of quotation marks."""
    een, ander = _kern(citaat), _kern(plaats.citaat)
    return een in ander or (len(ander) >= _KORTST_CITAAT and ander in een)


def _kern(citaat: str) -> str:
    return " ".join(fold(citaat).split()).strip("'\". …?")


def _is_document(rij: Afwijking, bestand: str) -> bool:
    """Whether the row names this file: its name, the end of its path, or a pattern such as ``concept*.docx``."""
    gevraagd = rij.document.removeprefix("'").replace("\\", "/").removeprefix("./").lower()
    return PurePosixPath(bestand.replace("\\", "/").lower()).match(gevraagd)


# --- what was not used ----------------------------------------------------------------------------------------------


def ongebruikte(afwijkingen: Sequence[Afwijking], beoordeeld: Sequence[Beoordeeld]) -> tuple[Ongebruikt, ...]:
    """The rows on documents and norms that were judged that accepted nothing."""
    gevallen = ((rij, _waarom_ongebruikt(rij, beoordeeld)) for rij in afwijkingen)
    return tuple(Ongebruikt(rij, waarom) for rij, waarom in gevallen if waarom)


def zonder_document(afwijkingen: Sequence[Afwijking], beoordeeld: Sequence[Beoordeeld]) -> tuple[Afwijking, ...]:
    """The rows on documents that were not judged now."""
    return tuple(rij for rij in afwijkingen if not any(_is_document(rij, bestand) for bestand, _ in beoordeeld))


def zonder_oordeel(afwijkingen: Sequence[Afwijking], beoordeeld: Sequence[Beoordeeld]) -> tuple[Afwijking, ...]:
    """The rows on norms that were not judged now on the documents they name."""
    return tuple(rij for rij in afwijkingen if not _oordelen(rij, beoordeeld))


def _oordelen(rij: Afwijking, beoordeeld: Sequence[Beoordeeld]) -> list[Oordeel]:
    hier = (oordelen for bestand, oordelen in beoordeeld if _is_document(rij, bestand))
    return [oordeel for oordelen in hier for oordeel in oordelen if oordeel.code == rij.code]


def _waarom_ongebruikt(rij: Afwijking, beoordeeld: Sequence[Beoordeeld]) -> str | None:
    oordelen = _oordelen(rij, beoordeeld)
    te_aanvaarden = [oordeel for oordeel in oordelen if oordeel.oordeel in _TE_AANVAARDEN]
    if not oordelen or any(_past(rij, oordeel) for oordeel in te_aanvaarden):
        return None
    if not te_aanvaarden:
        return "Deze bevinding is er niet meer. Haal de regel weg."
    plaats = next((plaats for oordeel in te_aanvaarden for plaats in oordeel.plaatsen), None)
    if plaats is None:
        return "De norm geeft een bevinding zonder passage. Laat citaat leeg."
    return f"De norm geeft een bevinding op andere woorden: “{plaats.citaat}”. Kijk opnieuw en pas citaat aan."
