"""How a sentence names a record: Priority 2, “Data walk, school gym”, One activity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workbook.reading import Reading
    from workbook.records import Record

_NO_NAME = ("(unnamed ", "(removed: ")
"""How a label begins that is none: nobody named the record, or the public view leaves it out."""


class Wording(Protocol):
    """What calls records by their names: the plan itself, or its public view."""

    def label(self, record_id: str) -> str:
        """What a person calls a record."""

    def shown(self, record: Record, field: str) -> str:
        """One field as a person reads it."""


def named(plan: Reading, record: Record, wording: Wording) -> str:
    """A record at the beginning of a sentence, in the words of the table that shows it."""
    table = plan.curriculum.home(record)
    one = table.one if table else record.type.replace("_", " ")
    if record.coded is not None and (code := wording.shown(record, "code")):
        return f"{one[:1].upper()}{one[1:]} {code}"
    label = wording.label(record.id)
    return f"One {one}" if label.startswith(_NO_NAME) else f"“{label}”"
