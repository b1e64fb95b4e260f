"""How the coalition works together, at a glance: charter, backbone, health from check to check."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.content import Content

from screens.asking import Asking, ask
from screens.command import Command, ViewCommand
from screens.ledger import Entry, heading
from screens.listed import Listed
from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, WARN, brief, cell, filled, joined
from workbook.reasoning.working import HEALTH, JOBS, backbone, charter, health, next_check
from workbook.records.coalition import CharterClause

NAME = 34
ROUNDS = 4
"""Checks that stand side by side, the newest at the right."""
CHECK = 12
"""Cells of one of them."""


class OpenIt(ViewCommand):
    """Go to what stands here; where nothing does, write it."""

    of = "working"
    name, key, label, does = "Open or write", "enter", "open", "open_entry"


class WorkingView(Listed):
    """What the charter settles and when each clause is looked at again, which of a backbone's jobs
    are covered, and how the coalition's health went from check to check. ○ marks what is not
    written yet. A check that is still going on shows no level."""

    view: ClassVar[str] = "working"
    called: ClassVar[str] = "Working together"
    asks: ClassVar[str] = "What holds us together"

    def commands(self) -> tuple[type[Command], ...]:
        return (OpenIt,)

    def entries(self, width: int) -> Sequence[Entry]:
        return list(self._rows(width))

    def _rows(self, width: int) -> Iterator[Entry]:
        plan = self.desk.plan
        yield heading(joined(("  Charter", MUTED)))
        for one in charter(plan):
            day = CharterClause.fields["review_date"].show(one.review, plan) if one.review else ""
            said = f"look again {day}" if day else ""
            late = f"look again {day}: that day has passed" if one.overdue else ""
            row = (one.name, bool(one.clauses), late or said, bool(late))
            yield Entry(f"charter.{one.id}", partial(_row, *row, width))
        yield heading(Content(""))
        yield heading(joined(("  Backbone", MUTED)))
        names = plan.options("judgements")
        for job in backbone(plan):
            state = names[job.state].name if job.state in names else job.state
            row = (job.name, bool(job.row), state, False)
            yield Entry(f"backbone.{job.id}", partial(_row, *row, width))
        yield heading(Content(""))
        yield from self._health(width)

    def _health(self, width: int) -> Iterator[Entry]:
        """The checks side by side, the oldest first; each part of the check a row."""
        plan = self.desk.plan
        assessment = plan.curriculum.assessments.get(HEALTH)
        if assessment is None:
            return
        checks = health(plan)[: min(ROUNDS, max(1, (width - NAME) // CHECK))][::-1]
        dates = "".join(f"{one.date or 'no date':>{CHECK}}" for one in checks)
        yield heading(joined((f"  {'Health':<{NAME}}", MUTED), (dates, MUTED)))
        for number, part in enumerate(assessment.dimensions):
            cells = [_level(None if one.blind else one.levels[number]) for one in checks]
            row = (part.short, checks and not all(one.blind for one in checks), "".join(cells))
            yield Entry(
                f"health.{part.id}", partial(_row, row[0], bool(row[1]), row[2], False, width)
            )
        going = [one for one in checks if one.blind]
        if going:
            yield heading(joined(("  A check is going on: its levels stay hidden.", MUTED)))
        yield heading(self._due())

    def _due(self) -> Content:
        due, today = next_check(self.desk.plan), self.desk.plan.today
        if due is None:
            return joined(
                ("  No check yet. Settle in the first month how often you do one.", MUTED)
            )
        if due < today:
            return joined((f"  ○ The next check was due by {_day(due)}.", WARN))
        return joined((f"  The next check is due by {_day(due)}.", MUTED))

    def said(self, key: str) -> Content:
        kind, _, id = key.partition(".")
        plan = self.desk.plan
        if kind == "charter":
            ids = next(one.clauses for one in charter(plan) if one.id == id)
            records = [one for one in map(plan.record, ids) if one]
            text = " ".join(plan.shown(one, "text") for one in records)
            return _said(text or "Nothing agreed yet. Enter goes where it is written.")
        if kind == "backbone":
            row = next((one.row for one in backbone(plan) if one.id == id), "")
            record = plan.record(row) if row else None
            if record is None:
                return _said("Nobody has said yet whether this is covered. Enter goes there.")
            who, missing = (plan.shown(record, one) for one in ("who", "missing"))
            return _said(
                "; ".join(filter(None, (who or "nobody", missing and f"missing: {missing}")))
            )
        return _said("Levels from 0 (not there) to 4 (holding), as the room agreed on them.")

    def open_entry(self) -> None:
        """Goes to the clause, the job or the checks; asks for what is not written yet."""
        kind, _, id = self.here.partition(".")
        if kind == "charter":
            self._open_topic(id)
        elif kind == "backbone":
            self._open_job(id)
        elif kind == "health":
            self.desk.visit(Place("step", "health", "coalition.health-rounds"))

    def _open_topic(self, id: str) -> None:
        topic = next(one for one in charter(self.desk.plan) if one.id == id)
        if topic.clauses:
            self.desk.visit(Place("record", topic.clauses[0], "text"))
            return
        question = f"{topic.name}: what did you agree, in words a new member would understand?"
        ask(self.desk, Asking(question), partial(self._agree, id))

    def _agree(self, topic: str, text: str) -> None:
        if text:
            self.desk.plan.add("charter_clause", {"topic": topic, "text": text})

    def _open_job(self, id: str) -> None:
        job = next(one for one in backbone(self.desk.plan) if one.id == id)
        if job.row:
            self.desk.visit(Place("record", job.row, "state", JOBS))
            return
        options = self.desk.plan.options("judgements").values()
        items = [Pickable(one.id, one.name, one.note) for one in options]
        ask(self.desk, Picker(f"{job.name}: is it covered?", items), partial(self._judge, id))

    def _judge(self, job: str, picked: list[str]) -> None:
        row = self.desk.plan.add("row", {"job": job, "state": picked[0]}, prompt=JOBS)
        self.desk.visit(Place("record", row, "who", JOBS))


def _day(day: datetime.date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _said(text: str) -> Content:
    return joined((brief(text, 300), BODY))


def _level(level: float | None) -> str:
    return f"{'–' if level is None else level:>{CHECK}}"


def _row(name: str, there: bool, text: str, late: bool, width: int, selected: bool) -> Content:
    ground = " on $wb-wash" if selected else ""
    sign = ("✓ ", MUTED) if there else ("○ ", WARN)
    room = max(10, width - NAME - 4)
    return joined(
        ("▌" if selected else " ", ACCENT + ground),
        (sign[0], sign[1] + ground),
        (cell(name, NAME - 1), (f"{INK} bold" if there else BODY) + ground),
        (filled(brief(text, room), room), (WARN if late else BODY) + ground),
    )
