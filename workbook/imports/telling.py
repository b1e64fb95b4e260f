"""What an import does, in sentences: those of a preview, and those afterwards.

They name whom the file names, and nothing of what the workbook holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbook.kinds.text import brief

if TYPE_CHECKING:
    from workbook.imports.register import Changes, Incoming, Row

NAMED = 200
"""Rows that a preview names one by one."""


def summary(incoming: Incoming, found: Changes) -> Iterator[str]:
    """How many rows did what, and what was left out."""
    yield (
        f"{len(found.added):,} added, {len(found.changed):,} filled, {found.same:,} there already, "
        f"{found.skipped:,} left out."
    )
    if found.differ:
        count = len(found.differ)
        cells = "One cell differs" if count == 1 else f"{count:,} cells differ"
        yield (
            f"{cells} from the workbook, which keeps its own (--update on the command line takes "
            "the file's)."
        )
    for line, first in incoming.repeated:
        yield f"Line {line} says again who stands on line {first}; it was passed over."
    for one in incoming.unknown:
        named = brief(one, 40)
        yield (
            f"The column “{named}” is no field and was left out. Call it as the register does, or, "
            f'on the command line, --column "{named}=FIELD".'
        )
    yield from incoming.left_out


def preview(incoming: Incoming, found: Changes) -> Iterator[str]:
    """Row by row what would be done, then the counts."""
    rows = [*((one, "new") for one in found.added)]
    rows += [(one, "likely there already") for one in incoming.rows if one.likely]
    rows += [(one, "filled") for one in incoming.rows if one.id in found.changed]
    told = sorted(dict.fromkeys(rows_of(rows)))
    for line, text in told[:NAMED]:
        yield f"Line {line}: {text}"
    if len(told) > NAMED:
        yield f"… and {len(told) - NAMED:,} more."
    for line, _, field in found.differ[:NAMED]:
        what = field.replace("_", " ")
        yield f"Line {line}: {what} differs from the workbook, which keeps its own."
    yield from summary(incoming, found)
    yield "Nothing was changed."


def rows_of(rows: list[tuple[Row, str]]) -> Iterator[tuple[int, str]]:
    """Each row by its line, with whom it names and what would be done; the gravest word last."""
    words: dict[int, tuple[Row, str]] = {row.line: (row, word) for row, word in rows}
    for line, (row, word) in words.items():
        said = (row.values.get(one) for one in ("name", "organisation"))
        yield line, f"{word}: {', '.join(brief(one, 60) for one in said if one) or row.id}"
