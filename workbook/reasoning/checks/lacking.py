"""Rules that many checks share: a field that is empty, a date that has gone by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from workbook.reasoning.checks.check import Found
from workbook.reasoning.checks.ground import Ground, over, says
from workbook.records import Record

Look = Callable[[Ground], Iterator[Found]]


def _each(_: object) -> bool:
    return True


def empty(type: type[Record], *fields: str, when: Callable[[Any], bool] = _each) -> Look:
    """Records of which all these fields say nothing; when: of which records that is asked.

    A field that points only to what was removed is broken and not empty.
    """

    def look(ground: Ground) -> Iterator[Found]:
        for one in ground.all(type):
            if when(one) and not any(says(one.data.get(field)) for field in fields):
                yield Found(one.id, fields[0])

    return look


def overdue(type: type[Record], field: str, *, when: Callable[[Any], bool] = _each) -> Look:
    """Records with a date that has gone by."""

    def look(ground: Ground) -> Iterator[Found]:
        for one in ground.all(type):
            date = one.data.get(field)
            if when(one) and isinstance(date, str) and over(date, ground.today):
                yield Found(one.id, field)

    return look


def nothing_after(type: type[Record], *wanted: type[Record]) -> Look:
    """Records after which nothing of these types comes in the graph."""

    def look(ground: Ground) -> Iterator[Found]:
        for one in ground.all(type):
            if not any(ground.after(one.id, other) for other in wanted):
                yield Found(one.id)

    return look
