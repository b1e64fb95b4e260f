"""Who answers for what, where nobody does; who has a vote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from workbook.reasoning.checks.burden import REGISTER
from workbook.reasoning.checks.check import Check, Found
from workbook.reasoning.checks.ground import says
from workbook.reasoning.checks.looks import empty
from workbook.records.coalition import Stakeholder, Workgroup, WorkItem
from workbook.records.embarking import PreparednessStep
from workbook.records.engagement import Activity
from workbook.records.impact import Audience
from workbook.records.sustaining import Milestone, Risk, Stewardship

if TYPE_CHECKING:
    from workbook.reasoning.checks.ground import Ground

HIGH = 4
"""From here on a risk is likely, and stalls several actions (lists.toml, likelihood, effect)."""


def _not_one(ground: Ground) -> Iterator[Found]:
    """Pieces of work for which nobody answers, or several do. Whoever was removed does not."""
    there = {one.id for one in ground.all(Stakeholder)}
    for one in ground.all(WorkItem):
        if len(there.intersection(one.accountable or ())) != 1:
            yield Found(one.id, "accountable")


def _no_resident(ground: Ground) -> Iterator[Found]:
    """Members vote, and no resident among them."""
    voting = [one for one in ground.all(Stakeholder) if one.votes and one.status != "left"]
    if voting and not any(one.sector == "resident" for one in voting):
        yield Found(REGISTER)


def _asked(one: Any) -> bool:
    return one.status in ("identified", "contacted", "invited")


def _unprepared(ground: Ground) -> Iterator[Found]:
    """Risks that are likely and grave, without a sign to watch for or something to do."""
    for one in ground.all(Risk):
        levels = [one.data.get(field) for field in ("likelihood", "effect")]
        high = all(isinstance(level, int) and level >= HIGH for level in levels)
        lacks = [field for field in ("trigger", "response") if not says(one.data.get(field))]
        if high and lacks:
            yield Found(one.id, lacks[0])


PEOPLE = (
    Check(
        "invitation-without-owner", "note", "coalition", "{it}: nobody holds the relationship.",
        "Name who extends the invitation: someone they know.",
        "field paper 1.2", empty(Stakeholder, "owner", when=_asked), ("stakeholder.owner",),
    ),
    Check(
        "no-resident-vote", "warning", "coalition", "Members have votes, and no resident has one.",
        "Bring residents in with votes, more than one, before priorities are set.",
        "field paper 1.2", _no_resident, ("stakeholder.votes", "stakeholder.sector"),
    ),
    Check(
        "work-without-one-accountable", "warning", "coalition",
        "{it}: exactly one should answer for it.",
        "Choose one who answers for it; others can do it, be asked or be told.",
        "field paper 1.2", _not_one, ("work_item.accountable",),
    ),
    Check(
        "work-without-responsible", "warning", "coalition", "{it}: nobody does it.",
        "Name at least one who does it.",
        "field paper 1.2", empty(WorkItem, "responsible"), ("work_item.responsible",),
    ),
    Check(
        "workgroup-without-lead", "warning", "coalition", "{it} has no lead.",
        "Name who leads it.", "field paper 1.2", empty(Workgroup, "lead"), ("workgroup.lead",),
    ),
    Check(
        "step-without-owner", "warning", "embarking", "{it} has nobody who does it.",
        "Name who does it; a gap is admitted with an owner.",
        "field paper 1.1", empty(PreparednessStep, "who", going_on=True),
        ("preparedness_step.who",),
    ),
    Check(
        "activity-without-owner", "note", "engaging", "{it} has nobody who sees to it.",
        "Name who sees to it.",
        "common practice", empty(Activity, "owner", going_on=True), ("activity.owner",),
    ),
    Check(
        "audience-without-owner", "note", "impact", "{it} has nobody who tells them.",
        "Name who tells them how it goes.",
        "field paper 1.6", empty(Audience, "owner"), ("audience.owner",),
    ),
    Check(
        "stewardship-of-nothing", "warning", "sustaining", "{it} keeps up no action.",
        "Choose the action that is kept up.",
        "field paper 1.7", empty(Stewardship, "action"), ("stewardship.action",), loose=True,
    ),
    Check(
        "stewardship-without-steward", "warning", "sustaining", "{it} names no steward.",
        "Name the body or person.",
        "field paper 1.7", empty(Stewardship, "steward"), ("stewardship.steward",),
    ),
    Check(
        "risk-without-owner", "warning", "sustaining", "{it} has nobody who watches it.",
        "Name who watches for the sign and acts on it.",
        "field paper 1.7", empty(Risk, "owner"), ("risk.owner",),
    ),
    Check(
        "risk-unprepared", "warning", "sustaining",
        "{it} is likely and grave, and has no sign to notice it by, or nothing to do then.",
        "Write how you would notice it, and what you do then.",
        "field paper 1.7", _unprepared,
        ("risk.likelihood", "risk.effect", "risk.trigger", "risk.response"),
    ),
    Check(
        "milestone-without-owner", "warning", "sustaining", "{it} has nobody who sees to it.",
        "Name who sees to it.",
        "field paper 1.7", empty(Milestone, "owner", going_on=True), ("milestone.owner",),
    ),
)  # fmt: skip
"""Names beside what has to be done."""
