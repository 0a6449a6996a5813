"""Open an Office package from bytes without trusting it.

The central directory is judged before anything is unpacked; XML is parsed without DTD, entities or network;
relationships that lead out of the package do not exist here. Guards: anchors E.3.
"""

from __future__ import annotations

import codecs
import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from lxml import etree

from verordening_tool.fouten import Leesfout, OnveiligBestand
from verordening_tool.ooxml.names import R_NS, RELS_NS, STRICT, TYPES_NS

MAX_ENTRIES = 10_000
MAX_PART = 64 * 2**20
MAX_TOTAL = 256 * 2**20
MAX_RATIO = 200
RATIO_FROM = 2**20  # small parts may compress better than MAX_RATIO: a page of blanks does; real parts stay below 50
MAX_TAGS = 4_000_000  # each costs memory; a text of a thousand pages has a quarter of it

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    KeyError,
    IndexError,
    OverflowError,
)
_DAMAGED_ADVICE = "Open het bestand in Word en sla het opnieuw op als .docx. Lukt dat niet, vraag dan om een nieuw exemplaar."
_UNSAFE_ADVICE = "Open het bestand in Word, controleer of u de afzender kent, en sla het opnieuw op als .docx."


def is_ole(data: bytes) -> bool:
    """Tell whether ``data`` is an OLE file: an old .doc, or a .docx behind a password."""
    return data.startswith(_OLE)


def ole_fout(data: bytes) -> Leesfout:
    """The error for an OLE file: a password, or a format from before 2007."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Leesfout(
            "Dit Word-bestand is beveiligd met een wachtwoord.",
            "Open het in Word, haal het wachtwoord weg (Bestand > Info > Document beveiligen) en sla het op als .docx.",
            code="BEVEILIGD",
        )
    if "WordDocument".encode("utf-16-le") in data:
        return Leesfout(
            "Dit is een oud Word-bestand (.doc).",
            "Open het in Word of LibreOffice en sla het op als .docx.",
            code="OUD_WORD",
        )
    return Leesfout(
        "Dit is een oud Word-bestand (.doc) of een beveiligd bestand.",
        "Open het in Word, haal een wachtwoord zo nodig weg en sla het op als .docx.",
        code="OUD_WORD",
    )


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship inside the package: ``soort`` is the last word of its type, ``target`` a part name."""

    soort: str
    target: str


class Package:
    """A zip of parts, judged before it is unpacked.

    Raises ``Leesfout`` for what is no usable package and ``OnveiligBestand`` for what breaks a guard.
    """

    def __init__(self, data: bytes) -> None:
        if is_ole(data):
            raise ole_fout(data)
        if not data:
            raise Leesfout("Het bestand is leeg.", "Controleer of het bestand goed is opgeslagen of gedownload.", code="LEEG")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED as error:
            raise damaged() from error
        self._entries = _judge(self._zip.infolist())
        self._relationships: dict[str, dict[str, Relationship]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str) -> bytes:
        """Bytes of a part; ``Leesfout`` when it is missing or damaged."""
        try:
            with self._zip.open(self._entries[name]) as part:
                return part.read(MAX_PART)
        except _DAMAGED as error:
            raise damaged() from error

    def xml(self, name: str) -> etree._Element:
        """Root element of an XML part. Child indexes count comments and processing instructions, as lxml does."""
        return parse_xml(self.read(name))

    def relationships(self, name: str) -> dict[str, Relationship]:
        """Relationships of a part by id, without those that lead out of the package; "" is the package itself."""
        if name not in self._relationships:
            self._relationships[name] = self._read_relationships(name)
        return self._relationships[name]

    def _read_relationships(self, name: str) -> dict[str, Relationship]:
        folder, base = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if rels not in self:
            return {}
        found = {}
        for rel in self.xml(rels).iter(f"{{{RELS_NS}}}Relationship"):
            target = rel.get("Target")
            if target and rel.get("TargetMode") != "External":
                soort = (rel.get("Type") or "").rsplit("/", 1)[-1]
                found[rel.get("Id") or ""] = Relationship(soort, _part_name(folder, target))
        return found

    @cached_property
    def main(self) -> str:
        """Name of the main document part: by relationship, else by content type, else by its usual name."""
        for rel in self.relationships("").values():
            if rel.soort == "officeDocument" and rel.target in self:
                return rel.target
        if "[Content_Types].xml" in self:
            for override in self.xml("[Content_Types].xml").iter(f"{{{TYPES_NS}}}Override"):
                name = (override.get("PartName") or "").lstrip("/")
                if (override.get("ContentType") or "").endswith(".main+xml") and name in self:
                    return name
        if "word/document.xml" in self:
            return "word/document.xml"
        raise Leesfout(
            "Dit is geen Word-document: de tekst ontbreekt in het bestand.",
            _DAMAGED_ADVICE,
            code="GEEN_WORD",
        )


