"""Rules that many checks share: a field that is empty, a date that has gone by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from workbook.reasoning.checks.check import Found
from workbook.reasoning.checks.ended import ended
from workbook.reasoning.checks.ground import Ground, over, says
from workbook.records import Record

Look = Callable[[Ground], Iterable[Found]]


def _each(_: object) -> bool:
    return True


def empty(
    type: type[Record], *fields: str, when: Callable[[Any], bool] = _each, going_on: bool = False
) -> Look:
    """Records of which all these fields say nothing.

    when: of which records that is asked; going_on: only of those that are not over. A field that
    points only to what was removed is broken and not empty.
    """

    def look(ground: Ground) -> Iterator[Found]:
        for one in ground.all(type):
            asked = when(one) and not (going_on and ended(one, ground.today))
            if asked and not any(says(one.data.get(field)) for field in fields):
                yield Found(one.id, fields[0])

    return look


def overdue(type: type[Record], field: str) -> Look:
    """Records that are not over, with a date that has gone by."""

    def look(ground: Ground) -> Iterator[Found]:
        for one in ground.all(type):
            date = one.data.get(field)
            past = isinstance(date, str) and over(date, ground.today)
            if past and not ended(one, ground.today):
                yield Found(one.id, field)

    return look


def nothing_after(type: type[Record], *wanted: type[Record]) -> Look:
    """Records after which nothing of these types comes in the graph."""

    def look(ground: Ground) -> Iterator[Found]:
        for one in ground.all(type):
            if not any(ground.after(one.id, other) for other in wanted):
                yield Found(one.id)

    return look


def once(type: type[Record], look: Look) -> Look:
    """A look at what does not come after, which waits for the table of this type that would mend
    it: nobody is told of a chapter that is not begun, or that the team does not do."""

    def waiting(ground: Ground) -> Iterable[Found]:
        return look(ground) if ground.begun(type) else ()

    return waiting
