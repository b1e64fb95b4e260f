"""The engagement plan of chapter 3: activities by month, by decision, by how much power they give,
and the reports that people are owed (field paper 1.3)."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.kinds.numbers import first_day, last_day
from workbook.reasoning.costs import goes_on, month
from workbook.records.engagement import Activity, Heard, OpenDecision, Station

if TYPE_CHECKING:
    from workbook.plan import Plan

SPECTRUM = "spectrum"
"""The list of levels, each with the promise that it makes."""
TOLD = "reported-back"
MOST = 1200
"""Months that a calendar goes over at most: a year typed wrong must not make it endless."""
LATEST = datetime.date.max


# By month


@dataclass(frozen=True, slots=True)
class Dated:
    """An activity in the calendar.

    months: those in which it takes place, as 2026-04; () where no day is set. told: the month in
    which people hear what came of it, "" for none. unread: the fields that hold no date.
    """

    activity: Activity
    months: tuple[str, ...]
    told: str
    unread: tuple[str, ...]


def calendar(plan: Plan) -> list[Dated]:
    """Every activity by the day on which it begins; those without one last."""
    found = sorted(plan.records(Activity), key=lambda one: first_day(one.starts or "x") or LATEST)
    return [_dated(one) for one in found]


def _dated(one: Activity) -> Dated:
    days = {"starts": one.starts, "ends": one.ends, "report_back_date": one.report_back_date}
    unread = tuple(name for name, day in days.items() if day and last_day(day) is None)
    return Dated(one, tuple(_months(one)), month(one.report_back_date), unread)


def _months(one: Activity) -> Iterator[str]:
    first = first_day(one.starts or one.ends or "x")
    if first is None:
        return
    last = last_day(one.ends or one.starts or "x") or last_day(one.starts or "x") or first
    yield from between(f"{first:%Y-%m}", f"{max(first, last):%Y-%m}")


def between(first: str, last: str) -> list[str]:
    """All months from one to another, both as 2026-04; at most `MOST`."""
    at, end = _number(first), _number(last)
    return [f"{one // 12:04}-{one % 12 + 1:02}" for one in range(at, min(end, at + MOST) + 1)]


def _number(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number) - 1


def all_months(found: Sequence[Dated]) -> list[str]:
    """The months that a calendar shows: from the first that anything falls in to the last."""
    days = [day for one in found for day in (*one.months, one.told) if day]
    return between(min(days), max(days)) if days else []


# By decision


@dataclass(frozen=True, slots=True)
class Fed:
    """A decision with the activities that feed it.

    decision: None for activities that feed no decision that is there. reached: the highest level
    of an activity that takes place, None where none says its level.
    """

    decision: OpenDecision | None
    activities: tuple[Activity, ...]
    reached: int | None

    @property
    def short(self) -> bool:
        """Whether the decision promises more power than any of its activities gives."""
        promised = level(self.decision) if self.decision else None
        return None not in (promised, self.reached) and (promised or 0) > (self.reached or 0)


def level(one: Activity | OpenDecision) -> int | None:
    """How much power residents hold, 0 to 5; None where nothing says so."""
    return one.level if isinstance(one.level, int) and 0 <= one.level <= 5 else None


def by_decision(plan: Plan) -> list[Fed]:
    """Every decision in the team's order, and last the activities that feed none."""
    all_, decisions = plan.records(Activity), plan.records(OpenDecision)
    known = {one.id for one in decisions}
    found = [_fed(one, [act for act in all_ if act.decision == one.id]) for one in decisions]
    rest = [one for one in all_ if one.decision not in known]
    return [*found, _fed(None, rest)] if rest else found


def _fed(decision: OpenDecision | None, activities: list[Activity]) -> Fed:
    levels = [at for one in activities if goes_on(one) and (at := level(one)) is not None]
    return Fed(decision, tuple(activities), max(levels, default=None))


# By power


@dataclass(frozen=True, slots=True)
class Rung:
    """A level of the spectrum with the activities that stand on it.

    level: None for activities that do not say theirs. promise: what the level promises.
    """

    level: int | None
    name: str
    promise: str
    activities: tuple[Activity, ...]


def ladder(plan: Plan) -> list[Rung]:
    """The levels from most power to least. Level 0 is named only where an activity stands there;
    those that were called off stand nowhere."""
    going = [one for one in plan.records(Activity) if goes_on(one)]
    options = plan.options(SPECTRUM)
    found = [
        Rung(at, option.name, option.note, tuple(one for one in going if level(one) == at))
        for at in range(5, -1, -1) if (option := options.get(str(at)))
    ]  # fmt: skip
    unsaid = tuple(one for one in going if level(one) is None)
    last = [Rung(None, "", "", unsaid)] if unsaid else []
    return [*(one for one in found if one.level or one.activities), *last]


# Reports that are owed


@dataclass(frozen=True, slots=True)
class Report:
    """What an activity owes to those who came.

    day: the last possible day, None where none is set or it is no date. told: whether people have
    heard. over: whether the day is past. untold: things heard there with no word yet.
    """

    activity: Activity
    day: datetime.date | None
    told: bool
    over: bool
    untold: int


def report_backs(plan: Plan) -> list[Report]:
    """The reports of all activities that take place: those still owed by their day, those without
    a day after them, those that were given last."""
    untold = Counter(one.activity for one in plan.records(Heard) if not one.told_on)
    found = [_report(plan, one, untold[one.id]) for one in plan.records(Activity) if goes_on(one)]
    return sorted(found, key=lambda one: (one.told and not one.untold, one.day or LATEST))


def _report(plan: Plan, one: Activity, untold: int) -> Report:
    day, told = last_day(one.report_back_date or "x"), one.status == TOLD
    return Report(one, day, told, not told and day is not None and day < plan.today, untold)


# Data walks


def walks(plan: Plan) -> list[str]:
    """The activities that have stations, in their order; "" last, where some belong to none."""
    used = {one.activity or "" for one in plan.records(Station)}
    known = [one.id for one in plan.records(Activity)]
    return [*(id for id in known if id in used), *([""] if used - {*known} else [])]


def stations(plan: Plan, activity: str) -> list[str]:
    """The stations of a data walk in their order; "" for those of none that is there."""
    known = {one.id for one in plan.records(Activity)}
    return [one.id for one in plan.records(Station)
            if (one.activity if one.activity in known else "") == activity]  # fmt: skip
