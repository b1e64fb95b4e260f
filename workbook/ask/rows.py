"""One row of a table, asked field by field. The first answer makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbook.ask.sealed import NOTICE, sealed
from workbook.ask.talk import LEAVING, Move, Spot, Talk

if TYPE_CHECKING:
    from workbook.curriculum import Field, Step, Table


class RowForm:
    """The fields of one row, one question each. id: the record, "" for one to be made."""

    def __init__(self, talk: Talk, table: Table, step: Step, id: str = "") -> None:
        self.talk, self.table, self.step, self.id = talk, table, step, id

    def fill(self, place: int = 0) -> Move:
        """Asks every field from a place on. BACK and ON both lead to the table again."""
        move = Move.ON
        while 0 <= place < len(self.table.fields) and move is not Move.DONE:
            move = self.talk.value(self._spot(place), self.step)
            if move in LEAVING:
                return move
            place += -1 if move is Move.BACK else 1
        name = self.talk.plan.label(self.id) if self._there else ""
        self.talk.asker.say(f"Kept: {name}." if name else "Nothing was added.")
        return Move.ON

    @property
    def _there(self) -> bool:
        """Whether the row is there; one that was taken back or removed meanwhile is made anew."""
        return bool(self.id) and self.talk.plan.record(self.id) is not None

    def _spot(self, place: int) -> Spot:
        field = self.table.fields[place]
        one = self.table.one[:1].upper() + self.table.one[1:]
        heading = f"{one}. Question {place + 1} of {len(self.table.fields)}. {field.name}."
        return Spot(
            field.kind, heading, field.ask, field.why, field.hint,
            lambda: self.talk.plan.raw(self.id, field.id) if self._there else None,
            lambda value: self._keep(field, value),
            NOTICE if sealed(self.talk.plan, self.id, field.id) else "",
            lambda: (self.id, field.id), in_row=True,
        )  # fmt: skip

    def _keep(self, field: Field, value: Any) -> None:
        """Puts a value into the row; the first one adds it."""
        if self._there:
            self.talk.plan.put(self.id, value, field.id)
        elif value is not None:
            row = self.table.of == "row"
            self.id = self.talk.plan.add(
                self.table.of,
                {**self.table.where, field.id: value},
                prompt=self.table.id if row else "",
            )
