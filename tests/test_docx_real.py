"""Real Word files: all of them are read or refused, and every run leads back to its source."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from verordening_tool.document.blok import Document, Weergave
from verordening_tool.fouten import VerordeningFout
from verordening_tool.ooxml.names import w
from verordening_tool.ooxml.package import Package
from verordening_tool.readers.docx import read_docx

TEXT = {w("t"), w("delText"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"}
LENIENT = str.maketrans(
    {"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\n": " ", "\r": " ", "\t": " ", "\u2011": "-", "\u2028": "\n", "\u2029": "\n"}
)


def real_files(shared: Path) -> list[Path]:
    folders = [shared / "realdata" / "docx", shared / "voorbeelden" / "docs"]
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in {".docx", ".docm", ".dotx"}]


def at(root: etree._Element, path: tuple[int, ...]) -> etree._Element:
    for index in path:
        root = root[index]
    return root


def assert_leads_back(data: bytes, document: Document) -> None:
    package = Package(data)
    roots: dict[str, etree._Element] = {}
    for blok in document.blokken:
        assert "".join(blok.tekst[run.start : run.eind] for run in blok.runs) in {blok.tekst, ""}
        if blok.bron is None:
            continue
        for run in blok.runs:
            bron = run.bron or blok.bron
            if bron.deel not in roots:
                roots[bron.deel] = package.xml(bron.deel)
            paragraph = at(roots[bron.deel], bron.pad)
            assert paragraph.tag == w("p")
            source = at(paragraph, run.pad)
            if source.tag in TEXT:
                shown = blok.tekst[run.start : run.eind]
                original = (source.text or "")[run.verschuiving : run.verschuiving + len(shown)]
                assert all(a == b or "\ue000" <= b <= "\uf8ff" for a, b in zip(shown, original.translate(LENIENT), strict=True))


@pytest.mark.parametrize("weergave", list(Weergave))
def test_real_files(shared: Path, weergave: Weergave) -> None:
    read = refused = 0
    for path in real_files(shared):
        data = path.read_bytes()
        try:
            document = read_docx(data, weergave)
        except VerordeningFout as error:
            refused += bool(error.bericht and error.advies)
            continue
        read += 1
        if len(data) < 200_000:
            assert_leads_back(data, document)
    assert read > 250
    assert read + refused == len(real_files(shared))


def test_voorbeelden_have_text(shared: Path) -> None:
    for path in (shared / "voorbeelden" / "docs").glob("*.docx"):
        assert sum(len(blok.tekst) for blok in read_docx(path.read_bytes()).blokken) > 500, path.name
