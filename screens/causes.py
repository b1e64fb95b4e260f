"""The tree of whys: what holds each priority in place, grown one why at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from screens import causes_rows
from screens.asking import Asking, ask
from screens.causes_commands import CAUSE_COMMANDS
from screens.ledger import Entry, heading, paragraph
from screens.listed import Listed
from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, WARN, brief, joined, plain
from workbook.reasoning.causes import Tree, may_hang_under, trees
from workbook.reasoning.language import Words, advice_at, words_of
from workbook.records.actions import RootCause, StrategicAction

if TYPE_CHECKING:
    from screens.command import Command

WITHOUT = {
    "": "On no priority",
    "gone": "Under a cause that was removed: m hangs it elsewhere",
    "circle": "In a circle, each its own cause: m hangs it elsewhere",
}
"""What stands over causes that belong to no priority's tree."""
EMPTY = (
    "Why is it so, and why is that so: under each of your priorities a tree of whys hangs here. "
    "There is no priority yet: ^t goes to Priorities, in chapter 4, where you choose them."
)
TOP = "(straight under the priority)"


class CausesView(Listed):
    """Each priority with the whys under it. + asks why of the selected line and hangs the answer
    below. Beside a cause stands which condition of systems change holds it, what you can do about
    it and what shows it; under it, which action reaches it. ○ marks what is still missing."""

    view: ClassVar[str] = "causes"
    called: ClassVar[str] = "Root causes"
    asks: ClassVar[str] = "Why is it so, and why is that so"
    _trees: Sequence[Tree] = ()
    _words: Words | None = None

    def commands(self) -> tuple[type[Command], ...]:
        return CAUSE_COMMANDS

    def offers(self, does: str) -> bool:
        """A why grows under a line; the rest is done to a cause."""
        if does in ("grow", "open_entry"):
            return bool(self.here)
        return does == "turn_table" or self.cause is not None

    def entries(self, width: int) -> Sequence[Entry]:
        self._trees, self._words = trees(self.desk.plan), words_of(self.desk.plan)
        return list(self._rows(width - 1))  # a scroll bar may come

    def _rows(self, width: int) -> Iterator[Entry]:
        plan = self.desk.plan
        yield from causes_rows.head(width)
        for number, tree in enumerate(self._trees):
            if number:
                yield heading(Content(""))
            if tree.priority:
                yield Entry(tree.priority, partial(self._priority, tree, width))
            else:
                yield heading(joined((f"  ○ {WITHOUT[tree.broken]}", WARN)))
            for why in tree.whys:
                yield from causes_rows.rows(plan, why, self._blames, width)
        if not self._trees:
            yield from paragraph(plain(EMPTY, MUTED), width, 2)
        elif whys := [why for tree in self._trees for why in tree.whys]:
            yield from causes_rows.foot(plan, whys, width)

    def _priority(self, tree: Tree, width: int, selected: bool) -> Content:
        text = joined(
            ("▌ " if selected else "  ", ACCENT),
            (self.desk.plan.label(tree.priority), f"{INK} bold"),
            ("" if tree.whys else "   + asks the first why", MUTED),
        ).truncate(width, ellipsis=True)
        text = joined(text, (" " * max(0, width - text.cell_length), ""))
        return text.stylize("on $wb-wash") if selected else text

    def _blames(self, id: str) -> str:
        """What in a cause's words finds fault with people, as the advice on language sees it."""
        found = advice_at(self.desk.plan, id, "because", words=self._words)
        return found[0].piece if found else ""

    def count(self) -> str:
        whys = [why for tree in self._trees for why in tree.whys]
        return f"{len(whys)} cause{'s' * (len(whys) != 1)}"

    def said(self, key: str) -> Content:
        plan, cause = self.desk.plan, self.cause
        if cause is None:
            asks = self.step.questions[0] if self.step.questions else ""
            return joined(("Ask  ", f"{INK} bold"), (asks, BODY))
        found = advice_at(plan, cause.id, "because", words=self._words)
        if found:
            instead = found[0].advice.instead or found[0].advice.reason
            return joined((f"“{brief(found[0].piece, 60)}” ", BODY), (f"→ {instead}", MUTED))
        names = "; ".join(brief(plan.label(one), 70) for one in cause.evidence or ())
        shown = f"Shown by: {names}" if names else "Nothing shows it yet: it is a hunch until then."
        return joined((shown, BODY if names else MUTED))

    @property
    def cause(self) -> RootCause | None:
        """The selected cause, if one is."""
        record = self.desk.plan.record(self.here) if self.here else None
        return record if isinstance(record, RootCause) else None

    # What can be done

    def grow(self) -> None:
        """Asks why of the selected line, and hangs the answer under it."""
        plan, cause, here = self.desk.plan, self.cause, self.here
        label = brief(plan.label(here), 100)
        question = f"{label}. Why is that? Because …"
        priority = self._priority_of(here)
        values = {"priority": priority, "parent": cause.id if cause else None}

        def take(text: str) -> None:
            if text:
                self._show(plan.add("root_cause", values | {"because": text}))

        ask(self.desk, Asking(question, take="add it"), take)

    def _priority_of(self, here: str) -> str | None:
        """The priority in whose tree a line stands."""
        for tree in self._trees:
            if here == tree.priority or any(one.cause.id == here for one in tree.whys):
                return tree.priority or None
        return None

    def open_entry(self) -> None:
        """Opens the selected cause or priority."""
        self.desk.visit(Place("record", self.here))

    def choose_evidence(self) -> None:
        """Opens the selected cause at its evidence."""
        self.desk.visit(Place("record", self.here, "evidence"))

    def choose_condition(self) -> None:
        """Asks which of the six conditions holds the selected cause."""
        self._choose("condition", "six-conditions", "Which condition of systems change is it?")

    def choose_influence(self) -> None:
        """Asks what can be done about the selected cause."""
        self._choose("influence", "influence", "What can you do about it?")

    def _choose(self, field: str, options: str, question: str) -> None:
        cause, plan = self.cause, self.desk.plan
        if cause is None:
            return
        items = [Pickable(one.id, one.name, one.note) for one in plan.options(options).values()]
        now = plan.value(cause, field)
        ask(
            self.desk,
            Picker(question, items, [now] if now else []),
            lambda picked: self._put(cause.id, picked[0], field) if picked else None,
        )

    def choose_actions(self) -> None:
        """Asks which actions reach the selected cause."""
        cause, plan = self.cause, self.desk.plan
        if cause is None:
            return
        actions = plan.records(StrategicAction)
        now = [one.id for one in actions if cause.id in (one.causes or ())]
        items = [Pickable(one.id, plan.label(one.id)) for one in actions]
        values = {"causes": [cause.id], "priority": self._priority_of(cause.id)}
        makes = [
            (
                "Add the action “{}”",
                lambda text: plan.add("strategic_action", values | {"title": text}),
            )
        ]
        ask(
            self.desk,
            Picker("Which actions reach it?", items, now, many=True, makes=makes),
            lambda picked: self._do(partial(self._reach, cause.id, picked)),
        )

    def _reach(self, cause: str, picked: Sequence[str]) -> None:
        """Has just these actions reach a cause."""
        plan = self.desk.plan
        for action in plan.records(StrategicAction):
            causes = list(action.causes or ())
            if (action.id in picked) != (cause in causes):
                causes = (
                    [*causes, cause] if action.id in picked else [c for c in causes if c != cause]
                )
                plan.put(action.id, causes, "causes")

    def hang(self) -> None:
        """Asks under which cause the selected one is to hang."""
        cause, plan = self.cause, self.desk.plan
        if cause is None:
            return
        items = [Pickable("", TOP)]
        items += [Pickable(one, plan.label(one)) for one in may_hang_under(plan, cause.id)]
        ask(
            self.desk,
            Picker("Which cause does it explain?", items, [cause.parent or ""]),
            lambda picked: self._put(cause.id, picked[0] or None, "parent") if picked else None,
        )

    def remove_entry(self) -> None:
        """Removes the selected cause; undo brings it back."""
        self._do(partial(self.desk.plan.remove, self.here))

    def turn_table(self) -> None:
        """Goes to all causes as a table."""
        self.desk.visit(Place("table", self.step.id))

    def _put(self, id: str, value: object, field: str) -> None:
        self._do(partial(self.desk.plan.put, id, value, field))

    def _do(self, doing: Callable[[], object]) -> None:
        """Changes the plan as one turn, and shows the tree as it is then."""
        self.desk.plan.settle()
        self.desk.attempt(doing)
        self.desk.plan.settle()
        self._draw()

    def _show(self, id: str) -> None:
        """Draws with the cursor on a new cause."""
        self.desk.plan.settle()
        self.show_at(id)
