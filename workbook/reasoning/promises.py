"""What leaders have promised, and what chapter 1 of the toolkit calls necessary of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.kinds.numbers import last_day
from workbook.records.embarking import Commitment

if TYPE_CHECKING:
    from workbook.curriculum import Assessment
    from workbook.plan import Plan

NECESSARY = "Chapter 1 of the toolkit calls this a necessary condition."


@dataclass(frozen=True, slots=True)
class Promised:
    """What is promised on a day, over all that has not run out.

    hours: of staff time a week. money: whole units of the plan's currency. until: the first day
    on which a promise ends, "" where none says so. over: how many have run out.
    """

    hours: float
    money: int
    until: str
    over: int


def holds(one: Commitment, today: datetime.date) -> bool:
    """Whether a promise has not run out. One without an end, or with an end that is no date,
    holds."""
    ends = last_day(one.until or "x")
    return ends is None or ends >= today


def promised(plan: Plan) -> Promised:
    """What leaders have promised, added up over those promises that hold today."""
    all_ = plan.records(Commitment)
    there = [one for one in all_ if holds(one, plan.today)]
    ends = {day: one.until for one in there if one.until and (day := last_day(one.until))}
    return Promised(
        hours=sum(one.staff_hours or 0 for one in there),
        money=sum(one.money or 0 for one in there),
        until=ends[min(ends)] if ends else "",
        over=len(all_) - len(there),
    )


def notices(plan: Plan, assessment: Assessment) -> tuple[str, ...]:
    """A sentence for each kind of commitment that the toolkit calls necessary and that no record
    shows (toolkit ch. 1). Worked out from what was promised, never from a level."""
    return tuple(f"{name}: {what}. {NECESSARY}" for name, what in _lacking(plan, assessment))


def notice(plan: Plan, assessment: Assessment) -> str:
    """The same in one sentence, for where there is little room; "" for nothing to say."""
    names = [name.lower() for name, _ in _lacking(plan, assessment)]
    return f"Chapter 1 calls necessary, and none holds: {'; '.join(names)}." if names else ""


def _lacking(plan: Plan, assessment: Assessment) -> Iterator[tuple[str, str]]:
    """The name of each kind that is lacking, and in which way it is."""
    for kind in dict.fromkeys(one.necessary for one in assessment.indicators if one.necessary):
        mine = [
            one for one in plan.records(Commitment) if one.kind == kind and (one.who or one.words)
        ]
        if not any(holds(one, plan.today) for one in mine):
            what = "what was promised has run out" if mine else "no commitment is written down"
            yield plan.options("commitment-kind")[kind].name, what
