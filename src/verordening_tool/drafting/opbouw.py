"""Pieces → Regeling: numbers given, references resolved, every paragraph a Blok that the writer can put in Word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from verordening_tool.document.blok import Blok, Cel, Deel, Nummerbron, Rol
from verordening_tool.document.regeling import (
    Aanhef,
    Alinea,
    Artikel,
    Bijlage,
    Data,
    Hoofdstuk,
    Lid,
    Onderdeel,
    Orgaan,
    Regeling,
    Slot,
    Soort,
    Stadium,
    Toelichting,
    Wijziging,
)
from verordening_tool.drafting.nummering import Nummering, Plek, los_op, nummer, nummer_leden
from verordening_tool.drafting.stukken import Stuk, Stuksoort

_INGEVOEGD = re.compile(r"ingevoegd artikel (?P<nummer>\d+[a-z]?): (?P<opschrift>.+)")
_ROLLEN = ("griffier", "voorzitter", "burgemeester", "secretaris", "wethouder")
_AANHEFDELEN = {"gelezen": "gelezen", "gelet": "gelet_op", "gezien": "gezien", "besluit": "besluit"}
ONDER = 1  # Blok.niveau of an onderdeel of an onderdeel


@dataclass(frozen=True, slots=True)
class Clausule:
    """Text that satisfies norms: which codes, in which part, article and lid."""

    codes: tuple[str, ...]
    deel: Deel
    artikel: str | None
    lid: str | None


@dataclass(frozen=True, slots=True)
class Noot:
    """The explanation of one article."""

    artikel: str
    opschrift: str
    teksten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """A document before it is written: the Regeling, where its labels ended up, the notes on its articles and the norms they satisfy."""

    naam: str
    regeling: Regeling
    plekken: Mapping[str, Plek] = field(default_factory=dict)
    noten: tuple[Noot, ...] = ()
    clausules: tuple[Clausule, ...] = ()


@dataclass(frozen=True, slots=True)
class Omslag:
    """What is known of a document apart from its text."""

    naam: str  # of the template
    soort: Soort
    gemeente: str
    citeertitel: str | None
    data: Data
    stadium: Stadium
    romeins: bool = False


def bouw(stukken: Sequence[Stuk], omslag: Omslag, basis: Concept | None = None) -> Concept:
    """Build the document; ``basis`` is the regulation it speaks of. Raises Sjabloonfout with file and line."""
    return _Bouw(stukken, omslag, basis).concept()


class _Bouw:
    def __init__(self, stukken: Sequence[Stuk], omslag: Omslag, basis: Concept | None) -> None:
        self.stukken = stukken
        self.omslag = omslag
        self.basis = basis
        self.nummering = nummer(stukken, romeins=omslag.romeins)
        self.blokken: list[Blok] = []
        self.opschrift: str | None = None
        self.aanhef: dict[str, list[Alinea]] = {deel: [] for deel in ("alineas", *_AANHEFDELEN.values())}
        self.orgaan: Orgaan | None = None
        self.hoofdstukken: list[Hoofdstuk] = []
        self.artikelen: list[Artikel] = []
        self.wijzigingen: list[Wijziging] = []
        self.slot: list[Alinea] = []
        self.ondertekening: list[Alinea] = []
        self.lopend: list[Alinea] = []
        self.bijlagen: list[Bijlage] = []
        self.algemeen: list[Alinea] = []
        self.per_artikel: list[tuple[str, tuple[Alinea, ...]]] = []
        self.tabellen = 0

    def concept(self) -> Concept:
        i = 0
        while i < len(self.stukken):
            i = self._plaats(i)
        omslag, plekken = self.omslag, self.nummering.plekken
        regeling = Regeling(
            blokken=tuple(self.blokken),
            soort=omslag.soort,
            stadium=omslag.stadium,
            opschrift=self.opschrift,
            gemeente=omslag.gemeente,
            citeertitel=omslag.citeertitel,
            data=omslag.data,
            aanhef=Aanhef(**{naam: tuple(deel) for naam, deel in self.aanhef.items()}, orgaan=self.orgaan),
            hoofdstukken=tuple(self.hoofdstukken),
            artikelen=tuple(self.artikelen),
            wijzigingen=tuple(self.wijzigingen),
            slot=Slot(tuple(self.slot), tuple(self.ondertekening), self._rollen()),
            toelichting=Toelichting(self._toelichting(), tuple(self.algemeen), tuple(self.per_artikel)),
            bijlagen=tuple(self.bijlagen),
            lopende_tekst=tuple(self.lopend),
        )
        return Concept(omslag.naam, regeling, plekken, self._noten(), self._clausules())

    # --- one piece ------------------------------------------------------------------------------------------

    def _plaats(self, i: int) -> int:
        """Place piece ``i`` and give the index of the next."""
        stuk = self.stukken[i]
        match stuk.soort:
            case Stuksoort.ARTIKEL:
                return self._artikel(i)
            case Stuksoort.TITEL:
                titel = self._blok(stuk, Rol.OPSCHRIFT, Deel.OPSCHRIFT)
                self.opschrift = titel.tekst
                if self.omslag.soort is Soort.TOELICHTING:
                    self.algemeen.append(titel)
            case Stuksoort.AANHEF:
                self._aanhef(stuk)
            case Stuksoort.HOOFDSTUK:
                kop = self._blok(stuk, Rol.HOOFDSTUK, nummer=self.nummering.nummers[id(stuk)])
                cijfer = str(len(self.hoofdstukken) + 1)
                self.hoofdstukken.append(Hoofdstuk("hoofdstuk", cijfer, kop.tekst, 0, kop))
            case Stuksoort.SLOT:
                alinea = self._blok(stuk, Rol.ONDERTEKENING if self.slot else Rol.SLOT, Deel.SLOT)
                (self.ondertekening if self.slot else self.slot).append(alinea)
            case Stuksoort.BIJLAGE:
                self._blok(stuk, Rol.BIJLAGE, Deel.METADATA)
            case Stuksoort.TABEL:
                self._rij(stuk, nieuw=i == 0 or self.stukken[i - 1].soort is not Stuksoort.TABEL)
            case Stuksoort.OPDRACHT:
                self._opdracht(stuk)
            case _:
                self._lopend(stuk)
        return i + 1

    def _blok(
        self,
        stuk: Stuk,
        rol: Rol,
        deel: Deel = Deel.LICHAAM,
        *,
        nummer: str | None = None,
        niveau: int | None = None,
        kopniveau: int | None = None,
        cel: Cel | None = None,
    ) -> Alinea:
        return self._voeg_toe(los_op(stuk.tekst, stuk, self.nummering, self._basisplekken()), rol, deel, nummer, niveau, kopniveau, cel)

    def _voeg_toe(
        self,
        tekst: str,
        rol: Rol,
        deel: Deel = Deel.LICHAAM,
        nummer: str | None = None,
        niveau: int | None = None,
        kopniveau: int | None = None,
        cel: Cel | None = None,
    ) -> Alinea:
        bron = Nummerbron.GETYPT if nummer else Nummerbron.GEEN
        blok = Blok(len(self.blokken), tekst, nummer, bron, niveau, deel, rol, kopniveau=kopniveau, cel=cel)
        self.blokken.append(blok)
        return Alinea(blok.alinea, tekst)

    def _basisplekken(self) -> Mapping[str, Plek]:
        return self.basis.plekken if self.basis else {}

    def _aanhef(self, stuk: Stuk) -> None:
        alinea = self._blok(stuk, Rol.AANHEF, Deel.AANHEF)
        woord = alinea.tekst.split(" ", 1)[0].lower().rstrip(":")
        self.aanhef["alineas"].append(alinea)
        if deel := _AANHEFDELEN.get(woord):
            self.aanhef[deel].append(alinea)
        elif woord in {"het", "burgemeester"}:
            self.orgaan = Orgaan.COLLEGE
        else:
            self.orgaan = Orgaan.RAAD

    def _lopend(self, stuk: Stuk) -> None:
        """A paragraph outside articles: of a letter, of a decision, or of the general part of a toelichting."""
        in_besluit = bool(self.aanhef["besluit"]) and not self.artikelen and stuk.soort is Stuksoort.LID
        deel = Deel.AANHEF if in_besluit else Deel.TOELICHTING if self.omslag.soort is Soort.TOELICHTING else Deel.LICHAAM
        rol = Rol.TOELICHTING if deel is Deel.TOELICHTING else Rol.TEKST
        punt = self.nummering.nummers.get(id(stuk))
        kopniveau = stuk.diepte if stuk.soort is Stuksoort.KOP else None
        alinea = self._blok(stuk, rol, deel, nummer=f"{punt}." if punt else None, kopniveau=kopniveau)
        if in_besluit:
            self.aanhef["alineas"].append(alinea)
            self.aanhef["besluit"].append(alinea)
        elif deel is Deel.TOELICHTING:
            self.algemeen.append(alinea)
        else:
            self.lopend.append(alinea)

    def _rij(self, stuk: Stuk, *, nieuw: bool) -> None:
        if nieuw:
            self.tabellen += 1
        laatste = self.blokken[-1].cel if self.blokken else None
        rij = 0 if nieuw or laatste is None else laatste.rij + 1
        for kolom, tekst in enumerate(stuk.cellen):
            opgelost = los_op(tekst, stuk, self.nummering, self._basisplekken())
            boven_besluit = self.omslag.soort is Soort.RAADSBESLUIT
            cel = Cel(self.tabellen - 1, rij, kolom)
            alinea = self._voeg_toe(opgelost, Rol.TEKST, Deel.METADATA if boven_besluit else Deel.LICHAAM, cel=cel)
            if not boven_besluit:
                self.lopend.append(alinea)

    def _opdracht(self, stuk: Stuk) -> None:
        if self.basis is None:
            raise stuk.bron.fout(f"[{stuk.tekst}] kan alleen in een stuk dat bij een verordening hoort.")
        if stuk.tekst == "artikelsgewijs":
            for noot in self.basis.noten:
                kop = self._voeg_toe(f"Artikel {noot.artikel} {noot.opschrift}", Rol.TOELICHTING, Deel.TOELICHTING, kopniveau=2)
                alineas = [self._voeg_toe(tekst, Rol.TOELICHTING, Deel.TOELICHTING) for tekst in noot.teksten]
                self.per_artikel.append((noot.artikel, (kop, *alineas)))
        elif stuk.tekst == "regeling":
            self._neem_over(self.basis.regeling)
        else:
            raise stuk.bron.fout(f"de opdracht [{stuk.tekst}] bestaat niet; kies uit [artikelsgewijs] en [regeling].")

    def _neem_over(self, regeling: Regeling) -> None:
        """The text of the regulation as annex: title, chapters and articles, without aanhef and signatures."""
        verschil = len(self.blokken)
        mee = [blok for blok in regeling.blokken if blok.deel in {Deel.OPSCHRIFT, Deel.LICHAAM}]
        nieuw = {blok.alinea: verschil + n for n, blok in enumerate(mee)}
        self.blokken.extend(replace(blok, alinea=nieuw[blok.alinea]) for blok in mee)
        self.opschrift = regeling.opschrift
        self.artikelen.extend(_verplaatst(artikel, nieuw) for artikel in regeling.artikelen)
        self.hoofdstukken.extend(replace(h, kop=Alinea(nieuw[h.kop.nr], h.kop.tekst)) for h in regeling.hoofdstukken)
        self.wijzigingen.extend(
            replace(
                wijziging,
                opdracht=_verplaatste_alineas(wijziging.opdracht, nieuw),
                artikelen=tuple(_verplaatst(artikel, nieuw) for artikel in wijziging.artikelen),
                tekst=_verplaatste_alineas(wijziging.tekst, nieuw),
            )
            for wijziging in regeling.wijzigingen
        )

    # --- articles -------------------------------------------------------------------------------------------

    def _artikel(self, i: int) -> int:
        stuk = self.stukken[i]
        cijfer = self.nummering.nummers[id(stuk)] or ""
        kop = self._blok(stuk, Rol.ARTIKEL, nummer=f"Artikel {cijfer}")
        einde = i + 1
        while einde < len(self.stukken) and self.nummering.artikel_van.get(id(self.stukken[einde])) == stuk.label:
            einde += 1
        binnen = self.stukken[i + 1 : einde]
        eerste_invoeging = next((n for n, s in enumerate(binnen) if s.soort is Stuksoort.OPDRACHT), len(binnen))
        leden = _Leden(self, self.nummering).lees(binnen[:eerste_invoeging])
        pad = (f"{self._hoofdstuk()}",) if self.hoofdstukken else ()
        self.artikelen.append(Artikel(cijfer, kop.tekst, leden, pad, kop))
        if self.hoofdstukken:
            laatste = self.hoofdstukken[-1]
            self.hoofdstukken[-1] = replace(laatste, artikelen=(*laatste.artikelen, cijfer))
        self._invoegingen(binnen[eerste_invoeging:])
        return einde

    def _hoofdstuk(self) -> str:
        laatste = self.hoofdstukken[-1]
        return f"Hoofdstuk {laatste.nummer} {laatste.opschrift}"

    def _invoegingen(self, stukken: Sequence[Stuk]) -> None:
        """Articles that a wijzigingsverordening puts into another verordening: they keep their own numbers."""
        i = 0
        while i < len(stukken):
            stuk = stukken[i]
            treffer = _INGEVOEGD.fullmatch(stuk.tekst)
            if stuk.soort is not Stuksoort.OPDRACHT or treffer is None:
                raise stuk.bron.fout("hier hoort [ingevoegd artikel 10: opschrift].")
            einde = i + 1
            while einde < len(stukken) and stukken[einde].soort is not Stuksoort.OPDRACHT:
                einde += 1
            inhoud = stukken[i + 1 : einde]
            nummer_leden(inhoud, self.nummering)
            opdracht = Alinea(self.blokken[-1].alinea, self.blokken[-1].tekst)
            kop = self._voeg_toe(treffer["opschrift"], Rol.ARTIKEL, nummer=f"Artikel {treffer['nummer']}", niveau=ONDER)
            leden = _Leden(self, self.nummering).lees(inhoud)
            artikel = Artikel(treffer["nummer"], kop.tekst, leden, (), kop)
            soort = "invoegen" if "ingevoegd" in opdracht.tekst else "vervangen"
            tekst = tuple(Alinea(b.alinea, b.tekst) for b in self.blokken[kop.nr :])
            self.wijzigingen.append(Wijziging(soort, (opdracht,), artikelen=(artikel,), tekst=tekst))
            i = einde

    # --- what comes out beside the Regeling -----------------------------------------------------------------

    def _rollen(self) -> tuple[str, ...]:
        tekst = " ".join(alinea.tekst for alinea in self.ondertekening).lower()
        return tuple(rol for rol in _ROLLEN if rol in tekst)

    def _toelichting(self) -> tuple[Alinea, ...]:
        return (*self.algemeen, *(alinea for _, alineas in self.per_artikel for alinea in alineas))

    def _noten(self) -> tuple[Noot, ...]:
        return tuple(
            Noot(
                self.nummering.nummers[id(stuk)] or "",
                los_op(stuk.tekst, stuk, self.nummering, self._basisplekken()),
                tuple(los_op(noot, stuk, self.nummering, self._basisplekken()) for noot in stuk.noten),
            )
            for stuk in self.stukken
            if stuk.soort is Stuksoort.ARTIKEL
        )

    def _clausules(self) -> tuple[Clausule, ...]:
        uit: list[Clausule] = []
        lid: Stuk | None = None
        for stuk in self.stukken:
            if stuk.soort is Stuksoort.LID:
                lid = stuk
            elif stuk.soort is Stuksoort.ARTIKEL:
                lid = None
            if stuk.codes:
                label = self.nummering.artikel_van.get(id(stuk))
                cijfer = self.nummering.nummers.get(id(lid)) if lid is not None and label else None
                deel = Deel.AANHEF if stuk.soort is Stuksoort.AANHEF else Deel.SLOT if stuk.soort is Stuksoort.SLOT else Deel.LICHAAM
                uit.append(Clausule(tuple(stuk.codes), deel, self.nummering.plekken[label].nummer if label else None, cijfer))
        return tuple(uit)


class _Leden:
    """The leden of one article."""

    def __init__(self, bouw: _Bouw, nummering: Nummering) -> None:
        self.bouw = bouw
        self.nummering = nummering
        self.leden: list[Lid] = []

    def lees(self, stukken: Sequence[Stuk]) -> tuple[Lid, ...]:
        for stuk in stukken:
            cijfer = self.nummering.nummers.get(id(stuk))
            if stuk.soort in {Stuksoort.LID, Stuksoort.TEKST}:
                if stuk.soort is Stuksoort.TEKST and self.leden:
                    raise stuk.bron.fout("een artikel heeft een aanhef of leden; deze losse regel hoort daar niet tussen.")
                alinea = self.bouw._blok(stuk, Rol.LID, nummer=f"{cijfer}." if cijfer else None)  # noqa: SLF001 - part of the same build
                self.leden.append(Lid(cijfer, (alinea,)))
            elif stuk.soort in {Stuksoort.ONDERDEEL, Stuksoort.BEGRIP}:
                self._onderdeel(stuk, cijfer or "")
            else:
                raise stuk.bron.fout(f"een {stuk.soort.value} kan niet binnen een artikel.")
        return tuple(self.leden)

    def _onderdeel(self, stuk: Stuk, cijfer: str) -> None:
        if not self.leden:
            raise stuk.bron.fout("een onderdeel hoort onder een lid of een zin.")
        niveau = ONDER if stuk.diepte else None
        alinea = self.bouw._blok(stuk, Rol.ONDERDEEL, nummer=f"{cijfer}." if cijfer else None, niveau=niveau)  # noqa: SLF001
        nieuw = Onderdeel(cijfer, (alinea,))
        lid = self.leden[-1]
        if stuk.diepte and lid.onderdelen:
            ouder = lid.onderdelen[-1]
            onderdelen = (*lid.onderdelen[:-1], replace(ouder, onderdelen=(*ouder.onderdelen, nieuw)))
        else:
            onderdelen = (*lid.onderdelen, nieuw)
        self.leden[-1] = replace(lid, onderdelen=onderdelen)


def _verplaatste_alineas(oud: Sequence[Alinea], nieuw: Mapping[int, int]) -> tuple[Alinea, ...]:
    return tuple(Alinea(nieuw[alinea.nr], alinea.tekst) for alinea in oud)


def _verplaatst(artikel: Artikel, nieuw: Mapping[int, int]) -> Artikel:
    """The article with its paragraphs at their new places."""

    def onderdeel(oud: Onderdeel) -> Onderdeel:
        return Onderdeel(oud.nummer, _verplaatste_alineas(oud.alineas, nieuw), tuple(onderdeel(kind) for kind in oud.onderdelen))

    leden = tuple(
        Lid(lid.nummer, _verplaatste_alineas(lid.alineas, nieuw), tuple(onderdeel(o) for o in lid.onderdelen)) for lid in artikel.leden
    )
    return replace(artikel, leden=leden, kop=_verplaatste_alineas([artikel.kop], nieuw)[0] if artikel.kop else None)
