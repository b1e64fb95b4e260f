"""Chapter 3: whom the team meets over what, and what becomes of what they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbook.reasoning.checks.check import Check, Found
from workbook.reasoning.checks.ground import says
from workbook.reasoning.checks.looks import empty, once
from workbook.records.actions import RootCause
from workbook.records.coalition import CommunityGroup
from workbook.records.data import Finding, Insight
from workbook.records.engagement import Activity, CostLine, Heard, OpenDecision

if TYPE_CHECKING:
    from workbook.reasoning.checks.ground import Ground

ASKED = 2
"""The level of the spectrum up to which people are told or asked, and others decide."""
ACTIVITIES = "activities"
OPEN = ("open", "partly-open")
_OFF = ("canceled",)


def _goes_on(one: Activity) -> bool:
    return one.status not in _OFF


def level(one: Activity) -> int:
    """How much power residents hold in it, 0 where nothing says so."""
    return one.level if isinstance(one.level, int) else 0


def _unpaid(ground: Ground) -> Iterator[Found]:
    """Activities that ask people for their time and pay nobody."""
    paid = {one.about for one in ground.all(CostLine) if one.kind == "pay"}
    for one in ground.all(Activity):
        asks = one.level is None or level(one) >= ASKED
        if asks and _goes_on(one) and not one.pay_each and one.id not in paid:
            yield Found(one.id, "pay_each")


def _all_low(ground: Ground) -> Iterator[Found]:
    """Nothing but informing and consulting."""
    going = [one for one in ground.all(Activity) if _goes_on(one)]
    known = [level(one) for one in going if one.level is not None]
    if known and max(known) <= ASKED:
        yield Found(ACTIVITIES)


def _closed(ground: Ground) -> Iterator[Found]:
    """Activities that ask people about what is decided already."""
    fixed = {one.id for one in ground.all(OpenDecision) if one.state == "fixed"}
    for one in ground.all(Activity):
        if one.decision in fixed and level(one) >= ASKED:
            yield Found(one.id, "decision")


def _undiscussed(ground: Ground) -> Iterator[Found]:
    """Open decisions that no activity feeds."""
    fed = {one.decision for one in ground.all(Activity) if _goes_on(one)}
    for one in ground.all(OpenDecision):
        if one.state in OPEN and one.id not in fed:
            yield Found(one.id)


def _unheard(ground: Ground) -> Iterator[Found]:
    """Community groups that nobody met and nobody heard."""
    met = {id for one in ground.all(Activity) if _goes_on(one) for id in one.groups or ()}
    met |= {one.group or "" for one in ground.all(Heard)}
    met |= {one.group or "" for one in ground.all(Insight)}
    yield from (Found(one.id) for one in ground.all(CommunityGroup) if one.id not in met)


def used(ground: Ground, id: str) -> bool:
    """Whether a finding or a cause rests on something that was heard."""
    return any(ground.after(id, one) for one in (Finding, RootCause))


def _unanswered(ground: Ground) -> Iterator[Found]:
    """What was heard and used, with no word to those who said it of what came of it."""
    yield from (one for one in _silent(ground) if used(ground, one.id))


def _unused(ground: Ground) -> Iterator[Found]:
    """What was heard and led to nothing at all."""
    yield from (one for one in _silent(ground) if not used(ground, one.id))


def _silent(ground: Ground) -> Iterator[Found]:
    for one in ground.all(Heard):
        if not says(one.data.get("changed")) and not says(one.why_not):
            yield Found(one.id, "changed")


def _held_low(ground: Ground) -> Iterator[Found]:
    """Decisions on which residents could have more say, kept low without a reason."""
    for one in ground.all(OpenDecision):
        low = isinstance(one.level, int) and one.level <= ASKED
        if low and one.state in OPEN and not says(one.why_not_further):
            yield Found(one.id, "why_not_further")


def _promised_more(ground: Ground) -> Iterator[Found]:
    """Decisions that promise more power than residents hold in any activity that feeds them."""
    reached: dict[str, int] = {}
    for one in ground.all(Activity):
        if one.decision and one.level is not None and _goes_on(one):
            reached[one.decision] = max(level(one), reached.get(one.decision, 0))
    for decision in ground.all(OpenDecision):
        promised = (
            decision.level if isinstance(decision.level, int) and decision.state in OPEN else 0
        )
        if decision.id in reached and promised > reached[decision.id]:
            yield Found(decision.id, "level")


CHAPTER = "engaging"
ENGAGEMENT = (
    Check(
        "activity-without-decision", "warning", CHAPTER, "{it} feeds no decision.",
        "Say which open decision it is for; without one, people give their time to nothing.",
        "field paper 1.3", empty(Activity, "decision", when=_goes_on), ("activity.decision",),
    ),
    Check(
        "activity-without-promise", "warning", CHAPTER, "{it} makes no promise to those who come.",
        "Write in a sentence what people may expect, true to its level of the spectrum.",
        "field paper 1.3", empty(Activity, "promise", when=_goes_on), ("activity.promise",),
    ),
    Check(
        "activity-without-pay", "warning", CHAPTER, "{it} pays nobody for their time.",
        "Set what each person is paid, or say why nobody is. What residents know deserves pay as "
        "what professionals know does.",
        "field paper 1.3", _unpaid, ("activity.pay_each",),
    ),
    Check(
        "activity-without-report-back", "warning", CHAPTER,
        "{it} has no day on which people hear what came of it.",
        "Set the day and the form in which those who came are told.",
        "field paper 1.3", empty(Activity, "report_back_date", when=_goes_on),
        ("activity.report_back_date",),
    ),
    Check(
        "activities-all-low", "warning", CHAPTER,
        "No activity goes further than asking: in all of them others decide.",
        "Find one decision that residents can share or take, and plan an activity for it.",
        "field paper 1.3", _all_low, ("activity.level",),
    ),
    Check(
        "fixed-decision-asked", "warning", CHAPTER,
        "{it} asks people about a decision that is fixed.",
        "Tell people what is decided and why; ask them about what is still open.",
        "field paper 1.3", _closed, ("activity.decision", "open_decision.state"),
    ),
    Check(
        "open-decision-without-activity", "warning", CHAPTER,
        "{it} is open, and no activity feeds it.",
        "Plan an activity with those who live with the result.",
        "field paper 1.3", once(Activity, _undiscussed),
        ("activity.decision", "open_decision.state"), "activity",
    ),
    Check(
        "decision-held-low", "note", CHAPTER,
        "{it} is open, others decide it, and nothing says what stops you from going further.",
        "Write what stops you, or give residents more power over it.",
        "field paper 1.3", _held_low, ("open_decision.level", "open_decision.why_not_further"),
    ),
    Check(
        "decision-promises-more", "warning", CHAPTER,
        "{it} promises residents more power than any activity that feeds it gives.",
        "Give residents that power in one of its activities, or promise less.",
        "field paper 1.3", _promised_more, ("open_decision.level", "activity.level"),
    ),
    Check(
        "group-not-heard", "note", CHAPTER,
        "{it}: no activity reaches them, and nothing is heard from them.",
        "Ask whom they trust, and plan an activity with that host.",
        "field paper 1.3", once(Activity, _unheard), ("activity.groups",), "activity",
    ),
    Check(
        "heard-without-answer", "warning", CHAPTER,
        "{it} was heard, and nothing says what changed because of it.",
        "Choose what changed, or write why nothing did, and tell those who said it.",
        "field paper 1.3", _unanswered, ("heard.changed",),
    ),
    Check(
        "heard-from-nowhere", "note", CHAPTER,
        "{it}: nothing says where or from whom it was heard.",
        "Choose the activity at which it was said, or the group that said it.",
        "field paper 1.3", empty(Heard, "activity", "group"), ("heard.activity", "heard.group"),
    ),
    Check(
        "heard-unused", "note", CHAPTER, "{it} was heard, and nothing came of it.",
        "Make it evidence of a finding, choose what changed because of it, or write why nothing "
        "did.",
        "field paper 7", _unused, ("heard.changed",), loose=True,
    ),
)  # fmt: skip
"""Who was met, over what, at what price, and who was told."""
