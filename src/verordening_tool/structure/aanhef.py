"""The aanhef: where it stands and what its parts are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from verordening_tool.document.regeling import Aanhef, Alinea, Orgaan
from verordening_tool.structure import slot, toelichting, wijzigingen
from verordening_tool.structure.data import eerste_datum
from verordening_tool.structure.nummers import lees
from verordening_tool.structure.regels import Kopsoort, Regel

_ORGAAN = re.compile(
    r"[\s\u00a0\d.]*(?:nr\.?\s*\S+\s*)?(?:vastgesteld\s+door\s+)?"
    r"(?:(?P<raad>(?:de|het)\s+(?:gemeente)?ra(?:ad|den)\s+(?:van|der|voornoemd)\b|de\s+(?:gemeente)?raad\s*[;,:]?\s*$|de\s+gemeenteraad\b"
    r"|(?:de\s+)?raad\s+van\s+de\s+gemeente\b|de\s+raad[,;]\s+(?:gelezen|gelet|gezien)|de\s+raad\s+van\s+[A-Z'’]|de\s+raad\s+in\s+vergadering)"
    r"|(?P<college>(?:het\s+)?college\s+(?:van\s+(?:burgemeester|b\s*(?:&|en)\s*w)|der\s+gemeente|voornoemd|van\s+de\s+gemeente"
    r"|van\s+(?-i:[A-Z]))|het\s+co[l1]{2}ege\b.{0,80}[;,]\s*$|burgemeester\s+(?:en|&)\s+wethouders\b)"
    r"|(?P<burgemeester>de\s+burgemeester\s+(?:van|der)\b)"
    r"|(?P<anders>(?:het\s+)?(?:dagelijks|algemeen)\s+bestuur\b|de\s+(?:staatssecretaris|minister)\s+van\b|(?:de\s+)?gedeputeerde\s+staten\s+van\b"
    r"|(?:de\s+)?provinciale\s+staten\s+van\b|wij\s+willem|wij\s+beatrix))",
    re.IGNORECASE,
)
_ORGAAN_BINNEN = re.compile(r"\b(?:De raad (?:van|der) |Het college van |Burgemeester en wethouders van )")
_DOOR_ORGAAN = re.compile(r"\bvastgesteld\s+door\s+(?=(?:het|de|burgemeester)\b)", re.IGNORECASE)
_BESLUIT_VORM = r"b\s?e\s?s\s?l\s?u\s?i\s?t(?:\s?e\s?n)?"
_BESLUIT = re.compile(r"[\s\u00a0,;]*(?:" + _BESLUIT_VORM + r")(?=[\s\u00a0]*[:;,.]|[\s\u00a0]*$|[\s\u00a0]+\S)", re.IGNORECASE)
_BESLUIT_GEEN = re.compile(
    r"[\s\u00a0]*(?:besluit(?:en)?\s+(?:van|op|nr|nummer|d\.d\.|bijstand|advis|mandaat|is|zijn|wordt|worden|over)\b)", re.IGNORECASE
)
_BESLUIT_BINNEN = re.compile(
    r"(?:[;,.:]\s+|\s)(?:" + _BESLUIT_VORM + r")\s*:|[;,]\s+besluit(?:en)?\b|besluit(?:en)?\s*:?\s*$|besluit(?:en)?\s+vast\s+te\s+stellen"
    r"|^\s*en\s+(?:stelt|besluit(?:en)?)\b.{0,200}\bvast(?:\s+te\s+stellen)?[.:;]?\s*$|\b[Ww]ij\s+besluiten\b.{0,80}:\s*$"
)
# "De gemeenteraad … leest het voorstel, let op artikel 8a, weegt mee wat de adviesraad zei, en besluit …"
_KLARE_TAAL = (
    r"leest\s+het\s+(?:raads)?voorstel|let\s+op\s+(?:de\s+)?artikel|weegt\s+mee\b|(?:het|dit|dat)\s+staat\s+in\s+(?:de\s+)?artikel"
    r"|op\s+grond\s+van\s+(?:de\s+)?artikel|gebruikmakend\s+van\s+(?:de\s+)?(?:bevoegdheid|artikel)|op\s+voorstel\s+van\b|nadat\s+(?:de|het)\s+\S*(?:raad|platform|panel)\b"
)
# "De raad van … heeft op 29 januari 2024 deze verordening vastgesteld."
_HEEFT_VASTGESTELD = re.compile(
    r"\b(?:verordening|regeling|\w*regels?)\b.{0,80}\bvast(?:gesteld)?\b|\bbesloot\b|\bvolgende\s+besloten\b|^\s*vastgesteld\s+door\b",
    re.IGNORECASE,
)
_WOORDEN = re.compile(
    r"(?:^[\s\u00a0\-–•>]*|[;:,.]\s+|\ben\s+|\b(?:dat|dit|doen)\s+(?=op\s+grond))(?P<woord>gelezen|kennisgenomen|kennis\s+genomen|gezien|gehoord|gelet\s+op|krachtens|overwegende?\b"
    r"|in\s+overweging\s+nemende|rekening\s+houdend|" + _KLARE_TAAL + ")",
    re.IGNORECASE,
)
_BEGINWOORD = re.compile(
    r"[\s\u00a0\-–•>]*(?:gelezen|kennisgenomen|kennis\s+genomen|gezien|gehoord|gelet\s+op|krachtens|overwegende?\b|in\s+overweging|"
    + _KLARE_TAAL
    + ")",
    re.IGNORECASE,
)
_SOORT = (  # by the first letters of the word
    (("gelez", "kenni", "leest", "op voor"), "gelezen"),
    (("gezie", "gehoo", "weegt", "nadat"), "gezien"),
    (("gelet", "krach", "let ", "het ", "dit ", "dat ", "op grond", "gebru"), "gelet_op"),
)
_VAST = re.compile(r"vast\s*(?:te\s*)?(?:stellen|gesteld)|vaststelling|stelt\s+vast|tot\s+wijziging|te\s+wijzigen", re.IGNORECASE)
_TITEL_NA = re.compile(
    r"(?:vast\s+te\s+stellen|vaststelling)\s*(?:van)?\s*:?\s*(?:het\s+algemeen\s+verbindend\s+voorschrift.{0,120}?vaststelling\s+van\s+)?"
    r"(?:(?:de|het)\s+)?(?:(?:na)?volgende|hierna\s+volgende)?\s*:?\s*(?P<titel>\S.{5,250}?)\s*[.;:]?\s*$",
    re.IGNORECASE,
)
_TITEL_VOOR = re.compile(
    r"^[\s\u00a0]*(?:(?:de|het)\s+)?(?:(?:bij\s+dit\s+besluit\s+)?(?:behorende|bijgevoegde|bijgaande)\s+)?(?P<titel>\w.{5,200}?)\s+vast\s+te\s+stellen\s*[.;]?\s*$",
    re.IGNORECASE,
)
_ZOEKBEREIK = 80


def is_orgaan(tekst: str) -> re.Match[str] | None:
    """The match when the line names the body that decides."""
    return _ORGAAN.match(tekst)


def is_besluit(tekst: str) -> bool:
    """Whether the line begins with besluit(en), spaced or not, as the verb of the aanhef."""
    return bool(_BESLUIT.match(tekst)) and not _BESLUIT_GEEN.match(tekst)


def heeft_besluit(tekst: str) -> bool:
    """Whether the line holds that verb anywhere in the sentence of the aanhef."""
    return is_besluit(tekst) or bool(_BESLUIT_BINNEN.search(tekst))


def vind(regels: Sequence[Regel], vanaf: int = 0) -> tuple[int, int] | None:
    """Lines [start, end) of the first aanhef at or after ``vanaf``; None when there is none."""
    start = _begin(regels, vanaf)
    if start is None:
        return _verteld(regels, vanaf)
    besluit = next((i for i in range(start, min(start + _ZOEKBEREIK, len(regels))) if _sluit(regels, start, i)), None)
    if besluit is None:
        einde = start
        while einde < len(regels) and einde < start + _ZOEKBEREIK and not _is_kop(regels[einde]):
            einde += 1
        has_word = any(_BEGINWOORD.match(regel.tekst) for regel in regels[start:einde])
        return (start, einde) if has_word and einde < start + _ZOEKBEREIK else _verteld(regels, vanaf)
    return start, _einde_na_besluit(regels, besluit)


def _verteld(regels: Sequence[Regel], vanaf: int) -> tuple[int, int] | None:
    """An aanhef that tells who decides without its set words: "De gemeenteraad van …. Wij besluiten dat dit geldt:"."""
    voor = list(takewhile(lambda i: not _is_kop(regels[i]), range(vanaf, min(vanaf + _ZOEKBEREIK, len(regels)))))
    start = next((i for i in voor if orgaan_van(regels[i].tekst) is Orgaan.RAAD), None)
    besluit = next((i for i in voor if start is not None and i > start and _BESLUIT_BINNEN.search(regels[i].tekst)), None)
    if start is not None and besluit is not None:
        return start, besluit + 1
    start = next((i for i in voor if orgaan_van(regels[i].tekst) and _HEEFT_VASTGESTELD.search(regels[i].tekst)), None)
    if start is None:
        return None
    return start, max([start, *(i for i in voor if i > start and _BEGINWOORD.match(regels[i].tekst))]) + 1


def _begin(regels: Sequence[Regel], vanaf: int) -> int | None:
    for i in range(vanaf, len(regels)):
        regel = regels[i]
        tekst = regel.tekst
        if regel.kop is not None and regel.kop.soort is Kopsoort.ARTIKEL and not _voor_aanhef(regels, i):
            return None
        if not len(tekst) > 4 or regel.blok.cel is not None:
            continue
        if is_orgaan(tekst) and _heeft_vervolg(regels, i):
            return i
        if _BEGINWOORD.match(tekst) and tekst[:9].lower() not in {"gezien de "} and _heeft_vervolg(regels, i):
            return i
        if len(tekst) > 150 and _ORGAAN_BINNEN.search(tekst) and heeft_besluit(tekst):
            return i
    return None


def begint(regels: Sequence[Regel], i: int) -> bool:
    """Whether an aanhef begins at line ``i``."""
    return is_orgaan(regels[i].tekst) is not None and _heeft_vervolg(regels, i)


def _voor_aanhef(regels: Sequence[Regel], i: int) -> bool:
    """Whether this article line is only a mention above a later aanhef (a list of contents)."""
    return regels[i].kop is not None and not regels[i].kop.sterk and any(is_orgaan(r.tekst) for r in regels[i + 1 : i + 4])  # type: ignore[union-attr]


def _heeft_vervolg(regels: Sequence[Regel], i: int) -> bool:
    """An aanhef has at least one of its words, or besluit, in the lines that follow."""
    if is_besluit(regels[i].tekst) or heeft_besluit(regels[i].tekst) or _WOORDEN.search(regels[i].tekst):
        return True
    return any(_BEGINWOORD.match(r.tekst) or is_besluit(r.tekst) for r in regels[i + 1 : i + 6])


def _sluit(regels: Sequence[Regel], start: int, i: int) -> bool:
    tekst = regels[i].tekst
    return is_besluit(tekst) or (
        heeft_besluit(tekst) and (i == start or bool(_WOORDEN.search(tekst)) or bool(is_orgaan(tekst)) or tekst.rstrip().endswith(":"))
    )


def _is_kop(regel: Regel) -> bool:
    return regel.kop is not None and (regel.kop.soort is not Kopsoort.KOP)


def _einde_na_besluit(regels: Sequence[Regel], besluit: int) -> int:
    """First line behind the decision: a heading, or (without headings) what follows the title or the numbered points."""
    n = len(regels)
    if besluit + 1 < n and regels[besluit].tekst.rstrip().endswith(":") and wijzigingen.is_opdracht(regels[besluit + 1].tekst):
        return besluit + 1
    for i in range(besluit + 1, min(besluit + 12, n)):
        if slot.is_formule(regels[i].tekst):
            return i
        if _is_kop(regels[i]) or regels[i].blok.kopniveau is not None:
            return i
        if regels[i].deel is not None:
            return i
        if len(regels[i].tekst) > 400:
            break
    if besluit + 1 < n and _is_punt(regels[besluit + 1]):
        return _einde_punten(regels, besluit + 1)
    i = besluit + 1
    vast = bool(_TITEL_NA.search(regels[besluit].tekst))
    while i < n and not vast and i < besluit + 4:
        vast = bool(_VAST.search(regels[i].tekst)) and not regels[i].tekst.rstrip().endswith(":")
        i += 1
    return min(i, n)


def _is_punt(regel: Regel) -> bool:
    """Whether it is a numbered point of a decision, and not a heading like "1. Inleiding"."""
    nummer = regel.blok.nummer or ((gelezen := lees(regel.tekst)) is not None and gelezen.zeker)
    return bool(nummer) and not regel.blok.vet and (len(regel.tekst) > 40 or regel.tekst.rstrip()[-1:] in ";.")


def _einde_punten(regels: Sequence[Regel], i: int) -> int:
    """Behind the numbered points and the lines that belong to them, up to the closing formula."""
    while i < len(regels) and not _is_kop(regels[i]) and not slot.is_formule(regels[i].tekst) and regels[i].deel is None:
        if (
            toelichting.is_toelichtingkop(regels[i])
            or begint(regels, i)
            or (slot.is_ondertekening(regels[i].tekst) and not _is_punt(regels[i]))
        ):
            break
        i += 1
    return i


def vertelde_datum(regels: Sequence[Alinea]) -> date | None:
    """The day that an aanhef tells of: "De raad van … heeft op 29 januari 2024 deze verordening vastgesteld."."""
    verteld = (alinea.tekst for alinea in regels[:1] if _HEEFT_VASTGESTELD.search(alinea.tekst))
    return next((eerste_datum(tekst) for tekst in verteld), None)


def ontleed(regels: Sequence[Regel]) -> Aanhef:
    """The parts of the aanhef. A line that holds several parts stands in each of them."""
    delen: dict[str, list[Alinea]] = {"gelezen": [], "gelet_op": [], "gezien": [], "overwegende": [], "besluit": []}
    huidig: str | None = None
    orgaan: Orgaan | None = None
    for regel in regels:
        tekst = regel.tekst
        alinea = regel.alinea
        if orgaan is None and huidig is None:
            orgaan = orgaan_van(tekst)
        gevonden = [_soort(treffer["woord"]) for treffer in _WOORDEN.finditer(tekst)] if huidig != "besluit" else []
        if is_besluit(tekst) or (huidig != "besluit" and heeft_besluit(tekst) and (gevonden or huidig or is_orgaan(tekst))):
            gevonden.append("besluit")
        if gevonden:
            huidig = gevonden[-1]
        elif huidig is not None:
            gevonden = [huidig]
        for soort in dict.fromkeys(gevonden):
            delen[soort].append(alinea)
    return Aanhef(
        alineas=tuple(regel.alinea for regel in regels),
        orgaan=orgaan,
        gelezen=tuple(delen["gelezen"]),
        gelet_op=tuple(delen["gelet_op"]),
        gezien=tuple(delen["gezien"]),
        overwegende=tuple(delen["overwegende"]),
        besluit=tuple(delen["besluit"]),
    )


def _soort(woord: str) -> str:
    return next((soort for begin, soort in _SOORT if woord.lower().startswith(begin)), "overwegende")


def orgaan_van(tekst: str) -> Orgaan | None:
    """The body named in this line."""
    treffer = _ORGAAN.match(tekst)
    if treffer is None:
        binnen = _ORGAAN_BINNEN.search(tekst) or _DOOR_ORGAAN.search(tekst)
        treffer = _ORGAAN.match(tekst, binnen.end() if binnen.re is _DOOR_ORGAAN else binnen.start()) if binnen else None
    if treffer is None:
        return None
    if treffer["raad"]:
        return Orgaan.RAAD
    if treffer["college"]:
        return Orgaan.COLLEGE
    return Orgaan.BURGEMEESTER if treffer["burgemeester"] else None


def ander_orgaan(tekst: str) -> bool:
    """Whether it is a body that is not of a gemeente (minister, provincie, gemeenschappelijke regeling)."""
    treffer = _ORGAAN.match(tekst)
    return treffer is not None and treffer["anders"] is not None


def titel_uit_besluit(regels: Sequence[Regel]) -> str | None:
    """The title in "vast te stellen de …", also when it stands on the next line."""
    for i, regel in enumerate(regels):
        if not _VAST.search(regel.tekst):
            continue
        if (treffer := _TITEL_VOOR.search(regel.tekst) or _TITEL_NA.search(regel.tekst)) is not None:
            return treffer["titel"].strip(" \"“”'‘’")
        if i + 1 < len(regels):
            return regels[i + 1].tekst.strip(" \"“”'‘’.;")
    return None
