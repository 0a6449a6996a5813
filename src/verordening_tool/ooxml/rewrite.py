"""Write an Office package again with some parts changed: every other part keeps its bytes, compressed as they were.

The result depends on nothing but what goes in: entries stay in their order, a changed part keeps the time of its entry,
and a new part has the first time that a zip can hold.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from verordening_tool.ooxml.package import damaged

_LOCAL = struct.Struct("<4s5H3I2H")  # ISO 21320 / APPNOTE 4.3.7
_CENTRAL = struct.Struct("<4s6H3I5H2I")  # APPNOTE 4.3.12
_END = struct.Struct("<4s4H2IH")  # APPNOTE 4.3.16
_DEFLATE, _VERSION, _UTF8, _SIZES_BEHIND = 8, 20, 0x800, 0x8
_FIRST_TIME = (0, 1 << 5 | 1)  # 1980-01-01 00:00, as time and date of MS-DOS
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


def to_bytes(root: etree._Element) -> bytes:
    """A part as Word writes it: UTF-8, with its declaration and what stands before the root."""
    return _DECLARATION + etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of the new zip: header fields and compressed bytes."""

    name: bytes
    flags: int
    method: int
    time: tuple[int, int]
    crc: int
    size: int
    data: bytes
    system: tuple[int, int] = (_VERSION, 0)  # made by, internal attributes
    attributes: int = 0

    def fields(self) -> tuple[int, ...]:
        """What local and central header have in common."""
        return (_VERSION, self.flags, self.method, *self.time, self.crc, len(self.data), self.size, len(self.name), 0)


def rewrite(package: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The package with these parts in the place of the ones it has, or behind them when it does not have them."""
    left = dict(parts)
    entries = []
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for info in archive.infolist():
            entry = _copied(package, info)
            content = left.pop(info.filename.replace("\\", "/"), None)
            entries.append(entry if content is None else _compressed(entry.name, content, entry.flags & _UTF8, entry.time))
    entries.extend(_compressed(name.encode("utf-8"), content, _UTF8, _FIRST_TIME) for name, content in left.items())
    return _zip(entries)


def _copied(package: bytes, info: zipfile.ZipInfo) -> _Entry:
    start = info.header_offset + _LOCAL.size
    if start > len(package):
        raise damaged()
    header = _LOCAL.unpack(package[info.header_offset : start])
    name_length, extra_length = header[-2:]
    at = start + name_length + extra_length
    data = package[at : at + info.compress_size]
    if len(data) != info.compress_size:
        raise damaged()
    return _Entry(
        name=info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437"),
        flags=info.flag_bits & ~_SIZES_BEHIND,
        method=info.compress_type,
        time=(header[4], header[5]),
        crc=info.CRC,
        size=info.file_size,
        data=data,
        system=(info.create_version | info.create_system << 8, info.internal_attr),
        attributes=info.external_attr,
    )


def _compressed(name: bytes, content: bytes, flags: int, time: tuple[int, int]) -> _Entry:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return _Entry(name, flags, _DEFLATE, time, zlib.crc32(content), len(content), packer.compress(content) + packer.flush())


def _zip(entries: list[_Entry]) -> bytes:
    out, central = io.BytesIO(), io.BytesIO()
    for entry in entries:
        made_by, internal = entry.system
        central.write(_CENTRAL.pack(b"PK\x01\x02", made_by, *entry.fields(), 0, 0, internal, entry.attributes, out.tell()) + entry.name)
        out.write(_LOCAL.pack(b"PK\x03\x04", *entry.fields()) + entry.name + entry.data)
    size, start = central.tell(), out.tell()
    out.write(central.getvalue())
    out.write(_END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), size, start, 0))
    return out.getvalue()
