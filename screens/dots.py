"""A line as a word of seven dots: what is there, what is missing, what waits for it."""

from __future__ import annotations

from textual.content import Content

from screens.plain import DATA, INK, RAIL, WARN, joined
from workbook.reasoning.trace import DOTS, Line, State

_STYLES: dict[State, str] = {"there": DATA, "missing": WARN, "waits": RAIL}


def dots(line: Line, *, selected: bool = False, joints: bool = False) -> Content:
    """The seven dots, in ink where the line is selected. joints: with what joins them between."""
    parts: list[tuple[str, str]] = []
    for before, stop in zip((None, *line.stops), line.stops, strict=False):
        if joints and before:
            parts.append(joint(before.state, stop.state, "─", "╌"))
        ink = selected and stop.state == "there"
        parts.append((DOTS[stop.state], INK if ink else _STYLES[stop.state]))
    return joined(*parts)


def joint(before: State, after: State, whole: str, broken: str) -> tuple[str, str]:
    """What joins two stops, with its style: whole, broken at a missing one, or waiting."""
    if "missing" in (before, after):
        return broken, WARN
    return (broken, RAIL) if "waits" in (before, after) else (whole, DATA)
