"""What was first said of somebody is kept beside what is said now, so that change can be seen.

The first is what stands at the end of the day on which it is given: arrow keys pass other levels
on their way, and a slip is put right. A record that comes in with scores was scored before: there
they are the first as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbook.kinds.choosing import UNKNOWN
from workbook.records import Record


class Firsts:
    """The first values of one session. Those given today still follow what they were given for."""

    def __init__(self) -> None:
        self._fresh: dict[tuple[str, str], str] = {}

    def beside(self, record: Record, field: str, value: Any, day: str, at: str) -> dict[str, Any]:
        """The fields that change along when `field` of a record gets a value.

        day: today, as a kept date. at: the time, by whose day "the same day" is told.
        """
        keeper, now = record.firsts.get(field), at[:10]
        if keeper is None:
            return {}
        follows = self._fresh.get((record.id, keeper)) == now
        if not follows and (_said(record.data.get(field)) or keeper in record.data):
            return {}
        self._fresh[record.id, keeper] = now
        first = value if _said(value) else None
        return {keeper: first} | self._dated(record, keeper, first, day)

    def _dated(self, record: Record, keeper: str, first: Any, day: str) -> dict[str, Any]:
        """The day of the earliest first value: given with it, and gone with the last of them."""
        others = any(one in record.data for one in record.firsts.values() if one != keeper)
        if first is not None:
            return {} if record.first_on in record.data else {record.first_on: day}
        return {} if others else {record.first_on: None}


def given(type: type[Record], data: Mapping[str, Any], day: str) -> dict[str, Any]:
    """The first values of a new record that comes with some already."""
    found = {
        keeper: data[field]
        for field, keeper in type.firsts.items()
        if _said(data.get(field)) and keeper not in data
    }
    return found | ({type.first_on: day} if found and type.first_on not in data else {})


def _said(value: Any) -> bool:
    return value not in (None, UNKNOWN)
