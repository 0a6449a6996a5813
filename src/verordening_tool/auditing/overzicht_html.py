"""The overview to read and hand over: one page with the figures and the matrix, and a page per gemeente with the passages.

The pages need no network. They follow WCAG 2.1 AA and can be read and printed without script; the small script of the overview only
sorts and filters. Templates stand in html_templates/ and build on those of the report of toets; all text is escaped there.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from verordening_tool.auditing.beeld import Beeld, is_bekend, maak_beeld
from verordening_tool.auditing.gemeententabel import open_punten
from verordening_tool.auditing.menselijk import Toegepast
from verordening_tool.auditing.model import Aanbod, Dossier, Moment, Oordeelrij, Stuk
from verordening_tool.auditing.namen import GEMEENTEN
from verordening_tool.auditing.normtabellen import Checks, is_verplicht_alarm, momenten, oordeelrijen, oordeelwoord, plaats_van
from verordening_tool.auditing.overzicht import Overzicht
from verordening_tool.auditing.tabelmodel import Bron, Cel, Kolom, Kolomsoort, Rij, Tabel, gemeentesleutel
from verordening_tool.auditing.woorden import (
    AANBOD,
    AANBOD_GEEN_STUK,
    BRONNEN,
    GEEN_STUK,
    MOMENTEN,
    OMVANG,
    UITKOMSTEN,
    VOORSELECTIE,
    getal_voluit,
    vermelding_voluit,
)
from verordening_tool.checking.oordeel import Oordeel, Plaats, Uitkomst
from verordening_tool.document.dates import dutch_date
from verordening_tool.reports.html import paginaomgeving
from verordening_tool.reports.rapport import ALARM
from verordening_tool.reports.woorden import SOORTEN

if TYPE_CHECKING:
    from jinja2 import Environment

ZONDER_GEMEENTE = "zonder-gemeente.html"
_KORT = 40  # rows that a table may have before it is folded
_SECTIES: Sequence[tuple[str, str, Sequence[str]]] = (
    ("verordening", "Verordening", ("vastgesteld", "termijn")),
    ("aanbod", "Aanbod", ("aanbod", "aanbod_letterlijk")),
    ("plekken", "Aantal plekken", ("aantal", "redenen_geen_aantal", "omvang", "plekken")),
    ("redenen", "Voorselectie, redenen en alternatieven", ("voorselectie", "redenen_wel", "redenen_niet", "alternatieven")),
    ("uitsplitsing", "Naar periode, grootte en provincie", ("regime", "grootte", "provincie")),
    ("normen", "Wat verplicht is", ("verplicht",)),
    ("veranderd", "Veranderd sinds de eerdere audit", ("veranderd", "veranderde_oordelen", "veranderde_documenten")),
    ("mensen", "Beoordeeld door een mens", ("beoordeling", "aanvaard")),
    ("bestanden", "Bestanden die aandacht vragen", ("fouten", "zonder_gemeente", "niet_op_de_lijst")),
)
_ANKERS = {"plekken": "#plekken", "aantal": "#plekken", "vastgesteld": "#documenten", "termijn": "#documenten"}
_ANKERS |= dict.fromkeys(("redenen_wel", "redenen_niet", "redenen_geen_aantal", "alternatieven"), "#redenen")
_MATRIXWOORDEN = {
    Uitkomst.VOLDOET: "ja",
    Uitkomst.TWIJFEL: "twijfel",
    Uitkomst.NIET_AANGETROFFEN: "nee",
    Uitkomst.STRIJDIG: "strijd",
    Uitkomst.NVT: "nvt",
}


# --- the overview ---------------------------------------------------------------------------------------------------


def overzichtspagina(geheel: Overzicht) -> bytes:
    """overzicht.html."""
    moment = geheel.matrix.moment
    aanbod = {rij.sleutel: rij for rij in geheel.tabel("aanbod").rijen}
    ja = geheel.tabel("aantal").rij("ja")
    tellingen = [
        ("gemeenten", len(geheel.beelden)),
        ("bieden beschut werk (aan)", aanbod["biedt"].cellen[1]),
        ("bieden het niet", aanbod["biedt_niet"].cellen[1]),
        ("noemen een aantal", ja.cellen[1] if ja else 0),
        ("plekken samen", next((cel for cel in reversed(ja.cellen) if cel is not None), 0) if ja else 0),
        ("met verplichte punten open", sum(open_punten(beeld, moment) > 0 for beeld in geheel.beelden)),
    ]
    secties = [
        (anker, titel, [tabel for sleutel in sleutels if (tabel := _tabel(geheel, sleutel)) is not None])
        for anker, titel, sleutels in _SECTIES
    ]
    return _render(
        "audit_overzicht.html.j2",
        geheel,
        tellingen=[(naam, getal if isinstance(getal, (int, float)) else 0) for naam, getal in tellingen],
        balk=[(rij.cellen[0], rij.cellen[1], rij.sleutel) for rij in aanbod.values() if rij.cellen[1] and rij.sleutel != GEEN_STUK],
        secties=[sectie for sectie in secties if sectie[2]],
        gemeenten=geheel.tabel("gemeenten"),
        beelden=geheel.beelden,
        provincies=sorted({beeld.provincie for beeld in geheel.beelden if beeld.provincie}),
        klassen=sorted({beeld.klasse for beeld in geheel.beelden}),
        script=_script(),
        script_hash=_hash(_script()),
    )


def _tabel(geheel: Overzicht, sleutel: str) -> Tabel | None:
    """The table, when it is there and has rows."""
    try:
        tabel = geheel.tabel(sleutel)
    except KeyError:
        return None
    return tabel if tabel.rijen and not tabel.lang else None


@lru_cache(maxsize=1)
def _script() -> str:
    return _omgeving().get_template("audit.js").render()


def _hash(script: str) -> str:
    """What the content security policy of the page allows: this script and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


