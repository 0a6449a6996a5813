"""The tables on documents: every file, the files that could not be judged, what figures rest on, what an inspector decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verordening_tool.auditing.aanvaarden import Aanvaard
from verordening_tool.auditing.beeld import Beeld, is_bekend
from verordening_tool.auditing.menselijk import Herzien
from verordening_tool.auditing.model import Dossier, Stuk
from verordening_tool.auditing.tabelmodel import Kolom, Kolomsoort, Rij, Tabel
from verordening_tool.auditing.woorden import BRONNEN, aanbod_kort
from verordening_tool.document.regeling import Soort
from verordening_tool.reports.woorden import ONDERWERPEN, SOORTEN, STADIA, plaats_voluit


@dataclass(frozen=True, slots=True)
class Telling:
    """How many files there are, and what became of them."""

    bestanden: int
    beoordeeld: int
    geen_regeling: int
    onleesbaar: int


def tel(stukken: Iterable[Stuk]) -> Telling:
    """Count the files."""
    uitslagen = [stuk.bestand.uitslag for stuk in stukken]
    onleesbaar = sum(uitslag.fout is not None for uitslag in uitslagen)
    geen = sum(uitslag.fout is None and uitslag.soort is Soort.ANDERS for uitslag in uitslagen)
    return Telling(len(uitslagen), len(uitslagen) - onleesbaar - geen, geen, onleesbaar)


def documenten(stukken: Sequence[Stuk]) -> Tabel:
    """A row per file."""
    kolommen = (
        Kolom("Document"),
        Kolom("Gemeente"),
        Kolom("CBS-code"),
        Kolom("Gemeente gevonden in"),
        Kolom("Jaar", Kolomsoort.GETAL),
        Kolom("Soort"),
        Kolom("Onderwerp"),
        Kolom("Stadium"),
        Kolom("Beschut werk"),
        Kolom("Titel"),
        Kolom("Vastgesteld", Kolomsoort.DATUM),
        Kolom("In werking", Kolomsoort.DATUM),
        Kolom("Datum document", Kolomsoort.DATUM),
        Kolom("Vervalt", Kolomsoort.DATUM),
        Kolom("Nummer"),
        Kolom("Zelfde tekst als"),
        Kolom("Opgevolgd door"),
        Kolom("Fout"),
    )
    return Tabel("documenten", "Documenten", "Alle bestanden in de map.", kolommen, tuple(map(_documentrij, stukken)), lang=True)


def _documentrij(stuk: Stuk) -> Rij:
    uitslag, herkend = stuk.bestand.uitslag, stuk.herkend
    gelezen = uitslag.fout is None
    return Rij(
        stuk.bestand.pad,
        (
            stuk.bestand.pad,
            herkend.naam,
            herkend.code,
            BRONNEN.get(herkend.bron or "", herkend.bron),
            herkend.jaar,
            SOORTEN[uitslag.soort] if gelezen else None,
            ONDERWERPEN[uitslag.onderwerp] if gelezen else None,
            STADIA[uitslag.stadium] if gelezen and uitslag.soort is not Soort.ANDERS else None,
            aanbod_kort(uitslag.feiten) if gelezen else None,
            uitslag.titel,
            uitslag.vastgesteld,
            uitslag.inwerkingtreding,
            uitslag.documentdatum,
            uitslag.vervalt,
            uitslag.identificatie,
            stuk.dubbel_van,
            stuk.opgevolgd_door,
            uitslag.fout.bericht if uitslag.fout else None,
        ),
    )


def fouten(stukken: Sequence[Stuk]) -> Tabel:
    """The files without verdicts, each with the reason and what can be done."""
    kolommen = tuple(Kolom(titel) for titel in ("Document", "Gemeente", "Code", "Wat er is", "Wat u kunt doen"))
    rijen = tuple(
        Rij(stuk.bestand.pad, (stuk.bestand.pad, stuk.herkend.naam, fout.code, fout.bericht, fout.advies))
        for stuk in stukken
        if (fout := stuk.bestand.uitslag.fout) is not None
    )
    return Tabel("fouten", "Bestanden die niet zijn gelezen", "Deze bestanden tellen nergens in mee.", kolommen, rijen)


def zonder_gemeente(dossiers: Sequence[Dossier]) -> Tabel:
    """The readable regulations and letters of which nobody knows whose they are."""
    rijen = tuple(
        Rij(stuk.bestand.pad, (stuk.bestand.pad, SOORTEN[stuk.bestand.uitslag.soort], stuk.bestand.uitslag.titel))
        for dossier in dossiers
        if not is_bekend(dossier)
        for stuk in dossier.stukken
        if stuk.bestand.uitslag.fout is None
    )
    uitleg = (
        "Het programma herkent de gemeente niet. Deze stukken tellen nergens in mee. "
        "Zet ze in een map met de naam van de gemeente en draai de audit opnieuw."
    )
    return Tabel("zonder_gemeente", "Gemeente niet herkend", uitleg, (Kolom("Document"), Kolom("Soort"), Kolom("Titel")), rijen)


def niet_op_de_lijst(beelden: Sequence[Beeld]) -> Tabel:
    """The names that documents give as their gemeente and that no gemeente has had."""
    rijen = tuple(Rij(beeld.sleutel, (beeld.naam, len(beeld.dossier.stukken)), (beeld.bron(),)) for beeld in beelden if not beeld.code)
    uitleg = (
        "Deze stukken noemen een gemeente die niet op de lijst van het CBS staat. Zij tellen mee als eigen gemeente, zonder provincie. "
        "Is de naam verkeerd geschreven, zet de stukken dan in een map met de goede naam."
    )
    return Tabel(
        "niet_op_de_lijst", "Naam niet op de lijst van gemeenten", uitleg, (Kolom("Naam"), Kolom("Documenten", Kolomsoort.GETAL)), rijen
    )


def door_mensen(herzien: Herzien) -> Tabel:
    """What became of every row of beoordeling.csv."""
    kolommen = (
        Kolom("Regel", Kolomsoort.GETAL),
        *(Kolom(titel) for titel in ("Code", "Document", "Het programma zei", "De beoordelaar zegt", "Reden", "Door")),
        Kolom("Datum", Kolomsoort.DATUM),
        Kolom("Verwerkt"),
    )
    gebruikt = [(item.rij, item.pad, item.eerst, "ja") for item in herzien.toegepast]
    overig = [(item.rij, item.rij.document, "", f"nee: {item.waarom}") for item in herzien.ongebruikt]
    rijen = tuple(
        Rij(str(rij.regel), (rij.regel, rij.code, pad, eerst, rij.oordeel.replace("_", " "), rij.reden, rij.door, rij.datum, verwerkt))
        for rij, pad, eerst, verwerkt in sorted([*gebruikt, *overig], key=lambda item: item[0].regel)
    )
    uitleg = "Wat in beoordeling.csv staat. De andere tabellen rekenen met deze oordelen en tonen ook de stand daarvoor."
    return Tabel("beoordeling", "Beoordeeld door een mens", uitleg, kolommen, rijen)


def aanvaarde(aanvaard: Aanvaard) -> Tabel:
    """What became of every row of the list of accepted findings."""
    kolommen = (
        Kolom("Regel", Kolomsoort.GETAL),
        *(Kolom(titel) for titel in ("Norm", "Document", "Citaat", "Reden", "Door")),
        Kolom("Datum", Kolomsoort.DATUM),
        Kolom("Verwerkt"),
    )
    rijen = tuple(
        Rij(
            str(rij.regel),
            (
                rij.regel,
                rij.code,
                rij.document,
                rij.citaat,
                rij.aanvaarding.reden,
                rij.aanvaarding.door,
                rij.aanvaarding.datum,
                f"nee: {verwerkt.waarom_niet}" if verwerkt.waarom_niet else "ja",
            ),
        )
        for verwerkt in aanvaard.rijen
        for rij in (verwerkt.afwijking,)
    )
    uitleg = f"Wat in {aanvaard.bestand} staat. Een aanvaarde bevinding staat in de tabellen als aanvaard, en telt niet mee."
    return Tabel("aanvaard", "Aanvaarde bevindingen", uitleg, kolommen, rijen)


def onderbouwing(tabellen: Sequence[Tabel]) -> Tabel:
    """What each figure of the short tables rests on: a row per gemeente."""
    kolommen = tuple(Kolom(titel) for titel in ("Tabel", "Rij", "Gemeente", "CBS-code", "Document", "Plaats", "Citaat"))
    rijen = [
        Rij(
            f"{tabel.sleutel} {rij.sleutel} {nummer}",
            (
                tabel.titel,
                str(rij.cellen[0]),
                bron.naam,
                bron.code,
                bron.pad,
                plaats_voluit(bron.plaats) if bron.plaats else None,
                bron.plaats.citaat if bron.plaats else None,
            ),
        )
        for tabel in tabellen
        if not tabel.lang
        for rij in tabel.rijen
        for nummer, bron in enumerate(rij.bronnen)
    ]
    uitleg = "Welke gemeente in welke rij van welke tabel zit, met het document en de passage."
    return Tabel("onderbouwing", "Onderbouwing", uitleg, kolommen, tuple(rijen), lang=True)
