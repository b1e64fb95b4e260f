"""How a sentence names a record: Priority 2, “Data walk, school gym”, One activity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workbook.reading import Reading
    from workbook.records import Record


class Wording(Protocol):
    """What calls records by their names: the plan itself, or its public view."""

    def name_of(self, record_id: str) -> str | None:
        """What a person calls a record; None where nobody named it, or the view leaves it out."""

    def shown(self, record: Record, field: str) -> str:
        """One field as a person reads it."""

    def may_show(self, id: str, field: str) -> bool:
        """Whether what stands at a place may be read, also where it is no value."""


def named(plan: Reading, record: Record, wording: Wording) -> str:
    """A record at the beginning of a sentence, in the words of the table that shows it."""
    table = plan.curriculum.home(record)
    one = table.one if table else record.type.replace("_", " ")
    if record.coded is not None and (code := wording.shown(record, "code")):
        return f"{one[:1].upper()}{one[1:]} {code}"
    name = wording.name_of(record.id)
    return f"“{name}”" if name else f"One {one}"