# --- a gemeente -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Normregel:
    """One norm on the page of a gemeente: the verdict at every moment, and the passage of the first that has one."""

    code: str
    titel: str
    woorden: tuple[tuple[str, Oordeel | None], ...]
    oordeel: Oordeel | None
    plaats: Plaats | None
    pad: str | None
    reden: str | None
    door_mens: Toegepast | None


def gemeentepaginas(geheel: Overzicht) -> Iterator[tuple[str, bytes]]:
    """The pages of the gemeenten: name in the folder gemeenten/, and contents."""
    toegepast: dict[str, list[Toegepast]] = {}
    for item in geheel.herzien.toegepast:
        toegepast.setdefault(item.pad, []).append(item)
    beelden = {beeld.sleutel: beeld for beeld in geheel.beelden}
    bekend = [dossier for dossier in geheel.dossiers if is_bekend(dossier)]
    for dossier in (*bekend, *_zonder_gemeente(geheel)):
        mensen = [item for stuk in dossier.stukken for item in toegepast.get(stuk.bestand.pad, ())]
        sleutel = gemeentesleutel(dossier.code, dossier.naam)
        yield paginanaam(dossier), _gemeentepagina(geheel, beelden.get(sleutel) or maak_beeld(dossier), mensen)


def _zonder_gemeente(geheel: Overzicht) -> Iterator[Dossier]:
    """The documents of which nobody knows whose they are, together."""
    onbekend = [dossier for dossier in geheel.dossiers if not is_bekend(dossier)]
    if onbekend:
        yield replace(onbekend[0], stukken=tuple(stuk for dossier in onbekend for stuk in dossier.stukken))


def paginanaam(dossier: Dossier | Bron) -> str:
    """The file with the page of a gemeente; that of the documents without one when it is not known."""
    bekend = isinstance(dossier, Bron) or is_bekend(dossier)
    return f"{gemeentesleutel(dossier.code, dossier.naam)}.html" if bekend else ZONDER_GEMEENTE


def _gemeentepagina(geheel: Overzicht, beeld: Beeld, mensen: Sequence[Toegepast]) -> bytes:
    dagen = momenten([beeld])
    regels = _normregels(beeld, dagen, mensen, geheel.rapport.checks)
    return _render(
        "audit_gemeente.html.j2",
        geheel,
        beeld=beeld,
        dossier=beeld.dossier,
        bekend=is_bekend(beeld.dossier),
        feiten=beeld.feiten,
        plekken=beeld.telt_mee(),
        momenten=dagen,
        dagen=_dagen(beeld.dossier, dagen),
        regels=regels,
        alarmen=[regel for regel in regels if regel.oordeel and is_verplicht_alarm(regel.oordeel)],
        tegenspraak=_spreekt_zich_tegen(beeld.dossier),
        mensen=mensen,
        stukken=sorted(beeld.dossier.stukken, key=_volgorde),
    )


def _normregels(beeld: Beeld, dagen: Sequence[Moment], mensen: Sequence[Toegepast], checks: Checks) -> list[_Normregel]:
    """Every norm that was considered, in the order of the norms."""
    per_moment = [oordeelrijen(beeld, moment) for moment in dagen]
    door_mens = {(item.rij.code, item.pad): item for item in mensen}
    regels = []
    for code in dict.fromkeys(code for rijen in per_moment for code in rijen):
        rijen = [rijen.get(code) for rijen in per_moment]
        eerste = next((rij for rij in rijen if rij is not None), Oordeelrij(code, None, None, None))
        oordeel = next((rij.oordeel for rij in rijen if rij and rij.oordeel), None)
        woorden = tuple((oordeelwoord(rij), rij.oordeel) if rij else ("", None) for rij in rijen)
        plaats = plaats_van(oordeel) if oordeel else None
        mens = door_mens.get((code, eerste.pad or ""))
        titel = oordeel.titel if oordeel else checks[code].titel if code in checks else ""
        regels.append(_Normregel(code, titel, woorden, eerste.oordeel, plaats, eerste.pad, eerste.reden, mens))
    return regels


