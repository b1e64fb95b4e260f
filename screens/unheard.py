"""Who has not been heard: community groups by activities, those that nobody met or heard first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content

from screens.activity_words import INDENT, LEFT, below, row
from screens.command import Command, ViewCommand
from screens.engagement import EngagementView, plan_one
from screens.engagement_commands import WAYS
from screens.ledger import Entry, heading
from screens.places import Place
from screens.plain import BODY, DATA, INK, MUTED, WARN, brief, cell, joined, plain
from workbook.reasoning.costs import goes_on
from workbook.reasoning.engagement import calendar
from workbook.reasoning.heard import GroupHeard, by_group, trusted_host
from workbook.records.coalition import CommunityGroup
from workbook.records.engagement import Activity, Heard

NAME, WIDE_NAME, FIGURE, EACH = 26, 40, 7, 4
"""Cells of a group, in a wide window, of a figure, of one activity."""
SPELLED = "spelled"
"""The place's field where the activities are spelled out."""


class UnheardCommand(ViewCommand):
    """A command on who has been heard."""

    of = "unheard"


class OpenGroup(UnheardCommand):
    """Open the group's form; of a group that was removed, what still names it, to mend it."""

    name, key, label, does = "Open the group", "enter", "open", "open_entry"


class PlanForThem(UnheardCommand):
    """Plan an activity for this group: for whom it is and whom they trust as host stand in it."""

    name, key, label, does = "Plan something for them", "p", "plan something for them", "plan_for"


class AddGroup(UnheardCommand):
    """Add a community group by the name that it uses for itself."""

    name, key, label, does = "Add a group", "plus", "add a group", "add_group"


class SpellOut(UnheardCommand):
    """Spell out where each group was met and heard, or draw it again."""

    name, key, label, does = "Drawing or table", "T", "table", "spell_out"


