"""Checks and trace at 100, 1,000 and 10,000 records, and one edit's update of the graph.

The plan is the worked example, copied beside itself until it is large enough; what of it is too
large is left out of every table alike. Prints what each
takes in all and for each record; ends with 1 where a record costs over SPREAD times as much in the
largest plan as in the middle one, or one edit's update takes over LIMIT at 10,000 records.
"""

from __future__ import annotations

import datetime
import json
import math
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tinydb.storages import MemoryStorage

from workbook.curriculum import load
from workbook.plan import Plan
from workbook.reasoning.checks import check
from workbook.reasoning.graph import Graph
from workbook.reasoning.trace import lines, loose
from workbook.records import TYPES
from workbook.store.tables import Tables

EXAMPLE = Path(__file__).parent.parent / "content/examples/prairie-fork.workbook.json"
SIZES = (100, 1_000, 10_000)
SPREAD = 2.0
"""How much more a record may cost in the largest plan than in the middle one."""
LIMIT = 20.0
"""Milliseconds that one edit's update may take at the largest size."""
ONCE = {"metric_reading"}
"""Records of which a plan has one for each predictor, however large it is."""


def plan_of(size: int) -> Plan:
    """A plan of about so many records: whole copies of the example, and a part of one."""
    data = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    tables: dict[str, Any] = {"answers": data["answers"], **{name: {} for name in TYPES}}
    copy = 0
    while (room := size - _count(tables)) > 0:
        _add(tables, data, copy, room)
        copy += 1
    db = Tables(storage=MemoryStorage)
    db.storage.write(tables)
    return Plan(db, load(), today=datetime.date(2026, 5, 20))


def _count(tables: dict[str, Any]) -> int:
    return sum(len(rows) for name, rows in tables.items() if name in TYPES)


def _add(tables: dict[str, Any], data: dict[str, Any], copy: int, room: int) -> None:
    """One more copy, its records pointing to each other."""
    text = json.dumps({name: data.get(name, {}) for name in TYPES if copy == 0 or name not in ONCE})
    for name in TYPES:
        if copy and name not in ONCE:
            for id in data.get(name, {}):
                text = text.replace(f'"{id}"', f'"{id[:4]}{copy:03}{id[7:]}"')
    copied = json.loads(text)
    share = min(1.0, room / sum(map(len, copied.values())))
    for name, rows in copied.items():
        tables[name] |= dict(list(rows.items())[: math.ceil(len(rows) * share)])


def measured(work: Callable[[], object], runs: int = 3) -> float:
    """Milliseconds that a piece of work takes: the median of its runs."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def edits(plan: Plan, graph: Graph) -> float:
    """Milliseconds that the graph takes to follow one edit: the slowest of some of each type."""
    slowest = 0.0
    for type in ("finding", "root_cause", "strategic_action", "logic_item", "heard"):
        for record in plan.records(TYPES[type])[:5]:
            edit = plan.remove(record.id)
            slowest = max(slowest, measured(lambda edit=edit: graph.update([edit]), 1))
            (back,) = plan.undo()
            slowest = max(slowest, measured(lambda back=back: graph.update([back]), 1))
    return slowest


def report(size: int) -> tuple[dict[str, float], float]:
    """What each piece takes for a record in a plan of this size, and one edit's update, in ms."""
    plan = plan_of(size)
    graph = Graph(plan)
    pieces = {
        "graph": measured(lambda: Graph(plan)),
        "trace": measured(lambda: (lines(plan, graph), loose(plan, graph))),
        "check": measured(lambda: check(plan)),
    }
    update = edits(plan, graph)
    told = "".join(f"  {name} {ms:8.1f} ms" for name, ms in pieces.items())
    print(f"{size:6,} records{told}  one edit {update:6.3f} ms")
    return {name: ms / size for name, ms in pieces.items()}, update


def main() -> int:
    """Measures and prints. 1 where the cost of a record grows or an edit takes too long, else 0."""
    costs = [report(size) for size in SIZES]
    (_, (middle, _), (largest, update)) = costs
    grown = {name: largest[name] / middle[name] for name in largest}
    told = ", ".join(f"{name} ×{ratio:.2f}" for name, ratio in grown.items())
    print(f"a record at {SIZES[2]:,} beside one at {SIZES[1]:,}: {told} (at most ×{SPREAD})")
    return int(max(grown.values()) > SPREAD or update > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
