"""Dates: Dutch dates in text, and which of them is vaststelling, inwerkingtreding or terugwerkende kracht."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from verordening_tool.document.regeling import Alinea, Artikel, alineas_van_artikel

_MAANDEN = {
    "jan": 1,
    "feb": 2,
    "maa": 3,
    "mrt": 3,
    "apr": 4,
    "mei": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}
_C = "[0-9lIOo]"  # a scan reads 1 as l or I and 0 as O
_DATUM = re.compile(
    r"(?<![\w.,-])(?:(?P<dag>"
    + _C
    + r"{1,2}|eerste)(?:e|ste|de)?[\s\u00a0]+(?P<maand>januari|februari|maart|april|mei|juni|juli|augustus|september|oktober"
    r"|november|december|jan\.?|feb\.?|febr\.?|mrt\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|okt\.?|nov\.?|dec\.?)[\s\u00a0]+(?P<jaar>"
    + _C
    + r"{4})(?![\w])"
    r"|(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<j>\d{4})(?!\d)|(?P<ij>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})(?!\d))",
    re.IGNORECASE,
)
_LEES = str.maketrans("lIOo", "1100")
_REGELING = r"(?:\w*verordening|\w*besluit|\w*beleidsregels?|\w*regels?|\w*regeling|wijziging(?:en)?|\w*kader|\w*reglement|\w*nota)"
_EIGEN = r"(?:deze|dit|de onderhavige|de nieuwe)\s+(?:\w+\s+){0,2}?" + _REGELING
_INWERKING = re.compile(
    r"in\s+werking|inwerking(?:treding|treden|getreden)?|van\s+kracht\s+(?:met|op|per)|ga(?:at|an)\s+in\s+(?:op|met|per)", re.IGNORECASE
)
_GEEN_EIGEN = re.compile(
    r"\b(?:in\s+werking\s+(?:is\s+|zijn\s+)?getreden|inwerkingtreding\s+van\s+(?:deze|dit|de|het)\b|in\s+werking\s+(?:was|waren)\b|(?:voor|na|vóór)\s+de\s+inwerkingtreding)",
    re.IGNORECASE,
)
_ONDERWERP_EIGEN = re.compile(
    r"(?:^|[.;:]\s*|\ben\s+|\bdat\s+)\s*(?:" + _EIGEN + r"|zij\b|ze\b|het\b|deze\b|dit\b|hij\b|de\s+(?:\w+\s+){0,2}?" + _REGELING + r"\b)",
    re.IGNORECASE,
)
_ONDERWERP_DEEL = re.compile(
    r"^\s*(?:in\s+afwijking\s+van\s+.{0,60}\s+)?(?:treedt\s+|treden\s+)?(?:de\s+)?artikel(?:en)?\s+\d", re.IGNORECASE
)
_ONDERWERP_WET = re.compile(r"^\s*(?:de|het)\s+(?:participatiewet|wet\b|gemeentewet|invoeringswet|jeugdwet|wijzigingswet)", re.IGNORECASE)
_TERUG = re.compile(
    r"terug\s*(?:werk\w*\s+)?(?:kracht\s+)?tot(?:\s+en\s+met|\s+aan)?|terugwerkende\s+kracht\s+(?:tot(?:\s+en\s+met)?|vanaf|met\s+ingang\s+van)",
    re.IGNORECASE,
)
_WIJZEN: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("achtste_dag", re.compile(r"(?:achtste|8e|8ste|acht)\s+dag(?:en)?\s+(?:na|volgend)", re.IGNORECASE)),
    (
        "dag_na_bekendmaking",
        re.compile(
            r"(?:eerste\s+)?dag\s*,?\s*(?:na(?:dat)?|volgend\w*\s+op|volgend)\b.{0,60}?(?:bekend\w*|publicatie|uitgifte|plaatsing|afkondiging|gemeenteblad)"
            r"|(?:daags|een\s+dag)\s+na\s+(?:de\s+)?(?:bekendmaking|publicatie)",
            re.IGNORECASE,
        ),
    ),
    (
        "maand_na_bekendmaking",
        re.compile(r"eerste\s+(?:dag\s+)?van\s+de\s+(?:kalender)?maand|eerste\s+dag\s+van\s+de\s+(?:tweede|volgende)", re.IGNORECASE),
    ),
    (
        "dag_van_bekendmaking",
        re.compile(
            r"(?:dag|datum|moment|tijdstip)\s+van\s+(?:de\s+)?(?:bekendmaking|publicatie)|(?:na|op|bij|door)\s+(?:de\s+)?(?:bekendmaking|publicatie)",
            re.IGNORECASE,
        ),
    ),
    ("nader_besluit", re.compile(r"(?:te\s+bepalen|nader\s+te|bij\s+(?:nader\s+)?besluit|bepaalt|vast\s+te\s+stellen)\b", re.IGNORECASE)),
    (
        "dag_van_vaststelling",
        re.compile(r"vaststelt|(?:dag|datum)\s+van\s+(?:de\s+)?(?:vaststelling|het\s+besluit)|vastgesteld\s+is", re.IGNORECASE),
    ),
    ("andere_dag", re.compile(r"\b\w+(?:de|ste)\s+dag\s+na\b|weken\s+na|maanden\s+na|dagen\s+na", re.IGNORECASE)),
    (
        "gelijk_met_andere_regeling",
        re.compile(
            r"gelijktijdig|tegelijk|zelfde\s+(?:datum|tijdstip|dag|moment)|op\s+het\s+(?:moment|tijdstip)\s+(?:dat|waarop)|zodra",
            re.IGNORECASE,
        ),
    ),
)
_TOT_EN_MET = re.compile(r"tot\s+en\s+met", re.IGNORECASE)
_VERVALT = re.compile(r"\b(?:vervalt|vervallen|geldt\s+tot(?:\s+en\s+met)?|geldig\s+tot|werkingsduur)\b", re.IGNORECASE)
_ZINSEINDE = re.compile(r"(?<=[a-z0-9)”\"’])[.;](?=\s+[A-Z“\"]|\s*$)")
_CITEER = re.compile(
    r"(?:aangehaald\s+(?:worden\s+)?(?:als|onder\s+de\s+(?:naam|titel))|geciteerd\s+(?:worden\s+)?als|aan\s+te\s+halen\s+als|citeertitel\s*(?:is|luidt)?|te\s+citeren\s+als"
    r"|(?:genoemd|bekend)\s+als\s+citeertitel)\s*(?:de\s+citeertitel\s*)?[:;]?\s*(?P<titel>.*)",
    re.IGNORECASE | re.DOTALL,
)
_AANHALING = " \t\n\u00a0\"“”„'‘’«»*_"


def lees_datum(treffer: re.Match[str]) -> date | None:
    """The date of a match of ``zoek_data``'s pattern; None when it does not exist (31 februari)."""
    try:
        if treffer["maand"]:
            dag = treffer["dag"].lower()
            maand = treffer["maand"].lower()
            getal = 1 if dag == "eerste" else int(treffer["dag"].translate(_LEES))
            return date(int(treffer["jaar"].translate(_LEES)), _MAANDEN["mei" if maand == "mei" else maand[:3]], getal)
        if treffer["ij"]:
            return date(int(treffer["ij"]), int(treffer["im"]), int(treffer["id"]))
        return date(int(treffer["j"]), int(treffer["m"]), int(treffer["d"]))
    except ValueError:
        return None


