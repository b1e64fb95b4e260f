"""The calendar of what keeps the work in motion: what people see, what they are owed, what is due
to be counted, looked at, renewed and reviewed (field paper 1.7, momentum calendar)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from workbook.kinds.numbers import last_day
from workbook.reasoning.checks.measures import DAYS
from workbook.reasoning.engagement import between, report_backs
from workbook.reasoning.measuring import Track, looks, published, tracks
from workbook.records.coalition import CharterClause
from workbook.records.embarking import Decision
from workbook.records.sustaining import FundingSource, Milestone, Stewardship

if TYPE_CHECKING:
    from workbook.plan import Plan

KINDS = ("seen", "owed", "count", "look", "review", "settled", "money")
"""What falls due: a date that people see happen; a report that they are owed; a value or a target
of a measure; a day to look; a review; what a steward needs; money that ends."""
RELEASE, REVIEWS = "release.date", "sustaining.reviews"


@dataclass(frozen=True, slots=True)
class Beat:
    """Something that falls due.

    kind: of `KINDS`. id: the record that says so. about: what it is called after. date: as it is
    kept, "" for none. day: its last possible day, None where there is none. over: whether that is
    past, and it is not done.
    """

    kind: str
    id: str
    about: str
    date: str
    day: datetime.date | None
    done: bool
    over: bool

    @property
    def month(self) -> str:
        """Its month as 2027-03, "" where it has no day."""
        return f"{self.day:%Y-%m}" if self.day else ""


@dataclass(frozen=True, slots=True)
class Momentum:
    """The calendar. over: what is past and not done. months: each month that something falls in,
    from the release on, with it. undated: what has no day, or one that is no date."""

    over: Sequence[Beat]
    months: Sequence[tuple[str, Sequence[Beat]]]
    undated: Sequence[Beat]


def momentum(plan: Plan) -> Momentum:
    """The calendar from the month of the release on; without a release, from the first date on."""
    found = sorted(_beats(plan), key=lambda one: (one.day or datetime.date.max, one.kind))
    release = last_day(str(plan.answer(RELEASE) or "x"))
    start = f"{release:%Y-%m}" if release else ""
    months: dict[str, list[Beat]] = {}
    for one in found:
        if one.day and not one.over and one.month >= start:
            months.setdefault(one.month, []).append(one)
    over = [one for one in found if one.over]
    return Momentum(over, list(months.items()), [one for one in found if one.day is None])


def quiet(months: Sequence[str], today: datetime.date) -> list[tuple[str, str]]:
    """Stretches of the months to come in which nothing falls, from this month to the last in which
    something does: the first and the last month of each."""
    found, now = [], f"{today:%Y-%m}"
    for one, other in pairwise([now, *(one for one in months if one > now)]):
        empty = between(one, other)[1:-1]
        if empty:
            found.append((empty[0], empty[-1]))
    return found


def _beats(plan: Plan) -> Iterator[Beat]:
    today = plan.today
    for one in plan.records(Milestone):
        yield _beat(today, "seen", one.id, one.due, done=one.done is True)
    for report in report_backs(plan):
        date = report.activity.report_back_date
        yield _beat(today, "owed", report.activity.id, date, done=report.told)
    for track in (one for of in tracks(plan).values() for one in of):
        yield from _counted(track, today, published(plan, track.measure))
    for look in looks(plan):
        yield _beat(today, "look", look.cycle.id, look.cycle.date, done=look.done)
    for need in plan.records(Stewardship):
        if need.due:
            yield _beat(today, "settled", need.id, need.due, past=True)
    for source in plan.records(FundingSource):
        yield _beat(today, "money", source.id, source.ends, past=True)
    yield from _reviews(plan)


def _beat(
    today: datetime.date, kind: str, id: str, date: str | None, *, about: str = "",
    done: bool = False, past: bool = False,
) -> Beat:  # fmt: skip
    """past: whether it is done once its day is past, since nothing says more of it."""
    day = last_day(date or "x")
    gone = day is not None and day < today
    done = done or (past and gone)
    return Beat(kind, id, about or id, date or "", day, done, gone and not done)


def _counted(one: Track, today: datetime.date, newest: int | None) -> Iterator[Beat]:
    """The next value of a measure, by how often it is taken, and the day of its target. newest:
    the newest year of the published figure that it rests on: the next one comes as late."""
    measure = one.measure
    wait, last = DAYS.get(measure.how_often or ""), one.points[-1].day if one.points else None
    late = max(0, today.year - newest) * DAYS["yearly"] if newest else 0
    due = _after(last, wait + late) if last and wait else None
    if due is None and one.newest is None and measure.baseline is None:
        due = last_day(measure.baseline_date or "x")
    if due:
        yield _beat(today, "count", measure.id, due.isoformat())
    if measure.target_date:
        done = one.word in ("reached", "missed")
        yield _beat(today, "count", measure.id, measure.target_date, done=done)


def _after(day: datetime.date, days: int) -> datetime.date | None:
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return None


def _reviews(plan: Plan) -> Iterator[Beat]:
    """Reviews of actions, of the decision and of the charter: clauses of one day are one review."""
    today, table = plan.today, plan.curriculum.tables.get(REVIEWS)
    for row in plan.rows(table) if table else ():
        date, about = (plan.value(row, name) for name in ("next", "about"))
        yield _beat(today, "review", row.id, date, about=about or row.id)
    clauses: dict[str, str] = {}
    for one in plan.records(CharterClause):
        if one.review_date:
            clauses.setdefault(one.review_date, one.id)
    for date, id in clauses.items():
        yield _beat(today, "review", id, date)
    decisions = plan.records(Decision)
    for at, decision in enumerate(decisions):
        if decision.review_date:
            later = at + 1 < len(decisions)  # it was looked at when the next one was made
            yield _beat(today, "review", decision.id, decision.review_date, done=later)


def counts(found: Iterable[Beat]) -> dict[tuple[str, str], int]:
    """How many fall due, by kind and month."""
    sums: dict[tuple[str, str], int] = {}
    for one in found:
        if one.month:
            sums[one.kind, one.month] = sums.get((one.kind, one.month), 0) + 1
    return sums


def field_of(kind: str) -> str:
    """The field in which whoever sees to it is named; "" where none does."""
    fields: dict[str, Any] = {"seen": "owner", "owed": "owner", "count": "collects", "look": "who",
                              "review": "decides", "settled": "steward"}  # fmt: skip
    return str(fields.get(kind, ""))
