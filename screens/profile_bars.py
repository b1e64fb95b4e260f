"""The profile drawn: two rows a condition, a bar with the team's own line and the raters' spread.

Plain values come in, lines come out (look.md 5). Nothing here is added up, and no bar warns: a low
level is not a bad one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from textual.content import Content

from screens.plain import ACCENT, BODY, DATA, INK, MUTED, RAIL, WARN, brief, cell, joined, plain
from workbook.reasoning.readiness import Condition, is_wide

TRACK = "$wb-line"
TOP = 4
COUNTED, CLAIMED, LINE = "■", "□", "┃"
BESIDE = 22
"""Cells right of the bar: the level, what is checked, the team's own word."""
ROOMY = 80
"""Cells from which the lowest answer stands under a condition's name."""

Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shape:
    """Where things stand in a width. name: cells of a condition's name. unit: cells a level."""

    width: int
    name: int
    unit: int

    @property
    def wide(self) -> bool:
        """Whether the lowest answer stands under the name."""
        return self.width >= ROOMY

    @property
    def track(self) -> int:
        """Cells of a bar, from level 0 to level 4."""
        return TOP * self.unit + 1


def shape(width: int) -> Shape:
    """How the drawing folds to a width in cells."""
    name = 24 if width >= ROOMY else 16
    most = 10 if width >= ROOMY else 8
    return Shape(width, name, max(3, min(most, (width - name - 2 - BESIDE) // TOP)))


def axis(form: Shape) -> Content:
    """The line of level numbers over the bars, with what stands beside them."""
    marks = "".join(str(level).ljust(form.unit) for level in range(TOP + 1))
    head = " " * (form.name + 2) + marks[: form.track]
    return plain(f"{head}  level  checked", MUTED)


def two_rows(one: Condition, form: Shape, judged: str, *, here: bool) -> tuple[Content, Content]:
    """A condition: its bar, and under it the spread of its raters. judged: the team's own word,
    "" where it is still to be written."""
    bar = ("▌" if here else " ", ACCENT)
    name = cell(one.dimension.short, form.name)
    first = joined(
        bar, (f" {name}", f"{INK} bold" if here else BODY), _run(_bar(one, form.unit, here=here)),
        *_figures(one),
    )  # fmt: skip
    low = brief(_low(one), form.name - 1) if form.wide else ""
    under = _run(_under(one, form.unit, here=here))
    second = joined(bar, (f" {low.ljust(form.name)}", MUTED), under, ("  ", ""), _word(judged))
    return first.truncate(form.width), second.truncate(form.width)


def _figures(one: Condition) -> tuple[Cell, ...]:
    level = "–" if one.level is None else f"{one.level}"
    checked = f"{one.evidence} of {one.answered}" if one.answered else ""
    return ((level.rjust(7), f"{INK} bold"), (f"  {checked}", BODY))


def _word(judged: str) -> Content:
    return plain(judged, BODY) if judged else joined(("○ ", WARN), ("your word", MUTED))


def _low(one: Condition) -> str:
    if one.lowest is None:
        return "too few answers" if one.answered else "nothing rated"
    more = f" +{one.lowest.more}" if one.lowest.more else ""
    return f"{one.lowest.level}{more} {one.lowest.indicator.name}"


def at(level: float, unit: int) -> int:
    """The cell of a level, half up."""
    return int(level * unit + 0.5)


def _bar(one: Condition, unit: int, *, here: bool) -> list[Cell]:
    """What is counted, then what is claimed without evidence, then the empty track."""
    level = one.level or 0.0
    solid, filled = at(max(0.0, level - one.claimed), unit), at(level, unit)
    style = ACCENT if here else DATA
    cells = [
        (COUNTED, style) if x < solid else (CLAIMED, style) if x < filled else ("·", TRACK)
        for x in range(TOP * unit + 1)
    ]
    return _lined(cells, one, unit)


def _under(one: Condition, unit: int, *, here: bool) -> list[Cell]:
    """The spread from the lowest to the highest rater's mean; said where it is wide."""
    cells: list[Cell] = [(" ", "")] * (TOP * unit + 1)
    if one.spread and not one.blind:
        first, last = (at(mean, unit) for mean in one.spread)
        style = INK if here else RAIL
        cells[first : last + 1] = [(glyph, style) for glyph in _beam(last - first)]
        if is_wide(one):
            _say(cells, last + 2, f"raters {one.spread[0]:g}–{one.spread[1]:g}")
    return _lined(cells, one, unit)


def _beam(length: int) -> str:
    return "├" + "─" * (length - 1) + "┤" if length else "│"


def _say(cells: list[Cell], start: int, text: str) -> None:
    """Writes words into cells where they fit whole."""
    if start + len(text) <= len(cells):
        cells[start : start + len(text)] = [(letter, MUTED) for letter in text]


def _lined(cells: list[Cell], one: Condition, unit: int) -> list[Cell]:
    """The team's own line over both rows, drawn last."""
    if one.line is not None:
        cells[one.line * unit] = (LINE, f"{INK} bold")
    return cells


def _run(cells: Sequence[Cell]) -> Content:
    """Cells as content, neighbours of one style together."""
    return joined(*_runs(cells))


def _runs(cells: Sequence[Cell]) -> Iterator[Cell]:
    for style, group in groupby(cells, key=lambda cell: cell[1]):
        yield "".join(glyph for glyph, _ in group), style


def legend(width: int) -> Content:
    """What the marks mean."""
    claimed = "claimed, nothing to show yet" if width >= ROOMY else "claimed, nothing to show"
    raters = "spread of raters" if width >= ROOMY else "raters"
    return joined(
        ("  ■", DATA), (" counted  ", MUTED), ("□", DATA), (f" {claimed}  ", MUTED),
        ("├─┤", RAIL), (f" {raters}  ", MUTED), (LINE, f"{INK} bold"), (" your line", MUTED),
    )  # fmt: skip