def zoek_data(tekst: str) -> Iterator[tuple[int, date]]:
    """All dates in a Dutch text with the offset where they begin."""
    for treffer in _DATUM.finditer(tekst):
        if (gevonden := lees_datum(treffer)) is not None:
            yield treffer.start(), gevonden


# "Vanaf wanneer geldt dit?" with the answer "Vanaf 1 oktober 2023."
_VRAAGT_BEGIN = re.compile(r"\bwanneer\b.{0,40}\b(?:geldt|gelden|ingaat|gaat\b.{0,40}\bin|begint)\b", re.IGNORECASE)
_VANAF = re.compile(r"\s*(?:(?:Dit|Deze regels|De(?:ze)? verordening) geld(?:t|en) )?(?:Vanaf|Op|Met ingang van)\s+\d", re.IGNORECASE)


_GELDT_VANAF = re.compile(rf"\s*{_EIGEN}\s+geld(?:t|en)\s+(?:vanaf|per|met\s+ingang\s+van)\s+\d", re.IGNORECASE)
_BEGINWOORDEN = ("werking", "kracht", "gaat in", "gaan in", "geldt vanaf", "gelden vanaf", "geldt per", "gelden per", "met ingang van")


def eerste_datum(tekst: str) -> date | None:
    """First date in the text."""
    return next((gevonden for _, gevonden in zoek_data(tekst)), None)


