"""The public API: reading, judging, drafting, proposing and comparing. The command line is its thin face."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from verordening_tool._opruimen import zonder_opruimen
from verordening_tool.checking.afwijkingen import lees_afwijkingen, met_afwijkingen
from verordening_tool.checking.citations import Citatie
from verordening_tool.checking.normenset import Normenset, maak_normenset
from verordening_tool.checking.oordeel import Consolidatie, Peildatum, Toetsresultaat
from verordening_tool.checking.opties import Toetsopties
from verordening_tool.checking.peildatum import bepaal_peildatum
from verordening_tool.checking.toetsing import beoordeel_context, maak_context
from verordening_tool.document.blok import Document, Weergave
from verordening_tool.document.regeling import VERORDENINGEN, Regeling, Soort
from verordening_tool.fouten import Gebruiksfout, Gegevensfout, VerordeningFout
from verordening_tool.language.begrippen import Begrippen
from verordening_tool.norms.loader import check_met_code
from verordening_tool.norms.schema import Check
from verordening_tool.norms.wetten import lees_index
from verordening_tool.readers import lees_bestand, lees_bytes
from verordening_tool.references.grondslag import citaties as citaties_in
from verordening_tool.references.model import GeplaatsteVerwijzing
from verordening_tool.references.resolve import los_op
from verordening_tool.structure import ontleed

if TYPE_CHECKING:
    from verordening_tool.checking.dossier import Dossier
    from verordening_tool.comparing.model import Vergelijkresultaat
    from verordening_tool.drafting.gegevens import Gegevens
    from verordening_tool.drafting.opbouw import Concept
    from verordening_tool.drafting.resultaat import Pakket
    from verordening_tool.drafting.stijlen import Basis
    from verordening_tool.proposing.model import Aanvulling


@dataclass(frozen=True, slots=True)
class Genereeropties:
    """How to write a package. ``huisstijl``: a Word file for its looks; ``sjablonen``: a folder with own templates."""

    huisstijl: Path | None = None
    sjablonen: Path | None = None
    controle: bool = True
    nieuwe_versie: bool = False


@dataclass(frozen=True, slots=True)
class Leesresultaat:
    """What was read from one file."""

    bestand: str
    document: Document
    regeling: Regeling
    verwijzingen: tuple[GeplaatsteVerwijzing, ...]
    consolidatie: Consolidatie | None = None


def lees(
    pad: str | Path,
    weergave: Weergave = Weergave.DEFINITIEF,
    peildatum: date | None = None,
    vandaag: date | None = None,
    basis: str | Path | None = None,
) -> Leesresultaat:
    """Read one file: Document, Regeling and references (resolved on ``peildatum``, else on that of the document).

    With ``basis`` a wijzigingsverordening is read as the text of that file with its changes made.
    Raises VerordeningFout when a file can not be read, Gebruiksfout when it does not change the text of ``basis``.
    """
    document = lees_bestand(Path(pad), weergave)
    regeling = ontleed(document)
    consolidatie = None
    if basis is not None and regeling.soort is Soort.WIJZIGINGSVERORDENING:
        from verordening_tool.comparing.consolidatie import consolideer, keur

        grond = lees_bestand(Path(basis))
        toegepast, regeling = consolideer((grond, ontleed(grond)), (document, regeling))
        keur(toegepast, str(pad), str(basis))
        document = replace(toegepast.document, heeft_revisies=document.heeft_revisies)
        consolidatie = Consolidatie(str(basis), toegepast.uitgevoerd, toegepast.niet_gepast)
    dag = bepaal_peildatum(regeling, vandaag or date.today(), peildatum).datum  # noqa: DTZ011 - the user's own day
    return Leesresultaat(str(pad), document, regeling, los_op(regeling, lees_index(), dag), consolidatie)


def toets(paden: Iterable[str | Path], opties: Toetsopties | None = None) -> Iterator[Toetsresultaat]:
    """Judge files: a result per file and per peildatum, in order. A file that can not be read gives a result with ``fout``.

    With ``opties.dossier`` all files are read first and judged together as well. Raises Gebruiksfout for a code that does not exist and
    for a dossier of one file, Normfout for own norms (``kader``) that do not hold to their form,
    Gegevensfout for a list of ``afwijkingen`` that does not.
    """
    opties = opties or Toetsopties()
    normenset = maak_normenset(opties.kader)
    codes = gekozen_codes(opties, normenset)
    afwijkingen = lees_afwijkingen(opties.afwijkingen, normenset.checks) if opties.afwijkingen else ()
    groepen = [_keur_dossier(list(paden), opties)] if opties.dossier else ([pad] for pad in paden)
    for groep in groepen:
        resultaten = _toets_groep(groep, opties, codes, normenset)
        if opties.vergelijk_weergaven and any(heeft_revisies for _, heeft_revisies in resultaten):
            andere = _toets_groep(groep, replace(opties, weergave=Weergave.OORSPRONKELIJK), codes, normenset)
            resultaten = [_met_oorspronkelijk(nu, eerst) for nu, eerst in zip(resultaten, andere, strict=True)]
        yield from (met_afwijkingen(resultaat, afwijkingen) for per_bestand, _ in resultaten for resultaat in per_bestand)


_Getoetst = tuple[list[Toetsresultaat], bool]  # the results on one file, and whether it has tracked changes


def _met_oorspronkelijk(nu: _Getoetst, eerst: _Getoetst) -> _Getoetst:
    """The results on a file in both views, where they can differ."""
    resultaten, heeft_revisies = nu
    if not heeft_revisies:
        return nu
    ander = eerst[0] * len(resultaten) if len(eerst[0]) == 1 else eerst[0]  # one error holds for every peildatum
    return [replace(een, oorspronkelijk=oud) for een, oud in zip(resultaten, ander, strict=True)], True


def _keur_dossier(paden: list[str | Path], opties: Toetsopties) -> list[str | Path]:
    if len(paden) < 2:
        raise Gebruiksfout("Een dossier heeft ten minste twee stukken.", "Noem alle stukken, of de map waarin zij staan.")
    if opties.soort is not None:
        raise Gebruiksfout("--soort en --dossier gaan niet samen: de stukken in een dossier verschillen van soort.", "Laat --soort weg.")
    return paden


@zonder_opruimen()
def _toets_groep(paden: Sequence[str | Path], opties: Toetsopties, codes: frozenset[str], normenset: Normenset) -> list[_Getoetst]:
    """Judge files in one view; with ``opties.dossier`` as one dossier."""
    gelezen = [_lees_om_te_toetsen(pad, opties) for pad in paden]
    dossier = _maak_dossier(gelezen, normenset) if opties.dossier else None
    uit: list[_Getoetst] = []
    for bestand in gelezen:
        if isinstance(bestand, Toetsresultaat):
            uit.append(([bestand], False))
            continue
        resultaten = toets_regeling(bestand.regeling, bestand.verwijzingen, opties, codes, bestand.bestand, normenset, dossier)
        samen = tuple(str(pad) for pad in paden) if dossier else ()
        met = bestand.consolidatie
        per_dag = [replace(een, weergave=opties.weergave, dossier=samen, consolidatie=met) for een in resultaten]
        uit.append((per_dag, bestand.document.heeft_revisies))
    return uit


def _lees_om_te_toetsen(pad: str | Path, opties: Toetsopties) -> Leesresultaat | Toetsresultaat:
    """What was read, soort and stadium as the user wants them; the result with ``fout`` when it can not be read."""
    try:
        gelezen = lees(pad, opties.weergave, opties.peildata[0] if opties.peildata else None, opties.vandaag, opties.basis)
    except VerordeningFout as fout:
        return Toetsresultaat(str(pad), fout=fout, weergave=opties.weergave)
    regeling = gelezen.regeling
    return replace(gelezen, regeling=replace(regeling, soort=opties.soort or regeling.soort, stadium=opties.stadium or regeling.stadium))


def _maak_dossier(gelezen: Sequence[Leesresultaat | Toetsresultaat], normenset: Normenset) -> Dossier:
    """The documents that could be read, by the name that tells them apart."""
    from verordening_tool.checking.dossier import Dossier, Stuk

    leesbaar = [bestand for bestand in gelezen if isinstance(bestand, Leesresultaat)]
    namen = [Path(bestand.bestand).name for bestand in leesbaar]
    return Dossier(
        tuple(
            Stuk(
                naam if namen.count(naam) == 1 else bestand.bestand,
                maak_context(bestand.regeling, bestand.verwijzingen, normenset.begrippen),
            )
            for naam, bestand in zip(namen, leesbaar, strict=True)
        )
    )


def toets_regeling(
    regeling: Regeling,
    verwijzingen: Sequence[GeplaatsteVerwijzing],
    opties: Toetsopties,
    codes: frozenset[str],
    bestand: str,
    normenset: Normenset | None = None,
    dossier: Dossier | None = None,
) -> Iterator[Toetsresultaat]:
    """Judge a Regeling that was read before: a result per peildatum.

    ``normenset``: those of ``opties``, when made before. ``dossier``: the documents, this one included, that it is judged with.
    """
    normenset = normenset or maak_normenset(opties.kader)
    vandaag = opties.vandaag or date.today()  # noqa: DTZ011 - the user's own day
    citaties = tuple(Citatie(geplaatst.alinea, geplaatst.verwijzing) for geplaatst in citaties_in(regeling))
    stuk = dossier.stuk_van(regeling) if dossier else None
    context = stuk.context if stuk else maak_context(regeling, verwijzingen, normenset.begrippen)
    verordening = dossier.verordening_bij(stuk) if dossier and stuk else None
    for optie in opties.peildata or (None,):
        peildatum = bepaal_peildatum(regeling, vandaag, optie, opties.vastgesteld, verordening.regeling if verordening else None)
        basis = Toetsresultaat(
            bestand=bestand,
            soort=regeling.soort,
            aard=regeling.aard,
            onderwerp=regeling.onderwerp,
            stadium=regeling.stadium,
            gemeente=regeling.gemeente,
            titel=regeling.citeertitel or regeling.opschrift,
            aantal_artikelen=len(regeling.artikelen),
            vastgesteld=opties.vastgesteld or regeling.data.vastgesteld or regeling.metadata.vaststelling,
            inwerkingtreding=regeling.data.inwerkingtreding or regeling.metadata.inwerkingtreding,
            vervalt=regeling.data.vervalt,
            peildatum=peildatum,
            zelfde_als=dossier.dubbelen[stuk].naam if dossier and stuk in dossier.dubbelen else None,
            niet_vergeleken=dossier.niet_vergeleken(stuk) if dossier and stuk else None,
            doorgehaald=any(blok.doorgehaald for blok in regeling.blokken),
        )
        checks = normenset.checks.values()
        uitslag = beoordeel_context(context, checks, citaties, peildatum, opties.vastgesteld, codes, dossier)
        yield replace(basis, oordelen=uitslag.oordelen, niet_beoordeeld=uitslag.niet_beoordeeld, kernvragen=uitslag.kernvragen)


def genereer(gegevens: str | Path, doelmap: str | Path, soorten: Sequence[str] = (), opties: Genereeropties | None = None) -> Pakket:
    """Write the package, or the documents ``soorten`` of it, from one data file to ``doelmap`` and judge what was written.

    Beside the documents come herleidbaarheid.html and, when the data name the file of the verordening that is replaced or changed,
    was-wordt.docx. Raises VerordeningFout before anything is written: a data file or template that
    is not right, an unknown soort, a document in ``doelmap`` that a person changed.
    """
    from verordening_tool.drafting import gegevensbestand, pakket, resultaat, schrijven, sjabloon, stijlen, uitvoermap
    from verordening_tool.reports import herleidbaarheid

    opties = opties or Genereeropties()
    data = gegevensbestand.lees_gegevens(Path(gegevens))
    eerder = _eerdere_tekst(Path(gegevens), data)
    sjablonen = sjabloon.lees_sjablonen(opties.sjablonen)
    basis = stijlen.maak_basis(stijlen.lees_huisstijl(opties.huisstijl) if opties.huisstijl else None)
    concepten = pakket.stel_samen(data, pakket.kies_soorten(data, soorten, sjablonen), sjablonen)
    bestanden = {f"{concept.naam}.docx": schrijven.schrijf(concept, basis) for concept in concepten}
    paden = uitvoermap.schrijf_pakket(Path(doelmap), bestanden, nieuwe_versie=opties.nieuwe_versie)
    getoetst = _eigen_toets(concepten, list(paden.values()), data.data.inwerkingtreding) if opties.controle else {}
    stukken = tuple(resultaat.Stuk(concept, pad, getoetst.get(pad)) for concept, pad in zip(concepten, paden.values(), strict=True))
    naast = _was_wordt(eerder, paden.get(f"{data.regeling}.docx"), basis)
    geheel = resultaat.Pakket(Path(doelmap), stukken, opties.controle, pakket.over_het_aantal(data), tuple(naast))
    naast["herleidbaarheid.html"] = herleidbaarheid.html(geheel)
    uitvoermap.schrijf_pakket(Path(doelmap), naast, nieuwe_versie=opties.nieuwe_versie)
    return geheel


def _eerdere_tekst(gegevens: Path, data: Gegevens) -> Path | None:
    """The file with the earlier verordening, named as seen from the data file.

    Raises VerordeningFout when it can not be read, and when it does not hold the article that is to be changed.
    """
    from verordening_tool.drafting import basistekst, gegevensbestand

    bestand = data.eerdere_tekst
    if bestand is None:
        return None
    pad = gegevens.parent / bestand
    if not pad.is_file():
        raise Gegevensfout(
            f"{gegevens.name} noemt {bestand}, maar dat bestand is er niet.", "Zet het naast het gegevensbestand, of haal het weg."
        )
    eerder = lees(pad).regeling
    if data.wijziging and (mis := basistekst.wat_past_niet(data.wijziging, eerder, pad.name)) is not None:
        raise gegevensbestand.fout_in_veld(gegevens, f"wijziging.{mis[0]}", mis[1])
    return pad


def _was_wordt(eerder: Path | None, regeling: Path | None, basis: Basis) -> dict[str, bytes]:
    """The was-wordt-tabel, when there is an earlier text and the verordening was written.

    Without orders: the package withdraws the earlier verordening, or says itself how it changes.
    """
    if eerder is None or regeling is None:
        return {}
    from verordening_tool.reports import docx_vergelijk

    return {"was-wordt.docx": docx_vergelijk.maak(replace(vergelijk(eerder, regeling), opdrachten=()), basis)}


def _eigen_toets(concepten: Sequence[Concept], paden: Sequence[Path], inwerkingtreding: date) -> dict[Path, Toetsresultaat]:
    """How we judge the documents of ours that norms exist for, as one dossier, at their own stadium and dates.

    A toelichting has no date of its own: it holds from ``inwerkingtreding`` where its verordening was not written with it.
    """
    te_toetsen = {
        pad: concept.regeling for concept, pad in zip(concepten, paden, strict=True) if concept.regeling.soort is not Soort.ANDERS
    }
    if not te_toetsen:
        return {}
    soorten = {regeling.soort for regeling in te_toetsen.values()}
    los = Soort.TOELICHTING in soorten and not soorten & VERORDENINGEN
    stadium = next(iter(te_toetsen.values())).stadium
    opties = Toetsopties(stadium=stadium, dossier=len(te_toetsen) > 1, peildata=(inwerkingtreding,) if los else ())
    return dict(zip(te_toetsen, toets(te_toetsen, opties), strict=True))


def vergelijk(oud: str | Path, nieuw: str | Path, opties: Toetsopties | None = None) -> Vergelijkresultaat:
    """Two versions of a regulation compared, and both judged by the law of the day of the new one.

    When the new one is a wijzigingsverordening, it is the old text with its changes made that counts as new.

    Raises VerordeningFout when a file can not be read, Gebruiksfout when one has no articles to compare.
    """
    from verordening_tool.comparing.model import Vergelijkresultaat
    from verordening_tool.comparing.opdrachten import opdrachten
    from verordening_tool.comparing.verschil import vergelijk as leg_naast_elkaar

    opties = replace(opties or Toetsopties(), basis=Path(oud))
    een, twee = (lees(pad, opties.weergave, vandaag=opties.vandaag, basis=opties.basis) for pad in (oud, nieuw))
    for gelezen in (een, twee):
        if not gelezen.regeling.artikelen:
            raise Gebruiksfout(f"{gelezen.bestand} heeft geen artikelen om te vergelijken.", "Geef twee versies van een regeling op.")
    verschil = leg_naast_elkaar(een.regeling, twee.regeling)
    wordt = next(toets([nieuw], opties))
    dag = wordt.peildatum.datum
    was = next(toets([oud], replace(opties, peildata=(dag,) if dag else opties.peildata)))
    return Vergelijkresultaat(een.bestand, twee.bestand, verschil, opdrachten(verschil, een.document), replace(wordt, oorspronkelijk=was))


def vul_aan(bestand: str | Path, gegevens: str | Path, opties: Toetsopties | None = None, *, vernummer: bool = False) -> Aanvulling:
    """A draft in Word with what it misses as tracked changes, and what a person must decide as comments; nothing is written.

    ``vernummer``: new articles get plain numbers, and later ones with the references to them move up.

    Raises VerordeningFout: for a file that can not be read or is not a verordening in Word, and for a data file that is not right.
    """
    from verordening_tool.drafting.gegevensbestand import lees_gegevens
    from verordening_tool.drafting.sjabloon import lees_sjablonen
    from verordening_tool.proposing.modeltekst import lees_model
    from verordening_tool.proposing.vul_aan import vul_aan as stel_voor
    from verordening_tool.readers import lees_inhoud
    from verordening_tool.readers.formaat import Formaat, sniff

    opties = opties or Toetsopties()
    pad = Path(bestand)
    data, sjablonen, inhoud = lees_gegevens(Path(gegevens)), lees_sjablonen(None), lees_inhoud(pad)
    if sniff(inhoud, pad.name) is not Formaat.DOCX:
        raise Gebruiksfout(f"{pad.name} is geen Word-bestand (.docx). Voorstellen kunnen alleen daarin.", "Sla het concept op als .docx.")
    vandaag = opties.vandaag or date.today()  # noqa: DTZ011 - the user's own day
    normenset = maak_normenset(opties.kader)
    codes = gekozen_codes(opties, normenset)

    def toets_inhoud(versie: bytes) -> Toetsresultaat:
        regeling = ontleed(lees_bytes(versie, pad.name))
        dag = bepaal_peildatum(regeling, vandaag, opties.peildata[0] if opties.peildata else None).datum
        return next(toets_regeling(regeling, los_op(regeling, lees_index(), dag), opties, codes, str(pad), normenset))

    aanvulling = stel_voor(inhoud, pad.name, lambda dag: lees_model(data, dag, sjablonen), toets_inhoud, vandaag, vernummer=vernummer)
    if aanvulling.voor.gemeente in {None, data.gemeente}:
        return aanvulling
    melding = (
        f"Het concept is van {aanvulling.voor.gemeente}, de gegevens zijn van {data.gemeente}. Controleer of dit het goede bestand is."
    )
    return replace(aanvulling, meldingen=(melding, *aanvulling.meldingen))


def normen(peildatum: date | None = None, soort: Soort | None = None, kader: Path | None = None) -> list[Check]:
    """The checks that hold on ``peildatum`` (None: any day) for documents of ``soort`` (None: any), own norms in ``kader`` included."""
    return [
        check
        for check in maak_normenset(kader).checks.values()
        if (peildatum is None or check.geldig.op(peildatum)) and (soort is None or soort.value in check.geldt_voor.soort)
    ]


def uitleg(code: str, kader: Path | None = None) -> Check:
    """One check, of ours or of the own norms in ``kader``. Raises Gebruiksfout when the code does not exist."""
    return check_met_code(code, maak_normenset(kader).checks)


def begrippen() -> Begrippen:
    """The concepts of checks/begrippen, compiled once."""
    return maak_normenset().begrippen


def gekozen_codes(opties: Toetsopties, normenset: Normenset | None = None) -> frozenset[str]:
    """The codes to report. A code may also be the letters of a pack ("BW"). Raises Gebruiksfout for one that does not exist."""
    checks = (normenset or maak_normenset(opties.kader)).checks
    bekend = frozenset(checks)

    def uitgeschreven(namen: Iterable[str]) -> frozenset[str]:
        codes: set[str] = set()
        for naam in namen:
            pakket = {code for code in bekend if code.startswith(naam.upper() + "-")}
            codes |= pakket or {check_met_code(naam, checks).code}
        return frozenset(codes)

    return (uitgeschreven(opties.selecteer) if opties.selecteer else bekend) - uitgeschreven(opties.negeer)


__all__ = [
    "Genereeropties",
    "Leesresultaat",
    "Peildatum",
    "Toetsopties",
    "begrippen",
    "gekozen_codes",
    "genereer",
    "lees",
    "maak_normenset",
    "normen",
    "toets",
    "toets_regeling",
    "uitleg",
    "vergelijk",
    "vul_aan",
]
