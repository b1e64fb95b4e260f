"""What the preparedness plan promises, as the overview shows it: what is overdue, what is due."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from screens.marks import Piece
from screens.places import Place
from screens.plain import BODY, MUTED, WARN, joined, plain
from workbook.kinds.text import brief
from workbook.reasoning.preparing import Due, due

if TYPE_CHECKING:
    from screens.app import WorkbookApp

SHOWN = 3
"""How many steps are listed, those that are longest over first."""


def due_lines(app: WorkbookApp, width: int) -> list[Piece]:
    """Preparedness steps that are not in place, by their day; a click goes to one."""
    found = due(app.plan)
    if not found:
        return []
    over = sum(one.over for one in found)
    head = f"Preparedness steps · {len(found)} promised"
    told = (f" · {over} overdue", WARN) if over else ("", MUTED)
    lines: list[Piece] = [(joined((head, MUTED), told), None)]
    lines += [_line(app, one, width) for one in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append((plain(f"  and {len(found) - SHOWN} more", MUTED), None))
    return lines


def _line(app: WorkbookApp, one: Due, width: int) -> Piece:
    plan, record = app.plan, one.step
    day, who = plan.shown(record, "due"), plan.shown(record, "who")
    when = f"overdue since {day}" if one.over else f"due {day}" if day else "no day yet"
    tail = ", ".join(filter(None, (when, who)))
    name = brief(plan.label(record.id), max(10, width - len(tail) - 4))
    mark = ("○ ", WARN) if one.over else ("· ", MUTED)
    text = joined(mark, (f"{name}  ", BODY), (tail, WARN if one.over else MUTED))
    return text.truncate(width, ellipsis=True), partial(app.go, Place("record", record.id))
