"""The rows of a table as CSV, for a spreadsheet: what is public, and what was asked for by name.

A text that a spreadsheet would take for a formula gets a mark before it (OWASP: CSV injection).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from workbook.kinds import Choice, Date, Kind, Money, Number, Scale, Several, YesNo
from workbook.records import TYPES, Row

if TYPE_CHECKING:
    from workbook.curriculum import Table
    from workbook.map.public import Public
    from workbook.plan import Plan
    from workbook.reading import Reading
    from workbook.records import Record

ARMED = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a cell begins with that a spreadsheet may take for a formula."""
ID = "id"


def written(
    plan: Plan, view: Public, type: str, table: Table | None, private: Collection[str] = ()
) -> str:
    """The rows as CSV: a header, then a line for each, with Windows line ends as RFC 4180 has
    them. view: the public one. private: fields that are taken from the plan itself."""
    fields = _fields(view, type, table, private)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([ID, *(armless(name) for _, name in fields)])
    rows = view.rows(table) if table else view.records(TYPES[type])
    for row in rows:
        cells = (_cell(plan if one in private else view, row.id, one) for one, _ in fields)
        writer.writerow([row.id, *cells])
    return out.getvalue()


def hidden(type: str, table: Table | None) -> list[str]:
    """The fields that are left out unless they are asked for; a name is one of them, as not
    everyone agreed to be named."""
    kinds = _kinds(type, table)
    return [name for name, kind in kinds.items() if kind.private or name == "name"]


def _kinds(type: str, table: Table | None) -> dict[str, Kind[Any]]:
    asked = {one.id: one.kind for one in table.fields} if table else {}
    return asked if type == Row.type else {**asked, **TYPES[type].fields}


def _fields(
    view: Reading, type: str, table: Table | None, private: Collection[str]
) -> list[tuple[str, str]]:
    """Each field with its column's name: those that are asked in their order, then the others."""
    table = table or next(view.curriculum.tables_of(type), None)
    names = {one.id: one.name for one in table.fields} if table else {}
    kinds = _kinds(type, table)
    order = [*names, *(one for one in kinds if one not in names)]
    return [
        (one, names.get(one, one))
        for one in order
        if one in private or not (kinds[one].private or (one not in names and kinds[one].computed))
    ]


def _cell(plan: Reading, id: str, field: str) -> str | int | float:
    """What a field says, as its kind reads it again."""
    record = plan.record(id)
    value = plan.value(record, field) if record else None
    if record is None or value is None:
        return ""
    kind = plan.kind(id, field)
    if isinstance(kind, Number | Money) or (isinstance(kind, Scale) and isinstance(value, int)):
        return value if isinstance(value, int | float) else ""
    return armless(_text(plan, record, field, kind, value))


def _text(plan: Reading, record: Record, field: str, kind: Kind[Any], value: Any) -> str:
    if isinstance(kind, Several):
        return "; ".join(_names(plan, kind, value))
    if isinstance(kind, Choice | YesNo):
        return kind.show(value, plan)
    if isinstance(kind, Date):
        return str(value)
    return plan.shown(record, field)


def _names(plan: Reading, kind: Several, value: Sequence[str]) -> Iterator[str]:
    options = plan.options(kind.list)
    return (options[one].name if one in options else one for one in value)


def armless(text: str) -> str:
    """A text that no spreadsheet takes for a formula. One that looks like one that was disarmed
    gets a mark more, so that reading takes off no mark of its own."""
    return f"'{text}" if text.lstrip("'").startswith(ARMED) else text
