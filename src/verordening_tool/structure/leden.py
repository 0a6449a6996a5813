"""Leden and onderdelen of one article, from numbers typed, computed or named, and from plain paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from verordening_tool.document.blok import Nummerbron, Rol
from verordening_tool.document.regeling import Alinea, Lid, Onderdeel
from verordening_tool.structure.nummers import Nummer, Telling, lees, ontleed_nummer, rang_letter, romein
from verordening_tool.structure.regels import Regel

_NAAMLOOS = Nummer(Telling.STREEP, "", 0, "")
_INSPRONG = 150  # twips: less is no step to the right
_DIEPST = 20  # no text nests deeper; a file that does would exhaust the stack of whoever walks through it
_TABELKOP = frozenset({"begrip", "begrippen", "term", "omschrijving", "definitie", "betekenis", "begripsomschrijving", "wat we bedoelen"})
_BEGRIPPEN = re.compile(r"\b(?:verstaan|verstaat|bedoeld|bedoelen|begrepen)\b.{0,80}:\s*$", re.IGNORECASE)


@dataclass(slots=True)
class _Knoop:
    """An item that is still growing."""

    nummer: Nummer
    niveau: int | None = None
    inspringing: int = 0
    rij: tuple[int, int] | None = None
    naamloos: bool = False
    alineas: list[Alinea] = field(default_factory=list)
    kinderen: list[_Knoop] = field(default_factory=list)

    def einde(self) -> str:
        """Last sign of the text so far."""
        return self.alineas[-1].tekst.rstrip(" \t\u00a0”\"’'")[-1:] if self.alineas else ""

    def onderdeel(self) -> Onderdeel:
        return Onderdeel(self.nummer.tekst, tuple(self.alineas), tuple(kind.onderdeel() for kind in self.kinderen))


class _Bouw:
    """Builds the leden of one article, line by line."""

    def __init__(self, artikelnummer: str | None) -> None:
        self.artikelnummer = artikelnummer
        self.leden: list[tuple[str | None, _Knoop]] = []
        self.pad: list[_Knoop] = []  # open onderdelen of the last lid, outermost first
        self.wacht: _Knoop | None = None  # number that stood alone: its text comes next
        self.laatste: _Knoop | None = None

    def lid(self) -> _Knoop:
        """The open lid; one without number is made when there is none."""
        if not self.leden:
            self.leden.append((None, _Knoop(_NAAMLOOS)))
        return self.leden[-1][1]

    def top(self) -> _Knoop:
        """The innermost open item."""
        return self.pad[-1] if self.pad else self.lid()

    def regel(self, regel: Regel) -> None:
        """Place one line."""
        nummer = self._nummer(regel)
        if nummer is None:
            self._tekst(regel)
            return
        if regel.blok.nummer is None or (
            regel.blok.nummerbron is not Nummerbron.GETYPT and nummer.lengte and regel.blok.nummer != nummer.weergave
        ):
            regel.splits(nummer.lengte, nummer.weergave)
        knoop = _Knoop(nummer, regel.blok.niveau, regel.blok.inspringing, _rij(regel))
        if self._is_lid(regel, nummer):
            self.leden.append((nummer.tekst, knoop))
            self.pad = []
        else:
            self._hang(knoop)
        if regel.tekst.strip():
            knoop.alineas.append(regel.alinea)
        else:
            self.wacht = knoop
        self.laatste = knoop

    # --- numbers -------------------------------------------------------------------------------------------

    def _nummer(self, regel: Regel) -> Nummer | None:
        blok = regel.blok
        if regel.kop is not None:
            return None  # first sentence beside "Artikel 5."
        getypt = None if blok.nummerbron is Nummerbron.GETYPT else lees(blok.tekst)
        if blok.nummer is not None:
            gegeven = ontleed_nummer(blok.nummer)
            if gegeven.telling is Telling.STREEP and getypt is not None and getypt.telling is not Telling.STREEP and self._past(getypt):
                return getypt  # a bullet before a typed number
            return gegeven
        if getypt is not None and (regel.is_waarde(getypt.lengte) or not self._past(getypt)):
            return None
        return getypt

    def _past(self, nummer: Nummer) -> bool:
        """Whether a number that could be a word or an amount fits the row."""
        if nummer.zeker:
            return True
        vorige = [knoop.nummer for knoop in self.pad if knoop.nummer.telling is nummer.telling]
        if nummer.telling is Telling.CIJFER and self.leden and self.leden[-1][1].nummer.telling is Telling.CIJFER:
            vorige.append(self.leden[-1][1].nummer)
        if nummer.telling is Telling.DECIMAAL:
            return (bool(self.artikelnummer) and nummer.tekst.startswith(f"{self.artikelnummer}.")) or nummer.waarde == 1 or bool(vorige)
        return nummer.waarde == 1 if not vorige else any(nummer.waarde == v.waarde + 1 for v in vorige)

    def _is_lid(self, regel: Regel, nummer: Nummer) -> bool:
        """Whether the number is that of a lid, and not of an onderdeel."""
        if regel.blok.rol in {Rol.LID, Rol.ONDERDEEL}:
            return regel.blok.rol is Rol.LID
        if nummer.telling is Telling.DECIMAAL:
            return not self._onder_lid(nummer)
        if nummer.telling is not Telling.CIJFER or not self.leden:
            return nummer.telling is Telling.CIJFER
        if "onderdeel" in (regel.blok.stijl or "").lower():
            return False
        naam, lid = self.leden[-1]
        if naam is None:  # "Het college kan:" 1. … 2. …
            return not (self.pad or lid.einde() == ":")
        return self._telt_als_lid(regel, nummer, lid)

    def _telt_als_lid(self, regel: Regel, nummer: Nummer, lid: _Knoop) -> bool:
        """Whether a digit behind a lid is the next lid: by place when that tells, else by count."""
        blok = regel.blok
        open_cijfer = next((k for k in reversed(self.pad) if k.nummer.telling is Telling.CIJFER), None)
        if open_cijfer is not None and self._zelfde_plek(open_cijfer, regel) and not self._zelfde_plek(lid, regel):
            return False
        if blok.niveau is not None and lid.niveau is not None and blok.niveau != lid.niveau:
            return blok.niveau < lid.niveau
        vorige = self.laatste.einde() if self.laatste else ""
        volgt_lid = nummer.waarde == lid.nummer.waarde + 1
        if open_cijfer is not None and nummer.waarde == open_cijfer.nummer.waarde + 1:
            return volgt_lid and vorige not in {";", ","}
        begint_lijst = nummer.waarde == 1 and (vorige == ":" or blok.inspringing > lid.inspringing + _INSPRONG)
        return volgt_lid or not begint_lijst

    def _onder_lid(self, nummer: Nummer) -> bool:
        """Whether "1.2" is an item below lid 1 (and not lid 2 of article 1)."""
        if self.artikelnummer and nummer.tekst.startswith(f"{self.artikelnummer}."):
            return False
        return bool(self.leden) and self.leden[-1][0] == nummer.tekst.split(".", maxsplit=1)[0]

    @staticmethod
    def _zelfde_plek(knoop: _Knoop, regel: Regel) -> bool:
        blok = regel.blok
        return knoop.niveau == blok.niveau and abs(knoop.inspringing - blok.inspringing) <= _INSPRONG

    def _hang(self, knoop: _Knoop) -> None:
        """Hang an onderdeel at its place: beside an open item that counts alike, else below the innermost."""
        self.lid()
        diepte = self._plaats(knoop)
        if diepte is not None:
            knoop.nummer = _als_broer(self.pad[diepte].nummer, knoop.nummer) or knoop.nummer
            del self.pad[diepte:]
        elif self.pad and self.pad[-1].naamloos and not knoop.naamloos and self.pad[-1].einde() != ":":
            self.pad.pop()
        del self.pad[_DIEPST:]
        self.top().kinderen.append(knoop)
        self.pad.append(knoop)

    def _plaats(self, knoop: _Knoop) -> int | None:
        """Index in the open path of the item that ``knoop`` stands beside: the one it counts on from, else the innermost."""
        broers = [diepte for diepte in range(len(self.pad) - 1, -1, -1) if self._is_broer(diepte, knoop)]
        for diepte in broers:
            if knoop.nummer.telling is not Telling.STREEP and knoop.nummer.waarde == self.pad[diepte].nummer.waarde + 1:
                return diepte
        return broers[0] if broers else None

    def _is_broer(self, diepte: int, knoop: _Knoop) -> bool:
        broer = self.pad[diepte]
        if _als_broer(broer.nummer, knoop.nummer) is None or broer.naamloos != knoop.naamloos:
            return False
        if broer.niveau is not None and knoop.niveau is not None and knoop.niveau > broer.niveau:
            return False
        if knoop.nummer.telling is Telling.STREEP:
            return self._is_broer_streep(diepte, knoop)
        # "a." right behind "a. …:" opens a list of its own
        return not (knoop.nummer.waarde == 1 and broer.einde() == ":" and broer is self.top())

    def _is_broer_streep(self, diepte: int, knoop: _Knoop) -> bool:
        """Dashes and bullets have no count: level, indent and sign tell."""
        broer = self.pad[diepte]
        if knoop.inspringing > broer.inspringing + _INSPRONG:
            return False
        if (knoop.niveau or 0) < (broer.niveau or 0) or knoop.inspringing < broer.inspringing - _INSPRONG:
            return not any(boven.nummer.telling is Telling.STREEP for boven in self.pad[:diepte])
        if broer.nummer.tekst == knoop.nummer.tekst or knoop.naamloos:
            return True
        return broer.einde() != ":" and not any(boven.nummer.tekst == knoop.nummer.tekst for boven in self.pad[:diepte])

    # --- paragraphs without a number -----------------------------------------------------------------------

    def _tekst(self, regel: Regel) -> None:
        alinea = regel.alinea
        if self.wacht is not None:
            self.wacht.alineas.append(alinea)
            self.wacht = None
            return
        rij = _rij(regel)
        laatste = self.laatste
        if rij is not None:
            self._cel(regel, rij)
        elif laatste is None:
            self.lid().alineas.append(alinea)
            self.laatste = self.lid()
        elif self._is_naamloos_onderdeel():
            knoop = _Knoop(_NAAMLOOS, None, regel.blok.inspringing, naamloos=True, alineas=[alinea])
            self._hang(knoop)
            self.laatste = knoop
        elif self._leest_door(laatste, regel):
            laatste.alineas.append(alinea)
        else:
            self.pad = []
            self.lid().alineas.append(alinea)
            self.laatste = self.lid()

    def _is_naamloos_onderdeel(self) -> bool:
        """Whether the paragraph stands in a list without numbers: after a colon, or after an item that goes on."""
        laatste = self.laatste
        if laatste is None:
            return False
        if laatste.naamloos:
            return laatste.einde() in {";", ","} or (laatste.einde() != "." and self._in_begrippen())
        return laatste is self.lid() and laatste.einde() == ":"

    def _in_begrippen(self) -> bool:
        alineas = self.lid().alineas
        return bool(alineas) and bool(_BEGRIPPEN.search(alineas[-1].tekst))

    def _leest_door(self, laatste: _Knoop, regel: Regel) -> bool:
        """Whether the paragraph continues the last item (and not the lid above it)."""
        if laatste is self.lid() or laatste.einde() not in {".", "!", "?"}:
            return True
        return regel.blok.inspringing > 0 and regel.blok.inspringing >= laatste.inspringing > self.lid().inspringing

    def _cel(self, regel: Regel, rij: tuple[int, int]) -> None:
        """A cell without number: beside the start of its row, else a new item."""
        laatste = self.laatste
        if laatste is not None and laatste.rij == rij:
            laatste.alineas.append(regel.alinea)
            return
        if self.leden and self.leden[-1][1].rij == rij:
            self.lid().alineas.append(regel.alinea)
            return
        if regel.tekst.strip().lower().rstrip(":") in _TABELKOP and rij[1] == 0:
            self.lid().alineas.append(regel.alinea)
            return
        knoop = _Knoop(_NAAMLOOS, None, regel.blok.inspringing, rij, naamloos=True, alineas=[regel.alinea])
        self._hang(knoop)
        self.laatste = knoop


def _als_broer(a: Nummer, b: Nummer) -> Nummer | None:
    """``b`` as it counts on from ``a``: "i." is a letter behind "h." and roman elsewhere; None when they count in different ways."""
    if a.telling is b.telling:
        return b
    if b.telling is Telling.ROMEIN and a.telling is Telling.LETTER and len(b.tekst) == 1 and a.waarde + 1 == rang_letter(b.tekst):
        return b._replace(telling=Telling.LETTER, waarde=a.waarde + 1)
    if b.telling is Telling.LETTER and a.telling is Telling.ROMEIN and a.waarde + 1 == romein(b.tekst):
        return b._replace(telling=Telling.ROMEIN, waarde=a.waarde + 1)
    return None


def _rij(regel: Regel) -> tuple[int, int] | None:
    cel = regel.blok.cel
    return (cel.tabel, cel.rij) if cel is not None else None


def bouw_leden(regels: Sequence[Regel], artikelnummer: str | None = None) -> tuple[Lid, ...]:
    """Leden of the article with these lines (heading left out). Typed numbers are split off the Blokken."""
    bouw = _Bouw(artikelnummer)
    for regel in regels:
        bouw.regel(regel)
    return tuple(Lid(nummer, tuple(knoop.alineas), tuple(kind.onderdeel() for kind in knoop.kinderen)) for nummer, knoop in bouw.leden) or (
        Lid(None, ()),
    )
