"""What a room agrees on after a round of rating, item by item: a level, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook import rating
from workbook.ask.rating import level_spot, through
from workbook.ask.talk import LEAVING, Move, Spot, Talk
from workbook.reasoning.rounds import Answers, Level, answers, rounds
from workbook.records.assessing import Consensus, Rating

if TYPE_CHECKING:
    from workbook.curriculum import Assessment, Step
    from workbook.records.assessing import Round

AGREE = "agree"
"""What is typed at a table of agreed levels to go through the items."""


class AgreeTalk:
    """A room's way through the items of its newest round."""

    def __init__(self, talk: Talk, assessment: Assessment, step: Step) -> None:
        self.talk, self.assessment, self.step = talk, assessment, step
        self.plan = talk.plan
        self._given: set[str] = set()

    def run(self) -> Move:
        """Asks for the level that was agreed on for each item, and what it rests on."""
        round = next(iter(rounds(self.plan, self.assessment.id)), None)
        found = answers(self.plan, self.assessment, round)
        if round is None or found.blind:
            name = f"“{self.plan.label(round.id)}” is" if round else "No round is there, or it is"
            self.talk.asker.say(f"{name} still open: levels are agreed on once it is closed.")
            return Move.ON
        self.talk.asker.say(f"Round: {self.plan.label(round.id)}.")
        move = through(self.assessment, lambda number: self._item(round, found, number))
        if move in LEAVING:
            return move
        count = len(answers(self.plan, self.assessment, round).agreed)
        self.talk.asker.say(f"Agreed: {count} of {len(self.assessment.indicators)}.")
        return Move.ON

    def _item(self, round: Round, found: Answers, number: int) -> Move:
        """One item: its level, and of one that was given now what it rests on."""
        one = self.assessment.indicators[number]
        self._given.discard(one.id)

        def held() -> object:
            agreed = rating.agreed(self.plan, round.id, one.id)
            return agreed.level if agreed else None

        def keep(value: Level | None) -> None:
            rating.agree(self.plan, round.id, one.id, value)
            self._given.add(one.id)

        said = self._said(found, one.id)
        move = self.talk.value(
            level_spot(self.assessment, number, held, keep, given=said), self.step
        )
        agreed = rating.agreed(self.plan, round.id, one.id)
        if one.id not in self._given or agreed is None or agreed.level is None:
            return move
        return self._note(agreed, one.name)

    def _said(self, found: Answers, id: str) -> str:
        """What the raters gave for an item, from low to high and without a name."""
        levels = [one[id] for one in found.given.values() if id in one]
        kind = Rating.fields["level"].but(list=self.assessment.scale)
        shown = [kind.show(one, self.plan) for one in sorted(levels, key=str)]
        return f"Given by the raters: {'; '.join(shown)}." if shown else "Nobody rated it."

    def _note(self, agreed: Consensus, name: str) -> Move:
        ask = "What does it rest on, and who sees it differently?"
        spot = Spot(
            Consensus.fields["note"], f"Rests on. {name}.", ask, "", "", lambda: agreed.note,
            lambda value: self.plan.put(agreed.id, value, "note"), in_row=True,
        )  # fmt: skip
        return self.talk.value(spot, self.step)
