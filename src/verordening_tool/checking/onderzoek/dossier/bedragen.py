"""Whether the documents name the same amounts of money for the same thing (PK-05)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from verordening_tool.checking.dossier import Dossier, Stuk
from verordening_tool.checking.onderzoek.dossier.verschil import bevinding, eenduidig, eerdere_stukken, plek
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.stukzinnen import Zin
from verordening_tool.checking.zaak import Bevinding, NietTeBeoordelen
from verordening_tool.language.folding import fold

_BEDRAG = re.compile(
    r"(?:€|\beuro|\bEUR)\s*(?P<voor>\d{1,3}(?:[. ]\d{3})+(?:,\d{1,2})?|\d+(?:,\d{1,2})?)(?:,[-–—])?(?P<maal>\s*(?:miljoen|mln))?"
    r"|(?<![\d.,])(?P<na>\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+(?:,\d{1,2})?)\s*(?P<maal_na>miljoen\s+)?euro\b",
    re.IGNORECASE,
)
_TIJDVAK = re.compile(
    r"\b(?:per|ieder|elk|iedere|elke|om de|telkens na)\s+(?:kalender)?"
    r"(?P<per>zes maanden|6 maanden|halfjaar|half jaar|jaar|maand|kwartaal|week|uur|dag|plek|persoon|plaats)\b"
    r"|\b(?P<bijw>jaarlijks\w*|structureel|maandelijks\w*)\b"
)
_GELIJK = {"6 maanden": "zes maanden", "halfjaar": "zes maanden", "half jaar": "zes maanden", "plaats": "plek", "structureel": "jaar"}
_EXTRA = "extra plekken"
# What an amount can be for: a word that a sentence must hold, and its name in the key.
_ONDERWERPEN = (
    ("premie", re.compile(r"\b\w*premie\b(?!vrij)")),
    ("vervoer", re.compile(r"\b(?:vervoer|reiskosten)\w*")),
    ("jobcoach", re.compile(r"\bjobcoach\w*")),
    ("begeleiding", re.compile(r"\bbegeleidings(?:vergoeding|kosten|subsidie)\b")),
    ("no-risk", re.compile(r"\bno-?risk\w*")),
    ("scholing", re.compile(r"\bscholings(?:kosten|budget|vergoeding)\b")),
    (_EXTRA, re.compile(r"\bextra (?:\w+ )?(?:plekken|plaatsen|werkplekken|dienstbetrekkingen)\b(?=.*\bkost)|\bkosten van de extra\b")),
    ("plek", re.compile(r"\bper (?:plek|plaats)\b")),
)
_BUDGET = re.compile(
    r"\b(?:begroting|begroot|geraamd|raming|uitgetrokken|nodig|kosten|lasten|budget|dekking|opgenomen|gereserveerd|beschikbaar)\b"
)
_GEEN_BUDGET = re.compile(
    r"\b(?:waarvan|daarvan|extra|besparing|gemeentefonds|rijk\w*|integratie-uitkering|per (?:plek|plaats|persoon|uur)|subsidie van)\b"
)
_GEEN_FEIT = re.compile(  # asked, or one way of several
    r"\b(?:vroeg|vroegen|vraagt|vragen|verzocht|stelde\w* voor|alternatief|variant|scenario|zou|zouden|stel dat)\b|^\W*bij \w+ extra\b"
)
_DEEL = re.compile(r"\b(?:netto|bruto|na aftrek|waarvan|daarvan|besparing|rijk\w*)\b")
_BEGROTING = re.compile(r"\bbegroting (?:van |voor )?(20[1-4]\d)\b")
_VOOR = re.compile(r"\bvoor (?:de |het )?([a-z][\w-]{4,})")
_JAAR = re.compile(r"\b20[1-4]\d\b")

_Sleutel = tuple[str, str]  # for what, per what


@dataclass(frozen=True, slots=True)
class _Bedrag:
    """An amount in euros and where it stands."""

    waarde: Decimal
    plaats: Plaats
    jaren: frozenset[str]


def vergelijk(stuk: Stuk, verordening: Stuk, dossier: Dossier) -> Bevinding | NietTeBeoordelen:
    """Amounts in ``stuk`` for the same thing and period as in a document that comes before it, and not the same."""
    aantal = sum(1 for zin in stuk.zinnen for _ in _BEDRAG.finditer(zin.tekst))
    if not aantal:
        return bevinding((), (), "", "", "Gezocht naar bedragen; dit stuk noemt er geen.")
    eigen = _enige(stuk)
    verschillen: list[Plaats] = []
    gezien: set[_Sleutel] = set()
    for ander in eerdere_stukken(stuk, verordening, dossier):
        for sleutel, juist in _enige(ander).items():
            hier = eigen.get(sleutel)
            if hier is None or sleutel in gezien or not _zelfde_jaren(hier, juist):
                continue
            gezien.add(sleutel)
            if hier.waarde != juist.waarde:
                waar = plek(ander, juist.plaats.artikel, juist.plaats.lid)
                bericht = f"{waar} noemt {_euro(juist.waarde)}, hier staat {_euro(hier.waarde)}."
                verschillen.append(replace(hier.plaats, bericht=bericht))
    if not gezien:
        later = next(
            (ander for ander in dossier.stukken if stuk in eerdere_stukken(ander, verordening, dossier) and _deelt(eigen, ander)), None
        )
        if later is None:
            return NietTeBeoordelen("Geen ander stuk noemt herkenbaar een bedrag voor hetzelfde. Er is niets vergeleken.")
        return Bevinding(Uitkomst.VOLDOET, f"Een verschil met een bedrag in dit stuk staat bij {later.naam}.")
    return bevinding(
        verschillen,
        (),
        "Dit stuk noemt een ander bedrag dan een ander stuk in het dossier.",
        "",
        f"Gezocht naar bedragen; {len(gezien)} vergeleken, geen verschil gevonden."
        + (" Andere bedragen in dit stuk zijn niet vergeleken." if aantal > len(gezien) else ""),
    )


def _deelt(eigen: dict[_Sleutel, _Bedrag], ander: Stuk) -> bool:
    return any(sleutel in eigen and _zelfde_jaren(bedrag, eigen[sleutel]) for sleutel, bedrag in _enige(ander).items())


def _enige(stuk: Stuk) -> dict[_Sleutel, _Bedrag]:
    """The amounts that a document is of one mind about, by what they are for."""
    return eenduidig((paar for zin in stuk.zinnen for paar in _in_zin(zin)), lambda bedrag: bedrag.waarde)


def _in_zin(zin: Zin) -> Iterator[tuple[_Sleutel, _Bedrag]]:
    treffers = list(_BEDRAG.finditer(zin.tekst))
    if len(treffers) != 1:  # several amounts: which is for what, the sentence alone does not tell
        return
    gevouwen = fold(zin.tekst)
    if _GEEN_FEIT.search(gevouwen):
        return
    tijdvak = _tijdvak(gevouwen)
    bedrag = _Bedrag(_waarde(treffers[0]), zin.plaats(treffers[0].start()), frozenset(_JAAR.findall(gevouwen)))
    if tijdvak is None:
        yield from _in_begroting(gevouwen, bedrag)
        return
    onderwerp = next((naam for naam, woord in _ONDERWERPEN if woord.search(gevouwen)), None)
    begroot = _BUDGET.search(gevouwen) is not None
    if onderwerp == _EXTRA and _DEEL.search(gevouwen):
        return
    if onderwerp is not None:  # what is set aside for all is another thing than what one person gets
        yield (f"{onderwerp}, begroot" if begroot else onderwerp, tijdvak), bedrag
    elif tijdvak == "jaar" and begroot and not _GEEN_BUDGET.search(gevouwen):
        yield ("kosten", tijdvak), bedrag


def _in_begroting(gevouwen: str, bedrag: _Bedrag) -> Iterator[tuple[_Sleutel, _Bedrag]]:
    """What the begroting of one year holds for one purpose ("In de begroting 2026 is € 310.000 opgenomen voor re-integratie")."""
    begroting, doelen = _BEGROTING.findall(gevouwen), _VOOR.findall(_BEGROTING.sub("", gevouwen))
    if len(begroting) == len(doelen) == 1 and not _GEEN_BUDGET.search(gevouwen):
        yield (f"voor {doelen[0]}", f"begroting {begroting[0]}"), bedrag


def _tijdvak(gevouwen: str) -> str | None:
    gevonden = {match["per"] or match["bijw"] for match in _TIJDVAK.finditer(gevouwen)}
    namen = {
        _GELIJK.get(woord, "jaar" if woord.startswith("jaarlijks") else "maand" if woord.startswith("maandelijks") else woord)
        for woord in gevonden
    }
    return namen.pop() if len(namen) == 1 else None


def _waarde(treffer: re.Match[str]) -> Decimal:
    getal = (treffer["voor"] or treffer["na"]).replace(".", "").replace(" ", "").replace(",", ".")
    return Decimal(getal) * (1_000_000 if treffer["maal"] or treffer["maal_na"] else 1)


def _zelfde_jaren(een: _Bedrag, ander: _Bedrag) -> bool:
    return not een.jaren or not ander.jaren or bool(een.jaren & ander.jaren)


def _euro(waarde: Decimal) -> str:
    tekst = f"{waarde:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return f"€ {tekst.removesuffix(',00')}"
