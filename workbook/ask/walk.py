"""The walk: every place of the chosen steps, one after another, forward and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from workbook.ask.asker import Asker
from workbook.ask.places import Place, places
from workbook.ask.tables import TableTalk
from workbook.ask.talk import Move, Talk, spot_of
from workbook.ask.wording import OPENING, chapter_opening, step_opening

if TYPE_CHECKING:
    from workbook.curriculum import Step
    from workbook.plan import Plan


class Walk:
    """A walk through steps with an asker. `changes` counts what was changed on it."""

    def __init__(
        self, plan: Plan, asker: Asker, save: Callable[[], None], steps: Sequence[Step]
    ) -> None:
        self.plan, self.asker = plan, asker
        self._talk = Talk(plan, asker, save)
        self._places = places(plan.curriculum, steps)
        self._here, self._begin = 0, ""

    @property
    def changes(self) -> int:
        """How many answers and rows were changed."""
        return self._talk.changes

    def begin_at(self, step: Step) -> None:
        """Begins at a step, where that is not the first, and says so."""
        self._here = self._first(step)
        if self._here:
            self._begin = f"You wrote last on {step.name}: it begins there."

    def run(self) -> bool:
        """Asks until the end, or until it is left. True where every place was passed."""
        self.asker.say(OPENING)
        if self._begin:
            self.asker.say(self._begin)
        before = None
        while self._here < len(self._places):
            place = self._places[self._here]
            self._open(place, before)
            before = place
            move = self._ask(place)
            if move is Move.QUIT:
                return False
            self._here = self._after(self._here, move)
        return True

    @property
    def step(self) -> Step:
        """The step that it is on; at the end the last."""
        return self._places[min(self._here, len(self._places) - 1)].step

    def _after(self, here: int, move: Move) -> int:
        if move is Move.BACK:
            return max(here - 1, 0)
        if move is Move.ON:
            return here + 1
        if move is Move.GO and self._talk.goal:
            return self._first(self._talk.goal)
        step = self._places[here].step
        later = (n for n in range(here, len(self._places)) if self._places[n].step is not step)
        return next(later, len(self._places))

    def _first(self, step: Step) -> int:
        """The first place of a step. One that is not among those of the walk makes it one through
        all of them."""
        for _ in range(2):
            for number, place in enumerate(self._places):
                if place.step is step:
                    return number
            steps = list(self.plan.curriculum.steps.values())
            self._places = places(self.plan.curriculum, steps)
        return self._here

    def _open(self, place: Place, before: Place | None) -> None:
        """Says where a chapter or a step begins, when the walk comes to it."""
        if before is None or before.chapter is not place.chapter:
            self.asker.say(chapter_opening(place.chapter))
        if before is None or before.step is not place.step:
            self.asker.say(step_opening(place.chapter, place.step))

    def _ask(self, place: Place) -> Move:
        if place.table:
            return TableTalk(self._talk, place, place.table).run()
        prompt = place.prompt
        assert prompt is not None
        return self._talk.value(spot_of(self.plan, prompt, place.heading), place.step)
