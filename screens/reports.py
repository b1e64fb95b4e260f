"""Report-backs: who waits to hear what came of what they said, and one key for when they have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual.content import Content

from screens.activity_words import INDENT, LEFT, row
from screens.asking import Asking, refusal
from screens.command import Command, ViewCommand
from screens.engagement import EngagementView
from screens.ledger import Entry, heading
from screens.plain import BODY, INK, MUTED, WARN, cell, plain
from workbook.kinds import Date
from workbook.kinds.text import visible
from workbook.reasoning.engagement import TOLD, Report, report_backs
from workbook.records.engagement import Heard

DAY, WAITING = 26, 14
"""Cells of the day, and of what waits for a word."""


class Told(ViewCommand):
    """Write the day on which people heard what came of it: the activity is marked as reported back,
    and what was heard there and has its answer as told. What has no answer yet stays open."""

    of, does = "reports", "tell"
    name, key, label = "They have heard", "h", "they heard"


class ReportsView(EngagementView):
    """Who waits to hear what came of it: each activity with the day that was promised, those whose
    day is past first. h writes the day on which they heard."""

    view: ClassVar[str] = "reports"
    asks: ClassVar[str] = "Who waits to hear what came of it"

    def commands(self) -> tuple[type[Command], ...]:
        first, *others = super().commands()
        return (first, Told, *others)

    def offers(self, does: str) -> bool:
        """They heard of an activity."""
        return does != "tell" or self.activity is not None

    def rows(self, width: int) -> Iterator[Entry]:
        reports = report_backs(self.desk.plan)
        if not reports:
            return
        name = min(52, max(16, width - LEFT - DAY - WAITING))
        head = "activity".ljust(name) + "when they hear".ljust(DAY) + "not told yet"
        yield heading(plain(INDENT + head, MUTED))
        for one in reports:
            yield Entry(one.activity.id, partial(self._row, one, name, width))

    def _row(self, one: Report, name: int, width: int, selected: bool) -> Content:
        day, late = self._day(one)
        told = one.told and not one.untold
        mark = ("✓", MUTED) if told else ("○", WARN) if late or one.untold else ("◐", MUTED)
        things = "1 thing" if one.untold == 1 else f"{one.untold} things"
        return row(
            width, selected, mark,
            (cell(self.desk.plan.label(one.activity.id), name), BODY if told else INK),
            (cell(day, DAY), WARN if late else MUTED if told else BODY),
            (things if one.untold else "–", WARN if one.untold else MUTED),
        )  # fmt: skip

    def _day(self, one: Report) -> tuple[str, bool]:
        """When people hear, in words, and whether that is a thing to mend."""
        shown = visible(one.activity.report_back_date or "")
        if one.told:
            return (f"told, due {shown}" if shown else "told"), False
        if one.day is None:
            return (f"no date: {shown}" if shown else "no day yet"), True
        return (f"overdue since {shown}" if one.over else f"due {shown}"), one.over

    def count(self) -> str:
        owed = sum(not one.told for one in report_backs(self.desk.plan))
        return "all have heard" if not owed else "1 is owed" if owed == 1 else f"{owed} are owed"

    def tell(self) -> None:
        """Asks for the day on which people heard what came of an activity."""
        plan, kind = self.desk.plan, Date()

        def take(day: str | None) -> None:
            if day:
                self.desk.attempt(lambda: self._told(kind.parse(day, plan) or ""))

        self.desk.push_screen(
            Asking(
                "On which day did they hear what came of it?", plan.today.isoformat(),
                wrong=lambda text: refusal(kind, text, plan),
            ),
            take,
        )  # fmt: skip

    def _told(self, day: str) -> None:
        plan, id = self.desk.plan, self.activity_id
        waiting = [one for one in plan.records(Heard) if one.activity == id and not one.told_on]
        answered = [one for one in waiting if one.changed or (one.why_not or "").strip()]
        changed: dict[str, dict[str, str]] = {one.id: {"told_on": day} for one in answered}
        plan.take_in(Heard.type, changed={id: {"status": TOLD}, **changed})
        if left := len(waiting) - len(answered):
            many = "1 thing" if left == 1 else f"{left} things"
            self.desk.notify(f"{many} heard there have no answer yet, and stay open.")
