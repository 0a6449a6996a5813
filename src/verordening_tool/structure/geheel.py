"""The road from Document to Regeling: each step in turn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from verordening_tool.document.blok import Blok, Deel, Document, Documentfeiten, Metadata
from verordening_tool.document.regeling import Aanhef, Artikel, Data, Regeling, Soort
from verordening_tool.structure import aanhef as aanhef_
from verordening_tool.structure import data, gemeente, onderwerp, slot, soort, toelichting, wijzigingen
from verordening_tool.structure.delen import Vorm, verdeel
from verordening_tool.structure.koppen import herken, kies_koppen
from verordening_tool.structure.lichaam import Lichaam, bouw_lichaam
from verordening_tool.structure.nummers import Telling, lees
from verordening_tool.structure.regels import Kopsoort, Regel, maak_regels, verfijnde_blokken

_REGELLENGTE = 60  # letters that a line of a letterhead may have
_ZIN = re.compile(r"\s*(?:\S+\s+){4,}\S*[.?!]\s*")
_KOPREGELS = 25
_KOPTEKENS = 2500
_DATUMLABEL = re.compile(
    r"\b(?:raads?vergadering|vergaderdatum|verzenddatum|verzonden|(?<!ingangs)datum(?!\s+(?:inwerking|uitwerking|onderteken|publicatie)))\b",
    re.IGNORECASE,
)
_BELEIDSGRONDSLAG = re.compile(r"\b4:81\b")
_INTREKKING = re.compile(r"\b(?:in\s+te\s+trekken|intrekk|ingetrokken|vervallen)", re.IGNORECASE)
_ANDERE_DAG = re.compile(r"\b(?:werking|ingang|vanaf|uiterlijk|wet van|besluit van|brief van|tot en met|per \d)\b", re.IGNORECASE)
_LANDELIJK = frozenset({"rijksregeling", "uitspraak", "provinciaal stuk"})  # names of gemeenten in these are not the maker
_BRIEVEN = frozenset({Soort.RAADSVOORSTEL, Soort.RAADSINFORMATIEBRIEF})


def ontleed_document(document: Document) -> Regeling:
    """See ``structure.ontleed``."""
    regels = maak_regels(document)
    for regel in regels:
        if regel.deel is None or regel.deel is Deel.TOELICHTING:
            regel.kop = herken(regel.blok)
    vorm = _vorm(regels, document.metadata)
    if vorm is not Vorm.BRIEF:
        kies_koppen([regel for regel in regels if regel.deel is None])
    kop = _kop(document.blokken)
    verdeling = verdeel(regels, vorm)
    opschrift = verdeling.opschrift

    in_deel: dict[Deel, list[Regel]] = {deel: [] for deel in Deel}
    for regel in regels:
        in_deel[regel.deel or Deel.LICHAAM].append(regel)

    for deel in (Deel.AANHEF, Deel.TOELICHTING, Deel.BIJLAGE):
        for regel in in_deel[deel]:
            _splits_los(regel)
    aanhef = aanhef_.ontleed(in_deel[Deel.AANHEF])
    opdrachten = wijzigingen.zoek(in_deel[Deel.LICHAAM], opschrift or "") if vorm is not Vorm.BRIEF else []
    ingevoegd = {id(regel) for opdracht in opdrachten for regel in opdracht.inhoud}
    eigen = [regel for regel in in_deel[Deel.LICHAAM] if id(regel) not in ingevoegd]
    lichaam = bouw_lichaam(eigen) if vorm is not Vorm.BRIEF else Lichaam(los=eigen)
    for regel in lichaam.los:
        _splits_los(regel)
    orders = tuple(wijzigingen.bouw(opdracht) for opdracht in opdrachten)
    gesloten = slot.ontleed(in_deel[Deel.SLOT])
    artikelen = tuple(lichaam.artikelen)

    if verdeling.vorm is Vorm.REGELING:
        opschrift = _beste_titel(opschrift, aanhef_.titel_uit_besluit(in_deel[Deel.AANHEF]), artikelen)
    opschrift = opschrift or document.metadata.titel
    beeld = soort.Beeld(
        opschrift=opschrift or "",
        kop=kop,
        orgaan=aanhef.orgaan,
        heeft_aanhef=bool(aanhef.alineas) and (bool(aanhef.besluit) or aanhef.orgaan is not None or bool(aanhef.gelet_op)),
        artikelen=len(artikelen),
        opdrachten=len(orders),
        besluit=" ".join(alinea.tekst for alinea in aanhef.besluit)[:600],
        bekendgemaakt=document.metadata.bekendgemaakt,
        beleidsgrondslag=any(_BELEIDSGRONDSLAG.search(alinea.tekst) for alinea in aanhef.gelet_op),
        voorstel_ervoor=verdeling.vorm is Vorm.BRIEF_MET_REGELING,
    )
    soort_, aard = soort.bepaal_soort(beeld, document.metadata)
    slottekst = " ".join(alinea.tekst for alinea in (*gesloten.alineas, *gesloten.ondertekening))
    titels = _titels(opschrift, beeld, document.metadata, aanhef, regels)
    eigenaar = gemeente.van_metadata(document.metadata) or (None if aard in _LANDELIJK else _afzender(document, regels, in_deel, opschrift))
    terloops = None if eigenaar or aard in _LANDELIJK else _terloops(document, derden=soort_ is Soort.ANDERS)
    return Regeling(
        blokken=verfijnde_blokken(document, regels),
        soort=soort_,
        onderwerp=onderwerp.bepaal_onderwerp(
            titels,
            [
                *(artikel.opschrift or "" for artikel in artikelen),
                *(kop_.opschrift or "" for kop_ in lichaam.hoofdstukken),
                *(artikel.opschrift or "" for order in orders for artikel in order.artikelen),
            ],
            " ".join(regel.tekst for regel in regels),
            kop=kop,
            brief=soort_ in _BRIEVEN or soort_ is Soort.RAADSBESLUIT,
        ),
        stadium=onderwerp.bepaal_stadium(kop, slottekst, gedateerd=data.eerste_datum(slottekst) is not None, metadata=document.metadata),
        aard=aard,
        opschrift=opschrift,
        gemeente=eigenaar or terloops,
        gemeente_terloops=eigenaar is None and terloops is not None,
        citeertitel=data.zoek_citeertitel(artikelen) or document.metadata.citeertitel,
        data=_data(soort_, lichaam, aanhef, slottekst, regels, document.metadata),
        aanhef=aanhef,
        hoofdstukken=tuple(lichaam.hoofdstukken),
        artikelen=artikelen,
        wijzigingen=orders,
        slot=gesloten,
        toelichting=toelichting.ontleed(in_deel[Deel.TOELICHTING]),
        bijlagen=toelichting.ontleed_bijlagen(in_deel[Deel.BIJLAGE]),
        lopende_tekst=tuple(regel.alinea for regel in lichaam.los if regel.tekst.strip()),
        metadata=document.metadata,
        feiten=Documentfeiten.van(document),
    )


def _beste_titel(opschrift: str | None, uit_besluit: str | None, artikelen: Sequence[Artikel]) -> str | None:
    """The opschrift, unless it is only "Raadsbesluit" while the decision names the regulation that stands below it."""
    if opschrift is None:
        return uit_besluit
    if artikelen and uit_besluit is not None and not soort.noemt_regeling(opschrift) and soort.noemt_regeling(uit_besluit):
        return uit_besluit
    return opschrift


def _kop(blokken: Sequence[Blok]) -> str:
    """First lines of the document, letterhead included."""
    teksten = [blok.tekst for blok in blokken if blok.tekst.strip() and not blok.verborgen][:_KOPREGELS]
    return "\n".join(teksten)[:_KOPTEKENS]


def _vorm(regels: Sequence[Regel], metadata: Metadata) -> Vorm:
    """How it is built, by its first lines: a letter or proposal holds a regulation when a decision and articles stand in it."""
    if soort.aard_volgens_metadata(metadata) in {"uitspraak", "bekendmaking", "vergunning"}:
        return Vorm.BRIEF
    if not soort.is_brief_of_voorstel("\n".join(regel.tekst for regel in regels[:_KOPREGELS])[:_KOPTEKENS]):
        return Vorm.REGELING
    artikelen = sum(regel.kop is not None and regel.kop.soort is Kopsoort.ARTIKEL for regel in regels)
    besluit = artikelen >= 2 and any(aanhef_.heeft_besluit(regel.tekst) for regel in regels)
    return Vorm.BRIEF_MET_REGELING if besluit else Vorm.BRIEF


def _splits_los(regel: Regel) -> None:
    """Numbers of points in a letter, proposal or decision, or of lines above the first article."""
    if regel.blok.nummer is not None or regel.kop is not None:
        return
    nummer = lees(regel.tekst)
    if nummer is None or regel.is_waarde(nummer.lengte):
        return
    if nummer.zeker and nummer.telling is not Telling.HOOFDLETTER:
        regel.splits(nummer.lengte, nummer.weergave)


def _titels(opschrift: str | None, beeld: soort.Beeld, metadata: Metadata, aanhef: Aanhef, regels: Sequence[Regel]) -> list[str]:
    titels = [opschrift or "", metadata.titel or "", metadata.citeertitel or ""]
    if aanhef.besluit:  # what is withdrawn says nothing of what this document is about
        titels.append("; ".join(punt for punt in beeld.besluit.split(";") if not _INTREKKING.search(punt)))
    titels.extend(regel.tekst for regel in regels[:_KOPREGELS] if regel.tekst.lower().lstrip().startswith(("onderwerp", "betreft")))
    return titels


def _afzender(document: Document, regels: Sequence[Regel], in_deel: dict[Deel, list[Regel]], opschrift: str | None) -> str | None:
    """The gemeente whose document it is, from the surest place to the least: aanhef, document data, title, letterhead, signature."""
    tabel = _tabelwaarde(regels)
    alles = [blok.tekst for blok in document.blokken if not blok.verborgen]
    titels = [opschrift or "", *(regel.tekst for regel in in_deel[Deel.OPSCHRIFT])]
    briefhoofd = [tekst for tekst in alles[:12] if len(tekst) < _REGELLENGTE and not _ZIN.fullmatch(tekst)]
    ondertekening = [tekst for tekst in alles[-10:] if len(tekst) < 2 * _REGELLENGTE and not _ZIN.fullmatch(tekst)]
    return (
        gemeente.van_orgaan(regel.tekst for regel in in_deel[Deel.AANHEF][:3])
        or gemeente.na_woord([*([tabel] if tabel else []), *titels, *briefhoofd])
        or gemeente.van_orgaan([*(regel.tekst for regel in in_deel[Deel.SLOT]), *ondertekening])
        or gemeente.uit_titel(titels)
        or gemeente.van_orgaan(briefhoofd)
        or gemeente.na_woord(tekst for tekst in alles[-5:] if len(tekst) < _REGELLENGTE and not _ZIN.fullmatch(tekst))
    )


def _terloops(document: Document, *, derden: bool) -> str | None:
    """The gemeente that a text without a sender speaks of. ``derden``: it may be of others, that are no gemeente themselves."""
    alles = [blok.tekst for blok in document.blokken if not blok.verborgen]
    if derden and gemeente.is_van_derden(alles):
        return None
    return (
        gemeente.na_woord(alles[:40])
        or gemeente.van_orgaan(alles[:40])
        or gemeente.na_woord(alles)
        or gemeente.uit_kop("\n".join(gemeente.zonder_geadresseerde(_kop(document.blokken).split("\n"))))
        or gemeente.uit_citaat(alles[:40])
    )


def _tabelwaarde(regels: Sequence[Regel]) -> str | None:
    """The name from a table of document data, as "gemeente X"."""
    for regel, volgende in pairwise(regels[:40]):
        if regel.blok.cel is not None and (naam := gemeente.uit_tabel(regel.tekst, volgende.tekst)) is not None:
            return f"gemeente {naam}"
    return None


def _data(soort_: Soort, lichaam: Lichaam, aanhef: Aanhef, slottekst: str, regels: Sequence[Regel], metadata: Metadata) -> Data:
    brief = soort_ in _BRIEVEN or (soort_ is Soort.ANDERS and not lichaam.artikelen)
    besluit = soort_ is Soort.RAADSBESLUIT
    documentdatum = metadata.documentdatum or (data.eerste_datum(slottekst) if besluit else None)
    documentdatum = documentdatum or _documentdatum(regels, alleen_label=not (brief or besluit))
    if brief:
        return Data(documentdatum=documentdatum)
    bepaling = data.zoek_inwerkingtreding(lichaam.artikelen, [regel.alinea for regel in lichaam.los])
    if bepaling is None:
        punt = next((alinea for alinea in aanhef.besluit if "in werking" in alinea.tekst.lower()), None)
        bepaling = data.lees_bepaling(punt.tekst, None) if punt is not None else data.Inwerkingtreding()
    vastgesteld = data.eerste_datum(slottekst) or metadata.vaststelling or aanhef_.vertelde_datum(aanhef.alineas)
    return Data(
        vastgesteld=vastgesteld,
        inwerkingtreding=vastgesteld if bepaling.wijze == "dag_van_vaststelling" else bepaling.datum,
        inwerkingtreding_wijze=bepaling.wijze,
        inwerkingtreding_plaats=bepaling.plaats,
        terugwerkend_tot=bepaling.terug,
        documentdatum=documentdatum,
        vervalt=bepaling.vervalt,
    )


def _documentdatum(regels: Sequence[Regel], *, alleen_label: bool) -> date | None:
    """Date of a letter, proposal or meeting: beside a label "datum", else the first that stands in a short line of the opening.

    A day on which something else happens ("treedt op 1 juni in werking") is not the day of the document.
    """
    eerste: date | None = None
    for regel, volgende in pairwise(regels[:_KOPREGELS]):
        tekst = regel.tekst
        if len(tekst) < 120 and _DATUMLABEL.search(tekst) and regel.deel in {Deel.LICHAAM, Deel.METADATA, None}:
            datum = data.eerste_datum(tekst) or (data.eerste_datum(volgende.tekst) if len(volgende.tekst) < 60 else None)
            if datum is not None:
                return datum
        kort = len(tekst) < 80 and _ANDERE_DAG.search(tekst) is None
        if eerste is None and not alleen_label and kort and regel.deel in {Deel.LICHAAM, Deel.METADATA, None}:
            eerste = data.eerste_datum(tekst)
    return eerste
