"""What two people wrote at the same place: both values, who and when, and the choice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from screens.command import Command, ViewCommand
from screens.frame import View
from screens.ledger import Entry, heading
from screens.listed import Listed
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, WARN, brief, joined
from workbook.ask.sealed import NOTICE, is_of_open_round
from workbook.together.clashes import (
    BOTH,
    KEEP,
    TAKE,
    Clash,
    Hand,
    apart,
    can_join,
    clashes,
    named,
    places,
    settle,
    shown,
)  # fmt: skip

if TYPE_CHECKING:
    from workbook.store.history import Group

LINES = (3, 6)
"""Of a value in sight, in a low window and in a high one; the field itself shows all of it."""


class Settling(ViewCommand):
    """A command on the list of conflicts."""

    of = "conflicts"


class KeepOurs(Settling):
    """Keep what stands there; what was set aside goes. Undo brings it back."""

    name, key, label, does, given = "Keep what stands", "k", "keep", "settle", (KEEP,)


class TakeOther(Settling):
    """Put the other in its place."""

    name, key, label, does, given = "Take the other", "t", "take other", "settle", (TAKE,)


class KeepBoth(Settling):
    """Keep both: a text under the other, two lists as one."""

    name, key, label, does, given = "Keep both", "b", "both", "join", ()


class GoThere(Settling):
    """Go to the field, to write something else."""

    name, key, label, does = "Go to the field", "enter", "go there", "open_entry"


class ConflictsView(Listed):
    """Where two people changed the same field at once, one value stands there and the other is
    kept here until somebody chooses. The choice holds for everybody who has the workbook open,
    and undo takes it back. What is written in the field itself is a choice too: settle it here
    afterwards with k."""

    view: ClassVar[str] = "conflicts"
    called: ClassVar[str] = "Conflicts"
    asks: ClassVar[str] = "Two people wrote here: which one stands?"
    under: ClassVar[tuple[int, int]] = (9, 16)
    _found: Sequence[Clash] = ()
    _groups: Sequence[Group] | None = None

    def __init__(self, place: Place) -> None:
        View.__init__(self, place)  # it is of no step, but of the whole plan

    def commands(self) -> tuple[type[Command], ...]:
        return (KeepOurs, TakeOther, KeepBoth, GoThere)

    @property
    def crumbs(self) -> list[str]:
        return [self.called]

    def up(self) -> Place | None:
        return Place("overview")

    def offers(self, does: str) -> bool:
        one = self.one
        return one is not None and (does != "join" or can_join(self.desk.plan, one))

    @property
    def one(self) -> Clash | None:
        """The conflict with the cursor."""
        return next((one for one in self._found if _key(one) == self.here), None)

    def count(self) -> str:
        return f"{places(self._found)} to settle"

    def renew(self) -> None:
        self._groups = None
        super().renew()

    def _draw(self, here: str = "") -> None:
        if self.is_attached and self.desk.session is not None:
            if self._groups is None:  # the history is read once for what is shown
                self._groups = self.desk.session.history.groups()
            self._found = clashes(self.desk.plan, self._groups)
        super()._draw(here)

    def entries(self, width: int) -> Sequence[Entry]:
        if not self._found:
            return [heading(joined(("  Nothing waits to be settled.", MUTED)))]
        return [Entry(_key(one), partial(self._row, one, width)) for one in self._found]

    def _row(self, one: Clash, width: int, selected: bool) -> Content:
        """The place, and who wrote there."""
        ground = " on $wb-wash" if selected else ""
        name = brief(named(self.desk.plan, one), max(20, width - 34))
        hands = () if is_of_open_round(self.desk.plan, one.id) else (one.ours, one.theirs)
        people = " / ".join(brief(hand.who or "?", 12) for hand in hands)
        room = max(1, width - len(name) - len(people) - 4)
        return joined(
            ("▌" if selected else " ", ACCENT + ground),
            ("○ ", WARN + ground),
            (name, (INK + " bold" if selected else BODY) + ground),
            (" " * room, ground.strip()),
            (people + " ", MUTED + ground),
        ).truncate(width, ellipsis=True)

    def said(self, key: str) -> Content:
        one = self.one
        if one is None:
            return Content("")
        plan = self.desk.plan
        if is_of_open_round(plan, one.id):
            return joined((f"Both are {NOTICE}.", BODY))
        room = (self.app.size.width - 4) * (LINES[1] if self.tall else LINES[0])
        now, other = apart(shown(plan, one, one.now), shown(plan, one, one.other), room)
        return joined(
            ("k", f"{INK} bold"), (f" stands there{_hand(one.ours)}\n", MUTED), (now + "\n", INK),
            ("t", f"{INK} bold"), (f" was set aside{_hand(one.theirs)}\n", MUTED), (other, INK),
        )  # fmt: skip

    # What can be done about one

    def open_entry(self) -> None:
        """Goes to the field."""
        one = self.one
        if one is None:
            return
        step = self.desk.curriculum.prompts.get(one.id)
        if "." not in one.id:
            self.desk.visit(Place("record", one.id, one.field))
        elif step is not None:
            self.desk.visit(Place("step", self.desk.curriculum.step_of(one.id).id, one.id))
        else:
            self.desk.notify("No screen shows this. It can be settled here.")

    def join(self) -> None:
        """Keeps both as one."""
        self.settle(BOTH)

    def settle(self, way: str) -> None:
        """Settles the conflict with the cursor, for everybody."""
        one = self.one
        if one is None:
            return
        self.desk.attempt(partial(settle, self.desk.plan, self._found, one, way))
        self.desk.save_soon()
        self._draw()
        self.desk.frame.renew()


def _key(one: Clash) -> str:
    return one.entries[0]


def _hand(hand: Hand) -> str:
    """Who and when, on the clock of this machine."""
    when = ""
    try:
        when = f"{datetime.fromisoformat(hand.at).astimezone():%b %d, %H:%M}"
    except ValueError:
        when = ""
    parts = ", ".join(part for part in (hand.who and brief(hand.who, 40), when) if part)
    return f": {parts}" if parts else ""
