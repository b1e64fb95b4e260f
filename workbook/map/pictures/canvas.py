"""A drawing as SVG: text that is text, a title and a description, black on white.

Nobody can ask here how wide a letter will be, so it is taken to be as wide as in the widest of
the usual fonts; then no label is cut, whatever font the reader has.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from xml.sax.saxutils import escape

from workbook.kinds.text import visible

WIDTH = 480
"""Units from side to side: at 360 pixels the smallest text has nine."""
MARGIN = 14
ROOM = WIDTH - 2 * MARGIN
"""Between the margins."""
LINE = 1.35
"""Height of a line of text, in its size."""
_NARROW, _WIDE = frozenset("iljIft.,:;'|!()[]/ \u00a0"), frozenset("mwMW@%—…")


class Canvas:
    """Draws from top to bottom. y: where the next thing begins."""

    def __init__(self) -> None:
        self.y = float(MARGIN)
        self._parts: list[str] = []

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
        weight = ' font-weight="bold"' if bold else ""
        anchor = ' text-anchor="end"' if end else ""
        given = f'x="{_n(x)}" y="{_n(y)}" font-size="{size}"{weight}{anchor}'
        self._parts.append(f"<text {given}>{escape(visible(text))}</text>")

    def box(self, x: float, y: float, width: float, height: float, *, full: bool = False) -> None:
        """A rectangle, full or empty."""
        fill = "#333" if full else "#fff"
        given = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
        self._parts.append(f'<rect {given} fill="{fill}" stroke="#333"/>')

    def line(self, *points: tuple[float, float], width: float = 1) -> None:
        """A line through points."""
        at = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        self._parts.append(
            f'<polyline points="{at}" fill="none" stroke="#333" stroke-width="{width}"/>'
        )

    def dot(self, x: float, y: float, *, full: bool = True) -> None:
        """A point, full or empty."""
        fill = "#333" if full else "#fff"
        self._parts.append(
            f'<circle cx="{_n(x)}" cy="{_n(y)}" r="3.5" fill="{fill}" stroke="#333"/>'
        )

    def whole(self, title: str, description: str) -> str:
        """All of it as a file."""
        height = _n(self.y + MARGIN)
        given = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
        font = 'font-family="Helvetica, Arial, sans-serif" fill="#000"'
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" {given} role="img" '
            f'aria-labelledby="t d" {font}>'
        )
        about = [
            f'<title id="t">{escape(visible(title))}</title>',
            f'<desc id="d">{escape(visible(description))}</desc>',
            f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        ]
        return "\n".join([head, *about, *self._parts, "</svg>"]) + "\n"


def _n(number: float) -> str:
    """A number without what nobody sees."""
    return f"{number:.1f}".removesuffix(".0")


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
