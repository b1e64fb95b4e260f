"""What stands on a worksheet, back into its fields: what would change, and changing it.

Nothing is taken in unless all of it can be. What nobody touched on the sheet changes nothing, also
where the workbook has moved on since.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbook.kinds import Invalid, Kind
from workbook.kinds.text import brief, unmarked, visible
from workbook.making import New
from workbook.map.public import Public
from workbook.plan import Plan
from workbook.reading import Unknown
from workbook.worksheets.form import (
    MARK,
    Place,
    digest,
    is_open,
    may_stand,
    settled,
    unguarded,
    written,
)  # fmt: skip

_OPENED = re.compile(r"::[ \t]+(?P<place>\S.*?)(?:[ \t]+#(?P<base>[0-9a-f]{6}))?[ \t]*", re.ASCII)
_NEW = re.compile(r"new[ \t]+(?P<table>\S+)[ \t]+(?P<number>\d{1,4})[ \t]+(?P<field>\S+)", re.ASCII)
_THERE = re.compile(r"(?P<id>[^\s#]+)(?:[ \t]+(?P<field>\S+))?")


@dataclass(frozen=True, slots=True)
class Wrong:
    """What cannot be placed or kept. line: of the sheet, from 1."""

    line: int
    sentence: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer on the sheet. line: of its mark; base: what its text was known by when the sheet
    was made, "" where the mark does not say."""

    line: int
    place: Place
    base: str
    text: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What a sheet holds. changed: values by id and field ("" for an answer). added: new rows.
    told: each change in a sentence. same: answers that change nothing. wrong: why nothing can be
    taken in."""

    changed: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    added: tuple[New, ...] = ()
    told: tuple[str, ...] = ()
    same: int = 0
    wrong: tuple[Wrong, ...] = ()


def entries(text: str) -> tuple[list[Entry], list[Wrong]]:
    """The answers on a sheet, and what stands where no answer can."""
    reader = _Reader()
    for number, one in enumerate(text.split("\n"), 1):
        reader.take(number, one)
    reader.end()
    return reader.entries, reader.wrong


class _Reader:
    """Reads a sheet line by line."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.wrong: list[Wrong] = []
        self.open: tuple[int, Place | None, str] | None = None
        self.lines: list[str] = []

    def take(self, number: int, text: str) -> None:
        bare = text.rstrip()
        opened = _OPENED.fullmatch(bare)
        if bare == MARK and self.open:
            self._close()
        elif opened:
            self.end()
            self.open = (number, self._place(number, opened["place"]), opened["base"] or "")
        elif self.open:
            self.lines.append(unguarded(text))
        elif bare and not bare.startswith(("#", ">")):
            said = f"“{brief(visible(bare), 40)}” stands under no answer. Put it between a line "
            self.wrong.append(Wrong(number, f"{said}that begins with {MARK} and the next {MARK}."))

    def end(self) -> None:
        """Where a sheet or the next answer begins, the one before must have ended."""
        if self.open:
            line = self.open[0]
            self.wrong.append(Wrong(line, f"The answer that begins here has no {MARK} under it."))
            self.open, self.lines = None, []

    def _close(self) -> None:
        assert self.open
        line, place, base = self.open
        if place:
            self.entries.append(Entry(line, place, base, settled("\n".join(self.lines))))
        self.open, self.lines = None, []

    def _place(self, number: int, text: str) -> Place | None:
        if new := _NEW.fullmatch(text):
            return Place("", new["field"], new["table"], int(new["number"]))
        if there := _THERE.fullmatch(text):
            return Place(there["id"], there["field"] or "")
        self.wrong.append(Wrong(number, f"“{brief(visible(text), 40)}” names no place."))
        return None


def read(plan: Plan, text: str, *, update: bool = False) -> Taken:
    """What a sheet would change. update: whether its answer also takes the place of one that was
    changed in the workbook since the sheet was made; else that is wrong."""
    found, wrong = entries(text)
    taking = _Taking(plan, update, wrong)
    for one in found:
        taking.take(one)
    return taking.taken()


def take_in(plan: Plan, taken: Taken) -> list[str]:
    """Makes the changes, as one that undo takes back whole; gives the ids of new records.

    Raises Invalid and Unknown; then nothing has changed.
    """
    return plan.take_all(taken.added, taken.changed)


