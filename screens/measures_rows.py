"""Measures drawn: the small trend from baseline to target, and the larger one of a selected one.

Plain values come in, lines come out. A time without a value stays a gap; nothing is filled in.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content

from screens.canvas import Canvas
from screens.ledger import Entry
from screens.metric_drawing import GAP, HEIGHTS, Cell
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, RAIL, WARN, brief, cell, joined
from workbook.kinds.numbers import first_day
from workbook.reasoning.checks.measures import past_the_whole
from workbook.reasoning.measuring import Point, Track, number, published, word
from workbook.records.impact import Measure

if TYPE_CHECKING:
    from workbook.plan import Plan

VALUE, WIDE_VALUE = 16, 22
"""Cells of a baseline and of a target with their dates, in a narrow window and in a wide one."""
TREND, WIDE_TREND = 14, 24
WIDE = 96
"""Cells from which the columns are wide ones."""
LEAST = 24
"""Cells that are left to what is said of the newest value at the least."""
SIGNS = {
    "on-track": ("✓", INK), "reached": ("✓", INK), "too-early": ("·", MUTED),
    "described": ("·", MUTED), "no-value": ("○", WARN), "no-line": ("○", WARN),
    "unshown": ("○", WARN), "contrary": ("○", WARN), "missed": ("▾", WARN),
    "slower": ("▾", WARN), "stuck": ("▾", WARN), "wrong-way": ("▾", WARN),
}  # fmt: skip
"""The sign of a word, and its style."""


def short(day: str) -> str:
    """A kept date as short as it can be: Mar 2026, Q3 2027, 2029."""
    year, _, rest = day.partition("-")
    if rest[:2].isdigit() and 1 <= int(rest[:2]) <= 12:
        return f"{datetime.date(2000, int(rest[:2]), 1):%b} {year}"
    return f"{rest} {year}".strip()


def rows(plan: Plan, one: Track, width: int) -> Iterator[Entry]:
    """The two lines of a measure: what it is and how it stands; where it came from and goes."""
    yield Entry(one.measure.id, partial(_name, plan, one, width))
    yield Entry("", partial(_way, one, late(plan, one), width), one.measure.id)


def _name(plan: Plan, one: Track, width: int, selected: bool) -> Content:
    sign, style = SIGNS[one.word]
    tail = f"{sign} {word(plan, one).lower()}"
    name = brief(plan.label(one.measure.id), max(LEAST, width - len(tail) - 4))
    left = joined(("▌ " if selected else "  ", ACCENT), (name, f"{INK} bold" if selected else INK))
    return _ground(_apart(left, joined((tail, style)), width), width, selected)


def _way(one: Track, late: str, width: int, selected: bool) -> Content:
    wide = width >= WIDE
    value, trend = (WIDE_VALUE, WIDE_TREND) if wide else (VALUE, TREND)
    measure = one.measure
    start, end = _dated(measure, "baseline"), _dated(measure, "target")
    now = said(one, short=not wide)
    line = joined(
        ("  " + brief(start, value - 1).rjust(value - 1) + " ", WARN if "○" in start else MUTED),
        *small(one, trend, MUTED if selected else RAIL),
        (" " + cell(end, value), WARN if "○" in end else BODY),
        (now, BODY), (", " if now and late and wide else "", MUTED),
        (late if wide or not now else "", MUTED),
    )  # fmt: skip
    return _ground(line, width, selected)


def _dated(measure: Measure, field: str) -> str:
    """The baseline or the target with its date, or what is missing in it. What is no number or no
    date stands as it is; ○ marks what is counted in percent and is no part of a whole."""
    raw, day = measure.data.get(field), getattr(measure, f"{field}_date")
    value = getattr(measure, field)
    if value is None:
        return "○ not said" if raw is None else f"○ “{brief(str(raw), 8)}”"
    wrong = "○ " if past_the_whole(measure.unit, value) else ""
    said = f"{wrong}{number(value)}{'%' if measure.unit == '%' else ''}"
    if day and first_day(day) is None:
        return f"{said} ○ “{brief(day, 8)}”"
    return f"{said} ({short(day)})" if day else f"{said} ○ when?"


def late(plan: Plan, one: Track) -> str:
    """How late the published figure comes that a measure rests on; "" where it rests on none."""
    year = published(plan, one.measure)
    age = plan.today.year - year if year else 0
    return f"published {age} year{'s' * (age != 1)} late" if age > 0 else ""


def said(one: Track, *, short: bool = False) -> str:
    """The newest value, and what the straight line asks for on its day."""
    newest, unit = one.newest, one.measure.unit or ""
    if newest is None:
        return ""
    unit = unit if unit == "%" else "" if short or not unit else f" {brief(unit, 24)}"
    now = f"now {number(newest.value)}{unit}"
    if one.asked is None:
        return now
    percent = "%" if unit == "%" else ""
    return f"{now}, line at {number(one.asked)}{percent}"


def _apart(left: Content, right: Content, width: int) -> Content:
    gap = max(1, width - left.cell_length - right.cell_length)
    return joined(left, (" " * gap, ""), right)


def _ground(line: Content, width: int, selected: bool) -> Content:
    line = joined(line, (" " * max(0, width - line.cell_length), ""))
    line = line.truncate(width, ellipsis=True)
    return line.stylize("on $wb-wash") if selected else line


# Trends


def _ends(one: Track) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day of a drawing; None where there is nothing to draw."""
    days = [point.day for point in _all(one)]
    return (min(days), max(days)) if days else None


