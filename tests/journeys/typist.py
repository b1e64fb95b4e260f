"""Types a worked example's records and answers as a user does, each field by its kind.

Nothing here names a field: the content says what a step asks and in which order, the example what
is answered there, the kind of a value which keys give it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from screens.fields import FEW
from tests.journeys.terminal import Terminal
from workbook.curriculum import Step, Table
from workbook.curriculum.model import Field
from workbook.kinds import (
    Choice,
    Kind,
    Lines,
    Links,
    Long,
    Ref,
    Refs,
    Scale,
    Scores,
    Several,
    Who,
    YesNo,
)
from workbook.plan import Plan
from workbook.records import TYPES, Record

PASTED = "\x1b[200~{}\x1b[201~"
"""How a terminal gives what is pasted: a long text comes out of a letter or from a colleague."""


@dataclass(frozen=True)
class Later:
    """A field that points to what is not there yet: one comes back to it."""

    step: Step
    table: Table
    row: str
    field: Field


class Typist:
    """Sits at a terminal with the example at hand.

    there: ids of the example's records that the workbook holds. made: those that were typed, in the
    order in which they were. drawn: the types, and fields of types, that are given on a drawing.
    """

    def __init__(
        self, terminal: Terminal, example: Plan, there: Iterable[str], drawn: Collection[str]
    ) -> None:
        self.terminal, self.example, self.drawn = terminal, example, drawn
        self.there, self.made = set(there), list[str]()
        self.later: list[Later] = []

    def made_it(self, id: str) -> None:
        """A record of the example is in the workbook now."""
        self.there.add(id)
        self.made.append(id)

    # A step

    def step(self, step: Step) -> None:
        """Goes through all that a step asks, from the first field to the last."""
        on = True
        for id, table in stops(step):
            if not on:
                self.terminal.send("tab")
            on = self.answer(id) if table is None else self.table(step, table)
        self.terminal.rest()

    def answer(self, id: str) -> bool:
        """Answers the question that the cursor is in; says whether it has gone on from there."""
        value = self.example.answer(id)
        return value is not None and self.give(self.example.kind(id), value)

    def table(self, step: Step, table: Table) -> bool:
        """Adds the rows of the table that the cursor is in, all in one go. It stays there."""
        rows = [one for one in self.example.rows(table) if one.id not in self.there]
        if table.of in self.drawn:
            return False
        for number, row in enumerate(rows):
            self.terminal.send("f8" if number else "+")
            self.form(step, table, row)
            self.terminal.rest()
        if rows:
            self.terminal.send("escape")
        return False

    def form(self, step: Step, table: Table, row: Record) -> None:
        """Fills the form of a new row, and knows it from then on."""
        self.made_it(row.id)
        self.fields(row, table.fields, step, table)

    def fields(self, row: Record, fields: Iterable[Field], step: Step, table: Table) -> None:
        """Fills one field after another, Tab between them."""
        on = True
        for field in fields:
            if not on:
                self.terminal.send("tab")
            on, value = False, self.example.value(row, field.id)
            given = f"{row.type}.{field.id}" in self.drawn
            if value is None or given or field.id == "code":  # a code is proposed
                continue
            if set(pointed(field.kind, value)) - self.there:
                self.later.append(Later(step, table, row.id, field))
            else:
                on = self.give(field.kind, value)

    def come_back(self) -> None:
        """Gives the fields that had to wait for what they point to."""
        waiting, self.later = self.later, []
        for one in waiting:
            self.terminal.go(one.step.name, one.step.title[:20])
            for id, _ in stops(one.step):
                if id == one.table.id:
                    break
                self.terminal.send("tab")
            ids = [row.id for row in self.example.rows(one.table)]
            names = [field.id for field in one.table.fields]
            self.terminal.send("home", *["down"] * ids.index(one.row), "enter")
            self.terminal.send(*["tab"] * names.index(one.field.id))
            row = self.example.record(one.row)
            assert row
            self.give(one.field.kind, self.example.value(row, one.field.id))
            self.terminal.send("escape")
            self.terminal.rest()

    # A value

    def give(self, kind: Kind[Any], value: Any) -> bool:
        """Gives the field with the cursor a value. Says whether the cursor has gone on: the Tab
        that ends a list of which several are marked is one in the form too."""
        match kind:
            case Scores():
                options = self.example.options(kind.list)
                self.terminal.send(*(str(value.get(one) or "down") for one in options))
            case Scale():
                self.terminal.send(str(value))
            case YesNo():
                self.terminal.send("1" if value else "2")
            case Choice() if len(options := list(self.example.options(kind.list))) <= FEW:
                self.terminal.send(str(options.index(value) + 1))
            case Choice() | Ref():
                self.pick(kind, [value])
            case Several() | Refs() | Who():
                self.pick(kind, value)
                self.terminal.send("tab")
                return True
            case Lines():
                self.terminal.send("\r".join(value))
            case Long():
                self.terminal.send(PASTED.format(kind.write(value, self.example)))
            case _:
                self.terminal.send(kind.write(value, self.example))
        return False

    def pick(self, kind: Kind[Any], wanted: list[str]) -> None:
        """Opens the list and takes each by typing what no other has; by its whole name if need
        be, and of those called alike, such as an action and who keeps it, by its turn. Somebody
        who is in no list is kept by name."""
        names = self.offered(kind)
        for number, one in enumerate(wanted):
            new = len(kind.to) if isinstance(kind, Who) and one not in names else 0
            alike = [id for id, name in names.items() if one in names and name == names[one]]
            down = alike.index(one) if alike else new
            self.terminal.send(*([] if number else ["enter"]), typed(one, names))
            self.terminal.send(*["down"] * down, "enter")

    def offered(self, kind: Kind[Any]) -> Mapping[str, str]:
        """What stands in a list, by id or entry."""
        plan = self.example
        if isinstance(kind, Choice | Several):
            return {id: one.name for id, one in plan.options(kind.list).items()}
        types: tuple[str, ...] = getattr(kind, "to", ())
        return {one.id: plan.label(one.id) for type in types for one in plan.records(TYPES[type])}


def stops(step: Step) -> Iterator[tuple[str, Table | None]]:
    """Where Tab stops on a step, in order: the table, then the questions, some with rows."""
    if step.table:
        yield step.table.id, step.table
    for prompt in step.prompts:
        yield prompt.id, prompt.table


def typed(wanted: str, names: Mapping[str, str]) -> str:
    """What is typed to find one entry of a list: as little as will do."""
    if wanted not in names:
        return wanted
    name = names[wanted]
    others = [text.casefold() for id, text in names.items() if id != wanted]
    for length in range(1, len(name) + 1):
        start = name[:length].casefold()
        if not start.endswith(" ") and not any(text.startswith(start) for text in others):
            return name[:length]
    return name


def pointed(kind: Kind[Any], value: Any) -> Iterator[str]:
    """The records that a value points to."""
    if isinstance(kind, Ref):
        yield value
    elif isinstance(kind, Refs):
        yield from value
    elif isinstance(kind, Links):
        yield from (one["item"] for one in value)
