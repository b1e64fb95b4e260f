"""The actions on their weighted criteria, and in their order: what can start, what waits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.content import Content

from screens.asking import ask
from screens.command import Command
from screens.comparing_commands import COMPARING_COMMANDS
from screens.ledger import Entry, heading
from screens.picker import Pickable, Picker
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, WARN, brief, joined, plain
from screens.weighed import GUTTER, WeighedView, fitted
from workbook.reasoning.sequence import Turn, sequence
from workbook.reasoning.weighing import ACTIONS, Subject
from workbook.records.actions import StrategicAction

NAME = 36
"""Cells of an action's name in the order."""
ORDER = "order:"
"""Before the id of an action, as the key of its place in the order."""


class ComparingView(WeighedView):
    """Your actions on your own criteria: each score, how much it counts, and what that comes to,
    part by part. No total decides. Under them stands the order: what can start, and what waits
    for what; an action may go first because others wait for it."""

    view: ClassVar[str] = "comparing"
    called: ClassVar[str] = "Actions compared"
    asks: ClassVar[str] = "What comes first, and what opens the way"
    subject: ClassVar[Subject] = ACTIONS
    table_id: ClassVar[str] = "strategic-actions"
    empty: ClassVar[str] = (
        "Your actions stand here on criteria of your own, and what has to come first. None yet. + "
        "adds one: a rule, a budget, a practice, who decides: what will change?"
    )
    _turns: Sequence[Turn] = ()

    def commands(self) -> tuple[type[Command], ...]:
        return COMPARING_COMMANDS

    def offers(self, does: str) -> bool:
        """Scores and what comes first are of an action."""
        return bool(self.chosen) if does in ("open_entry", "choose_first", "turn_order") else True

    @property
    def chosen(self) -> str:
        return self.here.removeprefix(ORDER)

    def entries(self, width: int) -> Sequence[Entry]:
        self._turns = sequence(self.desk.plan)
        return [*super().entries(width), *self._order(width - GUTTER)]

    def _order(self, width: int) -> Iterator[Entry]:
        """The actions in their order, with what each waits for and what waits for it."""
        if not self._turns:
            return
        yield heading(Content(""))
        head = "The order: what can start, and what waits for what"
        yield heading(plain(brief(head, width), MUTED))
        for turn in self._turns:
            yield Entry(ORDER + turn.id, partial(self._turn, turn, width))

    def _turn(self, turn: Turn, width: int, selected: bool) -> Content:  # a ledger's drawing
        place = f"{turn.place}" if turn.place else "○"
        line = joined(
            ("▌ " if selected else "  ", ACCENT),
            (f"{place:<3}", DATA if turn.place else WARN),
            fitted(self.desk.plan.label(turn.id), NAME, f"{INK} bold" if selected else INK),
            ("  ", ""),
            *self._waits(turn),
        ).truncate(width, ellipsis=True)
        line = joined(line, (" " * max(0, width - line.cell_length), ""))
        return line.stylize("on $wb-wash") if selected else line

    def _waits(self, turn: Turn) -> Iterator[tuple[str, str]]:
        if turn.circle:
            yield f"○ waits for itself, with {self._codes(turn.circle)}: d", WARN
        elif turn.waits:
            yield f"waits for {self._codes(turn.waits)}", BODY
        else:
            yield "can start", BODY
        if turn.gone:
            yield f"   ○ waits for {turn.gone} that was removed: d", WARN
        if turn.opens:
            yield f"   opens the way for {self._codes(turn.opens)}", ACCENT

    def _codes(self, ids: Sequence[str]) -> str:
        """The short names of actions."""
        plan = self.desk.plan
        records = [record for id in ids if (record := plan.record(id))]
        return ", ".join(plan.shown(one, "code") or plan.label(one.id) for one in records)

    def said(self, key: str) -> Content:
        if not key.startswith(ORDER):
            return super().said(key)
        turn = next((one for one in self._turns if one.id == self.chosen), None)
        if turn is None:
            return Content("")
        plan = self.desk.plan
        parts = []
        for word, ids in (("waits for", turn.waits), ("opens the way for", turn.opens)):
            parts += [joined((f"{word}  ", MUTED), (plan.label(one), BODY)) for one in ids]
        head = joined((plan.label(turn.id), f"{INK} bold"))
        rest = parts or [plain("It waits for nothing, and nothing waits for it.", MUTED)]
        return Content("\n").join([head, *rest])

    def turn_order(self) -> None:
        """From an action's scores to its place in the order, and back."""
        self.show_at(self.chosen if self.here.startswith(ORDER) else ORDER + self.chosen)

    def choose_first(self) -> None:
        """Asks which actions must come before the selected one."""
        plan, id = self.desk.plan, self.chosen
        record = plan.record(id)
        if not isinstance(record, StrategicAction):
            return
        others = [one.id for one in plan.records(StrategicAction) if one.id != id]
        now = [one for one in record.depends_on or () if one in others]
        items = [Pickable(one, plan.label(one)) for one in others]
        ask(
            self.desk,
            Picker(f"What must come before “{brief(plan.label(id), 50)}”?", items, now, many=True),
            partial(self._put_first, id),
        )

    def _put_first(self, id: str, picked: Sequence[str]) -> None:
        plan = self.desk.plan
        plan.settle()
        plan.put(id, list(picked) or None, "depends_on")
        plan.settle()
        self.renew()
