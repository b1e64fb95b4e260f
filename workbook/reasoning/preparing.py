"""The preparedness plan: what is promised, and what is overdue."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.kinds.numbers import last_day
from workbook.records.embarking import PreparednessStep

if TYPE_CHECKING:
    from workbook.plan import Plan

OVER = ("in-place", "dropped")
"""The states in which a step promises nothing any more."""


@dataclass(frozen=True, slots=True)
class Due:
    """A step that is not in place. day: its last possible day, None for none that is a date.
    over: whether that day is past."""

    step: PreparednessStep
    day: datetime.date | None
    over: bool


def due(plan: Plan) -> list[Due]:
    """The steps that are still promised, by their day; those without one last."""
    found = [
        _due(plan, one) for one in plan.records(PreparednessStep) if one.status not in OVER
    ]  # fmt: skip
    return sorted(found, key=lambda one: one.day or datetime.date.max)


def _due(plan: Plan, one: PreparednessStep) -> Due:
    day = last_day(one.due or "x")
    return Due(one, day, day is not None and day < plan.today)
