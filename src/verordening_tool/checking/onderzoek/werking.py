"""From when a regulation holds: not before its publication, and back in time only when that hurts nobody."""

from __future__ import annotations

import re
from datetime import date

from verordening_tool.checking.context import Context
from verordening_tool.checking.onderzoek.citeren import citeer, vind, zin_op
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.zaak import Bevinding, NietTeBeoordelen, Zaak
from verordening_tool.document.blok import Deel
from verordening_tool.document.dates import dutch_date, read_date
from verordening_tool.document.regeling import Data, Regeling, Stadium, alineas_van_artikel
from verordening_tool.norms.schema import Check, Waar

_BIJ_VASTSTELLING = re.compile(
    r"\b(?:onmiddellijk|direct|terstond|meteen)\b|\bdag\s+(?:van|waarop)\b.{0,30}\bvast(?:stelling|gesteld|stelt)\b", re.IGNORECASE
)
_ZELF_TERUG = re.compile(
    r"\b(?:deze|de\s+onderhavige)\s+(?:[\w-]*verordening|[\w-]*regeling|beleidsregels?|regels)\s+werk(?:t|en)\s+terug\b", re.IGNORECASE
)
_BEKENDMAKING = re.compile(r"bekend|publica|afkondig|gemeenteblad|geplaatst|uitgifte", re.IGNORECASE)
# What a publication says of itself, above the title or below the signatures.
_BEKENDGEMAAKT_OP = re.compile(
    r"\b(?:uitgegeven|bekendgemaakt|bekend\s+gemaakt|gepubliceerd|afgekondigd|geplaatst)\b"
    r"(?:[^.;]|(?<=\bnr)\.){0,60}?\b(?P<dag>\d{1,2}\s+[a-z]{3,9}\s+20\d\d)\b",
    re.IGNORECASE,
)
_OM_DE_TEKST = frozenset({Deel.METADATA, Deel.KOPTEKST, Deel.VOETTEKST, Deel.SLOT})
_NA_BEKENDMAKING = {
    "dag_na_bekendmaking": "op een dag na de bekendmaking",
    "achtste_dag": "op de achtste dag na de bekendmaking",
    "maand_na_bekendmaking": "in een maand na de bekendmaking",
    "dag_van_bekendmaking": "op de dag van de bekendmaking",
    "andere_dag": "een aantal dagen na de bekendmaking",
    "nader_besluit": "op een tijdstip dat nog wordt bepaald",
}


def inwerkingtreding(check: Check, zaak: Zaak, dag: date) -> Bevinding | NietTeBeoordelen:  # noqa: ARG001 - the shape of every onderzoek
    """Whether the regulation enters into force on a day after its publication."""
    regeling = zaak.context.laag.regeling
    vroeg = te_vroeg(regeling, zaak.aanhefdata[0]) or _voor_publicatie(regeling) or _bekend_voor_vaststelling(regeling)
    if vroeg is not None:
        return vroeg
    if regeling.stadium is Stadium.CONCEPT:
        return NietTeBeoordelen("Een concept is nog niet bekendgemaakt.")
    plaatsen = _bepaling(regeling)
    if not plaatsen and regeling.data.inwerkingtreding is not None:
        return NietTeBeoordelen("De bepaling over de inwerkingtreding staat in een andere tekst.")
    if not plaatsen:
        return _zonder_bepaling(regeling)
    wanneer = _wanneer(regeling.data, zaak.aanhefdata[0])
    if isinstance(wanneer, NietTeBeoordelen):
        return wanneer
    return Bevinding(Uitkomst.VOLDOET, f"De tekst treedt in werking {wanneer}.", plaatsen)


def _voor_publicatie(regeling: Regeling) -> Bevinding | None:
    """The finding that a publication enters into force before the day on which it says that it was published."""
    in_werking, bekendgemaakt = regeling.data.inwerkingtreding, _bekendgemaakt(regeling)
    if in_werking is None or bekendgemaakt is None or regeling.data.terugwerkend_tot or _werkt_terug(regeling):
        return None
    dag, nr = bekendgemaakt
    if in_werking >= dag:
        return None
    bericht = f"De tekst treedt in werking op {dutch_date(in_werking)}, vóór de bekendmaking op {dutch_date(dag)}."
    return Bevinding(Uitkomst.STRIJDIG, bericht, (*_bepaling(regeling), citeer(regeling, nr)))