class _Taking:
    """Puts answers to their places, one after another."""

    def __init__(self, plan: Plan, update: bool, wrong: list[Wrong]) -> None:
        self.plan, self.update, self.wrong = plan, update, wrong
        self.view = Public(plan)
        self.seen: dict[Place, int] = {}
        self.changed: dict[str, dict[str, Any]] = {}
        self.new: dict[tuple[str, int], dict[str, Any]] = {}
        self.told: list[str] = []
        self.same = 0

    def taken(self) -> Taken:
        rows = {key: values for key, values in self.new.items() if values}
        told = [*self.told, *(self._row_told(*key, values) for key, values in rows.items())]
        wrong = sorted(self.wrong, key=lambda one: one.line)
        added = tuple(self._row(table, values) for (table, _), values in rows.items())
        return Taken(self.changed, added, tuple(told), self.same, tuple(wrong))

    def take(self, one: Entry) -> None:
        """Raises nothing: what cannot be taken is noted by its line."""
        try:
            self._once(one)
            if one.place.table:
                self._take_new(one)
            else:
                self._take_there(one)
        except (Invalid, Unknown) as error:
            self.wrong.append(Wrong(one.line, str(error)))

    def _once(self, one: Entry) -> None:
        first = self.seen.setdefault(one.place, one.line)
        if first != one.line:
            again = "; give a further new row another number" if one.place.table else ""
            raise Invalid(f"This place was answered on line {first} already{again}.")

    # A new row

    def _take_new(self, one: Entry) -> None:
        place = one.place
        table = self.plan.curriculum.tables.get(place.table)
        if table is None or not is_open(table):
            raise Unknown(f"No table of a worksheet is called “{brief(place.table, 40)}”.")
        asked = table.field(place.field)
        if asked is None or asked.kind.private or place.field in table.where:
            what = f"{table.one} has no field “{brief(place.field, 40)}”"
            raise Unknown(f"A new {what} on a worksheet.")
        row = self.new.setdefault((place.table, place.number), {})
        if one.text and (value := asked.kind.parse(one.text, self.plan)) is not None:
            row[place.field] = value

    def _row(self, id: str, values: dict[str, Any]) -> New:
        table = self.plan.curriculum.tables[id]
        row = table.of == "row"
        return New(table.of, {**({} if row else table.where), **values}, id if row else "")

    def _row_told(self, id: str, number: int, values: dict[str, Any]) -> str:
        table = self.plan.curriculum.tables[id]
        shown = [table.field(name) for name in values]
        said = [f"{one.name}: {brief(one.kind.show(values[one.id], self.view), 60)}"
                for one in shown if one]  # fmt: skip
        return f"A new {table.one} ({number}): {'; '.join(said)}."

    # A place that is there

    def _take_there(self, one: Entry) -> None:
        id, name = one.place.id, one.place.field
        kind = self.plan.kind(id, name)
        if not may_stand(self.plan, self.view, id, name):
            raise Invalid("This place takes nothing from a worksheet: what it holds is not on one.")
        value = self.plan.raw(id, name)
        there = written(kind, value, self.view, self.plan)
        touched = digest(one.text) != one.base if one.base else True
        if not touched or one.text == there:
            self.same += 1
            return
        given = self._given(kind, one.text, value)
        if given == value:
            self.same += 1
        elif one.base and digest(there) != one.base and not self.update:
            called, now = self.view.place(id, name), brief(visible(there), 40)
            since = f"{called} was changed in the workbook since this sheet was made, to “{now}”."
            raise Invalid(f"{since} --update takes the sheet's.")
        else:
            self.changed.setdefault(id, {})[name] = given
            self.told.append(f"{self.view.place(id, name)}: {_becomes(there, one.text)}")

    def _given(self, kind: Kind[Any], text: str, old: Any) -> Any:
        """The value that stands on the sheet. Marks for what has no shape are taken back where the
        workbook's own text has such signs."""
        if not text:
            return None
        exact = old if isinstance(old, str) else ""
        return kind.parse(unmarked(text) if visible(exact) != exact else text, self.plan)


def _becomes(old: str, new: str) -> str:
    if not new:
        return f"“{brief(old, 60)}” is emptied."
    if not old:
        return f"“{brief(new, 60)}”."
    return f"“{brief(old, 60)}” becomes “{brief(new, 60)}”."


def lines(taken: Taken) -> Iterator[str]:
    """What a sheet does, in sentences."""
    yield from taken.told
    count = sum(map(len, taken.changed.values()))
    yield f"{count:,} changed, {len(taken.added):,} added, {taken.same:,} as they were."
