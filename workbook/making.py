"""The edits that a change is made of: values as they are kept, and what changes along with them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workbook.curriculum import Curriculum
from workbook.edits import Edit
from workbook.firsts import Firsts, given
from workbook.ordering import after, new_id
from workbook.reading import Reading
from workbook.records import TYPES, Record
from workbook.store.tables import Tables


@dataclass(frozen=True, slots=True)
class New:
    """A record to add. prompt: of a row, its question."""

    type: str
    values: Mapping[str, Any]
    prompt: str = ""


class Making(Reading):
    """A workbook that edits are made for. Making one changes nothing yet.

    today: the date that "overdue" means. who: whose edits these are. clock: gives the time of an
    edit, ISO 8601 in UTC.
    """

    def __init__(
        self,
        db: Tables,
        curriculum: Curriculum,
        *,
        today: datetime.date,
        who: str = "",
        clock: Callable[[], str] = lambda: "",
    ) -> None:
        super().__init__(db, curriculum)
        self.today, self.who, self.clock = today, who, clock
        self._firsts = Firsts()

    def beside(self, edit: Edit) -> list[Edit]:
        """What changes along with a field: a first score is kept."""
        record = self.record(edit.id) if edit.field else None
        if record is None:
            return []
        day = self.today.isoformat()
        found = self._firsts.beside(record, edit.field, edit.new, day, edit.at)
        return [
            Edit(edit.table, edit.id, field, record.data.get(field), value, self.who, edit.at)
            for field, value in found.items()
            if record.data.get(field) != value
        ]

    def clean(self, type: str, values: Mapping[str, Any], prompt: str = "") -> dict[str, Any]:
        """Values as they are kept, without those that are nothing."""
        clean = {
            name: self.field_kind(type, name, prompt).clean(value, self)
            for name, value in values.items()
            if value is not None and value != ""
        }
        return {name: value for name, value in clean.items() if value is not None}

    def last_place(self, type: str) -> str:
        """Where the last record of a type stands; "" where there is none."""
        places = [one.order for one in self.records(TYPES[type])]
        return places[-1] if places else ""

    def added(self, type: str, data: dict[str, Any], place: str) -> Edit:
        """The edit that adds a record after a place of its table."""
        firsts = given(TYPES[type], data, self.today.isoformat())
        whole = data | firsts | {"order": after(place)}
        return Edit(type, new_id(TYPES[type].prefix), "", None, whole, self.who, self.clock())

    def changes(self, id: str, values: Mapping[str, Any]) -> list[Edit]:
        """The edits that give one record these values, each with what changes along."""
        edits, table = list[Edit](), self._home(id)[0]
        for field, value in values.items():
            kind, old = self.kind(id, field), self.raw(id, field)
            clean = None if value is None or value == "" else kind.clean(value, self)
            if clean != old:
                edit = Edit(table, id, field, old, clean, self.who, self.clock())
                edits += [edit, *self.beside(edit)]
        return list({(one.id, one.field): one for one in edits}.values())

    def many(
        self, added: Iterable[New], changed: Mapping[str, Mapping[str, Any]]
    ) -> tuple[list[Edit], list[str]]:
        """The edits that give places, by id, new values and then add records one after another;
        and the new ids."""
        edits = [one for id, values in changed.items() for one in self.changes(id, values)]
        places, codes, new = dict[str, str](), set[str](), list[str]()
        for one in added:
            data = self.clean(one.type, one.values, one.prompt)
            if one.type == "row":
                data = {"prompt": one.prompt, "cells": data}
            elif TYPES[one.type].coded is not None:
                data.setdefault("code", self.next_code(TYPES[one.type], codes))
                codes.add(str(data["code"]))
            place = places.get(one.type) or self.last_place(one.type)
            edit = self.added(one.type, data, place)
            places[one.type] = edit.new["order"]
            new.append(edit.id)
            edits.append(edit)
        return edits, new

    def next_code(self, type: type[Record], also: Iterable[str] = ()) -> str:
        """The next free code: F1, then F2. also: codes that are taken too."""
        taken = {str(one.data.get("code")) for one in self.records(type)} | set(also)
        number = len(taken) + 1
        while f"{type.coded}{number}" in taken:
            number += 1
        return f"{type.coded}{number}"

    def at_place(self, id: str, order: str) -> Edit:
        """The edit that puts a record at a place of its table."""
        old = self.raw(id, "order")
        return Edit(*self._home(id), "order", old, order, self.who, self.clock())
