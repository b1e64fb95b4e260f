"""A drawing as an enhanced metafile, which word processors draw without any other program: Word of
every age, LibreOffice. Its text is text ([MS-EMF], whose names of records are used here)."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable, Iterator

from workbook.map.pictures.canvas import RADIUS, WIDTH, Box, Canvas, Dot, Line, Shape, Word, top
from workbook.map.pictures.drawing import Drawing
from workbook.map.pictures.layout import laid

_FINE = 20
"""Units of the file in one of ours."""
_DOTS = 96
"""Ours in an inch, where a drawing has its own size."""
_SMALLEST = 0.75
"""In what part of its size a drawing is still read on paper: then it goes on on another page."""
_HEADER, _POLYLINE, _EOF, _SELECT = 1, 4, 14, 37
_WINDOW_EXTENT, _WINDOW_ORIGIN, _VIEW_EXTENT, _VIEW_ORIGIN = 9, 10, 11, 12
_MAP_MODE, _BACKGROUND, _TEXT_ALIGN = 17, 18, 22
_CREATE_PEN, _CREATE_BRUSH, _CREATE_FONT = 38, 39, 82
_ELLIPSE, _RECTANGLE, _TEXT = 42, 43, 84
_ANISOTROPIC, _TRANSPARENT, _BASELINE, _RIGHT = 8, 1, 24, 2
_GRAY, _WHITE = 0x333333, 0xFFFFFF
_FACE = "Arial"
_DIGITS = "556 " * 10
_PLAIN = tuple(map(int, (
    f"278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 {_DIGITS} 278 278 584 584 "
    "584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 "
    "722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 "
    "222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
).split()))  # fmt: skip
_BOLD = tuple(map(int, (
    f"278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 {_DIGITS} 333 333 584 584 "
    "584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 "
    "722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 "
    "278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584"
).split()))  # fmt: skip
"""How wide the signs from the blank to the tilde are in this face, in thousandths of its size; a
metafile says where each letter of a text begins."""
_OTHERS = {"–": 556, "—": 1000, "…": 1000, "→": 1000, "’": 222, "“": 333, "”": 333}


def emf(drawing: Drawing, title: str, highest: float) -> list[bytes]:
    """A drawing as the bytes of a file, of several where it is too high for one page. highest:
    inches that it may take there. The same drawing gives the same bytes."""
    canvas, room = laid(drawing, title), highest * _DOTS
    pieces = list(_pieces(canvas, room / _SMALLEST))
    part = min(1.0, room / max(foot - start for start, foot in pieces))
    return [_file(canvas, start, foot, part) for start, foot in pieces]


def _pieces(canvas: Canvas, most: float) -> Iterator[tuple[float, float]]:
    """From where to where each part of a drawing reaches: as much as there is room for."""
    start = last = 0.0
    for at in (*canvas.cuts, canvas.height):
        if at - start > most and last > start:
            yield start, last
            start = last
        last = at
    yield start, canvas.height


def _file(canvas: Canvas, start: float, foot: float, part: float) -> bytes:
    """What stands from one height to another, shown in that part of its size."""
    wide, high = round(WIDTH * part), round((foot - start) * part)
    shapes = [one for one in canvas.shapes if start <= top(one) < foot]
    records = list(_Records(shapes, start, foot, wide, high).all())
    body = b"".join(records)
    return _header(wide, high, len(body), len(records) + 1) + body


def _header(wide: int, high: int, size: int, count: int) -> bytes:
    """What the file is, and how large it is to be shown."""
    frame = (round(one * 2540 / _DOTS) for one in (wide, high))
    of_all = 88
    return struct.pack(
        "<II4i4i4sIIIHHIIIiiii", _HEADER, of_all, 0, 0, wide, high, 0, 0, *frame,
        b" EMF", 0x10000, of_all + size, count, _Records.HANDLES, 0, 0, 0, 0,
        1920, 1080, 508, 286,  # a screen of as many dots and millimetres: 96 dots in an inch
    )  # fmt: skip


class _Records:
    """The records of some shapes, in their order. start, foot: from where to where they reach;
    wide, high: how large that is to be shown."""

    HANDLES = 11
    PENS, BRUSHES, FONTS = {1: 1, 2: 2}, {False: 3, True: 4}, (13, 14, 16)

    def __init__(
        self, shapes: list[Shape], start: float, foot: float, wide: int, high: int
    ) -> None:
        self.shapes, self.start, self.foot = shapes, start, foot
        self.wide, self.high = wide, high

    def all(self) -> Iterator[bytes]:
        yield _record(_MAP_MODE, "I", _ANISOTROPIC)
        yield _record(_WINDOW_ORIGIN, "ii", 0, round(self.start * _FINE))
        yield _record(_WINDOW_EXTENT, "ii", WIDTH * _FINE, round((self.foot - self.start) * _FINE))
        yield _record(_VIEW_ORIGIN, "ii", 0, 0)
        yield _record(_VIEW_EXTENT, "ii", self.wide, self.high)
        yield _record(_BACKGROUND, "I", _TRANSPARENT)
        for width, pen in self.PENS.items():
            yield _record(_CREATE_PEN, "IIiiI", pen, 0, width * _FINE, 0, _GRAY)
        for full, brush in self.BRUSHES.items():
            yield _record(_CREATE_BRUSH, "IIII", brush, 0, _GRAY if full else _WHITE, 0)
        for size in self.FONTS:
            for bold in (False, True):
                yield _font(self._font(size, bold), size, bold)
        for one in self.shapes:
            yield from self._drawn(one)
        yield _record(_EOF, "III", 0, 0, 20)

    def _font(self, size: int, bold: bool) -> int:
        return 5 + 2 * self.FONTS.index(size) + bold

    def _drawn(self, one: Shape) -> Iterator[bytes]:
        match one:
            case Word(x, y, text, size):
                yield _record(_SELECT, "I", self._font(size, one.bold))
                yield _record(_TEXT_ALIGN, "I", _BASELINE | (_RIGHT if one.end else 0))
                yield _text(x, y, text, size, one.bold)
            case Box(x, y, width, height):
                yield from self._filled(one.full)
                yield _record(_RECTANGLE, "4i", *_fine((x, y, x + width, y + height)))
            case Dot(x, y):
                yield from self._filled(one.full)
                around = (x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS)
                yield _record(_ELLIPSE, "4i", *_fine(around))
            case Line(points):
                yield _record(_SELECT, "I", self.PENS[round(one.width)])
                places = _fine(at for point in points for at in point)
                form = f"4iI{2 * len(points)}i"
                yield _record(_POLYLINE, form, 0, 0, 0, 0, len(points), *places)

    def _filled(self, full: bool) -> Iterator[bytes]:
        yield _record(_SELECT, "I", self.PENS[1])
        yield _record(_SELECT, "I", self.BRUSHES[full])


def _fine(places: Iterable[float]) -> Iterator[int]:
    return (round(one * _FINE) for one in places)


def _record(kind: int, form: str, *values: int | float | bytes) -> bytes:
    """A record: its kind, its size, what it holds, in fours of bytes."""
    data = struct.pack(f"<{form}", *values)
    data += b"\0" * (-len(data) % 4)
    return struct.pack("<II", kind, len(data) + 8) + data


def _font(handle: int, size: int, bold: bool) -> bytes:
    face = _FACE.encode("utf-16-le").ljust(64, b"\0")
    weight = 700 if bold else 400
    rest = bytes(228)  # other names of it, and what it looks like
    return _record(
        _CREATE_FONT, "I5i8B64s228s", handle, -size * _FINE, 0, 0, 0, weight, 0, 0, 0, 1, 0, 0, 0,
        0, face, rest,
    )  # fmt: skip


def _text(x: float, y: float, text: str, size: int, bold: bool) -> bytes:
    data = text.encode("utf-16-le", "replace")
    ways = [round(size * _FINE * one / 1000) for one in _widths(text, bold)]
    count, text_at = len(ways), 76
    padded = data + b"\0" * (-len(data) % 4)
    return _record(
        _TEXT, f"4iIff2i3I4iI{len(padded)}s{count}I", 0, 0, 0, 0, 1, 1.0, 1.0, *_fine((x, y)),
        count, text_at, 0, 0, 0, 0, 0, text_at + len(padded), padded, *ways,
    )  # fmt: skip


def _widths(text: str, bold: bool) -> Iterator[int]:
    """How wide each sign of a text is; a sign beyond the first plane is two in the file."""
    known = _BOLD if bold else _PLAIN
    for one in text:
        plain = unicodedata.normalize("NFKD", one)[0]
        if unicodedata.combining(one):
            yield 0
        elif " " <= plain <= "~":
            yield known[ord(plain) - ord(" ")]
        else:
            yield 1000 if unicodedata.east_asian_width(one) in "WF" else _OTHERS.get(one, 556)
        if one > "\uffff":
            yield 0
