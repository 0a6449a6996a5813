"""What kind of file this is: content first, file name second. What can not be read is refused here, with its remedy."""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from enum import StrEnum
from pathlib import PurePath

from verordening_tool.fouten import Leesfout
from verordening_tool.readers.decode import decode


class Formaat(StrEnum):
    """Formats that have a reader."""

    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    XML = "xml"
    HTML = "html"
    TEKST = "tekst"
    MARKDOWN = "markdown"


_OPSLAAN = "Open het in {programma}, kies Opslaan als → {soort} en probeer het opnieuw."
_WORD = _OPSLAAN.format(programma="Word", soort="Word-document (.docx)")
_LEESBAAR = "Lever de tekst aan als .docx, .odt, .pdf, .html, .xml of .txt."
_ALS_DOCUMENT = "Zet de tekst van de regeling in een Word-document (.docx) en probeer het opnieuw."

_WACHTWOORD = (
    "WACHTWOORD",
    "is met een wachtwoord beveiligd",
    "Open het in Word, haal het wachtwoord weg (Bestand → Info → Document beveiligen) en sla het opnieuw op.",
)
_OLE_KINDS = (
    (("EncryptedPackage", "EncryptionInfo"), _WACHTWOORD),
    (("WordDocument",), ("WORD_OUD", "is een Word-bestand van vóór 2007 (.doc) en kan niet worden gelezen", _WORD)),
    (("Workbook", "Book"), ("WERKBLAD", "is een werkblad van Excel, geen tekstdocument", _ALS_DOCUMENT)),
    (("PowerPoint Document",), ("PRESENTATIE", "is een presentatie, geen tekstdocument", _ALS_DOCUMENT)),
    (("__substg1.0_", "__properties_version1.0"), ("EMAIL", "is een e-mailbericht uit Outlook", _ALS_DOCUMENT)),
)

_UNREADABLE = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error, NotImplementedError, RuntimeError, OSError,
    ValueError, EOFError, OverflowError,
)  # fmt: skip

_MARKDOWN_NAMES = frozenset({".md", ".markdown"})
_HTML_NAMES = frozenset({".html", ".htm", ".xhtml"})
_TEXT_NAMES = frozenset({".txt", ".text", ""})
_PACKAGE_NAMES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott"})
_IMAGES = (
    b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00", b"\x00\x00\x00\x0cjP",
)  # fmt: skip
_ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh91AY", b"\xfd7zXZ\x00")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_XML_START = re.compile(r"\s*(?:<\?xml\b|<!DOCTYPE\s+(?!html)|<[A-Za-z_][\w.-]*:?[\w.-]*(?:\s+[\w:.-]+\s*=|\s*/?>))", re.DOTALL)
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!doctype\s+html|<(?:html|head|body|meta|title|p|div|h[1-6]|table|ul|ol|span|br|article|main|section|font|center|style)\b[^<]{0,2000}>)",
    re.IGNORECASE | re.DOTALL,
)
_HTML_DOCUMENT = re.compile(r"\s*<(?:!doctype|html)", re.IGNORECASE)
_LAST_TAG = re.compile(r"</[A-Za-z_][\w:.-]*>\s*$")
_MAIL = re.compile(r"(?:MIME-Version|Received|Return-Path|Delivered-To|X-Mozilla-Status):\s", re.IGNORECASE)


def sniff(data: bytes, naam: str) -> Formaat:
    """Format of ``data``; ``naam`` (file name) decides only where contents can not.

    Raises Leesfout, each kind with its own code, when no reader can make text of it.
    """
    if not data:
        raise Leesfout(f"{naam} is leeg (0 bytes).", "Controleer of het bestand goed is opgeslagen of overgekomen.", code="LEEG")
    if naam.startswith("~$") and len(data) < 1024:
        raise Leesfout(
            f"{naam} is een hulpbestand dat Word maakt zolang een document openstaat.",
            f"Kies het document zelf ({naam[2:] or 'zonder ~$'}).",
            code="WORD_HULPBESTAND",
        )
    if data.startswith(_OLE):
        raise _ole_error(data, naam)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_format(data, naam)
    if b"%PDF-" in data[:1024]:
        return Formaat.PDF
    _refuse_binary(data, naam)
    return _text_format(data, naam)


def _text_format(data: bytes, naam: str) -> Formaat:
    head = decode(data[:8192])
    extension = PurePath(naam).suffix.lower()
    if _MAIL.match(head) or (extension in {".mht", ".mhtml", ".eml"} and "MIME-Version:" in head):
        raise Leesfout(f"{naam} is een e-mailbericht of een opgeslagen webpagina in één bestand (MIME).", _ALS_DOCUMENT, code="EMAIL")
    found = _markup(data, _COMMENT.sub("", head), extension)
    if found is not None:
        return found
    if "\x00" in head:
        raise Leesfout(f"{naam} is geen document dat gelezen kan worden.", _LEESBAAR, code="ONBEKEND")
    if extension in _PACKAGE_NAMES | {".pdf"}:
        raise _damaged(naam)
    return Formaat.MARKDOWN if extension in _MARKDOWN_NAMES else Formaat.TEKST


