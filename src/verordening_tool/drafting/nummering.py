"""Numbers for articles, leden and onderdelen, and references by label that become numbers when all choices are made.

A template writes ``{{ art('beschut-werk', 'aanbod') }}``. That leaves a mark in the text; the mark becomes "artikel 9, tweede lid"
once the numbers are known. A label that no article has is an error, so a reference can not go dead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from verordening_tool.drafting.stukken import Stuk, Stuksoort
from verordening_tool.references.telwoorden import rangwoord

_BEGIN, _EIND = "\ue000", "\ue001"
_MERK = re.compile(f"{_BEGIN}([^{_EIND}]*){_EIND}")
_ROMEINS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, slots=True)
class Plek:
    """An article that can be referred to: its number and the numbers of its labelled leden (None: the only lid)."""

    nummer: str
    leden: Mapping[str, str | None]


@dataclass(slots=True)
class Nummering:
    """Numbers of all pieces (by identity) and the places of the labels."""

    nummers: dict[int, str | None] = field(default_factory=dict)
    plekken: dict[str, Plek] = field(default_factory=dict)
    artikel_van: dict[int, str] = field(default_factory=dict)  # piece → label of the article it stands in


def art(label: str, lid: str | None = None) -> str:
    """A mark for "artikel 9" or "artikel 9, tweede lid"."""
    return f"{_BEGIN}art|{label}|{lid or ''}{_EIND}"


def Art(label: str, lid: str | None = None) -> str:  # noqa: N802 - as a template writes it at the start of a sentence
    """A mark for "Artikel 9"."""
    return f"{_BEGIN}Art|{label}|{lid or ''}{_EIND}"


def lid(label: str) -> str:
    """A mark for "tweede lid" of the article it stands in."""
    return f"{_BEGIN}lid||{label}{_EIND}"


def nummer(stukken: Sequence[Stuk], *, romeins: bool = False) -> Nummering:
    """Number the pieces. A numbered lid that turns out to be the only one gets no number. Raises Sjabloonfout for a label used twice."""
    uit = Nummering()
    hoofdstuk = artikel = punt = 0
    i = 0
    while i < len(stukken):
        stuk = stukken[i]
        if stuk.soort is Stuksoort.HOOFDSTUK:
            hoofdstuk += 1
            uit.nummers[id(stuk)] = f"Hoofdstuk {hoofdstuk}"
        elif stuk.soort is Stuksoort.ARTIKEL:
            artikel += 1
            kop = _ROMEINS[artikel - 1] if romeins else str(artikel)
            uit.nummers[id(stuk)] = kop
            einde = _einde_artikel(stukken, i + 1)
            leden = nummer_leden(stukken[i + 1 : einde], uit)
            assert stuk.label is not None  # noqa: S101 - an article line always has one
            if stuk.label in uit.plekken:
                raise stuk.bron.fout(f"het label {stuk.label} staat bij twee artikelen.")
            uit.plekken[stuk.label] = Plek(kop, leden)
            for binnen in stukken[i:einde]:
                uit.artikel_van[id(binnen)] = stuk.label
            i = einde
            continue
        elif stuk.soort is Stuksoort.LID:
            punt += 1
            uit.nummers[id(stuk)] = str(punt)
        elif stuk.soort in {Stuksoort.KOP, Stuksoort.AANHEF}:
            punt = 0
        i += 1
    return uit


def _einde_artikel(stukken: Sequence[Stuk], i: int) -> int:
    """Index behind the article that ``i`` stands in; inserted text with its own leden belongs to the article around it."""
    while i < len(stukken) and stukken[i].soort not in {Stuksoort.ARTIKEL, Stuksoort.HOOFDSTUK, Stuksoort.SLOT, Stuksoort.BIJLAGE}:
        i += 1
    return i


def nummer_leden(stukken: Sequence[Stuk], uit: Nummering) -> dict[str, str | None]:
    """Number leden and onderdelen of one article; gives the numbers of the labelled leden."""
    alle = [stuk for stuk in stukken if stuk.soort is Stuksoort.LID]
    labels: dict[str, str | None] = {}
    letters = graden = 0
    for stuk in stukken:
        if stuk.soort is Stuksoort.LID:
            uit.nummers[id(stuk)] = str(alle.index(stuk) + 1) if len(alle) > 1 else None
            letters = graden = 0
            if stuk.label:
                labels[stuk.label] = uit.nummers[id(stuk)]
        elif stuk.soort is Stuksoort.ONDERDEEL and stuk.diepte:
            graden += 1
            uit.nummers[id(stuk)] = f"{graden}°"
        elif stuk.soort is Stuksoort.ONDERDEEL:
            letters, graden = letters + 1, 0
            uit.nummers[id(stuk)] = chr(96 + letters)
        elif stuk.soort is Stuksoort.TEKST:
            letters = graden = 0
    return labels


def los_op(tekst: str, stuk: Stuk, eigen: Nummering, basis: Mapping[str, Plek]) -> str:
    """The text with every mark replaced by its reference. Raises Sjabloonfout for a label that does not exist."""
    thuis = eigen.artikel_van.get(id(stuk))

    def verwijzing(treffer: re.Match[str]) -> str:
        vorm, label, lidlabel = treffer[1].split("|")
        naam = label or thuis or ""
        plek = eigen.plekken.get(naam) or basis.get(naam)
        if plek is None:
            raise stuk.bron.fout(f"er wordt verwezen naar artikel {naam or '(geen)'}, maar dat artikel is er bij deze keuzes niet.")
        if lidlabel and lidlabel not in plek.leden:
            raise stuk.bron.fout(f"er wordt verwezen naar lid {lidlabel} van artikel {naam}, maar dat lid is er bij deze keuzes niet.")
        ordinaal = rangwoord(plek.leden[lidlabel] or "") if lidlabel else None
        if vorm == "lid":
            return f"{ordinaal} lid" if ordinaal else "dit artikel"
        kop = f"{'Artikel' if vorm == 'Art' else 'artikel'} {plek.nummer}"
        return f"{kop}, {ordinaal} lid" if ordinaal else kop

    return _MERK.sub(verwijzing, tekst)
