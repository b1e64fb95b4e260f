"""People and organizations from a spreadsheet: what a file would change, and changing it.

Nothing is taken in unless every cell can be. The same file twice makes no copies: who is called
the same, of the same organization, is the same. Whoever is likely to be the same is asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from workbook.imports.columns import ID, Columns, dropped
from workbook.imports.likeness import Known, Register
from workbook.imports.sheet import Line, Sheet, Unreadable, Watch
from workbook.kinds import Invalid
from workbook.kinds.text import brief
from workbook.records.coalition import Stakeholder

if TYPE_CHECKING:
    from workbook.plan import Plan

EACH = 100
"""Rows between two reports of how far the reading is."""
NAME, OF = "name", "organisation"
LINE = "line "
"""How it begins that somebody is who stands on an earlier line of the file."""
Choice = Literal["same", "new", "skip"]
"""What to do with a row that is likely to be somebody of the register."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A cell that cannot be kept. line: of the file. column: as the file calls it."""

    line: int
    column: str
    sentence: str

    def __str__(self) -> str:
        return f"Line {self.line}, column “{brief(self.column, 40)}”: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the file with its values. id: whom it is, "" for somebody new. likely: who it could
    be: an id, or `line 7` for who stands there in the same file; "" for nobody."""

    line: int
    values: Mapping[str, Any]
    id: str = ""
    likely: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file holds. unknown: columns that are no field. wrong: cells that cannot be kept.
    repeated: lines that say again who stands on an earlier one, with that line. left_out: what was
    taken out of a cell, in sentences."""

    rows: tuple[Row, ...]
    unknown: tuple[str, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    repeated: tuple[tuple[int, int], ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What taking a file in would do. added: values of new people. changed: values by id.
    differ: line, id and field where the workbook says something else and keeps it. same: rows that
    change nothing. skipped: rows that are left out on purpose."""

    added: tuple[Row, ...] = ()
    changed: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    differ: tuple[tuple[int, str, str], ...] = ()
    same: int = 0
    skipped: int = 0


def read(
    plan: Plan,
    sheet: Sheet,
    columns: Columns,
    watch: Watch = lambda done, all: None,
) -> Incoming:
    """Reads every row of a file. watch: is told the rows that are read.

    Raises Unreadable where no column holds the names.
    """
    fields = columns.read(sheet.columns)
    if NAME not in fields.values():
        found = ", ".join(f"“{brief(one, 30)}”" for one in sheet.columns[:12])
        raise Unreadable(
            f"No column holds names. There are: {found}. Call one of them “Name” (or, on the "
            "command line, say which it is: --column HEADER=name)."
        )
    reader = _Reader(plan, columns, fields)
    for number, line in enumerate(sheet.lines):
        if not number % EACH:
            watch(number, len(sheet.lines))
        reader.take(line)
    unknown = tuple(one for one in sheet.columns if one not in fields)
    return Incoming(
        tuple(reader.rows), unknown, tuple(reader.wrong), tuple(reader.repeated),
        tuple(reader.left_out),
    )  # fmt: skip


class _Reader:
    """Reads the rows one after another, and knows whom it has met."""

    def __init__(self, plan: Plan, columns: Columns, fields: Mapping[str, str]) -> None:
        self.plan, self.columns, self.fields = plan, columns, fields
        people = plan.records(Stakeholder)
        self.known = Register(
            Known(one.id, one.name or "", one.organisation or "") for one in people
        )
        self.ids = {one.id for one in people}
        self.met: dict[object, int] = {}
        self.rows: list[Row] = []
        self.wrong: list[Wrong] = []
        self.repeated: list[tuple[int, int]] = []
        self.left_out: list[str] = []

    def take(self, line: Line) -> None:
        """Reads a row: what it says, and whom it is."""
        values = dict(self._values(line))
        if NAME not in values and self._id(line) not in self.ids:
            if not any(one.line == line.number for one in self.wrong[-len(self.fields) :]):
                column = next(one for one, field in self.fields.items() if field == NAME)
                self.wrong.append(Wrong(line.number, column, "This row has no name."))
            return
        row = self._whose(line, values)
        who = row.id or Known("", values[NAME], values.get(OF) or "").key
        if first := self.met.get(who):
            self.repeated.append((line.number, first))
        else:
            self.met[who] = line.number
            self.rows.append(row)

    def _values(self, line: Line) -> Iterator[tuple[str, Any]]:
        for column, name in self.fields.items():
            text = line.cells.get(column, "")
            if name == ID or not text.strip():
                continue
            try:
                value = self.columns.value(name, text)
            except Invalid as error:
                self.wrong.append(Wrong(line.number, column, str(error)))
                continue
            if count := dropped(text):
                what = "1 character" if count == 1 else f"{count} characters"
                self.left_out.append(
                    f"Line {line.number}, column “{column}”: {what} without a shape left out."
                )
            if value is not None:
                yield name, value

    def _id(self, line: Line) -> str:
        """The id that a row gives, "" for none."""
        column = next((one for one, field in self.fields.items() if field == ID), "")
        return line.cells.get(column, "").strip()

    def _whose(self, line: Line, values: Mapping[str, Any]) -> Row:
        id = self._id(line)
        if id in self.ids:  # our own CSV names nobody who has not agreed to it
            return Row(line.number, values, id)
        one = Known("", values[NAME], values.get(OF) or "")
        if same := self.known.same(one):
            return Row(line.number, values, "" if same.id.startswith(LINE) else same.id)
        near = self.known.likely(one)
        self.known.add(replace(one, id=f"{LINE}{line.number}"))
        return Row(line.number, values, likely=near.id if near else "")


def decided(incoming: Incoming, choose: Callable[[Row], Choice]) -> tuple[tuple[Row, ...], int]:
    """The rows with those decided that are likely somebody; how many are left out."""
    rows, skipped = dict[str, Row](), 0
    for one in incoming.rows:
        choice = choose(one) if one.likely else "new"
        if choice == "skip":
            skipped += 1
        elif choice == "same" and one.likely in rows:
            first = rows[one.likely]
            rows[one.likely] = replace(first, values={**one.values, **first.values})
        else:
            id = one.likely if choice == "same" and not one.likely.startswith(LINE) else one.id
            rows[f"{LINE}{one.line}"] = replace(one, id=id)
    return tuple(rows.values()), skipped


def changes(plan: Plan, rows: Iterable[Row], *, update: bool = False, skipped: int = 0) -> Changes:
    """What rows would change. Of somebody who is there only what is empty is filled; with update
    the file's values take the place of those that differ."""
    added, changed, differ, same = [], dict[str, dict[str, Any]](), [], 0
    for row in rows:
        if not row.id:
            added.append(row)
            continue
        held = plan.raw(row.id)
        news = {one: value for one, value in row.values.items() if held.get(one) != value}
        other = [one for one in news if held.get(one) is not None and not update]
        differ += [(row.line, row.id, one) for one in other]
        fills = {one: value for one, value in news.items() if one not in other}
        same += not fills
        if fills:
            changed[row.id] = changed.get(row.id, {}) | fills
    return Changes(tuple(added), changed, tuple(differ), same, skipped)


def take_in(plan: Plan, found: Changes) -> list[str]:
    """Makes the changes, as one that undo takes back whole; gives the ids of the new people.

    Raises Invalid; then nothing has changed.
    """
    added = [{"status": "identified", **one.values} for one in found.added]
    return plan.take_in(Stakeholder.type, added, found.changed)
