"""Checks and trace at 100, 1,000 and 10,000 records, and what one edit costs after them.

The plan is the worked example, copied beside itself until it is large enough; what of it is too
large is left out of every table alike. Prints what each takes in all, and what the graph and the
checks take to follow one edit, beside asking everything anew. Ends with 1 where a record costs
over SPREAD times as much in the largest plan as in the middle one, or following an edit takes over
LIMIT at 10,000 records.
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
from workbook.edits import Edit
from workbook.plan import Plan
from workbook.reasoning.checks import check, kept
from workbook.reasoning.graph import Graph
from workbook.reasoning.trace import lines
from workbook.records import TYPES
from workbook.store.tables import Tables

EXAMPLE = Path(__file__).parent.parent / "content/examples/prairie-fork.workbook.json"
SIZES = (100, 1_000, 10_000)
SPREAD = 2.0
"""How much more a record may cost in the largest plan than in the middle one."""
LIMIT = 20.0
"""Milliseconds that graph and checks may take to follow one edit at the largest size."""
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
    """One more copy, its records pointing to each other, with codes of their own."""
    text = json.dumps({name: data.get(name, {}) for name in TYPES if copy == 0 or name not in ONCE})
    for name in TYPES:
        if copy and name not in ONCE:
            for id in data.get(name, {}):
                text = text.replace(f'"{id}"', f'"{id[:4]}{copy:03}{id[7:]}"')
    copied = json.loads(text)
    share = min(1.0, room / sum(map(len, copied.values())))
    for name, rows in copied.items():
        for row in rows.values():
            if copy and "code" in row:
                row["code"] = f"{row['code']}.{copy}"
        tables[name] |= dict(list(rows.items())[: math.ceil(len(rows) * share)])


def measured(work: Callable[[], object], runs: int = 3) -> float:
    """Milliseconds that a piece of work takes: the median of its runs."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


class Followed:
    """A plan whose graph and checks follow each edit, as in an open workbook."""

    def __init__(self, plan: Plan) -> None:
        self.graph = Graph(plan)
        self.checks = kept(plan, self.graph)
        self._edits: list[Edit] = []
        plan.subscribe(self._edits.extend)

    def follow(self) -> None:
        """Takes in what was edited since."""
        self.graph.update(self._edits)
        self.checks.update(self._edits)
        self._edits.clear()
        assert self.checks.all


def edits(plan: Plan, follow: Callable[[], object]) -> list[float]:
    """Milliseconds that `follow` takes after one edit, each: of every type of record, one taken out
    and brought back."""
    times = []
    follow()
    for type in TYPES.values():
        for record in plan.records(type)[:3]:
            removed, back = [], []
            for _ in range(3):
                plan.remove(record.id)
                removed.append(measured(follow, 1))
                plan.undo()
                back.append(measured(follow, 1))
            times += [statistics.median(removed), statistics.median(back)]
    return times


def report(size: int) -> tuple[dict[str, float], float]:
    """What each piece takes for a record in a plan of this size, and the slowest edit, in ms."""
    plan = plan_of(size)
    graph = Graph(plan)
    pieces = {
        "graph": measured(lambda: Graph(plan)),
        "trace": measured(lambda: lines(plan, graph)),
        "check": measured(lambda: check(plan)),
    }
    times = edits(plan, Followed(plan).follow)
    median, slowest = statistics.median(times), max(times)
    told = "".join(f"  {name} {ms:6.1f} ms" for name, ms in pieces.items())
    print(f"{size:6,} records{told}  one edit {median:4.1f} ms, at most {slowest:4.1f} ms")
    return {name: ms / size for name, ms in pieces.items()}, slowest


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
