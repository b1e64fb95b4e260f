"""Which fields say who answers for what, and who that is while it goes on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from workbook.kinds.pointing import RECORD_ID
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
    register = Register(ground.plan)
    for duty in duties:
        for one in ground.all(duty.type):
            given = one.data.get(duty.field)
            if isinstance(given, list) and not ended(one, ground.today):
                words = [word for word in reversed(given) if isinstance(word, str)]
                who = {register.person(word): word for word in words}
                if there := {one: who[one] for one in who if one and not _gone(ground, one)}:
                    yield Held(one, duty.field, there)


def left(ground: Ground) -> set[str]:
    """The ids of those who left the coalition."""
    return {one.id for one in ground.all(Stakeholder) if one.status == "left"}


def _gone(ground: Ground, person: str) -> bool:
    return bool(RECORD_ID.fullmatch(person)) and ground.is_gone(person)
