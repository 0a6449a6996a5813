"""The truth as rows: one per gemeente and one per document, written as csv and as JSON lines, and read back."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict

from inspectie_dossier import Dossier, Stuk

VERMELDINGEN = ("redenen_geen_aantal", "redenen_wel", "redenen_niet", "alternatieven")


class _Rij(BaseModel):
    """What is true. None for aanbod, omvang and voorselectie: does not count; None for aantal: no number is named."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    gemeente: str | None
    aanbod: str | None = "zwijgt"
    aantal: int | None = None
    redenen_geen_aantal: tuple[str, ...] = ()
    redenen_wel: tuple[str, ...] = ()
    redenen_niet: tuple[str, ...] = ()
    alternatieven: tuple[str, ...] = ()
    omvang: str | None = "zwijgt"
    voorselectie: str | None = "zwijgt"


class Gemeente(_Rij):
    """A gemeente; ``verordening_op`` is the day on which the raad adopted its current regulation."""

    gemeente: str
    code: str | None = None
    vastgesteld: bool
    op_tijd: bool
    verordening_op: str | None = None


class Document(_Rij):
    """A file. ``dubbel_van`` and ``opgevolgd_door`` are paths of others; ``jaar`` is the year that stands with the number."""

    pad: str
    soort: str | None
    formaat: str
    jaar: int | None = None
    dubbel_van: str | None = None
    opgevolgd_door: str | None = None
    leesbaar: bool = True

    def met_opvolger(self, actueel: str) -> Self:
        """With the path of the current regulation, when this is an older one."""
        return self.model_copy(update={"opgevolgd_door": actueel}) if self.opgevolgd_door is not None else self


def gemeente(dossier: Dossier, code: str | None) -> Gemeente:
    """The row of a gemeente."""
    waar = dossier.waarheid
    return Gemeente(
        gemeente=waar.naam,
        code=code,
        vastgesteld=waar.vastgesteld,
        op_tijd=waar.op_tijd,
        verordening_op=dossier.vastgesteld.isoformat() if dossier.vastgesteld else None,
        aanbod=waar.aanbod,
        aantal=waar.aantal,
        omvang=dossier.omvang,
        voorselectie=waar.voorselectie,
        **_vermeldingen(waar),
    )


def document(pad: str, naam: str, stuk: Stuk, formaat: str, dubbel_van: str | None = None) -> Document:
    """The row of a document; an older one gets the path of its successor later."""
    waar = stuk.feiten
    return Document(
        pad=pad,
        gemeente=naam,
        soort=stuk.soort,
        formaat=formaat,
        aanbod=waar.aanbod,
        aantal=waar.aantal,
        jaar=waar.jaar,
        omvang=waar.omvang,
        voorselectie=waar.voorselectie,
        dubbel_van=dubbel_van,
        opgevolgd_door="" if stuk.ouder else None,
        **_vermeldingen(waar),
    )


def _vermeldingen(waar: object) -> dict[str, Any]:
    return {naam: tuple(sorted(getattr(waar, naam))) for naam in VERMELDINGEN}


def schrijf_waarheid(doel: Path, gemeenten: Sequence[Gemeente], documenten: Sequence[Document]) -> None:
    """Write gemeenten and documenten as .jsonl and .csv (keys of one cell apart by a space)."""
    doel.mkdir(parents=True, exist_ok=True)
    for naam, rijen in (("gemeenten", gemeenten), ("documenten", documenten)):
        kaal = [rij.model_dump(mode="json") for rij in rijen]
        (doel / f"{naam}.jsonl").write_text("".join(f"{json.dumps(rij, ensure_ascii=False)}\n" for rij in kaal), encoding="utf-8")
        with (doel / f"{naam}.csv").open("w", encoding="utf-8", newline="") as stroom:
            uit = csv.DictWriter(stroom, list(kaal[0]), delimiter=";")
            uit.writeheader()
            uit.writerows({veld: " ".join(waarde) if isinstance(waarde, list) else waarde for veld, waarde in rij.items()} for rij in kaal)


def lees_waarheid_van(doel: Path) -> tuple[list[Gemeente], list[Document]]:
    """Read back what ``schrijf_waarheid`` wrote. Raises OSError."""
    gemeenten = (doel / "gemeenten.jsonl").read_text(encoding="utf-8").splitlines()
    documenten = (doel / "documenten.jsonl").read_text(encoding="utf-8").splitlines()
    return [Gemeente.model_validate_json(regel) for regel in gemeenten], [Document.model_validate_json(regel) for regel in documenten]
