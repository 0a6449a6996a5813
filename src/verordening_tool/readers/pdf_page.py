"""One page of a pdf: from characters with their places to lines in reading order, columns one after the other."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

import pypdfium2.raw as pdfium

MAX_CHARS = 200_000  # of one page
_COLUMN_GAP = 1.6  # in font sizes: a wider gap parts two columns or cells
_WORD_GAP = 0.6  # PDFium finds the spaces itself; this is for words that it runs together
_MIN_ROWS = 6  # rows side by side before two columns are believed


@dataclass(frozen=True, slots=True)
class Piece:
    """Text on one line without a wide gap; coordinates in points, y upwards, ``y`` the base line."""

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool
    angle: int = 0  # in quarter turns; -1 for slanted text such as watermarks


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line in reading order; ``room`` in characters up to the right edge of its column, ``gap`` above it in line heights."""

    text: str
    left: float
    size: float
    bold: bool
    room: float
    gap: float


@dataclass(slots=True)
class _Char:
    """A character in its place, turned upright."""

    sign: str
    left: float
    right: float
    y: float
    size: float
    angle: int


@dataclass(slots=True)
class _Growing:
    """A piece while its characters come in; ``last`` is the left edge of the last one."""

    chars: list[str]
    first: _Char
    right: float
    last: float
    bold: bool


def page_pieces(textpage: pdfium.FPDF_TEXTPAGE) -> list[Piece]:
    """The pieces of text on a page, in the order of the file; those that stand in another direction than most are left out."""
    pieces: list[Piece] = []
    growing: _Growing | None = None
    places = _Places(textpage)
    for index in range(min(pdfium.FPDFText_CountChars(textpage), MAX_CHARS)):
        sign = _sign(pdfium.FPDFText_GetUnicode(textpage, index))
        if sign.isspace():
            if growing is not None and sign == " ":
                growing.chars.append(" ")
            continue
        char = places.char(index, sign)
        if char is None:
            continue
        if growing is not None and _fits(growing, char):
            gap = char.left - growing.right
            growing.chars += [" ", sign] if gap > _WORD_GAP * char.size and growing.chars[-1] != " " else [sign]
            growing.right, growing.last = max(growing.right, char.right), char.left
            continue
        _close(growing, pieces)
        growing = _Growing([sign], char, char.right, char.left, _is_bold(textpage, index))
    _close(growing, pieces)
    return _main_direction(pieces)


class _Places:
    """Asks PDFium for places, with buffers that are used again."""

    def __init__(self, textpage: pdfium.FPDF_TEXTPAGE) -> None:
        self._page = textpage
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def char(self, index: int, sign: str) -> _Char | None:
        """The character at ``index``; None when it has no place on the page."""
        page, box, matrix = self._page, self._box, self._matrix
        if not pdfium.FPDFText_GetLooseCharBox(page, index, ctypes.byref(box)):
            return None
        if not pdfium.FPDFText_GetCharOrigin(page, index, ctypes.byref(self._x), ctypes.byref(self._y)):
            return None
        size = float(pdfium.FPDFText_GetFontSize(page, index))
        if pdfium.FPDFText_GetMatrix(page, index, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d) or 1.0
        if not 0 < size < 5000:
            size = max(float(box.top) - float(box.bottom), 1.0)
        angle = _quarter(pdfium.FPDFText_GetCharAngle(page, index))
        left, right, y = _turned(box, self._x.value, self._y.value, angle)
        return _Char(sign, left, right, y, size, angle)


def right_edge(pages: Sequence[Sequence[Piece]]) -> float:
    """Where full lines end in this document, in points; pages with little text do not count when there are fuller ones."""
    edges = [(len(rows), _edges(rows)[1]) for rows in map(_rows, pages)]
    full = [edge for count, edge in edges if count >= 12] or [edge for _, edge in edges]
    return max(full, default=0.0)


def ordered_lines(pieces: Sequence[Piece], right: float) -> list[PdfLine]:
    """Lines of a page as a person reads them: rows from top to bottom, and within a stretch of columns the left one first.

    ``right`` is the right edge of lines over the whole width.
    """
    rows = _rows(pieces)
    gutter = _gutter(rows)
    if gutter is None:
        return _column(rows, right)
    lines: list[PdfLine] = []
    for crosses, stretch in groupby(rows, key=lambda row: _crosses(row, gutter)):
        band = list(stretch)
        if crosses:
            lines += _column(band, right)
            continue
        for side in (
            [[piece for piece in row if piece.right <= gutter] for row in band],
            [[p for p in row if p.left >= gutter] for row in band],
        ):
            lines += _column(side, _edges([row for row in side if row])[1])
    return lines


