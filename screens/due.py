"""What is due, as the overview shows it: steps of the preparedness plan, reports to residents."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from screens.marks import Piece
from screens.places import Place
from screens.plain import BODY, MUTED, WARN, brief, joined, plain
from workbook.reasoning.engagement import report_backs
from workbook.reasoning.preparing import Due, due

if TYPE_CHECKING:
    from screens.app import WorkbookApp

SHOWN = 3
"""How many steps are listed, those that are longest over first."""


def due_lines(app: WorkbookApp, width: int) -> list[Piece]:
    """What is promised and not done yet, by its day; a click goes there."""
    return [*_steps(app, width), *_reports(app, width)]


def _reports(app: WorkbookApp, width: int) -> list[Piece]:
    """How many activities owe a report to those who came, and when the next one is due."""
    owed = [one for one in report_backs(app.plan) if one.day and not one.told]
    if not owed:
        return []
    over = sum(one.over for one in owed)
    first = app.plan.shown(owed[0].activity, "report_back_date")
    name = app.plan.label(owed[0].activity.id)
    line = joined(
        (f"Report-backs · {len(owed)} owed", MUTED), (f" · {over} overdue" if over else "", WARN),
        (f" · first {first}, {name}", BODY),
    )  # fmt: skip
    return [(line.truncate(width, ellipsis=True), partial(app.go, Place("reports")))]


def _steps(app: WorkbookApp, width: int) -> list[Piece]:
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
