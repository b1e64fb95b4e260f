"""What lies where in a drawing: one column, so that its text is large enough on a telephone too."""

from __future__ import annotations

from workbook.map.pictures.canvas import LINE, MARGIN, RADIUS, ROOM, WIDTH, Canvas, width, wrapped
from workbook.map.pictures.drawing import Bars, Drawing, Flow, Item, Lines, Point

_BAR, _PANEL, _PAD, _ARROW = 14, 56, 8, 18


def laid(drawing: Drawing, title: str) -> Canvas:
    """A drawing under its title, each thing of it in its place."""
    canvas = Canvas()
    canvas.text(title, 16, bold=True)
    canvas.y += _PAD
    match drawing:
        case Bars():
            _bars(canvas, drawing)
        case Lines():
            _lines(canvas, drawing)
        case Flow():
            _flow(canvas, drawing)
    return canvas


def _bars(canvas: Canvas, drawing: Bars) -> None:
    """Each bar under its words, in a frame that is as wide as the highest value."""
    for name, bars in drawing.groups:
        if name:
            canvas.cut()
            canvas.y += _PAD
            canvas.text(name, 14, bold=True)
        for at, one in enumerate(bars):
            if at:
                canvas.cut()
            canvas.text(f"{one.label}: {one.said}")
            canvas.y += 3
            canvas.box(MARGIN, canvas.y, ROOM, _BAR)
            if one.value and drawing.top:
                part = min(1.0, max(0.0, one.value / drawing.top))
                canvas.box(MARGIN, canvas.y, ROOM * part, _BAR, full=True)
            if drawing.marks:
                for mark in range(1, int(drawing.top)):
                    x = MARGIN + ROOM * mark / drawing.top
                    canvas.line((x, canvas.y + _BAR), (x, canvas.y + _BAR + 4))
            canvas.y += _BAR + _PAD


def _lines(canvas: Canvas, drawing: Lines) -> None:
    for name, points in drawing.lines:
        canvas.cut()
        canvas.text(name, 13, bold=True)
        canvas.y += _PAD + RADIUS
        _panel(canvas, points)
        ends = [f"{one.year}: {one.said}" for one in (points[0], points[-1])]
        if width(" ".join(ends), 13) < ROOM:
            canvas.y += 13 * LINE
            canvas.word(MARGIN, canvas.y - 4, ends[0], 13)
            canvas.word(WIDTH - MARGIN, canvas.y - 4, ends[1], 13, end=True)
        else:
            canvas.text(ends[0])
            canvas.text(ends[1])
        canvas.y += 2 * _PAD


def _panel(canvas: Canvas, points: tuple[Point, ...]) -> None:
    """One line between its own lowest and highest value; a weak value is an empty point."""
    years, values = [one.year for one in points], [one.value for one in points]
    span, height = max(years) - min(years) or 1, max(values) - min(values)
    places = [
        (
            MARGIN + 4 + (ROOM - 8) * (one.year - min(years)) / span,
            canvas.y + _PANEL * ((max(values) - one.value) / height if height else 0.5),
        )
        for one in points
    ]
    canvas.line(*places, width=2)
    for one, (x, y) in zip(points, places, strict=True):
        canvas.dot(x, y, full=not one.weak)
    canvas.y += _PANEL + _PAD


def _flow(canvas: Canvas, drawing: Flow) -> None:
    """Stages one under the other; the items have numbers, by which they lead to each other."""
    items = [one for _, found in drawing.stages for one in found]
    linked = any(one.leads for one in items)
    numbers = {one.id: at for at, one in enumerate((*items, *drawing.beyond), 1)} if linked else {}
    for at, (name, found) in enumerate(drawing.stages):
        if at:
            canvas.cut()
            _arrow(canvas)
        canvas.text(name, 14, bold=True)
        canvas.y += 3
        for place, one in enumerate(found):
            if place:
                canvas.cut()
            _item(canvas, one, numbers)
    if drawing.beyond:
        canvas.y += _PAD
        for one in drawing.beyond:
            canvas.cut()
            canvas.text(f"{numbers[one.id]}. {one.text}")


def _item(canvas: Canvas, one: Item, numbers: dict[str, int]) -> None:
    text = f"{numbers[one.id]}. {one.text}" if numbers else one.text
    if leads := sorted(numbers[id] for id in one.leads if id in numbers):
        text += f" → {', '.join(map(str, leads))}"
    lines = list(wrapped(text, 13, ROOM - 2 * _PAD))
    canvas.box(MARGIN, canvas.y, ROOM, len(lines) * 13 * LINE + _PAD)
    canvas.y += _PAD / 2
    canvas.text(text, x=MARGIN + _PAD, room=ROOM - 2 * _PAD)
    canvas.y += _PAD / 2 + 5


def _arrow(canvas: Canvas) -> None:
    x, foot = WIDTH / 2, canvas.y + _ARROW
    canvas.line((x, canvas.y), (x, foot), width=2)
    canvas.line((x - 5, foot - 6), (x, foot), (x + 5, foot - 6), width=2)
    canvas.y = foot
