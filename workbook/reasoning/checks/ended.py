"""When a record is over: nobody need answer for it any more, nor is a day of it missed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from workbook.reasoning.checks.ground import over, says
from workbook.records.coalition import Stakeholder
from workbook.records.data import DataSource
from workbook.records.embarking import Channel, Commitment, PreparednessStep
from workbook.records.engagement import Activity, OpenDecision
from workbook.records.impact import LearningCycle
from workbook.records.sustaining import Milestone

if TYPE_CHECKING:
    import datetime

    from workbook.records import Record

_BY_STATE: Mapping[type[Record], Callable[[Any], bool]] = {
    PreparednessStep: lambda one: one.status in ("in-place", "dropped"),
    Stakeholder: lambda one: one.status == "left",
    OpenDecision: lambda one: one.state == "fixed",
    Activity: lambda one: one.status in ("reported-back", "canceled"),
    DataSource: lambda one: one.status in ("checked", "refused"),
    LearningCycle: lambda one: says(one.result) or one.choice is not None,
    Milestone: lambda one: one.done is True,
}
"""What says of itself that it is over."""
_BY_DAY: Mapping[type[Record], str] = {Commitment: "until", Channel: "date"}
"""What is over when a day of it is past."""


def ended(one: Record, today: datetime.date) -> bool:
    """Whether a record is over, by what it says of itself or by its last day."""
    by_state = _BY_STATE.get(type(one))
    if by_state is not None:
        return by_state(one)
    day = one.data.get(_BY_DAY.get(type(one), ""))
    return isinstance(day, str) and over(day, today)
