"""The three questions on beschut werk, answered on any date with what the law asked then (design 3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from verordening_tool.checking.context import Context
from verordening_tool.checking.oordeel import Kernvraag, Oordeel, Uitkomst

_OUD_REGIME = (date(2015, 1, 1), date(2016, 12, 31))


def beantwoord(alle: Mapping[str, Oordeel], context: Context, dag: date) -> tuple[Kernvraag, ...]:
    """The answers. ``alle``: the verdicts of the BW checks on the text itself, also those outside their period."""
    if not {"BW-03", "BW-04", "BW-05", "BW-06", "BW-07", "BW-08", "BW-12"} <= alle.keys():
        return ()
    oud = _OUD_REGIME[0] <= dag <= _OUD_REGIME[1]
    nieuw = dag > _OUD_REGIME[1]

    def vraag(naam: str, onderdeel: str | None, code: str, eis: str, oordeel: Uitkomst | None = None) -> Kernvraag:
        gevonden = alle[code]
        return Kernvraag(naam, onderdeel, _antwoord(gevonden, context), eis, oordeel or gevonden.oordeel, gevonden.plaatsen)

    niet_gevraagd = Uitkomst.NVT
    voorselectie = vraag(
        "voorselectie", None, "BW-03", "verplicht" if oud else "niet als poort" if nieuw else "niet gevraagd",
        None if oud else alle["BW-12"].oordeel if nieuw else niet_gevraagd,
    )  # fmt: skip
    mogelijk = vraag(
        "voorzieningen", "werk mogelijk maken", "BW-04" if oud else "BW-06", "verplicht" if oud or nieuw else "niet gevraagd",
        None if oud or nieuw else niet_gevraagd,
    )  # fmt: skip
    aanvang = vraag("voorzieningen", "tot aanvang", "BW-07", "verplicht" if nieuw else "niet gevraagd", None if nieuw else niet_gevraagd)
    omvang = vraag(
        "omvang", None, "BW-05" if oud else "BW-08", "verplicht" if oud else "hoger aantal mag" if nieuw else "niet gevraagd",
        None if oud or nieuw else niet_gevraagd,
    )  # fmt: skip
    return (voorselectie, mogelijk, aanvang, omvang)


def _antwoord(oordeel: Oordeel, context: Context) -> str:
    if oordeel.oordeel in (Uitkomst.VOLDOET, Uitkomst.STRIJDIG) and oordeel.plaatsen:
        return "geregeld"
    dichtstbij = oordeel.dichtstbij.citaat if oordeel.dichtstbij else ""
    if any(context.laag.spans(passage, "afzien_van_beschut_werk", ontkend=None) for passage in context.laag.passages if not passage.is_kop):
        return "afgezien"
    return "gedelegeerd" if dichtstbij and "regels" in dichtstbij.lower() and "college" in dichtstbij.lower() else "niet geregeld"