@dataclass(frozen=True, slots=True)
class Inwerkingtreding:
    """What the own slotbepaling says. ``wijze`` as in ``Data.inwerkingtreding_wijze``."""

    datum: date | None = None
    wijze: str | None = None
    terug: date | None = None
    plaats: tuple[str, int] | None = None
    vervalt: date | None = None


def zoek_inwerkingtreding(artikelen: Sequence[Artikel], los: Sequence[Alinea] = ()) -> Inwerkingtreding | None:
    """The clause on entry into force that speaks of the regulation itself, the last of the surest.

    Looks in the own articles; in a regulation without articles in its paragraphs ``los`` (article number then "").
    """
    plaatsen = [(artikel.nummer, artikel.opschrift or "", list(alineas_van_artikel(artikel))) for artikel in artikelen] or [
        ("", "", list(los))
    ]
    beste: tuple[int, Inwerkingtreding, list[Alinea]] | None = None
    for nummer, opschrift, alineas in plaatsen:
        gevraagd = _VRAAGT_BEGIN.search(opschrift) is not None
        for alinea in alineas:
            if not gevraagd and not any(woord in alinea.tekst for woord in _BEGINWOORDEN):
                continue
            for zin in _zinnen(alinea.tekst):
                antwoord = (gevraagd and _VANAF.match(zin) is not None) or _GELDT_VANAF.match(zin) is not None
                punten = _punten(zin, opschrift) if _INWERKING.search(zin) else int(antwoord)
                if punten > 0 and (beste is None or punten >= beste[0]):
                    beste = (punten, lees_bepaling(zin, (nummer, alinea.nr)), alineas if artikelen else [alinea])
    if beste is None:
        return None
    gevonden = beste[1]
    if gevonden.terug is None and (terug := _losse_terugwerking(beste[2])) is not None:
        return replace(gevonden, terug=terug)
    return gevonden


def _losse_terugwerking(alineas: Sequence[Alinea]) -> date | None:
    """Retroactive effect in a sentence of its own, in the same article ("Zij werkt terug tot en met …")."""
    for alinea in alineas:
        if "terug" in alinea.tekst and (treffer := _TERUG.search(alinea.tekst)) is not None:
            return eerste_datum(alinea.tekst[treffer.end() :])
    return None


def _zinnen(tekst: str) -> list[str]:
    delen, begin = [], 0
    for treffer in _ZINSEINDE.finditer(tekst):
        delen.append(tekst[begin : treffer.end()])
        begin = treffer.end()
    delen.append(tekst[begin:])
    return [deel for deel in delen if deel.strip()]


