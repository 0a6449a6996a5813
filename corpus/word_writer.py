"""Write a source as .docx in one of the producer shapes that municipalities send.

Keys of ``vorm``: ``stijlen`` (koppen, kop_nl, koop, eigen, geen), ``nummers`` (getypt, direct, los, stijl), ``lidvorm`` and ``artikelvorm``
(how typed numbers look), ``versnipperd`` (text split over many runs), ``tabel_leden``, ``tabel_items``, ``inhoudsopgave``,
``besturing`` (block content controls around articles), ``nbsp``, ``koptekst``, ``voettekst``, ``auteur`` (of changes and comments).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape

from corpus.source import Alinea, Revisie, Soort, Source, Stuk, Vorm
from corpus.word_package import (
    DATUM,
    FIRST_LOOSE,
    HEADER,
    NAMESPACES,
    NUM_ARTICLE,
    NUM_BULLET,
    NUM_CHAPTER,
    numbering_xml,
    package,
    styles_xml,
)

_STYLE: dict[str, dict[Soort, str]] = {
    "koppen": {
        Soort.TITEL: "Title",
        Soort.HOOFDSTUK: "Heading1",
        Soort.PARAGRAAF: "Heading2",
        Soort.ARTIKEL: "Heading3",
        Soort.DEEL: "Heading1",
        Soort.KOP: "Heading2",
        Soort.ONDERDEEL: "ListParagraph",
    },
    "kop_nl": {
        Soort.TITEL: "Titel",
        Soort.HOOFDSTUK: "Kop1",
        Soort.PARAGRAAF: "Kop2",
        Soort.ARTIKEL: "Kop3",
        Soort.DEEL: "Kop1",
        Soort.KOP: "Kop2",
        Soort.LID: "Lijstalinea",
        Soort.ITEM: "Lijstalinea",
    },
    "koop": {
        Soort.TITEL: "OP_Titel",
        Soort.AANHEF: "OP_Aanhef",
        Soort.HOOFDSTUK: "OP_Hoofdstuk_Titel",
        Soort.PARAGRAAF: "OP_Paragraaf_Titel",
        Soort.ARTIKEL: "OP_Artikel_Titel",
        Soort.LID: "OP_Lid",
        Soort.ONDERDEEL: "OP_Onderdeel",
        Soort.SLOT: "OP_Ondertekening",
        Soort.DEEL: "OP_Toelichting_Titel",
    },
    "eigen": {
        Soort.TITEL: "Title",
        Soort.HOOFDSTUK: "Hoofdstukkop",
        Soort.ARTIKEL: "Artikelkop",
        Soort.LID: "Lidtekst",
        Soort.ONDERDEEL: "Onderdeeltekst",
    },
    "geen": {},
}
_VET = {Soort.TITEL, Soort.HOOFDSTUK, Soort.PARAGRAAF, Soort.ARTIKEL, Soort.DEEL, Soort.KOP}
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
# The line above the footnotes is a footnote too, as Word writes it.
_SEPARATOR = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
_MARKS = {Revisie.INGEVOEGD: "ins", Revisie.VERWIJDERD: "del", Revisie.WEG: "moveFrom", Revisie.HIERHEEN: "moveTo"}
_LEVEL = {Soort.HOOFDSTUK: 0, Soort.ARTIKEL: 1, Soort.LID: 2, Soort.ONDERDEEL: 2}


def write_docx(source: Source) -> bytes:
    """Give the source as a .docx; ValueError when an automatic number would not be the number of the source."""
    return _Writer(source).build()


class _Writer:
    """Collects the body and what belongs to it (comments, footnotes, numbering instances) while paragraphs are written."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.vorm: dict[str, Any] = source.vorm
        self.family: str = self.vorm.get("stijlen", "geen")
        self.nummers: str = self.vorm.get("nummers", "getypt")
        self.auteur = escape(self.vorm.get("auteur", "J. Terpstra"))
        self.comments: list[str] = []
        self.footnotes: list[str] = []
        self.ids = 100
        self.lists = 0
        self.teller = [0, 0, 0, 0, 0]
        self.in_artikel = False
        self.genoemd = set(re.findall(r"\{=(\w+) ", source.gegevens["tekst"]))

    def build(self) -> bytes:
        body = "".join(self._body())
        parts = {
            "document": f"{HEADER}<w:document {NAMESPACES}><w:body>{body}{self._section()}</w:body></w:document>",
            "styles": styles_xml(self.family),
            "numbering": numbering_xml(self.family, self.lists),
            "settings": f"{HEADER}<w:settings {NAMESPACES}>{'<w:trackRevisions/>' if self._tracked() else ''}</w:settings>",
        }
        if self.comments:
            parts["comments"] = f"{HEADER}<w:comments {NAMESPACES}>{''.join(self.comments)}</w:comments>"
        if self.footnotes:
            parts["footnotes"] = f"{HEADER}<w:footnotes {NAMESPACES}>{_SEPARATOR}{''.join(self.footnotes)}</w:footnotes>"
        for key, part, tag in (("koptekst", "header1", "hdr"), ("voettekst", "footer1", "ftr")):
            if key in self.vorm:
                parts[part] = f"{HEADER}<w:{tag} {NAMESPACES}><w:p>{_run(self.vorm[key])}{_page(key)}</w:p></w:{tag}>"
        return package(parts, self.source.titel)

    def _tracked(self) -> bool:
        return any(a.revisie or any(s.vorm in {Vorm.INGEVOEGD, Vorm.VERWIJDERD} for s in a.stukken) for a in self.source.alineas)

    def _section(self) -> str:
        refs = "".join(
            f'<w:{tag}Reference w:type="default" r:id="rId{self._relation(part)}"/>'
            for key, tag, part in (("koptekst", "header", "header1"), ("voettekst", "footer", "footer1"))
            if key in self.vorm
        )
        return f'<w:sectPr>{refs}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'

    def _relation(self, part: str) -> int:
        order = ["styles", "numbering", "settings"]
        order += ["comments"] * bool(self.comments) + ["footnotes"] * bool(self.footnotes)
        order += ["header1"] * ("koptekst" in self.vorm) + ["footer1"]
        return order.index(part) + 1

    def _body(self) -> Iterator[str]:
        for title, group in groupby(self._rows(), key=lambda pair: pair[0]):
            xml = "".join(text for _, text in group)
            if title and self.vorm.get("besturing"):
                tag = f'<w:sdtPr><w:alias w:val="{escape(title)}"/><w:id w:val="{self._next_id()}"/></w:sdtPr>'
                xml = f"<w:sdt>{tag}<w:sdtContent>{xml}</w:sdtContent></w:sdt>"
            yield xml

    def _rows(self) -> Iterator[tuple[str, str]]:
        """Pairs of the article that a stretch belongs to (empty outside articles) and its XML."""
        artikel = ""
        tabel: list[Alinea] = []
        for alinea in self.source.alineas:
            if tabel and not self._in_table(alinea):
                yield artikel, self._table_of(tabel)
                tabel = []
            if alinea.soort is Soort.ARTIKEL:
                artikel = f"Artikel {alinea.nummer}"
            elif alinea.soort in {Soort.HOOFDSTUK, Soort.PARAGRAAF, Soort.SLOT, Soort.DEEL}:
                artikel = ""
            self.in_artikel = bool(artikel)
            if self._in_table(alinea):
                tabel.append(alinea)
            elif alinea.soort is Soort.TABEL:
                yield artikel, self._table([[_p(self._runs(cel)) for cel in rij] for rij in alinea.rijen])
            else:
                yield artikel, self._paragraph(alinea)
            if alinea.soort is Soort.TITEL and self.vorm.get("inhoudsopgave"):
                yield "", self._contents()
        if tabel:
            yield artikel, self._table_of(tabel)

    def _in_table(self, alinea: Alinea) -> bool:
        if not self.in_artikel:
            return False
        leden = self.vorm.get("tabel_leden") and alinea.soort in {Soort.LID, Soort.ONDERDEEL}
        return bool(leden or (self.vorm.get("tabel_items") and alinea.soort is Soort.ITEM))

    def _table_of(self, alineas: list[Alinea]) -> str:
        rows: list[list[str]] = []
        for alinea in alineas:
            if alinea.soort is Soort.ITEM:
                begrip, _, omschrijving = alinea.tekst.partition(": ")
                rows.append([_p(self._runs(begrip)), _p(self._runs(omschrijving))])
            elif alinea.soort is Soort.LID or not rows:
                rows.append([_p(_run(f"{alinea.nummer}.")), _p(self._runs(alinea.tekst))])
            else:
                rows[-1][-1] += _p(_run(f"{alinea.nummer}. ") + self._runs(alinea.tekst))
        return self._table(rows)

    def _table(self, rows: list[list[str]]) -> str:
        cells = (
            "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{1200 if n == 0 else 7800}" w:type="dxa"/></w:tcPr>{cel}</w:tc>' for n, cel in enumerate(rij)
            )
            for rij in rows
        )
        grid = "".join(f'<w:gridCol w:w="{1200 if n == 0 else 7800}"/>' for n in range(max(len(rij) for rij in rows)))
        lines = "".join(f"<w:tr>{rij}</w:tr>" for rij in cells)
        return f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>'

    def _paragraph(self, alinea: Alinea) -> str:
        style = _STYLE[self.family].get(alinea.soort, "")
        bold = alinea.soort is Soort.VET or (not style and alinea.soort in _VET)
        number, numpr = self._number(alinea)
        text = self._runs(alinea.tekst, bold, alinea.revisie)
        if number:
            label = self._wrap(_run(number, bold, deleted=alinea.vervallen), alinea.revisie)
            if alinea.soort is Soort.ARTIKEL and f"art{alinea.nummer}" in self.genoemd:
                n = self._next_id()
                label = f'<w:bookmarkStart w:id="{n}" w:name="art{alinea.nummer}"/>{label}<w:bookmarkEnd w:id="{n}"/>'
            text = label + text
        mark = _MARKS.get(alinea.revisie)
        rpr = f"<w:rPr><w:{mark} {self._by()}/></w:rPr>" if mark else ""
        ppr = (f'<w:pStyle w:val="{style}"/>' if style else "") + numpr + rpr
        return _p(self._moved(text, alinea.revisie), ppr)

    def _moved(self, text: str, revisie: Revisie) -> str:
        tag = {Revisie.WEG: "moveFrom", Revisie.HIERHEEN: "moveTo"}.get(revisie)
        if tag is None:
            return text
        n = self._next_id()
        start = f'<w:{tag}RangeStart w:id="{n}" w:name="verplaatst1" w:author="{self.auteur}" w:date="{DATUM}"/>'
        return f'{start}{text}<w:{tag}RangeEnd w:id="{n}"/>'

    def _number(self, alinea: Alinea) -> tuple[str, str]:
        """Give the typed number and the numbering properties of a paragraph; one of the two is empty."""
        if alinea.soort is Soort.ITEM:
            return "", _numpr(0, NUM_BULLET) if self.nummers != "getypt" else ""
        if not alinea.nummer:
            return "", ""
        level = _LEVEL.get(alinea.soort, -1) + alinea.diepte
        outside = not self.in_artikel and alinea.soort in {Soort.LID, Soort.ONDERDEEL}
        by_hand = self.nummers == "getypt" or outside or level < 0
        if self.nummers == "los" and level < 2:
            self.lists += level == 1
            self.teller[2:] = [0, 0, 0]
            by_hand = True
        if by_hand:
            return self._typed(alinea), ""
        self._count(level, alinea)
        return "", self._numpr_of(level)

    def _numpr_of(self, level: int) -> str:
        if self.nummers == "los":
            return _numpr(level - 2, FIRST_LOOSE - 1 + self.lists)
        if self.nummers == "stijl":
            return "" if level < 4 else _numpr(level, 1)
        return _numpr(0, NUM_CHAPTER) if level == 0 else _numpr(level - 1, NUM_ARTICLE)

    def _count(self, level: int, alinea: Alinea) -> None:
        if alinea.vervallen:
            return
        self.teller[level] += 1
        for lower in range(level + 1, 5):
            if lower != 1:
                self.teller[lower] = 0
        shown = alinea.nummer.rstrip("°").removeprefix("Hoofdstuk ")
        wanted = chr(96 + self.teller[level]) if level == 3 else str(self.teller[level])
        if shown != wanted:
            raise ValueError(f"{self.source.naam}: Word would number {wanted}, the source says {alinea.nummer} ({alinea.tekst[:40]})")

    def _typed(self, alinea: Alinea) -> str:
        if alinea.soort is Soort.ARTIKEL:
            form: str = self.vorm.get("artikelvorm", "Artikel {} ")
            return form.format(alinea.nummer)
        if alinea.soort in {Soort.HOOFDSTUK, Soort.PARAGRAAF}:
            return f"{alinea.nummer} "
        lidvorm: str = self.vorm.get("lidvorm", "{}. ")
        return lidvorm.format(alinea.nummer)

    def _contents(self) -> str:
        style = {"koppen": "TOC1", "kop_nl": "Inhopg1"}.get(self.family, "")
        kop = [a for a in self.source.alineas if a.soort is Soort.ARTIKEL and not a.vervallen]
        ppr = f'<w:pStyle w:val="{style}"/>' if style else ""
        lines = [f"{_run(f'Artikel {a.nummer} {a.aanvaard}')}<w:r><w:tab/></w:r>{_run(str(2 + n // 5))}" for n, a in enumerate(kop)]
        lines[0] = _field_start('TOC \\o "1-3" \\h') + lines[0]
        lines[-1] += _FIELD_END
        gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        body = _p(_run("Inhoudsopgave", bold=True)) + "".join(_p(line, ppr) for line in lines)
        return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{body}</w:sdtContent></w:sdt>"

    def _runs(self, tekst: str, bold: bool = False, revisie: Revisie = Revisie.GEEN) -> str:
        return "".join(self._stuk(stuk, bold, revisie) for stuk in Alinea(Soort.TEKST, tekst).stukken)

    def _stuk(self, stuk: Stuk, bold: bool, revisie: Revisie) -> str:
        tekst = re.sub(r"(?i)\b(artikel|artikelen|€) (\d)", "\\1\u00a0\\2", stuk.tekst) if self.vorm.get("nbsp") else stuk.tekst
        if stuk.vorm is Vorm.OPMERKING:
            return self._comment(tekst)
        if stuk.vorm is Vorm.VOETNOOT:
            n = len(self.footnotes) + 1
            self.footnotes.append(f'<w:footnote w:id="{n}">{_p(_run(tekst))}</w:footnote>')
            return f'<w:r><w:footnoteReference w:id="{n}"/></w:r>'
        if stuk.vorm is Vorm.VELD:
            return _field_start(f"REF {stuk.doel} \\h \\* Lower") + _run(tekst, bold) + _FIELD_END
        if stuk.vorm is Vorm.KEUZE:
            return f'<w:sdt><w:sdtPr><w:id w:val="{self._next_id()}"/></w:sdtPr><w:sdtContent>{_run(tekst, bold)}</w:sdtContent></w:sdt>'
        state = {Vorm.INGEVOEGD: Revisie.INGEVOEGD, Vorm.VERWIJDERD: Revisie.VERWIJDERD}.get(stuk.vorm, revisie)
        deleted = state in {Revisie.VERWIJDERD, Revisie.WEG}
        pieces = _splinters(tekst) if self.vorm.get("versnipperd") else [tekst]
        return self._wrap("".join(_run(piece, bold, deleted=deleted and state is Revisie.VERWIJDERD) for piece in pieces), state)

    def _wrap(self, runs: str, revisie: Revisie) -> str:
        tag = _MARKS.get(revisie)
        return f"<w:{tag} {self._by()}>{runs}</w:{tag}>" if tag else runs

    def _comment(self, tekst: str) -> str:
        n = len(self.comments)
        self.comments.append(
            f'<w:comment w:id="{n}" w:author="{self.auteur}" w:date="{DATUM}" w:initials="JT">{_p(_run(tekst))}</w:comment>'
        )
        return f'<w:commentRangeStart w:id="{n}"/><w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>'

    def _by(self) -> str:
        return f'w:id="{self._next_id()}" w:author="{self.auteur}" w:date="{DATUM}"'

    def _next_id(self) -> int:
        self.ids += 1
        return self.ids


def _p(content: str, ppr: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{content}</w:p>"


def _run(tekst: str, bold: bool = False, *, deleted: bool = False) -> str:
    """One run; a tab and a line break (newline) in the text become the elements that Word uses."""
    tag = "delText" if deleted else "t"
    inner = "".join(
        {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(deel, f'<w:{tag} xml:space="preserve">{escape(deel)}</w:{tag}>')
        for deel in re.split(r"([\t\n])", tekst)
        if deel
    )
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{inner}</w:r>"


def _numpr(level: int, numid: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numid}"/></w:numPr>'


def _field_start(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _page(key: str) -> str:
    return _run(" | pagina ") + _field_start("PAGE") + _run("1") + _FIELD_END if key == "voettekst" else ""


def _splinters(tekst: str) -> list[str]:
    """Cut the text in pieces of uneven length, as Word leaves it after many rounds of editing."""
    pieces, start, width = [], 0, 3
    while start < len(tekst):
        pieces.append(tekst[start : start + width])
        start += width
        width = width % 11 + 4
    return pieces