def _dagen(dossier: Dossier, dagen: Sequence[Moment]) -> dict[Moment, str]:
    """By the law of which day the verordening was judged, per moment."""
    eigen = next((stuk for stuk in dossier.stukken if stuk.bestand.pad == dossier.verordening), None)
    beoordelingen = eigen.bestand.uitslag.beoordelingen if eigen else ()
    peildata = {beoordeling.moment: beoordeling.peildatum for beoordeling in beoordelingen}
    return {moment: dutch_date(dag) for moment in dagen if (dag := peildata.get(moment)) is not None}


def _spreekt_zich_tegen(dossier: Dossier) -> bool:
    """Whether of the documents that count one turns beschut werk down while another does not."""
    tellend = (stuk for stuk in dossier.stukken if stuk.dubbel_van is None and stuk.opgevolgd_door is None)
    antwoorden = {stuk.bestand.uitslag.feiten.aanbod for stuk in tellend} - {Aanbod.ZWIJGT}
    return Aanbod.BIEDT_NIET in antwoorden and len(antwoorden) > 1


def _volgorde(stuk: Stuk) -> tuple[bool, bool, str]:
    return stuk.opgevolgd_door is not None, stuk.dubbel_van is not None, stuk.bestand.pad


# --- templates ------------------------------------------------------------------------------------------------------


def _render(sjabloon: str, geheel: Overzicht, **gegevens: Any) -> bytes:
    tekst = _omgeving().get_template(sjabloon).render(rapport=geheel.rapport, geheel=geheel, **gegevens)
    return tekst.encode("utf-8", "replace")  # the name of a file may hold anything


@lru_cache(maxsize=1)
def _omgeving() -> Environment:
    """The environment of the report of toets, with our own templates in front."""
    from jinja2 import ChoiceLoader, PackageLoader

    basis = paginaomgeving()
    mappen = [PackageLoader(f"verordening_tool.{pakket}", "html_templates") for pakket in ("auditing", "reports")]
    omgeving = basis.overlay(loader=ChoiceLoader(mappen))
    omgeving.filters = basis.filters | {"cel": _cel, "getal": getal_voluit, "vermelding": vermelding_voluit, "pagina": paginanaam}
    omgeving.globals = dict(basis.globals) | {
        "AANBOD": AANBOD,
        "AANBOD_GEEN_STUK": AANBOD_GEEN_STUK,
        "BRONNEN": BRONNEN,
        "Kolomsoort": Kolomsoort,
        "KORT": _KORT,
        "MAP": GEMEENTEN,
        "MATRIXWOORDEN": _MATRIXWOORDEN,
        "MOMENTEN": MOMENTEN,
        "OMVANG": OMVANG,
        "SOORTEN": SOORTEN,
        "UITKOMSTEN": UITKOMSTEN,
        "VOORSELECTIE": VOORSELECTIE,
        "ALARM": ALARM,
        "anker": _anker,
        "per_gemeente": _per_gemeente,
        "sorteerwaarde": _sorteerwaarde,
    }
    return omgeving


def _cel(waarde: Cel, kolom: Kolom) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, str):
        return waarde
    if isinstance(waarde, date):
        return f"{waarde:%d-%m-%Y}"
    is_jaar = kolom.titel == "Jaar"
    return str(waarde) if is_jaar else getal_voluit(waarde) + ("\u00a0%" if kolom.soort is Kolomsoort.PROCENT else "")


def _sorteerwaarde(waarde: Cel) -> str:
    """By what a cell is sorted, where that is not its text."""
    return waarde.isoformat() if isinstance(waarde, date) else str(waarde)


def _per_gemeente(bronnen: Sequence[Bron]) -> list[Bron]:
    """One of the sources per gemeente, in order."""
    eerste: Mapping[str, Bron] = {bron.gemeente: bron for bron in reversed(bronnen)}
    return list(dict.fromkeys(eerste[bron.gemeente] for bron in bronnen))


def _anker(tabel: Tabel, rij: Rij) -> str:
    """Where on the page of a gemeente the passage behind a row stands."""
    return f"#{rij.sleutel}" if tabel.sleutel == "verplicht" else _ANKERS.get(tabel.sleutel, "#feiten")
