"""What a worker does for one file: read it once, understand it once, judge it on each of its days, and find its facts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from verordening_tool import api
from verordening_tool.auditing.feiten import vind_feiten
from verordening_tool.auditing.gewogen import gewichten
from verordening_tool.auditing.gewogen_leden import gewichten_leden
from verordening_tool.auditing.model import NAAMLOOS, Beoordeling, Leesfout, Moment, Uitslag
from verordening_tool.checking.citations import Citatie
from verordening_tool.checking.context import Context
from verordening_tool.checking.normenset import Normenset, maak_normenset
from verordening_tool.checking.oordeel import Oordeel, Peildatum
from verordening_tool.checking.opties import Toetsopties
from verordening_tool.checking.peildatum import bepaal_peildatum
from verordening_tool.checking.toetsing import beoordeel_context, maak_context
from verordening_tool.checking.tweede_lezing import oordeelgewichten
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Regeling, Soort
from verordening_tool.fouten import VerordeningFout
from verordening_tool.language.folding import fold
from verordening_tool.norms.wetten import lees_index
from verordening_tool.readers import lees_bytes
from verordening_tool.references.grondslag import citaties
from verordening_tool.references.resolve import los_op
from verordening_tool.structure import ontleed

_GEEN_TEKST = frozenset({Deel.METADATA, Deel.KOPTEKST, Deel.VOETTEKST, Deel.INHOUDSOPGAVE})
_GEEN_LETTER = bytes(set(range(128)) - set(b"abcdefghijklmnopqrstuvwxyz0123456789\n"))
_PLAATSEN = 10  # places kept per verdict
_SCHETS = 64  # hashes kept of a text
_REGEL = 24  # letters from which a line tells something of its text


@dataclass(frozen=True, slots=True)
class Werkopties:
    """How to judge: norms loaded and compiled, codes written out, the day of today fixed."""

    toets: Toetsopties
    normenset: Normenset
    codes: frozenset[str]
    vandaag: date


def beoordeel(inhoud: bytes, naam: str, opties: Werkopties) -> Uitslag:
    """The findings in one file with these bytes; a file that can not be read gives an Uitslag with ``fout``.

    Of ``naam`` only the extension counts. Raises nothing of the user's doing.
    """
    try:
        document = lees_bytes(inhoud, f"{NAAMLOOS}{PurePath(naam).suffix}", opties.toets.weergave)
    except VerordeningFout as fout:
        return Uitslag(fout=Leesfout(fout.code, fout.bericht, fout.advies))
    regeling = ontleed(document)
    regeling = replace(regeling, soort=opties.toets.soort or regeling.soort, stadium=opties.toets.stadium or regeling.stadium)
    verwijzingen = los_op(regeling, lees_index(), bepaal_peildatum(regeling, opties.vandaag, None, opties.toets.vastgesteld).datum)
    context = maak_context(regeling, verwijzingen, opties.normenset.begrippen)
    data, metadata = regeling.data, regeling.metadata
    regels = _regels(regeling)
    return Uitslag(
        soort=regeling.soort,
        aard=regeling.aard,
        onderwerp=regeling.onderwerp,
        stadium=regeling.stadium,
        gemeente=regeling.gemeente,
        gemeente_terloops=regeling.gemeente_terloops,
        gemeente_metadata=metadata.gemeente,
        identificatie=metadata.kenmerken.get("identificatie"),
        titel=regeling.citeertitel or regeling.opschrift,
        aantal_artikelen=len(regeling.artikelen),
        vastgesteld=opties.toets.vastgesteld or data.vastgesteld or metadata.vaststelling,
        inwerkingtreding=data.inwerkingtreding or metadata.inwerkingtreding,
        documentdatum=data.documentdatum or metadata.documentdatum,
        vervalt=data.vervalt or metadata.uitwerkingtreding,
        teksthash=hashlib.sha256(b"".join(regels)).hexdigest(),
        regelhashes=_schets(regels),
        beoordelingen=tuple(_beoordelingen(regeling, context, opties)) if regeling.soort is not Soort.ANDERS else (),
        feiten=vind_feiten(regeling, context),
    )


def _beoordelingen(regeling: Regeling, context: Context, opties: Werkopties) -> Iterator[Beoordeling]:
    """The verdicts on every day that was asked for: the given ones, else entry into force and today."""
    toets, vandaag = opties.toets, opties.vandaag
    momenten = [(Moment.OPTIE, bepaal_peildatum(regeling, vandaag, dag, toets.vastgesteld)) for dag in toets.peildata] or [
        (Moment.INWERKINGTREDING, bepaal_peildatum(regeling, vandaag, None, toets.vastgesteld)),
        (Moment.VANDAAG, Peildatum(vandaag, "vandaag")),
    ]
    gegrond = tuple(Citatie(citaat.alinea, citaat.verwijzing) for citaat in citaties(regeling))
    checks = opties.normenset.checks.values()
    for moment, peildatum in momenten:
        uitslag = beoordeel_context(context, checks, gegrond, peildatum, toets.vastgesteld, opties.codes)
        oordelen = tuple(map(_ingekort, uitslag.oordelen))
        yield Beoordeling(moment, peildatum.datum, peildatum.bron, oordelen, uitslag.kernvragen, uitslag.niet_beoordeeld)


def _ingekort(oordeel: Oordeel) -> Oordeel:
    """The verdict with its first places only: what is wrong everywhere in a text need not be kept a thousand times."""
    if len(oordeel.plaatsen) <= _PLAATSEN and all(len(deel.plaatsen) <= _PLAATSEN for deel in oordeel.deeloordelen):
        return oordeel
    delen = tuple(replace(deel, plaatsen=deel.plaatsen[:_PLAATSEN]) for deel in oordeel.deeloordelen)
    return replace(oordeel, plaatsen=oordeel.plaatsen[:_PLAATSEN], deeloordelen=delen)


def _regels(regeling: Regeling) -> list[bytes]:
    """The text line by line, letters and figures alone: the same from .docx, .pdf and publication."""
    zichtbaar = (blok.tekst for blok in regeling.blokken if blok.deel not in _GEEN_TEKST and not blok.verborgen)
    gevouwen = fold("\n".join(tekst.replace("\n", " ") for tekst in zichtbaar))  # at once: that is a third of the work
    return gevouwen.encode("ascii").translate(None, _GEEN_LETTER).split(b"\n")


def _schets(regels: list[bytes]) -> tuple[int, ...]:
    """The smallest hashes of the lines: texts that share many lines share many of these."""
    hashes = {int.from_bytes(hashlib.blake2b(regel, digest_size=6).digest(), "big") for regel in regels if len(regel) >= _REGEL}
    return tuple(sorted(hashes)[:_SCHETS])


Beoordelaar = Callable[[bytes, str], Uitslag]


def maak_beoordelaar(toets: Toetsopties, vandaag: date) -> Beoordelaar:
    """A function that judges files one after another; norms are loaded now. Raises Gebruiksfout and Normfout."""
    normenset = maak_normenset(toets.kader)
    opties = Werkopties(toets, normenset, api.gekozen_codes(toets, normenset), vandaag)
    lees_index()
    gewichten()
    gewichten_leden()
    oordeelgewichten()
    return lambda inhoud, naam: beoordeel(inhoud, naam, opties)
