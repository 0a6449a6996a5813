"""Makes small pdf files for tests: text at given places, one content stream per page, Helvetica."""

from __future__ import annotations

from collections.abc import Sequence

Text = tuple[float, float, str]  # x and y of the base line in points, text
WIDTH, HEIGHT = 595, 842


def pdf(
    pages: Sequence[Sequence[Text]], *, size: float = 10, bold: frozenset[str] = frozenset(), extra: str = "", picture: bool = False
) -> bytes:
    """A pdf of A4 pages; texts in ``bold`` are set in Helvetica-Bold, ``extra`` is put before each page's own operators."""
    objects: list[bytes] = []

    def add(body: str | bytes) -> int:
        objects.append(body if isinstance(body, bytes) else body.encode("cp1252"))
        return len(objects)

    fonts = [
        add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>") for name in ("Helvetica", "Helvetica-Bold")
    ]
    image = add(_stream(b"\xff\x00\x00", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8"))
    kids: list[int] = []
    pages_number = len(objects) + 2 * len(pages) + 1
    for page in pages:
        operators = [extra] + [
            f"BT /F{2 if text in bold else 1} {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET" for x, y, text in page
        ]
        operators += ["q 500 0 0 700 40 60 cm /I1 Do Q"] if picture else []
        content = add(_stream("\n".join(operators).encode("cp1252"), ""))
        resources = f"<< /Font << /F1 {fonts[0]} 0 R /F2 {fonts[1]} 0 R >> /XObject << /I1 {image} 0 R >> >>"
        box = f"/MediaBox [0 0 {WIDTH} {HEIGHT}]"
        kids.append(add(f"<< /Type /Page /Parent {pages_number} 0 R {box} /Contents {content} 0 R /Resources {resources} >>"))
    add(f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>")
    root = add(f"<< /Type /Catalog /Pages {pages_number} 0 R >>")
    return _file(objects, root)


def lines(texts: Sequence[str], *, x: float = 70, top: float = 780, step: float = 13) -> list[Text]:
    """Texts below each other; an empty one leaves a line open."""
    return [(x, top - step * index, text) for index, text in enumerate(texts) if text]


def _stream(data: bytes, entries: str) -> bytes:
    return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: Sequence[bytes], root: int) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    return bytes(out) + f"trailer << /Size {len(objects) + 1} /Root {root} 0 R >>\nstartxref\n{start}\n%%EOF".encode()