def _bekend_voor_vaststelling(regeling: Regeling) -> Bevinding | None:
    """The doubt about a text that says that it was published before the raad adopted it."""
    vastgesteld, bekendgemaakt = regeling.data.vastgesteld, _bekendgemaakt(regeling)
    if vastgesteld is None or bekendgemaakt is None or bekendgemaakt[0] >= vastgesteld:
        return None
    dag, nr = bekendgemaakt
    bericht = f"De tekst noemt als bekendmaking {dutch_date(dag)}, vóór de vaststelling op {dutch_date(vastgesteld)}. Een datum klopt niet."
    return Bevinding(Uitkomst.TWIJFEL, bericht, (citeer(regeling, nr),))


def _bekendgemaakt(regeling: Regeling) -> tuple[date, int] | None:
    """The first day on which the text says that it was published, with the alinea that says so; a later one is of a later version."""
    genoemd = []
    for nr, blok in enumerate(regeling.blokken):
        treffer = _BEKENDGEMAAKT_OP.search(blok.tekst) if blok.deel in _OM_DE_TEKST else None
        if treffer is not None and (dag := _dag(treffer["dag"])) is not None:
            genoemd.append((dag, nr))
    return min(genoemd, default=None)


def _dag(tekst: str) -> date | None:
    try:
        return read_date(tekst)
    except ValueError:  # 31 februari
        return None


def _zonder_bepaling(regeling: Regeling) -> Bevinding | NietTeBeoordelen:
    if regeling.stadium is Stadium.BEKENDGEMAAKT:
        return NietTeBeoordelen("In deze publicatie staat geen bepaling over de inwerkingtreding.")
    bericht = "De tekst zegt niet wanneer zij in werking treedt. Dan is dat de achtste dag na de bekendmaking."
    return Bevinding(Uitkomst.TWIJFEL, bericht, (citeer(regeling, 0),))


def _wanneer(data: Data, vastgesteld: date | None) -> str | NietTeBeoordelen:
    """From when the text holds, in words; or why it can not be seen that this is after its publication."""
    if data.inwerkingtreding is not None:
        if vastgesteld is None and data.terugwerkend_tot is None:
            return NietTeBeoordelen("De datum van vaststelling is onbekend; geef --vastgesteld.")
        op_dag = f"op {dutch_date(data.inwerkingtreding)}"
        if data.terugwerkend_tot is not None:
            return f"{op_dag}, met terugwerkende kracht, die PR-04 beoordeelt"
        return f"{op_dag}, na de dag van vaststelling; kijk zelf of zij toen was bekendgemaakt"
    if data.terugwerkend_tot is not None:
        return "met terugwerkende kracht, die PR-04 beoordeelt"
    wanneer = _NA_BEKENDMAKING.get(data.inwerkingtreding_wijze or "")
    return wanneer or NietTeBeoordelen("De inwerkingtreding hangt af van iets buiten deze tekst.")


def te_vroeg(regeling: Regeling, vastgesteld: date | None) -> Bevinding | None:
    """The finding that a text enters into force on or before the day it was adopted, so before it can have been published."""
    data: Data = regeling.data
    plaatsen = _bepaling(regeling)
    if not plaatsen:
        return None
    zin = plaatsen[0].citaat
    bij_vaststelling = _BIJ_VASTSTELLING.search(zin) is not None and _BEKENDMAKING.search(zin) is None and data.inwerkingtreding is None
    if data.inwerkingtreding_wijze == "dag_van_vaststelling" or bij_vaststelling:
        bericht = "De tekst treedt in werking op de dag van vaststelling, dus vóór de bekendmaking."
        return Bevinding(Uitkomst.STRIJDIG, bericht, plaatsen)
    if data.inwerkingtreding is None or vastgesteld is None or data.terugwerkend_tot or _werkt_terug(regeling):
        return None
    if data.inwerkingtreding > vastgesteld:
        return None
    wanneer = "op" if data.inwerkingtreding == vastgesteld else "vóór"
    bericht = (
        f"De tekst treedt in werking op {dutch_date(data.inwerkingtreding)}, {wanneer} de dag van vaststelling "
        f"({dutch_date(vastgesteld)}) en dus vóór de bekendmaking."
    )
    return Bevinding(Uitkomst.STRIJDIG, bericht, plaatsen)


