"""What a workbook held at an earlier time, by walking its history back."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tinydb.storages import MemoryStorage

from workbook.curriculum import Curriculum
from workbook.edits import Edit
from workbook.reading import Reading, Unknown
from workbook.store.format import Held
from workbook.store.history import Group
from workbook.store.tables import Tables
from workbook.writing import without

CONSENT = (("stakeholder", "may_be_named"), ("insight", "may_quote"), ("round", "closed"))
"""Fields that say what may be seen. What they say now counts also for what was before."""


@dataclass(frozen=True)
class Past:
    """The states of a workbook. held: what it holds now. groups: its history, the oldest first,
    with what has no line in the file yet."""

    held: Held
    groups: Sequence[Group]

    def after(self, number: int) -> Held:
        """What it held after a line of the history; after number 0 before the first of all.

        Raises Unknown for a line that the history does not have, or has no more.
        """
        numbers = [one.number for one in self.groups if one.number is not None]
        first, last = (numbers[0], numbers[-1]) if numbers else (1, 0)
        if not first - 1 <= number <= last:
            have = f"it goes from {first} to {last}" if numbers else "it is empty"
            raise Unknown(f"The history has no number {number}; {have}.")
        return self._before([one for one in self.groups if (one.number or last + 1) > number])

    def at(self, moment: datetime.datetime) -> Held:
        """What it held at a moment. Before the first line, what that line was made on."""
        known = [when(one) for one in self.groups]
        later = next(
            (len(known) - back for back, at in enumerate(reversed(known)) if at and at <= moment), 0
        )
        return self._before(self.groups[later:])

    def before(self, group: Group) -> Held:
        """What it held just before one of its groups of edits was made."""
        at = next(at for at, one in enumerate(self.groups) if one is group)
        return self._before(self.groups[at:])

    def _before(self, groups: Sequence[Group]) -> Held:
        return without(self.held, [edit for one in groups for edit in one.edits])

    @property
    def begins(self) -> datetime.datetime | None:
        """When the oldest change was made that the history still tells; None for none."""
        return next(filter(None, map(when, self.groups)), None)

    @property
    def whole(self) -> bool:
        """Whether it still tells of the first change that was noted."""
        return not self.groups or self.groups[0].number in (None, 1)

    def ever(self) -> Held:
        """Everything that it holds, and beside it each record that was removed, as it was last."""
        found = {name: dict(table) for name, table in self.held.items()}
        for group in reversed(self.groups):
            for edit in reversed(group.edits):
                if edit.whole and edit.new is None and isinstance(edit.old, dict):
                    found.setdefault(edit.table, {}).setdefault(edit.id, edit.old)
        return found


def when(group: Group) -> datetime.datetime | None:
    """When a group of edits was made, on the clock of this machine; None where it does not say."""
    try:
        return datetime.datetime.fromisoformat(group.at).astimezone()
    except (ValueError, OverflowError):
        return None


def of_record(group: Group, id: str) -> Group | None:
    """What a group changed of one answer or record; None for nothing."""
    mine = [one for one in group.edits if one.id == id]
    return replace(group, edits=mine) if mine else None


def view_of(held: Held, curriculum: Curriculum) -> Reading:
    """A state of a workbook, to read."""
    db = Tables(storage=MemoryStorage)
    db.storage.write(held)
    return Reading(db, curriculum)


def as_agreed_now(held: Held, now: Held) -> Held:
    """An earlier state in which may be seen what may be seen now: consent that was withdrawn is
    withdrawn for the past too, and a round that was opened again is open."""
    found = dict(held)
    for type, field in CONSENT:
        present, table = now.get(type, {}), dict(held.get(type, {}))
        for id in table.keys() & present.keys():
            table[id] = {**table[id], field: present[id].get(field)}
        found[type] = table
    return found


def plainly(edits: Sequence[Edit]) -> list[Edit]:
    """Edits of what people write: not of what is noted about the file itself, and a row's cells
    one by one."""
    return [
        one
        for one in edits
        if one.table[:1] != "_" and not (one.table == "row" and one.field == "cells")
    ]
