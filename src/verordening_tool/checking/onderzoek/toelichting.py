"""Whether the toelichting follows the articles and keeps to explaining."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.passages import Passage
from verordening_tool.checking.plaatsen import hele_alinea
from verordening_tool.checking.zaak import Bevinding, NietTeBeoordelen, Zaak
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Regeling, Soort
from verordening_tool.language.begrippen import Span
from verordening_tool.norms.schema import Check

# A measure that binds: a number with what it counts.
_MAAT = re.compile(
    rb"\b(?:e ?)?(?P<getal>[0-9]+(?:[.,][0-9]+)*|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|dertien|zesentwintig)"
    rb" (?P<wat>werkdag|dag|week|weken|maand|uur|uren|procent|%|euro|keer|plek|plaats)(?:en)?\b"
)
_GETALLEN = dict(
    zip(
        b"een twee drie vier vijf zes zeven acht negen tien twaalf dertien zesentwintig".split(),
        b"1 2 3 4 5 6 7 8 9 10 12 13 26".split(),
        strict=True,
    )
)
_ARTIKEL = re.compile(r"artikel(?:en)?\s+(?P<nummer>\d+(?:[.:]\d+)*[a-z]?)\b", re.IGNORECASE)


def volgt_de_regels(check: Check, zaak: Zaak, dag: date) -> Bevinding | NietTeBeoordelen:  # noqa: ARG001 - the shape of every onderzoek
    """Headings on articles that do not exist, and obligations with a measure that the articles do not have."""
    regeling = zaak.context.laag.regeling
    if regeling.soort is Soort.TOELICHTING:
        return NietTeBeoordelen("De toelichting staat los van de regeling; beoordeel ze samen met --dossier.")
    if not regeling.toelichting.alineas or not regeling.artikelen:
        return Bevinding(Uitkomst.NVT, "Bij deze tekst staat geen toelichting.")
    if koppen := tuple(_koppen(regeling)):
        return Bevinding(Uitkomst.STRIJDIG, "De toelichting bespreekt een artikel dat niet bestaat.", koppen)
    if normen := tuple(_normen(check, zaak)):
        return Bevinding(Uitkomst.TWIJFEL, "De toelichting stelt een eis die niet in de artikelen staat.", normen)
    plaats = hele_alinea(regeling.toelichting.alineas[0], Deel.TOELICHTING)
    return Bevinding(Uitkomst.VOLDOET, "De toelichting volgt de artikelen; daarbuiten is geen eis aangetroffen.", (plaats,))


def _koppen(regeling: Regeling) -> Iterator[Plaats]:
    """Headings of the notes per article whose number no article has."""
    nummers = {artikel.nummer.lower() for artikel in regeling.artikelen}
    gedeeld = any("." in nummer or ":" in nummer for nummer in nummers)
    for nummer, alineas in regeling.toelichting.artikelsgewijs:
        if not alineas or nummer.lower() in nummers or gedeeld != ("." in nummer or ":" in nummer):
            continue
        kop = _ARTIKEL.match(alineas[0].tekst)
        if kop is not None and kop["nummer"].lower() == nummer.lower():
            yield hele_alinea(alineas[0], Deel.TOELICHTING, f"Artikel {nummer} bestaat niet in deze regeling.")


def _normen(check: Check, zaak: Zaak) -> Iterator[Plaats]:
    """Sentences that impose something with a measure, where no article has that measure and no law is named."""
    laag = zaak.context.laag
    in_regels = {
        _maat(maat) for passage in laag.passages if passage.deel is not Deel.TOELICHTING for maat in _maten(laag.gevouwen, passage)
    }
    plicht, elders = check.bewijs[0].hoe_dan_ook[0], check.bewijs[0].zin_zonder
    for passage in laag.passages_met(plicht):
        if passage.deel is not Deel.TOELICHTING:
            continue
        for zin in laag.zinnen(passage):
            if not any(zin.start <= span.start < zin.eind for span in laag.spans(passage, plicht, ontkend=None)):
                continue
            if any(zin.start <= span.start < zin.eind for begrip in elders for span in laag.spans(passage, begrip, ontkend=None)):
                continue
            if {_maat(maat) for maat in _MAAT.finditer(laag.gevouwen, zin.start, zin.eind)} - in_regels:
                yield from laag.plaatsen(passage, [Span(zin.start, zin.eind)], check.bewijs[0].bericht)


def _maten(gevouwen: bytes, passage: Passage) -> Iterator[re.Match[bytes]]:
    return _MAAT.finditer(gevouwen, passage.start, passage.eind)


def _maat(maat: re.Match[bytes]) -> tuple[bytes, bytes]:
    """A measure in figures with the first letters of what it counts: twee weken and 2 week are one."""
    wat = maat["wat"]
    return _GETALLEN.get(maat["getal"], maat["getal"]), wat[: 3 if wat.startswith(b"wer") else 2]
