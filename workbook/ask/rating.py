"""Rating line by line: one rater goes through the items, with the words of every level."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbook import rating
from workbook.ask.sealed import NOTICE
from workbook.ask.talk import LEAVING, Move, Spot, Talk
from workbook.kinds import Choice, Kind
from workbook.rating import Sheet
from workbook.reasoning.readiness import CLAIM_ABOVE
from workbook.reasoning.rounds import Level, rounds
from workbook.records.assessing import Consensus, Rating, Round

if TYPE_CHECKING:
    from workbook.curriculum import Assessment, Curriculum, Indicator, Step, Table

RATE = "rate"
"""What is typed at a table of ratings to go through the items."""


def rated_in(curriculum: Curriculum, table: Table) -> Assessment | None:
    """The assessment whose ratings or agreed levels a table holds, None for any other table."""
    asked = table.field("indicator") if table.of in (Rating.type, Consensus.type) else None
    name = asked.kind.list if asked and isinstance(asked.kind, Choice) else ""
    found = (one for one in curriculum.assessments.values() if name == f"{one.id}.indicators")
    return next(found, None)


def through(assessment: Assessment, ask: Callable[[int], Move]) -> Move:
    """Asks item after item, and back; gives what leads out, ON at the end. BACK out of the first
    item leads to the table again."""
    here, move = 0, Move.ON
    while 0 <= here < len(assessment.indicators) and move is not Move.DONE:
        move = ask(here)
        if move in LEAVING:
            return move
        here += -1 if move is Move.BACK else 1
    return Move.ON


def level_spot(
    assessment: Assessment,
    number: int,
    held: Callable[[], object],
    keep: Callable[[Level | None], object],
    *,
    given: str = "",
    sealed: str = "",
) -> Spot:
    """The place of a level of an item, with what level 3 looks like. given: what was said of it."""
    one = assessment.indicators[number]
    kind: Kind[int | str] = Rating.fields["level"].but(list=assessment.scale)
    heading = f"Item {number + 1} of {len(assessment.indicators)}. {one.name}."
    here = f"Level 3 looks like this: {one.here}" if one.here else ""
    why = "\n".join(filter(None, (here, given)))
    return Spot(kind, heading, one.ask, why, "", held, keep, sealed, in_row=True)


class RateTalk:
    """One rater's way through the items of an assessment."""

    def __init__(self, talk: Talk, assessment: Assessment, step: Step) -> None:
        self.talk, self.assessment, self.step = talk, assessment, step
        self.plan = talk.plan
        self._given: set[str] = set()

    def run(self) -> Move:
        """Asks for a level of each item; from 3 upward for what shows it. BACK out of the first
        item leads to the table again."""
        round = self._round()
        sheet, moved = self._who(round)
        if sheet is None:
            return moved if moved in LEAVING else Move.ON
        hidden = round.closed is not True
        move = through(self.assessment, lambda number: self._item(sheet, number, hidden=hidden))
        if move in LEAVING:
            return move
        count = sum(one.level is not None for one in sheet.all.values())
        self.talk.asker.say(f"Rated: {count} of {len(self.assessment.indicators)}.")
        return Move.ON

    def _round(self) -> Round:
        """The open round; else the last one that one person rates; else a new one of today."""
        newest = next(iter(rounds(self.plan, self.assessment.id)), None)
        if newest is None or (newest.closed and len(newest.raters or ()) > 1):
            made: list[str] = []
            begin = rating.begin
            self.talk.change(
                lambda: made.append(begin(self.plan, self.assessment, [], apart=False))
            )
            found = self.plan.record(made[0])
            assert isinstance(found, Round)
            newest = found
        name = self.plan.label(newest.id)
        how = "in the open" if newest.closed else "levels are hidden until it is closed"
        self.talk.asker.say(f"Round: {name}, {how}.")
        return newest

    def _who(self, round: Round) -> tuple[Sheet | None, Move]:
        """The sheet of whoever rates; None where that was left unsaid."""
        if not round.raters:
            return Sheet(self.plan, round.id), Move.ON
        chosen: list[str] = []
        ask = "Which of the raters are you?"
        spot = Spot(
            Rating.fields["rater"], "Who rates.", ask, "", "", lambda: None, chosen.append
        )  # fmt: skip
        move = self.talk.value(spot, self.step)
        if not chosen or not chosen[0]:
            return None, move
        if chosen[0] not in round.raters:
            raters = [*round.raters, chosen[0]]
            self.talk.change(lambda: self.plan.put(round.id, raters, "raters"))
        return Sheet(self.plan, round.id, chosen[0]), move

    def _item(self, sheet: Sheet, number: int, *, hidden: bool) -> Move:
        """One item: its level, and from 3 upward what an outsider could check."""
        one = self.assessment.indicators[number]
        self._given.discard(one.id)
        move = self.talk.value(self._level(sheet, number, hidden=hidden), self.step)
        found = sheet.rating(one.id)
        level = found.level if found else None
        if one.id not in self._given or found is None or not isinstance(level, int):
            return move  # to ask for evidence of what was given before would tell how high it is
        return self._evidence(found, one, hidden=hidden) if level > CLAIM_ABOVE else move

    def _level(self, sheet: Sheet, number: int, *, hidden: bool) -> Spot:
        one = self.assessment.indicators[number]

        def held() -> object:
            found = sheet.rating(one.id)
            return found.level if found else None

        def keep(value: Level | None) -> None:
            sheet.give(one.id, value)
            self._given.add(one.id)

        sealed = NOTICE if hidden else ""
        return level_spot(self.assessment, number, held, keep, sealed=sealed)

    def _evidence(self, found: Rating, one: Indicator, *, hidden: bool) -> Move:
        spot = Spot(
            Rating.fields["evidence"], f"Evidence. {one.name}.", "What could an outsider check?",
            "", "a letter, a budget line, a date", lambda: found.evidence,
            lambda value: self.plan.put(found.id, value, "evidence"), NOTICE if hidden else "",
            in_row=True,
        )  # fmt: skip
        return self.talk.value(spot, self.step)
