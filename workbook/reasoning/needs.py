"""What a step needs before it holds enough: answers, rows, a row for each record of another table.

The content says it (`enough`, `each`); here it is held against what is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from workbook.records import TYPES, Record

if TYPE_CHECKING:
    from workbook.curriculum import Field, Prompt, Step, Table
    from workbook.kinds import Kind
    from workbook.reading import Reading

_SETTLED = {"open_decision": ("state", "fixed")}
"""Records that no row need point to. A decision made already is told, not consulted on
(lists.toml, fixed-or-open)."""


def answered(plan: Reading, prompt: Prompt) -> bool:
    """Whether a prompt has an answer, or rows where it is answered in rows. Rows that two steps
    list, such as raters, answer the first."""
    if table := prompt.table:
        return any(plan.curriculum.home(one) is table for one in plan.rows(table))
    return _says(plan, prompt.kind, plan.answer(prompt.id))


def filled(plan: Reading, record: Record, field: Field) -> bool:
    """Whether a field of a record says something; one that points only to nothing does not."""
    value = _held(record, field.id)
    return field.kind.holds(value) and _says(plan, field.kind, value)


def _held(record: Record, field: str) -> Any:
    data = record.data.get("cells") if record.type == "row" else record.data
    return data.get(field) if isinstance(data, Mapping) else None


def _says(plan: Reading, kind: Kind[Any], value: Any) -> bool:
    if value is None or (isinstance(value, str | list | dict) and not value):
        return False
    if isinstance(value, str) and not value.strip():
        return False
    gone = sum(plan.type_of(id) is None for id in kind.points(value))
    return gone < (len(value) if isinstance(value, list) else 1)


def lacking(plan: Reading, table: Table, record: Record) -> Field | None:
    """The first needed field that a row leaves empty; None where the row counts."""
    return next((one for one in table.needed if not filled(plan, record, one)), None)


def whole(plan: Reading, table: Table, rows: Sequence[Record]) -> int:
    """How many of a table's rows have all their needed fields."""
    return sum(lacking(plan, table, one) is None for one in rows)


def targets(plan: Reading, table: Table) -> list[Record]:
    """The records that each need a row here, in their order; [] where the table has no `each`."""
    asked = table.field(table.each)
    types: Sequence[str] = getattr(asked.kind, "to", ()) if asked else ()
    return [one for type in types for one in plan.records(TYPES[type]) if not _settled(one)]


def _settled(record: Record) -> bool:
    field, value = _SETTLED.get(record.type, ("", ""))
    return bool(field) and record.data.get(field) == value


def gaps(plan: Reading, table: Table, rows: Sequence[Record]) -> list[Record]:
    """Those of `targets` that no row points to."""
    asked = table.field(table.each)
    if asked is None:
        return []
    met = {id for row in rows for id in asked.kind.points(_held(row, table.each))}
    return [one for one in targets(plan, table) if one.id not in met]


def begun(plan: Reading, step: Step) -> bool:
    """Whether anything is written on a step. A row that says nothing yet is nothing."""
    rows = step.table is not None and any(
        filled(plan, row, field) for row in plan.rows(step.table) for field in step.table.fields
    )
    return rows or any(answered(plan, prompt) for prompt in step.prompts)


def nothing(step: Step) -> bool:
    """Whether a step needs nothing in particular."""
    tables = any(one.enough or one.each for one in step.tables)
    return not tables and not any(one.enough for one in step.prompts)


def met(plan: Reading, step: Step) -> tuple[int, int]:
    """How much of what a step needs is there, and how much it needs.

    One for each prompt and each row that counts, one for each record that needs a row. Where
    nothing is needed, anything written is enough.
    """
    if nothing(step):
        return int(begun(plan, step)), 1
    parts = [
        (int(answered(plan, prompt)), 1)
        for prompt in step.prompts
        if prompt.enough and not prompt.table
    ]
    parts += [part for table in step.tables for part in _table_met(plan, table)]
    return sum(done for done, _ in parts), sum(of for _, of in parts)


def _table_met(plan: Reading, table: Table) -> list[tuple[int, int]]:
    if not table.enough and not table.each:
        return []
    rows = plan.rows(table)
    parts = [(min(whole(plan, table, rows), table.enough), table.enough)] if table.enough else []
    if table.each:
        to = len(targets(plan, table))
        parts.append((to - len(gaps(plan, table, rows)), to) if to else (int(bool(rows)), 1))
    return parts
