"""Rating: rounds are opened, raters give levels, a room agrees, a gap becomes a step.

Whoever rates comes through here: the screens, a meeting, the plain prompts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.records.assessing import Consensus, Rater, Rating, Round, TeamLine
from workbook.records.embarking import PreparednessStep

if TYPE_CHECKING:
    from workbook.curriculum import Assessment, Dimension, Indicator
    from workbook.plan import Plan
    from workbook.reasoning.rounds import Level

SEAT = "Seat {}"
"""What a vote in a meeting goes by: where one sits, not who one is."""


class Sheet:
    """What one rater gives in one round. rater: "" for somebody who rates without a name."""

    def __init__(self, plan: Plan, round_id: str, rater: str = "") -> None:
        self.plan, self.round, self.rater = plan, round_id, rater

    def rating(self, indicator: str) -> Rating | None:
        """What was given for an indicator; of two, the later."""
        return self.all.get(indicator)

    @property
    def all(self) -> dict[str, Rating]:
        """All that was given, by indicator."""
        return {
            one.indicator: one
            for one in self.plan.records(Rating)
            if one.round == self.round and (one.rater or "") == self.rater and one.indicator
        }

    def give(self, indicator: str, level: Level | None) -> None:
        """Keeps a level; None takes it away and leaves what was written beside it."""
        there = self.rating(indicator)
        if there is not None:
            self.plan.put(there.id, level, "level")
        elif level is not None:
            values = {"indicator": indicator, "level": level, "date": self.plan.today.isoformat()}
            rater = {"rater": self.rater} if self.rater else {}
            self.plan.add("rating", {"round": self.round, **rater, **values})
        self.plan.settle()


@dataclass(frozen=True, slots=True)
class Turnout:
    """How far a round is, in counts and no names. expected: raters who are still in the workbook.
    done, begun: how many of these have given all, and some. of: how many items there are."""

    expected: int
    done: int
    begun: int
    of: int


def turnout(plan: Plan, round: Round) -> Turnout:
    """How far a round of rating is."""
    assessment = plan.curriculum.assessments.get(round.assessment or "")
    ids = {one.id for one in assessment.indicators} if assessment else set()
    raters = present(plan, round)
    counts = [len(ids & _given(Sheet(plan, round.id, one))) for one in raters]
    done = sum(bool(ids) and count == len(ids) for count in counts)
    return Turnout(len(raters), done, sum(count > 0 for count in counts) - done, len(ids))


def _given(sheet: Sheet) -> set[str]:
    return {id for id, one in sheet.all.items() if one.level is not None}


def present(plan: Plan, round: Round) -> list[str]:
    """The raters that a round expects, without those who were removed since."""
    return [one for one in round.raters or () if plan.type_of(one) == Rater.type]


def begin(plan: Plan, assessment: Assessment, raters: Sequence[str], *, apart: bool) -> str:
    """Adds a round of today and gives its id.

    apart: each rates alone, and nobody sees a level until it is closed. Else it is rated in the
    open, by one person or by a room, and there is nothing to close.
    """
    values = {"assessment": assessment.id, "date": plan.today.isoformat(), "closed": not apart}
    day = f"{plan.today:%B} {plan.today.day}"
    id = plan.add("round", {**values, "name": f"{assessment.name}, {day}", "raters": list(raters)})
    plan.settle()
    return id


def seats(plan: Plan, count: int) -> list[str]:
    """The raters that sit around a table, each known by the seat. Seats of before serve again."""
    known = {one.alias: one.id for one in plan.records(Rater)}
    names = [SEAT.format(number) for number in range(1, count + 1)]
    return [known.get(name) or plan.add("rater", {"alias": name}) for name in names]


def agreed(plan: Plan, round_id: str, indicator: str) -> Consensus | None:
    """What a room agreed on for an indicator; of two words, the later."""
    found = [
        one for one in plan.records(Consensus)
        if one.round == round_id and one.indicator == indicator
    ]  # fmt: skip
    return found[-1] if found else None


def agree(plan: Plan, round_id: str, indicator: str, level: Level | None) -> None:
    """Keeps the level that a room agreed on; None takes it away and leaves the note."""
    there = agreed(plan, round_id, indicator)
    if there is not None:
        plan.put(there.id, level, "level")
    elif level is not None:
        plan.add("consensus", {"round": round_id, "indicator": indicator, "level": level})
    plan.settle()


def take_line(plan: Plan, dimension: Dimension) -> None:
    """Takes the team's own line of a condition away."""
    for one in plan.records(TeamLine):
        if one.dimension == dimension.id:
            plan.remove(one.id)


def step_of(plan: Plan, dimension: Dimension, gap: Indicator) -> PreparednessStep | None:
    """The preparedness step that a gap has become, if it has."""
    mine = (one for one in plan.records(PreparednessStep) if one.condition == dimension.id)
    return next((one for one in mine if one.missing == gap.name), None)


def prepare(plan: Plan, dimension: Dimension, gap: Indicator) -> str:
    """Makes a gap a preparedness step of its condition and gives its id; that of the one that it
    is already."""
    there = step_of(plan, dimension, gap)
    if there is not None:
        return there.id
    values = {"missing": gap.name, "condition": dimension.id, "status": "not-started"}
    id = plan.add("preparedness_step", values)
    plan.settle()
    return id
