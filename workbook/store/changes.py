"""What changed between two versions of a workbook, as edits that somebody else made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbook.edits import Edit
from workbook.store.format import Held
from workbook.store.merge import same


@dataclass(frozen=True, slots=True)
class Foreign(Edit):
    """A change that came in from the file. Who made it, and when, stands in the history."""


def changes(before: Held, after: Held) -> list[Edit]:
    """Every difference, field by field; a record that came or went is one edit."""
    found: list[Edit] = []
    for table in dict.fromkeys([*before, *after]):
        old, new = before.get(table, {}), after.get(table, {})
        if old is not new and table != "_meta":
            found.extend(_in_table(table, old, new))
    return found


def _in_table(table: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Edit]:
    for id in dict.fromkeys([*old, *new]):
        was, now = old.get(id), new.get(id)
        if same(was, now):
            continue
        if table == "answers":
            yield Foreign(table, id, "", (was or {}).get("value"), (now or {}).get("value"))
        elif was is None or now is None:
            yield Foreign(table, id, "", was, now)
        else:
            yield from _in_record(table, id, _flat(table, was), _flat(table, now))


def _in_record(table: str, id: str, was: dict[str, Any], now: dict[str, Any]) -> Iterator[Edit]:
    for field in dict.fromkeys([*was, *now]):
        if not same(was.get(field), now.get(field)):
            yield Foreign(table, id, field, was.get(field), now.get(field))


def _flat(table: str, fields: dict[str, Any]) -> dict[str, Any]:
    """A row's cells as fields, as the plan names them."""
    cells = fields.get("cells")
    return fields | cells if table == "row" and isinstance(cells, dict) else fields
