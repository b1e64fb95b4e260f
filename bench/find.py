"""Find at 1,000 and 10,000 records: the index made, a key of a query, and following one edit.

The plan is that of bench/trace.py. Prints the milliseconds of each and what of it a record costs.
Ends with 1 where the slowest key takes over QUERY or an edit over EDIT at 10,000 records, or where
a record, or an edit, costs over SPREAD times as much in the larger plan as in the smaller one.
"""

from __future__ import annotations

import statistics
import sys
from functools import partial

from bench.trace import edits, measured, plan_of
from workbook.search import Search
from workbook.worked_example import worked_example

SIZES = (1_000, 10_000)
QUERY, EDIT = 50.0, 5.0
"""Milliseconds at the larger size."""
SPREAD = 2.0
"""How much more a record may cost in the larger plan than in the smaller one."""
MOST = 12
"""Hits of each sort that a screen shows."""
TYPED = (
    "late bus", "transportation", "marisol reyes", "trnasportation schol", "the council and",
    "zebra xylophone",
)  # fmt: skip
"""Typed key by key: words that stand in much, in little, with slips, and nowhere."""


def keys(search: Search) -> list[float]:
    """Milliseconds of each key of what is typed."""
    begun = (text[:end] for text in TYPED for end in range(1, len(text) + 1))
    return [measured(partial(search.find, text, most=MOST), 5) for text in begun]


def report(size: int) -> tuple[dict[str, float], float, float]:
    """What each piece takes for a record at this size, and the slowest key and edit, in ms."""
    plan, empty = plan_of(size), plan_of(0)
    example = worked_example(plan.curriculum, plan.today)
    guidance = measured(lambda: Search(empty, example).index)
    made = measured(lambda: Search(plan, example).index)
    search = Search(plan, example)
    plan.subscribe(search.update)
    typed, edited = keys(search), edits(plan, search.renew)
    print(
        f"{size:6,} records  index {made:4.0f} ms, {guidance:3.0f} of it guidance"
        f"  a key {statistics.median(typed):4.1f} ms, at most {max(typed):4.1f} ms"
        f"  one edit {statistics.median(edited):5.3f} ms, at most {max(edited):4.2f} ms"
    )
    pieces = {"index": made - guidance, "key": max(typed), "edit": statistics.median(edited) * size}
    return {name: ms / size for name, ms in pieces.items()}, max(typed), max(edited)


def main() -> int:
    """Measures and prints. 1 where a record costs more, or a key or an edit too long, else 0."""
    (smaller, _, _), (larger, key, edit) = map(report, SIZES)
    grown = {name: larger[name] / smaller[name] for name in larger}
    told = ", ".join(f"{name} ×{ratio:.2f}" for name, ratio in grown.items())
    print(f"a record at {SIZES[1]:,} beside one at {SIZES[0]:,}: {told} (at most ×{SPREAD})")
    return int(max(grown.values()) > SPREAD or key > QUERY or edit > EDIT)


if __name__ == "__main__":
    sys.exit(main())
