"""How far each step and chapter is: by what is written, never by what was visited."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from workbook.curriculum.model import agreed
from workbook.reasoning.needs import answered, begun, met
from workbook.reasoning.noted import Noted, touched

if TYPE_CHECKING:
    from workbook.curriculum import Chapter, Step
    from workbook.edits import Edit
    from workbook.plan import Plan
    from workbook.reading import Reading

StateWord = Literal["not started", "started", "enough", "agreed"]


@dataclass(frozen=True, slots=True)
class StepState:
    """How far a step is. done, of: how much of what it needs is there (`needs.met`)."""

    word: StateWord
    done: int
    of: int

    @property
    def finished(self) -> bool:
        """Whether nothing more is needed here: it holds enough, or the team agreed on it."""
        return self.word in ("enough", "agreed")


def state(plan: Reading, step: Step) -> StepState:
    """How far a step is. "agreed" is the team's own word and wins over ours."""
    done, of = met(plan, step)
    if plan.answer(agreed(step.id)):
        return StepState("agreed", done, of)
    if done >= of:
        return StepState("enough", done, of)
    return StepState("started" if begun(plan, step) else "not started", done, of)


class Progress:
    """How far an open plan is, kept true from each edit: only a step that rests on what changed is
    looked at anew."""

    def __init__(self, plan: Plan) -> None:
        self._plan = Noted(plan)
        self._states: dict[str, tuple[StepState, Set[str]]] = {}

    def update(self, edits: Sequence[Edit]) -> None:
        """Takes edits that were made."""
        self._plan.follow(edits)
        changed = touched(edits)
        for id in [id for id, (_, asked) in self._states.items() if asked & changed]:
            del self._states[id]

    def state(self, step: Step) -> StepState:
        """How far a step is."""
        if step.id not in self._states:
            asked = self._plan.asked = set()
            self._states[step.id] = state(self._plan, step), asked
        return self._states[step.id][0]

    def chapter(self, chapter: Chapter) -> tuple[int, int]:
        """How many steps' worth of a chapter is written, and how many steps it has.

        Rounded down, so that it is full only when every step is; but never 0 once it is begun.
        """
        states = [self.state(step) for step in chapter.steps]
        worth = sum((_worth(one) for one in states), Fraction())
        started = any(one.word != "not started" for one in states)
        return max(int(worth), int(started)), len(states)


def _worth(state: StepState) -> Fraction:
    return Fraction(1) if state.finished else Fraction(state.done, state.of)


def summary(plan: Reading, chapter: Chapter) -> list[str]:
    """What a chapter holds, in table names and counts: ["5 activities", "3 open decisions"]."""
    parts, seen = [], set[str]()
    for table in (step.table for step in chapter.steps if step.table):
        fresh = {row.id for row in plan.rows(table)} - seen
        seen |= fresh
        if fresh:
            parts.append(f"{len(fresh)} {table.one if len(fresh) == 1 else table.many}")
    return parts or [_answers(plan, chapter)]


def _answers(plan: Reading, chapter: Chapter) -> str:
    count = sum(answered(plan, prompt) for step in chapter.steps for prompt in step.prompts)
    if not count:
        return "not started"
    return "1 answer" if count == 1 else f"{count} answers"
