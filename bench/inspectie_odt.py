"""Writes paragraphs as an OpenDocument text in the way LibreOffice saves it: automatic styles, lists or typed numbers, tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from corpus.source import Alinea, Soort

_NAMEN = {"office": "office", "text": "text", "style": "style", "table": "table", "fo": "xsl-fo-compatible", "meta": "meta"}
_RUIMTEN = " ".join(f'xmlns:{kort}="urn:oasis:names:tc:opendocument:xmlns:{lang}:1.0"' for kort, lang in _NAMEN.items())
_RUIMTEN += ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"'
_MIME = "application/vnd.oasis.opendocument.text"
_KOPPEN = {Soort.TITEL: 1, Soort.HOOFDSTUK: 1, Soort.PARAGRAAF: 2, Soort.ARTIKEL: 3, Soort.DEEL: 1, Soort.KOP: 2}
_LIJST = {Soort.LID, Soort.ONDERDEEL, Soort.ITEM}
_NIVEAUS = (("1", "."), ("a", "."), ("1", "°."))


def write_odt(alineas: Sequence[Alinea], titel: str, *, automatisch: bool) -> bytes:
    """The bytes of an .odt; ``automatisch``: LibreOffice numbers leden and onderdelen, else the numbers are typed."""
    lichaam = "".join(_lichaam(alineas, automatisch))
    genummerd = "".join(
        f'<text:list-level-style-number text:level="{n}" style:num-format="{vorm}" style:num-suffix="{teken}"/>'
        for n, (vorm, teken) in enumerate(_NIVEAUS, 1)
    )
    stijlen = (
        f'<text:list-style style:name="L1">{genummerd}</text:list-style>'
        '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard"/>'
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    koppen = "".join(
        f'<style:style style:name="Heading_20_{n}" style:display-name="Heading {n}" style:family="paragraph" '
        f'style:parent-style-name="Standard" style:default-outline-level="{n}"/>'
        for n in (1, 2, 3)
    )
    delen = {
        "content.xml": f"<office:document-content {_RUIMTEN}><office:automatic-styles>{stijlen}</office:automatic-styles>"
        f"<office:body><office:text>{lichaam}</office:text></office:body></office:document-content>",
        "styles.xml": f'<office:document-styles {_RUIMTEN}><office:styles><style:style style:name="Standard" style:family="paragraph"/>'
        f"{koppen}</office:styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {_RUIMTEN}><office:meta><meta:generator>LibreOffice/7.4</meta:generator>"
        f"<dc:title>{escape(titel)}</dc:title></office:meta></office:document-meta>",
        "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME}"/>'
        + "".join(
            f'<manifest:file-entry manifest:full-path="{deel}.xml" manifest:media-type="text/xml"/>'
            for deel in ("content", "styles", "meta")
        )
        + "</manifest:manifest>",
    }
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w") as uit:
        uit.writestr(zipfile.ZipInfo("mimetype", (2015, 6, 1, 9, 0, 0)), _MIME)
        for naam, xml in delen.items():
            kop = '<?xml version="1.0" encoding="UTF-8"?>\n'
            uit.writestr(zipfile.ZipInfo(naam, (2015, 6, 1, 9, 0, 0)), kop + xml, zipfile.ZIP_DEFLATED)
    return stroom.getvalue()


def _lichaam(alineas: Sequence[Alinea], automatisch: bool) -> Iterator[str]:
    tabellen = 0
    for in_lijst, groep in groupby(alineas, key=lambda alinea: automatisch and alinea.soort in _LIJST):
        rij = list(groep)
        if in_lijst:
            yield from _lijsten(rij)
            continue
        for alinea in rij:
            if alinea.soort is Soort.TABEL:
                tabellen += 1
                yield _tabel(alinea, tabellen)
            else:
                yield _alinea(alinea)


def _alinea(alinea: Alinea) -> str:
    nummer = f"Artikel {alinea.nummer} " if alinea.soort is Soort.ARTIKEL else ""
    if alinea.soort in {Soort.HOOFDSTUK, Soort.PARAGRAAF}:
        nummer = f"{alinea.nummer} " if alinea.nummer else ""
    elif alinea.soort in {Soort.LID, Soort.ONDERDEEL}:
        nummer = f"{alinea.nummer}.\t"
    elif alinea.soort is Soort.ITEM:
        nummer = "- "
    tekst = escape(nummer + alinea.tekst).replace("\t", "<text:tab/>")
    if (niveau := _KOPPEN.get(alinea.soort)) is not None:
        return f'<text:h text:style-name="Heading_20_{niveau}" text:outline-level="{niveau}">{tekst}</text:h>'
    if alinea.soort is Soort.VET:
        tekst = f'<text:span text:style-name="T1">{tekst}</text:span>'
    return f'<text:p text:style-name="P1">{tekst}</text:p>'


def _lijsten(rij: Sequence[Alinea]) -> Iterator[str]:
    """Lists from a flat row: each lid or item an element, onderdelen in a list inside it."""
    for punten, groep in groupby(rij, key=lambda alinea: alinea.soort is Soort.ITEM):
        alineas = list(groep)
        stijl = "L2" if punten else "L1"
        yield f'<text:list text:style-name="{stijl}">{"".join(_elementen(alineas, 0 if punten else alineas[0].diepte and 1))}</text:list>'


def _elementen(alineas: Sequence[Alinea], diepte: int) -> Iterator[str]:
    """The list items at ``diepte``. Onderdelen without a lid stand one level deep in an item without text."""
    if diepte and alineas:
        yield f"<text:list-item><text:list>{''.join(_op_niveau(alineas, diepte))}</text:list></text:list-item>"
        return
    yield from _op_niveau(alineas, 0)


def _op_niveau(alineas: Sequence[Alinea], diepte: int) -> Iterator[str]:
    i = 0
    while i < len(alineas):
        einde = i + 1
        while einde < len(alineas) and alineas[einde].diepte > diepte:
            einde += 1
        onder = alineas[i + 1 : einde]
        genest = f"<text:list>{''.join(_op_niveau(onder, diepte + 1))}</text:list>" if onder else ""
        yield f'<text:list-item><text:p text:style-name="P1">{escape(alineas[i].tekst)}</text:p>{genest}</text:list-item>'
        i = einde


def _tabel(alinea: Alinea, nummer: int) -> str:
    rijen = "".join(
        "<table:table-row>"
        + "".join(f'<table:table-cell office:value-type="string"><text:p>{escape(cel)}</text:p></table:table-cell>' for cel in rij)
        + "</table:table-row>"
        for rij in alinea.rijen
    )
    kolommen = max(len(rij) for rij in alinea.rijen)
    return f'<table:table table:name="Tabel{nummer}"><table:table-column table:number-columns-repeated="{kolommen}"/>{rijen}</table:table>'
