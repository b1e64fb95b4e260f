"""The record types that a team fills tables with, by chapter.

A class says what a field is; how it is asked stands in `content/`.
"""

from workbook.edits import Edit
from workbook.kinds import Cells, Line
from workbook.records import (
    actions,
    assessing,
    coalition,
    data,
    embarking,
    engagement,
    impact,
    sustaining,
)
from workbook.records.record import Record, in_order


class Row(Record):
    """A row of a prompt that has a table of its own; its columns stand in `content/`."""

    type, prefix, called = "row", "row", ()
    prompt = Line("The id of the prompt that it answers.", computed=True)
    cells = Cells("What stands in it, by column.", computed=True)


TYPES: dict[str, type[Record]] = {
    one.type: one
    for module in (
        assessing, embarking, coalition, engagement, data, actions, impact, sustaining,
    )
    for one in vars(module).values()
    if isinstance(one, type) and issubclass(one, Record) and one is not Record
} | {Row.type: Row}  # fmt: skip
"""Every record type by its name in the file, in chapter order."""
_BY_PREFIX = {one.prefix: one.type for one in TYPES.values()}


def type_in(id: str) -> str:
    """The type that the first letters of a record's id tell of; "" for none."""
    return _BY_PREFIX.get(id.partition("-")[0], "")


def is_carried(edit: Edit) -> bool:
    """Whether an edit only went along with another: nobody writes that field, or a conflict
    ended because its place was written."""
    if edit.table.startswith("_"):
        return True
    kind = TYPES[edit.table].fields.get(edit.field) if edit.table in TYPES else None
    return kind is not None and kind.computed


__all__ = ["TYPES", "Record", "Row", "in_order", "is_carried", "type_in"]
