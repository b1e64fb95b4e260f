"""The release as a plan: its six topics, and a timeline counted back from its day (toolkit ch. 1,
"Come Up with a Strategy for Releasing Your Plan Publicly"; the days are a rule of thumb)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.curriculum import RELEASE
from workbook.curriculum.countdown import EACH, TABLE, Mark, Own, Shown, Topic
from workbook.kinds.numbers import first_day, last_day

if TYPE_CHECKING:
    from workbook.reading import Reading
    from workbook.records import Record

DAY = "day"
"""What tells the release itself from what leads up to it."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something on the way to the release, or the day itself.

    key: what tells it from all others. topic: its id, "" for the day. text: what is true by then.
    date: as it is kept or counted, a month perhaps, "" for none. day: the last day that it can
    mean, of the release the first, None where nobody knows it. when: how long before the release,
    "" for a date of the team's own. done: whether it is; over: whether its day is past and it is
    not. id, field: the row, or else the question or table, where it is written. who: the field of
    the row in which whoever sees to it is named. days: how many days before the release, 0 for a
    date of the team's own.
    """

    key: str
    topic: str
    text: str
    date: str
    day: datetime.date | None
    when: str
    done: bool
    over: bool
    id: str
    field: str = ""
    who: str = ""
    days: int = 0

    @property
    def month(self) -> str:
        """Its month as 2027-03, "" where it has no day."""
        return f"{self.day:%Y-%m}" if self.day else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How much of a topic is written: of what is asked, by its name."""

    topic: Topic
    written: tuple[tuple[str, bool], ...]

    @property
    def done(self) -> int:
        """How much of it is there."""
        return sum(there for _, there in self.written)


@dataclass(frozen=True, slots=True)
class Release:
    """The release. day: its first possible day, None while nobody has said. dues: all that is due,
    in its order; what has no day stands by how long before, then last. topics: all six."""

    day: datetime.date | None
    dues: Sequence[Due]
    topics: Sequence[Standing]


def release(plan: Reading, today: datetime.date) -> Release:
    """The release as it stands on a day. A month, or a quarter, counts from its first day."""
    said, content = str(plan.answer(RELEASE) or ""), plan.curriculum.countdown
    day, last = first_day(said), last_day(said)
    rules = [
        _rule(plan, topic, mark, day, today)
        for topic in content.topics
        for mark in topic.marks
        if not mark.unless or plan.answer(mark.unless) is not False
    ]
    own = [due for one in content.own for due in _own(plan, one, today)]
    past = last is not None and last < today
    itself = Due(DAY, "", "", said if day else "", day, "", past, False, RELEASE)
    dues = sorted([*rules, *own, itself], key=_order)
    return Release(day, dues, [_standing(plan, one) for one in content.topics])


def _order(one: Due) -> tuple[datetime.date, int, bool]:
    return (one.day or datetime.date.max, -one.days, one.key == DAY)


def _rule(
    plan: Reading, topic: Topic, mark: Mark, day: datetime.date | None, today: datetime.date
) -> Due:
    lacks = next((one for one in mark.shown if not is_written(plan, one)), None)
    due = _before(day, mark.days)
    past = due is not None and due < today
    done = lacks is None if mark.shown else past
    place = lacks or (mark.shown[0] if mark.shown else Shown(TABLE, topic.sources[0].id))
    date = due.isoformat() if due else ""
    return Due(
        mark.id, topic.id, mark.text, date, due, mark.when, done, past and not done, place.id,
        days=mark.days,
    )  # fmt: skip


def _before(day: datetime.date | None, days: int) -> datetime.date | None:
    try:
        return day - datetime.timedelta(days=days) if day else None
    except OverflowError:
        return None


def _own(plan: Reading, one: Own, today: datetime.date) -> Iterator[Due]:
    table = plan.curriculum.tables[one.table]
    for row in plan.rows(table):
        date = plan.value(row, one.date)
        text = one.say.replace("{text}", str(plan.value(row, one.called) or plan.label(row.id)))
        day = last_day(str(date or "x"))
        past = day is not None and day < today
        done = plan.value(row, one.done) is True if one.done else past or _is_act(row, one)
        yield Due(
            row.id, one.topic, text, str(date) if day else "", day, "", done, past and not done,
            row.id, one.date, one.who,
        )  # fmt: skip


def _is_act(row: Record, one: Own) -> bool:
    """Whether a date says that it has happened, as the day on which somebody agreed does."""
    return row.type == "signatory" and bool(row.data.get(one.date))


def _standing(plan: Reading, topic: Topic) -> Standing:
    return Standing(topic, tuple((name_of(plan, one), is_written(plan, one))
                                 for one in topic.sources))  # fmt: skip


def name_of(plan: Reading, one: Shown) -> str:
    """What is asked there, by its name."""
    table, prompt = plan.curriculum.tables.get(one.id), plan.curriculum.prompts.get(one.id)
    return table.name if table else prompt.name if prompt else one.id


def is_written(plan: Reading, one: Shown) -> bool:
    """Whether what shows something is there."""
    table = plan.curriculum.tables.get(one.id)
    if table is None:
        return plan.answer(one.id) is not None
    rows = plan.rows(table)
    if one.kind == EACH:
        return bool(rows) and all(plan.value(row, one.field) not in (None, False) for row in rows)
    return bool(rows)
