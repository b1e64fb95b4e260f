"""How a sentence names a record: Priority 2, “Data walk, school gym”, One activity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from workbook.kinds import Ref
from workbook.kinds.text import brief
from workbook.records.embarking import Decision
from workbook.records.engagement import CostLine
from workbook.records.impact import Observation
from workbook.records.sustaining import Allocation, Stewardship

if TYPE_CHECKING:
    from workbook.reading import Reading
    from workbook.records import Record

_BY: Mapping[type[Record], tuple[int, tuple[str, ...]]] = {
    Decision: (2, ("option", "date")),
    CostLine: (3, ("about", "kind", "period")),
    Observation: (2, ("measure", "period")),
    Stewardship: (1, ("steward", "action")),
    Allocation: (3, ("source", "action", "year")),
}
"""Records that the field which they are called by does not tell apart: how many others make
their name, and which, those that are filled first."""
_LONGEST = 120
"""Characters of a name that is made of several fields."""


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
    name = called(record, wording)
    return f"“{name}”" if name else f"One {one}"


def called(record: Record, wording: Wording) -> str:
    """What tells a record from others of its type, such as a value by its measure and its time;
    "" where nobody named it, or the wording leaves it out."""
    count, fields = _BY.get(type(record), (0, ()))
    if not fields:
        return wording.name_of(record.id) or ""
    parts = [part for one in fields if (part := _part(record, one, wording))]
    return brief(", ".join(parts[:count]), _LONGEST)


def _part(record: Record, field: str, wording: Wording) -> str:
    """A field of a name; a record that it points to is called as that one is, "" where gone."""
    kind, value = record.fields[field], record.data.get(field)
    if isinstance(kind, Ref):
        return wording.name_of(value) or "" if isinstance(value, str) else ""
    return brief(wording.shown(record, field), 80)