def _punten(zin: str, opschrift: str) -> int:
    """How surely the sentence is the own clause; 0 is not at all."""
    if _ONDERWERP_WET.match(zin) or _ONDERWERP_DEEL.match(zin):
        return 0
    if _GEEN_EIGEN.search(zin) and not re.search(r"tre(?:edt|den)\b", zin, re.IGNORECASE):
        return 0
    if not re.search(r"\btre(?:edt|den)\b|\binwerkingtreding\b|\bin\s+werking\s+treedt|van\s+kracht|ga(?:at|an)\s+in", zin, re.IGNORECASE):
        return 0
    punten = 1
    if _ONDERWERP_EIGEN.search(zin):
        punten += 2
    if re.search(_EIGEN, zin, re.IGNORECASE):
        punten += 2
    if "inwerking" in opschrift.lower() or "slot" in opschrift.lower():
        punten += 1
    if re.search(r"ingetrokken", zin, re.IGNORECASE):
        punten -= 1
    return punten


def lees_bepaling(zin: str, plaats: tuple[str, int] | None) -> Inwerkingtreding:
    """Date and way of one sentence on entry into force."""
    terug: date | None = None
    kern = zin
    if (treffer := _TERUG.search(zin)) is not None:
        terug = eerste_datum(zin[treffer.end() :])
        kern = zin[: treffer.start()]
        if (rest := _INWERKING.search(zin, treffer.end())) is not None:
            kern += zin[rest.start() :]
    vervalt: date | None = None
    if (weg := _VERVALT.search(kern)) is not None and _INWERKING.search(kern[: weg.start()]):
        vervalt = eerste_datum(kern[weg.end() :])
        if vervalt is not None and _TOT_EN_MET.search(weg[0]):
            vervalt += timedelta(days=1)
        kern = kern[: weg.start()]
    for wijze, patroon in _WIJZEN[:3]:
        if patroon.search(kern):
            return Inwerkingtreding(_datum_bij(kern) if wijze == "maand_na_bekendmaking" else None, wijze, terug, plaats, vervalt)
    datum = _datum_bij(kern)
    if datum is not None:
        return Inwerkingtreding(datum, "datum", terug, plaats, vervalt)
    wijze_of_niet = next((wijze for wijze, patroon in _WIJZEN[3:] if patroon.search(kern)), None)
    return Inwerkingtreding(None, wijze_of_niet, terug, plaats, vervalt)


def _datum_bij(zin: str) -> date | None:
    """The date that goes with "in werking": the first behind it, else the last before it."""
    treffer = _INWERKING.search(zin)
    if treffer is None:
        return eerste_datum(zin)
    voor: date | None = None
    for begin, gevonden in zoek_data(zin):
        if begin > treffer.start():
            return gevonden if voor is None or "in werking" not in zin[begin:] else voor
        voor = gevonden
    return voor


def zoek_citeertitel(artikelen: Sequence[Artikel]) -> str | None:
    """The citeertitel that the own articles give, last one first."""
    for artikel in reversed(artikelen):
        alineas = list(alineas_van_artikel(artikel))
        for i, alinea in enumerate(alineas):
            titel = _citeertitel(alinea.tekst, alineas[i + 1] if i + 1 < len(alineas) else None)
            if titel:
                return titel
    return None


def _citeertitel(tekst: str, volgende: Alinea | None) -> str | None:
    laag = tekst.lower()  # a word of every form: most texts have none
    treffer = _CITEER.search(tekst) if "cite" in laag or "haald" in laag or "halen" in laag else None
    if treffer is None:
        return None
    ruw = treffer["titel"].strip()
    if not ruw.strip(_AANHALING + ".:") and volgende is not None:
        ruw = volgende.tekst.strip()
    if ruw[:1] in "\"“„'‘«" and (sluit := re.search(r"[\"”“'’»](?=\s*[.,;)]|\s*$|\s+en\b)", ruw[1:])) is not None:
        ruw = ruw[1 : 1 + sluit.start()]
    ruw = re.split(r"(?<=[a-z0-9)])\.\s+(?=[A-Z])|\s+en\s+tre(?:edt|den)\b|\s+wordt\s+ingetrokken", ruw, maxsplit=1)[0]
    titel = " ".join(ruw.strip(_AANHALING).rstrip(".;,").strip(_AANHALING).split())
    return titel if 3 < len(titel) <= 250 else None
