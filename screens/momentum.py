"""What falls due month by month from the release on, and how thick or thin the months are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len
from textual.content import Content

from screens.activity_words import LEFT
from screens.ledger import Entry, heading, paragraph
from screens.listed import Listed
from screens.momentum_commands import MOMENTUM_COMMANDS
from screens.months import MONTH, NAMES, month_heads, window
from screens.places import Place
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, RAIL, WARN, brief, joined, plain
from workbook.reasoning.engagement import between
from workbook.reasoning.momentum import KINDS, Beat, Momentum, counts, field_of, momentum, quiet

if TYPE_CHECKING:
    from screens.command import Command

WORDS = {
    "seen": "people see", "owed": "report-back", "count": "value due", "look": "day to look",
    "review": "review", "settled": "to be settled", "money": "money ends",
}  # fmt: skip
EMPTY = (
    "What falls due after the plan is out stands here, month by month. No date yet. + adds one: "
    "something that people will see happen, such as the first supper after the launch."
)
DAY, KIND, NAME = 4, 15, 14
"""Cells of a day of the month, of a kind, of a kind's name before its months."""
MOST = 3
"""Marks of one kind in a month; more are a number."""


class MomentumView(Listed):
    """Month by month from the release on: what people see happen, reports that they are owed,
    values and targets due, days to look, reviews, what stewards need, money that ends. ○ stands
    for what is past and not done, and for months in which nothing is due. Below: how many of each
    fall into a month."""

    view: ClassVar[str] = "momentum"
    called: ClassVar[str] = "Calendar"
    asks: ClassVar[str] = "What keeps it in motion, month by month"
    under = (len(KINDS) + 2, len(KINDS) + 2)
    _found = Momentum((), (), ())
    _beats: Mapping[str, Beat] = MappingProxyType({})
    _sums: Mapping[tuple[str, str], int] = MappingProxyType({})
    """How many fall due, by kind and month."""

    def commands(self) -> tuple[type[Command], ...]:
        return MOMENTUM_COMMANDS

    def offers(self, does: str) -> bool:
        """Only a date of the team's own has happened or has not."""
        if does == "happen":
            return (beat := self.beat) is not None and beat.kind == "seen"
        return self.beat is not None if does == "open_entry" else True

    def on_mount(self) -> None:
        """The cursor begins at what is still to come."""
        self._find()
        ahead = next((_key(one) for one in self._all() if not one.done), "")
        self.place = replace(self.place, id=self.place.id or ahead)
        super().on_mount()

    def count(self) -> str:
        over = len(self._found.over)
        ahead = sum(not one.done for _, of in self._found.months for one in of)
        return f"{ahead} ahead{f', {over} overdue' if over else ''}"

    # Drawing

    def _all(self) -> Iterator[Beat]:
        yield from self._found.over
        for _, of in self._found.months:
            yield from of
        yield from self._found.undated

    @property
    def beat(self) -> Beat | None:
        """What falls due and is selected."""
        return self._beats.get(self.here)

    def entries(self, width: int) -> Sequence[Entry]:
        self._find()
        return list(self._rows(width - 1))  # a scroll bar may come

    def _find(self) -> None:
        """Works the calendar out anew."""
        self._found = momentum(self.desk.plan)
        self._beats = {_key(one): one for one in self._all()}
        self._sums = counts(one for _, of in self._found.months for one in of)

    def _rows(self, width: int) -> Iterator[Entry]:
        found, today = self._found, self.desk.plan.today
        if not any(True for _ in self._all()):
            yield from paragraph(plain(EMPTY, BODY), width)
        if found.over:
            yield heading(joined(("  ○ Past and not done", WARN)))
            yield from (Entry(_key(one), partial(self._row, one, width)) for one in found.over)
        breaks = {last: first for first, last in quiet([one for one, _ in found.months], today)}
        before = ""
        for month, of in found.months:
            gap = next(((first, last) for last, first in breaks.items()
                        if before < first and last < month), None)  # fmt: skip
            if gap:
                yield heading(joined((f"  ○ {_stretch(*gap)}: nothing is due", WARN)))
            here = month == f"{today:%Y-%m}"
            yield heading(joined((f"  {_named(month)}{' ‹now›' if here else ''}", MUTED)))
            yield from (Entry(_key(one), partial(self._row, one, width)) for one in of)
            before = month
        if found.undated:
            yield heading(joined(("  ○ Without a day", WARN)))
            yield from (Entry(_key(one), partial(self._row, one, width)) for one in found.undated)

    def _row(self, one: Beat, width: int, selected: bool) -> Content:
        plan = self.desk.plan
        sign = ("✓", MUTED) if one.done else ("○", WARN) if one.over or not one.day else ("·", BODY)
        shown = _day(one) if one.day and not one.over else ""
        record = plan.record(one.id)
        field = field_of(one.kind)
        who = brief(plan.shown(record, field), 24) if record and field else ""
        wrong = f"“{brief(one.date, 12)}” is no date" if one.date and not one.day else ""
        since = f"since {_short(one)}" if one.over else ""
        tail = "  ".join(filter(None, (wrong or since or who, WORDS[one.kind].rjust(KIND - 1))))
        room = max(16, width - 4 - DAY - cell_len(tail))
        line = joined(
            ("▌ " if selected else "  ", ACCENT), (f"{sign[0]} ", sign[1]),
            (shown.rjust(DAY - 2).ljust(DAY - 1), INK),
            (brief(plan.label(one.about), room), f"{INK} bold" if selected else
             MUTED if one.done else INK),
        )  # fmt: skip
        gap = " " * max(1, width - line.cell_length - cell_len(tail))
        line = joined(line, (gap, ""), (tail, WARN if one.over or wrong else MUTED))
        line = line.truncate(width, ellipsis=True)
        return line.stylize("on $wb-wash") if selected else line

    def said(self, key: str) -> Content:
        """The months around the selected entry, with how many of each kind fall into them."""
        months = [one for one, _ in self._found.months]
        if not months:
            return Content("")
        all_ = between(months[0], months[-1])
        width = self.query_one("#listed-said").content_size.width or self.app.size.width - 4
        here = self.beat.month if self.beat else ""
        shown = window(all_, here or months[0], max(1, (width - NAME - LEFT - 2) // MONTH))
        lines = list(month_heads(shown, all_, NAME + LEFT, self.desk.plan.today))
        for kind in KINDS:
            cells = [_cell(self._sums.get((kind, month), 0), month == here) for month in shown]
            lines.append(joined((f"   {WORDS[kind]}".ljust(NAME + LEFT), MUTED), *cells))
        return Content("\n").join(line.truncate(width) for line in lines)

    # What can be done

    def open_entry(self) -> None:
        """Opens what falls due."""
        if one := self.beat:
            self.desk.visit(Place("record", one.id))

    def happen(self) -> None:
        """Says that the selected date has happened, or takes it back."""
        one = self.beat
        if one and one.kind == "seen":
            self._do(partial(self.desk.plan.put, one.id, not one.done, "done"))

    def add(self) -> None:
        """Adds a date in the selected month and opens it; the way back leads to it."""
        month = self.beat.month if self.beat and not self.beat.over else ""
        self.desk.attempt(partial(self._add, {"due": month} if month else {}))

    def _add(self, values: dict[str, Any]) -> None:
        id = self.desk.plan.add("milestone", values)
        self._find()
        self.open_added(id, "text", f"seen:{id}")

    def turn_table(self) -> None:
        """Goes to the team's own dates as a table."""
        self.desk.visit(Place("table", self.step.id))

    def _do(self, doing: Callable[[], object]) -> None:
        """Changes the plan as one turn, and shows the calendar as it is then."""
        self.desk.plan.settle()
        self.desk.attempt(doing)
        self.desk.plan.settle()
        self._draw()


def _key(one: Beat) -> str:
    """What tells an entry from all others, also when its day is moved; a measure has a next value
    and a target."""
    return f"{one.kind}:{one.id}" + (f":{one.date}" if one.kind == "count" else "")


def _day(one: Beat) -> str:
    """The day of the month, "" where only a month or more is known."""
    return str(int(one.date[8:])) if len(one.date) == len("2027-06-30") else ""


def _named(month: str) -> str:
    return f"{NAMES[int(month[5:]) - 1]} {month[:4]}"


def _short(one: Beat) -> str:
    return _named(one.month) if not _day(one) else f"{_named(one.month)[:3]} {_day(one)}"


def _stretch(first: str, last: str) -> str:
    return _named(first) if first == last else f"{_named(first)} to {_named(last)}"


def _cell(count: int, here: bool) -> tuple[str, str]:
    """A month of one kind: a mark for each, or their number."""
    ground = " on $wb-wash" if here else ""
    if not count:
        return "·".ljust(MONTH), RAIL + ground
    return ("■" * count if count <= MOST else f"■×{count}").ljust(MONTH), DATA + ground
