"""Whose document a file is, and which files are copies or older versions of one another.

The gemeente is read, in this order of trust, from the sender or title in the text, the metadata, the name of the file, that of its folders
(the nearest first), from what the text says in passing and, when all are silent, from the other files in its folder. What one source
leaves open ("Bergen") the next may settle. The result does not depend on the order of the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import PurePosixPath

from verordening_tool.auditing.model import Bestand, Herkend, Stuk
from verordening_tool.auditing.versies import dubbelen, opvolgers
from verordening_tool.language.folding import fold
from verordening_tool.norms import gemeentelijst

_NAAD = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Za-z])")
_GEEN_LETTER = re.compile(r"[^a-z0-9]+")
_CODE = re.compile(r"(?<![a-z0-9])(?:gm ?0*(\d{3,4})|(0\d{3}))(?![a-z0-9])")  # stands alone: "stuf0302" holds no code
_JAAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_WOORDEN = """
beek best bilt borne buren deurne duiven epe goes grave haren helder heerde hoorn houten huizen laren leek losser oss putten ronde rheden
sluis soest stein strijen veere vlist voorst waalre wolden
"""
_OOK_WOORD = frozenset(_WOORDEN.split())
_ERVOOR = """
gemeente gem gemeenteraad raad van verordening reintegratieverordening participatieverordening beleidsregels brief raadsbrief raadsvoorstel
raadsbesluit raadsinformatiebrief rib werk integratie participatiewet beleid college
"""
_SOORTWOORD = frozenset(
    ["voorstel", "bijlage", "re", "concept", "definitief", "besluit", "toelichting", "notitie", "nota", "nadere", "rv", "def"]
)  # opens what follows a name
_MAAKT_NAAM = frozenset(_ERVOOR.split())  # words behind which a plain word is the name of a gemeente


def herken(bestanden: Iterable[Bestand]) -> tuple[Stuk, ...]:
    """The files by path, each with its gemeente, and with the file that it copies or that replaces it."""
    op_pad = sorted(bestanden, key=lambda bestand: bestand.pad)
    herkend = {bestand.pad: _herken(bestand) for bestand in op_pad}
    herkend |= dict(_van_dubbelen(op_pad, herkend))
    herkend |= dict(_van_buren(herkend))
    stukken = [Stuk(bestand, herkend[bestand.pad]) for bestand in op_pad]
    dubbel = dubbelen(stukken)
    stukken = [replace(stuk, dubbel_van=dubbel.get(stuk.bestand.pad)) for stuk in stukken]
    later = opvolgers([stuk for stuk in stukken if stuk.dubbel_van is None])
    return tuple(replace(stuk, opgevolgd_door=later.get(stuk.bestand.pad)) for stuk in stukken)


def _herken(bestand: Bestand) -> Herkend:
    """The gemeente by the first source that names one, and the year of the document."""
    dag = bestand.uitslag.dag
    jaar = dag.year if dag else _jaar(bestand)
    toen = dag or (date(jaar, 12, 31) if jaar else None)
    open_: tuple[str, ...] = ()
    onbekend: str | None = None
    for bron, codes, naam in _bronnen(bestand):
        passend = tuple(code for code in codes if code in open_) if open_ and set(codes) & set(open_) else codes
        if len(passend) == 1 and (not open_ or passend[0] in open_):
            return _maak(passend[0], bron, toen, jaar)
        if codes and not open_:
            open_ = codes
        if not codes and naam and onbekend is None:
            onbekend = naam
    return Herkend(None, onbekend, "tekst" if onbekend else None, jaar)


def _bronnen(bestand: Bestand) -> Iterator[tuple[str, tuple[str, ...], str | None]]:
    """Per source: its name, the gemeenten that it may mean, and the name as it stands there."""
    uitslag = bestand.uitslag
    tekst = [("tekst", gemeentelijst.met_naam(uitslag.gemeente), uitslag.gemeente)] if uitslag.gemeente else []
    if not uitslag.gemeente_terloops:
        yield from tekst
    if uitslag.gemeente_metadata:
        yield "metadata", gemeentelijst.met_naam(uitslag.gemeente_metadata), uitslag.gemeente_metadata
    pad = PurePosixPath(bestand.pad)
    yield "bestandsnaam", in_padnaam(pad.stem), None
    for map_ in reversed(pad.parent.parts):
        yield "mapnaam", in_padnaam(map_), None
    if uitslag.gemeente_terloops:
        yield from tekst


def in_padnaam(naam: str) -> tuple[str, ...]:
    """The gemeenten that the name of a file or folder may mean: by a CBS code or a name, in any spelling."""
    gevouwen = _GEEN_LETTER.sub(" ", fold(_NAAD.sub(" ", naam))).strip()
    code = _CODE.search(fold(naam))
    if code and (gevonden := (code[1] or code[2]).zfill(4)) in gemeentelijst.gemeenten():
        return (gevonden,)
    codes: set[str] = set()
    for match in _namen().finditer(gevouwen):
        ervoor = gevouwen[: match.start()].split()
        if ervoor[-1:] == ["provincie"]:
            continue
        if _noemt_eigenaar(gevouwen, match):
            codes.update(gemeentelijst.sleutels()[match.group()])
            continue
        alleen = re.sub(r"[0-9 ]+", "", gevouwen) == match.group().replace(" ", "")
        if match.group() in _OOK_WOORD and not alleen and not (ervoor and ervoor[-1] in _MAAKT_NAAM):
            continue
        codes.update(gemeentelijst.sleutels()[match.group()])
    return tuple(sorted(codes))


def _noemt_eigenaar(gevouwen: str, match: re.Match[str]) -> bool:
    """Whether a name that is also a word opens the path, with what kind of document it is right behind it."""
    erna = gevouwen[match.end() :].split()
    return match.start() == 0 and bool(erna) and (erna[0] in _MAAKT_NAAM or erna[0] in _SOORTWOORD or erna[0].isdigit())


@cache
def _namen() -> re.Pattern[str]:
    """One pattern of all spellings, the longest first."""
    op_lengte = sorted(gemeentelijst.sleutels(), key=lambda sleutel: (-len(sleutel), sleutel))
    return re.compile(r"(?<![a-z])(?:" + "|".join(map(re.escape, op_lengte)) + r")(?![a-z])")


def _maak(code: str, bron: str, dag: date | None, jaar: int | None) -> Herkend:
    toen = gemeentelijst.op_datum(code, dag)
    return Herkend(toen, gemeentelijst.gemeenten()[toen].naam, bron, jaar)


def _van_dubbelen(bestanden: Sequence[Bestand], herkend: dict[str, Herkend]) -> Iterator[tuple[str, Herkend]]:
    """Files without a gemeente of which a copy has one."""
    bekend: dict[str, set[str]] = {}
    for bestand in bestanden:
        if (code := herkend[bestand.pad].code) and bestand.uitslag.regelhashes:
            bekend.setdefault(bestand.uitslag.teksthash, set()).add(code)
    for bestand in bestanden:
        codes = bekend.get(bestand.uitslag.teksthash, set())
        if herkend[bestand.pad].code is None and bestand.uitslag.regelhashes and len(codes) == 1:
            yield bestand.pad, _van_ander(next(iter(codes)), herkend[bestand.pad])


def _van_buren(herkend: dict[str, Herkend]) -> Iterator[tuple[str, Herkend]]:
    """Files without any name, in a folder of which all files that have a gemeente have the same."""
    per_map: dict[str, set[str]] = {}
    for pad, gevonden in herkend.items():
        if gevonden.code:
            per_map.setdefault(str(PurePosixPath(pad).parent), set()).add(gevonden.code)
    for pad, gevonden in herkend.items():
        codes = per_map.get(str(PurePosixPath(pad).parent), set())
        if gevonden.code is None and gevonden.naam is None and len(codes) == 1:
            yield pad, _van_ander(next(iter(codes)), gevonden)


def _van_ander(code: str, gevonden: Herkend) -> Herkend:
    return Herkend(code, gemeentelijst.gemeenten()[code].naam, "buren", gevonden.jaar)


def _jaar(bestand: Bestand) -> int | None:
    """The last year that the title names, else the name of the file, else the nearest folder."""
    pad = PurePosixPath(bestand.pad)
    for naam in (bestand.uitslag.titel or "", pad.stem, *reversed(pad.parent.parts)):
        if jaren := _JAAR.findall(naam):
            return int(jaren[-1])
    return None