def terugwerkend(check: Check, zaak: Zaak, dag: date) -> Bevinding:  # noqa: ARG001 - the shape of every onderzoek
    """Whether a text that works back in time burdens nobody with that."""
    context = zaak.context
    regeling = context.laag.regeling
    plaats = _terugwerking(context)
    if plaats is None:
        return Bevinding(Uitkomst.NVT, "De tekst werkt niet terug in de tijd.")
    artikel = regeling.artikel(plaats.artikel) if plaats.artikel else None
    omgeving = artikel.tekst if artikel else plaats.citaat
    if vind(context, "terugwerking_gunstig", omgeving):
        return Bevinding(Uitkomst.VOLDOET, "De terugwerkende kracht geldt alleen voor wat niemand belast.", (plaats,))
    if vind(context, "terugwerking_nadelig", omgeving):
        bericht = "De tekst werkt terug in de tijd, ook waar mensen er slechter van worden. Dat mag hen niet achteraf belasten."
        return Bevinding(Uitkomst.STRIJDIG, bericht, (plaats,))
    titel = f"{regeling.opschrift or ''} {regeling.citeertitel or ''}"
    if vind(context, "belastend_onderwerp", titel):
        bericht = "De tekst werkt terug in de tijd en gaat over heffingen of verlagingen. Dat mag mensen niet achteraf belasten."
        return Bevinding(Uitkomst.STRIJDIG, bericht, (plaats,))
    if any(context.laag.spans(passage, "belastende_regel") for passage in context.passages(Waar.OPERATIEF)):
        bericht = "De tekst werkt terug in de tijd en kent ook verplichtingen of verlagingen. Die mogen niet achteraf gaan gelden."
        return Bevinding(Uitkomst.TWIJFEL, bericht, (plaats,))
    return Bevinding(Uitkomst.VOLDOET, "De terugwerkende kracht staat in de tekst; een last achteraf is niet gevonden.", (plaats,))


def _bepaling(regeling: Regeling) -> tuple[Plaats, ...]:
    """The own clause on entry into force: in an article, else in the decision."""
    if regeling.data.inwerkingtreding_plaats is not None:
        nr = regeling.data.inwerkingtreding_plaats[1]
    else:
        nr = next((alinea.nr for alinea in regeling.aanhef.besluit if "in werking" in alinea.tekst.lower()), -1)
    if nr < 0:
        return ()
    tekst = regeling.blokken[nr].tekst
    return (citeer(regeling, nr, zin=zin_op(tekst, max(tekst.lower().find("werking"), 0))),)


def _werkt_terug(regeling: Regeling) -> bool:
    """Whether the article on entry into force speaks of retroactive effect, with or without a date."""
    plaats = regeling.data.inwerkingtreding_plaats
    artikel = regeling.artikel(plaats[0]) if plaats and plaats[0] else None
    return artikel is not None and "terug" in artikel.tekst.lower()


def _terugwerking(context: Context) -> Plaats | None:
    """Where the text works back in time: in its article on entry into force, the decision, or a sentence on the text itself."""
    regeling = context.laag.regeling
    plaats = regeling.data.inwerkingtreding_plaats
    eigen = [artikel for artikel in regeling.artikelen if plaats and artikel.nummer == plaats[0]]
    for artikel in eigen:
        for alinea in alineas_van_artikel(artikel):
            spans = vind(context, "terugwerkende_kracht", alinea.tekst, ontkend=False)
            if spans:
                return citeer(regeling, alinea.nr, zin=zin_op(alinea.tekst, spans[0].start))
    for alinea in regeling.aanhef.besluit:
        spans = vind(context, "terugwerkende_kracht", alinea.tekst, ontkend=False)
        if spans and "in werking" in alinea.tekst.lower():
            return citeer(regeling, alinea.nr, zin=zin_op(alinea.tekst, spans[0].start))
    for artikel in regeling.artikelen:
        for alinea in alineas_van_artikel(artikel):
            if (treffer := _ZELF_TERUG.search(alinea.tekst)) is not None:
                return citeer(regeling, alinea.nr, zin=zin_op(alinea.tekst, treffer.start()))
    return None
