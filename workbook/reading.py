"""A workbook as it is read: answers and records, their words, and what a kind may ask of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from workbook.curriculum import AS_OF, CURRENCY, Curriculum, Table
from workbook.kinds import Kind, Long, Option
from workbook.kinds.numbers import last_day
from workbook.kinds.text import brief
from workbook.nearest import meant
from workbook.records import TYPES, Record, Row, in_order, type_in
from workbook.store.mending import BROKEN
from workbook.store.tables import Tables

R = TypeVar("R", bound=Record)
RATED = ("rating", "consensus", "team_line")
"""Records whose level stands on the scale of what is rated."""


class Unknown(KeyError):
    """An id or a field that does not exist. Its text is a sentence."""

    def __str__(self) -> str:
        return str(self.args[0])


class Reading:
    """The tables of a workbook, read by what `content/` says of them. Reading never raises
    for what the file holds; only for an id or a field that nothing has."""

    def __init__(self, db: Tables, curriculum: Curriculum) -> None:
        self.db, self.curriculum = db, curriculum

    def answer(self, id: str) -> Any:
        """What a prompt was answered with; None for nothing, or for no value of its kind."""
        prompt = self.curriculum.prompt(id)
        value = self.raw(id)
        return value if prompt and value is not None and prompt.kind.holds(value) else None

    def raw(self, id: str, field: str = "") -> Any:
        """A value as the file holds it, whatever it is; None for nothing."""
        document = self._document(*self._home(id))
        if document is None:
            return None
        if "." in id:
            return document.get("value")
        if document and id.startswith(Row.prefix) and field not in ("", "order", "prompt", "cells"):
            cells = document.get("cells")
            return cells.get(field) if isinstance(cells, dict) else None
        return document.get(field) if field else dict(document)

    def record(self, id: str) -> Record | None:
        """A record by its id."""
        table, id = self._home(id)
        document = self._document(table, id)
        return TYPES[table](id, document) if document is not None and table in TYPES else None

    def records(self, type: type[R]) -> list[R]:
        """All records of a type, in their order."""
        found = [type(id, one) for id, one in self.documents(type.type)]
        return sorted(found, key=in_order)

    def having(self, type: type[R], field: str, value: str) -> Sequence[R]:
        """The records of a type of which a field holds this text, as the file has it."""
        return [one for one in self.records(type) if one.data.get(field) == value]

    def rows(self, table: Table) -> list[Record]:
        """The records that a table of the curriculum shows, in their order."""
        found = self.records(TYPES[table.of])
        return [one for one in found if self.curriculum.shows(table, one)]

    def value(self, record: Record, field: str) -> Any:
        """One field of a record, a cell of a row or a team's own field; None if it is no value."""
        value = self.raw(record.id, field)
        if value is None:
            return None
        try:
            return value if self._kind_in(record, field).holds(value) else None
        except Unknown:
            return value

    def shown(self, record: Record, field: str) -> str:
        """One field as a person reads it, "" for nothing."""
        value = self.raw(record.id, field)
        if value is None:
            return ""
        kind = self._kind_in(record, field)
        return kind.show(value, self) if kind.holds(value) else ""

    def may_show(self, id: str, field: str) -> bool:
        """Whether what stands at a place may be read here: everything, in the plan itself."""
        return True

    def said(self, kind: Kind[Any], value: Any) -> Any:
        """A value of a kind as it may be read here: as it is, in the plan itself."""
        return value

    def kind(self, id: str, field: str = "") -> Kind[Any]:
        """What kind of value stands at a place. Raises Unknown with a sentence."""
        if "." in id:
            prompt = self.curriculum.prompt(id)
            if prompt is None:
                hint = meant(id, self.curriculum.prompts)
                raise Unknown(f"No question has the id “{brief(id, 60)}”.{hint}")
            return prompt.kind
        record = self.record(id)
        if record is None:
            raise Unknown(self.no_record(id))
        return self._kind_in(record, field)

    def _kind_in(self, record: Record, field: str) -> Kind[Any]:
        prompt: Any = record.data.get("prompt") if record.type == Row.type else ""
        kind = self.field_kind(record.type, field, prompt)
        return (
            self._on_its_scale(record, kind) if field == "level" and record.type in RATED else kind
        )

    def _on_its_scale(self, record: Record, kind: Kind[Any]) -> Kind[Any]:
        """A level in the words of the scale on which its assessment is rated."""
        rated = record.data.get("indicator") or record.data.get("dimension")
        found = self.curriculum.assessment_of(rated) if isinstance(rated, str) else None
        return kind.but(list=found.scale) if found else kind

    def field_kind(self, type: str, field: str, prompt: str = "") -> Kind[Any]:
        """What kind of value a field of a record type takes; `prompt` where the type is `row`."""
        if type != "row" and field in TYPES[type].fields:
            return TYPES[type].fields[field]
        if field == BROKEN:
            return Long()
        for table in self.curriculum.tables_of(type):
            if prompt in ("", table.id) and (asked := table.field(field)):
                return asked.kind
        names = [*TYPES[type].fields] if type != "row" else []
        what, hint = type.replace("_", " "), meant(field, names)
        article = "An" if what[0] in "aeiou" else "A"
        raise Unknown(f"{article} {what} has no field “{brief(field, 40)}”.{hint}")

    def no_record(self, id: str) -> str:
        """That no record has an id, with the id that is nearest among those of its kind."""
        type = type_in(id)
        ids = [one for one, _ in self.documents(type)] if type else []
        return f"No record has the id “{brief(id, 60)}”.{meant(id, ids)}"

    # What a kind may ask

    def options(self, list_id: str) -> Mapping[str, Option]:
        """The entries of a list of `content/`."""
        return self.curriculum.lists[list_id]

    def type_of(self, record_id: str) -> str | None:
        """The type of a record that exists."""
        table, id = self._home(record_id)
        return table if table in TYPES and self._document(table, id) is not None else None

    def label(self, record_id: str) -> str:
        """What a person calls a record; a mark where nobody named it, or where it is gone."""
        if name := self.name_of(record_id):
            return name
        record = self.record(record_id)
        if record is None:
            return f"(removed: {record_id})"
        home = self.curriculum.home(record)
        return f"(unnamed {home.one if home else record.type.replace('_', ' ')})"

    def name_of(self, record_id: str) -> str | None:
        """A record's code and name; None where nobody named it, or where it is gone."""
        record = self.record(record_id)
        if record is None:
            return None
        names = record.called or self._first_column(record)
        name = next(filter(None, (self.shown(record, one) for one in names)), "")
        beside = [text for one in record.beside if name and (text := self.shown(record, one))]
        code = self.shown(record, "code") if record.coded is not None else ""
        return ", ".join([f"{code} {brief(name, 80)}".strip(), *beside]) or None

    def _first_column(self, record: Record) -> tuple[str, ...]:
        table = self.curriculum.tables.get(str(record.data.get("prompt")))
        return table.columns if table else ()

    def named(self, types: Sequence[str], text: str) -> list[str]:
        """The ids of the records of these types that a person means by `text`."""
        word, found = text.strip().casefold(), []
        for type in types:
            for record in self.records(TYPES[type]):
                names = (
                    self.shown(record, one)
                    for one in ("code", *record.called)
                    if one in record.fields
                )
                if word and word in {self.label(record.id).casefold(), *map(str.casefold, names)}:
                    found.append(record.id)
        return found

    @property
    def as_of(self) -> datetime.date | None:
        """The day that the plan itself is to be read on: a worked example carries one."""
        kept = self.answer(AS_OF)
        return last_day(kept) if isinstance(kept, str) else None

    @property
    def currency(self) -> str:
        """The sign put before an amount of money."""
        sign = self.answer(CURRENCY)
        return sign if isinstance(sign, str) else "$"

    def _home(self, id: str) -> tuple[str, str]:
        """The table of an id: a dot marks an answer, three letters a record's type."""
        if "." in id:
            return "answers", id
        return type_in(id), id

    def documents(self, table: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Everything in a table of the file, by id."""
        return self.db.of(table).entries()

    def _document(self, table: str, id: str) -> Mapping[str, Any] | None:
        return self.db.of(table).fetch(id) if table else None
