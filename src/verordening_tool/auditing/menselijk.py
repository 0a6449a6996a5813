"""What an inspector decides: beoordeling.csv in the output folder, read and laid over what the tool found.

The file belongs to the inspector: it is made once, with only its header, and never written again. A row overrules one verdict or one
fact of one document; the gemeente is then derived from its documents as always. Columns: code;document;oordeel;reden;door;datum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from verordening_tool._invoercsv import Regel, lees_dag, lees_regels
from verordening_tool.auditing.ingreep import Ingreep, ingreep_voor
from verordening_tool.auditing.model import Stuk
from verordening_tool.fouten import Gegevensfout
from verordening_tool.norms.schema import Check

KOLOMMEN = ("code", "document", "oordeel", "reden", "door", "datum")
LEEG = ("\ufeff" + ";".join(KOLOMMEN) + "\r\n").encode("utf-8")
_ADVIES = "Verbeter het bestand en probeer het opnieuw. Op elke regel staat: code, document, oordeel, reden, door, datum."
_MEESTE_FOUTEN = 20
_ONVINDBAAR = "Dit document is er niet, of de naam past bij meer dan een document."


@dataclass(frozen=True, slots=True)
class MenselijkOordeel:
    """One row: who decided what on which document, when and why. ``regel`` is its line in the file."""

    regel: int
    code: str
    document: str
    oordeel: str
    reden: str
    door: str
    datum: date
    ingreep: Ingreep


@dataclass(frozen=True, slots=True)
class Toegepast:
    """A row that overruled something: the document it was laid on and what the tool had said."""

    rij: MenselijkOordeel
    pad: str
    eerst: str


@dataclass(frozen=True, slots=True)
class Ongebruikt:
    """A row that changed nothing, and why."""

    rij: MenselijkOordeel
    waarom: str


@dataclass(frozen=True, slots=True)
class Herzien:
    """The documents after the inspector, and what became of every row."""

    stukken: tuple[Stuk, ...]
    toegepast: tuple[Toegepast, ...] = ()
    ongebruikt: tuple[Ongebruikt, ...] = ()

    @property
    def onvindbaar(self) -> tuple[str, ...]:
        """The documents that rows name and that are not there, each once."""
        return tuple(dict.fromkeys(geval.rij.document for geval in self.ongebruikt if geval.waarom == _ONVINDBAAR))


# --- reading --------------------------------------------------------------------------------------------------------


def lees(pad: Path, checks: Mapping[str, Check]) -> tuple[MenselijkOordeel, ...]:
    """The rows of the file, in order; none when there is no file. ``checks``: the norms by code.

    Raises Gegevensfout that names line and column of every error.
    """
    oordelen: list[MenselijkOordeel] = []
    fouten: list[str] = []
    for regel in lees_regels(pad, KOLOMMEN):
        try:
            oordelen.append(_rij(regel, checks))
        except _Celfout as fout:
            fouten += [f"{pad.name}, regel {regel.nummer}, kolom {kolom}: {wat}" for kolom, wat in fout.cellen]
    if fouten:
        meer = [f"En nog {len(fouten) - _MEESTE_FOUTEN} fouten."] if len(fouten) > _MEESTE_FOUTEN else []
        raise Gegevensfout("\n".join(fouten[:_MEESTE_FOUTEN] + meer), _ADVIES)
    return tuple(oordelen)


class _Celfout(Exception):  # noqa: N818 - a Dutch name in a Dutch family
    """What is wrong in one row, per column."""

    def __init__(self, cellen: list[tuple[str, str]]) -> None:
        super().__init__(cellen)
        self.cellen = cellen


def _rij(regel: Regel, checks: Mapping[str, Check]) -> MenselijkOordeel:
    cellen = regel.cellen
    fouten = [(kolom, "is leeg.") for kolom in KOLOMMEN if not cellen[kolom]]
    leeg = {kolom for kolom, _ in fouten}
    ingreep: Ingreep | None = None
    datum: date | None = None
    if not leeg & {"code", "oordeel"}:
        try:
            ingreep = ingreep_voor(cellen["code"], cellen["oordeel"], checks)
        except LookupError as fout:
            fouten.append(("code", str(fout.args[0])))
        except ValueError as fout:
            fouten.append(("oordeel", str(fout)))
    if "datum" not in leeg:
        datum = lees_dag(cellen["datum"])
        if datum is None:
            fouten.append(("datum", f"“{cellen['datum']}” is geen datum. Schrijf 2024-01-31 of 31 januari 2024."))
    if fouten or ingreep is None or datum is None:
        raise _Celfout(fouten)
    return MenselijkOordeel(
        regel.nummer, ingreep.code, cellen["document"], cellen["oordeel"], cellen["reden"], cellen["door"], datum, ingreep
    )


# --- laying over ----------------------------------------------------------------------------------------------------


def pas_toe(stukken: Sequence[Stuk], oordelen: Sequence[MenselijkOordeel]) -> Herzien:
    """The documents with the rows laid over them. Of two rows on the same thing the latest date holds, then the last line.

    A row on a document holds for every other copy of the same text.
    """
    per_pad = {stuk.bestand.pad: stuk for stuk in stukken}
    toegepast: list[Toegepast] = []
    ongebruikt: list[Ongebruikt] = []
    gekozen: dict[tuple[str, str], MenselijkOordeel] = {}
    for rij in sorted(oordelen, key=lambda rij: (rij.datum, rij.regel)):
        pad = _vind(rij.document, per_pad)
        if pad is None:
            ongebruikt.append(Ongebruikt(rij, _ONVINDBAAR))
            continue
        if (eerder := gekozen.pop((pad, rij.code), None)) is not None:
            ongebruikt.append(Ongebruikt(eerder, f"Vervangen door regel {rij.regel}."))
        gekozen[(pad, rij.code)] = rij
    for (pad, _), rij in sorted(gekozen.items(), key=lambda item: item[1].regel):
        eerst = rij.ingreep.eerst(per_pad[pad].bestand.uitslag)
        if eerst is None:
            ongebruikt.append(Ongebruikt(rij, "Het document is niet gelezen of niet beoordeeld."))
            continue
        for kopie in _kopieen(per_pad[pad], stukken):
            per_pad[kopie] = _leg_over(per_pad[kopie], rij)
        toegepast.append(Toegepast(rij, pad, eerst))
    ongebruikt.sort(key=lambda geval: geval.rij.regel)
    return Herzien(tuple(per_pad[stuk.bestand.pad] for stuk in stukken), tuple(toegepast), tuple(ongebruikt))


def _leg_over(stuk: Stuk, rij: MenselijkOordeel) -> Stuk:
    uitslag = rij.ingreep.leg_over(stuk.bestand.uitslag, f"Beoordeeld door {rij.door}: {rij.reden}")
    return replace(stuk, bestand=replace(stuk.bestand, uitslag=uitslag))


def _kopieen(stuk: Stuk, stukken: Sequence[Stuk]) -> list[str]:
    bron = stuk.dubbel_van or stuk.bestand.pad
    return [ander.bestand.pad for ander in stukken if bron in (ander.bestand.pad, ander.dubbel_van)]


def _vind(naam: str, per_pad: dict[str, Stuk]) -> str | None:
    """The path meant: the whole path, else a file name that only one document has. An apostrophe that guarded a cell is no part of it."""
    for poging in (naam, naam.removeprefix("'")):
        gevraagd = poging.replace("\\", "/").removeprefix("./")
        if gevraagd in per_pad:
            return gevraagd
        zonder_map = [pad for pad in per_pad if pad.rpartition("/")[2] == gevraagd]
        if len(zonder_map) == 1:
            return zonder_map[0]
    return None
