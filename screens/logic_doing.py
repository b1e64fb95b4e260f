"""What is done to the logic model: items added, linked with a reason, followed, mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from screens.asking import Asking, ask, refusal
from screens.board import BoardView
from screens.logic_rows import notes
from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import brief
from workbook.reasoning.logic_model import COLUMNS, LED, Model, linked, may_lead_to, unlinked
from workbook.records.actions import LogicItem

if TYPE_CHECKING:
    from screens.logic_layout import Layout
    from workbook.reasoning.logic_model import Link

ALL = "all"
"""As an action: all of them together."""


class LogicDoing(BoardView):
    """The verbs of the board. here: the selected item, "" in an empty column; column: its column.
    action: the one that is shown, ALL for all, "" for the items of none."""

    model = Model({}, {}, [], {}, {})
    layout_: Layout
    here = ""
    column = 0
    action: str | None = None

    def show_item(self, id: str) -> None:
        """Selects an item, of whatever action it is."""
        raise NotImplementedError

    def offers(self, does: str) -> bool:
        """Links are followed where there are any; the rest is done to an item."""
        if does in ("add", "turn_table", "open_entry"):
            return True
        if does in ("next_action", "choose_action"):
            return len(self.model.bands) > 1
        if does in ("follow", "unlink"):
            return bool(self._after() if does == "follow" else self.model.after.get(self.here))
        if does in ("follow_back", "read_links"):
            return bool(
                self.model.before.get(self.here) or (does == "read_links" and self._after())
            )
        return bool(self.here)

    def _after(self) -> list[Link]:
        """The links of the selected item that lead somewhere."""
        return [one for one in self.model.after.get(self.here, ()) if not one.gone]

    # Items

    def add(self) -> None:
        """Asks what it is, and adds it in the selected column."""
        options = list(self.desk.plan.options("logic-columns").values())
        name, note = options[self.column].name, options[self.column].note
        self._ask_item(f"{name}: {note}", COLUMNS[self.column], lambda id: None)

    def _ask_item(self, question: str, column: str, then: Callable[[str], None]) -> None:
        plan = self.desk.plan
        kind = LogicItem.fields["text"]
        asking = Asking(question, take="add it", wrong=lambda text: refusal(kind, text, plan))
        ask(self.desk, asking, lambda text: self._add(column, text, then) if text else None)

    def _add(self, column: str, text: str, then: Callable[[str], None]) -> None:
        plan = self.desk.plan
        plan.settle()
        id = self._make(column, text)
        plan.settle()
        self.show_item(id)
        then(id)

    def _make(self, column: str, text: str) -> str:
        """A new item of the action that is shown, or of that of the selected item."""
        item = self.model.items.get(self.here)
        shown = item.action if item else "" if self.action == ALL else self.action
        values = {"column": column, "text": text} | ({"action": shown} if shown else {})
        return self.desk.plan.add(LogicItem.type, values)

    def open_entry(self) -> None:
        """Opens the selected item; where none is, adds one."""
        if self.here:
            self.desk.visit(Place("record", self.here))
        else:
            self.add()

    def to_column(self) -> None:
        """Asks for the column of the selected item."""
        options = self.desk.plan.options("logic-columns").values()
        items = [Pickable(one.id, one.name, one.note) for one in options]
        here = self.here
        ask(
            self.desk,
            Picker("In which column does it belong?", items, [COLUMNS[self.column]]),
            lambda picked: self._do(partial(self.desk.plan.put, here, picked[0], "column")),
        )

    def remove_entry(self) -> None:
        """Removes the selected item; undo brings it back."""
        gone = self.here
        self.here = next(
            (one for by in (1, -1) if (one := self.layout_.beside(gone, by)) != gone), ""
        )
        self._do(partial(self.desk.plan.remove, gone))

    def turn_table(self) -> None:
        """Goes to all items as a table."""
        if self.step:
            self.desk.visit(Place("table", self.step.id))

    # Links

    def link(self) -> None:
        """Asks what the selected item leads to, then why."""
        plan, here = self.desk.plan, self.here
        given = {one.end for one in self._after()}
        ids = [*given, *(one for one in may_lead_to(self.model, here) if one not in given)]
        items = [Pickable(one, plan.label(one), self._beside(one, given)) for one in ids]
        columns = list(plan.options("logic-columns").values())
        makes = [
            (f"Add to {columns[at].name}: “{{}}”", partial(self._make, COLUMNS[at]))
            for at in dict.fromkeys((min(self.column + 1, len(COLUMNS) - 1), self.column))
        ]
        ask(
            self.desk,
            Picker(f"What does “{brief(plan.label(here), 60)}” lead to?", items, makes=makes),
            lambda picked: self._ask_why(here, picked[0]),
        )

    def _beside(self, id: str, given: set[str]) -> str:
        """What stands beside an item in the list: its column, its action where that is another."""
        item, options = self.model.items[id], list(self.desk.plan.options("logic-columns").values())
        record = self.desk.plan.record(item.action)
        other = item.action != self.model.items[self.here].action
        code = self.desk.plan.shown(record, "code") if record and other else ""
        words = (options[item.column].name, code, "linked; write its reason" if id in given else "")
        return ", ".join(filter(None, words))

    def _ask_why(self, start: str, end: str) -> None:
        """Asks for the reason of a link, and keeps both. A link may stand without one."""
        plan = self.desk.plan
        before = next((one.why for one in self._after() if one.end == end), "")
        question = f"Why should it lead to “{brief(plan.label(end), 80)}”? Because …"
        asking = Asking(question, before, take="link them")
        self.desk.push_screen(
            asking, lambda why: self._link(start, end, why) if why is not None else None
        )

    def _link(self, start: str, end: str, why: str) -> None:
        plan = self.desk.plan
        gone = sum(one.gone for one in self.model.after.get(start, ()))
        self._do(lambda: plan.put(start, linked(plan, start, end, why), LED))
        if gone:
            self.desk.notify("The link to what was removed was taken out. ^z brings it back.")

    def unlink(self) -> None:
        """Takes a link out; asks which where there are several."""
        links = self.model.after.get(self.here, ())
        items = [
            Pickable(one.end, self.desk.plan.label(one.end), "" if one.gone else one.why)
            for one in links
        ]
        self._choose("Which link is taken out?", items, partial(self._unlink, self.here))

    def _unlink(self, start: str, end: str) -> None:
        plan = self.desk.plan
        self._do(lambda: plan.put(start, unlinked(plan, start, end) or None, LED))

    def follow(self) -> None:
        """Goes to what the selected item leads to."""
        self._go([(one.end, one.why) for one in self._after()], "Follow which link?")

    def follow_back(self) -> None:
        """Goes to what leads to the selected item."""
        before = self.model.before.get(self.here, ())
        self._go([(one.start, one.why) for one in before], "Back along which link?")

    def _go(self, ends: Sequence[tuple[str, str]], question: str) -> None:
        items = [Pickable(id, self.desk.plan.label(id), why) for id, why in ends]
        self._choose(question, items, self.show_item)

    def _choose(
        self, question: str, items: Sequence[Pickable], then: Callable[[str], None]
    ) -> None:
        """Does something with the one item, or with the one that is picked."""
        if len(items) == 1:
            then(items[0].id)
        elif items:
            ask(self.desk, Picker(question, items), lambda picked: then(picked[0]))

    def read_links(self) -> None:
        """Lists every link of the selected item with its reason, to go along one."""
        found = notes(self.desk.plan, self.model, self.here)
        items = [Pickable(id, *words) for id, words in found.items()]
        ask(
            self.desk,
            Picker("Its links, each with its reason. ⏎ goes there", items),
            lambda picked: self.show_item(picked[0]),
        )

    # Actions

    def next_action(self) -> None:
        """The next action, after the last one all."""
        ids = [*self.model.bands, ALL]
        at = ids.index(self.action) if self.action in ids else -1
        self._show_action(ids[(at + 1) % len(ids)])

    def choose_action(self) -> None:
        """Asks which action is shown."""
        plan, bands = self.desk.plan, self.model.bands
        items = [Pickable(ALL, "All actions together")]
        for id, columns in bands.items():
            many = sum(map(len, columns))
            items.append(
                Pickable(id, plan.label(id) if id else "Items of no action", f"{many} items")
            )
        ask(
            self.desk,
            Picker("Which action?", items, [self.action or ""]),
            lambda picked: self._show_action(picked[0]),
        )

    def _show_action(self, id: str) -> None:
        """Shows an action; the cursor stays where it can."""
        item = self.model.items.get(self.here)
        if id != ALL and (item is None or item.action != id):
            self.here, self.column = "", 0
        self.action = id
        self.renew()
        self.desk.frame.renew()

    def _do(self, doing: Callable[[], object]) -> None:
        """Changes the plan as one turn, and shows the board as it is then."""
        self.desk.plan.settle()
        self.desk.attempt(doing)
        self.desk.plan.settle()
        self.renew()
