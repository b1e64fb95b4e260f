"""All lines of the trace as words of dots: in a list beside the drawn one, or in a row above it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from screens.dots import dots
from screens.marks import Piece
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, WARN, brief, joined, plain
from workbook.reasoning.checks import BY_CODE
from workbook.reasoning.trace import BREAKS, Line

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.trace import TraceView

EACH = 3
"""Rows of a line in the list, with the blank one under it."""
SHORT = 8
"""Cells in which no name can be told from another."""
LEAST = 8
"""Rows that are left for what hangs loose, where something does."""


def row_of_words(view: TraceView, width: int) -> list[Piece]:
    """The lines in one row of words; of more than fit, those around the one that is drawn."""
    words = [_word(view, number) for number in range(len(view.lines))]
    first, last = _window([one.cell_length + 3 for one in words], view.at, width - 4)
    shown = [(words[number], partial(view.show_line, number)) for number in range(first, last)]
    left = len(words) - len(shown)
    return [*shown, (plain(f"+{left}", MUTED), None)] if left else [*shown]


def _word(view: TraceView, number: int) -> Content:
    line, here = view.lines[number], number == view.at
    code = _code(view.desk, line) or str(number + 1)
    return joined(
        ("▸" if here else " ", ACCENT),
        (f"{code} ", f"{ACCENT} bold" if here else MUTED),
        dots(line, selected=here),
    )


def _window(sizes: list[int], at: int, room: int) -> tuple[int, int]:
    """The first and the last of those around `at` that there is room for."""
    first, last = at, min(at + 1, len(sizes))
    while True:
        if last < len(sizes) and sum(sizes[first : last + 1]) <= room:
            last += 1
        elif first > 0 and sum(sizes[first - 1 : last]) <= room:
            first -= 1
        else:
            return first, last


def beside(view: TraceView, width: int, height: int) -> list[Piece]:
    """The lines with their names, one under another, and under them what hangs loose."""
    room = height - 2 - (LEAST if view.loose else 0)
    first, last = _window([EACH] * len(view.lines), view.at, max(room, EACH))
    pieces: list[Piece] = [(_head(view, width), None), (Content(""), None)]
    for number in range(first, last):
        pieces += _entry(view, number, width)
    if left := len(view.lines) - (last - first):
        pieces[-1] = (plain(f"    and {left} more", MUTED), None)
    return pieces + _loose(view, width, height - len(pieces) - 1) if view.loose else pieces


def _head(view: TraceView, width: int) -> Content:
    broken, count = sum(bool(one.breaks) for one in view.lines), len(view.lines)
    verb = "breaks" if broken == 1 else "break"
    said = (f"{broken} of {count} {verb}", WARN) if broken else ("none breaks" * bool(count), MUTED)
    return joined(("Lines", MUTED), (" " * (width - 5 - len(said[0])), ""), said)


def _entry(view: TraceView, number: int, width: int) -> list[Piece]:
    line, here = view.lines[number], number == view.at
    code, name = _code(view.desk, line), _title(view.desk, line)
    bar = ("▌" if here else " ", ACCENT)
    show = partial(view.show_line, number)
    lacks = BREAKS[line.breaks[0].station] if line.breaks else ""
    first = joined(
        bar,
        (f" {code[:4]:<4}", f"{INK} bold" if here else MUTED),
        plain(name, f"{INK} bold" if here else BODY).truncate(width - 6, ellipsis=True),
    )
    second = joined(
        bar, ("     ", ""), dots(line, selected=here, joints=True), (f"  {lacks}", WARN)
    )
    return [(first, show), (second.truncate(width, ellipsis=True), show), (Content(""), None)]


def _loose(view: TraceView, width: int, room: int) -> list[Piece]:
    """What hangs loose, as much of it as there is room for."""
    app, found = view.desk, view.loose
    shown = found[: max(0, (room - 1) // 2)]
    shown = shown[:-1] if len(shown) < len(found) and shown else shown
    pieces: list[Piece] = [(plain(f"Hangs loose · {len(found)}", MUTED), None)]
    for one in shown:
        go = partial(app.go, Place("record", one.id))
        name = plain(app.plan.label(one.id), BODY).truncate(width - 4, ellipsis=True)
        pieces.append((joined(("  ○ ", WARN), name), go))
        lacks = plain(f"    {BY_CODE[one.code].lacks}", MUTED)
        pieces.append((lacks.truncate(width, ellipsis=True), go))
    if left := len(found) - len(shown):
        more = f"    and {left} more: l" if shown else "    l lists them"
        pieces.append((plain(more, MUTED), None))
    return pieces


def named(app: WorkbookApp, line: Line, width: int) -> str:
    """What the line of a record is called; where a name does not fit, by its code."""
    return brief(app.plan.label(line.id), width) if width > SHORT else _code(app, line) or "here"


def _code(app: WorkbookApp, line: Line) -> str:
    record = app.plan.record(line.id)
    code = app.plan.shown(record, "code") if record and record.coded is not None else ""
    return brief(code, 6)


def _title(app: WorkbookApp, line: Line) -> str:
    """A line's name without its code."""
    code = _code(app, line)
    return app.plan.label(line.id).removeprefix(code).strip()
