"""CVDR (lokaleregelgeving.overheid.nl) and its relatives that share its words: officiële publicaties and BWB.

Sources: the CVDR schema (standaarden.overheid.nl/cvdr) and the OP and BWB schemas of KOOP, as seen in published files.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from lxml import etree

from verordening_tool.document.blok import Blok, Deel, Document, Metadata, Rol
from verordening_tool.readers.collector import clean
from verordening_tool.readers.dates import iso_date
from verordening_tool.readers.regeling_xml import RegelingWalker, Vocabulary
from verordening_tool.readers.safe_xml import local_name, parse_xml

_AANHEF = (Deel.AANHEF, Rol.AANHEF)
_SLOT = (Deel.SLOT, Rol.SLOT)
_ONDERTEKENING = (Deel.SLOT, Rol.ONDERTEKENING)
_TOELICHTING = (Deel.TOELICHTING, Rol.TOELICHTING)
_BIJLAGE = (Deel.BIJLAGE, Rol.BIJLAGE)
_OPSCHRIFT = (Deel.OPSCHRIFT, Rol.OPSCHRIFT)

KOOP = Vocabulary(
    structure={
        **dict.fromkeys(["boek", "deel", "titeldeel", "hoofdstuk", "afdeling"], Rol.HOOFDSTUK),
        **dict.fromkeys(["paragraaf", "sub-paragraaf", "subparagraaf"], Rol.PARAGRAAF),
    },
    sections={
        "intitule": _OPSCHRIFT,
        "aanhef": _AANHEF,
        "preambule": _AANHEF,
        "considerans": _AANHEF,
        "afkondiging": _AANHEF,
        "regeling-sluiting": _SLOT,
        "wetsluiting": _SLOT,
        "slotformulering": _SLOT,
        "ondertekening": _ONDERTEKENING,
        "ondertekenaar": _ONDERTEKENING,
        "nota-toelichting": _TOELICHTING,
        "algemeen": _TOELICHTING,
        "artikelsgewijs": _TOELICHTING,
        "toelichting": _TOELICHTING,
        "circulaire-toelichting": _TOELICHTING,
        "bijlage": _BIJLAGE,
    },
    article=frozenset({"artikel", "wijzig-artikel", "enig-artikel"}),
    paragraph=frozenset(
        {"al", "considerans.al", "wie", "wij", "dagtekening", "functie", "naam", "organisatie", "koning", "wat", "noot.al"}
    ),
    heading=frozenset({"kop"}),
    heading_label=frozenset({"label"}),
    heading_number=frozenset({"nr"}),
    subheading=frozenset({"tussenkop"}),
    lid=frozenset({"lid", "wijzig-lid"}),
    item=frozenset({"li"}),
    number=frozenset({"lidnr", "li.nr"}),
    definition=frozenset({"definitie-item", "specificatie-item"}),
    note=frozenset({"noot"}),
    skip=frozenset(
        {
            "meta-data", "metadata", "meta", "plaatje", "illustratie", "colspec", "jcis", "brondata", "noot.nr", "noot.lijst.nr",
            "redactionele-correcties", "bwb-inputbestand", "bwb-wijzigingen", "citeertitel", "uitgifte",
        }
    ),
    bold=frozenset({"vet", "nadruk", "b", "strong"}),
)  # fmt: skip

_TYPED_ARTICLE = re.compile(r"(?:Artikel|ARTIKEL|Art\.)\s+[0-9IVX]+")


def read_cvdr(data: bytes) -> Document:
    """Document of a CVDR file (bytes of XML), with its wetstechnische informatie as Metadata.

    Raises Leesfout when the XML is damaged and OnveiligBestand when it is refused.
    """
    return cvdr_document(parse_xml(data))


def cvdr_document(root: etree._Element) -> Document:
    """Document of a parsed CVDR file."""
    walker = RegelingWalker(KOOP)
    body = next(root.iter("{*}body"), None)
    walker.walk(root if body is None else body)
    return Document(blokken=freed_body(walker.blokken()), metadata=_metadata(root), formaat="cvdr")


def freed_body(blokken: tuple[Blok, ...]) -> tuple[Blok, ...]:
    """Take articles that were typed inside the aanhef out of it, when the format names no article at all.

    Some publications put the whole regulation in the preambule; then its name says nothing.
    """
    if any(blok.rol is Rol.ARTIKEL for blok in blokken):
        return blokken
    start = next((blok.alinea for blok in blokken if blok.rol is Rol.AANHEF and _TYPED_ARTICLE.match(blok.tekst)), None)
    if start is None:
        return blokken
    return tuple(
        replace(blok, deel=Deel.LICHAAM, rol=None) if blok.alinea >= start and blok.deel is Deel.AANHEF else blok for blok in blokken
    )


def _metadata(root: etree._Element) -> Metadata:
    meta = next((child for child in root if local_name(child) == "meta"), None)
    if meta is None:
        return Metadata(bekendgemaakt=True)
    kenmerken = {
        name: text
        for name, text in (
            ("identificatie", _first(meta, "identifier")),
            ("betreft", _first(meta, "betreft")),
            ("kenmerk", _first(meta, "kenmerk")),
            ("bron", _first(meta, "isFormatOf")),
            ("type", _first(meta, "type")),
        )
        if text
    }
    return Metadata(
        titel=_first(meta, "title"),
        citeertitel=_first(meta, "alternative"),
        gemeente=_gemeente(meta),
        vastgesteld_door=_first(meta, "isRatifiedBy"),
        onderwerp=_first(meta, "onderwerp") or _first(meta, "subject"),
        grondslagen=tuple(text for text in (clean(_all_text(element)) for element in meta.iter("{*}source")) if text),
        vaststelling=_date(meta, "issued"),
        inwerkingtreding=_date(meta, "inwerkingtredingDatum"),
        uitwerkingtreding=_date(meta, "uitwerkingtredingDatum"),
        terugwerkend_tot=_date(meta, "terugwerkendekrachtDatum"),
        bekendgemaakt=True,
        kenmerken=kenmerken,
    )


def _gemeente(meta: etree._Element) -> str | None:
    for element in meta.iter("{*}creator", "{*}spatial"):
        if element.get("scheme", "").lower().endswith("gemeente"):
            return clean(_all_text(element)) or None
    return None


def _first(meta: etree._Element, name: str) -> str | None:
    texts = (clean(_all_text(element)) for element in meta.iter(f"{{*}}{name}"))
    return next((text for text in texts if text), None)


def _date(meta: etree._Element, name: str) -> date | None:
    return iso_date(_first(meta, name) or "")


def _all_text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())
