"""Metrics drawn small: a trend with its gaps, bars of places and of groups (look.md 5).

Plain values come in, lines come out. A year without a value is a gap and never filled in, and
nothing is ranked or coloured good or bad: up is good for some and bad for others.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from textual.content import Content

from screens.plain import BODY, DATA, INK, MUTED, RAIL, WARN, cell, joined
from workbook.reasoning.figures import Value
from workbook.reasoning.metrics import Figure

HEIGHTS = "▁▂▃▄▅▆▇"
"""Seven, not eight: a whole block would touch the row above."""
GAP, FULL, TRACK = "·", "■", "·"
LEAST = 0.1
"""The least that a trend spans, as a part of its largest value: 73 to 75 % is no mountain."""
SMALL = 0.3
"""Up to here a share is drawn beside the largest, and not beside all."""
BAR, NAME = 14, 17
"""Cells of a bar and of the name before it."""
SIGNS = {1: "●", 2: "◐", 3: "!", "local": "◆", None: "·"}
"""A value's quality; its word stands beside it or in the legend."""
ARROWS = {"up": "↑", "down": "↓", "parity": "=", "none": " "}
"""Which way is better; parity: nearer to equal."""

Cell = tuple[str, str]


def years(figures: Sequence[Figure], most: int = 10) -> list[str]:
    """The axis that all trends share: every year from the first to the last, the newest ones."""
    have = [int(year) for one in figures for year in one.values if year.isdigit()]
    return [str(one) for one in range(min(have), max(have) + 1)][-most:] if have else []


def trend(figure: Figure, axis: Sequence[str], ground: str = "") -> list[Cell]:
    """One cell a year. Years that were counted another way are paler than the others."""
    alike = {one.year for one in figure.alike}
    heights = _heights([one for year in axis if (one := figure.values.get(year))])
    cells = [
        (HEIGHTS[heights[year]], (DATA if year in alike else RAIL) + ground)
        if year in heights else (GAP, MUTED + ground)
        for year in axis
    ]  # fmt: skip
    return [
        ("".join(glyph for glyph, _ in run), style)
        for style, run in groupby(cells, key=lambda cell: cell[1])
    ]


def _heights(values: Sequence[Value]) -> dict[str, int]:
    """Which of the heights each year has. The newest value's own bounds are the least span."""
    numbers = {one.year: one.number for one in values if one.number is not None}
    if not numbers:
        return {}
    low, high = min(numbers.values()), max(numbers.values())
    last = values[-1]
    doubt = last.high - last.low if last.low is not None and last.high is not None else 0.0
    span = max(high - low, LEAST * max(abs(low), abs(high)), doubt) or 1.0
    base = (low + high - span) / 2
    top = len(HEIGHTS) - 1
    return {year: round((one - base) / span * top) for year, one in numbers.items()}


def bars(rows: Sequence[tuple[str, Value, str]], unit: str, *, most: float) -> list[Content]:
    """A bar each: its name, its length on one scale from 0, its value as it is written. most: the
    end of the scale; a share's is all of it, unless all are small."""
    numbers = [value.number or 0.0 for _, value, _ in rows]
    end = 1.0 if unit == "share" and most > SMALL else most
    return [
        _bar(name, max(0.0, min(1.0, number / end)), value, written)
        for (name, value, written), number in zip(rows, numbers, strict=True)
    ]


def _bar(name: str, part: float, value: Value, written: str) -> Content:
    full = round(part * BAR)
    sign = (f" {SIGNS[3]}", WARN) if value.weak else ("  ", "")
    return joined(
        (cell(name, NAME), BODY), (FULL * full, DATA),
        (TRACK * (BAR - full), "$wb-line"), (written.rjust(10), f"{INK} bold"), sign,
    )  # fmt: skip


def beside(left: Sequence[Content], right: Sequence[Content], width: int) -> list[Content]:
    """Two columns of lines; where they do not fit side by side, the second below the first."""
    half = width // 2
    if not right or any(one.cell_length > half - 2 for one in (*left, *right)):
        return [*left, *right]
    rows = max(len(left), len(right))
    pad = Content("")
    return [
        joined(one, (" " * (half - one.cell_length), ""), other)
        for one, other in zip(
            [*left, *[pad] * (rows - len(left))],
            [*right, *[pad] * (rows - len(right))],
            strict=True,
        )
    ]
