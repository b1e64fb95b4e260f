"""The lines of the trace as a plain table, for whoever would rather read than follow a drawing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from screens.plain import ACCENT, BODY, INK, MUTED, WARN, filled, joined, plain
from screens.trace_list import named
from workbook.reasoning.trace import NAMES, Line, Stop

if TYPE_CHECKING:
    from screens.marks import Piece
    from screens.trace import TraceView

LINE, STOP, STATE = 7, 9, 9
"""Cells of the first three columns."""
_STYLES = {"there": BODY, "missing": WARN, "waits": MUTED}


def table(view: TraceView, width: int) -> tuple[list[Piece], list[int]]:
    """All lines, a row for each stop; and the numbers of the rows with the cursor.

    width: cells, of which the last two stay free for the scroll bar.
    """
    names = f"  {'Line':<{LINE}}{'Stop':<{STOP}}{'State':<{STATE}}What stands there"
    pieces: list[Piece] = [(plain(names, MUTED).truncate(width - 2, ellipsis=True), None)]
    here: list[int] = []
    for number, line in enumerate(view.lines):
        for station, stop in enumerate(line.stops):
            focused = (number, station) == view.here
            rows = _rows(view, line, stop, width - 2, focused=focused)
            here += range(len(pieces), len(pieces) + len(rows)) if focused else []
            pieces += [(row, partial(view.clicked, number, station)) for row in rows]
    return pieces, here


def _rows(view: TraceView, line: Line, stop: Stop, width: int, *, focused: bool) -> list[Content]:
    """One row, and where it has the cursor as many as its words take."""
    said, style = view.words(line, stop), _STYLES[stop.state]
    words = plain(" · ".join(filter(None, (said.text, said.facts))), style)
    bar, bold = ("▌ ", f"{INK} bold") if focused else ("  ", MUTED)
    first = joined(
        (bar, ACCENT),
        (filled(named(view.desk, line, 6), LINE), bold),
        (NAMES[stop.station].ljust(STOP), bold),
        (stop.state.ljust(STATE), style),
    )
    if not focused:
        return [first.append(words).truncate(width, ellipsis=True)]
    rest = joined((bar.ljust(first.cell_length), ACCENT))
    rows = words.wrap(max(width - first.cell_length, 10))
    return [(rest if number else first).append(row) for number, row in enumerate(rows)]
