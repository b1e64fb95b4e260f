"""Types a worked example's records and answers as the lines that `workbook ask` takes.

As with the typist of the screens nothing here names a field: the content says what is asked and in
which order, the example what is answered there, the kind of a value how that is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.ask.dictating import dictated
from tests.journeys.typist import pointed, stops
from workbook.curriculum import Step, Table
from workbook.kinds import Kind, Who
from workbook.kinds.pointing import RECORD_ID
from workbook.plan import Plan
from workbook.reasoning.checks import examine
from workbook.reasoning.language import survey, words_of


@dataclass(frozen=True)
class Waiting:
    """A value that points to what is not there yet. stop: the question or the table that asks it;
    row and field: "" for a question."""

    step: Step
    stop: str
    kind: Kind[Any]
    value: Any
    row: str = ""
    field: str = ""


class Dictation:
    """The lines, as they grow.

    there: the example's records that the workbook holds, by type and in their order there. made:
    those that were typed, in the order in which they were.
    """

    def __init__(self, example: Plan, there: Iterable[str]) -> None:
        self.example, self.lines, self.made = example, list[str](), list[str]()
        self.there: dict[str, list[str]] = defaultdict(list)
        self.rows: dict[str, list[str]] = defaultdict(list)
        self.later: list[Waiting] = []
        for id in there:
            self.there[example.type_of(id) or ""].append(id)

    def type(self, *lines: str) -> None:
        """Types lines."""
        self.lines += lines

    def whole(self, steps: Sequence[Step]) -> None:
        """All of these steps from first to last; before the last question, what had to wait."""
        for step in steps:
            for id, table in stops(step):
                if step is steps[-1] and id == step.prompts[-1].id:
                    self.come_back()
                    self.set_aside()
                    self.go(step, id)
                if table is None:
                    self.answer(step, id)
                else:
                    self.table(step, table)

    def answer(self, step: Step, id: str) -> None:
        """Answers a question, or leaves it."""
        self.give(Waiting(step, id, self.example.kind(id), self.example.answer(id)))

    def table(self, step: Step, table: Table) -> None:
        """Adds the rows of a table and goes on."""
        for row in self.example.rows(table):
            self.type("add")
            for field in table.fields:
                value = self.example.value(row, field.id)
                self.give(Waiting(step, table.id, field.kind, value, row.id, field.id))
            self.made.append(row.id)
            self.there[row.type].append(row.id)
            self.rows[table.id].append(row.id)
        self.type("")

    def give(self, one: Waiting) -> None:
        """Gives a value where it is asked for; leaves it empty as long as it has to wait."""
        waits = one.value is not None and {*points(one.kind, one.value)} - self.known
        self.later += [one] * bool(waits)
        nothing = waits or one.value is None
        self.type(*([""] if nothing else self.written(one.kind, one.value)))

    @property
    def known(self) -> set[str]:
        """All records that are there."""
        return {id for ids in self.there.values() for id in ids}

    def go(self, step: Step, stop: str) -> None:
        """Goes to a step, and in it on to a question or a table."""
        self.type(":go", f"Chapter {self.example.curriculum.chapter_of(step).number}, {step.name}")
        for id, _ in stops(step):
            if id == stop:
                return
            self.type("")

    def come_back(self) -> None:
        """Gives the fields that had to wait for what they point to."""
        for one in self.later:
            self.go(one.step, one.stop)
            if one.row:
                self.type(f"edit {self.rows[one.stop].index(one.row) + 1} {one.field}")
            self.type(*self.written(one.kind, one.value), *[":done"] * bool(one.row))

    def set_aside(self) -> None:
        """Gives the reasons why checks and words are left as they are."""
        reasons: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for one in examine(self.example):
            if one.aside:
                reasons[one.step].append((f"{one.severity}: {one.text}".rstrip("."), one.aside))
        for word in survey(self.example, words=words_of(self.example)).kept:
            reasons[word.step].append((f"wording: “{word.piece}” in {word.name}", word.kept))
        for id, found in reasons.items():
            step = self.example.curriculum.steps[id]
            self.go(step, next(stops(step))[0])
            self.type(":checks", *(line for both in found for line in both), "")

    def written(self, kind: Kind[Any], value: Any) -> list[str]:
        """The lines that give a value of a kind."""
        return dictated(kind, value, self.example, self.number)

    def number(self, kind: Any, id: str) -> str:
        """The number of a record in the list of those that can be pointed to, as it is there."""
        return str([one for type in kind.to for one in self.there[type]].index(id) + 1)


def points(kind: Kind[Any], value: Any) -> Iterator[str]:
    """The records that a value points to, people too: who is not yet in the register would be kept
    by name."""
    yield from pointed(kind, value)
    if isinstance(kind, Who):
        yield from (one for one in value if RECORD_ID.fullmatch(one))
