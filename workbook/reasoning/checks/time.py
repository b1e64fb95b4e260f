"""Dates that run backward, and days that have gone by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbook.curriculum import RELEASE
from workbook.kinds.numbers import first_day
from workbook.reasoning.checks.burden import REGISTER
from workbook.reasoning.checks.check import Check, Each, Found
from workbook.reasoning.checks.ended import ended
from workbook.reasoning.checks.ground import counted, earlier, over
from workbook.reasoning.checks.looks import overdue
from workbook.reasoning.release import release
from workbook.records.actions import StrategicAction
from workbook.records.coalition import CharterClause, Stakeholder
from workbook.records.embarking import PreparednessStep
from workbook.records.engagement import Activity, Heard
from workbook.records.impact import LearningCycle, Measure, Observation
from workbook.records.sustaining import Allocation, FundingSource, Milestone

if TYPE_CHECKING:
    from workbook.reasoning.checks.ground import Ground
    from workbook.reasoning.places import Written
    from workbook.records import Record

# On the way to the release


def _release(ground: Ground) -> Iterator[Found]:
    """The release, where something that leads to it is late."""
    late = sum(one.over for one in release(ground.plan, ground.today).dues)
    if late and RELEASE in ground.plan.curriculum.prompts:
        yield Found(RELEASE, words={"count": str(late)})


# Out of order


def _backwards(ground: Ground, written: Written) -> Iterator[Found]:
    """What ends before it starts, however widely both dates are read."""
    record = written.record
    if record and earlier(_date(record, "ends"), _date(record, "starts")):
        yield Found(record.id, "ends")


def _date(record: Record, field: str) -> str:
    value = record.data.get(field)
    return value if field in record.fields and isinstance(value, str) else ""


def _told_early(ground: Ground) -> Iterator[Found]:
    """Report-backs before the activity is over."""
    for one in ground.all(Activity):
        if earlier(one.report_back_date, one.ends or one.starts):
            yield Found(one.id, "report_back_date")


def _target_first(ground: Ground) -> Iterator[Found]:
    """Targets that are due before the baseline is taken."""
    for one in ground.all(Measure):
        if earlier(one.target_date, one.baseline_date):
            yield Found(one.id, "target_date")


def _too_soon(ground: Ground) -> Iterator[Found]:
    """Actions that begin, or are even done, before one that must come first begins."""
    begins = {one.id: one.starts for one in ground.all(StrategicAction)}
    for one in ground.all(StrategicAction):
        first = [begins.get(id) for id in one.depends_on or ()]
        field = "starts" if one.starts else "ends"
        if any(earlier(one.starts or one.ends, day) for day in first):
            yield Found(one.id, field)


def _too_late(ground: Ground) -> Iterator[Found]:
    """Milestones of an action that is done by then."""
    ends = {one.id: one.ends for one in ground.all(StrategicAction)}
    for one in ground.all(Milestone):
        if earlier(ends.get(one.action or ""), one.due):
            yield Found(one.id, "due")


def _outside(ground: Ground) -> Iterator[Found]:
    """Money of a year in which its source gives nothing."""
    sources = {one.id: one for one in ground.all(FundingSource)}
    for one in ground.all(Allocation):
        source, year = sources.get(one.source or ""), str(one.year or "")
        if source and (earlier(year, source.starts) or earlier(source.ends, year)):
            yield Found(one.id, "year")


def _ahead(ground: Ground) -> Iterator[Found]:
    """Values of a time that is still to come."""
    for one in ground.all(Observation):
        first = first_day(one.period or "x")
        if first is not None and first > ground.today:
            yield Found(one.id, "period")


# Gone by


def _still_planned(ground: Ground) -> Iterator[Found]:
    """Activities that are over by their dates and not by their state."""
    for one in ground.all(Activity):
        planned = one.status in ("idea", "planned", "confirmed")
        if planned and over(one.ends or one.starts, ground.today):
            yield Found(one.id, "status")


def _untold(ground: Ground) -> Iterator[Found]:
    """What was heard at an activity whose report-back is past and not made."""
    past = {
        one.id for one in ground.all(Activity)
        if over(one.report_back_date, ground.today) and not ended(one, ground.today)
    }  # fmt: skip
    for one in ground.all(Heard):
        if one.activity in past and not one.told_on:
            yield Found(one.id, "told_on")


def _contacts(ground: Ground) -> Iterator[Found]:
    """How many in the register wait for a word. Whom that concerns is private."""
    late = [
        one for one in ground.all(Stakeholder)
        if not ended(one, ground.today) and over(one.next_contact, ground.today)
    ]  # fmt: skip
    if late:
        count = counted(len(late), "contact", "contacts")
        yield Found(REGISTER, "", {"count": count})


TIME = (
    Check(
        "ends-before-start", "warning", "", "{it} ends before it starts.",
        "Correct one of the two dates.", "common practice", Each(_backwards),
    ),
    Check(
        "report-back-too-early", "warning", "engaging", "{it} reports back before it is over.",
        "Correct one of the two dates.",
        "common practice", _told_early, ("activity.report_back_date",),
    ),
    Check(
        "target-before-baseline", "warning", "impact",
        "{it} should reach its target before its baseline is taken.",
        "Correct one of the two dates.",
        "common practice", _target_first, ("measure.target_date", "measure.baseline_date"),
    ),
    Check(
        "action-before-dependency", "warning", "actions",
        "{it} begins before an action that must come first.",
        "Move one of the two, or take out the dependency.",
        "field paper 1.5", _too_soon, ("strategic_action.depends_on", "strategic_action.starts"),
    ),
    Check(
        "milestone-after-action", "warning", "sustaining",
        "{it} comes when its action has ended already.",
        "Correct one of the two dates, or choose the action that it is part of.",
        "common practice", _too_late,
        ("milestone.due", "milestone.action", "strategic_action.ends"),
    ),
    Check(
        "money-outside-period", "warning", "sustaining",
        "{it}: the source gives nothing in that year.",
        "Correct the year, or choose a source that reaches that far.",
        "common practice", _outside, ("allocation.year",),
    ),
    Check(
        "observation-ahead", "note", "impact", "{it} is a value of a time still to come.",
        "Correct the time for which it was seen.",
        "common practice", _ahead, ("observation.period",),
    ),
    Check(
        "report-back-overdue", "warning", "engaging", "{it}: the day to report back is past.",
        "Tell those who came, and mark it as reported back; or tell them the new day.",
        "field paper 1.3", overdue(Activity, "report_back_date"),
        ("activity.report_back_date", "activity.status"),
    ),
    Check(
        "activity-still-planned", "note", "engaging",
        "{it} is past, and is still marked as planned.",
        "Mark it as held, or give it a new date.",
        "common practice", _still_planned, ("activity.status",),
    ),
    Check(
        "heard-not-told", "warning", "engaging",
        "{it} was heard, and nobody has told those who said it what came of it.",
        "Tell them, and write the day.",
        "field paper 1.3", _untold, ("heard.told_on",),
    ),
    Check(
        "step-overdue", "warning", "embarking", "{it}: its day is past, and it is not in place.",
        "Mark it as in place, or agree on a new day and on what help it needs.",
        "field paper 1.1", overdue(PreparednessStep, "due"),
        ("preparedness_step.due", "preparedness_step.status"),
    ),
    Check(
        "release-late", "warning", "embarking",
        "Overdue on the way to the release: {count}.",
        "Open the way to the release (F5 there), write what is late, or set a later day.",
        "common practice", _release,
    ),
    Check(
        "milestone-overdue", "warning", "sustaining", "{it}: its day is past, and it is not done.",
        "Mark it as done, or set a new day and tell those who wait for it.",
        "field paper 1.7", overdue(Milestone, "due"),
        ("milestone.due", "milestone.done"),
    ),
    Check(
        "charter-review-overdue", "note", "coalition", "{it}: the day of its review is past.",
        "Read it together again, and set the next day.",
        "field paper 1.2", overdue(CharterClause, "review_date"), ("charter_clause.review_date",),
    ),
    Check(
        "contact-overdue", "warning", "coalition", "Overdue in the register: {count}.",
        "Speak with them, and set the next day.",
        "field paper 1.2", _contacts, ("stakeholder.next_contact",),
    ),
    Check(
        "learning-overdue", "warning", "impact", "{it}: the day to stop and look is past.",
        "Write what came out and what you make of it, or set a new day.",
        "field paper 1.6", overdue(LearningCycle, "date"),
        ("learning_cycle.date", "learning_cycle.result"),
    ),
)  # fmt: skip
"""Every rule about days. They are held against the plan's own day."""
