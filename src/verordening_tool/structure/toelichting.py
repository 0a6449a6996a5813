"""The toelichting: general part and notes per article; and the headings of toelichting and bijlage."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verordening_tool.document.regeling import Alinea, Bijlage, Toelichting
from verordening_tool.structure.regels import Kop, Kopsoort, Regel

_TOELICHTING = re.compile(
    r"[\s\u00a0*_#]*(?:\d\.?\s+|[IVX]+\.?\s+)?(?:bijlage\s*\w{0,3}\s*[:.\-–]?\s*)?"
    r"(?:(?:algemene|artikelsgewijze|artikels?gewijs|nota\s+van|memorie\s+van|nadere|inhoudelijke)\s+)?toelichting\b(?P<rest>.{0,200})$",
    re.IGNORECASE,
)
_REST_ZIN = re.compile(r"^\s*(?:is|wordt|bij\s+de\s+aanvraag|kan|van\s+het\s+college\s+op|geeft|bevat)\b", re.IGNORECASE)
_BIJLAGE = re.compile(
    r"[\s\u00a0*_#]*(?:bijlagen?\b(?P<nummer>\s*(?:[0-9]{1,2}|[IVX]{1,5}|[A-Z])\b)?|(?:tarieventabel|tarieven?lijst)\s+(?:behorend|bij)\b)(?P<rest>.{0,200})$",
    re.IGNORECASE,
)
_BIJLAGE_ZIN = re.compile(
    r"\b(?:is|zijn|wordt|worden|vervalt|vervallen|komt|geldt|treedt|opgenomen|maakt)\b|^\s*(?:,|van\s+de\s+(?:wet|regeling))", re.IGNORECASE
)
_ARTIKELSGEWIJS = re.compile(
    r"[\s\u00a0*_]*(?:\w{1,2}[.)]?\s+)?(?:artikels?(?:gewijze?|wijze?)\b|toelichting\s+per\s+artikel)", re.IGNORECASE
)


def is_toelichtingkop(regel: Regel) -> bool:
    """A short line that heads a toelichting."""
    tekst = regel.tekst.strip()
    if len(tekst) > 220 or len(tekst) < 11 or (tekst[-1] in ";,:" and len(tekst) > 40):
        return False
    treffer = _TOELICHTING.match(tekst)
    if treffer is None or regel.blok.cel is not None:
        return False
    rest = treffer["rest"]
    if rest.strip().endswith(".") and len(rest) > 12:
        return False
    return not _REST_ZIN.match(rest) and (not rest.strip() or rest[0] in " \t\u00a0:.-–*)" or not rest[0].isalpha())


def is_bijlagekop(regel: Regel) -> bool:
    """A short line that heads a bijlage."""
    tekst = regel.tekst.strip()
    if len(tekst) > 200 or regel.blok.cel is not None:
        return False
    treffer = _BIJLAGE.match(tekst)
    if treffer is None:
        return False
    rest = treffer["rest"]
    if tekst[-1] in ".;," and len(rest) > 12 and not re.search(r"\bbehorend", tekst, re.IGNORECASE):
        return False
    return not _BIJLAGE_ZIN.search(rest) and not (rest[:1].isalpha() and not treffer["nummer"])


def ontleed(regels: Sequence[Regel]) -> Toelichting:
    """Split the lines into the general part and the notes per article."""
    algemeen: list[Alinea] = []
    per_artikel: list[tuple[str, list[Alinea]]] = []
    gewijs = False
    for regel in regels:
        kop: Kop | None = regel.kop
        if _ARTIKELSGEWIJS.match(regel.tekst) and len(regel.tekst) < 80:
            gewijs = True
            algemeen.append(regel.alinea)
        elif kop is not None and kop.soort is Kopsoort.ARTIKEL and kop.nummer is not None:
            per_artikel.append((kop.nummer, [regel.alinea]))
            gewijs = True
        elif per_artikel and gewijs:
            per_artikel[-1][1].append(regel.alinea)
        else:
            algemeen.append(regel.alinea)
    return Toelichting(
        alineas=tuple(regel.alinea for regel in regels),
        algemeen=tuple(algemeen),
        artikelsgewijs=tuple((nummer, tuple(alineas)) for nummer, alineas in per_artikel),
    )


def ontleed_bijlagen(regels: Sequence[Regel]) -> tuple[Bijlage, ...]:
    """One Bijlage per heading; lines above the first heading form one without a name."""
    bijlagen: list[tuple[str, list[Alinea]]] = []
    for regel in regels:
        if is_bijlagekop(regel) or not bijlagen:
            bijlagen.append((regel.tekst.strip(), []))
        bijlagen[-1][1].append(regel.alinea)
    return tuple(Bijlage(opschrift, tuple(alineas)) for opschrift, alineas in bijlagen)
