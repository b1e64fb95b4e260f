"""An edit: one field from one value to another, by somebody, at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Edit:
    """What changed. `field` is "" for an answer's value and for a whole record.

    old and new: the value as the file holds it, None for nothing; for a whole record that was
    added or removed, its fields. at: ISO 8601, in UTC. notice: what was taken out of a text.
    """

    table: str
    id: str
    field: str
    old: Any
    new: Any
    who: str = ""
    at: str = ""
    notice: str = ""

    @property
    def whole(self) -> bool:
        """Whether it added or removed a record, and did not change a field."""
        return self.field == "" and self.table != "answers"

    def back(self) -> Edit:
        """The edit that takes this one back."""
        return replace(self, old=self.new, new=self.old, notice="")

    def with_later(self, later: Edit) -> Edit:
        """This edit and a later one of the same field, as one."""
        return replace(later, old=self.old)

    def same_place(self, other: Edit) -> bool:
        """Whether both are of the same field, so that typing on is one edit."""
        place = (self.table, self.id, self.field)
        return not self.whole and place == (other.table, other.id, other.field)

    def do_to(self, fields: dict[str, Any]) -> None:
        """Sets or clears one field of a record, or one cell of a row, without touching what is
        shared: the object of its cells is replaced."""
        if self.table == "row" and self.field not in ("order", "prompt"):
            cells = {**fields.get("cells", {}), self.field: self.new}
            fields["cells"] = {key: value for key, value in cells.items() if value is not None}
        elif self.new is None:
            fields.pop(self.field, None)
        else:
            fields[self.field] = self.new


def goes_on(last: Sequence[Edit], edits: Sequence[Edit]) -> bool:
    """Whether edits are typing on where the last ones were made: in the same field, with no more
    beside it than that one carried along."""
    if not last or not edits or not last[0].same_place(edits[0]):
        return False
    return all(any(one.same_place(before) for before in last) for one in edits[1:])


def joined(last: Sequence[Edit], edits: Sequence[Edit]) -> list[Edit]:
    """The last edits with those that went on from them, each field as one."""
    later = {(one.table, one.id, one.field): one for one in edits}
    pairs = ((one, later.get((one.table, one.id, one.field))) for one in last)
    return [one.with_later(then) if then else one for one, then in pairs]


class ChangedSince(Exception):
    """An edit cannot be taken back, because somebody has changed its value since.

    edit: what taking it back would do. now: what stands there. gone: whether what it is about was
    removed, so that there is nothing to put the old value into.
    """

    def __init__(self, edit: Edit, now: Any, *, gone: bool = False) -> None:
        super().__init__(
            "What this is about was removed since; there is nothing to take it back in."
            if gone
            else "This was changed again since; undoing it would lose that change."
        )
        self.edit, self.now, self.gone = edit, now, gone
