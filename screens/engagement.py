"""The engagement plan: what its drawings have in common, and all activities as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import ClassVar

from textual.content import Content

from screens.activity_words import (
    INDENT,
    LEAST,
    LEFT,
    fitting,
    level_name,
    people,
    row,
    said_of,
    sign,
)
from screens.asking import Asking
from screens.command import Command
from screens.engagement_commands import ENGAGEMENT_COMMANDS, WAYS
from screens.ledger import Entry, heading, paragraph
from screens.listed import Listed
from screens.places import Place
from screens.plain import BODY, INK, MUTED, WARN, brief, filled, joined, plain
from workbook.kinds import Money
from workbook.kinds.text import visible
from workbook.reasoning.checks import Finding
from workbook.reasoning.costs import costs, summed
from workbook.reasoning.engagement import calendar, level
from workbook.records import Record
from workbook.records.engagement import Activity

ASKS_NAME = "What would people who come call it?"


class EngagementView(Listed):
    """A drawing of the activities. An entry's key is the record that it stands for."""

    called: ClassVar[str] = "Engagement plan"
    empty: ClassVar[str] = (
        "Each time that you meet people stands here, with its day, its promise and its cost. No "
        "activity yet. + plans the first: which decision will it feed?"
    )
    found: Mapping[str, list[Finding]] = MappingProxyType({})

    def commands(self) -> tuple[type[Command], ...]:
        return tuple(one for one in ENGAGEMENT_COMMANDS if getattr(one, "opens", "") != self.view)

    @property
    def record(self) -> Record | None:
        """The record that the selected entry stands for."""
        return self.desk.plan.record(self.here) if self.here else None

    @property
    def activity(self) -> Activity | None:
        """The selected activity."""
        found = self.record
        return found if isinstance(found, Activity) else None

    @property
    def activity_id(self) -> str:
        """Its id, "" where none is selected."""
        return self.activity.id if self.activity else ""

    def entries(self, width: int) -> Sequence[Entry]:
        self.found = self.findings()
        width = max(width, LEAST)
        rows = list(self.rows(width)) or paragraph(plain(self.empty, MUTED), width, len(INDENT))
        return fitting([heading(self._ways()), *rows], width)

    def _ways(self) -> Content:
        """The drawings of the plan with their keys, this one standing out."""
        names = [(one.key, one.word, one.opens == self.view) for one in WAYS]
        pieces = [
            part for key, word, here in names
            for part in ((key, f"{INK} bold"), (f" {word}  ", f"{INK} bold" if here else MUTED))
        ]  # fmt: skip
        return joined((INDENT, ""), *pieces)

    def rows(self, width: int) -> Iterator[Entry]:
        """The drawing's rows."""
        raise NotImplementedError

    def count(self) -> str:
        many = len(self.desk.plan.records(Activity))
        return "1 activity" if many == 1 else f"{many} activities"

    def mark(self, one: Activity) -> tuple[str, str]:
        """The sign of an activity: ○ where a check finds something in it."""
        return ("○", WARN) if self.found.get(one.id) else (sign(one), MUTED)

    @property
    def cells(self) -> int:
        """Cells of a line under the list."""
        return max(20, self.query_one("#listed-said").content_size.width)

    def said(self, key: str) -> Content:
        if self.activity:
            found = self.found.get(key, [])
            return said_of(self.desk.plan, self.activity, found, self.cells)
        return self.said_else(key)

    def said_else(self, key: str) -> Content:
        """What is said of an entry that is no activity."""
        return Content("")

    def open_entry(self) -> None:
        """Opens the form of what is selected; where nothing stands, plans an activity."""
        if self.record:
            self.desk.visit(Place("record", self.record.id))
        else:
            self.add()

    def add(self) -> None:
        """Asks for a name and opens the form of a new activity."""
        plan_one(self, self.given())

    def given(self) -> dict[str, object]:
        """What a new activity is given beside its name."""
        return {}


def plan_one(view: Listed, values: Mapping[str, object]) -> None:
    """Asks for a name and opens the form of a new activity with these values."""
    app = view.desk

    def take(title: str | None) -> None:
        if title:
            app.attempt(lambda: _plan(view, {"title": title, **values}))

    app.push_screen(Asking(ASKS_NAME, take="plan it"), take)


def _plan(view: Listed, values: Mapping[str, object]) -> None:
    id = view.desk.plan.add(Activity.type, values)
    view.show_at(id)  # Esc comes back to it
    view.desk.visit(Place("record", id, "decision"))


class ActivityTable(EngagementView):
    """Every activity with its day, its level, its people, what it costs and when people hear back.
    A wider window shows more columns. ○ marks what a check finds."""

    view: ClassVar[str] = "engagement"
    asks: ClassVar[str] = "All activities"

    def rows(self, width: int) -> Iterator[Entry]:
        all_ = [one.activity for one in calendar(self.desk.plan)]
        if not all_:
            return
        widths = _columns(width - LEFT)
        heads = "".join(_cell(_HEADS[id], id, wide) for id, wide in widths.items())
        yield heading(plain(INDENT + heads, MUTED))
        sums = summed(costs(self.desk.plan), lambda one: one.activity)
        for one in all_:
            yield Entry(one.id, partial(self._row, one, sums[one.id], widths, width))

    def _row(
        self, one: Activity, cost: int, widths: Mapping[str, int], width: int, selected: bool
    ) -> Content:  # a ledger's drawing
        said = self._said(one, cost)
        cells = [
            (_cell(said[id], id, wide), INK if id == "title" else BODY)
            for id, wide in widths.items()
        ]
        return row(width, selected, self.mark(one), *cells)

    def _said(self, one: Activity, cost: int) -> dict[str, str]:
        """What each column says of an activity."""
        plan = self.desk.plan
        return {
            "title": plan.label(one.id),
            "starts": one.starts or "no date",
            "level": level_name(plan, level(one)) or "not said",
            "people": people(one) or "not said",
            "cost": Money().show(cost, plan) if cost else "–",
            "back": one.report_back_date or "no day",
            "feeds": plan.shown(one, "decision") or "no decision",
        }


_HEADS = {
    "title": "activity", "starts": "begins", "level": "level", "people": "people",
    "cost": "cost", "back": "report back", "feeds": "feeds",
}  # fmt: skip
_CELLS = {"starts": 12, "level": 13, "people": 14, "cost": 9, "back": 14, "feeds": 24}
LEAST_TITLE = 20


def _columns(room: int) -> dict[str, int]:
    """The columns that there is room for, with their cells; the title has the rest."""
    found = dict(_CELLS)
    while found and sum(found.values()) > room - LEAST_TITLE:
        found.popitem()
    return {"title": room - sum(found.values()), **found}


def _cell(text: str, id: str, width: int) -> str:
    text = visible(brief(text, width - 2))
    return f"{text:>{width - 2}}  " if id == "cost" else filled(text, width)
