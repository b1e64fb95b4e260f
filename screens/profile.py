"""The profile of an assessment: five bars side by side and never a total."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.content import Content
from textual.widgets import Static

from screens import beginning, judging
from screens.board import Board, BoardView
from screens.command import Command
from screens.marks import Piece
from screens.places import Place
from screens.plain import BODY, INK, MUTED, WARN, joined, plain
from screens.profile_bars import axis, legend, shape, two_rows
from screens.profile_commands import PROFILE_COMMANDS
from screens.profile_notes import beside, detail, differ, open_round
from screens.profile_tables import Time, as_table, side_by_side
from workbook.curriculum import READINESS, Assessment
from workbook.rating import present
from workbook.reasoning.judging import of_round
from workbook.reasoning.promises import notice, notices
from workbook.reasoning.readiness import Condition, profile
from workbook.reasoning.rounds import times
from workbook.records.assessing import Round

TALL = 34
"""Rows from which conditions stand apart."""
BARS, TABLE, TIMES = "bars", "table", "times"


class ProfileView(BoardView):
    """How your answers lie, condition by condition, with nothing added up. ■ is counted, □ is
    claimed without evidence, ├─┤ is how far raters differ, ┃ is your own line. r rates; j writes
    your own word, which is what counts."""

    view: ClassVar[str] = "profile"

    def __init__(self, place: Place, assessment: Assessment) -> None:
        super().__init__(place)
        self.assessment = assessment
        ids = [one.id for one in assessment.dimensions]
        self._here = ids.index(place.table) if place.table in ids else 0
        self._mode, self._round = BARS, place.field

    def commands(self) -> tuple[type[Command], ...]:
        return PROFILE_COMMANDS

    def on_mount(self) -> None:
        """Draws once the size is known."""
        self.step = self.desk.curriculum.rating_step(self.assessment.id)
        super().on_mount()

    def work(self) -> list[Static]:
        head = Static("", id="profile-head")
        return [head, Board("", id="board"), Static("", id="profile-notes")]

    def refocus(self) -> Place:
        return replace(self.place, field=self._round, table=self.condition.dimension.id)

    # What is shown

    @property
    def rounds(self) -> list[Round]:
        """All rounds, the oldest first."""
        return times(self.desk.plan, self.assessment.id)

    @property
    def round(self) -> Round | None:
        """The round that is shown: the one that was gone to, else the newest."""
        found = self.rounds
        return next((one for one in found if one.id == self._round), found[-1] if found else None)

    @property
    def conditions(self) -> list[Condition]:
        """The conditions as the round left them."""
        return profile(self.desk.plan, self.assessment.id, self.round)

    @property
    def condition(self) -> Condition:
        """The one with the cursor."""
        return self.conditions[self._here]

    @property
    def title(self) -> str:
        round = self.round
        day = f", {self._day(round)}" if round and round.date else ""
        return f"{self.assessment.name}{day}"

    def _day(self, round: Round) -> str:
        return self.desk.plan.shown(round, "date") or round.name or "no day"

    @property
    def count(self) -> str:
        round = self.round
        if round is None:
            return ""
        open = any(one.blind for one in self.conditions)
        raters = len(present(self.desk.plan, round) if open else set(round.raters or ()))
        who = f"{raters} raters" if raters > 1 else "one rater"
        if open:
            return f"{who} · open"
        return f"{who} · closed" if raters > 1 else who

    @property
    def foot(self) -> str:
        """What the assessment says under its drawing; in a narrow window its last sentence."""
        said = self.assessment.footer
        return said if self.roomy else said.rstrip(".").rpartition(". ")[2] + "."

    def offers(self, does: str) -> bool:
        """What can be done depends on whether there is a round and whether it may be seen."""
        match does:
            case "rate":
                return True
            case "close_round":
                return self.round is not None and not self.round.closed
            case "show_rounds" | "later":
                return len(self.rounds) > 1
            case "plan_gap":
                return self.assessment.id == READINESS and bool(self.condition.gaps)
            case "decide":
                return self.assessment.id == READINESS
            case "talk":
                return self.round is not None and bool(self.round.closed)
        there = does in ("draw_line", "open_condition") or self.round is not None
        return there and not self.condition.blind and (does != "judge" or self._is_newest)

    @property
    def _is_newest(self) -> bool:
        """Whether the round is the last: a word of today says nothing of one before it."""
        return self.round is not None and self.round.id == self.rounds[-1].id

    # Drawing

    def draw(self) -> None:
        found, round = self.conditions, self.round
        board, head = self.query_one(Board), self.query_one("#profile-head", Static)
        notes = self.query_one("#profile-notes", Static)
        blind = any(one.blind for one in found)
        said = self._head(found) if not blind else None
        head.display = bool(said)
        head.update(said or "")
        if round is not None and blind and self._mode != TIMES:
            board.lay_lines(open_round(self.desk.plan, round))
            notes.update("")
            return
        board.lay_lines(self._lines(found))
        notes.update(self._notes(found))
        if self._mode == BARS:
            self.reveal(board, 1 + self._each * self._here, 2)

    def _head(self, found: list[Condition]) -> Content | None:
        """What the toolkit calls necessary and is not written down; where raters differ most."""
        plan = self.desk.plan
        low = self.app.size.height < TALL
        short = notice(plan, self.assessment)
        said = notices(plan, self.assessment) if not low else (short,) if short else ()
        lines = [joined(("○ ", WARN), (one, BODY)) for one in said]
        apart = differ(found) if self.roomy else None
        lines += [apart] if apart else []
        return Content("\n").join(lines) if lines else None

    def _words(self, round: Round | None) -> dict[str, str]:
        """The team's own words on the conditions of a round."""
        plan = self.desk.plan
        found = of_round(plan, round) if round else {}
        return {id: plan.shown(one, "judgement") for id, one in found.items()}

    def _lines(self, found: list[Condition]) -> list[Piece]:
        words, width = self._words(self.round), self.room
        if self._mode == TABLE:
            return [(one, None) for one in as_table(found, words, self._here)]
        if self._mode == TIMES:
            return [(one, None) for one in side_by_side(self._times(), self._here, width)]
        form = shape(width)
        lines: list[Piece] = [(axis(form), None)]
        for number, one in enumerate(found):
            word = words.get(one.dimension.id, "" if self.round else " ")
            rows = two_rows(one, form, word, here=number == self._here)
            lines += [(row, partial(self._to, number)) for row in rows]
            lines += [(Content(""), None)] * (self._each - 2)
        return [*lines, (legend(width), None)]

    @property
    def _each(self) -> int:
        """Rows of a condition, with a blank one where the window is tall."""
        return 3 if self.app.size.height >= TALL else 2

    def _times(self) -> list[Time]:
        plan = self.desk.plan
        return [
            Time(self._day(one), profile(plan, self.assessment.id, one), self._words(one))
            for one in self.rounds
        ]

    def _notes(self, found: list[Condition]) -> Content:
        """What is said of the condition with the cursor: in words, its gaps, its claims."""
        if self.round is None:
            ways = "r rates: alone, several one after another, or a meeting."
            return joined(("No round yet. ", f"{INK} bold"), (ways, MUTED))
        plan, one = self.desk.plan, found[self._here]
        parts = [detail(one), *beside(plan, one, self.room)]
        return Content("\n").join(parts) if self._mode == BARS else plain("")

    # Doing

    def move(self, right: int, down: int) -> None:
        self._to(min(max(self._here + down, 0), len(self.assessment.dimensions) - 1))
        if right:
            self.later(right)

    def _to(self, number: int) -> None:
        self._here = number
        self.renew()
        self.desk.frame.renew()

    def later(self, by: int = 1) -> None:
        """Goes to the round that many later, around."""
        found = self.rounds
        if self.round is not None:
            at = [one.id for one in found].index(self.round.id)
            self._round = found[(at + by) % len(found)].id
            self._to(self._here)

    def show_table(self) -> None:
        """As a table, or as a drawing."""
        self._mode = BARS if self._mode == TABLE else TABLE
        self.renew()

    def show_rounds(self) -> None:
        """Rounds side by side, or one."""
        self._mode = BARS if self._mode == TIMES else TIMES
        self.renew()

    def rate(self) -> None:
        """Rates: goes on with the open round, or begins one."""
        newest = self.rounds[-1] if self.rounds else None
        beginning.rate(self.desk, self.assessment, newest)

    def close_round(self) -> None:
        """Closes the round that is shown."""
        if self.round:
            beginning.close(self.desk, self.round)

    def talk(self) -> None:
        """Puts the round on the wall, to agree."""
        if self.round:
            first = self.condition.dimension.indicators[0].id
            self.desk.visit(Place("meeting", self.round.id, first))

    def open_condition(self) -> None:
        """Opens the condition with the cursor."""
        self.desk.visit(Place("condition", self.condition.dimension.id, self._round))

    def judge(self) -> None:
        """The team's own word on the condition."""
        if self.round:
            judging.judge(self.desk, self.condition.dimension, self.round)

    def draw_line(self) -> None:
        """The team's own line."""
        judging.draw_line(self.desk, self.assessment, self.condition.dimension)

    def plan_gap(self) -> None:
        """A gap becomes a preparedness step."""
        judging.plan_gap(self.desk, self.condition.dimension, self.condition.gaps)

    def decide(self) -> None:
        """On to the decision."""
        self.desk.visit(Place("decision"))
