"""The strategic actions as cards: what each rests on, who leads it by when, what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.events import Key

from screens.actions_commands import ACTION_COMMANDS
from screens.asking import Asking, ask, refusal
from screens.ledger import Entry, heading, paragraph
from screens.listed import Listed
from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, WARN, brief, joined, plain
from workbook.records import TYPES
from workbook.records.actions import StrategicAction

if TYPE_CHECKING:
    from screens.command import Command
    from workbook.reasoning.checks import Finding

TESTS = "smartie"
EMPTY = (
    "No action yet. + adds one: something that you will change, a rule, a budget, a practice, who"
    " decides."
)
NAMED = 9
"""Cells of the word before a line of a card."""


class ActionsView(Listed):
    """A card for each action: the causes that it reaches, the conditions that it shifts, why it
    should work, who leads it, by when, what it costs; ○ marks what is missing. Under the cards
    stands the statement with the seven tests, each with what it asks; its number ticks it."""

    view: ClassVar[str] = "actions"
    called: ClassVar[str] = "Strategic actions"
    asks: ClassVar[str] = "What we will change, and what that rests on"
    _findings: Mapping[str, Sequence[Finding]] = MappingProxyType({})
    """What the checks find, by the id that it is found at."""

    def commands(self) -> tuple[type[Command], ...]:
        return ACTION_COMMANDS

    def offers(self, does: str) -> bool:
        """Nearly all is done to an action."""
        return does in ("add", "turn_table") or bool(self.here)

    def on_key(self, event: Key) -> None:
        """A number ticks the test that it stands before, or takes the tick away."""
        tests = list(self.desk.plan.options(TESTS))
        if event.character and event.character in "123456789"[: len(tests)] and self.here:
            event.stop()
            self._tick(tests[int(event.character) - 1])

    @property
    def action(self) -> StrategicAction | None:
        """The selected action, if one is."""
        record = self.desk.plan.record(self.here) if self.here else None
        return record if isinstance(record, StrategicAction) else None

    def count(self) -> str:
        many = len(self.desk.plan.records(StrategicAction))
        return f"{many} action{'s' * (many != 1)}"

    def entries(self, width: int) -> Sequence[Entry]:
        tests = len(self.desk.plan.options(TESTS))
        self.query_one("#listed-said").styles.height = tests + 1 + self._lines
        self._findings = self.findings()
        return list(self._rows(width - 1))  # a scroll bar may come

    @property
    def _lines(self) -> int:
        """Lines of the statement under the cards."""
        return 3 if self.tall else 1

    def _rows(self, width: int) -> Iterator[Entry]:
        for one in self._found(self.step.id):
            for line in plain(f"○ {one.text} {one.mend}", WARN).wrap(width - 2):
                yield heading(joined(("  ", ""), line))
        actions = self.desk.plan.records(StrategicAction)
        for number, action in enumerate(actions):
            if number:
                yield heading(Content(""))
            yield Entry(action.id, partial(self._title, action, width))
            for part in (self._causes, self._conditions, self._works, self._led):
                yield Entry("", partial(self._line, part, action, width), action.id)
            for one in self._found(action.id):
                if one.severity == "error":
                    wrong = joined((f"○ {one.text} ", WARN), (one.mend, MUTED))
                    yield Entry("", partial(_laid, wrong, width), action.id)
        if not actions:
            yield from paragraph(plain(EMPTY, BODY), width)

    def _found(self, id: str) -> Sequence[Finding]:
        """What the checks find in an action, or in all of them together."""
        return self._findings.get(id, ())

    def _title(self, action: StrategicAction, width: int, selected: bool) -> Content:
        plan = self.desk.plan
        kind = plan.shown(action, "kind")
        right = joined((kind or "○ which kind?", MUTED if kind else WARN))
        room = max(10, width - right.cell_length - 5)
        left = plain(plan.label(action.id), f"{INK} bold").truncate(room, ellipsis=True)
        gap = " " * max(2, width - 2 - left.cell_length - right.cell_length)
        return _laid(joined(left, (gap, ""), right), width, selected)

    def _line(
        self, part: Callable[[StrategicAction], Content], action: StrategicAction, width: int,
        selected: bool,
    ) -> Content:  # fmt: skip
        return _laid(part(action), width, selected)

    def _causes(self, action: StrategicAction) -> Content:
        """The causes that it reaches."""
        plan = self.desk.plan
        causes = "; ".join(plan.label(one) for one in action.causes or ())
        many = len(action.causes or ())
        counted = f"{many} cause{'s' * (many != 1)}: {brief(causes, 300)}" if many else ""
        return _named("rests on", counted, "no root cause")

    def _conditions(self, action: StrategicAction) -> Content:
        """The conditions that it shifts."""
        shifts = self.desk.plan.shown(action, "conditions")
        return _named("shifts", shifts, "no condition of systems change")

    def _works(self, action: StrategicAction) -> Content:
        """Why it should work."""
        works = " ".join(self.desk.plan.shown(action, "evidence_base").split())
        return _named("works as", brief(works, 300), "nothing says why it should work")

    def _led(self, action: StrategicAction) -> Content:
        """Who does it by when, and which tests it meets."""
        return joined((f"{'led by':<{NAMED}}", MUTED), *self._facts(action), self._letters(action))

    def _facts(self, action: StrategicAction) -> Iterator[Content]:
        plan = self.desk.plan
        for field, before, missing in (
            ("lead", "", "no lead"), ("ends", "by ", "no day"), ("cost", "", "no cost"),
        ):  # fmt: skip
            text = plan.shown(action, field)
            said = (f"{before}{brief(text, 44)}", BODY) if text else (f"○ {missing}", WARN)
            yield joined(said, ("   ", ""))

    def _letters(self, action: StrategicAction) -> Content:
        """The first letters of the tests: those that are met stand out."""
        met = action.smartie or ()
        options = self.desk.plan.options(TESTS).values()
        return joined(
            *((one.name[:1], f"{INK} bold") if one.id in met else ("·", MUTED) for one in options)
        )

    def said(self, key: str) -> Content:
        plan, action = self.desk.plan, self.action
        if action is None:
            return Content("")
        width = max(20, self.query_one("#listed-said").content_size.width)
        statement = " ".join(plan.shown(action, "statement").split())
        said = statement or "○ No statement yet: s writes it, who does what, with whom, by when."
        found = self._found(action.id)
        lacking = f"   ○ {found[0].text}" if found and not statement else ""
        first = joined((said, BODY if statement else WARN), (lacking, WARN))
        met = action.smartie or ()
        words = list(first.wrap(width))
        if len(words) > self._lines:
            words = [*words[: self._lines - 1], joined(words[self._lines - 1], (" …", MUTED))]
        lines = [
            joined(
                (f"{number} ", f"{INK} bold"),
                ("✓ " if one.id in met else "○ ", ACCENT if one.id in met else MUTED),
                (f"{one.name:<11}", INK if one.id in met else BODY), (one.note, MUTED),
            )
            for number, one in enumerate(plan.options(TESTS).values(), 1)
        ]  # fmt: skip
        return Content("\n").join(one.truncate(width, ellipsis=True) for one in [*words, *lines])

    # What can be done

    def open_entry(self) -> None:
        """Opens the selected action."""
        self.desk.visit(Place("record", self.here))

    def go_to(self, field: str) -> None:
        """Opens the selected action at a field."""
        self.desk.visit(Place("record", self.here, field))

    def add(self) -> None:
        """Asks what is to change, and adds a card for it."""
        plan, kind = self.desk.plan, StrategicAction.fields["title"]
        asking = Asking(
            "What will you change, in a few words?", take="add it",
            wrong=lambda text: refusal(kind, text, plan),
        )  # fmt: skip
        ask(self.desk, asking, lambda text: self._add(text) if text else None)

    def _add(self, title: str) -> None:
        self.desk.plan.settle()
        id = self.desk.plan.add(StrategicAction.type, {"title": title})
        self.desk.plan.settle()
        self.show_at(id)
        self.desk.frame.renew()

    def _tick(self, test: str) -> None:
        action = self.action
        if action is not None:
            met = list(action.smartie or ())
            met = [one for one in met if one != test] if test in met else [*met, test]
            order = list(self.desk.plan.options(TESTS))
            met.sort(key=lambda one: order.index(one) if one in order else len(order))
            self._do(partial(self.desk.plan.put, action.id, met or None, TESTS))

    def choose_causes(self) -> None:
        """Asks which root causes the selected action reaches."""
        plan = self.desk.plan
        found = plan.records(TYPES["root_cause"])
        items = [Pickable(one.id, plan.label(one.id)) for one in found]
        there = {one.id for one in items}
        now = [one for one in (self.action and self.action.causes) or () if one in there]
        self._pick("Which root causes does it reach?", items, now, "causes")

    def choose_conditions(self) -> None:
        """Asks which conditions of systems change it shifts."""
        now = (self.action and self.action.conditions) or ()
        self._pick("Which conditions does it shift?", self._options("six-conditions"), now,
                   "conditions")  # fmt: skip

    def choose_kind(self) -> None:
        """Asks what kind of change it is."""
        kind = self.action and self.action.kind
        items, id = self._options("action-kinds"), self.here
        ask(
            self.desk,
            Picker("What kind of change is it?", items, [kind] if kind else []),
            lambda picked: self._do(partial(self.desk.plan.put, id, picked[0], "kind")),
        )

    def _options(self, list: str) -> list[Pickable]:
        options = self.desk.plan.options(list).values()
        return [Pickable(one.id, one.name, one.note) for one in options]

    def _pick(
        self, question: str, items: Sequence[Pickable], now: Sequence[str], field: str
    ) -> None:
        id = self.here
        ask(
            self.desk,
            Picker(question, items, now, many=True),
            lambda picked: self._do(partial(self.desk.plan.put, id, picked or None, field)),
        )

    def remove_entry(self) -> None:
        """Removes the selected action; undo brings it back."""
        self._do(partial(self.desk.plan.remove, self.here))

    def turn_table(self) -> None:
        """Goes to all actions as a table."""
        self.desk.visit(Place("table", self.step.id))

    def _do(self, doing: Callable[[], object]) -> None:
        """Changes the plan as one turn, and shows the cards as they are then."""
        self.desk.plan.settle()
        self.desk.attempt(doing)
        self.desk.plan.settle()
        self.renew()


def _named(name: str, text: str, missing: str) -> Content:
    """A line of a card: what it is, and what stands there or what is missing."""
    said = (text, BODY) if text else (f"○ {missing}", WARN)
    return joined((f"{name:<{NAMED}}", MUTED), said)


def _laid(line: Content, width: int, selected: bool) -> Content:
    """One line, with a ground behind all of it where it is selected."""
    line = joined(("▌ " if selected else "  ", ACCENT), line).truncate(width, ellipsis=True)
    line = joined(line, (" " * max(0, width - line.cell_length), ""))
    return line.stylize("on $wb-wash") if selected else line