class UnheardView(EngagementView):
    """Community groups down, activities across: ● reaches them, and the number beside it says how
    many things they said there. Groups that nobody met or heard come first. p plans something for
    the group with the cursor. Shares are of those who live here and of those who came, as you
    counted them."""

    view: ClassVar[str] = "unheard"
    called: ClassVar[str] = "Who has been heard"
    asks: ClassVar[str] = "Who has not been heard"
    empty: ClassVar[str] = (
        "Each community group stands here, with the activities that reach it and what it said. "
        "None yet. + adds the one you have heard from least."
    )

    _groups: Sequence[GroupHeard] = ()

    def commands(self) -> tuple[type[Command], ...]:
        ways = (one for one in WAYS if one.opens != self.view)
        return (OpenGroup, PlanForThem, AddGroup, SpellOut, *ways)

    def offers(self, does: str) -> bool:
        """Something is planned for a group that is there."""
        return does != "plan_for" or (self.group is not None and not self.group.gone)

    @property
    def group(self) -> GroupHeard | None:
        """The selected group."""
        return next((one for one in self._groups if one.id == self.here), None)

    @property
    def spelled(self) -> bool:
        """Whether the activities are spelled out."""
        return self.place.field == SPELLED

    def count(self) -> str:
        unmet = sum(one.empty for one in by_group(self.desk.plan))
        return "all were met or heard" if not unmet else f"{unmet} not met, not heard"

    def rows(self, width: int) -> Iterator[Entry]:
        self._groups = by_group(self.desk.plan)
        if not self._groups:
            return
        across = [one.activity for one in calendar(self.desk.plan) if goes_on(one.activity)]
        name = WIDE_NAME if width > 100 else NAME
        shown = across[-max(1, (width - LEFT - name - 3 * FIGURE) // EACH) :]
        yield heading(self._head(shown, name))
        for one in self._groups:
            yield Entry(one.id, partial(self._row, one, shown, name, width))
        if self.spelled:
            return
        yield heading(Content(""))
        for number, activity in enumerate(shown, 1):
            words = f"{number:>2} {brief(self.desk.plan.label(activity.id), width - LEFT - 4)}"
            yield heading(plain(INDENT + words, MUTED))
        if left := len(across) - len(shown):
            yield heading(plain(f"{INDENT}and {left} earlier: T spells them out", MUTED))

    def _head(self, shown: Sequence[Activity], name: int) -> Content:
        figures = "".join(one.rjust(FIGURE) for one in ("live", "came", "voices"))
        across = "  met and heard at" if self.spelled else "".join(
            f"{number:>{EACH}}" for number in range(1, len(shown) + 1)
        )  # fmt: skip
        return plain(INDENT + "group".ljust(name) + figures + across, MUTED)

    def _row(
        self, one: GroupHeard, shown: Sequence[Activity], name: int, width: int, selected: bool
    ) -> Content:  # a ledger's drawing
        style = WARN if one.empty or one.gone else BODY
        lives, came = _figure(one.share).rjust(FIGURE), _figure(one.came).rjust(FIGURE)
        voices = f"{one.voices or '–':>{FIGURE}}"
        return row(
            width, selected, ("○", WARN) if one.empty or one.gone else (" ", ""),
            (cell(self.desk.plan.label(one.id), name), style), (lives, INK),
            (came, WARN if one.few else INK), (voices, INK),
            *self._across(one, shown, width - LEFT - name - 3 * FIGURE),
        )  # fmt: skip

    def _across(
        self, one: GroupHeard, shown: Sequence[Activity], room: int
    ) -> list[tuple[str, str]]:
        """Where it was met and heard: in words, or a mark for each activity."""
        if one.empty:
            return [("  " + cell("nobody asked them yet", room - 2), WARN)]
        if self.spelled:
            ids = dict.fromkeys([*one.met, *filter(None, one.said)])
            words = "; ".join(self.desk.plan.label(id) for id in ids)
            return [("  " + cell(words or "heard elsewhere", room - 2), BODY)]
        return [
            (f"{_mark(one, activity.id):>{EACH}}", DATA if activity.id in one.met else MUTED)
            for activity in shown
        ]

    def said_else(self, key: str) -> Content:
        one, plan = self.group, self.desk.plan
        if one is None:
            return Content("")
        if one.gone:
            return joined(("This group was removed, and is still named. ", WARN),
                          ("Enter opens what names it.", MUTED))  # fmt: skip
        came = "" if one.came is None else f"{one.came:g}% of those who came"
        lives = "" if one.share is None else f"{one.share:g}% of those who live here"
        few = "fewer than half of their share" if one.few else ""
        facts = ", ".join(filter(None, (lives, came, few)))
        label = brief(plan.label(key), 40)
        return joined(
            (f"{label}: ", f"{INK} bold"),
            (brief(facts or "nobody has counted them", self.cells - cell_len(label) - 2), BODY),
            ("\n", ""),
            below(self.found.get(key, []), self._heard(one), self.cells),
        )  # fmt: skip

    def _heard(self, one: GroupHeard) -> str:
        """Whom a group trusts, and what was heard from it last."""
        plan = self.desk.plan
        hosts = [plan.label(who) if plan.record(who) else who
                 for who in trusted_host(plan, one.id)]  # fmt: skip
        texts = [note.text for note in plan.records(Heard) if note.group == one.id]
        host = f"They trust {', '.join(hosts)}. " if hosts else ""
        return host + (f"Heard: {texts[-1]}" if texts and texts[-1] else "")

    def open_entry(self) -> None:
        one = self.group
        if one is None:
            self.add_group()
        elif one.gone:
            self._mend(one)
        else:
            self.desk.visit(Place("record", one.id))

    def _mend(self, one: GroupHeard) -> None:
        """Goes to what still names a group that was removed."""
        plan = self.desk.plan
        reached = (found.id for found in plan.records(Activity) if one.id in (found.groups or ()))
        if id := next(reached, ""):
            self.desk.visit(Place("record", id, "groups"))
            return
        said = (found.id for found in plan.records(Heard) if found.group == one.id)
        if id := next(said, ""):
            self.desk.visit(Place("record", id, "group"))

    def plan_for(self) -> None:
        """Asks for a name, and opens the form of an activity for the selected group."""
        one, plan = self.group, self.desk.plan
        if one is None or one.gone:
            return
        values: dict[str, object] = {
            "groups": [one.id], "audience": brief(plan.label(one.id), 200),
            "host": trusted_host(plan, one.id), "status": "idea",
        }  # fmt: skip
        plan_one(self, values)

    def add_group(self) -> None:
        """Adds a group and opens its form."""
        self.desk.visit(Place("record", self.desk.plan.add(CommunityGroup.type), "name"))

    def spell_out(self) -> None:
        """The activities in words, or as marks."""
        field = "" if self.spelled else SPELLED
        self.place = replace(self.place, field=field, id=self.here)
        self.renew()


def _figure(share: float | None) -> str:
    return "?" if share is None else f"{share:g}%"


def _mark(one: GroupHeard, activity: str) -> str:
    """● where it is reached, with how many things it said there; · for neither."""
    said = one.said.get(activity, 0)
    reached = "●" if activity in one.met else ""
    return f"{reached}{said or ''}" or "·"