def _sign(code: int) -> str:
    """A character as a person sees it: PDFium's mark for a hyphen at a line end, and the bullets of symbol fonts, spelled out."""
    if code in {0x02, 0xFFFE}:
        return "-"
    if 0xF020 <= code <= 0xF07E:
        return chr(code - 0xF000)
    if 0xF0A7 <= code <= 0xF0FC:
        return "•"
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _close(growing: _Growing | None, pieces: list[Piece]) -> None:
    text = "".join(growing.chars).strip() if growing is not None else ""
    if growing is not None and text:
        first = growing.first
        pieces.append(Piece(text, first.left, growing.right, first.y, first.size, growing.bold, first.angle))


def _fits(growing: _Growing, char: _Char) -> bool:
    """Whether a character goes on in the same piece: same line, no wide gap, not back to the left (but a ligature has one box)."""
    first, size = growing.first, max(growing.first.size, char.size)
    if char.angle != first.angle or abs(char.y - first.y) > 0.4 * size:
        return False
    return char.left == growing.last or -0.6 * size < char.left - growing.right < _COLUMN_GAP * size


def _quarter(radians: float) -> int:
    turns = radians / (math.pi / 2)
    return round(turns) % 4 if abs(turns - round(turns)) < 0.06 else -1


def _turned(box: pdfium.FS_RECTF, x: float, y: float, angle: int) -> tuple[float, float, float]:
    """Left, right and base line as they are when the text stands upright."""
    left, right, bottom, top = float(box.left), float(box.right), float(box.bottom), float(box.top)
    if angle == 1:
        return bottom, top, -x
    if angle == 2:
        return -right, -left, -y
    if angle == 3:
        return -top, -bottom, x
    return left, right, y


def _is_bold(textpage: pdfium.FPDF_TEXTPAGE, index: int) -> bool:
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int(0)
    pdfium.FPDFText_GetFontInfo(textpage, index, buffer, 128, ctypes.byref(flags))
    name = buffer.value.decode("latin-1").lower()
    return "bold" in name or "black" in name or int(pdfium.FPDFText_GetFontWeight(textpage, index)) >= 600


def _main_direction(pieces: list[Piece]) -> list[Piece]:
    sizes: Counter[int] = Counter()
    for piece in pieces:
        if piece.angle >= 0:
            sizes[piece.angle] += len(piece.text)
    main = sizes.most_common(1)[0][0] if sizes else 0
    return [piece for piece in pieces if piece.angle == main]


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces on the same base line (raised note marks too), from left to right; rows from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.y, piece.left)):
        if rows and abs(rows[-1][0].y - piece.y) < 0.4 * max(rows[-1][0].size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _gutter(rows: Sequence[Sequence[Piece]]) -> float | None:
    """The x between two columns of running text; None for one column, and for tables (their cells are short)."""
    left, right = _edges(rows)
    if right - left < 200:
        return None
    best: tuple[int, float] | None = None
    for step in range(30, 71):
        x = left + (right - left) * step / 100
        free = [row for row in rows if not _crosses(row, x) and row[0].right <= x and row[-1].left >= x]
        if len(free) >= _MIN_ROWS and (best is None or len(free) > best[0]) and _is_prose(free, x, left, right):
            best = (len(free), x)
    return best[1] if best is not None else None


def _is_prose(rows: Sequence[Sequence[Piece]], x: float, left: float, right: float) -> bool:
    """Both sides are filled from edge to edge, as running text is and a table or a pair of signatures is not."""
    near = [max(piece.right for piece in row if piece.right <= x) - min(piece.left for piece in row if piece.right <= x) for row in rows]
    far = [max(piece.right for piece in row if piece.left >= x) - min(piece.left for piece in row if piece.left >= x) for row in rows]
    return median(near) > 0.65 * (x - left) and median(far) > 0.65 * (right - x)


def _crosses(row: Sequence[Piece], x: float) -> bool:
    return any(piece.left < x < piece.right for piece in row)


def _edges(rows: Sequence[Sequence[Piece]]) -> tuple[float, float]:
    if not rows:
        return 0.0, 0.0
    lefts = sorted(row[0].left for row in rows)
    rights = sorted(max(piece.right for piece in row) for row in rows)
    return lefts[len(lefts) // 20], rights[-1 - len(rights) // 20]


def _column(rows: Sequence[Sequence[Piece]], right: float) -> list[PdfLine]:
    """Lines of one column, with the room left on each up to ``right`` and the gap above."""
    filled = [row for row in rows if row]
    lines: list[PdfLine] = []
    above: Piece | None = None
    for row in filled:
        text = " ".join(piece.text for piece in row)
        main = max(row, key=lambda piece: len(piece.text))  # a bullet before it may be of another size
        per_char = max((main.right - main.left) / len(main.text), 1.0)
        gap = (above.y - main.y) / max(main.size, 1.0) if above is not None else 0.0
        bold = all(piece.bold for piece in row if len(piece.text) > 2 or piece is main)
        lines.append(PdfLine(text, row[0].left, main.size, bold, (right - row[-1].right) / per_char, gap))
        above = main
    return lines
