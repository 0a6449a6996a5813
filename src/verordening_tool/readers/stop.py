"""STOP/IMOP, the standard of officielebekendmakingen.nl since 2021: regelingen and besluiten in their XML.

Source: the STOP documentation of KOOP (namespaces standaarden.overheid.nl/stop/imop/tekst and …/data), version 1.x.
"""

from __future__ import annotations

from datetime import date

from lxml import etree

from verordening_tool.document.blok import Deel, Document, Metadata, Rol
from verordening_tool.readers.collector import clean
from verordening_tool.readers.dates import iso_date
from verordening_tool.readers.regeling_xml import RegelingWalker, Vocabulary
from verordening_tool.readers.safe_xml import local_name, namespace, parse_xml

_NAMESPACE = "https://standaarden.overheid.nl/stop/imop/"
_PUBLISHED = frozenset({"OfficielePublicatie", "GeconsolideerdeRegeling", "Toestand", "RegelingVersie"})
_VASTSTELLING, _ONDERTEKENING = "stap_002", "stap_003"

STOP = Vocabulary(
    structure={
        **dict.fromkeys(["Boek", "Deel", "Hoofdstuk", "Titel", "Afdeling"], Rol.HOOFDSTUK),
        **dict.fromkeys(["Paragraaf", "Subparagraaf", "Subsubparagraaf", "Divisie", "FormeleDivisie", "Divisietekst"], Rol.PARAGRAAF),
    },
    sections={
        "RegelingOpschrift": (Deel.OPSCHRIFT, Rol.OPSCHRIFT),
        "Aanhef": (Deel.AANHEF, Rol.AANHEF),
        "Considerans": (Deel.AANHEF, Rol.AANHEF),
        "Sluiting": (Deel.SLOT, Rol.SLOT),
        "Slotformulering": (Deel.SLOT, Rol.SLOT),
        "Ondertekening": (Deel.SLOT, Rol.ONDERTEKENING),
        "Toelichting": (Deel.TOELICHTING, Rol.TOELICHTING),
        "AlgemeneToelichting": (Deel.TOELICHTING, Rol.TOELICHTING),
        "ArtikelgewijzeToelichting": (Deel.TOELICHTING, Rol.TOELICHTING),
        "Motivering": (Deel.TOELICHTING, Rol.TOELICHTING),
        "Bijlage": (Deel.BIJLAGE, Rol.BIJLAGE),
    },
    article=frozenset({"Artikel", "WijzigArtikel"}),
    paragraph=frozenset({"Al", "Wat", "Bijschrift"}),
    heading=frozenset({"Kop"}),
    heading_label=frozenset({"Label"}),
    heading_number=frozenset({"Nummer"}),
    subheading=frozenset({"Tussenkop"}),
    lid=frozenset({"Lid", "WijzigLid"}),
    item=frozenset({"Li"}),
    number=frozenset({"LidNummer", "LiNummer"}),
    definition=frozenset({"Begrip"}),
    note=frozenset({"Noot"}),
    skip=frozenset(
        {
            "ExpressionIdentificatie", "BesluitMetadata", "RegelingMetadata", "RegelingVersieMetadata", "RegelingVersieInformatie",
            "Procedureverloop", "ConsolidatieInformatie", "Momentopname", "Illustratie", "NootNummer", "VerwijderdeTekst", "Verwijder",
            "VerwijderTekst", "colspec", "InformatieObjectRefs", "AnnotatieBijProcedure",
        }
    ),
    bold=frozenset({"b", "strong"}),
    stand_in={"Vervallen": "[Vervallen]", "Gereserveerd": "[Gereserveerd]"},
)  # fmt: skip


def read_stop(data: bytes) -> Document:
    """Document of a STOP file (bytes of XML): a regeling, a besluit with the regeling it sets or changes, or a publication.

    Raises Leesfout when the XML is damaged and OnveiligBestand when it is refused.
    """
    return stop_document(parse_xml(data))


def is_stop(root: etree._Element) -> bool:
    """Whether a parsed file is of this family: its text stands in the namespace of IMOP, perhaps inside a delivery."""
    return any(namespace(element).startswith(_NAMESPACE) for element, _ in zip(root.iter(etree.Element), range(200), strict=False))


def stop_document(root: etree._Element) -> Document:
    """Document of a parsed STOP file."""
    walker = RegelingWalker(STOP)
    walker.walk(root)
    return Document(blokken=walker.blokken(), metadata=_metadata(root), formaat="stop")


def _metadata(root: etree._Element) -> Metadata:
    vaststelling = _step(root, _VASTSTELLING) or _step(root, _ONDERTEKENING)
    werkend, geldig = _moment(root, "juridischWerkendVanaf"), _moment(root, "geldigVanaf")
    kenmerken = {
        name: text
        for name, text in (
            ("identificatie", _first(root, "FRBRExpression")),
            ("eindverantwoordelijke", _first(root, "eindverantwoordelijke")),
            ("bekend_op", _first(root, "bekendOp")),
        )
        if text
    }
    return Metadata(
        titel=_first(root, "officieleTitel"),
        citeertitel=_first(root, "citeertitel"),
        vaststelling=vaststelling,
        inwerkingtreding=werkend,
        terugwerkend_tot=geldig if geldig and werkend and geldig < werkend else None,
        grondslagen=tuple(text for text in (clean(_text(element)) for element in root.iter("{*}grondslag")) if text),
        bekendgemaakt=local_name(root) in _PUBLISHED,
        kenmerken=kenmerken,
    )


def _step(root: etree._Element, kind: str) -> date | None:
    """Date on which a step of the procedure was completed."""
    for step in root.iter("{*}Procedurestap"):
        if (_first(step, "soortStap") or "").endswith(kind):
            return iso_date(_first(step, "voltooidOp") or "")
    return None


def _moment(root: etree._Element, kind: str) -> date | None:
    for stamp in root.iter("{*}Tijdstempel"):
        if _first(stamp, "soortTijdstempel") == kind:
            return iso_date(_first(stamp, "datum") or "")
    return None


def _first(root: etree._Element, name: str) -> str | None:
    texts = (clean(_text(element)) for element in root.iter(f"{{*}}{name}"))
    return next((text for text in texts if text), None)


def _text(element: etree._Element) -> str:
    return " ".join(str(part) for part in element.itertext())