def _all(one: Track) -> list[Point]:
    return [*one.points, *([one.target] if one.target else [])]


def _at(day: datetime.date, ends: tuple[datetime.date, datetime.date], width: int) -> int:
    span = (ends[1] - ends[0]).days
    return round((day - ends[0]).days / span * (width - 1)) if span else 0


def _span(one: Track) -> tuple[float, float]:
    values = [point.value for point in _all(one)]
    return min(values), max(values)


def _height(value: float, span: tuple[float, float], top: int) -> int:
    low, high = span
    return round((value - low) / (high - low) * top) if high > low else top // 2


def small(one: Track, width: int, rail: str = RAIL) -> list[Cell]:
    """The way from baseline to target in cells of equal time: heights of what was seen, the target
    last and pale, and a dot where nothing was seen. rail: the style of what is pale."""
    ends = _ends(one)
    if ends is None or not one.points:
        return [(GAP * width, rail)]
    span, cells = _span(one), [(GAP, rail)] * width
    if one.target:
        cells[_at(one.target.day, ends, width)] = (_glyph(one.target.value, span), rail)
    for point in one.points:
        cells[_at(point.day, ends, width)] = (_glyph(point.value, span), DATA)
    runs = groupby(cells, key=lambda cell: cell[1])
    return [("".join(glyph for glyph, _ in run), style) for style, run in runs]


def _glyph(value: float, span: tuple[float, float]) -> str:
    return HEIGHTS[_height(value, span, len(HEIGHTS) - 1)]


AXIS = 7
"""Cells of the numbers beside a large drawing."""


def large(one: Track, width: int, height: int) -> list[Content]:
    """Values as ● over time, the straight line from baseline to target as dots, the target as ▸."""
    ends = _ends(one)
    if ends is None or not one.points or ends[0] == ends[1]:
        return []
    canvas, span, room = Canvas(width, height), _span(one), width - AXIS - 1
    floor = height - 2
    for y, value in ((0, span[1]), (floor, span[0])):
        canvas.put(0, y, brief(number(value), AXIS - 1).rjust(AXIS - 1), MUTED)
    for y in range(height - 1):
        canvas.put(AXIS, y, "│", RAIL)
    if one.baseline and one.target and one.target.day > one.baseline.day:
        _line(canvas, one.baseline, one.target, ends, span, floor)
    marks: Sequence[tuple[Point | None, str, str]] = [
        (one.target, "▸", ACCENT), *((point, "●", INK) for point in one.points),
    ]  # fmt: skip
    for point, sign, style in marks:
        if point:
            x = AXIS + 1 + _at(point.day, ends, room)
            canvas.put(x, floor - _height(point.value, span, floor), sign, style)
    first, last = (f"{day:%b %Y}" for day in ends)
    canvas.put(AXIS, height - 1, first, MUTED)
    canvas.put(max(AXIS + len(first) + 1, width - len(last)), height - 1, last, MUTED)
    return canvas.lines()


def _line(
    canvas: Canvas, start: Point, end: Point, ends: tuple[datetime.date, datetime.date],
    span: tuple[float, float], floor: int,
) -> None:  # fmt: skip
    room = canvas.width - AXIS - 1
    first, last = (_at(one.day, ends, room) for one in (start, end))
    for x in range(first, last + 1):
        part = (x - first) / max(1, last - first)
        value = start.value + (end.value - start.value) * part
        canvas.put(AXIS + 1 + x, floor - _height(value, span, floor), GAP, RAIL)


def legend(found: Sequence[Track]) -> str:
    """How many measures are on track and how many off it, for the border."""
    off = sum(SIGNS[one.word][0] == "▾" for one in found)
    on = sum(SIGNS[one.word][0] == "✓" for one in found)
    return f"{on} on track, {off} off"