def _markup(data: bytes, head: str, extension: str) -> Formaat | None:
    """HTML or XML by its first tag; a text that merely begins with one stays a text."""
    markdown = extension in _MARKDOWN_NAMES
    if _HTML_START.match(head) and (not markdown or _HTML_DOCUMENT.match(head)):
        return Formaat.HTML
    if extension in _HTML_NAMES:
        return Formaat.XML if head.lstrip().startswith("<?xml") and "html" not in head.lower() else Formaat.HTML
    if markdown or not _XML_START.match(head):
        return None
    certain = extension not in _TEXT_NAMES or head.lstrip().startswith("<?xml")
    return Formaat.XML if certain or _LAST_TAG.search(decode(data[-2048:])) else None


def _refuse_binary(data: bytes, naam: str) -> None:
    if data.startswith(b"{\\rtf"):
        raise Leesfout(f"{naam} is een RTF-bestand en kan niet worden gelezen.", _WORD, code="RTF")
    bitmap = data.startswith(b"BM") and data[6:10] == b"\0\0\0\0"
    if data.startswith(_IMAGES) or bitmap or data[4:8] == b"ftyp" or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        raise Leesfout(
            f"{naam} is een afbeelding, geen tekst.", "Lever het document zelf aan, of een pdf met leesbare tekst.", code="AFBEELDING"
        )
    if data.startswith(_ARCHIVES):
        raise Leesfout(f"{naam} is een archief met bestanden.", "Pak het eerst uit en kies het document dat erin zit.", code="ARCHIEF")
    if data.startswith((b"\xdb\xa5", b"\xfe7\x00", b"\x31\xbe\x00")):  # Word 1 and 2
        raise _old_word(naam)
    program = data.startswith(b"MZ") and b"\0" in data[:64]
    if program or data.startswith((b"\x7fELF", b"SQLite format 3", b"\x00\x00\x00\x00")):
        raise Leesfout(f"{naam} is geen document dat gelezen kan worden.", _LEESBAAR, code="ONBEKEND")


def _old_word(naam: str) -> Leesfout:
    return Leesfout(f"{naam} is een Word-bestand van vóór 2007 (.doc) en kan niet worden gelezen.", _WORD, code="WORD_OUD")


def _ole_error(data: bytes, naam: str) -> Leesfout:
    """Which of the many files in Microsoft's compound format this is, by the names of its streams."""
    for streams, (code, bericht, advies) in _OLE_KINDS:
        if any(stream.encode("utf-16-le") in data for stream in streams):
            return Leesfout(f"{naam} {bericht}.", advies, code=code)
    if PurePath(naam).suffix.lower() in {".doc", ".dot"}:
        return _old_word(naam)
    return Leesfout(
        f"{naam} is een Word-bestand van vóór 2007, of met een wachtwoord beveiligd, en kan niet worden gelezen.",
        f"Haal zo nodig het wachtwoord weg. {_WORD}",
        code="WORD_OUD",
    )


def _zip_format(data: bytes, naam: str) -> Formaat:
    """Look at the central directory only; the reader itself opens the parts, with its own guards."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            types = _part(package, names, "[Content_Types].xml")
            mimetype = _part(package, names, "mimetype").strip()
    except _UNREADABLE as error:
        raise _damaged(naam) from error
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return Formaat.ODT
    if b"wordprocessingml" in types or (not types and any(name.lower().endswith("word/document.xml") for name in names)):
        return Formaat.DOCX
    if b"spreadsheetml" in types or b"ms-excel" in types or mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        raise Leesfout(f"{naam} is een werkblad, geen tekstdocument.", _ALS_DOCUMENT, code="WERKBLAD")
    if b"presentationml" in types or mimetype.startswith(b"application/vnd.oasis.opendocument.presentation"):
        raise Leesfout(f"{naam} is een presentatie, geen tekstdocument.", _ALS_DOCUMENT, code="PRESENTATIE")
    if PurePath(naam).suffix.lower() in _PACKAGE_NAMES:
        if types or "content.xml" not in names:
            return Formaat.DOCX  # odd or broken content types: its reader knows what is wrong
        return Formaat.ODT
    raise Leesfout(f"{naam} is een archief met bestanden.", "Pak het eerst uit en kies het document dat erin zit.", code="ARCHIEF")


def _part(package: zipfile.ZipFile, names: list[str], name: str) -> bytes:
    if name not in names:
        return b""
    with package.open(name) as part:
        return part.read(1_000_000)


def _damaged(naam: str) -> Leesfout:
    return Leesfout(
        f"{naam} is beschadigd en kan niet worden gelezen.",
        "Open het in Word of LibreOffice, herstel het en sla het opnieuw op; of vraag het bestand nog eens op.",
        code="BESCHADIGD",
    )
