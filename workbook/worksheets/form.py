"""What both sides of a worksheet share: the marks, and a value as it stands between them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbook.kinds import Invalid, Kind, Lines, Long
from workbook.kinds.text import visible
from workbook.kinds.words import Line

if TYPE_CHECKING:
    from workbook.curriculum import Table
    from workbook.map.public import Public
    from workbook.plan import Plan

MARK = "::"
RATED = ("rater", "rating", "consensus")
"""Records that rating makes, each in its own way; a worksheet has none of them."""
_MARK_LIKE = re.compile(r"\\*::")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer belongs: an answer by its id; a record's field; or a field of a new row.

    table, number: of a new row, the table and which of its new rows. id is "" there.
    """

    id: str
    field: str = ""
    table: str = ""
    number: int = 0

    def __str__(self) -> str:
        if self.table:
            return f"new {self.table} {self.number} {self.field}"
        return f"{self.id} {self.field}".strip()


def opened(place: Place, text: str | None = None) -> str:
    """The line that begins an answer. text: what stands there, so that it is known later whether
    somebody changed it."""
    base = "" if text is None else f" #{digest(text)}"
    return f"{MARK} {place}{base}"


def digest(text: str) -> str:
    """Six signs by which a text is known again."""
    return hashlib.sha256(settled(text).encode(errors="replace")).hexdigest()[:6]


def settled(text: str) -> str:
    """A text without what editors change by themselves: blanks at the ends of lines, empty lines
    at both ends."""
    lines = [one.rstrip() for one in text.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def guarded(text: str) -> str:
    """A text in which no line can be taken for a mark."""
    return "\n".join(f"\\{one}" if _MARK_LIKE.match(one) else one for one in text.split("\n"))


def unguarded(line: str) -> str:
    """A line as it was before `guarded`."""
    return line[1:] if line.startswith("\\") and _MARK_LIKE.match(line) else line


def written(kind: Kind[Any], value: Any, view: Public, plan: Plan) -> str:
    """A value as it stands on a worksheet: in words where they are read back as the same value."""
    if value is None:
        return ""
    exact = kind.write(value, plan)
    if isinstance(kind, Line | Long | Lines):
        return settled(visible(exact))
    shown = kind.show(value, view)
    try:
        same = "\n" not in shown and kind.parse(shown, plan) == value
    except Invalid:
        same = False
    return settled(visible(shown if same else exact))


def may_stand(plan: Plan, view: Public, id: str, field: str) -> bool:
    """Whether a place may stand on a worksheet, with all that it holds: nothing of it is private,
    sealed, somebody's name, or no value of its kind."""
    return view.may_show(id, field) and view.raw(id, field) == plan.raw(id, field)


def is_open(table: Table) -> bool:
    """Whether a table's rows may stand on a worksheet."""
    return not table.private and table.of not in RATED
