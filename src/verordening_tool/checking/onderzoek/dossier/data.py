"""Whether the documents name the same days: of the vergadering, the entry into force, the proposal and the advice (PK-02)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from verordening_tool.checking.dossier import Dossier, Rol, Stuk
from verordening_tool.checking.onderzoek.dossier.besluit import alineas_van_punten
from verordening_tool.checking.onderzoek.dossier.verschil import bevinding, eerdere_stukken, plek
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.checking.stukzinnen import Zin
from verordening_tool.checking.titelvorm import Gelijkenis, gelijkenis, titels_in
from verordening_tool.checking.zaak import Bevinding
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import Alinea
from verordening_tool.structure.data import lees_bepaling, zoek_data

_VASTSTELLING = "de vergadering van de raad"
_INWERKINGTREDING = "de inwerkingtreding"
_VOORSTEL = "het voorstel"
_ADVIES = "het advies"
_BEKENDMAKING = "de bekendmaking"

_EIGEN = re.compile(
    r"\b(?:de|deze|die|onze|nieuwe|gewijzigde|genoemde|bijgevoegde)\s+(?:nieuwe\s+|gewijzigde\s+)?[\w-]*verordening\b|\bde\s+nieuwe\s+regels\b"
    r"|\bwijziging daarvan\b",
    re.I,
)
_VERVOLG = re.compile(r"\s*(?:zij|deze|die|dit|het besluit)\b", re.I)
_ANDERS = re.compile(
    r"\b(?:wet|\w+wet|vorige|oude|huidige|bestaande|beleidsregels?|ingetrokken|in te trekken|terug\w*|evaluatie|evalueert|begroting"
    r"|verordening\s+(?:van|uit)\s+(?:19|20)\d\d|(?:van\s+\w+\s+)?uit\s+(?:19|20)\d\d|laatst|als|indien"
    r"|verordening\s+(?:jeugd\w*|wmo|maatschappelijke|leerlingen\w*|individuele|schuld\w*|minima\w*))\b",
    re.I,
)
_IN_WERKING = re.compile(r"\bin\s+werking\b|\binwerkingtreding\b|\bgaat\s+in\s+(?:op|per)\b", re.I)
_DAG = r"(?:vanaf|per|op|met\s+ingang\s+van)\s+\d{1,2}\s+[a-z]+\s+\d{4}"
_DE_REGELS = r"(?:de|deze|die|onze)\s+(?:nieuwe\s+)?(?:[\w-]*verordening|regels)\b"
# The verordening itself "gaat per 1 mei 2026 in" or "geldt vanaf …"; a part of it may begin on another day.
_BEGINT = re.compile(
    rf"^\W*(?:{_DE_REGELS}(?:\s+(?!geld|gaa)\S+){{0,9}}|zij)\s+(?:geld(?:t|en)|ga(?:at|an))\s+{_DAG}(?:\s+in)?\s*[.;]?$"
    rf"|^\W*{_DAG}\s+(?:geld(?:t|en)|ga(?:at|an))\s+{_DE_REGELS}(?:\s+in)?\s*[.;]?$",
    re.I,
)
_LABEL_RAAD = re.compile(
    r"\W*(?:(?:datum\s+)?(?:raads|gemeenteraads)?vergadering(?:\s+van\s+de\s+(?:gemeente)?raad)?|datum\s+raad|behandeling\s+(?:in\s+de\s+)?raad)(?:\s*d\.?d\.?)?\s*:?\s*(?:van\s+)?$",
    re.I,
)
_LABEL_VOORSTEL = re.compile(
    r"\W*(?:datum\s+(?:van\s+het\s+)?(?:raads|college)?voorstel|datum\s+college(?:vergadering|besluit)?|college(?:vergadering|besluit))\s*:?\s*(?:van\s+)?$",
    re.I,
)
_GESLOTEN = re.compile(r"\baldus\s+(?:vastgesteld|besloten)\b", re.I)
_BESLIST = re.compile(
    r"\bstelden?\s+(?:u|uw\s+raad|de\s+(?:gemeente)?raad)\b[^;]*\bvast\b|\b(?:vastgesteld|vast\s+te\s+stellen|vaststelling|vaststelt|ingestemd|instemt|besloten)\b",
    re.I,
)
_BEKENDGEMAAKT = re.compile(r"\bna\s+(?:de\s+)?vaststelling\b|\bbekend\w+|\bpublic\w+|\bgemeenteblad\b|\bcollege\b", re.I)
_IS_BEKEND = re.compile(r"\b(?:bekend\s?gemaakt|gepubliceerd)\b", re.I)
_ONTWERP = re.compile(r"\b(?:ontwerp\w*|concept\w*|inspraak|inzage)\b", re.I)
_ADVIESORGAAN = re.compile(
    r"\b(?:cli[eë]ntenraad|adviesraad|participatieraad|wmo-raad|cli[eë]ntenparticipatie|adviesorgaan|platform)\b", re.I
)
_ADVISEERT = re.compile(r"\badvies\b(?!\s+(?:gevraagd|te\s+vragen))|\b(?:geadviseerd|adviseerden?)\b", re.I)
_GEVRAAGD = re.compile(r"\b(?:gevraagd|verzocht|voorgelegd|aangevraagd|besproken|toegezonden)\b", re.I)
_ANDER_ADVIES = re.compile(
    r"\b(?:tweede|ongevraagd\w*|eerdere?)\b"
    r"|\badvies(?:\s+uit)?\s+over\s+de\s+(?!(?:\w+\s+)?(?:concept|ontwerp|\w*verordening|regels|wijziging|voorzieningen))",
    re.I,
)
_LANG_GELEDEN = timedelta(days=300)
_LABEL = 60  # a label stands at the beginning of its line


@dataclass(frozen=True, slots=True)
class Dag:
    """A day that a document states, of what, and where."""

    waarvan: str
    dag: date
    plaats: Plaats


def vergelijk(stuk: Stuk, verordening: Stuk, dossier: Dossier) -> Bevinding:
    """Days in ``stuk`` that differ from those in the verordening, or else in the documents that come before it."""
    verschillen: list[Plaats] = []
    vergeleken = 0
    bekend: dict[str, tuple[Stuk, Dag]] = {}
    for bron in eerdere_stukken(stuk, verordening, dossier):
        for dag in dagen(bron, verordening):
            bekend.setdefault(dag.waarvan, (bron, dag))
    for dag in dagen(stuk, verordening):
        if dag.waarvan == _BEKENDMAKING and not (_VASTSTELLING in bekend and _uit_het_verleden(dag.dag, bekend[_VASTSTELLING][1].dag)):
            verschillen += _voor_vaststelling(dag, bekend.get(_VASTSTELLING))
        if dag.waarvan not in bekend or dag.waarvan == _BEKENDMAKING:
            continue
        vergeleken += 1
        bron, juist = bekend[dag.waarvan]
        if juist.dag != dag.dag and not _uit_het_verleden(dag.dag, juist.dag):
            waar = plek(bron, juist.plaats.artikel)
            bericht = f"Volgens {waar} is de datum van {dag.waarvan} {dutch_date(juist.dag)}, hier {dutch_date(dag.dag)}."
            verschillen.append(replace(dag.plaats, bericht=bericht))
    return bevinding(
        verschillen,
        (),
        "Dit stuk noemt een andere datum dan een ander stuk in het dossier.",
        "",
        f"Gezocht naar data van vergadering, inwerkingtreding, voorstel en advies; {vergeleken} vergeleken, geen verschil gevonden.",
    )


def _uit_het_verleden(dag: date, juist: date) -> bool:
    """Whether a day is that of an earlier verordening; the same day of another year is a slip of the pen."""
    return juist - dag > _LANG_GELEDEN and (dag.day, dag.month) != (juist.day, juist.month)


def _voor_vaststelling(dag: Dag, vastgesteld: tuple[Stuk, Dag] | None) -> list[Plaats]:
    """That the verordening was published before the day of the vergadering."""
    if vastgesteld is None or dag.dag >= vastgesteld[1].dag:
        return []
    bericht = f"Volgens {plek(vastgesteld[0])} is de vergadering van de raad pas op {dutch_date(vastgesteld[1].dag)}."
    return [replace(dag.plaats, bericht=bericht)]


def dagen(stuk: Stuk, verordening: Stuk) -> tuple[Dag, ...]:
    """The days that ``stuk`` states of ``verordening``, each kind of day and each day once."""
    gevonden: dict[tuple[str, date], Dag] = {}
    bron = _van_verordening(stuk) if stuk is verordening else _van_ander(stuk, verordening)
    for dag in bron:
        gevonden.setdefault((dag.waarvan, dag.dag), dag)
    return tuple(gevonden.values())


def _van_verordening(stuk: Stuk) -> Iterator[Dag]:
    regeling = stuk.regeling
    if regeling.data.inwerkingtreding and regeling.data.inwerkingtreding_plaats:
        artikel, alinea = regeling.data.inwerkingtreding_plaats
        yield from (
            Dag(_INWERKINGTREDING, regeling.data.inwerkingtreding, zin.plaats())
            for zin in _zinnen_op(stuk, alinea)[:1]
            if zin.artikel == artikel
        )
    yield from _uit_aanhef_en_slot(stuk)


def _uit_aanhef_en_slot(stuk: Stuk) -> Iterator[Dag]:
    """Proposal and advice as the aanhef names them, and the meeting that the closing formula names."""
    aanhef = stuk.regeling.aanhef
    yield from _enige(stuk, aanhef.gelezen, _VOORSTEL)
    yield from (dag for dag in _enige(stuk, aanhef.gezien, _ADVIES) if _ADVIESORGAAN.search(dag.plaats.citaat))
    for zin in stuk.zinnen:
        if _GESLOTEN.search(zin.tekst):
            yield from (Dag(_VASTSTELLING, dag, zin.plaats(begin)) for begin, dag in list(zoek_data(zin.tekst))[:1])


def _enige(stuk: Stuk, alineas: Sequence[Alinea], waarvan: str) -> Iterator[Dag]:
    """The day in these lines of the aanhef, when there is one only."""
    gevonden = [(zin, begin, dag) for alinea in alineas for zin in _zinnen_op(stuk, alinea.nr) for begin, dag in zoek_data(zin.tekst)]
    if len(gevonden) == 1:
        zin, begin, dag = gevonden[0]
        yield Dag(waarvan, dag, zin.plaats(begin))


def _zinnen_op(stuk: Stuk, alinea: int) -> list[Zin]:
    return [zin for zin in stuk.zinnen if any(segment.alinea.nr == alinea for segment in zin.segmenten)]


def _van_ander(stuk: Stuk, verordening: Stuk) -> Iterator[Dag]:
    """What a letter, proposal, decision or toelichting states of the verordening."""
    if stuk.rol is Rol.BESLUIT:
        yield from _uit_aanhef_en_slot(stuk)
    vorige_erover = False
    elders = alineas_van_punten(stuk)
    for zin in stuk.zinnen:
        if zin.segmenten[0].alinea.nr in elders:
            continue  # RV-01
        if zin.artikel is not None and stuk.rol is not Rol.BESLUIT:
            continue  # beleidsregels state their own days
        over = _over_verordening(zin, verordening) or (vorige_erover and _VERVOLG.match(zin.tekst) is not None)
        yield from _uit_zin(zin, stuk, verordening, over=over)
        vorige_erover = over


def _over_verordening(zin: Zin, verordening: Stuk) -> bool:
    """Whether the sentence speaks of this verordening and of no other ("de verordening" alone is no title)."""
    genoemd = list(titels_in(zin.tekst, verordening.titels))
    voluit = [
        gelijkenis(titel.tekst, verordening.titel or "", verordening.regeling.gemeente) for titel in genoemd if len(titel.tekst.split()) > 1
    ]
    if any(soort in (Gelijkenis.ANDERE_VERORDENING, Gelijkenis.ANDER_JAAR) for soort in voluit):
        return False
    return bool(genoemd) or _EIGEN.search(zin.tekst) is not None


def _uit_zin(zin: Zin, stuk: Stuk, verordening: Stuk, *, over: bool) -> Iterator[Dag]:
    data = list(zoek_data(zin.tekst))
    if not data:
        return
    begin, dag = data[0]
    voor = zin.tekst[:begin]
    if stuk.rol in (Rol.VOORSTEL, Rol.BESLUIT) and len(voor) < _LABEL and _LABEL_RAAD.fullmatch(voor):
        yield Dag(_VASTSTELLING, dag, zin.plaats(begin))
    elif stuk.rol is Rol.VOORSTEL and len(voor) < _LABEL and _LABEL_VOORSTEL.fullmatch(voor):
        yield Dag(_VOORSTEL, dag, zin.plaats(begin))
    elif len(data) == 1 and _ADVIESORGAAN.search(zin.tekst) and _ADVISEERT.search(zin.tekst) and not _ander_advies(zin.tekst):
        yield Dag(_ADVIES, dag, zin.plaats(begin))
    elif not over or _ANDERS.search(_zonder_titels(zin.tekst, verordening)):
        return
    elif _IN_WERKING.search(zin.tekst) or _BEGINT.search(zin.tekst):
        if (inwerking := lees_bepaling(zin.tekst, None).datum) is not None:
            yield Dag(_INWERKINGTREDING, inwerking, zin.plaats(begin))
    elif len(data) == 1 and _IS_BEKEND.search(zin.tekst) and not _ONTWERP.search(zin.tekst):
        yield Dag(_BEKENDMAKING, dag, zin.plaats(begin))
    elif len(data) == 1 and _BESLIST.search(zin.tekst) and not _BEKENDGEMAAKT.search(zin.tekst):
        yield Dag(_VASTSTELLING, dag, zin.plaats(begin))


def _ander_advies(tekst: str) -> bool:
    """Whether the sentence only asks for advice, or tells of advice on something else."""
    return _GEVRAAGD.search(tekst) is not None or _ANDER_ADVIES.search(tekst) is not None


def _zonder_titels(tekst: str, verordening: Stuk) -> str:
    """The sentence without titles of regulations, whose words say nothing of the sentence."""
    for titel in titels_in(tekst, verordening.titels):
        tekst = tekst.replace(titel.tekst, " ")
    return tekst
