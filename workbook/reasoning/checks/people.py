"""Who answers for what: nobody, one who left, or one person for too much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from workbook.kinds.pointing import RECORD_ID
from workbook.reasoning.checks.check import Check, Found
from workbook.reasoning.checks.lacking import empty
from workbook.records.actions import StrategicAction
from workbook.records.coalition import Stakeholder, Workgroup, WorkItem
from workbook.records.embarking import Commitment, PreparednessStep
from workbook.records.engagement import Activity
from workbook.records.impact import Audience, Measure
from workbook.records.sustaining import Milestone, Risk, Stewardship

if TYPE_CHECKING:
    from workbook.reasoning.checks.ground import Ground
    from workbook.records import Record

SHARE = 3
"""One who holds more than the third part of what is to be done holds too much of it."""
MANY = 10
"""Below this many duties a share says nothing."""
REGISTER = "register"


class Duty(NamedTuple):
    """A field that says who answers for something. It is over where the field `by` has one of the
    values in `ended`."""

    type: type[Record]
    field: str
    ended: tuple[str, ...] = ()
    by: str = "status"


DUTIES = (
    Duty(StrategicAction, "lead"),
    Duty(Stewardship, "steward"),
    Duty(Measure, "collects"),
    Duty(Risk, "owner"),
    Duty(Milestone, "owner", ("True",), "done"),
    Duty(Workgroup, "lead"),
    Duty(Activity, "owner", ("reported-back", "canceled")),
    Duty(PreparednessStep, "who", ("in-place", "dropped")),
    Duty(Audience, "owner"),
)
"""What is still to be done, and the field that says by whom."""
OTHER = (
    Duty(Measure, "reports"),
    Duty(WorkItem, "accountable"),
    Duty(WorkItem, "responsible"),
    Duty(Stakeholder, "owner", ("left",)),
)
"""What somebody who left must not hold either."""


def _held(ground: Ground, duties: tuple[Duty, ...]) -> Iterator[tuple[Record, str, list[str]]]:
    """What is still to be done, its field, and who does it."""
    for duty in duties:
        for one in ground.all(duty.type):
            who = one.data.get(duty.field)
            if str(one.data.get(duty.by)) not in duty.ended and isinstance(who, list):
                yield one, duty.field, [person for person in who if isinstance(person, str)]


def _left(ground: Ground) -> Iterator[Found]:
    """Duties of people who left."""
    gone = {one.id for one in ground.all(Stakeholder) if one.status == "left"}
    for one, field, who in _held(ground, (*DUTIES, *OTHER)):
        if left := [person for person in who if person in gone]:
            name = ground.asks(one.type, field)
            person = ground.wording.name_of(left[0]) or "somebody"
            yield Found(one.id, field, {"field": name, "who": person})


def _too_much(ground: Ground) -> Iterator[Found]:
    """People who hold more than a third of what is to be done."""
    held = [set(who) for _, _, who in _held(ground, DUTIES) if who]
    yield from _over(Counter(one for who in held for one in who), len(held), SHARE)


def _house_too_much(ground: Ground) -> Iterator[Found]:
    """Organizations whose people together hold more than a third, and none of them alone."""
    house = {one.id: (one.organisation or "").strip() for one in ground.all(Stakeholder)}
    held = [set(who) for _, _, who in _held(ground, DUTIES) if who]
    alone = Counter(one for who in held for one in who)
    houses = Counter(name for who in held for name in {house.get(one, "") for one in who} if name)
    for name, count in houses.items():
        people = sorted(id for id in alone if house.get(id) == name)
        if len(people) > 1 and all(SHARE * alone[id] <= len(held) for id in people):
            yield from _over(Counter({people[0]: count}), len(held), SHARE)


def _relationships(ground: Ground) -> Iterator[Found]:
    """Whoever holds more than half of the relationships."""
    held = [set(who) for _, _, who in _held(ground, (OTHER[-1],)) if who]
    yield from _over(Counter(one for who in held for one in who), len(held), 2)


def _over(counts: Counter[str], of: int, share: int) -> Iterator[Found]:
    """Those with more than their share; a name that is in no register stays unsaid."""
    for who, count in sorted(counts.items()):
        if of >= MANY and share * count > of:
            id = who if RECORD_ID.fullmatch(who) else REGISTER
            yield Found(id, "", {"count": str(count), "of": str(of)})


def _not_one(ground: Ground) -> Iterator[Found]:
    """Pieces of work for which nobody answers, or several do."""
    for one in ground.all(WorkItem):
        if len(one.accountable or ()) != 1:
            yield Found(one.id, "accountable")


def _no_resident(ground: Ground) -> Iterator[Found]:
    """Members vote, and no resident among them."""
    voting = [one for one in ground.all(Stakeholder) if one.votes and one.status != "left"]
    if voting and not any(one.sector == "resident" for one in voting):
        yield Found(REGISTER)


def _no_kind(ground: Ground, kind: str) -> Iterator[Found]:
    """Leaders promised something, and none of this kind."""
    kinds = [one.kind for one in ground.all(Commitment) if one.kind]
    if kinds and kind not in kinds:
        yield Found("commitments")


def _asked(one: Any) -> bool:
    return one.status in ("identified", "contacted", "invited")


def _open(one: Any) -> bool:
    return one.status not in ("in-place", "dropped")


def _to_come(one: Any) -> bool:
    return one.done is not True


def _on(one: Any) -> bool:
    return one.status not in ("reported-back", "canceled")


PEOPLE = (
    Check(
        "owner-left", "warning", "", "{it}, {field}: {who} has left.",
        "Name who takes it over.", "field paper 1.2", _left, by_field=True,
    ),
    Check(
        "too-much-on-one", "note", "", "{it} holds {count} of {of} things to be done.",
        "Share some of them, and write who steps in when this person cannot.",
        "field paper 1.2", _too_much,
    ),
    Check(
        "too-much-on-one-house", "note", "",
        "{it} and others of the same organization hold {count} of {of} things to be done.",
        "Share some of them with other partners; a host that closes takes its part with it.",
        "field paper 1.7", _house_too_much,
    ),
    Check(
        "one-holds-relationships", "note", "coalition",
        "{it} holds the relationship with {count} of {of} in the register.",
        "Let others take over some; whoever leaves takes the relationships along.",
        "field paper 1.2", _relationships, ("stakeholder.owner",),
    ),
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
        "no-executive-commitment", "warning", "embarking",
        "No government executive has committed to this.",
        "Ask for words, time and money from whoever can direct staff. Chapter 1 of the toolkit "
        "calls this a necessary condition.",
        "toolkit ch. 1", lambda ground: _no_kind(ground, "executive"), ("commitment.kind",),
    ),
    Check(
        "no-community-commitment", "warning", "embarking",
        "No leader of a community organization has committed to this.",
        "Ask a leader whom residents know. Chapter 1 of the toolkit calls this a necessary "
        "condition.",
        "toolkit ch. 1", lambda ground: _no_kind(ground, "community"), ("commitment.kind",),
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
        "field paper 1.1", empty(PreparednessStep, "who", when=_open), ("preparedness_step.who",),
    ),
    Check(
        "activity-without-owner", "note", "engaging", "{it} has nobody who sees to it.",
        "Name who sees to it.",
        "common practice", empty(Activity, "owner", when=_on), ("activity.owner",),
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
        "milestone-without-owner", "warning", "sustaining", "{it} has nobody who sees to it.",
        "Name who sees to it.",
        "field paper 1.7", empty(Milestone, "owner", when=_to_come), ("milestone.owner",),
    ),
)  # fmt: skip
"""Names beside what has to be done."""
