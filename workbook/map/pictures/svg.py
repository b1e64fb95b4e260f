"""A drawing as SVG: text that is text, a title and a description, black on white."""

from __future__ import annotations

from xml.sax.saxutils import escape

from workbook.kinds.text import visible
from workbook.map.pictures.canvas import RADIUS, WIDTH, Box, Dot, Line, Shape, Word
from workbook.map.pictures.drawing import Drawing
from workbook.map.pictures.layout import laid


def svg(drawing: Drawing, title: str, description: str) -> str:
    """A drawing as the text of a file. The same drawing gives the same text."""
    canvas = laid(drawing, title)
    height = _n(canvas.height)
    given = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
    font = 'font-family="Helvetica, Arial, sans-serif" fill="#000"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {given} role="img" aria-labelledby="t d" {font}>'
    )
    about = [
        f'<title id="t">{escape(visible(title))}</title>',
        f'<desc id="d">{escape(visible(description))}</desc>',
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
    ]
    return "\n".join([head, *about, *map(_drawn, canvas.shapes), "</svg>"]) + "\n"


def _drawn(one: Shape) -> str:
    match one:
        case Word(x, y, text, size):
            weight = ' font-weight="bold"' if one.bold else ""
            anchor = ' text-anchor="end"' if one.end else ""
            given = f'x="{_n(x)}" y="{_n(y)}" font-size="{size}"{weight}{anchor}'
            return f"<text {given}>{escape(text)}</text>"
        case Box(x, y, width, height):
            given = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
            return f'<rect {given} fill="{_fill(one.full)}" stroke="#333"/>'
        case Line(points):
            at = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
            given = f'points="{at}" fill="none" stroke="#333" stroke-width="{one.width}"'
            return f"<polyline {given}/>"
        case Dot(x, y):
            given = f'cx="{_n(x)}" cy="{_n(y)}" r="{RADIUS}"'
            return f'<circle {given} fill="{_fill(one.full)}" stroke="#333"/>'


def _fill(full: bool) -> str:
    return "#333" if full else "#fff"


def _n(number: float) -> str:
    """A number without what nobody sees."""
    return f"{number:.1f}".removesuffix(".0")
