"""The profile as tables: all that the drawing says in columns, and rounds side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from screens.plain import BODY, INK, MUTED, brief, cell, column, joined, plain
from workbook.reasoning.readiness import Condition

EACH = 17
"""Cells of a round's column."""
NAME = 16
"""Cells of a condition's name."""
COLUMNS = (("level", 6), ("answered", 9), ("evidence", 9), ("raters", 9), ("line", 5))


@dataclass(frozen=True, slots=True)
class Time:
    """A round as one column: its day, its conditions, the team's own words by dimension."""

    day: str
    conditions: Sequence[Condition]
    words: Mapping[str, str]


def as_table(conditions: Sequence[Condition], words: Mapping[str, str], here: int) -> list[Content]:
    """Three lines a condition: its figures, its lowest answer, the team's own word."""
    head = "".join(name.rjust(width) for name, width in COLUMNS)
    lines = [plain("  " + "condition".ljust(NAME) + head, MUTED)]
    for number, one in enumerate(conditions):
        name = cell(one.dimension.short, NAME)
        figures = "".join(
            text.rjust(width) for text, (_, width) in zip(_figures(one), COLUMNS, strict=True)
        )
        mark = "▸ " if number == here else "  "
        lines.append(joined((mark + name, f"{INK} bold"), (figures, INK)))
        lines.append(plain(f"    {lowest(one)}", BODY))
        lines.append(plain(f"    Our word: {words.get(one.dimension.id) or 'not yet'}", MUTED))
    return lines


def _figures(one: Condition) -> tuple[str, ...]:
    return (
        "–" if one.level is None else str(one.level),
        f"{one.answered} of {one.of}",
        f"{one.evidence} of {one.answered}",
        f"{one.spread[0]}–{one.spread[1]}" if one.spread else "",
        "" if one.line is None else str(one.line),
    )


def lowest(one: Condition) -> str:
    """The lowest answer by name, and how many more stand as low (field paper 3.5)."""
    if one.lowest is None:
        return "Nothing is rated yet." if not one.of or not one.answered else ""
    more = f", and {one.lowest.more} more" if one.lowest.more else ""
    return f"Lowest: {one.lowest.indicator.name} at {one.lowest.level}{more}"


def side_by_side(times: Sequence[Time], here: int, width: int) -> list[Content]:
    """Each round a column, as many of the newest as there is room for; no change is worked out."""
    shown = times[-max(1, (width - NAME - 2) // (EACH + 2)) :]
    head = "".join("  " + column(one.day, EACH).rstrip().rjust(EACH) for one in shown)
    lines = [plain("  " + "condition".ljust(NAME) + head, MUTED)]
    for number, first in enumerate(shown[-1].conditions):
        dimension = first.dimension
        same = [one.conditions[number] for one in shown]
        levels = "".join("  " + _level(one).rjust(EACH) for one in same)
        words = "".join(
            "  " + brief(one.words.get(dimension.id, ""), EACH).rjust(EACH) for one in shown
        )
        mark = "▸ " if number == here else "  "
        name = cell(dimension.short, NAME)
        lines.append(joined((mark + name, f"{INK} bold"), (levels, INK)))
        lines.append(plain("  " + " " * NAME + words, MUTED))
    if left := len(times) - len(shown):
        lines.append(plain(f"  and {left} earlier: a wider window shows more", MUTED))
    return lines


def _level(one: Condition) -> str:
    if one.blind:
        return "open"
    return "–" if one.level is None else str(one.level)
