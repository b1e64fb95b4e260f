"""A plan that is read again and again: what changed is read anew, and what was asked is noted."""

from __future__ import annotations

from bisect import insort
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from workbook.reading import Reading
from workbook.records import Record, in_order

if TYPE_CHECKING:
    from workbook.edits import Edit

R = TypeVar("R", bound=Record)


def touched(edits: Iterable[Edit]) -> set[str]:
    """What edits change of what a plan was `asked`: tables, and answers by their ids."""
    return {part for one in edits for part in (one.table, one.id)}


class Noted(Reading):
    """A plan of which each table of records is sorted once; `follow` is told of what changed.

    asked: the tables that were asked since it was last emptied, and the ids of single answers.
    What rests on these alone holds until an edit has touched one of them.
    """

    def __init__(self, plan: Reading) -> None:
        super().__init__(plan.db, plan.curriculum)
        self.asked = set[str]()
        self._sorted: dict[str, Sequence[Record]] = {}
        self._changed: dict[str, set[str]] = {}
        self._having: dict[tuple[str, str], tuple[object, dict[str, list[Record]]]] = {}

    def follow(self, edits: Iterable[Edit]) -> None:
        """Reads anew what these edits changed, when it is next asked."""
        for one in edits:
            self._changed.setdefault(one.table, set()).add(one.id)

    def note(self, id: str, *types: type[Record]) -> None:
        """Notes that a record was asked, or the links between it and those of some types: they
        stand at either end."""
        self.asked.update((self._home(id)[0], *(one.type for one in types)))

    def records(self, type: type[R]) -> list[R]:
        """All records of a type, in their order. The list is kept: it is not to be changed."""
        self.asked.add(type.type)
        changed = self._changed.pop(type.type, None)
        if type.type not in self._sorted:
            self._sorted[type.type] = super().records(type)
        elif changed:
            self._sorted[type.type] = self._renewed(type, changed)
        return cast("list[R]", self._sorted[type.type])

    def having(self, type: type[R], field: str, value: str) -> Sequence[R]:
        """Found in one reading of the table, until that changes."""
        table = self.records(type)
        of, found = self._having.get((type.type, field), (None, {}))
        if of is not table:
            found = {}
            for one in table:
                held = one.data.get(field)
                found.setdefault(held if isinstance(held, str) else "", []).append(one)
            self._having[type.type, field] = table, found
        return cast("Sequence[R]", found.get(value, ()))

    def _renewed(self, type: type[Record], changed: Collection[str]) -> list[Record]:
        """The records of a type as they stood before, but for some, which are read anew."""
        found = [one for one in self._sorted[type.type] if one.id not in changed]
        for id in changed:
            if one := self.record(id):
                insort(found, one, key=in_order)
        return found

    def documents(self, table: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        self.asked.add(table)
        return super().documents(table)

    def _document(self, table: str, id: str) -> Mapping[str, Any] | None:
        self.asked.add(id if table == "answers" else table)
        return super()._document(table, id)
