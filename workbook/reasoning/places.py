"""Every value of a workbook with its place and its kind, for what looks at all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbook.records import TYPES, Record

if TYPE_CHECKING:
    from workbook.kinds import Kind
    from workbook.reading import Reading

    Fields = dict[str, tuple[Kind[Any], str]]
    """Kind and name of each field of one sort of record."""


@dataclass(frozen=True, slots=True)
class Held:
    """A value as the file holds it, whatever it is.

    id, field: its place; field is "" for an answer. kind: None for a place that this version and
    its content do not know. name: what people call the place.
    """

    id: str
    field: str
    value: Any
    kind: Kind[Any] | None
    name: str


def held(plan: Reading) -> Iterator[Held]:
    """Every value of a plan: the answers, then the records type by type."""
    for entry in plan.db.of("answers"):
        id = str(entry.doc_id)
        prompt = plan.curriculum.prompt(id)
        kind, name = (prompt.kind, prompt.name) if prompt else (None, id)
        yield Held(id, "", entry.get("value"), kind, name)
    known: dict[tuple[str, str], Fields] = {}
    for record in records(plan):
        alike = record.type, str(record.data.get("prompt")) if record.type == "row" else ""
        if alike not in known:
            known[alike] = _fields(plan, record)
        for field, value in _written(record).items():
            kind, name = known[alike].get(field, (None, field))
            yield Held(record.id, field, value, kind, name)


def records(plan: Reading) -> Iterator[Record]:
    """Every record of a plan, type by type."""
    for type in TYPES.values():
        yield from plan.records(type)


def _written(record: Record) -> Mapping[str, Any]:
    data: Any = record.data.get("cells") if record.type == "row" else record.data
    return {k: v for k, v in data.items() if k != "order"} if isinstance(data, Mapping) else {}


def _fields(plan: Reading, record: Record) -> Fields:
    """Kind and name of each field that a record can have: its class's, and a team's own."""
    home = plan.curriculum.home(record)
    if record.type == "row":
        return {one.id: (one.kind, one.name) for one in home.fields} if home else {}
    tables = plan.curriculum.tables_of(record.type)
    asked = {one.id: one for table in tables for one in table.fields}
    names = {id: one.name for id, one in asked.items()}
    kinds = {**{id: one.kind for id, one in asked.items()}, **record.fields}
    return {id: (kind, names.get(id, id.replace("_", " "))) for id, kind in kinds.items()}
