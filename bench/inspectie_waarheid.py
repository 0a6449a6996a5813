"""What is true in a generated corpus: totals from a data file, dealt out over gemeenten.

A truth is data (inspectie/waarheid.yaml shows the form). ``verdeel`` gives every gemeente its part such that the parts add up to the
totals exactly; ``schaal`` makes a truth smaller or larger in proportion.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Annotated, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

Telling = Annotated[int, Field(ge=0)]
Aandeel = Annotated[float, Field(ge=0, le=1)]
ZWIJGT = "zwijgt"
AANBIEDERS = ("biedt", "kan")
_AANBOD = (*AANBIEDERS, "biedt_niet")


class _Deel(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Plekken(_Deel):
    """How many gemeenten name a number, how many places together, and the most that one may name."""

    gemeenten: Telling
    samen: Telling
    grootste: Annotated[int, Field(ge=1)] = 40


class Gedaante(_Deel):
    """How the corpus looks: shares and weights that change no total."""

    aanbod_alleen_in_stuk: Aandeel = 0.25
    niet_ondanks_kan: Aandeel = 0.2
    zonder_stuk: Aandeel = 0.1
    tweede_stuk: Aandeel = 0.3
    losse_verordening: Aandeel = 0.12
    oudere_versie: Aandeel = 0.08
    oudere_versie_wijkt_af: Aandeel = 0.4
    dubbel: Aandeel = 0.06
    naamloze_brief: Aandeel = 0.1
    ruis: Aandeel = 0.07
    afleiders: Annotated[float, Field(ge=0, le=6)] = 1.6
    verordening: Mapping[str, Telling] = Field(default={"docx": 1})
    stuk: Mapping[str, Telling] = Field(default={"docx": 1})


class Waarheid(_Deel):
    """The totals. ``aanbod`` leaves the rest of the gemeenten silent; reasons and alternatives count gemeenten, that may name several."""

    gemeenten: Annotated[int, Field(ge=1)]
    vastgesteld: Telling
    op_tijd: Telling
    jaar: Annotated[int, Field(ge=2015, le=2016)] = 2015
    aanbod: Mapping[str, Telling]
    plekken: Plekken
    redenen_geen_aantal: Mapping[str, Telling]
    redenen_wel: Mapping[str, Telling]
    redenen_niet: Mapping[str, Telling]
    alternatieven: Mapping[str, Telling]
    omvang: Mapping[str, Telling]
    voorselectie: Mapping[str, Telling]
    gedaante: Gedaante = Gedaante()

    @property
    def aanbieders(self) -> int:
        """Gemeenten that offer, "kan aanbieden" included."""
        return sum(self.aanbod.get(soort, 0) for soort in AANBIEDERS)

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        niet, zonder = self.aanbod.get("biedt_niet", 0), self.aanbieders - self.plekken.gemeenten
        eisen = [
            (set(self.aanbod) <= set(_AANBOD), f"aanbod kent alleen {', '.join(_AANBOD)}"),
            (self.aanbieders + niet <= self.gemeenten, "aanbod telt meer gemeenten dan er zijn"),
            (self.op_tijd <= self.vastgesteld <= self.gemeenten, "op_tijd ≤ vastgesteld ≤ gemeenten geldt niet"),
            (zonder >= 0, "meer gemeenten noemen een aantal plekken dan er aanbieden"),
            (
                self.plekken.gemeenten <= self.plekken.samen <= self.plekken.gemeenten * self.plekken.grootste,
                "plekken.samen past niet bij het aantal gemeenten en de grootste",
            ),
            (sum(self.omvang.values()) == self.gemeenten, "omvang telt niet op tot het aantal gemeenten"),
            (sum(self.voorselectie.values()) == self.gemeenten, "voorselectie telt niet op tot het aantal gemeenten"),
        ]
        for naam, telling, groep, ieder in (
            ("redenen_geen_aantal", self.redenen_geen_aantal, zonder, True),
            ("redenen_wel", self.redenen_wel, self.aanbieders, False),
            ("redenen_niet", self.redenen_niet, niet, True),
            ("alternatieven", self.alternatieven, niet, True),
        ):
            eisen.append((max(telling.values(), default=0) <= groep, f"{naam} telt een sleutel vaker dan er gemeenten zijn ({groep})"))
            eisen.append((not ieder or sum(telling.values()) >= groep, f"{naam} is te weinig: ieder van de {groep} noemt er een"))
        for goed, bericht in eisen:
            if not goed:
                raise ValueError(bericht)
        return self


class Gemeentewaarheid(_Deel):
    """What is true of one gemeente. ``aantal`` None: it names no number."""

    naam: str
    vastgesteld: bool
    op_tijd: bool
    aanbod: str
    aantal: int | None
    redenen_geen_aantal: tuple[str, ...]
    redenen_wel: tuple[str, ...]
    redenen_niet: tuple[str, ...]
    alternatieven: tuple[str, ...]
    omvang: str
    voorselectie: str


def lees_waarheid(pad: Path) -> Waarheid:
    """Read a truth. Raises ValueError that names what does not add up."""
    try:
        return Waarheid.model_validate(yaml.safe_load(pad.read_text(encoding="utf-8")))
    except ValidationError as fout:
        raise ValueError(f"{pad.name}: " + "; ".join(f"{'.'.join(map(str, e['loc']))} {e['msg']}".strip() for e in fout.errors())) from fout


def schaal(waarheid: Waarheid, gemeenten: int) -> Waarheid:
    """The same truth for another number of gemeenten: every total in proportion, as near as whole numbers allow."""
    if gemeenten == waarheid.gemeenten:
        return waarheid
    deel = gemeenten / waarheid.gemeenten
    rest = waarheid.gemeenten - sum(waarheid.aanbod.values())
    aanbod = _naar_rato({**waarheid.aanbod, ZWIJGT: rest}, gemeenten)
    aanbod.pop(ZWIJGT)
    aanbieders = sum(aanbod.get(soort, 0) for soort in AANBIEDERS)
    niet = aanbod.get("biedt_niet", 0)
    met = min(aanbieders, round(waarheid.plekken.gemeenten * deel))
    plekken = {
        "gemeenten": met,
        "samen": min(met * waarheid.plekken.grootste, max(met, round(waarheid.plekken.samen * deel) if met else 0)),
        "grootste": waarheid.plekken.grootste,
    }
    groepen = {"redenen_geen_aantal": aanbieders - met, "redenen_wel": aanbieders, "redenen_niet": niet, "alternatieven": niet}
    vastgesteld = round(waarheid.vastgesteld * deel)
    return Waarheid.model_validate(
        waarheid.model_dump()
        | {naam: _begrensd(getattr(waarheid, naam), deel, groep, ieder=naam != "redenen_wel") for naam, groep in groepen.items()}
        | {naam: _naar_rato(getattr(waarheid, naam), gemeenten) for naam in ("omvang", "voorselectie")}
        | {"aanbod": aanbod, "plekken": plekken, "gemeenten": gemeenten, "vastgesteld": vastgesteld}
        | {"op_tijd": min(vastgesteld, round(waarheid.op_tijd * deel))}
    )


def _naar_rato(telling: Mapping[str, int], totaal: int) -> dict[str, int]:
    """Whole numbers in proportion that add up to ``totaal``: the largest remainders are rounded up."""
    som = sum(telling.values()) or 1
    precies = {sleutel: aantal * totaal / som for sleutel, aantal in telling.items()}
    uit = {sleutel: math.floor(aantal) for sleutel, aantal in precies.items()}
    volgorde = sorted(precies, key=lambda sleutel: (uit[sleutel] - precies[sleutel], sleutel))
    for sleutel in volgorde[: totaal - sum(uit.values())]:
        uit[sleutel] += 1
    return uit


def _begrensd(telling: Mapping[str, int], deel: float, groep: int, *, ieder: bool) -> dict[str, int]:
    uit = {sleutel: min(groep, round(aantal * deel)) for sleutel, aantal in telling.items()}
    for sleutel in sorted(uit, key=lambda naam: -telling[naam]):
        if ieder and (tekort := groep - sum(uit.values())) > 0:
            uit[sleutel] += min(tekort, groep - uit[sleutel])
    return uit


def verdeel(waarheid: Waarheid, namen: Sequence[str], rng: Random, zwaarte: Mapping[str, float] | None = None) -> list[Gemeentewaarheid]:
    """Give each of ``namen`` its part; ``zwaarte`` makes large gemeenten name larger numbers. The parts add up to the totals."""
    if len(namen) != waarheid.gemeenten:
        raise ValueError(f"{waarheid.gemeenten} gemeenten gevraagd, {len(namen)} namen gegeven")
    rij = list(namen)
    rng.shuffle(rij)
    aanbod = _in_volgorde(waarheid.aanbod, _AANBOD, len(rij))
    soort = dict(zip(rij, aanbod, strict=True))
    groepen = {naam: [gemeente for gemeente in rij if soort[gemeente] == naam] for naam in (*_AANBOD, ZWIJGT)}
    aanbieders = groepen["biedt"] + groepen["kan"]
    rng.shuffle(aanbieders)
    met = aanbieders[: waarheid.plekken.gemeenten]
    aantallen = _plekken(waarheid.plekken, met, rng, zwaarte or {})
    vermeldingen = {
        "redenen_geen_aantal": _deel_uit(waarheid.redenen_geen_aantal, aanbieders[len(met) :], rng, ieder=True),
        "redenen_wel": _deel_uit(waarheid.redenen_wel, aanbieders, rng, ieder=False),
        "redenen_niet": _deel_uit(waarheid.redenen_niet, groepen["biedt_niet"], rng, ieder=True),
        "alternatieven": _deel_uit(waarheid.alternatieven, groepen["biedt_niet"], rng, ieder=True),
    }
    # Who does not offer is most likely to say nothing of size and selection either.
    stil_eerst = sorted(rij, key=lambda naam: (soort[naam] in AANBIEDERS, rng.random()))
    omvang = dict(zip(stil_eerst, _rest_geschud(waarheid.omvang, rng), strict=True))
    voorselectie = dict(zip(stil_eerst, _rest_geschud(waarheid.voorselectie, rng), strict=True))
    stand = list(rij)
    rng.shuffle(stand)
    vastgesteld, op_tijd = set(stand[: waarheid.vastgesteld]), set(stand[: waarheid.op_tijd])
    return [
        Gemeentewaarheid(
            naam=naam,
            vastgesteld=naam in vastgesteld,
            op_tijd=naam in op_tijd,
            aanbod=soort[naam],
            aantal=aantallen.get(naam),
            omvang=omvang[naam],
            voorselectie=voorselectie[naam],
            **{soort_: tuple(lijst.get(naam, ())) for soort_, lijst in vermeldingen.items()},
        )
        for naam in sorted(rij)
    ]


def _in_volgorde(telling: Mapping[str, int], volgorde: Sequence[str], totaal: int) -> list[str]:
    rij = [sleutel for sleutel in volgorde for _ in range(telling.get(sleutel, 0))]
    return rij + [ZWIJGT] * (totaal - len(rij))


def _rest_geschud(telling: Mapping[str, int], rng: Random) -> list[str]:
    """The silent ones first, all others in any order."""
    rest = [sleutel for sleutel, aantal in sorted(telling.items()) if sleutel != ZWIJGT for _ in range(aantal)]
    rng.shuffle(rest)
    return [ZWIJGT] * telling.get(ZWIJGT, 0) + rest


def _plekken(plekken: Plekken, namen: Sequence[str], rng: Random, zwaarte: Mapping[str, float]) -> dict[str, int]:
    """At least one place each, together the total, most of them few and some many."""
    uit = dict.fromkeys(namen, 1)
    gewichten = [zwaarte.get(naam, 1.0) * rng.lognormvariate(0, 0.9) for naam in namen]
    for _ in range(plekken.samen - len(uit)):
        naam = rng.choices(namen, gewichten)[0]
        while uit[naam] >= plekken.grootste:
            naam = rng.choice(namen)
        uit[naam] += 1
    return uit


def _deel_uit(telling: Mapping[str, int], namen: Sequence[str], rng: Random, *, ieder: bool) -> dict[str, list[str]]:
    """Keys to names such that each key is named as often as it counts, and nobody twice; ``ieder``: everyone gets one."""
    over = dict(telling)
    uit: dict[str, list[str]] = {naam: [] for naam in namen}
    for naam in namen if ieder else ():
        sleutel = rng.choices(list(over), list(over.values()))[0]
        uit[naam].append(sleutel)
        over[sleutel] -= 1
    for sleutel, aantal in over.items():
        for naam in rng.sample([naam for naam in namen if sleutel not in uit[naam]], aantal):
            uit[naam].append(sleutel)
    return uit
