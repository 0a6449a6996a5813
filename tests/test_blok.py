"""The Blok that travels through all stages."""

from __future__ import annotations

from dataclasses import fields

from verordening_tool.document.blok import Blok, Bron, Cel, Deel, Nummerbron, Revisie, Rol, Run, Veld


def test_splitting_a_number_keeps_every_other_field() -> None:
    vol = Blok(
        3, "1. Tekst", None, Nummerbron.GEEN, 2, Deel.SLOT, Rol.LID, "Lid", 4, True, True, 360, Cel(1, 2, 3),
        (Run(0, 8),), (Veld(3, 8, "REF"),), Bron("word/document.xml", (1,)), Revisie.INGEVOEGD,
    )  # fmt: skip
    na = vol.zonder_voorvoegsel(3, "1.")
    anders = {veld.name for veld in fields(Blok) if getattr(na, veld.name) != getattr(vol, veld.name)}
    assert anders == {"tekst", "nummer", "nummerbron", "runs", "velden"}
    assert (na.tekst, na.runs[0].start, na.runs[0].eind, na.runs[0].verschuiving, na.velden[0].start) == ("Tekst", 0, 5, 3, 0)
