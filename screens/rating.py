"""One rater's sheet: an item at a time, with the words of every level in sight."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.containers import Vertical
from textual.widgets import Static

from screens.board import BoardView
from screens.command import Command, ViewCommand
from screens.fields import Spot
from screens.fields.entry import Entry
from screens.levels import Levels, anchored, options
from screens.places import Place
from screens.plain import BODY, INK, MUTED, joined
from workbook.curriculum import Assessment, Dimension, Indicator
from workbook.curriculum.model import Field
from workbook.rating import Sheet, turnout
from workbook.reasoning.readiness import CLAIM_ABOVE
from workbook.reasoning.rounds import Level
from workbook.records.assessing import Rating, Round

REPLACES = "A new level takes its place."
BESIDE = ("evidence", "evidence_kind", "date")
"""What is written beside a level."""


class RatingCommand(ViewCommand):
    """A command on a rater's sheet."""

    of = "rating"


class GiveLevel(RatingCommand):
    """Give a level by its number, 0 to 4; ? for don't know; Backspace takes it away."""

    name, key, label, does = "Give a level", "0–4 ?", "level", "show_levels"


class NextItem(RatingCommand):
    """Go on to the next item. After the last, to the first that has no level, or back."""

    name, key, label, does = "Next item", "enter", "next item", "go_on"


class EvidenceField(RatingCommand):
    """Write what an outsider could check, of which kind it is, and the day."""

    name, key, label, does = "Evidence", "tab", "evidence", "to_editor"


class LaterItem(RatingCommand):
    """Go to the next item, also from within a field."""

    name, key, label, does = "Next item, from a field", "alt+down", "next item", "later"


class EarlierItem(RatingCommand):
    """Go to the item before, also from within a field."""

    name, key, label, does = "Item before", "alt+up", "item before", "earlier"


