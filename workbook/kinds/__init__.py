"""The kinds of value that a workbook holds, one small class each.

A kind is both the field of a record class and the kind of a prompt in `content/`: the
same object checks, reads and shows a value wherever it comes from.
"""

from typing import Any

from workbook.kinds.choosing import Choice, Metric, Scale, Scores, Several, YesNo
from workbook.kinds.kind import Ground, Invalid, Kind, Option
from workbook.kinds.numbers import Date, Money, Number
from workbook.kinds.pointing import Links, Ref, Refs, Who
from workbook.kinds.tables import Cells, Rows, Series
from workbook.kinds.words import Line, Lines, Long

ASKABLE: dict[str, type[Kind[Any]]] = {
    kind.word: kind
    for kind in (
        Line, Long, Number, Money, Date, YesNo, Choice, Several, Scale, Scores, Ref, Refs, Who,
        Lines, Links, Rows,
    )
}  # fmt: skip
"""The kinds that a prompt or a field may name in `content/`, by their word there."""

__all__ = [
    "ASKABLE", "Cells", "Choice", "Date", "Ground", "Invalid", "Kind", "Line", "Lines", "Links",
    "Long", "Metric", "Money", "Number", "Option", "Ref", "Refs", "Rows", "Scale", "Scores",
    "Series", "Several", "Who", "YesNo",
]  # fmt: skip
