"""Lines, boxes, points and text in their places, for whatever kind of file.

Nobody can ask here how wide a letter will be, so it is taken to be as wide as in the widest of
the usual fonts; then no label is cut, whatever font the reader has.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from workbook.kinds.text import visible

WIDTH = 480
"""Units from side to side: at 360 pixels the smallest text has nine."""
MARGIN = 14
ROOM = WIDTH - 2 * MARGIN
"""Between the margins."""
LINE = 1.35
"""Height of a line of text, in its size."""
_NARROW, _WIDE = frozenset("iljIft.,:;'|!()[]/ \u00a0"), frozenset("mwMW@%—…")


@dataclass(frozen=True, slots=True)
class Word:
    """A line of text with its foot at a place. end: whether it ends there."""

    x: float
    y: float
    text: str
    size: int
    bold: bool = False
    end: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, full or empty."""

    x: float
    y: float
    width: float
    height: float
    full: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    width: float = 1


@dataclass(frozen=True, slots=True)
class Dot:
    """A point, full or empty."""

    x: float
    y: float
    full: bool = True


Shape = Word | Box | Line | Dot


def top(one: Shape) -> float:
    """Where a shape begins; of a word, where it stands."""
    return min(y for _, y in one.points) if isinstance(one, Line) else one.y


RADIUS = 3.5
"""Of a point."""


class Canvas:
    """Draws from top to bottom. y: where the next thing begins; shapes: what was drawn; cuts: where
    it may go on on another page."""

    def __init__(self) -> None:
        self.y = float(MARGIN)
        self.shapes: list[Shape] = []
        self.cuts: list[float] = []

    @property
    def height(self) -> float:
        """From the top to below what was drawn last."""
        return self.y + MARGIN

    def cut(self) -> None:
        """Here it may go on on another page."""
        self.cuts.append(self.y)

    def text(
        self, text: str, size: int = 13, *, bold: bool = False, x: float = MARGIN,
        room: float = ROOM,
    ) -> None:  # fmt: skip
        """A text in as many lines as it needs."""
        for line in wrapped(text, size * (1.08 if bold else 1), room):
            self.y += size * LINE
            self.word(x, self.y - size * 0.3, line, size, bold=bold)

    def word(
        self, x: float, y: float, text: str, size: int, *, bold: bool = False, end: bool = False,
    ) -> None:  # fmt: skip
        """A line of text with its foot at a place. end: whether it ends there."""
        self.shapes.append(Word(x, y, visible(text), size, bold, end))

    def box(self, x: float, y: float, width: float, height: float, *, full: bool = False) -> None:
        """A rectangle, full or empty."""
        self.shapes.append(Box(x, y, width, height, full))

    def line(self, *points: tuple[float, float], width: float = 1) -> None:
        """A line through points."""
        self.shapes.append(Line(points, width))

    def dot(self, x: float, y: float, *, full: bool = True) -> None:
        """A point, full or empty."""
        self.shapes.append(Dot(x, y, full))


def width(text: str, size: float) -> float:
    """How wide a text is at the most."""
    return size * sum(map(_width, text))


def _width(one: str) -> float:
    if unicodedata.combining(one):
        return 0
    if unicodedata.east_asian_width(one) in "WF":
        return 1.1
    if one in _NARROW:
        return 0.42
    if one in _WIDE:
        return 1.02
    return 0.78 if one.isupper() or not one.isascii() else 0.66


def wrapped(text: str, size: float, room: float) -> Iterator[str]:
    """A text in lines that are no wider than there is room; a word that is, in pieces."""
    now = ""
    for word in text.split():
        longer = f"{now} {word}".strip()
        if width(longer, size) <= room:
            now = longer
            continue
        if now:
            yield now
        *pieces, now = _pieces(word, size, room)
        yield from pieces
    if now:
        yield now


def _pieces(word: str, size: float, room: float) -> Iterator[str]:
    now = ""
    for one in word:
        if now and width(now + one, size) > room:
            yield now
            now = ""
        now += one
    yield now
