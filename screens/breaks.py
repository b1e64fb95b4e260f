"""The lines that break, as the overview shows them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from screens.dots import dots
from screens.marks import Piece
from screens.places import Place
from screens.plain import BODY, MUTED, WARN, joined, plain
from workbook.reasoning.trace import BREAKS, lines

if TYPE_CHECKING:
    from screens.app import WorkbookApp

SHOWN = 8
"""How many of them are listed."""


def break_lines(app: WorkbookApp, width: int) -> list[Piece]:
    """The lines that break, as words of dots with what each lacks; a click goes to the break."""
    assert app.session is not None
    all = lines(app.plan, app.session.graph)
    broken = [one for one in all if one.breaks]
    if not all:
        return []
    if not broken:
        whole = f"All {len(all)} lines hold, from what was heard to who keeps it up."
        return [(plain(whole if len(all) > 1 else "The one line holds.", MUTED), None)]
    head = f"Breaks · {len(broken)} of {len(all)} {'line' if len(all) == 1 else 'lines'}"
    pieces: list[Piece] = [(plain(head, MUTED), None)]
    for one in broken[:SHOWN]:
        first = one.breaks[0].station
        lacks = BREAKS[first].ljust(max(map(len, BREAKS.values())) + 2)
        row = joined(dots(one), ("  ", ""), (lacks, WARN), (app.plan.label(one.id), BODY))
        go = partial(app.go, Place("trace", one.id, first))
        pieces.append((row.truncate(width, ellipsis=True), go))
    if len(broken) > SHOWN:
        pieces.append((plain(f"  and {len(broken) - SHOWN} more: t", MUTED), None))
    return pieces
