"""What every record is: an id, the fields of its class, a place in its table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from workbook.kinds import Kind


class Record:
    """One row of a table: a view of what the file holds, read by field name.

    `data` is the record as it stands in the file, with fields that this version does not
    know. Reading never raises: a value of the wrong shape reads as None.
    """

    type: ClassVar[str] = ""
    """The table in the file, snake_case."""
    prefix: ClassVar[str] = ""
    """The first three letters of its ids."""
    called: ClassVar[tuple[str, ...]] = ()
    """The fields that a person knows it by, the first that is filled wins."""
    beside: ClassVar[tuple[str, ...]] = ()
    """The fields that are said after its name, since many of a type are called the same."""
    coded: ClassVar[str | None] = None
    """What stands before the number in a proposed `code`; None where there is no code."""
    fields: ClassVar[Mapping[str, Kind[Any]]] = {}
    firsts: ClassVar[Mapping[str, str]] = {}
    """Fields of which the first value is kept too, each with the field that keeps it."""
    first_on: ClassVar[str] = ""
    """The field that keeps the day of the earliest of these."""

    __slots__ = ("data", "id")

    def __init__(self, id: str, data: Mapping[str, Any]) -> None:
        self.id, self.data = id, data

    def __init_subclass__(cls) -> None:
        cls.fields = {name: kind for name, kind in vars(cls).items() if isinstance(kind, Kind)}

    @property
    def order(self) -> str:
        """Its place in the table: a fractional string, smaller is earlier."""
        order = self.data.get("order")
        return order if isinstance(order, str) else ""


def in_order(record: Record) -> tuple[str, str]:
    """What sorts the records of one table: their place in it, and of two at one place the id."""
    return record.order, record.id
