"""Which records a word of the command line means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbook.cli.spelling import british
from workbook.kinds.text import brief
from workbook.nearest import meant
from workbook.records import TYPES, Record

if TYPE_CHECKING:
    from workbook.curriculum import Table
    from workbook.kinds import Kind
    from workbook.plan import Plan
    from workbook.reading import Reading


def rows_of(plan: Reading, word: str) -> tuple[str, Table | None]:
    """The record type, and the table where the word names one: a step's, or a question's.

    A type may be spelled the American way. Raises Unknown with a sentence.
    """
    from workbook.plan import Unknown

    type = british(word)
    if type in TYPES and type != "row":
        return type, None
    if table := plan.curriculum.tables.get(word):
        return table.of, table
    if word in plan.curriculum.prompts:
        raise Unknown(f"{word} is answered with one value; use get and set.")
    names = [*(one for one in TYPES if one != "row"), *plan.curriculum.tables]
    raise Unknown(f"No record type or table is called “{brief(word, 60)}”.{meant(word, names)}")


def pointing_to(plan: Plan, id: str) -> list[str]:
    """The ids of the answers and records that point to a record."""
    found = [
        prompt.id for prompt in plan.curriculum.prompts.values()
        if id in prompt.kind.points(plan.raw(prompt.id))
    ]  # fmt: skip
    for type in TYPES.values():
        for record in plan.records(type):
            kinds = _kinds(plan, record).items()
            if any(id in kind.points(plan.raw(record.id, name)) for name, kind in kinds):
                found.append(record.id)
    return found


def _kinds(plan: Plan, record: Record) -> dict[str, Kind[Any]]:
    """The fields of a record by name; of a row, its columns."""
    if record.type != "row":
        return dict(record.fields)
    table = plan.curriculum.tables.get(str(record.data.get("prompt")))
    return {one.id: one.kind for one in table.fields} if table else {}
