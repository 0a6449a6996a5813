"""Which clause satisfies which norm, and what our own check says of it: a page and a text beside a package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verordening_tool.checking.oordeel import NietBeoordeeld, Toetsresultaat, Uitkomst
from verordening_tool.document.blok import Deel
from verordening_tool.drafting.opbouw import Clausule
from verordening_tool.drafting.resultaat import NIET_GOED, Pakket, Stuk
from verordening_tool.norms.loader import lees_normen
from verordening_tool.reports.opmaak import Opmaak, Scherm
from verordening_tool.reports.rapport import stel_op
from verordening_tool.reports.woorden import aantal, lid_voluit, norm_voluit

_OORDELEN = {
    Uitkomst.VOLDOET: "voldoet",
    Uitkomst.TWIJFEL: "twijfel",
    Uitkomst.NIET_AANGETROFFEN: "niet aangetroffen",
    Uitkomst.STRIJDIG: "strijdig",
    Uitkomst.NVT: "niet van toepassing",
}


@dataclass(frozen=True, slots=True)
class Rij:
    """One norm in one document: where the text stands that satisfies it, and the verdict."""

    code: str
    titel: str
    bron: str
    plaatsen: tuple[str, ...]
    oordeel: str
    goed: bool


def rijen(stuk: Stuk) -> tuple[Rij, ...]:
    """The norms that the clauses of this document are written for."""
    normen = lees_normen().checks
    oordelen = {oordeel.code: oordeel for oordeel in stuk.toets.oordelen} if stuk.toets else {}
    per_code: dict[str, list[str]] = {}
    for clausule in stuk.clausules:
        for code in clausule.codes:
            plaats = _plaats(clausule)
            if plaats not in per_code.setdefault(code, []):
                per_code[code].append(plaats)
    uit = []
    for code in sorted(per_code):
        check, oordeel = normen.get(code), oordelen.get(code)
        uit.append(
            Rij(
                code,
                check.titel if check else "nog niet als norm opgenomen",
                norm_voluit(oordeel.norm) if oordeel else "",
                tuple(per_code[code]),
                _OORDELEN[oordeel.oordeel] if oordeel else "niet beoordeeld",
                oordeel is None or oordeel.oordeel not in NIET_GOED,
            )
        )
    return tuple(uit)


def _plaats(clausule: Clausule) -> str:
    if clausule.deel is Deel.AANHEF:
        return "aanhef"
    if clausule.artikel is None:
        return clausule.deel.value
    return f"artikel {clausule.artikel}{f', {lid_voluit(clausule.lid)}' if clausule.lid else ''}"


def html(pakket: Pakket) -> bytes:
    """The page herleidbaarheid.html."""
    from verordening_tool.reports.html import paginaomgeving

    rapport = stel_op(_toetsen(pakket))
    stukken = [(stuk, rijen(stuk), _niet_beoordeeld(stuk)) for stuk in pakket.stukken if stuk.clausules or stuk.toets]
    sjabloon = paginaomgeving().get_template("herleidbaarheid.html.j2")
    return sjabloon.render(pakket=pakket, stukken=stukken, rapport=rapport).encode()


def _toetsen(pakket: Pakket) -> Iterator[Toetsresultaat]:
    return (stuk.toets for stuk in pakket.stukken if stuk.toets is not None)


def _niet_beoordeeld(stuk: Stuk) -> tuple[NietBeoordeeld, ...]:
    return stuk.toets.niet_beoordeeld if stuk.toets else ()


def tekst(pakket: Pakket, scherm: Scherm) -> str:
    """What the command prints: what was written, and what our own check says of it."""
    opmaak = Opmaak(scherm)
    opmaak.regel(f"Geschreven naar {pakket.map}")
    opmaak.regel("  ".join([*(stuk.pad.name for stuk in pakket.stukken), *pakket.naast, "herleidbaarheid.html"]), inspringing=2)
    opmaak.regel(pakket.aantal)
    if not pakket.gecontroleerd:
        opmaak.kop("De stukken zijn niet gecontroleerd (--zonder-controle).")
        return opmaak.tekst()
    opmaak.kop("Eigen controle")
    opmaak.tabel([(stuk.pad.stem, *_samenvatting(stuk)) for stuk in pakket.stukken])
    for stuk in pakket.stukken:
        for oordeel in stuk.bezwaren:
            opmaak.wit()
            opmaak.regel(f"{stuk.pad.name}: {oordeel.code} {_OORDELEN[oordeel.oordeel]} ✘ {oordeel.titel}", inspringing=2)
            opmaak.regel(oordeel.bericht, inspringing=5)
            for plaats in oordeel.plaatsen[:2]:
                opmaak.ingekort(f"“{plaats.citaat}”", inspringing=5)
    opmaak.wit()
    if pakket.in_orde:
        opmaak.regel("Alles in orde. Welke bepaling aan welke norm voldoet, staat in herleidbaarheid.html.")
    else:
        opmaak.regel("Nog niet klaar: onze eigen controle heeft bezwaren. Bekijk ze voordat u de stukken gebruikt.")
    return opmaak.tekst()


def _samenvatting(stuk: Stuk) -> tuple[str, str]:
    if stuk.toets is None or (stuk.toets.fout is None and all(o.oordeel is Uitkomst.NVT for o in stuk.toets.oordelen)):
        return "hiervoor gelden geen normen", ""
    if stuk.toets.fout is not None:
        return f"✘ niet te lezen: {stuk.toets.fout.bericht}", ""
    in_orde = sum(oordeel.oordeel is Uitkomst.VOLDOET for oordeel in stuk.toets.oordelen)
    niet = len(stuk.toets.niet_beoordeeld)
    links = f"✘ {aantal(len(stuk.bezwaren), 'bezwaar', 'bezwaren')}" if stuk.bezwaren else "✔ geen bezwaren"
    return links, f"{aantal(in_orde, 'norm', 'normen')} in orde{f', {niet} niet beoordeeld' if niet else ''}"
