"""The way to the release: counted back from its day, by month or by the six topics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.content import Content

from screens.activity_words import LEFT
from screens.ledger import Entry, heading
from screens.listed import Listed
from screens.months import MONTH, NAMES, month_heads, window
from screens.places import Place
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, RAIL, WARN, brief, filled, joined, plain
from screens.release_commands import RELEASE_COMMANDS
from workbook.reasoning.engagement import between
from workbook.reasoning.release import DAY, Due, Release, Standing, release

if TYPE_CHECKING:
    from screens.command import Command

TABLE = "topics"
"""The field of the place that says that rows stand by topic."""
OUT = "The plan comes out"
NAME, DATE = 15, 8
"""Cells of a topic's name before its months, and of a day."""
TOPICS = 6
"""Topics of a release (toolkit ch. 1)."""


class ReleaseView(Listed):
    """What is true by when on the way to the day on which the plan comes out (◆), counted back from
    it; and what you have dated yourselves: who agreed, what stands beside the plan, who hears of
    it, when money is decided. ✓ is there, · is ahead, ○ is past and not there. Enter goes where it
    is written. Below, month by month, the six topics of a release."""

    view: ClassVar[str] = "release"
    called: ClassVar[str] = "Release"
    asks: ClassVar[str] = "The way to the day, counted back"
    under = (TOPICS + 3, TOPICS + 3)
    _found = Release(None, (), ())
    _dues: Mapping[str, Due] = MappingProxyType({})

    def commands(self) -> tuple[type[Command], ...]:
        return RELEASE_COMMANDS

    def offers(self, does: str) -> bool:
        return does != "open_entry" or bool(self.here)

    def on_mount(self) -> None:
        """The cursor begins at what is late, else at what comes next."""
        self._find()
        asked = [self._dues[DAY]] if self._found.day is None else []
        first = [
            *asked,
            *(one for one in self._found.dues if one.over),
            *self._ahead(),
            *self._found.dues,
        ]
        self.place = replace(self.place, id=self.place.id or next((one.key for one in first), ""))
        super().on_mount()

    def _ahead(self) -> list[Due]:
        return [one for one in self._found.dues if not one.done and not one.over]

    def count(self) -> str:
        over = sum(one.over for one in self._found.dues)
        return f"{len(self._ahead())} ahead{f', {over} overdue' if over else ''}"

    @property
    def by_topic(self) -> bool:
        """Whether the rows stand by topic."""
        return self.place.field == TABLE

    # Drawing

    def entries(self, width: int) -> Sequence[Entry]:
        self._find()
        rows = self._topics(width - 1) if self.by_topic else self._months(width - 1)
        return list(rows)  # a scroll bar may come

    def _find(self) -> None:
        self._found = release(self.desk.plan, self.desk.plan.today)
        self._dues = {one.key: one for one in self._found.dues}

    def _months(self, width: int) -> Iterator[Entry]:
        if self._found.day is None:
            asked = "No day yet: Enter says when the plan comes out, and all else gets its date."
            yield heading(plain(brief(asked, width), WARN))
            yield self._entry(self._dues[DAY], width)
        this = f"{self.desk.plan.today:%Y-%m}"
        dated = [one for one in self._found.dues if one.day]
        for month, of in groupby(dated, key=lambda one: one.month):
            here = " ‹now›" if month == this else ""
            yield heading(joined((f"  {_named(month)}{here}", MUTED)))
            yield from (self._entry(one, width) for one in of)
        rest = [one for one in self._found.dues if not one.day and one.key != DAY]
        if rest:
            title = "Without a day" if self._found.day else "Counted back from the day"
            yield heading(joined((f"  {title}", MUTED)))
            yield from (self._entry(one, width) for one in rest)

    def _topics(self, width: int) -> Iterator[Entry]:
        """The table form: each topic with what is written of it, and its dates."""
        yield self._entry(self._dues[DAY], width)
        for one in self._found.topics:
            yield heading(Content(""))
            yield heading(_standing(one).truncate(width, ellipsis=True))
            mine = (due for due in self._found.dues if due.topic == one.topic.id)
            yield from (self._entry(due, width) for due in mine)

    def _entry(self, one: Due, width: int) -> Entry:
        return Entry(one.key, partial(self._row, one, width))

    def _row(self, one: Due, width: int, selected: bool) -> Content:
        sign = ("✓", MUTED) if one.done else ("○", WARN) if one.over else ("·", BODY)
        if one.key == DAY:
            sign = ("◆", ACCENT)
        record = self.desk.plan.record(one.id) if one.who else None
        who = brief(self.desk.plan.shown(record, one.who), 20) if record else ""
        tail = "  ".join(filter(None, (who, self._topic(one))))
        day = self._day(one)
        room = max(12, width - 6 - len(day) - cell_len(tail))
        text = OUT if one.key == DAY else one.text
        line = joined(
            ("▌ " if selected else "  ", ACCENT), (f"{sign[0]} ", sign[1]), (day, INK),
            (brief(text, room),
             f"{INK} bold" if selected or one.key == DAY else MUTED if one.done else INK),
        )  # fmt: skip
        gap = " " * max(1, width - line.cell_length - cell_len(tail))
        line = joined(line, (gap, ""), (tail, WARN if one.over else MUTED))
        line = line.truncate(width, ellipsis=True)
        return line.stylize("on $wb-wash") if selected else line

    def _day(self, one: Due) -> str:
        """The day; by topic with its month, and where there is none how long before."""
        if one.day is None:
            return f"{one.when}: " if one.when else "no day: " if one.key != DAY else ""
        exact = len(one.date) == len("2027-06-30")
        if self.by_topic:
            day = f"{one.day.day}, " if exact else ""
            return f"{NAMES[one.day.month - 1]} {day}{one.day.year}".ljust(DATE + 6)
        return (f"{one.day.day:>2}" if exact else "").ljust(DATE - 4)

    def _topic(self, one: Due) -> str:
        if self.by_topic:
            return ""
        names = (part.topic.name for part in self._found.topics if part.topic.id == one.topic)
        return next(names, "")

    def said(self, key: str) -> Content:
        """What the selected row waits for, and the months around it, topic by topic."""
        one, width = self._dues.get(key), self.query_one("#listed-said").content_size.width
        width = width or self.app.size.width - 4
        months = sorted({due.month for due in self._found.dues if due.day})
        lines = [self._about(one)] if one else []
        if months:
            all_ = between(months[0], months[-1])
            here = one.month if one and one.month else months[0]
            shown = window(all_, here, max(1, (width - NAME - LEFT - 2) // MONTH))
            lines += month_heads(shown, all_, NAME + LEFT, self.desk.plan.today)
            lines += [self._line(part, shown, here) for part in self._found.topics]
        else:
            lines += [_standing(part) for part in self._found.topics]
        return Content("\n").join(line.truncate(width, ellipsis=True) for line in lines)

    def _about(self, one: Due) -> Content:
        home = self.desk.curriculum.tables.get(one.id)
        prompt = self.desk.curriculum.prompts.get(one.id)
        name = prompt.name if prompt else home.name if home else ""
        where = f"Written at {name}. " if name and one.key != DAY else ""
        ask = next(
            (part.topic.ask for part in self._found.topics if part.topic.id == one.topic), ""
        )
        return joined((f"  {where}{ask}", MUTED))

    def _line(self, part: Standing, shown: Sequence[str], here: str) -> Content:
        cells = [self._cell(part, month, month == here) for month in shown]
        return joined((filled(f"   {part.topic.name}", NAME + LEFT), MUTED), *cells)

    def _cell(self, part: Standing, month: str, here: bool) -> tuple[str, str]:
        """A topic's month: its worst state, and how many."""
        ground = " on $wb-wash" if here else ""
        mine = [one for one in self._found.dues
                if one.topic == part.topic.id and one.month == month]  # fmt: skip
        if not mine:
            return "·".ljust(MONTH), RAIL + ground
        sign = "○" if any(one.over for one in mine) else (
            "✓" if all(one.done for one in mine) else "▸")  # fmt: skip
        many = str(len(mine)) if len(mine) > 1 else ""
        return f"{sign}{many}".ljust(MONTH), (WARN if sign == "○" else DATA) + ground

    # What can be done

    def open_entry(self) -> None:
        """Goes where it is written."""
        one = self._dues.get(self.here)
        if one is None:
            return
        curriculum = self.desk.curriculum
        if one.key not in self._dues or one.id in self._records():
            self.desk.visit(Place("record", one.id, one.field))
        elif one.id in curriculum.prompts:
            self.desk.visit(Place("step", curriculum.step_of(one.id).id, one.id))
        else:
            self.desk.visit(Place("step", curriculum.step_of(one.id).id))

    def _records(self) -> set[str]:
        return {one.id for one in self._found.dues if one.field}

    def add(self) -> None:
        """Adds somebody who is to hear of it, and opens the row."""
        self.desk.attempt(self._add)

    def _add(self) -> None:
        id = self.desk.plan.add("channel", {})
        self._find()
        self.open_added(id, "audience")

    def turn_table(self) -> None:
        """By topic, or by month again."""
        self.place = replace(self.place, field="" if self.by_topic else TABLE)
        self._draw(self.here)

    def refocus(self) -> Place:
        return replace(self.place, id=self.here)


def _standing(one: Standing) -> Content:
    """A topic, how much of it is written, and what is not."""
    lacks = ", ".join(name for name, there in one.written if not there)
    whole = f"{'▰' * one.done}{'▱' * (len(one.written) - one.done)}"
    return joined(
        (filled(f"  {one.topic.name}", NAME + 2), f"{INK} bold"), (f"{whole} ".ljust(6), DATA),
        (f"○ {lacks}" if lacks else "written", WARN if lacks else MUTED),
    )  # fmt: skip


def _named(month: str) -> str:
    return f"{NAMES[int(month[5:]) - 1]} {month[:4]}"