def _judge(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Entries by part name, when the central directory shows nothing dangerous."""
    if len(infos) > MAX_ENTRIES:
        raise _unsafe("Het bestand bevat te veel onderdelen.")
    if sum(info.file_size for info in infos) > MAX_TOTAL:
        raise _unsafe("Het bestand wordt uitgepakt te groot.")
    entries: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = info.filename.replace("\\", "/")
        if name.endswith("/"):
            continue
        if name.startswith("/") or ".." in name.split("/"):
            raise _unsafe("Het bestand bevat een onderdeel met een verdachte naam.")
        if name in entries:
            raise _unsafe("Het bestand bevat twee keer hetzelfde onderdeel.")
        if info.flag_bits & 0x1:
            raise Leesfout("Het bestand is versleuteld.", "Haal het wachtwoord weg en sla het opnieuw op.", code="BEVEILIGD")
        too_dense = info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1)
        if info.file_size > MAX_PART or too_dense:
            raise _unsafe("Het bestand wordt uitgepakt te groot.")
        entries[name] = info
    return entries


def _part_name(folder: str, target: str) -> str:
    target = unquote(target.replace("\\", "/"))
    absolute = target if target.startswith("/") else posixpath.join("/", folder, target)
    return posixpath.normpath(absolute).lstrip("/")


def parse_xml(data: bytes) -> etree._Element:
    """Root of ``data``, strict namespaces made transitional; refuses a DTD and nesting deeper than 256."""
    data = _as_utf8(data)
    if b"purl.oclc.org/ooxml" in data:
        for strict, transitional in STRICT:
            data = data.replace(strict, transitional)
    return parse_to_edit(data)


def parse_to_edit(data: bytes) -> etree._Element:
    """Root of ``data`` with the namespaces that it has, to change it and write it back; same guards as ``parse_xml``."""
    data = _as_utf8(data)
    if b"<!DOCTYPE" in data:
        raise _unsafe("Het bestand bevat een DTD; dat hoort niet in een Word-bestand.")
    if data.count(b"<") > MAX_TAGS:
        raise _unsafe("Het bestand bevat te veel elementen.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise _unsafe("De opbouw van het bestand is te diep genest.") from error
        raise damaged() from error
    except ValueError as error:  # an encoding that lxml does not accept
        raise damaged() from error
    return root


def _as_utf8(data: bytes) -> bytes:
    """Bring UTF-16 to UTF-8, without the declaration that names it."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data
    text = data.decode("utf-16", errors="replace")
    return text[text.find("?>") + 2 if text.startswith("<?xml") else 0 :].encode()


def r_attribute(element: etree._Element, name: str = "id") -> str:
    """The relationship id in attribute r:``name``, or ""."""
    return element.get(f"{{{R_NS}}}{name}") or ""


def damaged() -> Leesfout:
    """The error for a package that is not whole."""
    return Leesfout("Het bestand is beschadigd of is geen Word-bestand.", _DAMAGED_ADVICE, code="BESCHADIGD")


def _unsafe(bericht: str) -> OnveiligBestand:
    return OnveiligBestand(bericht, _UNSAFE_ADVICE)
