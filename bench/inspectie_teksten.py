"""The texts of a generated corpus as paragraphs: regulations from our own templates with sown leden, letters and proposals from frames."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Any

import yaml
from corpus.source import Alinea, Soort, parse_markup

from verordening_tool.document.blok import Blok, Rol
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import Data, Stadium
from verordening_tool.document.regeling import Soort as Regelingsoort
from verordening_tool.drafting.gegevens import Gegevens
from verordening_tool.drafting.opbouw import Concept, Omslag, bouw
from verordening_tool.drafting.pakket import maak_context
from verordening_tool.drafting.sjabloon import Sjablonen, lees_sjablonen, vul_in
from verordening_tool.drafting.stukken import lees_stukken

MAP = Path(__file__).resolve().parent / "inspectie"
_ROLLEN = {
    Rol.OPSCHRIFT: Soort.TITEL,
    Rol.AANHEF: Soort.AANHEF,
    Rol.HOOFDSTUK: Soort.HOOFDSTUK,
    Rol.ARTIKEL: Soort.ARTIKEL,
    Rol.LID: Soort.LID,
    Rol.ONDERDEEL: Soort.ONDERDEEL,
    Rol.SLOT: Soort.SLOT,
    Rol.ONDERTEKENING: Soort.SLOT,
}
_KOPPEN = {Soort.KOP, Soort.VET}
_PLAATS = re.compile(r"\[\[(\w+)\]\]")
# What stands in our own proposal beside what is sown; other sections speak of the offer themselves.
_EIGEN_VOORSTEL = ("Beslispunten", "Aanleiding", "Juridische grondslag", "Participatie", "Communicatie", "Evaluatie", "Bijlagen")


@cache
def bouwstenen() -> Mapping[str, Any]:
    """Names, fixed sentences and frames (inspectie/stukken.yaml)."""
    inhoud: Mapping[str, Any] = yaml.safe_load((MAP / "stukken.yaml").read_text(encoding="utf-8"))
    return inhoud


@dataclass(frozen=True, slots=True)
class Dagen:
    """The days of a regulation."""

    college: date
    raad: date
    bekendmaking: date
    inwerkingtreding: date

    @classmethod
    def vanaf(cls, raad: date) -> Dagen:
        """The days that follow from the day of the raad: in force on the first of a month, 2015 at the earliest."""
        bekend = raad + timedelta(9)
        eerste = date(bekend.year + bekend.month // 12, bekend.month % 12 + 1, 1)
        return cls(raad - timedelta(36), raad, bekend, max(eerste, date(2015, 1, 1)))


@dataclass(frozen=True, slots=True)
class Mensen:
    """Who sign; the same on all documents of a gemeente."""

    burgemeester: str
    secretaris: str
    griffier: str
    wethouder: str
    behandelaar: str


def kies_mensen(rng: Random) -> Mensen:
    """Five invented people."""
    namen = rng.sample(bouwstenen()["achternamen"], 5)
    return Mensen(*(f"{rng.choice(bouwstenen()['voorletters'])} {naam}" for naam in namen))


# --- regulations ----------------------------------------------------------------------------------------------


class Verordeningen:
    """Our templates with a place for sown leden in the article on beschut werk; compiled once."""

    def __init__(self) -> None:
        gewoon = lees_sjablonen()
        gezaaid = {"delen/beschut-werk-leden.txt": "{{ gezaaid }}\n", "delen/beschut-werk-noten.txt": "{{ gezaaide_noten }}\n"}
        self._sjablonen = Sjablonen({**gewoon.bestanden, **gezaaid}, gewoon.woorden)

    @property
    def voorzieningen(self) -> Mapping[str, str]:
        """How the templates call each voorziening that makes the work possible."""
        woorden: Mapping[str, str] = self._sjablonen.woorden["voorziening"]
        return woorden

    def maak(self, gegevens: Gegevens, soort: str, leden: Sequence[str], noten: Sequence[str]) -> Concept:
        """The document ``soort`` ("re-integratieverordening", "raadsvoorstel" …) with these leden in the article on beschut werk."""
        gezaaid = {"gezaaid": "\n".join(_met_nummers(leden)), "gezaaide_noten": "\n".join(f"> {noot}" for noot in noten)}
        context = maak_context(gegevens, self._sjablonen, (soort,)) | gezaaid
        data = gegevens.data
        omslag = Omslag(
            naam=soort,
            soort=Regelingsoort.VERORDENING if soort == gegevens.regeling else Regelingsoort.RAADSVOORSTEL,
            gemeente=gegevens.gemeente,
            citeertitel=gegevens.titel,
            data=Data(vastgesteld=data.raad, inwerkingtreding=data.inwerkingtreding),
            stadium=Stadium(gegevens.stadium),
        )
        basis = None if soort == gegevens.regeling else self.maak(gegevens, gegevens.regeling, leden, noten)
        return bouw(lees_stukken(vul_in(self._sjablonen, soort, context)), omslag, basis)


def _met_nummers(leden: Iterable[str]) -> Iterator[str]:
    """Every line is a lid, a line with a letter an onderdeel of it."""
    for lid in leden:
        for regel in lid.splitlines():
            yield f"   {regel}" if re.match(r"[a-z]\. ", regel) else f"1. {regel}"


def maak_gegevens(gemeente: str, titel: str, los: bool, dagen: Dagen, mensen: Mensen, kenmerk: str, rng: Random) -> Gegevens:
    """The data file that a gemeente would have written; names of 2015 that no longer exist are allowed."""
    werk = bouwstenen()["werkbedrijven"]
    gegevens = Gegevens.model_validate(
        {
            "gemeente": "Apeldoorn",  # one that exists today; the real name is put in below
            "regeling": "verordening-beschut-werk" if los else "re-integratieverordening",
            "stadium": "vastgesteld",
            "titel": titel,
            "kenmerk": kenmerk,
            "data": {
                "college": dagen.college,
                "raad": dagen.raad,
                "bekendmaking": dagen.bekendmaking,
                "inwerkingtreding": dagen.inwerkingtreding,
                "advies": dagen.college - timedelta(12) if rng.random() < 0.7 else None,
            },
            "personen": {
                "griffier": mensen.griffier,
                "burgemeester": mensen.burgemeester,
                "secretaris": mensen.secretaris,
                "wethouder": {"naam": mensen.wethouder},
                "behandelaar": {"naam": mensen.behandelaar, "telefoon": f"0{rng.randint(100, 599)}-{rng.randint(200000, 799999)}"},
            },
            "beschut_werk": {"werkgever": {"soort": "werkbedrijf", "naam": rng.choice([naam for naam in werk if naam[0].isupper()])}},
            "re_integratie": {
                "premie": rng.choice([90, 100, 125, 150, 200]),
                "aandeel_beperking": rng.choice([25, 30, 40]),
                "aandeel_langdurig": rng.choice([15, 20, 30]),
            },
        }
    )
    return gegevens.model_copy(update={"gemeente": gemeente})


def alineas_van(concept: Concept, *, toelichting: bool) -> list[Alinea]:
    """The paragraphs of a document from a template, with the explanation of the article on beschut werk behind it."""
    uit: list[Alinea] = []
    for tabel, groep in groupby(concept.regeling.blokken, key=lambda blok: blok.cel.tabel if blok.cel else None):
        blokken = list(groep)
        uit += [_alinea(blok) for blok in blokken] if tabel is None else [_tabel(blokken)]
    if toelichting and "beschut-werk" in concept.plekken:
        nummer = concept.plekken["beschut-werk"].nummer
        noten = [noot for noot in concept.noten if noot.artikel in {nummer, "1", "2"}]
        uit.append(Alinea(Soort.DEEL, "Toelichting"))
        for noot in noten:
            uit.append(Alinea(Soort.VET, f"Artikel {noot.artikel} {noot.opschrift}"))
            uit += [Alinea(Soort.TEKST, tekst) for tekst in noot.teksten]
    return uit


def _alinea(blok: Blok) -> Alinea:
    if blok.kopniveau is not None:
        return Alinea(Soort.KOP, blok.tekst)
    soort = _ROLLEN.get(blok.rol or Rol.TEKST, Soort.TEKST)
    nummer = (blok.nummer or "").rstrip(".").removeprefix("Artikel ")
    if soort is Soort.ONDERDEEL and not nummer:
        return Alinea(Soort.ITEM, blok.tekst)
    if soort is Soort.ONDERDEEL:
        return Alinea(soort, blok.tekst, nummer, 2 if nummer.endswith("°") else 1)
    if nummer and soort is Soort.TEKST:
        return Alinea(Soort.LID, blok.tekst, nummer)
    return Alinea(Soort.TEKST, blok.tekst) if soort is Soort.LID and not nummer else Alinea(soort, blok.tekst, nummer)


def _tabel(blokken: Sequence[Blok]) -> Alinea:
    rijen = groupby(blokken, key=lambda blok: blok.cel.rij if blok.cel else 0)
    return Alinea(Soort.TABEL, "", rijen=tuple(tuple(blok.tekst for blok in rij) for _, rij in rijen))


def als_concept(alineas: Sequence[Alinea], dagen: Dagen) -> list[Alinea]:
    """The text before the raad decided: its days are still open."""
    open_ = {dutch_date(dagen.raad): "[datum]", dutch_date(dagen.inwerkingtreding): "[datum]"}

    def tekst(alinea: Alinea) -> str:
        uit = alinea.tekst
        for dag, leeg in open_.items():
            uit = uit.replace(dag, leeg)
        return uit

    return [Alinea(Soort.VET, "CONCEPT"), *(replace(alinea, tekst=tekst(alinea)) for alinea in alineas)]


# --- letters and proposals ------------------------------------------------------------------------------------


def brief(soort: str, waarden: Mapping[str, str], gezaaid: Mapping[str, Sequence[str]], rng: Random) -> list[Alinea]:
    """A letter or proposal: a frame with the sown sentences in their places."""
    geraamte = rng.choice(bouwstenen()["geraamten"][soort])
    return _zonder_lege_koppen(gevuld(geraamte, waarden, gezaaid, rng))


def voorstel(concept: Concept, gezaaid: Mapping[str, Sequence[str]], rng: Random) -> list[Alinea]:
    """A proposal from our own template, with sown sentences in place of its own argument."""
    delen = _delen(alineas_van(concept, toelichting=False))
    slot = [alinea for alinea in delen[-1][1] if alinea.soort is Soort.SLOT]
    delen[-1] = (delen[-1][0], [alinea for alinea in delen[-1][1] if alinea.soort is not Soort.SLOT])
    eigen = gevuld(bouwstenen()["argumenten"], {}, gezaaid, rng)
    uit: list[Alinea] = []
    for kop, inhoud in delen:
        if kop is None or kop.tekst in _EIGEN_VOORSTEL:
            uit += [*([kop] if kop else []), *inhoud]
        if kop is not None and kop.tekst == "Juridische grondslag":
            uit += eigen
    return [*_zonder_lege_koppen(uit), *slot]


def _delen(alineas: Iterable[Alinea]) -> list[tuple[Alinea | None, list[Alinea]]]:
    uit: list[tuple[Alinea | None, list[Alinea]]] = [(None, [])]
    for alinea in alineas:
        if alinea.soort is Soort.KOP:
            uit.append((alinea, []))
        else:
            uit[-1][1].append(alinea)
    return uit


def gevuld(geraamte: str, waarden: Mapping[str, str], gezaaid: Mapping[str, Sequence[str]], rng: Random) -> list[Alinea]:
    """The paragraphs of a frame with its values and the sown sentences filled in."""
    regels: list[str] = []
    for regel in geraamte.splitlines():
        if (plaats := _PLAATS.fullmatch(regel.strip())) is None:
            regels.append(regel.format(**waarden))
        elif plaats[1] in gezaaid:
            regels += _samen(gezaaid[plaats[1]], rng)
        elif plaats[1] in bouwstenen():
            regels.append(rng.choice(bouwstenen()[plaats[1]]))
    return list(parse_markup("\n".join(regels)))


def _samen(zinnen: Sequence[str], rng: Random) -> list[str]:
    """Sentences below each other, as one paragraph or as a list; lists and tables stay apart."""
    los = [zin for zin in zinnen if "\n" not in zin]
    blokken = [zin for zin in zinnen if "\n" in zin]
    vorm = rng.random()
    if len(los) > 1 and vorm < 0.45:
        regels = [" ".join(los)]
    elif len(los) > 2 and vorm < 0.65:
        regels = [f"* {zin}" for zin in los]
    else:
        regels = list(los)
    for blok in blokken:
        regels += blok.splitlines()
    return regels


def _zonder_lege_koppen(alineas: Sequence[Alinea]) -> list[Alinea]:
    """Without headings that have nothing below them; bold lines at the top stay."""
    uit: list[Alinea] = []
    for alinea, volgende in zip(alineas, [*alineas[1:], None], strict=True):
        leeg = volgende is None or volgende.soort in _KOPPEN or volgende.soort is Soort.SLOT
        if not (alinea.soort in _KOPPEN and leeg and uit):
            uit.append(alinea)
    return uit
