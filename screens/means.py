"""What leaders have promised, and what is set aside for meeting people against what that costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.content import Content
from textual.widgets import Static

from screens.board import Board, BoardView
from screens.command import Command, ViewCommand
from screens.marks import Piece
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, WARN, cell, column, joined, plain, wrapped
from workbook.curriculum import READINESS, Step
from workbook.kinds import Money
from workbook.reasoning.means import SET_ASIDE, Means, means, staff_hours
from workbook.reasoning.promises import holds, notices, promised
from workbook.records.embarking import Commitment

HOURS, MONEY, UNTIL, SUM = 7, 11, 12, 12
"""Cells of a promise's hours, money and end; of a sum."""


class MeansCommand(ViewCommand):
    """A command on what is promised."""

    of = "means"


class OpenPromise(MeansCommand):
    """Open the commitment under the cursor: its words, its means, its proof."""

    name, key, label, does = "Open the commitment", "enter", "open", "open_promise"


class AddPromise(MeansCommand):
    """Add a commitment and open it."""

    name, key, label, does = "Add a commitment", "plus", "add", "add_promise"


class SetAside(MeansCommand):
    """Go to what is set aside for meeting people."""

    name, key, label, does = "Money set aside", "m", "money set aside", "go_to_money"


class MeansView(BoardView):
    """Who has promised what, until when, and what shows it; under it what is set aside for
    meeting people, kind by kind, against what the activities of chapter 3 cost."""

    view: ClassVar[str] = "means"

    def __init__(self, place: Place, step: Step) -> None:
        super().__init__(place)
        self.step, self._here = step, 0

    def commands(self) -> tuple[type[Command], ...]:
        return (OpenPromise, AddPromise, SetAside)

    def work(self) -> list[Static]:
        return [Board("", id="board"), Static("", id="means-sums")]

    def on_mount(self) -> None:
        """Draws once the size is known, with the cursor on the promise that was opened."""
        ids = [one.id for one in self.promises]
        self._here = ids.index(self.place.id) if self.place.id in ids else 0
        super().on_mount()

    @property
    def title(self) -> str:
        return "What is promised, and what it takes"

    @property
    def promises(self) -> list[Commitment]:
        """All commitments, in the team's order."""
        return self.desk.plan.records(Commitment)

    def offers(self, does: str) -> bool:
        """A promise is opened where there is one."""
        return does != "open_promise" or bool(self.promises)

    def draw(self) -> None:
        self._here = min(self._here, max(0, len(self.promises) - 1))
        self.query_one(Board).lay_lines(list(self._promised()))
        self.query_one("#means-sums", Static).update(Content("\n").join(self._against()))
        self.reveal(self.query_one(Board), 1 + 2 * self._here, 2)

    def refocus(self) -> Place:
        promises = self.promises
        return replace(self.place, id=promises[self._here].id if promises else "")

    # What is promised

    def _promised(self) -> Iterator[Piece]:
        name = self.room - HOURS - MONEY - UNTIL - 8
        head = "who".ljust(name) + "hours".rjust(HOURS) + "money".rjust(MONEY) + "  until"
        yield plain("  " + head, MUTED), None
        for number, one in enumerate(self.promises):
            here = number == self._here
            for line in (self._figures(one, name, here=here), self._words(one, here=here)):
                yield line, partial(self._to, number)
        if not self.promises:
            yield plain("  Nobody has promised anything yet. + adds the first.", MUTED), None
        yield self._sum(name), None

    def _figures(self, one: Commitment, name: int, *, here: bool) -> Content:
        plan = self.desk.plan
        over = not holds(one, plan.today)
        who = column(plan.shown(one, "who") or plan.label(one.id), name)
        hours = f"{one.staff_hours:g}" if one.staff_hours is not None else ""
        until = plan.shown(one, "until")
        return joined(
            ("▌ " if here else "  ", ACCENT), (who, f"{INK} bold" if here else BODY),
            (hours.rjust(HOURS) + f" {plan.shown(one, 'money')}".rjust(MONEY), f"{INK} bold"),
            (f"  {until}", WARN if over else BODY), (" ○ over" if over else "", WARN),
        ).truncate(self.room)  # fmt: skip

    def _words(self, one: Commitment, *, here: bool) -> Content:
        """Which kind of leader that is, and what shows it."""
        plan = self.desk.plan
        proof, kind = plan.shown(one, "proof"), plan.shown(one, "kind")
        shown = (f" · {proof}", MUTED) if proof else (" · ○ nothing shows it yet", WARN)
        text = joined((f"  {kind or 'no kind chosen'}", MUTED), shown)
        return joined(("▌ " if here else "  ", ACCENT), text).truncate(self.room, ellipsis=True)

    def _sum(self, name: int) -> Content:
        found = promised(self.desk.plan)
        money = self._money(found.money).rjust(MONEY)
        over = f" ({found.over} run out)" if found.over else ""
        said = column(f"promised today{over}, until the first ends", name)
        sums = (f"{found.hours:g}".rjust(HOURS) + money, f"{INK} bold")
        end = f"  {self._first_end(found.until)}" if found.until else ""
        return joined((f"  {said}", MUTED), sums, (end, MUTED)).truncate(self.room)

    def _first_end(self, until: str) -> str:
        return Commitment.fields["until"].show(until, self.desk.plan)

    def _money(self, amount: int) -> str:
        return Money().show(amount, self.desk.plan)

    # What it takes

    def _against(self) -> Iterator[Content]:
        plan, found = self.desk.plan, means(self.desk.plan)
        readiness = plan.curriculum.assessments.get(READINESS)
        for notice in notices(plan, readiness) if readiness else ():
            for number, line in enumerate(wrapped(notice, self.room - 2)):
                yield joined(("  " if number else "○ ", WARN), (line, BODY))
        yield plain("")
        yield plain(
            "Set aside for meeting people, and what the activities of chapter 3 cost", MUTED
        )
        name = self.room - 4 * SUM
        heads = ("secured", "hoped for", "cost", "not covered")
        yield plain("  " + " " * (name - 2) + "".join(one.rjust(SUM) for one in heads), MUTED)
        for one in found:
            yield self._line(plan.options("cost-kinds")[one.kind].name, one, name)
        total = Means("", *(sum(getattr(one, part) for one in found)
                            for part in ("secured", "hoped", "cost")))  # fmt: skip
        short = sum(one.short for one in found)
        yield self._line("All kinds", total, name, short=short)
        hours, weekly = staff_hours(plan), promised(plan).hours
        if hours:
            takes = f"  Activities take {hours:g} hours of staff time in all; "
            yield plain(f"{takes}{weekly:g} hours a week are promised.", MUTED)

    def _line(self, label: str, one: Means, name: int, *, short: int | None = None) -> Content:
        lacks = one.short if short is None else short
        parts = (one.secured, one.hoped, one.cost)
        sums = "".join((self._money(part) if part else "–").rjust(SUM) for part in parts)
        last = self._money(lacks) if lacks else "–"
        return joined((f"  {cell(label, name - 2)}", BODY), (sums, INK),
                      (last.rjust(SUM), WARN if lacks else MUTED))  # fmt: skip

    # Doing

    def move(self, right: int, down: int) -> None:
        if down > 0 and self._here + 1 >= len(self.promises):
            self.query_one(Board).action_turn(1)  # on to the sums under the last one
            return
        self._to(min(max(self._here + down, 0), max(0, len(self.promises) - 1)))

    def _to(self, number: int) -> None:
        self._here = number
        self.renew()

    def open_promise(self) -> None:
        """Opens the commitment under the cursor."""
        self.desk.visit(Place("record", self.promises[self._here].id))

    def add_promise(self) -> None:
        """Adds a commitment and opens it."""
        self.desk.visit(Place("record", self.desk.plan.add(Commitment.type)))

    def go_to_money(self) -> None:
        """Goes to the question of what is set aside."""
        if self.step:
            self.desk.visit(Place("step", self.step.id, SET_ASIDE))
