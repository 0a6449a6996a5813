"""Reads a wijzigingsopdracht: what it does, to which place, with which text (Aanwijzingen voor de regelgeving 6.1–6.14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from verordening_tool.document.regeling import Wijziging
from verordening_tool.references.bouw import reeks
from verordening_tool.references.grammar import vind_verwijzingen
from verordening_tool.references.model import Doel
from verordening_tool.references.telwoorden import rangnummer
from verordening_tool.structure.wijzigingen import CITAAT


class Handeling(StrEnum):
    """What an opdracht does."""

    VERVANGEN = "vervangen"
    INVOEGEN_NA = "invoegen na"
    INVOEGEN_VOOR = "invoegen voor"
    TOEVOEGEN = "toevoegen"
    VERVALLEN = "vervallen"
    VERNUMMEREN = "vernummeren"
    WOORDEN = "woorden vervangen"
    OPSCHRIFT = "opschrift vervangen"
    KADER = "kader"  # only says what the opdrachten below it are about


@dataclass(frozen=True, slots=True)
class Ruil:
    """Words at places, and what comes in their place."""

    doelen: tuple[Doel, ...]
    zoek: str
    door: str
    telkens: bool = False


@dataclass(frozen=True, slots=True)
class Opdracht:
    """One opdracht. ``vernummer``: per place its new number; ``ruilen``: the words that change."""

    handeling: Handeling
    doelen: tuple[Doel, ...]
    wijziging: Wijziging
    ruilen: tuple[Ruil, ...] = ()
    vernummer: tuple[tuple[Doel, str], ...] = ()

    @property
    def tekst(self) -> str:
        """The opdracht as written."""
        return " ".join(alinea.tekst for alinea in self.wijziging.opdracht)


_LABEL = re.compile(r"^\s*(?:\d{1,2}|[A-Za-z]{1,2})[.)]\s+(?=[A-ZÉ])")
_VERNUMMERING = re.compile(
    r",?\s*(?:onder\s+)?ver(?:nummering|lettering)\s+van\s+(?P<van>.+?)\s+(?:tot|in)\s+(?!en\s+met)(?P<tot>.+?)"
    r"(?=,|[.;:]?\s*$|\s+(?:wordt|worden|vervalt|vervallen|een\s|na\s))",
    re.IGNORECASE,
)
_VERNUMMERD = re.compile(
    r"(?P<van>.+?)\s+(?:wordt|worden)\s+(?:vernummerd|verletterd)\s+(?:tot|in)\s+(?!en\s+met)(?P<tot>.+?)[.;]?\s*$", re.IGNORECASE
)
_AANDUIDING = r"(?:(?:de|het)\s+(?:woord(?:en)?|zinsnede|zinsdeel|tekst|bedrag|datum|percentage|aantal|titel)\s+)?"
_RUIL = re.compile(  # each quoted text is a number here
    rf"(?:⟨(?P<zoek>\d+)⟩\s+(?:telkens\s+)?(?:vervangen\s+)?door\s*:?\s*{_AANDUIDING}⟨(?P<door>\d+)⟩(?:\s+vervangen)?"
    rf"|(?P<waar>na|v[oó][oó]r)\s+{_AANDUIDING}⟨(?P<bij>\d+)⟩\s+(?:telkens\s+)?{_AANDUIDING}(?:ingevoegd|toegevoegd)\s*:?\s*{_AANDUIDING}⟨(?P<erbij>\d+)⟩"
    rf"|verval(?:t|len)\s+(?:telkens\s+)?{_AANDUIDING}⟨(?P<weg>\d+)⟩)",
    re.IGNORECASE,
)
_TELKENS = re.compile(r"\btelkens\b", re.IGNORECASE)
_SLOT = re.compile(r"\s*[.;]?\s*")
_KADER = re.compile(r"(?:wordt|worden)\s+(?:als\s+volgt\s+|als\s+hierna\s+)?gewijzigd(?:\s+als\s+volgt)?\s*[:.]?\s*$", re.IGNORECASE)
_OPSCHRIFT = re.compile(
    r"^(?:in\s+)?het\s+opschrift\s+van\b.*?(?:komt\s+te\s+luiden|wordt\s+vervangen\s+door|luidt\s+voortaan)", re.IGNORECASE
)
_LUIDT = re.compile(
    r"kom(?:t|en)\s+(?:als\s+volgt\s+)?te\s+luiden|luid(?:t|en)\s+(?:voortaan|als\s+volgt)|(?:wordt|worden)\s+vervangen\s+door|te\s+laten\s+luiden",
    re.IGNORECASE,
)
_NA = re.compile(r"(?:^|\b)(?P<waar>na|v[oó][oó]r)\s+(?=(?:het\s|de\s|artikel|onderdeel|lid\b|\w+\s+lid))", re.IGNORECASE)
_ERBIJ = re.compile(r"\b(?:ingevoegd|toegevoegd|geplaatst)\b", re.IGNORECASE)
_VERVALT = re.compile(r"\bverval(?:t|len)\b|\bgeschrapt\b|\bverwijderd\b", re.IGNORECASE)
_STUK = re.compile(r"tot\s+en\s+met|t/m|[\w°]+", re.IGNORECASE)
_GEEN_NUMMER = frozenset({"het", "de", "lid", "leden", "artikel", "artikelen", "onderdeel", "onderdelen", "onder", "en", "of", "nummers"})
_GEEN_ARTIKEL = "er is geen artikel te vinden waar de opdracht over gaat"
_PAST_NIET = "de nummers oud en nieuw passen niet bij elkaar"


def lees_opdracht(wijziging: Wijziging) -> Opdracht | str:
    """The opdracht in ``wijziging``, or why it can not be read (a Dutch sentence)."""
    tekst = _LABEL.sub("", " ".join(alinea.tekst for alinea in wijziging.opdracht)).strip()
    if ruilen := tuple(_ruilen(wijziging, tekst)):
        return Opdracht(Handeling.WOORDEN, ruilen[0].doelen, wijziging, ruilen) if all(ruil.doelen for ruil in ruilen) else _GEEN_ARTIKEL
    if _KADER.search(tekst):
        return Opdracht(Handeling.KADER, (), wijziging)
    if _VERNUMMERING.search(tekst) is None and (los := _VERNUMMERD.match(tekst)):
        paren = _paren(los["van"], los["tot"], wijziging)
        return Opdracht(Handeling.VERNUMMEREN, (), wijziging, vernummer=paren) if paren else _PAST_NIET
    return _op_plaats(wijziging, tekst)


def _op_plaats(wijziging: Wijziging, tekst: str) -> Opdracht | str:
    """An opdracht that sets, adds or takes away text at a place, with the new numbers that go with it."""
    vernummer = _VERNUMMERING.search(tekst)
    rest = tekst[: vernummer.start()] + tekst[vernummer.end() :] if vernummer else tekst
    doelen = _doelen(rest, wijziging)
    if not doelen:
        return _GEEN_ARTIKEL
    paren = _paren(vernummer["van"], vernummer["tot"], wijziging, doelen[0]) if vernummer else ()
    handeling = _handeling(rest)
    if vernummer and not paren:
        return _PAST_NIET
    return Opdracht(handeling, doelen, wijziging, vernummer=paren) if handeling else "niet te zien is wat de opdracht doet"


def _ruilen(wijziging: Wijziging, tekst: str) -> Iterator[Ruil]:
    """The changes of words that the sentence consists of, each at the place named last; none when it holds other quoted text."""
    citaten: list[str] = []

    def genummerd(treffer: re.Match[str]) -> str:
        citaten.append(next(groep for groep in treffer.groups() if groep is not None))
        return f"⟨{len(citaten) - 1}⟩"

    zin = CITAAT.sub(genummerd, tekst)
    treffers = list(_RUIL.finditer(zin))
    rest = _RUIL.sub("", zin)
    if not treffers or "⟨" in rest or not _SLOT.fullmatch(zin, treffers[-1].end()):
        return
    plaats, vanaf = "", 0
    for treffer in treffers:
        plaats += zin[vanaf : treffer.start()]
        telkens = _TELKENS.search(zin, vanaf, treffer.end()) is not None
        vanaf = treffer.end()
        woorden = {naam: citaten[int(nr)] for naam, nr in treffer.groupdict().items() if nr is not None and naam != "waar"}
        yield Ruil(_doelen(plaats, wijziging), *_geruild(treffer["waar"], **woorden), telkens)


def _geruild(waar: str | None, zoek: str = "", door: str = "", bij: str = "", erbij: str = "", weg: str = "") -> tuple[str, str]:
    """The words to look for, and what comes in their place: other words, the same with words beside them, or nothing."""
    if waar is None:
        return zoek or weg, door
    if waar.lower() == "na":
        return bij, f"{bij}{'' if erbij[:1] in ',;.' else ' '}{erbij}"
    return bij, f"{erbij} {bij}"


def _handeling(tekst: str) -> Handeling | None:
    if _OPSCHRIFT.search(tekst):
        return Handeling.OPSCHRIFT
    if _ERBIJ.search(tekst):
        waar = _NA.search(tekst)
        if waar is None:
            return Handeling.TOEVOEGEN
        return Handeling.INVOEGEN_NA if waar["waar"].lower() == "na" else Handeling.INVOEGEN_VOOR
    if _LUIDT.search(tekst):
        return Handeling.VERVANGEN
    return Handeling.VERVALLEN if _VERVALT.search(tekst) else None


def _doelen(tekst: str, wijziging: Wijziging) -> tuple[Doel, ...]:
    """The places an opdracht is about: what it names last, inside what it names first ("In artikel 7 … na het tweede lid …")."""
    voor = tekst.split(":", 1)[0]
    gevonden = [verwijzing for verwijzing in vind_verwijzingen(voor) if any(d.artikel or d.lid or d.onderdeel for d in verwijzing.doelen)]
    artikel = next((doel.artikel for verwijzing in gevonden for doel in verwijzing.doelen if doel.artikel), None) or _artikel(wijziging)
    if not gevonden:
        return (Doel(artikel=artikel),) if artikel else ()
    laatste = gevonden[-1].doelen
    lid = next((doel.lid for doel in gevonden[0].doelen if doel.lid), None) if len(gevonden) > 1 else None
    return tuple(doel._replace(artikel=doel.artikel or artikel, lid=doel.lid or lid, relatief=None) for doel in laatste)


def _artikel(wijziging: Wijziging) -> str | None:
    """The article of the opdracht above this one ("Artikel 8 wordt als volgt gewijzigd:")."""
    verwijzingen = vind_verwijzingen(f"in {wijziging.doel or ''}")  # on its own "Artikel 8" is a heading
    return next((doel.artikel for verwijzing in verwijzingen for doel in verwijzing.doelen if doel.artikel), None)


def _paren(van: str, tot: str, wijziging: Wijziging, bij: Doel | None = None) -> tuple[tuple[Doel, str], ...]:
    """What gets which number; empty when there are not as many new numbers as old ones."""
    oud, nieuw = _nummers(van), _nummers(tot)
    if not oud or len(oud) != len(nieuw):
        return ()
    artikel = (bij.artikel if bij else None) or _artikel(wijziging)
    laag = van.lower()
    if "artikel" in laag and "lid" not in laag:
        return tuple((Doel(artikel=nummer), naar) for nummer, naar in zip(oud, nieuw, strict=True))
    if "onder" in laag or all(nummer.isalpha() and len(nummer) == 1 for nummer in oud):
        lid = bij.lid if bij else None
        return tuple((Doel(artikel=artikel, lid=lid, onderdeel=nummer), naar) for nummer, naar in zip(oud, nieuw, strict=True))
    genoemd = next((doel.artikel for verwijzing in vind_verwijzingen(van) for doel in verwijzing.doelen if doel.artikel), None)
    if genoemd in oud:
        return ()
    return tuple((Doel(artikel=genoemd or artikel, lid=nummer), naar) for nummer, naar in zip(oud, nieuw, strict=True))


def _nummers(tekst: str) -> list[str]:
    """The numbers in a list such as "derde tot en met vijfde", "11, 12 en 14", "c en d"; ranges written out."""
    uit: list[str] = []
    bereik = False
    for stuk in _STUK.findall(tekst):
        laag = " ".join(stuk.lower().split())
        if laag in {"tot en met", "t/m"}:
            bereik = True
        elif laag not in _GEEN_NUMMER:
            nummer = rangnummer(laag) or laag
            if bereik and uit:
                uit.extend(reeks(uit[-1], nummer))
            uit.append(nummer)
            bereik = False
    return uit
