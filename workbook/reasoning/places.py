"""Every answer and record of a workbook with the values that it holds, for what looks at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbook.kinds.pointing import CITED
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


@dataclass(frozen=True, slots=True)
class Written:
    """An answer, or a record, with every value that it holds. record: None for an answer."""

    id: str
    record: Record | None
    values: tuple[Held, ...]

    def points(self) -> set[str]:
        """The ids of the records that its values point to, and of the figures that they cite."""
        found = {id for one in self.values if one.kind for id in one.kind.points(one.value)}
        texts = (one.value for one in self.values if isinstance(one.value, str))
        return found.union(*(CITED.findall(one) for one in texts if "[[" in one))


class Places:
    """All that is written in a plan, one by one."""

    def __init__(self, plan: Reading) -> None:
        self._plan = plan
        self._known: dict[tuple[str, str], Fields] = {}

    def all(self) -> Iterator[Written]:
        """The answers, then the records type by type."""
        for id, entry in self._plan.documents("answers"):
            yield self._answer(id, entry.get("value"))
        yield from map(self._record, records(self._plan))

    def of(self, id: str) -> Written | None:
        """What is written under an id; None for nothing."""
        if "." in id:
            entry = self._plan.db.of("answers").fetch(id)
            return None if entry is None else self._answer(id, entry.get("value"))
        record = self._plan.record(id)
        return self._record(record) if record else None

    def _answer(self, id: str, value: Any) -> Written:
        prompt = self._plan.curriculum.prompt(id)
        kind, name = (prompt.kind, prompt.name) if prompt else (None, id)
        return Written(id, None, (Held(id, "", value, kind, name),))

    def _record(self, record: Record) -> Written:
        alike = record.type, str(record.data.get("prompt")) if record.type == "row" else ""
        if alike not in self._known:
            self._known[alike] = _fields(self._plan, record)
        known = self._known[alike]
        values = (
            Held(record.id, field, value, *known.get(field, (None, field)))
            for field, value in _values(record).items()
        )
        return Written(record.id, record, tuple(values))


def records(plan: Reading) -> Iterator[Record]:
    """Every record of a plan, type by type."""
    for type in TYPES.values():
        yield from plan.records(type)


def _values(record: Record) -> Mapping[str, Any]:
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
