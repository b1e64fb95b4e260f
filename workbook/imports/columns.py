"""Which column of a file is which field, and what a cell says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from workbook.imports.sheet import Unreadable
from workbook.kinds import Invalid, Kind
from workbook.kinds.text import brief, removed
from workbook.nearest import meant
from workbook.records import TYPES

if TYPE_CHECKING:
    from workbook.kinds import Option
    from workbook.plan import Plan

DISARMED = re.compile(r"\A'(?='*[=+\-@\t\r\n])")
"""The mark that our own export puts before what a spreadsheet would take for a formula."""
ID = "id"
"""The column that says which record a row is."""


class Columns:
    """The fields of a record type by the names that a column may have: the field's own, and what
    it is called where it is asked. more: further names that somebody gave."""

    def __init__(self, plan: Plan, type: str, more: Mapping[str, str] | None = None) -> None:
        self.plan, self.type = plan, type
        self.ground = _Ground(plan)
        self.names: dict[str, str] = {ID: ID}
        self.called: dict[str, str] = {}
        for field in TYPES[type].fields:
            self.names.setdefault(_key(field), field)
        for table in plan.curriculum.tables_of(type):
            for one in table.fields:
                self.names[_key(one.name)] = one.id
                self.called.setdefault(one.id, one.name)
        for column, field in (more or {}).items():
            self.names[_key(column)] = self._field(field)

    def _field(self, name: str) -> str:
        """The field that somebody means for a column. Raises Unreadable."""
        found = self.names.get(_key(name))
        if found is None:
            known = ", ".join(TYPES[self.type].fields)
            hint = meant(name, (*TYPES[self.type].fields, *self.called.values()))
            raise Unreadable(
                f"There is no field “{brief(name, 40)}”.{hint} The fields are: {known}."
            )
        return found

    def knows(self, column: str) -> bool:
        """Whether a column is a field."""
        return _key(column) in self.names

    def read(self, columns: Sequence[str]) -> dict[str, str]:
        """The fields by column, without the columns that are none. Raises Unreadable where two
        columns are one field."""
        found: dict[str, str] = {}
        for one in filter(self.knows, columns):
            field = self.names[_key(one)]
            if field in found.values():
                raise Unreadable(f"“{brief(one, 40)}” and another column both are {field}.")
            found[one] = field
        return found

    def kind(self, field: str) -> Kind[Any]:
        """What kind of value a field takes."""
        return TYPES[self.type].fields[field]

    def value(self, field: str, text: str) -> Any:
        """What a cell says; None for nothing. Raises Invalid with a sentence."""
        bare = DISARMED.sub("", text.strip())
        if bare == text.strip() and bare.startswith("="):
            raise Invalid(
                f"“{brief(bare, 30)}” is a formula. Copy the column and paste its values only."
            )
        return self.kind(field).parse(bare, self.ground) if bare else None


def dropped(text: str) -> int:
    """How many characters of a cell have no shape and are left out."""
    return removed(text)


def _key(name: str) -> str:
    return " ".join(re.split(r"[\s_\-]+", name.strip().casefold()))


class _Ground:
    """The plan as a kind asks it, with the names of its records looked up once: a file asks for
    them thousands of times."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._named: dict[tuple[str, ...], dict[str, list[str]]] = {}

    def options(self, list_id: str) -> Mapping[str, Option]:
        return self._plan.options(list_id)

    def type_of(self, record_id: str) -> str | None:
        return self._plan.type_of(record_id)

    def label(self, record_id: str) -> str:
        return self._plan.label(record_id)

    @property
    def currency(self) -> str:
        return self._plan.currency

    def named(self, types: Sequence[str], text: str) -> list[str]:
        key = tuple(types)
        if key not in self._named:
            self._named[key] = self._index(key)
        return self._named[key].get(text.strip().casefold(), [])

    def _index(self, types: Sequence[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for type in types:
            for record in self._plan.records(TYPES[type]):
                shown = (self._plan.shown(record, one) for one in record.called)
                names = {self._plan.label(record.id).casefold(), *map(str.casefold, shown)}
                for name in filter(None, names):
                    found.setdefault(name, []).append(record.id)
        return found
