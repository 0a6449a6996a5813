"""Gives articles, leden and onderdelen of the base text the new numbers that a wijzigingsopdracht names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from verordening_tool.comparing.basistekst import Basistekst, PastNietError, met_tekst, onderdeel_op, onderdeelpad
from verordening_tool.comparing.opdracht import Opdracht
from verordening_tool.document.blok import Blok
from verordening_tool.document.regeling import Onderdeel, alineas_van_lid


def hernummer(tekst: Basistekst, opdracht: Opdracht) -> None:
    """Give places their new numbers, all at once: "het derde en vierde lid tot vierde en vijfde lid"."""
    stappen: list[Callable[[], None]] = []
    for doel, naar in opdracht.vernummer:
        if doel.lid is None and doel.onderdeel is None:
            nr = tekst.artikel(doel)
            artikel = tekst.artikelen[nr]
            if artikel.kop is None:
                raise PastNietError(f"artikel {doel.artikel} heeft geen kop om te vernummeren")
            stappen.append(_artikelstap(tekst, nr, artikel.kop.nr, artikel.nummer, naar))
        elif doel.onderdeel is None:
            nr, plek = tekst.lid(doel)
            stappen.append(_lidstap(tekst, nr, plek, naar))
        else:
            nr, plek = tekst.lid(doel)
            stappen.append(_onderdeelstap(tekst, nr, plek, onderdeelpad(tekst.artikelen[nr].leden[plek], doel), naar))
    stappen += [_aanduidingstap(tekst, *tekst.lid(doel), oud, naar) for doel, oud, naar in opdracht.aanduiding]
    for stap in stappen:
        stap()


def _artikelstap(tekst: Basistekst, nr: int, kop: int, oud: str, naar: str) -> Callable[[], None]:
    def stap() -> None:
        tekst.blokken[kop] = _met_nummer(tekst.blokken[kop], oud, naar)
        tekst.artikelen[nr] = replace(tekst.artikelen[nr], nummer=naar)

    return stap


def _lidstap(tekst: Basistekst, nr: int, plek: int, naar: str) -> Callable[[], None]:
    def stap() -> None:
        leden = list(tekst.artikelen[nr].leden)
        lid = leden[plek]
        eerste = next(iter(alineas_van_lid(lid))).nr
        tekst.blokken[eerste] = _met_nummer(tekst.blokken[eerste], lid.nummer or "", naar)
        leden[plek] = replace(lid, nummer=naar)
        tekst.zet_leden(nr, leden)

    return stap


def _aanduidingstap(tekst: Basistekst, nr: int, plek: int, oud: str, naar: str) -> Callable[[], None]:
    """Give the only lid a number, or take it away."""
    lid = tekst.artikelen[nr].leden[plek]
    if (lid.nummer or "") != oud or not lid.alineas:
        raise PastNietError(f"de aanduiding “{oud}.” staat daar niet in de basistekst" if oud else "het artikel heeft al leden")

    def stap() -> None:
        leden = list(tekst.artikelen[nr].leden)
        eerste = lid.alineas[0].nr
        tekst.blokken[eerste] = met_aanduiding(tekst.blokken[eerste], oud, naar)
        leden[plek] = replace(lid, nummer=naar or None)
        tekst.zet_leden(nr, leden)

    return stap


def met_aanduiding(blok: Blok, oud: str, naar: str) -> Blok:
    """The paragraph without the number that it begins with ("": it has none), and with another one before it ("": with none)."""
    kaal = re.sub(rf"^\s*{re.escape(oud)}[.)]?\s+", "", blok.tekst) if oud and not blok.nummer else blok.tekst
    return replace(met_tekst(blok, f"{naar}. {kaal}" if naar else kaal), nummer=None)


def _onderdeelstap(tekst: Basistekst, nr: int, plek: int, pad: tuple[int, ...], naar: str) -> Callable[[], None]:
    def stap() -> None:
        leden = list(tekst.artikelen[nr].leden)
        oud = onderdeel_op(leden[plek].onderdelen, pad)
        if oud.alineas:
            tekst.blokken[oud.alineas[0].nr] = _met_nummer(tekst.blokken[oud.alineas[0].nr], oud.nummer, naar)

        def in_rij(rij: tuple[Onderdeel, ...], rest: tuple[int, ...]) -> tuple[Onderdeel, ...]:
            hier, *dieper = rest
            kind = replace(rij[hier], onderdelen=in_rij(rij[hier].onderdelen, tuple(dieper))) if dieper else replace(rij[hier], nummer=naar)
            return (*rij[:hier], kind, *rij[hier + 1 :])

        leden[plek] = replace(leden[plek], onderdelen=in_rij(leden[plek].onderdelen, pad))
        tekst.zet_leden(nr, leden)

    return stap


def _met_nummer(blok: Blok, oud: str, naar: str) -> Blok:
    """The paragraph with another number, in its label or at the start of its text."""
    patroon = re.compile(rf"(?<![\w.:]){re.escape(oud)}(?![\w:]|\.\d)", re.IGNORECASE)
    if blok.nummer and patroon.search(blok.nummer):
        return replace(blok, nummer=patroon.sub(lambda _: naar, blok.nummer, count=1))
    treffer = patroon.search(blok.tekst, 0, 40)
    if treffer is None:
        raise PastNietError(f"het nummer {oud} is in de basistekst niet te vinden")
    return met_tekst(blok, blok.tekst[: treffer.start()] + naar + blok.tekst[treffer.end() :])
