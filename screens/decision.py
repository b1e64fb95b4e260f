"""The decision: four ways, any after any profile; what follows is offered and nothing is locked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from screens.asking import ask
from screens.board import Board, BoardView
from screens.command import Command, ViewCommand
from screens.fields import Spot
from screens.fields.entry import Entry
from screens.following import follows
from screens.marks import Piece
from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, joined, plain, wrapped
from workbook.curriculum import READINESS
from workbook.kinds import Money, Option
from workbook.reasoning.judging import newest
from workbook.reasoning.promises import promised
from workbook.reasoning.rounds import day
from workbook.records.embarking import Decision


class DecisionCommand(ViewCommand):
    """A command on the decision."""

    of = "decision"


class TakeWay(DecisionCommand):
    """Take the way under the cursor, or the one with this number. A decision of another day stays
    as it was, with its reasons; a new one stands beside it."""

    name, key, label, does = "Take this way", "enter", "take this way", "take"


class SayWhy(DecisionCommand):
    """Write the record: the day, who took part, the reasons, who saw it differently."""

    name, key, label, does = "Say why", "tab", "say why", "to_editor"


class WhatFollows(DecisionCommand):
    """Choose where to go on after this decision. Nothing is locked: every step stays open."""

    name, key, label, does = "What follows", "f", "what follows", "go_on"


class SeeProfile(DecisionCommand):
    """Look at the profile once more."""

    name, key, label, does = "The profile", "p", "profile", "to_profile"


class Ways(Board):
    """The four ways; a number takes one."""

    def on_key(self, event: Key) -> None:
        """1 to 4 take a way."""
        view = next(one for one in self.ancestors if isinstance(one, DecisionView))
        if event.character and event.character in "123456789"[: len(view.ways)]:
            event.stop()
            view.desk.attempt(partial(view.take, int(event.character) - 1))


class DecisionView(BoardView):
    """The four ways. Any of them may follow any profile: you decide, and say why. Under them stand
    what you say yourselves of each condition, and the record of what was decided."""

    view: ClassVar[str] = "decision"

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._here, self._shown = 0, ""

    def commands(self) -> tuple[type[Command], ...]:
        return (TakeWay, SayWhy, WhatFollows, SeeProfile)

    def work(self) -> list[Static | Vertical]:
        return [Static("", id="decision-ground"), Ways("", id="board"),
                Static("", id="decision-said"), Vertical(id="beside")]  # fmt: skip

    def on_mount(self) -> None:
        """Draws once the size is known, with the cursor on what was decided last."""
        table = next(self.desk.curriculum.tables_of(Decision.type), None)
        self.step = self.desk.curriculum.step_of(table.id) if table else None
        ids = [one.id for one in self.ways]
        if self.decided and self.decided.option in ids:
            self._here = ids.index(self.decided.option)
        super().on_mount()

    @property
    def ways(self) -> list[Option]:
        """The four options."""
        return list(self.desk.plan.options("decision-option").values())

    @property
    def decided(self) -> Decision | None:
        """The newest decision; one that is dated ahead only where there is no other."""
        plan = self.desk.plan
        found = sorted(plan.records(Decision), key=lambda one: (day(one.date), one.order))
        made = [one for one in found if day(one.date) <= plan.today]
        return next(reversed(made or found), None)

    @property
    def title(self) -> str:
        return "Decide, and say why"

    @property
    def count(self) -> str:
        one = self.decided
        return (
            f"decided {self.desk.plan.shown(one, 'date') or 'on no day'}" if one else "not decided"
        )

    @property
    def foot(self) -> str:
        return "Any of the four may follow any profile. Nothing is locked by it."

    def offers(self, does: str) -> bool:
        """What follows is offered once something is decided; a record is written where one is."""
        if does == "to_editor":
            return bool(self.editors())
        return does != "go_on" or (self.decided is not None and bool(self.decided.option))

    def draw(self) -> None:
        self.query_one("#decision-ground", Static).update(self._ground())
        self.query_one(Ways).lay_lines(list(self._lines()))
        one = self.decided
        self.query_one("#decision-said", Static).update(self._said(one))
        id = one.id if one else ""
        if id != self._shown:
            self._shown = id
            self.call_later(self._beside, id)
        self.look_again()

    def _ground(self) -> Content:
        """What a decision rests on: the team's own words, and what is promised."""
        plan = self.desk.plan
        assessment = plan.curriculum.assessments.get(READINESS)
        judged, found = newest(plan), promised(plan)
        words = [
            joined((f"{one.short}: ", MUTED), (plan.shown(judged[one.id], "judgement")
                   if one.id in judged else "your word is missing", BODY))
            for one in (assessment.dimensions if assessment else ())
        ]  # fmt: skip
        money = Money().show(found.money, plan)
        means = plain(f"Promised: {found.hours:g} staff hours a week, {money}.", MUTED)
        return Content("\n").join([*self._flow(words), means])

    def _flow(self, parts: list[Content]) -> Iterator[Content]:
        """Parts on as many lines as they need, none broken."""
        line: list[Content] = []
        for part in parts:
            if line and sum(one.cell_length + 3 for one in line) + part.cell_length > self.room:
                yield Content("   ").join(line)
                line = []
            line.append(part)
        if line:
            yield Content("   ").join(line)

    def _lines(self) -> Iterator[Piece]:
        taken = self.decided.option if self.decided else None
        for number, one in enumerate(self.ways):
            here, on = number == self._here, one.id == taken
            bar = ("▌ " if here else "  ", ACCENT)
            sign = ("◉ " if on else "○ ", ACCENT if on else MUTED)
            key = (f"{number + 1} ", f"{INK} bold")
            first = joined(bar, key, sign, (one.name, f"{INK} bold"))
            words = wrapped(one.note, self.room - 8)
            yield first, partial(self._to, number)
            for word in words:
                yield joined(bar, (f"    {word}", MUTED)), partial(self._to, number)

    def _said(self, one: Decision | None) -> Content:
        if one is None or not one.option:
            return plain("Nothing is decided yet. A number takes a way; then say why.", MUTED)
        names = ", ".join(item.name for item in follows(self.desk, one.option)[:3])
        return joined(("f", f"{INK} bold"), (f" what follows: {names}", MUTED))

    async def _beside(self, id: str) -> None:
        """Puts the record of the decision under the four ways."""
        beside = self.query_one("#beside", Vertical)
        await beside.remove_children()
        record = self.desk.plan.record(id) if id else None
        table = self.desk.curriculum.home(record) if record else None
        if table is None or id != self._shown:
            return
        asked = [one for one in table.fields if one.id != "option"]
        spots = [Spot(id, one.id, one.kind, one.name, one.ask, one.why, one.hint) for one in asked]
        await beside.mount_all([Entry(spot, self.desk.plan, asks=False) for spot in spots])

    # Doing

    def move(self, right: int, down: int) -> None:
        self._to(min(max(self._here + down, 0), len(self.ways) - 1))

    def _to(self, number: int) -> None:
        self._here = number
        self.renew()

    def take(self, number: int | None = None) -> None:
        """Takes a way: in the decision of today, or in a new one of today."""
        self._here = self._here if number is None else number
        plan, one, way = self.desk.plan, self.decided, self.ways[self._here].id
        today = plan.today.isoformat()
        if one is not None and one.date in (today, None):
            plan.put(one.id, way, "option")
        else:
            plan.add(Decision.type, {"option": way, "date": today})
        plan.settle()
        self.renew()
        self.desk.frame.renew()

    def go_on(self) -> None:
        """Offers where to go on."""
        one = self.decided
        if one is None or not one.option:
            return
        found = {item.place.id + item.place.field: item for item in follows(self.desk, one.option)}
        items = [Pickable(key, item.name, item.why) for key, item in found.items()]
        ask(
            self.desk,
            Picker("What follows; every other step stays open too", items),
            lambda picked: self.desk.go(found[picked[0]].place),
        )

    def to_profile(self) -> None:
        """The profile of readiness."""
        self.desk.visit(Place("profile", READINESS))
