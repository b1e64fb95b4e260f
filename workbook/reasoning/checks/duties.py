"""Which fields say who answers for what, and who that is while it goes on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from workbook.reasoning.checks.ended import ended
from workbook.reasoning.persons import Register
from workbook.records.actions import StrategicAction
from workbook.records.coalition import Stakeholder, Workgroup, WorkItem
from workbook.records.data import DataSource
from workbook.records.embarking import Channel, Commitment, PreparednessStep
from workbook.records.engagement import Activity, OpenDecision
from workbook.records.impact import Audience, LearningCycle, Measure
from workbook.records.sustaining import Milestone, Risk, Stewardship

if TYPE_CHECKING:
    from workbook.reasoning.checks.ground import Ground
    from workbook.records import Record


class Duty(NamedTuple):
    """A field that says who answers for something."""

    type: type[Record]
    field: str


RELATIONSHIP = Duty(Stakeholder, "owner")
DUTIES = (
    Duty(StrategicAction, "lead"),
    Duty(Stewardship, "steward"),
    Duty(Measure, "collects"),
    Duty(Risk, "owner"),
    Duty(Milestone, "owner"),
    Duty(Workgroup, "lead"),
    Duty(Activity, "owner"),
    Duty(PreparednessStep, "who"),
    Duty(Audience, "owner"),
)
"""What is still to be done, and the field that says by whom."""
OTHER = (
    Duty(Commitment, "who"),
    Duty(Channel, "who"),
    RELATIONSHIP,
    Duty(WorkItem, "accountable"),
    Duty(WorkItem, "responsible"),
    Duty(OpenDecision, "must_agree"),
    Duty(DataSource, "owner"),
    Duty(StrategicAction, "partners"),
    Duty(Measure, "analyses"),
    Duty(Measure, "reports"),
    Duty(LearningCycle, "who"),
)
"""What somebody who left must not hold either."""


class Held(NamedTuple):
    """Something that is not over, its field, and who is named there: each person (see `Register`)
    with the word by which the field names them."""

    record: Record
    field: str
    who: Mapping[str, str]


def held(ground: Ground, *duties: Duty) -> Iterator[Held]:
    """What is still to be done and names somebody. Who was removed from the register is left
    out: that reference is broken."""
    for one in duties:
        yield from ground.made_of((one.type, Stakeholder), _held, one)


def register(ground: Ground) -> Register:
    """The people of the plan."""
    return ground.made_of((Stakeholder,), _register)


def left(ground: Ground) -> set[str]:
    """The ids of those who left the coalition."""
    return {one.id for one in ground.all(Stakeholder) if one.status == "left"}


def _register(ground: Ground) -> Register:
    return Register(ground.plan)


def _held(ground: Ground, duty: Duty) -> list[Held]:
    known, found = register(ground), list[Held]()
    for one, words in ground.made_of((duty.type,), _going_on, duty):
        who = {person: word for word in words if (person := known.person(word))}
        if who:
            found.append(Held(one, duty.field, who))
    return found


def _going_on(ground: Ground, duty: Duty) -> list[tuple[Record, list[str]]]:
    """What is not over, with the words of its field, the first last."""
    found: list[tuple[Record, list[str]]] = []
    for one in ground.all(duty.type):
        given = one.data.get(duty.field)
        if isinstance(given, list) and not ended(one, ground.today):
            found.append((one, [word for word in reversed(given) if isinstance(word, str)]))
    return found