class RatingView(BoardView):
    """One rater's sheet. A number gives the level whose words fit; from 3 upward write what an
    outsider could check. While the round is open nobody sees a level, you neither once you have
    left: a new one takes its place."""

    view: ClassVar[str] = "rating"

    def __init__(self, place: Place, assessment: Assessment) -> None:
        super().__init__(place)
        self.assessment = assessment
        self._at = 0
        self._given: set[str] = set()
        self._shown = ""

    def commands(self) -> tuple[type[Command], ...]:
        return (GiveLevel, NextItem, EvidenceField, EarlierItem, LaterItem)

    def work(self) -> list[Static | Vertical]:
        return [Static("", id="item"), Levels("", id="board"), Vertical(id="beside")]

    def on_mount(self) -> None:
        """Begins at the first item that has no level."""
        self.step = self.desk.curriculum.rating_step(self.assessment.id)
        ids = [one.id for one in self.assessment.indicators]
        at = ids.index(self.place.table) if self.place.table in ids else self._first_open()
        self._at = at or 0
        super().on_mount()

    def refocus(self) -> Place:
        return replace(self.place, table=self.item[1].id)

    # What is shown

    @property
    def sheet(self) -> Sheet:
        """What this rater gives in this round."""
        return Sheet(self.desk.plan, self.place.id, self.place.field)

    @property
    def item(self) -> tuple[Dimension, Indicator]:
        """What is rated now, with its condition."""
        all_ = [(part, one) for part in self.assessment.dimensions for one in part.indicators]
        return all_[self._at]

    @property
    def rating(self) -> Rating | None:
        """What this rater gave for the item."""
        return self.sheet.rating(self.item[1].id)

    @property
    def _open(self) -> bool:
        round = self.desk.plan.record(self.place.id)
        return isinstance(round, Round) and round.closed is not True

    @property
    def _in_sight(self) -> bool:
        """Whether what was given may be shown: in the open, or just now at this keyboard."""
        return not self._open or self.item[1].id in self._given

    @property
    def crumbs(self) -> list[str]:
        plan, rater = self.desk.plan, self.place.field
        return [*super().crumbs, plan.label(rater) if rater else "Rating"]

    @property
    def title(self) -> str:
        return self.item[0].short

    @property
    def count(self) -> str:
        done = sum(one.level is not None for one in self.sheet.all.values())
        of = len(self.assessment.indicators)
        return f"item {self._at + 1} of {of} · {done} rated"

    @property
    def foot(self) -> str:
        found = self.rating
        level = found.level if found else None
        if level is not None and not self._in_sight:
            return f"Rated already, and hidden while the round is open. {REPLACES}"
        if isinstance(level, int) and level > CLAIM_ABOVE and not (found and found.evidence):
            return f"At {level} an outsider could check it: Tab, and write what shows it."
        return "⏎ next item   Esc leaves; what you gave is kept." if level is not None else ""

    def draw(self) -> None:
        one = self.item[1]
        here = f"\nLevel 3 looks like this: {one.here}" if one.here else ""
        self.query_one("#item", Static).update(
            joined((one.name, f"{INK} bold"), (f"\n{one.ask}", BODY), (here, MUTED))
        )
        found = self.rating if self._in_sight else None
        pieces = anchored(
            options(self.desk.plan, self.assessment), found.level if found else None, self.room,
            self.give,
        )  # fmt: skip
        self.query_one(Levels).lay_lines(pieces)
        id = found.id if found and found.level is not None else ""
        if id != self._shown:
            self._shown = id
            self.call_later(self._beside, id)
        self.look_again()

    async def _beside(self, id: str) -> None:
        """Puts the fields beside a level under it, or takes them away."""
        beside = self.query_one("#beside", Vertical)
        await beside.remove_children()
        if id == self._shown and self.desk.plan.record(id):
            await beside.mount_all(self._entries(id))

    def _entries(self, id: str) -> list[Entry]:
        plan = self.desk.plan
        record = plan.record(id)
        table = plan.curriculum.home(record) if record else None
        asked = {one.id: one for one in table.fields} if table else {}
        spots = (_spot(id, name, asked.get(name)) for name in BESIDE)
        return [Entry(spot, plan, asks=False) for spot in spots]

    # Doing

    def give(self, level: Level | None) -> None:
        """Keeps a level for the item."""
        self._given.add(self.item[1].id)
        self.sheet.give(self.item[1].id, level)
        self._redraw()

    def _redraw(self) -> None:
        self.renew()
        self.desk.frame.renew()

    def move(self, right: int, down: int) -> None:
        self._to(self._at + right)

    def _to(self, number: int) -> None:
        """Goes to another item; what was written beside this one is an edit of its own."""
        self._at = min(max(number, 0), len(self.assessment.indicators) - 1)
        self.desk.plan.settle()
        self.query_one(Levels).focus(scroll_visible=False)
        self.query_one("#drawn-page").scroll_home(animate=False)
        self._redraw()

    def later(self) -> None:
        """The next item."""
        self._to(self._at + 1)

    def earlier(self) -> None:
        """The item before."""
        self._to(self._at - 1)

    def show_levels(self) -> None:
        """The cursor goes to the levels."""
        self.query_one(Levels).focus()

    def offers(self, does: str) -> bool:
        """There is evidence to write beside a level that is in sight; ⏎ is a field's own in it."""
        if does == "go_on":
            return isinstance(self.desk.focused, Levels)
        return does != "to_editor" or bool(self.editors())

    def go_on(self) -> None:
        """The next item; after the last the first without a level, or back to the profile."""
        if self._at + 1 < len(self.assessment.indicators):
            self.later()
            return
        first = self._first_open()
        if first is not None:
            self._to(first)
            return
        count = len(self.assessment.indicators)
        self.desk.notify(f"All {count} items have a level.{self._next()}")
        self.desk.go(Place("profile", self.assessment.id))

    def _next(self) -> str:
        """What comes after the last item, while the round is open."""
        round = self.desk.plan.record(self.place.id)
        if not self._open or not isinstance(round, Round):
            return ""
        found = turnout(self.desk.plan, round)
        if found.done < found.expected:
            return " Hand the keyboard to the next rater: r."
        return " Everyone who is expected has rated: o closes the round."

    def _first_open(self) -> int | None:
        """The first item that has no level."""
        done = {id for id, one in self.sheet.all.items() if one.level is not None}
        ids = [one.id for one in self.assessment.indicators]
        return next((number for number, id in enumerate(ids) if id not in done), None)

    def renew(self) -> None:
        needs = [one for one in (self.place.id, self.place.field) if one]
        if self.is_attached and self.desk.session and not all(map(self.desk.plan.record, needs)):
            self.desk.go(Place("profile", self.assessment.id))
        else:
            super().renew()

    def up(self) -> Place | None:
        return Place("profile", self.assessment.id)


def _spot(id: str, name: str, asked: Field | None) -> Spot:
    kind = Rating.fields[name]
    if asked is None:
        return Spot(id, name, kind, name.replace("_", " ").capitalize(), kind.doc)
    return Spot(id, name, asked.kind, asked.name, asked.ask, asked.why, asked.hint)
