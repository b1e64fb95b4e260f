"""The one public view of a plan, which every output but the screens is made from.

What is private is not hidden here: it is not here. The view holds a copy of what may leave the
screens, so nothing that reads it can print more (plan-model.md, "Private").
"""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from tinydb.storages import MemoryStorage

from workbook.kinds import Kind
from workbook.kinds.text import brief
from workbook.map.figures import COLUMNS
from workbook.map.people import People
from workbook.map.rounds import Secrets
from workbook.map.wording import Wording
from workbook.reading import Reading, Unknown
from workbook.records import TYPES, Record, Row
from workbook.records.assessing import Rater
from workbook.records.coalition import Stakeholder
from workbook.records.data import Insight, MetricSeries
from workbook.store.tables import Tables

_LABEL = 120
"""Characters of a role and an organization that stand for a person."""


class Public(Reading):
    """A plan as others may see it, read like the plan itself. Make a new one after a change.

    names: whether people who agreed to it are named. withheld: the places that lost a name,
    each as a person calls it. hidden: the ids of records that are in the plan and not here.
    """

    def __init__(self, plan: Reading, *, names: bool = True) -> None:
        super().__init__(Tables(storage=MemoryStorage), plan.curriculum)
        self.words = Wording(plan.curriculum.map_words)
        self.hidden: set[str] = set()
        self._people = People(plan, self.words("not_named"), names=names)
        self._secrets = Secrets(plan)
        self._open: dict[str, Set[str]] = {}
        self._lost: list[tuple[str, str]] = []
        tables = {name: self._table(plan, type) for name, type in TYPES.items()}
        self.db.storage.write({"answers": self._answers(plan), **tables})
        self.withheld = tuple(dict.fromkeys(self.place(*one) for one in self._lost))

    def name_of(self, record_id: str) -> str | None:
        """What a record is called here: a person who is not to be named by role and place."""
        record = self.record(record_id)
        if isinstance(record, Stakeholder) and not record.name:
            known = ", ".join(filter(None, (record.role, record.organisation)))
            return brief(known, _LABEL) or self.words("unnamed")
        return self.words("rater") if isinstance(record, Rater) else super().name_of(record_id)

    def may_show(self, id: str, field: str) -> bool:
        """Whether a place is here, if it held a value."""
        if "." in id:
            prompt = self.curriculum.prompt(id)
            return bool(prompt and not prompt.private and not prompt.kind.private)
        return field in self._open.get(id, ())

    def said(self, kind: Kind[Any], value: Any) -> Any:
        """A value as it may be read here: people as the register lets them be named."""
        return self._people.shown(kind, value)[0]

    def worded(self, id: str, field: str, value: Any) -> str | None:
        """A value that could stand at a place, as others may read it; None where they may not."""
        try:
            kind = self.kind(id, field)
        except Unknown:
            return None
        if not self.may_show(id, field) or not kind.holds(value):
            return None
        return kind.show(self.said(kind, value), self)

    def place(self, id: str, field: str = "") -> str:
        """A place of the plan in words: “Data walk”, Host."""
        if "." in id:
            return f"“{self.curriculum.prompts[id].name}”"
        return f"“{brief(self.label(id), 60)}”, {self.field_name(id, field)}"

    def field_name(self, id: str, field: str) -> str:
        """What a record's field is called where it is asked, else its own name in words."""
        record = self.record(id)
        table = self.curriculum.home(record) if record else None
        asked = table.field(field) if table else None
        if isinstance(record, MetricSeries) and field in COLUMNS:
            return self.words(field)
        return asked.name if asked else field.replace("_", " ").capitalize()

    # What of the plan is here

    def _answers(self, plan: Reading) -> dict[str, Any]:
        found = {}
        for prompt in plan.curriculum.prompts.values():
            value = plan.answer(prompt.id)
            if value is not None and not prompt.private and not prompt.kind.private:
                found[prompt.id] = {"value": self._said(prompt.id, "", prompt.kind, value)}
        return found

    def _table(self, plan: Reading, type: type[Record]) -> dict[str, Any]:
        found = {}
        for record in plan.records(type):
            if self._secrets.keeps(record) or not _told(plan, record):
                self.hidden.add(record.id)
            else:
                found[record.id] = self._fields(plan, record)
        return found

    def _fields(self, plan: Reading, record: Record) -> dict[str, Any]:
        """The fields of a record that may be seen, each only where it holds a value."""
        public = _public_fields(plan, record)
        closed = {*self._people.closed(record), *self._secrets.fields(record), *_unquoted(record)}
        data = record.data.get("cells") if isinstance(record, Row) else record.data
        values = data if isinstance(data, dict) else {}
        self._open[record.id] = public.keys() - closed
        found = {
            field: self._said(record.id, field, kind, values[field])
            for field, kind in public.items()
            if field in values and field not in closed and kind.holds(values[field])
        }
        if isinstance(record, Row):
            found = {"prompt": record.data.get("prompt"), "cells": found}
        return found | {"order": record.order}

    def _said(self, id: str, field: str, kind: Kind[Any], value: Any) -> Any:
        shown, lost = self._people.shown(kind, value)
        if lost:
            self._lost.append((id, field))
        return shown


def _told(plan: Reading, record: Record) -> bool:
    """Whether a record stands in a table that is not private; one in no table may be seen,
    but a row of a question that is not in the content may not."""
    tables = [one for one in plan.curriculum.tables_of(record.type)
              if plan.curriculum.shows(one, record)]  # fmt: skip
    if not tables:
        return not isinstance(record, Row)
    return any(not one.private for one in tables)


def _public_fields(plan: Reading, record: Record) -> dict[str, Kind[Any]]:
    """The fields that may leave the screens: the record's own, the team's, a row's columns."""
    tables = plan.curriculum.tables_of(record.type)
    if isinstance(record, Row):
        tables = (one for one in tables if plan.curriculum.shows(one, record))
        found = {field.id: field.kind for one in tables for field in one.fields}
    else:
        asked = {field.id: field.kind for one in tables for field in one.fields}
        found = {**asked, **record.fields}
    return {name: kind for name, kind in found.items() if not kind.private}


def _unquoted(record: Record) -> tuple[str, ...]:
    """A quotation leaves the screens only where its speaker agreed."""
    return ("quote",) if isinstance(record, Insight) and record.may_quote is not True else ()
