"""The calendar: activities down, months across, and when people hear what came of each."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.content import Content

from screens.activity_words import INDENT, LEFT, held, row
from screens.engagement import EngagementView
from screens.ledger import Entry, Ledger, heading
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, WARN, brief, cell, joined, plain
from workbook.reasoning.costs import goes_on
from workbook.reasoning.engagement import TOLD, Dated, all_months, calendar, report_backs

NAME, WIDE_NAME, MONTH, WIDE_MONTH = 28, 40, 5, 8
"""Cells of an activity's name and of a month, each in a wide window too."""
NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LEGEND = (
    ("■", "held"), ("□", "planned"), ("▸", "they hear back"), ("✓", "they heard"),
    ("○", "overdue, no date"),
)  # fmt: skip


def window(months: Sequence[str], day: str, room: int) -> Sequence[str]:
    """As many months as there is room for, around one of them, or else from the first on."""
    at = months.index(day) if day in months else 0
    first = min(max(0, at - room // 2), max(0, len(months) - room))
    return months[first : first + room]


def month_heads(
    shown: Sequence[str],
    months: Sequence[str],
    left: int,
    today: datetime.date,
    width: int = MONTH,
) -> Iterator[Content]:
    """A line of years and one of months, this one in marks. left: the cells before the first.
    months: all there are; ‹ and › say that some are out of sight. width: cells of a month."""
    if not shown:
        return
    years = [one[:4] if at == 0 or one.endswith("-01") else "" for at, one in enumerate(shown)]
    yield plain(" " * left + "".join(one.ljust(width) for one in years), MUTED)
    this = f"{today:%Y-%m}"
    cells = [
        ((f"‹{_name(one)}›" if one == this else _name(one)).ljust(width),
         f"{INK} bold" if one == this else MUTED)
        for one in shown
    ]  # fmt: skip
    before = "  ‹" if shown[0] != months[0] else INDENT
    after = " ›" if shown[-1] != months[-1] else ""
    yield joined((" " * (left - LEFT) + before, MUTED), *cells, (after, MUTED))


class MonthsView(EngagementView):
    """The activities month by month, and when people hear what came of each. The months go along
    with the selected activity; ‹ › is this month. Whatever has no date stands last."""

    view: ClassVar[str] = "months"
    asks: ClassVar[str] = "When you meet people, and when they hear back"

    def on_ledger_selected(self, event: Ledger.Selected) -> None:
        """Other months come in sight with another activity."""
        if len(self._months) > self._room:
            self._draw()

    _months: Sequence[str] = ()
    _room, _cells = 1, MONTH

    def rows(self, width: int) -> Iterator[Entry]:
        all_ = calendar(self.desk.plan)
        if not all_:
            return
        name = WIDE_NAME if width > 100 else NAME
        room, self._months = width - LEFT - 2 - name, all_months(all_)
        roomy = len(self._months) * WIDE_MONTH <= room
        self._cells = WIDE_MONTH if roomy else MONTH
        self._room = max(1, room // self._cells)
        shown = self._window(all_)
        over = {one.activity.id for one in report_backs(self.desk.plan) if one.over}
        today = self.desk.plan.today
        heads = month_heads(shown, self._months, name + LEFT, today, self._cells)
        yield from map(heading, heads)
        for one in all_:
            late = one.activity.id in over
            yield Entry(one.activity.id, partial(self._row, one, shown, name, width, late))
        yield heading(Content(""))
        pieces = [part for sign, word in LEGEND for part in ((f"{sign} ", BODY), (word, MUTED),
                                                             ("  ", ""))]  # fmt: skip
        yield heading(joined((INDENT, ""), *pieces))

    def _window(self, all_: Sequence[Dated]) -> Sequence[str]:
        """As many months as there is room for, around the first of the selected activity."""
        days = {one.activity.id: (*one.months, one.told) for one in all_}
        day = next(filter(None, days.get(self.here, ())), "") or f"{self.desk.plan.today:%Y-%m}"
        return window(self._months, day, self._room)

    def _row(
        self, one: Dated, shown: Sequence[str], name: int, width: int, late: bool, selected: bool
    ) -> Content:  # a ledger's drawing
        label = (cell(self.desk.plan.label(one.activity.id), name), INK if selected else BODY)
        if not goes_on(one.activity):
            return row(width, selected, self.mark(one.activity), label, ("called off", MUTED))
        wrong = self._wrong(one)
        if wrong or not one.months:
            told = (f"○ {wrong or 'no date yet'}", WARN)
            return row(width, selected, self.mark(one.activity), label, told)
        cells = [part for month in shown for part in _month(one, month, late, self._cells)]
        return row(width, selected, self.mark(one.activity), label, *cells)

    def _wrong(self, one: Dated) -> str:
        """Which of its dates cannot be read, and what stands there."""
        table = self.desk.plan.curriculum.tables.get("activities")
        asked = (table.field(field) if table else None for field in one.unread)
        names = [
            f"{found.name if found else field} is no date: "
            f"{brief(str(one.activity.data.get(field)), 20)}"
            for field, found in zip(one.unread, asked, strict=True)
        ]
        return "; ".join(names)


def _name(month: str) -> str:
    return NAMES[int(month[5:]) - 1]


def _month(one: Dated, month: str, late: bool, cells: int) -> Iterator[tuple[str, str]]:
    """The cells of a month: a bar where it takes place, a sign where people hear back, a blank."""
    bar = "■" if held(one.activity) else "□"
    on, goes_on = month in one.months, month in one.months[:-1]
    told, long = month == one.told, cells - 2
    if on:
        yield bar * long, DATA
    else:
        yield ("" if told else "·").ljust(long), "$wb-line"
    sign = "✓" if one.activity.status == TOLD else "○" if late else "▸"
    if told:
        yield sign, WARN if late else f"{ACCENT} bold" if sign == "▸" else INK
    else:
        yield bar if goes_on else " ", DATA
    yield bar if goes_on and not told else " ", DATA
