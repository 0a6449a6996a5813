"""The text of the templates for a data file and a day: articles and leden, with the codes they satisfy and what only a person can fill in.

A value that the data file leaves out has a default in the schema. That default is no choice of the gemeente: each lid that depends on
one is found by filling in another value and looking which leden change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

from verordening_tool.document.regeling import Artikel, Lid, Soort
from verordening_tool.drafting.gegevens import Gegevens, Werkgever
from verordening_tool.drafting.opbouw import Concept
from verordening_tool.drafting.pakket import stel_samen
from verordening_tool.drafting.sjabloon import Sjablonen

_SOORT = "re-integratieverordening"
_WOORD = re.compile(r"\S+")
_HOOFDSTUK = re.compile(r"^Hoofdstuk \d+ ")


@dataclass(frozen=True, slots=True)
class Modellid:
    """A lid of the model: its number there, text, onderdelen and codes.

    ``open``: what a person must fill in, shown as "…" in ``met_gaten``; ``gekozen``: what the tool chose.
    """

    nummer: str | None
    tekst: str
    onderdelen: tuple[str, ...]
    codes: tuple[str, ...]
    open: tuple[str, ...] = ()
    gekozen: tuple[str, ...] = ()
    met_gaten: str = ""


@dataclass(frozen=True, slots=True)
class Modelartikel:
    """An article of the model; ``hoofdstuk`` names the chapter it stands in."""

    label: str
    opschrift: str
    leden: tuple[Modellid, ...]
    hoofdstuk: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that its leden satisfy."""
        return tuple(dict.fromkeys(code for lid in self.leden for code in lid.codes))

    @property
    def onderwerp(self) -> str:
        """What its chapter is about."""
        return _HOOFDSTUK.sub("", self.hoofdstuk)

    @property
    def tekst(self) -> str:
        """All text of its leden."""
        return " ".join(" ".join((lid.tekst, *lid.onderdelen)) for lid in self.leden)


@dataclass(frozen=True, slots=True)
class _Keuze:
    """A field that the data file may leave out: where it stands, how a user calls it, another value, and whether we may choose."""

    groep: str
    veld: str
    naam: str
    ander: object
    kiesbaar: bool = False


_KEUZES = (
    _Keuze("re_integratie", "premie", "de hoogte van de premie (re_integratie.premie)", 1999),
    _Keuze(
        "re_integratie", "aandeel_beperking", "het deel van het budget voor mensen met een beperking (re_integratie.aandeel_beperking)", 3
    ),
    _Keuze("re_integratie", "aandeel_langdurig", "het deel voor wie lang bijstand heeft (re_integratie.aandeel_langdurig)", 4),
    _Keuze("re_integratie", "uren_ondersteuning", "het hoogste aantal uren per maand (re_integratie.uren_ondersteuning)", 39),
    _Keuze("beschut_werk", "werkgever", "wie de werkgever is (beschut_werk.werkgever)", Werkgever(soort="gemeente")),
    _Keuze(
        "beschut_werk", "voorzieningen", "welke voorzieningen er zijn (beschut_werk.voorzieningen)", ("hulpmiddelen", "begeleiding"), True
    ),
    _Keuze(
        "beschut_werk", "tot_aanvang", "welke voorzieningen er tot de start zijn (beschut_werk.tot_aanvang)", ("vrijwilligerswerk",), True
    ),
)


def lees_model(gegevens: Gegevens, dag: date, sjablonen: Sjablonen) -> tuple[Modelartikel, ...]:
    """The articles of the re-integratieverordening that the law of ``dag`` asks for. Raises Sjabloonfout."""
    basis = gegevens.model_copy(
        update={
            "regeling": _SOORT,
            "voorganger": None,
            "wijziging": None,
            "data": gegevens.data.model_copy(update={"inwerkingtreding": dag}),
        }
    )
    artikelen = _artikelen(_bouw(basis, sjablonen))
    for keuze in _KEUZES:
        groep = getattr(basis, keuze.groep)
        if keuze.veld in groep.model_fields_set:
            continue
        anders = basis.model_copy(update={keuze.groep: groep.model_copy(update={keuze.veld: keuze.ander})})
        artikelen = tuple(
            replace(een, leden=tuple(_vergeleken(lid, ander, keuze) for lid, ander in zip(een.leden, twee.leden, strict=True)))
            for een, twee in zip(artikelen, _artikelen(_bouw(anders, sjablonen)), strict=True)
        )
    return artikelen


def begrippen(model: Sequence[Modelartikel]) -> dict[str, str]:
    """The words that the model defines, each with its definition ("term: meaning")."""
    regels = [regel.rstrip(";.") for artikel in model if artikel.label == "begrippen" for lid in artikel.leden for regel in lid.onderdelen]
    return {regel.partition(":")[0]: regel for regel in regels}


def _bouw(gegevens: Gegevens, sjablonen: Sjablonen) -> Concept:
    (concept,) = stel_samen(gegevens, (_SOORT,), sjablonen)
    assert concept.regeling.soort is Soort.VERORDENING  # noqa: S101 - the template says so
    return concept


def _artikelen(concept: Concept) -> tuple[Modelartikel, ...]:
    labels = {plek.nummer: label for label, plek in concept.plekken.items()}
    codes: dict[tuple[str | None, str | None], tuple[str, ...]] = {}
    for clausule in concept.clausules:
        plek = (clausule.artikel, clausule.lid)
        codes[plek] = (*codes.get(plek, ()), *clausule.codes)
    return tuple(
        Modelartikel(
            labels[artikel.nummer],
            artikel.opschrift or "",
            tuple(_lid(lid, codes.get((artikel.nummer, lid.nummer), ())) for lid in artikel.leden),
            artikel.pad[-1] if artikel.pad else "",
        )
        for artikel in _zonder_slot(concept)
    )


def _zonder_slot(concept: Concept) -> Iterator[Artikel]:
    """The articles before the closing ones: those are about the model itself."""
    for artikel in concept.regeling.artikelen:
        if artikel.nummer in {concept.plekken[label].nummer for label in ("intrekking", "inwerkingtreding") if label in concept.plekken}:
            return
        yield artikel


def _lid(lid: Lid, codes: tuple[str, ...]) -> Modellid:
    onderdelen = tuple(onderdeel.tekst for onderdeel in lid.onderdelen)
    return Modellid(lid.nummer, lid.tekst, onderdelen, codes, met_gaten=lid.tekst)


def _vergeleken(lid: Modellid, ander: Modellid, keuze: _Keuze) -> Modellid:
    """The lid, marked when its text depends on this field."""
    if (lid.tekst, lid.onderdelen) == (ander.tekst, ander.onderdelen):
        return lid
    if keuze.kiesbaar:
        return replace(lid, gekozen=(*lid.gekozen, keuze.naam))
    return replace(lid, open=(*lid.open, keuze.naam), met_gaten=_met_gaten(lid.met_gaten, ander.tekst))


def _met_gaten(tekst: str, ander: str) -> str:
    """The text with "…" where the other one says something else."""
    een, twee = ([treffer[0] for treffer in _WOORD.finditer(welke)] for welke in (tekst, ander))
    gelijk = [blok for blok in SequenceMatcher(None, een, twee, autojunk=False).get_matching_blocks() if blok.size]
    stukken = [" ".join(een[blok.a : blok.a + blok.size]) for blok in gelijk]
    begint = bool(gelijk) and gelijk[0].a == 0
    eindigt = bool(gelijk) and gelijk[-1].a + gelijk[-1].size == len(een)
    return f"{'' if begint else '… '}{' … '.join(stukken)}{'' if eindigt else ' …'}"
