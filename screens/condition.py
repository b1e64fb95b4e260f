"""One condition: its items with level, spread and evidence; the team's own line and own word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens import judging
from screens.board import Board, BoardView
from screens.command import Command
from screens.condition_commands import CONDITION_COMMANDS
from screens.fields import Spot
from screens.fields.entry import Entry
from screens.marks import Piece
from screens.places import Place
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, WARN, brief, column, joined, plain
from screens.profile_notes import detail, own_line
from workbook import rating
from workbook.curriculum import READINESS, Assessment, Dimension, Indicator
from workbook.reasoning.judging import is_of, of_round
from workbook.reasoning.readiness import CLAIM_ABOVE, Condition, profile
from workbook.reasoning.rounds import Answer, times
from workbook.records.assessing import Judgement, Rating, Round

APART = 20
"""Cells at the end of an item's line for how far raters lie apart."""


class ConditionView(BoardView):
    """One condition. Each item has its level (■ with evidence, □ claimed without), how far raters
    lie apart, and what an outsider could check. Under them stands your own word."""

    view: ClassVar[str] = "condition"

    def __init__(self, place: Place, assessment: Assessment, dimension: Dimension) -> None:
        super().__init__(place)
        self.assessment, self.dimension = assessment, dimension
        ids = [one.id for one in dimension.indicators]
        self._here, self._shown = ids.index(place.table) if place.table in ids else 0, ""
        self._wanted = place.field if place.field.startswith(Judgement.prefix) else ""

    def commands(self) -> tuple[type[Command], ...]:
        return CONDITION_COMMANDS

    def work(self) -> list[Static | Vertical]:
        return [Static("", id="condition-head"), Board("", id="board"),
                Static("", id="condition-word"), Vertical(id="beside")]  # fmt: skip

    def on_mount(self) -> None:
        """Draws once the size is known."""
        self.step = self.desk.curriculum.rating_step(self.assessment.id)
        super().on_mount()

    def start(self) -> None:
        """The cursor goes to the reason of a judgment that was just made, else to the items."""
        if not self.place.field.startswith(Judgement.prefix):
            super().start()

    def refocus(self) -> Place:
        round = self.round
        return replace(self.place, field=round.id if round else "", table=self.item.id)

    @property
    def _rounds(self) -> list[Round]:
        return times(self.desk.plan, self.assessment.id)

    @property
    def round(self) -> Round | None:
        """The round that was gone to, else the newest."""
        found = self._rounds
        return next(
            (one for one in found if one.id == self.place.field), found[-1] if found else None
        )

    @property
    def _is_newest(self) -> bool:
        """Whether the round is the last: a word of today says nothing of one before it."""
        return self.round is not None and self.round.id == self._rounds[-1].id

    @property
    def found(self) -> Condition:
        """The condition as the round left it."""
        all_ = profile(self.desk.plan, self.assessment.id, self.round)
        return next(one for one in all_ if one.dimension.id == self.dimension.id)

    @property
    def item(self) -> Indicator:
        """The item under the cursor."""
        return self.dimension.indicators[self._here]

    @property
    def judgement(self) -> Judgement | None:
        """The team's word that stood after the round."""
        round = self.round
        return of_round(self.desk.plan, round).get(self.dimension.id) if round else None

    @property
    def crumbs(self) -> list[str]:
        return [*super().crumbs, self.dimension.short]

    @property
    def title(self) -> str:
        return self.dimension.name if self.roomy else self.dimension.short

    @property
    def count(self) -> str:
        at = self.assessment.dimensions.index(self.dimension) + 1
        return f"{at} of {len(self.assessment.dimensions)}"

    def offers(self, does: str) -> bool:
        """Nothing of an open round is talked of; only gaps of readiness become steps."""
        if does == "later":
            return True
        if self.round is None or self.found.blind:
            return False
        if does == "judge":
            return self._is_newest
        if does == "to_editor":
            return bool(self.editors())
        if does == "plan_gap":
            return self.assessment.id == READINESS
        return does != "talk" or bool(self.round.closed)

    def draw(self) -> None:
        one = self.found
        head = (
            plain("Nothing is shown until the round is closed.", MUTED)
            if one.blind
            else detail(one)
        )
        line = own_line(self.desk.plan, self.dimension)
        self.query_one("#condition-head", Static).update(Content("\n").join([head, *line]))
        self.query_one(Board).lay_lines(list(self._items(one)))
        self.query_one("#condition-word", Static).update(self._word())
        self.reveal(self.query_one(Board), 2 * self._here, 2)
        judgement = self.judgement
        id = judgement.id if judgement else ""
        if id != self._shown:
            self._shown = id
            self.call_later(self._beside, id)
        self.look_again()

    def _items(self, one: Condition) -> Iterator[Piece]:
        notes = self._evidence()
        answers = {answer.indicator.id: answer for answer in one.indicators}
        for number, item in enumerate(self.dimension.indicators):
            answer = answers.get(item.id, Answer(item))
            here = number == self._here
            note = notes.get(item.id, "")
            for line in (self._first(answer, here=here), self._second(answer, note, here=here)):
                yield line, partial(self._to, number)

    def _first(self, one: Answer, *, here: bool) -> Content:
        """An item's level and name, and how far raters lie apart."""
        level = "?" if one.unknown else "·" if one.level is None else str(one.level)
        claimed = one.level is not None and one.level > CLAIM_ABOVE and not one.evidence
        box = " " if one.level is None else "□" if claimed else "■"
        low, high = one.low, one.high
        apart = f"raters {low}–{high}" if low is not None and low != high else ""
        if one.level is None and not one.unknown and one.median is not None:
            apart = f"middle {one.median:g}, {low}–{high}" if low != high else f"{low}, not agreed"
        name = column(one.indicator.name, self.room - APART - 7)
        bar = ("▌ " if here else "  ", ACCENT)
        return joined(bar, (f"{level} ", f"{INK} bold"), (f"{box} ", DATA),
                      (name, f"{INK} bold" if here else BODY), (apart, MUTED))  # fmt: skip

    def _second(self, one: Answer, note: str, *, here: bool) -> Content:
        """What an outsider could check; whether the gap is a step already."""
        step = rating.step_of(self.desk.plan, self.dimension, one.indicator) is not None
        tail = "a step of the preparedness plan" if step else ""
        lacks = not note and one.level is not None and one.level > CLAIM_ABOVE
        said = note or ("○ nothing written that shows it" if lacks else "")
        text = brief(" · ".join(filter(None, (said, tail))), self.room - 8)
        return joined(("▌ " if here else "  ", ACCENT), (f"    {text}", WARN if lacks else MUTED))

    def _evidence(self) -> dict[str, str]:
        """What was written of each item in the round, without who wrote it."""
        round, found = self.round, self.found
        if round is None or found.blind:
            return {}
        said: dict[str, list[str]] = {}
        for one in self.desk.plan.records(Rating):
            if one.round == round.id and one.indicator and (one.evidence or "").strip():
                said.setdefault(one.indicator, []).append(" ".join((one.evidence or "").split()))
        return {id: "; ".join(dict.fromkeys(texts)) for id, texts in said.items()}

    def _word(self) -> Content:
        plan, one, round = self.desk.plan, self.judgement, self.round
        if one is None or round is None:
            if not self._is_newest:
                return plain("You wrote no word of your own after this round.", MUTED)
            lacks = "Your own word on this condition is not written yet. "
            return joined(("○ ", WARN), (lacks, BODY), ("j", f"{INK} bold"), (" writes it.", MUTED))
        since = "" if is_of(one, round) else " It was said before this round."
        since += " j says it anew." if since and self._is_newest else ""
        return joined(("Your own word: ", BODY), (plan.shown(one, "judgement"), f"{INK} bold"),
                      (since, MUTED))  # fmt: skip

    async def _beside(self, id: str) -> None:
        """Puts the fields of the judgment under it, with the cursor where it was just made."""
        beside = self.query_one("#beside", Vertical)
        await beside.remove_children()
        record = self.desk.plan.record(id) if id else None
        table = self.desk.curriculum.home(record) if record else None
        if record is None or table is None or id != self._shown:
            return
        asked = [one for one in table.fields if one.id not in ("dimension", "judgement")]
        spots = [Spot(id, one.id, one.kind, one.name, one.ask, one.why, one.hint) for one in asked]
        await beside.mount_all([Entry(spot, self.desk.plan, asks=False) for spot in spots])
        if id == self._wanted:
            self._wanted = ""
            self.to_editor()

    # Doing

    def move(self, right: int, down: int) -> None:
        if right:
            self.later(right)
        else:
            self._to(min(max(self._here + down, 0), len(self.dimension.indicators) - 1))

    def _to(self, number: int) -> None:
        self._here = number
        self.renew()

    def later(self, by: int = 1) -> None:
        """Goes to the condition that many places on, around."""
        all_ = self.assessment.dimensions
        there = all_[(all_.index(self.dimension) + by) % len(all_)]
        round = self.round
        self.desk.swap(Place("condition", there.id, round.id if round else ""))

    def judge(self) -> None:
        """The team's own word."""
        if self.round:
            judging.judge(self.desk, self.dimension, self.round)

    def plan_gap(self) -> None:
        """The item under the cursor becomes a preparedness step."""
        judging.prepare(self.desk, self.dimension, self.item)

    def talk(self) -> None:
        """Puts the item on the wall."""
        if self.round:
            self.desk.visit(Place("meeting", self.round.id, self.item.id))

    def draw_line(self) -> None:
        """The team's own line."""
        judging.draw_line(self.desk, self.assessment, self.dimension)

    def up(self) -> Place | None:
        round = self.round
        return Place("profile", self.assessment.id, round.id if round else "")
