"""What leaders have promised, and what chapter 1 of the toolkit calls necessary of it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
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
    kinds = [one.necessary for one in assessment.indicators if one.necessary]
    found = (_notice(plan, kind, plan.records(Commitment)) for kind in dict.fromkeys(kinds))
    return tuple(filter(None, found))


def _notice(plan: Plan, kind: str, all_: Sequence[Commitment]) -> str:
    mine = [one for one in all_ if one.kind == kind and (one.who or one.words)]
    name = plan.options("commitment-kind")[kind].name
    if not mine:
        return f"{name}: no commitment is written down. {NECESSARY}"
    if not any(holds(one, plan.today) for one in mine):
        return f"{name}: what was promised has run out. {NECESSARY}"
    return ""
