"""Compares what an audit found with what is true: totals beside each other, right and wrong per gemeente and per document.

Reads what every user of an audit has: documenten.jsonl and the tables in tabellen/.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from inspectie_rijen import VERMELDINGEN, Document, Gemeente, lees_waarheid_van
from verordening_tool.auditing import woorden
from verordening_tool.auditing.feitentabellen import feitentabellen
from verordening_tool.auditing.tabelmodel import procent
from verordening_tool.norms import gemeentelijst

_AANBIEDERS = frozenset({"biedt", "kan"})
_GEEN = "-"
_WAARDEN: Mapping[str, Mapping[str, str]] = {
    "aanbod_letterlijk": {tekst: sleutel.value for sleutel, tekst in woorden.AANBOD.items()},
    "omvang": {tekst: sleutel.value for sleutel, tekst in woorden.OMVANG.items()},
    "voorselectie": {tekst: sleutel.value for sleutel, tekst in woorden.VOORSELECTIE.items()},
    **{naam: {tekst: sleutel for sleutel, tekst in lijst.items()} for naam, lijst in woorden.VERMELDINGEN.items()},
}


@dataclass(frozen=True, slots=True)
class Fout:
    """A fact that was found otherwise than it is, with where: the path of a document or the name of a gemeente."""

    plek: str
    feit: str
    verwacht: str
    gevonden: str


@dataclass(slots=True)
class Score:
    """How often a fact was right, and each key found that is there (goed), that is not (te_veel), or missed (gemist)."""

    goed: int = 0
    totaal: int = 0
    sleutels: dict[str, Counter[str]] = field(default_factory=dict)

    def tel(self, verwacht: frozenset[str], gevonden: frozenset[str]) -> bool:
        """Count one comparison; True when it is right."""
        self.totaal += 1
        self.goed += verwacht == gevonden
        for soort, sleutels in (("goed", verwacht & gevonden), ("gemist", verwacht - gevonden), ("te veel", gevonden - verwacht)):
            for sleutel in sleutels:
                self.sleutels.setdefault(sleutel, Counter())[soort] += 1
        return verwacht == gevonden


@dataclass(slots=True)
class Vergelijking:
    """Scores per fact and the errors behind them."""

    scores: dict[str, Score] = field(default_factory=dict)
    fouten: list[Fout] = field(default_factory=list)

    def vergelijk(self, plek: str, feit: str, verwacht: Iterable[str], gevonden: Iterable[str]) -> None:
        """Compare one fact of one document or gemeente, as sets of keys."""
        wel, niet = frozenset(verwacht), frozenset(gevonden)
        if not self.scores.setdefault(feit, Score()).tel(wel, niet):
            self.fouten.append(Fout(plek, feit, " ".join(sorted(wel)) or _GEEN, " ".join(sorted(niet)) or _GEEN))


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """An audit beside the truth. ``totalen``: name, what is true, what was found."""

    totalen: tuple[tuple[str, str, str], ...]
    per_gemeente: Vergelijking
    per_document: Vergelijking

    @property
    def verschilt(self) -> bool:
        """Whether anything is otherwise than it is."""
        return any(waar != gevonden for _, waar, gevonden in self.totalen) or bool(self.per_gemeente.fouten or self.per_document.fouten)


def vergelijk(audit: Path, waarheid: Path) -> Uitkomst:
    """Lay the outputs of an audit beside the truth. Raises OSError when one of the two is not there."""
    gemeenten, documenten = lees_waarheid_van(waarheid)
    regels = [json.loads(regel) for regel in (audit / "documenten.jsonl").read_text(encoding="utf-8").splitlines()]
    tabellen = _Tabellen(audit / "tabellen")
    jaar = max((rij.jaar for rij in documenten if rij.jaar), default=2015)
    return Uitkomst(
        tuple(_totalen(gemeenten, tabellen)), vergelijk_gemeenten(gemeenten, tabellen), vergelijk_documenten(documenten, regels, jaar)
    )


def controleer(audit: Path, waarheid: Path, *, alleen_scores: bool) -> int:
    """Print the comparison; 0 when all is right, 1 when something differs, 2 when there is nothing to compare."""
    try:
        uitkomst = vergelijk(audit, waarheid)
    except OSError as fout:
        print(f"Fout: {fout.filename} is er niet. Maak eerst het corpus en de audit.")
        return 2
    print("Totalen" + " " * 45 + "waar  gevonden")
    for naam, waar, gevonden in uitkomst.totalen:
        print(f"  {naam:50}{waar:>6}{gevonden:>10}{'' if waar == gevonden else '   <-'}")
    for kop, vergelijking in (("Per gemeente", uitkomst.per_gemeente), ("Per document", uitkomst.per_document)):
        _toon(kop, vergelijking, alleen_scores=alleen_scores)
    return int(uitkomst.verschilt)


def _toon(kop: str, vergelijking: Vergelijking, *, alleen_scores: bool) -> None:
    print(f"\n{kop:<36}{'goed':>8}{'van':>8}{'%':>9}   sleutels: goed / gemist / te veel")
    for feit, score in vergelijking.scores.items():
        mis = [
            f"{sleutel} {telling['goed']}/{telling['gemist']}/{telling['te veel']}"
            for sleutel, telling in sorted(score.sleutels.items())
            if telling["gemist"] or telling["te veel"]
        ]
        if feit in _VRIJ:  # names and paths are no keys
            mis = []
        print(f"  {feit:<34}{score.goed:>8}{score.totaal:>8}{100 * score.goed / score.totaal:>9.2f}   {', '.join(mis)}")
    if alleen_scores or not vergelijking.fouten:
        return
    print(f"\n{kop}: fouten")
    for fout in sorted(vergelijking.fouten, key=lambda fout: (fout.feit, fout.plek)):
        print(f"  {fout.feit:<22} {fout.plek}\n      verwacht {fout.verwacht}; gevonden {fout.gevonden}")


_VRIJ = frozenset({"gemeente", "dubbel", "opgevolgd_door", "plekken", "jaar bij plekken", "verordening_op"})


# --- per document -----------------------------------------------------------------------------------------------------


def vergelijk_documenten(documenten: Sequence[Document], regels: Sequence[Mapping[str, Any]], jaar: int) -> Vergelijking:
    """Each fact of each document that can be read; what is None in the truth does not count."""
    uit = Vergelijking()
    gevonden = {regel["document"]: regel for regel in regels}
    uit.vergelijk(
        "alle bestanden", "bestanden", {rij.pad for rij in documenten} - set(gevonden), set(gevonden) - {rij.pad for rij in documenten}
    )
    kopieen = {rij.pad: rij.dubbel_van for rij in documenten if rij.dubbel_van} | {
        rij.dubbel_van: rij.pad for rij in documenten if rij.dubbel_van
    }
    for rij in documenten:
        regel = gevonden.get(rij.pad)
        if regel is None:
            continue
        uit.vergelijk(rij.pad, "leesbaar", [str(rij.leesbaar)], [str(regel["fout"] is None)])
        if not rij.leesbaar or regel["fout"]:
            continue
        feiten = regel["feiten"]
        uit.vergelijk(rij.pad, "gemeente", _een(rij.gemeente), _een(_als_toen(regel["gemeente"], rij.gemeente)))
        uit.vergelijk(rij.pad, "soort", _een(rij.soort), [regel["soort"]])
        for feit in ("aanbod", "omvang", "voorselectie"):
            if (waar := getattr(rij, feit)) is not None:
                uit.vergelijk(rij.pad, feit, [waar], [feiten[feit]])
        uit.vergelijk(rij.pad, "plekken", _aantal(rij.aantal), _aantallen(feiten["plekken"], jaar))
        if rij.jaar and any(plekken["aantal"] == rij.aantal for plekken in feiten["plekken"]):
            jaren = {str(plekken["jaar"]) for plekken in feiten["plekken"] if plekken["aantal"] == rij.aantal}
            uit.vergelijk(rij.pad, "jaar bij plekken", [str(rij.jaar)], jaren)
        for feit in VERMELDINGEN:
            uit.vergelijk(rij.pad, feit, getattr(rij, feit), {vermelding["sleutel"] for vermelding in feiten[feit]})
        ander = regel["zelfde_tekst_als"]
        if ander or rij.dubbel_van:
            uit.vergelijk(rij.pad, "dubbel", _een(kopieen.get(rij.pad)), _een(ander or _omgekeerd(gevonden, rij.pad)))
        if rij.opgevolgd_door or regel["opgevolgd_door"]:
            gelijk = regel["opgevolgd_door"] == kopieen.get(rij.opgevolgd_door or "")  # a copy of it is as good
            uit.vergelijk(
                rij.pad, "opgevolgd_door", _een(rij.opgevolgd_door), _een(rij.opgevolgd_door if gelijk else regel["opgevolgd_door"])
            )
    return uit


def _als_toen(gevonden: Mapping[str, str | None], naam: str | None) -> str | None:
    """The name that was found; a gemeente that only changed its name since is the same."""
    codes = gemeentelijst.met_naam(naam or "")
    return naam if gevonden["code"] in {_van_nu(code) for code in codes if len(codes) == 1} else gevonden["naam"]


def _van_nu(code: str | None) -> str:
    """The code that an audit gives a document of 2015 of this gemeente."""
    return gemeentelijst.op_datum(code, date(2015, 1, 1)) if code else _GEEN


def _een(waarde: str | None) -> list[str]:
    return [waarde] if waarde else []


def _omgekeerd(gevonden: Mapping[str, Mapping[str, Any]], pad: str) -> str | None:
    """The copy that points at this file: which of the two is the first does not matter."""
    return next((naam for naam, regel in gevonden.items() if regel["zelfde_tekst_als"] == pad), None)


def _aantal(aantal: float | None) -> list[str]:
    return [] if aantal is None else [f"{aantal:g}"]


def _aantallen(plekken: Iterable[Mapping[str, Any]], jaar: int) -> set[str]:
    """The numbers that are said of this year or of none."""
    return {f"{een['aantal']:g}" for een in plekken if een["jaar"] in {None, jaar}}


# --- per gemeente -----------------------------------------------------------------------------------------------------


class _Tabellen:
    """The tables of an audit: what stands in each, and which gemeente counts in which row."""

    def __init__(self, map_: Path) -> None:
        inhoud = {pad.stem: _rijen(pad) for pad in map_.glob("*.csv")}
        if "onderbouwing" not in inhoud:
            raise FileNotFoundError(2, "", str(map_ / "onderbouwing.csv"))
        self.rijen = {naam: rijen[1:] for naam, rijen in inhoud.items()}
        titels = {tabel.titel: tabel.sleutel for tabel in feitentabellen(())}
        self.per_gemeente: dict[str, dict[str, set[str]]] = {}
        for titel, rij, naam, code, *_ in self.rijen["onderbouwing"]:
            if (tabel := titels.get(titel)) is not None:
                for wie in {naam.casefold(), code.zfill(4)} - {"", "0000"}:
                    self.per_gemeente.setdefault(wie, {}).setdefault(tabel, set()).add(_WAARDEN.get(tabel, {}).get(rij, rij))
        self.aantallen = {
            wie: aantal
            for naam, code, _, aantal, _, _, telt, *_ in self.rijen["plekken"]
            if telt == "ja"
            for wie in (naam.casefold(), code)
        }

    def van(self, gemeente: Gemeente) -> Mapping[str, set[str]]:
        """The rows that this gemeente counts in, by table; empty when it was not recognised."""
        code = self.per_gemeente.get(_van_nu(gemeente.code))
        return code or self.per_gemeente.get(gemeente.gemeente.casefold(), {})

    def aantal_van(self, gemeente: Gemeente) -> str | None:
        """The number that counts for this gemeente."""
        return self.aantallen.get(_van_nu(gemeente.code)) or self.aantallen.get(gemeente.gemeente.casefold())

    def cel(self, tabel: str, rij: str, kolom: int = 1) -> str:
        """A cell of the row that starts with ``rij``; a row that is left out counts nobody."""
        return next((cellen[kolom] for cellen in self.rijen.get(tabel, []) if cellen[0].startswith(rij)), "0")


def _rijen(pad: Path) -> list[list[str]]:
    with pad.open(encoding="utf-8-sig", newline="") as stroom:
        return list(csv.reader(stroom, delimiter=";"))


def vergelijk_gemeenten(gemeenten: Sequence[Gemeente], tabellen: _Tabellen) -> Vergelijking:
    """Each fact of each gemeente, as the tables count it."""
    uit = Vergelijking()
    for waar in gemeenten:
        gevonden = tabellen.van(waar)
        uit.vergelijk(waar.gemeente, "herkend", ["ja"], ["ja" if gevonden else "nee"])
        if not gevonden:
            continue
        uit.vergelijk(waar.gemeente, "vastgesteld", [str(waar.vastgesteld)], [str("ja" in gevonden.get("vastgesteld", ()))])
        uit.vergelijk(waar.gemeente, "aanbod", _een(waar.aanbod), gevonden.get("aanbod_letterlijk", ()))
        if waar.aanbod not in _AANBIEDERS:
            velden: tuple[str, ...] = ("redenen_niet", "alternatieven")
        else:
            uit.vergelijk(waar.gemeente, "plekken", _aantal(waar.aantal), _een(tabellen.aantal_van(waar)))
            velden = ("redenen_wel", *(("redenen_geen_aantal",) if waar.aantal is None else ()))
            for feit in ("omvang", "voorselectie"):
                if (waarde := getattr(waar, feit)) is not None:
                    uit.vergelijk(waar.gemeente, feit, [waarde], gevonden.get(feit, ()))
        for feit in velden:
            uit.vergelijk(waar.gemeente, feit, getattr(waar, feit), gevonden.get(feit, set()) - {_NIETS})
    return uit


_NIETS = "niets hierover gevonden"


def _totalen(gemeenten: Sequence[Gemeente], tabellen: _Tabellen) -> Iterator[tuple[str, str, str]]:
    """The figures of the letter to parliament, and how many name each reason and alternative."""
    bieden = [rij for rij in gemeenten if rij.aanbod in _AANBIEDERS]
    niet = [rij for rij in gemeenten if rij.aanbod == "biedt_niet"]
    met = [rij for rij in bieden if rij.aantal is not None]
    zonder = [rij for rij in bieden if rij.aantal is None]

    def regel(naam: str, waar: object, tabel: str, rij: str, kolom: int = 1) -> tuple[str, str, str]:
        return naam, str(waar), tabellen.cel(tabel, rij, kolom)

    yield regel("verordening vastgesteld", sum(rij.vastgesteld for rij in gemeenten), "vastgesteld", "ja")
    yield regel("waarvan op tijd", sum(rij.op_tijd for rij in gemeenten), "termijn", "uiterlijk")
    yield regel("biedt aan (kan telt mee)", len(bieden), "aanbod", "biedt (aan)")
    yield regel("  percentage", procent(len(bieden), len(gemeenten)), "aanbod", "biedt (aan)", 2)
    yield regel("biedt niet", len(niet), "aanbod", "biedt niet")
    yield regel("  percentage", procent(len(niet), len(gemeenten)), "aanbod", "biedt niet", 2)
    for tekst, aanbod in _WAARDEN["aanbod_letterlijk"].items():
        yield regel(f"de tekst: {aanbod}", sum(rij.aanbod == aanbod for rij in gemeenten), "aanbod_letterlijk", tekst)
    yield regel("noemt een aantal", len(met), "aantal", "ja")
    yield regel("  percentage", procent(len(met), len(bieden)), "aantal", "ja", 2)
    yield regel("  plekken samen", sum(rij.aantal or 0 for rij in met), "aantal", "ja", 3)
    yield regel("noemt geen aantal", len(zonder), "aantal", "nee")
    yield regel("  percentage", procent(len(zonder), len(bieden)), "aantal", "nee", 2)
    groepen = {"redenen_geen_aantal": zonder, "redenen_wel": bieden, "redenen_niet": niet, "alternatieven": niet}
    for naam, groep in groepen.items():
        for sleutel, tekst in woorden.VERMELDINGEN[naam].items():
            yield regel(f"{naam}: {sleutel}", sum(sleutel in getattr(rij, naam) for rij in groep), naam, tekst)
    for feit in ("omvang", "voorselectie"):
        for tekst, sleutel in _WAARDEN[feit].items():
            yield regel(f"{feit}: {sleutel}", sum(getattr(rij, feit) == sleutel for rij in bieden), feit, tekst)
