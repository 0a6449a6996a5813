"""The corpus can be rebuilt from its sources, and every label is complete and valid."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from corpus.labels import CODES, OORDELEN, SOORTEN  # noqa: E402
from corpus.maak_documenten import FOLDER, LIBREOFFICE, document, label_text, resave, sources  # noqa: E402
from corpus.source import Source  # noqa: E402

SOURCES = sources()
BY_HAND = [source for source in SOURCES if source.vorm["soort"] not in LIBREOFFICE]
BY_LIBREOFFICE = [source for source in SOURCES if source.vorm["soort"] in LIBREOFFICE]


def _naam(source: Source) -> str:
    return source.naam


def _parts(content: bytes) -> dict[str, bytes] | bytes:
    """The parts of a zip package, which do not depend on the version of the compressor; other files as they are."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _text(content: bytes) -> str:
    """What a reader sees in an OpenDocument or Word body, as one line."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("content.xml" if "content.xml" in archive.namelist() else "word/document.xml").decode()
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"<text:tab/>|<w:tab/>", " ", xml)).split())


@pytest.mark.parametrize("source", BY_HAND, ids=_naam)
def test_document_is_what_the_source_gives(source: Source) -> None:
    committed = (FOLDER / "documenten" / source.bestand).read_bytes()
    assert _parts(document(source)) == _parts(committed)


@pytest.mark.parametrize("source", BY_LIBREOFFICE, ids=_naam)
def test_libreoffice_document_has_the_text_of_the_source(source: Source, soffice: str) -> None:
    committed = (FOLDER / "documenten" / source.bestand).read_bytes()
    assert _text(resave(document(source), source.vorm["soort"])) == _text(committed)


@pytest.mark.parametrize("source", SOURCES, ids=_naam)
def test_label_is_what_the_source_gives(source: Source) -> None:
    assert (FOLDER / "labels" / f"{source.naam}.yaml").read_text(encoding="utf-8") == label_text(source)


@pytest.mark.parametrize("path", sorted((FOLDER / "labels").glob("*.yaml")), ids=lambda path: path.stem)
def test_label_is_valid(path: Path) -> None:
    gegevens = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert (FOLDER / gegevens["bestand"]).is_file()
    assert gegevens["soort"] in SOORTEN
    for key in ("vaststelling", "inwerkingtreding", "peildatum"):
        assert gegevens[key] is None or isinstance(gegevens[key], date)
    assert set(gegevens["oordelen"]) <= set(CODES)
    assert {oordeel["oordeel"] for oordeel in gegevens["oordelen"].values()} <= set(OORDELEN)
    if "structuur" in gegevens:
        structuur = gegevens["structuur"]
        assert structuur["aantal_artikelen"] == len(structuur["artikelnummers"])
        assert len(structuur.get("leden_per_artikel", structuur["artikelnummers"])) == len(structuur["artikelnummers"])


def test_nothing_is_left_over() -> None:
    expected = {source.bestand for source in SOURCES}
    assert {path.name for path in (FOLDER / "documenten").iterdir()} == expected
    assert {path.stem for path in (FOLDER / "labels").iterdir()} == {source.naam for source in SOURCES}


def test_corpus_is_large_and_varied() -> None:
    assert len(SOURCES) >= 32
    assert {source.vorm["soort"] for source in SOURCES} >= {"docx", "lo-docx", "odt", "xml", "html", "txt", "md"}
