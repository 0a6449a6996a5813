"""Files that can not be read: each kind has its own code, one Dutch sentence that names the file, and a remedy."""

from __future__ import annotations

import io
import os
import pickle
import zipfile
from pathlib import Path

import pytest

from verordening_tool.fouten import Gebruiksfout, Leesfout, OnveiligBestand
from verordening_tool.readers import MAX_BYTES, lees_bestand, lees_bytes

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + b"\0" * 600


def package(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        for name, text in parts.items():
            out.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return target.getvalue()


def types(kind: str) -> str:
    return f'<Types><Override PartName="/x.xml" ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>'


TYPES = "[Content_Types].xml"
GOOD_ZIP = package(**{"a.txt": "x" * 400})


@pytest.mark.parametrize(
    ("naam", "data", "code", "words"),
    [
        ("oud.doc", ole("WordDocument"), "WORD_OUD", "vóór 2007"),
        ("nieuw.docx", ole("WordDocument"), "WORD_OUD", ".docx"),
        ("oud.doc", OLE, "WORD_OUD", "vóór 2007"),
        ("raar.docx", OLE, "WORD_OUD", "wachtwoord"),
        ("geheim.docx", ole("EncryptedPackage"), "WACHTWOORD", "wachtwoord"),
        ("brief.rtf", b"{\\rtf1\\ansi tekst}", "RTF", "RTF"),
        ("brief.docx", b"{\\rtf1\\ansi tekst}", "RTF", ".docx"),
        ("begroting.xls", ole("Workbook"), "WERKBLAD", "werkblad"),
        ("begroting.xlsx", package(**{TYPES: types("spreadsheetml.sheet")}), "WERKBLAD", "werkblad"),
        ("begroting.ods", package(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "WERKBLAD", "werkblad"),
        ("praatje.pptx", package(**{TYPES: types("presentationml.presentation")}), "PRESENTATIE", "presentatie"),
        ("praatje.ppt", ole("PowerPoint Document"), "PRESENTATIE", "presentatie"),
        ("stukken.zip", GOOD_ZIP, "ARCHIEF", "Pak"),
        ("stukken.7z", b"7z\xbc\xaf\x27\x1c" + b"\0" * 90, "ARCHIEF", "Pak"),
        ("mail.msg", ole("__substg1.0_0037001F"), "EMAIL", "e-mail"),
        ("mail.eml", b"Received: from a\nMIME-Version: 1.0\n\nHallo", "EMAIL", "e-mail"),
        ("pagina.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n", "EMAIL", "webpagina"),
        ("foto.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "AFBEELDING", "afbeelding"),
        ("scan.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 90, "AFBEELDING", "afbeelding"),
        ("scan.tif", b"II*\x00" + b"\0" * 90, "AFBEELDING", "afbeelding"),
        ("leeg.docx", b"", "LEEG", "leeg"),
        ("leeg.txt", b"", "LEEG", "leeg"),
        ("wit.txt", b" \r\n\t\n ", "GEEN_TEKST", "geen tekst"),
        ("wit.md", b"---\n\n***\n", "GEEN_TEKST", "geen tekst"),
        ("wit.html", b"<html><body><p>&nbsp;</p></body></html>", "GEEN_TEKST", "geen tekst"),
        ("wit.xml", b"<cvdr><body><regeling><al/></regeling></body></cvdr>", "GEEN_TEKST", "geen tekst"),
        ("half.docx", GOOD_ZIP[: len(GOOD_ZIP) // 2], "BESCHADIGD", "beschadigd"),
        ("tekst.docx", b"dit is geen zip", "BESCHADIGD", "beschadigd"),
        ("tekst.pdf", b"dit is geen pdf", "BESCHADIGD", "beschadigd"),
        ("half.xml", b"<?xml version='1.0'?><cvdr><meta>", "BESCHADIGD", "beschadigd"),
        ("los.xml", b"<cvdr><a>&onbekend;</a></cvdr>", "BESCHADIGD", "regel 1"),
        ("~$concept.docx", b"\x08Anna" + b"\0" * 150, "WORD_HULPBESTAND", "concept.docx"),
        ("prog.exe", b"MZ\x90\0" + b"\0" * 90, "ONBEKEND", "geen document"),
        ("ruis.bin", bytes(range(1, 32)) * 20, "ONBEKEND", "tekst"),
        ("word.xml", b'<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>', "WORD_XML", "Word"),
        (
            "flat.xml",
            b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
            "WORD_XML",
            ".docx",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_unreadable(tmp_path: Path, naam: str, data: bytes, code: str, words: str) -> None:
    path = tmp_path / naam
    path.write_bytes(data)
    with pytest.raises(Leesfout) as caught:
        lees_bestand(path)
    fout = caught.value
    assert fout.code == code
    assert naam in fout.bericht
    assert words in str(fout)
    assert fout.advies.endswith(".")
    assert str(tmp_path) not in str(fout)
    assert fout.exitcode == 3


@pytest.mark.parametrize("text", ["BMW-verordening 2024", "MZ-lijst van stoelen", "BZh is geen archief", "PK is een afkorting", "%P 5"])
def test_text_that_begins_as_another_kind_of_file_does(text: str) -> None:
    assert [blok.tekst for blok in lees_bytes(text.encode(), "x.txt").blokken] == [text]


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(Leesfout, match="bestaat niet") as caught:
        lees_bestand(tmp_path / "weg.docx")
    assert caught.value.code == "ONTBREEKT"


def test_folder_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(Gebruiksfout, match="is een map") as caught:
        lees_bestand(tmp_path)
    assert caught.value.code == "MAP"
    assert "audit" in caught.value.advies


@pytest.mark.parametrize("naam", ["a\0b.txt", "x" * 5000 + ".txt"], ids=["nul-in-name", "name-too-long"])
def test_impossible_name(tmp_path: Path, naam: str) -> None:
    with pytest.raises(Leesfout):
        lees_bestand(tmp_path / naam)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    with pytest.raises(Leesfout, match="geen gewoon bestand"):
        lees_bestand(tmp_path / "pijp")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "open.docx"
    path.write_bytes(b"x")

    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(Leesfout, match="Sluit het bestand") as caught:
        lees_bestand(path)
    assert caught.value.code == "GEEN_TOEGANG"


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "groot.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 10)  # sparse: takes no room on disk
    with pytest.raises(Leesfout, match="te groot") as caught:
        lees_bestand(path)
    assert caught.value.code == "TE_GROOT"


@pytest.mark.parametrize("naam", ["lang.txt", "lang.xml", "lang.html"])
def test_text_too_large_for_its_format(naam: str) -> None:
    start = {"lang.txt": b"Tekst. ", "lang.xml": b"<?xml version='1.0'?><a>", "lang.html": b"<html><p>"}[naam]
    with pytest.raises(Leesfout, match="te groot") as caught:
        lees_bytes(start + b"woord " * 5_000_000, naam)
    assert caught.value.code == "TE_GROOT"


LAUGHS = '<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9))


@pytest.mark.parametrize(
    ("naam", "text"),
    [
        ("laughs.xml", f"<!DOCTYPE x [{LAUGHS}]><cvdr><al>&j;</al></cvdr>"),
        ("extern.xml", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><cvdr><al>X&e;Y</al></cvdr>'),
        ("parameter.xml", '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><cvdr><al>X</al></cvdr>'),
        ("diep.xml", "<cvdr>" + "<a>" * 5000 + "diep" + "</a>" * 5000 + "</cvdr>"),
        ("tags.xml", "<cvdr>" + "<a/>" * 700_000 + "</cvdr>"),
        ("alineas.xml", "<cvdr><body>" + "<al>x</al>" * 60_000 + "</body></cvdr>"),
        ("eigenschappen.html", "<p " + " ".join(f"a{nr}=1" for nr in range(100_000)) + ">x</p>"),
    ],
    ids=lambda value: value if len(value) < 20 else "",
)
def test_bombs_are_refused(naam: str, text: str) -> None:
    with pytest.raises(OnveiligBestand) as caught:
        lees_bytes(text.encode(), naam)
    assert "root:" not in str(caught.value)


def test_entities_of_a_page_are_not_expanded() -> None:
    page = f'<?xml version="1.0"?><!DOCTYPE html [{LAUGHS}]><html xmlns="http://www.w3.org/1999/xhtml"><p>X&j;</p></html>'
    assert sum(len(blok.tekst) for blok in lees_bytes(page.encode(), "laughs.html").blokken) < 100


def test_deep_html_is_refused_or_read_in_full() -> None:
    page = "<html><body>" + "<div>" * 3000 + "diep" + "</div>" * 3000 + "<p>slot</p></body></html>"
    try:
        document = lees_bytes(page.encode(), "diep.html")
    except OnveiligBestand:
        return
    assert [blok.tekst for blok in document.blokken] == ["diep", "slot"]


def test_errors_travel_between_processes() -> None:
    with pytest.raises(Leesfout) as caught:
        lees_bytes(ole("WordDocument"), "oud.doc")
    back = pickle.loads(pickle.dumps(caught.value))
    assert (type(back), back.code, str(back)) == (Leesfout, "WORD_OUD", str(caught.value))
