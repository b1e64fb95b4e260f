"""A plan that is read again and again: what changed is read anew, and what was asked is noted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from workbook.reading import Reading
from workbook.records import Record

if TYPE_CHECKING:
    from workbook.plan import Plan

R = TypeVar("R", bound=Record)


class Noted(Reading):
    """A plan of which each table of records is sorted once, until `forget` is told of a change.

    asked: the tables that were asked since it was last emptied. What rests on these alone holds
    until one of them changes.
    """

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan.db, plan.curriculum)
        self.asked = set[str]()
        self._sorted: dict[str, Sequence[Record]] = {}

    def forget(self, tables: Collection[str]) -> None:
        """Reads these tables anew when next asked: they changed."""
        for one in tables:
            self._sorted.pop(one, None)

    def note(self, id: str, type: type[Record]) -> None:
        """Notes that the links between a record and those of a type were asked: they stand at
        either end."""
        self.asked.update((self._home(id)[0], type.type))

    def records(self, type: type[R]) -> list[R]:
        """All records of a type, in their order. The list is kept: it is not to be changed."""
        self.asked.add(type.type)
        if type.type not in self._sorted:
            self._sorted[type.type] = super().records(type)
        return cast("list[R]", self._sorted[type.type])

    def documents(self, table: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        self.asked.add(table)
        return super().documents(table)

    def _document(self, table: str, id: str) -> Mapping[str, Any] | None:
        self.asked.add(table)
        return super()._document(table, id)
