"""What `get` and `list` write: a value, a record, the rows of a table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from workbook.ask.sealed import NOTICE, sealed
from workbook.cli.finding import rows_of
from workbook.cli.problem import Problem
from workbook.cli.spelling import kept
from workbook.kinds import Kind, Ref, Refs, Who
from workbook.kinds.text import brief, visible
from workbook.map.public import Public
from workbook.records import TYPES

if TYPE_CHECKING:
    from workbook.plan import Plan
    from workbook.records import Record

ALL = "all"
"""The word that asks for each private field."""
COLUMN = 80
"""Characters of a value in a list."""


def shown(plan: Plan, id: str, field: str) -> str:
    """An answer, a field, or a record with one field a line, as a person reads it."""
    field = kept(field, lambda name: plan.kind(id, name))
    if "." in id or field:
        text = _value(plan, id, field)
        return f"{visible(text)}\n" if text else ""
    record = _record(plan, id)
    names = (name for name in _names(record) if not sealed(plan, id, name))
    facts = ((name, _value(plan, id, name)) for name in names)
    return "".join(f"{name}: {visible(text)}\n" for name, text in facts if text)


def stored(plan: Plan, id: str, field: str) -> dict[str, Any]:
    """An answer, a field or a record as the file holds it."""
    field = kept(field, lambda name: plan.kind(id, name))
    found: dict[str, Any] = {"schema": "get/1", "id": id}
    if "." in id or field:
        _check(plan, id, field)
        return found | ({"field": field} if field else {}) | {"value": plan.raw(id, field)}
    record = _record(plan, id)
    fields = {name: one for name, one in record.data.items() if not sealed(plan, id, name)}
    return found | {"type": record.type, "fields": fields}


def _check(plan: Plan, id: str, field: str) -> None:
    """Raises Unknown or Problem where nothing can stand at a place."""
    if "." in id and field:
        raise Problem(f"{id} is an answer, which has no fields.")
    kind = plan.kind(id, field)
    if kind.word == "rows":
        raise Problem(f"{id} is answered with rows; use list.")
    if sealed(plan, id, field):
        raise Problem(f"The {field} is {NOTICE}.")


def _value(plan: Plan, id: str, field: str) -> str:
    _check(plan, id, field)
    value, kind = plan.raw(id, field), plan.kind(id, field)
    if value is None:
        return ""
    return kind.show(value, plan) if kind.holds(value) else json.dumps(value, ensure_ascii=False)


def _record(plan: Plan, id: str) -> Record:
    record = plan.record(id)
    if record is None:
        plan.kind(id)
        raise Problem(plan.no_record(id))
    return record


def _names(record: Record) -> list[str]:
    """The fields that a record has: those of its class first, then a team's own."""
    if record.type == "row":
        cells = record.data.get("cells")
        return list(cells) if isinstance(cells, dict) else []
    own = [name for name in record.data if name.startswith("x_")]
    return [*record.fields, *own]


def listed(view: Public, word: str) -> str:
    """The rows of a type or table, one a line: id, name, columns, parted by tabs."""
    return "".join("\t".join(cells) + "\n" for cells in _lines(view, word))


def _lines(view: Public, word: str) -> Iterator[list[str]]:
    for record in _rows(view, word):
        shown = [view.shown(record, one) for one in _columns(view, record)]
        name = view.label(record.id)
        yield [record.id, *(visible(brief(text, COLUMN)) for text in (name, *shown))]


def _columns(view: Public, record: Record) -> list[str]:
    """The fields that stand in a list after the name."""
    table = view.curriculum.home(record)
    columns = table.columns if table else tuple(record.fields)[:5]
    private = {name for name, kind in record.fields.items() if kind.private}
    return [one for one in columns if one not in record.called and one not in private]


def _rows(view: Public, word: str) -> list[Record]:
    """The records of a type or table, as the public view has them."""
    of, table = rows_of(view, word)
    return view.rows(table) if table else list(view.records(TYPES[of]))


def listed_json(view: Public, word: str) -> dict[str, Any]:
    """The rows of a type or table with all their fields, but for the private ones."""
    rows = [
        {"id": one.id, "label": view.label(one.id), "fields": _public(view, one)}
        for one in _rows(view, word)
    ]
    return {"schema": "list/1", "of": word, "records": rows}


def _public(view: Public, record: Record) -> dict[str, Any]:
    names = [*_names(record)]
    values = ((name, view.value(record, name)) for name in names)
    return {name: value for name, value in values if value is not None}


def as_sheet(plan: Plan, view: Public, word: str, private: str) -> str:
    """The rows of a type or table as CSV. private: fields that are asked for, with commas between
    them. Raises Problem for one that is none."""
    from workbook.spreadsheet import hidden, written

    of, table = rows_of(plan, word)
    known = hidden(of, table)
    asked = [one.strip() for one in private.split(",") if one.strip()]
    if wrong := [one for one in asked if one not in (*known, ALL)]:
        names = ", ".join(known) or "there is none here"
        raise Problem(f"“{brief(wrong[0], 40)}” is no private field. Private are: {names}.")
    return written(plan, view, of, table, known if ALL in asked else asked)


def withheld(plan: Plan, view: Public, word: str) -> bool:
    """Whether a list leaves out a name: a row's own, or that of a person in its columns."""
    return any(
        plan.label(row.id) != view.label(row.id)
        or any(
            plan.shown(row, one) != view.shown(row, one)
            for one in _columns(view, row)
            if _is_of_people(plan.kind(row.id, one))
        )
        for row in _rows(view, word)
    )


def _is_of_people(kind: Kind[Any]) -> bool:
    return isinstance(kind, Who) or (isinstance(kind, Ref | Refs) and "stakeholder" in kind.to)
