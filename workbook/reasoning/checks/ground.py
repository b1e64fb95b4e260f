"""What the checks look at: the plan, its graph, and what names its records in a sentence."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from workbook.kinds.numbers import first_day, last_day
from workbook.reasoning.graph import Graph
from workbook.reasoning.naming import Wording, named
from workbook.reasoning.places import Held, held
from workbook.records import TYPES, Record

if TYPE_CHECKING:
    from workbook.plan import Plan

R = TypeVar("R", bound=Record)


class Ground:
    """A plan as the checks ask it. Its records are read once, and nothing changes meanwhile.

    graph: the plan's own, where it is kept true from each edit; else one is made.
    """

    def __init__(
        self, plan: Plan, wording: Wording | None = None, graph: Graph | None = None
    ) -> None:
        self.plan, self.wording = plan, wording or plan
        self.graph = graph or Graph(plan)
        self._lists: dict[str, Sequence[Record]] = {}
        self._asked: dict[str, bool] = {}

    @property
    def today(self) -> datetime.date:
        """The day on which the plan is read."""
        return self.plan.today

    def all(self, type: type[R]) -> Sequence[R]:
        """The records of a type, in their order."""
        if type.type not in self._lists:
            self._lists[type.type] = self.plan.records(type)
        return self._lists[type.type]  # type: ignore[return-value]

    @cached_property
    def every(self) -> Sequence[Record]:
        """Every record, type by type."""
        return [one for type in TYPES.values() for one in self.all(type)]

    @cached_property
    def held(self) -> Sequence[Held]:
        """Every value with its place."""
        return list(held(self.plan))

    def asked(self, place: str) -> bool:
        """Whether the content asks a field, given as TYPE.FIELD."""
        if place not in self._asked:
            type, _, field = place.partition(".")
            tables = self.plan.curriculum.tables_of(type)
            self._asked[place] = any(one.field(field) is not None for one in tables)
        return self._asked[place]

    # Along the graph

    def after(self, id: str, type: type[Record], role: str = "") -> list[str]:
        """The records of a type that come straight after one; role: through this field only."""
        return list(self._of(self.graph.after(id), type, role))

    def before(self, id: str, type: type[Record], role: str = "") -> list[str]:
        """The records of a type that come straight before one; as `after`."""
        return list(self._of(self.graph.before(id), type, role))

    def _of(self, ends: Sequence[tuple[str, str]], type: type[Record], role: str) -> Iterator[str]:
        for id, through in ends:
            fits = id.startswith(f"{type.prefix}-") and role in ("", through)
            if fits and not self.graph.is_gone(id):
                yield id

    # Words

    def name(self, id: str) -> str:
        """A record at the beginning of a sentence."""
        record = self.plan.record(id)
        return named(self.plan, record, self.wording) if record else "What was removed"

    def at(self, place: Held) -> str:
        """A value's place in a sentence."""
        return f"{self.name(place.id)}, {place.name}" if place.field else f"“{place.name}”"

    def asks(self, type: str, field: str) -> str:
        """What a field is called where it is asked, else its own name in words."""
        fields = (one.field(field) for one in self.plan.curriculum.tables_of(type))
        return next((one.name for one in fields if one), field.replace("_", " "))


def says(value: Any) -> bool:
    """Whether a value says something: neither nothing, nor an empty list, nor blanks."""
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and value != [] and value != {}


def over(date: str | None, today: datetime.date) -> bool:
    """Whether a day is past, however widely its date is read. What is no date is not."""
    last = last_day(date) if date else None
    return last is not None and last < today


def earlier(date: str | None, than: str | None) -> bool:
    """Whether one date lies before another, however widely both are read."""
    last, first = last_day(date or "x"), first_day(than or "x")
    return last is not None and first is not None and last < first


def counted(number: int, one: str, many: str) -> str:
    """A number with its word: 1 contact, 3 contacts."""
    return f"{number} {one if number == 1 else many}"
